"""Demands of which each amount serves one only: how much can be filled, and by what."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from teachtrain.credits._flow import SINK, SOURCE, Network
from teachtrain.models import UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from teachtrain.models._quantities import Reach

__all__ = ["MOST_STEPS", "Supply", "allocate", "allocate_whole", "faults", "filled"]

MOST_STEPS: Final = 10_000
"""How many steps from one way in which demands may stand to the next are taken at most, about."""

Limit: TypeAlias = "tuple[int, Hashable]"
"""A demand, and what of its supply it limits."""

Shares: TypeAlias = "tuple[tuple[int, Reach], ...]"
"""What of a supply goes to which demand, by the demands' numbers."""


class Supply(NamedTuple):
    """
    An amount that may serve any of some demands.

    Attributes:
        amount: How much.
        path: The ceilings over it, from the innermost out.
        serves: The demands, each with what limits such supply there, or None.
    """

    amount: Reach
    path: tuple[Hashable, ...]
    serves: tuple[tuple[int, Hashable | None], ...]


def filled(needs: Sequence[Reach], counted: Callable[[int], Reach]) -> Reach:
    """
    Return how much of several needs can be filled when each amount serves one of them.

    It is the least, over all sets of needs, of what the others need and what counts for any of
    the set: a maximum flow by its minimum cut. What counts must be what one family of ceilings
    leaves, or none.

    >>> filled([10, 10], {0: 0, 1: 12, 2: 6, 3: 14}.__getitem__)
    14

    Args:
        needs: How much each needs.
        counted: What counts for any of a set of needs, given as bits: bit n for need n.
    """
    least: Reach = sum(needs, 0)
    for chosen in range(1, 1 << len(needs)):
        others = sum((need for place, need in enumerate(needs) if not chosen >> place & 1), 0)
        if others < least:
            least = min(least, others + counted(chosen))
    return least


def allocate(
    supplies: Sequence[Supply],
    needs: Sequence[Reach],
    limit: Callable[[Hashable], Reach],
    within: Mapping[Limit, Reach],
) -> list[Shares]:
    """
    Return what of each supply goes to which need: as much as can be in all, early needs first.

    Args:
        supplies: What there is; of supplies that serve alike, the earlier are used first.
        needs: How much each needs.
        limit: What each ceiling allows.
        within: What each need takes at most of what is limited there.
    """
    network = Network()
    # No more than this can flow where any end is bounded, so it stands for what is not.
    beyond = sum((own for own in needs if own is not UNBOUNDED), 1) + sum(
        (own.amount for own in supplies if own.amount is not UNBOUNDED), 0
    )
    for place, own in enumerate(supplies):
        start: Hashable = SOURCE
        for ceiling in reversed(own.path):
            network.arc(start, ("ceiling", ceiling), min(limit(ceiling), beyond))
            start = ("ceiling", ceiling)
        amount = min(own.amount, beyond)
        network.arc(start, ("supply", place), amount)
        for number, kind in own.serves:
            end: Hashable = ("need", number)
            if kind is not None:
                network.arc(("limit", number, kind), end, min(within[number, kind], beyond))
                end = ("limit", number, kind)
            network.arc(("supply", place), end, amount)
    for number, need in enumerate(needs):
        # What earlier needs have may be exchanged from here on, but never grows less.
        network.arc(("need", number), SINK, min(need, beyond))
        network.push()
    return [_shares(network, place, own) for place, own in enumerate(supplies)]


def _shares(network: Network, place: int, own: Supply) -> Shares:
    found: list[tuple[int, Reach]] = []
    for number, kind in own.serves:
        end = ("need", number) if kind is None else ("limit", number, kind)
        share = network.flows(("supply", place), end)
        if share > 0:
            found.append((number, share))
    return tuple(found)


def allocate_whole(
    supplies: Sequence[Supply], needs: Sequence[Reach], within: Mapping[Limit, Reach]
) -> tuple[list[Shares], bool]:
    """
    Return to which need each supply goes as a whole, and whether that is surely the best.

    The best fills as much as can be in all, then as much of early needs. Each supply in turn
    goes to every need that it may serve and that still lacks something; stands that are alike are
    followed once. As many are followed as `MOST_STEPS` allows: beyond, those go on that fill most,
    and it is not sure.

    Args:
        supplies: What there is; ceilings over it are not looked at.
        needs: How much each needs.
        within: What each need takes at most of what is limited there.
    """
    limits = list(within)
    most = max(MOST_STEPS // max(sum(len(own.serves) for own in supplies), 1), 1)
    start = (sum(needs, 0), tuple(needs), tuple(within[own] for own in limits))
    stands: dict[_Stand, _Way | None] = {start: None}
    sure = True
    for place, own in enumerate(supplies):
        reached: dict[_Stand, _Way | None] = {}
        for stand, way in stands.items():
            given = False
            for number, kind in own.serves:
                lacking, lacks, rooms = stand
                share = min(own.amount, lacks[number])
                room = -1 if kind is None else limits.index((number, kind))
                if kind is not None:
                    share = min(share, rooms[room])
                if share <= 0:
                    continue
                given = True
                here = (
                    UNBOUNDED if lacking is UNBOUNDED else lacking - share,
                    _less(lacks, number, share),
                    rooms if kind is None else _less(rooms, room, share),
                )
                reached.setdefault(here, (place, number, share, way))
            if not given:  # to give it to nobody is never better
                reached.setdefault(stand, way)
        if len(reached) > most:
            reached = {stand: reached[stand] for stand in nsmallest(most, reached)}
            sure = False
        stands = reached
    best = min(stands)
    shares: list[Shares] = [()] * len(supplies)
    way = stands[best]
    while way is not None:
        place, number, share, way = way
        shares[place] = ((number, share),)
    return shares, sure or not best[0]


_Stand: TypeAlias = "tuple[Reach, tuple[Reach, ...], tuple[Reach, ...]]"
"""What needs still lack in all, each of them, and the room that is left under limits."""

_Way: TypeAlias = "tuple[int, int, Reach, _Way | None]"
"""The last supply that was given, to which need, how much, and those before."""


def _less(amounts: tuple[Reach, ...], place: int, by: Reach) -> tuple[Reach, ...]:
    left = amounts[place]
    rest = 0 if by is left else left - by
    return (*amounts[:place], rest, *amounts[place + 1 :])


def faults(
    shares: Sequence[Shares],
    supplies: Sequence[Supply],
    needs: Sequence[Reach],
    limit: Callable[[Hashable], Reach],
    within: Mapping[Limit, Reach],
) -> list[str]:
    """
    Return what is wrong with an allocation, looked at by itself; nothing, if it may stand.

    Whether another would fill more is another question; `filled` answers it.
    """
    under: dict[Hashable, Reach] = {}
    given: dict[object, Reach] = {}
    wrong: list[str] = []
    for place, (own, taken) in enumerate(zip(supplies, shares, strict=True)):
        used = sum((share for _, share in taken), 0)
        if used > own.amount or any(share <= 0 for _, share in taken):
            wrong.append(f"supply {place} gives {used} of {own.amount}")
        for ceiling in own.path:
            under[ceiling] = under.get(ceiling, 0) + used
        for number, share in taken:
            kinds = [kind for own_number, kind in own.serves if own_number == number]
            if len(kinds) != 1:
                wrong.append(f"supply {place} does not serve need {number}")
            for key in ((number,), *((number, kind) for kind in kinds if kind is not None)):
                given[key] = given.get(key, 0) + share
    wrong += [f"{own!r} is exceeded" for own, used in under.items() if used > limit(own)]
    wrong += [
        f"need {number} gets more than it asks for"
        for number, need in enumerate(needs)
        if given.get((number,), 0) > need
    ]
    wrong += [f"limit {own!r} is exceeded" for own in within if given.get(own, 0) > within[own]]
    return wrong
