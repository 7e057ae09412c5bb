"""National training plan: three projects at a distance."""

from __future__ import annotations

from typing import Final

from teachtrain.catalogue._admissions import CLASS_TEACHERS, PRINCIPALS_ONE_YEAR, SENIOR_STAGE
from teachtrain.catalogue._organisers import MINISTRY, NATIONAL_PLATFORM
from teachtrain.catalogue._sources import (
    CAMPUS_SAFETY_2007,
    CLASS_TEACHERS_2007,
    NATIONAL_PLAN_2009,
    NETWORK,
    SAFETY_2006,
)
from teachtrain.catalogue._words import CONTENT, CREDIT, HOURS
from teachtrain.models import Level, Mode, Text, TrainingProject

__all__ = ["CAMPUS_SAFETY", "CLASS_TEACHERS_NATIONAL", "NEW_CURRICULUM_SENIOR"]

NEW_CURRICULUM_SENIOR: Final = TrainingProject(
    "national-new-curriculum-senior",
    Text(
        "National training: senior secondary teachers entering the new curriculum",
        "国家级培训：普通高中新课程教师远程培训",
    ),
    organiser=NATIONAL_PLATFORM,
    partners=(MINISTRY,),
    mode=Mode.ONLINE,
    activity="training",
    levels=(Level.NATION,),
    audience=Text(
        "senior secondary teachers of the starting grade in provinces that enter the new "
        "curriculum; in 2009, 80,000 of Inner Mongolia, Hebei, Hubei and Yunnan",
        "进入课程改革省份的普通高中起始年级教师；2009年为内蒙古、河北、湖北、云南共8万名",
    ),
    forms=(
        Text("study online by oneself", "网上自主学习"),
        Text("meetings on the spot", "线下集中研讨"),
    ),
    basis=(NATIONAL_PLAN_2009,),
    not_known=(HOURS, CONTENT, CREDIT),
    admission=SENIOR_STAGE,
    source=NETWORK,
)
CLASS_TEACHERS_NATIONAL: Final = TrainingProject(
    "national-class-teachers",
    Text("National training of class teachers", "全国中小学班主任培训"),
    organiser=NATIONAL_PLATFORM,
    partners=(MINISTRY,),
    mode=Mode.ONLINE,
    activity="class_teacher_training",
    levels=(Level.NATION,),
    audience=Text(
        "class teachers of primary and secondary schools; in 2007 backbone class teachers, by "
        "quotas of the districts",
        "中小学班主任；2007年为各区县分配名额的骨干班主任",
    ),
    forms=(
        Text("at least one hour online a day", "每天上网学习不少于1小时"),
        Text("cases and homework", "案例与作业"),
        Text("an examination", "考试"),
        Text("two local meetings", "两次集中研讨"),
    ),
    basis=(CLASS_TEACHERS_2007,),
    gives=(
        Text(
            "the result entered the continuing education score of the year, locally",
            "当地将成绩计入年度继续教育成绩",
        ),
    ),
    not_known=(HOURS, CONTENT),
    admission=CLASS_TEACHERS,
    source=NETWORK,
)
CAMPUS_SAFETY: Final = TrainingProject(
    "national-campus-safety",
    Text("National training of principals in campus safety", "全国中小学校长“校园安全”专题培训"),
    organiser=NATIONAL_PLATFORM,
    partners=(MINISTRY,),
    mode=Mode.ONLINE,
    activity="training",
    topics="safety",
    levels=(Level.NATION,),
    audience=Text(
        "principals with at least one year in post, and officials for safety; in 2007, 50 of "
        "each project county, each from another school",
        "任职一年以上的中小学校长和安全管理干部；2007年每个项目县50名，来自不同学校",
    ),
    forms=(
        Text("at least two hours online a day", "每天上网学习不少于2小时"),
        Text("a case from one's own work, handed in before the start", "开班前提交一份工作案例"),
    ),
    basis=(CAMPUS_SAFETY_2007, SAFETY_2006),
    gives=(
        Text(
            "the ministry asked principals for at least 16 hours of safety training in 2006",
            "2006年教育部要求校长接受不少于16学时的安全培训",
        ),
    ),
    not_known=(HOURS, CONTENT, CREDIT),
    admission=PRINCIPALS_ONE_YEAR,
    source=NETWORK,
)
