"""Slips of a first user in rules: each is refused where it stands, with what to write instead."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from teachtrain import rules
from teachtrain.errors import InvalidPolicyError, InvalidTypeError, TeachtrainError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    TRAINING_CREDIT,
    Certainty,
    Cycle,
    Source,
    Span,
    Teacher,
    Text,
    Transcript,
    Unit,
    Window,
    class_hours,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Booking,
    Policy,
    ceiling,
    define,
    figure,
    from_table,
    group,
    limit_per,
    pool,
    post,
    prepare,
    recognise,
    record,
    require,
    teacher,
    total,
    where,
)

LOOSE: Any = rules
"""The same names, which take whatever a first user writes."""

SOURCE = Source("Northmark Order", certainty=Certainty.INVENTED)
LESSON = Unit.named("lesson")
DAY = date(2022, 1, 1)
TEACHER, NO_RECORDS = Teacher("t-1"), Transcript((), complete_until=None)


def policy(**parts: Any) -> Policy:  # noqa: ANN401 - whatever a first user writes
    plain: dict[str, Any] = {
        "id": "p",
        "title": "P",
        "source": SOURCE,
        "cycle": Cycle.block(years=3, starting=DAY),
        "accounts": (
            Account("main", TRAINING_CREDIT),
            Account("hours", CLASS_HOUR),
            Account("lessons", LESSON),
        ),
        "recognition": (
            recognise(
                "any", where(), post("main", record.hours * per(CLASS_HOUR, training_credits(1)))
            ),
        ),
        "requirements": (require("all", total() >= training_credits(90)),),
    }
    return Policy(**(plain | parts))


def refusal(make: Callable[[], object]) -> TeachtrainError:
    with pytest.raises(TeachtrainError) as caught:
        make()
    assert caught.value.mend
    return caught.value


ENOUGH = total() >= training_credits(1)
BARE = record.mode.is_("online")
YEAR = Span.of_year(2022)


@pytest.mark.parametrize(
    ("make", "place", "problem"),
    [
        (lambda: LOOSE.where(topic=3), "where(topic=)", "(got 3)"),
        (lambda: LOOSE.where(topic=["law", 3]), "where(topic=)", "(got 3)"),
        (lambda: LOOSE.where(tag=3), "where(tag=)", "(got 3)"),
        (lambda: LOOSE.where(mode=None), "where(mode=)", "(got None)"),
        (lambda: LOOSE.record.local("rank").is_(3), "record.rank", "not a word (got 3)"),
        (lambda: LOOSE.each("year", ENOUGH), "each()", "not a calendar (got 'year')"),
        (lambda: LOOSE.some(CYCLE, ENOUGH), "some()", "not a calendar (got TheCycle)"),
        (lambda: LOOSE.each(CALENDAR_YEAR, ENOUGH, over=2022), "each(over=)", "(got 2022)"),
        (lambda: LOOSE.some(CALENDAR_YEAR, ENOUGH, over=2022), "some(over=)", "(got 2022)"),
        (lambda: LOOSE.total(over=CALENDAR_YEAR), "total(over=)", "(got Calendar)"),
        (lambda: LOOSE.total(over=Window.of(YEAR)), "total(over=)", "(got Window)"),
        (lambda: LOOSE.exists(over="cycle"), "total(over=)", "(got 'cycle')"),
        (lambda: LOOSE.total(where(mode="online")), "total()", "(got Selection)"),
        (lambda: LOOSE.total(of={"mode": "online"}), "total(of=)", "(got dict)"),
        (lambda: LOOSE.count_of(BARE), "total(of=)", "not a selection (got OneOf)"),
        (lambda: LOOSE.recognise("a", {"mode": "online"}, post("main", 1)), "clause a", "dict"),
        (lambda: LOOSE.recognise("a", BARE, post("main", 1)), "clause a", "(got OneOf)"),
        (lambda: LOOSE.recognise("a", where(), record.hours), "clause a", "not a post (got Fact)"),
        (lambda: LOOSE.recognise("a", where()), "clause a", "posts nothing"),
        (lambda: LOOSE.nothing("a", {"mode": "online"}, reason="r"), "clause a", "(got dict)"),
        (lambda: LOOSE.limit_per("a", 1, by="record", of=BARE), "of=", "(got OneOf)"),
        (lambda: LOOSE.ceiling("a", 1, by=CYCLE, of="online"), "of=", "(got 'online')"),
        (lambda: LOOSE.require("a", ENOUGH, source="rule 1"), "source", "(got 'rule 1')"),
        (lambda: LOOSE.require("a", ENOUGH, title=5), "Text.en", "not text (got 5)"),
        (lambda: policy(source="rule 1"), "source", "not a source (got 'rule 1')"),
        (lambda: policy(source=None), "source", "not a source (got None)"),
        (lambda: policy(requirements=ENOUGH), "Policy.requirements", "(got Compare)"),
        (lambda: policy(requirements=[(ENOUGH,)]), "Policy.requirements", "(got Compare)"),
        (lambda: policy(accounts="main"), "Policy.accounts", "(got 'main')"),
        (lambda: policy(ceilings={"main": 10}), "Policy.ceilings", "(got 'main')"),
        (lambda: policy(title=None), "Text.en", "not text (got None)"),
        (lambda: from_table(record.mode, rows={}), "from_table(rows=)", "has no rows"),
        (lambda: LOOSE.prepare(TEACHER), "policy", "not a policy (got Teacher)"),
        (lambda: LOOSE.audit(policy(), TEACHER, [], as_of=DAY), "transcript", "(got list)"),
        (lambda: LOOSE.audit(policy(), NO_RECORDS, TEACHER, as_of=DAY), "teacher", "(got Trans"),
        (lambda: LOOSE.audit(TEACHER, policy(), NO_RECORDS, as_of=DAY), "policy", "(got Teacher)"),
        (
            lambda: prepare(policy()).judge(LOOSE, NO_RECORDS, as_of=DAY),
            "teacher",
            "(got module)",
        ),
    ],
)
def test_a_slip_is_refused_where_it_stands(
    make: Callable[[], object], place: str, problem: str
) -> None:
    error = refusal(make)

    assert error.where == place
    assert problem in error.problem


@pytest.mark.parametrize(
    "form", [total(), record.hours, group.total, teacher.local("share"), total() + 1]
)
def test_a_quantity_is_not_true_or_false(form: object) -> None:
    with pytest.raises(InvalidTypeError, match="not true or false"):
        bool(form)
    with pytest.raises(InvalidTypeError, match="not true or false"):
        assert form


def test_one_text_is_one_thing_left_open() -> None:
    assert policy(silent="rounding").silent == (Text("rounding"),)
    assert policy(silent=Text("rounding", "取整")).silent == (Text("rounding", "取整"),)
    assert policy(silent=("a", "b")).silent == (Text("a"), Text("b"))


@pytest.mark.parametrize(
    ("parts", "mend"),
    [
        (
            {"ceilings": ceiling("c", 10, by=CYCLE)},
            "write training_credits(10)",
        ),
        (
            {"ceilings": ceiling("c", "7.5", by=CYCLE, account="hours")},
            "write class_hours('7.5')",
        ),
        (
            {"ceilings": ceiling("c", 3, by=CYCLE, account="lessons")},
            "write Amount(3, 3, Unit.named('lesson'))",
        ),
        (
            {"recognition": recognise("c", where(), post("main", 3))},
            "write training_credits(3)",
        ),
        (
            {"pools": pool("c", account="hours", to="main", gives=3)},
            "write training_credits(3)",
        ),
        (
            {"requirements": require("c", total() >= 100)},
            "write training_credits(100)",
        ),
        (
            {"ceilings": ceiling("c", class_hours(10), by=CYCLE)},
            "convert it by a rate, such as per(class hour, an amount in training credit)",
        ),
        (
            {"requirements": require("c", total() >= class_hours(100))},
            "give both sides in one unit",
        ),
        (
            {"requirements": require("c", teacher.event("hired") >= 2020)},
            "give both sides in one unit",
        ),
        (
            {"requirements": require("c", total() >= figure("due"))},
            "define one with define('due', ...)",
        ),
        (
            {"requirements": require("c", total() >= figure("due")), "figures": define("d", 3)},
            "define one with define('due', ...), or use one of d",
        ),
    ],
)
def test_the_mend_fits_what_was_written(parts: dict[str, Any], mend: str) -> None:
    with pytest.raises(InvalidPolicyError) as caught:
        policy(**parts)

    (problem,) = caught.value.problems
    assert problem.where == "policy p, clause c"
    assert problem.mend == mend


def test_what_is_meant_is_accepted() -> None:
    """The mends of the slips above."""
    built = policy(
        recognition=recognise("a", where(BARE, record.hours >= class_hours(3)), post("main", 0)),
        rewrites=limit_per("l", training_credits(1), by="record", of=where(BARE)),
        ceilings=ceiling("c", training_credits(10), by=CYCLE),
        requirements=require(
            "r", total(of=where(record.day >= DAY), over=CYCLE) >= training_credits(1)
        ),
    )

    assert attrs.evolve(built, source=Source("x", certainty=Certainty.READ)).clauses()
    assert rules.audit(built, TEACHER, NO_RECORDS, as_of=DAY).explain()


@pytest.mark.parametrize(
    "part",
    [
        {"booking": "first_day"},
        {"booking": True},
        {"level": "moon"},
        {"counts_before_hire": "no"},
        {"in_force": 2020},
    ],
    ids=str,
)
def test_a_policy_refuses_a_setting_of_another_kind(part: dict[str, Any]) -> None:
    (name,) = part

    assert name in str(refusal(lambda: policy(**part)))


def test_a_clause_refuses_a_day_for_the_days_on_which_it_holds() -> None:
    day: Any = date(2020, 1, 1)

    assert "in_force" in str(refusal(lambda: require("all", ENOUGH, in_force=day)))


def test_booking_may_be_named_by_its_word() -> None:
    assert policy(booking="last day").booking is Booking.LAST_DAY
