"""Small cases, spelled out: one policy, a few records, what is counted."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from teachtrain.models import (
    CLASS_HOUR,
    ON_LEAVE,
    Certainty,
    Clip,
    Cycle,
    Source,
    Teacher,
    TrainingRecord,
    Transcript,
    class_hours,
)
from teachtrain.rules import (
    Account,
    Audit,
    Policy,
    audit,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

__all__ = ["AUTUMN", "END", "MARCH", "PERSONAL", "TWO_YEARS", "bounds", "found", "lesson"]

MARCH: Final = date(2016, 3, 1)
AUTUMN: Final = date(2016, 10, 1)
END: Final = date(2020, 12, 31)
TWO_YEARS: Final = Cycle.block(years=2, starting=date(2015, 9, 1))
PERSONAL: Final = Cycle.personal(years=1, since="registered", clip=Clip.BACK, paused_by=(ON_LEAVE,))


def found(
    *records: TrainingRecord,
    needs: Any = None,
    as_of: date = date(2017, 8, 31),
    complete_until: date | None = END,
    facts: dict[str, Any] | None = None,
    events: dict[str, Any] | None = None,
    **parts: Any,
) -> Audit:
    usual: dict[str, Any] = {
        "accounts": (Account("main", CLASS_HOUR),),
        "cycle": TWO_YEARS,
        "recognition": (recognise("all", where(), post("main", record.hours)),),
        "requirements": (require("need", total() >= class_hours(4) if needs is None else needs),),
    }
    source = Source("an invented order", certainty=Certainty.INVENTED)
    return audit(
        Policy(id="small", title="A small policy", source=source, **(usual | parts)),
        Teacher("t", events=events or {}, **(facts or {"categories": ()})),
        Transcript(records, complete_until=complete_until),
        as_of=as_of,
    )


def lesson(name: str, day: date | None, hours: int, **facts: Any) -> TrainingRecord:
    return TrainingRecord(name, activity="training", day=day, hours=hours, **facts)


def bounds(result: Audit) -> tuple[object, object]:
    counted = result.finding("need").counted
    assert counted is not None
    return counted.low, counted.high
