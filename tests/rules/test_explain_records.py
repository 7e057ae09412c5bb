"""Records in words: what each earned, what was cut, which facts decided."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    Mode,
    Span,
    Status,
    Text,
    TrainingRecord,
    class_hours,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    ceiling,
    each,
    group,
    highest_only,
    if_,
    pool,
    post,
    recognise,
    record,
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


# Pools --------------------------------------------------------------------------------------

IN_A: Final[dict[str, Any]] = {"activity": "project", "project": "a"}
LUMPS: Final = small(
    HOURS_30,
    accounts=(Account("h", CLASS_HOUR), Account("p", CLASS_HOUR, title="project hours")),
    recognition=(recognise("p", where(activity="project"), post("p", record.hours), title="P"),),
    pools=(
        pool(
            "lump",
            account="p",
            to="h",
            by="project",
            gives=if_(group.total >= class_hours(40), class_hours(15), 0),
            title=Text("15 hours for a project", "项目另计15学时"),
        ),
    ),
)
BEFORE: Final = TrainingRecord("before", day=date(2014, 11, 1), hours=20, **IN_A)
REACHES: Final = TrainingRecord("reaches", day=date(2015, 3, 1), hours=20, **IN_A)
LATER: Final = TrainingRecord("later", day=SPRING, hours=20, **IN_A)


def test_a_record_outside_that_led_to_a_lump_inside_is_said_to() -> None:
    """
    Its own hours lie before the cycle, so they do not count; the lump is booked inside.
    """
    found = audited(LUMPS, BEFORE, REACHES, LATER)

    assert "before" in found.findings[0].records
    assert (
        "Not counted by itself: 20 class hours, because its day lies outside every period that "
        "counts; but it helped to reach “15 hours for a project”, booked on 2015-03-01"
    ) in lines_of(found)
    assert (
        "本身未计入：20学时，因其日期不在任何计入期间内；但已合并用于“项目另计15学时”（记于2015年3月1日）"
    ) in lines_of(found, "zh")
    assert "counts in a pool only" in page(found)


def test_a_record_outside_that_led_to_nothing_inside_is_said_to_lie_outside() -> None:
    alone = audited(LUMPS, BEFORE)
    whole = attrs.evolve(BEFORE, hours=40)  # it reached the lump by itself, before the cycle

    plain = "Not counted: {} class hours, because its day lies outside every period that counts"
    assert plain.format(20) in lines_of(alone)
    assert plain.format(40) in lines_of(audited(LUMPS, whole, REACHES))


def test_a_lump_names_its_group_and_what_had_come_by_its_day() -> None:
    found = audited(LUMPS, LATER, REACHES, BEFORE)

    line = "“15 hours for a project”: booked on 2015-03-01, records before and reaches of project a"
    assert line in lines_of(found)
    chinese = "“项目另计15学时”：记于2015年3月1日，项目a的记录before和reaches"
    assert chinese in lines_of(found, "zh")


def test_lumps_stand_in_order_of_their_days_whatever_the_order_of_records() -> None:
    others = [attrs.evolve(own, id=f"{own.id}-b", project="b") for own in (REACHES, LATER)]
    one = audited(LUMPS, BEFORE, REACHES, *others)
    other = audited(LUMPS, *others, REACHES, BEFORE)

    assert explanation(one) == explanation(other)


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
