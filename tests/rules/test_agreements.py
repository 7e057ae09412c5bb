"""Agreements between credit systems: the pilot's figures, its borders, and the laws."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any, Final

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidPolicyError, InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    PROGRAMME_CREDIT,
    TRAINING_CREDIT,
    UNBOUNDED,
    UNKNOWN,
    Amount,
    Candidate,
    Certainty,
    Course,
    Programme,
    Role,
    Source,
    Span,
    Stage,
    Substitution,
    Teacher,
    Text,
    Timeline,
    TrainingRecord,
    Transcript,
    class_hours,
    days,
    programme_credits,
    training_credits,
)
from teachtrain.policies import (
    AGREEMENTS,
    COMPULSORY_EDUCATION,
    MOVES_BETWEEN_LIKE_SCHOOLS,
    NON_DEGREE_TRAINING,
    PILOT_2009,
    PILOT_SUBSTITUTIONS,
    SHANDONG_PROVINCE_WIDE,
    SHANDONG_SYSTEM,
    UNNAMED_PROVINCE,
)
from teachtrain.rules import Verdict, not_, nothing, post, recognise, record, teacher, where
from teachtrain.rules.agreements import (
    Agreement,
    Check,
    Conversion,
    CreditSystem,
    Does,
    agreements_between,
    convert,
    convert_all,
    convert_between,
)
from teachtrain.rules.programmes import standing

SOMEONE: Final = Teacher("t-1")
MADE_UP: Final = Source("made up", certainty=Certainty.INVENTED)
ENTERED: Final = Candidate("t-1", entered=date(2010, 3, 1), complete_until=date(2030, 1, 1))
DAY_OF: Final = date(2012, 3, 15)
OPEN_PILOT: Final = attrs.evolve(PILOT_2009, windows=Span.of_year(2012))
"""The pilot with a window, as a city sets it."""


def training(name: str = "r-1", **facts: Any) -> TrainingRecord:  # noqa: ANN401 - of a record
    """Return a record of training that qualifies for the pilot, but for what is given."""
    qualifying: dict[str, Any] = {
        "activity": "training",
        "day": date(2011, 5, 1),
        "hours": 16,
        "level": "county",
        "result": "passed",
        "approval": "approved",
    }
    return TrainingRecord(name, **(qualifying | facts))


def of(*records: TrainingRecord) -> Transcript:
    return Transcript(records, complete_until=date(2030, 1, 1))


def pilot(
    *records: TrainingRecord,
    terms: Agreement = OPEN_PILOT,
    **how: Any,  # noqa: ANN401 - of convert
) -> Conversion:
    usual: dict[str, Any] = {
        "as_of": DAY_OF,
        "applied_by": Role.CENTRE,
        "candidate": ENTERED,
    }
    return convert(terms, SOMEONE, of(*records), **(usual | how))


# the pilot's figures ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "credit"),
    [
        ("0", "0"),
        ("15", "0.9375"),
        ("16", "1"),
        ("17", "1.0625"),
        ("100", "6.25"),
        ("191", "11.9375"),
        ("192", "12"),
        ("193", "12"),
        ("1000", "12"),
    ],
)
def test_sixteen_hours_are_a_credit_and_twelve_are_the_most(hours: str, credit: str) -> None:
    found = pilot(training(hours=hours))
    assert found.verdict is Verdict.MET
    assert found.granted == programme_credits(credit)


def test_the_ceiling_holds_over_all_records_and_names_the_hours_that_are_lost() -> None:
    found = pilot(training("r-1", hours=150), training("r-2", day=date(2011, 6, 1), hours=50))
    first, second = found.uses
    assert (first.counts, first.gives) == (class_hours(150), programme_credits("9.375"))
    assert (second.counts, second.gives) == (class_hours(42), programme_credits("2.625"))
    assert (first.lost, second.lost) == (class_hours(0), class_hours(8))
    assert dict(found.takes) == {"r-1": class_hours(150), "r-2": class_hours(42)}


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"level": "school"}, "it was not organised at county level or above"),
        ({"result": "failed"}, "it was not passed"),
        ({"approval": "refused"}, "the training authority of the province has not recognised it"),
        ({"activity": "degree_course"}, "it is degree study, and no non-degree training"),
        ({"activity": "self_taught_course"}, "it is degree study, and no non-degree training"),
        (
            {"converted_from": "elsewhere"},
            "it was converted already, and the agreement takes no converted credit",
        ),
    ],
)
def test_what_does_not_qualify_gives_nothing_and_says_why(facts: dict[str, Any], why: str) -> None:
    found = pilot(training(**facts))
    assert found.granted == programme_credits(0)
    assert str(found.uses[0].outcome.reason) == why
    assert found.uses[0].lost == class_hours(16)
    assert why in found.explain()


@pytest.mark.parametrize("level", ["county", "city", "province", "nation"])
def test_county_level_or_above_qualifies(level: str) -> None:
    assert pilot(training(level=level)).granted == programme_credits(1)


@pytest.mark.parametrize("fact", ["level", "result", "approval", "activity"])
def test_what_is_not_known_of_a_record_leaves_a_range_and_is_named(fact: str) -> None:
    found = pilot(training("r-1"), training("r-2", **{fact: None}))
    assert found.worth == programme_credits(1, to=2)
    assert found.uses[1].counts == found.uses[1].lost == class_hours(0, to=16)
    assert [(one.fact, one.record) for one in found.missing] == [(fact, "r-2")]


def test_hours_that_are_not_known_are_no_zero() -> None:
    found = pilot(training("r-1"), training("r-2", hours=None))
    assert found.worth == programme_credits(1, to=12)  # as far as the ceiling
    assert (found.uses[1].has, found.uses[1].lost) == (None, None)


def test_what_an_incomplete_transcript_may_lack_is_no_zero() -> None:
    short = Transcript((training("r-1"),), complete_until=date(2012, 3, 14))
    found = convert(
        OPEN_PILOT,
        SOMEONE,
        short,
        as_of=DAY_OF,
        applied_by=Role.CENTRE,
        candidate=ENTERED,
    )
    assert found.granted == programme_credits(1, to=12)  # as far as the ceiling
    assert "between 1 and 12 programme credits" in found.explain()


def test_what_was_given_before_is_not_given_again() -> None:
    found = pilot(training(hours=200), before=programme_credits("6.25"))
    assert (found.granted, found.due) == (programme_credits(12), programme_credits("5.75"))
    assert "gives 5.75 programme credits beyond the 6.25 programme credits" in found.explain()
    assert pilot(training(), before=programme_credits(12)).due == programme_credits(0)


# what an application needs ------------------------------------------------------------------


def verdict_of(found: Conversion, check: Check) -> Verdict:
    (own,) = [one for one in found.checks if one.check is check]
    return own.verdict


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2009, 4, 30), Verdict.UNMET),
        (date(2009, 5, 1), Verdict.MET),
        (date(2009, 5, 2), Verdict.MET),
    ],
)
def test_the_pilot_starts_in_may_2009(as_of: date, verdict: Verdict) -> None:
    found = convert(PILOT_2009, SOMEONE, of(), as_of=as_of)
    assert verdict_of(found, Check.IN_FORCE) is verdict


@pytest.mark.parametrize(
    ("entered", "verdict"),
    [
        (date(2015, 6, 29), Verdict.MET),
        (date(2015, 6, 30), Verdict.MET),
        (date(2015, 7, 1), Verdict.UNMET),
        (None, Verdict.MET_OR_UNMET),
    ],
)
def test_nobody_enters_from_the_second_half_of_2015(entered: date | None, verdict: Verdict) -> None:
    candidate = Candidate("t-1", entered=entered, complete_until=None)
    found = convert(PILOT_2009, SOMEONE, of(), as_of=date(2016, 1, 1), candidate=candidate)
    assert verdict_of(found, Check.ENTRY) is verdict


def test_who_enters_after_the_application_is_no_candidate_on_its_day() -> None:
    candidate = Candidate("t-1", entered=DAY_OF + timedelta(1), complete_until=None)
    assert pilot(training(), candidate=candidate).verdict is Verdict.UNMET


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2018, 12, 30), Verdict.MET),
        (date(2018, 12, 31), Verdict.MET),
        (date(2019, 1, 1), Verdict.UNMET),
        (date(2019, 1, 2), Verdict.UNMET),
    ],
)
def test_nothing_is_given_from_2019(as_of: date, verdict: Verdict) -> None:
    found = convert(PILOT_2009, SOMEONE, of(training()), as_of=as_of)
    assert verdict_of(found, Check.OPEN) is verdict
    if verdict is Verdict.UNMET:
        assert (found.worth, found.granted) == (programme_credits(1), programme_credits(0))
        assert dict(found.takes) == {}
        assert "The records come to 1 programme credit. The application gives nothing." in str(
            found
        )


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2011, 12, 31), Verdict.UNMET),
        (date(2012, 1, 1), Verdict.MET),
        (date(2012, 12, 31), Verdict.MET),
        (date(2013, 1, 1), Verdict.UNMET),
    ],
)
def test_one_applies_within_the_window(as_of: date, verdict: Verdict) -> None:
    assert pilot(training(), as_of=as_of).verdict is verdict


def test_a_window_that_no_source_tells_leaves_the_application_open() -> None:
    found = convert(
        PILOT_2009,
        SOMEONE,
        of(training()),
        as_of=DAY_OF,
        applied_by=Role.CENTRE,
        candidate=ENTERED,
    )
    assert verdict_of(found, Check.WINDOW) is Verdict.MET_OR_UNMET
    assert (found.worth, found.granted) == (programme_credits(1), programme_credits(0, to=1))


@pytest.mark.parametrize(
    ("applied_by", "verdict"),
    [
        (Role.CENTRE, Verdict.MET),
        (Role.UNIVERSITY, Verdict.UNMET),
        (None, Verdict.MET_OR_UNMET),
    ],
)
def test_the_centre_applies_for_all(applied_by: Role | None, verdict: Verdict) -> None:
    assert pilot(training(), applied_by=applied_by).verdict is verdict


def test_facts_of_the_applicant_are_read_on_the_day_of_the_application() -> None:
    moved = Teacher(
        "t-1",
        stage=Timeline.of(
            ("primary", Span.until(date(2011, 12, 31))),
            ("kindergarten", Span.since(date(2012, 1, 1))),
        ),
    )
    own = attrs.evolve(OPEN_PILOT, applicant=teacher.stage.is_(Stage.PRIMARY), windows=())
    for as_of, verdict in ((date(2011, 12, 31), Verdict.MET), (date(2012, 1, 1), Verdict.UNMET)):
        found = convert(own, moved, of(), as_of=as_of, applied_by=Role.CENTRE, candidate=ENTERED)
        assert verdict_of(found, Check.APPLICANT) is verdict


# certificates -------------------------------------------------------------------------------


def test_a_certificate_stands_for_its_course_beside_the_ceiling() -> None:
    candidate = attrs.evolve(
        ENTERED, passed={"ntet_primary": date(2011, 1, 1), "ntet_intermediate": date(2011, 6, 1)}
    )
    found = pilot(training(hours=500), candidate=candidate)
    assert found.granted == programme_credits(12)
    assert [(own.course, own.does) for own in found.courses] == [
        ("09275", Does.STANDS),
        ("09287", Does.STANDS),
    ]
    entered = found.enter(candidate)
    assert set(dict(entered.passed)) == {"ntet_primary", "ntet_intermediate", "09275", "09287"}
    assert entered.elective_credits == ((DAY_OF, programme_credits(12)),)


@pytest.mark.parametrize(
    ("candidate", "does"),
    [
        (None, Does.UNKNOWN),
        (attrs.evolve(ENTERED, passed={"ntet_primary": DAY_OF}), Does.STANDS),
        (attrs.evolve(ENTERED, passed={"ntet_primary": DAY_OF + timedelta(1)}), Does.ABSENT),
        (
            attrs.evolve(ENTERED, passed={"ntet_primary": DAY_OF, "09275": DAY_OF}),
            Does.HELD,
        ),
        (
            attrs.evolve(ENTERED, passed={"ntet_primary": DAY_OF}, exempt={"09275": DAY_OF}),
            Does.HELD,
        ),
        (ENTERED, Does.ABSENT),
        (attrs.evolve(ENTERED, complete_until=DAY_OF), Does.ABSENT),
        (attrs.evolve(ENTERED, complete_until=DAY_OF - timedelta(1)), Does.UNKNOWN),
        (attrs.evolve(ENTERED, entered=None, passed={"ntet_primary": DAY_OF}), Does.OPEN),
        (
            attrs.evolve(ENTERED, entered=date(2015, 7, 1), passed={"ntet_primary": DAY_OF}),
            Does.REFUSED,
        ),
    ],
)
def test_what_a_certificate_does(candidate: Candidate | None, does: Does) -> None:
    assert pilot(candidate=candidate).courses[0].does is does


def test_a_certificate_needs_no_window() -> None:
    candidate = attrs.evolve(ENTERED, passed={"ntet_primary": DAY_OF})
    found = pilot(as_of=date(2013, 1, 1), candidate=candidate)
    assert (found.verdict, found.courses[0].does) == (Verdict.UNMET, Does.STANDS)


PROGRAMME: Final = Programme(
    "040124",
    "Compulsory Education, as far as it is known, with electives made up",
    courses=(
        Course("09275", "09275", credits=programme_credits(6)),
        Course("09287", "09287", credits=programme_credits(6)),
        Course("e-1", "Art", credits=programme_credits(4), required=False),
        Course("e-2", "Music", credits=programme_credits(8), required=False),
        Course("e-3", "Law", required=False),
    ),
    electives=programme_credits(12),
    substitutions=PILOT_SUBSTITUTIONS,
)


@pytest.mark.parametrize(
    ("as_of", "settled"),
    [(date(2015, 6, 30), False), (date(2015, 7, 1), True), (date(2015, 7, 2), True)],
)
def test_once_the_examination_is_stopped_other_courses_stand(as_of: date, settled: bool) -> None:
    candidate = attrs.evolve(ENTERED, passed={"00163": date(2012, 4, 10)})
    found = standing(PROGRAMME, candidate, as_of=as_of)
    assert (found.courses[0].how is not None) is settled
    held = attrs.evolve(ENTERED, passed={"00163": date(2012, 4, 10), "09275": date(2012, 4, 10)})
    assert standing(PROGRAMME, held, as_of=as_of).courses[0].by == ()


# the candidate's file -----------------------------------------------------------------------


def test_credit_frees_from_named_electives_that_fit() -> None:
    found = pilot(training(hours=192))
    entered = found.enter(ENTERED, PROGRAMME, free_from=["e-1", "e-2"])
    assert dict(entered.exempt) == {"e-1": DAY_OF, "e-2": DAY_OF}
    assert standing(PROGRAMME, entered, as_of=DAY_OF).electives is Verdict.MET


@pytest.mark.parametrize(
    ("hours", "free_from", "problem"),
    [
        (191, ["e-1", "e-2"], "0.9375|1/16 too little"),
        (192, ["09275"], "doesn't free from course '09275'"),
        (192, ["e-3"], "has no known credits"),
        (192, ["e-9"], "has no course 'e-9'"),
    ],
)
def test_courses_that_do_not_fit_are_refused(
    hours: int, free_from: list[str], problem: str
) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        pilot(training(hours=hours)).enter(ENTERED, PROGRAMME, free_from=free_from)


def test_a_course_list_limits_what_may_be_freed_from() -> None:
    own = attrs.evolve(OPEN_PILOT, courses=("e-2",))
    found = pilot(training(hours=192), terms=own)
    assert dict(found.enter(ENTERED, PROGRAMME, free_from=["e-2"]).exempt) == {"e-2": DAY_OF}
    with pytest.raises(InvalidValueError, match="doesn't free from course 'e-1'"):
        found.enter(ENTERED, PROGRAMME, free_from=["e-1"])
    settled = attrs.evolve(ENTERED, passed={"e-2": DAY_OF})
    with pytest.raises(InvalidValueError, match="doesn't free from course 'e-2'"):
        found.enter(settled, PROGRAMME, free_from=["e-2"])


def test_what_is_not_known_is_not_entered() -> None:
    open_ = pilot(training(), applied_by=None)
    with pytest.raises(InvalidValueError, match="gives 0 to 1 programme credit"):
        open_.enter(ENTERED)
    with pytest.raises(InvalidValueError, match="gives 0 programme credit"):
        pilot(training(level="school")).record("c-1")
    other = attrs.evolve(ENTERED, teacher="t-2")
    with pytest.raises(InvalidValueError, match="is entered for 't-2'"):
        pilot(training()).enter(other)
    with pytest.raises(InvalidValueError, match="courses of no programme"):
        pilot(training()).enter(ENTERED, free_from=["e-1"])
    assert pilot().enter(ENTERED) == ENTERED  # nothing given, nothing entered


def test_credit_of_no_electives_names_its_courses() -> None:
    own = attrs.evolve(OPEN_PILOT, electives=False)
    found = pilot(training(hours=192), terms=own)
    with pytest.raises(InvalidValueError, match="name them by free_from="):
        found.enter(ENTERED)
    assert "09275" in dict(found.enter(ENTERED, PROGRAMME, free_from=["09275"]).exempt)


# between places -----------------------------------------------------------------------------

JINING: Final = CreditSystem("cn-3708", "Jining", TRAINING_CREDIT, part_of=SHANDONG_SYSTEM)
QINGDAO: Final = CreditSystem("cn-3702", "Qingdao", TRAINING_CREDIT, part_of=SHANDONG_SYSTEM)
ANHUI: Final = CreditSystem("cn-34", "Anhui", TRAINING_CREDIT)


def credit(name: str, amount: str) -> TrainingRecord:
    return TrainingRecord(name, day=date(2016, 5, 1), local={"credits": Fraction(amount)})


@pytest.mark.parametrize(
    ("giver", "receiver"), [(ANHUI, JINING), (JINING, ANHUI), (ANHUI, SHANDONG_SYSTEM)]
)
def test_between_provinces_nothing_counts_and_the_reason_is_given(
    giver: CreditSystem, receiver: CreditSystem
) -> None:
    (found,) = convert_between(
        giver, receiver, AGREEMENTS, SOMEONE, of(credit("c-1", "72")), as_of=date(2017, 1, 1)
    )
    assert found.agreement is None
    assert (found.verdict, found.worth) == (Verdict.UNMET, training_credits(0))
    assert found.granted == found.due == training_credits(0)
    assert found.uses[0].lost == training_credits(72)
    assert "no agreement is in force by which" in str(found.uses[0].outcome.reason)
    for language, words in (
        ("en", "It is worth nothing: on the day"),
        ("zh", "不计任何学分：当日没有"),
    ):
        assert words in found.explain(language)


def test_credit_of_shandong_holds_in_the_whole_province() -> None:
    (found,) = convert_between(
        JINING, QINGDAO, AGREEMENTS, SOMEONE, of(credit("c-1", "61.5")), as_of=date(2017, 1, 1)
    )
    assert found.agreement is SHANDONG_PROVINCE_WIDE
    assert found.granted == training_credits("61.5")
    moved = found.record("m-1")
    assert moved.local == (("credits", Fraction("61.5")),)
    assert moved.converted_from == {"cn-3708", "cn-37"}


def test_a_move_between_like_schools_takes_the_credit_along() -> None:
    first = date(2016, 9, 1)

    def moving(old: str, new: str) -> Amount:
        mover = Teacher(
            "t-1",
            stage=Timeline.of((old, Span.until(first - timedelta(1))), (new, Span.since(first))),
        )
        old_school = CreditSystem("a", "A", TRAINING_CREDIT, part_of=UNNAMED_PROVINCE)
        new_school = CreditSystem("b", "B", TRAINING_CREDIT, part_of=UNNAMED_PROVINCE)
        found = convert_between(
            old_school, new_school, AGREEMENTS, mover, of(credit("c-1", "40")), as_of=first
        )
        assert len(found) == len(MOVES_BETWEEN_LIKE_SCHOOLS)
        return sum((own.granted for own in found), training_credits(0))

    assert moving("primary", "primary") == training_credits(40)
    assert moving("primary", "junior_secondary") == training_credits(0)


def test_an_agreement_is_directed_and_dated() -> None:
    def between(giver: CreditSystem, receiver: CreditSystem, on: date) -> tuple[Agreement, ...]:
        return agreements_between(giver, receiver, AGREEMENTS, on=on)

    assert between(NON_DEGREE_TRAINING, COMPULSORY_EDUCATION, date(2009, 5, 1)) == (PILOT_2009,)
    assert between(NON_DEGREE_TRAINING, COMPULSORY_EDUCATION, date(2009, 4, 30)) == ()
    assert between(COMPULSORY_EDUCATION, NON_DEGREE_TRAINING, date(2010, 1, 1)) == ()
    assert between(JINING, JINING, date(2017, 1, 1)) == ()


# the laws -----------------------------------------------------------------------------------

SYSTEMS: Final = [CreditSystem(name, name, CLASS_HOUR) for name in "abc"]
FRACTIONS: Final = st.fractions(min_value=0, max_value=200, max_denominator=4)
ABOVE_ZERO: Final = st.fractions(min_value=Fraction(1, 4), max_value=40, max_denominator=4)


@st.composite
def agreements(
    draw: st.DrawFn, giver: CreditSystem = SYSTEMS[0], receiver: CreditSystem = SYSTEMS[1]
) -> Agreement:
    kinds = draw(st.sets(st.sampled_from("xyz")))
    return Agreement(
        f"{giver.id}{receiver.id}",
        "made up",
        giver=giver,
        receiver=receiver,
        takes=class_hours(draw(ABOVE_ZERO)),
        gives=class_hours(draw(ABOVE_ZERO)),
        refusals=tuple(
            nothing(kind, where(activity=kind), reason="refused") for kind in sorted(kinds)
        ),
        ceiling=draw(st.none() | FRACTIONS.map(class_hours)),
        chains=draw(st.booleans()),
        source=MADE_UP,
    )


@st.composite
def evidence(draw: st.DrawFn) -> Transcript:
    rows = draw(
        st.lists(st.tuples(st.sampled_from("xyz"), FRACTIONS, st.integers(0, 30)), max_size=6)
    )
    return of(
        *(
            TrainingRecord(
                f"r-{place}", activity=kind, hours=hours, day=date(2016, 5, 1) + timedelta(later)
            )
            for place, (kind, hours, later) in enumerate(rows)
        )
    )


def hours_of(transcript: Transcript) -> Fraction:
    return sum((Fraction(own.hours or 0) for own in transcript.records), Fraction(0))


@given(st.data(), evidence(), st.lists(st.sampled_from([0, 1, 2]), min_size=2, max_size=5))
def test_there_and_back_never_gains(
    data: st.DataObject, transcript: Transcript, stops: list[int]
) -> None:
    """However one goes about, what comes back to a system was never more than left it."""
    path = [SYSTEMS[0], *(SYSTEMS[stop] for stop in stops)]
    held = {path[0].id: hours_of(transcript)}
    now = transcript
    for giver, receiver in pairwise(path):
        if giver == receiver:
            continue
        own = data.draw(agreements(giver, receiver))
        found = convert(own, SOMEONE, now, as_of=date(2017, 1, 1))
        arrived = found.granted.value
        if receiver.id in held:
            assert arrived == 0
            return
        held[receiver.id] = Fraction(arrived)
        if not arrived:
            return
        now = of(found.record(f"from-{giver.id}"))


@given(agreements(), evidence())
def test_every_hour_counts_or_is_lost_and_the_sum_is_what_is_given(
    own: Agreement, transcript: Transcript
) -> None:
    found = convert(own, SOMEONE, transcript, as_of=date(2017, 1, 1))
    for use in found.uses:
        assert use.has is not None
        assert use.lost is not None
        assert use.counts + use.lost + use.elsewhere == use.has
        assert use.gives.value * own.takes.value == use.counts.value * own.gives.value
    given_ = sum((Fraction(use.gives.value) for use in found.uses), Fraction(0))
    assert found.worth == class_hours(given_)
    if own.ceiling is not None:
        assert found.worth.value <= own.ceiling.value


def _network(
    listed: list[Agreement], transcript: Transcript
) -> tuple[nx.DiGraph[Any], list[str], int]:
    """Return the sharing as a network in whole units, built from the terms by hand."""
    scale = 4 * 4 * 160 * 160 * 3
    network: nx.DiGraph[Any] = nx.DiGraph()
    network.add_nodes_from(["source", "sink"])
    for row in transcript.records:
        network.add_edge("source", row.id, capacity=int(Fraction(row.hours or 0) * scale), weight=0)
        for own in listed:
            if row.activity not in {rule.id for rule in own.refusals}:
                network.add_edge(row.id, ("by", own.id), weight=0)
    for own in listed:
        if own.ceiling is None:
            network.add_edge(("by", own.id), "sink", weight=0)
        else:
            most = Fraction(own.ceiling.value) * Fraction(own.takes.value) / own.gives.value
            network.add_edge(("by", own.id), "sink", capacity=int(most * scale), weight=0)
    return network, [own.id for own in listed], scale


@given(
    st.lists(agreements(), min_size=2, max_size=4).map(
        lambda own: [attrs.evolve(one, id=f"g-{at}", title=str(at)) for at, one in enumerate(own)]
    ),
    evidence(),
)
def test_an_hour_is_spent_once_and_as_many_as_can_be(
    listed: list[Agreement], transcript: Transcript
) -> None:
    # Ceilings in whole hours, so that the oracle can count in whole units.
    listed = [
        own
        if own.ceiling is None
        else attrs.evolve(
            own,
            ceiling=class_hours(
                int(own.ceiling.value) * Fraction(own.gives.value) / own.takes.value
            ),
        )
        for own in listed
    ]
    found = convert_all(listed, SOMEONE, transcript, as_of=date(2017, 1, 1))
    spent: dict[str, Fraction] = {}
    for own in found:
        for name, amount in own.takes.items():
            spent[name] = spent.get(name, Fraction(0)) + Fraction(amount.value)
    for row in transcript.records:
        assert spent.get(row.id, 0) <= Fraction(row.hours or 0)

    network, names, scale = _network(listed, transcript)
    totals = [
        sum((Fraction(one.value) for one in own.takes.values()), Fraction(0)) for own in found
    ]
    most, _ = nx.maximum_flow(network, "source", "sink")
    assert sum(totals, Fraction(0)) * scale == most
    # Of all ways to spend as much, the one that gives the first most, then the second, ...
    for place, name in enumerate(names):
        network.edges[("by", name), "sink"]["weight"] = -((most + 1) ** (len(names) - place))
    flow = nx.max_flow_min_cost(network, "source", "sink")
    assert [own * scale for own in totals] == [flow["by", name]["sink"] for name in names]


@given(evidence(), agreements(), st.randoms(use_true_random=False))
def test_the_order_of_records_makes_no_difference(
    transcript: Transcript, own: Agreement, chance: Random
) -> None:
    rows = list(transcript.records)
    chance.shuffle(rows)
    one, other = (
        convert(own, SOMEONE, of(*listed), as_of=date(2017, 1, 1))
        for listed in (transcript.records, rows)
    )
    assert one == other
    assert hash(one) == hash(other)


# several ------------------------------------------------------------------------------------


def electives(name: str, most: int, *refused: str) -> Agreement:
    return Agreement(
        name,
        name,
        giver=NON_DEGREE_TRAINING,
        receiver=COMPULSORY_EDUCATION,
        takes=class_hours(16),
        gives=programme_credits(1),
        refusals=tuple(
            nothing(own, where(activity=own), reason=f"{own} does not qualify") for own in refused
        ),
        ceiling=programme_credits(most),
        electives=True,
        source=MADE_UP,
    )


def test_the_first_agreement_leaves_what_only_the_second_can_use() -> None:
    # One after the other, the first would take the 160 hours of x, and the second could use none.
    both = [electives("first", 10), electives("second", 10, "y")]
    rows = of(training("r-x", activity="x", hours=160), training("r-y", activity="y", hours=160))
    first, second = convert_all(both, SOMEONE, rows, as_of=DAY_OF)
    assert (first.granted, second.granted) == (programme_credits(10), programme_credits(10))
    assert dict(first.takes) == {"r-y": class_hours(160)}
    assert first.uses[0].elsewhere == class_hours(160)
    assert "160 class hours, passed, recognised, spent by other agreements 160" in first.explain()
    assert "其他协议已用部分为160学时" in first.explain("zh")


def test_a_refused_application_spends_nothing() -> None:
    closed = attrs.evolve(electives("closed", 10), closed_on=DAY_OF)
    gone, other = convert_all(
        [closed, electives("open", 10)], SOMEONE, of(training(hours=160)), as_of=DAY_OF
    )
    assert (gone.granted, other.granted) == (programme_credits(0), programme_credits(10))
    half, gone = convert_all(
        [electives("open", 5), closed], SOMEONE, of(training(hours=160)), as_of=DAY_OF
    )
    assert half.uses[0].elsewhere == class_hours(0)
    assert half.uses[0].lost == class_hours(80)


def test_hours_spent_elsewhere_are_given_by_hand_too() -> None:
    rows = of(training(hours=100), credit("c-1", "3"))
    found = convert(
        electives("own", 12),
        SOMEONE,
        of(training(hours=100)),
        as_of=DAY_OF,
        spent={"r-1": class_hours(36)},
    )
    assert found.worth == programme_credits(4)
    assert found.uses[0].elsewhere == class_hours(36)
    (kept,) = convert_between(
        JINING, QINGDAO, [SHANDONG_PROVINCE_WIDE], SOMEONE, rows, as_of=date(2017, 1, 1)
    )
    assert kept.worth == training_credits(3, to=3) or kept.worth.low == 3
    less = convert(
        SHANDONG_PROVINCE_WIDE,
        SOMEONE,
        of(credit("c-1", "3")),
        as_of=date(2017, 1, 1),
        spent={"c-1": training_credits(1)},
    )
    assert less.worth == training_credits(2)


def test_days_convert_as_hours_do() -> None:
    system = CreditSystem("days", "Days", DAY)
    own = Agreement(
        "days",
        "days",
        giver=system,
        receiver=NON_DEGREE_TRAINING,
        takes=days(1),
        gives=class_hours(6),
        measure=record.days,
        source=MADE_UP,
    )
    rows = of(TrainingRecord("r-1", day=date(2016, 5, 1), days=5))
    found = convert(own, SOMEONE, rows, as_of=date(2017, 1, 1), spent={"r-1": days(2)})
    assert found.worth == class_hours(18)
    made = found.record("m-1")
    assert made.hours == 18
    assert made.converted_from == {"days"}
    back = Agreement(
        "back", "back", giver=NON_DEGREE_TRAINING, receiver=system, takes=class_hours(1),
        gives=days(1), chains=True, source=MADE_UP,
    )  # fmt: skip
    home = convert(back, SOMEONE, of(made), as_of=date(2017, 1, 1))
    assert home.worth == days(0)
    assert "nothing is converted back to where it came from" in home.explain()
    onward = CreditSystem("onward", "Onward", CLASS_HOUR)
    on = attrs.evolve(back, receiver=onward, gives=class_hours(2))
    there = convert(on, SOMEONE, of(made), as_of=date(2017, 1, 1)).record("m-2")
    assert there.hours == 36
    assert there.converted_from == {"days", "non-degree-training"}
    daily = attrs.evolve(on, receiver=system, giver=onward, gives=days(1))
    assert convert(daily, SOMEONE, of(there), as_of=date(2017, 1, 1)).worth == days(0)


def test_steps_round_the_total_down() -> None:
    own = attrs.evolve(electives("steps", 12), step=programme_credits("0.5"))
    rows = of(training("r-1", hours=10), training("r-2", hours=21))  # 31 hours: 1.9375
    found = convert(own, SOMEONE, rows, as_of=DAY_OF)
    assert found.worth == programme_credits("1.5")
    assert "in steps of 0.5 programme credits, rounded down" in found.explain()


# what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "error", "problem"),
    [
        ({"takes": training_credits(16)}, InvalidTypeError, "takes= is not in class hour"),
        ({"gives": class_hours(1)}, InvalidTypeError, "gives= is not in programme credit"),
        ({"ceiling": class_hours(12)}, InvalidTypeError, "ceiling= is not in programme credit"),
        ({"takes": class_hours(0)}, InvalidValueError, "takes= is not one amount above zero"),
        ({"step": programme_credits(0)}, InvalidValueError, "step= is not one amount above zero"),
        ({"takes": class_hours(16, to=20)}, InvalidValueError, "not one amount above zero"),
        ({"giver": "training"}, InvalidTypeError, "giver=: is no CreditSystem"),
        ({"measure": record.score}, InvalidValueError, "measures no amount of a record"),
        ({"measure": teacher.local("x")}, InvalidValueError, "measures no amount of a record"),
        ({"measure": record.days}, InvalidPolicyError, "posts"),
        ({"applicant": True}, InvalidTypeError, "applicant"),
        ({"windows": "2012"}, InvalidTypeError, "windows=: is no Span"),
        ({"windows": [None]}, InvalidTypeError, "windows=: is no Span"),
        ({"passes": ("ntet",)}, InvalidTypeError, "passes=: is no Substitution"),
        ({"refusals": ("late",)}, InvalidTypeError, "refusals=: is no RecognitionRule"),
        (
            {"refusals": (recognise("free", where(), post("converted", programme_credits(5))),)},
            InvalidValueError,
            "refusal 'free' gives something",
        ),
        ({"closed_on": "2019"}, InvalidTypeError, "closed_on="),
        (
            {"passes": (Substitution("a", "b"), Substitution("c", "b"))},
            InvalidValueError,
            "names a certificate or a course twice",
        ),
    ],
)
def test_terms_that_cannot_be_are_refused(
    changes: dict[str, Any], error: type[Exception], problem: str
) -> None:
    with pytest.raises(error, match=problem):
        attrs.evolve(PILOT_2009, **changes)


def test_courses_are_for_programmes() -> None:
    with pytest.raises(InvalidValueError, match="speaks of courses"):
        attrs.evolve(SHANDONG_PROVINCE_WIDE, electives=True)


@pytest.mark.parametrize(
    ("how", "error", "problem"),
    [
        ({"candidate": attrs.evolve(ENTERED, teacher="t-2")}, InvalidValueError, "of 't-2'"),
        ({"candidate": "t-1"}, InvalidTypeError, "give Candidate"),
        ({"applied_by": "centre"}, InvalidTypeError, "give Role"),
        ({"before": class_hours(1)}, InvalidTypeError, "not one amount in programme credit"),
        ({"spent": {"r-1": programme_credits(1)}}, InvalidTypeError, "in class hour"),
        ({"spent": {"r-1": class_hours(17)}}, InvalidValueError, "has 16, and 17 was spent"),
        ({"spent": {"r-9": class_hours(1)}}, InvalidValueError, "names no record"),
        ({"spent": [1]}, InvalidTypeError, "give Mapping"),
    ],
)
def test_arguments_that_cannot_be_are_refused(
    how: dict[str, Any], error: type[Exception], problem: str
) -> None:
    with pytest.raises(error, match=problem):
        pilot(training(), **how)


def test_who_is_no_teacher_and_what_is_no_system_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match="give Teacher"):
        convert(PILOT_2009, "t-1", of(), as_of=DAY_OF)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match="give CreditSystem"):
        convert_between("a", ANHUI, AGREEMENTS, SOMEONE, of(), as_of=DAY_OF)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match="give Unit"):
        CreditSystem("a", "A", "hours")  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match="give CreditSystem"):
        CreditSystem("a", "A", CLASS_HOUR, part_of="b")  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match="is no Agreement"):
        convert_all(["pilot"], SOMEONE, of(), as_of=DAY_OF)  # type: ignore[list-item]
    with pytest.raises(InvalidTypeError, match="give Mapping"):
        convert_all([PILOT_2009], SOMEONE, of(), as_of=DAY_OF, candidates=[1])  # type: ignore[arg-type]
    assert attrs.evolve(PILOT_2009, silent="one thing").silent == (Text("one thing"),)


def test_hours_of_a_record_that_has_none_known_are_not_spent() -> None:
    with pytest.raises(InvalidValueError, match="has an unknown amount"):
        pilot(training(hours=None), spent={"r-1": class_hours(1)})


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"id": "first"}, "two have one id"),
        (
            {"measure": record.days, "giver": CreditSystem("d", "D", DAY), "takes": days(1)},
            "measure different things",
        ),
        ({"step": programme_credits(1)}, "rounds, so that hours are not shared exactly"),
    ],
)
def test_agreements_that_cannot_share_are_refused(changes: dict[str, Any], problem: str) -> None:
    other = attrs.evolve(electives("second", 12), **changes)
    with pytest.raises(InvalidValueError, match=problem):
        convert_all([electives("first", 12), other], SOMEONE, of(), as_of=DAY_OF)


# words --------------------------------------------------------------------------------------


def test_an_explanation_says_it_all() -> None:
    assert pilot(training(hours=200)).explain() == EXPLAINED


EXPLAINED: Final = """\
Pilot of 2009: non-degree training in the self-taught programme Compulsory Education
====================================================================================
Teacher: t-1
Day of the application: 2012-03-15
Counts: credit of “non-degree training of teachers” in “self-taught programme Compulsory \
Education (040124, 040125)”
Terms: 1 programme credit for every 16 class hours, at most 12 programme credits, for elective \
courses only

The records come to 12 programme credits. The application gives 12 programme credits.

What an application needs
-------------------------
- made from 2009-05-01 on: yes
- made on a day on which applications are taken: 2012-01-01 to 2012-12-31: yes
- made by: the learning and resource centre of the city or county: yes
- entry into the programme until 2015-06-30 (entered on 2010-03-01): yes
- made before 2019-01-01, the first day on which nothing is given any more: yes

Certificates that stand for courses
-----------------------------------
- the examination of educational technology, primary grade for course 09275 (educational \
technology, primary grade): the certificate is not there
- the examination of educational technology, intermediate grade for course 09287 (educational \
technology, intermediate grade): the certificate is not there

Records
-------
r-1: 2011-05-01, training, county level, 200 class hours, passed, recognised
   Earned: 12.5 programme credits, by “any training earns 1 programme credit for every 16 class \
hours”
   Not counted: 0.5 programme credits, by “the most that the agreement gives”
   Counted: 12 programme credits

What the agreement does not settle, or what was not seen
--------------------------------------------------------
- in which days of the year the centre may apply; the notice says only that there are such days
- the day of May 2009 on which it came into force; the first of the month is taken
- which training stands for which elective course
- what becomes of a fraction of a credit; it stands here
- whether the 12 credits hold for each stage of the programme or for both together; together here
- whether training from before the pilot counts; it does here

Sources
-------
- 教师厅〔2009〕1号 (a report or summary was read, not the document)
"""


def test_a_conversion_is_told_from_others_and_shown_in_a_line() -> None:
    found = pilot(training())
    assert repr(found) == "Conversion('pilot-2009', teacher='t-1', met, worth=1 programme credit)"
    assert found == pilot(training())
    assert found != pilot(training(), before=programme_credits(1))
    assert found != "pilot-2009"


# what is not known --------------------------------------------------------------------------

KINDS: Final = "xyz"
HOURS: Final = (0, 8, 16, 40)


@st.composite
def open_evidence(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw rows of which the kind, the hours, or whether they stay, may not be known."""
    row = st.fixed_dictionaries(
        {
            "activity": st.sampled_from([*KINDS, None]),
            "hours": st.sampled_from([*HOURS, None]),
            "status": st.sampled_from(["final", "final", "pending"]),
        }
    )
    return draw(st.lists(row, min_size=1, max_size=4))


def rows_of(rows: list[dict[str, Any] | None]) -> Transcript:
    return of(
        *(
            TrainingRecord(f"r-{place}", day=date(2016, 5, 1) + timedelta(place), **row)
            for place, row in enumerate(rows)
            if row is not None
        )
    )


@st.composite
def filled(draw: st.DrawFn, rows: list[dict[str, Any]]) -> list[dict[str, Any] | None]:
    """Draw one way to fill in what is not known of rows."""
    found: list[dict[str, Any] | None] = []
    for row in rows:
        if row["status"] == "pending" and draw(st.booleans()):
            found.append(None)
            continue
        kind = row["activity"] or draw(st.sampled_from(KINDS))
        hours = draw(st.sampled_from([*HOURS, 100])) if row["hours"] is None else row["hours"]
        found.append({"activity": kind, "hours": hours, "status": "final"})
    return found


@given(st.data())
def test_whatever_is_true_lies_within_what_is_said(data: st.DataObject) -> None:
    """Law 5, for each agreement alone, and for all of them together."""
    listed = [
        attrs.evolve(
            electives(f"g-{at}", 1, *data.draw(st.sets(st.sampled_from(KINDS), max_size=2))),
            ceiling=data.draw(
                st.sampled_from([None, 0, 1, 2, 3]).map(
                    lambda most: None if most is None else programme_credits(most)
                )
            ),
            through=data.draw(st.sampled_from([None, None, Role.CENTRE])),
        )
        for at in range(data.draw(st.integers(1, 3)))
    ]
    rows = data.draw(open_evidence())
    applied = data.draw(st.sampled_from([None, Role.CENTRE]))
    as_of = date(2017, 1, 1)
    shared = convert_all(listed, SOMEONE, rows_of([*rows]), as_of=as_of, applied_by=applied)
    for _ in range(3):
        true = rows_of(data.draw(filled(rows)))
        by = applied or data.draw(st.sampled_from([Role.CENTRE, Role.UNIVERSITY]))
        real = convert_all(listed, SOMEONE, true, as_of=as_of, applied_by=by)
        for said, found in zip(shared, real, strict=True):
            assert found.granted.is_point
            assert said.granted.low <= found.granted.value <= said.granted.high
            assert said.verdict.allows(found.verdict)
            own = said.agreement
            assert own is not None
            alone = convert(own, SOMEONE, rows_of([*rows]), as_of=as_of).worth
            assert alone.low <= convert(own, SOMEONE, true, as_of=as_of).worth.value <= alone.high
            counts = {use.record.id: use.counts for use in said.uses}
            for use in found.uses:
                if len(listed) == 1:
                    low, high = counts[use.record.id].low, counts[use.record.id].high
                    assert low <= use.counts.value <= high
            if said.takes:
                spent = sum((Fraction(one.value) for one in said.takes.values()), Fraction(0))
                assert spent == said.worth.value * 16


def test_the_range_of_one_of_several_says_what_others_may_take() -> None:
    both = [electives("first", 10, "y"), electives("second", 10)]
    rows = of(
        training("r-x", activity="x", hours=160),
        training("r-o", activity=None, hours=160),
    )
    first, second = convert_all(both, SOMEONE, rows, as_of=DAY_OF)
    assert first.worth == programme_credits(10)
    assert second.worth == programme_credits(10)  # whichever kind the open one is of
    scarce = of(training("r-o", activity=None, hours=160))
    first, second = convert_all(both, SOMEONE, scarce, as_of=DAY_OF)
    assert first.worth == second.worth == programme_credits(0, to=10)
    assert dict(first.takes) == {}
    assert first != convert(both[0], SOMEONE, scarce, as_of=DAY_OF)
    short = attrs.evolve(of(training(hours=16)), complete_until=DAY_OF - timedelta(1))
    first, second = convert_all(both, SOMEONE, short, as_of=DAY_OF)
    assert (first.worth, second.worth) == (programme_credits(1, to=10), programme_credits(0, to=10))


def test_without_a_limit_what_is_not_known_has_none() -> None:
    both = [attrs.evolve(electives(name, 1), ceiling=None) for name in ("first", "second")]
    rows = of(training("r-1", hours=32), training("r-2", hours=None))
    first, second = convert_all(both, SOMEONE, rows, as_of=DAY_OF)
    assert first.worth == Amount(2, UNBOUNDED, PROGRAMME_CREDIT)  # all that is there
    assert second.worth == Amount(0, UNBOUNDED, PROGRAMME_CREDIT)
    closed = attrs.evolve(both[1], closed_on=DAY_OF)
    _, gone = convert_all([both[0], closed], SOMEONE, rows, as_of=DAY_OF)
    assert gone.granted == programme_credits(0)


# what a hostile reader tried ----------------------------------------------------------------

WILLOW: Final = CreditSystem("w", "Willow", CLASS_HOUR)
ELM: Final = CreditSystem("e", "Elm", TRAINING_CREDIT)
FIR: Final = CreditSystem("f", "Fir", TRAINING_CREDIT)
HUNDRED: Final = TrainingRecord("r-1", day=date(2012, 1, 1), hours=100)


def tenth(name: str, receiver: CreditSystem = ELM, **terms: Any) -> Agreement:  # noqa: ANN401 - of an agreement
    usual: dict[str, Any] = {
        "giver": WILLOW,
        "receiver": receiver,
        "takes": class_hours(10),
        "gives": training_credits(1),
        "source": MADE_UP,
    }
    return Agreement(name, name, **(usual | terms))


def test_a_refusal_reads_the_record_and_not_what_others_left_of_it() -> None:
    short = nothing("short", where(not_(record.hours >= class_hours(20))), reason="too short")
    both = [tenth("a", ceiling=training_credits(9)), tenth("b", FIR, refusals=(short,))]
    found = convert_all(both, SOMEONE, of(HUNDRED), as_of=DAY_OF)
    assert [own.granted for own in found] == [training_credits(9), training_credits(1)]
    long = nothing("long", where(record.hours < class_hours(95)), reason="too short")
    both = [tenth("a", ceiling=training_credits(9), refusals=(long,)), tenth("b", FIR)]
    found = convert_all(both, SOMEONE, of(HUNDRED), as_of=DAY_OF)
    assert [own.granted for own in found] == [training_credits(9), training_credits(1)]
    (alone,) = convert(
        both[0], SOMEONE, of(HUNDRED), as_of=DAY_OF, spent={"r-1": class_hours(60)}
    ).uses
    assert (alone.counts, alone.elsewhere) == (class_hours(40), class_hours(60))
    assert alone.outcome.record.hours == 100


def test_where_credit_came_from_is_kept_though_another_record_is_open() -> None:
    first, second, third = (CreditSystem(name, name, TRAINING_CREDIT) for name in "xyz")
    terms: dict[str, Any] = {
        "takes": training_credits(1),
        "measure": record.local("credits", TRAINING_CREDIT),
        "chains": True,
    }
    start = of(credit("c-1", "50"))
    out = tenth("xy", second, giver=first, **terms)
    on = tenth("yz", third, giver=second, ceiling=training_credits(5), **terms)
    back = tenth("zx", first, giver=third, **terms)
    as_of = date(2017, 1, 1)
    there = convert(out, SOMEONE, start, as_of=as_of).record("m-1")
    pending = attrs.evolve(credit("p", "3"), status="pending")
    onward = convert(on, SOMEONE, of(there, pending), as_of=as_of).record("m-2")
    assert onward.converted_from == {"x", "y"}
    assert convert(back, SOMEONE, of(onward), as_of=as_of).granted == training_credits(0)


def test_what_was_taken_on_an_earlier_day_is_not_free_again() -> None:
    late, always = tenth("a", in_force=Span.since(date(2012, 2, 1))), tenth("b", FIR)
    one = convert_all([late, always], SOMEONE, of(HUNDRED), as_of=date(2012, 1, 15))
    assert [own.due for own in one] == [training_credits(0), training_credits(10)]
    given_ = {own.terms.id: own.granted for own in one}
    with pytest.raises(InvalidValueError, match="doesn't say what 'b' took"):
        convert_all([late, always], SOMEONE, of(HUNDRED), as_of=DAY_OF, before=given_)
    taken = {own.terms.id: own.takes for own in one}
    two = convert_all(
        [late, always], SOMEONE, of(HUNDRED), as_of=DAY_OF, before=given_, taken=taken
    )
    assert [own.due for own in two] == [training_credits(0), training_credits(0)]
    closing = tenth("a", closed_on=date(2012, 2, 1))
    one = convert_all([closing, always], SOMEONE, of(HUNDRED), as_of=date(2012, 1, 15))
    two = convert_all(
        [closing, always],
        SOMEONE,
        of(HUNDRED),
        as_of=DAY_OF,
        before={own.terms.id: own.granted for own in one},
        taken={own.terms.id: own.takes for own in one},
    )
    assert [own.due for own in (*one, *two)] == [training_credits(own) for own in (10, 0, 0, 0)]
    with pytest.raises(InvalidValueError, match="names no agreement"):
        convert_all([late, always], SOMEONE, of(), as_of=DAY_OF, taken={"typo": {}})


def test_an_application_that_is_open_takes_nothing_yet() -> None:
    asked = tenth("a", windows=UNKNOWN)
    found = convert(asked, SOMEONE, of(HUNDRED), as_of=DAY_OF)
    assert found.granted == training_credits(0, to=10)
    assert dict(found.takes) == {}
    _, other = convert_all([asked, tenth("b", FIR)], SOMEONE, of(HUNDRED), as_of=DAY_OF)
    assert other.granted == training_credits(0, to=10)
    (use,) = other.uses
    assert (use.elsewhere, use.counts) == (class_hours(0), class_hours(0, to=100))


def test_a_course_that_a_certificate_settles_is_not_freed_from_as_well() -> None:
    candidate = attrs.evolve(ENTERED, passed={"ntet_primary": DAY_OF})
    own = attrs.evolve(OPEN_PILOT, electives=False)
    found = pilot(training(hours=192), terms=own, candidate=candidate)
    with pytest.raises(InvalidValueError, match="doesn't free from course '09275'"):
        found.enter(candidate, PROGRAMME, free_from=["09275"])
    with pytest.raises(InvalidTypeError, match="is no Candidate"):
        found.enter(None)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match="give Agreement"):
        agreements_between(ELM, FIR, ["x"], on=DAY_OF)  # type: ignore[list-item]


def test_what_an_agreement_took_that_is_over_stays_spent() -> None:
    first = tenth("a", in_force=Span.until(date(2012, 2, 1)), ceiling=training_credits(6))
    second = tenth("b")
    known = [first, second]
    early = convert_between(WILLOW, ELM, known, SOMEONE, of(HUNDRED), as_of=date(2012, 1, 15))
    assert [own.due for own in early] == [training_credits(6), training_credits(4)]
    late = convert_between(
        WILLOW,
        ELM,
        known,
        SOMEONE,
        of(HUNDRED),
        as_of=DAY_OF,
        before={own.terms.id: own.granted for own in early},
        taken={own.terms.id: own.takes for own in early},
    )
    assert [own.terms.id for own in late] == ["b"]
    assert late[0].granted == training_credits(4)
    third = tenth("c", FIR)
    both = convert_all(
        [second, third, first],
        SOMEONE,
        of(HUNDRED),
        as_of=DAY_OF,
        taken={"a": {"r-1": class_hours(60)}},
    )
    assert [own.granted.value for own in both] == [4, 0, 0]


def test_what_is_left_beyond_named_electives_is_kept() -> None:
    found = pilot(training(hours=192)).enter(ENTERED, PROGRAMME, free_from=["e-1"])
    assert dict(found.exempt) == {"e-1": DAY_OF}
    assert found.elective_credits == ((DAY_OF, programme_credits(8)),)
    assert standing(PROGRAMME, found, as_of=DAY_OF).elective_credits == programme_credits(12)


def test_a_ceiling_is_a_multiple_of_the_step() -> None:
    with pytest.raises(InvalidValueError, match="no multiple of step"):
        tenth("a", step=training_credits("0.5"), ceiling=training_credits("2.25"))
    assert tenth("a", step=training_credits("0.5"), ceiling=training_credits("2.5")).step


def test_an_explanation_in_chinese_and_where_credit_came_from() -> None:
    came = training("r-2", converted_from=["elm"])
    said = pilot(training(hours=16), came).explain("zh")
    for words in (
        "每16学时折合1学历学分，不超过12学历学分，仅限选修课程",
        "各项记录折合1学历学分。申请可得1学历学分。",
        "报考专业的时间：截至2015年6月30日（2010年3月1日报考）：是",
        "依据“任何培训：每16学时计1学历学分”",
        "由elm转换而来",
        "该学分系转换而来，本协议不接受转换所得学分",
    ):
        assert words in said
    assert "converted from elm" in pilot(came).explain()
