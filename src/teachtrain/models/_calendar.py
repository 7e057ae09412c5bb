"""Spans of days, windows, calendars and cycles; every month is added from the start."""

from __future__ import annotations

import enum
from bisect import bisect_right
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from math import gcd
from typing import TYPE_CHECKING, Final

import attrs
from dateutil.relativedelta import relativedelta

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models._sources import Text, text
from teachtrain.models._vocabulary import as_tuple, brief, tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = [
    "CALENDAR_YEAR",
    "EVERY_DAY",
    "MONTHLY",
    "SCHOOL_YEAR",
    "Calendar",
    "Clip",
    "Cycle",
    "Span",
    "Window",
    "add_months",
    "plain_date",
]

_ONE_DAY: Final = timedelta(days=1)


def plain_date(value: date, *, where: str) -> date:
    """Return *value*, refusing a `datetime`: its time zone would decide the day."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidTypeError.at(
            where,
            f"not a date (got {type(value).__name__})",
            "give datetime.date(year, month, day), in the time zone of the place",
        )
    return value


def whole_number(value: int, *, where: str) -> int:
    """Return *value*, refusing what is not a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidTypeError.at(where, f"not a whole number (got {brief(value)})", "give an int")
    return value


def _length(years: int, months: int, *, where: str) -> int:
    """Return a length in months."""
    whole = whole_number(years, where=f"{where}(years)")
    return 12 * whole + whole_number(months, where=f"{where}(months)")


class Clip(enum.Enum):
    """What a day becomes that its target month does not have, such as 29 February."""

    BACK = "the last day of the month"
    FORWARD = "the first day of the next month"


def add_months(day: date, months: int, *, clip: Clip) -> date:
    """
    Return the day *months* after (or, below zero, before) *day*.

    The end of the calendar is the last answer: nothing lies beyond it.

    >>> add_months(date(2016, 2, 29), 60, clip=Clip.BACK)
    datetime.date(2021, 2, 28)
    >>> add_months(date(2016, 2, 29), 60, clip=Clip.FORWARD)
    datetime.date(2021, 3, 1)

    Args:
        day: The first day. Add to the start, never step by step: a clipped day stays clipped.
        months: How many, at most 120,000 either way.
        clip: What happens to a day that the target month does not have.
    """
    whole_number(months, where="add_months(months)")
    try:
        moved = day + relativedelta(months=months)
    except (ValueError, OverflowError):
        return date.max if months > 0 else date.min
    if moved.day != day.day and clip is Clip.FORWARD:
        return moved + _ONE_DAY if moved < date.max else moved
    return moved


@attrs.frozen
class Span:
    """
    Days in a row: *start* counts, *end* does not.

    >>> Span.through(date(2015, 9, 1), date(2016, 8, 31)).end
    datetime.date(2016, 9, 1)

    Attributes:
        start: The first day.
        end: The first day after it; `date.max` where it has no end.

    Raises:
        InvalidValueError: If it ends before it starts or holds no day.
    """

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        plain_date(self.start, where="Span.start")
        plain_date(self.end, where="Span.end")
        if self.end <= self.start:
            raise InvalidValueError.at(
                "Span",
                f"holds no day (starts {self.start}, ends before {self.end})",
                "give an end after the start, or use Span.through(first, last)",
            )

    @classmethod
    def through(cls, first: date, last: date) -> Span:
        """Return the span from *first* to *last*, both counted, as regulations speak."""
        plain_date(last, where="Span.through")
        return cls(first, last + _ONE_DAY if last < date.max else last)

    @classmethod
    def on(cls, day: date) -> Span:
        """Return the span of one day."""
        return cls.through(day, day)

    @classmethod
    def since(cls, first: date) -> Span:
        """Return the span from *first* on, without an end."""
        return cls(first, date.max)

    @classmethod
    def until(cls, last: date) -> Span:
        """Return the span of all days up to *last*, which counts."""
        return cls.through(date.min, last)

    @classmethod
    def of_year(cls, year: int) -> Span:
        """Return a calendar year, from 1 to 9999."""
        whole_number(year, where="Span.of_year")
        if not MINYEAR <= year <= MAXYEAR:
            raise InvalidValueError.at(
                "Span.of_year",
                f"there is no such year (got {brief(year)})",
                f"give a year from {MINYEAR} to {MAXYEAR}",
            )
        return cls.through(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def always(cls) -> Span:
        """Return the span of all days."""
        return cls(date.min, date.max)

    @property
    def last_day(self) -> date:
        """The last day that counts."""
        return self.end - _ONE_DAY

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def covers(self, other: Span) -> bool:
        """Whether every day of *other* lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> Span | None:
        """Return the days in both, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def __str__(self) -> str:
        first = "…" if self.start == date.min else str(self.start)
        last = "…" if self.end == date.max else str(self.last_day)
        return first if first == last else f"{first} to {last}"


@attrs.frozen
class Window:
    """
    The days that a rule looks at: one or more spans in order, apart from each other.

    A paused clock leaves gaps between them.

    Attributes:
        spans: At least one.

    Raises:
        InvalidValueError: If there is none, or they overlap or stand out of order.
    """

    spans: tuple[Span, ...] = attrs.field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if not self.spans or any(
            after.start < before.end
            for before, after in zip(self.spans, self.spans[1:], strict=False)
        ):
            raise InvalidValueError.at(
                "Window", "needs spans in order that do not overlap", "sort and merge them"
            )

    @classmethod
    def of(cls, *spans: Span) -> Window:
        """Return the window of *spans*."""
        return cls(spans)

    @property
    def first_day(self) -> date:
        """The first day of the first span."""
        return self.spans[0].start

    @property
    def last_day(self) -> date:
        """The last day of the last span."""
        return self.spans[-1].last_day

    @property
    def end(self) -> date:
        """The first day after the window."""
        return self.spans[-1].end

    def __contains__(self, day: date) -> bool:
        return any(day in span for span in self.spans)

    def overlap(self, span: Span) -> Window | None:
        """Return the part of the window that lies in *span*, or None."""
        parts = [part for own in self.spans if (part := own.overlap(span)) is not None]
        return Window(tuple(parts)) if parts else None

    def covers(self, span: Span) -> bool:
        """Whether every day of *span* lies in the window."""
        return self.holds(span.start, span.last_day)

    def holds(self, first: date, last: date) -> bool:
        """Whether every day from *first* to *last*, both counted, lies in the window."""
        here = first
        for span in self.spans:
            if span.start <= here < span.end:
                if last < span.end:
                    return True
                here = span.end
        return False

    def touches(self, first: date, last: date) -> bool:
        """Whether some day from *first* to *last*, both counted, lies in the window."""
        return any(first < span.end and span.start <= last for span in self.spans)

    def __str__(self) -> str:
        return ", ".join(map(str, self.spans))


def _sorted_cuts(cuts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((int(month), int(day)) for month, day in cuts))


@attrs.frozen
class Calendar:
    """
    All time cut into cells at the same days of every year.

    Years, terms and months are calendars; which they are is the policy's to say.

    >>> SCHOOL_YEAR.cell(date(2016, 8, 31))
    Span(start=datetime.date(2015, 9, 1), end=datetime.date(2016, 9, 1))
    >>> Calendar("accounting year", cuts=((7, 1),)).cell(date(2016, 8, 31)).start
    datetime.date(2016, 7, 1)

    Attributes:
        name: What a cell is called in an explanation, a noun such as `school year`.
        cuts: Month and day of each first day of a cell; empty, if each day is a cell.
        zh: The same noun in Chinese.

    Raises:
        InvalidValueError: If a cut is no day of every year (29 February is not).
    """

    name: str
    cuts: tuple[tuple[int, int], ...] = attrs.field(converter=_sorted_cuts)
    zh: str = ""

    def __attrs_post_init__(self) -> None:
        for month, day in self.cuts:
            try:
                date(2001, month, day)  # a year without 29 February
            except ValueError:
                raise InvalidValueError.at(
                    f"Calendar {self.name!r}",
                    f"month {month}, day {day} is no day of every year",
                    "give months and days such as ((9, 1),)",
                ) from None

    @property
    def daily(self) -> bool:
        """Whether each day is a cell of its own."""
        return not self.cuts

    def start(self, day: date) -> date:
        """Return the first day of the cell that holds *day*."""
        if not self.cuts:
            return day
        place = bisect_right(self.cuts, (day.month, day.day))
        if place:
            return date(day.year, *self.cuts[place - 1])
        return date.min if day.year == MINYEAR else date(day.year - 1, *self.cuts[-1])

    def end(self, day: date) -> date:
        """Return the first day after the cell that holds *day*."""
        if not self.cuts:
            return Span.on(day).end
        place = bisect_right(self.cuts, (day.month, day.day))
        if place < len(self.cuts):
            return date(day.year, *self.cuts[place])
        return date.max if day.year == MAXYEAR else date(day.year + 1, *self.cuts[0])

    def cell(self, day: date) -> Span:
        """Return the cell that holds *day*."""
        return Span(self.start(day), self.end(day))

    def cells(self, span: Span) -> Iterator[Span]:
        """Yield each cell that has a day in *span*, in order and whole."""
        cell = self.cell(span.start)
        yield cell
        while cell.end < span.end:
            cell = self.cell(cell.end)
            yield cell

    def refines(self, other: Calendar) -> bool:
        """Whether each cell of this calendar lies inside one of *other*."""
        return self.daily or (not other.daily and set(other.cuts) <= set(self.cuts))

    def __str__(self) -> str:
        return self.name


CALENDAR_YEAR: Final = Calendar("calendar year", ((1, 1),), "自然年")
SCHOOL_YEAR: Final = Calendar("school year", ((9, 1),), "学年")
MONTHLY: Final = Calendar("month", tuple((month, 1) for month in range(1, 13)), "月")
EVERY_DAY: Final = Calendar("day", (), "日")


def _assumed(value: str | Text | None) -> Text | None:
    return text(value) if value else None


_ALL_YEARS: Final = 9998


@attrs.frozen
class Cycle:
    """
    The training cycle (周期): how long it lasts, and when it starts for whom.

    Make one with `Cycle.block`, `Cycle.personal` or `Cycle.always`.

    >>> Cycle.block(years=5, starting=date(2015, 9, 1)).holding(date(2020, 8, 31)).spans
    (Span(start=datetime.date(2015, 9, 1), end=datetime.date(2020, 9, 1)),)

    Attributes:
        months: The length.
        starting: The first day of the first cycle of everybody, for a block.
        since: The teacher's event that starts the first cycle, for a personal anchor.
        paused_by: Values of the teacher's employment that stop the clock.
        clip: What becomes of a start that a later month does not have.
        lengths: A fact of the teacher, and for some of its values another length in months.
        assumed: What about the cycle no source says, in words.

    Raises:
        InvalidValueError: If it has no length, or not exactly one kind of start.
    """

    months: int
    starting: date | None = None
    since: str | None = None
    paused_by: frozenset[str] = attrs.field(default=frozenset(), converter=tags)
    clip: Clip = Clip.BACK
    assumed: Text | None = attrs.field(default=None, converter=_assumed)
    lengths: tuple[str, tuple[tuple[str, int], ...]] | None = None

    def __attrs_post_init__(self) -> None:
        whole_number(self.months, where="Cycle.months")
        if self.months < 1 or (self.starting is None) == (self.since is None):
            raise InvalidValueError.at(
                "Cycle",
                "needs a length of a month or more and one start",
                "use Cycle.block(years=5, starting=...) or Cycle.personal(years=5, since=...)",
            )

    @classmethod
    def always(cls) -> Cycle:
        """Return the cycle that holds every day: what was done at any time counts."""
        return cls(12 * _ALL_YEARS, date.min)

    @classmethod
    def block(
        cls,
        *,
        starting: date,
        years: int = 0,
        months: int = 0,
        clip: Clip | None = None,
        assumed: str | Text = "",
    ) -> Cycle:
        """
        Return a cycle that is the same block of the calendar for everybody.

        Raises:
            InvalidValueError: If it starts on a day that some month lacks and no *clip* is named.
        """
        plain_date(starting, where="Cycle.block(starting)")
        if clip is None and starting.day > 28:  # noqa: PLR2004 - the shortest month
            raise InvalidValueError.at(
                "Cycle.block(starting)",
                f"not every month has day {starting.day}",
                "name clip=Clip.BACK or clip=Clip.FORWARD",
            )
        length = _length(years, months, where="Cycle.block")
        return cls(length, starting=starting, clip=clip or Clip.BACK, assumed=assumed)

    @classmethod
    def personal(
        cls,
        *,
        since: str,
        clip: Clip,
        years: int = 0,
        months: int = 0,
        paused_by: Iterable[str] = (),
        assumed: str | Text = "",
    ) -> Cycle:
        """
        Return a cycle that starts with the teacher's event *since* and follows on itself.

        Args:
            since: The name of the event, such as `registered`.
            clip: What becomes of a start on 29 February.
            years: The length.
            months: More length.
            paused_by: Values of `Teacher.employment` during which the clock stands still.
            assumed: What about the cycle no source says.
        """
        return cls(
            _length(years, months, where="Cycle.personal"),
            since=since,
            paused_by=tags(paused_by),
            clip=clip,
            assumed=assumed,
        )

    def years_by(self, fact: str, years: Mapping[str, int]) -> Cycle:
        """
        Return the same cycle, which lasts so many years for whom a fact has one of some values.

        The fact is read on the day whose cycle is looked at; where it is not known then, the
        cycle cannot be told.

        >>> Cycle.block(years=5, starting=date(2015, 9, 1)).years_by("employment", {"contract": 3}).months
        60

        Args:
            fact: A fact of the teacher, such as `employment`, or a local one.
            years: The length in years, by value.

        Raises:
            InvalidValueError: If a length is below one year, or none is given.
        """  # noqa: E501 - a line of code
        found = tuple(
            (value, _length(own, 0, where="Cycle.years_by")) for value, own in years.items()
        )
        if not found or any(months < 1 for _, months in found):
            raise InvalidValueError.at(
                "Cycle.years_by", "needs a length of a year or more", 'give {"contract": 3}'
            )
        return attrs.evolve(self, lengths=(fact, found))

    @property
    def common(self) -> Cycle:
        """The same cycle of the longest length of which all its lengths are whole multiples."""
        if self.lengths is None:
            return self
        months = gcd(self.months, *(own for _, own in self.lengths[1]))
        return attrs.evolve(self, months=months, lengths=None)

    def holding(
        self, day: date, *, anchor: date | None = None, pauses: Iterable[Span] = ()
    ) -> Window | None:
        """
        Return the cycle that holds *day*, or None where none has begun or will run a day.

        Args:
            day: Any day; one in a pause belongs to the cycle that is paused.
            anchor: The day of the event, for a personal cycle.
            pauses: Spans during which the clock stands still; each of their days moves the end
                of the cycle by a day.
        """
        first = self.starting or anchor
        if first is None or day < first:
            return None
        stops = sorted(pauses, key=lambda span: span.start)
        if not stops:
            count = max(((day.year - first.year) * 12 + day.month - first.month) // self.months, 0)
            start, end = self._bounds(first, count)
            if day < start:
                start, end = self._bounds(first, count - 1)
            elif day >= end and end < date.max:
                start, end = self._bounds(first, count + 1)
            return Window.of(Span(start, end))
        start = first
        count = 0
        while True:
            # The length without pauses is counted from the anchor, so that a clip never adds up.
            length = self._bounds(first, count)
            end = _stretched(start, (length[1] - length[0]).days, stops)
            if day < end or end == date.max:
                return _without(Span(start, end), stops)
            start, count = end, count + 1

    def _bounds(self, first: date, count: int) -> tuple[date, date]:
        return (
            add_months(first, count * self.months, clip=self.clip),
            add_months(first, (count + 1) * self.months, clip=self.clip),
        )


def _stretched(start: date, length: int, stops: list[Span]) -> date:
    """Return the end of *length* running days from *start*, with the clock stopped in *stops*."""
    running, here = length, start
    for stop in stops:
        if stop.end <= here:
            continue
        free = (stop.start - here).days
        if free >= running:
            break
        running -= max(free, 0)
        here = stop.end
    if (date.max - here).days < running:
        return date.max
    return here + timedelta(days=running)


def _without(span: Span, stops: list[Span]) -> Window | None:
    """Return the days of *span* on which the clock runs; None, if it never does."""
    parts: list[Span] = []
    here = span.start
    for stop in stops:
        if here < min(stop.start, span.end):
            parts.append(Span(here, min(stop.start, span.end)))
        here = max(here, stop.end)
    if here < span.end:
        parts.append(Span(here, span.end))
    return Window(tuple(parts)) if parts else None
