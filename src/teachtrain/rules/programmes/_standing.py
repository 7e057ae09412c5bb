"""Where a candidate stands: every course, the electives, each part, and the diploma."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from teachtrain.errors import InvalidValueError
from teachtrain.models import PROGRAMME_CREDIT, UNBOUNDED, Amount
from teachtrain.models._calendar import plain_date
from teachtrain.rules._verdicts import ALL, Verdict, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from teachtrain.models import Candidate, Course, Programme, Substitution
    from teachtrain.models._quantities import Reach

__all__ = ["MOST_SUBSTITUTIONS", "CourseStanding", "How", "Standing", "standing"]

MOST_SUBSTITUTIONS: Final = 16
"""How many that share passes or courses may be open to one: every choice of them is tried."""


class How(enum.Enum):
    """How a course is settled."""

    PASSED = "passed"
    EXEMPT = "exempt"
    SUBSTITUTED = "substituted"


_Settled: TypeAlias = "dict[str, tuple[How, tuple[str, ...]]]"
"""How each settled course is settled, and by which passes."""


class CourseStanding(NamedTuple):
    """
    How a course stands.

    Attributes:
        course: The course.
        how: How it is settled; None where it is not.
        by: Ids of the passes that stand for it.
    """

    course: Course
    how: How | None
    by: tuple[str, ...]


class Standing(NamedTuple):
    """
    Where a candidate stands on a day.

    Attributes:
        verdict: Whether everything that the diploma takes is there, and it is still issued.
        as_of: The day.
        entered: Whether the candidate entered on a day on which one may.
        courses: Every course, in the order of the plan.
        electives: Whether the electives are enough.
        elective_credits: What they come to; from its low to its high where the credits of a
            course are not known.
        elective_need: What they must come to, with what is due instead of exempt courses.
        further: Whether those are enough courses.
        parts: Each part besides courses.
        issued: Whether diplomas are still issued on the day.
        absent: What a course or part is that the file doesn't name: not there, or not known.
    """

    verdict: Verdict
    as_of: date
    entered: Verdict
    courses: tuple[CourseStanding, ...]
    electives: Verdict
    elective_credits: Amount
    elective_need: Amount
    further: Verdict
    parts: Mapping[str, Verdict]
    issued: bool
    absent: Verdict

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of required courses and of parts that are not there, in the order of the plan."""
        courses = [own.course.id for own in self.courses if own.course.required and own.how is None]
        parts = [name for name, verdict in self.parts.items() if verdict is not Verdict.MET]
        return (*courses, *parts)


def standing(programme: Programme, candidate: Candidate, *, as_of: date) -> Standing:
    """
    Return where *candidate* stands on a day.

    Among substitutions that share a pass those are chosen that settle the most required
    courses, then those that leave enough electives, then the most credits of these, then
    those with the fewest passes, then those written first.

    Raises:
        InvalidValueError: If more substitutions that share passes or courses are open to the
            candidate than can be tried.
    """
    plain_date(as_of, where="as_of")
    rules = _open(programme, candidate, as_of)
    held = _held(programme, candidate, as_of)
    contested = [rule for rule in rules if _contested(rule, rules, held)]
    for rule in rules:
        if rule not in contested:
            held.update(dict.fromkeys(_fresh(rule, held), (How.SUBSTITUTED, rule.passed)))
    if len(contested) > MOST_SUBSTITUTIONS:
        raise InvalidValueError.at(
            f"Programme {programme.id!r}",
            f"{len(contested)} substitutions that share passes or courses are open to "
            f"candidate {candidate.teacher!r}",
            f"give at most {MOST_SUBSTITUTIONS}",
        )
    choices = _choices(contested, held)
    found = (_standing(programme, candidate, as_of, settled) for settled in choices)
    return max(found, key=_worth)


def _contested(rule: Substitution, rules: Sequence[Substitution], held: _Settled) -> bool:
    """Whether to use it is a choice: a pass of it, or a course, serves something else too."""
    own = {*rule.passed, *rule.stands_for}
    return any(name in held for name in rule.passed) or any(
        not own.isdisjoint((*other.passed, *other.stands_for))
        for other in rules
        if other is not rule
    )


def _fresh(rule: Substitution, held: _Settled) -> list[str]:
    return [name for name in rule.stands_for if name not in held]


def _worth(found: Standing) -> tuple[int, int, Reach, int]:
    required = sum(own.course.required and own.how is not None for own in found.courses)
    electives = Verdict(fold(ALL, (found.electives.value, found.further.value)))
    passes = sum(len(by) for by in {own.by for own in found.courses})
    rank = 2 if electives is Verdict.MET else int(electives.is_unknown)
    return (required, rank, found.elective_credits.low, -passes)


def _standing(
    programme: Programme, candidate: Candidate, as_of: date, settled: _Settled
) -> Standing:
    courses = tuple(
        CourseStanding(own, *settled.get(own.id, (None, ()))) for own in programme.courses
    )
    until = candidate.complete_until
    # What is not in a file that is complete is not there; of another file nobody knows.
    absent = Verdict.UNMET if until is not None and as_of <= until else Verdict.MET_OR_UNMET
    required = [own for own in courses if own.course.required]
    taken = [own for own in courses if not own.course.required and own.how is not None]
    loose = [amount for day, amount in candidate.elective_credits if day <= as_of]
    held = _sum([*(own.course.credits for own in taken), *loose])
    due = [
        own for own in programme.further if settled.get(own.instead_of, (None, ()))[0] is How.EXEMPT
    ]
    need = _sum([programme.electives, *(own.credits for own in due)], unknown=Fraction(0))
    parts = {
        name: Verdict.MET if _before(candidate.parts, as_of).get(name) else absent
        for name in programme.parts
    }
    electives = _reaches(held, need, absent)
    enough = len(taken) >= sum(own.courses for own in due)
    entered = _entered(programme, candidate)
    issued = programme.closed_on is None or as_of < programme.closed_on
    verdicts = [
        *(Verdict.MET if own.how is not None else absent for own in required),
        electives,
        further := Verdict.MET if enough else absent,
        *parts.values(),
        entered,
        Verdict.MET if issued else Verdict.UNMET,
    ]
    return Standing(
        Verdict(fold(ALL, (own.value for own in verdicts))),
        as_of,
        entered,
        courses,
        electives,
        held,
        need,
        further,
        parts,
        issued,
        absent,
    )


def _reaches(held: Amount, need: Amount, absent: Verdict) -> Verdict:
    if held.low >= need.low:
        return Verdict.MET
    return Verdict.MET_OR_UNMET if held.high >= need.low else absent


def _entered(programme: Programme, candidate: Candidate) -> Verdict:
    if candidate.entered is None:
        return Verdict.MET_OR_UNMET
    return Verdict.MET if candidate.entered in programme.entry else Verdict.UNMET


def _sum(amounts: Sequence[Amount | None], *, unknown: Fraction | None = None) -> Amount:
    total = Amount(Fraction(0), Fraction(0), PROGRAMME_CREDIT)
    for own in amounts:
        if own is not None:
            total += own
        elif unknown is None:
            total += Amount(Fraction(0), UNBOUNDED, PROGRAMME_CREDIT)
    return total


def _before(rows: Sequence[tuple[str, date]], as_of: date) -> dict[str, date]:
    return {name: day for name, day in rows if day <= as_of}


def _held(programme: Programme, candidate: Candidate, as_of: date) -> _Settled:
    """Return the courses that are settled without any substitution."""
    passed, exempt = _before(candidate.passed, as_of), _before(candidate.exempt, as_of)
    return {
        own.id: (How.PASSED if own.id in passed else How.EXEMPT, ())
        for own in programme.courses
        if own.id in passed or own.id in exempt
    }


def _open(programme: Programme, candidate: Candidate, as_of: date) -> tuple[Substitution, ...]:
    passed = _before(candidate.passed, as_of)
    held = _held(programme, candidate, as_of)
    return tuple(
        rule
        for rule in programme.substitutions
        if as_of in rule.in_force
        and all(name in passed for name in rule.passed)
        and any(name not in held for name in rule.stands_for)
    )


def _choices(rules: Sequence[Substitution], own: _Settled) -> Iterator[_Settled]:
    """Yield what each choice of substitutions settles, none of which share a pass."""
    yield own
    for at, rule in enumerate(rules):
        fresh = _fresh(rule, own)
        free = [name for name in rule.passed if not _used(own, name)]
        if fresh and len(free) == len(rule.passed):
            # A pass that stands for another course no longer stands for its own.
            left = {name: how for name, how in own.items() if name not in rule.passed}
            chosen = {**left, **dict.fromkeys(fresh, (How.SUBSTITUTED, rule.passed))}
            yield from _choices(rules[at + 1 :], chosen)


def _used(own: _Settled, name: str) -> bool:
    return any(name in by for _, by in own.values())
