"""What an audit is as a value in memory, and what it says of entries."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from typing import TYPE_CHECKING

from teachtrain.models import (
    CLASS_HOUR,
    NONE,
    UNKNOWN,
    Certainty,
    Clip,
    Cycle,
    Source,
    Span,
    Teacher,
    TrainingRecord,
    Transcript,
    class_hours,
)
from teachtrain.policies import SHANDONG_UNNAMED_CITY
from teachtrain.rules import Account, Policy, audit, post, recognise, record, require, total, where

if TYPE_CHECKING:
    from teachtrain.models import Absent, Exact


def test_an_audit_is_freed_as_soon_as_it_is_let_go() -> None:
    """A county audits millions: nothing of a result waits for the collector of rings."""
    day = date(2020, 8, 31)
    transcript = Transcript([TrainingRecord("r-1", day=day, hours=8)], complete_until=day)
    gc.disable()
    try:
        result = audit(SHANDONG_UNNAMED_CITY, Teacher("t-1"), transcript, as_of=day)
        read = (result.findings, result.entries, result.records, result.missing, str(result))
        assert all(read)
        assert [finding.records for finding in result.findings]
        gone = weakref.ref(result)
        del result, read
        assert gone() is None
    finally:
        gc.enable()


def test_a_record_may_lie_in_a_cycle_that_cannot_be_told() -> None:
    policy = Policy(
        id="small",
        title="A small policy",
        source=Source("an invented order", certainty=Certainty.INVENTED),
        accounts=(Account("main", CLASS_HOUR),),
        cycle=Cycle.personal(years=5, since="started", clip=Clip.BACK),
        recognition=(recognise("all", where(), post("main", record.hours)),),
        requirements=(
            require("cycle", total() >= class_hours(10)),
            require("plan", total(over=Span.of_year(2010)) >= class_hours(1)),
        ),
    )
    records = [
        TrainingRecord("in-2010", day=date(2010, 5, 6), hours=2),
        TrainingRecord("later", day=date(2020, 5, 6), hours=3),
    ]
    transcript = Transcript(records, complete_until=date(2021, 12, 31))

    def entries(**events: date | Absent) -> list[tuple[Exact, Exact, list[str]]]:
        result = audit(policy, Teacher("t", events=events), transcript, as_of=date(2021, 12, 31))
        return [
            (
                one.settled.counted.value,
                one.possible.counted.value,
                [missing.fact for missing in one.missing],
            )
            for one in result.entries
        ]

    assert entries(started=UNKNOWN) == [(2, 2, []), (0, 3, ["started"])]
    assert entries(started=date(2019, 1, 1)) == [(2, 2, []), (3, 3, [])]
    assert entries(started=NONE) == [(2, 2, []), (0, 0, [])]
