"""
Rules of Shandong Province (山东省), of Jining City, and of one city that its source leaves unnamed.

The cities keep the province's clauses and add their own.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from teachtrain.models import (
    CLASS_HOUR,
    CLASS_TEACHER,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    Approval,
    Certainty,
    Cycle,
    Level,
    Mode,
    Result,
    Source,
    Text,
    class_hours,
    per,
    training_credits,
)
from teachtrain.policies._words import (
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    DEGREE_YEAR,
    INDUCTION,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    SCHOOL_BASED,
    SELF_STUDY,
    TRAINING,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Consequence,
    Policy,
    any_of,
    ceiling,
    each,
    group,
    highest_only,
    if_,
    not_,
    nothing,
    pool,
    post,
    recognise,
    record,
    require,
    teacher,
    total,
    where,
)

__all__ = ["JINING_2015", "SHANDONG_2015", "SHANDONG_UNNAMED_CITY"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "鲁教师发〔2015〕3号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Shandong measures for credit management in the continuing education of teachers",
        "山东省中小学教师继续教育学分管理办法",
    ),
    addresses=(
        "http://upload.mayiwenku.com/p-56076588.html",
        "https://wodeyuanxiao.com/EducationalKnowledge/qrdfcemsok.html",
        "https://xueke.org/wenku/8886.html",
        "https://wodebaobaowang.com/Educationandtraining/bpfdifbadu.html",
    ),
    note=Text(
        "The opening articles were read in Chinese, Articles 12 to 16 in a machine translation, "
        "the rest in summaries; Articles 9 to 11, and 17 and after, were not seen.",
        "开头各条查阅自中文文本，第十二条至第十六条查阅自机器译文，其余见于摘要；第九条至第十一条、第十七条及以后各条未见。",
    ),
)
PROVINCE_REPORTED: Final = PROVINCE.at(certainty=Certainty.REPORTED)
JINING: Final = Source(
    "济宁市执行鲁教师发〔2015〕3号的规定",
    certainty=Certainty.REPORTED,
    title=Text(
        "Jining City's rules under the Shandong measures", "济宁市执行山东省学分管理办法的规定"
    ),
    addresses=("http://m.beiyuwangxiao.com/zkzx/119449.html",),
    note=Text(
        "A page about the rules was read; their own title and number were not seen.",
        "查阅的是介绍该规定的网页，未见规定本身的名称和文号。",
    ),
)
UNNAMED_CITY: Final = Source(
    "山东省某市执行鲁教师发〔2015〕3号的规定",
    certainty=Certainty.SECONDARY,
    title=Text(
        "The rules of a city in Shandong under the Shandong measures",
        "山东省某市执行省学分管理办法的规定",
    ),
    addresses=("https://wodebaobaowang.com/Educationandtraining/riemcxnrih.html",),
    note=Text(
        "A machine translation was read that does not name the city. Another summary gives two "
        "of the figures as the province's.",
        "查阅的是未写明城市的机器译文。另一摘要将其中两项数字列为省级规定。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)

REFUSED: Final = where(record.approval.is_known(), approval=Approval.REFUSED)
"""Where no decision is known, nothing is known to be refused: training by an authority counts
without one, and school-based training still needs to be recognised by the school."""

BY_AN_AUTHORITY: Final = any_of(
    record.level.at_least(Level.COUNTY), record.approval.is_(Approval.APPROVED)
)
"""Organised, or approved, by an education authority: the county is the lowest."""

COURSES: Final = (
    TRAINING,
    BACKBONE_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
)
COURSES_FROM_COUNTY_UP: Final = where(
    record.level.at_least(Level.COUNTY), activity=(*COURSES, CLASS_TEACHER_TRAINING)
)
OF_CITY_OR_COUNTY: Final = where(COURSES_FROM_COUNTY_UP, level=(Level.CITY, Level.COUNTY))
ONE_EACH_HOUR: Final = per(CLASS_HOUR, training_credits(1))

# The province's clauses -------------------------------------------------------------------

CYCLE_2015: Final = Cycle.block(
    years=5,
    starting=date(2015, 9, 1),
    assumed=Text(
        "the text speaks of the five-year cycle 2015 to 2020; its first day was not seen and is "
        "taken to be that of a school year",
        "条文称2015至2020年五年周期，未见起始日，暂按学年首日9月1日起算",
    ),
)

ACCOUNTS: Final = (
    Account("main", TRAINING_CREDIT, title=Text("continuing education credits", "继续教育学分")),
    Account("induction", CLASS_HOUR, title=Text("probation training", "新任教师试用期培训")),
    Account("class-teacher", CLASS_HOUR, title=Text("class teacher training", "班主任专题培训")),
)

RECOGNITION: Final = (
    nothing(
        "not-passed",
        where(not_(PASSED)),
        reason=Text(
            "credits are registered only after the assessment is passed", "考核合格后方可登记学分"
        ),
        title=Text("Not passed", "考核不合格"),
        source=PROVINCE,
    ),
    nothing(
        "recognition-refused",
        REFUSED,
        reason=Text("its recognition was refused", "已决定不予认定"),
        title=Text("Recognition refused", "不予认定"),
        source=PROVINCE,
        note=Text(
            "Our reading: only recognised training is registered, so a refusal stands above the "
            "level and the kind of the training. No article on refusal was seen.",
            "按我们的理解：经认定的培训方予登记，故不予认定的培训，不论级别和类型，均不计学分；"
            "未见关于不予认定的条文。",
        ),
    ),
    recognise(
        "degree-study",
        where(activity=DEGREE_YEAR),
        post("main", training_credits(72)),
        title=Text("A school year of degree study: 72 credits", "学历提升每学年计72学分"),
        source=PROVINCE,
    ),
    recognise(
        "recognised-by-the-school",
        where(activity=(SCHOOL_BASED, SELF_STUDY), approval=Approval.APPROVED),
        post("main", record.hours * ONE_EACH_HOUR),
        title=Text(
            "School-based training and own study that the school recognises",
            "学校认定的校本研修和自主学习",
        ),
        source=PROVINCE,
    ),
    recognise(
        "probation-training",
        where(BY_AN_AUTHORITY, activity=INDUCTION),
        post("induction", record.hours),
        title=Text("Probation training of new teachers", "新任教师试用期培训"),
        source=PROVINCE,
        note=Text(
            "Its hours are not credits: once they reach 120 they give 72.",
            "学时不直接折算学分，满120学时计72学分。",
        ),
    ),
    recognise(
        "class-teacher-training",
        where(BY_AN_AUTHORITY, activity=CLASS_TEACHER_TRAINING),
        post("main", record.hours * ONE_EACH_HOUR),
        post("class-teacher", record.hours),
        title=Text(
            "Class teacher training, inside the ordinary credits", "班主任专题培训，计入学分"
        ),
        source=PROVINCE_REPORTED,
    ),
    recognise(
        "training",
        where(BY_AN_AUTHORITY, activity=COURSES),
        post("main", record.hours * ONE_EACH_HOUR),
        title=Text("One class hour is one credit", "1学时计1学分"),
        source=PROVINCE,
        note=Text(
            "In principle, and by the type and importance of the course; no other rate was seen.",
            "原则上如此，并视课程类型和重要程度；未见其他比例。",
        ),
    ),
    nothing(
        "by-no-authority",
        where(),
        reason=Text(
            "it is neither training organised or approved by an education authority, nor degree "
            "study, nor recognised by the school",
            "既非教育行政部门组织或批准的培训，也非学历提升或学校认定的研修",
        ),
        title=Text("Anything else", "其他"),
        source=PROVINCE,
    ),
)

REWRITES: Final = (
    highest_only(
        "degree-once-a-school-year",
        of=where(activity=DEGREE_YEAR),
        by=SCHOOL_YEAR,
        title=Text("72 credits for a school year, once", "同一学年只计一次72学分"),
        source=PROVINCE,
        note=Text(
            "The text gives the school year's continuing education as 72 credits; two studies in "
            "one school year are read to give them once.",
            "条文以学年计72学分；同一学年两项学历学习按一次计。",
        ),
    ),
)

POOLS: Final = (
    pool(
        "probation-lump",
        account="induction",
        gives=if_(group.total >= class_hours(120), training_credits(72), 0),
        to="main",
        tag="probation",
        title=Text(
            "Not less than 120 hours of probation training: 72 credits",
            "试用期培训不少于120学时，合格后计72学分",
        ),
        source=PROVINCE,
        note=Text(
            "The duty itself is that of national Order No. 7.", "该义务本身出自教育部令第7号。"
        ),
    ),
)

DEFERRED: Final = Consequence(
    "deferred", Text("registration of the teacher certificate is deferred", "暂缓教师资格注册")
)
NO_HIGHER_TITLE: Final = Consequence(
    "no-higher-title", Text("no application for a higher title", "不得申报高一级职称")
)
NOT_EXCELLENT: Final = Consequence(
    "not-excellent", Text("the annual appraisal is not 'excellent'", "年度考核不得评为优秀")
)
ALL_THREE: Final = (DEFERRED, NO_HIGHER_TITLE, NOT_EXCELLENT)
READ_IN_A_SUMMARY: Final = Text(
    "What follows if it is not met was read in a summary only.", "后果仅见于摘要。"
)

REQUIREMENTS: Final = (
    require(
        "cycle-360",
        total() >= training_credits(360),
        consequence=ALL_THREE,
        title=Text("360 credits in the cycle", "每周期不少于360学分"),
        source=PROVINCE,
        note=READ_IN_A_SUMMARY,
    ),
    require(
        "yearly-48",
        each(SCHOOL_YEAR, total() >= training_credits(48)),
        consequence=ALL_THREE,
        title=Text("48 credits in each year", "每年不少于48学分"),
        source=PROVINCE,
        note=Text(
            "Which year is meant was not seen; the school year from 1 September is assumed. "
            + READ_IN_A_SUMMARY.en,
            "“每年”所指未见，暂按9月1日起的学年计。" + READ_IN_A_SUMMARY.zh,
        ),
    ),
    require(
        "class-teacher-30",
        total("class-teacher") >= class_hours(30),
        applies=teacher.category.is_(CLASS_TEACHER).ever(),
        title=Text(
            "Class teachers: 30 hours of class teacher training in five years",
            "班主任每五年专题培训不少于30学时",
        ),
        source=PROVINCE_REPORTED,
        note=Text(
            "Asked of whoever was a class teacher on any day of the cycle; a rule for part of a "
            "cycle was not seen.",
            "凡周期内曾任班主任者均适用；未见部分任职的规定。",
        ),
    ),
)

SILENT: Final = (
    Text("the first day of the cycle", "周期的起始日"),
    Text("the year against which the 48 credits are counted", "每年48学分所指的年度"),
    Text(
        "whether the measures still hold after the cycle 2015 to 2020",
        "2015至2020年周期之后本办法是否继续有效",
    ),
    Text("articles 9 to 11, and 17 and after", "第九条至第十一条、第十七条及以后各条"),
    Text(
        "training by an education authority whose recognition is not known; it counts unless a "
        "refusal is recorded",
        "教育行政部门组织的培训认定情况不详的；未记载不予认定的，暂予计入",
    ),
    Text(
        "courses for which an hour is not one credit, by type and importance",
        "因课程类型和重要程度而不按1学时计1学分的课程",
    ),
    Text(
        "whether other training of a school year adds to the 72 credits of degree study",
        "同一学年的其他培训是否在学历提升72学分之外另计",
    ),
    Text(
        "within which days the 120 hours of probation training must lie",
        "试用期培训120学时应在何期间内完成",
    ),
    Text(
        "which consequence follows from which requirement, and for how long",
        "各项要求分别对应何种后果及其期限",
    ),
    Text("an activity of several days across a border", "跨年度或跨周期的多日培训"),
    Text("rounding", "学分尾数的取舍"),
    Text(
        "proration of the first year: a school year that ended before the hire is not asked for, "
        "one during which the teacher was hired is asked for in full",
        "入职当年如何折算：入职前已结束的学年不作要求，学年中途入职的，该学年暂按全额要求",
    ),
    Text(
        "proration of the cycle's total for who was hired after its first day; it is asked for "
        "in full",
        "周期开始后入职者的周期总学分如何折算；暂按全额要求",
    ),
    Text("proration for leave or part of a cycle", "休假或任职不满一周期的折算"),
    Text("surplus at the end of a cycle", "周期末的超额学分"),
    Text("transfer from other provinces", "外省转入"),
    Text("fraud", "弄虚作假"),
    Text("caps on own study", "自主学习的学分上限"),
)

# The policies -----------------------------------------------------------------------------

SHANDONG_2015: Final = Policy(
    id="cn-37-2015",
    title=Text("Shandong credit measures", "山东省中小学教师继续教育学分管理办法"),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-37",
    cycle=CYCLE_2015,
    accounts=ACCOUNTS,
    recognition=RECOGNITION,
    rewrites=REWRITES,
    pools=POOLS,
    requirements=REQUIREMENTS,
    silent=SILENT,
)

NOT_AMONG_COURSES: Final = Text(
    "whether probation training and degree study are among the 240 credits; here they are not",
    "试用期培训和学历提升是否计入240学分；此处不计入",
)
AUTHORITIES_DUTY: Final = Text(
    "A duty of the authorities, who must provide so much; the teacher's own duties are the "
    "province's. It is therefore no part of the overall verdict and has no consequence. Met shows "
    "that as much was provided; unmet shows only that this teacher's records do not hold it.",
    "此为教育行政部门提供培训的义务，不是教师的义务，故不计入总体结论，也无后果。达到即表明已提供；"
    "未达到仅表明该教师的记录中没有。",
)

JINING_2015: Final = attrs.evolve(
    SHANDONG_2015,
    id="cn-3708-2015",
    title=Text("Jining credit rules", "济宁市中小学教师继续教育学分规定"),
    source=JINING,
    level=Level.CITY,
    place="cn-3708",
    requirements=(
        *REQUIREMENTS,
        require(
            "provided-240",
            total(of=COURSES_FROM_COUNTY_UP) >= training_credits(240),
            title=Text(
                "Authorities of county level and above provide 240 credits in the cycle",
                "县级以上每周期提供不少于240学分的全员培训",
            ),
            note=AUTHORITIES_DUTY,
        ),
        require(
            "provided-face-to-face-60",
            total(of=where(OF_CITY_OR_COUNTY, mode=Mode.FACE_TO_FACE)) >= training_credits(60),
            title=Text(
                "Of these, 60 credits face to face at city or county level",
                "其中市县级集中培训不少于60学分",
            ),
            note=AUTHORITIES_DUTY,
        ),
    ),
    overall=tuple(one.id for one in REQUIREMENTS),
    silent=(
        *SILENT,
        Text(
            "whether a teacher must take part in what the authorities provide",
            "教师是否必须参加教育行政部门提供的培训",
        ),
        NOT_AMONG_COURSES,
    ),
)

SHANDONG_UNNAMED_CITY: Final = attrs.evolve(
    SHANDONG_2015,
    id="cn-37-unnamed-city",
    title=Text("Credit rules of a city in Shandong that is not named", "山东省某市学分规定"),
    source=UNNAMED_CITY,
    level=Level.CITY,
    place="",
    ceilings=(
        ceiling(
            "school-based-at-most-120",
            training_credits(120),
            of=where(activity=SCHOOL_BASED),
            by=CYCLE,
            title=Text("School-based training: at most 120 credits", "校本研修不超过120学分"),
        ),
    ),
    requirements=(
        *REQUIREMENTS,
        require(
            "county-and-above-240",
            total(of=COURSES_FROM_COUNTY_UP) >= training_credits(240),
            title=Text(
                "240 credits of courses of county level and above", "县级以上课程不少于240学分"
            ),
        ),
        require(
            "city-or-district-60",
            total(of=OF_CITY_OR_COUNTY) >= training_credits(60),
            title=Text(
                "Of these, 60 credits of city or district level", "其中市、区级课程不少于60学分"
            ),
            note=Text(
                "City-level training that the teacher chooses is included.",
                "含自主选择的市级培训。",
            ),
        ),
    ),
    silent=(
        *SILENT,
        Text(
            "which city it is, and whether two of its figures are the province's",
            "系何城市，其中两项数字是否为省级规定",
        ),
        NOT_AMONG_COURSES,
        Text(
            "whether own study falls under the limit on school-based training",
            "自主学习是否受校本研修上限约束",
        ),
    ),
)
