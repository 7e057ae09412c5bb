"""Topical training of principals, at a distance."""

from __future__ import annotations

from typing import Final

from teachtrain.catalogue._admissions import PRINCIPALS_OR_PROPOSED
from teachtrain.catalogue._organisers import NATIONAL_PLATFORM
from teachtrain.catalogue._sources import NETWORK, ORDER_8
from teachtrain.catalogue._words import CREDIT, TOPIC_TITLES
from teachtrain.models import Mode, Text, TrainingProject

__all__ = ["PRINCIPALS_TOPICAL", "TOPICS"]

TOPICS: Final = 23
"""How many topics there are, each independent of the others, here and in the seminar."""

PRINCIPALS_TOPICAL: Final = TrainingProject(
    "principals-topical",
    Text("Topical training of principals", "中小学校长专题培训"),
    organiser=NATIONAL_PLATFORM,
    mode=Mode.ONLINE,
    activity="principal_improvement",
    module_count=TOPICS,
    audience=Text(
        "principals, and managers of the middle level who are about to become principals",
        "中小学校长和即将任校长的中层干部",
    ),
    basis=(ORDER_8,),
    gives=(
        Text(
            "topics may be taught one by one, in segments, with credits added up, by Art. 8",
            "可采取分专题、分段教学、累计学分的办法（第八条）",
        ),
    ),
    not_known=(TOPIC_TITLES, CREDIT),
    admission=PRINCIPALS_OR_PROPOSED,
    source=NETWORK,
)
