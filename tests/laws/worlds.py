"""
Riddles: a teacher and records of whom not all is known, with every way in which it may be.

A riddle has few holes, and each is filled in with every value that the small world has for it,
so that what an audit says can be held against all that may be true, and not against one chance.
Records are drawn dense: few days, projects and topics, so that groups have several members.
"""

from __future__ import annotations

import itertools
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
from hypothesis import strategies as st

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_TEACHER,
    IN_POST,
    NEW_TEACHER,
    NONE,
    ON_LEAVE,
    SCHOOL_YEAR,
    UNKNOWN,
    Event,
    Held,
    Level,
    Mode,
    Result,
    Span,
    Status,
    Teacher,
    Timeline,
    TrainingRecord,
    Transcript,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "DENSE",
    "END",
    "Riddle",
    "World",
    "dense_records",
    "draw_records",
    "known_evidence",
    "narrow_evidence",
    "pick",
    "plain_teachers",
    "riddles",
]

World: TypeAlias = "tuple[Teacher, Transcript]"

DENSE: Final = (
    date(2016, 3, 1),
    date(2015, 9, 1),
    date(2015, 12, 31),
    date(2016, 1, 1),
    date(2016, 8, 31),
    date(2016, 9, 1),
    date(2017, 1, 15),
    date(2016, 2, 29),
)
"""Days of two school years, three calendar years and one cycle, most at a border."""

END: Final = date(2020, 12, 31)
HOURS: Final = (3, 1, 2, 5, 4, 0, Fraction(1, 3), 8)
_HOURS_MAYBE: Final = (0, 2, 9)
MODES: Final = (Mode.ONLINE, Mode.FACE_TO_FACE, NONE)
PROJECTS: Final = ("p", "q", NONE)
TOPICS: Final = (("ethics",), ("ethics", "safety"), (), ("safety",))
RESULTS: Final = (Result.PASSED, Result.FAILED, NONE)
LEVELS: Final = (Level.COUNTY, Level.CITY, NONE)
_LEAVE: Final = Span.through(date(2016, 1, 1), date(2016, 3, 31))


@cache
def _numbers(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


def pick(draw: st.DrawFn, *values: Any) -> Any:
    """Draw one of *values*; it shrinks to the first."""
    return values[draw(_numbers(len(values) - 1))]


class _Digits:
    """A number that is read digit by digit: one draw makes a whole record."""

    def __init__(self, number: int) -> None:
        self.number = number

    def pick(self, values: tuple[Any, ...]) -> Any:
        self.number, place = divmod(self.number, len(values))
        return values[place]


_NARROW: Final = 2 * 2 * 2 * 4 * 4


@cache
@st.composite
def narrow_records(draw: st.DrawFn, record_id: str = "r") -> TrainingRecord:
    """Draw a record among so few that most share a group, a ceiling and a day."""
    digits = _Digits(draw(_numbers(_NARROW - 1)))
    return TrainingRecord(
        record_id,
        activity="training",
        hours=digits.pick(HOURS[:4]),
        day=digits.pick(DENSE[:4]),
        mode=digits.pick(MODES[:2]),
        project=digits.pick(PROJECTS[:2]),
        topics=digits.pick(TOPICS[:2]),
        result=Result.PASSED,
        level=Level.COUNTY,
        role=NONE,
        module=NONE,
    )


_RECORDS: Final = 8 * 8 * 3 * 3 * 4 * 3 * 3 * 2


@cache
@st.composite
def dense_records(draw: st.DrawFn, record_id: str = "r", *, long: bool = False) -> TrainingRecord:
    """Draw a record of which everything is known, among few that differ."""
    digits = _Digits(draw(_numbers(_RECORDS - 1)))
    hours, day = digits.pick(HOURS), digits.pick(DENSE)
    facts = {
        "mode": digits.pick(MODES),
        "project": digits.pick(PROJECTS),
        "topics": digits.pick(TOPICS),
        "result": digits.pick(RESULTS),
        "level": digits.pick(LEVELS),
        "activity": digits.pick(("training", "lecture")),
    }
    last_day = max(day, draw(st.sampled_from(DENSE))) if long else None
    return TrainingRecord(
        record_id, hours=hours, day=day, last_day=last_day, role=NONE, module=NONE, **facts
    )


def draw_records(
    draw: st.DrawFn, count: int, *, name: str = "r", long: bool = False, narrow: bool = False
) -> list[TrainingRecord]:
    """Draw records of which everything is known; some are alike but for their ids."""
    if narrow:
        return [draw(narrow_records(f"{name}{number}")) for number in range(count)]
    made: list[TrainingRecord] = []
    for number in range(count):
        if made and pick(draw, False, False, False, True):
            made.append(attrs.evolve(made[-1], id=f"{name}{number}"))
        else:
            made.append(draw(dense_records(f"{name}{number}", long=long)))
    return made


@cache
@st.composite
def known_evidence(draw: st.DrawFn, *, long: bool = False, constant: bool = False) -> World:
    """Draw a teacher and records, all of which is known."""
    listed = draw_records(draw, pick(draw, 3, 1, 2, 4, 5, 6), long=long)
    return draw(plain_teachers(constant=constant)), Transcript(listed, complete_until=END)


@cache
@st.composite
def narrow_evidence(draw: st.DrawFn) -> World:
    """Draw a teacher and records, all of which is known, that share groups and facts."""
    listed = draw_records(draw, pick(draw, 3, 2, 4, 5, 6), narrow=True)
    return draw(plain_teachers(constant=False)), Transcript(listed, complete_until=END)


@cache
@st.composite
def plain_teachers(draw: st.DrawFn, *, constant: bool = True) -> Teacher:
    """
    Draw a teacher of whom everything is known that small policies ask.

    Args:
        draw: Given by Hypothesis.
        constant: Whether facts hold always; else some may change on a day.
    """
    digits = _Digits(draw(_numbers(3 * 3 * 3 * 4 * 3 * 4 - 1)))
    held = digits.pick(((CLASS_TEACHER,), (), (NEW_TEACHER,)))
    span = Span.always() if constant else digits.pick((Span.since(DENSE[0]), Span.until(DENSE[5])))
    events: dict[str, Any] = {
        "promoted": digits.pick((DENSE[0], DENSE[5], NONE, DENSE[4])),
        "registered": digits.pick((date(2015, 9, 1), date(2012, 2, 29), NONE)),
    }
    hired = digits.pick((None, None, NONE, date(2016, 1, 1)))
    if hired is not None:
        events["hired"] = hired
    away = not constant and pick(draw, False, True)
    return Teacher(
        "t",
        categories=Timeline([Held(value, span) for value in held]),
        stage=Timeline.of(digits.pick(("primary", "kindergarten"))),
        employment=_employment(away=away),
        local={"share": Timeline((Held(digits.pick((1, Fraction(1, 2), 0))),))},
        events=events,
    )


def _employment(*, away: bool) -> Timeline:
    if not away:
        return Timeline.of(IN_POST)
    return Timeline(
        (
            Held(IN_POST, Span(date.min, _LEAVE.start)),
            Held(ON_LEAVE, _LEAVE),
            Held(IN_POST, Span.since(_LEAVE.end)),
        )
    )


# holes ----------------------------------------------------------------------------------------

Change: TypeAlias = "dict[str, Any] | None"
"""What a hole is filled in with; None strikes the record out."""


@attrs.frozen
class Riddle:
    """
    What is known, and all that may be true.

    Attributes:
        teacher: As far as is known.
        transcript: As far as is known.
        worlds: Ways to fill in everything; what is true is among them.
        holes: What is not known, in words.
    """

    teacher: Teacher
    transcript: Transcript
    worlds: tuple[World, ...] = attrs.field(repr=False)
    holes: tuple[str, ...]


def _spans(day: date) -> tuple[Span, ...]:
    """Return spans that may be all that is known of a day."""
    return (
        CALENDAR_YEAR.cell(day),
        SCHOOL_YEAR.cell(day),
        Span.through(min(day, DENSE[3]), max(day, DENSE[3])),
        Span.through(min(day, DENSE[6]), max(day, DENSE[6])),
    )


_UNKNOWN_FACTS: Final[dict[str, tuple[dict[str, Any], tuple[dict[str, Any], ...]]]] = {
    "pending": ({"status": Status.PENDING}, ({},)),
    "hours": ({"hours": None}, tuple({"hours": value} for value in _HOURS_MAYBE)),
    "mode": ({"mode": None}, tuple({"mode": value} for value in MODES)),
    "project": ({"project": UNKNOWN}, tuple({"project": value} for value in (*PROJECTS, "new"))),
    "topics": ({"topics": UNKNOWN}, tuple({"topics": frozenset(value)} for value in TOPICS)),
    "result": ({"result": None}, tuple({"result": value} for value in RESULTS)),
    "level": ({"level": None}, tuple({"level": value} for value in LEVELS)),
}
"""By kind of hole: what is then seen of a record, and what may be true of it."""


def _timelines(*values: Any) -> tuple[Timeline, ...]:
    return tuple(Timeline((Held(value),)) for value in values)


def _without(teacher: Teacher, name: str) -> tuple[Event, ...]:
    return tuple(event for event in teacher.events if event.name != name)


def _unknown_event(name: str, *days: Any) -> Callable[[Teacher], tuple[Teacher, list[Teacher]]]:
    def hide(teacher: Teacher) -> tuple[Teacher, list[Teacher]]:
        rest = _without(teacher, name)
        seen, *maybe = (
            attrs.evolve(teacher, events=(*rest, Event(name, day))) for day in (UNKNOWN, *days)
        )
        return seen, maybe

    return hide


def _unknown_line(name: str, *lines: Any) -> Callable[[Teacher], tuple[Teacher, list[Teacher]]]:
    def hide(teacher: Teacher) -> tuple[Teacher, list[Teacher]]:
        seen, *maybe = (attrs.evolve(teacher, **{name: line}) for line in (None, *lines))
        return seen, maybe

    return hide


def _unknown_share(teacher: Teacher) -> tuple[Teacher, list[Teacher]]:
    maybe = [
        attrs.evolve(teacher, local={"share": line}) for line in _timelines(1, Fraction(1, 2), 0)
    ]
    return attrs.evolve(teacher, local=()), maybe


_UNKNOWN_OF_TEACHERS: Final[dict[str, Callable[[Teacher], tuple[Teacher, list[Teacher]]]]] = {
    "category": _unknown_line(
        "categories",
        Timeline(()),
        *_timelines(CLASS_TEACHER, NEW_TEACHER),
        Timeline((Held(CLASS_TEACHER, Span.since(DENSE[0])),)),
    ),
    "stage": _unknown_line("stage", *_timelines("primary", "kindergarten", NONE)),
    "share": _unknown_share,
    "promoted": _unknown_event("promoted", DENSE[0], DENSE[5], NONE),
    "registered": _unknown_event("registered", date(2015, 9, 1), date(2012, 2, 29), NONE),
    "hired": _unknown_event("hired", date(2010, 1, 1), date(2016, 1, 1), NONE),
    "employment": _unknown_line("employment", _employment(away=False), _employment(away=True)),
}


@st.composite
def _hole(
    draw: st.DrawFn, kind: str, record: TrainingRecord
) -> tuple[dict[str, Any], tuple[Change, ...]]:
    """Draw what is seen of a record with a hole, and what may fill it."""
    if kind == "day":
        assert record.day is not None
        span = pick(draw, *_spans(record.day))
        days = [day for day in DENSE if day in span]
        changes = tuple({"day": day, "last_day": None} for day in days)
        return {"day": None, "within": span, "last_day": None}, changes
    if kind == "booking":  # of several days, under a policy that is silent on which is meant
        assert record.day is not None
        last = max(record.day, pick(draw, *DENSE))
        days = [day for day in DENSE if record.day <= day <= last]
        return {"last_day": last}, tuple({"day": day, "last_day": None} for day in days)
    seen, changes = _UNKNOWN_FACTS[kind]
    return seen, (*changes, None) if kind == "pending" else changes


@cache
@st.composite
def riddles(
    draw: st.DrawFn,
    kinds: tuple[str, ...],
    *,
    most_records: int = 5,
    most_worlds: int = 10,
    constant: bool = True,
    narrow: bool = False,
) -> Riddle:
    """
    Draw what is known of a teacher and the records, with holes of some *kinds*.

    Args:
        draw: Given by Hypothesis.
        kinds: Names of a record's or a teacher's facts, `pending`, `day`, `booking`, or
            `transcript` for records that are not yet in.
        most_records: Most records, beside those not yet in.
        most_worlds: Most ways in which the holes are filled in.
        constant: Whether the teacher's facts hold always.
        narrow: Whether records are drawn from few that share their groups.
    """
    teacher = draw(plain_teachers(constant=constant))
    count = pick(draw, 3, 1, 2, *range(4, most_records + 1))
    true = draw_records(draw, count, narrow=narrow)
    seen: list[TrainingRecord] = list(true)
    options: list[list[tuple[int, Change]]] = []
    teachers: list[Teacher] = [teacher]
    holes: list[str] = []
    for kind in [pick(draw, *kinds) for _ in range(pick(draw, 1, 2, 3))]:
        if kind == "transcript" or kind in holes:
            continue
        if kind in _UNKNOWN_OF_TEACHERS:
            holes.append(kind)
            teacher, _ = _UNKNOWN_OF_TEACHERS[kind](teacher)
            teachers = [one for own in teachers for one in _UNKNOWN_OF_TEACHERS[kind](own)[1]]
            continue
        place = pick(draw, *range(count))
        if seen[place] is not true[place] and {kind, *holes} & {"day", "booking"}:
            continue  # one hole in a day is enough
        shown, changes = draw(_hole(kind, true[place]))
        holes.append(kind)
        seen[place] = attrs.evolve(seen[place], **shown)
        options.append([(place, change) for change in changes])
    until = END
    if "transcript" in kinds:
        few = (None, END, DENSE[1], DENSE[2])
        until = pick(draw, *few) if narrow else pick(draw, END, DENSE[0], None, DENSE[5])
    if until != END:
        holes.append("transcript")
        for number in range(pick(draw, 1, 2)):
            (more,) = draw_records(draw, 1, name=f"s{number}", narrow=narrow)
            assert more.day is not None
            if until is None or more.day > until:
                true.append(more)
                options.append([(len(true) - 1, {}), (len(true) - 1, None)])
    ways = [(own, filled) for own in teachers for filled in itertools.product(*options)]
    step = max(1, -(-len(ways) // most_worlds))
    worlds = tuple(
        (own, Transcript(_filled(true, filled), complete_until=END))
        for own, filled in ways[draw(_numbers(step - 1)) :: step]
    )
    return Riddle(teacher, Transcript(seen, complete_until=until), worlds, tuple(holes))


def _filled(
    records: list[TrainingRecord], filled: tuple[tuple[int, Change], ...]
) -> list[TrainingRecord]:
    struck = {place for place, change in filled if change is None}
    made = list(records)
    for place, change in filled:
        if change is not None:
            made[place] = attrs.evolve(made[place], **change)
    return [record for place, record in enumerate(made) if place not in struck]
