"""Hand-worked cases for the tables whose sources name no place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    Amount,
    Approval,
    Mode,
    Result,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
    training_credits,
)
from teachtrain.policies import (
    UNPLACED_COUNTY_HOURS,
    UNPLACED_HOURS_TO_CREDITS,
    UNPLACED_SCHOOL_CREDITS,
    UNPLACED_SCHOOL_PLAN,
    UNPLACED_STAFF_TABLE,
)
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
    from teachtrain.rules import Audit, Policy

DAY = date(2015, 10, 12)
AS_OF = date(2016, 12, 31)


def one(record_id: str = "a", **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return TrainingRecord(record_id, **({"day": DAY} | facts))


def audited(policy: Policy, *records: TrainingRecord) -> Audit:
    return Case("some records", policy, Teacher("t"), records, AS_OF, {}).audited()


def rules(policy: Policy, record: TrainingRecord) -> list[str | None]:
    (own,) = audited(policy, record).records
    return [None if rule is None else rule.id for rule in own.rules]


def earned(policy: Policy, record: TrainingRecord) -> list[Amount]:
    return [bounds(own) for own in audited(policy, record).entries]


def counted(policy: Policy, *records: TrainingRecord, account: str = "main") -> Amount:
    """Return what counts of all entries of an account together."""
    own = [one for one in audited(policy, *records).entries if one.account == account]
    low = sum(entry.settled.counted.low for entry in own)
    high = sum(entry.possible.counted.high for entry in own)
    return Amount(low, high, own[0].settled.counted.unit)


def credits(low: str | int, to: Any = None) -> Amount:  # noqa: A001, ANN401 - the unit's own word; whatever the constructor takes
    return training_credits(low, to=to)


def hours(low: str | int, to: Any = None) -> Amount:  # noqa: ANN401 - whatever the constructor takes
    return class_hours(low, to=to)


Line = tuple[str, TrainingRecord, str | None, Amount | None]


def parametrized(lines: list[Line]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("record", "rule", "amount"), [own[1:] for own in lines], ids=[own[0] for own in lines]
    )


# A school-based credit table --------------------------------------------------------------


def recognised(activity: str, given: int, record_id: str = "a", **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """What was recognised with so many credits."""
    local = {"credits": given} | facts.pop("local", {})
    return one(record_id, activity=activity, local=local, **facts)


def paper(given: int, characters: int | None, place: str | None = "journal") -> TrainingRecord:
    local: dict[str, Any] = {"credits": given}
    if characters is not None:
        local["characters"] = characters
    if place is not None:
        local["published_in"] = place
    return one(activity="paper", local=local)


SCHOOL_CREDITS: list[Line] = [
    ("a good lesson plan", one(activity="lesson_plan"), "lesson-plan", credits("0.5")),
    (
        "a meeting of 1.5 hours",
        one(activity="meeting", hours="1.5", role="listener"),
        "meeting",
        credits(1),
    ),
    (
        "its main speaker",
        one(activity="meeting", hours="1.5", role="speaker"),
        "meeting",
        credits("1.5"),
    ),
    (
        "a meeting of 3 hours is one meeting",
        one(activity="meeting", hours=3, role="listener"),
        "meeting",
        credits(1),
    ),
    (
        "a meeting of 1.4 hours",
        one(activity="meeting", hours="1.4", role="speaker"),
        "short-meeting",
        None,
    ),
    ("a paper of 1501 characters", paper(4, 1501), "paper", credits(4)),
    ("a paper of 1500 characters counts half", paper(4, 1500), "paper", credits(2)),
    ("a paper of 500 characters counts half", paper(4, 500), "paper", credits(2)),
    ("a paper of 499 characters counts nothing", paper(4, 499), "short-paper", None),
    ("a long text in a newspaper counts half", paper(4, 3000, "newspaper"), "paper", credits(2)),
    (
        "a short text in a newspaper: a quarter to a half",
        paper(4, 900, "newspaper"),
        "paper",
        credits(1, 2),
    ),
    ("a long text, where it came out is not known", paper(4, 3000, None), "paper", credits(2, 4)),
    ("a project: 3 to 5", one(activity="research_project"), "project", credits(3, 5)),
    ("a project that was given 4", recognised("research_project", 4), "project", credits(4)),
    ("a mentor", recognised("mentoring", 3, role="mentor"), "mentoring", credits(3)),
    ("and the mentee alike", recognised("mentoring", 3, role="mentee"), "mentoring", credits(3)),
    ("an open lesson", recognised("open_lesson", 2), "competition", credits(2)),
    ("school training", recognised("school_based", 5), "other-school-training", credits(5)),
    ("anything else", recognised("book", 5), "other", credits(5)),
    ("anything else, without a figure", one(activity="book"), "other", credits(0, UNBOUNDED)),
]


@parametrized(SCHOOL_CREDITS)
def test_what_the_credit_table_gives(
    record: TrainingRecord, rule: str | None, amount: Amount | None
) -> None:
    assert rules(UNPLACED_SCHOOL_CREDITS, record) == [rule]
    assert earned(UNPLACED_SCHOOL_CREDITS, record) == ([] if amount is None else [amount])


def lessons(count: int, first: date = date(2015, 9, 1)) -> tuple[TrainingRecord, ...]:
    """So many lessons, one a day from *first* on."""
    days = [first + timedelta(days=number) for number in range(count)]
    return tuple(one(f"l{day}", activity="lesson_observation", day=day) for day in days)


@pytest.mark.parametrize(
    ("records", "amounts"),
    [
        (lessons(14), []),
        (lessons(15), [credits(4)]),
        (lessons(16), [credits(4)]),
        (lessons(30), [credits(4)]),  # whether they are 8 is not said
        # 8 before 15 February, 7 from then on: no semester has 15
        ((*lessons(8, date(2016, 2, 7)), *lessons(7, date(2016, 2, 15))), []),
        ((*lessons(15), *lessons(15, date(2016, 2, 15))), [credits(4), credits(4)]),
    ],
    ids=["14", "15", "16", "30", "15 over two semesters", "15 in each of two"],
)
def test_fifteen_lessons_of_a_semester_are_four_credits(
    records: tuple[TrainingRecord, ...], amounts: list[Amount]
) -> None:
    result = audited(UNPLACED_SCHOOL_CREDITS, *records)

    assert [own.settled.earned for own in result.entries if own.account == "main"] == amounts


def many(activity: str, count: int, given: int, **facts: Any) -> tuple[TrainingRecord, ...]:  # noqa: ANN401 - TrainingRecord checks each
    return tuple(recognised(activity, given, f"{activity}{n}", **facts) for n in range(count))


@pytest.mark.parametrize(
    ("records", "amount"),
    [
        (tuple(one(f"p{n}", activity="lesson_plan") for n in range(8)), credits(4)),  # 8 x 0.5
        (tuple(one(f"p{n}", activity="lesson_plan") for n in range(9)), credits(4)),  # 4.5
        (
            tuple(
                one(f"m{n}", activity="meeting", hours=2, role="speaker") for n in range(9)
            ),  # 9 x 1.5 = 13.5
            credits(12),
        ),
        (many("school_based", 3, 7), credits(20)),  # 21
        (many("book", 3, 7), credits(20)),  # 21, among other items
        (many("mentoring", 4, 3, role="mentor"), credits(10)),  # 12
        # 4 and 3 of two kinds share one limit of 6
        ((recognised("open_lesson", 4, "o"), recognised("competition", 3, "c")), credits(6)),
        # 9 of long papers
        (many("paper", 3, 3, local={"characters": 2000, "published_in": "journal"}), credits(8)),
        # one limit leaves the others alone: 20 + 10
        ((*many("school_based", 3, 7), *many("mentoring", 4, 3, role="mentee")), credits(30)),
    ],
    ids=[
        "8 lesson plans",
        "9 lesson plans",
        "meetings",
        "school training",
        "other items",
        "mentoring",
        "open lessons and competitions",
        "papers",
        "two kinds",
    ],
)
def test_every_line_has_its_limit_in_a_school_year(
    records: tuple[TrainingRecord, ...], amount: Amount
) -> None:
    assert counted(UNPLACED_SCHOOL_CREDITS, *records) == amount


def test_the_limit_begins_anew_on_1_september() -> None:
    """
    14 on 31 August and 14 on 1 September: 14 + 14, as neither year has more than 20.
    """
    records = (
        recognised("school_based", 14, "a", day=date(2015, 8, 31)),
        recognised("school_based", 14, "b", day=date(2015, 9, 1)),
    )

    assert counted(UNPLACED_SCHOOL_CREDITS, *records) == credits(28)


def test_the_same_content_counts_once_at_its_highest() -> None:
    """
    A lesson at school (1), in the county (2), and another one (3): 2 + 3.
    """
    records = (
        recognised("open_lesson", 1, "a", module="fractions"),
        recognised("competition", 2, "b", module="fractions"),
        recognised("open_lesson", 3, "c", module="triangles"),
    )

    assert counted(UNPLACED_SCHOOL_CREDITS, *records) == credits(5)


def test_a_whole_school_year_by_the_credit_table() -> None:
    """
    Lessons 4, plans 1, meetings 1 + 1.5, a paper of 6 halved: 3, a project 3 to 5, mentor 2.

    Together 15.5 to 17.5; nothing is asked for.
    """
    records = (
        *lessons(15),
        one("p1", activity="lesson_plan"),
        one("p2", activity="lesson_plan"),
        one("m1", activity="meeting", hours=2, role="listener"),
        one("m2", activity="meeting", hours=2, role="speaker"),
        recognised("paper", 6, "w", local={"characters": 1000, "published_in": "journal"}),
        one("r", activity="research_project"),
        recognised("mentoring", 2, "t", role="mentor"),
    )

    assert counted(UNPLACED_SCHOOL_CREDITS, *records) == credits("15.5", "17.5")
    assert word(audited(UNPLACED_SCHOOL_CREDITS, *records).final) == NOT_APPLICABLE


# A school's plan of 40 hours --------------------------------------------------------------


def project(level: str, role: str, record_id: str = "a", **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return one(record_id, activity="research_project", level=level, role=role, **facts)


def lecture(level: str, length: str | int = 2, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return one(activity="lecture", level=level, hours=length, **({"role": "speaker"} | facts))


SCHOOL_PLAN: list[Line] = [
    *(
        (f"{role} of a project: {level}", project(level, role), "project", hours(due))
        for role, row in (("leader", (20, 15, 12, 10, 8)), ("participant", (15, 10, 8, 6, 4)))
        for level, due in zip(("nation", "province", "city", "county", "school"), row, strict=True)
    ),
    ("a lecture at school", lecture("school"), "lecture", hours(2)),
    ("a lecture in the district", lecture("county"), "lecture", hours(4)),
    ("a lecture in the city", lecture("city"), "lecture", hours(6)),
    ("a lecture in the province", lecture("province"), "lecture", hours(8)),
    ("a lecture of the nation is no line", lecture("nation"), None, None),
    ("a lecture of 1.9 hours", lecture("city", "1.9"), "short-lecture", None),
    ("a lecture of 3 hours is one lecture", lecture("city", 3), "lecture", hours(6)),
    ("listening is no line", lecture("city", role="listener"), None, None),
    ("exchange in the district", one(activity="exchange", level="county"), "exchange", hours(2)),
    ("exchange in the city", one(activity="exchange", level="city"), "exchange", hours(4)),
    ("exchange at school is no line", one(activity="exchange", level="school"), None, None),
    (
        "a semester of mentoring, checked",
        one(activity="mentoring", approval="approved"),
        "mentoring",
        hours(2),
    ),
    (
        "a semester of mentoring, found wanting",
        one(activity="mentoring", approval="refused"),
        None,
        None,
    ),
    (
        "other school-based study: none to all",
        one(activity="school_based", hours=10),
        "school-based",
        hours(0, 10),
    ),
]


@parametrized(SCHOOL_PLAN)
def test_what_the_school_plan_gives(
    record: TrainingRecord, rule: str | None, amount: Amount | None
) -> None:
    assert rules(UNPLACED_SCHOOL_PLAN, record) == [rule]
    assert earned(UNPLACED_SCHOOL_PLAN, record) == ([] if amount is None else [amount])


def forty(counted_hours: Amount, verdict: str, short: Amount) -> dict[str, Expected]:
    return {"hours-40": expect(verdict, verdict, counted_hours, hours(40), short)}


LEADER = project("nation", "leader", "p1", project="x")  # 20
TWO_CITIES = tuple(  # 2 x 6 = 12
    one(f"c{n}", activity="lecture", level="city", hours=2, role="speaker") for n in range(2)
)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        # 20 + 12 + 8 = 40
        (
            (LEADER, *TWO_CITIES, project("school", "leader", "p2", project="y")),
            forty(hours(40), MET, hours(0)),
        ),
        # 20 + 12 + 6 = 38
        (
            (LEADER, *TWO_CITIES, project("county", "participant", "p2", project="y")),
            forty(hours(38), UNMET, hours(2)),
        ),
        # the same project twice: 20, not 20 + 15
        (
            (LEADER, project("nation", "participant", "p2", project="x")),
            forty(hours(20), UNMET, hours(20)),
        ),
        # 20 on 31 August of the year before
        (
            (project("nation", "leader", day=date(2015, 8, 31)),),
            forty(hours(0), UNMET, hours(40)),
        ),
        # 20 on the first and 20 on the last day of the school year
        (
            (
                project("nation", "leader", "p1", day=date(2015, 9, 1)),
                project("nation", "leader", "p2", day=date(2016, 8, 31)),
            ),
            forty(hours(40), MET, hours(0)),
        ),
        ((one(activity="school_based", hours=40),), forty(hours(0, 40), OPEN, hours(0, 40))),
    ],
    ids=["40", "38", "leader and participant", "the day before", "both borders", "school-based"],
)
def test_forty_hours_in_the_school_year(
    records: tuple[TrainingRecord, ...], expected: dict[str, Expected]
) -> None:
    own = Case("a year", UNPLACED_SCHOOL_PLAN, Teacher("t"), records, date(2016, 8, 31), expected)

    assert own.found() == own.wanted()


@pytest.mark.parametrize(
    ("as_of", "verdict"), [(date(2000, 8, 31), NOT_APPLICABLE), (date(2001, 8, 31), UNMET)]
)
def test_school_years_are_looked_at_from_2000_on(as_of: date, verdict: str) -> None:
    own = Case("no records", UNPLACED_SCHOOL_PLAN, Teacher("t"), (), as_of, {})

    assert word(own.audited().final) == verdict


# A county's note --------------------------------------------------------------------------

COUNTY: list[Line] = [
    ("a speaker: 2 x 4", lecture("county"), "lecture", hours(8)),
    ("a listener: 2 x 1", lecture("county", role="listener"), "lecture", hours(2)),
    ("speaker or listener is not known", one(activity="lecture", hours=2), "lecture", hours(0, 8)),
    (
        "outside training of 3 days: 3 x 8",
        course("a", DAY, None, days=3, mode="face_to_face"),
        "outside-training",
        hours(24),
    ),
    (
        "half a day: 4",
        course("a", DAY, None, days="0.5", mode="face_to_face"),
        "outside-training",
        hours(4),
    ),
    (
        "20 hours in 3 days: the hours go first",
        course("a", DAY, 20, days=3, mode="face_to_face"),
        "outside-training",
        hours(20),
    ),
    (
        "neither is known",
        course("a", DAY, None, mode="face_to_face"),
        "outside-training",
        hours(0, UNBOUNDED),
    ),
    (
        "distance training of 30",
        course("a", DAY, 30, mode=Mode.ONLINE),
        "distance-training",
        hours(30),
    ),
    (
        "distance training goes by its certificate, not by days",
        course("a", DAY, None, days=3, mode=Mode.ONLINE),
        "distance-training",
        hours(0, UNBOUNDED),
    ),
    ("a meeting, whoever", one(activity="meeting", hours=3, role="speaker"), "meeting", hours(1)),
    (
        "a meeting, listening",
        one(activity="meeting", hours=3, role="listener"),
        "meeting",
        hours(1),
    ),
    (
        "an open lesson in school, with plan and reflection",
        one(activity="open_lesson", level="school", local={"plan_and_reflection": "yes"}),
        "open-lesson",
        hours(8),
    ),
    (
        "without them",
        one(activity="open_lesson", level="school", local={"plan_and_reflection": "no"}),
        None,
        None,
    ),
    (
        "an open lesson in the county is no line",
        one(activity="open_lesson", level="county", local={"plan_and_reflection": "yes"}),
        None,
        None,
    ),
    (
        "organising for the county",
        one(activity="organising", level="county"),
        "organising",
        hours(4),
    ),
    ("organising at school is no line", one(activity="organising", level="school"), None, None),
    ("a book is no line", one(activity="book"), None, None),
]


@pytest.mark.parametrize(
    ("record", "rule", "amount"), [own[1:] for own in COUNTY], ids=[own[0] for own in COUNTY]
)
def test_what_the_county_note_gives(
    record: TrainingRecord, rule: str | None, amount: Amount | None
) -> None:
    found = rules(UNPLACED_COUNTY_HOURS, record)

    assert found in ([rule], [rule, None])  # a missing role leaves open whether it is a line
    assert earned(UNPLACED_COUNTY_HOURS, record) == ([] if amount is None else [amount])


def test_a_whole_teacher_by_the_county_note() -> None:
    """
    8 + 24 + 30 + 1 + 8 + 4 = 75.
    """
    records = (
        one("a", activity="lecture", hours=2, role="speaker"),
        course("b", DAY, None, days=3, mode="face_to_face"),
        course("c", DAY, 30, mode=Mode.ONLINE),
        one("d", activity="meeting"),
        one("e", activity="open_lesson", level="school", local={"plan_and_reflection": "yes"}),
        one("f", activity="organising", level="county"),
    )

    assert counted(UNPLACED_COUNTY_HOURS, *records, account="hours") == hours(75)


# Professional staff -----------------------------------------------------------------------


def at(level: str, role: str | None, characters: int | None = None) -> TrainingRecord:
    local = {} if characters is None else {"characters": characters}
    return one(activity="conference", level=level, role=role, local=local)


def ranked(level: str, part: str, rank: str) -> TrainingRecord:
    return one(activity="research_project", level=level, local={"project_part": part, "rank": rank})


STAFF: list[Line] = [
    ("a course passed", one(activity="degree_course", result="passed"), "degree-course", hours(15)),
    ("a course failed", one(activity="degree_course", result="failed"), None, None),
    ("a national conference", at("nation", "listener"), "conference", hours(12)),
    (
        "reading 2000 characters there: 12 + 6",
        at("nation", "speaker", 2000),
        "conference",
        hours(18),
    ),
    (
        "reading 2001 characters there: 12 + 8",
        at("nation", "speaker", 2001),
        "conference",
        hours(20),
    ),
    (
        "reading, how long is not known: 12 + 6 to 8",
        at("nation", "speaker"),
        "conference",
        hours(18, 20),
    ),
    ("whether it was read is not known", at("nation", None, 1000), "conference", hours(12, 18)),
    ("a provincial conference", at("province", "listener"), "conference", hours(8)),
    (
        "reading 2000 characters there: 8 + 4",
        at("province", "speaker", 2000),
        "conference",
        hours(12),
    ),
    (
        "reading 2001 characters there: 8 + 6",
        at("province", "speaker", 2001),
        "conference",
        hours(14),
    ),
    ("a conference of the city is no line", at("city", "listener"), None, None),
    *(
        (f"{level}, {part}, rank {rank}", ranked(level, part, str(rank)), "project", hours(due))
        for level, part, row in (
            ("nation", "main", (64, 56, 48, 40, 32)),
            ("nation", "sub", (48, 40, 32)),
            ("province", "main", (56, 48, 40)),
            ("province", "sub", (40, 32, 24)),
        )
        for rank, due in enumerate(row, start=1)
    ),
    ("the sixth of a national project", ranked("nation", "main", "6"), None, None),
    ("the fourth of a provincial project", ranked("province", "main", "4"), None, None),
]


@parametrized(STAFF)
def test_what_the_staff_table_gives(
    record: TrainingRecord, rule: str | None, amount: Amount | None
) -> None:
    assert rules(UNPLACED_STAFF_TABLE, record) == [rule]
    assert earned(UNPLACED_STAFF_TABLE, record) == ([] if amount is None else [amount])


def test_a_whole_member_of_staff() -> None:
    """
    15 + 15 for two courses, 18 for a national conference with a paper, 24 for a sub-project: 72.
    """
    records = (
        one("a", activity="degree_course", result="passed"),
        one("b", activity="degree_course", result="excellent"),
        one("c", activity="degree_course", result="failed"),
        one("d", activity="conference", level="nation", role="speaker", local={"characters": 1800}),
        one(
            "e",
            activity="research_project",
            level="province",
            local={"project_part": "sub", "rank": "3"},
        ),
    )

    assert counted(UNPLACED_STAFF_TABLE, *records, account="hours") == hours(72)


# From hours to credits --------------------------------------------------------------------

TO_CREDITS: list[Line] = [
    ("6 hours face to face", course("a", DAY, 6, mode="face_to_face"), "training", credits(1)),
    (
        "5 hours face to face: 5/6",
        course("a", DAY, 5, mode="face_to_face"),
        "training",
        credits("5/6"),
    ),
    ("48 hours face to face: 8", course("a", DAY, 48, mode="face_to_face"), "training", credits(8)),
    ("8 hours online", course("a", DAY, 8, mode="online"), "training", credits(1)),
    ("7 hours online: 7/8", course("a", DAY, 7, mode="online"), "training", credits("7/8")),
    ("48 hours online: 6", course("a", DAY, 48, mode="online"), "training", credits(6)),
    ("8 hours blended", course("a", DAY, 8, mode="blended"), "training", credits(1)),
    ("in which way is not known: 48/8 to 48/6", course("a", DAY, 48), "training", credits(6, 8)),
    ("in no way that is known of", course("a", DAY, 8, mode=NONE), "training", credits(1)),
    ("failed", course("a", DAY, 48, mode="online", result=Result.FAILED), "failed", None),
    (
        "excellent",
        course("a", DAY, 48, mode="online", result=Result.EXCELLENT),
        "training",
        credits(6),
    ),
    (
        "without an assessment",
        course("a", DAY, 48, mode="online", result=NONE),
        "training",
        credits(6),
    ),
    (
        "pending",
        course("a", DAY, 48, mode="online", status=Status.PENDING),
        "training",
        credits(0, 6),
    ),
    (
        "a lecture that the city accepts: its hours",
        one(activity="lecture", hours=3, approval=Approval.APPROVED, result=NONE),
        "lecture",
        hours(3),
    ),
    (
        "a lecture that it does not accept",
        one(activity="lecture", hours=3, approval=Approval.REFUSED, result=NONE),
        None,
        None,
    ),
    ("a paper is no line", one(activity="paper", result=NONE), None, None),
]


@parametrized(TO_CREDITS)
def test_what_hours_become(record: TrainingRecord, rule: str | None, amount: Amount | None) -> None:
    assert rules(UNPLACED_HOURS_TO_CREDITS, record) == [rule]
    assert earned(UNPLACED_HOURS_TO_CREDITS, record) == ([] if amount is None else [amount])


def test_a_result_that_is_not_known_may_be_a_failure() -> None:
    record = course("a", DAY, 48, mode="online", result=None)

    assert rules(UNPLACED_HOURS_TO_CREDITS, record) == ["failed", "training"]
    assert earned(UNPLACED_HOURS_TO_CREDITS, record) == [credits(0, 6)]


def test_a_whole_teacher_from_hours_to_credits() -> None:
    """
    60/6 + 40/8 = 15 credits; 5 hours of lectures stay hours.
    """
    records = (
        course("a", DAY, 60, mode="face_to_face"),
        course("b", DAY, 40, mode="online"),
        course("c", DAY, 24, mode="online", result=Result.FAILED),
        one("d", activity="lecture", hours=5, approval=Approval.APPROVED, result=NONE),
    )

    assert counted(UNPLACED_HOURS_TO_CREDITS, *records) == credits(15)
    assert counted(UNPLACED_HOURS_TO_CREDITS, *records, account="lectures") == hours(5)


@pytest.mark.parametrize(
    "policy",
    [
        UNPLACED_SCHOOL_CREDITS,
        UNPLACED_SCHOOL_PLAN,
        UNPLACED_COUNTY_HOURS,
        UNPLACED_STAFF_TABLE,
        UNPLACED_HOURS_TO_CREDITS,
    ],
    ids=lambda own: own.id,
)
def test_it_is_said_that_a_table_is_no_law_of_any_place(policy: Policy) -> None:
    assert policy.place == ""
    assert policy.id.startswith("unplaced-")
    assert "no place named" in policy.title.en
    assert "no law of any place" in policy.silent[0].en
    assert policy.source.note is not None
    assert "no law of any place" in policy.source.note.en
