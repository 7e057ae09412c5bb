"""
Rules of Jiangsu Province (江苏省) for teachers, and of Suqian City for professional staff.

Suqian's list is not made under the province's measures: it says how the hours that national rules
ask of all professional and technical staff are certified, and teachers belong to them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    DAY,
    MONTH,
    UNBOUNDED,
    YES,
    Approval,
    Certainty,
    Clip,
    Cycle,
    Level,
    Result,
    Source,
    Stage,
    Text,
    class_hours,
    months,
    per,
)
from teachtrain.policies._words import (
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    COMPETITION_PRIZE,
    CONFERENCE,
    CYCLE_STARTED,
    DAY_FORM,
    DEGREE_COURSE,
    DIPLOMA,
    ENTERPRISE_PRACTICE,
    EXAMINATION,
    FULL_TIME,
    HALF_TIME,
    HAS_CERTIFICATE,
    HAS_TIMETABLE,
    HOURS,
    LECTURE,
    LISTENER,
    MONTHS,
    OPEN_LESSON,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    PUBLIC_COURSE,
    RECOGNISED_BASE,
    RECOGNISED_HOURS,
    REPORT_HANDED_IN,
    SCHOOL_BASED,
    SELF_STUDY,
    SELF_TAUGHT_COURSE,
    SPEAKER,
    STUDY_ABROAD,
    STUDY_VISIT,
    TEACHES,
    TEACHES_PROFESSIONAL,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Policy,
    all_of,
    any_of,
    ceiling,
    first_known,
    from_table,
    limit_per,
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

__all__ = ["JIANGSU", "SUQIAN"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "江苏省教师培训学时认定和登记管理办法",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Jiangsu measures for the recognition and registration of teachers' training hours",
        "江苏省教师培训学时认定和登记管理办法",
    ),
    addresses=(
        "https://peixun.952552.com/gaokaopeixun/tch35dagsx.html",
        "https://wodeyuanxiao.com/Educationandtraining/lgzmzmxugs.html",
    ),
    note=Text(
        "A page with re-translated text was read; the document's number and day were not seen.",
        "查阅的是文字经回译的网页，未见文号和日期。",
    ),
)
SUQIAN_LIST: Final = Source(
    "宿迁市专业技术人员继续教育学时认证目录",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Suqian City: certification of continuing education hours of professional staff",
        "宿迁市专业技术人员继续教育学时认证目录",
    ),
    addresses=("http://www.tmdps.cn/a13/2019051421/22ea3e402a4d01f1.html",),
    note=Text(
        "Items 1 to 6 of the list of the city's personnel authority were read; the copy is "
        "damaged after them and shows no day. The title is ours.",
        "查阅了市人力资源社会保障部门目录的第一至第六项，其后残缺，未注日期；名称为本库所拟。",
    ),
)
PROFESSIONAL_STAFF: Final = Source(
    "专业技术人员继续教育规定",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Provisions on the continuing education of professional and technical staff",
        "专业技术人员继续教育规定",
    ),
    addresses=("https://wodeyuanxiao.com/Educationalinstitution/brhkzzqyai.html",),
    note=Text(
        "Articles 7 and 8 were read in a machine translation; the document's number and year "
        "were not verified.",
        "第七条、第八条查阅自机器译文；文号和年份未经核实。",
    ),
)

# What counts ------------------------------------------------------------------------------

PASSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT)
ASSESSED: Final = record.result.one_of(Result.PASSED, Result.EXCELLENT, Result.FAILED)
FROM_COUNTY_UP: Final = record.level.at_least(Level.COUNTY)

COURSES: Final = (
    TRAINING,
    CLASS_TEACHER_TRAINING,
    BACKBONE_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
)
HOURS_AS_RECOGNISED: Final = record.local(RECOGNISED_HOURS, CLASS_HOUR)

# The province's clauses -------------------------------------------------------------------

FIVE_YEARS: Final = Cycle.personal(
    years=5,
    since=CYCLE_STARTED,
    clip=Clip.BACK,
    assumed=Text(
        "the text names cycles of five years; the first day was not seen; cycles follow on each "
        "other from the start of the teacher's first cycle; one that would start on 29 February "
        "starts on the 28th",
        "条文规定五年一周期而未见起始日，故自教师首个培训周期开始之日起连续计算；"
        "应于2月29日起算而当年无此日的，自28日起算",
    ),
)

FAILED_IS_OPEN: Final = Text(
    "Nothing that was read says whether the hours of a failed training count; they are taken to "
    "count anything from none to all.",
    "所读部分未规定考核不合格的培训是否计学时，故按零至全部计。",
)
NO_RATE_SEEN: Final = Text(
    "The rates were not seen. Without hours that the authority recognised, anything from none to "
    "all of the hours is taken to count.",
    "折算标准未见；无认定学时的，按零至全部计。",
)
YEAR_OR_CYCLE: Final = Text(
    "Whether the limit is for a year or for the cycle was not seen. So 18 hours surely count in a "
    "cycle, and more may, up to 18 in each year; the calendar year is assumed.",
    "上限系按年度还是按周期未见：一周期内18学时必计，超出部分在每年18学时以内可能计入；年度暂按自然年。",
)
AT_LEAST_18: Final = class_hours(18, to=UNBOUNDED)

RECOGNITION: Final = (
    recognise(
        "enterprise-practice",
        where(activity=ENTERPRISE_PRACTICE),
        post("enterprise", record.local(MONTHS, MONTH)),
        title=Text("Practice in an enterprise, in months", "企业实践，按月计"),
        note=Text("A duty beside the hours.", "在学时之外另计。"),
    ),
    recognise(
        "prize",
        where(FROM_COUNTY_UP, activity=COMPETITION_PRIZE),
        post("main", class_hours(18)),
        title=Text(
            "A prize in a competition of an education authority of county level or above: 18 hours",
            "县级以上教育行政部门组织的教师竞赛单项获奖：视同18学时县级以上培训",
        ),
    ),
    recognise(
        "lecture",
        where(FROM_COUNTY_UP, activity=LECTURE, role=SPEAKER),
        post("main", class_hours(6)),
        title=Text(
            "A training lecture of county level or above: 6 hours",
            "县级以上培训讲座：每次计6学时县级以上培训",
        ),
    ),
    recognise(
        "open-lesson",
        where(FROM_COUNTY_UP, activity=OPEN_LESSON),
        post("main", class_hours(6)),
        title=Text(
            "An open or demonstration lesson of county level or above: 6 hours",
            "县级以上公开课、示范课：每次计6学时县级以上培训",
        ),
    ),
    recognise(
        "teaching-in-school",
        where(activity=LECTURE, role=SPEAKER, level=Level.SCHOOL),
        post("main", first_known(HOURS_AS_RECOGNISED, record.hours * UNDECIDED)),
        title=Text(
            "Teaching in school-based training: the hours of that training",
            "承担校本培训教学：计相应的校本培训学时",
        ),
        note=NO_RATE_SEEN,
    ),
    nothing(
        "without-assessment",
        where(not_(ASSESSED), activity=(SCHOOL_BASED, SELF_STUDY)),
        reason=Text(
            "study organised by the school, and self-study, count only with an assessment",
            "单位组织的学习和自学须经考核",
        ),
        title=Text("Without an assessment", "未经考核"),
    ),
    recognise(
        "in-school-and-own-study",
        where(activity=(SCHOOL_BASED, SELF_STUDY)),
        post("main", first_known(HOURS_AS_RECOGNISED, record.hours * UNDECIDED)),
        title=Text(
            "Study organised by the school, and self-study, with an assessment",
            "单位组织的学习和有考核的自学",
        ),
        note=NO_RATE_SEEN,
    ),
    recognise(
        "training",
        where(
            any_of(
                record.activity.one_of(*COURSES, CONFERENCE, STUDY_VISIT, STUDY_ABROAD),
                where(activity=LECTURE, role=LISTENER),
            )
        ),
        post("main", HOURS),
        title=Text(
            "Courses and seminars, distance education, conferences and lectures attended, study "
            "elsewhere and abroad",
            "培训班、研修班、远程教育、学术会议、听讲座、外出进修和出国进修",
        ),
        note=FAILED_IS_OPEN,
    ),
)

LECTURES: Final = where(FROM_COUNTY_UP, activity=LECTURE, role=SPEAKER)
OPEN_LESSONS: Final = where(FROM_COUNTY_UP, activity=OPEN_LESSON)

CEILINGS: Final = (
    ceiling(
        "lectures-in-a-year",
        class_hours(18),
        of=LECTURES,
        by=CALENDAR_YEAR,
        title=Text("Training lectures: at most 18 hours in a year", "培训讲座：每年不超过18学时"),
        note=YEAR_OR_CYCLE,
    ),
    ceiling(
        "lectures-in-the-cycle",
        AT_LEAST_18,
        of=LECTURES,
        by=CYCLE,
        title=Text(
            "Training lectures: 18 hours in the cycle, perhaps more",
            "培训讲座：每周期18学时，或可更多",
        ),
        note=YEAR_OR_CYCLE,
    ),
    ceiling(
        "open-lessons-in-a-year",
        class_hours(18),
        of=OPEN_LESSONS,
        by=CALENDAR_YEAR,
        title=Text(
            "Open and demonstration lessons: at most 18 hours in a year",
            "公开课、示范课：每年不超过18学时",
        ),
        note=YEAR_OR_CYCLE,
    ),
    ceiling(
        "open-lessons-in-the-cycle",
        AT_LEAST_18,
        of=OPEN_LESSONS,
        by=CYCLE,
        title=Text(
            "Open and demonstration lessons: 18 hours in the cycle, perhaps more",
            "公开课、示范课：每周期18学时，或可更多",
        ),
        note=YEAR_OR_CYCLE,
    ),
    ceiling(
        "prizes-in-a-year",
        AT_LEAST_18,
        of=where(FROM_COUNTY_UP, activity=COMPETITION_PRIZE),
        by=CALENDAR_YEAR,
        title=Text("Prizes: 18 hours in a year, perhaps more", "竞赛获奖：每年18学时，或可更多"),
        note=Text(
            "Whether a second prize in one year is deemed 18 hours again was not seen, so that it "
            "may count or not; the calendar year is assumed.",
            "同一年度再次获奖是否再计18学时未见，故可能计入，也可能不计入；年度暂按自然年。",
        ),
    ),
)

REQUIREMENTS: Final = (
    require(
        "cycle-360",
        total() >= class_hours(360),
        title=Text("360 hours in five years", "五年不少于360学时"),
    ),
    require(
        "county-and-above-180",
        total(of=where(FROM_COUNTY_UP)) >= class_hours(180),
        title=Text(
            "Of these, 180 hours of county level and above", "其中县级以上培训不少于180学时"
        ),
    ),
    require(
        "enterprise-5-months",
        total("enterprise") >= months(5),
        applies=all_of(
            teacher.stage.is_(Stage.VOCATIONAL_SECONDARY),
            teacher.local(TEACHES).is_(TEACHES_PROFESSIONAL),
        ),
        title=Text(
            "Vocational teachers of professional subjects: 5 months of practice in enterprises",
            "中等职业学校专业课教师：每五年企业实践不少于5个月",
        ),
    ),
)

SEVERAL_DAYS: Final = Text(
    "an activity of several days across a border", "跨年度或跨周期的多日培训"
)
ROUNDING: Final = Text("rounding", "学时尾数的取舍")

SILENT: Final = (
    Text("the first day of the cycle", "周期的起始日"),
    Text(
        "whether 'at most 18' hours, of lectures and of open lessons, are meant by the year or by "
        "the cycle",
        "讲座和公开课“不超过18学时”系按年度还是按周期",
    ),
    Text("whether a second prize in one year counts again", "同一年度再次获奖是否再计"),
    Text("the rates for school-based training and self-study", "校本培训和自学的折算标准"),
    Text("whether the hours of a failed training count", "考核不合格的培训是否计入学时"),
    Text(
        "which other forms count; the training of new teachers and degree study are not among "
        "those that were read",
        "还有哪些其他形式可以计算；所读部分未见新任教师培训和学历学习",
    ),
    Text(
        "whether competitions of other bodies than education authorities are told apart by their "
        "level; here the level is that of the authority",
        "教育行政部门以外机构举办的竞赛如何区分；此处以教育行政部门的级别为准",
    ),
    Text("deadlines for registration", "登记的期限"),
    Text("what follows if hours are missing", "学时不足的后果"),
    Text(
        "Lianyungang City's notice of 2017 on school-based training, of which the opening was seen "
        "and no figure",
        "连云港市2017年关于校本培训的通知，仅见开头，未见数额",
    ),
    SEVERAL_DAYS,
    ROUNDING,
    Text(
        "proration for late entry, leave or part of a cycle, or of teaching professional subjects; "
        "a late joiner owes the figures of the cycle in full",
        "中途入职、休假、任职或任专业课不满一周期的折算；中途入职者暂按整个周期的要求",
    ),
    Text("surplus at the end of a cycle", "周期末的超额学时"),
    Text("transfer from other provinces", "外省转入"),
)

# Suqian's clauses -------------------------------------------------------------------------

CALENDAR_YEARS: Final = Cycle.block(
    years=1,
    starting=date(2016, 1, 1),
    assumed=Text(
        "the hours are asked for by the calendar year; the list shows no day and the year of the "
        "provisions was not verified, so years before 2016 are not judged",
        "学时按自然年计；目录未注日期，规定的年份亦未核实，故不判断2016年以前的年度",
    ),
)
PASSED_OR_NOTHING: Final = (PUBLIC_COURSE, *COURSES, DEGREE_COURSE, SELF_TAUGHT_COURSE)
HOURS_A_DAY: Final = from_table(
    record.local(DAY_FORM),
    rows={FULL_TIME: per(DAY, class_hours(6)), HALF_TIME: per(DAY, class_hours(3))},
)

SUQIAN_RECOGNITION: Final = (
    recognise(
        "recognised-base",
        where(record.local(RECOGNISED_BASE).is_(YES), activity=COURSES),
        post("main", HOURS_AS_RECOGNISED),
        title=Text(
            "Courses of recognised bases: the approved hours",
            "经认定的继续教育基地的培训：按核定学时计",
        ),
    ),
    nothing(
        "not-passed",
        where(not_(PASSED), activity=PASSED_OR_NOTHING),
        reason=Text("its examination or assessment was not passed", "考试或考核不合格"),
        title=Text("Not passed", "考试或考核不合格"),
    ),
    recognise(
        "public-course",
        where(activity=PUBLIC_COURSE),
        post("main", class_hours(72)),
        title=Text(
            "A public compulsory course of the city: 72 hours a subject",
            "市公需必修课：每科72学时",
        ),
    ),
    recognise(
        "examination",
        where(record.local(HAS_CERTIFICATE).is_(YES), activity=EXAMINATION),
        post("main", class_hours(40)),
        title=Text(
            "A certificate by examination (information literacy, professional English, a title, a "
            "vocational qualification): 40 hours",
            "信息化素质、专业外语、职称或职业资格考试取得证书：每项40学时",
        ),
    ),
    nothing(
        "examination-without-certificate",
        where(activity=EXAMINATION),
        reason=Text("no certificate was obtained", "未取得证书"),
        title=Text("An examination without a certificate", "未取得证书的考试"),
    ),
    recognise(
        "other-training",
        where(
            record.local(HAS_CERTIFICATE).is_(YES),
            record.local(HAS_TIMETABLE).is_(YES),
            activity=COURSES,
        ),
        post("main", record.days * HOURS_A_DAY),
        title=Text(
            "Other training: 6 hours a day full time, 3 half time",
            "其他培训：全脱产每天6学时，半脱产每天3学时",
        ),
    ),
    nothing(
        "evidence-missing",
        where(
            not_(
                all_of(
                    record.local(HAS_CERTIFICATE).is_(YES),
                    record.local(HAS_TIMETABLE).is_(YES),
                )
            ),
            activity=COURSES,
        ),
        reason=Text("the certificate and the timetable are both needed", "须同时提供证书和课程表"),
        title=Text("Other training without its evidence", "证明材料不全的其他培训"),
    ),
    recognise(
        "diploma",
        where(activity=DIPLOMA),
        post("main", first_known(HOURS_AS_RECOGNISED, class_hours(0, to=100))),
        title=Text(
            "Degree study with the diploma: 100 hours, registered over two years",
            "取得学历毕业证书：100学时，分两年登记",
        ),
        note=Text(
            "How the two years share the 100 hours was not seen. Each year has a record of its "
            "own, of one project, with the hours registered in it; without them anything from 0 to "
            "100 counts.",
            "两年如何分配未见。两年各记一条，属同一项目，并注明当年登记的学时；未注明的按0至100学时计。",
        ),
    ),
    recognise(
        "degree-course",
        where(activity=DEGREE_COURSE),
        post("main", class_hours(10)),
        title=Text(
            "Degree study without the diploma: 10 hours a course", "学历教育未毕业：每门课程10学时"
        ),
    ),
    recognise(
        "self-taught-course",
        where(activity=SELF_TAUGHT_COURSE),
        post("main", class_hours(15)),
        title=Text(
            "Self-taught examination: 15 hours for each course passed",
            "自学考试：每门课程合格15学时",
        ),
    ),
    recognise(
        "study-visit",
        where(
            record.local(REPORT_HANDED_IN).is_(YES),
            activity=STUDY_VISIT,
            approval=Approval.APPROVED,
        ),
        post("main", HOURS_AS_RECOGNISED),
        title=Text(
            "A study visit that the employer accepts, with a report: by its days",
            "经单位认可并有报告的考察、专题调研：按实际天数",
        ),
        note=Text(
            "The hours for a day were not seen, so those that were recognised are asked for.",
            "每天计多少学时未见，故按认定的学时计。",
        ),
    ),
    nothing(
        "visit-not-accepted",
        where(activity=STUDY_VISIT),
        reason=Text(
            "a study visit counts only if the employer accepts it, and with a report",
            "考察、专题调研须经单位认可并提交报告",
        ),
        title=Text("A study visit not accepted, or without a report", "未经认可或无报告的考察"),
    ),
)

# The policies -----------------------------------------------------------------------------

JIANGSU: Final = Policy(
    id="cn-32",
    title=Text("Jiangsu training hours", "江苏省教师培训学时认定和登记管理办法"),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-32",
    cycle=FIVE_YEARS,
    accounts=(
        Account("main", CLASS_HOUR, title=Text("training hours", "培训学时")),
        Account("enterprise", MONTH, title=Text("practice in enterprises", "企业实践")),
    ),
    recognition=RECOGNITION,
    ceilings=CEILINGS,
    requirements=REQUIREMENTS,
    silent=SILENT,
)

SUQIAN: Final = Policy(
    id="cn-3213",
    title=Text(
        "Suqian: hours of professional staff, teachers included",
        "宿迁市专业技术人员（含教师）继续教育学时",
    ),
    source=SUQIAN_LIST,
    level=Level.CITY,
    place="cn-3213",
    cycle=CALENDAR_YEARS,
    accounts=(
        Account("main", CLASS_HOUR, title=Text("continuing education hours", "继续教育学时")),
    ),
    recognition=SUQIAN_RECOGNITION,
    rewrites=(
        limit_per(
            "diploma-100",
            class_hours(100),
            of=where(activity=DIPLOMA),
            by="project",
            title=Text("One diploma: 100 hours in all", "同一学历合计100学时"),
        ),
    ),
    requirements=(
        require(
            "yearly-90",
            total() >= class_hours(90),
            title=Text("90 hours in the calendar year", "每年累计不少于90学时"),
            article="Art. 8",
            source=PROFESSIONAL_STAFF,
            note=Text(
                "A national figure: the list itself asks for none, but says how hours are "
                "certified.",
                "系国家规定的数额；目录本身只规定学时如何认证。",
            ),
        ),
    ),
    silent=(
        Text(
            "the day of the list, and the items after the sixth", "目录的日期，以及第六项以后各项"
        ),
        Text(
            "which items are public and which professional subjects; so the two thirds that the "
            "nation generally asks of professional subjects are not judged",
            "各项属公需科目还是专业科目；故国家规定的专业科目一般不少于三分之二不作判断",
        ),
        Text(
            "how two years share the 100 hours of a diploma, and which two years these are",
            "学历100学时在两年间如何分配，以及系哪两年",
        ),
        Text(
            "whether the hours of single courses are taken off when the diploma follows",
            "取得毕业证书后，此前单科学时是否扣除",
        ),
        Text("the hours for a day of a study visit", "考察每天计多少学时"),
        Text(
            "how the hours relate to those that the province asks of teachers",
            "与省级教师培训学时的关系",
        ),
        Text("what follows if hours are missing", "学时不足的后果"),
        Text("surplus at the end of a year", "年末的超额学时"),
        SEVERAL_DAYS,
        ROUNDING,
        Text(
            "proration for late entry or leave; the year of joining is asked for in full",
            "中途入职或休假的折算；入职当年暂按全额要求",
        ),
    ),
)
