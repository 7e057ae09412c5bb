"""Several agreements over the same records: what one spends is not there for another."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from teachtrain.credits._exclusive import Supply, allocate
from teachtrain.errors import InvalidValueError
from teachtrain.models import UNBOUNDED, Amount, Unbounded
from teachtrain.models._calendar import plain_date
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.models._vocabulary import refuse_other_kind
from teachtrain.rules._verdicts import Verdict
from teachtrain.rules.agreements._agreements import agreements_between, listed, no_agreement
from teachtrain.rules.agreements._convert import converted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from teachtrain.credits._exclusive import Shares
    from teachtrain.models import Candidate, Role, Teacher, Transcript
    from teachtrain.models._quantities import Reach
    from teachtrain.rules.agreements._agreements import Agreement, CreditSystem
    from teachtrain.rules.agreements._convert import Conversion, Use

__all__ = ["Applying", "convert_all", "convert_between"]


class Applying(TypedDict, total=False):
    """
    What is said of applications by several agreements, each by the id of its agreement.

    Attributes:
        applied_by: Who applies, for all.
        candidates: The teacher's files.
        before: What was given before.
        taken: What was taken of which record for that: `takes` of those conversions, added up.
            Needed with *before* where there are several agreements.
    """

    applied_by: Role | None
    candidates: Mapping[str, Candidate]
    before: Mapping[str, Amount]
    taken: Mapping[str, Mapping[str, Amount]]


def convert_all(
    agreements: Iterable[Agreement],
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    **applying: Unpack[Applying],
) -> tuple[Conversion, ...]:
    """
    Return what each of several agreements gives, no hour being spent twice.

    As much is spent as can be in all; where there are several ways, as much as can be by the
    first agreement, then by the second, and so on. That is exact, not one record after the other.
    An application that is refused spends nothing. Where something is not known, each gives between
    what it would at least and at most; the records then show one way, and nothing is surely taken.

    Args:
        agreements: In the order in which they are preferred, all over the same measure.
        teacher: The teacher.
        transcript: The records.
        as_of: The day of the applications.
        **applying: See `Applying`.

    Raises:
        InvalidTypeError: If an argument is of another kind, or an amount of another unit.
        InvalidValueError: If two agreements share an id or measure different things, or one
            rounds: what it leaves can't be shared exactly; or if something was given before and it
            is not said what was taken for it.
    """
    own = listed(agreements)
    _check_ids(own, applying)
    return _shared(own, None, teacher, transcript, as_of=as_of, **applying)


def convert_between(
    giver: CreditSystem,
    receiver: CreditSystem,
    agreements: Iterable[Agreement],
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    **applying: Unpack[Applying],
) -> tuple[Conversion, ...]:
    """
    Return what credit of one system is worth in another, by all agreements in force on a day.

    Without one, the answer is one conversion that gives nothing, with that as the reason. An
    agreement is never applied to what another gave unless it says that it chains.

    Args:
        giver: The system that credit comes from.
        receiver: The other.
        agreements: All there are, in the order in which they are preferred.
        teacher: The teacher.
        transcript: The records in the giver's system.
        as_of: The day of the application.
        **applying: See `Applying`; what an agreement took that is not in force any more stays
            spent.

    Raises:
        InvalidTypeError: As in `convert_all`.
        InvalidValueError: As in `convert_all`.
    """
    known = listed(agreements)
    _check_ids(known, applying)
    pair = (giver, receiver)
    own = agreements_between(giver, receiver, known, on=as_of)
    if not own:
        nothing = no_agreement(giver, receiver)
        return (converted(nothing, pair, teacher, transcript, as_of=as_of, exists=False),)
    return _shared(own, pair, teacher, transcript, as_of=as_of, **applying)


def _check_ids(agreements: tuple[Agreement, ...], applying: Applying) -> None:
    ids = {own.id for own in agreements}
    for name in ("candidates", "before", "taken"):
        given: Mapping[str, object] = applying.get(name, {})  # type: ignore[assignment]  # by a name
        refuse_other_kind(given, Mapping, where=f"{name}=")
        for own in given:
            if own not in ids:
                raise InvalidValueError.at(
                    f"{name}=", f"names no agreement ({own!r})", "give ids of the agreements"
                )


def _shared(
    agreements: tuple[Agreement, ...],
    pair: tuple[CreditSystem, CreditSystem] | None,
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    **applying: Unpack[Applying],
) -> tuple[Conversion, ...]:
    plain_date(as_of, where="as_of")
    candidates, before = applying.get("candidates", {}), applying.get("before", {})
    taken = applying.get("taken", {})
    if len(agreements) > 1:
        _check(agreements)
        for own in agreements:
            if own.id in before and before[own.id].value and own.id not in taken:
                raise InvalidValueError.at(
                    "before=",
                    f"doesn't say what {own.id!r} took of which records",
                    "give taken=, so that it is not spent again",
                )

    def one(own: Agreement, spent: Iterable[Mapping[str, Amount]] = ()) -> Conversion:
        others = [amounts for name, amounts in taken.items() if name != own.id]
        return converted(
            own,
            pair,
            teacher,
            transcript,
            as_of=as_of,
            applied_by=applying.get("applied_by"),
            candidate=candidates.get(own.id),
            before=before.get(own.id),
            spent=_sum([*others, *spent], own.takes),
        )

    alone = [one(own) for own in agreements]
    if len(alone) < 2:  # noqa: PLR2004 - nothing to share with
        return tuple(alone)
    hours = _Hours(agreements, alone, as_of, taken)
    if not hours.told:
        return tuple(own.within(hours.bounds(place)) for place, own in enumerate(alone))
    meant = hours.meant()
    found: list[Conversion] = []
    for place, own in enumerate(agreements):
        # What earlier ones took, and what later ones are meant to take: each gets its share,
        # and no record gives more than it has. What was taken before is counted already.
        earlier = [_beyond(made.takes, taken.get(made.terms.id, {})) for made in found]
        later = [
            _beyond(share, taken.get(other.id, {}))
            for other, share in zip(agreements[place + 1 :], meant[place + 1 :], strict=True)
        ]
        found.append(one(own, [*earlier, *later]))
    return tuple(found)


def _check(agreements: tuple[Agreement, ...]) -> None:
    first = agreements[0]
    for own in agreements:
        problem = ""
        if own.measure != first.measure or own.takes.unit != first.takes.unit:
            problem = f"{first.id!r} and {own.id!r} measure different things"
        elif own.step is not None:
            problem = f"{own.id!r} rounds, so that hours are not shared exactly"
        if problem:
            mend = "convert by one, and give what it spent to the other as spent="
            raise InvalidValueError.at("agreements", problem, mend)


class _Row(NamedTuple):
    """What a record has, and which agreements may take of it, by their places."""

    record: str
    amount: Reach
    serves: tuple[int, ...]


class _Hours:
    """
    The hours that agreements share, as far as is known, and the most that they can be.

    Attributes:
        told: Whether it is known of every record which agreements may take how much of it, and
            of every application whether it is granted.
    """

    def __init__(
        self,
        agreements: tuple[Agreement, ...],
        alone: Sequence[Conversion],
        as_of: date,
        taken: Mapping[str, Mapping[str, Amount]],
    ) -> None:
        self._agreements = agreements
        self._taken = taken
        self._alone = alone
        self._taking = [
            place for place, own in enumerate(alone) if own.verdict is not Verdict.UNMET
        ]
        self._granted = [place for place in self._taking if not alone[place].verdict.is_unknown]
        self._surely = list(self._rows(surely=True))
        self._maybe = list(self._rows(surely=False))
        until = alone[0].audit.transcript.complete_until
        if until is None or until < as_of:
            self._maybe.append(_Row("", UNBOUNDED, tuple(self._taking)))
        self.told = self._surely == self._maybe and self._granted == self._taking

    def _rows(self, *, surely: bool) -> Iterator[_Row]:
        """Yield what each record has for those agreements by which it surely, or maybe, counts."""
        uses = zip(*(own.uses for own in self._alone), strict=True)
        for own in uses:
            serves = tuple(place for place in self._taking if _earns(own[place], surely=surely))
            name, has = own[0].record.id, own[0].has
            if not serves:
                continue
            if has is None:
                yield _Row(name, UNBOUNDED, serves)
                continue
            # What one took stays with it, asked again or not; all share the rest.
            rest = Fraction(has.value)
            for by, amounts in self._taken.items():
                if name in amounts:
                    rest -= Fraction(amounts[name].value)
                    for place in serves:
                        if self._agreements[place].id == by:
                            yield _Row(name, amounts[name].value, (place,))
            if rest > 0:
                yield _Row(name, whole_or_fraction(rest), serves)

    def _need(self, place: int) -> Reach:
        own = self._agreements[place]
        if own.ceiling is None:
            return UNBOUNDED
        each = Fraction(own.takes.value) / Fraction(own.gives.value)
        return whole_or_fraction(Fraction(own.ceiling.value) * each)

    def _shares(self, rows: Sequence[_Row], places: Sequence[int]) -> list[Shares]:
        supplies = [
            Supply(
                row.amount,
                (),
                tuple((number, None) for number, own in enumerate(places) if own in row.serves),
            )
            for row in rows
        ]
        needs = [self._need(place) for place in places]
        return allocate(supplies, needs, lambda _: UNBOUNDED, {})

    def meant(self) -> list[dict[str, Amount]]:
        """Return what each agreement is meant to take of which record that surely qualifies."""
        meant: list[dict[str, Amount]] = [{} for _ in self._agreements]
        shares = self._shares(self._surely, self._taking)
        for row, given in zip(self._surely, shares, strict=True):
            for number, share in given:
                place = self._taking[number]
                unit = self._agreements[place].takes.unit
                whole = meant[place].get(row.record, Amount(0, 0, unit))
                meant[place][row.record] = whole + Amount(share, share, unit)
        return meant

    def _spent(self, rows: Sequence[_Row], places: Sequence[int]) -> Reach:
        """Return how much some agreements can spend together."""
        if not places:
            return 0
        needs = [self._need(place) for place in places]
        open_ = [
            place
            for place, need in zip(places, needs, strict=True)
            if need is UNBOUNDED
            and any(row.amount is UNBOUNDED and place in row.serves for row in rows)
        ]
        if open_:
            return UNBOUNDED
        shares = self._shares(rows, places)
        return sum((share for given in shares for _, share in given), 0)

    def bounds(self, place: int) -> Amount | None:
        """
        Return between what an agreement gives, whatever is true of what is not known.

        What it spends is what it and those before it can spend together, less what those before
        it can: the order is that of preference.
        """
        if place not in self._taking:
            return None
        own = self._agreements[place]
        each = Fraction(own.gives.value) / Fraction(own.takes.value)
        earlier = [one for one in self._taking if one < place]
        granted = [one for one in self._granted if one < place]
        with_it = self._spent(self._surely, [*earlier, place])
        without = self._spent(self._maybe, earlier)
        low = Fraction(0)
        if not isinstance(with_it, Unbounded) and not isinstance(without, Unbounded):
            low = max(low, (with_it - without) * each)
        most = self._spent(self._maybe, [*granted, place])
        high = self._alone[place].worth.high
        if not isinstance(most, Unbounded):
            least = self._spent(self._surely, granted)
            assert not isinstance(least, Unbounded)  # what surely counts is known
            high = min(high, (most - least) * each)
        return Amount(low, high, own.gives.unit)


def _earns(own: Use, *, surely: bool) -> bool:
    if surely:
        settled = sum(
            (Fraction(one.settled.earned.value) for one in own.outcome.entries), Fraction(0)
        )
        return own.has is not None and settled > 0
    return any(one.possible.earned.high > 0 for one in own.outcome.entries)


def _beyond(amounts: Mapping[str, Amount], known: Mapping[str, Amount]) -> dict[str, Amount]:
    """Return amounts less what is known of them already, where something is left."""
    found: dict[str, Amount] = {}
    for name, amount in amounts.items():
        less = Fraction(amount.value) - (Fraction(known[name].value) if name in known else 0)
        if less > 0:
            found[name] = Amount(less, less, amount.unit)
    return found


def _sum(taken: Iterable[Mapping[str, Amount]], like: Amount) -> dict[str, Amount]:
    found: dict[str, Amount] = {}
    for one in taken:
        for name, amount in one.items():
            found[name] = found.get(name, Amount(0, 0, like.unit)) + amount
    return found
