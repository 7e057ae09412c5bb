"""Hand-worked cases for safety training, and for principals in Shaanxi and Hainan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    NONE,
    PRINCIPAL,
    UNBOUNDED,
    Level,
    Mode,
    Result,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
)
from teachtrain.policies import (
    HAINAN_PRINCIPALS_2014,
    PRINCIPALS_SAFETY_2006,
    SHAANXI_PRINCIPALS_2017,
)
from tests.policies.cases import (
    MET,
    NONE_APPLIES,
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
    from teachtrain.models import Amount
    from teachtrain.rules import Policy

DAY = date(2016, 5, 9)
AS_OF = date(2019, 12, 31)


def principal(since: Any, **local: str) -> Teacher:  # noqa: ANN401 - a day, none or not known
    """A principal since a day, or not known since when."""
    return Teacher(
        "t",
        categories=PRINCIPAL,
        events={} if since is None else {"became_principal": since},
        local=local,
    )


def came_to(verdict: str, counted: str | int, needed: int, short: str | int = 0) -> Expected:
    return expect(verdict, verdict, class_hours(counted), class_hours(needed), class_hours(short))


# Safety training --------------------------------------------------------------------------

HEAD = principal(date(2005, 9, 1))


def safety(record_id: str, day: date, hours: str | int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, day, hours, **({"topics": "safety"} | facts))


def safety_case(
    name: str,
    own: Expected,
    *records: TrainingRecord,
    teacher: Teacher = HEAD,
    as_of: date = date(2010, 12, 31),
) -> Case:
    return Case(name, PRINCIPALS_SAFETY_2006, teacher, records, as_of, {"safety-16": own})


MARCH = date(2007, 3, 5)


def so_far(own: Expected) -> Expected:
    """The post goes on, so that what is missing may still come."""
    return attrs.evolve(own, final=OPEN)


SAFETY = [
    safety_case("16 hours", came_to(MET, 16, 16), safety("a", MARCH, 16)),
    safety_case(
        "15.5 hours", so_far(came_to(UNMET, "15.5", 16, "0.5")), safety("a", MARCH, "15.5")
    ),
    safety_case("16.5 hours", came_to(MET, "16.5", 16), safety("a", MARCH, "16.5")),
    safety_case(
        "6 and 10 in two years",
        came_to(MET, 16, 16),
        safety("a", MARCH, 6),
        safety("b", date(2009, 3, 5), 10),
    ),
    safety_case("before the post too", came_to(MET, 16, 16), safety("a", date(2004, 3, 5), 16)),
    safety_case(
        "16 hours on something else",
        so_far(came_to(UNMET, 0, 16, 16)),
        course("a", MARCH, 16),
    ),
    safety_case(
        "on safety and law at once",
        came_to(MET, 16, 16),
        safety("a", MARCH, 16, topics=("law", "safety")),
    ),
    safety_case(
        "on what, is not known",
        expect(OPEN, OPEN, class_hours(0, to=16)),
        safety("a", MARCH, 16, topics=None),
    ),
    safety_case(
        "in the qualification training",
        came_to(MET, 16, 16),
        safety("a", MARCH, 16, activity="principal_qualification"),
    ),
    safety_case(
        "in the improvement training",
        came_to(MET, 16, 16),
        safety("a", MARCH, 16, activity="principal_improvement"),
    ),
    safety_case(
        "own reading is no training",
        so_far(came_to(UNMET, 0, 16, 16)),
        safety("a", MARCH, 16, activity="self_study"),
    ),
    safety_case(
        "failed: nothing that was read says whether it counts",
        expect(OPEN, OPEN, class_hours(0, to=16)),
        safety("a", MARCH, 16, result=Result.FAILED),
    ),
    safety_case(
        "pending",
        expect(OPEN, OPEN, class_hours(0, to=16)),
        safety("a", MARCH, 16, status=Status.PENDING),
    ),
    safety_case(
        "hours are not known",
        expect(OPEN, OPEN, class_hours(0, to=UNBOUNDED)),
        safety("a", MARCH, None),
    ),
    safety_case(
        "after the day of the audit",
        so_far(came_to(UNMET, 0, 16, 16)),
        safety("a", date(2011, 1, 1), 16),
    ),
    safety_case("who is no principal", NONE_APPLIES, teacher=Teacher("t", categories=())),
    safety_case(
        "principal until the year before",
        NONE_APPLIES,
        teacher=attrs.evolve(HEAD, categories=((PRINCIPAL, Span.until(date(2009, 12, 31))),)),
    ),
    safety_case("whether a principal is not known", expect(OPEN), teacher=Teacher("t")),
]


@pytest.mark.parametrize("own", SAFETY, ids=lambda own: own.name)
def test_safety(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_principal_trained_in_safety() -> None:
    """
    4 of the qualification, 8 of a topical course, 4 online: 16; 10 on finance stay out.
    """
    records = (
        safety("a", date(2005, 7, 1), 4, activity="principal_qualification"),
        safety("b", date(2007, 7, 1), 8),
        safety("c", date(2008, 7, 1), 4, mode=Mode.ONLINE),
        course("d", date(2008, 8, 1), 10, topics="finance"),
    )
    result = safety_case("a principal", expect(MET), *records).audited()

    assert result.finding("safety-16").counted == class_hours(16)
    assert (word(result.so_far), word(result.final)) == (MET, MET)


# Shaanxi ----------------------------------------------------------------------------------

# A new principal since 1 September 2017: a year in the post is over on 31 August 2018.
NEW = principal(date(2017, 9, 1), late_for_special_reasons="no")
LATE = principal(date(2017, 9, 1), late_for_special_reasons="yes")
# One appointed earlier, whose two years run from 1 September 2017 to 31 August 2019.
EARLIER = Teacher(
    "t",
    categories=PRINCIPAL,
    events={"became_principal": date(2012, 9, 1), "make_up_started": date(2017, 9, 1)},
)


def qualified(record_id: str, day: date, hours: str | int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    own: dict[str, Any] = {"activity": "principal_qualification", "level": Level.CITY}
    return course(record_id, day, hours, **(own | facts))


def shaanxi(
    name: str,
    teacher: Teacher,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    as_of: date = AS_OF,
) -> Case:
    return Case(name, SHAANXI_PRINCIPALS_2017, teacher, records, as_of, expected)


NEW_300 = "before-the-post-300"
MADE_UP = "made-up-300"

SHAANXI = [
    shaanxi(
        "300 hours before the post",
        NEW,
        (qualified("a", DAY, 300),),
        {NEW_300: expect(MET), MADE_UP: NONE_APPLIES},
    ),
    shaanxi("299.5 hours", NEW, (qualified("a", DAY, "299.5"),), {NEW_300: expect(UNMET)}),
    shaanxi("300.5 hours", NEW, (qualified("a", DAY, "300.5"),), {NEW_300: expect(MET)}),
    shaanxi(
        "the eve of the post counts",
        NEW,
        (qualified("a", date(2017, 8, 31), 300),),
        {NEW_300: expect(MET)},
    ),
    shaanxi(
        "the first day in the post is too late",
        NEW,
        (qualified("a", date(2017, 9, 1), 300),),
        {NEW_300: expect(UNMET)},
    ),
    shaanxi(
        "for special reasons it is in time",
        LATE,
        (qualified("a", date(2017, 9, 1), 300),),
        {NEW_300: expect(MET)},
    ),
    shaanxi(
        "for special reasons, 100 before and 200 in the first year",
        LATE,
        (qualified("a", DAY, 100), qualified("b", date(2018, 3, 1), 200)),
        {NEW_300: expect(MET)},
    ),
    shaanxi(
        "for special reasons, the last day of the year",
        LATE,
        (qualified("a", date(2018, 8, 31), 300),),
        {NEW_300: expect(MET)},
    ),
    shaanxi(
        "for special reasons, a day after the year",
        LATE,
        (qualified("a", date(2018, 9, 1), 300),),
        {NEW_300: expect(UNMET)},
    ),
    shaanxi(
        "whether there were reasons is not known",
        principal(date(2017, 9, 1)),
        (qualified("a", date(2017, 9, 1), 300),),
        {NEW_300: expect(OPEN)},
    ),
    shaanxi(
        "trained before, so that reasons do not matter",
        principal(date(2017, 9, 1)),
        (qualified("a", DAY, 300),),
        {NEW_300: expect(MET)},
    ),
    shaanxi(
        "improvement training is not qualification training",
        NEW,
        (course("a", DAY, 300, activity="principal_improvement"),),
        {NEW_300: expect(UNMET)},
    ),
    shaanxi(
        "failed: the reports do not say",
        NEW,
        (qualified("a", DAY, 300, result=Result.FAILED),),
        {NEW_300: expect(OPEN)},
    ),
    shaanxi(
        "principal from 1 July 2017: surely new",
        principal(date(2017, 7, 1), late_for_special_reasons="no"),
        (),
        {NEW_300: expect(UNMET), MADE_UP: NONE_APPLIES},
    ),
    shaanxi(
        "principal from 30 June 2017: one of those appointed earlier",
        attrs.evolve(
            EARLIER,
            events={"became_principal": date(2017, 6, 30), "make_up_started": date(2017, 9, 1)},
        ),
        (),
        {NEW_300: expect(NOT_APPLICABLE), MADE_UP: came_to(UNMET, 0, 300, 300)},
    ),
    # Those appointed earlier ------------------------------------------------------------------
    shaanxi(
        "120 from before and 180 made up",
        EARLIER,
        (qualified("a", date(2012, 5, 1), 120), qualified("b", date(2018, 5, 1), 180)),
        {MADE_UP: came_to(MET, 300, 300), NEW_300: expect(NOT_APPLICABLE)},
    ),
    shaanxi(
        "120 from before and 179 made up",
        EARLIER,
        (qualified("a", date(2012, 5, 1), 120), qualified("b", date(2018, 5, 1), 179)),
        {MADE_UP: came_to(UNMET, 299, 300, 1)},
    ),
    shaanxi(
        "training of the county is not counted",
        EARLIER,
        (
            qualified("a", date(2012, 5, 1), 120, level=Level.COUNTY),
            qualified("b", date(2018, 5, 1), 180),
        ),
        {MADE_UP: came_to(UNMET, 180, 300, 120)},
    ),
    shaanxi(
        "training of the province is",
        EARLIER,
        (qualified("a", date(2012, 5, 1), 300, level=Level.PROVINCE),),
        {MADE_UP: came_to(MET, 300, 300)},
    ),
    shaanxi(
        "of which level it was is not known",
        EARLIER,
        (qualified("a", date(2012, 5, 1), 300, level=None),),
        {MADE_UP: expect(OPEN, OPEN, class_hours(0, to=300))},
    ),
    shaanxi(
        "the last day of the two years counts",
        EARLIER,
        (qualified("a", date(2019, 8, 31), 300),),
        {MADE_UP: came_to(MET, 300, 300)},
    ),
    shaanxi(
        "the day after is too late",
        EARLIER,
        (qualified("a", date(2019, 9, 1), 300),),
        {MADE_UP: came_to(UNMET, 0, 300, 300)},
    ),
    shaanxi(
        "within the two years",
        EARLIER,
        (qualified("a", date(2012, 5, 1), 120),),
        {MADE_UP: expect(UNMET, OPEN, class_hours(120), class_hours(300), class_hours(180))},
        as_of=date(2018, 12, 31),
    ),
    shaanxi(
        "since when the two years run is not known",
        principal(date(2012, 9, 1)),
        (qualified("a", date(2012, 5, 1), 300),),
        {MADE_UP: expect(OPEN)},
    ),
    shaanxi(
        "never a principal",
        Teacher("t", categories=(), events={"became_principal": NONE}),
        (),
        {NEW_300: expect(NOT_APPLICABLE), MADE_UP: NONE_APPLIES},
    ),
]


@pytest.mark.parametrize("own", SHAANXI, ids=lambda own: own.name)
def test_shaanxi(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_new_principal_in_shaanxi() -> None:
    """
    80 + 140 before the post, 80 in the first year for special reasons: 220, and 300.
    """
    records = (
        qualified("a", date(2016, 7, 1), 80),
        qualified("b", date(2017, 7, 1), 140),
        qualified("c", date(2018, 7, 1), 80),
    )
    result = shaanxi("a principal", LATE, records, {}).audited()
    before, late = result.finding(NEW_300).parts

    assert before.counted == class_hours(220)
    assert word(before.final) == UNMET
    assert word(late.final) == MET
    assert (word(result.so_far), word(result.final)) == (MET, MET)


# Hainan -----------------------------------------------------------------------------------

IN_2014 = date(2014, 3, 1)


def audited(policy: Policy, *records: TrainingRecord) -> Any:  # noqa: ANN401 - an Audit
    return Case("one", policy, HEAD, records, AS_OF, {}).audited()


HAINAN = [
    ("a course", course("a", IN_2014, 40), "training", class_hours(40)),
    (
        "improvement",
        course("a", IN_2014, 40, activity="principal_improvement"),
        "training",
        class_hours(40),
    ),
    (
        "qualification",
        course("a", IN_2014, 300, activity="principal_qualification"),
        "training",
        class_hours(300),
    ),
    (
        "advanced",
        course("a", IN_2014, 60, activity="backbone_training"),
        "training",
        class_hours(60),
    ),
    ("online", course("a", IN_2014, 50, mode=Mode.ONLINE), "training", class_hours(50)),
    ("shadowing", course("a", IN_2014, 80, mode=Mode.PRACTICE), "training", class_hours(80)),
    (
        "a project",
        course("a", IN_2014, 30, activity="research_project"),
        "research-on-the-post",
        None,
    ),
    ("a paper", course("a", IN_2014, 20, activity="paper"), "research-on-the-post", None),
    (
        "a paper with a prize",
        course("a", IN_2014, 20, activity="paper", local={"prize": "yes"}),
        "research-on-the-post",
        None,
    ),
    (
        "a paper of 1 January 2014",
        course("a", date(2014, 1, 1), 20, activity="paper"),
        "research-on-the-post",
        None,
    ),
    (
        "a paper of 31 December 2013, when the rule did not hold yet",
        course("a", date(2013, 12, 31), 20, activity="paper"),
        None,
        None,
    ),
    ("a course of 31 December 2013", course("a", date(2013, 12, 31), 20), None, None),
    (
        "hours that the certificate does not state",
        course("a", IN_2014, None),
        "training",
        class_hours(0, to=UNBOUNDED),
    ),
    (
        "a failed course, on which the report is silent",
        course("a", IN_2014, 40, result=Result.FAILED),
        "training",
        class_hours(0, to=40),
    ),
    (
        "a pending course",
        course("a", IN_2014, 40, status=Status.PENDING),
        "training",
        class_hours(0, to=40),
    ),
    (
        "own study, on which the report is silent",
        course("a", IN_2014, 8, activity="self_study"),
        None,
        None,
    ),
]


@pytest.mark.parametrize(
    ("record", "rule", "earned"),
    [own[1:] for own in HAINAN],
    ids=[own[0] for own in HAINAN],
)
def test_what_hainan_counts(
    record: TrainingRecord, rule: str | None, earned: Amount | None
) -> None:
    result = audited(HAINAN_PRINCIPALS_2014, record)
    (done,) = result.records

    assert [own and own.id for own in done.rules] == [rule]
    assert [bounds(own) for own in result.entries] == ([] if earned is None else [earned])


def test_a_whole_principal_in_hainan() -> None:
    """
    40 + 50 = 90 hours; a project of 30 gives none. Nothing is asked for.
    """
    result = audited(
        HAINAN_PRINCIPALS_2014,
        course("a", IN_2014, 40),
        course("b", date(2015, 3, 1), 50, mode=Mode.ONLINE),
        course("c", date(2015, 4, 1), 30, activity="research_project"),
    )

    assert [own.settled.counted for own in result.entries] == [class_hours(40), class_hours(50)]
    assert [own.outcome for own in result.records] == ["recognised", "recognised", "refused"]
    assert result.findings == ()
