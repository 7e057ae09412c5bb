"""Records in words: what each earned, and what of it did not count, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.models import CLASS_HOUR, DAY, Absent, Amount, Span, Status
from teachtrain.rules.explain._clauses import name_of, presumed_value
from teachtrain.rules.explain._evidence import is_outside
from teachtrain.rules.explain._report import Record
from teachtrain.rules.explain._unknowns import records_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import TrainingRecord
    from teachtrain.rules._audit import Audit
    from teachtrain.rules._policy import Clause
    from teachtrain.rules._trace import Allocation, Entry, RecordOutcome
    from teachtrain.rules.explain._evidence import Evidence
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["pooled", "record"]


def record(speaker: Speaker, audit: Audit, outcome: RecordOutcome, evidence: Evidence) -> Record:
    """Return a record of an audit in words."""
    own = outcome.record
    status = _status(outcome, evidence)
    return Record(
        id=own.id,
        day=_day(speaker, own),
        facts=speaker.language.listed(_facts(speaker, own), "comma"),
        status=status,
        badge=speaker.say(f"result.{status}"),
        lines=tuple(_lines(speaker, audit, outcome, evidence)),
    )


def pooled(speaker: Speaker, entry: Entry, evidence: Evidence) -> Record:
    """Return an entry that a pool made in words."""
    status = _worth((entry,))
    return Record(
        id=name_of(speaker, entry.clause),
        day=_booked(speaker, entry),
        facts=_reached_by(speaker, entry, evidence),
        status=status,
        badge=speaker.say(f"result.{status}"),
        lines=tuple(_entry(speaker, entry, evidence, named=False)),
    )


def _booked(speaker: Speaker, entry: Entry) -> str:
    span = speaker.language.span(Span.through(entry.first, entry.last))
    code = "entry.booked" if entry.first == entry.last else "entry.booked.between"
    return speaker.say(code, day=speaker.language.day(entry.first), span=span)


def _reached_by(speaker: Speaker, entry: Entry, evidence: Evidence) -> str:
    named = records_named(speaker, evidence.reached_by(entry))
    group = [
        speaker.say("group.named", key=speaker.key(key), value=speaker.label(value, key))
        for key, value in evidence.group_of(entry)
    ]
    if not group:
        return named
    return speaker.say("records.of", records=named, group=speaker.language.listed(group, "and"))


# what became of it --------------------------------------------------------------------------


def _status(outcome: RecordOutcome, evidence: Evidence) -> str:
    if outcome.outcome != "recognised":
        return outcome.outcome
    status = _worth(outcome.entries)
    pooled = status == "nothing" and any(evidence.behind(own) for own in outcome.entries)
    return "pooled" if pooled else status


def _worth(entries: tuple[Entry, ...]) -> str:
    if any(entry.settled != entry.possible for entry in entries):
        return "open"
    if not any(entry.settled.cuts for entry in entries):
        return "counted"
    return "nothing" if all(entry.settled.counted.high == 0 for entry in entries) else "in_part"


def _lines(
    speaker: Speaker, audit: Audit, outcome: RecordOutcome, evidence: Evidence
) -> Iterator[str]:
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
        yield from _entry(speaker, entry, evidence)
    yield from _doubts(speaker, audit, outcome)


def _refused(speaker: Speaker, outcome: RecordOutcome) -> str:
    names = [name_of(speaker, rule) for rule in outcome.rules if rule is not None]
    reason = "" if outcome.reason is None else speaker.language.text(outcome.reason)
    return speaker.say("record.refused", rule=names[0], reason=reason)


def _doubts(speaker: Speaker, audit: Audit, outcome: RecordOutcome) -> Iterator[str]:
    missing = list(outcome.missing)
    for entry in outcome.entries:
        own = [one for one in entry.missing if one.kind == "fact" and one.record]
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


def _entry(
    speaker: Speaker, entry: Entry, evidence: Evidence, *, named: bool = True
) -> Iterator[str]:
    """Yield what an entry earned, every cut, and what is left."""
    where = {"account": "", "rule": ""}
    if speaker.policy is not None and len(speaker.policy.accounts) > 1:
        where["account"] = speaker.say("entry.account", account=speaker.account(entry.account))
    if named:
        where["rule"] = speaker.say("entry.rule", rule=name_of(speaker, entry.clause))
    yield from _way(speaker, entry, evidence, where)


def _way(
    speaker: Speaker, entry: Entry, evidence: Evidence, where: dict[str, str]
) -> Iterator[str]:
    """
    Yield how an entry comes out: what it earned is what counts and all cuts together.

    Where it may come out in two ways, every amount is the range from the one to the other.
    """
    settled, possible = entry.settled, entry.possible
    counted = _amount(speaker, settled.counted, possible.counted)
    if not (settled.cuts or possible.cuts):
        yield speaker.say("entry.counted", amount=counted, **where)
        return
    earned = _amount(speaker, settled.earned, possible.earned)
    yield speaker.say("entry.earned", amount=earned, **where)
    taken, may_be_taken = _taken(settled), _taken(possible)
    for key in dict.fromkeys((*taken, *may_be_taken)):
        nothing = Amount(0, 0, settled.counted.unit)
        ends = (taken.get(key, nothing), may_be_taken.get(key, nothing))
        amount = _amount(speaker, *ends)
        yield _pooled_cut(speaker, entry, evidence, amount) or _cut(speaker, key, amount)
    yield speaker.say("entry.counted", amount=counted, account="", rule="")


def _taken(way: Allocation) -> dict[tuple[Clause | None, str], Amount]:
    """Return what was cut, by clause and reason, in the order of the cuts."""
    found: dict[tuple[Clause | None, str], Amount] = {}
    for cut in way.cuts:
        key = (cut.clause, cut.reason)
        found[key] = found[key] + cut.amount if key in found else cut.amount
    return found


def _amount(speaker: Speaker, one: Amount, other: Amount) -> str:
    low, high = min(one.low, other.low), max(one.high, other.high)
    return speaker.language.amount(Amount(low, high, one.unit), short=True)


def _cut(speaker: Speaker, key: tuple[Clause | None, str], amount: str) -> str:
    clause, reason = key
    if clause is not None:
        return speaker.say("cut", amount=amount, clause=name_of(speaker, clause))
    return speaker.say("cut.outside" if reason == "outside" else "cut.open", amount=amount)


def _pooled_cut(speaker: Speaker, entry: Entry, evidence: Evidence, amount: str) -> str:
    """Return that what lies outside led to what a pool made inside; empty where it did not."""
    made = evidence.behind(entry) if is_outside(entry) else ()
    if not made:
        return ""
    named = [_pool_named(speaker, own) for own in made]
    pools = speaker.language.listed(list(dict.fromkeys(named)), "and")
    return speaker.say("cut.outside.pooled", amount=amount, pools=pools)


def _pool_named(speaker: Speaker, entry: Entry) -> str:
    """Return an entry of a pool by its title, or by where it was booked; always by its day."""
    title = entry.clause.title
    name = speaker.say("pool.untitled", account=speaker.account(entry.account))
    if title is not None:
        name = speaker.quoted(speaker.language.text(title))
    return speaker.say("pool.named", pool=name, booked=_booked(speaker, entry))


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
