"""Several agreements over the same records: what one spends is not there for another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from teachtrain.credits._exclusive import Supply, allocate
from teachtrain.errors import InvalidValueError
from teachtrain.models import UNBOUNDED, Amount
from teachtrain.models._calendar import plain_date
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.rules._verdicts import Verdict
from teachtrain.rules.agreements._agreements import agreements_between, no_agreement
from teachtrain.rules.agreements._convert import converted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from teachtrain.models import Candidate, Role, Teacher, Transcript
    from teachtrain.models._quantities import Reach
    from teachtrain.rules.agreements._agreements import Agreement, CreditSystem
    from teachtrain.rules.agreements._convert import Conversion

__all__ = ["convert_all", "convert_between"]


def convert_all(
    agreements: Iterable[Agreement],
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    applied_by: Role | None = None,
    candidates: Mapping[str, Candidate] | None = None,
    before: Mapping[str, Amount] | None = None,
) -> tuple[Conversion, ...]:
    """
    Return what each of several agreements gives, no hour being spent twice.

    As much is spent as can be in all; where there are several ways, as much as can be by the
    first agreement, then by the second, and so on. That is exact, not one record after the other.
    An application that is refused spends nothing. What is not known of a record may show in the
    upper bounds of several; what surely counts is never in two.

    Args:
        agreements: In the order in which they are preferred, all over the same measure.
        teacher: The teacher.
        transcript: The records.
        as_of: The day of the applications.
        applied_by: Who applies.
        candidates: The teacher's files, by the id of the agreement.
        before: What was given before, by the id of the agreement.

    Raises:
        InvalidValueError: If two agreements share an id or measure different things, or one
            rounds: what it leaves can't be shared exactly.
    """
    listed = tuple(agreements)
    pairs = [(own.giver, own.receiver) for own in listed]
    return _shared(
        listed,
        pairs,
        teacher,
        transcript,
        as_of=as_of,
        applied_by=applied_by,
        candidates=candidates or {},
        before=before or {},
    )


def convert_between(
    giver: CreditSystem,
    receiver: CreditSystem,
    agreements: Iterable[Agreement],
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    applied_by: Role | None = None,
    candidates: Mapping[str, Candidate] | None = None,
    before: Mapping[str, Amount] | None = None,
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
        applied_by: Who applies.
        candidates: As in `convert_all`.
        before: As in `convert_all`.

    Raises:
        InvalidValueError: As in `convert_all`.
    """
    own = agreements_between(giver, receiver, agreements, on=as_of)
    if not own:
        nothing = no_agreement(giver, receiver)
        pair = (giver, receiver)
        return (converted(nothing, pair, teacher, transcript, as_of=as_of, exists=False),)
    return _shared(
        own,
        [(giver, receiver)] * len(own),
        teacher,
        transcript,
        as_of=as_of,
        applied_by=applied_by,
        candidates=candidates or {},
        before=before or {},
    )


def _shared(
    agreements: tuple[Agreement, ...],
    pairs: Sequence[tuple[CreditSystem, CreditSystem]],
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    applied_by: Role | None,
    candidates: Mapping[str, Candidate],
    before: Mapping[str, Amount],
) -> tuple[Conversion, ...]:
    plain_date(as_of, where="as_of")
    if len(agreements) > 1:
        _check(agreements)

    def one(place: int, spent: Mapping[str, Amount]) -> Conversion:
        own = agreements[place]
        return converted(
            own,
            pairs[place],
            teacher,
            transcript,
            as_of=as_of,
            applied_by=applied_by,
            candidate=candidates.get(own.id),
            before=before.get(own.id),
            spent=spent,
        )

    alone = [one(place, {}) for place in range(len(agreements))]
    if len(alone) < 2:  # noqa: PLR2004 - nothing to share with
        return tuple(alone)
    meant = _meant(agreements, alone)
    found: list[Conversion] = []
    for place in range(len(agreements)):
        # What earlier ones took, and what later ones are meant to take: each gets its share,
        # and no record gives more than it has.
        taken = [own.takes for own in found] + meant[place + 1 :]
        found.append(one(place, _sum(taken, agreements[place].takes)))
    return tuple(found)


def _check(agreements: tuple[Agreement, ...]) -> None:
    first = agreements[0]
    if len({own.id for own in agreements}) < len(agreements):
        raise InvalidValueError.at("agreements", "two have one id", "give each its own")
    for own in agreements:
        if own.measure != first.measure or own.takes.unit != first.takes.unit:
            raise InvalidValueError.at(
                "agreements",
                f"{first.id!r} and {own.id!r} measure different things",
                "convert by one, and give what it spent to the other as spent=",
            )
        if own.step is not None:
            raise InvalidValueError.at(
                "agreements",
                f"{own.id!r} rounds, so that hours are not shared exactly",
                "convert by one, and give what it spent to the other as spent=",
            )


def _meant(
    agreements: tuple[Agreement, ...], alone: Sequence[Conversion]
) -> list[dict[str, Amount]]:
    """Return what each agreement is meant to take of which record, of what surely qualifies."""
    taking = [place for place, own in enumerate(alone) if own.verdict is not Verdict.UNMET]
    amounts: dict[str, Reach] = {}
    serves: dict[str, list[int]] = {}
    for place in taking:
        for use in alone[place].uses:
            earned = [own.settled.earned.value for own in use.outcome.entries]
            if use.has is not None and sum(earned, Fraction(0)) > 0:
                amounts[use.record.id] = use.has.value
                serves.setdefault(use.record.id, []).append(place)
    supplies = [
        Supply(amounts[name], (), tuple((place, None) for place in serves[name]))
        for name in amounts
    ]
    needs: list[Reach] = []
    for own in agreements:
        if own.ceiling is None:
            needs.append(UNBOUNDED)
        else:
            each = Fraction(own.takes.value) / Fraction(own.gives.value)
            needs.append(whole_or_fraction(Fraction(own.ceiling.value) * each))
    shares = allocate(supplies, needs, lambda _: UNBOUNDED, {})
    meant: list[dict[str, Amount]] = [{} for _ in agreements]
    for name, given in zip(amounts, shares, strict=True):
        for place, share in given:
            meant[place][name] = Amount(share, share, agreements[place].takes.unit)
    return meant


def _sum(taken: Iterable[Mapping[str, Amount]], like: Amount) -> dict[str, Amount]:
    found: dict[str, Amount] = {}
    for one in taken:
        for name, amount in one.items():
            found[name] = found.get(name, Amount(0, 0, like.unit)) + amount
    return found
