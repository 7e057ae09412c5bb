"""Amounts: exact, in one unit, known to a point or to an interval."""

import copy
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain import models
from teachtrain.errors import InvalidTypeError, InvalidValueError, TeachtrainError
from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    MONTH,
    NUMBER,
    PROGRAMME_CREDIT,
    TRAINING_CREDIT,
    UNBOUNDED,
    Amount,
    Unbounded,
    Unit,
    class_hours,
    days,
    months,
    number,
    per,
    programme_credits,
    training_credits,
)

T = TypeVar("T")
Reach = int | Fraction | Unbounded

MAKERS = {
    CLASS_HOUR: class_hours,
    TRAINING_CREDIT: training_credits,
    PROGRAMME_CREDIT: programme_credits,
    DAY: days,
    MONTH: months,
    NUMBER: number,
}


def again(value: T) -> T:
    """Return *value* as another process would get it."""
    back: T = pickle.loads(pickle.dumps(value))  # noqa: S301 - dumped on this line
    return back


def numbers() -> st.SearchStrategy[Fraction]:
    """Draw thirds, halves and wholes, below zero too; equal ones are drawn often."""
    return st.builds(Fraction, st.integers(-50, 50), st.sampled_from([1, 2, 3, 12]))


def intervals(unit: Unit = CLASS_HOUR) -> st.SearchStrategy[Amount]:
    """Draw points, intervals and amounts without a lower or an upper end."""

    def made(one: Fraction, other: Fraction, open_ends: str) -> Amount:
        low, high = sorted([one, other])
        return Amount(
            -UNBOUNDED if "low" in open_ends else low,
            UNBOUNDED if "high" in open_ends else high,
            unit,
        )

    ends = st.sampled_from(["", "low", "high", "low and high"])
    return points(unit) | st.builds(made, numbers(), numbers(), ends)


def points(unit: Unit = CLASS_HOUR) -> st.SearchStrategy[Amount]:
    """Draw amounts that are known exactly."""
    return numbers().map(lambda value: Amount(value, value, unit))


@st.composite
def amounts_as_given(draw: st.DrawFn) -> Amount:
    """Draw amounts as a policy's author makes them, with up to twelve places."""
    make = draw(st.sampled_from(list(MAKERS.values())))
    written = st.decimals(0, 10**17, places=12) | st.integers(0, 10**18 - 1) | st.just(0)
    thirds = st.builds(Fraction, st.integers(0, 10**6), st.sampled_from([3, 7, 999]))
    low, high = sorted([draw(written | thirds), draw(written | thirds)])
    return make(low, to=draw(st.sampled_from([None, high, UNBOUNDED])))


# addition --------------------------------------------------------------------------------


@given(one=intervals(), other=intervals(), third=intervals())
def test_amounts_add_in_any_order(one: Amount, other: Amount, third: Amount) -> None:
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)


@given(amount=intervals())
def test_nothing_added_changes_nothing(amount: Amount) -> None:
    assert amount + class_hours(0) == amount


@given(one=intervals(), other=intervals(), data=st.data())
def test_a_sum_holds_the_sum_of_any_values_of_its_parts(
    one: Amount, other: Amount, data: st.DataObject
) -> None:
    """
    Bounds are sound: whatever the parts turn out to be, the total lies within its bounds.
    """

    def draw_in(amount: Amount) -> Fraction:
        low = Fraction(-1000) if isinstance(amount.low, Unbounded) else Fraction(amount.low)
        high = Fraction(1000) if isinstance(amount.high, Unbounded) else Fraction(amount.high)
        return low + (high - low) * data.draw(st.fractions(0, 1, max_denominator=10))

    both = one + other
    assert both.low <= draw_in(one) + draw_in(other) <= both.high


@given(one=numbers(), other=numbers())
def test_known_amounts_add_and_subtract_like_their_numbers(one: Fraction, other: Fraction) -> None:
    left, right = Amount(one, one, CLASS_HOUR), Amount(other, other, CLASS_HOUR)

    assert (left + right).value == one + other
    assert (left - right).value == one - other
    assert left - right + right == left


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (class_hours("7.5"), class_hours(2), class_hours("9.5")),
        (class_hours("1/3"), class_hours("2/3"), class_hours(1)),
        (class_hours(15, to=30), class_hours(5), class_hours(20, to=35)),
        (class_hours(1, to=2), class_hours(10, to=20), class_hours(11, to=22)),
        (class_hours(1, to=2), class_hours(3, to=UNBOUNDED), class_hours(4, to=UNBOUNDED)),
        (class_hours(1, to=UNBOUNDED), class_hours(3), class_hours(4, to=UNBOUNDED)),
    ],
)
def test_the_ends_of_a_sum_are_the_sums_of_the_ends(
    one: Amount, other: Amount, total: Amount
) -> None:
    assert one + other == total


def test_a_computed_amount_may_be_larger_than_an_input_may_be() -> None:
    largest = class_hours(10**18 - 1)

    assert (largest + class_hours(1)).value == 10**18
    assert (largest + class_hours("4/3")).value == Fraction(3 * 10**18 + 1, 3)


def test_a_computed_amount_may_be_finer_than_an_input_may_be() -> None:
    """
    3/(10**18 - 1) is 1/333333333333333333: with 1/2 the parts are six hundred million billion.
    """
    finest, half = class_hours(Fraction(3, 10**18 - 1)), class_hours("1/2")

    assert (finest + half).value == Fraction(333_333_333_333_333_335, 666_666_666_666_666_666)
    assert (finest + class_hours("1/8")).value == Fraction(
        333_333_333_333_333_341, 2_666_666_666_666_666_664
    )


@pytest.mark.parametrize("amount", [class_hours(1, to=2), class_hours(1, to=UNBOUNDED)])
def test_an_amount_that_is_not_known_is_never_subtracted(amount: Amount) -> None:
    with pytest.raises(InvalidValueError, match="known only as"):
        amount - class_hours(1)
    with pytest.raises(InvalidValueError, match="known only as"):
        class_hours(5) - amount


# order -----------------------------------------------------------------------------------


@given(one=numbers(), other=numbers())
def test_known_amounts_compare_like_their_numbers(one: Fraction, other: Fraction) -> None:
    left, right = Amount(one, one, CLASS_HOUR), Amount(other, other, CLASS_HOUR)

    assert (left < right) is (one < other)
    assert (left <= right) is (one <= other)
    assert (left > right) is (one > other)
    assert (left >= right) is (one >= other)
    assert (left == right) is (one == other)


@given(one=numbers(), other=numbers())
def test_equal_amounts_hash_equal(one: Fraction, other: Fraction) -> None:
    left, right = Amount(one, one, CLASS_HOUR), Amount(other, other, CLASS_HOUR)

    assert len({left, right}) == (1 if one == other else 2)
    assert len({left, Amount(one, one, DAY)}) == 2


@pytest.mark.parametrize("operator", ["__lt__", "__le__", "__gt__", "__ge__"])
def test_amounts_that_are_not_known_have_no_order(operator: str) -> None:
    with pytest.raises(InvalidValueError, match="known only as 1 to 2 class hour"):
        getattr(class_hours(1, to=2), operator)(class_hours(5))
    with pytest.raises(InvalidValueError, match="known only as 1 to 2 class hour"):
        getattr(class_hours(5), operator)(class_hours(1, to=2))


# units -----------------------------------------------------------------------------------


@pytest.mark.parametrize("operator", ["__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__"])
@pytest.mark.parametrize("other", [training_credits(1), programme_credits(1), number(1), days(1)])
def test_different_units_never_meet(operator: str, other: Amount) -> None:
    with pytest.raises(InvalidTypeError, match="are different units; convert by a rate"):
        getattr(class_hours(1), operator)(other)


@pytest.mark.parametrize(
    "operator", ["__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__", "__eq__"]
)
@pytest.mark.parametrize("other", [1, Fraction(1, 2), Decimal(1), "1", None])
def test_an_amount_meets_no_bare_number(operator: str, other: object) -> None:
    assert getattr(class_hours(1), operator)(other) is NotImplemented


@given(amount=intervals(TRAINING_CREDIT))
def test_a_rate_is_an_amount_for_each_unit(amount: Amount) -> None:
    rate = per(CLASS_HOUR, amount)

    assert (rate.low, rate.high) == (amount.low, amount.high)
    assert rate.unit * CLASS_HOUR == TRAINING_CREDIT


# what an amount may be -------------------------------------------------------------------


@pytest.mark.parametrize("unit", list(MAKERS))
def test_each_maker_makes_its_unit_and_refuses_less_than_nothing(unit: Unit) -> None:
    make = MAKERS[unit]

    assert make("2.5") == Amount(Fraction(5, 2), Fraction(5, 2), unit)
    assert make(1, to=2) == Amount(1, 2, unit)
    assert make(0).value == 0
    with pytest.raises(InvalidValueError, match=r"must be 0 or more \(got -1/3\); book a"):
        make("-1/3")
    with pytest.raises(InvalidTypeError, match="a bool is not a number"):
        make(True)
    with pytest.raises(InvalidTypeError, match="a float is not exact"):
        make(1, to=2.5)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize(
    ("low", "high"), [(2, 1), (Fraction(1, 2), Fraction(1, 3)), (1, 0), (0, -1)]
)
def test_an_amount_whose_low_is_above_its_high_is_refused(low: Reach, high: Reach) -> None:
    with pytest.raises(InvalidValueError, match=r"low is above high \(.*\); give the lower first"):
        Amount(low, high, CLASS_HOUR)


@pytest.mark.parametrize("end", [True, 0.5, None, "many"])
def test_an_end_of_an_amount_is_an_exact_number(end: object) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        Amount(end, 5, CLASS_HOUR)  # type: ignore[arg-type]  # what is refused
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        Amount(0, end, CLASS_HOUR)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize(
    ("ask", "where", "problem"),
    [
        (lambda: Amount("many", 5, CLASS_HOUR), "Amount", "not a number as text (got 'many')"),  # type: ignore[arg-type]  # what is refused
        (lambda: class_hours(2, to="1.5"), "Amount", "low is above high (2 > 3/2)"),
        (
            lambda: class_hours("1.5", to=2).value,
            "Amount.value",
            "known only as 1.5 to 2 class hour",
        ),
        (
            lambda: class_hours(1) + days(1),
            "Amount",
            "class hour and day are different units",
        ),
        (lambda: class_hours(1, to=10**18), "class_hours", "the number is too large or too fine"),
    ],
)
def test_a_refusal_says_where_it_is_and_what_is_wrong(
    ask: Callable[[], object], where: str, problem: str
) -> None:
    with pytest.raises(TeachtrainError) as caught:
        ask()

    assert (caught.value.where, caught.value.problem) == (where, problem)


@pytest.mark.parametrize("end", [UNBOUNDED, -UNBOUNDED])
def test_an_amount_beyond_every_number_has_no_value(end: Unbounded) -> None:
    """
    Both ends meet there, and yet nothing is known of how much it is.
    """
    with pytest.raises(InvalidValueError, match="read low and high instead"):
        _ = Amount(end, end, CLASS_HOUR).value


@given(amount=intervals())
def test_an_amount_has_a_value_exactly_where_it_is_a_point(amount: Amount) -> None:
    assert amount.is_point is (amount.low == amount.high)
    if amount.is_point:
        assert amount.value == amount.low
    else:
        with pytest.raises(InvalidValueError, match="read low and high instead"):
            _ = amount.value


@given(low=numbers(), high=numbers())
def test_ends_are_held_as_int_where_they_are_whole(low: Fraction, high: Fraction) -> None:
    amount = Amount(min(low, high), max(low, high), CLASS_HOUR)

    assert [type(end) for end in (amount.low, amount.high)] == [
        int if end.denominator == 1 else Fraction for end in sorted([low, high])
    ]


# in words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "words", "form"),
    [
        (class_hours("7.5"), "7.5 class hour", "class_hours('7.5')"),
        (class_hours(15, to=30), "15 to 30 class hour", "class_hours(15, to=30)"),
        (days("1/3", to=1), "1/3 to 1 day", "days('1/3', to=1)"),
        (days("0.5", to="7.25"), "0.5 to 7.25 day", "days('0.5', to='7.25')"),
        (
            training_credits("0.5", to=UNBOUNDED),
            "0.5 or more training credit",
            "training_credits('0.5', to=UNBOUNDED)",
        ),
        (number(0), "0 number", "number(0)"),
        (months(6), "6 month", "months(6)"),
        (programme_credits(12), "12 programme credit", "programme_credits(12)"),
        (
            per(CLASS_HOUR, training_credits("0.5")),
            "0.5 training credit per class hour",
            "Amount(Fraction(1, 2), Fraction(1, 2), Unit('training credit per class hour'))",
        ),
    ],
)
def test_an_amount_is_shown_in_words_and_as_its_maker(
    amount: Amount, words: str, form: str
) -> None:
    assert str(amount) == words
    assert repr(amount).startswith(form.partition("Unit")[0])
    assert form.startswith(repr(amount).partition("Unit")[0])


@given(amount=amounts_as_given())
@example(amount=class_hours("0.000000000001", to=UNBOUNDED))
def test_the_repr_of_an_amount_as_given_makes_it_again(amount: Amount) -> None:
    assert eval(repr(amount), vars(models)) == amount  # noqa: S307 - the law is about eval()


@pytest.mark.parametrize(
    "amount",
    [
        pytest.param(class_hours(1) - class_hours(2), id="below zero"),
        pytest.param(per(CLASS_HOUR, training_credits(1)), id="a rate"),
        pytest.param(Amount(1, 1, Unit.named("lesson")), id="a unit of the policy's own"),
        pytest.param(class_hours(Fraction(1, 8192)), id="finer than twelve places"),
        pytest.param(class_hours(10**18 - 1) + class_hours(1), id="computed, and large"),
        pytest.param(
            class_hours(Fraction(1, 10**18 - 1)) + class_hours(Fraction(1, 10**18 - 3)),
            id="computed, and fine",
        ),
        pytest.param(Amount(-1, 5, CLASS_HOUR), id="below zero at least"),
        pytest.param(class_hours(1, to=10**18 - 1) + class_hours(1), id="large at most"),
        pytest.param(Amount(10**18, UNBOUNDED, CLASS_HOUR), id="large at least"),
    ],
)
def test_the_repr_of_any_amount_makes_it_again(amount: Amount) -> None:
    names = vars(models) | {"Fraction": Fraction}

    assert eval(repr(amount), names) == amount  # noqa: S307 - the law is about eval()


# pickling --------------------------------------------------------------------------------


@given(amount=intervals())
def test_amounts_pickle(amount: Amount) -> None:
    back = again(amount)

    assert back == amount
    assert hash(back) == hash(amount)
    assert (back.high is UNBOUNDED) is (amount.high is UNBOUNDED)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("end", [UNBOUNDED, -UNBOUNDED])
def test_there_is_one_end_of_each_sign_after_pickling_and_copying(
    end: Unbounded, protocol: int
) -> None:
    assert pickle.loads(pickle.dumps(end, protocol)) is end  # noqa: S301 - dumped on this line
    assert copy.copy(end) is end
    assert copy.deepcopy({"end": end})["end"] is end


# unbounded -------------------------------------------------------------------------------


@given(value=numbers() | st.integers())
def test_unbounded_is_above_every_number_and_its_negative_below(value: int | Fraction) -> None:
    for low, high in [(value, UNBOUNDED), (-UNBOUNDED, value), (-UNBOUNDED, UNBOUNDED)]:
        assert low < high
        assert low <= high
        assert high > low
        assert high >= low
        assert not low > high
        assert not low >= high
        assert not high < low
        assert not high <= low
        assert low != high


@pytest.mark.parametrize("end", [UNBOUNDED, -UNBOUNDED])
def test_an_end_is_equal_to_itself_alone(end: Unbounded) -> None:
    assert end <= end  # noqa: PLR0124 - the order at its end
    assert end >= end  # noqa: PLR0124 - the order at its end
    assert not end < end  # noqa: PLR0124 - the order at its end
    assert not end > end  # noqa: PLR0124 - the order at its end
    negated = -end
    assert negated is not end
    assert -negated is end


@given(value=numbers() | st.integers())
def test_an_end_swallows_what_is_added_or_taken_away(value: int | Fraction) -> None:
    for end in (UNBOUNDED, -UNBOUNDED):
        assert value + end is end
        assert end + value is end
        assert end - value is end
        assert value - end is -end
        assert end + end is end


@given(values=st.lists(numbers() | st.sampled_from([UNBOUNDED, -UNBOUNDED]), min_size=1))
def test_ends_and_numbers_are_put_in_order(values: list[Reach]) -> None:
    listed = sorted(values)
    below, above = values.count(-UNBOUNDED), values.count(UNBOUNDED)

    assert listed[:below] == [-UNBOUNDED] * below
    assert listed[len(listed) - above :] == [UNBOUNDED] * above
    assert (max(values) is UNBOUNDED) is (above > 0)


def test_an_end_is_found_by_its_sign() -> None:
    assert Unbounded() is Unbounded(1) is UNBOUNDED
    assert Unbounded(-1) is -UNBOUNDED


@pytest.mark.parametrize("sign", [0, 2, -2, Fraction(1, 2), "1", None])
def test_there_is_no_end_of_another_sign(sign: object) -> None:
    with pytest.raises(InvalidValueError, match=r"a sign is 1 or -1 .*; write UNBOUNDED"):
        Unbounded(sign)  # type: ignore[arg-type]  # what is refused


def test_an_end_is_shown_as_it_is_written() -> None:
    assert repr(UNBOUNDED) == str(UNBOUNDED) == "UNBOUNDED"
    assert repr(-UNBOUNDED) == "-UNBOUNDED"
