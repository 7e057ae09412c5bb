"""The facts that a finding names as missing are those that settle it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import given, settings

from teachtrain.models import Status, Teacher, TrainingRecord, Transcript
from teachtrain.rules import Booking, Policy, audit
from tests.laws.strategies import Glimpse, Scope, audit_days, glimpses, policies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teachtrain.rules import Missing


@settings(max_examples=200)
@given(policy=policies(Scope(presuming=False)), glimpse=glimpses(long=True), as_of=audit_days())
def test_filling_in_all_that_is_missing_settles_what_was_open(
    policy: Policy, glimpse: Glimpse, as_of: date
) -> None:
    """
    An undecided finding names facts, and with these it is decided, whatever else is unknown.
    """
    before = audit(policy, *glimpse.seen, as_of=as_of)

    for finding in before.findings:
        if finding.so_far.is_unknown:
            silent = any(one.kind in ("booking", "transcript") for one in finding.missing)
            stated = attrs.evolve(policy, booking=Booking.LAST_DAY) if silent else policy
            told = filled(glimpse, finding.missing)
            after = audit(stated, *told, as_of=as_of).finding(finding.id)
            assert finding.missing, finding
            assert not after.so_far.is_unknown, (finding.missing, after.missing)
        else:
            assert finding.missing == ()


def filled(glimpse: Glimpse, missing: Iterable[Missing]) -> tuple[Teacher, Transcript]:
    """Return what is seen of a teacher with the facts named, and no others, as they truly are."""
    teacher, transcript = glimpse.seen
    true_teacher, true_transcript = glimpse.true
    truth = {record.id: record for record in true_transcript.records}
    records = {record.id: record for record in transcript.records}
    until = transcript.complete_until
    for one in missing:
        if one.kind == "transcript":
            until = true_transcript.complete_until
            known = [record for record in true_transcript.records if record.id not in records]
            records.update((record.id, record) for record in known)
        elif one.record is None:
            teacher = _with_fact(teacher, true_teacher, one.fact)
        elif one.record in records and one.kind != "booking":
            held = truth.get(one.record)
            if held is not None:
                records[one.record] = _with_truth(records[one.record], held, one)
            elif one.kind == "pending":
                del records[one.record]
    return teacher, Transcript(records.values(), complete_until=until)


def _with_fact(teacher: Teacher, truth: Teacher, name: str) -> Teacher:
    if name == "category":
        return attrs.evolve(teacher, categories=truth.categories)
    if name in ("stage", "employment"):
        return attrs.evolve(teacher, **{name: getattr(truth, name)})
    if name == "share":
        return attrs.evolve(teacher, local=truth.local)
    others = [event for event in teacher.events if event.name != name]
    own = [event for event in truth.events if event.name == name]
    return attrs.evolve(teacher, events=(*others, *own))


def _with_truth(record: TrainingRecord, truth: TrainingRecord, missing: Missing) -> TrainingRecord:
    match missing.kind, missing.fact:
        case "pending", _:
            changes: dict[str, Any] = {"status": Status.FINAL}
        case "day", _:
            changes = {"day": truth.day, "last_day": truth.last_day, "within": None}
        case _, "pages":
            changes = {"local": truth.local}
        case _, name:
            changes = {name: getattr(truth, name)}
    return attrs.evolve(record, **changes)
