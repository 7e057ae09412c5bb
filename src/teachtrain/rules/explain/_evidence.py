"""Which records stand behind the entries that pools made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.rules._policy import Pool

if TYPE_CHECKING:
    from datetime import date

    from teachtrain.rules._audit import Audit
    from teachtrain.rules._trace import Entry

__all__ = ["Evidence", "is_outside"]


def is_outside(entry: Entry) -> bool:
    """Whether no window of the audit can hold an entry."""
    return any(cut.reason == "outside" for cut in entry.possible.cuts)


class Evidence:
    """
    The records of an audit and the entries that pools made of them.

    Attributes:
        pooled: The entries that pools made, by day.
    """

    def __init__(self, audit: Audit) -> None:
        self._records = {own.record.id: own.record for own in audit.records}
        self._main = audit.policy.accounts[0].id
        self._first: dict[tuple[str, str], date] = {}
        made: list[Entry] = []
        for entry in audit.entries:
            if entry.record_id:
                self._first.setdefault((entry.record_id, entry.account), entry.first)
            else:
                made.append(entry)
        self.pooled = tuple(sorted(made, key=lambda own: (own.first, own.last, own.evidence)))
        self._behind: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.pooled:
            for record_id in () if is_outside(entry) else self.reached_by(entry):
                self._behind.setdefault((record_id, self._account(entry)), []).append(entry)

    def reached_by(self, entry: Entry) -> tuple[str, ...]:
        """Return the records by which a pool reached an entry: none that came after it."""
        account = self._account(entry)
        days = {own: self._first.get((own, account), entry.first) for own in entry.evidence}
        by_day = sorted(days, key=lambda own: (days[own], own))
        return tuple(own for own in by_day if days[own] <= entry.last)

    def behind(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the entries inside the audit's windows that a record's own entry led to."""
        return tuple(self._behind.get((entry.record_id, entry.account), ()))

    def group_of(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """Return the fields of the record that tell a pool's group apart, with their values."""
        assert isinstance(entry.clause, Pool)
        members = [self._records[own] for own in entry.evidence if own in self._records]
        found: list[tuple[str, str]] = []
        for key in entry.clause.by:
            if not isinstance(key, str) or key == "record":
                continue
            values = {getattr(own, key) for own in members}
            value = values.pop() if len(values) == 1 else None
            if isinstance(value, str):
                found.append((key, value))
        return tuple(found)

    def _account(self, entry: Entry) -> str:
        assert isinstance(entry.clause, Pool)
        return entry.clause.account or self._main
