"""The explanation as a page: self-contained, without scripts, readable small, wide and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teachtrain.rules.explain._build import report
from teachtrain.rules.explain._html import Markup, element, joined
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.rules._audit import Audit
    from teachtrain.rules.explain._language import Language
    from teachtrain.rules.explain._report import (
        Figure,
        Labelled,
        Part,
        Record,
        Report,
        Requirement,
        SourceLine,
    )

__all__ = ["page", "whole_page"]

_TONES: Final = {
    "met": "good",
    "met_so_far": "good",
    "not_yet": "wait",
    "unknown": "wait",
    "lost": "bad",
    "unmet": "bad",
    "counted": "good",
    "in_part": "wait",
    "pooled": "wait",
    "open": "wait",
    "refused": "bad",
}
_SAFE: Final = ("http://", "https://")
_TAGS: Final = {"en": "en", "zh": "zh-Hans"}


def page(audit: Audit, language: str = "en") -> str:
    """Return an audit as a page of its own, in `en` or `zh`."""
    words, found = language_of(language), report(audit, language)
    day = words.day(audit.as_of)
    title = words.say("page.title", policy=found.title, teacher=audit.teacher.id, day=day)
    return whole_page(title, _sections(found, words), words)


def whole_page(title: str, sections: Iterable[Markup], words: Language) -> str:
    """Return sections as a page of its own, without anything from elsewhere."""
    tag = _TAGS[words.id]
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", title),
        element("style", Markup(STYLE)),
    )
    main = element("main", *sections, class_="tt", lang=tag)
    body = element("body", main, class_="tt-body")
    return f"<!doctype html>\n{element('html', head, body, lang=tag)}\n"


def _sections(found: Report, words: Language) -> Iterator[Markup]:
    say = words.say
    facts = [
        element("div", element("dt", own.label), element("dd", own.text)) for own in found.heading
    ]
    yield element("header", element("h1", found.title), element("dl", *facts, class_="tt-facts"))
    said = [element("p", sentence) for sentence in found.overall]
    yield element(
        "section",
        _badge(found.badge, found.status),
        element("div", *said),
        class_=f"tt-overall {_tone(found.status)}",
    )
    yield _heading(say("head.requirements"))
    yield _requirements(found.requirements, words)
    if found.figures:
        yield _heading(say("head.figures"))
        yield element("div", *(_figure(own, words) for own in found.figures), class_="tt-card")
    yield _records((*found.records, *found.pools), words)
    if found.unknown:
        yield _heading(say("head.unknown"))
        yield _list(found.unknown, "tt-list tt-do")
    for code, lines in (("head.presumed", found.presumed), ("head.silent", found.silent)):
        if lines:
            yield _heading(say(code))
            yield _list(lines, "tt-list tt-small")
    yield _heading(say("head.sources"))
    sources = [_source(own, words) for own in found.sources]
    yield element("div", *sources, class_="tt-small")


def _heading(title: str) -> Markup:
    return element("h2", title)


def _list(lines: Iterable[str], style: str) -> Markup:
    return element("ul", *(element("li", line) for line in lines), class_=style)


def _tone(status: str) -> str:
    return f"tt-{_TONES.get(status, 'quiet')}"


def _badge(words: str, status: str) -> Markup:
    return element("span", words, class_=f"tt-badge {_tone(status)}")


# requirements -------------------------------------------------------------------------------


def _requirements(requirements: tuple[Requirement, ...], words: Language) -> Markup:
    labels = [
        words.say(f"label.{name}") for name in ("requirement", "result", "progress", "short", "due")
    ]
    head = element("thead", element("tr", *(element("th", own, scope="col") for own in labels)))
    rows = [_requirement(own, labels, words) for own in requirements]
    return element("div", element("table", head, *rows, class_="tt-req"), class_="tt-card")


def _requirement(own: Requirement, labels: list[str], words: Language) -> Markup:
    cells = element(
        "tr",
        element("th", own.title, scope="row"),
        element("td", _badge(own.badge, own.status)),
        element("td", *_progress(own)),
        element("td", own.short, data_label=labels[3]),
        element("td", own.due, data_label=labels[4]),
    )
    more = element(
        "details",
        element("summary", words.say("label.details")),
        element("p", own.said, class_="tt-said"),
        _lines(own.lines, "tt-lines"),
        _parts(own.parts),
        _lines(own.notes, "tt-lines tt-notes"),
    )
    return element(
        "tbody", cells, element("tr", element("td", more, colspan="5", class_="tt-more"))
    )


def _progress(own: Requirement) -> Iterator[Markup]:
    if own.bar is not None:
        low, high = own.bar
        done = element("i", style=f"width:{low}%")
        may = element("i", style=f"width:{high - low}%")
        yield element("div", done, may, class_=f"tt-bar {_tone(own.status)}", aria_hidden="true")
    if own.figures:
        yield element("span", own.figures)


def _lines(lines: tuple[Labelled, ...], style: str) -> Markup:
    pairs = [
        part
        for own in lines
        if not own.repeats
        for part in (element("dt", own.label), element("dd", own.text))
    ]
    return element("dl", *pairs, class_=style) if pairs else Markup()


def _parts(parts: tuple[Part, ...]) -> Markup:
    if not parts:
        return Markup()
    return element("ul", *(_part(own) for own in parts), class_="tt-parts")


def _part(own: Part) -> Markup:
    line = element(
        "div",
        element("span", own.title),
        _badge(own.badge, own.status),
        element("span", own.figures),
        class_="tt-part",
    )
    return element("li", line, _parts(own.parts))


# figures ------------------------------------------------------------------------------------


def _figure(own: Figure, words: Language) -> Markup:
    title = words.say("colon", label=own.title, text=own.value)
    return element("div", element("p", title), _lines(own.lines, "tt-lines"), class_="tt-figure")


# records ------------------------------------------------------------------------------------


def _records(records: tuple[Record, ...], words: Language) -> Markup:
    count = words.say("page.summary", title=words.say("head.records"), count=str(len(records)))
    head = [words.say(f"page.{name}") for name in ("record", "what", "result", "why")]
    top = element("thead", element("tr", *(element("th", own, scope="col") for own in head)))
    rows = [_record(own) for own in records]
    body = element("div", element("table", top, *rows), class_="tt-card")
    if not rows:
        body = element("p", words.say("records.none"), class_="tt-small")
    return element("details", element("summary", count), body, class_="tt-records")


def _record(own: Record) -> Markup:
    what = [element("div", own.day), element("div", own.facts, class_="tt-faint")]
    row = element(
        "tr",
        element("th", own.id, scope="row"),
        element("td", *what),
        element("td", _badge(own.badge, own.status)),
        element("td", *(element("p", line) for line in own.lines)),
    )
    return element("tbody", row)


# sources ------------------------------------------------------------------------------------


def _source(own: SourceLine, words: Language) -> Markup:
    details = words.listed([own.number, *own.details], "these")
    links = [_link(address) for address in own.addresses]
    return element("p", joined(details, *(joined(" ", link) for link in links)))


def _link(address: str) -> Markup:
    if not address.startswith(_SAFE):
        return joined(address)
    return element("a", address, href=address, rel="noreferrer")
