"""Rules of Chongqing (重庆市)."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    TRAINING_CREDIT,
    UNBOUNDED,
    Certainty,
    Clip,
    Cycle,
    Level,
    Mode,
    Source,
    Span,
    Text,
    training_credits,
)
from teachtrain.policies._words import CREDITS, CYCLE_STARTED, SELF_STUDY
from teachtrain.rules import (
    CYCLE,
    Account,
    Policy,
    ceiling,
    dated,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

__all__ = ["CHONGQING_2017"]

# Sources ----------------------------------------------------------------------------------

MEASURES: Final = Source(
    "渝教师发〔2017〕1号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Chongqing rules on credit management of teacher training",
        "重庆市教师培训学分管理规定（2017年）",
    ),
    addresses=(
        "https://www.cqna.gov.cn/bm/qjw/zwgk_59968/zfxxgkml1/jczwgk4/ywjy_141404/jsgl/jsztfz/202111/t20211130_10053659.html",
        "http://www.dybbs8.com/doc-21214628.html",
    ),
    note=Text(
        "The opening was read, and that of an earlier credit rule, the year of which is damaged "
        "in the copy. The title is ours.",
        "查阅了开头部分，以及此前一份学分规定的开头部分（所读副本中年份残缺）；名称为本库所拟。",
    ),
)
AMENDMENT: Final = Source(
    "渝教师发〔2019〕4号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Chongqing: changes in the credit management of teacher training",
        "对重庆市教师培训学分管理规定的调整（2019年）",
    ),
    addresses=("http://www.cqdpzx.com/html/201903/1240.html",),
    note=Text(
        "The opening was read; the day in 2019 was not seen. The title is ours.",
        "查阅了开头部分，未见2019年的具体日期；名称为本库所拟。",
    ),
)

# What counts ------------------------------------------------------------------------------

SURE_FROM: Final = date(2018, 1, 1)
"""The year of the document, 2017, was read; the day in it was not seen."""

FACE_TO_FACE_FROM_COUNTY_UP: Final = where(
    record.level.at_least(Level.COUNTY), mode=Mode.FACE_TO_FACE
)

AT_MOST_20_UNTIL_2019: Final = dated(
    # cycles that were over before 2019, from the first one that the rule surely concerns
    (date(2013, 1, 1), training_credits(20)),
    # cycles that ran on into 2019: at most 20 at first, then no limit
    (date(2014, 1, 2), training_credits(20, to=UNBOUNDED)),
    # cycles that began after 2019: no limit
    (date(2020, 1, 1), None),
)
"""By the first day of the cycle. A cycle that begins on 2 January 2014 ends on 1 January 2019."""

# The clauses ------------------------------------------------------------------------------

FIVE_YEARS: Final = Cycle.personal(
    years=5,
    since=CYCLE_STARTED,
    clip=Clip.BACK,
    assumed=Text(
        "the text names cycles of five years; the first day was not seen; cycles follow on each "
        "other from the start of the teacher's first cycle. Those of the earlier rule ran from "
        "1 July to 30 June; their years are damaged in the copy. A cycle that would start on "
        "29 February starts on the 28th",
        "条文规定五年一周期而未见起始日，故自教师首个培训周期开始之日起连续计算；"
        "此前的规定自7月1日至次年6月30日，年份在所读副本中残缺；"
        "应于2月29日起算而当年无此日的，自28日起算",
    ),
)

RECOGNITION: Final = (
    recognise(
        "registered",
        where(),
        post("main", record.local(CREDITS, TRAINING_CREDIT)),
        title=Text("Recognised credits", "认定的学分"),
        note=Text(
            "How many credits an activity earns was not seen: training is graded, each district "
            "sets the credits of school-based training, and degree study and training recognise "
            "each other's progress. So the credits that were recognised are asked for.",
            "各类活动如何计学分未见：培训分等级认定，校本研修学分由各区县确定并控制，"
            "学历教育与培训学分互通互认。故按已认定的学分计。",
        ),
    ),
)

CEILINGS: Final = (
    ceiling(
        "own-study-20",
        AT_MOST_20_UNTIL_2019,
        of=where(activity=SELF_STUDY),
        by=CYCLE,
        title=Text(
            "Results of own study: at most 20 credits in a cycle, until 2019",
            "自主研修成果：2019年以前每周期不超过20学分",
        ),
        source=AMENDMENT,
        note=Text(
            "The limit was abolished in 2019, in the middle of cycles. What it had cut before is "
            "not settled; so in a cycle that ran on into 2019, own study above 20 credits may "
            "count or not.",
            "该上限于2019年周期进行中取消，此前超出部分如何处理未见；"
            "故跨至2019年的周期，超过20学分的部分可能计入，也可能不计入。",
        ),
    ),
)

REQUIREMENTS: Final = (
    require(
        "cycle-120",
        total() >= training_credits(120),
        title=Text("120 credits in five years", "五年不少于120学分"),
        in_force=Span.since(SURE_FROM),
    ),
    require(
        "face-to-face-20",
        total(of=FACE_TO_FACE_FROM_COUNTY_UP) >= training_credits(20),
        title=Text(
            "Of these, 20 credits face to face at district or county level and above",
            "其中区县级以上集中研修20学分",
        ),
        in_force=Span.since(SURE_FROM),
    ),
)

SILENT: Final = (
    Text("the first day of the cycle", "周期的起始日"),
    Text(
        "the days in 2017 and in 2019 on which the rule and its change took effect",
        "规定在2017年、调整在2019年的施行日",
    ),
    Text("how many credits an activity earns, and the grades", "各类活动计多少学分，以及等级认定"),
    Text(
        "what becomes of own study above 20 credits from before the change",
        "调整之前自主研修超过20学分的部分",
    ),
    Text(
        "rigid credits, which everybody owes, and elastic ones, which depend on the teacher's "
        "stage: how many of each",
        "人人必修的刚性学分与按教师发展阶段设置的弹性学分各为多少",
    ),
    Text(
        "how far degree study and training recognise each other's credits",
        "学历教育与培训如何互通互认",
    ),
    Text("the limits that a district sets on school-based training", "各区县对校本研修学分的控制"),
    Text(
        "teachers of private schools and kindergartens and of secondary vocational schools, who "
        "are included since 2019, before that change",
        "2019年起纳入的民办学校、民办幼儿园和中等职业学校教师，此前如何适用",
    ),
    Text("what follows if credits are missing", "学分不足的后果"),
    Text("an activity of several days across a border", "跨年度或跨周期的多日培训"),
    Text("rounding", "学分尾数的取舍"),
    Text(
        "proration for late entry, leave or part of a cycle; a late joiner owes the figures of the "
        "cycle in full",
        "中途入职、休假或任职不满一周期的折算；中途入职者暂按全额要求",
    ),
    Text("surplus at the end of a cycle", "周期末的超额学分"),
    Text("transfer from other provinces", "外省转入"),
)

# The policy -------------------------------------------------------------------------------

CHONGQING_2017: Final = Policy(
    id="cn-50-2017",
    title=Text("Chongqing credit rules", "重庆市中小学教师培训学分管理规定"),
    source=MEASURES,
    level=Level.PROVINCE,
    place="cn-50",
    cycle=FIVE_YEARS,
    accounts=(Account("main", TRAINING_CREDIT, title=Text("training credits", "培训学分")),),
    recognition=RECOGNITION,
    ceilings=CEILINGS,
    requirements=REQUIREMENTS,
    silent=SILENT,
)
