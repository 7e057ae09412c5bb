"""
Teachers, records, transcripts and policies, drawn from a small world.

The world has few days, modules, projects and amounts, so that they collide: most days stand at a
border of a year or a cycle, and most sums come close to a threshold. Everything shrinks to the
first value listed: one record of an hour on an ordinary day under a policy of one rule.

`known_*` strategies draw facts that are all known. `glimpses` draws what is true together with
what is seen of it: some facts hidden, days known only as spans, records pending or not yet in.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from teachtrain.errors import InvalidPolicyError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    DAY,
    EVERY_DAY,
    IN_POST,
    MONTHLY,
    NEW_TEACHER,
    NONE,
    NUMBER,
    ON_LEAVE,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    UNKNOWN,
    YEAR,
    Absent,
    Amount,
    Calendar,
    Certainty,
    Clip,
    Cycle,
    Held,
    Level,
    Mode,
    Result,
    Source,
    Span,
    Status,
    Teacher,
    Timeline,
    TrainingRecord,
    Transcript,
    Unit,
    per,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Booking,
    Policy,
    all_of,
    any_of,
    around,
    at_least,
    between_events,
    ceiling,
    count_of,
    cycle_part,
    dated,
    define,
    each,
    figure,
    first_known,
    from_table,
    group,
    highest_only,
    if_,
    larger_side,
    largest_of,
    last,
    least,
    limit_per,
    most,
    not_,
    nothing,
    nothing_below,
    pool,
    post,
    presume,
    quota,
    recognise,
    record,
    require,
    rewrite,
    rounded,
    rounded_down,
    some,
    teacher,
    total,
    when,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from teachtrain.models import Exact
    from teachtrain.rules._conditions import Condition, Selection
    from teachtrain.rules._policy import (
        Ceiling,
        Figure,
        Pool,
        Presumption,
        RecognitionRule,
        Requirement,
        Rewrite,
    )
    from teachtrain.rules._quantities import Key, Quantity, WindowForm

__all__ = [
    "Glimpse",
    "Scope",
    "amounts",
    "days",
    "glimpses",
    "known_records",
    "known_teachers",
    "known_transcripts",
    "policies",
    "records",
    "selections",
    "teachers",
    "transcripts",
]

Draw: TypeAlias = "st.DrawFn"


# helpers: a strategy that is made once is checked once ------------------------------------------------

_BOOLEANS: Final = st.booleans()


@cache
def _number_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


@cache
def _pick(values: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


@cache
def _list(
    elements: st.SearchStrategy[Any],
    *,
    least_: int = 0,
    most_: int | None = None,
    unique: bool = False,
) -> st.SearchStrategy[list[Any]]:
    return st.lists(elements, min_size=least_, max_size=most_, unique=unique)


@cache
def _or(*options: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(*options)


def _one(draw: Draw, choices: list[Callable[[], Any]]) -> Any:
    return choices[draw(_number_to(len(choices) - 1))]()


_NONE: Final = st.none()


@cache
def _just(value: Any) -> st.SearchStrategy[Any]:
    return st.just(value)


# the small world ------------------------------------------------------------------------------

DAYS: Final = (
    date(2016, 3, 1),
    date(2016, 2, 29),
    date(2015, 8, 31),
    date(2015, 9, 1),
    date(2015, 12, 31),
    date(2016, 1, 1),
    date(2016, 8, 31),
    date(2016, 9, 1),
    date(2016, 10, 5),
    date(2017, 2, 28),
    date(2017, 8, 31),
    date(2017, 9, 1),
)
"""Days at and between the borders of years and cycles."""

HOURS: Final = (1, 2, 3, 5, 8, 0, Fraction(1, 3), Fraction(15, 2))
THRESHOLDS: Final = (1, 3, 5, 8, 10, 13, 0, Fraction(16, 3))
RATES: Final = (1, 2, Fraction(1, 2), Fraction(1, 3))
STEPS: Final = (1, Fraction(1, 2), 4)

ACTIVITIES: Final = ("training", "lecture")
MODES: Final = (Mode.ONLINE, Mode.FACE_TO_FACE)
LEVELS: Final = (Level.COUNTY, Level.CITY)
RESULTS: Final = (Result.PASSED, Result.FAILED)
ROLES: Final = ("participant", "speaker")
PROJECTS: Final = ("p", "q")
MODULES: Final = ("m", "n")
TOPICS: Final = ("ethics", "safety")
_TOPIC_SETS: Final = st.frozensets(st.sampled_from(TOPICS))
TAGS: Final = ("core", "free")
CATEGORIES: Final = (CLASS_TEACHER, NEW_TEACHER)
STAGES: Final = ("primary", "kindergarten")
LESSON: Final = Unit.named("lesson")
UNITS: Final = (CLASS_HOUR, TRAINING_CREDIT, LESSON)
ACCOUNTS: Final = ("main", "credits", "lessons")
CALENDARS: Final = (
    SCHOOL_YEAR,
    CALENDAR_YEAR,
    Calendar("term", ((2, 1), (9, 1))),
    MONTHLY,
)
HALF_YEAR: Final = cycle_part(months=6)
"""A part into which every cycle of this world divides."""
SOURCE: Final = Source("an invented order", certainty=Certainty.INVENTED)


@cache
def days() -> st.SearchStrategy[date]:
    """Draw a day at or near a border."""
    return st.sampled_from(DAYS)


@cache
def spans() -> st.SearchStrategy[Span]:
    """Draw days in a row, with or without an end, between borders."""
    return st.one_of(
        days().map(Span.since),
        days().map(Span.until),
        st.tuples(days(), days()).map(lambda pair: Span.through(min(pair), max(pair))),
    )


@cache
def amounts(unit: Unit, values: tuple[Exact, ...] = THRESHOLDS) -> st.SearchStrategy[Amount]:
    """Draw an amount in *unit*."""
    return st.sampled_from(values).map(lambda value: Amount(value, value, unit))


# records --------------------------------------------------------------------------------------

_WORDS: Final[dict[str, tuple[Any, ...]]] = {
    "activity": ACTIVITIES,
    "mode": (*MODES, NONE),
    "level": (*LEVELS, NONE),
    "result": (*RESULTS, NONE),
    "role": (*ROLES, NONE),
    "project": (*PROJECTS, NONE),
    "module": (*MODULES, NONE),
}
_NUMBERS: Final = ("hours", "days", "score")
_LOCAL: Final = "pages"
_UNKNOWN_WORD: Final[dict[str, Absent]] = {
    "project": UNKNOWN,
    "module": UNKNOWN,
    "topics": UNKNOWN,
}
"""What makes these fields unknown; leaving the others out does."""


@cache
@st.composite
def known_records(draw: Draw, record_id: str = "r", *, long: bool = False) -> TrainingRecord:
    """
    Draw a record of which everything is known.

    Args:
        draw: Given by Hypothesis.
        record_id: Its id.
        long: Whether it may take several days.
    """
    facts: dict[str, Any] = {name: draw(_pick(words)) for name, words in _WORDS.items()}
    facts |= {name: draw(_pick(HOURS)) for name in _NUMBERS}
    facts["topics"] = draw(_TOPIC_SETS)
    facts["local"] = {_LOCAL: draw(_pick((1, 3, 0)))}
    facts["day"] = draw(days())
    if long and draw(_BOOLEANS):
        facts["last_day"] = max(facts["day"], draw(days()))
    return TrainingRecord(record_id, **facts)


@cache
@st.composite
def known_transcripts(draw: Draw, *, most_records: int = 6, long: bool = False) -> Transcript:
    """Draw a transcript of which everything is known, and nothing is missing."""
    count = draw(_number_to(most_records))
    listed = [draw(known_records(f"r{number}", long=long)) for number in range(count)]
    return Transcript(listed, complete_until=date(2020, 12, 31))


@st.composite
def _hidden(draw: Draw, held: TrainingRecord) -> TrainingRecord:
    """Draw a record that says less than *held*, and nothing else."""
    changes: dict[str, Any] = {}
    names = (*_WORDS, *_NUMBERS, "topics", "local")
    for name in draw(_list(_pick(names), most_=3, unique=True)):
        changes[name] = () if name == "local" else _UNKNOWN_WORD.get(name)
    if held.day is not None and held.last_day is None and draw(_number_to(2)) == 2:
        changes |= {"day": None, "within": draw(_spans_around(held.day))}
    elif held.within is not None and draw(_BOOLEANS):
        changes["within"] = None
    if draw(_number_to(3)) == 3:
        changes["status"] = Status.PENDING
    return attrs.evolve(held, **changes)


@st.composite
def _spans_around(draw: Draw, day: date) -> Span | None:
    kind = draw(_number_to(3))
    if kind == 0:
        return CALENDAR_YEAR.cell(day)
    if kind == 1:
        return SCHOOL_YEAR.cell(day)
    if kind == 2:
        other = draw(days())
        return Span.through(min(day, other), max(day, other))
    return None


@cache
@st.composite
def records(draw: Draw, record_id: str = "r", *, long: bool = False) -> TrainingRecord:
    """Draw a record; any of its facts may be unknown, its day too, and it may be pending."""
    return draw(_hidden(draw(known_records(record_id, long=long))))


@cache
@st.composite
def transcripts(draw: Draw, *, most_records: int = 6, long: bool = False) -> Transcript:
    """Draw a transcript; facts may be unknown, and records may not be in yet."""
    count = draw(_number_to(most_records))
    listed = [draw(records(f"r{number}", long=long)) for number in range(count)]
    until = draw(_or(_just(date(2020, 12, 31)), days(), _NONE))
    return Transcript(listed, complete_until=until)


# teachers -------------------------------------------------------------------------------------


@st.composite
def _single(draw: Draw, values: tuple[Any, ...], *, constant: bool) -> Timeline:
    first = draw(_pick(values))
    if constant or draw(_BOOLEANS):
        return Timeline.of(first) if isinstance(first, (str, Absent)) else Timeline((Held(first),))
    border = draw(days())
    second = draw(_pick(values))
    return Timeline(
        (Held(first, Span(date.min, border)), Held(second, Span.since(border))),
    )


@st.composite
def _many(draw: Draw, values: tuple[Any, ...], *, constant: bool) -> Timeline:
    chosen = draw(_list(_pick(values), unique=True))
    return Timeline(
        [Held(value, Span.always() if constant else draw(_always_or(spans()))) for value in chosen]
    )


@cache
def _always_or(other: st.SearchStrategy[Span]) -> st.SearchStrategy[Span]:
    return st.one_of(st.just(Span.always()), other)


@cache
@st.composite
def known_teachers(draw: Draw, *, constant: bool = False) -> Teacher:
    """
    Draw a teacher of whom everything is known that policies of this world ask.

    Args:
        draw: Given by Hypothesis.
        constant: Whether facts hold always.
    """
    leave = draw(_or(_NONE, _NONE, spans()))
    return Teacher(
        "t",
        categories=draw(_many(CATEGORIES, constant=constant)),
        stage=draw(_single((*STAGES, NONE), constant=constant)),
        employment=_employment(None if constant else leave),
        local={"share": draw(_single((1, Fraction(1, 2), 0), constant=constant))},
        events={
            "hired": draw(_pick((NONE, date(2010, 2, 28), *DAYS[:4]))),
            "registered": draw(
                st.sampled_from((date(2015, 9, 1), NONE, date(2012, 2, 29), *DAYS[:6]))
            ),
            "promoted": draw(_pick((*DAYS, NONE))),
        },
    )


def _employment(leave: Span | None) -> Timeline:
    if leave is None:
        return Timeline.of(IN_POST)
    held = [Held(ON_LEAVE, leave)]
    if leave.start > date.min:
        held.append(Held(IN_POST, Span(date.min, leave.start)))
    if leave.end < date.max:
        held.append(Held(IN_POST, Span.since(leave.end)))
    return Timeline(held)


@st.composite
def _veiled(draw: Draw, timeline: Timeline | None) -> Timeline | None:
    """Draw a timeline that says less than *timeline*: nothing at all, or less of some days."""
    if timeline is None or draw(_BOOLEANS):
        return None
    span = draw(spans())
    kept = [
        attrs.evolve(held, span=part)
        for held in timeline.entries
        for part in _outside(held.span, span)
    ]
    return Timeline((*kept, Held(UNKNOWN, span)))


def _outside(held: Span, hidden: Span) -> list[Span]:
    parts: list[Span] = []
    if held.start < hidden.start:
        parts.append(Span(held.start, min(held.end, hidden.start)))
    if hidden.end < held.end:
        parts.append(Span(max(held.start, hidden.end), held.end))
    return parts


@st.composite
def _less_known(draw: Draw, known: Teacher) -> Teacher:
    """Draw a teacher of whom less is known."""
    changes: dict[str, Any] = {}
    names = ("categories", "stage", "employment", "local", "promoted", "registered", "hired")
    for name in draw(_list(_pick(names), most_=2, unique=True)):
        if name == "local":
            changes["local"] = ()
        elif name in ("categories", "stage", "employment"):
            changes[name] = draw(_veiled(getattr(known, name)))
        else:
            events = changes.get("events", known.events)
            kept = [event for event in events if event.name != name]
            if name == "hired":  # one that is not listed is taken to lie before every record
                kept.append(attrs.evolve(known.events[0], name="hired", day=UNKNOWN))
            changes["events"] = tuple(kept)
    return attrs.evolve(known, **changes)


@cache
@st.composite
def teachers(draw: Draw) -> Teacher:
    """Draw a teacher; any fact may be unknown, always or for some time."""
    return draw(_less_known(draw(known_teachers())))


# what is true, and what is seen of it -------------------------------------------------------------


@attrs.frozen
class Glimpse:
    """
    What is true of a teacher, and two states of knowledge on the way there.

    Attributes:
        seen: What is known first.
        more: What is known later: some of the unknown filled in.
        true: What is known in the end, which is everything.
    """

    seen: tuple[Teacher, Transcript]
    more: tuple[Teacher, Transcript]
    true: tuple[Teacher, Transcript]


@cache
@st.composite
def glimpses(draw: Draw, *, most_records: int = 5, long: bool = False) -> Glimpse:
    """Draw what is true together with what is seen of it, earlier and later."""
    real = draw(known_teachers())
    end = date(2020, 12, 31)
    until = draw(_or(_just(end), _just(end), days(), _NONE))
    until_later = max(draw(_or(_just(end), days())), until or date.min)
    truth: list[TrainingRecord] = []
    later: list[TrainingRecord] = []
    first: list[TrainingRecord] = []
    for number in range(draw(_number_to(most_records))):
        held = draw(known_records(f"r{number}", long=long))
        shown = draw(_hidden(held)) if draw(_BOOLEANS) else held
        dim = shown if draw(_BOOLEANS) else draw(_hidden(shown))
        struck = draw(_number_to(4)) == 4
        if struck:  # it was pending, and is not there in the end
            shown, dim = (attrs.evolve(one, status=Status.PENDING) for one in (shown, dim))
        else:
            truth.append(held)
        seen_first = draw(_BOOLEANS) or not _after(until, shown)
        if seen_first:
            first.append(dim)
        gone = draw(_BOOLEANS) and (struck if seen_first else _after(until_later, held))
        if not gone:
            later.append(shown)
    shown_teacher = draw(_less_known(real)) if draw(_BOOLEANS) else real
    dim_teacher = shown_teacher if draw(_BOOLEANS) else draw(_less_known(shown_teacher))
    return Glimpse(
        seen=(dim_teacher, Transcript(first, complete_until=until)),
        more=(shown_teacher, Transcript(later, complete_until=until_later)),
        true=(real, Transcript(truth, complete_until=end)),
    )


def _after(until: date | None, own: TrainingRecord) -> bool:
    """Whether a transcript that is complete up to *until* may lack a record."""
    return until is None or own.booking_span.start > until


# conditions and quantities ------------------------------------------------------------------------


@attrs.frozen
class Scope:
    """
    Which forms a drawn policy may use.

    Attributes:
        presuming: Forms that read silence: presumptions, `is_known`, `first_known`.
        moving: Forms that move with the day of the audit: the last months, years since an event.
        falling: "At most", `not_` and differences over totals.
        counting: Counts and largest entries.
        steps: Everything that looks at single records: lumps, steps, counts, rewrites by record.
        rewrites: Rewrites.
        pools: Pools.
        ceilings: Ceilings.
        windows: Windows around events.
        cycles: Cycles that belong to a person and can be paused.
        parted: Totals that may take a part of a group that was rewritten.
        dates: Clauses and values that hold only from or until some day.
    """

    presuming: bool = False
    moving: bool = True
    falling: bool = True
    counting: bool = True
    steps: bool = True
    rewrites: bool = True
    pools: bool = True
    ceilings: bool = True
    windows: bool = True
    cycles: bool = True
    parted: bool = True
    dates: bool = True


EVERYTHING: Final = Scope()


@cache
def _record_tests(scope: Scope) -> st.SearchStrategy[Condition]:
    simple: list[st.SearchStrategy[Any]] = [
        st.sampled_from(MODES).map(record.mode.is_),
        st.sampled_from(TOPICS).map(record.topic.is_),
        st.sampled_from(LEVELS).map(record.level.at_least),
        st.sampled_from(PROJECTS).map(record.project.is_),
        st.sampled_from(RESULTS).map(record.result.is_),
        st.sampled_from(ACTIVITIES).map(record.activity.is_),
        st.sampled_from(CATEGORIES).map(teacher.category.is_),
        st.sampled_from(STAGES).map(teacher.stage.is_),
        days().map(lambda day: record.day >= day),
        st.sampled_from((1, 3)).map(lambda least_: record.local(_LOCAL) >= least_),
        st.just(teacher.local("share") < 1),
        st.just(teacher.event("promoted") <= record.day),
    ]
    if scope.steps:
        simple.append(amounts(CLASS_HOUR, (3, 1)).map(lambda least_: record.hours >= least_))
    if scope.moving:
        simple.append(st.just(teacher.years_since("promoted") >= Amount(1, 1, YEAR)))
    if scope.presuming:
        simple += [st.just(record.mode.is_known()), st.just(teacher.stage.is_known())]
    plain = st.one_of(*simple)
    return st.one_of(
        plain,
        plain.map(not_),
        st.tuples(plain, plain).map(lambda pair: any_of(*pair)),
        st.tuples(plain, plain, plain).map(lambda three: at_least(2, *three)),
    )


@cache
@st.composite
def selections(draw: Draw, scope: Scope = EVERYTHING, *, tags: bool = True) -> Selection:
    """Draw a selection of entries, often of all."""
    tests = draw(_list(_record_tests(scope), most_=2))
    words = {"tag": draw(_pick(TAGS))} if tags and draw(_number_to(4)) == 4 else {}
    return where(*tests, **words)


@cache
def _rate(unit: Unit, of: Unit) -> st.SearchStrategy[Amount]:
    """Draw what one of *of* gives in *unit*; a plain number between equal units."""
    return amounts(unit, RATES).map(lambda amount: per(of, amount))


@cache
@st.composite
def _earned(draw: Draw, unit: Unit, scope: Scope, depth: int = 0) -> Quantity:
    """Draw what a record earns, in *unit*."""
    linear: list[Callable[[], Quantity]] = [
        lambda: record.hours * draw(_rate(unit, CLASS_HOUR)),
        lambda: record.hours * draw(_rate(unit, CLASS_HOUR)) * draw(_number_of_person(scope)),
    ]
    stepped: list[Callable[[], Quantity]] = [
        lambda: _form(draw(amounts(unit, HOURS))),
        lambda: record.days * draw(_rate(unit, DAY)),
        lambda: record.local(_LOCAL) * draw(_rate(unit, NUMBER)),
        lambda: from_table(
            record.level,
            record.role,
            rows={(level, role): draw(amounts(unit)) for level in LEVELS for role in ROLES},
            otherwise=draw(_or(_NONE, amounts(unit))),
        ),
        lambda: rounded(
            draw(_earned(unit, scope, depth + 1)),
            step=draw(amounts(unit, STEPS)),
            direction=draw(_pick(("down", "up", "half up"))),
        ),
        lambda: least(draw(_earned(unit, scope, depth + 1)), draw(amounts(unit))),
        lambda: most(draw(_earned(unit, scope, depth + 1)), draw(amounts(unit))),
        lambda: draw(_earned(unit, scope, depth + 1)) + draw(amounts(unit)),
        lambda: draw(_earned(unit, scope, depth + 1)) - draw(amounts(unit)),
        lambda: if_(
            draw(_record_tests(scope)),
            draw(_earned(unit, scope, depth + 1)),
            draw(_or(_NONE, amounts(unit))),
        ),
        lambda: draw(_changing(unit)),
    ]
    if scope.presuming:
        stepped.append(
            lambda: first_known(record.hours * draw(_rate(unit, CLASS_HOUR)), Amount(3, 3, unit))
        )
    choices = linear[:1] if depth > 1 else linear + (stepped if scope.steps else [])
    return _one(draw, choices)


def _form(amount: Amount) -> Quantity:
    return least(amount)


@cache
@st.composite
def _changing(draw: Draw, unit: Unit) -> Quantity:
    """Draw a value that changes, and perhaps ends, on some day."""
    borders = sorted(draw(_list(days(), least_=1, most_=3, unique=True)))
    values: list[tuple[date, Any]] = [(day, draw(amounts(unit))) for day in borders]
    if len(values) > 1 and draw(_BOOLEANS):
        values[-1] = (values[-1][0], None)
    return dated(*values)


@cache
def _number_of_person(scope: Scope) -> st.SearchStrategy[Quantity]:
    options: list[st.SearchStrategy[Any]] = [
        st.just(teacher.local("share")),
        st.just(if_(teacher.category.is_(CLASS_TEACHER), 2, 1)),
        st.just(from_table(teacher.stage, rows={"primary": 1, "kindergarten": 2})),
    ]
    if scope.moving:
        options.append(st.just(if_(teacher.years_since("hired") >= Amount(1, 1, YEAR), 1, "0.5")))
    return st.one_of(*options)


@cache
@st.composite
def _of_person(draw: Draw, unit: Unit, scope: Scope, figures: tuple[str, ...] = ()) -> Quantity:
    """Draw an amount that depends on the person at most, in *unit*."""
    base = draw(amounts(unit))
    choices: list[Callable[[], Quantity]] = [
        lambda: _form(base),
        lambda: draw(_number_of_person(scope)) * base,
        lambda: rounded(
            draw(_number_of_person(scope)) * base,
            step=draw(amounts(unit, STEPS)),
            direction=draw(_pick(("down", "up", "half up"))),
        ),
        lambda: if_(draw(_person_tests(scope)), draw(amounts(unit)), draw(amounts(unit))),
        lambda: if_(draw(_person_tests(scope)), draw(amounts(unit))),
        lambda: most(draw(_number_of_person(scope)) * base, draw(amounts(unit))),
        lambda: base - draw(_number_of_person(scope)) * draw(amounts(unit)),
    ]
    if scope.dates:
        choices.append(lambda: draw(_changing(unit)))
    if scope.presuming:
        choices.append(lambda: first_known(teacher.local("share") * base, base))
    if figures:
        choices.append(lambda: figure(draw(_pick(figures))) * draw(_pick(RATES)))
    return _one(draw, choices)


@cache
@st.composite
def _person_tests(draw: Draw, scope: Scope) -> Condition:
    held = draw(
        st.sampled_from([teacher.category.is_(one) for one in CATEGORIES])
        | st.sampled_from([teacher.stage.is_(one) for one in STAGES])
    )
    choices: list[Callable[[], Condition]] = [
        lambda: held,
        held.ever,
        held.throughout,
        held.at_start,
        lambda: held.on("promoted"),
        lambda: not_(held),
        lambda: teacher.event("promoted") >= draw(days()),
        lambda: teacher.local("share") >= "0.5",
        lambda: any_of(held, draw(_person_tests(attrs.evolve(scope, moving=False)))),
    ]
    if scope.moving:
        choices.append(lambda: teacher.years_since("promoted") >= Amount(1, 1, YEAR))
    if scope.presuming:
        choices.append(teacher.stage.is_known)
    return _one(draw, choices)


# clauses --------------------------------------------------------------------------------------


@cache
@st.composite
def _force(draw: Draw, scope: Scope) -> Span | None:
    return draw(spans()) if scope.dates and draw(_number_to(5)) == 5 else None


@cache
@st.composite
def _recognition(draw: Draw, accounts: tuple[Account, ...], scope: Scope) -> list[RecognitionRule]:
    rules: list[RecognitionRule] = []
    for number in range(draw(_number_to(3))):
        name = f"rule{number}"
        if draw(_number_to(3)) == 3:
            chosen = draw(selections(scope, tags=False))
            rules.append(nothing(name, chosen, reason="refused", in_force=draw(_force(scope))))
            continue
        rules.append(draw(_recognising(name, accounts, scope)))
    main = accounts[0]
    if draw(_number_to(5)) < 5:
        rate = record.hours * per(CLASS_HOUR, Amount(1, 1, main.unit))
        rules.append(recognise("rest", where(), post(main.id, rate)))
    return rules


@cache
@st.composite
def _recognising(
    draw: Draw, name: str, accounts: tuple[Account, ...], scope: Scope
) -> RecognitionRule:
    posts = []
    for _ in range(draw(_pick((1, 1, 2)))):
        account = draw(_pick(accounts))
        tags = draw(_list(_pick(TAGS), most_=1))
        posts.append(post(account.id, draw(_earned(account.unit, scope)), tag=tags))
    return recognise(
        name,
        draw(selections(scope, tags=False)),
        *posts,
        stacking=draw(_number_to(4)) == 4,
        in_force=draw(_force(scope)),
    )


@cache
def _keys(scope: Scope) -> st.SearchStrategy[tuple[Key, ...]]:
    options: list[tuple[Key, ...]] = [
        ("project",),
        ("module",),
        (SCHOOL_YEAR,),
        ("module", SCHOOL_YEAR),
    ]
    options += [
        (CALENDAR_YEAR,),
        (CYCLE,),
        (HALF_YEAR,),
        ("mode",),
        ("topics",),
        (EVERY_DAY,),
        ("project", CYCLE),
    ]
    if scope.steps:
        options.append(("record",))
    if not scope.parted:
        options = [(SCHOOL_YEAR,), ("module", SCHOOL_YEAR), ("project", EVERY_DAY), (MONTHLY,)]
    return st.sampled_from(options)


@cache
@st.composite
def _rewrite(draw: Draw, name: str, account: Account, scope: Scope) -> Rewrite:
    unit = account.unit
    words: dict[str, Any] = {
        "by": draw(_keys(scope)),
        "of": draw(selections(scope)) if scope.parted else None,
        "account": account.id,
        "in_force": draw(_force(scope)),
    }
    limit = draw(amounts(unit))
    choices: list[Callable[[], Rewrite]] = [
        lambda: limit_per(name, limit, **words),
        lambda: nothing_below(name, limit, **words),
        lambda: rounded_down(name, draw(amounts(unit, STEPS)), **words),
        lambda: rewrite(name, to=group.total * "0.5", **words),
    ]
    if scope.dates:
        choices.append(lambda: limit_per(name, draw(_changing(unit)), **words))
    if scope.parted:
        choices.append(lambda: limit_per(name, draw(_of_person(unit, scope)), **words))
    if scope.steps:
        choices += [
            lambda: highest_only(name, **words),
            lambda: quota(name, 2, **words),
            lambda: rewrite(
                name,
                to=least(group.total, group.largest + limit),
                keep=draw(_pick(("the earliest first", "the largest first"))),
                **words,
            ),
            lambda: rewrite(name, to=if_(group.count >= 2, group.total, 0), **words),
            lambda: larger_side(name, draw(selections(scope)), **words),
        ]
    return _one(draw, choices)


@cache
@st.composite
def _pool(draw: Draw, name: str, accounts: tuple[Account, ...], scope: Scope) -> Pool:
    account = draw(_pick(accounts))
    to = draw(_pick(tuple(own for own in accounts[::-1] if own != account)))
    low, high = sorted(draw(_list(amounts(to.unit), least_=2, most_=2)), key=_low)
    enough, more = sorted(draw(_list(amounts(account.unit), least_=2, most_=2)), key=_low)
    choices: list[Callable[[], Quantity]] = [
        lambda: if_(group.total >= enough, high, 0),
        lambda: least(if_(group.total >= more, high, 0) + if_(group.total >= enough, low, 0), high),
        lambda: group.total * per(account.unit, Amount(1, 1, to.unit)),
        lambda: rounded(
            group.total * per(account.unit, Amount(Fraction(1, 2), Fraction(1, 2), to.unit)),
            step=draw(amounts(to.unit, STEPS)),
            direction=draw(_pick(("up", "down"))),
        ),
    ]
    if scope.steps:
        choices += [
            lambda: group.count * low,
            lambda: group.largest * per(account.unit, Amount(2, 2, to.unit)),
        ]
    keys: tuple[Key, ...] = draw(_or(_just(()), _keys(scope)))
    return pool(
        name,
        gives=_one(draw, choices),
        to=to.id,
        account=account.id,
        of=draw(selections(scope)),
        by=keys,
        tag=draw(_list(_pick(TAGS), most_=1)),
        in_force=draw(_force(scope)),
    )


def _low(amount: Amount) -> Exact:
    return amount.value


@cache
@st.composite
def _ceiling(
    draw: Draw, name: str, account: Account, scope: Scope, figures: tuple[str, ...]
) -> Ceiling:
    options: list[tuple[Key, ...]] = [
        (CYCLE,),
        (HALF_YEAR,),
        (SCHOOL_YEAR,),
        (CALENDAR_YEAR,),
        (EVERY_DAY,),
        ("project",),
        ("project", SCHOOL_YEAR),
        ("topics", CYCLE),
    ]
    if scope.steps:
        options.append(("record",))
    return ceiling(
        name,
        draw(_or(amounts(account.unit), _of_person(account.unit, scope, figures))),
        by=draw(_pick(tuple(options))),
        of=draw(_or(_NONE, selections(scope))),
        account=account.id,
        in_force=draw(_force(scope)),
    )


@cache
@st.composite
def _window(draw: Draw, scope: Scope) -> WindowForm | None:
    if not scope.windows or draw(_number_to(3)) < 3:
        return None
    choices: list[WindowForm] = [
        around("promoted", months_after=6, clip=Clip.BACK),
        around("promoted", months_before=12, days_after=1, clip=Clip.FORWARD),
        between_events("registered", "promoted"),
        draw(spans()),
    ]
    if scope.moving:
        choices.append(last(years=1, clip=Clip.BACK))
    return draw(_pick(tuple(choices)))


@cache
@st.composite
def _counted(draw: Draw, accounts: tuple[Account, ...], scope: Scope) -> tuple[Quantity, Unit]:
    """Draw a quantity over totals, with its unit."""
    account = draw(_pick(accounts))
    of = draw(_or(_NONE, selections(scope))) if scope.parted else None
    over = draw(_window(scope))
    choices: list[Callable[[], tuple[Quantity, Unit]]] = [
        lambda: (total(account.id, of, over=over), account.unit),
        lambda: (
            total(account.id, of, over=over)
            + least(total(account.id), draw(amounts(account.unit))),
            account.unit,
        ),
    ]
    if scope.falling:
        choices.append(lambda: (total(account.id) - total(account.id, of, over=over), account.unit))
    if scope.counting:
        names = ("project", "module", "topics", "record")
        choices += [
            lambda: (count_of(of, account=account.id, over=over), NUMBER),
            lambda: (
                count_of(of, account=account.id, by=draw(_pick(names)), over=over),
                NUMBER,
            ),
            lambda: (largest_of(of, account=account.id, over=over), account.unit),
            lambda: (
                largest_of(of, account=account.id, by=draw(_pick(names)), over=over),
                account.unit,
            ),
        ]
    return _one(draw, choices)


@cache
@st.composite
def _compared(
    draw: Draw, accounts: tuple[Account, ...], scope: Scope, figures: tuple[str, ...]
) -> Condition:
    quantity, unit = draw(_counted(accounts, scope))
    if unit == NUMBER:
        needed: Quantity = _form(draw(amounts(NUMBER, (1, 2, 3))))
    else:
        usable = figures if unit == accounts[0].unit else ()
        needed = draw(_of_person(unit, scope, usable))
    operator = draw(_pick((">=", ">", "<=", "<") if scope.falling else (">=", ">")))
    match operator:
        case ">=":
            return quantity >= needed
        case ">":
            return quantity > needed
        case "<=":
            return quantity <= needed
        case _:
            return quantity < needed


@cache
@st.composite
def _needs(
    draw: Draw,
    accounts: tuple[Account, ...],
    scope: Scope,
    figures: tuple[str, ...],
    depth: int = 0,
) -> Condition:
    if depth > 1 or draw(_BOOLEANS):
        return draw(_compared(accounts, scope, figures))

    def part() -> Condition:
        return draw(_needs(accounts, scope, figures, depth + 1))

    calendars = CALENDARS if scope.parted else (SCHOOL_YEAR,)
    over = draw(_window(scope))
    cut_short = draw(_pick(("keep", "drop")))
    choices: list[Callable[[], Condition]] = [
        lambda: each(draw(_pick(calendars)), part(), over=over, cut_short=cut_short),
        lambda: some(
            draw(_pick(calendars)),
            part(),
            at_least=draw(_pick((1, 2, 3))),
            over=over,
            cut_short=cut_short,
        ),
        lambda: draw(_pick((each, some)))(HALF_YEAR, part(), over=CYCLE),
        lambda: all_of(part(), part()),
        lambda: any_of(part(), part()),
        lambda: at_least(2, part(), part(), part()),
        lambda: when(draw(_person_tests(scope)), part()),
    ]
    if scope.falling:
        choices += [lambda: not_(part()), lambda: draw(_person_tests(scope))]
    return _one(draw, choices)


@cache
@st.composite
def _requirement(
    draw: Draw, name: str, accounts: tuple[Account, ...], scope: Scope, figures: tuple[str, ...]
) -> Requirement:
    asked: dict[str, Condition] = {}
    for word in ("applies", "exempt", "deemed"):
        if draw(_number_to(4)) == 4:
            asked[word] = draw(_person_tests(scope))
    force = draw(_force(scope)) if scope.moving else None
    return require(name, draw(_needs(accounts, scope, figures)), in_force=force, **asked)  # type: ignore[arg-type]  # conditions by name


@cache
@st.composite
def _cycle(draw: Draw, scope: Scope) -> Cycle:
    blocks = [
        Cycle.block(years=2, starting=date(2015, 9, 1)),
        Cycle.block(years=1, starting=date(2015, 9, 1)),
    ]
    if scope.parted:
        blocks.append(Cycle.block(months=18, starting=date(2015, 1, 1)))
    if scope.cycles:
        blocks += [
            Cycle.personal(years=1, since="registered", clip=Clip.FORWARD),
            Cycle.personal(years=2, since="registered", clip=Clip.BACK, paused_by=(ON_LEAVE,)),
        ]
    return draw(_pick(tuple(blocks)))


@cache
@st.composite
def _presumption(draw: Draw, name: str) -> Presumption:
    facts: list[tuple[Any, Any]] = [
        (record.result, Result.PASSED),
        (record.mode, Mode.ONLINE),
        (record.hours, 3),
        (record.local(_LOCAL), 3),
        (record.project, "p"),
    ]
    fact, means = draw(_pick(tuple(facts)))
    return presume(name, fact, means)


@cache
@st.composite
def policies(draw: Draw, scope: Scope = EVERYTHING) -> Policy:
    """
    Draw a policy that is valid.

    Its requirements always hold one for each account, `sum-...`, that asks for nothing: it shows
    what the account comes to over the cycle.

    Args:
        draw: Given by Hypothesis.
        scope: Which forms it may use.
    """
    count = 1 + draw(_number_to(2))
    accounts = tuple(Account(ACCOUNTS[number], UNITS[number]) for number in range(count))
    figures: list[Figure] = []
    for number in range(draw(_number_to(2))):
        named = tuple(own.id for own in figures)
        value = draw(_of_person(accounts[0].unit, scope, named))
        figures.append(define(f"figure{number}", value))
    named = tuple(own.id for own in figures)
    requirements = [
        draw(_requirement(f"need{number}", accounts, scope, named))
        for number in range(draw(_number_to(2)))
    ]
    requirements += [require(f"sum-{own.id}", total(own.id) >= 0) for own in accounts]
    parts: dict[str, Any] = {
        "recognition": draw(_recognition(accounts, scope)),
        "requirements": requirements,
        "figures": figures,
        "cycle": draw(_cycle(scope)),
    }
    if scope.rewrites:
        names = [f"rewrite{number}" for number in range(draw(_number_to(2)))]
        parts["rewrites"] = [draw(_rewrite(name, draw(_pick(accounts)), scope)) for name in names]
    if scope.pools and len(accounts) > 1:
        names = [f"pool{number}" for number in range(draw(_number_to(2)))]
        parts["pools"] = [draw(_pool(name, accounts, scope)) for name in names]
    if scope.presuming:
        parts["presumptions"] = _by_fact(
            [draw(_presumption(f"silence{number}")) for number in range(draw(_number_to(2)))]
        )
    parts["booking"] = draw(_pick((Booking.FIRST_DAY, Booking.LAST_DAY, None)))
    parts["counts_before_hire"] = draw(_BOOLEANS)
    if scope.dates and draw(_number_to(7)) == 7:
        parts["in_force"] = draw(spans())
    made = _policy(accounts, parts)
    return draw(_with_ceilings(made, scope, named)) if scope.ceilings else made


def _by_fact(presumptions: list[Presumption]) -> list[Presumption]:
    return list({own.fact: own for own in presumptions}.values())


def _counts_what_pools_give(accounts: tuple[Account, ...], parts: dict[str, Any]) -> bool:
    """Whether single entries are counted of an account that a pool feeds, which is refused."""
    try:
        Policy(id="drawn", title="A drawn policy", source=SOURCE, accounts=accounts, **parts)
    except InvalidPolicyError as refused:
        return "which a pool feeds" in str(refused)
    return False


def _policy(accounts: tuple[Account, ...], parts: dict[str, Any]) -> Policy:
    if parts.get("pools") and _counts_what_pools_give(accounts, parts):
        parts = parts | {"pools": ()}
    try:
        return Policy(id="drawn", title="A drawn policy", source=SOURCE, accounts=accounts, **parts)
    except InvalidPolicyError as error:
        # Drawn without regard to whether its values rise with a group.
        assume(all("may fall" not in one.problem for one in error.problems))
        raise


@st.composite
def _with_ceilings(draw: Draw, policy: Policy, scope: Scope, figures: tuple[str, ...]) -> Policy:
    """Draw ceilings one by one; one that would make a third family is left out."""
    for number in range(draw(_pick((0, 1, 2, 3, 4)))):
        account = draw(_pick(policy.accounts))
        named = figures if account is policy.accounts[0] else ()
        one = draw(_ceiling(f"ceiling{number}", account, scope, named))
        try:
            policy = attrs.evolve(policy, ceilings=(*policy.ceilings, one))
        except InvalidPolicyError as error:
            refused = ("crosses", "which a pool feeds")
            assume(all(any(own in one.problem for own in refused) for one in error.problems))
    return policy


# days of audits -------------------------------------------------------------------------------

LATEST: Final = date(2018, 12, 31)
"""A day after every window of this world but those without an end."""


@cache
def audit_days() -> st.SearchStrategy[date]:
    """Draw the day of an audit: at a border, or after nearly everything."""
    return st.one_of(st.just(date(2017, 8, 31)), st.just(LATEST), days())


def next_day(day: date) -> date:
    """Return the day after *day*."""
    return day + timedelta(days=1)
