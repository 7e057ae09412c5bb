"""What is still due, worked out by hand: plans, room, proofs that nothing helps, promises."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    DAY,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    Amount,
    Certainty,
    Clip,
    Cycle,
    Source,
    Span,
    Teacher,
    Text,
    Timeline,
    TrainingRecord,
    Transcript,
    class_hours,
    days,
    per,
    training_credits,
)
from teachtrain.rules import (
    Account,
    Audit,
    Policy,
    Requirement,
    all_of,
    at_least,
    audit,
    ceiling,
    demand,
    each,
    exclusive,
    last,
    limit_per,
    post,
    recognise,
    record,
    require,
    rounded_down,
    teacher,
    total,
    where,
)
from teachtrain.rules.due import Method, Option, State, StillDue, promises, still_due

if TYPE_CHECKING:
    from collections.abc import Callable

    from teachtrain.rules._conditions import Condition

AN_HOUR_A_CREDIT: Final = record.hours * per(CLASS_HOUR, training_credits(1))
FIVE_YEARS: Final = Cycle.block(years=5, starting=date(2020, 1, 1))
FACE: Final = TrainingRecord("face", activity="training", mode="face_to_face")
ONLINE: Final = TrainingRecord("online", activity="training", mode="online")
AS_OF: Final = date(2022, 12, 31)
HALF: Final = class_hours("0.5")
ONE: Final = class_hours(1)


def policy(*needs: Condition | Requirement, **parts: Any) -> Policy:  # noqa: ANN401 - parts of every kind
    usual: dict[str, Any] = {
        "accounts": (Account("main", TRAINING_CREDIT),),
        "cycle": FIVE_YEARS,
        "recognition": (recognise("all", where(), post("main", AN_HOUR_A_CREDIT)),),
        "requirements": tuple(
            own if isinstance(own, Requirement) else require(f"n{place}", own)
            for place, own in enumerate(needs)
        ),
    }
    source = Source("an invented order", certainty=Certainty.INVENTED)
    title = Text("A small policy", zh="小规定")
    return Policy(id="small", title=title, source=source, **(usual | parts))


def found(
    own: Policy,
    *records: TrainingRecord,
    as_of: date = AS_OF,
    complete_until: date | None = date(2024, 12, 31),
) -> Audit:
    transcript = Transcript(records, complete_until=complete_until)
    return audit(own, Teacher("t"), transcript, as_of=as_of)


def did(name: str, day: date, hours: int | str, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - facts of every kind
    return TrainingRecord(name, activity="training", day=day, hours=hours, **facts)


def hours_of(due: StillDue, requirement: str = "n0") -> list[tuple[str, str, str]]:
    """Return for each activity of the plan: its first day, its option, its hours."""
    plan = due.line(requirement).plan
    assert plan is not None
    return [
        (str(when.start), option.name, str(own.hours))
        for own, when, option in zip(plan.records, plan.when, plan.options, strict=True)
    ]


# the least amount of one kind -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rate", "step", "has", "needs", "hours", "method"),
    [
        # an hour is a credit: 60 - 52 = 8
        (1, ONE, 52, 60, "8", Method.BOUND),
        # half a credit an hour: 8 lacking take 16 hours
        ("1/2", ONE, 52 * 2, 60, "16", Method.BOUND),
        # a third: 1 credit lacking takes 3 hours
        ("1/3", ONE, 27, 10, "3", Method.BOUND),
        # recorded in half hours: 0.4 lacking takes half an hour
        (1, HALF, "9.6", 10, "1/2", Method.BOUND),
        # the same in whole hours
        (1, ONE, "9.6", 10, "1", Method.BOUND),
        # 0.3 credits an hour, 1 lacking: 4 hours make 1.2, 3 only 0.9
        ("3/10", ONE, 30, 10, "4", Method.BOUND),
    ],
)
def test_the_least_amount_of_a_kind(  # noqa: PLR0917 - a table
    rate: int | str, step: Amount, has: int | str, needs: int, hours: str, method: Method
) -> None:
    earned = record.hours * per(CLASS_HOUR, training_credits(rate))
    own = policy(
        total() >= training_credits(needs),
        recognition=(recognise("all", where(), post("main", earned)),),
    )
    due = still_due(found(own, did("r", date(2021, 5, 1), has)), Option(FACE, step=step))
    line = due.line("n0")
    assert line.state is State.PLANNED
    assert line.plan is not None
    assert [str(one.hours) for one in line.plan.records] == [hours]
    assert line.plan.method is method
    assert line.plan.is_least
    assert line.alone == {"face": line.plan}
    assert line.by == line.plan.by == date(2024, 12, 31)
    assert line.plan.when == (Span.through(date(2023, 1, 1), date(2024, 12, 31)),)


def test_an_option_measured_in_days() -> None:
    # a day is six hours' credit: 10 credits take two days, as one makes only 6
    earned = record.days * per(DAY, training_credits(6))
    own = policy(
        total() >= training_credits(10),
        recognition=(recognise("days", where(), post("main", earned)),),
    )
    plan = still_due(found(own), Option(FACE, step=days(1))).line("n0").plan
    assert plan is not None
    assert [one.days for one in plan.records] == [2]
    assert plan.lengths == (days(2),)


def test_whole_credits_for_every_sixteen_hours() -> None:
    # 16 hours make a credit, in each activity rounded down: two credits take 32 hours in one
    earned = record.hours * per(CLASS_HOUR, training_credits("1/16"))
    own = policy(
        total() >= training_credits(2),
        recognition=(recognise("all", where(), post("main", earned)),),
        rewrites=(rounded_down("whole", training_credits(1)),),
    )
    due = still_due(found(own), Option(FACE, step=ONE))
    assert [hours for _, _, hours in hours_of(due)] == ["32"]
    assert due.line("n0").plan.method is Method.BOUND  # type: ignore[union-attr]  # there is one
    # 15 hours done earn 15/16, rounded to nothing: sixteen more are needed for one credit, though
    # one hour would do if it were not rounded
    one = policy(
        total() >= training_credits(1),
        recognition=(recognise("all", where(), post("main", earned)),),
        rewrites=(rounded_down("whole", training_credits(1)),),
    )
    due = still_due(found(one, did("r", date(2022, 5, 1), 15)), Option(FACE, step=ONE))
    assert [hours for _, _, hours in hours_of(due)] == ["16"]
    assert due.line("n0").plan.method is Method.TRIED  # type: ignore[union-attr]  # there is one


def test_an_activity_that_earns_no_more_beyond_some_hours_is_taken_several_times() -> None:
    own = policy(
        total() >= training_credits(25),
        rewrites=(limit_per("each", training_credits(10), by="record"),),
    )
    due = still_due(found(own), Option(FACE, step=ONE))
    assert sorted(hours for _, _, hours in hours_of(due)) == ["10", "10", "5"]
    assert due.line("n0").plan.lengths == (class_hours(25),)  # type: ignore[union-attr]  # there is one


def test_what_is_wasted_is_not_called_a_bound() -> None:
    # 2.5 a year in two years make the 5 that lack: 3 hours in each, though 5 hours earn 5
    own = policy(
        total() >= training_credits(5),
        ceilings=(ceiling("year", training_credits("2.5"), by=CALENDAR_YEAR),),
    )
    due = still_due(found(own), Option(FACE, step=ONE))
    assert [hours for _, _, hours in hours_of(due)] == ["3", "3"]
    assert due.line("n0").plan.method is Method.TRIED  # type: ignore[union-attr]  # there is one


# a ceiling a year -------------------------------------------------------------------------------

CAPPED: Final = policy(
    total() >= training_credits(60),
    ceilings=(ceiling("year", training_credits(12), by=CALENDAR_YEAR, title="A year's limit"),),
)


def yearly(*hours: int) -> list[TrainingRecord]:
    """Return a record in March of 2020 and each year after, of so many hours."""
    return [did(f"r{2020 + n}", date(2020 + n, 3, 1), own) for n, own in enumerate(hours)]


def test_a_yearly_ceiling_spreads_the_plan_over_the_years_left() -> None:
    # 12 + 12 + 12 of 60, two years left at 12 each: just enough
    due = still_due(found(CAPPED, *yearly(12, 14, 12)), Option(FACE, step=ONE))
    assert hours_of(due) == [("2023-01-01", "face", "12"), ("2024-01-01", "face", "12")]
    assert due.line("n0").plan.method is Method.BOUND  # type: ignore[union-attr]  # there is one


def test_the_proof_that_a_yearly_ceiling_leaves_too_little() -> None:
    # 12 + 12 + 9 = 33, and two years at 12: at most 57 of 60
    due = still_due(found(CAPPED, *yearly(12, 14, 9)), Option(FACE, step=ONE))
    line = due.line("n0")
    assert line.state is State.LOST
    assert line.plan is None
    assert line.possible == training_credits(33, to=57)
    assert [(room.days, room.left) for room in line.rooms] == [
        (Span.of_year(2023), training_credits(12)),
        (Span.of_year(2024), training_credits(12)),
    ]
    words = due.explain()
    assert "Can no longer be met." in words
    assert "Even if everything still possible counted: 57 training credits of 60" in words
    # nothing done in 2022 would have been enough: the last day to do something was in that year
    (promise,) = due.promises
    assert promise.lost
    assert promise.possible_until == date(2022, 12, 31)


def test_the_proof_that_even_every_pending_record_is_not_enough() -> None:
    # the cycle is over: 40 are final, 12 wait for a decision, 60 are asked for
    own = policy(total() >= training_credits(60))
    records = [did("a", date(2021, 1, 5), 40), did("b", date(2023, 1, 5), 12, status="pending")]
    result = found(own, *records, as_of=date(2024, 12, 31), complete_until=date(2024, 12, 31))
    due = still_due(result, Option(FACE, step=ONE))
    line = due.line("n0")
    assert line.state is State.LOST
    assert line.by is None
    assert line.pending == ("b",)
    assert line.possible == training_credits(40, to=52)
    assert "Even if every pending record counted, and all else that is still possible: " in (
        due.explain()
    )
    assert "52 training credits of 60 training credits" in due.explain()
    assert "也只有52培训学分，应达60培训学分" in due.explain("zh")


def test_room_left_in_the_year_of_the_audit_and_later() -> None:
    result = found(CAPPED, *yearly(12, 14, 9), as_of=date(2022, 6, 30))
    rooms = still_due(result, ()).rooms
    assert [(str(room.days), room.used, room.left) for room in rooms] == [
        ("2022-01-01 to 2022-12-31", training_credits(9), training_credits(3)),
        ("2023-01-01 to 2023-12-31", training_credits(0), training_credits(12)),
        ("2024-01-01 to 2024-12-31", training_credits(0), training_credits(12)),
    ]
    assert {room.ceiling.id for room in rooms} == {"year"}
    assert {room.limit for room in rooms} == {training_credits(12)}


def test_room_is_a_range_while_a_record_is_pending_and_by_group_where_there_are_groups() -> None:
    own = policy(
        total() >= training_credits(60),
        ceilings=(
            ceiling("item", training_credits(5), by="project"),
            ceiling("year", training_credits(12), by=CALENDAR_YEAR),
        ),
    )
    records = [
        did("a", date(2022, 2, 1), 4, project="p"),
        did("b", date(2022, 3, 1), 3, project="q", status="pending"),
    ]
    result = found(own, *records, as_of=date(2022, 12, 30), complete_until=date(2022, 12, 30))
    rooms = {
        (room.ceiling.id, room.group, str(room.days)): room.left
        for room in still_due(result, ()).rooms
    }
    assert rooms["item", (("project", "p"),), "None"] == training_credits(1)
    assert rooms["item", (("project", "q"),), "None"] == training_credits(2, to=5)
    assert rooms["year", (), "2022-01-01 to 2022-12-31"] == training_credits(5, to=8)


# combinations -----------------------------------------------------------------------------------


def test_a_combination_gets_one_plan_that_is_enough() -> None:
    own = policy(
        all_of(
            total() >= training_credits(20),
            total(of=where(mode="face_to_face")) >= training_credits(8),
        )
    )
    result = found(own, *yearly(10))
    due = still_due(result, [Option(ONLINE, step=ONE), Option(FACE, step=ONE)])
    plan = due.line("n0").plan
    assert plan is not None
    assert plan.lengths == (class_hours(10),)  # the eight face to face count for the twenty too
    assert due.line("n0").alone.keys() == {"face"}


def test_every_year_gets_its_own() -> None:
    own = policy(each(CALENDAR_YEAR, total() >= training_credits(5)))
    result = found(own, *yearly(5, 5, 5, 2), as_of=date(2023, 3, 31))
    due = still_due(result, Option(FACE, step=ONE))
    assert hours_of(due) == [("2023-04-01", "face", "3"), ("2024-01-01", "face", "5")]
    (promise,) = promises(result)
    assert promise.possible_until == date(2023, 12, 31)
    assert [(part.met, part.possible_until) for part in promise.parts] == [
        (True, None),
        (True, None),
        (True, None),
        (False, date(2023, 12, 31)),
        (False, date(2024, 12, 31)),
    ]


def test_a_missed_year_is_lost_from_its_last_day_on() -> None:
    own = policy(each(CALENDAR_YEAR, total() >= training_credits(5)))
    result = found(own, *yearly(5, 4, 5), as_of=date(2023, 3, 31))
    line = still_due(result, Option(FACE, step=ONE)).line("n0")
    assert line.state is State.LOST
    (promise,) = promises(result)
    assert promise.lost
    assert promise.possible_until == date(2021, 12, 31)
    assert promise.parts[1].possible_until == date(2021, 12, 31)


def test_k_of_n_and_demands_that_share() -> None:
    own = policy(
        at_least(
            2,
            total(of=where(topic="ethics")) >= training_credits(3),
            total(of=where(topic="safety")) >= training_credits(3),
            total(of=where(topic="reading")) >= training_credits(9),
        ),
        exclusive(
            demand(total(of=where(topic="ethics")) >= training_credits(4)),
            demand(total(of=where(topic=("ethics", "safety"))) >= training_credits(4)),
        ),
    )
    options = [
        Option(TrainingRecord(topic, topics=topic), step=ONE)
        for topic in ("ethics", "safety", "reading")
    ]
    due = still_due(found(own), options)
    assert due.line("n0").plan.lengths == (class_hours(6),)  # type: ignore[union-attr]  # three of each
    assert due.line("n1").plan.lengths == (class_hours(8),)  # type: ignore[union-attr]  # each hour once
    assert due.plan is not None
    assert due.plan.lengths == (class_hours(8),)  # four of each: three are among them
    judged = audit(own, Teacher("t"), due.plan.transcript, as_of=due.plan.by)
    assert str(judged.so_far) == "met"


# modules ----------------------------------------------------------------------------------------


def module(name: str, hours: int, **facts: Any) -> Option:  # noqa: ANN401 - facts of every kind
    own = TrainingRecord(name, activity="training", hours=hours, mode="face_to_face", **facts)
    return Option(own, title=f"Module {name}")


def test_the_least_of_all_selections_of_a_few_modules() -> None:
    # 11 are lacking: 5 + 6 is exact; 12 alone or 8 + 5 takes more
    own = policy(total() >= training_credits(20))
    modules = [module("a", 12), module("b", 5), module("c", 8), module("d", 6)]
    due = still_due(found(own, *yearly(9)), modules)
    plan = due.line("n0").plan
    assert plan is not None
    assert {own.name for own in plan.options} == {"b", "d"}
    assert plan.lengths == (class_hours(11),)
    assert plan.method is Method.TRIED


def test_of_many_modules_a_good_selection_marked_as_such() -> None:
    own = policy(total() >= training_credits(30))
    due = still_due(found(own), [module(f"m{n}", 2 + n % 5) for n in range(24)])
    plan = due.line("n0").plan
    assert plan is not None
    assert sum(one.value for one in plan.lengths) >= 30
    assert plan.method in (Method.BOUND, Method.PRUNED)
    judged = audit(own, Teacher("t"), plan.transcript, as_of=plan.by)
    assert str(judged.so_far) == "met"


def test_modules_first_and_hours_for_the_rest() -> None:
    # the module is the only way to the ethics credit; hours online fill the rest
    own = policy(
        all_of(
            total(of=where(topic="ethics")) >= training_credits(2),
            total() >= training_credits(10),
        )
    )
    ethics = module("e", 4, topics="ethics")
    due = still_due(found(own), [ethics, Option(ONLINE, step=ONE)])
    plan = due.line("n0").plan
    assert plan is not None
    assert plan.lengths == (class_hours(10),)
    assert sorted({own.name for own in plan.options}) == ["e", "online"]


def test_a_module_is_taken_once_or_as_often_as_it_says_and_on_its_days() -> None:
    own = policy(total() >= training_credits(9))
    once = module("m", 5)
    assert still_due(found(own), once).line("n0").state is State.NOT_BY_THESE
    twice = Option(once.record, times=2, title="Module m")
    due = still_due(found(own), twice)
    assert [hours for _, _, hours in hours_of(due)] == ["5", "5"]
    assert "2 times “Module m”" in due.explain()
    gone = Option(once.record, times=2, days=Span.until(date(2022, 12, 31)))
    assert still_due(found(own), gone).line("n0").state is State.NOT_BY_THESE
    later = Option(once.record, times=2, days=Span.through(date(2024, 2, 1), date(2024, 2, 29)))
    plan = still_due(found(own), later).line("n0").plan
    assert plan is not None
    assert plan.when == (Span.through(date(2024, 2, 1), date(2024, 2, 29)),) * 2


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2022, 12, 31), State.NOT_BY_THESE),  # the day of the audit is past on its evening
        (date(2023, 1, 1), State.PLANNED),
        (date(2024, 12, 31), State.PLANNED),
        (date(2025, 1, 1), State.NOT_BY_THESE),  # the cycle is over
    ],
)
def test_a_module_on_one_day(day: date, state: State) -> None:
    own = policy(total() >= training_credits(5))
    option = Option(did("m", day, 5))
    assert still_due(found(own), option).line("n0").state is state


# days -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "by", "state"),
    [
        (date(2024, 12, 30), date(2024, 12, 31), State.PLANNED),
        (date(2024, 12, 31), None, State.LOST),
        (date(2024, 12, 29), date(2024, 12, 31), State.PLANNED),
    ],
)
def test_the_last_day_of_the_cycle(as_of: date, by: date | None, state: State) -> None:
    own = policy(total() >= training_credits(5))
    line = still_due(found(own, as_of=as_of, complete_until=as_of), Option(FACE, step=ONE)).line(
        "n0"
    )
    assert (line.by, line.state) == (by, state)


def test_a_last_day_to_look_at() -> None:
    due = still_due(
        found(CAPPED, *yearly(12, 12, 12)), Option(FACE, step=ONE), until=date(2023, 6, 30)
    )
    line = due.line("n0")
    assert line.by == date(2023, 6, 30)
    assert line.state is State.NOT_BY_THESE  # twelve more, of 24
    assert line.within_reach == training_credits(48)
    assert "With as much of it as may help: 48 training credits of 60" in due.explain()


def test_a_window_that_moves_is_looked_at_on_the_next_day_or_the_last_that_is_named() -> None:
    own = policy(total(over=last(years=1, clip=Clip.BACK)) >= training_credits(10), cycle=None)
    result = found(own, did("r", date(2022, 6, 30), 4))
    line = still_due(result, Option(FACE, step=ONE)).line("n0")
    assert line.by == date(2023, 1, 1)
    assert line.plan.lengths == (class_hours(6),)  # type: ignore[union-attr]  # there is one
    later = still_due(result, Option(FACE, step=ONE), until=date(2023, 6, 30)).line("n0")
    assert later.plan.lengths == (class_hours(10),)  # type: ignore[union-attr]  # the four are gone by then


@pytest.mark.parametrize(
    ("hours", "until"),
    [
        # the window of a year that ends on 30 June 2023 begins on 1 July 2022
        (10, date(2023, 6, 29)),
        (9, None),
    ],
)
def test_met_until_a_record_leaves_the_window(hours: int, until: date | None) -> None:
    own = policy(total(over=last(years=1, clip=Clip.BACK)) >= training_credits(10), cycle=None)
    (promise,) = promises(found(own, did("r", date(2022, 6, 30), hours)))
    assert promise.met is (hours == 10)
    assert promise.met_until == until


def test_met_for_as_long_as_was_looked() -> None:
    (promise,) = promises(found(policy(total() >= training_credits(5)), *yearly(5)))
    assert promise.met
    assert promise.met_until is None
    assert promise.possible_until is None
    assert promise.looked_until == date(2032, 12, 31)


def test_met_until_a_fact_changes_though_it_changes_back() -> None:
    # asked of class teachers alone, and this one is a class teacher from March to May 2023
    own = policy(
        require("n0", total() >= training_credits(5), applies=teacher.category.is_("class_teacher"))
    )
    held = Timeline.of(("class_teacher", Span.through(date(2023, 3, 1), date(2023, 5, 31))))
    who = Teacher("t", categories=held)
    result = audit(own, who, Transcript((), complete_until=AS_OF), as_of=AS_OF)
    (promise,) = promises(result)
    assert promise.met
    assert promise.met_until == date(2023, 2, 28)


# facts ------------------------------------------------------------------------------------------


def test_facts_that_are_not_known_decide() -> None:
    own = policy(
        require("one", total() >= training_credits(5), applies=teacher.post.is_("principal")),
        require("two", all_of(total() >= training_credits(5), teacher.post.is_("principal"))),
    )
    due = still_due(found(own), Option(FACE, step=ONE))
    assert due.line("one").state is State.PLANNED  # enough, if it is asked for at all
    assert due.line("two").state is State.OPEN
    assert [one.fact for one in due.line("two").missing] == ["post"]
    assert due.plan is None
    assert "Whether it can be met depends on what is not known." in due.explain()
    assert "Cannot be told without: the teacher's post" in due.explain()


def test_what_is_unknown_of_records_is_not_relied_on() -> None:
    own = policy(total() >= training_credits(20))
    records = [*yearly(10), did("p", date(2021, 5, 1), 8, status="pending")]
    due = still_due(found(own, *records), Option(FACE, step=ONE))
    assert [hours for _, _, hours in hours_of(due)] == ["10"]  # not two
    assert due.line("n0").pending == ("p",)


def test_records_after_the_day_are_not_known_on_its_evening() -> None:
    own = policy(total() >= training_credits(20))
    records = [*yearly(10), did("later", date(2023, 5, 1), 8)]
    due = still_due(found(own, *records), Option(FACE, step=ONE))
    assert [hours for _, _, hours in hours_of(due)] == ["10"]


def test_too_much_cannot_be_mended() -> None:
    own = policy(total(of=where(mode="online")) <= training_credits(5))
    met = still_due(found(own), Option(ONLINE, step=ONE)).line("n0")
    assert met.state is State.NOTHING
    result = found(own, did("r", date(2021, 5, 1), 8, mode="online"))
    assert still_due(result, Option(ONLINE, step=ONE)).line("n0").state is State.LOST


# words ------------------------------------------------------------------------------------------


def test_the_words() -> None:
    own = policy(
        require("sum", total() >= training_credits(60), title=Text("In all", zh="总量")),
        require(
            "face",
            total(of=where(mode="face_to_face")) >= training_credits(10),
            title=Text("Face to face", zh="集中培训"),
        ),
        ceilings=(
            ceiling(
                "online-year",
                training_credits(12),
                of=where(mode="online"),
                by=SCHOOL_YEAR,
                title=Text("Online", zh="网络研修"),
            ),
        ),
    )
    taken = (date(2020, 5, 1), date(2020, 10, 1), date(2021, 10, 1), date(2022, 10, 1))
    result = found(own, *(did(f"r{day}", day, 12, mode="online") for day in taken))
    options = [
        Option(FACE, step=HALF, title=Text("a course", zh="集中课程")),
        Option(ONLINE, step=ONE, title=Text("a course online", zh="网络课程")),
    ]
    due = still_due(result, options, until=date(2023, 8, 31))
    assert due.explain() == WORDS
    assert str(due) == WORDS
    assert due.explain("zh") == WORDS_ZH


WORDS: Final = """\
What is still due: A small policy
=================================
Teacher: t
As of: 2022-12-31

1. In all
   Still due, and can be met by 2023-08-31.
   So far: 48 of 60 training credits
   Enough: 12 class hours of “a course” (2023-01-01 to 2023-08-31). No less of it is enough.
   Room left by “Online”: 0 of 12 training credits in 2022-09-01 to 2023-08-31

2. Face to face
   Still due, and can be met by 2023-08-31.
   So far: 0 of 10 training credits
   Enough: 10 class hours of “a course” (2023-01-01 to 2023-08-31). No less of it is enough.

All requirements together
-------------------------
12 class hours of “a course” (2023-01-01 to 2023-08-31). No less of it is enough.
"""

WORDS_ZH: Final = """\
尚须完成的培训：小规定
======================
教师：t
截至：2022年12月31日

1. 总量
   尚未达到，2023年8月31日前（含当日）可以达到。
   目前：48培训学分（应达60培训学分）
   完成以下即可：“集中课程”12学时（2023年1月1日至2023年8月31日）。再少则不足。
   “网络研修”的余量：2022年9月1日至2023年8月31日尚余0（限额12培训学分）

2. 集中培训
   尚未达到，2023年8月31日前（含当日）可以达到。
   目前：0培训学分（应达10培训学分）
   完成以下即可：“集中课程”10学时（2023年1月1日至2023年8月31日）。再少则不足。

合并各项要求
------------
“集中课程”12学时（2023年1月1日至2023年8月31日）。再少则不足。
"""


# what is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Option("face"), "not a record"),  # type: ignore[arg-type]  # on purpose
        (lambda: Option(FACE, step=3), "neither class hours nor days"),  # type: ignore[arg-type]  # on purpose
        (lambda: Option(FACE, step=training_credits(1)), "neither class hours nor days"),
        (lambda: Option(FACE, step=class_hours(0)), "no amount above zero"),
        (lambda: Option(FACE, step=class_hours(1, to=2)), "no amount above zero"),
        (lambda: Option(did("x", date(2021, 1, 1), 3), step=ONE), "says how long it took"),
        (lambda: Option(FACE, times=0), "no times"),
        (lambda: Option(FACE, times="2"), "whole number"),  # type: ignore[arg-type]  # on purpose
        (lambda: Option(FACE, step=ONE, times=2), "a step and a number of times"),
        (lambda: Option(FACE, days=2023), "a span"),  # type: ignore[arg-type]  # on purpose
        (lambda: Option(TrainingRecord("p", status="pending")), "is pending"),
        (lambda: Option(TrainingRecord("p", within=Span.of_year(2023))), "some day of a span"),
        (lambda: still_due(found(CAPPED), 3), "not several values"),  # type: ignore[arg-type]  # on purpose
        (lambda: still_due(found(CAPPED), [FACE]), "not an option"),  # type: ignore[list-item]  # on purpose
        (lambda: still_due(found(CAPPED), [Option(FACE), Option(FACE)]), "have one name"),
        (lambda: still_due(found(CAPPED), (), until=date(2022, 12, 31)), "not after the day"),
        (lambda: promises(found(CAPPED), until=date(2022, 12, 30)), "before the day"),
    ],
)
def test_what_is_refused(make: Callable[[], object], words: str) -> None:
    with pytest.raises((InvalidValueError, InvalidTypeError), match=words):
        make()


def test_a_requirement_that_there_is_not() -> None:
    with pytest.raises(KeyError):
        still_due(found(CAPPED), ()).line("other")
