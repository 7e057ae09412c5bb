"""The explanation as plain text, to be handed to the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teachtrain.rules.explain._build import report
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.rules._audit import Audit
    from teachtrain.rules.explain._language import Language
    from teachtrain.rules.explain._report import Figure, Part, Record, Report, Requirement

__all__ = ["explanation", "record_lines", "section", "underlined"]

_INDENT: Final = "   "


def explanation(audit: Audit, language: str = "en") -> str:
    """Return an audit in words that one could hand to the teacher, in `en` or `zh`."""
    return "\n".join(_written(report(audit, language), language_of(language))) + "\n"


def _written(found: Report, language: Language) -> Iterator[str]:
    say = language.say
    yield from underlined(found.title, "=")
    for label, text, _ in found.heading:
        yield say("colon", label=label, text=text)
    yield from section(say("head.overall"), found.overall)
    yield from section(say("head.requirements"), _requirements(found.requirements, language))
    yield from section(say("head.figures"), _figures(found.figures, language))
    records = [
        line for own in (*found.records, *found.pools) for line in record_lines(own, language)
    ]
    yield from section(say("head.records"), records or [say("records.none")])
    for code, lines in (
        ("head.unknown", found.unknown),
        ("head.presumed", found.presumed),
        ("head.silent", found.silent),
    ):
        yield from section(say(code), [f"- {line}" for line in lines])
    sources = ["- " + language.listed([own.number, *own.details], "these") for own in found.sources]
    yield from section(say("head.sources"), sources)


def underlined(title: str, line: str) -> Iterator[str]:
    """Yield a title and a line below it."""
    yield title
    yield line * width(title)


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a section, if there is anything in it."""
    body = list(lines)
    if body:
        yield ""
        yield from underlined(title, "-")
        yield from body


def _requirements(requirements: tuple[Requirement, ...], language: Language) -> Iterator[str]:
    for number, own in enumerate(requirements, start=1):
        if number > 1:
            yield ""
        yield f"{number}. {own.title}"
        yield f"{_INDENT}{own.said}"
        for label, text, _ in own.lines:
            yield _INDENT + language.say("colon", label=label, text=text)
        yield from _parts(own.parts, language, 1)
        for label, text, _ in own.notes:
            yield _INDENT + language.say("colon", label=label, text=text)


def _parts(parts: tuple[Part, ...], language: Language, depth: int) -> Iterator[str]:
    for own in parts:
        verdict = own.badge
        if own.figures:
            verdict = language.say("part.figures", status=own.badge, figures=own.figures)
        yield _INDENT * depth + "- " + language.say("colon", label=own.title, text=verdict)
        yield from _parts(own.parts, language, depth + 1)


def _figures(figures: tuple[Figure, ...], language: Language) -> Iterator[str]:
    for own in figures:
        yield language.say("colon", label=own.title, text=own.value)
        for label, text, _ in own.lines:
            yield _INDENT + language.say("colon", label=label, text=text)


def record_lines(own: Record, language: Language) -> Iterator[str]:
    """Yield a record and what became of it."""
    about = [part for part in (own.day, own.facts) if part]
    yield language.say("colon", label=own.id, text=language.listed(about, "comma"))
    for line in own.lines:
        yield _INDENT + line
