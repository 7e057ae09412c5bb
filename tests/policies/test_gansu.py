"""Hand-worked cases for Yongdeng County in Gansu Province."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    Amount,
    Approval,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    training_credits,
)
from teachtrain.policies import YONGDENG
from tests.policies.cases import (
    MET,
    NOT_APPLICABLE,
    OPEN,
    UNMET,
    Case,
    Expected,
    course,
    expect,
    word,
)

# The cycle of the cases runs from 1 January 2016 to 31 December 2020.
LAST_DAY = date(2020, 12, 31)
TEACHER = Teacher(
    "t", categories=(), events={"hired": date(2009, 9, 1), "cycle_started": date(2016, 1, 1)}
)


def approved(record_id: str, day: date | None, hours: str | int | None, **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, day, hours, **({"approval": Approval.APPROVED} | facts))


def in_school(record_id: str, day: date | None, hours: str | int | None, **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return approved(record_id, day, hours, **({"activity": "school_based"} | facts))


def worth(activity: str, record_id: str, day: date, credits: int, **local: Any) -> TrainingRecord:  # noqa: A002, ANN401 - the unit's own word; texts or numbers
    """What the chain of approval gave so many credits."""
    return TrainingRecord(
        record_id,
        activity=activity,
        day=day,
        approval=Approval.APPROVED,
        local={"credits": credits} | local,
    )


def technology(record_id: str, year: int, credits: int) -> TrainingRecord:  # noqa: A002 - the unit's own word
    return worth("technology_training", record_id, date(year, 5, 4), credits)


def public(record_id: str, year: int, credits: int) -> TrainingRecord:  # noqa: A002 - the unit's own word
    return worth("training", record_id, date(year, 6, 1), credits, subject_kind="public")


def other(record_id: str, year: int, credits: int) -> TrainingRecord:  # noqa: A002 - the unit's own word
    return worth("training", record_id, date(year, 7, 1), credits, subject_kind="professional")


def school_years(*hours: str | int) -> tuple[TrainingRecord, ...]:
    """School-based training of so many hours in each year from 2016 on."""
    return tuple(
        in_school(f"s{year}", date(year, 3, 10), own) for year, own in enumerate(hours, start=2016)
    )


def came_to(counted: str | int, needed: int, short: str | int = 0) -> Expected:
    verdict = UNMET if short else MET
    return expect(
        verdict,
        verdict,
        training_credits(counted),
        training_credits(needed),
        training_credits(short),
    )


def yearly(needed: int, *counted: str | int) -> Expected:
    """Of a closed cycle: what each year came to."""
    parts = tuple(
        expect(
            MET if float(own) >= needed else UNMET,
            counted=training_credits(own),
            required=training_credits(needed),
        )
        for own in counted
    )
    return expect(MET if all(own.so_far == MET for own in parts) else UNMET, parts=parts)


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
    complete_until: date | None = None,
) -> Case:
    return Case(name, YONGDENG, teacher, records, as_of, expected, complete_until)


MARCH = date(2017, 3, 10)
OPEN_10 = expect(UNMET, UNMET, training_credits(0, to=10))

CASES = [
    # School-based training --------------------------------------------------------------------
    case(
        "90 hours a year are 30 credits, 150 in all",
        school_years(90, 90, 90, 90, 90),  # 90 / 3 = 30; 5 x 30 = 150
        {
            "school-based-150": came_to(150, 150),
            "school-based-yearly-30": yearly(30, 30, 30, 30, 30, 30),
            "yearly-30": yearly(30, 30, 30, 30, 30, 30),
            "required-210": came_to(150, 210, 60),
        },
    ),
    case(
        "89 hours in one year are 29 credits and two thirds",
        school_years(90, 89, 90, 90, 90),  # 89 / 3; 120 + 89/3 = 449/3; 150 - 449/3 = 1/3
        {
            "school-based-150": came_to("449/3", 150, "1/3"),
            "school-based-yearly-30": expect(
                UNMET,
                parts=(
                    expect(MET),
                    expect(
                        UNMET,
                        counted=training_credits("89/3"),
                        required=training_credits(30),
                        shortfall=training_credits("1/3"),
                    ),
                    *[expect(MET)] * 3,
                ),
            ),
        },
    ),
    case(
        "91 hours in one year do not help another",
        school_years(93, 87, 90, 90, 90),  # 31 + 29 + 90 = 150
        {
            "school-based-150": came_to(150, 150),
            "school-based-yearly-30": yearly(30, 31, 29, 30, 30, 30),
        },
    ),
    case(
        "450 hours in one year",
        school_years(450),  # 150, all in 2016
        {
            "school-based-150": came_to(150, 150),
            "school-based-yearly-30": yearly(30, 150, 0, 0, 0, 0),
        },
    ),
    case(
        "31 December and 1 January are in two years",
        (
            in_school("a", date(2016, 12, 31), 90),
            in_school("b", date(2017, 1, 1), 45),  # 15
        ),
        {"school-based-yearly-30": yearly(30, 30, 15, 0, 0, 0)},
    ),
    # Technology and public courses ------------------------------------------------------------
    case("30 of technology", (technology("a", 2017, 30),), {"technology-30": came_to(30, 30)}),
    case("29 of technology", (technology("a", 2017, 29),), {"technology-30": came_to(29, 30, 1)}),
    case(
        "6 of public courses in each year are 30",
        tuple(public(f"u{year}", year, 6) for year in range(2016, 2021)),
        {"public-30": came_to(30, 30), "public-yearly-6": yearly(6, 6, 6, 6, 6, 6)},
    ),
    case(
        "30 at once are 30, but not 6 in each year",
        (public("u", 2018, 30),),
        {"public-30": came_to(30, 30), "public-yearly-6": yearly(6, 0, 0, 30, 0, 0)},
    ),
    case(
        "5 in one year",
        tuple(public(f"u{year}", year, 7 if year < 2020 else 5) for year in range(2016, 2021)),
        # 4 x 7 + 5 = 33
        {"public-30": came_to(33, 30), "public-yearly-6": yearly(6, 7, 7, 7, 7, 5)},
    ),
    case(
        "whether a course was public is not known",
        (worth("training", "a", MARCH, 10),),
        {"public-30": OPEN_10, "required-210": OPEN_10},
    ),
    # The required part and the year -----------------------------------------------------------
    case(
        "30 + 150 + 30 = 210",
        (
            technology("a", 2017, 30),
            *school_years(90, 90, 90, 90, 90),
            *(public(f"u{year}", year, 6) for year in range(2016, 2021)),
        ),
        {
            "required-210": came_to(210, 210),
            "technology-30": came_to(30, 30),
            "school-based-150": came_to(150, 150),
            "public-30": came_to(30, 30),
        },
    ),
    case(
        "60 of technology do not stand in for public courses",
        (technology("a", 2017, 60), *school_years(90, 90, 90, 90, 90)),
        {"required-210": came_to(210, 210), "public-30": came_to(0, 30, 30)},
    ),
    case(
        "other credits are not among the 210, and help the year",
        tuple(other(f"o{year}", year, 30) for year in range(2016, 2021)),
        {"required-210": came_to(0, 210, 210), "yearly-30": yearly(30, 30, 30, 30, 30, 30)},
    ),
    case(
        "29 in one year",
        (*(other(f"o{year}", year, 30) for year in range(2016, 2020)), other("p", 2020, 29)),
        {"yearly-30": yearly(30, 30, 30, 30, 30, 29)},
    ),
    # Recognition ------------------------------------------------------------------------------
    case(
        "school-based training that was refused",
        (in_school("a", MARCH, 90, approval=Approval.REFUSED),),
        {"school-based-150": came_to(0, 150, 150)},
    ),
    case(
        "on which nobody decided",
        (in_school("a", MARCH, 90, approval=NONE),),
        {"school-based-150": came_to(0, 150, 150)},
    ),
    case(
        "whether it was recognised is not known",
        (in_school("a", MARCH, 90, approval=None),),
        {
            "school-based-150": expect(
                UNMET,
                UNMET,
                training_credits(0, to=30),
                training_credits(150),
                training_credits(120, to=150),
            )
        },
    ),
    case(
        "the note is silent on failed training in school",
        (in_school("a", MARCH, 90, result=Result.FAILED),),
        {"school-based-150": expect(UNMET, UNMET, training_credits(0, to=30))},
    ),
    case(
        "how many credits a paper earns was not seen: those that were recognised",
        (worth("paper", "a", MARCH, 4), other("b", 2017, 26)),
        {"yearly-30": yearly(30, 0, 30, 0, 0, 0)},  # 4 + 26 = 30
    ),
    case(
        "credits of a course are not known",
        (approved("a", MARCH, 60, activity="technology_training"),),
        {"technology-30": expect(OPEN, OPEN, training_credits(0, to=UNBOUNDED))},
    ),
    case(
        "pending",
        (in_school("a", MARCH, 90, status=Status.PENDING),),
        {"school-based-150": expect(UNMET, UNMET, training_credits(0, to=30))},
    ),
    # Borders ----------------------------------------------------------------------------------
    case(
        "the last day of the cycle counts",
        (in_school("a", LAST_DAY, 450),),
        {"school-based-150": came_to(150, 150)},
    ),
    case(
        "the next day is of the next cycle",
        (in_school("a", date(2021, 1, 1), 450),),
        {"school-based-150": came_to(0, 150, 150)},
    ),
    case(
        "the day before the cycle does not count",
        (in_school("a", date(2015, 12, 31), 450),),
        {"school-based-150": came_to(0, 150, 150)},
    ),
    case(
        "several days across the turn of a year: no text says in which they count",
        (in_school("a", date(2016, 12, 30), 90, last_day=date(2017, 1, 3)),),
        {
            "school-based-150": came_to(30, 150, 120),
            "school-based-yearly-30": expect(
                UNMET,
                parts=(
                    expect(OPEN, counted=training_credits(0, to=30)),
                    expect(OPEN, counted=training_credits(0, to=30)),
                    *[expect(UNMET)] * 3,
                ),
            ),
        },
    ),
    case(
        "in a cycle from 1 September, years begin with that day",
        (
            in_school("a", date(2017, 8, 31), 90),  # 30 in the first year
            in_school("b", date(2017, 9, 1), 60),  # 20 in the second
            in_school("c", date(2021, 8, 31), 90),  # 30 in the fifth
        ),
        {
            "school-based-150": came_to(80, 150, 70),
            "school-based-yearly-30": yearly(30, 30, 20, 0, 0, 30),
        },
        teacher=Teacher("t", events={"cycle_started": date(2016, 9, 1)}),
        as_of=date(2021, 8, 31),
    ),
    case(
        "when the cycle began is not known",
        school_years(90, 90, 90, 90, 90),
        {"school-based-150": expect(OPEN, OPEN)},
        teacher=Teacher("t"),
    ),
    case(
        "in the middle of the cycle",
        school_years(90, 90),  # 60; the third year has begun
        {
            "school-based-150": expect(
                UNMET, OPEN, training_credits(60), training_credits(150), training_credits(90)
            ),
            "school-based-yearly-30": expect(
                UNMET,
                OPEN,
                parts=(
                    expect(MET),
                    expect(MET),
                    expect(UNMET, OPEN),
                    *[expect(NOT_APPLICABLE, OPEN)] * 2,
                ),
            ),
        },
        as_of=date(2018, 6, 30),
    ),
    case(
        "a record of the year alone is in that year",
        (in_school("a", None, 90, within=Span.of_year(2017)),),
        {"school-based-yearly-30": yearly(30, 0, 30, 0, 0, 0)},
    ),
]


@pytest.mark.parametrize("own", CASES, ids=lambda own: own.name)
def test_yongdeng(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_in_yongdeng() -> None:
    """
    School 150 + technology 30 + public 5 x 6 = 210 required; a paper 4, a course 10 beside.
    """
    records = (
        *school_years(90, 90, 90, 90, 90),
        technology("t1", 2016, 12),
        technology("t2", 2019, 18),
        *(public(f"u{year}", year, 6) for year in range(2016, 2021)),
        worth("paper", "p", date(2018, 4, 1), 4),
        worth("degree_course", "d", date(2020, 4, 1), 10),
    )
    result = case("a teacher", records, {}).audited()
    counted = {own.id: own.counted for own in result.findings if own.counted is not None}

    assert counted == {
        "required-210": training_credits(210),
        "technology-30": training_credits(30),
        "school-based-150": training_credits(150),
        "public-30": training_credits(30),
    }
    # 30 + 6 + 12; 30 + 6; 30 + 6 + 4; 30 + 6 + 18; 30 + 6 + 10
    assert [own.counted for own in result.finding("yearly-30").parts] == [
        training_credits(48),
        training_credits(36),
        training_credits(40),
        training_credits(54),
        training_credits(46),
    ]
    assert (word(result.so_far), word(result.final)) == (MET, MET)


@pytest.mark.parametrize(
    ("record", "rule", "outcome"),
    [
        (in_school("a", MARCH, 3), "school-based", "recognised"),
        (in_school("a", MARCH, 3, approval=Approval.REFUSED), "not-recognised", "refused"),
        (technology("a", 2017, 5), "technology", "recognised"),
        (public("a", 2017, 5), "public", "recognised"),
        (other("a", 2017, 5), "other", "recognised"),
        (worth("book", "a", MARCH, 5), "other", "recognised"),
        (worth("degree_year", "a", MARCH, 5), "other", "recognised"),
        (worth("research_project", "a", MARCH, 5), "other", "recognised"),
    ],
)
def test_which_rule_takes_a_record(record: TrainingRecord, rule: str, outcome: str) -> None:
    (own,) = case("one record", (record,), {}).audited().records

    assert [one.id for one in own.rules if one is not None] == [rule]
    assert own.outcome == outcome


def test_three_hours_are_one_credit_exactly() -> None:
    (entry,) = case("one", (in_school("a", MARCH, 1),), {}).audited().entries

    assert entry.settled.earned == training_credits("1/3")
    assert isinstance(entry.settled.earned, Amount)
