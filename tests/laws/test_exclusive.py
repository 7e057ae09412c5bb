"""
Law 14: demands that share entries.

What they come to is what an independent flow finds, or every way tried; in any order of records
and demands; unknown facts only widen it; and the shares that are shown can be checked.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from teachtrain.models import (
    CLASS_HOUR,
    SCHOOL_YEAR,
    Amount,
    Cycle,
    Teacher,
    TrainingRecord,
    Transcript,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Demand,
    Policy,
    Verdict,
    audit,
    ceiling,
    demand,
    each,
    exclusive,
    from_table,
    highest_only,
    limit_per,
    post,
    prepare,
    recognise,
    record,
    require,
    teacher,
    total,
    when,
    where,
)
from teachtrain.rules._conditions import Each, Exclusive, When
from tests.laws.checks import agrees, examples
from tests.laws.strategies import (
    SOURCE,
    Glimpse,
    Scope,
    amounts,
    audit_days,
    glimpses,
    known_records,
    known_teachers,
    known_transcripts,
    selections,
)

if TYPE_CHECKING:
    from random import Random

    from teachtrain.rules import Finding
    from teachtrain.rules._conditions import Condition
    from teachtrain.rules._quantities import Quantity

EXAMPLES = examples(40)
PLAIN: Final = Scope()
TWO_YEARS: Final = Cycle.block(years=2, starting=date(2015, 9, 1))


@st.composite
def demands(draw: st.DrawFn) -> Demand:
    """Draw a demand, with up to two limits that nothing falls under both of."""
    plain = draw(amounts(CLASS_HOUR))
    needed: Quantity | Amount = plain
    if draw(st.integers(0, 4)) == 4:
        # A part for some, nothing said for others: not known while the stage is not.
        needed = from_table(teacher.stage, rows={"primary": plain, "kindergarten": plain * 2})
    asked = total(of=draw(selections(PLAIN))) >= needed
    modes = ("online", "face_to_face")[: draw(st.sampled_from((0, 0, 0, 1, 2)))]
    limits = [total(of=where(mode=mode)) <= draw(amounts(CLASS_HOUR)) for mode in modes]
    return demand(asked, *limits)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Draw a policy whose requirements are demands that share entries."""
    whole = draw(st.integers(0, 3)) == 3
    own = [draw(demands()) for _ in range(draw(st.integers(2, 4)))]
    condition: Condition = exclusive(*own, whole=whole)
    shape = draw(st.integers(0, 5))
    if shape == 4:
        condition = each(SCHOOL_YEAR, condition)
    if shape == 5:
        condition = when(teacher.category.is_("class_teacher"), condition)
    ceilings = []
    if not whole:
        inner = draw(selections(PLAIN))
        if draw(st.booleans()):
            ceilings.append(ceiling("inner", draw(amounts(CLASS_HOUR)), of=inner, by=SCHOOL_YEAR))
        if draw(st.booleans()):
            ceilings.append(ceiling("outer", draw(amounts(CLASS_HOUR)), by=CYCLE))
    rewrites = draw(
        st.sampled_from(
            (
                (),
                (),
                (highest_only("highest", by="project"),),
                (limit_per("limit", Amount(3, 3, CLASS_HOUR), by=("project", SCHOOL_YEAR)),),
            )
        )
    )
    return Policy(
        id="drawn",
        title="A drawn policy",
        source=SOURCE,
        accounts=(Account("main", CLASS_HOUR),),
        cycle=TWO_YEARS,
        recognition=(recognise("all", where(), post("main", record.hours)),),
        rewrites=rewrites,
        ceilings=tuple(ceilings),
        requirements=(require("need", condition), require("sum-main", total() >= 0)),
    )


def in_reverse(form: Condition) -> Condition:
    """Return a condition with its demands in the reverse order."""
    match form:
        case Exclusive(demands=demands):
            return attrs.evolve(form, demands=tuple(reversed(demands)))
        case Each(condition=inside):
            return attrs.evolve(form, condition=in_reverse(inside))
        case When(then=inside):
            return attrs.evolve(form, then=in_reverse(inside))
        case _:
            raise AssertionError(form)


def shown(policy: Policy, glimpse: Glimpse) -> str:
    """Return what was drawn, short enough to be read when a law fails."""
    from teachtrain.rules.explain import words_of  # noqa: PLC0415 - for a failure only

    lines = [words_of(clause) for clause in policy.clauses()]
    for word in ("seen", "more", "true"):
        _, transcript = getattr(glimpse, word)
        lines.append(f"{word}, complete until {transcript.complete_until}")
        lines.extend(
            f"  {own.id} {own.day or own.within} {own.hours} {own.mode} {own.topics} "
            f"{own.project} {own.level} {own.activity} {own.result} {own.role} {own.status.name}"
            for own in transcript.records
        )
    return "\n".join(lines)


def findings_in(finding: Finding) -> list[Finding]:
    """Return the finding of the demands, or those of each part of time."""
    if isinstance(finding.form, Exclusive):
        return [finding]
    return [one for part in finding.parts for one in findings_in(part)]


@settings(max_examples=3 * EXAMPLES)
@given(
    policy=policies(),
    who=known_teachers(),
    transcript=known_transcripts(),
    as_of=audit_days(),
)
def test_demands_come_to_what_an_independent_flow_finds(
    policy: Policy, who: Teacher, transcript: Transcript, as_of: date
) -> None:
    result, _ = agrees(prepare(policy), who, transcript, as_of=as_of)
    event(str(result.finding("need").so_far))


@settings(max_examples=2 * EXAMPLES)
@given(policy=policies(), glimpse=glimpses(), as_of=audit_days())
def test_what_becomes_known_stays_within_what_was_said(
    policy: Policy, glimpse: Glimpse, as_of: date
) -> None:
    prepared = prepare(policy)
    note(shown(policy, glimpse))
    stages = [
        prepared.audit(*stage, as_of=as_of) for stage in (glimpse.seen, glimpse.more, glimpse.true)
    ]
    for before, after in pairwise(stages):
        for word in ("so_far", "final"):
            earlier = getattr(before.finding("need"), word)
            later = getattr(after.finding("need"), word)
            assert set(later.possible) <= set(earlier.possible), (word, earlier, later)
        one, other = before.finding("need").counted, after.finding("need").counted
        if one is not None and other is not None:
            assert one.low <= other.low
            assert other.high <= one.high


@settings(max_examples=2 * EXAMPLES)
@given(
    policy=policies(),
    glimpse=glimpses(),
    as_of=audit_days(),
    chance=st.randoms(use_true_random=False),
)
def test_the_order_of_records_and_of_demands_makes_no_difference(
    policy: Policy, glimpse: Glimpse, as_of: date, chance: Random
) -> None:
    who, transcript = glimpse.seen
    turned = in_reverse(policy.requirements[0].needs)
    other = attrs.evolve(policy, requirements=(require("need", turned), policy.requirements[1]))
    listed = list(transcript.records)
    chance.shuffle(listed)
    shuffled = Transcript(listed, complete_until=transcript.complete_until)
    one = audit(policy, who, transcript, as_of=as_of).finding("need")
    two = audit(other, who, shuffled, as_of=as_of).finding("need")
    assert (one.so_far, one.final) == (two.so_far, two.final)
    assert (one.counted, one.required) == (two.counted, two.required)


@settings(max_examples=3 * EXAMPLES)
@given(policy=policies(), glimpse=glimpses(), as_of=audit_days())
def test_the_shares_that_are_shown_can_be_checked(
    policy: Policy, glimpse: Glimpse, as_of: date
) -> None:
    who, transcript = glimpse.seen
    result = audit(policy, who, transcript, as_of=as_of)
    for finding in findings_in(result.finding("need")):
        form = finding.form
        assert isinstance(form, Exclusive)
        assert finding.check_shares() == ()
        counted = finding.counted
        if counted is None:
            continue
        assert sum(own.amount.value for own in finding.shares) == counted.low
        for own in finding.shares:
            assert own.amount.value > 0
            assert own.demand in form.demands
        for entry in {own.entry for own in finding.shares}:
            given_of = [own.amount.value for own in finding.shares if own.entry == entry]
            earned = [
                one.possible.earned.high
                for one in result.entries
                if one.record_id in entry.split(" + ")
            ]
            assert sum(given_of) <= sum(earned)
            if form.whole:
                assert len(given_of) == 1


@settings(max_examples=2 * EXAMPLES)
@given(
    policy=policies(),
    who=known_teachers(),
    transcript=known_transcripts(),
    more=known_records("more"),
    as_of=audit_days(),
)
def test_one_more_record_never_lowers_what_is_filled(
    policy: Policy, who: Teacher, transcript: Transcript, more: TrainingRecord, as_of: date
) -> None:
    # A rewrite may give what several earned to the one record that the demands do not select.
    policy = attrs.evolve(policy, rewrites=())
    one = audit(policy, who, transcript, as_of=as_of).finding("need")
    both = Transcript(
        (*transcript.records, more),
        complete_until=transcript.complete_until,
    )
    two = audit(policy, who, both, as_of=as_of).finding("need")
    if one.so_far is Verdict.MET:
        assert two.so_far is Verdict.MET
    if one.counted is not None and two.counted is not None:
        assert one.counted.low <= two.counted.low
