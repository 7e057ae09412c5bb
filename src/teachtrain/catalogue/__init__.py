"""
The training projects of the continuing education network, ready to import.

`CATALOGUE` holds them in groups, as their source does; `ORGANISERS` the network that offers them.
What no source says of a project is listed in its `not_known`, and never made up.

>>> from teachtrain.catalogue import PRINCIPALS_TOPICAL
>>> PRINCIPALS_TOPICAL.module_count, PRINCIPALS_TOPICAL.modules
(23, ())
"""

from typing import Final, NamedTuple

from teachtrain.catalogue._admissions import (
    BACHELOR,
    BACKBONE_CANDIDATE,
    COLLECTIVE_ENTRY,
    DIPLOMA,
    ENTERS_REFORM,
    GRADE,
    RESEARCH_LEADER,
    SAFETY_OFFICIAL,
    SCHOOL_MANAGER,
    SERVING,
    SHORT_SERVICE,
    STAGE_OF_STUDY,
    STARTING_GRADE,
)
from teachtrain.catalogue._face_to_face import (
    BACKBONE_SEMINAR,
    CLASS_TEACHER_SEMINAR,
    PRINCIPALS_SEMINAR,
)
from teachtrain.catalogue._national import (
    CAMPUS_SAFETY,
    CLASS_TEACHERS_NATIONAL,
    NEW_CURRICULUM_SENIOR,
)
from teachtrain.catalogue._organisers import ORGANISERS
from teachtrain.catalogue._postgraduate import POSTGRADUATE
from teachtrain.catalogue._principals import PRINCIPALS_TOPICAL
from teachtrain.catalogue._self_taught import SELF_TAUGHT
from teachtrain.catalogue._teachers import (
    ALL_STAFF,
    BASIC_SKILLS,
    EDUCATIONAL_TECHNOLOGY,
    ENGLISH,
    MENTAL_HEALTH,
    NEW_CURRICULUM_COMPULSORY,
    NEW_TEACHERS,
    RURAL_QUALITY,
)
from teachtrain.models import Text, TrainingProject

__all__ = [
    "ALL_STAFF",
    "BACHELOR",
    "BACKBONE_CANDIDATE",
    "BACKBONE_SEMINAR",
    "BASIC_SKILLS",
    "CAMPUS_SAFETY",
    "CATALOGUE",
    "CLASS_TEACHERS_NATIONAL",
    "CLASS_TEACHER_SEMINAR",
    "COLLECTIVE_ENTRY",
    "DIPLOMA",
    "EDUCATIONAL_TECHNOLOGY",
    "ENGLISH",
    "ENTERS_REFORM",
    "GRADE",
    "MENTAL_HEALTH",
    "NEW_CURRICULUM_COMPULSORY",
    "NEW_CURRICULUM_SENIOR",
    "NEW_TEACHERS",
    "ORGANISERS",
    "POSTGRADUATE",
    "PRINCIPALS_SEMINAR",
    "PRINCIPALS_TOPICAL",
    "RESEARCH_LEADER",
    "RURAL_QUALITY",
    "SAFETY_OFFICIAL",
    "SCHOOL_MANAGER",
    "SELF_TAUGHT",
    "SERVING",
    "SHORT_SERVICE",
    "STAGE_OF_STUDY",
    "STARTING_GRADE",
    "Group",
]


class Group(NamedTuple):
    """
    Projects that their source lists together.

    Attributes:
        title: What they are called together.
        projects: In the source's order.
    """

    title: Text
    projects: tuple[TrainingProject, ...]


CATALOGUE: Final = (
    Group(
        Text("National training plan", "国家级培训计划"),
        (NEW_CURRICULUM_SENIOR, CLASS_TEACHERS_NATIONAL, CAMPUS_SAFETY),
    ),
    Group(
        Text("Self-taught examination for teachers", "中小学教师高等教育自学考试项目"),
        (SELF_TAUGHT,),
    ),
    Group(
        Text("Training plan for teachers", "中小学教师培训计划"),
        (
            ALL_STAFF,
            NEW_TEACHERS,
            NEW_CURRICULUM_COMPULSORY,
            BASIC_SKILLS,
            EDUCATIONAL_TECHNOLOGY,
            MENTAL_HEALTH,
            RURAL_QUALITY,
            ENGLISH,
        ),
    ),
    Group(
        Text("Topical training plan for principals", "中小学校长专题培训计划"),
        (PRINCIPALS_TOPICAL,),
    ),
    Group(Text("Postgraduate courses", "研究生课程计划"), (POSTGRADUATE,)),
    Group(
        Text("Training face to face", "面授培训计划"),
        (PRINCIPALS_SEMINAR, CLASS_TEACHER_SEMINAR, BACKBONE_SEMINAR),
    ),
)
"""Every project, in the groups and the order of its source."""
