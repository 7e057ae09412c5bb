"""What is still due, in Chinese: by code, text with `{name}` where a value goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHINESE_DUE"]

CHINESE_DUE: Final[Mapping[str, str]] = {
    "due.head": "尚须完成的培训：{policy}",
    "due.together": "合并各项要求",
    "due.nothing": "无须再完成。",
    "due.planned": "尚未达到，{by}前（含当日）可以达到。",
    "due.lost": "已无法达到。",
    "due.not_by_these": "尚未达到；所列培训在{by}前（含当日）不足以达到。",
    "due.open": "能否达到取决于尚不清楚的事项。",
    "due.enough": "完成以下即可",
    "due.or": "或者",
    "due.plan": "{items}。{least}",
    "due.item": "{what}（{when}）",
    "due.of": "{option}{length}",
    "due.of.several": "{option}共{length}，分{count}次，每次至多{most}",
    "due.times": "{option}{count}次",
    "due.least": "再少则不足。",
    "due.not_least": "或有更少的选择。",
    "due.proof": "即使尚有可能的全部计入，也只有{possible}，应达{required}。",
    "due.proof.pending": "即使待审核的记录和其他尚有可能的全部计入，"
    "也只有{possible}，应达{required}。",
    "due.reach": "所列培训全部用尽，可达{possible}，应达{required}。",
    "due.room": "{ceiling}的余量：{rooms}",
    "due.left": "{left}（限额{limit}）",
    "due.left.in": "{place}尚余{left}（限额{limit}）",
    "promise.met_until": "此后如不再培训，至{day}仍算达到。",
    "promise.possible": "在此之前如不培训，最迟{day}仍可达到。",
    "promise.was_possible": "最迟{day}尚可达到。",
}
