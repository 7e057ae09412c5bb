"""Arithmetic of credit: what groups and ceilings leave of what was earned."""

from teachtrain.credits._ceilings import crossing, nested
from teachtrain.credits._groups import share_out

__all__ = ["crossing", "nested", "share_out"]
