"""What is not known, said so that someone can find it out; and what was taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teachtrain.models._teachers import SINGLE_FACTS
from teachtrain.rules._context import Missing
from teachtrain.rules._quantities import Fact
from teachtrain.rules._walk import all_forms
from teachtrain.rules.explain._clauses import clause_words
from teachtrain.rules.explain._language import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teachtrain.rules._audit import Audit
    from teachtrain.rules._policy import Policy
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["asked_for", "missing_facts", "nouns_of", "presumed", "records_named"]

_SHOWN: Final = 6


def missing_facts(speaker: Speaker, missing: Sequence[Missing]) -> str:
    """Return the missing facts as nouns in one line; the first few, and how many more."""
    words = list(dict.fromkeys(_noun(speaker, *own) for own in _merged(speaker, missing)))
    if len(words) > _SHOWN:
        rest = speaker.say("and_more", count=str(len(words) - _SHOWN + 1))
        words = [*words[: _SHOWN - 1], rest]
    return speaker.language.listed(words, "these")


def nouns_of(speaker: Speaker, facts: Iterable[str]) -> list[str]:
    """Return what facts of one record are called; those of which one is enough stand together."""
    missing = [Missing(fact, "") for fact in dict.fromkeys(facts)]
    return [
        speaker.say("the", noun=_record_noun(speaker, names))
        for _, names in _merged(speaker, missing)
    ]


def _merged(
    speaker: Speaker, missing: Sequence[Missing]
) -> Iterator[tuple[Missing, tuple[str, ...]]]:
    """Yield each missing fact with those of the same record that would do in its place."""
    named = {(one.record, one.fact) for one in missing if one.kind == "fact"}
    said: set[tuple[str | None, str]] = set()
    for one in missing:
        names: tuple[str, ...] = (one.fact,)
        if one.kind == "fact" and one.record is not None:
            if (one.record, one.fact) in said:
                continue
            for choice in speaker.choices:
                if one.fact in choice:
                    names = tuple(own for own in choice if (one.record, own) in named)
            said.update((one.record, own) for own in names)
        yield one, names


def _noun(speaker: Speaker, one: Missing, names: tuple[str, ...]) -> str:
    record = one.record or ""
    match one.kind:
        case "booking" | "day" | "late" | "pending" | "rounding" | "transcript" | "ways":
            return speaker.say(f"short.{one.kind}", record=record)
        case _ if one.record is not None:
            return speaker.say("short.fact", noun=_record_noun(speaker, names), record=record)
        case _ if _is_fact(speaker.policy, one.fact):
            return speaker.say("short.teacher", noun=_teacher_noun(speaker, one.fact))
        case _:
            return speaker.say("short.event", event=speaker.event(one.fact))


def asked_for(speaker: Speaker, audit: Audit) -> tuple[str, ...]:
    """Return what to enter, confirm or state; records that lack the same fact stand together."""
    grouped: dict[tuple[str, tuple[str, ...], bool], list[str]] = {}
    for one, names in _merged(speaker, audit.missing):
        key = (one.kind, names, one.record is not None)
        grouped.setdefault(key, []).append(one.record or "")
    return tuple(
        _request(speaker, audit, kind, names, records if of_record else ())
        for (kind, names, of_record), records in grouped.items()
    )


def _request(
    speaker: Speaker, audit: Audit, kind: str, names: tuple[str, ...], records: Sequence[str]
) -> str:
    say, (fact, *_) = speaker.say, names
    match kind:
        case "transcript":
            until = audit.transcript.complete_until
            if until is None:
                return say("ask.transcript.unknown")
            return say("ask.transcript", day=speaker.language.day(until))
        case "ways" | "rounding":
            return say(f"ask.{kind}")
        case "booking" | "day" | "late" | "pending":
            return say(f"ask.{kind}", records=records_named(speaker, records))
        case "text" if records:
            named = records_named(speaker, records)
            return say("ask.fact.number", noun=_record_noun(speaker, names), records=named)
        case "text":
            return say("ask.teacher.number", noun=_teacher_noun(speaker, fact))
        case _ if records:
            named = records_named(speaker, records)
            return say("ask.fact", noun=_record_noun(speaker, names), records=named)
        case _ if _is_fact(audit.policy, fact):
            return say("ask.teacher", noun=_teacher_noun(speaker, fact))
        case _:
            return say("ask.event", event=speaker.event(fact))


def records_named(speaker: Speaker, records: Iterable[str]) -> str:
    """Return records by their ids, such as `records r-1 and r-2`."""
    ids = list(dict.fromkeys(records))
    code = "records.one" if len(ids) == 1 else "records.many"
    return speaker.say(code, records=speaker.language.listed(ids, "and"))


def _record_noun(speaker: Speaker, names: tuple[str, ...]) -> str:
    first, *others = [speaker.noun("record", own) for own in names]
    nouns = [first, *(speaker.say("the", noun=own) for own in others)]
    return speaker.language.listed(nouns, "or")


def _teacher_noun(speaker: Speaker, fact: str) -> str:
    return speaker.noun("teacher", fact)


def _is_fact(policy: Policy | None, name: str) -> bool:
    """Whether a missing fact of the teacher is a fact through time; else it is an event."""
    if name == "category" or name in SINGLE_FACTS:
        return True
    return policy is not None and any(
        isinstance(form, Fact) and form.of == "teacher" and form.name == name
        for _, form in all_forms(policy)
    )


def presumed(speaker: Speaker, audit: Audit) -> tuple[str, ...]:
    """Return what was presumed of which records, and what of the cycle was assumed."""
    lines: list[str] = []
    for clause in audit.policy.presumptions:
        records = [own.record.id for own in audit.records if clause.id in own.presumed]
        if records:
            lines.append(
                speaker.say(
                    "presumed.used",
                    presumption=sentence(clause_words(speaker, clause)),
                    records=records_named(speaker, records),
                )
            )
    cycle = audit.policy.cycle
    if cycle is not None and cycle.assumed:
        assumed = speaker.language.text(cycle.assumed)
        lines.append(speaker.say("presumed.cycle", assumed=assumed))
    return tuple(lines)
