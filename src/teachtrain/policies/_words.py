"""
The words in which the policies of this package ask for facts.

*Activities* say what a training record is. *Events* are days in a teacher's life. *Local facts*
are named facts of a teacher or a record that no field of the model holds. A fact that is not
given is unknown, never "no".

Which activities are post training is our reading, and it stands here alone: the texts name
branches of training, not kinds of record.
"""

from __future__ import annotations

from typing import Final

from teachtrain.models import YES, Amount, Result, Term, number
from teachtrain.rules import if_, record

__all__ = [
    "ACTIVITIES",
    "AGREED_BEFOREHAND",
    "ALLOWED_INTERRUPTIONS",
    "ANNUAL_APPRAISAL",
    "APPOINTED",
    "AUTHORS",
    "AUTHOR_RANK",
    "BACKBONE_TRAINING",
    "BECAME_CLASS_TEACHER",
    "BOOK",
    "BORN",
    "CERTIFICATE",
    "CERTIFICATE_CREDITS",
    "CHARACTERS",
    "CLASS_TEACHER_TRAINING",
    "COMPETITION",
    "COMPETITION_PRIZE",
    "CONFERENCE",
    "CONSECUTIVE",
    "CONTENT_CATEGORY",
    "COURSE_DEVELOPMENT",
    "COURSE_TYPE",
    "CREDITS",
    "CREDITS_DUE",
    "CYCLE_STARTED",
    "DATES_ON_CERTIFICATE",
    "DAY_FORM",
    "DEGREE_COURSE",
    "DEGREE_YEAR",
    "DELEGATED",
    "DIPLOMA",
    "ELECTIVE",
    "ENTERPRISE_PRACTICE",
    "ETHICS",
    "ETHICS_MET",
    "ETHICS_NOT_MET",
    "EXAMINATION",
    "EXCELLENT",
    "EXCHANGE",
    "FAILED_APPRAISALS_IN_A_ROW",
    "FIT",
    "FIT_FOR_WORK",
    "FOLLOW_UP_GUIDANCE",
    "FULL_TIME",
    "HALF_TIME",
    "HAS_CERTIFICATE",
    "HAS_TIMETABLE",
    "HELD",
    "HOURS",
    "INDUCTION",
    "INSTITUTION_REVIEWED",
    "LATE_FOR_SPECIAL_REASONS",
    "LEADER",
    "LECTURE",
    "LESSON_OBSERVATION",
    "LESSON_PLAN",
    "LISTENER",
    "LONG_INTERRUPTION",
    "MAKE_UP_STARTED",
    "MEASURED_IN_CREDITS",
    "MEETING",
    "MEMBERSHIP_YEARS",
    "MENTEE",
    "MENTOR",
    "MENTORING",
    "MINUTES",
    "MONTHS",
    "NO",
    "OFFSET_CREDITS",
    "ON_PLATFORM",
    "OPEN_LESSON",
    "ORGANISING",
    "PAPER",
    "PARTICIPANT",
    "POST_TRAINING",
    "PRINCIPAL_IMPROVEMENT",
    "PRINCIPAL_QUALIFICATION",
    "PRIZE",
    "PROBATION_ENDED",
    "PROFESSIONAL",
    "PROJECT_KIND",
    "PROVIDER_QUALIFIED",
    "PUBLIC",
    "PUBLIC_COURSE",
    "QUALIFIED",
    "RECOGNISED_BASE",
    "RECOGNISED_HOURS",
    "REGISTERED",
    "REGISTRATION_CREDITS_DUE",
    "REGISTRATION_MEASURE",
    "REPORT_HANDED_IN",
    "RESEARCH_PROJECT",
    "RURAL_SUPPORT",
    "SAFETY",
    "SCHOOL_BASED",
    "SELF_STUDY",
    "SELF_TAUGHT_CANDIDATE",
    "SELF_TAUGHT_COURSE",
    "SEMINAR",
    "SENT_BY_SCHOOL",
    "SPEAKER",
    "STUDIO",
    "STUDY_ABROAD",
    "STUDY_VISIT",
    "SUBJECT_KIND",
    "TEACHES",
    "TEACHES_PROFESSIONAL",
    "TEACHING_RESEARCH",
    "TEACHING_TEACHERS",
    "TECHNOLOGY_EXAMINATION",
    "TECHNOLOGY_EXAMINATION_ENTERED",
    "TECHNOLOGY_PROJECT_STARTED",
    "TECHNOLOGY_TRAINING",
    "TOPIC_STUDY",
    "TRAINING",
    "UNDECIDED",
]

# Activities -------------------------------------------------------------------------------

INDUCTION: Final = Term("induction", "induction training", "新任教师培训")
"""Training of a newly appointed teacher in the probation period."""
TRAINING: Final = Term("training", "training", "培训")
"""Any other training by a provider outside the teacher's own school."""
SCHOOL_BASED: Final = Term("school_based", "school-based training", "校本研修")
"""Training that the teacher's own school organises."""
DEGREE_YEAR: Final = Term("degree_year", "a school year of degree study", "学年学历学习")
"""One school year of study toward a higher degree in the national education system. Its result
is that of the year's study; its days lie in that school year."""
CLASS_TEACHER_TRAINING: Final = Term(
    "class_teacher_training", "class teacher training", "班主任培训"
)
"""Training for the work of a class teacher."""
PRINCIPAL_QUALIFICATION: Final = Term(
    "principal_qualification", "qualification training of principals", "校长任职资格培训"
)
"""Training of a new or proposed principal for the post."""
PRINCIPAL_IMPROVEMENT: Final = Term(
    "principal_improvement", "improvement training of principals", "校长提高培训"
)
"""Periodic training of a serving principal, training on single topics included."""
BACKBONE_TRAINING: Final = Term("backbone_training", "backbone training", "骨干培训")
"""Training of a backbone teacher or candidate; for a principal, the advanced seminar."""
SELF_STUDY: Final = Term("self_study", "self-directed study", "自主研修")
"""The teacher's own study, without a course."""
DEGREE_COURSE: Final = Term("degree_course", "a course of degree study", "学历课程")
"""One course of study toward a degree; its result is that of the course."""
SELF_TAUGHT_COURSE: Final = Term(
    "self_taught_course", "self-taught examination course", "自学考试课程"
)
"""One course of the higher education self-taught examination; its result is that of the course."""
DIPLOMA: Final = Term("diploma", "a diploma", "取得学历")
"""Study toward a degree that ended with the diploma."""
PUBLIC_COURSE: Final = Term("public_course", "public compulsory course", "公需必修课")
"""One subject that the personnel authority asks of all professional staff."""
EXAMINATION: Final = Term("examination", "examination for a certificate", "资格考试")
"""An examination or test for a certificate, a title or a vocational qualification."""
PAPER: Final = Term("paper", "paper", "论文")
"""A paper that was published."""
TECHNOLOGY_TRAINING: Final = Term(
    "technology_training", "technology training", "教育技术和信息技术培训"
)
"""Training in educational or information technology."""
TECHNOLOGY_EXAMINATION: Final = Term(
    "technology_examination", "educational technology examination", "教育技术水平考试"
)
"""A sitting of the national examination in educational technology."""
BOOK: Final = Term("book", "book", "著作")
"""A book that was published."""
RESEARCH_PROJECT: Final = Term("research_project", "research project", "课题研究")
"""Work on a research project; its `role` is `leader` or `participant`."""
TEACHING_RESEARCH: Final = Term("teaching_research", "teaching research", "教研活动")
"""A teaching-research activity (教研活动), which looks into how a subject is taught."""
SEMINAR: Final = Term("seminar", "seminar", "研讨活动")
"""A discussion among teachers on a question of their work."""
STUDIO: Final = Term("studio", "studio of a master teacher", "名师工作室")
"""Work in a studio of a master teacher."""
MENTORING: Final = Term("mentoring", "mentoring", "师徒结对")
"""Guiding another teacher, or being guided; its `role` is `mentor` or `mentee`."""
LECTURE: Final = Term("lecture", "lecture", "讲座")
"""A lecture; its `role` is `speaker` or `listener`."""
CONFERENCE: Final = Term("conference", "academic conference", "学术会议")
"""An academic conference."""
TEACHING_TEACHERS: Final = Term(
    "teaching_teachers", "teaching future or serving teachers", "指导师范生或培训教师"
)
"""Teaching, or guiding, student teachers or serving teachers."""
MEETING: Final = Term("meeting", "meeting in school", "校内教研会议")
"""A training or research meeting in school; who holds it has the `role` of `speaker`."""
EXCHANGE: Final = Term("exchange", "exchange of experience", "经验交流")
"""A contribution to an exchange of experience."""
FOLLOW_UP_GUIDANCE: Final = Term("follow_up_guidance", "follow-up guidance", "跟踪指导")
"""Guidance in the teacher's own work after a training."""
LESSON_OBSERVATION: Final = Term("lesson_observation", "observing a lesson", "听课")
"""One lesson of somebody else that was observed."""
OPEN_LESSON: Final = Term("open_lesson", "open lesson", "公开课")
"""A lesson that was given before other teachers."""
COMPETITION_PRIZE: Final = Term(
    "competition_prize", "prize in a teaching competition", "教学比赛获奖"
)
"""A prize in one event of a competition; its level is that of the authority that holds it."""
STUDY_VISIT: Final = Term("study_visit", "study visit", "进修考察")
"""Study at another institution, or a special investigation."""
STUDY_ABROAD: Final = Term("study_abroad", "training abroad", "出国培训")
"""Training in another country."""
ENTERPRISE_PRACTICE: Final = Term("enterprise_practice", "practice in an enterprise", "企业实践")
"""Practice of a vocational teacher in an enterprise."""
LESSON_PLAN: Final = Term("lesson_plan", "good lesson plan", "优秀教案")
"""A lesson plan that was chosen as good."""
COMPETITION: Final = Term("competition", "competition", "教学比赛")
"""A teaching competition."""
ORGANISING: Final = Term("organising", "organising an activity", "组织活动")
"""Organising an activity for other teachers."""
COURSE_DEVELOPMENT: Final = Term("course_development", "development of a course", "课程开发")
"""A training course that the teacher developed and gave."""
TOPIC_STUDY: Final = Term("topic_study", "study of a topic", "专题研修")
"""Study of one topic by a plan, with a report at the end."""
RURAL_SUPPORT: Final = Term("rural_support", "support of a rural school", "支教")
"""Teaching at a rural school to support it."""

ACTIVITIES: Final = (
    INDUCTION,
    TRAINING,
    SCHOOL_BASED,
    DEGREE_YEAR,
    CLASS_TEACHER_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
    BACKBONE_TRAINING,
    SELF_STUDY,
    DEGREE_COURSE,
    SELF_TAUGHT_COURSE,
    DIPLOMA,
    PUBLIC_COURSE,
    EXAMINATION,
    PAPER,
    RESEARCH_PROJECT,
    STUDIO,
    LECTURE,
    CONFERENCE,
    TEACHING_TEACHERS,
    LESSON_OBSERVATION,
    OPEN_LESSON,
    COMPETITION_PRIZE,
    STUDY_VISIT,
    STUDY_ABROAD,
    ENTERPRISE_PRACTICE,
    TECHNOLOGY_TRAINING,
    TECHNOLOGY_EXAMINATION,
    BOOK,
    MENTORING,
    MEETING,
    EXCHANGE,
    LESSON_PLAN,
    COMPETITION,
    ORGANISING,
    TEACHING_RESEARCH,
    SEMINAR,
    FOLLOW_UP_GUIDANCE,
    COURSE_DEVELOPMENT,
    TOPIC_STUDY,
    RURAL_SUPPORT,
)
"""What a record may be, in the words that the policies of this package recognise."""

POST_TRAINING: Final = (TRAINING, CLASS_TEACHER_TRAINING)
"""What is post training (岗位培训) for sure: a class teacher's training is for a post too."""
DELEGATED: Final = (SCHOOL_BASED, SELF_STUDY)
"""What a national text leaves to the province: it may count all, a part or none of it."""

# Roles in an activity ---------------------------------------------------------------------

SPEAKER: Final = Term("speaker", "speaker", "主讲人")
LISTENER: Final = Term("listener", "listener", "听讲人")

LEADER: Final = Term("leader", "leader", "主持人")
PARTICIPANT: Final = Term("participant", "participant", "参与者")
MENTOR: Final = Term("mentor", "mentor", "师傅")
MENTEE: Final = Term("mentee", "mentee", "徒弟")
SAFETY: Final = Term("safety", "safety", "安全")
"""Safety at school. A record that names no topic is taken to have none."""

# Events -----------------------------------------------------------------------------

APPOINTED: Final = Term("appointed", "the first appointment", "首次任教")
"""The day of the teacher's first appointment, which opens the probation period (试用期)."""
PROBATION_ENDED: Final = Term("probation_ended", "the end of the probation period", "试用期满")
"""The first day after the probation period."""
CYCLE_STARTED: Final = Term(
    "cycle_started", "the start of the first training cycle", "首个培训周期开始"
)
"""The first day of the teacher's first training cycle, which no national text names."""
REGISTERED: Final = Term("registered", "the first registration", "首次注册")
"""The first day of the teacher's first registration (首次注册)."""
BECAME_CLASS_TEACHER: Final = Term(
    "became_class_teacher", "the first day as a class teacher", "担任班主任"
)
"""The first day as a class teacher; a day to come, where it is settled."""
TECHNOLOGY_PROJECT_STARTED: Final = Term(
    "technology_project_started", "the start of the technology project", "信息技术项目启动"
)
"""The first day of the years that a project for information technology gives the teacher."""
TECHNOLOGY_EXAMINATION_ENTERED: Final = Term(
    "technology_examination_entered", "entry to the technology examination", "报考教育技术水平考试"
)
"""The day on which the teacher enters for the examination in educational technology."""
MAKE_UP_STARTED: Final = Term(
    "make_up_started", "the first day of the time to make up hours", "补学期开始"
)
"""The first day of the time in which hours that are missing may be made up."""
BORN: Final = Term("born", "the day of birth", "出生")
"""The day of birth, where a rule goes by age."""

# Local facts of the teacher ---------------------------------------------------------------

ANNUAL_APPRAISAL: Final = Term("annual_appraisal", "annual appraisal", "年度考核结果")
"""Result of the annual appraisal (年度考核), held on the days that it judges: `excellent`,
`qualified` or `not_qualified`."""
FAILED_APPRAISALS_IN_A_ROW: Final = Term(
    "failed_appraisals_in_a_row",
    "number of annual appraisals failed in a row",
    "连续年度考核不合格次数",
)
"""The most annual appraisals of the registration period, one after another, that were
`not_qualified`: a number."""
ETHICS: Final = Term("ethics", "professional ethics", "师德")
"""The finding on professional ethics (师德): `met`, `not_met`, or `serious_breach` where the
breach was serious and had bad effect."""
LONG_INTERRUPTION: Final = Term(
    "long_interruption",
    "interruption of teaching for more than one semester",
    "中断教育教学工作一学期以上的情况",
)
"""Why teaching was interrupted for more than one semester on end, held on the days of that
interruption: `approved_study`, `training`, `academic_exchange`, `sick_leave`,
`maternity_leave`, `other`; otherwise `none`."""
FIT_FOR_WORK: Final = Term("fit_for_work", "fitness for the work", "身心健康、胜任工作")
"""Whether health allows the work: `yes` or `no`."""
CERTIFICATE: Final = Term("certificate", "qualification certificate", "教师资格证书")
"""The teacher's qualification certificate: `held`, `lost` or `revoked`."""
REGISTRATION_MEASURE: Final = Term(
    "registration_measure", "measure of training for registration", "注册所用的培训计量"
)
"""What the province measures training by for registration: `hours` or `credits`."""
REGISTRATION_CREDITS_DUE: Final = Term(
    "registration_credits_due", "credits set for registration", "注册应修学分"
)
"""The credits that the province sets in place of the 360 hours: a number."""
CREDITS_DUE: Final = Term("credits_due", "credits due", "应修学分")
"""The credits that a rule asks for, where its figure was not seen: a number."""
TEACHES: Final = Term("teaches", "kind of subjects taught", "任教课程类别")
"""What a vocational teacher teaches: `general` or `professional` subjects."""

SELF_TAUGHT_CANDIDATE: Final = Term(
    "self_taught_candidate",
    "entry “candidate of a named self-taught programme”",
    "“指定专业自学考试考生”一项",
)
"""Whether the teacher is a candidate of a self-taught programme that a rule names: `yes`, `no`."""
LATE_FOR_SPECIAL_REASONS: Final = Term(
    "late_for_special_reasons", "entry “delayed for special reasons”", "“因特殊原因延后”一项"
)
"""Whether training could not come before the post for special reasons: `yes` or `no`."""

# Values of these facts that rules ask for ---------------------------------------------------

QUALIFIED: Final = Term("qualified", "qualified", "合格")
EXCELLENT: Final = Term("excellent", "excellent", "优秀")
ETHICS_MET: Final = Term("met", "up to the standard", "达标")
ETHICS_NOT_MET: Final = Term(
    "not_met", "below the standard without a serious breach", "未达标但未严重违反"
)
"""That a local fact is so; otherwise it is `no`."""
FIT: Final = YES
HELD: Final = Term("held", "held", "持有")
NO: Final = Term("no", "no", "否")
TEACHES_PROFESSIONAL: Final = Term("professional", "professional subjects", "专业课")
FULL_TIME: Final = Term("full_time", "full time", "全脱产")
HALF_TIME: Final = Term("half_time", "half time", "半脱产")
MEASURED_IN_CREDITS: Final = Term("credits", "credits", "学分")
ALLOWED_INTERRUPTIONS: Final = (
    Term("none", "none", "无"),
    Term("approved_study", "approved study", "经批准的进修"),
    Term("training", "training", "培训"),
    Term("academic_exchange", "academic exchange", "学术交流"),
    Term("sick_leave", "sick leave", "病休"),
    Term("maternity_leave", "maternity leave", "产假"),
)
"""None at all, or one for these reasons, does no harm."""

# Local facts of a record ------------------------------------------------------------------

CREDITS: Final = Term("credits", "recognised credits", "认定的学分")
"""The credits that whoever recognises them, such as the province, gave the record: a number."""
CERTIFICATE_CREDITS: Final = Term(
    "certificate_credits", "credits on the certificate", "证书所载学分"
)
"""The credits that the training's own certificate states: a number."""
OFFSET_CREDITS: Final = Term("offset_credits", "credits that it offsets", "冲抵的学分")
"""The credits by which the record lowers what is due, as they were recognised: a number."""
RECOGNISED_HOURS: Final = Term("recognised_hours", "recognised hours", "认定的学时")
"""The class hours that whoever recognises them gave the record: a number."""
PROVIDER_QUALIFIED: Final = Term(
    "provider_qualified", "qualification of the provider", "培训机构资质情况"
)
"""Whether the provider is qualified by the education authority of the province, or of the nation:
`yes` or `no`."""
RECOGNISED_BASE: Final = Term(
    "recognised_base", "recognition of the provider as a base", "机构的基地认定情况"
)
"""Whether the provider is a recognised base of continuing education: `yes` or `no`."""
HAS_CERTIFICATE: Final = Term("has_certificate", "possession of a certificate", "持有证书情况")
"""Whether the certificate is at hand: `yes` or `no`."""
HAS_TIMETABLE: Final = Term("has_timetable", "possession of a timetable", "持有课程表情况")
"""Whether the training's timetable is at hand: `yes` or `no`."""
REPORT_HANDED_IN: Final = Term("report_handed_in", "handing in of the report", "报告提交情况")
"""Whether the report on a visit was handed in: `yes` or `no`."""
DAY_FORM: Final = Term("day_form", "full or half time", "全脱产或半脱产")
"""How much of each of its days a training takes: `full_time` or `half_time`."""
MONTHS: Final = Term("months", "number of months", "月数")
"""How many months an activity lasted: a number."""
MEMBERSHIP_YEARS: Final = Term("membership_years", "full years of membership", "参加满年数")
"""For how many full years a membership lasted: a number."""
SUBJECT_KIND: Final = Term("subject_kind", "kind of subject", "科目类别")
"""Which part of continuing education it belongs to: one of the next three."""
PROFESSIONAL: Final = Term("professional", "professional subjects", "专业科目")
PUBLIC: Final = Term("public", "public subjects", "公需科目")
ELECTIVE: Final = Term("elective", "elective subjects", "选修科目")
CHARACTERS: Final = Term("characters", "number of characters", "字数")
"""How many characters were written, or read: a number."""
PRIZE: Final = Term("prize", "entry “won a prize”", "“获奖”一项")
"""Whether it won a prize of its level: `yes` or `no`."""
CONTENT_CATEGORY: Final = Term("content_category", "category of content", "内容类别")
"""The one category of content that its credits stand in, in the words of the policy that asks."""
COURSE_TYPE: Final = Term("course_type", "type of course", "课程类别")
"""Which part of the demand a course serves: `public_required`, `professional_required` or
`elective`."""
PROJECT_KIND: Final = Term("project_kind", "kind of project", "项目类别")
"""The kind under which a platform lists a training project, in the words of the policy that
asks."""
ON_PLATFORM: Final = Term("on_platform", "standing in the provincial platform", "列入省平台")
"""Whether the project stands in the province's training platform: `yes` or `no`."""
INSTITUTION_REVIEWED: Final = Term(
    "institution_reviewed", "review of the institution passed", "机构通过条件审核"
)
"""Whether the training institution has passed the review of its conditions: `yes` or `no`."""
AGREED_BEFOREHAND: Final = Term(
    "agreed_beforehand", "consent of the school beforehand", "事先征得学校同意"
)
"""Whether the teacher's school agreed before the training: `yes` or `no`."""
CONSECUTIVE: Final = Term("consecutive", "taken without interruption", "不间断完成")
"""Whether the training was taken in one piece, without interruption: `yes` or `no`."""
SENT_BY_SCHOOL: Final = Term("sent_by_school", "sent by the school", "学校派出")
"""Whether the school sent the teacher: `yes` or `no`."""
DATES_ON_CERTIFICATE: Final = Term(
    "dates_on_certificate", "first and last day on the certificate", "证书载明起止日期"
)
"""Whether the certificate names the first and the last day: `yes` or `no`."""
MINUTES: Final = Term("minutes", "minutes", "分钟数")
"""How many minutes an activity lasted: a number."""
AUTHORS: Final = Term("authors", "number of authors", "作者人数")
"""How many authors a work has: a number."""
AUTHOR_RANK: Final = Term("author_rank", "place among the authors", "作者排名")
"""The teacher's place among the authors, 1 for the first: a number."""

# Values of these facts, and roles, that rules ask for ----------------------------------------

# Amounts that a text leaves open ----------------------------------------------------------

UNDECIDED: Final[Amount] = number(0, to=1)
"""A share that whoever applies the text decides: anything from none to all."""

HOURS: Final = record.hours * if_(record.result.is_(Result.FAILED), UNDECIDED, 1)
"""The hours of a record, where no text says whether those of a failed training count."""
