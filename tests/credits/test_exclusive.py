"""Demands of which each amount serves one only: the arithmetic, beside a library and by trying."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any, Final

import attrs
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachtrain.credits import Supply, allocate, allocate_whole, faults, filled, nested
from teachtrain.credits import _exclusive as exclusive
from teachtrain.models import UNBOUNDED, Unbounded

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from random import Random

    from tests.credits.families import Reach

AMOUNTS: Final = (
    Fraction(1),
    Fraction(2),
    Fraction(3),
    Fraction(5),
    Fraction(1, 2),
    Fraction(2, 3),
)
PATHS: Final = ((), ("outer",), ("inner", "outer"), ("other", "outer"))


@attrs.frozen
class Case:
    """Supplies under one family of ceilings, demands, and limits within demands."""

    supplies: tuple[Supply, ...]
    needs: tuple[Fraction, ...]
    limits: dict[Hashable, Fraction]
    within: dict[tuple[int, Hashable], Fraction]

    def limit(self, ceiling: Hashable) -> Fraction:
        return self.limits[ceiling]


@st.composite
def cases(
    draw: st.DrawFn, *, whole: bool = False, limited: bool = True, most: int = 5, needs: int = 4
) -> Case:
    amount = st.sampled_from(AMOUNTS)
    count = draw(st.integers(1, needs))
    kinds: tuple[Hashable, ...] = ("online", "far") if limited else ()
    supplies = []
    for _ in range(draw(st.integers(0, most))):
        serves = sorted(draw(st.sets(st.integers(0, count - 1))))
        supplies.append(
            Supply(
                draw(amount),
                () if whole else draw(st.sampled_from(PATHS)),
                tuple((own, draw(st.sampled_from((None, *kinds)))) for own in serves),
            )
        )
    return Case(
        tuple(supplies),
        tuple(draw(st.sampled_from((*AMOUNTS, Fraction(0)))) for _ in range(count)),
        {name: draw(amount) for name in ("inner", "other", "outer")},
        {(own, kind): draw(amount) for own in range(count) for kind in kinds},
    )


def limits(**known: Reach) -> Callable[[Hashable], Reach]:
    """Return what ceilings allow, by name."""
    return lambda name: known[str(name)]


def plain(amount: Reach) -> Fraction:
    """Return an amount that has a bound."""
    assert not isinstance(amount, Unbounded)
    return Fraction(amount)


def flow(case: Case, upto: int) -> Fraction:
    """Return the maximum flow into the first so many needs, by a library of graphs."""
    numbers = [plain(own.amount) for own in case.supplies] + [*case.needs, *case.limits.values()]
    numbers += case.within.values()
    scale = lcm(*(own.denominator for own in numbers))
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(("source", "sink"))
    for place, own in enumerate(case.supplies):
        start: Any = "source"
        for ceiling in reversed(own.path):
            graph.add_edge(start, ceiling, capacity=int(case.limits[ceiling] * scale))
            start = ceiling
        graph.add_edge(start, place, capacity=int(plain(own.amount) * scale))
        for number, kind in own.serves:
            end: Any = ("need", number)
            if kind is not None:
                room = int(case.within[number, kind] * scale)
                graph.add_edge(("limit", number, kind), end, capacity=room)
                end = ("limit", number, kind)
            graph.add_edge(place, end)
    for number, need in enumerate(case.needs[:upto]):
        graph.add_edge(("need", number), "sink", capacity=int(need * scale))
    return Fraction(int(nx.maximum_flow_value(graph, "source", "sink")), scale)


def given_to(shares: list[exclusive.Shares], count: int) -> list[Fraction]:
    """Return what each need is given."""
    found = [Fraction(0)] * count
    for taken in shares:
        for number, amount in taken:
            found[number] += plain(amount)
    return found


# split ------------------------------------------------------------------------------------------


@given(case=cases())
def test_an_allocation_fills_as_much_as_a_librarys_flow_and_early_needs_first(case: Case) -> None:
    shares = allocate(case.supplies, case.needs, case.limit, case.within)
    flows = [flow(case, upto) for upto in range(len(case.needs) + 1)]
    assert given_to(shares, len(case.needs)) == [
        after - before for before, after in itertools.pairwise(flows)
    ]
    assert faults(shares, case.supplies, case.needs, case.limit, case.within) == []


@given(case=cases(limited=False))
def test_the_formula_over_sets_of_needs_is_the_flow(case: Case) -> None:
    def counted(chosen: int) -> Reach:
        supply: dict[tuple[Hashable, ...], Reach] = {}
        for own in case.supplies:
            if any(chosen >> number & 1 for number, _ in own.serves):
                supply[own.path] = supply.get(own.path, 0) + own.amount
        return nested(supply, case.limit)

    assert filled(case.needs, counted) == flow(case, len(case.needs))


@given(case=cases(limited=False), order=st.randoms(use_true_random=False))
def test_the_order_of_supplies_and_needs_makes_no_difference_to_the_total(
    case: Case, order: Random
) -> None:
    numbers = list(range(len(case.needs)))
    order.shuffle(numbers)
    supplies = [
        own._replace(serves=tuple((numbers.index(one), kind) for one, kind in own.serves))
        for own in case.supplies
    ]
    order.shuffle(supplies)
    needs = [case.needs[number] for number in numbers]
    here = given_to(allocate(supplies, needs, case.limit, {}), len(needs))
    there = given_to(allocate(case.supplies, case.needs, case.limit, {}), len(needs))
    assert sum(here) == sum(there)


def every_way(case: Case) -> list[tuple[Fraction, ...]]:
    """Return what needs are given in every way to share halves and wholes out, by brute force."""
    ways: list[tuple[Fraction, ...]] = []
    step = Fraction(1, 2)
    options = []
    for own in case.supplies:
        parts = int(plain(own.amount) / step)
        options.append(
            [
                split
                for split in itertools.product(range(parts + 1), repeat=len(own.serves))
                if sum(split) <= parts
            ]
        )
    for way in itertools.product(*options):
        needs = [Fraction(0)] * len(case.needs)
        under: dict[Hashable, Fraction] = {}
        for own, split in zip(case.supplies, way, strict=True):
            for (number, _), part in zip(own.serves, split, strict=True):
                needs[number] += part * step
            for ceiling in own.path:
                under[ceiling] = under.get(ceiling, Fraction(0)) + sum(split) * step
        if any(used > case.limits[ceiling] for ceiling, used in under.items()):
            continue
        if all(has <= need for has, need in zip(needs, case.needs, strict=True)):
            ways.append(tuple(needs))
    return ways


HALVES: Final = st.sampled_from((Fraction(1), Fraction(1, 2), Fraction(3, 2)))


@settings(max_examples=40)
@given(data=st.data())
def test_no_way_of_sharing_out_fills_more(data: st.DataObject) -> None:
    case = data.draw(cases(limited=False, most=3, needs=3))
    case = attrs.evolve(
        case,
        supplies=tuple(own._replace(amount=data.draw(HALVES)) for own in case.supplies),
        needs=tuple(data.draw(HALVES) for _ in case.needs),
        limits={name: data.draw(HALVES) for name in case.limits},
    )
    best = max(every_way(case), key=lambda way: (sum(way), way))
    found = given_to(allocate(case.supplies, case.needs, case.limit, {}), len(case.needs))
    assert tuple(found) == best


def test_what_has_no_bound_fills_all_that_it_serves() -> None:
    supplies = (Supply(UNBOUNDED, (), ((0, None), (1, None))), Supply(3, ("year",), ((1, None),)))
    assert given_to(allocate(supplies, (5, 7), limits(year=2), {}), 2) == [5, 7]
    assert given_to(allocate(supplies, (5, 7), limits(year=UNBOUNDED), {}), 2) == [5, 7]
    endless = allocate((Supply(4, (), ((0, None),)),), (UNBOUNDED,), limits(), {})
    assert given_to(endless, 1) == [4]


# whole ------------------------------------------------------------------------------------------


def whole_ways(case: Case) -> list[tuple[Fraction, ...]]:
    """Return what needs lack in every way to give each supply to one of them, or to none."""
    found: list[tuple[Fraction, ...]] = []
    for way in itertools.product(*([None, *own.serves] for own in case.supplies)):
        given_: dict[tuple[int, Hashable | None], Fraction] = {}
        for own, choice in zip(case.supplies, way, strict=True):
            if choice is not None:
                given_[choice] = given_.get(choice, Fraction(0)) + plain(own.amount)
        lacks = []
        for number, need in enumerate(case.needs):
            taken = Fraction(0)
            for (demand, kind), amount in given_.items():
                if demand == number:
                    taken += amount if kind is None else min(amount, case.within[number, kind])
            lacks.append(need - min(need, taken))
        found.append(tuple(lacks))
    return found


@given(case=cases(whole=True, most=6, needs=3))
def test_whole_supplies_fill_as_much_as_any_way_and_early_needs_first(case: Case) -> None:
    shares, sure = allocate_whole(case.supplies, case.needs, case.within)
    assert sure
    found = given_to(shares, len(case.needs))
    lacks = tuple(need - has for need, has in zip(case.needs, found, strict=True))
    assert lacks == min(whole_ways(case), key=lambda way: (sum(way), way))
    assert all(len(taken) <= 1 for taken in shares)
    assert faults(shares, case.supplies, case.needs, case.limit, case.within) == []


def test_more_stands_than_are_followed_are_not_called_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    supplies = [Supply(Fraction(1, 1 << n), (), ((0, None), (1, None))) for n in range(6)]
    monkeypatch.setattr(exclusive, "MOST_STEPS", 30)
    shares, sure = allocate_whole(supplies, (Fraction(5, 4), Fraction(9, 8)), {})
    assert not sure
    assert faults(shares, supplies, (Fraction(5, 4), Fraction(9, 8)), limits(), {}) == []
    # where all needs are filled, no other way fills more, however few were followed
    shares, sure = allocate_whole(supplies, (Fraction(1), Fraction(1, 2)), {})
    assert sure


# the checker ------------------------------------------------------------------------------------

SUPPLIES: Final = (
    Supply(4, ("year",), ((0, None), (1, "online"))),
    Supply(2, (), ((1, None),)),
    Supply(2, ("month", "year"), ((0, None),)),
)
WITHIN: Final[dict[tuple[int, Hashable], Reach]] = {(1, "online"): 1}


@pytest.mark.parametrize(
    ("shares", "needs", "year", "words"),
    [
        ([((0, 3), (1, 1)), ((1, 2),)], (3, 3), 4, []),
        ([((0, 4), (1, 1)), ()], (9, 9), 9, ["supply 0 gives 5 of 4"]),
        ([((0, 0),), ()], (9, 9), 9, ["supply 0 gives 0 of 4"]),
        ([((0, -1),), ()], (9, 9), 9, ["supply 0 gives -1 of 4"]),
        ([(), ((0, 1),)], (9, 9), 9, ["supply 1 does not serve need 0"]),
        ([((0, 4),), ()], (9, 9), 3, ["'year' is exceeded"]),
        ([(), (), ((0, 2),)], (9, 9), 1, ["'year' is exceeded"]),  # around the inner one
        ([((0, 4),), ()], (3, 9), 9, ["need 0 gets more than it asks for"]),
        ([((1, 2),), ()], (9, 9), 9, ["limit (1, 'online') is exceeded"]),
    ],
)
def test_the_checker_finds_each_fault(
    shares: list[Any], needs: tuple[int, ...], year: int, words: list[str]
) -> None:
    shares = [*shares, *[()] * (len(SUPPLIES) - len(shares))]
    assert faults(shares, SUPPLIES, needs, limits(year=year, month=9), WITHIN) == words


@given(case=cases(), data=st.data())
def test_the_checker_refuses_what_is_changed(case: Case, data: st.DataObject) -> None:
    """More to a need that was filled, or of a supply that was used up, is found out."""
    shares = allocate(case.supplies, case.needs, case.limit, case.within)
    used = [place for place, taken in enumerate(shares) if taken]
    if not used:
        return
    place = data.draw(st.sampled_from(used))
    (number, amount), *rest = shares[place]
    has = given_to(shares, len(case.needs))[number]
    beyond = case.needs[number] - has + plain(case.supplies[place].amount)
    changed = [*shares[:place], ((number, plain(amount) + beyond), *rest), *shares[place + 1 :]]
    assert faults(changed, case.supplies, case.needs, case.limit, case.within)
