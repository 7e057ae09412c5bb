"""A statement: what each entry changed in which account, and what was held after it."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from teachtrain.credits.ledger._entries import EntryKind
from teachtrain.credits.ledger._ledger import Ledger
from teachtrain.models import Amount
from teachtrain.models._calendar import plain_date
from teachtrain.models._vocabulary import refuse_other_kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from teachtrain.credits.ledger._entries import LedgerEntry

__all__ = ["Change", "Statement", "StatementLine", "statement"]


class Change(NamedTuple):
    """
    What an entry changed in an account.

    Attributes:
        account: Its id.
        by: By how much, below zero where it took more than it gave.
        held: What the account held after it.
    """

    account: str
    by: Fraction
    held: Amount


class StatementLine(NamedTuple):
    """
    An entry, and what it changed.

    Attributes:
        entry: The entry.
        changes: In the order of the accounts; none where it only put amounts back and forth.
        stands: Whether it stands, by what was known on the day of the statement.
    """

    entry: LedgerEntry
    changes: tuple[Change, ...]
    stands: bool


class Statement(NamedTuple):
    """
    What a ledger held on a day, as it was known on another, entry by entry.

    Attributes:
        owner: Id of the teacher.
        as_of: The day up to which entries are true.
        known_on: The day up to which they were known.
        lines: In the order in which they became known.
        balances: What each account holds.
    """

    owner: str
    as_of: date
    known_on: date
    lines: tuple[StatementLine, ...]
    balances: Mapping[str, Amount]


def statement(ledger: Ledger, *, as_of: date, known_on: date) -> Statement:
    """
    Return the statement of a ledger on a day, as it was known on another.

    Entries that are true later, or became known later, are not in it; so what it says of a day
    of knowledge never changes, however the ledger goes on.
    """
    refuse_other_kind(ledger, Ledger, where="statement()")
    plain_date(as_of, where="as_of")
    plain_date(known_on, where="known_on")
    held = dict.fromkeys(ledger.accounts, Fraction(0))
    account_of: dict[str, str] = {}
    lines: list[tuple[LedgerEntry, tuple[Change, ...]]] = []
    for entry in ledger.entries:
        if entry.known_on > known_on:
            break
        if entry.account is not None:
            account_of[entry.id] = entry.account
        if entry.true_on > as_of:
            continue
        by = dict.fromkeys(ledger.accounts, Fraction(0))
        if entry.account is not None and entry.gives is not None:
            by[entry.account] += Fraction(entry.gives.value)
        for name, change in entry.changes().items():
            by[account_of[name]] += change
        changes: list[Change] = []
        for account, change in by.items():
            held[account] += change
            if change:
                amount = held[account]
                changes.append(
                    Change(account, change, Amount(amount, amount, ledger.accounts[account]))
                )
        lines.append((entry, tuple(changes)))
    undone: set[str] = set()
    for entry, _ in reversed(lines):  # who is undone undoes nobody
        if entry.kind is EntryKind.REVOKED and entry.of is not None and entry.id not in undone:
            undone.add(entry.of)
    return Statement(
        ledger.owner,
        as_of,
        known_on,
        tuple(StatementLine(entry, made, entry.id not in undone) for entry, made in lines),
        MappingProxyType(
            {name: Amount(value, value, ledger.accounts[name]) for name, value in held.items()}
        ),
    )
