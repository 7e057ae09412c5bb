"""Figures in words, and the reasons why something does not apply."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Final

import pytest

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    NONE,
    SCHOOL_YEAR,
    YEAR,
    Amount,
    Clip,
    Cycle,
    Mode,
    Teacher,
    Text,
    class_hours,
    number,
)
from teachtrain.rules import (
    CYCLE,
    Audit,
    all_of,
    around,
    between_events,
    ceiling,
    count_of,
    dated,
    define,
    each,
    exists,
    figure,
    first_known,
    if_,
    largest_of,
    most,
    not_,
    require,
    rounded,
    teacher,
    total,
    when,
    where,
)
from teachtrain.rules.explain import explanation, page
from tests.rules.northmark import ORDER, course
from tests.rules.test_explain_audits import audited, lines_of, small

# Figures ------------------------------------------------------------------------------------

SHARE: Final = define("share", teacher.local("share"), title=Text("share worked", "在岗比例"))
DUE: Final = define(
    "due",
    rounded(
        if_(teacher.category.is_(CLASS_TEACHER), class_hours(40), class_hours(30))
        * figure("share"),
        step=class_hours("0.5"),
        direction="up",
    ),
    title=Text("hours due", "应修学时"),
    article="s. 3",
    source=ORDER,
    note=Text("Rounded in favour of the county.", "从严取整。"),
)
UNREAD: Final = define("unread", class_hours(1))
ENOUGH: Final = require("r", total() >= figure("due"), title="Enough")
THIRD: Final = ceiling(
    "online", figure("due") * "1/3", of=where(mode=Mode.ONLINE), by=CYCLE, title="Online"
)
PARTS: Final[dict[str, Any]] = {"figures": (SHARE, DUE, UNREAD), "ceilings": (THIRD,)}
PART_TIME: Final = Teacher("t", categories=(), local={"share": Fraction(5, 8)})
ONLINE: Final = course("a", date(2016, 3, 1), 10, mode=Mode.ONLINE)


def figures_of(found: Audit, language: str = "en") -> list[str]:
    lines = lines_of(found, language)
    start, end = {"en": ("Figures", "Records"), "zh": ("所用数值", "培训记录")}[language]
    return lines[lines.index(start) + 2 : lines.index(end) - 1]


def test_a_figure_is_explained() -> None:
    """
    30 hours times 5/8 are 18.75, which makes 19.
    """
    found = audited(small(ENOUGH, **PARTS), ONLINE, teacher=PART_TIME)

    assert figures_of(found) == [
        "“share worked”: 0.625",
        "From: the teacher's “share”: 0.625",
        "Source: Northmark Order 12 (made up, no place's law)",
        "“hours due”: 19 class hours",
        (
            "How it is worked out: (40 class hours if the teacher is a class teacher; otherwise 30 "
            "class hours) times “share worked”, rounded up to a multiple of 0.5 class hours"
        ),
        "From: the teacher is a class teacher: no; “share worked”: 0.625",
        "Note: Rounded in favour of the county.",
        "Source: Northmark Order 12, s. 3 (made up, no place's law)",
    ]
    assert figures_of(found, "zh")[3:6] == [
        "“应修学时”：19学时",
        "算法：（若教师为班主任，为40学时；否则为30学时）乘以“在岗比例”向上取0.5学时的倍数",
        "所依事实：教师为班主任：否；“在岗比例”：0.625",
    ]


def test_a_requirement_and_a_cut_say_what_their_figure_is() -> None:
    found = audited(small(ENOUGH, **PARTS), ONLINE, teacher=PART_TIME)

    assert "Figure: “hours due” is 19 class hours" in lines_of(found)
    assert "所用数值：“应修学时”为19学时" in lines_of(found, "zh")
    cut = "by “Online” (“hours due” is 19 class hours)"
    assert any(line.startswith("Not counted") and line.endswith(cut) for line in lines_of(found))
    assert "“hours due”: 19 class hours" in page(found)


def test_a_figure_that_rests_on_an_unknown_fact_says_so() -> None:
    found = audited(small(ENOUGH, **PARTS), ONLINE, teacher=Teacher("t", local={"share": 1}))
    unknown = audited(small(ENOUGH, **PARTS), ONLINE)

    assert "“hours due”: between 30 and 40 class hours" in figures_of(found)
    assert "From: the teacher is a class teacher: not known; “share worked”: 1" in figures_of(found)
    assert "“share worked”: not known" in figures_of(unknown)
    assert "Figure: “hours due” is not known" in lines_of(unknown)
    assert "所用数值：“应修学时”尚不清楚" in lines_of(unknown, "zh")


def test_days_totals_and_counts_are_read_for_figures() -> None:
    days = define("day", teacher.event("promoted"))
    first = define("first", first_known(figure("count"), number(3)))
    counted = define("count", count_of())
    served = define("served", teacher.years_since("hired"))
    kept = define("kept", dated((date(2010, 1, 1), total())))
    asked = (
        require("a", figure("day") >= date(2015, 1, 1)),
        require("b", figure("first") >= 1),
        require("c", figure("served") >= Amount(2, 2, YEAR)),
        require("d", figure("kept") >= class_hours(3)),
        require("e", most(figure("more"), 1) >= 1),
        require("f", figure("long") + class_hours(0) >= class_hours(3)),
    )
    long = define("long", largest_of(by="project"))
    more = define("more", if_(all_of(exists(), teacher.stage.is_known()), 0, 2))
    held = Teacher("t", events={"promoted": date(2016, 2, 1), "hired": date(2010, 1, 1)})
    policy = small(*asked, figures=(days, counted, first, served, kept, long, more))
    lines = figures_of(audited(policy, ONLINE, teacher=held))

    assert "“day”: 2016-02-01" in lines
    assert "From: “count”: 1" in lines
    assert "“served”: 6 years" in lines
    assert "From: the total in the cycle: 10 class hours" in lines
    assert "“more”: 2" in lines
    assert "“long”: 10 class hours" in lines
    assert (
        "From: the number of records in the cycle: 1; the teacher's stage of schooling is on "
        "record: no"
    ) in lines


def test_there_is_no_section_where_no_figure_is_read() -> None:
    policy = small(require("r", exists()), figures=(UNREAD,))

    assert "Figures" not in lines_of(audited(policy))
    assert "Figures" not in page(audited(policy))


# Reasons ------------------------------------------------------------------------------------

WITHIN: Final = around("hired", months_after=6, clip=Clip.BACK)
EVENTS: Final[dict[str, Any]] = {
    "hired": NONE,
    "a": date(2016, 3, 1),
    "b": date(2016, 2, 1),
    "later": date(2019, 1, 1),
}
NOBODY: Final = Teacher("t", categories=(), local={"share": NONE}, events=EVENTS)
NO_SHARE: Final = "the teacher's “share” is known to be none"


@pytest.mark.parametrize(
    ("needs", "reason", "chinese"),
    [
        (
            total() >= figure("due"),
            f"“hours due” has no value, because {NO_SHARE}",
            "“应修学时”无数值，因为教师的“share”已知为无",
        ),
        (total() >= class_hours(8) * teacher.local("share"), NO_SHARE, "教师的“share”已知为无"),
        (
            total(over=WITHIN) >= class_hours(3),
            "the hire has not happened",
            "入职尚未发生",
        ),
        (teacher.event("hired") <= date(2016, 1, 1), "the hire has not happened", "入职尚未发生"),
        (
            teacher.years_since("later") >= Amount(2, 2, YEAR),
            "“later” has not happened",
            "“later”尚未发生",
        ),
        (
            teacher.stage.is_("primary").on("hired"),
            "the hire has not happened",
            "入职尚未发生",
        ),
        (
            total(over=between_events("a", "b")) >= class_hours(1),
            "there are no days from the day of “a” to the day before the day of “b”",
            "自“a”之日至“b”之日前一日期间不含任何日期",
        ),
        (
            total() >= dated((date(2020, 1, 1), class_hours(3))),
            "no value is set for the day that decides",
            "判定之日没有规定数额",
        ),
        (
            total() >= if_(teacher.category.is_(CLASS_TEACHER), class_hours(3)),
            "none of its cases fits",
            "没有相符的情形",
        ),
        (
            total() >= if_(not_(teacher.category.is_(CLASS_TEACHER)), figure("due")),
            f"“hours due” has no value, because {NO_SHARE}",
            "“应修学时”无数值，因为教师的“share”已知为无",
        ),
        (
            when(teacher.category.is_(CLASS_TEACHER), exists()),
            "it is asked for only if the teacher is a class teacher",
            "仅在下列情形适用：教师为班主任",
        ),
        (
            when(not_(teacher.category.is_(CLASS_TEACHER)), total(over=WITHIN) >= class_hours(3)),
            "the hire has not happened",
            "入职尚未发生",
        ),
        (
            each(SCHOOL_YEAR, exists(), over=WITHIN, cut_short="keep"),
            "the hire has not happened",
            "入职尚未发生",
        ),
        (
            each(CALENDAR_YEAR, total() >= rounded(figure("due"), step=class_hours(1),
                                                   direction="up")),
            f"“hours due” has no value, because {NO_SHARE}",
            "“应修学时”无数值，因为教师的“share”已知为无",
        ),
        (
            all_of(total() >= figure("due"), teacher.event("hired") <= date(2016, 1, 1)),
            f"“hours due” has no value, because {NO_SHARE}; the hire has not happened",
            "“应修学时”无数值，因为教师的“share”已知为无；入职尚未发生",
        ),
        (
            total() >= rounded(class_hours(8) * teacher.local("share"), step=class_hours(1),
                               direction="up"),
            NO_SHARE,
            "教师的“share”已知为无",
        ),
        (
            total() >= first_known(class_hours(8) * teacher.local("share")),
            NO_SHARE,
            "教师的“share”已知为无",
        ),
        (
            each(CALENDAR_YEAR, all_of(total() >= figure("due"),
                                       total(of=where(mode="online")) >= figure("due"))),
            f"“hours due” has no value, because {NO_SHARE}",
            "“应修学时”无数值，因为教师的“share”已知为无",
        ),
        (
            each(CALENDAR_YEAR, when(exists(), total() >= figure("due"))),
            f"“hours due” has no value, because {NO_SHARE}",
            "“应修学时”无数值，因为教师的“share”已知为无",
        ),
        (
            each(CALENDAR_YEAR, exists(), over=around("a", days_after=3, clip=Clip.BACK),
                 cut_short="drop"),
            "there is no calendar year in which it is asked for",
            "没有须达到要求的自然年",
        ),
    ],
)  # fmt: skip
def test_what_does_not_apply_says_why(needs: Any, reason: str, chinese: str) -> None:  # noqa: ANN401 - a condition
    found = audited(small(require("r", needs, title="R"), figures=(SHARE, DUE)), teacher=NOBODY)

    assert "It does not apply." in lines_of(found)
    assert f"Basis: {reason}" in lines_of(found)
    assert f"结论依据：{chinese}" in lines_of(found, "zh")
    assert reason.replace("'", "&#x27;") in page(found)


def test_what_is_asked_of_others_says_of_whom() -> None:
    """
    For whom it is comes before what else is wanting.
    """
    asked = require(
        "r",
        total() >= figure("due"),
        applies=teacher.category.is_(CLASS_TEACHER),
        title="R",
    )
    own = require("o", total() >= figure("due"), applies=exists(), title="O")
    policy = small(asked, own, figures=(SHARE, DUE))
    found = lines_of(audited(policy, ONLINE, teacher=NOBODY))

    assert "Basis: it is asked for only if the teacher is a class teacher" in found
    assert f"Basis: “hours due” has no value, because {NO_SHARE}" in found


def test_parts_that_do_not_apply_say_why() -> None:
    needs = all_of(exists(), total(over=WITHIN) >= class_hours(3))
    found = audited(small(require("r", needs, title="R")), ONLINE, teacher=NOBODY)

    assert any(
        line.endswith(": not applicable, the hire has not happened") for line in lines_of(found)
    )


def test_where_no_reason_is_known_none_is_given() -> None:
    """
    A remainder of a division by nothing has no value, though every fact has one.
    """
    rest = teacher.local("m", CLASS_HOUR) % teacher.local("n", CLASS_HOUR)
    own = Teacher("t", local={"m": 8, "n": 0})
    lines = lines_of(audited(small(require("r", total() >= rest, title="R")), teacher=own))

    assert "It does not apply." in lines
    assert not any(line.startswith("Basis") for line in lines)


def test_a_cycle_that_has_not_begun_is_the_reason() -> None:
    later = Cycle.block(years=3, starting=date(2020, 1, 1))
    found = audited(small(require("r", exists(), title="R"), cycle=later))

    assert "Basis: the cycle has not begun" in lines_of(found)


# Yes and no ---------------------------------------------------------------------------------


def test_tests_of_facts_are_answered_by_yes_or_no() -> None:
    new = teacher.category.is_("new_teacher").ever()
    both = all_of(not_(new), not_(teacher.stage.is_("primary")))
    needs = all_of(exists(), not_(new), both)
    found = audited(
        small(require("r", needs, title="R")),
        ONLINE,
        teacher=Teacher("t", categories=(), stage="special"),
    )

    text = explanation(found)
    assert (
        "   - the teacher was not a new teacher at any time: yes\n"
        "   - the teacher was not a new teacher at any time; and the teacher's stage of schooling "
        "is not primary: yes\n"
        "      - the teacher was not a new teacher at any time: yes\n"
        "      - the teacher's stage of schooling is not primary: yes\n"
    ) in text
    assert "   - 教师期内未曾为新任教师：是\n" in explanation(found, "zh")
