"""Rewrites: the total of a group becomes less, also where amounts are known only to a range."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

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
from teachtrain.rules._verdicts import MET

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    low, high = _totals(run, step, (alone, alone), days_of(run, step, (item,)), missing)
    if low is whole and high is whole:
        return
    if low != high:
        item.lacks(missing)
    item.low, item.high = item.joint = (low, high)
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
    # What an earlier rewrite may still share out anew changes what there is to share here.
    unsettled = tuple(
        one for item in group for one in item.growing if not run.prepared.covering(one.step)
    )
    before = _before(step.clause.keep, [*group, *floating], possibly)
    bundle = None if settled else Bundle(group, floating)
    for (item, low, high, kept_low, kept_high), others in zip(shares, before, strict=False):
        item.joint = (kept_low, kept_high)
        item.cuts.append(Rewritten(step.clause, "clause", (low, high), item.joint))
        item.bundle = bundle
        item.growing += unsettled
        if run.open:
            _grows(run, step, item)
        if settled:
            item.low = item.high = kept_low
            continue
        # What others may take before it is not this member's; the rest of the least total is.
        own = 0 if others is UNBOUNDED else max(0, less(low_total, others))
        item.low = min(item.low, own)
        item.high = min(item.high, high_total)


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
    frame = run.frame
    if "record" in step.clause.by:
        return
    # Of a group that keeps the earliest, only what is booked up to then takes a share away.
    largest_first = step.clause.keep is Keep.LARGEST
    start, end = date.min, date.max if largest_first else min(_next(item.last), frame.after)
    for key in step.clause.by:
        if isinstance(key, Calendar):
            start, end = max(start, key.start(item.first)), min(end, key.end(item.last))
        elif not isinstance(key, str):
            start = max(start, frame.cycle_start(key, item.first) or start)
            end = min(end, frame.cycle_end(key, item.last) or end)
    now, then = max(start, frame.incomplete), min(end, frame.after)
    if now < then:
        # Any day from the first incomplete one on may still bring a member.
        item.growing += (Growing(step, Span(now, then), later=False),)
    if frame.after < end:
        item.growing += (Growing(step, Span(frame.after, end), later=True),)


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
