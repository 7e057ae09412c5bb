"""Faults that the laws found, each as the smallest case that shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    ON_LEAVE,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    UNBOUNDED,
    UNKNOWN,
    Clip,
    Cycle,
    Held,
    Span,
    Timeline,
    TrainingRecord,
    class_hours,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Audit,
    Verdict,
    around,
    ceiling,
    count_of,
    dated,
    each,
    group,
    highest_only,
    if_,
    larger_side,
    largest_of,
    limit_per,
    nothing_below,
    pool,
    record,
    require,
    rewrite,
    rounded_down,
    some,
    teacher,
    total,
    when,
    where,
)
from teachtrain.rules._policy import Rewrite
from tests.laws.small import AUTUMN, MARCH, PERSONAL, bounds, found, lesson


def once_a_year() -> Any:
    return limit_per("year", class_hours(2), by=SCHOOL_YEAR)


def test_records_that_are_alike_have_each_their_own_ceiling() -> None:
    """
    Law 3: under a ceiling by record, two equal records count twice.
    """
    twins = (lesson("a", MARCH, 5), lesson("b", MARCH, 5))

    result = found(*twins, ceilings=(ceiling("each", class_hours(2), by="record"),))

    assert bounds(result) == (4, 4)


@pytest.mark.parametrize(
    ("needs", "hours", "earlier"),
    [(largest_of() >= class_hours(4), (4,), 3), (count_of() >= 2, (2, 2), 4)],
)
def test_a_record_still_to_come_may_take_over_a_share_that_is_counted(
    needs: Any, hours: tuple[int, ...], earlier: int
) -> None:
    """
    Law 5: what is counted of single entries is open while others may join their group.
    """
    known = [lesson(f"a{place}", MARCH, own, project="p") for place, own in enumerate(hours)]
    words: dict[str, Any] = {
        "needs": needs,
        "rewrites": (limit_per("limit", class_hours(4), by="project"),),
    }

    before = found(*known, complete_until=None, **words)
    after = found(*known, lesson("old", date(2016, 1, 1), earlier, project="p"), **words)

    assert after.finding("need").so_far is Verdict.UNMET
    assert before.finding("need").so_far is Verdict.MET_OR_UNMET


def test_an_earlier_record_may_join_a_group_of_all_time() -> None:
    """
    Law 5: of a group that no calendar bounds, a member may be older than all that are known.
    """
    words: dict[str, Any] = {
        "needs": some(CALENDAR_YEAR, total() >= class_hours(5), cut_short="keep"),
        "rewrites": (rounded_down("fives", class_hours(5), by=()),),
        "as_of": date(2016, 8, 31),
        "cycle": Cycle.block(years=1, starting=date(2015, 9, 1)),
    }

    before = found(lesson("a", MARCH, 8), complete_until=None, **words)
    after = found(lesson("a", MARCH, 8), lesson("old", date(2015, 10, 1), 1), **words)

    assert after.finding("need").so_far is Verdict.UNMET
    assert before.finding("need").so_far is Verdict.MET_OR_UNMET


def test_a_larger_record_after_the_cycle_may_take_over_a_share() -> None:
    """
    Law 5: of a group that keeps its largest, a member may come when the cycle is over.
    """
    words: dict[str, Any] = {"rewrites": (highest_only("once", by="project"),)}

    early = found(lesson("a", MARCH, 4, project="p"), as_of=MARCH, **words)
    possible = early.finding("need").possible

    assert early.finding("need").final is Verdict.MET_OR_UNMET
    assert possible is not None
    assert possible.low == 0


@pytest.mark.parametrize(
    "told_apart",
    [
        {"rewrites": (once_a_year(), highest_only("mode", by=("mode", CYCLE)))},
        {
            "rewrites": (once_a_year(),),
            "ceilings": (ceiling("online", class_hours(1), by=CYCLE, of=where(mode="online")),),
        },
    ],
)
def test_a_share_that_is_taken_over_may_be_lost_by_a_later_step(told_apart: Any) -> None:
    """
    Law 5: a whole group may count less when another member has the share, and that is cut more.
    """
    known = (lesson("a", MARCH, 2, mode="face_to_face"), lesson("b", AUTUMN, 2, mode="online"))
    more = lesson("c", date(2016, 1, 1), 2, mode="online")

    before = found(*known, complete_until=None, **told_apart)
    after = found(*known, more, **told_apart)

    (low, high), (counted, _) = bounds(before), bounds(after)
    assert low <= counted <= high  # type: ignore[operator]  # numbers


def test_the_order_of_days_says_whose_share_is_cut() -> None:
    """
    Law 5: while a day is not known, neither is which member of its group keeps what.
    """
    result = found(
        lesson(
            "a",
            None,
            2,
            mode="face_to_face",
            within=Span.through(date(2015, 9, 1), date(2016, 8, 31)),
        ),
        lesson("b", MARCH, 2, mode="online"),
        needs=total(of=where(mode="online")) >= class_hours(1),
        rewrites=(limit_per("three", class_hours(3), by=SCHOOL_YEAR),),
    )

    assert bounds(result) == (1, 2)


def test_while_the_cycle_is_not_known_no_one_knows_which_records_share_its_ceiling() -> None:
    """
    Law 5: a ceiling by cycle may be one or several while the start of the cycle is unknown.
    """
    records = (lesson("a", MARCH, 5), lesson("b", AUTUMN, 5))
    over = around("promoted", months_before=12, months_after=12, clip=Clip.BACK)
    words: dict[str, Any] = {
        "needs": total(over=over) >= class_hours(4),
        "cycle": PERSONAL,
        "ceilings": (ceiling("most", class_hours(3), by=CYCLE),),
    }

    at_work = Timeline.of("in_post")

    def asked(registered: Any, employment: Timeline | None) -> Audit:
        return found(
            *records,
            events={"promoted": date(2016, 6, 1), "registered": registered},
            facts={"categories": (), "employment": employment},
            **words,
        )

    assert bounds(asked(date(2015, 9, 1), at_work)) == (6, 6)
    assert bounds(asked(date(2015, 12, 1), at_work)) == (3, 3)
    assert bounds(asked(UNKNOWN, at_work)) == (3, 10)
    assert bounds(asked(date(2015, 9, 1), None)) == (3, 10)


def test_while_the_cycle_is_not_known_no_one_knows_which_records_a_rewrite_joins() -> None:
    """
    Law 5: the same for a rewrite by cycle.
    """
    over = around("promoted", months_before=12, months_after=12, clip=Clip.BACK)

    result = found(
        lesson("a", MARCH, 5),
        lesson("b", AUTUMN, 5),
        needs=total(over=over) >= class_hours(4),
        cycle=PERSONAL,
        rewrites=(limit_per("most", class_hours(3), by=CYCLE),),
        events={"promoted": date(2016, 6, 1), "registered": UNKNOWN},
        facts={"categories": (), "employment": Timeline.of("in_post")},
    )

    low, high = bounds(result)
    assert low <= 3  # type: ignore[operator]  # numbers
    assert high >= 6  # type: ignore[operator]  # numbers


def test_an_event_that_is_not_known_may_not_have_happened() -> None:
    """
    Law 5: a fact on the day of an event is not asked where the event has not happened.
    """
    needs = when(
        teacher.category.is_(CLASS_TEACHER).throughout(),
        teacher.category.is_(CLASS_TEACHER).on("promoted"),
    )

    result = found(
        needs=needs, events={"promoted": UNKNOWN}, facts={"categories": (CLASS_TEACHER,)}
    )

    assert result.finding("need").so_far.allows(Verdict.NOT_APPLICABLE)
    assert result.finding("need").so_far.allows(Verdict.MET)


def test_in_a_window_that_is_not_known_no_one_knows_which_value_holds() -> None:
    """
    Law 5: a dated threshold is that of the last day of the window.
    """
    over = around("promoted", months_before=6, days_after=1, clip=Clip.BACK)
    needed = dated((date(2015, 1, 1), class_hours(5)), (date(2016, 9, 1), class_hours(0)))

    result = found(
        needs=total(over=over) >= needed, as_of=date(2016, 6, 30), events={"promoted": UNKNOWN}
    )

    assert result.finding("need").so_far.allows(Verdict.UNMET)


def test_in_a_window_that_is_not_known_a_requirement_may_be_in_force() -> None:
    """
    Law 5: a requirement on each part of a window holds if it does on the window's last day.
    """
    over = around("promoted", months_after=6, clip=Clip.BACK)
    needs = each(SCHOOL_YEAR, total() >= class_hours(4), over=over, cut_short="keep")

    result = found(
        lesson("a", MARCH, 5),
        requirements=(require("need", needs, in_force=Span.until(date(2016, 8, 31))),),
        events={"promoted": UNKNOWN},
    )

    assert result.finding("need").so_far.allows(Verdict.MET)


def test_a_pause_cuts_a_part_of_time_short() -> None:
    """
    Law 7: a part that a paused clock shortens is left out where such parts are.
    """
    leave = Span.through(date(2016, 1, 1), date(2016, 3, 31))
    employment = Timeline(
        (
            Held("in_post", Span(date.min, leave.start)),
            Held(ON_LEAVE, leave),
            Held("in_post", Span.since(leave.end)),
        )
    )

    result = found(
        needs=each(SCHOOL_YEAR, total() >= class_hours(4), cut_short="drop"),
        cycle=Cycle.personal(years=2, since="registered", clip=Clip.BACK, paused_by=(ON_LEAVE,)),
        events={"registered": date(2015, 9, 1)},
        facts={"categories": (), "employment": employment},
    )

    windows = [str(part.window) for part in result.finding("need").parts]
    assert windows == ["2016-09-01 to 2017-08-31"]


def test_what_an_unknown_record_earned_is_open_though_a_rewrite_leaves_nothing_of_it() -> None:
    """
    Law 2, for every way of filling in: a record of unknown hours may have earned any number.
    """
    alone_is_nothing = rewrite("pairs", to=if_(group.count >= 2, group.total, 0), by="project")

    result = found(
        TrainingRecord("a", activity="training", day=MARCH, project="p"),
        rewrites=(alone_is_nothing,),
    )

    (entry,) = result.entries
    assert bounds(result) == (0, 0)
    assert (entry.settled.earned.low, entry.possible.earned.high) == (0, UNBOUNDED)


def test_a_pool_may_lose_what_a_record_still_to_come_takes_from_its_members() -> None:
    """
    Law 5: what a pool gives is open while its members' shares are.
    """
    credits_ = Account("credits", TRAINING_CREDIT)
    half = group.total * per(CLASS_HOUR, training_credits("0.5"))
    words: dict[str, Any] = {
        "needs": total("credits") >= training_credits(1),
        "accounts": (Account("main", CLASS_HOUR), credits_),
        "rewrites": (highest_only("once", by=("project", CYCLE)),),
        "pools": (pool("half", gives=half, to="credits", of=where(mode="online")),),
    }
    online = lesson("a", MARCH, 3, project="p", mode="online")

    early = found(online, as_of=MARCH, **words)
    late = found(online, lesson("b", AUTUMN, 5, project="p", mode="face_to_face"), **words)

    assert early.finding("need").final.allows(late.finding("need").so_far)


def test_what_another_member_of_its_group_leaves_open_is_named() -> None:
    """
    Whatever is undecided names a fact that is missing.
    """
    result = found(
        lesson("a", MARCH, 4, mode="online"),
        TrainingRecord("b", activity="training", day=date(2016, 1, 1), mode="face_to_face"),
        needs=total(of=where(mode="online")) >= class_hours(3),
        rewrites=(limit_per("five", class_hours(5), by=SCHOOL_YEAR),),
    )

    assert result.finding("need").so_far.is_unknown
    assert result.finding("need").missing


def test_what_leaves_a_limit_open_is_named() -> None:
    """
    The same of a fact of the teacher on which a ceiling depends.
    """
    limit = if_(teacher.category.is_(CLASS_TEACHER), class_hours(2), class_hours(5))

    result = found(
        lesson("a", MARCH, 4),
        ceilings=(ceiling("own", limit, by=CYCLE),),
        facts={"categories": None},
    )

    assert result.finding("need").so_far.is_unknown
    assert result.finding("need").missing


LIFTING = (
    rounded_down("steps", class_hours(4), by="project"),
    nothing_below("least", class_hours(4), by="project"),
    rewrite("two", to=if_(group.count >= 2, group.total, 0), by="project"),
    rewrite("less", to=group.total - class_hours(3), by="project"),
)


@pytest.mark.parametrize("lifting", LIFTING, ids=lambda own: str(own.id))
def test_what_counts_nothing_may_be_lifted_by_a_record_still_to_come(lifting: Rewrite) -> None:
    """
    Law 5: a project of 3 hours so far may come to 8, and then the earlier 3 count in their year.
    """
    early = lesson("a", MARCH, 3, project="p")
    years = require("years", each(SCHOOL_YEAR, total() >= class_hours(3)))
    late = lesson("b", date(2017, 1, 15), 8, project="p")
    parts: dict[str, Any] = {"rewrites": (lifting,), "requirements": (years,)}

    so_far = found(early, complete_until=date(2016, 9, 1), **parts)
    in_full = found(early, late, **parts)

    assert in_full.so_far is Verdict.MET
    assert so_far.so_far is Verdict.MET_OR_UNMET


def test_a_side_that_does_not_count_may_win_by_a_record_still_to_come() -> None:
    """
    Law 5: parts of 3 hours lose to a whole of 4, until another part of 8 comes.
    """
    part = lesson("a", MARCH, 3, project="p", module="m")
    whole = lesson("w", date(2016, 9, 1), 4, project="p")
    late = lesson("b", date(2017, 1, 15), 8, project="p", module="n")
    parts: dict[str, Any] = {
        "rewrites": (larger_side("once", where(record.module.is_none()), by="project"),),
        "requirements": (require("years", each(SCHOOL_YEAR, total() >= class_hours(3))),),
    }

    so_far = found(part, whole, complete_until=date(2016, 9, 1), **parts)
    in_full = found(part, whole, late, **parts)

    assert in_full.so_far is Verdict.MET
    assert so_far.so_far is Verdict.MET_OR_UNMET


FIRST_YEAR = Span.through(date(2015, 9, 1), date(2016, 8, 31))
FIVE_YEARS = Cycle.block(years=5, starting=date(2015, 9, 1))


@pytest.mark.parametrize("what", ["a count", "a largest", "a pool"])
def test_all_that_is_counted_may_be_lifted_by_a_record_still_to_come(what: str) -> None:
    """
    Law 5: a project of 3 hours counts from 4 on; whatever looks at its first year has to wait.
    """
    needs = {
        "a count": count_of(over=FIRST_YEAR) >= 1,
        "a largest": largest_of(over=FIRST_YEAR) >= class_hours(3),
        "a pool": total(account="credits", over=FIRST_YEAR) >= training_credits(1),
    }[what]
    gives = if_(group.total >= class_hours(3), training_credits(2), 0)
    parts: dict[str, Any] = {
        "accounts": (Account("main", CLASS_HOUR), Account("credits", TRAINING_CREDIT)),
        "rewrites": (nothing_below("least", class_hours(4), by="project"),),
        "pools": (pool("pool", gives=gives, by=SCHOOL_YEAR, to="credits"),),
        "requirements": (require("first", needs),),
        "cycle": FIVE_YEARS,
    }
    early = lesson("a", MARCH, 3, project="p")
    late = lesson("b", date(2017, 10, 1), 8, project="p")
    day, later = date(2017, 8, 31), date(2018, 8, 31)

    then = found(early, late, as_of=later, complete_until=later, **parts)
    now = found(early, as_of=day, complete_until=day, **parts)
    unsure = found(early, as_of=later, complete_until=day, **parts)

    assert then.so_far is Verdict.MET
    assert (now.so_far, now.final) == (Verdict.UNMET, Verdict.MET_OR_UNMET)
    assert unsure.so_far is Verdict.MET_OR_UNMET
    # Of what may only come later no entry is shown.
    assert {own.record_id for own in now.entries} == {"a"}


def test_what_a_pool_gave_before_the_first_window_is_shown() -> None:
    """
    Law 2: a group whose days lie in two parts of a time before all windows is still one group.
    """
    gives = if_(group.total >= class_hours(3), training_credits(2), 0)
    result = found(
        lesson("a", date(2015, 9, 1), 1),
        lesson("b", MARCH, 1),
        lesson("c", MARCH, 1),
        accounts=(Account("main", CLASS_HOUR), Account("credits", TRAINING_CREDIT)),
        cycle=Cycle.block(years=1, starting=date(2015, 9, 1)),
        pools=(pool("pool", gives=gives, by=SCHOOL_YEAR, to="credits"),),
        requirements=(
            require("credits", total(account="credits") >= training_credits(3)),
            require("years", each(CALENDAR_YEAR, total() >= 0, cut_short="keep")),
        ),
    )

    (entry,) = [own for own in result.entries if own.account == "credits"]
    assert entry.settled.earned == training_credits(2)
    assert entry.settled.cuts[0].reason == "outside"
