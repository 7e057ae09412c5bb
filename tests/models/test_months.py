"""Adding months: counted from the start, with a named answer where the day does not exist."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.models import Clip, add_months

BACK, FORWARD = Clip.BACK, Clip.FORWARD
ONE_DAY = timedelta(days=1)


def months_later(day: date, months: int, *, clip: Clip) -> date:
    """Count months one number at a time, and look up whether the target month has the day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if year > 9999:
        return date.max
    if year < 1:
        return date.min
    lengths = [31, 29 if is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if day.day <= lengths[month - 1]:
        return date(year, month, day.day)
    return date(year, month, lengths[month - 1]) + (ONE_DAY if clip is FORWARD else 0 * ONE_DAY)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@given(day=st.dates(), months=st.integers(-120_000, 120_000), clip=st.sampled_from(Clip))
@example(day=date(2016, 2, 29), months=48, clip=BACK)
@example(day=date(2096, 2, 29), months=48, clip=FORWARD)
@example(day=date(9999, 12, 31), months=1, clip=BACK)
@example(day=date(9999, 11, 30), months=1, clip=FORWARD)
@example(day=date(1, 1, 1), months=-1, clip=FORWARD)
@example(day=date(1, 12, 31), months=-11, clip=BACK)
def test_months_are_added_as_a_calendar_on_the_wall_has_them(
    day: date, months: int, clip: Clip
) -> None:
    assert add_months(day, months, clip=clip) == months_later(day, months, clip=clip)


@pytest.mark.parametrize("clip", Clip)
@pytest.mark.parametrize("year", [2015, 2016, 2000, 2100])
def test_every_end_of_a_month_moves_like_on_the_wall(year: int, clip: Clip) -> None:
    ends = [date(year, month, 1) - ONE_DAY for month in range(1, 13)]
    for end in ends:
        for months in range(-60, 61):
            assert add_months(end, months, clip=clip) == months_later(end, months, clip=clip)


@given(day=st.dates(), months=st.integers(-60_000, 60_000))
def test_both_clips_agree_except_on_a_day_that_does_not_exist(day: date, months: int) -> None:
    back = add_months(day, months, clip=BACK)
    forward = add_months(day, months, clip=FORWARD)

    assert forward - back in (
        (ONE_DAY,) if back.day < day.day and back != date.min else (0 * ONE_DAY,)
    )


@given(
    day=st.dates(),
    sooner=st.integers(-1200, 1200),
    later=st.integers(-1200, 1200),
    clip=st.sampled_from(Clip),
)
def test_more_months_never_lead_to_an_earlier_day(
    day: date, sooner: int, later: int, clip: Clip
) -> None:
    sooner, later = sorted([sooner, later])

    assert add_months(day, sooner, clip=clip) <= add_months(day, later, clip=clip)


@given(day=st.dates(date(100, 1, 1), date(9000, 12, 28)), months=st.integers(-1199, 1200))
def test_a_day_that_every_month_has_comes_back(day: date, months: int) -> None:
    day = day.replace(day=min(day.day, 28))
    there = add_months(day, months, clip=BACK)

    assert there.day == day.day
    assert add_months(there, -months, clip=BACK) == day


@pytest.mark.parametrize(
    ("day", "months", "back", "forward"),
    [
        (date(2016, 1, 30), 1, date(2016, 2, 29), date(2016, 3, 1)),
        (date(2016, 1, 29), 1, date(2016, 2, 29), date(2016, 2, 29)),
        (date(2015, 1, 29), 1, date(2015, 2, 28), date(2015, 3, 1)),
        (date(2015, 1, 28), 1, date(2015, 2, 28), date(2015, 2, 28)),
        (date(2016, 2, 29), 12, date(2017, 2, 28), date(2017, 3, 1)),
        (date(2016, 2, 29), 48, date(2020, 2, 29), date(2020, 2, 29)),
        (date(2016, 2, 29), -12, date(2015, 2, 28), date(2015, 3, 1)),
        (date(2016, 3, 31), -1, date(2016, 2, 29), date(2016, 3, 1)),
        (date(2016, 5, 31), 1, date(2016, 6, 30), date(2016, 7, 1)),
        (date(2016, 10, 31), 4, date(2017, 2, 28), date(2017, 3, 1)),
        (date(2016, 8, 31), 0, date(2016, 8, 31), date(2016, 8, 31)),
        (date(2016, 12, 31), 1, date(2017, 1, 31), date(2017, 1, 31)),
        (date(9999, 12, 1), 0, date(9999, 12, 1), date(9999, 12, 1)),
        (date(9999, 12, 1), 1, date.max, date.max),
        (date(1, 1, 31), -1, date.min, date.min),
        (date(2016, 1, 1), 120_000, date.max, date.max),
        (date(2016, 1, 1), -120_000, date.min, date.min),
    ],
)
def test_borders_of_months(day: date, months: int, back: date, forward: date) -> None:
    assert add_months(day, months, clip=BACK) == back
    assert add_months(day, months, clip=FORWARD) == forward


def test_part_of_a_month_is_refused() -> None:
    with pytest.raises((TypeError, ValueError)):
        add_months(date(2016, 1, 1), 1.5, clip=BACK)  # type: ignore[arg-type]  # what is refused
