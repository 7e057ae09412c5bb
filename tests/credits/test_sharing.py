"""What each member of a group keeps of the group's total."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.credits import share_out
from teachtrain.models import UNBOUNDED
from tests.credits.families import Reach, reaches, total_of

groups = st.lists(reaches(), max_size=5)


@pytest.mark.parametrize(
    ("total", "kept"),
    [
        (0, [0, 0, 0]),
        (1, [1, 0, 0]),
        (3, [3, 0, 0]),
        (4, [4, 0, 0]),
        (5, [4, 1, 0]),
        (11, [4, 7, 0]),
        (12, [4, 8, 0]),
        (13, [4, 8, 1]),
        (14, [4, 8, 2]),
        (15, [4, 8, 3]),
        (16, [4, 8, 3]),
        (Fraction(9, 2), [4, Fraction(1, 2), 0]),
        (Fraction(38, 3), [4, 8, Fraction(2, 3)]),
        (UNBOUNDED, [4, 8, 3]),
    ],
)
def test_each_keeps_its_own_in_order_until_nothing_is_left(total: Reach, kept: list[Reach]) -> None:
    assert share_out(total, [4, 8, 3]) == kept


@pytest.mark.parametrize(
    ("total", "amounts", "kept"),
    [
        pytest.param(5, [], [], id="no member"),
        pytest.param(UNBOUNDED, [], [], id="no member, no end"),
        pytest.param(5, [0, 0], [0, 0], id="no amounts"),
        pytest.param(5, [0, 3, 0, 3], [0, 3, 0, 2], id="none for whoever has none"),
        pytest.param(10**20, [10**20, 1], [10**20, 0], id="all that is left, and large"),
        pytest.param(10**20, [10**20 - 1, 7], [10**20 - 1, 1], id="nearly all, and large"),
        pytest.param(
            1,
            [Fraction(1, 3), Fraction(1, 3), Fraction(1, 2)],
            [Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)],
            id="thirds",
        ),
        pytest.param(7, [UNBOUNDED, 3], [7, 0], id="one without end takes all"),
        pytest.param(7, [3, UNBOUNDED, 3], [3, 4, 0], id="or all that is left"),
        pytest.param(0, [UNBOUNDED, UNBOUNDED], [0, 0], id="which may be nothing"),
        pytest.param(UNBOUNDED, [3, UNBOUNDED], [3, UNBOUNDED], id="no end of either"),
        pytest.param(UNBOUNDED, [UNBOUNDED, 3], [UNBOUNDED, 0], id="and then nothing is left"),
        pytest.param(UNBOUNDED, [UNBOUNDED] * 3, [UNBOUNDED, 0, 0], id="for another like it"),
    ],
)
def test_what_the_first_leaves_goes_to_the_next(
    total: Reach, amounts: list[Reach], kept: list[Reach]
) -> None:
    assert share_out(total, amounts) == kept


@given(total=reaches(), amounts=groups)
def test_shares_come_to_the_total_or_to_all_there_is(total: Reach, amounts: list[Reach]) -> None:
    assert total_of(share_out(total, amounts)) == min(total, total_of(amounts))


@given(total=reaches(), amounts=groups)
def test_no_share_is_above_its_amount_nor_below_nothing(total: Reach, amounts: list[Reach]) -> None:
    kept = share_out(total, amounts)

    assert len(kept) == len(amounts)
    assert all(0 <= share <= amount for share, amount in zip(kept, amounts, strict=True))


@given(total=reaches(), amounts=groups)
def test_whoever_keeps_less_than_its_own_is_the_last_to_keep_any(
    total: Reach, amounts: list[Reach]
) -> None:
    kept = share_out(total, amounts)
    cut = [place for place, amount in enumerate(amounts) if kept[place] < amount]

    assert not any(kept[place + 1 :] != [0] * len(kept[place + 1 :]) for place in cut)


@given(total=reaches(), amounts=groups, later=groups)
@example(total=UNBOUNDED, amounts=[UNBOUNDED], later=[1])
def test_those_who_come_later_never_change_what_is_kept_before_them(
    total: Reach, amounts: list[Reach], later: list[Reach]
) -> None:
    assert share_out(total, [*amounts, *later])[: len(amounts)] == share_out(total, amounts)


@given(total=reaches(), more=reaches(), amounts=groups)
def test_a_larger_total_never_lowers_a_share(
    total: Reach, more: Reach, amounts: list[Reach]
) -> None:
    before, after = share_out(total, amounts), share_out(total + more, amounts)

    assert all(less <= larger for less, larger in zip(before, after, strict=True))


@given(total=reaches(), amounts=groups)
def test_shares_that_are_shared_out_again_stay_as_they_are(
    total: Reach, amounts: list[Reach]
) -> None:
    kept = share_out(total, amounts)

    assert share_out(total, kept) == kept
    assert share_out(total_of(kept), kept) == kept


@given(total=reaches(), amounts=groups)
def test_what_is_given_stays_as_it_was(total: Reach, amounts: list[Reach]) -> None:
    before = list(amounts)
    share_out(total, amounts)

    assert amounts == before
