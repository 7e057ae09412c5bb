"""One family of ceilings: an item of a day, the day, the year, the cycle."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.credits import nested
from teachtrain.models import UNBOUNDED
from tests.credits.families import (
    Nested,
    Path,
    Reach,
    amounts,
    cheapest_cover,
    most_by_trying,
    nestings,
    reaches,
    total_of,
)

LIMITS: dict[str, Reach] = {
    "lectures": 4,
    "workshops": 6,
    "3 May": 8,
    "4 May": 8,
    "2016": 20,
    "2017": 20,
    "cycle": 30,
}
LECTURES: Path = ("lectures", "3 May", "2016", "cycle")
WORKSHOPS: Path = ("workshops", "3 May", "2016", "cycle")
MAY_3: Path = ("3 May", "2016", "cycle")
MAY_4: Path = ("4 May", "2016", "cycle")
IN_2016: Path = ("2016", "cycle")
IN_2017: Path = ("2017", "cycle")
CYCLE: Path = ("cycle",)
FREE: Path = ()
"""What stands under no ceiling."""

DAY: dict[Path, Reach] = {LECTURES: 9, WORKSHOPS: 9}
DAYS: dict[Path, Reach] = {**DAY, MAY_4: 9}
YEAR: dict[Path, Reach] = {**DAYS, IN_2016: 10}


def total(case: Nested) -> Reach:
    return nested(case.supply, case.limits.__getitem__)


# worked by hand --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("supply", "expected"),
    [
        pytest.param({}, 0, id="nothing"),
        pytest.param({FREE: 7}, 7, id="under no ceiling"),
        pytest.param({LECTURES: 3}, 3, id="below the item's limit"),
        pytest.param({LECTURES: 4}, 4, id="at the item's limit"),
        pytest.param({LECTURES: 5}, 4, id="above the item's limit"),
        pytest.param({MAY_3: 7}, 7, id="below the day's limit"),
        pytest.param({MAY_3: 8}, 8, id="at the day's limit"),
        pytest.param({MAY_3: 9}, 8, id="above the day's limit"),
        pytest.param({CYCLE: 29}, 29, id="below the cycle's limit"),
        pytest.param({CYCLE: 30}, 30, id="at the cycle's limit"),
        pytest.param({CYCLE: 31}, 30, id="above the cycle's limit"),
        pytest.param({LECTURES: 9, WORKSHOPS: 3}, 7, id="an item is cut: 4 + 3"),
        pytest.param({LECTURES: 4, WORKSHOPS: 5}, 8, id="a day is cut: 4 + 5"),
        pytest.param(DAY, 8, id="both items, then the day: 4 + 6"),
        pytest.param({LECTURES: 9, MAY_3: 3}, 7, id="an item beside the rest of its day: 4 + 3"),
        pytest.param({LECTURES: 9, MAY_3: 9}, 8, id="both, then the day: 4 + 9"),
        pytest.param({LECTURES: 9, MAY_4: 9}, 12, id="days apart: 4 + 8"),
        pytest.param(DAYS, 16, id="two days: 8 + 8"),
        pytest.param({**DAYS, IN_2016: 4}, 20, id="the year is full: 8 + 8 + 4"),
        pytest.param(YEAR, 20, id="the year is cut: 8 + 8 + 10"),
        pytest.param({**YEAR, IN_2017: 9}, 29, id="two years: 20 + 9"),
        pytest.param({**YEAR, IN_2017: 10}, 30, id="the cycle is full: 20 + 10"),
        pytest.param({**YEAR, IN_2017: 11}, 30, id="the cycle is cut: 20 + 11"),
        pytest.param({**YEAR, CYCLE: 3}, 23, id="a year beside the rest of the cycle: 20 + 3"),
        pytest.param({LECTURES: 9, IN_2017: 25, CYCLE: 1}, 25, id="all depths: 4 + 20 + 1"),
        pytest.param({**YEAR, IN_2017: 50, CYCLE: 50, FREE: 5}, 35, id="all of it: 30 + 5"),
    ],
)
def test_each_ceiling_cuts_what_those_inside_it_leave(
    supply: dict[Path, Reach], expected: int
) -> None:
    assert nested(supply, LIMITS.__getitem__) == expected


@pytest.mark.parametrize(
    ("supply", "limits", "expected"),
    [
        pytest.param({("a",): 5, ("b",): 5}, {"a": 3, "b": 4}, 7, id="two, disjoint"),
        pytest.param({("a",): 5, ("b",): 2, (): 1}, {"a": 3, "b": 4}, 6, id="and one free"),
        pytest.param({("a", "b"): 5}, {"a": 3, "b": 4}, 3, id="the inner is tighter"),
        pytest.param({("a", "b"): 5}, {"a": 4, "b": 3}, 3, id="the outer is tighter"),
        pytest.param({("a", "c"): 5, ("b", "c"): 5}, {"a": 3, "b": 4, "c": 9}, 7, id="no cut"),
        pytest.param({("a", "c"): 5, ("b", "d"): 5}, {"a": 9, "b": 9, "c": 2, "d": 3}, 5, id="2+3"),
    ],
)
def test_ceilings_that_do_not_meet_add_up(
    supply: dict[Path, Reach], limits: dict[str, Reach], expected: int
) -> None:
    assert nested(supply, limits.__getitem__) == expected


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        pytest.param((), 25, id="none closed: min(8, 4 + 7) + 7 + 2 + 5 + 3"),
        pytest.param(("lectures",), 23, id="an item: 6 + 7 + 2 + 5 + 3"),
        pytest.param(("lectures", "workshops"), 17, id="all items of a day: 7 + 2 + 5 + 3"),
        pytest.param(("3 May",), 17, id="a day: 7 + 2 + 5 + 3"),
        pytest.param(("2016",), 8, id="a year: 5 + 3"),
        pytest.param(("cycle",), 3, id="the cycle: 3"),
        pytest.param(tuple(LIMITS), 3, id="all of them: 3"),
    ],
)
def test_a_limit_of_zero_lets_nothing_of_its_own_through(
    closed: tuple[str, ...], expected: int
) -> None:
    supply: dict[Path, Reach] = {LECTURES: 5, WORKSHOPS: 7, MAY_4: 7, IN_2016: 2, IN_2017: 5}
    limits = LIMITS | dict.fromkeys(closed, 0)

    assert nested({**supply, FREE: 3}, limits.__getitem__) == expected


@pytest.mark.parametrize(
    ("supply", "expected"),
    [
        pytest.param({("item", "year"): Fraction(1, 3)}, Fraction(1, 3), id="a third"),
        pytest.param({("item", "year"): Fraction(20, 3)}, Fraction(5, 2), id="cut to a half"),
        pytest.param(
            {("item", "year"): 9, ("year",): Fraction(1, 3)}, Fraction(17, 6), id="5/2 + 1/3"
        ),
        pytest.param({("item", "year"): 9, ("year",): Fraction(2, 3)}, Fraction(19, 6), id="full"),
        pytest.param({("item", "year"): 9, ("year",): 1}, Fraction(19, 6), id="cut to 19/6"),
        pytest.param({("year",): 9, (): Fraction(0)}, Fraction(19, 6), id="nothing more"),
        pytest.param({("year",): 9, (): Fraction(5, 6)}, 4, id="whole again: 19/6 + 5/6"),
    ],
)
def test_parts_of_an_hour_are_exact(supply: dict[Path, Reach], expected: int | Fraction) -> None:
    limits: dict[str, Reach] = {"item": Fraction(5, 2), "year": Fraction(19, 6)}

    assert nested(supply, limits.__getitem__) == expected


@pytest.mark.parametrize(
    ("supply", "limits", "expected"),
    [
        pytest.param({(): UNBOUNDED}, {}, UNBOUNDED, id="under no ceiling"),
        pytest.param({("a",): UNBOUNDED}, {"a": 5}, 5, id="cut to the limit"),
        pytest.param({("a",): UNBOUNDED}, {"a": 0}, 0, id="cut to nothing"),
        pytest.param({("a",): UNBOUNDED}, {"a": UNBOUNDED}, UNBOUNDED, id="no limit"),
        pytest.param({("a",): 7}, {"a": UNBOUNDED}, 7, id="a limit that never binds"),
        pytest.param({("a", "b"): UNBOUNDED}, {"a": UNBOUNDED, "b": 9}, 9, id="the outer binds"),
        pytest.param({("a", "b"): UNBOUNDED}, {"a": 9, "b": UNBOUNDED}, 9, id="the inner binds"),
        pytest.param(
            {("a", "c"): UNBOUNDED, ("b", "c"): 2}, {"a": 5, "b": 3, "c": UNBOUNDED}, 7, id="5 + 2"
        ),
        pytest.param(
            {("a", "c"): UNBOUNDED, ("b", "c"): 2},
            {"a": UNBOUNDED, "b": 3, "c": UNBOUNDED},
            UNBOUNDED,
            id="one without end makes all so",
        ),
        pytest.param({("a",): UNBOUNDED, (): 3}, {"a": 4}, 7, id="cut, beside what is free: 4 + 3"),
        pytest.param({("a",): 3, (): UNBOUNDED}, {"a": 4}, UNBOUNDED, id="what is free has no end"),
    ],
)
def test_what_nothing_limits_is_cut_by_what_does(
    supply: dict[Path, Reach], limits: dict[str, Reach], expected: Reach
) -> None:
    assert nested(supply, limits.__getitem__) == expected


# laws ------------------------------------------------------------------------------------


@given(case=nestings(st.integers(0, 3)))
def test_nested_minima_are_the_most_that_can_be_counted_under_every_ceiling(case: Nested) -> None:
    assert total(case) == most_by_trying(case.supply, case.limits)


@given(case=nestings())
def test_nested_minima_cost_what_the_cheapest_cover_costs(case: Nested) -> None:
    assert total(case) == cheapest_cover(case.supply, case.limits)


@given(case=nestings(amounts()), last=st.integers(0, 3))
def test_counting_one_after_the_other_whatever_still_fits_comes_to_the_same_in_any_order(
    case: Nested, last: int
) -> None:
    left, counted = dict(case.limits), Fraction(0)
    for path in [*list(case.supply)[last:], *list(case.supply)[:last]]:
        part = min([case.supply[path], *(left[ceiling] for ceiling in path)])
        assert isinstance(part, int | Fraction)
        counted += part
        left |= {ceiling: left[ceiling] - part for ceiling in path}

    assert total(case) == counted


@given(case=nestings(), order=st.permutations(range(5)))
def test_the_order_of_amounts_never_changes_a_total(case: Nested, order: list[int]) -> None:
    listed = list(case.supply.items())
    shuffled = dict(listed[place] for place in order if place < len(listed))

    assert nested(shuffled, case.limits.__getitem__) == total(case)
    assert list(case.supply.items()) == listed


@given(case=nestings(), place=st.integers(0, 4), more=reaches())
def test_more_evidence_never_lowers_a_total_nor_raises_it_by_more_than_itself(
    case: Nested, place: int, more: Reach
) -> None:
    path = [*case.supply, FREE][min(place, len(case.supply))]
    grown = {**case.supply, path: case.supply.get(path, 0) + more}

    assert total(case) <= nested(grown, case.limits.__getitem__) <= total(case) + more


@given(case=nestings(), more=st.lists(reaches(), min_size=6, max_size=6))
def test_a_higher_limit_never_lowers_a_total_nor_raises_it_by_more_than_itself(
    case: Nested, more: list[Reach]
) -> None:
    raises = dict(zip(case.limits, more, strict=False))
    raised = {ceiling: limit + raises[ceiling] for ceiling, limit in case.limits.items()}
    most = total(case) + total_of(raises.values())

    assert total(case) <= nested(case.supply, raised.__getitem__) <= most


@given(case=nestings(), limit=reaches())
def test_a_ceiling_around_everything_leaves_the_lesser_of_its_limit_and_the_total(
    case: Nested, limit: Reach
) -> None:
    inside = {(*path, "around"): amount for path, amount in case.supply.items()}
    limits = {**case.limits, "around": limit}

    assert nested(inside, limits.__getitem__) == min(total(case), limit)


@given(case=nestings(), lifted=st.sets(st.sampled_from(["a1", "a2", "a3", "a4", "a5"])))
def test_a_ceiling_without_limit_is_as_good_as_none(case: Nested, lifted: set[str]) -> None:
    open_limits = case.limits | dict.fromkeys(lifted, UNBOUNDED)
    supply: dict[Path, Reach] = {}
    for path, amount in case.supply.items():
        left = tuple(ceiling for ceiling in path if ceiling not in lifted)
        supply[left] = supply.get(left, 0) + amount

    assert nested(case.supply, open_limits.__getitem__) == nested(supply, case.limits.__getitem__)


@given(case=nestings(amounts()), times=st.fractions(0, 5, max_denominator=7))
def test_a_total_grows_as_amounts_and_limits_grow_together(case: Nested, times: Fraction) -> None:
    """
    Counting in another step, as minutes for hours, changes nothing but the step.
    """

    def scaled(value: Reach) -> Reach:
        assert isinstance(value, int | Fraction)
        return value * times

    supply = {path: scaled(amount) for path, amount in case.supply.items()}
    limits = {ceiling: scaled(limit) for ceiling, limit in case.limits.items()}

    assert nested(supply, limits.__getitem__) == scaled(total(case))


def test_ceilings_may_be_a_thousand_deep() -> None:
    deep = tuple(range(1000))

    assert nested({deep[place:]: 1 for place in deep}, lambda depth: depth + 1) == 1000
    assert nested({deep: 5000}, lambda depth: 4000 - depth) == 3001
