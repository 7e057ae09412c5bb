"""Quotas: whether a list of applicants is made up as a project asks. It selects nobody."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from teachtrain.errors import InvalidValueError
from teachtrain.models import NUMBER
from teachtrain.models._quantities import measured
from teachtrain.rules._prepare import prepare
from teachtrain.rules._verdicts import Verdict
from teachtrain.rules.admission._eligibility import NOTHING_KNOWN, asked_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from teachtrain.models import Amount, Teacher
    from teachtrain.models._quantities import ExactInput
    from teachtrain.rules._conditions import Condition

__all__ = ["QuotaFinding", "quota_of"]


class QuotaFinding(NamedTuple):
    """
    How many applicants pass a condition, and whether these are enough of all.

    Attributes:
        verdict: Whether they are; not applicable where nobody applied.
        surely: How many pass for sure.
        maybe: How many may.
        of: How many applied.
        at_least: The share that is asked for.
        open: Ids of the applicants of whom it is not known.
    """

    verdict: Verdict
    surely: int
    maybe: int
    of: int
    at_least: Fraction
    open: tuple[str, ...]


def quota_of(
    applicants: Iterable[Teacher],
    condition: Condition,
    *,
    at_least: Amount | ExactInput,
    as_of: date,
) -> QuotaFinding:
    """
    Return whether a share of *applicants* passes a condition on facts of theirs.

    `quota_of(applicants, teacher.place.is_("village"), at_least="0.7", as_of=day)` judges "at
    least 70 in a hundred from below the county seat". Who is chosen is not for it to say.

    Args:
        applicants: The list as it is; nobody twice.
        condition: What is counted, by facts of the teacher; of training nothing is known here.
        at_least: The least share, from 0 to 1.
        as_of: The day on which facts are read.

    Raises:
        InvalidValueError: If an applicant is listed twice, or the share is above one.
    """
    listed = tuple(applicants)
    share = measured(at_least, NUMBER, where="quota_of(at_least=)")
    if share is None or share > 1:
        raise InvalidValueError.at(
            "quota_of(at_least=)", f"not a share (got {share})", 'give a share such as "0.7"'
        )
    if len({own.id for own in listed}) < len(listed):
        raise InvalidValueError.at(
            "quota_of()", "an applicant is listed twice", "list everybody once"
        )
    prepared = prepare(asked_of(condition))
    verdicts = {
        own.id: prepared.judge(own, NOTHING_KNOWN, as_of=as_of)["admission"].so_far
        for own in listed
    }
    surely = sum(one is Verdict.MET for one in verdicts.values())
    maybe = sum(one.allows(Verdict.MET) for one in verdicts.values())
    needed = Fraction(share) * len(listed)
    if not listed:
        verdict = Verdict.NOT_APPLICABLE
    elif surely >= needed:
        verdict = Verdict.MET
    else:
        verdict = Verdict.MET_OR_UNMET if maybe >= needed else Verdict.UNMET
    open_ = tuple(name for name, one in verdicts.items() if one.is_unknown)
    return QuotaFinding(verdict, surely, maybe, len(listed), Fraction(share), open_)
