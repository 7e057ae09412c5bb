"""
The laws for each mechanism alone, over policies in which it decides.

`test_laws.py` holds them for policies of everything at once, where little binds at the same time.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from teachtrain.models import Mode, Teacher, TrainingRecord, Transcript
from teachtrain.rules import Policy, Prepared, prepare
from tests.laws.checks import THE_END, agrees, binding, examples, is_sound
from tests.laws.mechanisms import (
    ceilings_only,
    crossing_ceilings,
    groups_cut_apart,
    pools_of_few,
    pools_only,
    recognition_of_few,
    recognition_only,
    rewrites_only,
    windows_only,
)
from tests.laws.worlds import DENSE, Riddle, World, known_evidence, narrow_evidence, riddles

EXAMPLES = examples(60)

CLOSED = date(2017, 8, 31)
"""The last day of the cycle that holds every drawn day; on a later one it is another's turn."""

AS_OF = st.sampled_from((CLOSED, CLOSED, DENSE[4], date(2016, 6, 30), DENSE[5], DENSE[0], THE_END))


KNOWN: dict[str, st.SearchStrategy[Policy]] = {
    "ceilings": ceilings_only(),
    "rewrites": rewrites_only(),
    "pools": pools_only(),
    "recognition": recognition_only(),
    "windows": windows_only(),
}


@pytest.mark.parametrize("mechanism", KNOWN)
def test_where_all_is_known_a_mechanism_does_what_brute_force_finds(mechanism: str) -> None:
    """
    Law 2 and 13: every amount, verdict, entry and cut is that of an independent oracle.
    """

    @settings(max_examples=EXAMPLES)
    @given(KNOWN[mechanism], known_evidence(long=mechanism == "windows"), known_evidence(), AS_OF)
    def law(policy: Policy, one: World, other: World, as_of: date) -> None:
        prepared = prepare(policy)
        result, _ = agrees(prepared, *one, as_of=CLOSED)
        event(f"binding: {binding(result)}")
        agrees(prepared, *other, as_of=as_of)

    law()


HOLES: dict[str, tuple[st.SearchStrategy[Policy], str, bool]] = {
    "ceilings": (
        ceilings_only(),
        "pending day mode project topics hours category share registered transcript",
        False,
    ),
    "ceilings of persons": (ceilings_only(counts=False), "category share stage", False),
    "ceilings, in the end": (ceilings_only(plain=True), "pending day mode hours transcript", True),
    "rewrites": (
        rewrites_only(),
        "project day mode pending hours topics category registered transcript",
        False,
    ),
    "rewrites, in the end": (
        rewrites_only(forced=False),
        "transcript pending project day mode topics",
        True,
    ),
    "pools": (
        pools_only(),
        "day pending project mode hours stage category transcript",
        False,
    ),
    "pools, in the end": (pools_only(forced=False), "transcript day pending project", True),
    "recognition": (
        recognition_only(presuming=False),
        "mode result level day topics category stage promoted share hired pending hours",
        False,
    ),
    "windows": (
        windows_only(booked=False),
        "day booking promoted registered hired category stage share employment transcript pending",
        False,
    ),
    "windows, in the end": (
        windows_only(booked=False, forced=False, moving=False),
        "transcript promoted day hired category pending",
        True,
    ),
}
"""By name: policies, what may not be known, and whether nothing but evidence is still to come."""


@pytest.mark.parametrize("mechanism", HOLES)
def test_whatever_is_true_lies_within_what_a_mechanism_leaves_open(mechanism: str) -> None:
    """
    Law 5: of all ways to fill in what is not known, none overturns what was decided.
    """
    policies, names, lasting = HOLES[mechanism]
    kinds = tuple(names.split())

    @settings(max_examples=EXAMPLES)
    @given(policies, riddles(kinds), riddles(kinds), AS_OF)
    def law(policy: Policy, one: Riddle, other: Riddle, as_of: date) -> None:
        prepared = prepare(policy)
        for riddle in (one, other):
            result = is_sound(prepared, riddle, as_of=as_of, lasting=lasting)
            event(f"open: {any(one.so_far.is_unknown for one in result.findings)}")

    law()


@settings(max_examples=3 * EXAMPLES)
@given(
    groups_cut_apart(),
    riddles(
        ("day", "pending", "project", "day", "mode", "hours", "category", "stage"),
        narrow=True,
        most_worlds=6,
    ),
    st.sampled_from((CLOSED, CLOSED, DENSE[4])),
)
def test_whatever_is_true_lies_within_what_a_part_of_a_group_leaves_open(
    policy: Policy, riddle: Riddle, as_of: date
) -> None:
    """
    Law 5, where a total, a ceiling or a later rewrite takes a part of a rewritten group.
    """
    is_sound(_ready(policy), riddle, as_of=as_of, lasting=False)


@settings(max_examples=3 * EXAMPLES)
@given(
    st.one_of(recognition_of_few(), groups_cut_apart(), pools_of_few()),
    narrow_evidence(),
    st.sampled_from((CLOSED, CLOSED, DENSE[3])),
)
def test_where_all_is_known_records_that_share_much_do_what_brute_force_finds(
    policy: Policy, evidence: World, as_of: date
) -> None:
    """
    Law 2 and 13: what is remembered of one record serves none that differs, by day or teacher.
    """
    agrees(_ready(policy), *evidence, as_of=as_of)


@settings(max_examples=3 * EXAMPLES)
@given(
    recognition_of_few(),
    riddles(
        ("mode", "topics", "project", "day", "category", "pending"), narrow=True, most_worlds=8
    ),
)
def test_whatever_is_true_lies_within_what_rules_leave_open(policy: Policy, riddle: Riddle) -> None:
    """
    Law 5, where it is open which rule takes a record.
    """
    is_sound(_ready(policy), riddle, as_of=CLOSED, lasting=False)


@settings(max_examples=3 * EXAMPLES)
@given(
    pools_of_few(),
    riddles(("day", "pending", "project", "day", "stage", "transcript"), narrow=True),
    st.sampled_from((CLOSED, CLOSED, DENSE[4])),
)
def test_whatever_is_true_lies_within_what_pools_leave_open(
    policy: Policy, riddle: Riddle, as_of: date
) -> None:
    """
    Law 5, where it is open how much a pool gives, or on which day.
    """
    is_sound(_ready(policy), riddle, as_of=as_of, lasting=False)


@settings(max_examples=3 * EXAMPLES)
@given(
    groups_cut_apart(),
    riddles(("transcript",), narrow=True, most_worlds=4),
    st.sampled_from((CLOSED, DENSE[4], DENSE[2], DENSE[3])),
)
def test_whatever_is_still_to_come_lies_within_what_a_part_of_a_group_leaves_open(
    policy: Policy, riddle: Riddle, as_of: date
) -> None:
    """
    Law 5: the same while records may not be in yet, that join the group.
    """
    is_sound(_ready(policy), riddle, as_of=as_of, lasting=True)


@settings(max_examples=3 * EXAMPLES)
@given(
    st.sampled_from((3, 2, 4)),
    st.sampled_from((3, 4, 2)),
    st.booleans(),
    st.lists(
        st.tuples(
            st.sampled_from((Mode.ONLINE, Mode.FACE_TO_FACE, Mode.BLENDED)),
            st.sampled_from(("p", "q", "r")),
            st.sampled_from((3, 2, 5)),
            st.sampled_from((DENSE[0], DENSE[2], DENSE[6])),
        ),
        min_size=3,
        max_size=6,
    ),
)
def test_under_ceilings_that_cross_the_largest_total_is_found(
    first: int, second: int, yearly: bool, drawn: list[tuple[Mode, str, int, date]]
) -> None:
    """
    Law 2: a maximum flow is a minimum cut, however the ceilings cross.
    """
    records = [
        TrainingRecord(
            f"r{number}", activity="training", day=day, hours=hours, mode=mode, project=project
        )
        for number, (mode, project, hours, day) in enumerate(drawn)
    ]
    transcript = Transcript(records, complete_until=THE_END)
    policy = crossing_ceilings(first, second, yearly=yearly)

    agrees(_ready(policy), Teacher("t"), transcript, as_of=CLOSED)


@cache
def _ready(policy: Policy) -> Prepared:
    return prepare(policy)
