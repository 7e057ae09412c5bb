"""One bar of the county's chart: an SVG that needs no font and no file beside it."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.figure import Figure

COLOURS = {
    "met": ("#1b7f79", "#ffffff"),
    "unmet": ("#b8471b", "#ffffff"),
    "unknown": ("#edc55a", "#1c2126"),
    "not applicable": ("#dfe3e7", "#1c2126"),
}
"""Of each verdict: the colour of the bar, and of the figure on it."""

SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "county", "font.size": 9}
DIGIT = 0.09  # inches


def stacked_bar(counts: Sequence[int], *, inches: float) -> str:
    """Return figures, one for each verdict, as a bar of so many inches: an `svg` element."""
    with mpl.rc_context(SETTINGS):  # type: ignore[arg-type]  # a dict of settings, as the manual has it
        figure = Figure(figsize=(inches, 0.24))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, sum(counts))
        left = 0
        for count, (colour, ink) in zip(counts, COLOURS.values(), strict=True):
            axes.barh(0, count, left=left, height=1, color=colour, clip_on=False)
            if count / sum(counts) * inches > DIGIT * len(str(count)):  # else it has no room
                axes.text(left + count / 2, 0, str(count), color=ink, ha="center", va="center")
            left += count
        axes.set_ylim(-0.5, 0.5)
        drawn = io.StringIO()
        figure.savefig(drawn, format="svg", transparent=True, metadata=dict.fromkeys(HEAD))
    return _inline(drawn.getvalue())


HEAD = ("Creator", "Date", "Format", "Type")


def _inline(svg: str) -> str:
    """Return an SVG document as an element of a page: no prologue, names, fonts or fixed size."""
    svg = re.sub(r"<!--.*?-->|<defs>.*?</defs>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    svg = re.sub(r' (xmlns(:\w+)?|id|width|height)="[^"]*"', "", svg)
    return re.sub(r"font: ([0-9.]+px)[^;\"]*", r"font-size: \1", svg)
