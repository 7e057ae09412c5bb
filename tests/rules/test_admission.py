"""
Who may join a project: verdict, reasons, facts that are missing, and quotas of a list.

The conditions of the catalogue are read from the sources in words: principals with at least one
year in post; teachers about to become principals; candidates for backbone teacher.
"""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.catalogue import (
    ALL_STAFF,
    BACKBONE_SEMINAR,
    CAMPUS_SAFETY,
    CATALOGUE,
    CLASS_TEACHER_SEMINAR,
    ENGLISH,
    NEW_CURRICULUM_COMPULSORY,
    NEW_CURRICULUM_SENIOR,
    NEW_TEACHERS,
    PRINCIPALS_SEMINAR,
    PRINCIPALS_TOPICAL,
    RURAL_QUALITY,
    SELF_TAUGHT,
)
from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import (
    NONE,
    PRINCIPAL,
    PROPOSED_PRINCIPAL,
    Level,
    Organiser,
    Span,
    Teacher,
    Text,
    Timeline,
    TrainingProject,
    TrainingRecord,
    Transcript,
    class_hours,
)
from teachtrain.rules import Verdict, exists, teacher, total, where
from teachtrain.rules.admission import Admission, eligibility, quota_of

DAY = date(2009, 9, 1)
COUNTY = Organiser("county", "the county's centre")
PROJECTS = [project for group in CATALOGUE for project in group.projects]


def project(needs: Admission | None) -> TrainingProject:
    return TrainingProject("p-1", "A project", organiser=COUNTY, admission=needs)


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2009, 8, 31), Verdict.UNMET),
        (date(2009, 9, 1), Verdict.MET),
        (date(2009, 9, 2), Verdict.MET),
    ],
)
def test_a_principal_has_been_in_post_for_a_year(as_of: date, verdict: Verdict) -> None:
    head = Teacher("t-1", categories=PRINCIPAL, events={"became_principal": date(2008, 9, 1)})
    assert eligibility(CAMPUS_SAFETY, head, as_of=as_of).verdict is verdict


def test_an_official_for_safety_needs_no_year() -> None:
    official = Teacher("t-1", categories="safety_official", events={"became_principal": NONE})
    assert eligibility(CAMPUS_SAFETY, official, as_of=DAY).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("offered", "facts", "verdict"),
    [
        (PRINCIPALS_TOPICAL, {"categories": PROPOSED_PRINCIPAL}, Verdict.MET),
        (PRINCIPALS_TOPICAL, {"categories": "class_teacher"}, Verdict.UNMET),
        (PRINCIPALS_SEMINAR, {"categories": "school_manager"}, Verdict.MET),
        (PRINCIPALS_SEMINAR, {"categories": PROPOSED_PRINCIPAL}, Verdict.UNMET),
        (BACKBONE_SEMINAR, {"categories": "backbone_candidate"}, Verdict.MET),
        (BACKBONE_SEMINAR, {"categories": ()}, Verdict.UNMET),
        (CLASS_TEACHER_SEMINAR, {"categories": ("rural_teacher", "class_teacher")}, Verdict.MET),
        (RURAL_QUALITY, {"categories": "rural_teacher"}, Verdict.MET),
        (NEW_TEACHERS, {"categories": "short_service"}, Verdict.MET),
        (ENGLISH, {"subject": "english"}, Verdict.MET),
        (ENGLISH, {"subject": "chinese"}, Verdict.UNMET),
        (NEW_CURRICULUM_COMPULSORY, {"stage": "junior_secondary"}, Verdict.MET),
        (NEW_CURRICULUM_COMPULSORY, {"stage": "senior_secondary"}, Verdict.UNMET),
        (NEW_CURRICULUM_SENIOR, {"stage": "primary"}, Verdict.UNMET),
        (NEW_CURRICULUM_SENIOR, {"stage": "senior_secondary"}, Verdict.MET_OR_UNMET),
        (
            NEW_CURRICULUM_SENIOR,
            {
                "stage": "senior_secondary",
                "local": {"grade": "starting", "enters_reform": "yes"},
            },
            Verdict.MET,
        ),
    ],
)
def test_projects_of_the_catalogue(
    offered: TrainingProject, facts: dict[str, object], verdict: Verdict
) -> None:
    assert eligibility(offered, Teacher("t-1", **facts), as_of=DAY).verdict is verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stage", "diploma", "verdict"),
    [
        ("junior_college", None, Verdict.MET),
        ("bachelor", "yes", Verdict.MET),
        ("bachelor", "no", Verdict.UNMET),
        ("bachelor", None, Verdict.MET_OR_UNMET),
    ],
)
def test_the_bachelor_stage_takes_a_diploma(
    stage: str, diploma: str | None, verdict: Verdict
) -> None:
    local = {"serving": "yes", "collective_entry": "yes", "stage_of_study": stage}
    if diploma is not None:
        local["junior_college_diploma"] = diploma
    found = eligibility(SELF_TAUGHT, Teacher("t-1", local=local), as_of=DAY)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2015, 6, 30), Verdict.MET),
        (date(2015, 7, 1), Verdict.UNMET),
        (date(2015, 7, 2), Verdict.UNMET),
    ],
)
def test_no_new_candidates_from_the_second_half_of_2015(as_of: date, verdict: Verdict) -> None:
    local = {"serving": "yes", "collective_entry": "yes", "stage_of_study": "junior_college"}
    assert eligibility(SELF_TAUGHT, Teacher("t-1", local=local), as_of=as_of).verdict is verdict


def test_who_enters_alone_may_not_sit_the_self_taught_examination() -> None:
    alone = Teacher(
        "t-1",
        local={"serving": "yes", "collective_entry": "no", "stage_of_study": "junior_college"},
    )
    found = eligibility(SELF_TAUGHT, alone, as_of=DAY)
    assert found.verdict is Verdict.UNMET
    assert [reason.so_far for reason in found.reasons][:2] == [Verdict.MET, Verdict.UNMET]


def test_a_post_about_to_be_held_is_read_on_the_day() -> None:
    """A category that starts on 1 September doesn't hold on 31 August."""
    soon = Teacher("t-1", categories=Timeline.of((PROPOSED_PRINCIPAL, Span.since(DAY))))
    verdicts = [
        eligibility(PRINCIPALS_TOPICAL, soon, as_of=day).verdict
        for day in (date(2009, 8, 31), DAY, date(2009, 9, 2))
    ]
    assert verdicts == [Verdict.UNMET, Verdict.MET, Verdict.MET]


@given(st.sampled_from(PROJECTS))
def test_what_is_not_known_is_named_and_never_guessed(offered: TrainingProject) -> None:
    found = eligibility(offered, Teacher("t-1"), as_of=DAY)
    assert found.verdict is Verdict.MET_OR_UNMET
    assert bool(found.missing) == (offered.admission is not None)


def test_where_no_source_says_who_may_join_nobody_is_let_in_or_kept_out() -> None:
    found = eligibility(ALL_STAFF, Teacher("t-1"), as_of=DAY)
    assert (found.audit, found.reasons, found.missing) == (None, (), ())
    assert repr(found) == "Eligibility('all-staff', teacher='t-1', unknown (met or unmet))"
    assert "No source says who may join." in found.explain()
    assert "未见参加条件。" in found.explain("zh")


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2009, 8, 31), Verdict.UNMET),
        (date(2009, 9, 1), Verdict.MET),
        (date(2009, 9, 30), Verdict.MET),
        (date(2009, 10, 1), Verdict.UNMET),
    ],
)
def test_applications_are_taken_in_a_window(as_of: date, verdict: Verdict) -> None:
    open_ = Span.through(date(2009, 9, 1), date(2009, 9, 30))
    offered = project(Admission(teacher.subject.is_("english"), window=open_))
    found = eligibility(offered, Teacher("t-1", subject="english"), as_of=as_of)
    assert found.verdict is verdict
    said = "- Applications are taken in the time 2009-09-01 to 2009-09-30"
    assert said + ("." if verdict is Verdict.MET else " only.") in found.explain()


@pytest.mark.parametrize(
    ("hours", "complete", "verdict"),
    [
        ("29.5", DAY, Verdict.UNMET),
        ("30", DAY, Verdict.MET),
        ("29.5", date(2009, 8, 31), Verdict.MET_OR_UNMET),
        ("30", date(2009, 8, 31), Verdict.MET),
    ],
)
def test_earlier_training_as_a_precondition(hours: str, complete: date, verdict: Verdict) -> None:
    """Thirty hours as a class teacher before the advanced course."""
    topical = where(activity="class_teacher_training")
    offered = project(Admission(total("hours", of=topical) >= class_hours(30)))
    done = TrainingRecord(
        "r-1", activity="class_teacher_training", day=date(2008, 5, 1), hours=hours
    )
    earlier = Transcript((done,), complete_until=complete)
    found = eligibility(offered, Teacher("t-1"), as_of=DAY, transcript=earlier)
    assert found.verdict is verdict


def test_without_a_transcript_earlier_training_is_unknown() -> None:
    offered = project(Admission(exists(where(project="p-0"))))
    found = eligibility(offered, Teacher("t-1"), as_of=DAY)
    assert found.verdict is Verdict.MET_OR_UNMET
    assert found.missing


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_words_name_title_source_and_note(language: str) -> None:
    told = eligibility(NEW_TEACHERS, Teacher("t-1"), as_of=DAY).explain(language)
    title, note = NEW_TEACHERS.title, Text("How short", "教龄较短")
    for text in (title, note):
        assert (text.en if language == "en" else str(text.zh)) in told
    assert "继教网项目介绍" in told


def test_the_words_of_a_verdict() -> None:
    head = Teacher("t-1", categories=PRINCIPAL, events={"became_principal": date(2008, 9, 1)})
    assert str(eligibility(CAMPUS_SAFETY, head, as_of=DAY)) == (
        "National training of principals in campus safety\n"
        "================================================\n"
        "Teacher: t-1\n"
        "As of: 2009-09-01\n"
        "May join.\n"
        "- the teacher is a principal; and the number of full years since taking up a principal's "
        "post is at least 1 year: met\n"
        "   - the teacher is a principal: yes\n"
        "   - the number of full years since taking up a principal's post is at least 1 year: met, "
        "1 of 1 year\n"
        "- the teacher is an official for safety: no\n"
        "Organised by: national public service platform: the continuing education network "
        "(national level); not known whether it is recognised where the teacher works\n"
        "Source: 教人司〔2007〕388号 (a report or summary was read, not the document)\n"
    )


def applicants(village: int, town: int, unknown: int = 0) -> list[Teacher]:
    places = ["village"] * village + ["town"] * town + [None] * unknown
    return [Teacher(f"t-{at}", place=place) for at, place in enumerate(places)]


@pytest.mark.parametrize(
    ("village", "town", "unknown", "verdict"),
    [
        (69, 31, 0, Verdict.UNMET),
        (70, 30, 0, Verdict.MET),
        (71, 29, 0, Verdict.MET),
        (69, 30, 1, Verdict.MET_OR_UNMET),
        (70, 29, 1, Verdict.MET),
        (68, 31, 1, Verdict.UNMET),
        (7, 3, 0, Verdict.MET),
        (2, 1, 0, Verdict.UNMET),  # two thirds are less than 70 in a hundred
        (0, 0, 0, Verdict.NOT_APPLICABLE),
    ],
)
def test_at_least_seventy_in_a_hundred_from_below_the_county_seat(
    village: int, town: int, unknown: int, verdict: Verdict
) -> None:
    """The national plan of 2009 for backbone teachers of the centre and the west."""
    listed = applicants(village, town, unknown)
    found = quota_of(listed, teacher.place.is_("village"), at_least="0.7", as_of=DAY)
    assert found.verdict is verdict
    assert (found.surely, found.maybe, found.of) == (village, village + unknown, len(listed))
    assert found.open == tuple(f"t-{village + town + at}" for at in range(unknown))


def test_training_of_applicants_is_not_known_and_never_read_as_none() -> None:
    trained = exists(where(activity="induction"))
    found = quota_of(applicants(2, 0), trained, at_least=1, as_of=DAY)
    assert (found.verdict, found.surely, found.maybe) == (Verdict.MET_OR_UNMET, 0, 2)


@given(st.permutations(applicants(3, 1, 1)))
def test_the_order_of_the_list_changes_no_quota(listed: list[Teacher]) -> None:
    found = quota_of(listed, teacher.place.is_("village"), at_least="0.7", as_of=DAY)
    assert found._replace(open=()) == (Verdict.MET_OR_UNMET, 3, 4, 5, found.at_least, ())


def test_refused() -> None:
    with pytest.raises(InvalidTypeError, match="not a training project"):
        eligibility(Teacher("t-1"), CAMPUS_SAFETY, as_of=DAY)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"Admission\(needs=\)"):
        Admission("principals")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="listed twice"):
        quota_of(applicants(1, 0) * 2, teacher.place.is_("village"), at_least=1, as_of=DAY)
    with pytest.raises(InvalidValueError, match="not a share"):
        quota_of([], teacher.place.is_("village"), at_least="1.01", as_of=DAY)


@pytest.mark.parametrize(
    ("approval", "recognised", "en", "zh"),
    [
        ("approved", Verdict.MET, "recognised", "已认定"),
        (
            "refused",
            Verdict.UNMET,
            "recognition refused: what is done here may earn nothing",
            "未获认定",
        ),
        (
            None,
            Verdict.MET_OR_UNMET,
            "not known whether it is recognised",
            "是否已在教师所在地认定尚不清楚",
        ),
    ],
)
def test_who_organises_and_who_recognises_is_said_and_keeps_nobody_out(
    approval: str | None, recognised: Verdict, en: str, zh: str
) -> None:
    centre = Organiser("elm", "Elm centre", level=Level.COUNTY)
    own = attrs.evolve(ENGLISH, organiser=centre, approval=approval)
    found = eligibility(own, Teacher("t-1", subject="english"), as_of=date(2009, 9, 1))
    assert (found.verdict, found.recognised) == (Verdict.MET, recognised)
    assert f"Organised by: Elm centre (county level); {en}" in found.explain()
    assert zh in found.explain("zh")
    nobody = attrs.evolve(own, organiser=None)
    assert (
        "Organised by: not known"
        in eligibility(nobody, Teacher("t-1", subject="english"), as_of=date(2009, 9, 1)).explain()
    )
    # What it earns is for a policy or an agreement to say, by the level and the approval.
    row = own.record("r-1", day=date(2009, 9, 1))
    assert (row.level, row.approval) == (Level.COUNTY, approval)
