"""Transcripts count the same record once, and keep of contradicting ones what they agree on."""

import pickle
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.errors import ConflictError, InvalidTypeError
from teachtrain.models import (
    NONE,
    Level,
    Mode,
    Result,
    Span,
    Status,
    TrainingRecord,
    Transcript,
)

DAY, NEXT_DAY = date(2016, 3, 5), date(2016, 3, 6)
UNTIL = date(2020, 8, 31)

# Two values and none of each field, so that versions agree and differ often.
FACTS: dict[str, list[Any]] = {
    "activity": ["training", "visit", None],
    "hours": [16, 8, None],
    "days": [2, 1, None],
    "mode": [Mode.ONLINE, NONE, None],
    "topics": [frozenset({"safety"}), frozenset(), None],
    "level": [Level.CITY, Level.COUNTY, None],
    "organiser": ["city-7", "city-8", None],
    "approval": ["approved", "refused", None],
    "result": [Result.PASSED, Result.FAILED, None],
    "score": [90, 60, None],
    "role": ["speaker", "participant", None],
    "attendance": [1, "0.5", None],
    "project": ["safety", "law", None],
    "module": ["one", "two", None],
    "local": [{"a": "x"}, {"a": "x", "b": 2}, {}],
    "status": [Status.FINAL, Status.PENDING],
}
EACH_FACT = [(name, value) for name, values in FACTS.items() for value in values]
DAYS: list[dict[str, Any]] = [
    {"day": DAY},
    {"day": NEXT_DAY},
    {"day": DAY, "last_day": NEXT_DAY},
    {"within": Span.of_year(2016)},
    {},
]


@st.composite
def records(draw: st.DrawFn, ids: tuple[str, ...] = ("r-1", "r-2")) -> TrainingRecord:
    """Draw records that share their id often and their facts sometimes."""
    facts = dict(draw(st.lists(st.sampled_from(EACH_FACT), max_size=5)))
    return TrainingRecord(draw(st.sampled_from(ids)), **facts, **draw(st.sampled_from(DAYS)))


def transcript_of(*rows: TrainingRecord) -> TrainingRecord:
    """Return the one record that contradicting rows with one id become."""
    transcript, problems = Transcript.of(rows, complete_until=UNTIL)
    assert len(problems) == 1
    (kept,) = transcript.records
    return kept


# the same record -------------------------------------------------------------------------


@given(rows=st.lists(records(), max_size=6))
def test_an_id_with_one_content_counts_once_and_with_two_is_refused(
    rows: list[TrainingRecord],
) -> None:
    """
    The strict constructor and `Transcript.of` agree on which ids contradict themselves.
    """
    versions = {row.id: {other for other in rows if other.id == row.id} for row in rows}
    contradicting = sorted(name for name, own in versions.items() if len(own) > 1)
    transcript, problems = Transcript.of(rows, complete_until=UNTIL)

    assert sorted(record.id for record in transcript.records) == sorted({row.id for row in rows})
    assert sorted(problem.where for problem in problems) == [
        f"record {name!r}" for name in contradicting
    ]
    if contradicting:
        with pytest.raises(ConflictError) as caught:
            Transcript(rows, complete_until=UNTIL)
        assert caught.value.problems == problems
    else:
        assert Transcript(rows, complete_until=UNTIL) == transcript


def test_records_are_kept_in_order_of_their_days_however_they_are_given() -> None:
    first = TrainingRecord("b", day=date(2016, 3, 5))
    second = TrainingRecord("a", day=date(2016, 3, 6), last_day=date(2016, 3, 9))
    same_day = TrainingRecord("c", day=date(2016, 3, 6))
    some_year = TrainingRecord("z", within=Span.of_year(2016))
    never = TrainingRecord("y")
    ordered = (never, some_year, first, second, same_day)

    for rows in (ordered, ordered[::-1], (second, never, same_day, some_year, first)):
        transcript = Transcript(rows, complete_until=UNTIL)
        assert transcript.records == ordered
        assert transcript == Transcript(ordered, complete_until=UNTIL)


def test_equal_records_with_one_id_count_once_and_different_ids_twice() -> None:
    one = TrainingRecord("r-1", hours=16, day=DAY)
    same = TrainingRecord("r-1", hours="16.0", day=DAY)
    other = TrainingRecord("r-2", hours=16, day=DAY)

    assert Transcript([one, same, other, one], complete_until=UNTIL).records == (one, other)


def test_a_contradiction_names_the_id_and_the_mend() -> None:
    one, other = TrainingRecord("r-1", hours=16), TrainingRecord("r-1", hours=8)
    with pytest.raises(ConflictError) as caught:
        Transcript((one, other, one), complete_until=None)

    assert caught.value.where == "record 'r-1'"
    assert caught.value.problem == "stands for 2 different records"
    assert "the same id is the same record" in caught.value.mend


def test_every_contradiction_is_reported_at_once() -> None:
    rows = [TrainingRecord(name, hours=hours) for name in ("a", "b") for hours in (1, 2, 3)]
    with pytest.raises(ConflictError) as caught:
        Transcript([*rows, TrainingRecord("c")], complete_until=None)

    assert [(p.where, p.problem) for p in caught.value.problems] == [
        ("record 'a'", "stands for 3 different records"),
        ("record 'b'", "stands for 3 different records"),
    ]


# what contradicting records agree on -----------------------------------------------------


@given(rows=st.lists(records(ids=("r-1",)), min_size=2, max_size=4, unique=True))
@example(rows=[TrainingRecord("r-1", topics="safety"), TrainingRecord("r-1")])
@example(rows=[TrainingRecord("r-1", project="safety"), TrainingRecord("r-1")])
def test_what_all_versions_agree_on_is_kept_and_the_rest_is_unknown(
    rows: list[TrainingRecord],
) -> None:
    """
    Never a guess: a fact on which versions differ reads as unknown, not as none.
    """
    kept = transcript_of(*rows)

    for name in FACTS.keys() - {"local", "status", "project", "module", "topics"}:
        values = {getattr(row, name) for row in rows}
        assert getattr(kept, name) == (values.pop() if len(values) == 1 else None)
    assert kept.topics == (rows[0].topics if len({row.topics for row in rows}) == 1 else None)
    assert set(kept.local) == set.intersection(*(set(row.local) for row in rows))
    assert kept.status is max((row.status for row in rows), key=lambda own: own is Status.PENDING)


@given(rows=st.lists(records(ids=("r-1",)), min_size=2, max_size=4, unique=True), data=st.data())
def test_the_order_of_versions_makes_no_difference(
    rows: list[TrainingRecord], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(rows))

    assert transcript_of(*rows) == transcript_of(*shuffled)


def test_contradicting_teachers_are_not_guessed() -> None:
    kept = transcript_of(TrainingRecord("r-1", teacher="t-1"), TrainingRecord("r-1", teacher="t-2"))

    assert kept.teacher is None


def test_the_teacher_on_whom_versions_agree_is_kept() -> None:
    kept = transcript_of(
        TrainingRecord("r-1", teacher="t-1", hours=1), TrainingRecord("r-1", teacher="t-1")
    )

    assert (kept.teacher, kept.hours) == ("t-1", None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"day": DAY}, {"day": DAY}, {"day": DAY}),
        (
            {"day": DAY, "last_day": NEXT_DAY},
            {"day": DAY, "last_day": NEXT_DAY},
            {"day": DAY, "last_day": NEXT_DAY},
        ),
        ({"day": DAY}, {"day": NEXT_DAY}, {"within": Span.through(DAY, NEXT_DAY)}),
        (
            {"day": DAY},
            {"day": DAY, "last_day": NEXT_DAY},
            {"within": Span.through(DAY, NEXT_DAY)},
        ),
        (
            {"day": date(2017, 1, 5)},
            {"within": Span.of_year(2016)},
            {"within": Span.through(date(2016, 1, 1), date(2017, 1, 5))},
        ),
        ({"within": Span.of_year(2016)}, {}, {"within": Span.always()}),
        ({}, {}, {}),
    ],
)
def test_contradicting_days_leave_all_days_between_them(
    one: dict[str, Any], other: dict[str, Any], expected: dict[str, Any]
) -> None:
    kept = transcript_of(
        TrainingRecord("r-1", hours=1, **one), TrainingRecord("r-1", hours=2, **other)
    )

    assert kept == TrainingRecord("r-1", **expected)


def test_contradicting_topics_and_projects_are_unknown_not_none() -> None:
    one = TrainingRecord("r-1", topics="safety", project="safety", module="law")
    kept = transcript_of(one, TrainingRecord("r-1"))

    assert kept.topics is None
    assert kept.project not in (None, NONE, "safety")
    assert kept.module not in (None, NONE, "law")


def test_a_record_struck_out_in_one_version_only_is_pending() -> None:
    kept = transcript_of(
        TrainingRecord("r-1", status=Status.PENDING), TrainingRecord("r-1", status=Status.FINAL)
    )

    assert kept.status is Status.PENDING


# teachers --------------------------------------------------------------------------------


@given(names=st.lists(st.sampled_from(["t-1", "t-2", None]), max_size=4))
def test_a_transcript_knows_the_teachers_that_its_records_name(names: list[str | None]) -> None:
    rows = [TrainingRecord(f"r-{place}", teacher=name) for place, name in enumerate(names)]
    transcript = Transcript(rows, complete_until=UNTIL)

    assert transcript.teachers == set(names) - {None}
    assert "teachers=" not in repr(transcript)


# complete until --------------------------------------------------------------------------


def test_up_to_when_records_are_complete_is_always_said() -> None:
    with pytest.raises(TypeError, match="complete_until"):
        Transcript(())  # type: ignore[call-arg]  # what is refused
    assert Transcript((), complete_until=None).complete_until is None
    assert Transcript((), complete_until=UNTIL).complete_until == UNTIL


@pytest.mark.parametrize("day", [datetime(2020, 8, 31, tzinfo=UTC), "2020-08-31", 2020])
def test_the_day_up_to_which_records_are_complete_is_a_plain_date(day: object) -> None:
    with pytest.raises(InvalidTypeError, match=r"Transcript.complete_until: not a date"):
        Transcript((), complete_until=day)  # type: ignore[arg-type]  # what is refused
    with pytest.raises(InvalidTypeError, match=r"Transcript.complete_until: not a date"):
        Transcript.of((), complete_until=day)  # type: ignore[arg-type]  # what is refused


@given(rows=st.lists(records(), max_size=4, unique_by=lambda row: row.id))
def test_transcripts_are_values(rows: list[TrainingRecord]) -> None:
    transcript = Transcript(rows, complete_until=UNTIL)
    again = pickle.loads(pickle.dumps(transcript))  # noqa: S301 - dumped on this line

    assert again == transcript
    assert hash(again) == hash(transcript)
    assert attrs.evolve(transcript, complete_until=None) != transcript
