"""
What several policies share.

The cycle of five years, windows around a post, and in two languages what most texts leave open.
"""

from __future__ import annotations

from typing import Final

from teachtrain.models import BECAME_PRINCIPAL, Clip, Cycle, Text
from teachtrain.policies._words import CYCLE_STARTED
from teachtrain.rules import around

__all__ = [
    "BEFORE_OR_IN_THE_POST",
    "BEFORE_THE_POST",
    "BEYOND_THE_CALENDAR",
    "FAILED_COUNTS",
    "FAILED_IS_OPEN",
    "FIVE_YEARS",
    "LEFT_TO_THE_PROVINCE",
    "NO_CYCLE",
    "NO_PLACE",
    "NO_PRORATION",
    "OF_NO_PLACE",
    "PART_OF_A_CYCLE",
    "PRORATION",
    "ROUNDING",
    "SEVERAL_DAYS",
]

# Windows and the cycle --------------------------------------------------------------------

BEYOND_THE_CALENDAR: Final = 120_000
"""Months: a border so far away that there is none."""
BEFORE_THE_POST: Final = around(BECAME_PRINCIPAL, months_before=BEYOND_THE_CALENDAR, clip=Clip.BACK)
BEFORE_OR_IN_THE_POST: Final = around(
    BECAME_PRINCIPAL,
    months_before=BEYOND_THE_CALENDAR,
    months_after=BEYOND_THE_CALENDAR,
    clip=Clip.BACK,
)

FIVE_YEARS: Final = Cycle.personal(
    years=5,
    since=CYCLE_STARTED,
    clip=Clip.BACK,
    assumed=Text(
        "cycles follow on each other from the start of the teacher's first cycle: the text names "
        "five years, but no first day; a cycle that would start on 29 February starts on the 28th",
        "条文规定五年一周期而未定起始日，故自教师首个培训周期开始之日起连续计算；"
        "应于2月29日起算而当年无此日的，自28日起算",
    ),
)

# What texts leave open --------------------------------------------------------------

FAILED_IS_OPEN: Final = Text(
    "Nothing that was read says whether the hours of a failed training count; they are taken "
    "to count anything from none to all.",
    "所读条文未规定考核不合格的培训是否计入学时，故按零至全部计。",
)
LEFT_TO_THE_PROVINCE: Final = Text(
    "How hours of such activities are recognised is the province's to say; they are taken to "
    "count anything from none to all.",
    "此类活动的学时由省级教育行政部门认定，故按零至全部计。",
)
FAILED_COUNTS: Final = Text(
    "whether the hours of a failed training count", "考核不合格的培训是否计入学时"
)
SEVERAL_DAYS: Final = Text(
    "an activity of several days across a border", "跨年度或跨周期的多日培训"
)
ROUNDING: Final = Text("rounding", "学时尾数的取舍")
PART_OF_A_CYCLE: Final = Text(
    "a principal who serves for part of a cycle", "任校长不满一周期的情形"
)
PRORATION: Final = Text(
    "proration for late entry, leave or part of the time; the figures are asked for in full",
    "中途入职、休假或任职不满期间的折算；暂按全额要求",
)
NO_PRORATION: Final = Text(
    "proration for late entry, leave or part of the time", "中途入职、休假或任职不满期间的折算"
)
NO_CYCLE: Final = Text(
    "in which cycle or year it counts: no figure is asked for", "计入何周期或年度：未见应修数额"
)
NO_PLACE: Final = Text(
    "The source names no place: this is no law of any place.",
    "来源未具地名，不作为任何地方的规定。",
)
OF_NO_PLACE: Final = Text(
    "of which place it is: no place is named, and it is no law of any place",
    "出自何地：来源未具地名，不作为任何地方的规定",
)
