"""What figures came to, in words: the value, how it is worked out, and the facts behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.models import DATE, NUMBER, Unbounded
from teachtrain.rules._build import unit_in
from teachtrain.rules._conditions import Each, Known, OneOf, Selection
from teachtrain.rules._judgement import VERDICTS
from teachtrain.rules._quantities import (
    Days,
    Fact,
    FigureValue,
    Literal,
    PartsMet,
    Quantity,
    Total,
    Years,
)
from teachtrain.rules._walk import forms_of, known_quantity, parts_of, walk
from teachtrain.rules.explain._facts import Style
from teachtrain.rules.explain._forms import Forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.rules._audit import Audit
    from teachtrain.rules._policy import Clause, Figure, Policy
    from teachtrain.rules._walk import Form
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["Values"]


class Values:
    """
    Reads the facts and figures of an audit's teacher once more, and puts them into words.

    Attributes:
        speaker: Knows the language and the names of things.
        audit: The audit.
    """

    def __init__(self, speaker: Speaker, audit: Audit) -> None:
        self.speaker = speaker
        self.audit = audit

    def read(self) -> tuple[Figure, ...]:
        """Return the figures of the policy that some other clause reads, directly or not."""
        policy = self.audit.policy
        clauses = [own for own in policy.clauses() if own not in policy.figures]
        wanted = {name for own in clauses for name in _figures_behind(policy, own)}
        return tuple(own for own in policy.figures if own.id in wanted)

    def of(self, form: Quantity) -> str:
        """Return what a quantity of the person came to."""
        say, language = self.speaker.say, self.speaker.language
        context = self.audit.reread.person()
        found = self.audit.reread.value(form, context)
        if found is None:
            return say("value.none")
        low, high, _ = found
        unit = unit_in(self.audit.policy, form) or NUMBER
        if context.missing and (unit == DATE or (low <= 0 and isinstance(high, Unbounded))):
            return say("test.unknown")
        if unit == DATE:
            return language.days(low, high)
        return language.counted(language.number(low, high), unit, one=low == high == 1)

    def figure(self, name: str) -> str:
        """Return that a figure is what it came to, such as `“due” is 64.5 training credits`."""
        say = self.speaker.say
        value = self.of(self._figure(name).value)
        codes = {say("test.unknown"): "figure.unknown", say("value.none"): "reason.figure"}
        code = codes.get(value, "figure.is")
        return say(code, figure=self.speaker.figure(name), value=value)

    def _figure(self, name: str) -> Figure:
        return next(own for own in self.audit.policy.figures if own.id == name)

    def figures(self, forms: Iterable[Form]) -> tuple[str, ...]:
        """Return of every figure that *forms* read themselves that it is what it came to."""
        parts = [part for form in forms for part in walk(form) if isinstance(part, FigureValue)]
        return tuple(self.figure(part.id) for part in dict.fromkeys(parts))

    def facts(self, form: Quantity) -> str:
        """Return every fact, figure and total that a quantity reads, with what it came to."""
        words = [self._fact(leaf) for leaf in dict.fromkeys(_leaves(known_quantity(form)))]
        return self.speaker.language.listed(words, "these")

    def _fact(self, leaf: Form) -> str:
        say, forms = self.speaker.say, Forms(self.speaker)
        if isinstance(leaf, Quantity):
            return say("colon", label=forms.quantity(leaf), text=self.of(leaf))
        reread = self.audit.reread
        verdict = VERDICTS[reread.truth(leaf, reread.person())]
        assert verdict is not None
        code = "unknown" if verdict.is_unknown else verdict.name.lower()
        words = forms.condition(leaf, Style.HOLDS)
        return say("colon", label=words, text=say(f"test.{code}"))


def _figures_behind(policy: Policy, clause: Clause) -> tuple[str, ...]:
    """Return the ids of the figures that a clause reads, then of those that these read."""
    found: dict[str, None] = {}
    pending = list(forms_of(clause))
    while pending:
        for part in walk(pending.pop(0)):
            if isinstance(part, FigureValue) and part.id not in found:
                found[part.id] = None
                own = next(one for one in policy.figures if one.id == part.id)
                pending.append(known_quantity(own.value))
    return tuple(found)


def _leaves(form: Form) -> Iterator[Form]:
    """Yield the facts, tests, figures and totals that a form is made of."""
    match form:
        case Literal() | Selection():
            return
        case (
            Fact()
            | Years()
            | Total()
            | Days()
            | PartsMet()
            | FigureValue()
            | OneOf()
            | Known()
            | Each()
        ):
            yield form
        case _:
            for part in parts_of(form):
                yield from _leaves(part)
