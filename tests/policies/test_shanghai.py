"""Hand-worked cases for a district in Shanghai, 2016 to 2020, and for Xuhui's table of 2006."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from teachtrain.models import (
    NONE,
    UNBOUNDED,
    Approval,
    Level,
    Result,
    Status,
    Teacher,
    TrainingRecord,
    exact,
    training_credits,
)
from teachtrain.policies import SHANGHAI_UNNAMED_DISTRICT_2016, XUHUI_2006
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
    from collections.abc import Mapping

    from teachtrain.models import Amount
    from teachtrain.rules import Audit

TEACHER = Teacher("t", categories=(), events={"hired": date(2001, 9, 1)})

# The district -----------------------------------------------------------------------------

DAY = date(2018, 4, 9)


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


def credited(
    record_id: str,
    level: Level | None,
    category: str | None,
    own: str | int | None,
    *,
    day: date | None = DAY,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """A course of a level and a category, with the credits that were recognised for it."""
    local: dict[str, Any] = {}
    if category is not None:
        local["content_category"] = category
    if own is not None:
        local["credits"] = exact(own)
    return course(record_id, day, None, level=level, local=local, **facts)


CELLS: Final = {
    "city-ethics-or-literacy-2": (Level.CITY, "literacy", 2),
    "city-knowledge-and-skills-3": (Level.CITY, "knowledge_and_skills", 3),
    "city-technology-1": (Level.CITY, "information_technology", 1),
    "district-literacy-2": (Level.COUNTY, "literacy", 2),
    "district-research-and-training-4": (Level.COUNTY, "research_and_training", 4),
    "district-technology-3": (Level.COUNTY, "information_technology", 3),
    "district-special-skill-3": (Level.COUNTY, "special_skill", 3),
    "school-ethics-6": (Level.SCHOOL, "ethics", 6),
    "school-literacy-2": (Level.SCHOOL, "literacy", 2),
    "school-practice-9": (Level.SCHOOL, "practice_experience", 9),
    "school-technology-1": (Level.SCHOOL, "information_technology", 1),
}
NEEDED: Final = {name: need for name, (_, _, need) in CELLS.items()} | {"all-36": 36}


def filled(changed: Mapping[str, str | int] | None = None) -> tuple[TrainingRecord, ...]:
    """One course for each cell with just what it needs, but for those that are *changed*."""
    own = {name: (changed or {}).get(name, need) for name, (_, _, need) in CELLS.items()}
    return tuple(
        credited(name, level, category, own[name])
        for name, (level, category, _) in CELLS.items()
        if own[name] != 0
    )


def counted(changed: Mapping[str, str | int] | None = None) -> dict[str, Expected]:
    """Of a closed cycle: just what is needed in each cell and in all, but for the *changed*."""
    return {name: of_cell(name, (changed or {}).get(name, need)) for name, need in NEEDED.items()}


def of_cell(name: str, low: str | int, to: str | int | None = None) -> Expected:
    """Expect what counts for a cell, a point or a range."""
    need = exact(NEEDED[name])
    most = exact(low if to is None else to)
    verdict = MET if exact(low) >= need else UNMET if most < need else OPEN
    short = training_credits(max(need - most, exact(0)), to=max(need - exact(low), exact(0)))
    return expect(verdict, verdict, training_credits(low, to=to), training_credits(need), short)


def district(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    as_of: date = date(2020, 12, 31),
) -> Case:
    return Case(name, SHANGHAI_UNNAMED_DISTRICT_2016, TEACHER, records, as_of, expected)


ALSO: Final = {
    "city-ethics-or-literacy-2": "district-literacy-2",
    "city-technology-1": "district-technology-3",
}
"""The cells for which what is left of a city cell stands in."""


def half_more(name: str) -> dict[str, Expected]:
    """Half a credit too much in a cell, and in the one it stands in for."""
    more: dict[str, str | int] = {name: f"{NEEDED[name]}.5", "all-36": "36.5"}
    if name in ALSO:
        more[ALSO[name]] = f"{NEEDED[ALSO[name]]}.5"
    return counted(more)


def backbone(record_id: str, day: date, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    given: dict[str, Any] = {"activity": "backbone_training", **facts}
    return credited(record_id, Level.COUNTY, "special_skill", None, day=day, **given)


def studio(record_id: str, day: date, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return backbone(record_id, day, activity="studio", **facts)


def skill(low: str | int, to: str | int | None = None) -> dict[str, Expected]:
    return {"district-special-skill-3": of_cell("district-special-skill-3", low, to)}


DISTRICT = [
    # Each cell --------------------------------------------------------------------------------
    district("6 + 12 + 18 are exactly 36", filled(), counted()),
    district("nothing at all", (), counted(dict.fromkeys(NEEDED, 0))),
    *(
        district(
            f"half a credit too little: {name}",
            filled({name: f"{need - 1}.5"}),
            counted({name: f"{need - 1}.5", "all-36": "35.5"}),
        )
        for name, (_, _, need) in CELLS.items()
    ),
    *(
        district(f"half a credit more: {name}", filled({name: f"{need}.5"}), half_more(name))
        for name, (_, _, need) in CELLS.items()
    ),
    # What of the city stands in for the district -----------------------------------------------
    *(
        district(
            f"{own} in information technology of the city, 1 of the district",
            filled({"city-technology-1": own, "district-technology-3": 1}),
            counted(
                {
                    "city-technology-1": own,
                    "district-technology-3": both,  # 1 + (own - 1)
                    "all-36": total,  # 36 - 1 - 3 + own + 1
                }
            ),
        )
        for own, both, total in (("2.5", "2.5", "35.5"), (3, 3, 36), ("3.5", "3.5", "36.5"))
    ),
    district(
        "4 in information technology of the district, none of the city",
        filled({"city-technology-1": 0, "district-technology-3": 4}),
        counted({"city-technology-1": 0, "district-technology-3": 4}),
    ),
    district(
        "4 in literacy of the city, none of the district",
        filled({"city-ethics-or-literacy-2": 4, "district-literacy-2": 0}),
        counted({"city-ethics-or-literacy-2": 4}),  # 4 - 2 = 2 stand in
    ),
    district(
        "2 in ethics fill the city's demand, so that 2 in literacy stand in",
        (*filled({"district-literacy-2": 0}), credited("e", Level.CITY, "ethics", 2)),
        counted({"city-ethics-or-literacy-2": 4}),  # 2 + 2; the 2 in literacy are left
    ),
    district(
        "1 in ethics leaves 1 of the 2 in literacy",
        (*filled({"district-literacy-2": 0}), credited("e", Level.CITY, "ethics", 1)),
        # 2 + 1 - 2 = 1
        counted({"city-ethics-or-literacy-2": 3, "district-literacy-2": 1, "all-36": 35}),
    ),
    district(
        "4 in ethics of the city do not stand in for literacy",
        (
            *filled({"city-ethics-or-literacy-2": 0, "district-literacy-2": 0}),
            credited("e", Level.CITY, "ethics", 4),
        ),
        counted({"city-ethics-or-literacy-2": 4, "district-literacy-2": 0}),
    ),
    district(
        "what stands in has the same category: 9 in knowledge and skills of the city",
        filled(
            {
                "city-knowledge-and-skills-3": 9,
                "district-special-skill-3": 0,
                "district-research-and-training-4": 1,
            }
        ),
        counted(
            {
                "city-knowledge-and-skills-3": 9,
                "district-special-skill-3": 0,
                "district-research-and-training-4": 1,
            }
        ),
    ),
    district(
        "nothing of the city stands in for the school",
        filled({"city-technology-1": 2, "school-technology-1": 0}),
        counted({"city-technology-1": 2, "district-technology-3": 4, "school-technology-1": 0}),
    ),
    district(
        "nor of the district",
        filled({"district-technology-3": 4, "school-technology-1": 0}),
        counted({"district-technology-3": 4, "school-technology-1": 0}),
    ),
    district(
        "nor one category of the school for another",
        filled({"school-ethics-6": 8, "school-literacy-2": 0}),
        counted({"school-ethics-6": 8, "school-literacy-2": 0}),
    ),
    # Degree study -----------------------------------------------------------------------------
    district(
        "2 of degree study may fill 2 that are missing",
        (
            *filled({"school-literacy-2": 0}),
            credited("d", None, None, 2, activity="degree_year"),
        ),
        {
            "school-literacy-2": of_cell("school-literacy-2", 0, 2),
            "all-36": of_cell("all-36", 34, 36),
            "school-ethics-6": of_cell("school-ethics-6", 6, 8),
        },
    ),
    district(
        "but not 2.5",
        (
            *filled({"school-practice-9": "6.5"}),
            credited("d", None, None, 2, activity="degree_year"),
        ),
        {
            "school-practice-9": of_cell("school-practice-9", "6.5", "8.5"),
            "all-36": of_cell("all-36", "33.5", "35.5"),
        },
    ),
    # Levels, categories and credits that are not known -----------------------------------------
    district(
        "the city is a province",
        (
            *filled({"city-knowledge-and-skills-3": 0}),
            credited("p", Level.PROVINCE, "knowledge_and_skills", 3),
        ),
        counted(),
    ),
    district(
        "national training counts in all, and for no layer",
        (
            *filled({"city-knowledge-and-skills-3": 0}),
            credited("n", Level.NATION, "knowledge_and_skills", 3),
        ),
        counted({"city-knowledge-and-skills-3": 0}),
    ),
    district(
        "the category is not known",
        (
            *filled({"district-special-skill-3": 0}),
            credited("a", Level.COUNTY, None, 3),
        ),
        {
            "district-special-skill-3": of_cell("district-special-skill-3", 0, 3),
            "district-literacy-2": of_cell("district-literacy-2", 2, 5),
            "school-literacy-2": of_cell("school-literacy-2", 2),
            "all-36": of_cell("all-36", 36),
        },
    ),
    district(
        "the level is not known",
        (*filled({"district-special-skill-3": 0}), credited("a", None, "special_skill", 3)),
        {
            "district-special-skill-3": of_cell("district-special-skill-3", 0, 3),
            "all-36": of_cell("all-36", 36),
        },
    ),
    district(
        "the credits are not known",
        (
            *filled({"district-special-skill-3": 0}),
            credited("a", Level.COUNTY, "special_skill", None),
        ),
        {
            "district-special-skill-3": expect(
                OPEN, OPEN, training_credits(0, to=UNBOUNDED), credits(3), credits(0, 3)
            )
        },
    ),
    district(
        "a pending course may still be struck out",
        (
            *filled({"district-special-skill-3": 0}),
            credited("a", Level.COUNTY, "special_skill", 3, status=Status.PENDING),
        ),
        skill(0, 3),
    ),
    # What earns nothing -----------------------------------------------------------------------
    district(
        "recognition refused",
        (
            *filled({"district-special-skill-3": 0}),
            credited("a", Level.COUNTY, "special_skill", 3, approval=Approval.REFUSED),
        ),
        counted({"district-special-skill-3": 0, "all-36": 33}),
    ),
    district(
        "a paper is not in the rules that were read",
        (
            *filled({"district-special-skill-3": 0}),
            credited("a", Level.COUNTY, "special_skill", 3, activity="paper"),
        ),
        counted({"district-special-skill-3": 0, "all-36": 33}),
    ),
    # Borders ----------------------------------------------------------------------------------
    *(
        district(
            f"3 in special skill on {day}",
            (
                *filled({"district-special-skill-3": 0}),
                credited("a", Level.COUNTY, "special_skill", 3, day=day),
            ),
            counted() if counts else counted({"district-special-skill-3": 0, "all-36": 33}),
        )
        for day, counts in (
            (date(2015, 12, 31), False),
            (date(2016, 1, 1), True),
            (date(2016, 1, 2), True),
            (date(2020, 12, 31), True),
            (date(2021, 1, 1), False),
        )
    ),
    district(
        "after the plan nothing is asked for",
        filled(),
        dict.fromkeys(NEEDED, NONE_APPLIES),
        as_of=date(2021, 1, 1),
    ),
    # Backbone teachers and studios --------------------------------------------------------------
    district("one school year of backbone training", (backbone("a", date(2017, 3, 9)),), skill(1)),
    district(
        "three school years of it are 3",
        tuple(backbone(f"b{year}", date(year, 10, 9)) for year in (2016, 2017, 2018)),
        skill(3),
    ),
    district(
        "two in one school year are 1",
        (backbone("a", date(2017, 9, 1)), backbone("b", date(2018, 8, 31))),
        skill(1),
    ),
    district(
        "on either side of 1 September they are 2",
        (backbone("a", date(2017, 8, 31)), backbone("b", date(2017, 9, 1))),
        skill(2),
    ),
    district(
        "a task that was not completed earns nothing",
        (backbone("a", date(2017, 3, 9), result=Result.FAILED),),
        skill(0),
    ),
    district(
        "whether it was completed is not known",
        (backbone("a", date(2017, 3, 9), result=None),),
        skill(0, 1),
    ),
    district("one school year of a studio", (studio("a", date(2017, 3, 9)),), skill(4)),
    district(
        "three school years of it are 12, moderator or not",
        tuple(
            studio(f"s{year}", date(year, 10, 9), role=role)
            for year, role in ((2016, "moderator"), (2017, "member"), (2018, None))
        ),
        skill(12),
    ),
    district(
        "two studios in one school year are 4",
        (studio("a", date(2017, 9, 1)), studio("b", date(2018, 8, 31))),
        skill(4),
    ),
    district(
        "a studio and backbone training in one school year are 5",
        (studio("a", date(2017, 10, 9)), backbone("b", date(2017, 11, 9))),
        skill(5),
    ),
    district(
        "a studio that was failed",
        (studio("a", date(2017, 3, 9), result=Result.FAILED),),
        skill(0),
    ),
    district(
        "backbone training of the city goes by its credits",
        (credited("a", Level.CITY, "knowledge_and_skills", 3, activity="backbone_training"),),
        counted(dict.fromkeys(NEEDED, 0) | {"city-knowledge-and-skills-3": 3, "all-36": 3}),
    ),
    # In the middle of the cycle ---------------------------------------------------------------
    district(
        "in the third year",
        (credited("a", Level.CITY, "literacy", 2, day=date(2017, 5, 9)),),
        {
            "city-ethics-or-literacy-2": expect(MET, MET, credits(2)),
            "district-literacy-2": expect(UNMET, OPEN, credits(0), credits(2), credits(2)),
            "all-36": expect(UNMET, OPEN, credits(2), credits(36), credits(34)),
        },
        as_of=date(2018, 12, 31),
    ),
    # One teacher over the cycle ---------------------------------------------------------------
    district(
        "a backbone teacher with a studio, 2016 to 2020",
        (
            credited("c1", Level.CITY, "ethics", 1, day=date(2016, 5, 9)),
            credited("c2", Level.CITY, "literacy", 2, day=date(2016, 6, 9)),  # 3, of which 1 left
            credited("c3", Level.CITY, "knowledge_and_skills", 3, day=date(2017, 5, 9)),
            credited("c4", Level.CITY, "information_technology", 2, day=date(2017, 6, 9)),  # 1 left
            credited("d1", Level.COUNTY, "literacy", 1, day=date(2018, 5, 9)),  # 1 + 1
            credited("d2", Level.COUNTY, "research_and_training", 3, day=date(2018, 6, 9)),
            credited(
                "d3", Level.COUNTY, "information_technology", 2, day=date(2018, 7, 9)
            ),  # 2 + 1
            backbone("d4", date(2016, 10, 9)),
            backbone("d5", date(2017, 3, 9)),  # the same school year
            studio("d6", date(2018, 10, 9)),  # special skill: 1 + 0 + 4
            credited("s1", Level.SCHOOL, "ethics", 6, activity="school_based"),
            credited("s2", Level.SCHOOL, "literacy", 2, activity="school_based"),
            credited("s3", Level.SCHOOL, "practice_experience", 9, activity="teaching_research"),
            credited("s4", Level.SCHOOL, "information_technology", "0.5", activity="school_based"),
        ),
        # 3 + 3 + 2 + 1 + 3 + 2 + 5 + 6 + 2 + 9 + 0.5 = 36.5
        counted(
            {
                "city-ethics-or-literacy-2": 3,
                "city-technology-1": 2,
                "district-research-and-training-4": 3,
                "district-special-skill-3": 5,
                "school-technology-1": "0.5",
                "all-36": "36.5",
            }
        ),
    ),
]


@pytest.mark.parametrize("own", DISTRICT, ids=lambda own: own.name)
def test_the_district(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize(
    ("record", "rule", "outcome"),
    [
        (credited("a", Level.COUNTY, "literacy", 1), "training", "recognised"),
        (credited("a", None, None, 1, activity="degree_year"), "degree-study", "recognised"),
        (backbone("a", DAY), "district-backbone", "recognised"),
        (studio("a", DAY), "district-studio", "recognised"),
        (studio("a", DAY, result=Result.FAILED), "task-not-completed", "refused"),
        (studio("a", DAY, approval=Approval.REFUSED), "recognition-refused", "refused"),
        (credited("a", Level.COUNTY, "literacy", 1, activity="paper"), None, "unmatched"),
    ],
)
def test_which_rule_of_the_district_takes_a_record(
    record: TrainingRecord, rule: str | None, outcome: str
) -> None:
    (own,) = district("one record", (record,), {}).audited().records

    assert [one and one.id for one in own.rules] == [rule]
    assert own.outcome == outcome


def test_a_second_studio_in_a_school_year_is_cut_by_its_clause() -> None:
    records = (studio("a", date(2017, 10, 9)), studio("b", date(2018, 3, 9)))
    result = district("two", records, {}).audited()
    (cut,) = [cut for own in result.entries for cut in own.settled.cuts]

    assert cut.amount == credits(4)
    assert cut.clause is not None
    assert cut.clause.id == "studio-once-a-school-year"


# Xuhui's table ----------------------------------------------------------------------------


def work(activity: str, level: Level | None = None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """An activity of 2007 that was recognised; what is no field of a record is a local fact."""
    fields: dict[str, Any] = {"day": date(2007, 4, 9), "approval": Approval.APPROVED}
    fields |= {name: facts.pop(name) for name in tuple(facts) if name in RECORD_FIELDS}
    return TrainingRecord("a", activity=activity, level=level, local=facts, **fields)


RECORD_FIELDS: Final = ("approval", "day", "hours", "last_day", "result", "role", "status")

SCHOOL, DISTRICT_LEVEL, CITY, PROVINCE, NATION = (
    Level.SCHOOL,
    Level.COUNTY,
    Level.CITY,
    Level.PROVINCE,
    Level.NATION,
)
PROJECT = {"role": "leader", "result": Result.PASSED}

RECOGNISED = [
    # Observing a lesson -----------------------------------------------------------------------
    ("500 characters", work("lesson_observation", DISTRICT_LEVEL, characters=500), "0.5"),
    ("501 characters", work("lesson_observation", DISTRICT_LEVEL, characters=501), "0.5"),
    ("in the city", work("lesson_observation", CITY, characters=500), "0.5"),
    # Open lesson ------------------------------------------------------------------------------
    ("open lesson, district", work("open_lesson", DISTRICT_LEVEL, characters=800), 1),
    ("open lesson, city", work("open_lesson", CITY, characters=801), 3),
    ("open lesson, the city as a province", work("open_lesson", PROVINCE, characters=800), 3),
    # Training abroad --------------------------------------------------------------------------
    (
        "two and a half months abroad",
        work("study_abroad", months=exact("2.5"), sent_by_school="yes", characters=3000),
        5,
    ),
    # Lecture ----------------------------------------------------------------------------------
    ("lecture of an hour in school", work("lecture", SCHOOL, hours=1, role="speaker"), 1),
    ("lecture in the district", work("lecture", DISTRICT_LEVEL, hours=2, role="speaker"), 2),
    # Study, mentoring, reading, courses ---------------------------------------------------------
    ("study of a topic", work("topic_study"), 1),
    ("mentor", work("mentoring", SCHOOL, role="mentor"), 2),
    ("mentee", work("mentoring", SCHOOL, role="mentee"), 2),
    ("mentor by an agreement of the district", work("mentoring", DISTRICT_LEVEL, role="mentor"), 2),
    ("3000 characters on what was read", work("self_study", characters=3000), 1),
    ("a course for the school", work("course_development", SCHOOL), 3),
    ("a course for the district", work("course_development", DISTRICT_LEVEL), 6),
    ("a course for the city", work("course_development", CITY), 6),
    ("a course for the city as a province", work("course_development", PROVINCE), 6),
    ("a course for the nation", work("course_development", NATION), 6),
    # Papers -----------------------------------------------------------------------------------
    ("paper in a district journal", work("paper", DISTRICT_LEVEL, author_rank=1), 1),
    ("second author, provincial journal", work("paper", PROVINCE, author_rank=2), 3),
    ("paper in a national journal", work("paper", NATION, author_rank=1), 3),
    # Books ------------------------------------------------------------------------------------
    ("book alone", work("book", authors=1), 12),
    ("book together, 5 recognised", work("book", authors=2, credits=5), 5),
    # Projects ---------------------------------------------------------------------------------
    ("project of the school", work("research_project", SCHOOL, **PROJECT), 1),
    ("project of the district", work("research_project", DISTRICT_LEVEL, **PROJECT), 6),
    ("project of the city", work("research_project", CITY, **PROJECT), 12),
    ("project of the city as a province", work("research_project", PROVINCE, **PROJECT), 12),
    (
        "second author of a project with an award",
        work(
            "research_project",
            DISTRICT_LEVEL,
            role="participant",
            author_rank=2,
            result=Result.EXCELLENT,
        ),
        6,
    ),
    # Borders of the plan ----------------------------------------------------------------------
    ("on the first day", work("topic_study", day=date(2006, 1, 1)), 1),
    ("on the last day", work("topic_study", day=date(2010, 12, 31)), 1),
]

RANGES = [
    # An amount that somebody decides, or a line that does not name it ---------------------------
    ("book together", work("book", authors=2), 3, 6),
    ("book, alone or not is not known", work("book"), 3, 12),
    ("paper in a city's journal", work("paper", CITY, author_rank=1), 1, 3),
    # A fact that is not known -------------------------------------------------------------------
    ("observed, how much was written?", work("lesson_observation", CITY), 0, "0.5"),
    ("observed, where?", work("lesson_observation", characters=600), 0, "0.5"),
    ("open lesson, where?", work("open_lesson", characters=900), 0, 3),
    ("abroad, who sent them?", work("study_abroad", months=3, characters=3000), 0, 5),
    ("who spoke?", work("lecture", SCHOOL, hours=1), 0, 1),
    ("which author?", work("paper", PROVINCE), 0, 3),
    (
        "project, completed or not?",
        work("research_project", CITY, role="leader"),
        0,
        12,
    ),
    ("recognised or not?", work("topic_study", approval=None), 0, 1),
    ("may still be struck out", work("topic_study", status=Status.PENDING), 0, 1),
    (
        "across the last day of the plan",
        work("topic_study", day=date(2010, 12, 30), last_day=date(2011, 1, 3)),
        0,
        1,
    ),
]

NOTHING = [
    ("499 characters", work("lesson_observation", DISTRICT_LEVEL, characters=499)),
    ("observed in school", work("lesson_observation", SCHOOL, characters=900)),
    ("open lesson in school", work("open_lesson", SCHOOL, characters=900)),
    ("open lesson, 799 characters", work("open_lesson", CITY, characters=799)),
    ("two months abroad", work("study_abroad", months=2, sent_by_school="yes", characters=3000)),
    ("abroad on their own", work("study_abroad", months=3, sent_by_school="no", characters=3000)),
    (
        "abroad, 2999 characters",
        work("study_abroad", months=3, sent_by_school="yes", characters=2999),
    ),
    ("lecture of less than an hour", work("lecture", SCHOOL, hours="0.9", role="speaker")),
    ("lecture in the city", work("lecture", CITY, hours=2, role="speaker")),
    ("listener", work("lecture", SCHOOL, hours=2, role="listener")),
    ("2999 characters on what was read", work("self_study", characters=2999)),
    ("third author", work("paper", PROVINCE, author_rank=3)),
    ("paper in a school's journal", work("paper", SCHOOL, author_rank=1)),
    (
        "third author of a project",
        work("research_project", CITY, role="participant", author_rank=3, result=Result.PASSED),
    ),
    (
        "project that failed",
        work("research_project", CITY, role="leader", result=Result.FAILED),
    ),
    ("project of the nation", work("research_project", NATION, **PROJECT)),
    ("degree study", work("degree_year")),
    ("the day before the plan", work("topic_study", day=date(2005, 12, 31))),
]


def audited(*records: TrainingRecord, as_of: date = date(2010, 12, 31)) -> Audit:
    """Audit records under Xuhui's table."""
    return Case("table", XUHUI_2006, TEACHER, records, as_of, {}).audited()


def earned(record: TrainingRecord) -> tuple[object, object]:
    """Return the least and the most that a record earns."""
    entries = audited(record).entries
    assert len(entries) <= 1
    if not entries:
        return (0, 0)
    (entry,) = entries
    return (entry.settled.counted.low, entry.possible.counted.high)


@pytest.mark.parametrize(("name", "record", "own"), RECOGNISED, ids=[own[0] for own in RECOGNISED])
def test_what_the_table_gives(name: str, record: TrainingRecord, own: str | int) -> None:
    assert earned(record) == (exact(own), exact(own)), name
    assert [one.outcome for one in audited(record).records] == ["recognised"]


@pytest.mark.parametrize(("name", "record", "low", "high"), RANGES, ids=[own[0] for own in RANGES])
def test_what_the_table_leaves_open(
    name: str, record: TrainingRecord, low: str | int, high: str | int
) -> None:
    assert earned(record) == (exact(low), exact(high)), name


@pytest.mark.parametrize(("name", "record"), NOTHING, ids=[own[0] for own in NOTHING])
def test_what_no_line_of_the_table_takes(name: str, record: TrainingRecord) -> None:
    assert earned(record) == (0, 0), name
    assert [one.outcome for one in audited(record).records] == ["unmatched"]


def test_after_the_plan_the_table_gives_nothing() -> None:
    (own,) = audited(work("topic_study", day=date(2011, 1, 1)), as_of=date(2011, 1, 31)).records

    assert own.outcome == "unmatched"


@pytest.mark.parametrize("approval", [Approval.REFUSED, NONE])
def test_what_was_not_recognised_earns_nothing(approval: Approval) -> None:
    (own,) = audited(work("topic_study", approval=approval)).records

    assert own.outcome == "refused"
    assert [one and one.id for one in own.rules] == ["not-recognised"]


def test_one_teacher_over_the_plan() -> None:
    """
    0.5 + 1 + 2 + 2 + 1 + 3 + 1 + 4 + 6 = 20.5 credits; the failed project earns none.
    """
    lines = (
        ("o", work("lesson_observation", DISTRICT_LEVEL, characters=500), "0.5"),
        ("p", work("open_lesson", DISTRICT_LEVEL, characters=900), 1),
        ("l", work("lecture", DISTRICT_LEVEL, hours=2, role="speaker"), 2),
        ("m", work("mentoring", SCHOOL, role="mentee"), 2),
        ("r", work("self_study", characters=3500), 1),
        ("c", work("course_development", SCHOOL), 3),
        ("t", work("topic_study"), 1),
        ("b", work("book", authors=3, credits=4), 4),
        ("q", work("research_project", DISTRICT_LEVEL, **PROJECT), 6),
        (
            "f",
            work("research_project", CITY, role="leader", result=Result.FAILED),
            0,
        ),
    )
    result = audited(*[attrs.evolve(own, id=name) for name, own, _ in lines])

    found = {own.record_id: own.settled.counted for own in result.entries}
    assert found == {name: credits(own) for name, _, own in lines if own}
    assert sum(own.value for own in found.values()) == exact("20.5")


def test_the_table_alone_asks_for_nothing() -> None:
    result = audited(work("topic_study"))

    assert result.findings == ()
    assert (word(result.so_far), word(result.final)) == (NOT_APPLICABLE, NOT_APPLICABLE)
