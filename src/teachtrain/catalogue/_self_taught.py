"""The self-taught examination for teachers, with training that counts for its courses."""

from __future__ import annotations

from typing import Final

from teachtrain.catalogue._admissions import SELF_TAUGHT_ENTRY
from teachtrain.catalogue._organisers import COUNTY_CENTRE, NATIONAL_PLATFORM, NORTHEAST_NORMAL
from teachtrain.catalogue._sources import (
    EXAMINATION_PLAN_2009,
    EXAMINATION_PLAN_CLOSED,
    MUTUAL_RECOGNITION_2009,
    NETWORK,
)
from teachtrain.models import Level, Text, TrainingProject

__all__ = ["SELF_TAUGHT"]

SELF_TAUGHT: Final = TrainingProject(
    "self-taught-examination",
    Text(
        "Higher education self-taught examination for teachers",
        "中小学教师高等教育自学考试项目",
    ),
    organiser=NORTHEAST_NORMAL,
    partners=(NATIONAL_PLATFORM, COUNTY_CENTRE),
    activity="self_taught_course",
    levels=(Level.NATION, Level.COUNTY),
    audience=Text(
        "serving teachers and education managers of primary and secondary schools, entered "
        "together by the county's centre; for the bachelor stage with a junior college diploma",
        "在职中小学教师和教育管理人员，由县级学习考试服务中心集体报考；"
        "独立本科段须具有专科毕业证书",
    ),
    forms=(
        Text("courses of the plan, each examined once", "按考试计划逐门课程考试"),
        Text("help at a distance, and by the county's centre", "远程助学与县级中心组织管理"),
    ),
    basis=(EXAMINATION_PLAN_2009, MUTUAL_RECOGNITION_2009, EXAMINATION_PLAN_CLOSED),
    gives=(
        Text(
            "programme Compulsory Education: junior college 040124, independent bachelor stage "
            "040125; Northeast Normal University examines",
            "义务教育专业：专科040124，独立本科段040125；主考学校为东北师范大学",
        ),
        Text(
            "16 hours of recognised training of county level or above count for 1 credit, at "
            "most 12, of elective courses",
            "县级以上并经认定的培训16学时折合1学分，免修选修课程不超过12学分",
        ),
    ),
    not_known=(
        Text("which training stands for which elective course", "何种培训可免修哪门选修课程"),
        Text("the courses of the plan and their credits", "考试计划的课程及学分"),
    ),
    admission=SELF_TAUGHT_ENTRY,
    source=NETWORK,
)
