"""Entries of a ledger: what was given to an account, and what was taken from earlier entries."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NotRequired, TypedDict

import attrs

from teachtrain.errors import InvalidValueError
from teachtrain.models import Amount, Source, Text
from teachtrain.models._calendar import plain_date
from teachtrain.models._sources import text
from teachtrain.models._vocabulary import as_tuple, identifier

__all__ = ["Booked", "EntryKind", "LedgerEntry", "Moved", "moves"]


class EntryKind(enum.Enum):
    """What an entry records."""

    RECOGNISED = "recognised"
    CONVERTED = "converted"
    TRANSFERRED_OUT = "transferred out"
    TRANSFERRED_IN = "transferred in"
    EXPIRED = "expired"
    CORRECTED = "corrected"
    REVOKED = "revoked"


@attrs.frozen
class Moved:
    """
    An amount of what one earlier entry gave.

    Attributes:
        entry: Id of the entry that gave it.
        amount: How much of it, above zero.
    """

    entry: str
    amount: Amount

    def __attrs_post_init__(self) -> None:
        identifier(self.entry, where="Moved.entry")
        if self.amount.value <= 0:
            raise InvalidValueError.at(
                "Moved.amount", f"not above zero (got {self.amount})", "leave it out"
            )


def moves(value: Mapping[str, Amount]) -> tuple[Moved, ...]:
    """Return amounts by entry as they are kept, in the order of their ids."""
    return tuple(Moved(name, value[name]) for name in sorted(value))


class Booked(TypedDict):
    """
    What every booking says: `origin=`, `true_on=`, `known_on=`, and `reason=` and `source=`.

    Each means what it means in `LedgerEntry`.
    """

    origin: str
    true_on: date
    known_on: date
    reason: NotRequired[Text | str | None]
    source: NotRequired[Source | None]


@attrs.frozen
class LedgerEntry:
    """
    One line of a ledger; it is never changed, only followed by others.

    Attributes:
        id: Never empty; the same id is the same entry.
        kind: What it records.
        true_on: The day from which it is true.
        known_on: The day on which the bank knew it.
        account: The account that it gives to; None where it gives nothing.
        gives: How much it gives.
        takes: What it takes of earlier entries.
        restores: What it gives back to earlier entries.
        origin: The activity, certificate or other bank it comes from or goes to.
        of: Id of the entry that it corrects or revokes.
        reason: Why.
        source: The paper behind it.
    """

    id: str
    kind: EntryKind
    true_on: date = attrs.field(kw_only=True)
    known_on: date = attrs.field(kw_only=True)
    account: str | None = attrs.field(default=None, kw_only=True)
    gives: Amount | None = attrs.field(default=None, kw_only=True)
    takes: tuple[Moved, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    restores: tuple[Moved, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    origin: str = attrs.field(kw_only=True)
    of: str | None = attrs.field(default=None, kw_only=True)
    reason: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )
    source: Source | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="LedgerEntry.id")
        identifier(self.origin, where="LedgerEntry.origin")
        where = f"LedgerEntry {self.id!r}"
        plain_date(self.true_on, where=f"{where}, true_on=")
        plain_date(self.known_on, where=f"{where}, known_on=")
        if (self.account is None) != (self.gives is None):
            raise InvalidValueError.at(
                where, "gives to no account, or nothing to one", "give account= and gives="
            )
        if self.gives is not None and self.gives.value <= 0:
            raise InvalidValueError.at(
                where, f"gives nothing (got {self.gives})", "give an amount above zero"
            )
        if self.gives is None and not self.takes and not self.restores:
            raise InvalidValueError.at(where, "changes nothing", "leave it out")
        for moved in (self.takes, self.restores):
            if len({one.entry for one in moved}) < len(moved):
                raise InvalidValueError.at(where, "names an entry twice", "add its amounts up")

    def changes(self) -> dict[str, Fraction]:
        """Return by how much it changes what is left of each earlier entry."""
        changed: dict[str, Fraction] = {}
        for sign, moved in ((-1, self.takes), (1, self.restores)):
            for one in moved:
                by = sign * Fraction(one.amount.value)
                changed[one.entry] = changed.get(one.entry, Fraction(0)) + by
        return changed

    @property
    def names(self) -> tuple[str, ...]:
        """Ids of the earlier entries that it rests on."""
        own = [moved.entry for moved in (*self.takes, *self.restores)]
        return tuple(dict.fromkeys([*own, self.of] if self.of is not None else own))
