"""Records in words: what each earned, and what of it did not count, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.models import CLASS_HOUR, DAY, Absent, Span, Status
from teachtrain.rules.explain._clauses import name_of, presumed_value
from teachtrain.rules.explain._report import Record
from teachtrain.rules.explain._unknowns import records_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import TrainingRecord
    from teachtrain.rules._audit import Audit
    from teachtrain.rules._trace import Allocation, Cut, Entry, RecordOutcome
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["pooled", "record"]


def record(speaker: Speaker, audit: Audit, outcome: RecordOutcome) -> Record:
    """Return a record of an audit in words."""
    own = outcome.record
    status = _status(outcome)
    return Record(
        id=own.id,
        day=_day(speaker, own),
        facts=speaker.language.listed(_facts(speaker, own), "comma"),
        status=status,
        badge=speaker.say(f"result.{status}"),
        lines=tuple(_lines(speaker, audit, outcome)),
    )


def pooled(speaker: Speaker, entry: Entry) -> Record:
    """Return an entry that a pool made in words."""
    code, span = "entry.booked", Span.through(entry.first, entry.last)
    if entry.first != entry.last:
        code = "entry.booked.between"
    day = speaker.say(code, day=speaker.language.day(entry.first), span=speaker.language.span(span))
    status = _worth((entry,))
    return Record(
        id=name_of(speaker, entry.clause),
        day=day,
        facts=records_named(speaker, entry.evidence),
        status=status,
        badge=speaker.say(f"result.{status}"),
        lines=tuple(_entry(speaker, entry, named=False)),
    )


# what became of it --------------------------------------------------------------------------


def _status(outcome: RecordOutcome) -> str:
    if outcome.outcome != "recognised":
        return outcome.outcome
    return _worth(outcome.entries)


def _worth(entries: tuple[Entry, ...]) -> str:
    if any(entry.settled != entry.possible for entry in entries):
        return "open"
    if not any(entry.settled.cuts for entry in entries):
        return "counted"
    return "nothing" if all(entry.settled.counted.high == 0 for entry in entries) else "in_part"


def _lines(speaker: Speaker, audit: Audit, outcome: RecordOutcome) -> Iterator[str]:
    say = speaker.say
    match outcome.outcome:
        case "refused":
            yield _refused(speaker, outcome)
        case "open":
            names = [
                say("record.open.none") if rule is None else name_of(speaker, rule)
                for rule in outcome.rules
            ]
            yield say("record.open", rules=speaker.language.listed(names, "or"))
        case "after_as_of":
            yield say("record.after_as_of", day=speaker.language.day(audit.as_of))
        case "before_hire":
            hired = audit.teacher.event("hired")
            day = "" if isinstance(hired, Absent) else speaker.language.day(hired)
            yield say("record.before_hire", day=day)
        case "other_teacher":
            yield say("record.other_teacher", teacher=outcome.record.teacher or "")
        case "unmatched":
            yield say("record.unmatched")
        case _:
            pass
    for entry in outcome.entries:
        yield from _entry(speaker, entry)
    yield from _doubts(speaker, audit, outcome)


def _refused(speaker: Speaker, outcome: RecordOutcome) -> str:
    names = [name_of(speaker, rule) for rule in outcome.rules if rule is not None]
    reason = "" if outcome.reason is None else speaker.language.text(outcome.reason)
    return speaker.say("record.refused", rule=names[0], reason=reason)


def _doubts(speaker: Speaker, audit: Audit, outcome: RecordOutcome) -> Iterator[str]:
    missing = list(outcome.missing)
    for entry in outcome.entries:
        own = [one for one in entry.missing if one.kind in ("fact", "text") and one.record]
        missing.extend(one.fact for one in own)
        if any(one.kind == "day" for one in entry.missing):
            missing.append("day")
    if missing:
        nouns = [
            speaker.say("the", noun=speaker.noun("record", fact)) for fact in dict.fromkeys(missing)
        ]
        yield speaker.say("record.missing", facts=speaker.language.listed(nouns, "comma"))
    if outcome.record.status is Status.PENDING and outcome.entries:
        yield speaker.say("record.waits")
    for clause in audit.policy.presumptions:
        if clause.id in outcome.presumed:
            noun = speaker.noun("record", clause.fact.name, local=clause.fact.local)
            presumed = speaker.say("colon", label=noun, text=presumed_value(speaker, clause))
            yield speaker.say("record.presumed", presumed=presumed)


# entries ------------------------------------------------------------------------------------


def _entry(speaker: Speaker, entry: Entry, *, named: bool = True) -> Iterator[str]:
    """Yield what an entry earned, every cut, and what is left; twice, where something is open."""
    where = {"account": "", "rule": ""}
    if speaker.policy is not None and len(speaker.policy.accounts) > 1:
        where["account"] = speaker.say("entry.account", account=speaker.account(entry.account))
    if named:
        where["rule"] = speaker.say("entry.rule", rule=name_of(speaker, entry.clause))
    settled, possible = entry.settled, entry.possible
    if settled == possible:
        yield from _way(speaker, settled, "earned", where)
        return
    yield from _way(speaker, settled, "sure", where)
    yield from _way(speaker, possible, "possible", where)


def _way(speaker: Speaker, way: Allocation, code: str, where: dict[str, str]) -> Iterator[str]:
    """Yield one way an entry comes out: what it earned is what counts and all cuts together."""
    say, amount = speaker.say, speaker.language.amount
    if not way.cuts:
        code = "counted" if code == "earned" else code
        yield say(f"entry.{code}", amount=amount(way.counted), **where)
        return
    yield say(f"entry.{code}", amount=amount(way.earned), **where)
    for cut in way.cuts:
        yield _cut(speaker, cut)
    yield say("entry.counted", amount=amount(way.counted), account="", rule="")


def _cut(speaker: Speaker, cut: Cut) -> str:
    amount = speaker.language.amount(cut.amount)
    if cut.clause is not None:
        return speaker.say("cut", amount=amount, clause=name_of(speaker, cut.clause))
    code = "cut.outside" if cut.reason == "outside" else "cut.open"
    return speaker.say(code, amount=amount)


# what it is ---------------------------------------------------------------------------------


def _day(speaker: Speaker, own: TrainingRecord) -> str:
    if own.day is not None:
        return speaker.language.span(own.booking_span)
    if own.within is not None:
        return speaker.say("record.within", span=speaker.language.span(own.within))
    return speaker.say("record.day.unknown")


def _facts(speaker: Speaker, own: TrainingRecord) -> list[str]:
    """Return what is known of a record: kind, mode, level, hours or days, role, result."""
    language, label = speaker.language, speaker.label
    words = [
        label(value, name)
        for name, value in (("activity", own.activity), ("mode", own.mode))
        if isinstance(value, str)
    ]
    for value, unit in ((own.hours, CLASS_HOUR), (own.days, DAY)):
        if value is not None:
            words.append(language.counted(language.number(value, value), unit, one=value == 1))
    words += [
        label(value, name)
        for name, value in (("role", own.role), ("result", own.result), ("approval", own.approval))
        if isinstance(value, str)
    ]
    if own.status is Status.PENDING:
        words.append(speaker.say("record.pending"))
    return words
