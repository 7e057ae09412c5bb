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

from teachtrain.models import Amount, Result, Term, number
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
    "BECAME_PRINCIPAL",
    "BOOK",
    "CERTIFICATE",
    "CHARACTERS",
    "CLASS_TEACHER_TRAINING",
    "CONSECUTIVE",
    "CONTENT_CATEGORY",
    "COURSE_DEVELOPMENT",
    "COURSE_TYPE",
    "CREDITS",
    "CYCLE_STARTED",
    "DATES_ON_CERTIFICATE",
    "DEGREE_YEAR",
    "DELEGATED",
    "ETHICS",
    "ETHICS_MET",
    "ETHICS_NOT_MET",
    "EXCELLENT",
    "FAILED_APPRAISALS_IN_A_ROW",
    "FIT",
    "FIT_FOR_WORK",
    "FOLLOW_UP_GUIDANCE",
    "HELD",
    "HOURS",
    "INDUCTION",
    "INSTITUTION_REVIEWED",
    "LEADER",
    "LECTURE",
    "LESSON_OBSERVATION",
    "LONG_INTERRUPTION",
    "MEASURED_IN_CREDITS",
    "MENTEE",
    "MENTOR",
    "MENTORING",
    "MINUTES",
    "MONTHS",
    "NO",
    "ON_PLATFORM",
    "OPEN_LESSON",
    "PAPER",
    "POST_TRAINING",
    "PRINCIPAL_IMPROVEMENT",
    "PRINCIPAL_QUALIFICATION",
    "PROBATION_ENDED",
    "PROJECT_KIND",
    "PROPOSED_PRINCIPAL",
    "QUALIFIED",
    "REGISTERED",
    "REGISTRATION_CREDITS_DUE",
    "REGISTRATION_MEASURE",
    "RESEARCH_PROJECT",
    "RURAL_SUPPORT",
    "SCHOOL_BASED",
    "SELF_STUDY",
    "SEMINAR",
    "SENT_BY_SCHOOL",
    "SPEAKER",
    "STUDIO",
    "STUDY_ABROAD",
    "TEACHING_RESEARCH",
    "TOPIC_STUDY",
    "TRAINING",
    "UNDECIDED",
    "YES",
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
PAPER: Final = Term("paper", "paper", "论文")
"""A paper that was published."""
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
FOLLOW_UP_GUIDANCE: Final = Term("follow_up_guidance", "follow-up guidance", "跟踪指导")
"""Guidance in the teacher's own work after a training."""
LECTURE: Final = Term("lecture", "lecture", "讲座")
"""A lecture; its `role` is `speaker` or `listener`."""
LESSON_OBSERVATION: Final = Term("lesson_observation", "observing a lesson", "听课")
"""One lesson of somebody else that was observed."""
OPEN_LESSON: Final = Term("open_lesson", "open lesson", "公开课")
"""A lesson that was given before other teachers."""
COURSE_DEVELOPMENT: Final = Term("course_development", "development of a course", "课程开发")
"""A training course that the teacher developed and gave."""
TOPIC_STUDY: Final = Term("topic_study", "study of a topic", "专题研修")
"""Study of one topic by a plan, with a report at the end."""
STUDY_ABROAD: Final = Term("study_abroad", "training abroad", "出国培训")
"""Training in another country."""
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
    PAPER,
    BOOK,
    RESEARCH_PROJECT,
    TEACHING_RESEARCH,
    SEMINAR,
    STUDIO,
    MENTORING,
    FOLLOW_UP_GUIDANCE,
    LECTURE,
    LESSON_OBSERVATION,
    OPEN_LESSON,
    COURSE_DEVELOPMENT,
    TOPIC_STUDY,
    STUDY_ABROAD,
    RURAL_SUPPORT,
)
"""What a record may be, in the words that the policies of this package recognise."""

POST_TRAINING: Final = (TRAINING, CLASS_TEACHER_TRAINING)
"""What is post training (岗位培训) for sure: a class teacher's training is for a post too."""
DELEGATED: Final = (SCHOOL_BASED, SELF_STUDY)
"""What a national text leaves to the province: it may count all, a part or none of it."""

# Categories beside those of the model, and events -----------------------------------------

PROPOSED_PRINCIPAL: Final = Term("proposed_principal", "proposed principal", "拟任校长")

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
BECAME_PRINCIPAL: Final = Term("became_principal", "taking up a principal's post", "任校长")
"""The first day in a principal's post; a day to come, where it is settled."""

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

# Values of these facts that rules ask for ---------------------------------------------------

QUALIFIED: Final = Term("qualified", "qualified", "合格")
EXCELLENT: Final = Term("excellent", "excellent", "优秀")
ETHICS_MET: Final = Term("met", "up to the standard", "达标")
ETHICS_NOT_MET: Final = Term(
    "not_met", "below the standard without a serious breach", "未达标但未严重违反"
)
FIT: Final = Term("yes", "yes", "是")
HELD: Final = Term("held", "held", "持有")
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
MONTHS: Final = Term("months", "months", "月数")
"""How many months an activity lasted: a number."""
MINUTES: Final = Term("minutes", "minutes", "分钟数")
"""How many minutes an activity lasted: a number."""
CHARACTERS: Final = Term("characters", "characters", "字数")
"""How many characters were written, or read: a number."""
AUTHORS: Final = Term("authors", "number of authors", "作者人数")
"""How many authors a work has: a number."""
AUTHOR_RANK: Final = Term("author_rank", "place among the authors", "作者排名")
"""The teacher's place among the authors, 1 for the first: a number."""

# Values of these facts, and roles, that rules ask for ----------------------------------------

YES: Final = Term("yes", "yes", "是")
NO: Final = Term("no", "no", "否")
SPEAKER: Final = Term("speaker", "speaker", "主讲人")
MENTOR: Final = Term("mentor", "mentor", "师傅")
MENTEE: Final = Term("mentee", "mentee", "徒弟")
LEADER: Final = Term("leader", "leader", "负责人")

# Amounts that a text leaves open ----------------------------------------------------------

UNDECIDED: Final[Amount] = number(0, to=1)
"""A share that whoever applies the text decides: anything from none to all."""

HOURS: Final = record.hours * if_(record.result.is_(Result.FAILED), UNDECIDED, 1)
"""The hours of a record, where no text says whether those of a failed training count."""
