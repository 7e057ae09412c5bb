"""
Who may join a project, as far as its source says, in facts that a platform can give.

What a source says of them only in words that no fact tells ("who have taught for a short time") is
asked as a fact of its own, so that a platform decides it and nobody guesses.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.catalogue._sources import (
    CAMPUS_SAFETY_2007,
    EXAMINATION_PLAN_2009,
    NATIONAL_PLAN_2009,
)
from teachtrain.models import (
    BACKBONE_TEACHER,
    BECAME_PRINCIPAL,
    CLASS_TEACHER,
    NEW_TEACHER,
    PRINCIPAL,
    PROPOSED_PRINCIPAL,
    RURAL_TEACHER,
    YEAR,
    YES,
    Amount,
    Span,
    Stage,
    Term,
    Text,
)
from teachtrain.rules import all_of, any_of, teacher, when
from teachtrain.rules.admission import Admission

__all__ = [
    "BACKBONE_CANDIDATE",
    "BACKBONE_TEACHERS",
    "CLASS_TEACHERS",
    "COMPULSORY_STAGE",
    "ENGLISH_TEACHERS",
    "NEW_OR_SHORT_SERVICE",
    "PRINCIPALS_ONE_YEAR",
    "PRINCIPALS_OR_MANAGERS",
    "PRINCIPALS_OR_PROPOSED",
    "RESEARCH_LEADER",
    "RURAL_TEACHERS",
    "SAFETY_OFFICIAL",
    "SCHOOL_MANAGER",
    "SELF_TAUGHT_ENTRY",
    "SENIOR_STAGE",
    "SHORT_SERVICE",
]

SAFETY_OFFICIAL: Final = Term("safety_official", "official for safety", "安全管理干部")
"""A category: who manages safety in a school."""
BACKBONE_CANDIDATE: Final = Term(
    "backbone_candidate", "teacher about to become a backbone teacher", "骨干教师培养对象"
)
"""A category: who is being trained to become a backbone teacher."""
SCHOOL_MANAGER: Final = Term(
    "school_manager", "party secretary or manager of a school", "学校管理干部"
)
"""A category: a party secretary, or another who manages a school."""
RESEARCH_LEADER: Final = Term("research_leader", "leader of teaching research", "教科研带头人")
"""A category: who leads the teaching research of others."""
SHORT_SERVICE: Final = Term("short_service", "teacher with short service", "教龄较短的教师")
"""A category: who has taught for a short time; no source says how short."""

ENGLISH_SUBJECT: Final = Term("english", "English", "英语")
GRADE: Final = Term("grade", "grade taught", "任教年级")
STARTING_GRADE: Final = Term("starting", "the starting grade", "起始年级")
ENTERS_REFORM: Final = Term(
    "enters_reform", "entry “the province enters the new curriculum”", "“所在省份进入新课程”一项"
)
SERVING: Final = Term(
    "serving", "entry “serving teacher or education manager”", "“在职教师或教育管理人员”一项"
)
COLLECTIVE_ENTRY: Final = Term(
    "collective_entry", "entry “entered by the county's centre”", "“由县级中心集体报考”一项"
)
STAGE_OF_STUDY: Final = Term("stage_of_study", "stage of study", "报考层次")
BACHELOR: Final = Term("bachelor", "independent bachelor stage", "独立本科段")
DIPLOMA: Final = Term(
    "junior_college_diploma", "entry “junior college diploma”", "“专科毕业证书”一项"
)

CLASS_TEACHERS: Final = Admission(teacher.category.is_(CLASS_TEACHER))
RURAL_TEACHERS: Final = Admission(teacher.category.is_(RURAL_TEACHER))
ENGLISH_TEACHERS: Final = Admission(teacher.subject.is_(ENGLISH_SUBJECT))
SENIOR_STAGE: Final = Admission(
    all_of(
        teacher.stage.is_(Stage.SENIOR_SECONDARY),
        teacher.local(GRADE).is_(STARTING_GRADE),
        teacher.local(ENTERS_REFORM).is_(YES),
    ),
    source=NATIONAL_PLAN_2009,
)
COMPULSORY_STAGE: Final = Admission(
    teacher.stage.one_of(Stage.PRIMARY, Stage.JUNIOR_SECONDARY),
)
NEW_OR_SHORT_SERVICE: Final = Admission(
    teacher.category.one_of(NEW_TEACHER, SHORT_SERVICE),
    note=Text(
        "How short a short service is, no source says: the platform gives it as a category.",
        "“教龄较短”的年限未见规定，由平台以类别给出。",
    ),
)
PRINCIPALS_ONE_YEAR: Final = Admission(
    any_of(
        all_of(
            teacher.category.is_(PRINCIPAL),
            teacher.years_since(BECAME_PRINCIPAL) >= Amount(1, 1, YEAR),
        ),
        teacher.category.is_(SAFETY_OFFICIAL),
    ),
    source=CAMPUS_SAFETY_2007,
)
PRINCIPALS_OR_PROPOSED: Final = Admission(
    teacher.category.one_of(PRINCIPAL, PROPOSED_PRINCIPAL),
)
PRINCIPALS_OR_MANAGERS: Final = Admission(teacher.category.one_of(PRINCIPAL, SCHOOL_MANAGER))
BACKBONE_TEACHERS: Final = Admission(
    teacher.category.one_of(BACKBONE_TEACHER, BACKBONE_CANDIDATE, RESEARCH_LEADER, SCHOOL_MANAGER)
)
SELF_TAUGHT_ENTRY: Final = Admission(
    all_of(
        teacher.local(SERVING).is_(YES),
        teacher.local(COLLECTIVE_ENTRY).is_(YES),
        when(teacher.local(STAGE_OF_STUDY).is_(BACHELOR), teacher.local(DIPLOMA).is_(YES)),
    ),
    window=Span.until(date(2015, 6, 30)),
    source=EXAMINATION_PLAN_2009,
    note=Text(
        "No new candidates from the second half of 2015, by 考委〔2015〕4号 as a notice of Henan "
        "Province restates it; 1 July is taken as its first day.",
        "据河南省通知转述的考委〔2015〕4号，2015年下半年起不再接纳新生；此处以7月1日为起始日。",
    ),
)
