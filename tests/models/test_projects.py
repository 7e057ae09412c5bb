"""Training projects fill in the records that are made in them."""

import pickle
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import TeachtrainError
from teachtrain.models import (
    Approval,
    Level,
    Mode,
    Module,
    Organiser,
    Text,
    TrainingProject,
    TrainingRecord,
    class_hours,
)

CITY = Organiser("city-7", "City training centre", level=Level.CITY, parent="province-1")
SAFETY = TrainingProject(
    "safety",
    Text("Campus safety", "校园安全"),
    organiser=CITY,
    mode=Mode.BLENDED,
    activity="training",
    hours=16,
    topics=("safety",),
    approval=Approval.APPROVED,
    modules=(
        Module("law", "Law", hours="4.5", topics="law", mode=Mode.ONLINE),
        Module("drill", "Drill", topics=("safety", "drill")),
    ),
)
BARE = TrainingProject("bare", "Nothing known")

FACTS: dict[str, st.SearchStrategy[Any]] = {
    "activity": st.sampled_from(["visit", None]),
    "mode": st.sampled_from([Mode.PRACTICE, None]),
    "level": st.sampled_from([Level.NATION, None]),
    "organiser": st.sampled_from(["nation", None]),
    "hours": st.sampled_from([3, None]),
    "topics": st.sampled_from([frozenset({"ethics"}), frozenset(), None]),
    "approval": st.sampled_from([Approval.REFUSED, None]),
    "day": st.just(date(2016, 3, 5)),
    "score": st.just(90),
}


@given(
    project=st.sampled_from([SAFETY, BARE]),
    facts=st.fixed_dictionaries({}, optional=FACTS),
    module=st.sampled_from([None, "law", "drill"]),
)
def test_what_the_record_says_goes_before_the_project(
    project: TrainingProject, facts: dict[str, Any], module: str | None
) -> None:
    if project is BARE:
        module = None
    plain = project.record("r-1", module=module)
    record = project.record("r-1", module=module, **facts)

    for name in [*FACTS, "project", "module", "last_day", "result", "role", "status"]:
        assert getattr(record, name) == facts.get(name, getattr(plain, name))


def test_a_record_of_the_whole_project_has_its_facts() -> None:
    assert SAFETY.record("r-1", day=date(2016, 3, 5)) == TrainingRecord(
        "r-1",
        project="safety",
        activity="training",
        mode=Mode.BLENDED,
        level=Level.CITY,
        organiser="city-7",
        hours=16,
        topics={"safety"},
        approval=Approval.APPROVED,
        day=date(2016, 3, 5),
    )


@pytest.mark.parametrize(
    ("module", "hours", "mode", "topics"),
    [
        ("law", Fraction(9, 2), Mode.ONLINE, {"safety", "law"}),
        ("drill", None, Mode.BLENDED, {"safety", "drill"}),
    ],
)
def test_a_record_of_a_module_has_its_hours_and_the_topics_of_both(
    module: str, hours: Fraction | None, mode: Mode, topics: set[str]
) -> None:
    """
    The hours of a module that says none are unknown: those of the whole project are not its own.
    """
    assert SAFETY.record("r-1", module=module) == TrainingRecord(
        "r-1",
        project="safety",
        module=module,
        activity="training",
        mode=mode,
        level=Level.CITY,
        organiser="city-7",
        hours=hours,
        topics=topics,
        approval=Approval.APPROVED,
    )


def test_what_a_project_does_not_know_stays_unknown() -> None:
    assert BARE.record("r-1") == TrainingRecord("r-1", project="bare")


@pytest.mark.parametrize(
    ("make", "where", "problem", "mend"),
    [
        pytest.param(
            lambda: SAFETY.record("r-1", module="first-aid"),
            "TrainingProject 'safety'",
            "has no module 'first-aid'",
            "give one of law, drill",
            id="a module that there is not",
        ),
        pytest.param(
            lambda: BARE.record("r-1", module="law"),
            "TrainingProject 'bare'",
            "has no module 'law'",
            "give one of none",
            id="a module of a project without",
        ),
        pytest.param(
            lambda: TrainingProject("a", "A", modules=[Module("m", "1"), Module("m", "2")]),
            "TrainingProject 'a'",
            "a module is listed twice",
            "give each its own id",
            id="a module twice",
        ),
        pytest.param(
            lambda: TrainingProject("", "A"), "TrainingProject.id", "not an id", "give", id="no id"
        ),
        pytest.param(lambda: Module(" ", "A"), "Module.id", "not an id", "give", id="a blank id"),
        pytest.param(
            lambda: Organiser("a\n", "A"), "Organiser.id", "not an id", "give", id="a line as id"
        ),
        pytest.param(
            lambda: Module("m", ""), "Text.en", "is empty", "give the words", id="no title"
        ),
        pytest.param(
            lambda: TrainingProject("a", "A", hours=1.5),  # type: ignore[arg-type]  # what is refused
            "hours",
            "a float is not exact",
            'class_hours("1.5")',
            id="a float",
        ),
        pytest.param(
            lambda: Module("m", "M", hours=True), "hours", "a bool is not", "give", id="a bool"
        ),
        pytest.param(
            lambda: BARE.record("r-1", hours=-1),
            "TrainingRecord.hours",
            "must be 0 or more",
            "book",
            id="a record below zero",
        ),
    ],
)
def test_a_project_that_cannot_be_is_refused(
    make: Callable[[], object], where: str, problem: str, mend: str
) -> None:
    with pytest.raises(TeachtrainError) as caught:
        make()

    assert where in caught.value.where
    assert problem in caught.value.problem
    assert mend in caught.value.mend


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: TrainingProject("a", "A", hours=-1), id="hours of a project"),
        pytest.param(lambda: Module("m", "M", hours="-0.5"), id="hours of a module"),
        pytest.param(lambda: TrainingProject("a", "A", mode="onlin"), id="mode of a project"),
        pytest.param(lambda: Module("m", "M", mode="onlin"), id="mode of a module"),
        pytest.param(lambda: TrainingProject("a", "A", approval="yes"), id="approval"),
        pytest.param(lambda: Organiser("o", "O", level="town"), id="level"),
    ],
)
def test_a_project_is_as_strict_as_its_records(make: Callable[[], object]) -> None:
    with pytest.raises(TeachtrainError):
        make()


def test_hours_may_come_with_their_unit_as_in_a_record() -> None:
    assert TrainingProject("a", "A", hours=class_hours(16)).hours == 16
    assert Module("m", "M", hours=class_hours("4.5")).hours == Fraction(9, 2)


def test_projects_are_values() -> None:
    again = pickle.loads(pickle.dumps(SAFETY))  # noqa: S301 - dumped on this line

    assert again == SAFETY
    assert hash(again) == hash(SAFETY)
