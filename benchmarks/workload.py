"""The same made-up teachers twice: as the library's values, and as plain slotted objects."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Final

from teachtrain.models import (
    CLASS_TEACHER,
    Approval,
    Level,
    Mode,
    Result,
    Teacher,
    TrainingRecord,
    Transcript,
)

AS_OF: Final = date(2020, 8, 31)
START: Final = date(2015, 9, 1)
DAYS: Final = 5 * 365 + 2
RECORDS_EACH: Final = 30

ACTIVITIES: Final = (
    *("training",) * 12,
    *("school_based",) * 9,
    *("self_study",) * 3,
    *("class_teacher_training",) * 2,
    *("backbone_training",) * 2,
    "degree_year",
    "induction",
)
LEVELS: Final = (*(Level.COUNTY,) * 5, *(Level.CITY,) * 3, Level.PROVINCE, Level.NATION)
MODES: Final = (Mode.FACE_TO_FACE, Mode.ONLINE, Mode.ONLINE, Mode.BLENDED)
HOURS: Final = ("4", "6", "8", "10", "12", "16", "7.5", "20", "24", "30")


class PlainRecord:
    """What the hand-written function reads: no units, no unknowns, hours in tenths."""

    __slots__ = ("activity", "approved", "day", "hours", "mode", "passed", "rank")

    def __init__(self, record: TrainingRecord) -> None:
        self.activity = record.activity
        self.approved = record.approval == Approval.APPROVED
        self.day = record.day
        self.hours = int(record.hours * 10) if record.hours is not None else 0
        self.mode = record.mode
        self.passed = record.result in (Result.PASSED, Result.EXCELLENT)
        self.rank = list(Level).index(Level(record.level)) if record.level else 5


class PlainTeacher:
    """A teacher for the hand-written function."""

    __slots__ = ("class_teacher", "records")

    def __init__(self, teacher: Teacher, transcript: Transcript) -> None:
        self.class_teacher = bool(teacher.categories and teacher.categories.entries)
        self.records = [PlainRecord(record) for record in transcript.records]


def teachers(count: int, seed: int = 20150901) -> list[tuple[Teacher, Transcript]]:
    """Return *count* teachers with 30 records each, every fact known."""
    draw = random.Random(seed)
    return [_teacher(number, draw) for number in range(count)]


def _teacher(number: int, draw: random.Random) -> tuple[Teacher, Transcript]:
    teacher = Teacher(
        f"t-{number}",
        categories=(CLASS_TEACHER,) if draw.random() < 0.3 else (),
        stage=draw.choice(("primary", "junior_secondary")),
        events={"hired": date(2010, 9, 1)},
    )
    records = [_record(number, place, draw) for place in range(RECORDS_EACH)]
    return teacher, Transcript(records, complete_until=AS_OF)


def _record(number: int, place: int, draw: random.Random) -> TrainingRecord:
    activity = draw.choice(ACTIVITIES)
    by_school = activity in ("school_based", "self_study")
    return TrainingRecord(
        f"r-{number}-{place}",
        activity=activity,
        day=START + timedelta(days=draw.randrange(DAYS)),
        hours=draw.choice(HOURS),
        mode=Mode.SCHOOL_BASED if by_school else draw.choice(MODES),
        level=Level.SCHOOL if by_school else draw.choice(LEVELS),
        approval=Approval.APPROVED if draw.random() < 0.9 else Approval.REFUSED,
        result=draw.choice((*(Result.PASSED,) * 15, Result.EXCELLENT, Result.FAILED)),
        project=f"p-{draw.randrange(200)}",
        topics=draw.choice(((), ("ethics",), ("subject",))),
        teacher=teacher_id(number),
    )


def teacher_id(number: int) -> str:
    """Return the id of a made-up teacher."""
    return f"t-{number}"
