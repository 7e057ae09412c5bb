"""A statement of a ledger in words, as text and as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.models import Amount, Text
from teachtrain.rules.explain._findings import source_words
from teachtrain.rules.explain._html import Markup, element
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._page import whole_page
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._text import section, underlined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from teachtrain.credits.ledger import Change, Statement, StatementLine
    from teachtrain.models import Term

__all__ = ["statement_page", "statement_words"]


def statement_words(
    found: Statement,
    language: str = "en",
    *,
    names: Mapping[str, Text | Term | str] | None = None,
) -> str:
    """
    Return a statement in words, in `en` or `zh`.

    Args:
        found: The statement.
        language: The language.
        names: What accounts and origins are called, by their ids; the id itself, if left out.
    """
    return "\n".join(_Teller(found, language, names or {}).text()) + "\n"


def statement_page(
    found: Statement,
    language: str = "en",
    *,
    names: Mapping[str, Text | Term | str] | None = None,
) -> str:
    """Return a statement as a page of its own; arguments as in `statement_words`."""
    return _Teller(found, language, names or {}).page()


class _Teller:
    def __init__(
        self, found: Statement, language: str, names: Mapping[str, Text | Term | str]
    ) -> None:
        self._found = found
        self._speaker = Speaker(language_of(language), None)
        self._names = names

    # parts in words --------------------------------------------------------------------------

    def _name(self, name: str) -> str:
        own = self._names.get(name, name)
        if isinstance(own, Text):
            return self._speaker.language.text(own)
        return self._speaker.label(own)

    def _heading(self) -> list[tuple[str, str]]:
        say, day = self._speaker.say, self._speaker.language.day
        return [
            (say("label.teacher"), self._found.owner),
            (say("label.as_of"), day(self._found.as_of)),
            (say("ledger.known_on"), day(self._found.known_on)),
        ]

    def _kind(self, line: StatementLine) -> str:
        say, own = self._speaker.say, line.entry
        code = f"ledger.{own.kind.name.lower()}"
        kind = say(code) if own.of is None else say(f"{code}.of", of=own.of)
        return kind if line.stands else say("ledger.undone", kind=kind)

    def _by(self, change: Change) -> str:
        size = abs(change.by)
        amount = self._speaker.language.amount(Amount(size, size, change.held.unit))
        return ("+" if change.by > 0 else "−") + amount

    def _held(self) -> list[tuple[str, str]]:
        amount = self._speaker.language.amount
        return [(self._name(name), amount(own)) for name, own in self._found.balances.items()]

    def _notes(self, line: StatementLine) -> Iterator[str]:
        say, language, own = self._speaker.say, self._speaker.language, line.entry
        if own.reason is not None:
            yield say("colon", label=say("ledger.reason"), text=language.text(own.reason))
        if own.source is not None:
            source = source_words(self._speaker, own.source)
            yield say("colon", label=say("label.source"), text=source)

    # text ------------------------------------------------------------------------------------

    def text(self) -> Iterator[str]:
        say = self._speaker.say
        yield from underlined(say("ledger.title"), "=")
        for label, text in self._heading():
            yield say("colon", label=label, text=text)
        held = ["- " + say("colon", label=label, text=text) for label, text in self._held()]
        yield from section(say("ledger.balances"), held)
        lines = [part for line in self._found.lines for part in self._line(line)]
        yield from section(say("ledger.entries"), lines or [say("ledger.none")])

    def _line(self, line: StatementLine) -> Iterator[str]:
        say, language, own = self._speaker.say, self._speaker.language, line.entry
        code = "ledger.line" if own.true_on == own.known_on else "ledger.line.true"
        told = say(
            code,
            day=language.day(own.known_on),
            true=language.day(own.true_on),
            kind=self._kind(line),
            origin=self._name(own.origin),
        )
        yield say("colon", label=own.id, text=told)
        for change in line.changes:
            yield "   " + say(
                "ledger.changed",
                account=self._name(change.account),
                by=self._by(change),
                held=language.amount(change.held),
            )
        if not line.changes:
            yield "   " + say("ledger.changed.none")
        for note in self._notes(line):
            yield "   " + note

    # page ------------------------------------------------------------------------------------

    def page(self) -> str:
        say, language = self._speaker.say, self._speaker.language
        title = say(
            "ledger.page",
            title=say("ledger.title"),
            teacher=self._found.owner,
            day=language.day(self._found.as_of),
        )
        return whole_page(title, self._sections(), language)

    def _sections(self) -> Iterator[Markup]:
        say = self._speaker.say
        facts = _facts(self._heading())
        yield element("header", element("h1", say("ledger.title")), facts)
        yield element("h2", say("ledger.balances"))
        rows = [
            element("tr", element("th", label), element("td", text)) for label, text in self._held()
        ]
        yield element("div", element("table", element("tbody", *rows)), class_="tt-card tt-held")
        yield element("h2", say("ledger.entries"))
        if not self._found.lines:
            yield element("p", say("ledger.none"))
            return
        columns = ("ledger.entry", "ledger.true", "ledger.change", "ledger.held")
        labels = [say(code) for code in columns]
        head = element("thead", element("tr", *(element("th", own) for own in labels)))
        body = [self._row(line, labels) for line in self._found.lines]
        yield element("div", element("table", head, *body), class_="tt-card tt-statement")

    def _row(self, line: StatementLine, labels: list[str]) -> Markup:
        language, own = self._speaker.language, line.entry
        tone = "tt-quiet" if not line.stands else _TONES.get(own.kind.name, "tt-good")
        badge = element("span", self._kind(line), class_=f"tt-badge {tone}")
        notes = [element("p", note, class_="tt-faint") for note in self._notes(line)]
        changes = line.changes
        by = [part for one in changes for part in self._amount(self._by(one), one)]
        held = [part for one in changes for part in self._amount(language.amount(one.held), one)]
        if not changes:
            by = [element("p", self._speaker.say("ledger.changed.none"))]
        days = [element("p", language.day(own.true_on))]
        if own.known_on != own.true_on:
            known = self._speaker.say("ledger.known", day=language.day(own.known_on))
            days.append(element("p", known, class_="tt-faint"))
        cells = [
            element(
                "td",
                badge,
                element("p", self._name(own.origin)),
                element("p", own.id, class_="tt-faint"),
                *notes,
                data_label=labels[0],
            ),
            element("td", *days, data_label=labels[1]),
            element("td", *by, data_label=labels[2]),
            element("td", *held, data_label=labels[3]),
        ]
        return element("tbody", element("tr", *cells))

    def _amount(self, amount: str, change: Change) -> tuple[Markup, Markup]:
        name = self._name(change.account)
        return element("p", amount), element("p", name, class_="tt-faint")


_TONES = {
    "CONVERTED": "tt-wait",
    "TRANSFERRED_OUT": "tt-wait",
    "CORRECTED": "tt-wait",
    "EXPIRED": "tt-bad",
    "REVOKED": "tt-bad",
}
"""How entries that are no gain are marked."""


def _facts(heading: list[tuple[str, str]]) -> Markup:
    facts = [element("div", element("dt", label), element("dd", text)) for label, text in heading]
    return element("dl", *facts, class_="tt-facts")
