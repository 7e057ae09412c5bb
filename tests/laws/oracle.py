"""
A second, plain evaluator for transcripts of which everything is known.

It reads the same forms and shares nothing else with the library: records are recognised one by
one, rewrites and pools work group by group, a total under ceilings is the cheapest way to cover
its entries by ceilings (which equals the most that the ceilings let through), and a window is a
list of days from and to. Slow, and short enough to be checked by reading.
"""

from __future__ import annotations

import calendar
import itertools
from datetime import date, timedelta
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
import networkx as nx

from teachtrain.models import NONE, Absent, Calendar, Clip, Span
from teachtrain.rules._conditions import (
    Combine,
    Compare,
    CutShort,
    Each,
    Exclusive,
    Known,
    Logic,
    OneOf,
    Selection,
    When,
)
from teachtrain.rules._policy import Booking, Keep
from teachtrain.rules._quantities import (
    Compute,
    CyclePart,
    Dated,
    Direction,
    Fact,
    FigureValue,
    FirstKnown,
    Literal,
    Measure,
    Moment,
    Rounded,
    Table,
    TheCycle,
    Top,
    Total,
    Years,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.models import Teacher, Timeline, TrainingRecord, Transcript
    from teachtrain.rules import Policy
    from teachtrain.rules._quantities import Edge

__all__ = ["ANSWERS", "Answer", "Entry", "Oracle"]

MET: Final = "met"
UNMET: Final = "unmet"
NOT_APPLICABLE: Final = "not applicable"
ANSWERS: Final = (MET, UNMET, NOT_APPLICABLE)

Days: TypeAlias = list[tuple[date, date]]
"""First day, and first day after, of each run of days."""

ONE: Final = timedelta(days=1)


@attrs.define(eq=False)
class Entry:
    """What a record, or a pool, put into an account by a clause."""

    id: str
    clause: str
    record: TrainingRecord | None
    account: str
    day: date
    earned: Fraction
    amount: Fraction
    tags: frozenset[str]


@attrs.frozen
class Answer:
    """
    A condition judged.

    Attributes:
        verdict: One of `ANSWERS`.
        counted: What counts, of a comparison.
        required: What is asked for, of a comparison.
        parts: What each part of time comes to that something is asked of.
    """

    verdict: str
    counted: Fraction | None = None
    required: Fraction | None = None
    parts: tuple[Answer, ...] = ()


@attrs.frozen
class Scene:
    """Where a form is read."""

    first: date
    last: date
    dated: date
    window: Days | None = None
    enclosing: Days | None = None
    record: TrainingRecord | None = None
    tags: frozenset[str] = frozenset()
    members: tuple[Fraction, ...] | None = None


# the calendar ---------------------------------------------------------------------------------


def months_later(day: date, months: int, clip: Clip) -> date:
    """Return the day *months* later, a day that the month lacks as *clip* says."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if year > 9999:
        return date.max
    if year < 1:
        return date.min
    length = calendar.monthrange(year, month + 1)[1]
    if day.day <= length:
        return date(year, month + 1, day.day)
    last = date(year, month + 1, length)
    return last if clip is Clip.BACK else last + ONE


def years_between(earlier: date, later: date) -> int:
    """Return the full years from one day to another; 29 February is full on the 28th."""
    years = later.year - earlier.year
    return years if months_later(earlier, 12 * years, Clip.BACK) <= later else years - 1


def cell_of(cuts: tuple[tuple[int, int], ...], day: date) -> tuple[date, date]:
    """Return the part of the calendar that holds *day*."""
    if not cuts:
        return day, day + ONE
    years = [y for y in range(day.year - 1, day.year + 2) if date.min.year <= y <= date.max.year]
    starts = [date.min, *(date(y, m, d) for y in years for m, d in cuts), date.max]
    return max(one for one in starts if one <= day), min(one for one in starts if one > day)


def lies_in(days: Days, day: date) -> bool:
    """Whether *day* is one of *days*."""
    return any(start <= day < end for start, end in days)


def common(days: Days, start: date, end: date) -> Days:
    """Return those of *days* from *start* to the day before *end*."""
    parts = [(max(start, own), min(end, after)) for own, after in days]
    return [(own, after) for own, after in parts if own < after]


class Oracle:
    """A policy, a teacher and a transcript on a day, everything known."""

    def __init__(
        self,
        policy: Policy,
        teacher: Teacher,
        transcript: Transcript,
        *,
        as_of: date,
        cycle_of: date | None = None,
    ) -> None:
        self.policy = policy
        self.teacher = teacher
        self.as_of = as_of
        self.known_limits: dict[str, list[tuple[Fraction, set[int]]]] = {}
        self.cycle = self.cycle_holding(cycle_of or as_of)
        self.entries = self.recognised(transcript)
        for rewrite in policy.rewrites:
            self.rewrite(rewrite)
        for pool in policy.pools:
            self.entries.extend(self.pooled(pool))

    # windows -----------------------------------------------------------------------------

    def pauses(self) -> set[date]:
        """Return the days, of those that matter here, on which the clock stands still."""
        cycle = self.policy.cycle
        assert cycle is not None
        timeline = self.teacher.employment
        days: set[date] = set()
        if cycle.paused_by and timeline is not None:
            for held in timeline.entries:
                if held.value in cycle.paused_by:
                    here = max(held.span.start, date(2008, 1, 1))
                    while here < min(held.span.end, date(2030, 1, 1)):
                        days.add(here)
                        here += ONE
        return days

    def cycle_holding(self, day: date, months: int = 0) -> Days | None:
        """Return the training cycle that holds *day*, or its part of so many months."""
        cycle = self.policy.cycle
        if cycle is None:
            return None
        anchor = cycle.starting or self.teacher.event(cycle.since or "")
        if isinstance(anchor, Absent) or day < anchor:
            return None
        paused = self.pauses()
        months = months or cycle.months
        start = anchor
        for count in itertools.count():
            length = (
                months_later(anchor, (count + 1) * months, cycle.clip)
                - months_later(anchor, count * months, cycle.clip)
            ).days
            end = start
            if paused:
                while length and end < date(2030, 1, 1):
                    length -= end not in paused
                    end += ONE
                end = date.max if length else end
            else:
                end = start + timedelta(days=length)
            if day < end:
                return without(start, end, paused) or None
            start = end
        raise AssertionError

    def edge(self, edge: Edge, clip: Clip) -> date | Absent:
        """Return the day of a border."""
        day = self.as_of + ONE if edge.event == "as_of" else self.teacher.event(edge.event)
        if isinstance(day, Absent):
            return day
        return months_later(day, edge.months, clip) + timedelta(days=edge.days)

    def window(self, form: Any) -> Days | None:
        """Return the days of a window; None where it does not apply."""
        if isinstance(form, TheCycle):
            return self.cycle
        if isinstance(form, Span):
            return [(form.start, form.end)]
        start, end = self.edge(form.start, form.clip), self.edge(form.end, form.clip)
        if isinstance(start, Absent):
            return None
        if isinstance(end, Absent):
            end = date.max
        return [(start, end)] if start < end else None

    def parts(self, form: Each, whole: Days) -> Iterator[Days]:
        """Yield the parts of a window that have begun, each with its days in the window."""
        here = whole[0][0]
        while isinstance(form.calendar, CyclePart) and here < whole[-1][1] and here <= self.as_of:
            held = self.cycle_holding(here, form.calendar.months)
            if held is None:
                return
            yield held
            here = held[-1][1]
        if isinstance(form.calendar, CyclePart):
            return
        while here < whole[-1][1] and here <= self.as_of:
            start, end = cell_of(form.calendar.cuts, here)
            days = common(whole, start, end)
            if days and (days == [(start, end)] or form.cut_short is not CutShort.DROP):
                yield days
            here = end

    # recognition -------------------------------------------------------------------------

    def recognised(self, transcript: Transcript) -> list[Entry]:
        """Return what each record earns."""
        found: list[Entry] = []
        for record in transcript.records:
            assert record.day is not None
            late = self.policy.booking is Booking.LAST_DAY
            day = (record.last_day or record.day) if late else record.day
            if day > self.as_of or self.before_hire(day):
                continue
            scene = Scene(day, day, day, record=record)
            listed = [rule for rule in self.policy.recognition if not rule.stacking]
            chosen = [rule for rule in listed if self.takes(rule, scene)][:1]
            chosen += [r for r in self.policy.recognition if r.stacking and self.takes(r, scene)]
            for rule in chosen:
                for post in rule.posts:
                    posted = self.quantity(post.amount, scene)
                    assert posted is not None
                    amount = max(posted, Fraction(0))
                    found.append(
                        Entry(
                            record.id, rule.id, record, post.account, day, amount, amount, post.tags
                        )
                    )
        return found

    def before_hire(self, day: date) -> bool:
        """Whether a day does not count, because the teacher was not hired yet."""
        hired = self.teacher.event("hired")
        return not (self.policy.counts_before_hire or isinstance(hired, Absent)) and day < hired

    def takes(self, rule: Any, scene: Scene) -> bool:
        """Whether a recognition rule takes the record."""
        return (
            self.in_force(rule, scene.first)
            and self.holds(rule.when, scene)
            and all(self.quantity(post.amount, scene) is not None for post in rule.posts)
        )

    def in_force(self, clause: Any, day: date) -> bool:
        """Whether a clause holds on *day*."""
        span = clause.in_force or self.policy.in_force
        return span is None or span.start <= day < span.end

    # groups ------------------------------------------------------------------------------

    def selected(self, of: Selection | None, account: str) -> list[Entry]:
        """Return the entries of an account that a selection takes."""
        account = account or self.policy.accounts[0].id
        return [
            one
            for one in self.entries
            if one.account == account and (of is None or self.selects(of, one))
        ]

    def selects(self, of: Selection, entry: Entry) -> bool:
        """Whether a selection takes an entry."""
        scene = Scene(entry.day, entry.day, entry.day, record=entry.record, tags=entry.tags)
        return self.holds(of, scene)

    def start_of(self, key: Any, day: date) -> date | None:
        """Return the first day of the part of time that holds *day*."""
        if isinstance(key, Calendar):
            return cell_of(key.cuts, day)[0]
        cycle = self.cycle_holding(day, key.months)
        return None if cycle is None else cycle[0][0]

    def groups(self, entries: list[Entry], by: tuple[Any, ...]) -> list[tuple[list[Entry], date]]:
        """Return the groups of entries, each with the first day of its part of time."""
        groups: dict[tuple[Any, ...], list[Entry]] = {}
        for entry in entries:
            values = []
            for key in by:
                if isinstance(key, str):
                    value = field(entry, key)
                    values.append(("alone", entry.id) if value is None else value)
                else:
                    values.append(self.start_of(key, entry.day))
            groups.setdefault(tuple(values), []).append(entry)
        found = []
        for group in groups.values():
            earliest = min(entry.day for entry in group)
            starts = [self.start_of(key, earliest) for key in by if not isinstance(key, str)]
            day = max((one for one in starts if one is not None), default=earliest)
            found.append((sorted(group, key=lambda entry: (entry.day, entry.id)), day))
        return found

    def rewrite(self, clause: Any) -> None:
        """Apply a rewrite to each of its groups."""
        for group, day in self.groups(self.selected(clause.of, clause.account), clause.by):
            value = self.of_group(clause.to, [entry.amount for entry in group], day)
            if not self.in_force(clause, day) or value is None:
                continue
            if clause.side is not None:
                self.one_side(clause.side, group)
                continue
            if clause.keep is Keep.LARGEST:
                group.sort(key=lambda entry: entry.amount, reverse=True)
            left = max(value, Fraction(0))
            for entry in group:
                entry.amount = min(entry.amount, left)
                left -= entry.amount

    def one_side(self, side: Selection, group: list[Entry]) -> None:
        """Leave a group only what a selection takes, or only the rest."""
        inside = [entry for entry in group if self.selects(side, entry)]
        outside = [entry for entry in group if not self.selects(side, entry)]
        sums = [sum((entry.amount for entry in own), Fraction(0)) for own in (inside, outside)]
        for entry in outside if sums[0] >= sums[1] else inside:
            entry.amount = Fraction(0)

    def of_group(self, form: Any, amounts: Iterable[Fraction], day: date) -> Fraction | None:
        """Return what an expression over a group comes to."""
        scene = Scene(day, day, day, members=tuple(sorted(amounts, reverse=True)))
        return self.quantity(form, scene)

    def pooled(self, clause: Any) -> list[Entry]:
        """Return the entries of a pool: each growth of what a group gives, on its day."""
        made = []
        for number, (group, day) in enumerate(
            self.groups(self.selected(clause.of, clause.account), clause.by)
        ):
            if not self.in_force(clause, day):
                continue
            before = Fraction(0)
            for last in sorted({entry.day for entry in group}):
                members = [entry.amount for entry in group if entry.day <= last]
                gives = self.of_group(clause.gives, members, day) or Fraction(0)
                if gives > before:
                    grown = gives - before
                    name = f"{clause.id}/{number}/{last}"
                    to = clause.to or self.policy.accounts[0].id
                    made.append(Entry(name, clause.id, None, to, last, grown, grown, clause.tags))
                    before = gives
        return made

    # totals ------------------------------------------------------------------------------

    def limits(self, account: str) -> list[tuple[Fraction, set[int]]]:
        """Return each ceiling's limit with the entries of each of its groups."""
        account = account or self.policy.accounts[0].id
        if account in self.known_limits:
            return self.known_limits[account]
        found = self.known_limits[account] = []
        for clause in self.policy.ceilings:
            if (clause.account or self.policy.accounts[0].id) != account:
                continue
            timed = any(not isinstance(key, str) for key in clause.by)
            for group, first in self.groups(self.selected(clause.of, account), clause.by):
                day = first if timed else self.as_of
                value = self.quantity(clause.limit, attrs.evolve(self.scene(), dated=day))
                if value is not None and self.in_force(clause, day):
                    found.append((max(value, Fraction(0)), {id(entry) for entry in group}))
        return found

    def total(self, form: Total, days: Days) -> Fraction:
        """Return what the selected entries in some days come to."""
        listed = [one for one in self.selected(form.of, form.account) if lies_in(days, one.day)]
        if form.measure is Measure.SUM:
            amounts = {id(entry): entry.amount for entry in listed}
            return cheapest_cover(amounts, self.limits(form.account))
        counting = [entry for entry in listed if entry.amount > 0 or entry.earned == 0]
        match form.measure:
            case Measure.COUNT:
                return Fraction(len(counting))
            case Measure.LARGEST:
                return max((entry.amount for entry in counting), default=Fraction(0))
            case Measure.DISTINCT:
                values: set[object] = set()
                for entry in counting:
                    value = field(entry, form.by)
                    values |= value if isinstance(value, frozenset) else {value}
                return Fraction(len(values - {None}))
            case _:
                sums: dict[object, Fraction] = {}
                for entry in counting:
                    value = field(entry, form.by)
                    key = ("alone", entry.id) if value is None else value
                    sums[key] = sums.get(key, Fraction(0)) + entry.amount
                return max(sums.values(), default=Fraction(0))

    # requirements ------------------------------------------------------------------------

    def scene(self) -> Scene:
        """Return where requirements and figures are read: at the end of the cycle."""
        if self.cycle is None:
            return Scene(self.as_of, self.as_of, self.as_of, window=[(date.min, date.max)])
        return self.within(self.cycle)

    def within(self, days: Days) -> Scene:
        """Return the scene of a window."""
        last = days[-1][1] - ONE
        read = min(last, self.as_of)
        return Scene(read, read, last, window=days, enclosing=days)

    def beside_total(self, form: Compare | Exclusive, scene: Scene) -> Scene:
        """Return where a comparison is read: in the window that its total names, if one does."""
        over = {own.over for own in totals_in(form) if own.over is not None}
        days = self.window(over.pop()) if len(over) == 1 else None
        if days is None:
            return scene
        return attrs.evolve(self.within(days), enclosing=scene.enclosing)

    def answers(self) -> dict[str, Answer]:
        """Return every requirement judged by what there is so far."""
        return {own.id: self.answer(own) for own in self.policy.requirements}

    def answer(self, requirement: Any) -> Answer:
        """Return one requirement judged."""
        scene = self.scene()
        plain = self.condition(requirement.needs, scene)
        verdict = plain.verdict
        for test in (requirement.deemed, requirement.exempt):
            if test is not None and self.holds(test, scene):
                verdict = MET
        applies = requirement.applies
        if applies is not None and not self.holds(applies, scene):
            verdict = NOT_APPLICABLE
        if not self.in_force(requirement, self.last_day_of(requirement)):
            verdict = NOT_APPLICABLE
        if verdict == NOT_APPLICABLE or plain.counted is None or plain.required is None:
            return Answer(verdict, parts=plain.parts)
        return Answer(verdict, plain.counted, plain.required)

    def last_day_of(self, requirement: Any) -> date:
        """Return the last day of a requirement's window, at most the day of the audit."""
        needs = requirement.needs
        over = {one.over for one in totals_in(needs) if one.over is not None}
        days = self.cycle
        if isinstance(needs, Compare) and len(over) == 1:
            days = self.window(over.pop())
        elif isinstance(needs, Each) and needs.over is not None:
            days = self.window(needs.over)
        return self.as_of if days is None else min(days[-1][1] - ONE, self.as_of)

    def holds(self, form: Any, scene: Scene) -> bool:
        """Whether a condition is met."""
        return self.condition(form, scene).verdict == MET

    def condition(self, form: Any, scene: Scene) -> Answer:
        """Judge a condition; a comparison with its two sides."""
        match form:
            case Compare():
                return self.compared(form, self.beside_total(form, scene))
            case OneOf():
                fact = form.fact
                if fact.moment is Moment.ON_EVENT and isinstance(
                    self.teacher.event(fact.event), Absent
                ):
                    return Answer(NOT_APPLICABLE)
                return Answer(MET if self.is_one_of(form, scene) else UNMET)
            case Known():
                return Answer(MET if self.is_known(form.fact, scene) is not form.none else UNMET)
            case Combine():
                return Answer(self.combined(form, scene))
            case Selection():
                if form.entry_tags and not set(form.entry_tags) & scene.tags:
                    return Answer(UNMET)
                return Answer(MET if all(self.holds(one, scene) for one in form.tests) else UNMET)
            case Each():
                return self.each(form, scene)
            case When():
                if not self.holds(form.test, scene):
                    return Answer(NOT_APPLICABLE)
                return Answer(self.condition(form.then, scene).verdict)
            case Exclusive():
                return self.shared(form, self.beside_total(form, scene))
            case _:
                raise AssertionError(form)

    def shared(self, form: Exclusive, scene: Scene) -> Answer:
        """Judge demands of which each amount serves one: by a maximum flow, or by every way."""
        needs = [self.quantity(own.asked.right, scene) for own in form.demands]
        totals = [own.total for own in form.demands]
        days = scene.enclosing if totals[0].over is None else self.window(totals[0].over)
        if days is None or all(need is None for need in needs):
            return Answer(NOT_APPLICABLE)
        asked = [max(need or Fraction(0), Fraction(0)) for need in needs]
        account = totals[0].account
        entries = [one for one in self.selected(None, account) if lies_in(days, one.day)]
        serves: dict[int, list[tuple[int, int | None]]] = {id(one): [] for one in entries}
        rooms: dict[tuple[int, int], Fraction] = {}
        for number, (own, total) in enumerate(zip(form.demands, totals, strict=True)):
            takes = {id(one) for one in self.selected(total.of, account)}
            limits: list[set[int]] = []
            for place, limit in enumerate(own.limits):
                most = self.quantity(limit.right, scene)
                assert isinstance(limit.left, Total)
                inside = {id(one) for one in self.selected(limit.left.of, account)}
                limits.append(inside if most is not None else set())
                rooms[number, place] = max(most or Fraction(0), Fraction(0))
            for one in entries:
                if id(one) in takes:
                    held = [place for place, inside in enumerate(limits) if id(one) in inside]
                    serves[id(one)].append((number, held[0] if held else None))
        if form.whole:
            counted = filled_whole(entries, asked, serves, rooms)
        else:
            counted = filled_by_flow(entries, asked, serves, rooms, self.limits(account))
        required = sum(asked, Fraction(0))
        return Answer(MET if counted >= required else UNMET, counted, required)

    def compared(self, form: Compare, scene: Scene) -> Answer:
        """Compare two quantities; where one has no value nothing is asked."""
        left, right = self.quantity(form.left, scene), self.quantity(form.right, scene)
        if left is None or right is None:
            return Answer(NOT_APPLICABLE, left, right)
        found = {
            ">=": left >= right,
            ">": left > right,
            "<=": left <= right,
            "<": left < right,
        }[form.operator]
        return Answer(MET if found else UNMET, left, right)

    def combined(self, form: Combine, scene: Scene) -> str:
        """Judge parts together; those that don't apply drop out."""
        parts = [self.condition(part, scene).verdict for part in form.parts]
        counted = [part for part in parts if part != NOT_APPLICABLE]
        if not counted:
            return NOT_APPLICABLE
        met = counted.count(MET)
        match form.logic:
            case Logic.ALL:
                return MET if met == len(counted) else UNMET
            case Logic.ANY:
                return MET if met else UNMET
            case Logic.NOT:
                return UNMET if met else MET
            case Logic.AT_LEAST:
                return MET if met >= form.k else UNMET

    def each(self, form: Each, scene: Scene) -> Answer:
        """Judge every part of a window that has begun, and ended after the hire."""
        whole = scene.enclosing if form.over is None else self.window(form.over)
        if whole is None:
            return Answer(NOT_APPLICABLE)
        judged = [
            self.condition(form.condition, self.within(days))
            for days in self.parts(form, whole)
            if days[0][0] <= self.as_of and not self.before_hire(days[-1][1] - ONE)
        ]
        parts = tuple(part for part in judged if part.verdict != NOT_APPLICABLE)
        if not parts:
            return Answer(NOT_APPLICABLE)
        passed = [part.verdict == MET for part in parts]
        enough = all(passed) if form.every else sum(passed) >= form.k
        return Answer(MET if enough else UNMET, parts=parts)

    # facts -------------------------------------------------------------------------------

    def is_one_of(self, form: OneOf, scene: Scene) -> bool:
        """Whether a fact is, or has, one of the values."""
        fact = form.fact
        if fact.of == "record":
            value = None if scene.record is None else getattr(scene.record, fact.name)
            held = value if isinstance(value, frozenset) else {value}
            return bool(set(form.values) & held)
        truths = [
            any(value in form.values for value in values) for values in self.held(fact, scene)
        ]
        return all(truths) if fact.moment is Moment.THROUGHOUT else any(truths)

    def held(self, fact: Fact, scene: Scene) -> list[tuple[Any, ...]]:
        """Return a teacher's values on each day that is meant, a day for each stretch."""
        timeline: Timeline | None = self.teacher.fact(fact.name)
        assert timeline is not None
        window = scene.window
        match fact.moment:
            case Moment.EVER | Moment.THROUGHOUT if window is not None:
                until = max(scene.last, window[0][0])
                days = []
                for start, end in window:
                    borders = {start, *timeline.borders()}
                    days += [day for day in borders if start <= day < end and day <= until]
            case Moment.AT_START if window is not None:
                days = [window[0][0]]
            case Moment.ON_EVENT:
                event = self.teacher.event(fact.event)
                days = [] if isinstance(event, Absent) else [event]
            case _:
                days = [scene.first]
        return [timeline.on(day) for day in days]

    def is_known(self, fact: Fact, scene: Scene) -> bool:
        """Whether a fact has a value."""
        if fact.of == "record":
            value = self.of_record(fact, scene)
            return value is not None and value is not NONE
        return any(
            not isinstance(value, Absent) for values in self.held(fact, scene) for value in values
        )

    def of_record(self, fact: Fact, scene: Scene) -> Any:
        """Return the value of a record's fact."""
        if scene.record is None:
            return None
        if fact.local:
            return dict(scene.record.local).get(fact.name)
        return getattr(scene.record, fact.name)

    # quantities --------------------------------------------------------------------------

    def quantity(self, form: Any, scene: Scene) -> Fraction | None:
        """Return what a quantity comes to; None where it has no value."""
        match form:
            case Literal():
                return Fraction(form.amount.value)
            case Fact():
                return self.fact(form, scene)
            case Top(count=count):
                assert scene.members is not None
                return sum(scene.members[:count], Fraction(0))
            case Years(event=event):
                day = self.teacher.event(event)
                if isinstance(day, Absent) or day > scene.last:
                    return None
                return Fraction(years_between(day, scene.last))
            case Compute():
                return self.computed(form, scene)
            case Rounded():
                of = self.quantity(form.of, scene)
                if of is None:
                    return None
                step = Fraction(form.step.value)
                steps = of / step
                half = Fraction(1, 2) if form.direction is Direction.HALF_UP else 0
                count = -(-steps // 1) if form.direction is Direction.UP else (steps + half) // 1
                return count * step
            case Table():
                for test, value in form.rows:
                    if self.holds(test, scene):
                        return self.quantity(value, scene)
                return None if form.otherwise is None else self.quantity(form.otherwise, scene)
            case Dated():
                begun = [value for day, value in form.values if day <= scene.dated]
                return None if not begun or begun[-1] is None else self.quantity(begun[-1], scene)
            case FirstKnown():
                found = (self.quantity(part, scene) for part in form.parts)
                return next((one for one in found if one is not None), None)
            case FigureValue(id=name):
                value = next(own.value for own in self.policy.figures if own.id == name)
                return self.quantity(value, self.scene())
            case Total():
                days = scene.enclosing if form.over is None else self.window(form.over)
                return None if days is None else self.total(form, days)
            case _:
                raise AssertionError(form)

    def fact(self, fact: Fact, scene: Scene) -> Fraction | None:
        """Return a fact as a number."""
        match fact.of, fact.name:
            case "group", "count":
                return Fraction(len(scene.members or ()))
            case "group", _:
                return sum(scene.members or (), Fraction(0))
            case "record", "day":
                return Fraction(scene.first.toordinal())
            case "record", _:
                value = self.of_record(fact, scene)
                return None if value is None else Fraction(value)
            case "event", name:
                day = self.teacher.event(name)
                return None if isinstance(day, Absent) else Fraction(day.toordinal())
            case _:
                values = self.held(fact, scene)
                return Fraction(values[0][0])

    def computed(self, form: Compute, scene: Scene) -> Fraction | None:
        """Return the result of arithmetic."""
        parts = [self.quantity(part, scene) for part in form.parts]
        found = parts[0]
        for part in parts[1:]:
            if found is None or part is None:
                return None
            match form.operator:
                case "+":
                    found += part
                case "-":
                    found -= part
                case "*":
                    found *= part
                case "least":
                    found = min(found, part)
                case "most":
                    found = max(found, part)
                case _:
                    found = found % part if part > 0 else None
        return found


Serves: TypeAlias = dict[int, list[tuple[int, int | None]]]
"""By entry, the demands that it may serve, each with the limit over it there."""

Rooms: TypeAlias = dict[tuple[int, int], Fraction]
"""By demand and limit, how much."""


def filled_by_flow(
    entries: list[Entry],
    needs: list[Fraction],
    serves: Serves,
    rooms: Rooms,
    limits: list[tuple[Fraction, set[int]]],
) -> Fraction:
    """Return how much of demands can be filled: a maximum flow, by a library of graphs."""
    numbers = [*(own.amount for own in entries), *needs, *rooms.values()]
    numbers += [limit for limit, _ in limits]
    scale = lcm(*(Fraction(own).denominator for own in numbers))
    # Each group of a ceiling lies in the next larger that holds it all.
    groups = sorted(enumerate(limits), key=lambda own: len(own[1][1]))
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(("source", "sink"))

    def around(members: set[int], after: int) -> Any:
        for place, (number, (_, inside)) in enumerate(groups):
            if place > after and members <= inside:
                return ("group", number)
        return "source"

    for place, (number, (limit, members)) in enumerate(groups):
        graph.add_edge(around(members, place), ("group", number), capacity=int(limit * scale))
    for own in entries:
        amount = int(own.amount * scale)
        graph.add_edge(around({id(own)}, -1), ("entry", id(own)), capacity=amount)
        for number, kind in serves[id(own)]:
            end: Any = ("need", number) if kind is None else ("limit", number, kind)
            graph.add_edge(("entry", id(own)), end)
    for (number, kind), room in rooms.items():
        graph.add_edge(("limit", number, kind), ("need", number), capacity=int(room * scale))
    for number, need in enumerate(needs):
        graph.add_edge(("need", number), "sink", capacity=int(need * scale))
    return Fraction(int(nx.maximum_flow_value(graph, "source", "sink")), scale)


def filled_whole(
    entries: list[Entry], needs: list[Fraction], serves: Serves, rooms: Rooms
) -> Fraction:
    """Return how much of demands can be filled by whole entries: every way is tried."""
    best = Fraction(0)
    for way in itertools.product(*([None, *serves[id(own)]] for own in entries)):
        given: dict[tuple[int, int | None], Fraction] = {}
        for own, choice in zip(entries, way, strict=True):
            if choice is not None:
                given[choice] = given.get(choice, Fraction(0)) + own.amount
        filled = Fraction(0)
        for number, need in enumerate(needs):
            taken = sum(
                (
                    amount if kind is None else min(amount, rooms[number, kind])
                    for (demand, kind), amount in given.items()
                    if demand == number
                ),
                Fraction(0),
            )
            filled += min(taken, need)
        best = max(best, filled)
    return best


def totals_in(form: Any) -> Iterator[Total]:
    """Yield the totals that a form reads, in the order in which it is written."""
    if isinstance(form, Total):
        yield form
    elif isinstance(form, tuple):
        for one in form:
            yield from totals_in(one)
    elif attrs.has(type(form)):
        for one in attrs.astuple(form, recurse=False):
            yield from totals_in(one)


def without(start: date, end: date, paused: set[date]) -> Days:
    """Return the days from *start* to the day before *end* that are not paused."""
    if not paused:
        return [(start, end)]
    runs: Days = []
    here = start
    while here < end:
        if here not in paused:
            if here > date(2029, 12, 31):
                runs.append((here, end))
                break
            if runs and runs[-1][1] == here:
                runs[-1] = (runs[-1][0], here + ONE)
            else:
                runs.append((here, here + ONE))
        elif here > date(2029, 12, 1):
            break
        here += ONE
    return runs


def field(entry: Entry, name: str) -> Any:
    """Return the value by which an entry is grouped; None where it has none."""
    if entry.record is None:
        return None
    if name == "record":
        return entry.record.id
    value = getattr(entry.record, name)
    return None if value is NONE or value is None or value == frozenset() else value


def cheapest_cover(
    amounts: dict[int, Fraction], limits: list[tuple[Fraction, set[int]]]
) -> Fraction:
    """
    Return the most that limits let through.

    Every way of paying for each entry, by its own amount or by the limit of a group that holds
    it, bounds the total from above; the cheapest way is the total, where the groups form two
    families of nested or disjoint ones (a maximum flow is a minimum cut).
    """
    left = dict(amounts)
    groups: list[tuple[Fraction, set[int]]] = []
    for limit, members in limits:
        inside = members & left.keys()
        if len(inside) == 1:
            (one,) = inside
            left[one] = min(left[one], limit)
        elif inside:
            groups.append((limit, inside))
    groups = [(limit, own) for limit, own in groups if limit < sum(left[one] for one in own)]
    groups.sort(key=lambda group: group[0])

    def cheapest(index: int, paid: Fraction, open_: frozenset[int]) -> Fraction:
        if index == len(groups):
            return paid + sum((left[one] for one in open_), Fraction(0))
        limit, members = groups[index]
        skipped = cheapest(index + 1, paid, open_)
        if not members & open_:
            return skipped
        return min(skipped, cheapest(index + 1, paid + limit, open_ - members))

    return cheapest(0, Fraction(0), frozenset(left))
