"""Verdicts: the set of outcomes still possible, and how the verdicts of parts combine."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NoReturn

from teachtrain.errors import InvalidTypeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Verdict"]

# Inside, a verdict is a set of outcomes as bits: met 1, unmet 2, not applicable 4.
MET: Final = 1
UNMET: Final = 2
EITHER: Final = 3
NOT_APPLICABLE: Final = 4
DECIDED: Final = (MET, UNMET, NOT_APPLICABLE)


class Verdict(enum.Enum):
    """
    What a requirement comes to: the outcomes that are still possible.

    Three verdicts are decided. The four others are unknown, and each names what remains.

    >>> Verdict.MET_OR_UNMET.is_unknown, str(Verdict.MET_OR_UNMET)
    (True, 'unknown (met or unmet)')
    """

    MET = 1
    UNMET = 2
    MET_OR_UNMET = 3
    NOT_APPLICABLE = 4
    MET_OR_NOT_APPLICABLE = 5
    UNMET_OR_NOT_APPLICABLE = 6
    ANY = 7

    @property
    def is_unknown(self) -> bool:
        """Whether more than one outcome is possible."""
        return self.value not in DECIDED

    @property
    def possible(self) -> tuple[Verdict, ...]:
        """The decided verdicts that are still possible."""
        return tuple(Verdict(bit) for bit in DECIDED if self.value & bit)

    def allows(self, outcome: Verdict) -> bool:
        """Whether *outcome*, a decided verdict, is still possible."""
        return bool(self.value & outcome.value)

    def __bool__(self) -> NoReturn:
        raise InvalidTypeError.at(
            "verdict", "a verdict is not true or false", "write 'is Verdict.MET'"
        )

    def __str__(self) -> str:
        words = " or ".join(one.name.lower().replace("_", " ") for one in self.possible)
        return f"unknown ({words})" if self.is_unknown else words


def _members(mask: int) -> tuple[int, ...]:
    return tuple(bit for bit in DECIDED if mask & bit)


def _pairwise(combine: Callable[[int, int], int]) -> list[list[int]]:
    """Return the table of *combine* lifted from outcomes to sets of outcomes."""
    table = [[0] * 8 for _ in range(8)]
    for left in range(1, 8):
        for right in range(1, 8):
            for a in _members(left):
                for b in _members(right):
                    table[left][right] |= combine(a, b)
    return table


def _both(a: int, b: int) -> int:
    if NOT_APPLICABLE in (a, b):
        return b if a == NOT_APPLICABLE else a
    return UNMET if UNMET in (a, b) else MET


def _one(a: int, b: int) -> int:
    if NOT_APPLICABLE in (a, b):
        return b if a == NOT_APPLICABLE else a
    return MET if MET in (a, b) else UNMET


ALL: Final = _pairwise(_both)
"""`ALL[a][b]`: both parts are asked for."""
ANY: Final = _pairwise(_one)
"""`ANY[a][b]`: one part is enough."""
NOT: Final = [
    sum({MET: UNMET, UNMET: MET, NOT_APPLICABLE: NOT_APPLICABLE}[bit] for bit in _members(mask))
    for mask in range(8)
]
"""`NOT[a]`: met and unmet change places; what does not apply still does not."""


def fold(table: list[list[int]], masks: Iterable[int]) -> int:
    """Return the verdict of parts, by one of the tables above; none apply: not applicable."""
    found = NOT_APPLICABLE
    for mask in masks:
        found = table[found][mask]
    return found


def at_least(k: int, masks: Iterable[int]) -> int:
    """Return the verdict of "*k* of the parts or more": a set of counts, carried on."""
    states = {(False, 0)}
    for mask in masks:
        states = {
            (applies or bit != NOT_APPLICABLE, min(k, met + (bit == MET)))
            for applies, met in states
            for bit in _members(mask)
        }
    found = 0
    for applies, met in states:
        found |= (MET if met >= k else UNMET) if applies else NOT_APPLICABLE
    return found


def when(test: int, then: int) -> int:
    """Return the verdict of *then* where *test* holds, not applicable elsewhere."""
    found = then if test & MET else 0
    return found | (NOT_APPLICABLE if test & (UNMET | NOT_APPLICABLE) else 0)
