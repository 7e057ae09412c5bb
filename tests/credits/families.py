"""
Families of ceilings to draw, and what they allow by the meaning of the word.

Nothing here is taken from the library but `UNBOUNDED`.
"""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs
from hypothesis import strategies as st

from teachtrain.models import UNBOUNDED, Unbounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "Crossed",
    "Crossing",
    "Nested",
    "Path",
    "Reach",
    "amounts",
    "cheapest_cover",
    "crossings",
    "most_by_trying",
    "nestings",
    "reaches",
    "total_of",
]

Reach: TypeAlias = int | Fraction | Unbounded
Path: TypeAlias = tuple[str, ...]
"""The ceilings over an amount, from the innermost out."""
Crossed: TypeAlias = tuple[Path, Path]


@attrs.frozen
class Nested:
    """Amounts under one family of ceilings."""

    supply: dict[Path, Reach]
    limits: dict[str, Reach]


@attrs.frozen
class Crossing:
    """Amounts under two families; a ceiling of the first is called a, of the second b."""

    supply: dict[Crossed, Reach]
    limits: dict[str, Reach]


# what to draw ----------------------------------------------------------------------------


WHOLE: Final = range(7)
PARTS: Final = [Fraction(over, below) for below in (2, 3) for over in range(1, 10) if over % below]


def amounts() -> st.SearchStrategy[Reach]:
    """Draw wholes, halves and thirds of zero or more; equal ones are drawn often."""
    return st.sampled_from([*WHOLE, *PARTS])


def reaches() -> st.SearchStrategy[Reach]:
    """Draw amounts, and at times what nothing limits."""
    return st.sampled_from([*WHOLE, *PARTS, UNBOUNDED, UNBOUNDED])


@st.composite
def paths(draw: st.DrawFn, name: str, most: int) -> list[Path]:
    """Draw where an amount may stand: under none, or under a ceiling and those around it."""
    found: list[Path] = [()]
    for around in draw(st.lists(st.integers(0, most), max_size=most)):
        found.append((f"{name}{len(found)}", *found[around % len(found)]))
    return found


@st.composite
def nestings(draw: st.DrawFn, amount: st.SearchStrategy[Reach] | None = None) -> Nested:
    """Draw amounts under up to five nested or disjoint ceilings."""
    amount = reaches() if amount is None else amount
    places = draw(paths("a", 5))
    limits = draw(st.tuples(*(amount for _ in places[1:])))
    return Nested(
        supply=draw(st.dictionaries(st.sampled_from(places), amount, max_size=4)),
        limits={path[0]: limit for path, limit in zip(places[1:], limits, strict=True)},
    )


@st.composite
def crossings(draw: st.DrawFn, amount: st.SearchStrategy[Reach] | None = None) -> Crossing:
    """Draw amounts under two families of up to three ceilings each."""
    amount = reaches() if amount is None else amount
    first, second = draw(paths("a", 3)), draw(paths("b", 3))
    ceilings = [path[0] for path in (*first, *second) if path]
    limits = draw(st.tuples(*(amount for _ in ceilings)))
    places = [(one, other) for one in first for other in second]
    return Crossing(
        supply=draw(st.dictionaries(st.sampled_from(places), amount, max_size=5)),
        limits=dict(zip(ceilings, limits, strict=True)),
    )


# what ceilings mean ----------------------------------------------------------------------


def total_of(values: Iterable[Reach]) -> Reach:
    """Add up."""
    return sum(values, 0)


def most_by_trying(supply: Mapping[Path, Reach], limits: Mapping[str, Reach]) -> int:
    """Try every way to count whole parts of the amounts, all of them bounded and whole."""
    upto = [range(amount + 1) for amount in supply.values() if isinstance(amount, int)]
    assert len(upto) == len(supply)
    return max(
        sum(counted)
        for counted in itertools.product(*upto)
        if all(
            sum(part for path, part in zip(supply, counted, strict=True) if ceiling in path)
            <= limit
            for ceiling, limit in limits.items()
        )
    )


def cheapest_cover(supply: Mapping[Path, Reach], limits: Mapping[str, Reach]) -> Reach:
    """
    Find the cheapest way to cover every amount, by itself or by one of the ceilings over it.

    No more than this is ever allowed; where ceilings nest or two families cross, all of it is.
    """
    covers = itertools.product([False, True], repeat=len(limits))
    return min(
        total_of(itertools.compress(limits.values(), cover))
        + total_of(
            amount
            for path, amount in supply.items()
            if not set(path) & set(itertools.compress(limits, cover))
        )
        for cover in covers
    )
