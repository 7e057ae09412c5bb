"""Forms by figures worked by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from teachtrain.errors import InvalidPolicyError, InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    IN_POST,
    ON_LEAVE,
    SCHOOL_YEAR,
    Amount,
    Certainty,
    Clip,
    Cycle,
    Source,
    Span,
    Teacher,
    Timeline,
    TrainingRecord,
    Transcript,
    class_hours,
    per,
)
from teachtrain.rules import (
    CYCLE_YEAR,
    Account,
    Audit,
    Policy,
    around,
    audit,
    ceiling,
    cycle_part,
    days_of,
    days_when,
    define,
    each,
    figure,
    group,
    last,
    parts_met,
    pool,
    post,
    recognise,
    record,
    require,
    some,
    surplus,
    teacher,
    total,
    where,
)

LAST_DAY = date(2025, 8, 31)


def audited(
    *records: TrainingRecord,
    person: Teacher | None = None,
    as_of: date = LAST_DAY,
    **clauses: Any,  # noqa: ANN401 - clauses of every kind
) -> Audit:
    """Return the audit of five school years by a policy that counts hours as they are."""
    facts = {
        "id": "willow",
        "title": "Willow County",
        "source": Source("Willow County rule 3", certainty=Certainty.INVENTED),
        "cycle": Cycle.block(years=5, starting=date(2020, 9, 1)),
        "accounts": Account("hours", CLASS_HOUR),
        "recognition": recognise("training", where(), post("hours", record.hours)),
        "requirements": require("all", total() >= class_hours(1)),
    }
    transcript = Transcript(records, complete_until=LAST_DAY)
    return audit(Policy(**{**facts, **clauses}), person or Teacher("t-1"), transcript, as_of=as_of)


def of(number: int, day: date, hours: int = 10, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - facts of every kind
    return TrainingRecord(f"r-{number}", day=day, hours=hours, **facts)


def worth(amount: Any, **facts: Any) -> Amount | None:  # noqa: ANN401 - any quantity, facts of every kind
    """Return what one record of a day in 2021 earns by a formula."""
    own = {"day": date(2021, 3, 1), **facts}
    rule = recognise("training", where(), post("hours", amount))
    return audited(TrainingRecord("r", **own), recognition=rule).findings[0].counted


# division -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "facts", "expected"),
    [
        (record.hours / 3, {"hours": 20}, class_hours("20/3")),
        (record.hours / record.local("authors"), {"hours": 20, "local": {"authors": 3}}, "20/3"),
        (record.hours / record.local("authors"), {"hours": 20, "local": {"authors": 1}}, "20"),
        # The first of four takes six tenths of ten hours; the rest is shared by three others.
        (
            class_hours(4) / (record.local("authors") - 1),
            {"local": {"authors": 4}},
            "4/3",
        ),
        # 60 hours in 8 days are seven and a half a day; half of the days count double.
        (record.hours / record.days * Amount(4, 4, DAY), {"hours": 60, "days": 8}, "30"),
    ],
)
def test_a_quotient_is_exact(amount: Any, facts: dict[str, Any], expected: Any) -> None:  # noqa: ANN401 - as above
    held = expected if isinstance(expected, Amount) else class_hours(expected)

    assert worth(amount, **facts) == held


def test_what_is_divided_by_zero_has_no_value() -> None:
    shared = record.hours / record.local("authors")
    result = audited(
        TrainingRecord("r", day=date(2021, 3, 1), hours=20, local={"authors": 0}),
        recognition=recognise("training", where(), post("hours", shared)),
    )

    assert result.records[0].outcome == "unmatched"
    with pytest.raises(InvalidValueError, match="is divided by zero"):
        record.hours / 0


def test_what_is_divided_by_a_number_not_known_may_be_anything_or_nothing() -> None:
    shared = record.hours / record.local("authors")
    counted = worth(shared, hours=20)

    assert counted is not None
    assert counted.low == 0
    assert not counted.is_point


def test_a_quotient_has_the_unit_of_its_parts_and_no_group_may_rise_in_its_divisor() -> None:
    with pytest.raises(InvalidPolicyError, match="posts class hour per day where class hour"):
        worth(record.hours / record.days)
    with pytest.raises(InvalidPolicyError, match="may fall when a member of the group grows"):
        audited(
            accounts=(Account("hours", CLASS_HOUR), Account("other", CLASS_HOUR)),
            pools=pool("mean", gives=group.total / group.count, to="other"),
        )


def test_a_quotient_in_words() -> None:
    rule = recognise("t", where(), post("hours", record.hours / record.local("authors")))
    result = audited(of(1, date(2021, 3, 1), local={"authors": 4}), recognition=rule)

    assert "divided by" in result.explain()
    assert "除以" in result.explain("zh")


# how long a record lasts --------------------------------------------------------------------

FROM_1_JULY = date(2021, 7, 1)
TEN_DAYS = Amount(10, 10, DAY)


@pytest.mark.parametrize(
    ("last_day", "expected"),
    [
        (None, 0),  # one day
        (date(2021, 7, 9), 0),  # nine days
        (date(2021, 7, 10), 50),  # ten days, both ends counted
        (date(2021, 7, 11), 50),
    ],
)
def test_a_block_lasts_from_its_first_day_to_its_last(last_day: date | None, expected: int) -> None:
    block = recognise("block", where(record.length >= TEN_DAYS), post("hours", record.hours))
    result = audited(of(1, FROM_1_JULY, 50, last_day=last_day), recognition=block)

    assert result.findings[0].counted == class_hours(expected)


def test_how_long_a_record_of_some_day_in_a_year_lasts_is_not_known() -> None:
    block = recognise("block", where(record.length >= TEN_DAYS), post("hours", record.hours))
    record_of_2021 = TrainingRecord("r", within=Span.of_year(2021), hours=50)
    result = audited(record_of_2021, recognition=block)

    assert result.findings[0].counted == class_hours(0, to=50)
    assert [str(one) for one in result.missing] == ["record r: length"]
    assert "length of record r" in result.explain()


# at least so many parts ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("years", "k", "expected"),
    [
        ((2021, 2022, 2023), 3, "met"),
        ((2021, 2022), 3, "unmet"),
        ((2021, 2022, 2023, 2024, 2025), 5, "met"),
        ((2021, 2022, 2023, 2024), 5, "unmet"),
        ((2021,), 1, "met"),
    ],
)
def test_so_many_of_the_parts_are_enough(years: tuple[int, ...], k: int, expected: str) -> None:
    enough = some(SCHOOL_YEAR, total() >= class_hours(10), at_least=k)
    records = [of(year, date(year, 3, 1)) for year in years]

    assert str(audited(*records, requirements=require("all", enough)).so_far) == expected


def test_so_many_of_the_parts_may_still_be_met_while_enough_are_left() -> None:
    """After the third of five school years one is met: three can be, four cannot."""
    for k, final in ((3, "unknown (met or unmet)"), (4, "unmet")):
        enough = some(SCHOOL_YEAR, total() >= class_hours(10), at_least=k)
        result = audited(
            of(1, date(2021, 3, 1)), requirements=require("all", enough), as_of=date(2023, 8, 31)
        )
        assert str(result.so_far) == "unmet"
        assert str(result.final) == final


def test_so_many_of_the_parts_in_words() -> None:
    enough = some(SCHOOL_YEAR, total() >= class_hours(10), at_least=3)
    result = audited(requirements=require("all", enough))

    assert "in at least 3 school years" in result.explain().lower()
    assert "至少3个学年" in result.explain("zh")
    with pytest.raises(InvalidValueError, match="not a count of parts"):
        some(SCHOOL_YEAR, total() >= class_hours(10), at_least=0)


# windows that end with a calendar's cell ----------------------------------------------------


@pytest.mark.parametrize(
    ("hired", "day", "expected"),
    [
        # Hired on 1 March 2022: up to 31 August 2022, the end of that school year.
        (date(2022, 3, 1), date(2022, 8, 31), "met"),
        (date(2022, 3, 1), date(2022, 9, 1), "unmet"),
        # Hired on its last day: that day alone.
        (date(2022, 8, 31), date(2022, 8, 31), "met"),
        (date(2022, 8, 31), date(2022, 9, 1), "unmet"),
        # Hired on the first day of the next.
        (date(2022, 9, 1), date(2023, 8, 31), "met"),
        (date(2022, 9, 1), date(2023, 9, 1), "unmet"),
    ],
)
def test_a_window_may_go_on_to_the_end_of_the_school_year(
    hired: date, day: date, expected: str
) -> None:
    window = around("hired", to_end_of=SCHOOL_YEAR, clip=Clip.BACK)
    result = audited(
        of(1, day),
        person=Teacher("t-1", events={"hired": hired}),
        requirements=require("all", total(over=window) >= class_hours(10)),
    )

    assert str(result.so_far) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 8, 31), "unmet"),  # the school year before
        (date(2021, 9, 1), "met"),
        (date(2023, 8, 31), "met"),  # a year after the hire ends in the school year 2022/23
        (date(2023, 9, 1), "unmet"),
    ],
)
def test_a_window_may_take_whole_school_years_around_an_event(day: date, expected: str) -> None:
    window = around(
        "promoted",
        months_after=12,
        from_start_of=SCHOOL_YEAR,
        to_end_of=SCHOOL_YEAR,
        clip=Clip.BACK,
    )
    result = audited(
        of(1, day),
        person=Teacher("t-1", events={"promoted": date(2022, 3, 1)}),
        requirements=require("all", total(over=window) >= class_hours(10)),
    )

    assert str(result.so_far) == expected
    assert "the last day of the school year that holds" in result.explain()
    assert "所在学年的最后一日" in result.explain("zh")


def test_a_year_to_the_day_before_a_border_does_not_reach_into_the_next_year() -> None:
    """Twelve months from 1 September end with 31 August: the same school year, not the next."""
    window = around("promoted", months_after=12, to_end_of=SCHOOL_YEAR, clip=Clip.BACK)
    for day, expected in ((date(2022, 8, 31), "met"), (date(2022, 9, 1), "unmet")):
        result = audited(
            of(1, day),
            person=Teacher("t-1", events={"promoted": date(2021, 9, 1)}),
            requirements=require("all", total(over=window) >= class_hours(10)),
        )
        assert str(result.so_far) == expected


# years of the cycle -------------------------------------------------------------------------

LICENSED = Cycle.personal(years=3, since="licensed", clip=Clip.BACK)
FROM_MARCH = Teacher("t-1", events={"licensed": date(2022, 3, 15)})
TEN_A_YEAR = require("yearly", each(CYCLE_YEAR, total() >= class_hours(10)))


def yearly(*days: date, person: Teacher = FROM_MARCH, **clauses: Any) -> list[str]:  # noqa: ANN401 - clauses of every kind
    """Return the verdict of each year of a licence of three, with ten hours on each of the days."""
    own = {"cycle": LICENSED, "requirements": TEN_A_YEAR, "as_of": date(2025, 3, 14), **clauses}
    records = [of(number, day) for number, day in enumerate(days)]
    return [str(part.so_far) for part in audited(*records, person=person, **own).findings[0].parts]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 3, 14), ["met", "unmet", "unmet"]),  # the last day of the first year
        (date(2023, 3, 15), ["unmet", "met", "unmet"]),
        (date(2024, 3, 14), ["unmet", "met", "unmet"]),
        (date(2024, 3, 15), ["unmet", "unmet", "met"]),
        (date(2025, 3, 14), ["unmet", "unmet", "met"]),
    ],
)
def test_a_year_of_the_cycle_runs_from_one_anniversary_to_the_next(
    day: date, expected: list[str]
) -> None:
    assert yearly(day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 2, 27), ["met", "unmet", "unmet", "unmet"]),
        (date(2017, 2, 28), ["unmet", "met", "unmet", "unmet"]),
        (date(2020, 2, 28), ["unmet", "unmet", "unmet", "met"]),
    ],
)
def test_years_from_a_leap_day_divide_the_cycle_without_a_rest(
    day: date, expected: list[str]
) -> None:
    """Four years from 29 February 2016 end with 28 February 2020: four parts, no fifth."""
    leap = Teacher("t-1", events={"licensed": date(2016, 2, 29)})
    cycle = Cycle.personal(years=4, since="licensed", clip=Clip.BACK)

    assert yearly(day, person=leap, cycle=cycle, as_of=date(2020, 2, 28)) == expected


def test_a_pause_moves_the_years_after_it() -> None:
    """A leave of 31 days in the first year: it ends on 14 April 2023, and the others later too."""
    leave = Span.through(date(2022, 7, 1), date(2022, 7, 31))
    employment = Timeline.of(
        (IN_POST, Span.until(date(2022, 6, 30))),
        (ON_LEAVE, leave),
        (IN_POST, Span.since(date(2022, 8, 1))),
    )
    person = attrs.evolve(FROM_MARCH, employment=employment)
    cycle = attrs.evolve(LICENSED, paused_by=ON_LEAVE)
    found = [
        yearly(day, person=person, cycle=cycle, as_of=date(2025, 4, 14))
        for day in (date(2023, 4, 14), date(2023, 4, 15))
    ]

    assert found == [["met", "unmet", "unmet"], ["unmet", "met", "unmet"]]


def test_a_ceiling_may_hold_for_each_year_of_the_cycle() -> None:
    """At most 15 a year: 10 and 10 in the first count 15, 10 in the second count 10."""
    days = (date(2022, 4, 1), date(2023, 3, 14), date(2023, 3, 15))
    result = audited(
        *[of(number, day) for number, day in enumerate(days)],
        person=FROM_MARCH,
        cycle=LICENSED,
        ceilings=ceiling("year-15", class_hours(15), by=CYCLE_YEAR),
        as_of=date(2025, 3, 14),
    )

    assert result.findings[0].counted == class_hours(25)
    assert "in each year of the cycle" in result.explain()
    assert "周期年度" in result.explain("zh")


def test_parts_that_do_not_divide_the_cycle_are_refused() -> None:
    with pytest.raises(InvalidPolicyError, match="a cycle of 36 months into parts of 24"):
        yearly(requirements=require("x", each(cycle_part(years=2), total() >= class_hours(1))))
    window = around("licensed", months_after=12, clip=Clip.BACK)
    asked = each(CYCLE_YEAR, total() >= class_hours(1), over=window)
    with pytest.raises(InvalidPolicyError, match="divides another window"):
        yearly(requirements=require("x", asked))
    with pytest.raises(InvalidValueError, match="has no length"):
        cycle_part()


# how much of a window a fact holds ------------------------------------------------------------

WORKED = Timeline.of(
    (ON_LEAVE, Span.until(date(2021, 8, 31))),
    (IN_POST, Span.through(date(2021, 9, 1), date(2023, 12, 31))),
    (ON_LEAVE, Span.since(date(2024, 1, 1))),
)
AT_WORK = teacher.employment.is_(IN_POST)


def due(formula: Any, employment: Timeline | None = WORKED, as_of: date = LAST_DAY) -> Any:  # noqa: ANN401 - any quantity; an amount or None
    """Return what is required of a teacher by a formula, over five school years from 2020."""
    result = audited(
        person=Teacher("t-1", employment=employment),
        figures=define("due", formula),
        requirements=require("all", total() >= figure("due")),
        as_of=as_of,
    )
    return result.findings[0].required


def test_the_days_of_a_window_and_those_on_which_a_fact_holds() -> None:
    """
    Five school years from 1 September 2020 are 365 days each, 366 with 29 February 2024: 1826.

    In post from 1 September 2021 to 31 December 2023: 122 + 365 + 365 days.
    """
    per_day = per(DAY, class_hours(1))

    assert due(days_of() * per_day) == class_hours(1826)
    assert due(days_when(AT_WORK) * per_day) == class_hours(852)
    assert due(class_hours(360) * (days_when(AT_WORK) / days_of())) == class_hours("153360/913")


def test_days_to_come_are_taken_as_the_timeline_has_them() -> None:
    per_day = per(DAY, class_hours(1))

    assert due(days_when(AT_WORK) * per_day, as_of=date(2022, 1, 1)) == class_hours(852)


def test_parts_that_a_fact_fills_are_counted() -> None:
    """Of the school years 2020/21 to 2024/25 two are full years in post, and three hold a day."""
    each_72 = class_hours(72)

    assert due(each_72 * parts_met(SCHOOL_YEAR, AT_WORK.throughout())) == class_hours(144)
    assert due(each_72 * parts_met(SCHOOL_YEAR, AT_WORK.ever())) == class_hours(216)


def test_days_that_are_not_known_leave_it_open_and_are_named() -> None:
    unknown = Timeline.of((IN_POST, Span.through(date(2020, 9, 1), date(2025, 8, 21))))
    per_day = per(DAY, class_hours(1))
    result = audited(
        of(1, date(2021, 3, 1), 1820),
        person=Teacher("t-1", employment=unknown),
        requirements=require("all", total() >= days_when(AT_WORK) * per_day),
    )

    assert result.findings[0].required == class_hours(1816, to=1826)
    assert [str(one) for one in result.missing] == ["teacher: employment"]


def test_windows_are_looked_at_for_persons_only() -> None:
    by_day = record.hours * (days_when(AT_WORK) / days_of())
    with pytest.raises(InvalidPolicyError, match="looks at a window where there is none"):
        worth(by_day)
    with pytest.raises(InvalidTypeError, match="not a test of a fact of the teacher, day by day"):
        days_when(record.mode.is_("online"))
    with pytest.raises(InvalidTypeError, match="day by day"):
        days_when(AT_WORK.ever())


def test_shares_of_a_window_in_words() -> None:
    result = audited(
        person=Teacher("t-1", employment=WORKED),
        figures=define("due", class_hours(360) * (days_when(AT_WORK) / days_of())),
        requirements=(
            require("all", total() >= figure("due")),
            require("full", total() >= class_hours(9) * parts_met(SCHOOL_YEAR, AT_WORK.ever())),
        ),
    )
    words, chinese = result.explain(), result.explain("zh")

    assert "the days in the cycle on which" in words
    assert "the number of school years for which it holds that" in words
    assert "的天数" in chinese
    assert "”的学年数" in chinese


# surplus ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("required", "elective", "expected"),
    [
        (16, 10, ["met", "met"]),
        (20, 6, ["met", "met"]),  # four beyond sixteen stand in
        (20, 5, ["met", "unmet"]),
        (15, 11, ["unmet", "met"]),  # nothing flows back
        (10, 30, ["unmet", "met"]),
    ],
)
def test_what_is_beyond_the_one_need_stands_in_for_the_other_one_way(
    required: int, elective: int, expected: list[str]
) -> None:
    first, second = total(of=where(topic="required")), total(of=where(topic="elective"))
    result = audited(
        of(1, date(2021, 3, 1), required, topics="required"),
        of(2, date(2021, 3, 2), elective, topics="elective"),
        requirements=(
            require("required", first >= class_hours(16)),
            require("elective", second + surplus(first, above=class_hours(16)) >= class_hours(10)),
        ),
    )

    assert [str(finding.so_far) for finding in result.findings] == expected


def test_a_window_that_only_its_days_are_counted_in_is_resolved() -> None:
    """The last year up to 31 August 2025 holds 365 days, 122 of them in 2024 from 1 September."""
    window = last(years=1, clip=Clip.BACK)
    left = Timeline.of(
        (IN_POST, Span.until(date(2024, 12, 31))), (ON_LEAVE, Span.since(date(2025, 1, 1)))
    )

    assert due(days_of(window) * per(DAY, class_hours(1)), left) == class_hours(365)
    assert due(days_when(AT_WORK, over=window) * per(DAY, class_hours(1)), left) == class_hours(122)


def test_parts_that_ended_before_the_hire_are_not_counted() -> None:
    """Hired on 1 September 2023: the school years 2023/24 and 2024/25, as `some` counts them."""
    counted = total() + class_hours(1) * parts_met(SCHOOL_YEAR, AT_WORK.ever())
    asked = some(SCHOOL_YEAR, AT_WORK.ever(), at_least=3)
    result = audited(
        person=Teacher("t", employment=IN_POST, events={"hired": date(2023, 9, 1)}),
        requirements=(
            require("counted", counted >= class_hours(3)),
            require("asked", asked),
        ),
    )

    assert [str(finding.so_far) for finding in result.findings] == ["unmet", "unmet"]
    assert result.findings[0].counted == class_hours(2)


@pytest.mark.parametrize("as_of", [date(2021, 8, 31), date(2022, 5, 31), date(2022, 6, 1)])
def test_full_parts_are_counted_by_the_timeline_whatever_the_day_of_the_audit(as_of: date) -> None:
    """In post until 31 May 2022: one full school year of five, on every day."""
    left = Timeline.of(
        (IN_POST, Span.until(date(2022, 5, 31))), (ON_LEAVE, Span.since(date(2022, 6, 1)))
    )
    full_years = class_hours(20) * parts_met(SCHOOL_YEAR, AT_WORK.throughout())

    assert due(full_years, left, as_of) == class_hours(20)
