"""Ceilings on totals: nested minima for one family, a maximum flow for two that cross."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from teachtrain.models import UNBOUNDED, Unbounded

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from teachtrain.models._quantities import Reach

__all__ = ["crossing", "nested"]

Node: TypeAlias = "Hashable"
Ceiling = TypeVar("Ceiling", bound="Hashable")


def nested(supply: Mapping[tuple[Ceiling, ...], Reach], limit: Callable[[Ceiling], Reach]) -> Reach:
    """
    Return the largest total that nested or disjoint ceilings allow.

    Args:
        supply: Amounts by the ceilings over them, from the innermost out. A ceiling has the
            same ceilings around it wherever it stands.
        limit: What each ceiling allows.
    """
    total: Reach = 0
    levels: dict[int, dict[tuple[Ceiling, ...], Reach]] = {}
    for path, amount in supply.items():
        if not path:
            total += amount
            continue
        level = levels.setdefault(len(path), {})
        level[path] = level.get(path, 0) + amount
    for depth in range(max(levels, default=0), 1, -1):
        outer = levels.setdefault(depth - 1, {})
        for path, amount in levels.get(depth, {}).items():
            outer[path[1:]] = outer.get(path[1:], 0) + min(amount, limit(path[0]))
    for path, amount in levels.get(1, {}).items():
        total += min(amount, limit(path[0]))
    return total


_SOURCE: Final = ("source",)
_SINK: Final = ("sink",)


def crossing(
    supply: Mapping[tuple[tuple[Ceiling, ...], tuple[Ceiling, ...]], Reach],
    limit: Callable[[Ceiling], Reach],
) -> Reach:
    """
    Return the largest total that two crossing families of ceilings allow, a maximum flow.

    Every amount runs from its innermost ceiling in the one family to that in the other.

    Args:
        supply: Amounts by their path in each family, from the innermost ceiling out.
        limit: What each ceiling allows.
    """
    capacity: dict[Node, dict[Node, Reach]] = {}

    def arc(start: Node, end: Node, amount: Reach, *, add: bool = False) -> None:
        ends = capacity.setdefault(start, {})
        ends[end] = ends.get(end, 0) + amount if add else amount
        capacity.setdefault(end, {}).setdefault(start, 0)

    for (first, second), amount in supply.items():
        start: Node = _SOURCE
        for node in reversed(first):
            arc(start, (0, node), limit(node))
            start = (0, node)
        end: Node = _SINK
        for node in reversed(second):
            arc((1, node), end, limit(node))
            end = (1, node)
        arc(start, end, amount, add=True)
    return _maximum_flow(capacity)


def _maximum_flow(capacity: dict[Node, dict[Node, Reach]]) -> Reach:
    # A cut that crosses no unbounded arc is at most the sum of all bounded ones, so an arc
    # of one more than that stands for an unbounded one exactly.
    bounded = sum(
        amount
        for ends in capacity.values()
        for amount in ends.values()
        if not isinstance(amount, Unbounded)
    )
    beyond = bounded + 1
    for ends in capacity.values():
        for end, amount in ends.items():
            if isinstance(amount, Unbounded):
                ends[end] = beyond
    flow: Reach = 0
    while (path := _shortest(capacity)) is not None:
        step = min(capacity[start][end] for start, end in path)
        for start, end in path:
            capacity[start][end] -= step
            capacity[end][start] += step
        flow += step
    return UNBOUNDED if flow >= beyond else flow


def _shortest(capacity: dict[Node, dict[Node, Reach]]) -> list[tuple[Node, Node]] | None:
    """Return the arcs of a shortest path with room from source to sink, or None."""
    came: dict[Node, Node] = {_SOURCE: _SOURCE}
    pending: deque[Node] = deque((_SOURCE,))
    while pending:
        here = pending.popleft()
        if here is _SINK:
            path: list[tuple[Node, Node]] = []
            while here is not _SOURCE:
                path.append((came[here], here))
                here = came[here]
            return path
        for end, room in capacity.get(here, {}).items():
            if room > 0 and end not in came:
                came[end] = here
                pending.append(end)
    return None
