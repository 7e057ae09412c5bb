"""Hand-worked cases for Nanbu County's table, and for Sichuan's technology project."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    Level,
    Mode,
    Result,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
)
from teachtrain.policies import NANBU, SICHUAN_TECHNOLOGY
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
    from teachtrain.models import Amount

DAY = date(2017, 5, 8)


def hours(low: str | int, to: Any = None) -> Amount:  # noqa: ANN401 - whatever class_hours takes
    return class_hours(low, to=to)


def one(**facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return TrainingRecord("a", day=DAY, **facts)


def audited(*records: TrainingRecord) -> Any:  # noqa: ANN401 - an Audit
    return Case("one", NANBU, Teacher("t"), records, date(2017, 12, 31), {}).audited()


# Nanbu County -----------------------------------------------------------------------------


def paper(level: Any, prize: str | None = "no", decided: int | None = None) -> TrainingRecord:  # noqa: ANN401 - a level, none or not known
    local: dict[str, Any] = {} if prize is None else {"prize": prize}
    if decided is not None:
        local["recognised_hours"] = decided
    return one(activity="paper", level=level, local=local)


NANBU_LINES = [
    # A paper: base, and a prize on top ---------------------------------------------------------
    ("paper of the nation", paper("nation"), "paper", hours(15, 30)),
    ("paper of the province", paper("province"), "paper", hours(10, 20)),
    ("paper of the city", paper("city"), "paper", hours(5, 10)),
    ("paper of the county", paper("county"), "paper", hours(2, 5)),
    ("prize of the nation: 15 + 10 to 30 + 20", paper("nation", "yes"), "paper", hours(25, 50)),
    ("prize of the province: 10 + 3 to 20 + 8", paper("province", "yes"), "paper", hours(13, 28)),
    ("prize of the city: 5 + 2 to 10 + 6", paper("city", "yes"), "paper", hours(7, 16)),
    ("prize of the county: 2 + 1 to 5 + 4", paper("county", "yes"), "paper", hours(3, 9)),
    ("prize or not is not known: 2 to 5 + 4", paper("county", None), "paper", hours(2, 9)),
    ("the registrar decided on 18", paper("nation", "no", 18), "paper", hours(18)),
    ("the registrar decided on 40", paper("nation", "yes", 40), "paper", hours(40)),
    ("paper of the school: no line of the table", paper("school"), None, None),
    ("paper without a level", paper(NONE), None, None),
    # A project -------------------------------------------------------------------------------
    *(
        (
            f"{role} of a project of the {level}",
            one(activity="research_project", role=role, level=level),
            "project",
            hours(due),
        )
        for level in ("county", "city", "nation")
        for role, due in (("leader", 15), ("participant", 8))
    ),
    (
        "leader of a project of the school: below the county",
        one(activity="research_project", role="leader", level="school"),
        None,
        None,
    ),
    # Guiding, writing, reading ---------------------------------------------------------------
    ("guiding a new teacher", one(activity="mentoring", role="mentor"), "mentoring", hours(10)),
    ("being guided is no line of it", one(activity="mentoring", role="mentee"), None, None),
    (
        "a book of 3000 characters: 3 x 20",
        one(activity="book", local={"characters": 3000}),
        "book",
        hours(60),
    ),
    (
        "a book of 2999 characters, in proportion: 2.999 x 20",
        one(activity="book", local={"characters": 2999}),
        "book",
        hours("59.98"),
    ),
    (
        "a book of unknown length",
        one(activity="book"),
        "book",
        hours(0, UNBOUNDED),
    ),
    (
        "5000 characters read: 5 x 2",
        one(activity="self_study", local={"characters": 5000}),
        "self-study",
        hours(10),
    ),
    # Degree study ----------------------------------------------------------------------------
    (
        "a course passed",
        one(activity="degree_course", result="passed"),
        "degree-course",
        hours(15),
    ),
    (
        "a course passed well is passed",
        one(activity="degree_course", result="excellent"),
        "degree-course",
        hours(15),
    ),
    (
        "a course failed still earns 5",
        one(activity="degree_course", result="failed"),
        "degree-course",
        hours(5),
    ),
    (
        "a course without an examination is neither",
        one(activity="degree_course", result=NONE),
        None,
        None,
    ),
    # Training --------------------------------------------------------------------------------
    (
        "backbone training of 40",
        course("a", DAY, 40, activity="backbone_training"),
        "training",
        hours(40),
    ),
    ("training of 16", course("a", DAY, 16), "training", hours(16)),
    ("training failed", course("a", DAY, 16, result=Result.FAILED), "not-passed", None),
    ("training without an assessment", course("a", DAY, 16, result=NONE), "not-passed", None),
    (
        "three news and one ethics, 24 recognised for 30 heard",
        course("a", DAY, 30, topics="three_news_one_ethics", local={"recognised_hours": 24}),
        "three-news-one-ethics",
        hours(24),
    ),
    (
        "three news and one ethics by a standard that was not seen",
        course("a", DAY, 30, topics="three_news_one_ethics"),
        "three-news-one-ethics",
        hours(0, UNBOUNDED),
    ),
    ("a lecture is no line that could be read", one(activity="lecture", hours=2), None, None),
]


@pytest.mark.parametrize(
    ("record", "rule", "earned"),
    [line[1:] for line in NANBU_LINES],
    ids=[line[0] for line in NANBU_LINES],
)
def test_what_nanbu_gives(record: TrainingRecord, rule: str | None, earned: Amount | None) -> None:
    result = audited(record)
    (done,) = result.records

    assert [own and own.id for own in done.rules] == [rule]
    assert [bounds(own) for own in result.entries] == ([] if earned is None else [earned])


@pytest.mark.parametrize(
    ("record", "earned"),
    [
        # 0 if it is of the school, 30 if of the nation
        (paper(None), hours(0, 30)),
        # the leader's 15, the others' 8, or no line at all
        (one(activity="research_project", level="county"), hours(0, 15)),
        (one(activity="degree_course"), hours(0, 15)),
        (course("a", DAY, 16, result=None), hours(0, 16)),
        (course("a", DAY, 16, status=Status.PENDING), hours(0, 16)),
    ],
    ids=["level", "role", "result of a course", "result of training", "pending"],
)
def test_what_is_not_known_leaves_it_open(record: TrainingRecord, earned: Amount) -> None:
    (entry,) = audited(record).entries

    assert bounds(entry) == earned


def test_degree_study_is_flexible_training() -> None:
    (entry,) = audited(one(activity="degree_course", result="passed")).entries

    assert entry.tags == {"flexible"}


def test_a_whole_teacher_in_nanbu() -> None:
    """
    40 + 15 + 5 + 10 + 8 + 20 = 98 hours for sure, and no figure to hold them against.
    """
    records = (
        course("a", DAY, 40, activity="backbone_training"),
        TrainingRecord("b", activity="degree_course", day=DAY, result="passed"),
        TrainingRecord("c", activity="degree_course", day=DAY, result="failed"),
        TrainingRecord("d", activity="mentoring", role="mentor", day=DAY),
        TrainingRecord("e", activity="research_project", role="participant", level="city", day=DAY),
        TrainingRecord("f", activity="self_study", day=DAY, local={"characters": 10000}),
    )
    result = audited(*records)

    assert [own.settled.counted for own in result.entries] == [
        hours(40),
        hours(15),
        hours(5),
        hours(10),
        hours(8),
        hours(20),
    ]
    assert result.findings == ()
    assert word(result.final) == NOT_APPLICABLE


# The technology project -------------------------------------------------------------------

# Three years from 1 September 2020 to 31 August 2023.
LAST_DAY = date(2023, 8, 31)
TEACHER = Teacher("t", events={"technology_project_started": date(2020, 9, 1)})


def training(record_id: str, day: date, own: str | int | None, mode: Any, **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return course(
        record_id, day, own, **({"activity": "technology_training", "mode": mode} | facts)
    )


def online(own: str | int, day: date = date(2021, 3, 1), **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return training(f"o{day}", day, own, Mode.ONLINE, **facts)


def practice(own: str | int, day: date = date(2021, 4, 1), **facts: Any) -> Any:  # noqa: ANN401 - TrainingRecord checks each
    return training(f"p{day}", day, own, Mode.PRACTICE, **facts)


def came_to(counted: str | int, needed: int, short: str | int = 0) -> Expected:
    verdict = UNMET if short else MET
    return expect(verdict, verdict, hours(counted), hours(needed), hours(short))


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
) -> Case:
    return Case(name, SICHUAN_TECHNOLOGY, teacher, records, as_of, expected)


PROJECT = [
    case(
        "20 online and 30 of practice are 50",
        (online(20), practice(30)),
        {
            "hours-50": came_to(50, 50),
            "online-20": came_to(20, 20),
            "practice-30": came_to(30, 30),
        },
    ),
    case(
        "half an hour less online",
        (online("19.5"), practice(30)),
        {
            "hours-50": came_to("49.5", 50, "0.5"),
            "online-20": came_to("19.5", 20, "0.5"),
            "practice-30": came_to(30, 30),
        },
    ),
    case(
        "half an hour less of practice",
        (online(20), practice("29.5")),
        {"hours-50": came_to("49.5", 50, "0.5"), "practice-30": came_to("29.5", 30, "0.5")},
    ),
    case(
        "50 online lack the practice",
        (online(50),),
        {
            "hours-50": came_to(50, 50),
            "online-20": came_to(50, 20),
            "practice-30": came_to(0, 30, 30),
        },
    ),
    case(
        "50 of practice lack the courses",
        (practice(50),),
        {"hours-50": came_to(50, 50), "online-20": came_to(0, 20, 20)},
    ),
    case(
        "face to face is in the 50 alone",
        (training("a", date(2021, 3, 1), 50, Mode.FACE_TO_FACE),),
        {
            "hours-50": came_to(50, 50),
            "online-20": came_to(0, 20, 20),
            "practice-30": came_to(0, 30, 30),
        },
    ),
    case(
        "how it was held is not known",
        (training("a", date(2021, 3, 1), 50, None),),
        {
            "hours-50": came_to(50, 50),
            "online-20": expect(OPEN, OPEN, hours(0, 50), hours(20), hours(0, 20)),
            "practice-30": expect(OPEN, OPEN, hours(0, 50), hours(30), hours(0, 30)),
        },
    ),
    case(
        "other training is no technology training",
        (course("a", date(2021, 3, 1), 50, mode=Mode.ONLINE),),
        {"hours-50": came_to(0, 50, 50)},
    ),
    case(
        "the text is silent on failed training",
        (online(20, result=Result.FAILED),),
        {"online-20": expect(OPEN, OPEN, hours(0, 20), hours(20), hours(0, 20))},
    ),
    case(
        "the first day counts",
        (online(20, date(2020, 9, 1)),),
        {"online-20": came_to(20, 20)},
    ),
    case(
        "the day before does not",
        (online(20, date(2020, 8, 31)),),
        {"online-20": came_to(0, 20, 20)},
    ),
    case(
        "the last day counts",
        (online(20, LAST_DAY),),
        {"online-20": came_to(20, 20)},
    ),
    case(
        "the day after does not",
        (online(20, date(2023, 9, 1)),),
        {"online-20": came_to(0, 20, 20)},
    ),
    case(
        "in the second year",
        (online(20),),
        {
            "hours-50": expect(UNMET, OPEN, hours(20), hours(50), hours(30)),
            "online-20": came_to(20, 20),
        },
        as_of=date(2021, 12, 31),
    ),
    case(
        "when the three years began is not known",
        (online(20), practice(30)),
        {"hours-50": expect(OPEN, OPEN)},
        teacher=Teacher("t"),
    ),
    case(
        "for whom it has not begun",
        (online(20), practice(30)),
        {"hours-50": expect(NOT_APPLICABLE)},
        teacher=Teacher("t", events={"technology_project_started": NONE}),
    ),
]


@pytest.mark.parametrize("own", PROJECT, ids=lambda own: own.name)
def test_the_technology_project(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_in_the_technology_project() -> None:
    """
    Online 12 + 8 = 20, practice 10 + 20 = 30, face to face 4: 54.
    """
    records = (
        online(12),
        online(8, date(2022, 3, 1)),
        practice(10),
        practice(20, date(2023, 4, 1)),
        training("f", date(2022, 5, 1), 4, Mode.FACE_TO_FACE),
        course("x", date(2022, 6, 1), 30, level=Level.CITY),
    )
    result = case("a teacher", records, {}).audited()

    assert [own.counted for own in result.findings] == [hours(54), hours(20), hours(30)]
    assert (word(result.so_far), word(result.final)) == (MET, MET)
