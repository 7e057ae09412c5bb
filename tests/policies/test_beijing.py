"""Hand-worked cases for Beijing, 2016 to 2020."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from teachtrain.models import (
    NEW_TEACHER,
    UNBOUNDED,
    Approval,
    Mode,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
    exact,
    training_credits,
)
from teachtrain.policies import BEIJING_2016
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

if TYPE_CHECKING:
    from teachtrain.models import Amount

LAST_DAY = date(2020, 12, 31)
DAY = date(2018, 4, 9)

TEACHER = Teacher("t", categories=(), events={"hired": date(2001, 9, 1)})


def new_teacher(appointed: date) -> Teacher:
    """Somebody who is new for a year from the day of the appointment on."""
    ended = date(appointed.year + 1, appointed.month, appointed.day)
    return Teacher(
        "t",
        categories=((NEW_TEACHER, Span(appointed, ended)),),
        events={"hired": appointed, "appointed": appointed, "probation_ended": ended},
    )


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


def or_more(low: str | int) -> Amount:
    """The conversion, and whatever weight there may be on top."""
    return training_credits(low, to=UNBOUNDED)


def of(verdict: str, counted: Amount, needed: Amount, short: Amount) -> Expected:
    return expect(verdict, verdict, counted, needed, short)


def activity(
    record_id: str,
    *,
    hours: str | int | None = None,
    credits: str | int | None = None,  # noqa: A002 - the unit's own word
    kind: str | None = None,
    day: date | None = DAY,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """A course face to face, with its type and what was recognised for it, where given."""
    local: dict[str, Any] = {}
    if kind is not None:
        local["course_type"] = kind
    if credits is not None:
        local["credits"] = exact(credits)
    given: dict[str, Any] = {"mode": Mode.FACE_TO_FACE, **facts}
    return course(record_id, day, hours, local=local, **given)


def public(own: str | int) -> TrainingRecord:
    return activity("public", credits=own, kind="public_required")


def professional(own: str | int) -> TrainingRecord:
    return activity("professional", credits=own, kind="professional_required")


def elective(own: str | int) -> TrainingRecord:
    return activity("elective", credits=own, kind="elective")


def in_school(own: str | int) -> TrainingRecord:
    return activity("school", credits=own, activity="school_based", mode=Mode.SCHOOL_BASED)


PARTS = {
    "public-required-6": 6,
    "professional-required-10": 10,
    "elective-10": 10,
    "school-based-10": 10,
}


def parts(
    of_public: str | int,
    of_professional: str | int,
    of_elective: str | int,
    of_school: str | int,
    total: str | int,
) -> dict[str, Expected]:
    """Of a closed cycle: what each part and the whole come to, all of them known."""
    counted = (of_public, of_professional, of_elective, of_school, total)
    needed = {**PARTS, "cycle-36": 36}
    return {
        name: of(
            MET if exact(own) >= need else UNMET,
            training_credits(own),
            training_credits(need),
            training_credits(max(need - exact(own), exact(0))),
        )
        for (name, need), own in zip(needed.items(), counted, strict=True)
    }


def of_36(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"cycle-36": of(verdict, counted, credits(36), short)}


def of_120(verdict: str, counted: str | int, short: str | int) -> dict[str, Expected]:
    return {
        "new-teacher-120": of(verdict, class_hours(counted), class_hours(120), class_hours(short))
    }


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
) -> Case:
    return Case(name, BEIJING_2016, teacher, records, as_of, expected)


ALL_BUT_SCHOOL = (public(6), professional(10), elective(10))  # 26
NEW_OF_2016 = new_teacher(date(2016, 9, 1))


def induction(record_id: str, hours: str | int, day: date) -> TrainingRecord:
    return activity(record_id, hours=hours, day=day, activity="induction")


CASES = [
    # The parts and the whole ------------------------------------------------------------------
    case(
        "6 + 10 + 10 + 10 are exactly 36",
        (*ALL_BUT_SCHOOL, in_school(10)),
        parts(6, 10, 10, 10, 36),
    ),
    case("nothing at all", (), parts(0, 0, 0, 0, 0)),
    case(
        "half a credit too little of public courses",
        (public("5.5"), professional(10), elective(10), in_school("10.5")),
        parts("5.5", 10, 10, "10.5", 36),  # 36 in all, yet 5.5 < 6
    ),
    case(
        "half a credit more of public courses",
        (public("6.5"), professional(10), elective(10), in_school(10)),
        parts("6.5", 10, 10, 10, "36.5"),
    ),
    case(
        "half a credit too little in school",
        (public(6), professional(10), elective("10.5"), in_school("9.5")),
        parts(6, 10, "10.5", "9.5", 36),
    ),
    case(
        "half a credit too little of professional courses",
        (public(6), professional("9.5"), elective("10.5"), in_school(10)),
        parts(6, "9.5", "10.5", 10, 36),
    ),
    case(
        "half a credit too little of electives",
        (public("6.5"), professional(10), elective("9.5"), in_school(10)),
        parts("6.5", 10, "9.5", 10, 36),
    ),
    # What stands in, and what does not --------------------------------------------------------
    case(
        "4 professional credits too many stand in for 4 electives",
        (public(6), professional(14), elective(6), in_school(10)),
        parts(6, 14, 10, 10, 36),  # electives: 6 + (14 - 10)
    ),
    case(
        "3.5 of them are half a credit too little",
        (public(6), professional("13.5"), elective(6), in_school("10.5")),
        parts(6, "13.5", "9.5", "10.5", 36),
    ),
    case(
        "4.5 of them are half a credit more",
        (public(6), professional("14.5"), elective(6), in_school(10)),
        parts(6, "14.5", "10.5", 10, "36.5"),
    ),
    case(
        "20 professional credits need no elective",
        (public(6), professional(20), in_school(10)),
        parts(6, 20, 10, 10, 36),
    ),
    case(
        "professional credits below 10 take nothing from the electives",
        (professional(4), elective(10)),
        parts(0, 4, 10, 0, 14),
    ),
    case(
        "electives do not stand in for professional courses",
        (public(6), professional(6), elective(14), in_school(10)),
        parts(6, 6, 14, 10, 36),
    ),
    case(
        "nor do school-based credits stand in for electives",
        (public(6), professional(10), elective(6), in_school(14)),
        parts(6, 10, 6, 14, 36),
    ),
    case(
        "nor public courses",
        (public(10), professional(10), elective(6), in_school(10)),
        parts(10, 10, 6, 10, 36),
    ),
    # Borders of the plan ----------------------------------------------------------------------
    *(
        case(
            f"10 credits on {day}: {'in' if counts else 'not in'} the plan",
            (*ALL_BUT_SCHOOL, activity("a", credits=10, kind="elective", day=day)),
            of_36(MET, credits(36), credits(0))
            if counts
            else of_36(UNMET, credits(26), credits(10)),
        )
        for day, counts in (
            (date(2015, 12, 31), False),
            (date(2016, 1, 1), True),
            (date(2016, 1, 2), True),
            (date(2020, 12, 30), True),
            (date(2020, 12, 31), True),
            (date(2021, 1, 1), False),
        )
    ),
    case(
        "after the plan the measures ask for nothing",
        (*ALL_BUT_SCHOOL, in_school(10)),
        dict.fromkeys(("cycle-36", *PARTS), NONE_APPLIES),
        as_of=date(2021, 1, 1),
    ),
    case(
        "several days across the last day of the plan",
        (
            *ALL_BUT_SCHOOL,
            activity(
                "a",
                credits=10,
                kind="elective",
                day=date(2020, 12, 30),
                last_day=date(2021, 1, 3),
            ),
        ),
        of_36(OPEN, credits(26, 36), credits(0, 10)),
    ),
    # Conversion -------------------------------------------------------------------------------
    *(
        case(
            f"20 hours of {activity_name}{' ' + mode.value if mode else ''} are a credit or more",
            (activity("a", hours=20, activity=activity_name, mode=mode),),
            of_36(OPEN, or_more(1), credits(0, 35)),  # 20/20 = 1; 36 - 1 = 35 at most
        )
        for activity_name, mode in (
            ("training", Mode.PRACTICE),
            ("training", Mode.ONLINE),
            ("training", Mode.SCHOOL_BASED),
            ("teaching_research", None),
            ("teaching_research", Mode.FACE_TO_FACE),
            ("research_project", None),
            ("seminar", Mode.FACE_TO_FACE),
            ("lesson_observation", None),
            ("follow_up_guidance", Mode.FACE_TO_FACE),
            ("school_based", None),
        )
    ),
    *(
        case(
            f"{hours} hours of ordinary training are {least} credits or more",
            (activity("a", hours=hours),),
            of_36(verdict, or_more(least), short),
        )
        for hours, least, verdict, short in (
            (10, 1, OPEN, credits(0, 35)),
            (20, 2, OPEN, credits(0, 34)),
            (359, "35.9", OPEN, credits(0, "0.1")),  # a tenth of a credit at most is missing
            (360, 36, MET, credits(0)),
        )
    ),
    case(
        "how it was delivered is not known: a tenth or a twentieth an hour",
        (activity("a", hours=20, mode=None),),
        of_36(OPEN, or_more(1), credits(0, 35)),
    ),
    case(
        "blended training is between the two",
        (activity("a", hours=20, mode=Mode.BLENDED),),
        of_36(OPEN, or_more(1), credits(0, 35)),
    ),
    case(
        "what was recognised goes before the conversion",
        (activity("a", hours=360, credits=35),),
        of_36(UNMET, credits(35), credits(1)),
    ),
    case(
        "with a weight that somebody set: 10 hours, 1.2 credits",
        (activity("a", hours=10, credits="1.2"),),
        of_36(UNMET, credits("1.2"), credits("34.8")),
    ),
    case(
        "720 hours in school are 36 credits, and 10 of them school-based for sure",
        (activity("a", hours=720, activity="school_based", mode=Mode.SCHOOL_BASED),),
        of_36(MET, or_more(36), credits(0))
        | {
            "school-based-10": of(MET, or_more(36), credits(10), credits(0)),
            "public-required-6": of(UNMET, credits(0), credits(6), credits(6)),
            "elective-10": of(UNMET, credits(0), credits(10), credits(10)),
        },
    ),
    # What is not known, and what earns nothing ------------------------------------------------
    case(
        "the type of a course is not known",
        (activity("a", credits=10),),
        of_36(UNMET, credits(10), credits(26))
        | {
            "public-required-6": of(OPEN, credits(0, 10), credits(6), credits(0, 6)),
            "professional-required-10": of(OPEN, credits(0, 10), credits(10), credits(0, 10)),
            "elective-10": of(OPEN, credits(0, 10), credits(10), credits(0, 10)),
            "school-based-10": of(UNMET, credits(0), credits(10), credits(10)),
        },
    ),
    case(
        "a course of another type counts in the whole alone",
        (activity("a", credits=10, kind="other"),),
        parts(0, 0, 0, 0, 10),
    ),
    case(
        "recognition refused",
        (*ALL_BUT_SCHOOL, activity("a", credits=10, approval=Approval.REFUSED)),
        of_36(UNMET, credits(26), credits(10)),
    ),
    case(
        "degree study was not reported",
        (*ALL_BUT_SCHOOL, activity("a", credits=10, activity="degree_year")),
        of_36(UNMET, credits(26), credits(10)),
    ),
    case(
        "a pending course may still be struck out",
        (*ALL_BUT_SCHOOL, activity("a", credits=10, status=Status.PENDING)),
        of_36(OPEN, credits(26, 36), credits(0, 10)),
    ),
    case(
        "no report says what a failed course earns",
        (*ALL_BUT_SCHOOL, activity("a", hours=100, result=Result.FAILED)),
        of_36(OPEN, or_more(26), credits(0, 10)),
    ),
    # New teachers -----------------------------------------------------------------------------
    *(
        case(
            f"{hours} hours of induction",
            (induction("a", hours, date(2016, 11, 5)),),
            of_120(verdict, hours, short) | of_36(UNMET, credits(0), credits(36)),
            teacher=NEW_OF_2016,
        )
        for hours, verdict, short in (("119.5", UNMET, "0.5"), (120, MET, 0), ("120.5", MET, 0))
    ),
    case(
        "other training does not replace it",
        (induction("a", 119, date(2016, 11, 5)), activity("b", hours=500, day=date(2016, 12, 5))),
        of_120(UNMET, 119, 1),
        teacher=NEW_OF_2016,
    ),
    *(
        case(
            f"120 hours of induction on {day}",
            (induction("a", 120, day),),
            of_120(MET, 120, 0) if counts else of_120(UNMET, 0, 120),
            teacher=NEW_OF_2016,
        )
        for day, counts in (
            (date(2016, 9, 1), True),
            (date(2017, 8, 31), True),
            (date(2017, 9, 1), False),
        )
    ),
    *(
        case(
            f"appointed on {day}",
            (),
            of_120(UNMET, 0, 120) if applies else {"new-teacher-120": NONE_APPLIES},
            teacher=new_teacher(day),
        )
        for day, applies in (
            (date(2015, 12, 31), False),
            (date(2016, 1, 1), True),
            (date(2016, 1, 2), True),
        )
    ),
    case(
        "a teacher with experience who was appointed in 2016",
        (),
        {"new-teacher-120": NONE_APPLIES},
        teacher=Teacher(
            "t", categories=(), events={"hired": date(2016, 9, 1), "appointed": date(2016, 9, 1)}
        ),
    ),
    # In the middle of the plan ----------------------------------------------------------------
    case(
        "in the third year",
        (public(6), professional(10)),
        {
            "cycle-36": expect(UNMET, OPEN, credits(16), credits(36), credits(20)),
            "public-required-6": expect(MET, MET, credits(6)),
            "elective-10": expect(UNMET, OPEN, credits(0), credits(10), credits(10)),
        },
        as_of=date(2018, 12, 31),
    ),
    # One teacher over the plan ----------------------------------------------------------------
    case(
        "a new teacher of 2016, to the end of the plan",
        (
            induction("i1", 80, date(2016, 11, 5)),
            induction("i2", 40, date(2017, 5, 5)),  # 120
            activity("a", credits=4, kind="public_required", day=date(2017, 10, 9)),
            activity("b", credits=2, kind="public_required", day=date(2019, 10, 9)),  # 6
            activity("c", credits=13, kind="professional_required", day=date(2018, 4, 9)),
            activity("d", credits=6, kind="elective", day=date(2018, 5, 9), mode=Mode.ONLINE),
            activity(
                "e", credits=1, kind="elective", day=date(2018, 6, 9), activity="teaching_research"
            ),  # 7, and 3 of the 13 stand in: 10
            activity("f", credits="9.5", day=date(2019, 3, 9), activity="school_based", mode=None),
            activity(
                "g", credits=5, day=date(2019, 4, 9), approval=Approval.REFUSED, kind="elective"
            ),
            activity("h", credits=5, day=date(2019, 5, 9), activity="paper"),
        ),
        # 6 + 13 + 7 + 9.5 = 35.5
        parts(6, 13, 10, "9.5", "35.5") | of_120(MET, 120, 0),
        teacher=NEW_OF_2016,
    ),
]


@pytest.mark.parametrize("own", CASES, ids=lambda own: own.name)
def test_beijing(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize(
    ("record", "rule", "outcome"),
    [
        (activity("a", hours=8), "at-ten-hours", "recognised"),
        (activity("a", hours=8, mode=Mode.ONLINE), "at-twenty-hours", "recognised"),
        (activity("a", hours=8, activity="seminar"), "at-twenty-hours", "recognised"),
        (activity("a", hours=8, mode=Mode.BLENDED), "at-ten-to-twenty-hours", "recognised"),
        (activity("a", hours=8, mode=Mode.SELF_STUDY), "at-ten-to-twenty-hours", "recognised"),
        (activity("a", hours=8, approval=Approval.REFUSED), "recognition-refused", "refused"),
        (activity("a", hours=8, activity="induction"), "new-teacher-training", "recognised"),
        (activity("a", hours=8, activity="degree_year"), None, "unmatched"),
        (activity("a", hours=8, day=date(2015, 12, 31)), None, "unmatched"),
    ],
)
def test_which_rule_takes_a_record(record: TrainingRecord, rule: str | None, outcome: str) -> None:
    (own,) = case("one record", (record,), {}).audited().records

    assert [one and one.id for one in own.rules] == [rule]
    assert own.outcome == outcome


def test_the_credits_that_were_recognised_are_named_as_missing() -> None:
    record = activity("a", hours=100, kind="elective")
    finding = case("hours alone", (record,), {}).audited().finding("cycle-36")

    assert word(finding.final) == OPEN
    assert {(one.record, one.fact) for one in finding.missing} == {("a", "credits")}
