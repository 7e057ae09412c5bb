"""Exact numbers: what comes in, what is refused, and that nothing is lost."""

import enum
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.errors import InvalidTypeError, InvalidValueError, TeachtrainError
from teachtrain.models import class_hours, exact, number
from teachtrain.models._quantities import not_negative, shown, whole_or_fraction

LARGEST = 10**18 - 1


def decimal_texts() -> st.SearchStrategy[str]:
    """Draw every spelling of a decimal that is accepted: 18 digits before the point, 12 after."""
    whole = st.integers(0, LARGEST).map(str)
    part = st.text("0123456789", min_size=1, max_size=12).map(".{}".format)
    return st.tuples(st.sampled_from(["", "-"]), whole, st.just("") | part).map("".join)


def fractions() -> st.SearchStrategy[Fraction]:
    """Draw every fraction within the limits."""
    below = st.integers(1, LARGEST)
    return st.builds(Fraction, st.integers(-LARGEST, LARGEST), below)


# laws ------------------------------------------------------------------------------------


@given(text=decimal_texts())
@example(text="-0.0")
@example(text="999999999999999999.999999999999")
def test_every_spelling_of_a_decimal_is_the_same_exact_number(text: str) -> None:
    expected = Fraction(text)

    assert exact(text) == exact(Decimal(text)) == exact(expected) == expected


@given(value=fractions())
def test_a_fraction_comes_in_unchanged_as_itself_and_as_text(value: Fraction) -> None:
    assert exact(value) == value
    assert exact(f"{value.numerator}/{value.denominator}") == value


@given(value=st.integers(-LARGEST, LARGEST))
def test_an_integer_comes_in_unchanged(value: int) -> None:
    assert exact(value) == exact(str(value)) == exact(Decimal(value)) == value


@given(
    value=decimal_texts()
    | decimal_texts().map(Decimal)
    | fractions()
    | st.integers(-LARGEST, LARGEST)
)
@example(value="2.0")
@example(value=Decimal("2.0"))
@example(value=Decimal("2e1"))
@example(value=Fraction(4, 2))
def test_a_number_is_held_as_int_exactly_where_it_is_whole(
    value: str | Decimal | Fraction | int,
) -> None:
    held = exact(value)

    assert type(held) is (int if Fraction(value).denominator == 1 else Fraction)


@given(value=st.integers(-(10**40), 10**40), below=st.integers(1, 10**20))
def test_a_computed_number_is_whole_or_a_fraction_of_the_same_value(value: int, below: int) -> None:
    computed = Fraction(value, below)
    held = whole_or_fraction(computed)

    assert held == computed
    assert type(held) is (int if value % below == 0 else Fraction)


@given(text=decimal_texts())
@example(text="-0.5")
@example(text="0.000000000001")
@example(text="100")
def test_a_number_is_shown_as_text_that_is_read_as_the_same_number(text: str) -> None:
    value = exact(text)

    assert exact(shown(value)) == value


# what is shown ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-12, "-12"),
        (Fraction(15, 2), "7.5"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(1, 20), "0.05"),
        (Fraction(3, 8), "0.375"),
        (Fraction(101, 100), "1.01"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 6), "-7/6"),
        (Fraction(1, 10**12), "0.000000000001"),
    ],
)
def test_a_decimal_is_shown_where_it_is_exact_otherwise_a_fraction(
    value: int | Fraction, text: str
) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(1, 10**13), "1/10000000000000"), (Fraction(1, 2**13), "1/8192")],
)
def test_a_number_finer_than_twelve_places_is_shown_as_a_fraction(
    value: Fraction, text: str
) -> None:
    assert shown(value) == text


# borders ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (LARGEST, LARGEST),
        (-LARGEST, -LARGEST),
        ("999999999999999999", LARGEST),
        (Decimal(999999999999999999), LARGEST),
        (Decimal("1e17"), 10**17),
        (Decimal("1e-12"), Fraction(1, 10**12)),
        (Decimal("-2.50"), Fraction(-5, 2)),
        (Decimal("1.00000000000000000000"), 1),
        (Decimal("0e999999"), 0),
        (Decimal("-0"), 0),
        ("0.000000000001", Fraction(1, 10**12)),
        ("1/999999999999999999", Fraction(1, LARGEST)),
        (Fraction(1, LARGEST), Fraction(1, LARGEST)),
    ],
)
def test_the_last_number_within_the_limits_comes_in(
    value: int | str | Decimal | Fraction, expected: int | Fraction
) -> None:
    assert exact(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        10**18,
        -(10**18),
        Fraction(10**18),
        Fraction(3 * 10**18 + 1, 3),
        Fraction(1, 10**18),
        Decimal("1e18"),
        Decimal("1e-13"),
        Decimal(1234567890123456789),
        Decimal("0.1234567890123"),
    ],
)
def test_the_first_number_beyond_the_limits_is_refused(value: int | Fraction | Decimal) -> None:
    with pytest.raises(InvalidValueError, match=r"too large or too fine; give at most 18 digits"):
        exact(value)


@pytest.mark.parametrize(
    "text",
    [
        "1234567890123456789",
        "0.1234567890123",
        "1/1234567890123456789",
        "",
        " ",
        " 12",
        "12 ",
        "12\n",
        "1 2",
        "1_000",
        "1,000",
        "+5",
        "--5",
        "007",
        ".5",
        "5.",
        "1e5",
        "0x10",
        "1/0",
        "1/-3",
        "1.5/2",
        "nan",
        "inf",
        "Infinity",
        "１２",
        "٣",
        "²",
        "十",
        "7．5",
        "7٫5",
        "−5",
    ],
)
def test_text_that_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(
        InvalidValueError, match=r"not a number as text .*; write it like"
    ) as caught:
        exact(text, where="here")
    assert caught.value.where == "here"


@pytest.mark.parametrize("text", ["NaN", "-NaN", "sNaN", "Infinity", "-Infinity", "NaN123"])
def test_a_decimal_that_is_not_finite_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="not a finite number"):
        exact(Decimal(text))


@pytest.mark.parametrize("value", [True, False, 0.1, 1.0, float("nan"), float("inf")])
def test_a_float_or_a_bool_is_no_exact_number(value: float) -> None:
    with pytest.raises(InvalidTypeError):
        exact(value)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize("value", [None, b"12", [12], 1j, object()])
def test_what_is_no_number_at_all_is_refused(value: object) -> None:
    with pytest.raises(InvalidTypeError, match=r"not a number \(got .*\); give an int, str"):
        exact(value)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize(
    ("value", "where", "problem"),
    [
        (True, "exact", "a bool is not a number (got True)"),
        (0.5, "exact", "a float is not exact (got 0.5)"),
        (10**18, "exact", "the number is too large or too fine"),
        (Decimal("1e18"), "exact", "the number is too large or too fine"),
        (Decimal("-sNaN"), "exact", "not a finite number (got '-sNaN')"),
        ("abc", "exact", "not a number as text (got 'abc')"),
        ("7" * 41, "exact", f"not a number as text (got '{'7' * 40}')"),
        (b"12", "exact", "not a number (got bytes)"),
        (-1, "not_negative", "must be 0 or more (got -1)"),
        (Decimal("-0.5"), "not_negative", "must be 0 or more (got -1/2)"),
    ],
)
def test_a_refusal_says_where_it_is_and_what_came_in(
    value: object, where: str, problem: str
) -> None:
    asked = {"exact": exact, "not_negative": not_negative}[where]
    with pytest.raises(TeachtrainError) as caught:
        asked(value, where=where)  # type: ignore[arg-type]  # what is refused

    assert (caught.value.where, caught.value.problem) == (where, problem)


def test_the_refusal_of_a_float_shows_the_mend() -> None:
    with pytest.raises(InvalidTypeError) as caught:
        class_hours(7.5)  # type: ignore[arg-type]  # what is refused

    assert str(caught.value) == (
        'class_hours: a float is not exact (got 7.5); write it as text, such as class_hours("7.5")'
    )
    assert eval('class_hours("7.5")') == class_hours(Fraction(15, 2))  # noqa: S307 - as the message says


def test_a_number_of_another_class_becomes_a_plain_int() -> None:
    class Grade(enum.IntEnum):
        SENIOR = 5

    assert type(exact(Grade.SENIOR)) is int


# bounded time ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: "9" * 10_000_000, id="a text of 10 MB"),
        pytest.param(lambda: "1/" + "3" * 10_000_000, id="a fraction as text of 10 MB"),
        pytest.param(lambda: "٣" * 5_000_000, id="foreign digits of 10 MB"),
        pytest.param(lambda: 10**10_000, id="an int of 10,001 digits"),
        pytest.param(lambda: -(10**10_000), id="one below zero"),
        pytest.param(lambda: Fraction(1, 10**10_000), id="a fraction as fine"),
        pytest.param(lambda: Fraction(10**10_000, 3), id="a fraction as large"),
        pytest.param(lambda: Decimal("1e999999999"), id="1e999999999"),
        pytest.param(lambda: Decimal("1e-999999999"), id="1e-999999999"),
        pytest.param(lambda: Decimal("9" * 100_000), id="a Decimal of 100,000 digits"),
        pytest.param(lambda: Decimal("NaN" + "9" * 100_000), id="a NaN with as many"),
    ],
)
def test_a_number_beyond_all_bounds_is_refused_at_once_and_in_few_words(
    make: Callable[[], int | str | Decimal | Fraction],
) -> None:
    value = make()
    start = time.perf_counter()
    with pytest.raises(TeachtrainError) as caught:
        number(value)

    assert time.perf_counter() - start < 1
    assert len(str(caught.value)) < 500
