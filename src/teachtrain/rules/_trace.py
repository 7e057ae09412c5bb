"""What became of every record: earned, cut by which clause, counted."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from teachtrain.models import Amount, Unbounded
from teachtrain.models._quantities import whole_or_fraction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from teachtrain.models import Text, TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Missing
    from teachtrain.rules._items import Item
    from teachtrain.rules._policy import Clause, Pool, RecognitionRule
    from teachtrain.rules._recognise import Made
    from teachtrain.rules._run import Run, Seen
    from teachtrain.rules._totals import Node, Paths, Totals

__all__ = ["Allocation", "Cut", "Entry", "RecordOutcome", "trace"]


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
        first: With *last*, the days among which it is booked.
        last: See *first*.
        account: Id of the account.
        clause: The rule or pool that made it.
        settled: What is sure, with everything open taken not to count.
        possible: How it comes out if everything open counts; equal where nothing is open.
        missing: What is not known of it.
        tags: Tags it bears.
        evidence: Ids of the records behind a pool's entry.
    """

    record_id: str
    first: date
    last: date
    account: str
    clause: RecognitionRule | Pool
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
        entries: What it earned.
        outcome: `recognised`, `refused` by a rule, `unmatched` by any, `open` while a missing
            fact leaves that undecided, `after_as_of`, `before_hire` or `other_teacher`.
        reason: Why a rule refused it.
        rules: The rules that took it, or may; None stands for no rule.
        presumed: Ids of the presumptions it rests on.
        missing: The facts that leave it open.
    """

    record: TrainingRecord
    entries: tuple[Entry, ...]
    outcome: str
    reason: Text | None
    rules: tuple[RecognitionRule | None, ...]
    presumed: tuple[str, ...]
    missing: tuple[str, ...]


def trace(run: Run) -> tuple[tuple[RecordOutcome, ...], tuple[Entry, ...]]:
    """Return what became of each record, in order of their days, and every entry."""
    seen = sorted(run.seen, key=lambda one: (one[0], one[1].id))
    special = _special_entries(run, seen)
    about, ready, in_scope = run.memory.about, run.memory.ready, run.frame.in_scope
    outcomes: list[RecordOutcome] = []
    listed: list[Entry] = []
    for day, record, plan, _, number in seen:
        known = about.get(id(plan))
        if known is None:
            known = about[id(plan)] = (
                *_outcome(plan.rules),
                plan.rules,
                plan.presumed,
                plan.missing,
            )
        own: list[Entry] = []
        inside = in_scope(number)
        for place, (made, _) in enumerate(plan.made):
            entry = special.get((record.id, place)) if special else None
            if entry is None:
                rest = ready.get((id(made), inside))
                if rest is None:
                    rest = ready[id(made), inside] = _ready(run, made, inside=inside)
                entry = cast("Entry", _new(Entry, (record.id, day, day, *rest)))
            own.append(entry)
        listed.extend(own)
        outcomes.append(cast("RecordOutcome", _new(RecordOutcome, (record, tuple(own), *known))))
    listed.extend(entry for (name, _), entry in special.items() if name is None)
    if run.skipped:
        outcomes.extend(
            RecordOutcome(record, (), reason, None, (), (), ()) for record, reason in run.skipped
        )
        outcomes.sort(key=lambda one: (one.record.booking_span.start, one.record.id))
    return tuple(outcomes), tuple(listed)


_new = tuple.__new__


def _outcome(rules: tuple[RecognitionRule | None, ...]) -> tuple[str, Text | None]:
    deciding = [rule for rule in rules if rule is None or not rule.stacking]
    stacking = len(deciding) < len(rules)
    if len(deciding) > 1:
        return "open", None
    rule = deciding[0]
    if stacking or (rule is not None and rule.posts):
        return "recognised", None
    return ("unmatched", None) if rule is None else ("refused", rule.reason)


def _ready(run: Run, made: Made, *, inside: bool) -> tuple[object, ...]:
    """Return all of an entry but its record and day, where no ceiling cuts it."""
    account = run.policy.accounts[made.account]
    amount = run.prepared.amounts_in(account.unit)
    earned = amount(made.low)
    if inside or made.low == 0:
        whole = Allocation(earned, (), earned)
    else:
        whole = Allocation(earned, (Cut(earned, None, "outside"),), amount(0))
    return (account.id, made.rule, whole, whole, (), made.tags, ())


def _special_entries(run: Run, seen: list[Seen]) -> dict[tuple[str | None, int], Entry]:
    """
    Return the entries that are not simply counted whole, or not at all as they lie outside.

    They are named by record and place among its entries; a pool's by None and a number.
    """
    accounts = [_Account(run, number) for number in range(len(run.policy.accounts))]
    limited = run.frame.limited
    any_ceilings = run.prepared.any_ceilings
    for _, record, plan, items, number in seen:
        if items:
            loose = iter(items)
            every = len(items) == len(plan.made)
            for place, (made, atom) in enumerate(plan.made):
                if atom is None or every:
                    accounts[made.account].add_item((record.id, place), next(loose))
        if any_ceilings and len(items) < len(plan.made):
            known = limited[number]
            for place, (made, atom) in enumerate(plan.made):
                if atom is not None:
                    under = known.get(atom)
                    if under is None:
                        paths = run.prepared.totals[made.account].paths(run, atom, number)
                        under = known[atom] = any(paths)
                    if under:
                        accounts[made.account].add((record.id, place), record, made, atom, number)
    if run.all_items:
        pooled = [item for item in run.all_items if item.record is None]
        for place, item in enumerate(pooled):
            accounts[item.account].add_item((None, place), item)
    found: dict[tuple[str | None, int], Entry] = {}
    for account in accounts:
        found.update(account.entries())
    return found


_Taken: TypeAlias = "tuple[tuple[Clause | None, str, Reach], ...]"
_Shares: TypeAlias = "tuple[list[Reach], list[_Taken]]"
_Name: TypeAlias = "tuple[str | None, int]"
_Own: TypeAlias = "tuple[TrainingRecord, Made, int, int] | Item"


class _Account:
    """Entries of one account, in order of their days, and what ceilings leave of them."""

    def __init__(self, run: Run, number: int) -> None:
        self._run = run
        self._totals = run.prepared.totals[number]
        self._account = run.policy.accounts[number]
        self._amount = run.prepared.amounts_in(self._account.unit)
        self._names: list[_Name] = []
        self._made: list[_Own] = []
        self._pooled = False
        self._doubtful = False
        self.limited = bool(self._totals.families)

    def add(self, name: _Name, record: TrainingRecord, made: Made, atom: int, cell: int) -> None:
        """Add an entry about which all is known."""
        self._names.append(name)
        self._made.append((record, made, atom, cell))

    def add_item(self, name: _Name, item: Item) -> None:
        """Add an entry that is looked at by itself."""
        self._names.append(name)
        self._made.append(item)
        self._pooled = self._pooled or name[0] is None
        if not item.certain:
            self._doubtful = True

    def entries(self) -> Iterator[tuple[_Name, Entry]]:
        """Yield the entries that are not simply counted whole, by name."""
        if not self._made:
            return
        if not self.limited:
            for name, own in zip(self._names, self._made, strict=True):
                if name[0] is None or not self._is_plain(own):
                    yield name, self._plain(own)
            return
        order = list(range(len(self._made)))
        if self._pooled:
            order.sort(key=self._when)
        settled = self._shares(order, 0)
        possible = self._shares(order, 1) if self._doubtful else settled
        for at, (name, own) in enumerate(zip(self._names, self._made, strict=True)):
            sure = (settled[0][at], settled[1][at])
            if name[0] is not None and not sure[1] and self._is_plain(own):
                continue
            yield (
                name,
                self._entry(
                    own, sure, sure if possible is settled else (possible[0][at], possible[1][at])
                ),
            )

    def _is_plain(self, own: _Own) -> bool:
        """Whether all is known of an entry, and no rewrite took anything of it."""
        return isinstance(own, tuple) or (not own.cuts and own.certain)

    def _when(self, place: int) -> tuple[date, str]:
        own = self._made[place]
        if isinstance(own, tuple):
            return (own[0].day or self._run.as_of, own[0].id)
        return (own.first, own.id)

    # what ceilings leave -------------------------------------------------------------------

    def _plain(self, own: _Own) -> Entry:
        settled = self._unlimited(own, 0)
        doubtful = not isinstance(own, tuple) and not own.certain
        return self._entry(own, settled, self._unlimited(own, 1) if doubtful else settled)

    def _unlimited(self, own: _Own, end: int) -> tuple[Reach, _Taken]:
        """Return what counts where no ceiling limits it: all, unless it lies outside."""
        if isinstance(own, tuple):
            if self._run.frame.in_scope(own[3]):
                return own[1].low, ()
            return 0, ((None, "outside", own[1].low),)
        inside = self._run.in_scope(own)
        if inside or (inside is False and end):
            return own.joint[end], ()
        return 0, ((None, "outside" if inside is None else "open", own.joint[end]),)

    def _shares(self, order: list[int], end: int) -> _Shares:
        """Return what each entry counts at its least or most, and what was taken of it."""
        amounts: list[Reach] = [0] * len(self._made)
        taken: list[_Taken] = [()] * len(self._made)
        limited: list[int] = []
        paths: list[Paths] = []
        for place in order:
            own = self._made[place]
            amounts[place], taken[place] = self._unlimited(own, end)
            over = None if taken[place] else self._paths(own, end)
            if over is None and not taken[place]:
                taken[place] = ((None, "open", amounts[place]),)
                amounts[place] = 0
            elif over is not None and any(over):
                limited.append(place)
                paths.append(over)
        share = _nested_shares if len(self._totals.families) == 1 else _crossing_shares
        kept, cuts = share(self._run, self._totals, [amounts[at] for at in limited], paths, end)
        for place, amount, cut in zip(limited, kept, cuts, strict=True):
            amounts[place] = amount
            taken[place] = cut
        return amounts, taken

    def _paths(self, own: _Own, end: int) -> Paths | None:
        if isinstance(own, tuple):
            return self._totals.paths(self._run, own[2], own[3])
        return self._totals.place(self._run, own, sure_only=end == 1)

    # entries -------------------------------------------------------------------------------

    def _entry(
        self, own: _Own, settled: tuple[Reach, _Taken], possible: tuple[Reach, _Taken]
    ) -> Entry:
        account = self._account.id
        if isinstance(own, tuple):
            record, made, _, _ = own
            sure = self._allocation(made.low, (), settled)
            day = record.day or self._run.as_of
            return Entry(record.id, day, day, account, made.rule, sure, sure, (), made.tags, ())
        sure = self._item_allocation(own, 0, settled)
        return Entry(
            "" if own.record is None else own.id,
            own.first,
            own.last,
            account,
            own.source,
            sure,
            sure if possible is settled else self._item_allocation(own, 1, possible),
            own.missing,
            own.tags,
            own.evidence,
        )

    def _item_allocation(self, item: Item, end: int, share: tuple[Reach, _Taken]) -> Allocation:
        rewritten = tuple((own[0], own[1], own[2 + end]) for own in item.cuts)
        return self._allocation(item.earned[end], rewritten, share)

    def _allocation(
        self, earned: Reach, rewritten: _Taken, share: tuple[Reach, _Taken]
    ) -> Allocation:
        amount = self._amount
        counted, taken = share
        cuts = tuple(
            Cut(amount(lost), clause, reason)
            for clause, reason, lost in (*rewritten, *taken)
            if lost != 0
        )
        return Allocation(amount(earned), cuts, amount(counted))


def _limit(run: Run, node: Node, end: int) -> Reach:
    limit = run.limit(node)[end]
    return limit if isinstance(limit, Unbounded) else whole_or_fraction(Fraction(limit) / run.scale)


def _nested_shares(
    run: Run, totals: Totals, amounts: list[Reach], paths: list[Paths], end: int
) -> _Shares:
    """Return shares in the order given: each takes what is left under every ceiling over it."""
    assert len(totals.families) == 1
    room: dict[Node, Reach] = {}
    counted: list[Reach] = []
    taken: list[_Taken] = []
    for amount, (path,) in zip(amounts, paths, strict=True):
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
) -> _Shares:
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
