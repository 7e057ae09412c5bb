"""Two families of ceilings that cross, such as each year and what is done online."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.credits import crossing, nested
from teachtrain.models import UNBOUNDED
from tests.credits.families import (
    Crossed,
    Crossing,
    Path,
    Reach,
    amounts,
    cheapest_cover,
    crossings,
    most_by_trying,
    reaches,
    total_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

IN_2016: Path = ("2016",)
IN_2017: Path = ("2017",)
ONLINE: Path = ("online",)
FREE: Path = ()
"""What stands under no ceiling of a family."""

# Each course has a limit within the online limit, each month one within its year.
MAY: Path = ("May", "2016")
JUNE: Path = ("June", "2016")
READING: Path = ("reading", "online")
WRITING: Path = ("writing", "online")

EACH_YEAR: dict[str, Reach] = {"2016": 144, "2017": 144, "online": 50}
EACH_MONTH: dict[str, Reach] = {
    "May": 10,
    "June": 10,
    "2016": 15,
    "2017": 15,
    "reading": 8,
    "writing": 8,
    "online": 12,
}


def total(case: Crossing) -> Reach:
    return crossing(case.supply, case.limits.__getitem__)


def under_both(supply: Mapping[Crossed, Reach]) -> dict[Path, Reach]:
    """Return each amount with its ceilings of both families."""
    return {(*first, *second): amount for (first, second), amount in supply.items()}


def one_family(supply: Mapping[Crossed, Reach], family: Literal[0, 1]) -> dict[Path, Reach]:
    """Return the amounts by their ceilings of one family."""
    found: dict[Path, Reach] = {}
    for paths, amount in supply.items():
        found[paths[family]] = found.get(paths[family], 0) + amount
    return found


def flow(case: Crossing) -> Reach:
    """Let networkx find the maximum flow; amounts and ceilings are arcs of their own."""
    graph: nx.DiGraph[object] = nx.DiGraph()

    def arc(start: object, end: object, capacity: Reach = UNBOUNDED) -> None:
        if capacity is UNBOUNDED:
            graph.add_edge(start, end)
        else:
            graph.add_edge(start, end, capacity=capacity)

    graph.add_nodes_from(["source", "sink"])
    for ceiling, limit in case.limits.items():
        arc(("into", ceiling), ("out of", ceiling), limit)
    for (first, second), amount in case.supply.items():
        arc(("amount", first, second), ("counted", first, second), amount)
        outwards: object = ("amount", first, second)
        for ceiling in first:
            arc(("out of", ceiling), outwards)
            outwards = ("into", ceiling)
        arc("source", outwards)
        inwards: object = ("counted", first, second)
        for ceiling in second:
            arc(inwards, ("into", ceiling))
            inwards = ("out of", ceiling)
        arc(inwards, "sink")
    try:
        return Fraction(nx.maximum_flow_value(graph, "source", "sink"))
    except nx.NetworkXUnbounded:
        return UNBOUNDED


# worked by hand --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("supply", "expected"),
    [
        pytest.param({}, 0, id="nothing"),
        pytest.param({(FREE, FREE): 500}, 500, id="under no ceiling"),
        pytest.param({(IN_2016, FREE): 143}, 143, id="below a year's limit"),
        pytest.param({(IN_2016, FREE): 144}, 144, id="at a year's limit"),
        pytest.param({(IN_2016, FREE): 145}, 144, id="above a year's limit"),
        pytest.param({(FREE, ONLINE): 49}, 49, id="below the online limit"),
        pytest.param({(FREE, ONLINE): 50}, 50, id="at the online limit"),
        pytest.param({(FREE, ONLINE): 51}, 50, id="above the online limit"),
        pytest.param({(IN_2016, ONLINE): 200}, 50, id="the tighter of two"),
        pytest.param({(IN_2016, ONLINE): 40, (IN_2017, ONLINE): 9}, 49, id="online, 40 + 9"),
        pytest.param({(IN_2016, ONLINE): 40, (IN_2017, ONLINE): 10}, 50, id="online, 40 + 10"),
        pytest.param({(IN_2016, ONLINE): 40, (IN_2017, ONLINE): 11}, 50, id="online, 40 + 11"),
        pytest.param({(IN_2016, FREE): 100, (IN_2016, ONLINE): 60}, 144, id="both bind: 100 + 50"),
        pytest.param({(IN_2016, FREE): 90, (IN_2016, ONLINE): 60}, 140, id="one binds: 90 + 50"),
        pytest.param(
            {(IN_2016, FREE): 130, (IN_2016, ONLINE): 60, (IN_2017, ONLINE): 36},
            180,
            id="a full year needs 14 of the online limit, another 36: 144 + 36",
        ),
        pytest.param(
            {(IN_2016, FREE): 130, (IN_2016, ONLINE): 60, (IN_2017, ONLINE): 30},
            174,
            id="or 30, and none is left for it to fill: 144 + 30",
        ),
        pytest.param(
            {(IN_2016, FREE): 130, (IN_2016, ONLINE): 60, (IN_2017, ONLINE): 40},
            180,
            id="or 40, and the online limit binds: 130 + 50",
        ),
        pytest.param(
            {(IN_2016, FREE): 150, (IN_2017, FREE): 150, (FREE, ONLINE): 60, (FREE, FREE): 1},
            339,
            id="no amount under both: 144 + 144 + 50 + 1",
        ),
    ],
)
def test_a_limit_for_each_year_and_one_for_what_is_online_both_hold(
    supply: dict[Crossed, Reach], expected: int
) -> None:
    assert crossing(supply, EACH_YEAR.__getitem__) == expected


@pytest.mark.parametrize(
    ("supply", "expected"),
    [
        pytest.param({(MAY, READING): 7}, 7, id="below all"),
        pytest.param({(MAY, READING): 9}, 8, id="a course"),
        pytest.param({(MAY, FREE): 11}, 10, id="a month"),
        pytest.param({(MAY, FREE): 11, (JUNE, FREE): 4}, 14, id="a month, below its year"),
        pytest.param({(MAY, FREE): 11, (JUNE, FREE): 6}, 15, id="a year: 10 + 6"),
        pytest.param({(MAY, READING): 9, (MAY, WRITING): 9}, 10, id="one month: 8 + 8 in 10"),
        pytest.param({(MAY, READING): 9, (JUNE, WRITING): 9}, 12, id="all online: 8 + 8 in 12"),
        pytest.param({(MAY, READING): 9, (JUNE, READING): 9}, 8, id="one course: 9 + 9 in 8"),
        pytest.param(
            {(MAY, READING): 9, (JUNE, FREE): 9, (FREE, WRITING): 9},
            21,
            id="reading may fill June's year or writing's online hours: 4 + 9 + 8",
        ),
        pytest.param(
            {(MAY, READING): 9, (JUNE, FREE): 9, (IN_2017, FREE): 9}, 24, id="years apart: 15 + 9"
        ),
        pytest.param(
            {(MAY, READING): 3, (MAY, ONLINE): 3, (IN_2016, READING): 3}, 9, id="all depths, 9"
        ),
        pytest.param(
            {(MAY, READING): 6, (MAY, ONLINE): 6, (IN_2016, READING): 6},
            12,
            id="all depths: online 12, with 10 of May and 8 of reading",
        ),
        pytest.param(
            {(MAY, WRITING): 9, (MAY, FREE): 9, (JUNE, READING): 9, (IN_2017, READING): 9},
            18,
            id="May and reading are full, online and 2016 are not: 10 + 8",
        ),
    ],
)
def test_ceilings_nest_in_each_family(supply: dict[Crossed, Reach], expected: int) -> None:
    assert crossing(supply, EACH_MONTH.__getitem__) == expected


@pytest.mark.parametrize(
    ("supply", "limits", "expected"),
    [
        pytest.param(
            {(("a",), ("b",)): 10}, {"a": Fraction(20, 3), "b": 7}, Fraction(20, 3), id="a third"
        ),
        pytest.param(
            {(("a",), FREE): Fraction(1, 3), (FREE, ("b",)): 5, (FREE, FREE): Fraction(1, 6)},
            {"a": 1, "b": Fraction(1, 2)},
            1,
            id="1/3 + 1/2 + 1/6",
        ),
        pytest.param(
            {(("a",), ("b",)): Fraction(1, 3), (("a",), ("d",)): 9, (("c",), ("b",)): 9},
            {"a": Fraction(1, 2), "b": Fraction(1, 2), "c": 1, "d": 1},
            1,
            id="1/2 + 1/2, without the first",
        ),
    ],
)
def test_parts_of_an_hour_are_exact(
    supply: dict[Crossed, Reach], limits: dict[str, Reach], expected: int | Fraction
) -> None:
    assert crossing(supply, limits.__getitem__) == expected


@pytest.mark.parametrize(
    ("supply", "limits", "expected"),
    [
        pytest.param({(FREE, FREE): UNBOUNDED}, {}, UNBOUNDED, id="under no ceiling"),
        pytest.param({(("a",), ("b",)): UNBOUNDED}, {"a": 5, "b": 6}, 5, id="the first binds"),
        pytest.param({(("a",), ("b",)): UNBOUNDED}, {"a": 6, "b": 5}, 5, id="the second binds"),
        pytest.param({(("a",), ("b",)): UNBOUNDED}, {"a": 0, "b": 5}, 0, id="cut to nothing"),
        pytest.param(
            {(("a",), ("b",)): UNBOUNDED}, {"a": UNBOUNDED, "b": 5}, 5, id="only one limits"
        ),
        pytest.param(
            {(("a",), ("b",)): 7}, {"a": UNBOUNDED, "b": UNBOUNDED}, 7, id="neither limits"
        ),
        pytest.param(
            {(("a",), ("b",)): UNBOUNDED},
            {"a": UNBOUNDED, "b": UNBOUNDED},
            UNBOUNDED,
            id="nothing limits",
        ),
        pytest.param(
            {(("a",), ("b",)): UNBOUNDED, (("a",), FREE): 4, (FREE, ("b",)): 3},
            {"a": UNBOUNDED, "b": 6},
            10,
            id="6 + 4",
        ),
        pytest.param(
            {(("a",), ("b",)): UNBOUNDED, (("a",), FREE): UNBOUNDED, (FREE, ("b",)): 3},
            {"a": UNBOUNDED, "b": 6},
            UNBOUNDED,
            id="one without end makes all so",
        ),
        pytest.param({(("a",), ("b",)): 0}, {"a": UNBOUNDED, "b": 0}, 0, id="nothing there"),
    ],
)
def test_what_nothing_limits_is_cut_by_what_does(
    supply: dict[Crossed, Reach], limits: dict[str, Reach], expected: Reach
) -> None:
    assert crossing(supply, limits.__getitem__) == expected


@pytest.mark.parametrize(
    ("supply", "expected"),
    [
        pytest.param({(("x",), ("x",)): 10}, 4, id="the same in both"),
        pytest.param({(("x",), ("y",)): 10, (("y",), ("x",)): 10}, 8, id="4 + 4"),
        pytest.param({(("x",), FREE): 10, (FREE, ("x",)): 10}, 8, id="each on its own: 4 + 4"),
        pytest.param({(("x",), ("y",)): 10, (FREE, ("x",)): 10}, 8, id="not one after the other"),
    ],
)
def test_a_name_may_stand_in_both_families_and_is_a_ceiling_of_each(
    supply: dict[Crossed, Reach], expected: int
) -> None:
    limits: dict[str, Reach] = {"x": 4, "y": 6}

    assert crossing(supply, limits.__getitem__) == expected


@pytest.mark.parametrize("name", ["source", "sink"])
def test_no_name_of_a_ceiling_is_special(name: str) -> None:
    supply: dict[tuple[tuple[object, ...], tuple[object, ...]], Reach] = {
        ((name,), ((name,),)): 10,
        (((name,),), (name,)): 10,
    }

    assert crossing(supply, lambda _: 3) == 6


def test_what_is_counted_first_gives_way_until_all_that_fits_is_counted() -> None:
    """
    All 9 that two years allow: in 2016 June has 2, and May 1 of reading, 3 of talks, 1 of writing.

    May could have had more of reading, but then 2017 could not have the 2 that it allows.
    """
    reading, talks, writing = ("reading",), ("talks",), ("writing",)
    supply: dict[Crossed, Reach] = {
        (MAY, reading): 3,
        (JUNE, writing): 2,
        (MAY, talks): 3,
        (MAY, writing): 1,
        (("July", "2017"), reading): 2,
    }
    limits: dict[str, Reach] = {
        "May": 7,
        "June": 2,
        "2016": 7,
        "July": 2,
        "2017": 2,
        "reading": 3,
        "talks": 3,
        "writing": 3,
    }

    assert crossing(supply, limits.__getitem__) == 9


# laws ------------------------------------------------------------------------------------


@given(case=crossings(st.integers(0, 3)))
def test_a_flow_is_the_most_that_can_be_counted_under_every_ceiling(case: Crossing) -> None:
    assert total(case) == most_by_trying(under_both(case.supply), case.limits)


@given(case=crossings())
def test_a_flow_costs_what_the_cheapest_cover_costs(case: Crossing) -> None:
    assert total(case) == cheapest_cover(under_both(case.supply), case.limits)


@given(case=crossings())
@example(case=Crossing({(FREE, FREE): UNBOUNDED}, {}))
def test_networkx_finds_the_same_flow(case: Crossing) -> None:
    assert total(case) == flow(case)


@given(case=crossings(), family=st.sampled_from([0, 1]))
def test_where_one_family_never_binds_nested_minima_give_the_same(
    case: Crossing, family: Literal[0, 1]
) -> None:
    others = "ba"[family]
    limits = {
        ceiling: UNBOUNDED if ceiling.startswith(others) else limit
        for ceiling, limit in case.limits.items()
    }

    assert crossing(case.supply, limits.__getitem__) == nested(
        one_family(case.supply, family), case.limits.__getitem__
    )


@given(case=crossings(), family=st.sampled_from([0, 1]))
def test_two_families_never_allow_more_than_one_of_them(
    case: Crossing, family: Literal[0, 1]
) -> None:
    assert total(case) <= nested(one_family(case.supply, family), case.limits.__getitem__)


@given(case=crossings())
def test_which_family_is_named_first_never_changes_a_total(case: Crossing) -> None:
    swapped = {(second, first): amount for (first, second), amount in case.supply.items()}

    assert crossing(swapped, case.limits.__getitem__) == total(case)


@given(case=crossings(), order=st.permutations(range(5)))
def test_the_order_of_amounts_never_changes_a_total(case: Crossing, order: list[int]) -> None:
    listed = list(case.supply.items())
    shuffled = dict(listed[place] for place in order if place < len(listed))

    assert crossing(shuffled, case.limits.__getitem__) == total(case)
    assert list(case.supply.items()) == listed


@given(case=crossings(), place=st.integers(0, 4), more=reaches())
def test_more_evidence_never_lowers_a_total_nor_raises_it_by_more_than_itself(
    case: Crossing, place: int, more: Reach
) -> None:
    paths = [*case.supply, (FREE, FREE)][min(place, len(case.supply))]
    grown = {**case.supply, paths: case.supply.get(paths, 0) + more}

    assert total(case) <= crossing(grown, case.limits.__getitem__) <= total(case) + more


@given(case=crossings(), more=st.lists(reaches(), min_size=6, max_size=6))
def test_a_higher_limit_never_lowers_a_total_nor_raises_it_by_more_than_itself(
    case: Crossing, more: list[Reach]
) -> None:
    raises = dict(zip(case.limits, more, strict=False))
    raised = {ceiling: limit + raises[ceiling] for ceiling, limit in case.limits.items()}
    most = total(case) + total_of(raises.values())

    assert total(case) <= crossing(case.supply, raised.__getitem__) <= most


@given(case=crossings(amounts()), times=st.fractions(0, 5, max_denominator=7))
def test_a_total_grows_as_amounts_and_limits_grow_together(case: Crossing, times: Fraction) -> None:
    """
    Counting in another step, as minutes for hours, changes nothing but the step.
    """

    def scaled(value: Reach) -> Reach:
        assert isinstance(value, int | Fraction)
        return value * times

    supply = {paths: scaled(amount) for paths, amount in case.supply.items()}
    limits = {ceiling: scaled(limit) for ceiling, limit in case.limits.items()}

    assert crossing(supply, limits.__getitem__) == scaled(total(case))
