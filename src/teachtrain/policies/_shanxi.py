"""Rules of Shanxi Province (山西省): credits for those who study for a degree, 2021 to 2025."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    Certainty,
    Cycle,
    Level,
    Result,
    Source,
    Span,
    Text,
    training_credits,
)
from teachtrain.policies._texts import NO_CYCLE, NO_PRORATION, ROUNDING, SEVERAL_DAYS
from teachtrain.policies._words import DEGREE_YEAR
from teachtrain.rules import (
    Account,
    Policy,
    highest_only,
    not_,
    nothing,
    post,
    recognise,
    record,
    where,
)

__all__ = ["SHANXI_DEGREES_2021"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "山西省“十四五”中小学教师学历提升规定",
    certainty=Certainty.REPORTED,
    title=Text(
        "Shanxi: higher degrees for teachers, 2021 to 2025", "山西省“十四五”时期中小学教师学历提升"
    ),
    addresses=("http://xy.m2qu.com/weizhi3KIId",),
    note=Text(
        "A report was read; the number and the exact title of the document were not seen.",
        "查阅的是报道，未见文号和准确名称。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)

# The policy -------------------------------------------------------------------------------

SHANXI_DEGREES_2021: Final = Policy(
    id="cn-14-degrees-2021",
    title=Text("Shanxi credits for degree study, 2021 to 2025", "山西省“十四五”学历提升计学分规定"),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-14",
    cycle=Cycle.block(
        years=5,
        starting=date(2021, 1, 1),
        assumed=Text(
            "the 14th plan period is taken to run from the first day of 2021 to the last of 2025",
            "“十四五”时期暂按2021年1月1日至2025年12月31日计",
        ),
    ),
    in_force=Span.through(date(2021, 1, 1), date(2025, 12, 31)),
    accounts=(
        Account(
            "main", TRAINING_CREDIT, title=Text("continuing education credits", "继续教育学分")
        ),
    ),
    recognition=(
        nothing(
            "not-passed",
            where(not_(PASSED), activity=DEGREE_YEAR),
            reason=Text("a school year counts only with passing results", "学年成绩合格方可计入"),
            title=Text("A school year that was not passed", "成绩不合格的学年"),
        ),
        recognise(
            "degree-year",
            where(activity=DEGREE_YEAR),
            post("main", training_credits(72)),
            title=Text("A school year of degree study: 72 credits", "学历学习每学年计72学分"),
            note=Text(
                "The duty to study falls on full-time teachers of public schools with more than "
                "ten years before them who lack the degree that is set; men of 50 and women of 45 "
                "or more who study all the same enjoy the same. So the credits are given to all.",
                "距法定退休年龄10年以上而未达规定学历的公办学校专任教师应当提升；"
                "年满50岁男教师、45岁女教师自愿提升的同等对待，故学分不分对象计入。",
            ),
        ),
    ),
    rewrites=(
        highest_only(
            "once-a-school-year",
            by=SCHOOL_YEAR,
            of=where(activity=DEGREE_YEAR),
            title=Text("One school year of study in each", "每学年只计一次"),
            note=Text(
                "That two courses of study in one school year count once is how the text was read.",
                "同一学年两项学历学习只计一次，系按文意理解。",
            ),
        ),
    ),
    requirements=(),
    silent=(
        Text(
            "by when the degree must be held, and what follows if it is not",
            "应于何时达到规定学历及逾期后果",
        ),
        Text(
            "which degrees are recognised, and who checks the results", "认可的学历及成绩由谁审核"
        ),
        Text("which school year is meant: from 1 September", "学年起止：暂按9月1日起计"),
        NO_CYCLE,
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)
