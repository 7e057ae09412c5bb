"""Arithmetic of credit: what groups, ceilings and exclusive demands leave of what was earned."""

from teachtrain.credits._ceilings import crossing, nested
from teachtrain.credits._exclusive import Supply, allocate, allocate_whole, faults, filled
from teachtrain.credits._groups import share_out

__all__ = [
    "Supply",
    "allocate",
    "allocate_whole",
    "crossing",
    "faults",
    "filled",
    "nested",
    "share_out",
]
