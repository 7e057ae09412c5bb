"""Agreements between credit systems that sources tell of. Between provinces none was found."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.catalogue._sources import (
    EXAMINATION_PLAN_2009,
    EXAMINATION_PLAN_CLOSED,
    MUTUAL_RECOGNITION_2009,
)
from teachtrain.models import (
    CLASS_HOUR,
    PROGRAMME_CREDIT,
    TRAINING_CREDIT,
    UNKNOWN,
    Approval,
    Certainty,
    Level,
    Result,
    Role,
    Source,
    Span,
    Stage,
    Substitution,
    Term,
    Text,
    class_hours,
    programme_credits,
    training_credits,
)
from teachtrain.policies._shandong import PROVINCE as SHANDONG_MEASURES
from teachtrain.policies._words import DEGREE_COURSE, DEGREE_YEAR, SELF_TAUGHT_COURSE
from teachtrain.rules import not_, nothing, record, teacher, where
from teachtrain.rules.agreements import Agreement, CreditSystem

__all__ = [
    "AGREEMENTS",
    "COMPULSORY_EDUCATION",
    "MOVES_BETWEEN_LIKE_SCHOOLS",
    "NON_DEGREE_TRAINING",
    "NTET_INTERMEDIATE",
    "NTET_PRIMARY",
    "PILOT_2009",
    "PILOT_SUBSTITUTIONS",
    "SHANDONG_PROVINCE_WIDE",
    "SHANDONG_SYSTEM",
    "UNNAMED_PROVINCE",
]

# The pilot of 2009 ------------------------------------------------------------------------

NON_DEGREE_TRAINING: Final = CreditSystem(
    "non-degree-training",
    Text("non-degree training of teachers", "中小学教师非学历培训"),
    CLASS_HOUR,
)
COMPULSORY_EDUCATION: Final = CreditSystem(
    "compulsory-education",
    Text(
        "self-taught programme Compulsory Education (040124, 040125)",
        "自学考试义务教育专业（040124、040125）",
    ),
    PROGRAMME_CREDIT,
)
NTET_PRIMARY: Final = Term(
    "ntet_primary",
    "the examination of educational technology, primary grade",
    "全国中小学教师教育技术水平考试（初级）",
)
NTET_INTERMEDIATE: Final = Term(
    "ntet_intermediate",
    "the examination of educational technology, intermediate grade",
    "全国中小学教师教育技术水平考试（中级）",
)
TECHNOLOGY_PRIMARY: Final = Term(
    "09275", "09275 (educational technology, primary grade)", "09275（教育技术水平考试初级）"
)
TECHNOLOGY_INTERMEDIATE: Final = Term(
    "09287",
    "09287 (educational technology, intermediate grade)",
    "09287（教育技术水平考试中级）",
)
MANAGEMENT_PSYCHOLOGY: Final = Term("00163", "00163 psychology of management", "00163 管理心理学")
EDUCATION_MANAGEMENT: Final = Term(
    "00449", "00449 principles of education management", "00449 教育管理原理"
)

_ENTRY: Final = Span.until(date(2015, 6, 30))
_STOPPED: Final = Span.since(date(2015, 7, 1))

PILOT_2009: Final = Agreement(
    "pilot-2009",
    Text(
        "Pilot of 2009: non-degree training in the self-taught programme Compulsory Education",
        "2009年学分互认试点：非学历培训与自学考试义务教育专业",
    ),
    giver=NON_DEGREE_TRAINING,
    receiver=COMPULSORY_EDUCATION,
    takes=class_hours(16),
    gives=programme_credits(1),
    refusals=(
        nothing(
            "degree-study",
            where(record.activity.one_of(DEGREE_COURSE, DEGREE_YEAR, SELF_TAUGHT_COURSE)),
            reason=Text(
                "it is degree study, and no non-degree training", "属学历学习，不是非学历培训"
            ),
            title=Text("Degree study", "学历学习"),
        ),
        nothing(
            "below-county",
            where(not_(record.level.at_least(Level.COUNTY))),
            reason=Text("it was not organised at county level or above", "不是县级以上组织的培训"),
            title=Text("Training below county level", "县级以下组织的培训"),
        ),
        nothing(
            "not-passed",
            where(not_(record.result.one_of(Result.PASSED, Result.EXCELLENT))),
            reason=Text("it was not passed", "考核未合格"),
            title=Text("Training that was not passed", "考核未合格的培训"),
        ),
        nothing(
            "not-recognised",
            where(not_(record.approval.is_(Approval.APPROVED))),
            reason=Text(
                "the training authority of the province has not recognised it",
                "未经省级教师培训主管部门认定",
            ),
            title=Text("Training that the province has not recognised", "未经省级认定的培训"),
        ),
    ),
    ceiling=programme_credits(12),
    electives=True,
    passes=(
        Substitution(NTET_PRIMARY, TECHNOLOGY_PRIMARY, source=EXAMINATION_PLAN_2009),
        Substitution(NTET_INTERMEDIATE, TECHNOLOGY_INTERMEDIATE, source=EXAMINATION_PLAN_2009),
    ),
    windows=UNKNOWN,
    through=Role.CENTRE,
    in_force=Span.since(date(2009, 5, 1)),
    entry=_ENTRY,
    closed_on=date(2019, 1, 1),
    source=MUTUAL_RECOGNITION_2009,
    silent=(
        Text(
            "in which days of the year the centre may apply; the notice says only that there are "
            "such days",
            "每年受理申请的具体时间（通知仅称在规定时间内）",
        ),
        Text(
            "the day of May 2009 on which it came into force; the first of the month is taken",
            "2009年5月的具体施行日期；此处以当月1日计",
        ),
        Text(
            "which training stands for which elective course",
            "何种培训可免修哪门选修课程",
        ),
        Text(
            "what becomes of a fraction of a credit; it stands here",
            "不足1学分的部分如何处理；此处按原数保留",
        ),
        Text(
            "whether the 12 credits hold for each stage of the programme or for both together; "
            "together here",
            "12学分按专科、独立本科段分别计算还是合并计算；此处合并计算",
        ),
        Text(
            "whether training from before the pilot counts; it does here",
            "试点以前的培训是否计入；此处计入",
        ),
    ),
)
"""16 hours for a credit of electives, at most 12, as a notice of Henan restates the pilot."""

PILOT_SUBSTITUTIONS: Final = (
    Substitution(
        MANAGEMENT_PSYCHOLOGY,
        TECHNOLOGY_PRIMARY,
        in_force=_STOPPED,
        source=EXAMINATION_PLAN_CLOSED,
    ),
    Substitution(
        EDUCATION_MANAGEMENT,
        TECHNOLOGY_INTERMEDIATE,
        in_force=_STOPPED,
        source=EXAMINATION_PLAN_CLOSED,
    ),
)
"""
What stands for the two courses once their examination was stopped, for who had not passed them.

The notice names no first day; the second half of 2015 is taken, when new candidates were no
longer admitted.
"""

# Moves within a province ------------------------------------------------------------------

SHANDONG_SYSTEM: Final = CreditSystem(
    "cn-37",
    Text("continuing education credits of Shandong", "山东省中小学教师继续教育学分"),
    TRAINING_CREDIT,
)
"""A city's or county's system is one with `part_of=SHANDONG_SYSTEM`."""

SHANDONG_PROVINCE_WIDE: Final = Agreement(
    "cn-37-province-wide",
    Text("Credits hold in all of Shandong", "学分在山东全省有效"),
    giver=SHANDONG_SYSTEM,
    receiver=SHANDONG_SYSTEM,
    takes=training_credits(1),
    gives=training_credits(1),
    measure=record.local("credits", TRAINING_CREDIT),
    source=SHANDONG_MEASURES,
    silent=(
        Text(
            "the first and the last day on which that holds",
            "该规定起止的具体日期",
        ),
    ),
)
"""Credits that one place of Shandong recognised hold in every other."""

UNNAMED_PROVINCE: Final = CreditSystem(
    "unnamed-province",
    Text(
        "continuing education credits of a province that the source doesn't name",
        "某省继续教育学分（未具省名）",
    ),
    TRAINING_CREDIT,
)
_MOVES: Final = Source(
    "某市教师继续教育登记说明：校际调动（未具地名）",
    certainty=Certainty.REPORTED,
    title=Text(
        "A city's rule on moves between schools, no place named", "某市关于教师校际调动学分的规定"
    ),
    addresses=("http://friask.com/pet/1326954.html",),
    note=Text("A summary was read that names no place.", "查阅的是未具地名的摘要。"),
)


def _like_schools(stage: Stage) -> Agreement:
    return Agreement(
        f"unnamed-province-{stage}",
        Text(
            f"Move between schools of one stage within the province: {stage.en}",
            f"省内同类学校之间调动：{stage.zh}",
        ),
        giver=UNNAMED_PROVINCE,
        receiver=UNNAMED_PROVINCE,
        takes=training_credits(1),
        gives=training_credits(1),
        measure=record.local("credits", TRAINING_CREDIT),
        applicant=teacher.stage.is_(stage),
        refusals=(
            nothing(
                "other-stage",
                where(not_(teacher.stage.is_(stage))),
                reason=Text(
                    "it was earned at a school of another stage", "系在不同类别学校任教期间取得"
                ),
                title=Text("Credit from a school of another stage", "在不同类别学校取得的学分"),
            ),
        ),
        source=_MOVES,
    )


MOVES_BETWEEN_LIKE_SCHOOLS: Final = tuple(_like_schools(stage) for stage in Stage)
"""One agreement for each stage: of the school one moves to, and of the school one comes from."""

AGREEMENTS: Final = (PILOT_2009, SHANDONG_PROVINCE_WIDE, *MOVES_BETWEEN_LIKE_SCHOOLS)
"""Every agreement that a source tells of."""
