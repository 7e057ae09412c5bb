"""Recognition: from a record to the entries it makes, remembered for records alike."""

from __future__ import annotations

from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from teachtrain.models import NONE, UNKNOWN, Status, Unbounded
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.models._records import MISSING_MEANS
from teachtrain.rules._conditions import Selection
from teachtrain.rules._context import Context, Missing, presumed_value
from teachtrain.rules._policy import RecognitionRule
from teachtrain.rules._quantities import Dated, Fact, FigureValue, Total, Years
from teachtrain.rules._verdicts import EITHER, MET
from teachtrain.rules._walk import forms_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from teachtrain.models import Exact, Span, TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Presumptions, Range
    from teachtrain.rules._evaluate import ConditionFunction, QuantityFunction
    from teachtrain.rules._policy import Clause, Policy
    from teachtrain.rules._run import Run
    from teachtrain.rules._walk import Form

__all__ = ["Made", "Memory", "Plan", "Reader", "Target"]


class Target(NamedTuple):
    """A selection over an account that something counts, and the bit that stands for it."""

    account: int
    bit: int
    test: ConditionFunction


class CompiledRule(NamedTuple):
    """A recognition rule with its functions."""

    rule: RecognitionRule
    when: ConditionFunction
    posts: tuple[tuple[int, QuantityFunction, frozenset[str]], ...]
    in_force: Span | None


Selecting: TypeAlias = "tuple[tuple[int, tuple[Missing, ...]], ...]"
"""By the bit of a target, what is missing to tell whether it selects an entry."""


class Made(NamedTuple):
    """
    One entry that a record makes, or may make.

    Attributes:
        account: Number of the account.
        low: The least it earns, if it is there.
        high: The most it earns.
        exists: Whether it is surely there.
        sure: Bits of the targets that surely select it.
        maybe: Bits of the targets that may select it.
        keys: Values of the fields that tell groups apart in its account.
        rule: The rule that made it.
        tags: Tags it bears.
        missing: What is not known of it.
        selecting: By the bit of a target, what is missing to tell whether it selects it.
        atom: Its atom, if all is known of it.
    """

    account: int
    low: Reach
    high: Reach
    exists: bool
    sure: int
    maybe: int
    keys: tuple[object, ...]
    rule: RecognitionRule
    tags: frozenset[str]
    missing: tuple[Missing, ...]
    selecting: Selecting = ()
    atom: int | None = None


class Plan(NamedTuple):
    """
    What every record with the same facts makes.

    Attributes:
        fast: Atom and whole amount of each entry that is certain and stands by itself.
        slow: The entries that are not.
        made: All entries, each with its atom if it is among the fast ones.
        rules: The rules that may have decided; None stands for no rule.
        presumed: Ids of the presumptions that were used.
        missing: Facts that left it open which rule decides.
    """

    fast: tuple[tuple[int, Reach], ...]
    slow: tuple[Made, ...]
    made: tuple[tuple[Made, int | None], ...]
    rules: tuple[RecognitionRule | None, ...]
    presumed: tuple[str, ...]
    missing: tuple[str, ...]


class Numbers(dict["Reach", "Reach"]):
    """The exact numbers that whole amounts inside stand for, worked out when asked for."""

    __slots__ = ("_scale",)

    def __init__(self, scale: int) -> None:
        super().__init__()
        self._scale = scale

    def __missing__(self, amount: Reach) -> Reach:
        if isinstance(amount, Unbounded):
            return amount
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[amount] = whole_or_fraction(Fraction(amount) / self._scale)
        return found


class Memory:
    """What a prepared policy remembers between teachers; it can be thrown away at any time."""

    __slots__ = (
        "accounts",
        "atoms",
        "frames",
        "keys",
        "masks",
        "numbers",
        "owners",
        "plans",
    )

    def __init__(self, scale: int) -> None:
        self.plans: dict[object, Plan] = {}
        self.atoms: dict[tuple[int, int, tuple[object, ...]], int] = {}
        self.masks: list[int] = []
        self.accounts: list[int] = []
        self.keys: list[tuple[object, ...]] = []
        self.frames: dict[object, object] = {}
        self.owners: dict[object, int] = {}
        self.numbers = Numbers(scale)

    def atom(self, account: int, mask: int, keys: tuple[object, ...]) -> int:
        """Return the number of the atom: entries of one account that every rule treats alike."""
        name = (account, mask, keys)
        found = self.atoms.get(name)
        if found is None:
            found = self.atoms[name] = len(self.masks)
            self.masks.append(mask)
            self.accounts.append(account)
            self.keys.append(keys)
        return found


_ALWAYS_READ: Final = ("status", "hours")
_REMEMBERED: Final = 20_000


class Reader:
    """Reads records by a policy's recognition."""

    def __init__(
        self,
        policy: Policy,
        rules: tuple[CompiledRule, ...],
        targets: tuple[Target, ...],
        keys: tuple[tuple[str, ...], ...],
        *,
        scale: int,
        apart: int,
        apart_accounts: frozenset[int],
    ) -> None:
        """
        Make ready to read.

        Args:
            policy: The policy.
            rules: Its compiled recognition rules.
            targets: All selections that something counts.
            keys: By account, the fields that tell groups apart.
            scale: What amounts are multiplied by to be whole numbers inside.
            apart: Bits of targets whose entries must stay apart from each other.
            apart_accounts: Accounts of which every entry must.
        """
        self._policy = policy
        self._listed = [own for own in rules if not own.rule.stacking]
        self._stacking = [own for own in rules if own.rule.stacking]
        self._targets = targets
        self._keys = keys
        self._scale = scale
        self._apart = apart
        self._apart_accounts = apart_accounts
        read = _Read(policy, keys)
        self.figures = read.figures
        self.teacher_facts = read.teacher_facts
        self.teacher_events = read.teacher_events
        self.epochs = read.epochs
        self.reads_day = read.day
        self.by_day = bool(read.day or read.epochs or read.teacher_facts)
        self.key: Callable[[TrainingRecord], object] = attrgetter(*read.fields)

    def remember(self, memory: Memory) -> bool:
        """Whether *memory* still has room."""
        return len(memory.plans) < _REMEMBERED

    def presumptions(self, first: date, last: date) -> Presumptions:
        """Return what silence means on every day from *first* to *last*, by `Presumption.key`."""
        return {
            own.key: own
            for own in self._policy.presumptions
            if (span := own.in_force or self._policy.in_force) is None
            or (first in span and last in span)
        }

    def context(self, record: TrainingRecord, first: date, last: date, run: Run) -> Context:
        """Return where a record is read that is booked on a day from *first* to *last*."""
        presumptions = self.presumptions(first, last)
        return Context(run.teacher, first, last, run=run, record=record, presumptions=presumptions)

    def plan(
        self, record: TrainingRecord, first: date, last: date, run: Run, memory: Memory
    ) -> Plan:
        """Return what a record makes that is booked on a day from *first* to *last*."""
        context = self.context(record, first, last, run)
        possible, entries, unsure = self._first_match(context)
        for entry in entries:
            entry.missing += unsure
        for own in self._stacking:
            mark = len(context.missing)
            chance = self._chance(own, context)
            if chance:
                possible.append(own.rule)
                behind = tuple(context.missing[mark:]) if chance != MET else ()
                for entry in self._posted([(own, True)], context, decided=chance == MET):
                    entry.missing += behind
                    entries.append(entry)
        pending = record.status is Status.PENDING
        fast: list[tuple[int, Reach]] = []
        slow: list[Made] = []
        made: list[tuple[Made, int | None]] = []
        for entry in entries:
            one = self._made(entry, context, pending=pending)
            certain = one.exists and one.low == one.high and one.sure == one.maybe
            alone = not one.maybe & self._apart and one.account not in self._apart_accounts
            grouped = UNKNOWN not in one.keys and NONE not in one.keys
            if certain and grouped:
                one = one._replace(atom=memory.atom(one.account, one.sure, one.keys))
            if certain and grouped and alone:
                # Both ends are equal, so neither is unbounded.
                amount = whole_or_fraction(cast("Exact", one.low) * self._scale)
                fast.append((cast("int", one.atom), amount))
                made.append((one, one.atom))
            else:
                slow.append(one)
                made.append((one, None))
        return Plan(
            tuple(fast),
            tuple(slow),
            tuple(made),
            tuple(possible),
            tuple(dict.fromkeys(context.presumed)),
            tuple(dict.fromkeys(one.fact for one in unsure)),
        )

    def _first_match(
        self, context: Context
    ) -> tuple[list[RecognitionRule | None], list[_Entry], tuple[Missing, ...]]:
        candidates: list[tuple[CompiledRule, bool]] = []
        missing: list[Missing] = []
        decided = False
        for own in self._listed:
            mark = len(context.missing)
            chance = self._chance(own, context)
            if chance != MET and chance:
                missing.extend(context.missing[mark:])
            if chance:
                candidates.append((own, chance == MET))
            if chance == MET:
                decided = True
                break
        possible: list[RecognitionRule | None] = [own.rule for own, _ in candidates]
        if not decided:
            possible.append(None)
        posted = self._posted(candidates, context, decided=decided)
        return possible, posted, tuple(dict.fromkeys(missing))

    def _chance(self, own: CompiledRule, context: Context) -> int:
        """Return `MET` if a rule surely takes the record, 0 if not, `EITHER` if it may."""
        holds = MET
        if own.in_force is not None:
            inside = (context.first in own.in_force, context.last in own.in_force)
            straddles = context.first < own.in_force.start and context.last >= own.in_force.end
            if not any(inside) and not straddles:
                return 0
            holds = MET if all(inside) else EITHER
        mask = own.when(context)[1]
        if not mask & MET:
            return 0
        if mask != MET:
            holds = EITHER
        for _, amount, _ in own.posts:
            value = amount(context)
            if value is None:
                return 0
            if not value[2]:
                holds = EITHER
        return holds

    def _posted(
        self, candidates: list[tuple[CompiledRule, bool]], context: Context, *, decided: bool
    ) -> list[_Entry]:
        """Return the entries of the rules that may decide: by account, the hull over them."""
        slots: dict[tuple[int, int], _Entry] = {}
        for own, _ in candidates:
            used: dict[int, int] = {}
            for account, amount, tags in own.posts:
                place = used[account] = used.get(account, -1) + 1
                mark = len(context.missing)
                value = amount(context)
                unknown = tuple(context.missing[mark:])
                if value is None:
                    continue
                slot = slots.get((account, place))
                if slot is None:
                    slots[account, place] = _Entry(account, own.rule, value, tags, unknown)
                else:
                    slot.join(value, tags, unknown)
        for slot in slots.values():
            slot.exists = decided and slot.times == len(candidates)
        return list(slots.values())

    def _made(self, entry: _Entry, context: Context, *, pending: bool) -> Made:
        sure, maybe = -1, 0
        selecting: list[tuple[int, tuple[Missing, ...]]] = []
        for tags in dict.fromkeys(entry.tags):
            context.entry_tags = tags
            own_sure = own_maybe = 0
            for target in self._targets:
                if target.account == entry.account:
                    node = target.test(context)
                    mask = node[1]
                    own_sure |= target.bit if mask == MET else 0
                    own_maybe |= target.bit if mask & MET else 0
                    if mask != MET and mask & MET:
                        selecting.append((target.bit, node[6]))
            sure &= own_sure
            maybe |= own_maybe
        low, high = max(entry.value[0], 0), max(entry.value[1], 0)
        keys = tuple(
            self.key_value(context.record, name, context.presumptions)
            for name in self._keys[entry.account]
        )
        return Made(
            entry.account,
            low,
            high,
            entry.exists and not pending,
            sure,
            maybe,
            keys,
            entry.rule,
            entry.tags[0],
            tuple(dict.fromkeys(entry.missing)),
            tuple(selecting),
        )

    def key_value(
        self,
        record: TrainingRecord | None,
        name: str,
        presumptions: Presumptions,
    ) -> object:
        """Return the value by which a record is grouped; `UNKNOWN` or `NONE` where it has none."""
        if record is None:
            return NONE
        if name == "record":
            return record.id
        value: object = getattr(record, name)
        if value is None:
            value = MISSING_MEANS[name]
        if value is UNKNOWN:
            own = presumptions.get((name, False))
            return UNKNOWN if own is None else presumed_value(own)
        return NONE if value == frozenset() else value


class _Entry:
    """An entry in the making: the hull over the rules that may make it."""

    __slots__ = ("account", "exists", "missing", "rule", "tags", "times", "value")

    def __init__(
        self,
        account: int,
        rule: RecognitionRule,
        value: Range,
        tags: frozenset[str],
        missing: tuple[Missing, ...],
    ) -> None:
        self.account = account
        self.rule = rule
        self.value = value
        self.tags = [tags]
        self.times = 1
        self.missing = missing
        self.exists = False

    def join(self, value: Range, tags: frozenset[str], missing: tuple[Missing, ...]) -> None:
        self.value = (min(self.value[0], value[0]), max(self.value[1], value[1]), True)
        self.tags.append(tags)
        self.times += 1
        self.missing += missing


class _Read:
    """What a policy's recognition and selections read, of the record and of the teacher."""

    def __init__(self, policy: Policy, keys: tuple[tuple[str, ...], ...]) -> None:
        fields: set[str] = set(_ALWAYS_READ)
        fields.update(name for own in keys for name in own if name != "record")
        self.figures = False
        self.day = False
        epochs: set[date] = set()
        teacher_facts: set[str] = set()
        teacher_events: set[str] = set()
        for clause in policy.clauses():
            span = clause.in_force or policy.in_force
            if span is not None:
                epochs.update((span.start, span.end))
            for form in _reading(clause):
                match form:
                    case Fact(of="record", name="day", local=False):
                        self.day = True
                    case Fact(of="record", name=name):
                        fields.add("local" if form.local else name)
                    case Fact(of="teacher", name=name):
                        teacher_facts.add(name)
                        teacher_events.update({form.event} - {""})
                    case Fact(of="event", name=name):
                        teacher_events.add(name)
                    case Years(event=event):
                        self.day = True
                        teacher_events.add(event)
                    case FigureValue():
                        self.figures = True
                    case Dated(values=values):
                        epochs.update(day for day, _ in values)
                    case _:
                        pass
        fields.update("local" if own.fact.local else own.fact.name for own in policy.presumptions)
        self.fields = sorted(fields)
        self.epochs = tuple(sorted(epochs))
        self.teacher_facts = tuple(sorted(teacher_facts))
        self.teacher_events = tuple(sorted(teacher_events))


def _reading(clause: Clause) -> Iterator[Form]:
    """Yield the forms of a clause that look at a record."""
    for form in forms_of(clause):
        if isinstance(clause, RecognitionRule) or isinstance(form, Selection):
            yield from walk(form)
            continue
        for part in walk(form):
            if isinstance(part, Total) and part.of is not None:
                yield from walk(part.of)
