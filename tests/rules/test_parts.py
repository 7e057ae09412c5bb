"""Which parts of a calendar a window has, where its borders or a pause cut a cell short."""

from datetime import date, timedelta

import pytest

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    EVERY_DAY,
    IN_POST,
    ON_LEAVE,
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
    training_credits,
)
from teachtrain.rules import (
    Account,
    Policy,
    Verdict,
    audit,
    each,
    parts_met,
    post,
    recognise,
    record,
    require,
    some,
    total,
    where,
)

ENOUGH = total() >= training_credits(10)
ONE_DAY = timedelta(days=1)


def policy(needs: object) -> Policy:
    return Policy(
        id="p",
        title="P",
        source=Source("Northmark Order", certainty=Certainty.INVENTED),
        cycle=Cycle.personal(years=3, since="registered", clip=Clip.BACK, paused_by=ON_LEAVE),
        accounts=(Account("main", TRAINING_CREDIT),),
        recognition=(recognise("any", where(), post("main", training_credits(10))),),
        requirements=(require("yearly", needs),),  # type: ignore[arg-type]  # a condition
    )


def parts(cut_short: str, first: date, last: date) -> list[str]:
    """Return the years of a cycle from 1 January 2020 that is paused from *first* to *last*."""
    teacher = Teacher(
        "t-1",
        events={"registered": date(2020, 1, 1)},
        employment=Timeline.of(
            (IN_POST, Span.until(first - ONE_DAY)),
            (ON_LEAVE, Span.through(first, last)),
            (IN_POST, Span.since(last + ONE_DAY)),
        ),
    )
    needs = each(CALENDAR_YEAR, ENOUGH, cut_short=cut_short)
    found = audit(
        policy(needs), teacher, Transcript((), complete_until=None), as_of=date(2022, 6, 30)
    )
    return [str(part.window) for part in found.finding("yearly").parts]


WHOLE = {year: f"{year}-01-01 to {year}-12-31" for year in range(2020, 2024)}


@pytest.mark.parametrize(
    ("first", "last", "kept", "whole"),
    [
        pytest.param(
            date(2020, 12, 31),
            date(2020, 12, 31),
            ["2020-01-01 to 2020-12-30", WHOLE[2021], WHOLE[2022], "2023-01-01"],
            [WHOLE[2021], WHOLE[2022]],
            id="the last day of the year before",
        ),
        pytest.param(
            date(2021, 1, 1),
            date(2021, 1, 1),
            [WHOLE[2020], "2021-01-02 to 2021-12-31", WHOLE[2022], "2023-01-01"],
            [WHOLE[2020], WHOLE[2022]],
            id="the first day",
        ),
        pytest.param(
            date(2021, 6, 1),
            date(2021, 6, 1),
            [
                WHOLE[2020],
                "2021-01-01 to 2021-05-31, 2021-06-02 to 2021-12-31",
                WHOLE[2022],
                "2023-01-01",
            ],
            [WHOLE[2020], WHOLE[2022]],
            id="a day within",
        ),
        pytest.param(
            date(2021, 12, 31),
            date(2021, 12, 31),
            [WHOLE[2020], "2021-01-01 to 2021-12-30", WHOLE[2022], "2023-01-01"],
            [WHOLE[2020], WHOLE[2022]],
            id="the last day",
        ),
        pytest.param(
            date(2022, 1, 1),
            date(2022, 1, 1),
            [WHOLE[2020], WHOLE[2021], "2022-01-02 to 2022-12-31", "2023-01-01"],
            [WHOLE[2020], WHOLE[2021]],
            id="the first day of the year after",
        ),
        pytest.param(
            date(2021, 1, 1),
            date(2021, 12, 30),
            [WHOLE[2020], "2021-12-31", WHOLE[2022], "2023-01-01 to 2023-12-30"],
            [WHOLE[2020], WHOLE[2022]],
            id="all days but the last",
        ),
        pytest.param(
            date(2021, 1, 1),
            date(2021, 12, 31),
            [WHOLE[2020], WHOLE[2022], WHOLE[2023]],
            [WHOLE[2020], WHOLE[2022], WHOLE[2023]],
            id="all days",
        ),
    ],
)
def test_a_pause_cuts_a_part_of_the_calendar_short(
    first: date, last: date, kept: list[str], whole: list[str]
) -> None:
    assert parts("keep", first, last) == kept
    assert parts("drop", first, last) == whole


def test_nothing_is_asked_of_a_year_of_which_a_pause_left_a_day() -> None:
    """A teacher on leave for all of 2021 but its last day owes nothing for 2021."""
    teacher = Teacher(
        "t-1",
        events={"registered": date(2020, 1, 1)},
        employment=Timeline.of(
            (IN_POST, Span.until(date(2020, 12, 31))),
            (ON_LEAVE, Span.through(date(2021, 1, 1), date(2021, 12, 30))),
            (IN_POST, Span.since(date(2021, 12, 31))),
        ),
    )
    records = [TrainingRecord(f"r-{n}", day=date(n, 5, 5)) for n in (2020, 2022)]
    transcript = Transcript(records, complete_until=date(2023, 12, 31))

    def verdict(cut_short: str) -> Verdict:
        needs = each(CALENDAR_YEAR, ENOUGH, cut_short=cut_short)
        return audit(policy(needs), teacher, transcript, as_of=date(2023, 12, 30)).so_far

    assert verdict("drop") is Verdict.MET
    assert verdict("keep") is Verdict.UNMET


def test_a_part_within_a_part_that_a_pause_cuts_is_whole_or_left_out() -> None:
    """Days of a paused year are asked about one by one, where the year itself is kept."""
    teacher = Teacher(
        "t-1",
        events={"registered": date(2020, 1, 1)},
        employment=Timeline.of(
            (IN_POST, Span.until(date(2020, 12, 31))),
            (ON_LEAVE, Span.through(date(2021, 1, 1), date(2021, 12, 30))),
            (IN_POST, Span.since(date(2021, 12, 31))),
        ),
    )
    needs = each(CALENDAR_YEAR, some(EVERY_DAY, ENOUGH), cut_short="keep")
    found = audit(
        policy(needs),
        teacher,
        Transcript((TrainingRecord("r", day=date(2021, 12, 31)),), complete_until=None),
        as_of=date(2023, 12, 30),
    ).finding("yearly")

    assert [str(part.window) for part in found.parts[1].parts] == ["2021-12-31"]
    assert found.parts[1].so_far is Verdict.MET


@pytest.mark.parametrize(
    ("years", "as_of", "complete_until", "bounds"),
    [
        # of the school years 2015/16 to 2019/20, those in which something was done
        ((), date(2020, 8, 31), date(2020, 8, 31), (5, 5)),
        ((2015,), date(2020, 8, 31), date(2020, 8, 31), (4, 4)),
        ((2017,), date(2020, 8, 31), date(2020, 8, 31), (2, 2)),
        ((2016, 2018), date(2020, 8, 31), date(2020, 8, 31), (1, 1)),
        ((2015, 2016, 2017, 2018, 2019), date(2020, 8, 31), date(2020, 8, 31), (0, 0)),
        # a year that is not over is none of them so far
        ((2015,), date(2017, 8, 30), date(2017, 8, 30), (0, 0)),
        ((2015,), date(2017, 8, 31), date(2017, 8, 31), (1, 1)),
        # the years of which records may be missing may be empty, or not
        ((2015,), date(2020, 8, 31), date(2017, 8, 31), (1, 4)),
        ((2015, 2018), date(2020, 8, 31), date(2018, 8, 31), (2, 2)),
    ],
)
def test_the_most_years_in_a_row_without_training(
    years: tuple[int, ...], as_of: date, complete_until: date, bounds: tuple[int, int]
) -> None:
    gaps = Policy(
        id="small",
        title="A small policy",
        source=Source("an invented order", certainty=Certainty.INVENTED),
        accounts=(Account("main", CLASS_HOUR),),
        cycle=Cycle.block(years=5, starting=date(2015, 9, 1)),
        recognition=(recognise("all", where(), post("main", record.hours)),),
        requirements=(require("gap", parts_met(SCHOOL_YEAR, total() <= 0, in_a_row=True) <= 1),),
    )
    records = [TrainingRecord(f"r{year}", day=date(year, 9, 1), hours=1) for year in years]
    transcript = Transcript(records, complete_until=complete_until)
    counted = audit(gaps, Teacher("t"), transcript, as_of=as_of).finding("gap").counted
    assert counted is not None
    assert (counted.low, counted.high) == bounds
