"""Hand-worked cases for the periodic registration of teacher qualifications."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from teachtrain.models import (
    UNBOUNDED,
    Result,
    Span,
    Teacher,
    Timeline,
    TrainingRecord,
    class_hours,
)
from teachtrain.policies import REGISTRATION
from tests.policies.cases import MET, OPEN, UNMET, Case, Expected, course, expect, word

if TYPE_CHECKING:
    from collections.abc import Mapping

# Registered on 10 March 2015; the period lasts to 9 March 2020.
REGISTERED = date(2015, 3, 10)
LAST_DAY = date(2020, 3, 9)
DAY = date(2017, 5, 8)

GOOD: dict[str, Any] = {
    "registration_measure": "hours",
    "annual_appraisal": "qualified",
    "failed_appraisals_in_a_row": 0,
    "ethics": "met",
    "long_interruption": "none",
    "fit_for_work": "yes",
    "certificate": "held",
}


def teacher(registered: date | None = REGISTERED, **local: Any) -> Teacher:  # noqa: ANN401 - Teacher checks each
    """A teacher of whom all is well, but for *local*; None leaves a fact out."""
    facts = {name: value for name, value in (GOOD | local).items() if value is not None}
    events = {"hired": date(2010, 9, 1)}
    if registered is not None:
        events["registered"] = registered
    return Teacher("t", events=events, local=facts)


def during(first: date, last: date, value: str, otherwise: str) -> Timeline:
    """A fact that is *value* on the days from *first* to *last*, and *otherwise* on all others."""
    inside = Span.through(first, last)
    return Timeline.of(
        (otherwise, Span(date.min, inside.start)),
        (value, inside),
        (otherwise, Span.since(inside.end)),
    )


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: Mapping[str, Expected],
    own: Teacher | None = None,
    *,
    as_of: date = LAST_DAY,
) -> Case:
    return Case(name, REGISTRATION, own or teacher(), records, as_of, expected)


def training(verdict: str, final: str | None = None) -> dict[str, Expected]:
    return {"training-360": expect(verdict, final)}


def credited(record_id: str, own: int | Decimal, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """A course of 8 hours, for which the province recognised credits."""
    return course(record_id, DAY, 8, local={"credits": own}, **facts)


IN_CREDITS: dict[str, Any] = {"registration_measure": "credits", "registration_credits_due": 72}

CASES = [
    # 360 hours --------------------------------------------------------------------------------
    case("360 hours", (course("a", DAY, 360),), training(MET)),
    case("359.5 hours", (course("a", DAY, "359.5"),), training(UNMET)),
    case("360 hours on the last day", (course("a", LAST_DAY, 360),), training(MET)),
    case(
        "a day later they belong to the next period",
        (course("a", date(2020, 3, 10), 360),),
        training(MET, MET),
        as_of=date(2020, 3, 10),
    ),
    case(
        "hours of the period before do not help",
        (course("a", LAST_DAY, 360),),
        training(UNMET, OPEN),
        as_of=date(2020, 3, 10),
    ),
    case("on the first day", (course("a", REGISTERED, 360),), training(MET)),
    case("the day before", (course("a", date(2015, 3, 9), 360),), training(UNMET)),
    case(
        "registered on 29 February 2016: the period ends on 27 February 2021",
        (course("a", date(2021, 2, 27), 360),),
        training(MET),
        teacher(date(2016, 2, 29)),
        as_of=date(2021, 2, 27),
    ),
    case(
        "backbone and class teacher training count",
        (
            course("a", DAY, 250),
            course("b", DAY, 80, activity="backbone_training"),
            course("c", DAY, 30, activity="class_teacher_training"),  # 250 + 80 + 30 = 360
        ),
        training(MET),
    ),
    case(
        "300 hours and 60 in school: the province says how many of these count",
        (course("a", DAY, 300), course("s", DAY, 60, activity="school_based")),
        training(OPEN),
    ),
    case(
        "300 hours and 59.5 in school could not be enough",
        (course("a", DAY, 300), course("s", DAY, "59.5", activity="school_based")),
        training(UNMET),
    ),
    case(
        "60 of 360 hours failed: no text says whether they count",
        (course("a", DAY, 300), course("b", DAY, 60, result=Result.FAILED)),
        training(OPEN),
    ),
    case(
        "in the third year",
        (course("a", DAY, 200),),
        training(UNMET, OPEN),
        as_of=date(2018, 1, 1),
    ),
    case(
        "the day of registration is not known",
        (course("a", DAY, 360),),
        training(OPEN),
        teacher(None),
    ),
    # or the province's equal quantity of credits ----------------------------------------------
    case(
        "72 credits where the province asks for 72",
        (credited("a", 40), credited("b", 32)),  # 40 + 32 = 72
        training(MET),
        teacher(**IN_CREDITS),
    ),
    case(
        "71.5 credits",
        (credited("a", 40), credited("b", Decimal("31.5"))),  # and 16 hours, far below 360
        training(UNMET),
        teacher(**IN_CREDITS),
    ),
    case(
        "where the province measures in hours, its credits do not help",
        (credited("a", 72),),
        training(UNMET),
        teacher(),
    ),
    case(
        "72 credits, but the province's quantity is not known",
        (credited("a", 72),),
        training(OPEN),
        teacher(registration_measure="credits"),
    ),
    case(
        "credits that are not given are not zero",
        (credited("a", 40), course("b", DAY, 32)),  # 40 and any number more
        training(OPEN),
        teacher(**IN_CREDITS),
    ),
    case(
        "too few hours, and it is not known what the province measures in",
        (course("a", DAY, 300),),
        training(OPEN),
        teacher(registration_measure=None),
    ),
    case(
        "enough hours, whatever the province measures in",
        (course("a", DAY, 360),),
        training(MET),
        teacher(registration_measure=None),
    ),
    # the other conditions ---------------------------------------------------------------------
    case(
        "all is well",
        (course("a", DAY, 360),),
        {
            name: expect(MET)
            for name in (
                "training-360",
                "teaching",
                "appraisal",
                "appraisal-in-a-row",
                "ethics",
                "no-serious-breach",
                "fitness",
                "certificate",
            )
        },
    ),
    *(
        case(
            f"a year of {reason} does not interrupt",
            (),
            {"teaching": expect(MET)},
            teacher(long_interruption=during(date(2016, 9, 1), date(2017, 8, 31), reason, "none")),
        )
        for reason in (
            "approved_study",
            "training",
            "academic_exchange",
            "sick_leave",
            "maternity_leave",
        )
    ),
    case(
        "a year away for another reason does",
        (),
        {"teaching": expect(UNMET)},
        teacher(long_interruption=during(date(2016, 9, 1), date(2017, 8, 31), "other", "none")),
    ),
    case(
        "beside a sick leave that does not",
        (),
        {"teaching": expect(UNMET)},
        teacher(
            long_interruption=Timeline.of(
                ("none", Span.until(date(2016, 8, 31))),
                ("other", Span.through(date(2016, 9, 1), date(2017, 8, 31))),
                ("sick_leave", Span.through(date(2017, 9, 1), date(2018, 8, 31))),
                ("none", Span.since(date(2018, 9, 1))),
            )
        ),
    ),
    case(
        "an interruption that ended the day before the period",
        (),
        {"teaching": expect(MET)},
        teacher(long_interruption=during(date(2014, 3, 1), date(2015, 3, 9), "other", "none")),
    ),
    case(
        "one that ended on its first day",
        (),
        {"teaching": expect(UNMET)},
        teacher(long_interruption=during(date(2014, 3, 1), REGISTERED, "other", "none")),
    ),
    case(
        "one appraisal failed: deferred, not failed",
        (),
        {"appraisal": expect(UNMET), "appraisal-in-a-row": expect(MET)},
        teacher(
            annual_appraisal=during(
                date(2017, 1, 1), date(2017, 12, 31), "not_qualified", "qualified"
            ),
            failed_appraisals_in_a_row=1,
        ),
    ),
    case(
        "two in a row",
        (),
        {"appraisal": expect(UNMET), "appraisal-in-a-row": expect(UNMET)},
        teacher(
            annual_appraisal=during(
                date(2017, 1, 1), date(2018, 12, 31), "not_qualified", "excellent"
            ),
            failed_appraisals_in_a_row=2,
        ),
    ),
    case(
        "the appraisal of the last year is not known yet",
        (),
        {"appraisal": expect(OPEN)},
        teacher(annual_appraisal=Timeline.of(("qualified", Span.until(date(2019, 12, 31))))),
    ),
    case("always excellent", (), {"appraisal": expect(MET)}, teacher(annual_appraisal="excellent")),
    case(
        "ethics short of the standard, without a serious breach",
        (),
        {"ethics": expect(UNMET), "no-serious-breach": expect(MET)},
        teacher(ethics="not_met"),
    ),
    case(
        "a serious breach",
        (),
        {"ethics": expect(UNMET), "no-serious-breach": expect(UNMET)},
        teacher(ethics="serious_breach"),
    ),
    case("not fit", (), {"fitness": expect(UNMET)}, teacher(fit_for_work="no")),
    case("certificate revoked", (), {"certificate": expect(UNMET)}, teacher(certificate="revoked")),
    case("certificate lost", (), {"certificate": expect(UNMET)}, teacher(certificate="lost")),
    *(
        case(f"{name} is not known", (), {name: expect(OPEN)}, teacher(**{fact: None}))
        for name, fact in (
            ("teaching", "long_interruption"),
            ("appraisal", "annual_appraisal"),
            ("appraisal-in-a-row", "failed_appraisals_in_a_row"),
            ("ethics", "ethics"),
            ("fitness", "fit_for_work"),
            ("certificate", "certificate"),
        )
    ),
]


@pytest.mark.parametrize("own", CASES, ids=lambda own: own.name)
def test_registration(own: Case) -> None:
    assert own.found() == own.wanted()


@pytest.mark.parametrize(
    ("local", "hours", "clause", "follows"),
    [
        ({}, 359, "training-360", ["deferred"]),
        ({"long_interruption": "other"}, 360, "teaching", ["deferred"]),
        ({"annual_appraisal": "not_qualified"}, 360, "appraisal", ["deferred"]),
        ({"failed_appraisals_in_a_row": 2}, 360, "appraisal-in-a-row", ["failed"]),
        ({"ethics": "not_met"}, 360, "ethics", []),
        ({"ethics": "serious_breach"}, 360, "no-serious-breach", ["failed"]),
        ({"fit_for_work": "no"}, 360, "fitness", []),
        ({"certificate": "revoked"}, 360, "certificate", ["failed"]),
    ],
)
def test_what_follows(local: dict[str, Any], hours: int, clause: str, follows: list[str]) -> None:
    result = case("one fault", (course("a", DAY, hours),), {}, teacher(**local)).audited()

    assert word(result.finding(clause).final) == UNMET
    assert word(result.final) == UNMET
    assert [own.id for own in result.finding(clause).consequences] == follows


def test_a_shortfall_of_hours_is_shown_beside_the_alternative() -> None:
    """
    The hours are one of two ways; their own figures stand in the first part.
    """
    result = case("359.5", (course("a", DAY, "359.5"),), {}).audited()
    hours, *_ = result.finding("training-360").parts

    assert (hours.counted, hours.required) == (class_hours("359.5"), class_hours(360))
    assert hours.shortfall == class_hours("0.5")


def test_hours_that_are_not_given_may_be_any() -> None:
    result = case("no hours", (course("a", DAY, None),), training(OPEN)).audited()
    hours, *_ = result.finding("training-360").parts

    assert hours.counted == class_hours(0, to=UNBOUNDED)
