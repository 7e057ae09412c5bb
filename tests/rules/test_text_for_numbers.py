"""A local fact that is text where a policy reads a number: open, and said to be text."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from teachtrain.errors import InvalidTypeError
from teachtrain.models import (
    CLASS_HOUR,
    Certainty,
    Cycle,
    Source,
    Teacher,
    TrainingRecord,
    Transcript,
    class_hours,
    exact,
)
from teachtrain.rules import (
    Account,
    Audit,
    Policy,
    Verdict,
    audit,
    post,
    recognise,
    record,
    require,
    teacher,
    total,
    where,
)

POLICY = Policy(
    id="p",
    title="P",
    source=Source("Northmark Order", certainty=Certainty.INVENTED),
    cycle=Cycle.block(years=5, starting=date(2020, 1, 1)),
    accounts=(Account("main", CLASS_HOUR),),
    recognition=(recognise("any", where(), post("main", record.local("granted", CLASS_HOUR))),),
    requirements=(
        require("share", teacher.local("share") >= Decimal("0.5")),
        require("hours", total() >= class_hours(8)),
    ),
)


def found(share: Any, granted: Any) -> Audit:  # noqa: ANN401 - whatever a platform gives
    held = TrainingRecord("r-1", day=date(2022, 3, 1), local={"granted": granted})
    transcript = Transcript((held,), complete_until=date(2025, 12, 31))
    judged = Teacher("t-1", local={"share": share})
    return audit(POLICY, judged, transcript, as_of=date(2024, 12, 31))


@pytest.mark.parametrize("share", [Decimal("0.5"), exact("0.5"), 1])
def test_a_number_settles_it(share: Any) -> None:  # noqa: ANN401 - any exact number
    result = found(share, 8)

    assert [finding.so_far for finding in result.findings] == [Verdict.MET] * 2
    assert result.missing == ()


def test_text_where_a_number_is_read_is_named_as_text() -> None:
    result = found("0.5", "8")

    assert all(finding.so_far is not Verdict.MET for finding in result.findings)
    assert {(one.fact, one.record, one.kind) for one in result.missing} == {
        ("share", None, "text"),
        ("granted", "r-1", "text"),
    }
    assert {str(one) for one in result.missing} == {
        "teacher: share, which is text and not a number",
        "record r-1: granted, which is text and not a number",
    }
    assert "as a number: it is given as text" in result.explain()
    assert "现为文字" in result.explain("zh")


def test_a_fact_that_is_left_out_is_not_called_text() -> None:
    result = audit(
        POLICY, Teacher("t-1"), Transcript((), complete_until=None), as_of=date(2024, 12, 31)
    )

    assert "text" not in {one.kind for one in result.missing}


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (Teacher, "Teacher.local['share']"),
        (TrainingRecord, "TrainingRecord.local['share']"),
    ],
)
def test_the_mend_of_a_float_gives_a_number_and_no_text(make: Any, place: str) -> None:  # noqa: ANN401 - a class
    with pytest.raises(InvalidTypeError) as caught:
        make("x-1", local={"share": 0.5})

    assert caught.value.where == place
    assert caught.value.mend == 'give Decimal("0.5") or exact("0.5"); a text would stay text here'
