"""The network of continuing education: who organises, from the nation down to the county."""

from __future__ import annotations

from typing import Final

from teachtrain.catalogue._sources import NETWORK
from teachtrain.models import Level, Organiser, Role, Text

__all__ = [
    "CITY_CENTRE",
    "COUNTY_CENTRE",
    "EDUCATION_AUTHORITIES",
    "FOREIGN_STUDIES",
    "MINISTRY",
    "NATIONAL_PLATFORM",
    "NORTHEAST_NORMAL",
    "ORGANISERS",
    "PROVINCIAL_NETWORK",
    "TRAINING_INSTITUTION",
]

MINISTRY: Final = Organiser(
    "ministry-teacher-education",
    Text("Ministry of Education, department of teacher education", "教育部师范教育司"),
    level=Level.NATION,
    role=Role.AUTHORITY,
    source=NETWORK,
)
EDUCATION_AUTHORITIES: Final = Organiser(
    "education-authorities",
    Text("education authorities of all levels", "各级教育行政部门"),
    parent=MINISTRY.id,
    role=Role.AUTHORITY,
    source=NETWORK,
)
NATIONAL_PLATFORM: Final = Organiser(
    "national-platform",
    Text(
        "national public service platform: the continuing education network",
        "全国公共服务平台：全国中小学教师继续教育网",
    ),
    level=Level.NATION,
    parent=MINISTRY.id,
    role=Role.PLATFORM,
    source=NETWORK,
)
PROVINCIAL_NETWORK: Final = Organiser(
    "provincial-network",
    Text("network for the teachers of a province", "省级区域教师网"),
    level=Level.PROVINCE,
    parent=NATIONAL_PLATFORM.id,
    role=Role.NETWORK,
    source=NETWORK,
)
CITY_CENTRE: Final = Organiser(
    "city-centre",
    Text("learning and resource centre for the teachers of a city", "市级区域教师学习与资源中心"),
    level=Level.CITY,
    parent=PROVINCIAL_NETWORK.id,
    role=Role.CENTRE,
    source=NETWORK,
)
COUNTY_CENTRE: Final = Organiser(
    "county-centre",
    Text("learning and resource centre for the teachers of a county", "县级区域教师学习与资源中心"),
    level=Level.COUNTY,
    parent=CITY_CENTRE.id,
    role=Role.CENTRE,
    source=NETWORK,
)
TRAINING_INSTITUTION: Final = Organiser(
    "training-institution",
    Text("training institution for teachers", "教师培训机构"),
    role=Role.INSTITUTION,
    source=NETWORK,
)
NORTHEAST_NORMAL: Final = Organiser(
    "northeast-normal-university",
    Text("Northeast Normal University", "东北师范大学"),
    role=Role.UNIVERSITY,
    source=NETWORK,
)
FOREIGN_STUDIES: Final = Organiser(
    "beijing-foreign-studies-university",
    Text("Beijing Foreign Studies University", "北京外国语大学"),
    role=Role.UNIVERSITY,
    source=NETWORK,
)

ORGANISERS: Final = (
    MINISTRY,
    EDUCATION_AUTHORITIES,
    NATIONAL_PLATFORM,
    PROVINCIAL_NETWORK,
    CITY_CENTRE,
    COUNTY_CENTRE,
    TRAINING_INSTITUTION,
    NORTHEAST_NORMAL,
    FOREIGN_STUDIES,
)
"""Every body that the catalogue names, from the top down."""
