"""Teachers, and their facts as dated timelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models._calendar import Span, plain_date
from teachtrain.models._quantities import Exact, not_negative
from teachtrain.models._vocabulary import UNKNOWN, Absent, as_tuple, identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from teachtrain.models._sources import Source

__all__ = ["SINGLE_FACTS", "Event", "Held", "Teacher", "Timeline"]

SINGLE_FACTS = ("post", "school", "stage", "subject", "place", "employment")
"""The facts of a teacher of which one value holds at a time."""


@attrs.frozen
class Held:
    """
    One value of a fact and the days on which it held.

    Attributes:
        value: The value; `UNKNOWN` where another value may hold, `NONE` where none does.
        span: The days.
        source: The paper that says so, where known.
    """

    value: str | Exact | Absent
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
    def of(cls, *values: Held | tuple[str | Absent, Span] | str | Absent) -> Timeline:
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
        always = Span.always()
        return all(held.span == always for held in self.entries)


def _held(value: Held | tuple[str | Absent, Span] | str | Absent) -> Held:
    match value:
        case Held():
            return value
        case str() | Absent():
            return Held(value)
        case (held, Span() as span):
            return Held(held, span)
        case Span():
            pass
    raise InvalidTypeError.at(
        "Timeline.of",
        f"not a value with a span (got {value!r})",
        'give a value, or pairs such as ("primary", Span.since(day))',
    )


@attrs.frozen
class Event:
    """
    Something that happened to the teacher once.

    Attributes:
        name: What, such as `hired`, `registered` or `became_principal`.
        day: When; `NONE` if it is known not to have happened, `UNKNOWN` if the day is not known.
    """

    name: str
    day: date | Absent

    def __attrs_post_init__(self) -> None:
        identifier(self.name, where="Event.name")
        if not isinstance(self.day, Absent):
            plain_date(self.day, where=f"Event {self.name!r}")


def _timeline(value: Timeline | str | Absent | None) -> Timeline | None:
    if value is None or isinstance(value, Timeline):
        return value
    return Timeline.of(value)


def _categories(value: Timeline | str | Iterable[object] | Absent | None) -> Timeline | None:
    if value is None or isinstance(value, Timeline):
        return value
    if isinstance(value, (str, Absent)):
        return Timeline.of(value)
    return Timeline.of(*value)  # type: ignore[arg-type]  # _held refuses what is no value


def _events(value: Mapping[str, date | Absent] | Iterable[Event]) -> tuple[Event, ...]:
    items = getattr(value, "items", None)
    listed = [Event(name, day) for name, day in items()] if items else list(value)  # type: ignore[arg-type]  # an iterable of Event
    return tuple(sorted(listed, key=lambda event: event.name))


def _local(
    value: Mapping[str, Timeline | str | Decimal | Exact | Absent],
) -> tuple[tuple[str, Timeline], ...]:
    items = value.items() if hasattr(value, "items") else value
    return tuple(sorted((name, _local_timeline(name, given)) for name, given in items))


def _local_timeline(name: str, value: Timeline | str | Decimal | Exact | Absent) -> Timeline:
    if isinstance(value, Timeline):
        return value
    if isinstance(value, (str, Absent)):
        return Timeline((Held(value),))
    return Timeline((Held(not_negative(value, where=f"Teacher.local[{name!r}]")),))


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
        InvalidValueError: If two values of one fact hold at once, or an event is listed twice.
    """

    id: str
    categories: Timeline | None = attrs.field(default=None, converter=_categories, kw_only=True)
    post: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    school: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    stage: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    subject: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    place: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    employment: Timeline | None = attrs.field(default=None, converter=_timeline, kw_only=True)
    events: tuple[Event, ...] = attrs.field(default=(), converter=_events, kw_only=True)
    local: tuple[tuple[str, Timeline], ...] = attrs.field(
        default=(),
        converter=lambda value: _local(value) if value else (),
        kw_only=True,
    )

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="Teacher.id")
        names = [event.name for event in self.events]
        if len(set(names)) < len(names):
            raise InvalidValueError.at(
                "Teacher.events", "an event is listed twice", "give each event one day"
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
    for before, after in zip(spans, spans[1:], strict=False):
        if after.start < before.end:
            raise InvalidValueError.at(
                where,
                f"two values hold at once (from {after.start})",
                "end the earlier value before the later one starts",
            )
