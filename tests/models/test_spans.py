"""Spans and windows: the first day counts, the end does not."""

import pickle
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import Span, Window
from teachtrain.models._calendar import plain_date

ONE_DAY = timedelta(days=1)
YEAR = Span.of_year(2016)
NEAR = st.dates(date(2015, 12, 1), date(2016, 2, 28))


def spans(days: st.SearchStrategy[date] = NEAR) -> st.SearchStrategy[Span]:
    """Draw short spans that often meet or overlap."""
    return st.builds(
        lambda start, more: Span(start, start + more * ONE_DAY), days, st.integers(1, 40)
    )


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Draw windows of up to four spans, which may touch each other."""
    start = draw(NEAR)
    made = []
    for _ in range(draw(st.integers(1, 4))):
        end = start + draw(st.integers(1, 12)) * ONE_DAY
        made.append(Span(start, end))
        start = end + draw(st.integers(0, 9)) * ONE_DAY
    return Window.of(*made)


def days_of(span: Span) -> set[date]:
    """List the days of a span by its borders alone."""
    return {span.start + more * ONE_DAY for more in range((span.end - span.start).days)}


def days_in(window: Window) -> set[date]:
    """List the days of a window by those of its spans."""
    return {day for span in window.spans for day in days_of(span)}


# spans -----------------------------------------------------------------------------------


@given(span=spans(), day=NEAR)
def test_a_span_holds_its_days(span: Span, day: date) -> None:
    assert (day in span) is (day in days_of(span))
    assert span.days == len(days_of(span))
    assert span.last_day == max(days_of(span))


@given(one=spans(), other=spans())
def test_an_overlap_holds_the_days_in_both(one: Span, other: Span) -> None:
    both = one.overlap(other)

    assert (set() if both is None else days_of(both)) == days_of(one) & days_of(other)
    assert other.overlap(one) == both


@given(one=spans(), other=spans())
def test_a_span_covers_the_spans_whose_days_it_holds(one: Span, other: Span) -> None:
    assert one.covers(other) is (days_of(other) <= days_of(one))
    assert one.covers(other) is (one.overlap(other) == other)


@given(first=NEAR, last=NEAR)
@example(first=date(2016, 1, 1), last=date(2016, 1, 1))
def test_regulations_name_a_last_day_that_counts(first: date, last: date) -> None:
    if last < first:
        with pytest.raises(InvalidValueError, match="holds no day"):
            Span.through(first, last)
    else:
        span = Span.through(first, last)
        assert (span.start, span.last_day) == (first, last)


@given(span=spans())
def test_equal_spans_hash_equal_and_survive_pickling(span: Span) -> None:
    again = pickle.loads(pickle.dumps(span))  # noqa: S301 - dumped on this line

    assert again == span
    assert hash(again) == hash(span)


@pytest.mark.parametrize(
    ("span", "day", "inside"),
    [
        (YEAR, date(2015, 12, 31), False),
        (YEAR, date(2016, 1, 1), True),
        (YEAR, date(2016, 12, 31), True),
        (YEAR, date(2017, 1, 1), False),
        (Span.on(date(2016, 2, 29)), date(2016, 2, 28), False),
        (Span.on(date(2016, 2, 29)), date(2016, 2, 29), True),
        (Span.on(date(2016, 2, 29)), date(2016, 3, 1), False),
        (Span.since(date(2016, 9, 1)), date(2016, 8, 31), False),
        (Span.since(date(2016, 9, 1)), date(2016, 9, 1), True),
        (Span.since(date(2016, 9, 1)), date(9999, 12, 30), True),
        (Span.until(date(2016, 8, 31)), date.min, True),
        (Span.until(date(2016, 8, 31)), date(2016, 8, 31), True),
        (Span.until(date(2016, 8, 31)), date(2016, 9, 1), False),
        (Span.always(), date.min, True),
    ],
)
def test_the_day_before_the_day_itself_and_the_day_after(
    span: Span, day: date, inside: bool
) -> None:
    assert (day in span) is inside


def test_a_year_has_its_days() -> None:
    assert (Span.of_year(2015).days, YEAR.days, Span.of_year(2100).days) == (365, 366, 365)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2016, 1, 1), date(2016, 1, 1)),
        (date(2016, 1, 2), date(2016, 1, 1)),
        (date.max, date.max),
    ],
)
def test_a_span_without_a_day_is_refused(start: date, end: date) -> None:
    with pytest.raises(InvalidValueError, match=r"Span: holds no day .*; give an end after"):
        Span(start, end)


@pytest.mark.parametrize("day", [datetime(2016, 1, 1, tzinfo=UTC), "2016-01-01", 20160101, None])
def test_a_day_is_a_plain_date(day: object) -> None:
    with pytest.raises(InvalidTypeError, match=r"Span.start: not a date .*; give datetime.date"):
        Span(day, date(2017, 1, 1))  # type: ignore[arg-type]  # what is refused
    with pytest.raises(InvalidTypeError, match=r"Span.end: not a date"):
        Span(date(2001, 1, 1), day)  # type: ignore[arg-type]  # what is refused
    with pytest.raises(InvalidTypeError, match=r"not a date"):
        Span.through(date(2001, 1, 1), day)  # type: ignore[arg-type]  # what is refused


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.through(date(2015, 9, 1), date(2016, 8, 31)), "2015-09-01 to 2016-08-31"),
        (Span.on(date(2016, 2, 29)), "2016-02-29"),
        (Span.since(date(2016, 9, 1)), "2016-09-01 to …"),
        (Span.until(date(2016, 8, 31)), "… to 2016-08-31"),
        (Span.always(), "…"),
    ],
)
def test_a_span_is_shown_by_the_days_that_count(span: Span, words: str) -> None:
    assert str(span) == words


def test_a_plain_date_is_returned_as_it_is() -> None:
    assert plain_date(date(2016, 2, 29), where="here") == date(2016, 2, 29)


# windows ---------------------------------------------------------------------------------


@given(window=windows(), day=NEAR)
def test_a_window_holds_the_days_of_its_spans(window: Window, day: date) -> None:
    assert (day in window) is (day in days_in(window))
    assert window.first_day == min(days_in(window))
    assert window.last_day == max(days_in(window))
    assert window.end == window.last_day + ONE_DAY


@given(window=windows(), span=spans())
def test_the_part_of_a_window_in_a_span_holds_the_days_in_both(window: Window, span: Span) -> None:
    part = window.overlap(span)

    assert (set() if part is None else days_in(part)) == days_in(window) & days_of(span)


@given(window=windows(), span=spans())
def test_a_window_covers_the_spans_whose_days_it_holds(window: Window, span: Span) -> None:
    assert window.covers(span) is (days_of(span) <= days_in(window))
    assert all(window.covers(own) for own in window.spans)


@given(window=windows(), first=NEAR, last=NEAR)
def test_a_window_holds_and_touches_days_in_a_row(window: Window, first: date, last: date) -> None:
    first, last = sorted([first, last])
    row = days_of(Span.through(first, last))

    assert window.holds(first, last) is (row <= days_in(window))
    assert window.touches(first, last) is bool(row & days_in(window))


@given(window=windows())
def test_equal_windows_hash_equal_and_survive_pickling(window: Window) -> None:
    again = pickle.loads(pickle.dumps(window))  # noqa: S301 - dumped on this line

    assert again == window == Window(list(window.spans))
    assert hash(again) == hash(window)


@pytest.mark.parametrize(
    "spans",
    [
        pytest.param((), id="none"),
        pytest.param((Span.of_year(2016), Span.of_year(2015)), id="out of order"),
        pytest.param((YEAR, YEAR), id="twice"),
        pytest.param((YEAR, Span.since(date(2016, 12, 31))), id="a day in two"),
        pytest.param(
            (Span.of_year(2014), Span.of_year(2016), Span.on(date(2016, 12, 31))), id="the last two"
        ),
    ],
)
def test_a_window_is_made_of_spans_in_order_apart_from_each_other(spans: tuple[Span, ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"Window: needs spans in order .*; sort and merge"):
        Window(spans)


def test_spans_that_touch_are_covered_together() -> None:
    window = Window.of(Span.of_year(2015), YEAR, Span.of_year(2018))

    assert window.covers(Span.through(date(2015, 9, 1), date(2016, 12, 31)))
    assert not window.covers(Span.through(date(2015, 9, 1), date(2017, 1, 1)))
    assert not window.covers(Span.through(date(2016, 12, 31), date(2018, 1, 1)))


def test_a_window_is_shown_span_by_span() -> None:
    window = Window.of(Span.on(date(2015, 9, 1)), Span.since(date(2016, 9, 1)))

    assert str(window) == "2015-09-01, 2016-09-01 to …"
