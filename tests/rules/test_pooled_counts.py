"""Counts beside pools: what may take a pool's entry is refused, and what can't is exact."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidPolicyError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    TRAINING_CREDIT,
    Certainty,
    Cycle,
    Source,
    Teacher,
    TrainingRecord,
    Transcript,
    class_hours,
    number,
    training_credits,
)
from teachtrain.rules import (
    Account,
    Policy,
    all_of,
    any_of,
    at_least,
    audit,
    ceiling,
    count_of,
    dated,
    exists,
    first_known,
    group,
    if_,
    largest_of,
    not_,
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
from teachtrain.rules._conditions import Condition, Selection
from teachtrain.rules._relations import may_take_pooled

CYCLE = Cycle.block(years=3, starting=date(2022, 1, 1))
SOURCE = Source("Northmark Order", certainty=Certainty.INVENTED)


def policy(needs: Condition, *, tag: str | tuple[str, ...] = "lump") -> Policy:
    """Return a policy in which 120 hours of induction give 72 credits beside examinations."""
    return Policy(
        id="p",
        title="P",
        source=SOURCE,
        cycle=CYCLE,
        accounts=(Account("main", TRAINING_CREDIT), Account("induction", CLASS_HOUR)),
        recognition=(
            recognise("induction", where(activity="induction"), post("induction", record.hours)),
            recognise("exam", where(activity="exam"), post("main", training_credits(4))),
        ),
        pools=(
            pool(
                "lump",
                account="induction",
                to="main",
                tag=tag,
                gives=if_(group.total >= class_hours(120), training_credits(72), 0),
            ),
        ),
        requirements=(require("c", needs),),
    )


def refused(needs: Condition) -> bool:
    try:
        policy(needs)
    except InvalidPolicyError as error:
        (problem,) = error.problems
        assert problem.problem == "counts single entries of account 'main', which a pool feeds"
        assert "activity=" in problem.mend
        return True
    return False


EXAM = where(activity="exam")


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        (exists(EXAM), 2),
        (count_of(EXAM) >= 1, 2),
        (count_of(EXAM, by="activity") >= 1, 1),
        (count_of(by="record") >= 1, 2),
        (count_of(by="activity") >= 1, 1),
        (count_of(where(tag="other")) >= 1, 0),
        (count_of(where(EXAM, tag="lump")) >= 1, 0),
        (largest_of(EXAM) >= training_credits(1), 4),
        (largest_of(EXAM, by="module") >= training_credits(1), 4),
    ],
)
def test_a_count_that_takes_no_entry_of_a_pool_is_exact(needs: Condition, expected: int) -> None:
    records = [
        TrainingRecord("i-1", activity="induction", day=date(2022, 3, 1), hours=120),
        TrainingRecord("e-1", activity="exam", day=date(2022, 4, 1)),
        TrainingRecord("e-2", activity="exam", day=date(2022, 5, 1)),
    ]
    transcript = Transcript(records, complete_until=date(2025, 12, 31))
    found = audit(policy(needs), Teacher("t-1"), transcript, as_of=date(2024, 12, 31))

    counted = found.findings[0].counted
    assert counted is not None
    assert counted.value == expected
    assert counted in (number(expected), training_credits(expected))


@pytest.mark.parametrize(
    "needs",
    [
        exists(),
        exists(where()),
        exists(where(tag="lump")),
        exists(where(tag=("lump", "other"))),
        exists(where(teacher.stage.is_("primary"))),
        exists(where(not_(record.activity.is_("exam")))),
        exists(where(any_of(EXAM, teacher.stage.is_("primary")))),
        exists(where(record.day >= date(2022, 1, 1))),
        count_of() >= 1,
        largest_of() >= training_credits(1),
        largest_of(by="activity") >= training_credits(1),
        largest_of(where(not_(record.mode.is_known()))) >= training_credits(1),
    ],
)
def test_a_count_that_may_take_an_entry_of_a_pool_is_refused(needs: Condition) -> None:
    assert refused(needs)


def test_counts_beside_a_pool_into_another_account_are_accepted() -> None:
    assert not refused(exists(account="induction"))
    assert not refused(total() >= training_credits(72))
    assert not refused(total(of=where(tag="lump")) >= training_credits(72))


HOURS = record.hours
LEAVES: list[Condition] = [
    record.activity.is_("exam"),
    record.topic.is_("law"),
    record.local("rank").is_("a"),
    record.mode.is_known(),
    record.day.is_known(),
    record.day >= date(2022, 6, 1),
    record.local("day") >= 1,
    record.hours >= class_hours(3),
    HOURS + class_hours(1) >= class_hours(0),
    first_known(HOURS, class_hours(3)) >= class_hours(1),
    first_known(HOURS, record.local("h", CLASS_HOUR)) >= class_hours(1),
    if_(EXAM.tests[0], HOURS) >= class_hours(0),
    if_(EXAM.tests[0], HOURS, class_hours(1)) >= class_hours(0),
    dated((date(2022, 1, 1), HOURS)) >= class_hours(0),
    dated((date(2022, 1, 1), HOURS), (date(2023, 1, 1), class_hours(3))) >= class_hours(0),
    teacher.stage.is_("primary"),
    teacher.event("hired") <= date(2022, 1, 1),
    where(tag="lump"),
    where(tag="other"),
    where(EXAM),
]


@st.composite
def conditions(draw: st.DrawFn, depth: int = 2) -> Condition:
    kind = draw(st.integers(0, 4)) if depth else 0
    if kind == 0:
        return draw(st.sampled_from(LEAVES))
    parts = [
        draw(conditions(depth - 1)) for _ in range(1 if kind == 3 else draw(st.integers(1, 3)))
    ]
    match kind:
        case 1:
            return all_of(*parts)
        case 2:
            return any_of(*parts)
        case 3:
            return not_(*parts)
        case _:
            return at_least(draw(st.integers(1, len(parts))), *parts)


TEACHERS = [
    Teacher("t-1"),
    Teacher("t-2", stage="primary", events={"hired": date(2020, 1, 1)}),
    Teacher("t-3", stage="special", events={"hired": date(2023, 1, 1)}),
]


@given(
    made=st.lists(conditions(), min_size=1, max_size=2),
    tag=st.sampled_from(["lump", (), ("lump", "other")]),
    judged=st.sampled_from(TEACHERS),
    day=st.sampled_from([date(2021, 6, 1), date(2022, 6, 1), date(2023, 6, 1)]),
)
def test_what_surely_takes_no_entry_of_a_pool_never_does(
    made: list[Condition], tag: str | tuple[str, ...], judged: Teacher, day: date
) -> None:
    selection = Selection(tuple(made))
    ready = prepare(policy(total(of=selection) >= 0, tag=tag))
    asked = ready.policy.requirements[0].needs.left  # type: ignore[union-attr]  # a comparison
    bit, _ = ready.bit_of(asked)  # type: ignore[arg-type]  # of a total
    _, maybe, _ = ready.pool_bits(ready.pools[0], judged, day, day)

    if maybe & bit:
        assert may_take_pooled(selection, ready.pools[0].clause.tags)


@pytest.mark.parametrize("key", ["record", "project", "module"])
def test_what_a_pool_gives_is_told_apart_by_no_fact_of_a_record(key: str) -> None:
    """Where its growth is not known, how many entries a pool makes is not known either."""

    def limited(of: Selection | None, *by: str) -> Policy:
        plain = policy(total() >= training_credits(72))
        top = ceiling("top", training_credits(2), by=by or CALENDAR_YEAR, of=of)
        return attrs.evolve(plain, ceilings=(top,))

    with pytest.raises(InvalidPolicyError) as caught:
        limited(None, key)
    (problem,) = caught.value.problems
    assert problem.problem == (
        f"tells entries of account 'main', which a pool feeds, apart by {key!r}"
    )
    limited(None)
    limited(where(activity="exam"), key)  # takes no pool's entry

    chained = pool("chained", gives=group.total * 1, by=key, account="main", to="other")
    other = Account("other", TRAINING_CREDIT)
    plain = policy(total() >= training_credits(72))
    with pytest.raises(InvalidPolicyError, match="which a pool feeds, apart by"):
        attrs.evolve(plain, accounts=(*plain.accounts, other), pools=(*plain.pools, chained))


def test_what_a_pool_gives_has_no_fact_of_a_record() -> None:
    none = where(record.project.is_none())
    assert may_take_pooled(none, frozenset())
    assert not may_take_pooled(where(not_(record.project.is_none())), frozenset())
    assert refused(count_of(none) >= 1)
