"""Hand-worked cases for Hunan Province, Changsha City and Lianyuan City."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from teachtrain.models import (
    BACKBONE_TEACHER,
    CLASS_TEACHER,
    NEW_TEACHER,
    NONE,
    UNBOUNDED,
    UNKNOWN,
    Level,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    training_credits,
)
from teachtrain.policies import CHANGSHA_2013, HUNAN_2011, LIANYUAN
from tests.policies.cases import (
    MET,
    NONE_APPLIES,
    NOT_APPLICABLE,
    OPEN,
    UNMET,
    Case,
    Expected,
    expect,
    word,
)

if TYPE_CHECKING:
    from teachtrain.models import Amount
    from teachtrain.rules import Policy

LAST_DAY = date(2019, 12, 31)
EVENTS = {
    "hired": date(2009, 9, 1),
    "appointed": date(2009, 9, 1),
    "cycle_started": date(2015, 1, 1),
}
TEACHER = Teacher("t", categories=(), stage="primary", subject="music", events=EVENTS)


def with_events(teacher: Teacher = TEACHER, **days: Any) -> Teacher:  # noqa: ANN401 - Teacher checks each
    return attrs.evolve(teacher, events=EVENTS | days)


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


def registered(record_id: str, day: date | None, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """Training by a qualified provider, with so many registered credits."""
    local: dict[str, Any] = {"credits": training_credits(own).value, "provider_qualified": "yes"}
    local |= facts.pop("local", {})
    return TrainingRecord(
        record_id,
        **({"activity": "training", "level": Level.PROVINCE, "day": day, "local": local} | facts),
    )


def each_year(*own: str | int) -> tuple[TrainingRecord, ...]:
    """One training on 10 March of each year from 2015 on; 0 stands for none."""
    return tuple(
        registered(f"y{year}", date(year, 3, 10), one)
        for year, one in enumerate(own, start=2015)
        if one != 0
    )


def cycle(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"cycle-360": expect(verdict, verdict, counted, credits(360), short)}


def years(
    verdict: str, *parts: tuple[str, str | int], of: str = "yearly-30", need: int = 30
) -> dict[str, Expected]:
    return {
        of: expect(
            verdict,
            parts=tuple(expect(one, one, credits(own), credits(need)) for one, own in parts),
        )
    }


def excellent(verdict: str, *parts: tuple[str, str | int]) -> dict[str, Expected]:
    return years(verdict, *parts, of="excellent-72", need=72)


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher = TEACHER,
    as_of: date = LAST_DAY,
    policy: Policy = HUNAN_2011,
) -> Case:
    return Case(name, policy, teacher, records, as_of, expected)


FOUR_YEARS = each_year(72, 72, 72, 72)  # 4 x 72 = 288, none of it in 2019
IN_2019 = date(2019, 5, 6)

NEW_IN_2015 = with_events(
    attrs.evolve(TEACHER, categories=((NEW_TEACHER, Span.of_year(2015)),)),
    hired=date(2015, 1, 1),
    appointed=date(2015, 1, 1),
)


def adaptation(record_id: str, day: date, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return registered(record_id, day, own, activity="induction", **facts)


def of_150(verdict: str, final: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"new-teacher-150": expect(verdict, final, counted, credits(150), short)}


PROVINCE = [
    case(
        "72 credits in each year are exactly 360",
        each_year(72, 72, 72, 72, 72),
        cycle(MET, credits(360), credits(0))
        | years(MET, *[(MET, 72)] * 5)
        | excellent(MET, *[(MET, 72)] * 5),
    ),
    case(
        "half a credit is missing, and that year is not excellent",
        each_year(72, 72, 72, 72, "71.5"),  # 288 + 71.5 = 359.5
        cycle(UNMET, credits("359.5"), credits("0.5"))
        | years(MET, *[(MET, 72)] * 4, (MET, "71.5"))
        | excellent(UNMET, *[(MET, 72)] * 4, (UNMET, "71.5")),
    ),
    case(
        "half a credit too many",
        each_year(72, 72, 72, 72, "72.5"),  # 288 + 72.5 = 360.5
        cycle(MET, credits("360.5"), credits(0)) | excellent(MET, *[(MET, 72)] * 4, (MET, "72.5")),
    ),
    case(
        "30 in each year are 150, far below 360",
        each_year(30, 30, 30, 30, 30),
        cycle(UNMET, credits(150), credits(210))
        | years(MET, *[(MET, 30)] * 5)
        | excellent(UNMET, *[(UNMET, 30)] * 5),
    ),
    case(
        "29.5 in one year fail the duty of that year",
        each_year("29.5", 90, 90, 90, 90),  # 29.5 + 360 = 389.5
        cycle(MET, credits("389.5"), credits(0)) | years(UNMET, (UNMET, "29.5"), *[(MET, 90)] * 4),
    ),
    case(
        "30.5 in one year meet it",
        each_year("30.5", 90, 90, 90, 90),
        cycle(MET, credits("390.5"), credits(0)) | years(MET, (MET, "30.5"), *[(MET, 90)] * 4),
    ),
    case(
        "nothing at all",
        (),
        cycle(UNMET, credits(0), credits(360)) | years(UNMET, *[(UNMET, 0)] * 5),
    ),
    # Borders ----------------------------------------------------------------------------------
    case(
        "the first day of the cycle counts",
        (registered("a", date(2015, 1, 1), 72), *each_year(0, 72, 72, 72, 72)),
        cycle(MET, credits(360), credits(0)),
    ),
    case(
        "the day before does not",
        (registered("a", date(2014, 12, 31), 72), *each_year(0, 72, 72, 72, 72)),
        cycle(UNMET, credits(288), credits(72)) | years(UNMET, (UNMET, 0), *[(MET, 72)] * 4),
    ),
    case(
        "the last day counts",
        (*FOUR_YEARS, registered("a", LAST_DAY, 72)),
        cycle(MET, credits(360), credits(0)) | years(MET, *[(MET, 72)] * 5),
    ),
    case(
        "the day after is of the next cycle",
        (*FOUR_YEARS, registered("a", date(2020, 1, 1), 72)),
        cycle(UNMET, credits(288), credits(72)) | years(UNMET, *[(MET, 72)] * 4, (UNMET, 0)),
    ),
    case(
        "a cycle from 1 September has five years of its own, from 1 September to 31 August",
        each_year(0, 40, 40, 40, 40, 40),  # in March of 2016 to 2020: 5 x 40 = 200
        cycle(UNMET, credits(200), credits(160))
        | years(MET, *[(MET, 40)] * 5)
        | excellent(UNMET, *[(UNMET, 40)] * 5),
        teacher=with_events(cycle_started=date(2015, 9, 1)),
        as_of=date(2020, 8, 31),
    ),
    *(
        case(
            f"30 credits on {day} in such a cycle",
            (registered("a", day, 30), *each_year(0, 0, 40, 40, 40, 40)),  # none in March 2016
            years(verdict, *parts, *[(MET, 40)] * 3),
            teacher=with_events(cycle_started=date(2015, 9, 1)),
            as_of=date(2020, 8, 31),
        )
        for day, verdict, parts in (
            (date(2015, 8, 31), UNMET, ((UNMET, 0), (MET, 40))),
            (date(2015, 9, 1), MET, ((MET, 30), (MET, 40))),
            (date(2016, 8, 31), MET, ((MET, 30), (MET, 40))),
            (date(2016, 9, 1), UNMET, ((UNMET, 0), (MET, 70))),
        )
    ),
    case(
        "when the cycle started is not known",
        each_year(72, 72, 72, 72, 72),
        {"cycle-360": expect(OPEN), "yearly-30": expect(OPEN)},
        teacher=with_events(cycle_started=UNKNOWN),
    ),
    # What is registered -----------------------------------------------------------------------
    case(
        "a provider that is not qualified",
        (*FOUR_YEARS, registered("a", IN_2019, 72, local={"provider_qualified": "no"})),
        cycle(UNMET, credits(288), credits(72)),
    ),
    case(
        "whether the provider is qualified is not known",
        (
            *FOUR_YEARS,
            TrainingRecord(
                "a",
                activity="training",
                level=Level.PROVINCE,
                day=IN_2019,
                local={"credits": 72},
            ),
        ),
        cycle(OPEN, credits(288, 360), credits(0, 72)),
    ),
    case(
        "the teacher's own school needs no qualification",
        (
            *FOUR_YEARS,
            TrainingRecord(
                "a",
                activity="school_based",
                level=Level.SCHOOL,
                day=IN_2019,
                local={"credits": 72},
            ),
        ),
        cycle(MET, credits(360), credits(0)),
    ),
    case(
        "hours are not credits: without registered credits it may be any number",
        (
            *FOUR_YEARS,
            TrainingRecord(
                "a",
                activity="training",
                level=Level.PROVINCE,
                day=IN_2019,
                hours=72,
                local={"provider_qualified": "yes"},
            ),
        ),
        cycle(OPEN, training_credits(288, to=UNBOUNDED), credits(0, 72)),
    ),
    case(
        "a pending registration",
        (*FOUR_YEARS, registered("a", IN_2019, 72, status=Status.PENDING)),
        cycle(OPEN, credits(288, 360), credits(0, 72)),
    ),
    case(
        "several days across New Year",
        (
            *each_year(72, 72, 72, 100, 25),  # 341, and 10 more are 351
            registered("a", date(2018, 12, 30), 10, last_day=date(2019, 1, 2)),
        ),
        cycle(UNMET, credits(351), credits(9))
        | {
            "yearly-30": expect(
                OPEN,
                parts=(
                    *[expect(MET, MET, credits(72))] * 3,
                    expect(MET, MET, credits(100, 110)),
                    expect(OPEN, OPEN, credits(25, 35), credits(30), credits(0, 5)),
                ),
            )
        },
    ),
    # New teachers -----------------------------------------------------------------------------
    case(
        "who is no new teacher owes no adaptation training",
        FOUR_YEARS,
        {"new-teacher-150": NONE_APPLIES},
    ),
    case(
        "150 credits of it are beside the 360, not among them",
        (*FOUR_YEARS, adaptation("a", date(2015, 5, 6), 150)),
        cycle(UNMET, credits(288), credits(72)) | of_150(MET, MET, credits(150), credits(0)),
        teacher=NEW_IN_2015,
    ),
    case(
        "149.5 credits: no day was seen by which the rest must come",
        (adaptation("a", date(2015, 5, 6), "149.5"),),
        of_150(UNMET, OPEN, credits("149.5"), credits("0.5")),
        teacher=NEW_IN_2015,
    ),
    case(
        "150.5 credits",
        (adaptation("a", date(2015, 5, 6), 100), adaptation("b", date(2016, 5, 6), "50.5")),
        of_150(MET, MET, credits("150.5"), credits(0)),
        teacher=NEW_IN_2015,
    ),
    case(
        "by a provider that is not qualified",
        (adaptation("a", date(2015, 5, 6), 150, local={"provider_qualified": "no"}),),
        of_150(UNMET, OPEN, credits(0), credits(150)),
        teacher=NEW_IN_2015,
    ),
    *(
        case(
            f"appointed on {day}",
            (),
            {"new-teacher-150": expected},
            teacher=with_events(
                attrs.evolve(TEACHER, categories=NEW_TEACHER), hired=day, appointed=day
            ),
        )
        for day, expected in (
            (date(2011, 12, 31), NONE_APPLIES),  # the measures may not have been issued yet
            (date(2012, 1, 1), expect(UNMET, OPEN, credits(0), credits(150))),
            (date(2012, 1, 2), expect(UNMET, OPEN, credits(0), credits(150))),
        )
    ),
    case(
        "when the teacher was appointed is not known",
        (),
        {"new-teacher-150": expect(OPEN)},
        teacher=with_events(attrs.evolve(TEACHER, categories=NEW_TEACHER), appointed=UNKNOWN),
    ),
    # In the middle, and hired late ------------------------------------------------------------
    case(
        "in 2017, with 2015 missed for good",
        each_year(29, 40),  # 69; 360 - 69 = 291
        {
            "cycle-360": expect(UNMET, OPEN, credits(69), credits(360), credits(291)),
            "yearly-30": expect(
                UNMET,
                UNMET,
                parts=(
                    expect(UNMET, UNMET, credits(29)),
                    expect(MET, MET, credits(40)),
                    expect(UNMET, OPEN, credits(0)),
                    *[expect(NOT_APPLICABLE, OPEN)] * 2,
                ),
            ),
        },
        as_of=date(2017, 6, 30),
    ),
    case(
        "hired on 1 January 2016: 2015 is not asked for",
        each_year(0, 72, 72, 72, 72),
        cycle(UNMET, credits(288), credits(72))
        | {"yearly-30": expect(MET, parts=(NONE_APPLIES, *[expect(MET, MET, credits(72))] * 4))},
        teacher=with_events(hired=date(2016, 1, 1)),
    ),
    # A whole teacher --------------------------------------------------------------------------
    case(
        "five years of one new teacher",
        (
            adaptation("a", date(2015, 2, 1), 90),
            adaptation("b", date(2015, 8, 1), 60),  # 150 of adaptation training
            registered("c", date(2015, 10, 1), 30),  # 30 in 2015
            registered("d", date(2016, 4, 1), 50),
            registered(
                "e", date(2016, 5, 1), 22, activity="school_based", level=Level.SCHOOL
            ),  # 72
            registered("f", date(2017, 4, 1), 100),  # 100
            registered("g", date(2018, 4, 1), 80),  # 80
            registered("h", date(2018, 5, 1), 40, local={"provider_qualified": "no"}),  # nothing
            registered("i", date(2019, 4, 1), 78),  # 78
        ),
        # 30 + 72 + 100 + 80 + 78 = 360
        cycle(MET, credits(360), credits(0))
        | years(MET, (MET, 30), (MET, 72), (MET, 100), (MET, 80), (MET, 78))
        | of_150(MET, MET, credits(150), credits(0))
        | excellent(UNMET, (UNMET, 30), (MET, 72), (MET, 100), (MET, 80), (MET, 78)),
        teacher=NEW_IN_2015,
    ),
]


# Changsha ---------------------------------------------------------------------------------


def certified(
    record_id: str,
    day: date,
    own: str | int,
    **facts: Any,  # noqa: ANN401 - TrainingRecord checks each
) -> TrainingRecord:
    """Training by a district, with so many credits on its certificate."""
    local = {"has_certificate": "yes", "certificate_credits": training_credits(own).value}
    local |= facts.pop("local", {})
    plain: dict[str, Any] = {"activity": "training", "level": Level.COUNTY, "day": day}
    return TrainingRecord(record_id, **(plain | {"local": local} | facts))


def changsha(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    **facts: Any,  # noqa: ANN401 - Teacher checks each
) -> Case:
    return case(
        name, records, expected, policy=CHANGSHA_2013, teacher=attrs.evolve(TEACHER, **facts)
    )


def of_400(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"backbone-400": expect(verdict, verdict, counted, credits(400), short)}


def of_30(verdict: str, counted: Amount, short: Amount) -> dict[str, Expected]:
    return {"class-teacher-30": expect(verdict, verdict, counted, credits(30), short)}


NOT_CONCERNED = {
    "cycle-360": NONE_APPLIES,
    "yearly-30": expect(NOT_APPLICABLE),
    "new-teacher-150": NONE_APPLIES,
    "backbone-400": NONE_APPLIES,
    "class-teacher-30": NONE_APPLIES,
    "excellent-72": expect(NOT_APPLICABLE),
}
FIVE_YEARS = each_year(72, 72, 72, 72, 72)

CHANGSHA = [
    changsha(
        "neither backbone nor class teacher",
        FIVE_YEARS,
        cycle(MET, credits(360), credits(0))
        | {"backbone-400": NONE_APPLIES, "class-teacher-30": NONE_APPLIES},
    ),
    *(
        changsha(
            f"a backbone teacher with {own} credits",
            (*FIVE_YEARS, registered("a", IN_2019, more)),  # 360 and so many more
            cycle(MET, credits(own), credits(0)) | of_400(verdict, credits(own), credits(short)),
            categories=BACKBONE_TEACHER,
        )
        for own, more, verdict, short in (
            ("399.5", "39.5", UNMET, "0.5"),
            (400, 40, MET, 0),
            ("400.5", "40.5", MET, 0),
        )
    ),
    changsha(
        "a backbone teacher on the last day of the cycle only",
        FIVE_YEARS,
        of_400(UNMET, credits(360), credits(40)),
        categories=((BACKBONE_TEACHER, Span.since(LAST_DAY)),),
    ),
    changsha(
        "a backbone teacher until the day before the cycle",
        FIVE_YEARS,
        {"backbone-400": NONE_APPLIES},
        categories=((BACKBONE_TEACHER, Span.until(date(2014, 12, 31))),),
    ),
    changsha(
        "a backbone teacher, and a class teacher, on the first day of the cycle only",
        FIVE_YEARS,
        of_400(UNMET, credits(360), credits(40)) | of_30(UNMET, credits(0), credits(30)),
        categories=(
            (BACKBONE_TEACHER, Span.until(date(2015, 1, 1))),
            (CLASS_TEACHER, Span.until(date(2015, 1, 1))),
        ),
    ),
    changsha(
        "whether a backbone teacher is not known",
        FIVE_YEARS,
        {"backbone-400": expect(OPEN), "class-teacher-30": expect(OPEN)},
        categories=UNKNOWN,
    ),
    *(
        changsha(
            f"a class teacher with {own} credits of class teacher training",
            (*FOUR_YEARS, certified("a", IN_2019, own, activity="class_teacher_training")),
            # inside the ordinary credits: 288 and so many
            {"cycle-360": expect(UNMET, UNMET, credits(total))}
            | of_30(verdict, credits(own), credits(short)),
            categories=CLASS_TEACHER,
        )
        for own, total, verdict, short in (
            ("29.5", "317.5", UNMET, "0.5"),
            (30, 318, MET, 0),
            ("30.5", "318.5", MET, 0),
        )
    ),
    changsha(
        "class teacher training with registered credits",
        (
            *FOUR_YEARS,
            registered("a", IN_2019, 30, activity="class_teacher_training"),
        ),
        {"cycle-360": expect(UNMET, UNMET, credits(318))} | of_30(MET, credits(30), credits(0)),
        categories=CLASS_TEACHER,
    ),
    changsha(
        "a district's certificate stands for itself: 72 on it, whatever was registered",
        (*FOUR_YEARS, certified("a", IN_2019, 72, local={"credits": 50})),
        cycle(MET, credits(360), credits(0)),
    ),
    changsha(
        "and its provider's qualification is not asked for",
        (*FOUR_YEARS, certified("a", IN_2019, 72, local={"provider_qualified": "no"})),
        cycle(MET, credits(360), credits(0)),
    ),
    changsha(
        "a district's training without a certificate counts as registered",
        (
            *FOUR_YEARS,
            registered("a", IN_2019, 71, level=Level.COUNTY, local={"has_certificate": "no"}),
        ),
        cycle(UNMET, credits(359), credits(1)),
    ),
    changsha(
        "and not at all, if its provider is not qualified",
        (
            *FOUR_YEARS,
            registered(
                "a",
                IN_2019,
                72,
                level=Level.COUNTY,
                local={"has_certificate": "no", "provider_qualified": "no"},
            ),
        ),
        cycle(UNMET, credits(288), credits(72)),
    ),
    changsha(
        "the province's certificate is not the city's or a district's",
        (
            *FOUR_YEARS,
            certified("a", IN_2019, 72, level=Level.PROVINCE, local={"provider_qualified": "no"}),
        ),
        cycle(UNMET, credits(288), credits(72)),
    ),
    changsha(
        "certified adaptation training is beside the 360",
        (*FOUR_YEARS, certified("a", date(2015, 5, 6), 150, activity="induction")),
        cycle(UNMET, credits(288), credits(72)) | of_150(MET, MET, credits(150), credits(0)),
        categories=((NEW_TEACHER, Span.of_year(2015)),),
        events=EVENTS | {"hired": date(2015, 1, 1), "appointed": date(2015, 1, 1)},
    ),
    # Who is concerned -------------------------------------------------------------------------
    changsha(
        "a vocational teacher of welding owes none of it",
        (),
        NOT_CONCERNED,
        stage="vocational_secondary",
        subject="welding",
        categories=(BACKBONE_TEACHER, CLASS_TEACHER),
    ),
    *(
        changsha(
            f"a vocational teacher of {subject} owes it",
            FIVE_YEARS,
            cycle(MET, credits(360), credits(0)),
            stage="vocational_secondary",
            subject=subject,
        )
        for subject in (
            "chinese",
            "mathematics",
            "english",
            "physical_education_and_health",
            "basic_computing",
            "physics",
            "chemistry",
        )
    ),
    changsha(
        "a vocational teacher of a subject that is not known",
        (),
        {"cycle-360": expect(OPEN, OPEN, credits(0))},
        stage="vocational_secondary",
        subject=UNKNOWN,
    ),
    changsha(
        "a primary teacher's subject is not asked for",
        FIVE_YEARS,
        cycle(MET, credits(360), credits(0)),
        subject=UNKNOWN,
    ),
    changsha(
        "who works at a research institution, without a stage, owes it too",
        FIVE_YEARS,
        cycle(MET, credits(360), credits(0)),
        stage=NONE,
        subject=NONE,
    ),
    # A whole teacher --------------------------------------------------------------------------
    changsha(
        "five years of one class teacher who became a backbone teacher",
        (
            certified("a", date(2015, 4, 1), 60),
            registered("b", date(2015, 5, 1), 20),  # 80
            certified("c", date(2016, 4, 1), 30, activity="class_teacher_training"),
            registered("d", date(2016, 5, 1), 42),  # 72
            registered("e", date(2017, 4, 1), 28),
            registered("f", date(2017, 5, 1), 5, local={"provider_qualified": "no"}),  # 28
            registered("g", date(2018, 4, 1), 120),  # 120
            registered("h", date(2019, 4, 1), 70, activity="school_based", level=Level.SCHOOL),
            certified("i", date(2019, 5, 1), 30, level=Level.CITY),  # 100
        ),
        # 80 + 72 + 28 + 120 + 100 = 400
        cycle(MET, credits(400), credits(0))
        | years(UNMET, (MET, 80), (MET, 72), (UNMET, 28), (MET, 120), (MET, 100))
        | {"new-teacher-150": NONE_APPLIES}
        | of_400(MET, credits(400), credits(0))
        | of_30(MET, credits(30), credits(0))
        | excellent(UNMET, (MET, 80), (MET, 72), (UNMET, 28), (MET, 120), (MET, 100)),
        categories=(CLASS_TEACHER, (BACKBONE_TEACHER, Span.since(date(2018, 9, 1)))),
    ),
]


# Lianyuan ---------------------------------------------------------------------------------

LAST_OF_JUNE = date(2020, 6, 30)


def lianyuan(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    **days: Any,  # noqa: ANN401 - Teacher checks each
) -> Case:
    """By default, of a cycle from 1 July 2015 to 30 June 2020."""
    return case(
        name,
        records,
        expected,
        policy=LIANYUAN,
        teacher=with_events(**({"cycle_started": date(2015, 7, 1)} | days)),
        as_of=LAST_OF_JUNE,
    )


def in_school(record_id: str, day: date | None, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """School-based training with so many registered credits."""
    plain: dict[str, Any] = {
        "activity": "school_based",
        "level": Level.SCHOOL,
        "day": day,
        "local": {"credits": training_credits(own).value},
    }
    return TrainingRecord(record_id, **(plain | facts))


def of_both(school: Expected, county: Expected) -> dict[str, Expected]:
    return {"school-based-210": school, "county-and-above-150": county}


def of_210(verdict: str, counted: Amount, short: Amount) -> Expected:
    return expect(verdict, verdict, counted, credits(210), short)


def of_county(verdict: str, counted: Amount, short: Amount) -> Expected:
    return expect(verdict, verdict, counted, credits(150), short)


# 42 school-based credits on 10 March of each school year from 2015/16 on: 5 x 42 = 210
FIVE_TIMES_42 = tuple(in_school(f"s{year}", date(year, 3, 10), 42) for year in range(2016, 2021))

LIANYUAN_CASES = [
    lianyuan(
        "210 in school and 150 of the county are exactly 360",
        (*FIVE_TIMES_42, registered("a", date(2018, 5, 6), 150, level=Level.COUNTY)),
        cycle(MET, credits(360), credits(0))
        | of_both(of_210(MET, credits(210), credits(0)), of_county(MET, credits(150), credits(0)))
        | years(MET, (MET, 42), (MET, 42), (MET, 192), (MET, 42), (MET, 42)),
    ),
    lianyuan(
        "209.5 in school and 150.5 of the county: 360 in all, yet half a credit is short in school",
        (
            *FIVE_TIMES_42[:4],  # 168
            in_school("s", date(2020, 3, 10), "41.5"),  # 209.5
            registered("a", date(2018, 5, 6), "150.5", level=Level.COUNTY),
        ),
        cycle(MET, credits(360), credits(0))
        | of_both(
            of_210(UNMET, credits("209.5"), credits("0.5")),
            of_county(MET, credits("150.5"), credits(0)),
        ),
    ),
    lianyuan(
        "210.5 in school and 149.5 of the county: half a credit is short there",
        (
            *FIVE_TIMES_42,
            in_school("s", date(2020, 3, 11), "0.5"),
            registered("a", date(2018, 5, 6), "149.5", level=Level.CITY),
        ),
        cycle(MET, credits(360), credits(0))
        | of_both(
            of_210(MET, credits("210.5"), credits(0)),
            of_county(UNMET, credits("149.5"), credits("0.5")),
        ),
    ),
    lianyuan(
        "school-based training is a minimum, not a limit: 360 of it are 360",
        (*FIVE_TIMES_42, in_school("s", date(2018, 5, 6), 150)),
        cycle(MET, credits(360), credits(0))
        | of_both(
            of_210(MET, credits(360), credits(0)), of_county(UNMET, credits(0), credits(150))
        ),
    ),
    lianyuan(
        "school-based training that the county leads is not looked for twice",
        (*FIVE_TIMES_42, in_school("s", date(2018, 5, 6), 150, level=Level.COUNTY)),
        of_both(of_210(MET, credits(360), credits(0)), of_county(UNMET, credits(0), credits(150))),
    ),
    *(
        lianyuan(
            f"150 credits of {level.value} level",
            (*FIVE_TIMES_42, registered("a", date(2018, 5, 6), 150, level=level)),
            of_both(of_210(MET, credits(210), credits(0)), expected),
        )
        for level, expected in (
            (Level.NATION, of_county(MET, credits(150), credits(0))),
            (Level.PROVINCE, of_county(MET, credits(150), credits(0))),
            (Level.CITY, of_county(MET, credits(150), credits(0))),
            (Level.COUNTY, of_county(MET, credits(150), credits(0))),
            (Level.SCHOOL, of_county(UNMET, credits(0), credits(150))),
        )
    ),
    lianyuan(
        "a level that is not known",
        (*FIVE_TIMES_42, registered("a", date(2018, 5, 6), 150, level=None)),
        cycle(MET, credits(360), credits(0))
        | of_both(
            of_210(MET, credits(210), credits(0)), of_county(OPEN, credits(0, 150), credits(0, 150))
        ),
    ),
    # The school year from 1 July --------------------------------------------------------------
    lianyuan(
        "30 June is of the year that ends, 1 July of the next",
        (
            in_school("a", date(2016, 6, 30), 30),  # 2015/16
            in_school("b", date(2016, 7, 1), 31),  # 2016/17
            *FIVE_TIMES_42[2:],
        ),
        years(MET, (MET, 30), (MET, 31), *[(MET, 42)] * 3),
    ),
    lianyuan(
        "both on 30 June: nothing is left for the next year",
        (
            in_school("a", date(2016, 6, 30), 30),
            in_school("b", date(2016, 6, 30), 31),
            *FIVE_TIMES_42[2:],
        ),
        years(UNMET, (MET, 61), (UNMET, 0), *[(MET, 42)] * 3),
    ),
    *(
        lianyuan(
            f"{own} in one school year",
            (in_school("a", date(2016, 3, 10), own), *FIVE_TIMES_42[1:]),
            years(verdict, (verdict, own), *[(MET, 42)] * 4),
        )
        for own, verdict in (("29.5", UNMET), (30, MET), ("30.5", MET))
    ),
    lianyuan(
        "the first day of the cycle",
        (in_school("a", date(2015, 7, 1), 42), *FIVE_TIMES_42[1:]),
        of_both(of_210(MET, credits(210), credits(0)), of_county(UNMET, credits(0), credits(150))),
    ),
    lianyuan(
        "the day before the cycle",
        (in_school("a", date(2015, 6, 30), 42), *FIVE_TIMES_42[1:]),
        of_both(
            of_210(UNMET, credits(168), credits(42)), of_county(UNMET, credits(0), credits(150))
        ),
    ),
    lianyuan(
        "71.5 and 72 in a school year, for an excellent appraisal",
        (
            in_school("a", date(2016, 3, 10), "71.5"),
            in_school("b", date(2017, 3, 10), 72),
            *FIVE_TIMES_42[2:],
        ),
        excellent(UNMET, (UNMET, "71.5"), (MET, 72), *[(UNMET, 42)] * 3),
    ),
    lianyuan(
        "a cycle from 1 September has four whole school years",
        (in_school("a", date(2016, 6, 1), 10), *FIVE_TIMES_42[1:]),  # 10 in a year that is cut
        years(MET, *[(MET, 42)] * 4) | excellent(UNMET, *[(UNMET, 42)] * 4),
        cycle_started=date(2015, 9, 1),
    ),
    # A whole teacher --------------------------------------------------------------------------
    lianyuan(
        "five school years of one teacher",
        (
            in_school("a", date(2015, 9, 20), 40),
            registered("b", date(2016, 6, 30), 35, level=Level.COUNTY),  # 75
            in_school("c", date(2016, 7, 1), 50),  # 50
            in_school("d", date(2017, 9, 1), 60),
            registered("e", date(2018, 1, 1), 45, level=Level.PROVINCE),  # 105
            in_school("f", date(2018, 9, 1), 25),  # 25
            in_school("g", date(2019, 9, 1), 40),
            registered("h", date(2020, 6, 30), 70, level=Level.CITY),  # 110
        ),
        # in school 40 + 50 + 60 + 25 + 40 = 215; county and above 35 + 45 + 70 = 150; 365 in all
        cycle(MET, credits(365), credits(0))
        | of_both(of_210(MET, credits(215), credits(0)), of_county(MET, credits(150), credits(0)))
        | years(UNMET, (MET, 75), (MET, 50), (MET, 105), (UNMET, 25), (MET, 110))
        | {"new-teacher-150": NONE_APPLIES}
        | excellent(UNMET, (MET, 75), (UNMET, 50), (MET, 105), (UNMET, 25), (MET, 110)),
    ),
]


@pytest.mark.parametrize("own", PROVINCE, ids=lambda own: own.name)
def test_the_province(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", PROVINCE, ids=lambda own: own.name)
def test_changsha_keeps_what_the_province_asks(own: Case) -> None:
    """
    The teachers above are primary teachers, and their trainings are not of a city or a district.
    """
    assert attrs.evolve(own, policy=CHANGSHA_2013).found() == own.wanted()


@pytest.mark.parametrize("own", CHANGSHA, ids=lambda own: own.name)
def test_changsha(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("own", LIANYUAN_CASES, ids=lambda own: own.name)
def test_lianyuan(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize("policy", [HUNAN_2011, CHANGSHA_2013, LIANYUAN], ids=lambda own: own.id)
def test_72_credits_are_no_duty(policy: Policy) -> None:
    assert policy.overall is not None
    assert set(policy.overall) == {own.id for own in policy.requirements} - {"excellent-72"}


def test_what_follows_from_less_than_72_credits() -> None:
    """
    40 in one year, 80 in the other four: 360, and one year that is not excellent.
    """
    result = case("40 once", each_year(40, 80, 80, 80, 80), {}).audited()

    assert word(result.final) == MET
    assert word(result.finding("excellent-72").final) == UNMET
    assert [own.id for own in result.finding("excellent-72").consequences] == ["not-excellent"]
    for name in ("cycle-360", "yearly-30", "new-teacher-150"):
        assert result.finding(name).consequences == ()


@pytest.mark.parametrize(
    ("policy", "record", "rule", "outcome"),
    [
        (
            HUNAN_2011,
            registered("a", IN_2019, 8, local={"provider_qualified": "no"}),
            "provider-not-qualified",
            "refused",
        ),
        (HUNAN_2011, registered("a", IN_2019, 8), "registered", "recognised"),
        (HUNAN_2011, adaptation("a", IN_2019, 8), "adaptation-training", "recognised"),
        (CHANGSHA_2013, certified("a", IN_2019, 8), "certified-training", "recognised"),
        (
            CHANGSHA_2013,
            certified("a", IN_2019, 8, activity="class_teacher_training"),
            "certified-class-teacher-training",
            "recognised",
        ),
        (
            CHANGSHA_2013,
            certified("a", IN_2019, 8, activity="induction"),
            "certified-adaptation-training",
            "recognised",
        ),
        (
            CHANGSHA_2013,
            registered("a", IN_2019, 8, activity="class_teacher_training"),
            "class-teacher-training",
            "recognised",
        ),
        (LIANYUAN, in_school("a", IN_2019, 8), "registered", "recognised"),
    ],
)
def test_which_rule_takes_a_record(
    policy: Policy, record: TrainingRecord, rule: str, outcome: str
) -> None:
    (own,) = case("one record", (record,), {}, policy=policy).audited().records

    assert [one.id for one in own.rules if one is not None] == [rule]
    assert own.outcome == outcome


def test_the_missing_fact_is_named() -> None:
    unsaid = TrainingRecord("a", activity="training", day=IN_2019)
    result = case("neither is said", (*FOUR_YEARS, unsaid), {}).audited()

    assert {(one.record, one.fact) for one in result.missing} == {
        ("a", "credits"),
        ("a", "provider_qualified"),
    }


def test_lianyuan_settles_which_year_is_meant() -> None:
    for policy, said in ((HUNAN_2011, True), (CHANGSHA_2013, True), (LIANYUAN, False)):
        assert any("the year against which" in own.en for own in policy.silent) is said
