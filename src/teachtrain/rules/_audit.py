"""The full result of an audit: findings that mirror conditions, and what each record earned."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from teachtrain.models import UNBOUNDED, Amount, Unbounded
from teachtrain.models._quantities import whole_or_fraction
from teachtrain.rules._judgement import VERDICTS, overall
from teachtrain.rules._prepare import Prepared, prepare
from teachtrain.rules._quantities import Total
from teachtrain.rules._reread import Reread
from teachtrain.rules._trace import Entry, RecordOutcome, entries, outcomes
from teachtrain.rules._verdicts import NOT_APPLICABLE, Verdict
from teachtrain.rules._walk import walk

if TYPE_CHECKING:
    from datetime import date

    from teachtrain.models import Source, Teacher, Text, Transcript, Window
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._context import Missing, Range
    from teachtrain.rules._evaluate import Node
    from teachtrain.rules._exclusive import Share, Shown
    from teachtrain.rules._policy import Consequence, Policy, Requirement
    from teachtrain.rules._quantities import WindowForm
    from teachtrain.rules._run import Row, Run

__all__ = ["Audit", "Finding", "audit"]


class Finding:
    """
    A condition judged; a requirement's finding has those of its condition's parts below it.

    Attributes:
        form: The condition.
        requirement: The requirement, for the topmost finding of each; else None.
        basis: `counted`, `deemed`, `exempt`, `not applicable` or `not in force`.
    """

    __slots__ = (
        "_comparison",
        "_later",
        "_mask",
        "_node",
        "_run",
        "_then",
        "basis",
        "form",
        "requirement",
    )

    def __init__(  # noqa: PLR0917 - made by audits alone, ten for a teacher
        self,
        run: Run,
        node: Node,
        later: Node,
        mask: int,
        then: int,
        basis: str = "counted",
        requirement: Requirement | None = None,
    ) -> None:
        self._run = run  # and not the audit: what holds no ring is freed when it is let go
        self._node = node
        self._later = later
        self._mask = mask
        self._then = then
        self.basis = basis
        self.form = form = node[0]
        self.requirement = requirement
        self._comparison = run.prepared.comparisons.get(id(form))

    @property
    def id(self) -> str:
        """The requirement's id; empty for a part."""
        return self.requirement.id if self.requirement else ""

    @property
    def title(self) -> Text | None:
        """What the requirement is called."""
        return self.requirement.title if self.requirement else None

    @property
    def so_far(self) -> Verdict:
        """The verdict by what there is up to `as_of`, nothing assumed to come."""
        return VERDICTS[self._mask]  # type: ignore[return-value]  # never the empty set

    @property
    def final(self) -> Verdict:
        """The verdict by what there may still be: windows that are open grow to their ceilings."""
        return VERDICTS[self._then]  # type: ignore[return-value]  # never the empty set

    @property
    def plain(self) -> Finding:
        """What the count alone says, whatever the basis."""
        return Finding(self._run, self._node, self._later, self._node[1], self._later[1])

    # figures -----------------------------------------------------------------------------

    @property
    def applies(self) -> bool:
        """Whether the condition may apply."""
        return self._mask != NOT_APPLICABLE

    @property
    def counted(self) -> Amount | None:
        """What counts so far; None where the condition compares no amounts or does not apply."""
        return self._amount(self._node[2], self._mask)

    @property
    def required(self) -> Amount | None:
        """What is asked for."""
        comparison = self._comparison
        if comparison is None or comparison.required is None or self._mask == NOT_APPLICABLE:
            return self._amount(self._node[3], self._mask)
        return comparison.required

    @property
    def possible(self) -> Amount | None:
        """What could count in the end, as far as is known."""
        return self._amount(self._later[2], self._then)

    @property
    def shortfall(self) -> Amount | None:
        """What is lacking so far; for an "at most", what is too much."""
        comparison = self._comparison
        if comparison is None or comparison.amounts is None or self._mask == NOT_APPLICABLE:
            return None
        counted, required = self._node[2], self._node[3]
        if counted is None or required is None:
            return None
        if comparison.at_most:
            counted, required = required, counted
        if counted[0] is counted[1] and required[0] is required[1]:
            return comparison.amounts[_lack(required[0], counted[0])]
        low, high = _lack(required[0], counted[1]), _lack(required[1], counted[0])
        return comparison.amounts.between(low, high)

    def counted_in(self, node: Node) -> Amount | None:
        """What counts in another audit's node of the same condition."""
        return self._amount(node[2], node[1])

    def _amount(self, found: Range | None, mask: int) -> Amount | None:
        comparison = self._comparison
        if found is None or comparison is None or mask == NOT_APPLICABLE:
            return None
        amounts = comparison.amounts
        if amounts is None:
            return None
        low, high, _ = found
        return amounts[low] if low is high else amounts.between(low, high)

    @property
    def window(self) -> Window | None:
        """The days the condition looks at."""
        part = self._run.part_of(self.form, self._node)
        return None if part is None else part.window

    @property
    def due(self) -> date | None:
        """The last day on which what counts here can be earned; None if nothing ends it."""
        window = self.window
        return None if window is None or window.end.year >= _FOREVER else window.last_day

    # what is behind it -------------------------------------------------------------------

    @property
    def parts(self) -> tuple[Finding, ...]:
        """The findings of the condition's parts, in order."""
        nodes = self._node[4]
        if not nodes:
            return ()
        return tuple(
            [
                Finding(self._run, node, later, node[1], later[1])
                for node, later in zip(nodes, self._later[4], strict=False)
            ]
        )

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The facts without which it is undecided so far."""
        return self._run.missing_of(self._node, self._mask, self.requirement)

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of the records behind it, those too that only may count, in order of their days."""
        totals = [part for part in walk(self.form) if isinstance(part, Total)]
        return self._run.records_of(totals, self._node)

    @property
    def shares(self) -> tuple[Share, ...]:
        """
        For an `exclusive` condition, one way to fill its demands; empty for any other.

        It is made of what there surely is so far: as much as can be filled in all, then as much
        as can be of the demand that is written first, and so on. It explains the figures and
        decides nothing.
        """
        shown = self._shown()
        return () if shown is None else tuple(shown.listed(self._run))

    def check_shares(self) -> tuple[str, ...]:
        """
        Return what is wrong with `shares`, worked out in another way; nothing, if they may stand.

        No entry gives more than it has, nor to a demand that does not select it, no ceiling and no
        limit is exceeded, no demand gets more than it asks for, and no other way fills more.
        """
        shown = self._shown()
        return () if shown is None else tuple(shown.faults(self._run, self._node[2]))

    def _shown(self) -> Shown | None:
        part = self._run.part_of(self.form, self._node)
        demands = self._run.prepared.demands.get(id(self.form))
        if demands is None or part is None or self._node[2] is None:
            return None
        return demands.show(self._run, self._node, part)

    @property
    def presumed(self) -> tuple[str, ...]:
        """Ids of the presumptions that records behind it rest on."""
        return self._run.presumed_of(self.records)

    @property
    def source(self) -> Source:
        """Where the requirement stands."""
        policy = self._run.policy
        return policy.source_of(self.requirement) if self.requirement else policy.source

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        """What follows from it if it is not met."""
        return self.requirement.consequences if self.requirement else ()

    def __repr__(self) -> str:
        figures = f", {self.counted} of {self.required}" if self.counted is not None else ""
        return f"Finding({self.id or type(self.form).__name__!r}, {self.so_far}{figures})"


_FOREVER: Final = 9999


def _lack(needed: Reach, counted: Reach) -> Reach:
    if counted >= needed:
        return 0
    if type(needed) is type(counted) is int:
        return needed - counted
    if isinstance(needed, Unbounded) or isinstance(counted, Unbounded):
        return UNBOUNDED
    return whole_or_fraction(needed - counted)


class Audit:
    """
    What a policy finds of a teacher on a day.

    It is worked out as far as it is read: verdicts at once, entries and words when asked for.
    Two audits are equal when they are of the same policy, teacher, transcript and day.

    Attributes:
        policy: The policy.
        teacher: The teacher.
        transcript: The records.
        as_of: The day; its evening, so that what happened on it counts.
        cycle_of: A day of the cycle that was looked at.
        run: The audit at work, for what is made of audits.
    """

    def __init__(
        self,
        prepared: Prepared,
        teacher: Teacher,
        transcript: Transcript,
        *,
        as_of: date,
        cycle_of: date | None = None,
    ) -> None:
        self.policy: Policy = prepared.policy
        self.teacher = teacher
        self.transcript = transcript
        self.as_of = as_of
        self.cycle_of = cycle_of or as_of
        self._prepared = prepared
        # A cached property would take a lock for each audit.
        self._findings: tuple[Finding, ...] | None = None
        self._entries: tuple[Entry, ...] | None = None
        self.run = prepared.run(teacher, transcript, as_of=as_of, cycle_of=cycle_of, traced=True)
        self._rows: tuple[tuple[Row, ...], tuple[Row, ...]] = self.run.judge()

    # verdicts ----------------------------------------------------------------------------

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One finding for each requirement, in the policy's order."""
        found = self._findings
        if found is None:
            now, later = self._rows
            run = self.run
            found = self._findings = tuple(
                [
                    Finding(run, row[2], then[2], row[0], then[0], row[1], own.requirement)
                    for own, row, then in zip(self._prepared.requirements, now, later, strict=True)
                ]
            )
        return found

    def finding(self, requirement_id: str) -> Finding:
        """
        Return the finding of a requirement.

        Raises:
            KeyError: If the policy has no requirement of this id.
        """
        for own in self.findings:
            if own.id == requirement_id:
                return own
        raise KeyError(requirement_id)

    @property
    def so_far(self) -> Verdict:
        """The overall verdict by what there is up to `as_of`."""
        return overall(self._prepared, self._rows[0])

    @property
    def final(self) -> Verdict:
        """The overall verdict by what there may still be."""
        return overall(self._prepared, self._rows[1])

    @property
    def cycle(self) -> Window | None:
        """The training cycle; None where there is none, or it cannot be told."""
        found = self.run.frame.cycle
        return getattr(found, "window", None)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """Every fact without which a requirement is undecided so far."""
        return tuple(dict.fromkeys(one for finding in self.findings for one in finding.missing))

    # entries -----------------------------------------------------------------------------

    @cached_property
    def records(self) -> tuple[RecordOutcome, ...]:
        """What became of each record, in order of their days."""
        return outcomes(self.run, self.entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry: earned, cut and counted."""
        found = self._entries
        if found is None:
            found = self._entries = entries(self.run)
        return found

    # words -------------------------------------------------------------------------------

    def explain(self, language: str = "en") -> str:
        """Return the result in words that one could hand to the teacher, in `en` or `zh`."""
        from teachtrain.rules.explain import explanation  # noqa: PLC0415 - built only when asked

        return explanation(self, language)

    def to_html(self, language: str = "en") -> str:
        """Return the result as a self-contained page, in `en` or `zh`."""
        from teachtrain.rules.explain import page  # noqa: PLC0415 - built only when asked

        return page(self, language)

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        from teachtrain.rules.explain import table  # noqa: PLC0415 - built only when asked

        return table(self)

    def __repr__(self) -> str:
        return (
            f"Audit({self.policy.id!r}, teacher={self.teacher.id!r}, as_of={self.as_of}, "
            f"so_far={self.so_far}, final={self.final})"
        )

    def _inputs(self) -> tuple[object, ...]:
        return (self.policy, self.teacher, self.transcript, self.as_of, self.cycle_of)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Audit):
            return NotImplemented
        return self._inputs() == other._inputs()

    def __hash__(self) -> int:
        return hash(self._inputs())

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, self._inputs())

    # what words ask for ----------------------------------------------------------------------

    @cached_property
    def reread(self) -> Reread:
        """What forms of the policy came to, for an explanation."""
        return Reread(self.run)

    def has_window(self, form: WindowForm) -> bool:
        """Whether a window holds any days, or may."""
        return self.run.frame.window(form) is not None


def _again(
    policy: Policy, teacher: Teacher, transcript: Transcript, as_of: date, cycle_of: date
) -> Audit:
    return Audit(Prepared(policy), teacher, transcript, as_of=as_of, cycle_of=cycle_of)


def audit(
    policy: Policy | Prepared,
    teacher: Teacher,
    transcript: Transcript,
    *,
    as_of: date,
    cycle_of: date | None = None,
) -> Audit:
    """
    Return what *policy* finds of *teacher* on the evening of *as_of*.

    Args:
        policy: The policy; prepare it once with `prepare` to audit many.
        teacher: The teacher.
        transcript: The records, with the day up to which they are complete.
        as_of: The day. Records after it do not count.
        cycle_of: A day of the cycle to look at; the cycle that holds *as_of*, if None.
    """
    prepared = policy if isinstance(policy, Prepared) else prepare(policy)
    return prepared.audit(teacher, transcript, as_of=as_of, cycle_of=cycle_of)
