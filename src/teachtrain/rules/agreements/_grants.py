"""What certificates do by an agreement, and the candidate's file with what was granted."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import attrs

from teachtrain.errors import InvalidValueError
from teachtrain.models import Candidate, Programme
from teachtrain.models._vocabulary import refuse_other_kind
from teachtrain.rules._verdicts import Verdict

if TYPE_CHECKING:
    from datetime import date

    from teachtrain.models import Amount, Substitution
    from teachtrain.rules.agreements._agreements import Agreement

__all__ = ["CourseGrant", "Does", "Granted", "granted_courses"]


class Does(enum.Enum):
    """What a certificate does for a course."""

    STANDS = "it stands for the course"
    HELD = "the course was passed or freed from already"
    ABSENT = "the certificate is not there"
    UNKNOWN = "the file doesn't tell whether the certificate is there"
    REFUSED = "the candidate may not be given a result on the day"
    OPEN = "it is not known whether the candidate may be given a result on the day"


class CourseGrant(NamedTuple):
    """
    What a certificate does for a course.

    Attributes:
        course: Id of the course.
        by: Ids of the certificates that stand for it together.
        does: What they do.
    """

    course: str
    by: tuple[str, ...]
    does: Does


def granted_courses(
    agreement: Agreement, candidate: Candidate | None, as_of: date, may: Verdict
) -> tuple[CourseGrant, ...]:
    """Return what each certificate of an agreement does for a candidate on a day."""
    return tuple(
        CourseGrant(course, rule.passed, _does(rule, course, candidate, as_of, may))
        for rule in agreement.passes
        if as_of in rule.in_force
        for course in rule.stands_for
    )


def _does(
    rule: Substitution, course: str, candidate: Candidate | None, as_of: date, may: Verdict
) -> Does:
    if candidate is None:
        return Does.UNKNOWN
    passed = {name for name, day in candidate.passed if day <= as_of}
    exempt = {name for name, day in candidate.exempt if day <= as_of}
    if course in passed | exempt:
        return Does.HELD
    if not passed.issuperset(rule.passed):
        until = candidate.complete_until
        return Does.ABSENT if until is not None and as_of <= until else Does.UNKNOWN
    if may.is_unknown:
        return Does.OPEN
    return Does.REFUSED if may is Verdict.UNMET else Does.STANDS


class Granted(NamedTuple):
    """
    What was granted on a day.

    Attributes:
        agreement: By which agreement.
        on: The day.
        amount: The credit.
        courses: What certificates do.
    """

    agreement: Agreement
    on: date
    amount: Amount
    courses: tuple[CourseGrant, ...]

    def enter(
        self,
        candidate: Candidate,
        teacher: str,
        programme: Programme | None,
        free_from: tuple[str, ...],
    ) -> Candidate:
        """Return the candidate's file with it."""
        where = f"conversion of {teacher!r} by {self.agreement.id!r}"
        refuse_other_kind(candidate, Candidate, where=where)
        refuse_other_kind(programme, Programme, where=where, none=True)
        if candidate.teacher != teacher:
            raise InvalidValueError.at(
                where, f"is entered for {candidate.teacher!r}", "give the teacher's own file"
            )
        stood_for = [own.course for own in self.courses if own.does is Does.STANDS]
        passed = {**dict(candidate.passed), **dict.fromkeys(stood_for, self.on)}
        if free_from:
            settled = {*passed, *dict(candidate.exempt)}
            rest = self._rest(where, settled, programme, free_from)
        elif self.amount.value > 0 and not self.agreement.electives:
            raise InvalidValueError.at(
                where, f"gives {self.amount} for courses", "name them by free_from="
            )
        else:
            rest = self.amount
        exempt = {**dict(candidate.exempt), **dict.fromkeys(free_from, self.on)}
        credit = candidate.elective_credits
        if rest.value > 0 and self.agreement.electives:
            credit = (*credit, (self.on, rest))
        return attrs.evolve(candidate, passed=passed, exempt=exempt, elective_credits=credit)

    def _rest(
        self,
        where: str,
        settled: set[str],
        programme: Programme | None,
        free_from: tuple[str, ...],
    ) -> Amount:
        """Return what is left beyond courses that one may be freed from."""
        if programme is None:
            raise InvalidValueError.at(where, "names courses of no programme", "give the programme")
        rest = Fraction(self.amount.value)
        for name in dict.fromkeys(free_from):
            course = programme.course(name)
            fits = not self.agreement.courses or name in self.agreement.courses
            if not fits or (self.agreement.electives and course.required) or name in settled:
                raise InvalidValueError.at(
                    where,
                    f"doesn't free from course {name!r}",
                    "name courses that the agreement allows and that are not settled",
                )
            if course.credits is None or not course.credits.is_point:
                raise InvalidValueError.at(
                    where, f"course {name!r} has no known credits", "give them in the programme"
                )
            rest -= Fraction(course.credits.value)
        if rest < 0:
            raise InvalidValueError.at(
                where, f"gives {self.amount}, {-rest} too little for these courses", "name fewer"
            )
        return attrs.evolve(self.amount, low=rest, high=rest)
