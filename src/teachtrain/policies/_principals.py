"""
Further rules on principals: safety training, and how Shaanxi and Hainan apply the national rules.

The national rules on qualification and improvement training stand in another file.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    BECAME_PRINCIPAL,
    CLASS_HOUR,
    PRINCIPAL,
    PROPOSED_PRINCIPAL,
    YES,
    Certainty,
    Clip,
    Level,
    Source,
    Span,
    Text,
    class_hours,
)
from teachtrain.policies._texts import (
    BEFORE_OR_IN_THE_POST,
    BEFORE_THE_POST,
    BEYOND_THE_CALENDAR,
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
    HOURS,
    LATE_FOR_SPECIAL_REASONS,
    MAKE_UP_STARTED,
    PAPER,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    RESEARCH_PROJECT,
    SAFETY,
    TRAINING,
)
from teachtrain.rules import (
    Account,
    Policy,
    all_of,
    any_of,
    around,
    nothing,
    post,
    recognise,
    record,
    require,
    teacher,
    total,
    when,
    where,
)

__all__ = ["HAINAN_PRINCIPALS_2014", "PRINCIPALS_SAFETY_2006", "SHAANXI_PRINCIPALS_2017"]

# Sources ----------------------------------------------------------------------------------

SAFETY_OPINION: Final = Source(
    "教育部2006年关于校长安全培训的意见",
    certainty=Certainty.REPORTED,
    title=Text(
        "Opinion of 2006 on the safety training of principals", "2006年关于校长安全培训的意见"
    ),
    addresses=("https://www.pubchn.com/wap/index.php?itemid=8957&moduleid=23",),
    note=Text(
        "A page that names its figure was read; its own title, number and date were not seen.",
        "查阅的是载有该数额的网页，未见意见本身的名称、文号和日期。",
    ),
)
SHAANXI: Final = Source(
    "陕西省2017年中小学校长任职资格培训的规定",
    certainty=Certainty.REPORTED,
    title=Text(
        "Shaanxi's rule of 2017 on the qualification training of principals",
        "陕西省2017年中小学校长任职资格培训的规定",
    ),
    addresses=(
        "http://www.cnr.cn/sxpd/sx/20170616/t20170616_523804716.shtml",
        "https://wap.qqzyw.com/news/show-111050.html",
    ),
    note=Text(
        "Reports of June 2017 were read; its own title, number and date were not seen.",
        "查阅的是2017年6月的报道，未见规定本身的名称、文号和日期。",
    ),
)
HAINAN: Final = Source(
    "海南省2014年起中小学校长培训学时认定的规定",
    certainty=Certainty.REPORTED,
    title=Text(
        "Hainan's rule on the hours of principals, from 2014",
        "海南省2014年起中小学校长培训学时认定的规定",
    ),
    addresses=("http://hainan.sina.com/news/2013-10-18/145729232.html",),
    note=Text(
        "A report of October 2013 was read; its own title, number and date were not seen.",
        "查阅的是2013年10月的报道，未见规定本身的名称、文号和日期。",
    ),
)

# Safety training --------------------------------------------------------------------------

COURSES: Final = (TRAINING, PRINCIPAL_QUALIFICATION, PRINCIPAL_IMPROVEMENT, BACKBONE_TRAINING)

PRINCIPALS_SAFETY_2006: Final = Policy(
    id="cn-principals-safety-2006",
    title=Text("Safety training of principals, 2006", "校长安全培训（2006年）"),
    source=SAFETY_OPINION,
    level=Level.NATION,
    place="cn",
    accounts=(Account("safety", CLASS_HOUR, title=Text("safety training", "安全培训")),),
    recognition=(
        recognise(
            "safety-training",
            where(activity=COURSES, topic=SAFETY),
            post("safety", HOURS),
            title=Text("Training on the topic of safety", "安全专题培训"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "safety-16",
            total(over=BEFORE_OR_IN_THE_POST) >= class_hours(16),
            applies=teacher.category.is_(PRINCIPAL),
            title=Text(
                "16 hours of safety training for principals and heads of kindergartens",
                "校长、园长安全培训不少于16学时",
            ),
            note=Text(
                "Within which time was not seen: training before and in the post is counted.",
                "未见期限，任职前后的培训均计入。",
            ),
        ),
    ),
    silent=(
        Text(
            "in which cycle or year it counts, and whether it is asked for once or again",
            "计入何周期或年度，以及是否须重复参加",
        ),
        Text("what a safety training must hold", "安全培训的内容"),
        Text(
            "the project of 2007 in safety, and who may join it", "2007年安全培训项目及其参加条件"
        ),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)

# Shaanxi ----------------------------------------------------------------------------------

NEW_FROM: Final = date(2017, 7, 1)
"""The first month after the reports: from when the rule holds was not seen."""

UP_TO_A_YEAR_IN_THE_POST: Final = around(
    BECAME_PRINCIPAL, months_before=BEYOND_THE_CALENDAR, months_after=12, clip=Clip.BACK
)
UNTIL_MADE_UP: Final = around(
    MAKE_UP_STARTED, months_before=BEYOND_THE_CALENDAR, months_after=24, clip=Clip.BACK
)

SHAANXI_PRINCIPALS_2017: Final = Policy(
    id="cn-61-principals-2017",
    title=Text("Principals in Shaanxi, 2017", "陕西省中小学校长任职资格培训（2017年）"),
    source=SHAANXI,
    level=Level.PROVINCE,
    place="cn-61",
    accounts=(
        Account("qualification", CLASS_HOUR, title=Text("qualification training", "任职资格培训")),
    ),
    recognition=(
        recognise(
            "qualification-training",
            where(activity=PRINCIPAL_QUALIFICATION),
            post("qualification", HOURS),
            title=Text("Qualification training", "任职资格培训"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "before-the-post-300",
            any_of(
                total(over=BEFORE_THE_POST) >= class_hours(300),
                when(
                    teacher.local(LATE_FOR_SPECIAL_REASONS).is_(YES),
                    total(over=UP_TO_A_YEAR_IN_THE_POST) >= class_hours(300),
                ),
            ),
            applies=all_of(
                teacher.category.one_of(PRINCIPAL, PROPOSED_PRINCIPAL),
                teacher.event(BECAME_PRINCIPAL) >= NEW_FROM,
            ),
            title=Text(
                "300 hours before taking the post; for special reasons within one year after",
                "任职前任职资格培训不少于300学时，特殊原因可在任职后一年内完成",
            ),
            note=Text(
                "The day from which it holds was not seen: who takes the post from 1 July 2017 is "
                "surely new.",
                "未见施行日，2017年7月1日起任职者必属新任。",
            ),
        ),
        require(
            "made-up-300",
            total(of=where(record.level.at_least(Level.CITY)), over=UNTIL_MADE_UP)
            >= class_hours(300),
            applies=all_of(
                teacher.category.is_(PRINCIPAL), teacher.event(BECAME_PRINCIPAL) < NEW_FROM
            ),
            title=Text(
                "Principals appointed earlier: 300 hours at city level or above, what is missing "
                "made up within two years",
                "此前任职者市级以上培训累计300学时，不足的两年内补足",
            ),
            note=Text(
                "Hours from before are kept. The two years begin with the first day of the "
                "teacher's time to make up hours, as no first day was seen.",
                "已有学时继续有效。未见两年的起始日，自教师补学期开始之日起算。",
            ),
        ),
    ),
    silent=(
        Text(
            "in which cycle or year it counts: the days of the post are looked at alone",
            "计入何周期或年度：仅按任职日审核",
        ),
        Text("the day from which the rule holds", "施行日"),
        Text("the first day of the two years", "两年的起始日"),
        Text("which reasons are special, and who says so", "何为特殊原因，由谁认定"),
        Text("what follows if the hours are missing", "学时不足的后果"),
        Text(
            "whether new principals need training at city level or above, too",
            "新任校长的培训是否也须为市级以上",
        ),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)

# Hainan -----------------------------------------------------------------------------------

HAINAN_PRINCIPALS_2014: Final = Policy(
    id="cn-46-principals-2014",
    title=Text("Principals' hours in Hainan, 2014", "海南省中小学校长培训学时认定（2014年）"),
    source=HAINAN,
    level=Level.PROVINCE,
    place="cn-46",
    in_force=Span.since(date(2014, 1, 1)),
    accounts=(Account("hours", CLASS_HOUR, title=Text("training of principals", "校长培训学时")),),
    recognition=(
        nothing(
            "research-on-the-post",
            where(activity=(RESEARCH_PROJECT, PAPER)),
            reason=Text(
                "research on the post, such as projects and papers, is no longer counted",
                "课题、论文等岗位研修不再计入学时",
            ),
            title=Text("Projects and papers", "课题和论文"),
        ),
        recognise(
            "training",
            where(activity=COURSES),
            post("hours", HOURS),
            title=Text(
                "Courses, shadowing, distance training and online study",
                "集中培训、影子培训、远程培训和网络研修",
            ),
            note=Text(
                "Every certificate must state the hours. " + FAILED_IS_OPEN.en,
                "培训证书须载明学时。" + FAILED_IS_OPEN.zh,
            ),
        ),
    ),
    requirements=(),
    silent=(
        NO_CYCLE,
        Text(
            "the day in 2014 from which it holds; all of 2014 is taken",
            "2014年的施行日；暂按全年计",
        ),
        Text("how projects and papers counted before 2014", "2014年之前课题、论文如何计入"),
        Text("other kinds of research on the post", "其他形式的岗位研修"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)
