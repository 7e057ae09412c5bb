"""Teachers: facts through time, categories that may overlap, events with or without a day."""

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidTypeError, InvalidValueError, TeachtrainError
from teachtrain.models import (
    CLASS_TEACHER,
    NONE,
    PRINCIPAL,
    UNKNOWN,
    Absent,
    Certainty,
    Event,
    Held,
    Source,
    Span,
    Stage,
    Teacher,
    Timeline,
)
from teachtrain.models._teachers import SINGLE_FACTS, LocalInput

ONE_DAY = timedelta(days=1)
NEAR = st.dates(date(2015, 12, 1), date(2016, 3, 1))
SINCE_2016 = Span.since(date(2016, 1, 1))
UNTIL_2016 = Span.until(date(2015, 12, 31))


def spans() -> st.SearchStrategy[Span]:
    """Draw short spans that often meet or overlap."""
    return st.builds(
        lambda start, more: Span(start, start + more * ONE_DAY), NEAR, st.integers(1, 40)
    )


def entries() -> st.SearchStrategy[list[Held]]:
    """Draw values with their spans."""
    values = st.sampled_from(["primary", "special", UNKNOWN, NONE])  # words of every fact
    return st.lists(st.builds(Held, values, spans()), max_size=4)


# timelines -------------------------------------------------------------------------------


@given(listed=entries(), day=NEAR)
def test_a_day_has_the_values_of_the_spans_that_hold_it(listed: list[Held], day: date) -> None:
    timeline = Timeline.of(*listed)

    expected = [held.value for held in listed if held.span.start <= day < held.span.end]
    assert list(timeline.on(day)) == expected


@given(listed=entries())
def test_values_change_only_on_borders(listed: list[Held]) -> None:
    timeline = Timeline.of(*listed)
    borders = set(timeline.borders())

    day = date(2015, 12, 1)
    while day < date(2016, 4, 15):
        assert day in borders or timeline.on(day) == timeline.on(day - ONE_DAY)
        day += ONE_DAY


@given(listed=entries())
def test_two_values_of_a_fact_of_which_one_holds_are_refused(listed: list[Held]) -> None:
    days = [held.span.start + more * ONE_DAY for held in listed for more in range(held.span.days)]
    timeline = Timeline.of(*listed)

    assert Teacher("t-1", categories=timeline).categories == timeline
    for name in SINGLE_FACTS:
        if len(set(days)) < len(days):
            with pytest.raises(
                InvalidValueError, match=rf"Teacher\.{name}: two values hold at once .*; end the"
            ):
                Teacher("t-1", **{name: timeline})  # type: ignore[arg-type]  # a field by name
        else:
            assert Teacher("t-1", **{name: timeline}).fact(name) == timeline  # type: ignore[arg-type]  # a field by name


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2018, 8, 30), ("primary",)),
        (date(2018, 8, 31), ("primary",)),
        (date(2018, 9, 1), ("junior_secondary",)),
        (date(2020, 8, 31), ("junior_secondary",)),
        (date(2020, 9, 1), ()),
    ],
)
def test_the_day_before_a_change_the_day_itself_and_the_day_after(
    day: date, stage: tuple[str, ...]
) -> None:
    timeline = Timeline.of(
        ("primary", Span.until(date(2018, 8, 31))),
        ("junior_secondary", Span.through(date(2018, 9, 1), date(2020, 8, 31))),
    )

    assert timeline.on(day) == stage
    assert Teacher("t-1", stage=timeline).fact("stage") == timeline


def test_a_value_alone_holds_always() -> None:
    timeline = Timeline.of("a", UNKNOWN)

    assert timeline == Timeline((Held("a", Span.always()), Held(UNKNOWN, Span.always())))
    assert timeline.on(date.min) == timeline.on(date(2016, 2, 29)) == ("a", UNKNOWN)
    assert timeline.is_constant()


@pytest.mark.parametrize(
    ("timeline", "constant"),
    [
        (Timeline.of(), True),
        (Timeline.of("a"), True),
        (Timeline.of(("a", SINCE_2016)), False),
        (Timeline.of("a", ("b", SINCE_2016)), False),
        pytest.param(
            Timeline.of(("a", UNTIL_2016), ("a", SINCE_2016)),
            True,
        ),
    ],
)
def test_a_timeline_is_constant_where_the_same_values_hold_on_every_day(
    timeline: Timeline, constant: bool
) -> None:
    assert timeline.is_constant() is constant


@pytest.mark.parametrize("value", [None, 5, ("a", "b"), ("a", SINCE_2016, 1), SINCE_2016, ("a",)])
def test_what_is_no_value_with_a_span_is_refused(value: object) -> None:
    with pytest.raises(InvalidTypeError, match=r"Timeline.of: not a value with a span .*; give"):
        Timeline.of(value)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize("value", [0.5, True, None, b"a"])
def test_a_value_that_held_is_text_or_an_exact_number(value: object) -> None:
    with pytest.raises(InvalidTypeError):
        Held(value)  # type: ignore[arg-type]  # what is refused


def test_a_value_may_have_its_paper() -> None:
    paper = Source("No. 7", certainty=Certainty.READ)
    teacher = Teacher("t-1", post=Timeline.of(Held("senior", SINCE_2016, source=paper)))

    assert teacher.post is not None
    assert teacher.post.entries[0].source == paper


# teachers --------------------------------------------------------------------------------


def test_no_category_is_not_the_same_as_an_unknown_one() -> None:
    assert Teacher("t-1").categories is None
    assert Teacher("t-1", categories=()).categories == Timeline(())
    assert Teacher("t-1", categories=UNKNOWN).categories == Timeline.of(UNKNOWN)
    assert len({Teacher("t-1"), Teacher("t-1", categories=())}) == 2


@pytest.mark.parametrize(
    "categories",
    [
        (CLASS_TEACHER, ("rural_teacher", SINCE_2016)),
        ["class_teacher", Held("rural_teacher", SINCE_2016)],
        Timeline.of("class_teacher", ("rural_teacher", SINCE_2016)),
    ],
)
def test_several_categories_may_hold_at_once(categories: tuple[str, ...]) -> None:
    teacher = Teacher("t-1", categories=categories)

    assert teacher.categories is not None
    assert teacher.fact("category") == teacher.categories
    assert teacher.categories.on(date(2015, 12, 31)) == ("class_teacher",)
    assert teacher.categories.on(date(2016, 1, 1)) == ("class_teacher", "rural_teacher")


def test_one_category_is_one_word() -> None:
    teacher = Teacher("t-1", categories=PRINCIPAL)

    assert teacher.categories == Timeline.of("principal")


@pytest.mark.parametrize("name", SINGLE_FACTS)
@pytest.mark.parametrize("value", ["primary", UNKNOWN, NONE])
def test_a_fact_given_as_a_word_holds_always(name: str, value: str | Absent) -> None:
    teacher = Teacher("t-1", **{name: value})  # type: ignore[arg-type]  # a field by name

    assert teacher.fact(name) == Timeline.of(value)
    assert Teacher("t-1").fact(name) is None


def test_a_stage_is_one_of_its_words() -> None:
    with pytest.raises(InvalidValueError, match=r"Teacher\.stage: not one of its words"):
        Teacher("t-1", stage="infant")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda: Event("as_of", date(2016, 1, 1)), id="an event of a name that is taken"
        ),
        pytest.param(lambda: Teacher("t-1", events={"as_of": NONE}), id="the same by name"),
        pytest.param(lambda: Teacher("t-1", local=(("a", "x"), ("a", "y"))), id="a fact twice"),
        pytest.param(lambda: Teacher("t-1", local={"": "x"}), id="a fact without a name"),
        pytest.param(lambda: Teacher("t-1", events=("hired",)), id="an event without a day"),  # type: ignore[arg-type]  # what is refused
    ],
)
def test_what_no_teacher_can_have_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(TeachtrainError):
        make()


def test_facts_are_found_by_name() -> None:
    teacher = Teacher("t-1", stage=Stage.PRIMARY, place="370100", local={"rank": "senior"})

    assert teacher.fact("stage") == Timeline.of("primary")
    assert teacher.fact("place") == Timeline.of("370100")
    assert teacher.fact("rank") == Timeline.of("senior")
    assert teacher.fact("post") is None
    assert teacher.fact("category") is None
    assert teacher.fact("age") is None


def test_a_provinces_own_facts_are_text_or_exact_numbers() -> None:
    facts: dict[str, LocalInput] = {
        "share": Decimal("0.5"),
        "age": 41,
        "rank": "senior",
        "award": NONE,
        "grade": Timeline.of(("a", UNTIL_2016), ("b", SINCE_2016)),
    }
    teacher = Teacher("t-1", local=facts)

    assert teacher.local == (
        ("age", Timeline((Held(41),))),
        ("award", Timeline((Held(NONE),))),
        ("grade", Timeline.of(("a", UNTIL_2016), ("b", SINCE_2016))),
        ("rank", Timeline((Held("senior"),))),
        ("share", Timeline((Held(Fraction(1, 2)),))),
    )
    assert teacher == Teacher("t-1", local=teacher.local)


@pytest.mark.parametrize(
    ("make", "where", "problem"),
    [
        pytest.param(lambda: Teacher(""), "Teacher.id", "not an id", id="an empty id"),
        pytest.param(lambda: Teacher(7), "Teacher.id", "an id is text", id="a number as id"),  # type: ignore[arg-type]  # what is refused
        pytest.param(
            lambda: Teacher("t-1", local={"share": 0.5}),  # type: ignore[arg-type]  # what is refused
            "Teacher.local['share']",
            "a float is not exact",
            id="a float",
        ),
        pytest.param(
            lambda: Teacher("t-1", local={"share": Timeline((Held(-1),))}),
            "Held.value",
            "must be 0 or more",
            id="a number below zero in a timeline",
        ),
        pytest.param(
            lambda: Teacher("t-1", local={"share": True}),
            "Teacher.local['share']",
            "a bool is not a number",
            id="a bool",
        ),
        pytest.param(
            lambda: Teacher("t-1", local={"grade": Timeline.of("a", "b")}),
            "Teacher.local['grade']",
            "two values hold at once",
            id="two values of a local fact",
        ),
        pytest.param(
            lambda: Teacher("t-1", events=[Event("hired", UNKNOWN), Event("hired", UNKNOWN)]),
            "Teacher.events",
            "an event is listed twice",
            id="an event twice",
        ),
        pytest.param(
            lambda: Teacher("t-1", events={"": date(2009, 9, 1)}),
            "Event.name",
            "not an id",
            id="an event without a name",
        ),
        pytest.param(
            lambda: Teacher("t-1", events={"hired": datetime(2009, 9, 1, tzinfo=UTC)}),
            "Event 'hired'",
            "not a date (got datetime)",
            id="an event at an hour",
        ),
        pytest.param(
            lambda: Teacher("t-1", events={"hired": None}),  # type: ignore[arg-type]  # what is refused
            "Event 'hired'",
            "not a date (got NoneType)",
            id="an event without a day",
        ),
        pytest.param(
            lambda: Teacher("t-1", events={"hired": "2009-09-01"}),  # type: ignore[arg-type]  # what is refused
            "Event 'hired'",
            "not a date (got str)",
            id="an event on a text",
        ),
    ],
)
def test_a_teacher_that_cannot_be_is_refused(
    make: Callable[[], Teacher], where: str, problem: str
) -> None:
    with pytest.raises(TeachtrainError) as caught:
        make()

    assert caught.value.where == where
    assert problem in caught.value.problem
    assert caught.value.mend


# events ----------------------------------------------------------------------------------


@given(
    days=st.dictionaries(
        st.sampled_from(["hired", "registered", "retired"]),
        NEAR | st.sampled_from([UNKNOWN, NONE]),
    )
)
def test_an_event_that_is_not_listed_is_unknown(days: dict[str, date | Absent]) -> None:
    teacher = Teacher("t-1", events=days)

    for name in ("hired", "registered", "retired", "became_principal"):
        assert teacher.event(name) == days.get(name, UNKNOWN)


def test_the_order_of_events_makes_no_difference() -> None:
    hired, left = Event("hired", date(2009, 9, 1)), Event("left", NONE)
    by_name: dict[str, date | Absent] = {"left": NONE, "hired": date(2009, 9, 1)}

    assert (
        Teacher("t-1", events=(left, hired))
        == Teacher("t-1", events=[hired, left])
        == Teacher("t-1", events=by_name)
    )


def test_teachers_are_values() -> None:
    teacher = Teacher(
        "t-1",
        categories=(CLASS_TEACHER,),
        stage=Stage.PRIMARY,
        events={"hired": date(2009, 9, 1)},
        local={"age": 41},
    )
    again = pickle.loads(pickle.dumps(teacher))  # noqa: S301 - dumped on this line

    assert again == teacher
    assert hash(again) == hash(teacher)
    with pytest.raises(AttributeError):
        teacher.id = "t-2"  # type: ignore[misc]  # what is refused
