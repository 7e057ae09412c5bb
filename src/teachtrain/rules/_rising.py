"""Whether what a group gives surely never falls when a member grows or a new one comes."""

from __future__ import annotations

import enum
from fractions import Fraction
from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from teachtrain.models import UNBOUNDED, Unbounded
from teachtrain.rules._conditions import Combine, Compare, Logic
from teachtrain.rules._quantities import (
    Compute,
    Dated,
    Fact,
    FirstKnown,
    Literal,
    Quantity,
    Rounded,
    Table,
    Top,
    Years,
    group,
)
from teachtrain.rules._walk import known_quantity, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from teachtrain.models._quantities import Reach
    from teachtrain.rules._conditions import Condition
    from teachtrain.rules._walk import Form

__all__ = ["may_lapse", "never_falls"]

Bounds: TypeAlias = "tuple[Reach, Reach]"

_STEPS: Final = 100_000
"""How many forms are looked at to find bounds; a quantity that needs more is refused."""


class _Lack(enum.Enum):
    """What becomes of a group for which a quantity has no value."""

    WHOLE = "the group keeps its total, which is more than any value"
    LEAST = "the group gives nothing, and no more where the quantity stands inside another"
    NOTHING = "the group gives nothing, as by a value of zero"
    REFUSED = "a test does not hold, or drops out"


def never_falls(value: Quantity, *, whole: bool) -> bool:
    """
    Whether a quantity over a group surely never falls when a member grows.

    Args:
        value: The quantity.
        whole: Whether a group keeps its total where there is no value; else it gives nothing.
    """
    if whole and may_lapse(known_quantity(value)):
        return False
    try:
        return _Rising().rises(value, _Lack.WHOLE if whole else _Lack.NOTHING)
    except _TooLongError:
        return False


def may_lapse(form: Form) -> bool:
    """Whether it may depend on the group whether a table in a quantity has a value at all."""
    tables = [part for part in walk(form) if isinstance(part, Table)]
    return any(table.otherwise is None for table in tables) and any(
        _reads_group(test) for table in tables for test, _ in table.rows
    )


def _reads_group(form: Form | Quantity) -> bool:
    start = known_quantity(form) if isinstance(form, Quantity) else form
    return any(
        isinstance(part, Top) or (isinstance(part, Fact) and part.of == "group")
        for part in walk(start)
    )


# sums ---------------------------------------------------------------------------------------


@attrs.frozen
class _Sum:
    """
    A constant, and forms that are no sums, each with the number it is multiplied by.

    A form that cancels out stays, with zero: where it has no value, the sum has none either.
    """

    constant: Fraction
    weights: dict[Quantity, Fraction]


def _sum_of(form: Quantity) -> _Sum:
    """Return a quantity as a sum; `total - top(3)` and the like are seen through."""
    constant = Fraction(0)
    weights: dict[Quantity, Fraction] = {}
    pending = [(form, Fraction(1))]
    while pending:
        part, weight = pending.pop()
        match part:
            case Literal() if (plain := _number(part)) is not None:
                constant += weight * plain
            case Compute(operator="+", parts=parts):
                pending.extend((own, weight) for own in parts)
            case Compute(operator="-", parts=(first, *rest)):
                pending.append((first, weight))
                pending.extend((own, -weight) for own in rest)
            case Compute(operator="*", parts=parts):
                numbers = [_number(own) for own in parts]
                others = [own for own, plain in zip(parts, numbers, strict=True) if plain is None]
                for plain in numbers:
                    weight *= 1 if plain is None else plain
                if len(others) > 1:
                    alone = part if len(others) == len(parts) else Compute("*", tuple(others))
                    weights[alone] = weights.get(alone, Fraction(0)) + weight
                elif others:
                    pending.append((others[0], weight))
                else:
                    constant += weight
            case _:
                weights[part] = weights.get(part, Fraction(0)) + weight
    return _Sum(constant, weights)


def _number(form: Quantity) -> Fraction | None:
    """Return the number of a literal that is one."""
    if not isinstance(form, Literal) or not form.amount.is_point:
        return None
    low = form.amount.low
    return None if isinstance(low, Unbounded) else Fraction(low)


def _by_rank(weights: Mapping[Quantity, Fraction]) -> bool:
    """
    Whether every member, from the largest down, has a weight of zero or more.

    `group.top(3) + (group.total - group.top(3)) * "1/2"` weighs the first three by one and all
    others by a half. Such a sum is never below zero, and never falls when a member grows.
    """
    weight = sum((own for form, own in weights.items() if _is_total(form)), Fraction(0))
    if weight < 0:
        return False
    tops = [(form.count, own) for form, own in weights.items() if isinstance(form, Top)]
    for _, own in sorted(tops, key=lambda top: -top[0]):
        weight += own
        if weight < 0:
            return False
    return True


def _is_total(form: Quantity) -> bool:
    return form == group.total


def _is_ranked(form: Quantity) -> bool:
    """Whether a form is a sum of members by their rank."""
    return _is_total(form) or isinstance(form, Top)


# bounds -------------------------------------------------------------------------------------


class _TooLongError(Exception):
    """To tell would take too long."""


class _Known:
    """
    What is known of a group where a quantity is looked at.

    Attributes:
        found: Bounds of `group.total`, `group.top(n)` and `group.count`; none is below zero.
        steps: How many forms were looked at so far, shared by all of one look.
    """

    __slots__ = ("found", "steps")

    def __init__(self, steps: Iterator[int], found: dict[Quantity, Bounds]) -> None:
        self.steps = steps
        self.found = found

    def bounds(self, form: Quantity) -> Bounds:
        """Return what a quantity surely lies between, if it has a value."""
        if next(self.steps) > _STEPS:
            raise _TooLongError
        match form:
            case Literal(amount=amount):
                return (amount.low, amount.high)
            case Fact() | Top() | Years():  # no record and no teacher holds a number below zero
                return self.found.get(form, (0, UNBOUNDED))
            case Compute(operator="+" | "-"):
                own = _sum_of(form)
                return (self.least(own), -self.least(_negative(own)))
            case Compute(operator="/"):
                return (-UNBOUNDED, UNBOUNDED)
            case Compute(operator=operator, parts=parts):
                return _computed(operator, [self.bounds(part) for part in parts])
            case Rounded(of=of, step=step):
                low, high = self.bounds(of)
                lower = low - step.low
                return (max(lower, 0) if low >= 0 else lower, high + step.low)
            case FirstKnown(parts=parts):
                return _hull([self.bounds(part) for part in parts])
            case Table(rows=rows, otherwise=otherwise):
                found = [self.beside(test, holds=True).bounds(value) for test, value in rows]
                if otherwise is not None:
                    found.append(self.bounds(otherwise))
                return _hull(found)
            case Dated(values=values):
                return _hull([self.bounds(value) for _, value in values if value is not None])
            case _:
                return (-UNBOUNDED, UNBOUNDED)

    def least(self, own: _Sum) -> Reach:
        """Return what a sum is surely not below."""
        least: Reach = own.constant
        ranked = {form: weight for form, weight in own.weights.items() if _is_ranked(form)}
        together = min(ranked.values(), default=0) < 0 and _by_rank(ranked)
        for form, weight in own.weights.items():
            if not weight or (together and form in ranked):
                continue  # all ranks together are not below zero
            low, high = self.bounds(form)
            end = low if weight > 0 else high
            if isinstance(end, Unbounded):
                return -UNBOUNDED
            least += weight * end
        return least

    def beside(self, test: Condition, *, holds: bool) -> _Known:
        """Return what is known beside that a test holds, or does not."""
        found = dict(self.found)
        whole = isinstance(test, Combine) and test.logic is Logic.ALL and holds
        for part in test.parts if whole and isinstance(test, Combine) else (test,):
            if not isinstance(part, Compare) or part.operator not in (">=", ">"):
                continue
            form, border = part.left, _number(part.right)
            if border is None or not (_is_ranked(form) or form == group.count):
                continue
            low, high = found.get(form, (0, UNBOUNDED))
            low, high = (max(low, border), high) if holds else (low, min(high, border))
            if low <= high:
                found[form] = (low, high)
        return _Known(self.steps, found)


def _negative(own: _Sum) -> _Sum:
    return _Sum(-own.constant, {form: -weight for form, weight in own.weights.items()})


def _hull(found: list[Bounds]) -> Bounds:
    if not found:
        return (-UNBOUNDED, UNBOUNDED)
    return (min(low for low, _ in found), max(high for _, high in found))


def _computed(operator: str, found: list[Bounds]) -> Bounds:
    match operator:
        case "least":
            return (min(low for low, _ in found), min(high for _, high in found))
        case "most":
            return (max(low for low, _ in found), max(high for _, high in found))
        case "mod":
            return (0, max(found[-1][1], 0))
        case _:
            low, high = found[0]
            for own_low, own_high in found[1:]:
                if low < 0 or own_low < 0:
                    return (-UNBOUNDED, UNBOUNDED)
                low, high = _product(low, own_low), _product(high, own_high)
            return (low, high)


def _product(one: Reach, other: Reach) -> Reach:
    if one == 0 or other == 0:
        return 0
    if isinstance(one, Unbounded) or isinstance(other, Unbounded):
        return UNBOUNDED
    return one * other


def _surely_valued(form: Quantity) -> bool:
    """Whether a quantity has a value for every group, whatever else is known or none."""
    match form:
        case Literal() | Top():
            return True
        case Fact(of=of):
            return of == "group"
        case Compute(operator=operator, parts=parts):
            return operator not in ("mod", "/") and all(_surely_valued(part) for part in parts)
        case Rounded(of=of):
            return _surely_valued(of)
        case FirstKnown(parts=parts):
            return any(_surely_valued(part) for part in parts)
        case Table(rows=rows, otherwise=otherwise):
            values = [value for _, value in rows]
            return otherwise is not None and all(
                _surely_valued(own) for own in (*values, otherwise)
            )
        case _:
            return False


def _valued_alike(form: Quantity) -> bool:
    """Whether a quantity has a value for all groups or for none, by what else is known."""
    if not _reads_group(form) or _surely_valued(form):
        return True
    match form:
        case Compute(operator=operator, parts=parts):
            return operator not in ("mod", "/") and all(_valued_alike(part) for part in parts)
        case Rounded(of=of):
            return _valued_alike(of)
        case _:
            return isinstance(form, Fact)


# what never falls ---------------------------------------------------------------------------


class _Rising:
    """One look at a quantity."""

    def __init__(self) -> None:
        self._known = _Known(count(), {})

    def rises(self, form: Quantity, lack: _Lack) -> bool:
        """
        Whether a quantity surely never falls when a member grows, all other facts unchanged.

        Where it has a value for a group, it has one for every greater group too; by `_Lack.WHOLE`
        it is the other way round.
        """
        if not _reads_group(form):
            return True
        own = _sum_of(form)
        if own.weights == {form: 1} and not own.constant:
            return self._by_form(form, lack)
        ranked = {part: weight for part, weight in own.weights.items() if _is_ranked(part)}
        others = [part for part in own.weights if part not in ranked and _reads_group(part)]
        if not _by_rank(ranked) or any(own.weights[part] < 0 for part in others):
            return False
        if len(own.weights) > 1 or own.constant:
            lack = _inside(lack)
        return self._all_rise(others, lack)

    def _all_rise(self, forms: Iterable[Quantity], lack: _Lack) -> bool:
        return all(self.rises(form, lack) for form in forms)

    def _by_form(self, form: Quantity, lack: _Lack) -> bool:
        """Whether a quantity that is no sum surely never falls."""
        match form:
            case Fact() | Top():
                return True
            case Compute(operator="least", parts=parts):
                return self._all_rise(parts, lack)
            case Compute(operator="most", parts=parts):
                return self._all_rise(parts, _inside(lack))
            case Compute(operator="*", parts=parts):
                grown = [part for part in parts if _reads_group(part)]
                free = [part for part in parts if not _reads_group(part)]
                if any(self._known.bounds(part)[0] < 0 for part in free):
                    return False
                if len(grown) == 1:
                    return self.rises(grown[0], lack)
                if any(self._known.bounds(part)[0] < 0 for part in grown):
                    return False
                return self._all_rise(grown, _inside(lack))
            case Rounded(of=of):
                return self.rises(of, lack)
            case Table():
                return self._table(form, lack)
            case _:
                return False

    def _table(self, table: Table, lack: _Lack) -> bool:
        """
        Whether a table never falls: an earlier row is worth at least every later one.

        As the group grows, a test that holds goes on holding. So the row that gives the value
        stays the same, or an earlier one takes its place when its test comes to hold.
        """
        values = [value for _, value in table.rows]
        if table.otherwise is not None:
            values.append(table.otherwise)
        steps = [number for number, (test, _) in enumerate(table.rows) if _reads_group(test)]
        if steps:
            if table.otherwise is None and lack in (_Lack.WHOLE, _Lack.REFUSED):
                return False
            for number in steps:
                if not self._test_rises(table.rows[number][0]):
                    return False
            for number in steps:
                test, value = table.rows[number]
                if not self._step(test, value, values[number + 1 :], lack):
                    return False
        return self._all_rise(values, lack)

    def _step(self, test: Condition, value: Quantity, before: list[Quantity], lack: _Lack) -> bool:
        """Whether a row is worth what may have stood before its test came to hold, or more."""
        if lack is _Lack.WHOLE:
            # Where the row has no value, the group is left whole, which is as much as can be.
            if not all(_surely_valued(own) for own in before):
                return False
        elif not _surely_valued(value) and not (
            lack is _Lack.NOTHING and all(self._known.bounds(own)[1] <= 0 for own in before)
        ):
            return False
        below, above = (self._known.beside(test, holds=holds) for holds in (False, True))
        return _covers(value, before, below, above)

    def _test_rises(self, test: Condition) -> bool:
        """Whether a test that holds of a group surely holds of every greater one."""
        pending = [test]
        while pending:
            part = pending.pop()
            match part:
                case _ if not _reads_group(part):
                    pass
                case Compare(operator=operator, left=left, right=right):
                    more, less = (left, right) if operator in (">=", ">") else (right, left)
                    if not (_valued_alike(left) and _valued_alike(right)):
                        return False
                    if not self.rises(Compute("-", (more, less)), _Lack.REFUSED):
                        return False
                case Combine(logic=Logic.ALL | Logic.ANY | Logic.AT_LEAST, parts=parts):
                    pending.extend(parts)
                case _:
                    return False
        return True


def _covers(value: Quantity, before: list[Quantity], below: _Known, above: _Known) -> bool:
    """Whether *value* beyond a step is at least what each of *before* is up to it."""
    pending = [(value, own) for own in before]
    while pending:
        one, other = pending.pop()
        if above.bounds(one)[0] >= below.bounds(other)[1]:
            continue
        if above.least(_sum_of(Compute("-", (one, other)))) >= 0:
            continue
        split = other if isinstance(other, Table) else one
        if not isinstance(split, Table):
            return False
        parts = [own for _, own in split.rows]
        parts += [] if split.otherwise is None else [split.otherwise]
        pending.extend([(one, own) if split is other else (own, other) for own in parts])
    return True


def _inside(lack: _Lack) -> _Lack:
    """Return what having no value means of a part: the whole then has none either."""
    return _Lack.LEAST if lack is _Lack.NOTHING else lack
