"""The documents that the catalogue rests on."""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import Certainty, Source, Text

__all__ = [
    "ALL_STAFF_2004",
    "CAMPUS_SAFETY_2007",
    "CLASS_TEACHERS_2006",
    "CLASS_TEACHERS_2007",
    "EXAMINATION_PLAN_2009",
    "EXAMINATION_PLAN_CLOSED",
    "MUTUAL_RECOGNITION_2009",
    "NATIONAL_PLAN_2009",
    "NETWORK",
    "ORDER_7",
    "ORDER_8",
    "SAFETY_2006",
    "TECHNOLOGY_PLAN_2005",
]

NETWORK: Final = Source(
    "继教网项目介绍",
    certainty=Certainty.SECONDARY,
    title=Text(
        "What the continuing education network says of its projects, about 2009",
        "全国中小学教师继续教育网项目介绍（约2009年）",
    ),
    note=Text(
        "Read in a machine translation with known faults: names and one paragraph are garbled.",
        "查阅的是有讹误的机器译文，名称及其中一段有误。",
    ),
)
ORDER_7: Final = Source(
    "教育部令第7号",
    certainty=Certainty.READ_IN_PART,
    title=Text("Regulations on the continuing education of teachers", "中小学教师继续教育规定"),
    note=Text(
        "Issued in September 1999; the day was not verified.", "1999年9月发布，具体日期未经核实。"
    ),
)
ORDER_8: Final = Source(
    "教育部令第8号",
    certainty=Certainty.SECONDARY,
    title=Text("Regulations on the training of principals", "中小学校长培训规定"),
    issued=date(1999, 12, 30),
    note=Text("Read in a translation.", "查阅的是译文。"),
)
ALL_STAFF_2004: Final = Source(
    "教师〔2004〕4号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Opinions on the teacher education network alliance and a new round of all-staff training",
        "关于加快推进全国教师教育网络联盟计划，组织实施新一轮中小学教师全员培训的意见",
    ),
    note=Text(
        "Which hours each teacher owes in this round was not found.", "未见每位教师的学时要求。"
    ),
)
CLASS_TEACHERS_2006: Final = Source(
    "全国中小学班主任培训计划",
    certainty=Certainty.REPORTED,
    title=Text("National plan for the training of class teachers", "全国中小学班主任培训计划"),
    note=Text(
        "Read in a province's report; number and date are recalled only and are not given here.",
        "见于某省报道；文号和日期仅凭记忆，此处不列。",
    ),
)
CLASS_TEACHERS_2007: Final = Source(
    "2007年万名中小学班主任国家级远程培训",
    certainty=Certainty.REPORTED,
    title=Text(
        "National distance training of ten thousand class teachers, 2007",
        "2007年万名中小学班主任国家级远程培训",
    ),
    note=Text("Read in a district's notice.", "见于某区通知。"),
)
CAMPUS_SAFETY_2007: Final = Source(
    "教人司〔2007〕388号",
    certainty=Certainty.REPORTED,
    title=Text(
        "Distance training of principals in campus safety, 2007",
        "2007年中小学校长“校园安全”专题远程培训",
    ),
)
SAFETY_2006: Final = Source(
    "教育部2006年关于校长安全培训的意见",
    certainty=Certainty.REPORTED,
    title=Text(
        "Ministry opinion of 2006 on the safety training of principals",
        "教育部2006年关于校长安全培训的意见",
    ),
)
NATIONAL_PLAN_2009: Final = Source(
    "2009年中小学教师国家级培训计划",
    certainty=Certainty.REPORTED,
    title=Text("National training plan of 2009", "2009年中小学教师国家级培训计划"),
)
TECHNOLOGY_PLAN_2005: Final = Source(
    "教师〔2005〕5号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Plan to build the educational technology ability of teachers",
        "全国中小学教师教育技术能力建设计划",
    ),
    issued=date(2005, 4, 4),
)
EXAMINATION_PLAN_2009: Final = Source(
    "考委〔2009〕2号",
    certainty=Certainty.REPORTED,
    title=Text(
        "Examination plan of the programme Compulsory Education",
        "高等教育自学考试义务教育专业考试计划",
    ),
    note=Text(
        "The national text was not seen; read as restated in a notice of Henan Province.",
        "未见全国文件，据河南省通知转述。",
    ),
)
EXAMINATION_PLAN_CLOSED: Final = Source(
    "考委〔2015〕4号",
    certainty=Certainty.REPORTED,
    title=Text(
        "Closing of programmes of the self-taught examination", "高等教育自学考试部分专业停考"
    ),
    note=Text(
        "The national text was not seen; read as restated in a notice of Henan Province.",
        "未见全国文件，据河南省通知转述。",
    ),
)
MUTUAL_RECOGNITION_2009: Final = Source(
    "教师厅〔2009〕1号",
    certainty=Certainty.REPORTED,
    title=Text(
        "Support for the pilot of mutual recognition of credits between self-taught courses and "
        "non-degree training",
        "支持高等教育自学考试义务教育专业课程与中小学教师非学历培训课程学分互认试点工作的通知",
    ),
    note=Text(
        "The national text was not seen; read as restated in a notice of Henan Province. The "
        "network's page dates it May 2009.",
        "未见全国文件，据河南省通知转述；继教网称为2009年5月。",
    ),
)
