"""What became of every record: earned, cut by which clause, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from teachtrain.models import Amount, Unbounded
from teachtrain.rules._items import less
from teachtrain.rules._named import named
from teachtrain.rules._totals import scaled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from teachtrain.models import Text, TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Missing
    from teachtrain.rules._items import Item
    from teachtrain.rules._policy import Clause, Pool, RecognitionRule
    from teachtrain.rules._recognise import Made, Plan
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
    special, pooled = _special_entries(run, seen)
    shown, scope = run.memory.shown, run.frame.scope
    outcomes: list[RecordOutcome] = []
    listed: list[Entry] = []
    for day, record, plan, _, number in seen:
        inside = scope[number]
        known = shown[inside]
        name = id(plan)
        if name in known:
            rests, about = known[name]
        else:
            rests, about = known[name] = _shown(run, plan, inside=inside)
        start = (record.id, day, day)
        own: tuple[Entry, ...]
        if len(rests) == 1:
            own = (named(Entry, start + rests[0]),)
        else:
            own = tuple([named(Entry, start + rest) for rest in rests])
        if start[0] in special:
            special_ones = special[start[0]]
            own = tuple([special_ones.get(place, entry) for place, entry in enumerate(own)])
        listed += own
        outcomes.append(named(RecordOutcome, (record, own) + about))  # noqa: RUF005 - quicker than unpacking
    listed.extend(pooled)
    if run.skipped:
        outcomes.extend(
            RecordOutcome(record, (), reason, None, (), (), ()) for record, reason in run.skipped
        )
        outcomes.sort(key=lambda one: (one.record.booking_span.start, one.record.id))
    return tuple(outcomes), tuple(listed)


def _outcome(rules: tuple[RecognitionRule | None, ...]) -> tuple[str, Text | None]:
    deciding = [rule for rule in rules if rule is None or not rule.stacking]
    stacking = len(deciding) < len(rules)
    if len(deciding) > 1:
        return "open", None
    rule = deciding[0]
    if stacking or (rule is not None and rule.posts):
        return "recognised", None
    return ("unmatched", None) if rule is None else ("refused", rule.reason)


def _shown(
    run: Run, plan: Plan, *, inside: bool
) -> tuple[tuple[tuple[object, ...], ...], tuple[object, ...]]:
    """Return what all records of a plan show alike: of each entry, and of the outcome."""
    rests: list[tuple[object, ...]] = []
    for made, _ in plan.made:
        account = run.policy.accounts[made.account]
        amount = run.prepared.amounts_in(account.unit)
        earned = amount(made.low)
        whole = Allocation(earned, (), earned)
        if not inside and made.low != 0:
            whole = Allocation(earned, (Cut(earned, None, "outside"),), amount(0))
        rests.append((account.id, made.rule, whole, whole, (), made.tags, ()))
    return tuple(rests), (*_outcome(plan.rules), plan.rules, plan.presumed, plan.missing)


_Special: TypeAlias = "dict[str, dict[int, Entry]]"


def _special_entries(run: Run, seen: list[Seen]) -> tuple[_Special, list[Entry]]:
    """
    Return the entries that aren't simply counted whole, or not at all as they lie outside.

    They are named by record and place among its entries; those of pools come apart.
    """
    accounts = [_Account(run, number) for number in range(len(run.policy.accounts))]
    limited, scope = run.frame.limited, run.frame.scope
    any_ceilings = run.prepared.any_ceilings
    for day, record, plan, items, number in seen:
        made_by_plan = plan.made
        if items:
            loose = iter(items)
            every = len(items) == len(made_by_plan)
            for place, (made, atom) in enumerate(made_by_plan):
                if atom is None or every:
                    accounts[made.account].add_item((record.id, place), next(loose))
            if every:
                continue
        if any_ceilings and scope[number]:
            known = limited[number]
            for place, (made, atom) in enumerate(made_by_plan):
                if atom is not None:
                    try:
                        paths = known[atom]
                    except KeyError:
                        paths = run.prepared.totals[made.account].paths(run, atom, number)
                        paths = known[atom] = paths if any(paths) else None
                    if paths is not None:
                        own = (made.low, paths, day, made)
                        accounts[made.account].add((record.id, place), own)
    for item in run.all_items:
        if item.record is None:
            accounts[item.account].add_item((item.id, -1), item)
    found: _Special = {}
    pooled: list[Entry] = []
    for account in accounts:
        for (name, place), entry in account.entries():
            if place < 0:
                pooled.append(entry)
            else:
                found.setdefault(name, {})[place] = entry
    return found, pooled


_Taken: TypeAlias = "tuple[tuple[Clause | None, str, Reach], ...]"
_Shares: TypeAlias = "tuple[list[Reach], list[_Taken]]"
_Name: TypeAlias = "tuple[str, int]"
_Known: TypeAlias = "tuple[Reach, Paths, date, Made]"
"""An entry about which all is known, under ceilings: amount, ceilings, day, how it was made."""
_Own: TypeAlias = "_Known | Item"


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

    def add(self, name: _Name, own: _Known) -> None:
        """Add an entry about which all is known."""
        self._names.append(name)
        self._made.append(own)

    def add_item(self, name: _Name, item: Item) -> None:
        """Add an entry that is looked at by itself."""
        self._names.append(name)
        self._made.append(item)
        self._pooled = self._pooled or name[1] < 0
        if not item.certain:
            self._doubtful = True

    def entries(self) -> Iterator[tuple[_Name, Entry]]:
        """Yield the entries that are not simply counted whole, by name."""
        if not self._made:
            return
        if not self.limited:
            for name, own in zip(self._names, self._made, strict=True):
                if name[1] < 0 or not self._is_plain(own):
                    yield name, self._plain(name, own)
            return
        order = list(range(len(self._made)))
        if self._pooled:
            order.sort(key=self._when)
        settled = self._shares(order, 0)
        possible = self._shares(order, 1) if self._doubtful else settled
        for at, (name, own) in enumerate(zip(self._names, self._made, strict=True)):
            taken = settled[1][at]
            if not taken and name[1] >= 0 and self._is_plain(own):
                continue
            sure = (settled[0][at], taken)
            most = sure if possible is settled else (possible[0][at], possible[1][at])
            yield name, self._entry(name, own, sure, most)

    def _is_plain(self, own: _Own) -> bool:
        """Whether all is known of an entry, and no rewrite took anything of it."""
        return isinstance(own, tuple) or (not own.cuts and own.certain)

    def _when(self, place: int) -> tuple[date, str]:
        own = self._made[place]
        if isinstance(own, tuple):
            return (own[2], self._names[place][0])
        return (own.first, own.id)

    # what ceilings leave -------------------------------------------------------------------

    def _plain(self, name: _Name, own: _Own) -> Entry:
        settled = self._unlimited(own, 0)
        doubtful = not isinstance(own, tuple) and not own.certain
        return self._entry(name, own, settled, self._unlimited(own, 1) if doubtful else settled)

    def _unlimited(self, own: _Own, end: int) -> tuple[Reach, _Taken]:
        """Return what counts where no ceiling limits it: all, unless it lies outside."""
        if isinstance(own, tuple):
            return own[0], ()
        inside = self._run.in_scope(own)
        if inside or (inside is False and end):
            return own.joint[end], ()
        return 0, ((None, "outside" if inside is None else "open", own.joint[end]),)

    def _shares(self, order: list[int], end: int) -> _Shares:
        """Return what each entry counts at its least or most, and what was taken of it."""
        amounts: list[Reach] = [0] * len(self._made)
        taken: list[_Taken] = [()] * len(self._made)
        limited: list[int] = []
        scale = self._run.scale
        given: list[Reach] = []
        paths: list[Paths] = []
        for place in order:
            own = self._made[place]
            if isinstance(own, tuple):
                over: Paths | None = own[1]
                amounts[place] = own[0]
            else:
                amounts[place], taken[place] = self._unlimited(own, end)
                if taken[place]:
                    continue
                over = self._totals.place(self._run, own, None, sure_only=end == 1)
            if over is None:
                taken[place] = ((None, "open", amounts[place]),)
                amounts[place] = 0
            elif any(over):
                limited.append(place)
                given.append(scaled(amounts[place], scale))
                paths.append(over)
        share = _nested_shares if len(self._totals.families) == 1 else _crossing_shares
        kept, cuts = share(self._run, self._totals, given, paths, end)
        exact = self._run.unscaled
        for place, amount, cut in zip(limited, kept, cuts, strict=True):
            if cut:
                amounts[place] = exact(amount)
                taken[place] = tuple([(clause, why, exact(lost)) for clause, why, lost in cut])
        return amounts, taken

    # entries -------------------------------------------------------------------------------

    def _entry(
        self,
        name: _Name,
        own: _Own,
        settled: tuple[Reach, _Taken],
        possible: tuple[Reach, _Taken],
    ) -> Entry:
        account = self._account.id
        if isinstance(own, tuple):
            earned, _, day, made = own
            sure = self._allocation(earned, (), settled)
            return Entry(name[0], day, day, account, made.rule, sure, sure, (), made.tags, ())
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
        rewritten = tuple(
            (own.clause, own.reason, less(own.before[end], own.after[end])) for own in item.cuts
        )
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
                room[node] = run.limit(node)[end]
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
    return amount - by


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
            (node for node in nodes if used[node[0], node] == run.limit(node)[end]), nodes[-1]
        )
        clause = run.prepared.ceilings[full[0]].clause
        taken.append(((clause, "clause", _less(amount, share)),))
    return kept, taken
