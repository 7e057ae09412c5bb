"""Calendars cut all time into cells, at the same days of every year."""

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.errors import InvalidValueError
from teachtrain.models import CALENDAR_YEAR, EVERY_DAY, MONTHLY, SCHOOL_YEAR, Calendar, Span

ONE_DAY = timedelta(days=1)
NOT_LEAP = [date(2001, 1, 1) + more * ONE_DAY for more in range(365)]
TERMS = Calendar("term", ((2, 1), (9, 1)), "学期")
ACCOUNTING_YEAR = Calendar("accounting year", ((7, 1),))

# The last day of the calendar stands for "no end" and lies in no span.
DAYS = st.dates(max_value=date.max - ONE_DAY)


def calendars(*, daily: bool = True) -> st.SearchStrategy[Calendar]:
    """Draw calendars of one to six cuts, the common ones, and that of single days."""
    cut = st.sampled_from(NOT_LEAP).map(lambda day: (day.month, day.day))
    cuts = st.sets(cut, min_size=1, max_size=6).map(lambda own: Calendar("part", tuple(own)))
    common = [CALENDAR_YEAR, SCHOOL_YEAR, MONTHLY, TERMS, *([EVERY_DAY] if daily else [])]
    return st.sampled_from(common) | cuts


def first_of_cell(calendar: Calendar, day: date) -> date:
    """Go back day by day until a day on which a cell starts."""
    while not calendar.daily and (day.month, day.day) not in calendar.cuts and day > date.min:
        day -= ONE_DAY
    return day


def starts_a_cell(calendar: Calendar, day: date) -> bool:
    return calendar.daily or (day.month, day.day) in calendar.cuts


# laws ------------------------------------------------------------------------------------


@given(calendar=calendars(), day=DAYS)
@example(calendar=SCHOOL_YEAR, day=date.min)
@example(calendar=SCHOOL_YEAR, day=date.max - ONE_DAY)
@example(calendar=CALENDAR_YEAR, day=date(2016, 2, 29))
@example(calendar=EVERY_DAY, day=date.min)
def test_a_cell_reaches_from_the_cut_before_a_day_to_the_next(
    calendar: Calendar, day: date
) -> None:
    cell = calendar.cell(day)

    assert day in cell
    assert (calendar.start(day), calendar.end(day)) == (cell.start, cell.end)
    assert cell.start == first_of_cell(calendar, day)
    assert cell.end == date.max or starts_a_cell(calendar, cell.end)
    assert first_of_cell(calendar, cell.last_day) == cell.start


@given(calendar=calendars(), day=DAYS, more=st.integers(0, 400))
def test_cells_hold_each_day_once(calendar: Calendar, day: date, more: int) -> None:
    """
    Two days share a cell or lie in cells apart, and a cell is that of each of its days.
    """
    other = min(day, date.max - 401 * ONE_DAY) + more * ONE_DAY
    one, two = calendar.cell(day), calendar.cell(other)

    assert one == two or one.overlap(two) is None
    assert (one == two) is (other in one)
    assert calendar.cell(one.last_day) == one


@given(calendar=calendars(), start=DAYS, days=st.integers(1, 800))
@example(calendar=MONTHLY, start=date.min, days=1)
@example(calendar=TERMS, start=date(2016, 2, 1), days=213)
@example(calendar=TERMS, start=date(2016, 2, 1), days=214)
def test_the_cells_of_a_span_follow_on_each_other_and_hold_it(
    calendar: Calendar, start: date, days: int
) -> None:
    start = min(start, date.max - 900 * ONE_DAY)
    span = Span(start, start + days * ONE_DAY)
    cells = list(calendar.cells(span))

    assert cells[0] == calendar.cell(span.start)
    assert cells[-1] == calendar.cell(span.last_day)
    assert [cell.end for cell in cells[:-1]] == [cell.start for cell in cells[1:]]
    assert all(cell == calendar.cell(cell.start) for cell in cells)


@given(calendar=calendars(daily=False))
def test_the_cells_of_all_time_end_with_it(calendar: Calendar) -> None:
    last = list(calendar.cells(Span.since(date(9990, 1, 1))))[-1]

    assert last.end == date.max


@given(fine=calendars(), coarse=calendars(), day=DAYS)
@example(fine=EVERY_DAY, coarse=EVERY_DAY, day=date(2016, 1, 1))
def test_each_cell_of_a_finer_calendar_lies_in_one_of_the_coarser(
    fine: Calendar, coarse: Calendar, day: date
) -> None:
    inside = coarse.cell(day).covers(fine.cell(day))

    assert inside or not fine.refines(coarse)


@given(fine=calendars(), coarse=calendars())
def test_a_calendar_that_does_not_refine_another_is_cut_by_it(
    fine: Calendar, coarse: Calendar
) -> None:
    """
    The other half of the law above: some cell then has days in two cells of the other.
    """
    year = [date(2016, 1, 1) + more * ONE_DAY for more in range(366)]
    inside = all(coarse.cell(day).covers(fine.cell(day)) for day in year)

    assert fine.refines(coarse) is inside


@given(calendar=calendars())
def test_equal_calendars_hash_equal_and_survive_pickling(calendar: Calendar) -> None:
    again = pickle.loads(pickle.dumps(calendar))  # noqa: S301 - dumped on this line

    assert again == calendar
    assert hash(again) == hash(calendar)


@given(cuts=st.permutations([(9, 1), (2, 1), (12, 31)]))
def test_the_order_of_cuts_makes_no_difference(cuts: list[tuple[int, int]]) -> None:
    assert Calendar("part", tuple(cuts)) == Calendar("part", ((2, 1), (9, 1), (12, 31)))


# borders ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("calendar", "day", "first", "last"),
    [
        (SCHOOL_YEAR, date(2016, 8, 31), date(2015, 9, 1), date(2016, 8, 31)),
        (SCHOOL_YEAR, date(2016, 9, 1), date(2016, 9, 1), date(2017, 8, 31)),
        (SCHOOL_YEAR, date(2016, 9, 2), date(2016, 9, 1), date(2017, 8, 31)),
        (CALENDAR_YEAR, date(2015, 12, 31), date(2015, 1, 1), date(2015, 12, 31)),
        (CALENDAR_YEAR, date(2016, 1, 1), date(2016, 1, 1), date(2016, 12, 31)),
        (MONTHLY, date(2016, 2, 29), date(2016, 2, 1), date(2016, 2, 29)),
        (MONTHLY, date(2015, 2, 28), date(2015, 2, 1), date(2015, 2, 28)),
        (MONTHLY, date(2016, 12, 31), date(2016, 12, 1), date(2016, 12, 31)),
        (TERMS, date(2016, 1, 31), date(2015, 9, 1), date(2016, 1, 31)),
        (TERMS, date(2016, 2, 1), date(2016, 2, 1), date(2016, 8, 31)),
        (EVERY_DAY, date(2016, 2, 29), date(2016, 2, 29), date(2016, 2, 29)),
        (SCHOOL_YEAR, date(1, 1, 1), date(1, 1, 1), date(1, 8, 31)),
        (SCHOOL_YEAR, date(9999, 9, 1), date(9999, 9, 1), date(9999, 12, 30)),
        (ACCOUNTING_YEAR, date(2016, 6, 30), date(2015, 7, 1), date(2016, 6, 30)),
    ],
)
def test_borders_of_cells(calendar: Calendar, day: date, first: date, last: date) -> None:
    cell = calendar.cell(day)

    assert (cell.start, cell.last_day) == (first, last)


@pytest.mark.parametrize(
    ("fine", "coarse", "refines"),
    [
        (MONTHLY, SCHOOL_YEAR, True),
        (MONTHLY, CALENDAR_YEAR, True),
        (TERMS, SCHOOL_YEAR, True),
        (TERMS, CALENDAR_YEAR, False),
        (SCHOOL_YEAR, MONTHLY, False),
        (SCHOOL_YEAR, CALENDAR_YEAR, False),
        (SCHOOL_YEAR, Calendar("year of study", ((9, 1),)), True),
        (EVERY_DAY, MONTHLY, True),
        (MONTHLY, EVERY_DAY, False),
    ],
)
def test_which_calendar_refines_which(fine: Calendar, coarse: Calendar, refines: bool) -> None:
    assert fine.refines(coarse) is refines


@pytest.mark.parametrize("cut", [(2, 29), (2, 30), (4, 31), (13, 1), (0, 1), (9, 0), (-1, 1)])
def test_a_cut_is_a_day_of_every_year(cut: tuple[int, int]) -> None:
    with pytest.raises(
        InvalidValueError, match=r"Calendar 'term': month .* is no day of every year; give months"
    ):
        Calendar("term", ((9, 1), cut))


def test_a_calendar_is_shown_by_its_name() -> None:
    assert str(SCHOOL_YEAR) == "school year"
    assert (EVERY_DAY.daily, SCHOOL_YEAR.daily) == (True, False)
