"""Hand-worked cases for Jiangxi Province and Yujiang District."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    UNKNOWN,
    Level,
    Mode,
    Result,
    Status,
    Teacher,
    TrainingRecord,
    number,
    training_credits,
)
from teachtrain.policies import JIANGXI_2018, YUJIANG_2019
from tests.policies.cases import MET, NONE_APPLIES, OPEN, UNMET, Case, Expected, expect, word

if TYPE_CHECKING:
    from teachtrain.models import Amount
    from teachtrain.rules import Policy

LAST_DAY = date(2022, 12, 31)
EVENTS = {"hired": date(2009, 9, 1), "cycle_started": date(2018, 1, 1)}


def owes(due: int | None, **facts: Any) -> Teacher:  # noqa: ANN401 - Teacher checks each
    """A teacher of whom so many credits are asked, in the cycle from 1 January 2018."""
    local = {} if due is None else {"credits_due": due}
    plain: dict[str, Any] = {"events": EVENTS, "local": local}
    return Teacher("t", **(plain | facts))


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


def earned(record_id: str, day: date, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """Training of the province, with so many recognised credits."""
    plain: dict[str, Any] = {
        "activity": "training",
        "level": Level.PROVINCE,
        "day": day,
        "local": {"credits": training_credits(own).value},
    }
    return TrainingRecord(record_id, **(plain | facts))


def offset(record_id: str, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A prize in a county's competition, which offsets so many credits."""
    plain: dict[str, Any] = {
        "activity": "competition_prize",
        "level": Level.COUNTY,
        "day": DAY,
        "local": {"offset_credits": training_credits(own).value},
    }
    return TrainingRecord(record_id, **(plain | facts))


def due(
    verdict: str,
    counted: Amount,
    required: Amount,
    short: Amount,
    final: str | None = None,
) -> dict[str, Expected]:
    return {"due-less-offset": expect(verdict, final, counted, required, short)}


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher | None = None,
    as_of: date = LAST_DAY,
    policy: Policy = JIANGXI_2018,
) -> Case:
    """By default, of a teacher who owes 100 credits (a number made up for the case)."""
    return Case(name, policy, teacher or owes(100), records, as_of, expected)


DAY = date(2019, 10, 8)
NINETY = earned("n", DAY, 90)
IN_SCHOOL = {"activity": "school_based", "level": Level.SCHOOL}

PROVINCE = [
    case("100 of 100", (earned("a", DAY, 100),), due(MET, credits(100), credits(100), credits(0))),
    case(
        "99.5 of 100",
        (earned("a", DAY, "99.5"),),
        due(UNMET, credits("99.5"), credits(100), credits("0.5")),
    ),
    case(
        "100.5 of 100",
        (earned("a", DAY, "100.5"),),
        due(MET, credits("100.5"), credits(100), credits(0)),
    ),
    case("nothing at all", (), due(UNMET, credits(0), credits(100), credits(100))),
    case(
        "organised and self-organised training add up",
        (earned("a", DAY, 60), earned("b", DAY, 40, **IN_SCHOOL)),
        due(MET, credits(100), credits(100), credits(0)),
    ),
    case(
        "how many credits are due is not known",
        (NINETY,),
        {"due-less-offset": expect(OPEN, OPEN, credits(90), training_credits(0, to=UNBOUNDED))},
        teacher=owes(None),
    ),
    case(
        "it is known that none are due",
        (NINETY,),
        {"due-less-offset": NONE_APPLIES},
        teacher=owes(None, local={"credits_due": NONE}),
    ),
    # Offsets lower what is due ----------------------------------------------------------------
    *(
        case(
            f"a prize that offsets {own}, beside 90",
            (NINETY, offset("p", own)),
            # it adds nothing to the 90; of the 100 so many less are due
            due(verdict, credits(90), credits(needed), credits(short)),
        )
        for own, verdict, needed, short in (
            ("9.5", UNMET, "90.5", "0.5"),
            (10, MET, 90, 0),
            ("10.5", MET, "89.5", 0),
        )
    ),
    *(
        case(
            f"{activity} offsets too",
            (NINETY, offset("p", 10, activity=activity, level=None)),
            due(MET, credits(90), credits(90), credits(0)),
        )
        for activity in ("degree_year", "teaching_teachers")
    ),
    *(
        case(
            f"a lecture as {role}",
            (NINETY, offset("p", 10, activity="lecture", role=role, level=Level.CITY)),
            due(verdict, credits(90), required, short),
        )
        for role, verdict, required, short in (
            ("speaker", MET, credits(90), credits(0)),
            ("listener", UNMET, credits(100), credits(10)),
        )
    ),
    case(
        "offsets add up",
        (NINETY, offset("p", 4), offset("q", 6, activity="degree_year")),
        due(MET, credits(90), credits(90), credits(0)),  # 100 - 4 - 6
    ),
    *(
        case(
            f"a prize of {name}",
            (NINETY, offset("p", 10, level=level)),
            due(UNMET, credits(90), credits(100), credits(10)),
        )
        for name, level in (("the school", Level.SCHOOL), ("no level", NONE))
    ),
    case(
        "a prize of a level that is not known",
        (NINETY, offset("p", 10, level=None)),
        due(OPEN, credits(90), credits(90, 100), credits(0, 10)),
    ),
    case(
        "a prize whose offset is not known",
        (NINETY, offset("p", 0, local={})),
        {"due-less-offset": expect(OPEN, OPEN, credits(90))},
    ),
    case(
        "a pending prize",
        (NINETY, offset("p", 10, status=Status.PENDING)),
        due(OPEN, credits(90), credits(90, 100), credits(0, 10)),
    ),
    # What earns nothing -----------------------------------------------------------------------
    case(
        "training of new teachers",
        (NINETY, earned("i", DAY, 10, activity="induction")),
        due(UNMET, credits(90), credits(100), credits(10)),
    ),
    case(
        "training that no authority plans",
        (NINETY, earned("i", DAY, 10, level=NONE)),
        due(UNMET, credits(90), credits(100), credits(10)),
    ),
    case(
        "an activity of which nothing was read",
        (NINETY, earned("i", DAY, 10, activity="self_study")),
        due(UNMET, credits(90), credits(100), credits(10)),
    ),
    case(
        "training of which no credits are known",
        (NINETY, earned("i", DAY, 0, hours=10, local={})),
        due(OPEN, training_credits(90, to=UNBOUNDED), credits(100), credits(0, 10)),
    ),
    # Borders ----------------------------------------------------------------------------------
    *(
        case(
            f"10 credits on {day}",
            (NINETY, earned("a", day, 10)),
            due(MET, credits(100), credits(100), credits(0))
            if counts
            else due(UNMET, credits(90), credits(100), credits(10)),
        )
        for day, counts in (
            (date(2017, 12, 31), False),
            (date(2018, 1, 1), True),
            (date(2018, 1, 2), True),
            (date(2022, 12, 30), True),
            (date(2022, 12, 31), True),
            (date(2023, 1, 1), False),
        )
    ),
    case(
        "an offset of the cycle before",
        (NINETY, offset("p", 10, day=date(2017, 12, 31))),
        due(UNMET, credits(90), credits(100), credits(10)),
    ),
    case(
        "several days across the first day of the cycle",
        (NINETY, earned("a", date(2017, 12, 30), 10, last_day=date(2018, 1, 3))),
        due(OPEN, credits(90, 100), credits(100), credits(0, 10)),
    ),
    case(
        "when the cycle started is not known",
        (NINETY,),
        {"due-less-offset": expect(OPEN)},
        teacher=owes(100, events=EVENTS | {"cycle_started": UNKNOWN}),
    ),
    case(
        "in the third year",
        (earned("a", DAY, 30),),
        due(UNMET, credits(30), credits(100), credits(70), OPEN),
        as_of=date(2020, 6, 30),
    ),
    # A whole teacher --------------------------------------------------------------------------
    case(
        "five years of one teacher who owes 100",
        (
            earned("a", date(2018, 4, 1), 120, activity="induction"),  # nothing
            earned("b", date(2018, 10, 1), 25),
            earned("c", date(2019, 4, 1), 20, **IN_SCHOOL),
            earned("d", date(2020, 4, 1), 30, level=Level.NATION, activity="backbone_training"),
            offset("e", 8, day=date(2020, 5, 1)),
            earned("f", date(2021, 4, 1), 10, level=NONE),  # nothing
            offset("g", 6, day=date(2021, 9, 1), activity="degree_year", level=None),
            earned("h", date(2022, 4, 1), 11, level=Level.CITY),
        ),
        # 25 + 20 + 30 + 11 = 86; 100 - 8 - 6 = 86
        due(MET, credits(86), credits(86), credits(0)),
    ),
]


# Yujiang ----------------------------------------------------------------------------------


def yujiang(name: str, records: tuple[TrainingRecord, ...], counted: Amount) -> Case:
    """What counts, of a teacher who owes 1000, so that it is never enough."""
    return case(
        name,
        records,
        {"due-less-offset": expect(UNMET, UNMET, counted, credits(1000))},
        teacher=owes(1000),
        policy=YUJIANG_2019,
    )


def of_the_district(
    record_id: str,
    hours: str | int | None,
    mode: Mode | None = Mode.FACE_TO_FACE,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """Training of the district, passed."""
    plain: dict[str, Any] = {
        "activity": "training",
        "level": Level.COUNTY,
        "mode": mode,
        "hours": hours,
        "day": DAY,
        "result": Result.PASSED,
    }
    return TrainingRecord(record_id, **(plain | facts))


def lessons(
    count: int,
    first: date,
    activity: str = "lesson_observation",
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> tuple[TrainingRecord, ...]:
    """So many lessons (or lectures) of the school, one a day from *first* on."""
    plain: dict[str, Any] = {"activity": activity, "level": Level.SCHOOL}
    return tuple(
        TrainingRecord(
            f"{activity}-{first}-{ordinal:02}",
            day=first + timedelta(days=ordinal),
            **(plain | facts),
        )
        for ordinal in range(count)
    )


OCTOBER = date(2019, 10, 8)
HEADS = "principal_improvement"

YUJIANG = [
    # Training of the district -----------------------------------------------------------------
    yujiang("10 hours face to face", (of_the_district("a", 10),), credits(1)),
    yujiang("9.5 hours face to face", (of_the_district("a", "9.5"),), credits("0.95")),
    yujiang("10.5 hours face to face", (of_the_district("a", "10.5"),), credits("1.05")),
    yujiang("20 hours online", (of_the_district("a", 20, Mode.ONLINE),), credits(1)),
    yujiang("19 hours online", (of_the_district("a", 19, Mode.ONLINE),), credits("0.95")),
    yujiang(
        "1 hour online: nothing is rounded",
        (of_the_district("a", 1, Mode.ONLINE),),
        credits("0.05"),
    ),
    case(
        "20 hours, not known how, and no recognised credits: 2, 1, or any number",
        (of_the_district("a", 20, None),),
        due(OPEN, training_credits(0, to=UNBOUNDED), credits(100), credits(0, 100)),
        policy=YUJIANG_2019,
    ),
    yujiang(
        "the same with 1.5 recognised credits: 2 face to face, 1 online, or 1.5",
        (of_the_district("a", 20, None, local={"credits": Decimal("1.5")}),),
        credits(1, 2),
    ),
    yujiang(
        "blended training has no rate, so it counts as recognised",
        (of_the_district("a", 20, Mode.BLENDED, local={"credits": 3}),),
        credits(3),
    ),
    yujiang(
        "failed training of the district",
        (of_the_district("a", 20, result=Result.FAILED),),
        credits(0),
    ),
    yujiang(
        "training of the district without an assessment was not passed",
        (of_the_district("a", 20, result=NONE),),
        credits(0),
    ),
    yujiang(
        "a result that is not known",
        (of_the_district("a", 20, result=None),),
        credits(0, 2),
    ),
    yujiang(
        "training of the city counts as recognised, not by the hour",
        (of_the_district("a", 20, level=Level.CITY, local={"credits": 7}),),
        credits(7),
    ),
    # Training of heads ------------------------------------------------------------------------
    *(
        yujiang(
            f"{hours} hours face to face of {activity}: half of them",
            (of_the_district("a", hours, activity=activity),),
            credits(counted),
        )
        for activity in (HEADS, "principal_qualification")
        for hours, counted in ((20, 1), (19, "0.95"), (21, "1.05"))
    ),
    yujiang(
        "20 hours online of heads: none to all",
        (of_the_district("a", 20, Mode.ONLINE, activity=HEADS),),
        credits(0, 1),
    ),
    yujiang(
        "failed training of heads",
        (of_the_district("a", 20, activity=HEADS, result=Result.FAILED),),
        credits(0),
    ),
    # In school: perhaps one credit for each ---------------------------------------------------
    yujiang("19 lessons observed", lessons(19, OCTOBER), credits(0)),
    yujiang("20 lessons observed", lessons(20, OCTOBER), credits(0, 1)),
    yujiang("21 lessons observed", lessons(21, OCTOBER), credits(0, 1)),
    yujiang("40 lessons observed in a school year", lessons(40, OCTOBER), credits(0, 2)),
    yujiang(
        "10 lessons up to 31 August and 10 from 1 September are in two school years",
        (*lessons(10, date(2019, 8, 22)), *lessons(10, date(2019, 9, 1))),
        credits(0),
    ),
    yujiang(
        "20 lessons from 1 September are in one",
        lessons(20, date(2019, 9, 1)),
        credits(0, 1),
    ),
    yujiang("1 open lesson of the school", lessons(1, OCTOBER, "open_lesson"), credits(0)),
    yujiang("2 open lessons of the school", lessons(2, OCTOBER, "open_lesson"), credits(0, 1)),
    yujiang("3 open lessons of the school", lessons(3, OCTOBER, "open_lesson"), credits(0, 1)),
    yujiang(
        "2 open lessons of the school in two school years: no time was seen",
        (
            *lessons(1, date(2019, 8, 31), "open_lesson"),
            *lessons(1, date(2019, 9, 1), "open_lesson"),
        ),
        credits(0, 1),
    ),
    *(
        yujiang(
            f"1 open lesson of {level.value} level",
            lessons(1, OCTOBER, "open_lesson", level=level),
            credits(0, 1),
        )
        for level in (Level.COUNTY, Level.CITY, Level.PROVINCE)
    ),
    yujiang(
        "1 lecture in the school",
        lessons(1, OCTOBER, "lecture", role="speaker"),
        credits(0),
    ),
    yujiang(
        "2 lectures in the school",
        lessons(2, OCTOBER, "lecture", role="speaker"),
        credits(0, 1),
    ),
    yujiang(
        "1 lecture at county level",
        lessons(1, OCTOBER, "lecture", role="speaker", level=Level.COUNTY),
        credits(0, 1),
    ),
    yujiang(
        "who listens to a lecture gets nothing for giving one",
        lessons(2, OCTOBER, "lecture", role="listener", level=Level.COUNTY),
        credits(0),
    ),
    yujiang(
        "a lecture and an open lesson of the school make no pair",
        (
            *lessons(1, OCTOBER, "open_lesson"),
            *lessons(1, OCTOBER, "lecture", role="speaker"),
        ),
        credits(0),
    ),
    # Also credited ----------------------------------------------------------------------------
    *(
        yujiang(
            f"a studio for {years} years",
            (
                earned(
                    "s", DAY, 0, activity="studio", local={"credits": 5, "membership_years": years}
                ),
            ),
            credits(counted),
        )
        for years, counted in ((1, 0), (2, 5), (3, 5))
    ),
    yujiang(
        "a studio, not known for how long",
        (earned("s", DAY, 5, activity="studio"),),
        credits(0, 5),
    ),
    *(
        yujiang(
            f"a project approved at {level.value} level",
            (earned("s", DAY, 4, activity="research_project", level=level),),
            credits(counted),
        )
        for level, counted in ((Level.PROVINCE, 4), (Level.COUNTY, 4), (Level.SCHOOL, 0))
    ),
    *(
        yujiang(
            f"a paper in a journal of {level.value} level",
            (earned("s", DAY, 2, activity="paper", level=level),),
            credits(counted),
        )
        for level, counted in ((Level.PROVINCE, 2), (Level.CITY, 0))
    ),
    yujiang(
        "training of new teachers by the district",
        (of_the_district("a", 120, activity="induction"),),
        credits(0),
    ),
    # A whole teacher --------------------------------------------------------------------------
    case(
        "five years of one head of school who owes 12",
        (
            of_the_district("a", 60, day=date(2018, 4, 1)),  # 6
            of_the_district("b", 40, activity=HEADS, day=date(2018, 10, 1)),  # 20 hours, 2
            of_the_district("c", 30, Mode.ONLINE, day=date(2019, 4, 1)),  # 1.5
            of_the_district("d", 30, day=date(2019, 5, 1), result=Result.FAILED),  # nothing
            earned("e", date(2020, 4, 1), "1.5"),  # 1.5 of the province
            *lessons(20, date(2020, 10, 1)),  # 0 to 1
            *lessons(2, date(2021, 4, 1), "open_lesson"),  # 0 to 1
            offset("f", "0.5", day=date(2021, 5, 1)),  # half a credit less is due
        ),
        # 6 + 2 + 1.5 + 1.5 = 11, and 0 to 2 more; 12 - 0.5 = 11.5 are due
        due(OPEN, credits(11, 13), credits("11.5"), credits(0, "0.5")),
        teacher=owes(12),
        policy=YUJIANG_2019,
    ),
]


@pytest.mark.parametrize("own", PROVINCE, ids=lambda own: own.name)
def test_the_province(own: Case) -> None:
    assert own.found() == own.wanted()


WITHOUT_LECTURES = [
    own for own in PROVINCE if all(one.activity != "lecture" for one in own.records)
]


@pytest.mark.parametrize("own", WITHOUT_LECTURES, ids=lambda own: own.name)
def test_yujiang_keeps_what_the_province_says(own: Case) -> None:
    """
    No training above is of the district; of lectures it has a rule of its own.
    """
    assert attrs.evolve(own, policy=YUJIANG_2019).found() == own.wanted()


@pytest.mark.parametrize("own", YUJIANG, ids=lambda own: own.name)
def test_yujiang(own: Case) -> None:
    assert own.found() == own.wanted()


def test_a_lecture_offsets_in_the_province_and_may_earn_in_yujiang() -> None:
    lecture = offset("p", 10, activity="lecture", role="speaker")
    for policy, rule in (
        (JIANGXI_2018, "diverse-improvement"),
        (YUJIANG_2019, "lecture-of-the-county"),
    ):
        (own,) = case("one record", (lecture,), {}, policy=policy).audited().records
        assert [one.id for one in own.rules if one is not None] == [rule]


def test_an_offset_is_no_credit() -> None:
    result = case("a prize", (NINETY, offset("p", 10)), {}).audited()

    assert {(own.record_id, own.account, own.settled.earned) for own in result.entries} == {
        ("n", "main", credits(90)),
        ("p", "offset", credits(10)),
    }


@pytest.mark.parametrize(
    ("policy", "record", "rule", "outcome"),
    [
        (
            JIANGXI_2018,
            earned("a", DAY, 8, activity="induction"),
            "new-teacher-training",
            "refused",
        ),
        (JIANGXI_2018, earned("a", DAY, 8), "organised-training", "recognised"),
        (JIANGXI_2018, earned("a", DAY, 8, **IN_SCHOOL), "self-organised-training", "recognised"),
        (JIANGXI_2018, offset("a", 8), "prize", "recognised"),
        (YUJIANG_2019, of_the_district("a", 8, result=Result.FAILED), "not-passed", "refused"),
        (YUJIANG_2019, of_the_district("a", 8), "district-face-to-face", "recognised"),
        (YUJIANG_2019, of_the_district("a", 8, activity=HEADS), "heads-face-to-face", "recognised"),
        (
            YUJIANG_2019,
            earned("a", DAY, 8, activity="studio", local={"membership_years": 1}),
            "studio-too-short",
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


@pytest.mark.parametrize("policy", [JIANGXI_2018, YUJIANG_2019], ids=lambda own: own.id)
def test_no_figure_is_made_up(policy: Policy) -> None:
    """
    What is due was not seen: it is asked for, and named as missing.
    """
    result = case("not said", (NINETY,), {}, teacher=owes(None), policy=policy).audited()

    assert word(result.final) == OPEN
    assert {(one.record, one.fact) for one in result.missing} == {(None, "credits_due")}


def test_lessons_are_counted_in_an_account_of_their_own() -> None:
    result = case("20", lessons(20, OCTOBER), {}, policy=YUJIANG_2019).audited()

    assert {own.settled.earned for own in result.entries if own.account == "observed"} == {
        number(1)
    }
