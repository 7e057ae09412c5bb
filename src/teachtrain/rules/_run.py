"""One teacher's audit at work: records into cells, then requirements over their totals."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from struct import unpack
from typing import TYPE_CHECKING, Final, cast

import attrs

from teachtrain.models import NONE, UNBOUNDED, UNKNOWN, Absent, Calendar, Stage, Unbounded
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.rules._conditions import Compare, Each, Exclusive
from teachtrain.rules._context import Context, Missing, Range
from teachtrain.rules._frame import (
    FREE,
    LANE,
    LANE_AMOUNT,
    LANE_RECORDS,
    NESTED,
    Learnt,
    Limit,
    Part,
)
from teachtrain.rules._items import Item, cell_start
from teachtrain.rules._policy import Booking
from teachtrain.rules._pools import pool_items
from teachtrain.rules._quantities import CYCLE, Total
from teachtrain.rules._rewrites import rewrite_items
from teachtrain.rules._verdicts import DECIDED, MET, NOT_APPLICABLE, UNMET
from teachtrain.rules._walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from teachtrain.models import Exact, Teacher, TrainingRecord, Transcript
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._evaluate import Node
    from teachtrain.rules._frame import Frame
    from teachtrain.rules._items import CompiledPool, CompiledRewrite
    from teachtrain.rules._policy import Requirement
    from teachtrain.rules._prepare import CompiledRequirement, Prepared
    from teachtrain.rules._quantities import Key
    from teachtrain.rules._recognise import Made, Memory, Plan, Reader
    from teachtrain.rules._walk import Form

__all__ = ["Row", "Run", "Seen", "Skipped"]

Row = tuple[int, str, "Node", "tuple[Node | None, Node | None, Node | None]"]
"""A requirement judged: verdict bits, basis, its condition, and who it is for, exempt, deemed."""

Rows = tuple["Row", ...]

Seen = tuple["date", str, "TrainingRecord", Learnt, "tuple[Item, ...]"]
"""A record that was read: its first day, its id, itself, what was learnt of it, its items."""

Skipped = tuple["TrainingRecord", str]
"""A record that recognition never saw, and the code of the reason."""


About = tuple[object, "tuple[date, ...]"]
"""What of a teacher recognition reads, as a number or None, and the days of any change."""

_NOT_ASKED: Final = (None, None, None)
_NEVER: Final = frozenset((date.min, date.max))


def _by_days(item: Item) -> tuple[date, date, str]:
    return (item.first, item.last, item.id)


def _of_record(missing: Missing, record: TrainingRecord) -> Missing:
    """Return what is missing of a record alike, of *record*."""
    return missing if missing.record is None else attrs.evolve(missing, record=record.id)


class Run:
    """
    One audit: a teacher's records under a prepared policy on a day.

    Attributes:
        hired: The day before which records don't count, and nothing is asked of a part of time.
        hire_untold: Whether that day is not known.
        slots: The whole amounts that totals are made of, as the frame numbers them.
        items: Entries that are looked at by themselves.
        loose: Bits of the selections that may take some of these.
        all_items: These, and those that were certain enough to be summed after rewrites.
        open: Whether some window may still receive records.
        final: Whether what is still to come is being judged, or what there is so far.
        traced: Whether what was read is kept, for an explanation.
        skipped: Records that were not read, and why.
        seen: Each record read, if traced.
    """

    __slots__ = (
        "_figures",
        "_limits",
        "all_items",
        "as_of",
        "final",
        "frame",
        "hire_untold",
        "hired",
        "items",
        "loose",
        "memory",
        "open",
        "policy",
        "prepared",
        "reader",
        "scale",
        "seen",
        "skipped",
        "slots",
        "teacher",
        "traced",
        "transcript",
    )

    def __init__(
        self,
        prepared: Prepared,
        teacher: Teacher,
        transcript: Transcript,
        frame: Frame,
        memory: Memory,
        *,
        as_of: date,
        traced: bool = False,
    ) -> None:
        self.prepared = prepared
        self.policy = prepared.policy
        self.reader: Reader = prepared.reader
        self.scale = prepared.scale
        self.teacher = teacher
        self.transcript = transcript
        self.frame = frame
        self.memory = memory
        self.as_of = as_of
        self.final = False
        self.open = prepared.anything_open(frame)
        self.traced = traced
        self.slots: list[Reach] = [0] * frame.routes.slots
        self.items: list[Item] = []
        self.loose = 0
        self.skipped: list[Skipped] = []
        self.seen: list[Seen] = []
        self.all_items: list[Item] = []
        self._figures: dict[tuple[str, bool], tuple[Range | None, tuple[Missing, ...]]] = {}
        self._limits: dict[object, Limit] = {}
        self.hired = self._hired()
        self.hire_untold = self._doubtful_hire()
        self._gather()
        if self.items:
            self._regroup()

    # records into cells --------------------------------------------------------------------

    def _gather(self) -> None:
        owner, eras = self._about_teacher()
        reader, seen = self.reader, self.seen
        key_of, traced = reader.key, self.traced
        first_day, as_of, doubtful = self.hired, self.as_of, self.hire_untold
        later: list[TrainingRecord] = []
        records = self._own_records()
        late: tuple[TrainingRecord, ...] = ()
        if self.transcript.dated:
            records, late = self._in_time(records)
        lanes = 0
        alone: list[tuple[TrainingRecord, Learnt, int]] = []
        groups: dict[object, int] = {}
        if eras is not reader.epochs or reader.reads_day or doubtful or len(records) > LANE_RECORDS:
            later.extend(records)
            records = ()
        shelf = self.frame.shelf(owner, eras)
        for record in records:
            day = record.day
            if day is None or record.last_day is not None:
                later.append(record)
                continue
            if not first_day <= day <= as_of:
                self.skipped.append((record, "after_as_of" if day > as_of else "before_hire"))
                continue
            number, table = shelf[day]
            key = key_of(record)
            try:
                learnt = table[key]
            except KeyError:
                plan = self._plan(record, day, day, (owner, eras))
                learnt = table[key] = self._learnt(plan, number)
            lanes += learnt.lanes
            items: tuple[Item, ...] = ()
            if learnt.slow:
                for slot, amount in learnt.others:
                    self.slots[slot] += amount
                for group in learnt.groups:
                    groups[group] = groups.get(group, 0) + 1
                if learnt.alone is None:
                    items = self._add_items(record, day, day, learnt.plan.slow)
                else:
                    alone.append((record, learnt, len(seen)))
            if traced:
                seen.append((day, record.id, record, learnt, items))
        for record, learnt, place in alone:
            if later or self._has_company(learnt, groups):
                self._add_crowded(record, learnt, place)
            else:
                lanes += learnt.alone or 0
        if lanes:
            self._add_lanes(lanes)
        for record in later:
            self._read(record, (owner, eras), first_day, doubtful=doubtful)
        if late:
            self._read_late(late, (owner, eras), first_day)

    def _in_time(
        self, records: tuple[TrainingRecord, ...]
    ) -> tuple[tuple[TrainingRecord, ...], tuple[TrainingRecord, ...]]:
        """Return the records that were entered in time, and those of which that is doubtful."""
        if self.policy.late_entries:
            return records, ()
        kept: list[TrainingRecord] = []
        late: list[TrainingRecord] = []
        for record in records:
            entered = record.entered
            if entered is None:
                kept.append(record)
                continue
            first, last = self._booking(record)
            ends = [self.frame.cycle_end(CYCLE, day) for day in (first, last)]
            over = [end is not None and entered >= end for end in ends]
            if all(over) and self.policy.late_entries is False:
                self.skipped.append((record, "late"))
            elif any(over):
                late.append(record)
            else:
                kept.append(record)
        return tuple(kept), tuple(late)

    def _read_late(self, late: tuple[TrainingRecord, ...], about: About, hired: date) -> None:
        """Read records of which the policy does not say whether they count."""
        for record in late:
            gap = (Missing("entered", record.id, "late"),)
            self._read(record, about, hired, doubtful=True, about=gap)

    def _has_company(self, learnt: Learnt, groups: Mapping[object, int]) -> bool:
        """Whether entries may share a group with others."""
        if self.traced and self.frame.start(learnt.cell) < self.frame.horizon.start:
            return True  # before the first window no calendar tells groups apart
        return any(groups[group] > 1 for group in learnt.groups)

    def _add_crowded(self, record: TrainingRecord, learnt: Learnt, place: int) -> None:
        """Look by themselves at entries that may share a group with others."""
        day = cast("date", record.day)
        items = self._add_items(record, day, day, learnt.plan.slow)
        if self.traced:
            self.seen[place] = (*self.seen[place][:4], items)

    def _add_lanes(self, lanes: int) -> None:
        """Add a sum of all slots at once to the slots."""
        slots = self.slots
        count = len(slots)
        found = unpack(f"<{count}Q", lanes.to_bytes(count * LANE // 8, "little"))
        if any(slots):
            self.slots = [one + more for one, more in zip(slots, found, strict=True)]
        else:
            self.slots = list(found)

    def _days_missing(self, record: TrainingRecord) -> tuple[Missing, ...]:
        """Return what is missing to tell the day on which a record is booked."""
        first, last = self._booking(record)
        if first == last:
            return ()
        kind = "day" if record.day is None else "booking"
        return (Missing(kind, record.id, kind),)

    def _own_records(self) -> tuple[TrainingRecord, ...]:
        """Return the teacher's records; those that name another teacher are set aside."""
        records = self.transcript.records
        if self.transcript.teachers <= {self.teacher.id}:
            return records
        others = [one for one in records if one.teacher not in (None, self.teacher.id)]
        self.skipped.extend((record, "other_teacher") for record in others)
        return tuple(one for one in records if one.teacher in (None, self.teacher.id))

    def _about_teacher(self) -> About:
        """Return what of the teacher recognition reads, and the days on which it may change."""
        reader, teacher = self.reader, self.teacher
        eras = reader.epochs
        if not (reader.teacher_facts or reader.teacher_events or reader.figures):
            return None, eras
        facts = tuple(teacher.fact(name) for name in reader.teacher_facts)
        borders = {day for fact in facts if fact is not None for day in fact.borders()}
        borders -= _NEVER
        if borders:
            eras = tuple(sorted({*eras, *borders}))
        about: tuple[object, ...] = (
            facts,
            tuple(teacher.event(name) for name in reader.teacher_events),
        )
        if reader.figures:
            about += (teacher, self.frame.cycle and str(self.frame.cycle), self.as_of)
        # A number stands for all this in the keys of plans, so that it is hashed only once.
        owners = self.memory.owners
        return owners.setdefault(about, len(owners)), eras

    def _hired(self) -> date:
        """Return the day before which records do not count, as far as it is known."""
        day = self.teacher.event("hired")
        if self.policy.counts_before_hire or isinstance(day, Absent):
            return date.min
        return day

    def _doubtful_hire(self) -> bool:
        """Whether the teacher's records may be from before a hire whose day is not known."""
        return not self.policy.counts_before_hire and any(
            event.name == "hired" and event.day is UNKNOWN for event in self.teacher.events
        )

    def _read(
        self,
        record: TrainingRecord,
        about_teacher: About,
        hired: date,
        *,
        doubtful: bool,
        about: tuple[Missing, ...] = (),
    ) -> None:
        first, last = self._booking(record)
        if first > self.as_of:
            self.skipped.append((record, "after_as_of"))
            return
        if last < hired or self.as_of < hired:
            self.skipped.append((record, "before_hire"))
            return
        first, last = max(first, hired), min(last, self.as_of)
        clipped = doubtful or (first, last) != self._booking(record)
        plan = self._plan(record, first, last, about_teacher)
        number = self.frame.cell(first)
        if clipped or number != self.frame.cell(last):
            whole = tuple(own for own, _ in plan.made)
            items = self._add_items(record, first, last, whole, doubtful=clipped, about=about)
        else:
            items = self._add_items(record, first, last, plan.slow) if plan.slow else ()
            for atom, amount in plan.fast:
                self._add(number, atom, amount)
        if self.traced:
            known = self.frame.straddling
            learnt = known.get((id(plan), number))
            if learnt is None:
                learnt = known[id(plan), number] = Learnt(plan, number)
            self.seen.append((first, record.id, record, learnt, items))

    def _booking(self, record: TrainingRecord) -> tuple[date, date]:
        """Return the days among which a record is booked, by the rule the policy names."""
        first, last = record.day, record.last_day
        if first is None:
            span = record.booking_span
            return (span.start, span.last_day)
        if last is None or self.policy.booking is Booking.FIRST_DAY:
            return (first, first)
        return (last, last) if self.policy.booking is Booking.LAST_DAY else (first, last)

    def _plan(self, record: TrainingRecord, first: date, last: date, about: About) -> Plan:
        """Return what a record makes that is booked on a day from *first* to *last*."""
        owner, eras = about
        reader, plans = self.reader, self.memory.plans
        when: object = (bisect_right(eras, first), bisect_right(eras, last))
        if reader.reads_day:
            when = (first, last, when)
        key = (reader.key(record), owner, when)
        plan = plans.get(key)
        if plan is None:
            plan = plans[key] = reader.plan(record, first, last, self, self.memory)
        return plan

    def _learnt(self, plan: Plan, number: int) -> Learnt:
        """Return where a plan's amounts go in a cell."""
        lanes = 0
        others: list[tuple[int, Reach]] = []
        for atom, amount in plan.fast:
            for slot in self._slots_for(atom, number):
                if isinstance(amount, int) and 0 <= amount <= LANE_AMOUNT:
                    lanes += amount << (slot * LANE)
                else:
                    others.append((slot, amount))
        learnt = Learnt(plan, number, lanes=lanes, others=tuple(others))
        steps: list[CompiledRewrite | CompiledPool]
        steps = [*self.prepared.rewrites, *self.prepared.pools]
        learnt.groups = tuple(
            (step.bit, *times)
            for step in steps
            for own in plan.slow
            if own.maybe & step.bit and (times := self._times(step.clause.by, number)) is not None
        )
        if plan.slow and not self.open:
            learnt.alone = self._alone(plan, number)
        return learnt

    def _times(self, by: tuple[Key, ...], number: int) -> tuple[object, ...] | None:
        """Return what the days of a cell tell of a group; None where each record is its own."""
        if "record" in by:
            return None
        day = self.frame.start(number)
        return tuple(
            cell_start(self, key, day)
            for key in by
            if not isinstance(key, str) and not (isinstance(key, Calendar) and key.daily)
        )

    def _alone(self, plan: Plan, number: int) -> int | None:
        """Return what entries come to that are alone in every group, if for everybody the same."""
        prepared, lanes = self.prepared, 0
        steps: list[CompiledRewrite | CompiledPool] = [*prepared.rewrites, *prepared.pools]
        for own in plan.slow:
            apart = own.maybe & (prepared.limited | prepared.listed)
            if own.atom is None or apart or own.account in prepared.apart_accounts:
                return None
            if not all(step.leaves(self, own.low) for step in steps if own.maybe & step.bit):
                return None
            amount = whole_or_fraction(cast("Exact", own.low) * self.scale)
            if not (isinstance(amount, int) and 0 <= amount <= LANE_AMOUNT):
                return None
            for slot in self._slots_for(own.atom, number):
                lanes += amount << (slot * LANE)
        return lanes

    def _slots_for(self, atom: int, number: int) -> tuple[int, ...]:
        totals = self.prepared.totals[self.memory.accounts[atom]]
        found = totals.slots_for(self, atom, number)
        self.slots.extend([0] * (self.frame.routes.slots - len(self.slots)))
        return found

    def _add(self, number: int, atom: int, amount: Reach) -> None:
        """Add a whole amount to every sum it belongs to."""
        known = self.frame.slots_of[number]
        slots = known.get(atom)
        if slots is None:
            slots = known[atom] = self._slots_for(atom, number)
        for slot in slots:
            self.slots[slot] += amount

    def _add_items(
        self,
        record: TrainingRecord,
        first: date,
        last: date,
        made: tuple[Made, ...],
        *,
        doubtful: bool = False,
        about: tuple[Missing, ...] = (),
    ) -> tuple[Item, ...]:
        """Add entries as items; a doubtful one may lie outside the days that count."""
        before = len(self.items)
        days: tuple[Missing, ...] = ()
        if record.status == "pending":
            about += (Missing("status", record.id, "pending"),)
        if doubtful or first != last:
            days = self._days_missing(record)
            if doubtful and self.hire_untold:
                about += (Missing("hired"),)
            if doubtful:
                about += days  # it may lie outside the days that count
        for own in made:
            missing = about
            if own.missing:
                missing += tuple(
                    one if one.record is None else Missing(one.fact, record.id, one.kind)
                    for one in own.missing
                )
            keys = own.keys
            names = self.prepared.keys[own.account]
            if self.prepared.by_record[own.account]:
                # The plan is shared by records alike; each is a group of its own here.
                keys = tuple(
                    record.id if name == "record" else value
                    for name, value in zip(names, keys, strict=True)
                )
            if days and self.reader.by_day and own.atom is None:
                missing += days  # what it earns may depend on its day
            if own.atom is None and UNKNOWN in keys:
                missing += tuple(
                    Missing(name, record.id)
                    for name, value in zip(names, keys, strict=True)
                    if value is UNKNOWN
                )
            self.items.append(
                Item(
                    record.id,
                    record,
                    own.account,
                    first,
                    last,
                    exists=own.exists and not doubtful,
                    low=own.low,
                    high=own.high,
                    sure=own.sure,
                    maybe=own.maybe,
                    keys=keys,
                    missing=missing,
                    source=own.rule,
                    tags=own.tags,
                    atom=own.atom,
                    days=days,
                    selecting=tuple(
                        (bit, tuple(_of_record(one, record) for one in facts))
                        for bit, facts in own.selecting
                    ),
                )
            )
        return tuple(self.items[before:])

    def _regroup(self) -> None:
        """Apply rewrites and pools, then put what is certain by now into the cells."""
        if len(self.items) > 1:
            self.items.sort(key=_by_days)
        for rewrite in self.prepared.rewrites:
            rewrite_items(self, rewrite, self.items)
        for pool in self.prepared.pools:
            self.items.extend(pool_items(self, pool, self.items))
        self.all_items = self.items
        kept: list[Item] = []
        prepared, memory = self.prepared, self.memory
        for item in self.items:
            stays = (
                not item.certain
                or item.maybe & prepared.listed
                or item.account in prepared.apart_accounts
                or NONE in item.keys
                or item.growing
                or item.rising
            )
            if stays:
                kept.append(item)
                self.loose |= item.maybe
                continue
            amount = whole_or_fraction(item.low * self.scale)  # type: ignore[operator]  # bounded
            atom = item.atom
            if atom is None:
                atom = memory.atom(item.account, item.sure, item.keys)
            self._add(self.frame.cell(item.first), atom, amount)
        self.items = kept

    def pool_item(
        self,
        step: CompiledPool,
        item_id: str,
        first: date,
        last: date,
        *,
        amount: Reach,
        exists: bool,
        missing: tuple[Missing, ...],
        days: tuple[Missing, ...],
        evidence: tuple[str, ...],
    ) -> Item:
        """Return the entry that a pool makes."""
        bits = step.bits
        if bits is None:
            bits = self.prepared.pool_bits(step, self.teacher, first, last)
        item = Item(
            item_id,
            None,
            step.to,
            first,
            last,
            exists=exists,
            low=amount,
            high=amount,
            sure=bits[0],
            maybe=bits[1],
            keys=tuple(NONE for _ in self.prepared.keys[step.to]),
            missing=(*missing, *bits[2]),
            source=step.clause,
            tags=step.clause.tags,
            days=days,
        )
        item.evidence = evidence
        return item

    # requirements --------------------------------------------------------------------------

    def known_sum(self, part: Part | Missing | None, bit: int) -> Reach | None:
        """Return what a selection comes to in a part of time, None where that takes more."""
        if part is None or isinstance(part, Missing) or self.loose & bit:
            return None
        if part.open_later if self.final else part.open_now:
            return None
        slots = self.slots
        amount: Reach = 0
        for slot, _, limit in part.sums[bit]:
            own = slots[slot]
            if limit is FREE:
                amount += own
            elif limit is NESTED:
                return None
            else:
                amount += limit if limit < own else own  # noqa: FURB136 - a call takes longer
        return amount

    def judge(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Return every requirement judged by what there is so far, and by what may come."""
        rows = self.judge_once()
        tried = self.prepared.reads_stage_again and self.teacher.stage is None
        if tried and any(row[0] not in DECIDED for row in (*rows[0], *rows[1])):
            return self._stage_by_stage(rows)
        return rows

    def _stage_by_stage(self, rows: tuple[Rows, Rows]) -> tuple[Rows, Rows]:
        """
        Return rows that allow only what some stage of schooling allows.

        A fact read in several places is one fact: "primary and A, or secondary and B" is met
        if both A and B are. It is tried for the one closed vocabulary, a stage not known at all.
        """
        narrowed: list[Rows] = []
        tried = [
            Run(
                self.prepared,
                attrs.evolve(self.teacher, stage=stage),
                self.transcript,
                self.frame,
                self.memory,
                as_of=self.as_of,
            ).judge_once()
            for stage in (*Stage, NONE)
        ]
        for end in (0, 1):
            masks = [0] * len(rows[end])
            for one in tried:
                for number, row in enumerate(one[end]):
                    masks[number] |= row[0]
            narrowed.append(
                tuple(
                    (row[0] & mask, row[1], row[2], row[3])
                    for row, mask in zip(rows[end], masks, strict=True)
                )
            )
        return narrowed[0], narrowed[1]

    def judge_once(self) -> tuple[Rows, Rows]:
        """Return every requirement judged, as `judge` does, a stage not known left at that."""
        self.final = False
        # Another audit in the same frame may have found new slots since this one was gathered.
        self.slots.extend([0] * (self.frame.routes.slots - len(self.slots)))
        context = self.context()  # whatever looks elsewhere looks back again when it is done
        so_far = tuple([self._row(own, context) for own in self.prepared.requirements])
        if not self.open:
            return so_far, so_far
        self.final = True
        final = tuple([self._row(own, context) for own in self.prepared.requirements])
        self.final = False
        return so_far, final

    def context(self) -> Context:
        """Return a context that looks at the whole cycle."""
        frame = self.frame
        context = Context(self.teacher, self.as_of, self.as_of, run=self)
        cycle = frame.cycle
        if cycle is None or isinstance(cycle, Missing):
            context.enter(frame.always, cycle)
        else:
            context.enter(cycle, cycle)
        return context

    def _row(self, own: CompiledRequirement, context: Context) -> Row:
        if own.plain:
            node = own.needs(context)
            mask = node[1]
            basis = "not applicable" if mask == NOT_APPLICABLE else "counted"
            return (mask, basis, node, _NOT_ASKED)
        asked = own.applies and own.applies(context)
        exempt = own.exempt and own.exempt(context)
        deemed = own.deemed and own.deemed(context)
        node = own.needs(context)
        mask, basis = node[1], "counted"
        in_force = own.in_force(self, node)
        if not in_force:
            return (NOT_APPLICABLE, "not in force", node, (asked, exempt, deemed))
        if deemed is not None and deemed[1] & MET:
            mask, basis = (MET, "deemed") if deemed[1] == MET else (mask | MET, basis)
        if exempt is not None and exempt[1] & MET:
            mask, basis = (MET, "exempt") if exempt[1] == MET else (mask | MET, basis)
        if asked is not None:
            if not asked[1] & MET:
                mask, basis = NOT_APPLICABLE, "not applicable"
            elif asked[1] & (UNMET | NOT_APPLICABLE):
                mask |= NOT_APPLICABLE
        if in_force != MET:
            mask |= NOT_APPLICABLE
        if mask == NOT_APPLICABLE and basis == "counted":
            basis = "not applicable"
        return (mask, basis, node, (asked, exempt, deemed))

    def unscaled(self, amount: Reach) -> Reach:
        """Return the exact number that a whole amount inside stands for."""
        return self.memory.numbers[amount]

    def figure(self, name: str, context: Context) -> Range | None:
        """Return the value of a figure, the same wherever it is read in this audit."""
        key = (name, self.final)
        found = self._figures.get(key)
        if found is None:
            own = self.context()
            value = self.prepared.figure_function(name)(own)
            found = self._figures[key] = (value, tuple(own.missing))
        context.missing.extend(found[1])
        return found[0]

    def limit(self, node: tuple[int, tuple[object, ...], date | None]) -> Limit:
        """Return the least and the most that a ceiling allows to one of its groups."""
        limits = self.frame.limits
        found = limits.get(node) or self._limits.get(node)
        if found is None:
            number, _, start = node
            if not self.prepared.ceilings[number].same_for_all:
                limits = self._limits
            found = limits[node] = self._limit(number, start)
        return found

    def allowed(self, node: tuple[int, tuple[object, ...], date | None], end: int) -> Reach:
        """Return the least that a ceiling allows to one of its groups, or the most."""
        limit = self.limit(node)
        return limit.high if end else limit.low

    def _limit(self, number: int, start: date | None) -> Limit:
        own = self.prepared.ceilings[number]
        span = own.clause.in_force or self.policy.in_force
        day = start or self.as_of
        untold = isinstance(self.frame.cycle, Missing) and own.by_cycle
        if span is not None and day not in span and not untold:
            return Limit(UNBOUNDED, UNBOUNDED)
        context = self.context()
        context.dated = (date.min, date.max) if untold else (day, day)
        value = own.limit(context)
        if value is None:
            return Limit(UNBOUNDED, UNBOUNDED)
        low, high, sure = value
        # While the cycle is not told, what is one group here may be several, each with a limit.
        most = self._whole(high) if sure and not untold else UNBOUNDED
        missing = dict.fromkeys(context.missing)
        if untold:
            missing.update(dict.fromkeys(self.frame.untold(cast("Missing", self.frame.cycle))))
        return Limit(self._whole(low), most, tuple(missing))

    def _whole(self, limit: Reach) -> Reach:
        if isinstance(limit, Unbounded):
            return limit if limit is UNBOUNDED else 0
        return max(limit, 0) * self.scale

    # what an explanation asks for --------------------------------------------------------------

    def read_on(self, record: TrainingRecord) -> tuple[date, date]:
        """Return the days among which a record was read."""
        first, last = self._booking(record)
        return max(first, self.hired), min(last, self.as_of)

    def in_scope(self, item: Item) -> bool | None:
        """Return whether an item surely lies in some window of the audit; None: surely in none."""
        frame = self.frame
        numbers = range(frame.cell(item.first), frame.cell(item.last) + 1)
        inside = [frame.in_scope(number) for number in numbers]
        if all(inside):
            return True
        parts = self.prepared.parts(frame)
        untold = any(isinstance(part, Missing) for part in parts)
        return False if untold or any(inside) else None

    def part_of(self, form: Form, node: Node) -> Part | None:
        """Return the part of time that a node looks at: its total's own, or the one around it."""
        found = self.window_of(form, node)
        return found if isinstance(found, Part) else None

    def window_of(self, form: Form, node: Node) -> Part | Missing | None:
        """Return the part of time that a node looks at, or what is missing to tell it."""
        own = {part.over for part in walk(form) if isinstance(part, Total) and part.over}
        if isinstance(form, Compare | Exclusive) and len(own) == 1:
            return self.frame.window(own.pop())
        if isinstance(form, Each) and form.over is not None:
            return self.frame.window(form.over)
        around = node[5]
        if around is self.frame.always and self.policy.cycle is not None:
            return self.frame.cycle
        return around if isinstance(around, Part) else None

    def missing_of(
        self, node: Node, mask: int, requirement: Requirement | None
    ) -> tuple[Missing, ...]:
        """Return the facts behind an undecided node, and behind for whom it is."""
        if mask in DECIDED:
            return ()
        if requirement is None:
            return node[6]
        rows = zip(self.prepared.requirements, self.judge()[0], strict=True)
        own, row = next(pair for pair in rows if pair[0].requirement is requirement)
        missing = [one for part in (*row[3], node) if part is not None for one in part[6]]
        window = self.window_of(requirement.needs, node)
        if isinstance(window, Missing) and own.timed:
            missing.append(window)  # whether it was in force then
        return tuple(dict.fromkeys(missing))

    def records_of(self, totals: list[Total], node: Node) -> tuple[str, ...]:
        """Return the ids of the records that totals in a node read, in order of their days."""
        found: dict[str, date] = {}
        for form in totals:
            part = self.part_of(form, node)
            bit, account = self.prepared.bit_of(form)
            for first, last, own, ids in self._entries_of(account, bit):
                if part is None or part.window.touches(first, last):
                    for record_id in ids:
                        found.setdefault(record_id, own)
        return tuple(sorted(found, key=lambda record_id: (found[record_id], record_id)))

    def presumed_of(self, record_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of the presumptions that records rest on, in order of their days."""
        plans = {name: learnt.plan for _, name, _, learnt, _ in self.seen}
        return tuple(dict.fromkeys(one for name in record_ids for one in plans[name].presumed))

    def _entries_of(
        self, account: int, bit: int
    ) -> Iterator[tuple[date, date, date, tuple[str, ...]]]:
        """Yield the days and records of the entries that a selection takes, or may take."""
        for first, _, record, learnt, items in self.seen:
            made = learnt.plan.made
            if len(items) < len(made):
                for own, atom in made:
                    if (
                        (atom is not None or not items)
                        and own.account == account
                        and own.maybe & bit
                    ):
                        yield first, first, first, (record.id,)
        for item in self.all_items:
            if item.account == account and item.maybe & bit:
                yield item.first, item.last, item.first, item.evidence or (item.id,)
