"""Training face to face: three seminars."""

from __future__ import annotations

from typing import Final

from teachtrain.catalogue._admissions import (
    BACKBONE_TEACHERS,
    CLASS_TEACHERS,
    PRINCIPALS_OR_MANAGERS,
)
from teachtrain.catalogue._organisers import NATIONAL_PLATFORM
from teachtrain.catalogue._principals import TOPICS
from teachtrain.catalogue._sources import CLASS_TEACHERS_2006, NETWORK
from teachtrain.catalogue._words import CREDIT, LENGTH, TOPIC_TITLES
from teachtrain.models import Mode, Module, Text, TrainingProject

__all__ = ["BACKBONE_SEMINAR", "CLASS_TEACHER_SEMINAR", "PRINCIPALS_SEMINAR"]

PRINCIPALS_SEMINAR: Final = TrainingProject(
    "seminar-principals",
    Text("Advanced seminar of principals", "校长培训（高级研修班）"),
    organiser=NATIONAL_PLATFORM,
    mode=Mode.FACE_TO_FACE,
    activity="principal_improvement",
    module_count=TOPICS,
    audience=Text(
        "principals, party secretaries and managers of schools", "校长、书记和学校管理干部"
    ),
    not_known=(TOPIC_TITLES, LENGTH, CREDIT),
    admission=PRINCIPALS_OR_MANAGERS,
    source=NETWORK,
)
CLASS_TEACHER_SEMINAR: Final = TrainingProject(
    "seminar-class-teachers",
    Text("Training of class teachers, face to face", "班主任培训"),
    organiser=NATIONAL_PLATFORM,
    mode=Mode.FACE_TO_FACE,
    activity="class_teacher_training",
    modules=(
        Module("norms", Text("basic norms of the work", "班主任工作基本规范")),
        Module("mental-health", Text("mental health of students", "学生心理健康教育指导")),
        Module("activities", Text("design of class activities", "班级活动设计与组织")),
        Module("management", Text("management of a class", "班级管理")),
        Module("moral-education", Text("moral education of minors", "未成年人思想道德教育")),
        Module("policy-and-law", Text("education policy and law", "相关教育政策法规")),
    ),
    module_count=6,
    audience=Text("class teachers of primary and secondary schools", "中小学班主任"),
    basis=(CLASS_TEACHERS_2006,),
    gives=(
        Text(
            "the national plan asks a new class teacher for at least 30 hours, before taking the "
            "post or within half a year after",
            "全国计划要求班主任上岗前或上岗后半年内接受不少于30学时的专题培训",
        ),
        Text(
            "in Henan credit is recorded only if county level or above recognises it and it is "
            "passed",
            "河南省规定：县级以上认定且考核合格的方可计入学分",
        ),
    ),
    not_known=(LENGTH,),
    admission=CLASS_TEACHERS,
    source=NETWORK,
)
BACKBONE_SEMINAR: Final = TrainingProject(
    "seminar-backbone",
    Text("Advanced seminar of backbone teachers", "骨干教师教育教学高级研修班"),
    organiser=NATIONAL_PLATFORM,
    mode=Mode.FACE_TO_FACE,
    activity="backbone_training",
    forms=(
        Text("reports by experts", "专家报告"),
        Text("demonstrations by famous teachers", "名师示范"),
        Text("comments by experts", "专家点评"),
        Text("exchange on teaching", "教学交流"),
    ),
    audience=Text(
        "backbone teachers, leaders of teaching research, leading cadres of schools, and "
        "teachers about to become backbone teachers",
        "骨干教师、教科研带头人、学校领导干部和即将成为骨干教师的教师",
    ),
    gives=(
        Text(
            "national Order No. 7 sets no least number of hours for backbone teachers",
            "教育部令第7号未规定骨干教师培训的最低学时",
        ),
    ),
    not_known=(LENGTH, CREDIT),
    admission=BACKBONE_TEACHERS,
    source=NETWORK,
)
