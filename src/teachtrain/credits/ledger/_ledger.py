"""The ledger: an append-only value whose balances can be asked for at any pair of dates."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Unpack

from teachtrain.credits.ledger._entries import Booked, EntryKind, LedgerEntry, Moved, moves
from teachtrain.errors import ConflictError, InvalidTypeError, InvalidValueError
from teachtrain.models import Amount, Unit
from teachtrain.models._calendar import plain_date
from teachtrain.models._vocabulary import brief, identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from teachtrain.models import Source, Text

__all__ = ["Ledger"]

_COMES_IN: Final = (EntryKind.RECOGNISED, EntryKind.TRANSFERRED_IN)
_SPENDS: Final = (EntryKind.CONVERTED, EntryKind.TRANSFERRED_OUT)


class _Log:
    """Entries in the order in which they came, shared by every ledger that is a start of them."""

    def __init__(self) -> None:
        self.entries: list[LedgerEntry] = []
        self.at: dict[str, int] = {}
        self.touching: dict[str, list[int]] = {}
        self.coming: dict[tuple[str, str], list[int]] = {}
        self.left: dict[str, tuple[date, Fraction]] = {}
        """Of each entry that gave: the latest day on which it changes, and what is left then."""

    def push(self, entry: LedgerEntry) -> None:
        """Add an entry that was checked."""
        position = len(self.entries)
        self.entries.append(entry)
        self.at[entry.id] = position
        for name in entry.names:
            self.touching.setdefault(name, []).append(position)
        if entry.account is not None and entry.kind in _COMES_IN:
            self.coming.setdefault((entry.origin, entry.account), []).append(position)
        if entry.gives is not None:
            self.left[entry.id] = (entry.true_on, Fraction(entry.gives.value))
        for name, by in entry.changes().items():
            day, left = self.left[name]
            self.left[name] = (max(day, entry.true_on), left + by)


class Ledger:
    """
    What one teacher has in a credit bank: an immutable, append-only value.

    Every step returns a ledger; the one before it stays as it was. Ledgers that grew from one
    another share their entries: append to them from one thread at a time. Amounts come from
    recognition under a policy or from an agreement: the ledger converts nothing by itself.
    What an entry gives can be taken once; an entry that would leave less than nothing on
    any day is refused.

    >>> from datetime import date
    >>> from teachtrain.models import CLASS_HOUR, class_hours
    >>> day, known = date(2020, 5, 1), date(2020, 6, 1)
    >>> bank = Ledger.open("t-1", {"hours": CLASS_HOUR}).recognise(
    ...     "e-1", "hours", class_hours(16), origin="r-1", true_on=day, known_on=known)
    >>> bank.balance("hours", as_of=day, known_on=known)
    class_hours(16)
    >>> bank.balance("hours", as_of=day, known_on=day)  # not known yet
    class_hours(0)

    Attributes:
        owner: Id of the teacher.
        accounts: The unit of each account.
    """

    __slots__ = ("_length", "_log", "accounts", "owner")

    def __init__(self, owner: str, accounts: Mapping[str, Unit], log: _Log, length: int) -> None:
        self.owner = owner
        self.accounts = accounts
        self._log = log
        self._length = length

    @classmethod
    def open(cls, owner: str, accounts: Mapping[str, Unit]) -> Ledger:
        """
        Return a ledger without entries.

        Raises:
            InvalidValueError: If an id is empty.
            InvalidTypeError: If an account has no unit.
        """
        identifier(owner, where="Ledger.owner")
        for name, unit in accounts.items():
            identifier(name, where="Ledger.accounts")
            if not isinstance(unit, Unit):
                raise InvalidTypeError.at(
                    "Ledger.accounts",
                    f"account {name!r} has no unit (got {brief(unit)})",
                    'give units by name, such as {"hours": CLASS_HOUR}',
                )
        return cls(owner, dict(sorted(accounts.items())), _Log(), 0)

    # Reading --------------------------------------------------------------------------------

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """Every entry, in the order in which it became known."""
        return tuple(self._log.entries[: self._length])

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[LedgerEntry]:
        return iter(self.entries)

    def __getitem__(self, entry: str) -> LedgerEntry:
        at = self._log.at.get(entry, self._length)
        if at >= self._length:
            raise InvalidValueError.at(
                f"ledger of {self.owner!r}", f"has no entry {entry!r}", "name one that it has"
            )
        return self._log.entries[at]

    def get(self, entry: str) -> LedgerEntry | None:
        """Return an entry by its id; None where there is none."""
        return self[entry] if entry in self else None  # noqa: SIM401 - no mapping

    def __contains__(self, entry: object) -> bool:
        return isinstance(entry, str) and self._log.at.get(entry, self._length) < self._length

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ledger):
            return NotImplemented
        return (self.owner, self.accounts, self.entries) == (
            other.owner,
            other.accounts,
            other.entries,
        )

    def __hash__(self) -> int:
        return hash((self.owner, tuple(self.accounts.items()), self.entries))

    def __repr__(self) -> str:
        return f"Ledger({self.owner!r}, entries={self._length})"

    def balance(self, account: str, *, as_of: date, known_on: date) -> Amount:
        """
        Return what an account held on a day, as it was known on another.

        Raises:
            InvalidValueError: If there is no such account.
        """
        unit = self._unit(account)
        plain_date(as_of, where="as_of")
        plain_date(known_on, where="known_on")
        held = Fraction(0)
        accounts: dict[str, str] = {}
        for entry in self._known(known_on):
            if entry.account is not None:
                accounts[entry.id] = entry.account
            if entry.true_on <= as_of:
                if entry.account == account and entry.gives is not None:
                    held += entry.gives.value
                for name, by in entry.changes().items():
                    held += by if accounts[name] == account else 0
        return Amount(held, held, unit)

    def left(self, entry: str, *, as_of: date | None = None) -> Amount:
        """Return what is left of what an entry gave: on a day, or after all that is known."""
        own = self[entry]
        if own.gives is None:
            raise InvalidValueError.at(
                f"ledger of {self.owner!r}", f"entry {entry!r} gave nothing", "name one that did"
            )
        value = Fraction(0)
        for day, by in self._steps(own):
            value += by if as_of is None or day <= as_of else 0
        return Amount(value, value, own.gives.unit)

    def stands(self, entry: str) -> bool:
        """Whether an entry was not revoked, or its revocation was."""
        self[entry]
        return self._revoking(entry) is None

    def amount(self, entry: str) -> Amount:
        """Return what an entry gave as it stands: after corrections; nothing once revoked."""
        own = self[entry]
        if own.gives is None:
            raise InvalidValueError.at(
                f"ledger of {self.owner!r}", f"entry {entry!r} gave nothing", "name one that did"
            )
        value = Fraction(0)
        if self.stands(entry):
            value += Fraction(own.gives.value)
            for fix in self._corrections(entry):
                if self.stands(fix.id):
                    value += 0 if fix.gives is None else Fraction(fix.gives.value)
                    value -= sum((Fraction(one.amount.value) for one in fix.takes), Fraction(0))
        return Amount(value, value, own.gives.unit)

    def history(self, origin: str) -> tuple[LedgerEntry, ...]:
        """Return every entry of an activity, and every one that rests on these, in order."""
        found: set[str] = set()
        for entry in self.entries:
            if entry.origin == origin or found.intersection(entry.names):
                found.add(entry.id)
        return tuple(entry for entry in self.entries if entry.id in found)

    def oldest_first(self, account: str, amount: Amount, *, as_of: date) -> dict[str, Amount]:
        """
        Return amounts of entries to take, the oldest first, that make up *amount*.

        Only what is left on the day, and still is after all that is known, is taken.

        Raises:
            InvalidValueError: If the account doesn't hold as much, or there is no such account.
            InvalidTypeError: If the account is in another unit.
        """
        unit = self._unit(account)
        self._refuse_unit(amount, unit, f"ledger of {self.owner!r}, account {account!r}")
        plain_date(as_of, where="as_of")
        needed = amount.value
        chosen: dict[str, Amount] = {}
        giving = [own for own in self.entries if own.account == account and own.true_on <= as_of]
        for own in sorted(giving, key=lambda one: (one.true_on, one.id)):
            free = min(self._lowest(own, since=as_of), needed)
            if free > 0:
                chosen[own.id] = Amount(free, free, unit)
                needed -= free
        if needed > 0:
            raise InvalidValueError.at(
                f"ledger of {self.owner!r}, account {account!r}",
                f"holds {amount - Amount(needed, needed, unit)} (asked for {amount})",
                "take what there is",
            )
        return chosen

    # Writing --------------------------------------------------------------------------------

    def append(self, *entries: LedgerEntry) -> Ledger:
        """
        Return the ledger with entries added.

        Raises:
            InvalidValueError: If one was known before an earlier entry, takes more than is
                left, or names an entry or an account that there is not.
            ConflictError: If an id is taken by another entry, or an activity is recognised
                twice in one account.
        """
        log = self._log if self._length == len(self._log.entries) else self._copy()
        own = Ledger(self.owner, self.accounts, log, self._length)
        for entry in entries:
            if entry.id in own and own[entry.id] == entry:
                continue
            own._check(entry)
            log.push(entry)
            own._length += 1
        return own

    def recognise(
        self,
        entry: str,
        account: str,
        amount: Amount,
        **booked: Unpack[Booked],
    ) -> Ledger:
        """Return the ledger with what an activity earned; *origin* is the id of its record."""
        return self.append(
            LedgerEntry(entry, EntryKind.RECOGNISED, account=account, gives=amount, **booked)
        )

    def transfer_in(
        self,
        entry: str,
        account: str,
        amount: Amount,
        **booked: Unpack[Booked],
    ) -> Ledger:
        """Return the ledger with what came from another bank; *origin* names it and its entry."""
        return self.append(
            LedgerEntry(entry, EntryKind.TRANSFERRED_IN, account=account, gives=amount, **booked)
        )

    def convert(
        self,
        entry: str,
        takes: Mapping[str, Amount],
        account: str,
        amount: Amount,
        **booked: Unpack[Booked],
    ) -> Ledger:
        """
        Return the ledger with amounts of entries turned into an amount of another account.

        At which rate an agreement says; *origin* is its id. The ledger sees that nothing is
        taken twice.
        """
        return self.append(
            LedgerEntry(
                entry,
                EntryKind.CONVERTED,
                account=account,
                gives=amount,
                takes=moves(takes),
                **booked,
            )
        )

    def transfer_out(
        self,
        entry: str,
        takes: Mapping[str, Amount],
        **booked: Unpack[Booked],
    ) -> Ledger:
        """Return the ledger with amounts of entries gone to another bank, named by *origin*."""
        return self.append(
            LedgerEntry(entry, EntryKind.TRANSFERRED_OUT, takes=moves(takes), **booked)
        )

    def expire(
        self,
        entry: str,
        takes: Mapping[str, Amount],
        **booked: Unpack[Booked],
    ) -> Ledger:
        """Return the ledger with amounts of entries expired, by the rule named by *origin*."""
        return self.append(LedgerEntry(entry, EntryKind.EXPIRED, takes=moves(takes), **booked))

    def correct(
        self,
        entry: str,
        of: str,
        amount: Amount,
        *,
        known_on: date,
        reason: Text | str | None = None,
        source: Source | None = None,
    ) -> Ledger:
        """
        Return the ledger in which an entry gave *amount*, from the day on which it was true.

        Raises:
            InvalidValueError: If the entry gave nothing, was revoked, or is right as it stands;
                or if so much of it was taken that less would not be enough.
        """
        own = self[of]
        if own.kind is EntryKind.CORRECTED or own.gives is None or not self.stands(of):
            raise InvalidValueError.at(
                f"ledger of {self.owner!r}",
                f"entry {of!r} can't be corrected",
                "name an entry that gave an amount and stands",
            )
        change = Fraction(amount.value) - Fraction(self.amount(of).value)
        if not change:
            raise InvalidValueError.at(
                f"ledger of {self.owner!r}", f"entry {of!r} is right as it stands", "leave it"
            )
        by = Amount(abs(change), abs(change), amount.unit)
        return self.append(
            LedgerEntry(
                entry,
                EntryKind.CORRECTED,
                true_on=own.true_on,
                known_on=known_on,
                account=own.account if change > 0 else None,
                gives=by if change > 0 else None,
                takes=(Moved(of, by),) if change < 0 else (),
                origin=own.origin,
                of=of,
                reason=reason,
                source=source,
            )
        )

    def revoke(
        self,
        entry: str,
        of: str,
        *,
        true_on: date,
        known_on: date,
        reason: Text | str | None = None,
        source: Source | None = None,
    ) -> Ledger:
        """
        Return the ledger in which an entry is undone from a day on.

        What it gave is taken, with what corrections added to it; what it took is given back.

        Raises:
            InvalidValueError: If it was revoked already; or was converted, transferred, or has
                expired after the day: these entries are named, and are revoked first.
        """
        own = self[of]
        where = f"ledger of {self.owner!r}, entry {of!r}"
        if not self.stands(of):
            raise InvalidValueError.at(where, "was revoked already", "revoke it once")
        giving = [own, *(fix for fix in self._corrections(of) if self.stands(fix.id))]
        spent = [
            later.id
            for part in giving
            for later in self._touching(part.id)
            if self.stands(later.id)
            and (
                later.kind in _SPENDS
                or (later.kind is EntryKind.EXPIRED and later.true_on > true_on)
            )
        ]
        if spent:
            raise InvalidValueError.at(
                where,
                f"was spent by {', '.join(dict.fromkeys(spent))}",
                "revoke these first, the latest first",
            )
        takes = {one.entry: one.amount for one in own.restores}
        for part in giving:
            if part.gives is not None and self.left(part.id).value > 0:
                takes[part.id] = self.left(part.id)
        return self.append(
            LedgerEntry(
                entry,
                EntryKind.REVOKED,
                true_on=true_on,
                known_on=known_on,
                takes=moves(takes),
                restores=own.takes,
                origin=own.origin,
                of=of,
                reason=reason,
                source=source,
            )
        )

    # What it rests on -----------------------------------------------------------------------

    def _copy(self) -> _Log:
        log = _Log()
        for entry in self.entries:
            log.push(entry)
        return log

    def _unit(self, account: str) -> Unit:
        if account not in self.accounts:
            raise InvalidValueError.at(
                f"ledger of {self.owner!r}",
                f"has no account {account!r}",
                f"name one of {', '.join(self.accounts)}",
            )
        return self.accounts[account]

    def _known(self, day: date) -> Iterable[LedgerEntry]:
        for entry in self.entries:
            if entry.known_on > day:
                return
            yield entry

    def _touching(self, entry: str) -> Iterator[LedgerEntry]:
        for at in self._log.touching.get(entry, ()):
            if at < self._length:
                yield self._log.entries[at]

    def _corrections(self, entry: str) -> list[LedgerEntry]:
        return [
            own
            for own in self._touching(entry)
            if own.of == entry and own.kind is EntryKind.CORRECTED
        ]

    def _revoking(self, entry: str) -> LedgerEntry | None:
        for own in self._touching(entry):
            if own.of == entry and own.kind is EntryKind.REVOKED and self.stands(own.id):
                return own
        return None

    def _steps(self, own: LedgerEntry) -> list[tuple[date, Fraction]]:
        assert own.gives is not None
        changes = ((later.true_on, later.changes()) for later in self._touching(own.id))
        return [
            (own.true_on, Fraction(own.gives.value)),
            *((day, by[own.id]) for day, by in changes if own.id in by),
        ]

    def _lowest(self, own: LedgerEntry, *, since: date) -> Fraction:
        """Return the least that is left of what an entry gave, on a day or after."""
        steps = self._steps(own)
        days = {since, *(day for day, _ in steps if day > since)}
        return min(sum((by for on, by in steps if on <= day), Fraction(0)) for day in days)

    def _check(self, entry: LedgerEntry) -> None:
        where = f"ledger of {self.owner!r}, entry {entry.id!r}"
        if entry.id in self:
            raise ConflictError.at(where, "is there with other content", "give a new id")
        if self._length and entry.known_on < self._log.entries[self._length - 1].known_on:
            raise InvalidValueError.at(
                where,
                f"was known before the last entry ({entry.known_on})",
                "append entries in the order in which they become known",
            )
        if entry.account is not None and entry.gives is not None:
            self._refuse_unit(entry.gives, self._unit(entry.account), where)
            if entry.kind in _COMES_IN:
                self._refuse_twice(entry, where)
        for name in entry.names:
            if name not in self:
                raise InvalidValueError.at(
                    where, f"names no earlier entry ({name!r})", "append that one first"
                )
        for moved in (*entry.takes, *entry.restores):
            self._check_moved(entry, moved, where)

    def _refuse_twice(self, entry: LedgerEntry, where: str) -> None:
        for at in self._log.coming.get((entry.origin, entry.account or ""), ()):
            if self.stands(self._log.entries[at].id):
                raise ConflictError.at(
                    where,
                    f"{entry.origin!r} is in the account already, "
                    f"by entry {self._log.entries[at].id!r}",
                    "correct or revoke that one",
                )

    def _refuse_unit(self, amount: Amount, unit: Unit, where: str) -> None:
        if amount.unit != unit:
            raise InvalidTypeError.at(where, f"is in {amount.unit}", f"give it in {unit}")

    def _check_moved(self, entry: LedgerEntry, moved: Moved, where: str) -> None:
        own = self[moved.entry]
        if own.gives is None:
            raise InvalidValueError.at(
                where, f"entry {own.id!r} gave nothing", "name one that gave an amount"
            )
        self._refuse_unit(moved.amount, own.gives.unit, where)
        change = entry.changes()[own.id]
        latest, left = self._log.left[own.id]
        if left + change > Fraction(own.gives.value):
            raise InvalidValueError.at(
                where,
                f"gives back more of entry {own.id!r} than was taken",
                "give back what was taken",
            )
        if entry.true_on >= latest:
            steps = [(entry.true_on, left + change)]
        else:
            steps = [*self._steps(own), (entry.true_on, change)]
        held = Fraction(0)
        # What comes in on a day is there before what goes out on it.
        for day, by in sorted(steps, key=lambda step: (step[0], -step[1])):
            held += by
            if held < 0:
                short = Amount(-held, -held, own.gives.unit)
                raise InvalidValueError.at(
                    where,
                    f"takes more of entry {own.id!r} than is left on {day} "
                    f"({moved.amount}, short by {short})",
                    "take less, or take from a later day on",
                )
