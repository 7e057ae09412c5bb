"""The report's words, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from reading import Reason

from teachtrain.models import Amount, Text

VERDICTS: Mapping[str, Text] = {
    "met": Text("met", "达到"),
    "unmet": Text("unmet", "未达到"),
    "unknown": Text("not known", "尚不能确定"),
    "not applicable": Text("not applicable", "不适用"),
}

REASONS: Mapping[str, Text] = {
    reason: Text(reason.value, zh)
    for reason, zh in {
        Reason.CELLS: "单元格数目不符",
        Reason.EMPTY: "空行",
        Reason.NOT_CSV: "无法按CSV读取",
        Reason.EMPTY_CELL: "必填单元格为空",
        Reason.NOT_A_NUMBER: "学时不是数字",
        Reason.NO_SUCH_DAY: "日期不存在",
        Reason.UNKNOWN_WORD: "用词未知",
        Reason.CONTRADICTION: "年度与日期矛盾",
        Reason.IMPOSSIBLE: "不可能存在的值",
        Reason.STRANGER: "教师不在名单中",
        Reason.TWO_OWNERS: "同一编号属于两名教师",
        Reason.CONFLICT: "同一编号内容不同",
        Reason.REPEATED: "重复的行",
        Reason.UNKNOWN_ACTIVITY: "活动类型不在对照表中",
    }.items()
}

FACTS: Mapping[str, Text] = {
    "activity": Text("kind of activity", "活动类型"),
    "approval": Text("recognition", "认定"),
    "category": Text("category of the teacher", "教师类别"),
    "cycle_started": Text("start of the teacher's cycle", "周期起始日期"),
    "day": Text("exact day", "具体日期"),
    "appointed": Text("day of appointment", "任职日期"),
    "hired": Text("day of hire", "入职日期"),
    "registered": Text("day of first registration", "首次注册日期"),
    "hours": Text("class hours", "培训学时"),
    "level": Text("level of the organiser", "培训类别"),
    "mode": Text("mode", "培训方式"),
    "pending": Text("outcome of the review", "审核结果"),
    "result": Text("result of the assessment", "考核结果"),
    "row left out": Text("a row that was left out", "被剔除的行"),
    "transcript": Text("records after the export", "导出之后的记录"),
}
"""Names of what is missing; a fact that is not here is shown by its own name."""

OUTCOMES: Mapping[str, Text] = {
    "recognised": Text("recognised", "已认定"),
    "after_as_of": Text("dated after the day of the audit", "日期晚于核查日"),
    "before_hire": Text("dated before the teacher was hired", "日期早于入职"),
    "open": Text("a missing fact leaves it open", "因缺少事实尚不能确定"),
    "unmatched": Text("no rule of the policy speaks of it", "政策无相应规则"),
    "outside": Text("outside the cycle", "不在本周期内"),
}

WORDS: Mapping[str, Text] = {
    "title": Text("Teacher training audit", "教师培训核查"),
    "heading": Text("Where {count} teachers stand on {day}", "{count}名教师截至{day}的情况"),
    "by": Text("By {title} ({id}), {source}.", "依据{title}（{id}），{source}。"),
    "made_up": Text("The county and all its data are made up.", "县区及全部数据均为虚构。"),
    "rows": Text("Rows", "行数"),
    "rows_note": Text(
        "Every row that was read was taken or left out: {read} = {taken} + {left}. "
        "Each problem stands in problems.csv with its line.",
        "读取的每一行或采用、或剔除：{read} = {taken} + {left}。每个问题及其行号见problems.csv。",
    ),
    "file": Text("file", "文件"),
    "read": Text("read", "读取"),
    "taken": Text("taken", "采用"),
    "left_out": Text("left out", "剔除"),
    "noted": Text("of these noted", "其中有备注"),
    "problems": Text("Problems by reason", "问题分类"),
    "problems_note": Text(
        "Where a row of a teacher was left out, totals may be higher than they look: what they "
        "do not reach is not known, and never unmet.",
        "教师有被剔除的行时，实际合计可能更高：未达到者列为“尚不能确定”，不列为“未达到”。",
    ),
    "reason": Text("reason", "原因"),
    "requirements": Text("Requirements", "各项要求"),
    "requirement": Text("requirement", "要求"),
    "requirements_note": Text(
        "Teachers by verdict; so far and final each have a line where they differ.",
        "按结论统计教师数；目前与最终不同时分行列出。",
    ),
    "so_far": Text("so far", "目前"),
    "final": Text("final", "最终"),
    "overall": Text("All that is asked for", "全部要求"),
    "shortfalls": Text("Commonest shortfalls", "常见缺口"),
    "teachers": Text("teachers", "教师数"),
    "least": Text("least lacking", "最小缺口"),
    "middle": Text("middle", "中位"),
    "largest": Text("most", "最大"),
    "missing": Text("Commonest missing facts", "常缺事实"),
    "fact": Text("fact", "事实"),
    "records": Text("records", "记录数"),
    "missing_note": Text(
        "Facts that would settle a verdict that is not known so far.",
        "补齐后即可确定结论的事实。",
    ),
    "not_counted": Text("What did not count", "未计入的部分"),
    "not_counted_note": Text(
        "A record counts in each row that cut it.", "一条记录被多项扣减时分别计数。"
    ),
    "list": Text("Who lacks what", "缺口名单"),
    "list_note": Text(
        "Requirements that can no longer be met, the smallest lack first. "
        "A page for any teacher: --teacher ID.",
        "已无法达到的要求，按缺口由小到大排列。为任一教师生成单页：--teacher 编号。",
    ),
    "due": Text("What was still due on {day}", "{day}时尚须完成的要求"),
    "due_note": Text(
        "Teachers by how they stood then, and for those to whom something was still due the class "
        "hours of a county course that would have been enough for that requirement.",
        "按当时情况统计教师数；尚须完成者，列出为达到该项要求所需的县级集中培训学时。",
    ),
    "due.nothing": Text("nothing due", "无须再完成"),
    "due.planned": Text("still due", "尚须完成"),
    "due.not_by_these": Text("a course is not enough", "仅靠集中培训不足"),
    "due.lost": Text("can no longer", "已无法达到"),
    "due.open": Text("not known", "尚不能确定"),
    "due.middle": Text("hours, middle", "所需学时中位"),
    "due.most": Text("hours, most", "最多"),
    "lost": Text("Who could no longer meet what on {day}", "{day}时已无法达到的名单"),
    "lost_note": Text(
        "Whatever they had done after that day, and whatever was not known.",
        "此后无论再完成多少、未明事实如何，均已无法达到。",
    ),
    "until": Text("could be met until", "最迟可达日"),
    "pages": Text("Teachers in detail", "教师详情"),
    "teacher": Text("teacher", "教师"),
    "counted": Text("has", "计入"),
    "required": Text("needs", "应达"),
    "lacking": Text("lacks", "缺"),
    "chart": Text("Final verdicts by requirement", "各项要求的最终结论"),
    "chart_note": Text(
        "Final verdicts, in teachers. Not known: a fact is missing, or the cycle still runs.",
        "最终结论（教师数）。尚不能确定：缺少事实，或周期尚未结束。",
    ),
}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __getitem__(self, key: str) -> str:
        return self.text(WORDS[key])

    def text(self, words: Text) -> str:
        """Return a text in the language."""
        return words.in_language(self.language)

    def of(self, table: Mapping[str, Text], key: str) -> str:
        """Return a table's words for *key*; the key itself, if the table has none."""
        return self.text(table[key]) if key in table else key


def figure(amount: Amount | None) -> str:
    """Return an amount without its unit: `48`, `346–367`, or `346+` where nothing bounds it."""
    if amount is None:
        return ""
    bare = str(amount).removesuffix(f" {amount.unit}")
    return bare.replace(" to ", "–").replace(" or more", "+")
