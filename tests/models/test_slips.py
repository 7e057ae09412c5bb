"""Slips of a first user: each is refused where it stands, with what to write instead."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from teachtrain.errors import InvalidTypeError, InvalidValueError, TeachtrainError
from teachtrain.models import (
    UNBOUNDED,
    Amount,
    Certainty,
    Clip,
    Cycle,
    Source,
    Span,
    Teacher,
    Text,
    TrainingRecord,
    class_hours,
    training_credits,
)
from teachtrain.models._quantities import CLASS_HOUR, ExactInput

SPAN: Any = Span  # what comes in is of any kind here
CYCLE: Any = Cycle
RECORD: Any = TrainingRecord
TEACHER: Any = Teacher
SOURCE: Any = Source
TEXT: Any = Text
START = date(2020, 9, 1)


@pytest.mark.parametrize(
    ("make", "kind", "where", "problem"),
    [
        (lambda: SPAN.of_year("2022"), InvalidTypeError, "Span.of_year", "(got '2022')"),
        (lambda: SPAN.of_year(True), InvalidTypeError, "Span.of_year", "(got True)"),
        (lambda: SPAN.of_year(0), InvalidValueError, "Span.of_year", "(got 0)"),
        (lambda: SPAN.of_year(10_000), InvalidValueError, "Span.of_year", "(got 10000)"),
        (
            lambda: CYCLE.block(years=True, starting=START),
            InvalidTypeError,
            "Cycle.block(years)",
            "(got True)",
        ),
        (
            lambda: CYCLE.block(years=2.5, starting=START),
            InvalidTypeError,
            "Cycle.block(years)",
            "(got 2.5)",
        ),
        (
            lambda: CYCLE.block(years=1, months="6", starting=START),
            InvalidTypeError,
            "Cycle.block(months)",
            "(got '6')",
        ),
        (
            lambda: CYCLE.personal(years="5", since="registered", clip=Clip.BACK),
            InvalidTypeError,
            "Cycle.personal(years)",
            "(got '5')",
        ),
        (lambda: TEACHER("t", categories=5), InvalidTypeError, "Teacher.categories", "(got 5)"),
        (lambda: TEACHER("t", events=5), InvalidTypeError, "Teacher.events", "(got 5)"),
        (lambda: TEACHER("t", local=5), InvalidTypeError, "Teacher.local", "(got 5)"),
        (lambda: RECORD("r", local=5), InvalidTypeError, "TrainingRecord.local", "(got 5)"),
        (
            lambda: RECORD("r", hours=class_hours(3, to=5)),
            InvalidValueError,
            "TrainingRecord.hours",
            "known only as 3 to 5 class hour",
        ),
        (lambda: TEXT(None), InvalidTypeError, "Text.en", "(got None)"),
        (lambda: TEXT("a", 5), InvalidTypeError, "Text.zh", "(got 5)"),
        (lambda: SOURCE("x", certainty="read"), InvalidTypeError, "Source.certainty", "'read'"),
        (
            lambda: SOURCE(5, certainty=Certainty.READ),
            InvalidTypeError,
            "Source.number",
            "(got 5)",
        ),
    ],
)
def test_a_slip_is_refused_where_it_stands(
    make: Callable[[], object], kind: type[TeachtrainError], where: str, problem: str
) -> None:
    with pytest.raises(kind) as caught:
        make()

    assert caught.value.where == where
    assert problem in caught.value.problem
    assert caught.value.mend


def test_the_first_and_the_last_year_are_years() -> None:
    assert Span.of_year(1).start == date.min
    assert Span.of_year(9999).end == date.max


def test_the_title_of_a_source_may_be_plain_words() -> None:
    assert Source("x", certainty=Certainty.READ, title="A rule").title == Text("A rule")


@pytest.mark.parametrize("by", [2, "2", Decimal(2), Fraction(2)])
def test_an_amount_is_multiplied_by_an_exact_number(by: ExactInput) -> None:
    assert training_credits("1.5") * by == by * training_credits("1.5") == training_credits(3)
    assert by * class_hours(1, to=3) == class_hours(2, to=6)
    assert by * class_hours(1, to=UNBOUNDED) == class_hours(2, to=UNBOUNDED)


def test_a_product_with_a_number_below_zero_turns_the_ends() -> None:
    assert -1 * class_hours(1, to=3) == Amount(-3, -1, CLASS_HOUR)
    assert -2 * class_hours(1, to=UNBOUNDED) == Amount(-UNBOUNDED, -2, CLASS_HOUR)
    assert 0 * class_hours(1, to=UNBOUNDED) == class_hours(0)


@pytest.mark.parametrize("by", [0.5, True])
def test_an_amount_is_multiplied_by_nothing_inexact(by: Any) -> None:  # noqa: ANN401 - what is refused
    with pytest.raises(InvalidTypeError):
        by * class_hours(1)
    with pytest.raises(InvalidTypeError):
        class_hours(1) * by


def test_two_amounts_are_not_multiplied() -> None:
    with pytest.raises(TypeError):
        class_hours(1) * class_hours(1)  # type: ignore[operator]  # what is refused
