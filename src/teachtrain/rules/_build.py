"""What a policy is refused for when it is built."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, islice
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from teachtrain.errors import Problem
from teachtrain.models import DATE, DAY, NUMBER, Amount, Calendar, Span, Unit
from teachtrain.models._teachers import SINGLE_FACTS
from teachtrain.rules._conditions import (
    Combine,
    Compare,
    Condition,
    CutShort,
    Each,
    Exclusive,
    Known,
    OneOf,
    Selection,
    When,
    sum_of,
)
from teachtrain.rules._policy import (
    Ceiling,
    Clause,
    Figure,
    Policy,
    Pool,
    Presumption,
    RecognitionRule,
    Requirement,
    Rewrite,
)
from teachtrain.rules._quantities import (
    Compute,
    CyclePart,
    Dated,
    Days,
    Fact,
    FigureValue,
    FirstKnown,
    Literal,
    Measure,
    PartsMet,
    Quantity,
    Rounded,
    Table,
    TheCycle,
    Top,
    Total,
    WindowForm,
    Years,
    group,
)
from teachtrain.rules._relations import aligned, disjoint, families, may_take_pooled
from teachtrain.rules._rising import never_falls
from teachtrain.rules._walk import Form, forms_of, known_quantity, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["GROUPING_FIELDS", "comparisons_of", "problems_of", "unit_in"]

GROUPING_FIELDS: Final = (
    "record",
    "activity",
    "project",
    "module",
    "mode",
    "topics",
    "level",
    "organiser",
    "role",
    "result",
)
"""What tells groups apart, beside calendars and the cycle."""

_DEPTH: Final = 100
_SIZE: Final = 10_000

_WORDS: Final = {
    "record": frozenset(GROUPING_FIELDS) - {"record"} | {"approval", "converted_from"},
    "teacher": frozenset({"category", *SINGLE_FACTS}),
}
"""The facts that are words, and no numbers."""


_Around: TypeAlias = WindowForm | Calendar | CyclePart


def problems_of(policy: Policy) -> tuple[Problem, ...]:
    """Return every reason to refuse *policy*."""
    return tuple(_Builder(policy).problems())


def comparisons_of(policy: Policy) -> dict[int, tuple[Unit, Amount | None]]:
    """Return, by identity, each comparison's unit and threshold in a valid policy."""
    builder = _Builder(policy)
    found: dict[int, tuple[Unit, Amount | None]] = {}
    for clause in policy.requirements:
        for form in builder.forms(clause):
            if isinstance(form, Exclusive):
                found[id(form)] = (policy.account(form.total.account).unit, None)
            if isinstance(form, Compare):
                left = builder.unit(clause, form.left)
                unit = left or builder.unit(clause, form.right) or NUMBER
                required = form.right.amount if isinstance(form.right, Literal) else None
                if required is not None and required.unit != unit:
                    required = Amount(required.low, required.high, unit)  # a plain zero
                found[id(form)] = (unit, required)
    return found


def unit_in(policy: Policy, form: Quantity) -> Unit | None:
    """Return the unit of a quantity outside a group of a valid policy; None for a plain zero."""
    return _Builder(policy).unit(policy.clauses()[0], form)


class _Builder:
    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.found: list[Problem] = []
        self.accounts = {account.id: account for account in policy.accounts}
        self.figures = {own.id: own for own in policy.figures}
        self.units: dict[str, Unit | None] = {}
        self._in_order: list[str] = []  # figures, those that are read before those that read
        self._totals_read: dict[str, bool] = {}

    def refuse(self, clause: Clause | None, problem: str, mend: str) -> None:
        where = f"policy {self.policy.id}"
        if clause is not None:
            where += f", clause {clause.id}"
        self.found.append(Problem(where=where, problem=problem, mend=mend))

    def problems(self) -> list[Problem]:
        if self._too_large():
            return self.found
        self._names()
        if self.found:
            return self.found
        if self._too_deep() or self._circles():
            return self.found
        for name in self._in_order:
            self._figure(self.figures[name])
        for clause in self.policy.clauses():
            self._scopes(clause)
            self._windows(clause)
            self._units(clause)
        if not self.found:
            self._families()
        return self.found

    # names -------------------------------------------------------------------------------

    def _names(self) -> None:
        policy = self.policy
        if not policy.accounts:
            self.refuse(None, "has no account", "give at least one Account")
        for account, times in Counter(own.id for own in policy.accounts).items():
            if times > 1:
                self.refuse(None, f"has two accounts {account!r}", "give each its own id")
        for clause_id, times in Counter(own.id for own in policy.clauses()).items():
            if times > 1:
                self.refuse(None, f"has two clauses {clause_id!r}", "give each its own id")
        self._silences()
        required = {own.id for own in policy.requirements}
        for name in policy.overall:
            if name not in required:
                self.refuse(None, f"overall names {name!r}", "name requirements of this policy")
        for clause in policy.clauses():
            for account_id in self._accounts_named(clause):
                if account_id and account_id not in self.accounts:
                    self.refuse(
                        clause,
                        f"there is no account {account_id!r}",
                        f"use one of {', '.join(self.accounts)}",
                    )
            for form in self.forms(clause):
                if isinstance(form, FigureValue) and form.id not in self.figures:
                    self.refuse(
                        clause,
                        f"there is no figure {form.id!r}",
                        f"define one with define({form.id!r}, ...)"
                        + (f", or use one of {', '.join(self.figures)}" if self.figures else ""),
                    )

    def _silences(self) -> None:
        """Refuse two meanings of one silence on one day."""
        for one, other in combinations(self.policy.presumptions, 2):
            spans = [own.in_force or self.policy.in_force or Span.always() for own in (one, other)]
            if one.key == other.key and spans[0].overlap(spans[1]) is not None:
                self.refuse(
                    other,
                    f"presumes the same fact as {one.id!r}, on the same days",
                    "keep one of them, or give each its own days by in_force=",
                )

    def _accounts_named(self, clause: Clause) -> Iterator[str]:
        match clause:
            case RecognitionRule(posts=posts):
                yield from (post.account for post in posts)
            case Pool(account=account, to=to):
                yield account
                yield to
            case Rewrite(account=account) | Ceiling(account=account):
                yield account
            case _:
                pass
        yield from (form.account for form in self.forms(clause) if isinstance(form, Total))

    def forms(self, clause: Clause) -> Iterator[Form]:
        for form in forms_of(clause):
            yield from walk(form)

    def _too_large(self) -> bool:
        for clause in self.policy.clauses():
            if sum(1 for _ in islice(self.forms(clause), _SIZE + 1)) > _SIZE:
                self.refuse(
                    clause, f"is made of more than {_SIZE} forms", "name parts of it as figures"
                )
        return bool(self.found)

    def _too_deep(self) -> bool:
        for clause in self.policy.clauses():
            for form in forms_of(clause):
                level: list[Form] = [form]
                for _ in range(_DEPTH):
                    level = [part for here in level for part in _parts(here)]
                    if not level:
                        break
                else:
                    self.refuse(clause, f"is nested more than {_DEPTH} deep", "name parts of it")
        return bool(self.found)

    def _circles(self) -> bool:
        reads = {
            own.id: {form.id: None for form in self.forms(own) if isinstance(form, FigureValue)}
            for own in self.policy.figures
        }
        done: set[str] = set()
        for start, first in reads.items():
            path = {} if start in done else {start: iter(first)}
            while path:
                name = next(reversed(path))
                other = next(path[name], None)
                if other is None:
                    del path[name]
                    done.add(name)
                    self._in_order.append(name)
                elif other in path:
                    names = list(path)
                    circle = (*names[names.index(other) :], other)
                    self.refuse(
                        self.figures[other],
                        f"figures read each other in a circle: {' -> '.join(circle)}",
                        "take one of them out",
                    )
                    done.update(circle)
                elif other not in done:
                    path[other] = iter(reads[other])
        return bool(self.found)

    def _figure(self, figure: Figure) -> None:
        """Remember what a figure is, once those that it reads are known."""
        form = known_quantity(figure.value)
        self._totals_read[figure.id] = self.reads_totals(form)
        self.units[figure.id] = self._unit(figure, form, None)

    # what may be read where --------------------------------------------------------------

    def reads_total(self, form: Total | FigureValue) -> bool:
        """Whether a form is a total, or a figure that reads one."""
        return isinstance(form, Total) or self._totals_read[form.id]

    def reads_totals(self, form: Form) -> bool:
        """Whether *form* or a figure in it reads a total."""
        return any(
            isinstance(part, Total | FigureValue) and self.reads_total(part) for part in walk(form)
        )

    def _scopes(self, clause: Clause) -> None:
        in_groups = isinstance(clause, Rewrite | Pool)
        on_records = isinstance(clause, RecognitionRule | Presumption)
        for form in forms_of(clause):
            selecting = isinstance(form, Selection)
            if not isinstance(clause, Requirement | Figure) and self.reads_totals(form):
                self.refuse(
                    clause,
                    "reads a total, which only requirements and figures may",
                    "express it by a figure of the person",
                )
            if isinstance(clause, Requirement | Figure) and selecting:
                self._refuse_selection(clause)
            tagged = any(isinstance(part, Selection) and part.entry_tags for part in walk(form))
            if isinstance(clause, RecognitionRule) and tagged:
                self.refuse(
                    clause,
                    "selects records by a tag, which only entries have",
                    "select by facts of the record; tags are for what comes after",
                )
            self._facts(clause, form, records=on_records or selecting, groups=in_groups)
        if isinstance(clause, Rewrite | Pool | Ceiling):
            self._keys(clause)
        if isinstance(clause, Rewrite | Pool):
            self._rising(clause)

    def _facts(self, clause: Clause, form: Form, *, records: bool, groups: bool) -> None:
        pending = [(form, records)]
        while pending:
            part, on_record = pending.pop()
            match part:
                case Fact(of="record") if not on_record:
                    self.refuse(
                        clause,
                        f"reads record.{part.name} where there is no record",
                        "read it in recognition or in a selection",
                    )
                case Fact(of="group") | Top() if not groups or on_record:
                    self.refuse(
                        clause, "reads a group where there is none", "use it in rewrites and pools"
                    )
                case Days() | PartsMet() if on_record or not isinstance(
                    clause, Requirement | Figure | Ceiling
                ):
                    self.refuse(
                        clause,
                        "looks at a window where there is none",
                        "define a figure of the person, and read that",
                    )
                case Each() | When() | Exclusive() if on_record:
                    self.refuse(
                        clause, "asks of parts of time in a selection", "ask it in a requirement"
                    )
                case Selection() if not on_record:
                    self._refuse_selection(clause)
                case Total() | FigureValue() if (
                    on_record
                    and isinstance(clause, Requirement | Figure)
                    and self.reads_total(part)
                ):
                    self.refuse(
                        clause, "reads a total in a selection", "compare the total beside it"
                    )
                case _:
                    pass
            inside = on_record or isinstance(part, Total)
            pending.extend((own, inside) for own in _parts(part))

    def _refuse_selection(self, clause: Clause) -> None:
        self.refuse(
            clause,
            "uses a selection as a condition",
            "write exists(where(...)) or total(of=where(...)) >= ...",
        )

    def _pooled_apart(self, clause: Pool | Ceiling) -> None:
        """Refuse to tell apart what a pool gives: it has no record, and is one sum."""
        account = self.policy.account(clause.account).id
        fields = [key for key in clause.by if isinstance(key, str)]
        if fields and any(
            own.to == account and may_take_pooled(clause.of, own.tags) for own in self.policy.pools
        ):
            self.refuse(
                clause,
                f"tells entries of account {account!r}, which a pool feeds, apart by {fields[0]!r}",
                "select by a fact of the records, such as where(activity=...): what a pool gives "
                "has none, and is one sum",
            )

    def _keys(self, clause: Rewrite | Pool | Ceiling) -> None:
        if isinstance(clause, Pool | Ceiling):
            self._pooled_apart(clause)
        for key in clause.by:
            if isinstance(key, str) and key not in GROUPING_FIELDS:
                self.refuse(
                    clause,
                    f"cannot group by {key!r}",
                    f"use a calendar, CYCLE, or one of {', '.join(GROUPING_FIELDS)}",
                )
            if isinstance(key, TheCycle | CyclePart) and self.policy.cycle is None:
                self.refuse(clause, "groups by a cycle that there is none", "give cycle=")
            elif isinstance(key, CyclePart):
                self._uneven(clause, key)

    def _uneven(self, clause: Clause, part: CyclePart) -> bool:
        """Refuse parts of the cycle that do not divide it."""
        cycle = self.policy.common_cycle
        if cycle is None or not cycle.months % part.months:
            return False
        self.refuse(
            clause,
            f"divides a cycle of {cycle.months} months into parts of {part.months}",
            "give a length that divides it",
        )
        return True

    def _rising(self, clause: Rewrite | Pool) -> None:
        value = clause.to if isinstance(clause, Rewrite) else clause.gives
        if not never_falls(value, whole=isinstance(clause, Rewrite)):
            self.refuse(
                clause,
                "may fall when a member of the group grows",
                "use + * least most rounded, less an amount, and if_(group... >= ..., more, less) "
                "over the group",
            )

    # windows -----------------------------------------------------------------------------

    def _windows(self, clause: Clause) -> None:
        if not isinstance(clause, Requirement | Figure):
            return
        for form in forms_of(clause):
            self._window_of(clause, form, (TheCycle(),) if self.policy.cycle else ())

    def _window_of(self, clause: Clause, form: Form, around: tuple[_Around, ...]) -> None:
        """Look at a form within windows of which each may cut what lies in it."""
        own = around
        if isinstance(form, Total | Each | Days) and form.over is not None:
            own = (form.over,)
        if isinstance(form, Total) and form.measure not in (Measure.SUM, Measure.DISTINCT):
            counted = self.policy.account(form.account).id
            if any(
                own.to == counted and may_take_pooled(form.of, own.tags)
                for own in self.policy.pools
            ):
                self.refuse(
                    clause,
                    f"counts single entries of account {counted!r}, which a pool feeds",
                    "select by a fact of the records, such as where(activity=...): what a pool "
                    "gives has none, and is one sum",
                )
        if isinstance(form, Total) and form.by and form.by not in GROUPING_FIELDS:
            self.refuse(
                clause,
                f"cannot tell groups apart by {form.by!r}",
                f"use one of {', '.join(GROUPING_FIELDS)}",
            )
        if isinstance(form, Total | Each | Days):
            if not own or (own == (TheCycle(),) and self.policy.cycle is None):
                self.refuse(
                    clause, "looks at a cycle that there is none", "give cycle= or over= a window"
                )
                return
            if isinstance(form, Each) and isinstance(form.calendar, CyclePart):
                if not all(isinstance(window, TheCycle) for window in own):
                    self.refuse(
                        clause,
                        "divides another window into parts of the cycle",
                        "divide CYCLE, or use a calendar",
                    )
                self._uneven(clause, form.calendar)
                own = (form.calendar,)
            elif isinstance(form, Each) and isinstance(form.calendar, Calendar):
                own = self._divided(clause, form, form.calendar, own)
        for part in _parts(form):
            self._window_of(clause, part, own)

    def _divided(
        self, clause: Clause, form: Each, calendar: Calendar, own: tuple[_Around, ...]
    ) -> tuple[_Around, ...]:
        """Return what may cut what lies in a cell of the calendar that divides windows."""
        whole = calendar.daily or not any(self._may_cut(window, calendar) for window in own)
        if not whole and form.cut_short is None:
            self.refuse(
                clause,
                f"a window may cut a {calendar} short, and the policy is silent on it",
                'say cut_short="keep" or cut_short="drop"',
            )
        kept_cut = not whole and form.cut_short is not CutShort.DROP
        return (calendar, *own) if kept_cut else (calendar,)

    def _may_cut(self, window: _Around, calendar: Calendar) -> bool:
        if isinstance(window, TheCycle):
            return not aligned(calendar, self.policy.common_cycle)
        if isinstance(window, CyclePart):
            return not aligned(calendar, self.policy.common_cycle, window)
        return not (isinstance(window, Calendar) and calendar.refines(window))

    # units -------------------------------------------------------------------------------

    def _units(self, clause: Clause) -> None:
        match clause:
            case RecognitionRule(when=when, posts=posts):
                self._condition(clause, when, None)
                for post in posts:
                    unit = self.accounts[post.account].unit
                    self._expect(clause, post.amount, None, unit, "posts")
            case Rewrite(to=value):
                unit = self.policy.account(clause.account).unit
                self._expect(clause, value, unit, unit, "becomes")
            case Pool(gives=value):
                own = self.policy.account(clause.account)
                if own.id == clause.to:
                    self.refuse(
                        clause,
                        "gives to the account that it pools",
                        "give to another account, or use a rewrite",
                    )
                unit = self.accounts[clause.to].unit
                self._expect(clause, value, own.unit, unit, "gives")
            case Ceiling(limit=value):
                unit = self.policy.account(clause.account).unit
                self._expect(clause, value, None, unit, "limits")
            case Figure():
                if clause.in_force is not None:
                    self.refuse(
                        clause, "has days in force, which figures have not", "use dated() in it"
                    )
            case Requirement():
                for form in forms_of(clause):
                    self._condition(clause, form, None)  # type: ignore[arg-type]  # conditions only
            case _:
                pass
        if isinstance(clause, Rewrite | Pool | Ceiling):
            self._condition(clause, clause.of, None)
        if isinstance(clause, Rewrite) and clause.side is not None:
            self._condition(clause, clause.side, None)
            if clause.to != group.total:
                self.refuse(
                    clause,
                    "counts one side, and another total than the whole of it",
                    "write larger_side(...), and another rewrite after it",
                )

    def _expect(
        self, clause: Clause, value: Quantity, group: Unit | None, unit: Unit, does: str
    ) -> None:
        got = self._unit(clause, value, group)
        if got is not None and got != unit:
            self.refuse(
                clause,
                f"{does} {got} where {unit} is meant",
                _in_unit(value, unit)
                or f"convert it by a rate, such as per({got}, an amount in {unit})",
            )

    def _condition(self, clause: Clause, form: Condition, group: Unit | None) -> None:
        match form:
            case Compare(operator=operator, left=left, right=right):
                units = [self._unit(clause, left, group), self._unit(clause, right, group)]
                one, other = units
                if one is not None and other is not None and one != other:
                    self.refuse(
                        clause,
                        f"compares {one} {operator} {other}",
                        _in_unit(right, one)
                        or _in_unit(left, other)
                        or "give both sides in one unit",
                    )
            case OneOf() | Known():
                pass
            case Combine(parts=parts) | Selection(tests=parts):
                for part in parts:
                    self._condition(clause, part, group)
            case Each(condition=condition):
                self._condition(clause, condition, group)
            case When(test=test, then=then):
                self._condition(clause, test, group)
                self._condition(clause, then, group)
            case Exclusive():
                self._exclusive(clause, form, group)
            case _:
                assert_never(form)

    def _exclusive(self, clause: Clause, form: Exclusive, group: Unit | None) -> None:
        """Look at demands that share entries, and at the ceilings over these."""
        for own in form.demands:
            for part in (own.asked, *own.limits):
                self._condition(clause, part, group)
            for one, other in combinations(own.limits, 2):
                if not disjoint(_taken_by(one), _taken_by(other)):
                    self.refuse(
                        clause,
                        "limits one demand by selections that may take the same entry",
                        "make them disjoint, such as by different values of one fact",
                    )
        account = self.policy.account(form.total.account).id
        over = [
            one for one in self.policy.ceilings if self.policy.account(one.account).id == account
        ]
        names = ", ".join(one.id for one in over)
        if form.whole and over:
            self.refuse(
                clause,
                f"gives records as a whole where ceilings limit the account: {names}",
                "let records be split, or limit records by a rewrite such as limit_per()",
            )
        made = families(over, self.policy.common_cycle)
        if isinstance(made, list) and len(made) > 1:
            self.refuse(
                clause,
                f"shares entries under ceilings that cross each other: {names}",
                "make them nested, or keep the demands in an account of their own",
            )

    def unit(self, clause: Clause, form: Quantity) -> Unit | None:
        """Return the unit of a quantity outside a group; None for a zero."""
        return self._unit(clause, form, None)

    def _unit(self, clause: Clause, form: Quantity, group: Unit | None) -> Unit | None:
        """Return the unit of a quantity; None for a zero, or where a fault was named."""
        quantity = known_quantity(form)
        match quantity:
            case Literal(amount=amount):
                plain_zero = amount.unit == NUMBER and amount.is_point and amount.low == 0
                return None if plain_zero else amount.unit
            case Fact(of="group", name="total") | Top():
                return group
            case Fact(of=of, name=name, local=False) if name in _WORDS.get(of, ()):
                self.refuse(
                    clause,
                    f"takes {of}.{name}, a word, for a number",
                    "test it by .is_(...), .one_of(...) or .at_least(...)",
                )
                return None
            case Fact(unit=unit) | Years(unit=unit):
                return unit
            case Compute(operator="*", parts=parts):
                unit = NUMBER
                for own in [self._unit(clause, part, group) for part in parts]:
                    if own is None:
                        return None
                    if DATE in (own, unit):
                        self.refuse(clause, "multiplies a day of the calendar", "compare it")
                    unit = unit * own
                return unit
            case Compute(operator="/", parts=(of, by)):
                units = [self._unit(clause, of, group), self._unit(clause, by, group)]
                if DATE in units:
                    self.refuse(clause, "divides a day of the calendar", "compare it")
                    return None
                one, other = units
                if one is None or other is None:
                    return None
                return one / other
            case Compute(operator=operator, parts=parts):
                units = [self._unit(clause, part, group) for part in parts]
                if DATE in units and operator not in ("least", "most"):
                    self.refuse(clause, "calculates with days of the calendar", "compare them")
                return self._alike(clause, units)
            case FirstKnown(parts=parts):
                return self._alike(clause, [self._unit(clause, part, group) for part in parts])
            case Rounded(of=of, step=step):
                unit_of = self._unit(clause, of, group)
                return self._alike(clause, [unit_of, step.unit])
            case Table(rows=rows, otherwise=otherwise):
                for test, _ in rows:
                    self._condition(clause, test, group)
                values = [value for _, value in rows]
                values += [] if otherwise is None else [otherwise]
                return self._alike(clause, [self._unit(clause, own, group) for own in values])
            case Dated(values=dated):
                values = [value for _, value in dated if value is not None]
                return self._alike(clause, [self._unit(clause, own, group) for own in values])
            case FigureValue(id=name):
                if name not in self.units:  # in a policy that is known to be valid
                    read = self.figures[name]
                    self.units[name] = self._unit(read, read.value, None)
                return self.units[name]
            case Days():
                return DAY
            case PartsMet(parts=each):
                self._condition(clause, each.condition, group)
                return NUMBER
            case Total(of=of, account=account, measure=measure):
                if of is not None:
                    self._condition(clause, of, group)
                counted = measure in (Measure.COUNT, Measure.DISTINCT)
                return NUMBER if counted else self.policy.account(account).unit
            case _:
                assert_never(quantity)

    def _alike(self, clause: Clause, units: list[Unit | None]) -> Unit | None:
        known = [unit for unit in units if unit is not None]
        if len(set(known)) > 1:
            self.refuse(
                clause,
                f"mixes {' and '.join(sorted(str(unit) for unit in set(known)))}",
                "different units never add; convert by a rate",
            )
        return known[0] if known else None

    # ceilings ----------------------------------------------------------------------------

    def _families(self) -> None:
        for account in self.policy.accounts:
            own = [
                one
                for one in self.policy.ceilings
                if self.policy.account(one.account).id == account.id
            ]
            made = families(own, self.policy.common_cycle)
            if isinstance(made, Ceiling):
                self.refuse(
                    made,
                    f"crosses ceilings of account {account.id!r} that cross each other already: "
                    f"{', '.join(one.id for one in own if one is not made)}",
                    "make it nested in or apart from one of the two families, for example by "
                    "the same calendar or by a narrower selection",
                )


def _in_unit(value: Quantity, unit: Unit) -> str:
    """Return the mend for a bare number where an amount in *unit* is meant; else nothing."""
    if not isinstance(value, Literal) or value.amount.unit != NUMBER or unit == DATE:
        return ""
    return f"write {Amount(value.amount.low, value.amount.high, unit)!r}"


def _taken_by(limit: Compare) -> Selection:
    """Return what the sum in a limit takes."""
    of = sum_of(limit).of
    return Selection() if of is None else of


def _parts(form: Form) -> tuple[Form, ...]:
    from teachtrain.rules._walk import parts_of  # noqa: PLC0415 - named for its use here

    return parts_of(form)
