"""Audits in words: the text for the teacher, the compact table, the page."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidValueError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    IN_POST,
    MONTHLY,
    NONE,
    ON_LEAVE,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    Certainty,
    Clip,
    Cycle,
    Held,
    Mode,
    Result,
    Source,
    Span,
    Status,
    Teacher,
    Text,
    Timeline,
    TrainingRecord,
    Transcript,
    class_hours,
    number,
    training_credits,
)
from teachtrain.rules import (
    Account,
    Audit,
    Policy,
    Verdict,
    all_of,
    any_of,
    around,
    audit,
    ceiling,
    count_of,
    each,
    exists,
    not_,
    post,
    presume,
    recognise,
    record,
    require,
    some,
    teacher,
    total,
    when,
    where,
)
from teachtrain.rules.explain import explanation, page, table
from teachtrain.rules.explain._articles import article_words
from teachtrain.rules.explain._figures import status_of
from teachtrain.rules.explain._html import element
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._width import cut_to, padded, width
from tests.rules.northmark import HALFWAY, LOST, NORTHMARK, ORDER, UNCLEAR, course

AUDITS: Final = {"halfway": HALFWAY, "unclear": UNCLEAR, "lost": LOST}
TEXTS: Final = Path(__file__).with_name("explained")


# Whole texts --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", AUDITS)
def test_the_text_for_the_teacher(name: str, language: str) -> None:
    expected = (TEXTS / f"{name}.{language}.txt").read_text(encoding="utf-8")

    assert explanation(AUDITS[name], language) == expected


@pytest.mark.parametrize("name", AUDITS)
def test_the_table(name: str) -> None:
    expected = (TEXTS / f"{name}.table.txt").read_text(encoding="utf-8")

    assert table(AUDITS[name]) + "\n" == expected


def test_an_audit_gives_its_texts() -> None:
    assert HALFWAY.explain("zh") == explanation(HALFWAY, "zh")
    assert HALFWAY.to_html() == page(HALFWAY, "en")
    assert str(HALFWAY) == table(HALFWAY)


@pytest.mark.parametrize("reading", [explanation, page])
def test_an_unknown_language_is_refused(reading: Any) -> None:  # noqa: ANN401 - one of the readings
    with pytest.raises(InvalidValueError, match="no words in it"):
        reading(HALFWAY, "fr")


# Verdicts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("so_far", "final", "over", "status"),
    [
        (Verdict.MET, Verdict.MET, False, "met"),
        (Verdict.MET, Verdict.MET_OR_UNMET, False, "met_so_far"),
        (Verdict.UNMET, Verdict.MET_OR_UNMET, False, "not_yet"),
        (Verdict.UNMET, Verdict.ANY, False, "not_yet"),
        (Verdict.UNMET, Verdict.UNMET, False, "lost"),
        (Verdict.UNMET, Verdict.UNMET_OR_NOT_APPLICABLE, False, "lost"),
        (Verdict.UNMET, Verdict.UNMET, True, "unmet"),
        (Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE, True, "not_applicable"),
        (Verdict.NOT_APPLICABLE, Verdict.MET_OR_UNMET, False, "not_due"),
        (Verdict.MET_OR_UNMET, Verdict.MET_OR_UNMET, True, "unknown"),
        (Verdict.ANY, Verdict.ANY, False, "unknown"),
    ],
)
def test_two_verdicts_make_a_status(
    so_far: Verdict, final: Verdict, over: bool, status: str
) -> None:
    assert status_of(so_far, final, over=over) == status


# Small policies -----------------------------------------------------------------------------

CYCLE_2015: Final = Cycle.block(years=3, starting=date(2015, 1, 1))
AS_OF: Final = date(2016, 12, 31)
END: Final = date(2017, 12, 31)


def small(*requirements: Any, **parts: Any) -> Policy:  # noqa: ANN401 - Policy checks each
    """Return a policy under which an hour is an hour."""
    own: dict[str, Any] = {
        "id": "small",
        "title": "Small rules",
        "source": ORDER,
        "cycle": CYCLE_2015,
        "accounts": (Account("h", CLASS_HOUR),),
        "recognition": (recognise("all", where(), post("h", record.hours), title="All"),),
        "requirements": requirements,
    }
    return Policy(**(own | parts))


def audited(
    policy: Policy,
    *records: TrainingRecord,
    teacher: Teacher | None = None,
    as_of: date = AS_OF,
    complete_until: date | None = None,
) -> Audit:
    """Return the audit of records that are complete up to its day, unless that is said."""
    until = as_of if complete_until is None else complete_until
    transcript = Transcript(records, complete_until=until)
    return audit(policy, teacher or Teacher("t"), transcript, as_of=as_of)


def lines_of(found: Audit, language: str = "en") -> list[str]:
    return [line.strip() for line in explanation(found, language).splitlines()]


HOURS_30: Final = require("r", total() >= class_hours(30), title="30 hours")
SHORT: Final = course("a", date(2016, 3, 1), 10)


def test_a_closed_cycle_is_final() -> None:
    late = audited(small(HOURS_30), SHORT, as_of=END)
    enough = audited(small(HOURS_30), course("a", AS_OF, 30), as_of=END)

    assert "The time for it is over, so this is final." in lines_of(late)
    assert "Not met." in lines_of(late)
    assert "As of 2017-12-31, what is required is met." in lines_of(enough)
    assert "截至2017年12月31日，未达到要求。" in lines_of(late, "zh")


def test_nothing_can_change_what_is_met_early() -> None:
    found = audited(small(HOURS_30), course("a", AS_OF, 30))

    assert "Nothing that is still to come can change that." in lines_of(found)


def test_a_limit_can_still_be_passed() -> None:
    limit = require("r", total() <= class_hours(20), title="At most 20 hours")
    kept = audited(small(limit), SHORT)
    passed = audited(small(limit), SHORT, course("b", AS_OF, 15))

    assert "So far: 10 class hours; at most 20 class hours is allowed" in lines_of(kept)
    assert "What is still to come can change that." in lines_of(kept)
    assert "Too much: 5 class hours" in lines_of(passed)
    assert "Not met, and it can no longer be met." in lines_of(passed)
    assert "超出：5学时" in lines_of(passed, "zh")


@pytest.mark.parametrize(
    ("needs", "line", "chinese"),
    [
        (
            total() > class_hours(20),
            "So far: 10 class hours; more than 20 class hours is asked for",
            "目前：10学时（应多于20学时）",
        ),
        (
            total() < class_hours(20),
            "So far: 10 class hours; less than 20 class hours is asked for",
            "目前：10学时（应少于20学时）",
        ),
        (count_of() >= 3, "So far: 1 of 3 records", "目前：1条记录（应达3条记录）"),
        (
            count_of(by="module") >= 2,
            "So far: 1 of 2 different modules",
            "目前：1个模块（应达2个不同的模块）",
        ),
        (
            teacher.local("age") >= number(50),
            "So far: 40 of 50",
            "目前：40（应达50）",
        ),
    ],
)
def test_figures_say_what_is_asked_for(needs: Any, line: str, chinese: str) -> None:  # noqa: ANN401 - a condition
    own = attrs.evolve(SHORT, module="m")
    found = audited(
        small(require("r", needs, title="R")), own, teacher=Teacher("t", local={"age": 40})
    )

    assert line in lines_of(found)
    assert chinese in lines_of(found, "zh")


def test_nothing_is_due_before_the_cycle_gets_there() -> None:
    asked = each(SCHOOL_YEAR, exists(), cut_short="drop")
    found = audited(small(require("r", asked, title="R")), as_of=date(2015, 3, 1))

    assert "As of 2015-03-01, nothing is due yet." in lines_of(found)
    assert "In the end it may be met or not met." in lines_of(found)
    assert "Nothing is due yet." in lines_of(found)


def test_dates_to_keep_come_one_after_the_other() -> None:
    induction = require(
        "i", total(over=around("hired", months_after=24, clip=Clip.BACK)) >= class_hours(20)
    )
    found = audited(
        small(HOURS_30, induction),
        SHORT,
        teacher=Teacher("t", events={"hired": date(2015, 9, 1)}),
    )

    assert "It can still be met; the first date to keep is 2017-08-31." in lines_of(found)
    assert "2. At least 20 class hours within 2 years from the hire" in lines_of(found)


def test_what_has_no_end_can_be_met_at_any_time() -> None:
    ever = around("hired", months_after=120_000, clip=Clip.BACK)
    found = audited(
        small(require("r", total(over=ever) >= class_hours(30), title="R")),
        teacher=Teacher("t", events={"hired": date(2015, 9, 1)}),
    )

    assert "It can still be met." in lines_of(found)
    assert "Not yet met; it can still be met." in lines_of(found)
    assert not any(line.startswith("By:") for line in lines_of(found))


def test_facts_may_still_change_where_counts_can_not() -> None:
    """
    It is never said of a fact of the teacher that nothing can change it.
    """
    primary = teacher.stage.is_("primary")
    fact = require("f", primary, title="F")
    both = require("b", all_of(total() <= class_hours(5), primary), title="B")
    other, own = Teacher("t", stage="special"), Teacher("t", stage="primary")

    alone = lines_of(audited(small(fact), teacher=other))
    assert "As of 2016-12-31, what is required is not met." in alone
    assert "Not met." in alone
    mixed = lines_of(audited(small(both), SHORT, teacher=other))
    assert "As the teacher's facts stand, it can no longer be met." in mixed
    assert "Not met; as the teacher's facts stand, it can no longer be met." in mixed
    stays = "As the teacher's facts stand, nothing that is still to come can change that."
    assert stays in alone
    assert stays in lines_of(audited(small(fact), teacher=own))


def test_a_number_that_is_not_known_lacks_nothing_yet() -> None:
    asked = require("r", teacher.local("age") <= number(50), title="R")

    lines = lines_of(audited(small(asked)))
    assert "Cannot be told without: the teacher's “age”" in lines
    assert not any(line.startswith(("Too much", "Possible")) for line in lines)


def test_parts_of_time_are_named_even_where_they_can_not_be_told() -> None:
    early = total(over=around("hired", months_after=6, clip=Clip.BACK)) >= class_hours(1)
    found = audited(small(require("r", each(CALENDAR_YEAR, early), title="R")))

    assert any(line.startswith("- calendar year: not known") for line in lines_of(found))


def test_an_event_without_a_day_is_asked_for() -> None:
    induction = require(
        "i", total(over=around("hired", months_after=24, clip=Clip.BACK)) >= class_hours(20)
    )
    found = audited(small(induction), SHORT)

    assert "- Enter the day of the hire, or state that it has not happened." in lines_of(found)
    assert "Cannot be told without: the day of the hire" in lines_of(found)
    assert "- 请补录入职的日期，或说明尚未发生。" in lines_of(found, "zh")


def test_records_up_to_an_earlier_day_are_asked_for() -> None:
    found = audited(small(HOURS_30), SHORT, complete_until=date(2016, 6, 30))

    assert "So far: 10 or more of 30 class hours" in lines_of(found)
    assert "- Enter the records after 2016-06-30, or state that there are none." in lines_of(found)
    assert "In the end it may be met or not met." in lines_of(found)


def test_the_teacher_s_facts_are_asked_for() -> None:
    asked = require(
        "r", all_of(teacher.stage.is_("primary"), teacher.local("x").is_("y")), title="R"
    )
    found = audited(small(asked))

    asked_for = "- Enter the teacher's {}, with the days on which it held."
    assert asked_for.format("stage of schooling") in lines_of(found)
    assert asked_for.format("“x”") in lines_of(found)
    assert "- the teacher's stage of schooling is primary: not known" in lines_of(found)


def test_missing_facts_are_counted_where_there_are_many() -> None:
    records = [course(f"a{place}", date(2016, 3, 1), None) for place in range(9)]
    found = audited(small(HOURS_30), *records)

    (line,) = [line for line in lines_of(found) if line.startswith("Cannot be told")]
    assert line.endswith("the class hours of record a4; 4 more")
    assert "a8" in next(line for line in lines_of(found) if line.startswith("- Enter"))


def test_parts_of_parts_are_said() -> None:
    asked = require(
        "r",
        any_of(
            some(CALENDAR_YEAR, all_of(total() >= class_hours(20), exists()), cut_short="keep"),
            when(teacher.category.is_(CLASS_TEACHER), not_(exists())),
        ),
        title="R",
    )
    found = audited(small(asked), SHORT, teacher=Teacher("t", categories=CLASS_TEACHER))

    text = explanation(found)
    assert "      - calendar year 2016-01-01 to 2016-12-31: not met\n" in text
    assert (
        "         - at least 20 class hours: not met, 10 of 20 class hours, 10 class hours short\n"
        in text
    )
    assert "         - at least 1 record: met, 1 of 1 record\n" in text
    assert "      - the teacher is a class teacher: yes\n" in text
    assert "      - no record in the cycle: " in text


def test_what_a_requirement_rests_on_is_said() -> None:
    asked = (
        require("d", exists(), deemed=teacher.category.is_(CLASS_TEACHER), title="Deemed"),
        require("f", exists(), in_force=Span.until(date(2014, 1, 1)), title="Ended"),
    )
    holder = Teacher("t", categories=CLASS_TEACHER)
    found = audited(small(*asked), teacher=holder)
    ended = audited(small(*asked, in_force=Span.until(date(2014, 1, 1))), teacher=holder)

    assert "Basis: taken as met, because the teacher is a class teacher" in lines_of(found)
    assert "By the count alone: not yet met (0 of 1 record)" in lines_of(found)
    assert "Basis: in force until 2014-01-01, and not on the day that decides" in lines_of(found)
    assert "Basis: not in force on the day that decides" in lines_of(ended)
    assert "As of 2016-12-31, none of the requirements applies." in lines_of(ended)
    assert "taken as met" in table(found)


# The cycle ----------------------------------------------------------------------------------

PERSONAL: Final = Cycle.personal(years=3, since="registered", clip=Clip.BACK, paused_by=ON_LEAVE)


@pytest.mark.parametrize(
    ("cycle", "facts", "words"),
    [
        (PERSONAL, {}, "cannot be told without the day of “registered”"),
        (PERSONAL, {"events": {"registered": NONE}}, "has not begun"),
        (PERSONAL, {"events": {"registered": date(2017, 1, 1)}, "employment": IN_POST},
         "has not begun"),
        (PERSONAL, {"events": {"registered": date(2016, 1, 1)}},
         "cannot be told without the teacher's employment"),
        (PERSONAL, {"events": {"registered": date(2016, 1, 1)}, "employment": IN_POST},
         "2016-01-01 to 2018-12-31"),
        (Cycle.block(years=5, starting=date(2018, 1, 1)), {}, "has not begun"),
    ],
)  # fmt: skip
def test_the_cycle_is_said(cycle: Cycle, facts: dict[str, Any], words: str) -> None:
    found = audited(small(HOURS_30, cycle=cycle), teacher=Teacher("t", **facts))

    assert f"Cycle: {words}" in lines_of(found)


def test_a_policy_without_a_cycle_has_no_line_for_it() -> None:
    asked = require("r", total(over=around("hired", months_after=6, clip=Clip.BACK)) >= 0)

    assert not any(line.startswith("Cycle") for line in lines_of(audited(small(asked, cycle=None))))


# Records ------------------------------------------------------------------------------------


def test_what_became_of_each_record_is_said() -> None:
    policy = small(
        HOURS_30,
        recognition=(
            recognise("t", where(activity="talk"), post("h", class_hours(2)), title="Talks"),
            recognise("c", where(activity="course", mode="online"), post("h", record.hours)),
        ),
    )
    found = audited(
        policy,
        TrainingRecord("open", activity="course", hours=4, day=AS_OF),
        TrainingRecord("walk", activity="walk", day=AS_OF),
        TrainingRecord("early", activity="talk", day=date(2015, 1, 2)),
        TrainingRecord("late", activity="talk", day=date(2017, 1, 2), days=1, role="speaker"),
        TrainingRecord("some-day", activity="talk"),
        TrainingRecord("hers", activity="talk", day=AS_OF, teacher="t-9"),
        teacher=Teacher("t", events={"hired": date(2015, 9, 1)}),
    )

    text = explanation(found)
    assert (
        "open: 2016-12-31, course, 4 class hours\n"
        "   It is open which rule takes it: “course that is online earns its class hours” or none "
        "at all\n"
        "   Counted: 0 to 4 class hours, by “course that is online earns its class hours”\n"
        "   Not known: the mode of delivery\n"
    ) in text
    assert "walk: 2016-12-31, walk\n   No rule of the policy covers it.\n" in text
    assert "   It is earlier than the first day of employment, 2015-09-01.\n" in text
    assert "late: 2017-01-02, talk, 1 day, speaker\n   It is later than 2016-12-31" in text
    assert "some-day: day not known, talk\n" in text
    assert "hers: 2016-12-31, talk\n   It is a record of another teacher, t-9.\n" in text


def test_a_limit_that_may_hold_is_said() -> None:
    """
    It is open which month's limit the record falls under, so that nothing of it is sure.
    """
    policy = small(
        HOURS_30,
        ceilings=(ceiling("m", class_hours(5), by=MONTHLY, title="5 hours in a month"),),
    )
    own = TrainingRecord("a", hours=8, within=Span.of_year(2016))

    text = explanation(audited(policy, own))
    assert "Not counted so far: 0 to 8 class hours, because it is open where it counts" in text
    assert "因其归属的期间或上限尚不清楚" in explanation(audited(policy, own), "zh")


def test_presumed_numbers_are_said_with_their_unit() -> None:
    policy = small(HOURS_30, presumptions=(presume("p", record.hours, 8),))
    found = audited(policy, TrainingRecord("a", day=AS_OF))

    assert "Presumed: class hours: 8 class hours" in lines_of(found)
    assert (
        "- A record that does not say its class hours is taken to say 8 class hours; this was used "
        "for record a"
    ) in lines_of(found)


# The table ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("360学分", 7), ("，", 2), ("é", 1), ("e\u0301", 1), ("ｱ", 1), ("Ａ", 2)],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_text_is_cut_and_padded_by_cells() -> None:
    assert cut_to("每年不少于", 10) == "每年不少于"
    assert cut_to("每年不少于48", 10) == "每年不少…"
    assert padded("学分", 6) == "学分  "
    assert padded("学分", 6, right=True) == "  学分"


def cells_before(line: str, word: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(own) in "WF" else 1 for own in line[: line.index(word)]
    )


def test_columns_stand_in_line_whatever_the_script() -> None:
    titles = ("每周期不少于三十学时", "30 hours", "培训 hours 三十，" * 9)
    policy = small(
        *(
            require(f"r{place}", total() >= class_hours(30), title=own)
            for place, own in enumerate(titles)
        )
    )
    lines = [line for line in table(audited(policy, SHORT)).splitlines() if "2017-12-31" in line]

    assert len(lines) == len(titles)
    for word in ("unmet", "open", "30 class hours", "2017-12-31"):
        assert len({cells_before(line, word) for line in lines}) == 1


# The page -----------------------------------------------------------------------------------

VOID: Final = {"meta"}


class Outline(HTMLParser):
    """Reads a page: its elements, which must close in order, and its text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [own for name, own in self.tags if name == tag]


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh", "zh-Hans")])
@pytest.mark.parametrize("name", AUDITS)
def test_the_page_stands_alone(name: str, language: str, tag: str) -> None:
    markup = page(AUDITS[name], language)
    outline = Outline(markup)

    assert markup.startswith("<!doctype html>")
    assert outline.all("html") == [{"lang": tag}]
    assert outline.all("meta")[0] == {"charset": "utf-8"}
    for loaded in ("script", "link", "img", "iframe", "svg", "object", "form"):
        assert outline.all(loaded) == []
    assert not any(key.startswith("on") for _, own in outline.tags for key in own)
    assert "url(" not in markup
    assert "@import" not in markup


def test_the_page_names_no_address_but_those_of_sources() -> None:
    markup = page(HALFWAY)
    address = "https://example.org/order?no=12&amp;copy=1"

    assert f'<a href="{address}" rel="noreferrer">{address}</a>' in markup
    assert "http" not in markup.replace(address, "")
    assert 'href="javascript' not in markup
    assert any("javascript:alert(1)" in words for words in Outline(markup).words)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", AUDITS)
def test_the_page_says_what_the_text_says(name: str, language: str) -> None:
    """
    All but the label before what the table of the page shows; marks may differ.
    """
    label = {"en": "Sofar", "zh": "目前"}[language]
    words = "".join(Outline(page(AUDITS[name], language)).words)
    squeezed = re.sub(r"\W", "", words)

    for line in lines_of(AUDITS[name], language):
        for part in re.split(r"[:：;；,，]", line):
            said = re.sub(r"\W|^\d+\.", "", part)
            assert said in (label, "") or said in squeezed


HOSTILE: Final = "<script>alert('&')</script>\"x\""


def test_titles_and_ids_are_escaped() -> None:
    policy = small(
        require("r", each(CALENDAR_YEAR, exists()), title=HOSTILE, note=HOSTILE, article=HOSTILE),
        title=HOSTILE,
        silent=(HOSTILE,),
        accounts=(Account("h", CLASS_HOUR, title=HOSTILE), Account("c", TRAINING_CREDIT)),
    )
    found = audited(
        policy,
        TrainingRecord(HOSTILE, activity=HOSTILE, hours=3, day=AS_OF, role=HOSTILE),
        teacher=Teacher(HOSTILE),
    )

    for language in ("en", "zh"):
        outline = Outline(page(found, language))
        assert outline.all("script") == []
        assert sum(HOSTILE in words for words in outline.words) >= 8


def test_elements_escape_all_that_is_not_markup() -> None:
    inner = element("i", "1 < 2")

    assert inner == "<i>1 &lt; 2</i>"
    assert element("b", inner, "&", class_='"', data_label="x") == (
        '<b class="&quot;" data-label="x"><i>1 &lt; 2</i>&amp;</b>'
    )


def test_bars_show_what_is_sure_and_what_may_come() -> None:
    pending = course("b", AS_OF, 10, status=Status.PENDING)
    markup = page(audited(small(HOURS_30), SHORT, pending))

    assert '<i style="width:33%"></i><i style="width:33%"></i>' in markup


def test_bars_end_where_the_requirement_does() -> None:
    markup = page(audited(small(HOURS_30), course("a", AS_OF, 90), complete_until=date(2016, 1, 1)))

    assert '<i style="width:100%"></i><i style="width:0%"></i>' in markup


@pytest.mark.parametrize(
    "needs", [total() >= 0, total() <= class_hours(5), teacher.stage.is_("primary")]
)
def test_there_is_no_bar_where_there_is_nothing_to_fill(needs: Any) -> None:  # noqa: ANN401 - a condition
    assert "tt-bar" not in page(audited(small(require("r", needs)))).split("</style>")[1]


# Generated audits ---------------------------------------------------------------------------

DAYS: Final = st.dates(date(2014, 1, 1), date(2019, 12, 31))
UNSURE: Final = st.one_of(st.none(), DAYS)


@st.composite
def records(draw: st.DrawFn) -> tuple[TrainingRecord, ...]:
    def any_of_these(*values: Any) -> Any:  # noqa: ANN401 - values of a fact
        return draw(st.sampled_from([None, *values]))

    return tuple(
        TrainingRecord(
            f"r-{place}",
            activity=any_of_these("course", "bridge", "walk"),
            day=draw(UNSURE),
            hours=any_of_these(0, 1, "7.5", "1/3", 40),
            mode=any_of_these(*Mode),
            result=any_of_these(*Result),
            status=draw(st.sampled_from(Status)),
        )
        for place in range(draw(st.integers(0, 4)))
    )


@given(own=records(), as_of=DAYS, until=UNSURE, language=st.sampled_from(["en", "zh"]))
def test_no_audit_reads_like_code(
    own: tuple[TrainingRecord, ...], as_of: date, until: date | None, language: str
) -> None:
    found = audit(NORTHMARK, Teacher("t"), Transcript(own, complete_until=until), as_of=as_of)
    text = explanation(found, language)

    for sign in ("object at", "Fraction(", "<", "None", "{", "}", "UNBOUNDED", "Unit(", "date("):
        assert sign not in text
    Outline(page(found, language))
    assert all(line == line.rstrip() for line in table(found).splitlines())
    assert found.policy.title.in_language(language) in text


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("Art. 8", "第八条"),
        ("Art. 9(1)", "第九条（一）"),
        ("Art. 10", "第十条"),
        ("Art. 12", "第十二条"),
        ("Art. 20", "第二十条"),
        ("Art. 35(2)", "第三十五条（二）"),
        ("Art. 7 and 8", "第七条和第八条"),
        ("s. 4", "第四条"),
        ("section 2", "第二部分"),
        ("Art. 101", "第101条"),
        ("annex", "annex"),
        ("", ""),
    ],
)
def test_an_article_is_written_as_in_each_language(article: str, words: str) -> None:
    assert article_words(language_of("zh"), article) == words
    assert article_words(language_of("en"), article) == article


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "By the paper: County decision 7, s. 2 (made up, no place's law); a long illness"),
        ("zh", "凭证：County decision 7，第二条（虚构，非任何地方的规定）；长期病假"),
    ],
)
def test_the_paper_of_a_waiver_is_named(language: str, words: str) -> None:
    decision = Source(
        "County decision 7",
        article="s. 2",
        certainty=Certainty.INVENTED,
        note=Text("a long illness", zh="长期病假"),
    )
    waiver = Timeline.of(
        Held("granted", Span.of_year(2020), source=decision), ("refused", Span.of_year(2021))
    )
    granted = teacher.local("waiver").is_("granted")
    asked = require("waivable", total() >= training_credits(60), exempt=granted)
    policy = attrs.evolve(NORTHMARK, requirements=(asked,), overall=())

    def explained(day: date) -> str:
        who = Teacher("t", categories=(), local={"waiver": waiver})
        return audit(policy, who, Transcript((), complete_until=day), as_of=day).explain(language)

    assert words in explained(date(2020, 6, 30))
    assert "County decision 7" not in explained(date(2021, 6, 30))
