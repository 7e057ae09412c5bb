"""What a record is, in words: the facts of it that the policy reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teachtrain.models import CLASS_HOUR, DAY, Status
from teachtrain.rules._policy import Ceiling, Pool, Rewrite
from teachtrain.rules._quantities import Fact, Total
from teachtrain.rules._walk import all_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.models import Exact, TrainingRecord, Unit
    from teachtrain.rules._policy import Policy
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["fact_value", "facts_read", "recorded"]

_ALWAYS: Final = ("activity", "mode", "hours", "days", "role", "result", "approval")
"""Shown whether the policy reads them or not: by these a teacher knows the record again."""
_ORDER: Final = (
    "activity",
    "level",
    "organiser",
    "mode",
    "topics",
    "project",
    "module",
    "hours",
    "days",
    "role",
    "result",
    "score",
    "attendance",
    "approval",
    "converted_from",
)


def facts_read(policy: Policy) -> tuple[Fact, ...]:
    """Return the facts of a record that a policy reads, by its recognition or anywhere."""
    found: dict[tuple[str, bool], Fact] = {}
    for clause, form in all_forms(policy):
        if isinstance(form, Fact) and form.of == "record":
            found.setdefault((form.name, form.local), form)
        if isinstance(form, Total) and form.by:
            found.setdefault((form.by, False), Fact("record", form.by))
        if isinstance(clause, (Rewrite, Pool, Ceiling)):
            for key in clause.by:
                if isinstance(key, str):
                    found.setdefault((key, False), Fact("record", key))
    for name in _ALWAYS:
        found.setdefault((name, False), Fact("record", name))
    own = [found[name, False] for name in _ORDER if (name, False) in found]
    return (*own, *(fact for (_, local), fact in sorted(found.items()) if local))


def recorded(speaker: Speaker, own: TrainingRecord, facts: Iterable[Fact]) -> Iterator[str]:
    """Yield what is known of a record among *facts*, and whether it is pending."""
    for fact in facts:
        words = fact_value(speaker, own, fact)
        if words:
            yield words
    if own.status is Status.PENDING:
        yield speaker.say("record.pending")


def fact_value(speaker: Speaker, own: TrainingRecord, fact: Fact) -> str:
    """Return the value of a record's fact in words; empty where it has none or is not known."""
    if fact.local:
        held = dict(own.local).get(fact.name)
        return "" if held is None else _named(speaker, fact, held)
    match fact.name:
        case "hours" | "days":
            value, unit = (own.hours, CLASS_HOUR) if fact.name == "hours" else (own.days, DAY)
            return "" if value is None else _measured(speaker, value, unit)
        case "score":
            return "" if own.score is None else _named(speaker, fact, own.score)
        case "attendance":
            share = own.attendance
            return "" if share is None else _named(speaker, fact, speaker.language.share(share))
        case "topics":
            values = speaker.labels(sorted(own.topics or ()), "topics", kind="and")
            return values and speaker.say("being.topics", values=values)
        case "converted_from":
            systems = speaker.labels(sorted(own.converted_from), "converted_from", kind="and")
            return systems and speaker.say("being.converted_from", values=systems)
        case _:
            return _word(speaker, own, fact.name)


def _word(speaker: Speaker, own: TrainingRecord, name: str) -> str:
    value: object = getattr(own, name, None)
    if not isinstance(value, str):
        return ""
    if name == "approval" and speaker.language.knows(f"value.approval.{value}"):
        return speaker.say(f"value.approval.{value}")
    if name == "level":
        return speaker.say("value.level", value=speaker.say(f"level.{value}"))
    label = speaker.label(value, name)
    if name in ("organiser", "project", "module"):
        return speaker.say(f"being.{name}", values=label)
    return label


def _named(speaker: Speaker, fact: Fact, value: str | Exact) -> str:
    noun = speaker.noun("record", fact.name, local=fact.local)
    if isinstance(value, str):
        words = speaker.label(value, fact.name)
    else:
        words = _measured(speaker, value, fact.unit)
    # A word stands apart from what it is a word of: "consent of the school: yes".
    return speaker.say(
        "value.stated" if isinstance(value, str) and fact.local else "value.other",
        noun=noun,
        value=words,
    )


def _measured(speaker: Speaker, value: Exact, unit: Unit) -> str:
    number = speaker.language.number(value, value, stated=True)
    return speaker.language.counted(number, unit, one=value == 1)
