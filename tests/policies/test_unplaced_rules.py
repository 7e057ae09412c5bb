"""Hand-worked cases for the rules whose sources name no place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    Mode,
    Result,
    Span,
    Status,
    Teacher,
    Timeline,
    TrainingRecord,
    class_hours,
)
from teachtrain.policies import (
    UNPLACED_CITY_72,
    UNPLACED_DEGREE_EXEMPTION,
    UNPLACED_NEW_CURRICULUM,
    UNPLACED_TECHNOLOGY_2020,
)
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

# Cycles from 1 September 2010 to 31 August 2015.
LAST_DAY = date(2015, 8, 31)
DAY = date(2012, 3, 12)
STARTED = {"cycle_started": date(2010, 9, 1)}


def hours(low: str | int, to: Any = None) -> Amount:  # noqa: ANN401 - whatever the constructor takes
    return class_hours(low, to=to)


def came_to(counted: str | int, needed: int, short: str | int = 0) -> Expected:
    verdict = UNMET if short else MET
    return expect(verdict, verdict, hours(counted), hours(needed), hours(short))


# A province's exemption for degree study --------------------------------------------------

NOT_EXEMPT = Teacher("t", events=STARTED, local={"exempted_for_degree": "no"})
EXEMPT = Teacher("t", events=STARTED, local={"exempted_for_degree": "yes"})


def degree(
    name: str,
    own: Expected,
    *records: TrainingRecord,
    teacher: Teacher = NOT_EXEMPT,
    as_of: date = LAST_DAY,
) -> Case:
    return Case(name, UNPLACED_DEGREE_EXEMPTION, teacher, records, as_of, {"training-240": own})


DEGREE = [
    degree("240 hours", came_to(240, 240), course("a", DAY, 240)),
    degree("239.5 hours", came_to("239.5", 240, "0.5"), course("a", DAY, "239.5")),
    degree("240.5 hours", came_to("240.5", 240), course("a", DAY, "240.5")),
    degree(
        "post 140 and backbone 100 are one sum",
        came_to(240, 240),
        course("a", DAY, 140),
        course("b", DAY, 100, activity="backbone_training"),
    ),
    degree(
        "class teacher training is for a post",
        came_to(240, 240),
        course("a", DAY, 240, activity="class_teacher_training"),
    ),
    degree(
        "new teacher training is not in the sum",
        came_to(0, 240, 240),
        course("a", DAY, 240, activity="induction"),
    ),
    degree("exempted, with no hours at all", expect(MET), teacher=EXEMPT),
    degree("nothing, and not exempted", came_to(0, 240, 240)),
    degree(
        "whether exempted is not known",
        expect(OPEN),
        teacher=Teacher("t", events=STARTED),
    ),
    degree(
        "240 hours, so that it does not matter",
        expect(MET),
        course("a", DAY, 240),
        teacher=Teacher("t", events=STARTED),
    ),
    degree(
        "exempted in the first year of the cycle",
        expect(MET),
        teacher=attrs.evolve(
            EXEMPT,
            local={
                "exempted_for_degree": Timeline.of(
                    ("yes", Span.until(date(2011, 8, 31))), ("no", Span.since(date(2011, 9, 1)))
                )
            },
        ),
    ),
    degree(
        "exempted until the eve of the cycle",
        came_to(0, 240, 240),
        teacher=attrs.evolve(
            EXEMPT,
            local={
                "exempted_for_degree": Timeline.of(
                    ("yes", Span.until(date(2010, 8, 31))), ("no", Span.since(date(2010, 9, 1)))
                )
            },
        ),
    ),
    degree("the first day counts", came_to(240, 240), course("a", date(2010, 9, 1), 240)),
    degree("the day before does not", came_to(0, 240, 240), course("a", date(2010, 8, 31), 240)),
    degree("the last day counts", came_to(240, 240), course("a", LAST_DAY, 240)),
    degree("the day after does not", came_to(0, 240, 240), course("a", date(2015, 9, 1), 240)),
    degree(
        "failed: nothing that was read says whether it counts",
        expect(OPEN, OPEN, hours(0, 240)),
        course("a", DAY, 240, result=Result.FAILED),
    ),
    degree(
        "in the middle of the cycle",
        expect(UNMET, OPEN, hours(100), hours(240), hours(140)),
        course("a", DAY, 100),
        as_of=date(2013, 1, 1),
    ),
]


@pytest.mark.parametrize("own", DEGREE, ids=lambda own: own.name)
def test_the_exemption_for_degree_study(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_who_was_exempted() -> None:
    """
    60 + 40 = 100 of 240 by the count; met by the exemption, and both are shown.
    """
    records = (course("a", DAY, 60), course("b", DAY, 40, activity="backbone_training"))
    (own,) = degree("a teacher", expect(MET), *records, teacher=EXEMPT).audited().findings

    assert (word(own.final), own.basis) == (MET, "exempt")
    assert (own.plain.counted, word(own.plain.final)) == (hours(100), UNMET)


# A city's 72 hours a year -----------------------------------------------------------------


def kind(record_id: str, day: date, own: str | int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A course that is known to be of no public subject."""
    return course(record_id, day, own, **({"local": {"subject_kind": "professional"}} | facts))


def each_year(*own: str | int) -> tuple[TrainingRecord, ...]:
    """A course on 10 March of each school year from 2010/11 on."""
    return tuple(
        kind(f"y{number}", date(2010 + number, 3, 10), given)
        for number, given in enumerate(own, start=1)
    )


def who(born: date | None, sex: str | None, opted: str | None) -> Teacher:
    local = {"sex": sex, "opted_out": opted}
    return Teacher(
        "t",
        events=STARTED | ({} if born is None else {"born": born}),
        local={name: own for name, own in local.items() if own is not None},
    )


STAYS = who(None, None, "no")


def city(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = STAYS,
    as_of: date = LAST_DAY,
) -> Case:
    return Case(name, UNPLACED_CITY_72, teacher, records, as_of, expected)


def years(*own: str | int) -> dict[str, Expected]:
    parts = tuple(
        expect(MET if float(one) >= 72 else UNMET, None, hours(one), hours(72)) for one in own
    )
    return {
        "yearly-72": expect(MET if all(one.so_far == MET for one in parts) else UNMET, parts=parts)
    }


def cycle(own: Expected) -> dict[str, Expected]:
    return {"cycle-360": own}


NOTHING_ASKED = {
    "cycle-360": NONE_APPLIES,
    "yearly-72": expect(NOT_APPLICABLE),
}

CITY = [
    city(
        "72 a year are exactly 360",
        each_year(72, 72, 72, 72, 72),
        cycle(came_to(360, 360)) | years(72, 72, 72, 72, 72),
    ),
    city(
        "71.5 in one year",
        each_year("71.5", 80, 80, 80, 80),  # 391.5
        cycle(came_to("391.5", 360)) | years("71.5", 80, 80, 80, 80),
    ),
    city(
        "71.5 in one year and 72 in the others",
        each_year("71.5", 72, 72, 72, 72),  # 359.5
        cycle(came_to("359.5", 360, "0.5")),
    ),
    city(
        "31 August and 1 September are in two years",
        (kind("a", date(2011, 8, 31), 72), kind("b", date(2011, 9, 1), 72)),
        years(72, 72, 0, 0, 0),
    ),
    city(
        "public subjects are recorded elsewhere",
        (kind("a", DAY, 360, local={"subject_kind": "public"}),),
        cycle(came_to(0, 360, 360)),
    ),
    city(
        "whether it was a public subject is not known",
        (kind("a", DAY, 360, local={}),),
        cycle(expect(OPEN, OPEN, hours(0, 360))),
    ),
    city(
        "what else counts was not seen",
        (kind("a", DAY, 360, activity="paper"),),
        cycle(expect(OPEN, OPEN, hours(0, 360))),
    ),
    city(
        "failed: nothing that was read says whether it counts",
        (kind("a", DAY, 360, result=Result.FAILED),),
        cycle(expect(OPEN, OPEN, hours(0, 360))),
    ),
    city(
        "pending",
        (kind("a", DAY, 360, status=Status.PENDING),),
        cycle(expect(OPEN, OPEN, hours(0, 360))),
    ),
    # Opting out; the age is that of the last day of the cycle, 31 August 2015 ------------------
    city("a man of 55 opts out", (), NOTHING_ASKED, teacher=who(date(1960, 8, 31), "male", "yes")),
    city(
        "a man a day short of 55 cannot",
        (),
        cycle(came_to(0, 360, 360)),
        teacher=who(date(1960, 9, 1), "male", "yes"),
    ),
    city(
        "a woman of 50 opts out",
        (),
        NOTHING_ASKED,
        teacher=who(date(1965, 8, 31), "female", "yes"),
    ),
    city(
        "a woman a day short of 50 cannot",
        (),
        cycle(came_to(0, 360, 360)),
        teacher=who(date(1965, 9, 1), "female", "yes"),
    ),
    city(
        "a man of 50 cannot",
        (),
        cycle(came_to(0, 360, 360)),
        teacher=who(date(1965, 8, 31), "male", "yes"),
    ),
    city(
        "a man of 60 who does not opt out",
        (),
        cycle(came_to(0, 360, 360)),
        teacher=who(date(1955, 8, 31), "male", "no"),
    ),
    city(
        "whether a man of 60 opts out is not known",
        (),
        cycle(expect(OPEN)),
        teacher=who(date(1955, 8, 31), "male", None),
    ),
    city(
        "the age of a woman who opts out is not known",
        (),
        cycle(expect(OPEN)),
        teacher=who(None, "female", "yes"),
    ),
    city(
        "of 50, opts out, of which sex is not known",
        (),
        cycle(expect(OPEN)),
        teacher=who(date(1965, 8, 31), None, "yes"),
    ),
    city(
        "a cycle from 1 January holds four whole years",
        each_year(72, 72, 72, 72, 72),
        # 10 March of 2011 to 2015 lie in the cycle 2011 to 2015: 360; whole are 2011/12 to 2014/15
        cycle(came_to(360, 360)) | years(72, 72, 72, 72),
        teacher=attrs.evolve(STAYS, events={"cycle_started": date(2011, 1, 1)}),
        as_of=date(2015, 12, 31),
    ),
]


@pytest.mark.parametrize("own", CITY, ids=lambda own: own.name)
def test_the_city_of_72_hours(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_in_the_city_of_72_hours() -> None:
    """
    80 + 72 + 75 + 73 + 72 = 372, beside 30 of public subjects that are recorded elsewhere.
    """
    public = kind("u", DAY, 30, local={"subject_kind": "public"})
    result = city("a teacher", (*each_year(80, 72, 75, 73, 72), public), {}).audited()

    assert result.finding("cycle-360").counted == hours(372)
    assert [own.counted for own in result.finding("yearly-72").parts] == [
        hours(80),
        hours(72),
        hours(75),
        hours(73),
        hours(72),
    ]
    assert (word(result.so_far), word(result.final)) == (MET, MET)


# A city's technology project --------------------------------------------------------------


def training(record_id: str, own: str | int | None, mode: Any, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    base: dict[str, Any] = {"activity": "technology_training", "mode": mode}
    day = facts.pop("day", date(2021, 4, 12))
    return course(record_id, day, own, **(base | facts))


def technology(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    as_of: date = date(2022, 12, 31),
) -> Case:
    return Case(name, UNPLACED_TECHNOLOGY_2020, Teacher("t"), records, as_of, expected)


ONLINE_25 = training("o", 25, Mode.ONLINE)
PRACTICE_25 = training("p", 25, Mode.PRACTICE)

TECHNOLOGY = [
    technology(
        "25 online and 25 of practice",
        (ONLINE_25, PRACTICE_25),
        {
            "hours-50": came_to(50, 50),
            "online-25": came_to(25, 25),
            "in-school-25": came_to(25, 25),
        },
    ),
    technology(
        "24.5 online",
        (training("o", "24.5", Mode.ONLINE), PRACTICE_25),
        {"hours-50": came_to("49.5", 50, "0.5"), "online-25": came_to("24.5", 25, "0.5")},
    ),
    technology(
        "24.5 of practice",
        (ONLINE_25, training("p", "24.5", Mode.PRACTICE)),
        {"hours-50": came_to("49.5", 50, "0.5"), "in-school-25": came_to("24.5", 25, "0.5")},
    ),
    technology(
        "school-based is practice in school",
        (training("p", 25, Mode.SCHOOL_BASED),),
        {"in-school-25": came_to(25, 25), "online-25": came_to(0, 25, 25)},
    ),
    technology(
        "50 online",
        (training("o", 50, Mode.ONLINE),),
        {"hours-50": came_to(50, 50), "in-school-25": came_to(0, 25, 25)},
    ),
    technology(
        "50 of practice",
        (training("p", 50, Mode.PRACTICE),),
        {"hours-50": came_to(50, 50), "online-25": came_to(0, 25, 25)},
    ),
    technology(
        "face to face is in the 50 alone",
        (training("f", 50, Mode.FACE_TO_FACE),),
        {
            "hours-50": came_to(50, 50),
            "online-25": came_to(0, 25, 25),
            "in-school-25": came_to(0, 25, 25),
        },
    ),
    technology(
        "in which way is not known",
        (training("f", 50, None),),
        {
            "hours-50": came_to(50, 50),
            "online-25": expect(OPEN, OPEN, hours(0, 50)),
            "in-school-25": expect(OPEN, OPEN, hours(0, 50)),
        },
    ),
    technology(
        "other training",
        (course("a", date(2021, 4, 12), 50, mode="online"),),
        {"hours-50": came_to(0, 50, 50)},
    ),
    technology(
        "failed",
        (training("o", 50, Mode.ONLINE, result=Result.FAILED),),
        {"hours-50": expect(OPEN, OPEN, hours(0, 50))},
    ),
    technology(
        "hours not known",
        (training("o", None, Mode.ONLINE),),
        {"hours-50": expect(OPEN, OPEN, hours(0, UNBOUNDED))},
    ),
    technology(
        "the first day counts",
        (training("o", 50, Mode.ONLINE, day=date(2020, 1, 1)),),
        {"hours-50": came_to(50, 50)},
    ),
    technology(
        "the day before does not",
        (training("o", 50, Mode.ONLINE, day=date(2019, 12, 31)),),
        {"hours-50": came_to(0, 50, 50)},
    ),
    technology(
        "the last day counts",
        (training("o", 50, Mode.ONLINE, day=date(2022, 12, 31)),),
        {"hours-50": came_to(50, 50)},
    ),
    technology(
        "in the second year",
        (ONLINE_25,),
        {
            "hours-50": expect(UNMET, OPEN, hours(25), hours(50), hours(25)),
            "online-25": came_to(25, 25),
        },
        as_of=date(2021, 12, 31),
    ),
    technology(
        "the plan ended with 2022", (ONLINE_25,), {"hours-50": NONE_APPLIES}, as_of=date(2023, 1, 1)
    ),
]


@pytest.mark.parametrize("own", TECHNOLOGY, ids=lambda own: own.name)
def test_the_technology_project(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_in_the_technology_project() -> None:
    """
    Online 10 + 15, practice 20, school-based 5, face to face 6: 56, 25 and 25.
    """
    records = (
        training("a", 10, Mode.ONLINE),
        training("b", 15, Mode.ONLINE, day=date(2022, 3, 1)),
        training("c", 20, Mode.PRACTICE),
        training("d", 5, Mode.SCHOOL_BASED),
        training("e", 6, Mode.FACE_TO_FACE),
    )
    result = technology("a teacher", records, {}).audited()

    assert [own.counted for own in result.findings] == [hours(56), hours(25), hours(25)]
    assert word(result.final) == MET


# Training for the new curriculum ----------------------------------------------------------

# Teaches it from 1 September 2005.
BEGAN = Teacher("t", events={"began_new_curriculum": date(2005, 9, 1)})


def curriculum(
    name: str,
    own: Expected,
    *records: TrainingRecord,
    teacher: Teacher = BEGAN,
    as_of: date = date(2005, 12, 31),
) -> Case:
    return Case(name, UNPLACED_NEW_CURRICULUM, teacher, records, as_of, {"before-teaching-40": own})


def new(record_id: str, day: date, own: str | int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return course(record_id, day, own, **({"topics": "new_curriculum"} | facts))


JULY = date(2005, 7, 11)

CURRICULUM = [
    curriculum("40 hours", came_to(40, 40), new("a", JULY, 40)),
    curriculum("39.5 hours", came_to("39.5", 40, "0.5"), new("a", JULY, "39.5")),
    curriculum("40.5 hours", came_to("40.5", 40), new("a", JULY, "40.5")),
    curriculum(
        "16 and 24 in two years",
        came_to(40, 40),
        new("a", date(2004, 7, 11), 16),
        new("b", JULY, 24),
    ),
    curriculum("the eve counts", came_to(40, 40), new("a", date(2005, 8, 31), 40)),
    curriculum("the first day is too late", came_to(0, 40, 40), new("a", date(2005, 9, 1), 40)),
    curriculum("the day after is too late", came_to(0, 40, 40), new("a", date(2005, 9, 2), 40)),
    curriculum("on something else", came_to(0, 40, 40), course("a", JULY, 40)),
    curriculum(
        "among other topics",
        came_to(40, 40),
        new("a", JULY, 40, topics=("ethics", "new_curriculum")),
    ),
    curriculum(
        "on what, is not known",
        expect(OPEN, OPEN, hours(0, 40)),
        new("a", JULY, 40, topics=None),
    ),
    curriculum(
        "own reading is no training",
        came_to(0, 40, 40),
        new("a", JULY, 40, activity="self_study"),
    ),
    curriculum(
        "failed: nothing that was read says whether it counts",
        expect(OPEN, OPEN, hours(0, 40)),
        new("a", JULY, 40, result=Result.FAILED),
    ),
    curriculum(
        "pending",
        expect(OPEN, OPEN, hours(0, 40)),
        new("a", JULY, 40, status=Status.PENDING),
    ),
    curriculum(
        "teaches it from a day to come: there is time",
        expect(UNMET, OPEN, hours(16), hours(40), hours(24)),
        new("a", JULY, 16),
        as_of=date(2005, 8, 1),
    ),
    curriculum(
        "never teaches it",
        NONE_APPLIES,
        teacher=Teacher("t", events={"began_new_curriculum": NONE}),
    ),
    curriculum("since when is not known", expect(OPEN), new("a", JULY, 40), teacher=Teacher("t")),
]


@pytest.mark.parametrize("own", CURRICULUM, ids=lambda own: own.name)
def test_the_new_curriculum(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_whole_teacher_before_the_new_curriculum() -> None:
    """
    12 online + 30 of the city = 42 before; 8 in the first month come too late.
    """
    records = (
        new("a", date(2005, 3, 1), 12, mode=Mode.ONLINE),
        new("b", JULY, 30),
        new("c", date(2005, 9, 20), 8),
    )
    result = curriculum("a teacher", expect(MET), *records).audited()

    assert result.finding("before-teaching-40").counted == hours(42)
    assert word(result.final) == MET


@pytest.mark.parametrize(
    "policy",
    [
        UNPLACED_CITY_72,
        UNPLACED_DEGREE_EXEMPTION,
        UNPLACED_NEW_CURRICULUM,
        UNPLACED_TECHNOLOGY_2020,
    ],
    ids=lambda own: own.id,
)
def test_it_is_said_that_a_rule_is_no_law_of_any_place(policy: Policy) -> None:
    assert policy.place == ""
    assert policy.id.startswith("unplaced-")
    assert "no place named" in policy.title.en
    assert "no law of any place" in policy.silent[0].en
    assert policy.source.note is not None
    assert "no law of any place" in policy.source.note.en
