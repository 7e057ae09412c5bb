"""What several projects share: whom they are for, and what no source says of them."""

from __future__ import annotations

from typing import Final

from teachtrain.models import Text

__all__ = [
    "ALL_TEACHERS",
    "CONTENT",
    "CREDIT",
    "HOURS",
    "LENGTH",
    "TOPIC_TITLES",
]

ALL_TEACHERS: Final = Text(
    "serving teachers of primary and secondary schools and kindergartens",
    "中小学、幼儿园在职教师",
)
HOURS: Final = Text("how many class hours it has", "总学时")
LENGTH: Final = Text("how many class hours or days it has", "学时或天数")
CONTENT: Final = Text("its modules and topics", "模块和专题内容")
TOPIC_TITLES: Final = Text("the titles of the topics, and the hours of each", "各专题名称及学时")
CREDIT: Final = Text("what credit it gives: a local policy decides", "计多少学分：由各地规定")
