"""What is asked of an application, beside the records: days, who applies, entry, applicant."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from teachtrain.models import Absent, Role, Span
from teachtrain.rules._verdicts import ALL, Verdict, fold
from teachtrain.rules.agreements._agreements import APPLICANT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.models import Candidate
    from teachtrain.rules._audit import Audit
    from teachtrain.rules.agreements._agreements import Agreement

__all__ = ["Check", "Checked", "all_of_them", "checks"]


class Check(enum.Enum):
    """What is looked at; its value says what holds where it passes."""

    IN_FORCE = "one can apply on the day"
    WINDOW = "the day is one on which applications are taken"
    THROUGH = "it is applied for by who has to"
    ENTRY = "the candidate entered on a day on which one could"
    OPEN = "the receiver still gives something on the day"
    APPLICANT = "the teacher is one who may apply"


class Checked(NamedTuple):
    """
    One thing that an application needs.

    Attributes:
        check: What was looked at.
        verdict: Whether it is so; unknown where a source or the caller doesn't say.
        asked: The days, the first day on which it is over, or who has to apply.
        found: The day of entry, or who applies; None where not known.
    """

    check: Check
    verdict: Verdict
    asked: tuple[Span, ...] | date | Role | None = None
    found: date | Role | None = None


def checks(
    agreement: Agreement,
    audit: Audit,
    *,
    as_of: date,
    applied_by: Role | None,
    candidate: Candidate | None,
) -> Iterator[Checked]:
    """Yield what an application on a day needs, in a fixed order; what is not asked is left out."""
    if agreement.in_force != Span.always():
        yield Checked(Check.IN_FORCE, _is(as_of in agreement.in_force), (agreement.in_force,))
    windows = agreement.windows
    if isinstance(windows, Absent):
        yield Checked(Check.WINDOW, Verdict.MET_OR_UNMET)
    elif windows:
        yield Checked(Check.WINDOW, _is(any(as_of in own for own in windows)), windows)
    if agreement.through is not None:
        told = None if applied_by is None else applied_by is agreement.through
        yield Checked(Check.THROUGH, _is(told), agreement.through, applied_by)
    if agreement.entry is not None:
        entered = None if candidate is None else candidate.entered
        told = None if entered is None else entered in agreement.entry and entered <= as_of
        yield Checked(Check.ENTRY, _is(told), (agreement.entry,), entered)
    if agreement.closed_on is not None:
        yield Checked(Check.OPEN, _is(as_of < agreement.closed_on), agreement.closed_on)
    if agreement.applicant is not None:
        yield Checked(Check.APPLICANT, audit.finding(APPLICANT).so_far)


def all_of_them(found: Iterable[Checked]) -> Verdict:
    """Return whether all of them pass; met where nothing is asked."""
    return Verdict(fold(ALL, (Verdict.MET.value, *(own.verdict.value for own in found))))


def _is(truth: bool | None) -> Verdict:  # noqa: FBT001 - the truth is what it is about
    if truth is None:
        return Verdict.MET_OR_UNMET
    return Verdict.MET if truth else Verdict.UNMET
