"""Units and exact amounts, known to a point or to a closed interval."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeAlias

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models._vocabulary import brief

__all__ = [
    "CLASS_HOUR",
    "DATE",
    "DAY",
    "MONTH",
    "NUMBER",
    "PROGRAMME_CREDIT",
    "TRAINING_CREDIT",
    "UNBOUNDED",
    "YEAR",
    "Amount",
    "Exact",
    "ExactInput",
    "Reach",
    "Unbounded",
    "Unit",
    "class_hours",
    "days",
    "exact",
    "local_number",
    "measured",
    "months",
    "not_negative",
    "number",
    "per",
    "programme_credits",
    "shown",
    "training_credits",
    "whole_or_fraction",
]

Exact: TypeAlias = int | Fraction
"""An exact number: an `int` where it is whole, otherwise a `Fraction`."""

ExactInput: TypeAlias = int | str | Decimal | Fraction
"""What is accepted as an exact number: never a `float`, never a `bool`."""

_TEXT: Final = re.compile(
    r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12}|/[1-9][0-9]{0,17})?", flags=re.ASCII
)
_LONGEST_TEXT: Final = 40
_LIMIT: Final = 10**18
_PLACES: Final = 12
_LIMIT_WORDS: Final = "give at most 18 digits before the point and 12 after it"


def exact(value: ExactInput, *, where: str = "amount") -> Exact:
    """
    Return *value* as an exact number, or refuse it in bounded time.

    >>> exact("7.5"), exact("1/3"), exact("2.0")
    (Fraction(15, 2), Fraction(1, 3), 2)

    Args:
        value: An `int`, `Decimal`, `Fraction`, or text such as `"12"`, `"-0.5"` and `"1/3"`.
        where: The place named in an error.

    Raises:
        InvalidTypeError: If *value* is a `float`, a `bool` or no number at all.
        InvalidValueError: If it is not finite or larger or finer than an amount may be.
    """
    match value:
        case bool():
            raise InvalidTypeError.at(where, f"a bool is not a number (got {value})", "give 0 or 1")
        case float():
            raise InvalidTypeError.at(
                where,
                f"a float is not exact (got {value!r})",
                f'write it as text, such as class_hours("{value!r}")',
            )
        case int():
            return _within_limits(int(value), 1, where)
        case Fraction():
            return _within_limits(value.numerator, value.denominator, where)
        case Decimal():
            return _from_decimal(value, where)
        case str():
            if len(value) > _LONGEST_TEXT or not _TEXT.fullmatch(value):
                raise InvalidValueError.at(
                    where,
                    f"not a number as text (got {value[:_LONGEST_TEXT]!r})",
                    'write it like "12", "7.5" or "1/3", with at most 18 digits before the '
                    "point and 12 after it",
                )
            read = Fraction(value)
            return _within_limits(read.numerator, read.denominator, where)
        case _:
            raise InvalidTypeError.at(
                where,
                f"not a number (got {type(value).__name__})",
                "give an int, str, Decimal or Fraction",
            )


def not_negative(value: ExactInput, *, where: str) -> Exact:
    """Return *value* as an exact number of zero or more; errors as in `exact`."""
    held = exact(value, where=where)
    if held < 0:
        raise InvalidValueError.at(
            where, f"must be 0 or more (got {held})", "book a correction as an entry of its own"
        )
    return held


def local_number(value: ExactInput, *, where: str) -> Exact:
    """Return a number of a fact whose texts stay text; errors as in `not_negative`."""
    if isinstance(value, float):
        raise InvalidTypeError.at(
            where,
            f"a float is not exact (got {value!r})",
            f'give Decimal("{value!r}") or exact("{value!r}"); a text would stay text here',
        )
    return not_negative(value, where=where)


def _within_limits(numerator: int, denominator: int, where: str) -> Exact:
    if not (-_LIMIT * denominator < numerator < _LIMIT * denominator and denominator < _LIMIT):
        raise InvalidValueError.at(where, "the number is too large or too fine", _LIMIT_WORDS)
    return numerator if denominator == 1 else _shared(numerator, denominator)


@lru_cache(maxsize=4096)
def _shared(numerator: int, denominator: int) -> Fraction:
    """Return a fraction, the same one for equal parts: comparing it with itself is quick."""
    return Fraction(numerator, denominator)


def _from_decimal(value: Decimal, where: str) -> Exact:
    # The size is judged on the parts: converting Decimal("1e999999999") would take minutes.
    if not value.is_finite():
        shown_as = brief(str(value))
        raise InvalidValueError.at(where, f"not a finite number (got {shown_as})", "give a number")
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # a finite Decimal has an int here
    shown = list(digits)
    while shown and shown[-1] == 0:
        shown.pop()
        exponent += 1
    if not shown:
        return 0
    if len(shown) + exponent > 18 or exponent < -_PLACES:  # noqa: PLR2004 - the stated limit
        raise InvalidValueError.at(where, "the number is too large or too fine", _LIMIT_WORDS)
    unsigned = int("".join(map(str, shown)))
    signed = -unsigned if sign else unsigned
    read = Fraction(signed) * Fraction(10) ** exponent
    return read.numerator if read.denominator == 1 else _shared(read.numerator, read.denominator)


def whole_or_fraction(value: Exact) -> Exact:
    """Return *value* as an `int` where it is whole."""
    return value.numerator if value.denominator == 1 else value


class Unbounded:
    """
    An end of an amount that nothing limits: `UNBOUNDED` above, `-UNBOUNDED` below.

    It compares with every number and adds to any; there is one of each sign.
    """

    __slots__ = ("_sign",)

    _sign: int

    def __new__(cls, sign: int = 1) -> Unbounded:  # noqa: PYI034 - there are only these two
        """Return the one of this sign."""
        found = _ENDS.get(sign)
        if found is None:
            if sign not in (1, -1):
                raise InvalidValueError.at(
                    "Unbounded",
                    f"a sign is 1 or -1 (got {brief(sign)})",
                    "write UNBOUNDED or -UNBOUNDED",
                )
            found = super().__new__(cls)
            found._sign = sign
            _ENDS[sign] = found
        return found

    def __reduce__(self) -> tuple[type[Unbounded], tuple[int]]:
        return (Unbounded, (self._sign,))

    def __repr__(self) -> str:
        return "UNBOUNDED" if self._sign > 0 else "-UNBOUNDED"

    def __neg__(self) -> Unbounded:
        return Unbounded(-self._sign)

    def __add__(self, other: Reach) -> Unbounded:
        return self

    def __radd__(self, other: Reach) -> Unbounded:
        return self

    def __sub__(self, other: Reach) -> Unbounded:
        return self

    def __rsub__(self, other: Reach) -> Unbounded:
        return -self

    def __lt__(self, other: Reach) -> bool:
        return self._sign < 0 and other is not self

    def __le__(self, other: Reach) -> bool:
        return self._sign < 0 or other is self

    def __gt__(self, other: Reach) -> bool:
        return self._sign > 0 and other is not self

    def __ge__(self, other: Reach) -> bool:
        return self._sign > 0 or other is self


_ENDS: dict[int, Unbounded] = {}
UNBOUNDED: Final = Unbounded()

Reach: TypeAlias = int | Fraction | Unbounded
"""An exact number, or `UNBOUNDED`."""


@attrs.frozen(repr=False)
class Unit:
    """
    What an amount is counted in. Different units never add.

    >>> TRAINING_CREDIT / CLASS_HOUR * CLASS_HOUR == TRAINING_CREDIT
    True
    >>> Unit.named("lesson")
    Unit.named('lesson')

    Attributes:
        terms: Base unit and power, sorted; a plain number has none.
    """

    terms: tuple[tuple[str, int], ...] = ()

    @classmethod
    def named(cls, name: str) -> Unit:
        """Return the base unit *name*, the policy's own or one of the constants here."""
        if not name or name.split() != name.split(" "):
            raise InvalidValueError.at(
                "Unit.named", f"not a name (got {brief(name)})", 'give a word such as "lesson"'
            )
        return cls(((name, 1),))

    def __mul__(self, other: Unit) -> Unit:
        powers = dict(self.terms)
        for name, power in other.terms:
            powers[name] = powers.get(name, 0) + power
        return Unit(tuple(sorted((n, p) for n, p in powers.items() if p)))

    def __truediv__(self, other: Unit) -> Unit:
        return self * Unit(tuple((name, -power) for name, power in other.terms))

    def __str__(self) -> str:
        above = [name for name, power in self.terms for _ in range(power)]
        below = [name for name, power in self.terms for _ in range(-power)]
        words = " ".join(above) or "number"
        return f"{words} per {' '.join(below)}" if below else words

    def __repr__(self) -> str:
        match self.terms:
            case ():
                return "Unit()"
            case ((name, 1),):
                return f"Unit.named({name!r})"
            case _:
                return f"Unit({self.terms!r})"


NUMBER: Final = Unit()
CLASS_HOUR: Final = Unit.named("class hour")
"""学时: the unit of training time. How long one lasts is a local matter."""
TRAINING_CREDIT: Final = Unit.named("training credit")
"""培训学分: the unit of a province's training scheme."""
PROGRAMME_CREDIT: Final = Unit.named("programme credit")
"""学历学分: the unit of a degree programme or a self-taught examination."""
DAY: Final = Unit.named("day")
MONTH: Final = Unit.named("month")
YEAR: Final = Unit.named("year")
DATE: Final = Unit.named("date")
"""A day of the calendar as a number; compared, never counted."""


def _held(value: Exact) -> Exact:
    if type(value) is int or type(value) is Fraction:
        return whole_or_fraction(value)
    return exact(value, where="Amount")


def _held_end(value: Reach) -> Reach:
    return value if isinstance(value, Unbounded) else _held(value)


def _times(value: Reach, by: Exact) -> Reach:
    if not isinstance(value, Unbounded):
        return whole_or_fraction(value * by)
    return value if by > 0 else -value if by < 0 else 0


@attrs.frozen(repr=False)
class Amount:
    """
    An exact amount in one unit: a point where it is known, an interval where it is not.

    Make one with `class_hours`, `training_credits`, `programme_credits`, `days`, `months`,
    `number` or `per`, which check what comes in. A computed amount may be larger than an
    input may be, and below zero where it is a difference.

    >>> class_hours("7.5") + class_hours(2)
    class_hours('9.5')
    >>> class_hours(15, to=30)
    class_hours(15, to=30)
    >>> 2 * class_hours("7.5"), class_hours(8) * "1/4"
    (class_hours(15), class_hours(2))

    Attributes:
        low: The least it can be.
        high: The most it can be; `UNBOUNDED` where nothing limits it.
        unit: What is counted.

    Raises:
        InvalidValueError: If *low* is above *high*.
        InvalidTypeError: If units differ in a sum, or a number is not exact.
    """

    low: Reach = attrs.field(converter=_held_end)
    high: Reach = attrs.field(converter=_held_end)
    unit: Unit

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise InvalidValueError.at(
                "Amount", f"low is above high ({self.low} > {self.high})", "give the lower first"
            )

    @property
    def is_point(self) -> bool:
        """Whether the amount is known exactly."""
        return self.low == self.high

    @property
    def value(self) -> Exact:
        """
        The exact number of a known amount.

        Raises:
            InvalidValueError: If it is known only to an interval.
        """
        if not self.is_point or isinstance(self.low, Unbounded):
            raise InvalidValueError.at(
                "Amount.value", f"known only as {self}", "read low and high instead"
            )
        return self.low

    def _same(self, other: Amount) -> None:
        if self.unit != other.unit:
            raise InvalidTypeError.at(
                "Amount",
                f"{self.unit} and {other.unit} are different units",
                "convert by a rate that a policy names",
            )

    def __add__(self, other: Amount) -> Amount:
        if not isinstance(other, Amount):
            return NotImplemented
        self._same(other)
        return Amount(self.low + other.low, self.high + other.high, self.unit)

    def __sub__(self, other: Amount) -> Amount:
        if not isinstance(other, Amount):
            return NotImplemented
        self._same(other)
        return Amount(self.value - other.value, self.value - other.value, self.unit)

    def __mul__(self, other: ExactInput) -> Amount:
        if not isinstance(other, (int, str, Decimal, Fraction, float)):
            return NotImplemented
        by = exact(other, where="Amount")
        low, high = _times(self.low, by), _times(self.high, by)
        return Amount(low, high, self.unit) if by >= 0 else Amount(high, low, self.unit)

    __rmul__ = __mul__

    def __lt__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        self._same(other)
        return self.value < other.value

    def __le__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        return not other < self

    def __gt__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        return other < self

    def __ge__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        return not self < other

    def __str__(self) -> str:
        if self.is_point:
            return f"{shown(self.low)} {self.unit}"
        if isinstance(self.high, Unbounded):
            return f"{shown(self.low)} or more {self.unit}"
        return f"{shown(self.low)} to {shown(self.high)} {self.unit}"

    def __repr__(self) -> str:
        maker = _MAKERS.get(self.unit)
        high = self.low if isinstance(self.high, Unbounded) else self.high
        if maker is None or not (_may_be_given(self.low) and _may_be_given(high)):
            return f"Amount({self.low!r}, {self.high!r}, {self.unit!r})"
        low = _as_written(self.low)
        return (
            f"{maker}({low})" if self.is_point else f"{maker}({low}, to={_as_written(self.high)})"
        )


def measured(value: Amount | ExactInput | None, unit: Unit, *, where: str) -> Exact | None:
    """Return how much *value* is in *unit*, a plain number being meant in it."""
    if value is None:
        return None
    if isinstance(value, Amount):
        if value.unit != unit:
            raise InvalidTypeError.at(where, f"is in {value.unit}", f"give it in {unit}")
        if not value.is_point:
            raise InvalidValueError.at(
                where, f"known only as {value}", "leave it out until one amount is known"
            )
        value = value.value
    return not_negative(value, where=where)


def shown(value: Reach) -> str:
    """Write a number as a decimal of at most 12 places where that is exact, else as p/q."""
    if not isinstance(value, Fraction):
        return str(value)
    places, rest = 0, value.denominator
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        places = max(places, power)
    if rest != 1 or places > _PLACES:
        return f"{value.numerator}/{value.denominator}"
    scaled = abs(value.numerator) * 10**places // value.denominator
    whole, part = divmod(scaled, 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{part:0{places}d}"


def _may_be_given(value: Reach) -> bool:
    """Whether a number is one that may come in as an amount; a computed one need not be."""
    return 0 <= value < _LIMIT and bool(_TEXT.fullmatch(shown(value)))


def _as_written(value: Reach) -> str:
    return repr(shown(value)) if isinstance(value, Fraction) else repr(value)


def _amount(low: ExactInput, to: ExactInput | Unbounded | None, unit: Unit, where: str) -> Amount:
    first = not_negative(low, where=where)
    last: Reach
    if to is None:
        last = first
    elif isinstance(to, Unbounded):
        last = to
    else:
        last = exact(to, where=where)
    return Amount(first, last, unit)


def class_hours(amount: ExactInput, *, to: ExactInput | Unbounded | None = None) -> Amount:
    """
    Return an amount of training time in class hours (学时).

    >>> class_hours("7.5")
    class_hours('7.5')

    Args:
        amount: How many, zero or more; the least, where *to* is given.
        to: The most it can be, for a range that a person decides.

    Raises:
        InvalidValueError: If it is below zero, not a number, or too large or fine.
        InvalidTypeError: If it is a `float` or a `bool`.
    """
    return _amount(amount, to, CLASS_HOUR, "class_hours")


def training_credits(amount: ExactInput, *, to: ExactInput | Unbounded | None = None) -> Amount:
    """Return an amount in training credits (培训学分); arguments as in `class_hours`."""
    return _amount(amount, to, TRAINING_CREDIT, "training_credits")


def programme_credits(amount: ExactInput, *, to: ExactInput | Unbounded | None = None) -> Amount:
    """Return an amount in credits of a degree programme (学历学分); see `class_hours`."""
    return _amount(amount, to, PROGRAMME_CREDIT, "programme_credits")


def days(amount: ExactInput, *, to: ExactInput | Unbounded | None = None) -> Amount:
    """Return an amount in days; arguments as in `class_hours`."""
    return _amount(amount, to, DAY, "days")


def months(amount: ExactInput, *, to: ExactInput | Unbounded | None = None) -> Amount:
    """Return an amount in months; arguments as in `class_hours`."""
    return _amount(amount, to, MONTH, "months")


def number(amount: ExactInput, *, to: ExactInput | Unbounded | None = None) -> Amount:
    """Return a plain number, such as a share or a count; arguments as in `class_hours`."""
    return _amount(amount, to, NUMBER, "number")


def per(unit: Unit, amount: Amount) -> Amount:
    """
    Return a rate: *amount* for each *unit*.

    >>> str(per(CLASS_HOUR, training_credits(1)))
    '1 training credit per class hour'

    Raises:
        InvalidTypeError: If *unit* is no unit, or *amount* no amount.
    """
    if not isinstance(unit, Unit) or not isinstance(amount, Amount):
        raise InvalidTypeError.at(
            "per()",
            f"not a unit and an amount (got {brief(unit)}, {brief(amount)})",
            "write per(CLASS_HOUR, training_credits(1))",
        )
    return Amount(amount.low, amount.high, amount.unit / unit)


_MAKERS: Final = {
    CLASS_HOUR: "class_hours",
    TRAINING_CREDIT: "training_credits",
    PROGRAMME_CREDIT: "programme_credits",
    DAY: "days",
    MONTH: "months",
    NUMBER: "number",
}
