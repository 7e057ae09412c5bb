"""Until when what is met stays met, and until when what is not can still be met."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from teachtrain.errors import InvalidValueError
from teachtrain.models import Clip, Span, Transcript, add_months
from teachtrain.models._calendar import plain_date
from teachtrain.rules._conditions import Each
from teachtrain.rules._quantities import Dated, WindowOf, Years
from teachtrain.rules._verdicts import MET, NOT_APPLICABLE, UNMET
from teachtrain.rules._walk import all_forms
from teachtrain.rules.due._trials import NEXT, fact_borders, first_day_of, last_day_of, rolls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from teachtrain.models import Window
    from teachtrain.rules._audit import Audit, Finding
    from teachtrain.rules._quantities import Edge
    from teachtrain.rules._run import Row, Run

__all__ = ["PartPromise", "Promise", "promises"]

_YEARS_AHEAD: Final = 10
_YEARS_IN_POST: Final = 50


class PartPromise(NamedTuple):
    """
    A part of time for which a condition is asked by itself, and until when it can be met.

    Attributes:
        window: Its days.
        met: Whether it is met on the day of the audit.
        possible_until: The last day on which something can still be done for it, or could when
            that is past; None if it is met, or nothing ends it as far as was looked.
    """

    window: Window
    met: bool
    possible_until: date | None


class Promise(NamedTuple):
    """
    What a teacher can rely on as to a requirement, if no other record comes in.

    Facts of the teacher are as they are known now, on later days too.

    Attributes:
        finding: What the audit found of it.
        met: Whether it is met on the day of the audit, or does not apply.
        met_until: If so, the last day of an unbroken time on which it is; None if it stays so as
            far as was looked, or is not met.
        possible_until: The last day on which something can still be done so that it is met in
            the end, or could when that is past; None if nothing needs to be done, or nothing ends
            it as far as was looked.
        parts: Where it is asked of each part of a time by itself, the promise of each.
        looked_until: The last day that was looked at.
    """

    finding: Finding
    met: bool
    met_until: date | None
    possible_until: date | None
    parts: tuple[PartPromise, ...]
    looked_until: date

    @property
    def id(self) -> str:
        """The requirement's id."""
        return self.finding.id

    @property
    def lost(self) -> bool:
        """Whether it can no longer be met on the evening of the audit."""
        return self.finding.final.value == UNMET


def promises(audit: Audit, *, until: date | None = None) -> tuple[Promise, ...]:
    """
    Return until when each requirement stays met, or can still be met, in the policy's order.

    Args:
        audit: The audit. Of records after its day nothing is known on its evening.
        until: The last day to look at; ten years after the audit, if None.

    Raises:
        InvalidValueError: If *until* is before the day of the audit.
    """
    if until is None:
        ahead = min(12 * _YEARS_AHEAD, 12 * (date.max.year - 1 - audit.as_of.year))
        until = add_months(audit.as_of, ahead, clip=Clip.BACK)
    elif plain_date(until, where="until") < audit.as_of:
        raise InvalidValueError.at(
            "until", f"is before the day of the audit ({until})", "give that day or a later one"
        )
    days = _Days(audit, until)
    return tuple(days.promise(number, own) for number, own in enumerate(audit.findings))


class _Days:
    """The same audit on other days, as if nothing came in after the day it was made for."""

    def __init__(self, audit: Audit, until: date) -> None:
        self._audit = audit
        self._until = until
        self._prepared = audit.run.prepared
        records = audit.transcript.records
        self._records = tuple(own for own in records if own.booking_span.start <= audit.as_of)
        told = audit.transcript.complete_until
        self._complete = told is not None and told >= audit.as_of
        self._known: dict[date, tuple[tuple[Row, ...], tuple[Row, ...]]] = {}
        self._candidates: list[date] = []

    def rows(self, day: date) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Return every requirement judged on the evening of a day: so far, and in the end."""
        found = self._known.get(day)
        if found is None:
            found = self._known[day] = self._run(day).judge()
        return found

    def _run(self, day: date) -> Run:
        until = day if self._complete else self._audit.transcript.complete_until
        return self._prepared.run(
            self._audit.teacher,
            Transcript(self._records, complete_until=until),
            as_of=day,
            cycle_of=self._audit.cycle_of,
        )

    # promises --------------------------------------------------------------------------------

    def promise(self, number: int, finding: Finding) -> Promise:
        """Return the promise of a requirement."""
        as_of = self._audit.as_of

        def shaken(day: date) -> bool:
            return self.rows(day)[0][number][0] not in (MET, NOT_APPLICABLE)

        def lost(day: date) -> bool:
            return self.rows(day)[1][number][0] == UNMET

        met = not shaken(as_of)
        last = self._last_before(shaken, as_of, self._until) if met else None
        possible = None
        if not rolls(finding.form):
            possible = self._lost_on(lost, finding, as_of)
        parts = self._parts(number, finding)
        return Promise(finding, met, last, possible, parts, self._until)

    def _lost_on(self, lost: Callable[[date], bool], finding: Finding, as_of: date) -> date | None:
        """Return the first day in whose evening it is lost: on the day itself it is not yet."""
        if lost(as_of):
            first = first_day_of(finding.form, self._audit.run.frame)
            start = as_of if first is None else min(first, as_of)
            return self._first(lost, start, as_of)
        last = last_day_of(finding.form, self._audit.run.frame)
        end = self._until if last is None else min(self._until, last)
        return self._first(lost, as_of, end)

    def _last_before(self, changed: Callable[[date], bool], start: date, end: date) -> date | None:
        first = self._first(changed, start, end)
        return None if first is None else first - NEXT

    def _first(self, changed: Callable[[date], bool], start: date, end: date) -> date | None:
        """Return the first day on which something is so, None if it is not so by the last."""
        before = start
        if changed(start):
            return start
        candidates = self._all_candidates()
        place = bisect_left(candidates, start)
        for day in (*candidates[place:], end):
            if not before < day <= end:
                continue
            if changed(day):
                return _border(changed, before, day)
            before = day
        return None

    def _parts(self, number: int, finding: Finding) -> tuple[PartPromise, ...]:
        if not isinstance(finding.form, Each) or finding.basis != "counted":
            return ()
        made: list[PartPromise] = []
        for place, part in enumerate(finding.parts):
            window = part.window
            if window is None:
                return ()
            met = part.so_far.value == MET
            possible = None if met else self._part_lost_on(number, place, window)
            made.append(PartPromise(window, met, possible))
        return tuple(made)

    def _part_lost_on(self, number: int, place: int, window: Window) -> date | None:
        def lost(day: date) -> bool:
            parts = self.rows(day)[1][number][2][4]
            return place < len(parts) and parts[place][1] == UNMET

        return self._first(lost, window.first_day, min(window.last_day, self._until))

    # days on which something may change ------------------------------------------------------

    def _all_candidates(self) -> list[date]:
        if not self._candidates:
            found = {day for day in self._changes() if date.min < day < date.max}
            self._candidates = sorted(found | {day - NEXT for day in found})
        return self._candidates

    def _changes(self) -> Iterator[date]:
        """Yield days on which a verdict may change though no record comes in."""
        frame = self._audit.run.frame
        yield from frame.breaks
        yield from self._prepared.reader.epochs
        yield from fact_borders(self._audit.teacher)
        policy = self._prepared.policy
        for span in (policy.in_force, *(clause.in_force for clause in policy.clauses())):
            if span is not None:
                yield from (span.start, span.end)
        for _, form in all_forms(policy):
            over = getattr(form, "over", None)
            if isinstance(over, WindowOf):
                yield from self._leavings(over.start)
                yield from self._leavings(over.end)
            if isinstance(form, Dated):
                yield from (day for day, _ in form.values)
            if isinstance(form, Years):
                yield from self._anniversaries(form.event)

    def _leavings(self, edge: Edge) -> Iterator[date]:
        """Yield the days around which a record passes a border that moves with the audit's."""
        if edge.calendar is not None:
            span = Span(self._audit.as_of, max(self._until, self._audit.as_of + NEXT))
            yield from (cell.start for cell in edge.calendar.cells(span))
        if edge.event != "as_of":
            return
        for record in self._records:
            span = record.booking_span
            for day in (span.start, span.last_day):
                if 2 * _YEARS_IN_POST < day.year < date.max.year - 2 * _YEARS_IN_POST:
                    passed = add_months(day, -edge.months, clip=Clip.FORWARD)
                    for shift in range(-2, 4):
                        yield passed + (shift - edge.days) * NEXT

    def _anniversaries(self, event: str) -> Iterator[date]:
        day = self._audit.teacher.event(event)
        if isinstance(day, date) and day.year < date.max.year - _YEARS_IN_POST:
            for years in range(_YEARS_IN_POST + 1):
                for clip in Clip:
                    yield add_months(day, 12 * years, clip=clip)


def _border(changed: Callable[[date], bool], before: date, after: date) -> date:
    """Return the first day on which something is so, that is not on *before* and is on *after*."""
    low, high = before.toordinal(), after.toordinal()
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if changed(date.fromordinal(middle)) else (middle, high)
    return date.fromordinal(high)
