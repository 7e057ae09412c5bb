"""Records in words: what each earned, what was cut, which facts decided."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Final

import attrs
import pytest

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    DAY,
    UNBOUNDED,
    Mode,
    Span,
    Status,
    Teacher,
    Text,
    TrainingRecord,
    class_hours,
    days,
    number,
    per,
)
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.rules import (
    CYCLE,
    Account,
    ceiling,
    count_of,
    dated,
    each,
    exists,
    first_known,
    from_table,
    group,
    highest_only,
    if_,
    not_,
    nothing,
    pool,
    post,
    recognise,
    record,
    require,
    rounded,
    teacher,
    total,
    where,
)
from teachtrain.rules.explain import explanation, page, table
from teachtrain.rules.explain._language import language_of
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


# Facts --------------------------------------------------------------------------------------

RATE: Final = from_table(
    record.level,
    record.local("prize"),
    rows={
        ("city", "first"): class_hours(10),
        ("city", "second"): class_hours(6),
        ("county", "first"): class_hours(4),
    },
)
PRIZES: Final = small(
    HOURS_30, recognition=(recognise("prize", where(activity="prize"), post("h", RATE)),)
)


def prize(record_id: str, prize: str | None = None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    own: dict[str, Any] = {"activity": "prize", "level": "city"}
    local = {} if prize is None else {"prize": prize}
    return TrainingRecord(record_id, day=SPRING, local=local, **(own | facts))


def test_the_facts_that_the_policy_reads_are_shown() -> None:
    text = explanation(audited(PRIZES, prize("a", "second", project="x", score=85)))
    chinese = explanation(audited(PRIZES, prize("a", "second")), "zh")

    assert "a: 2016-03-01, prize, city level, “prize”: second\n" in text
    assert "a：2016年3月1日，prize，市级，“prize”：second\n" in chinese


def test_what_only_totals_and_groups_read_is_shown_too() -> None:
    read = where(
        record.score >= 60, record.attendance >= "0.8", topic="ethics", organiser="o", role="host"
    )
    policy = small(
        require("r", total(of=read) >= class_hours(1), title="R"),
        require("n", count_of(by="module") >= 1, title="N"),
        rewrites=(highest_only("w", by="project"),),
    )
    own = course(
        "a",
        SPRING,
        3,
        score=85,
        attendance="0.95",
        topics=("safety", "ethics"),
        project="x",
        module="m",
        organiser="o",
        role="host",
    )

    assert (
        "a: 2016-03-01, course, organised by o, on topic ethics and safety, in project x, of "
        "module m, 3 class hours, host, passed, score 85, attendance 95%\n"
    ) in explanation(audited(policy, own))
    assert "成绩为85，出勤率为95%" in explanation(audited(policy, own), "zh")


def test_of_a_table_the_row_that_applied_is_shown() -> None:
    text = explanation(audited(PRIZES, prize("a", "second")))

    row = "prize earns 6 class hours if it is organised at city level and the ‘prize’ is second"
    assert f"   Counted: 6 class hours, by “{row}”\n" in text


def test_of_a_table_the_rows_that_may_apply_are_shown() -> None:
    text = explanation(audited(PRIZES, prize("a")))

    assert "10 class hours if it is organised at city level and the ‘prize’ is first; 6" in text
    assert "county level" not in text


def test_a_table_without_a_row_for_a_record_is_said() -> None:
    titled = attrs.evolve(PRIZES.recognition[0], title=Text("Prizes", "获奖"))
    found = audited(attrs.evolve(PRIZES, recognition=(titled,)), prize("a", "third"))

    row = "city level, “prize”: third"
    line = f"No rule of the policy covers it: the table of {{}} has no row for {row}."
    assert line.format("“Prizes”") in lines_of(found)
    assert line.format("“prize”") in lines_of(audited(PRIZES, prize("a", "third")))
    assert ("政策中没有相应的认定规则：“获奖”的表中没有这一行：市级，“prize”：third。") in lines_of(
        found, "zh"
    )


def test_a_rule_that_gives_no_amount_is_said() -> None:
    earned = record.hours * if_(teacher.local("share") >= 1, 1)
    rule = recognise("all", where(), post("h", earned), title="All")
    part_time = Teacher("t", local={"share": Fraction(1, 2)})
    found = audited(small(HOURS_30, recognition=(rule,)), course("a", SPRING, 3), teacher=part_time)

    line = "No rule of the policy covers it: “All” gives no amount for its facts."
    assert line in lines_of(found)


def test_what_did_not_apply_of_an_amount_is_left_out() -> None:
    days_at = rounded(record.days, step=days(1), direction="down") * per(DAY, class_hours(8))
    rates = dated(
        (date(2010, 1, 1), number(2)), (date(2016, 1, 1), number(3)), (date(2018, 1, 1), None)
    )
    length = first_known(record.hours, days_at)
    share = if_(record.role.is_("host"), 1, "0.5")
    policy = small(
        HOURS_30, recognition=(recognise("all", where(), post("h", length * rates * share)),)
    )
    by_hours = course("a", SPRING, 3, role="host")
    by_days = attrs.evolve(by_hours, hours=None, days=2, role="guest")
    open_day = attrs.evolve(by_hours, day=None, within=Span.through(date(2015, 9, 1), SPRING))
    nothing_known = attrs.evolve(by_hours, hours=None)

    def rule(own: TrainingRecord) -> str:
        (line,) = [one for one in lines_of(audited(policy, own)) if "any training" in one]
        return line.partition("any training earns ")[2]

    assert rule(by_hours) == "3 times its class hours times (1 if the role is host)”"
    assert rule(by_days).startswith("50% of 3 times (its days, rounded down to whole days)")
    assert "2 from 2010-01-01, 3 from 2016-01-01)" in rule(open_day)
    assert "the first that is known of" in rule(nothing_known)


def test_a_reason_is_said_once() -> None:
    refusal = nothing("n", where(not_(record.result.is_("passed"))), reason="not passed")
    found = audited(
        small(HOURS_30, recognition=(refusal, *small(HOURS_30).recognition)),
        course("a", SPRING, 3, result="failed"),
    )

    line = (
        "Refused by “training that is not completed with result passed earns nothing”: not passed"
    )
    assert line in lines_of(found)
    assert "因“考核结果不为合格的培训不计”不予计入：not passed" in lines_of(found, "zh")


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


def test_a_lump_of_a_part_of_time_names_no_group() -> None:
    """
    Nor does one of records whose project is not the same, or known to be none.
    """
    (own,) = LUMPS.pools
    yearly = attrs.evolve(LUMPS, pools=(attrs.evolve(own, by=(CALENDAR_YEAR,)),))
    alone = attrs.evolve(LATER, hours=50, project=None)

    of_year = lines_of(audited(yearly, attrs.evolve(LATER, hours=50)))
    assert "“15 hours for a project”: booked on 2016-03-01, record later" in of_year
    by_itself = lines_of(audited(LUMPS, alone))
    assert "“15 hours for a project”: booked on 2016-03-01, record later" in by_itself


def test_a_pool_without_a_title_is_named_by_its_account() -> None:
    (own,) = LUMPS.pools
    untitled = attrs.evolve(LUMPS, pools=(attrs.evolve(own, title=None),))
    lines = lines_of(audited(untitled, BEFORE, REACHES))

    assert any(
        line.endswith("but it helped to reach an entry in “h”, booked on 2015-03-01")
        for line in lines
    )


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


# Facts of which one is enough ---------------------------------------------------------------

BY_HOURS_OR_DAYS: Final = recognise(
    "all", where(), post("h", first_known(record.hours, record.days * per(DAY, class_hours(8))))
)
UNMEASURED: Final = course("g", SPRING, None)


def test_one_of_the_facts_that_would_do_is_asked_for() -> None:
    found = audited(small(HOURS_30, recognition=(BY_HOURS_OR_DAYS,)), UNMEASURED)

    assert "- Enter the class hours or the days of record g." in lines_of(found)
    assert "Cannot be told without: the class hours or the days of record g" in lines_of(found)
    assert "Not known: the class hours or the days" in lines_of(found)
    assert "- 请补录记录g的学时或天数。" in lines_of(found, "zh")


def test_a_fact_that_is_read_elsewhere_too_is_asked_for_by_itself() -> None:
    long = require("long", exists(where(record.days >= days(3))), title="Long")
    found = audited(small(HOURS_30, long, recognition=(BY_HOURS_OR_DAYS,)), UNMEASURED)

    assert "- Enter the class hours of record g." in lines_of(found)
    assert "- Enter the days of record g." in lines_of(found)


def test_facts_that_only_do_together_are_asked_for_by_themselves() -> None:
    rate = if_(record.role.is_("host"), number(2), number(1))
    both = first_known(record.hours, record.days * per(DAY, class_hours(8)) * rate)
    rule = recognise("all", where(), post("h", both))
    found = audited(small(HOURS_30, recognition=(rule,)), UNMEASURED)

    assert "- Enter the class hours of record g." in lines_of(found)


# Fractions ----------------------------------------------------------------------------------


def test_a_fraction_stays_exact_and_says_about_how_much_it_is() -> None:
    asked = require("r", total() >= class_hours("97/18"), title="R")
    found = audited(small(asked), course("a", SPRING, "971/180"))  # type: ignore[arg-type]  # an amount as text

    so_far = "So far: 971/180 (about 5.39) of 97/18 (about 5.39) class hours"
    assert so_far in lines_of(found)
    assert "目前：971/180（约5.39）学时（应达97/18（约5.39）学时）" in lines_of(found, "zh")
    assert "971/180 (about 5.39)" in table(found)
    assert "971/180 (about 5.39)" in page(found)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("7.5", "7.5"),
        ("1/3", "1/3 (about 0.33)"),
        ("2/3", "2/3 (about 0.67)"),
        ("1/180", "1/180 (about 0.0056)"),
        ("-8/3", "-8/3 (about -2.67)"),
        ("5999/3001", "5999/3001 (about 2.00)"),
        ("1/30000000000000", "1/30000000000000 (about 0.000000000000)"),
    ],
)
def test_a_hint_shows_two_digits_at_least(value: str, words: str) -> None:
    assert language_of("en").number(-UNBOUNDED, UNBOUNDED) == "any number of"
    assert language_of("en").exact(whole_or_fraction(Fraction(value))) == words
