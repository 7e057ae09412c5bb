"""The training cycle: blocks of the calendar, personal cycles, and clocks that stand still."""

import itertools
import pickle
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import Clip, Cycle, Span, Text, Window, add_months

ONE_DAY = timedelta(days=1)
BLOCK = Cycle.block(years=5, starting=date(2015, 9, 1))
PERSONAL = Cycle.personal(years=1, since="registered", clip=Clip.BACK)
LEAVE = Span.through(date(2016, 3, 1), date(2016, 5, 31))  # 92 days

ANCHORS = st.dates(date(1990, 1, 1), date(2024, 12, 31)) | st.sampled_from(
    [date(2016, 2, 29), date(2015, 1, 31), date(2016, 8, 31), date(2015, 12, 30)]
)


def starts(first: date, months: int, clip: Clip, until: date) -> list[date]:
    """List the first day of every cycle up to *until*, and of one more."""
    listed = [first]
    while listed[-1] <= until:
        listed.append(add_months(first, months * len(listed), clip=clip))
    return listed


def paused_cycle(
    day: date, *, anchor: date, lengths: Iterable[int], paused: set[date]
) -> tuple[date, date, set[date]]:
    """Tick day by day from the anchor; the clock of a cycle runs on days that are not paused."""
    here = anchor
    for length in lengths:
        start, left, ran = here, length, set()
        while left:
            if here not in paused:
                left -= 1
                ran.add(here)
            here += ONE_DAY
        if day < here:
            return start, here, ran
    raise AssertionError("give more lengths")


def pauses() -> st.SearchStrategy[list[Span]]:
    """Draw up to four pauses around the first two years; they may meet or overlap."""
    day = st.dates(date(2015, 6, 1), date(2017, 6, 1))
    one = st.builds(
        lambda first, more: Span(first, first + more * ONE_DAY), day, st.integers(1, 200)
    )
    return st.lists(one, min_size=1, max_size=4)


# cycles without pauses -------------------------------------------------------------------


@given(
    first=ANCHORS,
    months=st.integers(1, 72),
    clip=st.sampled_from(Clip),
    after=st.integers(0, 20_000),
)
@example(first=date(2016, 2, 29), months=12, clip=Clip.FORWARD, after=366)
@example(first=date(2016, 2, 29), months=12, clip=Clip.BACK, after=365)
@example(first=date(2015, 1, 31), months=1, clip=Clip.FORWARD, after=29)
@example(first=date(2015, 1, 31), months=1, clip=Clip.BACK, after=28)
def test_a_day_lies_in_the_cycle_between_the_starts_around_it(
    first: date, months: int, clip: Clip, after: int
) -> None:
    day = first + after * ONE_DAY
    borders = starts(first, months, clip, day)
    expected = next(
        Span(start, end) for start, end in itertools.pairwise(borders) if start <= day < end
    )

    personal = Cycle.personal(months=months, since="hired", clip=clip)
    block = Cycle.block(months=months, starting=first, clip=clip)
    assert personal.holding(day, anchor=first) == Window.of(expected)
    assert block.holding(day) == Window.of(expected)


@given(first=ANCHORS, months=st.integers(1, 72), before=st.integers(1, 5000))
def test_before_the_first_day_no_cycle_has_begun(first: date, months: int, before: int) -> None:
    day = first - before * ONE_DAY

    assert Cycle.block(months=months, starting=first, clip=Clip.BACK).holding(day) is None
    personal = Cycle.personal(months=months, since="hired", clip=Clip.BACK)
    assert personal.holding(day, anchor=first) is None
    assert personal.holding(day, anchor=first, pauses=[LEAVE]) is None


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2015, 9, 1), date(2015, 9, 1), date(2020, 8, 31)),
        (date(2015, 9, 2), date(2015, 9, 1), date(2020, 8, 31)),
        (date(2018, 2, 28), date(2015, 9, 1), date(2020, 8, 31)),
        (date(2020, 8, 30), date(2015, 9, 1), date(2020, 8, 31)),
        (date(2020, 8, 31), date(2015, 9, 1), date(2020, 8, 31)),
        (date(2020, 9, 1), date(2020, 9, 1), date(2025, 8, 31)),
        (date(2025, 8, 31), date(2020, 9, 1), date(2025, 8, 31)),
        (date(2025, 9, 1), date(2025, 9, 1), date(2030, 8, 31)),
    ],
)
def test_borders_of_a_block(day: date, first: date, last: date) -> None:
    assert BLOCK.holding(day) == Window.of(Span.through(first, last))


def test_the_day_before_the_first_block_lies_in_none() -> None:
    assert BLOCK.holding(date(2015, 8, 31)) is None


@pytest.mark.parametrize(
    ("clip", "day", "first", "last"),
    [
        (Clip.BACK, date(2016, 2, 29), date(2016, 2, 29), date(2017, 2, 27)),
        (Clip.BACK, date(2017, 2, 27), date(2016, 2, 29), date(2017, 2, 27)),
        (Clip.BACK, date(2017, 2, 28), date(2017, 2, 28), date(2018, 2, 27)),
        (Clip.BACK, date(2020, 2, 28), date(2019, 2, 28), date(2020, 2, 28)),
        (Clip.BACK, date(2020, 2, 29), date(2020, 2, 29), date(2021, 2, 27)),
        (Clip.FORWARD, date(2017, 2, 28), date(2016, 2, 29), date(2017, 2, 28)),
        (Clip.FORWARD, date(2017, 3, 1), date(2017, 3, 1), date(2018, 2, 28)),
        (Clip.FORWARD, date(2020, 2, 28), date(2019, 3, 1), date(2020, 2, 28)),
        (Clip.FORWARD, date(2020, 2, 29), date(2020, 2, 29), date(2021, 2, 28)),
    ],
)
def test_a_personal_cycle_from_29_february(clip: Clip, day: date, first: date, last: date) -> None:
    cycle = Cycle.personal(years=1, since="registered", clip=clip)

    found = cycle.holding(day, anchor=date(2016, 2, 29))
    assert found == Window.of(Span.through(first, last))


def test_a_personal_cycle_needs_its_anchor() -> None:
    assert PERSONAL.holding(date(2020, 1, 1)) is None


def test_the_last_cycle_ends_with_the_calendar() -> None:
    found = BLOCK.holding(date(9999, 12, 30))

    assert found is not None
    assert (found.first_day, found.end) == (date(9995, 9, 1), date.max)


def test_the_last_day_of_the_calendar_has_an_answer() -> None:
    found = BLOCK.holding(date.max)

    assert found is None or found.first_day == date(9995, 9, 1)


# cycles with pauses ----------------------------------------------------------------------


@given(
    anchor=st.dates(date(2015, 1, 1), date(2016, 12, 31)) | st.just(date(2016, 2, 29)),
    months=st.sampled_from([1, 5, 12, 18]),
    clip=st.sampled_from(Clip),
    stops=pauses(),
    after=st.integers(0, 900),
)
@example(anchor=date(2015, 9, 1), months=12, clip=Clip.BACK, stops=[LEAVE, LEAVE], after=365)
@example(anchor=date(2016, 4, 1), months=12, clip=Clip.BACK, stops=[LEAVE], after=0)
def test_a_paused_clock_ticks_on_the_other_days(
    anchor: date, months: int, clip: Clip, stops: list[Span], after: int
) -> None:
    day = anchor + after * ONE_DAY
    borders = starts(anchor, months, clip, day)
    lengths = [(end - start).days for start, end in itertools.pairwise(borders)]
    paused = {stop.start + more * ONE_DAY for stop in stops for more in range(stop.days)}
    start, end, ran = paused_cycle(day, anchor=anchor, lengths=lengths, paused=paused)

    cycle = Cycle.personal(months=months, since="hired", clip=clip)
    found = cycle.holding(day, anchor=anchor, pauses=stops)
    assert found is not None
    assert {own.start + more * ONE_DAY for own in found.spans for more in range(own.days)} == ran
    assert start <= found.first_day
    assert found.end == end


@given(stops=pauses(), after=st.integers(0, 900), order=st.randoms(use_true_random=False))
def test_the_order_of_pauses_makes_no_difference(
    stops: list[Span], after: int, order: object
) -> None:
    day = date(2015, 9, 1) + after * ONE_DAY
    shuffled = sorted(stops, key=lambda _: order.random())  # type: ignore[attr-defined]  # Random

    assert PERSONAL.holding(day, anchor=date(2015, 9, 1), pauses=stops) == PERSONAL.holding(
        day, anchor=date(2015, 9, 1), pauses=shuffled
    )


@given(stops=pauses(), after=st.integers(0, 900))
def test_a_cycle_runs_as_many_days_as_it_would_without_pauses(
    stops: list[Span], after: int
) -> None:
    day = date(2015, 9, 1) + after * ONE_DAY
    found = PERSONAL.holding(day, anchor=date(2015, 9, 1), pauses=stops)

    assert found is not None
    assert sum(span.days for span in found.spans) in (365, 366)
    assert not any(found.overlap(stop) for stop in stops)


@pytest.mark.parametrize(
    ("day", "spans"),
    [
        # 366 days from 1 September 2015; 92 of them are paused, so the end moves by 92 days.
        (date(2015, 9, 1), "2015-09-01 to 2016-02-29, 2016-06-01 to 2016-12-01"),
        (date(2016, 2, 29), "2015-09-01 to 2016-02-29, 2016-06-01 to 2016-12-01"),
        (date(2016, 3, 1), "2015-09-01 to 2016-02-29, 2016-06-01 to 2016-12-01"),
        (date(2016, 5, 31), "2015-09-01 to 2016-02-29, 2016-06-01 to 2016-12-01"),
        (date(2016, 6, 1), "2015-09-01 to 2016-02-29, 2016-06-01 to 2016-12-01"),
        (date(2016, 12, 1), "2015-09-01 to 2016-02-29, 2016-06-01 to 2016-12-01"),
        (date(2016, 12, 2), "2016-12-02 to 2017-12-01"),
        (date(2017, 12, 2), "2017-12-02 to 2018-12-01"),
    ],
)
def test_each_paused_day_moves_the_end_by_a_day(day: date, spans: str) -> None:
    found = PERSONAL.holding(day, anchor=date(2015, 9, 1), pauses=[LEAVE])

    assert str(found) == spans


@pytest.mark.parametrize(
    ("pause", "spans"),
    [
        pytest.param(
            Span.until(date(2015, 8, 31)), "2015-09-01 to 2016-08-31", id="over before it"
        ),
        pytest.param(Span.on(date(2015, 9, 1)), "2015-09-02 to 2016-09-01", id="its first day"),
        pytest.param(
            Span.on(date(2015, 9, 2)),
            "2015-09-01, 2015-09-03 to 2016-09-01",
            id="its second day",
        ),
        pytest.param(
            Span.on(date(2016, 8, 31)),
            "2015-09-01 to 2016-08-30, 2016-09-01",
            id="what would be its last day",
        ),
        pytest.param(Span.on(date(2016, 9, 1)), "2015-09-01 to 2016-08-31", id="the day after it"),
        pytest.param(
            Span.since(date(2016, 1, 1)), "2015-09-01 to 2015-12-31", id="a pause without an end"
        ),
    ],
)
def test_borders_of_a_pause(pause: Span, spans: str) -> None:
    found = PERSONAL.holding(date(2015, 12, 1), anchor=date(2015, 9, 1), pauses=[pause])

    assert str(found) == spans


@pytest.mark.parametrize(
    ("pause", "day"),
    [
        pytest.param(Span.since(date(2016, 9, 1)), date(2017, 1, 1), id="from its end on"),
        pytest.param(Span.since(date(2015, 1, 1)), date(2015, 9, 1), id="since before it"),
    ],
)
def test_a_clock_that_never_runs_again_has_an_answer(pause: Span, day: date) -> None:
    found = PERSONAL.holding(day, anchor=date(2015, 9, 1), pauses=[pause])

    assert found is None or pause.overlap(found.spans[0]) is None


# what a cycle may be ---------------------------------------------------------------------


def test_a_block_and_a_personal_cycle_hold_what_they_were_given() -> None:
    block = Cycle.block(years=2, months=6, starting=date(2015, 9, 1), assumed="the first day")
    personal = Cycle.personal(
        years=5,
        since="registered",
        clip=Clip.FORWARD,
        paused_by=("on_leave", "seconded"),
        assumed="the pause",
    )

    assert block == Cycle(30, starting=date(2015, 9, 1), assumed="the first day")
    assert (personal.months, personal.since, personal.clip) == (60, "registered", Clip.FORWARD)
    assert personal.paused_by == {"on_leave", "seconded"}
    assert pickle.loads(pickle.dumps(personal)) == personal  # noqa: S301 - dumped on this line


@pytest.mark.parametrize(
    ("given_words", "held"),
    [
        ("", None),
        ("the first day", Text("the first day")),
        (Text("the first day", "起始日"), Text("the first day", "起始日")),
    ],
)
def test_what_is_assumed_is_said_in_words_or_not_at_all(
    given_words: str | Text, held: Text | None
) -> None:
    block = Cycle.block(years=5, starting=date(2015, 9, 1), assumed=given_words)
    personal = Cycle.personal(years=5, since="hired", clip=Clip.BACK, assumed=given_words)

    assert block.assumed == personal.assumed == held


def test_one_word_that_pauses_is_one_word() -> None:
    cycle = Cycle.personal(years=5, since="hired", clip=Clip.BACK, paused_by="on_leave")

    assert cycle.paused_by == {"on_leave"}


@pytest.mark.parametrize("day", [29, 30, 31])
def test_a_block_from_a_day_that_some_month_lacks_names_a_clip(day: int) -> None:
    with pytest.raises(InvalidValueError, match=f"not every month has day {day}; name clip="):
        Cycle.block(years=1, starting=date(2016, 1, day))

    assert Cycle.block(years=1, starting=date(2016, 1, day), clip=Clip.FORWARD).clip is Clip.FORWARD


def test_a_block_from_the_28th_needs_no_clip() -> None:
    assert Cycle.block(years=1, starting=date(2016, 1, 28)).clip is Clip.BACK


@pytest.mark.parametrize("months", [0, -1])
def test_a_cycle_has_a_length(months: int) -> None:
    with pytest.raises(InvalidValueError, match=r"Cycle: needs a length of a month or more"):
        Cycle.block(months=months, starting=date(2015, 9, 1))
    with pytest.raises(InvalidValueError, match=r"Cycle: needs a length of a month or more"):
        Cycle.personal(months=months, since="hired", clip=Clip.BACK)

    assert Cycle.block(months=1, starting=date(2015, 9, 1)).months == 1


@pytest.mark.parametrize(("starting", "since"), [(None, None), (date(2015, 9, 1), "registered")])
def test_a_cycle_has_one_kind_of_start(starting: date | None, since: str | None) -> None:
    with pytest.raises(InvalidValueError, match=r"and one start; use Cycle.block"):
        Cycle(60, starting=starting, since=since)


def test_a_block_starts_on_a_plain_date() -> None:
    with pytest.raises(InvalidTypeError, match=r"Cycle.block\(starting\): not a date"):
        Cycle.block(years=5, starting=datetime(2015, 9, 1, tzinfo=UTC))


def test_a_length_is_a_whole_number_of_months() -> None:
    with pytest.raises((TypeError, ValueError)):
        Cycle.block(years=2.5, starting=date(2015, 9, 1))  # type: ignore[arg-type]  # refused
