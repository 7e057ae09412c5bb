"""Pools: the total or count of a group makes a new entry, on the day it is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.rules._items import amounts_of, days_of, grouped, holds, less
from teachtrain.rules._relations import refines
from teachtrain.rules._verdicts import DECIDED, MET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Missing
    from teachtrain.rules._items import CompiledPool, Growing, Item
    from teachtrain.rules._run import Run

__all__ = ["pool_items"]


def pool_items(run: Run, step: CompiledPool, items: Sequence[Item]) -> list[Item]:
    """Return the entries that a pool makes of the items that it selects."""
    account, bit = step.account, step.bit
    members = [item for item in items if item.account == account and item.maybe & bit]
    if not members:
        return []
    groups, floating = grouped(run, members, step.bit, step.clause.by)
    made: list[Item] = []
    for number, group in enumerate(groups.values()):
        told = all(
            item.certain and _most(run, step, item, item.high) == item.high for item in group
        )
        if not floating and told:
            own = _of_certain(run, step, group, number)
        else:
            own = _of_uncertain(run, step, group, floating, number)
        made.extend(own)
        if run.open:
            made.extend(_lifted(run, step, [*group, *floating], own, number))
    for number in range(len(groups), len(groups) + len(floating)):
        # Each entry whose group is not known may open a group of its own, with any of the others.
        made.extend(_of_uncertain(run, step, [], floating, number))
    return made


def _of_certain(run: Run, step: CompiledPool, group: list[Item], number: int) -> list[Item]:
    """Return what a pool makes of a group about which all is known."""
    lows = [item.low for item in group]
    days = days_of(run, step, group)
    missing: list[Missing] = []
    value = step.value(run, lows, days, missing)
    if value is None or value[1] == 0 or not holds(step.clause, run, days):
        return []
    amounts = sorted((item.first, item.id, item.low) for item in group)
    surely = _reached(run, step, amounts, days, missing=missing, end=0)
    possibly = _reached(run, step, amounts, days, missing=missing, end=1)
    return _slices(run, step, (surely, possibly), group, missing=missing, number=number)


def _of_uncertain(
    run: Run, step: CompiledPool, group: list[Item], floating: list[Item], number: int
) -> list[Item]:
    lows, highs = amounts_of(step.value, group)
    late = sorted(
        (item.last, item.id, low) for item, low in zip(group, lows, strict=True) if item.exists
    )
    early = sorted(
        [
            (item.first, item.id, _most(run, step, item, high))
            for item, high in zip(group, highs, strict=True)
        ]
        + [(item.first, item.id, _most(run, step, item, item.high)) for item in floating]
    )
    days = days_of(run, step, group, floating)
    missing: list[Missing] = []
    if holds(step.clause, run, days) not in DECIDED or not step.dateless:
        missing.extend(one for item in (*group, *floating) for one in item.days)
    reached = (
        _reached(run, step, late, days, missing=missing, end=0),
        _reached(run, step, early, days, missing=missing, end=1),
    )
    return _slices(run, step, reached, [*group, *floating], missing=missing, number=number)


def _reached(
    run: Run,
    step: CompiledPool,
    amounts: list[tuple[date, str, Reach]],
    days: tuple[date, date],
    *,
    missing: list[Missing],
    end: int,
) -> list[tuple[date, Reach]]:
    """Return what the growing group gives at its least or most, by the day of each growth."""
    applies = holds(step.clause, run, days)
    if not applies or (end == 0 and applies != MET):
        return []
    reached: list[tuple[date, Reach]] = []
    so_far: list[Reach] = []
    for index, (when, _, amount) in enumerate(amounts):
        so_far.append(amount)
        if index + 1 == len(amounts) or amounts[index + 1][0] != when:
            value = step.value(run, so_far, days, missing)
            gives: Reach = 0
            if value is not None and (end == 1 or value[2]):
                gives = value[end]
            reached.append((when, gives))
    return reached


def _slices(
    run: Run,
    step: CompiledPool,
    reached: tuple[list[tuple[date, Reach]], list[tuple[date, Reach]]],
    members: list[Item],
    *,
    missing: list[Missing],
    number: int,
) -> list[Item]:
    """Return a pool's entries by slices of its amount: each is reached between two days."""
    surely, possibly = reached
    levels = sorted({amount for _, amount in (*surely, *possibly) if amount > 0})
    if not levels:
        return []
    evidence = tuple(sorted(item.id for item in members))
    missing.extend(one for item in members for one in item.missing)
    lacking = tuple(dict.fromkeys(missing))
    days_of_members = tuple(one for item in members for one in item.days)
    made: list[Item] = []
    growing = tuple(dict.fromkeys(one for item in members for one in _lost(run, step, item)))
    below: Reach = 0
    for place, level in enumerate(levels):
        first = next(when for when, amount in possibly if amount >= level)
        last = next((when for when, amount in surely if amount >= level), None)
        if run.frame.incomplete < run.frame.after:
            # A record that is not in yet may have reached it earlier.
            first = min(first, run.frame.incomplete)
        made.append(
            run.pool_item(
                step,
                f"{step.clause.id}#{number}.{place}",
                first,
                run.frame.as_of if last is None else last,
                amount=less(level, below),
                exists=last is not None,
                missing=lacking,
                days=days_of_members,
                evidence=evidence,
            )
        )
        made[-1].growing = growing
        below = level
    return made


def _most(run: Run, step: CompiledPool, item: Item, high: Reach) -> Reach:
    """Return what a member may come to, also by others that the pool lacks."""
    rises = any(not one.later for one in _beyond(run, step, item.rising))
    return max(high, item.peak) if rises else high


def _lifted(
    run: Run, step: CompiledPool, members: list[Item], made: list[Item], number: int
) -> Iterator[Item]:
    """Yield what a pool may give beyond, if records of later days lift what its members count."""
    lifts = tuple(one for item in members for one in _beyond(run, step, item.rising) if one.later)
    if not lifts:
        return
    days = days_of(run, step, members)
    value = step.value(run, [max(item.high, item.peak) for item in members], days, [])
    now = sum((item.high for item in made), 0)
    if value is None or value[1] <= now or not holds(step.clause, run, days):
        return
    item = run.pool_item(
        step,
        f"{step.clause.id}#{number}.later",
        min(own.first for own in members),
        max(own.last for own in members),
        amount=0,
        exists=False,
        missing=(),
        days=(),
        evidence=tuple(sorted(own.id for own in members)),
    )
    item.peak, item.rising = less(value[1], now), tuple(dict.fromkeys(lifts))
    yield item


def _lost(run: Run, step: CompiledPool, item: Item) -> Iterator[Growing]:
    """Yield the groups in which a member may lose its share to others that the pool lacks."""
    return _beyond(run, step, item.growing)


def _beyond(run: Run, step: CompiledPool, groups: Iterable[Growing]) -> Iterator[Growing]:
    """Yield the groups that may receive members which the pool does not hold as a whole."""
    for one in groups:
        whole = step.bit in run.prepared.covering(one.step)
        if not (whole and refines(one.step.clause.by, step.clause.by, run.policy.common_cycle)):
            yield one
