"""A project and its parts: which are done, when it is complete, and that not both award."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pytest

from teachtrain.errors import InvalidPolicyError, InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    MONTH,
    NONE,
    UNBOUNDED,
    UNKNOWN,
    Amount,
    Certainty,
    Cycle,
    Mode,
    Module,
    Source,
    Span,
    Status,
    Teacher,
    TrainingProject,
    TrainingRecord,
    Transcript,
    class_hours,
    number,
    per,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Audit,
    Policy,
    Verdict,
    audit,
    ceiling,
    group,
    larger_side,
    limit_per,
    not_,
    nothing,
    post,
    recognise,
    record,
    require,
    teacher,
    total,
    where,
)
from teachtrain.rules._policy import Rewrite
from teachtrain.rules.explain import words_of
from teachtrain.rules.projects import progress

PROJECT: Final = TrainingProject(
    "safety",
    "Campus safety",
    activity="training",
    mode="face_to_face",
    hours=16,
    modules=(
        Module("law", "Law", hours=5),
        Module("fire", "Fire", hours=5, mode="online"),
        Module("drill", "A drill at school", hours=4, mode="practice"),
        Module("test", "The test", hours=1, activity="examination"),
    ),
    module_count=4,
)
END: Final = date(2016, 8, 31)
ONE_EACH: Final = (
    nothing("failed", where(result="failed"), reason="only what was passed counts"),
    recognise("training", where(), post("main", record.hours)),
)
ONCE: Final = larger_side("once", where(record.module.is_none()), by="project")


def policy(**parts: Any) -> Policy:  # noqa: ANN401 - of a policy
    usual: dict[str, Any] = {
        "accounts": (Account("main", CLASS_HOUR),),
        "recognition": ONE_EACH,
        "rewrites": (ONCE,),
        "cycle": Cycle.block(years=1, starting=date(2015, 9, 1)),
        "requirements": (
            require("all", total() >= class_hours(30)),
            require("online", total(of=where(mode=Mode.ONLINE)) >= class_hours(3)),
        ),
    }
    return Policy(
        id="elm",
        title="Elm",
        source=Source("Elm", certainty=Certainty.INVENTED),
        **(usual | parts),
    )


def passed(name: str, module: str | None = None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - of a record
    usual: dict[str, Any] = {"day": date(2015, 10, 1), "result": "passed"}
    return PROJECT.record(name, module=module, **(usual | facts))


def judged(*records: TrainingRecord, until: date | None = END, **parts: Any) -> Audit:  # noqa: ANN401 - of a policy
    transcript = Transcript(records, complete_until=until)
    return audit(policy(**parts), Teacher("t-1"), transcript, as_of=END)


def counted(*records: TrainingRecord, **parts: Any) -> Amount | None:  # noqa: ANN401 - of a policy
    return judged(*records, **parts).findings[0].counted


# never both ---------------------------------------------------------------------------------

PARTS: Final = tuple(passed(f"r-{own.id}", own.id) for own in PROJECT.modules)


@pytest.mark.parametrize(
    ("records", "hours"),
    [
        ((), 0),
        ((passed("w"),), 16),
        (PARTS, 15),
        ((passed("w"), *PARTS), 16),  # 16 for the whole, 15 for the parts
        ((passed("w", hours=15), *PARTS), 15),  # alike
        ((passed("w", hours=14), *PARTS), 15),
        ((passed("w"), PARTS[0]), 16),
        ((passed("w", result="failed"), *PARTS), 15),
        ((passed("w"), *PARTS, passed("again", "law")), 20),  # a policy says what is once only
        ((passed("w"), *PARTS, TrainingRecord("x", day=END, hours=7, result="passed")), 23),
    ],
)
def test_a_project_and_its_modules_never_both_award(
    records: tuple[TrainingRecord, ...], hours: int
) -> None:
    assert counted(*records) == class_hours(hours)
    assert counted(*reversed(records)) == class_hours(hours)


def test_each_project_stands_for_itself() -> None:
    other = TrainingProject("law", "Law", hours=10, modules=(Module("a", "A", hours=12),))
    taken = [
        passed("w"),
        *PARTS,
        other.record("o", day=END, result="passed"),
        other.record("o-a", module="a", day=END, result="passed"),
    ]
    assert counted(*taken) == class_hours(16 + 12)


def test_the_side_that_does_not_count_says_why() -> None:
    found = judged(passed("w"), *PARTS)
    cuts = {own.record_id: own.settled.cuts for own in found.entries}
    assert cuts["w"] == () or cuts["w"][0].amount == class_hours(0)
    for own in PARTS:
        (cut,) = cuts[own.id]
        assert cut.clause is ONCE
        assert cut.amount == class_hours(own.hours or 0)
    assert "whichever comes to more" in found.explain()
    assert "只计较多的一方" in found.explain("zh")


def test_a_tie_is_won_by_the_side_that_the_rule_names() -> None:
    records = (passed("w", hours=15), *PARTS)
    other = larger_side("once", where(not_(record.module.is_none())), by="project")
    for rule, winners in ((ONCE, {"w"}), (other, {own.id for own in PARTS})):
        found = judged(*records, rewrites=(rule,))
        counting = {own.record_id for own in found.entries if own.settled.counted.value > 0}
        assert counting == winners


def test_words_of_the_rule() -> None:
    assert words_of(ONCE, policy=policy()) == (
        "either training that is without any module or the rest counts for each project, "
        "whichever comes to more"
    )


NO_MODULE: Final = record.module.is_none()


@pytest.mark.parametrize(
    ("form", "en", "zh"),
    [
        (NO_MODULE, "it has no module", "无培训模块"),
        (not_(NO_MODULE), "it has some module", "有培训模块"),
        (where(NO_MODULE), "without any module", "无培训模块"),
        (where(not_(NO_MODULE)), "with some module", "有培训模块"),
    ],
)
def test_words_of_a_fact_that_is_none(form: Any, en: str, zh: str) -> None:  # noqa: ANN401 - a condition
    assert words_of(form) == en
    assert words_of(form, "zh") == zh


def test_whether_a_record_has_no_such_thing() -> None:
    def takes(module: Any) -> Any:  # noqa: ANN401 - a word, or that there is none
        row = TrainingRecord("r", day=END, hours=1, result="passed", module=module)
        needs = total(of=where(NO_MODULE)) >= class_hours(1)
        return judged(row, rewrites=(), requirements=(require("r", needs),)).so_far

    assert takes(None) is takes(NONE) is Verdict.MET  # left out, a record has no module
    assert takes("law") is Verdict.UNMET
    assert takes(UNKNOWN) is Verdict.MET_OR_UNMET
    with pytest.raises(InvalidValueError, match="is no fact of a record"):
        teacher.stage.is_none()


def test_what_is_not_known_of_a_record_leaves_open_which_side_counts() -> None:
    unsure = TrainingRecord(
        "u", project="safety", module=UNKNOWN, day=END, hours=10, result="passed"
    )
    # As a part: 20 against 16. As another whole: 26 against 10.
    found = judged(
        *(passed("w"), PARTS[0], PARTS[1], unsure),
        requirements=(require("all", total() >= class_hours(22)),),
    )
    (finding,) = found.findings
    assert finding.counted == class_hours(20, to=26)
    assert finding.so_far is Verdict.MET_OR_UNMET
    assert [(one.fact, one.record) for one in finding.missing] == [("module", "u")]
    pending = passed("p", "law", hours=20, status=Status.PENDING)
    assert counted(passed("w"), pending) == class_hours(16, to=20)
    some_project = TrainingRecord("s", project=UNKNOWN, day=END, hours=3, result="passed")
    assert counted(passed("w"), PARTS[0], some_project) == class_hours(16, to=19)


def test_of_many_open_members_less_is_said_and_nothing_wrong() -> None:
    unsure = [
        TrainingRecord(
            f"u-{place}", project="safety", module=UNKNOWN, day=END, hours=2, result="passed"
        )
        for place in range(7)
    ]
    # Six of them are tried out: 16 and 0 to 12 against 0 to 12. Of seven no one is.
    assert counted(passed("w"), *unsure[:6]) == class_hours(16, to=28)
    assert counted(passed("w"), *unsure) == class_hours(16, to=30)
    assert counted(*unsure[:6]) == class_hours(6, to=12)
    assert counted(*unsure) == class_hours(0, to=14)  # 8 to 14, if one tried


def test_a_part_of_a_group_may_lose_to_what_is_still_to_come() -> None:
    today = audit(
        policy(),
        Teacher("t-1"),
        Transcript([PARTS[1]], complete_until=date(2015, 12, 31)),
        as_of=date(2015, 12, 31),
    )
    online = today.finding("online")
    assert (online.so_far, online.final) == (Verdict.MET, Verdict.MET_OR_UNMET)


@pytest.mark.parametrize(
    ("in_force", "hours"),
    [
        (Span.since(date(2015, 10, 1)), 16),
        (Span.since(date(2015, 10, 2)), 31),
        (Span.until(date(2015, 10, 1)), 16),
        (Span.until(date(2015, 9, 30)), 31),
    ],
)
def test_it_holds_for_some_days(in_force: Span, hours: int) -> None:
    once = larger_side("once", where(record.module.is_none()), by="project", in_force=in_force)
    assert counted(passed("w"), *PARTS, rewrites=(once,)) == class_hours(hours)


def test_what_comes_before_and_after_it() -> None:
    # Of each module 4 hours count: 4 + 4 + 4 + 1 against 16.
    first = limit_per("four", class_hours(4), by="module", of=where(record.module.is_known()))
    assert counted(passed("w", hours=12), *PARTS, rewrites=(first, ONCE)) == class_hours(13)
    assert counted(passed("w", hours=14), *PARTS, rewrites=(first, ONCE)) == class_hours(14)
    top = ceiling("top", class_hours(9), by=CYCLE)
    assert counted(passed("w"), *PARTS, ceilings=(top,)) == class_hours(9)


def test_another_total_beside_a_side_is_refused() -> None:
    odd = Rewrite("odd", group.total * number("0.5"), by=("project",), side=where(mode="online"))
    with pytest.raises(InvalidPolicyError, match="counts one side, and another total"):
        policy(rewrites=(odd,))
    with pytest.raises(InvalidTypeError, match="not a selection"):
        larger_side("odd", record.module.is_known(), by="project")  # type: ignore[arg-type]


# days, months, two modes --------------------------------------------------------------------


def test_days_and_months_are_hours_by_the_rate_of_the_policy_alone() -> None:
    six_a_day = recognise(
        "days", where(record.days.is_known()), post("main", record.days * per(DAY, class_hours(6)))
    )
    months = record.local("months", MONTH)
    in_months = recognise(
        "months", where(months.is_known()), post("main", months * per(MONTH, class_hours(60)))
    )
    taken = [
        TrainingRecord("d", day=END, days=5, result="passed"),
        TrainingRecord("m", day=END, local={"months": "one and a half"}, result="passed"),
    ]
    rules = (six_a_day, in_months)
    assert counted(*taken, recognition=rules) == Amount(30, UNBOUNDED, CLASS_HOUR)  # a text
    taken[1] = TrainingRecord("m", day=END, local={"months": number("1.5").value}, result="passed")
    assert counted(*taken, recognition=rules) == class_hours(30 + 90)
    # Without a rate, days are worth nothing that is known.
    assert counted(taken[0]) == Amount(0, UNBOUNDED, CLASS_HOUR)


def test_practice_parts_and_the_assessment_are_told_apart_by_mode_and_activity() -> None:
    found = judged(
        *PARTS,
        recognition=(
            nothing("exam", where(activity="examination"), reason="an assessment has no hours"),
            *ONE_EACH,
        ),
        requirements=(
            require("all", total() >= class_hours(14)),
            require("practice", total(of=where(mode=Mode.PRACTICE)) >= total() * number("0.5")),
        ),
    )
    assert found.finding("all").counted == class_hours(14)  # 15, less the hour of the test
    practice = found.finding("practice")
    assert (practice.counted, practice.required) == (class_hours(4), class_hours(7))


def test_a_blended_project_counts_in_two_modes_by_its_modules() -> None:
    found = judged(*PARTS)
    assert found.finding("all").counted == class_hours(15)
    assert found.finding("online").counted == class_hours(5)  # the fire module


def test_one_record_counts_in_two_modes_by_what_it_says_of_each() -> None:
    online, face = record.local("online", CLASS_HOUR), record.local("face", CLASS_HOUR)
    blended = recognise(
        "blended",
        where(),
        post("main", online, tag="online"),
        post("main", face, tag="face"),
    )
    found = judged(
        passed("b", local={"online": 6, "face": 10}),
        recognition=(blended,),
        rewrites=(),
        requirements=(
            require("all", total() >= class_hours(16)),
            require("online", total(of=where(tag="online")) >= class_hours(8)),
            require("face", total(of=where(tag="face")) >= class_hours(8)),
        ),
    )
    assert [own.counted for own in found.findings] == [class_hours(own) for own in (16, 6, 10)]


# progress -----------------------------------------------------------------------------------


def so_far(*records: TrainingRecord, until: date | None = END, as_of: date = END) -> Any:  # noqa: ANN401 - Progress
    return progress(PROJECT, Transcript(records, complete_until=until), as_of=as_of)


def test_every_part_done_completes_a_project() -> None:
    found = so_far(*PARTS)
    assert (found.verdict, found.missing, found.hours) == (Verdict.MET, (), class_hours(15))
    made = found.record("whole")
    assert (made.hours, made.module, made.result, made.day) == (16, None, "passed", END)
    assert counted(*PARTS, made) == class_hours(16)


def test_a_record_of_the_whole_completes_it_too() -> None:
    found = so_far(passed("w"))
    assert (found.verdict, found.whole, found.missing) == (Verdict.MET, ("w",), ())
    assert [own.verdict for own in found.parts] == [Verdict.UNMET] * 4


def test_a_record_of_the_whole_that_is_open_leaves_it_open() -> None:
    pending = passed("w", status=Status.PENDING)
    assert so_far(pending).verdict is Verdict.MET_OR_UNMET
    assert so_far(*PARTS, pending).verdict is Verdict.MET


@pytest.mark.parametrize("gone", range(4))
def test_a_part_that_is_missing_is_named(gone: int) -> None:
    found = so_far(*(own for place, own in enumerate(PARTS) if place != gone))
    assert (found.verdict, found.missing) == (Verdict.UNMET, (PROJECT.modules[gone].id,))
    assert found.hours == class_hours(15) - class_hours(PROJECT.modules[gone].hours or 0)
    with pytest.raises(InvalidValueError, match=f"see missing: {PROJECT.modules[gone].id}"):
        found.record("whole")


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, Verdict.MET),
        ({"result": "excellent"}, Verdict.MET),
        ({"result": "failed"}, Verdict.UNMET),
        ({"result": None}, Verdict.MET_OR_UNMET),
        ({"status": Status.PENDING}, Verdict.MET_OR_UNMET),
        ({"day": END}, Verdict.MET),
        ({"day": END + timedelta(1)}, Verdict.UNMET),
        ({"day": END, "last_day": END + timedelta(1)}, Verdict.MET_OR_UNMET),
        ({"day": None}, Verdict.MET_OR_UNMET),
        ({"project": UNKNOWN}, Verdict.MET_OR_UNMET),
        ({"project": "another"}, Verdict.UNMET),
    ],
)
def test_when_a_part_is_done(facts: dict[str, Any], verdict: Verdict) -> None:
    found = so_far(*PARTS[:3], passed("last", "test", **facts))
    assert found.parts[3].verdict is verdict
    assert found.verdict is verdict
    assert found.parts[3].records == (() if verdict is Verdict.UNMET else ("last",))


def test_a_part_that_is_not_named_may_be_any() -> None:
    unsure = TrainingRecord(
        "u", project="safety", module=UNKNOWN, day=END, hours=9, result="passed"
    )
    found = so_far(*PARTS[:3], unsure)
    assert found.parts[3].verdict is Verdict.MET_OR_UNMET
    assert found.verdict is Verdict.MET_OR_UNMET
    assert found.hours == class_hours(14, to=9 * 4)


@pytest.mark.parametrize(
    ("until", "verdict"),
    [
        (END, Verdict.UNMET),
        (END - timedelta(1), Verdict.MET_OR_UNMET),
        (None, Verdict.MET_OR_UNMET),
    ],
)
def test_what_is_not_in_an_incomplete_transcript_is_not_known(
    until: date | None, verdict: Verdict
) -> None:
    found = so_far(*PARTS[:3], until=until)
    assert found.verdict is verdict
    assert found.hours.is_point is (verdict is Verdict.UNMET)  # a longer record may be missing


def test_the_longest_of_several_records_of_a_part_is_its_hours() -> None:
    again = passed("again", "law", hours=7, status=Status.PENDING)
    assert so_far(*PARTS, again).hours == class_hours(15, to=17)
    untold = passed("untold", "law", hours=None)
    assert so_far(untold).hours == Amount(0, UNBOUNDED, CLASS_HOUR)


def test_parts_without_a_name_leave_it_open() -> None:
    topical = TrainingProject("topical", "Topical", module_count=23)
    none = Transcript((), complete_until=END)
    assert progress(topical, none, as_of=END).verdict is Verdict.MET_OR_UNMET
    with pytest.raises(InvalidValueError, match="parts without a name"):
        progress(topical, none, as_of=END).record("x")
    whole = Transcript((topical.record("w", day=END, result="passed"),), complete_until=END)
    assert progress(topical, whole, as_of=END).verdict is Verdict.MET
    plain = TrainingProject("plain", "Plain")
    assert progress(plain, none, as_of=END).verdict is Verdict.UNMET


def test_what_is_no_project_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match="give TrainingProject"):
        progress("safety", Transcript((), complete_until=END), as_of=END)  # type: ignore[arg-type]
