"""Teachers, and their facts as dated timelines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models._calendar import Span, plain_date
from teachtrain.models._quantities import Exact, local_number
from teachtrain.models._vocabulary import (
    UNKNOWN,
    Absent,
    Stage,
    as_tuple,
    brief,
    identifier,
    several,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.models._quantities import ExactInput
    from teachtrain.models._sources import Source

__all__ = ["SINGLE_FACTS", "Event", "Held", "Teacher", "Timeline"]

SINGLE_FACTS = ("post", "school", "stage", "subject", "place", "employment")
"""The facts of a teacher of which one value holds at a time."""


_AS_OF = "as_of"


def _value(value: ExactInput | Absent) -> str | Exact | Absent:
    if isinstance(value, (str, Absent)):
        return value
    return local_number(value, where="Held.value")


@attrs.frozen
class Held:
    """
    One value of a fact and the days on which it held.

    Attributes:
        value: Text or an exact number of zero or more; `UNKNOWN` where another value may
            hold, `NONE` where none does.
        span: The days.
        source: The paper that says so, where known.

    Raises:
        InvalidTypeError: If the value is neither text nor an exact number.
        InvalidValueError: If it is a number below zero.
    """

    value: str | Exact | Absent = attrs.field(converter=_value)
    span: Span = attrs.field(factory=Span.always)
    source: Source | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Timeline:
    """
    A fact through time: what is listed held; a day that nothing covers says nothing.

    >>> from datetime import date
    >>> stage = Timeline.of(("primary", Span.until(date(2018, 8, 31))),
    ...                     ("junior_secondary", Span.since(date(2018, 9, 1))))
    >>> stage.on(date(2018, 9, 1))
    ('junior_secondary',)

    Attributes:
        entries: Values and their spans, in any order; they may overlap where several values
            of the fact can hold at once.
    """

    entries: tuple[Held, ...] = attrs.field(converter=as_tuple)

    @classmethod
    def of(cls, *values: HeldInput) -> Timeline:
        """Return the timeline of values with spans; a value alone holds always."""
        return cls(tuple(_held(value) for value in values))

    def on(self, day: date) -> tuple[str | Exact | Absent, ...]:
        """Return every value that held on *day*, in the order listed."""
        return tuple(held.value for held in self.entries if day in held.span)

    def borders(self) -> Iterator[date]:
        """Yield the days on which a value starts or ends."""
        for held in self.entries:
            yield held.span.start
            yield held.span.end

    def is_constant(self) -> bool:
        """Whether the same values hold on every day."""
        days = {date.min, *self.borders()} - {date.max}
        return len({frozenset(self.on(day)) for day in days}) == 1


HeldInput: TypeAlias = "Held | tuple[str | Exact | Absent, Span] | str | Absent"
"""What is accepted as a value with its days; a value alone holds always."""


def _held(value: HeldInput) -> Held:
    match value:
        case Held():
            return value
        case str() | Absent():
            return Held(value)
        case (held, Span() as span):
            return Held(held, span)
        case _:
            raise InvalidTypeError.at(
                "Timeline.of",
                f"not a value with a span (got {brief(value)})",
                'give a value, or pairs such as ("primary", Span.since(day))',
            )


@attrs.frozen
class Event:
    """
    Something that happened to the teacher once.

    Attributes:
        name: What, such as `hired`, `registered` or `became_principal`; not `as_of`, which
            windows call the day of the audit.
        day: When; `NONE` if it is known not to have happened, `UNKNOWN` if the day is not known.
    """

    name: str
    day: date | Absent

    def __attrs_post_init__(self) -> None:
        identifier(self.name, where="Event.name")
        if self.name == _AS_OF:
            raise InvalidValueError.at(
                "Event.name",
                "'as_of' is the day of the audit, not an event",
                "give the event a name of its own",
            )
        if not isinstance(self.day, Absent):
            plain_date(self.day, where=f"Event {self.name!r}")


def _timeline(value: Timeline | str | Absent | None) -> Timeline | None:
    if value is None or isinstance(value, Timeline):
        return value
    return Timeline.of(value)


def _stage(value: Timeline | str | Absent | None) -> Timeline | None:
    timeline = _timeline(value)
    for held in timeline.entries if timeline is not None else ():
        if not isinstance(held.value, Absent):
            Stage.of(held.value, where="Teacher.stage")
    return timeline


def _categories(value: Timeline | str | Iterable[HeldInput] | Absent | None) -> Timeline | None:
    if value is None or isinstance(value, Timeline):
        return value
    if isinstance(value, (str, Absent)):
        return Timeline.of(value)
    mend = 'give words such as ("class_teacher",), or () where none is held'
    return Timeline.of(*several(value, where="Teacher.categories", mend=mend))


def _events(value: Mapping[str, date | Absent] | Iterable[Event]) -> tuple[Event, ...]:
    if isinstance(value, Mapping):
        days = cast("Mapping[str, date | Absent]", value)
        listed = [Event(name, day) for name, day in days.items()]
    else:
        given = several(value, where="Teacher.events", mend=_EVENTS_MEND)
        listed = [_event(one) for one in given]
    return tuple(sorted(listed, key=lambda event: event.name))


_EVENTS_MEND = 'give days by name, such as {"hired": date(2009, 9, 1)}'


def _event(value: object) -> Event:
    if not isinstance(value, Event):
        raise InvalidTypeError.at(
            "Teacher.events",
            f"not an event (got {brief(value)})",
            _EVENTS_MEND,
        )
    return value


LocalInput: TypeAlias = "Timeline | ExactInput | Absent"


def _local(
    value: Mapping[str, LocalInput] | Iterable[tuple[str, LocalInput]],
) -> tuple[tuple[str, Timeline], ...]:
    if isinstance(value, Mapping):
        items: Iterable[tuple[str, LocalInput]] = cast("Mapping[str, LocalInput]", value).items()
    else:
        mend = 'give values by name, such as {"rank": "senior"}'
        items = several(value, where="Teacher.local", mend=mend)
    made = [(name, _local_timeline(name, given)) for name, given in items]
    return tuple(sorted(made, key=lambda own: own[0]))


def _local_timeline(name: str, value: LocalInput) -> Timeline:
    identifier(name, where="Teacher.local")
    if isinstance(value, Timeline):
        return value
    if isinstance(value, (str, Absent)):
        return Timeline((Held(value),))
    return Timeline((Held(local_number(value, where=f"Teacher.local[{name!r}]")),))


@attrs.frozen
class Teacher:
    """
    A teacher, as far as rules look at one: no name, only an id and dated facts.

    A fact that is left out is unknown. `categories=()` says that no category is held, and
    so do the days that a given timeline of categories doesn't cover.

    >>> from datetime import date
    >>> Teacher("t-1", categories=("class_teacher",), stage="primary",
    ...         events={"hired": date(2009, 9, 1)}).event("hired")
    datetime.date(2009, 9, 1)

    Attributes:
        id: Never empty.
        categories: Which categories hold when; several may hold at once.
        post: Post or rank.
        school: Id of the school.
        stage: Stage of schooling, a `Stage`.
        subject: Subject taught.
        place: Code or id of the county or city.
        employment: Such as `IN_POST` or `ON_LEAVE`.
        events: Dated events by name; one that is not listed is unknown.
        local: A province's own facts: text or exact numbers by name, dated if need be.

    Raises:
        InvalidValueError: If two values of one fact hold at once, or an event or a local fact
            is listed twice.
    """

    id: str
    categories: Timeline | None = attrs.field(default=None, converter=_categories, kw_only=True)
    post: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    school: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    stage: Timeline | None = attrs.field(default=None, converter=_stage, kw_only=True)
    subject: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    place: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    employment: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    events: tuple[Event, ...] = attrs.field(default=(), converter=_events, kw_only=True)
    local: tuple[tuple[str, Timeline], ...] = attrs.field(
        default=(), converter=_local, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="Teacher.id")
        names = [event.name for event in self.events]
        if len(set(names)) < len(names):
            raise InvalidValueError.at(
                "Teacher.events", "an event is listed twice", "give each event one day"
            )
        names = [name for name, _ in self.local]
        if len(set(names)) < len(names):
            raise InvalidValueError.at(
                "Teacher.local", "a fact is listed twice", "give each fact one timeline"
            )
        for name in SINGLE_FACTS:
            _refuse_overlap(f"Teacher.{name}", getattr(self, name))
        for name, timeline in self.local:
            _refuse_overlap(f"Teacher.local[{name!r}]", timeline)

    def event(self, name: str) -> date | Absent:
        """Return the day of an event; `UNKNOWN` where it is not listed."""
        for event in self.events:
            if event.name == name:
                return event.day
        return UNKNOWN

    def fact(self, name: str) -> Timeline | None:
        """Return the timeline of a fact, the teacher's own or a local one; None if unknown."""
        if name == "category":
            return self.categories
        if name in SINGLE_FACTS:
            timeline: Timeline | None = getattr(self, name)
            return timeline
        return next((timeline for own, timeline in self.local if own == name), None)


def _refuse_overlap(where: str, timeline: Timeline | None) -> None:
    if timeline is None:
        return
    spans = sorted((held.span for held in timeline.entries), key=lambda span: span.start)
    for before, after in pairwise(spans):
        if after.start < before.end:
            raise InvalidValueError.at(
                where,
                f"two values hold at once (from {after.start})",
                "end the earlier value before the later one starts",
            )
