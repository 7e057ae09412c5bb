"""What the records of a teacher come to by an agreement, and what an application would give."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    Amount,
    Candidate,
    Role,
    Teacher,
    TrainingRecord,
    Transcript,
    Unbounded,
)
from teachtrain.models._calendar import plain_date
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.models._vocabulary import as_tuple, brief, refuse_other_kind
from teachtrain.rules._verdicts import Verdict
from teachtrain.rules.agreements._agreements import SPENT, WORTH, Agreement
from teachtrain.rules.agreements._checks import Check, all_of_them, checks
from teachtrain.rules.agreements._grants import Granted, granted_courses

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from teachtrain.models import Programme
    from teachtrain.models._quantities import Exact, Reach
    from teachtrain.rules._audit import Audit
    from teachtrain.rules._context import Missing
    from teachtrain.rules._quantities import Fact
    from teachtrain.rules._trace import RecordOutcome
    from teachtrain.rules.agreements._agreements import CreditSystem
    from teachtrain.rules.agreements._checks import Checked
    from teachtrain.rules.agreements._grants import CourseGrant

__all__ = ["Conversion", "Use", "convert", "converted"]

_NOT_OF_RECORDS = (Check.WINDOW, Check.THROUGH, Check.APPLICANT)
"""What an application for an exemption needs; a certificate's result is reported without one."""


class Use(NamedTuple):
    """
    What became of what one record has.

    Attributes:
        record: The record, as it was given.
        has: How much it has, in what the agreement takes; None where that is not known.
        elsewhere: How much of it is spent by other agreements.
        counts: How much of it counts here, from its low to its high.
        gives: What that gives.
        outcome: What became of it, and why.
    """

    record: TrainingRecord
    has: Amount | None
    elsewhere: Amount
    counts: Amount
    gives: Amount
    outcome: RecordOutcome

    @property
    def lost(self) -> Amount | None:
        """How much counts nowhere; None where what the record has is not known."""
        if self.has is None:
            return None
        rest = Fraction(self.has.value) - Fraction(self.elsewhere.value)
        return _span(rest - self.counts.high, rest - self.counts.low, self.has)


class Conversion:
    """
    What an application on a day would give.

    It counts everything up to that day, and so holds what was given before: `due` is what is
    new. Two conversions are equal when they come from the same terms, teacher, records and day.

    Attributes:
        terms: The agreement, or what stands for none.
        agreement: The agreement; None where there is none.
        giver: The system that credit comes from.
        receiver: The system in which it counts.
        teacher: The teacher.
        as_of: The day of the application.
        audit: The records audited by the terms.
        checks: What the application needs, beside records that qualify.
        courses: What each certificate does.
        before: What was given under the agreement before.
    """

    def __init__(  # noqa: PLR0917 - made by `convert` alone
        self,
        terms: Agreement,
        pair: tuple[CreditSystem, CreditSystem],
        found: Audit,
        transcript: Transcript,
        looked_at: tuple[Checked, ...],
        courses: tuple[CourseGrant, ...],
        before: Amount,
        spent: Mapping[str, Amount],
        *,
        exists: bool = True,
        bounds: Amount | None = None,
    ) -> None:
        self.terms = terms
        self._bounds = bounds
        self._spent = spent
        self._transcript = transcript
        self.agreement = terms if exists else None
        self.giver, self.receiver = pair
        self.teacher: Teacher = found.teacher
        self.as_of: date = found.as_of
        self.audit = found
        self.checks = looked_at
        self.courses = courses
        self.before = before

    # what it gives ---------------------------------------------------------------------------

    @property
    def verdict(self) -> Verdict:
        """Whether the application may be granted, whatever the records come to."""
        return Verdict.UNMET if self.agreement is None else all_of_them(self.checks)

    @property
    def worth(self) -> Amount:
        """What the records come to, under the ceiling, from low to high."""
        if self._bounds is not None:
            return self._bounds
        counted = self.audit.finding(WORTH).counted
        assert counted is not None  # it compares amounts
        most = self.terms.ceiling
        if most is not None and counted.high > most.value:
            return _span(counted.low, most.value, counted)  # whatever is still to be recorded
        return counted

    @property
    def granted(self) -> Amount:
        """What the application gives, with what was given before: nothing where it is refused."""
        worth = self.worth
        match self.verdict:
            case Verdict.MET | Verdict.NOT_APPLICABLE:
                return worth
            case Verdict.UNMET:
                return _span(0, 0, worth)
            case _:
                return _span(0, worth.high, worth)

    @property
    def due(self) -> Amount:
        """What the application gives beyond what was given before; never below nothing."""
        granted, before = self.granted, self.before.value
        return _span(max(0, granted.low - before), max(0, granted.high - before), granted)

    @property
    def uses(self) -> tuple[Use, ...]:
        """What became of each record, in order of their days."""
        given = {own.id: own for own in self._transcript.records}
        return tuple(self._use(given[own.record.id], own) for own in self.audit.records)

    @property
    def takes(self) -> Mapping[str, Amount]:
        """
        How much of which record the grant spends, by the record's id.

        Nothing, where the application is refused, or it is not known what it gives. Where that
        is known and it is open of a record whether it counts, others that surely do are spent.
        """
        if self.verdict is Verdict.UNMET or self._bounds is not None or not self.granted.is_point:
            return MappingProxyType({})
        each = Fraction(self.terms.takes.value) / Fraction(self.terms.gives.value)
        spent: dict[str, Amount] = {}
        for own in self.audit.records:
            counted = sum((Fraction(one.settled.counted.value) for one in own.entries), Fraction(0))
            if counted > 0:
                spent[own.record.id] = _span(counted * each, counted * each, self.terms.takes)
        return MappingProxyType(spent)

    @property
    def _is_told(self) -> bool:
        """Whether it is known of every record how much of it counts."""
        return (
            self._bounds is None
            and all(own.settled == own.possible for own in self.audit.entries)
            and all(own.outcome != "open" for own in self.audit.records)
        )

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The facts of the teacher and of records without which it cannot be told."""
        of_records = (one for own in self.audit.entries for one in own.missing)
        return tuple(dict.fromkeys([*self.audit.missing, *of_records]))

    def within(self, bounds: Amount | None) -> Conversion:
        """Return it with bounds of what it gives, for who knows what others spend."""
        return Conversion(
            self.terms,
            (self.giver, self.receiver),
            self.audit,
            self._transcript,
            self.checks,
            self.courses,
            self.before,
            self._spent,
            exists=self.agreement is not None,
            bounds=bounds,
        )

    def _use(self, record: TrainingRecord, outcome: RecordOutcome) -> Use:
        terms = self.terms
        low: Reach = sum((own.settled.counted.low for own in outcome.entries), 0)
        most = low
        if not self._is_told:
            # Under a ceiling, what is open of one record may take the room of another.
            low, most = 0, sum((own.possible.earned.high for own in outcome.entries), 0)
            if terms.ceiling is not None:
                most = min(most, terms.ceiling.value)
        each = Fraction(terms.takes.value) / Fraction(terms.gives.value)
        has = _measured(record, terms.measure)
        spent = self._spent.get(record.id)
        nothing = Amount(0, 0, terms.takes.unit)
        return Use(
            record,
            None if has is None else _span(has, has, terms.takes),
            nothing if spent is None else spent,
            _span(_times(low, each), _times(most, each), terms.takes),
            _span(low, most, terms.gives),
            outcome,
        )

    # what it makes ---------------------------------------------------------------------------

    def record(self, record_id: str, *, activity: str = "converted_credit") -> TrainingRecord:
        """
        Return what the application newly gives as a record for the receiver's policies.

        Hours and days stand in their fields, any other unit as the local fact `credits`.

        Raises:
            InvalidValueError: If it is not known what is given, or nothing is.
        """
        due = self._settled()
        facts: dict[str, object] = {"local": {"credits": due.value}}
        if due.unit in (CLASS_HOUR, DAY):
            facts = {"hours" if due.unit == CLASS_HOUR else "days": due.value}
        through = {
            name for own in self.uses if own.counts.high > 0 for name in own.record.converted_from
        }
        return TrainingRecord(
            record_id,
            activity=activity,
            day=self.as_of,
            teacher=self.teacher.id,
            converted_from=through.union(own.id for own in self.giver.lineage),
            **facts,  # type: ignore[arg-type]  # checked by the record
        )

    def enter(
        self,
        candidate: Candidate,
        programme: Programme | None = None,
        *,
        free_from: Iterable[str] = (),
    ) -> Candidate:
        """
        Return the candidate's file with what the application newly gives, and every certificate.

        Credit frees from the courses of *free_from*, which must fit into it; what is left goes to
        electives that are not named, if the agreement is for electives. A course that a
        certificate stands for is entered as passed.

        Args:
            candidate: The file.
            programme: The programme, where courses are named.
            free_from: Ids of the courses to be freed from.

        Raises:
            InvalidValueError: If it is not known what is given, the file is of another teacher,
                or a course may not be freed from, or is worth more than what is given.
        """
        granted = Granted(self.terms, self.as_of, self._settled(or_nothing=True), self.courses)
        return granted.enter(candidate, self.teacher.id, programme, as_tuple(free_from))

    def _settled(self, *, or_nothing: bool = False) -> Amount:
        due = self.due
        if not due.is_point or not (or_nothing or due.value > 0):
            raise InvalidValueError.at(
                f"conversion of {self.teacher.id!r} by {self.terms.id!r}",
                f"gives {due}",
                "see explain(): find out what is not known, or why nothing is given",
            )
        return due

    # words -----------------------------------------------------------------------------------

    def explain(self, language: str = "en") -> str:
        """Return what is given and why in words, every hour that did not count too."""
        from teachtrain.rules.explain import conversion_words  # noqa: PLC0415 - built only when asked

        return conversion_words(self, language)

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        return (
            f"Conversion({self.terms.id!r}, teacher={self.teacher.id!r}, {self.verdict}, "
            f"worth={self.worth})"
        )

    def _key(self) -> tuple[object, ...]:
        spent = tuple(sorted((name, one) for name, one in self._spent.items()))
        return (
            self.terms,
            self.giver,
            self.receiver,
            self.audit,
            self.checks,
            self.courses,
            self.before,
            spent,
            self._bounds,
        )

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Conversion) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.terms.id, self.audit))


def convert(
    agreement: Agreement,
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    applied_by: Role | None = None,
    candidate: Candidate | None = None,
    before: Amount | None = None,
    spent: Mapping[str, Amount] | None = None,
) -> Conversion:
    """
    Return what *agreement* gives *teacher* for an application on a day, and why.

    The whole transcript up to the day is counted, so that the ceiling holds over all
    applications. Facts of the teacher are read on the day.

    Args:
        agreement: The agreement.
        teacher: The teacher.
        transcript: The records in the giver's system.
        as_of: The day of the application.
        applied_by: Who applies; None: nobody says.
        candidate: The file in the receiver's programme; None: nothing is known of it.
        before: What was given under this agreement before; nothing, if None.
        spent: What of each record other agreements took, by its id.

    Raises:
        InvalidTypeError: If an argument is of another kind, or an amount of another unit.
        InvalidValueError: If more of a record was spent than it has, or the file is of another
            teacher.
    """
    return converted(
        agreement,
        None,
        teacher,
        transcript,
        as_of=as_of,
        applied_by=applied_by,
        candidate=candidate,
        before=before,
        spent=spent,
    )


def converted(
    agreement: Agreement,
    pair: tuple[CreditSystem, CreditSystem] | None,
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    applied_by: Role | None = None,
    candidate: Candidate | None = None,
    before: Amount | None = None,
    spent: Mapping[str, Amount] | None = None,
    exists: bool = True,
) -> Conversion:
    """Return what an agreement gives between two systems, which may be parts of those it names."""
    plain_date(as_of, where="as_of")
    for value, kind, name, none in (
        (agreement, Agreement, "agreement", False),
        (teacher, Teacher, "teacher", False),
        (transcript, Transcript, "transcript", False),
        (applied_by, Role, "applied_by", True),
        (candidate, Candidate, "candidate", True),
        (spent, Mapping, "spent", True),
    ):
        refuse_other_kind(value, kind, where=f"convert({name}=)", none=none)
    if candidate is not None and candidate.teacher != teacher.id:
        raise InvalidValueError.at(
            "convert(candidate=)",
            f"is the file of {candidate.teacher!r}, not of {teacher.id!r}",
            "give the teacher's own file",
        )
    given = before or _span(0, 0, agreement.gives)
    _refuse_unit("before", given, agreement.gives)
    took = dict(spent or {})
    left = _marked(agreement, transcript, took)
    terms = agreement.prepared_less if took else agreement.prepared
    found = terms.audit(teacher, left, as_of=as_of)
    looked_at = tuple(
        checks(agreement, found, as_of=as_of, applied_by=applied_by, candidate=candidate)
    )
    certain = all_of_them(own for own in looked_at if own.check not in _NOT_OF_RECORDS)
    return Conversion(
        agreement,
        pair or (agreement.giver, agreement.receiver),
        found,
        transcript,
        looked_at,
        granted_courses(agreement, candidate, as_of, certain),
        given,
        took,
        exists=exists,
    )


def _measured(record: TrainingRecord, measure: Fact) -> Exact | None:
    """Return what a record has of what an agreement takes; None where not known."""
    if measure.local:
        held = dict(record.local).get(measure.name)
        return None if isinstance(held, str) else held
    value: Exact | None = getattr(record, measure.name)
    return value


def _marked(
    agreement: Agreement, transcript: Transcript, spent: Mapping[str, Amount]
) -> Transcript:
    """Return the records, each saying what other agreements took of it."""
    if not spent:
        return transcript
    ids = {own.id for own in transcript.records}
    for name, amount in spent.items():
        if name not in ids:
            raise InvalidValueError.at(
                "convert(spent=)", f"names no record ({name!r})", "give ids of the transcript"
            )
        _refuse_unit(f"spent[{name!r}]", amount, agreement.takes)
    return attrs.evolve(
        transcript,
        records=tuple(_less(own, agreement.measure, spent) for own in transcript.records),
    )


def _less(own: TrainingRecord, measure: Fact, spent: Mapping[str, Amount]) -> TrainingRecord:
    if own.id not in spent:
        return own
    has, took = _measured(own, measure), Fraction(spent[own.id].value)
    if has is None or Fraction(has) < took:
        raise InvalidValueError.at(
            f"convert(spent=), record {own.id!r}",
            f"has {'an unknown amount' if has is None else has}, and {took} was spent",
            "give what other agreements took of it",
        )
    return attrs.evolve(own, local={**dict(own.local), SPENT: whole_or_fraction(took)})


def _times(amount: Reach, by: Fraction) -> Reach:
    return amount if isinstance(amount, Unbounded) else amount * by


def _span(low: Reach, high: Reach, like: Amount) -> Amount:
    return Amount(low, high, like.unit)


def _refuse_unit(name: str, amount: Amount, like: Amount) -> None:
    if not isinstance(amount, Amount) or amount.unit != like.unit or not amount.is_point:
        raise InvalidTypeError.at(
            f"convert({name}=)",
            f"is not one amount in {like.unit} (got {brief(amount)})",
            "give one",
        )
