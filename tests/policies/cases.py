"""
What the tables of hand-worked cases are made of.

Figures in the tables come from the text of the rules, not from running anything.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs

from teachtrain.models import Amount, Level, Result, Teacher, TrainingRecord, Transcript
from teachtrain.rules import Verdict, audit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teachtrain.rules import Audit, Entry, Finding, Policy

MET: Final = "met"
UNMET: Final = "unmet"
NOT_APPLICABLE: Final = "not applicable"
OPEN: Final = "open"
"""Two or more outcomes remain possible."""

ANY: Final = "any"
"""A figure that the case does not look at."""


@attrs.frozen
class Expected:
    """What one requirement comes to."""

    so_far: str
    final: str
    counted: Amount | str | None = ANY
    required: Amount | str | None = ANY
    shortfall: Amount | str | None = ANY
    parts: tuple[Expected, ...] | None = None


def expect(
    so_far: str,
    final: str | None = None,
    counted: Amount | str | None = ANY,
    required: Amount | str | None = ANY,
    shortfall: Amount | str | None = ANY,
    *,
    parts: tuple[Expected, ...] | None = None,
) -> Expected:
    """Return an expectation; a verdict given alone is the one so far and the final one."""
    return Expected(so_far, final or so_far, counted, required, shortfall, parts)


NONE_APPLIES: Final = expect(NOT_APPLICABLE, NOT_APPLICABLE, None, None, None)
"""No figures: a requirement that does not apply is not met by nothing."""


@attrs.frozen
class Case:
    """Facts and a day, and what follows for some requirements of a policy."""

    name: str
    policy: Policy
    teacher: Teacher
    records: tuple[TrainingRecord, ...]
    as_of: date
    expected: Mapping[str, Expected]
    complete_until: date | None = None

    def audited(self) -> Audit:
        """Audit the facts of the case; records are complete up to its day if it says no other."""
        return audit(
            self.policy,
            self.teacher,
            Transcript(self.records, complete_until=self.complete_until or self.as_of),
            as_of=self.as_of,
        )

    def wanted(self) -> dict[str, dict[str, object]]:
        """Return what the table expects."""
        return {name: wanted(own) for name, own in self.expected.items()}

    def found(self) -> dict[str, dict[str, object]]:
        """Return the same of what the audit finds."""
        result = self.audited()
        return {name: found(result.finding(name), own) for name, own in self.expected.items()}


def word(verdict: Verdict) -> str:
    """Return the word that the tables use for a verdict."""
    if verdict.is_unknown:
        return OPEN
    return {
        Verdict.MET: MET,
        Verdict.UNMET: UNMET,
        Verdict.NOT_APPLICABLE: NOT_APPLICABLE,
    }[verdict]


FIGURES: Final = ("counted", "required", "shortfall")


def wanted(expected: Expected) -> dict[str, object]:
    """Return what *expected* asks for."""
    own: dict[str, object] = {"so_far": expected.so_far, "final": expected.final}
    own |= {name: getattr(expected, name) for name in FIGURES if getattr(expected, name) is not ANY}
    if expected.parts is not None:
        own["parts"] = [wanted(part) for part in expected.parts]
    return own


def found(finding: Finding, expected: Expected) -> dict[str, object]:
    """Return the same of what was found."""
    own: dict[str, object] = {"so_far": word(finding.so_far), "final": word(finding.final)}
    own |= {name: getattr(finding, name) for name in FIGURES if getattr(expected, name) is not ANY}
    if expected.parts is not None:
        assert len(finding.parts) == len(expected.parts)
        own["parts"] = [
            found(part, asked) for part, asked in zip(finding.parts, expected.parts, strict=True)
        ]
    return own


def bounds(entry: Entry) -> Amount:
    """Return what an entry earns for sure, up to what it may earn."""
    least, most = entry.settled.earned, entry.possible.earned
    return Amount(least.low, most.high, least.unit)


def course(
    record_id: str,
    day: date | None,
    hours: str | int | None,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """Return a passed course of a county's education authority, unless *facts* say otherwise."""
    own: dict[str, Any] = {
        "activity": "training",
        "level": Level.COUNTY,
        "result": Result.PASSED,
        "day": day,
        "hours": hours,
    }
    return TrainingRecord(record_id, **(own | facts))
