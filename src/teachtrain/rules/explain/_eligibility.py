"""Eligibility in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.rules.explain._facts import Style
from teachtrain.rules.explain._figures import figures, is_test
from teachtrain.rules.explain._findings import source_words
from teachtrain.rules.explain._forms import Forms
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._unknowns import missing_facts
from teachtrain.rules.explain._width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.rules._audit import Finding
    from teachtrain.rules.admission import Eligibility

__all__ = ["eligibility_words", "reason_lines"]

_INDENT = "   "


def eligibility_words(found: Eligibility, language: str = "en") -> str:
    """Return whether a teacher may join a project, and why, in `en` or `zh`."""
    policy = None if found.audit is None else found.audit.policy
    return "\n".join(_lines(Speaker(language_of(language), policy), found)) + "\n"


def _lines(speaker: Speaker, found: Eligibility) -> Iterator[str]:
    say, language = speaker.say, speaker.language
    title = language.text(found.project.title)
    yield title
    yield "=" * width(title)
    yield say("colon", label=say("label.teacher"), text=found.teacher.id)
    yield say("colon", label=say("label.as_of"), text=language.day(found.as_of))
    verdict = found.verdict
    code = "unknown" if verdict.is_unknown else verdict.name.lower()
    yield say("admission.not_stated" if found.audit is None else f"admission.verdict.{code}")
    admission = found.admission
    if admission is not None and admission.window is not None:
        code = "admission.window" if found.in_window else "admission.window.closed"
        yield "- " + say(code, span=language.span(admission.window))
    for reason in found.reasons:
        yield from reason_lines(speaker, reason, 0)
    if found.missing:
        facts = missing_facts(speaker, found.missing)
        yield say("colon", label=say("label.unknown"), text=facts)
    if admission is not None and admission.note is not None:
        yield say("colon", label=say("label.note"), text=language.text(admission.note))
    yield _provider(speaker, found)
    if found.source is not None:
        yield say("colon", label=say("label.source"), text=source_words(speaker, found.source))


def _provider(speaker: Speaker, found: Eligibility) -> str:
    """Return at which level the project is organised, and whether it is recognised."""
    say, language = speaker.say, speaker.language
    organiser, recognised = found.project.organiser, found.recognised
    name = say("admission.organiser.unknown")
    if organiser is not None:
        name = language.text(organiser.title)
        if organiser.level is not None:
            level = say("value.level", value=say(f"level.{organiser.level}"))
            name = say("admission.organiser", organiser=name, level=level)
    code = "unknown" if recognised.is_unknown else recognised.name.lower()
    told = say(f"admission.recognised.{code}")
    return say(
        "colon", label=say("admission.organised"), text=language.listed([name, told], "these")
    )


def reason_lines(speaker: Speaker, finding: Finding, depth: int) -> Iterator[str]:
    """Yield a condition, what it came to, and its parts below it."""
    verdict = finding.so_far
    name = "unknown" if verdict.is_unknown else verdict.name.lower()
    told = speaker.say(f"test.{name}") if is_test(finding) else speaker.say(f"outcome.{name}")
    counted = figures(speaker, finding)
    words = Forms(speaker).condition(finding.form, Style.HOLDS)
    answer = speaker.say("part.figures", status=told, figures=counted) if counted else told
    yield _INDENT * depth + "- " + speaker.say("colon", label=words, text=answer)
    for part in finding.parts:
        yield from reason_lines(speaker, part, depth + 1)
