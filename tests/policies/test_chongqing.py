"""Hand-worked cases for Chongqing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from teachtrain.models import (
    UNBOUNDED,
    UNKNOWN,
    Absent,
    Level,
    Mode,
    Span,
    Status,
    Teacher,
    TrainingRecord,
    training_credits,
)
from teachtrain.policies import CHONGQING_2017
from tests.policies.cases import (
    MET,
    NONE_APPLIES,
    OPEN,
    UNMET,
    Case,
    Expected,
    expect,
    word,
)

if TYPE_CHECKING:
    from teachtrain.models import Amount

HIRED = date(2000, 9, 1)
NO_CYCLE_KNOWN: dict[str, date | Absent] = {"hired": HIRED, "cycle_started": UNKNOWN}


def from_july(year: int) -> Teacher:
    """A teacher whose first cycle starts on 1 July of *year*."""
    return Teacher("t", events={"hired": HIRED, "cycle_started": date(year, 7, 1)})


def credits(low: str | int, to: str | int | None = None) -> Amount:  # noqa: A001 - the unit's own word
    return training_credits(low, to=to)


def earned(record_id: str, day: date | None, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    """Training of a district, online, with so many recognised credits."""
    plain: dict[str, Any] = {
        "activity": "training",
        "level": Level.COUNTY,
        "mode": Mode.ONLINE,
        "day": day,
        "local": {"credits": training_credits(own).value},
    }
    return TrainingRecord(record_id, **(plain | facts))


def face_to_face(record_id: str, day: date | None, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return earned(record_id, day, own, **({"mode": Mode.FACE_TO_FACE} | facts))


def own_study(record_id: str, day: date, own: str | int, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    return earned(
        record_id,
        day,
        own,
        **({"activity": "self_study", "level": Level.SCHOOL, "mode": Mode.SELF_STUDY} | facts),
    )


def both(of_120: Expected, of_20: Expected) -> dict[str, Expected]:
    return {"cycle-120": of_120, "face-to-face-20": of_20}


def in_all(verdict: str, counted: Amount, short: Amount, final: str | None = None) -> Expected:
    return expect(verdict, final, counted, credits(120), short)


def present(verdict: str, counted: Amount, short: Amount, final: str | None = None) -> Expected:
    return expect(verdict, final, counted, credits(20), short)


def case(
    name: str,
    records: tuple[TrainingRecord, ...],
    expected: dict[str, Expected],
    *,
    teacher: Teacher | None = None,
    as_of: date = date(2020, 6, 30),
) -> Case:
    """By default, of a cycle from 1 July 2015 to 30 June 2020."""
    return Case(name, CHONGQING_2017, teacher or from_july(2015), records, as_of, expected)


DAY = date(2016, 10, 8)
TWENTY = face_to_face("f", DAY, 20)
HUNDRED = earned("h", DAY, 100)

CASES = [
    case(
        "100 online and 20 face to face are exactly 120",
        (HUNDRED, TWENTY),
        both(in_all(MET, credits(120), credits(0)), present(MET, credits(20), credits(0))),
    ),
    case(
        "119.5 in all",
        (earned("h", DAY, "99.5"), TWENTY),
        both(
            in_all(UNMET, credits("119.5"), credits("0.5")), present(MET, credits(20), credits(0))
        ),
    ),
    case(
        "120.5 in all",
        (earned("h", DAY, "100.5"), TWENTY),
        both(in_all(MET, credits("120.5"), credits(0)), present(MET, credits(20), credits(0))),
    ),
    case(
        "19.5 face to face",
        (earned("h", DAY, "100.5"), face_to_face("f", DAY, "19.5")),
        both(
            in_all(MET, credits(120), credits(0)), present(UNMET, credits("19.5"), credits("0.5"))
        ),
    ),
    case(
        "20.5 face to face",
        (HUNDRED, face_to_face("f", DAY, "20.5")),
        both(in_all(MET, credits("120.5"), credits(0)), present(MET, credits("20.5"), credits(0))),
    ),
    *(
        case(
            f"face to face at {level.value} level",
            (HUNDRED, face_to_face("f", DAY, 20, level=level)),
            both(in_all(MET, credits(120), credits(0)), expected),
        )
        for level, expected in (
            (Level.NATION, present(MET, credits(20), credits(0))),
            (Level.PROVINCE, present(MET, credits(20), credits(0))),
            (Level.COUNTY, present(MET, credits(20), credits(0))),
            (Level.SCHOOL, present(UNMET, credits(0), credits(20))),
        )
    ),
    case(
        "how it was delivered is not known",
        (HUNDRED, face_to_face("f", DAY, 20, mode=None)),
        both(in_all(MET, credits(120), credits(0)), present(OPEN, credits(0, 20), credits(0, 20))),
    ),
    case(
        "nothing at all",
        (),
        both(in_all(UNMET, credits(0), credits(120)), present(UNMET, credits(0), credits(20))),
    ),
    # Borders ----------------------------------------------------------------------------------
    *(
        case(
            f"20 face to face on {day}",
            (HUNDRED, face_to_face("f", day, 20)),
            both(in_all(MET, credits(120), credits(0)), present(MET, credits(20), credits(0)))
            if counts
            else both(
                in_all(UNMET, credits(100), credits(20)), present(UNMET, credits(0), credits(20))
            ),
        )
        for day, counts in (
            (date(2015, 6, 30), False),
            (date(2015, 7, 1), True),
            (date(2015, 7, 2), True),
            (date(2020, 6, 29), True),
            (date(2020, 6, 30), True),
            (date(2020, 7, 1), False),
        )
    ),
    case(
        "several days across the first day of the cycle",
        (HUNDRED, face_to_face("f", date(2015, 6, 29), 20, last_day=date(2015, 7, 3))),
        both(
            in_all(OPEN, credits(100, 120), credits(0, 20)),
            present(OPEN, credits(0, 20), credits(0, 20)),
        ),
    ),
    case(
        "a record of 2016, without its day",
        (HUNDRED, face_to_face("f", None, 20, within=Span.of_year(2016))),
        both(in_all(MET, credits(120), credits(0)), present(MET, credits(20), credits(0))),
    ),
    case(
        "when the cycle started is not known",
        (HUNDRED, TWENTY),
        both(expect(OPEN), expect(OPEN)),
        teacher=Teacher("t", events=NO_CYCLE_KNOWN),
    ),
    *(
        case(
            f"a cycle that ends on {end}: {what}",
            (),
            both(NONE_APPLIES, NONE_APPLIES)
            if not judged
            else both(
                in_all(UNMET, credits(0), credits(120)), present(UNMET, credits(0), credits(20))
            ),
            teacher=Teacher("t", events={"hired": HIRED, "cycle_started": start}),
            as_of=end,
        )
        for start, end, judged, what in (
            (date(2013, 1, 1), date(2017, 12, 31), False, "the rule may not have held yet"),
            (date(2013, 1, 2), date(2018, 1, 1), True, "the rule held for sure"),
            (date(2013, 1, 3), date(2018, 1, 2), True, "the day after"),
        )
    ),
    # What was recognised ----------------------------------------------------------------------
    *(
        case(
            f"{activity} counts as it was recognised",
            (TWENTY, earned("a", DAY, 100, activity=activity)),
            both(in_all(MET, credits(120), credits(0)), present(MET, credits(20), credits(0))),
        )
        for activity in ("school_based", "degree_year")
    ),
    case(
        "hours alone are no credits",
        (TWENTY, earned("a", DAY, 0, hours=100, local={})),
        both(
            in_all(OPEN, training_credits(20, to=UNBOUNDED), credits(0, 100)),
            present(MET, credits(20), credits(0)),
        ),
    ),
    case(
        "a pending record",
        (TWENTY, earned("a", DAY, 100, status=Status.PENDING)),
        both(
            in_all(OPEN, credits(20, 120), credits(0, 100)), present(MET, credits(20), credits(0))
        ),
    ),
    # Own study: at most 20, until 2019 --------------------------------------------------------
    *(
        case(
            f"{own} of own study in a cycle that was over in 2018",
            (
                own_study("s", date(2016, 10, 8), own),
                face_to_face("f", date(2016, 10, 9), 100),
            ),
            both(in_all(verdict, counted, short), present(MET, credits(100), credits(0))),
            teacher=from_july(2013),
            as_of=date(2018, 6, 30),
        )
        for own, verdict, counted, short in (
            ("19.5", UNMET, credits("119.5"), credits("0.5")),
            (20, MET, credits(120), credits(0)),
            ("20.5", MET, credits(120), credits(0)),  # 20 of them
            (60, MET, credits(120), credits(0)),
        )
    ),
    *(
        case(
            f"{own} of own study in a cycle that ran on into 2019",
            (own_study("s", day, own), face_to_face("f", DAY, 90)),
            both(in_all(verdict, counted, short), present(MET, credits(90), credits(0))),
        )
        for day, own, verdict, counted, short in (
            (date(2016, 10, 8), 20, UNMET, credits(110), credits(10)),
            (date(2016, 10, 8), 29, UNMET, credits(110, 119), credits(1, 10)),
            (date(2016, 10, 8), 30, OPEN, credits(110, 120), credits(0, 10)),
            (date(2020, 3, 8), 30, OPEN, credits(110, 120), credits(0, 10)),
        )
    ),
    case(
        "own study above 20 in a cycle that began after 2019",
        (
            own_study("s", date(2021, 10, 8), 100),
            face_to_face("f", date(2021, 10, 9), 20),
        ),
        both(in_all(MET, credits(120), credits(0)), present(MET, credits(20), credits(0))),
        as_of=date(2025, 6, 30),
    ),
    *(
        case(
            f"30 of own study in a cycle that starts on {start}",
            (
                own_study("s", start, 30),
                face_to_face("f", start, 90),
            ),
            {"cycle-120": expect(verdict, final, counted)},
            teacher=Teacher("t", events={"hired": HIRED, "cycle_started": start}),
            as_of=as_of,
        )
        for start, as_of, verdict, final, counted in (
            # over on 31 December 2018
            (date(2014, 1, 1), date(2018, 12, 31), UNMET, UNMET, credits(110)),
            # over on 1 January 2019, perhaps after the change
            (date(2014, 1, 2), date(2019, 1, 1), OPEN, OPEN, credits(110, 120)),
            # perhaps before the change
            (date(2019, 12, 31), date(2024, 12, 30), OPEN, OPEN, credits(110, 120)),
            (date(2020, 1, 1), date(2024, 12, 31), MET, MET, credits(120)),
        )
    ),
    case(
        "two studies of 15 share the 20",
        (
            own_study("s", date(2014, 10, 8), 15),
            own_study("u", date(2016, 10, 8), 15),
            face_to_face("f", date(2016, 10, 9), 100),
        ),
        both(in_all(MET, credits(120), credits(0)), present(MET, credits(100), credits(0))),
        teacher=from_july(2013),
        as_of=date(2018, 6, 30),
    ),
    # In the middle ----------------------------------------------------------------------------
    case(
        "in the third year",
        (earned("a", DAY, 50), face_to_face("f", DAY, 10)),
        both(
            in_all(UNMET, credits(60), credits(60), OPEN),
            present(UNMET, credits(10), credits(10), OPEN),
        ),
        as_of=date(2018, 1, 31),
    ),
    # A whole teacher --------------------------------------------------------------------------
    case(
        "five years of one teacher",
        (
            face_to_face("a", date(2015, 9, 1), 8),
            earned("b", date(2016, 3, 1), 22, activity="school_based", level=Level.SCHOOL),
            earned("c", date(2017, 3, 1), 30, level=Level.PROVINCE),
            face_to_face("d", date(2018, 3, 1), 12, level=Level.CITY),
            own_study("e", date(2018, 4, 1), 18),
            earned("f", date(2019, 9, 1), 25, activity="degree_year", level=None, mode=None),
            face_to_face("g", date(2020, 6, 30), 4, level=Level.SCHOOL),
        ),
        # 8 + 22 + 30 + 12 + 18 + 25 + 4 = 119; face to face from the county up 8 + 12 = 20, and
        # perhaps the degree study's 25
        both(in_all(UNMET, credits(119), credits(1)), present(MET, credits(20, 45), credits(0))),
    ),
]


@pytest.mark.parametrize("own", CASES, ids=lambda own: own.name)
def test_chongqing(own: Case) -> None:
    assert own.found() == own.wanted()


def test_no_consequence_was_seen() -> None:
    result = case("none", (), {}).audited()

    assert word(result.final) == UNMET
    assert all(own.consequences == () for own in result.findings)


def test_the_limit_cites_the_document_that_ended_it() -> None:
    (limit,) = CHONGQING_2017.ceilings

    assert CHONGQING_2017.source_of(limit).number == "渝教师发〔2019〕4号"


def test_what_the_limit_cuts_is_shown() -> None:
    records = (own_study("s", date(2016, 10, 8), 30),)
    result = case("30", records, {}, teacher=from_july(2013), as_of=date(2018, 6, 30)).audited()
    (entry,) = result.entries

    assert (entry.settled.earned, entry.settled.counted) == (credits(30), credits(20))
    assert [cut.amount for cut in entry.settled.cuts] == [credits(10)]


def test_the_missing_fact_is_named() -> None:
    unsaid = earned("a", DAY, 0, local={})
    result = case("credits are not said", (TWENTY, unsaid), {}).audited()

    assert {(one.record, one.fact) for one in result.missing} == {("a", "credits")}
