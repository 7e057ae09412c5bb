"""Totals: what an account's entries come to in a window, at their least and at their most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from teachtrain.credits import crossing, nested
from teachtrain.models import NONE, UNBOUNDED, UNKNOWN, Calendar
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.rules._context import Missing
from teachtrain.rules._frame import FREE, NESTED, Part
from teachtrain.rules._items import cell_start
from teachtrain.rules._quantities import CyclePart, Literal, Measure, TheCycle
from teachtrain.rules._walk import depends_on_person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Context, Range
    from teachtrain.rules._evaluate import QuantityFunction
    from teachtrain.rules._frame import OnlyLimit
    from teachtrain.rules._items import Bundle, Growing, Item
    from teachtrain.rules._policy import Ceiling
    from teachtrain.rules._quantities import Total
    from teachtrain.rules._run import Run

__all__ = ["CompiledCeiling", "Offer", "Paths", "Totals"]

Node: TypeAlias = tuple[int, tuple[object, ...], "date | None"]
"""A ceiling's number, the keys of its group, and the first day of its cell."""

Paths: TypeAlias = tuple[tuple[Node, ...], ...]
"""For each family, the ceilings over an entry, from the innermost out."""

TOGETHER: Final = " + "
"""Between the ids of records of which it is not known which of them gives an amount."""

_NO_FACT: Final = Missing("records not yet in", kind="transcript")


class Offer(NamedTuple):
    """
    What an entry, or several alike, may give to a total in a part of time.

    Attributes:
        name: Id of the record, or of what a pool made; those of a group that gives it together,
            with `TOGETHER` between them; empty for several that need no name.
        low: How much it gives at least.
        high: How much it gives at most.
        sure: Bits of the selections that surely take it.
        maybe: Bits of those that may.
        over: The ceilings that may hold over it; None where it is not known which do.
        sure_over: The ceilings that surely hold.
    """

    name: str
    low: Reach
    high: Reach
    sure: int
    maybe: int
    over: Paths | None
    sure_over: Paths


class CompiledCeiling:
    """A ceiling with the bit of its selection, how it groups, and its limit."""

    __slots__ = ("bit", "by_cycle", "by_time", "clause", "fields", "firm", "limit", "same_for_all")

    def __init__(
        self, clause: Ceiling, bit: int, limit: QuantityFunction, keys: tuple[str, ...]
    ) -> None:
        self.clause = clause
        self.bit = bit
        self.limit = limit
        self.firm = isinstance(clause.limit, Literal) and clause.limit.amount.is_point
        self.same_for_all = not depends_on_person(clause.limit)
        names = [key for key in clause.by if isinstance(key, str)]
        self.fields = tuple(keys.index(name) for name in names)
        times = [key for key in clause.by if not isinstance(key, str)]
        self.by_time: tuple[Calendar | TheCycle | CyclePart, ...] = tuple(times)
        self.by_cycle = any(isinstance(key, (TheCycle, CyclePart)) for key in times)

    @property
    def daily(self) -> bool:
        """Whether each day is a group of its own."""
        return any(isinstance(key, Calendar) and key.daily for key in self.by_time)


class Totals:
    """
    The totals of one account.

    Attributes:
        families: Numbers of the account's ceilings by family, from the inside out.
    """

    def __init__(
        self,
        account: int,
        families: tuple[tuple[int, ...], ...],
        ceilings: tuple[CompiledCeiling, ...],
        keys: tuple[str, ...],
        implied: dict[int, frozenset[int]],
    ) -> None:
        """
        Make ready to total.

        Args:
            account: Number of the account.
            families: Numbers of its ceilings by family, from the inside out.
            ceilings: All ceilings of the policy.
            keys: Fields that tell groups apart in the account.
            implied: By bit of a total's selection, the ceilings that cover all it selects.
        """
        self.account = account
        self.families = families
        self._ceilings = ceilings
        self._keys = keys
        self._implied = implied
        self._firm = all(ceilings[number].firm for family in families for number in family)

    def function(self, form: Total, bit: int) -> QuantityFunction:
        """Return the function of a total."""
        if form.measure is not Measure.SUM:
            place = self._keys.index(form.by) if form.by else -1
            return self._in_part(
                form, bit, lambda run, part: self._counted(form, bit, place, run, part)
            )
        whole = self.whole(form, bit)

        def total(context: Context) -> Range | None:
            found = whole(context)
            if found is None:
                return None
            low, high, sure = found
            run: Run = context.run  # type: ignore[assignment]  # a total is asked of an audit
            return (run.unscaled(low), run.unscaled(high), sure)

        return total

    def whole(self, form: Total, bit: int) -> QuantityFunction:
        """Return the function of a sum in the whole numbers used inside."""
        plain = self._in_part(form, bit, lambda run, part: self.sum(run, part, bit))
        over = form.over

        def total(context: Context) -> Range | None:
            run: Run = context.run  # type: ignore[assignment]  # a total is asked of an audit
            part = context.enclosing if over is None else run.frame.window(over)
            amount = run.known_sum(part, bit)
            return plain(context) if amount is None else (amount, amount, True)

        return total

    def _in_part(
        self, form: Total, bit: int, judged: Callable[[Run, Part], tuple[Reach, Reach]]
    ) -> QuantityFunction:
        over = form.over

        def total(context: Context) -> Range | None:
            run: Run = context.run  # type: ignore[assignment]  # a total is asked of an audit
            part = context.enclosing if over is None else run.frame.window(over)
            if part is None:
                return None
            summed = form.measure is Measure.SUM
            if isinstance(part, Missing):
                context.missing.extend(run.frame.untold(part))
                self._note_all(run, bit, context, summed=summed)
                return (0, UNBOUNDED, False)
            low, high = judged(run, part)
            if low != high:
                self.note(run, part, bit, context, summed=summed)
            return (low, high, True)

        return total

    def note(self, run: Run, part: Part, bit: int, context: Context, *, summed: bool) -> None:
        """Name what keeps a total of this account open."""
        nodes: set[Node] = set()
        opened = part.open_now
        for item in run.items:
            if item.account != self.account or not item.maybe & bit:
                continue
            if not _may_fall_in(item, part):
                continue
            if summed:
                over = self.place(run, item, part, sure_only=True) or ()
                nodes.update(node for path in over for node in path)
            if item.certain and not (item.growing or item.rising):
                continue
            context.missing.extend((*item.missing, *item.unselected(bit & ~item.sure)))
            if summed:
                self._note_doubtful(run, item, context)
            inside = part.window.holds(item.first, item.last)
            if item.days and not (inside and self._in_one_cell(run, item)):
                context.missing.extend(item.days)
            opened = opened or any(not one.later for one in (*item.growing, *item.rising))
        if summed:
            paths = run.frame.routes.paths
            for _, route, _ in part.sums[bit]:
                nodes.update(node for path in paths[route] for node in path)
            self._note_limits(run, nodes, context)
        if opened:
            context.missing.append(_NO_FACT)

    def _note_doubtful(self, run: Run, item: Item, context: Context) -> None:
        """Name what leaves open the limits of ceilings that may hold over an item."""
        for family in self.families:
            for number in family:
                bit = self._ceilings[number].bit
                if item.maybe & bit and not item.sure & bit:
                    context.missing.extend(self._limit_missing(run, number))
                    context.missing.extend(item.unselected(bit))

    def _limit_missing(self, run: Run, number: int) -> list[Missing]:
        """Return what is missing to tell a ceiling's limit, wherever it is asked for."""
        here = run.context()
        value = self._ceilings[number].limit(here)
        return [] if value is not None and value[2] and value[0] == value[1] else here.missing

    def _note_limits(self, run: Run, nodes: Iterable[Node], context: Context) -> None:
        for node in sorted(nodes, key=str):
            low, high, missing = run.limit(node)
            if low != high:
                context.missing.extend(missing)

    def _note_all(self, run: Run, bit: int, context: Context, *, summed: bool) -> None:
        """Name what may keep a total of this account open in whatever window it is asked for."""
        for item in run.items:
            if item.account == self.account and item.maybe & bit:
                context.missing.extend((*item.missing, *item.days, *item.unselected(-1)))
        limits = [number for family in self.families for number in family] if summed else []
        for number in limits:
            context.missing.extend(self._limit_missing(run, number))
        if run.frame.incomplete < run.frame.after:
            context.missing.append(_NO_FACT)

    def _in_one_cell(self, run: Run, item: Item) -> bool:
        """Whether an item's day, though not known, leaves no ceiling over it open."""
        return all(
            cell_start(run, key, item.first) == cell_start(run, key, item.last)
            for family in self.families
            for number in family
            if item.maybe & self._ceilings[number].bit
            for key in self._ceilings[number].by_time
        )

    # sums --------------------------------------------------------------------------------

    def sum(self, run: Run, part: Part, bits: int, among: int | None = None) -> tuple[Reach, Reach]:
        """
        Return the least and the most that entries come to that a selection takes.

        Args:
            run: The audit.
            part: Where.
            bits: The bit of the selection; or of several, any of which is enough.
            among: The bits that are wanted together, where there are several.
        """
        opened = part.open_later if run.final else part.open_now
        supply = self._supply(run, part, bits, among or bits)
        routes = run.frame.routes
        loose = list(self._loose(run, run.items, part, bits)) if run.items else ()
        firm = self._firm and not isinstance(run.frame.cycle, Missing)
        if not loose and not opened and firm:
            total = self._under(run, supply, 0)
            return (total, total)
        least, most = dict(supply), supply
        for item, inside, low, high in loose:
            if inside and low:
                paths = self.place(run, item, part, sure_only=False)
                if paths is not None:
                    number = routes.number(paths)
                    least[number] = least.get(number, 0) + scaled(low, run.scale)
            over = cast("Paths", self.place(run, item, part, sure_only=True))
            number = routes.number(over)
            most[number] = most.get(number, 0) + scaled(high, run.scale)
        if opened:
            for bit in each_bit(bits):
                for paths in self.still_to_come(run, part, bit):
                    most[routes.number(paths)] = UNBOUNDED
        return (self._under(run, least, 0), self._under(run, most, 1))

    def _supply(self, run: Run, part: Part, bits: int, among: int) -> dict[int, Reach]:
        """Return what the slots hold, by the number of the ceilings over it."""
        supply: dict[int, Reach] = {}
        taken = run.frame.routes.taken
        for slot, route, _ in part.sums[among]:
            amount = run.slots[slot]
            if amount and taken[slot] & bits:
                supply[route] = supply.get(route, 0) + amount
        return supply

    def offers(self, run: Run, part: Part, bits: int) -> Iterator[Offer]:
        """Yield what may serve any of some selections that are wanted together."""
        routes = run.frame.routes
        for slot, route, _ in part.sums[bits]:
            amount, taken, paths = run.slots[slot], routes.taken[slot], routes.paths[route]
            if amount:
                yield Offer("", amount, amount, taken, taken, paths, paths)
        yield from self._loose_offers(run, run.items, part, bits)

    def entries(self, run: Run, part: Part, bits: int) -> Iterator[Offer]:
        """Yield the same entry by entry, in order of their days, from an audit that is traced."""
        found: list[tuple[date, Offer]] = []
        for first, name, _, learnt, items in run.seen:
            if len(items) == len(learnt.plan.made) or not part.window.holds(first, first):
                continue
            for own, atom in learnt.plan.made:
                taken = own.sure & bits
                if (atom is None and items) or own.account != self.account or not taken:
                    continue
                paths = self.paths(run, cast("int", own.atom), learnt.cell)
                amount = scaled(own.low, run.scale)
                found.append((first, Offer(name, amount, amount, taken, taken, paths, paths)))
        days = {item.id: item.first for item in run.all_items}
        loose = self._loose_offers(run, run.all_items, part, bits)
        found.extend((days[offer.name.split(TOGETHER)[0]], offer) for offer in loose)
        found.sort(key=lambda own: (own[0], own[1].name))
        return (offer for _, offer in found)

    def _loose_offers(
        self, run: Run, items: Iterable[Item], part: Part, bits: int
    ) -> Iterator[Offer]:
        together: dict[int, Offer | None] = {}
        for item, inside, low, high in self._loose(run, items, part, bits):
            joint = None
            if item.bundle is not None:
                name = id(item.bundle)
                if name not in together:
                    together[name] = joint = self._joint_offer(run, item.bundle, part, bits)
            if joint is not None:
                yield joint
            # What is offered with the others of its group is not offered twice.
            alone = item.bundle is None or together[id(item.bundle)] is None
            sure = item.sure & self._staying(run, item, part, bits)
            yield Offer(
                item.id,
                scaled(low, run.scale) if inside and alone else 0,
                scaled(high, run.scale),
                sure,
                item.maybe & bits,
                self.place(run, item, part, sure_only=False),
                cast("Paths", self.place(run, item, part, sure_only=True)),
            )

    def _joint_offer(self, run: Run, bundle: Bundle, part: Part, bits: int) -> Offer | None:
        """
        Return what the members of a group surely give together, if that is more than each does.

        It serves what all of them serve: whichever of them counts, it does there.
        """
        members = (*bundle.own, *bundle.floating)
        paths = {self.place(run, one, part, sure_only=False) for one in members}
        common, maybe = bits, 0
        for one in members:
            common &= one.sure & self._staying(run, one, part, bits) if _place(one, part) else 0
            maybe |= one.maybe & bits
        low: Reach = sum((one.joint[0] for one in bundle.own), 0)
        alone: Reach = sum((one.low for one in bundle.own if one.exists), 0)
        if not common or len(paths) > 1 or None in paths or low <= alone:
            return None
        over = cast("Paths", paths.pop())
        name = TOGETHER.join(one.id for one in bundle.own)
        return Offer(name, scaled(low, run.scale), 0, common, maybe, over, over)

    def _staying(self, run: Run, item: Item, part: Part, bits: int) -> int:
        """Return the bits of those selections of which what an item counts surely stays."""
        stays = bits
        for one in item.growing:
            if one.later and not run.final:
                continue
            held = part.window.holds(one.span.start, one.span.last_day)
            covering = run.prepared.covering(one.step) if held else ()
            stays &= sum(covering)
        return stays

    def slots_for(self, run: Run, atom: int, cell: int) -> tuple[int, ...]:
        """Return the slots that an atom's amounts in a cell go into."""
        mask, frame = run.memory.masks[atom], run.frame
        found: list[int] = []
        for account, bits, part in frame.wanted:
            taken = mask & bits
            if account != self.account or not taken:
                continue
            if not any(first <= cell < end for first, end in part.ranges):
                continue
            paths = self.paths(run, atom, cell)
            route = frame.routes.number(paths, self._only_limit(run, paths))
            sums, known = part.sums[bits], frame.routes.taken
            alike = (slot for slot, own, _ in sums if own == route and known[slot] == taken)
            slot = next(alike, None)
            if slot is None:
                slot = frame.routes.new_slot(taken)
                sums.append((slot, route, frame.routes.limits[route]))
            found.append(slot)
        return tuple(found)

    def _only_limit(self, run: Run, paths: Paths) -> OnlyLimit:
        """Return the one limit there is, the same for everybody, if it is so plain."""
        nodes = [node for path in paths for node in path]
        if not nodes:
            return FREE
        if len(nodes) > 1 or not self._ceilings[nodes[0][0]].same_for_all:
            return NESTED
        low, high, _ = run.limit(nodes[0])
        return NESTED if low != high else FREE if low is UNBOUNDED else low

    def paths(self, run: Run, atom: int, cell: int) -> Paths:
        """Return the ceilings over an atom in a cell of time."""
        known = run.frame.routes.over
        found = known.get((atom, cell))
        if found is None:
            memory = run.memory
            mask, keys, day = memory.masks[atom], memory.keys[atom], run.frame.start(cell)
            found = known[atom, cell] = tuple(
                tuple(
                    self.node(run, number, keys, day)
                    for number in family
                    if mask & self._ceilings[number].bit
                )
                for family in self.families
            )
        return found

    def _loose(
        self, run: Run, items: Iterable[Item], part: Part, bits: int
    ) -> Iterable[tuple[Item, bool, Reach, Reach]]:
        """Yield the items that may be counted: whether surely, and at least and at most."""
        whole: dict[int, bool] = {}
        for item in items:
            if item.account != self.account or not item.maybe & bits:
                continue
            inside = _place(item, part)
            if inside is None:
                continue
            low, high = item.low, item.high
            if item.bundle is not None:
                name = id(item.bundle)
                if name not in whole:
                    whole[name] = self._whole(run, item, part, bits)
                if whole[name]:
                    low, high = item.joint
            if item.growing and not self._stays(run, item.growing, part, bits):
                low = 0
            if item.rising and not self._stays(run, item.rising, part, bits):
                high = max(high, item.peak)
            yield item, bool(inside and item.exists and item.sure & bits), low, high

    def _stays(self, run: Run, groups: tuple[Growing, ...], part: Part, bits: int) -> bool:
        """Whether a total holds all that records still to come may change in some groups."""
        return all(
            (one.later and not run.final)
            or (
                any(bits & own for own in run.prepared.covering(one.step))
                and part.window.holds(one.span.start, one.span.last_day)
            )
            for one in groups
        )

    def _whole(self, run: Run, item: Item, part: Part, bits: int) -> bool:
        """Whether a total takes an item's bundle as a whole, under the same ceilings."""
        bundle = item.bundle
        assert bundle is not None

        def signature(one: Item) -> object:
            place = _place(one, part)
            paths = self.place(run, one, part, sure_only=True)
            return (one.sure & bits, one.maybe & bits, place, paths)

        first = signature(bundle.own[0])
        return all(signature(one) == first for one in (*bundle.own[1:], *bundle.floating))

    # ceilings ----------------------------------------------------------------------------

    def _under(self, run: Run, supply: dict[int, Reach], end: int) -> Reach:
        """Return the most that ceilings allow, amounts given by the number of their paths."""
        if not self.families:
            return sum(supply.values(), 0)
        paths_of = run.frame.routes.paths
        if len(self.families) == 1:
            single = {paths_of[number][0]: amount for number, amount in supply.items()}
            return nested(single, lambda node: run.allowed(node, end))
        double = {paths_of[number]: amount for number, amount in supply.items()}
        return crossing(double, lambda node: run.allowed(node, end))  # type: ignore[arg-type]  # two families

    def under(self, run: Run, amounts: list[Reach], paths: list[Paths], end: int) -> Reach:
        """Return the most that ceilings allow to whole *amounts*, each under its own *paths*."""
        supply: dict[int, Reach] = {}
        for amount, own in zip(amounts, paths, strict=True):
            number = run.frame.routes.number(own)
            supply[number] = supply.get(number, 0) + amount
        return self._under(run, supply, end)

    def node(self, run: Run, number: int, keys: tuple[object, ...], day: date) -> Node:
        own = self._ceilings[number]
        values = tuple(keys[place] for place in own.fields)
        starts = [cell_start(run, key, day) for key in own.by_time]
        return (number, values, max((one for one in starts if one is not None), default=None))

    def place(self, run: Run, item: Item, part: Part | None, *, sure_only: bool) -> Paths | None:
        """
        Return the ceilings over an item: those that surely hold, or also one that may.

        None means that the item can't be placed under every ceiling that may hold.
        """
        days = (item.first, item.last)
        if part is not None and item.first != item.last:
            # It is counted here only if its day is one of those that the part holds.
            window = part.window
            days = (max(item.first, window.first_day), min(item.last, window.last_day))
        made: list[tuple[Node, ...]] = []
        for family in self.families:
            nodes: list[Node] = []
            doubtful = 0
            for number in family:
                own = self._ceilings[number]
                if not item.maybe & own.bit:
                    continue
                placed = self._placed(run, item, number, days)
                if placed is not None and item.sure & own.bit:
                    nodes.append(placed)
                elif not sure_only:
                    doubtful += 1
                    if placed is None or doubtful > 1:
                        return None
                    nodes.append(placed)
            made.append(tuple(nodes))
        return tuple(made)

    def _placed(self, run: Run, item: Item, number: int, days: tuple[date, date]) -> Node | None:
        """Return the group of a ceiling that an item is in; None where that is not known."""
        own = self._ceilings[number]
        if any(item.keys[place] is UNKNOWN for place in own.fields):
            return None
        first, last = days
        node = self.node(run, number, item.keys, first)
        if first != last and self.node(run, number, item.keys, last) != node:
            return None
        if any(item.keys[place] is NONE for place in own.fields):
            return (number, (*node[1], item.id), node[2])  # what is in no group stands alone
        return node

    def still_to_come(self, run: Run, part: Part, bit: int) -> Iterable[Paths]:
        """Yield the ceilings over all that is still to come, which nothing else limits."""
        frame = run.frame
        covering = self._implied[bit]
        if part.window.end > frame.horizon.end:
            yield tuple(() for _ in self.families)
            return
        for first, end in part.ranges:
            for number in range(first, end):
                start = frame.start(number)
                now = frame.incomplete <= start < frame.after
                later = start >= min(frame.incomplete, frame.after)
                if later if run.final else now:
                    yield tuple(
                        tuple(self.node(run, own, (), start) for own in family if own in covering)
                        for family in self.families
                    )

    # counts ------------------------------------------------------------------------------

    def _counted(
        self, form: Total, bit: int, place: int, run: Run, part: Part
    ) -> tuple[Reach, Reach]:
        listed = [
            (item, _place(item, part))
            for item in run.items
            if item.account == self.account and item.maybe & bit and _place(item, part) is not None
        ]
        tops = [(item, _top(run, item)) for item, _ in listed]
        may = [(item, top) for item, top in tops if item.earned[0] == 0 or top > 0]
        surely = [
            item
            for item, inside in listed
            if inside
            and item.exists
            and item.sure & bit
            and (item.earned[1] == 0 or item.low > 0)
            # A record still to come may take over its share of a group, even all of it.
            and all(one.later and not run.final for one in item.growing)
        ]
        opened = part.open_later if run.final else part.open_now
        low, high = _measured(form.measure, place, surely, may)
        return (low, UNBOUNDED if opened else high)


def _top(run: Run, item: Item) -> Reach:
    """Return the most that an item may count, also by records that may still be there."""
    rises = any(not one.later or run.final for one in item.rising)
    return max(item.high, item.peak) if rises else item.high


def _measured(
    measure: Measure, place: int, surely: list[Item], may: list[tuple[Item, Reach]]
) -> tuple[Reach, Reach]:
    match measure:
        case Measure.COUNT:
            return (len(surely), len(may))
        case Measure.LARGEST:
            return (
                max((item.low for item in surely), default=0),
                max((top for _, top in may), default=0),
            )
        case Measure.DISTINCT:
            members = [item for item, _ in may]
            unknown = [item for item in members if item.keys[place] is UNKNOWN]
            if any(item.record is not None and item.record.topics is None for item in unknown):
                return (len(_values(surely, place)), UNBOUNDED)
            return (len(_values(surely, place)), len(_values(members, place)) + len(unknown))
        case Measure.LARGEST_GROUP:
            floating = sum((top for item, top in may if item.keys[place] is UNKNOWN), 0)
            most = _sums(may, place)
            least = _sums([(item, item.low) for item in surely], place)
            return (max(least.values(), default=0), max(most.values(), default=0) + floating)
        case Measure.SUM:
            raise AssertionError("a sum is not counted")


def each_bit(bits: int) -> Iterator[int]:
    """Yield every bit of some, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest


def _values(items: list[Item], place: int) -> set[object]:
    found: set[object] = set()
    for item in items:
        value = item.keys[place]
        if isinstance(value, frozenset):
            found |= value
        elif value not in (UNKNOWN, NONE):
            found.add(value)
    return found


def _sums(amounts: list[tuple[Item, Reach]], place: int) -> dict[object, Reach]:
    found: dict[object, Reach] = {}
    for item, amount in amounts:
        value = item.keys[place]
        if value is not UNKNOWN:
            key = ("alone", item.id) if value is NONE else value
            found[key] = found.get(key, 0) + amount
    return found


def _place(item: Item, part: Part) -> bool | None:
    """Return whether an item surely lies in a part of time; None if it surely does not."""
    inside = part.window.holds(item.first, item.last)
    if inside:
        return True
    return False if part.window.touches(item.first, item.last) else None


def _may_fall_in(item: Item, part: Part) -> bool:
    return part.window.touches(item.first, item.last)


def scaled(amount: Reach, scale: int) -> Reach:
    return amount if amount is UNBOUNDED else whole_or_fraction(amount * scale)  # type: ignore[operator]  # bounded
