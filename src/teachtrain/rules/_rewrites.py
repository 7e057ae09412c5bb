"""Rewrites: the total of a group becomes less, also where amounts are known only to a range."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final

from teachtrain.credits import share_out
from teachtrain.models import UNBOUNDED, Calendar, Span
from teachtrain.rules._items import (
    ANY_DAYS,
    Bundle,
    Growing,
    Rewritten,
    amounts_of,
    days_of,
    grouped,
    holds,
    in_order,
    less,
)
from teachtrain.rules._policy import Keep
from teachtrain.rules._quantities import Top
from teachtrain.rules._verdicts import MET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Missing
    from teachtrain.rules._items import CompiledRewrite, Item
    from teachtrain.rules._run import Run

__all__ = ["rewrite_items"]


def rewrite_items(run: Run, step: CompiledRewrite, items: Sequence[Item]) -> None:
    """Apply a rewrite to the items that it selects."""
    account, bit = step.account, step.bit
    members = [item for item in items if item.account == account and item.maybe & bit]
    if not members:
        return
    if len(members) == 1 and step.timed and members[0].certain:
        _rewrite_one(run, step, members[0])
        return
    groups, floating = grouped(run, members, step.bit, step.clause.by)
    for item in floating:
        # It may join any group, and take a share of it; alone it may lose all it has.
        if item.bundle is not None:
            item.bundle.fall_apart()
    for group in groups.values():
        if len(group) == 1 and not floating and group[0].certain:
            _rewrite_one(run, step, group[0])
        else:
            _rewrite_group(run, step, group, floating)
    if len(floating) > 1 or (floating and groups):
        _lack_together([*chain(*groups.values()), *floating], [], with_days=False)
    for item in floating:
        before = (item.low, item.high)
        item.low = 0
        item.joint = (0, item.high)
        item.cuts.append(Rewritten(step.clause, "open", before, item.joint))


def _rewrite_one(run: Run, step: CompiledRewrite, item: Item) -> None:
    """Rewrite an entry that is certain and alone in its group."""
    if run.open:
        _grows(run, step, item)
    whole = item.low
    alone = (whole,)
    if step.dateless:
        value = step.value(run, alone, ANY_DAYS, [])
        if value is None or (value[0] >= whole and value[1] >= whole):
            return
    missing: list[Missing] = []
    days = days_of(run, step, (item,))
    low, high = _totals(run, step, (alone, alone), days, missing)
    if low is whole and high is whole:
        return
    if low != high:
        item.lacks(missing)
    item.low, item.high = item.joint = (low, high)
    if run.open:
        _rises(run, step, item, whole, more=_may_rise(run, step, alone, high, days))
    item.cuts.append(Rewritten(step.clause, "clause", (whole, whole), item.joint))


def _totals(
    run: Run,
    step: CompiledRewrite,
    members: tuple[Sequence[Reach], Sequence[Reach]],
    days: tuple[date, date],
    missing: list[Missing],
) -> tuple[Reach, Reach]:
    """Return a group's total after the rewrite: with few members at their least, all at most."""
    surely, possibly = members
    low, high = sum(surely, 0), sum(possibly, 0)
    applies = holds(step.clause, run, days)
    if not applies:
        return (low, high)
    least = step.value(run, surely, days, missing)
    most = least if possibly is surely else step.value(run, possibly, days, missing)
    if least is not None:
        low = min(low, least[0])
    if most is not None and most[2] and applies == MET:
        high = min(high, most[1])
    return (low, high)


def _rewrite_group(
    run: Run, step: CompiledRewrite, group: list[Item], floating: list[Item]
) -> None:
    if step.side:
        _rewrite_sides(run, step, group, floating)
        return
    lows, highs = amounts_of(step.value, group)
    surely = [amount for item, amount in zip(group, lows, strict=True) if item.exists]
    possibly = [*highs, *(item.high for item in floating)]
    days = days_of(run, step, group, floating)
    missing: list[Missing] = []
    low_total, high_total = _totals(run, step, (surely, possibly), days, missing)
    high_total = min(high_total, sum(highs, 0))
    shares = zip(
        group,
        lows,
        highs,
        _shares(step.clause.keep, group, lows, low_total),
        _shares(step.clause.keep, group, highs, high_total),
        strict=True,
    )
    settled = not floating and low_total == high_total and _all_known(group, lows, highs)
    cut = high_total != sum(highs, 0)
    if settled and cut:
        # The order of days says whose share is cut.
        settled = all(item.first == item.last for item in group)
    if not settled:
        # Whatever is open of one member may leave it open what another keeps.
        _lack_together([*group, *floating], missing, with_days=cut or not step.dateless)
    unsettled = _unsettled(run, group)
    rises = run.open and _may_rise(run, step, possibly, high_total, days)
    before = _before(step.clause.keep, [*group, *floating], possibly)
    bundle = None if settled else Bundle(group, floating)
    for (item, low, high, kept_low, kept_high), others in zip(shares, before, strict=False):
        item.joint = (kept_low, kept_high)
        item.cuts.append(Rewritten(step.clause, "clause", (low, high), item.joint))
        item.bundle = bundle
        item.growing += unsettled
        if run.open:
            _grows(run, step, item)
        was = item.high
        if settled:
            item.low = item.high = kept_low
        else:
            # What others may take before it is not this member's; the rest of the least total is.
            own = 0 if others is UNBOUNDED else max(0, less(low_total, others))
            item.low = min(item.low, own)
            item.high = min(item.high, high_total)
        if run.open:
            _rises(run, step, item, was, more=rises)


def _unsettled(run: Run, group: Sequence[Item]) -> tuple[Growing, ...]:
    """Return what earlier rewrites may still share out anew: it changes what there is to share."""
    return tuple(
        one
        for item in group
        for one in (*item.growing, *item.rising)
        if not run.prepared.covering(one.step)
    )


def _rewrite_sides(
    run: Run, step: CompiledRewrite, group: list[Item], floating: list[Item]
) -> None:
    """Keep the side of a group that comes to more, as far as it is known which does."""
    for item in group:
        if item.bundle is not None:
            item.bundle.fall_apart()
    applies = holds(step.clause, run, days_of(run, step, group, floating))
    if not applies:
        return
    inside = _Side(step.side, group, floating, inside=True)
    outside = _Side(step.side, group, floating, inside=False)
    missing = [one for item in group for one in item.unselected(step.side)]
    settled = (
        applies == MET
        and not floating
        and not any(inside.may_have(item) and outside.may_have(item) for item in group)
        and _all_known(group, [item.low for item in group], [item.high for item in group])
    )
    if not settled:
        _lack_together([*group, *floating], missing, with_days=not step.dateless)
    bundle = None if settled else Bundle(group, floating)
    # One way in which it comes to the least in all, and one in which it comes to the most.
    kept = _least_kept(inside, outside, group)
    at_most = inside if inside.most >= outside.most else outside
    unsettled = _unsettled(run, group)
    for item in group:
        low, high = item.low, item.high
        item.joint = (
            low if id(item) in kept else 0,
            high if applies != MET or at_most.may_have(item) else 0,
        )
        item.cuts.append(Rewritten(step.clause, "clause", (low, high), item.joint))
        item.bundle = bundle
        item.growing += unsettled
        if run.open:
            _grows(run, step, item)
        sides = [pair for pair in ((inside, outside), (outside, inside)) if pair[0].may_have(item)]
        item.low = low if all(own.beats(other, item) for own, other in sides) else 0
        if applies == MET and all(own.is_beaten(other) for own, other in sides):
            item.high = 0
        if run.open:
            _rises(run, step, item, high, more=True)


def _least_kept(inside: _Side, outside: _Side, group: Sequence[Item]) -> set[int]:
    """Return which members count where it is told of each on which side it is, at the least."""
    open_ = [own for own in group if inside.may_have(own) and outside.may_have(own) and own.low > 0]
    if len(open_) > _MOST_OPEN:
        open_ = []  # so that they stand on neither side: never more than what it comes to
    best: tuple[Reach, set[int]] | None = None
    for chosen in range(1 << len(open_)):
        sides: list[list[Item]] = [[], []]
        for own in group:
            if inside.surely_has(own) or outside.surely_has(own):
                sides[outside.surely_has(own)].append(own)
        for place, own in enumerate(open_):
            sides[chosen >> place & 1].append(own)
        sums = [sum((own.low for own in side), 0) for side in sides]
        won = sums[1] > sums[0]
        if best is None or sums[won] < best[0]:
            best = (sums[won], {id(own) for own in sides[won]})
    assert best is not None  # there is always one way
    return best[1]


_MOST_OPEN: Final = 6
"""Of how many members it is tried out on which side they are."""


class _Side:
    """
    The members of a group that a selection takes, or those that it does not.

    Attributes:
        least: What they surely come to.
        most: What they may come to.
        reach: What they may come to with entries that may join the group.
    """

    def __init__(
        self, bit: int, group: Sequence[Item], floating: Sequence[Item], *, inside: bool
    ) -> None:
        self._bit = bit
        self._inside = inside
        self.least = sum((item.low for item in group if self.surely_has(item)), 0)
        self.most = sum((item.high for item in group if self.may_have(item)), 0)
        self._may = [(id(own), own.high) for own in (*group, *floating) if self.may_have(own)]
        self.reach = sum((high for _, high in self._may), 0)

    def beats(self, other: _Side, item: Item) -> bool:
        """Whether this side surely counts if the item is on it; it wins a tie if it is named."""
        least = self.least if self.surely_has(item) else self.least + item.low
        reach = other.reach
        if other.may_have(item):
            reach = sum((high for own, high in other._may if own != id(item)), 0)
        return least >= reach if self._inside else least > reach

    def is_beaten(self, other: _Side) -> bool:
        """Whether this side surely does not count."""
        return other.least > self.reach if self._inside else other.least >= self.reach

    def surely_has(self, item: Item) -> bool:
        return bool(item.sure & self._bit) if self._inside else not item.maybe & self._bit

    def may_have(self, item: Item) -> bool:
        return bool(item.maybe & self._bit) if self._inside else not item.sure & self._bit


def _may_rise(
    run: Run,
    step: CompiledRewrite,
    members: Sequence[Reach],
    total: Reach,
    days: tuple[date, date],
) -> bool:
    """Whether a member may count more than now, if one that is still to come joins its group."""
    if isinstance(step.clause.to, Top):
        return False  # the largest count: another one only takes a place
    value = step.value(run, (*members, UNBOUNDED), days, [])
    return value is None or value[1] > total


def _before(keep: Keep, members: Sequence[Item], amounts: Sequence[Reach]) -> list[Reach]:
    """Return, for each member of a group, the most that others may take before it does."""
    found: list[Reach] = []
    places = range(len(members))
    if keep is Keep.LARGEST:
        around = sum(amounts, 0)
        return [around if around is UNBOUNDED else less(around, own) for own in amounts]
    for own, item in enumerate(members):
        last = (item.last, item.id)
        earlier = (
            amounts[other]
            for other in places
            if other != own and (members[other].first, members[other].id) < last
        )
        found.append(sum(earlier, 0))
    return found


def _lack_together(items: list[Item], missing: list[Missing], *, with_days: bool) -> None:
    for item in items:
        missing.extend(item.missing)
        if with_days:
            missing.extend(item.days)
    together = tuple(dict.fromkeys(missing))
    for item in items:
        item.missing = together


def _all_known(group: list[Item], lows: list[Reach], highs: list[Reach]) -> bool:
    return all(
        item.exists and item.bundle is None and low == high
        for item, low, high in zip(group, lows, highs, strict=True)
    )


def _shares(keep: Keep, group: list[Item], amounts: Sequence[Reach], total: Reach) -> list[Reach]:
    order = sorted(range(len(group)), key=lambda index: in_order(group[index]))
    if keep is Keep.LARGEST:
        order.sort(key=lambda index: amounts[index], reverse=True)
    kept = share_out(total, [amounts[index] for index in order])
    shares: list[Reach] = [0] * len(group)
    for index, share in zip(order, kept, strict=True):
        shares[index] = share
    return shares


def _grows(run: Run, step: CompiledRewrite, item: Item) -> None:
    """Note that records still to come may take over the item's share in a group."""
    # Of a group that keeps the earliest, only what is booked up to then takes a share away.
    largest_first = step.clause.keep is Keep.LARGEST
    end = date.max if largest_first else min(_next(item.last), run.frame.after)
    item.growing += tuple(_still_to_come(run, step, item, end))


def _rises(run: Run, step: CompiledRewrite, item: Item, was: Reach, *, more: bool) -> None:
    """Note whether the item may count more than now, by records still to come in its group."""
    if more and min(item.high, item.joint[1]) != was:
        item.rising += tuple(_still_to_come(run, step, item, date.max))
    elif item.peak == was:
        item.peak = item.high


def _still_to_come(run: Run, step: CompiledRewrite, item: Item, end: date) -> Iterator[Growing]:
    """Yield the days up to *end* on which the item's group may still receive members."""
    frame, start = run.frame, date.min
    if "record" in step.clause.by:
        return
    for key in step.clause.by:
        if isinstance(key, Calendar):
            start, end = max(start, key.start(item.first)), min(end, key.end(item.last))
        elif not isinstance(key, str):
            start = max(start, frame.cycle_start(key, item.first) or start)
            end = min(end, frame.cycle_end(key, item.last) or end)
    now, then = max(start, frame.incomplete), min(end, frame.after)
    if now < then:
        # Any day from the first incomplete one on may still bring a member.
        yield Growing(step, Span(now, then), later=False)
    if frame.after < end:
        yield Growing(step, Span(frame.after, end), later=True)


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
