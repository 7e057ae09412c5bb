"""What became of every record: earned, cut by which clause, counted."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from teachtrain.models import Amount, Unbounded
from teachtrain.models._quantities import whole_or_fraction

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from teachtrain.models import Text, TrainingRecord, Unit
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Missing
    from teachtrain.rules._items import Item
    from teachtrain.rules._policy import Clause, Pool, RecognitionRule
    from teachtrain.rules._run import Run
    from teachtrain.rules._totals import Node, Paths, Totals

__all__ = ["Allocation", "Cut", "Entry", "RecordOutcome", "trace"]

ToAmount: TypeAlias = "Callable[[Reach, Reach, Unit], Amount]"


class Cut(NamedTuple):
    """
    What did not count of an entry, and why.

    Attributes:
        amount: How much.
        clause: The rewrite or ceiling that took it; None where no clause did.
        reason: `clause`, `outside` (no window of the audit holds it) or `open` (it is not
            known under which ceiling it falls).
    """

    amount: Amount
    clause: Clause | None
    reason: str = "clause"


class Allocation(NamedTuple):
    """
    One way an entry comes out: earned is counted plus all cuts, exactly.

    Attributes:
        earned: After rate, uplift and rounding of the record.
        cuts: In the order in which they were made.
        counted: What is left.
    """

    earned: Amount
    cuts: tuple[Cut, ...]
    counted: Amount


class Entry(NamedTuple):
    """
    What a record, or a pool, put into an account.

    How the cut of a ceiling is shared among entries, by booking day and then id, explains
    and decides nothing.

    Attributes:
        record_id: The record; empty for an entry that a pool made.
        account: Id of the account.
        clause: The rule or pool that made it.
        first: With *last*, the days among which it is booked.
        last: See *first*.
        settled: What is sure, with everything open taken not to count.
        possible: How it comes out if everything open counts; equal where nothing is open.
        missing: What is not known of it.
        tags: Tags it bears.
        evidence: Ids of the records behind a pool's entry.
    """

    record_id: str
    account: str
    clause: RecognitionRule | Pool
    first: date
    last: date
    settled: Allocation
    possible: Allocation
    missing: tuple[Missing, ...]
    tags: frozenset[str]
    evidence: tuple[str, ...]


class RecordOutcome(NamedTuple):
    """
    What became of a record.

    Attributes:
        record: The record.
        outcome: `recognised`, `refused` by a rule, `unmatched` by any, `open` while a missing
            fact leaves that undecided, `after_as_of` or `before_hire`.
        rules: The rules that took it, or may; None stands for no rule.
        reason: Why a rule refused it.
        entries: What it earned.
        missing: The facts that leave it open.
        presumed: Ids of the presumptions it rests on.
    """

    record: TrainingRecord
    outcome: str
    rules: tuple[RecognitionRule | None, ...]
    reason: Text | None
    entries: tuple[Entry, ...]
    missing: tuple[str, ...]
    presumed: tuple[str, ...]


def trace(run: Run, to_amount: ToAmount) -> tuple[tuple[RecordOutcome, ...], tuple[Entry, ...]]:
    """Return what became of each record, in order of their days, and every entry."""
    entry_of: dict[int, Entry] = {}
    ordered = sorted(run.items, key=lambda item: (item.first, item.id))
    for number, totals in enumerate(run.prepared.totals):
        own = [item for item in ordered if item.account == number]
        if own:
            entry_of.update(_account_entries(run, totals, own, to_amount))
    outcomes = [
        RecordOutcome(record, reason, (), None, (), (), ()) for record, reason in run.skipped
    ]
    for record, plan, items in run.seen:
        entries = tuple([entry_of[id(item)] for item in items])
        outcome, reason = _outcome(plan.rules)
        outcomes.append(
            RecordOutcome(record, outcome, plan.rules, reason, entries, plan.missing, plan.presumed)
        )
    outcomes.sort(key=lambda one: (one.record.booking_span.start, one.record.id))
    return tuple(outcomes), tuple([entry_of[id(item)] for item in ordered])


def _outcome(rules: tuple[RecognitionRule | None, ...]) -> tuple[str, Text | None]:
    deciding = [rule for rule in rules if rule is None or not rule.stacking]
    stacking = len(deciding) < len(rules)
    if len(deciding) > 1:
        return "open", None
    rule = deciding[0]
    if rule is not None and rule.posts:
        return "recognised", None
    if stacking:
        return "recognised", None
    return ("unmatched", None) if rule is None else ("refused", rule.reason)


def _account_entries(
    run: Run, totals: Totals, items: list[Item], to_amount: ToAmount
) -> dict[int, Entry]:
    account = run.policy.accounts[totals.account]
    unit = account.unit
    settled = _view(run, totals, items, 0)
    doubtful = any(not item.certain for item in items)
    possible = _view(run, totals, items, 1) if doubtful else settled
    made: dict[int, Entry] = {}
    for item, low, high in zip(items, settled, possible, strict=True):
        sure = _allocation(item, 0, low, unit, to_amount)
        made[id(item)] = Entry(
            "" if item.record is None else item.id,
            account.id,
            item.source,
            item.first,
            item.last,
            sure,
            _allocation(item, 1, high, unit, to_amount) if doubtful else sure,
            item.missing,
            item.tags,
            item.evidence,
        )
    return made


_Shares: TypeAlias = "tuple[Reach, tuple[tuple[Clause | None, str, Reach], ...]]"


def _allocation(
    item: Item, end: int, share: _Shares, unit: Unit, to_amount: ToAmount
) -> Allocation:
    earned = item.earned[end]
    counted, taken = share
    cuts: tuple[Cut, ...] = ()
    if item.cuts or taken:
        listed = [(own[0], "clause", own[1 + end]) for own in item.cuts]
        cuts = tuple(
            Cut(to_amount(amount, amount, unit), clause, reason)
            for clause, reason, amount in (*listed, *taken)
            if amount != 0
        )
    return Allocation(to_amount(earned, earned, unit), cuts, to_amount(counted, counted, unit))


def _view(run: Run, totals: Totals, items: list[Item], end: int) -> list[_Shares]:
    """Return what each item counts at its least or most, and what ceilings took of it."""
    amounts: list[Reach] = []
    outside: list[bool] = []
    open_: list[bool] = []
    paths: list[Paths] = []
    for item in items:
        inside = run.in_scope(item)
        placed = totals.place(run, item, sure_only=end == 1)
        away = inside is None or (end == 0 and not inside)
        lost = placed is None
        outside.append(away)
        open_.append(lost and not away)
        paths.append(placed or tuple(() for _ in totals.families))
        amounts.append(0 if away or lost else item.joint[end])
    counted, taken = _share(run, totals, amounts, paths, end)
    shares: list[_Shares] = []
    for number, item in enumerate(items):
        if outside[number] or open_[number]:
            reason = "outside" if outside[number] else "open"
            shares.append((0, ((None, reason, item.joint[end]),)))
        else:
            shares.append((counted[number], taken[number]))
    return shares


_Taken: TypeAlias = "tuple[tuple[Clause | None, str, Reach], ...]"


def _share(
    run: Run, totals: Totals, amounts: list[Reach], paths: list[Paths], end: int
) -> tuple[list[Reach], list[_Taken]]:
    if not totals.families:
        return amounts, [()] * len(amounts)
    if len(totals.families) == 1:
        return _nested_shares(run, amounts, [own[0] for own in paths], end)
    return _crossing_shares(run, totals, amounts, paths, end)


def _limit(run: Run, node: Node, end: int) -> Reach:
    limit = run.limit(node)[end]
    return limit if isinstance(limit, Unbounded) else whole_or_fraction(Fraction(limit) / run.scale)


def _nested_shares(
    run: Run, amounts: list[Reach], paths: list[tuple[Node, ...]], end: int
) -> tuple[list[Reach], list[_Taken]]:
    room: dict[Node, Reach] = {}
    counted: list[Reach] = []
    taken: list[_Taken] = []
    for amount, path in zip(amounts, paths, strict=True):
        left = amount
        cuts: list[tuple[Clause | None, str, Reach]] = []
        for node in path:
            if node not in room:
                room[node] = _limit(run, node, end)
            allowed = min(left, room[node])
            if allowed is not left and allowed != left:
                cuts.append((run.prepared.ceilings[node[0]].clause, "clause", _less(left, allowed)))
                left = allowed
        for node in path:
            room[node] = _less(room[node], left)
        counted.append(left)
        taken.append(tuple(cuts))
    return counted, taken


def _less(amount: Reach, by: Reach) -> Reach:
    if isinstance(amount, Unbounded):
        return amount
    return amount - by  # type: ignore[operator, return-value]  # what is taken from it is bounded


def _crossing_shares(
    run: Run, totals: Totals, amounts: list[Reach], paths: list[Paths], end: int
) -> tuple[list[Reach], list[_Taken]]:
    """Return shares of the largest total: from the last entry back, each keeps what it must."""
    kept = list(amounts)
    whole = totals.under(run, kept, paths, end)
    for number in range(len(kept) - 1, -1, -1):
        own, kept[number] = kept[number], 0
        without = totals.under(run, kept, paths, end)
        kept[number] = own if isinstance(whole, Unbounded) else _less(whole, without)
    used: dict[tuple[int, Node], Reach] = {}
    for amount, both in zip(kept, paths, strict=True):
        for node in (*both[0], *both[1]):
            used[node[0], node] = used.get((node[0], node), 0) + amount
    taken: list[_Taken] = []
    for amount, share, both in zip(amounts, kept, paths, strict=True):
        if amount == share:
            taken.append(())
            continue
        nodes = (*both[0], *both[1])
        full = next(
            (node for node in nodes if used[node[0], node] == _limit(run, node, end)), nodes[-1]
        )
        clause = run.prepared.ceilings[full[0]].clause
        taken.append(((clause, "clause", _less(amount, share)),))
    return kept, taken
