"""A policy that contradicts itself is refused when it is built; forms are honest values."""

import pickle
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from teachtrain.errors import (
    InvalidPolicyError,
    InvalidTypeError,
    InvalidValueError,
    TeachtrainError,
)
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    DATE,
    DAY,
    EVERY_DAY,
    MONTHLY,
    NONE,
    NUMBER,
    PRINCIPAL,
    PROGRAMME_CREDIT,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    UNKNOWN,
    YEAR,
    Amount,
    Calendar,
    Certainty,
    Clip,
    Cycle,
    Level,
    Mode,
    Source,
    Span,
    Text,
    Unit,
    class_hours,
    days,
    number,
    per,
    programme_credits,
    training_credits,
)
from teachtrain.rules._build import GROUPING_FIELDS, comparisons_of
from teachtrain.rules._conditions import (
    Combine,
    Compare,
    Condition,
    CutShort,
    Each,
    Known,
    Logic,
    OneOf,
    Selection,
    When,
    all_of,
    any_of,
    at_least,
    between,
    each,
    exists,
    matrix,
    not_,
    some,
    when,
    where,
)
from teachtrain.rules._policy import (
    Account,
    Ceiling,
    Clause,
    Consequence,
    Figure,
    Keep,
    Policy,
    Pool,
    Post,
    Presumption,
    RecognitionRule,
    Requirement,
    Rewrite,
    ceiling,
    define,
    highest_only,
    limit_per,
    nothing,
    nothing_below,
    pool,
    post,
    presume,
    quota,
    recognise,
    require,
    requirements_for,
    rewrite,
    rounded_down,
)
from teachtrain.rules._quantities import (
    CYCLE,
    Compute,
    Dated,
    Direction,
    Edge,
    Fact,
    FirstKnown,
    Literal,
    Measure,
    Moment,
    Quantity,
    Rounded,
    Table,
    Top,
    Total,
    WindowOf,
    Years,
    around,
    between_events,
    count_of,
    dated,
    figure,
    first_known,
    from_table,
    group,
    if_,
    largest_of,
    last,
    least,
    literal,
    most,
    record,
    rounded,
    teacher,
    total,
)
from teachtrain.rules._walk import (
    Form,
    all_forms,
    depends_on_person,
    facts_in,
    forms_of,
    known_quantity,
    parts_of,
    walk,
)

SOURCE = Source("Order 7", certainty=Certainty.INVENTED)
MAIN, CREDITS = Account("main", CLASS_HOUR), Account("credits", TRAINING_CREDIT)
BLOCK = Cycle.block(years=5, starting=date(2015, 9, 1))
PERSONAL = Cycle.personal(years=5, since="registered", clip=Clip.BACK)
SHARE = define("share", teacher.local("share"))
SURPLUS = define("surplus", total() - class_hours(360))

ENOUGH = total() >= class_hours(360)
HOURLY = per(CLASS_HOUR, training_credits(1))


def policy(
    *clauses: Clause,
    accounts: Sequence[Account] = (MAIN, CREDITS),
    cycle: Cycle | None = BLOCK,
    overall: Sequence[str] = (),
) -> Policy:
    """Build a policy of *clauses*, each put where its kind belongs."""
    return Policy(
        id="p",
        title="A policy",
        source=SOURCE,
        accounts=accounts,
        cycle=cycle,
        overall=overall,
        presumptions=[own for own in clauses if isinstance(own, Presumption)],
        recognition=[own for own in clauses if isinstance(own, RecognitionRule)],
        rewrites=[own for own in clauses if isinstance(own, Rewrite)],
        pools=[own for own in clauses if isinstance(own, Pool)],
        ceilings=[own for own in clauses if isinstance(own, Ceiling)],
        figures=[own for own in clauses if isinstance(own, Figure)],
        requirements=[own for own in clauses if isinstance(own, Requirement)],
    )


def builds(
    *clauses: Clause,
    accounts: Sequence[Account] = (MAIN, CREDITS),
    cycle: Cycle | None = BLOCK,
) -> bool:
    """Whether a policy of *clauses* is built and holds them all."""
    return set(clauses) == set(policy(*clauses, accounts=accounts, cycle=cycle).clauses())


def problems(make: Callable[[], object]) -> list[tuple[str, str]]:
    """List what a policy is refused for; each fault says where and how to mend it."""
    with pytest.raises(InvalidPolicyError) as caught:
        make()
    assert all(problem.where and problem.mend for problem in caught.value.problems)
    return [(problem.where, problem.problem) for problem in caught.value.problems]


# units -----------------------------------------------------------------------------------

MIXED = "mixes class hour and day"
COMPARED = "compares class hour >= day"
TEN_DAYS = record.hours >= days(10)
TEN_HOURS = record.hours >= class_hours(10)


@pytest.mark.parametrize(
    ("bad", "good", "problem"),
    [
        pytest.param(
            recognise("c", where(), post("main", record.days)),
            recognise("c", where(), post("main", record.days * per(DAY, class_hours(6)))),
            "posts day where class hour is meant",
            id="a post in another unit",
        ),
        pytest.param(
            recognise("c", where(), post("credits", record.hours * number("1.5"))),
            recognise("c", where(), post("credits", record.hours * HOURLY)),
            "posts class hour where training credit is meant",
            id="a rate of no unit",
        ),
        pytest.param(
            recognise("c", where(), post("credits", record.hours), stacking=True),
            recognise("c", where(), post("credits", training_credits(1)), stacking=True),
            "posts class hour where training credit is meant",
            id="a post of a stacking rule",
        ),
        pytest.param(
            recognise("c", where(), post("credits", programme_credits(1))),
            recognise("c", where(), post("credits", 0)),
            "posts programme credit where training credit is meant",
            id="credits of a degree",
        ),
        pytest.param(
            recognise("c", where(TEN_DAYS), post("main", record.hours)),
            recognise("c", where(TEN_HOURS), post("main", record.hours)),
            COMPARED,
            id="a test of a record",
        ),
        pytest.param(
            nothing("c", where(record.days > class_hours(1)), reason="too short"),
            nothing("c", where(record.days > days(1)), reason="too short"),
            "compares day > class hour",
            id="a refusal of records",
        ),
        pytest.param(
            recognise("c", where(record.day >= 2015), post("main", record.hours)),
            recognise("c", where(record.day >= date(2015, 9, 1)), post("main", record.hours)),
            "compares date >= number",
            id="a day against a year",
        ),
        pytest.param(
            recognise("c", where(), post("main", record.hours + record.days)),
            recognise("c", where(), post("main", record.hours + class_hours(1))),
            MIXED,
            id="a sum",
        ),
        pytest.param(
            recognise("c", where(), post("main", least(record.hours, days(3)))),
            recognise("c", where(), post("main", least(record.hours, class_hours(3)))),
            MIXED,
            id="the least of two",
        ),
        pytest.param(
            recognise("c", where(), post("main", record.hours - record.days % days(5))),
            recognise("c", where(), post("main", record.hours % class_hours(5))),
            MIXED,
            id="a difference and a rest",
        ),
        pytest.param(
            recognise("c", where(), post("main", rounded(record.hours, step=1, direction="up"))),
            recognise(
                "c",
                where(),
                post("main", rounded(record.hours, step=class_hours(1), direction="up")),
            ),
            "mixes class hour and number",
            id="a step of rounding",
        ),
        pytest.param(
            recognise("c", where(), post("main", if_(TEN_HOURS, class_hours(4), days(1)))),
            recognise("c", where(), post("main", if_(TEN_HOURS, class_hours(4), 0))),
            MIXED,
            id="rows of a table",
        ),
        pytest.param(
            recognise("c", where(), post("main", if_(TEN_DAYS, class_hours(4)))),
            recognise("c", where(), post("main", if_(TEN_HOURS, class_hours(4)))),
            COMPARED,
            id="the test of a table",
        ),
        pytest.param(
            recognise("c", where(), post("main", first_known(record.hours, record.days))),
            recognise("c", where(), post("main", first_known(record.hours, class_hours(8)))),
            MIXED,
            id="the first known of two",
        ),
        pytest.param(
            recognise(
                "c",
                where(),
                post("main", dated((date(2015, 9, 1), record.hours), (date(2018, 9, 1), days(1)))),
            ),
            recognise(
                "c",
                where(),
                post("main", dated((date(2015, 9, 1), record.hours), (date(2018, 9, 1), None))),
            ),
            MIXED,
            id="values of different days",
        ),
        pytest.param(
            recognise("c", where(), post("main", record.hours * record.day)),
            recognise("c", where(), post("main", record.hours * 2)),
            "multiplies a day of the calendar",
            id="a day of the calendar in a product",
        ),
        pytest.param(
            rewrite("c", to=least(group.total, days(1)), by="module"),
            rewrite("c", to=least(group.total, class_hours(1)), by="module"),
            MIXED,
            id="a rewrite",
        ),
        pytest.param(
            rewrite("c", to=group.count, by="module"),
            rewrite("c", to=group.count * class_hours(1), by="module"),
            "becomes number where class hour is meant",
            id="a count as an amount",
        ),
        pytest.param(
            limit_per("c", class_hours(6), by=EVERY_DAY, account="credits"),
            limit_per("c", training_credits(6), by=EVERY_DAY, account="credits"),
            "mixes class hour and training credit",
            id="a limit of another account",
        ),
        pytest.param(
            nothing_below("c", days(1), by="record"),
            nothing_below("c", class_hours(1), by="record"),
            COMPARED,
            id="a minimum of a group",
        ),
        pytest.param(
            rounded_down("c", number(1)),
            rounded_down("c", class_hours(1)),
            "mixes class hour and number",
            id="a step of a rewrite",
        ),
        pytest.param(
            highest_only("c", by="module", of=where(TEN_DAYS)),
            highest_only("c", by="module", of=where(TEN_HOURS)),
            COMPARED,
            id="the selection of a rewrite",
        ),
        pytest.param(
            pool("c", gives=group.total, to="credits"),
            pool("c", gives=group.total * HOURLY, to="credits"),
            "gives class hour where training credit is meant",
            id="a pool",
        ),
        pytest.param(
            pool("c", gives=if_(group.total >= days(2), training_credits(1), 0), to="credits"),
            pool(
                "c", gives=if_(group.total >= class_hours(9), training_credits(1), 0), to="credits"
            ),
            COMPARED,
            id="the threshold of a pool",
        ),
        pytest.param(
            pool("c", gives=training_credits(1), to="credits", of=where(TEN_DAYS)),
            pool("c", gives=training_credits(1), to="credits", of=where(TEN_HOURS)),
            COMPARED,
            id="the selection of a pool",
        ),
        pytest.param(
            ceiling("c", training_credits(50), by=CYCLE),
            ceiling("c", class_hours(50), by=CYCLE),
            "limits training credit where class hour is meant",
            id="a ceiling",
        ),
        pytest.param(
            ceiling("c", figure("share") * number(50), by=CYCLE, account="credits"),
            ceiling("c", figure("share") * training_credits(50), by=CYCLE, account="credits"),
            "limits number where training credit is meant",
            id="a ceiling by a figure",
        ),
        pytest.param(
            ceiling("c", class_hours(50), by=CYCLE, of=where(TEN_DAYS)),
            ceiling("c", class_hours(50), by=CYCLE, of=where(TEN_HOURS)),
            COMPARED,
            id="the selection of a ceiling",
        ),
        pytest.param(
            define("c", total() + total("credits")),
            define("c", total() + class_hours(3)),
            "mixes class hour and training credit",
            id="a figure",
        ),
        pytest.param(
            require("c", total() >= training_credits(360)),
            require("c", total() >= class_hours(360)),
            "compares class hour >= training credit",
            id="a requirement",
        ),
        pytest.param(
            require("c", total("credits") >= class_hours(360)),
            require("c", total("credits") >= training_credits(360)),
            "compares training credit >= class hour",
            id="a requirement on another account",
        ),
        pytest.param(
            require("c", figure("surplus") > 3),
            require("c", figure("surplus") > 0),
            "compares class hour > number",
            id="a figure in a requirement",
        ),
        pytest.param(
            require("c", count_of() >= class_hours(3)),
            require("c", count_of() >= 3),
            "compares number >= class hour",
            id="a count",
        ),
        pytest.param(
            require("c", count_of(by="module") >= class_hours(3)),
            require("c", count_of(by="module") >= 3),
            "compares number >= class hour",
            id="a count of different ones",
        ),
        pytest.param(
            require("c", largest_of(by="module") >= 3),
            require("c", largest_of(by="module") >= class_hours(3)),
            "compares class hour >= number",
            id="the largest of groups",
        ),
        pytest.param(
            require("c", teacher.years_since("hired") >= 3),
            require("c", teacher.years_since("hired") >= Amount(3, 3, YEAR)),
            "compares year >= number",
            id="years of service",
        ),
        pytest.param(
            require("c", between(1, total(), class_hours(9))),
            require("c", between(class_hours(1), total(), class_hours(9))),
            "compares class hour >= number",
            id="one end of a range",
        ),
        pytest.param(
            require("c", each(SCHOOL_YEAR, total() >= days(9))),
            require("c", each(SCHOOL_YEAR, total() >= class_hours(9))),
            COMPARED,
            id="each part",
        ),
        pytest.param(
            require("c", some(SCHOOL_YEAR, not_(total() >= days(9)))),
            require("c", some(SCHOOL_YEAR, not_(total() >= class_hours(9)))),
            COMPARED,
            id="some part, negated",
        ),
        pytest.param(
            require("c", at_least(1, ENOUGH, total() >= days(9))),
            require("c", at_least(1, ENOUGH, total() >= class_hours(9))),
            COMPARED,
            id="one of two",
        ),
        pytest.param(
            require("c", when(total() >= days(9), ENOUGH)),
            require("c", when(total() >= class_hours(9), ENOUGH)),
            COMPARED,
            id="the test of a condition",
        ),
        pytest.param(
            require("c", when(ENOUGH, total() >= days(9))),
            require("c", when(ENOUGH, total() >= class_hours(9))),
            COMPARED,
            id="what holds under a condition",
        ),
        pytest.param(
            require("c", total(of=where(TEN_DAYS)) >= class_hours(9)),
            require("c", total(of=where(TEN_HOURS)) >= class_hours(9)),
            COMPARED,
            id="the selection of a total",
        ),
        pytest.param(
            require("c", exists(where(any_of(TEN_DAYS, TEN_HOURS)))),
            require("c", exists(where(any_of(TEN_HOURS, TEN_HOURS)))),
            COMPARED,
            id="one of two tests of a record",
        ),
        pytest.param(
            require("c", ENOUGH, applies=teacher.event("hired") >= days(9)),
            require("c", ENOUGH, applies=teacher.event("hired") >= date(2015, 9, 1)),
            "compares date >= day",
            id="for whom",
        ),
        pytest.param(
            require("c", ENOUGH, exempt=teacher.local("age") >= days(9)),
            require("c", ENOUGH, exempt=teacher.local("age", DAY) >= days(9)),
            "compares number >= day",
            id="who is exempt",
        ),
        pytest.param(
            require("c", ENOUGH, deemed=total() >= days(9)),
            require("c", ENOUGH, deemed=total() >= class_hours(9)),
            COMPARED,
            id="who is deemed to have met it",
        ),
    ],
)
def test_units_that_do_not_fit_are_refused_by_clause(
    bad: Clause, good: Clause, problem: str
) -> None:
    found = problems(lambda: policy(bad, SHARE, SURPLUS))
    assert ("policy p, clause c", problem) in found
    assert {where for where, _ in found} == {"policy p, clause c"}

    assert builds(good, SHARE, SURPLUS)


@given(
    one=st.sampled_from([CLASS_HOUR, TRAINING_CREDIT, PROGRAMME_CREDIT, DAY, NUMBER]),
    other=st.sampled_from([CLASS_HOUR, TRAINING_CREDIT, PROGRAMME_CREDIT, DAY, NUMBER]),
)
def test_a_policy_builds_exactly_where_its_units_fit(one: Unit, other: Unit) -> None:
    rule = recognise("c", where(), post("main", literal(Amount(1, 1, one))))
    limit = ceiling("d", Amount(1, 1, one) * literal(Amount(2, 2, other / one)), by=CYCLE)
    account = Account("main", other)

    assert builds(limit, accounts=[account])
    if one == other:
        assert builds(rule, accounts=[account])
    else:
        assert len(problems(lambda: policy(rule, accounts=[account]))) == 1


@pytest.mark.parametrize("zero", [0, Fraction(0), "0", number(0), class_hours(0), record.hours * 0])
def test_a_plain_zero_fits_every_unit(zero: Quantity | Amount) -> None:
    assert builds(recognise("c", where(), post("main", zero)))


def test_zero_of_a_named_unit_fits_that_unit_alone() -> None:
    found = problems(lambda: policy(recognise("c", where(), post("credits", class_hours(0)))))

    assert found == [("policy p, clause c", "posts class hour where training credit is meant")]


def test_the_unit_and_the_threshold_of_each_comparison_are_known() -> None:
    """
    A plain zero takes the unit of what it is compared with; a computed threshold is none.
    """
    earned, rank = total("credits") >= 0, teacher.local("rank") >= 3
    hired, zero = teacher.event("hired") >= date(1, 1, 2), literal(0) >= literal(0)
    share, least_hours = total() >= figure("share") * class_hours(9), ENOUGH
    built = policy(
        SHARE,
        require("a", each(SCHOOL_YEAR, least_hours), applies=rank),
        require("b", any_of(earned, hired, zero, share, teacher.stage.is_("primary"))),
    )

    assert comparisons_of(built) == {
        id(least_hours): (CLASS_HOUR, class_hours(360)),
        id(rank): (NUMBER, number(3)),
        id(earned): (TRAINING_CREDIT, training_credits(0)),
        id(hired): (DATE, Amount(2, 2, DATE)),
        id(zero): (NUMBER, number(0)),
        id(share): (CLASS_HOUR, None),
    }


# names -----------------------------------------------------------------------------------

TWICE = recognise("twice", where(), post("main", record.hours))


@pytest.mark.parametrize(
    ("make", "where_", "problem"),
    [
        pytest.param(lambda: policy(accounts=[]), "policy p", "has no account", id="no account"),
        pytest.param(
            lambda: policy(accounts=[MAIN, CREDITS, Account("main", DAY)]),
            "policy p",
            "has two accounts 'main'",
            id="an account twice",
        ),
        pytest.param(
            lambda: policy(TWICE, TWICE), "policy p", "has two clauses 'twice'", id="a rule twice"
        ),
        pytest.param(
            lambda: policy(TWICE, require("twice", ENOUGH)),
            "policy p",
            "has two clauses 'twice'",
            id="an id for two kinds of clause",
        ),
        pytest.param(
            lambda: policy(define("twice", number(1)), presume("twice", record.result, "passed")),
            "policy p",
            "has two clauses 'twice'",
            id="a figure and a presumption",
        ),
        pytest.param(
            lambda: policy(require("r", ENOUGH), overall=["r", "q"]),
            "policy p",
            "overall names 'q'",
            id="an overall verdict of nothing",
        ),
        pytest.param(
            lambda: policy(TWICE, overall=["twice"]),
            "policy p",
            "overall names 'twice'",
            id="an overall verdict of a rule",
        ),
        pytest.param(
            lambda: policy(recognise("c", where(), post("man", record.hours))),
            "policy p, clause c",
            "there is no account 'man'",
            id="a post",
        ),
        pytest.param(
            lambda: policy(highest_only("c", by="module", account="man")),
            "policy p, clause c",
            "there is no account 'man'",
            id="a rewrite",
        ),
        pytest.param(
            lambda: policy(pool("c", gives=0, to="credits", account="man")),
            "policy p, clause c",
            "there is no account 'man'",
            id="a pool's members",
        ),
        pytest.param(
            lambda: policy(pool("c", gives=0, to="man")),
            "policy p, clause c",
            "there is no account 'man'",
            id="a pool's entry",
        ),
        pytest.param(
            lambda: policy(ceiling("c", class_hours(1), by=CYCLE, account="man")),
            "policy p, clause c",
            "there is no account 'man'",
            id="a ceiling",
        ),
        pytest.param(
            lambda: policy(require("c", each(SCHOOL_YEAR, total("man") >= 0))),
            "policy p, clause c",
            "there is no account 'man'",
            id="a total in a requirement",
        ),
        pytest.param(
            lambda: policy(define("c", total("man"))),
            "policy p, clause c",
            "there is no account 'man'",
            id="a total in a figure",
        ),
        pytest.param(
            lambda: policy(require("c", figure("supplus") > 0), SURPLUS),
            "policy p, clause c",
            "there is no figure 'supplus'",
            id="a figure in a requirement",
        ),
        pytest.param(
            lambda: policy(ceiling("c", figure("supplus"), by=CYCLE)),
            "policy p, clause c",
            "there is no figure 'supplus'",
            id="a figure in a ceiling",
        ),
    ],
)
def test_a_name_is_given_once_and_before_it_is_used(
    make: Callable[[], Policy], where_: str, problem: str
) -> None:
    assert problems(make) == [(where_, problem)]


def test_a_refusal_names_what_there_is() -> None:
    with pytest.raises(InvalidPolicyError) as account:
        policy(recognise("c", where(), post("man", record.hours)))
    with pytest.raises(InvalidPolicyError) as known:
        policy(require("c", figure("supplus") > 0), SURPLUS, SHARE)
    with pytest.raises(InvalidPolicyError) as none:
        policy(require("c", figure("supplus") > 0))

    assert account.value.mend == "use one of main, credits"
    assert (
        known.value.mend == "define one with define('supplus', ...), or use one of surplus, share"
    )
    assert none.value.mend == "define one with define('supplus', ...)"


def test_all_faults_are_reported_together() -> None:
    assert problems(
        lambda: policy(
            recognise("a", where(), post("main", record.days)),
            ceiling("b", training_credits(1), by=CYCLE),
            require("c", total() >= days(1)),
        )
    ) == [
        ("policy p, clause a", "posts day where class hour is meant"),
        ("policy p, clause b", "limits training credit where class hour is meant"),
        ("policy p, clause c", COMPARED),
    ]
    assert problems(
        lambda: policy(
            recognise("a", where(), post("man", record.hours), post("mein", record.hours)),
            require("a", figure("f") > 0),
        )
    ) == [
        ("policy p", "has two clauses 'a'"),
        ("policy p, clause a", "there is no account 'man'"),
        ("policy p, clause a", "there is no account 'mein'"),
        ("policy p, clause a", "there is no figure 'f'"),
    ]


def test_a_fault_is_reported_once() -> None:
    share = define("share", teacher.local("hours", CLASS_HOUR) + days(1))

    assert problems(lambda: policy(ceiling("c", figure("share"), by=CYCLE), share)) == [
        ("policy p, clause share", MIXED)
    ]


def test_ids_may_be_shared_between_accounts_and_clauses() -> None:
    assert builds(recognise("main", where(), post("main", record.hours)))


@pytest.mark.parametrize("clause_id", ["", " ", "a\n", 7])
def test_a_clause_and_an_account_have_an_id(clause_id: str) -> None:
    with pytest.raises(TeachtrainError, match=r"clause id: (not an id|an id is text)"):
        define(clause_id, 1)
    with pytest.raises(TeachtrainError, match=r"Account.id: (not an id|an id is text)"):
        Account(clause_id, CLASS_HOUR)


# figures ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "problem"),
    [
        pytest.param({"a": ["a"]}, "a -> a", id="itself"),
        pytest.param({"a": ["b"], "b": ["a"]}, "a -> b -> a", id="two"),
        pytest.param({"a": ["b"], "b": ["c"], "c": ["a"]}, "a -> b -> c -> a", id="three"),
        pytest.param({"x": ["a"], "a": ["b"], "b": ["a"]}, "a -> b -> a", id="one outside"),
    ],
)
def test_figures_that_read_each_other_in_a_circle_are_refused_with_the_path(
    figures: dict[str, list[str]], problem: str
) -> None:
    made = [define(name, most(0, *map(figure, read))) for name, read in figures.items()]

    (only,) = problems(lambda: policy(*made))
    assert only[1] == f"figures read each other in a circle: {problem}"
    assert only[0] in {f"policy p, clause {name}" for name in problem.split(" -> ")}


def test_every_circle_is_reported() -> None:
    made = [define(name, figure(read)) for name, read in map(tuple, ["ab", "ba", "cd", "dc"])]

    assert [problem for _, problem in problems(lambda: policy(*made))] == [
        "figures read each other in a circle: a -> b -> a",
        "figures read each other in a circle: c -> d -> c",
    ]


def test_a_figure_has_no_days_in_force() -> None:
    share = define("c", class_hours(5), in_force=Span.of_year(2016))

    assert problems(lambda: policy(share)) == [
        ("policy p, clause c", "has days in force, which figures have not")
    ]


def test_figures_may_read_the_same_figure_in_any_order() -> None:
    top = define("top", figure("left") + figure("right"))
    left, right = define("left", figure("base") * 2), define("right", figure("base"))
    base = define("base", class_hours(5))

    assert builds(top, left, right, base, require("r", total() >= figure("top")))


def test_many_ways_to_a_figure_take_no_more_time_than_one() -> None:
    chain = [define("f-0", class_hours(1))]
    chain += [
        define(f"f-{n}", most(figure(f"f-{n - 1}"), figure(f"f-{n - 1}"))) for n in range(1, 23)
    ]
    start = time.perf_counter()
    policy(*chain, ceiling("c", figure("f-22"), by=CYCLE))

    assert time.perf_counter() - start < 1


def test_a_long_chain_of_figures_is_built_or_refused() -> None:
    chain = [define(f"f-{n}", figure(f"f-{n + 1}") + 1) for n in range(1500)]

    assert builds(*chain, define("f-1500", number(1)))


# what may be read where ------------------------------------------------------------------

RATED = recognise("rated", where(), post("main", record.hours))


@pytest.mark.parametrize(
    ("bad", "good", "problem"),
    [
        pytest.param(
            require("c", record.hours >= class_hours(3)),
            require("c", exists(where(record.hours >= class_hours(3)))),
            "reads record.hours where there is no record",
            id="a fact of a record in a requirement",
        ),
        pytest.param(
            require("c", ENOUGH, applies=record.mode.is_("online")),
            require("c", ENOUGH, applies=teacher.stage.is_("primary")),
            "reads record.mode where there is no record",
            id="a fact of a record in a scope",
        ),
        pytest.param(
            define("c", record.score),
            define("c", teacher.local("score")),
            "reads record.score where there is no record",
            id="a fact of a record in a figure",
        ),
        pytest.param(
            ceiling("c", record.hours, by=CYCLE),
            ceiling("c", class_hours(3), by=CYCLE, of=where(record.hours >= class_hours(9))),
            "reads record.hours where there is no record",
            id="a fact of a record in a limit",
        ),
        pytest.param(
            rewrite("c", to=least(group.total, record.hours), by="record"),
            rewrite("c", to=least(group.total, class_hours(3)), by="record"),
            "reads record.hours where there is no record",
            id="a fact of a record in a rewrite",
        ),
        pytest.param(
            require("c", each(SCHOOL_YEAR, when(record.day > date(2016, 1, 1), ENOUGH))),
            require(
                "c", each(SCHOOL_YEAR, when(teacher.event("hired") > date(2016, 1, 1), ENOUGH))
            ),
            "reads record.day where there is no record",
            id="a fact of a record far inside",
        ),
        pytest.param(
            recognise("c", where(), post("main", group.total)),
            recognise("c", where(), post("main", record.hours)),
            "reads a group where there is none",
            id="a group in recognition",
        ),
        pytest.param(
            ceiling("c", group.largest, by=CYCLE),
            highest_only("c", by=CYCLE),
            "reads a group where there is none",
            id="a group in a ceiling",
        ),
        pytest.param(
            require("c", group.count >= 3),
            require("c", count_of() >= 3),
            "reads a group where there is none",
            id="a group in a requirement",
        ),
        pytest.param(
            define("c", group.count),
            define("c", count_of()),
            "reads a group where there is none",
            id="a group in a figure",
        ),
        pytest.param(
            rewrite("c", to=group.total, by="module", of=where(group.count >= 3)),
            rewrite("c", to=if_(group.count >= 3, group.total, 0), by="module"),
            "reads a group where there is none",
            id="a group in a selection",
        ),
        pytest.param(
            ceiling("c", total(of=where(mode="online")), by=CYCLE),
            ceiling("c", figure("share") * class_hours(360), by=CYCLE),
            "reads a total, which only requirements and figures may",
            id="a total in a ceiling",
        ),
        pytest.param(
            ceiling("c", figure("surplus"), by=CYCLE),
            require("c", figure("surplus") >= class_hours(1)),
            "reads a total, which only requirements and figures may",
            id="a figure of the evidence in a ceiling",
        ),
        pytest.param(
            recognise("c", where(ENOUGH), post("main", record.hours)),
            require("c", ENOUGH),
            "reads a total, which only requirements and figures may",
            id="a total in recognition",
        ),
        pytest.param(
            recognise("c", where(), post("main", figure("surplus"))),
            recognise("c", where(), post("main", figure("share") * class_hours(1))),
            "reads a total, which only requirements and figures may",
            id="a figure of the evidence in recognition",
        ),
        pytest.param(
            rewrite("c", to=least(group.total, total("credits") * number(1)), by="module"),
            rewrite("c", to=least(group.total, class_hours(9)), by="module"),
            "reads a total, which only requirements and figures may",
            id="a total in a rewrite",
        ),
        pytest.param(
            pool("c", gives=total("credits"), to="credits"),
            pool("c", gives=training_credits(1), to="credits"),
            "reads a total, which only requirements and figures may",
            id="a total in a pool",
        ),
        pytest.param(
            recognise("c", where(each(SCHOOL_YEAR, TEN_HOURS)), post("main", record.hours)),
            recognise("c", where(TEN_HOURS), post("main", record.hours)),
            "asks of parts of time in a selection",
            id="parts of time in recognition",
        ),
        pytest.param(
            require("c", exists(where(when(teacher.stage.is_("primary"), TEN_HOURS)))),
            require("c", when(teacher.stage.is_("primary"), exists(where(TEN_HOURS)))),
            "asks of parts of time in a selection",
            id="a condition on a condition in a total",
        ),
        pytest.param(
            require("c", where(mode="online")),
            require("c", exists(where(mode="online"))),
            "uses a selection as a condition",
            id="a selection as a requirement",
        ),
        pytest.param(
            require("c", all_of(where(mode="online"), ENOUGH)),
            require("c", all_of(exists(where(mode="online")), ENOUGH)),
            "uses a selection as a condition",
            id="a selection as part of a requirement",
        ),
        pytest.param(
            require("c", ENOUGH, exempt=not_(where())),
            require("c", ENOUGH, exempt=not_(exists())),
            "uses a selection as a condition",
            id="a selection as an exemption",
        ),
        pytest.param(
            define("c", if_(where(), class_hours(1), 0)),
            define("c", if_(exists(), class_hours(1), 0)),
            "uses a selection as a condition",
            id="a selection in a figure",
        ),
        pytest.param(
            limit_per("c", class_hours(3), by="hours"),
            limit_per("c", class_hours(3), by=("module", EVERY_DAY)),
            "cannot group by 'hours'",
            id="groups by a measure",
        ),
        pytest.param(
            ceiling("c", class_hours(3), by=(CYCLE, "modul")),
            ceiling("c", class_hours(3), by=(CYCLE, "module")),
            "cannot group by 'modul'",
            id="groups by no field",
        ),
        pytest.param(
            pool("c", gives=0, to="credits", by="topic"),
            pool("c", gives=0, to="credits", by="topics"),
            "cannot group by 'topic'",
            id="a pool by no field",
        ),
    ],
)
def test_what_there_is_nothing_to_read_from_is_refused(
    bad: Clause, good: Clause, problem: str
) -> None:
    found = problems(lambda: policy(bad, SHARE, SURPLUS))
    assert ("policy p, clause c", problem) in found
    assert {where for where, _ in found} == {"policy p, clause c"}

    assert builds(good, SHARE, SURPLUS)


@pytest.mark.parametrize("field", GROUPING_FIELDS)
def test_each_field_that_groups_may_group(field: str) -> None:
    assert builds(ceiling("c", class_hours(3), by=field))


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda: require("c", total(of=where(ENOUGH)) >= class_hours(1)),
            id="a total in a selection",
        ),
        pytest.param(
            lambda: require("c", exists(where(record.hours >= figure("surplus")))),
            id="a figure of the evidence in a selection",
        ),
        pytest.param(
            lambda: require("c", count_of(by="modul") >= 1),
            id="different values of no field",
        ),
        pytest.param(
            lambda: ceiling("c", if_(where(tag="a"), class_hours(1), class_hours(2)), by=CYCLE),
            id="a selection as the test of a limit",
        ),
        pytest.param(
            lambda: recognise("c", where(tag="a"), post("main", record.hours)),
            id="the tag of an entry in recognition",
        ),
        pytest.param(
            lambda: recognise("c", where(all_of(where(tag="a"))), post("main", record.hours)),
            id="the tag of an entry further in",
        ),
        pytest.param(
            lambda: pool("c", gives=group.total, to="main"),
            id="a pool into its own account",
        ),
        pytest.param(
            lambda: presume("c", teacher.stage, "primary"),
            id="a presumption of the teacher",
        ),
        pytest.param(
            lambda: recognise("c", where(record.mode >= 3), post("main", record.hours)),
            id="a word as a number",
        ),
        pytest.param(
            lambda: require("c", teacher.event("hired") + teacher.event("left") > date(2016, 1, 1)),
            id="the sum of two days",
        ),
        pytest.param(
            lambda: recognise("c", where(), post("", record.hours)),
            id="a post to no account",
        ),
        pytest.param(
            lambda: require("c", total()),  # type: ignore[arg-type]  # what is refused
            id="a total as a requirement",
        ),
        pytest.param(
            lambda: require("c", total() == class_hours(5)),  # type: ignore[arg-type, comparison-overlap]  # what is refused
            id="an equality as a requirement",
        ),
    ],
)
def test_what_has_no_meaning_is_refused(make: Callable[[], Clause]) -> None:
    """
    By the clause's own constructor, or by the policy that names it.
    """
    with pytest.raises(TeachtrainError) as caught:
        policy(make(), SURPLUS)
    assert caught.value.where
    assert caught.value.mend


def test_a_policy_has_an_id() -> None:
    with pytest.raises(InvalidValueError):
        attrs.evolve(policy(RATED), id="")


# cycles and windows ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "clause",
    [
        require("c", ENOUGH),
        require("c", each(SCHOOL_YEAR, ENOUGH)),
        require("c", ENOUGH, applies=exists()),
        require("c", total(over=CYCLE) >= class_hours(1)),
        define("c", total()),
    ],
)
def test_a_total_looks_at_a_cycle_that_there_is(clause: Clause) -> None:
    problem = "looks at a cycle that there is none"

    assert set(problems(lambda: policy(clause, cycle=None))) == {("policy p, clause c", problem)}
    assert builds(clause, cycle=BLOCK)


@pytest.mark.parametrize(
    "clause",
    [
        limit_per("c", class_hours(1), by=CYCLE),
        pool("c", gives=0, to="credits", by=(CYCLE, "module")),
        ceiling("c", class_hours(1), by=CYCLE),
    ],
)
def test_groups_by_a_cycle_need_one(clause: Clause) -> None:
    problem = "groups by a cycle that there is none"

    assert problems(lambda: policy(clause, cycle=None)) == [("policy p, clause c", problem)]
    assert builds(clause, cycle=PERSONAL)


@pytest.mark.parametrize(
    "window",
    [
        around("promoted", months_before=60, clip=Clip.BACK),
        between_events("hired", "confirmed"),
        last(years=5, clip=Clip.FORWARD),
    ],
)
def test_a_window_of_its_own_needs_no_cycle(window: WindowOf) -> None:
    assert builds(require("c", total(over=window) >= class_hours(1)), cycle=None)
    assert builds(require("c", each(MONTHLY, ENOUGH, over=window, cut_short="drop")), cycle=None)


SEMESTER_CYCLE = Cycle.block(months=18, starting=date(2015, 9, 1))


@pytest.mark.parametrize(
    ("calendar", "cycle", "cut"),
    [
        pytest.param(SCHOOL_YEAR, BLOCK, False, id="a block of whole school years"),
        pytest.param(CALENDAR_YEAR, BLOCK, True, id="a block that starts within a year"),
        pytest.param(MONTHLY, BLOCK, False, id="a block of whole months"),
        pytest.param(SCHOOL_YEAR, SEMESTER_CYCLE, True, id="every second block within a year"),
        pytest.param(MONTHLY, SEMESTER_CYCLE, False, id="blocks of 18 months"),
        pytest.param(SCHOOL_YEAR, PERSONAL, True, id="a personal cycle"),
        pytest.param(MONTHLY, PERSONAL, True, id="months of a personal cycle"),
        pytest.param(EVERY_DAY, PERSONAL, False, id="days of a personal cycle"),
    ],
)
def test_a_part_that_a_cycle_may_cut_short_needs_a_word_on_it(
    calendar: Calendar, cycle: Cycle, cut: bool
) -> None:
    def clause(cut_short: str | None) -> Clause:
        return require("c", each(calendar, ENOUGH, cut_short=cut_short))

    assert builds(clause("keep"), cycle=cycle)
    assert builds(clause("drop"), cycle=cycle)
    if cut:
        assert problems(lambda: policy(clause(None), cycle=cycle)) == [
            (
                "policy p, clause c",
                f"a window may cut a {calendar} short, and the policy is silent on it",
            )
        ]
    else:
        assert builds(clause(None), cycle=cycle)


def test_a_part_of_another_window_may_be_cut_short() -> None:
    window = last(years=5, clip=Clip.BACK)

    assert len(problems(lambda: policy(require("c", each(SCHOOL_YEAR, ENOUGH, over=window))))) == 1
    assert builds(require("c", each(SCHOOL_YEAR, ENOUGH, over=CYCLE)))
    assert builds(require("c", each(EVERY_DAY, ENOUGH, over=window)))


def test_parts_of_a_part_that_holds_them_whole_need_no_word() -> None:
    assert builds(require("c", each(SCHOOL_YEAR, some(MONTHLY, ENOUGH))))


def test_parts_of_a_part_that_is_itself_cut_short_need_a_word() -> None:
    cut_too = each(CALENDAR_YEAR, some(MONTHLY, ENOUGH), cut_short="keep")
    left_out = each(CALENDAR_YEAR, some(MONTHLY, ENOUGH), cut_short="drop")

    assert builds(require("c", left_out), cycle=PERSONAL)
    assert len(problems(lambda: policy(require("c", cut_too), cycle=PERSONAL))) == 1


def test_parts_of_a_part_that_may_cut_them_need_a_word() -> None:
    crossing = each(SCHOOL_YEAR, some(CALENDAR_YEAR, ENOUGH))

    assert len(problems(lambda: policy(require("c", crossing)))) == 1
    assert builds(
        require("c", each(SCHOOL_YEAR, some(CALENDAR_YEAR, ENOUGH, cut_short=CutShort.KEEP)))
    )


# ceilings --------------------------------------------------------------------------------

YEARLY = ceiling("yearly", class_hours(144), by=SCHOOL_YEAR)
ONLINE = ceiling("online", class_hours(50), by=CYCLE, of=where(mode="online"))
BY_LEVEL = ceiling("by-level", class_hours(60), by=(CYCLE, "level"))


def test_two_families_of_ceilings_build_and_a_third_is_refused_by_name() -> None:
    assert builds(YEARLY, ONLINE)
    assert builds(YEARLY, BY_LEVEL)
    assert builds(ONLINE, BY_LEVEL)
    for order in ([YEARLY, ONLINE, BY_LEVEL], [BY_LEVEL, YEARLY, ONLINE]):
        ((where_, problem),) = problems(partial(policy, *order))

        named = where_.removeprefix("policy p, clause ")
        others = [own.id for own in order if own.id != named]
        assert len(others) == 2
        assert problem == (
            "crosses ceilings of account 'main' that cross each other already: " + ", ".join(others)
        )


def test_ceilings_are_put_in_families_once_they_are_sound() -> None:
    in_days = ceiling("by-level", days(60), by=(CYCLE, "level"))

    assert problems(lambda: policy(YEARLY, ONLINE, in_days)) == [
        ("policy p, clause by-level", "limits day where class hour is meant")
    ]


def test_ceilings_of_different_accounts_never_cross() -> None:
    by_level = ceiling("by-level", training_credits(60), by=(CYCLE, "level"), account="credits")

    assert builds(YEARLY, ONLINE, by_level)


def test_nested_and_disjoint_ceilings_need_no_further_family() -> None:
    daily = ceiling("daily", class_hours(8), by=EVERY_DAY)
    item = ceiling("item", class_hours(4), by="record")
    cycle = ceiling("cycle", class_hours(600), by=CYCLE)
    face = ceiling("face", class_hours(90), by=(CYCLE, "module"), of=where(mode="face_to_face"))

    assert builds(item, daily, YEARLY, cycle, ONLINE, face)


# nesting and size ------------------------------------------------------------------------


def nested(depth: int) -> Quantity:
    """Return a sum of *depth* forms, one in the other."""
    made: Quantity = total()
    for _ in range(depth - 1):
        made += class_hours(1)
    return made


@pytest.mark.parametrize(("depth", "built"), [(98, True), (99, True), (100, False), (101, False)])
def test_forms_may_be_nested_a_hundred_deep(depth: int, built: bool) -> None:
    clause = require("c", nested(depth) >= class_hours(1))  # the comparison is one more

    if built:
        assert builds(clause)
    else:
        assert problems(lambda: policy(clause)) == [
            ("policy p, clause c", "is nested more than 100 deep")
        ]


@pytest.mark.parametrize(("forms", "built"), [(9_999, True), (10_000, True), (10_001, False)])
def test_a_clause_may_hold_ten_thousand_forms(forms: int, built: bool) -> None:
    parts = [class_hours(1)] * (forms - 2)  # the selection and the whole are two more
    clause = recognise("c", where(), post("main", most(*parts)))

    if built:
        assert builds(clause)
    else:
        assert [where for where, _ in problems(lambda: policy(clause))] == ["policy p, clause c"]


def test_nesting_beyond_all_bounds_is_refused_in_bounded_time() -> None:
    clause = require("c", nested(20_000) >= class_hours(1))
    start = time.perf_counter()

    assert [where for where, _ in problems(lambda: policy(clause))] == ["policy p, clause c"]
    assert time.perf_counter() - start < 5


def test_a_form_that_holds_itself_many_times_is_refused_in_bounded_time() -> None:
    made: Quantity = record.hours
    for _ in range(20):
        made += made
    start = time.perf_counter()
    with pytest.raises(InvalidPolicyError):
        policy(recognise("c", where(), post("main", made)))
    assert time.perf_counter() - start < 5


# groups: totals that never fall ----------------------------------------------------------

FALLS = "may fall when a member of the group grows"
PLAIN, SPARE = Account("plain", NUMBER), Account("spare", NUMBER)
OTHER = Account("other", CLASS_HOUR)


class LapseError(Exception):
    """A table has no value, so that its clause is not in force."""


def value_of(form: Quantity, members: Sequence[Fraction]) -> Fraction:
    """Work out an expression over a group by what its words say."""
    match form:
        case Literal(amount=amount):
            return Fraction(amount.value)
        case Fact(name="total"):
            return sum(members, Fraction(0))
        case Fact(name="count"):
            return Fraction(len(members))
        case Top(count=count):
            return sum(sorted(members, reverse=True)[:count], Fraction(0))
        case Rounded(of=of, step=step, direction=direction):
            steps, rest = divmod(value_of(of, members), step.value)
            assert direction is not None
            up = {
                Direction.DOWN: False,
                Direction.UP: rest > 0,
                Direction.HALF_UP: rest * 2 >= step.value,
            }[direction]
            return (steps + up) * Fraction(step.value)
        case Table(rows=((Compare() as test, then),), otherwise=otherwise):
            left, right = value_of(test.left, members), value_of(test.right, members)
            if left >= right if test.operator == ">=" else left > right:
                return value_of(then, members)
            if otherwise is None:
                raise LapseError
            return value_of(otherwise, members)
        case Compute(operator=operator, parts=parts):
            values = [value_of(part, members) for part in parts]
            match operator:
                case "+":
                    return sum(values, Fraction(0))
                case "-":
                    return values[0] - sum(values[1:], Fraction(0))
                case "*":
                    return values[0] * values[1]
                case "mod":
                    return values[0] % values[1]
                case "least":
                    return min(values)
                case _:
                    return max(values)
        case _:
            raise AssertionError(form)


def group_values(*, lapsing: bool = False) -> st.SearchStrategy[Quantity]:
    """Draw expressions over a group, some of which fall; *lapsing* ones may have no value."""
    plain = st.integers(0, 12).map(literal)
    leaves = st.sampled_from([group.total, group.count, group.largest, group.top(2)]) | plain

    def grown(parts: st.SearchStrategy[Quantity]) -> st.SearchStrategy[Quantity]:
        return st.one_of(
            st.builds(Quantity.__add__, parts, parts),
            st.builds(Quantity.__sub__, parts, parts),
            st.builds(Quantity.__mul__, parts, parts),
            st.builds(least, parts, parts),
            st.builds(most, parts, parts),
            st.builds(Quantity.__mod__, parts, st.integers(1, 5)),
            st.builds(
                lambda of, step, way: rounded(of, step=step, direction=way),
                parts,
                st.integers(1, 5),
                st.sampled_from(Direction),
            ),
            st.builds(
                lambda of, border, strict, then, otherwise: if_(
                    of > border if strict else of >= border, then, otherwise
                ),
                parts,
                plain,
                st.booleans(),
                parts,
                parts | st.none() if lapsing else parts,
            ),
        )

    return st.recursive(leaves, grown, max_leaves=5)


def accepted(clause: Clause) -> bool:
    """Whether a policy with a clause over a group is built."""
    try:
        policy(clause, accounts=[PLAIN, SPARE])
    except InvalidPolicyError as error:
        assert {problem.problem for problem in error.problems} == {FALLS}  # noqa: PT017 - not the test
        return False
    return True


def grown(members: Sequence[int], at: int, more: int) -> tuple[list[Fraction], list[Fraction]]:
    """Return the members of a group before and after one grows, or a new one comes."""
    before = [Fraction(own) for own in members]
    after = list(before)
    if at < len(after):
        after[at] += more
    else:
        after.append(Fraction(more))
    return before, after


MEMBERS = st.lists(st.integers(0, 12), min_size=1, max_size=4)


@given(value=group_values(), members=MEMBERS, at=st.integers(0, 4), more=st.integers(0, 12))
@example(value=(group.total - 50) * group.count, members=[4], at=1, more=1)
@example(value=if_(group.total >= 10, group.total - 50, 0), members=[9], at=0, more=1)
@example(value=group.total * -1, members=[9], at=0, more=1)
def test_the_value_of_a_group_never_falls_when_a_member_grows(
    value: Quantity, members: list[int], at: int, more: int
) -> None:
    assume(accepted(rewrite("c", to=value, by="module")))
    before, after = grown(members, at, more)

    assert value_of(value, after) >= value_of(value, before)


@given(
    value=group_values(lapsing=True),
    members=MEMBERS,
    at=st.integers(0, 4),
    more=st.integers(0, 12),
)
@example(value=if_(group.total >= 1, if_(group.total >= 5, 3), 0), members=[4], at=0, more=1)
@example(value=if_(if_(group.total >= 5, 1) >= 2, group.total, 0), members=[4], at=0, more=1)
def test_what_a_rewrite_leaves_never_falls_when_a_member_grows(
    value: Quantity, members: list[int], at: int, more: int
) -> None:
    """
    Where the clause is not in force, the whole group is left, and never more than that.
    """
    assume(accepted(rewrite("c", to=value, by="module")))

    def left(own: list[Fraction]) -> Fraction:
        try:
            return min(value_of(value, own), sum(own, Fraction(0)))
        except LapseError:
            return sum(own, Fraction(0))

    before, after = grown(members, at, more)
    assert left(after) >= left(before)


@given(
    value=group_values(lapsing=True),
    members=MEMBERS,
    at=st.integers(0, 4),
    more=st.integers(0, 12),
)
@example(value=if_(group.total >= 5, group.total - 9), members=[4], at=0, more=1)
def test_what_a_pool_gives_never_falls_when_a_member_grows(
    value: Quantity, members: list[int], at: int, more: int
) -> None:
    """
    Where the clause is not in force, or the value is below zero, nothing is given.
    """
    assume(accepted(pool("c", gives=value, to="spare", by="module")))

    def gives(own: list[Fraction]) -> Fraction:
        try:
            return max(value_of(value, own), Fraction(0))
        except LapseError:
            return Fraction(0)

    before, after = grown(members, at, more)
    assert gives(after) >= gives(before)


@pytest.mark.parametrize(
    "value",
    [
        group.total,
        group.count * class_hours(1),
        group.largest,
        least(group.total, class_hours(12)),
        most(group.top(2), class_hours(3)),
        class_hours(5),
        group.total + group.largest,
        group.total - class_hours(3),
        group.total * number("1.5"),
        group.total * teacher.local("share"),
        group.total * if_(teacher.local("rank") >= 3, 2, 1),
        group.total * rounded(teacher.local("share"), step=1, direction="up"),
        group.total * most(teacher.local("share"), 1),
        rounded(group.total, step=class_hours(1), direction="down"),
        least(group.total, dated((date(2015, 9, 1), class_hours(3)))),
        if_(group.total >= class_hours(120), class_hours(72), 0),
        if_(group.total >= class_hours(120), class_hours(72), class_hours(72)),
        if_(group.total >= class_hours(5), group.total, 0),
        if_(group.total > class_hours(5), class_hours(15, to=30), 0),
        if_(group.count >= teacher.local("lessons"), group.total, 0),
        Table(
            (
                (group.total >= class_hours(9), literal(class_hours(3))),
                (group.total >= class_hours(5), literal(class_hours(2))),
            ),
            literal(class_hours(1)),
        ),
    ],
)
def test_expressions_that_surely_rise_are_accepted(value: Quantity) -> None:
    assert builds(rewrite("c", to=value, by="module"))
    assert builds(pool("c", gives=value, to="other", by="module"), accounts=[MAIN, OTHER])


@pytest.mark.parametrize(
    "value",
    [
        class_hours(9) - group.total,
        group.total - group.largest * 2,
        group.total % class_hours(5),
        class_hours(9) - group.count * class_hours(1),
        rounded(class_hours(9) - group.total, step=class_hours(1), direction="up"),
        least(group.total, class_hours(9) - group.total),
        if_(group.total <= class_hours(5), group.total, 0),
        if_(group.total < class_hours(5), class_hours(1), 0),
        if_(group.total >= class_hours(5), 0, group.total),
        if_(group.total >= class_hours(5), class_hours(1), class_hours(2)),
        if_(group.total >= class_hours(5), group.total, class_hours(6)),
        if_(group.total >= class_hours(5), group.total % class_hours(3), 0),
        if_(group.largest >= group.total, group.total, 0),
        if_(class_hours(9) - group.total >= class_hours(1), group.total, 0),
        if_(not_(group.total >= class_hours(5)), group.total, 0),
        Table(
            (
                (group.total >= class_hours(5), literal(class_hours(2))),
                (group.total >= class_hours(9), literal(class_hours(3))),
            ),
            literal(0),
        ),
        first_known(group.total, class_hours(3)),
        dated((date(2015, 9, 1), group.total)),
        group.total * -1,
        group.total * if_(teacher.local("rank") >= 3, 2, -1),
        group.total * rounded(-1, step=2, direction="down"),
        group.total * (teacher.local("share") - 1),
        (group.total - class_hours(50)) * group.count,
        if_(group.total >= class_hours(10), group.total - class_hours(50), 0),
    ],
)
def test_expressions_that_may_fall_are_refused(value: Quantity) -> None:
    assert ("policy p, clause c", FALLS) in problems(
        lambda: policy(rewrite("c", to=value, by="module"))
    )
    assert ("policy p, clause c", FALLS) in problems(
        lambda: policy(pool("c", gives=value, to="other", by="module"), accounts=[MAIN, OTHER])
    )


def test_a_rewrite_that_is_not_in_force_below_a_total_may_fall() -> None:
    """
    A pool then gives nothing, and may well give something above that total.
    """
    value = if_(group.total >= class_hours(10), class_hours(5))

    assert problems(lambda: policy(rewrite("c", to=value, by="module"))) == [
        ("policy p, clause c", FALLS)
    ]
    assert builds(pool("c", gives=value, to="other", by="module"), accounts=[MAIN, OTHER])


def test_a_test_of_the_teacher_does_not_fall_with_the_group() -> None:
    value = if_(teacher.category.is_("rural"), group.total, least(group.total, class_hours(5)))

    assert builds(rewrite("c", to=value, by="module"))


# conditions are no truth values ----------------------------------------------------------

CONDITIONS: list[Condition] = [
    ENOUGH,
    teacher.stage.is_("primary"),
    record.mode.is_known(),
    all_of(ENOUGH),
    where(mode="online"),
    where(),
    each(SCHOOL_YEAR, ENOUGH),
    when(ENOUGH, ENOUGH),
]


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda own: type(own).__name__)
def test_a_condition_is_not_true_or_false(condition: Condition) -> None:
    uses: list[Callable[[], object]] = [
        lambda: bool(condition),
        lambda: not condition,
        lambda: [own for own in [condition] if own],
        lambda: all([condition, ENOUGH]),
        lambda: any([condition, ENOUGH]),
    ]
    for use in uses:
        with pytest.raises(
            InvalidTypeError, match=r"condition is not true or false; write all_of\(\)"
        ):
            use()


@pytest.mark.parametrize(
    "chained",
    [
        lambda: class_hours(1) <= total() <= class_hours(9),
        lambda: class_hours(1) < total() < class_hours(9),
        lambda: 1 <= count_of() < 9,
        lambda: date(2015, 9, 1) <= record.day <= date(2016, 8, 31),
    ],
)
def test_a_chained_comparison_cannot_lose_its_half(chained: Callable[[], object]) -> None:
    with pytest.raises(InvalidTypeError, match=r"between\(\) instead of"):
        chained()


@pytest.mark.parametrize("slip", [True, None, total(), "total() >= 1", ENOUGH.right])
def test_what_is_no_condition_is_no_part_of_one(slip: Condition) -> None:
    """
    Above all the bool that `total() == amount` gives: equality is that of the forms.
    """
    slips: list[Callable[[], object]] = [
        lambda: all_of(ENOUGH, slip),
        lambda: any_of(slip),
        lambda: not_(slip),
        lambda: at_least(1, slip),
        lambda: where(slip),
        lambda: each(SCHOOL_YEAR, slip),
        lambda: some(SCHOOL_YEAR, slip),
        lambda: when(slip, ENOUGH),
        lambda: when(ENOUGH, slip),
        lambda: require("c", slip),
        lambda: require("c", ENOUGH, deemed=slip) if slip is not None else require("c", slip),
    ]
    for make in slips:
        with pytest.raises(InvalidTypeError) as caught:
            make()
        assert caught.value.where
        assert caught.value.mend


def test_between_says_both_halves() -> None:
    assert between(class_hours(1), total(), class_hours(9)) == all_of(
        total() >= class_hours(1), total() <= class_hours(9)
    )


# forms are values ------------------------------------------------------------------------


def every_form() -> list[Form]:
    """Make one of each form, anew on every call, no two of them alike."""
    return [
        known_quantity(literal(class_hours(3))),
        record.hours,
        record.local("points"),
        teacher.stage.at_start(),
        teacher.stage.ever(),
        teacher.stage.throughout(),
        teacher.stage.on("hired"),
        teacher.event("hired"),
        teacher.years_since("hired"),
        group.top(2),
        known_quantity(total() + class_hours(3)),
        known_quantity(total() - class_hours(3)),
        known_quantity(total() * 3),
        known_quantity(total() % class_hours(3)),
        known_quantity(least(total(), class_hours(3))),
        known_quantity(most(total(), class_hours(3))),
        rounded(total(), step=class_hours(1), direction="up"),
        rounded(total(), step=class_hours(1), direction="down"),
        if_(ENOUGH, class_hours(3)),
        if_(ENOUGH, class_hours(3), 0),
        dated((date(2015, 9, 1), class_hours(3)), (date(2018, 9, 1), None)),
        first_known(record.hours, class_hours(3)),
        figure("share"),
        total(),
        total("credits"),
        total(of=where(mode="online")),
        total(over=last(years=5, clip=Clip.BACK)),
        count_of(),
        count_of(by="module"),
        largest_of(),
        largest_of(by="module"),
        total() >= class_hours(3),
        total() > class_hours(3),
        total() <= class_hours(3),
        total() < class_hours(3),
        teacher.stage.is_("primary"),
        teacher.stage.one_of("primary", "special"),
        teacher.stage.is_("primary").ever(),
        record.mode.is_known(),
        all_of(ENOUGH, exists()),
        any_of(ENOUGH, exists()),
        not_(ENOUGH),
        at_least(1, ENOUGH, exists()),
        at_least(2, ENOUGH, exists()),
        where(mode="online"),
        where(tag="online"),
        each(SCHOOL_YEAR, ENOUGH),
        each(SCHOOL_YEAR, ENOUGH, cut_short="keep"),
        some(SCHOOL_YEAR, ENOUGH),
        when(ENOUGH, exists()),
    ]


PLACES = range(len(every_form()))


@given(one=st.sampled_from(PLACES), other=st.sampled_from(PLACES))
def test_forms_are_equal_where_they_are_written_alike(one: int, other: int) -> None:
    left, right = every_form()[one], every_form()[other]

    assert (left == right) is (one == other)
    assert len({left, right}) == (1 if one == other else 2)
    assert (repr(left) == repr(right)) is (one == other)


@pytest.mark.parametrize("form", every_form(), ids=lambda own: type(own).__name__)
def test_forms_survive_pickling_and_stay_as_they_are(form: Form) -> None:
    again = pickle.loads(pickle.dumps(form))  # noqa: S301 - dumped on this line

    assert again == form
    assert hash(again) == hash(form)
    with pytest.raises(AttributeError):
        form.other = 1  # type: ignore[union-attr]  # what is refused


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (total() + 1, Compute("+", (Total(), literal(1)))),
        (1 + total(), Compute("+", (literal(1), Total()))),
        (class_hours(1) + total(), Compute("+", (literal(class_hours(1)), Total()))),
        (total() - 1, Compute("-", (Total(), literal(1)))),
        (Decimal(1) - total(), Compute("-", (literal(1), Total()))),
        (total() * "1.5", Compute("*", (Total(), literal(Fraction(3, 2))))),
        (Fraction(3, 2) * total(), Compute("*", (literal(Fraction(3, 2)), Total()))),
        (total() % 2, Compute("mod", (Total(), literal(2)))),
        (total() >= 1, Compare(">=", Total(), literal(1))),
        (total() > 1, Compare(">", Total(), literal(1))),
        (total() <= 1, Compare("<=", Total(), literal(1))),
        (total() < 1, Compare("<", Total(), literal(1))),
        (Fraction(1, 2) <= total(), Compare(">=", Total(), literal(Fraction(1, 2)))),
        (class_hours(1) < total(), Compare(">", Total(), literal(class_hours(1)))),
        (literal(total()), Total()),
        (literal(date(1, 1, 2)), Literal(Amount(2, 2, DATE))),
        (literal(Decimal("0.5")), Literal(number("1/2"))),
        (record.local("a", DAY), Fact("record", "a", DAY, local=True)),
        (teacher.local("a"), Fact("teacher", "a", NUMBER, local=True)),
        (teacher.event("hired"), Fact("event", "hired", DATE)),
        (teacher.years_since("hired"), Years("hired")),
        (group.largest, Top(1)),
        (teacher.stage.on("hired"), Fact("teacher", "stage", NUMBER, Moment.ON_EVENT, "hired")),
        (teacher.subject.is_("a").at_start(), OneOf(teacher.subject.at_start(), ("a",))),
        (teacher.subject.is_("a").ever(), OneOf(teacher.subject.ever(), ("a",))),
        (teacher.subject.is_("a").throughout(), OneOf(teacher.subject.throughout(), ("a",))),
        (teacher.subject.is_("a").on("hired"), OneOf(teacher.subject.on("hired"), ("a",))),
        (record.level.at_least("city"), record.level.one_of("nation", "province", "city")),
        (record.level.at_least(Level.NATION), record.level.is_("nation")),
        (record.mode.is_known(), Known(record.mode)),
        (not_(ENOUGH), Combine(Logic.NOT, (ENOUGH,))),
        (at_least(1, ENOUGH), Combine(Logic.AT_LEAST, (ENOUGH,), 1)),
        (when(ENOUGH, ENOUGH), When(ENOUGH, ENOUGH)),
        (each(MONTHLY, ENOUGH, cut_short="drop"), Each(MONTHLY, ENOUGH, True, None, CutShort.DROP)),
        (some(MONTHLY, ENOUGH, over=CYCLE), Each(MONTHLY, ENOUGH, False, CYCLE)),
        (exists(where(), account="a"), Total(where(), "a", None, Measure.COUNT) >= 1),
        (count_of(by="module"), Total(None, "", None, Measure.DISTINCT, "module")),
        (largest_of(), Total(None, "", None, Measure.LARGEST)),
        (largest_of(by="module"), Total(None, "", None, Measure.LARGEST_GROUP, "module")),
        (
            from_table(record.mode, rows={"online": 1, ("practice",): 2}, otherwise=3),
            Table(
                (
                    (record.mode.is_("online"), literal(1)),
                    (record.mode.is_("practice"), literal(2)),
                ),
                literal(3),
            ),
        ),
        (
            from_table(record.level, record.role, rows={("city", "speaker"): 4}),
            Table(((all_of(record.level.is_("city"), record.role.is_("speaker")), literal(4)),)),
        ),
        (
            around("hired", months_before=6, months_after=1, days_after=2, clip=Clip.BACK),
            WindowOf(Edge("hired", -6), Edge("hired", 1, 2), Clip.BACK),
        ),
        (
            last(years=2, months=3, clip=Clip.FORWARD),
            WindowOf(Edge("as_of", -27), Edge("as_of"), Clip.FORWARD),
        ),
        (between_events("a", "b"), WindowOf(Edge("a"), Edge("b"), Clip.BACK)),
    ],
)
def test_what_is_written_is_the_form_that_is_held(form: object, expected: object) -> None:
    assert form == expected
    assert hash(form) == hash(expected)


@pytest.mark.parametrize(
    ("facts", "words"), [(record, "record"), (teacher, "teacher"), (group, "group")]
)
def test_facts_are_shown_by_the_word_they_start_with(facts: object, words: str) -> None:
    assert repr(facts) == words


@pytest.mark.parametrize(
    ("make", "where_", "problem"),
    [
        pytest.param(lambda: literal(0.5), "amount", "a float is not exact", id="float"),  # type: ignore[arg-type]  # what is refused
        pytest.param(lambda: total() + 0.5, "amount", "a float is", id="float in a sum"),  # type: ignore[operator]  # what is refused
        pytest.param(lambda: total() >= True, "amount", "a bool is not", id="bool"),
        pytest.param(lambda: literal("many"), "amount", "not a number as text", id="a word"),
        pytest.param(lambda: literal(None), "quantity", "(got NoneType)", id="None"),  # type: ignore[arg-type]  # what is refused
        pytest.param(lambda: total() + ENOUGH, "quantity", "(got Compare)", id="a condition"),  # type: ignore[operator]  # what is refused
        pytest.param(lambda: group.top(0), "group.top()", "not a count (got 0)", id="top 0"),
        pytest.param(lambda: group.top(True), "group.top()", "not a count", id="top True"),
        pytest.param(lambda: Top("2"), "group.top()", "not a count", id="top as text"),  # type: ignore[arg-type]  # what is refused
        pytest.param(least, "least()", "has no parts", id="least of nothing"),
        pytest.param(most, "most()", "has no parts", id="most of nothing"),
        pytest.param(first_known, "first_known()", "has no parts", id="first of nothing"),
        pytest.param(all_of, "all of()", "has no parts", id="all of nothing"),
        pytest.param(any_of, "any of()", "has no parts", id="any of nothing"),
        pytest.param(lambda: at_least(1), "at_least(k)", "k must be from 1 to 0", id="1 of 0"),
        pytest.param(
            lambda: at_least(0, ENOUGH), "at_least(k)", "from 1 to 1 (got 0)", id="0 of 1"
        ),
        pytest.param(
            lambda: at_least(2, ENOUGH), "at_least(k)", "from 1 to 1 (got 2)", id="2 of 1"
        ),
        pytest.param(lambda: at_least(True, ENOUGH), "at_least(k)", "k must be", id="True of 1"),
        pytest.param(lambda: at_least("1", ENOUGH), "at_least(k)", "k must be", id="text of 1"),  # type: ignore[arg-type]  # what is refused
        pytest.param(record.mode.one_of, "one_of()", "has no values", id="one of none"),
        pytest.param(lambda: where(mode=()), "one_of()", "has no values", id="no mode"),
        pytest.param(
            lambda: rounded(1, step=0, direction="up"), "rounded(step=)", "not a step", id="step 0"
        ),
        pytest.param(
            lambda: rounded(1, step=number(1, to=2), direction="up"),
            "rounded(step=)",
            "not a step (got 1 to 2 number)",
            id="a range of steps",
        ),
        pytest.param(
            lambda: rounded(1, step=-1, direction="up"), "rounded(step=)", "not a", id="step < 0"
        ),
        pytest.param(dated, "dated()", "needs values on different days in order", id="no value"),
        pytest.param(
            lambda: dated((date(2016, 1, 1), 1), (date(2015, 1, 1), 2)),
            "dated()",
            "in order",
            id="values out of order",
        ),
        pytest.param(
            lambda: dated((date(2016, 1, 1), 1), (date(2016, 1, 1), 2)),
            "dated()",
            "different days",
            id="two values on a day",
        ),
        pytest.param(
            lambda: from_table(record.level, record.role, rows={"city": 4}),
            "from_table(rows=)",
            "'city' has 1 keys for 2 facts",
            id="a row with a key too few",
        ),
        pytest.param(
            lambda: where(where(tag="a"), where(tag="b")),
            "where()",
            "joins two selections by tag",
            id="two tags",
        ),
    ],
)
def test_a_form_that_cannot_be_is_refused(
    make: Callable[[], object], where_: str, problem: str
) -> None:
    with pytest.raises(TeachtrainError) as caught:
        make()

    assert caught.value.where == where_
    assert problem in caught.value.problem
    assert caught.value.mend


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: where(mode="onlin"), id="mode"),
        pytest.param(lambda: where(result="psased"), id="result"),
        pytest.param(lambda: where(approval="yes"), id="approval"),
        pytest.param(
            lambda: record.level.at_least("town"),
            id="level",
        ),
        pytest.param(
            lambda: rounded(1, step=1, direction="sideways"),
            id="direction",
        ),
        pytest.param(
            lambda: each(SCHOOL_YEAR, ENOUGH, cut_short="cut"),
            id="cut short",
        ),
        pytest.param(
            lambda: rewrite("c", to=group.total, by="module", keep="all"),
            id="keep",
        ),
        pytest.param(lambda: where(tag=()), id="no tag"),
        pytest.param(
            lambda: where(where(tag="a"), tag="b"),
            id="a tag over another",
        ),
        pytest.param(
            lambda: presume("c", record.hours, 0.5),  # type: ignore[arg-type]  # what is refused
            id="a float presumed",
        ),
    ],
)
def test_a_word_that_there_is_not_is_refused_with_its_mend(make: Callable[[], object]) -> None:
    with pytest.raises(TeachtrainError) as caught:
        make()
    assert caught.value.where
    assert caught.value.mend


def test_a_day_in_a_rule_is_a_plain_date() -> None:
    with pytest.raises(InvalidTypeError):
        literal(datetime(2016, 1, 1, tzinfo=UTC))


# selections ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keyword", "value", "fact"),
    [
        ("activity", "visit", record.activity),
        ("approval", "approved", record.approval),
        ("level", "city", record.level),
        ("mode", "online", record.mode),
        ("module", "m-1", record.module),
        ("organiser", "o-1", record.organiser),
        ("project", "p-1", record.project),
        ("result", "passed", record.result),
        ("role", "speaker", record.role),
        ("topic", "safety", record.topic),
    ],
)
def test_a_keyword_is_equality_or_membership(keyword: str, value: str, fact: Fact) -> None:
    assert where(**{keyword: value}) == Selection((OneOf(fact, (value,)),))
    assert where(**{keyword: [value, value]}) == Selection((OneOf(fact, (value, value)),))


def test_keywords_tests_and_selections_join() -> None:
    online = where(mode=Mode.ONLINE, tag="a")

    assert where(tag=("a", "b")) == Selection((), ("a", "b"))
    assert where() == Selection()
    assert where(tag="a", mode="online") == where(mode="online", tag="a") == online
    assert where(online, TEN_HOURS, level="city") == Selection(
        (record.mode.is_("online"), TEN_HOURS, record.level.is_("city")), ("a",)
    )
    assert where(TEN_HOURS, online, where(topic="law")) == Selection(
        (TEN_HOURS, record.mode.is_("online"), record.topic.is_("law")), ("a",)
    )


@pytest.mark.parametrize("keyword", ["topics", "modus", "points"])
def test_an_unknown_keyword_is_refused_with_a_suggestion(keyword: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        where(**{keyword: "a"})

    assert caught.value.where == "where()"
    assert caught.value.problem == f"has no keyword {keyword!r}"
    assert caught.value.mend == (
        "use one of activity, approval, level, mode, module, organiser, project, result, role, "
        f'topic, tag; a local attribute is tested as record.local("{keyword}").is_(...)'
    )


@pytest.mark.parametrize("keyword", ["attendance", "day", "days", "hours", "score"])
def test_a_measure_as_a_keyword_is_refused_with_its_comparison(keyword: str) -> None:
    facts: dict[str, Any] = {keyword: 3}
    with pytest.raises(InvalidValueError) as caught:
        where(**facts)

    assert caught.value.problem == f"has no keyword {keyword!r}"
    assert caught.value.mend == f"compare it: where(record.{keyword} >= ...)"


# clauses ---------------------------------------------------------------------------------

TOP = literal(class_hours(3))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            highest_only("c", by="module", account="a"),
            Rewrite("c", Top(1), Selection(), "a", ("module",), Keep.LARGEST),
        ),
        (
            limit_per("c", class_hours(3), by=[EVERY_DAY, "mode"], of=where(tag="a")),
            Rewrite("c", least(group.total, TOP), where(tag="a"), "", (EVERY_DAY, "mode")),
        ),
        (
            nothing_below("c", class_hours(3), by="record"),
            Rewrite("c", if_(group.total >= TOP, group.total, 0), by=("record",)),
        ),
        (
            quota("c", 2, by=CYCLE),
            Rewrite("c", Top(2), by=(CYCLE,), keep=Keep.LARGEST),
        ),
        (
            rounded_down("c", class_hours(3)),
            Rewrite("c", Rounded(group.total, class_hours(3), Direction.DOWN), by=("record",)),
        ),
        (
            rewrite("c", to=class_hours(3), by=(), keep="the largest first"),
            Rewrite("c", TOP, keep=Keep.LARGEST),
        ),
        (
            pool("c", gives=class_hours(3), to="a", tag="lump"),
            Pool("c", TOP, Selection(), "", (), "a", frozenset({"lump"})),
        ),
        (
            pool("c", gives=class_hours(3), to="a", by=SCHOOL_YEAR, of=where(tag="b"), account="d"),
            Pool("c", TOP, where(tag="b"), "d", (SCHOOL_YEAR,), "a"),
        ),
        (ceiling("c", class_hours(3), by=CYCLE), Ceiling("c", TOP, Selection(), "", (CYCLE,))),
        (define("c", class_hours(3)), Figure("c", TOP)),
        (presume("c", record.result, "passed"), Presumption("c", record.result, "passed")),
        (
            recognise("c", where(), post("a", class_hours(3), tag=("x", "y")), stacking=True),
            RecognitionRule(
                "c", where(), (Post("a", TOP, frozenset({"x", "y"})),), None, stacking=True
            ),
        ),
        (
            nothing("c", where(), reason="failed", article="art. 3", note="read in part"),
            RecognitionRule(
                "c", where(), (), Text("failed"), article="art. 3", note=Text("read in part")
            ),
        ),
        (
            require("c", ENOUGH, consequence=Consequence("lapse", "it lapses")),
            Requirement("c", ENOUGH, consequences=(Consequence("lapse", Text("it lapses")),)),
        ),
        (
            require("c", ENOUGH, title="Hours", source=SOURCE, in_force=Span.of_year(2016)),
            Requirement(
                "c", ENOUGH, title=Text("Hours"), source=SOURCE, in_force=Span.of_year(2016)
            ),
        ),
    ],
)
def test_a_named_constructor_makes_its_clause(clause: Clause, expected: Clause) -> None:
    assert clause == expected
    assert hash(clause) == hash(expected)
    assert pickle.loads(pickle.dumps(clause)) == clause  # noqa: S301 - dumped on this line


@pytest.mark.parametrize(
    ("fact", "means", "held"),
    [
        (record.hours, class_hours(8), 8),
        (record.hours, "7.5", Fraction(15, 2)),
        (record.attendance, Fraction(1, 2), Fraction(1, 2)),
        (record.result, "passed", "passed"),
        (record.activity, "visit", "visit"),
        (record.topic, "law", "law"),
        (record.days, days(2), 2),
        (record.local("points"), 3, 3),
        (record.local("points", DAY), days(2), 2),
        (record.local("day"), 3, 3),
        (record.local("points"), "many", "many"),
    ],
)
def test_silence_may_be_taken_for_a_value_of_the_fact(
    fact: Fact, means: str | int | Fraction | Amount, held: str | int | Fraction
) -> None:
    assert presume("c", fact, means).means == held


@pytest.mark.parametrize(
    ("fact", "means"),
    [
        pytest.param(teacher.stage, "primary", id="of the teacher"),
        pytest.param(record.day, 1, id="a day"),
        pytest.param(record.hours, "many", id="a word for hours"),
        pytest.param(record.hours, -1, id="hours below zero"),
        pytest.param(record.hours, 7.5, id="a float"),
        pytest.param(record.hours, class_hours(1, to=2), id="a range"),
        pytest.param(record.result, "psased", id="a slip"),
        pytest.param(record.hours, training_credits(3), id="credits for hours"),
        pytest.param(record.days, class_hours(3), id="hours for days"),
        pytest.param(record.score, days(3), id="days for a score"),
        pytest.param(record.attendance, 95, id="more than all"),
        pytest.param(record.attendance, "1.01", id="a little more than all"),
        pytest.param(record.activity, 5, id="a number for a word"),
        pytest.param(record.activity, "", id="an empty word"),
        pytest.param(record.topic, "", id="an empty topic"),
        pytest.param(record.topic, 5, id="a number for a topic"),
        pytest.param(record.topic, ("law", "safety"), id="two topics"),
        pytest.param(record.mode, "webinar", id="no mode"),
        pytest.param(record.level, "village", id="no level"),
        pytest.param(record.result, UNKNOWN, id="what is not known"),
        pytest.param(record.project, NONE, id="none"),
        pytest.param(record.local("points"), 0.5, id="a float of its own"),
        pytest.param(record.local("points"), -1, id="a number of its own below zero"),
        pytest.param(record.local("points", DAY), class_hours(3), id="hours for days of its own"),
        pytest.param(record.local("points", DAY), days(3, to=4), id="a range of its own"),
        pytest.param(record, 3, id="all facts"),
    ],
)
def test_silence_is_taken_for_nothing_else(fact: Any, means: Any) -> None:  # noqa: ANN401 - what is refused
    with pytest.raises(TeachtrainError) as caught:
        presume("c", fact, means)

    assert caught.value.where == "presume('c')"
    assert caught.value.problem
    assert caught.value.mend


def test_one_silence_has_one_meaning_a_day() -> None:
    until, since = Span.until(date(2019, 12, 31)), Span.since(date(2020, 1, 1))
    older = presume("older", record.result, "passed", in_force=until)
    newer = presume("newer", record.result, "failed", in_force=since)
    always = presume("always", record.result, "failed")
    own = presume("own", record.local("result"), "failed")

    assert builds(older, newer)
    assert builds(always, own)
    assert problems(lambda: policy(older, newer, always)) == [
        ("policy p, clause always", f"presumes the same fact as {other!r}, on the same days")
        for other in ("older", "newer")
    ]


def test_requirements_for_some_ask_both_conditions() -> None:
    rural, head = teacher.category.is_("rural"), teacher.category.is_(PRINCIPAL)
    one, two = require("a", ENOUGH), require("b", ENOUGH, applies=rural)

    assert requirements_for(head, one, two) == (
        require("a", ENOUGH, applies=head),
        require("b", ENOUGH, applies=all_of(head, rural)),
    )


def test_requirements_may_come_in_groups() -> None:
    head = teacher.category.is_(CLASS_TEACHER)
    one, two, three = (require(name, ENOUGH) for name in "abc")
    built = Policy(
        id="p",
        title="A policy",
        source=SOURCE,
        accounts=[MAIN],
        recognition=[],
        requirements=[one, requirements_for(head, two), [three]],
        cycle=BLOCK,
    )

    assert [own.id for own in built.requirements] == ["a", "b", "c"]


FULL = policy(
    presume("presumed", record.result, "passed"),
    nothing("failed", where(result="failed"), reason="failed"),
    RATED,
    highest_only("once", by="module"),
    pool("lump", gives=if_(group.total >= class_hours(9), training_credits(1), 0), to="credits"),
    ceiling("most", class_hours(9) * figure("share"), by=CYCLE, of=where(mode="online")),
    SHARE,
    require(
        "hours",
        ENOUGH,
        applies=teacher.stage.is_("primary"),
        exempt=teacher.category.is_("a"),
        deemed=teacher.category.is_("b"),
        article="art. 9",
    ),
    require("other", exists(), source=Source("Order 8", certainty=Certainty.READ, article="3")),
    overall=["hours"],
)


def test_clauses_stand_in_the_order_of_the_pipeline() -> None:
    assert [clause.id for clause in FULL.clauses()] == [
        "presumed",
        "failed",
        "rated",
        "once",
        "lump",
        "most",
        "share",
        "hours",
        "other",
    ]


def test_a_clause_has_the_policys_source_at_its_article_or_its_own() -> None:
    hours, other = FULL.requirements

    assert FULL.source_of(hours) == SOURCE.at("art. 9")
    assert FULL.source_of(other) == Source("Order 8", certainty=Certainty.READ, article="3")
    assert FULL.source_of(FULL.figures[0]) == SOURCE


def test_what_a_text_leaves_open_is_said_in_words() -> None:
    open_points: list[str | Text] = ["fraud", Text("transfers", "转入")]

    assert attrs.evolve(FULL, silent=open_points).silent == (
        Text("fraud"),
        Text("transfers", "转入"),
    )


def test_the_first_account_is_meant_where_none_is_named() -> None:
    assert FULL.account("") == FULL.account("main") == MAIN
    assert FULL.account("credits") == CREDITS


def test_policies_are_values() -> None:
    again = pickle.loads(pickle.dumps(FULL))  # noqa: S301 - dumped on this line

    assert again == FULL
    assert hash(again) == hash(FULL)


# walking ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        (literal(1), ()),
        (record.hours, ()),
        (group.largest, ()),
        (teacher.years_since("hired"), ()),
        (figure("a"), ()),
        (total() + 1, (Total(), literal(1))),
        (FirstKnown((record.hours, TOP)), (record.hours, TOP)),
        (rounded(total(), step=1, direction="up"), (Total(),)),
        (if_(ENOUGH, TOP), (ENOUGH, TOP)),
        (if_(ENOUGH, TOP, 0), (ENOUGH, TOP, literal(0))),
        (Dated(((date(2015, 1, 1), TOP), (date(2016, 1, 1), None))), (TOP,)),
        (total(), ()),
        (total(of=where()), (where(),)),
        (ENOUGH, (Total(), literal(class_hours(360)))),
        (record.mode.is_("online"), (record.mode,)),
        (record.mode.is_known(), (record.mode,)),
        (all_of(ENOUGH, exists()), (ENOUGH, exists())),
        (where(mode="online", level="city"), (record.mode.is_("online"), record.level.is_("city"))),
        (each(SCHOOL_YEAR, ENOUGH), (ENOUGH,)),
        (when(exists(), ENOUGH), (exists(), ENOUGH)),
    ],
)
def test_the_parts_of_each_form(form: Form, parts: tuple[Form, ...]) -> None:
    assert parts_of(form) == parts
    assert list(walk(form)) == [form, *(part for own in parts for part in walk(own))]


def test_a_walk_finds_every_fact() -> None:
    condition = each(
        SCHOOL_YEAR,
        when(
            teacher.stage.is_("primary"),
            total(of=where(any_of(record.mode.is_known(), TEN_HOURS)))
            >= least(teacher.local("need", CLASS_HOUR), class_hours(9)),
        ),
    )

    assert list(facts_in(condition)) == [
        teacher.stage,
        record.mode,
        record.hours,
        teacher.local("need", CLASS_HOUR),
    ]


@pytest.mark.parametrize(
    ("form", "depends"),
    [
        (teacher.stage.is_("primary"), True),
        (teacher.local("share") * class_hours(9), True),
        (total() >= figure("share"), True),
        (teacher.years_since("hired"), True),
        (teacher.event("hired") > date(2016, 1, 1), True),
        (each(SCHOOL_YEAR, total(of=where(teacher.stage.is_known())) >= 0), True),
        (ENOUGH, False),
        (where(mode="online"), False),
        (group.total + group.largest, False),
        (class_hours(9), False),
    ],
)
def test_what_reads_the_teacher_is_not_the_same_for_everybody(
    form: Form | Amount, depends: bool
) -> None:
    assert depends_on_person(literal(form) if isinstance(form, Amount) else form) is depends


def test_a_clause_holds_its_forms() -> None:
    failed, rated = FULL.recognition
    (once,), (lump,), (limit,) = FULL.rewrites, FULL.pools, FULL.ceilings
    hours, other = FULL.requirements

    assert forms_of(FULL.presumptions[0]) == (record.result,)
    assert forms_of(failed) == (where(result="failed"),)
    assert forms_of(rated) == (where(), record.hours)
    assert forms_of(once) == (where(), Top(1))
    assert forms_of(lump) == (lump.of, lump.gives)
    assert forms_of(limit) == (where(mode="online"), limit.limit)
    assert forms_of(FULL.figures[0]) == (teacher.local("share"),)
    assert forms_of(hours) == (hours.applies, hours.exempt, hours.deemed, ENOUGH)
    assert forms_of(other) == (exists(),)


def test_every_form_of_a_policy_is_found_with_its_clause() -> None:
    found = [(clause.id, form) for clause, form in all_forms(FULL)]

    assert found == [
        (clause.id, part)
        for clause in FULL.clauses()
        for form in forms_of(clause)
        for part in walk(form)
    ]
    assert ("failed", record.result) in found
    assert ("most", figure("share")) in found


def test_a_foreign_form_is_no_form_of_this_language() -> None:
    class Foreign(Quantity):
        pass

    with pytest.raises(AssertionError, match="not a form of this language"):
        policy(recognise("c", where(), post("main", Foreign())))
    with pytest.raises(AssertionError, match="not a clause of this language"):
        forms_of(Clause("c"))


def test_a_matrix_is_all_of_its_cells() -> None:
    rows: dict[str | tuple[str, ...], Amount] = {
        ("city", "ethics"): class_hours(2),
        ("county", "law"): class_hours(3),
    }
    made = matrix(record.level, record.topic, rows=rows)
    assert made == all_of(
        total(of=where(record.level.is_("city"), record.topic.is_("ethics"))) >= class_hours(2),
        total(of=where(record.level.is_("county"), record.topic.is_("law"))) >= class_hours(3),
    )
    one = matrix(record.topic, rows={"law": class_hours(1)}, account="other", over=CYCLE)
    assert one == all_of(
        total("other", where(record.topic.is_("law")), over=CYCLE) >= class_hours(1)
    )
    with pytest.raises(InvalidValueError, match="has 1 values for 2 facts"):
        matrix(record.level, record.topic, rows={"city": class_hours(2)})
    with pytest.raises(InvalidValueError, match="has no rows"):
        matrix(record.level, rows={})
