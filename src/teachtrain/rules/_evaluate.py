"""The reading *evaluate*: each form becomes a function of its context, made once."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never, cast

from dateutil.relativedelta import relativedelta

from teachtrain.models import NONE, UNBOUNDED, UNKNOWN, Absent, Unbounded
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.rules import _verdicts as verdicts
from teachtrain.rules._conditions import (
    Combine,
    Compare,
    Condition,
    Each,
    Exclusive,
    Known,
    Logic,
    OneOf,
    Selection,
    When,
)
from teachtrain.rules._context import Context, Missing, Range
from teachtrain.rules._quantities import (
    Compute,
    Dated,
    Days,
    Direction,
    Fact,
    FigureValue,
    FirstKnown,
    Literal,
    Moment,
    PartsMet,
    Quantity,
    Rounded,
    Table,
    Top,
    Total,
    WindowForm,
    Years,
)
from teachtrain.rules._verdicts import DECIDED, EITHER, MET, NOT_APPLICABLE, UNMET
from teachtrain.rules._walk import facts_in, known_quantity, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from teachtrain.models._quantities import Exact, Reach
    from teachtrain.rules._frame import Part
    from teachtrain.rules._prepare import Prepared
    from teachtrain.rules._quantities import DayTest
    from teachtrain.rules._run import Run

__all__ = ["Node", "condition", "quantity"]

Node: TypeAlias = tuple[
    Condition,
    int,
    "Range | None",
    "Range | None",
    "tuple[Node, ...]",
    "Part | None",
    tuple[Missing, ...],
]
"""
What a condition came to: form, verdict bits, left, right, children, window, missing facts.
"""


QuantityFunction: TypeAlias = "Callable[[Context], Range | None]"
ConditionFunction: TypeAlias = "Callable[[Context], Node]"


# quantities ---------------------------------------------------------------------------------


def quantity(form: Quantity, bind: Prepared) -> QuantityFunction:
    """Return the function that gives a quantity's range, or None where it has no value."""
    here = known_quantity(form)
    match here:
        case Literal(amount=amount):
            held = (amount.low, amount.high, True)
            return lambda _: held
        case Fact():
            return _fact(here)
        case Top(count=count):
            return lambda context: _top(context, count)
        case Years(event=event):
            return lambda context: _years(context, event)
        case Compute(operator=operator, parts=parts):
            return _compute(operator, [quantity(part, bind) for part in parts])
        case Rounded(of=of, step=step, direction=direction):
            return _rounded(quantity(of, bind), cast("Exact", step.low), direction)
        case Table(rows=rows, otherwise=otherwise):
            return _table(
                [(condition(test, bind), quantity(value, bind)) for test, value in rows],
                None if otherwise is None else quantity(otherwise, bind),
            )
        case Dated(values=values):
            return _dated(
                [(day, None if own is None else quantity(own, bind)) for day, own in values]
            )
        case FirstKnown(parts=parts):
            return _first_known([quantity(part, bind) for part in parts])
        case FigureValue(id=name):
            return bind.figure(name)
        case Total():
            return bind.total(here)
        case Days():
            return _days(here)
        case PartsMet(parts=each, in_a_row=in_a_row):
            return _parts_met(each, bind, in_a_row=in_a_row)
        case _:
            assert_never(here)


def _fact(fact: Fact) -> QuantityFunction:
    match fact.of, fact.name:
        case "group", "count":
            return lambda context: (context.count, context.count, True)
        case "group", _:
            return lambda context: (total := sum(context.members or (), 0), total, True)
        case "record", "day" if not fact.local:
            return lambda context: (context.first.toordinal(), context.last.toordinal(), True)
        case "record", _:
            return lambda context: _record_number(context, fact)
        case "event", name:
            return lambda context: _event(context, name)
        case _:
            return lambda context: context.teacher_numbers(fact)


def _record_number(context: Context, fact: Fact) -> Range | None:
    value = context.record_value(fact)
    if isinstance(value, str):
        owner = context.record.id if context.record else None
        context.missing.append(Missing(fact.name, owner, "text"))
    if value is UNKNOWN or isinstance(value, str):
        return (0, UNBOUNDED, True)
    if value is NONE:
        return None
    number = cast("Exact", value)
    return (number, number, True)


def _event(context: Context, name: str) -> Range | None:
    day = context.teacher.event(name)
    if day is NONE:
        return None
    if isinstance(day, Absent):
        context.missing.append(Missing(name))
        return (1, 3_652_059, False)  # any day of the calendar, or it has not happened
    return (day.toordinal(), day.toordinal(), True)


def _years(context: Context, event: str) -> Range | None:
    day = context.teacher.event(event)
    if day is NONE:
        return None
    if isinstance(day, Absent):
        context.missing.append(Missing(event))
        return (0, UNBOUNDED, False)
    if context.last < day:
        return None
    since = [relativedelta(read, day).years for read in (context.first, context.last)]
    return (max(since[0], 0), since[1], context.first >= day)


def _top(context: Context, count: int) -> Range:
    amount = sum((context.members or ())[:count], 0)
    return (amount, amount, True)


def _compute(operator: str, parts: list[QuantityFunction]) -> QuantityFunction:
    step = _OPERATORS[operator]

    def computed(context: Context) -> Range | None:
        found: Range | None = None
        for part in parts:
            own = part(context)
            if own is None:
                return None
            found = own if found is None else step(found, own)
            if found is None:
                return None
        return found

    return computed


def _plus(a: Range, b: Range) -> Range:
    return (a[0] + b[0], a[1] + b[1], a[2] and b[2])


def _minus(a: Range, b: Range) -> Range:
    return (_difference(a[0], b[1]), _difference(a[1], b[0]), a[2] and b[2])


def _difference(a: Reach, b: Reach) -> Reach:
    if isinstance(b, Unbounded):
        return -b
    return a - b


def _times(a: Range, b: Range) -> Range:
    corners = [_product(x, y) for x in a[:2] for y in b[:2]]
    return (min(corners), max(corners), a[2] and b[2])


def _product(a: Reach, b: Reach) -> Reach:
    if isinstance(a, Unbounded) or isinstance(b, Unbounded):
        if a == 0 or b == 0:
            return 0
        return UNBOUNDED if (a > 0) == (b > 0) else -UNBOUNDED
    return whole_or_fraction(a * b)


def _least(a: Range, b: Range) -> Range:
    return (min(a[0], b[0]), min(a[1], b[1]), a[2] and b[2])


def _most(a: Range, b: Range) -> Range:
    return (max(a[0], b[0]), max(a[1], b[1]), a[2] and b[2])


def _quotient(a: Range, b: Range) -> Range | None:
    """Return what is divided; by zero there is no value, and by what may be zero perhaps none."""
    if b[0] == b[1] == 0:
        return None
    if isinstance(b[0], Unbounded) or isinstance(b[1], Unbounded) or b[0] <= 0 <= b[1]:
        sure = a[2] and b[2] and b[0] > 0
        if a[0] >= 0 and b[0] > 0:
            most = a[1] if isinstance(a[1], Unbounded) else whole_or_fraction(Fraction(a[1]) / b[0])  # type: ignore[operator]  # it is bounded
            return (0, most, sure)
        return (0 if a[0] >= 0 and b[0] >= 0 else -UNBOUNDED, UNBOUNDED, sure)
    inverse = sorted((Fraction(1) / b[0], Fraction(1) / b[1]))
    return _times(a, (inverse[0], inverse[1], b[2]))


def _modulo(a: Range, b: Range) -> Range | None:
    if b[1] <= 0:
        return None
    if a[0] == a[1] and b[0] == b[1] and not isinstance(a[0], Unbounded):
        rest = whole_or_fraction(a[0] % b[0])  # type: ignore[operator]  # both bounded
        return (rest, rest, a[2] and b[2])
    return (0, b[1], a[2] and b[2] and b[0] > 0)


_OPERATORS: Final[dict[str, Callable[[Range, Range], Range | None]]] = {
    "+": _plus,
    "-": _minus,
    "*": _times,
    "/": _quotient,
    "least": _least,
    "most": _most,
    "mod": _modulo,
}


_NOT_SAID: Final = Missing("rounding", kind="rounding")


def _rounded(of: QuantityFunction, step: Exact, direction: Direction | None) -> QuantityFunction:
    def brought(value: Reach, way: Direction) -> Reach:
        if isinstance(value, Unbounded):
            return value
        steps = Fraction(value) / step
        match way:
            case Direction.DOWN:
                count = steps.__floor__()
            case Direction.UP:
                count = steps.__ceil__()
            case Direction.HALF_UP:
                count = (steps + Fraction(1, 2)).__floor__()
        return whole_or_fraction(count * step)

    def rounded(context: Context) -> Range | None:
        found = of(context)
        if found is None:
            return None
        low, high, sure = found
        if direction is not None:
            return (brought(low, direction), brought(high, direction), sure)
        ends = [(brought(end, Direction.DOWN), brought(end, Direction.UP)) for end in (low, high)]
        if any(down != up for down, up in ends):
            context.missing.append(_NOT_SAID)
        return (ends[0][0], ends[1][1], sure)

    return rounded


def _hull(a: Range | None, b: Range | None) -> Range | None:
    """Return the range of "either of them"; None stands for no value."""
    if a is None or b is None:
        known = a or b
        return known and (known[0], known[1], False)
    return (min(a[0], b[0]), max(a[1], b[1]), a[2] and b[2])


_NOTHING_YET: Final = object()


def _either(found: object, own: Range | None) -> Range | None:
    return own if found is _NOTHING_YET else _hull(cast("Range | None", found), own)


def _table(
    rows: list[tuple[ConditionFunction, QuantityFunction]], otherwise: QuantityFunction | None
) -> QuantityFunction:
    def looked_up(context: Context) -> Range | None:
        found: object = _NOTHING_YET
        for test, value in rows:
            mask = test(context)[1]
            if mask & MET:
                found = _either(found, value(context))
                if mask == MET:
                    return found
        return _either(found, None if otherwise is None else otherwise(context))

    return looked_up


def _dated(values: list[tuple[date, QuantityFunction | None]]) -> QuantityFunction:
    def as_of_its_day(context: Context) -> Range | None:
        first, last = context.dated
        found: object = _NOTHING_YET
        if first < values[0][0]:
            found = None
        for index, (day, value) in enumerate(values):
            after = values[index + 1][0] if index + 1 < len(values) else None
            if day <= last and (after is None or first < after):
                found = _either(found, None if value is None else value(context))
        if isinstance(context.enclosing, Missing):
            context.missing.append(context.enclosing)
        return cast("Range | None", found)

    return as_of_its_day


def _first_known(parts: list[QuantityFunction]) -> QuantityFunction:
    def first(context: Context) -> Range | None:
        found: Range | None = None
        mark = len(context.missing)
        for part in parts:
            own = part(context)
            if own is None:
                continue
            if own[2] and own[0] == own[1]:
                del context.missing[mark:]
                return own
            found = own
        return found

    return first


def _days(form: Days) -> QuantityFunction:
    over, test = form.over, form.test
    facts = () if test is None else tuple(facts_in(test))

    def counted(context: Context) -> Range | None:
        run: Run = context.run  # type: ignore[assignment]  # a window is an audit's
        part = context.enclosing if over is None else run.frame.window(over)
        if part is None:
            return None
        if isinstance(part, Missing):
            context.missing.extend(run.frame.untold(part))
            return (0, UNBOUNDED, False)
        if test is None:
            days = sum((span.end - span.start).days for span in part.window.spans)
            return (days, days, True)
        asked = test  # a name that is never None, for the function below

        def holds(day: date) -> bool | None:
            return _holds_on(asked, context, day)

        found = context.days_when(facts, holds, part.window)
        if found[0] != found[1]:
            context.missing.extend(
                Missing(name) for name in dict.fromkeys(own.name for own in facts)
            )
        return (*found, True)

    return counted


def _holds_on(test: DayTest, context: Context, day: date) -> bool | None:
    """Return whether a test of one day holds; None where that is not known."""
    if isinstance(test, OneOf):
        return context.holds_on(test.fact, test.values, day)
    truths = [_holds_on(cast("DayTest", part), context, day) for part in test.parts]
    match test.logic:
        case Logic.ALL:
            return False if False in truths else None if None in truths else True
        case Logic.ANY:
            return True if True in truths else None if None in truths else False
        case Logic.NOT:
            return None if truths[0] is None else not truths[0]
        case Logic.AT_LEAST:
            surely = sum(own is True for own in truths)
            maybe = sum(own is not False for own in truths)
            return True if surely >= test.k else None if maybe >= test.k else False


def _parts_met(form: Each, bind: Prepared, *, in_a_row: bool) -> QuantityFunction:
    asked = condition(form.condition, bind)

    def counted(context: Context) -> Range | None:
        run: Run = context.run  # type: ignore[assignment]  # parts of time are an audit's
        whole = context.enclosing if form.over is None else run.frame.window(form.over)
        if whole is None:
            return None
        around = (context.part, context.first, context.last, context.dated, context.enclosing)
        if isinstance(whole, Missing):
            context.missing.extend(run.frame.untold(whole))
            context.enclosing = whole
            context.missing.extend(asked(context)[6])
            context.enclosing = around[4]
            return (0, UNBOUNDED, False)
        surely: list[bool] = []
        maybe: list[bool] = []
        for part in run.frame.parts(form, whole):
            if part.end <= run.hired:
                continue  # as nothing is asked of it
            if in_a_row and part.end > run.frame.after and not run.final:
                continue  # what is not there yet may still come
            context.enter(part, part)
            # The timeline is taken as it stands, also for days to come.
            context.first = context.last = part.window.last_day
            node = asked(context)
            surely.append(node[1] == MET and not run.hire_untold)
            maybe.append(bool(node[1] & MET))
            if maybe[-1]:
                context.missing.extend(node[6])
        if run.hire_untold and any(maybe):
            context.missing.append(Missing("hired"))
        context.part, context.first, context.last, context.dated, context.enclosing = around
        endless = whole.window.end > run.frame.horizon.end
        count = _longest_run if in_a_row else sum
        return (count(surely), UNBOUNDED if endless and any(maybe) else count(maybe), True)

    return counted


def _longest_run(passed: Sequence[bool]) -> int:
    """Return how many times in a row something is so, at most."""
    longest = here = 0
    for one in passed:
        here = here + 1 if one else 0
        longest = max(longest, here)
    return longest


# conditions ---------------------------------------------------------------------------------


def condition(form: Condition, bind: Prepared) -> ConditionFunction:
    """Return the function that judges a condition."""
    match form:
        case Compare():
            return _compare(form, bind)
        case OneOf():
            return _one_of(form)
        case Known():
            return _known(form)
        case Combine():
            return _combine(form, bind)
        case Selection():
            return _selection(form, bind)
        case Each():
            return _each(form, bind)
        case When():
            return _when(form, bind)
        case Exclusive():
            return _exclusive(form, bind)
        case _:
            assert_never(form)


_NOWHERE: Final = cast("Context", None)
"""The context of a literal, which reads none."""


def _compare(form: Compare, bind: Prepared) -> ConditionFunction:
    whole = bind.in_whole_numbers(form)
    left, right = whole or (quantity(form.left, bind), quantity(form.right, bind))
    flipped = form.operator in ("<=", "<")
    strict = form.operator in (">", "<")
    fixed: Range | None = None
    if isinstance(form.right, Literal):
        fixed = right(_NOWHERE)

    over = {
        part.over
        for side in (form.left, form.right)
        for part in walk(known_quantity(side))
        if isinstance(part, Total) and part.over is not None
    }

    def compared(context: Context) -> Node:
        mark = len(context.missing)
        a = left(context)
        b = fixed or right(context)
        if a is None or b is None:
            return (form, NOT_APPLICABLE, a, b, (), context.part, ())
        more, less = (b, a) if flipped else (a, b)
        if strict:
            mask = MET if more[0] > less[1] else UNMET if more[1] <= less[0] else EITHER
        else:
            mask = MET if more[0] >= less[1] else UNMET if more[1] < less[0] else EITHER
        if not (a[2] and b[2]):
            mask |= NOT_APPLICABLE
        missing = () if mask in DECIDED else tuple(context.missing[mark:])
        return (form, mask, a, b, (), context.part, missing)

    judged = _in_window(compared, over.pop()) if len(over) == 1 else compared
    if whole is None or form.operator != ">=":
        return judged
    return _known_sum(form, bind, judged)


def _known_sum(form: Compare, bind: Prepared, judge: ConditionFunction) -> ConditionFunction:
    """Return `judge` for "a sum is at least a literal", with a short way where all is known."""
    asked = cast("Total", form.left)
    bit, _ = bind.bit_of(asked)
    over = asked.over
    needed = cast("Range", quantity(form.right, bind)(_NOWHERE))
    least = cast("Exact", needed[0]) * bind.scale
    needed = (least, least, True)

    def compared(context: Context) -> Node:
        run: Run = context.run  # type: ignore[assignment]  # a total is asked of an audit
        part = context.enclosing if over is None else run.frame.window(over)
        amount = run.known_sum(part, bit)
        if amount is None:
            return judge(context)
        mask = MET if amount >= least else UNMET
        here = context.part if over is None else part
        return (form, mask, (amount, amount, True), needed, (), here, ())  # type: ignore[return-value]  # a part

    return compared


def _in_window(judge: ConditionFunction, over: WindowForm) -> ConditionFunction:
    """Return a comparison that reads facts and dated values in the window of its total."""

    def judged(context: Context) -> Node:
        run = cast("Run", context.run)
        part = run.frame.window(over)
        if part is None:
            return judge(context)
        around = (context.part, context.first, context.last, context.dated)
        enclosing = context.enclosing
        if isinstance(part, Missing):
            # Any day may be the last of it, on which facts are read.
            context.enclosing = part
            context.first, context.last = date.min, run.as_of
            context.dated = (date.min, date.max)
        else:
            context.enter(part, enclosing)
        node = judge(context)
        context.part, context.first, context.last, context.dated = around
        context.enclosing = enclosing
        return node

    return judged


def _leaf(form: Condition, truths: set[bool | None], context: Context, mark: int) -> Node:
    mask = EITHER if None in truths else 0 if truths else NOT_APPLICABLE
    mask |= MET if True in truths else 0
    mask |= UNMET if False in truths else 0
    missing = () if mask in DECIDED else tuple(context.missing[mark:])
    return (form, mask, None, None, (), context.part, missing)


def _one_of(form: OneOf) -> ConditionFunction:
    fact, values = form.fact, form.values

    def asked(context: Context) -> Node:
        mark = len(context.missing)
        if fact.of == "teacher":
            found = _leaf(form, context.teacher_truths(fact, values), context, mark)
            if fact.moment is Moment.ON_EVENT and context.teacher.event(fact.event) is UNKNOWN:
                # It may not have happened.
                missing = tuple(context.missing[mark:])
                return (*found[:1], found[1] | NOT_APPLICABLE, *found[2:6], missing)
            return found
        held = context.record_value(fact)
        if held is UNKNOWN:
            return _leaf(form, {None}, context, mark)
        if isinstance(held, frozenset):
            return _leaf(form, {not held.isdisjoint(values)}, context, mark)
        return _leaf(form, {held in values}, context, mark)

    return asked


_NONE: Final[tuple[object, ...]] = (NONE, frozenset[str]())
"""Values of a record's fact that say that there is none."""


def _known(form: Known) -> ConditionFunction:
    fact = form.fact

    def none(context: Context) -> Node:
        mark = len(context.missing)
        held = context.record_value(fact)
        return _leaf(form, {None if held is UNKNOWN else held in _NONE}, context, mark)

    if form.none:
        return none

    def asked(context: Context) -> Node:
        mark = len(context.missing)
        if fact.of == "record":
            known = context.record_value(fact) not in (UNKNOWN, *_NONE)
        elif fact.of == "event":
            known = not isinstance(context.teacher.event(fact.name), Absent)
        else:
            timeline = context.teacher.fact(fact.name)
            held = () if timeline is None else timeline.on(context.last)
            known = any(not isinstance(value, Absent) for value in held)
        del context.missing[mark:]
        return _leaf(form, {known}, context, mark)

    return asked


def _parts(form: Condition, mask: int, nodes: tuple[Node, ...], context: Context) -> Node:
    missing: tuple[Missing, ...] = ()
    if mask not in DECIDED:
        missing = tuple(dict.fromkeys(one for node in nodes for one in node[6]))
    return (form, mask, None, None, nodes, context.part, missing)


def _combine(form: Combine, bind: Prepared) -> ConditionFunction:
    parts = [condition(part, bind) for part in form.parts]
    logic, k = form.logic, form.k

    def combined(context: Context) -> Node:
        nodes = tuple([part(context) for part in parts])
        masks = [node[1] for node in nodes]
        match logic:
            case Logic.ALL:
                mask = verdicts.fold(verdicts.ALL, masks)
            case Logic.ANY:
                mask = verdicts.fold(verdicts.ANY, masks)
            case Logic.NOT:
                mask = verdicts.NOT[masks[0]]
            case Logic.AT_LEAST:
                mask = verdicts.at_least(k, masks)
        return _parts(form, mask, nodes, context)

    return combined


def _selection(form: Selection, bind: Prepared) -> ConditionFunction:
    tests = [condition(test, bind) for test in form.tests]
    tags = frozenset(form.entry_tags)

    def selected(context: Context) -> Node:
        if tags and tags.isdisjoint(context.entry_tags):
            return (form, UNMET, None, None, (), context.part, ())
        nodes = tuple([test(context) for test in tests])
        mask = verdicts.fold(verdicts.ALL, (MET, *[_taken(node[1]) for node in nodes]))
        return _parts(form, mask, nodes, context)

    return selected


def _taken(mask: int) -> int:
    """A selection takes an entry or not: a test that doesn't apply to it does not take it."""
    return (mask & EITHER) | (UNMET if mask & NOT_APPLICABLE else 0)


def _when(form: When, bind: Prepared) -> ConditionFunction:
    test, then = condition(form.test, bind), condition(form.then, bind)

    def judged(context: Context) -> Node:
        asked = test(context)
        if not asked[1] & MET:
            return _parts(form, NOT_APPLICABLE, (asked,), context)
        nodes = (asked, then(context))
        return _parts(form, verdicts.when(asked[1], nodes[1][1]), nodes, context)

    return judged


def _exclusive(form: Exclusive, bind: Prepared) -> ConditionFunction:
    parts = [condition(own.asked, bind) for own in form.demands]
    most = [[quantity(limit.right, bind) for limit in own.limits] for own in form.demands]
    judge = bind.share(form, parts, most)
    over = form.total.over
    return judge if over is None else _in_window(judge, over)


def _each(form: Each, bind: Prepared) -> ConditionFunction:
    asked = condition(form.condition, bind)
    table = verdicts.ALL if form.every else verdicts.ANY
    k = form.k

    def judged(context: Context) -> Node:
        run: Run = context.run  # type: ignore[assignment]  # parts of time are an audit's
        whole = context.enclosing if form.over is None else run.frame.window(form.over)
        if whole is None:
            return (form, NOT_APPLICABLE, None, None, (), context.part, ())
        if isinstance(whole, Missing):
            here = context.enclosing
            context.enclosing = whole
            node = asked(context)
            context.enclosing = here
            since = (Missing("hired"),) if run.hire_untold else ()
            missing = tuple(dict.fromkeys((*run.frame.untold(whole), *since, *node[6])))
            return (form, EITHER | NOT_APPLICABLE, None, None, (), context.part, missing)
        before = (context.part, context.enclosing)
        around = (context.first, context.last, context.dated)
        nodes: list[Node] = []
        final, hired, untold = run.final, run.hired, run.hire_untold
        for part in run.frame.parts(form, whole):
            context.part = context.enclosing = part
            context.first = context.last = part.read
            context.dated = part.dated
            node = asked(context)
            if not (part.begun or final) or part.end <= hired:
                # Nothing is due in a part of time that has not begun, or ended before the hire.
                node = (node[0], NOT_APPLICABLE, node[2], node[3], node[4], node[5], ())
            elif untold:
                missing = (*node[6], Missing("hired"))
                mask = node[1] | NOT_APPLICABLE
                node = (node[0], mask, node[2], node[3], node[4], node[5], missing)
            nodes.append(node)
        masks = [node[1] for node in nodes]
        mask = verdicts.fold(table, masks) if k == 1 else verdicts.at_least(k, masks)
        context.part = whole
        found = _parts(form, mask, tuple(nodes), context)
        context.part, context.enclosing = before
        context.first, context.last, context.dated = around
        return found

    return judged
