"""Training of teachers: eight projects."""

from __future__ import annotations

from typing import Final

from teachtrain.catalogue._admissions import (
    COMPULSORY_STAGE,
    ENGLISH_TEACHERS,
    NEW_OR_SHORT_SERVICE,
    RURAL_TEACHERS,
)
from teachtrain.catalogue._organisers import (
    EDUCATION_AUTHORITIES,
    FOREIGN_STUDIES,
    NATIONAL_PLATFORM,
)
from teachtrain.catalogue._sources import ALL_STAFF_2004, NETWORK, ORDER_7, TECHNOLOGY_PLAN_2005
from teachtrain.catalogue._words import ALL_TEACHERS, CONTENT, CREDIT, HOURS
from teachtrain.models import Text, TrainingProject

__all__ = [
    "ALL_STAFF",
    "BASIC_SKILLS",
    "EDUCATIONAL_TECHNOLOGY",
    "ENGLISH",
    "MENTAL_HEALTH",
    "NEW_CURRICULUM_COMPULSORY",
    "NEW_TEACHERS",
    "RURAL_QUALITY",
]

MODE: Final = Text("how it is delivered", "培训方式")

ALL_STAFF: Final = TrainingProject(
    "all-staff",
    Text("All-staff training", "教师全员培训"),
    organiser=NATIONAL_PLATFORM,
    partners=(EDUCATION_AUTHORITIES,),
    activity="training",
    topics=("new_ideas", "new_curriculum", "new_technology", "ethics"),
    audience=ALL_TEACHERS,
    basis=(ALL_STAFF_2004,),
    not_known=(HOURS, MODE, CREDIT),
    source=NETWORK,
)
NEW_TEACHERS: Final = TrainingProject(
    "new-teachers",
    Text("Training of new teachers", "新教师培训"),
    organiser=NATIONAL_PLATFORM,
    activity="induction",
    audience=Text(
        "new teachers, and teachers of kindergartens, primary and secondary schools who have "
        "taught for a short time",
        "新任教师及教龄较短的中小学、幼儿园教师",
    ),
    basis=(ORDER_7,),
    gives=(
        Text(
            "a new teacher owes 120 hours of such training within probation, by Art. 9",
            "新任教师试用期内培训不少于120学时（第九条）",
        ),
    ),
    not_known=(HOURS, CONTENT, MODE),
    admission=NEW_OR_SHORT_SERVICE,
    source=NETWORK,
)
NEW_CURRICULUM_COMPULSORY: Final = TrainingProject(
    "new-curriculum-compulsory",
    Text("New curriculum training for compulsory education", "义务教育阶段教师新课程培训"),
    organiser=NATIONAL_PLATFORM,
    activity="training",
    topics="new_curriculum",
    audience=Text("teachers in compulsory education", "义务教育阶段教师"),
    gives=(
        Text(
            "a province that the source does not name asks for 40 hours before one teaches the "
            "new curriculum",
            "某省（来源未具名）要求任教新课程前培训不少于40学时",
        ),
    ),
    not_known=(HOURS, CONTENT, MODE, CREDIT),
    admission=COMPULSORY_STAGE,
    source=NETWORK,
)
BASIC_SKILLS: Final = TrainingProject(
    "basic-skills",
    Text("Training in basic teaching skills", "教师基本功训练"),
    organiser=NATIONAL_PLATFORM,
    activity="training",
    topics="basic_skills",
    audience=ALL_TEACHERS,
    not_known=(HOURS, CONTENT, MODE, CREDIT),
    source=NETWORK,
)
EDUCATIONAL_TECHNOLOGY: Final = TrainingProject(
    "educational-technology",
    Text("Topical training in educational technology", "中小学教师教育技术能力专题培训"),
    organiser=NATIONAL_PLATFORM,
    activity="technology_training",
    topics="educational_technology",
    module_count=8,
    forms=(
        Text("building of knowledge", "知识建构"),
        Text("activities", "活动"),
        Text("guidance by theory", "理论指导"),
        Text("cases of use", "应用案例"),
        Text("evaluation", "评价"),
    ),
    audience=Text(
        "teachers at the front line of primary and secondary schools, and others who work there; "
        "the plan of 2005 names teaching, management and technical staff",
        "中小学一线教师及相关工作人员；2005年计划分教学人员、管理人员和技术人员",
    ),
    basis=(TECHNOLOGY_PLAN_2005,),
    gives=(
        Text(
            "the plan asks for at least 50 hours and, besides, for the national level "
            "examination; which was stopped in 2015",
            "计划要求培训不低于50学时，并参加全国水平考试；该考试2015年停考",
        ),
    ),
    not_known=(HOURS, Text("the titles of the eight modules", "八个模块的名称"), MODE),
    source=NETWORK,
)
MENTAL_HEALTH: Final = TrainingProject(
    "mental-health",
    Text("Training of teachers in mental health", "教师心理健康培训"),
    organiser=NATIONAL_PLATFORM,
    activity="training",
    topics="mental_health",
    audience=ALL_TEACHERS,
    not_known=(HOURS, CONTENT, MODE, CREDIT),
    source=NETWORK,
)
RURAL_QUALITY: Final = TrainingProject(
    "rural-quality",
    Text("Training to raise the quality of rural teachers", "农村中小学教师素质提高培训"),
    organiser=NATIONAL_PLATFORM,
    activity="training",
    audience=Text("rural teachers of primary and secondary schools", "农村中小学教师"),
    forms=(Text("on a large scale, at low cost and of good quality", "大规模、低成本、高质量"),),
    not_known=(HOURS, CONTENT, MODE, CREDIT),
    admission=RURAL_TEACHERS,
    source=NETWORK,
)
ENGLISH: Final = TrainingProject(
    "english",
    Text("Professional improvement of English teachers", "英语教师专业提升培训"),
    organiser=NATIONAL_PLATFORM,
    partners=(FOREIGN_STUDIES,),
    activity="training",
    topics="english",
    audience=Text(
        "English teachers of primary and secondary schools, backbone teachers among them",
        "中小学基础英语教师和骨干教师",
    ),
    not_known=(HOURS, CONTENT, CREDIT),
    admission=ENGLISH_TEACHERS,
    source=NETWORK,
)
