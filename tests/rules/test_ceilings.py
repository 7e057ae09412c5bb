"""Ceilings by figures worked by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from teachtrain.models import (
    CLASS_HOUR,
    Amount,
    Certainty,
    Cycle,
    Source,
    Teacher,
    TrainingRecord,
    Transcript,
    class_hours,
)
from teachtrain.rules import (
    Account,
    Policy,
    audit,
    ceiling,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

LAST_DAY = date(2025, 12, 31)


def counted(*records: TrainingRecord, **clauses: Any) -> Amount | None:  # noqa: ANN401 - clauses of every kind
    """Return what the records come to in three years, an hour for an hour."""
    policy = Policy(
        id="willow",
        title="Willow County",
        source=Source("Willow County rule 3", certainty=Certainty.INVENTED),
        cycle=Cycle.block(years=3, starting=date(2023, 1, 1)),
        accounts=(Account("hours", CLASS_HOUR),),
        recognition=(recognise("training", where(), post("hours", record.hours)),),
        **clauses,
        requirements=(require("all", total() >= class_hours(1)),),
    )
    result = audit(
        policy, Teacher("t-1"), Transcript(records, complete_until=LAST_DAY), as_of=LAST_DAY
    )
    assert sum(entry.settled.counted.value for entry in result.entries) == (
        result.findings[0].counted.value  # type: ignore[union-attr]  # it compares amounts
    )
    return result.findings[0].counted


@pytest.mark.parametrize(
    ("hours", "expected"), [((8,), 5), ((8, 8), 10), ((8, 3, 8), 13), ((5, 5, 4), 14)]
)
def test_at_most_so_much_a_record_limits_each_record_by_itself(
    hours: tuple[int, ...], expected: int
) -> None:
    records = [
        TrainingRecord(f"r-{place}", day=date(2023, 4, 1 + place), hours=own)
        for place, own in enumerate(hours)
    ]

    limited = counted(*records, ceilings=ceiling("each", class_hours(5), by="record"))

    assert limited == class_hours(expected)
