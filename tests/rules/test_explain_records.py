"""Records in words: what each earned, what was cut, which facts decided."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CALENDAR_YEAR,
    Mode,
    Span,
    Status,
    TrainingRecord,
    class_hours,
)
from teachtrain.rules import (
    CYCLE,
    ceiling,
    each,
    highest_only,
    require,
    total,
    where,
)
from teachtrain.rules.explain import explanation, page, table
from tests.rules.northmark import course
from tests.rules.test_explain_audits import HOURS_30, audited, lines_of, small

SPRING: Final = date(2016, 3, 1)

# Ranges -------------------------------------------------------------------------------------


def test_a_cut_by_an_open_limit_is_a_range() -> None:
    """
    A committee decides where between 10 and 20 the limit is.
    """
    limit = ceiling(
        "online", class_hours(10, to=20), of=where(mode=Mode.ONLINE), by=CYCLE, title="Online"
    )
    found = audited(small(HOURS_30, ceilings=(limit,)), course("a", SPRING, 30, mode=Mode.ONLINE))

    text = explanation(found)
    assert (
        "   Earned: 30 class hours, by “All”\n"
        "   Not counted: 10 to 20 class hours, by “Online”\n"
        "   Counted: 10 to 20 class hours\n"
    ) in text
    assert "   未计入：10至20学时，因“Online”\n   计入：10至20学时\n" in explanation(found, "zh")
    (entry,) = found.entries
    assert entry.settled.counted == class_hours(10)
    assert entry.possible.counted == class_hours(20)


def test_later_records_share_what_an_open_limit_leaves() -> None:
    limit = ceiling("c", class_hours(10, to=20), by=CYCLE, title="All told")
    found = audited(
        small(HOURS_30, ceilings=(limit,)),
        course("a", SPRING, 15),
        course("b", date(2016, 4, 1), 15),
    )

    text = explanation(found)
    assert "   Counted: 10 to 15 class hours\n" in text
    assert "   Counted: 0 to 5 class hours\n" in text


def test_what_a_rewrite_may_take_is_a_range() -> None:
    best = highest_only("best", by=CYCLE, title="Only the largest")
    pending = course("b", SPRING, 8, status=Status.PENDING)
    found = audited(small(HOURS_30, rewrites=(best,)), course("a", SPRING, 5), pending)

    assert (
        "   Earned: 5 class hours, by “All”\n"
        "   Not counted: 0 to 5 class hours, by “Only the largest”\n"
        "   Counted: 0 to 5 class hours\n"
    ) in explanation(found)
    assert "Counted: 0 to 8 class hours, by “All”" in lines_of(found)
    assert "计入：0至8学时，依据“All”" in lines_of(found, "zh")


# Parts of time ------------------------------------------------------------------------------

YEARLY: Final = require("r", each(CALENDAR_YEAR, total() >= class_hours(10)), title="Yearly")


def test_parts_that_may_be_met_are_counted_so() -> None:
    found = audited(
        small(YEARLY),
        course("a", date(2015, 3, 1), 10),
        course("b", SPRING, None),
        as_of=date(2017, 12, 31),
    )

    said = "met in 1 to 2 of 3 calendar years"
    assert f"So far: {said}" in lines_of(found)
    assert "目前：3个自然年中达到1至2个" in lines_of(found, "zh")
    assert said in table(found)
    assert said in page(found)
    assert '<i style="width:33%"></i><i style="width:33%"></i>' in page(found)


def test_parts_that_may_all_be_met_are_counted_from_none() -> None:
    own = TrainingRecord("a", hours=12, within=Span.through(date(2015, 1, 1), date(2017, 12, 31)))
    found = audited(small(YEARLY), own, as_of=date(2017, 12, 31))

    assert "met in 0 to 3 of 3 calendar years" in table(found)
