"""Hand-worked cases for the personnel ministry's rules on professional staff."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from teachtrain.models import (
    UNBOUNDED,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
)
from teachtrain.policies import PROFESSIONAL_STAFF
from tests.policies.cases import MET, NOT_APPLICABLE, OPEN, UNMET, Case, Expected, expect, word

LAST_DAY = date(2018, 12, 31)
DAY = date(2018, 5, 7)
TEACHER = Teacher("t", events={"hired": date(2009, 9, 1)})


def recognised(
    record_id: str,
    kind: str | None,
    hours: str | int | None,
    day: date | None = DAY,
    held: int | None = None,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """What the province recognised with so many hours."""
    local: dict[str, Any] = {} if kind is None else {"subject_kind": kind}
    if hours is not None:
        local["recognised_hours"] = int(hours)
    return TrainingRecord(record_id, activity="training", day=day, hours=held, local=local, **facts)


def professional(hours: int, day: date = DAY, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return recognised(f"p{day}", "professional", hours, day, **facts)


def public(hours: int, day: date = DAY, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return recognised(f"u{day}", "public", hours, day, **facts)


def came_to(counted: str | int, needed: int, short: str | int = 0) -> Expected:
    verdict = UNMET if short else MET
    return expect(verdict, verdict, class_hours(counted), class_hours(needed), class_hours(short))


def both(all_of_it: Expected, of_these: Expected) -> dict[str, Expected]:
    return {"hours-90": all_of_it, "professional-60": of_these}


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    as_of: date = LAST_DAY,
    teacher: Teacher = TEACHER,
) -> Case:
    return Case(name, PROFESSIONAL_STAFF, teacher, records, as_of, expected)


CASES = [
    case(
        "60 professional and 30 public",
        (professional(60), public(30)),  # 90; 2/3 of 90 = 60
        both(came_to(90, 90), came_to(60, 60)),
    ),
    case(
        "59 professional and 31 public",
        (professional(59), public(31)),
        both(came_to(90, 90), came_to(59, 60, 1)),
    ),
    case(
        "61 professional and 28 public",
        (professional(61), public(28)),
        both(came_to(89, 90, 1), came_to(61, 60)),
    ),
    case(
        "90 professional: no public subject is asked for by a figure",
        (professional(90),),
        both(came_to(90, 90), came_to(90, 60)),
    ),
    case(
        "90 public",
        (public(90),),
        both(came_to(90, 90), came_to(0, 60, 60)),
    ),
    case(
        "60 professional of 150: two thirds of the 90, not of what was done",
        (professional(60), public(90)),
        both(came_to(150, 90), came_to(60, 60)),
    ),
    case(
        "nothing",
        (),
        both(came_to(0, 90, 90), came_to(0, 60, 60)),
    ),
    case(
        "31 December counts, 1 January is of the next year",
        (professional(50, date(2018, 12, 31)), professional(40, date(2019, 1, 1))),
        both(came_to(50, 90, 40), came_to(50, 60, 10)),
    ),
    case(
        "1 January counts, 31 December is of the year before",
        (professional(50, date(2018, 1, 1)), professional(40, date(2017, 12, 31))),
        both(came_to(50, 90, 40), came_to(50, 60, 10)),
    ),
    case(
        "in the middle of the year",
        (professional(50),),
        both(
            expect(UNMET, OPEN, class_hours(50), class_hours(90), class_hours(40)),
            expect(UNMET, OPEN, class_hours(50), class_hours(60), class_hours(10)),
        ),
        as_of=date(2018, 6, 30),
    ),
    case(
        "what the province recognised of 60 hours is not known",
        (
            TrainingRecord(
                "a", activity="training", day=DAY, hours=60, local={"subject_kind": "professional"}
            ),
        ),
        both(
            expect(UNMET, UNMET, class_hours(0, to=60), class_hours(90), class_hours(30, to=90)),
            expect(OPEN, OPEN, class_hours(0, to=60), class_hours(60), class_hours(0, to=60)),
        ),
    ),
    case(
        "the province recognised 72 for 24 hours held",
        (recognised("a", "professional", 72, held=24),),
        both(came_to(72, 90, 18), came_to(72, 60)),
    ),
    case(
        "neither hours nor what was recognised is known",
        (recognised("a", "professional", None),),
        both(
            expect(OPEN, OPEN, class_hours(0, to=UNBOUNDED)),
            expect(OPEN, OPEN, class_hours(0, to=UNBOUNDED)),
        ),
    ),
    case(
        "which kind it was is not known",
        (recognised("a", None, 90),),
        both(
            expect(OPEN, OPEN, class_hours(0, to=90), class_hours(90)),
            expect(OPEN, OPEN, class_hours(0, to=90), class_hours(60)),
        ),
    ),
    case(
        "a kind that the order does not name",
        (recognised("a", "elective", 90),),
        both(came_to(0, 90, 90), came_to(0, 60, 60)),
    ),
    case(
        "what was recognised counts, however the training ended",
        (professional(90, result=Result.FAILED),),
        both(came_to(90, 90), came_to(90, 60)),
    ),
    case(
        "pending",
        (professional(90, status=Status.PENDING),),
        both(
            expect(OPEN, OPEN, class_hours(0, to=90)),
            expect(OPEN, OPEN, class_hours(0, to=90)),
        ),
    ),
    case(
        "several days across the turn of the year",
        (professional(90, date(2017, 12, 30), last_day=date(2018, 1, 3)),),
        both(
            expect(OPEN, OPEN, class_hours(0, to=90)),
            expect(OPEN, OPEN, class_hours(0, to=90)),
        ),
    ),
    case(
        "a record of the year alone",
        (recognised("a", "professional", 90, None, within=Span.of_year(2018)),),
        both(came_to(90, 90), came_to(90, 60)),
    ),
    case(
        "hired in the course of the year: no text says what is less",
        (professional(30, date(2018, 10, 8)),),
        both(came_to(30, 90, 60), came_to(30, 60, 30)),
        teacher=Teacher("t", events={"hired": date(2018, 9, 1)}),
    ),
    case(
        "2016 is the first year that is looked at",
        (professional(90, date(2016, 5, 7)),),
        both(came_to(90, 90), came_to(90, 60)),
        as_of=date(2016, 12, 31),
    ),
    case(
        "years before 2016 are not looked at",
        (professional(90, date(2015, 5, 7)),),
        both(expect(NOT_APPLICABLE), expect(NOT_APPLICABLE)),
        as_of=date(2015, 12, 31),
    ),
]


@pytest.mark.parametrize("own", CASES, ids=lambda own: own.name)
def test_professional_staff(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_year() -> None:
    """
    Professional 40 + 24 = 64, public 18 + 12 = 30: 94 of 90, and 64 of 60.
    """
    records = (
        professional(40, date(2018, 2, 1)),
        professional(24, date(2018, 8, 1)),
        public(18, date(2018, 9, 1)),
        public(12, date(2018, 10, 1)),
    )
    result = case("a year", records, {}).audited()

    assert [own.counted for own in result.findings] == [class_hours(94), class_hours(64)]
    assert (word(result.so_far), word(result.final)) == (MET, MET)
