"""What a teacher could still do: kinds of activity in steps, and activities as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import CLASS_HOUR, DAY, Amount, Span, Status, Text, TrainingRecord
from teachtrain.models._calendar import whole_number
from teachtrain.models._sources import text
from teachtrain.models._vocabulary import brief

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Option"]


@attrs.frozen
class Option:
    """
    Something that a teacher could still do.

    It is a training record in advance: with all the facts that a platform would report of it, but
    for the day. With a *step*, it is a kind of activity that may take as long as it must, in steps
    in which it is recorded; without, it is one activity as it is, such as a module.

    >>> from teachtrain import class_hours
    >>> online = Option(TrainingRecord("online", activity="course", mode="online"), step=class_hours("0.5"))
    >>> module = Option(TrainingRecord("m-7", activity="course", hours=12), title="Module 7")

    Attributes:
        record: Its facts; its id names the option. It has a day only if it is on that day alone.
        step: Class hours, or days, in whole multiples of which it is recorded; None for an
            activity as it is.
        times: How often an activity as it is can be taken.
        days: The days on which it could be; any, if None.
        title: What it is called; else its id stands for it.

    Raises:
        InvalidTypeError: If *record* is no record, or *step* neither class hours nor days.
        InvalidValueError: If the record says how long it took, though there is a step; if it is
            pending, or held on some day of a span; if the step is no known amount above zero.
    """  # noqa: E501 - a line of code

    record: TrainingRecord
    step: Amount | None = attrs.field(default=None, kw_only=True)
    times: int = attrs.field(default=1, kw_only=True)
    days: Span | None = attrs.field(default=None, kw_only=True)
    title: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        own = self.record
        if not isinstance(own, TrainingRecord):
            raise InvalidTypeError.at(
                "Option.record", f"not a record (got {brief(own)})", "give a TrainingRecord"
            )
        where = f"Option {own.id!r}"
        if self.days is not None and not isinstance(self.days, Span):
            raise InvalidTypeError.at(
                where, f"days= is a span (got {brief(self.days)})", "give Span.since(day)"
            )
        if own.status is not Status.FINAL or own.within is not None:
            raise InvalidValueError.at(
                where,
                "its record is pending, or on some day of a span",
                "describe the record as it would come in once it is done",
            )
        whole_number(self.times, where=f"{where}, times=")
        if self.times < 1:
            raise InvalidValueError.at(where, "can be taken no times", "give times=1 or more")
        if self.step is not None:
            self._check_step(self.step, where)

    def _check_step(self, step: Amount, where: str) -> None:
        if not isinstance(step, Amount) or step.unit not in (CLASS_HOUR, DAY):
            raise InvalidTypeError.at(
                where,
                f"its step is neither class hours nor days (got {brief(step)})",
                'give step=class_hours("0.5")',
            )
        if not step.is_point or step.value <= 0:
            raise InvalidValueError.at(
                where, f"its step is no amount above zero (got {step})", "give one step's length"
            )
        if self.times != 1:
            raise InvalidValueError.at(
                where, "has a step and a number of times", "give times= for an activity as it is"
            )
        if (self.record.hours if step.unit == CLASS_HOUR else self.record.days) is not None:
            raise InvalidValueError.at(
                where, "says how long it took, and has a step", "leave the record's length out"
            )

    @property
    def name(self) -> str:
        """Its record's id, which names it."""
        return self.record.id

    def length(self, steps: int) -> Amount | None:
        """Return how long so many steps take, or so many times; None where nothing says it."""
        if self.step is not None:
            return self.step * steps
        if self.record.hours is not None:
            return Amount(self.record.hours, self.record.hours, CLASS_HOUR) * steps
        if self.record.days is not None:
            return Amount(self.record.days, self.record.days, DAY) * steps
        return None

    def length_of(self, record: TrainingRecord) -> Amount:
        """Return how long a record of it took, in the unit of its step."""
        assert self.step is not None
        unit = self.step.unit
        length = record.hours if unit == CLASS_HOUR else record.days
        assert length is not None
        return Amount(length, length, unit)

    def taken(self, record_id: str, day: date, steps: int = 1) -> TrainingRecord:
        """Return the record of it, taken on a day, for so many steps."""
        day = self.record.day or day
        if self.step is None:
            return attrs.evolve(self.record, id=record_id, day=day)
        length = self.step.value * steps
        if self.step.unit == CLASS_HOUR:
            return attrs.evolve(self.record, id=record_id, day=day, hours=length)
        return attrs.evolve(self.record, id=record_id, day=day, days=length)

    def may_be_on(self, day: date) -> bool:
        """Whether it could be on a day."""
        if self.record.day is not None:
            return day == self.record.day
        return self.days is None or day in self.days
