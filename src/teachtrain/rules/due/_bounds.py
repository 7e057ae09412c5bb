"""Proofs that a plan is least: less of the same cannot earn what is lacking."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from teachtrain.models import Unbounded
from teachtrain.rules._conditions import Compare
from teachtrain.rules._quantities import FigureValue, Measure, Total
from teachtrain.rules._walk import known_quantity, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teachtrain.models import TrainingRecord
    from teachtrain.models._quantities import Reach
    from teachtrain.rules._conditions import Condition
    from teachtrain.rules._policy import Requirement
    from teachtrain.rules._prepare import Prepared
    from teachtrain.rules._quantities import Quantity
    from teachtrain.rules._recognise import Made
    from teachtrain.rules._run import Run, Seen
    from teachtrain.rules.due._trials import Trial

__all__ = ["is_least"]


def is_least(
    prepared: Prepared,
    trial: Trial,
    number: int,
    total: Fraction,
    *,
    specimens: Mapping[str, tuple[Fraction, TrainingRecord]],
    grain: Fraction,
) -> bool:
    """
    Whether no records like some others can make a requirement met that take less in all.

    No rewrite and no ceiling makes an amount larger. So a total is at most what it came to
    before, with what the new records earn; or what was earned before any rewrite, where a
    rewrite groups the new with the old.

    Args:
        prepared: The policy.
        trial: The audits.
        number: Which requirement should be met.
        total: How long the records take with which it is met.
        specimens: By its id, each record that there may be, and how long it takes.
        grain: What every length is a whole multiple of.
    """
    if not specimens:
        return False
    own = prepared.requirements[number].requirement
    asked = _sum_asked(own.needs)
    if asked is None or not _is_fixed(prepared, asked[1], own):
        return False
    bit, account = prepared.bit_of(asked[0])
    run = trial.alone(record for _, record in specimens.values())
    made = [one for seen in run.seen for one, _ in seen[3].plan.made]
    if any(_may_take(made, pool.account, pool.bit) for pool in prepared.pools):
        return False
    rewritten = any(
        step.account == account and _may_take(made, account, step.bit) for step in prepared.rewrites
    )
    lacking = _lacking(prepared, trial, number, asked[0], rewritten=rewritten)
    if lacking is None:
        return False
    rate = Fraction(0)
    for seen in run.seen:
        earned = _earned([seen], account, bit)
        if isinstance(earned, Unbounded):
            return False
        rate = max(rate, earned / specimens[seen[1]][0])
    return rate > 0 and total - grain < lacking / rate


def _may_take(made: Iterable[Made], account: int, bit: int) -> bool:
    return any(own.account == account and own.maybe & bit for own in made)


def _lacking(
    prepared: Prepared, trial: Trial, number: int, total: Total, *, rewritten: bool
) -> Fraction | None:
    """Return how much must be earned at least; None where that is not known."""
    run = trial.run(traced=True)
    row = run.judge()[0][number]
    left, right = row[2][2], row[2][3]
    if left is None or right is None:
        return None
    form = prepared.requirements[number].requirement.needs
    scale = prepared.scale if id(form) in prepared.whole_comparisons else 1
    counted, needed = left[0], right[1]
    if rewritten:
        counted = _earned_in_all(run, total)
        if not isinstance(counted, Unbounded):
            counted *= scale
    if isinstance(counted, Unbounded) or isinstance(needed, Unbounded):
        return None
    return Fraction(needed - counted) / scale


def _earned_in_all(run: Run, total: Total) -> Reach:
    """Return the most that records and pools earned of what a total takes, before any cut."""
    bit, account = run.prepared.bit_of(total)
    earned: Reach = _earned(run.seen, account, bit)
    for item in run.all_items:
        if item.record is None and item.account == account and item.maybe & bit:
            earned += item.high
    return earned


def _earned(seen: Iterable[Seen], account: int, bit: int) -> Fraction | Unbounded:
    """Return the most that records earned of what a selection takes, before any cut."""
    found = Fraction(0)
    for _, _, _, learnt, _ in seen:
        for own, _ in learnt.plan.made:
            if own.account == account and own.maybe & bit:
                if isinstance(own.high, Unbounded):
                    return own.high
                found += own.high
    return found


def _sum_asked(form: Condition) -> tuple[Total, Quantity] | None:
    """Return the sum that a condition asks for, and how much of it; None if it asks for none."""
    if not isinstance(form, Compare) or form.operator not in (">=", ">"):
        return None
    if not isinstance(form.left, Total) or form.left.measure is not Measure.SUM:
        return None
    return form.left, form.right


def _is_fixed(prepared: Prepared, required: Quantity, own: Requirement) -> bool:
    """Whether no record changes what is asked for, nor of whom."""
    asked = [known_quantity(required), own.applies, own.exempt, own.deemed]
    read = {type(part) for one in asked if one is not None for part in walk(one)}
    if FigureValue in read:
        figures = prepared.policy.figures
        read |= {type(part) for one in figures for part in walk(known_quantity(one.value))}
    return Total not in read
