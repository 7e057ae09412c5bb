"""What ceilings still leave room for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from teachtrain.credits import nested
from teachtrain.models import Calendar, Span, Unbounded
from teachtrain.rules._quantities import TheCycle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import Amount
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._policy import Ceiling
    from teachtrain.rules._run import Run
    from teachtrain.rules._totals import CompiledCeiling, Totals

__all__ = ["Room", "rooms"]

Node = tuple[int, tuple[object, ...], "date | None"]


class Room(NamedTuple):
    """
    What a ceiling leaves to one of its groups, on days that are still to come.

    What a ceiling around it takes off is not looked at: the room is that of this ceiling alone.

    Attributes:
        ceiling: The ceiling.
        days: The days of the group; None if it is of all time.
        group: What else tells the group, by field of the record.
        limit: What may count in it.
        used: What counts in it so far, at least and at most.
        left: What more may count.
    """

    ceiling: Ceiling
    days: Span | None
    group: tuple[tuple[str, object], ...]
    limit: Amount
    used: Amount
    left: Amount


def rooms(run: Run) -> tuple[Room, ...]:
    """Return the room under every ceiling, in the policy's order and then in that of days."""
    found: list[tuple[int, date, str, Room]] = []
    for totals in run.prepared.totals:
        if not totals.families:
            continue
        least, most = _supplies(run, totals)
        for node in dict.fromkeys((*most, *_to_come(run, totals))):
            own = run.prepared.ceilings[node[0]]
            days = _days(run, own, node[2])
            if days is not None and days.end <= run.frame.after:
                continue
            room = _room(run, own, node, days, (least.get(node, {}), most.get(node, {})))
            found.append((node[0], node[2] or date.min, str(node[1]), room))
    found.sort(key=lambda one: one[:3])
    return tuple(room for _, _, _, room in found)


_Inside = dict[tuple[Node, ...], "Reach"]
"""Amounts by the ceilings inside a group."""


def _supplies(run: Run, totals: Totals) -> tuple[dict[Node, _Inside], dict[Node, _Inside]]:
    """Return what there is under each ceiling, at its least and most."""
    bits = 0
    for family in totals.families:
        for number in family:
            bits |= run.prepared.ceilings[number].bit
    least: dict[Node, _Inside] = {}
    most: dict[Node, _Inside] = {}
    for offer in totals.entries(run, run.frame.always, bits):
        surely = offer.sure_over if offer.over is None else offer.over
        for amount, paths, into in (
            (offer.low if offer.over is not None else 0, surely, least),
            (offer.high, offer.sure_over, most),
        ):
            for path in paths:
                for place, node in enumerate(path):
                    inside = into.setdefault(node, {})
                    inside[path[:place]] = inside.get(path[:place], 0) + amount
    return least, most


def _to_come(run: Run, totals: Totals) -> Iterator[Node]:
    """Yield the groups of days to come, of ceilings that tell groups apart by days alone."""
    frame = run.frame
    numbers = [own for family in totals.families for own in family]
    plain = [own for own in numbers if not run.prepared.ceilings[own].fields]
    for cell in range(len(frame.breaks) + 1):
        start = frame.start(cell)
        if start < frame.after or not frame.in_scope(cell):
            continue
        for number in plain:
            if not run.prepared.ceilings[number].daily:
                yield totals.node(run, number, (), start)


def _days(run: Run, own: CompiledCeiling, start: date | None) -> Span | None:
    """Return the days of a group that begins on a day."""
    if start is None:
        return None
    ends = [
        key.end(start) if isinstance(key, Calendar) else _end_of(run, key, start)
        for key in own.by_time
    ]
    return Span(start, min(ends))


def _end_of(run: Run, key: object, start: date) -> date:
    assert isinstance(key, TheCycle) or hasattr(key, "months")
    end = run.frame.cycle_end(key, start)  # type: ignore[arg-type]  # the cycle, or a part of it
    return date.max if end is None else end


def _room(
    run: Run,
    own: CompiledCeiling,
    node: Node,
    days: Span | None,
    supply: tuple[_Inside, _Inside],
) -> Room:
    limit = run.limit(node)
    ends = (limit.low, limit.high)
    used = [_used(run, inside, ends[end], end) for end, inside in enumerate(supply)]
    account = run.policy.account(own.clause.account or run.prepared.account_ids[0])
    amounts = run.prepared.amounts_in(account.unit)

    def amount(low: Reach, high: Reach) -> Amount:
        return amounts.between(run.unscaled(low), run.unscaled(high))

    names = [key for key in own.clause.by if isinstance(key, str)]
    return Room(
        own.clause,
        days,
        tuple(zip(names, node[1], strict=False)),
        amount(limit.low, limit.high),
        amount(used[0], used[1]),
        amount(_less(limit.low, used[1]), _less(limit.high, used[0])),
    )


def _used(run: Run, inside: _Inside, limit: Reach, end: int) -> Reach:
    def allowed(node: Node) -> Reach:
        return run.allowed(node, end)

    amount = nested(inside, allowed)
    return amount if amount < limit else limit  # noqa: FURB136 - of what may have no bound


def _less(amount: Reach, by: Reach) -> Reach:
    if isinstance(amount, Unbounded):
        return amount
    return 0 if isinstance(by, Unbounded) or by >= amount else amount - by
