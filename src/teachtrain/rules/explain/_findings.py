"""Requirements in words: the verdict, the figures, the basis, the parts, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.models import Amount
from teachtrain.rules._conditions import Combine, Each, Exclusive, Logic
from teachtrain.rules._verdicts import Verdict
from teachtrain.rules._walk import depends_on_person, facts_in
from teachtrain.rules.explain._articles import article_words
from teachtrain.rules.explain._facts import Style
from teachtrain.rules.explain._figures import (
    bar_of,
    figures,
    is_limit,
    is_over,
    is_test,
    outcomes,
    possible,
    shortfall,
    status_at,
    status_of,
)
from teachtrain.rules.explain._forms import Forms
from teachtrain.rules.explain._language import sentence
from teachtrain.rules.explain._reasons import Reasons
from teachtrain.rules.explain._report import Labelled, Part, Requirement
from teachtrain.rules.explain._unknowns import missing_facts
from teachtrain.rules.explain._values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import Source
    from teachtrain.rules import _policy
    from teachtrain.rules._audit import Audit, Finding
    from teachtrain.rules._conditions import Condition
    from teachtrain.rules._exclusive import Share
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["requirement", "source_words", "title_of"]


def requirement(
    speaker: Speaker, audit: Audit, clause: _policy.Requirement, finding: Finding
) -> Requirement:
    """Return a requirement of an audit in words."""
    status = status_at(finding, audit.as_of)
    due = finding.due
    return Requirement(
        title=title_of(speaker, clause),
        status=status,
        badge=speaker.say(f"status.{status}"),
        said=_said(speaker, finding, status),
        figures=figures(speaker, finding) if _is_due(finding, status) else "",
        short=_short(speaker, finding, status),
        due=speaker.language.day(due) if due and _is_due(finding, status) else "",
        bar=bar_of(finding) if _is_due(finding, status) else None,
        lines=tuple(_lines(speaker, audit, clause, finding, status)),
        parts=_parts(speaker, finding, audit, Forms(speaker)),
        notes=tuple(_notes(speaker, audit, clause, finding, status)),
    )


def _is_due(finding: Finding, status: str) -> bool:
    return finding.basis == "counted" and status != "not_applicable"


def title_of(speaker: Speaker, clause: _policy.Requirement) -> str:
    """Return what a requirement is called; without a title, what it asks for."""
    if clause.title is not None:
        return speaker.language.text(clause.title)
    return sentence(Forms(speaker).condition(clause.needs))


def _said(speaker: Speaker, finding: Finding, status: str) -> str:
    due = finding.due
    if status == "not_yet" and due is not None:
        return speaker.say("said.not_yet.until", day=speaker.language.day(due))
    most = finding.possible
    if status == "lost" and depends_on_person(finding.form):
        return speaker.say("said.lost.facts")
    if status == "lost" and most is not None and not is_limit(finding):
        words = speaker.language.amount(Amount(most.high, most.high, most.unit))
        return speaker.say("said.lost.possible", possible=words)
    return speaker.say(f"said.{status}", outcomes=outcomes(speaker, finding.so_far))


def _short(speaker: Speaker, finding: Finding, status: str) -> str:
    asked = status in ("not_yet", "lost", "unmet", "unknown") and finding.basis == "counted"
    return shortfall(speaker, finding) if asked else ""


def _lines(
    speaker: Speaker, audit: Audit, clause: _policy.Requirement, finding: Finding, status: str
) -> Iterator[Labelled]:
    say, forms = speaker.say, Forms(speaker)
    if clause.title is not None:
        yield Labelled(say("label.asked"), forms.condition(clause.needs))
    if clause.applies is not None and finding.basis != "not applicable":
        yield Labelled(say("label.applies"), forms.condition(clause.applies, Style.HOLDS))
    if _is_due(finding, status):
        for words in Values(speaker, audit).figures((clause.needs,)):
            yield Labelled(say("label.figure"), words)
    yield from _basis(speaker, audit, clause, finding)
    if _is_due(finding, status):
        yield from _counts(speaker, audit, finding, status)


def _notes(
    speaker: Speaker, audit: Audit, clause: _policy.Requirement, finding: Finding, status: str
) -> Iterator[Labelled]:
    say = speaker.say
    if finding.final.allows(Verdict.UNMET) and clause.consequences:
        settled = status in ("unmet", "lost")
        label = say("label.consequence.unmet" if settled else "label.consequence")
        named = [_consequence(speaker, own) for own in clause.consequences]
        yield Labelled(label, speaker.language.listed(named, "these"))
    if audit.policy.overall and clause.id not in audit.policy.overall:
        yield Labelled(say("label.overall"), say("overall.apart"))
    if finding.basis == "counted" and finding.records:
        yield Labelled(say("label.records"), speaker.language.listed(finding.records, "names"))
    if clause.note is not None:
        yield Labelled(say("label.note"), speaker.language.text(clause.note))
    yield Labelled(say("label.source"), source_words(speaker, finding.source))


def _consequence(speaker: Speaker, own: _policy.Consequence) -> str:
    title = speaker.language.text(own.title)
    if not own.article:
        return title
    article = article_words(speaker.language, own.article)
    return speaker.say("consequence.article", title=title, article=article)


def _basis(
    speaker: Speaker, audit: Audit, clause: _policy.Requirement, finding: Finding
) -> Iterator[Labelled]:
    say = speaker.say
    freed = {"deemed": clause.deemed, "exempt": clause.exempt, "not applicable": clause.applies}
    test = freed.get(finding.basis)
    if finding.basis == "not applicable":
        reasons = Reasons(speaker, audit)
        if clause.applies is None or reasons.holds(clause.applies):
            test = None
            why = reasons.why(clause.needs)
            if why:
                yield Labelled(say("label.basis"), why)
    if test is not None:
        code = f"basis.{finding.basis.replace(' ', '_')}"
        words = Forms(speaker).condition(test, Style.HOLDS)
        yield Labelled(say("label.basis"), say(code, test=words))
        for paper in dict.fromkeys(_papers(audit, finding, test)):
            yield Labelled(say("label.paper"), _paper_words(speaker, paper))
    if finding.basis in ("deemed", "exempt"):
        yield Labelled(say("label.plain"), _plain(speaker, finding.plain))
    if finding.basis == "not in force":
        code, days = "basis.not_in_force.policy", ""
        if clause.in_force is not None:
            code, days = "basis.not_in_force", speaker.language.span(clause.in_force)
        yield Labelled(say("label.basis"), say(code, span=days))


def _papers(audit: Audit, finding: Finding, test: Condition) -> Iterator[Source]:
    """Yield the papers that say what a test reads of the teacher, on the day it is read."""
    window = finding.window
    day = audit.as_of if window is None else min(window.last_day, audit.as_of)
    for fact in facts_in(test):
        timeline = audit.teacher.fact(fact.name) if fact.of == "teacher" else None
        for held in () if timeline is None else timeline.entries:
            if held.source is not None and day in held.span:
                yield held.source


def _paper_words(speaker: Speaker, paper: Source) -> str:
    title = "" if paper.title is None else speaker.language.text(paper.title)
    note = "" if paper.note is None else speaker.language.text(paper.note)
    parts = [source_words(speaker, paper), title if title != paper.number else "", note]
    return speaker.language.listed([part for part in parts if part], "these")


def _plain(speaker: Speaker, finding: Finding) -> str:
    """Return what the count alone would say."""
    status = status_of(finding.so_far, finding.final, over=True)
    verdict, counted = speaker.say(f"status.{status}"), figures(speaker, finding)
    return speaker.say("plain", status=verdict, figures=counted) if counted else verdict


def _counts(speaker: Speaker, audit: Audit, finding: Finding, status: str) -> Iterator[Labelled]:
    say = speaker.say
    counted = figures(speaker, finding)
    if counted:
        yield Labelled(say("label.so_far"), counted, repeats=True)
    short = _short(speaker, finding, status)
    if short:
        label = say("label.excess" if is_limit(finding) else "label.short")
        yield Labelled(label, short, repeats=True)
    if finding.due is not None:
        yield Labelled(say("label.due"), speaker.language.day(finding.due), repeats=True)
    if finding.final.is_unknown and not is_over(finding, audit.as_of):
        in_the_end = possible(speaker, finding)
        if in_the_end:
            yield Labelled(say("label.possible"), in_the_end)
    if finding.missing:
        yield Labelled(say("label.unknown"), missing_facts(speaker, finding.missing))


# parts --------------------------------------------------------------------------------------


def _parts(speaker: Speaker, finding: Finding, audit: Audit, forms: Forms) -> tuple[Part, ...]:
    if isinstance(finding.form, Exclusive):
        return tuple(_demands(speaker, finding, finding.form, audit, forms))
    inside = Forms(speaker, enclosed=True) if isinstance(finding.form, Each) else forms
    return tuple(_part(speaker, finding, part, audit, inside) for part in finding.parts)


def _part(speaker: Speaker, whole: Finding, part: Finding, audit: Audit, forms: Forms) -> Part:
    status = status_at(part, audit.as_of)
    code = f"status.{status}"
    if is_test(part):
        status = "unknown" if part.so_far.is_unknown else part.so_far.name.lower()
        code = f"test.{status}"
    idle = status in ("not_applicable", "not_due")
    words = "" if idle else figures(speaker, part)
    if status == "not_applicable" and not forms.enclosed:
        words = Reasons(speaker, audit).why(part.form)
    short = _short(speaker, part, status)
    if words and short:
        limit = is_limit(part)
        words = speaker.say("part.excess" if limit else "part.short", figures=words, short=short)
    return Part(
        title=_part_title(speaker, whole, part, forms),
        status=status,
        badge=speaker.say(code),
        figures=words,
        parts=() if idle or _says_all(part) else _parts(speaker, part, audit, forms),
    )


def _demands(
    speaker: Speaker, finding: Finding, form: Exclusive, audit: Audit, forms: Forms
) -> Iterator[Part]:
    """Yield the demands that share entries, each with what it is given of which entry."""
    shares = finding.shares
    for own, alone in zip(form.demands, finding.parts, strict=True):
        required = alone.required
        if required is None or alone.basis != "counted":
            continue
        given = [share for share in shares if share.demand is own]
        amount = sum((share.amount for share in given), Amount(0, 0, required.unit))
        status = "met" if amount.low >= required.high else status_at(finding, audit.as_of)
        yield Part(
            title=forms.demand(own),
            status=status,
            badge=speaker.say(f"status.{status}"),
            figures=_given(speaker, given, amount, required),
            parts=(),
        )


def _given(speaker: Speaker, given: list[Share], amount: Amount, required: Amount) -> str:
    language = speaker.language
    need = language.amount(required)
    if not given:
        return speaker.say("demand.none", required=need)
    entries = [
        speaker.say(
            "demand.entry",
            entry=own.entry,
            amount=language.number(own.amount.low, own.amount.high, short=True),
        )
        for own in given
    ]
    return speaker.say(
        "demand.given",
        given=language.number(amount.low, amount.high),
        required=need,
        entries=language.listed(entries, "and"),
    )


def _says_all(finding: Finding) -> bool:
    """Whether the words for it say what its parts would: it is the negation of a test."""
    match finding.form:
        case Combine(logic=Logic.NOT):
            return is_test(finding)
        case _:
            return False


def _part_title(speaker: Speaker, whole: Finding, part: Finding, forms: Forms) -> str:
    form, window = whole.form, part.window
    if isinstance(form, Each):
        calendar = speaker.calendar(form.calendar)
        if window is None:
            return calendar
        return speaker.say("part", part=calendar, span=speaker.language.window(window))
    return forms.condition(part.form)


# sources ------------------------------------------------------------------------------------


def source_words(speaker: Speaker, source: Source) -> str:
    """Return a source with its article, and how sure we are of it."""
    code = "source.article" if source.article else "source.number"
    article = article_words(speaker.language, source.article)
    named = speaker.say(code, number=source.number, article=article)
    sure = speaker.say(f"certainty.{source.certainty.name.lower()}")
    return speaker.say("source", source=named, certainty=sure)
