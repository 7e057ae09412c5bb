"""What silence of a record means, where a policy says so."""

from datetime import date
from fractions import Fraction

import pytest

from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    TRAINING_CREDIT,
    UNKNOWN,
    Certainty,
    Cycle,
    Source,
    Span,
    Teacher,
    TrainingRecord,
    Transcript,
    days,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Audit,
    Policy,
    audit,
    highest_only,
    post,
    presume,
    recognise,
    record,
    require,
    total,
    where,
)

FIVE = training_credits(5)


def found(
    *records: TrainingRecord,
    when: object = None,
    earns: object = FIVE,
    **clauses: object,
) -> Audit:
    """Return the audit of a teacher whose records earn *earns* where *when* holds."""
    tests = () if when is None else (when,)
    rule = recognise("any", where(*tests), post("main", earns))  # type: ignore[arg-type]  # as it comes
    made = Policy(
        id="p",
        title="P",
        source=Source("Northmark Order", certainty=Certainty.INVENTED),
        cycle=Cycle.block(years=5, starting=date(2020, 1, 1)),
        accounts=(Account("main", TRAINING_CREDIT),),
        recognition=(rule,),
        requirements=(require("some", total() >= FIVE),),
        **clauses,  # type: ignore[arg-type]  # fields of a policy
    )
    transcript = Transcript(records, complete_until=date(2030, 12, 31))
    result = audit(made, Teacher("t-1"), transcript, as_of=date(2024, 12, 31))
    assert result.explain("en")
    assert result.explain("zh")
    return result


def counted(result: Audit) -> object:
    return result.finding("some").counted


def activity(record_id: str = "r", **facts: object) -> TrainingRecord:
    return TrainingRecord(record_id, day=date(2022, 3, 1), **facts)  # type: ignore[arg-type]  # fields


RANK = record.local("rank")


def test_silence_on_a_local_text_may_have_a_meaning() -> None:
    def of(*records: TrainingRecord) -> Audit:
        return found(*records, when=RANK.is_("a"), presumptions=(presume("s", RANK, "a"),))

    assert counted(of(activity())) == FIVE
    assert of(activity()).records[0].presumed == ("s",)
    assert counted(of(activity(local={"rank": "b"}))) == training_credits(0)
    assert of(activity(local={"rank": "a"})).records[0].presumed == ()
    assert counted(of(activity("1"), activity("2", local={"rank": "b"}))) == FIVE
    assert "rank" in of(activity()).explain()


def test_silence_on_a_local_number_may_have_a_meaning() -> None:
    rests = record.local("rests", DAY)
    rate = per(DAY, training_credits(1))

    def of(*records: TrainingRecord) -> Audit:
        presumed = presume("s", record.local("rests", DAY), days("2.5"))
        return found(*records, earns=rests * rate, presumptions=(presumed,))

    assert counted(of(activity())) == training_credits("2.5")
    assert counted(of(activity(local={"rests": 4}))) == training_credits(4)
    assert counted(of(activity(local={"other": 4}))) == training_credits("2.5")


def test_a_local_fact_is_not_a_field_of_the_same_name() -> None:
    """`record.local("mode")` says nothing of `record.mode`, nor the other way round."""
    own = (presume("s", record.local("mode"), "online"),)
    of_all = (presume("s", record.mode, "online"),)
    in_field, in_local = record.mode.is_("online"), record.local("mode").is_("online")
    either = training_credits(0, to=5)

    assert counted(found(activity(), when=in_local, presumptions=own)) == FIVE
    assert counted(found(activity(), when=in_field, presumptions=own)) == either
    assert counted(found(activity(), when=in_field, presumptions=of_all)) == FIVE
    assert counted(found(activity(), when=in_local, presumptions=of_all)) == either


def test_a_local_fact_called_topics_is_one_text() -> None:
    fact = record.local("topics")
    result = found(activity(), when=fact.is_("a"), presumptions=(presume("s", fact, "a"),))

    assert counted(result) == FIVE


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 2, 28), training_credits(4)),
        (date(2022, 3, 1), training_credits(6)),
        (date(2022, 3, 2), training_credits(6)),
    ],
)
def test_each_day_has_its_own_meaning_of_silence(day: date, expected: object) -> None:
    presumed = (
        presume("older", record.hours, 4, in_force=Span.until(date(2022, 2, 28))),
        presume("newer", record.hours, 6, in_force=Span.since(date(2022, 3, 1))),
    )
    earns = record.hours * per(CLASS_HOUR, training_credits(1))

    assert counted(found(TrainingRecord("r", day=day), earns=earns, presumptions=presumed)) == (
        expected
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 2, 28), FIVE),
        (date(2022, 3, 1), training_credits(5, to=10)),
        (date(2022, 3, 2), training_credits(5, to=10)),
    ],
)
def test_a_group_by_a_presumed_value_is_one_on_its_days_alone(day: date, expected: object) -> None:
    """Once the presumption has ended, the two records may be of one project or of two."""
    result = found(
        TrainingRecord("r-1", day=day, project=UNKNOWN),
        TrainingRecord("r-2", day=day, project="p"),
        presumptions=(presume("s", record.project, "p", in_force=Span.until(date(2022, 2, 28))),),
        rewrites=(highest_only("once", by=("project", CYCLE)),),
    )

    assert counted(result) == expected


def test_a_share_may_be_presumed_exactly() -> None:
    result = found(
        activity(),
        when=record.attendance >= Fraction(1, 2),
        presumptions=(presume("s", record.attendance, "1/2"),),
    )

    assert counted(result) == FIVE
