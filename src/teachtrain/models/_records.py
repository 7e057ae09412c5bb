"""Training records, and a teacher's transcript of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import attrs

from teachtrain.errors import ConflictError, InvalidTypeError, InvalidValueError, Problem
from teachtrain.models._calendar import Span, plain_date
from teachtrain.models._quantities import (
    CLASS_HOUR,
    DAY,
    NUMBER,
    Amount,
    Exact,
    local_number,
    measured,
)
from teachtrain.models._vocabulary import (
    NONE,
    UNKNOWN,
    Absent,
    Approval,
    Level,
    Mode,
    Result,
    Status,
    as_tuple,
    brief,
    identifier,
    several,
    tags,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teachtrain.models._quantities import ExactInput

__all__ = ["MISSING_MEANS", "TrainingRecord", "Transcript"]

MISSING_MEANS: Mapping[str, Absent] = {
    "activity": UNKNOWN,
    "project": NONE,
    "module": NONE,
    "hours": UNKNOWN,
    "days": UNKNOWN,
    "mode": UNKNOWN,
    "topics": UNKNOWN,
    "level": UNKNOWN,
    "organiser": UNKNOWN,
    "approval": UNKNOWN,
    "result": UNKNOWN,
    "score": UNKNOWN,
    "role": UNKNOWN,
    "attendance": UNKNOWN,
    "entered": NONE,
    "converted_from": UNKNOWN,
    "local": UNKNOWN,
}
"""What None in a field means.

Topics, and systems it was converted from, that are left out are the empty set: known to be none.
"""


def _hours(value: Amount | ExactInput | None) -> Exact | None:
    return measured(value, CLASS_HOUR, where="TrainingRecord.hours")


def _days(value: Amount | ExactInput | None) -> Exact | None:
    return measured(value, DAY, where="TrainingRecord.days")


def _score(value: Amount | ExactInput | None) -> Exact | None:
    return measured(value, NUMBER, where="TrainingRecord.score")


def _attendance(value: Amount | ExactInput | None) -> Exact | None:
    share = measured(value, NUMBER, where="TrainingRecord.attendance")
    if share is not None and share > 1:
        raise InvalidValueError.at(
            "TrainingRecord.attendance",
            f"more than all was attended (got {share})",
            'give a share from 0 to 1, such as "0.95"',
        )
    return share


def _mode(value: str | Absent | None) -> Mode | Absent | None:
    return Mode.or_absent(value, where="TrainingRecord.mode")


def _level(value: str | Absent | None) -> Level | Absent | None:
    return Level.or_absent(value, where="TrainingRecord.level")


def _approval(value: str | Absent | None) -> Approval | Absent | None:
    return Approval.or_absent(value, where="TrainingRecord.approval")


def _result(value: str | Absent | None) -> Result | Absent | None:
    return Result.or_absent(value, where="TrainingRecord.result")


def _status(value: str | Absent | None) -> Status:
    if value is None or isinstance(value, Absent):
        raise InvalidValueError.at(
            "TrainingRecord.status", "has no status", "give FINAL or PENDING"
        )
    return Status.of(value, where="TrainingRecord.status")


def _topics(value: str | Iterable[str] | Absent | None) -> frozenset[str] | None:
    if value is None or value is UNKNOWN:
        return None
    if isinstance(value, Absent):
        return frozenset()
    mend = 'give words such as topics={"safety"}'
    return tags(several(value, where="TrainingRecord.topics", mend=mend))


def _systems(value: str | Iterable[str]) -> frozenset[str]:
    mend = 'give ids of credit systems such as converted_from={"willow"}'
    return tags(several(value, where="TrainingRecord.converted_from", mend=mend))


def _local(
    value: Mapping[str, ExactInput] | Iterable[tuple[str, ExactInput]],
) -> tuple[tuple[str, str | Exact], ...]:
    if not value:
        return ()
    if isinstance(value, Mapping):
        items: Iterable[tuple[str, ExactInput]] = cast("Mapping[str, ExactInput]", value).items()
    else:
        mend = 'give values by name, such as {"rank": "senior"}'
        items = several(value, where="TrainingRecord.local", mend=mend)
    return tuple(sorted(_local_item(name, held) for name, held in items))


def _local_item(name: str, held: ExactInput) -> tuple[str, str | Exact]:
    identifier(name, where="TrainingRecord.local")
    if isinstance(held, str):
        return (name, held)
    return (name, local_number(held, where=f"TrainingRecord.local[{name!r}]"))


_OPEN_WORDS = ("activity", "organiser", "role", "project", "module", "teacher")


@attrs.frozen(weakref_slot=False)
class TrainingRecord:
    """
    One completed, failed or pending activity of a teacher, as a platform reports it.

    Hours are the fact; what they earn is a policy's finding. A field that is left out is
    unknown, except that *project*, *module*, *topics* and *converted_from* then mean that there
    is none, and *entered* that nothing is held against it.
    `UNKNOWN` and `NONE` say either of any text field.

    >>> from datetime import date
    >>> TrainingRecord("r-1", activity="training", day=date(2016, 3, 5), hours="7.5").hours
    Fraction(15, 2)

    Attributes:
        id: Never empty; the same id is the same record.
        activity: What kind of activity, in the words of the policies that recognise it.
        day: The day it took place, or its first day.
        last_day: Its last day, if it took more than one.
        within: Days in which it took place on a day that is not known more exactly.
        hours: Class hours.
        days: Days, where an export gives days.
        mode: How it was delivered.
        topics: What it was about.
        level: Level of the body that organised it.
        organiser: Id of that body.
        approval: Whether it was recognised by the body that may.
        result: Outcome of the assessment.
        score: Marks.
        role: What the teacher was in it, such as `speaker` or `participant`.
        attendance: Share attended, 0 to 1.
        project: Id of the training project.
        module: Id of the module.
        entered: The day on which it came in, where that may have been too late.
        converted_from: Ids of the credit systems that its credit came through by agreements,
            where it is no activity of its own.
        status: Final, or pending: it may still be struck out.
        teacher: Id of the teacher, where the row names one.
        local: A province's own attributes, text or exact numbers by name.

    Raises:
        InvalidValueError: If hours or days are negative, the days contradict each other, or
            a word is not in its closed vocabulary.
        InvalidTypeError: If a number is a `float` or a `bool`, or a day is a `datetime`.
    """

    id: str
    activity: str | Absent | None = attrs.field(default=None, kw_only=True)
    day: date | None = attrs.field(default=None, kw_only=True)
    last_day: date | None = attrs.field(default=None, kw_only=True)
    within: Span | None = attrs.field(default=None, kw_only=True)
    hours: Exact | None = attrs.field(default=None, converter=_hours, kw_only=True)
    days: Exact | None = attrs.field(default=None, converter=_days, kw_only=True)
    mode: Mode | Absent | None = attrs.field(default=None, converter=_mode, kw_only=True)
    topics: frozenset[str] | None = attrs.field(
        default=frozenset(), converter=_topics, kw_only=True
    )
    level: Level | Absent | None = attrs.field(default=None, converter=_level, kw_only=True)
    organiser: str | Absent | None = attrs.field(default=None, kw_only=True)
    approval: Approval | Absent | None = attrs.field(
        default=None, converter=_approval, kw_only=True
    )
    result: Result | Absent | None = attrs.field(default=None, converter=_result, kw_only=True)
    score: Exact | None = attrs.field(default=None, converter=_score, kw_only=True)
    role: str | Absent | None = attrs.field(default=None, kw_only=True)
    attendance: Exact | None = attrs.field(default=None, converter=_attendance, kw_only=True)
    project: str | Absent | None = attrs.field(default=None, kw_only=True)
    module: str | Absent | None = attrs.field(default=None, kw_only=True)
    entered: date | None = attrs.field(default=None, kw_only=True)
    converted_from: frozenset[str] = attrs.field(
        default=frozenset(), converter=_systems, kw_only=True
    )
    status: Status = attrs.field(default=Status.FINAL, converter=_status, kw_only=True)
    teacher: str | None = attrs.field(default=None, kw_only=True)
    local: tuple[tuple[str, str | Exact], ...] = attrs.field(
        default=(), converter=_local, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="TrainingRecord.id")
        where = f"TrainingRecord {self.id!r}"
        if self.day is not None:
            plain_date(self.day, where=where)
        elif self.last_day is not None:
            raise InvalidValueError.at(where, "has a last day but no first", "give day=")
        if self.last_day is not None:
            plain_date(self.last_day, where=where)
            if self.day is not None and self.last_day < self.day:
                raise InvalidValueError.at(
                    where,
                    f"ends before it starts ({self.day} to {self.last_day})",
                    "give the first day as day=",
                )
        if self.entered is not None:
            self._check_entered(plain_date(self.entered, where=f"{where}, entered="), where)
        if self.within is not None and not isinstance(self.within, Span):
            raise InvalidTypeError.at(
                where, f"within= is a span (got {brief(self.within)})", "give Span.of_year(2016)"
            )
        if self.within is not None and self.day is not None:
            raise InvalidValueError.at(
                where, "has a day and a span that holds it", "give day= or within=, not both"
            )
        self._check_words()

    def _check_entered(self, entered: date, where: str) -> None:
        last = self.last_day or self.day
        if last is not None and entered < last:
            raise InvalidValueError.at(
                where,
                f"was entered before it was over ({entered}, {last})",
                "give the day on which it came in as done",
            )

    def _check_words(self) -> None:
        for name in _OPEN_WORDS:
            word = getattr(self, name)
            if word is not None and not isinstance(word, Absent):
                identifier(word, where=f"TrainingRecord.{name}")
        for system in self.converted_from:
            identifier(system, where="TrainingRecord.converted_from")
        for topic in self.topics or ():
            if not isinstance(topic, str):
                raise InvalidTypeError.at(
                    f"TrainingRecord {self.id!r}",
                    f"a topic is text (got {brief(topic)})",
                    'give words such as topics={"safety"}',
                )
            identifier(topic, where="TrainingRecord.topics")
        if len({name for name, _ in self.local}) < len(self.local):
            raise InvalidValueError.at(
                f"TrainingRecord {self.id!r}",
                "has a local attribute twice",
                "give each attribute one value",
            )

    @property
    def length(self) -> int | None:
        """How many days lie from its first to its last; None where its days are not known."""
        return None if self.day is None else ((self.last_day or self.day) - self.day).days + 1

    @property
    def delay(self) -> int | Absent | None:
        """
        How many days after its last day it was entered.

        `NONE` where nothing says when it was entered; None where its last day is not known.
        """
        last = self.last_day or self.day
        if self.entered is None:
            return NONE
        return None if last is None else (self.entered - last).days

    @property
    def booking_span(self) -> Span:
        """The days among which its booking day is; one day where that is certain."""
        if self.day is not None:
            return Span.through(self.day, self.last_day or self.day)
        return self.within or Span.always()


@attrs.frozen
class Transcript:
    """
    A teacher's records, and up to when they are complete.

    Equal records with one id count once. They are kept by their first day and then by id, so that
    the order in which they are given makes no difference.

    Attributes:
        records: In order of their days; they may be given in any.
        complete_until: The last day up to which no record is missing, or None where the
            records may lack some of any day. There is no default: an export says it.
        teachers: Ids of the teachers that the records name.
        dated: Whether some record says when it was entered.

    Raises:
        ConflictError: If one id stands for two different records.
    """

    records: tuple[TrainingRecord, ...] = attrs.field(converter=as_tuple)
    complete_until: date | None = attrs.field(kw_only=True)
    teachers: frozenset[str] = attrs.field(init=False, eq=False, repr=False)
    dated: bool = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        named = frozenset([one.teacher for one in self.records if one.teacher is not None])
        object.__setattr__(self, "teachers", named)
        dated = any(one.entered is not None for one in self.records)
        object.__setattr__(self, "dated", dated)
        if self.complete_until is not None:
            plain_date(self.complete_until, where="Transcript.complete_until")
        kept, problems = _once_each(self.records)
        if problems:
            raise ConflictError(*problems)
        object.__setattr__(self, "records", tuple(sorted(kept, key=_by_day)))

    @classmethod
    def of(
        cls, records: Iterable[TrainingRecord], *, complete_until: date | None
    ) -> tuple[Transcript, tuple[Problem, ...]]:
        """
        Return the transcript of *records* and every problem among them.

        Where one id stands for different records, one record is kept with what they agree on;
        all else of it is unknown, and a problem names it.
        """
        kept, problems = _once_each(tuple(records))
        return cls(kept, complete_until=complete_until), problems


def _by_day(record: TrainingRecord) -> tuple[date, str]:
    if record.day is not None:
        return (record.day, record.id)
    return (date.min if record.within is None else record.within.start, record.id)


def _once_each(
    records: tuple[TrainingRecord, ...],
) -> tuple[tuple[TrainingRecord, ...], tuple[Problem, ...]]:
    first = {record.id: record for record in records}
    if len(first) == len(records):
        return records, ()
    versions: dict[str, list[TrainingRecord]] = {}
    for record in records:
        known = versions.setdefault(record.id, [])
        if record not in known:
            known.append(record)
    problems = tuple(
        Problem(
            where=f"record {record_id!r}",
            problem=f"stands for {len(known)} different records",
            mend="keep the right one; the same id is the same record",
        )
        for record_id, known in versions.items()
        if len(known) > 1
    )
    return tuple(_agreed(known) for known in versions.values()), problems


def _agreed(versions: list[TrainingRecord]) -> TrainingRecord:
    """Return one record with what all *versions* say alike, the rest of it unknown."""
    first = versions[0]
    if len(versions) == 1:
        return first
    facts: dict[str, Any] = {
        name: getattr(first, name)
        if all(getattr(other, name) == getattr(first, name) for other in versions)
        else _DISPUTED.get(name)
        for name in MISSING_MEANS
    }
    facts["local"] = tuple(
        item for item in first.local if all(item in other.local for other in versions)
    )
    spans = [version.booking_span for version in versions]
    if all(
        (version.day, version.last_day, version.within) == (first.day, first.last_day, first.within)
        for version in versions
    ):
        facts |= {"day": first.day, "last_day": first.last_day, "within": first.within}
    else:
        facts["within"] = Span(min(span.start for span in spans), max(span.end for span in spans))
    settled = all(version.status is Status.FINAL for version in versions)
    facts["status"] = Status.FINAL if settled else Status.PENDING
    named = {version.teacher for version in versions}
    return TrainingRecord(first.id, teacher=first.teacher if len(named) == 1 else None, **facts)


_DISPUTED: Mapping[str, Absent] = {"project": UNKNOWN, "module": UNKNOWN, "topics": UNKNOWN}
"""Fields where leaving the entry out would say that there is none."""
