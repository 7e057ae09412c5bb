"""Hand-worked cases for Zhejiang Province: the hour system from 2011, the credit system of 2016."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    NEW_TEACHER,
    PRINCIPAL,
    UNBOUNDED,
    Approval,
    Mode,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
    number,
    training_credits,
)
from teachtrain.policies import ZHEJIANG_2010, ZHEJIANG_2016
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
    from collections.abc import Callable

    from teachtrain.models import Amount
    from teachtrain.rules import Policy

NOBODY_NEW = Teacher("t", categories=(), events={"hired": date(2001, 9, 1)})


def new_teacher(appointed: date, ended: date) -> Teacher:
    """Somebody who is new from the first appointment to the end of probation."""
    return Teacher(
        "t",
        categories=((NEW_TEACHER, Span(appointed, ended)),),
        events={"hired": appointed, "appointed": appointed, "probation_ended": ended},
    )


def head_since(day: date) -> Teacher:
    """Somebody who was hired long ago and became a head on *day*."""
    return Teacher(
        "t",
        categories=((PRINCIPAL, Span.since(day)),),
        events={
            "hired": date(2001, 9, 1),
            "appointed": date(2001, 9, 1),
            "became_principal": day,
        },
    )


def yearly(amount: Callable[..., Amount], needed: int) -> Callable[..., Expected]:
    """Return what makes the expectation of the years, by a word and a figure for each."""

    def years(verdict: str, *parts: tuple[str, str | int]) -> Expected:
        return expect(
            verdict,
            parts=tuple(
                expect(own, own, amount(counted), amount(needed)) for own, counted in parts
            ),
        )

    return years


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = NOBODY_NEW,
    as_of: date = date(2015, 12, 31),
    policy: Policy = ZHEJIANG_2010,
    complete_until: date | None = None,
) -> Case:
    return Case(name, policy, teacher, records, as_of, expected, complete_until)


# The hour system --------------------------------------------------------------------------


def hours(low: str | int, to: str | int | None = None) -> Amount:
    return class_hours(low, to=to)


def project(
    record_id: str,
    day: date | None,
    own: str | int | None,
    kind: str | None = "other",
    local: dict[str, Any] | None = None,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """A project of the platform, face to face and not in one piece, if *facts* do not differ."""
    known: dict[str, Any] = {"on_platform": "yes", "consecutive": "no"}
    if kind is not None:
        known["project_kind"] = kind
    given: dict[str, Any] = {"mode": Mode.FACE_TO_FACE, **facts}
    return course(record_id, day, own, local=known | (local or {}), **given)


def block(record_id: str, day: date | None, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return project(record_id, day, own, local={"consecutive": "yes"}, **facts)


def each_year(*own: str | int) -> tuple[TrainingRecord, ...]:
    """One project on 10 March of each year from 2011 on; 0 stands for none."""
    return tuple(
        project(f"y{number}", date(2010 + number, 3, 10), one)
        for number, one in enumerate(own, start=1)
        if one != 0
    )


def of_360(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"cycle-360": expect(verdict, verdict, counted, hours(360), short)}


def of_48(verdict: str, *parts: tuple[str, str | int]) -> dict[str, Expected]:
    return {"yearly-48": yearly(class_hours, 48)(verdict, *parts)}


FOUR_YEARS = each_year(0, 72, 72, 72, 72)  # 4 x 72 = 288, none of it in 2011
IN_2011 = date(2011, 5, 9)

NEW_OF_2012 = new_teacher(date(2012, 9, 1), date(2013, 9, 1))
HEAD_OF_2012 = head_since(date(2012, 3, 1))


def new_180(verdict: str, total: Amount, theory: Expected, practice: Expected) -> dict[str, Any]:
    return {
        "new-teacher-180": expect(verdict, verdict, total, hours(180)),
        "new-teacher-theory-120": theory,
        "new-teacher-practice-60": practice,
    }


def of(verdict: str, counted: Amount, needed: Amount, short: Amount) -> Expected:
    return expect(verdict, verdict, counted, needed, short)


def induction(
    record_id: str,
    own: str | int,
    mode: Mode | None,
    day: date = date(2012, 11, 5),
) -> TrainingRecord:
    return project(record_id, day, own, activity="induction", mode=mode)


def qualification(
    record_id: str,
    own: str | int,
    mode: Mode | None,
    day: date = date(2012, 11, 5),
) -> TrainingRecord:
    return project(record_id, day, own, activity="principal_qualification", mode=mode)


def head_300(total: Expected, face_to_face: Expected, dispersed: Expected) -> dict[str, Expected]:
    return {
        "new-head-300": total,
        "new-head-face-to-face-90": face_to_face,
        "new-head-dispersed-210": dispersed,
    }


MET_BY_90_AND_210 = head_300(
    of(MET, hours(300), hours(300), hours(0)),
    of(MET, hours(90), hours(90), hours(0)),
    of(MET, hours(210), hours(210), hours(0)),
)

HOUR_SYSTEM = [
    # The total and the years ------------------------------------------------------------------
    case(
        "72 a year are exactly 360",
        each_year(72, 72, 72, 72, 72),  # 5 x 72 = 360
        of_360(MET, hours(360), hours(0)) | of_48(MET, *[(MET, 72)] * 5),
    ),
    case(
        "half an hour is missing",
        each_year("71.5", 72, 72, 72, 72),  # 71.5 + 288 = 359.5
        of_360(UNMET, hours("359.5"), hours("0.5")),
    ),
    case(
        "half an hour too much",
        each_year("72.5", 72, 72, 72, 72),
        of_360(MET, hours("360.5"), hours(0)),
    ),
    case(
        "47.5 in one year",
        each_year("47.5", 80, 80, 80, 80),  # 47.5 + 320 = 367.5, yet 47.5 < 48
        of_360(MET, hours("367.5"), hours(0)) | of_48(UNMET, (UNMET, "47.5"), *[(MET, 80)] * 4),
    ),
    case(
        "48 in one year",
        each_year(48, 80, 80, 80, 80),
        of_360(MET, hours(368), hours(0)) | of_48(MET, (MET, 48), *[(MET, 80)] * 4),
    ),
    case(
        "nothing at all", (), of_360(UNMET, hours(0), hours(360)) | of_48(UNMET, *[(UNMET, 0)] * 5)
    ),
    # At most 144 in a year --------------------------------------------------------------------
    case(
        "143.5 in a year count",
        each_year("143.5", 54, 54, 54, 54),  # 143.5 + 4 x 54 = 359.5
        of_360(UNMET, hours("359.5"), hours("0.5")),
    ),
    case(
        "144 in a year count",
        each_year(144, 54, 54, 54, 54),  # 144 + 216 = 360
        of_360(MET, hours(360), hours(0)),
    ),
    case(
        "of 144.5 in a year 144 count",
        each_year("144.5", 54, 54, 54, "53.5"),  # 144 + 215.5 = 359.5
        of_360(UNMET, hours("359.5"), hours("0.5"))
        | of_48(MET, (MET, 144), *[(MET, 54)] * 3, (MET, "53.5")),
    ),
    case(
        "360 in one year are 144",
        each_year(360),  # at most 144; 360 - 144 = 216
        of_360(UNMET, hours(144), hours(216)) | of_48(UNMET, (MET, 144), *[(UNMET, 0)] * 4),
    ),
    case(
        "two and a half years at most give 360",
        each_year(200, 200, 72),  # 144 + 144 + 72 = 360
        of_360(MET, hours(360), hours(0))
        | of_48(UNMET, (MET, 144), (MET, 144), (MET, 72), (UNMET, 0), (UNMET, 0)),
    ),
    # Borders of the cycle and of the years ----------------------------------------------------
    *(
        case(
            f"72 hours on {day}: {'in' if counts else 'not in'} the cycle",
            (*FOUR_YEARS, project("a", day, 72)),
            of_360(MET, hours(360), hours(0)) if counts else of_360(UNMET, hours(288), hours(72)),
        )
        for day, counts in (
            (date(2010, 12, 31), False),
            (date(2011, 1, 1), True),
            (date(2011, 1, 2), True),
        )
    ),
    *(
        case(
            f"48 hours on {day}",
            (
                *each_year(0, 0, 80, 80, 80),
                project("a", date(2012, 7, 1), 48),
                project("b", day, 48),
            ),
            of_48(verdict, *years, *[(MET, 80)] * 3),
        )
        for day, verdict, years in (
            (date(2011, 12, 31), MET, ((MET, 48), (MET, 48))),
            (date(2012, 1, 1), UNMET, ((UNMET, 0), (MET, 96))),
        )
    ),
    case(
        "on the last day of the cycle",
        (*each_year(72, 72, 72, 72), project("a", date(2015, 12, 31), 72)),
        of_360(MET, hours(360), hours(0)) | of_48(MET, *[(MET, 72)] * 5),
    ),
    case(
        "on the day after it the next cycle has begun",
        (*each_year(72, 72, 72, 72, 71), project("a", date(2016, 1, 1), 72)),
        {"cycle-360": expect(UNMET, OPEN, hours(72), hours(360), hours(288))},
        as_of=date(2016, 1, 1),
    ),
    # Limits by kind ---------------------------------------------------------------------------
    *(
        case(
            f"{own} hours of the kind {kind} in a year count {counted}",
            (*FOUR_YEARS, project("a", IN_2011, own, kind)),
            # 288 + counted; 360 - that
            {
                "cycle-360": expect(
                    UNMET, UNMET, hours(288 + counted), hours(360), hours(72 - counted)
                )
            },
        )
        for kind, limit in (("short", 24), ("ethics", 16), ("online", 10))
        for own, counted in ((limit - 1, limit - 1), (limit, limit), (limit + 1, limit))
    ),
    *(
        case(
            f"{own} hours of school-based training in a year count {counted}",
            (*FOUR_YEARS, project("a", IN_2011, own, None, activity="school_based")),
            of_360(UNMET, hours(288 + counted), hours(72 - counted)),
        )
        for own, counted in ((23, 23), (24, 24), (25, 24))
    ),
    *(
        case(
            f"five years of {own} hours of the kind {kind} count {counted}",
            tuple(project(f"k{year}", date(year, 7, 9), own, kind) for year in range(2011, 2016)),
            of_360(UNMET, hours(counted), hours(360 - counted)),
        )
        for kind, own, counted in (("short", 30, 120), ("ethics", 17, 80), ("online", 36, 50))
    ),
    case(
        "five years of 40 hours of school-based training count 120",
        tuple(
            project(f"s{year}", date(year, 7, 9), 40, None, activity="school_based")
            for year in range(2011, 2016)
        ),
        of_360(UNMET, hours(120), hours(240)) | of_48(UNMET, *[(UNMET, 24)] * 5),
    ),
    case(
        "each kind has a limit of its own: 24 and 24 make a year",
        (
            *FOUR_YEARS,
            project("a", IN_2011, 30, "short"),
            project("b", IN_2011, 30, None, activity="school_based"),
        ),
        of_360(UNMET, hours(336), hours(24))  # 288 + 24 + 24
        | of_48(MET, (MET, 48), *[(MET, 72)] * 4),
    ),
    case(
        "and all of them together the 144 of the year",
        (
            *each_year(0, 54, 54, 54, 54),  # 216
            project("a", IN_2011, 24, "short"),
            project("b", IN_2011, 24, None, activity="school_based"),
            project("c", IN_2011, 16, "ethics"),
            project("d", IN_2011, 10, "online"),
            project("e", IN_2011, 71),  # 24 + 24 + 16 + 10 + 71 = 145, of which 144 count
        ),
        of_360(MET, hours(360), hours(0)),
    ),
    case(
        "a kind that is not known may be the one with the lowest limit",
        (*FOUR_YEARS, project("a", IN_2011, 30, None)),
        # 288 + 10 (online) to 288 + 30: too little whichever it is
        {"cycle-360": expect(UNMET, UNMET, required=hours(360))},
    ),
    # Topic seminars ---------------------------------------------------------------------------
    *(
        case(
            f"a topic seminar of {own} hours",
            (*FOUR_YEARS, project("a", IN_2011, own, "topic_seminar")),
            expected,
        )
        for own, expected in (
            # 288 and nothing to all of it: what a shorter one earns was not seen
            ("23.5", of_360(UNMET, hours(288, "311.5"), hours("48.5", 72))),
            (24, of_360(UNMET, hours(312), hours(48))),
            ("24.5", of_360(UNMET, hours("312.5"), hours("47.5"))),
        )
    ),
    # What earns nothing, or perhaps ------------------------------------------------------------
    case(
        "a project outside the platform earns nothing",
        (*FOUR_YEARS, project("a", IN_2011, 72, local={"on_platform": "no"})),
        of_360(UNMET, hours(288), hours(72)),
    ),
    case(
        "whether it stands in the platform is not known",
        (*FOUR_YEARS, course("a", IN_2011, 72, local={"project_kind": "other"})),
        of_360(OPEN, hours(288, 360), hours(0, 72)),
    ),
    case(
        "a project whose recognition was refused",
        (*FOUR_YEARS, project("a", IN_2011, 72, approval=Approval.REFUSED)),
        of_360(UNMET, hours(288), hours(72)),
    ),
    case(
        "no text says what a failed training earns",
        (*FOUR_YEARS, project("a", IN_2011, 72, result=Result.FAILED)),
        of_360(OPEN, hours(288, 360), hours(0, 72)),
    ),
    case(
        "degree study is not in the table",
        (*FOUR_YEARS, project("a", IN_2011, 72, activity="degree_year")),
        of_360(UNMET, hours(288), hours(72)),
    ),
    case(
        "a pending project may still be struck out",
        (*FOUR_YEARS, project("a", IN_2011, 72, status=Status.PENDING)),
        of_360(OPEN, hours(288, 360), hours(0, 72)),
    ),
    case(
        "hours that are not known may be any, up to the 144 of the year",
        (*FOUR_YEARS, project("a", IN_2011, None)),
        of_360(OPEN, hours(288, 432), hours(0, 72)),  # 288 + 144
    ),
    # One block of 90 hours --------------------------------------------------------------------
    *(
        case(
            f"a block of {own} hours",
            (block("a", IN_2011, own),),
            {"block-90": expect(verdict, verdict, number(count), number(1))},
        )
        for own, verdict, count in (("89.5", UNMET, 0), (90, MET, 1), ("90.5", MET, 1))
    ),
    case(
        "45 and 45 hours are no block",
        (block("a", IN_2011, 45), block("b", date(2011, 5, 20), 45)),
        {"block-90": expect(UNMET, UNMET, number(0), number(1))},
    ),
    case(
        "90 hours with an interruption are no block",
        (project("a", IN_2011, 90),),
        {"block-90": expect(UNMET)},
    ),
    case(
        "whether there was an interruption is not known",
        (course("a", IN_2011, 90, mode=Mode.FACE_TO_FACE, local={"on_platform": "yes"}),),
        {"block-90": expect(OPEN)},
    ),
    case(
        "90 hours online are no block",
        (block("a", IN_2011, 90, mode=Mode.ONLINE),),
        {"block-90": expect(UNMET)},
    ),
    case(
        "how it was delivered is not known",
        (block("a", IN_2011, 90, mode=None),),
        {"block-90": expect(OPEN)},
    ),
    case(
        "a block across the new year is in the cycle, but in which year?",
        (
            *each_year(0, 0, 80, 80, 80),  # 240
            block("a", date(2011, 12, 1), 90, last_day=date(2012, 1, 20)),  # 330
        ),
        {
            "cycle-360": expect(UNMET, UNMET, required=hours(360)),  # 240 + 90 = 330
            "block-90": expect(MET),
            "yearly-48": expect(
                OPEN,  # each year by itself; that they cannot both have it is not looked at
                parts=(
                    expect(OPEN, OPEN, hours(0, 90)),
                    expect(OPEN, OPEN, hours(0, 90)),
                    *[expect(MET, MET, hours(80))] * 3,
                ),
            ),
        },
    ),
    # New teachers -----------------------------------------------------------------------------
    case(
        "120 of theory and 60 of practice, none of it in the cycle",
        (induction("a", 120, Mode.FACE_TO_FACE), induction("b", 60, Mode.PRACTICE)),
        new_180(
            MET,
            hours(180),
            of(MET, hours(120), hours(120), hours(0)),
            of(MET, hours(60), hours(60), hours(0)),
        )
        | of_360(UNMET, hours(0), hours(360)),
        teacher=NEW_OF_2012,
    ),
    case(
        "119.5 and 60.5: 180, but too little theory",
        (induction("a", "119.5", Mode.FACE_TO_FACE), induction("b", "60.5", Mode.PRACTICE)),
        new_180(
            MET,
            hours(180),
            of(UNMET, hours("119.5"), hours(120), hours("0.5")),
            of(MET, hours("60.5"), hours(60), hours(0)),
        ),
        teacher=NEW_OF_2012,
    ),
    case(
        "120.5 and 59.5: 180, but too little practice",
        (induction("a", "120.5", Mode.ONLINE), induction("b", "59.5", Mode.PRACTICE)),
        new_180(
            MET,
            hours(180),
            of(MET, hours("120.5"), hours(120), hours(0)),
            of(UNMET, hours("59.5"), hours(60), hours("0.5")),
        ),
        teacher=NEW_OF_2012,
    ),
    case(
        "whether it was practice is not known",
        (induction("a", 180, None),),
        new_180(
            MET,
            hours(180),
            of(OPEN, hours(0, 180), hours(120), hours(0, 120)),
            of(OPEN, hours(0, 180), hours(60), hours(0, 60)),
        ),
        teacher=NEW_OF_2012,
    ),
    *(
        case(
            f"180 hours on {day}: {'within' if counts else 'outside'} probation",
            (induction("a", 180, Mode.PRACTICE, day),),
            {
                "new-teacher-180": of(
                    MET if counts else UNMET,
                    hours(180 if counts else 0),
                    hours(180),
                    hours(0 if counts else 180),
                )
            },
            teacher=NEW_OF_2012,
        )
        for day, counts in (
            (date(2012, 9, 1), True),
            (date(2013, 8, 31), True),
            (date(2013, 9, 1), False),
        )
    ),
    case(
        "who is not new owes none of it",
        (),
        {
            "new-teacher-180": NONE_APPLIES,
            "new-teacher-theory-120": NONE_APPLIES,
            "new-teacher-practice-60": NONE_APPLIES,
        },
        teacher=attrs.evolve(
            NOBODY_NEW, events={"hired": date(2001, 9, 1), "appointed": date(2012, 9, 1)}
        ),
    ),
    *(
        case(
            f"appointed on {day}",
            (),
            {"new-teacher-180": expect(UNMET, UNMET, hours(0)) if applies else NONE_APPLIES},
            teacher=new_teacher(day, date(2011, 9, 1)),
        )
        for day, applies in (
            (date(2010, 12, 31), False),
            (date(2011, 1, 1), True),
            (date(2011, 1, 2), True),
        )
    ),
    # New heads --------------------------------------------------------------------------------
    case(
        "90 face to face and 210 online, none of it in the cycle",
        (qualification("a", 90, Mode.FACE_TO_FACE), qualification("b", 210, Mode.ONLINE)),
        MET_BY_90_AND_210 | of_360(UNMET, hours(0), hours(360)),
        teacher=HEAD_OF_2012,
    ),
    case(
        "on the last day of the first year in the post",
        (
            qualification("a", 90, Mode.FACE_TO_FACE),
            qualification("b", 210, Mode.ONLINE, date(2013, 2, 28)),
        ),
        MET_BY_90_AND_210,
        teacher=HEAD_OF_2012,
    ),
    case(
        "on the day after it",
        (
            qualification("a", 90, Mode.FACE_TO_FACE),
            qualification("b", 210, Mode.ONLINE, date(2013, 3, 1)),
        ),
        head_300(
            of(UNMET, hours(90), hours(300), hours(210)),
            of(MET, hours(90), hours(90), hours(0)),
            of(UNMET, hours(0), hours(210), hours(210)),
        ),
        teacher=HEAD_OF_2012,
    ),
    case(
        "before the post, which no line forbids",
        (
            qualification("a", 90, Mode.FACE_TO_FACE, date(2011, 10, 8)),
            qualification("b", 210, Mode.ONLINE, date(2012, 2, 29)),
        ),
        MET_BY_90_AND_210,
        teacher=HEAD_OF_2012,
    ),
    case(
        "89.5 and 210.5",
        (qualification("a", "89.5", Mode.FACE_TO_FACE), qualification("b", "210.5", Mode.ONLINE)),
        head_300(
            of(MET, hours(300), hours(300), hours(0)),
            of(UNMET, hours("89.5"), hours(90), hours("0.5")),
            of(MET, hours("210.5"), hours(210), hours(0)),
        ),
        teacher=HEAD_OF_2012,
    ),
    case(
        "90.5 and 209.5",
        (qualification("a", "90.5", Mode.FACE_TO_FACE), qualification("b", "209.5", Mode.ONLINE)),
        head_300(
            of(MET, hours(300), hours(300), hours(0)),
            of(MET, hours("90.5"), hours(90), hours(0)),
            of(UNMET, hours("209.5"), hours(210), hours("0.5")),
        ),
        teacher=HEAD_OF_2012,
    ),
    *(
        case(
            f"head since {day}",
            (),
            {"new-head-300": expect(UNMET, UNMET, hours(0)) if applies else NONE_APPLIES},
            teacher=head_since(day),
        )
        for day, applies in (
            (date(2010, 12, 31), False),
            (date(2011, 1, 1), True),
            (date(2011, 1, 2), True),
        )
    ),
    # Heads in office --------------------------------------------------------------------------
    case(
        "360 hours of improvement training do for both",
        tuple(
            project(f"i{year}", date(year, 7, 9), 72, activity="principal_improvement")
            for year in range(2011, 2016)
        ),
        of_360(MET, hours(360), hours(0))
        | {"head-improvement-360": of(MET, hours(360), hours(360), hours(0))},
        teacher=HEAD_OF_2012,
    ),
    case(
        "359.5 of it beside other training",
        (
            *(
                project(f"i{year}", date(year, 7, 9), 72, activity="principal_improvement")
                for year in range(2011, 2015)
            ),
            project("i2015", date(2015, 7, 9), "71.5", activity="principal_improvement"),
            project("a", date(2015, 8, 9), 10),  # 359.5 + 10 = 369.5
        ),
        of_360(MET, hours("369.5"), hours(0))
        | {"head-improvement-360": of(UNMET, hours("359.5"), hours(360), hours("0.5"))},
        teacher=HEAD_OF_2012,
    ),
    case(
        "who is no head owes none",
        (),
        {"head-improvement-360": NONE_APPLIES, "new-head-300": NONE_APPLIES},
    ),
    # Hired in the cycle, and the middle of it --------------------------------------------------
    case(
        "hired on 1 January 2012: 2011 is not held against them",
        FOUR_YEARS,
        of_360(UNMET, hours(288), hours(72))
        | {
            "yearly-48": expect(
                MET, parts=(NONE_APPLIES, *[expect(MET, MET, hours(72), hours(48))] * 4)
            )
        },
        teacher=Teacher("t", categories=(), events={"hired": date(2012, 1, 1)}),
    ),
    case(
        "hired on the last day of 2011: no line frees them from its 48",
        FOUR_YEARS,
        of_48(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
        teacher=Teacher("t", categories=(), events={"hired": date(2011, 12, 31)}),
    ),
    case(
        "in the third year, the first two met",
        each_year(60, 60),
        {
            "cycle-360": expect(UNMET, OPEN, hours(120), hours(360), hours(240)),
            "yearly-48": expect(
                UNMET,
                OPEN,
                parts=(
                    expect(MET, MET, hours(60)),
                    expect(MET, MET, hours(60)),
                    expect(UNMET, OPEN, hours(0), hours(48), hours(48)),
                    expect(NOT_APPLICABLE, OPEN),
                    expect(NOT_APPLICABLE, OPEN),
                ),
            ),
        },
        as_of=date(2013, 6, 30),
    ),
    case(
        "so little in four years that the 144 of the last cannot help",
        each_year(54, 54, 54, "53.5"),  # 215.5 + 144 = 359.5
        {"cycle-360": expect(UNMET, UNMET, hours("215.5"), hours(360), hours("144.5"))},
        as_of=date(2015, 1, 1),
    ),
    case(
        "half an hour more, and it still can",
        each_year(54, 54, 54, 54),  # 216 + 144 = 360
        {"cycle-360": expect(UNMET, OPEN, hours(216), hours(360), hours(144))},
        as_of=date(2015, 1, 1),
    ),
    # One teacher over the cycle ---------------------------------------------------------------
    case(
        "a new head with everything: 2011 to 2015",
        (
            # 2011: 90 in one piece + 30 of school-based (24) = 114
            block("a1", date(2011, 4, 4), 90, last_day=date(2011, 4, 22)),
            project("a2", date(2011, 10, 9), 30, None, activity="school_based"),
            # 2012: 300 of qualification apart; short 24 + online 12 (10) + ethics 16 = 50
            qualification("b1", 90, Mode.FACE_TO_FACE, date(2012, 5, 7)),
            qualification("b2", 210, Mode.ONLINE, date(2012, 9, 3)),
            project("b3", date(2012, 3, 9), 24, "short"),
            project("b4", date(2012, 6, 9), 12, "online", mode=Mode.ONLINE),
            project("b5", date(2012, 7, 9), 16, "ethics"),
            # 2013: topic seminar 30 + school-based 20 = 50
            project("c1", date(2013, 3, 9), 30, "topic_seminar"),
            project("c2", date(2013, 10, 9), 20, None, activity="school_based"),
            # 2014: improvement 160, of which the year takes 144
            project("d1", date(2014, 7, 9), 160, activity="principal_improvement"),
            # 2015: outside the platform 40, improvement 47
            project("e1", date(2015, 3, 9), 40, local={"on_platform": "no"}),
            project("e2", date(2015, 7, 9), 47, activity="principal_improvement"),
        ),
        # 114 + 50 + 50 + 144 + 47 = 405
        of_360(MET, hours(405), hours(0))
        | of_48(UNMET, (MET, 114), (MET, 50), (MET, 50), (MET, 144), (UNMET, 47))
        | MET_BY_90_AND_210
        | {
            "block-90": expect(MET, MET, number(1), number(1), number(0)),
            "new-teacher-180": NONE_APPLIES,
            "new-teacher-theory-120": NONE_APPLIES,
            "new-teacher-practice-60": NONE_APPLIES,
            # 144 (of 160, by the limit of the year) + 47 = 191; 360 - 191 = 169
            "head-improvement-360": of(UNMET, hours(191), hours(360), hours(169)),
        },
        teacher=HEAD_OF_2012,
    ),
]

# The credit system ------------------------------------------------------------------------


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


def credited(
    record_id: str,
    day: date | None,
    own: str | int | None,
    local: dict[str, Any] | None = None,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """A course of a reviewed institution, with the credits that were recognised for it."""
    known: dict[str, Any] = {"institution_reviewed": "yes"}
    if own is not None:
        known["credits"] = training_credits(own).value
    return course(record_id, day, None, local=known | (local or {}), **facts)


def credits_each_year(*own: str | int) -> tuple[TrainingRecord, ...]:
    """One course on 10 March of each year from 2016 on; 0 stands for none."""
    return tuple(
        credited(f"y{number}", date(2015 + number, 3, 10), one)
        for number, one in enumerate(own, start=1)
        if one != 0
    )


def c_360(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"cycle-360": expect(verdict, verdict, counted, credits(360), short)}


def c_24(verdict: str, *parts: tuple[str, str | int]) -> dict[str, Expected]:
    return {"yearly-24": yearly(training_credits, 24)(verdict, *parts)}


def case_2016(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = NOBODY_NEW,
    as_of: date = date(2020, 12, 31),
    complete_until: date | None = None,
) -> Case:
    return Case("2016: " + name, ZHEJIANG_2016, teacher, records, as_of, expected, complete_until)


FOUR = credits_each_year(0, 72, 72, 72, 72)  # 288, none of it in 2016
IN_2016 = date(2016, 5, 9)
NEW_OF_2017 = new_teacher(date(2017, 9, 1), date(2018, 9, 1))
HEAD_OF_2017 = head_since(date(2017, 3, 1))
IN_PROBATION = date(2017, 11, 5)


def c_180(total: Expected, practice: Expected) -> dict[str, Expected]:
    return {"new-teacher-180": total, "new-teacher-practice-80": practice}


def c_300(total: Expected, face_to_face: Expected) -> dict[str, Expected]:
    return {"new-head-300": total, "new-head-face-to-face-90": face_to_face}


CREDIT_SYSTEM = [
    # The total and the years ------------------------------------------------------------------
    case_2016(
        "72 a year are exactly 360",
        credits_each_year(72, 72, 72, 72, 72),
        c_360(MET, credits(360), credits(0)) | c_24(MET, *[(MET, 72)] * 5),
    ),
    case_2016(
        "half a credit is missing",
        credits_each_year("71.5", 72, 72, 72, 72),
        c_360(UNMET, credits("359.5"), credits("0.5")),
    ),
    *(
        case_2016(
            f"{own} in one year",
            credits_each_year(own, 84, 84, 84, 84),  # own + 336
            c_24(verdict, (verdict, own), *[(MET, 84)] * 4),
        )
        for own, verdict in (("23.5", UNMET), (24, MET), ("24.5", MET))
    ),
    case_2016(
        "the teacher paces it: 264 in one year and 24 in each other",
        credits_each_year(24, 24, 264, 24, 24),  # 264 + 96 = 360
        c_360(MET, credits(360), credits(0))
        | c_24(MET, (MET, 24), (MET, 24), (MET, 264), (MET, 24), (MET, 24)),
    ),
    *(
        case_2016(
            f"72 credits on {day}",
            (*FOUR, credited("a", day, 72)),
            c_360(MET, credits(360), credits(0))
            if counts
            else c_360(UNMET, credits(288), credits(72)),
        )
        for day, counts in (
            (date(2015, 12, 31), False),
            (date(2016, 1, 1), True),
            (date(2016, 1, 2), True),
        )
    ),
    # What earns -------------------------------------------------------------------------------
    case_2016(
        "credits that are not known may be any",
        (*FOUR, credited("a", IN_2016, None)),
        {
            "cycle-360": expect(
                OPEN, OPEN, training_credits(288, to=UNBOUNDED), credits(360), credits(0, 72)
            )
        },
    ),
    *(
        case_2016(
            f"72 credits recognised for {activity}",
            (*FOUR, credited("a", IN_2016, 72, activity=activity)),
            c_360(MET, credits(360), credits(0)),
        )
        for activity in (
            "school_based",
            "degree_year",
            "teaching_research",
            "research_project",
            "rural_support",
            "backbone_training",
        )
    ),
    case_2016(
        "training others is converted",
        (*FOUR, credited("a", IN_2016, 72, activity="lecture", role="speaker")),
        c_360(MET, credits(360), credits(0)),
    ),
    case_2016(
        "listening to a lecture is no way to earn",
        (*FOUR, credited("a", IN_2016, 72, activity="lecture", role="listener")),
        c_360(UNMET, credits(288), credits(72)),
    ),
    case_2016(
        "nor is a mentoring pair",
        (*FOUR, credited("a", IN_2016, 72, activity="mentoring")),
        c_360(UNMET, credits(288), credits(72)),
    ),
    case_2016(
        "recognition refused",
        (*FOUR, credited("a", IN_2016, 72, approval=Approval.REFUSED)),
        c_360(UNMET, credits(288), credits(72)),
    ),
    # Prior consent ----------------------------------------------------------------------------
    *(
        case_2016(
            f"an institution reviewed: {reviewed}, agreed beforehand: {agreed}",
            (
                *FOUR,
                course(
                    "a",
                    IN_2016,
                    None,
                    local={"credits": 72}
                    | ({"institution_reviewed": reviewed} if reviewed else {})
                    | ({"agreed_beforehand": agreed} if agreed else {}),
                ),
            ),
            {
                MET: c_360(MET, credits(360), credits(0)),
                UNMET: c_360(UNMET, credits(288), credits(72)),
                OPEN: c_360(OPEN, credits(288, 360), credits(0, 72)),
            }[verdict],
        )
        for reviewed, agreed, verdict in (
            ("yes", "no", MET),
            ("yes", None, MET),
            ("no", "yes", MET),
            ("no", "no", UNMET),
            ("no", None, OPEN),
            (None, "yes", MET),
            (None, "no", OPEN),
            (None, None, OPEN),
        )
    ),
    case_2016(
        "school-based training needs no reviewed institution",
        (*FOUR, course("a", IN_2016, None, activity="school_based", local={"credits": 72})),
        c_360(MET, credits(360), credits(0)),
    ),
    # New teachers -----------------------------------------------------------------------------
    case_2016(
        "180 credits, 80 of them practice, none in the cycle",
        (
            credited("a", IN_PROBATION, 100, activity="induction", mode=Mode.FACE_TO_FACE),
            credited("b", IN_PROBATION, 80, activity="induction", mode=Mode.PRACTICE),
        ),
        c_180(
            of(MET, credits(180), credits(180), credits(0)),
            of(MET, credits(80), credits(80), credits(0)),
        )
        | c_360(UNMET, credits(0), credits(360)),
        teacher=NEW_OF_2017,
    ),
    case_2016(
        "100.5 and 79.5",
        (
            credited("a", IN_PROBATION, "100.5", activity="induction", mode=Mode.FACE_TO_FACE),
            credited("b", IN_PROBATION, "79.5", activity="induction", mode=Mode.PRACTICE),
        ),
        c_180(
            of(MET, credits(180), credits(180), credits(0)),
            of(UNMET, credits("79.5"), credits(80), credits("0.5")),
        ),
        teacher=NEW_OF_2017,
    ),
    case_2016(
        "all of it practice, half a credit too little",
        (credited("a", IN_PROBATION, "179.5", activity="induction", mode=Mode.PRACTICE),),
        c_180(
            of(UNMET, credits("179.5"), credits(180), credits("0.5")),
            of(MET, credits("179.5"), credits(80), credits(0)),
        ),
        teacher=NEW_OF_2017,
    ),
    *(
        case_2016(
            f"180 credits on {day}",
            (credited("a", day, 180, activity="induction", mode=Mode.PRACTICE),),
            c_180(
                of(MET, credits(180), credits(180), credits(0)),
                of(MET, credits(180), credits(80), credits(0)),
            )
            if counts
            else c_180(
                of(UNMET, credits(0), credits(180), credits(180)),
                of(UNMET, credits(0), credits(80), credits(80)),
            ),
            teacher=NEW_OF_2017,
        )
        for day, counts in (
            (date(2017, 9, 1), True),
            (date(2018, 8, 31), True),
            (date(2018, 9, 1), False),
        )
    ),
    *(
        case_2016(
            f"appointed on {day}",
            (),
            {"new-teacher-180": expect(UNMET, UNMET, credits(0)) if applies else NONE_APPLIES},
            teacher=new_teacher(day, date(2016, 9, 1)),
        )
        for day, applies in ((date(2015, 12, 31), False), (date(2016, 1, 1), True))
    ),
    # New heads --------------------------------------------------------------------------------
    case_2016(
        "300 credits, 90 face to face, half of them in the cycle",
        (
            credited(
                "a",
                date(2017, 5, 8),
                90,
                activity="principal_qualification",
                mode=Mode.FACE_TO_FACE,
            ),
            credited(
                "b", date(2017, 6, 8), 210, activity="principal_qualification", mode=Mode.ONLINE
            ),
        ),
        c_300(
            of(MET, credits(300), credits(300), credits(0)),
            of(MET, credits(90), credits(90), credits(0)),
        )
        | c_360(UNMET, credits(150), credits(210))  # half of 300
        | c_24(UNMET, (UNMET, 0), (MET, 150), *[(UNMET, 0)] * 3),
        teacher=HEAD_OF_2017,
    ),
    case_2016(
        "299.5 and 89.5: half of 299.5 is 149.75",
        (
            credited(
                "a",
                date(2017, 5, 8),
                "89.5",
                activity="principal_qualification",
                mode=Mode.FACE_TO_FACE,
            ),
            credited(
                "b", date(2017, 6, 8), 210, activity="principal_qualification", mode=Mode.ONLINE
            ),
        ),
        c_300(
            # no day is named by which they are due
            expect(UNMET, OPEN, credits("299.5"), credits(300), credits("0.5")),
            expect(UNMET, OPEN, credits("89.5"), credits(90), credits("0.5")),
        )
        | c_360(UNMET, credits("149.75"), credits("210.25")),
        teacher=HEAD_OF_2017,
    ),
    case_2016(
        "who is no head owes none of it, and half counts all the same",
        (credited("a", IN_2016, 100, activity="principal_qualification"),),
        c_300(NONE_APPLIES, NONE_APPLIES) | c_360(UNMET, credits(50), credits(310)),
    ),
    *(
        case_2016(
            f"head since {day}",
            (),
            {"new-head-300": expect(UNMET, OPEN, credits(0)) if applies else NONE_APPLIES},
            teacher=head_since(day),
        )
        for day, applies in ((date(2015, 12, 31), False), (date(2016, 1, 1), True))
    ),
    # In the middle of the cycle ---------------------------------------------------------------
    case_2016(
        "in the second year, the first one missed for good",
        credits_each_year(23, 60),
        {
            "cycle-360": expect(UNMET, OPEN, credits(83), credits(360), credits(277)),
            "yearly-24": expect(UNMET, UNMET),
        },
        as_of=date(2017, 12, 30),
    ),
    # One teacher over the cycle ---------------------------------------------------------------
    case_2016(
        "a new head with everything: 2016 to 2020",
        (
            credited("a1", date(2016, 4, 4), 90),
            credited("a2", date(2016, 10, 9), 30, activity="school_based"),  # 2016: 120
            credited(
                "b1",
                date(2017, 5, 8),
                90,
                activity="principal_qualification",
                mode=Mode.FACE_TO_FACE,
            ),
            credited(
                "b2", date(2017, 6, 8), 211, activity="principal_qualification", mode=Mode.ONLINE
            ),  # 2017: half of 301 = 150.5
            credited(
                "c1",
                date(2018, 7, 9),
                40,
                local={"institution_reviewed": "no"} | {"agreed_beforehand": "no"},
            ),
            credited("c2", date(2018, 8, 9), 23),  # 2018: 0 + 23
            credited("d1", date(2019, 3, 9), 24, activity="rural_support"),  # 2019: 24
            credited("e1", date(2020, 3, 9), 42, activity="degree_year"),  # 2020: 42
        ),
        # 120 + 150.5 + 23 + 24 + 42 = 359.5
        c_360(UNMET, credits("359.5"), credits("0.5"))
        | c_24(UNMET, (MET, 120), (MET, "150.5"), (UNMET, 23), (MET, 24), (MET, 42))
        | c_180(NONE_APPLIES, NONE_APPLIES)
        | c_300(
            of(MET, credits(301), credits(300), credits(0)),
            of(MET, credits(90), credits(90), credits(0)),
        ),
        teacher=HEAD_OF_2017,
    ),
]


@pytest.mark.parametrize("own", HOUR_SYSTEM, ids=lambda own: own.name)
def test_the_hour_system(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", CREDIT_SYSTEM, ids=lambda own: own.name)
def test_the_credit_system(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize(
    ("policy", "record", "rule", "outcome"),
    [
        (ZHEJIANG_2010, project("a", IN_2011, 8), "training", "recognised"),
        (ZHEJIANG_2010, project("a", IN_2011, 8, "topic_seminar"), "topic-seminar", "recognised"),
        (
            ZHEJIANG_2010,
            project("a", IN_2011, 8, local={"on_platform": "no"}),
            "not-on-the-platform",
            "refused",
        ),
        (
            ZHEJIANG_2010,
            project("a", IN_2011, 8, approval=Approval.REFUSED),
            "recognition-refused",
            "refused",
        ),
        (ZHEJIANG_2010, project("a", IN_2011, 8, activity="paper"), None, "unmatched"),
        (ZHEJIANG_2016, credited("a", IN_2016, 8), "training", "recognised"),
        (
            ZHEJIANG_2016,
            credited("a", IN_2016, 8, activity="degree_year"),
            "converted",
            "recognised",
        ),
        (
            ZHEJIANG_2016,
            credited(
                "a", IN_2016, 8, local={"institution_reviewed": "no", "agreed_beforehand": "no"}
            ),
            "not-agreed-beforehand",
            "refused",
        ),
        (ZHEJIANG_2016, credited("a", IN_2016, 8, activity="paper"), None, "unmatched"),
    ],
)
def test_which_rule_takes_a_record(
    policy: Policy, record: TrainingRecord, rule: str | None, outcome: str
) -> None:
    result = case("one record", (record,), {}, policy=policy, as_of=date(2020, 12, 31)).audited()
    (own,) = result.records

    assert [one and one.id for one in own.rules] == [rule]
    assert own.outcome == outcome


def test_what_the_limit_of_a_year_cuts_is_shown() -> None:
    """
    160 earned, 144 counted, 16 cut.
    """
    result = case("160", (project("a", IN_2011, 160),), {}).audited()
    (entry,) = result.entries
    (cut,) = entry.settled.cuts

    assert (entry.settled.earned, entry.settled.counted) == (hours(160), hours(144))
    assert cut.amount == hours(16)
    assert cut.clause is not None
    assert cut.clause.id == "year-144"


@pytest.mark.parametrize(
    ("policy", "own", "named"),
    [
        (ZHEJIANG_2010, course("a", IN_2011, 72, local={"project_kind": "other"}), {"on_platform"}),
        (ZHEJIANG_2016, credited("a", IN_2016, None), {"credits"}),
        (
            ZHEJIANG_2016,
            course("a", IN_2016, None, local={"credits": 72}),
            {"institution_reviewed", "agreed_beforehand"},
        ),
    ],
)
def test_the_missing_fact_is_named(policy: Policy, own: TrainingRecord, named: set[str]) -> None:
    others = FOUR_YEARS if policy is ZHEJIANG_2010 else FOUR
    day = date(2015 if policy is ZHEJIANG_2010 else 2020, 12, 31)
    finding = (
        case("a fact is not known", (*others, own), {}, policy=policy, as_of=day)
        .audited()
        .finding("cycle-360")
    )

    assert word(finding.final) == OPEN
    assert {(one.record, one.fact) for one in finding.missing} == {("a", name) for name in named}


def test_the_hours_are_a_condition_of_registration() -> None:
    finding = case("none", (), {}).audited().finding("cycle-360")

    assert [own.id for own in finding.consequences] == ["no-registration"]
