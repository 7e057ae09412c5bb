"""From an audit to its report in one language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from teachtrain.models import Absent
from teachtrain.rules._context import Missing
from teachtrain.rules._quantities import Fact, Literal
from teachtrain.rules._sources import documents_of
from teachtrain.rules._walk import depends_on_person, forms_of
from teachtrain.rules.explain._figures import STATUSES, outcomes, status_at, status_of
from teachtrain.rules.explain._findings import requirement, source_words
from teachtrain.rules.explain._forms import Forms
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._records import Records
from teachtrain.rules.explain._report import Figure, Labelled, Report, SourceLine
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._unknowns import asked_for, presumed
from teachtrain.rules.explain._values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from teachtrain.models import Cycle, Source
    from teachtrain.rules import _policy
    from teachtrain.rules._audit import Audit, Finding

__all__ = ["report"]


def report(audit: Audit, language: str) -> Report:
    """Return an audit in words."""
    speaker = Speaker(language_of(language), audit.policy)
    judged = zip(audit.policy.requirements, audit.findings, strict=True)
    requirements = tuple(requirement(speaker, audit, *own) for own in judged)
    status = _overall_status(audit)
    records = Records(speaker, audit)
    values = Values(speaker, audit)
    return Report(
        title=speaker.language.text(audit.policy.title),
        heading=tuple(_heading(speaker, audit)),
        status=status,
        badge=speaker.say(f"status.{status}"),
        overall=tuple(_overall(speaker, audit, status)),
        requirements=requirements,
        figures=tuple(_figure(speaker, values, own) for own in values.read()),
        records=records.records(),
        pools=records.pools(),
        unknown=asked_for(speaker, audit),
        presumed=presumed(speaker, audit),
        silent=tuple(speaker.language.text(own) for own in audit.policy.silent),
        sources=tuple(_source(speaker, own) for own in documents_of(audit.policy)),
    )


# heading ------------------------------------------------------------------------------------


def _heading(speaker: Speaker, audit: Audit) -> Iterator[Labelled]:
    say, day = speaker.say, speaker.language.day
    yield Labelled(say("label.teacher"), audit.teacher.id)
    yield Labelled(say("label.as_of"), day(audit.as_of))
    if audit.policy.cycle is not None:
        yield Labelled(say("label.cycle"), _cycle(speaker, audit, audit.policy.cycle))
    until = audit.transcript.complete_until
    complete = say("complete.unknown") if until is None else day(until)
    yield Labelled(say("label.complete"), complete)


def _cycle(speaker: Speaker, audit: Audit, cycle: Cycle) -> str:
    if audit.cycle is not None:
        return speaker.language.window(audit.cycle)
    untold = audit.run.frame.cycle
    if cycle.lengths is not None and untold == Missing(cycle.lengths[0]):
        return speaker.say("cycle.none.fact", noun=speaker.noun("teacher", cycle.lengths[0]))
    if cycle.since is None:
        return speaker.say("cycle.not_begun")
    match audit.teacher.event(cycle.since):
        case Absent.UNKNOWN:
            return speaker.say("cycle.none", event=speaker.event(cycle.since))
        case Absent.NONE:
            return speaker.say("cycle.not_begun")
        case began:
            code = "cycle.not_begun" if audit.cycle_of < began else "cycle.paused"
            return speaker.say(code)


# the overall result -------------------------------------------------------------------------


def _deciding(audit: Audit) -> list[Finding]:
    """Return the requirements that make the overall verdict."""
    named = audit.policy.overall
    return [own for own in audit.findings if not named or own.id in named]


def _is_over(audit: Audit) -> bool:
    due = [own.due for own in _deciding(audit)]
    return all(day is not None and day <= audit.as_of for day in due)


def _overall_status(audit: Audit) -> str:
    status = status_of(audit.so_far, audit.final, over=_is_over(audit))
    parts = {status_at(own, audit.as_of) for own in _deciding(audit)}
    return "unmet" if status == "lost" and "lost" not in parts else status


def _overall(speaker: Speaker, audit: Audit, status: str) -> Iterator[str]:
    if not audit.policy.requirements:
        status = "nothing_asked"
    yield speaker.say(f"overall.{status}", day=speaker.language.day(audit.as_of))
    if status not in ("not_applicable", "nothing_asked"):
        yield _in_the_end(speaker, audit, status)
    findings = audit.findings
    if len(findings) > 1:
        tally = Counter(status_at(own, audit.as_of) for own in findings)
        counts = [
            speaker.say("tally.one", count=str(count), status=speaker.say(f"status.{own}"))
            for own in STATUSES
            if (count := tally[own])
        ]
        listed = speaker.language.listed(counts, "comma")
        yield speaker.say("tally", total=str(len(findings)), counts=listed)


def _in_the_end(speaker: Speaker, audit: Audit, status: str) -> str:
    say, final = speaker.say, audit.final
    match status:
        case "met" | "unmet" if _is_over(audit):
            return say("final.over")
        case "met" | "unmet":
            return say("final.settled.facts" if _rests_on_facts(audit) else "final.settled")
        case "met_so_far":
            return say("final.changes")
        case "not_yet":
            return _still_open(speaker, audit)
        case "lost":
            return say("final.lost.facts" if _rests_on_facts(audit) else "final.lost")
        case "unknown" if _is_over(audit):
            return say("final.facts" if audit.missing else "final.policy")
        case _:
            code = "final.unknown" if final.is_unknown else "final.decided"
            return say(code, outcomes=outcomes(speaker, final))


def _rests_on_facts(audit: Audit) -> bool:
    """Whether facts of the teacher decide too: they may still change, as no count does."""
    return any(
        depends_on_person(form)
        for own in _deciding(audit)
        if own.requirement is not None
        for form in forms_of(own.requirement)
    )


def _still_open(speaker: Speaker, audit: Audit) -> str:
    days: list[date | None] = [
        own.due for own in _deciding(audit) if status_at(own, audit.as_of) == "not_yet"
    ]
    known = sorted({day for day in days if day is not None})
    if not known or None in days:
        return speaker.say("final.open")
    code = "final.open.until" if len(known) == 1 else "final.open.next"
    return speaker.say(code, day=speaker.language.day(known[0]))


# figures ------------------------------------------------------------------------------------


def _figure(speaker: Speaker, values: Values, own: _policy.Figure) -> Figure:
    return Figure(
        title=speaker.figure(own.id),
        value=values.of(own.value),
        lines=tuple(_figure_lines(speaker, values, own)),
    )


def _figure_lines(speaker: Speaker, values: Values, own: _policy.Figure) -> Iterator[Labelled]:
    say = speaker.say
    if not isinstance(own.value, (Fact, Literal)):
        yield Labelled(say("label.formula"), Forms(speaker).quantity(own.value))
    facts = values.facts(own.value)
    if facts:
        yield Labelled(say("label.facts"), facts)
    if own.note is not None:
        yield Labelled(say("label.note"), speaker.language.text(own.note))
    yield Labelled(say("label.source"), source_words(speaker, values.audit.policy.source_of(own)))


# sources ------------------------------------------------------------------------------------


def _source(speaker: Speaker, own: Source) -> SourceLine:
    say = speaker.say
    title = "" if own.title is None else speaker.language.text(own.title)
    details = [
        title if title != own.number else "",
        "" if own.issued is None else say("issued", day=speaker.language.day(own.issued)),
        say(f"certainty.{own.certainty.name.lower()}"),
        "" if own.note is None else speaker.language.text(own.note),
    ]
    return SourceLine(own.number, tuple(part for part in details if part), own.addresses)
