"""Where a candidate of a programme stands, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.rules._verdicts import Verdict
from teachtrain.rules.explain._findings import source_words
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import Candidate, Programme
    from teachtrain.rules.programmes import CourseStanding, Standing

__all__ = ["standing_words"]


def standing_words(
    programme: Programme, candidate: Candidate, found: Standing, language: str = "en"
) -> str:
    """Return where a candidate stands, course by course, in `en` or `zh`."""
    speaker = Speaker(language_of(language), None)
    return "\n".join(_lines(speaker, programme, candidate, found)) + "\n"


def _lines(
    speaker: Speaker, programme: Programme, candidate: Candidate, found: Standing
) -> Iterator[str]:
    say, language = speaker.say, speaker.language
    title = language.text(programme.title)
    yield title
    yield "=" * width(title)
    yield say("colon", label=say("label.teacher"), text=candidate.teacher)
    yield say("colon", label=say("label.as_of"), text=language.day(found.as_of))
    code = "unknown" if found.verdict.is_unknown else "not_there"
    yield say("standing.there" if found.verdict is Verdict.MET else f"standing.{code}")
    if not found.issued and programme.closed_on is not None:
        yield "- " + say("standing.closed", day=language.day(programme.closed_on))
    if candidate.entered is None:
        yield "- " + say("standing.entered.unknown")
    elif found.entered is Verdict.UNMET:
        yield "- " + say("standing.entered.unmet", day=language.day(candidate.entered))
    for own in found.courses:
        if own.course.required or own.how is not None:
            text = _course(speaker, own, found)
            yield "- " + say("colon", label=language.text(own.course.title), text=text)
    if programme.electives is not None or found.elective_need.low > 0:
        held = language.amount(found.elective_credits)
        figures = say("standing.of", held=held, need=language.amount(found.elective_need))
        yield "- " + say("colon", label=say("standing.electives"), text=figures)
    if found.further is not Verdict.MET:
        yield "- " + say("standing.further")
    for name, verdict in found.parts.items():
        label = speaker.label(name)
        there = say("standing.part") if verdict is Verdict.MET else _absent(speaker, found)
        yield "- " + say("colon", label=label, text=there)
    if programme.source is not None:
        source = source_words(speaker, programme.source)
        yield say("colon", label=say("label.source"), text=source)


def _course(speaker: Speaker, own: CourseStanding, found: Standing) -> str:
    if own.how is None:
        return _absent(speaker, found)
    by = speaker.language.listed(own.by, "and") if own.by else ""
    return speaker.say(f"standing.{own.how.value}", by=by)


def _absent(speaker: Speaker, found: Standing) -> str:
    code = "unknown" if found.absent.is_unknown else "unmet"
    return speaker.say(f"standing.open.{code}")
