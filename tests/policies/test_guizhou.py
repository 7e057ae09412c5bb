"""Hand-worked cases for Guizhou Province, 2016 to 2020."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from teachtrain.models import NONE, Approval, Level, Result, Span, Status, Teacher, training_credits
from teachtrain.policies import GUIZHOU_2016
from tests.policies.cases import (
    MET,
    NONE_APPLIES,
    NOT_APPLICABLE,
    OPEN,
    UNMET,
    Case,
    Expected,
    course,
    expect,
    word,
)

if TYPE_CHECKING:
    from teachtrain.models import Amount, TrainingRecord

LAST_DAY = date(2020, 12, 31)

TEACHER = Teacher("t", categories=(), events={"hired": date(2009, 9, 1)})


def each_year(*hours: str | int) -> tuple[TrainingRecord, ...]:
    """One course on 10 March of each calendar year from 2016 on; 0 stands for none."""
    return tuple(
        course(f"y{year}", date(year, 3, 10), own)
        for year, own in enumerate(hours, start=2016)
        if own != 0
    )


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


def cycle(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    """Of a closed cycle: the 360 credits."""
    return {"cycle-360": expect(verdict, verdict, counted, credits(360), short)}


def years(verdict: str, *parts: tuple[str, str | int]) -> dict[str, Expected]:
    """Of a closed cycle: the 72 credits of each year."""
    return {
        "yearly-72": expect(
            verdict,
            parts=tuple(expect(own, own, credits(counted), credits(72)) for own, counted in parts),
        )
    }


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
) -> Case:
    return Case(name, GUIZHOU_2016, teacher, records, as_of, expected)


FOUR_YEARS = each_year(72, 72, 72, 72)  # 4 x 72 = 288, none of it in 2020
IN_2020 = date(2020, 5, 6)

MET_FIVE_TIMES = cycle(MET, credits(360), credits(0)) | years(MET, *[(MET, 72)] * 5)
NOTHING_IN_2020 = cycle(UNMET, credits(288), credits(72)) | years(
    UNMET, *[(MET, 72)] * 4, (UNMET, 0)
)

CASES = [
    case("72 in each year are exactly 360", each_year(72, 72, 72, 72, 72), MET_FIVE_TIMES),
    case(
        "71.5 in one year: half a credit is short in that year and in the cycle",
        each_year(72, 72, "71.5", 72, 72),  # 288 + 71.5 = 359.5
        cycle(UNMET, credits("359.5"), credits("0.5"))
        | years(UNMET, *[(MET, 72)] * 2, (UNMET, "71.5"), *[(MET, 72)] * 2),
    ),
    case(
        "72.5 in one year",
        each_year(72, 72, "72.5", 72, 72),  # 288 + 72.5 = 360.5
        cycle(MET, credits("360.5"), credits(0))
        | years(MET, *[(MET, 72)] * 2, (MET, "72.5"), *[(MET, 72)] * 2),
    ),
    case(
        "surplus in one year helps no other year",
        each_year(144, 71, 72, 72, 72),  # 144 + 71 + 216 = 431, and yet 71 < 72
        cycle(MET, credits(431), credits(0))
        | years(UNMET, (MET, 144), (UNMET, 71), *[(MET, 72)] * 3),
    ),
    case(
        "nothing at all",
        (),
        cycle(UNMET, credits(0), credits(360)) | years(UNMET, *[(UNMET, 0)] * 5),
    ),
    case(
        "the first day of the period counts",
        (course("a", date(2016, 1, 1), 72), *each_year(0, 72, 72, 72, 72)),
        MET_FIVE_TIMES,
    ),
    case(
        "the day before does not",
        (course("a", date(2015, 12, 31), 72), *each_year(0, 72, 72, 72, 72)),
        cycle(UNMET, credits(288), credits(72)) | years(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
    ),
    case("the last day counts", (*FOUR_YEARS, course("a", LAST_DAY, 72)), MET_FIVE_TIMES),
    case(
        "the day after does not",
        (*FOUR_YEARS, course("a", date(2021, 1, 1), 72)),
        NOTHING_IN_2020,
    ),
    case(
        "31 December and 1 January are in two years",
        (
            course("a", date(2016, 12, 31), 72),
            course("b", date(2017, 1, 1), 72),
            *each_year(0, 0, 72, 72, 72),
        ),
        MET_FIVE_TIMES,
    ),
    case(
        "the measures ask nothing for the years after 2020",
        (course("a", date(2021, 3, 10), 10),),
        {"cycle-360": NONE_APPLIES, "yearly-72": expect(NOT_APPLICABLE)},
        as_of=date(2021, 12, 31),
    ),
    # What counts ------------------------------------------------------------------------------
    *(
        case(
            f"72 hours of {activity} are 72 credits",
            (*FOUR_YEARS, course("a", IN_2020, 72, activity=activity, level=level)),
            MET_FIVE_TIMES,
        )
        for activity, level in (
            ("school_based", Level.SCHOOL),
            ("backbone_training", Level.PROVINCE),
            ("induction", Level.COUNTY),
        )
    ),
    *(
        case(
            f"self-study on which the authority's decision is {name}",
            (*FOUR_YEARS, course("a", IN_2020, 72, activity="self_study", approval=approval)),
            expected,
        )
        for name, approval, expected in (
            ("approved", Approval.APPROVED, MET_FIVE_TIMES),
            ("refused", Approval.REFUSED, NOTHING_IN_2020),
            ("known to be none", NONE, NOTHING_IN_2020),
            ("not known", None, cycle(OPEN, credits(288, 360), credits(0, 72))),
        )
    ),
    case(
        "degree study counts as many credits as were recognised",
        (*FOUR_YEARS, course("a", IN_2020, None, activity="degree_year", local={"credits": 72})),
        MET_FIVE_TIMES,
    ),
    case(
        "its hours are not asked for",
        (*FOUR_YEARS, course("a", IN_2020, 500, activity="degree_year", local={"credits": 71})),
        cycle(UNMET, credits(359), credits(1)),  # 288 + 71
    ),
    case(
        "a failed course",
        (*FOUR_YEARS, course("a", IN_2020, 72, result=Result.FAILED)),
        NOTHING_IN_2020,
    ),
    case(
        "a course without an assessment was not passed",
        (*FOUR_YEARS, course("a", IN_2020, 72, result=NONE)),
        NOTHING_IN_2020,
    ),
    case(
        "a result that is not known",
        (*FOUR_YEARS, course("a", IN_2020, 72, result=None)),
        cycle(OPEN, credits(288, 360), credits(0, 72)),
    ),
    case(
        "an excellent result earns no more than a pass",
        (*FOUR_YEARS, course("a", IN_2020, 72, result=Result.EXCELLENT)),
        MET_FIVE_TIMES,
    ),
    case(
        "a pending course",
        (*FOUR_YEARS, course("a", IN_2020, 72, status=Status.PENDING)),
        cycle(OPEN, credits(288, 360), credits(0, 72)),
    ),
    case(
        "an activity of which the report says nothing",
        (*FOUR_YEARS, course("a", IN_2020, 72, activity="paper")),
        NOTHING_IN_2020,
    ),
    # Days that are not known exactly ----------------------------------------------------------
    case(
        "several days across New Year: no text says which year they count in",
        (
            *each_year(72, 72, 72, 72, 62),  # 288 + 62 = 350; with 10 more 360
            course("a", date(2019, 12, 30), 10, last_day=date(2020, 1, 2)),
        ),
        cycle(MET, credits(360), credits(0))
        | {
            "yearly-72": expect(
                OPEN,
                parts=(
                    *[expect(MET, MET, credits(72))] * 3,
                    expect(MET, MET, credits(72, 82)),
                    expect(OPEN, OPEN, credits(62, 72), credits(72), credits(0, 10)),
                ),
            )
        },
    ),
    case(
        "a record of 2020, without its day",
        (*FOUR_YEARS, course("a", None, 72, within=Span.of_year(2020))),
        MET_FIVE_TIMES,
    ),
    # The teacher ------------------------------------------------------------------------------
    case(
        "hired on 1 January 2017: 2016 is not asked for, the 360 are",
        each_year(0, 72, 72, 72, 72),
        cycle(UNMET, credits(288), credits(72))
        | {"yearly-72": expect(MET, parts=(NONE_APPLIES, *[expect(MET, MET, credits(72))] * 4))},
        teacher=Teacher("t", categories=(), events={"hired": date(2017, 1, 1)}),
    ),
    case(
        "hired on the last day of 2016: its 72 are asked for",
        each_year(0, 72, 72, 72, 72),
        years(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
        teacher=Teacher("t", categories=(), events={"hired": date(2016, 12, 31)}),
    ),
    case(
        "in the middle of 2017, a missed 2016 is missed for good",
        each_year(71, 10),  # 71 + 10 = 81; 360 - 81 = 279
        {
            "cycle-360": expect(UNMET, OPEN, credits(81), credits(360), credits(279)),
            "yearly-72": expect(
                UNMET,
                UNMET,
                parts=(
                    expect(UNMET, UNMET, credits(71), credits(72), credits(1)),
                    expect(UNMET, OPEN, credits(10), credits(72), credits(62)),
                    *[expect(NOT_APPLICABLE, OPEN)] * 3,
                ),
            ),
        },
        as_of=date(2017, 6, 30),
    ),
    # A whole teacher --------------------------------------------------------------------------
    case(
        "five years of one teacher",
        (
            course("a", date(2016, 4, 5), 40),
            course("b", date(2016, 10, 5), 32, activity="school_based", level=Level.SCHOOL),  # 72
            course("c", date(2017, 4, 5), None, activity="degree_year", local={"credits": 60}),
            course("d", date(2017, 9, 5), 12),  # 60 + 12 = 72
            course("e", date(2018, 4, 5), 90, result=Result.EXCELLENT),  # 90
            course("f", date(2018, 5, 5), 30, result=Result.FAILED),  # nothing
            course("g", date(2019, 4, 5), 50, level=Level.NATION),
            course("h", date(2019, 5, 5), 20, activity="self_study", approval=Approval.APPROVED),
            course("i", date(2019, 6, 5), 8, activity="self_study", approval=Approval.REFUSED),
            course("j", date(2020, 4, 5), 80),  # 80
        ),
        # 72 + 72 + 90 + 70 + 80 = 384, and 70 < 72 in 2019
        cycle(MET, credits(384), credits(0))
        | years(UNMET, (MET, 72), (MET, 72), (MET, 90), (UNMET, 70), (MET, 80)),
    ),
]


@pytest.mark.parametrize("own", CASES, ids=lambda own: own.name)
def test_guizhou(own: Case) -> None:
    assert own.found() == own.wanted()


def test_what_follows() -> None:
    result = case("none", (), {}).audited()

    assert word(result.final) == UNMET
    for name in ("cycle-360", "yearly-72"):
        assert [own.id for own in result.finding(name).consequences] == [
            "deferred",
            "no-higher-title",
            "no-nomination",
            "not-excellent",
        ]


@pytest.mark.parametrize(
    ("record", "rule", "outcome"),
    [
        (course("a", IN_2020, 8, result=Result.FAILED), "not-passed", "refused"),
        (
            course("a", IN_2020, 8, activity="self_study", approval=NONE),
            "self-study-not-recognised",
            "refused",
        ),
        (course("a", IN_2020, 8, activity="degree_year"), "degree-study", "recognised"),
        (course("a", IN_2020, 8), "training", "recognised"),
    ],
)
def test_which_rule_takes_a_record(record: TrainingRecord, rule: str, outcome: str) -> None:
    (own,) = case("one record", (record,), {}).audited().records

    assert [one.id for one in own.rules if one is not None] == [rule]
    assert own.outcome == outcome


@pytest.mark.parametrize(
    ("own", "named"),
    [
        (course("a", IN_2020, 72, result=None), {"result"}),
        (course("a", IN_2020, None), {"hours"}),
        (course("a", IN_2020, 72, activity="self_study"), {"approval"}),
        (course("a", IN_2020, 72, activity="degree_year"), {"credits"}),
    ],
)
def test_the_missing_fact_is_named(own: TrainingRecord, named: set[str]) -> None:
    result = case("a fact is not known", (*FOUR_YEARS, own), {}).audited()

    assert word(result.finding("cycle-360").final) == OPEN
    assert {(one.record, one.fact) for one in result.missing} == {("a", name) for name in named}
