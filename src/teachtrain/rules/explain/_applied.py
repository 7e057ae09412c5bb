"""Amounts as they applied: of a table the row, of dated values the one that was in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from teachtrain.rules._quantities import (
    Compute,
    Dated,
    FirstKnown,
    Quantity,
    Rounded,
    Table,
)
from teachtrain.rules._verdicts import MET
from teachtrain.rules._walk import known_quantity, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.rules._context import Context
    from teachtrain.rules._reread import Reread

__all__ = ["applied", "tables_without_row"]


def applied(reread: Reread, context: Context, form: Quantity) -> Quantity:
    """Return *form* without what did not apply in *context*."""
    match known_quantity(form):
        case Table() as table:
            return _rows(reread, context, table)
        case Dated() as values:
            return _in_force(reread, context, values)
        case FirstKnown() as choice:
            return _known(reread, context, choice)
        case Compute(parts=parts) as sum_of:
            return attrs.evolve(
                sum_of, parts=tuple(applied(reread, context, part) for part in parts)
            )
        case Rounded(of=of) as rounded:
            return attrs.evolve(rounded, of=applied(reread, context, of))
        case _:
            return form


def _rows(reread: Reread, context: Context, form: Table) -> Quantity:
    kept: list[tuple[int, Quantity]] = []
    for place, (test, value) in enumerate(form.rows):
        mask = reread.truth(test, context)
        if mask & MET:
            kept.append((place, applied(reread, context, value)))
        if mask == MET:
            return _table(form, kept, None)
    rest = None if form.otherwise is None else applied(reread, context, form.otherwise)
    if not kept:
        return form if rest is None else rest
    return _table(form, kept, rest)


def _table(form: Table, kept: list[tuple[int, Quantity]], rest: Quantity | None) -> Table:
    return Table(tuple((form.rows[place][0], value) for place, value in kept), rest)


def _in_force(reread: Reread, context: Context, form: Dated) -> Quantity:
    first, last = context.dated
    ends = [*(day for day, _ in form.values[1:]), None]
    kept = [
        (day, None if value is None else applied(reread, context, value))
        for (day, value), end in zip(form.values, ends, strict=True)
        if day <= last and (end is None or first < end)
    ]
    if len(kept) == 1 and kept[0][1] is not None and kept[0][0] <= first:
        return kept[0][1]
    return Dated(tuple(kept)) if kept else form


def _known(reread: Reread, context: Context, form: FirstKnown) -> Quantity:
    for part in form.parts:
        value = reread.value(part, context)
        if value is not None and value[2] and value[0] == value[1]:
            return applied(reread, context, part)
    return form


def tables_without_row(reread: Reread, context: Context, form: Quantity) -> Iterator[Table]:
    """Yield every table in *form* that surely has no value in *context*."""
    here = known_quantity(form)
    if isinstance(here, Table) and reread.value(here, context) is None:
        yield here
        return
    for part in parts_of(here):
        if isinstance(part, Quantity):
            yield from tables_without_row(reread, context, part)
