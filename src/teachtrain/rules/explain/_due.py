"""What is still due, in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from teachtrain.models import Amount
from teachtrain.rules.due import State
from teachtrain.rules.explain._clauses import name_of
from teachtrain.rules.explain._figures import figures
from teachtrain.rules.explain._findings import title_of
from teachtrain.rules.explain._language import language_of, sentence
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._unknowns import missing_facts
from teachtrain.rules.explain._width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models import TrainingRecord
    from teachtrain.rules.due import DueLine, Option, Plan, Promise, Room, StillDue

__all__ = ["due_words"]

_INDENT = "   "


def due_words(due: StillDue, language: str = "en") -> str:
    """Return what is still due in words that one could hand to the teacher, in `en` or `zh`."""
    speaker = Speaker(language_of(language), due.audit.policy)
    return "\n".join(_Due(speaker, due).lines()) + "\n"


class _Due:
    """Puts what is still due into words."""

    def __init__(self, speaker: Speaker, due: StillDue) -> None:
        self._speaker = speaker
        self._language = speaker.language
        self._say = speaker.say
        self._due = due

    def lines(self) -> Iterator[str]:
        """Yield the lines of the text."""
        say, audit = self._say, self._due.audit
        title = say("due.head", policy=self._language.text(audit.policy.title))
        yield from self._underlined(title, "=")
        yield say("colon", label=say("label.teacher"), text=audit.teacher.id)
        yield say("colon", label=say("label.as_of"), text=self._language.day(audit.as_of))
        clauses = audit.policy.requirements
        pairs = zip(clauses, self._due.lines, self._due.promises, strict=True)
        for number, (clause, line, promise) in enumerate(pairs, start=1):
            yield ""
            yield f"{number}. {title_of(self._speaker, clause)}"
            yield from (_INDENT + words for words in self._requirement(line, promise))
        yield from self._together()

    def _underlined(self, title: str, mark: str) -> Iterator[str]:
        yield title
        yield mark * width(title)

    # one requirement -------------------------------------------------------------------------

    def _requirement(self, line: DueLine, promise: Promise) -> Iterator[str]:
        say = self._say
        yield say(f"due.{line.state.name.lower()}", by=self._by(line))
        if line.finding.basis != "counted":
            return
        counted = figures(self._speaker, line.finding)
        if counted:
            yield say("colon", label=say("label.so_far"), text=counted)
        if line.plan is not None and line.state is State.PLANNED:
            yield from self._plans(line, line.plan)
        yield from self._proof(line)
        if line.state is not State.NOTHING:
            yield from self._rooms(line)
        yield from self._promise(promise)

    def _by(self, line: DueLine) -> str:
        return "" if line.by is None else self._language.day(line.by)

    def _plans(self, line: DueLine, best: Plan) -> Iterator[str]:
        say = self._say
        yield say("colon", label=say("due.enough"), text=self._plan(best))
        others = [own for own in line.alone.values() if set(own.options) != set(best.options)]
        for other in others:
            yield say("colon", label=say("due.or"), text=self._plan(other))

    def _plan(self, plan: Plan) -> str:
        """Return the activities of a plan, those alike together, and whether less is enough."""
        say = self._say
        parts = list(zip(plan.options, plan.when, plan.records, strict=True))
        parts.sort(key=lambda own: (own[1].start, own[0].name))
        items: list[str] = []
        for (option, when), group in groupby(parts, key=lambda own: own[:2]):
            what = self._what(option, [record for _, _, record in group])
            items.append(say("due.item", what=what, when=self._language.span(when)))
        whole = self._language.listed(items, "these")
        code = "due.least" if plan.is_least else "due.not_least"
        return say("due.plan", items=whole, least=say(code))

    def _what(self, option: Option, records: list[TrainingRecord]) -> str:
        say, amount = self._say, self._language.amount
        name, count = self.option(option), len(records)
        if option.step is None:
            return name if count == 1 else say("due.times", count=str(count), option=name)
        lengths = [option.length_of(record) for record in records]
        whole = sum(lengths[1:], lengths[0])
        if count == 1:
            return say("due.of", length=amount(whole), option=name)
        return say(
            "due.of.several",
            length=amount(whole),
            option=name,
            count=str(count),
            most=amount(lengths[0]),
        )

    def option(self, option: Option) -> str:
        """Return what an option is called, in quotation marks."""
        return self._speaker.quoted(
            option.name if option.title is None else self._language.text(option.title)
        )

    # why not, and until when -----------------------------------------------------------------

    def _proof(self, line: DueLine) -> Iterator[str]:
        say, language, required = self._say, self._language, line.finding.required
        if line.state is State.LOST and line.possible is not None and required is not None:
            most = Amount(line.possible.high, line.possible.high, line.possible.unit)
            code = "due.proof.pending" if line.pending else "due.proof"
            yield say(code, possible=language.amount(most), required=language.amount(required))
        if line.state is State.NOT_BY_THESE and line.within_reach is not None and required:
            reach = line.within_reach
            least = Amount(reach.low, reach.low, reach.unit)
            yield say(
                "due.reach", possible=language.amount(least), required=language.amount(required)
            )
        if line.missing:
            facts = missing_facts(self._speaker, line.missing)
            yield say("colon", label=say("label.unknown"), text=facts)

    def _rooms(self, line: DueLine) -> Iterator[str]:
        for clause, group in groupby(line.rooms, key=lambda own: own.ceiling):
            listed = [self._room(own) for own in group]
            text = self._language.listed(listed, "these")
            yield self._say("due.room", ceiling=name_of(self._speaker, clause), rooms=text)

    def _room(self, room: Room) -> str:
        language = self._language
        left = language.number(room.left.low, room.left.high, short=True)
        limit = language.amount(room.limit)
        names = [str(value) for _, value in room.group]
        if room.days is not None:
            names.append(language.span(room.days))
        if not names:
            return self._say("due.left", left=left, limit=limit)
        place = language.listed(names, "comma")
        return self._say("due.left.in", left=left, limit=limit, place=place)

    def _promise(self, promise: Promise) -> Iterator[str]:
        say, day = self._say, self._language.day
        if promise.met and promise.met_until is not None:
            yield say("promise.met_until", day=day(promise.met_until))
        until = promise.possible_until
        if until is None:
            return
        past = until <= self._due.audit.as_of
        yield say("promise.was_possible" if past else "promise.possible", day=day(until))

    # all together ----------------------------------------------------------------------------

    def _together(self) -> Iterator[str]:
        plan = self._due.plan
        planned = [own for own in self._due.lines if own.state is State.PLANNED]
        if plan is None or len(planned) <= 1:
            return
        yield ""
        title = sentence(self._say("due.together"))
        yield from self._underlined(title, "-")
        yield self._plan(plan)
