"""Units multiply and divide like numbers, and never mix."""

import pickle
from functools import reduce
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain import models
from teachtrain.errors import InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    DATE,
    DAY,
    MONTH,
    NUMBER,
    PROGRAMME_CREDIT,
    TRAINING_CREDIT,
    YEAR,
    Unit,
)

BASES = [CLASS_HOUR, TRAINING_CREDIT, PROGRAMME_CREDIT, DAY, MONTH, YEAR, Unit.named("lesson")]


def units() -> st.SearchStrategy[Unit]:
    """Draw products and quotients of base units; the plain number is among them."""
    above = st.lists(st.sampled_from(BASES), max_size=3).map(lambda own: reduce(mul, own, NUMBER))
    return st.builds(Unit.__truediv__, above, above)


@given(one=units(), other=units(), third=units())
def test_units_multiply_in_any_order(one: Unit, other: Unit, third: Unit) -> None:
    assert one * other == other * one
    assert (one * other) * third == one * (other * third)


@given(one=units(), other=units())
def test_dividing_undoes_multiplying(one: Unit, other: Unit) -> None:
    assert one * other / other == one
    assert one / other * other == one


@given(unit=units())
def test_a_plain_number_changes_no_unit(unit: Unit) -> None:
    assert unit * NUMBER == unit / NUMBER == unit
    assert unit / unit == NUMBER
    assert NUMBER / (NUMBER / unit) == unit


@given(unit=units())
def test_equal_units_hash_equal_and_survive_pickling(unit: Unit) -> None:
    again = pickle.loads(pickle.dumps(unit))  # noqa: S301 - dumped on this line

    assert again == unit
    assert hash(again) == hash(unit)


def test_the_units_of_training_are_all_different() -> None:
    assert len({NUMBER, *BASES, DATE}) == 9


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (NUMBER, "number"),
        (CLASS_HOUR, "class hour"),
        (TRAINING_CREDIT / CLASS_HOUR, "training credit per class hour"),
        (NUMBER / DAY, "number per day"),
        (CLASS_HOUR / (DAY * MONTH), "class hour per day month"),
        (DAY * DAY, "day day"),
    ],
)
def test_a_unit_is_shown_in_words(unit: Unit, words: str) -> None:
    assert str(unit) == words


@pytest.mark.parametrize(
    ("unit", "form"),
    [
        (NUMBER, "Unit()"),
        (CLASS_HOUR, "Unit.named('class hour')"),
        (DATE, "Unit.named('date')"),
        (NUMBER / DAY, "Unit((('day', -1),))"),
        (DAY * DAY, "Unit((('day', 2),))"),
        (DAY / CLASS_HOUR, "Unit((('class hour', -1), ('day', 1)))"),
    ],
)
def test_a_base_unit_is_written_by_its_name_and_others_by_their_powers(
    unit: Unit, form: str
) -> None:
    assert repr(unit) == form


@given(unit=units())
def test_the_repr_of_a_unit_makes_it_again(unit: Unit) -> None:
    assert eval(repr(unit), vars(models)) == unit  # noqa: S307 - the law is about eval()


@pytest.mark.parametrize("name", ["", " ", " lesson", "lesson ", "two  spaces", "a\tb", "a\n"])
def test_a_unit_needs_a_name(name: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Unit.named: not a name .*; give a word"):
        Unit.named(name)


def test_a_name_may_have_several_words() -> None:
    assert Unit.named("class hour") == CLASS_HOUR
