"""Rules of Guizhou Province (贵州省) for the years 2016 to 2020."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    TRAINING_CREDIT,
    Approval,
    Certainty,
    Cycle,
    Level,
    Result,
    Source,
    Span,
    Text,
    per,
    training_credits,
)
from teachtrain.policies._words import (
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    CREDITS,
    DEGREE_YEAR,
    INDUCTION,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    SCHOOL_BASED,
    SELF_STUDY,
    TRAINING,
)
from teachtrain.rules import (
    Account,
    Consequence,
    Policy,
    each,
    not_,
    nothing,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

__all__ = ["GUIZHOU_2016"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "贵州省“十三五”中小学教师继续教育办法",
    certainty=Certainty.REPORTED,
    title=Text(
        "Guizhou measures on the continuing education of teachers, 2016 to 2020",
        "贵州省“十三五”时期中小学教师继续教育办法",
    ),
    addresses=("https://www.3haojob.com/ax/16586619150141.html",),
    note=Text(
        "A report was read; the number and the exact title of the document were not seen.",
        "查阅的是报道，未见文号和准确名称。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)
COURSES: Final = (
    TRAINING,
    CLASS_TEACHER_TRAINING,
    BACKBONE_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
    INDUCTION,
)
ONE_EACH_HOUR: Final = per(CLASS_HOUR, training_credits(1))

IN_PRINCIPLE: Final = Text(
    "In principle, and adjusted by type and importance; no other rate was seen.",
    "原则上如此，并视类型和重要程度调整；未见其他比例。",
)

# The province's clauses -------------------------------------------------------------------

FROM_2016_TO_2020: Final = Cycle.block(
    years=5,
    starting=date(2016, 1, 1),
    assumed=Text(
        "the measures are for the plan period 2016 to 2020; it is taken to run from the first day "
        "of 2016 to the last day of 2020",
        "办法适用于“十三五”时期（2016至2020年），暂按2016年1月1日至2020年12月31日计",
    ),
)

ACCOUNTS: Final = (
    Account("main", TRAINING_CREDIT, title=Text("continuing education credits", "继续教育学分")),
)

RECOGNITION: Final = (
    nothing(
        "not-passed",
        where(not_(PASSED)),
        reason=Text("credit is given only after passing", "考核合格后方可计学分"),
        title=Text("Not passed", "考核不合格"),
    ),
    recognise(
        "degree-study",
        where(activity=DEGREE_YEAR),
        post("main", record.local(CREDITS, TRAINING_CREDIT)),
        title=Text("Degree study, as recognised", "学历学习，按认定的学分计"),
        note=Text(
            "It counts; for how many credits was not seen, so those that were recognised are "
            "asked for.",
            "可计学分，未见数额，故按认定的学分计。",
        ),
    ),
    recognise(
        "recognised-self-study",
        where(activity=SELF_STUDY, approval=Approval.APPROVED),
        post("main", record.hours * ONE_EACH_HOUR),
        title=Text(
            "Self-directed study that the authority recognises",
            "经教育行政部门认定的自主研修",
        ),
        note=IN_PRINCIPLE,
    ),
    nothing(
        "self-study-not-recognised",
        where(activity=SELF_STUDY),
        reason=Text(
            "self-directed study counts only if the authority recognises it",
            "自主研修须经教育行政部门认定",
        ),
        title=Text("Self-directed study that is not recognised", "未经认定的自主研修"),
    ),
    recognise(
        "training",
        where(activity=(*COURSES, SCHOOL_BASED)),
        post("main", record.hours * ONE_EACH_HOUR),
        title=Text("One class hour is one credit", "1学时计1学分"),
        note=IN_PRINCIPLE,
    ),
)

DEFERRED: Final = Consequence(
    "deferred", Text("registration of the teacher certificate is deferred", "暂缓教师资格注册")
)
NO_HIGHER_TITLE: Final = Consequence(
    "no-higher-title", Text("no application for a higher title", "不得申报高一级职称")
)
NO_NOMINATION: Final = Consequence(
    "no-nomination",
    Text(
        "no nomination as backbone teacher, special-grade teacher, master teacher or excellent "
        "teacher",
        "不得推荐为骨干教师、特级教师、名师和优秀教师",
    ),
)
NOT_EXCELLENT: Final = Consequence(
    "not-excellent", Text("the annual appraisal is not 'excellent'", "年度考核不得评为优秀")
)
ALL_FOUR: Final = (DEFERRED, NO_HIGHER_TITLE, NO_NOMINATION, NOT_EXCELLENT)

REQUIREMENTS: Final = (
    require(
        "cycle-360",
        total() >= training_credits(360),
        consequence=ALL_FOUR,
        title=Text("360 credits in the plan period", "规划期内不少于360学分"),
    ),
    require(
        "yearly-72",
        each(CALENDAR_YEAR, total() >= training_credits(72)),
        consequence=ALL_FOUR,
        title=Text("72 credits in every year", "每年不少于72学分"),
        note=Text(
            "Five times 72 are 360: what one year has above 72 helps no other year. Which year is "
            "meant was not seen; the calendar year is assumed.",
            "五年各72学分即为360学分，某年超出部分不能补其他年度。“每年”所指未见，暂按自然年计。",
        ),
    ),
)

SILENT: Final = (
    Text("the first and the last day of the plan period", "规划期的起止日"),
    Text("the year against which the 72 credits are counted", "每年72学分所指的年度"),
    Text("for how many credits degree study counts", "学历学习计多少学分"),
    Text(
        "which other activities count, and for how much", "还有哪些其他活动可以计算，各计多少学分"
    ),
    Text(
        "activities for which an hour is not one credit, by type and importance",
        "因类型和重要程度而不按1学时计1学分的活动",
    ),
    Text(
        "whether training and school-based training must be recognised as self-directed study "
        "must; here they count without",
        "培训和校本研修是否与自主研修一样须经认定；此处未要求",
    ),
    Text(
        "whether the training of new teachers is within the 360 credits; here it is",
        "新任教师培训是否计入360学分；此处计入",
    ),
    Text(
        "which consequence follows from which requirement, and for how long",
        "各项要求分别对应何种后果及其期限",
    ),
    Text("an activity of several days across a border", "跨年度或跨周期的多日培训"),
    Text("rounding", "学分尾数的取舍"),
    Text(
        "proration for late entry, leave or part of the period; a late joiner owes the figures of "
        "the period, and of the year of joining, in full",
        "中途入职、休假或任职不满整个规划期的折算；中途入职者，规划期及入职当年暂按全额要求",
    ),
    Text("surplus at the end of the period", "规划期末的超额学分"),
    Text("transfer from other provinces", "外省转入"),
)

# The policy -------------------------------------------------------------------------------

GUIZHOU_2016: Final = Policy(
    id="cn-52-2016",
    title=Text(
        "Guizhou continuing education measures, 2016 to 2020", "贵州省“十三五”教师继续教育办法"
    ),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-52",
    cycle=FROM_2016_TO_2020,
    in_force=Span.through(date(2016, 1, 1), date(2020, 12, 31)),
    accounts=ACCOUNTS,
    recognition=RECOGNITION,
    requirements=REQUIREMENTS,
    silent=SILENT,
)
