"""Windows in words: the cycle, the time around an event, the last years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from teachtrain.models import DAY, MONTH, YEAR, Span, Unit
from teachtrain.rules._quantities import Edge, TheCycle, WindowForm, WindowOf

if TYPE_CHECKING:
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["window_words"]

_YEAR: Final = 12
_NO_BORDER: Final = 9_998 * _YEAR
"""Months that lead out of the calendar from any of its days: no border at all."""
_AS_OF: Final = "as_of"


def window_words(speaker: Speaker, form: WindowForm) -> str:
    """Return when something is counted, such as `in the cycle`."""
    match form:
        case TheCycle():
            return speaker.say("window.cycle")
        case WindowOf():
            return _between(speaker, form)
        case Span():
            return speaker.say("window.span", span=speaker.language.span(form))
        case _:
            assert_never(form)


def _between(speaker: Speaker, form: WindowOf) -> str:
    start, end = form.start, form.end
    if start.calendar or end.calendar:
        first, final = _whole(speaker, start, "start"), _whole(speaker, end, "end")
        return speaker.say("window.whole", start=first, end=final)
    if start.event != end.event or _forward(start) or _backward(end):
        return speaker.say("window.edges", start=_edge(speaker, start), end=_edge(speaker, end))
    before, after = _length(speaker, start), _length(speaker, end)
    if start.event == _AS_OF:
        if after:
            return speaker.say("window.edges", start=_edge(speaker, start), end=_edge(speaker, end))
        return speaker.say("window.last", length=before or speaker.say("length.none"))
    return _around(speaker, form, before, after)


def _around(speaker: Speaker, form: WindowOf, before: str, after: str) -> str:
    event = speaker.event(form.start.event)
    ever_before = form.start.months <= -_NO_BORDER
    ever_after = form.end.months >= _NO_BORDER
    if ever_before and ever_after:
        return speaker.say("window.any")
    if ever_before:
        code = "window.until.length" if after else "window.until"
        return speaker.say(code, event=event, length=after)
    if ever_after:
        code = "window.since.length" if before else "window.since"
        return speaker.say(code, event=event, length=before)
    if before and after:
        return speaker.say("window.around", event=event, before=before, after=after)
    if before:
        return speaker.say("window.before", event=event, length=before)
    return speaker.say("window.after", event=event, length=after or speaker.say("length.none"))


def _forward(edge: Edge) -> bool:
    return edge.months > 0 or edge.days > 0


def _backward(edge: Edge) -> bool:
    return edge.months < 0 or edge.days < 0


def _edge(speaker: Speaker, edge: Edge) -> str:
    code = "edge.as_of" if edge.event == _AS_OF else "edge.event"
    words = speaker.say(code, event=speaker.event(edge.event))
    steps = [(edge.months, 0), (0, edge.days)]
    if (edge.months < 0) == (edge.days < 0):
        steps = [(edge.months, edge.days)]
    for months, days in steps:
        if months or days:
            code = "edge.before" if months < 0 or days < 0 else "edge.after"
            length = _length(speaker, Edge("", months, days))
            words = speaker.say(code, edge=words, length=length)
    return words


def _whole(speaker: Speaker, edge: Edge, border: str) -> str:
    """Return an edge that is moved to a border of the cell of its calendar."""
    words = _edge(speaker, edge)
    if edge.calendar is None:
        return words if border == "start" else speaker.say("edge.until", edge=words)
    return speaker.say(f"edge.{border}_of", edge=words, part=speaker.calendar(edge.calendar))


def _length(speaker: Speaker, edge: Edge) -> str:
    """Return how far an edge lies from its event, in years, months and days; empty for zero."""
    months, days = abs(edge.months), abs(edge.days)
    years, months = divmod(months, _YEAR)
    parts = [
        _many(speaker, count, unit)
        for count, unit in ((years, YEAR), (months, MONTH), (days, DAY))
        if count
    ]
    return speaker.language.listed(parts, "and") if parts else ""


def _many(speaker: Speaker, count: int, unit: Unit) -> str:
    return speaker.language.counted(str(count), unit, one=count == 1)
