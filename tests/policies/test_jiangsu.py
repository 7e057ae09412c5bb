"""Hand-worked cases for Jiangsu Province and Suqian City."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    UNKNOWN,
    Approval,
    Level,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
    months,
)
from teachtrain.policies import JIANGSU, SUQIAN
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
    from teachtrain.rules import Policy

EVENTS = {"hired": date(2009, 9, 1), "cycle_started": date(2015, 1, 1)}
TEACHER = Teacher("t", stage="primary", events=EVENTS)
LAST_DAY = date(2019, 12, 31)
DAY = date(2016, 10, 8)


def hours(low: str | int, to: str | int | None = None) -> Amount:
    return class_hours(low, to=to)


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
    policy: Policy = JIANGSU,
) -> Case:
    """By default, of a cycle from 1 January 2015 to 31 December 2019."""
    return Case(name, policy, teacher, records, as_of, expected)


def of_360(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"cycle-360": expect(verdict, verdict, counted, hours(360), short)}


def of_180(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"county-and-above-180": expect(verdict, verdict, counted, hours(180), short)}


def in_school(record_id: str, own: int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """School-based training with so many recognised hours."""
    return course(
        record_id,
        facts.pop("day", DAY),
        facts.pop("hours", None),
        **(
            {
                "activity": "school_based",
                "level": Level.SCHOOL,
                "local": {"recognised_hours": own},
            }
            | facts
        ),
    )


def several(
    activity: str,
    *days: date,
    hours_each: int | None = None,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> tuple[TrainingRecord, ...]:
    """One lecture given, open lesson or prize on each day."""
    role = {"role": "speaker"} if activity == "lecture" else {}
    return tuple(
        course(f"{activity}-{day}", day, hours_each, **({"activity": activity} | role | facts))
        for day in days
    )


def in_2016(count: int) -> tuple[date, ...]:
    return tuple(date(2016, month, 1) for month in range(1, count + 1))


VOCATIONAL = attrs.evolve(TEACHER, stage="vocational_secondary", local={"teaches": "professional"})


def practice(record_id: str, own: object, day: date = DAY, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(
        record_id, day, None, activity="enterprise_practice", local={"months": own}, **facts
    )


def of_5(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"enterprise-5-months": expect(verdict, verdict, counted, months(5), short)}


PROVINCE = [
    case(
        "180 of the county and 180 in school are exactly 360",
        (course("a", DAY, 180), in_school("s", 180)),
        of_360(MET, hours(360), hours(0)) | of_180(MET, hours(180), hours(0)),
    ),
    case(
        "179.5 of the county: half an hour is short of both",
        (course("a", DAY, "179.5"), in_school("s", 180)),
        of_360(UNMET, hours("359.5"), hours("0.5")) | of_180(UNMET, hours("179.5"), hours("0.5")),
    ),
    case(
        "180.5 of the county",
        (course("a", DAY, "180.5"), in_school("s", 180)),
        of_360(MET, hours("360.5"), hours(0)) | of_180(MET, hours("180.5"), hours(0)),
    ),
    case(
        "360 in school",
        (in_school("s", 360),),
        of_360(MET, hours(360), hours(0)) | of_180(UNMET, hours(0), hours(180)),
    ),
    case(
        "nothing at all",
        (),
        of_360(UNMET, hours(0), hours(360))
        | of_180(UNMET, hours(0), hours(180))
        | {"enterprise-5-months": NONE_APPLIES},
    ),
    *(
        case(
            f"180 hours of {level.value} level",
            (course("a", DAY, 180, level=level),),
            of_360(UNMET, hours(180), hours(180)) | expected,
        )
        for level, expected in (
            (Level.NATION, of_180(MET, hours(180), hours(0))),
            (Level.COUNTY, of_180(MET, hours(180), hours(0))),
            (Level.SCHOOL, of_180(UNMET, hours(0), hours(180))),
        )
    ),
    case(
        "a level that is not known",
        (course("a", DAY, 180, level=None),),
        of_360(UNMET, hours(180), hours(180)) | of_180(OPEN, hours(0, 180), hours(0, 180)),
    ),
    *(
        case(
            f"{name} counts by the hour",
            (course("a", DAY, 180, **facts),),
            of_180(MET, hours(180), hours(0)),
        )
        for name, facts in (
            ("a conference", {"activity": "conference"}),
            ("a lecture attended", {"activity": "lecture", "role": "listener"}),
            ("a study visit", {"activity": "study_visit"}),
            ("training abroad", {"activity": "study_abroad"}),
        )
    ),
    case(
        "a failed course may count or not",
        (course("a", DAY, 180), course("b", DAY, 20, result=Result.FAILED)),
        of_360(UNMET, hours(180, 200), hours(160, 180)) | of_180(MET, hours(180, 200), hours(0)),
    ),
    # In school, and own study -----------------------------------------------------------------
    case(
        "30 hours in school, of which none are recognised yet: 0 to 30",
        (course("a", DAY, 340), in_school("s", 0, hours=30, local={})),
        of_360(OPEN, hours(340, 370), hours(0, 20)),
    ),
    case(
        "self-study with an assessment, recognised",
        (course("a", DAY, 340), in_school("s", 20, activity="self_study")),
        of_360(MET, hours(360), hours(0)),
    ),
    *(
        case(
            f"{activity} without an assessment",
            (course("a", DAY, 340), in_school("s", 20, activity=activity, result=NONE)),
            of_360(UNMET, hours(340), hours(20)),
        )
        for activity in ("school_based", "self_study")
    ),
    case(
        "self-study, not known whether assessed",
        (course("a", DAY, 340), in_school("s", 20, activity="self_study", result=None)),
        of_360(OPEN, hours(340, 360), hours(0, 20)),
    ),
    case(
        "teaching in school-based training: its hours, not 6",
        (course("a", DAY, 340), in_school("s", 20, activity="lecture", role="speaker")),
        of_360(MET, hours(360), hours(0)) | of_180(MET, hours(340), hours(0)),
    ),
    # Lectures, open lessons, prizes -----------------------------------------------------------
    *(
        case(
            f"{count} {activity} of the county in one year",
            several(activity, *in_2016(count)),
            of_180(UNMET, hours(counted), hours(180 - counted)),
        )
        for activity in ("lecture", "open_lesson")
        for count, counted in ((1, 6), (2, 12), (3, 18), (4, 18), (9, 18))
    ),
    case(
        "3 lectures in one year and 1 in the next: 18 by the cycle, 24 by the year",
        several("lecture", *in_2016(3), date(2017, 1, 1)),
        of_180(UNMET, hours(18, 24), hours(156, 162)),
    ),
    case(
        "4 lectures in each of two years: 18 by the cycle, 36 by the year",
        several("lecture", *in_2016(4), *(date(2017, month, 1) for month in range(1, 5))),
        of_180(UNMET, hours(18, 36), hours(144, 162)),
    ),
    case(
        "31 December and 1 January are in two years",
        several(
            "open_lesson",
            date(2016, 12, 29),
            date(2016, 12, 30),
            date(2016, 12, 31),
            date(2017, 1, 1),
        ),
        of_180(UNMET, hours(18, 24), hours(156, 162)),
    ),
    case(
        "lectures and open lessons have each their own 18",
        (*several("lecture", *in_2016(4)), *several("open_lesson", *in_2016(4))),
        of_180(UNMET, hours(36), hours(144)),
    ),
    case(
        "a lecture, not known in which role: 6 for giving it, 2 for listening, or nothing",
        several("lecture", DAY, role=None, hours_each=2),
        of_180(UNMET, hours(0, 6), hours(174, 180)),
    ),
    case(
        "one prize is 18 hours",
        several("competition_prize", DAY),
        of_180(UNMET, hours(18), hours(162)),
    ),
    case(
        "a second prize in one year may count or not",
        several("competition_prize", *in_2016(2)),
        of_180(UNMET, hours(18, 36), hours(144, 162)),
    ),
    case(
        "a second prize in the next year counts",
        several("competition_prize", DAY, date(2017, 10, 8)),
        of_180(UNMET, hours(36), hours(144)),
    ),
    case(
        "a prize of the school is none of an authority's",
        several("competition_prize", DAY, level=Level.SCHOOL),
        of_180(UNMET, hours(0), hours(180)),
    ),
    # Practice in enterprises ------------------------------------------------------------------
    *(
        case(
            f"{own} months in enterprises",
            (practice("e", own),),
            # no hour of it counts
            of_360(UNMET, hours(0), hours(360)) | of_5(verdict, months(own), months(short)),
            teacher=VOCATIONAL,
        )
        for own, verdict, short in (
            (Decimal("4.5"), UNMET, "0.5"),
            (5, MET, 0),
            (Decimal("5.5"), MET, 0),
        )
    ),
    case(
        "2 months and 3 months",
        (practice("e", 2), practice("f", 3, date(2019, 12, 31))),
        of_5(MET, months(5), months(0)),
        teacher=VOCATIONAL,
    ),
    case(
        "of which 3 after the cycle",
        (practice("e", 2), practice("f", 3, date(2020, 1, 1))),
        of_5(UNMET, months(2), months(3)),
        teacher=VOCATIONAL,
    ),
    *(
        case(
            f"{name}: no duty in months",
            (),
            {"enterprise-5-months": NONE_APPLIES},
            teacher=teacher,
        )
        for name, teacher in (
            (
                "a vocational teacher of general subjects",
                attrs.evolve(VOCATIONAL, local={"teaches": "general"}),
            ),
            ("a primary teacher", attrs.evolve(TEACHER, local={"teaches": "professional"})),
        )
    ),
    case(
        "a vocational teacher, not known of what",
        (),
        {"enterprise-5-months": expect(OPEN)},
        teacher=attrs.evolve(VOCATIONAL, local={}),
    ),
    # Borders ----------------------------------------------------------------------------------
    *(
        case(
            f"180 hours on {day}",
            (course("a", day, 180),),
            of_180(MET, hours(180), hours(0)) if counts else of_180(UNMET, hours(0), hours(180)),
        )
        for day, counts in (
            (date(2014, 12, 31), False),
            (date(2015, 1, 1), True),
            (date(2015, 1, 2), True),
            (date(2019, 12, 30), True),
            (date(2019, 12, 31), True),
            (date(2020, 1, 1), False),
        )
    ),
    case(
        "several days across the first day of the cycle",
        (course("a", date(2014, 12, 30), 180, last_day=date(2015, 1, 3)),),
        of_180(OPEN, hours(0, 180), hours(0, 180)),
    ),
    case(
        "when the cycle started is not known",
        (course("a", DAY, 360),),
        {"cycle-360": expect(OPEN), "county-and-above-180": expect(OPEN)},
        teacher=attrs.evolve(TEACHER, events=EVENTS | {"cycle_started": UNKNOWN}),
    ),
    case(
        "a pending course",
        (course("a", DAY, 180, status=Status.PENDING),),
        of_180(OPEN, hours(0, 180), hours(0, 180)),
    ),
    case(
        "a form of which nothing was read",
        (course("a", DAY, 180, activity="paper"),),
        of_360(UNMET, hours(0), hours(360)),
    ),
    case(
        "in the second year",
        (course("a", date(2015, 5, 6), 60),),
        {
            "cycle-360": expect(UNMET, OPEN, hours(60), hours(360), hours(300)),
            "county-and-above-180": expect(UNMET, OPEN, hours(60), hours(180), hours(120)),
        },
        as_of=date(2016, 6, 30),
    ),
    # A whole teacher --------------------------------------------------------------------------
    case(
        "five years of one vocational teacher",
        (
            course("a", date(2015, 4, 1), 60),  # 60
            in_school("b", 50),  # 50 in school
            *several("lecture", *in_2016(4)),  # 18
            course("c", date(2017, 4, 1), 40, level=Level.PROVINCE),  # 40
            in_school("d", 40, day=date(2017, 9, 1)),  # 40 in school
            *several("competition_prize", date(2018, 4, 1)),  # 18
            *several("open_lesson", date(2018, 5, 1)),  # 6
            in_school("e", 70, activity="self_study", day=date(2018, 9, 1)),  # 70, own study
            in_school("f", 10, result=NONE, day=date(2018, 10, 1)),  # nothing
            course("g", date(2019, 4, 1), 50, activity="conference", level=Level.CITY),  # 50
            practice("h", 2, date(2016, 7, 1)),
            practice("i", 3, date(2019, 7, 1)),
        ),
        # of the county and above 60 + 18 + 40 + 18 + 6 + 50 = 192
        # 192 + 50 + 40 + 70 = 352
        of_360(UNMET, hours(352), hours(8))
        | of_180(MET, hours(192), hours(0))
        | of_5(MET, months(5), months(0)),
        teacher=VOCATIONAL,
    ),
]


# Suqian -----------------------------------------------------------------------------------

IN_2018 = date(2018, 5, 6)


def of_90(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"yearly-90": expect(verdict, verdict, counted, hours(90), short)}


def suqian(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    as_of: date = date(2018, 12, 31),
) -> Case:
    return case(
        name,
        records,
        expected,
        teacher=Teacher("t", events={"hired": date(2009, 9, 1)}),
        as_of=as_of,
        policy=SUQIAN,
    )


def public_course(record_id: str, day: date | None = IN_2018, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, day, None, activity="public_course", level=None, **facts)


def training_by_days(
    record_id: str,
    days: str | int,
    form: str = "full_time",
    *,
    without: str = "",
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """Training of another provider, passed, with its certificate and timetable."""
    local = {
        "recognised_base": "no",
        "has_certificate": "yes",
        "has_timetable": "yes",
        "day_form": form,
    } | facts.pop("local", {})
    local.pop(without, None)
    return course(record_id, facts.pop("day", IN_2018), None, days=days, local=local, **facts)


def other(record_id: str, activity: str, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, facts.pop("day", IN_2018), None, activity=activity, **facts)


PUBLIC = public_course("p")  # 72

SUQIAN_CASES = [
    suqian(
        "a public course and 3 full days are exactly 90",
        (PUBLIC, training_by_days("t", 3)),  # 72 + 18
        of_90(MET, hours(90), hours(0)),
    ),
    suqian(
        "a public course and 2.5 full days",
        (PUBLIC, training_by_days("t", "2.5")),  # 72 + 15
        of_90(UNMET, hours(87), hours(3)),
    ),
    suqian(
        "a public course and 3.5 full days",
        (PUBLIC, training_by_days("t", "3.5")),  # 72 + 21
        of_90(MET, hours(93), hours(0)),
    ),
    suqian(
        "half a day of half time is an hour and a half",
        (training_by_days("t", "0.5", "half_time"),),
        of_90(UNMET, hours("1.5"), hours("88.5")),
    ),
    suqian("one public course", (PUBLIC,), of_90(UNMET, hours(72), hours(18))),
    suqian(
        "two public courses",
        (PUBLIC, public_course("q")),
        of_90(MET, hours(144), hours(0)),
    ),
    suqian(
        "a public course whose examination was failed",
        (public_course("p", result=Result.FAILED),),
        of_90(UNMET, hours(0), hours(90)),
    ),
    suqian(
        "a public course of which the result is not known",
        (public_course("p", result=None),),
        of_90(UNMET, hours(0, 72), hours(18, 90)),
    ),
    suqian("nothing at all", (), of_90(UNMET, hours(0), hours(90))),
    # Certificates by examination --------------------------------------------------------------
    *(
        suqian(
            f"{count} certificates by examination",
            tuple(
                other(f"e{n}", "examination", local={"has_certificate": "yes"})
                for n in range(count)
            ),
            of_90(verdict, hours(40 * count), hours(short)),
        )
        for count, verdict, short in ((1, UNMET, 50), (2, UNMET, 10), (3, MET, 0))
    ),
    suqian(
        "an examination without a certificate",
        (other("e", "examination", local={"has_certificate": "no"}),),
        of_90(UNMET, hours(0), hours(90)),
    ),
    # Training ---------------------------------------------------------------------------------
    suqian(
        "a course of a recognised base: the approved hours, not its days",
        (
            training_by_days("t", 10, local={"recognised_base": "yes", "recognised_hours": 18}),
            PUBLIC,
        ),
        of_90(MET, hours(90), hours(0)),
    ),
    *(
        suqian(
            f"other training without its {name}",
            (PUBLIC, training_by_days("t", 3, local={fact: "no"})),
            of_90(UNMET, hours(72), hours(18)),
        )
        for name, fact in (("certificate", "has_certificate"), ("timetable", "has_timetable"))
    ),
    suqian(
        "other training, not passed",
        (PUBLIC, training_by_days("t", 3, result=Result.FAILED)),
        of_90(UNMET, hours(72), hours(18)),
    ),
    suqian(
        "whether there is a timetable is not known",
        (PUBLIC, training_by_days("t", 3, without="has_timetable")),
        of_90(OPEN, hours(72, 90), hours(0, 18)),
    ),
    suqian(
        "full time or half time is not known",
        (PUBLIC, training_by_days("t", 3, without="day_form")),
        of_90(OPEN, hours(72, 90), hours(0, 18)),
    ),
    # Degree study -----------------------------------------------------------------------------
    suqian(
        "a diploma, with 50 hours registered in this year",
        (other("d", "diploma", project="ba", local={"recognised_hours": 50}),),
        of_90(UNMET, hours(50), hours(40)),
    ),
    suqian(
        "the same diploma, with 50 hours registered in the next",
        (
            other("d", "diploma", project="ba", local={"recognised_hours": 50}),
            other(
                "e", "diploma", project="ba", local={"recognised_hours": 50}, day=date(2019, 5, 6)
            ),
        ),
        of_90(UNMET, hours(50), hours(40)),
        as_of=date(2019, 12, 31),
    ),
    suqian(
        "one diploma has 100 hours and no more: 60 in the first year leave 40",
        (
            other("d", "diploma", project="ba", local={"recognised_hours": 60}),
            other(
                "e", "diploma", project="ba", local={"recognised_hours": 50}, day=date(2019, 5, 6)
            ),
        ),
        of_90(UNMET, hours(40), hours(50)),
        as_of=date(2019, 12, 31),
    ),
    suqian(
        "two diplomas have 100 hours each",
        (
            other("d", "diploma", project="ba", local={"recognised_hours": 60}),
            other(
                "e", "diploma", project="ma", local={"recognised_hours": 50}, day=date(2019, 5, 6)
            ),
        ),
        of_90(UNMET, hours(50), hours(40)),
        as_of=date(2019, 12, 31),
    ),
    suqian(
        "a diploma, not known how its hours are shared: 0 to 100",
        (other("d", "diploma", project="ba"),),
        of_90(OPEN, hours(0, 100), hours(0, 90)),
    ),
    suqian(
        "three courses without the diploma",
        tuple(other(f"c{n}", "degree_course") for n in range(3)),
        of_90(UNMET, hours(30), hours(60)),
    ),
    suqian(
        "six courses of the self-taught examination are exactly 90",
        tuple(other(f"c{n}", "self_taught_course") for n in range(6)),
        of_90(MET, hours(90), hours(0)),
    ),
    suqian(
        "of which one was failed",
        (
            other("f", "self_taught_course", result=Result.FAILED),
            *(other(f"c{n}", "self_taught_course") for n in range(5)),
        ),
        of_90(UNMET, hours(75), hours(15)),
    ),
    # Study visits -----------------------------------------------------------------------------
    *(
        suqian(
            f"a study visit, {name}",
            (
                PUBLIC,
                other(
                    "v",
                    "study_visit",
                    approval=approval,
                    local={"report_handed_in": report, "recognised_hours": 18},
                ),
            ),
            expected,
        )
        for name, approval, report, expected in (
            ("accepted, with a report", Approval.APPROVED, "yes", of_90(MET, hours(90), hours(0))),
            ("without a report", Approval.APPROVED, "no", of_90(UNMET, hours(72), hours(18))),
            ("not accepted", Approval.REFUSED, "yes", of_90(UNMET, hours(72), hours(18))),
            ("not known whether accepted", None, "yes", of_90(OPEN, hours(72, 90), hours(0, 18))),
        )
    ),
    suqian(
        "a study visit of three days: the hours of a day were not seen",
        (
            PUBLIC,
            other(
                "v",
                "study_visit",
                days=3,
                approval=Approval.APPROVED,
                local={"report_handed_in": "yes"},
            ),
        ),
        of_90(OPEN, class_hours(72, to=UNBOUNDED), hours(0, 18)),
    ),
    # Borders ----------------------------------------------------------------------------------
    *(
        suqian(
            f"a public course on {day}",
            (public_course("p", day),),
            of_90(UNMET, hours(counted), hours(90 - counted)),
        )
        for day, counted in (
            (date(2017, 12, 31), 0),
            (date(2018, 1, 1), 72),
            (date(2018, 1, 2), 72),
            (date(2018, 12, 30), 72),
            (date(2018, 12, 31), 72),
            (date(2019, 1, 1), 0),
        )
    ),
    suqian(
        "a public course across New Year",
        (public_course("p", date(2017, 12, 30), last_day=date(2018, 1, 3)),),
        of_90(UNMET, hours(0, 72), hours(18, 90)),
    ),
    suqian(
        "a public course of 2018, without its day",
        (public_course("p", None, within=Span.of_year(2018)),),
        of_90(UNMET, hours(72), hours(18)),
    ),
    suqian(
        "years before 2016 are not judged",
        (),
        {"yearly-90": NONE_APPLIES},
        as_of=date(2015, 12, 31),
    ),
    suqian("2016 is", (), of_90(UNMET, hours(0), hours(90)), as_of=date(2016, 12, 31)),
    # A whole teacher --------------------------------------------------------------------------
    suqian(
        "one year of one teacher",
        (
            public_course("a"),  # 72
            public_course("b", result=Result.FAILED),  # nothing
            training_by_days("c", 1),  # 6
            training_by_days("d", 1, "half_time"),  # 3
            training_by_days("e", 5, local={"has_timetable": "no"}),  # nothing
            other("f", "degree_course"),  # 10
            other("g", "degree_course", result=Result.FAILED),  # nothing
        ),
        of_90(MET, hours(91), hours(0)),  # 72 + 6 + 3 + 10
    ),
]


@pytest.mark.parametrize("own", PROVINCE, ids=lambda own: own.name)
def test_the_province(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", SUQIAN_CASES, ids=lambda own: own.name)
def test_suqian(own: Case) -> None:
    assert own.found() == own.wanted()


def test_the_duty_in_suqian_is_the_nations() -> None:
    (duty,) = SUQIAN.requirements

    assert SUQIAN.source_of(duty).number == "专业技术人员继续教育规定"
    assert {SUQIAN.source_of(own) for own in SUQIAN.recognition} == {SUQIAN.source}


def test_a_day_that_is_neither_full_nor_half_time_has_no_price() -> None:
    """
    Its evidence is at hand, so that it is not refused: the list says nothing of it.
    """
    (own,) = suqian("evenings", (training_by_days("t", 3, "evenings"),), {}).audited().records

    assert own.outcome == "unmatched"


def test_no_consequence_was_seen() -> None:
    for own in (case("none", (), {}), suqian("none", (), {})):
        result = own.audited()
        assert word(result.final) == UNMET
        assert all(one.consequences == () for one in result.findings)


@pytest.mark.parametrize(
    ("policy", "record", "rule", "outcome"),
    [
        (JIANGSU, course("a", DAY, 8), "training", "recognised"),
        (JIANGSU, in_school("a", 8), "in-school-and-own-study", "recognised"),
        (JIANGSU, in_school("a", 8, result=NONE), "without-assessment", "refused"),
        (JIANGSU, *several("lecture", DAY), "lecture", "recognised"),
        (JIANGSU, practice("a", 1), "enterprise-practice", "recognised"),
        (SUQIAN, training_by_days("a", 1), "other-training", "recognised"),
        (
            SUQIAN,
            training_by_days("a", 1, local={"has_timetable": "no"}),
            "evidence-missing",
            "refused",
        ),
        (SUQIAN, training_by_days("a", 1, result=Result.FAILED), "not-passed", "refused"),
        (
            SUQIAN,
            other("a", "examination", local={"has_certificate": "no"}),
            "examination-without-certificate",
            "refused",
        ),
        (
            SUQIAN,
            other("a", "study_visit", approval=Approval.REFUSED),
            "visit-not-accepted",
            "refused",
        ),
    ],
)
def test_which_rule_takes_a_record(
    policy: Policy, record: TrainingRecord, rule: str, outcome: str
) -> None:
    (own,) = case("one record", (record,), {}, policy=policy).audited().records

    assert [one.id for one in own.rules if one is not None] == [rule]
    assert own.outcome == outcome


@pytest.mark.parametrize(
    ("policy", "own", "named"),
    [
        (JIANGSU, course("a", DAY, 360, result=Result.FAILED), set()),  # the rule leaves it open
        (JIANGSU, course("a", DAY, None), {"hours"}),
        (JIANGSU, in_school("a", 0, hours=360, local={}), {"recognised_hours"}),
        (SUQIAN, public_course("a", date(2019, 5, 6), result=None), set()),  # 72 are not enough
        (
            SUQIAN,
            training_by_days("a", 20, day=date(2019, 5, 6), without="day_form"),
            {"day_form"},
        ),
    ],
)
def test_the_missing_fact_is_named(policy: Policy, own: TrainingRecord, named: set[str]) -> None:
    result = case("a fact is not known", (own,), {}, policy=policy).audited()
    first = result.findings[0]

    assert {(one.record, one.fact) for one in first.missing} == {("a", name) for name in named}
