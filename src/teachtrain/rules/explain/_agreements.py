"""What an agreement gives, in words, and what of every record did not count, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from teachtrain.models import Role
from teachtrain.rules._verdicts import Verdict
from teachtrain.rules.agreements import Check
from teachtrain.rules.agreements._agreements import APPLICANT
from teachtrain.rules.explain._eligibility import reason_lines
from teachtrain.rules.explain._findings import source_words
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._records import Records
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._text import record_lines, section, underlined
from teachtrain.rules.explain._unknowns import missing_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import Span
    from teachtrain.rules.agreements import Agreement, Checked, Conversion, CourseGrant

__all__ = ["conversion_words"]


def conversion_words(found: Conversion, language: str = "en") -> str:
    """Return what an application gives, and why, in `en` or `zh`."""
    speaker = Speaker(language_of(language), found.audit.policy)
    return "\n".join(_lines(speaker, found)) + "\n"


def _lines(speaker: Speaker, found: Conversion) -> Iterator[str]:
    say, language = speaker.say, speaker.language
    terms, agreement = found.audit.policy, found.agreement
    yield from underlined(language.text(terms.title), "=")
    yield say("colon", label=say("label.teacher"), text=found.teacher.id)
    yield say("colon", label=say("agreement.label.day"), text=language.day(found.as_of))
    names = [language.text(own.title) for own in (found.giver, found.receiver)]
    pair = say("agreement.pair", giver=names[0], receiver=names[1])
    yield say("colon", label=say("agreement.label.pair"), text=pair)
    if agreement is not None:
        told = _terms(speaker, agreement)
        yield say("colon", label=say("agreement.label.terms"), text=told)
    yield ""
    yield _given(speaker, found)
    yield from section(say("agreement.head.checks"), _checks(speaker, found))
    passes = [_certificate(speaker, own) for own in found.courses]
    yield from section(say("agreement.head.passes"), passes)
    yield from section(say("head.records"), _records(speaker, found) or [say("records.none")])
    yield from section(say("agreement.silent"), [f"- {language.text(own)}" for own in terms.silent])
    if agreement is not None:
        yield from section(say("head.sources"), ["- " + source_words(speaker, agreement.source)])


def _terms(speaker: Speaker, own: Agreement) -> str:
    say, language = speaker.say, speaker.language
    code = "agreement.rate.one" if own.takes.value == 1 else "agreement.rate"
    parts = [
        say(
            code,
            takes=language.amount(own.takes, stated=True),
            unit=language.unit(own.takes.unit, one=True),
            gives=language.amount(own.gives, stated=True),
        )
    ]
    if own.step is not None:
        parts.append(say("agreement.step", step=language.amount(own.step, stated=True)))
    if own.ceiling is not None:
        parts.append(say("agreement.ceiling", ceiling=language.amount(own.ceiling, stated=True)))
    if own.electives:
        parts.append(say("agreement.electives"))
    if own.courses:
        parts.append(say("agreement.courses", courses=language.listed(own.courses, "and")))
    return language.listed(parts, "comma")


def _given(speaker: Speaker, found: Conversion) -> str:
    say, amount = speaker.say, speaker.language.amount
    if found.agreement is None:
        (rule,) = [own for own in found.audit.policy.recognition if own.id == "none"]
        assert rule.reason is not None  # it refuses
        return say("agreement.no", reason=speaker.language.text(rule.reason))
    records = say("agreement.worth", worth=amount(found.worth))
    return say("agreement.given", records=records, given=_application(speaker, found))


def _application(speaker: Speaker, found: Conversion) -> str:
    say, amount = speaker.say, speaker.language.amount
    if found.verdict is Verdict.UNMET:
        return say("agreement.unmet")
    granted = found.granted
    if not granted.is_point:
        return say("agreement.unknown", granted=amount(granted))
    if found.before.value > 0:
        return say("agreement.met.more", due=amount(found.due), before=amount(found.before))
    return say("agreement.met", granted=amount(granted))


def _checks(speaker: Speaker, found: Conversion) -> list[str]:
    lines: list[str] = []
    for own in found.checks:
        if own.check is Check.APPLICANT:
            finding = found.audit.finding(APPLICANT)
            lines.extend(reason_lines(speaker, finding, 0))
            if finding.missing:
                facts = missing_facts(speaker, finding.missing)
                label = speaker.say("label.unknown")
                lines.append(speaker.say("colon", label=label, text=facts))
        else:
            code = "unknown" if own.verdict.is_unknown else own.verdict.name.lower()
            told = speaker.say(f"test.{code}")
            lines.append("- " + speaker.say("colon", label=_check(speaker, own), text=told))
    return lines


def _check(speaker: Speaker, own: Checked) -> str:
    say, language = speaker.say, speaker.language
    code = f"agreement.check.{own.check.name.lower()}"
    match own.asked:
        case None:
            return say(f"{code}.unknown")
        case Role():
            return say(code, role=say(f"role.{own.asked.name.lower()}"))
        case date():
            return say(code, day=language.day(own.asked))
        case spans:
            days = _days(speaker, spans)
            if isinstance(own.found, date):
                return say(f"{code}.found", span=days, day=language.day(own.found))
            return say(code, span=days)


def _days(speaker: Speaker, spans: tuple[Span, ...]) -> str:
    return speaker.language.listed([speaker.language.span(own) for own in spans], "or")


def _certificate(speaker: Speaker, own: CourseGrant) -> str:
    by = speaker.language.listed([speaker.label(name) for name in own.by], "and")
    label = speaker.say("agreement.pass", by=by, course=speaker.label(own.course))
    told = speaker.say(f"agreement.pass.{own.does.name.lower()}")
    return "- " + speaker.say("colon", label=label, text=told)


def _records(speaker: Speaker, found: Conversion) -> list[str]:
    told = Records(speaker, found.audit).records()
    return [line for own in told for line in record_lines(own, speaker.language)]
