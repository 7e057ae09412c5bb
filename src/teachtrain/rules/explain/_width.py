"""How wide text is where each character has a cell, and a Chinese one has two."""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import Final

__all__ = ["cut_to", "padded", "width"]

_WIDE: Final = ("W", "F")
_NO_CELL: Final = ("Mn", "Me", "Cf", "Cc")
_CUT: Final = "…"


def width(text: str) -> int:
    """
    Return how many cells *text* takes.

    >>> width("360学分")
    7
    """
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in _NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def cut_to(text: str, cells: int) -> str:
    """Return *text*, cut to at most so many cells, with `…` where it was."""
    if width(text) <= cells:
        return text
    room = cells - width(_CUT)
    kept = sum(end <= room for end in accumulate(map(_cells, text)))
    return text[:kept].rstrip() + _CUT


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """Return *text* with spaces up to so many cells, before it if *right*."""
    space = " " * (cells - width(text))
    return space + text if right else text + space
