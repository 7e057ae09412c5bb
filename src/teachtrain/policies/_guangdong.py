"""
Rules of Guangdong Province (广东省), and of the cities of Guangzhou and Shenzhen.

The three stand side by side: the figures of Guangdong are those of a school's guide to the
province's platform, the plan of Guangzhou ended in 2012, and of Shenzhen's measures only the
opening was read.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    DAY,
    EVERY_DAY,
    TRAINING_CREDIT,
    Amount,
    Approval,
    Certainty,
    Cycle,
    Level,
    Mode,
    Result,
    Source,
    Span,
    Term,
    Text,
    class_hours,
    per,
)
from teachtrain.policies._texts import (
    FAILED_COUNTS,
    FAILED_IS_OPEN,
    NO_CYCLE,
    NO_PRORATION,
    PRORATION,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import (
    BACKBONE_TRAINING,
    BOOK,
    CLASS_TEACHER_TRAINING,
    CREDITS,
    ELECTIVE,
    HOURS,
    INDUCTION,
    PAPER,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    PROFESSIONAL,
    PUBLIC,
    RECOGNISED_HOURS,
    RESEARCH_PROJECT,
    SCHOOL_BASED,
    STUDIO,
    SUBJECT_KIND,
    TECHNOLOGY_TRAINING,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Consequence,
    Policy,
    any_of,
    ceiling,
    dated,
    each,
    first_known,
    if_,
    least,
    most,
    nothing,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

__all__ = ["GUANGDONG_2021", "GUANGZHOU_2008", "SHENZHEN_2021"]

# Sources ----------------------------------------------------------------------------------

GUIDE: Final = Source(
    "某校关于广东省教师继续教育管理系统的操作指引（2021年）",
    certainty=Certainty.SECONDARY,
    title=Text(
        "A school's guide to Guangdong's system for continuing education",
        "某校关于广东省教师继续教育管理系统的操作指引",
    ),
    addresses=("https://cp828-1.com/rr20210317/339.html",),
    note=Text(
        "The guide of one school, of 2021, was read. The province's own rules were not seen.",
        "查阅的是某校2021年的操作指引，未见省级规定原文。",
    ),
)
DAILY_PRACTICE: Final = Source(
    "广东省继续教育学时申报问答",
    certainty=Certainty.SECONDARY,
    title=Text("Questions and answers on declaring hours", "继续教育学时申报问答"),
    addresses=("http://lw881.com/wenda/23273.html",),
    note=Text(
        "A page of questions and answers on a related practice; no rule was seen.",
        "查阅的是关于相关做法的问答网页，未见规定。",
    ),
)
GUANGZHOU_PLAN: Final = Source(
    "广州市2008至2012年中小学教师继续教育规划",
    certainty=Certainty.REPORTED,
    title=Text(
        "Guangzhou's plan for the continuing education of teachers, 2008 to 2012",
        "广州市2008至2012年中小学教师继续教育规划",
    ),
    addresses=("http://vcd666.com/edu/zhzh/201004/28/214033.shtml",),
    note=Text(
        "A report of the plan was read; its own title and number were not seen.",
        "查阅的是关于该规划的报道，未见规划本身的名称和文号。",
    ),
)
SHENZHEN_MEASURES: Final = Source(
    "深圳市中小幼教师继续教育学分管理暂行办法",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Shenzhen interim measures for credits in the continuing education of teachers",
        "深圳市中小幼教师继续教育学分管理暂行办法",
    ),
    issued=date(2021, 1, 26),
    addresses=("http://szeb.sz.gov.cn/home/xxgk/flzy/zcfgjjd/zcfg/content/post_8562592.html",),
    note=Text("Articles 1 to 3 were read.", "已查阅第一条至第三条。"),
)

# What counts ------------------------------------------------------------------------------

KIND: Final = record.local(SUBJECT_KIND)
DECLARED: Final = Term("declared", "declared hours", "自行申报的学时")
"""What teachers declare themselves; public subjects are transferred by the platform."""

ONE_DAY: Final = Amount(1, 1, DAY)
SIX_A_DAY: Final = per(DAY, class_hours(6))
DAYS_TAKEN: Final = most(first_known(record.days, record.length * UNDECIDED), ONE_DAY)
"""The days of training; where they are not known, from one to all days from first to last."""
DECLARED_HOURS: Final = least(HOURS, DAYS_TAKEN * SIX_A_DAY)
"""At most six hours for each day that it took."""

RECOGNISED_CREDITS: Final = record.local(CREDITS, TRAINING_CREDIT)

COURSES: Final = (
    INDUCTION,
    TRAINING,
    CLASS_TEACHER_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
    BACKBONE_TRAINING,
    TECHNOLOGY_TRAINING,
)
ACADEMIC: Final = (RESEARCH_PROJECT, STUDIO, PAPER, BOOK)

# Guangdong --------------------------------------------------------------------------------

NO_CERTIFICATE: Final = Consequence(
    "no-certificate",
    Text(
        "the certificate of the year cannot be produced, and nothing can be made up later",
        "不能生成当年的学习证明，逾期不能补学",
    ),
)

SIX_FOR_EACH_DAY: Final = Text(
    "At most 6 hours are declared for a day: what took several days counts 6 hours for each, and "
    "where the days are not known, it took at least one. " + FAILED_IS_OPEN.en,
    "每天最多申报6学时：多日培训按天数每天最多计6学时，天数不详的至少按1天计。" + FAILED_IS_OPEN.zh,
)

GUANGDONG_2021: Final = Policy(
    id="cn-44-2021",
    title=Text(
        "Guangdong's yearly hours, by a school's guide", "广东省继续教育年度学时（据某校指引）"
    ),
    source=GUIDE,
    level=Level.PROVINCE,
    place="cn-44",
    cycle=Cycle.block(
        years=1,
        starting=date(2020, 1, 1),
        assumed=Text(
            "each calendar year stands by itself; the first year of which the guide gives a "
            "figure is 2020, so earlier years are not looked at",
            "每个自然年度单独计算；指引所列数额最早为2020年，此前年度不予审核",
        ),
    ),
    accounts=(Account("hours", CLASS_HOUR, title=Text("hours of the year", "年度学时")),),
    recognition=(
        recognise(
            "paper",
            where(activity=PAPER),
            post(
                "hours",
                least(record.local(RECOGNISED_HOURS, CLASS_HOUR), class_hours(28)),
                tag=PROFESSIONAL,
            ),
            title=Text(
                "A paper published in the year: at most 28 hours of professional subjects",
                "当年发表的论文，专业科目最多28学时",
            ),
            note=Text(
                "How many hours a paper gives below 28 was not seen: what was recognised counts, "
                "and until that is known anything from none to 28. 28 is read as the limit of "
                "each paper.",
                "28学时以内如何认定未见规定：以认定的学时为准，未知时按零至28计。"
                "28学时理解为每篇论文的上限。",
            ),
        ),
        recognise(
            "professional",
            where(KIND.is_(PROFESSIONAL)),
            post("hours", DECLARED_HOURS, tag=(PROFESSIONAL, DECLARED)),
            title=Text("Professional subjects", "专业科目"),
            note=SIX_FOR_EACH_DAY,
        ),
        recognise(
            "elective",
            where(KIND.is_(ELECTIVE)),
            post("hours", DECLARED_HOURS, tag=(ELECTIVE, DECLARED)),
            title=Text("Elective subjects", "选修科目"),
            note=SIX_FOR_EACH_DAY,
        ),
        recognise(
            "public",
            where(KIND.is_(PUBLIC)),
            post("hours", HOURS, tag=PUBLIC),
            title=Text("Public subjects", "公需科目"),
            note=Text(
                "They are transferred by the platform, so no limit of a day is put to them. "
                + FAILED_IS_OPEN.en,
                "由平台导入，不受每日上限限制。" + FAILED_IS_OPEN.zh,
            ),
        ),
    ),
    ceilings=(
        ceiling(
            "six-hours-a-day",
            class_hours(6),
            of=where(record.length <= ONE_DAY, tag=DECLARED),
            by=EVERY_DAY,
            title=Text("At most 6 hours declared for one day", "每天最多申报6学时"),
            source=DAILY_PRACTICE,
            note=Text(
                "Of all that took one day; what took several is limited by itself.",
                "限于同一天的各项一日培训；多日培训逐项限制。",
            ),
        ),
    ),
    requirements=(
        require(
            "professional-42",
            total(of=where(tag=PROFESSIONAL)) >= class_hours(42),
            consequence=NO_CERTIFICATE,
            title=Text("42 hours of professional subjects in the year", "每年专业科目42学时"),
        ),
        require(
            "elective-18",
            total(of=where(tag=ELECTIVE))
            >= dated((date(2020, 1, 1), class_hours(12)), (date(2021, 1, 1), class_hours(18))),
            consequence=NO_CERTIFICATE,
            title=Text(
                "18 hours of elective subjects in the year; 12 in 2020",
                "每年选修科目18学时，2020年为12学时",
            ),
        ),
        require(
            "public-30",
            total(of=where(tag=PUBLIC)) >= class_hours(30),
            consequence=NO_CERTIFICATE,
            title=Text("30 hours of public subjects in the year", "每年公需科目30学时"),
        ),
    ),
    silent=(
        Text("the province's own rules", "省级规定原文"),
        Text("whether the figures hold after 2021", "2021年之后上述数额是否继续有效"),
        Text(
            "whether 28 hours limit each paper or all papers of a year",
            "28学时是每篇论文的上限还是全年论文的上限",
        ),
        Text("how many hours below 28 a paper gives", "论文在28学时以内如何认定"),
        Text(
            "which training is a professional, an elective or a public subject",
            "各类培训如何划分为专业科目、选修科目和公需科目",
        ),
        Text(
            "to what the 6 hours a day belong, and whether the province sets them",
            "每天6学时适用于何种学习，以及是否为省级规定",
        ),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
        Text("surplus at the end of a year", "年末的超额学时"),
    ),
)

# Guangzhou --------------------------------------------------------------------------------

FAILED_SHARE: Final = if_(record.result.is_(Result.FAILED), UNDECIDED, 1)

GUANGZHOU_2008: Final = Policy(
    id="cn-4401-2008",
    title=Text("Guangzhou's training plan 2008 to 2012", "广州市2008至2012年教师继续教育规划"),
    source=GUANGZHOU_PLAN,
    level=Level.CITY,
    place="cn-4401",
    in_force=Span.through(date(2008, 1, 1), date(2012, 12, 31)),
    cycle=Cycle.block(
        years=5,
        starting=date(2008, 1, 1),
        assumed=Text(
            "the plan is for 2008 to 2012; its first and last days were not seen and are taken "
            "to be those of calendar years",
            "规划期为2008至2012年，未见起止日，暂按自然年度首日和末日计",
        ),
    ),
    accounts=(
        Account("hours", CLASS_HOUR, title=Text("training in hours", "培训学时")),
        Account("days", DAY, title=Text("training in days", "培训天数")),
    ),
    recognition=(
        recognise(
            "training",
            where(activity=(*COURSES, SCHOOL_BASED)),
            post("hours", HOURS),
            post("days", record.days * FAILED_SHARE),
            title=Text(
                "Face-to-face or released training, online courses, school-based training",
                "面授或脱产培训、网络课程、校本培训",
            ),
            note=Text(
                "Research activities in school are among school-based training. "
                + FAILED_IS_OPEN.en,
                "校本培训含教研活动。" + FAILED_IS_OPEN.zh,
            ),
        ),
    ),
    requirements=(
        require(
            "yearly-12-days-or-72-hours",
            each(
                CALENDAR_YEAR,
                any_of(total("hours") >= class_hours(72), total("days") >= Amount(12, 12, DAY)),
            ),
            title=Text("12 days or 72 hours of training a year", "每年培训不少于12天或72学时"),
            note=Text(
                "Which year is meant was not seen; the calendar year is assumed.",
                "“每年”所指未见，暂按自然年度计。",
            ),
        ),
        require(
            "online-30",
            each(
                CALENDAR_YEAR,
                total("hours", where(KIND.is_(ELECTIVE), mode=Mode.ONLINE)) >= class_hours(30),
            ),
            title=Text(
                "Of these, 30 hours of elective online courses", "其中网络选修课程不少于30学时"
            ),
        ),
        require(
            "school-based-20",
            each(CALENDAR_YEAR, total("hours", where(activity=SCHOOL_BASED)) >= class_hours(20)),
            title=Text("Of these, 20 hours of school-based training", "其中校本培训不少于20学时"),
        ),
    ),
    silent=(
        Text("the year against which the figures are counted", "各项数额所指的年度"),
        Text(
            "how training in days and training in hours are added together",
            "以天计的培训与以学时计的培训如何相加",
        ),
        Text(
            "how online and school-based hours are a part of face-to-face or released training, "
            "as the report says",
            "报道称面授或脱产培训中包含网络课程和校本培训，其关系不明",
        ),
        Text("what follows if the figures are not reached", "未达到要求的后果"),
        Text("what else counts", "其他可计入的活动"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
        Text("surplus at the end of a year", "年末的超额学时"),
    ),
)

# Shenzhen ---------------------------------------------------------------------------------

SHENZHEN_2021: Final = Policy(
    id="cn-4403-2021",
    title=Text("Shenzhen credit measures", "深圳市中小幼教师继续教育学分管理暂行办法"),
    source=SHENZHEN_MEASURES,
    level=Level.CITY,
    place="cn-4403",
    accounts=(
        Account(
            "main", TRAINING_CREDIT, title=Text("continuing education credits", "继续教育学分")
        ),
    ),
    recognition=(
        nothing(
            "recognition-refused",
            where(record.approval.is_known(), approval=Approval.REFUSED),
            reason=Text("its recognition was refused", "已决定不予认定"),
            title=Text("Recognition refused", "不予认定"),
            note=Text(
                "Our reading: what is not recognised earns no credit. No article was seen.",
                "按我们的理解：未经认定者不计学分；未见相应条文。",
            ),
        ),
        recognise(
            "courses",
            where(
                any_of(record.level.at_least(Level.COUNTY), record.approval.is_(Approval.APPROVED)),
                activity=COURSES,
            ),
            post("main", RECOGNISED_CREDITS),
            title=Text(
                "Courses of district level and above, and those that the city or a district "
                "recognises, face to face or at a distance",
                "区级以上课程，以及市、区认定的面授和远程课程",
            ),
        ),
        recognise(
            "school-based",
            where(activity=SCHOOL_BASED),
            post("main", RECOGNISED_CREDITS),
            title=Text("School-based training", "校本研修"),
        ),
        recognise(
            "academic",
            where(activity=ACADEMIC),
            post("main", RECOGNISED_CREDITS),
            title=Text(
                "Academic activity: research, projects, studios, publications",
                "学术活动：教研、课题、工作室、论著",
            ),
        ),
        recognise(
            "other",
            where(),
            post("main", RECOGNISED_CREDITS * UNDECIDED),
            title=Text("Any other activity", "其他活动"),
            note=Text(
                "There are further forms, which were not seen; credits for anything else are "
                "taken to count from none to all.",
                "尚有其他形式未见，故其余活动的学分按零至全部计。",
            ),
        ),
    ),
    requirements=(),
    silent=(
        NO_CYCLE,
        Text("article 4 and after: totals, rates, limits", "第四条及以后各条：总量、比例和上限"),
        Text(
            "how many credits an activity earns; those that were recognised for it are taken",
            "各项活动的学分数；暂以认定的学分为准",
        ),
        Text("further forms of continuing education", "继续教育的其他形式"),
        Text("what follows from too few credits", "学分不足的后果"),
        Text("whether failed training earns credits", "考核不合格的培训是否计学分"),
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)
