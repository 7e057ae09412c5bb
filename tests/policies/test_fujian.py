"""Hand-worked cases for professional staff in Fuzhou City."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from teachtrain.models import (
    UNBOUNDED,
    Level,
    Result,
    Status,
    Teacher,
    TrainingRecord,
    class_hours,
    exact,
)
from teachtrain.policies import FUZHOU_PROFESSIONAL_STAFF
from tests.policies.cases import NOT_APPLICABLE, Case, course, word

if TYPE_CHECKING:
    from teachtrain.rules import Audit

DAY = date(2012, 3, 9)
TEACHER = Teacher("t", categories=(), events={"hired": date(2001, 9, 1)})


def training(hours: str | int | None = None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A passed training whose certificate names its days, unless *facts* say otherwise."""
    local = {"dates_on_certificate": "yes"} | facts.pop("local", {})
    return course("a", facts.pop("day", DAY), hours, local=local, **facts)


def paper(hours: str | int | None, **local: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A paper with the hours that the record states for it."""
    return course("a", DAY, hours, activity="paper", local=local)


def audited(*records: TrainingRecord, as_of: date = date(2012, 12, 31)) -> Audit:
    return Case("Fuzhou", FUZHOU_PROFESSIONAL_STAFF, TEACHER, records, as_of, {}).audited()


def earned(record: TrainingRecord) -> tuple[object, object]:
    """Return the least and the most that a record earns."""
    entries = audited(record).entries
    if not entries:
        return (0, 0)
    (entry,) = entries
    return (entry.settled.earned.low, entry.possible.earned.high)


ANY_NUMBER: Final = None
"""No limit is known."""

CASES: Final = [
    # Hours, minutes, days ---------------------------------------------------------------------
    ("the hours of the certificate", training(8), 8, 8),
    ("44 minutes are not quite an hour", training(local={"minutes": 44}), "44/45", "44/45"),
    ("45 minutes are an hour", training(local={"minutes": 45}), 1, 1),
    ("46 minutes are a little more", training(local={"minutes": 46}), "46/45", "46/45"),
    ("90 minutes are two hours", training(local={"minutes": 90}), 2, 2),
    ("6 hours of the clock are 8", training(local={"minutes": 360}), 8, 8),
    ("hours go before minutes", training(7, local={"minutes": 360}), 7, 7),
    ("hours go before days", training(7, days=3), 7, 7),
    ("minutes go before days", training(local={"minutes": 90}, days=3), 2, 2),
    ("three days: the digit is lost", training(days=3), 0, ANY_NUMBER),
    ("no day is no hour", training(days=0), 0, 0),
    ("neither hours nor days", training(), 0, ANY_NUMBER),
    # The certificate --------------------------------------------------------------------------
    ("no dates on it", training(8, local={"dates_on_certificate": "no"}), 0, 0),
    ("dates on it or not?", course("a", DAY, 8), 0, 8),
    # Result, status, kinds of training -----------------------------------------------------------
    ("failed: not seen", training(8, result=Result.FAILED), 0, 8),
    ("failed or not?", training(8, result=None), 0, 8),
    ("excellent", training(8, result=Result.EXCELLENT), 8, 8),
    ("may still be struck out", training(8, status=Status.PENDING), 0, 8),
    ("induction", training(8, activity="induction"), 8, 8),
    ("training of principals", training(8, activity="principal_improvement"), 8, 8),
    ("whoever organised it", training(8, level=Level.NATION), 8, 8),
    # Papers -----------------------------------------------------------------------------------
    ("paper alone", paper(10, authors=1, author_rank=1), 10, 10),
    ("first of two", paper(10, authors=2, author_rank=1), 10, 10),
    ("second of two", paper(10, authors=2, author_rank=2), 10, 10),
    ("first of three: the share is lost", paper(10, authors=3, author_rank=1), 0, 10),
    ("second of three: at most a half", paper(10, authors=3, author_rank=2), 0, 5),
    ("third of three", paper(10, authors=3, author_rank=3), 0, 5),
    ("of how many?", paper(10, author_rank=2), 0, 10),
    ("which of three?", paper(10, authors=3), 0, 10),
    ("what a paper is worth is lost", paper(None, authors=1, author_rank=1), 0, ANY_NUMBER),
]


@pytest.mark.parametrize(("name", "record", "low", "high"), CASES, ids=[own[0] for own in CASES])
def test_what_it_earns(
    name: str, record: TrainingRecord, low: str | int, high: str | int | None
) -> None:
    assert earned(record) == (exact(low), UNBOUNDED if high is None else exact(high)), name


@pytest.mark.parametrize(
    ("record", "rule", "outcome"),
    [
        (training(8), "training", "recognised"),
        (paper(8, authors=1), "paper", "recognised"),
        (
            training(8, local={"dates_on_certificate": "no"}),
            "no-dates-on-the-certificate",
            "refused",
        ),
        (training(8, activity="school_based"), None, "unmatched"),
        (training(8, activity="degree_year"), None, "unmatched"),
    ],
)
def test_which_rule_takes_a_record(record: TrainingRecord, rule: str | None, outcome: str) -> None:
    (own,) = audited(record).records

    assert [one and one.id for one in own.rules] == [rule]
    assert own.outcome == outcome


def test_what_leaves_it_open_is_named() -> None:
    """
    Hours or minutes would settle what days alone cannot.
    """
    (own,) = audited(training(days=3)).entries

    assert {one.fact for one in own.missing} == {"hours", "minutes"}


def test_a_paper_needs_no_dates() -> None:
    (own,) = audited(paper(8, authors=1)).records

    assert own.missing == ()


def test_one_teacher_over_a_year() -> None:
    """
    24 + 2 + 10 hours for sure; what two days and a place among three authors bring is open.
    """
    records = (
        training(24, day=date(2012, 3, 9)),
        attrs.evolve(training(local={"minutes": 90}), id="b", day=date(2012, 4, 9)),
        attrs.evolve(paper(10, authors=2, author_rank=2), id="c", day=date(2012, 5, 9)),
        attrs.evolve(paper(6, authors=3, author_rank=2), id="d", day=date(2012, 6, 9)),
        attrs.evolve(training(days=2), id="e", day=date(2012, 7, 9)),
        attrs.evolve(
            training(40, local={"dates_on_certificate": "no"}), id="f", day=date(2012, 8, 9)
        ),
    )
    result = audited(*records)

    assert {own.record_id: own.settled.earned for own in result.entries} == {
        "a": class_hours(24),
        "b": class_hours(2),
        "c": class_hours(10),
        "d": class_hours(0),
        "e": class_hours(0),
    }
    assert {own.record_id: own.possible.earned.high for own in result.entries} == {
        "a": 24,
        "b": 2,
        "c": 10,
        "d": 3,  # half of 6
        "e": UNBOUNDED,
    }


def test_nothing_is_asked_for() -> None:
    result = audited(training(8))

    assert result.findings == ()
    assert (word(result.so_far), word(result.final)) == (NOT_APPLICABLE, NOT_APPLICABLE)
