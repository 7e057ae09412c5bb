"""
Tables whose sources name no place (未具地名): what activities are worth.

They are no law of any place. They are kept for their shapes: to be compared with a rule at hand,
and to be copied where a rule is alike.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    YES,
    Approval,
    Calendar,
    Certainty,
    Cycle,
    Level,
    Mode,
    Result,
    Source,
    Term,
    Text,
    class_hours,
    number,
    per,
    training_credits,
)
from teachtrain.policies._texts import (
    NO_CYCLE,
    NO_PLACE,
    NO_PRORATION,
    OF_NO_PLACE,
    PRORATION,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import (
    BACKBONE_TRAINING,
    CHARACTERS,
    CLASS_TEACHER_TRAINING,
    COMPETITION,
    CONFERENCE,
    CREDITS,
    DEGREE_COURSE,
    EXCHANGE,
    INDUCTION,
    LEADER,
    LECTURE,
    LESSON_OBSERVATION,
    LESSON_PLAN,
    LISTENER,
    MEETING,
    MENTEE,
    MENTOR,
    MENTORING,
    OPEN_LESSON,
    ORGANISING,
    PAPER,
    PARTICIPANT,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    RESEARCH_PROJECT,
    SCHOOL_BASED,
    SPEAKER,
    TECHNOLOGY_TRAINING,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Policy,
    all_of,
    any_of,
    ceiling,
    first_known,
    from_table,
    group,
    highest_only,
    if_,
    nothing,
    pool,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

__all__ = [
    "UNPLACED_COUNTY_HOURS",
    "UNPLACED_HOURS_TO_CREDITS",
    "UNPLACED_SCHOOL_CREDITS",
    "UNPLACED_SCHOOL_PLAN",
    "UNPLACED_STAFF_TABLE",
]

# Words of these rules ---------------------------------------------------------------------

PUBLISHED_IN: Final = Term("published_in", "place of publication", "发表处")
"""Where a text came out: `newspaper` or `journal`."""
NEWSPAPER: Final = Term("newspaper", "a newspaper", "报纸")
OTHER: Final = Term("other", "other items", "其他项目")
PLAN_AND_REFLECTION: Final = Term(
    "plan_and_reflection", "entry “plan and reflection handed in”", "“已交教案和反思”一项"
)
"""Whether plan and reflection of an open lesson were handed in: `yes` or `no`."""
PROJECT_PART: Final = Term("project_part", "part of the project", "课题类别")
"""`main` for the main project, `sub` for a sub-project."""
MAIN: Final = Term("main", "the main project", "主课题")
SUB: Final = Term("sub", "a sub-project", "子课题")
RANK: Final = Term("rank", "rank among the researchers", "研究人员排名")
"""The teacher's place among the researchers, as text: `1` for the first."""
FIRST: Final = Term("1", "first", "第一")
SECOND: Final = Term("2", "second", "第二")
THIRD: Final = Term("3", "third", "第三")
FOURTH: Final = Term("4", "fourth", "第四")
FIFTH: Final = Term("5", "fifth", "第五")

# Sources ----------------------------------------------------------------------------------

SCHOOL_CREDITS: Final = Source(
    "中小学教师校本研修学分折算办法（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text("School-based credit table, no place named", "校本研修学分折算办法（未具地名）"),
    addresses=("https://360docs.net/doc/0512865788.html",),
    note=NO_PLACE,
)
SCHOOL_PLAN: Final = Source(
    "某校校本研修计划（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text("A school's plan for school-based study, no place named", "某校校本研修计划"),
    addresses=("https://61taotao.com/office/57177.html",),
    note=NO_PLACE,
)
COUNTY_NOTE: Final = Source(
    "某县校本研修学时说明（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text("A county's note on school-based hours, no place named", "某县校本研修学时说明"),
    addresses=("https://max.book118.com/html/2017/0725/124200813.shtm",),
    note=NO_PLACE,
)
STAFF_TABLE: Final = Source(
    "专业技术人员继续教育活动学时表（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Activity table for professional staff, no place named", "专业技术人员继续教育活动学时表"
    ),
    addresses=("https://www.360docs.net/doc/d49126581.html",),
    note=NO_PLACE,
)
HOURS_TO_CREDITS: Final = Source(
    "学时折算学分标准（未具地名）",
    certainty=Certainty.SECONDARY,
    title=Text("A standard from hours to credits, no place named", "学时折算学分标准"),
    addresses=("https://mdjjksjc.com/html/2015/0914/25287523.shtm",),
    note=NO_PLACE,
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)
AS_SPEAKER: Final = record.role.is_(SPEAKER)
RECOGNISED_CREDITS: Final = record.local(CREDITS, TRAINING_CREDIT)
NUMBER_OF_CHARACTERS: Final = record.local(CHARACTERS)
COURSES: Final = (
    TRAINING,
    INDUCTION,
    CLASS_TEACHER_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
    BACKBONE_TRAINING,
    TECHNOLOGY_TRAINING,
)

# A school-based credit table --------------------------------------------------------------

SEMESTER: Final = Calendar("semester", ((2, 15), (9, 1)), "学期")
RATE_NOT_SEEN: Final = Text(
    "How many credits each is worth was not seen: those that were recognised count.",
    "各项学分数未见，以认定的学分为准。",
)
SHORT: Final = number(1500) >= NUMBER_OF_CHARACTERS
IN_A_NEWSPAPER: Final = record.local(PUBLISHED_IN).is_(NEWSPAPER)
SHARE_OF_A_PAPER: Final = if_(
    all_of(SHORT, IN_A_NEWSPAPER),
    number("1/4", to="1/2"),
    if_(any_of(SHORT, IN_A_NEWSPAPER), number("1/2"), 1),
)

UNPLACED_SCHOOL_CREDITS: Final = Policy(
    id="unplaced-school-credits",
    title=Text("School-based credit table (no place named)", "校本研修学分折算办法（未具地名）"),
    source=SCHOOL_CREDITS,
    accounts=(
        Account("main", TRAINING_CREDIT, title=Text("school-based credits", "校本研修学分")),
        Account("lessons", TRAINING_CREDIT, title=Text("lessons observed", "听课节数")),
    ),
    recognition=(
        recognise(
            "lesson",
            where(activity=LESSON_OBSERVATION),
            post("lessons", 0),
            title=Text("A lesson observed", "听课一节"),
            note=Text("Lessons give credits together.", "听课按节数合计学分。"),
        ),
        recognise(
            "lesson-plan",
            where(activity=LESSON_PLAN),
            post("main", training_credits("0.5")),
            title=Text("A lesson plan chosen as good: 0.5", "优秀教案每篇0.5学分"),
        ),
        nothing(
            "short-meeting",
            where(record.hours < class_hours("1.5"), activity=MEETING),
            reason=Text("the meeting took less than 1.5 hours", "会议不足1.5小时"),
            title=Text("A meeting of less than 1.5 hours", "不足1.5小时的会议"),
        ),
        recognise(
            "meeting",
            where(activity=MEETING),
            post("main", if_(AS_SPEAKER, training_credits("1.5"), training_credits(1))),
            title=Text(
                "A training or research meeting: 1, for its main speaker 1.5",
                "校内培训或教研会议每次1学分，主讲1.5学分",
            ),
        ),
        nothing(
            "short-paper",
            where(number(500) > NUMBER_OF_CHARACTERS, activity=PAPER),
            reason=Text("the text has less than 500 characters", "文章不足500字"),
            title=Text("A text of less than 500 characters", "不足500字的文章"),
        ),
        recognise(
            "paper",
            where(activity=PAPER),
            post("main", RECOGNISED_CREDITS * SHARE_OF_A_PAPER),
            title=Text(
                "A paper; half for 500 to 1500 characters, and half in a newspaper",
                "论文；500至1500字折半，报纸发表折半",
            ),
            note=Text(
                "What both together give was not seen: a quarter to a half. " + RATE_NOT_SEEN.en,
                "二者兼有时如何折算未见规定，按四分之一至二分之一计。" + RATE_NOT_SEEN.zh,
            ),
        ),
        recognise(
            "project",
            where(activity=RESEARCH_PROJECT),
            post("main", first_known(RECOGNISED_CREDITS, training_credits(3, to=5))),
            title=Text("A project: 3, 4 or 5", "课题每项3、4或5学分"),
            note=Text("Which project gives which was not seen.", "何种课题计何数未见规定。"),
        ),
        recognise(
            "competition",
            where(activity=(COMPETITION, OPEN_LESSON)),
            post("main", RECOGNISED_CREDITS),
            title=Text("Competitions and open lessons, by level", "教学比赛和公开课按级别计"),
            note=RATE_NOT_SEEN,
        ),
        recognise(
            "mentoring",
            where(activity=MENTORING, role=(MENTOR, MENTEE)),
            post("main", RECOGNISED_CREDITS),
            title=Text("Mentoring: mentor and mentee alike", "师徒结对，师徒同等计分"),
            note=RATE_NOT_SEEN,
        ),
        recognise(
            "other-school-training",
            where(activity=SCHOOL_BASED),
            post("main", RECOGNISED_CREDITS),
            title=Text("Other school training", "其他校本培训"),
            note=RATE_NOT_SEEN,
        ),
        recognise(
            "other",
            where(),
            post("main", RECOGNISED_CREDITS, tag=OTHER),
            title=Text("Other items", "其他项目"),
            note=RATE_NOT_SEEN,
        ),
    ),
    rewrites=(
        highest_only(
            "same-content-once",
            of=where(activity=(COMPETITION, OPEN_LESSON)),
            by="module",
            title=Text(
                "The same content counts once, at its highest level", "同一内容只按最高级别计一次"
            ),
        ),
        highest_only(
            "same-paper-once",
            of=where(activity=PAPER),
            by="module",
            title=Text("One paper counts once, at its highest level", "同一论文只按最高级别计一次"),
        ),
    ),
    pools=(
        pool(
            "fifteen-lessons",
            account="lessons",
            gives=if_(group.count >= number(15), training_credits(4), 0),
            to="main",
            by=SEMESTER,
            title=Text("15 lessons in a semester: 4 credits", "一学期听课15节计4学分"),
            note=Text(
                "So two semesters give the 8 of a school year that the table allows. Semesters "
                "are taken to begin on 15 February and 1 September.",
                "两学期即达该表每学年8学分的上限。学期暂按2月15日和9月1日起算。",
            ),
        ),
    ),
    ceilings=(
        ceiling(
            "lesson-plans-4",
            training_credits(4),
            of=where(activity=LESSON_PLAN),
            by=SCHOOL_YEAR,
            title=Text("Lesson plans: at most 4 in a school year", "优秀教案每学年不超过4学分"),
        ),
        ceiling(
            "meetings-12",
            training_credits(12),
            of=where(activity=MEETING),
            by=SCHOOL_YEAR,
            title=Text("Meetings: at most 12 in a school year", "校内会议每学年不超过12学分"),
        ),
        ceiling(
            "school-training-20",
            training_credits(20),
            of=where(activity=SCHOOL_BASED),
            by=SCHOOL_YEAR,
            title=Text(
                "Other school training: at most 20 in a school year",
                "其他校本培训每学年不超过20学分",
            ),
        ),
        ceiling(
            "competitions-6",
            training_credits(6),
            of=where(activity=(COMPETITION, OPEN_LESSON)),
            by=SCHOOL_YEAR,
            title=Text(
                "Competitions and open lessons: at most 6 in a school year",
                "教学比赛和公开课每学年不超过6学分",
            ),
        ),
        ceiling(
            "papers-8",
            training_credits(8),
            of=where(activity=PAPER),
            by=SCHOOL_YEAR,
            title=Text("Papers: at most 8 in a school year", "论文每学年不超过8学分"),
        ),
        ceiling(
            "mentoring-10",
            training_credits(10),
            of=where(activity=MENTORING),
            by=SCHOOL_YEAR,
            title=Text("Mentoring: at most 10 in a school year", "师徒结对每学年不超过10学分"),
        ),
        ceiling(
            "other-20",
            training_credits(20),
            of=where(tag=OTHER),
            by=SCHOOL_YEAR,
            title=Text("Other items: at most 20 in a school year", "其他项目每学年不超过20学分"),
        ),
    ),
    requirements=(),
    silent=(
        OF_NO_PLACE,
        NO_CYCLE,
        Text("the first day of a school year", "学年的起始日"),
        Text(
            "what fewer than 15 lessons give, and whether 30 in a semester give 8",
            "不足15节如何计，一学期30节是否计8学分",
        ),
        Text("the limit on projects in a school year", "课题每学年的上限"),
        Text("what a short text in a newspaper gives", "报纸上的短文如何计"),
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)

# A school's plan --------------------------------------------------------------------------

SCHOOL_YEARS: Final = Cycle.block(
    years=1,
    starting=date(2000, 9, 1),
    assumed=Text(
        "each school year stands by itself; the document has no date, and school years from "
        "1 September are taken, none before 2000",
        "每学年单独计算；文件未署日期，学年暂按9月1日起算，自2000年起",
    ),
)

UNPLACED_SCHOOL_PLAN: Final = Policy(
    id="unplaced-school-plan",
    title=Text(
        "A school's plan of 40 hours (no place named)", "某校校本研修40学时计划（未具地名）"
    ),
    source=SCHOOL_PLAN,
    level=Level.SCHOOL,
    cycle=SCHOOL_YEARS,
    accounts=(Account("hours", CLASS_HOUR, title=Text("school-based hours", "校本研修学时")),),
    recognition=(
        recognise(
            "project",
            where(activity=RESEARCH_PROJECT),
            post(
                "hours",
                from_table(
                    record.level,
                    record.role,
                    rows={
                        (Level.NATION, LEADER): class_hours(20),
                        (Level.PROVINCE, LEADER): class_hours(15),
                        (Level.CITY, LEADER): class_hours(12),
                        (Level.COUNTY, LEADER): class_hours(10),
                        (Level.SCHOOL, LEADER): class_hours(8),
                        (Level.NATION, PARTICIPANT): class_hours(15),
                        (Level.PROVINCE, PARTICIPANT): class_hours(10),
                        (Level.CITY, PARTICIPANT): class_hours(8),
                        (Level.COUNTY, PARTICIPANT): class_hours(6),
                        (Level.SCHOOL, PARTICIPANT): class_hours(4),
                    },
                ),
            ),
            title=Text(
                "A finished project, by its level, for who led or wrote it and who took part",
                "结题课题按级别计，主持或执笔与参与有别",
            ),
        ),
        nothing(
            "short-lecture",
            where(record.hours < class_hours(2), activity=LECTURE),
            reason=Text("the lecture took less than two hours", "讲座不足两小时"),
            title=Text("A lecture of less than two hours", "不足两小时的讲座"),
        ),
        recognise(
            "lecture",
            where(activity=LECTURE, role=SPEAKER),
            post(
                "hours",
                from_table(
                    record.level,
                    rows={
                        Level.SCHOOL: class_hours(2),
                        Level.COUNTY: class_hours(4),
                        Level.CITY: class_hours(6),
                        Level.PROVINCE: class_hours(8),
                    },
                ),
            ),
            title=Text("A lecture of two hours or more, by its level", "两小时以上讲座按级别计"),
        ),
        recognise(
            "exchange",
            where(activity=EXCHANGE),
            post(
                "hours",
                from_table(
                    record.level, rows={Level.COUNTY: class_hours(2), Level.CITY: class_hours(4)}
                ),
            ),
            title=Text("Exchange: district 2, city 4", "经验交流区级2学时、市级4学时"),
        ),
        recognise(
            "mentoring",
            where(activity=MENTORING, approval=Approval.APPROVED),
            post("hours", class_hours(2)),
            title=Text(
                "A semester of mentoring, after the school's check: 2",
                "师徒结对每学期经学校考核计2学时",
            ),
            note=Text("A record stands for one semester.", "每条记录为一学期。"),
        ),
        recognise(
            "school-based",
            where(activity=SCHOOL_BASED),
            post("hours", record.hours * UNDECIDED),
            title=Text("Other school-based study", "其他校本研修"),
            note=Text(
                "How its hours count was not seen: anything from none to all.",
                "学时如何计未见规定，按零至全部计。",
            ),
        ),
    ),
    rewrites=(
        highest_only(
            "project-once",
            of=where(activity=RESEARCH_PROJECT),
            by="project",
            title=Text(
                "Leading and taking part in one project are not both counted",
                "同一课题主持与参与不重复计",
            ),
        ),
    ),
    requirements=(
        require(
            "hours-40",
            total() >= class_hours(40),
            title=Text("40 school-based hours in the school year", "每学年校本研修不少于40学时"),
        ),
    ),
    silent=(
        OF_NO_PLACE,
        Text("the first day of a school year", "学年的起始日"),
        Text("how other school-based study counts", "其他校本研修如何计"),
        Text("national lectures, and exchange of other levels", "国家级讲座及其他级别的交流"),
        Text("whether listening to a lecture counts", "听讲座是否计入"),
        Text("what follows if the hours are missing", "学时不足的后果"),
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)

# A county's note --------------------------------------------------------------------------

UNPLACED_COUNTY_HOURS: Final = Policy(
    id="unplaced-county-hours",
    title=Text("A county's note on hours (no place named)", "某县校本研修学时说明（未具地名）"),
    source=COUNTY_NOTE,
    level=Level.COUNTY,
    accounts=(Account("hours", CLASS_HOUR, title=Text("hours", "研修学时")),),
    recognition=(
        recognise(
            "lecture",
            where(activity=LECTURE, role=(SPEAKER, LISTENER)),
            post("hours", record.hours * if_(AS_SPEAKER, 4, 1)),
            title=Text("A lecture: speaker and listener 4 to 1", "讲座主讲与听讲按4比1计"),
        ),
        recognise(
            "distance-training",
            where(activity=COURSES, mode=Mode.ONLINE),
            post("hours", record.hours),
            title=Text("Distance training: the hours of the certificate", "远程培训按证书学时计"),
        ),
        recognise(
            "outside-training",
            where(activity=COURSES),
            post("hours", first_known(record.hours, record.days * per(DAY, class_hours(8)))),
            title=Text(
                "Outside training; where no hours are given, 8 for each actual day",
                "外出培训；未注明学时的每天计8学时",
            ),
        ),
        recognise(
            "meeting",
            where(activity=MEETING),
            post("hours", class_hours(1)),
            title=Text(
                "A meeting in school: 1 for who holds it and who takes part",
                "校内会议组织者和参加者均计1学时",
            ),
        ),
        recognise(
            "open-lesson",
            where(
                record.local(PLAN_AND_REFLECTION).is_(YES),
                activity=OPEN_LESSON,
                level=Level.SCHOOL,
            ),
            post("hours", class_hours(8)),
            title=Text(
                "An open lesson in school with plan and reflection: 8",
                "校级公开课附教案和反思计8学时",
            ),
        ),
        recognise(
            "organising",
            where(activity=ORGANISING, level=Level.COUNTY),
            post("hours", class_hours(4)),
            title=Text("Organising a county activity: 4", "组织县级活动计4学时"),
        ),
    ),
    requirements=(),
    silent=(
        OF_NO_PLACE,
        NO_CYCLE,
        Text("whether failed training counts", "考核不合格的培训是否计入"),
        Text("other activities", "其他活动"),
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)

# Professional staff -----------------------------------------------------------------------

UNPLACED_STAFF_TABLE: Final = Policy(
    id="unplaced-staff-table",
    title=Text(
        "Activity table for professional staff (no place named)",
        "专业技术人员继续教育活动学时表（未具地名）",
    ),
    source=STAFF_TABLE,
    accounts=(Account("hours", CLASS_HOUR, title=Text("hours", "继续教育学时")),),
    recognition=(
        recognise(
            "degree-course",
            where(PASSED, activity=DEGREE_COURSE),
            post("hours", class_hours(15)),
            title=Text("A course of degree study that was passed: 15", "学历课程每合格一门15学时"),
        ),
        recognise(
            "conference",
            where(activity=CONFERENCE),
            post(
                "hours",
                from_table(
                    record.level,
                    rows={Level.NATION: class_hours(12), Level.PROVINCE: class_hours(8)},
                )
                + if_(
                    AS_SPEAKER,
                    if_(
                        number(2000) >= NUMBER_OF_CHARACTERS,
                        from_table(
                            record.level,
                            rows={Level.NATION: class_hours(6), Level.PROVINCE: class_hours(4)},
                        ),
                        from_table(
                            record.level,
                            rows={Level.NATION: class_hours(8), Level.PROVINCE: class_hours(6)},
                        ),
                    ),
                    0,
                ),
            ),
            title=Text(
                "A conference: nation 12, province 8, and more for reading a paper",
                "学术会议国家级12学时、省级8学时，宣读论文另加",
            ),
            note=Text(
                "A paper of up to 2000 characters adds 6 or 4, a longer one 8 or 6.",
                "宣读2000字以内论文另加6或4学时，超过的另加8或6学时。",
            ),
        ),
        recognise(
            "project",
            where(activity=RESEARCH_PROJECT),
            post(
                "hours",
                from_table(
                    record.level,
                    record.local(PROJECT_PART),
                    record.local(RANK),
                    rows={
                        (Level.NATION, MAIN, FIRST): class_hours(64),
                        (Level.NATION, MAIN, SECOND): class_hours(56),
                        (Level.NATION, MAIN, THIRD): class_hours(48),
                        (Level.NATION, MAIN, FOURTH): class_hours(40),
                        (Level.NATION, MAIN, FIFTH): class_hours(32),
                        (Level.NATION, SUB, FIRST): class_hours(48),
                        (Level.NATION, SUB, SECOND): class_hours(40),
                        (Level.NATION, SUB, THIRD): class_hours(32),
                        (Level.PROVINCE, MAIN, FIRST): class_hours(56),
                        (Level.PROVINCE, MAIN, SECOND): class_hours(48),
                        (Level.PROVINCE, MAIN, THIRD): class_hours(40),
                        (Level.PROVINCE, SUB, FIRST): class_hours(40),
                        (Level.PROVINCE, SUB, SECOND): class_hours(32),
                        (Level.PROVINCE, SUB, THIRD): class_hours(24),
                    },
                ),
            ),
            title=Text(
                "A year of a project, by its level and the teacher's rank",
                "课题每年按级别和排名计",
            ),
            note=Text(
                "A record stands for a year of one project.", "每条记录为一项课题一年的研究。"
            ),
        ),
    ),
    requirements=(),
    silent=(
        OF_NO_PLACE,
        NO_CYCLE,
        Text("books and papers of the first three authors", "前三名作者的著作和论文"),
        Text("other levels and lower ranks", "其他级别和更后的排名"),
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)

# From hours to credits --------------------------------------------------------------------

UNPLACED_HOURS_TO_CREDITS: Final = Policy(
    id="unplaced-hours-to-credits",
    title=Text("From hours to credits (no place named)", "学时折算学分标准（未具地名）"),
    source=HOURS_TO_CREDITS,
    level=Level.CITY,
    accounts=(
        Account("main", TRAINING_CREDIT, title=Text("training credits", "培训学分")),
        Account("lectures", CLASS_HOUR, title=Text("lectures heard", "听讲座学时")),
    ),
    recognition=(
        nothing(
            "failed",
            where(result=Result.FAILED),
            reason=Text("the assessment was not passed", "考核不合格"),
            title=Text("Finished and failed", "结业而考核不合格"),
        ),
        recognise(
            "lecture",
            where(activity=LECTURE, approval=Approval.APPROVED),
            post("lectures", record.hours),
            title=Text(
                "A lecture that the city's training office accepts: its hours",
                "市培训机构认可的专题讲座按实听学时计",
            ),
            note=Text("Whether its hours become credits was not seen.", "是否折算为学分未见规定。"),
        ),
        recognise(
            "training",
            where(activity=COURSES),
            post(
                "main",
                record.hours
                * from_table(
                    record.mode,
                    rows={Mode.FACE_TO_FACE: per(CLASS_HOUR, training_credits("1/6"))},
                    otherwise=per(CLASS_HOUR, training_credits("1/8")),
                ),
            ),
            title=Text(
                "Training face to face: 6 hours are 1 credit; other training: 8",
                "集中培训6学时计1学分，其他培训8学时计1学分",
            ),
        ),
    ),
    requirements=(),
    silent=(
        OF_NO_PLACE,
        NO_CYCLE,
        Text("whether the hours of lectures become credits", "讲座学时是否折算学分"),
        Text("training without an assessment; here it counts", "未设考核的培训；此处计入"),
        SEVERAL_DAYS,
        ROUNDING,
        NO_PRORATION,
    ),
)
