"""Hand-worked cases for the national training of class teachers."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from teachtrain.models import (
    CLASS_TEACHER,
    NONE,
    UNBOUNDED,
    Approval,
    Level,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
)
from teachtrain.policies import CLASS_TEACHERS_2006
from tests.policies.cases import (
    MET,
    NONE_APPLIES,
    OPEN,
    UNMET,
    Case,
    Expected,
    course,
    expect,
    word,
)

# A class teacher since 1 September 2007: half a year is over on 29 February 2008.
NEW = Teacher(
    "t",
    categories=((CLASS_TEACHER, Span.since(date(2007, 9, 1))),),
    events={"became_class_teacher": date(2007, 9, 1)},
)
SERVING = Teacher(
    "t",
    categories=((CLASS_TEACHER, Span.since(date(2003, 9, 1))),),
    events={"became_class_teacher": date(2003, 9, 1)},
)
HALF_A_YEAR_LATER = date(2008, 2, 29)
DAY = date(2007, 10, 8)


def became(day: Any) -> Teacher:  # noqa: ANN401 - a day, none or not known
    return attrs.evolve(NEW, events={} if day is None else {"became_class_teacher": day})


def training(record_id: str, day: date, hours: str | int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, day, hours, **({"activity": "class_teacher_training"} | facts))


def new(verdict: str, counted: str | int, short: str | int = 0) -> dict[str, Expected]:
    return {
        "new-class-teacher-30": expect(
            verdict, verdict, class_hours(counted), class_hours(30), class_hours(short)
        )
    }


def serving(verdict: str, counted: str | int, short: str | int = 0) -> dict[str, Expected]:
    return {
        "serving-class-teacher-30": expect(
            verdict, verdict, class_hours(counted), class_hours(30), class_hours(short)
        )
    }


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = NEW,
    as_of: date = HALF_A_YEAR_LATER,
) -> Case:
    return Case(name, CLASS_TEACHERS_2006, teacher, records, as_of, expected)


NO_NEW = {"new-class-teacher-30": NONE_APPLIES}
NO_SERVING = {"serving-class-teacher-30": NONE_APPLIES}

CASES = [
    # New class teachers -----------------------------------------------------------------------
    case("30 hours in the half year", (training("a", DAY, 30),), new(MET, 30) | NO_SERVING),
    case("29.5 hours", (training("a", DAY, "29.5"),), new(UNMET, "29.5", "0.5")),
    case("30.5 hours", (training("a", DAY, "30.5"),), new(MET, "30.5")),
    case(
        "years before the post count too",
        (training("a", date(2004, 3, 1), 30),),
        new(MET, 30),
    ),
    case(
        "12 before and 18 after",
        (training("a", date(2007, 8, 31), 12), training("b", date(2007, 9, 1), 18)),
        new(MET, 30),
    ),
    case(
        "the last day of the half year counts",
        (training("a", date(2008, 2, 29), 30),),
        new(MET, 30),
    ),
    case(
        "the day after does not",
        (training("a", date(2008, 3, 1), 30),),
        new(UNMET, 0, 30),
        as_of=date(2008, 6, 30),
    ),
    case(
        "the day before the half year is over",
        (training("a", DAY, 20),),
        {
            "new-class-teacher-30": expect(
                UNMET, OPEN, class_hours(20), class_hours(30), class_hours(10)
            )
        },
        as_of=date(2008, 2, 28),
    ),
    case(
        "class teacher from 1 December 2006",
        (),
        new(UNMET, 0, 30) | NO_SERVING,
        teacher=became(date(2006, 12, 1)),
    ),
    case(
        "class teacher from 30 November 2006: one of those already in the post",
        (),
        NO_NEW,
        teacher=became(date(2006, 11, 30)),
    ),
    case("never a class teacher", (), NO_NEW | NO_SERVING, teacher=became(NONE)),
    case(
        "since when is not known",
        (training("a", DAY, 20),),
        {"new-class-teacher-30": expect(OPEN, OPEN)},
        teacher=became(None),
    ),
    case(
        "from a day to come, trained already",
        (training("a", DAY, 30),),
        new(MET, 30),
        teacher=became(date(2008, 9, 1)),
    ),
    # What counts ------------------------------------------------------------------------------
    case(
        "failed training is not recorded",
        (training("a", DAY, 30, result=Result.FAILED),),
        new(UNMET, 0, 30),
    ),
    case(
        "an excellent result is a pass",
        (training("a", DAY, 30, result=Result.EXCELLENT),),
        new(MET, 30),
    ),
    case(
        "training of a school that nobody above recognised",
        (training("a", DAY, 30, level=Level.SCHOOL, approval=NONE),),
        new(UNMET, 0, 30),
    ),
    case(
        "training of a school that the county approved",
        (training("a", DAY, 30, level=Level.SCHOOL, approval=Approval.APPROVED),),
        new(MET, 30),
    ),
    case(
        "training of the county whose recognition was refused",
        (training("a", DAY, 30, approval=Approval.REFUSED),),
        new(UNMET, 0, 30),
    ),
    case(
        "other training is not class teacher training",
        (course("a", DAY, 30),),
        new(UNMET, 0, 30),
    ),
    *(
        case(
            f"{fact} is not known",
            (training("a", DAY, 30, **{fact: None}),),
            {
                "new-class-teacher-30": expect(
                    OPEN, OPEN, class_hours(0, to=30), class_hours(30), class_hours(0, to=30)
                )
            },
        )
        for fact in ("result", "level", "activity")
    ),
    case(
        "a pending record",
        (training("a", DAY, 30, status=Status.PENDING),),
        {"new-class-teacher-30": expect(OPEN, OPEN, class_hours(0, to=30))},
    ),
    case(
        "hours are not known",
        (training("a", DAY, None),),
        {"new-class-teacher-30": expect(OPEN, OPEN, class_hours(0, to=UNBOUNDED))},
    ),
    # Those already in the post ----------------------------------------------------------------
    case(
        "30 hours within the two years",
        (training("a", DAY, 30),),
        serving(MET, 30) | NO_NEW,
        teacher=SERVING,
        as_of=date(2008, 11, 30),
    ),
    case(
        "29.5 hours within the two years",
        (training("a", DAY, "29.5"),),
        serving(UNMET, "29.5", "0.5"),
        teacher=SERVING,
        as_of=date(2008, 11, 30),
    ),
    case(
        "the last day of the two years counts",
        (training("a", date(2008, 11, 30), 30),),
        serving(MET, 30),
        teacher=SERVING,
        as_of=date(2008, 11, 30),
    ),
    case(
        "the first day counts, the day before does not",
        (training("a", date(2006, 11, 30), 10), training("b", date(2006, 12, 1), 20)),
        serving(UNMET, 20, 10),
        teacher=SERVING,
        as_of=date(2008, 11, 30),
    ),
    case(
        "in the first year of the two",
        (training("a", DAY, 20),),
        {
            "serving-class-teacher-30": expect(
                UNMET, OPEN, class_hours(20), class_hours(30), class_hours(10)
            )
        },
        teacher=SERVING,
        as_of=date(2007, 12, 31),
    ),
    case(
        "after the two years it is asked for no more",
        (),
        NO_SERVING,
        teacher=SERVING,
        as_of=date(2008, 12, 1),
    ),
    *(
        case(
            f"class teacher from {day}, the first day of the two years or its eve",
            (),
            asked,
            teacher=attrs.evolve(
                SERVING,
                categories=((CLASS_TEACHER, Span.since(day)),),
                events={"became_class_teacher": day},
            ),
            as_of=date(2008, 11, 30),
        )
        for day, asked in (
            (date(2006, 11, 30), serving(UNMET, 0, 30) | NO_NEW),
            (date(2006, 12, 1), new(UNMET, 0, 30) | NO_SERVING),
        )
    ),
    case(
        "class teacher until the eve of the two years",
        (),
        NO_SERVING,
        teacher=attrs.evolve(
            SERVING,
            categories=((CLASS_TEACHER, Span.through(date(2003, 9, 1), date(2006, 11, 30))),),
        ),
        as_of=date(2008, 11, 30),
    ),
]


@pytest.mark.parametrize("own", CASES, ids=lambda own: own.name)
def test_class_teachers(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_new_class_teacher() -> None:
    """
    10 before the post, 8 + 12 within half a year, 6 failed, 40 too late: 30.
    """
    records = (
        training("a", date(2007, 7, 1), 10),
        training("b", date(2007, 10, 1), 8),
        training("c", date(2008, 1, 15), 12),
        training("d", date(2008, 1, 20), 6, result=Result.FAILED),
        training("e", date(2008, 4, 1), 40),
    )
    result = case("a teacher", records, {}, as_of=date(2008, 6, 30)).audited()

    assert result.finding("new-class-teacher-30").counted == class_hours(30)
    assert result.finding("new-class-teacher-30").due == date(2008, 2, 29)
    assert (word(result.so_far), word(result.final)) == (MET, MET)


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({}, "class-teacher-training"),
        ({"result": Result.FAILED}, "not-passed"),
        ({"approval": Approval.REFUSED}, "recognition-refused"),
        ({"level": Level.SCHOOL, "approval": NONE}, None),
        ({"activity": "training"}, None),
    ],
)
def test_which_rule_takes_a_record(facts: dict[str, Any], rule: str | None) -> None:
    (own,) = case("one", (training("a", DAY, 8, **facts),), {}).audited().records

    assert [one and one.id for one in own.rules] == [rule]
