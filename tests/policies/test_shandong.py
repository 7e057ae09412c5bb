"""Hand-worked cases for Shandong Province, Jining City and the unnamed city."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    CLASS_TEACHER,
    NONE,
    UNBOUNDED,
    UNKNOWN,
    Approval,
    Level,
    Mode,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
    training_credits,
)
from teachtrain.policies import JINING_2015, SHANDONG_2015, SHANDONG_UNNAMED_CITY
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
    from teachtrain.models import Amount
    from teachtrain.rules import Policy

LAST_DAY = date(2020, 8, 31)

TEACHER = Teacher("t", categories=(), events={"hired": date(2009, 9, 1)})
NEW = Teacher("t", categories=(), events={"hired": date(2015, 9, 1)})


def hired(day: date) -> Teacher:
    return attrs.evolve(TEACHER, events={"hired": day})


def class_teacher(*spans: Span) -> Teacher:
    return attrs.evolve(TEACHER, categories=tuple((CLASS_TEACHER, span) for span in spans))


def each_year(*hours: str | int) -> tuple[TrainingRecord, ...]:
    """One course on 10 March of each school year from 2015/16 on; 0 stands for none."""
    return tuple(
        course(f"y{number}", date(2015 + number, 3, 10), own)
        for number, own in enumerate(hours, start=1)
        if own != 0
    )


def lump_of_degree(record_id: str, year: int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A passed school year of degree study that starts in September of *year*."""
    own: dict[str, Any] = {
        "activity": "degree_year",
        "result": Result.PASSED,
        "day": date(year, 9, 1),
        "last_day": date(year + 1, 7, 10),
    }
    return TrainingRecord(record_id, **(own | facts))


def cycle(counted: Amount, verdict: str, short: Amount) -> dict[str, Expected]:
    """Of a closed cycle: the 360 credits alone."""
    return {"cycle-360": expect(verdict, verdict, counted, training_credits(360), short)}


def years(verdict: str, *parts: tuple[str, str | int]) -> dict[str, Expected]:
    """Of a closed cycle: the 48 credits of each year."""
    return {
        "yearly-48": expect(
            verdict,
            parts=tuple(
                expect(own, own, training_credits(counted), training_credits(48))
                for own, counted in parts
            ),
        )
    }


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
    policy: Policy = SHANDONG_2015,
    complete_until: date | None = None,
) -> Case:
    return Case(name, policy, teacher, records, as_of, expected, complete_until)


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


FOUR_YEARS = each_year(0, 72, 72, 72, 72)  # 4 x 72 = 288, none of it in 2015/16
ALL_BUT_THE_LAST = each_year(72, 72, 72, 72, 0)  # the same 288, none of it in 2019/20


PROVINCE = [
    # The total and the years ------------------------------------------------------------------
    case(
        "72 a year are exactly 360",
        each_year(72, 72, 72, 72, 72),  # 5 x 72 = 360
        cycle(credits(360), MET, credits(0)) | years(MET, *[(MET, 72)] * 5),
    ),
    case(
        "half a credit is missing",
        each_year("71.5", 72, 72, 72, 72),  # 71.5 + 288 = 359.5; 360 - 359.5 = 0.5
        cycle(credits("359.5"), UNMET, credits("0.5"))
        | years(MET, (MET, "71.5"), *[(MET, 72)] * 4),
    ),
    case(
        "47.5 in one year",
        each_year("47.5", 80, 80, 80, 80),  # 47.5 + 320 = 367.5, yet 47.5 < 48
        cycle(credits("367.5"), MET, credits(0)) | years(UNMET, (UNMET, "47.5"), *[(MET, 80)] * 4),
    ),
    case(
        "48 in one year",
        each_year(48, 80, 80, 80, 80),  # 48 + 320 = 368
        cycle(credits(368), MET, credits(0)) | years(MET, (MET, 48), *[(MET, 80)] * 4),
    ),
    case(
        "48.5 in one year",
        each_year("48.5", 80, 80, 80, 80),  # 48.5 + 320 = 368.5
        cycle(credits("368.5"), MET, credits(0)) | years(MET, (MET, "48.5"), *[(MET, 80)] * 4),
    ),
    case(
        "360 in the first year do not help the others",
        (course("a", date(2015, 10, 1), 360),),  # 360 + 0 + 0 + 0 + 0
        cycle(credits(360), MET, credits(0)) | years(UNMET, (MET, 360), *[(UNMET, 0)] * 4),
    ),
    case(
        "nothing at all",
        (),
        cycle(credits(0), UNMET, credits(360)) | years(UNMET, *[(UNMET, 0)] * 5),
    ),
    # Borders of the cycle and of the years ----------------------------------------------------
    case(
        "the last day of the cycle counts",
        (*ALL_BUT_THE_LAST, course("a", date(2020, 8, 31), 72)),  # 288 + 72 = 360
        cycle(credits(360), MET, credits(0)) | years(MET, *[(MET, 72)] * 5),
    ),
    case(
        "the next day belongs to the next cycle",
        (*ALL_BUT_THE_LAST, course("a", date(2020, 9, 1), 72)),  # 288; 360 - 288 = 72
        cycle(credits(288), UNMET, credits(72)) | years(UNMET, *[(MET, 72)] * 4, (UNMET, 0)),
    ),
    case(
        "on the first day of the next cycle, that cycle is judged",
        (*ALL_BUT_THE_LAST, course("a", date(2020, 9, 1), 72)),  # 72 of the new 360
        {
            "cycle-360": expect(UNMET, OPEN, credits(72), credits(360), credits(288)),
            # 72 >= 48 in 2020/21; the other four years have not begun
            "yearly-48": expect(MET, OPEN),
        },
        as_of=date(2020, 9, 1),
    ),
    case(
        "the first day of the cycle counts",
        (course("a", date(2015, 9, 1), 72), *FOUR_YEARS),  # 72 + 288 = 360
        cycle(credits(360), MET, credits(0)) | years(MET, *[(MET, 72)] * 5),
    ),
    case(
        "the day before does not",
        (course("a", date(2015, 8, 31), 72), *FOUR_YEARS),  # 288
        cycle(credits(288), UNMET, credits(72)) | years(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
    ),
    case(
        "31 August and 1 September are in two years",
        (
            course("a", date(2016, 8, 31), 48),  # 2015/16: 48
            course("b", date(2016, 9, 1), 72),  # 2016/17: 72
            *each_year(0, 0, 80, 80, 80),  # 48 + 72 + 240 = 360
        ),
        cycle(credits(360), MET, credits(0)) | years(MET, (MET, 48), (MET, 72), *[(MET, 80)] * 3),
    ),
    # Probation training: 120 hours give 72 credits --------------------------------------------
    case(
        "119 hours of probation training give nothing",
        (*ALL_BUT_THE_LAST, course("a", date(2019, 10, 8), 119, activity="induction")),
        cycle(credits(288), UNMET, credits(72)),  # 288 + 0
        teacher=NEW,
    ),
    case(
        "120 hours give 72 credits and not 120",
        (*ALL_BUT_THE_LAST, course("a", date(2019, 10, 8), 120, activity="induction")),
        cycle(credits(360), MET, credits(0))  # 288 + 72
        | years(MET, *[(MET, 72)] * 5),
        teacher=NEW,
    ),
    case(
        "240 hours give 72 credits once",
        (
            *ALL_BUT_THE_LAST,
            course("a", date(2019, 10, 8), 120, activity="induction"),
            course("b", date(2019, 11, 8), 120, activity="induction"),
        ),
        cycle(credits(360), MET, credits(0)),  # 288 + 72
        teacher=NEW,
    ),
    case(
        "the lump is booked on the day on which 120 hours are reached",
        (
            course("a", date(2016, 5, 10), 60, activity="induction"),  # 60 in 2015/16
            course("b", date(2016, 10, 10), 60, activity="induction"),  # 120 in 2016/17
            *FOUR_YEARS,
        ),
        # 0 in 2015/16, 72 + 72 = 144 in 2016/17; 288 + 72 = 360
        cycle(credits(360), MET, credits(0))
        | years(UNMET, (UNMET, 0), (MET, 144), *[(MET, 72)] * 3),
        teacher=NEW,
    ),
    case(
        "both halves in one year",
        (
            course("a", date(2015, 10, 10), 60, activity="induction"),
            course("b", date(2016, 5, 10), 60, activity="induction"),
            *FOUR_YEARS,
        ),
        # 72 + 288 = 360
        cycle(credits(360), MET, credits(0)) | years(MET, *[(MET, 72)] * 5),
        teacher=NEW,
    ),
    case(
        "failed probation training gives nothing",
        (
            *FOUR_YEARS,
            course("a", date(2015, 10, 8), 120, activity="induction", result=Result.FAILED),
        ),
        cycle(credits(288), UNMET, credits(72)),
        teacher=NEW,
    ),
    case(
        "the second half of probation training is still pending",
        (
            *FOUR_YEARS,
            course("a", date(2015, 10, 8), 60, activity="induction"),
            course("b", date(2016, 5, 8), 60, activity="induction", status=Status.PENDING),
        ),
        cycle(credits(288, 360), OPEN, credits(0, 72)),  # 288 + 0, or 288 + 72
        teacher=NEW,
    ),
    # Degree study: 72 credits for each school year --------------------------------------------
    case(
        "five school years of degree study",
        tuple(lump_of_degree(f"d{year}", year) for year in range(2015, 2020)),  # 5 x 72 = 360
        cycle(credits(360), MET, credits(0)) | years(MET, *[(MET, 72)] * 5),
    ),
    case(
        "twice in one school year counts once",
        (
            *each_year(72, 0, 72, 72, 0),  # 216
            lump_of_degree("d1", 2016),
            lump_of_degree("d2", 2016, result=Result.EXCELLENT),  # 216 + 72 = 288
        ),
        cycle(credits(288), UNMET, credits(72)) | years(UNMET, *[(MET, 72)] * 4, (UNMET, 0)),
    ),
    case(
        "in two school years it counts twice",
        (
            *each_year(72, 0, 72, 72, 0),  # 216
            lump_of_degree("d1", 2016),
            lump_of_degree("d2", 2019),  # 216 + 144 = 360
        ),
        cycle(credits(360), MET, credits(0)) | years(MET, *[(MET, 72)] * 5),
    ),
    case(
        "a school year that was not passed gives nothing",
        (*FOUR_YEARS, lump_of_degree("d1", 2015, result=Result.FAILED)),
        cycle(credits(288), UNMET, credits(72)),
    ),
    case(
        "degree study is a lump, whatever its hours",
        (*FOUR_YEARS, lump_of_degree("d1", 2015, hours=500)),
        cycle(credits(360), MET, credits(0)),  # 288 + 72
    ),
    # Result and status ------------------------------------------------------------------------
    case(
        "a failed course gives nothing",
        (*FOUR_YEARS, course("a", date(2015, 10, 8), 72, result=Result.FAILED)),
        cycle(credits(288), UNMET, credits(72)) | years(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
    ),
    case(
        "an excellent result is a pass",
        (*FOUR_YEARS, course("a", date(2015, 10, 8), 72, result=Result.EXCELLENT)),
        cycle(credits(360), MET, credits(0)),
    ),
    case(
        "without an assessment nothing was passed",
        (*FOUR_YEARS, course("a", date(2015, 10, 8), 72, result=NONE)),
        cycle(credits(288), UNMET, credits(72)),
    ),
    case(
        "a result that is not known may be a pass",
        (*FOUR_YEARS, course("a", date(2015, 10, 8), 72, result=None)),
        cycle(credits(288, 360), OPEN, credits(0, 72)),  # 288 + 0, or 288 + 72
    ),
    case(
        "a pending course may still be struck out",
        (*FOUR_YEARS, course("a", date(2015, 10, 8), 72, status=Status.PENDING)),
        cycle(credits(288, 360), OPEN, credits(0, 72)),
    ),
    case(
        "a pending course that is not needed leaves no doubt",
        (*each_year(72, 72, 72, 72, 72), course("a", date(2015, 10, 8), 72, status=Status.PENDING)),
        cycle(credits(360, 432), MET, credits(0)),
    ),
    case(
        "even a pending course would not be enough",
        (*FOUR_YEARS, course("a", date(2015, 10, 8), "71.5", status=Status.PENDING)),
        cycle(credits(288, "359.5"), UNMET, credits("0.5", 72)),  # at best 288 + 71.5
    ),
    case(
        "hours that are not known may be any",
        (*FOUR_YEARS, course("a", date(2015, 10, 8), None)),
        {
            "cycle-360": expect(
                OPEN, OPEN, training_credits(288, to=UNBOUNDED), credits(360), credits(0, 72)
            )
        },
    ),
    # Days that are not known exactly ----------------------------------------------------------
    case(
        "a record of the calendar year 2016 is in the cycle, but in which school year?",
        (
            *each_year(40, 100, 72, 72, 72),  # 356
            course("a", None, 20, within=Span.of_year(2016)),  # 356 + 20 = 376
        ),
        cycle(credits(376), MET, credits(0))
        | {
            "yearly-48": expect(
                OPEN,
                parts=(
                    expect(OPEN, OPEN, credits(40, 60), credits(48), credits(0, 8)),  # 40 or 60
                    expect(MET, MET, credits(100, 120), credits(48), credits(0)),  # 120 or 100
                    *[expect(MET, MET, credits(72))] * 3,
                ),
            )
        },
    ),
    case(
        "where either year is met without it, it leaves no doubt",
        (
            *each_year(48, 48, 72, 72, 72),  # 312
            course("a", None, 48, within=Span.of_year(2016)),  # 312 + 48 = 360
        ),
        cycle(credits(360), MET, credits(0)) | {"yearly-48": expect(MET)},
    ),
    case(
        "a record of the school year is in it for sure",
        (
            *FOUR_YEARS,
            course("a", None, 72, within=Span.through(date(2015, 9, 1), date(2016, 8, 31))),
        ),
        cycle(credits(360), MET, credits(0)) | years(MET, *[(MET, 72)] * 5),
    ),
    case(
        "a record of the calendar year 2015 may be of the cycle before",
        (*FOUR_YEARS, course("a", None, 72, within=Span.of_year(2015))),
        cycle(credits(288, 360), OPEN, credits(0, 72)),
    ),
    case(
        "several days across the border of two years: the text names no booking day",
        (
            *each_year(40, 100, 72, 72, 72),  # 356
            course("a", date(2016, 8, 30), 20, last_day=date(2016, 9, 2)),  # 376
        ),
        cycle(credits(376), MET, credits(0))
        | {
            "yearly-48": expect(
                OPEN,
                parts=(
                    expect(OPEN, OPEN, credits(40, 60)),
                    expect(MET, MET, credits(100, 120)),
                    *[expect(MET)] * 3,
                ),
            )
        },
    ),
    case(
        "several days across the first day of the cycle",
        (*FOUR_YEARS, course("a", date(2015, 8, 30), 72, last_day=date(2015, 9, 2))),
        cycle(credits(288, 360), OPEN, credits(0, 72)),
    ),
    # Class teachers ---------------------------------------------------------------------------
    case(
        "who is no class teacher owes no class teacher training",
        FOUR_YEARS,
        {"class-teacher-30": NONE_APPLIES},
    ),
    case(
        "class teacher for one year of the cycle, 30 hours, inside the ordinary credits",
        (
            *FOUR_YEARS,
            course("a", date(2015, 11, 2), 30, activity="class_teacher_training"),
            course("b", date(2015, 12, 2), 42),  # 288 + 30 + 42 = 360
        ),
        cycle(credits(360), MET, credits(0))
        | years(MET, *[(MET, 72)] * 5)
        | {"class-teacher-30": expect(MET, MET, class_hours(30), class_hours(30), class_hours(0))},
        teacher=class_teacher(Span.through(date(2016, 9, 1), date(2017, 8, 31))),
    ),
    case(
        "29.5 hours of it",
        (*FOUR_YEARS, course("a", date(2015, 11, 2), "29.5", activity="class_teacher_training")),
        cycle(credits("317.5"), UNMET, credits("42.5"))  # 288 + 29.5; 360 - 317.5
        | {
            "class-teacher-30": expect(
                UNMET, UNMET, class_hours("29.5"), class_hours(30), class_hours("0.5")
            )
        },
        teacher=class_teacher(Span.since(date(2012, 9, 1))),
    ),
    case(
        "class teacher on the first day of the cycle only",
        (),
        {"class-teacher-30": expect(UNMET, UNMET, class_hours(0), class_hours(30))},
        teacher=class_teacher(Span.until(date(2015, 9, 1))),
    ),
    case(
        "class teacher until the day before the cycle",
        (),
        {"class-teacher-30": NONE_APPLIES},
        teacher=class_teacher(Span.until(date(2015, 8, 31))),
    ),
    case(
        "class teacher from the day after the cycle",
        (),
        {"class-teacher-30": NONE_APPLIES},
        teacher=class_teacher(Span.since(date(2020, 9, 1))),
    ),
    case(
        "categories are not known: met, or nothing to meet",
        (course("a", date(2015, 11, 2), 30, activity="class_teacher_training"),),
        {"class-teacher-30": expect(OPEN)},
        teacher=Teacher("t", events={"hired": date(2009, 9, 1)}),
    ),
    case(
        "failed class teacher training is in neither account",
        (
            *FOUR_YEARS,
            course(
                "a",
                date(2015, 11, 2),
                30,
                activity="class_teacher_training",
                result=Result.FAILED,
            ),
        ),
        cycle(credits(288), UNMET, credits(72))
        | {"class-teacher-30": expect(UNMET, UNMET, class_hours(0), class_hours(30))},
        teacher=class_teacher(Span.always()),
    ),
    # Who recognises ---------------------------------------------------------------------------
    *(
        case(
            f"{activity} {approval}",
            (
                *FOUR_YEARS,
                course(
                    "a",
                    date(2015, 11, 2),
                    72,
                    activity=activity,
                    approval=approval,
                    level=Level.SCHOOL,
                ),
            ),
            expected,
        )
        for activity in ("school_based", "self_study")
        for approval, expected in (
            (Approval.APPROVED, cycle(credits(360), MET, credits(0))),  # 288 + 72
            (Approval.REFUSED, cycle(credits(288), UNMET, credits(72))),
            (NONE, cycle(credits(288), UNMET, credits(72))),
            (None, cycle(credits(288, 360), OPEN, credits(0, 72))),
        )
    ),
    case(
        "a course of a provider that no authority approved",
        (*FOUR_YEARS, course("a", date(2015, 11, 2), 72, level=NONE, approval=NONE)),
        cycle(credits(288), UNMET, credits(72)),
    ),
    case(
        "a course of a provider that an authority approved",
        (*FOUR_YEARS, course("a", date(2015, 11, 2), 72, level=NONE, approval=Approval.APPROVED)),
        cycle(credits(360), MET, credits(0)),
    ),
    case(
        "a course of which neither is known",
        (*FOUR_YEARS, course("a", date(2015, 11, 2), 72, level=None)),
        cycle(credits(288, 360), OPEN, credits(0, 72)),
    ),
    case(
        "an activity of which the measures say nothing",
        (*FOUR_YEARS, course("a", date(2015, 11, 2), 72, activity="published_paper")),
        cycle(credits(288), UNMET, credits(72)),
    ),
    # Recognition refused ----------------------------------------------------------------------
    *(
        case(
            f"{level.value} training whose recognition was refused",
            (
                *FOUR_YEARS,
                course("a", date(2015, 11, 2), 72, level=level, approval=Approval.REFUSED),
            ),
            # 288 + 0
            cycle(credits(288), UNMET, credits(72)) | years(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
        )
        for level in Level
    ),
    case(
        "a county's training beside one that was refused",
        (
            *ALL_BUT_THE_LAST,
            course("a", date(2019, 11, 2), 48),
            course("b", date(2019, 12, 2), 24, approval=Approval.REFUSED),
        ),
        # 288 + 48 + 0 = 336; 360 - 336 = 24; the last year has its 48
        cycle(credits(336), UNMET, credits(24)) | years(MET, *[(MET, 72)] * 4, (MET, 48)),
    ),
    *(
        case(
            f"a county's training on which the decision is {known}",
            (*FOUR_YEARS, course("a", date(2015, 11, 2), 72, approval=approval)),
            cycle(credits(360), MET, credits(0)),  # 288 + 72: its level is enough
        )
        for known, approval in (("not known", None), ("known to be none", NONE))
    ),
    case(
        "a school year of degree study whose recognition was refused",
        (*FOUR_YEARS, lump_of_degree("d1", 2015, approval=Approval.REFUSED)),
        cycle(credits(288), UNMET, credits(72)),
    ),
    case(
        "half of the probation training was refused",
        (
            *FOUR_YEARS,
            course("a", date(2015, 10, 8), 60, activity="induction"),
            course("b", date(2016, 5, 8), 60, activity="induction", approval=Approval.REFUSED),
        ),
        cycle(credits(288), UNMET, credits(72)),  # 60 of 120 hours give nothing
        teacher=NEW,
    ),
    case(
        "refused class teacher training is in neither account",
        (
            *FOUR_YEARS,
            course(
                "a",
                date(2015, 11, 2),
                30,
                activity="class_teacher_training",
                approval=Approval.REFUSED,
            ),
        ),
        cycle(credits(288), UNMET, credits(72))
        | {"class-teacher-30": expect(UNMET, UNMET, class_hours(0), class_hours(30))},
        teacher=class_teacher(Span.always()),
    ),
    *(
        case(
            f"what was refused earns nothing, though its {fact}",
            (
                *FOUR_YEARS,
                course("a", date(2015, 11, 2), 72, **(facts | {"approval": Approval.REFUSED})),
            ),
            cycle(credits(288), UNMET, credits(72)),
        )
        for fact, facts in (
            ("result is not known", {"result": None}),
            ("result is excellent", {"result": Result.EXCELLENT}),
            ("status is pending", {"status": Status.PENDING}),
            ("level is not known", {"level": None}),
            ("activity is not known", {"activity": None}),
        )
    ),
    # Hired in the cycle -----------------------------------------------------------------------
    case(
        "hired on 1 September 2016: 2015/16 is not held against them",
        FOUR_YEARS,  # 288; of the 360 of the cycle, 72 are missing
        cycle(credits(288), UNMET, credits(72))
        | {
            "yearly-48": expect(
                MET, parts=(NONE_APPLIES, *[expect(MET, MET, credits(72), credits(48))] * 4)
            )
        },
        teacher=hired(date(2016, 9, 1)),
    ),
    case(
        "and they must have 48 in each year after it",
        each_year(0, 72, "47.5", 72, 72),  # 263.5; 360 - 263.5 = 96.5
        cycle(credits("263.5"), UNMET, credits("96.5"))
        | {
            "yearly-48": expect(
                UNMET,
                parts=(
                    NONE_APPLIES,
                    expect(MET, MET, credits(72), credits(48)),
                    expect(UNMET, UNMET, credits("47.5"), credits(48), credits("0.5")),
                    *[expect(MET, MET, credits(72), credits(48))] * 2,
                ),
            )
        },
        teacher=hired(date(2016, 9, 1)),
    ),
    case(
        "what they did before the hire counts in neither",
        (course("a", date(2016, 3, 10), 72), *FOUR_YEARS),
        cycle(credits(288), UNMET, credits(72))
        | {"yearly-48": expect(MET, parts=(NONE_APPLIES, *[expect(MET, MET, credits(72))] * 4))},
        teacher=hired(date(2016, 9, 1)),
    ),
    case(
        "hired on the last day of 2015/16: no text frees them from its 48",
        FOUR_YEARS,
        cycle(credits(288), UNMET, credits(72)) | years(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
        teacher=hired(date(2016, 8, 31)),
    ),
    case(
        "hired in the middle of 2015/16, with 48 in the rest of it",
        (course("a", date(2016, 3, 1), 48), *each_year(0, 78, 78, 78, 78)),  # 48 + 312 = 360
        cycle(credits(360), MET, credits(0)) | years(MET, (MET, 48), *[(MET, 78)] * 4),
        teacher=hired(date(2016, 3, 1)),
    ),
    case(
        "when they were hired is listed as not known",
        FOUR_YEARS,  # all of it may lie before the hire: 0 to 288
        cycle(credits(0, 288), UNMET, credits(72, 360))
        | {
            "yearly-48": expect(
                OPEN,
                parts=(
                    expect(OPEN, OPEN, credits(0), credits(48), credits(48)),  # unmet, or not asked
                    *[expect(OPEN, OPEN, credits(0, 72), credits(48), credits(0, 48))] * 4,
                ),
            )
        },
        teacher=Teacher("t", categories=(), events={"hired": UNKNOWN}),
    ),
    # In the middle of the cycle ---------------------------------------------------------------
    case(
        "in the third year, the first two met",
        each_year(60, 60),  # 120; 360 - 120 = 240
        {
            "cycle-360": expect(UNMET, OPEN, credits(120), credits(360), credits(240)),
            "yearly-48": expect(
                UNMET,
                OPEN,
                parts=(
                    expect(MET, MET, credits(60)),
                    expect(MET, MET, credits(60)),
                    expect(UNMET, OPEN, credits(0), credits(48), credits(48)),
                    expect(NOT_APPLICABLE, OPEN),  # 2018/19 has not begun
                    expect(NOT_APPLICABLE, OPEN),
                ),
            ),
        },
        as_of=date(2017, 12, 31),
    ),
    case(
        "in the third year, the first one missed for good",
        each_year(47, 60),
        {
            "cycle-360": expect(UNMET, OPEN, credits(107), credits(360), credits(253)),
            "yearly-48": expect(UNMET, UNMET),
        },
        as_of=date(2017, 12, 31),
    ),
    case(
        "a record after the day of the audit does not count yet",
        (*each_year(60), course("a", date(2016, 6, 2), 40)),
        {"cycle-360": expect(UNMET, OPEN, credits(60), credits(360), credits(300))},
        as_of=date(2016, 6, 1),
    ),
    case(
        "360 before the end are met for good",
        each_year(60, 300),
        {"cycle-360": expect(MET, MET, credits(360), credits(360), credits(0))},
        as_of=date(2017, 12, 31),
    ),
    case(
        "records are complete only to an earlier day",
        each_year("71.5", 72, 72, 72, 72),  # 359.5, and more may be missing
        {
            "cycle-360": expect(
                OPEN,
                OPEN,
                training_credits("359.5", to=UNBOUNDED),
                credits(360),
                credits(0, "0.5"),
            )
        },
        complete_until=date(2020, 6, 30),
    ),
]


def jining(provided: Expected, face_to_face: Expected) -> dict[str, Expected]:
    return {"provided-240": provided, "provided-face-to-face-60": face_to_face}


def of_240(verdict: str, counted: Amount, short: Amount) -> Expected:
    return expect(verdict, verdict, counted, credits(240), short)


def of_60(verdict: str, counted: Amount, short: Amount) -> Expected:
    return expect(verdict, verdict, counted, credits(60), short)


DAY = date(2015, 10, 8)
OTHER_DAY = date(2017, 10, 9)

JINING = [
    case(
        "60 face to face in the county, 180 online from the province",
        (
            course("a", DAY, 60, mode=Mode.FACE_TO_FACE),
            course("b", OTHER_DAY, 180, mode=Mode.ONLINE, level=Level.PROVINCE),  # 60 + 180
        ),
        jining(of_240(MET, credits(240), credits(0)), of_60(MET, credits(60), credits(0))),
        policy=JINING_2015,
    ),
    case(
        "half a credit less of each",
        (
            course("a", DAY, "59.5", mode=Mode.FACE_TO_FACE, level=Level.CITY),
            course("b", OTHER_DAY, 180, mode=Mode.ONLINE, level=Level.PROVINCE),  # 239.5
        ),
        jining(
            of_240(UNMET, credits("239.5"), credits("0.5")),
            of_60(UNMET, credits("59.5"), credits("0.5")),
        ),
        policy=JINING_2015,
    ),
    case(
        "face to face at the province is not at city or county level",
        (course("a", DAY, 240, mode=Mode.FACE_TO_FACE, level=Level.PROVINCE),),
        jining(of_240(MET, credits(240), credits(0)), of_60(UNMET, credits(0), credits(60))),
        policy=JINING_2015,
    ),
    case(
        "the mode is not known",
        (course("a", DAY, 240),),
        jining(of_240(MET, credits(240), credits(0)), of_60(OPEN, credits(0, 240), credits(0, 60))),
        policy=JINING_2015,
    ),
    case(
        "school-based training, degree study and probation training are no courses",
        (
            course("a", DAY, 100, activity="school_based", level=Level.SCHOOL, approval="approved"),
            lump_of_degree("d", 2015, level=Level.NATION),
            course("b", DAY, 120, activity="induction", mode=Mode.FACE_TO_FACE),
        ),
        # 100 + 72 + 72 = 244 in the cycle, none of it in the 240
        cycle(credits(244), UNMET, credits(116))
        | jining(of_240(UNMET, credits(0), credits(240)), of_60(UNMET, credits(0), credits(60))),
        policy=JINING_2015,
        teacher=NEW,
    ),
]


def in_school(record_id: str, day: date, hours: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """School-based training that the school recognised."""
    own: dict[str, Any] = {
        "activity": "school_based",
        "level": Level.SCHOOL,
        "approval": Approval.APPROVED,
    }
    return course(record_id, day, hours, **(own | facts))


def city(from_county_up: Expected, of_city_or_district: Expected) -> dict[str, Expected]:
    return {"county-and-above-240": from_county_up, "city-or-district-60": of_city_or_district}


UNNAMED = [
    case(
        "130 hours of school-based training count 120",
        (in_school("s", DAY, 130), course("a", OTHER_DAY, 240)),  # 120 + 240 = 360
        cycle(credits(360), MET, credits(0))
        | city(of_240(MET, credits(240), credits(0)), of_60(MET, credits(240), credits(0))),
        policy=SHANDONG_UNNAMED_CITY,
    ),
    case(
        "the same under the province's measures alone",
        (in_school("s", DAY, 130), course("a", OTHER_DAY, 240)),  # 130 + 240 = 370
        cycle(credits(370), MET, credits(0)),
        policy=SHANDONG_2015,
    ),
    case(
        "120 count 120",
        (in_school("s", DAY, 120), course("a", OTHER_DAY, 240)),
        cycle(credits(360), MET, credits(0)),
        policy=SHANDONG_UNNAMED_CITY,
    ),
    case(
        "119.5 count 119.5",
        (in_school("s", DAY, "119.5"), course("a", OTHER_DAY, 240)),  # 359.5
        cycle(credits("359.5"), UNMET, credits("0.5")),
        policy=SHANDONG_UNNAMED_CITY,
    ),
    case(
        "the limit is on the cycle, and each year is looked at by itself",
        (
            in_school("s", DAY, 70),  # 2015/16
            in_school("t", date(2016, 10, 8), 60),  # 2016/17; 70 + 60 = 130, of which 120 count
            *each_year(0, 0, 80, 80, 79),  # 239; 120 + 239 = 359
        ),
        cycle(credits(359), UNMET, credits(1))
        | years(MET, (MET, 70), (MET, 60), (MET, 80), (MET, 80), (MET, 79))
        | city(of_240(UNMET, credits(239), credits(1)), of_60(MET, credits(239), credits(0))),
        policy=SHANDONG_UNNAMED_CITY,
    ),
    case(
        "own study is not limited, and is no course of the county",
        (
            in_school("s", DAY, 130),
            in_school("t", DAY, 1, activity="self_study"),
            course("a", OTHER_DAY, "239.5"),  # 120 + 1 + 239.5 = 360.5
        ),
        cycle(credits("360.5"), MET, credits(0))
        | city(
            of_240(UNMET, credits("239.5"), credits("0.5")),
            of_60(MET, credits("239.5"), credits(0)),
        ),
        policy=SHANDONG_UNNAMED_CITY,
    ),
    case(
        "59.5 of city level beside 300 of the province",
        (
            course("a", DAY, 300, level=Level.PROVINCE),
            course("b", OTHER_DAY, "59.5", level=Level.CITY),  # 359.5
        ),
        cycle(credits("359.5"), UNMET, credits("0.5"))
        | city(
            of_240(MET, credits("359.5"), credits(0)),
            of_60(UNMET, credits("59.5"), credits("0.5")),
        ),
        policy=SHANDONG_UNNAMED_CITY,
    ),
    case(
        "60 of city and district together",
        (
            course("a", DAY, 300, level=Level.NATION),
            course("b", OTHER_DAY, 20, level=Level.CITY),
            course("c", OTHER_DAY, 40, level=Level.COUNTY),  # 20 + 40 = 60
        ),
        city(of_240(MET, credits(360), credits(0)), of_60(MET, credits(60), credits(0))),
        policy=SHANDONG_UNNAMED_CITY,
    ),
    case(
        "an approved course of a level that is not known",
        (
            course("a", DAY, 200),
            course("b", OTHER_DAY, 40, level=None, approval=Approval.APPROVED),
        ),
        # it counts in the cycle for sure: 240; in the 240 of the county and above perhaps
        cycle(credits(240), UNMET, credits(120))
        | city(
            of_240(OPEN, credits(200, 240), credits(0, 40)),
            of_60(MET, credits(200, 240), credits(0)),
        ),
        policy=SHANDONG_UNNAMED_CITY,
    ),
]


@pytest.mark.parametrize("own", PROVINCE, ids=lambda own: own.name)
def test_the_province(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", PROVINCE, ids=lambda own: own.name)
@pytest.mark.parametrize("policy", [JINING_2015, SHANDONG_UNNAMED_CITY], ids=lambda own: own.id)
def test_a_city_keeps_what_the_province_asks(own: Case, policy: Policy) -> None:
    """
    No case above has more than 120 credits of school-based training, so the answers stay.
    """
    assert attrs.evolve(own, policy=policy).found() == own.wanted()


@pytest.mark.parametrize("own", JINING, ids=lambda own: own.name)
def test_jining(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", UNNAMED, ids=lambda own: own.name)
def test_the_unnamed_city(own: Case) -> None:
    assert own.found() == own.wanted()


def test_the_duty_of_the_authorities_is_not_held_against_the_teacher() -> None:
    records = tuple(in_school(f"s{year}", date(year, 10, 8), 72) for year in range(2015, 2020))
    result = case("360, all in school", records, {}, policy=JINING_2015).audited()

    assert word(result.finding("provided-240").final) == UNMET
    assert result.finding("provided-240").consequences == ()
    assert (word(result.so_far), word(result.final)) == (MET, MET)


def test_the_unnamed_city_asks_it_of_the_teacher() -> None:
    records = tuple(in_school(f"s{year}", date(year, 10, 8), 72) for year in range(2015, 2020))
    result = case("360, all in school", records, {}, policy=SHANDONG_UNNAMED_CITY).audited()

    assert (word(result.so_far), word(result.final)) == (UNMET, UNMET)


def test_what_follows_from_too_few_credits() -> None:
    result = case("none", (), {}).audited()

    for name in ("cycle-360", "yearly-48"):
        assert [own.id for own in result.finding(name).consequences] == [
            "deferred",
            "no-higher-title",
            "not-excellent",
        ]


def test_class_teacher_training_is_one_record_in_two_accounts() -> None:
    record = course("a", DAY, 30, activity="class_teacher_training")
    result = case("one", (record,), {}).audited()

    assert {
        (own.account, own.settled.earned) for own in result.entries if own.record_id == "a"
    } == {("main", training_credits(30)), ("class-teacher", class_hours(30))}


def test_a_lump_is_an_entry_with_its_evidence() -> None:
    """
    60 + 60 hours in their own account; 72 credits in the main one, on the day of the second.
    """
    records = (
        course("a", date(2015, 10, 10), 60, activity="induction"),
        course("b", date(2016, 5, 10), 60, activity="induction"),
    )
    result = case("two halves", records, {}, teacher=NEW).audited()
    (lump,) = [own for own in result.entries if own.account == "main"]

    assert (lump.first, lump.last) == (date(2016, 5, 10), date(2016, 5, 10))
    assert (lump.settled.earned, lump.evidence) == (credits(72), ("a", "b"))
    assert [own.settled.earned for own in result.entries if own.account == "induction"] == [
        class_hours(60),
        class_hours(60),
    ]


def test_a_second_study_in_a_school_year_is_cut_by_its_clause() -> None:
    records = (lump_of_degree("d1", 2016), lump_of_degree("d2", 2016))
    result = case("two studies", records, {}).audited()
    (cut,) = [cut for own in result.entries for cut in own.settled.cuts]

    assert cut.amount == credits(72)
    assert cut.clause is not None
    assert cut.clause.id == "degree-once-a-school-year"


@pytest.mark.parametrize(
    ("record", "rule", "outcome"),
    [
        (course("a", DAY, 8, result=Result.FAILED), "not-passed", "refused"),
        (
            course("a", DAY, 8, result=Result.FAILED, approval=Approval.REFUSED),
            "not-passed",
            "refused",
        ),
        (course("a", DAY, 8, approval=Approval.REFUSED), "recognition-refused", "refused"),
        (
            course("a", DAY, 8, activity="self_study", approval=Approval.REFUSED),
            "recognition-refused",
            "refused",
        ),
        (
            course("a", DAY, 8, activity="published_paper", approval=Approval.REFUSED),
            "recognition-refused",
            "refused",
        ),
        (course("a", DAY, 8, activity="self_study", approval=NONE), "by-no-authority", "refused"),
        (course("a", DAY, 8), "training", "recognised"),
        (course("a", DAY, 8, level=NONE, approval=NONE), "by-no-authority", "refused"),
        (course("a", DAY, 8, activity="published_paper"), "by-no-authority", "refused"),
        (course("a", DAY, 8, activity="principal_improvement"), "training", "recognised"),
        (course("a", DAY, 8, activity="principal_qualification"), "training", "recognised"),
        (course("a", DAY, 8, activity="backbone_training"), "training", "recognised"),
    ],
)
def test_which_rule_takes_a_record(record: TrainingRecord, rule: str, outcome: str) -> None:
    result = case("one record", (record,), {}).audited()
    (own,) = result.records

    assert [one.id for one in own.rules if one is not None] == [rule]
    assert own.outcome == outcome


def test_by_when_it_is_due() -> None:
    """
    The cycle by its last day, each school year by its own.
    """
    result = case("none", (), {}).audited()

    assert result.finding("cycle-360").due == date(2020, 8, 31)
    assert [own.due for own in result.finding("yearly-48").parts] == [
        date(year, 8, 31) for year in range(2016, 2021)
    ]


def test_what_a_limit_cuts_is_shown() -> None:
    """
    130 earned, 120 counted, 10 cut: nothing is lost on the way.
    """
    result = case("130", (in_school("s", DAY, 130),), {}, policy=SHANDONG_UNNAMED_CITY).audited()
    (entry,) = [own for own in result.entries if own.record_id == "s"]

    assert (entry.settled.earned, entry.settled.counted) == (credits(130), credits(120))
    assert len(entry.settled.cuts) == 1


@pytest.mark.parametrize(
    ("own", "named"),
    [
        (course("a", DAY, 72, result=None), {"result"}),
        (course("a", DAY, None), {"hours"}),
        (course("a", DAY, 72, activity="school_based", level=Level.SCHOOL), {"approval"}),
        (course("a", DAY, 72, activity="self_study", level=None), {"approval"}),
        (course("a", DAY, 72, level=NONE), {"approval"}),
        # it may be of a level that is enough, or have been approved
        (course("a", DAY, 72, level=None), {"level", "approval"}),
        (course("a", DAY, 120, activity="induction", level=None), {"level", "approval"}),
        # what is needed beside the pass and the level depends on the activity
        (course("a", DAY, 72, activity=None), {"activity", "approval"}),
        (course("a", DAY, 72, activity=None, approval=Approval.APPROVED), {"activity"}),
        (lump_of_degree("a", 2015, result=None), {"result"}),
    ],
    ids=lambda own: " and ".join(sorted(own)) if isinstance(own, set) else own.activity,
)
def test_the_missing_fact_is_named(own: TrainingRecord, named: set[str]) -> None:
    result = case("a fact is not known", (*FOUR_YEARS, own), {}).audited()

    assert word(result.finding("cycle-360").final) == OPEN
    assert {(one.record, one.fact) for one in result.missing} == {("a", name) for name in named}


def test_a_missing_fact_that_only_a_part_reads_is_named_there() -> None:
    """
    How it was delivered matters to the 60 credits face to face alone.
    """
    records = (*FOUR_YEARS, course("a", DAY, 72))
    result = case("no mode", records, {}, policy=JINING_2015).audited()

    assert result.finding("cycle-360").missing == ()
    assert {one.fact for one in result.finding("provided-face-to-face-60").missing} == {"mode"}
    assert {one.record for one in result.missing} == {own.id for own in records}


def test_where_no_decision_is_asked_for_none_is_missing() -> None:
    """
    Training of a county counts by its level, so that its approval is not asked for.
    """
    result = case("360", each_year(72, 72, 72, 72, 72), {}).audited()

    assert word(result.final) == MET
    assert result.missing == ()


def test_the_hire_is_named_where_it_is_listed_as_not_known() -> None:
    someone = Teacher("t", categories=(), events={"hired": UNKNOWN})
    result = case("no day of hire", FOUR_YEARS, {}, teacher=someone).audited()

    assert (None, "hired") in {
        (one.record, one.fact) for one in result.finding("yearly-48").missing
    }


@pytest.mark.parametrize("policy", [SHANDONG_2015, JINING_2015, SHANDONG_UNNAMED_CITY])
@pytest.mark.parametrize("phrase", ["during which the teacher was hired", "hired after its first"])
def test_what_is_open_for_late_joiners_is_said(policy: Policy, phrase: str) -> None:
    assert any(phrase in own.en for own in policy.silent)
