"""Rules of Beijing (北京市) for the thirteenth five-year plan, 2016 to 2020."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    NEW_TEACHER,
    TRAINING_CREDIT,
    UNBOUNDED,
    Amount,
    Approval,
    Certainty,
    Cycle,
    Level,
    Mode,
    Source,
    Span,
    Term,
    Text,
    class_hours,
    number,
    per,
    training_credits,
)
from teachtrain.policies._words import (
    APPOINTED,
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    COURSE_TYPE,
    CREDITS,
    FOLLOW_UP_GUIDANCE,
    HOURS,
    INDUCTION,
    LESSON_OBSERVATION,
    PRINCIPAL_IMPROVEMENT,
    PROBATION_ENDED,
    RESEARCH_PROJECT,
    SCHOOL_BASED,
    SEMINAR,
    TEACHING_RESEARCH,
    TRAINING,
)
from teachtrain.rules import (
    Account,
    Policy,
    all_of,
    any_of,
    between_events,
    first_known,
    not_,
    nothing,
    post,
    recognise,
    record,
    require,
    surplus,
    teacher,
    total,
    where,
)

__all__ = ["BEIJING_2016"]

# Sources ----------------------------------------------------------------------------------

MEASURES: Final = Source(
    "北京市“十三五”时期中小学教师培训学分管理办法",
    certainty=Certainty.REPORTED,
    title=Text(
        "Beijing measures for credit management in the training of teachers during the "
        "thirteenth five-year plan",
        "北京市“十三五”时期中小学教师培训学分管理办法",
    ),
    addresses=(
        "https://www.wwkobo.com/html/ksb/zhongyaoxinwen/2017/0515/65995.html",
        "http://www.handmsg.com/page/2017/0429/25992919.shtml",
        "http://yzydsg.com/c/2017-05-08/1522722.shtml",
    ),
    note=Text(
        "Published in the spring of 2017. Detailed press reports were read, not the measures; "
        "their number was not seen.",
        "2017年春发布。查阅的是详细新闻报道，未见办法原文和文号。",
    ),
)

# What counts ------------------------------------------------------------------------------

REFUSED: Final = where(record.approval.is_known(), approval=Approval.REFUSED)
"""Where no decision is known, nothing is known to be refused."""

COURSES: Final = (TRAINING, BACKBONE_TRAINING, CLASS_TEACHER_TRAINING, PRINCIPAL_IMPROVEMENT)
RESEARCH_AND_GUIDANCE: Final = (
    TEACHING_RESEARCH,
    RESEARCH_PROJECT,
    SEMINAR,
    LESSON_OBSERVATION,
    FOLLOW_UP_GUIDANCE,
)
OUTSIDE_THE_SCHOOL: Final = (*COURSES, *RESEARCH_AND_GUIDANCE)

AT_TWENTY_HOURS: Final = any_of(
    record.activity.one_of(*RESEARCH_AND_GUIDANCE, SCHOOL_BASED),
    record.mode.one_of(Mode.PRACTICE, Mode.ONLINE, Mode.SCHOOL_BASED),
)

PUBLIC_TYPE: Final = Term("public_required", "public required", "公共必修")
PROFESSIONAL_TYPE: Final = Term("professional_required", "professional required", "专业必修")
ELECTIVE_TYPE: Final = Term("elective", "elective", "选修")
SCHOOL_BASED_TRAINING: Final = where(activity=SCHOOL_BASED)
NOT_SCHOOL_BASED: Final = not_(record.activity.is_(SCHOOL_BASED))
PUBLIC_REQUIRED: Final = where(NOT_SCHOOL_BASED, record.local(COURSE_TYPE).is_(PUBLIC_TYPE))
PROFESSIONAL_REQUIRED: Final = where(
    NOT_SCHOOL_BASED, record.local(COURSE_TYPE).is_(PROFESSIONAL_TYPE)
)
ELECTIVE: Final = where(NOT_SCHOOL_BASED, record.local(COURSE_TYPE).is_(ELECTIVE_TYPE))

PROFESSIONAL_SURPLUS: Final = surplus(total(of=PROFESSIONAL_REQUIRED), above=training_credits(10))
"""The one thing that may stand in for another: it may stand in for electives."""

# What an hour is worth --------------------------------------------------------------------

TEN_HOURS_A_CREDIT: Final = per(CLASS_HOUR, training_credits("1/10"))
TWENTY_HOURS_A_CREDIT: Final = per(CLASS_HOUR, training_credits("1/20"))
TEN_TO_TWENTY_HOURS_A_CREDIT: Final = per(CLASS_HOUR, training_credits("1/20", to="1/10"))

WEIGHT: Final[Amount] = number(1, to=UNBOUNDED)
"""By level, by result and for a training task: it only raises the credit; no figure was seen."""
CREDITS_RECOGNISED: Final = record.local(CREDITS, TRAINING_CREDIT)

# Clauses ----------------------------------------------------------------------------------

THE_PLAN: Final = Span.through(date(2016, 1, 1), date(2020, 12, 31))

CYCLE_2016: Final = Cycle.block(
    years=5,
    starting=date(2016, 1, 1),
    assumed=Text(
        "the reports name the plan years 2016 to 2020, the same for everybody; that these are "
        "calendar years from 1 January is taken from the plan",
        "报道称周期为2016至2020年规划期，人人相同；自1月1日起的自然年系按规划期认定",
    ),
)

ACCOUNTS: Final = (
    Account("main", TRAINING_CREDIT, title=Text("training credits", "培训学分")),
    Account("induction", CLASS_HOUR, title=Text("training of new teachers", "新任教师培训")),
)

WITH_WEIGHT: Final = Text(
    "Level, result and a training task raise the credit by a weight that was not seen. Where the "
    "record says how many credits were recognised, these count; otherwise the conversion is the "
    "least that it earns.",
    "培训层次、学习效果和承担培训任务可加权提高学分，权重未见。记录载明认定学分的，以认定为准；"
    "否则以折算学分为下限。",
)

RECOGNITION: Final = (
    nothing(
        "recognition-refused",
        REFUSED,
        reason=Text("its recognition was refused", "已决定不予认定"),
        title=Text("Recognition refused", "不予认定"),
        note=Text(
            "Our reading: what was refused recognition earns nothing. No clause on refusal was "
            "reported.",
            "按我们的理解：不予认定的培训不计学分；未见关于不予认定的报道。",
        ),
    ),
    recognise(
        "new-teacher-training",
        where(activity=INDUCTION),
        post("induction", HOURS),
        title=Text("Training of new teachers", "新任教师培训"),
        note=Text(
            "Kept apart from the credits: whether it earns any was not reported.",
            "单列，不计学分；是否计学分未见报道。",
        ),
    ),
    recognise(
        "at-twenty-hours",
        where(AT_TWENTY_HOURS, activity=(*OUTSIDE_THE_SCHOOL, SCHOOL_BASED)),
        post("main", first_known(CREDITS_RECOGNISED, HOURS * TWENTY_HOURS_A_CREDIT * WEIGHT)),
        title=Text(
            "Practice courses, teaching research, research, seminars, observation, follow-up "
            "guidance, online and school-based training: 20 hours are one credit",
            "实践课程、教研、科研、研讨、观摩诊断、跟踪指导、网络学习和校本培训：20学时计1学分",
        ),
        note=WITH_WEIGHT,
    ),
    recognise(
        "at-ten-to-twenty-hours",
        where(mode=(Mode.BLENDED, Mode.SELF_STUDY), activity=COURSES),
        post(
            "main", first_known(CREDITS_RECOGNISED, HOURS * TEN_TO_TWENTY_HOURS_A_CREDIT * WEIGHT)
        ),
        title=Text(
            "Blended training and self-study: the one rate, the other, or both",
            "混合式培训和自主学习：两种比例之一或兼有",
        ),
        note=Text(
            "The reports do not name them; each hour is taken to be worth a tenth to a "
            "twentieth. " + WITH_WEIGHT.en,
            "报道未提及；每学时暂按二十分之一至十分之一学分计。" + WITH_WEIGHT.zh,
        ),
    ),
    recognise(
        "at-ten-hours",
        where(activity=COURSES),
        post("main", first_known(CREDITS_RECOGNISED, HOURS * TEN_HOURS_A_CREDIT * WEIGHT)),
        title=Text("Ordinary training: 10 hours are one credit", "一般培训：10学时计1学分"),
        note=WITH_WEIGHT,
    ),
)

REQUIREMENTS: Final = (
    require(
        "cycle-36",
        total() >= training_credits(36),
        title=Text("36 credits in five years", "五年不少于36学分"),
        note=Text(
            "Or the credits of a special requirement, for groups that were not reported.",
            "特殊要求的群体另有规定，未见报道。",
        ),
    ),
    require(
        "public-required-6",
        total(of=PUBLIC_REQUIRED) >= training_credits(6),
        title=Text("Public required courses: 6 credits", "公共必修6学分"),
    ),
    require(
        "professional-required-10",
        total(of=PROFESSIONAL_REQUIRED) >= training_credits(10),
        title=Text("Professional required courses: 10 credits", "专业必修10学分"),
        note=Text(
            "Elective and school-based credits do not stand in for required ones.",
            "选修和校本学分不得冲抵必修学分。",
        ),
    ),
    require(
        "elective-10",
        total(of=ELECTIVE) + surplus(total(of=PROFESSIONAL_REQUIRED), above=training_credits(10))
        >= training_credits(10),
        title=Text(
            "Electives: 10 credits, for which professional required credits above 10 stand in",
            "选修10学分，专业必修超出10学分的部分可冲抵",
        ),
    ),
    require(
        "school-based-10",
        total(of=SCHOOL_BASED_TRAINING) >= training_credits(10),
        title=Text("School-based training: 10 credits", "校本培训10学分"),
    ),
    require(
        "new-teacher-120",
        total("induction", over=between_events(APPOINTED, PROBATION_ENDED)) >= class_hours(120),
        applies=all_of(
            teacher.category.is_(NEW_TEACHER).on(APPOINTED),
            teacher.event(APPOINTED) >= date(2016, 1, 1),
        ),
        title=Text("New teachers from 2016: 120 hours", "2016年起新任教师培训120学时"),
        note=Text(
            "Other training does not replace it. No clock of its own was reported, so that of "
            "national Order No. 7 is used: the probation period.",
            "不得以其他培训代替。未见单独期限，故沿用教育部令第7号的试用期。",
        ),
    ),
)

SILENT: Final = (
    Text(
        "whether the days of the cycle are 1 January 2016 to 31 December 2020",
        "周期是否为2016年1月1日至2020年12月31日",
    ),
    Text("the weights by level, result and training task", "按层次、效果和任务的加权系数"),
    Text(
        "which groups have a special requirement instead of the 36 credits, and what it is",
        "哪些群体适用特殊要求以及要求为何",
    ),
    Text(
        "which courses are public required, professional required or elective", "各类课程的具体目录"
    ),
    Text("the rate for blended training and for self-study", "混合式培训和自主学习的折算比例"),
    Text("degree study", "学历进修"),
    Text("whether the hours of a failed training count", "考核不合格的培训是否计入"),
    Text(
        "whether the training of new teachers earns credits; here it does not",
        "新任教师培训是否计学分；此处不计",
    ),
    Text(
        "within which days the 120 hours must lie, and a probation that reaches beyond 2020",
        "120学时应在何期间内完成，以及试用期跨过2020年的情形",
    ),
    Text("an activity of several days across a border", "跨年度或跨周期的多日培训"),
    Text("rounding", "学分尾数的取舍"),
    Text(
        "proration for late entry, leave or part of the cycle; the figures are asked for in full",
        "中途入职、休假或任职不满一周期的折算；暂按全额要求",
    ),
    Text("surplus at the end of the cycle", "周期末的超额学分"),
    Text(
        "what follows if it is not met: credits are used in promotion, appraisal and awards",
        "未达到要求的后果：学分用于职务晋升、考核和评优",
    ),
    Text(
        "the measures for the fourteenth plan, of which only the scope was seen",
        "“十四五”时期的办法，仅见适用范围",
    ),
)

# The policy -------------------------------------------------------------------------------

BEIJING_2016: Final = Policy(
    id="cn-11-2016",
    title=Text(
        "Beijing credit measures, 2016 to 2020", "北京市教师培训学分管理办法（2016—2020年）"
    ),
    source=MEASURES,
    level=Level.PROVINCE,
    place="cn-11",
    cycle=CYCLE_2016,
    accounts=ACCOUNTS,
    recognition=RECOGNITION,
    requirements=REQUIREMENTS,
    in_force=THE_PLAN,
    silent=SILENT,
)
