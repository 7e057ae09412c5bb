"""Plans: records in advance that make a requirement met, and as little as can be found."""

from __future__ import annotations

import enum
from bisect import bisect_right
from fractions import Fraction
from heapq import heappop, heappush
from itertools import product
from math import comb, gcd, lcm
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from teachtrain.models import CLASS_HOUR, DAY, Span, Unbounded
from teachtrain.rules._trace import entries
from teachtrain.rules._verdicts import UNMET
from teachtrain.rules.due._bounds import is_least
from teachtrain.rules.due._trials import Move, share_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from teachtrain.models import Amount, TrainingRecord, Transcript
    from teachtrain.rules._prepare import Prepared
    from teachtrain.rules._run import Row, Run
    from teachtrain.rules.due._options import Option
    from teachtrain.rules.due._trials import Trial

__all__ = ["Method", "Plan", "Planner"]

_MOST_STEPS: Final = 4096
_MOST_RECORDS: Final = 64
_MOST_TRIED: Final = 1_000
_MOST_SPECIMENS: Final = 2_000


class Method(enum.Enum):
    """
    How a plan was found, and what is known of plans with less.

    `BOUND`: less of these options cannot earn what is lacking, however it is taken. `TRIED`:
    every way to take less was tried, an activity in each stretch of time. `PRUNED`: nothing can be
    left out of it, but another plan may take less.
    """

    BOUND = "less cannot earn what is lacking"
    TRIED = "every way to take less was tried"
    PRUNED = "nothing can be left out of it"


class Plan(NamedTuple):
    """
    Something to do that makes a requirement met, if nothing else changes.

    Attributes:
        records: What to do, as the records that would come in, each on the first day on which
            it could be.
        when: For each of them, the days that are as good.
        options: For each of them, the option that it is of.
        by: The day on whose evening it is met then.
        transcript: The teacher's records up to the day of the audit, with these.
        lengths: How long they take, in class hours and in days; what says neither adds nothing.
        method: How it was found, and what is known of plans that take less.
    """

    records: tuple[TrainingRecord, ...]
    when: tuple[Span, ...]
    options: tuple[Option, ...]
    by: date
    transcript: Transcript
    lengths: tuple[Amount, ...]
    method: Method

    @property
    def cost(self) -> Cost:
        """What tells which of two plans takes less: hours, then days, then how many activities."""
        return _cost(self.lengths, len(self.records))

    @property
    def rank(self) -> tuple[Cost, bool]:
        """What tells which of two plans is better: the one that takes less, then the proved one."""
        return (self.cost, not self.is_least)

    @property
    def is_least(self) -> bool:
        """Whether no other plan of the same options takes less."""
        return self.method is not Method.PRUNED


Cost: TypeAlias = tuple[Fraction, Fraction, int]

Taken: TypeAlias = tuple[tuple[Move, int], ...]
"""Moves, and for how many steps each is taken."""


class Planner:
    """
    Looks for plans for some requirements.

    Attributes:
        trial: The audits.
    """

    def __init__(self, prepared: Prepared, trial: Trial, numbers: Sequence[int]) -> None:
        """
        Make ready.

        Args:
            prepared: The policy.
            trial: Audits on the day by which it should be met.
            numbers: Which requirements should be met.
        """
        self.trial = trial
        self._prepared = prepared
        self._numbers = tuple(numbers)
        self._sizes: dict[tuple[Option, int], int] = {}
        self._known: dict[Taken, tuple[Row, ...]] = {}

    # what would be ---------------------------------------------------------------------------

    def records(self, taken: Taken) -> tuple[TrainingRecord, ...]:
        """Return the records of moves."""
        return tuple(record for _, record in self._activities(taken))

    def _activities(self, taken: Taken) -> Iterator[tuple[Move, TrainingRecord]]:
        """Yield the records of moves, each with its move: as many as it takes."""
        for move, steps in taken:
            option, day = move
            size, left, place = self._size(move), steps, 1
            while left > 0:
                here = min(size, left)
                yield move, option.taken(f"{option.name}, {day}, {place}", day, here)
                left -= here
                place += 1

    def rows(self, taken: Taken) -> tuple[Row, ...]:
        """Return every requirement judged, with moves taken."""
        taken = tuple(one for one in taken if one[1])
        found = self._known.get(taken)
        if found is None:
            found = self._known[taken] = self.trial.rows(self.records(taken))
        return found

    def meets(self, taken: Taken) -> bool:
        """Whether no requirement may be unmet, with moves taken."""
        rows = self.rows(taken)
        return not any(rows[number][0] & UNMET for number in self._numbers)

    def _share(self, taken: Taken) -> Fraction:
        rows = self.rows(taken)
        return sum((share_of(rows[own][2], rows[own][0]) for own in self._numbers), Fraction(0))

    # plans -----------------------------------------------------------------------------------

    def plan(self, options: Sequence[Option]) -> Plan | None:
        """Return a plan made of options, None where all of them together are not enough."""
        if self.meets(()):
            return self._made((), Method.BOUND)
        stepped = [
            move for own in options if own.step is not None for move in self.trial.moves(own)
        ]
        single = [own for own in options if own.step is None]
        found: list[tuple[Taken, Method]] = []
        if single:
            found.extend(self._selection(single))
        found.extend(self._in_steps(stepped, ()))
        if not found:
            found.extend(self._in_steps(stepped, self._useful(self._every(single), stepped)))
        if not found:
            return None
        best = min(found, key=lambda own: self._cost(own[0]))
        return self._made(*best)

    def most(self, options: Sequence[Option]) -> tuple[Row, ...]:
        """Return every requirement judged with as much of options as may help."""
        stepped = [
            move for own in options if own.step is not None for move in self.trial.moves(own)
        ]
        single = self._every([own for own in options if own.step is None])
        return self.rows((*single, *self._filled(stepped, _MOST_STEPS)))

    def _made(self, taken: Taken, method: Method) -> Plan:
        made = list(self._activities(taken))
        records = tuple(record for _, record in made)
        when = [self.trial.stretch(move) for move, _ in made]
        if len(made) == 1 and len(taken) == 1:
            when = [self._widened(when[0], *taken[0])]
        return Plan(
            records,
            tuple(when),
            tuple(option for (option, _), _ in made),
            self.trial.by,
            self.trial.transcript(records),
            _lengths(taken),
            method,
        )

    def _widened(self, days: Span, move: Move, steps: int) -> Span:
        """Return the days on which a plan's only activity is as good, from its own day on."""
        for later in self.trial.moves(move[0]):
            if later[1] == days.end:
                if not self.meets(((later, steps),)):
                    break
                days = Span(days.start, self.trial.stretch(later).end)
        return days

    def _cost(self, taken: Taken) -> Cost:
        return _cost(_lengths(taken), len(self.records(taken)))

    # in steps --------------------------------------------------------------------------------

    def _in_steps(self, moves: Sequence[Move], fixed: Taken) -> Iterator[tuple[Taken, Method]]:
        """Yield plans of options in steps beside what is taken anyway, each pruned."""
        full = self._enough(moves, fixed)
        if full is None:
            return
        best: Taken | None = None
        for order in _orders(moves):
            pruned = self._pruned(full, order, fixed)
            if best is None or self._cost(pruned) < self._cost(best):
                best = pruned
        assert best is not None
        taken = self._without_idle(best)
        yield taken, self._method(taken, moves)

    def _enough(self, moves: Sequence[Move], fixed: Taken) -> Taken | None:
        """Return moves taken for so many steps each that it is enough."""
        steps = 1
        while steps <= _MOST_STEPS:
            full = (*fixed, *self._filled(moves, steps))
            if self.meets(full):
                # In one stretch of time it may all be done, instead of a part in each.
                more = (*fixed, *self._filled(moves, min(steps * len(moves), _MOST_STEPS)))
                return more if self.meets(more) else full
            steps *= 2
        return None

    def _filled(self, moves: Sequence[Move], steps: int) -> Taken:
        return tuple((move, min(steps, self._size(move) * _MOST_RECORDS)) for move in moves)

    def _pruned(self, full: Taken, order: Sequence[Move], fixed: Taken) -> Taken:
        """Return as little of each move as is still enough, the first in order cut first."""
        steps = dict(full)
        keep = dict(fixed)
        for move in order:
            low, high = keep.get(move, 0), steps[move]
            while low < high:
                middle = (low + high) // 2
                steps[move] = middle
                if self.meets(tuple(steps.items())):
                    high = middle
                else:
                    low = middle + 1
            steps[move] = high
        return tuple(steps.items())

    def _without_idle(self, taken: Taken) -> Taken:
        return tuple(one for one in taken if one[1])

    def _size(self, move: Move) -> int:
        """Return for how many steps one activity is worth taking: beyond, it earns no more."""
        option, _ = move
        if option.step is None:
            return 1
        era = (option, bisect_right(self._prepared.reader.epochs, move[1]))
        found = self._sizes.get(era)
        if found is None:
            found = self._sizes[era] = self._best_size(move)
        return found

    def _best_size(self, move: Move) -> int:
        option, day = move

        def worth(steps: int) -> Fraction:
            run = self.trial.alone([option.taken("alone", day, steps)])
            return _earned_alone(run)

        sizes = [1 << power for power in range(_MOST_STEPS.bit_length())]
        worths = [worth(size) for size in sizes]
        best = max(range(len(sizes)), key=lambda place: (worths[place], -place))
        top = worths[best]
        if top == 0 or best == len(sizes) - 1:
            return _MOST_STEPS
        if worths[best + 1] < top:  # it earns less where it takes too long: how long may it take?
            longest = _border(lambda steps: worth(steps) < top, sizes[best], sizes[best + 1]) - 1
            top = max(top, worth(longest))
            return _border(lambda steps: worth(steps) >= top, sizes[best] - 1, longest)
        return _border(lambda steps: worth(steps) >= top, sizes[best] // 2, sizes[best])

    # how good it is --------------------------------------------------------------------------

    def _method(self, taken: Taken, moves: Sequence[Move]) -> Method:
        if self._is_bound(taken, moves):
            return Method.BOUND
        options = {option.name for option, _ in moves}
        steps = sum(own for _, own in taken)
        if len(options) > 1 or steps == 0 or comb(steps - 1 + len(moves), len(moves)) > _MOST_TRIED:
            return Method.PRUNED
        for less in _splits(steps - 1, len(moves)):
            if self.meets(tuple(zip(moves, less, strict=True))):
                return Method.PRUNED
        return Method.TRIED

    def _is_bound(self, taken: Taken, moves: Sequence[Move]) -> bool:
        """Whether less of the moves cannot earn what is lacking."""
        total = sum((_length_of(move) * steps for move, steps in taken), Fraction(0))
        units = {option.step.unit for option, _ in moves if option.step is not None}
        sizes = [(move, _length_of(move)) for move in moves]
        if len(units) > 1 or sum(total // length for _, length in sizes) > _MOST_SPECIMENS:
            return False
        specimens = {
            f"{place}.{size}": (length * size, option.taken(f"{place}.{size}", day, size))
            for place, ((option, day), length) in enumerate(sizes)
            for size in range(1, int(total // length) + 1)
        }
        return self._is_least(total, specimens, grain=_grain(length for _, length in sizes))

    def _is_least(
        self,
        total: Fraction,
        specimens: Mapping[str, tuple[Fraction, TrainingRecord]],
        *,
        grain: Fraction,
    ) -> bool:
        # What makes all of them met makes each of them met.
        return any(
            is_least(self._prepared, self.trial, number, total, specimens=specimens, grain=grain)
            for number in self._numbers
        )

    # activities as they are ------------------------------------------------------------------

    def _selection(self, options: Sequence[Option]) -> Iterator[tuple[Taken, Method]]:
        """Yield a selection of activities as they are: the least of few, a good one of many."""
        groups = [self.trial.moves(own) for own in options for _ in range(own.times)]
        groups = [group for group in groups if group]
        if not groups:
            return
        ways = 1
        for group in groups:
            ways *= 1 + len(group)
        if ways <= _MOST_TRIED:
            taken = self._by_length(groups)
            if taken is not None:
                yield taken, Method.TRIED
            return
        taken = self._greedy(groups)
        if taken is not None:
            bound = self._is_bound_selection(taken, groups)
            yield taken, Method.BOUND if bound else Method.PRUNED

    def _by_length(self, groups: Sequence[Sequence[Move]]) -> Taken | None:
        """Return the first selection that is enough, of all in order of what they take."""
        queue: list[tuple[Cost, int, Taken]] = []
        ways = product(*([None, *group] for group in groups))
        for place, way in enumerate(ways):
            taken = _counted(move for move in way if move is not None)
            heappush(queue, (self._cost(taken), place, taken))
        while queue:
            _, _, taken = heappop(queue)
            if self.meets(taken):
                return taken
        return None

    def _greedy(self, groups: Sequence[Sequence[Move]]) -> Taken | None:
        """Return a selection made of what helps most for its length, then pruned."""
        chosen: list[Move] = []
        left = [list(group) for group in groups]
        while not self.meets(_counted(chosen)):
            here = self._share(_counted(chosen))
            best: tuple[Fraction, int, Move] | None = None
            for place, group in enumerate(left):
                for move in group:
                    gain = self._share(_counted([*chosen, move])) - here
                    worth = gain / max(_length_of(move), Fraction(1, 100))
                    if gain > 0 and (best is None or worth > best[0]):
                        best = (worth, place, move)
            if best is None:
                # Nothing helps by itself; perhaps several do together.
                chosen.extend(group[0] for group in left)
                if not self.meets(_counted(chosen)):
                    return None
                break
            chosen.append(best[2])
            del left[best[1]]
        for move in sorted(chosen, key=_length_of, reverse=True):
            fewer = list(chosen)
            fewer.remove(move)
            if self.meets(_counted(fewer)):
                chosen = fewer
        return _counted(chosen)

    def _is_bound_selection(self, taken: Taken, groups: Sequence[Sequence[Move]]) -> bool:
        """Whether no selection that takes less can earn what is lacking."""
        lengths = {move: _length_of(move) for group in groups for move in group}
        units = {None if (one := option.length(1)) is None else one.unit for option, _ in lengths}
        if not all(lengths.values()) or len(units) > 1:
            return False
        specimens = {
            str(place): (length, move[0].taken(str(place), move[1]))
            for place, (move, length) in enumerate(lengths.items())
        }
        total = sum((lengths[move] * steps for move, steps in taken), Fraction(0))
        return self._is_least(total, specimens, grain=_grain(lengths.values()))

    def _every(self, options: Sequence[Option]) -> Taken:
        """Return every activity as it is, taken as often as it can be, on its first days."""
        moves = {own: self.trial.moves(own) for own in options}
        return _counted(
            days[min(time, len(days) - 1)]
            for own, days in moves.items()
            if days
            for time in range(own.times)
        )

    def _useful(self, every: Taken, stepped: Sequence[Move]) -> Taken:
        """Return what of activities as they are is needed, beside much of those in steps."""
        full = self._filled(stepped, _MOST_STEPS)
        kept = list(every)
        for one in every:
            fewer = [own for own in kept if own is not one]
            if self.meets((*fewer, *full)):
                kept = fewer
        return tuple(kept)


def _cost(lengths: Iterable[Amount], count: int) -> Cost:
    known = {own.unit: Fraction(own.value) for own in lengths}
    return (known.get(CLASS_HOUR, Fraction(0)), known.get(DAY, Fraction(0)), count)


def _border(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the least number for which something holds, that does for *high*, not for *low*."""
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _earned_alone(run: Run) -> Fraction:
    """Return what records earn that are all there is, only to compare them."""
    counted = [own.settled.counted.low for own in entries(run)]
    return sum((Fraction(own) for own in counted if not isinstance(own, Unbounded)), Fraction(0))


def _orders(moves: Sequence[Move]) -> Iterator[Sequence[Move]]:
    """Yield orders in which moves are cut: each option spared in turn, early days or late."""
    options = list(dict.fromkeys(option for option, _ in moves))
    for spared in options:
        others = [move for move in reversed(moves) if move[0] is not spared]
        own = [move for move in moves if move[0] is spared]
        yield [*others, *reversed(own)]
        if len(own) > 1:
            yield [*others, *own]


def _splits(most: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to share up to so many steps out among parts."""
    if parts == 0:
        yield ()
        return
    for first in range(most, -1, -1):
        for rest in _splits(most - first, parts - 1):
            yield (first, *rest)


def _counted(moves: Iterable[Move]) -> Taken:
    steps: dict[Move, int] = {}
    for move in moves:
        steps[move] = steps.get(move, 0) + 1
    return tuple(steps.items())


def _grain(lengths: Iterable[Fraction]) -> Fraction:
    """Return the largest length of which all are whole multiples."""
    known = list(lengths)
    scale = lcm(*(length.denominator for length in known))
    return Fraction(gcd(*(int(length * scale) for length in known)), scale)


def _length_of(move: Move) -> Fraction:
    length = move[0].length(1)
    return Fraction(0) if length is None else Fraction(length.value)


def _lengths(taken: Taken) -> tuple[Amount, ...]:
    """Return how long moves take, in each unit."""
    found: dict[object, Amount] = {}
    for (option, _), steps in taken:
        length = option.length(steps)
        if length is not None:
            known = found.get(length.unit)
            found[length.unit] = length if known is None else known + length
    return tuple(found.values())
