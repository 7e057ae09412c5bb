"""
A teacher who changes in the middle of a cycle, on six days of it.

Every figure is worked out by hand beside it. The cycle of 1 September 2020 to 31 August 2025 has
1826 days. What the teacher is and does comes to be known bit by bit: each audit is given what was
known on its day.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Final

import attrs
import pytest

from teachtrain.errors import InvalidPolicyError, InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    IN_POST,
    NEW_TEACHER,
    NONE,
    ON_LEAVE,
    PRINCIPAL,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    Certainty,
    Clip,
    Cycle,
    Source,
    Span,
    Teacher,
    Timeline,
    TrainingRecord,
    Transcript,
    days,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE_YEAR,
    Account,
    Audit,
    Booking,
    Policy,
    all_of,
    any_of,
    around,
    at_least,
    audit,
    cycle_part,
    dated,
    days_of,
    days_when,
    each,
    not_,
    nothing,
    post,
    recognise,
    record,
    require,
    rounded,
    teacher,
    total,
    when,
    where,
)
from teachtrain.rules._quantities import DayTest
from teachtrain.rules.explain import words_of

ON_DUTY: Final = teacher.employment.is_(IN_POST)
leave_taken = days_when(teacher.employment.is_(ON_LEAVE))

NORTHFIELD: Final = Policy(
    id="northfield-2020",
    title="Northfield training order",
    source=Source("Northfield 7", certainty=Certainty.INVENTED),
    cycle=Cycle.block(years=5, starting=date(2020, 9, 1)),
    accounts=(Account("main", TRAINING_CREDIT),),
    recognition=(
        recognise(
            "all", where(), post("main", record.hours * per(CLASS_HOUR, training_credits(1)))
        ),
    ),
    requirements=(
        # 24 credits in each school year, 30 from September 2023, by the working share on its last
        # day; nothing in a year with 180 days of leave or more.
        require(
            "yearly",
            each(
                SCHOOL_YEAR,
                when(
                    leave_taken < days(180),
                    total()
                    >= dated(
                        (date(2020, 9, 1), training_credits(24)),
                        (date(2023, 9, 1), training_credits(30)),
                    )
                    * teacher.local("share"),
                ),
            ),
        ),
        # 120 credits in five years, by the days in post; parts of a credit are a whole one.
        require(
            "cycle",
            total()
            >= rounded(
                training_credits(120) * (days_when(ON_DUTY) / days_of()),
                step=training_credits(1),
                direction="up",
            ),
        ),
        # A new teacher: 20 credits of induction within twelve months from appointment.
        require(
            "induction",
            total(
                of=where(activity="induction"),
                over=around("hired", months_after=12, clip=Clip.BACK),
            )
            >= training_credits(20),
            applies=teacher.category.is_(NEW_TEACHER).on("hired"),
        ),
        # A principal: 12 credits on leading a school within six months from taking the post.
        require(
            "principal",
            total(
                of=where(topic="leadership"),
                over=around("principal_post", months_after=6, clip=Clip.BACK),
            )
            >= training_credits(12),
        ),
    ),
)

INDUCTION: Final = TrainingRecord("r-1", day=date(2021, 10, 15), hours=20, activity="induction")
SUMMER: Final = TrainingRecord("r-2", day=date(2022, 6, 1), hours=12)
AUTUMN: Final = TrainingRecord("r-3", day=date(2022, 11, 10), hours=10)
RETURNED: Final = TrainingRecord("r-4", day=date(2024, 5, 5), hours=16)
LEADING: Final = TrainingRecord("r-5", day=date(2024, 11, 20), hours=12, topics="leadership")
LAST: Final = TrainingRecord("r-6", day=date(2025, 4, 10), hours=20)
RECORDS: Final = (INDUCTION, SUMMER, AUTUMN, RETURNED, LEADING, LAST)

BEFORE: Final = (NONE, Span.until(date(2021, 8, 31)))
AT_FIRST: Final = Timeline.of(BEFORE, (IN_POST, Span.since(date(2021, 9, 1))))
WITH_LEAVE: Final = Timeline.of(
    BEFORE,
    (IN_POST, Span.through(date(2021, 9, 1), date(2023, 2, 28))),
    (ON_LEAVE, Span.through(date(2023, 3, 1), date(2023, 11, 30))),
    (IN_POST, Span.since(date(2023, 12, 1))),
)
NEW: Final = (NEW_TEACHER, Span.through(date(2021, 9, 1), date(2022, 8, 31)))
HALF: Final = Timeline.of(
    (1, Span.until(date(2023, 11, 30))),
    (Fraction(1, 2), Span.through(date(2023, 12, 1), date(2024, 8, 31))),
    (1, Span.since(date(2024, 9, 1))),
)


def person(as_of: date) -> Teacher:
    """Return the teacher as known on a day."""
    leads = as_of >= date(2024, 9, 1)
    return Teacher(
        "t-1",
        categories=(NEW, (PRINCIPAL, Span.since(date(2024, 9, 1)))) if leads else (NEW,),
        employment=AT_FIRST if as_of < date(2023, 3, 1) else WITH_LEAVE,
        events={
            "hired": date(2021, 9, 1),
            "principal_post": date(2024, 9, 1) if leads else NONE,
        },
        local={"share": 1 if as_of < date(2023, 12, 1) else HALF},
    )


def standing(as_of: date, *records: TrainingRecord, policy: Policy = NORTHFIELD) -> Audit:
    """Return the audit of what is known on a day."""
    known = [own for own in (records or RECORDS) if own.day is not None and own.day <= as_of]
    transcript = Transcript(known, complete_until=as_of)
    return audit(policy, person(as_of), transcript, as_of=as_of)


def verdicts(result: Audit) -> dict[str, str]:
    """Return the verdict so far of every requirement."""
    return {own.id: str(own.so_far) for own in result.findings}


SIX_DAYS: Final[list[tuple[date, dict[str, str], int, int]]] = [
    # In post for 1461 of 1826 days: 120 x 1461 / 1826 is a little above 96, so 97 are due.
    # The first year has 20 of 24; the year before the appointment asks for nothing.
    (
        date(2022, 3, 1),
        {"yearly": "unmet", "cycle": "unmet", "induction": "met", "principal": "not applicable"},
        20,
        97,
    ),
    # 32 of 24 in the first year.
    (
        date(2022, 8, 31),
        {"yearly": "met", "cycle": "unmet", "induction": "met", "principal": "not applicable"},
        32,
        97,
    ),
    # On leave from 1 March to 30 November 2023: 184 days of the second year, which asks for
    # nothing. In post for 546 days before it and 640 after it: 120 x 1186 / 1826 is 77.9, so 78.
    (
        date(2023, 8, 31),
        {"yearly": "met", "cycle": "unmet", "induction": "met", "principal": "not applicable"},
        42,
        78,
    ),
    # 91 days of leave are less than 180: half of 30, as a half-time teacher, 16 of 15.
    (
        date(2024, 8, 31),
        {"yearly": "met", "cycle": "unmet", "induction": "met", "principal": "not applicable"},
        58,
        78,
    ),
    # The last day of the six months of a new principal; 12 of 30 in the last year.
    (
        date(2025, 2, 28),
        {"yearly": "unmet", "cycle": "unmet", "induction": "met", "principal": "met"},
        70,
        78,
    ),
    # 32 of 30 in the last year.
    (
        date(2025, 8, 31),
        {"yearly": "met", "cycle": "met", "induction": "met", "principal": "met"},
        90,
        78,
    ),
]


@pytest.mark.parametrize(
    ("as_of", "expected", "counted", "due"), SIX_DAYS, ids=[str(own[0]) for own in SIX_DAYS]
)
def test_the_same_teacher_on_six_days(
    as_of: date, expected: dict[str, str], counted: int, due: int
) -> None:
    result = standing(as_of)
    cycle = result.finding("cycle")

    assert verdicts(result) == expected
    assert (cycle.counted, cycle.required) == (training_credits(counted), training_credits(due))
    assert str(cycle.final) == ("met" if counted >= due else "unknown (met or unmet)")


def test_each_year_is_judged_by_what_held_then() -> None:
    years = standing(date(2025, 8, 31)).finding("yearly").parts

    assert [str(own.so_far) for own in years] == [
        "not applicable",
        "met",
        "not applicable",
        "met",
        "met",
    ]
    asked = [own.parts[-1].required for own in years]
    assert [asked[1], asked[3], asked[4]] == [
        training_credits(24),
        training_credits(15),
        training_credits(30),
    ]


@pytest.mark.parametrize(
    ("last_of_leave", "days_away", "outcome"),
    [
        # 10 credits of 24 in the second year: the day before, the day, and the day after leave
        # has lasted 180 days.
        (date(2023, 8, 26), 179, "unmet"),
        (date(2023, 8, 27), 180, "not applicable"),
        (date(2023, 8, 28), 181, "not applicable"),
    ],
)
def test_from_the_day_on_which_leave_has_lasted_long_enough(
    last_of_leave: date, days_away: int, outcome: str
) -> None:
    assert (last_of_leave - date(2023, 3, 1)).days + 1 == days_away
    leave = Timeline.of(
        (IN_POST, Span.until(date(2023, 2, 28))),
        (ON_LEAVE, Span.through(date(2023, 3, 1), last_of_leave)),
        (IN_POST, Span.since(date.fromordinal(last_of_leave.toordinal() + 1))),
    )
    someone = attrs.evolve(person(date(2023, 8, 31)), employment=leave)
    transcript = Transcript(RECORDS, complete_until=date(2023, 8, 31))
    result = audit(NORTHFIELD, someone, transcript, as_of=date(2023, 8, 31))

    assert str(result.finding("yearly").parts[2].so_far) == outcome


@pytest.mark.parametrize(
    ("day", "outcome"),
    [(date(2025, 2, 27), "met"), (date(2025, 2, 28), "met"), (date(2025, 3, 1), "unmet")],
)
def test_the_six_months_of_a_new_principal_end(day: date, outcome: str) -> None:
    moved = attrs.evolve(LEADING, day=day)
    result = standing(date(2025, 8, 31), INDUCTION, moved)

    assert verdicts(result)["principal"] == outcome


@pytest.mark.parametrize(
    ("as_of", "asked"),
    [(date(2023, 8, 31), 24), (date(2024, 8, 31), 15)],
)
def test_the_rule_changes_from_the_year_that_ends_after_it(as_of: date, asked: int) -> None:
    """What is due in a year is read on its last day; the share of that day makes 30 into 15."""
    stays = attrs.evolve(person(as_of), employment=AT_FIRST)
    result = audit(NORTHFIELD, stays, Transcript((), complete_until=as_of), as_of=as_of)
    year = [own for own in result.finding("yearly").parts if own.applies][-1]

    assert year.parts[-1].required == training_credits(asked)


def test_a_record_across_the_border_of_two_years_is_a_gap_until_the_policy_says() -> None:
    """20 credits from 25 August to 5 September 2024, and 18 more: 30 are asked in the last year."""
    across = TrainingRecord(
        "r-9", day=date(2024, 8, 25), last_day=date(2024, 9, 5), hours=20, activity="summer school"
    )
    less = attrs.evolve(LAST, hours=6)
    records = (INDUCTION, SUMMER, AUTUMN, RETURNED, LEADING, less, across)
    silent = standing(date(2025, 8, 31), *records)
    last_year = silent.finding("yearly").parts[-1]

    assert str(last_year.so_far) == "unknown (met or unmet)"
    assert [str(one) for one in last_year.missing] == ["policy: booking of record r-9"]
    for said, outcome in ((Booking.FIRST_DAY, "unmet"), (Booking.LAST_DAY, "met")):
        policy = attrs.evolve(NORTHFIELD, booking=said)
        told = standing(date(2025, 8, 31), *records, policy=policy).finding("yearly").parts[-1]
        assert str(told.so_far) == outcome


def test_what_was_done_in_each_post_counts_there() -> None:
    """A duty split over two posts: for each, by the days in it, from what was done in it."""
    leading = teacher.category.is_(PRINCIPAL)
    split = (
        # A principal owes 360 credits in a full cycle: 365 of 1826 days, 71.96, rounded up to 72.
        require(
            "as principal",
            total(of=where(leading))
            >= rounded(
                training_credits(360) * (days_when(leading) / days_of()),
                step=training_credits(1),
                direction="up",
            ),
            applies=leading.ever(),
        ),
    )
    result = standing(date(2025, 8, 31), policy=attrs.evolve(NORTHFIELD, requirements=split))
    (finding,) = result.findings

    assert finding.required == training_credits(72)
    assert finding.counted == training_credits(32)
    assert finding.records == ("r-5", "r-6")


# where the policy is silent: rounding, and what is entered late ----------------------------------

FIVE_YEARS = Cycle.block(years=5, starting=date(2020, 9, 1))
OVER = date(2025, 8, 31)


def small(
    *records: TrainingRecord,
    needs: object = None,
    as_of: date = date(2025, 12, 31),
    **parts: object,
) -> Audit:
    """Return an audit of the cycle that ended on 31 August 2025, an hour for a credit."""
    need = total() >= training_credits(10) if needs is None else needs
    policy = Policy(
        id="small",
        title="A small policy",
        source=Source("an invented order", certainty=Certainty.INVENTED),
        accounts=(Account("main", TRAINING_CREDIT),),
        cycle=FIVE_YEARS,
        **(
            {
                "recognition": (
                    recognise(
                        "all",
                        where(),
                        post("main", record.hours * per(CLASS_HOUR, training_credits(1))),
                    ),
                ),
                "requirements": (require("need", need),),  # type: ignore[arg-type]  # a condition
            }
            | parts
        ),
    )
    transcript = Transcript(records, complete_until=as_of)
    return audit(policy, Teacher("t"), transcript, as_of=as_of, cycle_of=OVER)


@pytest.mark.parametrize(
    ("direction", "verdict", "required"),
    [
        # a third of 100 is 33 1/3
        ("down", "met", "33 training credit"),
        ("half up", "met", "33 training credit"),
        ("up", "unmet", "34 training credit"),
        (None, "unknown (met or unmet)", "33 to 34 training credit"),
    ],
)
def test_a_threshold_off_the_step(direction: str | None, verdict: str, required: str) -> None:
    need = rounded(training_credits(100) * "1/3", step=training_credits(1), direction=direction)
    result = small(TrainingRecord("r", day=OVER, hours=33), needs=total() >= need)
    finding = result.finding("need")
    assert (str(finding.so_far), str(finding.required)) == (verdict, required)
    gaps = [str(one) for one in finding.missing]
    assert gaps == (["policy: rounding"] if direction is None else [])


@pytest.mark.parametrize(
    ("hours", "counted", "open_"),
    [("9.4", "9 to 10 training credit", True), ("9", "9 training credit", False)],
)
def test_an_amount_off_the_step(hours: str, counted: str, open_: bool) -> None:
    credit = record.hours * per(CLASS_HOUR, training_credits(1))
    whole = rounded(credit, step=training_credits(1), direction=None)
    result = small(
        TrainingRecord("r", day=OVER, hours=hours),
        recognition=(recognise("all", where(), post("main", whole)),),
    )
    finding = result.finding("need")
    assert str(finding.counted) == counted
    assert [one.kind for one in finding.missing] == (["rounding"] if open_ else [])
    if open_:
        assert "The policy does not say how an amount is rounded" in result.explain()
        assert "规定未写明数额如何取整" in result.explain("zh")


@pytest.mark.parametrize(
    ("entered", "late_entries", "verdict", "outcome"),
    [
        (None, None, "met", "recognised"),
        (date(2025, 8, 31), None, "met", "recognised"),  # the last day of the cycle
        (date(2025, 9, 1), None, "unknown (met or unmet)", "recognised"),
        (date(2025, 9, 1), True, "met", "recognised"),
        (date(2025, 9, 1), False, "unmet", "late"),
        (date(2025, 8, 31), False, "met", "recognised"),
    ],
)
def test_a_record_that_was_entered_after_the_cycle(
    entered: date | None, late_entries: bool | None, verdict: str, outcome: str
) -> None:
    own = TrainingRecord("r", day=date(2025, 8, 1), hours=10, entered=entered)
    result = small(own, late_entries=late_entries)
    assert str(result.finding("need").so_far) == verdict
    assert [one.outcome for one in result.records] == [outcome]
    gaps = [str(one) for one in result.missing]
    assert gaps == (["policy: late entry of record r"] if "unknown" in verdict else [])
    if gaps:
        assert "whether what was entered after the cycle counts" in result.explain()
        assert "规定未写明周期结束后录入的活动是否计入" in result.explain("zh")
    if outcome == "late":
        assert "It was entered on 2025-09-01, after the cycle" in result.explain()


@pytest.mark.parametrize(("entered", "counted"), [(30, "10"), (31, "0"), (None, "10")])
def test_a_deadline_for_entries(entered: int | None, counted: str) -> None:
    """Registered more than 30 days after its last day, a record earns nothing."""
    last = date(2024, 3, 5)
    own = TrainingRecord(
        "r",
        day=date(2024, 3, 1),
        last_day=last,
        hours=10,
        entered=None if entered is None else last + timedelta(days=entered),
    )
    credit = record.hours * per(CLASS_HOUR, training_credits(1))
    result = small(
        own,
        recognition=(
            nothing("late", where(record.delay > days(30)), reason="entered too late"),
            recognise("all", where(), post("main", credit)),
        ),
        booking=Booking.FIRST_DAY,
    )
    assert str(result.finding("need").counted) == f"{counted} training credit"
    assert "entered more than 30 days after its last day" in words_of(result.policy.recognition[0])


def test_what_was_entered_before_it_was_over_cannot_be() -> None:
    with pytest.raises(InvalidValueError, match="was entered before it was over"):
        TrainingRecord("r", day=date(2024, 3, 1), entered=date(2024, 2, 29))


# a cycle that lasts as long as the teacher's employment says -------------------------------------


def lasting(employment: Timeline | str | None, as_of: date, *records: TrainingRecord) -> Audit:
    """Five years from 1 September 2020 for staff, three for those on a contract."""
    policy = Policy(
        id="small",
        title="A small policy",
        source=Source("an invented order", certainty=Certainty.INVENTED),
        accounts=(Account("main", TRAINING_CREDIT),),
        cycle=FIVE_YEARS.years_by("employment", {"contract": 3}),
        recognition=(
            recognise(
                "all", where(), post("main", record.hours * per(CLASS_HOUR, training_credits(1)))
            ),
        ),
        requirements=(require("need", total() >= training_credits(10)),),
    )
    who = Teacher("t", employment=employment)
    return audit(policy, who, Transcript(records, complete_until=as_of), as_of=as_of)


@pytest.mark.parametrize(
    ("employment", "as_of", "cycle"),
    [
        ("in_post", date(2023, 8, 31), "2020-09-01 to 2025-08-31"),
        ("in_post", date(2023, 9, 1), "2020-09-01 to 2025-08-31"),
        ("contract", date(2023, 8, 31), "2020-09-01 to 2023-08-31"),
        ("contract", date(2023, 9, 1), "2023-09-01 to 2026-08-31"),
        (NONE, date(2023, 9, 1), "2020-09-01 to 2025-08-31"),
        (None, date(2023, 9, 1), "None"),
    ],
)
def test_a_cycle_lasts_by_employment(employment: str | None, as_of: date, cycle: str) -> None:
    result = lasting(employment, as_of, TrainingRecord("r", day=date(2022, 5, 6), hours=10))
    assert str(result.cycle) == cycle
    finding = result.finding("need")
    if employment is None:
        assert finding.so_far.is_unknown
        assert [one.fact for one in finding.missing] == ["employment"]
        assert "Cycle: cannot be told without the teacher's employment" in result.explain()
        assert "缺少教师的" in result.explain("zh")
    else:
        assert str(finding.so_far) == ("unmet" if cycle.startswith("2023") else "met")


def test_the_employment_of_the_day_that_is_looked_at_tells() -> None:
    changed = Timeline.of(
        ("contract", Span.until(date(2022, 12, 31))), ("in_post", Span.since(date(2023, 1, 1)))
    )
    assert str(lasting(changed, date(2022, 12, 31)).cycle) == "2020-09-01 to 2023-08-31"
    assert str(lasting(changed, date(2023, 1, 1)).cycle) == "2020-09-01 to 2025-08-31"


def test_parts_of_a_cycle_divide_it_for_everybody() -> None:
    cycle = FIVE_YEARS.years_by("employment", {"contract": 3})
    assert cycle.common.months == 12
    policy = lasting("in_post", date(2023, 9, 1)).policy
    yearly = require("yearly", each(CYCLE_YEAR, total() >= training_credits(1)))
    assert attrs.evolve(policy, requirements=(yearly,)).requirements == (yearly,)
    halves = require("halves", each(cycle_part(months=30), total() >= training_credits(1)))
    with pytest.raises(InvalidPolicyError, match="into parts of 30"):
        attrs.evolve(policy, requirements=(halves,))
    with pytest.raises(InvalidValueError, match="a length of a year or more"):
        FIVE_YEARS.years_by("employment", {})


IN_THE_POST = teacher.employment.is_(IN_POST)
CLASS_LEAD = teacher.category.is_("class_teacher")

# days on which several facts hold together --------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "counted"),
    [
        # in post from January to June, a class teacher from April to September, of 2021
        (IN_THE_POST, "181 day"),
        (CLASS_LEAD, "183 day"),
        (all_of(IN_THE_POST, CLASS_LEAD), "91 day"),  # April to June: 30 + 31 + 30
        (any_of(IN_THE_POST, CLASS_LEAD), "273 day"),  # January to September
        (not_(any_of(IN_THE_POST, CLASS_LEAD)), "92 day"),  # October to December
        (at_least(1, IN_THE_POST, CLASS_LEAD), "273 day"),
        (at_least(2, IN_THE_POST, CLASS_LEAD, not_(CLASS_LEAD)), "181 day"),
        # of a subject nothing is known: it may be any of the days that are left
        (all_of(IN_THE_POST, teacher.subject.is_("music")), "0 to 181 day"),
        (any_of(IN_THE_POST, teacher.subject.is_("music")), "181 to 365 day"),
        (not_(teacher.subject.is_("music")), "0 to 365 day"),
        (at_least(2, IN_THE_POST, CLASS_LEAD, teacher.subject.is_("music")), "91 to 273 day"),
    ],
)
def test_days_on_which_several_facts_hold(test: DayTest, counted: str) -> None:
    who = Teacher(
        "t",
        employment=Timeline.of(
            (IN_POST, Span.through(date(2021, 1, 1), date(2021, 6, 30))),
            (ON_LEAVE, Span.since(date(2021, 7, 1))),
        ),
        categories=Timeline.of(
            ("class_teacher", Span.through(date(2021, 4, 1), date(2021, 9, 30))),
        ),
    )
    policy = Policy(
        id="small",
        title="A small policy",
        source=Source("an invented order", certainty=Certainty.INVENTED),
        accounts=(Account("main", CLASS_HOUR),),
        recognition=(recognise("all", where(), post("main", record.hours)),),
        requirements=(require("need", days_when(test, over=Span.of_year(2021)) >= days(1)),),
    )
    transcript = Transcript((), complete_until=date(2021, 12, 31))
    finding = audit(policy, who, transcript, as_of=date(2021, 12, 31)).finding("need")
    assert str(finding.counted) == counted
