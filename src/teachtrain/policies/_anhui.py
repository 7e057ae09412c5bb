"""Rules of Anhui Province (安徽省): hours of a year."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    Certainty,
    Cycle,
    Level,
    Source,
    Text,
    class_hours,
)
from teachtrain.policies._texts import (
    FAILED_COUNTS,
    FAILED_IS_OPEN,
    PRORATION,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import HOURS, PROFESSIONAL, PUBLIC, SUBJECT_KIND
from teachtrain.rules import Account, Policy, post, recognise, record, require, total, where

__all__ = ["ANHUI"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "安徽省中小学教师继续教育年度学时要求",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Hours of continuing education that a teacher in Anhui owes each year",
        "安徽省中小学教师每年继续教育学时要求",
    ),
    addresses=("http://www.7abk.cn/20250101/2/1062065",),
    note=Text(
        "A page that retells the figures was read; the rule itself, its number and its date were "
        "not seen.",
        "查阅的是转述该数额的网页，未见规定原文、文号和日期。",
    ),
)

# What counts ------------------------------------------------------------------------------

KIND: Final = record.local(SUBJECT_KIND)

# The policy -------------------------------------------------------------------------------

ANHUI: Final = Policy(
    id="cn-34",
    title=Text("Hours of a year in Anhui", "安徽省教师年度学时要求"),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-34",
    cycle=Cycle.block(
        years=1,
        starting=date(2000, 1, 1),
        assumed=Text("a year is taken to be a calendar year", "“每年”暂按自然年计"),
    ),
    accounts=(Account("hours", CLASS_HOUR, title=Text("class hours", "学时")),),
    recognition=(
        recognise(
            "public",
            where(KIND.is_(PUBLIC)),
            post("hours", HOURS, tag=PUBLIC),
            title=Text("Public subjects", "公需科目"),
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "professional",
            where(KIND.is_(PROFESSIONAL)),
            post("hours", HOURS, tag=PROFESSIONAL),
            title=Text("General and subject training", "通识与学科培训"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "yearly-108",
            total() >= class_hours(108),
            title=Text("108 hours in the year", "每年108学时"),
        ),
        require(
            "public-36",
            total(of=where(tag=PUBLIC)) >= class_hours(36),
            title=Text("36 hours of public subjects in the year", "每年公需科目36学时"),
        ),
        require(
            "professional-72",
            total(of=where(tag=PROFESSIONAL)) >= class_hours(72),
            title=Text(
                "72 hours of general and subject training in the year", "每年通识与学科培训72学时"
            ),
        ),
    ),
    silent=(
        Text("the rule itself, and from when to when it holds", "规定原文及其施行期限"),
        Text("which year is meant: the calendar year is assumed", "“每年”所指：暂按自然年计"),
        Text(
            "which training is general, which of a subject and which public",
            "通识、学科与公需科目如何划分",
        ),
        Text("which activities count beside training, and for how much", "还有哪些活动可计学时"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)
