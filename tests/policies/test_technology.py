"""Hand-worked cases for educational technology: the plan of 2005, and the examination."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    Result,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
    number,
)
from teachtrain.policies import EDUCATIONAL_TECHNOLOGY_2005, YUNNAN_TECHNOLOGY_EXAMINATION_2009
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

LAST_DAY = date(2007, 12, 31)
DAY = date(2006, 7, 10)
TEACHER = Teacher("t", categories=(), events={"hired": date(2001, 9, 1)})


def training(record_id: str, day: date, hours: str | int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, day, hours, **({"activity": "technology_training"} | facts))


def sitting(day: date, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return TrainingRecord(f"s{day}", activity="technology_examination", day=day, **facts)


def plan(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    as_of: date = LAST_DAY,
    teacher: Teacher = TEACHER,
) -> Case:
    return Case(name, EDUCATIONAL_TECHNOLOGY_2005, teacher, records, as_of, expected)


def hours(verdict: str, counted: str | int, short: str | int = 0) -> dict[str, Expected]:
    return {
        "hours-50": expect(
            verdict, verdict, class_hours(counted), class_hours(50), class_hours(short)
        )
    }


def sat(verdict: str, times: int) -> dict[str, Expected]:
    return {"examination": expect(verdict, verdict, number(times), number(1))}


PLAN = [
    plan(
        "50 hours and the examination",
        (training("a", DAY, 50), sitting(date(2006, 11, 5), result="passed")),
        hours(MET, 50) | sat(MET, 1),
    ),
    plan("49.5 hours", (training("a", DAY, "49.5"),), hours(UNMET, "49.5", "0.5")),
    plan("50.5 hours", (training("a", DAY, "50.5"),), hours(MET, "50.5")),
    plan("50 hours and no examination", (training("a", DAY, 50),), hours(MET, 50) | sat(UNMET, 0)),
    plan(
        "the examination without the hours",
        (sitting(date(2006, 11, 5), result="passed"),),
        hours(UNMET, 0, 50) | sat(MET, 1),
    ),
    plan(
        "an examination that was not passed was sat",
        (sitting(date(2006, 11, 5), result="failed"),),
        sat(MET, 1),
    ),
    plan(
        "an examination whose result is not known was sat",
        (sitting(date(2006, 11, 5)),),
        sat(MET, 1),
    ),
    plan(
        "a pending sitting",
        (sitting(date(2006, 11, 5), status=Status.PENDING),),
        {"examination": expect(OPEN, OPEN, number(0, to=1))},
    ),
    plan(
        "sat twice",
        (sitting(date(2006, 11, 5), result="failed"), sitting(date(2007, 5, 6), result="passed")),
        sat(MET, 2),
    ),
    plan(
        "hours of an examination are no hours of training",
        (sitting(date(2006, 11, 5), hours=50),),
        hours(UNMET, 0, 50),
    ),
    plan("other training", (course("a", DAY, 50),), hours(UNMET, 0, 50)),
    plan(
        "the plan is silent on failed training",
        (training("a", DAY, 50, result=Result.FAILED),),
        {"hours-50": expect(OPEN, OPEN, class_hours(0, to=50))},
    ),
    plan(
        "hours that are not known",
        (training("a", DAY, None),),
        {"hours-50": expect(OPEN, OPEN, class_hours(0, to=UNBOUNDED))},
    ),
    plan(
        "the last day of 2007 counts",
        (training("a", LAST_DAY, 50), sitting(LAST_DAY)),
        hours(MET, 50) | sat(MET, 1),
    ),
    plan(
        "the first day of 2005 counts, the day before does not",
        (training("a", date(2004, 12, 31), 10), training("b", date(2005, 1, 1), 40)),
        hours(UNMET, 40, 10),
    ),
    plan(
        "on 1 January 2008 the plan is over",
        (training("a", DAY, 50),),
        {"hours-50": NONE_APPLIES, "examination": NONE_APPLIES},
        as_of=date(2008, 1, 1),
    ),
    plan(
        "in the middle of the plan",
        (training("a", DAY, 20),),
        {
            "hours-50": expect(UNMET, OPEN, class_hours(20), class_hours(50), class_hours(30)),
            "examination": expect(UNMET, OPEN, number(0), number(1)),
        },
        as_of=date(2006, 12, 31),
    ),
    plan(
        "what it was is not known",
        (training("a", DAY, 50, activity=None),),
        {
            "hours-50": expect(OPEN, OPEN, class_hours(0, to=50)),
            "examination": expect(OPEN, OPEN, number(0, to=1)),
        },
    ),
    plan(
        "several days across the first day of the years that are taken",
        (training("a", date(2004, 12, 30), 50, last_day=date(2005, 1, 2)),),
        {"hours-50": expect(OPEN, OPEN, class_hours(0, to=50))},
    ),
]


@pytest.mark.parametrize("own", PLAN, ids=lambda own: own.name)
def test_the_plan(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_under_the_plan() -> None:
    """
    16 + 34 = 50 hours; sat once, failed: both conditions are met.
    """
    records = (
        training("a", date(2005, 7, 10), 16),
        training("b", date(2006, 7, 10), 34),
        course("c", date(2006, 8, 10), 30),
        sitting(date(2006, 11, 5), result="failed"),
    )
    result = plan("a teacher", records, {}).audited()

    assert [own.counted for own in result.findings] == [class_hours(50), number(1)]
    assert (word(result.so_far), word(result.final)) == (MET, MET)


# Yunnan -----------------------------------------------------------------------------------

ENTERED = date(2009, 10, 12)
NOTHING_ASKED = expect(NOT_APPLICABLE)


def candidate(own: str | None, entered: Any = ENTERED) -> Teacher:  # noqa: ANN401 - a day, none or not known
    return Teacher(
        "t",
        events={} if entered is None else {"technology_examination_entered": entered},
        local={} if own is None else {"self_taught_candidate": own},
    )


NO = candidate("no")
BEFORE = date(2009, 8, 3)


def yunnan(
    name: str,
    verdict: Expected,
    *records: TrainingRecord,
    teacher: Teacher = NO,
    as_of: date = ENTERED,
) -> Case:
    return Case(
        name,
        YUNNAN_TECHNOLOGY_EXAMINATION_2009,
        teacher,
        records,
        as_of,
        {"trained-before": verdict},
    )


YUNNAN = [
    yunnan("trained and passed", expect(MET), training("a", BEFORE, 50)),
    yunnan("passed well", expect(MET), training("a", BEFORE, 50, result=Result.EXCELLENT)),
    yunnan("not trained", expect(UNMET)),
    yunnan("trained and failed", expect(UNMET), training("a", BEFORE, 50, result=Result.FAILED)),
    yunnan("training without an assessment", expect(UNMET), training("a", BEFORE, 50, result=NONE)),
    yunnan("how it ended is not known", expect(OPEN), training("a", BEFORE, 50, result=None)),
    yunnan("how many hours it had is not asked", expect(MET), training("a", BEFORE, 1)),
    yunnan("another training", expect(UNMET), course("a", BEFORE, 50)),
    yunnan("the eve of the entry", expect(MET), training("a", date(2009, 10, 11), 50)),
    yunnan("the day of the entry is too late", expect(UNMET), training("a", ENTERED, 50)),
    yunnan(
        "the day after is too late",
        expect(UNMET),
        training("a", date(2009, 10, 13), 50),
        as_of=date(2009, 10, 31),
    ),
    yunnan("years before", expect(MET), training("a", date(2006, 8, 3), 50)),
    yunnan("a self-taught candidate needs no training", expect(MET), teacher=candidate("yes")),
    yunnan("whether a candidate is not known", expect(OPEN), teacher=candidate(None)),
    yunnan(
        "trained, so it does not matter whether a candidate",
        expect(MET),
        training("a", BEFORE, 50),
        teacher=candidate(None),
    ),
    yunnan(
        "who has not entered has nothing to fulfil",
        expect(NOT_APPLICABLE),
        teacher=candidate("no", NONE),
    ),
    yunnan(
        "entered on the last day of 2008",
        expect(NOT_APPLICABLE),
        teacher=candidate("no", date(2008, 12, 31)),
    ),
    yunnan(
        "entered on the first day of 2009",
        expect(UNMET),
        teacher=candidate("no", date(2009, 1, 1)),
    ),
    yunnan("entered in 2010", NOTHING_ASKED, teacher=candidate("no", date(2010, 1, 1))),
    yunnan(
        "when the entry was is not known",
        expect(OPEN),
        training("a", BEFORE, 50),
        teacher=candidate("no", None),
    ),
    yunnan("a pending training", expect(OPEN), training("a", BEFORE, 50, status=Status.PENDING)),
]


@pytest.mark.parametrize("own", YUNNAN, ids=lambda own: own.name)
def test_entry_in_yunnan(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_who_enters_in_yunnan() -> None:
    """
    One training failed, one passed before the entry: the passed one is enough.
    """
    records = (
        training("a", date(2008, 8, 3), 50, result=Result.FAILED),
        training("b", BEFORE, 50),
    )
    result = yunnan("a teacher", expect(MET), *records).audited()

    assert [own.outcome for own in result.records] == ["refused", "recognised"]
    assert (word(result.so_far), word(result.final)) == (MET, MET)
