"""
Make `docs/seed.md` from the library's values: `python docs/make_seed.py`.

Each row says what the source of the catalogue states, which values model it, what a platform can
ask of them, and which test shows it. What a project is called, whom it is for and what is not
known of it is taken from the value itself.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from teachtrain.catalogue import CATALOGUE, ORGANISERS
from teachtrain.models import Organiser, TrainingProject

PAGE = Path(__file__).parent / "seed.md"
_CATALOGUE = "tests/catalogue/test_catalogue.py::"
_ADMISSION = "tests/rules/test_admission.py::"
_AGREEMENTS = "tests/rules/test_agreements.py::"
_SAID = _CATALOGUE + "test_what_the_source_says_of_each_project"
_JOIN = _ADMISSION + "test_projects_of_the_catalogue"


class Row(NamedTuple):
    """
    A statement of the source.

    Attributes:
        states: What it states, in our words.
        values: The values that model it, by module and name; ids of organisers stand alone.
        asks: What a platform can ask.
        tests: Tests that show it.
    """

    states: str
    values: tuple[str, ...]
    asks: str
    tests: tuple[str, ...]


NETWORK = (
    Row(
        "the ministry's department of teacher education leads; authorities and training "
        "institutions take part",
        ("ministry-teacher-education", "education-authorities", "training-institution"),
        "who stands above whom, and does what (`Organiser.parent`, `role`)",
        (_CATALOGUE + "test_every_organiser_stands_in_the_network_and_says_what_it_does",),
    ),
    Row(
        "four levels: a national platform, networks of provinces, centres of cities and counties",
        ("national-platform", "provincial-network", "city-centre", "county-centre"),
        "which body of which level is under which; one's own centre with the same parent",
        (_CATALOGUE + "test_the_network_has_four_levels_below_each_other",),
    ),
    Row(
        "training is mainly non-degree, at a distance",
        ("teachtrain.policies.NON_DEGREE_TRAINING",),
        "what it is worth elsewhere; a project's `mode`, where the source gives it",
        (_AGREEMENTS + "test_what_does_not_qualify_gives_nothing_and_says_why",),
    ),
)

PROJECTS = {
    "national-new-curriculum-senior": (
        (
            "distance training of senior secondary teachers who enter the new curriculum, made of "
            "the project of 2008"
        ),
        "may this teacher join: stage, grade, and whether the province enters the reform",
        (_SAID, _JOIN),
    ),
    "national-class-teachers": (
        "training of class teachers; the paragraph on it is garbled and speaks of principals",
        "may this teacher join; what it earns by `CLASS_TEACHERS_2006`",
        (_SAID, _JOIN),
    ),
    "national-campus-safety": (
        "campus safety for principals and officials for safety, made of the project of 2007",
        "may this principal join: a year in the post; the quota from below the county seat",
        (
            _ADMISSION + "test_a_principal_has_been_in_post_for_a_year",
            _ADMISSION + "test_at_least_seventy_in_a_hundred_from_below_the_county_seat",
        ),
    ),
    "self-taught-examination": (
        (
            "self-taught examination for teachers: the network and county institutions assist, "
            "Northeast Normal University examines, credits of training are recognised"
        ),
        (
            "may this teacher enter; what training is worth (`PILOT_2009`); what is missing for "
            "the diploma (`standing`)"
        ),
        (
            _ADMISSION + "test_no_new_candidates_from_the_second_half_of_2015",
            _AGREEMENTS + "test_sixteen_hours_are_a_credit_and_twelve_are_the_most",
            "tests/rules/test_programmes.py::test_every_course_the_thesis_and_the_appraisal",
        ),
    ),
    "all-staff": (
        "all serving teachers, kindergartens too: new ideas, courses and technologies, and ethics",
        "what it is about, and on which document it rests",
        (_SAID,),
    ),
    "new-teachers": (
        "new teachers, and teachers with short service, under the regulations of 1999",
        "may this teacher join; are the 120 hours of `NATION_1999` there",
        (_SAID, _JOIN),
    ),
    "new-curriculum-compulsory": (
        "the new curriculum for teachers of compulsory education",
        "may this teacher join, by stage",
        (_SAID, _JOIN),
    ),
    "basic-skills": (
        "basic teaching skills for serving teachers, kindergartens too",
        "whom it is for; what is not known of it",
        (_SAID,),
    ),
    "educational-technology": (
        "educational technology: eight modules in a form of five parts",
        "how many modules, which forms; is it complete (`progress`)",
        (_SAID, "tests/rules/test_project_parts.py::test_parts_without_a_name_leave_it_open"),
    ),
    "mental-health": (
        "mental health of teachers in service, kindergartens too",
        "whom it is for; what is not known of it",
        (_SAID,),
    ),
    "rural-quality": (
        "the quality of rural teachers, on a large scale and at low cost",
        "may this teacher join, by category",
        (_SAID, _JOIN),
    ),
    "english": (
        "English teachers and backbone teachers, with Beijing Foreign Studies University",
        "who offers it with whom; may this teacher join",
        (_SAID, _JOIN),
    ),
    "principals-topical": (
        "principals, and managers about to become principals: 23 independent topics at a distance",
        "may this person join: the post that is held, or is about to be",
        (_ADMISSION + "test_a_post_about_to_be_held_is_read_on_the_day", _SAID),
    ),
    "postgraduate-courses": (
        "postgraduate courses with Northeast Normal University, under the opinions of 2004",
        "who offers it with whom; on which document it rests",
        (_SAID,),
    ),
    "seminar-principals": (
        "principals and managers face to face, on the same 23 topics",
        "may this person join; how many topics",
        (_SAID, _JOIN),
    ),
    "seminar-class-teachers": (
        "class teachers face to face: six modules",
        "which modules; may this teacher join",
        (_CATALOGUE + "test_the_six_modules_of_class_teachers_are_named", _JOIN),
    ),
    "seminar-backbone": (
        (
            "backbone teachers, leaders of research, managers, and those about to become backbone "
            "teachers: reports, demonstrations, comments, exchange"
        ),
        "may this teacher join; which forms of work",
        (_SAID, _JOIN),
    ),
}

MORE = {
    "self-taught-examination": (
        Row(
            "the examination committee decided on the programme by its second document of 2009",
            ("teachtrain.policies.COMPULSORY_EDUCATION", "teachtrain.policies.PILOT_SUBSTITUTIONS"),
            "what stands for a course of it, since when, for whom",
            (_AGREEMENTS + "test_once_the_examination_is_stopped_other_courses_stand",),
        ),
        Row(
            "in May 2009 the ministry's office asked all places to recognise credits mutually",
            ("teachtrain.policies.PILOT_2009",),
            "is the agreement in force on a day; what does an application give, and why",
            (
                _AGREEMENTS + "test_the_pilot_starts_in_may_2009",
                _AGREEMENTS + "test_an_explanation_says_it_all",
            ),
        ),
        Row(
            "county institutions organise and assist",
            ("county-centre",),
            "was it applied for by who has to (`through`)",
            (_AGREEMENTS + "test_the_centre_applies_for_all",),
        ),
    ),
    "new-teachers": (
        Row(
            "the ministry issued the regulations on teacher training in 1999",
            ("teachtrain.policies.NATION_1999",),
            "what a new teacher owes, and by when",
            ("tests/policies/test_nation.py",),
        ),
    ),
    "principals-topical": (
        Row(
            "middle managers who will be principals soon train too",
            ("teachtrain.policies.PRINCIPALS_1999", "teachtrain.policies.PRINCIPALS_2013"),
            "are the 300 hours there before the post",
            ("tests/policies/test_nation.py",),
        ),
    ),
}

NOT_MODELLED = (
    "that the platform is advanced and its resources excellent, and which models it draws on",
    "that training makes people aware, improves, promotes, meets every need, or amazes",
    "that a new channel is opened for rural teachers: whom it is open to is the row above",
    "the names of meetings and slogans that a project carries out, beside its documents",
)

_HEAD = """\
<!-- Made by docs/make_seed.py from the library's values. -->

# What the catalogue's source says

The catalogue goes back to one page, by which the national continuing education network described
its projects in about 2009. It was read in a damaged machine translation. Here is each statement of
it: which value models it, what a platform can ask, and which test shows it.
"""


def find(name: str) -> object:
    """Return a value by module and name, or an organiser by id."""
    for own in ORGANISERS:
        if own.id == name:
            return own
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(module), attribute)


def _named(name: str) -> str:
    value = find(name)
    if isinstance(value, Organiser):
        return f"`ORGANISERS`: {value.title}"
    return f"`{name.removeprefix('teachtrain.')}`"


def _row(row: Row) -> str:
    values = "<br>".join(_named(name) for name in row.values)
    return f"| {row.states} | {values} | {row.asks} | {_tests(row.tests)} |"


def _tests(names: tuple[str, ...]) -> str:
    return "<br>".join(f"`{name.rpartition('/')[2]}`" for name in names)


def _variable(project: TrainingProject) -> str:
    module = import_module("teachtrain.catalogue")
    return next(name for name in module.__all__ if getattr(module, name) is project)


def _project(project: TrainingProject) -> str:
    states, asks, tests = PROJECTS[project.id]
    told = [f"`catalogue.{_variable(project)}`: {project.title}"]
    bodies = [own.title.en for own in (project.organiser, *project.partners) if own is not None]
    for label, parts in (
        ("By", bodies),
        ("Founded on", [own.number for own in project.basis]),
        ("Not known", [own.en for own in project.not_known]),
    ):
        if parts:
            told.append(f"{label}: {'; '.join(parts)}")
    return f"| {states} | {'<br>'.join(told)} | {asks} | {_tests(tests)} |"


def page() -> str:
    """Return the page."""
    head = (
        "| The source states | Value | A platform can ask | Shown by |\n| --- | --- | --- | --- |"
    )
    lines = [_HEAD, "## The network", "", head]
    lines += [_row(row) for row in NETWORK]
    for group in CATALOGUE:
        lines += ["", f"## {group.title}", "", head]
        for project in group.projects:
            lines.append(_project(project))
            lines += [_row(row) for row in MORE.get(project.id, ())]
    lines += ["", "## Not modelled", "", "What the page says to recommend itself is no rule:", ""]
    lines += [f"- {own};" for own in NOT_MODELLED[:-1]] + [f"- {NOT_MODELLED[-1]}."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
