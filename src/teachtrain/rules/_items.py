"""Rewrites and pools: entries in groups, where amounts may be known only to an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from teachtrain.credits import share_out
from teachtrain.models import NONE, UNBOUNDED, UNKNOWN, Calendar
from teachtrain.rules._context import Context
from teachtrain.rules._policy import Keep
from teachtrain.rules._quantities import Dated, TheCycle
from teachtrain.rules._walk import depends_on_person, known_quantity, walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from teachtrain.models import TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Missing, Range
    from teachtrain.rules._evaluate import QuantityFunction
    from teachtrain.rules._policy import Key, Pool, RecognitionRule, Rewrite
    from teachtrain.rules._quantities import Quantity
    from teachtrain.rules._run import Run

__all__ = ["Bundle", "CompiledPool", "CompiledRewrite", "Item", "pool_items", "rewrite_items"]


class GroupValue:
    """An expression over a group, remembered by its members' amounts where nothing else counts."""

    __slots__ = ("_function", "_known", "_pure")

    def __init__(self, form: Quantity, function: QuantityFunction) -> None:
        self._function = function
        self._pure = not depends_on_person(form) and not any(
            isinstance(part, Dated) for part in walk(known_quantity(form))
        )
        self._known: dict[tuple[Reach, ...], Range | None] = {}

    def __call__(self, run: Run, amounts: Sequence[Reach], day: date) -> tuple[Reach, Reach] | None:
        """Return the least and the most it comes to on a day; None if it is not in force."""
        members = tuple(sorted(amounts, reverse=True)) if len(amounts) > 1 else tuple(amounts)
        if self._pure and members in self._known:
            found = self._known[members]
        else:
            context = Context(run.teacher, day, day, run=run, members=members, count=len(members))
            found = self._function(context)
            if self._pure:
                if len(self._known) > _REMEMBERED:
                    self._known.clear()
                self._known[members] = found
        return None if found is None else (found[0] if found[2] else 0, found[1])


_REMEMBERED: Final = 10_000


class CompiledRewrite(NamedTuple):
    """
    A rewrite with its account, the bit of its selection, and its value.

    Attributes:
        timed: Whether it groups by time alone, so that a day tells the group.
    """

    clause: Rewrite
    account: int
    bit: int
    value: GroupValue
    timed: bool


class CompiledPool(NamedTuple):
    """
    A pool with its accounts, the bit of its selection, and its value.

    Attributes:
        bits: The bits of the selections that take its entries, if the same for everybody.
    """

    clause: Pool
    account: int
    bit: int
    value: GroupValue
    to: int
    bits: int | None = None


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
        earned: What it earned before any rewrite, at least and at most.
        joint: What it amounts to with its bundle at its least and at its most.
        bundle: The uncertain group it was rewritten with, if any.
        sure: Bits of the targets that surely select it.
        maybe: Bits of the targets that may.
        keys: Values of the fields that tell groups apart in its account.
        empty: Whether it earned nothing to begin with, and so counts as an entry all the same.
        missing: What is not known of it.
        cuts: What each rewrite took, as (clause, at least, at most).
        source: The rule or pool that made it.
        evidence: Ids of the members of a pool's group.
    """

    __slots__ = (
        "account",
        "bundle",
        "cuts",
        "earned",
        "empty",
        "evidence",
        "exists",
        "first",
        "high",
        "id",
        "joint",
        "keys",
        "last",
        "low",
        "maybe",
        "missing",
        "record",
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
    ) -> None:
        self.id = item_id
        self.record = record
        self.account = account
        self.first = first
        self.last = last
        self.exists = exists
        self.low = low if exists else 0
        self.high = high
        self.earned = self.joint = (self.low, high)
        self.bundle: Bundle | None = None
        self.sure = sure
        self.maybe = maybe
        self.keys = keys
        self.empty = high == 0
        self.missing = missing
        self.cuts: list[tuple[Rewrite, Reach, Reach]] = []
        self.source = source
        self.tags = tags
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


def _in_order(item: Item) -> tuple[date, str]:
    return (item.last, item.id)


def _grouped(
    run: Run, items: Sequence[Item], bit: int, by: tuple[Key, ...]
) -> tuple[dict[object, list[Item]], list[Item]]:
    """Return the groups of the items, and those whose group is not known."""
    groups: dict[object, list[Item]] = {}
    floating: list[Item] = []
    for item in items:
        key = _group_of(run, item, by) if item.sure & bit else None
        if key is None:
            floating.append(item)
        else:
            groups.setdefault(key, []).append(item)
    return groups, floating


def _group_of(run: Run, item: Item, by: tuple[Key, ...]) -> object | None:
    """Return what tells an item's group; None where that is not known."""
    parts: list[object] = []
    for key in by:
        if isinstance(key, str):
            value = item.id if item.record is None else run.reader.key_value(item.record, key)
            if value is UNKNOWN:
                return None
            parts.append(("alone", item.id) if value is NONE else value)
        else:
            start = cell_start(run, key, item.first)
            if start != cell_start(run, key, item.last):
                return None
            parts.append(start)
    return tuple(parts)


def cell_start(run: Run, key: Calendar | TheCycle, day: date) -> date | None:
    """Return the first day of the cell or cycle that holds *day*."""
    if isinstance(key, TheCycle):
        return run.frame.cycle_start(day)
    return key.start(day)


def _first_day(run: Run, by: tuple[Key, ...], group: Sequence[Item]) -> date:
    """Return the day on which dated values are read: the first of the group's cell."""
    if len(group) == 1 and len(by) == 1 and not isinstance(by[0], str):
        return cell_start(run, by[0], group[0].first) or group[0].first
    earliest = min(item.first for item in group)
    starts = [cell_start(run, key, earliest) for key in by if not isinstance(key, str)]
    return max((start for start in starts if start is not None), default=earliest)


def _in_force(clause: Rewrite | Pool, run: Run, day: date) -> bool:
    span = clause.in_force or run.policy.in_force
    return span is None or day in span


# rewrites -----------------------------------------------------------------------------------


def rewrite_items(run: Run, step: CompiledRewrite, items: Sequence[Item]) -> None:
    """Apply a rewrite to the items that it selects."""
    members = [item for item in items if item.account == step.account and item.maybe & step.bit]
    if not members:
        return
    if len(members) == 1 and step.timed and members[0].certain:
        day = _first_day(run, step.clause.by, members)
        if _in_force(step.clause, run, day):
            _rewrite_one(run, step, members[0], day)
        return
    groups, floating = _grouped(run, members, step.bit, step.clause.by)
    for group in groups.values():
        day = _first_day(run, step.clause.by, group)
        if _in_force(step.clause, run, day):
            _rewrite_group(run, step, group, floating, day)
    for item in floating:
        item.low = 0
        item.joint = (0, item.high)
        item.bundle = None


def _rewrite_group(
    run: Run, step: CompiledRewrite, group: list[Item], floating: list[Item], day: date
) -> None:
    if not floating and len(group) == 1 and group[0].certain:
        _rewrite_one(run, step, group[0], day)
        return
    lows, highs = _inputs(group)
    surely = [amount for item, amount in zip(group, lows, strict=True) if item.exists]
    least = step.value(run, surely, day)
    most = step.value(run, [*highs, *(item.high for item in floating)], day)
    if least is None or most is None:
        return
    low_total = min(least[0], sum(lows, 0))
    high_total = min(most[1], sum(highs, 0))
    shares_low = _shares(step.clause.keep, group, lows, low_total)
    shares_high = _shares(step.clause.keep, group, highs, high_total)
    settled = not floating and all(
        item.exists and item.bundle is None and low == high
        for item, low, high in zip(group, lows, highs, strict=True)
    )
    for item, low, high, kept_low, kept_high in zip(
        group, lows, highs, shares_low, shares_high, strict=True
    ):
        item.cuts.append((step.clause, _less(low, kept_low), _less(high, kept_high)))
        item.joint = (kept_low, kept_high)
    if settled and low_total == high_total:
        for item, kept in zip(group, shares_low, strict=True):
            item.low = item.high = kept
        return
    bundle = Bundle(group, floating)
    around = sum(highs, 0) + sum((item.high for item in floating), 0)
    for item, high in zip(group, highs, strict=True):
        others = UNBOUNDED if around is UNBOUNDED else _less(around, high)
        kept = 0 if others is UNBOUNDED else max(0, _less(low_total, others))
        item.low = min(item.low, kept)
        item.high = min(item.high, high_total)
        item.bundle = bundle


def _rewrite_one(run: Run, step: CompiledRewrite, item: Item, day: date) -> None:
    """Rewrite an entry that is certain and alone in its group."""
    whole = item.low
    value = step.value(run, (whole,), day)
    if value is None or (value[0] >= whole and value[1] >= whole):
        return
    low, high = min(value[0], whole), min(value[1], whole)
    item.cuts.append((step.clause, _less(whole, low), _less(whole, high)))
    item.low, item.high = item.joint = (low, high)


def _less(amount: Reach, by: Reach) -> Reach:
    """Return *amount* less *by*, where nothing is left of an unbounded amount kept whole."""
    return 0 if amount is by else amount - by  # type: ignore[operator]  # by is bounded here


def _inputs(group: list[Item]) -> tuple[list[Reach], list[Reach]]:
    """Return the amounts at their least and most: joint, where a whole bundle is in the group."""
    inside = {id(item) for item in group}
    lows: list[Reach] = []
    highs: list[Reach] = []
    for item in group:
        bundle = item.bundle
        whole = bundle is not None and all(
            id(other) in inside for other in (*bundle.own, *bundle.floating)
        )
        lows.append(item.joint[0] if whole else item.low)
        highs.append(item.joint[1] if whole else item.high)
    return lows, highs


def _shares(keep: Keep, group: list[Item], amounts: Sequence[Reach], total: Reach) -> list[Reach]:
    order = sorted(range(len(group)), key=lambda index: _in_order(group[index]))
    if keep is Keep.LARGEST:
        order.sort(key=lambda index: amounts[index], reverse=True)
    kept = share_out(total, [amounts[index] for index in order])
    shares: list[Reach] = [0] * len(group)
    for index, share in zip(order, kept, strict=True):
        shares[index] = share
    return shares


# pools --------------------------------------------------------------------------------------


def pool_items(run: Run, step: CompiledPool, items: Sequence[Item]) -> list[Item]:
    """Return the entries that a pool makes of the items that it selects."""
    members = [item for item in items if item.account == step.account and item.maybe & step.bit]
    if not members:
        return []
    groups, floating = _grouped(run, members, step.bit, step.clause.by)
    made: list[Item] = []
    for number, group in enumerate(groups.values()):
        day = _first_day(run, step.clause.by, group)
        if _in_force(step.clause, run, day):
            made.extend(_pool_group(run, step, group, floating, (number, day)))
    if not groups and floating:
        made.extend(_pool_group(run, step, [], floating, (0, floating[0].first)))
    return made


def _pool_group(
    run: Run,
    step: CompiledPool,
    group: list[Item],
    floating: list[Item],
    name: tuple[int, date],
) -> list[Item]:
    """Return what a pool makes of a group; *name* is its number and its first day."""
    number, day = name
    if not floating and all(item.certain for item in group):
        return _pool_certain(run, step, group, name)
    lows, highs = _inputs(group)
    late = sorted(
        (item.last, item.id, low) for item, low in zip(group, lows, strict=True) if item.exists
    )
    early = sorted(
        [(item.first, item.id, high) for item, high in zip(group, highs, strict=True)]
        + [(item.first, item.id, item.high) for item in floating]
    )
    reached = (_reached(run, step, late, day, 0), _reached(run, step, early, day, 1))
    return _pool_slices(run, step, reached, [*group, *floating], number)


def _pool_slices(
    run: Run,
    step: CompiledPool,
    reached: tuple[list[tuple[date, Reach]], list[tuple[date, Reach]]],
    members: list[Item],
    number: int,
) -> list[Item]:
    """Return a pool's entries by slices of its amount: each is reached between two days."""
    surely, possibly = reached
    evidence = tuple(sorted(item.id for item in members))
    missing = tuple(dict.fromkeys(one for item in members for one in item.missing))
    levels = sorted({amount for _, amount in (*surely, *possibly) if amount > 0})
    made = []
    below: Reach = 0
    for place, level in enumerate(levels):
        first = next((when for when, amount in possibly if amount >= level), None)
        last = next((when for when, amount in surely if amount >= level), None)
        if first is None:
            # An expression over unknown facts may give less at its most: then it is not sure.
            first = last
            last = None
        assert first is not None
        made.append(
            run.pool_item(
                step,
                f"{step.clause.id}#{number}.{place}",
                first,
                run.frame.as_of if last is None else last,
                amount=_less(level, below),
                exists=last is not None,
                missing=missing,
                evidence=evidence,
            )
        )
        below = level
    return made


def _pool_certain(
    run: Run, step: CompiledPool, group: list[Item], name: tuple[int, date]
) -> list[Item]:
    """Return what a pool makes of a group about which all is known."""
    number, day = name
    value = step.value(run, [item.low for item in group], day)
    if value is None or value[1] == 0:
        return []
    amounts = sorted((item.first, item.id, item.low) for item in group)
    lows = _reached(run, step, amounts, day, 0)
    highs = _reached(run, step, amounts, day, 1)
    if lows != highs:
        return _pool_slices(run, step, (lows, highs), group, number)
    evidence = tuple(sorted(item.id for item in group))
    made: list[Item] = []
    below: Reach = 0
    for when, reached in lows:
        if reached > below:
            made.append(
                run.pool_item(
                    step,
                    f"{step.clause.id}#{number}.{len(made)}",
                    when,
                    when,
                    amount=_less(reached, below),
                    exists=True,
                    missing=(),
                    evidence=evidence,
                )
            )
            below = reached
    return made


def _reached(
    run: Run, step: CompiledPool, amounts: list[tuple[date, str, Reach]], day: date, end: int
) -> list[tuple[date, Reach]]:
    """Return what the growing group gives, by the last day of each growth."""
    reached: list[tuple[date, Reach]] = []
    so_far: list[Reach] = []
    for index, (when, _, amount) in enumerate(amounts):
        so_far.append(amount)
        if index + 1 == len(amounts) or amounts[index + 1][0] != when:
            value = step.value(run, so_far, day)
            reached.append((when, 0 if value is None else value[end]))
    return reached
