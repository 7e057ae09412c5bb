"""Entries that are looked at by themselves, alone and in groups."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from teachtrain.models import NONE, UNKNOWN, Calendar
from teachtrain.rules._context import Context, Missing
from teachtrain.rules._quantities import CyclePart, Dated, TheCycle, Top
from teachtrain.rules._verdicts import EITHER, MET
from teachtrain.rules._walk import depends_on_person, known_quantity, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teachtrain.models import Span, TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Range
    from teachtrain.rules._evaluate import QuantityFunction
    from teachtrain.rules._policy import Pool, RecognitionRule, Rewrite
    from teachtrain.rules._quantities import Key, Quantity
    from teachtrain.rules._recognise import Selecting
    from teachtrain.rules._run import Run

__all__ = [
    "ANY_DAYS",
    "Bundle",
    "CompiledPool",
    "CompiledRewrite",
    "GroupValue",
    "Growing",
    "Item",
    "Rewritten",
    "amounts_of",
    "cell_start",
    "days_of",
    "grouped",
    "holds",
    "in_order",
    "less",
]


class GroupValue:
    """
    An expression over a group, remembered by its members' amounts where nothing else counts.

    Attributes:
        pure: Whether nothing else counts.
        by_total: Whether it reads no more of the group than its total and count.
    """

    __slots__ = ("_function", "_known", "by_total", "pure")

    def __init__(self, form: Quantity, function: QuantityFunction) -> None:
        parts = list(walk(known_quantity(form)))
        self._function = function
        self.pure = not depends_on_person(form) and not any(
            isinstance(part, Dated) for part in parts
        )
        self.by_total = not any(isinstance(part, Top) for part in parts)
        self._known: dict[tuple[Reach, ...], Range | None] = {}

    def __call__(
        self,
        run: Run,
        amounts: Sequence[Reach],
        days: tuple[date, date],
        missing: list[Missing],
    ) -> Range | None:
        """
        Return its range where facts are read on one of *days*; None if it has no value.

        What it would take to know more is added to *missing*.
        """
        members = tuple(sorted(amounts, reverse=True)) if len(amounts) > 1 else tuple(amounts)
        if self.pure and members in self._known:
            return self._known[members]
        context = Context(run.teacher, *days, run=run, members=members, count=len(members))
        found = self._function(context)
        missing.extend(context.missing)
        if found is not None:
            found = (max(found[0], 0), max(found[1], 0), found[2])
        if self.pure:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[members] = found
        return found


_REMEMBERED: Final = 10_000


class CompiledRewrite(NamedTuple):
    """
    A rewrite with its account, the bit of its selection, and its value.

    Attributes:
        timed: Whether it groups by time alone, so that a day tells the group.
        dateless: Whether it is the same on every day.
        side: The bit of the side that it tells from the rest; 0 where it tells none.
    """

    clause: Rewrite
    account: int
    bit: int
    value: GroupValue
    timed: bool
    dateless: bool
    side: int = 0

    @property
    def by_total(self) -> bool:
        """Whether it reads no more of a group than its total and count."""
        return self.value.by_total and not self.side

    def leaves(self, run: Run, amount: Reach) -> bool:
        """Whether it surely leaves a group of this one amount as it is, whoever's it is."""
        if not self.dateless:
            return False
        value = self.value(run, (amount,), ANY_DAYS, [])
        return value is None or (value[0] >= amount and value[1] >= amount)


class CompiledPool(NamedTuple):
    """
    A pool with its accounts, the bit of its selection, and its value.

    Attributes:
        to: Number of the account of its entries.
        dateless: Whether it is the same on every day.
        bits: The bits of the selections that take its entries, if the same for everybody.
    """

    clause: Pool
    account: int
    bit: int
    value: GroupValue
    to: int
    dateless: bool
    bits: tuple[int, int, tuple[Missing, ...]] | None = None

    def leaves(self, run: Run, amount: Reach) -> bool:
        """Whether it surely gives nothing for a group of this one amount, whoever's it is."""
        if not self.dateless:
            return False
        value = self.value(run, (amount,), ANY_DAYS, [])
        return value is None or value[1] == 0


class Item:
    """
    An entry that is looked at by itself.

    Attributes:
        id: Id of the record, or of the pool and its group.
        record: The record; None for an entry of a pool.
        account: Number of the account.
        first: With *last*, the days among which its booking day is.
        last: See *first*.
        exists: Whether it is surely there.
        low: The least it amounts to, whatever else is true.
        high: The most.
        peak: The most, if records that are still to come join a group it was rewritten in.
        earned: What it earned before any rewrite, at least and at most.
        joint: What it amounts to with its bundle at its least and at its most.
        bundle: The uncertain group it was rewritten with, if any.
        sure: Bits of the targets that surely select it.
        maybe: Bits of the targets that may.
        keys: Values of the fields that tell groups apart in its account.
        growing: The groups it was rewritten in that may still receive members which could
            take over its share.
        rising: The groups that may still receive members by which it could count more.
        missing: What is not known of it, its day apart.
        selecting: By the bit of a target, what is missing to tell whether it selects it.
        days: The days that would have to be known to tell its own.
        cuts: What each rewrite made of it, in order.
        source: The rule or pool that made it.
        tags: Tags it bears.
        atom: Its atom, if all was known of it when it was made.
        evidence: Ids of the members of a pool's group.
    """

    __slots__ = (
        "account",
        "atom",
        "bundle",
        "cuts",
        "days",
        "earned",
        "evidence",
        "exists",
        "first",
        "growing",
        "high",
        "id",
        "joint",
        "keys",
        "last",
        "low",
        "maybe",
        "missing",
        "peak",
        "record",
        "rising",
        "selecting",
        "source",
        "sure",
        "tags",
    )

    def __init__(
        self,
        item_id: str,
        record: TrainingRecord | None,
        account: int,
        first: date,
        last: date,
        *,
        exists: bool,
        low: Reach,
        high: Reach,
        sure: int,
        maybe: int,
        keys: tuple[object, ...],
        missing: tuple[Missing, ...],
        source: RecognitionRule | Pool,
        tags: frozenset[str],
        atom: int | None = None,
        days: tuple[Missing, ...] = (),
        selecting: Selecting = (),
    ) -> None:
        self.id = item_id
        self.record = record
        self.account = account
        self.first = first
        self.last = last
        self.exists = exists
        self.low = low if exists else 0
        self.high = self.peak = high
        self.earned = self.joint = (self.low, high)
        self.bundle: Bundle | None = None
        self.sure = sure
        self.maybe = maybe
        self.keys = keys
        self.missing = missing
        self.days = days
        self.selecting = selecting
        self.cuts: list[Rewritten] = []
        self.growing: tuple[Growing, ...] = ()
        self.rising: tuple[Growing, ...] = ()
        self.source = source
        self.tags = tags
        self.atom = atom
        self.evidence: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether everything about it is known."""
        return (
            self.exists
            and self.low == self.high
            and self.first == self.last
            and self.sure == self.maybe
            and self.bundle is None
            and UNKNOWN not in self.keys
        )

    def unselected(self, bits: int) -> tuple[Missing, ...]:
        """Return what is missing to tell which of the targets of some bits select it."""
        return tuple(one for bit, missing in self.selecting if bit & bits for one in missing)

    def lacks(self, facts: Sequence[Missing]) -> None:
        """Note facts without which it is not known what it comes to."""
        if facts:
            self.missing = tuple(dict.fromkeys((*self.missing, *facts)))


class Rewritten(NamedTuple):
    """
    What a rewrite made of an entry, at its least and at its most.

    Attributes:
        clause: The rewrite.
        reason: `clause`, or `open` where it is not known what it takes.
        before: What there was.
        after: What it left.
    """

    clause: Rewrite
    reason: str
    before: tuple[Reach, Reach]
    after: tuple[Reach, Reach]


class Growing(NamedTuple):
    """
    A group that may still receive members.

    Attributes:
        step: The rewrite.
        span: The days on which new members may still be booked.
        later: Whether only days after `as_of` are meant.
    """

    step: CompiledRewrite
    span: Span
    later: bool


class Bundle:
    """
    The members of an uncertain group after a rewrite.

    Taken as a whole it amounts to its members' joint amounts; a part of it is only known to
    each member's own bounds.
    """

    __slots__ = ("floating", "own")

    def __init__(self, own: list[Item], floating: list[Item]) -> None:
        self.own = own
        self.floating = floating

    def fall_apart(self) -> None:
        """Leave every member with its own bounds only."""
        for item in self.own:
            item.bundle = None
            item.joint = (item.low, item.high)
            item.cuts[-1] = item.cuts[-1]._replace(reason="open", after=item.joint)


def in_order(item: Item) -> tuple[date, str]:
    return (item.last, item.id)


def grouped(
    run: Run, items: Sequence[Item], bit: int, by: tuple[Key, ...]
) -> tuple[dict[object, list[Item]], list[Item]]:
    """Return the groups of the items, and those whose group is not known."""
    groups: dict[object, list[Item]] = {}
    floating: list[Item] = []
    for item in items:
        key = _group_of(run, item, by)
        if not item.sure & bit:
            item.lacks(item.unselected(bit))
        if key is None or not item.sure & bit:
            floating.append(item)
        else:
            groups.setdefault(key, []).append(item)
    return groups, floating


def _group_of(run: Run, item: Item, by: tuple[Key, ...]) -> object | None:
    """Return what tells an item's group; None where that is not known."""
    parts: list[object] = []
    lacking: tuple[Missing, ...] = ()
    undecided = False
    for key in by:
        if isinstance(key, str):
            value: object = item.id
            if item.record is not None:
                presumed = run.reader.presumptions(item.first, item.last)
                value = run.reader.key_value(item.record, key, presumed)
            if value is UNKNOWN:
                undecided = True
                lacking += (Missing(key, item.id),)
            parts.append(("alone", item.id) if value is NONE else value)
        elif isinstance(key, (TheCycle, CyclePart)) and isinstance(run.frame.cycle, Missing):
            if run.frame.cycle not in item.missing:
                item.missing += (run.frame.cycle,)
            return None
        else:
            start = cell_start(run, key, item.first)
            if start != cell_start(run, key, item.last):
                undecided = True
                lacking += item.days
            parts.append(start)
    item.lacks(lacking)
    return None if undecided else tuple(parts)


def cell_start(run: Run, key: Calendar | TheCycle | CyclePart, day: date) -> date | None:
    """Return the first day of the cell or cycle that holds *day*."""
    if isinstance(key, Calendar):
        return key.start(day)
    return run.frame.cycle_start(key, day)


def days_of(
    run: Run,
    step: CompiledRewrite | CompiledPool,
    group: Sequence[Item],
    floating: Sequence[Item] = (),
) -> tuple[date, date]:
    """Return the days among which the first of a group's cell is, or of its members."""
    if step.dateless:
        return ANY_DAYS
    by = step.clause.by
    if len(group) == 1 and not floating and group[0].first == group[0].last:
        first = group[0].first
        if len(by) == 1 and not isinstance(by[0], str):
            first = cell_start(run, by[0], first) or first
            return (first, first)
    everyone = (*group, *floating)
    earliest = min(item.first for item in everyone)
    if group:
        starts = [cell_start(run, key, group[0].first) for key in by if not isinstance(key, str)]
        known = [start for start in starts if start is not None]
        if known:
            return (max(known), max(known))
    surely = [item.last for item in group if item.exists]
    return (earliest, min(surely) if surely else max(item.last for item in everyone))


ANY_DAYS: Final = (date.min, date.max)


def holds(clause: Rewrite | Pool, run: Run, days: tuple[date, date]) -> int:
    """Return `MET` if a clause is in force on all of *days*, 0 if on none, else `EITHER`."""
    span = clause.in_force or run.policy.in_force
    if span is None:
        return MET
    first, last = days
    if first in span and last in span:
        return MET
    return EITHER if first < span.end and span.start <= last else 0


def less(amount: Reach, by: Reach) -> Reach:
    """Return *amount* less *by*, where nothing is left of an unbounded amount kept whole."""
    return 0 if amount is by else amount - by


def amounts_of(value: GroupValue, group: Sequence[Item]) -> tuple[list[Reach], list[Reach]]:
    """
    Return the amounts of a group's members at their least and at their most.

    The joint amounts of a bundle are one way to share its total, so they serve an expression
    over totals alone; a bundle that is not taken as a whole falls apart for good.
    """
    inside = {id(item) for item in group}
    for item in group:
        bundle = item.bundle
        if bundle is not None and not (
            value.by_total and all(id(own) in inside for own in (*bundle.own, *bundle.floating))
        ):
            bundle.fall_apart()
    lows = [item.low if item.bundle is None else item.joint[0] for item in group]
    highs = [item.high if item.bundle is None else item.joint[1] for item in group]
    return lows, highs
