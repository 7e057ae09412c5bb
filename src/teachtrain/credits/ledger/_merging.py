"""Two ledgers of the same teacher as one, nothing counted twice."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Final

import attrs

from teachtrain.credits.ledger._entries import EntryKind
from teachtrain.credits.ledger._ledger import Ledger
from teachtrain.errors import ConflictError, InvalidValueError, Problem, TeachtrainError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from teachtrain.credits.ledger._entries import LedgerEntry, Moved

__all__ = ["merge"]

_AMENDS: Final = (EntryKind.CORRECTED, EntryKind.REVOKED)


def merge(one: Ledger, other: Ledger) -> Ledger:
    """
    Return the ledger of what two platforms know of the same teacher.

    An entry that both have is there once. An activity that both recognised in the same account
    under different ids is there once too, by the entry that was known first; what was taken of
    the other is taken of it. Which of the two is named first makes no difference.

    Raises:
        InvalidValueError: If they are of different teachers.
        ConflictError: If one id has two contents, an account two units, or an activity two
            amounts, or more was taken by both together than was given.
    """
    where = f"merge of two ledgers of {one.owner!r}"
    if one.owner != other.owner:
        raise InvalidValueError.at(
            where, f"one is of {other.owner!r}", "merge ledgers of one teacher"
        )
    problems: list[Problem] = []
    instead: dict[str, str] = {}
    for mine, theirs in _twice(one, other):
        if one.amount(mine.id) != other.amount(theirs.id):
            problems.append(
                Problem(
                    where=where,
                    problem=f"{mine.origin!r} is worth {one.amount(mine.id)} by entry "
                    f"{mine.id!r} and {other.amount(theirs.id)} by entry {theirs.id!r}",
                    mend="correct the one that is wrong, then merge",
                )
            )
        first, second = sorted((mine, theirs), key=lambda own: (own.known_on, own.id))
        instead[second.id] = first.id
    problems += _differing(one, other, instead, where)
    if problems:
        raise ConflictError(*problems)
    accounts = {**one.accounts, **other.accounts}
    try:
        return Ledger.open(one.owner, accounts).append(*_in_order(one, other, instead))
    except TeachtrainError as error:
        raise ConflictError(*error.problems) from error


def _differing(
    one: Ledger, other: Ledger, instead: Mapping[str, str], where: str
) -> Iterator[Problem]:
    for name, unit in one.accounts.items():
        if other.accounts.get(name, unit) != unit:
            yield Problem(
                where=where,
                problem=f"account {name!r} is in {unit} and in {other.accounts[name]}",
                mend="rename it in one of them",
            )
    for own in one:
        same = other.get(own.id)
        if same is not None and _renamed(same, instead) != _renamed(own, instead):
            yield Problem(
                where=where,
                problem=f"entry {own.id!r} differs in the two",
                mend="rename it in one of them",
            )


def _twice(one: Ledger, other: Ledger) -> Iterator[tuple[LedgerEntry, LedgerEntry]]:
    """Yield the entries by which both ledgers recognised one activity, under different ids."""
    theirs = {(own.origin, own.account): own for own in _recognised(other)}
    for mine in _recognised(one):
        same = theirs.get((mine.origin, mine.account))
        if same is not None and mine.id != same.id:
            yield mine, same


def _recognised(ledger: Ledger) -> Iterator[LedgerEntry]:
    kinds = (EntryKind.RECOGNISED, EntryKind.TRANSFERRED_IN)
    return (own for own in ledger if own.kind in kinds and ledger.stands(own.id))


def _in_order(one: Ledger, other: Ledger, instead: Mapping[str, str]) -> list[LedgerEntry]:
    """Return every entry once: by the day it was known, each after those that it rests on."""
    entries: dict[str, LedgerEntry] = {}
    after: dict[str, set[str]] = {}
    for ledger in (one, other):
        latest: dict[str, str] = {}
        dropped: set[str] = set()
        for own in ledger:
            # What was corrected in an entry that another stands for, was so in that one too.
            if own.id in instead or (own.kind in _AMENDS and own.of in dropped):
                dropped.add(own.id)
                continue
            entry = _renamed(own, instead)
            entries[entry.id] = entry
            before = after.setdefault(entry.id, set())
            for name in (entry.id, *entry.names):
                before.add(latest.get(name, name))
                latest[name] = entry.id
            before.discard(entry.id)
    return _sorted(entries, after)


def _sorted(entries: Mapping[str, LedgerEntry], after: Mapping[str, set[str]]) -> list[LedgerEntry]:
    waits = {name: len(before) for name, before in after.items()}
    frees: dict[str, list[str]] = {}
    for name, before in after.items():
        for earlier in before:
            frees.setdefault(earlier, []).append(name)
    ready = [(entries[name].known_on, name) for name, many in waits.items() if not many]
    heapq.heapify(ready)
    ordered: list[LedgerEntry] = []
    while ready:
        _, name = heapq.heappop(ready)
        ordered.append(entries[name])
        for later in frees.get(name, ()):
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(ready, (entries[later].known_on, later))
    if len(ordered) < len(entries):
        names = sorted(set(entries) - {own.id for own in ordered})
        raise ConflictError.at(
            "merge of two ledgers",
            f"entries stand in another order in each ({', '.join(names)})",
            "append them in one order",
        )
    return ordered


def _renamed(entry: LedgerEntry, instead: Mapping[str, str]) -> LedgerEntry:
    def moved(several: tuple[Moved, ...]) -> tuple[Moved, ...]:
        return tuple(attrs.evolve(own, entry=instead.get(own.entry, own.entry)) for own in several)

    if not any(name in instead for name in entry.names):
        return entry
    return attrs.evolve(
        entry,
        takes=moved(entry.takes),
        restores=moved(entry.restores),
        of=None if entry.of is None else instead.get(entry.of, entry.of),
    )
