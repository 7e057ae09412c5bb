"""Hand-worked cases for the national rules on teachers and principals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    NEW_TEACHER,
    NONE,
    PRINCIPAL,
    UNBOUNDED,
    Certainty,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
)
from teachtrain.policies import NATION_1999, NATION_2011, PRINCIPALS_1999, PRINCIPALS_2013
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

# Appointed on 1 September 2015, on probation for a year; a cycle of five years from the same day.
LAST_DAY = date(2020, 8, 31)
EVENTS: dict[str, Any] = {
    "hired": date(2015, 9, 1),
    "appointed": date(2015, 9, 1),
    "probation_ended": date(2016, 9, 1),
    "cycle_started": date(2015, 9, 1),
}
NEWLY = ((NEW_TEACHER, Span.through(date(2015, 9, 1), date(2016, 8, 31))),)
TEACHER = Teacher("t", categories=NEWLY, events=EVENTS)

IN_PROBATION = date(2015, 11, 9)
LATER = date(2018, 3, 5)


def with_events(teacher: Teacher = TEACHER, **events: Any) -> Teacher:  # noqa: ANN401 - Event checks each
    own = {event.name: event.day for event in teacher.events} | events
    return attrs.evolve(teacher, events={name: day for name, day in own.items() if day is not None})


def induction(record_id: str, day: date, hours: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, day, hours, activity="induction", **facts)


def hours(low: str | int, to: str | int | None = None) -> Amount:
    return class_hours(low, to=to)


def of_120(
    verdict: str, counted: Amount, short: Amount, final: str | None = None
) -> dict[str, Expected]:
    return {"new-teacher-120": expect(verdict, final, counted, class_hours(120), short)}


def of_240(
    verdict: str, counted: Amount, short: Amount, final: str | None = None
) -> dict[str, Expected]:
    return {"post-training-240": expect(verdict, final, counted, class_hours(240), short)}


def of_360(
    verdict: str, counted: Amount, short: Amount, final: str | None = None
) -> dict[str, Expected]:
    return {"training-360": expect(verdict, final, counted, class_hours(360), short)}


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
    policy: Policy = NATION_1999,
    complete_until: date | None = None,
) -> Case:
    return Case(name, policy, teacher, records, as_of, expected, complete_until)


ORDER_7 = [
    # 120 hours in the probation period --------------------------------------------------------
    case("119 hours", (induction("a", IN_PROBATION, 119),), of_120(UNMET, hours(119), hours(1))),
    case("120 hours", (induction("a", IN_PROBATION, 120),), of_120(MET, hours(120), hours(0))),
    case(
        "119.5 hours in two parts",
        (induction("a", IN_PROBATION, "59.5"), induction("b", date(2016, 5, 9), 60)),
        of_120(UNMET, hours("119.5"), hours("0.5")),
    ),
    case(
        "on the first day of probation",
        (induction("a", date(2015, 9, 1), 120),),
        of_120(MET, hours(120), hours(0)),
    ),
    case(
        "on the last day of probation",
        (induction("a", date(2016, 8, 31), 120),),
        of_120(MET, hours(120), hours(0)),
    ),
    case(
        "on the day after it",
        (induction("a", date(2016, 9, 1), 120),),
        of_120(UNMET, hours(0), hours(120)),
    ),
    case(
        "halfway through probation",
        (induction("a", IN_PROBATION, 60),),
        of_120(UNMET, hours(60), hours(60), OPEN),
        as_of=date(2016, 3, 1),
    ),
    case(
        "probation is a clock of its own: it ran out in the first year of the cycle",
        (induction("a", IN_PROBATION, 60),),
        of_120(UNMET, hours(60), hours(60)) | of_240(UNMET, hours(0), hours(240), OPEN),
        as_of=date(2016, 9, 1),
    ),
    case(
        "post training is no new teacher training, nor the other way round",
        (induction("a", IN_PROBATION, 240), course("b", IN_PROBATION, 120)),
        of_120(MET, hours(240), hours(0)) | of_240(UNMET, hours(120), hours(120)),
    ),
    case(
        "who was not new when appointed owes none",
        (),
        {"new-teacher-120": NONE_APPLIES},
        teacher=attrs.evolve(TEACHER, categories=()),
    ),
    case(
        "whether the teacher was new is not known",
        (),
        {"new-teacher-120": expect(OPEN)},
        teacher=attrs.evolve(TEACHER, categories=None),
    ),
    case(
        "when probation ended is not known",
        (induction("a", LATER, 120),),
        {"new-teacher-120": expect(OPEN)},
        teacher=with_events(probation_ended=None),
    ),
    case(
        "probation goes on, and its end is not settled",
        (induction("a", IN_PROBATION, 60),),
        of_120(UNMET, hours(60), hours(60), OPEN),
        teacher=with_events(probation_ended=NONE),
        as_of=date(2016, 3, 1),
    ),
    case(
        "the order is younger than the probation",
        (),
        {"new-teacher-120": NONE_APPLIES},
        teacher=Teacher(
            "t",
            categories=((NEW_TEACHER, Span.until(date(1999, 8, 31))),),
            events={
                "hired": date(1998, 9, 1),
                "appointed": date(1998, 9, 1),
                "probation_ended": date(1999, 9, 1),  # its last day is 31 August 1999
                "cycle_started": date(1998, 9, 1),
            },
        ),
        as_of=date(2000, 8, 31),
    ),
    case(
        "the order holds on the last day of probation",
        (),
        of_120(UNMET, hours(0), hours(120)),
        teacher=Teacher(
            "t",
            categories=((NEW_TEACHER, Span.until(date(2000, 8, 31))),),
            events={
                "hired": date(1999, 9, 1),
                "appointed": date(1999, 9, 1),
                "probation_ended": date(2000, 9, 1),
                "cycle_started": date(1999, 9, 1),
            },
        ),
        as_of=date(2000, 8, 31),
    ),
    # 240 hours in five years ------------------------------------------------------------------
    case(
        "239.5 hours", (course("a", LATER, "239.5"),), of_240(UNMET, hours("239.5"), hours("0.5"))
    ),
    case(
        "240 hours, 30 of them for class teachers",
        (course("a", LATER, 210), course("b", LATER, 30, activity="class_teacher_training")),
        of_240(MET, hours(240), hours(0)),
    ),
    case(
        "backbone training is a type of its own",
        (course("a", LATER, 200), course("b", LATER, 40, activity="backbone_training")),
        of_240(UNMET, hours(200), hours(40)),
    ),
    case(
        "degree study does not free from post training",
        (
            course("a", LATER, 200),
            course("d", LATER, 400, activity="degree_year"),
        ),
        of_240(UNMET, hours(200), hours(40)),
    ),
    case(
        "100 hours in school: the province says how many count",
        (course("a", LATER, 200), course("s", LATER, 100, activity="school_based")),
        of_240(OPEN, hours(200, 300), hours(0, 40)),  # 200 + anything from 0 to 100
    ),
    case(
        "99.5 hours in school could not be enough",
        (course("a", LATER, 140), course("s", LATER, "99.5", activity="self_study")),
        of_240(UNMET, hours(140, "239.5"), hours("0.5", 100)),
    ),
    case(
        "100 hours in school, not needed",
        (course("a", LATER, 240), course("s", LATER, 100, activity="school_based")),
        of_240(MET, hours(240, 340), hours(0)),
    ),
    case(
        "40 hours failed: no text says whether they count",
        (course("a", LATER, 200), course("b", LATER, 40, result=Result.FAILED)),
        of_240(OPEN, hours(200, 240), hours(0, 40)),
    ),
    case(
        "39.5 hours failed could not be enough",
        (course("a", LATER, 200), course("b", LATER, "39.5", result=Result.FAILED)),
        of_240(UNMET, hours(200, "239.5"), hours("0.5", 40)),
    ),
    case(
        "a result that is not known may be a fail",
        (course("a", LATER, 200), course("b", LATER, 40, result=None)),
        of_240(OPEN, hours(200, 240), hours(0, 40)),
    ),
    case(
        "training without an assessment counts",
        (course("a", LATER, 200), course("b", LATER, 40, result=NONE)),
        of_240(MET, hours(240), hours(0)),
    ),
    case(
        "40 hours pending",
        (course("a", LATER, 200), course("b", LATER, 40, status=Status.PENDING)),
        of_240(OPEN, hours(200, 240), hours(0, 40)),
    ),
    case(
        "the last day of the cycle",
        (course("a", date(2020, 8, 31), 240),),
        of_240(MET, hours(240), hours(0)),
    ),
    case(
        "the first day of the next cycle",
        (course("a", LATER, 240), course("b", date(2020, 9, 1), 100)),
        of_240(UNMET, hours(100), hours(140), OPEN),
        as_of=date(2020, 9, 1),
    ),
    case(
        "a cycle that started on 29 February 2016 ends on 27 February 2021",
        (course("a", date(2021, 2, 27), 240),),
        of_240(MET, hours(240), hours(0)),
        teacher=with_events(cycle_started=date(2016, 2, 29)),
        as_of=date(2021, 2, 27),
    ),
    case(
        "and the next one starts on the 28th",
        (course("a", date(2021, 2, 27), 240), course("b", date(2021, 2, 28), 10)),
        of_240(UNMET, hours(10), hours(230), OPEN),
        teacher=with_events(cycle_started=date(2016, 2, 29)),
        as_of=date(2021, 2, 28),
    ),
    case(
        "no text names the first day of the cycle; where the teacher's is not given, it is open",
        (course("a", LATER, 240),),
        {"post-training-240": expect(OPEN)},
        teacher=with_events(cycle_started=None),
    ),
    case(
        "records are complete only to an earlier day",
        (course("a", LATER, 200),),
        of_240(OPEN, class_hours(200, to=UNBOUNDED), hours(0, 40)),
        complete_until=date(2020, 7, 31),
    ),
]


OPINIONS_2011 = [
    case(
        "359.5 hours",
        (course("a", LATER, "359.5"),),
        of_360(UNMET, hours("359.5"), hours("0.5")),
        policy=NATION_2011,
    ),
    case(
        "360 hours, backbone and class teacher training among them",
        (
            course("a", LATER, 250),
            course("b", LATER, 80, activity="backbone_training"),
            course("c", LATER, 30, activity="class_teacher_training"),  # 250 + 80 + 30
        ),
        of_360(MET, hours(360), hours(0)),
        policy=NATION_2011,
    ),
    case(
        "the 120 hours of new teachers are their own",
        (induction("a", IN_PROBATION, 120), course("b", LATER, 240)),
        of_120(MET, hours(120), hours(0)) | of_360(UNMET, hours(240), hours(120)),
        policy=NATION_2011,
    ),
    case(
        "119.5 hours of new teacher training",
        (induction("a", IN_PROBATION, "119.5"),),
        of_120(UNMET, hours("119.5"), hours("0.5")),
        policy=NATION_2011,
    ),
    case(
        "school-based hours are the province's to recognise",
        (course("a", LATER, 300), course("s", LATER, 60, activity="school_based")),
        of_360(OPEN, hours(300, 360), hours(0, 60)),
        policy=NATION_2011,
    ),
    case(
        "a cycle that was over before the opinions",
        (),
        {"training-360": NONE_APPLIES},
        policy=NATION_2011,
        teacher=with_events(hired=date(2000, 9, 1), cycle_started=date(2005, 9, 1)),
        as_of=date(2010, 8, 31),
    ),
    case(
        "a cycle that ended after them",
        (course("a", date(2008, 5, 5), 300),),
        of_360(UNMET, hours(300), hours(60)),
        policy=NATION_2011,
        teacher=with_events(hired=date(2000, 9, 1), cycle_started=date(2006, 9, 1)),
        as_of=date(2011, 8, 31),
    ),
]


# In a principal's post from 1 September 2016 on.
HEAD = Teacher(
    "p",
    categories=((PRINCIPAL, Span.since(date(2016, 9, 1))),),
    events=EVENTS | {"hired": date(2001, 9, 1), "became_principal": date(2016, 9, 1)},
)


def qualification(record_id: str, day: date, own: str | int) -> TrainingRecord:
    return course(record_id, day, own, activity="principal_qualification")


def improvement(record_id: str, day: date, own: str | int) -> TrainingRecord:
    return course(record_id, day, own, activity="principal_improvement")


def of_300(
    verdict: str, counted: Amount, short: Amount, final: str | None = None
) -> dict[str, Expected]:
    return {"qualification-300": expect(verdict, final, counted, class_hours(300), short)}


def head(
    name: str,
    policy: Policy,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = HEAD,
    as_of: date = LAST_DAY,
) -> Case:
    return case(name, records, expected, teacher=teacher, as_of=as_of, policy=policy)


ORDER_8 = [
    head(
        "299.5 hours of qualification training: no day is named by which it must be complete",
        PRINCIPALS_1999,
        (qualification("a", date(2016, 5, 9), "299.5"),),
        of_300(UNMET, hours("299.5"), hours("0.5"), OPEN),
    ),
    head(
        "300 hours, a part of them in the post",
        PRINCIPALS_1999,
        (qualification("a", date(2010, 5, 9), 200), qualification("b", date(2017, 5, 9), 100)),
        of_300(MET, hours(300), hours(0)),
    ),
    head(
        "qualification training is no improvement training",
        PRINCIPALS_1999,
        (qualification("a", date(2016, 5, 9), 300), improvement("b", LATER, "239.5")),
        of_300(MET, hours(300), hours(0))
        | {"improvement-240": expect(UNMET, UNMET, hours("239.5"), hours(240), hours("0.5"))},
    ),
    head(
        "240 hours of improvement training",
        PRINCIPALS_1999,
        (improvement("b", LATER, 240),),
        {"improvement-240": expect(MET, MET, hours(240), hours(240), hours(0))},
    ),
    head(
        "advanced training is a type of its own",
        PRINCIPALS_1999,
        (improvement("b", LATER, 200), course("c", LATER, 40, activity="backbone_training")),
        {"improvement-240": expect(UNMET, UNMET, hours(200), hours(240), hours(40))},
    ),
    head(
        "who is no principal owes neither",
        PRINCIPALS_1999,
        (),
        {"qualification-300": NONE_APPLIES, "improvement-240": NONE_APPLIES},
        teacher=attrs.evolve(HEAD, categories=()),
    ),
    head(
        "who took the post before the order was no new principal",
        PRINCIPALS_1999,
        (),
        {"qualification-300": NONE_APPLIES},
        teacher=with_events(
            attrs.evolve(HEAD, categories=(PRINCIPAL,)),
            hired=date(1985, 9, 1),
            became_principal=date(1999, 12, 29),
        ),
    ),
    head(
        "who took it on the day of issue was",
        PRINCIPALS_1999,
        (),
        of_300(UNMET, hours(0), hours(300), OPEN),
        teacher=with_events(
            attrs.evolve(HEAD, categories=(PRINCIPAL,)),
            hired=date(1985, 9, 1),
            became_principal=date(1999, 12, 30),
        ),
    ),
    head(
        "a principal until the year before the end of the cycle owes no improvement training",
        PRINCIPALS_1999,
        (),
        {"improvement-240": NONE_APPLIES},
        teacher=attrs.evolve(
            HEAD, categories=((PRINCIPAL, Span.through(date(2016, 9, 1), date(2019, 8, 31))),)
        ),
    ),
]


OPINIONS_2013 = [
    head(
        "300 hours by the day before the post",
        PRINCIPALS_2013,
        (qualification("a", date(2010, 5, 9), 200), qualification("b", date(2016, 8, 31), 100)),
        of_300(MET, hours(300), hours(0)),
    ),
    head(
        "hours on the first day in the post are too late",
        PRINCIPALS_2013,
        (qualification("a", date(2010, 5, 9), 200), qualification("b", date(2016, 9, 1), 100)),
        of_300(UNMET, hours(200), hours(100)),
    ),
    head(
        "a proposed principal still has time",
        PRINCIPALS_2013,
        (qualification("a", date(2016, 5, 9), 200),),
        of_300(UNMET, hours(200), hours(100), OPEN),
        teacher=attrs.evolve(HEAD, categories=("proposed_principal",)),
        as_of=date(2016, 6, 1),
    ),
    head(
        "who took the post before the opinions",
        PRINCIPALS_2013,
        (),
        {"qualification-300": NONE_APPLIES},
        teacher=with_events(HEAD, became_principal=date(2013, 9, 1)),
    ),
    head(
        "360 hours of a serving principal, an advanced seminar among them",
        PRINCIPALS_2013,
        (
            improvement("a", LATER, 300),
            course("b", LATER, 60, activity="backbone_training"),  # 300 + 60
        ),
        {"serving-360": expect(MET, MET, hours(360), hours(360), hours(0))},
    ),
    head(
        "359.5 hours; qualification training is not among them",
        PRINCIPALS_2013,
        (improvement("a", LATER, "359.5"), qualification("b", date(2016, 5, 9), 300)),
        {"serving-360": expect(UNMET, UNMET, hours("359.5"), hours(360), hours("0.5"))},
    ),
    head(
        "the 240 hours of 1999 are no longer enough",
        PRINCIPALS_2013,
        (improvement("a", LATER, 240),),
        {"serving-360": expect(UNMET, UNMET, hours(240), hours(360), hours(120))},
    ),
]


def probation_until(day: date) -> Teacher:
    """A new teacher whose first day after probation is *day*."""
    return Teacher(
        "t",
        categories=(NEW_TEACHER,),
        events=EVENTS | {"appointed": date(day.year - 1, 9, 1), "probation_ended": day},
    )


def head_since(day: date) -> Teacher:
    return with_events(attrs.evolve(HEAD, categories=(PRINCIPAL,)), became_principal=day)


def cycle_until(day: date) -> Teacher:
    """A principal whose cycle ends on the day before *day*."""
    return attrs.evolve(head_since(day), events={"cycle_started": day.replace(year=day.year - 5)})


@pytest.mark.parametrize(
    ("policy", "clause", "teacher", "as_of", "verdict"),
    [
        # The day of issue in these months was not verified: the next month is sure.
        (
            NATION_1999,
            "new-teacher-120",
            probation_until(date(1999, 10, 1)),  # its last day is 30 September
            LAST_DAY,
            NOT_APPLICABLE,
        ),
        (NATION_1999, "new-teacher-120", probation_until(date(1999, 10, 2)), LAST_DAY, UNMET),
        (
            NATION_2011,
            "new-teacher-120",
            probation_until(date(2011, 2, 1)),
            LAST_DAY,
            NOT_APPLICABLE,
        ),
        (NATION_2011, "new-teacher-120", probation_until(date(2011, 2, 2)), LAST_DAY, UNMET),
        (
            NATION_1999,
            "post-training-240",
            cycle_until(date(1999, 10, 1)),
            date(1999, 9, 30),
            NOT_APPLICABLE,
        ),
        (
            NATION_1999,
            "post-training-240",
            cycle_until(date(1999, 10, 2)),
            date(1999, 10, 1),
            UNMET,
        ),
        (
            NATION_2011,
            "training-360",
            cycle_until(date(2011, 2, 1)),
            date(2011, 1, 31),
            NOT_APPLICABLE,
        ),
        (NATION_2011, "training-360", cycle_until(date(2011, 2, 2)), date(2011, 2, 1), UNMET),
        (
            PRINCIPALS_2013,
            "serving-360",
            cycle_until(date(2013, 10, 1)),
            date(2013, 9, 30),
            NOT_APPLICABLE,
        ),
        (PRINCIPALS_2013, "serving-360", cycle_until(date(2013, 10, 2)), date(2013, 10, 1), UNMET),
        (
            PRINCIPALS_2013,
            "qualification-300",
            head_since(date(2013, 9, 30)),
            LAST_DAY,
            NOT_APPLICABLE,
        ),
        (PRINCIPALS_2013, "qualification-300", head_since(date(2013, 10, 1)), LAST_DAY, UNMET),
        (
            PRINCIPALS_1999,
            "qualification-300",
            head_since(date(1999, 12, 29)),
            LAST_DAY,
            NOT_APPLICABLE,
        ),
        (PRINCIPALS_1999, "qualification-300", head_since(date(1999, 12, 30)), LAST_DAY, UNMET),
    ],
)
def test_a_rule_asks_nothing_of_the_time_before_it(
    policy: Policy, clause: str, teacher: Teacher, as_of: date, verdict: str
) -> None:
    result = case("none", (), {}, teacher=teacher, as_of=as_of, policy=policy).audited()

    assert word(result.finding(clause).so_far) == verdict


@pytest.mark.parametrize("own", ORDER_7, ids=lambda own: own.name)
def test_order_7(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", OPINIONS_2011, ids=lambda own: own.name)
def test_the_opinions_of_2011(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", ORDER_8, ids=lambda own: own.name)
def test_order_8(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", OPINIONS_2013, ids=lambda own: own.name)
def test_the_opinions_of_2013(own: Case) -> None:
    assert own.found() == own.wanted()


def test_both_duties_of_a_new_teacher_make_the_overall_verdict() -> None:
    records = (induction("a", IN_PROBATION, 120), course("b", LATER, 240))
    both = case("both", records, {}).audited()
    one = case("one", records[1:], {}).audited()

    assert word(both.final) == MET
    assert word(one.final) == UNMET


def test_by_when_it_is_due() -> None:
    """
    Probation and the cycle each have their clock; the qualification of 1999 names no day.
    """
    teacher = case("none", (), {}).audited()
    order_8 = head("none", PRINCIPALS_1999, (), {}).audited()
    opinions = head("none", PRINCIPALS_2013, (), {}).audited()

    assert teacher.finding("new-teacher-120").due == date(2016, 8, 31)
    assert teacher.finding("post-training-240").due == date(2020, 8, 31)
    assert order_8.finding("qualification-300").due is None
    assert opinions.finding("qualification-300").due == date(2016, 8, 31)


def test_the_event_that_starts_the_cycle_is_named_as_missing() -> None:
    result = case("no start", (), {}, teacher=with_events(cycle_started=None)).audited()

    assert any("cycle_started" in str(own) for own in result.missing)


def test_only_a_day_of_issue_that_was_read_is_given() -> None:
    issued = {
        policy.id: policy.source.issued
        for policy in (NATION_1999, NATION_2011, PRINCIPALS_1999, PRINCIPALS_2013)
    }

    assert issued == {
        "cn-1999": None,
        "cn-2011": None,
        "cn-principals-1999": date(1999, 12, 30),
        "cn-principals-2013": None,
    }


def test_degree_study_is_refused_with_a_reason() -> None:
    """
    Refused differs from unmatched: the order knows degree education, as another branch.
    """
    (rule,) = [own for own in NATION_1999.recognition if own.id == "degree-education"]

    assert rule.posts == ()
    assert rule.reason is not None


def test_figures_read_in_a_report_are_no_surer_than_the_report() -> None:
    wording = {
        (policy.id, own.id): policy.source_of(own).certainty
        for policy in (NATION_1999, NATION_2011, PRINCIPALS_1999, PRINCIPALS_2013)
        for own in policy.requirements
    }

    assert wording == {
        ("cn-1999", "new-teacher-120"): Certainty.READ,
        ("cn-1999", "post-training-240"): Certainty.READ,
        ("cn-2011", "new-teacher-120"): Certainty.SECONDARY,
        ("cn-2011", "training-360"): Certainty.REPORTED,
        ("cn-principals-1999", "qualification-300"): Certainty.SECONDARY,
        ("cn-principals-1999", "improvement-240"): Certainty.SECONDARY,
        ("cn-principals-2013", "qualification-300"): Certainty.REPORTED,
        ("cn-principals-2013", "serving-360"): Certainty.REPORTED,
    }
