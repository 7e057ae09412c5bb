"""
Rules of Zhejiang Province (浙江省): the hour system from 2011, and the credit system of 2016.

Of the hour system, only what one local authority made of it was read, in a table without its lines.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    BECAME_PRINCIPAL,
    CALENDAR_YEAR,
    CLASS_HOUR,
    NEW_TEACHER,
    PRINCIPAL,
    TRAINING_CREDIT,
    YES,
    Approval,
    Certainty,
    Clip,
    Cycle,
    Level,
    Mode,
    Source,
    Term,
    Text,
    class_hours,
    training_credits,
)
from teachtrain.policies._words import (
    AGREED_BEFOREHAND,
    APPOINTED,
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    CONSECUTIVE,
    CREDITS,
    DEGREE_YEAR,
    HOURS,
    INDUCTION,
    INSTITUTION_REVIEWED,
    LECTURE,
    NO,
    ON_PLATFORM,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    PROBATION_ENDED,
    PROJECT_KIND,
    RESEARCH_PROJECT,
    RURAL_SUPPORT,
    SCHOOL_BASED,
    SPEAKER,
    TEACHING_RESEARCH,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Consequence,
    Policy,
    all_of,
    any_of,
    around,
    between_events,
    ceiling,
    each,
    exists,
    if_,
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

__all__ = ["ZHEJIANG_2010", "ZHEJIANG_2016"]

# Sources ----------------------------------------------------------------------------------

HOUR_SYSTEM: Final = Source(
    "浙教师〔2010〕175号",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Zhejiang hour system for the training of teachers, from 2011, as one local authority "
        "broke it down",
        "浙江省中小学教师专业发展培训学时规定（自2011年起），据某地分解表",
    ),
    addresses=(
        "https://m.qiqiwenku.com/doc/744263.html",
        "http://www.tmdps.cn/a2/201905125/50d1888abf763602.html",
    ),
    note=Text(
        "A local authority's table of the 360 hours was read on a page that had lost the lines of "
        "the table, beside the province's covering letter; the province's own articles were not "
        "seen.",
        "查阅的是某地360学时分解表（网页上已失格线）和省级转发通知，省级条文未见。",
    ),
)
CREDIT_SYSTEM: Final = Source(
    "浙教师〔2016〕71号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Zhejiang measures for credit management in the professional development of teachers "
        "(trial)",
        "浙江省中小学教师专业发展培训学分制管理办法（试行）",
    ),
    addresses=(
        "https://cj.tzc.edu.cn/info/1073/1651.htm",
        "http://affluentharvest.com/JiaoYuXinWen/745957.html",
        "https://wodebaobaowang.com/Educationandtraining/klinaazjqg.html",
    ),
    note=Text(
        "The first words of Articles 1 to 5 were read, and a press summary; later articles were "
        "not seen. They are for full-time teachers and heads of kindergartens, ordinary, special "
        "and secondary vocational schools, private ones included.",
        "已查阅第一条至第五条开头和一份新闻摘要，其后各条未见。适用于幼儿园、普通中小学、特殊教育学校"
        "和中等职业学校（含民办）的专任教师和校（园）长。",
    ),
)

# What counts ------------------------------------------------------------------------------

REFUSED: Final = where(record.approval.is_known(), approval=Approval.REFUSED)
"""Where no decision is known, nothing is known to be refused."""

COURSES: Final = (TRAINING, BACKBONE_TRAINING, CLASS_TEACHER_TRAINING, PRINCIPAL_IMPROVEMENT)
BY_AN_INSTITUTION: Final = (*COURSES, INDUCTION, PRINCIPAL_QUALIFICATION)

# Of the hour system: kinds of project, which are apart from one another
SHORT_TRAINING: Final = Term("short", "short training", "短期培训")
ETHICS_TRAINING: Final = Term("ethics", "ethics training", "师德培训")
ONLINE_TRAINING: Final = Term("online", "online training", "网络培训")
TOPIC_SEMINAR: Final = Term("topic_seminar", "topic seminar", "专题研修")

IN_SCHOOL: Final = where(activity=SCHOOL_BASED)
SHORT: Final = where(record.local(PROJECT_KIND).is_(SHORT_TRAINING), activity=COURSES)
ETHICS_COURSES: Final = where(record.local(PROJECT_KIND).is_(ETHICS_TRAINING), activity=COURSES)
ONLINE_COURSES: Final = where(record.local(PROJECT_KIND).is_(ONLINE_TRAINING), activity=COURSES)
TOPIC_SEMINARS: Final = where(record.local(PROJECT_KIND).is_(TOPIC_SEMINAR), activity=COURSES)
BLOCK: Final = where(
    record.hours >= class_hours(90),
    record.local(CONSECUTIVE).is_(YES),
    mode=Mode.FACE_TO_FACE,
    activity=COURSES,
)

# Of both
FACE_TO_FACE: Final = where(mode=Mode.FACE_TO_FACE)
PRACTICE: Final = where(mode=Mode.PRACTICE)

# Of the credit system
CONVERTED: Final = any_of(
    record.activity.one_of(DEGREE_YEAR, TEACHING_RESEARCH, RESEARCH_PROJECT, RURAL_SUPPORT),
    all_of(record.activity.is_(LECTURE), record.role.is_(SPEAKER)),
)
"""Degree study, research, supporting a rural school, and training others."""
CREDITS_RECOGNISED: Final = record.local(CREDITS, TRAINING_CREDIT)

# Who and when -----------------------------------------------------------------------------

FIRST_DAY_OF_HOURS: Final = date(2011, 1, 1)
FIRST_DAY_OF_CREDITS: Final = date(2016, 1, 1)

PROBATION: Final = between_events(APPOINTED, PROBATION_ENDED)
BEYOND_THE_CALENDAR: Final = 120_000
"""Months: a border so far away that there is none."""
BY_THE_END_OF_A_YEAR_IN_POST: Final = around(
    BECAME_PRINCIPAL, months_before=BEYOND_THE_CALENDAR, months_after=12, clip=Clip.BACK
)
BEFORE_OR_IN_THE_POST: Final = around(
    BECAME_PRINCIPAL,
    months_before=BEYOND_THE_CALENDAR,
    months_after=BEYOND_THE_CALENDAR,
    clip=Clip.BACK,
)
NEW_WHEN_APPOINTED: Final = teacher.category.is_(NEW_TEACHER).on(APPOINTED)
HEAD_IN_THE_CYCLE: Final = teacher.category.is_(PRINCIPAL).ever()

NEW_TEACHERS_OF_HOURS: Final = all_of(
    NEW_WHEN_APPOINTED, teacher.event(APPOINTED) >= FIRST_DAY_OF_HOURS
)
NEW_TEACHERS_OF_CREDITS: Final = all_of(
    NEW_WHEN_APPOINTED, teacher.event(APPOINTED) >= FIRST_DAY_OF_CREDITS
)
NEW_HEADS_OF_HOURS: Final = all_of(
    HEAD_IN_THE_CYCLE, teacher.event(BECAME_PRINCIPAL) >= FIRST_DAY_OF_HOURS
)
NEW_HEADS_OF_CREDITS: Final = all_of(
    HEAD_IN_THE_CYCLE, teacher.event(BECAME_PRINCIPAL) >= FIRST_DAY_OF_CREDITS
)

# What both leave open ---------------------------------------------------------------------

OUR_READING_OF_REFUSED: Final = Text(
    "Our reading: what was refused recognition earns nothing. No article on refusal was seen.",
    "按我们的理解：不予认定的培训不计；未见关于不予认定的条文。",
)
WHICH_YEAR: Final = Text(
    "Which year is meant was not seen; the calendar year is assumed.",
    "“每年”所指未见，暂按自然年计。",
)
OPEN_IN_BOTH: Final = (
    Text(
        "the first day of the cycle, and whether it is the same for everybody",
        "周期的起始日，以及是否人人相同",
    ),
    Text("which year is meant by 'in each year'", "“每年”所指的年度"),
    Text("an activity of several days across a border", "跨年度或跨周期的多日培训"),
    Text("rounding", "尾数的取舍"),
    Text(
        "proration for late entry, leave or part of a cycle; the figures are asked for in full, "
        "but for years that ended before the teacher was hired",
        "中途入职、休假或任职不满一周期的折算；除入职前已结束的年度外，暂按全额要求",
    ),
    Text("surplus at the end of a cycle", "周期末超出部分的结转"),
    Text("transfer from elsewhere", "外地转入"),
    Text(
        "new teachers and new heads whose probation or post began before the first day",
        "起始日之前已在试用期或已任职的新教师、新任校（园）长",
    ),
)

# The hour system: clauses -----------------------------------------------------------------

CYCLE_OF_HOURS: Final = Cycle.block(
    years=5,
    starting=FIRST_DAY_OF_HOURS,
    assumed=Text(
        "the hour system is said to hold from 2011 in cycles of five years; that the first one "
        "begins on 1 January 2011, for everybody, was not seen",
        "所见仅称自2011年起实行、五年为一周期；首个周期自2011年1月1日起且人人相同，系暂定",
    ),
)

ACCOUNTS_OF_HOURS: Final = (
    Account("main", CLASS_HOUR, title=Text("training hours of the cycle", "周期培训学时")),
    Account("induction", CLASS_HOUR, title=Text("training of new teachers", "新任教师培训")),
    Account("qualification", CLASS_HOUR, title=Text("training of new heads", "新任校（园）长培训")),
)

FAILED_IS_OPEN: Final = Text(
    "Nothing that was read says whether the hours of a failed training count; they are taken to "
    "count anything from none to all.",
    "所读部分未规定考核不合格的培训是否计入学时，故按零至全部计。",
)

RECOGNITION_OF_HOURS: Final = (
    nothing(
        "recognition-refused",
        REFUSED,
        reason=Text("its recognition was refused", "已决定不予认定"),
        title=Text("Recognition refused", "不予认定"),
        note=OUR_READING_OF_REFUSED,
    ),
    nothing(
        "not-on-the-platform",
        where(not_(record.local(ON_PLATFORM).is_(YES))),
        reason=Text(
            "the project does not stand in the provincial training platform",
            "该项目未列入省培训管理平台",
        ),
        title=Text("Not in the provincial platform", "未列入省培训管理平台"),
        note=Text(
            "Every project must stand in the platform; projects are published in April and "
            "October.",
            "各类项目均须列入平台，每年4月和10月公布。",
        ),
    ),
    recognise(
        "new-teacher-training",
        where(activity=INDUCTION),
        post("induction", HOURS),
        title=Text("Training of new teachers, outside the cycle", "新任教师培训，不计入周期"),
        note=FAILED_IS_OPEN,
    ),
    recognise(
        "new-head-training",
        where(activity=PRINCIPAL_QUALIFICATION),
        post("qualification", HOURS),
        title=Text("Training of new heads, outside the cycle", "新任校（园）长培训，不计入周期"),
        note=FAILED_IS_OPEN,
    ),
    recognise(
        "topic-seminar",
        TOPIC_SEMINARS,
        post("main", HOURS * if_(record.hours < class_hours(24), UNDECIDED, 1)),
        title=Text("Topic seminar, not less than 24 hours each", "专题研修，每次不少于24学时"),
        note=Text(
            "What a shorter seminar earns was not seen; it is taken to count anything from none to "
            "all. " + FAILED_IS_OPEN.en,
            "未见不足24学时的如何计算，故按零至全部计。" + FAILED_IS_OPEN.zh,
        ),
    ),
    recognise(
        "training",
        where(activity=(*COURSES, SCHOOL_BASED)),
        post("main", HOURS),
        title=Text("Any other training", "其他培训"),
        note=FAILED_IS_OPEN,
    ),
)

CEILINGS_OF_HOURS: Final = (
    ceiling(
        "year-144",
        class_hours(144),
        by=CALENDAR_YEAR,
        title=Text("At most 144 hours in a year", "每年最多144学时"),
        note=Text(
            "The platform itself sees to it. " + WHICH_YEAR.en, "由平台控制。" + WHICH_YEAR.zh
        ),
    ),
    ceiling(
        "school-based-year-24",
        class_hours(24),
        of=IN_SCHOOL,
        by=CALENDAR_YEAR,
        title=Text("School-based training: at most 24 hours in a year", "校本培训每年最多24学时"),
        note=WHICH_YEAR,
    ),
    ceiling(
        "school-based-120",
        class_hours(120),
        of=IN_SCHOOL,
        by=CYCLE,
        title=Text("School-based training: at most 120 hours", "校本培训最多120学时"),
    ),
    ceiling(
        "short-year-24",
        class_hours(24),
        of=SHORT,
        by=CALENDAR_YEAR,
        title=Text("Short training: at most 24 hours in a year", "短期培训每年最多24学时"),
        note=WHICH_YEAR,
    ),
    ceiling(
        "short-120",
        class_hours(120),
        of=SHORT,
        by=CYCLE,
        title=Text("Short training: at most 120 hours", "短期培训最多120学时"),
    ),
    ceiling(
        "ethics-year-16",
        class_hours(16),
        of=ETHICS_COURSES,
        by=CALENDAR_YEAR,
        title=Text("Ethics training: at most 16 hours in a year", "师德培训每年最多16学时"),
        note=Text("It is held in the summer. " + WHICH_YEAR.en, "于暑期进行。" + WHICH_YEAR.zh),
    ),
    ceiling(
        "ethics-80",
        class_hours(80),
        of=ETHICS_COURSES,
        by=CYCLE,
        title=Text("Ethics training: at most 80 hours", "师德培训最多80学时"),
    ),
    ceiling(
        "online-year-10",
        class_hours(10),
        of=ONLINE_COURSES,
        by=CALENDAR_YEAR,
        title=Text("Online training: at most 10 hours in a year", "网络培训每年最多10学时"),
        note=Text(
            "By the time online and the tasks done. " + WHICH_YEAR.en,
            "按在线时间和任务完成情况计。" + WHICH_YEAR.zh,
        ),
    ),
    ceiling(
        "online-50",
        class_hours(50),
        of=ONLINE_COURSES,
        by=CYCLE,
        title=Text("Online training: at most 50 hours", "网络培训最多50学时"),
    ),
)

NO_REGISTRATION: Final = Consequence(
    "no-registration",
    Text(
        "a condition of the periodic registration of the certificate is not met",
        "不符合教师资格定期注册的条件",
    ),
)
PROBATION_OF_ORDER_7: Final = Text(
    "No clock of its own was seen, so that of national Order No. 7 is used: the probation period.",
    "未见单独期限，故沿用教育部令第7号的试用期。",
)
WITHIN_ONE_YEAR: Final = Text(
    "Within one year of taking the post. The text names the end, so training before the post is "
    "read to count too.",
    "任职后一年内完成。条文只定期限之末，故任职前的培训亦计入。",
)

REQUIREMENTS_OF_HOURS: Final = (
    require(
        "cycle-360",
        total() >= class_hours(360),
        consequence=NO_REGISTRATION,
        title=Text("360 hours in the cycle", "每周期不少于360学时"),
    ),
    require(
        "yearly-48",
        each(CALENDAR_YEAR, total() >= class_hours(48)),
        title=Text("48 hours in each year", "每年不少于48学时"),
        note=Text(
            "In general, as the table says; no exception was seen. " + WHICH_YEAR.en,
            "表中称“一般”，未见例外。" + WHICH_YEAR.zh,
        ),
    ),
    require(
        "block-90",
        exists(BLOCK),
        title=Text(
            "One face-to-face training of 90 hours or more without interruption",
            "一次不间断的集中培训，不少于90学时",
        ),
        note=Text(
            "One record is one training. As the lines of the table are lost, it may be for serving "
            "heads alone; it is asked of everybody here.",
            "一条记录视为一次培训。原表已失格线，此项或仅针对在职校长；此处对所有人要求。",
        ),
    ),
    require(
        "new-teacher-180",
        total("induction", over=PROBATION) >= class_hours(180),
        applies=NEW_TEACHERS_OF_HOURS,
        title=Text("New teachers: 180 hours", "新任教师培训不少于180学时"),
        note=PROBATION_OF_ORDER_7,
    ),
    require(
        "new-teacher-theory-120",
        total("induction", of=where(not_(record.mode.is_(Mode.PRACTICE))), over=PROBATION)
        >= class_hours(120),
        applies=NEW_TEACHERS_OF_HOURS,
        title=Text("Of these, 120 hours of theory", "其中理论培训不少于120学时"),
        note=Text(
            "Theory is read as whatever is not practice. " + PROBATION_OF_ORDER_7.en,
            "理论培训理解为实践培训以外的培训。" + PROBATION_OF_ORDER_7.zh,
        ),
    ),
    require(
        "new-teacher-practice-60",
        total("induction", of=PRACTICE, over=PROBATION) >= class_hours(60),
        applies=NEW_TEACHERS_OF_HOURS,
        title=Text("Of these, 60 hours of practice", "其中实践培训不少于60学时"),
        note=PROBATION_OF_ORDER_7,
    ),
    require(
        "new-head-300",
        total("qualification", over=BY_THE_END_OF_A_YEAR_IN_POST) >= class_hours(300),
        applies=NEW_HEADS_OF_HOURS,
        title=Text(
            "New heads: 300 hours within one year of taking the post",
            "新任校（园）长任职一年内培训不少于300学时",
        ),
        note=WITHIN_ONE_YEAR,
    ),
    require(
        "new-head-face-to-face-90",
        total("qualification", of=FACE_TO_FACE, over=BY_THE_END_OF_A_YEAR_IN_POST)
        >= class_hours(90),
        applies=NEW_HEADS_OF_HOURS,
        title=Text("Of these, 90 hours face to face", "其中集中培训不少于90学时"),
        note=WITHIN_ONE_YEAR,
    ),
    require(
        "new-head-dispersed-210",
        total(
            "qualification",
            of=where(not_(record.mode.is_(Mode.FACE_TO_FACE))),
            over=BY_THE_END_OF_A_YEAR_IN_POST,
        )
        >= class_hours(210),
        applies=NEW_HEADS_OF_HOURS,
        title=Text("Of these, 210 hours dispersed", "其中分散培训不少于210学时"),
        note=Text(
            "Dispersed is read as every form but face to face. " + WITHIN_ONE_YEAR.en,
            "分散培训理解为集中培训以外的各种形式。" + WITHIN_ONE_YEAR.zh,
        ),
    ),
    require(
        "head-improvement-360",
        total(of=where(activity=PRINCIPAL_IMPROVEMENT)) >= class_hours(360),
        applies=teacher.category.is_(PRINCIPAL),
        title=Text("Heads: 360 hours of improvement training", "校（园）长提高培训不少于360学时"),
        note=Text(
            "The table names no time for it; the cycle is assumed.",
            "表中未载明期限，暂按周期计。",
        ),
    ),
)

SILENT_ON_HOURS: Final = (
    *OPEN_IN_BOTH,
    Text(
        "the province's own articles; a local authority's table was read",
        "省级条文；仅见某地分解表",
    ),
    Text(
        "whether the block of 90 hours and the limits are for teachers, for serving heads or for "
        "both, as the lines of the table are lost; they are applied to everybody",
        "90学时集中培训和各项上限针对教师、在职校长还是两者；原表已失格线，此处对所有人适用",
    ),
    Text(
        "advanced seminars, 'not less than 24, may be accumulated': whether this is a duty, whose, "
        "or the least that counts; their hours count as they are",
        "高级研修“不少于24学时、可累计”是否为应尽义务、由谁承担，或仅为计入下限；暂按实际学时计",
    ),
    Text("what a topic seminar of less than 24 hours earns", "不足24学时的专题研修如何计算"),
    Text("exceptions from the 48 hours a year", "每年48学时的例外"),
    Text("whether the hours of a failed training count", "考核不合格的培训是否计入学时"),
    Text("degree study, research and teaching others", "学历进修、教科研活动和培训他人"),
    Text(
        "whether training before the post counts for new heads; here it does",
        "新任校（园）长任职前的培训是否计入；此处计入",
    ),
    Text(
        "blended training of new heads; here it is dispersed",
        "新任校（园）长的混合式培训；此处计为分散培训",
    ),
    Text(
        "whether heads owe the 360 hours of improvement training in the cycle, and beside the 360 "
        "of every teacher; the same hours are counted for both here",
        "校（园）长360学时提高培训是否以周期计、是否另计；此处同一学时两项均计",
    ),
    Text("the day on which the credit system of 2016 replaced it", "2016年学分制取代本规定的日期"),
)

# The credit system: clauses ---------------------------------------------------------------

CYCLE_OF_CREDITS: Final = Cycle.block(
    years=5,
    starting=FIRST_DAY_OF_CREDITS,
    assumed=Text(
        "the text names five years; that a cycle begins on 1 January 2016, for everybody, was not "
        "seen, and follows on five years of the hour system from 2011",
        "条文规定五年为一周期；自2016年1月1日起且人人相同，系按2011年起的五年顺推暂定",
    ),
)

ACCOUNTS_OF_CREDITS: Final = (
    Account("main", TRAINING_CREDIT, title=Text("credits of the cycle", "周期培训学分")),
    Account("induction", TRAINING_CREDIT, title=Text("training of new teachers", "新任教师培训")),
    Account(
        "qualification",
        TRAINING_CREDIT,
        title=Text("qualification training of new heads", "新任校（园）长任职资格培训"),
    ),
)

AS_RECOGNISED: Final = Text(
    "So many credits as were recognised: length, difficulty and the assessment each play a part, "
    "and no rate was seen.",
    "以认定的学分为准：学分综合时长、难度和考核结果确定，未见折算比例。",
)

RECOGNITION_OF_CREDITS: Final = (
    nothing(
        "recognition-refused",
        REFUSED,
        reason=Text("its recognition was refused", "已决定不予认定"),
        title=Text("Recognition refused", "不予认定"),
        note=OUR_READING_OF_REFUSED,
    ),
    nothing(
        "not-agreed-beforehand",
        where(
            record.local(INSTITUTION_REVIEWED).is_(NO),
            not_(record.local(AGREED_BEFOREHAND).is_(YES)),
            activity=BY_AN_INSTITUTION,
        ),
        reason=Text(
            "the institution has not passed the review of its conditions, and the school had not "
            "agreed beforehand",
            "培训机构未通过条件审核，且未事先征得学校同意",
        ),
        title=Text(
            "An institution without review, and no consent beforehand",
            "机构未经审核且未事先征得同意",
        ),
    ),
    recognise(
        "new-teacher-training",
        where(activity=INDUCTION),
        post("induction", CREDITS_RECOGNISED),
        title=Text("Training of new teachers, outside the cycle", "新任教师培训，不计入周期"),
        note=AS_RECOGNISED,
    ),
    recognise(
        "new-head-training",
        where(activity=PRINCIPAL_QUALIFICATION),
        post("qualification", CREDITS_RECOGNISED),
        post("main", CREDITS_RECOGNISED * "1/2"),
        title=Text(
            "Qualification training of new heads, half of it inside the cycle",
            "新任校（园）长任职资格培训，其50%计入周期",
        ),
        note=AS_RECOGNISED,
    ),
    recognise(
        "training",
        where(activity=(*COURSES, SCHOOL_BASED)),
        post("main", CREDITS_RECOGNISED),
        title=Text(
            "Self-chosen courses, mandated training and school-based training",
            "自主选课、指令性培训和校本研修",
        ),
        note=AS_RECOGNISED,
    ),
    recognise(
        "converted",
        where(CONVERTED),
        post("main", CREDITS_RECOGNISED),
        title=Text(
            "Conversion of degree study, research, training others and support of a rural school",
            "学历进修、教科研活动、培训他人和支教的折算",
        ),
        note=AS_RECOGNISED,
    ),
)

REQUIREMENTS_OF_CREDITS: Final = (
    require(
        "cycle-360",
        total() >= training_credits(360),
        title=Text("360 credits in the cycle", "每周期不少于360学分"),
    ),
    require(
        "yearly-24",
        each(CALENDAR_YEAR, total() >= training_credits(24)),
        title=Text("24 credits in each year", "每年不少于24学分"),
        note=WHICH_YEAR,
    ),
    require(
        "new-teacher-180",
        total("induction", over=PROBATION) >= training_credits(180),
        applies=NEW_TEACHERS_OF_CREDITS,
        title=Text(
            "New teachers: 180 credits within the probation period",
            "新任教师试用期内培训不少于180学分",
        ),
    ),
    require(
        "new-teacher-practice-80",
        total("induction", of=PRACTICE, over=PROBATION) >= training_credits(80),
        applies=NEW_TEACHERS_OF_CREDITS,
        title=Text("Of these, 80 credits of practice training", "其中实践培训不少于80学分"),
    ),
    require(
        "new-head-300",
        total("qualification", over=BEFORE_OR_IN_THE_POST) >= training_credits(300),
        applies=NEW_HEADS_OF_CREDITS,
        title=Text(
            "New heads: 300 credits of qualification training",
            "新任校（园）长任职资格培训不少于300学分",
        ),
        note=Text("No day was seen by which they must be complete.", "未见完成期限。"),
    ),
    require(
        "new-head-face-to-face-90",
        total("qualification", of=FACE_TO_FACE, over=BEFORE_OR_IN_THE_POST) >= training_credits(90),
        applies=NEW_HEADS_OF_CREDITS,
        title=Text("Of these, 90 credits face to face", "其中集中培训不少于90学分"),
        note=Text("No day was seen by which they must be complete.", "未见完成期限。"),
    ),
)

SILENT_ON_CREDITS: Final = (
    *OPEN_IN_BOTH,
    Text("the day in 2016 from which it holds", "本办法在2016年的施行日"),
    Text("the articles after Article 5", "第五条以后各条"),
    Text("how many credits an activity earns", "各类活动的学分标准"),
    Text(
        "what a failed training earns; credits that were recognised count",
        "考核不合格的培训如何计；已认定的学分照计",
    ),
    Text("caps on a way of earning", "各类学分的上限"),
    Text("by when new heads must complete their training", "新任校（园）长培训的完成期限"),
    Text("what follows if it is not met", "未达到要求的后果"),
)

# The policies -----------------------------------------------------------------------------

ZHEJIANG_2010: Final = Policy(
    id="cn-33-2010",
    title=Text("Zhejiang hour system, from 2011", "浙江省中小学教师培训学时规定（2011年起）"),
    source=HOUR_SYSTEM,
    level=Level.PROVINCE,
    place="cn-33",
    cycle=CYCLE_OF_HOURS,
    accounts=ACCOUNTS_OF_HOURS,
    recognition=RECOGNITION_OF_HOURS,
    ceilings=CEILINGS_OF_HOURS,
    requirements=REQUIREMENTS_OF_HOURS,
    silent=SILENT_ON_HOURS,
)

ZHEJIANG_2016: Final = Policy(
    id="cn-33-2016",
    title=Text("Zhejiang credit system of 2016", "浙江省中小学教师培训学分制管理办法（2016年）"),
    source=CREDIT_SYSTEM,
    level=Level.PROVINCE,
    place="cn-33",
    cycle=CYCLE_OF_CREDITS,
    accounts=ACCOUNTS_OF_CREDITS,
    recognition=RECOGNITION_OF_CREDITS,
    requirements=REQUIREMENTS_OF_CREDITS,
    silent=SILENT_ON_CREDITS,
)
