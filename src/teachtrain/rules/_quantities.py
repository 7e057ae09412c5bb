"""Quantities: what a rule counts or compares, as data."""

from __future__ import annotations

import enum
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError, TeachtrainError
from teachtrain.models import (
    CLASS_HOUR,
    DATE,
    DAY,
    NUMBER,
    YEAR,
    Amount,
    Calendar,
    Clip,
    Span,
    Unit,
    exact,
)
from teachtrain.models._calendar import plain_date
from teachtrain.models._quantities import ExactInput
from teachtrain.models._vocabulary import brief, chosen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teachtrain.rules._conditions import (
        Combine,
        Compare,
        Condition,
        CutShort,
        Each,
        Known,
        OneOf,
        Selection,
    )

__all__ = [
    "CYCLE",
    "CYCLE_YEAR",
    "Compute",
    "CyclePart",
    "Dated",
    "Days",
    "Direction",
    "Edge",
    "Fact",
    "FigureValue",
    "FirstKnown",
    "Literal",
    "Measure",
    "Moment",
    "PartsMet",
    "Quantity",
    "Rounded",
    "Table",
    "TheCycle",
    "Top",
    "Total",
    "WindowForm",
    "WindowOf",
    "Years",
    "around",
    "between_events",
    "count_of",
    "cycle_part",
    "dated",
    "days_of",
    "days_when",
    "figure",
    "first_known",
    "from_table",
    "group",
    "if_",
    "largest_of",
    "last",
    "least",
    "literal",
    "most",
    "parts_met",
    "record",
    "rounded",
    "surplus",
    "teacher",
    "total",
]

QuantityInput: TypeAlias = "Quantity | Amount | ExactInput | date"


class Quantity:
    """
    Something with an amount. Quantities combine by `+ - * / %` and compare to conditions.

    A comparison gives a condition, not a truth value; equality is that of the form itself.
    """

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise InvalidTypeError.at(
            "quantity",
            "a quantity is not true or false",
            "compare it by >= or <=; test a fact by .is_(...)",
        )

    def __add__(self, other: QuantityInput) -> Quantity:
        return Compute("+", (self, literal(other)))

    def __radd__(self, other: QuantityInput) -> Quantity:
        return Compute("+", (literal(other), self))

    def __sub__(self, other: QuantityInput) -> Quantity:
        return Compute("-", (self, literal(other)))

    def __rsub__(self, other: QuantityInput) -> Quantity:
        return Compute("-", (literal(other), self))

    def __mul__(self, other: QuantityInput) -> Quantity:
        return Compute("*", (self, literal(other)))

    def __rmul__(self, other: QuantityInput) -> Quantity:
        return Compute("*", (literal(other), self))

    def __truediv__(self, other: QuantityInput) -> Quantity:
        return _divided(self, literal(other))

    def __rtruediv__(self, other: QuantityInput) -> Quantity:
        return _divided(literal(other), self)

    def __mod__(self, other: QuantityInput) -> Quantity:
        return Compute("mod", (self, literal(other)))

    def __ge__(self, other: QuantityInput) -> Compare:
        return _compare(">=", self, other)

    def __gt__(self, other: QuantityInput) -> Compare:
        return _compare(">", self, other)

    def __le__(self, other: QuantityInput) -> Compare:
        return _compare("<=", self, other)

    def __lt__(self, other: QuantityInput) -> Compare:
        return _compare("<", self, other)


def _compare(operator: str, left: Quantity, right: QuantityInput) -> Compare:
    from teachtrain.rules._conditions import Compare  # noqa: PLC0415 - the two know each other

    return Compare(operator, left, literal(right))


@attrs.frozen(order=False)
class Literal(Quantity):
    """An amount as the text states it, or a day of the calendar."""

    amount: Amount


def literal(value: QuantityInput) -> Quantity:
    """Return *value* as a quantity: an amount, a plain number or a date stands for itself."""
    match value:
        case Quantity():
            return value
        case Amount():
            return Literal(value)
        case date():
            number = plain_date(value, where="a day in a rule").toordinal()
            return Literal(Amount(number, number, DATE))
        case int() | str() | Decimal() | Fraction():
            plain = exact(value)
            return Literal(Amount(plain, plain, NUMBER))
        case _:
            raise _no_quantity(value)


def _no_quantity(value: object) -> TeachtrainError:
    if isinstance(value, float):
        return InvalidTypeError.at(
            "amount",
            f"a float is not exact (got {value!r})",
            f'write it as text, such as class_hours("{value!r}")',
        )
    return InvalidTypeError.at(
        "quantity",
        f"not a quantity (got {type(value).__name__})",
        "give an amount such as class_hours(120), a number, or a form such as total()",
    )


class Moment(enum.Enum):
    """When a dated fact is read."""

    NOW = "now"
    """The booking day in recognition; elsewhere the last day of the window, at most `as_of`."""
    AT_START = "at start"
    EVER = "ever"
    THROUGHOUT = "throughout"
    ON_EVENT = "on event"


@attrs.frozen(order=False)
class Fact(Quantity):
    """
    A fact of the record, the teacher or the group, read as a value or a number.

    Attributes:
        of: `record`, `teacher`, `group` or `event`.
        name: The field or local name; for an event, the event's name.
        unit: What a number in it counts.
        moment: When a dated fact is read.
        event: The event, where *moment* is `Moment.ON_EVENT`.
        local: Whether it is one of the province's own facts.
    """

    of: str
    name: str
    unit: Unit = NUMBER
    moment: Moment = Moment.NOW
    event: str = ""
    local: bool = False

    def is_(self, value: str) -> OneOf:
        """Whether the fact is *value*, or has it among its values."""
        return self.one_of(value)

    def one_of(self, *values: str) -> OneOf:
        """Whether the fact is one of *values*, or has one of them among its values."""
        from teachtrain.rules._conditions import OneOf  # noqa: PLC0415

        return OneOf(self, values)

    def at_least(self, level: str) -> OneOf:
        """Whether a level of government is *level* or above it."""
        from teachtrain.models import Level  # noqa: PLC0415
        from teachtrain.rules._conditions import OneOf  # noqa: PLC0415

        lowest = Level.of(level, where="at_least(level)")
        return OneOf(self, tuple(own for own in Level if own.reaches(lowest)))

    def is_known(self) -> Known:
        """Whether the fact is known to have a value; never unknown itself."""
        from teachtrain.rules._conditions import Known  # noqa: PLC0415

        return Known(self)

    def is_none(self) -> Known:
        """Whether a record is known to have no such thing; unknown where nobody says."""
        from teachtrain.rules._conditions import Known  # noqa: PLC0415

        return Known(self, none=True)

    def at_start(self) -> Fact:
        """Return the fact as it was on the first day of the window."""
        return attrs.evolve(self, moment=Moment.AT_START)

    def ever(self) -> Fact:
        """Return the fact as it was on any day of the window, up to `as_of`."""
        return attrs.evolve(self, moment=Moment.EVER)

    def throughout(self) -> Fact:
        """Return the fact as it was on every day of the window, up to `as_of`."""
        return attrs.evolve(self, moment=Moment.THROUGHOUT)

    def on(self, event: str) -> Fact:
        """Return the fact as it was on the day of the teacher's event."""
        return attrs.evolve(self, moment=Moment.ON_EVENT, event=event)


class _RecordFacts:
    """The facts of the record at hand: `record.hours`, `record.mode`, `record.local("x")`."""

    __slots__ = ()

    activity = Fact("record", "activity")
    project = Fact("record", "project")
    module = Fact("record", "module")
    hours = Fact("record", "hours", CLASS_HOUR)
    days = Fact("record", "days", DAY)
    length = Fact("record", "length", DAY)
    delay = Fact("record", "delay", DAY)
    mode = Fact("record", "mode")
    topic = Fact("record", "topics")
    level = Fact("record", "level")
    organiser = Fact("record", "organiser")
    approval = Fact("record", "approval")
    result = Fact("record", "result")
    score = Fact("record", "score")
    role = Fact("record", "role")
    attendance = Fact("record", "attendance")
    converted_from = Fact("record", "converted_from")
    day = Fact("record", "day", DATE)

    def local(self, name: str, unit: Unit = NUMBER) -> Fact:
        """Return a province's own attribute of the record."""
        return Fact("record", name, unit, local=True)

    def __repr__(self) -> str:
        return "record"


class _TeacherFacts:
    """The facts of the teacher: `teacher.category`, `teacher.stage`, `teacher.event("hired")`."""

    __slots__ = ()

    category = Fact("teacher", "category")
    post = Fact("teacher", "post")
    school = Fact("teacher", "school")
    stage = Fact("teacher", "stage")
    subject = Fact("teacher", "subject")
    place = Fact("teacher", "place")
    employment = Fact("teacher", "employment")

    def local(self, name: str, unit: Unit = NUMBER) -> Fact:
        """Return a province's own fact of the teacher."""
        return Fact("teacher", name, unit, local=True)

    def event(self, name: str) -> Fact:
        """Return the day of an event; a comparison with it is not applicable before it happens."""
        return Fact("event", name, DATE)

    def years_since(self, event: str) -> Years:
        """Return the full years since an event, on the day on which facts are read."""
        return Years(event)

    def __repr__(self) -> str:
        return "teacher"


class _GroupFacts:
    """The facts of the group that a rewrite or a pool looks at."""

    __slots__ = ()

    count = Fact("group", "count")
    total = Fact("group", "total")

    @property
    def largest(self) -> Top:
        """The largest member."""
        return Top(1)

    def top(self, count: int) -> Top:
        """Return the sum of the *count* largest members."""
        return Top(count)

    def __repr__(self) -> str:
        return "group"


record: Final = _RecordFacts()
teacher: Final = _TeacherFacts()
group: Final = _GroupFacts()


@attrs.frozen(order=False)
class Top(Quantity):
    """The sum of the *count* largest members of a group."""

    count: int

    def __attrs_post_init__(self) -> None:
        if isinstance(self.count, bool) or not isinstance(self.count, int) or self.count < 1:
            raise InvalidValueError.at(
                "group.top()", f"not a count (got {brief(self.count)})", "give 1 or more"
            )


@attrs.frozen(order=False)
class Years(Quantity):
    """The full years between an event and the day on which facts are read."""

    event: str
    unit: Unit = YEAR


def _divided(of: Quantity, by: Quantity) -> Quantity:
    """Return a quotient; by a plain number, it is the product with one over it."""
    if isinstance(by, Literal) and by.amount.is_point and by.amount.unit == NUMBER:
        if by.amount.low == 0:
            raise InvalidValueError.at("quantity", "is divided by zero", "divide by another number")
        share = 1 / Fraction(by.amount.value)
        return Compute("*", (of, Literal(Amount(share, share, NUMBER))))
    return Compute("/", (of, by))


@attrs.frozen(order=False)
class Compute(Quantity):
    """Arithmetic: `+`, `-`, `*`, `/`, `mod`, `least` or `most` of its parts."""

    operator: str
    parts: tuple[Quantity, ...]


def least(*parts: QuantityInput) -> Quantity:
    """Return the smallest of *parts*."""
    return Compute("least", _parts("least", parts))


def most(*parts: QuantityInput) -> Quantity:
    """Return the largest of *parts*."""
    return Compute("most", _parts("most", parts))


def surplus(of: QuantityInput, *, above: QuantityInput) -> Quantity:
    """
    Return what *of* has beyond *above*, and nothing where it has less.

    `elective + surplus(required, above=training_credits(16))` lets what exceeds the one demand
    stand in for the other; both totals are read as they are, so it works one way and never on.
    """
    return most(literal(of) - literal(above), 0)


def _parts(name: str, parts: tuple[QuantityInput, ...]) -> tuple[Quantity, ...]:
    if not parts:
        raise InvalidValueError.at(f"{name}()", "has no parts", "give at least one quantity")
    return tuple(literal(part) for part in parts)


class Direction(enum.Enum):
    """Which way a number is rounded."""

    DOWN = "down"
    UP = "up"
    HALF_UP = "half up"


@attrs.frozen(order=False)
class Rounded(Quantity):
    """
    A quantity brought to a multiple of *step*, in a direction that a rule names.

    Attributes:
        of: The quantity.
        step: Of what it becomes a multiple.
        direction: Which way; None, where the text is silent: either multiple is possible then.
    """

    of: Quantity
    step: Amount
    direction: Direction | None

    def __attrs_post_init__(self) -> None:
        if not self.step.is_point or self.step.low <= 0:
            raise InvalidValueError.at(
                "rounded(step=)", f"not a step (got {self.step})", "give an amount above zero"
            )


def rounded(
    of: QuantityInput, *, step: Amount | ExactInput, direction: Direction | str | None
) -> Rounded:
    """
    Return *of* brought to a multiple of *step*: `down`, `up` or `half up`.

    A direction of None says that the text only speaks of multiples, not of how they are reached:
    what is between two of them is open, and the audit names the gap.
    """
    if not isinstance(step, Amount):
        step = Amount(exact(step), exact(step), NUMBER)
    way = None
    if direction is not None:
        way = chosen(Direction, direction, where="rounded(direction=)")
    return Rounded(literal(of), step, way)


@attrs.frozen(order=False)
class Table(Quantity):
    """
    The first row whose test holds gives the quantity.

    Attributes:
        rows: Tests with their quantities, in order.
        otherwise: What holds where no test does; without it the clause doesn't apply then.
    """

    rows: tuple[tuple[Condition, Quantity], ...]
    otherwise: Quantity | None = None

    def __attrs_post_init__(self) -> None:
        from teachtrain.rules._conditions import refuse_no_condition  # noqa: PLC0415 - as above

        for test, _ in self.rows:
            refuse_no_condition(test, where="if_()")


def if_(test: Condition, then: QuantityInput, otherwise: QuantityInput | None = None) -> Table:
    """Return *then* where *test* holds, else *otherwise*."""
    return Table(((test, literal(then)),), None if otherwise is None else literal(otherwise))


def from_table(
    *facts: Fact,
    rows: dict[str | tuple[str, ...], QuantityInput],
    otherwise: QuantityInput | None = None,
) -> Table:
    """
    Return the quantity that a table gives for the values of *facts*, in order.

    `from_table(record.level, record.role, rows={("city", "speaker"): class_hours(4), ...})`
    """
    from teachtrain.rules._conditions import all_of  # noqa: PLC0415

    made: list[tuple[Condition, Quantity]] = []
    if not rows:
        raise InvalidValueError.at("from_table(rows=)", "has no rows", "give at least one")
    for key, value in rows.items():
        keys = (key,) if isinstance(key, str) else tuple(key)
        if len(keys) != len(facts):
            raise InvalidValueError.at(
                "from_table(rows=)",
                f"{key!r} has {len(keys)} keys for {len(facts)} facts",
                "give one key for each fact",
            )
        tests = [fact.is_(own) for fact, own in zip(facts, keys, strict=True)]
        made.append((tests[0] if len(tests) == 1 else all_of(*tests), literal(value)))
    return Table(tuple(made), None if otherwise is None else literal(otherwise))


@attrs.frozen(order=False)
class Dated(Quantity):
    """
    A value that policy changed: each holds from its day until the next one's.

    Attributes:
        values: First day and quantity, in order; a quantity of None ends the value.
    """

    values: tuple[tuple[date, Quantity | None], ...]

    def __attrs_post_init__(self) -> None:
        days = [plain_date(day, where="dated()") for day, _ in self.values]
        if not days or days != sorted(set(days)):
            raise InvalidValueError.at(
                "dated()", "needs values on different days in order", "sort them by first day"
            )


def dated(*values: tuple[date, QuantityInput | None]) -> Dated:
    """
    Return a value that holds from each day on until the next, or until a value of None.

    Where no value holds, the clause that reads it is not in force.
    """
    return Dated(tuple((day, None if value is None else literal(value)) for day, value in values))


@attrs.frozen(order=False)
class FirstKnown(Quantity):
    """The first of its parts that is known."""

    parts: tuple[Quantity, ...]


def first_known(*parts: QuantityInput) -> FirstKnown:
    """Return the first of *parts* that is known."""
    return FirstKnown(_parts("first_known", parts))


@attrs.frozen(order=False)
class FigureValue(Quantity):
    """The value of a figure that the policy names."""

    id: str


def figure(figure_id: str) -> FigureValue:
    """Return the value of the policy's figure *figure_id*."""
    return FigureValue(figure_id)


class Measure(enum.Enum):
    """What a total makes of its entries."""

    SUM = "sum"
    COUNT = "count"
    LARGEST = "largest"
    DISTINCT = "distinct"
    LARGEST_GROUP = "largest group"


@attrs.frozen
class TheCycle:
    """The policy's training cycle, as a window. There is one: `CYCLE`."""

    months = 0  # it is no part


CYCLE: Final = TheCycle()


@attrs.frozen
class CyclePart:
    """
    The parts of so many months into which the policy's cycle divides, from its first day.

    Each begins on the day of the month that the cycle begins on, and stands still with it.

    Attributes:
        months: How long each is; cycles must divide evenly.
    """

    months: int

    daily = False  # as a calendar says of its cells

    def __attrs_post_init__(self) -> None:
        if isinstance(self.months, bool) or not isinstance(self.months, int) or self.months < 1:
            raise InvalidValueError.at(
                "cycle_part()", "has no length", "give years= or months= of one or more"
            )


CYCLE_YEAR: Final = CyclePart(12)
"""Each year of the cycle, counted from its first day: from one anniversary to the next."""


def cycle_part(*, years: int = 0, months: int = 0) -> CyclePart:
    """Return the parts of so many years and months into which the cycle divides."""
    return CyclePart(12 * years + months)


@attrs.frozen
class Edge:
    """
    A border of a window: an event of the teacher, moved by months and days, then to a calendar.

    Attributes:
        event: The event's name; `as_of` is the day of the audit, the day after which counts
            as the end.
        months: Months after it; below zero, before it.
        days: Days after that.
        calendar: The calendar whose cell that holds the day is taken whole, from its first day
            or to its last.
    """

    event: str
    months: int = 0
    days: int = 0
    calendar: Calendar | None = None


@attrs.frozen
class WindowOf:
    """A window between two edges: *start* counts, *end* does not."""

    start: Edge
    end: Edge
    clip: Clip


WindowForm: TypeAlias = TheCycle | WindowOf | Span


def around(
    event: str,
    *,
    clip: Clip,
    months_before: int = 0,
    days_before: int = 0,
    months_after: int = 0,
    days_after: int = 0,
    from_start_of: Calendar | None = None,
    to_end_of: Calendar | None = None,
) -> WindowOf:
    """
    Return the window around an event of the teacher.

    The day of the event opens the time after it: `months_after=6` from 1 March ends with
    31 August, and `months_before=6` ends with the last day of February. With
    `to_end_of=SCHOOL_YEAR` the window goes on to the end of the school year that holds the
    day it would end with, or the event if it would hold no day after it; `from_start_of`
    begins it with the first day of the one that holds its own.
    """
    return WindowOf(
        Edge(event, -months_before, -days_before, from_start_of),
        Edge(event, months_after, days_after, to_end_of),
        clip,
    )


def between_events(start: str, end: str) -> WindowOf:
    """Return the window from the day of one event to the day before another."""
    return WindowOf(Edge(start), Edge(end), Clip.BACK)


def last(*, months: int = 0, years: int = 0, clip: Clip) -> WindowOf:
    """Return the window of the last months or years up to the day of the audit."""
    return WindowOf(Edge("as_of", -12 * years - months), Edge("as_of"), clip)


@attrs.frozen(order=False)
class Total(Quantity):
    """
    What the entries of an account come to, after every ceiling.

    Attributes:
        of: Which entries; all of the account, if None.
        account: The account's id; the policy's first, if empty.
        over: The window; the enclosing one (the cycle, if none encloses), if None.
        measure: Sum, or what else is made of the entries. Ceilings limit sums only.
        by: The record's field that tells groups apart, for distinct and largest group.
    """

    of: Selection | None = None
    account: str = ""
    over: WindowForm | None = None
    measure: Measure = Measure.SUM
    by: str = ""

    def __attrs_post_init__(self) -> None:
        from teachtrain.rules._conditions import refuse_no_selection  # noqa: PLC0415 - as above

        if not isinstance(self.account, str):
            raise InvalidTypeError.at(
                "total()",
                f"the account is not its id (got {brief(self.account)})",
                "give the id of an account first, or a selection as of=, such as of=where(...)",
            )
        if self.of is not None:
            refuse_no_selection(self.of, where="total(of=)")
        refuse_no_window(self.over, where="total(over=)")


def refuse_no_window(value: object, *, where: str) -> None:
    """Refuse what is no window of a rule, such as a calendar."""
    if value is not None and not isinstance(value, (TheCycle, WindowOf, Span)):
        raise InvalidTypeError.at(
            where,
            f"not a window of a rule (got {brief(value)})",
            "give CYCLE, around(...), between_events(...), last(...), or a Span of days that the "
            "rule names",
        )


DayTest: TypeAlias = "OneOf | Combine"
"""A test of a dated fact of the teacher, or several combined."""


@attrs.frozen(order=False)
class Days(Quantity):
    """
    How many days a window holds, or those of them on which facts of the teacher hold.

    Attributes:
        test: A test of a dated fact, or several combined, asked of every day by itself; of all
            days, if None.
        over: The window; the enclosing one (the cycle, if none encloses), if None.
    """

    test: DayTest | None = None
    over: WindowForm | None = None

    def __attrs_post_init__(self) -> None:
        if self.test is not None and not _asked_of_a_day(self.test):
            raise InvalidTypeError.at(
                "days_when()",
                "not a test of a fact of the teacher, day by day",
                "give one such as teacher.employment.is_(IN_POST), or several in all_of(...)",
            )
        refuse_no_window(self.over, where="days_when(over=)")


def _asked_of_a_day(test: object) -> bool:
    """Whether a test asks facts of the teacher of each day by itself."""
    from teachtrain.rules._conditions import Combine, OneOf  # noqa: PLC0415 - as above

    match test:
        case OneOf(fact=fact):
            return fact.of == "teacher" and fact.moment is Moment.NOW
        case Combine(parts=parts):
            return all(_asked_of_a_day(part) for part in parts)
        case _:
            return False


def days_of(over: WindowForm | None = None) -> Days:
    """Return how many days the window holds; of the enclosing one, if None."""
    return Days(None, over)


def days_when(test: DayTest, *, over: WindowForm | None = None) -> Days:
    """
    Return on how many days of the window a dated fact of the teacher holds, or several do.

    `days_when(teacher.employment.is_(IN_POST)) / days_of()` is the share of the cycle in post;
    `all_of`, `any_of`, `not_` and `at_least` combine tests of one day.
    Days to come are taken as the timeline has them.
    """
    return Days(test, over)


@attrs.frozen(order=False)
class PartsMet(Quantity):
    """
    How many parts of a window pass a condition, whether they have begun or not.

    Attributes:
        parts: The parts, and the condition.
        in_a_row: Whether only the most that follow on each other are counted; so far, of those
            that are over.
    """

    parts: Each
    in_a_row: bool = False


def parts_met(
    calendar: Calendar | CyclePart,
    condition: Condition,
    *,
    over: WindowForm | None = None,
    cut_short: CutShort | str | None = None,
    in_a_row: bool = False,
) -> PartsMet:
    """
    Return how many parts of the calendar in the window pass a condition, or do so in a row.

    `parts_met(SCHOOL_YEAR, teacher.employment.is_(IN_POST).throughout())` counts full years in
    post. Days to come are taken as the timeline has them; a part that ended before the hire is
    not counted.

    `parts_met(SCHOOL_YEAR, total() <= 0, in_a_row=True)` is the longest time without any
    training, in school years. A year that is not over is none of it so far.
    """
    from teachtrain.rules._conditions import some  # noqa: PLC0415 - as above

    if not isinstance(in_a_row, bool):
        raise InvalidTypeError.at(
            "parts_met(in_a_row=)", f"not a truth value (got {brief(in_a_row)})", "give True"
        )
    return PartsMet(some(calendar, condition, over=over, cut_short=cut_short), in_a_row)


def total(
    account: str = "", of: Selection | None = None, *, over: WindowForm | None = None
) -> Total:
    """
    Return the sum of an account's entries that *of* selects, as far as ceilings allow.

    Args:
        account: The account; the policy's first where it is left out.
        of: Which entries.
        over: The window, where it is not the enclosing one.
    """
    return Total(of, account, over)


def count_of(
    of: Selection | None = None,
    *,
    account: str = "",
    by: str = "",
    over: WindowForm | None = None,
) -> Total:
    """
    Return how many entries there are, or how many different values of *by* they have.

    `count_of(where(topic=...), by="module")` counts different modules.
    """
    return Total(of, account, over, Measure.DISTINCT if by else Measure.COUNT, by)


def largest_of(
    of: Selection | None = None,
    *,
    account: str = "",
    by: str = "",
    over: WindowForm | None = None,
) -> Total:
    """Return the largest entry, or the largest sum of entries with one value of *by*."""
    return Total(of, account, over, Measure.LARGEST_GROUP if by else Measure.LARGEST, by)


Key: TypeAlias = str | Calendar | TheCycle | CyclePart
"""What tells groups apart: a record's field, a calendar, the cycle or a part of it."""


def grouping(by: Key | Iterable[Key]) -> tuple[Key, ...]:
    """Return keys as a tuple; one alone stands for itself."""
    return (by,) if isinstance(by, Key) else tuple(by)
