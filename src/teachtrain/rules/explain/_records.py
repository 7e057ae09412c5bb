"""Records in words: what each earned, and what of it did not count, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from teachtrain.models import Absent, Amount, Span, Status
from teachtrain.rules._policy import RecognitionRule
from teachtrain.rules._verdicts import MET
from teachtrain.rules._walk import facts_in, forms_of
from teachtrain.rules.explain._applied import applied, tables_without_row
from teachtrain.rules.explain._clauses import name_of, presumed_value, training_of
from teachtrain.rules.explain._evidence import Evidence, is_outside
from teachtrain.rules.explain._forms import Forms
from teachtrain.rules.explain._recorded import fact_value, facts_read, recorded
from teachtrain.rules.explain._report import Record
from teachtrain.rules.explain._unknowns import nouns_of, records_named
from teachtrain.rules.explain._values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import TrainingRecord
    from teachtrain.rules._audit import Audit, Finding
    from teachtrain.rules._context import Context
    from teachtrain.rules._exclusive import Share
    from teachtrain.rules._policy import Clause
    from teachtrain.rules._trace import Allocation, Entry, RecordOutcome
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["Records"]


class Records:
    """
    Puts the records and the pools of an audit into words.

    Attributes:
        speaker: Knows the language and the names of things.
        audit: The audit.
    """

    def __init__(self, speaker: Speaker, audit: Audit) -> None:
        self.speaker = speaker
        self.audit = audit
        self._evidence = Evidence(audit)
        self._facts = facts_read(audit.policy)
        self._values = Values(speaker, audit)
        self._served: dict[str, list[Share]] = {}
        for own in audit.findings:
            for share in _shares(own):
                self._served.setdefault(share.entry, []).append(share)

    def records(self) -> tuple[Record, ...]:
        """Return every record in words."""
        return tuple(self._record(own) for own in self.audit.records)

    def pools(self) -> tuple[Record, ...]:
        """Return every entry that a pool made in words."""
        return tuple(self._pooled(own) for own in self._evidence.pooled)

    def _record(self, outcome: RecordOutcome) -> Record:
        own, speaker = outcome.record, self.speaker
        status = self._status(outcome)
        known = list(recorded(speaker, own, self._facts))
        return Record(
            id=own.id,
            day=_day(speaker, own),
            facts=speaker.language.listed(known, "comma"),
            status=status,
            badge=speaker.say(f"result.{status}"),
            lines=tuple(self._lines(outcome)),
        )

    def _pooled(self, entry: Entry) -> Record:
        status = _worth((entry,))
        return Record(
            id=name_of(self.speaker, entry.clause),
            day=self._booked(entry),
            facts=self._reached_by(entry),
            status=status,
            badge=self.speaker.say(f"result.{status}"),
            lines=(*self._entry(entry, ""), *self._serves(entry.clause.id)),
        )

    def _booked(self, entry: Entry) -> str:
        say, language = self.speaker.say, self.speaker.language
        span = language.span(Span.through(entry.first, entry.last))
        code = "entry.booked" if entry.first == entry.last else "entry.booked.between"
        return say(code, day=language.day(entry.first), span=span)

    def _reached_by(self, entry: Entry) -> str:
        speaker = self.speaker
        named = records_named(speaker, self._evidence.reached_by(entry))
        group = [
            speaker.say("group.named", key=speaker.key(key), value=speaker.label(value, key))
            for key, value in self._evidence.group_of(entry)
        ]
        if not group:
            return named
        return speaker.say("records.of", records=named, group=speaker.language.listed(group, "and"))

    # what became of a record -------------------------------------------------------------

    def _status(self, outcome: RecordOutcome) -> str:
        if outcome.outcome != "recognised":
            return outcome.outcome
        status = _worth(outcome.entries)
        behind = any(self._evidence.behind(own) for own in outcome.entries)
        return "pooled" if status == "nothing" and behind else status

    def _lines(self, outcome: RecordOutcome) -> Iterator[str]:
        speaker, audit = self.speaker, self.audit
        say = speaker.say
        match outcome.outcome:
            case "refused":
                yield self._refused(outcome)
            case "open":
                names = [
                    say("record.open.none") if rule is None else self._rule(rule, outcome)
                    for rule in outcome.rules
                ]
                yield say("record.open", rules=speaker.language.listed(names, "or"))
            case "after_as_of":
                yield say("record.after_as_of", day=speaker.language.day(audit.as_of))
            case "before_hire":
                hired = audit.teacher.event("hired")
                day = "" if isinstance(hired, Absent) else speaker.language.day(hired)
                yield say("record.before_hire", day=day)
            case "late":
                entered = outcome.record.entered
                assert entered is not None
                yield say("record.late", day=speaker.language.day(entered))
            case "other_teacher":
                yield say("record.other_teacher", teacher=outcome.record.teacher or "")
            case "unmatched":
                yield from self._unmatched(outcome.record)
            case _:
                pass
        noted: dict[str, None] = {}
        for entry in outcome.entries:
            yield from self._entry(entry, self._rule(entry.clause, outcome, entry.account))
            noted.update(dict.fromkeys(self._left_open(entry)))
        yield from noted
        yield from self._serves(outcome.record.id)
        yield from self._doubts(outcome)

    def _serves(self, name: str) -> Iterator[str]:
        """Yield what of an entry serves which of the demands that share it."""
        speaker = self.speaker
        for own in self._served.get(name, ()):
            demand = own.demand.title
            words = (
                Forms(speaker).demand(own.demand)
                if demand is None
                else speaker.quoted(speaker.language.text(demand))
            )
            amount = speaker.language.amount(own.amount, short=True)
            yield speaker.say("record.serves", amount=amount, demand=words)

    def _refused(self, outcome: RecordOutcome) -> str:
        speaker = self.speaker
        (rule,) = [own for own in outcome.rules if own is not None]
        if rule.title is None:
            training = training_of(speaker, rule)
            name = speaker.quoted(speaker.say("clause.nothing_earned", training=training))
        else:
            name = name_of(speaker, rule)
        assert outcome.reason is not None  # a rule that posts nothing says why
        reason = speaker.language.text(outcome.reason)
        return speaker.say("record.refused", rule=name, reason=reason)

    def _unmatched(self, own: TrainingRecord) -> Iterator[str]:
        """Yield that no rule covers a record; of a rule that takes it, why it gives no amount."""
        reread = self.audit.reread
        context = reread.of_record(own)
        taking = [
            rule
            for rule in self.audit.policy.recognition
            if not rule.stacking
            and rule.posts
            and _holds_on(rule, context)
            and reread.truth(rule.when, context) == MET
        ]
        if not taking:
            yield self.speaker.say("record.unmatched")
        for rule in taking:
            yield self._without_amount(rule, own, context)

    def _without_amount(self, rule: RecognitionRule, own: TrainingRecord, context: Context) -> str:
        speaker, reread = self.speaker, self.audit.reread
        name = name_of(speaker, rule)
        if rule.title is None:
            name = speaker.quoted(training_of(speaker, rule))
        facts = {
            (fact.name, fact.local): fact
            for post in rule.posts
            for table in tables_without_row(reread, context, post.amount)
            for test, _ in table.rows
            for fact in facts_in(test)
            if fact.of == "record"
        }
        values = [fact_value(speaker, own, fact) for fact in facts.values()]
        listed = speaker.language.listed([words for words in values if words], "comma")
        code = "record.unmatched.row" if listed else "record.unmatched.amount"
        return speaker.say(code, rule=name, facts=listed)

    def _rule(self, rule: Clause, outcome: RecordOutcome, account: str = "") -> str:
        """Return the title of a rule; without one, what it says as far as it applied."""
        if rule.title is not None or not isinstance(rule, RecognitionRule):
            return name_of(self.speaker, rule)
        reread = self.audit.reread
        context = reread.of_record(outcome.record)
        posts = tuple(
            attrs.evolve(own, amount=applied(reread, context, own.amount))
            for own in rule.posts
            if not account or own.account == account
        )
        return name_of(self.speaker, attrs.evolve(rule, posts=posts))

    def _doubts(self, outcome: RecordOutcome) -> Iterator[str]:
        speaker = self.speaker
        missing = list(outcome.missing)
        for entry in outcome.entries:
            own = [one for one in entry.missing if one.kind in ("fact", "text") and one.record]
            missing.extend(one.fact for one in own)
            if any(one.kind == "day" for one in entry.missing):
                missing.append("day")
        if missing:
            nouns = nouns_of(speaker, missing)
            yield speaker.say("record.missing", facts=speaker.language.listed(nouns, "comma"))
        if outcome.record.status is Status.PENDING and outcome.entries:
            yield speaker.say("record.waits")
        for clause in self.audit.policy.presumptions:
            if clause.id in outcome.presumed:
                noun = speaker.noun("record", clause.fact.name, local=clause.fact.local)
                presumed = speaker.say("colon", label=noun, text=presumed_value(speaker, clause))
                yield speaker.say("record.presumed", presumed=presumed)

    # entries -----------------------------------------------------------------------------

    def _entry(self, entry: Entry, rule: str) -> Iterator[str]:
        """
        Yield how an entry came out: what it earned is what counts and all cuts together.

        Where it may come out in two ways, every amount is the range from the one to the other.
        """
        say = self.speaker.say
        where = {"account": "", "rule": rule and say("entry.rule", rule=rule)}
        if len(self.audit.policy.accounts) > 1:
            where["account"] = say("entry.account", account=self.speaker.account(entry.account))
        settled, possible = entry.settled, entry.possible
        counted = self._amount(settled.counted, possible.counted)
        if not (settled.cuts or possible.cuts):
            yield say("entry.counted", amount=counted, **where)
            return
        earned = self._amount(settled.earned, possible.earned)
        yield say("entry.earned", amount=earned, **where)
        taken, may_be_taken = _taken(settled), _taken(possible)
        for key in dict.fromkeys((*taken, *may_be_taken)):
            nothing = Amount(0, 0, settled.counted.unit)
            ends = (taken.get(key, nothing), may_be_taken.get(key, nothing))
            yield self._cut(entry, key, self._amount(*ends))
        yield say("entry.counted", amount=counted, account="", rule="")

    def _left_open(self, entry: Entry) -> Iterator[str]:
        """Yield a rule's note where it gives a range though all facts are known."""
        earned, note = entry.settled.earned, entry.clause.note
        open_ = not earned.is_point or earned != entry.possible.earned
        if open_ and note is not None and not entry.missing:
            words = self.speaker.language.text(note)
            yield self.speaker.say("colon", label=self.speaker.say("label.note"), text=words)

    def _amount(self, one: Amount, other: Amount) -> str:
        low, high = min(one.low, other.low), max(one.high, other.high)
        return self.speaker.language.amount(Amount(low, high, one.unit), short=True)

    def _cut(self, entry: Entry, key: tuple[Clause | None, str], amount: str) -> str:
        clause, reason = key
        say = self.speaker.say
        if clause is not None:
            words = say("cut", amount=amount, clause=name_of(self.speaker, clause))
            figures = self._values.figures(forms_of(clause))
            listed = self.speaker.language.listed(figures, "comma")
            return say("cut.figures", cut=words, figures=listed) if figures else words
        if reason != "outside":
            return say("cut.open", amount=amount)
        made = self._evidence.behind(entry) if is_outside(entry) else ()
        if not made:
            return say("cut.outside", amount=amount)
        named = list(dict.fromkeys(self._pool_named(own) for own in made))
        pools = self.speaker.language.listed(named, "and")
        return say("cut.outside.pooled", amount=amount, pools=pools)

    def _pool_named(self, entry: Entry) -> str:
        """Return an entry of a pool by its title, or by where it was booked; and its day."""
        speaker, title = self.speaker, entry.clause.title
        name = speaker.say("pool.untitled", account=speaker.account(entry.account))
        if title is not None:
            name = speaker.quoted(speaker.language.text(title))
        return speaker.say("pool.named", pool=name, booked=self._booked(entry))


def _shares(finding: Finding) -> Iterator[Share]:
    """Yield what entries give to demands that share them, in a finding and its parts."""
    yield from finding.shares
    for part in finding.parts:
        yield from _shares(part)


def _holds_on(rule: RecognitionRule, context: Context) -> bool:
    span = rule.in_force
    return span is None or (context.first in span and context.last in span)


def _worth(entries: tuple[Entry, ...]) -> str:
    if any(entry.settled != entry.possible for entry in entries):
        return "open"
    if not any(entry.settled.cuts for entry in entries):
        return "counted"
    return "nothing" if all(entry.settled.counted.high == 0 for entry in entries) else "in_part"


def _taken(way: Allocation) -> dict[tuple[Clause | None, str], Amount]:
    """Return what was cut, by clause and reason, in the order of the cuts."""
    found: dict[tuple[Clause | None, str], Amount] = {}
    for cut in way.cuts:
        key = (cut.clause, cut.reason)
        found[key] = found[key] + cut.amount if key in found else cut.amount
    return found


def _day(speaker: Speaker, own: TrainingRecord) -> str:
    if own.day is not None:
        return speaker.language.span(own.booking_span)
    if own.within is not None:
        return speaker.say("record.within", span=speaker.language.span(own.within))
    return speaker.say("record.day.unknown")
