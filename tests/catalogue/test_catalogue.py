"""
The catalogue against its source: nothing is missing, nothing is made up.

The facts of the tables were written down from the source's text and the documents it rests on.
"""

from __future__ import annotations

import re

import pytest

from teachtrain import catalogue
from teachtrain.catalogue import CATALOGUE, ORGANISERS
from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import Certainty, Level, Mode, Module, Role, Text, TrainingProject
from teachtrain.policies import ACTIVITIES

PROJECTS = {project.id: project for group in CATALOGUE for project in group.projects}
OF_ITSELF = ("self-taught-examination", "english", "postgraduate-courses")
"""Of these the source says how they are offered, in no word of the vocabulary of modes."""
CHINESE = re.compile("[\u4e00-\u9fff]")


def test_the_groups_are_those_of_the_source() -> None:
    assert [(group.title.en, len(group.projects)) for group in CATALOGUE] == [
        ("National training plan", 3),
        ("Self-taught examination for teachers", 1),
        ("Training plan for teachers", 8),
        ("Topical training plan for principals", 1),
        ("Postgraduate courses", 1),
        ("Training face to face", 3),
    ]


@pytest.mark.parametrize(
    ("project", "mode", "modules", "forms", "partners"),
    [
        # mode, number of modules or topics, number of forms of work, partners: None is not known
        ("national-new-curriculum-senior", Mode.ONLINE, None, 2, ["ministry-teacher-education"]),
        ("national-class-teachers", Mode.ONLINE, None, 4, ["ministry-teacher-education"]),
        ("national-campus-safety", Mode.ONLINE, None, 2, ["ministry-teacher-education"]),
        ("self-taught-examination", None, None, 2, ["national-platform", "county-centre"]),
        ("all-staff", None, None, 0, ["education-authorities"]),
        ("new-teachers", None, None, 0, []),
        ("new-curriculum-compulsory", None, None, 0, []),
        ("basic-skills", None, None, 0, []),
        ("educational-technology", None, 8, 5, []),  # eight modules, a form of five parts
        ("mental-health", None, None, 0, []),
        ("rural-quality", None, None, 1, []),
        ("english", None, None, 0, ["beijing-foreign-studies-university"]),
        ("principals-topical", Mode.ONLINE, 23, 0, []),
        ("postgraduate-courses", None, None, 0, ["northeast-normal-university"]),
        ("seminar-principals", Mode.FACE_TO_FACE, 23, 0, []),
        ("seminar-class-teachers", Mode.FACE_TO_FACE, 6, 0, []),
        ("seminar-backbone", Mode.FACE_TO_FACE, None, 4, []),  # four forms of activity
    ],
)
def test_what_the_source_says_of_each_project(
    project: str, mode: Mode | None, modules: int | None, forms: int, partners: list[str]
) -> None:
    own = PROJECTS[project]
    assert (own.mode, own.module_count, len(own.forms)) == (mode, modules, forms)
    assert [partner.id for partner in own.partners] == partners


def test_no_project_is_missing() -> None:
    assert len(PROJECTS) == 17
    values = [getattr(catalogue, name) for name in catalogue.__all__]
    named = [own.id for own in values if isinstance(own, TrainingProject)]
    assert sorted(named) == sorted(PROJECTS)


def test_the_six_modules_of_class_teachers_are_named() -> None:
    modules = PROJECTS["seminar-class-teachers"].modules
    assert [own.title.en for own in modules] == [
        "basic norms of the work",
        "mental health of students",
        "design of class activities",
        "management of a class",
        "moral education of minors",
        "education policy and law",
    ]


@pytest.mark.parametrize("project", PROJECTS.values(), ids=lambda own: own.id)
def test_what_is_not_known_is_listed_and_not_made_up(project: TrainingProject) -> None:
    assert project.not_known
    lacking = " ".join(own.en for own in project.not_known)
    # No source gives the length of any project: it stands nowhere, and is listed as unknown.
    assert project.hours is None
    if "hours" not in lacking:
        assert project.id == "self-taught-examination"  # of which the courses are unknown
    if project.module_count is not None and len(project.modules) < project.module_count:
        assert "titles of the" in lacking
    if project.mode is None and project.id not in OF_ITSELF:
        assert "how it is delivered" in lacking


@pytest.mark.parametrize("project", PROJECTS.values(), ids=lambda own: own.id)
def test_every_project_rests_on_sources_of_stated_certainty(project: TrainingProject) -> None:
    assert project.source is not None
    assert project.source.certainty is Certainty.SECONDARY  # a damaged copy
    for document in project.basis:
        assert document.certainty not in (Certainty.RECALLED, Certainty.INVENTED)
        assert document.title is not None


@pytest.mark.parametrize("project", PROJECTS.values(), ids=lambda own: own.id)
def test_every_word_is_there_in_two_languages(project: TrainingProject) -> None:
    assert project.audience is not None
    words = [project.title, project.audience, *project.forms, *project.gives, *project.not_known]
    words += [module.title for module in project.modules]
    for own in words:
        assert CHINESE.search(own.en) is None
        assert CHINESE.search(own.zh)


def test_projects_earn_by_activities_that_policies_know() -> None:
    known = {str(own) for own in ACTIVITIES}
    assert {own.activity for own in PROJECTS.values()} <= known


# the network ------------------------------------------------------------------------------------


def test_the_network_has_four_levels_below_each_other() -> None:
    by_id = {own.id: own for own in ORGANISERS}
    assert len(by_id) == len(ORGANISERS)
    here, path = by_id["county-centre"], []
    while True:
        path.append((here.level, here.role))
        if here.parent is None:
            break
        here = by_id[here.parent]
    assert path == [
        (Level.COUNTY, Role.CENTRE),
        (Level.CITY, Role.CENTRE),
        (Level.PROVINCE, Role.NETWORK),
        (Level.NATION, Role.PLATFORM),
        (Level.NATION, Role.AUTHORITY),
    ]


def test_every_organiser_stands_in_the_network_and_says_what_it_does() -> None:
    ids = {own.id for own in ORGANISERS}
    for own in ORGANISERS:
        assert own.parent is None or own.parent in ids
        assert own.role is not None
        assert own.source is not None
        assert CHINESE.search(own.title.zh)
    for project in PROJECTS.values():
        assert project.organiser in ORGANISERS
        assert set(project.partners) <= set(ORGANISERS)


# records of projects ----------------------------------------------------------------------------


def test_a_record_takes_its_facts_from_the_project() -> None:
    own = catalogue.CLASS_TEACHER_SEMINAR.record("r-1", module="management", hours=5)
    assert (own.project, own.module, own.activity) == (
        "seminar-class-teachers",
        "management",
        "class_teacher_training",
    )
    assert (own.mode, own.level, own.organiser) == (
        Mode.FACE_TO_FACE,
        Level.NATION,
        "national-platform",
    )


@pytest.mark.parametrize("count", [0, 1, -1])
def test_a_project_has_no_fewer_modules_than_it_names(count: int) -> None:
    modules = (Module("a", Text("A")), Module("b", Text("B")))
    with pytest.raises(InvalidValueError, match="names 2 modules"):
        TrainingProject("p", "P", modules=modules, module_count=count)
    with pytest.raises(InvalidTypeError, match="whole number"):
        TrainingProject("p", "P", module_count="3")  # type: ignore[arg-type]  # on purpose
    assert TrainingProject("p", "P", modules=modules, module_count=3).module_count == 3
