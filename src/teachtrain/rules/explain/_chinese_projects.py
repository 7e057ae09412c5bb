"""What is said of who may join a project and of a candidate, in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHINESE_PROJECTS"]

CHINESE_PROJECTS: Final[Mapping[str, str]] = {
    "admission.verdict.met": "可以参加。",
    "admission.verdict.unmet": "不能参加。",
    "admission.verdict.not_applicable": "各项条件均不适用。",
    "admission.verdict.unknown": "尚不能确定是否可以参加。",
    "admission.not_stated": "未见参加条件。",
    "admission.window": "报名时间：{span}。",
    "admission.window.closed": "仅在下列时间接受报名：{span}。",
    "standing.there": "毕业所需各项已齐备。",
    "standing.not_there": "毕业所需各项尚未齐备，或已停发毕业证书。",
    "standing.unknown": "尚不能确定各项是否齐备。",
    "standing.closed": "{day}起不再颁发毕业证书。",
    "standing.entered.unmet": "{day}报考，不在接纳新生的时间内。",
    "standing.entered.unknown": "报考日期不明。",
    "standing.passed": "已通过",
    "standing.exempt": "免考",
    "standing.substituted": "由{by}顶替",
    "standing.open.unmet": "尚缺",
    "standing.open.unknown": "尚不明",
    "standing.part": "已完成",
    "standing.electives": "选修课程",
    "standing.of": "{held}（应达{need}）",
    "standing.further": "免考课程应加考的选修课程门数不足。",
    "outcome.unknown": "尚不能确定",
}
