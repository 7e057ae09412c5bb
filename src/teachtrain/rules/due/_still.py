"""What is still due: for each requirement what would meet it, or why nothing can."""

from __future__ import annotations

import enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import Amount, Status
from teachtrain.models._calendar import plain_date
from teachtrain.models._vocabulary import brief, several
from teachtrain.rules._quantities import Total
from teachtrain.rules._relations import disjoint
from teachtrain.rules._verdicts import MET, UNMET
from teachtrain.rules._walk import walk
from teachtrain.rules.due._options import Option
from teachtrain.rules.due._plans import Plan, Planner
from teachtrain.rules.due._promises import Promise, promises
from teachtrain.rules.due._rooms import Room, rooms
from teachtrain.rules.due._trials import NEXT, Trial, last_day_of, rolls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from teachtrain.rules._audit import Audit, Finding
    from teachtrain.rules._context import Missing

__all__ = ["DueLine", "State", "StillDue", "still_due"]


class State(enum.Enum):
    """
    How a requirement stands, as to what is still due.

    `NOTHING`: it is met, or does not apply. `PLANNED`: a plan was found. `LOST`: it cannot be met
    any more, whatever is done and whatever is still unknown. `NOT_BY_THESE`: the options given are
    not enough. `OPEN`: facts that are not known may keep it from being met, whatever is done.
    """

    NOTHING = "nothing is due"
    PLANNED = "a plan was found"
    LOST = "it can no longer be met"
    NOT_BY_THESE = "the options given are not enough"
    OPEN = "facts that are not known decide"


class DueLine(NamedTuple):
    """
    What is still due for one requirement.

    Attributes:
        finding: What the audit found of it.
        state: How it stands.
        by: The day on whose evening it should be met: the last day on which anything counts for
            it, or the last that was looked at; None where nothing is due, or no day is left.
        plan: Of the plans that were found, one that takes least.
        alone: By the name of each option that comes in steps, the plan that uses no other; no
            entry where it is not enough by itself.
        within_reach: With as much of the options as may help, what would count at least; None
            where a plan was found, or no amounts are compared.
        rooms: What ceilings leave to what it counts.
        pending: Ids of records behind it that wait for a decision.
        missing: The facts that keep it open, whatever is done.
    """

    finding: Finding
    state: State
    by: date | None
    plan: Plan | None
    alone: dict[str, Plan]
    within_reach: Amount | None
    rooms: tuple[Room, ...]
    pending: tuple[str, ...]
    missing: tuple[Missing, ...]

    @property
    def id(self) -> str:
        """The requirement's id."""
        return self.finding.id

    @property
    def possible(self) -> Amount | None:
        """What could count in the end, whatever is done: the proof that it is lost."""
        return self.finding.possible


class StillDue:
    """
    What is still due of an audit's requirements, worked out when it is asked for.

    Attributes:
        audit: The audit.
        options: What the teacher could still do.
        until: The last day that is looked at; None: as far as each requirement reaches.
    """

    def __init__(self, audit: Audit, options: tuple[Option, ...], until: date | None) -> None:
        self.audit = audit
        self.options = options
        self.until = until

    @cached_property
    def lines(self) -> tuple[DueLine, ...]:
        """A line for each requirement, in the policy's order."""
        return tuple(
            self._line(number, finding) for number, finding in enumerate(self.audit.findings)
        )

    def line(self, requirement_id: str) -> DueLine:
        """
        Return the line of a requirement.

        Raises:
            KeyError: If the policy has no requirement of this id.
        """
        for own in self.lines:
            if own.id == requirement_id:
                return own
        raise KeyError(requirement_id)

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        """What every ceiling still leaves room for."""
        return rooms(self.audit.run)

    @cached_property
    def plan(self) -> Plan | None:
        """One plan for all that make the overall verdict together; None if none was found."""
        policy = self.audit.policy
        lines = [own for own in self.lines if not policy.overall or own.id in policy.overall]
        days = [own.by for own in lines if own.by is not None]
        if any(own.state not in (State.NOTHING, State.PLANNED) for own in lines) or not days:
            return None
        numbers = [n for n, own in enumerate(self.lines) if own in lines]
        return self._planner(max(days), numbers).plan(self.options)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Until when each requirement stays met, or can be met; as far as is looked here."""
        return promises(self.audit, until=self.until)

    def explain(self, language: str = "en") -> str:
        """Return what is due in words that one could hand to the teacher, in `en` or `zh`."""
        from teachtrain.rules.explain import due_words  # noqa: PLC0415 - built only when asked

        return due_words(self, language)

    def __str__(self) -> str:
        return self.explain()

    # lines -----------------------------------------------------------------------------------

    def _planner(self, by: date, numbers: list[int]) -> Planner:
        audit = self.audit
        trial = Trial(
            audit.run.prepared,
            audit.teacher,
            audit.transcript,
            as_of=audit.as_of,
            cycle_of=audit.cycle_of,
            by=by,
        )
        return Planner(audit.run.prepared, trial, numbers)

    def _line(self, number: int, finding: Finding) -> DueLine:
        made = DueLine(finding, State.NOTHING, None, None, {}, None, (), (), ())
        by = self._by(finding)
        planner = None if by is None else self._planner(by, [number])
        if planner.meets(()) if planner else not finding.so_far.value & UNMET:
            return made
        made = made._replace(
            by=by,
            rooms=tuple(self._rooms_of(finding, by)),
            pending=tuple(self._pending(finding)),
        )
        if planner is None:
            return self._hopeless(made)
        plan = planner.plan(self.options)
        if plan is not None:
            stepped = [own for own in self.options if own.step is not None]
            each = ((own.name, planner.plan([own])) for own in stepped)
            alone = {name: found for name, found in each if found is not None}
            best = min((plan, *alone.values()), key=lambda own: own.rank)
            return made._replace(state=State.PLANNED, plan=best, alone=alone)
        row = planner.most(self.options)[number]
        counted = finding.counted_in(row[2])
        if finding.final.value == UNMET:
            return made._replace(state=State.LOST, within_reach=counted)
        if row[0] & MET and not self._too_little(counted, finding):
            return made._replace(state=State.OPEN, missing=row[2][6], within_reach=counted)
        return made._replace(state=State.NOT_BY_THESE, within_reach=counted)

    def _too_little(self, counted: Amount | None, finding: Finding) -> bool:
        required = finding.required
        return counted is not None and required is not None and counted.high < required.low

    def _hopeless(self, line: DueLine) -> DueLine:
        """Return the line of a requirement for which no day is left."""
        if UNMET in (line.finding.so_far.value, line.finding.final.value):
            return line._replace(state=State.LOST)
        return line._replace(state=State.OPEN, missing=line.finding.missing)

    def _by(self, finding: Finding) -> date | None:
        """Return the day on whose evening a requirement should be met; None if none is left."""
        last = last_day_of(finding.form, self.audit.run.frame)
        if rolls(finding.form):
            last = None
        if last is None:
            return self.until or self.audit.as_of + NEXT
        last = last if self.until is None else min(last, self.until)
        return last if last > self.audit.as_of else None

    def _rooms_of(self, finding: Finding, by: date | None) -> Iterator[Room]:
        """Yield the rooms under ceilings that may limit what a requirement counts."""
        ids = self.audit.run.prepared.account_ids
        totals = [part for part in walk(finding.form) if isinstance(part, Total)]
        for room in self.rooms:
            own = room.ceiling
            if by is None or (room.days is not None and room.days.start > by):
                continue
            if any(
                (own.account or ids[0]) == (total.account or ids[0])
                and not (total.of is not None and disjoint(total.of, own.of))
                for total in totals
            ):
                yield room

    def _pending(self, finding: Finding) -> Iterator[str]:
        status = {own.id: own.status for own in self.audit.transcript.records}
        return (name for name in finding.records if status.get(name) is Status.PENDING)


def still_due(
    audit: Audit,
    options: Option | Iterable[Option],
    *,
    until: date | None = None,
) -> StillDue:
    """
    Return what *audit*'s teacher has still to do, of what could be done.

    It is looked at as if nothing else changed: facts of the teacher stay as they are, and no
    other record comes in. Of records after the day of the audit nothing is known on its evening.

    Args:
        audit: The audit; what happened on its day counts already, so that plans begin the day
            after.
        options: What the teacher could do: kinds of activity in steps, and activities as they
            are, such as the modules of a catalogue.
        until: The last day to look at. Left out, it is for each requirement the last day on which
            anything counts for it; where there is none, or its days move with the day of the
            audit, the day after the audit.

    Raises:
        InvalidValueError: If *until* is not after the audit's day, or two options have one name.
    """
    if isinstance(options, Option):
        options = (options,)
    made = tuple(several(options, where="options", mend="give Option(...) values"))
    for own in made:
        if not isinstance(own, Option):
            raise InvalidTypeError.at(
                "options", f"not an option (got {brief(own)})", "give Option(record, step=...)"
            )
    if len({own.name for own in made}) < len(made):
        raise InvalidValueError.at("options", "two have one name", "give records different ids")
    if until is not None:
        plain_date(until, where="until")
        if until <= audit.as_of:
            raise InvalidValueError.at(
                "until", f"is not after the day of the audit ({until})", "give a later day"
            )
    return StillDue(audit, made, until)
