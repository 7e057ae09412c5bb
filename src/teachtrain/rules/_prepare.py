"""A policy made ready once, to audit many."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Final, NamedTuple

from teachtrain.errors import InvalidTypeError
from teachtrain.models import Amount, Calendar, Span, Teacher, Transcript, Unbounded
from teachtrain.models._calendar import plain_date
from teachtrain.models._quantities import DATE, whole_or_fraction
from teachtrain.models._vocabulary import brief
from teachtrain.rules._build import comparisons_of
from teachtrain.rules._conditions import Compare, Each, Exclusive, Selection, sum_of
from teachtrain.rules._context import Context, Missing
from teachtrain.rules._evaluate import condition, quantity
from teachtrain.rules._exclusive import Demands
from teachtrain.rules._frame import Frame, Part
from teachtrain.rules._items import CompiledPool, CompiledRewrite, GroupValue
from teachtrain.rules._policy import Policy
from teachtrain.rules._quantities import (
    CyclePart,
    Dated,
    Days,
    Fact,
    Literal,
    Measure,
    Total,
    WindowOf,
)
from teachtrain.rules._recognise import CompiledRule, Memory, Reader, Target
from teachtrain.rules._relations import disjoint, families, implies, refines
from teachtrain.rules._run import Run
from teachtrain.rules._totals import CompiledCeiling, Totals
from teachtrain.rules._verdicts import EITHER, MET
from teachtrain.rules._walk import all_forms, depends_on_person, forms_of, parts_of, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teachtrain.models import Span, Unit
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._audit import Audit
    from teachtrain.rules._evaluate import ConditionFunction, Node, QuantityFunction
    from teachtrain.rules._judgement import Judgement
    from teachtrain.rules._policy import Ceiling, Pool, Requirement, Rewrite
    from teachtrain.rules._quantities import WindowForm
    from teachtrain.rules._walk import Form

__all__ = ["CompiledRequirement", "Prepared", "prepare"]

_FINENESS: Final = 300
"""Halves, thirds, tenths and hundredths are whole numbers of this inside; others stay exact."""

_COUNTED: Final = (Measure.COUNT, Measure.LARGEST, Measure.DISTINCT, Measure.LARGEST_GROUP)


class Amounts(dict["Reach", Amount]):
    """The amounts in one unit, by the number that stands for them inside, made when asked for."""

    __slots__ = ("_scale", "_unit")

    def __init__(self, unit: Unit, scale: int) -> None:
        super().__init__()
        self._unit = unit
        self._scale = scale

    def __missing__(self, value: Reach) -> Amount:
        if len(self) > _AMOUNTS:
            self.clear()
        found = self[value] = self.between(value, value)
        return found

    def between(self, low: Reach, high: Reach) -> Amount:
        """Return the amount from *low* to *high*."""
        return Amount(unscaled(low, self._scale), unscaled(high, self._scale), self._unit)


class Comparison(NamedTuple):
    """
    How the amounts of a comparison are shown.

    Attributes:
        required: The threshold, where it is a literal amount.
        amounts: What makes amounts of its numbers; None where they stand for days.
        at_most: Whether its right side is a limit, not a need.
    """

    required: Amount | None
    amounts: Amounts | None
    at_most: bool


class CompiledRequirement:
    """
    A requirement with the functions of its conditions.

    Attributes:
        plain: Whether it is asked of everybody, always, and in one way.
        timed: Whether it is in force for some time only.
    """

    __slots__ = ("_span", "applies", "deemed", "exempt", "needs", "plain", "requirement", "timed")

    def __init__(self, requirement: Requirement, policy: Policy, bind: Prepared) -> None:
        self.requirement = requirement
        self.needs = condition(requirement.needs, bind)
        self.applies = _optional(requirement.applies, bind)
        self.exempt = _optional(requirement.exempt, bind)
        self.deemed = _optional(requirement.deemed, bind)
        self._span: Span | None = requirement.in_force or policy.in_force
        self.timed = self._span is not None
        asked = (self._span, self.applies, self.exempt, self.deemed)
        self.plain = all(own is None for own in asked)

    def in_force(self, run: Run, node: Node) -> int:
        """Return `MET` if it holds on the last day of its window, at most `as_of`; 0 if not."""
        if self._span is None:
            return MET
        window = run.window_of(self.requirement.needs, node)
        if isinstance(window, Missing):
            always = self._span.start == date.min and run.frame.after <= self._span.end
            return MET if always else EITHER if self._span.start <= run.as_of else 0
        day = run.as_of
        if window is not None:
            day = window.dated[1] if run.final else window.read
        return MET if day in self._span else 0


def _optional(form: object, bind: Prepared) -> ConditionFunction | None:
    return None if form is None else condition(form, bind)  # type: ignore[arg-type]  # a condition


class Prepared:
    """
    A policy made ready: `audit` and `judge` as many teachers as there are.

    It remembers only what helps to read the next one faster. Give each thread its own.

    Attributes:
        policy: The policy.
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.account_ids = tuple(account.id for account in policy.accounts)
        self._bits: dict[tuple[int, Selection], int] = {}
        self._figures: dict[str, QuantityFunction] = {}
        self.whole_comparisons: set[int] = set()
        self.demands: dict[int, Demands] = {}
        self.keys = self._key_fields()
        forms = list(all_forms(policy))
        self.scale = lcm(
            _FINENESS,
            *(
                end.denominator
                for _, form in forms
                if isinstance(form, Literal)
                for end in (form.amount.low, form.amount.high)
                if not isinstance(end, Unbounded)
            ),
        )
        self._windows = tuple(
            dict.fromkeys(
                form.over
                for _, form in forms
                if isinstance(form, (Total, Each, Days)) and isinstance(form.over, (WindowOf, Span))
            )
        )
        self._calendars = tuple(
            dict.fromkeys(
                [form.calendar for _, form in forms if isinstance(form, Each)]
                + [
                    key
                    for keys in (
                        *(clause.by for clause in policy.ceilings),
                        *(clause.by for clause in policy.rewrites),
                        *(clause.by for clause in policy.pools),
                    )
                    for key in keys
                    if isinstance(key, (Calendar, CyclePart)) and not key.daily
                ]
            )
        )
        self.rewrites = tuple(self._rewrite(clause) for clause in policy.rewrites)
        self.pools = tuple(self._pool(clause) for clause in policy.pools)
        self.ceilings = tuple(
            CompiledCeiling(
                clause,
                self._bit(self._account(clause.account), clause.of),
                quantity(clause.limit, self),
                self.keys[self._account(clause.account)],
            )
            for clause in policy.ceilings
        )
        for _, form in forms:
            if isinstance(form, Total):
                self._bit(self._account(form.account), form.of)
        self.totals = tuple(self._totals(number) for number in range(len(policy.accounts)))
        self.listed = 0
        for _, form in forms:
            if isinstance(form, Total) and form.measure in _COUNTED:
                self.listed |= self._bit(self._account(form.account), form.of)
            if isinstance(form, Exclusive) and form.whole:
                self.listed |= self.bits_of(form)
        self.by_record = tuple("record" in own for own in self.keys)
        self.apart_accounts = frozenset(
            self._account(own.clause.account)
            for own in self.ceilings
            if own.daily or "record" in own.clause.by
        )
        self.requirements = tuple(
            CompiledRequirement(own, policy, self) for own in policy.requirements
        )
        stages = [
            form
            for _, form in forms
            if isinstance(form, Fact) and form.of == "teacher" and form.name == "stage"
        ]
        self.reads_stage_again = len(stages) > 1
        self.requirement_ids = tuple(own.id for own in policy.requirements)
        self.overall = tuple(
            number
            for number, own in enumerate(policy.requirements)
            if not policy.overall or own.id in policy.overall
        )
        self._targets = tuple(
            Target(account, bit, condition(selection, self))
            for (account, selection), bit in self._bits.items()
        )
        self.limited = 0
        for own in self.ceilings:
            self.limited |= own.bit
        self.reader = self._reader()
        self.pools = tuple(self._with_bits(pool) for pool in self.pools)
        self._event_windows = tuple(
            dict.fromkeys(
                edge.event
                for form in self._windows
                if isinstance(form, WindowOf)
                for edge in (form.start, form.end)
            )
        )
        cycle = policy.cycle
        if cycle is not None and cycle.since is not None:
            self._event_windows = (*dict.fromkeys((*self._event_windows, cycle.since)),)
        self._pauses = cycle is not None and bool(cycle.paused_by)
        self._asked = tuple(
            form
            for clause in (*policy.requirements, *policy.figures)
            for form in forms_of(clause)
            if any(isinstance(part, Total) for part in walk(form))
        )
        self._timeless = policy.cycle is None and not self._windows
        self._covering: dict[str, frozenset[int]] = {}
        self._points: dict[object, Amounts] = {}
        units = comparisons_of(policy)
        self.comparisons = {
            id(form): self._comparison(form, *units[id(form)])
            for _, form in forms
            if isinstance(form, Compare | Exclusive) and id(form) in units
        }
        self._memory = Memory(self.scale)

    # what a policy is made of ----------------------------------------------------------------

    def _account(self, account_id: str) -> int:
        return self.account_ids.index(account_id) if account_id else 0

    def _bit(self, account: int, selection: Selection | None) -> int:
        key = (account, Selection() if selection is None else selection)
        if key not in self._bits:
            self._bits[key] = 1 << len(self._bits)
        return self._bits[key]

    def _key_fields(self) -> tuple[tuple[str, ...], ...]:
        """Return, by account, the fields that ceilings and counts tell groups apart by."""
        fields: list[dict[str, None]] = [{} for _ in self.account_ids]
        for clause in self.policy.ceilings:
            own = fields[self._account(clause.account)]
            own.update((key, None) for key in clause.by if isinstance(key, str))
        for _, form in all_forms(self.policy):
            if isinstance(form, Total) and form.by:
                fields[self._account(form.account)][form.by] = None
        return tuple(tuple(own) for own in fields)

    def _rewrite(self, clause: Rewrite) -> CompiledRewrite:
        account = self._account(clause.account)
        value = GroupValue(clause.to, quantity(clause.to, self))
        return CompiledRewrite(
            clause,
            account,
            self._bit(account, clause.of),
            value,
            not any(isinstance(key, str) and key != "record" for key in clause.by),
            value.pure and not (clause.in_force or self.policy.in_force),
            0 if clause.side is None else self._bit(account, clause.side),
        )

    def _pool(self, clause: Pool) -> CompiledPool:
        account = self._account(clause.account)
        bit = self._bit(account, clause.of)
        value = GroupValue(clause.gives, quantity(clause.gives, self))
        return CompiledPool(
            clause,
            account,
            bit,
            value,
            self._account(clause.to),
            value.pure and not (clause.in_force or self.policy.in_force),
        )

    def _totals(self, account: int) -> Totals:
        own = [one for one in self.policy.ceilings if self._account(one.account) == account]
        grouped = families(own, self.policy.common_cycle)
        assert isinstance(grouped, list)
        numbers = {one.id: number for number, one in enumerate(self.policy.ceilings)}
        implied = {
            bit: frozenset(
                numbers[one.id]
                for one in own
                if implies(selection, one.of)
                and not self.ceilings[numbers[one.id]].fields
                and not self.ceilings[numbers[one.id]].daily
            )
            for (owner, selection), bit in self._bits.items()
            if owner == account
        }
        return Totals(
            account,
            tuple(tuple(numbers[one.id] for one in family) for family in grouped),
            self.ceilings,
            self.keys[account],
            implied,
        )

    def _reader(self) -> Reader:
        apart = self.listed
        for rewrite in self.rewrites:
            apart |= rewrite.bit
        for pool in self.pools:
            apart |= pool.bit
        return Reader(
            self.policy,
            tuple(
                CompiledRule(
                    rule,
                    condition(rule.when, self),
                    tuple(
                        (self._account(post.account), quantity(post.amount, self), post.tags)
                        for post in rule.posts
                    ),
                    rule.in_force or self.policy.in_force,
                )
                for rule in self.policy.recognition
            ),
            self._targets,
            self.keys,
            scale=self.scale,
            apart=apart,
            apart_accounts=self.apart_accounts,
        )

    # what forms ask for ----------------------------------------------------------------------

    def figure(self, name: str) -> QuantityFunction:
        """Return the function of a figure's value, shared within an audit."""

        def read(context: Context) -> tuple[object, object, bool] | None:
            assert context.run is not None
            return context.run.figure(name, context)

        return read  # type: ignore[return-value]  # a Range

    def figure_function(self, name: str) -> QuantityFunction:
        """Return the function that works a figure out."""
        if name not in self._figures:
            value = next(own.value for own in self.policy.figures if own.id == name)
            self._figures[name] = quantity(value, self)
        return self._figures[name]

    def total(self, form: Total) -> QuantityFunction:
        """Return the function of a total."""
        account = self._account(form.account)
        bit = self._bit(account, form.of)
        totals = self.totals[account]

        return totals.function(form, bit)

    def covering(self, step: CompiledRewrite) -> frozenset[int]:
        """
        Return the bits of the selections that take all that a rewrite's selection takes.

        None do where a later rewrite or a ceiling tells the members of its groups apart: what
        is shared out anew among them then changes what is left of them in all.
        """
        found = self._covering.get(step.clause.id)
        if found is None:
            found = self._covering[step.clause.id] = frozenset(
                bit
                for (account, selection), bit in self._bits.items()
                if account == step.account
                and implies(step.clause.of, selection)
                and not self._told_apart(step)
            )
        return found

    def _told_apart(self, step: CompiledRewrite) -> bool:
        """Whether a later rewrite or a ceiling treats members of one group differently."""
        place = self.rewrites.index(step)
        after = [own for own in self.rewrites[place + 1 :] if own.account == step.account]
        if not all(own.by_total for own in after):
            return True
        clauses: list[Rewrite | Ceiling] = [own.clause for own in after]
        clauses += [
            own for own in self.policy.ceilings if self._account(own.account) == step.account
        ]
        return not all(
            disjoint(step.clause.of, own.of)
            or (
                implies(step.clause.of, own.of)
                and refines(step.clause.by, own.by, self.policy.common_cycle)
            )
            for own in clauses
        )

    def in_whole_numbers(self, form: Compare) -> tuple[QuantityFunction, QuantityFunction] | None:
        """Return functions of a sum and a literal in the whole numbers used inside."""
        left, right = form.left, form.right
        if not (isinstance(left, Total) and left.measure is Measure.SUM):
            return None
        if not (isinstance(right, Literal) and right.amount.is_point):
            return None
        self.whole_comparisons.add(id(form))
        bit, account = self.bit_of(left)
        least = right.amount.value * self.scale
        needed = (least, least, True)
        return self.totals[account].whole(left, bit), lambda _: needed

    def _with_bits(self, step: CompiledPool) -> CompiledPool:
        """Return a pool that knows which selections take its entries, if always the same."""
        selections = [own for account, own in self._bits if account == step.to]
        if any(depends_on_person(own) or _reads_day(own) for own in selections):
            return step
        return step._replace(bits=self.pool_bits(step, Teacher("nobody"), date.min, date.min))

    def pool_bits(
        self, step: CompiledPool, teacher: Teacher, first: date, last: date
    ) -> tuple[int, int, tuple[Missing, ...]]:
        """Return the bits of the targets that surely and may take a pool's entry: no record."""
        context = Context(teacher, first, last, entry_tags=step.clause.tags)
        sure = maybe = 0
        for target in self._targets:
            if target.account == step.to:
                mask = target.test(context)[1]
                sure |= target.bit if mask == MET else 0
                maybe |= target.bit if mask & MET else 0
        return sure, maybe, tuple(context.missing) if sure != maybe else ()

    # audits ----------------------------------------------------------------------------------

    def run(
        self,
        teacher: Teacher,
        transcript: Transcript,
        *,
        as_of: date,
        cycle_of: date | None = None,
        traced: bool = False,
    ) -> Run:
        """Return one audit at work."""
        plain_date(as_of, where="as_of")
        _refuse_no_evidence(teacher, transcript)
        memory = self._memory
        if not self.reader.remember(memory):
            memory = self._memory = Memory(self.scale)
        frame = self._frame(teacher, transcript, as_of, cycle_of or as_of, memory)
        return Run(self, teacher, transcript, frame, memory, as_of=as_of, traced=traced)

    def _frame(
        self,
        teacher: Teacher,
        transcript: Transcript,
        as_of: date,
        cycle_of: date,
        memory: Memory,
    ) -> Frame:
        until = transcript.complete_until
        events = tuple(teacher.event(name) for name in self._event_windows if name != "as_of")
        cycle = self.policy.cycle
        lasts: object = None
        if cycle is not None and cycle.lengths is not None:
            timeline = teacher.fact(cycle.lengths[0])
            lasts = None if timeline is None else timeline.on(cycle_of)
        key = (as_of, until, cycle_of, events, teacher.employment if self._pauses else None, lasts)
        found = memory.frames.get(key)
        if found is None:
            if len(memory.frames) > _FRAMES:
                memory.frames.clear()
            found = memory.frames[key] = self._new_frame(teacher, as_of, until, cycle_of)
        assert isinstance(found, Frame)
        return found

    def _new_frame(
        self, teacher: Teacher, as_of: date, until: date | None, cycle_of: date
    ) -> Frame:
        frame = Frame(
            self.policy.cycle,
            self._windows,
            self._calendars,
            teacher,
            as_of=as_of,
            complete_until=until,
            cycle_of=cycle_of,
        )
        around = [frame.cycle] if isinstance(frame.cycle, Part) else []
        for form in self._asked:
            self._want(frame, form, around)
        return frame

    def _want(self, frame: Frame, form: Form, around: list[Part]) -> None:
        """Keep, for every total in a form, the sums it is made of."""
        own = around
        over = window_named(form)
        if over is not None:
            found = frame.window(over)
            own = [found] if isinstance(found, Part) else []
        if isinstance(form, Total) and form.measure is Measure.SUM:
            for part in own:
                bit, account = self.bit_of(form)
                frame.want(account, bit, part)
        if isinstance(form, Exclusive):
            for part in own:
                frame.want(self._account(form.total.account), self.bits_of(form), part)
        if isinstance(form, Each):
            own = [part for whole in own for part in frame.parts(form, whole)]
        for part_form in parts_of(form):
            self._want(frame, part_form, own)

    def parts(self, frame: Frame) -> list[Part | Missing]:
        """Return every window of an audit, or what is missing to tell it."""
        if self._timeless:
            return [frame.always]
        found = [frame.cycle, *(frame.window(form) for form in self._windows)]
        return [part for part in found if part is not None]

    def anything_open(self, frame: Frame) -> bool:
        """Whether some window may still receive records."""
        return any(isinstance(part, Missing) or part.open_later for part in self.parts(frame))

    def bit_of(self, form: Total) -> tuple[int, int]:
        """Return the bit and the number of the account of a total."""
        account = self._account(form.account)
        return self._bit(account, form.of), account

    def bits_of(self, form: Exclusive) -> int:
        """Return the bits of all totals that demands, and limits of these, are made of."""
        bits = 0
        for own in form.demands:
            for part in (own.asked, *own.limits):
                bits |= self.bit_of(sum_of(part))[0]
        return bits

    def share(
        self,
        form: Exclusive,
        parts: Sequence[ConditionFunction],
        most: Sequence[Sequence[QuantityFunction]],
    ) -> ConditionFunction:
        """Return the function of demands that share entries, given each one's and its limits'."""
        demands = self.demands[id(form)] = Demands(form, self, parts, most)
        return demands.judge

    def _comparison(
        self, form: Compare | Exclusive, unit: Unit, required: Amount | None
    ) -> Comparison:
        scale = self.scale if id(form) in self.whole_comparisons else 1
        amounts = None if unit == DATE else self.amounts_in(unit, scale)
        at_most = isinstance(form, Compare) and form.operator in ("<=", "<")
        return Comparison(required, amounts, at_most)

    def amounts_in(self, unit: Unit, scale: int = 1) -> Amounts:
        """Return the amounts in *unit* of numbers that are multiplied by *scale* inside."""
        return self._points.setdefault((unit.terms, scale), Amounts(unit, scale))

    def audit(
        self,
        teacher: Teacher,
        transcript: Transcript,
        *,
        as_of: date,
        cycle_of: date | None = None,
    ) -> Audit:
        """Return the full, explained result; see `teachtrain.rules.audit`."""
        from teachtrain.rules._audit import Audit  # noqa: PLC0415 - it shows what runs find

        return Audit(self, teacher, transcript, as_of=as_of, cycle_of=cycle_of)

    def judge(
        self,
        teacher: Teacher,
        transcript: Transcript,
        *,
        as_of: date,
        cycle_of: date | None = None,
    ) -> Judgement:
        """Return verdicts and amounts only, fast."""
        from teachtrain.rules._judgement import Judgement  # noqa: PLC0415

        run = self.run(teacher, transcript, as_of=as_of, cycle_of=cycle_of)
        return Judgement(run, run.judge())

    def __reduce__(self) -> tuple[type[Prepared], tuple[Policy]]:
        return (Prepared, (self.policy,))


def window_named(form: Form) -> WindowForm | None:
    """Return the window that a form names for the totals in it."""
    if isinstance(form, Exclusive):
        return form.total.over
    return form.over if isinstance(form, (Total, Each)) else None


def unscaled(value: Reach, scale: int) -> Reach:
    """Return the exact number that a number from inside stands for."""
    if scale == 1 or isinstance(value, Unbounded):
        return value
    return whole_or_fraction(Fraction(value) / scale)


def _reads_day(form: Form) -> bool:
    return any(
        isinstance(part, Dated) or (isinstance(part, Fact) and part.name == "day")
        for part in walk(form)
    )


_FRAMES: Final = 1_000
_AMOUNTS: Final = 10_000


def _refuse_no_evidence(teacher: object, transcript: object) -> None:
    if not isinstance(teacher, Teacher):
        raise InvalidTypeError.at(
            "teacher",
            f"not a teacher (got {brief(teacher)})",
            "give the policy, a Teacher and a Transcript, in this order",
        )
    if not isinstance(transcript, Transcript):
        raise InvalidTypeError.at(
            "transcript",
            f"not a transcript (got {brief(transcript)})",
            "give Transcript(records, complete_until=...)",
        )


def prepare(policy: Policy) -> Prepared:
    """
    Return *policy* made ready to audit many teachers.

    Raises:
        InvalidTypeError: If it is no policy.
    """
    if not isinstance(policy, Policy):
        raise InvalidTypeError.at(
            "policy",
            f"not a policy (got {brief(policy)})",
            "give the policy, a Teacher and a Transcript, in this order",
        )
    return Prepared(policy)
