"""
Rules of Hunan Province (湖南省), of Changsha City and of Lianyuan City.

The cities keep the province's clauses and add their own.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from teachtrain.models import (
    BACKBONE_TEACHER,
    CLASS_TEACHER,
    NEW_TEACHER,
    TRAINING_CREDIT,
    YES,
    Calendar,
    Certainty,
    Clip,
    Cycle,
    Level,
    Source,
    Stage,
    Term,
    Text,
    training_credits,
)
from teachtrain.policies._words import (
    APPOINTED,
    BACKBONE_TRAINING,
    CERTIFICATE_CREDITS,
    CLASS_TEACHER_TRAINING,
    CREDITS,
    CYCLE_STARTED,
    HAS_CERTIFICATE,
    INDUCTION,
    NO,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    PROVIDER_QUALIFIED,
    SCHOOL_BASED,
    TRAINING,
)
from teachtrain.rules import (
    CYCLE_YEAR,
    Account,
    Consequence,
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
    requirements_for,
    teacher,
    total,
    where,
)

__all__ = ["CHANGSHA_2013", "HUNAN_2011", "LIANYUAN"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "湖南省中小学教师培训学分登记管理试行办法",
    certainty=Certainty.REPORTED,
    title=Text(
        "Hunan trial measures for the registration and management of teachers' training credits",
        "湖南省中小学教师培训学分登记管理试行办法",
    ),
    addresses=("https://johnnytowncar.com/edu/2011/12-15/3533195.shtml",),
    note=Text(
        "Of December 2011; a report was read. The document's number and the day of issue were "
        "not seen.",
        "2011年12月发布，查阅的是报道；未见文号和具体日期。",
    ),
)
CHANGSHA: Final = Source(
    "长沙市教师培训学分登记工作课件（2013年）",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Changsha City: registration of training credits, slides of 2013",
        "长沙市教师培训学分登记工作课件（2013年）",
    ),
    addresses=("https://m.taodocs.com/p-12226841.html",),
    note=Text(
        "Slides for those who register credits were read; the title is ours.",
        "查阅的是面向学分登记人员的课件；名称为本库所拟。",
    ),
)
LIANYUAN_CITY: Final = Source(
    "涟源市教师培训学分登记规定",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Lianyuan City: registration of teachers' training credits",
        "涟源市教师培训学分登记规定",
    ),
    addresses=("https://www.wenku365.com/p-32430347.html",),
    note=Text(
        "The opening was read; the title is ours, and number and day were not seen.",
        "查阅了开头部分；名称为本库所拟，未见文号和日期。",
    ),
)

# What counts ------------------------------------------------------------------------------

BY_A_PROVIDER: Final = (
    INDUCTION,
    TRAINING,
    CLASS_TEACHER_TRAINING,
    BACKBONE_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
)
"""Training outside the teacher's own school: whoever gives it needs the qualification."""

REGISTERED_CREDITS: Final = record.local(CREDITS, TRAINING_CREDIT)

# The province's clauses -------------------------------------------------------------------

FIVE_YEARS: Final = Cycle.personal(
    years=5,
    since=CYCLE_STARTED,
    clip=Clip.BACK,
    assumed=Text(
        "the text names cycles of five years and its first day was not seen; cycles follow on each "
        "other from the start of the teacher's first cycle; one that would start on 29 February "
        "starts on the 28th",
        "条文规定五年一周期而未见起始日，故自教师首个培训周期开始之日起连续计算；"
        "应于2月29日起算而当年无此日的，自28日起算",
    ),
)

ACCOUNTS: Final = (
    Account("main", TRAINING_CREDIT, title=Text("training credits", "培训学分")),
    Account("adaptation", TRAINING_CREDIT, title=Text("adaptation training", "新任教师适应性培训")),
)

NOT_QUALIFIED: Final = nothing(
    "provider-not-qualified",
    where(record.local(PROVIDER_QUALIFIED).is_(NO), activity=BY_A_PROVIDER),
    reason=Text(
        "its provider has no qualification from the province's education authority or a higher one",
        "培训机构未取得省级以上教育行政部门认定的培训资质",
    ),
    title=Text("Training by a provider that is not qualified", "无资质机构的培训"),
    source=PROVINCE,
    note=Text(
        "Our reading: not asked of what the teacher's own school organises.",
        "按我们的理解：本校组织的校本研修不作此要求。",
    ),
)
ADAPTATION: Final = recognise(
    "adaptation-training",
    where(activity=INDUCTION),
    post("adaptation", REGISTERED_CREDITS),
    title=Text("Adaptation training of new teachers", "新任教师适应性培训"),
    source=PROVINCE,
    note=Text(
        "In addition to the credits of the cycle, so in an account of its own.",
        "在周期学分之外另计。",
    ),
)
REGISTERED: Final = recognise(
    "registered",
    where(),
    post("main", REGISTERED_CREDITS),
    title=Text("Registered credits", "登记的学分"),
    source=PROVINCE,
    note=Text(
        "How many credits an activity earns was not seen, so those that were registered for it are "
        "asked for.",
        "各类活动如何计学分未见，故按已登记的学分计。",
    ),
)

SURE_FROM: Final = date(2012, 1, 1)
"""The month of issue, December 2011, was read; the day in it was not seen."""
BEYOND_THE_CALENDAR: Final = 120_000
"""Months: a border so far away that there is none."""
BEFORE_OR_AFTER_THE_APPOINTMENT: Final = around(
    APPOINTED,
    months_before=BEYOND_THE_CALENDAR,
    months_after=BEYOND_THE_CALENDAR,
    clip=Clip.BACK,
)

NOT_EXCELLENT: Final = Consequence(
    "not-excellent",
    Text(
        "in principle, the appraisal of that year is not 'excellent'",
        "该年度考核原则上不得评为优秀",
    ),
)

CYCLE_360: Final = require(
    "cycle-360",
    total() >= training_credits(360),
    title=Text("360 credits in the cycle", "每周期不少于360学分"),
    source=PROVINCE,
)
YEARLY_30: Final = require(
    "yearly-30",
    each(CYCLE_YEAR, total() >= training_credits(30)),
    title=Text("30 credits in each year", "每年不少于30学分"),
    source=PROVINCE,
    note=Text(
        "Which year is meant was not seen. It is taken to be that of the cycle: from one "
        "anniversary of its first day to the next.",
        "“每年”所指未见，暂按周期内的各年计，即自周期起始日起每满一年为一年。",
    ),
)
NEW_TEACHER_150: Final = require(
    "new-teacher-150",
    total("adaptation", over=BEFORE_OR_AFTER_THE_APPOINTMENT) >= training_credits(150),
    applies=all_of(
        teacher.category.is_(NEW_TEACHER).on(APPOINTED), teacher.event(APPOINTED) >= SURE_FROM
    ),
    title=Text(
        "New teachers: 150 credits of adaptation training besides",
        "新任教师另须完成不少于150学分的适应性培训",
    ),
    source=PROVINCE,
    note=Text(
        "Asked of those appointed on or after 1 January 2012, when the measures were surely "
        "issued. No day was seen by which the credits must be complete.",
        "适用于2012年1月1日起入职者，此时办法必已印发；未见完成期限。",
    ),
)
EXCELLENT_72: Final = require(
    "excellent-72",
    each(CYCLE_YEAR, total() >= training_credits(72)),
    consequence=NOT_EXCELLENT,
    title=Text(
        "For an 'excellent' appraisal: 72 credits in the year", "考核评优：当年不少于72学分"
    ),
    source=PROVINCE,
    note=Text(
        "No duty, and so no part of the overall verdict: below 72 credits the teacher may still "
        "have met the duty of the year. The year is that of the 30 credits.",
        "并非义务，故不计入总体结论；不足72学分仍可能已完成年度义务。年度与30学分所指相同。",
    ),
)

WHICH_YEAR: Final = Text(
    "the year against which the 30 and the 72 credits are counted",
    "每年30学分和72学分所指的年度",
)
"""Lianyuan City settles it."""
OTHERWISE_SILENT: Final = (
    Text("the first day of the cycle", "周期的起始日"),
    Text("how many credits an activity earns", "各类活动计多少学分"),
    Text("what follows if the credits of a year or of the cycle are missing", "学分不足的后果"),
    Text(
        "whether school-based training needs a qualified provider; here it does not",
        "校本研修是否须由有资质的机构实施；此处未要求",
    ),
    Text(
        "within which days the 150 credits of adaptation training must lie",
        "适应性培训150学分应在何期间内完成",
    ),
    Text(
        "what follows for a school of whose teachers 20 in a hundred miss the credits",
        "学校有20%的教师未完成学分时的后果",
    ),
    Text(
        "a move between schools: a page with the same wording lets credits follow the teacher "
        "between schools of one stage and type in the province, but does not name its city",
        "校际调动：有文字相同的网页称省内同学段同类学校之间学分随转，但未注明城市",
    ),
    Text("an activity of several days across a border", "跨年度或跨周期的多日培训"),
    Text("rounding", "学分尾数的取舍"),
    Text(
        "proration for late entry, leave or part of a cycle; a late joiner owes the figures of the "
        "cycle, and of the year of joining, in full",
        "中途入职、休假或任职不满一周期的折算；中途入职者，周期及入职当年暂按全额要求",
    ),
    Text("surplus at the end of a cycle", "周期末的超额学分"),
    Text("transfer from other provinces", "外省转入"),
)
SILENT: Final = (WHICH_YEAR, *OTHERWISE_SILENT)

# The policies -----------------------------------------------------------------------------

HUNAN_2011: Final = Policy(
    id="cn-43-2011",
    title=Text("Hunan credit registration measures", "湖南省中小学教师培训学分登记管理试行办法"),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-43",
    cycle=FIVE_YEARS,
    accounts=ACCOUNTS,
    recognition=(NOT_QUALIFIED, ADAPTATION, REGISTERED),
    requirements=(CYCLE_360, YEARLY_30, NEW_TEACHER_150, EXCELLENT_72),
    overall=("cycle-360", "yearly-30", "new-teacher-150"),
    silent=SILENT,
)

SEVEN_SUBJECTS: Final = (
    Term("chinese", "Chinese", "语文"),
    Term("mathematics", "mathematics", "数学"),
    Term("english", "English", "英语"),
    Term("physical_education_and_health", "physical education and health", "体育与健康"),
    Term("basic_computing", "basic computing", "计算机应用基础"),
    Term("physics", "physics", "物理"),
    Term("chemistry", "chemistry", "化学"),
)
CONCERNED: Final = any_of(
    not_(teacher.stage.is_(Stage.VOCATIONAL_SECONDARY)), teacher.subject.one_of(*SEVEN_SUBJECTS)
)
"""In secondary vocational schools, only the teachers of seven general subjects."""

CERTIFIED: Final = where(
    record.local(HAS_CERTIFICATE).is_(YES),
    level=(Level.CITY, Level.COUNTY),
    activity=BY_A_PROVIDER,
)
ON_THE_CERTIFICATE: Final = record.local(CERTIFICATE_CREDITS, TRAINING_CREDIT)
DIRECTLY: Final = Text(
    "With the credits on the certificate. Recognised directly, which is read to mean that the "
    "provider's qualification is not asked for.",
    "按证书所载学分计。条文称直接认定，故理解为不再审查机构资质。",
)
IN_BOTH: Final = Text(
    "Whether it is within the 360 credits was not seen; here it is.",
    "是否计入360学分未见；此处计入。",
)

CHANGSHA_2013: Final = attrs.evolve(
    HUNAN_2011,
    id="cn-4301-2013",
    title=Text("Changsha credit registration, 2013", "长沙市教师培训学分登记（2013年）"),
    source=CHANGSHA,
    level=Level.CITY,
    place="cn-4301",
    accounts=(
        *ACCOUNTS,
        Account(
            "class-teacher", TRAINING_CREDIT, title=Text("class teacher training", "班主任专项培训")
        ),
    ),
    recognition=(
        recognise(
            "certified-adaptation-training",
            where(CERTIFIED, activity=INDUCTION),
            post("adaptation", ON_THE_CERTIFICATE),
            title=Text(
                "Certified adaptation training of city or district",
                "市、区县培训机构颁发证书的适应性培训",
            ),
            note=DIRECTLY,
        ),
        recognise(
            "certified-class-teacher-training",
            where(CERTIFIED, activity=CLASS_TEACHER_TRAINING),
            post("main", ON_THE_CERTIFICATE),
            post("class-teacher", ON_THE_CERTIFICATE),
            title=Text(
                "Certified class teacher training of city or district",
                "市、区县培训机构颁发证书的班主任培训",
            ),
            note=DIRECTLY,
        ),
        recognise(
            "certified-training",
            CERTIFIED,
            post("main", ON_THE_CERTIFICATE),
            title=Text("Certified training of city or district", "市、区县培训机构颁发证书的培训"),
            note=DIRECTLY,
        ),
        NOT_QUALIFIED,
        ADAPTATION,
        recognise(
            "class-teacher-training",
            where(activity=CLASS_TEACHER_TRAINING),
            post("main", REGISTERED_CREDITS),
            post("class-teacher", REGISTERED_CREDITS),
            title=Text("Class teacher training", "班主任专项培训"),
            note=IN_BOTH,
        ),
        REGISTERED,
    ),
    requirements=requirements_for(
        CONCERNED,
        attrs.evolve(CYCLE_360, source=CHANGSHA),
        attrs.evolve(YEARLY_30, source=CHANGSHA),
        attrs.evolve(NEW_TEACHER_150, source=CHANGSHA),
        require(
            "backbone-400",
            total() >= training_credits(400),
            applies=teacher.category.is_(BACKBONE_TEACHER).ever(),
            title=Text("Backbone teachers: 400 credits in the cycle", "骨干教师不少于400学分"),
            note=Text(
                "Asked of whoever was a backbone teacher on any day of the cycle; a rule for part "
                "of a cycle was not seen.",
                "凡周期内曾为骨干教师者均适用；未见不满一周期的规定。",
            ),
        ),
        require(
            "class-teacher-30",
            total("class-teacher") >= training_credits(30),
            applies=teacher.category.is_(CLASS_TEACHER).ever(),
            title=Text(
                "Class teachers: 30 credits of class teacher training",
                "班主任专项培训不少于30学分",
            ),
            note=Text(
                "Within which time was not seen; here the cycle. Asked of whoever was a class "
                "teacher on any day of it.",
                "完成期间未见，暂按周期计；凡周期内曾任班主任者均适用。",
            ),
        ),
        EXCELLENT_72,
    ),
    overall=("cycle-360", "yearly-30", "new-teacher-150", "backbone-400", "class-teacher-30"),
    silent=(
        *SILENT,
        Text(
            "what else the slides say; only the part on who is concerned and how much was read",
            "课件的其他内容；仅见适用范围和学分数额部分",
        ),
        Text(
            "whether class teacher training is within the 360 credits; here it is",
            "班主任专项培训是否计入360学分；此处计入",
        ),
        Text(
            "since when, and until when, a backbone teacher owes 400 credits",
            "骨干教师400学分自何时起、至何时止适用",
        ),
    ),
)

JULY_TO_JUNE: Final = Calendar("school year", ((7, 1),), "学年")
THE_CITYS_YEAR: Final = Text(
    "The figure is the province's, the year the city's: from 1 July to 30 June. A year that the "
    "cycle cuts short is not judged.",
    "学分数为省级规定，年度为本市规定的7月1日至次年6月30日；不完整落在周期内的年度不作判断。",
)

LIANYUAN: Final = attrs.evolve(
    HUNAN_2011,
    id="cn-431382",
    title=Text("Lianyuan credit registration", "涟源市教师培训学分登记"),
    source=LIANYUAN_CITY,
    level=Level.COUNTY,
    place="cn-431382",
    requirements=(
        attrs.evolve(CYCLE_360, source=LIANYUAN_CITY),
        require(
            "school-based-210",
            total(of=where(activity=SCHOOL_BASED)) >= training_credits(210),
            title=Text("Of these, 210 credits school-based", "其中校本研修不少于210学分"),
        ),
        require(
            "county-and-above-150",
            total(
                of=where(
                    record.level.at_least(Level.COUNTY), not_(record.activity.is_(SCHOOL_BASED))
                )
            )
            >= training_credits(150),
            title=Text("And 150 credits of county level and above", "县级以上培训不少于150学分"),
            note=Text(
                "210 and 150 are 360, so that no credit is looked for in both.",
                "210与150合计360，故同一学分不在两项中重复计算。",
            ),
        ),
        attrs.evolve(
            YEARLY_30,
            needs=each(JULY_TO_JUNE, total() >= training_credits(30), cut_short="drop"),
            note=THE_CITYS_YEAR,
        ),
        NEW_TEACHER_150,
        attrs.evolve(
            EXCELLENT_72,
            needs=each(JULY_TO_JUNE, total() >= training_credits(72), cut_short="drop"),
            note=Text(
                "No duty, and so no part of the overall verdict. " + THE_CITYS_YEAR.en,
                "并非义务，故不计入总体结论。" + THE_CITYS_YEAR.zh,
            ),
        ),
    ),
    overall=(
        "cycle-360",
        "school-based-210",
        "county-and-above-150",
        "yearly-30",
        "new-teacher-150",
    ),
    silent=(
        *OTHERWISE_SILENT,
        Text("a school year that the cycle cuts short", "不完整落在周期内的学年"),
        Text(
            "the date of the rule, and what follows its opening", "规定的日期，以及开头之后的内容"
        ),
    ),
)
