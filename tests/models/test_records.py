"""Training records: what they hold, what a missing field means, and what is refused."""

import pickle
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidTypeError, InvalidValueError, TeachtrainError
from teachtrain.models import (
    NONE,
    UNKNOWN,
    Absent,
    Approval,
    Level,
    Mode,
    Result,
    Span,
    Status,
    TrainingRecord,
    class_hours,
    days,
    number,
    training_credits,
)
from teachtrain.models._records import MISSING_MEANS

DAY = date(2016, 3, 5)
NEXT_DAY = date(2016, 3, 6)
CLOSED = {"mode": Mode, "level": Level, "approval": Approval, "result": Result}
MEASURES = ["hours", "days", "score"]
FULL: dict[str, Any] = {
    "activity": "training",
    "day": DAY,
    "last_day": NEXT_DAY,
    "hours": 16,
    "days": 2,
    "mode": Mode.ONLINE,
    "topics": frozenset({"safety", "law"}),
    "level": Level.CITY,
    "organiser": "city-7",
    "approval": Approval.APPROVED,
    "result": Result.PASSED,
    "score": Fraction(181, 2),
    "role": "participant",
    "attendance": Fraction(1, 3),
    "project": "safety",
    "module": "law",
    "status": Status.PENDING,
    "teacher": "t-1",
    "local": (("city_code", "370100"), ("points", 3)),
}


def record(**facts: Any) -> TrainingRecord:  # noqa: ANN401 - what is refused is among them
    """Make a record of facts by name."""
    return TrainingRecord("r-1", **facts)


# what a record holds ---------------------------------------------------------------------


@given(value=st.fractions(0, 10**6, max_denominator=1000))
def test_measures_are_held_exactly_however_they_are_spelled(value: Fraction) -> None:
    spellings: list[Any] = [value, f"{value.numerator}/{value.denominator}"]
    for name, make in [("hours", class_hours), ("days", days), ("score", number)]:
        for spelling in [*spellings, make(value)]:
            held = getattr(record(**{name: spelling}), name)

            assert held == value
            assert type(held) is (int if value.denominator == 1 else Fraction)


@pytest.mark.parametrize("name", CLOSED)
def test_a_word_of_a_closed_vocabulary_is_held_as_its_member(name: str) -> None:
    for member in CLOSED[name]:
        assert getattr(record(**{name: str(member)}), name) is member


@pytest.mark.parametrize("name", [*MISSING_MEANS, "day", "last_day", "within", "teacher"])
def test_a_field_that_is_left_out_has_no_value(name: str) -> None:
    assert getattr(TrainingRecord("r-1"), name) in (None, frozenset(), ())


def test_what_no_entry_means_is_stated_for_each_field() -> None:
    """
    No project and no module are known to be none, and nothing is held against a late entry.

    Every other fact is unknown.
    """
    stated = {name for name, means in MISSING_MEANS.items() if means is NONE}
    fields = {field.name for field in attrs.fields(TrainingRecord)}

    assert stated == {"project", "module", "entered"}
    assert fields - set(MISSING_MEANS) == {"id", "day", "last_day", "within", "status", "teacher"}


@pytest.mark.parametrize("name", CLOSED)
def test_unknown_is_no_entry_and_none_is_kept(name: str) -> None:
    assert getattr(record(**{name: UNKNOWN}), name) is None
    assert getattr(record(**{name: None}), name) is None
    assert getattr(record(**{name: NONE}), name) is NONE


@pytest.mark.parametrize(
    ("given_topics", "held"),
    [
        ("safety", {"safety"}),
        (["safety", "law", "law"], {"safety", "law"}),
        ((), set()),
        (NONE, set()),
        (UNKNOWN, None),
        (None, None),
    ],
)
def test_no_topic_is_not_the_same_as_unknown_topics(
    given_topics: str | Iterable[str] | Absent | None, held: set[str] | None
) -> None:
    assert TrainingRecord("r-1", topics=given_topics).topics == held
    assert TrainingRecord("r-1").topics == frozenset()


def test_a_provinces_own_attributes_are_text_or_exact_numbers() -> None:
    attributes: dict[str, Decimal | str] = {"points": Decimal("2.50"), "city_code": "370100"}
    made = TrainingRecord("r-1", local=attributes)

    assert made.local == (("city_code", "370100"), ("points", Fraction(5, 2)))
    assert made == TrainingRecord("r-1", local=made.local)
    assert TrainingRecord("r-1", local={}).local == TrainingRecord("r-1").local == ()


@given(order=st.permutations(sorted(FULL)))
def test_equal_records_hash_equal_and_survive_pickling(order: list[str]) -> None:
    made = TrainingRecord("r-1", **{name: FULL[name] for name in order})
    again = pickle.loads(pickle.dumps(made))  # noqa: S301 - dumped on this line

    assert made == again == TrainingRecord("r-1", **FULL)
    assert hash(made) == hash(again)


@pytest.mark.parametrize("name", sorted(FULL))
def test_records_differ_by_every_field(name: str) -> None:
    lacking = {field: value for field, value in FULL.items() if field != name}
    if name == "day":
        del lacking["last_day"]

    assert TrainingRecord("r-1", **lacking) != TrainingRecord("r-1", **FULL)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        TrainingRecord("r-1").hours = 3  # type: ignore[misc]  # what is refused


# the days of a record --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "first", "last"),
    [
        ({"day": DAY}, DAY, DAY),
        ({"day": DAY, "last_day": DAY}, DAY, DAY),
        ({"day": DAY, "last_day": NEXT_DAY}, DAY, NEXT_DAY),
        ({"within": Span.of_year(2016)}, date(2016, 1, 1), date(2016, 12, 31)),
        ({}, date.min, date.max - timedelta(days=1)),
    ],
)
def test_a_record_is_booked_on_one_of_its_days(
    facts: dict[str, Any], first: date, last: date
) -> None:
    span = TrainingRecord("r-1", **facts).booking_span

    assert (span.start, span.last_day) == (first, last)


# what is refused -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "where", "problem"),
    [
        pytest.param({"hours": -1}, "TrainingRecord.hours", "must be 0 or more", id="hours < 0"),
        pytest.param({"days": "-0.5"}, "TrainingRecord.days", "must be 0 or more", id="days < 0"),
        pytest.param(
            {"hours": 7.5}, "TrainingRecord.hours", "a float is not exact", id="float hours"
        ),
        pytest.param({"days": 0.5}, "TrainingRecord.days", "a float is not", id="float days"),
        pytest.param({"score": 90.5}, "TrainingRecord.score", "a float is", id="float score"),
        pytest.param(
            {"attendance": 0.9}, "TrainingRecord.attendance", "a float is", id="float attendance"
        ),
        pytest.param({"hours": True}, "TrainingRecord.hours", "a bool is not", id="bool hours"),
        pytest.param({"score": False}, "TrainingRecord.score", "a bool is not", id="bool score"),
        pytest.param({"hours": Decimal("NaN")}, "TrainingRecord.hours", "not a finite", id="NaN"),
        pytest.param({"hours": "many"}, "TrainingRecord.hours", "not a number", id="words"),
        pytest.param(
            {"hours": Decimal("1e999999999")}, "TrainingRecord.hours", "too large", id="vast hours"
        ),
        pytest.param(
            {"hours": training_credits(1)},
            "TrainingRecord.hours",
            "is in training credit",
            id="credits as hours",
        ),
        pytest.param(
            {"days": class_hours(1)}, "TrainingRecord.days", "is in class hour", id="hours as days"
        ),
        pytest.param(
            {"hours": class_hours(1, to=2)},
            "TrainingRecord.hours",
            "known only as",
            id="a range of hours",
        ),
        pytest.param(
            {"last_day": DAY}, "TrainingRecord 'r-1'", "no first", id="a last day without a first"
        ),
        pytest.param(
            {"day": NEXT_DAY, "last_day": DAY},
            "TrainingRecord 'r-1'",
            "ends before it starts (2016-03-06 to 2016-03-05)",
            id="days the wrong way round",
        ),
        pytest.param(
            {"day": DAY, "within": Span.of_year(2016)},
            "TrainingRecord 'r-1'",
            "a day and a span",
            id="a day and a span",
        ),
        pytest.param(
            {"day": datetime(2016, 3, 5, 23, 30, tzinfo=UTC)},
            "TrainingRecord 'r-1'",
            "not a date (got datetime)",
            id="a day at an hour",
        ),
        pytest.param(
            {"day": DAY, "last_day": datetime(2016, 3, 5, tzinfo=UTC)},
            "TrainingRecord 'r-1'",
            "not a date (got datetime)",
            id="a last day at an hour",
        ),
        pytest.param(
            {"day": "2016-03-05"}, "TrainingRecord 'r-1'", "not a date (got str)", id="day as text"
        ),
        pytest.param(
            {"mode": "onlin"}, "TrainingRecord.mode", "not one of its words", id="unknown mode"
        ),
        pytest.param({"mode": 3}, "TrainingRecord.mode", "not one of", id="a number as mode"),
        pytest.param({"mode": ["online"]}, "TrainingRecord.mode", "not one of", id="two modes"),
        pytest.param({"level": "town"}, "TrainingRecord.level", "not one of", id="unknown level"),
        pytest.param(
            {"approval": "yes"}, "TrainingRecord.approval", "not one of", id="unknown approval"
        ),
        pytest.param({"result": "ok"}, "TrainingRecord.result", "not one", id="unknown result"),
        pytest.param({"status": "open"}, "TrainingRecord.status", "not one", id="unknown status"),
        pytest.param({"status": NONE}, "TrainingRecord.status", "has no status", id="status none"),
        pytest.param(
            {"status": UNKNOWN}, "TrainingRecord.status", "has no status", id="status unknown"
        ),
        pytest.param({"topics": [7]}, "TrainingRecord 'r-1'", "a topic is text", id="topic 7"),
        pytest.param({"topics": 7}, "TrainingRecord.topics", "(got 7)", id="topics 7"),
        pytest.param({"topics": ""}, "TrainingRecord.topics", "(got '')", id="an empty cell"),
        pytest.param({"topics": ["law", ""]}, "TrainingRecord.topics", "(got '')", id="no topic"),
        pytest.param(
            {"topics": " law"}, "TrainingRecord.topics", "(got ' law')", id="a padded one"
        ),
        pytest.param({"local": {"points": 0.5}}, "local['points']", "a float", id="a local float"),
        pytest.param({"local": {"points": True}}, "local['points']", "a bool", id="a local bool"),
    ],
)
def test_a_record_that_cannot_be_is_refused(
    facts: dict[str, Any], where: str, problem: str
) -> None:
    with pytest.raises(TeachtrainError) as caught:
        TrainingRecord("r-1", **facts)

    assert where in caught.value.where
    assert problem in caught.value.problem
    assert caught.value.mend


@pytest.mark.parametrize("record_id", ["", " r-1", "r\n1", "r" * 201])
def test_a_record_has_an_id(record_id: str) -> None:
    with pytest.raises(InvalidValueError, match=r"TrainingRecord.id: not an id"):
        TrainingRecord(record_id)


def test_the_id_of_a_record_is_text() -> None:
    with pytest.raises(InvalidTypeError, match=r"TrainingRecord.id: an id is text"):
        TrainingRecord(1)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize("name", CLOSED)
def test_the_refusal_of_a_word_lists_the_words(name: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        record(**{name: "nothing such"})

    assert caught.value.mend == f"give one of {', '.join(CLOSED[name])}"


@pytest.mark.parametrize(
    ("facts", "refused"),
    [({"hours": 0}, False), ({"hours": "-0.000000000001"}, True), ({"hours": "0.1"}, False)],
)
def test_zero_hours_are_no_fault(facts: dict[str, Any], refused: bool) -> None:
    if refused:
        with pytest.raises(InvalidValueError):
            TrainingRecord("r-1", **facts)
    else:
        assert TrainingRecord("r-1", **facts).hours == Fraction(facts["hours"])


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda: TrainingRecord("r-1", attendance=95),
            id="more than all attended",
        ),
        pytest.param(
            lambda: TrainingRecord("r-1", activity=5),  # type: ignore[arg-type]  # what is refused
            id="a number as activity",
        ),
        pytest.param(
            lambda: TrainingRecord("r-1", project=""),
            id="an empty project id",
        ),
        pytest.param(
            lambda: TrainingRecord("r-1", within="2016"),  # type: ignore[arg-type]  # what is refused
            id="text as span",
        ),
        pytest.param(
            lambda: TrainingRecord("r-1", local=(("a", "x"), ("a", "y"))),
            id="a local attribute twice",
        ),
    ],
)
def test_a_record_that_contradicts_its_fields_is_refused(
    make: Callable[[], TrainingRecord],
) -> None:
    with pytest.raises(TeachtrainError):
        make()


def test_the_refusal_of_a_long_word_is_short() -> None:
    with pytest.raises(InvalidValueError) as caught:
        TrainingRecord("r-1", mode="x" * 10_000_000)
    assert len(str(caught.value)) < 500


# memory ----------------------------------------------------------------------------------


def weight(value: object, names: list[str]) -> int:
    """Measure an object with all that it alone holds."""
    own = sys.getsizeof(value) + sys.getsizeof(getattr(value, "__dict__", None) or 0)
    held = {id(part): part for part in (getattr(value, name) for name in names)}
    return own + sum(map(sys.getsizeof, held.values()))


@pytest.mark.parametrize("facts", [{}, FULL], ids=["with an id only", "with every field"])
def test_a_record_is_no_heavier_than_a_plain_class_with_slots(facts: dict[str, Any]) -> None:
    made = TrainingRecord("r-1", **facts)
    names = [field.name for field in attrs.fields(TrainingRecord)]
    plain = type("Plain", (), {"__slots__": tuple(names)})()
    for name in names:
        setattr(plain, name, facts.get(name, getattr(made, name)))

    assert weight(made, names) <= 1.3 * weight(plain, names)
    assert not hasattr(made, "__dict__")
