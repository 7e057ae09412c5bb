"""Cases that random examples come upon too seldom, pinned; each holds one step to its bounds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    UNKNOWN,
    Clip,
    Span,
    class_hours,
    training_credits,
)
from teachtrain.rules import (
    Account,
    around,
    ceiling,
    dated,
    each,
    group,
    if_,
    last,
    limit_per,
    pool,
    post,
    recognise,
    record,
    teacher,
    total,
    where,
)
from tests.laws.small import AUTUMN, MARCH, bounds, found, lesson

SCHOOL_YEAR_2015 = Span.through(date(2015, 9, 1), date(2016, 8, 31))
YEAR_2016 = Span.through(date(2016, 1, 1), date(2016, 12, 31))
POOLED: dict[str, Any] = {
    "accounts": (Account("main", CLASS_HOUR), Account("credits", TRAINING_CREDIT)),
    "pools": (
        pool(
            "lump", gives=if_(group.total >= class_hours(4), training_credits(2), 0), to="credits"
        ),
    ),
}


@pytest.mark.parametrize("span", [Span.since(date(2016, 1, 1)), Span.until(date(2015, 12, 31))])
def test_a_rewrite_that_may_not_be_in_force_may_take_nothing(span: Span) -> None:
    """
    The first day of the group says so, and it may lie on either side.
    """
    limit = limit_per("two", class_hours(2), by="project", in_force=span)

    result = found(lesson("a", None, 3, project="p", within=SCHOOL_YEAR_2015), rewrites=(limit,))

    assert bounds(result) == (2, 3)


def test_the_part_of_time_of_a_group_by_two_calendars_begins_with_the_later_cell() -> None:
    """
    So from the first of January on, in the middle of a school year.
    """
    by, since = (SCHOOL_YEAR, CALENDAR_YEAR), Span.since(date(2016, 1, 1))

    result = found(
        lesson("a", MARCH, 3), rewrites=(limit_per("two", class_hours(2), by=by, in_force=since),)
    )

    assert bounds(result) == (2, 2)


def test_what_a_record_earns_by_a_dated_value_goes_by_its_own_day() -> None:
    """
    Also where another record that is alike was read on an earlier day.
    """
    value = dated((date(2015, 9, 1), class_hours(1)), (date(2016, 1, 1), class_hours(3)))

    result = found(
        lesson("a", date(2015, 10, 1), 5),
        lesson("b", MARCH, 5),
        recognition=(recognise("all", where(), post("main", value)),),
    )

    assert bounds(result) == (4, 4)


def test_a_limit_that_differs_by_person_is_open_while_the_person_is() -> None:
    """
    The least by the lower limit, the most by the higher one.
    """
    limit = if_(teacher.category.is_(CLASS_TEACHER), class_hours(2), class_hours(4))

    result = found(
        lesson("a", MARCH, 5, project="p"),
        rewrites=(limit_per("own", limit, by="project"),),
        facts={"categories": None},
    )

    assert bounds(result) == (2, 4)


@pytest.mark.parametrize("within", [YEAR_2016])
def test_a_pool_may_have_given_on_any_day_of_its_last_member(within: Span) -> None:
    """
    Neither the one year nor the other has its amount for sure, and each may.
    """
    result = found(
        lesson("a", date(2015, 10, 1), 2),
        lesson("b", None, 2, within=within),
        needs=each(SCHOOL_YEAR, total("credits") >= training_credits(2)),
        **POOLED,
    )

    first, second = (part.counted for part in result.finding("need").parts)
    assert first is not None
    assert second is not None
    assert (first.low, first.high, second.low, second.high) == (0, 2, 0, 2)


def test_a_pool_may_have_given_earlier_where_records_are_not_in() -> None:
    """
    The later year then has nothing for sure.
    """
    result = found(
        lesson("a", AUTUMN, 4),
        needs=each(SCHOOL_YEAR, total("credits") >= training_credits(2)),
        complete_until=date(2015, 12, 31),
        **POOLED,
    )

    counted = result.finding("need").parts[1].counted
    assert counted is not None
    assert counted.low == 0


def test_in_each_year_an_open_day_stays_under_that_years_ceiling() -> None:
    """
    A record that may be of either year counts in each of them by its limit at most.
    """
    result = found(
        lesson("a", None, 5, within=YEAR_2016),
        needs=each(SCHOOL_YEAR, total() >= class_hours(3)),
        ceilings=(ceiling("yearly", class_hours(3), by=SCHOOL_YEAR),),
    )

    for part in result.finding("need").parts:
        assert part.counted is not None
        assert (part.counted.low, part.counted.high) == (0, 3)


def test_what_was_before_the_hire_counts_in_no_window() -> None:
    """
    A day that is open counts only from the hire on.
    """
    over = around("promoted", months_before=2, clip=Clip.BACK)

    result = found(
        lesson("a", None, 5, within=SCHOOL_YEAR_2015),
        needs=total(over=over) >= class_hours(3),
        events={"hired": date(2016, 1, 1), "promoted": date(2015, 12, 1)},
    )

    assert bounds(result) == (0, 0)


def test_a_rule_that_may_decide_but_posts_elsewhere_leaves_the_account_open() -> None:
    """
    An entry is sure where every rule that may decide makes one.
    """
    result = found(
        lesson("a", MARCH, 5),
        accounts=(Account("main", CLASS_HOUR), Account("other", CLASS_HOUR)),
        recognition=(
            recognise("elsewhere", where(mode="online"), post("other", record.hours)),
            recognise("rest", where(), post("main", record.hours)),
        ),
    )

    assert bounds(result) == (0, 5)


@pytest.mark.parametrize(
    ("of", "expected"),
    [(None, (5, 10)), (where(tag="core"), (0, 10)), (where(tag="free"), (0, 10))],
)
def test_of_rules_that_may_decide_the_least_and_the_most_count(of: Any, expected: Any) -> None:
    """
    The hull over the rules; a tag is sure only where all of them give it.
    """
    result = found(
        lesson("a", MARCH, 5),
        needs=total(of=of) >= class_hours(1),
        recognition=(
            recognise("double", where(mode="online"), post("main", record.hours * 2, tag="core")),
            recognise("rest", where(), post("main", record.hours, tag="free")),
        ),
    )

    assert bounds(result) == expected


def test_a_member_that_may_join_a_group_may_have_the_earlier_share() -> None:
    """
    What is left for those who are surely there is less by all that it could take.
    """
    result = found(
        lesson("a", MARCH, 3, project="p", mode="online"),
        lesson("b", date(2016, 1, 1), 3, project=UNKNOWN, mode="face_to_face"),
        needs=total(of=where(mode="online")) >= class_hours(1),
        rewrites=(limit_per("four", class_hours(4), by="project"),),
    )

    low, _ = bounds(result)
    assert low <= 1  # type: ignore[operator]  # numbers


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2015, 8, 31), 0),
        (date(2015, 9, 1), 5),
        (date(2015, 9, 2), 5),
        (date(2016, 2, 28), 5),
        (date(2016, 2, 29), 5),
        (date(2016, 3, 1), 0),
    ],
)
def test_the_last_months_end_with_the_day_of_the_audit(day: date, counted: int) -> None:
    """
    Law 7: the half year up to 29 February began on 1 September; the day itself counts.
    """
    over = last(months=6, clip=Clip.FORWARD)

    result = found(
        lesson("a", day, 5),
        needs=total(over=over) >= class_hours(3),
        as_of=date(2016, 2, 29),
    )

    assert bounds(result) == (counted, counted)
