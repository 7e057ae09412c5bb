"""
Rules of Jiangxi Province (江西省), and of Yujiang District in Yingtan City.

Of the province's measures the opening articles were read, which say how things work and give no
figure. So the figures are asked for as facts, and what depends on them is unknown without them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from teachtrain.models import (
    CLASS_HOUR,
    NUMBER,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    YEAR,
    Amount,
    Certainty,
    Clip,
    Cycle,
    Level,
    Mode,
    Result,
    Source,
    Text,
    number,
    per,
    training_credits,
)
from teachtrain.policies._words import (
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    COMPETITION_PRIZE,
    CREDITS,
    CREDITS_DUE,
    CYCLE_STARTED,
    DEGREE_YEAR,
    INDUCTION,
    LECTURE,
    LESSON_OBSERVATION,
    MEMBERSHIP_YEARS,
    OFFSET_CREDITS,
    OPEN_LESSON,
    PAPER,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    RESEARCH_PROJECT,
    SCHOOL_BASED,
    SPEAKER,
    STUDIO,
    TEACHING_TEACHERS,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Policy,
    any_of,
    define,
    figure,
    group,
    not_,
    nothing,
    pool,
    post,
    recognise,
    record,
    require,
    rounded,
    teacher,
    total,
    where,
)

__all__ = ["JIANGXI_2018", "YUJIANG_2019"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "赣教发〔2018〕2号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Jiangxi measures for credit management of teacher training, on trial",
        "江西省中小学教师培训学分管理办法（试行）",
    ),
    issued=date(2018, 1, 5),
    addresses=(
        "http://jxjy.jdzu.edu.cn/news-show-73.html",
        "https://doc.chddh.cn/archives/365rneoxjqe8elqgd7z0.html",
    ),
    note=Text(
        "The opening articles were read, and those of a later revised version.",
        "查阅了开头各条，以及其后修订版的开头各条。",
    ),
)
YUJIANG: Final = Source(
    "余教体字〔2019〕134号",
    certainty=Certainty.READ_IN_PART,
    title=Text("Yujiang District: credits of teacher training", "余江区教师培训学分管理有关规定"),
    addresses=("https://m.zixin.com.cn/doc/5779665.html",),
    note=Text("The first page was read; the title is ours.", "查阅了首页；名称为本库所拟。"),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)

BY_AN_AUTHORITY: Final = record.level.at_least(Level.COUNTY)
"""National and provincial, or of a prefecture or county: planned by an authority."""

OF_HEADS: Final = (PRINCIPAL_QUALIFICATION, PRINCIPAL_IMPROVEMENT)
COURSES: Final = (TRAINING, CLASS_TEACHER_TRAINING, BACKBONE_TRAINING, *OF_HEADS)
RECOGNISED_CREDITS: Final = record.local(CREDITS, TRAINING_CREDIT)

NO_RATE_SEEN: Final = Text(
    "How many credits was not seen, so those that were recognised are asked for.",
    "学分数额未见，故按认定的学分计。",
)

# The province's clauses -------------------------------------------------------------------

FIVE_YEARS: Final = Cycle.personal(
    years=5,
    since=CYCLE_STARTED,
    clip=Clip.BACK,
    assumed=Text(
        "no cycle was seen in the measures; the five years that national Order No. 7 names in "
        "principle are used, and follow on each other from the start of the teacher's first "
        "cycle; a cycle that would start on 29 February starts on the 28th",
        "办法所读部分未见周期，暂按教育部令第7号原则上五年一周期，自教师首个培训周期开始之日起"
        "连续计算；应于2月29日起算而当年无此日的，自28日起算",
    ),
)

ACCOUNTS: Final = (
    Account("main", TRAINING_CREDIT, title=Text("training credits", "培训学分")),
    Account("offset", TRAINING_CREDIT, title=Text("offset credits", "冲抵学分")),
)

NEW_TEACHERS: Final = nothing(
    "new-teacher-training",
    where(activity=INDUCTION),
    reason=Text(
        "training of new teachers in the probation period is outside the ordinary credits",
        "新任教师试用期培训不计入学分",
    ),
    title=Text("Training of new teachers", "新任教师试用期培训"),
    source=PROVINCE,
)
IN_PLACE_OF_TRAINING: Final = (
    recognise(
        "prize",
        where(BY_AN_AUTHORITY, activity=COMPETITION_PRIZE),
        post("offset", record.local(OFFSET_CREDITS, TRAINING_CREDIT)),
        title=Text(
            "A prize in a competition of an education authority: it offsets credits",
            "教育行政部门组织的竞赛获奖：冲抵学分",
        ),
        source=PROVINCE,
        note=NO_RATE_SEEN,
    ),
    recognise(
        "diverse-improvement",
        where(
            any_of(
                record.activity.one_of(DEGREE_YEAR, TEACHING_TEACHERS),
                where(activity=LECTURE, role=SPEAKER),
            )
        ),
        post("offset", record.local(OFFSET_CREDITS, TRAINING_CREDIT)),
        title=Text(
            "Degree study, and teaching future or serving teachers: they offset credits",
            "学历提升、指导师范生或培训在职教师：冲抵学分",
        ),
        source=PROVINCE,
        note=NO_RATE_SEEN,
    ),
)
ORGANISED: Final = recognise(
    "organised-training",
    where(BY_AN_AUTHORITY, activity=COURSES),
    post("main", RECOGNISED_CREDITS),
    title=Text("Training that an authority plans", "统筹培训"),
    source=PROVINCE,
    note=NO_RATE_SEEN,
)
SELF_ORGANISED: Final = recognise(
    "self-organised-training",
    where(activity=SCHOOL_BASED),
    post("main", RECOGNISED_CREDITS),
    title=Text("Training that the school organises itself", "自主培训"),
    source=PROVINCE,
    note=NO_RATE_SEEN,
)

FIGURES: Final = (
    define(
        "credits-due",
        teacher.local(CREDITS_DUE, TRAINING_CREDIT),
        title=Text("The credits due in the cycle", "周期应修学分"),
        source=PROVINCE,
        note=Text("The figure was not seen, so it is asked for.", "数额未见，须另行提供。"),
    ),
)
REQUIREMENTS: Final = (
    require(
        "due-less-offset",
        total() >= figure("credits-due") - total("offset"),
        title=Text("The credits due, less what is offset", "完成应修学分，多元提升活动可予冲抵"),
        source=PROVINCE,
        note=Text(
            "Diverse improvement activities earn no training credit; they lower what is due.",
            "多元提升活动不计培训学分，而是冲抵应修学分。",
        ),
    ),
)

SILENT: Final = (
    Text("the cycle, and its first day", "周期及其起始日"),
    Text("how many credits are due, in all and in a year", "应修学分总额和年度学分"),
    Text("the conversion of hours into credits", "学时与学分的折算标准"),
    Text(
        "how much each diverse improvement activity offsets, which others there are, and whether "
        "there is a limit",
        "各类多元提升活动冲抵多少学分，另有哪些活动，是否设上限",
    ),
    Text(
        "how much is due of each of the three levels, and of organised and of self-organised "
        "training",
        "三个层级以及统筹培训、自主培训各应修多少学分",
    ),
    Text("whether a failed training can earn credits", "考核不合格的培训可否计学分"),
    Text(
        "from when the revised version holds, which is also for vocational schools and for staff "
        "of authorities and institutions who hold a teacher certificate",
        "修订版的施行日；修订版还适用于职业学校，以及持有教师资格证的教育行政、教研和培训机构人员",
    ),
    Text("what follows if credits are missing", "学分不足的后果"),
    Text("an activity of several days across a border", "跨年度或跨周期的多日培训"),
    Text("rounding", "学分尾数的取舍"),
    Text(
        "proration for late entry, leave or part of a cycle",
        "中途入职、休假或任职不满一周期的折算",
    ),
    Text("surplus at the end of a cycle", "周期末的超额学分"),
    Text("transfer from other provinces", "外省转入"),
)

# Yujiang's own clauses --------------------------------------------------------------------

ONE_FOR_TEN: Final = per(CLASS_HOUR, training_credits("1/10"))
ONE_FOR_TWENTY: Final = per(CLASS_HOUR, training_credits("1/20"))
ONE_LESSON: Final = number(1)

PERHAPS_ONE: Final = training_credits(0, to=1)
AMBIGUOUS: Final = Text(
    "The text lists these activities with commas, and one credit: whether each alone gives it, or "
    "all together, is not clear. So each gives anything from none to one.",
    "条文以逗号并列各项活动并记1学分，单项即计1学分还是全部完成方计1学分不明，故每项按0至1学分计。",
)
NO_TIME_SEEN: Final = Text(
    "Within which time was not seen. " + AMBIGUOUS.en, "完成期间未见。" + AMBIGUOUS.zh
)

DISTRICT_TRAINING: Final = (
    nothing(
        "not-passed",
        where(not_(PASSED), level=Level.COUNTY, activity=COURSES),
        reason=Text(
            "training of the district is converted only after passing",
            "区级统筹培训考核合格后方可折算学分",
        ),
        title=Text("Training of the district, not passed", "区级统筹培训考核不合格"),
    ),
    recognise(
        "heads-face-to-face",
        where(level=Level.COUNTY, mode=Mode.FACE_TO_FACE, activity=OF_HEADS),
        post("main", record.hours * "1/2" * ONE_FOR_TEN),
        title=Text(
            "Training of heads: half of the face-to-face hours, 10 of them 1 credit",
            "校长培训：集中培训学时按50%折算，10学时计1学分",
        ),
    ),
    recognise(
        "heads-online",
        where(level=Level.COUNTY, mode=Mode.ONLINE, activity=OF_HEADS),
        post("main", record.hours * UNDECIDED * ONE_FOR_TWENTY),
        title=Text("Training of heads: online hours", "校长培训：网络学时"),
        note=Text(
            "The text speaks of half the face-to-face hours alone, so online hours are taken to "
            "count anything from none to all.",
            "条文仅规定集中培训学时按50%折算，网络学时故按零至全部计。",
        ),
    ),
    recognise(
        "district-face-to-face",
        where(level=Level.COUNTY, mode=Mode.FACE_TO_FACE, activity=COURSES),
        post("main", record.hours * ONE_FOR_TEN),
        title=Text(
            "Training of the district face to face: 10 hours are 1 credit",
            "区级集中培训：10学时计1学分",
        ),
    ),
    recognise(
        "district-online",
        where(level=Level.COUNTY, mode=Mode.ONLINE, activity=COURSES),
        post("main", record.hours * ONE_FOR_TWENTY),
        title=Text(
            "Training of the district online: 20 hours are 1 credit", "区级网络培训：20学时计1学分"
        ),
    ),
)
IN_SCHOOL: Final = (
    recognise(
        "observed-lesson",
        where(activity=LESSON_OBSERVATION),
        post("observed", ONE_LESSON),
        title=Text("A lesson observed", "听课"),
    ),
    recognise(
        "open-lesson-of-the-county",
        where(BY_AN_AUTHORITY, activity=OPEN_LESSON),
        post("main", PERHAPS_ONE),
        title=Text("An open lesson of county level or above: 1 credit", "县级以上公开课1节：1学分"),
        note=NO_TIME_SEEN,
    ),
    recognise(
        "open-lesson-of-the-school",
        where(activity=OPEN_LESSON, level=Level.SCHOOL),
        post("open-in-school", ONE_LESSON),
        title=Text("An open lesson of the school", "校级公开课"),
    ),
    recognise(
        "lecture-of-the-county",
        where(BY_AN_AUTHORITY, activity=LECTURE, role=SPEAKER),
        post("main", PERHAPS_ONE),
        title=Text(
            "A training lecture at county level or above: 1 credit", "县级以上培训讲座1次：1学分"
        ),
        note=NO_TIME_SEEN,
    ),
    recognise(
        "lecture-in-the-school",
        where(activity=LECTURE, role=SPEAKER, level=Level.SCHOOL),
        post("lectures-in-school", ONE_LESSON),
        title=Text("A training lecture in the school", "校内培训讲座"),
    ),
)
ALSO_CREDITED: Final = (
    recognise(
        "research-project",
        where(BY_AN_AUTHORITY, activity=RESEARCH_PROJECT),
        post("main", RECOGNISED_CREDITS),
        title=Text("A research project approved at county level or above", "县级以上立项课题"),
        note=NO_RATE_SEEN,
    ),
    nothing(
        "studio-too-short",
        where(record.local(MEMBERSHIP_YEARS, YEAR) < Amount(2, 2, YEAR), activity=STUDIO),
        reason=Text(
            "membership of a workshop or studio counts after two full years",
            "参加工作坊或名师工作室须满2年",
        ),
        title=Text("A studio for less than two years", "工作室不满2年"),
    ),
    recognise(
        "studio",
        where(activity=STUDIO),
        post("main", RECOGNISED_CREDITS),
        title=Text(
            "Membership of a workshop or master studio for two full years",
            "参加工作坊或名师工作室满2年",
        ),
        note=NO_RATE_SEEN,
    ),
    recognise(
        "paper",
        where(activity=PAPER, level=Level.PROVINCE),
        post("main", RECOGNISED_CREDITS),
        title=Text("A paper in a provincial journal", "省级刊物发表论文"),
        note=NO_RATE_SEEN,
    ),
)
BUNDLES: Final = (
    pool(
        "twenty-observed-lessons",
        account="observed",
        by=SCHOOL_YEAR,
        gives=rounded(group.total * "1/20", step=1, direction="down") * PERHAPS_ONE,
        to="main",
        title=Text("20 lessons observed in a school year: 1 credit", "一学年听课20节：1学分"),
        note=Text(
            "The school year is taken to begin on 1 September. " + AMBIGUOUS.en,
            "学年暂按9月1日起计。" + AMBIGUOUS.zh,
        ),
    ),
    pool(
        "two-open-lessons-of-the-school",
        account="open-in-school",
        gives=rounded(group.total * "1/2", step=1, direction="down") * PERHAPS_ONE,
        to="main",
        title=Text("2 open lessons of the school: 1 credit", "校级公开课2节：1学分"),
        note=NO_TIME_SEEN,
    ),
    pool(
        "two-lectures-in-the-school",
        account="lectures-in-school",
        gives=rounded(group.total * "1/2", step=1, direction="down") * PERHAPS_ONE,
        to="main",
        title=Text("2 training lectures in the school: 1 credit", "校内培训讲座2次：1学分"),
        note=NO_TIME_SEEN,
    ),
)

# The policies -----------------------------------------------------------------------------

JIANGXI_2018: Final = Policy(
    id="cn-36-2018",
    title=Text("Jiangxi credit measures", "江西省中小学教师培训学分管理办法"),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-36",
    cycle=FIVE_YEARS,
    accounts=ACCOUNTS,
    recognition=(NEW_TEACHERS, *IN_PLACE_OF_TRAINING, ORGANISED, SELF_ORGANISED),
    figures=FIGURES,
    requirements=REQUIREMENTS,
    silent=SILENT,
)

YUJIANG_2019: Final = attrs.evolve(
    JIANGXI_2018,
    id="cn-360603-2019",
    title=Text("Yujiang credit rules", "余江区教师培训学分规定"),
    source=YUJIANG,
    level=Level.COUNTY,
    place="cn-360603",
    accounts=(
        *ACCOUNTS,
        Account("observed", NUMBER, title=Text("lessons observed", "听课节数")),
        Account(
            "open-in-school", NUMBER, title=Text("open lessons of the school", "校级公开课节数")
        ),
        Account("lectures-in-school", NUMBER, title=Text("lectures in the school", "校内讲座次数")),
    ),
    recognition=(
        NEW_TEACHERS,
        *DISTRICT_TRAINING,
        *IN_SCHOOL,
        *ALSO_CREDITED,
        *IN_PLACE_OF_TRAINING,
        ORGANISED,
        SELF_ORGANISED,
    ),
    pools=BUNDLES,
    silent=(
        *SILENT,
        Text(
            "how far credits of the district may offset those due of the provincial layer and "
            "above, which it allows; the credits due of each layer were not seen, so no layer is "
            "judged by itself",
            "区级学分可冲抵省级以上学分，冲抵多少未见；各层级应修学分亦未见，故不分层级判断",
        ),
        Text(
            "training of the district that is neither face to face nor online",
            "既非集中也非网络形式的区级培训如何折算",
        ),
        Text("online hours in the training of heads", "校长培训中的网络学时如何折算"),
        Text(
            "whether lessons observed, open lessons and lectures give one credit each, or one "
            "together, and within which time",
            "听课、公开课、讲座系分别计1学分还是合计1学分，以及完成期间",
        ),
        Text("papers in journals other than provincial ones", "省级以外刊物的论文"),
        Text("what follows the first page", "首页之后的内容"),
    ),
)
