"""What a group gives is accepted only where it never falls: proved, and tried on small groups."""

import itertools
import time
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.models import NUMBER, UNBOUNDED, Amount, number
from teachtrain.rules import (
    all_of,
    any_of,
    at_least,
    dated,
    figure,
    first_known,
    group,
    if_,
    least,
    most,
    not_,
    rounded,
    teacher,
)
from teachtrain.rules._conditions import Combine, Compare, Condition, Logic, OneOf
from teachtrain.rules._quantities import (
    Compute,
    Direction,
    Fact,
    Literal,
    Quantity,
    Rounded,
    Table,
    Top,
    literal,
)
from teachtrain.rules._rising import never_falls

Facts: TypeAlias = Mapping[str, Fraction | None]
"""Numbers that a teacher has, None for none; `rural` is none or something."""

SHARE, RANK = teacher.local("share"), teacher.local("rank")
RURAL = teacher.category.is_("rural")
TOTAL, COUNT = group.total, group.count


# what the words say ----------------------------------------------------------------------


def value_of(form: Quantity, members: tuple[int, ...], facts: Facts) -> Fraction | None:
    """Work out an expression over a group by what its words say; None where it has no value."""
    match form:
        case Literal(amount=amount):
            return Fraction(amount.value)
        case Fact(of="teacher", name=name):
            return facts[name]
        case Fact(name="total"):
            return Fraction(sum(members))
        case Fact(name="count"):
            return Fraction(len(members))
        case Top(count=count):
            return Fraction(sum(sorted(members, reverse=True)[:count]))
        case Rounded(of=of, step=step, direction=direction):
            value = value_of(of, members, facts)
            if value is None:
                return None
            steps, rest = divmod(value, step.value)
            assert direction is not None
            up = {
                Direction.DOWN: False,
                Direction.UP: rest > 0,
                Direction.HALF_UP: rest * 2 >= step.value,
            }[direction]
            return (steps + up) * Fraction(step.value)
        case Table(rows=rows, otherwise=otherwise):
            for test, then in rows:
                if holds(test, members, facts):
                    return value_of(then, members, facts)
            return None if otherwise is None else value_of(otherwise, members, facts)
        case Compute(operator=operator, parts=parts):
            values = [value_of(part, members, facts) for part in parts]
            if None in values:
                return None
            return computed(operator, [own for own in values if own is not None])
        case _:
            raise AssertionError(form)


def computed(operator: str, values: list[Fraction]) -> Fraction | None:
    match operator:
        case "+":
            return sum(values, Fraction(0))
        case "-":
            return values[0] - sum(values[1:], Fraction(0))
        case "*":
            return values[0] * values[1]
        case "mod":
            return values[0] % values[1] if values[1] > 0 else None
        case "least":
            return min(values)
        case _:
            return max(values)


def holds(test: Condition, members: tuple[int, ...], facts: Facts) -> bool | None:
    """Whether a test holds; None where it does not apply."""
    match test:
        case OneOf():
            return facts["rural"] is not None
        case Compare(operator=operator, left=left, right=right):
            one, other = value_of(left, members, facts), value_of(right, members, facts)
            if one is None or other is None:
                return None
            return {
                ">=": one >= other,
                ">": one > other,
                "<=": one <= other,
                "<": one < other,
            }[operator]
        case Combine(logic=logic, parts=parts, k=k):
            found = [holds(part, members, facts) for part in parts]
            known = [own for own in found if own is not None]
            if not known:
                return None
            match logic:
                case Logic.ALL:
                    return all(known)
                case Logic.ANY:
                    return any(known)
                case Logic.NOT:
                    return not known[0]
                case Logic.AT_LEAST:
                    return sum(known) >= k
        case _:
            raise AssertionError(test)


# groups and how they grow ----------------------------------------------------------------

GROUPS = [
    members
    for size in range(4)
    for members in itertools.combinations_with_replacement(range(6), size)
]
FACTS: list[Facts] = [
    {"share": share, "rank": rank, "rural": rural}
    for share in (None, Fraction(0), Fraction(3))
    for rank in (None, Fraction(2))
    for rural in (None, Fraction(1))
]


def grown(members: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the group with one member grown by one, and with a new one of nothing."""
    if len(members) < 3:
        yield (0, *members)
    for place, own in enumerate(members):
        if own < 5:
            yield tuple(sorted((*members[:place], own + 1, *members[place + 1 :])))


STEPS = [(members, more) for members in GROUPS for more in grown(members)]
"""Every way in which a small group grows is a chain of these."""


def falls(value: Quantity, *, whole: bool) -> bool:
    """Whether what a rewrite leaves (*whole*), or what a pool gives, falls at some step."""

    def left(members: tuple[int, ...], facts: Facts) -> Fraction:
        found = value_of(value, members, facts)
        if whole:
            total = Fraction(sum(members))
            return total if found is None else min(max(found, Fraction(0)), total)
        return Fraction(0) if found is None else max(found, Fraction(0))

    for facts in FACTS:
        amounts = {members: left(members, facts) for members in GROUPS}
        if any(amounts[tuple(sorted(more))] < amounts[members] for members, more in STEPS):
            return True
    return False


# accepted and refused ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        most(TOTAL - 3, 0) * "1/2",
        most(TOTAL - 3, 0) * most(COUNT - 1, 0),
        most(TOTAL - 3, 1) * SHARE,
        (TOTAL - 3) * "1/2",
        (TOTAL - 3) * SHARE,
        rounded(most(TOTAL - 3, 0), step=2, direction="down") * "1/2",
        group.top(2) + (TOTAL - group.top(2)) * "1/2",
        group.top(2) + (TOTAL - group.top(2)) * 0,
        group.top(2) + (TOTAL - group.top(2)) * 1,
        (TOTAL - group.top(1)) * "1/2",
        group.top(1) * 2 + group.top(2) - TOTAL * 0,
        group.top(3) * 2 - group.top(1),
        least(TOTAL, 4) + most(TOTAL - 4, 0) * "1/2",
        if_(TOTAL >= 6, 5, if_(TOTAL >= 3, 2, 0)),
        if_(TOTAL >= 6, 5, if_(TOTAL >= 3, 2, 1)),
        if_(TOTAL >= 6, TOTAL - 3, if_(TOTAL >= 3, 2, 0)),
        if_(TOTAL >= 6, TOTAL - 3, TOTAL * "1/2"),
        if_(TOTAL >= 6, 6, TOTAL),
        if_(all_of(TOTAL >= 6, COUNT >= 2), 5, if_(any_of(TOTAL >= 3, COUNT >= 2), 2, 0)),
        if_(at_least(2, TOTAL >= 6, COUNT >= 2, RURAL), 5, 0),
        if_(group.largest <= TOTAL, 5, 0),
        if_(group.largest <= TOTAL - 2, 5, 2),
        if_(RURAL, if_(TOTAL >= 3, 2, 0), if_(TOTAL >= 6, 5, 0)),
        if_(TOTAL >= SHARE, 5, if_(COUNT >= RANK, 4, 3)),
        if_(TOTAL >= 3, 2, 0) + if_(TOTAL >= 6, 3, 0),
        most(if_(TOTAL >= 6, 5, 1), COUNT) * if_(RURAL, 2, 1),
    ],
)
def test_what_surely_never_falls_is_accepted(value: Quantity) -> None:
    assert not falls(value, whole=False)
    assert not falls(value, whole=True)
    assert never_falls(value, whole=False)
    assert never_falls(value, whole=True)


@pytest.mark.parametrize(
    "value",
    [
        if_(TOTAL >= 6, 2, 5),
        if_(TOTAL >= 6, 2, if_(TOTAL >= 3, 5, 0)),
        if_(TOTAL >= 3, if_(TOTAL >= 6, 1, 5), 0),
        if_(TOTAL >= 6, TOTAL - 3, if_(TOTAL >= 3, 4, 0)),
        if_(TOTAL >= 6, TOTAL - 4, TOTAL * "1/2"),
        if_(TOTAL >= 6, 4, TOTAL),
        if_(TOTAL > 6, 5, TOTAL),
        if_(any_of(TOTAL >= 6, not_(COUNT >= 2)), 5, 0),
        if_(group.total <= COUNT, 5, 0),
        if_(TOTAL >= 6, least(5, SHARE), 4),
        group.top(2) + (TOTAL - group.top(2)) * -1,
        group.top(1) - TOTAL * "1/2",
        TOTAL - COUNT,
        (TOTAL - 4) * (COUNT - 2),
        TOTAL - most(TOTAL - 3, 0) * 2,
        10 + most(TOTAL - 3, 0) * (SHARE - 1),
        5 + if_(TOTAL >= 3, TOTAL % 2, 0),
    ],
)
def test_what_falls_is_refused(value: Quantity) -> None:
    assert falls(value, whole=False)
    assert not never_falls(value, whole=False)
    assert not never_falls(value, whole=True)


@pytest.mark.parametrize(
    ("value", "in_pools", "in_rewrites"),
    [
        pytest.param(if_(TOTAL >= 3, SHARE, 0), True, True, id="a step to what may be none"),
        pytest.param(if_(TOTAL >= 3, SHARE, 0) * 2, True, True, id="twice that"),
        pytest.param(least(if_(TOTAL >= 3, SHARE, 0), 5), True, True, id="at most five of that"),
        pytest.param(5 + if_(TOTAL >= 3, SHARE, 0), False, True, id="five beside that"),
        pytest.param(most(5, if_(TOTAL >= 3, SHARE, 0)), False, True, id="five at least"),
        pytest.param(if_(TOTAL >= 3, most(SHARE, 1), 1), False, True, id="one before that"),
        pytest.param(if_(TOTAL >= 3, 2, least(SHARE, 2)), True, False, id="from what may be none"),
        pytest.param(if_(TOTAL >= 3, 2), True, False, id="from nothing"),
        pytest.param(5 + if_(TOTAL >= 3, 2), True, False, id="five and more, from nothing"),
        pytest.param(if_(TOTAL >= 3, TOTAL - 4), True, False, id="from nothing to less"),
        pytest.param(TOTAL * SHARE, True, True, id="a share that may be none"),
        pytest.param(if_(TOTAL >= 3, if_(TOTAL >= 6, 5), 0), True, False, id="a step to a step"),
        pytest.param(if_(TOTAL >= 3, if_(TOTAL >= 6, 5), 1), False, False, id="nothing between"),
        pytest.param(
            if_(if_(TOTAL >= 3, SHARE, 5) >= 1, 4, 0), False, False, id="a test of what may fall"
        ),
        pytest.param(
            if_(all_of(RURAL, if_(TOTAL >= 3, 2) >= 5), 4, 0), False, False, id="a test that lapses"
        ),
    ],
)
def test_what_may_have_no_value_is_accepted_where_that_does_not_fall(
    value: Quantity, *, in_pools: bool, in_rewrites: bool
) -> None:
    """A pool then gives nothing, and a rewrite leaves the group whole."""
    assert never_falls(value, whole=False) is in_pools
    assert never_falls(value, whole=True) is in_rewrites
    assert not (in_pools and falls(value, whole=False))
    assert not (in_rewrites and falls(value, whole=True))


# the law -----------------------------------------------------------------------------------

PLAIN = st.integers(-1, 8).map(literal) | st.sampled_from([literal("1/2"), literal(number(1))])
LEAVES = (
    st.sampled_from([TOTAL, TOTAL, COUNT, group.largest, group.top(2)])
    | PLAIN
    | st.sampled_from([SHARE, RANK])
)


def _conditions(parts: st.SearchStrategy[Quantity]) -> st.SearchStrategy[Condition]:
    compared = st.builds(
        Compare, st.sampled_from([">=", ">=", ">=", ">", "<="]), parts, PLAIN | parts
    )
    tests: st.SearchStrategy[Condition] = compared | st.just(RURAL)
    return st.one_of(
        tests,
        st.builds(all_of, tests, tests),
        st.builds(any_of, tests, tests),
        st.builds(lambda one, other: at_least(1, one, other), tests, tests),
        st.builds(not_, tests),
    )


def _grown(parts: st.SearchStrategy[Quantity]) -> st.SearchStrategy[Quantity]:
    return st.one_of(
        st.builds(Quantity.__add__, parts, parts),
        st.builds(Quantity.__sub__, parts, parts),
        st.builds(Quantity.__mul__, parts, parts),
        st.builds(least, parts, parts),
        st.builds(most, parts, parts),
        st.builds(Quantity.__mod__, parts, st.integers(1, 5)),
        st.builds(
            lambda of, step, way: rounded(of, step=step, direction=way),
            parts,
            st.integers(1, 3),
            st.sampled_from(Direction),
        ),
        st.builds(if_, _conditions(parts), parts, parts | st.none()),
        st.builds(
            lambda one, value, other, less, rest: Table(((one, value), (other, less)), rest),
            _conditions(parts),
            parts,
            _conditions(parts),
            parts,
            parts | st.none(),
        ),
    )


VALUES = st.recursive(LEAVES, _grown, max_leaves=7)


@given(value=VALUES)
@example(value=5 + if_(TOTAL >= 3, SHARE, 0) * 0)
@example(value=5 + (if_(TOTAL >= 3, SHARE, 0) - if_(TOTAL >= 3, SHARE, 0)))
@example(value=if_(TOTAL >= 3, group.top(2) - group.largest, TOTAL * 0))
@example(value=if_(TOTAL >= 3, if_(RURAL, 3, SHARE), if_(RURAL, 2, 0)))
@example(value=if_(group.top(2) >= 3, TOTAL - 3, least(TOTAL, group.top(2) - 3)))
def test_what_is_accepted_never_falls(value: Quantity) -> None:
    for whole in (False, True):
        assert not (never_falls(value, whole=whole) and falls(value, whole=whole))


@pytest.mark.parametrize(
    ("factor", "sure"),
    [
        (first_known(SHARE, 2), True),
        (first_known(SHARE, -2), False),
        (dated((date(2020, 1, 1), SHARE), (date(2021, 1, 1), None)), True),
        (dated((date(2020, 1, 1), literal(-1))), False),
        (dated((date(2020, 1, 1), None)), False),
        (figure("share"), False),
        (teacher.years_since("hired"), True),
        (SHARE * RANK, True),
        (SHARE * RANK * 0, True),
        (SHARE * (RANK - 1), False),
        ((RANK + 1) * least(SHARE, 2), True),
        (SHARE % 3, True),
        (rounded(SHARE - 1, step=2, direction="down"), False),
        (rounded(SHARE + 1, step=2, direction="down"), True),
        (if_(RURAL, SHARE, -1), False),
        (if_(RURAL, SHARE), True),
        (Table((), None), False),
        (Literal(Amount(1, UNBOUNDED, NUMBER)), True),
        (Literal(Amount(-UNBOUNDED, -UNBOUNDED, NUMBER)), False),
    ],
)
def test_a_factor_is_surely_zero_or_more(factor: Quantity, *, sure: bool) -> None:
    assert never_falls(TOTAL * factor, whole=False) is sure
    assert never_falls(most(TOTAL, 1) * factor, whole=False) is sure


@pytest.mark.parametrize(
    ("test", "rises"),
    [
        (TOTAL * SHARE >= 3, True),
        (rounded(TOTAL * SHARE, step=2, direction="up") >= RANK, True),
        (all_of(TOTAL * SHARE >= 3, COUNT >= 2), True),
        (COUNT + most(TOTAL, SHARE) > RANK, True),
        (not_(TOTAL >= 3), False),
        (TOTAL % 2 >= 1, False),
        (if_(RURAL, TOTAL, SHARE) >= 3, False),
        (if_(TOTAL >= 3, SHARE, 3) >= 3, False),
        (RANK >= TOTAL, False),
    ],
)
def test_a_test_that_holds_must_go_on_holding(test: Condition, *, rises: bool) -> None:
    value = if_(test, 5, 0)

    assert never_falls(value, whole=False) is rises
    assert not (rises and falls(value, whole=False))


def test_the_first_that_is_known_may_fall() -> None:
    assert not never_falls(first_known(TOTAL, 3), whole=False)


@pytest.mark.parametrize("whole", [True, False])
def test_a_long_way_down_is_judged_or_refused_in_bounded_time(*, whole: bool) -> None:
    """Ninety steps are accepted; a table that compares all with all is given up."""
    steps: Quantity = literal(0)
    for border in range(1, 91):
        steps = if_(border <= TOTAL, border, steps)
    wide = Table(
        tuple((2000 - place <= TOTAL, TOTAL - SHARE * place) for place in range(1500)), literal(0)
    )

    start = time.perf_counter()
    assert never_falls(steps, whole=whole)
    assert not never_falls(wide, whole=whole)
    assert time.perf_counter() - start < 5
