"""How selections, groupings and ceilings lie to each other, tested on records one by one."""

import itertools
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.models import (
    CALENDAR_YEAR,
    EVERY_DAY,
    MONTHLY,
    SCHOOL_YEAR,
    Calendar,
    Clip,
    Cycle,
    Level,
    Mode,
    TrainingRecord,
    class_hours,
)
from teachtrain.rules._conditions import (
    Combine,
    Condition,
    Logic,
    OneOf,
    Selection,
    all_of,
    any_of,
    not_,
    where,
)
from teachtrain.rules._policy import Ceiling, ceiling
from teachtrain.rules._quantities import CYCLE, Fact, TheCycle, record, teacher
from teachtrain.rules._relations import aligned, disjoint, families, implies, refines

ONE_DAY = timedelta(days=1)
BLOCK = Cycle.block(years=5, starting=date(2015, 9, 1))
PERSONAL = Cycle.personal(years=5, since="registered", clip=Clip.BACK)

# A small world: every record of two modes, two levels, any of two topics and any of two tags.
Entry = tuple[TrainingRecord, frozenset[str]]
FACTS = {
    record.mode: ("online", "practice"),
    record.level: ("city", "county"),
    record.topic: ("a", "b"),
}
SETS = [frozenset(own) for own in ((), ("a",), ("b",), ("a", "b"))]
WORLD: list[Entry] = [
    (TrainingRecord("r", mode=mode, level=level, topics=topics), tags)
    for mode in (Mode.ONLINE, Mode.PRACTICE, Mode.BLENDED)
    for level in (Level.CITY, Level.COUNTY)
    for topics in SETS
    for tags in SETS
]


LEAVES: list[Condition] = [
    OneOf(fact, values)
    for fact, (one, other) in FACTS.items()
    for values in ((one,), (other,), (one, other))
]


def conditions(*, nested_tags: bool = False) -> st.SearchStrategy[Condition]:
    """Draw tests of a record, combined in every way; *nested_tags* lets tags in below."""

    def combined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=1, max_size=2)
        tags = st.sampled_from([(), ("a",), ("b",)] if nested_tags else [()])
        return (
            several.map(lambda own: all_of(*own))
            | several.map(lambda own: any_of(*own))
            | parts.map(not_)
            | st.builds(Selection, several.map(tuple), tags)
        )

    return st.recursive(st.sampled_from(LEAVES), combined, max_leaves=3)


def selections(*, nested_tags: bool = False) -> st.SearchStrategy[Selection]:
    """Draw selections of few tests, plain and combined, with and without tags."""
    tags = st.sampled_from([(), (), ("a",), ("b",), ("a", "b")])
    plain = st.lists(st.sampled_from(LEAVES), min_size=1, max_size=3, unique=True)
    mixed = st.lists(conditions(nested_tags=nested_tags), max_size=2)
    return st.builds(Selection, (plain | mixed).map(tuple), tags)


def selects(form: Condition, entry: Entry) -> bool:
    """Decide whether a test or a selection holds of an entry, by what its words say."""
    own, entry_tags = entry
    match form:
        case OneOf(fact=fact, values=values):
            held = getattr(own, fact.name)
            return bool(set(values) & (held if isinstance(held, frozenset) else {held}))
        case Combine(logic=Logic.ALL, parts=parts):
            return all(selects(part, entry) for part in parts)
        case Combine(logic=Logic.ANY, parts=parts):
            return any(selects(part, entry) for part in parts)
        case Combine(logic=Logic.NOT, parts=(part,)):
            return not selects(part, entry)
        case Selection(tests=listed, entry_tags=asked):
            passed = all(selects(test, entry) for test in listed)
            return passed and (not asked or bool(set(asked) & entry_tags))
        case _:
            raise AssertionError(form)


# selections ------------------------------------------------------------------------------


@given(narrow=selections(), wide=selections())
@example(narrow=where(mode="online"), wide=where(mode=("online", "practice")))
@example(narrow=where(topic="a"), wide=where(topic="b"))
def test_where_one_selection_implies_another_it_selects_nothing_else(
    narrow: Selection, wide: Selection
) -> None:
    if implies(narrow, wide):
        assert all(selects(wide, entry) for entry in WORLD if selects(narrow, entry))


@given(
    one=selections(),
    other=selections(),
    fact=st.sampled_from([None, record.mode, record.level, record.topic]),
)
@example(one=where(tag="a"), other=where(tag="b"), fact=None)
def test_disjoint_selections_select_nothing_together(
    one: Selection, other: Selection, fact: Fact | None
) -> None:
    if fact is not None:
        ours, theirs = FACTS[fact]
        one, other = where(one, fact.is_(ours)), where(other, fact.is_(theirs))

    assert disjoint(one, other) is disjoint(other, one)
    if disjoint(one, other):
        assert not any(selects(one, entry) and selects(other, entry) for entry in WORLD)
    elif fact is not None and one.tests[:-1] == other.tests[:-1] == ():
        assert fact == record.topic


@given(narrow=selections(nested_tags=True), wide=selections(nested_tags=True))
@example(narrow=where(), wide=where(all_of(where(tag="a"))))
def test_tags_that_are_asked_for_further_in_are_asked_for(
    narrow: Selection, wide: Selection
) -> None:
    if implies(narrow, wide):
        assert all(selects(wide, entry) for entry in WORLD if selects(narrow, entry))


@given(one=selections(), other=selections(), third=selections())
def test_implying_is_an_order(one: Selection, other: Selection, third: Selection) -> None:
    assert implies(one, one)
    assert implies(one, where())
    if implies(one, other) and implies(other, third):
        assert implies(one, third)


@given(selection=selections(), narrower=selections())
def test_a_selection_joined_with_another_implies_it(
    selection: Selection, narrower: Selection
) -> None:
    """
    Where both test one fact or one tag, it need not be seen; where they don't, it is.
    """
    joined = Selection(
        (*selection.tests, *narrower.tests), selection.entry_tags or narrower.entry_tags
    )
    facts = {part.fact for part in narrower.tests if isinstance(part, OneOf)}
    if all(isinstance(part, OneOf) and part.fact not in facts for part in selection.tests) and all(
        isinstance(part, OneOf) for part in narrower.tests
    ):
        assert implies(joined, selection)


TEN_HOURS = record.hours >= class_hours(10)


@pytest.mark.parametrize(
    ("narrow", "wide", "implied"),
    [
        (where(), where(), True),
        (where(mode="online"), where(), True),
        (where(), where(mode="online"), False),
        (where(mode="online"), where(mode=("online", "practice")), True),
        (where(mode=("online", "practice")), where(mode="online"), False),
        (where(mode="online", level="city"), where(level="city"), True),
        (where(mode="online"), where(level="city"), False),
        (where(all_of(record.mode.is_("online"), TEN_HOURS)), where(TEN_HOURS), True),
        (where(where(mode="online")), where(mode="online"), True),
        (where(TEN_HOURS), where(mode="online"), False),
        (where(mode="online"), where(TEN_HOURS), False),
        (where(any_of(TEN_HOURS, record.mode.is_("online"))), where(TEN_HOURS), False),
        (where(not_(TEN_HOURS)), where(TEN_HOURS), False),
        (where(not_(TEN_HOURS), mode="online"), where(not_(TEN_HOURS)), True),
        (where(tag="a"), where(tag=("a", "b")), True),
        (where(tag=("a", "b")), where(tag="a"), False),
        (where(tag="a"), where(), True),
        (where(), where(tag="a"), False),
        (where(topic="a"), where(topic=("a", "b")), True),
        (where(teacher.subject.is_("primary")), where(teacher.subject.is_("primary")), True),
        (where(teacher.subject.is_("a")), where(teacher.subject.at_start().is_("a")), False),
    ],
)
def test_which_selection_implies_which(narrow: Selection, wide: Selection, implied: bool) -> None:
    assert implies(narrow, wide) is implied


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (where(mode="online"), where(mode="practice"), True),
        (where(mode=("online", "blended")), where(mode=("practice", "blended")), False),
        (where(mode="online", level="city"), where(mode="practice"), True),
        (where(mode="online"), where(level="city"), False),
        (where(), where(mode="online"), False),
        (where(topic="a"), where(topic="b"), False),
        (where(tag="a"), where(tag="b"), False),
        (where(teacher.category.is_("a")), where(teacher.category.is_("b")), False),
        (where(teacher.subject.is_("a")), where(teacher.subject.is_("b")), True),
        (where(teacher.subject.is_("a")), where(teacher.subject.at_start().is_("b")), False),
        (where(TEN_HOURS), where(not_(TEN_HOURS)), False),
    ],
)
def test_which_selections_lie_apart(one: Selection, other: Selection, apart: bool) -> None:
    """
    Surely apart: a fact that may have several values at once tells nothing.
    """
    assert disjoint(one, other) is apart


def test_a_fact_at_any_time_tells_nothing_apart() -> None:
    ever = teacher.subject.ever()

    assert not disjoint(where(ever.is_("a")), where(ever.is_("b")))


# groupings -------------------------------------------------------------------------------

CALENDARS = [CALENDAR_YEAR, SCHOOL_YEAR, MONTHLY, EVERY_DAY, Calendar("term", ((2, 1), (9, 1)))]
CYCLES = [
    BLOCK,
    Cycle.block(months=18, starting=date(2015, 9, 1)),
    Cycle.block(months=1, starting=date(2015, 1, 1)),
    Cycle.block(years=1, starting=date(2015, 2, 1)),
    Cycle.block(years=1, starting=date(2015, 9, 2)),
    Cycle.block(months=5, starting=date(2015, 8, 31), clip=Clip.BACK),
]
KEYS: list[str | Calendar | TheCycle] = [*CALENDARS, CYCLE, "module", "mode", "record"]
DAYS = [date(2015, 9, 2) + step * timedelta(days=5) for step in range(300)]


def group_of(
    keys: Sequence[str | Calendar | TheCycle], cycle: Cycle, entry: tuple[int, date]
) -> object:
    """Return what tells the group of an entry by its number and day; fields repeat by number."""
    number, day = entry
    values: list[object] = []
    for key in keys:
        match key:
            case Calendar():
                values.append(key.cell(day))
            case TheCycle():
                values.append(cycle.holding(day))
            case "record":
                values.append(number)
            case _:
                values.append((key, number % (2 if key == "module" else 3)))
    return tuple(values)


@given(
    narrow=st.lists(st.sampled_from(KEYS), max_size=3),
    wide=st.lists(st.sampled_from(KEYS), max_size=3),
    cycle=st.sampled_from(CYCLES),
    data=st.data(),
)
def test_each_group_of_a_finer_grouping_lies_in_one_group_of_the_coarser(
    narrow: list[str | Calendar | TheCycle],
    wide: list[str | Calendar | TheCycle],
    cycle: Cycle,
    data: st.DataObject,
) -> None:
    """
    Each record has one day, so that a group of one record lies in one cell.
    """
    start = data.draw(st.integers(0, 200))
    entries = [(number, DAYS[start + number]) for number in range(60)]
    if refines(narrow, wide, cycle):
        inside: dict[object, object] = {}
        for entry in entries:
            fine, coarse = group_of(narrow, cycle, entry), group_of(wide, cycle, entry)
            assert inside.setdefault(fine, coarse) == coarse


@given(keys=st.lists(st.sampled_from(KEYS), max_size=3), more=st.lists(st.sampled_from(KEYS)))
def test_more_keys_make_finer_groups(
    keys: list[str | Calendar | TheCycle], more: list[str | Calendar | TheCycle]
) -> None:
    assert refines([*keys, *more], keys, BLOCK)
    assert refines(["record"], keys, None)
    assert refines(keys, [], None)


@pytest.mark.parametrize(
    ("narrow", "wide", "cycle", "finer"),
    [
        ([EVERY_DAY], [SCHOOL_YEAR], None, True),
        ([MONTHLY], [SCHOOL_YEAR], None, True),
        ([SCHOOL_YEAR], [MONTHLY], None, False),
        ([SCHOOL_YEAR], [CALENDAR_YEAR], None, False),
        ([SCHOOL_YEAR], [CYCLE], BLOCK, True),
        ([CALENDAR_YEAR], [CYCLE], BLOCK, False),
        ([SCHOOL_YEAR], [CYCLE], PERSONAL, False),
        ([SCHOOL_YEAR], [CYCLE], None, False),
        ([EVERY_DAY], [CYCLE], PERSONAL, True),
        ([CYCLE], [CYCLE], PERSONAL, True),
        ([CYCLE], [SCHOOL_YEAR], BLOCK, False),
        ([CYCLE, "module"], [CYCLE], PERSONAL, True),
        ([CYCLE], [CYCLE, "module"], PERSONAL, False),
        (["module"], ["project"], BLOCK, False),
        (["record"], [EVERY_DAY, "module"], None, True),
        (["module"], [], None, True),
        ([], ["module"], None, False),
    ],
)
def test_which_grouping_is_finer(
    narrow: list[str | Calendar | TheCycle],
    wide: list[str | Calendar | TheCycle],
    cycle: Cycle | None,
    finer: bool,
) -> None:
    assert refines(narrow, wide, cycle) is finer


@pytest.mark.parametrize("cycle", CYCLES)
@pytest.mark.parametrize("calendar", CALENDARS)
def test_a_calendar_is_aligned_where_every_cycle_starts_with_a_cell(
    calendar: Calendar, cycle: Cycle
) -> None:
    starts, day = [], date(2015, 9, 2)
    for _ in range(24):
        window = cycle.holding(day)
        assert window is not None
        starts.append(window.first_day)
        day = window.end

    expected = not calendar.daily and all(calendar.cell(day).start == day for day in starts)
    assert aligned(calendar, cycle) is expected


@pytest.mark.parametrize("cycle", [None, PERSONAL])
def test_no_calendar_is_surely_aligned_to_a_personal_cycle(cycle: Cycle | None) -> None:
    assert not any(aligned(calendar, cycle) for calendar in CALENDARS)


# families --------------------------------------------------------------------------------

YEARLY = ceiling("yearly", class_hours(144), by=SCHOOL_YEAR)
DAILY = ceiling("daily", class_hours(8), by=EVERY_DAY)
PER_RECORD = ceiling("item", class_hours(4), by="record")
WHOLE = ceiling("cycle", class_hours(600), by=CYCLE)
ONLINE = ceiling("online", class_hours(50), by=CYCLE, of=where(mode="online"))
PRACTICE = ceiling("practice", class_hours(50), by=CYCLE, of=where(mode="practice"))
ONLINE_DAILY = ceiling("online-daily", class_hours(4), by=EVERY_DAY, of=where(mode="online"))
BY_LEVEL = ceiling("by-level", class_hours(60), by=(CYCLE, "level"))
ALL = [YEARLY, DAILY, PER_RECORD, WHOLE, ONLINE, PRACTICE, ONLINE_DAILY, BY_LEVEL]


def crossing(one: Ceiling, other: Ceiling, cycle: Cycle) -> bool:
    """Whether the two are neither apart nor one inside the other."""

    def inside(a: Ceiling, b: Ceiling) -> bool:
        return implies(a.of, b.of) and refines(a.by, b.by, cycle)

    return not (disjoint(one.of, other.of) or inside(one, other) or inside(other, one))


def two_families_do(ceilings: Sequence[Ceiling], cycle: Cycle) -> bool:
    """Try every way of putting the ceilings in two families."""
    return any(
        not any(
            side[a] == side[b] and crossing(ceilings[a], ceilings[b], cycle)
            for a, b in itertools.combinations(range(len(ceilings)), 2)
        )
        for side in itertools.product((0, 1), repeat=len(ceilings))
    )


@given(
    ceilings=st.lists(st.sampled_from(ALL), max_size=6, unique=True),
    cycle=st.sampled_from([BLOCK, PERSONAL]),
)
def test_ceilings_fall_in_two_families_where_that_can_be(
    ceilings: list[Ceiling], cycle: Cycle
) -> None:
    made = families(ceilings, cycle)

    if isinstance(made, Ceiling):
        assert made in ceilings
        assert not two_families_do(ceilings, cycle)
        return
    assert sorted(own.id for family in made for own in family) == sorted(o.id for o in ceilings)
    assert all(made)
    assert len(made) <= 2
    for family in made:
        for inner, outer in itertools.combinations(family, 2):
            assert not crossing(inner, outer, cycle)


@given(
    ceilings=st.lists(st.sampled_from(ALL), max_size=6, unique=True),
    cycle=st.sampled_from([BLOCK, PERSONAL]),
)
def test_a_family_stands_from_the_inside_out(ceilings: list[Ceiling], cycle: Cycle) -> None:
    made = families(ceilings, cycle)
    if isinstance(made, Ceiling):
        return
    for family in made:
        for first, second in itertools.combinations(family, 2):
            outside_in = implies(second.of, first.of) and refines(second.by, first.by, cycle)
            inside_out = implies(first.of, second.of) and refines(first.by, second.by, cycle)
            assert inside_out or not outside_in


@given(ceilings=st.permutations(ALL[:7]))
def test_the_order_of_ceilings_makes_no_difference_to_whether_they_fit(
    ceilings: list[Ceiling],
) -> None:
    made, again = families(ceilings, BLOCK), families(ALL[:7], BLOCK)

    assert isinstance(made, Ceiling) is isinstance(again, Ceiling)


def test_nested_ceilings_are_one_family_from_the_inside_out() -> None:
    assert families([WHOLE, YEARLY, PER_RECORD, DAILY], BLOCK) == [
        [PER_RECORD, DAILY, YEARLY, WHOLE]
    ]


def test_disjoint_ceilings_are_one_family() -> None:
    assert families([ONLINE, PRACTICE], BLOCK) == [[ONLINE, PRACTICE]]
    assert families([], BLOCK) == []


def test_crossing_ceilings_are_put_apart() -> None:
    assert families([YEARLY, ONLINE, DAILY], BLOCK) == [[DAILY, YEARLY], [ONLINE]]
    assert families([BY_LEVEL, YEARLY], BLOCK) == [[BY_LEVEL], [YEARLY]]


def test_years_cross_a_personal_cycle() -> None:
    assert families([YEARLY, WHOLE], BLOCK) == [[YEARLY, WHOLE]]
    assert families([YEARLY, WHOLE], PERSONAL) == [[YEARLY], [WHOLE]]


def test_a_third_family_is_named_by_its_ceiling() -> None:
    made = families([YEARLY, ONLINE, BY_LEVEL], BLOCK)

    assert isinstance(made, Ceiling)
    assert made in (YEARLY, ONLINE, BY_LEVEL)
