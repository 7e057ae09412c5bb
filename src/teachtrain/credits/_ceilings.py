"""Ceilings on totals: nested minima for one family, a maximum flow for two that cross."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from teachtrain.credits._flow import SINK, SOURCE, Network

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from teachtrain.models._quantities import Reach

__all__ = ["crossing", "nested"]

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
    # Where the ceilings of one family leave all they get, the other decides alone.
    binding = [_binds(supply, family, limit) for family in (0, 1)]
    if not all(binding):
        if not any(binding):
            return sum(supply.values(), 0)
        return nested(_within(supply, 0 if binding[0] else 1), limit)
    network = Network()
    for (first, second), amount in supply.items():
        start: Hashable = SOURCE
        for node in reversed(first):
            network.arc(start, (0, node), limit(node))
            start = (0, node)
        end: Hashable = SINK
        for node in reversed(second):
            network.arc((1, node), end, limit(node))
            end = (1, node)
        network.arc(start, end, amount, add=True)
    return network.push()


def _within(
    supply: Mapping[tuple[tuple[Ceiling, ...], tuple[Ceiling, ...]], Reach], family: int
) -> dict[tuple[Ceiling, ...], Reach]:
    """Return amounts by their path in one family alone."""
    found: dict[tuple[Ceiling, ...], Reach] = {}
    for paths, amount in supply.items():
        path = paths[family]
        found[path] = found.get(path, 0) + amount
    return found


def _binds(
    supply: Mapping[tuple[tuple[Ceiling, ...], tuple[Ceiling, ...]], Reach],
    family: int,
    limit: Callable[[Ceiling], Reach],
) -> bool:
    """Whether some ceiling of a family allows less than it would get, if no other took any."""
    sums: dict[Ceiling, Reach] = {}
    for paths, amount in supply.items():
        for ceiling in paths[family]:
            sums[ceiling] = sums.get(ceiling, 0) + amount
    return any(amount > limit(ceiling) for ceiling, amount in sums.items())
