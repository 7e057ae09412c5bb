"""What was still due on a day in the middle of the cycle, and who could no longer meet what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from summary import Table, name_of, shortfalls, titles
from wording import Words, figure

from teachtrain.models import (
    CLASS_HOUR,
    Approval,
    Level,
    Mode,
    Result,
    Text,
    TrainingRecord,
    class_hours,
)
from teachtrain.rules.due import Option, Plan, State, StillDue

_COURSE = TrainingRecord(
    "course",
    activity="training",
    mode=Mode.FACE_TO_FACE,
    level=Level.COUNTY,
    result=Result.PASSED,
    approval=Approval.APPROVED,
)

OPTIONS = (Option(_COURSE, step=class_hours(1), title=Text("a county course", "县级集中培训")),)
"""What the county offers to those who lack something: a course of any length, in whole hours."""

COLUMNS = (State.NOTHING, State.PLANNED, State.NOT_BY_THESE, State.LOST, State.OPEN)


def due_table(ahead: Sequence[StillDue], words: Words, day: date) -> Table:
    """Return for each requirement how many teachers stand how, and how long a course they need."""
    counts: dict[str, Counter[State]] = defaultdict(Counter)
    hours: dict[str, list[Fraction]] = defaultdict(list)
    for own in ahead:
        for line in own.lines:
            counts[line.id][line.state] += 1
            if line.plan is not None and line.state is State.PLANNED:
                hours[line.id].append(_hours(line.plan))
    named = titles([own.audit for own in ahead], words)
    rows = tuple(
        (named[name], *(str(count[state]) for state in COLUMNS), *_spread(hours[name]))
        for name, count in counts.items()
    )
    headings = (words["requirement"], *(words[f"due.{state.name.lower()}"] for state in COLUMNS))
    headings += (words["due.middle"], words["due.most"])
    return Table(words["due"].format(day=day), headings, rows, words["due_note"])


def lost_table(ahead: Iterable[StillDue], words: Words, day: date) -> Table:
    """Return who could no longer meet what on that day, and since when."""
    rows: list[tuple[str, ...]] = []
    for own in ahead:
        lost = shortfalls([own.audit])
        promises = {one.id: one for one in own.promises} if lost else {}
        for one in lost:
            promise = promises[one.requirement]
            parts = {part.window.first_day: part.possible_until for part in promise.parts}
            until = parts[one.period.start] if one.period else promise.possible_until
            named = name_of(one, titles([own.audit], words))
            rows.append((one.teacher, named, figure(one.counted), figure(one.required), str(until)))
    headings = ("teacher", "requirement", "counted", "required", "until")
    columns = tuple(words[name] for name in headings)
    return Table(words["lost"].format(day=day), columns, tuple(rows), words["lost_note"], texts=2)


def _hours(plan: Plan) -> Fraction:
    lengths = [Fraction(own.value) for own in plan.lengths if own.unit == CLASS_HOUR]
    return sum(lengths, Fraction(0))


def _spread(hours: list[Fraction]) -> tuple[str, str]:
    if not hours:
        return ("", "")
    ordered = sorted(hours)
    return (str(ordered[(len(ordered) - 1) // 2]), str(ordered[-1]))
