"""
National rules on the training of class teachers (班主任), as reported from one province.

The national notice itself was not seen. What is here is what a report of January 2007 says of
Henan Province, which carries it out.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    CLASS_TEACHER,
    Approval,
    Certainty,
    Clip,
    Cycle,
    Level,
    Result,
    Source,
    Span,
    Text,
    class_hours,
)
from teachtrain.policies._texts import BEYOND_THE_CALENDAR, PRORATION, ROUNDING, SEVERAL_DAYS
from teachtrain.policies._words import BECAME_CLASS_TEACHER, CLASS_TEACHER_TRAINING
from teachtrain.rules import (
    Account,
    Policy,
    all_of,
    any_of,
    around,
    not_,
    nothing,
    post,
    recognise,
    record,
    require,
    teacher,
    total,
    where,
)

__all__ = ["CLASS_TEACHERS_2006"]

# Sources ----------------------------------------------------------------------------------

PLAN: Final = Source(
    "全国中小学班主任培训计划（据河南省的报道）",
    certainty=Certainty.REPORTED,
    title=Text(
        "National plan for the training of class teachers, by a report from Henan",
        "全国中小学班主任培训计划（据河南省的报道）",
    ),
    addresses=(
        "http://shoes.efef.com.cn/news/85744.html",
        "http://xiefangan.com/peixunfangan/68586.html",
    ),
    note=Text(
        "A press report of January 2007 on Henan Province was read, and a local plan with the "
        "same six contents. The national notice, its number and its date were not verified.",
        "查阅的是2007年1月关于河南省的报道，以及一份列有相同六项内容的地方方案；国家通知及其文号、日期未经核实。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)
FROM_COUNTY_UP: Final = any_of(
    record.level.at_least(Level.COUNTY), record.approval.is_(Approval.APPROVED)
)
"""Recognised at county level or above: held there, or approved."""

# When -------------------------------------------------------------------------------------

FROM_DECEMBER_2006: Final = date(2006, 12, 1)
BEFORE_AND_HALF_A_YEAR_AFTER: Final = around(
    BECAME_CLASS_TEACHER, months_before=BEYOND_THE_CALENDAR, months_after=6, clip=Clip.BACK
)

# The policy -------------------------------------------------------------------------------

CLASS_TEACHERS_2006: Final = Policy(
    id="cn-class-teachers-2006",
    title=Text("Training of class teachers, 2006", "中小学班主任培训（2006年）"),
    source=PLAN,
    level=Level.NATION,
    place="cn",
    cycle=Cycle.block(
        years=2,
        starting=FROM_DECEMBER_2006,
        assumed=Text(
            "the two years in which Henan trains those already in the post are taken to begin "
            "with December 2006; for new class teachers there is no cycle",
            "河南省对在任班主任两年内轮训，暂按自2006年12月起计；新任班主任不分周期",
        ),
    ),
    accounts=(
        Account("class-teacher", CLASS_HOUR, title=Text("class teacher training", "班主任培训")),
    ),
    recognition=(
        nothing(
            "not-passed",
            where(not_(PASSED)),
            reason=Text("only training that was passed is recorded", "培训合格方可登记"),
            title=Text("Not passed", "考核不合格"),
        ),
        nothing(
            "recognition-refused",
            where(record.approval.is_known(), approval=Approval.REFUSED),
            reason=Text("its recognition was refused", "已决定不予认定"),
            title=Text("Recognition refused", "不予认定"),
        ),
        recognise(
            "class-teacher-training",
            where(FROM_COUNTY_UP, activity=CLASS_TEACHER_TRAINING),
            post("class-teacher", record.hours),
            title=Text(
                "Class teacher training that is recognised at county level or above",
                "县级以上认定的班主任培训",
            ),
            note=Text(
                "Training that a county or a higher body holds is taken as recognised, unless a "
                "refusal is recorded.",
                "县级以上组织的培训，未记载不予认定的，视为已认定。",
            ),
        ),
    ),
    requirements=(
        require(
            "new-class-teacher-30",
            total(over=BEFORE_AND_HALF_A_YEAR_AFTER) >= class_hours(30),
            applies=teacher.event(BECAME_CLASS_TEACHER) >= FROM_DECEMBER_2006,
            title=Text(
                "30 hours before becoming a class teacher, or within half a year after",
                "上岗前或上岗后半年内专题培训不少于30学时",
            ),
            note=Text(
                "For whoever became a class teacher from December 2006 on. Elsewhere one year was "
                "read instead of half a year, and 30 hours in every five years.",
                "适用于2006年12月起上岗的班主任。他处另见一年内以及每五年30学时的规定。",
            ),
        ),
        require(
            "serving-class-teacher-30",
            total() >= class_hours(30),
            applies=all_of(
                teacher.category.is_(CLASS_TEACHER).at_start(),
                teacher.event(BECAME_CLASS_TEACHER) < FROM_DECEMBER_2006,
            ),
            in_force=Span.until(date(2008, 11, 30)),
            title=Text(
                "30 hours within two years for those already class teachers",
                "在任班主任两年内培训不少于30学时",
            ),
            note=Text(
                "Two years is Henan's figure; nationally they are trained in batches.",
                "两年为河南省规定，全国为分批轮训。",
            ),
        ),
    ),
    silent=(
        Text(
            "the number and the date of the national notice, and which figures are the nation's "
            "and which Henan's",
            "国家通知的文号和日期，以及各项数额属国家规定还是河南省规定",
        ),
        Text("the first and the last day of the two years", "两年的起止日"),
        Text(
            "whether each of the six content modules must be covered",
            "六个培训模块是否须全部修习",
        ),
        Text("what follows if a class teacher was not trained", "班主任未经培训的后果"),
        Text("whoever is a class teacher again after a pause", "间断后再次担任班主任的情形"),
        Text(
            "whether the hours also count as other continuing education",
            "所获学时是否同时计入其他继续教育",
        ),
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)
