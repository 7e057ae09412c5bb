"""
Rules whose sources name no place (未具地名): what is required.

They are no law of any place. They are kept for their shapes, as the tables of no place are.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    SCHOOL_YEAR,
    YEAR,
    YES,
    Amount,
    Certainty,
    Clip,
    Cycle,
    Level,
    Mode,
    Source,
    Span,
    Term,
    Text,
    class_hours,
)
from teachtrain.policies._texts import (
    BEYOND_THE_CALENDAR,
    FAILED_COUNTS,
    FAILED_IS_OPEN,
    FIVE_YEARS,
    NO_PLACE,
    OF_NO_PLACE,
    PRORATION,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import (
    BACKBONE_TRAINING,
    BORN,
    CLASS_TEACHER_TRAINING,
    HOURS,
    INDUCTION,
    POST_TRAINING,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    PUBLIC,
    SUBJECT_KIND,
    TECHNOLOGY_TRAINING,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Policy,
    all_of,
    any_of,
    around,
    each,
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

__all__ = [
    "UNPLACED_CITY_72",
    "UNPLACED_DEGREE_EXEMPTION",
    "UNPLACED_NEW_CURRICULUM",
    "UNPLACED_TECHNOLOGY_2020",
]

# Words of these rules ---------------------------------------------------------------------

EXEMPTED_FOR_DEGREE: Final = Term(
    "exempted_for_degree", "entry “exempted for degree study”", "“因学历学习免修”一项"
)
"""Whether the teacher was exempted from post training for degree study: `yes` or `no`."""
OPTED_OUT: Final = Term("opted_out", "entry “opted out in writing”", "“书面申请不参加”一项")
"""Whether the teacher opted out of continuing education in writing: `yes` or `no`."""
SEX: Final = Term("sex", "sex", "性别")
"""`male` or `female`: one rule sets two ages."""
MALE: Final = Term("male", "male", "男")
FEMALE: Final = Term("female", "female", "女")
NEW_CURRICULUM: Final = Term("new_curriculum", "the new curriculum", "新课程")
"""The topic of training for a new curriculum."""
BEGAN_NEW_CURRICULUM: Final = Term(
    "began_new_curriculum", "the first day of teaching the new curriculum", "执教新课程"
)
"""The first day on which the teacher teaches a new curriculum."""

# Sources ----------------------------------------------------------------------------------

PROVINCE_EXEMPTION: Final = Source(
    "某省中小学教师继续教育规定（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text(
        "A province's regulation on continuing education, no place named",
        "某省中小学教师继续教育规定",
    ),
    addresses=("https://wodeyuanxiao.com/Educationalinstitution/conasuogwp.html",),
    note=Text("A machine translation was read. " + NO_PLACE.en, "查阅的是机器译文。" + NO_PLACE.zh),
)
CITY_72: Final = Source(
    "某市教师继续教育登记说明（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text(
        "A city's note on recording continuing education, no place named",
        "某市教师继续教育登记说明",
    ),
    addresses=("https://m.3dmxku.com/daquan/zonghe/2673582.html",),
    note=NO_PLACE,
)
TECHNOLOGY_PLAN: Final = Source(
    "某市信息技术应用能力提升工程2.0方案（未具地名）",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "A city's plan for the information technology project 2.0, no place named",
        "某市信息技术应用能力提升工程2.0方案",
    ),
    addresses=("https://suncedu.cn/kecheng/1",),
    note=Text(
        "A page with the plan was read in part. " + NO_PLACE.en,
        "查阅了载有该方案的网页的一部分。" + NO_PLACE.zh,
    ),
)
CURRICULUM_PLAN: Final = Source(
    "某省新课程教师培训计划（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text(
        "A province's plan of training for the new curriculum, no place named",
        "某省新课程教师培训计划",
    ),
    addresses=("http://www.fymate.net/html/text/lar/172053/17205307_1.html",),
    note=Text(
        "The second page of a copy was read; it carries out the all-staff training of 2003 to "
        "2007, of which no national figure was found. " + NO_PLACE.en,
        "查阅的是文本的第二页；该计划系落实2003至2007年全员培训，未见全国的学时数。" + NO_PLACE.zh,
    ),
)

# What counts ------------------------------------------------------------------------------

COURSES: Final = (
    TRAINING,
    INDUCTION,
    CLASS_TEACHER_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
    BACKBONE_TRAINING,
    TECHNOLOGY_TRAINING,
)

# A province's exemption -------------------------------------------------------------------

UNPLACED_DEGREE_EXEMPTION: Final = Policy(
    id="unplaced-degree-exemption",
    title=Text(
        "A province's exemption for degree study (no place named)",
        "某省学历学习免修规定（未具地名）",
    ),
    source=PROVINCE_EXEMPTION,
    level=Level.PROVINCE,
    cycle=FIVE_YEARS,
    accounts=(
        Account("post", CLASS_HOUR, title=Text("post and backbone training", "岗位和骨干培训")),
    ),
    recognition=(
        recognise(
            "training",
            where(activity=(*POST_TRAINING, BACKBONE_TRAINING)),
            post("post", HOURS),
            title=Text("Post training and backbone training, together", "岗位培训和骨干培训合计"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "training-240",
            total() >= class_hours(240),
            exempt=teacher.local(EXEMPTED_FOR_DEGREE).is_(YES).ever(),
            title=Text(
                "240 hours in five years, unless exempted for study of a degree in the same time",
                "五年不少于240学时，同期攻读学历可免修",
            ),
            article="Art. 7",
            note=Text(
                "A teacher who studies for a higher or a second degree may be exempted from post "
                "training: so that it was granted must be known. The exemption is taken to hold "
                "for the whole figure.",
                "攻读更高学历或第二学历者可免修岗位培训，须已获准。免修暂按适用于全部学时。",
            ),
        ),
    ),
    silent=(
        OF_NO_PLACE,
        Text("the first day of the cycle", "周期的起始日"),
        Text(
            "whether backbone training is still due from who is exempted from post training",
            "免修岗位培训者是否仍须参加骨干培训",
        ),
        Text("who grants the exemption", "由谁批准免修"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)

# A city's note ----------------------------------------------------------------------------

AGE_REACHED: Final = any_of(
    all_of(teacher.local(SEX).is_(MALE), teacher.years_since(BORN) >= Amount(55, 55, YEAR)),
    all_of(teacher.local(SEX).is_(FEMALE), teacher.years_since(BORN) >= Amount(50, 50, YEAR)),
)
ASKED: Final = not_(all_of(teacher.local(OPTED_OUT).is_(YES), AGE_REACHED))
WHO_OPTS_OUT: Final = Text(
    "Men from 55 and women from 50 may opt out in writing and accept what follows; then nothing "
    "is asked for.",
    "男满55周岁、女满50周岁可书面申请不参加，后果自负；此时不作要求。",
)

UNPLACED_CITY_72: Final = Policy(
    id="unplaced-city-72",
    title=Text("A city's 72 hours a year (no place named)", "某市每年72学时（未具地名）"),
    source=CITY_72,
    level=Level.CITY,
    cycle=FIVE_YEARS,
    accounts=(Account("hours", CLASS_HOUR, title=Text("hours", "继续教育学时")),),
    recognition=(
        nothing(
            "public-subjects",
            where(record.local(SUBJECT_KIND).is_(PUBLIC)),
            reason=Text("public subjects are kept in another system", "公需科目在其他系统登记"),
            title=Text("Public subjects", "公需科目"),
        ),
        recognise(
            "training",
            where(activity=COURSES),
            post("hours", HOURS),
            title=Text("Training", "培训"),
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "other",
            where(),
            post("hours", record.hours * UNDECIDED),
            title=Text("Any other activity", "其他活动"),
            note=Text(
                "What else counts was not seen: anything from none to all.",
                "其他活动如何计未见规定，按零至全部计。",
            ),
        ),
    ),
    requirements=(
        require(
            "cycle-360",
            total() >= class_hours(360),
            applies=ASKED,
            title=Text("360 hours in five years", "五年不少于360学时"),
            note=WHO_OPTS_OUT,
        ),
        require(
            "yearly-72",
            each(SCHOOL_YEAR, total() >= class_hours(72), cut_short="drop"),
            applies=ASKED,
            title=Text(
                "72 hours in each year from 1 September to 31 August",
                "每年（9月1日至8月31日）不少于72学时",
            ),
            note=Text(
                "A year that the cycle cuts short is not asked for by itself. " + WHO_OPTS_OUT.en,
                "周期内不足一年的部分不单独要求。" + WHO_OPTS_OUT.zh,
            ),
        ),
    ),
    silent=(
        OF_NO_PLACE,
        Text("the first day of the cycle", "周期的起始日"),
        Text("what follows for who opts out", "不参加者的后果"),
        Text("from when on who opts out is free", "自何时起不作要求"),
        Text("what else counts", "其他可计入的活动"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)

# A city's technology plan -----------------------------------------------------------------

UNPLACED_TECHNOLOGY_2020: Final = Policy(
    id="unplaced-technology-2020",
    title=Text(
        "A city's technology project 2.0 (no place named)",
        "某市信息技术应用能力提升工程2.0（未具地名）",
    ),
    source=TECHNOLOGY_PLAN,
    level=Level.CITY,
    in_force=Span.through(date(2020, 1, 1), date(2022, 12, 31)),
    cycle=Cycle.block(
        years=3,
        starting=date(2020, 1, 1),
        assumed=Text(
            "the plan is for three years and trains its teachers in 2020, 2021 and 2022; its "
            "first and last days are taken to be those of calendar years",
            "方案为期三年，2020、2021、2022年分批培训，起止日暂按自然年度首末日计",
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
            title=Text("50 hours in three years", "三年不少于50学时"),
        ),
        require(
            "online-25",
            total(of=where(mode=Mode.ONLINE)) >= class_hours(25),
            title=Text("Of these, 25 online", "其中线上25学时"),
        ),
        require(
            "in-school-25",
            total(of=where(mode=(Mode.PRACTICE, Mode.SCHOOL_BASED))) >= class_hours(25),
            title=Text("Of these, 25 of practice in school", "其中校本实践25学时"),
        ),
    ),
    silent=(
        OF_NO_PLACE,
        Text("the first and the last day of the plan", "方案的起止日"),
        Text(
            "which teacher is of which batch: 30, 50 and 20 in a hundred of the staff are trained "
            "in 2020, 2021 and 2022, a duty of the authority",
            "每名教师所属批次；2020、2021、2022年分别培训30%、50%、20%的教师，属主管部门的任务",
        ),
        Text("what follows if the hours are missing", "学时不足的后果"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)

# Training for the new curriculum ----------------------------------------------------------

BEFORE_TEACHING_IT: Final = around(
    BEGAN_NEW_CURRICULUM, months_before=BEYOND_THE_CALENDAR, clip=Clip.BACK
)

UNPLACED_NEW_CURRICULUM: Final = Policy(
    id="unplaced-new-curriculum",
    title=Text(
        "A province's training for the new curriculum (no place named)",
        "某省新课程上岗培训（未具地名）",
    ),
    source=CURRICULUM_PLAN,
    level=Level.PROVINCE,
    accounts=(Account("new-curriculum", CLASS_HOUR, title=Text("new curriculum", "新课程培训")),),
    recognition=(
        recognise(
            "new-curriculum",
            where(activity=COURSES, topic=NEW_CURRICULUM),
            post("new-curriculum", HOURS),
            title=Text("Training for the new curriculum", "新课程培训"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "before-teaching-40",
            total(over=BEFORE_TEACHING_IT) >= class_hours(40),
            title=Text(
                "40 hours before teaching the new curriculum", "执教新课程前培训不少于40学时"
            ),
            note=Text(
                "Who was not trained does not take it up: train first, then teach.",
                "先培训后上岗，未经培训不得上岗。",
            ),
        ),
    ),
    silent=(
        OF_NO_PLACE,
        Text(
            "in which cycle or year it counts: the day of first teaching it is looked at alone",
            "计入何周期或年度：仅按执教之日审核",
        ),
        Text("from when to when the plan holds", "计划的起止时间"),
        Text("the hours of the all-staff training of 2003 to 2007", "2003至2007年全员培训的学时"),
        Text("the quotas of backbone teachers", "骨干教师名额"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)
