"""Why something does not apply: which fact is none, which event has not happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.models import Absent, Span
from teachtrain.rules._conditions import Combine, Compare, Condition, Each, OneOf, When
from teachtrain.rules._quantities import (
    CYCLE,
    Compute,
    Dated,
    Fact,
    FigureValue,
    FirstKnown,
    Quantity,
    Rounded,
    Table,
    TheCycle,
    Total,
    WindowForm,
    Years,
)
from teachtrain.rules._verdicts import EITHER, MET, NOT_APPLICABLE
from teachtrain.rules._walk import known_quantity, walk
from teachtrain.rules.explain._facts import Style, fact_words
from teachtrain.rules.explain._forms import Forms
from teachtrain.rules.explain._windows import window_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teachtrain.rules._audit import Audit
    from teachtrain.rules._walk import Form
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["Reasons"]


class Reasons:
    """
    Tells why a condition does not apply to the teacher of an audit.

    Attributes:
        speaker: Knows the language and the names of things.
        audit: The audit.
        inside: Whether the condition is asked of parts of time: totals are not read again there.
    """

    def __init__(self, speaker: Speaker, audit: Audit, *, inside: bool = False) -> None:
        self.speaker = speaker
        self.audit = audit
        self.inside = inside

    def applies(self, form: Condition) -> bool:
        """Whether a condition may apply to the teacher, over the whole cycle."""
        return self._mask(form) != NOT_APPLICABLE

    def holds(self, form: Condition) -> bool:
        """Whether a condition may hold of the teacher, over the whole cycle."""
        return bool(self._mask(form) & MET)

    def why(self, form: Condition) -> str:
        """Return why a condition does not apply; empty where that is not told."""
        found = list(dict.fromkeys(self._of(form)))
        return self.speaker.language.listed(found, "these")

    def _readable(self, form: Form) -> bool:
        return not self.inside or not any(isinstance(part, Total) for part in walk(form))

    def _mask(self, form: Condition) -> int:
        if not self._readable(form):
            return EITHER | NOT_APPLICABLE
        return self.audit.reread.truth(form, self.audit.reread.person())

    def _of(self, form: Condition) -> list[str]:
        match form:
            case Compare(left=left, right=right):
                return [one for side in (left, right) for one in self._side(side)]
            case OneOf(fact=fact) if fact.event:
                return self._event(fact.event)
            case Combine(parts=parts):
                idle = parts if self.inside else [one for one in parts if not self.applies(one)]
                return [reason for part in idle for reason in self._of(part)]
            case When(test=test, then=then):
                if self.holds(test):
                    return self._of(then)
                words = Forms(self.speaker).condition(test, Style.HOLDS)
                return [self.speaker.say("basis.not_applicable", test=words)]
            case Each(calendar=calendar, over=over, condition=condition):
                part = self.speaker.calendar(calendar)
                none = self.speaker.say("reason.parts", part=part)
                within = Reasons(self.speaker, self.audit, inside=True)
                return self._window(over or CYCLE) or within._of(condition) or [none]
            case _:
                return []

    def _side(self, form: Quantity) -> list[str]:
        """Return why a side of a comparison has no value; of figures, which, and why."""
        figures = [part for part in walk(known_quantity(form)) if isinstance(part, FigureValue)]
        person = self.audit.reread.person()
        without = [own for own in figures if self.audit.reread.value(own, person) is None]
        if without:
            return [one for own in without for one in self._figure(own.id)]
        return self._no_value(form)

    def _together(self, parts: Iterable[Quantity | None]) -> list[str]:
        return [one for part in parts if part is not None for one in self._no_value(part)]

    def _no_value(self, form: Quantity) -> list[str]:
        """Return why a quantity has no value; nothing where it has one."""
        here = known_quantity(form)
        say, reread = self.speaker.say, self.audit.reread
        if self._readable(here) and reread.value(here, reread.person()) is not None:
            return []
        match here:
            case Fact(of="event", name=name) | Years(event=name):
                return self._event(name) or [say("reason.event", event=self.speaker.event(name))]
            case Fact():
                return [say("reason.none", fact=fact_words(self.speaker, here))]
            case Total(over=over):
                return self._window(over or CYCLE)
            case FigureValue(id=name):
                return self._behind(name)
            case Table(rows=rows, otherwise=otherwise):
                fits = [value for test, value in rows if self.holds(test)]
                return self._together(fits or (otherwise,)) or [say("reason.table")]
            case Dated(values=values):
                return self._together(value for _, value in values) or [say("reason.dated")]
            case Compute(parts=parts) | FirstKnown(parts=parts):
                return self._together(parts)
            case Rounded(of=of):
                return self._no_value(of)
            case _:
                return []

    def _figure(self, name: str) -> list[str]:
        reasons = list(dict.fromkeys(self._behind(name)))
        why = self.speaker.language.listed(reasons, "these")
        code = "reason.figure.why" if why else "reason.figure"
        return [self.speaker.say(code, figure=self.speaker.figure(name), why=why)]

    def _behind(self, name: str) -> list[str]:
        """Return why a figure has no value, with the reasons of figures that it reads."""
        own = next(one for one in self.audit.policy.figures if one.id == name)
        return self._no_value(own.value)

    def _event(self, name: str) -> list[str]:
        if self.audit.teacher.event(name) is not Absent.NONE:
            return []
        return [self.speaker.say("reason.event", event=self.speaker.event(name))]

    def _window(self, form: WindowForm) -> list[str]:
        """Return why a window holds no days; nothing where it holds some."""
        if self.audit.has_window(form):
            return []
        if isinstance(form, TheCycle):
            return [self.speaker.say("reason.cycle")]
        if isinstance(form, Span):
            return [self.speaker.say("reason.window", window=window_words(self.speaker, form))]
        events = dict.fromkeys(edge.event for edge in (form.start, form.end))
        found = [one for name in events for one in self._event(name)]
        words = window_words(self.speaker, form)
        return found or [self.speaker.say("reason.window", window=words)]
