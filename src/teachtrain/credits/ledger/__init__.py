"""The credit bank: what a teacher has, since when, and since when it is known."""

from teachtrain.credits.ledger._entries import Booked, EntryKind, LedgerEntry, Moved
from teachtrain.credits.ledger._ledger import Ledger
from teachtrain.credits.ledger._merging import merge
from teachtrain.credits.ledger._statement import Change, Statement, StatementLine, statement

__all__ = [
    "Booked",
    "Change",
    "EntryKind",
    "Ledger",
    "LedgerEntry",
    "Moved",
    "Statement",
    "StatementLine",
    "merge",
    "statement",
]
