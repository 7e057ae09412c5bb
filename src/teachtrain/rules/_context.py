"""What a form is evaluated against, and how facts are read there."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from teachtrain.models import NONE, UNBOUNDED, UNKNOWN, Absent, Span
from teachtrain.models._records import MISSING_MEANS
from teachtrain.rules._quantities import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from teachtrain.models import Exact, Teacher, Timeline, TrainingRecord, Window
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._frame import Part
    from teachtrain.rules._policy import Presumption
    from teachtrain.rules._quantities import Fact
    from teachtrain.rules._run import Run

__all__ = ["Context", "Missing", "Presumptions", "Range"]

Range = tuple["Reach", "Reach", bool]
"""Least, most, and whether there surely is a value at all."""

Presumptions = dict[tuple[str, bool], "Presumption"]
"""What silence of a record means, by `Presumption.key`."""


@attrs.frozen
class Missing:
    """
    A fact that is not known, and that something undecided read.

    Attributes:
        fact: Its name, such as `mode`, `stage` or `hired`.
        record: Id of the record it belongs to; None for a fact of the teacher.
        kind: `fact`, `day`, `pending`, `text` for one that is text where a number is read,
            `booking` where the policy does not say on which day of several a record is booked,
            `rounding` where it does not say how an amount becomes a multiple of a step,
            `late` where it does not say whether a record counts that was entered late,
            `transcript` for records not yet in, or `ways` where there are too many ways to give
            whole records to demands for all to be tried.
    """

    fact: str
    record: str | None = None
    kind: str = "fact"

    def __str__(self) -> str:
        owner = "teacher" if self.record is None else f"record {self.record}"
        match self.kind:
            case "pending":
                return f"{owner}: pending"
            case "late":
                return f"policy: late entry of {owner}"
            case "booking":
                return f"policy: booking of {owner}"
            case "text":
                return f"{owner}: {self.fact}, which is text and not a number"
            case "transcript":
                return f"transcript: {self.fact}"
            case "ways" | "rounding":
                return f"policy: {self.fact}"
            case _:
                return f"{owner}: {self.fact}"


class Context:
    """
    Where a form is evaluated: on a record, over a group, or for the person in a window.

    Attributes:
        teacher: Whose facts are read.
        first: With *last*, the days among which the day lies on which facts are read.
        last: See *first*.
        dated: First and last of the days on which dated values are read.
        record: The record at hand, or None.
        entry_tags: Tags of the entry at hand.
        members: Amounts of the group at hand, the largest first, or None.
        part: The part of time at hand, where `ever`, `throughout` and `at start` look.
        enclosing: The window of totals that name none: a part, None where there is none, or
            the fact that is missing to tell it.
        run: The audit that figures and totals belong to, or None.
        presumptions: What silence of a record means, by `Presumption.key`.
        missing: Every unknown fact that was read, in order.
        presumed: Ids of the presumptions that were used.
    """

    __slots__ = (
        "count",
        "dated",
        "enclosing",
        "entry_tags",
        "first",
        "last",
        "members",
        "missing",
        "part",
        "presumed",
        "presumptions",
        "record",
        "run",
        "teacher",
    )

    def __init__(
        self,
        teacher: Teacher,
        first: date,
        last: date,
        *,
        run: Run | None = None,
        part: Part | None = None,
        record: TrainingRecord | None = None,
        entry_tags: frozenset[str] = frozenset(),
        members: Sequence[Reach] | None = None,
        count: int = 0,
        presumptions: Presumptions | None = None,
    ) -> None:
        self.teacher = teacher
        self.first = first
        self.last = last
        self.dated = (first, last)
        self.run = run
        self.part = part
        self.enclosing: Part | Missing | None = part
        self.record = record
        self.entry_tags = entry_tags
        self.members = members
        self.count = count
        self.presumptions = presumptions or {}
        self.missing: list[Missing] = []
        self.presumed: list[str] = []

    def enter(self, part: Part, enclosing: Part | Missing | None) -> None:
        """Look at *part* from here on: its facts, its dated values, its totals."""
        self.part = part
        self.enclosing = enclosing
        self.first = self.last = part.read
        self.dated = (date.min, date.max) if isinstance(enclosing, Missing) else part.dated

    # facts of the record -----------------------------------------------------------------

    def record_value(self, fact: Fact) -> object:
        """Return the value of a record's fact, `NONE` or `UNKNOWN`."""
        if self.record is None:
            return NONE
        value = self._local_value(fact.name) if fact.local else getattr(self.record, fact.name)
        if value is None:
            value = MISSING_MEANS.get(fact.name, UNKNOWN)
        if value is UNKNOWN:
            presumption = self.presumptions.get((fact.name, fact.local))
            if presumption is not None:
                self.presumed.append(presumption.id)
                return presumed_value(presumption)
            self.missing.append(Missing(fact.name, self.record.id))
        return value

    def _local_value(self, name: str) -> object:
        assert self.record is not None
        return next((held for own, held in self.record.local if own == name), UNKNOWN)

    # facts of the teacher ----------------------------------------------------------------

    def teacher_truths(self, fact: Fact, values: tuple[str, ...]) -> set[bool | None]:
        """Return whether the fact is one of *values*, for each day that may be meant."""
        if fact.moment is Moment.ON_EVENT and self.teacher.event(fact.event) is NONE:
            return set()  # there is no such day
        timeline = self.teacher.fact(fact.name)
        if fact.moment is not Moment.ON_EVENT:
            always = _always(timeline, values, many=fact.name == "category")
            if always is not None:
                return {always}
        untold = self._untold(fact)
        found = {
            truth
            for span in self._days_of(fact)
            for truth in _truths(timeline, span, values, many=fact.name == "category")
        }
        if untold is not None and len(found) > 1:
            self.missing.append(untold)
            if None in found:
                self.missing.append(Missing(fact.name))
            return {None}
        if not found or None in found:
            self.missing.append(Missing(fact.name))
            found.add(None)
        if fact.moment is Moment.EVER:
            return {True} if True in found else {None} if None in found else {False}
        if fact.moment is Moment.THROUGHOUT:
            return {False} if False in found else {None} if None in found else {True}
        return found

    def days_when(
        self, facts: Sequence[Fact], truth_on: Callable[[date], bool | None], window: Window
    ) -> tuple[int, int]:
        """Return on how many days of a window a test of *facts* holds, at least and at most."""
        timelines = [self.teacher.fact(fact.name) for fact in facts]
        borders = {day for own in timelines if own is not None for day in own.borders()}
        surely = maybe = 0
        for span in window.spans:
            days = sorted({span.start, span.end, *borders})
            for start, end in pairwise(day for day in days if span.start <= day <= span.end):
                truth = truth_on(start)
                length = (end - start).days
                surely += length if truth else 0
                maybe += 0 if truth is False else length
        return surely, maybe

    def holds_on(self, fact: Fact, values: tuple[str, ...], day: date) -> bool | None:
        """Return whether a fact is one of *values* on a day; None where that is not known."""
        timeline = self.teacher.fact(fact.name)
        (truth,) = set(_truths(timeline, Span.on(day), values, many=fact.name == "category"))
        return truth

    def teacher_numbers(self, fact: Fact) -> Range | None:
        """Return the range of a teacher's own number over the days that may be meant."""
        timeline = self.teacher.fact(fact.name)
        low: Reach = UNBOUNDED
        high: Reach = -UNBOUNDED
        sure = True
        for span in self._days_of(fact):
            for held in _values(timeline, span):
                if isinstance(held, str) or held is UNKNOWN or held is None:
                    kind = "text" if isinstance(held, str) else "fact"
                    self.missing.append(Missing(fact.name, None, kind))
                    return (0, UNBOUNDED, True)
                if held is NONE:
                    sure = False
                    continue
                low, high = min(low, held), max(high, held)
        return (low, high, sure) if low <= high else None

    def _untold(self, fact: Fact) -> Missing | None:
        """Return what is missing to tell the window in which a fact is read, if it looks there."""
        looks = fact.moment in (Moment.EVER, Moment.THROUGHOUT, Moment.AT_START)
        return self.enclosing if looks and isinstance(self.enclosing, Missing) else None

    def _days_of(self, fact: Fact) -> Iterator[Span]:
        """Yield the days that may be meant, as spans; none, if an event's day is unknown."""
        if self._untold(fact) is not None:
            yield Span.always()
            return
        match fact.moment:
            case Moment.EVER | Moment.THROUGHOUT if self.part is not None:
                until = Span.until(max(self.last, self.part.window.first_day))
                for span in self.part.window.spans:
                    days = span.overlap(until)
                    if days is not None:
                        yield days
            case Moment.AT_START if self.part is not None:
                yield Span.on(self.part.window.first_day)
            case Moment.ON_EVENT:
                day = self.teacher.event(fact.event)
                if day is UNKNOWN:
                    self.missing.append(Missing(fact.event))
                elif not isinstance(day, Absent):
                    yield Span.on(day)
            case _:
                yield Span.through(self.first, self.last)


def presumed_value(presumption: Presumption) -> object:
    """Return the value that a presumption puts in the place of an unknown one."""
    means = presumption.means
    return frozenset((means,)) if presumption.key == ("topics", False) else means


def _segments(timeline: Timeline, span: Span) -> Iterator[date]:
    """Yield a day of each part of *span* over which the timeline does not change."""
    yield span.start
    for border in sorted(set(timeline.borders())):
        if span.start < border < span.end:
            yield border


def _always(timeline: Timeline | None, values: tuple[str, ...], *, many: bool) -> bool | None:
    """Return whether the fact is one of *values* on every day, None if that takes a closer look."""
    if timeline is None or not (timeline.entries or many):
        return None
    truth = False
    for held in timeline.entries:
        if held.value is UNKNOWN:
            return None
        matches = held.value in values
        span = held.span
        if (matches or not many) and not (span.start == date.min and span.end == date.max):
            return None
        truth = truth or matches
    return truth


def _truths(
    timeline: Timeline | None, span: Span, values: tuple[str, ...], *, many: bool
) -> Iterator[bool | None]:
    if timeline is None:
        yield None
        return
    for day in _segments(timeline, span):
        held = timeline.on(day)
        if any(value in values for value in held):
            yield True
        elif UNKNOWN in held or not (held or many):
            yield None
        else:
            yield False


def _values(timeline: Timeline | None, span: Span) -> Iterator[str | Exact | Absent | None]:
    if timeline is None:
        yield None
        return
    for day in _segments(timeline, span):
        held = timeline.on(day)
        yield held[0] if held else None
