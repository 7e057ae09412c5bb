"""Progress: which parts of a project are done, and whether it is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from teachtrain.errors import InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    UNBOUNDED,
    UNKNOWN,
    Amount,
    Result,
    Status,
    TrainingProject,
    Transcript,
)
from teachtrain.models._calendar import plain_date
from teachtrain.models._vocabulary import refuse_other_kind
from teachtrain.rules._verdicts import ALL, Verdict, fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from teachtrain.models import Module, TrainingRecord
    from teachtrain.models._quantities import Reach

__all__ = ["PartStanding", "Progress", "progress"]


class PartStanding(NamedTuple):
    """
    How a part of a project stands.

    Attributes:
        module: The part.
        verdict: Whether it is done: passed on a day up to the one that is asked for.
        records: Ids of the records by which it is done, or may be.
    """

    module: Module
    verdict: Verdict
    records: tuple[str, ...]


class Progress(NamedTuple):
    """
    How far a teacher is in a project.

    Attributes:
        project: The project.
        as_of: The day.
        verdict: Whether it is complete: by a record of the whole that is passed, or by every
            part. Unknown too where not all parts are known by name.
        whole: Ids of the records of the whole by which it is, or may be, complete.
        parts: Every part that is known by name, in order.
        hours: What the records of parts come to, in class hours: each part once, by the longest
            of its records; from what surely counts to what may.
    """

    project: TrainingProject
    as_of: date
    verdict: Verdict
    whole: tuple[str, ...]
    parts: tuple[PartStanding, ...]
    hours: Amount

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of the parts that are not surely done; none where a record of the whole is passed."""
        if self.verdict is Verdict.MET:
            return ()
        return tuple(own.module.id for own in self.parts if own.verdict is not Verdict.MET)

    def record(self, record_id: str, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
        """
        Return the record of a project that is complete, passed on its last day.

        Give it to a policy beside the records of the parts: `larger_side` sees to it that
        not both award.

        Raises:
            InvalidValueError: If it is not known that the project is complete.
        """
        if self.verdict is not Verdict.MET:
            raise InvalidValueError.at(
                f"project {self.project.id!r}",
                f"is not surely complete on {self.as_of} ({self.verdict})",
                f"see missing: {', '.join(self.missing) or 'parts without a name'}",
            )
        usual: dict[str, Any] = {"day": self.as_of, "result": Result.PASSED}
        return self.project.record(record_id, **(usual | facts))


def progress(project: TrainingProject, transcript: Transcript, *, as_of: date) -> Progress:
    """
    Return how far the teacher of *transcript* is in *project* on a day.

    A part is done by a record of it with a passing result. A record that is pending, or whose
    result, day or part is not known, leaves it open; so does a transcript that is not complete.

    Args:
        project: The project.
        transcript: The teacher's records.
        as_of: The day.

    Raises:
        InvalidTypeError: If the project or the transcript is none.
    """
    plain_date(as_of, where="as_of")
    for value, kind in ((project, TrainingProject), (transcript, Transcript)):
        refuse_other_kind(value, kind, where="progress()")
    until = transcript.complete_until
    absent = Verdict.UNMET if until is not None and as_of <= until else Verdict.MET_OR_UNMET
    own = [one for one in transcript.records if one.project in (project.id, UNKNOWN)]
    found = {
        name: [(one, _does(one, project, as_of)) for one in own if one.module in (name, UNKNOWN)]
        for name in (None, *(module.id for module in project.modules))
    }
    whole, ids = _done(found[None], absent)
    parts = tuple(
        PartStanding(module, *_done(found[module.id], absent)) for module in project.modules
    )
    hours = [_hours(found[module.id], absent) for module in project.modules]
    return Progress(
        project,
        as_of,
        _complete(project, whole, [part.verdict for part in parts]),
        ids,
        parts,
        sum(hours, Amount(0, 0, CLASS_HOUR)),
    )


_Found: TypeAlias = "Sequence[tuple[TrainingRecord, Verdict]]"
"""Records of a part, or of the whole, and whether each does it."""


def _does(own: TrainingRecord, project: TrainingProject, as_of: date) -> Verdict:
    span = own.booking_span
    if span.start > as_of or own.result not in (None, UNKNOWN, Result.PASSED, Result.EXCELLENT):
        return Verdict.UNMET
    sure = (
        span.last_day <= as_of
        and own.result in (Result.PASSED, Result.EXCELLENT)
        and own.status is Status.FINAL
        and own.project == project.id
        and own.module is not UNKNOWN
    )
    return Verdict.MET if sure else Verdict.MET_OR_UNMET


def _done(found: _Found, absent: Verdict) -> tuple[Verdict, tuple[str, ...]]:
    """Return whether a record does it, and the ids of those that do or may."""
    does = {verdict for _, verdict in found}
    ids = tuple(own.id for own, verdict in found if verdict is not Verdict.UNMET)
    best = (one for one in (Verdict.MET, Verdict.MET_OR_UNMET) if one in does)
    return next(best, absent), ids


def _complete(project: TrainingProject, whole: Verdict, parts: list[Verdict]) -> Verdict:
    if whole is Verdict.MET or not (parts or project.module_count):
        return whole
    if project.module_count is not None and project.module_count > len(parts):
        parts = [*parts, Verdict.MET_OR_UNMET]  # a part without a name may be done or not
    by_parts = Verdict(fold(ALL, (own.value for own in parts)))
    return whole if by_parts is Verdict.UNMET else by_parts


def _hours(found: _Found, absent: Verdict) -> Amount:
    """Return what the longest of a part's records comes to, for sure and at most."""
    low: Reach = 0
    high: Reach = UNBOUNDED if absent.is_unknown else 0  # a longer record may be missing
    for own, verdict in found:
        if verdict is Verdict.MET:
            low = max(low, own.hours or 0)
        if verdict is not Verdict.UNMET:
            high = max(high, UNBOUNDED if own.hours is None else own.hours)
    return Amount(low, high, CLASS_HOUR)
