"""The laws that hold of every policy, teacher and transcript."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from teachtrain.models import UNBOUNDED, Teacher, TrainingRecord, Transcript
from teachtrain.rules import Audit, Finding, Policy, Verdict, audit, prepare
from tests.laws.checks import agrees, examples
from tests.laws.strategies import (
    Glimpse,
    Scope,
    audit_days,
    glimpses,
    known_teachers,
    known_transcripts,
    policies,
    teachers,
    transcripts,
)

if TYPE_CHECKING:
    from teachtrain.rules import Allocation

EXAMPLES = examples(25)
CLOSED = date(2017, 8, 31)
"""The last day of the cycles of everybody that hold most of the drawn days."""
THE_END = date(2020, 12, 31)
"""Every window of the drawn policies that ends is over by then, and every transcript complete."""


@settings(max_examples=2 * EXAMPLES)
@given(
    policy=policies(),
    teacher=known_teachers(),
    transcript=known_transcripts(),
    as_of=audit_days(),
)
def test_where_all_is_known_the_audit_is_what_brute_force_finds(
    policy: Policy, teacher: Teacher, transcript: Transcript, as_of: date
) -> None:
    """
    Law 2 and 13: amounts, thresholds and verdicts are those of an independent oracle.

    It goes record by record and group by group, and over single entries for ceilings.
    """
    agrees(prepare(policy), teacher, transcript, as_of=as_of)


@settings(max_examples=3 * EXAMPLES)
@given(policy=policies(), glimpse=glimpses(), as_of=audit_days())
def test_filling_in_never_overturns_what_was_decided(
    policy: Policy, glimpse: Glimpse, as_of: date
) -> None:
    """
    Law 5: what is known more allows only outcomes that were possible, and amounts in between.
    """
    before, after = (
        audit(policy, teacher, transcript, as_of=as_of)
        for teacher, transcript in (glimpse.seen, glimpse.true)
    )

    for one, other in zip(before.findings, after.findings, strict=True):
        assert _narrows(one.so_far, other.so_far), (one, other)
        assert _narrows(one.final, other.final), (one, other)
        assert _inside(one, other), (one, other)


@settings(max_examples=EXAMPLES)
@given(policy=policies(Scope(moving=False)), glimpse=glimpses(), as_of=audit_days())
def test_final_allows_what_later_evidence_makes_of_it(
    policy: Policy, glimpse: Glimpse, as_of: date
) -> None:
    """
    What is found in the end was possible on every day before, as far as no clause is dated.
    """
    teacher, transcript = glimpse.true
    early = audit(policy, teacher, transcript, as_of=as_of)
    late = audit(policy, teacher, transcript, as_of=THE_END, cycle_of=as_of)

    for one, other in zip(early.findings, late.findings, strict=True):
        if _same_facts(policy, teacher):
            assert _narrows(one.final, other.final), (one, other)


def _same_facts(policy: Policy, teacher: Teacher) -> bool:
    """Whether no fact of the teacher can change after the audit: only evidence is still to come."""
    lines = (teacher.categories, teacher.stage, teacher.employment)
    return (
        all(line is None or line.is_constant() for line in lines)
        and all(line.is_constant() for _, line in teacher.local)
        and policy.in_force is None
        and all(clause.in_force is None for clause in policy.clauses())
    )


@settings(max_examples=EXAMPLES)
@given(policy=policies(), teacher=teachers(), transcript=transcripts(), as_of=audit_days())
def test_earned_is_counted_and_cut_for_every_entry(
    policy: Policy, teacher: Teacher, transcript: Transcript, as_of: date
) -> None:
    """
    Law 2: exactly, at the least and at the most, in the entry's own account.
    """
    result = audit(policy, teacher, transcript, as_of=as_of)

    for entry in result.entries:
        assert _adds_up(entry.settled), entry
        assert _adds_up(entry.possible), entry
    assert {outcome.record.id for outcome in result.records} == {
        record.id for record in transcript.records
    }


def _adds_up(share: Allocation) -> bool:
    if share.earned.high is UNBOUNDED:
        return True  # hours that are not known earn no number to divide
    cut = sum((one.amount.value for one in share.cuts), 0)
    return share.earned.value == share.counted.value + cut


@settings(max_examples=EXAMPLES)
@given(policy=policies(), teacher=known_teachers(), transcript=known_transcripts())
def test_what_counts_of_the_entries_is_the_total(
    policy: Policy, teacher: Teacher, transcript: Transcript
) -> None:
    """
    Law 2: where the cycle is the only window, an account's entries share out its total.
    """
    result = audit(policy, teacher, transcript, as_of=CLOSED)
    if result.cycle is None or len(result._prepared.parts(result.run.frame)) > 1:  # noqa: SLF001 - the windows there are
        return
    for account in policy.accounts:
        finding = result.finding(f"sum-{account.id}")
        if finding.counted is not None:
            shares = [one.settled.counted for one in result.entries if one.account == account.id]
            assert sum((share.value for share in shares), 0) == finding.counted.value


@settings(max_examples=EXAMPLES)
@given(
    policy=policies(),
    teacher=teachers(),
    transcript=transcripts(),
    as_of=audit_days(),
    order=st.permutations(range(6)),
)
def test_the_order_of_records_and_clauses_never_matters(
    policy: Policy, teacher: Teacher, transcript: Transcript, as_of: date, order: list[int]
) -> None:
    """
    Law 1: records in any order, and ceilings and requirements too, whose order means nothing.
    """
    records = transcript.records
    shuffled = Transcript(
        [records[number] for number in order if number < len(records)],
        complete_until=transcript.complete_until,
    )
    turned = attrs.evolve(
        policy,
        ceilings=policy.ceilings[::-1],
        requirements=policy.requirements[::-1],
    )

    straight = audit(policy, teacher, transcript, as_of=as_of)
    mixed = audit(turned, teacher, shuffled, as_of=as_of)

    assert _figures(straight) == _figures(mixed)


@settings(max_examples=EXAMPLES)
@given(policy=policies(), teacher=teachers(), transcript=transcripts(), as_of=audit_days())
def test_judging_finds_what_auditing_finds(
    policy: Policy, teacher: Teacher, transcript: Transcript, as_of: date
) -> None:
    """
    The quick way and the explained way agree in every verdict and amount.
    """
    prepared = prepare(policy)
    judged = prepared.judge(teacher, transcript, as_of=as_of)
    result = prepared.audit(teacher, transcript, as_of=as_of)

    assert (judged.so_far, judged.final) == (result.so_far, result.final)
    for one, finding in zip(judged, result.findings, strict=True):
        assert (one.so_far, one.final) == (finding.so_far, finding.final)
        if one.counted is not None and finding.counted is not None:
            assert one.counted == (finding.counted.low, finding.counted.high)


@settings(max_examples=EXAMPLES)
@given(
    policy=policies(),
    others=st.lists(st.tuples(teachers(), transcripts()), max_size=4),
    own=st.tuples(teachers(), transcripts()),
    as_of=audit_days(),
)
def test_a_prepared_policy_remembers_nobody(
    policy: Policy,
    others: list[tuple[Teacher, Transcript]],
    own: tuple[Teacher, Transcript],
    as_of: date,
) -> None:
    """
    After any other teachers the answer is that of a policy prepared afresh.
    """
    prepared = prepare(policy)
    for teacher, transcript in others:
        prepared.audit(teacher, transcript, as_of=as_of)

    assert _figures(prepared.audit(*own, as_of=as_of)) == _figures(
        prepare(policy).audit(*own, as_of=as_of)
    )


@settings(max_examples=EXAMPLES)
@given(policy=policies(), teacher=teachers(), transcript=transcripts(), as_of=audit_days())
def test_the_same_record_counts_once(
    policy: Policy, teacher: Teacher, transcript: Transcript, as_of: date
) -> None:
    """
    Law 3: a record that comes twice with its id is one record.
    """
    twice = Transcript(
        [*transcript.records, *transcript.records], complete_until=transcript.complete_until
    )

    assert _figures(audit(policy, teacher, twice, as_of=as_of)) == _figures(
        audit(policy, teacher, transcript, as_of=as_of)
    )


PLAIN = Scope(falling=False, counting=False, presuming=False, parted=False)


@settings(max_examples=2 * EXAMPLES)
@given(
    policy=policies(PLAIN),
    teacher=known_teachers(),
    transcript=known_transcripts(),
    more=known_transcripts(most_records=1),
)
def test_more_evidence_never_lowers_what_an_account_comes_to(
    policy: Policy, teacher: Teacher, transcript: Transcript, more: Transcript
) -> None:
    """
    Law 4, for totals that take whole groups: the sum of each account over the cycle.
    """
    grown = Transcript(
        [*transcript.records, *(attrs.evolve(one, id=f"more-{one.id}") for one in more.records)],
        complete_until=transcript.complete_until,
    )
    before = audit(policy, teacher, transcript, as_of=CLOSED)
    after = audit(policy, teacher, grown, as_of=CLOSED)

    for account in policy.accounts:
        one, other = (own.finding(f"sum-{account.id}").counted for own in (before, after))
        if one is not None and other is not None and _takes_whole_groups(policy, account.id):
            assert other.value >= one.value


def _takes_whole_groups(policy: Policy, account: str) -> bool:
    """Whether nothing takes a part of a rewritten group: no ceiling, pool or cycle's border does."""
    first = policy.accounts[0].id
    rewritten = any((one.account or first) == account for one in policy.rewrites)
    fed = any((one.to or first) == account for one in policy.pools)
    return not rewritten and not (fed and policy.rewrites)


@given(hours=st.integers(min_value=1, max_value=40), parts=st.integers(min_value=2, max_value=4))
def test_parts_of_a_record_count_what_the_whole_counts(hours: int, parts: int) -> None:
    """
    Law 6: splitting a record into parts of the same day and facts leaves the total unchanged.
    """
    from teachtrain.policies import SHANDONG_UNNAMED_CITY  # noqa: PLC0415 - one law needs it

    whole = TrainingRecord(
        "whole",
        activity="training",
        day=date(2016, 3, 5),
        hours=hours,
        level="county",
        result="passed",
    )
    share = f"{hours}/{parts}"
    split = [attrs.evolve(whole, id=f"part-{number}", hours=share) for number in range(parts)]

    one, other = (
        audit(
            SHANDONG_UNNAMED_CITY,
            Teacher("t", categories=()),
            Transcript(records, complete_until=THE_END),
            as_of=date(2020, 8, 31),
        )
        for records in ([whole], split)
    )

    assert _figures(one) == _figures(other)


def _narrows(before: Verdict, after: Verdict) -> bool:
    return set(after.possible) <= set(before.possible)


def _inside(one: Finding, other: Finding) -> bool:
    """Whether what is counted in the end lies in the bounds there were."""
    if one.counted is None or other.counted is None:
        return True
    return one.counted.low <= other.counted.low and other.counted.high <= one.counted.high


def _figures(result: Audit) -> dict[str, object]:
    return {
        finding.id: (finding.so_far, finding.final, finding.counted, finding.required)
        for finding in result.findings
    }
