"""How selections and groupings lie to each other, and which ceilings make a family."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from teachtrain.models import Calendar
from teachtrain.rules import _verdicts as verdicts
from teachtrain.rules._conditions import (
    Combine,
    Compare,
    Condition,
    Known,
    Logic,
    OneOf,
    Selection,
)
from teachtrain.rules._quantities import (
    CYCLE,
    Compute,
    CyclePart,
    Dated,
    Fact,
    FirstKnown,
    Moment,
    Rounded,
    Table,
    TheCycle,
)
from teachtrain.rules._verdicts import EITHER, MET, NOT_APPLICABLE, UNMET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teachtrain.models import Cycle
    from teachtrain.rules._policy import Ceiling
    from teachtrain.rules._quantities import Key, Quantity

__all__ = ["disjoint", "families", "implies", "may_take_pooled", "refines"]

_MANY_VALUED = {"topics", "category", "converted_from"}


@attrs.frozen
class _Reading:
    """A selection as what it demands: allowed values by fact, and whatever else it tests."""

    allowed: dict[Fact | str, frozenset[str]]
    others: frozenset[Condition]


def _read(selection: Selection) -> _Reading:
    allowed: dict[Fact | str, frozenset[str]] = {}
    others: set[Condition] = set()
    pending: list[Condition] = [selection]
    while pending:
        test = pending.pop()
        match test:
            case Selection(tests=parts, entry_tags=tags):
                pending.extend(parts)
                if tags and "tag" in allowed:
                    others.add(Selection(entry_tags=tags))
                elif tags:
                    allowed["tag"] = frozenset(tags)
            case Combine(logic=Logic.ALL, parts=parts):
                pending.extend(parts)
            case OneOf(fact=fact, values=values) if fact not in allowed:
                allowed[fact] = frozenset(values)
            case _:
                others.add(test)
    return _Reading(allowed, frozenset(others))


def implies(narrow: Selection, wide: Selection) -> bool:
    """Whether every entry of *narrow* is surely one of *wide*."""
    inner, outer = _read(narrow), _read(wide)
    return outer.others <= inner.others and all(
        fact in inner.allowed and inner.allowed[fact] <= values
        for fact, values in outer.allowed.items()
    )


def disjoint(one: Selection, other: Selection) -> bool:
    """Whether no entry can be in both."""
    left, right = _read(one).allowed, _read(other).allowed
    return any(
        not isinstance(fact, str)
        and fact.name not in _MANY_VALUED
        and fact.moment is not Moment.EVER  # at some time the one, at another the other
        and fact in right
        and not values & right[fact]
        for fact, values in left.items()
    )


def may_take_pooled(of: Selection | None, tags: frozenset[str]) -> bool:
    """Whether a selection may take an entry that a pool gives: it has *tags*, but no record."""
    return of is None or bool(_of_pooled(of, tags) & MET)


def _of_pooled(form: Condition, tags: frozenset[str]) -> int:
    """Return what a condition may come to for an entry without a record."""
    match form:
        case Known(none=True):
            return MET
        case OneOf(fact=fact) | Known(fact=fact) if fact.of == "record":
            return UNMET
        case Compare(left=left, right=right) if _recordless(left) or _recordless(right):
            return NOT_APPLICABLE
        case Combine(logic=logic, parts=parts, k=k):
            masks = [_of_pooled(part, tags) for part in parts]
            match logic:
                case Logic.ALL:
                    return verdicts.fold(verdicts.ALL, masks)
                case Logic.ANY:
                    return verdicts.fold(verdicts.ANY, masks)
                case Logic.NOT:
                    return verdicts.NOT[masks[0]]
                case Logic.AT_LEAST:
                    return verdicts.at_least(k, masks)
        case Selection(tests=tests, entry_tags=wanted):
            if wanted and tags.isdisjoint(wanted):
                return UNMET
            masks = [_of_pooled(test, tags) for test in tests]
            taken = [(own & EITHER) | (UNMET if own & NOT_APPLICABLE else 0) for own in masks]
            return verdicts.fold(verdicts.ALL, (MET, *taken))
        case _:
            return MET | UNMET | NOT_APPLICABLE


def _recordless(form: Quantity) -> bool:
    """Whether a quantity surely has no value where there is no record."""
    match form:
        case Fact(of="record", name=name, local=local):
            return local or name != "day"
        case Compute(parts=parts):
            return any(_recordless(part) for part in parts)
        case Rounded(of=of):
            return _recordless(of)
        case FirstKnown(parts=parts):
            return all(_recordless(part) for part in parts)
        case Table(rows=rows, otherwise=otherwise):
            values = [value for _, value in rows]
            return all(own is None or _recordless(own) for own in (*values, otherwise))
        case Dated(values=dated):
            return all(own is None or _recordless(own) for _, own in dated)
        case _:
            return False


def refines(narrow: Iterable[Key], wide: Iterable[Key], cycle: Cycle | None) -> bool:
    """Whether each group by *narrow* surely lies inside one group by *wide*."""
    keys = tuple(narrow)
    return all(any(_key_refines(own, key, cycle) for own in keys) for key in wide)


def _key_refines(own: Key, key: Key, cycle: Cycle | None) -> bool:
    if own in (key, "record"):
        return True
    if isinstance(own, Calendar) and isinstance(key, Calendar):
        return own.refines(key)
    if isinstance(own, Calendar) and isinstance(key, (TheCycle, CyclePart)):
        return own.daily or aligned(own, cycle, key)
    if isinstance(own, CyclePart) and isinstance(key, CyclePart):
        return key.months % own.months == 0
    return isinstance(own, CyclePart) and isinstance(key, TheCycle)


def aligned(calendar: Calendar, cycle: Cycle | None, part: TheCycle | CyclePart = CYCLE) -> bool:
    """Whether every cycle, or every part of it, starts on the first day of a cell of *calendar*."""
    if cycle is None or cycle.starting is None:
        return False
    first, step = cycle.starting, part.months or cycle.months
    return all(
        ((first.month - 1 + step * count) % 12 + 1, first.day) in calendar.cuts
        for count in range(12)
    )


def _nests(inner: Ceiling, outer: Ceiling, cycle: Cycle | None) -> bool:
    return implies(inner.of, outer.of) and refines(inner.by, outer.by, cycle)


def families(ceilings: Iterable[Ceiling], cycle: Cycle | None) -> list[list[Ceiling]] | Ceiling:
    """
    Return the ceilings of one account in at most two families, each from the inside out.

    In a family any two ceilings are nested or disjoint. Where a third family would be
    needed, the first ceiling that fits in neither is returned instead.
    """
    listed = list(ceilings)
    crossing = {
        (a, b)
        for a, one in enumerate(listed)
        for b, other in enumerate(listed)
        if a != b
        and not disjoint(one.of, other.of)
        and not _nests(one, other, cycle)
        and not _nests(other, one, cycle)
    }
    family_of: dict[int, int] = {}
    for start in range(len(listed)):
        pending = [] if start in family_of else [(start, 0)]
        while pending:
            here, family = pending.pop(0)
            if here in family_of:
                if family_of[here] != family:
                    return listed[here]
                continue
            family_of[here] = family
            pending.extend((b, 1 - family) for a, b in sorted(crossing) if a == here)
    made: list[list[Ceiling]] = []
    for family in (0, 1):
        own = [listed[index] for index in range(len(listed)) if family_of[index] == family]
        if own:
            made.append(_from_inside(own, cycle))
    return made


def _from_inside(family: list[Ceiling], cycle: Cycle | None) -> list[Ceiling]:
    around = {
        one.id: sum(_nests(one, other, cycle) for other in family if other is not one)
        for one in family
    }
    return sorted(family, key=lambda one: -around[one.id])
