"""
Rules of Sichuan Province (四川省): its technology project, and Nanbu County's table of hours.

The table says what activities are worth; that a teacher must have so many hours, it does not say.
"""

from __future__ import annotations

from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    YES,
    Certainty,
    Clip,
    Cycle,
    Level,
    Mode,
    Result,
    Source,
    Term,
    Text,
    class_hours,
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
    CHARACTERS,
    CLASS_TEACHER_TRAINING,
    DEGREE_COURSE,
    HOURS,
    INDUCTION,
    LEADER,
    MENTOR,
    MENTORING,
    PAPER,
    PARTICIPANT,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    PRIZE,
    RECOGNISED_HOURS,
    RESEARCH_PROJECT,
    SELF_STUDY,
    TECHNOLOGY_PROJECT_STARTED,
    TECHNOLOGY_TRAINING,
    TRAINING,
)
from teachtrain.rules import (
    Account,
    Policy,
    first_known,
    from_table,
    if_,
    not_,
    nothing,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

__all__ = ["NANBU", "SICHUAN_TECHNOLOGY"]

# Sources ----------------------------------------------------------------------------------

TABLE: Final = Source(
    "南部县小学幼儿园教师继续教育活动学时折算标准",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Nanbu County's standard for converting activities into hours, for teachers of primary "
        "schools and kindergartens",
        "南部县小学幼儿园教师继续教育活动学时折算标准",
    ),
    addresses=("https://www.xiaomilidoc.com/p-12154153.html",),
    note=Text(
        "A copy was read in which the table has lost its lines; only entries whose label is "
        "certain are here.",
        "查阅的文本表格线已散失，此处仅收标题确定的条目。",
    ),
)
PROJECT: Final = Source(
    "四川省中小学教师信息技术应用能力提升工程2.0方案",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Sichuan's project 2.0 for teachers' use of information technology",
        "四川省中小学教师信息技术应用能力提升工程2.0方案",
    ),
    addresses=("https://www.mingyanjiaju.org/fanwen/huodongfangan/14031794.html",),
    note=Text(
        "A part was read on a page of sample texts; its own number and date were not seen.",
        "在范文网页上查阅了部分内容，未见方案本身的文号和日期。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)
WON_A_PRIZE: Final = record.local(PRIZE).is_(YES)
DECIDED: Final = record.local(RECOGNISED_HOURS, CLASS_HOUR)

COURSES: Final = (
    BACKBONE_TRAINING,
    TRAINING,
    INDUCTION,
    CLASS_TEACHER_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
    TECHNOLOGY_TRAINING,
)
THREE_NEWS_ONE_ETHICS: Final = Term(
    "three_news_one_ethics", "three news and one ethics", "“三新一德”"
)
"""The topic of the public training: new ideas, new curriculum, new technology, and ethics."""
FLEXIBLE: Final = Term("flexible", "flexible training", "灵活性培训")

# Nanbu County -----------------------------------------------------------------------------

PUBLISHED: Final = from_table(
    record.level,
    rows={
        Level.NATION: class_hours(15, to=30),
        Level.PROVINCE: class_hours(10, to=20),
        Level.CITY: class_hours(5, to=10),
        Level.COUNTY: class_hours(2, to=5),
    },
)
PRIZE_ON_TOP: Final = from_table(
    record.level,
    rows={
        Level.NATION: class_hours(10, to=20),
        Level.PROVINCE: class_hours(3, to=8),
        Level.CITY: class_hours(2, to=6),
        Level.COUNTY: class_hours(1, to=4),
    },
)

NANBU: Final = Policy(
    id="cn-511321",
    title=Text("Nanbu County's table of hours", "南部县教师继续教育活动学时折算标准"),
    source=TABLE,
    level=Level.COUNTY,
    place="cn-511321",
    accounts=(Account("hours", CLASS_HOUR, title=Text("hours", "继续教育学时")),),
    recognition=(
        recognise(
            "paper",
            where(record.level.at_least(Level.COUNTY), activity=PAPER),
            post("hours", first_known(DECIDED, PUBLISHED + if_(WON_A_PRIZE, PRIZE_ON_TOP, 0))),
            title=Text(
                "A published paper, by its level, and more for a prize",
                "发表论文按级别计，获奖另加",
            ),
            note=Text(
                "Nation 15 to 30 and 10 to 20 for a prize, province 10 to 20 and 3 to 8, city 5 to "
                "10 and 2 to 6, county 2 to 5 and 1 to 4. The registrar chooses within the range; "
                "what was chosen counts as it is recorded.",
                "国家级15至30，获奖另加10至20；省级10至20，另加3至8；市级5至10，另加2至6；"
                "县级2至5，另加1至4。登记人员在幅度内确定，已确定的以登记为准。",
            ),
        ),
        recognise(
            "project",
            where(record.level.at_least(Level.COUNTY), activity=RESEARCH_PROJECT),
            post(
                "hours",
                from_table(
                    record.role, rows={LEADER: class_hours(15), PARTICIPANT: class_hours(8)}
                ),
            ),
            title=Text(
                "A year of a project of county level or above: its main researcher 15, others 8",
                "县级以上课题每年主研15学时，参研8学时",
            ),
            note=Text(
                "A record stands for a year of work on one project.",
                "每条记录为一项课题一年的研究。",
            ),
        ),
        recognise(
            "mentoring",
            where(activity=MENTORING, role=MENTOR),
            post("hours", class_hours(10)),
            title=Text("Guiding a new teacher: 10 for a school year", "指导新教师每学年10学时"),
            note=Text(
                "A record stands for a school year of guiding one new teacher.",
                "每条记录为指导一名新教师一学年。",
            ),
        ),
        recognise(
            "book",
            where(activity=BOOK),
            post("hours", record.local(CHARACTERS) * "1/1000" * class_hours(20)),
            title=Text("A book: 20 for a thousand characters", "著作每千字20学时"),
        ),
        recognise(
            "self-study",
            where(activity=SELF_STUDY),
            post("hours", record.local(CHARACTERS) * "1/1000" * class_hours(2)),
            title=Text("Own study: 2 for a thousand characters read", "自学每阅读千字2学时"),
        ),
        recognise(
            "degree-course",
            where(activity=DEGREE_COURSE),
            post(
                "hours",
                from_table(
                    record.result,
                    rows={
                        Result.PASSED: class_hours(15),
                        Result.EXCELLENT: class_hours(15),
                        Result.FAILED: class_hours(5),
                    },
                ),
                tag=FLEXIBLE,
            ),
            title=Text(
                "A course of degree study: 15 if passed, 5 if failed",
                "学历课程合格一门15学时，不合格一门5学时",
            ),
            note=Text("Entered among flexible training of the year.", "记入当年灵活性培训栏。"),
        ),
        recognise(
            "three-news-one-ethics",
            where(activity=TRAINING, topic=THREE_NEWS_ONE_ETHICS),
            post("hours", DECIDED),
            title=Text("Public training in three news and one ethics", "“三新一德”公共培训"),
            note=Text(
                "By the standard of each year, which was not seen: what was recognised counts.",
                "按当年标准执行，标准未见，以认定的学时为准。",
            ),
        ),
        nothing(
            "not-passed",
            where(not_(PASSED), activity=COURSES),
            reason=Text(
                "training counts by its certificate, if it was passed", "培训合格方按证书计学时"
            ),
            title=Text("Not passed", "考核不合格"),
        ),
        recognise(
            "training",
            where(activity=COURSES),
            post("hours", record.hours),
            title=Text(
                "Backbone and other training: the hours of the certificate",
                "骨干培训等按证书所载学时计",
            ),
        ),
    ),
    requirements=(),
    silent=(
        NO_CYCLE,
        Text(
            "which lines are standard and which flexible training, but for degree study",
            "除学历学习外，各项属规范性培训还是灵活性培训",
        ),
        Text("lines whose label was lost", "标题已残缺的条目"),
        Text("how many hours a teacher must have", "教师应修的学时数"),
        Text("who chooses within the ranges, and by what", "幅度内由谁、依何确定"),
        Text(
            "whether a prize adds to a paper that was not published",
            "未发表而获奖的论文如何计",
        ),
        Text("papers of school level", "校级论文"),
        Text("several authors of one paper or book", "论文、著作的多位作者"),
        Text(
            "parts of a thousand characters; they count in proportion", "不足千字的部分；按比例计"
        ),
        Text(
            "whether two new teachers guided in one school year give twice as much",
            "一学年指导两名新教师是否加倍计",
        ),
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)

# The province's technology project --------------------------------------------------------

SICHUAN_TECHNOLOGY: Final = Policy(
    id="cn-51-technology",
    title=Text("Sichuan's information technology project 2.0", "四川省信息技术应用能力提升工程2.0"),
    source=PROJECT,
    level=Level.PROVINCE,
    place="cn-51",
    cycle=Cycle.personal(
        years=3,
        since=TECHNOLOGY_PROJECT_STARTED,
        clip=Clip.BACK,
        assumed=Text(
            "the three years begin with the start of the teacher's technology project, as no "
            "first day was seen; that they begin anew afterwards is not said",
            "未见三年的起始日，自教师参加的信息技术项目启动之日起算；期满后是否重新计算未见规定",
        ),
    ),
    accounts=(Account("hours", CLASS_HOUR, title=Text("technology training", "信息技术培训学时")),),
    recognition=(
        recognise(
            "technology-training",
            where(activity=TECHNOLOGY_TRAINING),
            post("hours", HOURS),
            title=Text("Information technology training", "信息技术应用能力培训"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "hours-50",
            total() >= class_hours(50),
            title=Text("50 hours within three years", "三年内不少于50学时"),
        ),
        require(
            "online-20",
            total(of=where(mode=Mode.ONLINE)) >= class_hours(20),
            title=Text("Of these, 20 of online courses", "其中网络课程不少于20学时"),
        ),
        require(
            "practice-30",
            total(of=where(mode=Mode.PRACTICE)) >= class_hours(30),
            title=Text("Of these, 30 of practical application", "其中实践应用不少于30学时"),
        ),
    ),
    silent=(
        Text("the first day of the three years", "三年的起始日"),
        Text("whether the three years come again", "三年期满后是否重新计算"),
        Text("what follows if the hours are not reached", "未达到学时的后果"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)
