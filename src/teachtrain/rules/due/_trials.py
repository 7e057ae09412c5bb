"""What would be if a teacher did something more: the same audit, on a later day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Final

from teachtrain.models import Span, Transcript, Unbounded
from teachtrain.rules._conditions import Compare, Each
from teachtrain.rules._frame import Part
from teachtrain.rules._prepare import window_named
from teachtrain.rules._quantities import Total, WindowOf
from teachtrain.rules._verdicts import UNMET
from teachtrain.rules._walk import parts_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teachtrain.models import Teacher, TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._evaluate import Node
    from teachtrain.rules._frame import Frame
    from teachtrain.rules._prepare import Prepared
    from teachtrain.rules._run import Row, Run
    from teachtrain.rules._walk import Form
    from teachtrain.rules.due._options import Option

__all__ = [
    "NEXT",
    "Move",
    "Trial",
    "fact_borders",
    "first_day_of",
    "last_day_of",
    "rolls",
    "share_of",
]

NEXT: Final = timedelta(days=1)

Move = tuple["Option", date]
"""An option, and a day on which it could be taken."""

_ENDLESS: Final = 9999
_MOST_DAYS: Final = 400


class Trial:
    """
    Audits of one teacher on a later day, with records in advance.

    Attributes:
        by: The day, whose evening is looked at.
        tried: How many ways were audited.
    """

    def __init__(
        self,
        prepared: Prepared,
        teacher: Teacher,
        transcript: Transcript,
        *,
        as_of: date,
        cycle_of: date,
        by: date,
    ) -> None:
        self._prepared = prepared
        self._teacher = teacher
        self._as_of = as_of
        self._cycle_of = cycle_of
        self.by = by
        until = transcript.complete_until
        self._until = by if until is not None and until >= as_of else until
        # Of what is after the day of the audit, nothing is known on its evening.
        self._records = tuple(own for own in transcript.records if own.booking_span.start <= as_of)
        self.tried = 0

    def transcript(self, more: Iterable[TrainingRecord] = ()) -> Transcript:
        """Return the teacher's records with *more*."""
        return Transcript((*self._records, *more), complete_until=self._until)

    def run(self, more: Iterable[TrainingRecord] = (), *, traced: bool = False) -> Run:
        """Return the audit with *more* records."""
        self.tried += 1
        return self._prepared.run(
            self._teacher,
            self.transcript(more),
            as_of=self.by,
            cycle_of=self._cycle_of,
            traced=traced,
        )

    def alone(self, records: Iterable[TrainingRecord]) -> Run:
        """Return the audit of some records without any other."""
        only = Transcript(tuple(records), complete_until=self.by)
        return self._prepared.run(
            self._teacher, only, as_of=self.by, cycle_of=self._cycle_of, traced=True
        )

    def rows(self, more: Iterable[TrainingRecord] = ()) -> tuple[Row, ...]:
        """Return every requirement judged, by what there would be with *more* records."""
        return self.run(more).judge()[0]

    # days ------------------------------------------------------------------------------------

    def moves(self, option: Option) -> list[Move]:
        """
        Return an option with days on which it could be taken, one for each stretch of time.

        Days of one stretch are alike: no window, calendar, rule or fact begins or ends in it.
        """
        if option.record.day is not None:
            fits = self._as_of < option.record.day <= self.by
            return [(option, option.record.day)] if fits else []
        first = self._as_of + NEXT
        borders = [first, *self.borders]
        if option.days is not None:
            borders.append(max(first, option.days.start))
        days = sorted({day for day in borders if first <= day <= self.by and option.may_be_on(day)})
        return [(option, day) for day in days[:_MOST_DAYS]]

    def stretch(self, move: Move) -> Span:
        """Return the days that are as good for a move as its own."""
        option, day = move
        if option.record.day is not None or self._prepared.reader.reads_day:
            return Span.on(day)
        ends = [self.by + NEXT, *(own for own in self.borders if own > day)]
        if option.days is not None:
            ends.append(option.days.end)
        return Span(day, min(ends))

    @cached_property
    def borders(self) -> tuple[date, ...]:
        """The days on which something changes, by the calendar or by facts."""
        return tuple(self._borders())

    def _borders(self) -> Iterator[date]:
        run = self._prepared.run(
            self._teacher, self.transcript(), as_of=self.by, cycle_of=self._cycle_of
        )
        yield from run.frame.breaks
        yield from self._prepared.reader.epochs
        yield from fact_borders(self._teacher)


def fact_borders(teacher: Teacher) -> Iterator[date]:
    """Yield the days on which something about a teacher changes."""
    timelines = [
        teacher.categories,
        teacher.post,
        teacher.school,
        teacher.stage,
        teacher.subject,
        teacher.place,
        teacher.employment,
        *(timeline for _, timeline in teacher.local),
    ]
    for timeline in timelines:
        if timeline is not None:
            yield from timeline.borders()
    for event in teacher.events:
        if isinstance(event.day, date):
            yield event.day


# windows ----------------------------------------------------------------------------------------


def rolls(form: Form) -> bool:
    """Whether a window of some total in it moves with the day of the audit."""
    windows = (getattr(part, "over", None) for part in walk(form))
    return any(
        isinstance(own, WindowOf) and "as_of" in (own.start.event, own.end.event) for own in windows
    )


def first_day_of(form: Form, frame: Frame) -> date | None:
    """Return the first day on which something may count for a condition, if there is a first."""
    around = frame.cycle if isinstance(frame.cycle, Part) else frame.always
    days = [part.window.first_day for part in _parts_under(form, frame, around)]
    return None if not days or min(days) == date.min else min(days)


def last_day_of(form: Form, frame: Frame) -> date | None:
    """Return the last day on which something may count for a condition, if there is a last."""
    around = frame.cycle if isinstance(frame.cycle, Part) else frame.always
    days = [part.window.last_day for part in _parts_under(form, frame, around)]
    if not days or max(days).year >= _ENDLESS:
        return None
    return max(days)


def _parts_under(form: Form, frame: Frame, around: Part) -> Iterator[Part]:
    """Yield the part of time of each total in a form."""
    over = window_named(form)
    if over is not None:
        found = frame.window(over)
        if not isinstance(found, Part):
            return
        around = found
    if isinstance(form, Total):
        yield around
    if isinstance(form, Each):
        for part in frame.parts(form, around):
            yield from _parts_under(form.condition, frame, part)
        return
    for own in parts_of(form):
        yield from _parts_under(own, frame, around)


# how far it is ----------------------------------------------------------------------------------


def share_of(node: Node, mask: int) -> Fraction:
    """Return how far a condition has come, from 0 to 1: it only serves to compare ways."""
    if not mask & UNMET:
        return Fraction(1)
    parts: Sequence[Node] = node[4]
    if parts:
        return sum((share_of(own, own[1]) for own in parts), Fraction(0)) / len(parts)
    form, left, right = node[0], node[2], node[3]
    if not isinstance(form, Compare) or left is None or right is None:
        return Fraction(0)
    return _ratio(left[0], right[1])


def _ratio(counted: Reach, needed: Reach) -> Fraction:
    if isinstance(counted, Unbounded) or isinstance(needed, Unbounded) or needed <= 0:
        return Fraction(0)
    return min(Fraction(counted) / needed, Fraction(1))
