"""Demands that share entries: how far all can be met, and which entry serves which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from teachtrain.credits import Supply, allocate, allocate_whole, faults, filled
from teachtrain.models import UNBOUNDED
from teachtrain.rules._conditions import sum_of
from teachtrain.rules._context import Missing
from teachtrain.rules._totals import scaled
from teachtrain.rules._verdicts import DECIDED, EITHER, MET, NOT_APPLICABLE, UNMET

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from teachtrain.models import Amount
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._conditions import Demand, Exclusive
    from teachtrain.rules._context import Context, Range
    from teachtrain.rules._evaluate import ConditionFunction, Node, QuantityFunction
    from teachtrain.rules._frame import Part
    from teachtrain.rules._prepare import Prepared
    from teachtrain.rules._run import Run
    from teachtrain.rules._totals import Offer, Totals

__all__ = ["Demands", "Share", "Shown"]

Needs: TypeAlias = "list[tuple[Reach, Reach]]"
"""What each demand asks for, at its least and at its most; nothing, where it does not apply."""

Within: TypeAlias = "dict[tuple[int, Hashable], Reach]"

_TOO_MANY = Missing("ways to give whole records to demands", kind="ways")


class Share(NamedTuple):
    """
    What one entry gives to one of the demands that share it with others.

    Attributes:
        demand: The demand.
        entry: Id of the record; for an entry that a pool made, of the pool. Where some records
            give it together, whichever of them counts, all their ids, with ` + ` between them.
        amount: How much of it.
    """

    demand: Demand
    entry: str
    amount: Amount


class Shown(NamedTuple):
    """
    One way to fill demands that share entries, by what there surely is.

    Attributes:
        form: The condition.
        entries: Ids of the entries, in order of their days.
        supplies: What each could give.
        shares: What each gives, by the number of the demand.
        needs: What each demand asks for, at its least.
        within: What demands take at most of what they limit.
    """

    form: Exclusive
    entries: tuple[str, ...]
    supplies: tuple[Supply, ...]
    shares: tuple[tuple[tuple[int, Reach], ...], ...]
    needs: tuple[Reach, ...]
    within: Within

    def listed(self, run: Run) -> Iterator[Share]:
        """Yield the shares, by demand and then in order of the entries' days."""
        amounts = run.prepared.amounts_in(run.policy.account(self.form.total.account).unit)
        pools = {item.id: item.source.id for item in run.all_items if item.record is None}
        for number, demand in enumerate(self.form.demands):
            for entry, taken in zip(self.entries, self.shares, strict=True):
                for own, amount in taken:
                    if own == number:
                        name = pools.get(entry, entry)
                        yield Share(demand, name, amounts[run.unscaled(amount)])

    def faults(self, run: Run, counted: Range | None) -> list[str]:
        """Return what is wrong with it, looked at by itself: nothing, if it may stand."""
        found = faults(self.shares, self.supplies, self.needs, _limit_of(run, 0), self.within)
        if counted is not None and run.unscaled(_total(self.shares)) != counted[0]:
            found.append("another way fills more")
        return found


class Demands:
    """
    Demands made ready to be judged together.

    Without limits of their own, and where entries may be split, what can be filled is told by
    sets of demands: see `filled`. Else an allocation is worked out at both ends.
    """

    def __init__(
        self,
        form: Exclusive,
        bind: Prepared,
        parts: Sequence[ConditionFunction],
        most: Sequence[Sequence[QuantityFunction]],
    ) -> None:
        """
        Make ready.

        Args:
            form: The condition.
            bind: The policy.
            parts: The function of each demand, as if it were alone.
            most: What each takes at most, by its limits.
        """
        self._form = form
        self._parts = parts
        self._most = most
        self._whole_numbers = bind.whole_comparisons
        self._over = form.total.over
        self._totals: Totals = bind.totals[bind.bit_of(form.total)[1]]
        self._bits = [bind.bit_of(own.total)[0] for own in form.demands]
        self._limits = [
            [bind.bit_of(sum_of(limit))[0] for limit in own.limits] for own in form.demands
        ]
        self._all = bind.bits_of(form)
        self._by_sets = not (form.whole or any(self._limits))

    # verdicts ----------------------------------------------------------------------------

    def judge(self, context: Context) -> Node:
        """Return what the demands come to together; a child of the node for each alone."""
        form = self._form
        mark = len(context.missing)
        nodes = tuple([part(context) for part in self._parts])
        run = cast("Run", context.run)
        part = context.enclosing if self._over is None else run.frame.window(self._over)
        needs, sure = self._asked(nodes, run)
        if part is None or not needs:
            return (form, NOT_APPLICABLE, None, None, nodes, context.part, ())
        required = _summed(needs)
        if isinstance(part, Missing):
            counted: Range = (0, UNBOUNDED, False)
            missing = tuple(dict.fromkeys(context.missing[mark:]))
            mask = EITHER | NOT_APPLICABLE
            return (form, mask, counted, _exact(run, required), nodes, context.part, missing)
        ends = self._filled(run, part, needs, context)
        mask = MET if ends.worst >= required[1] else UNMET if ends.best < required[0] else EITHER
        if not sure:
            mask |= NOT_APPLICABLE
        if mask not in DECIDED:
            self._totals.note(run, part, self._all, context, summed=True)
        if mask not in DECIDED and not ends.searched:
            context.missing.append(_TOO_MANY)
        missing = () if mask in DECIDED else tuple(dict.fromkeys(context.missing[mark:]))
        counted = _exact(run, (ends.low, ends.high))
        return (form, mask, counted, _exact(run, required), nodes, context.part, missing)

    def _asked(self, nodes: Sequence[Node], run: Run) -> tuple[Needs, bool]:
        """Return what each demand asks for, and whether one of them surely applies."""
        found: Needs = []
        surely = maybe = False
        for node in nodes:
            low, high, sure = node[3] or (0, 0, False)
            if id(node[0]) not in self._whole_numbers:
                low, high = scaled(low, run.scale), scaled(high, run.scale)
            found.append((max(low, 0) if sure else 0, max(high, 0)))
            surely, maybe = surely or sure, maybe or node[3] is not None
        return (found if maybe else []), surely

    def _filled(self, run: Run, part: Part, needs: Needs, context: Context) -> _Ends:
        lows, highs = [low for low, _ in needs], [high for _, high in needs]
        if self._by_sets:
            sums = [self._sums(run, part, chosen) for chosen in range(1 << len(needs))]
            least, most = [low for low, _ in sums], [high for _, high in sums]
            low = filled(lows, least.__getitem__)
            if lows == highs and least == most:
                return _Ends(low, low, low, low)
            return _Ends(
                low,
                filled(highs, most.__getitem__),
                filled(highs, least.__getitem__),
                filled(lows, most.__getitem__),
            )
        offers = list(self._totals.offers(run, part, self._all))
        sure, possible = self._supplies(offers, 0)[1], self._supplies(offers, 1)[1]
        if part.open_later if run.final else part.open_now:
            possible += self._still_to_come(run, part)
        least_in, most_in = self._within(context, run)
        if lows == highs and sure == possible and least_in == most_in:
            low, high, told = self._fill(run, sure, lows, least_in, 0)
            limits = {own for supply in sure for own in supply.path}
            if all(run.allowed(own, 0) == run.allowed(own, 1) for own in limits):  # type: ignore[arg-type]  # ceilings' groups
                return _Ends(low, high, low, high, told)
        low, _, first = self._fill(run, sure, lows, least_in, 0)
        _, high, second = self._fill(run, possible, highs, most_in, 1)
        worst, _, third = self._fill(run, sure, highs, least_in, 0)
        _, best, fourth = self._fill(run, possible, lows, most_in, 1)
        return _Ends(low, high, worst, best, all((first, second, third, fourth)))

    def _sums(self, run: Run, part: Part, chosen: int) -> tuple[Reach, Reach]:
        """Return what counts for any of the chosen demands, at its least and at its most."""
        bits = 0
        for place, bit in enumerate(self._bits):
            bits |= bit if chosen >> place & 1 else 0
        return self._totals.sum(run, part, bits, self._all) if bits else (0, 0)

    def _fill(
        self, run: Run, supplies: Sequence[Supply], needs: Sequence[Reach], within: Within, end: int
    ) -> tuple[Reach, Reach, bool]:
        """Return how much can be filled at least and at most, and whether these are the same."""
        limit = _limit_of(run, end)
        split = _total(allocate(supplies, needs, limit, within))
        if not self._form.whole:
            return split, split, True
        shares, sure = allocate_whole(supplies, needs, within)
        found = _total(shares)
        return found, found if sure else split, sure or found == split

    def _within(self, context: Context, run: Run) -> tuple[Within, Within]:
        """Return what demands take at most of what they limit, at its least and at its most."""
        least: Within = {}
        most: Within = {}
        for number, (bits, values) in enumerate(zip(self._limits, self._most, strict=True)):
            for bit, value in zip(bits, values, strict=True):
                found = value(context)
                low, high, sure = (UNBOUNDED, UNBOUNDED, True) if found is None else found
                least[number, bit] = max(scaled(low, run.scale), 0)
                most[number, bit] = max(scaled(high, run.scale), 0) if sure else UNBOUNDED
        return least, most

    # supplies ----------------------------------------------------------------------------

    def _supplies(self, offers: Iterable[Offer], end: int) -> tuple[list[str], list[Supply]]:
        """Return the entries that serve some demand at one end, and what there is of each."""
        names: list[str] = []
        found: list[Supply] = []
        for own in offers:
            amount, paths = (own.high, own.sure_over) if end else (own.low, own.over)
            serves = self._serves(own.sure, own.maybe, end)
            if amount and paths is not None and serves:
                names.append(own.name)
                found.append(Supply(amount, paths[0] if paths else (), serves))
        return names, found

    def _still_to_come(self, run: Run, part: Part) -> list[Supply]:
        return [
            Supply(UNBOUNDED, paths[0] if paths else (), ((number, None),))
            for number, bit in enumerate(self._bits)
            for paths in self._totals.still_to_come(run, part, bit)
        ]

    def _serves(self, sure: int, maybe: int, end: int) -> tuple[tuple[int, Hashable | None], ...]:
        """Return the demands that an entry serves, each with the limit that holds over it there."""
        found: list[tuple[int, Hashable | None]] = []
        taken, limited = (maybe, sure) if end else (sure, maybe)
        for number, bit in enumerate(self._bits):
            if not taken & bit:
                continue
            kinds = [kind for kind in self._limits[number] if limited & kind]
            if len(kinds) <= 1:  # under one of two limits, not known which: it surely serves not
                found.append((number, kinds[0] if kinds else None))
        return tuple(found)

    def show(self, run: Run, node: Node, part: Part) -> Shown:
        """Return one way to meet the demands of a node by what there surely is in its window."""
        needs, _ = self._asked(node[4], run)
        names, supplies = self._supplies(self._totals.entries(run, part, self._all), 0)
        context = run.context()
        context.enter(part, part)
        least, _ = self._within(context, run)
        wanted = tuple(low for low, _ in needs)
        if self._form.whole:
            shares, _ = allocate_whole(supplies, wanted, least)
        else:
            shares = allocate(supplies, wanted, _limit_of(run, 0), least)
        return Shown(self._form, tuple(names), tuple(supplies), tuple(shares), wanted, least)


class _Ends(NamedTuple):
    """
    How much of all needs can be filled.

    Attributes:
        low: Of the least needs, at the least.
        high: Of the greatest needs, at the most.
        worst: Of the greatest needs, at the least.
        best: Of the least needs, at the most.
        searched: Whether these are all as close as can be told.
    """

    low: Reach
    high: Reach
    worst: Reach
    best: Reach
    searched: bool = True


def _limit_of(run: Run, end: int) -> Callable[[Hashable], Reach]:
    return lambda node: run.allowed(node, end)  # type: ignore[arg-type]  # a ceiling's group


def _summed(needs: Needs) -> tuple[Reach, Reach]:
    return (sum((low for low, _ in needs), 0), sum((high for _, high in needs), 0))


def _total(shares: Sequence[Sequence[tuple[int, Reach]]]) -> Reach:
    return sum((amount for taken in shares for _, amount in taken), 0)


def _exact(run: Run, ends: tuple[Reach, Reach]) -> Range:
    low, high = ends
    return (run.unscaled(low), run.unscaled(high), True)
