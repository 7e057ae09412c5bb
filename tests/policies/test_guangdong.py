"""Hand-worked cases for Guangdong Province, Guangzhou and Shenzhen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from teachtrain.models import (
    DAY,
    NONE,
    UNBOUNDED,
    Amount,
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
from teachtrain.policies import GUANGDONG_2021, GUANGZHOU_2008, SHENZHEN_2021
from tests.policies.cases import (
    MET,
    NOT_APPLICABLE,
    OPEN,
    UNMET,
    Case,
    Expected,
    bounds,
    course,
    expect,
    word,
)

if TYPE_CHECKING:
    from teachtrain.rules import Policy

TEACHER = Teacher("t", categories=(), events={"hired": date(2005, 9, 1)})


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    policy: Policy = GUANGDONG_2021,
    as_of: date = date(2021, 12, 31),
    teacher: Teacher = TEACHER,
    complete_until: date | None = None,
) -> Case:
    return Case(name, policy, teacher, records, as_of, expected, complete_until)


# Guangdong --------------------------------------------------------------------------------


def of(kind: str | None, record_id: str, day: date, hours: str | int | None, **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    """A course of one kind of subject; of 6 hours or fewer, it took one day."""
    own: dict[str, Any] = {"days": 1, "local": {} if kind is None else {"subject_kind": kind}}
    return course(record_id, day, hours, **(own | facts))


def professional(record_id: str, day: date, hours: str | int | None, **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return of("professional", record_id, day, hours, **facts)


def elective(record_id: str, day: date, hours: str | int | None, **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return of("elective", record_id, day, hours, **facts)


def public(record_id: str, day: date, hours: str | int | None, **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return of("public", record_id, day, hours, **facts)


def paper(record_id: str, day: date, recognised: str | int | None) -> TrainingRecord:
    local: dict[str, Any] = {} if recognised is None else {"recognised_hours": int(recognised)}
    return TrainingRecord(record_id, activity="paper", day=day, local=local)


def hours(verdict: str, counted: str | int, needed: int, short: str | int = 0) -> Expected:
    """Of a year that is over: hours counted, asked for and missing."""
    return expect(verdict, verdict, class_hours(counted), class_hours(needed), class_hours(short))


def seven_days(year: int, *, last: str | int = 6) -> tuple[TrainingRecord, ...]:
    """Professional subjects: six days of 6 hours, and a seventh of *last* hours."""
    six = tuple(professional(f"p{month}", date(year, month, 1), 6) for month in range(1, 7))
    return (*six, professional("p7", date(year, 7, 1), last))  # 36 + last


MARCH = date(2021, 3, 10)

GUANGDONG = [
    case(
        "42, 18 and 30 make the year",
        (
            *seven_days(2021),  # 7 x 6 = 42
            *(elective(f"e{n}", date(2021, 8, n), 6) for n in (1, 2, 3)),  # 3 x 6 = 18
            public("u", date(2021, 9, 1), 30),
        ),
        {
            "professional-42": hours(MET, 42, 42),
            "elective-18": hours(MET, 18, 18),
            "public-30": hours(MET, 30, 30),
        },
    ),
    case(
        "half an hour less of each",
        (
            *seven_days(2021, last="5.5"),  # 36 + 5.5 = 41.5
            elective("e1", date(2021, 8, 1), 6),
            elective("e2", date(2021, 8, 2), 6),
            elective("e3", date(2021, 8, 3), "5.5"),  # 17.5
            public("u", date(2021, 9, 1), "29.5"),
        ),
        {
            "professional-42": hours(UNMET, "41.5", 42, "0.5"),
            "elective-18": hours(UNMET, "17.5", 18, "0.5"),
            "public-30": hours(UNMET, "29.5", 30, "0.5"),
        },
    ),
    case(
        "one hour more of public subjects than asked for",
        (public("u", MARCH, 31),),
        {"public-30": hours(MET, 31, 30)},
    ),
    case(
        "surplus of one kind does not help another",
        (public("u", MARCH, 90),),
        {
            "professional-42": hours(UNMET, 0, 42, 42),
            "elective-18": hours(UNMET, 0, 18, 18),
            "public-30": hours(MET, 90, 30),
        },
    ),
    case(
        "in 2020 the elective figure is 12",
        (elective("e1", date(2020, 8, 1), 6), elective("e2", date(2020, 8, 2), 6)),
        {"elective-18": hours(MET, 12, 12)},
        as_of=date(2020, 12, 31),
    ),
    case(
        "11.5 in 2020",
        (elective("e1", date(2020, 8, 1), 6), elective("e2", date(2020, 8, 2), "5.5")),
        {"elective-18": hours(UNMET, "11.5", 12, "0.5")},
        as_of=date(2020, 12, 31),
    ),
    case(
        "12 in 2021 lack 6",
        (elective("e1", date(2021, 8, 1), 6), elective("e2", date(2021, 8, 2), 6)),
        {"elective-18": hours(UNMET, 12, 18, 6)},
    ),
    case(
        "31 December counts",
        (public("u", date(2021, 12, 31), 30),),
        {"public-30": hours(MET, 30, 30)},
    ),
    case(
        "1 January is of the next year: nothing is made up",
        (public("u", date(2022, 1, 1), 30),),
        {"public-30": hours(UNMET, 0, 30, 30)},
    ),
    case(
        "on 1 January 2022 the new year is judged",
        (public("u", date(2021, 12, 31), 30), public("v", date(2022, 1, 1), 10)),
        {
            "public-30": expect(UNMET, OPEN, class_hours(10), class_hours(30), class_hours(20)),
        },
        as_of=date(2022, 1, 1),
    ),
    case(
        "1 January 2021 counts, 31 December 2020 does not",
        (public("u", date(2020, 12, 31), 20), public("v", date(2021, 1, 1), 10)),
        {"public-30": hours(UNMET, 10, 30, 20)},
    ),
    # Papers -----------------------------------------------------------------------------------
    case(
        "28 hours for a paper are professional subjects",
        (paper("a", MARCH, 28), professional("p1", date(2021, 4, 1), 6)),  # 28 + 6 = 34
        {"professional-42": hours(UNMET, 34, 42, 8), "elective-18": hours(UNMET, 0, 18, 18)},
    ),
    case(
        "29 recognised for a paper count 28",
        (paper("a", MARCH, 29),),
        {"professional-42": hours(UNMET, 28, 42, 14)},
    ),
    case(
        "27 recognised for a paper count 27",
        (paper("a", MARCH, 27),),
        {"professional-42": hours(UNMET, 27, 42, 15)},
    ),
    case(
        "the guide limits a paper, and two have 28 hours each",
        (paper("a", MARCH, 28), paper("b", date(2021, 5, 1), 28)),  # 28 + 28 = 56
        {"professional-42": hours(MET, 56, 42)},
    ),
    case(
        "what a paper was given is not known: anything from none to 28",
        (paper("a", MARCH, None),),
        {
            "professional-42": expect(
                UNMET, UNMET, class_hours(0, to=28), class_hours(42), class_hours(14, to=42)
            )
        },
    ),
    # Six hours a day --------------------------------------------------------------------------
    case(
        "8 hours on one day count 6",
        (professional("a", MARCH, 8),),
        {"professional-42": hours(UNMET, 6, 42, 36)},
    ),
    case(
        "two courses of 4 hours on one day count 6",
        (professional("a", MARCH, 4), professional("b", MARCH, 4)),
        {"professional-42": hours(UNMET, 6, 42, 36)},
    ),
    case(
        "on two days they count 8",
        (professional("a", MARCH, 4), professional("b", date(2021, 3, 11), 4)),
        {"professional-42": hours(UNMET, 8, 42, 34)},
    ),
    case(
        "48 hours in seven days count 42",
        (professional("a", MARCH, 48, days=7, last_day=date(2021, 3, 16)),),  # 7 x 6 = 42
        {"professional-42": hours(MET, 42, 42)},
    ),
    case(
        "48 hours in six days count 36",
        (professional("a", MARCH, 48, days=6, last_day=date(2021, 3, 15)),),  # 6 x 6 = 36
        {"professional-42": hours(UNMET, 36, 42, 6)},
    ),
    case(
        "half a day still may have 6 hours",
        (professional("a", MARCH, 5, days="0.5"),),
        {"professional-42": hours(UNMET, 5, 42, 37)},
    ),
    case(
        "of seven days, on how many it was held is not known: 6 hours for one, 42 for all",
        (professional("a", MARCH, 48, days=None, last_day=date(2021, 3, 16)),),
        {
            "professional-42": expect(
                OPEN, OPEN, class_hours(6, to=42), class_hours(42), class_hours(0, to=36)
            )
        },
    ),
    case(
        "a course with one day took one day, also where no days are given",
        (professional("a", MARCH, 48, days=None),),
        {"professional-42": hours(UNMET, 6, 42, 36)},
    ),
    case(
        "public subjects are not declared, so that no day limits them",
        (public("u", MARCH, 30),),
        {"public-30": hours(MET, 30, 30)},
    ),
    # What is not known ------------------------------------------------------------------------
    case(
        "of which kind a course is, is not known",
        (of(None, "a", MARCH, 6),),
        {
            "professional-42": expect(UNMET, UNMET, class_hours(0, to=6)),
            "elective-18": expect(UNMET, UNMET, class_hours(0, to=6)),
            "public-30": expect(UNMET, UNMET, class_hours(0, to=6)),
        },
    ),
    case(
        "the guide is silent on a failed course",
        (public("u", MARCH, 30, result=Result.FAILED),),
        {"public-30": expect(OPEN, OPEN, class_hours(0, to=30))},
    ),
    case(
        "a pending course may still be struck out",
        (public("u", MARCH, 30, status=Status.PENDING),),
        {"public-30": expect(OPEN, OPEN, class_hours(0, to=30))},
    ),
    case(
        "a record of the year alone is in the year",
        (public("u", None, 30, within=Span.of_year(2021)),),  # type: ignore[arg-type]  # no day on purpose
        {"public-30": hours(MET, 30, 30)},
    ),
    case(
        "several days across the turn of the year 2020: no text says in which they count",
        (public("u", date(2020, 12, 30), 30, last_day=date(2021, 1, 2)),),
        {"public-30": expect(OPEN, OPEN, class_hours(0, to=30))},
    ),
    case(
        "hired in the course of the year: no text says what is less",
        (public("u", date(2021, 9, 10), 10),),
        {"public-30": hours(UNMET, 10, 30, 20)},
        teacher=Teacher("t", events={"hired": date(2021, 9, 1)}),
    ),
]


# Guangzhou --------------------------------------------------------------------------------

LAST = date(2012, 12, 31)
TWELVE_DAYS = Amount(12, 12, DAY)


def zhou(record_id: str, year: int, own_hours: str | int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A course of March that gives hours; that it took no whole day is known."""
    return course(record_id, date(year, 3, 10), own_hours, **({"days": 0} | facts))


def in_days(record_id: str, year: int, days: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A course of March that gives days and no hours."""
    return course(record_id, date(year, 3, 10), 0, **({"days": days} | facts))


def online(record_id: str, year: int, own_hours: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    own: dict[str, Any] = {"mode": Mode.ONLINE, "local": {"subject_kind": "elective"}}
    return zhou(record_id, year, own_hours, **(own | facts))


def in_school(record_id: str, year: int, own_hours: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    own: dict[str, Any] = {"activity": "school_based", "level": Level.SCHOOL}
    return zhou(record_id, year, own_hours, **(own | facts))


def first_year(name: str, own: Expected) -> dict[str, Expected]:
    """Of 2008 as the only year of the plan that has begun."""
    return {name: expect(own.so_far, OPEN if own.final == MET else own.final)}


def zhou_case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    as_of: date = date(2008, 12, 31),
    teacher: Teacher = TEACHER,
) -> Case:
    return case(name, records, expected, policy=GUANGZHOU_2008, as_of=as_of, teacher=teacher)


SCHOOL = "school-based-20"
YEARLY = "yearly-12-days-or-72-hours"

GUANGZHOU = [
    zhou_case("72 hours", (zhou("a", 2008, 72),), first_year(YEARLY, expect(MET))),
    zhou_case("71.5 hours", (zhou("a", 2008, "71.5"),), first_year(YEARLY, expect(UNMET))),
    zhou_case("73 hours", (zhou("a", 2008, 73),), first_year(YEARLY, expect(MET))),
    zhou_case("12 days", (in_days("a", 2008, 12),), first_year(YEARLY, expect(MET))),
    zhou_case("11.5 days", (in_days("a", 2008, "11.5"),), first_year(YEARLY, expect(UNMET))),
    zhou_case("13 days", (in_days("a", 2008, 13),), first_year(YEARLY, expect(MET))),
    zhou_case(
        "6 days and 36 hours are neither: the report does not add them",
        (in_days("a", 2008, 6), zhou("b", 2008, 36)),
        first_year(YEARLY, expect(UNMET)),
    ),
    zhou_case(
        "of 71 hours, how many days they took is not known: perhaps 12",
        (zhou("a", 2008, 71, days=None),),
        {YEARLY: expect(OPEN, OPEN)},
    ),
    zhou_case(
        "72 hours in school and online are 72 hours",
        (online("a", 2008, 42), in_school("b", 2008, 30)),  # 42 + 30
        first_year(YEARLY, expect(MET)) | first_year("online-30", expect(MET)),
    ),
    zhou_case("30 online", (online("a", 2008, 30),), first_year("online-30", expect(MET))),
    zhou_case("29.5 online", (online("a", 2008, "29.5"),), first_year("online-30", expect(UNMET))),
    zhou_case(
        "30 online, not elective",
        (online("a", 2008, 30, local={"subject_kind": "professional"}),),
        first_year("online-30", expect(UNMET)),
    ),
    zhou_case(
        "30 online, elective or not is not known",
        (online("a", 2008, 30, local={}),),
        {"online-30": expect(OPEN, OPEN)},
    ),
    zhou_case(
        "30 elective, face to face",
        (online("a", 2008, 30, mode=Mode.FACE_TO_FACE),),
        first_year("online-30", expect(UNMET)),
    ),
    zhou_case(
        "20 in school", (in_school("a", 2008, 20),), first_year("school-based-20", expect(MET))
    ),
    zhou_case(
        "19.5 in school",
        (in_school("a", 2008, "19.5"),),
        first_year("school-based-20", expect(UNMET)),
    ),
    zhou_case(
        "a paper is not what the report names",
        (zhou("a", 2008, 72, activity="paper"),),
        first_year(YEARLY, expect(UNMET)),
    ),
    zhou_case(
        "72 failed hours count anything from none to all",
        (zhou("a", 2008, 72, result=Result.FAILED),),
        {YEARLY: expect(OPEN, OPEN)},
    ),
    zhou_case(
        "31 December 2008 and 1 January 2009 are in two years",
        (
            course("a", date(2008, 12, 31), 36, days=0),
            course("b", date(2009, 1, 1), 72, days=0),
        ),
        # 36 in 2008, 72 in 2009
        {
            YEARLY: expect(
                UNMET,
                UNMET,
                parts=(
                    expect(UNMET),
                    expect(MET),
                    *[expect(NOT_APPLICABLE, OPEN)] * 3,
                ),
            )
        },
        as_of=date(2009, 12, 31),
    ),
    zhou_case(
        "31 December 2007 is before the plan",
        (course("a", date(2007, 12, 31), 72, days=0),),
        first_year(YEARLY, expect(UNMET)),
    ),
    zhou_case(
        "five years of 72 hours, of them 30 online and 20 in school",
        tuple(
            own
            for year in range(2008, 2013)
            for own in (
                zhou(f"a{year}", year, 22),
                online(f"b{year}", year, 30),
                in_school(f"c{year}", year, 20),  # 22 + 30 + 20 = 72
            )
        ),
        {name: expect(MET) for name in (YEARLY, "online-30", "school-based-20")},
        as_of=LAST,
    ),
    zhou_case(
        "hired in 2010: the two years before are not asked for",
        tuple(zhou(f"a{year}", year, 72) for year in (2010, 2011, 2012)),
        {YEARLY: expect(MET, parts=(*[expect(NOT_APPLICABLE)] * 2, *[expect(MET)] * 3))},
        as_of=LAST,
        teacher=Teacher("t", events={"hired": date(2010, 2, 1)}),
    ),
    zhou_case(
        "the plan ended with 2012",
        (),
        {name: expect(NOT_APPLICABLE) for name in (YEARLY, "online-30", "school-based-20")},
        as_of=date(2013, 12, 31),
    ),
]


@pytest.mark.parametrize("own", GUANGDONG, ids=lambda own: own.name)
def test_guangdong(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", GUANGZHOU, ids=lambda own: own.name)
def test_guangzhou(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_year_in_guangdong() -> None:
    """
    A paper of 20 hours and 22 of courses: 42. 18 elective, 30 public. All parts, so a certificate.
    """
    records = (
        paper("paper", date(2021, 2, 1), 20),
        professional("p1", date(2021, 3, 1), 18, days=3, last_day=date(2021, 3, 3)),
        professional("p2", date(2021, 4, 1), 8),  # 6 of 8
        elective("e1", date(2021, 5, 1), 12, days=2, last_day=date(2021, 5, 2)),
        elective("e2", date(2021, 6, 1), 6),
        public("u", date(2021, 7, 1), 30),
    )
    result = case("a year", records, {}).audited()

    # 20 + 18 + 6 = 44
    assert [(own.counted, own.required) for own in result.findings] == [
        (class_hours(44), class_hours(42)),
        (class_hours(18), class_hours(18)),
        (class_hours(30), class_hours(30)),
    ]
    assert (word(result.so_far), word(result.final)) == (MET, MET)


def test_one_part_short_and_there_is_no_certificate() -> None:
    result = case("public only", (public("u", MARCH, 30),), {}).audited()

    assert word(result.final) == UNMET
    assert [[one.id for one in own.consequences] for own in result.findings] == [
        ["no-certificate"]
    ] * 3


# Shenzhen ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "rule", "outcome", "earned"),
    [
        ({"level": Level.COUNTY}, "courses", "recognised", training_credits(3)),
        ({"level": Level.CITY, "mode": Mode.ONLINE}, "courses", "recognised", training_credits(3)),
        ({"level": Level.NATION}, "courses", "recognised", training_credits(3)),
        (
            {"level": NONE, "approval": Approval.APPROVED},
            "courses",
            "recognised",
            training_credits(3),
        ),
        ({"level": NONE, "approval": NONE}, "other", "recognised", training_credits(0, to=3)),
        (
            {"level": Level.COUNTY, "approval": Approval.REFUSED},
            "recognition-refused",
            "refused",
            None,
        ),
        (
            {"activity": "school_based", "level": Level.SCHOOL},
            "school-based",
            "recognised",
            training_credits(3),
        ),
        ({"activity": "paper"}, "academic", "recognised", training_credits(3)),
        ({"activity": "book"}, "academic", "recognised", training_credits(3)),
        ({"activity": "research_project"}, "academic", "recognised", training_credits(3)),
        ({"activity": "studio"}, "academic", "recognised", training_credits(3)),
        (
            {"activity": "studio", "approval": Approval.REFUSED},
            "recognition-refused",
            "refused",
            None,
        ),
        ({"activity": "mentoring"}, "other", "recognised", training_credits(0, to=3)),
        ({"activity": "technology_training"}, "courses", "recognised", training_credits(3)),
        ({"activity": "induction"}, "courses", "recognised", training_credits(3)),
        # what was recognised is not known, and no rate was seen
        ({"local": {}}, "courses", "recognised", training_credits(0, to=UNBOUNDED)),
        # nor does any amount follow from the hours
        ({"local": {"credits": 300}}, "courses", "recognised", training_credits(300)),
    ],
)
def test_what_may_earn_credits_in_shenzhen(
    facts: dict[str, Any],
    rule: str,
    outcome: str,
    earned: Any,  # noqa: ANN401 - an amount or None
) -> None:
    own: dict[str, Any] = {"local": {"credits": 3}}
    record = course("a", MARCH, 24, **(own | facts))
    result = case("one", (record,), {}, policy=SHENZHEN_2021).audited()
    (done,) = result.records

    assert [one.id for one in done.rules if one is not None] == [rule]
    assert done.outcome == outcome
    assert [bounds(one) for one in result.entries] == ([] if earned is None else [earned])


def test_a_course_of_shenzhen_of_which_neither_level_nor_approval_is_known_is_open() -> None:
    record = course("a", MARCH, 24, level=None, local={"credits": 3})
    result = case("one", (record,), {}, policy=SHENZHEN_2021).audited()

    assert [own.outcome for own in result.records] == ["open"]
    assert [bounds(own) for own in result.entries] == [training_credits(0, to=3)]


def test_no_figure_of_shenzhen_was_seen_so_nothing_is_asked_for() -> None:
    """
    Over the records of a whole teacher: 3 + 2 + 5 credits, and no verdict on them.
    """
    records = (
        course("a", MARCH, 24, local={"credits": 3}),
        course("b", MARCH, 8, activity="school_based", level=Level.SCHOOL, local={"credits": 2}),
        course("c", MARCH, None, activity="paper", local={"credits": 5}),
    )
    result = case("a teacher", records, {}, policy=SHENZHEN_2021).audited()

    assert [own.settled.counted for own in result.entries] == [
        training_credits(3),
        training_credits(2),
        training_credits(5),
    ]
    assert result.findings == ()
    assert word(result.final) == NOT_APPLICABLE
