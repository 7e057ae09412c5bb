"""Which facts an undecided finding names, case by case; that they settle it is a law."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    UNKNOWN,
    Certainty,
    Cycle,
    Source,
    Span,
    Teacher,
    TrainingRecord,
    Transcript,
    class_hours,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Audit,
    Booking,
    Policy,
    audit,
    ceiling,
    define,
    each,
    figure,
    group,
    highest_only,
    if_,
    limit_per,
    pool,
    post,
    recognise,
    record,
    require,
    some,
    teacher,
    total,
    where,
)

OFFICE = if_(teacher.category.is_("head"), training_credits(10), training_credits(20))
FIFTEEN = require("all", total() >= training_credits(15))
ETHICS = require("ethics", total(of=where(topic="ethics")) >= training_credits(5))


def asked(*records: TrainingRecord, **clauses: Any) -> Audit:  # noqa: ANN401 - clauses of every kind
    """Return the audit of a teacher of whom nothing is known, at the end of three years."""
    facts = {
        "id": "willow",
        "title": "Willow County",
        "source": Source("Willow County rule 3", certainty=Certainty.INVENTED),
        "cycle": Cycle.block(years=3, starting=date(2021, 9, 1)),
        "accounts": Account("main", TRAINING_CREDIT),
        "recognition": recognise(
            "hours", where(), post("main", record.hours * per(CLASS_HOUR, training_credits(1)))
        ),
        "requirements": FIFTEEN,
    }
    policy = Policy(**{**facts, **clauses})
    last_day = date(2024, 8, 31)
    transcript = Transcript(records, complete_until=last_day)
    return audit(policy, Teacher("t-1"), transcript, as_of=last_day)


def of(record_id: str, day: date | None = date(2022, 3, 1), **facts: Any) -> TrainingRecord:  # noqa: ANN401 - facts of every kind
    return TrainingRecord(record_id, day=day, **facts)


ONLINE = of("o", hours=30, mode="online")
BOTH = of("e", hours=8, project="p", topics="ethics")
ONCE = highest_only("once", by="project")


@pytest.mark.parametrize(
    ("result", "missing"),
    [
        pytest.param(
            asked(ONLINE, ceilings=ceiling("c", OFFICE, by=CALENDAR_YEAR)),
            ["teacher: category"],
            id="the limit of a ceiling",
        ),
        pytest.param(
            asked(
                ONLINE,
                figures=define("due", training_credits(60) * teacher.local("share")),
                ceilings=ceiling("c", figure("due") * "1/3", of=where(mode="online"), by=CYCLE),
            ),
            ["teacher: share"],
            id="a figure that a ceiling reads",
        ),
        pytest.param(
            asked(ONLINE, rewrites=limit_per("l", OFFICE, by="record")),
            ["teacher: category"],
            id="the limit of a rewrite",
        ),
        pytest.param(
            asked(BOTH, of("m", project="p"), rewrites=ONCE, requirements=ETHICS),
            ["record m: hours"],
            id="what another member of the group earned",
        ),
        pytest.param(
            asked(BOTH, of("m", hours=10, project=UNKNOWN), rewrites=ONCE, requirements=ETHICS),
            ["record m: project"],
            id="whether another belongs to the group",
        ),
        pytest.param(
            asked(
                BOTH,
                of("m", hours=10, project="p", status="pending"),
                rewrites=ONCE,
                requirements=ETHICS,
            ),
            ["record m: pending"],
            id="whether another member stays",
        ),
        pytest.param(
            asked(
                of("a", hours=8),
                of("b", None, hours=8, within=Span.through(date(2022, 6, 1), date(2023, 6, 1))),
                accounts=(Account("hours", CLASS_HOUR), Account("main", TRAINING_CREDIT)),
                recognition=recognise("hours", where(), post("hours", record.hours)),
                pools=pool(
                    "lump",
                    account="hours",
                    by=CALENDAR_YEAR,
                    gives=if_(group.total >= class_hours(16), training_credits(20), 0),
                    to="main",
                ),
                requirements=require("all", total("main") >= training_credits(15)),
            ),
            ["record b: day"],
            id="in which year a member of a pool lies",
        ),
    ],
)
def test_the_facts_that_decide_are_named(result: Audit, missing: list[str]) -> None:
    assert result.findings[0].so_far.is_unknown
    assert [str(one) for one in result.missing] == missing


SPANNING = TrainingRecord("s", day=date(2022, 8, 30), last_day=date(2022, 9, 2), hours=12)
SOME_YEAR = TrainingRecord("y", within=Span.of_year(2022), hours=6)
PENDING = of("p", hours=8, status="pending")
TWENTY = require("all", total() >= training_credits(20))
YEARLY = require("yearly", each(SCHOOL_YEAR, total() >= training_credits(20)))


def test_a_day_matters_only_where_a_border_of_the_window_lies_among_those_it_may_be() -> None:
    result = asked(SPANNING, SOME_YEAR, PENDING, requirements=(TWENTY, YEARLY))

    assert [str(one) for one in result.finding("all").missing] == ["record p: pending"]


def test_what_the_policy_leaves_open_is_told_apart_from_what_is_not_entered() -> None:
    """The school year 2021/22 holds 9 hours, and 12 more if the first day of "s" is meant."""
    asking = {"requirements": require("y", some(SCHOOL_YEAR, total() >= training_credits(15)))}
    records = (of("a", hours=9), SPANNING)
    silent = asked(*records, **asking)

    assert [str(one) for one in silent.missing] == ["policy: booking of record s"]
    assert "does not say on which day" in silent.explain()
    assert "未写明" in silent.explain("zh")
    for booking, verdict in ((Booking.FIRST_DAY, "met"), (Booking.LAST_DAY, "unmet")):
        assert str(asked(*records, booking=booking, **asking).so_far) == verdict


def test_a_fact_that_only_another_requirement_asks_for_is_not_named() -> None:
    """All hours count for "all", whatever their mode; only how many there are is not known."""
    online = require("online", total(of=where(mode="online")) >= training_credits(5))
    result = asked(of("a"), requirements=(FIFTEEN, online))

    assert [str(one) for one in result.finding("all").missing] == ["record a: hours"]
    assert [str(one) for one in result.finding("online").missing] == [
        "record a: hours",
        "record a: mode",
    ]


def test_what_the_policy_itself_leaves_open_is_not_laid_on_facts() -> None:
    """A limit of 10 to 20, as somebody decides: no fact would settle it."""
    between = ceiling("c", training_credits(10, to=20), by=CYCLE)
    result = asked(of("a", hours=30), ceilings=between)

    assert result.so_far.is_unknown
    assert result.missing == ()
    assert "the policy itself leaves it open" in result.explain()
    assert "规定本身留有余地" in result.explain("zh")


def test_a_policy_that_asks_for_nothing_says_so() -> None:
    result = asked(of("a", hours=30), requirements=())

    assert "This policy asks for nothing" in result.explain()
    assert "本规定不作要求" in result.explain("zh")
