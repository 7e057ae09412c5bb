"""Postgraduate courses for teachers."""

from __future__ import annotations

from typing import Final

from teachtrain.catalogue._organisers import NATIONAL_PLATFORM, NORTHEAST_NORMAL
from teachtrain.catalogue._sources import ALL_STAFF_2004, NETWORK
from teachtrain.catalogue._words import CONTENT, HOURS
from teachtrain.models import Text, TrainingProject

__all__ = ["POSTGRADUATE"]

POSTGRADUATE: Final = TrainingProject(
    "postgraduate-courses",
    Text("Postgraduate courses for teachers", "研究生课程"),
    organiser=NATIONAL_PLATFORM,
    partners=(NORTHEAST_NORMAL,),
    activity="degree_course",
    audience=Text("teachers of primary and secondary schools", "中小学教师"),
    basis=(ALL_STAFF_2004,),
    gives=(
        Text(
            "elsewhere such courses end with a certificate of completion; a degree takes a "
            "national examination and a thesis besides",
            "据其他来源，此类课程颁发结业证书；申请学位另须通过国家考试和论文答辩",
        ),
    ),
    not_known=(HOURS, CONTENT, Text("which degree it may lead to", "可申请何种学位")),
    source=NETWORK,
)
