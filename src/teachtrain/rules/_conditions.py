"""Conditions: tests over facts, quantities and parts of time, as data."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import Approval, Calendar, Level, Mode, Result, Stage, Text
from teachtrain.models._sources import text
from teachtrain.models._vocabulary import as_tuple, brief, chosen
from teachtrain.rules._quantities import (
    CyclePart,
    Fact,
    Moment,
    Quantity,
    QuantityInput,
    WindowForm,
    literal,
    record,
    refuse_no_window,
    total,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teachtrain.rules._quantities import Total

__all__ = [
    "Combine",
    "Compare",
    "Condition",
    "CutShort",
    "Demand",
    "Each",
    "Exclusive",
    "Known",
    "Logic",
    "OneOf",
    "Selection",
    "When",
    "all_of",
    "any_of",
    "at_least",
    "between",
    "demand",
    "each",
    "exclusive",
    "exists",
    "not_",
    "some",
    "when",
    "where",
]


CLOSED_WORDS: Final[dict[tuple[str, str], type[Approval | Level | Mode | Result | Stage]]] = {
    ("record", "approval"): Approval,
    ("record", "level"): Level,
    ("record", "mode"): Mode,
    ("record", "result"): Result,
    ("teacher", "stage"): Stage,
}
"""The facts that have a closed vocabulary: another word is a slip, and would never match."""


class _Truthless:
    """A condition is no truth value: `a <= total() <= b` would silently lose its half."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise InvalidTypeError.at(
            "condition",
            "a condition is not true or false",
            "write all_of(), any_of(), not_() or between() instead of and, or, not, a < b < c",
        )


@attrs.frozen
class Compare(_Truthless):
    """One quantity against another: `>=`, `>`, `<=` or `<`."""

    operator: str
    left: Quantity
    right: Quantity


@attrs.frozen
class OneOf(_Truthless):
    """Whether a fact is one of the values, or has one of them among its values."""

    fact: Fact
    values: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        if not self.values:
            raise InvalidValueError.at("one_of()", "has no values", "give at least one")
        for value in self.values:
            if not isinstance(value, str):
                raise InvalidTypeError.at(
                    f"{self.fact.of}.{self.fact.name}",
                    f"not a word (got {brief(value)})",
                    "give text; compare a number by >= and <=",
                )
        words = CLOSED_WORDS.get((self.fact.of, self.fact.name))
        if words is not None and not self.fact.local:
            for value in self.values:
                words.of(value, where=f"{self.fact.of}.{self.fact.name}")

    def _at(self, moment: Moment, event: str = "") -> OneOf:
        return attrs.evolve(self, fact=attrs.evolve(self.fact, moment=moment, event=event))

    def at_start(self) -> OneOf:
        """Return the test as of the first day of the window."""
        return self._at(Moment.AT_START)

    def ever(self) -> OneOf:
        """Return the test of any day of the window, up to `as_of`."""
        return self._at(Moment.EVER)

    def throughout(self) -> OneOf:
        """Return the test of every day of the window, up to `as_of`."""
        return self._at(Moment.THROUGHOUT)

    def on(self, event: str) -> OneOf:
        """Return the test as of the day of an event."""
        return self._at(Moment.ON_EVENT, event)


@attrs.frozen
class Known(_Truthless):
    """
    Whether a fact is known to have a value; or, with *none*, whether it is none.

    The first is never unknown itself. The second is asked of records only, and is unknown where
    nobody says.
    """

    fact: Fact
    none: bool = False

    def __attrs_post_init__(self) -> None:
        if self.none and self.fact.of != "record":
            raise InvalidValueError.at(
                f"{self.fact.of}.{self.fact.name}", "is no fact of a record", "test its value"
            )


class Logic(enum.Enum):
    """How verdicts of parts combine; parts that don't apply drop out."""

    ALL = "all of"
    ANY = "any of"
    NOT = "not"
    AT_LEAST = "at least"


@attrs.frozen
class Combine(_Truthless):
    """
    All, any, none or at least *k* of the parts.

    Attributes:
        logic: How they combine.
        parts: At least one.
        k: How many, for `at_least`.
    """

    logic: Logic
    parts: tuple[Condition, ...]
    k: int = 0

    def __attrs_post_init__(self) -> None:
        if not self.parts:
            raise InvalidValueError.at(
                f"{self.logic.value}()", "has no parts", "give at least one condition"
            )
        for part in self.parts:
            refuse_no_condition(part, where=f"{self.logic.value}()")


@attrs.frozen
class Selection(_Truthless):
    """
    The entries that pass every test; all of them, where there is none.

    Attributes:
        tests: Conditions over the facts of a record and of its teacher on the booking day.
        entry_tags: Tags of which the entry must have one.
    """

    tests: tuple[Condition, ...] = ()
    entry_tags: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        for test in self.tests:
            refuse_no_condition(test, where="where()")


class CutShort(enum.Enum):
    """What becomes of a cell of the calendar that the window, or a pause in it, cuts short."""

    KEEP = "keep"
    DROP = "drop"


@attrs.frozen
class Each(_Truthless):
    """
    A condition asked of each part of the calendar in the window, or of some part.

    Attributes:
        calendar: The parts: cells of a calendar, or parts of the cycle.
        condition: Asked with the part as its window.
        every: Whether all parts must pass; else one is enough.
        over: The window that is divided; the enclosing one, if None.
        cut_short: What becomes of a part that the window cuts short; a policy must say
            where that can happen.
        k: How many parts must pass, where not all must.
    """

    calendar: Calendar | CyclePart
    condition: Condition
    every: bool = True
    over: WindowForm | None = None
    cut_short: CutShort | None = None
    k: int = 1

    def __attrs_post_init__(self) -> None:
        word = "each()" if self.every else "some()"
        if not isinstance(self.calendar, (Calendar, CyclePart)):
            raise InvalidTypeError.at(
                word,
                f"not a calendar (got {brief(self.calendar)})",
                "give CALENDAR_YEAR, SCHOOL_YEAR, CYCLE_YEAR, MONTHLY, EVERY_DAY or a Calendar of "
                "your own",
            )
        if isinstance(self.k, bool) or not isinstance(self.k, int) or self.k < 1:
            raise InvalidValueError.at(
                "some(at_least=)", f"not a count of parts (got {brief(self.k)})", "give 1 or more"
            )
        refuse_no_condition(self.condition, where=word)
        refuse_no_window(self.over, where=f"{word[:-1]}over=)")


@attrs.frozen
class When(_Truthless):
    """*then*, where *test* holds; not applicable, where it does not."""

    test: Condition
    then: Condition

    def __attrs_post_init__(self) -> None:
        refuse_no_condition(self.test, where="when()")
        refuse_no_condition(self.then, where="when()")


@attrs.frozen
class Demand:
    """
    A sum that must reach an amount, among others of which each amount serves one only.

    Attributes:
        asked: A sum that must be at least an amount.
        limits: Sums that may be at most an amount, of what it takes.
        title: What it is called in an explanation.
    """

    asked: Compare
    limits: tuple[Compare, ...] = ()
    title: Text | None = attrs.field(default=None, converter=attrs.converters.optional(text))

    def __attrs_post_init__(self) -> None:
        for operator, own in ((">=", self.asked), *(("<=", own) for own in self.limits)):
            if not (isinstance(own, Compare) and _is_sum(own.left) and own.operator == operator):
                need = operator == ">="
                raise InvalidTypeError.at(
                    "demand()",
                    f"not a sum that must be {'at least' if need else 'at most'} an amount "
                    f"(got {brief(own)})",
                    f"write total(of=where(...)) {operator} training_credits(10)",
                )

    @property
    def total(self) -> Total:
        """The sum that must reach an amount."""
        return sum_of(self.asked)


def sum_of(form: Compare) -> Total:
    """Return the sum that a demand, or a limit of one, compares."""
    from teachtrain.rules._quantities import Total  # noqa: PLC0415 - the two know each other

    assert isinstance(form.left, Total)
    return form.left


def _is_sum(form: object) -> bool:
    from teachtrain.rules._quantities import Measure, Total  # noqa: PLC0415 - as above

    return isinstance(form, Total) and form.measure is Measure.SUM


MOST_DEMANDS: Final = 12
"""How many demands may share entries: their verdict looks at every set of them."""


@attrs.frozen
class Exclusive(_Truthless):
    """
    All demands are met, when each amount is used for one of them only.

    Attributes:
        demands: From two to twelve, over one account and one window.
        whole: Whether a record serves one demand as a whole; else it may be split.
    """

    demands: tuple[Demand, ...]
    whole: bool = False

    def __attrs_post_init__(self) -> None:
        if not 1 < len(self.demands) <= MOST_DEMANDS:
            raise InvalidValueError.at(
                "exclusive()",
                f"shares entries among {len(self.demands)} demands",
                f"give from 2 to {MOST_DEMANDS}; a single one needs no exclusive()",
            )
        sums = [sum_of(form) for own in self.demands for form in (own.asked, *own.limits)]
        if len({(own.account, own.over) for own in sums}) > 1:
            raise InvalidValueError.at(
                "exclusive()",
                "shares entries of several accounts or windows",
                "give every total the same account= and over=",
            )
        if not isinstance(self.whole, bool):
            raise InvalidTypeError.at(
                "exclusive(whole=)", f"not a truth value (got {brief(self.whole)})", "give True"
            )

    @property
    def total(self) -> Total:
        """One of its totals: all are of one account and one window."""
        return self.demands[0].total


Condition: TypeAlias = Compare | OneOf | Known | Combine | Selection | Each | When | Exclusive


def refuse_no_condition(value: object, *, where: str) -> None:
    """Refuse what is no condition, such as the truth value that `total() == ...` gives."""
    if not isinstance(value, Condition):
        raise InvalidTypeError.at(
            where,
            f"not a condition (got {brief(value)})",
            "compare a quantity by >= or <=, or test a fact by .is_(...)",
        )


def refuse_no_selection(value: object, *, where: str) -> None:
    """Refuse what is no selection, such as a `dict` or a bare condition."""
    if not isinstance(value, Selection):
        raise InvalidTypeError.at(
            where,
            f"not a selection (got {brief(value)})",
            'write where(...), such as where(mode="online") or where(record.hours >= ...)',
        )


def all_of(*parts: Condition) -> Combine:
    """Return the condition that every part is met."""
    return Combine(Logic.ALL, parts)


def any_of(*parts: Condition) -> Combine:
    """Return the condition that at least one part is met."""
    return Combine(Logic.ANY, parts)


def not_(part: Condition) -> Combine:
    """Return the condition that the part is not met."""
    return Combine(Logic.NOT, (part,))


def matrix(
    *facts: Fact,
    rows: Mapping[str | tuple[str, ...], QuantityInput],
    account: str = "",
    over: WindowForm | None = None,
) -> Combine:
    """
    Return the condition that each cell of a table is met: a total at least, by values of *facts*.

    `matrix(record.level, record.topic, rows={("city", "ethics"): training_credits(2), ...})`. What
    is in several cells counts in each; where it may not, use `exclusive`.

    Args:
        *facts: Facts of the record, in the order of the values.
        rows: What each cell asks for, by the values that lead to it.
        account: The account's id; the policy's first, if empty.
        over: The window; the enclosing one, if None.

    Raises:
        InvalidValueError: If there is no row, or one has another number of values than facts.
    """
    cells: list[Condition] = []
    for values, need in rows.items():
        keys = (values,) if isinstance(values, str) else values
        if len(keys) != len(facts):
            raise InvalidValueError.at(
                "matrix(rows=)",
                f"has {len(keys)} values for {len(facts)} facts ({brief(values)})",
                "give one value for each fact",
            )
        tests = [fact.is_(value) for fact, value in zip(facts, keys, strict=True)]
        cells.append(total(account, where(*tests), over=over) >= literal(need))
    if not cells:
        raise InvalidValueError.at("matrix(rows=)", "has no rows", "give at least one")
    return all_of(*cells)


def at_least(k: int, *parts: Condition) -> Combine:
    """Return the condition that *k* of the parts or more are met."""
    if isinstance(k, bool) or not isinstance(k, int) or not 1 <= k <= len(parts):
        raise InvalidValueError.at(
            "at_least(k)", f"k must be from 1 to {len(parts)} (got {k})", "count the parts"
        )
    return Combine(Logic.AT_LEAST, parts, k)


def between(low: QuantityInput, value: Quantity, high: QuantityInput) -> Combine:
    """Return the condition `low <= value <= high`."""
    return all_of(value >= literal(low), value <= literal(high))


def when(test: Condition, then: Condition) -> When:
    """Return *then* where *test* holds; it does not apply elsewhere."""
    return When(test, then)


def each(
    calendar: Calendar | CyclePart,
    condition: Condition,
    *,
    over: WindowForm | None = None,
    cut_short: CutShort | str | None = None,
) -> Each:
    """Return the condition that every part of the calendar in the window passes."""
    return Each(calendar, condition, True, over, _cut_short(cut_short))  # noqa: FBT003 - a form's field


def some(
    calendar: Calendar | CyclePart,
    condition: Condition,
    *,
    at_least: int = 1,
    over: WindowForm | None = None,
    cut_short: CutShort | str | None = None,
) -> Each:
    """Return the condition that *at_least* so many parts of the calendar in the window pass."""
    return Each(calendar, condition, False, over, _cut_short(cut_short), at_least)  # noqa: FBT003 - a form's field


def _cut_short(value: CutShort | str | None) -> CutShort | None:
    return None if value is None else chosen(CutShort, value, where="each(cut_short=)")


def demand(asked: Compare, *limits: Compare, title: str | Text | None = None) -> Demand:
    """
    Return a demand for `exclusive`.

    `demand(total(of=ETHICS) >= class_hours(12), total(of=where(mode="online")) <= class_hours(4))`:
    of what serves it, four hours at most are online.

    Args:
        asked: A sum that must be at least an amount.
        *limits: Sums that may be at most an amount, of what serves the demand; no entry is in two
            of these.
        title: What it is called in an explanation.
    """
    return Demand(asked, limits, title)


def exclusive(*demands: Compare | Demand, whole: bool = False) -> Exclusive:
    """
    Return the condition that all demands are met, each amount being used for one of them only.

    `exclusive(total(of=ETHICS) >= class_hours(12), total(of=SAFETY) >= class_hours(8))`: eight
    hours on both topics serve the one, or the other, or are split.

    Args:
        *demands: From two to twelve sums that must be at least an amount, or `demand(...)` where
            one has limits or a title of its own.
        whole: Whether a record serves one demand as a whole.
    """
    made = [own if isinstance(own, Demand) else Demand(own) for own in demands]
    return Exclusive(tuple(made), whole)


def exists(
    of: Selection | None = None, *, account: str = "", over: WindowForm | None = None
) -> Compare:
    """Return the condition that there is an entry that *of* selects."""
    from teachtrain.rules._quantities import count_of  # noqa: PLC0415 - kept beside its siblings

    return count_of(of, account=account, over=over) >= 1


_KEYWORDS: Final[dict[str, Fact]] = {
    "activity": record.activity,
    "approval": record.approval,
    "level": record.level,
    "mode": record.mode,
    "module": record.module,
    "organiser": record.organiser,
    "project": record.project,
    "result": record.result,
    "role": record.role,
    "topic": record.topic,
}
_VOCABULARIES: Final[dict[str, type[Mode | Level]]] = {"mode": Mode, "level": Level}


def where(*tests: Condition, **facts: str | Iterable[str]) -> Selection:
    """
    Return the selection of entries that pass every test.

    `where(mode=Mode.ONLINE, level=("city", "county"))` reads a keyword as equality, or as
    membership where several values are given. Keywords are `activity`, `approval`, `level`,
    `mode`, `module`, `organiser`, `project`, `result`, `role`, `topic` and `tag`.

    Args:
        *tests: Further conditions, such as `record.hours >= class_hours(24)`; another
            selection may be among them.
        **facts: Fields of the record, or the entry's `tag`.

    Raises:
        InvalidValueError: If a keyword is not one of those.
    """
    made: list[Condition] = []
    entry_tags: tuple[str, ...] = ()
    for test in tests:
        if isinstance(test, Selection):
            made.extend(test.tests)
            if entry_tags and test.entry_tags:
                raise InvalidValueError.at(
                    "where()", "joins two selections by tag", "name the tag in one of them"
                )
            entry_tags = entry_tags or test.entry_tags
        else:
            made.append(test)
    for name, value in facts.items():
        if name != "tag" and name not in _KEYWORDS:
            raise _no_keyword(name)
        values = _words(name, value)
        if name == "tag":
            if entry_tags or not values:
                raise InvalidValueError.at(
                    "where(tag=)",
                    "names no tag" if not values else "joins a tag to a selection that has one",
                    "give the tags in one place",
                )
            entry_tags = values
            continue
        if name in _VOCABULARIES:
            vocabulary = _VOCABULARIES[name]
            values = tuple(vocabulary.of(own, where=f"where({name}=)") for own in values)
        made.append(OneOf(_KEYWORDS[name], values))
    return Selection(tuple(made), entry_tags)


def _words(name: str, value: object) -> tuple[str, ...]:
    """Return one word or several as a tuple, refusing what is no text."""
    given = as_tuple(value)
    for own in given:
        if not isinstance(own, str):
            raise InvalidTypeError.at(
                f"where({name}=)",
                f"not a word or several (got {brief(own)})",
                "give text, or several texts of which one is enough",
            )
    return given


def _no_keyword(name: str) -> InvalidValueError:
    if name in _MEASURES:
        mend = f"compare it: where(record.{name} >= ...)"
    else:
        mend = (
            f"use one of {', '.join(sorted(_KEYWORDS))}, tag; a local attribute is tested "
            f'as record.local("{name}").is_(...)'
        )
    return InvalidValueError.at("where()", f"has no keyword {name!r}", mend)


_MEASURES: Final = ("attendance", "day", "days", "hours", "score")
