"""Eligibility: an audit of a teacher by what a project asks of those who join it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from teachtrain.errors import InvalidTypeError
from teachtrain.models import (
    CLASS_HOUR,
    AdmissionRule,
    Approval,
    Cycle,
    Source,
    Span,
    Text,
    TrainingProject,
    Transcript,
)
from teachtrain.models._calendar import plain_date
from teachtrain.models._sources import UNSTATED, text
from teachtrain.models._vocabulary import brief
from teachtrain.rules._audit import Audit, audit
from teachtrain.rules._conditions import Condition, refuse_no_condition, where
from teachtrain.rules._policy import Account, Policy, post, recognise, require
from teachtrain.rules._quantities import record
from teachtrain.rules._verdicts import Verdict

if TYPE_CHECKING:
    from datetime import date

    from teachtrain.models import Teacher
    from teachtrain.rules._audit import Finding
    from teachtrain.rules._context import Missing

__all__ = ["NOTHING_KNOWN", "Admission", "Eligibility", "asked_of", "eligibility"]

NOTHING_KNOWN: Final = Transcript((), complete_until=None)
"""The transcript of a teacher of whose training nothing is known."""


def _condition(_: object, _field: attrs.Attribute[Any], value: object) -> None:
    refuse_no_condition(value, where="Admission(needs=)")


@attrs.frozen
class Admission(AdmissionRule):
    """
    Who may join a training project.

    Attributes:
        needs: What is asked of the teacher, by facts and by earlier training: the hours of every
            record stand in one account, so that `exists(where(...))` and `total(of=...)` tell
            what was done before.
        window: The days on which one may apply; any, if None.
        source: Where that is written; where the project is described, if None.
        note: What a reader should know.
    """

    needs: Condition = attrs.field(validator=_condition)
    window: Span | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.instance_of(Span)),
        kw_only=True,
    )
    source: Source | None = attrs.field(default=None, kw_only=True)
    note: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )


class Eligibility:
    """
    Whether a teacher may join a project on a day.

    Attributes:
        project: The project.
        teacher: The teacher.
        as_of: The day.
        audit: The audit behind it; None where no source says who may join.
    """

    def __init__(
        self,
        project: TrainingProject,
        teacher: Teacher,
        as_of: date,
        found: Audit | None,
    ) -> None:
        self.project = project
        self.teacher = teacher
        self.as_of = as_of
        self.audit = found

    @property
    def admission(self) -> Admission | None:
        """Who may join; None where no source says."""
        own = self.project.admission
        return own if isinstance(own, Admission) else None

    @property
    def in_window(self) -> bool:
        """Whether one may apply on the day."""
        admission = self.admission
        return admission is None or admission.window is None or self.as_of in admission.window

    @property
    def verdict(self) -> Verdict:
        """Whether the teacher may join; unknown where no source says who may."""
        if not self.in_window:
            return Verdict.UNMET
        if self.audit is None:
            return Verdict.MET_OR_UNMET
        return self._finding.so_far

    @property
    def recognised(self) -> Verdict:
        """
        Whether the project was recognised by the body that may; unknown where nobody says.

        It keeps nobody from joining, but policies and agreements may give nothing for what was
        not recognised, or was organised at too low a level: see `project.record`.
        """
        match self.project.approval:
            case Approval.APPROVED:
                return Verdict.MET
            case Approval.REFUSED:
                return Verdict.UNMET
            case _:
                return Verdict.MET_OR_UNMET

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """What the verdict rests on: each part of what is asked, judged, or the whole."""
        if self.audit is None:
            return ()
        return self._finding.parts or (self._finding,)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The facts without which it cannot be told."""
        return () if self.audit is None else self._finding.missing

    @property
    def source(self) -> Source | None:
        """Where it is written who may join."""
        admission = self.admission
        own = None if admission is None else admission.source
        return own or self.project.source

    @property
    def _finding(self) -> Finding:
        assert self.audit is not None
        return self.audit.findings[0]

    def explain(self, language: str = "en") -> str:
        """Return the verdict and its reasons in words, in `en` or `zh`."""
        from teachtrain.rules.explain import eligibility_words  # noqa: PLC0415 - built only when asked

        return eligibility_words(self, language)

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        return f"Eligibility({self.project.id!r}, teacher={self.teacher.id!r}, {self.verdict})"


def asked_of(needs: Condition, source: Source | None = None, title: Text | str = "—") -> Policy:
    """Return the policy that asks one thing; the hours of every record stand in one account.

    What was done at any time counts, and facts are read on the day asked for.
    """
    return Policy(
        id="admission",
        title=title,
        source=source or UNSTATED,
        accounts=(Account("hours", CLASS_HOUR),),
        recognition=(recognise("any", where(), post("hours", record.hours)),),
        requirements=(require("admission", needs),),
        cycle=Cycle.always(),
        counts_before_hire=True,
        late_entries=True,
    )


def eligibility(
    project: TrainingProject,
    teacher: Teacher,
    *,
    as_of: date,
    transcript: Transcript | None = None,
) -> Eligibility:
    """
    Return whether *teacher* may join *project* on a day, why, and what is not known.

    Facts are read on that day; give the timeline with a post that is about to be held, if the
    project is for those who are about to hold it.

    Args:
        project: The project, with its `admission`.
        teacher: The teacher.
        as_of: The day.
        transcript: The teacher's earlier training; None: nothing is known of it.

    Raises:
        InvalidTypeError: If *project* is no project.
    """
    if not isinstance(project, TrainingProject):
        raise InvalidTypeError.at(
            "eligibility()",
            f"not a training project (got {brief(project)})",
            "give the project and the teacher, in this order",
        )
    plain_date(as_of, where="as_of")
    admission = project.admission
    if not isinstance(admission, Admission):
        return Eligibility(project, teacher, as_of, None)
    policy = asked_of(admission.needs, admission.source or project.source, project.title)
    known = NOTHING_KNOWN if transcript is None else transcript
    return Eligibility(project, teacher, as_of, audit(policy, teacher, known, as_of=as_of))
