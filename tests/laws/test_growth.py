"""The laws that compare two audits: more evidence, tighter policies, records split, pending ones."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from teachtrain.models import Mode, Teacher, TrainingRecord, Transcript, class_hours
from teachtrain.rules import (
    CYCLE,
    Audit,
    Policy,
    Selection,
    Verdict,
    audit,
    ceiling,
    least,
    nothing,
    prepare,
    where,
)
from tests.laws.checks import examples, hull
from tests.laws.mechanisms import (
    ceilings_only,
    pools_only,
    rewrites_only,
    whole_groups_only,
)
from tests.laws.strategies import Scope, known_teachers, known_transcripts, policies
from tests.laws.worlds import (
    DENSE,
    Riddle,
    World,
    dense_records,
    known_evidence,
    riddles,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

EXAMPLES = examples(60)

CLOSED = date(2017, 8, 31)
DAYS = st.sampled_from((CLOSED, CLOSED, date(2016, 6, 30), DENSE[4]))


def _never_lower(before: Audit, after: Audit, names: Iterable[str]) -> None:
    """Check that no amount, and no "at least", is lower in the second audit."""
    for name in names:
        one, other = before.finding(name), after.finding(name)
        pairs = [(one, other), *zip(one.parts, other.parts, strict=False)]
        for low, high in pairs:
            if low.counted is not None and high.counted is not None:
                assert low.counted.value <= high.counted.value, (name, low, high)
            assert not (low.so_far is Verdict.MET and high.so_far is Verdict.UNMET), (name, low)
            assert not (low.final is Verdict.MET and high.final is Verdict.UNMET), (name, low)


def _grown(transcript: Transcript, *more: TrainingRecord) -> Transcript:
    return Transcript((*transcript.records, *more), complete_until=transcript.complete_until)


SUMS = ("main-sum", "main-online", "main-ethics", "main-core", "main-years", "main-calendar")


@settings(max_examples=EXAMPLES)
@given(ceilings_only(counts=False), known_evidence(), dense_records("more"), DAYS)
def test_under_ceilings_more_evidence_never_lowers_any_total(
    policy: Policy, evidence: World, more: TrainingRecord, as_of: date
) -> None:
    """
    Law 4, for every selection: ceilings limit totals and push out no entry.
    """
    teacher, transcript = evidence
    prepared = prepare(policy)

    before = prepared.audit(teacher, transcript, as_of=as_of)
    after = prepared.audit(teacher, _grown(transcript, more), as_of=as_of)

    _never_lower(before, after, SUMS)


@settings(max_examples=EXAMPLES)
@given(whole_groups_only(), known_evidence(), dense_records("more"), DAYS)
def test_of_whole_groups_more_evidence_never_lowers_any_total(
    policy: Policy, evidence: World, more: TrainingRecord, as_of: date
) -> None:
    """
    Law 4, with rewrites: where a requirement takes whole groups of each of them.
    """
    teacher, transcript = evidence
    prepared = prepare(policy)

    before = prepared.audit(teacher, transcript, as_of=as_of)
    after = prepared.audit(teacher, _grown(transcript, more), as_of=as_of)

    _never_lower(before, after, [own.id for own in policy.requirements])


@settings(max_examples=EXAMPLES)
@given(pools_only(forced=False, limited=False), known_evidence(), dense_records("more"), DAYS)
def test_more_evidence_never_lowers_what_pools_give(
    policy: Policy, evidence: World, more: TrainingRecord, as_of: date
) -> None:
    """
    Law 4, for the accounts that pools feed.
    """
    if any("Dated" in repr(own.gives) for own in policy.pools):
        return  # an earlier first day of a group may read an earlier value
    teacher, transcript = evidence
    prepared = prepare(policy)

    before = prepared.audit(teacher, transcript, as_of=as_of)
    after = prepared.audit(teacher, _grown(transcript, more), as_of=as_of)

    _never_lower(before, after, ("main-sum", "credits-sum", "credits-core", "lessons-sum"))


def _tighter(policy: Policy, way: int) -> Policy:
    """Return a policy that lets less count: by a lower limit, one more ceiling, or a refusal."""
    if way == 0 and policy.ceilings:
        first, *rest = policy.ceilings
        lower = attrs.evolve(first, limit=least(first.limit, class_hours(1)))
        return attrs.evolve(policy, ceilings=(lower, *rest))
    if way == 1:
        refused = nothing("refused", where(topic="ethics"), reason="no longer counted")
        return attrs.evolve(policy, recognition=(refused, *policy.recognition))
    one = ceiling("one-more", class_hours(3), by=CYCLE)
    return attrs.evolve(policy, ceilings=(*policy.ceilings, one)) if not policy.ceilings else policy


@settings(max_examples=EXAMPLES)
@given(
    st.one_of(ceilings_only(counts=False), whole_groups_only()),
    known_evidence(),
    st.integers(0, 2),
    DAYS,
)
def test_a_tighter_policy_never_raises_a_total(
    policy: Policy, evidence: World, way: int, as_of: date
) -> None:
    """
    Law 4: a lower limit, one more ceiling or a refusal never turns an unmet "at least" met.
    """
    loose = audit(policy, *evidence, as_of=as_of)
    tight = audit(_tighter(policy, way), *evidence, as_of=as_of)

    _never_lower(tight, loose, [own.id for own in policy.requirements])


# pending records ---------------------------------------------------------------------------------


def _attained(policy: Policy, riddle: Riddle, names: Iterable[str], as_of: date) -> None:
    """Check that both ends of what is counted are reached in some world."""
    result = audit(policy, riddle.teacher, riddle.transcript, as_of=as_of)
    worlds = hull(policy, riddle.worlds, as_of=as_of)
    for name in names:
        counted, amounts = result.finding(name).counted, worlds[name][1]
        if counted is not None and amounts:
            shown = (name, counted.low, counted.high)
            assert shown == (name, min(amounts), max(amounts))


PENDING = riddles(("pending",), most_worlds=16)


@settings(max_examples=EXAMPLES)
@given(ceilings_only(counts=False), PENDING, DAYS)
def test_bounds_under_ceilings_are_what_is_counted_without_and_with_what_pends(
    policy: Policy, riddle: Riddle, as_of: date
) -> None:
    """
    Bounds are not only sound: a total is bounded as a whole, at all lows and at all highs.
    """
    _attained(policy, riddle, ("main-sum", "main-online", "main-ethics", "main-core"), as_of)


@settings(max_examples=EXAMPLES)
@given(
    rewrites_only(most_rewrites=1, forced=False, limited=False, simple=True),
    riddles(("pending",), most_worlds=8, narrow=True),
    DAYS,
)
def test_bounds_of_whole_groups_are_what_is_counted_without_and_with_what_pends(
    policy: Policy, riddle: Riddle, as_of: date
) -> None:
    """
    The same of a total that takes whole groups of a rewrite.
    """
    _attained(policy, riddle, ("main-sum",), as_of)


@settings(max_examples=EXAMPLES)
@given(pools_only(forced=False, limited=False), PENDING)
def test_bounds_of_what_pools_give_are_what_they_give_without_and_with_what_pends(
    policy: Policy, riddle: Riddle
) -> None:
    """
    The same of the accounts that pools feed.
    """
    if policy.cycle is not None and policy.cycle.months == 24:
        _attained(policy, riddle, ("main-sum", "credits-sum"), CLOSED)


# ceilings at the most -----------------------------------------------------------------------------


@settings(max_examples=3 * EXAMPLES)
@given(
    ceilings_only(plain=True, counts=False),
    riddles(("day", "transcript", "day", "mode", "pending", "hours", "project")),
    DAYS,
)
def test_no_total_may_ever_exceed_a_ceiling_over_all_of_it(
    policy: Policy, riddle: Riddle, as_of: date
) -> None:
    """
    Law 2, for all that is still possible: what is counted stays under the limit at its most.
    """
    result = audit(policy, riddle.teacher, riddle.transcript, as_of=as_of)
    for clause in policy.ceilings:
        limit = clause.limit.amount.value  # type: ignore[attr-defined]  # a literal
        for finding in _limited(result, clause.of, clause.by, riddle.holes):
            for amount in (finding.counted, finding.possible):
                assert amount is None or amount.high <= limit, (clause, finding)


def _limited(
    result: Audit, of: Selection, by: tuple[Any, ...], holes: tuple[str, ...]
) -> list[Any]:
    """Return the findings of which a ceiling limits the whole total."""
    names = ["main-sum", "main-online"]
    if of != Selection():
        # Under which ceiling a record stands of which the mode is not known, is not known either.
        names = [] if "mode" in holes else ["main-online"]
    if of not in (Selection(), where(mode=Mode.ONLINE)) or not by:
        return []
    if by == (CYCLE,):
        return [result.finding(name) for name in names]
    if [str(key) for key in by] == ["school year"] and of == Selection():
        return list(result.finding("main-years").parts)
    return []


# splitting ----------------------------------------------------------------------------------------


def _in_parts(record: TrainingRecord, parts: int) -> list[TrainingRecord]:
    assert record.hours is not None
    return [
        attrs.evolve(record, id=f"{record.id}.{number}", hours=Fraction(record.hours) / parts)
        for number in range(parts)
    ]


def _of_some_group(record: TrainingRecord) -> TrainingRecord:
    """Return the record with a value for each field: what has none stands alone, as would a part."""
    usual = {"mode": Mode.ONLINE, "project": "p", "module": "m"}
    changes: dict[str, Any] = {
        name: value for name, value in usual.items() if not isinstance(getattr(record, name), str)
    }
    if not record.topics:
        changes["topics"] = ("ethics",)
    return attrs.evolve(record, **changes)


def _split(transcript: Transcript, place: int, parts: int) -> tuple[Transcript, Transcript]:
    """Return a transcript whose records all have groups, and the same with one record in parts."""
    whole = [_of_some_group(record) for record in transcript.records]
    place %= len(whole)
    split = [*whole[:place], *_in_parts(whole[place], parts), *whole[place + 1 :]]
    until = transcript.complete_until
    return Transcript(whole, complete_until=until), Transcript(split, complete_until=until)


def _same_figures(policy: Policy, teacher: Teacher, both: tuple[Transcript, Transcript]) -> None:
    prepared = prepare(policy)
    one, other = (prepared.audit(teacher, records, as_of=CLOSED) for records in both)
    for whole, split in zip(one.findings, other.findings, strict=True):
        assert (whole.id, whole.so_far, whole.counted) == (split.id, split.so_far, split.counted)


LINEAR = Scope(steps=False, counting=False)


@settings(max_examples=EXAMPLES)
@given(
    policies(LINEAR),
    known_teachers(),
    known_transcripts(most_records=4),
    st.integers(0, 5),
    st.integers(2, 4),
)
def test_parts_of_a_record_count_what_the_whole_counts_by_every_linear_policy(
    policy: Policy, teacher: Teacher, transcript: Transcript, place: int, parts: int
) -> None:
    """
    Law 6: where no clause looks at single records, a record may come in parts.
    """
    if transcript.records:
        _same_figures(policy, teacher, _split(transcript, place, parts))


@settings(max_examples=EXAMPLES)
@given(ceilings_only(counts=False), known_evidence(), st.integers(0, 5), st.integers(2, 4))
def test_under_ceilings_parts_of_a_record_count_what_the_whole_counts(
    policy: Policy, evidence: World, place: int, parts: int
) -> None:
    """
    Law 6: the same under ceilings that bind, but for those by record.
    """
    kept = tuple(own for own in policy.ceilings if "record" not in own.by)
    teacher, transcript = evidence
    _same_figures(attrs.evolve(policy, ceilings=kept), teacher, _split(transcript, place, parts))


@settings(max_examples=EXAMPLES)
@given(known_evidence(), ceilings_only(), rewrites_only(), st.integers(0, 5))
def test_records_that_are_alike_count_each(
    evidence: World, ceilings: Policy, rewrites: Policy, place: int
) -> None:
    """
    Law 3: two equal records with different ids are two, whatever looks at them one by one.
    """
    teacher, transcript = evidence
    chosen = transcript.records[place % len(transcript.records)]
    twin = _grown(transcript, attrs.evolve(chosen, id="twin"))
    # A tiny difference that nothing reads, so that the two are not the same to any memory.
    other = _grown(transcript, attrs.evolve(chosen, id="twin", organiser="elsewhere"))
    for policy in (ceilings, rewrites):
        _same_figures(policy, teacher, (twin, other))
