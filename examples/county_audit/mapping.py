"""From the rows of the export to the library's values. The export's words stand here alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from reading import Reason, Row, UnreadableError

from teachtrain.models import (
    BACKBONE_TEACHER,
    CLASS_TEACHER,
    NEW_TEACHER,
    NONE,
    PRINCIPAL,
    RURAL_TEACHER,
    Approval,
    Held,
    Level,
    Mode,
    Result,
    Span,
    Stage,
    Status,
    TrainingRecord,
)

T = TypeVar("T")

# The export's words -----------------------------------------------------------------------------

ACTIVITIES = {
    "全员培训": "training",
    "专项培训": "training",
    "校本培训": "school_based",
    "自主研修": "self_study",
    "新任教师培训": "induction",
    "班主任培训": "class_teacher_training",
    "骨干教师培训": "backbone_training",
    "校长任职资格培训": "principal_qualification",
    "校长提高培训": "principal_improvement",
    "学历提升": "degree_year",
}
"""What the policies call it. A word that is not here stays as it is, and no policy knows it."""

LEVELS = {str(level.zh): level for level in Level} | {"区级": Level.COUNTY}
MODES = {str(mode.zh): mode for mode in Mode} | {
    "面授": Mode.FACE_TO_FACE,
    "远程培训": Mode.ONLINE,
    "跟岗实践": Mode.PRACTICE,
}
RESULTS = {str(result.zh): result for result in Result} | {"良好": Result.PASSED}
STAGES = {str(stage.zh): stage for stage in Stage}

REVIEWS: Mapping[str, tuple[Status, Approval | None]] = {
    "已审核": (Status.FINAL, Approval.APPROVED),
    "待审核": (Status.PENDING, None),
    "审核不通过": (Status.FINAL, Approval.REFUSED),
}
"""What the platform's review says: whether the record stands, and whether it is recognised."""

CATEGORIES = {
    "新任教师": NEW_TEACHER,
    "班主任": CLASS_TEACHER,
    "县级骨干教师": BACKBONE_TEACHER,
    "市级骨干教师": BACKBONE_TEACHER,
    "省级骨干教师": BACKBONE_TEACHER,
    "校长": PRINCIPAL,
    "乡村教师": RURAL_TEACHER,
    "普通教师": None,
}
"""The categories that rules speak of; 普通教师 (regular) is the name for holding none of them."""

EVENTS = {
    "入职日期": ("hired", "appointed"),
    "转正日期": ("probation_ended",),
    "首次注册日期": ("registered",),
    "任校长日期": ("became_principal",),
}
"""The events that a date stands for; this export has one day for hire and first appointment."""

TEACHER_HEADINGS = ("教师编号", "学段", "学科", "岗位", "学校编号", "县区", *EVENTS)
CATEGORY_HEADINGS = ("教师编号", "类别", "起始日期", "截止日期")
RECORD_HEADINGS = (
    *("记录编号", "教师编号", "培训年度", "培训类别", "项目编号", "培训机构", "培训方式"),
    *("活动类型", "培训日期", "结束日期", "培训学时", "考核结果", "审核状态", "主题"),
)


# Cells ------------------------------------------------------------------------------------------


def word(row: Row, heading: str, words: Mapping[str, T]) -> T | None:
    """Return what a cell's word stands for; None, which is "not known", if the cell is empty."""
    if not row[heading]:
        return None
    if row[heading] not in words:
        detail = f"{heading}: {row[heading]!r} is none of {', '.join(words)}"
        raise UnreadableError(Reason.UNKNOWN_WORD, detail)
    return words[row[heading]]


HOURS = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(?:学时|课时)?")


def hours(row: Row) -> str | None:
    """Return the hours as exact text, such as `7.5` of `7.5学时`; the library refuses `-8`."""
    text = row["培训学时"].replace(" ", "")
    if not text:
        return None
    found = HOURS.fullmatch(text)
    if found is None:
        detail = f"培训学时: {text!r} is no exact number of class hours"
        raise UnreadableError(Reason.NOT_A_NUMBER, detail)
    return found[1]


DAY = re.compile(r"([0-9]{4})(?:-|/|年)([0-9]{1,2})(?:-|/|月)([0-9]{1,2})日?")
YEAR = re.compile(r"([0-9]{4})年?")


def day(row: Row, heading: str) -> date | None:
    """Return the day in a cell; None if the cell is empty."""
    return _day(heading, row[heading]) if row[heading] else None


def _day(heading: str, text: str) -> date:
    found = DAY.fullmatch(text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise UnreadableError(Reason.NO_SUCH_DAY, f"{heading}: {text!r} is no day of the calendar")


def when(row: Row) -> dict[str, Any]:
    """Return the day of a record, or the year in which it lies where only that is given."""
    given = YEAR.fullmatch(row["培训年度"])
    if row["培训年度"] and not given:
        detail = f"培训年度: {row['培训年度']!r} is no year"
        raise UnreadableError(Reason.NO_SUCH_DAY, detail)
    year = int(given[1]) if given else None
    alone = YEAR.fullmatch(row["培训日期"])
    if alone or not row["培训日期"]:
        return _in_year(row, year, int(alone[1]) if alone else None)
    first, last = day(row, "培训日期"), day(row, "结束日期")
    if first and year not in (None, first.year, (last or first).year):
        detail = f"培训年度 says {year}, 培训日期 {first}"
        raise UnreadableError(Reason.CONTRADICTION, detail)
    return {"day": first, "last_day": last}


def _in_year(row: Row, year: int | None, alone: int | None) -> dict[str, Any]:
    if year and alone and year != alone:
        detail = f"培训年度 says {year}, 培训日期 {alone}"
        raise UnreadableError(Reason.CONTRADICTION, detail)
    if row["结束日期"]:
        detail = "结束日期 stands without a first day"
        raise UnreadableError(Reason.CONTRADICTION, detail)
    known = year or alone
    return {"within": Span.of_year(known) if known else None}


# Rows -------------------------------------------------------------------------------------------


def teacher_facts(row: Row) -> dict[str, Any]:
    """
    Return the facts of a teacher. An empty cell is "not known", never "none".

    The list says what holds on the day of the export. Stage, subject, post and school are taken
    to have held all along; with a list that dates them, give timelines instead.
    """
    events = {
        name: found
        for heading, names in EVENTS.items()
        if (found := day(row, heading)) is not None
        for name in names
    }
    return {
        "stage": word(row, "学段", STAGES),
        "subject": row["学科"] or None,
        "post": row["岗位"] or None,
        "school": row["学校编号"] or None,
        "place": row["县区"] or None,
        "events": events,
    }


def categories(row: Row) -> tuple[Held, ...]:
    """Return a category and the days it was held; nothing where the word means "none of them"."""
    first, last = day(row, "起始日期"), day(row, "截止日期")
    if first is None or not row["类别"]:
        empty = "起始日期" if first is None else "类别"
        raise UnreadableError(Reason.EMPTY_CELL, f"{empty}: is empty")
    held = word(row, "类别", CATEGORIES)
    span = Span.through(first, last) if last else Span.since(first)
    return (Held(held, span),) if held else ()


def training_record(row: Row) -> TrainingRecord:
    """
    Return the record of a row.

    Raises:
        UnreadableError: If a cell cannot be read.
        TeachtrainError: If the library refuses the value, such as hours below zero.
    """
    review = word(row, "审核状态", REVIEWS)
    # An empty cell does not say that the review is over, so the record may still be struck out.
    status, approval = review or (Status.PENDING, None)
    activity = row["活动类型"]
    return TrainingRecord(
        row["记录编号"],
        teacher=row["教师编号"] or None,
        activity=ACTIVITIES.get(activity, activity) or None,
        hours=hours(row),
        level=word(row, "培训类别", LEVELS),
        mode=word(row, "培训方式", MODES),
        result=word(row, "考核结果", RESULTS),
        organiser=row["培训机构"] or None,
        project=row["项目编号"] or NONE,
        topics=row["主题"].split("、") if row["主题"] else None,
        status=status,
        approval=approval,
        **when(row),
    )
