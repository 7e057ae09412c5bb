"""The time of one audit: its windows, and the cells into which their borders cut all days."""

from __future__ import annotations

import enum
from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import attrs

from teachtrain.models import NONE, UNKNOWN, Absent, Calendar, Span, Window, add_months
from teachtrain.rules._conditions import CutShort
from teachtrain.rules._context import Missing
from teachtrain.rules._quantities import CYCLE, CyclePart, TheCycle, WindowOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teachtrain.models import Clip, Cycle, Teacher, Timeline
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._conditions import Each
    from teachtrain.rules._quantities import Edge, WindowForm
    from teachtrain.rules._recognise import Plan
    from teachtrain.rules._totals import Paths
    from teachtrain.rules._trace import Shown

__all__ = ["LANE", "LANE_AMOUNT", "LANE_RECORDS", "Frame", "Learnt", "Part", "Plain", "Routes"]

_ONE_DAY: Final = timedelta(days=1)
_YEARS_AHEAD: Final = 60
_SHELVES: Final = 200

LANE: Final = 64
"""Bits for each slot in a sum of all slots at once."""
LANE_AMOUNT: Final = 1 << 32
"""What one entry may come to there, at most; `LANE_RECORDS` of them fit without a carry."""
LANE_RECORDS: Final = 1 << 31


class Plain(enum.Enum):
    """What stands in place of a limit where there is not just one, the same for everybody."""

    FREE = "no ceiling holds"
    NESTED = "several ceilings hold, or one that differs by teacher"


FREE: Final = Plain.FREE
NESTED: Final = Plain.NESTED

OnlyLimit: TypeAlias = "Reach | Plain"


class Limit(NamedTuple):
    """The least and the most that a ceiling allows, and what is missing to tell."""

    low: Reach
    high: Reach
    missing: tuple[Missing, ...] = ()


class Part:
    """
    A window as an audit sees it.

    Attributes:
        window: Its days.
        ranges: First and next-to-last numbers of the cells of time that it holds.
        read: The day on which facts are read: its last day, at most `as_of`.
        dated: The days on which dated values are read: its last day.
        sums: By selection, the slots that its total here is made of, each with the number of
            the ceilings over it and their only limit.
        begun: Whether its first day has come.
        end: The first day after it.
        open_now: Whether records of some of its days up to `as_of` may not be in yet.
        open_later: Whether records of some of its days are still to come.
    """

    __slots__ = (
        "begun",
        "dated",
        "end",
        "open_later",
        "open_now",
        "ranges",
        "read",
        "sums",
        "window",
    )

    def __init__(self, window: Window, frame: Frame) -> None:
        self.window = window
        last = window.last_day
        self.read = min(last, frame.as_of)
        self.dated = (last, last)
        self.begun = window.first_day <= frame.as_of
        self.end = window.end
        self.open_now = frame.incomplete < frame.after and any(
            span.start < frame.after and span.end > frame.incomplete for span in window.spans
        )
        self.open_later = self.open_now or window.end > min(frame.after, frame.incomplete)
        self.ranges = tuple(
            (frame.cell(span.start), frame.cell(span.last_day) + 1) for span in window.spans
        )
        self.sums: dict[int, list[tuple[int, int, OnlyLimit]]] = {}

    def __str__(self) -> str:
        return str(self.window)


class Routes:
    """
    The ceilings over entries, numbered, and the sums that totals are made of.

    A *slot* is the sum of what one selection takes in one part of time under the same ceilings; or
    of what passes the same ones of several, where these are wanted together.

    Attributes:
        paths: By number, the ceilings of each family from the innermost out.
        limits: By number, the only limit there is, `FREE` or `NESTED`.
        over: By atom and cell, the ceilings over it.
        taken: By slot, bits of the selections that its amounts pass, of those it was made for.
        slots: How many slots there are.
    """

    __slots__ = ("_numbers", "limits", "over", "paths", "slots", "taken")

    def __init__(self) -> None:
        self.paths: list[Paths] = []
        self.limits: list[OnlyLimit] = []
        self.over: dict[tuple[int, int], Paths] = {}
        self.taken: list[int] = []
        self.slots = 0
        self._numbers: dict[Paths, int] = {}

    def number(self, paths: Paths, limit: OnlyLimit = NESTED) -> int:
        """Return the number of these ceilings, new ones with their only *limit*, if it is plain."""
        found = self._numbers.get(paths)
        if found is None:
            found = self._numbers[paths] = len(self.paths)
            self.paths.append(paths)
            self.limits.append(limit)
        return found

    def new_slot(self, taken: int) -> int:
        """Return the number of a new slot, for what passes the selections of some bits."""
        self.taken.append(taken)
        self.slots += 1
        return self.slots - 1


class Learnt:
    """
    Where the amounts of a plan go in a cell of time.

    Attributes:
        plan: The plan.
        cell: Number of the cell.
        lanes: Amounts of the slots as one number, `LANE` bits for each slot.
        others: Slots and amounts that don't fit there.
        slow: Whether there are such, or entries that are looked at by themselves.
        groups: What tells the groups that some of these may be in from others; different where
            they surely are.
        alone: What these come to, as *lanes* are, where each is alone in every group and nothing
            is made or taken of it; None where that takes a closer look.
        shown: What all records of the plan show alike there, once one was shown.
    """

    __slots__ = ("alone", "cell", "groups", "lanes", "others", "plan", "shown", "slow")

    def __init__(
        self, plan: Plan, cell: int, *, lanes: int = 0, others: tuple[tuple[int, Reach], ...] = ()
    ) -> None:
        self.plan = plan
        self.cell = cell
        self.lanes = lanes
        self.others = others
        self.slow = bool(others or plan.slow)
        self.groups: tuple[object, ...] = ()
        self.alone: int | None = None
        self.shown: Shown | None = None


class Shelf(dict[date, "tuple[int, dict[object, Learnt]]"]):
    """
    By day, its cell and what was learnt there of records, by what recognition reads of them.

    Days of one cell share it, unless a rule changes between them.
    """

    __slots__ = ("_breaks", "_eras", "_tables")

    def __init__(self, breaks: Sequence[date], eras: Sequence[date]) -> None:
        super().__init__()
        self._breaks = breaks
        self._eras = eras
        self._tables: dict[tuple[int, int], dict[object, Learnt]] = {}

    def __missing__(self, day: date) -> tuple[int, dict[object, Learnt]]:
        cell = bisect_right(self._breaks, day)
        table = self._tables.setdefault((cell, bisect_right(self._eras, day)), {})
        found = self[day] = (cell, table)
        return found


class Frame:
    """
    The windows of one audit, and the cells of time between all their borders.

    Attributes:
        as_of: The day of the audit.
        after: The day after it.
        incomplete: The first day of which records may be missing.
        cycle: The training cycle; None where there is none, or what is missing to tell it.
        always: All of time.
        breaks: First days of the cells; cell 0 lies before the first of them.
        routes: The ceilings over entries, numbered.
        limits: What ceilings allow that allow the same to everybody.
        slots_of: By cell and atom, the slots that its amounts go into.
        straddling: What was learnt of plans of records that lie in no one cell, or are read
            by themselves, by plan and first cell.
        scope: By cell, whether a window of the audit holds it.
        wanted: Account, bits and part of time of every sum that a total asks for.
    """

    def __init__(
        self,
        cycle: Cycle | None,
        forms: Iterable[WindowOf | Span],
        calendars: Iterable[Calendar | CyclePart],
        teacher: Teacher,
        *,
        as_of: date,
        complete_until: date | None,
        cycle_of: date,
    ) -> None:
        self.as_of = as_of
        self.after = _next(as_of)
        self.incomplete = date.min if complete_until is None else _next(complete_until)
        self._cycle = cycle
        self._anchor: date | None = None
        self._pauses: tuple[Span, ...] = ()
        self._parts: dict[tuple[int, int], list[Part]] = {}
        whole = self._resolve_cycle(teacher, cycle_of)
        windows = {form: self._resolve(form, teacher) for form in forms}
        self._formed = bool(windows)
        self._untold: dict[Missing, tuple[Missing, ...]] = {}
        if isinstance(whole, Missing) and cycle is not None:
            paused = cycle.paused_by and not _is_told(teacher.employment)
            self._untold[whole] = (whole, Missing("employment")) if paused else (whole,)
        for form, own in windows.items():
            if isinstance(own, Missing) and isinstance(form, WindowOf):
                events = dict.fromkeys((form.start.event, form.end.event, own.fact))
                lacking = [Missing(name) for name in events if teacher.event(name) is UNKNOWN]
                self._untold[own] = (*self._untold.get(own, ()), *lacking)
        known = [own for own in (whole, *windows.values()) if isinstance(own, Window)]
        self.horizon = self._horizon(known)
        self.scope_end = max((window.end for window in known), default=date.max)
        self.breaks = self._breaks(known, tuple(calendars))
        self.routes = Routes()
        cells = range(len(self.breaks) + 1)
        self._shelves: dict[object, Shelf] = {}
        self.slots_of: list[dict[int, tuple[int, ...]]] = [{} for _ in cells]
        self.straddling: dict[tuple[int, int], Learnt] = {}
        self.wanted: list[tuple[int, int, Part]] = []
        self.limits: dict[object, Limit] = {}
        self._cycle_starts: dict[tuple[date, int], date | None] = {}
        self.scope = self._scopes(known)
        self.cycle = Part(whole, self) if isinstance(whole, Window) else whole
        self.always = Part(Window.of(Span.always()), self)
        self.always.dated = (as_of, as_of)  # all of time has no last day of its own
        self._windows: dict[WindowForm, Part | Missing | None] = {
            form: Part(own, self) if isinstance(own, Window) else own
            for form, own in windows.items()
        }

    def cell(self, day: date) -> int:
        """Return the number of the cell that holds *day*."""
        return bisect_right(self.breaks, day)

    def untold(self, missing: Missing) -> tuple[Missing, ...]:
        """Return all that is missing to tell the windows of which *missing* is the first."""
        return self._untold.get(missing, (missing,))

    def shelf(self, owner: object, eras: Sequence[date]) -> Shelf:
        """Return what was learnt of records of teachers whom recognition treats like *owner*."""
        found = self._shelves.get(owner)
        if found is None:
            if len(self._shelves) >= _SHELVES:
                self._shelves.clear()
            found = self._shelves[owner] = Shelf(self.breaks, eras)
        return found

    def want(self, account: int, bits: int, part: Part) -> None:
        """Keep the sums that a total over *part* is made of, or several that share entries."""
        if bits not in part.sums:
            part.sums[bits] = []
            self.wanted.append((account, bits, part))

    def start(self, cell: int) -> date:
        """Return the first day of a cell."""
        return self.breaks[cell - 1] if cell else date.min

    def window(self, form: WindowForm) -> Part | Missing | None:
        """Return a window; None where it does not apply, or what is missing to tell it."""
        return self.cycle if isinstance(form, TheCycle) else self._windows[form]

    def cycle_start(self, key: TheCycle | CyclePart, day: date) -> date | None:
        """Return the first day of the cycle, or of its part, that holds *day*."""
        name = (day, key.months)
        try:
            return self._cycle_starts[name]
        except KeyError:
            held = self._held(key, day)
            start = self._cycle_starts[name] = None if held is None else held.first_day
            return start

    def cycle_end(self, key: TheCycle | CyclePart, day: date) -> date | None:
        """Return the first day after the cycle, or its part, that holds *day*."""
        held = self._held(key, day)
        return None if held is None else held.end

    def _held(self, key: TheCycle | CyclePart, day: date) -> Window | None:
        """Return the cycle, or its part, that holds *day*."""
        cycle = self._cycle
        if cycle is None:
            return None
        if key.months:
            cycle = attrs.evolve(cycle, months=key.months)
        return cycle.holding(day, anchor=self._anchor, pauses=self._pauses)

    def _parts_of_cycle(self, key: TheCycle | CyclePart, days: Span) -> Iterator[Window]:
        """Yield the cycles, or parts of cycles, that begin before *days* end, in order."""
        day = max(days.start, (self._cycle and self._cycle.starting) or self._anchor or days.start)
        while day < days.end:
            held = self._held(key, day)
            if held is None or held.end <= day:
                return
            yield held
            day = held.end

    def in_scope(self, cell: int) -> bool:
        """Whether a window of the audit holds a cell."""
        return self.scope[cell]

    def parts(self, form: Each, whole: Part) -> list[Part]:
        """
        Return the parts into which a calendar divides a window, one for each of its cells.

        Where nothing ends the window, parts that have not begun are all alike: two are enough.
        """
        key = (id(form), id(whole))
        if key not in self._parts:
            self._parts[key] = [Part(part, self) for part in self._divided(form, whole.window)]
        return self._parts[key]

    def _divided(self, form: Each, window: Window) -> Iterator[Window]:
        calendar = form.calendar
        if isinstance(calendar, CyclePart):
            yield from self._parts_of_cycle(calendar, Span(window.first_day, window.end))
            return
        until = window.end
        if until > self.horizon.end:
            here = max(self.after, window.first_day)
            until = calendar.end(calendar.end(here))
        for cell in calendar.cells(Span(window.first_day, until)):
            part = _cell_part(form, cell, window)
            if part is not None:
                yield part

    def _scopes(self, known: Sequence[Window]) -> list[bool]:
        if self._cycle is None and not self._formed:
            return [True] * (len(self.breaks) + 1)
        days = [date.min, *self.breaks]
        return [any(day in window for window in known) for day in days]

    # borders -----------------------------------------------------------------------------

    def _horizon(self, known: Sequence[Window]) -> Span:
        if not known:  # all of time: as far back and ahead as a working life reaches
            years = (
                max(self.as_of.year - _YEARS_AHEAD, 1),
                min(self.as_of.year + _YEARS_AHEAD, 9998),
            )
            return Span(date(years[0], 1, 1), date(years[1] + 1, 1, 1))
        # As far back as a working life reaches, also where nothing begins a window.
        earliest = date(max(self.as_of.year - _YEARS_AHEAD, 1), 1, 1)
        start = min(max(window.first_day, earliest) for window in known)
        end = max(window.end for window in known)
        year = min(max(self.as_of.year + _YEARS_AHEAD, start.year + 1), date.max.year)
        return Span(start, max(min(end, date(year, 1, 1)), _next(start)))

    def _breaks(
        self, known: Sequence[Window], calendars: tuple[Calendar | CyclePart, ...]
    ) -> list[date]:
        borders = {self.after, self.incomplete}
        for window in known:
            for span in window.spans:
                borders.update((span.start, span.end))
        told = self._cycle is not None and (self._cycle.starting or self._anchor) is not None
        for calendar in (CYCLE, *calendars):
            if isinstance(calendar, Calendar):
                for cell in calendar.cells(self.horizon):
                    borders.update((cell.start, cell.end))
            elif told and known:
                for part in self._parts_of_cycle(calendar, self.horizon):
                    borders.update((part.first_day, part.end))
        return sorted(borders)

    # windows -----------------------------------------------------------------------------

    def _resolve_cycle(self, teacher: Teacher, cycle_of: date) -> Window | Missing | None:
        cycle = self._cycle
        if cycle is None:
            return None
        if cycle.lengths is not None:
            fact = cycle.lengths[0]
            months = _months_for(teacher, cycle, cycle_of)
            if months is None:
                # Until that is known, no day is the first of a cycle for sure.
                self._cycle = attrs.evolve(cycle, starting=None, since=fact, lengths=None)
                return Missing(fact)
            cycle = self._cycle = attrs.evolve(cycle, months=months, lengths=None)
        if cycle.since is not None:
            anchor = teacher.event(cycle.since)
            if isinstance(anchor, Absent):
                return None if anchor is NONE else Missing(cycle.since)
            if cycle.paused_by:
                pauses = _pauses(teacher, cycle.paused_by, anchor, self.as_of)
                if pauses is None:
                    return Missing("employment")
                self._pauses = pauses
            self._anchor = anchor  # only now, so that no cycle is told without its pauses
        return cycle.holding(cycle_of, anchor=self._anchor, pauses=self._pauses)

    def _resolve(self, form: WindowOf | Span, teacher: Teacher) -> Window | Missing | None:
        if isinstance(form, Span):
            return Window.of(form)
        start = self._aligned(form.start, self._edge(form.start, teacher, form.clip), end=False)
        end = self._aligned(form.end, self._edge(form.end, teacher, form.clip), end=True)
        if start is NONE:
            return None
        if isinstance(start, Absent):
            return Missing(form.start.event)
        if end is NONE:
            end = date.max  # what ends the window has not happened
        if isinstance(end, Absent):
            return Missing(form.end.event)
        return Window.of(Span(start, end)) if start < end else None

    def _edge(self, edge: Edge, teacher: Teacher, clip: Clip) -> date | Absent:
        day = self.after if edge.event == "as_of" else teacher.event(edge.event)
        if isinstance(day, Absent):
            return day
        moved = add_months(day, edge.months, clip=clip)
        room = (date.max - moved).days if edge.days >= 0 else (moved - date.min).days
        if abs(edge.days) > room:
            return date.max if edge.days > 0 else date.min
        return moved + timedelta(days=edge.days)

    def _aligned(self, edge: Edge, day: date | Absent, *, end: bool) -> date | Absent:
        """Return an edge moved to the border of the cell of its calendar, if it names one."""
        if edge.calendar is None or isinstance(day, Absent):
            return day
        if not end:
            return edge.calendar.start(day)
        last = day if day == date.min or not (edge.months or edge.days) else day - _ONE_DAY
        return edge.calendar.end(last)


def _next(day: date) -> date:
    return day if day == date.max else day + _ONE_DAY


def _cell_part(form: Each, cell: Span, window: Window) -> Window | None:
    """Return the days of a window in a cell; None, if it has none, or too few by the policy."""
    if form.cut_short is CutShort.DROP and not window.covers(cell):
        return None  # a border of the window or a pause takes some day of it
    return window.overlap(cell)


def _months_for(teacher: Teacher, cycle: Cycle, day: date) -> int | None:
    """Return how long the cycle of a teacher lasts; None where the fact that tells is not known."""
    assert cycle.lengths is not None
    fact, lengths = cycle.lengths
    timeline = teacher.fact(fact)
    values = () if timeline is None else timeline.on(day)
    if not values or UNKNOWN in values:
        return None
    return next((months for value, months in lengths if value in values), cycle.months)


def _is_told(timeline: Timeline | None) -> bool:
    """Whether a fact is known, or known to be none, on every day that is listed."""
    return timeline is not None and all(held.value is not UNKNOWN for held in timeline.entries)


def _pauses(
    teacher: Teacher, values: frozenset[str], anchor: date, until: date
) -> tuple[Span, ...] | None:
    """Return the spans of employment that stop the clock; None where some day is unknown."""
    timeline = teacher.employment
    if timeline is None:
        return None
    looked_at = Span(anchor, max(_next(until), _next(anchor)))
    borders = sorted({looked_at.start, *timeline.borders()})
    for day in borders:
        held_then = timeline.on(day)
        if day in looked_at and (not held_then or UNKNOWN in held_then):
            return None
    return tuple(held.span for held in timeline.entries if held.value in values)
