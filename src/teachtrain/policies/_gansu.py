"""Rules of Yongdeng County (永登县) in Lanzhou, Gansu Province (甘肃省)."""

from __future__ import annotations

from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    TRAINING_CREDIT,
    Approval,
    Certainty,
    Level,
    Source,
    Term,
    Text,
    per,
    training_credits,
)
from teachtrain.policies._texts import (
    FAILED_COUNTS,
    FAILED_IS_OPEN,
    FIVE_YEARS,
    PRORATION,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import (
    CREDITS,
    HOURS,
    PUBLIC,
    SCHOOL_BASED,
    SUBJECT_KIND,
    TECHNOLOGY_TRAINING,
    TRAINING,
)
from teachtrain.rules import (
    CYCLE_YEAR,
    Account,
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

__all__ = ["YONGDENG"]

# Sources ----------------------------------------------------------------------------------

NOTE: Final = Source(
    "永登县中小学教师学分认定说明",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Yongdeng County's note on the recognition of credits", "永登县中小学教师学分认定说明"
    ),
    addresses=("https://max.book118.com/html/2017/0503/104003342.shtm",),
    note=Text(
        "The first page was read. The note goes by the province's measures, which were not "
        "seen; its own title, number and date were not seen.",
        "仅查阅第一页；该说明依据的省级办法未见，说明本身的名称、文号和日期亦未见。",
    ),
)

# What counts ------------------------------------------------------------------------------

REQUIRED: Final = Term("required", "the required part", "必修部分")

IN_SCHOOL: Final = where(activity=SCHOOL_BASED)
TECHNOLOGY: Final = where(activity=TECHNOLOGY_TRAINING)
PUBLIC_COURSES: Final = where(record.local(SUBJECT_KIND).is_(PUBLIC), activity=TRAINING)

REQUIRED_PART: Final = where(tag=REQUIRED)
PUBLIC_PART: Final = where(tag=PUBLIC)

RECOGNISED_CREDITS: Final = record.local(CREDITS, TRAINING_CREDIT)
ONE_FOR_THREE_HOURS: Final = per(CLASS_HOUR, training_credits("1/3"))

# The policy -------------------------------------------------------------------------------

YEARS_OF_THE_CYCLE: Final = Text(
    "Which year is meant was not seen; the years of the cycle are taken, from its first day.",
    "“每年”所指未见，暂按周期起始日起的每一年计。",
)

AS_RECOGNISED: Final = Text(
    "How many credits it earns stands in the province's measures, which were not seen; those that "
    "were recognised count.",
    "学分数见省级办法，未见原文，以认定的学分为准。",
)

YONGDENG: Final = Policy(
    id="cn-620121",
    title=Text("Yongdeng County's credits", "永登县中小学教师学分认定"),
    source=NOTE,
    level=Level.COUNTY,
    place="cn-620121",
    cycle=FIVE_YEARS,
    accounts=(
        Account(
            "main", TRAINING_CREDIT, title=Text("continuing education credits", "继续教育学分")
        ),
    ),
    recognition=(
        nothing(
            "not-recognised",
            where(not_(record.approval.is_(Approval.APPROVED))),
            reason=Text(
                "its credits were not recognised by the school, the county, the city and the "
                "province in turn",
                "未经学校、县、市、省逐级审核认定",
            ),
            title=Text("Not recognised", "未经认定"),
            note=Text(
                "The teacher applies, the school examines, the county bureau reviews, the city "
                "and the province file.",
                "教师申报，学校审查，县教育局审核，报市、省备案。",
            ),
        ),
        recognise(
            "school-based",
            IN_SCHOOL,
            post("main", HOURS * ONE_FOR_THREE_HOURS, tag=REQUIRED),
            title=Text(
                "Joint school-based training: 3 hours are 1 credit", "联合校本研修3学时计1学分"
            ),
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "technology",
            TECHNOLOGY,
            post("main", RECOGNISED_CREDITS, tag=REQUIRED),
            title=Text("Information technology training", "信息技术培训"),
            note=AS_RECOGNISED,
        ),
        recognise(
            "public",
            PUBLIC_COURSES,
            post("main", RECOGNISED_CREDITS, tag=(REQUIRED, PUBLIC)),
            title=Text("Public courses of the human resources authority", "人力资源部门的公需科目"),
            note=AS_RECOGNISED,
        ),
        recognise(
            "other",
            where(),
            post("main", RECOGNISED_CREDITS),
            title=Text("All else that the province's measures list", "省级办法所列其他项目"),
            note=Text(
                "Degree study, training of county level and above, teaching or tutoring in it, "
                "registered online study, papers, books, projects and others. " + AS_RECOGNISED.en,
                "学历提升、县级以上培训及其授课辅导、县级以上登记的网络研修、论文、著作、课题等。"
                + AS_RECOGNISED.zh,
            ),
        ),
    ),
    requirements=(
        require(
            "required-210",
            total(of=REQUIRED_PART) >= training_credits(210),
            title=Text("210 required credits in the cycle", "每周期必修210学分"),
        ),
        require(
            "technology-30",
            total(of=TECHNOLOGY) >= training_credits(30),
            title=Text("Of these, 30 of technology training", "其中信息技术培训不少于30学分"),
        ),
        require(
            "school-based-150",
            total(of=IN_SCHOOL) >= training_credits(150),
            title=Text("Of these, 150 of school-based training", "其中校本研修150学分"),
        ),
        require(
            "school-based-yearly-30",
            each(CYCLE_YEAR, total(of=IN_SCHOOL) >= training_credits(30)),
            title=Text(
                "30 credits of school-based training a year, from 90 hours",
                "校本研修每年90学时，计30学分",
            ),
            note=YEARS_OF_THE_CYCLE,
        ),
        require(
            "public-30",
            total(of=PUBLIC_PART) >= training_credits(30),
            title=Text("Of these, 30 of public courses", "其中公需科目30学分"),
        ),
        require(
            "public-yearly-6",
            each(CYCLE_YEAR, total(of=PUBLIC_PART) >= training_credits(6)),
            title=Text("6 credits of public courses a year", "公需科目每年6学分"),
            note=YEARS_OF_THE_CYCLE,
        ),
        require(
            "yearly-30",
            each(CYCLE_YEAR, total() >= training_credits(30)),
            title=Text("30 credits a year", "每年不少于30学分"),
            note=YEARS_OF_THE_CYCLE,
        ),
    ),
    silent=(
        Text("the first day of the cycle", "周期的起始日"),
        Text("the year against which the yearly figures are counted", "每年数额所指的年度"),
        Text(
            "the province's measures, with the credits of every other activity",
            "省级办法及其所列其他各项学分",
        ),
        Text(
            "whether school-based training above 30 credits a year counts; here it does",
            "校本研修每年超过30学分的部分是否计入；此处计入",
        ),
        Text(
            "the total of the cycle beside the 210 required credits", "必修210学分之外的周期总学分"
        ),
        Text("what follows if the figures are not reached", "未达到要求的后果"),
        Text("since when the note holds", "本说明的施行日期"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
        Text("surplus at the end of a cycle", "周期末的超额学分"),
    ),
)
