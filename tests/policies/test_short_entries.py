"""Hand-worked cases for Anhui, Heilongjiang and Shanxi, of which little was seen."""

from __future__ import annotations

from datetime import date

import pytest

from teachtrain.models import (
    NEW_TEACHER,
    Result,
    Span,
    Teacher,
    Timeline,
    TrainingRecord,
    Transcript,
    class_hours,
)
from teachtrain.policies import ANHUI, HEILONGJIANG, SHANXI_DEGREES_2021
from teachtrain.policies._words import PROFESSIONAL, PUBLIC, SUBJECT_KIND
from teachtrain.rules import audit
from tests.policies.cases import MET, NONE_APPLIES, UNMET, Case, course, expect

TEACHER = Teacher("t", categories=(), events={"hired": date(2010, 9, 1)})


# Anhui: 108 hours a year, 36 of them public, 72 general and of the subject ------------------------


def hours(day: date, own: int, kind: str) -> TrainingRecord:
    return course(f"{kind}{day}", day, own, local={SUBJECT_KIND: kind})


def in_anhui(
    name: str, *records: TrainingRecord, public: tuple[int, str], other: tuple[int, str]
) -> Case:
    whole = public[0] + other[0]
    return Case(
        name,
        ANHUI,
        TEACHER,
        records,
        date(2024, 12, 31),
        {
            "yearly-108": expect(MET if whole >= 108 else UNMET, counted=class_hours(whole)),
            "public-36": expect(public[1], counted=class_hours(public[0])),
            "professional-72": expect(other[1], counted=class_hours(other[0])),
        },
    )


MAY = date(2024, 5, 6)

ANHUI_CASES = [
    in_anhui(
        "36 and 72",
        hours(MAY, 36, PUBLIC),
        hours(MAY, 72, PROFESSIONAL),
        public=(36, MET),
        other=(72, MET),
    ),
    in_anhui(
        "one hour less of public subjects: 107 in all",
        hours(MAY, 35, PUBLIC),
        hours(MAY, 72, PROFESSIONAL),
        public=(35, UNMET),
        other=(72, MET),
    ),
    in_anhui(
        "one hour more of the one is none of the other, though 108 are there",
        hours(MAY, 37, PUBLIC),
        hours(MAY, 71, PROFESSIONAL),
        public=(37, MET),
        other=(71, UNMET),
    ),
    in_anhui(
        "the year ends with its last day",
        hours(date(2024, 12, 31), 36, PUBLIC),
        hours(date(2023, 12, 31), 72, PROFESSIONAL),
        hours(date(2024, 1, 1), 72, PROFESSIONAL),
        public=(36, MET),
        other=(72, MET),
    ),
]


# Heilongjiang: 120 hours before grading at the end of probation -----------------------------------

NEW = Teacher(
    "new",
    categories=Timeline.of((NEW_TEACHER, Span.through(date(2022, 8, 1), date(2023, 8, 1)))),
    events={
        "hired": date(2022, 8, 1),
        "appointed": date(2022, 8, 1),
        "probation_ended": date(2023, 8, 1),
    },
)


def in_heilongjiang(name: str, day: date, own: int, verdict: str, counted: int) -> Case:
    return Case(
        name,
        HEILONGJIANG,
        NEW,
        (course("a", day, own, activity="induction"),),
        date(2024, 1, 1),
        {
            "new-teacher-120": expect(
                verdict, counted=class_hours(counted), required=class_hours(120)
            )
        },
    )


HEILONGJIANG_CASES = [
    in_heilongjiang("120 hours", date(2023, 5, 6), 120, MET, 120),
    in_heilongjiang("119 hours", date(2023, 5, 6), 119, UNMET, 119),
    in_heilongjiang("the day before probation ends", date(2023, 7, 31), 120, MET, 120),
    in_heilongjiang("the day on which it ends", date(2023, 8, 1), 120, UNMET, 0),
    Case(
        "a teacher who was not new when appointed",
        HEILONGJIANG,
        Teacher(
            "t", categories=(), events={"hired": MAY, "appointed": MAY, "probation_ended": MAY}
        ),
        (),
        date(2024, 12, 31),
        {"new-teacher-120": NONE_APPLIES},
    ),
]


@pytest.mark.parametrize("case", [*ANHUI_CASES, *HEILONGJIANG_CASES], ids=lambda own: own.name)
def test_a_case_worked_by_hand(case: Case) -> None:
    assert case.found() == case.wanted()


# Shanxi: 72 credits for each school year of degree study ------------------------------------------


def degree_year(name: str, day: date, result: Result = Result.PASSED) -> TrainingRecord:
    return TrainingRecord(name, activity="degree_year", day=day, result=result)


@pytest.mark.parametrize(
    ("records", "credits"),
    [
        ((degree_year("a", date(2022, 6, 30)),), [72]),
        ((degree_year("a", date(2022, 6, 30)), degree_year("b", date(2023, 6, 30))), [72, 72]),
        # two courses of study in the school year from 1 September 2021
        ((degree_year("a", date(2021, 9, 1)), degree_year("b", date(2022, 8, 31))), [72, 0]),
        ((degree_year("a", date(2022, 8, 31)), degree_year("b", date(2022, 9, 1))), [72, 72]),
        ((degree_year("a", date(2022, 6, 30), Result.FAILED),), []),
        # the plan period begins with 2021 and ends with 2025
        ((degree_year("a", date(2020, 12, 31)),), []),
        ((degree_year("a", date(2021, 1, 1)), degree_year("b", date(2025, 12, 31))), [72, 72]),
        ((degree_year("a", date(2026, 1, 1)),), []),
    ],
)
def test_a_school_year_of_study_is_72_credits(
    records: tuple[TrainingRecord, ...],
    credits: list[int],  # noqa: A002 - the unit's own word
) -> None:
    as_of = date(2026, 6, 30)
    transcript = Transcript(records, complete_until=as_of)
    result = audit(SHANXI_DEGREES_2021, TEACHER, transcript, as_of=as_of, cycle_of=date(2023, 1, 1))
    assert [one.settled.counted.value for one in result.entries] == credits
