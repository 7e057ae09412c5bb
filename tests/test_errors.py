"""Errors say where, what and how to mend it, in parts and in a sentence."""

import pickle
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import (
    ConflictError,
    InvalidPolicyError,
    InvalidTypeError,
    InvalidValueError,
    Problem,
    TeachtrainError,
)

T = TypeVar("T")

CLASSES = [
    TeachtrainError,
    InvalidValueError,
    InvalidTypeError,
    ConflictError,
    InvalidPolicyError,
]
PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)

HOURS = Problem(where="TrainingRecord.hours", problem="must be 0 or more", mend="give 0")
DAY = Problem(where="TrainingRecord 'r-1'", problem="has a last day but no first", mend="give day=")


def again(value: T, protocol: int) -> T:
    """Return *value* as another process would get it."""
    back: T = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - dumped on this line
    return back


def problems() -> st.SearchStrategy[Problem]:
    """Draw problems; a few words, so that equal ones are drawn often."""
    words = st.sampled_from(["a", "b", "a; b", ""])
    return st.builds(Problem, where=words, problem=words, mend=words)


@given(one=problems(), other=problems())
def test_problems_are_equal_where_all_three_parts_are(one: Problem, other: Problem) -> None:
    same = (one.where, one.problem, one.mend) == (other.where, other.problem, other.mend)

    assert (one == other) is same
    assert len({one, other}) == (1 if same else 2)


@given(problem=problems())
def test_the_repr_of_a_problem_makes_it_again(problem: Problem) -> None:
    assert eval(repr(problem)) == problem  # noqa: S307 - the law is about eval()


@given(listed=st.lists(problems(), min_size=1, max_size=3), protocol=st.sampled_from(PROTOCOLS))
def test_errors_pickle_with_all_their_problems(listed: list[Problem], protocol: int) -> None:
    for error in CLASSES:
        back = again(error(*listed), protocol)

        assert type(back) is error
        assert back.problems == tuple(listed)
        assert str(back) == str(error(*listed))


def test_a_problem_reads_as_one_line() -> None:
    assert str(HOURS) == "TrainingRecord.hours: must be 0 or more; give 0"


def test_a_problem_equals_no_text() -> None:
    assert str(HOURS) != HOURS
    assert HOURS.__eq__(str(HOURS)) is NotImplemented


def test_an_error_shows_the_parts_of_its_first_problem_and_all_lines() -> None:
    error = InvalidValueError(HOURS, DAY)

    assert (error.where, error.problem, error.mend) == (HOURS.where, HOURS.problem, HOURS.mend)
    assert str(error) == (
        "TrainingRecord.hours: must be 0 or more; give 0\n"
        "TrainingRecord 'r-1': has a last day but no first; give day="
    )


@pytest.mark.parametrize("error", CLASSES)
def test_an_error_of_one_fault_is_made_from_its_parts(error: type[TeachtrainError]) -> None:
    made = error.at(HOURS.where, HOURS.problem, HOURS.mend)

    assert type(made) is error
    assert made.problems == (HOURS,)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (InvalidValueError, ValueError),
        (InvalidTypeError, TypeError),
        (ConflictError, ValueError),
        (InvalidPolicyError, ValueError),
    ],
)
def test_callers_catch_errors_as_the_built_in_they_expect(
    error: type[TeachtrainError], builtin: type[Exception]
) -> None:
    with pytest.raises(builtin, match="give 0"):
        raise error(HOURS)
    with pytest.raises(TeachtrainError, match="give 0"):
        raise error(HOURS)
