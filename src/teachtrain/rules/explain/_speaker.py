"""What things are called: values, facts, events, accounts and figures, in one language."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from teachtrain.models import (
    BACKBONE_TEACHER,
    CLASS_TEACHER,
    IN_POST,
    NEW_TEACHER,
    ON_LEAVE,
    PRINCIPAL,
    RURAL_TEACHER,
    Approval,
    Calendar,
    Level,
    Mode,
    Result,
    Stage,
    Status,
    Term,
)
from teachtrain.rules._conditions import Each, OneOf, Selection
from teachtrain.rules._policy import RecognitionRule
from teachtrain.rules._quantities import CyclePart, Fact, TheCycle, Total, WindowOf, Years
from teachtrain.rules._walk import all_forms
from teachtrain.rules.explain._choices import choices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.rules._policy import Policy
    from teachtrain.rules._quantities import Key
    from teachtrain.rules._walk import Form
    from teachtrain.rules.explain._language import Language

__all__ = ["Speaker"]

_CATEGORIES: Final = (
    NEW_TEACHER,
    BACKBONE_TEACHER,
    RURAL_TEACHER,
    PRINCIPAL,
    CLASS_TEACHER,
)
_EVENTS: Final = (Term("hired", "the hire", "入职"),)
_VOCABULARIES: Final = {
    "approval": tuple(Approval),
    "category": _CATEGORIES,
    "event": _EVENTS,
    "employment": (IN_POST, ON_LEAVE),
    "level": tuple(Level),
    "mode": tuple(Mode),
    "result": tuple(Result),
    "stage": tuple(Stage),
    "status": tuple(Status),
}
_LABELLED: Final = (Term, Approval, Level, Mode, Result, Stage, Status)


class Speaker:
    """
    Says things in one language, by the names that one policy gives them.

    Attributes:
        language: The language.
        policy: The policy whose titles are used, if there is one.
    """

    def __init__(self, language: Language, policy: Policy | None = None) -> None:
        self.language = language
        self.policy = policy
        self.say = language.say
        self._terms = {} if policy is None else dict(_terms(policy))

    @cached_property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """The facts of a record of which the policy takes the first that is known."""
        return () if self.policy is None else tuple(choices_of(self.policy))

    # values ------------------------------------------------------------------------------

    def label(self, value: object, fact: str = "") -> str:
        """Return the label of a value of *fact*; a plain id is shown as it is."""
        if not isinstance(value, _LABELLED) and isinstance(value, str):
            known = [own for own in _VOCABULARIES.get(fact, ()) if own == value]
            value = self._terms.get((fact, value)) or (known[0] if known else value)
        if isinstance(value, _LABELLED):
            return value.zh if self.language.id == "zh" else value.en
        return str(value)

    def labels(self, values: Iterable[object], fact: str = "", *, kind: str = "or") -> str:
        """Return the labels of several values as a list."""
        return self.language.listed([self.label(value, fact) for value in values], kind)

    def named(self, name: str, kind: str) -> str:
        """Return the label of a term without quotation marks, or a plain name in them."""
        label = self.label(name, kind)
        return self.quoted(label) if label == name else label

    def quoted(self, words: str) -> str:
        """Return *words* in quotation marks; marks inside become single ones."""
        return self.say("quoted", name=words.replace("“", "‘").replace("”", "’"))

    def bracketed(self, words: str) -> str:
        """Return *words* in brackets: of another kind, where such brackets stand inside."""
        inside = any(sign in words for sign in "(（")
        beside = words[:1] in "[［" or words[-1:] in "]］"
        return self.say("brackets.outer" if inside and not beside else "brackets", words=words)

    # facts and events --------------------------------------------------------------------

    def noun(self, of: str, name: str, *, local: bool = False) -> str:
        """Return what a fact of the `record` or the `teacher` is called."""
        code = f"noun.{of}.{name}"
        if not local and self.language.knows(code):
            return self.say(code)
        return self.named(name, "fact")

    def event(self, name: str) -> str:
        """Return what an event of the teacher is called."""
        return self.named(name, "event")

    # parts of a policy -------------------------------------------------------------------

    def account(self, account_id: str) -> str:
        """Return the title of an account, in quotation marks."""
        title = None
        if self.policy is not None:
            title = self.policy.account(account_id).title
        return self.quoted(account_id if title is None else self.language.text(title))

    def is_main(self, account_id: str) -> bool:
        """Whether an account is the one that is meant wherever none is named."""
        if not account_id:
            return True
        return self.policy is not None and self.policy.accounts[0].id == account_id

    def figure(self, figure_id: str) -> str:
        """Return the title of a figure, in quotation marks."""
        own = [one for one in self.policy.figures if one.id == figure_id] if self.policy else []
        title = own[0].title if own else None
        return self.quoted(figure_id if title is None else self.language.text(title))

    def calendar(self, calendar: Calendar | CyclePart, *, many: bool = False) -> str:
        """Return what a cell of a calendar, or a part of the cycle, is called."""
        if isinstance(calendar, CyclePart):
            years, months = divmod(calendar.months, 12)
            unit, count = ("month", calendar.months) if months else ("year", years)
            code = f"part.{unit}.{'one' if count == 1 else 'several'}"
            return self.say(f"{code}.many" if many else code, count=str(count))
        if self.language.id == "zh":
            return calendar.zh or calendar.name
        return self.language.plural(calendar.name) if many else calendar.name

    def key(self, key: Key, *, many: bool = False) -> str:
        """Return what tells groups apart: a field of the record, a calendar or the cycle."""
        if isinstance(key, (Calendar, CyclePart)):
            return self.calendar(key)
        if isinstance(key, TheCycle):
            return self.say("key.cycle.one")
        code = f"key.{key}.{'many' if many else 'one'}"
        return self.say(code) if self.language.knows(code) else self.named(key, "fact")


def _terms(policy: Policy) -> Iterator[tuple[tuple[str, str], Term]]:
    """Yield the terms that a policy uses, by what they are of: facts may be plain ids."""
    words: list[tuple[str, object]] = []
    if policy.cycle is not None:
        words.append(("event", policy.cycle.since))
    for clause, form in all_forms(policy):
        words.extend(_words(form))
        if isinstance(clause, RecognitionRule):
            words.extend(("tag", tag) for post in clause.posts for tag in post.tags)
    for kind, word in words:
        if isinstance(word, Term):
            yield (kind, str.__str__(word)), word


def _words(form: Form) -> Iterator[tuple[str, object]]:
    match form:
        case OneOf(fact=fact, values=values):
            yield from ((fact.name, value) for value in values)
        case Fact(of="event", name=name):
            yield "event", name
        case Fact(name=name, event=event):
            yield "fact", name
            yield "event", event
        case Selection(entry_tags=entry_tags):
            yield from (("tag", tag) for tag in entry_tags)
        case Years(event=event):
            yield "event", event
        case Total(over=WindowOf(start=start, end=end)) | Each(over=WindowOf(start=start, end=end)):
            yield "event", start.event
            yield "event", end.event
        case _:
            pass
