"""What became of every record: earned, cut by which clause, counted."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from teachtrain.models import Amount, Unbounded
from teachtrain.rules._context import Missing
from teachtrain.rules._items import less
from teachtrain.rules._named import named
from teachtrain.rules._totals import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from teachtrain.models import Text, TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._frame import Learnt
    from teachtrain.rules._items import Item
    from teachtrain.rules._policy import Clause, Pool, RecognitionRule
    from teachtrain.rules._recognise import Made
    from teachtrain.rules._run import Run, Seen
    from teachtrain.rules._totals import Node, Paths, Totals

__all__ = ["Allocation", "Cut", "Entry", "RecordOutcome", "Shown", "entries", "outcomes"]


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
            fact leaves that undecided, `after_as_of`, `before_hire`, `late` or
            `other_teacher`.
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


def entries(run: Run) -> tuple[Entry, ...]:
    """Return every entry: those of records in order of their days, then those of pools."""
    listed: list[Entry] = []
    apart: list[tuple[int, Seen]] = []
    supply: dict[int, Reach] = {}
    append = listed.append
    for seen in sorted(run.seen):
        day, record_id, _, learnt, items = seen
        shown = learnt.shown
        if shown is None:
            shown = _show(run, learnt)
        rests, _, limited = shown
        if limited or items:
            apart.append((len(listed), seen))
            for _, route, amount, _ in limited:
                supply[route] = supply.get(route, 0) + amount
        start = (record_id, day, day)
        for rest in rests:
            append(named(Entry, start + rest))
    if not all(map(_is_plain, repeat(run), run.all_items)):
        _look_closely(run, listed, apart)
    elif _binds(run, supply):
        paths = run.frame.routes.paths
        if any(len(paths[route]) > 1 or _is_open(run, paths[route]) for route in supply):
            _look_closely(run, listed, apart)
        else:
            _cut_known(run, listed, apart)
    return tuple(listed)


def outcomes(run: Run, listed: tuple[Entry, ...]) -> tuple[RecordOutcome, ...]:
    """Return what became of each record, in order of their days, with its own of the entries."""
    found: list[RecordOutcome] = []
    first = 0
    for _, _, record, learnt, _ in sorted(run.seen):
        shown = learnt.shown or _show(run, learnt)
        end = first + len(shown.entries)
        found.append(named(RecordOutcome, (record, listed[first:end]) + shown.outcome))  # noqa: RUF005 - quicker than unpacking
        first = end
    if run.skipped:
        found.extend(
            RecordOutcome(record, (), reason, None, (), (), ()) for record, reason in run.skipped
        )
        found.sort(key=lambda one: (one.record.booking_span.start, one.record.id))
    return tuple(found)


def _is_plain(run: Run, item: Item) -> bool:
    """Whether an entry of a record surely counts whole, if it lies inside."""
    limited = item.maybe & run.prepared.limited
    return item.record is not None and not item.cuts and not limited and item.certain


def _binds(run: Run, supply: dict[int, Reach]) -> bool:
    """Whether some ceiling takes anything of whole amounts, given by their routes."""
    sums: dict[Node, Reach] = {}
    for route, amount in supply.items():
        for path in run.frame.routes.paths[route]:
            for node in path:
                sums[node] = sums.get(node, 0) + amount
    return any(amount > run.allowed(node, 0) for node, amount in sums.items())


def _is_open(run: Run, paths: Paths) -> bool:
    """Whether some limit on the paths of an entry is not one number."""
    limits = (run.limit(node) for path in paths for node in path)
    return any(limit[0] != limit[1] for limit in limits)


def _cut_known(run: Run, listed: list[Entry], apart: list[tuple[int, Seen]]) -> None:
    """Put in place what one family of ceilings leaves of entries about which all is known."""
    paths = run.frame.routes.paths
    known = [
        (first + place, made, amount, paths[route][0])
        for first, seen in apart
        for place, route, amount, made in seen[3].shown.limited  # type: ignore[union-attr]  # it was shown
    ]
    shares = _nested_shares(run, [own[2:] for own in known], 0)
    for (place, made, _, _), (left, cuts) in zip(known, shares, strict=True):
        if cuts:
            before = listed[place]
            amounts = run.prepared.amounts_in(run.policy.accounts[made.account].unit)
            taken = tuple([Cut(amounts[run.unscaled(lost)], own, why) for own, why, lost in cuts])
            whole = Allocation(before.settled.earned, taken, amounts[run.unscaled(left)])
            listed[place] = named(Entry, before[:5] + (whole, whole) + before[7:])  # noqa: RUF005 - quicker than unpacking


def _look_closely(run: Run, listed: list[Entry], apart: list[tuple[int, Seen]]) -> None:
    """Put in place the entries that may not count whole, and append those of pools."""
    accounts: dict[int, _Account] = {}
    for first, (day, record_id, _, learnt, items) in apart:
        made_by_plan = learnt.plan.made
        loose = iter(items)
        every = len(items) == len(made_by_plan)
        for place, (_, atom) in enumerate(made_by_plan):
            if items and (atom is None or every):
                item = next(loose)
                _account(run, accounts, item.account).add(first + place, item, item.first, item.id)
        for known in learnt.shown.limited if learnt.shown and not every else ():
            account = _account(run, accounts, known[3].account)
            account.add(first + known[0], known, day, record_id)
    for item in run.all_items:
        if item.record is None and item.earned[1] != 0:  # else it may only come later
            _account(run, accounts, item.account).add(_POOLED, item, item.first, item.id)
    for account in accounts.values():
        for place, entry in account.entries():
            if place == _POOLED:
                listed.append(entry)
            else:
                listed[place] = entry


def _account(run: Run, accounts: dict[int, _Account], number: int) -> _Account:
    found = accounts.get(number)
    if found is None:
        found = accounts[number] = _Account(run, number)
    return found


def _outcome(rules: tuple[RecognitionRule | None, ...]) -> tuple[str, Text | None]:
    deciding = [rule for rule in rules if rule is None or not rule.stacking]
    stacking = len(deciding) < len(rules)
    if len(deciding) > 1:
        return "open", None
    rule = deciding[0]
    if stacking or (rule is not None and rule.posts):
        return "recognised", None
    return ("unmatched", None) if rule is None else ("refused", rule.reason)


class Shown(NamedTuple):
    """
    What all records of a plan show alike in a cell of time.

    Attributes:
        entries: Of each entry, all but its record and day.
        outcome: Of the outcome, all but the record and its entries.
        limited: The entries under ceilings about which all is known.
    """

    entries: tuple[tuple[object, ...], ...]
    outcome: tuple[object, ...]
    limited: tuple[_Limited, ...]


def _show(run: Run, learnt: Learnt) -> Shown:
    plan, cell = learnt.plan, learnt.cell
    inside = run.frame.scope[cell]
    untold = () if inside else _untold(run)
    rests: list[tuple[object, ...]] = []
    limited: list[_Limited] = []
    for place, (made, atom) in enumerate(plan.made):
        account = run.policy.accounts[made.account]
        amounts = run.prepared.amounts_in(account.unit)
        earned = amounts[made.low]
        whole = Allocation(earned, (), earned)
        sure = whole
        if not inside and made.low != 0:
            reason = "open" if untold else "outside"
            sure = Allocation(earned, (Cut(earned, None, reason),), amounts[0])
        possible = whole if untold else sure
        rests.append((account.id, made.rule, sure, possible, untold, made.tags, ()))
        if inside and atom is not None:
            paths = run.prepared.totals[made.account].paths(run, atom, cell)
            if any(paths):
                route = run.frame.routes.number(paths)
                limited.append((place, route, scaled(made.low, run.scale), made))
    about = (*_outcome(plan.rules), plan.rules, plan.presumed, plan.missing)
    found = learnt.shown = Shown(tuple(rests), about, tuple(limited))
    return found


def _untold(run: Run) -> tuple[Missing, ...]:
    """Return what is missing to tell the windows that may hold what no other does."""
    parts = run.prepared.parts(run.frame)
    lacking = [one for part in parts if isinstance(part, Missing) for one in run.frame.untold(part)]
    return tuple(dict.fromkeys(lacking))


_Taken: TypeAlias = "tuple[tuple[Clause | None, str, Reach], ...]"
_Shares: TypeAlias = "tuple[list[Reach], list[_Taken]]"
_Limited: TypeAlias = "tuple[int, int, Reach, Made]"
"""An entry about which all is known, under ceilings: place, route, whole amount, itself."""
_Own: TypeAlias = "_Limited | Item"

_POOLED: Final = -1


class _Account:
    """Entries of one account that may not count whole, and what ceilings leave of them."""

    def __init__(self, run: Run, number: int) -> None:
        self._run = run
        self._totals = run.prepared.totals[number]
        self._account = run.policy.accounts[number]
        self._amounts = run.prepared.amounts_in(self._account.unit)
        self._made: list[tuple[int, _Own, date, str]] = []
        self._pooled = False
        self._doubtful = False

    def add(self, at: int, own: _Own, day: date, name: str) -> None:
        """Add an entry of a day."""
        self._made.append((at, own, day, name))
        if not isinstance(own, tuple):
            self._pooled = self._pooled or own.record is None
            self._doubtful = self._doubtful or not _is_told(own)

    def entries(self) -> Iterator[tuple[int, Entry]]:
        """Yield the entries that are not simply counted whole, by place."""
        if not self._totals.families:
            for at, own, day, name in self._made:
                assert not isinstance(own, tuple)  # nothing is limited where no ceiling is
                if at == _POOLED or own.cuts or not own.certain:
                    settled = self._unlimited(own, 0)
                    possible = settled if _is_told(own) else self._unlimited(own, 1)
                    yield at, self._entry(own, day, name, settled, possible)
            return
        if self._pooled:
            self._made.sort(key=lambda one: one[2:])
        least = self._shares(0)
        most = self._shares(1) if self._doubtful else least
        shares = zip(self._made, zip(*least, strict=True), zip(*most, strict=True), strict=True)
        for (at, own, day, name), sure, possibly in shares:
            plain = isinstance(own, tuple) or not (own.cuts or not own.certain)
            if sure[1] or at == _POOLED or not plain:
                possible = sure if most is least else possibly
                yield at, self._entry(own, day, name, sure, possible)

    # what ceilings leave -------------------------------------------------------------------

    def _unlimited(self, own: Item, end: int) -> tuple[Reach, _Taken]:
        """Return what counts where no ceiling limits it: all, unless it lies outside."""
        inside = self._run.in_scope(own)
        if inside or (inside is False and end):
            return own.joint[end], ()
        return 0, ((None, "outside" if inside is None else "open", own.joint[end]),)

    def _shares(self, end: int) -> _Shares:
        """Return what each entry counts at its least or most, and what was taken of it."""
        amounts: list[Reach] = [0] * len(self._made)
        taken: list[_Taken] = [()] * len(self._made)
        limited: list[int] = []
        scale = self._run.scale
        given: list[Reach] = []
        paths: list[Paths] = []
        paths_of = self._run.frame.routes.paths
        for place, (_, own, _, _) in enumerate(self._made):
            if isinstance(own, tuple):
                amounts[place] = own[3].low
                limited.append(place)
                given.append(own[2])
                paths.append(paths_of[own[1]])
                continue
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
        self._doubtful = self._doubtful or any(_is_open(self._run, over) for over in paths)
        shares: Iterable[tuple[Reach, _Taken]]
        if len(self._totals.families) == 1:
            inner = [path for (path,) in paths]
            shares = _nested_shares(self._run, zip(given, inner, strict=True), end)
        else:
            shares = _crossing_shares(self._run, self._totals, given, paths, end)
        exact = self._run.unscaled
        for place, (amount, cut) in zip(limited, shares, strict=True):
            if cut:
                taken[place] = tuple([(clause, why, exact(lost)) for clause, why, lost in cut])
                amounts[place] = exact(amount)
        return amounts, taken

    # entries -------------------------------------------------------------------------------

    def _entry(
        self,
        own: _Own,
        day: date,
        name: str,
        settled: tuple[Reach, _Taken],
        possible: tuple[Reach, _Taken],
    ) -> Entry:
        account = self._account.id
        if isinstance(own, tuple):
            made = own[3]
            sure = self._allocation(made.low, (), settled)
            most = sure if possible is settled else self._allocation(made.low, (), possible)
            return Entry(name, day, day, account, made.rule, sure, most, (), made.tags, ())
        sure = self._item_allocation(own, 0, settled)
        return Entry(
            "" if own.record is None else own.id,
            own.first,
            own.last,
            account,
            own.source,
            sure,
            sure if possible is settled else self._item_allocation(own, 1, possible),
            self._lacking(own),
            own.tags,
            own.evidence,
        )

    def _lacking(self, item: Item) -> tuple[Missing, ...]:
        """Return what is not known of an item, its day if a border lies among those it may be."""
        frame = self._run.frame
        missing = (*item.missing, *item.unselected(-1))
        if item.days and frame.cell(item.first) != frame.cell(item.last):
            missing += item.days
        return tuple(dict.fromkeys(missing))

    def _item_allocation(self, item: Item, end: int, share: tuple[Reach, _Taken]) -> Allocation:
        rewritten = tuple(
            (own.clause, own.reason, less(own.before[end], own.after[end])) for own in item.cuts
        )
        return self._allocation(item.earned[end], rewritten, share)

    def _allocation(
        self, earned: Reach, rewritten: _Taken, share: tuple[Reach, _Taken]
    ) -> Allocation:
        amounts = self._amounts
        counted, taken = share
        cuts = tuple(
            Cut(amounts[lost], clause, reason)
            for clause, reason, lost in (*rewritten, *taken)
            if lost != 0
        )
        return Allocation(amounts[earned], cuts, amounts[counted])


def _nested_shares(
    run: Run, amounts: Iterable[tuple[Reach, tuple[Node, ...]]], end: int
) -> Iterator[tuple[Reach, _Taken]]:
    """Yield shares in the order given: each takes what is left under every ceiling over it."""
    room: dict[Node, Reach] = {}
    for amount, path in amounts:
        left = amount
        cuts: _Taken = ()
        for node in path:
            space = room.get(node)
            if space is None:
                space = room[node] = run.allowed(node, end)
            if space < left:
                clause = run.prepared.ceilings[node[0]].clause
                cuts += ((clause, "clause", _less(left, space)),)
                left = space
        for node in path:
            room[node] = _less(room[node], left)
        yield left, cuts


def _is_told(item: Item) -> bool:
    """Whether an entry comes out in one way, also in what it earned before any rewrite."""
    return item.certain and item.earned[0] == item.earned[1]


def _less(amount: Reach, by: Reach) -> Reach:
    if isinstance(amount, Unbounded):
        return amount
    return amount - by


def _crossing_shares(
    run: Run, totals: Totals, amounts: list[Reach], paths: list[Paths], end: int
) -> Iterator[tuple[Reach, _Taken]]:
    """Yield shares of the largest total: from the last entry back, each keeps what it must."""
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
    for amount, share, both in zip(amounts, kept, paths, strict=True):
        if amount == share:
            yield share, ()
            continue
        nodes = (*both[0], *both[1])
        full = next(
            (node for node in nodes if used[node[0], node] == run.allowed(node, end)), nodes[-1]
        )
        clause = run.prepared.ceilings[full[0]].clause
        yield share, ((clause, "clause", _less(amount, share)),)
