"""
Laws of what is still due and of promises.

A plan's records make the requirement met, one step less of any does not, nothing that takes less
does where that is said, and what is said of days is what an audit of each day says.
"""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    TRAINING_CREDIT,
    Certainty,
    Clip,
    Cycle,
    Mode,
    Source,
    Teacher,
    TrainingRecord,
    Transcript,
    class_hours,
    per,
    training_credits,
)
from teachtrain.rules import (
    Account,
    Policy,
    Verdict,
    all_of,
    any_of,
    audit,
    ceiling,
    each,
    last,
    limit_per,
    nothing,
    nothing_below,
    post,
    prepare,
    recognise,
    record,
    require,
    rounded_down,
    total,
    where,
)
from teachtrain.rules.due import Method, Option, Plan, State, promises, still_due
from tests.laws.checks import examples
from tests.laws.strategies import Glimpse, audit_days, glimpses, policies

if TYPE_CHECKING:
    from teachtrain.rules._conditions import Condition

EXAMPLES = examples(15)
ONE: Final = timedelta(days=1)
SOURCE: Final = Source("an invented order", certainty=Certainty.INVENTED)
START: Final = date(2020, 1, 1)
LAST: Final = date(2022, 12, 31)
"""A cycle of three calendar years."""


@st.composite
def small_policies(draw: st.DrawFn) -> Policy:
    """Draw a policy of one account in which hours earn credits, with what may limit them."""
    rate = draw(st.sampled_from(("1", "1/2", "2/3")))
    earned = record.hours * per(CLASS_HOUR, training_credits(rate))
    rules = [recognise("all", where(), post("main", earned))]
    if draw(st.booleans()):
        rules.insert(0, nothing("long", where(record.hours > class_hours(6)), reason="too long"))
    if draw(st.booleans()):
        online = record.hours * per(CLASS_HOUR, training_credits("1/4"))
        rules.insert(0, recognise("online", where(mode="online"), post("main", online)))
    ceilings = []
    if draw(st.booleans()):
        ceilings.append(
            ceiling("year", training_credits(draw(st.integers(1, 5))), by=CALENDAR_YEAR)
        )
    if draw(st.booleans()):
        online_only = where(mode="online")
        most = training_credits(draw(st.integers(1, 4)))
        ceilings.append(ceiling("online-year", most, of=online_only, by=CALENDAR_YEAR))
    rewrites = draw(
        st.sampled_from(
            (
                (),
                (),
                (rounded_down("whole", training_credits(1)),),
                (limit_per("each", training_credits(2), by="record"),),
                (nothing_below("little", training_credits(2), by=CALENDAR_YEAR),),
            )
        )
    )
    need = training_credits(draw(st.integers(1, 9)))
    conditions: tuple[Condition, ...] = (
        total() >= need,
        total() >= need,
        total(of=where(mode="face_to_face")) >= need,
        each(CALENDAR_YEAR, total() >= training_credits(1)),
        all_of(total() >= need, total(of=where(mode="online")) >= training_credits(1)),
        any_of(total() >= need, total(of=where(mode="online")) >= training_credits(2)),
    )
    asked = draw(st.sampled_from(conditions))
    return Policy(
        id="small",
        title="A small policy",
        source=SOURCE,
        accounts=(Account("main", TRAINING_CREDIT),),
        cycle=Cycle.block(years=3, starting=START),
        recognition=tuple(rules),
        rewrites=rewrites,
        ceilings=tuple(ceilings),
        requirements=(require("need", asked),),
    )


@st.composite
def small_transcripts(draw: st.DrawFn) -> Transcript:
    days = (START, date(2020, 12, 31), date(2021, 1, 1), date(2021, 6, 30))
    records = [
        TrainingRecord(
            f"r{place}",
            day=draw(st.sampled_from(days)),
            hours=draw(st.sampled_from((Fraction(1), Fraction(2), Fraction(3), Fraction(1, 2)))),
            mode=draw(st.sampled_from((Mode.ONLINE, Mode.FACE_TO_FACE))),
            status=draw(st.sampled_from(("final", "final", "pending"))),
        )
        for place in range(draw(st.integers(0, 4)))
    ]
    return Transcript(records, complete_until=draw(st.sampled_from((LAST, None))))


AS_OF: Final = (date(2021, 6, 30), date(2020, 12, 31), date(2022, 6, 30), date(2022, 12, 30))
STEPS: Final = (class_hours(1), class_hours("1/2"))
FACE: Final = TrainingRecord("face", mode="face_to_face")
ONLINE: Final = TrainingRecord("online", mode="online")
TEACHER: Final = Teacher("t")


def so_far(policy: Policy, transcript: Transcript, by: date, cycle_of: date) -> Verdict:
    result = audit(policy, TEACHER, transcript, as_of=by, cycle_of=cycle_of)
    return result.finding("need").so_far


def with_less(plan: Plan) -> list[Transcript]:
    """Return the plan's transcript with one step less, of each of its records in turn."""
    made = []
    for own, option in zip(plan.records, plan.options, strict=True):
        others = [one for one in plan.transcript.records if one is not own]
        if option.step is not None:
            left = option.length_of(own) - option.step
            if left.value > 0:
                others.append(attrs.evolve(own, hours=left.value))
        made.append(Transcript(others, complete_until=plan.transcript.complete_until))
    return made


@settings(max_examples=6 * EXAMPLES)
@given(
    policy=small_policies(),
    transcript=small_transcripts(),
    as_of=st.sampled_from(AS_OF),
    step=st.sampled_from(STEPS),
)
def test_a_plan_makes_it_met_and_one_step_less_of_it_does_not(
    policy: Policy, transcript: Transcript, as_of: date, step: object
) -> None:
    result = audit(policy, TEACHER, transcript, as_of=as_of)
    options = [Option(FACE, step=step), Option(ONLINE, step=step)]  # type: ignore[arg-type]  # an amount
    line = still_due(result, options).line("need")
    plans = [*line.alone.values()] + ([line.plan] if line.plan else [])
    if line.state is State.PLANNED:
        assert line.plan is not None
    for plan in plans:
        assert so_far(policy, plan.transcript, plan.by, as_of) is Verdict.MET
        for less in with_less(plan):
            assert so_far(policy, less, plan.by, as_of) is not Verdict.MET
        for day in {day for span in plan.when for day in (span.start, span.last_day)}:
            assert as_of < day <= plan.by


def ways(years: list[int], most: int) -> list[tuple[int, ...]]:
    """Return every way to take up to so many steps in years, one activity in each."""
    return [way for way in itertools.product(range(most + 1), repeat=len(years)) if any(way)]


@settings(max_examples=4 * EXAMPLES)
@given(policy=small_policies(), transcript=small_transcripts(), as_of=st.sampled_from(AS_OF[:3]))
def test_nothing_takes_less_where_that_is_said(
    policy: Policy, transcript: Transcript, as_of: date
) -> None:
    """By brute force over activities of up to eight hours, up to two in each year left."""
    result = audit(policy, TEACHER, transcript, as_of=as_of)
    line = still_due(result, Option(FACE, step=class_hours(1))).line("need")
    assume(line.state is State.PLANNED)
    plan = line.plan
    assert plan is not None
    hours = plan.lengths[0].value
    assume(0 < hours <= 8)
    days = [max(as_of + ONE, date(year, 1, 1)) for year in range((as_of + ONE).year, 2023)]
    places = days if plan.method is Method.TRIED else [day for day in days for _ in range(2)]
    best = None
    for way in ways([day.year for day in places], int(hours) - 1):
        if sum(way) >= hours:
            continue
        more = [
            attrs.evolve(FACE, id=f"x{place}", day=day, hours=own)
            for place, (day, own) in enumerate(zip(places, way, strict=True))
            if own
        ]
        tried = Transcript(
            [*(own for own in transcript.records if own.day <= as_of), *more],  # type: ignore[operator]  # each has a day
            complete_until=plan.transcript.complete_until,
        )
        if so_far(policy, tried, plan.by, as_of) is Verdict.MET:
            best = min(best or hours, sum(way))
    if plan.is_least:
        assert best is None


@settings(max_examples=4 * EXAMPLES)
@given(
    policy=small_policies(),
    transcript=small_transcripts(),
    as_of=st.sampled_from(AS_OF),
    modules=st.lists(
        st.tuples(st.sampled_from((1, 2, 3, 4)), st.sampled_from(("online", "face_to_face"))),
        max_size=5,
    ),
)
def test_a_selection_is_the_least_of_all_selections(
    policy: Policy, transcript: Transcript, as_of: date, modules: list[tuple[int, str]]
) -> None:
    """Each module is on one day, so that every subset can be tried by hand."""
    day = as_of + ONE
    made = [
        TrainingRecord(f"m{place}", day=day, hours=hours, mode=mode)
        for place, (hours, mode) in enumerate(modules)
    ]
    result = audit(policy, TEACHER, transcript, as_of=as_of)
    line = still_due(result, [Option(own) for own in made]).line("need")
    enough = []
    known = [own for own in transcript.records if own.day <= as_of]  # type: ignore[operator]  # each has a day
    until = LAST if transcript.complete_until else None
    for size in range(len(made) + 1):
        for chosen in itertools.combinations(made, size):
            tried = Transcript([*known, *chosen], complete_until=until)
            if so_far(policy, tried, LAST, as_of) is Verdict.MET:
                enough.append(sum(own.hours or 0 for own in chosen))
    if not enough:
        assert line.state is not State.PLANNED
        return
    if line.state is State.NOTHING:
        assert min(enough) == 0
        return
    assert line.plan is not None
    assert sum(own.value for own in line.plan.lengths) == min(enough)
    assert line.plan.is_least


@settings(max_examples=4 * EXAMPLES)
@given(policy=small_policies(), transcript=small_transcripts(), as_of=st.sampled_from(AS_OF))
def test_what_is_lost_cannot_be_met_whatever_is_done(
    policy: Policy, transcript: Transcript, as_of: date
) -> None:
    result = audit(policy, TEACHER, transcript, as_of=as_of)
    options = [Option(own, step=class_hours(1)) for own in (FACE, ONLINE)]
    line = still_due(result, options).line("need")
    assert (line.state is State.LOST) == (result.finding("need").final is Verdict.UNMET)
    if line.state is State.LOST and line.possible is not None and line.finding.required:
        assert line.possible.high < line.finding.required.low


@settings(max_examples=3 * EXAMPLES)
@given(policy=small_policies(), transcript=small_transcripts(), as_of=st.sampled_from(AS_OF))
def test_room_is_what_a_ceiling_lets_through(
    policy: Policy, transcript: Transcript, as_of: date
) -> None:
    """What more counts of much that is done in its days is never more than the room, or less."""
    result = audit(policy, TEACHER, transcript, as_of=as_of)
    for room in still_due(result, ()).rooms:
        assert room.days is not None
        assert room.days.end > as_of + ONE
        assert room.left.high == max(room.limit.high - room.used.low, 0)
        inside = [
            own
            for own in result.entries
            if room.days.start <= own.first < room.days.end
            if room.ceiling.id == "year" or own.record_id in online_ids(transcript)
        ]
        if not policy.rewrites and len(policy.ceilings) == 1:
            assert room.used.low == sum(own.settled.counted.low for own in inside)


def online_ids(transcript: Transcript) -> set[str]:
    return {own.id for own in transcript.records if own.mode is Mode.ONLINE}


# promises ---------------------------------------------------------------------------------------


def check_promises(policy: Policy, teacher: Teacher, transcript: Transcript, as_of: date) -> None:
    """Hold promises against the audits of one day after another, for most of a year."""
    until = as_of + 300 * ONE
    prepared = prepare(policy)
    result = prepared.audit(teacher, transcript, as_of=as_of)
    known = [own for own in transcript.records if own.booking_span.start <= as_of]
    told = transcript.complete_until
    complete = told is not None and told >= as_of
    found = promises(result, until=until)
    met = [own.met for own in found]
    shaken: list[date | None] = [None] * len(found)
    lost: list[date | None] = [None] * len(found)
    day = as_of
    while day <= until:
        held = Transcript(known, complete_until=day if complete else told)
        judged = prepared.judge(teacher, held, as_of=day, cycle_of=as_of)
        for place, own in enumerate(judged):
            holds = own.so_far in (Verdict.MET, Verdict.NOT_APPLICABLE)
            if day == as_of:
                assert holds == met[place]
            if not holds and shaken[place] is None:
                shaken[place] = day
            if own.final is Verdict.UNMET and lost[place] is None:
                lost[place] = day
        day += ONE
    for promise, first, end in zip(found, shaken, lost, strict=True):
        if promise.met:
            assert promise.met_until == (first and first - ONE), promise.id
        if promise.possible_until is not None and promise.possible_until > as_of:
            assert promise.possible_until == end, promise.id
        last_day = promise.finding.due
        if promise.possible_until is None and last_day and last_day > as_of and end is not None:
            assert end > last_day, promise.id


@settings(max_examples=EXAMPLES)
@given(policy=small_policies(), transcript=small_transcripts(), as_of=st.sampled_from(AS_OF))
def test_promises_are_what_every_day_says(
    policy: Policy, transcript: Transcript, as_of: date
) -> None:
    check_promises(policy, TEACHER, transcript, as_of)


@settings(max_examples=EXAMPLES)
@given(
    months=st.integers(1, 14),
    clip=st.sampled_from(Clip),
    need=st.integers(1, 3),
    transcript=small_transcripts(),
    as_of=st.sampled_from(AS_OF),
)
def test_promises_over_windows_that_move_are_what_every_day_says(
    months: int, clip: Clip, need: int, transcript: Transcript, as_of: date
) -> None:
    window = last(months=months, clip=clip)
    policy = Policy(
        id="rolling",
        title="A rolling policy",
        source=SOURCE,
        accounts=(Account("main", CLASS_HOUR),),
        recognition=(recognise("all", where(), post("main", record.hours)),),
        requirements=(require("need", total(over=window) >= class_hours(need)),),
    )
    check_promises(policy, TEACHER, transcript, as_of)


@settings(max_examples=EXAMPLES, deadline=None)
@given(policy=policies(), glimpse=glimpses(), as_of=audit_days())
def test_promises_of_any_policy_are_what_every_day_says(
    policy: Policy, glimpse: Glimpse, as_of: date
) -> None:
    check_promises(policy, *glimpse.seen, as_of)
