"""
National rules on educational technology: the plan of 2005, and the precondition of its examination.

The standard of 2004 names abilities and no figures. The examination was stopped in 2015.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    YES,
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
from teachtrain.policies._texts import (
    BEYOND_THE_CALENDAR,
    FAILED_COUNTS,
    FAILED_IS_OPEN,
    NO_PRORATION,
    PRORATION,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import (
    HOURS,
    SELF_TAUGHT_CANDIDATE,
    TECHNOLOGY_EXAMINATION,
    TECHNOLOGY_EXAMINATION_ENTERED,
    TECHNOLOGY_TRAINING,
)
from teachtrain.rules import (
    Account,
    Policy,
    all_of,
    any_of,
    around,
    exists,
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

__all__ = ["EDUCATIONAL_TECHNOLOGY_2005", "YUNNAN_TECHNOLOGY_EXAMINATION_2009"]

# Sources ----------------------------------------------------------------------------------

PLAN: Final = Source(
    "教师〔2005〕5号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Notice on the plan to build teachers' ability in educational technology",
        "关于启动实施全国中小学教师教育技术能力建设计划的通知",
    ),
    issued=date(2005, 4, 4),
    addresses=(
        "https://baike.baidu.hk/item/教育部關於啓動實施全國中小學教師教育技術能力建設計劃的通知/3450804",
    ),
    note=Text(
        "A copy was read in part. Pilots were held in 2005, and the plan was carried out "
        "nationwide from 2006.",
        "查阅了部分文本；2005年试点，2006年起全国推行。",
    ),
)
YUNNAN_NOTICE: Final = Source(
    "云南省2009年中小学教师教育技术水平考试通知",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Yunnan's notice of 2009 on the examination in educational technology",
        "云南省2009年中小学教师教育技术水平考试通知",
    ),
    addresses=("http://267930.com/showgg.asp?id=674",),
    note=Text(
        "A copy on an unofficial page was read; its number was not seen.",
        "查阅的是非官方网页上的文本，未见文号。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)
EXAMINATION: Final = where(activity=TECHNOLOGY_EXAMINATION)

# The plan of 2005 -------------------------------------------------------------------------

THE_PLAN: Final = Span.until(date(2007, 12, 31))
GREAT_MAJORITY: Final = Text(
    "The plan speaks of the great majority of teachers, not of each; who need not take part was "
    "not seen.",
    "计划针对绝大多数教师，并非每名教师；何人可不参加未见规定。",
)

EDUCATIONAL_TECHNOLOGY_2005: Final = Policy(
    id="cn-educational-technology-2005",
    title=Text("Educational technology plan, 2005", "教育技术能力建设计划（2005年）"),
    source=PLAN,
    level=Level.NATION,
    place="cn",
    cycle=Cycle.block(
        years=3,
        starting=date(2005, 1, 1),
        assumed=Text(
            "the plan of 4 April 2005 sets the end of 2007 and no first day; the years 2005 to "
            "2007 are taken",
            "计划于2005年4月4日发布，以2007年底为期而未定起始日，暂按2005至2007年计",
        ),
    ),
    accounts=(
        Account("hours", CLASS_HOUR, title=Text("technology training", "教育技术培训")),
        Account("examination", CLASS_HOUR, title=Text("examinations taken", "参加的考试")),
    ),
    recognition=(
        recognise(
            "sitting",
            EXAMINATION,
            post("examination", 0),
            title=Text("A sitting of the national examination", "参加全国教育技术水平考试"),
            note=Text(
                "It has no hours: it was sat. Three grades are for teaching staff, two for "
                "managers and technical staff; which is wanted was not seen.",
                "考试不计学时，只看是否参加。教学人员分三级，管理和技术人员分两级；未见须达何级。",
            ),
        ),
        recognise(
            "training",
            where(activity=TECHNOLOGY_TRAINING),
            post("hours", HOURS),
            title=Text("Training in educational technology", "教育技术培训"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "hours-50",
            total("hours") >= class_hours(50),
            in_force=THE_PLAN,
            title=Text(
                "50 hours of training in educational technology by the end of 2007",
                "2007年底前教育技术培训不低于50学时",
            ),
            note=GREAT_MAJORITY,
        ),
        require(
            "examination",
            exists(EXAMINATION, account="examination"),
            in_force=THE_PLAN,
            title=Text(
                "The national examination sat by the end of 2007",
                "2007年底前参加全国教育技术水平考试认证",
            ),
            note=Text(
                "Beside the hours, not in place of them. That it must be passed was not read. "
                + GREAT_MAJORITY.en,
                "与学时并列，不可互代；是否须合格未见规定。" + GREAT_MAJORITY.zh,
            ),
        ),
    ),
    silent=(
        Text("the first day of the plan", "计划的起始日"),
        Text("who need not take part", "可不参加的人员"),
        Text(
            "whether the examination must be passed, and at which grade", "考试是否须合格，须达何级"
        ),
        Text("what follows if the hours or the examination are missing", "未达到要求的后果"),
        Text("what holds after 2007", "2007年之后的要求"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)

# The examination in Yunnan ----------------------------------------------------------------

BEFORE_THE_ENTRY: Final = around(
    TECHNOLOGY_EXAMINATION_ENTERED, months_before=BEYOND_THE_CALENDAR, clip=Clip.BACK
)

YUNNAN_TECHNOLOGY_EXAMINATION_2009: Final = Policy(
    id="cn-53-technology-examination-2009",
    title=Text(
        "Entry to the technology examination in Yunnan, 2009",
        "云南省教育技术水平考试报考条件（2009年）",
    ),
    source=YUNNAN_NOTICE,
    level=Level.PROVINCE,
    place="cn-53",
    accounts=(Account("hours", CLASS_HOUR, title=Text("technology training", "教育技术培训")),),
    recognition=(
        nothing(
            "not-passed",
            where(not_(PASSED), activity=TECHNOLOGY_TRAINING),
            reason=Text("the training was not passed", "培训不合格"),
            title=Text("Not passed", "培训不合格"),
        ),
        recognise(
            "training",
            where(activity=TECHNOLOGY_TRAINING),
            post("hours", record.hours),
            title=Text("Organised training in educational technology", "有组织的教育技术培训"),
        ),
    ),
    requirements=(
        require(
            "trained-before",
            any_of(
                teacher.local(SELF_TAUGHT_CANDIDATE).is_(YES),
                exists(where(activity=TECHNOLOGY_TRAINING), over=BEFORE_THE_ENTRY),
            ),
            applies=all_of(
                teacher.event(TECHNOLOGY_EXAMINATION_ENTERED) >= date(2009, 1, 1),
                teacher.event(TECHNOLOGY_EXAMINATION_ENTERED) < date(2010, 1, 1),
            ),
            title=Text(
                "Organised training passed before entry, except for candidates of named "
                "self-taught programmes",
                "报考前须培训合格，指定专业的自学考试考生除外",
            ),
            note=Text(
                "A candidate enters with the card of one of these programmes.",
                "指凭指定专业自学考试准考证报考的教师。",
            ),
        ),
    ),
    silent=(
        Text(
            "in which cycle or year it counts: entry is judged once",
            "计入何周期或年度：报考条件只审核一次",
        ),
        Text("which self-taught programmes are named", "指定的自学考试专业"),
        Text("how many hours the training must have", "培训应有的学时数"),
        Text(
            "who is deemed to hold a grade by an earlier certificate, or need not sit by age, as a "
            "city's notice has it",
            "凭既有证书视同合格或因年龄免考的情形，仅见于某市通知",
        ),
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)
