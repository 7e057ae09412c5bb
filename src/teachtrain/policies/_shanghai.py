"""
Rules of places in Shanghai (上海市).

A district that its source leaves unnamed, for the thirteenth five-year plan; and the school-based
table of Xuhui District (徐汇区) for the eleventh.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    YES,
    Approval,
    Certainty,
    Cycle,
    Level,
    Result,
    Source,
    Span,
    Term,
    Text,
    class_hours,
    number,
    training_credits,
)
from teachtrain.policies._words import (
    AUTHOR_RANK,
    AUTHORS,
    BACKBONE_TRAINING,
    BOOK,
    CHARACTERS,
    CLASS_TEACHER_TRAINING,
    CONTENT_CATEGORY,
    COURSE_DEVELOPMENT,
    CREDITS,
    DEGREE_YEAR,
    LEADER,
    LECTURE,
    LESSON_OBSERVATION,
    MENTEE,
    MENTOR,
    MENTORING,
    MONTHS,
    OPEN_LESSON,
    PAPER,
    PRINCIPAL_IMPROVEMENT,
    RESEARCH_PROJECT,
    SCHOOL_BASED,
    SELF_STUDY,
    SENT_BY_SCHOOL,
    SPEAKER,
    STUDIO,
    STUDY_ABROAD,
    TEACHING_RESEARCH,
    TOPIC_STUDY,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Policy,
    any_of,
    define,
    figure,
    first_known,
    from_table,
    highest_only,
    if_,
    least,
    not_,
    nothing,
    post,
    recognise,
    record,
    require,
    surplus,
    total,
    where,
)

__all__ = ["SHANGHAI_UNNAMED_DISTRICT_2016", "XUHUI_2006"]

# Sources ----------------------------------------------------------------------------------

UNNAMED_DISTRICT: Final = Source(
    "上海市某区“十三五”教师在职培训学分规定",
    certainty=Certainty.SECONDARY,
    title=Text(
        "The rules of a district in Shanghai for in-service training, 2016 to 2020",
        "上海市某区“十三五”教师在职培训学分规定",
    ),
    addresses=(
        "https://wodeyuanxiao.com/Graduationthesis/akfkitnujt.html",
        "https://jyps.hpe.cn/P/C/436578.htm",
    ),
    note=Text(
        "A machine translation was read that does not name the district, and the opening of the "
        "city's opinion; title and number of the rules were not seen.",
        "查阅的是未写明区名的机器译文和市级意见的开头，未见规定的名称和文号。",
    ),
)
XUHUI: Final = Source(
    "徐汇区“十一五”校本研修学分表",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Xuhui District, table of credits for school-based training, 2006 to 2010",
        "徐汇区“十一五”校本研修学分表",
    ),
    addresses=("https://tl3z.xhedu.sh.cn/cms/app/info/doc/index.php/25718",),
    note=Text(
        "The table was read on a school's page. The rules that it belongs to, with their title "
        "and number, were not seen.",
        "查阅的是学校网页上的学分表，未见其所属规定的名称和文号。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)
REFUSED: Final = where(record.approval.is_known(), approval=Approval.REFUSED)
"""Where no decision is known, nothing is known to be refused."""
CREDITS_RECOGNISED: Final = record.local(CREDITS, TRAINING_CREDIT)

COURSES: Final = (TRAINING, BACKBONE_TRAINING, CLASS_TEACHER_TRAINING, PRINCIPAL_IMPROVEMENT)

CITY: Final = (Level.CITY, Level.PROVINCE)
"""Shanghai is a city and a province in one: either word means its city level."""
DISTRICT: Final = Level.COUNTY
SCHOOL: Final = Level.SCHOOL

DISTRICT_BACKBONE: Final = where(activity=BACKBONE_TRAINING, level=DISTRICT)
DISTRICT_STUDIO: Final = where(activity=STUDIO, level=DISTRICT)

ETHICS_CONTENT: Final = Term("ethics", "ethics", "师德")
LITERACY_CONTENT: Final = Term("literacy", "literacy", "素养")
KNOWLEDGE_CONTENT: Final = Term("knowledge_and_skills", "knowledge and skills", "知识与技能")
TECHNOLOGY_CONTENT: Final = Term("information_technology", "information technology", "信息技术")
RESEARCH_CONTENT: Final = Term(
    "research_and_training", "integrated research and training", "研训一体"
)
SKILL_CONTENT: Final = Term("special_skill", "special skill", "专项技能")
PRACTICE_CONTENT: Final = Term("practice_experience", "practice experience", "实践体验")

ETHICS: Final = record.local(CONTENT_CATEGORY).is_(ETHICS_CONTENT)
LITERACY: Final = record.local(CONTENT_CATEGORY).is_(LITERACY_CONTENT)
ETHICS_OR_LITERACY: Final = record.local(CONTENT_CATEGORY).one_of(ETHICS_CONTENT, LITERACY_CONTENT)
KNOWLEDGE_AND_SKILLS: Final = record.local(CONTENT_CATEGORY).is_(KNOWLEDGE_CONTENT)
TECHNOLOGY: Final = record.local(CONTENT_CATEGORY).is_(TECHNOLOGY_CONTENT)
RESEARCH_AND_TRAINING: Final = record.local(CONTENT_CATEGORY).is_(RESEARCH_CONTENT)
SPECIAL_SKILL: Final = record.local(CONTENT_CATEGORY).is_(SKILL_CONTENT)
PRACTICE: Final = record.local(CONTENT_CATEGORY).is_(PRACTICE_CONTENT)

# What stands in ---------------------------------------------------------------------------

CITY_LITERACY_LEFT: Final = least(
    total(of=where(LITERACY, level=CITY)),
    surplus(total(of=where(ETHICS_OR_LITERACY, level=CITY)), above=training_credits(2)),
)
"""Of literacy, what the city's demand of 2 in ethics or literacy leaves over."""
CITY_TECHNOLOGY_LEFT: Final = surplus(
    total(of=where(TECHNOLOGY, level=CITY)), above=training_credits(1)
)

# The district: clauses --------------------------------------------------------------------

CYCLE_2016: Final = Cycle.block(
    years=5,
    starting=date(2016, 1, 1),
    assumed=Text(
        "the source names the plan 2016 to 2020; that it is counted from 1 January 2016 was not "
        "seen",
        "所见仅称“十三五”（2016至2020年）；自2016年1月1日起算系暂定",
    ),
)

ACCOUNTS: Final = (
    Account("main", TRAINING_CREDIT, title=Text("in-service training", "在职培训")),
    Account("degree", TRAINING_CREDIT, title=Text("degree study", "学历进修")),
)

AS_RECOGNISED: Final = Text(
    "So many credits as were recognised: no rate was seen.", "以认定的学分为准：未见折算比例。"
)
DISTRICT_LAYER: Final = Text(
    "It enters the district layer; in which category of content was not seen, so the record must "
    "say it.",
    "计入区级学分；未见归入何内容类别，以记录载明为准。",
)

RECOGNITION: Final = (
    nothing(
        "recognition-refused",
        REFUSED,
        reason=Text("its recognition was refused", "已决定不予认定"),
        title=Text("Recognition refused", "不予认定"),
        note=Text(
            "Our reading: what was refused recognition earns nothing. No clause on refusal was "
            "seen.",
            "按我们的理解：不予认定的培训不计学分；未见关于不予认定的条文。",
        ),
    ),
    recognise(
        "degree-study",
        where(activity=DEGREE_YEAR),
        post("degree", CREDITS_RECOGNISED),
        title=Text("Degree study", "学历进修"),
        note=AS_RECOGNISED,
    ),
    nothing(
        "task-not-completed",
        where(not_(PASSED), any_of(DISTRICT_BACKBONE, DISTRICT_STUDIO)),
        reason=Text(
            "the task was not completed, or the assessment not passed", "未完成任务或考核不合格"
        ),
        title=Text("Task not completed", "未完成任务"),
    ),
    recognise(
        "district-backbone",
        DISTRICT_BACKBONE,
        post("main", training_credits(1)),
        title=Text(
            "Training of district subject leaders and backbone teachers: 1 credit a school year",
            "区学科带头人、骨干教师培训每学年计1学分",
        ),
        note=DISTRICT_LAYER,
    ),
    recognise(
        "district-studio",
        DISTRICT_STUDIO,
        post("main", training_credits(4)),
        title=Text(
            "Studio of a district's master teacher: 4 credits a school year",
            "区名师工作室每学年计4学分",
        ),
        note=Text("The moderator included. " + DISTRICT_LAYER.en, "含主持人。" + DISTRICT_LAYER.zh),
    ),
    recognise(
        "training",
        where(activity=(*COURSES, SCHOOL_BASED, TEACHING_RESEARCH)),
        post("main", CREDITS_RECOGNISED),
        title=Text("Any other in-service training", "其他在职培训"),
        note=AS_RECOGNISED,
    ),
)

IN_THREE_YEARS: Final = Text(
    "The source adds what three school years come to, which is three times as much. The school "
    "year is taken to begin on 1 September.",
    "原文并列三年合计数，即三倍。学年暂按9月1日起算。",
)

REWRITES: Final = (
    highest_only(
        "backbone-once-a-school-year",
        of=DISTRICT_BACKBONE,
        by=SCHOOL_YEAR,
        title=Text("1 credit for a school year, once", "同一学年只计一次1学分"),
        note=IN_THREE_YEARS,
    ),
    highest_only(
        "studio-once-a-school-year",
        of=DISTRICT_STUDIO,
        by=SCHOOL_YEAR,
        title=Text("4 credits for a school year, once", "同一学年只计一次4学分"),
        note=IN_THREE_YEARS,
    ),
)

FIGURES: Final = (
    define(
        "from-degree-study",
        total("degree") * UNDECIDED,
        title=Text("what stands in of degree study", "学历进修可冲抵的部分"),
        note=Text(
            "Degree study may stand in for other categories; how far was not seen, so that it is "
            "anything from none to all.",
            "学历进修可冲抵其他类别；可冲抵多少未见，故按零至全部计。",
        ),
    ),
)
FROM_DEGREE_STUDY: Final = figure("from-degree-study")

NO_OFFSET: Final = Text(
    "Nothing else stands in, but for degree study, of which it was not seen how far.",
    "除学历进修外不得冲抵；学历进修可冲抵多少未见。",
)
CITY_STANDS_IN: Final = Text(
    "City credits of the same category stand in; district credits do not stand in for the city's. "
    + NO_OFFSET.en,
    "同类别的市级学分可冲抵区级，区级不得冲抵市级。" + NO_OFFSET.zh,
)

REQUIREMENTS: Final = (
    require(
        "all-36",
        total() + FROM_DEGREE_STUDY >= training_credits(36),
        title=Text("36 credits of in-service training", "在职培训36学分"),
        note=NO_OFFSET,
    ),
    require(
        "city-ethics-or-literacy-2",
        total(of=where(ETHICS_OR_LITERACY, level=CITY)) + FROM_DEGREE_STUDY >= training_credits(2),
        title=Text("City, ethics or literacy: 2 credits", "市级师德或素养2学分"),
        note=NO_OFFSET,
    ),
    require(
        "city-knowledge-and-skills-3",
        total(of=where(KNOWLEDGE_AND_SKILLS, level=CITY)) + FROM_DEGREE_STUDY
        >= training_credits(3),
        title=Text("City, knowledge and skills: 3 credits", "市级知识与技能3学分"),
        note=NO_OFFSET,
    ),
    require(
        "city-technology-1",
        total(of=where(TECHNOLOGY, level=CITY)) + FROM_DEGREE_STUDY >= training_credits(1),
        title=Text("City, information technology: 1 credit", "市级信息技术1学分"),
        note=NO_OFFSET,
    ),
    require(
        "district-literacy-2",
        total(of=where(LITERACY, level=DISTRICT)) + CITY_LITERACY_LEFT + FROM_DEGREE_STUDY
        >= training_credits(2),
        title=Text("District, literacy: 2 credits", "区级素养2学分"),
        note=Text(
            "Of the city's credits, those in literacy stand in that its own demand of 2 in ethics "
            "or literacy does not need. " + CITY_STANDS_IN.en,
            "市级师德或素养2学分之外多出的素养学分可冲抵。" + CITY_STANDS_IN.zh,
        ),
    ),
    require(
        "district-research-and-training-4",
        total(of=where(RESEARCH_AND_TRAINING, level=DISTRICT)) + FROM_DEGREE_STUDY
        >= training_credits(4),
        title=Text("District, integrated research and training: 4 credits", "区级研训一体4学分"),
        note=NO_OFFSET,
    ),
    require(
        "district-technology-3",
        total(of=where(TECHNOLOGY, level=DISTRICT)) + CITY_TECHNOLOGY_LEFT + FROM_DEGREE_STUDY
        >= training_credits(3),
        title=Text("District, information technology: 3 credits", "区级信息技术3学分"),
        note=CITY_STANDS_IN,
    ),
    require(
        "district-special-skill-3",
        total(of=where(SPECIAL_SKILL, level=DISTRICT)) + FROM_DEGREE_STUDY >= training_credits(3),
        title=Text("District, special skill: 3 credits", "区级专项技能3学分"),
        note=NO_OFFSET,
    ),
    require(
        "school-ethics-6",
        total(of=where(ETHICS, level=SCHOOL)) + FROM_DEGREE_STUDY >= training_credits(6),
        title=Text("School, ethics: 6 credits", "校本师德6学分"),
        note=NO_OFFSET,
    ),
    require(
        "school-literacy-2",
        total(of=where(LITERACY, level=SCHOOL)) + FROM_DEGREE_STUDY >= training_credits(2),
        title=Text("School, literacy: 2 credits", "校本素养2学分"),
        note=NO_OFFSET,
    ),
    require(
        "school-practice-9",
        total(of=where(PRACTICE, level=SCHOOL)) + FROM_DEGREE_STUDY >= training_credits(9),
        title=Text("School, practice experience: 9 credits", "校本实践体验9学分"),
        note=NO_OFFSET,
    ),
    require(
        "school-technology-1",
        total(of=where(TECHNOLOGY, level=SCHOOL)) + FROM_DEGREE_STUDY >= training_credits(1),
        title=Text("School, information technology: 1 credit", "校本信息技术1学分"),
        note=NO_OFFSET,
    ),
)

SEVERAL_DAYS: Final = Text(
    "an activity of several days across a border", "跨年度或跨周期的多日培训"
)
ROUNDING: Final = Text("rounding", "学分尾数的取舍")

SILENT: Final = (
    Text("which district it is, and the rules of the others", "系何区，以及其他各区的规定"),
    Text("the first day of the cycle", "周期的起始日"),
    Text("how many credits an activity earns", "各类活动的学分标准"),
    Text(
        "the Chinese names of the categories of content, as a translation was read",
        "内容类别的中文原名；所读为译文",
    ),
    Text(
        "whether city credits in knowledge and skills stand in for the district's special skill or "
        "research and training; the categories bear different names, so here they do not",
        "市级知识与技能学分能否冲抵区级专项技能或研训一体；类别名称不同，此处不冲抵",
    ),
    Text("the layer of national training", "国家级培训归入何层级"),
    Text(
        "how many credits degree study earns, and for which layers and categories it stands in",
        "学历进修计多少学分，可冲抵哪些层级和类别",
    ),
    Text(
        "the category of the credits of backbone training and studios",
        "骨干培训和名师工作室学分归入何内容类别",
    ),
    Text(
        "whether backbone training and studios earn beyond three school years; here they do",
        "骨干培训和名师工作室超过三学年是否继续计学分；此处计入",
    ),
    Text("the training of new teachers and new heads", "新任教师和新任校长培训"),
    SEVERAL_DAYS,
    ROUNDING,
    Text(
        "proration for late entry, leave or part of the cycle; the figures are asked for in full",
        "中途入职、休假或任职不满一周期的折算；暂按全额要求",
    ),
    Text("surplus at the end of the cycle", "周期末的超额学分"),
    Text("what follows if it is not met", "未达到要求的后果"),
)

# Xuhui: the table -------------------------------------------------------------------------

CYCLE_2006: Final = Cycle.block(
    years=5,
    starting=date(2006, 1, 1),
    assumed=Text(
        "the table is for the plan 2006 to 2010; that it is counted from 1 January 2006 was not "
        "seen",
        "本表适用于“十一五”（2006至2010年）；自2006年1月1日起算系暂定",
    ),
)

AUTHORS_WHO_COUNT: Final = record.local(AUTHOR_RANK) <= number(2)

TABLE: Final = (
    nothing(
        "not-recognised",
        where(not_(record.approval.is_(Approval.APPROVED))),
        reason=Text(
            "whoever decides on it has not recognised it by its evidence",
            "认定单位未凭材料予以认定",
        ),
        title=Text("Not recognised", "未经认定"),
        note=Text(
            "The table names the evidence for each line. For observed lessons the school decides, "
            "for open lessons the district college or the city's research office.",
            "表中各项均列明材料。听课由学校认定，公开课由区教育学院或市教研室认定。",
        ),
    ),
    recognise(
        "observed-lesson",
        where(
            record.level.at_least(DISTRICT),
            record.local(CHARACTERS) >= number(500),
            activity=LESSON_OBSERVATION,
        ),
        post("main", training_credits("0.5")),
        title=Text(
            "Observing a lesson of district level or above, with 500 characters: 0.5 credits",
            "区级以上听课，记录和评析不少于500字，计0.5学分",
        ),
    ),
    recognise(
        "open-lesson",
        where(record.local(CHARACTERS) >= number(800), activity=OPEN_LESSON),
        post(
            "main",
            from_table(
                record.level,
                rows={
                    DISTRICT: training_credits(1),
                    Level.CITY: training_credits(3),
                    Level.PROVINCE: training_credits(3),
                },
            ),
        ),
        title=Text(
            "Open lesson with 800 characters: district 1 credit, city 3",
            "公开课，教案和反思不少于800字，区级计1学分、市级计3学分",
        ),
    ),
    recognise(
        "training-abroad",
        where(
            record.local(MONTHS) > number(2),
            record.local(SENT_BY_SCHOOL).is_(YES),
            record.local(CHARACTERS) >= number(3000),
            activity=STUDY_ABROAD,
        ),
        post("main", training_credits(5)),
        title=Text(
            "Training abroad of over two months, sent by the school, with a summary of 3000 "
            "characters: 5 credits",
            "学校派出的两个月以上出国培训，小结不少于3000字，计5学分",
        ),
    ),
    recognise(
        "lecture",
        where(record.hours >= class_hours(1), activity=LECTURE, role=SPEAKER),
        post(
            "main",
            from_table(
                record.level, rows={SCHOOL: training_credits(1), DISTRICT: training_credits(2)}
            ),
        ),
        title=Text(
            "Giving a lecture of at least an hour: school 1 credit, district 2",
            "主讲不少于1小时的讲座，校级计1学分、区级计2学分",
        ),
    ),
    recognise(
        "topic-study",
        where(activity=TOPIC_STUDY),
        post("main", training_credits(1)),
        title=Text("Study of a topic: 1 credit", "专题研修计1学分"),
    ),
    recognise(
        "mentoring",
        where(
            record.level.at_least(SCHOOL),
            activity=MENTORING,
            role=(MENTOR, MENTEE),
        ),
        post("main", training_credits(2)),
        title=Text(
            "Mentor and mentee by an agreement of school level or above: 2 credits each",
            "校级以上师徒结对，师徒各计2学分",
        ),
    ),
    recognise(
        "reading",
        where(record.local(CHARACTERS) >= number(3000), activity=SELF_STUDY),
        post("main", training_credits(1)),
        title=Text("Reading, with 3000 characters: 1 credit", "读书，不少于3000字，计1学分"),
    ),
    recognise(
        "course-development",
        where(activity=COURSE_DEVELOPMENT),
        post(
            "main",
            from_table(
                record.level,
                rows={
                    SCHOOL: training_credits(3),
                    DISTRICT: training_credits(6),
                    Level.CITY: training_credits(6),
                    Level.PROVINCE: training_credits(6),
                    Level.NATION: training_credits(6),
                },
            ),
        ),
        title=Text(
            "Development of a course that was given: school 3 credits, district or above 6",
            "开发并讲授课程，校级计3学分、区级以上计6学分",
        ),
    ),
    recognise(
        "paper",
        where(AUTHORS_WHO_COUNT, activity=PAPER),
        post(
            "main",
            from_table(
                record.level,
                rows={
                    DISTRICT: training_credits(1),
                    Level.CITY: training_credits(1, to=3),
                    Level.PROVINCE: training_credits(3),
                    Level.NATION: training_credits(3),
                },
            ),
        ),
        title=Text(
            "Paper, first or second author: district journal 1 credit, provincial or above 3",
            "论文（第一、第二作者），区级刊物计1学分、省级以上刊物计3学分",
        ),
        note=Text(
            "The table does not name a city's journal; it is left open between 1 and 3.",
            "表中未列市级刊物，故按1至3学分待定。",
        ),
    ),
    recognise(
        "book",
        where(activity=BOOK),
        post(
            "main",
            if_(
                record.local(AUTHORS) <= number(1),
                training_credits(12),
                first_known(CREDITS_RECOGNISED, training_credits(3, to=6)),
            ),
        ),
        title=Text("Book: alone 12 credits, jointly 3 to 6", "著作：独著计12学分，合著计3至6学分"),
        note=Text("Of 3 to 6, as many as were recognised.", "合著在3至6学分内以认定为准。"),
    ),
    recognise(
        "project",
        where(
            PASSED,
            any_of(record.role.is_(LEADER), AUTHORS_WHO_COUNT),
            activity=RESEARCH_PROJECT,
        ),
        post(
            "main",
            from_table(
                record.level,
                rows={
                    SCHOOL: training_credits(1),
                    DISTRICT: training_credits(6),
                    Level.CITY: training_credits(12),
                    Level.PROVINCE: training_credits(12),
                },
            ),
        ),
        title=Text(
            "Project completed or awarded, leader and first two authors: school 1 credit, "
            "district 6, city 12",
            "课题结题或获奖（负责人和前两位作者），校级计1学分、区级计6学分、市级计12学分",
        ),
    ),
)

# The policies -----------------------------------------------------------------------------

SHANGHAI_UNNAMED_DISTRICT_2016: Final = Policy(
    id="cn-31-unnamed-2016",
    title=Text(
        "Credit rules of a district in Shanghai that is not named, 2016 to 2020",
        "上海市某区教师在职培训学分规定（2016—2020年）",
    ),
    source=UNNAMED_DISTRICT,
    level=Level.COUNTY,
    place="",
    cycle=CYCLE_2016,
    accounts=ACCOUNTS,
    recognition=RECOGNITION,
    rewrites=REWRITES,
    figures=FIGURES,
    requirements=REQUIREMENTS,
    in_force=Span.through(date(2016, 1, 1), date(2020, 12, 31)),
    silent=SILENT,
)

XUHUI_2006: Final = Policy(
    id="cn-310104-2006",
    title=Text(
        "Xuhui table of school-based credits, 2006 to 2010", "徐汇区校本研修学分表（2006—2010年）"
    ),
    source=XUHUI,
    level=Level.COUNTY,
    place="cn-310104",
    cycle=CYCLE_2006,
    accounts=(Account("main", TRAINING_CREDIT, title=Text("school-based training", "校本研修")),),
    recognition=TABLE,
    requirements=(),
    in_force=Span.through(date(2006, 1, 1), date(2010, 12, 31)),
    silent=(
        Text(
            "how many school-based credits were due, so that nothing is required here",
            "应修多少校本研修学分；故此处无要求",
        ),
        Text("the first day of the cycle", "周期的起始日"),
        Text(
            "limits on a line of the table, and the same work twice",
            "各项上限，以及同一成果重复计算",
        ),
        Text("who decides on most lines", "多数项目由谁认定"),
        Text("training abroad of exactly two months", "恰满两个月的出国培训"),
        Text(
            "whether the hour of a lecture is a class hour; here it is",
            "讲座的1小时是否为1学时；此处按1学时",
        ),
        Text("levels that a line does not name", "各项未列明的级别"),
        SEVERAL_DAYS,
        ROUNDING,
        Text(
            "proration for late entry, leave or part of the cycle",
            "中途入职、休假或任职不满一周期的折算",
        ),
    ),
)
