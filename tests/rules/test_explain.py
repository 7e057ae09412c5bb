"""Policies and audits in words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidValueError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    DATE,
    EVERY_DAY,
    IN_POST,
    NUMBER,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    UNBOUNDED,
    YEAR,
    Amount,
    Clip,
    Level,
    Mode,
    Result,
    Span,
    Term,
    Text,
    Unit,
    class_hours,
    days,
    number,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    all_of,
    any_of,
    around,
    at_least,
    between,
    between_events,
    ceiling,
    count_of,
    cycle_part,
    dated,
    days_of,
    days_when,
    define,
    demand,
    each,
    exclusive,
    exists,
    figure,
    first_known,
    from_table,
    group,
    highest_only,
    if_,
    largest_of,
    last,
    least,
    limit_per,
    most,
    not_,
    nothing,
    nothing_below,
    parts_met,
    pool,
    post,
    presume,
    quota,
    recognise,
    record,
    require,
    rewrite,
    rounded,
    rounded_down,
    some,
    surplus,
    teacher,
    total,
    when,
    where,
)
from teachtrain.rules._conditions import (
    Combine,
    Compare,
    CutShort,
    Each,
    Known,
    Logic,
    OneOf,
    Selection,
    When,
)
from teachtrain.rules._quantities import (
    Compute,
    Dated,
    Direction,
    Edge,
    Fact,
    FigureValue,
    FirstKnown,
    Literal,
    Measure,
    Moment,
    Rounded,
    Table,
    Top,
    Total,
    WindowForm,
    WindowOf,
    Years,
    literal,
)
from teachtrain.rules._walk import Form
from teachtrain.rules.explain import words_of
from teachtrain.rules.explain._chinese_audits import CHINESE_AUDITS
from teachtrain.rules.explain._chinese_forms import CHINESE_FORMS
from teachtrain.rules.explain._clauses import AnyClause
from teachtrain.rules.explain._english_audits import ENGLISH_AUDITS
from teachtrain.rules.explain._english_forms import ENGLISH_FORMS
from tests.rules.northmark import BRIDGE, NORTHMARK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teachtrain.models._quantities import Reach

# Forms ------------------------------------------------------------------------------------

FACE_ETHICS: Final = where(
    record.level.at_least(Level.COUNTY), mode=Mode.FACE_TO_FACE, topic="ethics"
)
DAY_2011: Final = date(2011, 1, 1)
HOURS: Final = record.hours

QUANTITIES: Final[list[tuple[Any, str, str]]] = [
    (class_hours("7.5"), "7.5 class hours", "7.5学时"),
    (class_hours(1), "1 class hour", "1学时"),
    (class_hours("1/3"), "1/3 class hours", "1/3学时"),
    (class_hours(15, to=30), "15 to 30 class hours", "15至30学时"),
    (class_hours(15, to=UNBOUNDED), "15 or more class hours", "不少于15学时"),
    (days(2), "2 days", "2天"),
    (number(3), "3", "3"),
    (Amount(5, 5, Unit.named("lesson")), "5 lessons", "5 lesson"),
    (Amount(5, 5, Unit.named("课时")), "5课时", "5课时"),
    (per(CLASS_HOUR, training_credits(2)), "2 training credits per class hour", "每学时2培训学分"),
    (per(CLASS_HOUR, number("0.1")), "0.1 per class hour", "每学时0.1"),
    (date(2015, 9, 1), "2015-09-01", "2015年9月1日"),
    (
        Literal(Amount(date(2015, 9, 1).toordinal(), date(2016, 9, 1).toordinal(), DATE)),
        "2015-09-01 to 2016-09-01",
        "2015年9月1日至2016年9月1日",
    ),
    (HOURS, "its class hours", "记录的学时"),
    (record.local("words"), "its “words”", "记录的“words”"),
    (teacher.post, "the teacher's post or rank", "教师的岗位或职级"),
    (
        teacher.local("share").at_start(),
        "the teacher's “share” on the first day",
        "教师期初的“share”",
    ),
    (teacher.event("hired"), "the day of the hire", "入职之日"),
    (group.count, "the number of records", "记录数"),
    (group.total, "the total", "合计"),
    (group.largest, "the largest record", "最大一条记录"),
    (group.top(3), "the 3 largest records together", "最大的3条记录之和"),
    (teacher.years_since("hired"), "the number of full years since the hire", "入职以来的满年数"),
    (HOURS + 2, "its class hours plus 2", "记录的学时加2"),
    (
        HOURS - record.days - 1,
        "(its class hours less its days) less 1",
        "（记录的学时减记录的天数）减1",
    ),
    (HOURS % 8, "the remainder of its class hours divided by 8", "记录的学时除以8的余数"),
    (HOURS * record.days, "its class hours times its days", "记录的学时乘以记录的天数"),
    (
        Compute("*", (HOURS, record.days, teacher.local("n"))),
        "its class hours times its days times the teacher's “n”",
        "记录的学时乘以记录的天数乘以教师的“n”",
    ),
    (HOURS * 4, "4 times its class hours", "记录的学时的4倍"),
    (HOURS * 1, "its class hours", "记录的学时"),
    (HOURS * "0.5", "50% of its class hours", "记录的学时的50%"),
    (figure("need") * "1/3", "1/3 of “need”", "“need”的1/3"),
    (
        HOURS * number(0, to=1),
        "anything from none to all of its class hours",
        "记录的学时的全部、部分或零",
    ),
    (
        HOURS * per(CLASS_HOUR, training_credits(1)),
        "1 training credit for each class hour",
        "每学时计1培训学分",
    ),
    (
        HOURS * 2 * per(CLASS_HOUR, training_credits(1)),
        "2 times its class hours at 1 training credit per class hour",
        "记录的学时的2倍按每学时1培训学分计",
    ),
    (
        record.local("lessons", Unit.named("lesson")) * per(Unit.named("lesson"), class_hours(2)),
        "2 class hours for each lesson of its “lessons”",
        "记录的“lessons”每lesson计2学时",
    ),
    (
        HOURS / record.local("authors"),
        "its class hours divided by its “authors”",
        "记录的学时除以记录的“authors”",
    ),
    (
        days_when(teacher.employment.is_(IN_POST)) / days_of(),
        (
            "the days in the cycle on which the teacher's employment is in post divided by the "
            "days in the cycle"
        ),
        "周期内教师的在岗情况为在岗的天数除以周期内的天数",
    ),
    (
        parts_met(SCHOOL_YEAR, teacher.employment.is_(IN_POST).throughout()),
        (
            "the number of school years for which it holds that the teacher's employment was in "
            "post all the time"
        ),
        "满足“教师的在岗情况期内始终为在岗”的学年数",
    ),
    (
        parts_met(SCHOOL_YEAR, total() <= class_hours(0), in_a_row=True),
        (
            "the largest number in a row of school years for which it holds that what counts comes "
            "to at most 0 class hours"
        ),
        "满足“不超过0学时”的学年最多连续数",
    ),
    (
        surplus(total(), above=class_hours(16)),
        "what the total in the cycle has beyond 16 class hours",
        "周期内合计超出16学时的部分",
    ),
    (days_of(), "the days in the cycle", "周期内的天数"),
    (
        parts_met(cycle_part(years=2), total() >= class_hours(10)),
        (
            "the number of parts of the cycle of 2 years for which it holds that what "
            "counts comes to at least 10 class hours"
        ),
        "满足“不少于10学时”的周期内2年期数",
    ),
    (least(HOURS, 8), "the smallest of its class hours and 8", "记录的学时和8中的最小者"),
    (most(HOURS, 8), "the largest of its class hours and 8", "记录的学时和8中的最大者"),
    (
        most(8, HOURS * record.days),
        "the largest of 8 and (its class hours times its days)",
        "8和（记录的学时乘以记录的天数）中的最大者",
    ),
    (
        total(of=where(mode="online")) + least(total(), total(of=where(mode="online"))),
        (
            "(the total in the cycle, counting only training that is online) plus [the smallest of "
            "the total in the cycle and (the total in the cycle, counting only training that is "
            "online)]"
        ),
        (
            "（周期内方式为网络研修的培训合计）加［周期内合计和（周期内方式为网络研修的培训合计）"
            "中的最小者］"
        ),
    ),
    (least(HOURS), "its class hours", "记录的学时"),
    (
        rounded(HOURS, step=class_hours(1), direction="down"),
        "its class hours, rounded down to whole class hours",
        "记录的学时向下取整学时",
    ),
    (
        rounded(HOURS, step=class_hours("0.5"), direction="half up"),
        "its class hours, rounded to a multiple of 0.5 class hours with halves going up",
        "记录的学时四舍五入取0.5学时的倍数",
    ),
    (
        if_(record.result.is_(Result.FAILED), 0, HOURS),
        "0 if the result is failed; otherwise its class hours",
        "若考核结果为不合格，为0；否则为记录的学时",
    ),
    (
        from_table(record.level, record.role, rows={("city", "speaker"): class_hours(4)}),
        "4 class hours if it is organised at city level and the role is speaker",
        "若该培训为市级组织，且角色为speaker，为4学时",
    ),
    (
        dated((DAY_2011, class_hours(360)), (date(2020, 1, 1), None)),
        "360 class hours from 2011-01-01, no longer set from 2020-01-01 on",
        "自2011年1月1日起360学时，自2020年1月1日起不再规定",
    ),
    (
        first_known(HOURS, record.days * 8),
        "the first that is known of: its class hours; 8 times its days",
        "下列各项中首个已知者：记录的学时；记录的天数的8倍",
    ),
    (figure("need"), "“need”", "“need”"),
    (total(), "the total in the cycle", "周期内合计"),
    (
        total("other", FACE_ETHICS),
        (
            "the total in “other” in the cycle, counting only training that is organised at county "
            "level or above, face to face, on topic ethics"
        ),
        "周期内“other”中县级及以上组织、方式为集中培训、主题为ethics的培训合计",
    ),
    (count_of(), "the number of records in the cycle", "周期内记录数"),
    (
        count_of(by="module"),
        "the number of different modules in the cycle",
        "周期内不同模块数",
    ),
    (largest_of(), "the largest record in the cycle", "周期内最大一条记录"),
    (
        largest_of(by="project"),
        "the largest total of one project in the cycle",
        "周期内同一项目最大合计",
    ),
]

CREDITS_60: Final = training_credits(60)
CONDITIONS: Final[list[tuple[Any, str, str]]] = [
    (
        exclusive(
            demand(
                total(of=where(mode=Mode.FACE_TO_FACE)) >= CREDITS_60,
                total(of=where(activity=BRIDGE)) <= training_credits(20),
                title=Text("at hand", "面授"),
            ),
            total(of=where(mode=Mode.ONLINE)) >= training_credits(30),
        ),
        (
            "in the cycle, all of these, each amount serving one of them only: at hand: at least "
            "60 training credits, counting only training that is face to face, of which at most 20 "
            "training credits, counting only the bridge course; at least 30 training credits, "
            "counting only training that is online"
        ),
        (
            "周期内下列各项均须满足，同一数额只计入其中一项：面授：方式为集中培训的培训不少于60培训学分，"
            "其中衔接课程不超过20培训学分；方式为网络研修的培训不少于30培训学分"
        ),
    ),
    (
        each(
            SCHOOL_YEAR, exclusive(total("a") >= CREDITS_60, total("a") >= CREDITS_60, whole=True)
        ),
        (
            "in each school year: all of these, each record serving one of them only: at least 60 "
            "training credits in “a”; at least 60 training credits in “a”"
        ),
        (
            "每学年：下列各项均须满足，每条记录整体只计入其中一项：“a”中不少于60培训学分；"
            "“a”中不少于60培训学分"
        ),
    ),
    (
        total() >= training_credits(360),
        "at least 360 training credits in the cycle",
        "周期内不少于360培训学分",
    ),
    (
        total() > CREDITS_60,
        "more than 60 training credits in the cycle",
        "周期内多于60培训学分",
    ),
    (
        total() <= CREDITS_60,
        "at most 60 training credits in the cycle",
        "周期内不超过60培训学分",
    ),
    (
        total() < CREDITS_60,
        "less than 60 training credits in the cycle",
        "周期内少于60培训学分",
    ),
    (
        total(of=where(activity=BRIDGE)) >= CREDITS_60,
        "at least 60 training credits in the cycle, counting only the bridge course",
        "周期内衔接课程不少于60培训学分",
    ),
    (
        total(of=where(activity=(BRIDGE, "talk"), mode="online")) >= CREDITS_60,
        (
            "at least 60 training credits in the cycle, counting only the bridge course or talk, "
            "each online"
        ),
        "周期内方式为网络研修的衔接课程或talk不少于60培训学分",
    ),
    (
        exists(FACE_ETHICS),
        (
            "at least 1 record in the cycle, counting only training that is "
            "organised at county level or above, face to face, on topic ethics"
        ),
        "周期内县级及以上组织、方式为集中培训、主题为ethics的培训不少于1条记录",
    ),
    (
        count_of(by="module") >= 3,
        "at least 3 different modules in the cycle",
        "周期内不少于3个不同的模块",
    ),
    (
        largest_of() >= class_hours(24),
        "at least 24 class hours in a single record in the cycle",
        "周期内单条记录不少于24学时",
    ),
    (
        largest_of(by="project") <= class_hours(24),
        "at most 24 class hours within any one project in the cycle",
        "周期内任一项目不超过24学时",
    ),
    (
        between(30, count_of(), 60),
        "at least 30 and at most 60 records in the cycle",
        "周期内不少于30且不超过60条记录",
    ),
    (
        total("a") + total("b") >= CREDITS_60,
        (
            "the total in “a” in the cycle plus the total in “b” in the cycle is at least 60 "
            "training credits"
        ),
        "周期内“a”中合计加周期内“b”中合计不少于60培训学分",
    ),
    (
        teacher.event("hired") < DAY_2011,
        "the hire falls before 2011-01-01",
        "入职之日早于2011年1月1日",
    ),
    (
        teacher.years_since("hired") >= Amount(5, 5, YEAR),
        "the number of full years since the hire is at least 5 years",
        "入职以来的满年数不少于5年",
    ),
    (teacher.category.is_(CLASS_TEACHER), "the teacher is a class teacher", "教师为班主任"),
    (
        teacher.category.one_of("class_teacher", "expert").ever(),
        "the teacher was a class teacher or an expert at any time",
        "教师期内曾为班主任或expert",
    ),
    (
        teacher.stage.is_("primary").at_start(),
        "the teacher's stage of schooling was primary on the first day",
        "教师的学段期初为小学",
    ),
    (
        teacher.employment.is_("in_post").throughout(),
        "the teacher's employment was in post all the time",
        "教师的在岗情况期内始终为在岗",
    ),
    (
        teacher.local("grade").is_("2").on("hired"),
        "the teacher's “grade” was 2 on the day of the hire",
        "教师的“grade”在入职当日为2",
    ),
    (
        teacher.stage.is_known(),
        "the teacher's stage of schooling is on record",
        "教师的学段已有记载",
    ),
    (
        all_of(total() >= CREDITS_60, teacher.post.is_("head")),
        "at least 60 training credits in the cycle; and the teacher's post or rank is head",
        "周期内不少于60培训学分；且教师的岗位或职级为head",
    ),
    (
        any_of(total() >= CREDITS_60, all_of(exists(), total("b") >= class_hours(2))),
        (
            "at least 60 training credits in the cycle, or (at least 1 record in the cycle; and at "
            "least 2 class hours in “b” in the cycle)"
        ),
        "周期内不少于60培训学分，或（周期内不少于1条记录；且周期内“b”中不少于2学时）",
    ),
    (
        not_(total() >= CREDITS_60),
        "less than 60 training credits in the cycle",
        "周期内少于60培训学分",
    ),
    (not_(exists()), "no record in the cycle", "周期内没有记录"),
    (not_(count_of() >= 2), "less than 2 records in the cycle", "周期内少于2条记录"),
    (not_(not_(exists())), "at least 1 record in the cycle", "周期内不少于1条记录"),
    (
        not_(teacher.category.is_(CLASS_TEACHER)),
        "the teacher is not a class teacher",
        "教师不是班主任",
    ),
    (
        not_(teacher.category.is_(CLASS_TEACHER).ever()),
        "the teacher was not a class teacher at any time",
        "教师期内未曾为班主任",
    ),
    (
        not_(teacher.category.is_(CLASS_TEACHER).at_start()),
        "the teacher was not a class teacher on the first day",
        "教师期初不为班主任",
    ),
    (
        not_(teacher.category.is_(CLASS_TEACHER).throughout()),
        "the teacher was not a class teacher all the time",
        "教师期内并非始终为班主任",
    ),
    (
        not_(teacher.category.is_(CLASS_TEACHER).on("due")),
        "the teacher was not a class teacher on the day of “due”",
        "教师在“due”当日不为班主任",
    ),
    (
        not_(teacher.stage.is_("primary")),
        "the teacher's stage of schooling is not primary",
        "教师的学段不为小学",
    ),
    (
        not_(teacher.stage.is_("primary").ever()),
        "the teacher's stage of schooling was not primary at any time",
        "教师的学段期内未曾为小学",
    ),
    (
        not_(teacher.post.is_known()),
        "the teacher's post or rank is not on record",
        "教师的岗位或职级没有记载",
    ),
    (
        not_(teacher.event("hired") >= DAY_2011),
        "the hire falls before 2011-01-01",
        "入职之日早于2011年1月1日",
    ),
    (
        not_(all_of(exists(), total() >= CREDITS_60)),
        (
            "it is not so that (what counts comes to at least 1 record in the cycle; and what "
            "counts comes to at least 60 training credits in the cycle)"
        ),
        "并非（周期内不少于1条记录；且周期内不少于60培训学分）",
    ),
    (not_(record.level.is_("city")), "it is not organised at city level", "该培训并非市级组织"),
    (not_(record.role.is_("host")), "the role is not host", "角色不为host"),
    (not_(record.role.is_known()), "its role is not on record", "角色没有记载"),
    (not_(where(mode="online")), "it is not online", "该培训并非方式为网络研修"),
    (
        at_least(1, exists(), total() >= CREDITS_60),
        (
            "at least 1 of these: at least 1 record in the cycle; at least 60 training credits "
            "in the cycle"
        ),
        "下列各项至少满足1项：周期内不少于1条记录；周期内不少于60培训学分",
    ),
    (
        each(SCHOOL_YEAR, total() >= training_credits(48)),
        "in each school year: at least 48 training credits",
        "每学年：不少于48培训学分",
    ),
    (
        each(CALENDAR_YEAR, exists(), cut_short="drop"),
        "in each whole calendar year: at least 1 record",
        "每个完整自然年：不少于1条记录",
    ),
    (
        some(SCHOOL_YEAR, exists(), over=last(years=3, clip=Clip.BACK), cut_short="keep"),
        "in at least one school year in the last 3 years, even one cut short: at least 1 record",
        "最近3年内至少一个学年（含不完整的学年）：不少于1条记录",
    ),
    (
        when(teacher.category.is_(CLASS_TEACHER), total() >= CREDITS_60),
        "if the teacher is a class teacher: at least 60 training credits in the cycle",
        "若教师为班主任：周期内不少于60培训学分",
    ),
]

SELECTIONS: Final[list[tuple[Any, str, str]]] = [
    (where(not_(record.level.is_("city"))), "not organised at city level", "并非市级组织"),
    (where(not_(record.hours >= class_hours(8))), "less than 8 class hours long", "时长少于8学时"),
    (where(not_(record.role.is_known())), "without its role on record", "角色没有记载"),
    (
        where(not_(teacher.category.is_(CLASS_TEACHER))),
        "taken while the teacher is not a class teacher",
        "其间教师不是班主任",
    ),
    (where(not_(where(mode="online"))), "not online", "并非方式为网络研修"),
    (where(), "everything", "全部"),
    (
        where(record.level.at_least(Level.COUNTY), mode="face_to_face", topic="ethics"),
        "organised at county level or above, face to face, on topic ethics",
        "县级及以上组织、方式为集中培训、主题为ethics",
    ),
    (
        where(
            activity="talk",
            project="p",
            module="m",
            organiser="o",
            approval="approved",
            result=("passed", "excellent"),
            role="speaker",
            level=("city", "county"),
        ),
        (
            "of the kind talk, in project p, of module m, organised by o, approved, completed with "
            "result passed or excellent, taken in the role of speaker, organised at city or county "
            "level"
        ),
        (
            "类型为talk、属于项目p、属于模块m、由o组织、已认定、考核结果为合格或优秀、角色为speake"
            "r、市级或县级组织"
        ),
    ),
    (
        where(
            record.hours >= class_hours(24),
            record.score > 60,
            record.attendance >= number("0.8"),
            record.day < DAY_2011,
            record.local("words") >= number(1000),
            record.local("kind").is_("x"),
        ),
        (
            "at least 24 class hours long, completed with a score of more than 60, attended "
            "for a share of at least 0.8, dated before 2011-01-01, recorded with “words” of at "
            "least 1000, recorded with “kind” x"
        ),
        (
            "时长不少于24学时、成绩多于60、出勤率不少于0.8、日期早于2011年1月1日、“words”不少于100"
            "0、“kind”为x"
        ),
    ),
    (
        where(
            any_of(record.level.is_("city"), record.approval.is_("approved")),
            not_(record.result.is_("failed")),
            record.result.is_known(),
            teacher.stage.is_("primary"),
            teacher.stage.is_known(),
            teacher.local("n") >= number(1),
            tag="lump",
        ),
        (
            "either organised at city level, or approved, not completed with result failed, on "
            "record with its result, taken while the teacher's stage of schooling is primary, "
            "taken while the teacher's stage of schooling is on record, taken while the "
            "teacher's “n” is at least 1, marked “lump”"
        ),
        (
            "市级组织，或已认定、考核结果不为不合格、考核结果已有记载、其间教师的学段为小学、"
            "其间教师的学段已有记载、其间教师的“n”不少于1、标记为“lump”"
        ),
    ),
]

WINDOWS: Final[list[tuple[Any, str, str]]] = [
    (CYCLE, "in the cycle", "周期内"),
    (
        WindowOf(Edge("as_of", -12), Edge("as_of", 0, 1), Clip.BACK),
        (
            "from the day 1 year before the day after the audit to the day before the day 1 day "
            "after the day after the audit"
        ),
        "自审核日次日前1年至审核日次日后1天前一日",
    ),
    (last(years=5, clip=Clip.BACK), "in the last 5 years", "最近5年内"),
    (last(months=18, clip=Clip.BACK), "in the last 1 year and 6 months", "最近1年和6个月内"),
    (
        around("promoted", months_before=60, clip=Clip.BACK),
        "in the 5 years before “promoted”",
        "“promoted”前5年内",
    ),
    (
        around("hired", months_after=6, clip=Clip.BACK),
        "within 6 months from the hire",
        "自入职起6个月内",
    ),
    (
        around("hired", months_before=1, days_after=10, clip=Clip.BACK),
        "from 1 month before the hire to 10 days after it",
        "入职前1个月至后10天内",
    ),
    (
        around("hired", months_before=120_000, clip=Clip.BACK),
        "at any time before the hire",
        "入职之前",
    ),
    (
        around("hired", months_before=120_000, months_after=12, clip=Clip.BACK),
        "until 1 year after the hire",
        "至入职之后1年为止",
    ),
    (
        around("hired", months_after=120_000, clip=Clip.BACK),
        "at any time from the hire on",
        "自入职起",
    ),
    (
        around("hired", months_before=12, months_after=120_000, clip=Clip.BACK),
        "from 1 year before the hire on",
        "自入职前1年起",
    ),
    (
        around("hired", months_before=120_000, months_after=120_000, clip=Clip.BACK),
        "at any time",
        "任何时候",
    ),
    (
        Span.through(date(2019, 9, 1), date(2020, 8, 31)),
        "in the time 2019-09-01 to 2020-08-31",
        "2019年9月1日至2020年8月31日期间",
    ),
    (
        between_events("appointed", "confirmed"),
        "from the day of “appointed” to the day before the day of “confirmed”",
        "自“appointed”之日至“confirmed”之日前一日",
    ),
    (
        WindowOf(Edge("hired", -6, 3), Edge("as_of", 0, -1), Clip.BACK),
        (
            "from the day 3 days after the day 6 months before the day of the hire to the day "
            "before the day 1 day before the day after the audit"
        ),
        "自入职之日前6个月后3天至审核日次日前1天前一日",
    ),
]

CREDIT_EACH_HOUR: Final = per(CLASS_HOUR, training_credits(1))
CLAUSES: Final[list[tuple[Any, str, str]]] = [
    (
        presume("p", record.mode, Mode.ONLINE),
        "a record that does not say its mode of delivery is taken to say online",
        "记录未载明培训方式的，视为网络研修",
    ),
    (
        presume("p", record.hours, 8),
        "a record that does not say its class hours is taken to say 8 class hours",
        "记录未载明学时的，视为8学时",
    ),
    (
        recognise("r", where(activity=BRIDGE), post("main", HOURS * CREDIT_EACH_HOUR)),
        "the bridge course earns 1 training credit for each class hour towards “main”",
        "衔接课程：每学时计1培训学分，计入“main”",
    ),
    (
        recognise("r", where(role="speaker"), post("main", training_credits(2)), stacking=True),
        (
            "training that is taken in the role of speaker earns, beside all else, 2 training "
            "credits towards “main”"
        ),
        "角色为speaker的培训另加：2培训学分，计入“main”",
    ),
    (
        nothing("r", where(), reason=Text("nothing else counts", "其他不计")),
        "any training earns nothing: nothing else counts",
        "任何培训不计：其他不计",
    ),
    (
        highest_only("r", by="module"),
        "only the largest record counts for each module",
        "同一模块只计最大一条",
    ),
    (
        quota("r", 3, by=(CALENDAR_YEAR, "topics"), of=where(activity=BRIDGE), account="h"),
        (
            "the bridge course in “h”: only the 3 largest records count for each calendar year and "
            "topic"
        ),
        "“h”中衔接课程同一自然年和主题只计最大的3条",
    ),
    (
        limit_per("r", training_credits(8), by=EVERY_DAY),
        "at most 8 training credits count in each day",
        "每日最多计8培训学分",
    ),
    (
        nothing_below("r", class_hours(4), by="record", account="h"),
        "in “h”: less than 4 class hours for each record counts nothing",
        "“h”中同一记录不足4学时的不计",
    ),
    (
        rounded_down("r", class_hours(1)),
        "what counts for each record is the total, rounded down to whole class hours",
        "同一记录按合计向下取整学时计",
    ),
    (
        rewrite("r", to=if_(group.count >= number(2), group.total, 0), by=(CYCLE, "hall")),
        (
            "what counts for each cycle and “hall” is the total if the number of records is at "
            "least 2; otherwise 0"
        ),
        "同一周期和“hall”按若记录数不少于2，为合计；否则为0计",
    ),
    (
        rewrite("r", to=group.total * "0.5", by=()),
        "what counts in all is 50% of the total",
        "总共按合计的50%计",
    ),
    (
        pool(
            "r",
            account="h",
            gives=if_(group.total >= class_hours(120), training_credits(72), 0),
            to="main",
        ),
        (
            "taken together, any training in “h” gives, towards “main”: 72 training credits if the "
            "total is at least 120 class hours; otherwise 0"
        ),
        "“h”中任何培训合并，计入“main”：若合计不少于120学时，为72培训学分；否则为0",
    ),
    (
        pool(
            "r",
            account="h",
            gives=group.count * training_credits(4),
            to="main",
            by=SCHOOL_YEAR,
            of=where(activity=BRIDGE),
        ),
        (
            "taken together in each school year, the bridge course in “h” gives, towards "
            "“main”: the number of records times 4 training credits"
        ),
        "“h”中衔接课程每学年合并，计入“main”：记录数乘以4培训学分",
    ),
    (
        ceiling("r", training_credits(120), by=CYCLE, of=where(mode=Mode.SCHOOL_BASED)),
        "training that is school-based: at most 120 training credits in the cycle",
        "方式为校本研修的培训周期内不超过120培训学分",
    ),
    (
        ceiling("r", training_credits(144), by=SCHOOL_YEAR, in_force=Span.since(DAY_2011)),
        "at most 144 training credits in each school year (in force from 2011-01-01 on)",
        "每学年不超过144培训学分（有效期：自2011年1月1日起）",
    ),
    (
        define("r", training_credits(60), in_force=Span.always()),
        "60 training credits (in force at any time)",
        "60培训学分（有效期：任何时候）",
    ),
    (define("r", training_credits(60)), "60 training credits", "60培训学分"),
    (require("r", exists()), "at least 1 record in the cycle", "周期内不少于1条记录"),
    (
        require(
            "r",
            total() >= CREDITS_60,
            applies=teacher.stage.is_("primary"),
            exempt=teacher.category.is_("expert"),
            deemed=total("a") >= CREDITS_60,
        ),
        (
            "at least 60 training credits in the cycle (asked for if the teacher's stage of "
            "schooling is primary) (exempt if the teacher is an expert) (taken as met if what "
            "counts comes to at least 60 training credits in “a” in the cycle)"
        ),
        (
            "周期内不少于60培训学分（适用条件：教师的学段为小学）（免除条件：教师为expert）"
            "（视为达到的条件：周期内“a”中不少于60培训学分）"
        ),
    ),
]

EXAMPLES: Final = [
    *((literal(form), en, zh) for form, en, zh in QUANTITIES),
    *CONDITIONS,
    *SELECTIONS,
    *WINDOWS,
    *CLAUSES,
]


@pytest.mark.parametrize(("form", "en", "zh"), EXAMPLES, ids=[own[1][:60] for own in EXAMPLES])
def test_forms_have_words(form: Any, en: str, zh: str) -> None:  # noqa: ANN401 - any form
    assert words_of(form, "en") == en
    assert words_of(form, "zh") == zh


def test_every_form_has_an_example() -> None:
    seen = {type(form) for form, _, _ in EXAMPLES}

    for union in (Form, WindowForm, AnyClause):
        assert set(get_args(union)) <= seen


def test_titles_stand_for_accounts_and_figures() -> None:
    needs = total("h") >= figure("need")

    assert words_of(needs, policy=NORTHMARK) == (
        "at least “hours that are due” in “taught hours” in the cycle"
    )
    assert words_of(needs, "zh", policy=NORTHMARK) == "周期内“学时”中不少于“应修学时”"
    assert words_of(total("main") >= CREDITS_60, policy=NORTHMARK) == (
        "at least 60 training credits in the cycle"
    )


def test_a_plain_id_is_called_by_the_term_of_the_policy() -> None:
    assert words_of(where(activity="bridge"), "zh", policy=NORTHMARK) == "类型为衔接课程"
    assert words_of(where(activity="bridge"), "zh") == "类型为bridge"


def test_terms_are_found_wherever_a_policy_uses_them() -> None:
    taken = Term("took_post", "taking up the post", "到任")
    joining = Term("hired", "joining", "入职")
    lump = Term("lump", "lump sum", "一次计入")
    policy = attrs.evolve(
        NORTHMARK,
        requirements=(
            require("a", total(over=around(taken, months_after=6, clip=Clip.BACK)) >= 0),
            require("b", teacher.years_since(joining) >= Amount(1, 1, YEAR)),
            require("c", teacher.local(Term("grade", "grade", "等级")).is_("1").on(taken)),
            require("d", total(of=where(tag=lump)) >= 0),
            require("e", teacher.event(Term("left", "leaving", "离任")) >= DAY_2011),
        ),
        recognition=(recognise("r", where(), post("main", training_credits(1), tag=lump)),),
        overall=(),
    )

    assert words_of(teacher.event("took_post") < DAY_2011, policy=policy) == (
        "taking up the post falls before 2011-01-01"
    )
    assert words_of(teacher.years_since("hired"), "zh", policy=policy) == "入职以来的满年数"
    assert words_of(teacher.local("grade").is_("1"), "zh", policy=policy) == "教师的等级为1"
    assert words_of(where(tag="lump"), "zh", policy=policy) == "标记为一次计入"
    assert words_of(teacher.event("left"), "zh", policy=policy) == "离任之日"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InvalidValueError, match='give "en" or "zh"'):
        words_of(total(), "fr")


# Messages ---------------------------------------------------------------------------------


def names_in(text: str) -> set[str]:
    return set(re.findall(r"\{([a-z_]+)\}", text))


@pytest.mark.parametrize(
    ("english", "chinese"),
    [(ENGLISH_FORMS, CHINESE_FORMS), (ENGLISH_AUDITS, CHINESE_AUDITS)],
    ids=["forms", "audits"],
)
def test_languages_have_the_same_messages(
    english: Mapping[str, str], chinese: Mapping[str, str]
) -> None:
    """
    The same codes; a name that one language leaves out is known to the other's message.
    """
    assert list(english) == list(chinese)
    for code, text in english.items():
        assert names_in(text) == names_in(chinese[code]) or code in MAY_DIFFER, code
        assert not re.search(r"[{}]", re.sub(r"\{[a-z_]+\}", "", text + chinese[code])), code


MAY_DIFFER: Final = {"day", "figures.of", "being.not"}
"""Messages in which each language takes what it needs of the names that both are given."""


# Generated forms --------------------------------------------------------------------------

NAMES: Final = st.sampled_from(["alpha", "beta gamma", "培训", "class_teacher"])
NUMBERS: Final = st.fractions(min_value=-50, max_value=500, max_denominator=7)
UNITS: Final = st.sampled_from(
    [NUMBER, CLASS_HOUR, TRAINING_CREDIT, TRAINING_CREDIT / CLASS_HOUR, DATE, Unit.named("lesson")]
)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, high = sorted(draw(st.tuples(NUMBERS, NUMBERS)))
    known: list[tuple[Reach, Reach]] = [(low, high), (low, low)]
    loose: list[tuple[Reach, Reach]] = [(low, UNBOUNDED), (-UNBOUNDED, high)]
    return Amount(*draw(st.sampled_from([*known, *loose, (-UNBOUNDED, UNBOUNDED)])), draw(UNITS))


DAYS: Final = st.dates()
FACTS: Final = st.builds(
    Fact,
    st.sampled_from(["record", "teacher", "event"]),
    st.one_of(NAMES, st.sampled_from(["hours", "level", "mode", "category", "stage", "day"])),
    UNITS,
    st.sampled_from(Moment),
    NAMES,
    st.booleans(),
)
EDGES: Final = st.builds(
    Edge,
    st.sampled_from(["as_of", "hired", "promoted"]),
    st.sampled_from([0, -6, 12, 120_000, -120_000]),
    st.integers(-40, 40),
)
WINDOW_FORMS: Final = st.one_of(
    st.none(), st.just(CYCLE), st.builds(WindowOf, EDGES, EDGES, st.sampled_from(Clip))
)
LEAVES: Final = st.one_of(
    st.builds(Literal, amounts()),
    st.builds(literal, DAYS),
    FACTS,
    st.sampled_from([group.count, group.total]),
    st.builds(Top, st.integers(1, 4)),
    st.builds(Years, NAMES),
    st.builds(FigureValue, NAMES),
)
STEPS: Final = st.builds(lambda value, unit: Amount(value, value, unit), st.integers(1, 9), UNITS)
VALUES: Final = st.lists(
    st.one_of(NAMES, st.sampled_from([*Level, *Mode])), min_size=1, max_size=3
).map(tuple)


OPERATORS: Final = st.sampled_from(["+", "-", "*", "mod", "least", "most"])
SELECTED: Final = st.sampled_from(["module", "project", "record", "topics"])


@st.composite
def quantities(draw: st.DrawFn, depth: int = 2) -> Any:  # noqa: ANN401 - any quantity
    if not depth or draw(st.booleans()):
        return draw(LEAVES)
    inner, tests = quantities(depth - 1), conditions(depth - 1)
    some_parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return draw(
        st.one_of(
            st.builds(Compute, OPERATORS, some_parts),
            st.builds(Rounded, inner, STEPS, st.sampled_from(Direction)),
            st.builds(Table, st.lists(st.tuples(tests, inner), min_size=1).map(tuple), inner),
            st.builds(lambda one, two: Dated(((DAY_2011, one), (date.max, two))), inner, inner),
            st.builds(FirstKnown, some_parts),
            st.builds(
                Total,
                selections(depth - 1),
                NAMES,
                WINDOW_FORMS,
                st.sampled_from(Measure),
                SELECTED,
            ),
        )
    )


@st.composite
def selections(draw: st.DrawFn, depth: int) -> Selection:
    tests = draw(st.lists(conditions(depth), max_size=2))
    return Selection(tuple(tests), draw(st.sampled_from([(), ("alpha",), ("alpha", "beta")])))


@st.composite
def conditions(draw: st.DrawFn, depth: int = 2) -> Any:  # noqa: ANN401 - any condition
    less = max(depth - 1, 0)
    values = quantities(less)
    leaves = [
        st.builds(Compare, st.sampled_from([">=", ">", "<=", "<"]), values, values),
        st.builds(OneOf, FACTS, VALUES),
        st.builds(Known, FACTS),
    ]
    if not depth or draw(st.booleans()):
        return draw(st.one_of(leaves))
    inner = conditions(less)
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    cut_short = st.sampled_from([None, *CutShort])
    calendars = st.sampled_from([SCHOOL_YEAR, EVERY_DAY])
    return draw(
        st.one_of(
            st.builds(Combine, st.sampled_from([Logic.ALL, Logic.ANY, Logic.NOT]), parts),
            st.builds(lambda own: Combine(Logic.AT_LEAST, own, len(own)), parts),
            selections(less),
            st.builds(Each, calendars, inner, st.booleans(), WINDOW_FORMS, cut_short),
            st.builds(When, inner, inner),
        )
    )


NEVER: Final = (
    "object at",
    "Fraction(",
    "<",
    ">",
    "None",
    "{",
    "}",
    "UNBOUNDED",
    "Unit(",
    "date(",
    "=",
    "  ",
    "True",
    "False",
    "frozen",
)


ANY_FORM: Final = st.one_of(quantities(), conditions(), WINDOW_FORMS.filter(bool))


@given(form=ANY_FORM, language=st.sampled_from(["en", "zh"]))
def test_words_never_read_like_code(form: Any, language: str) -> None:  # noqa: ANN401 - any form
    words = words_of(form, language)

    assert words == words.strip() != ""
    assert [sign for sign in NEVER if sign in words] == []


@given(form=ANY_FORM)
def test_chinese_words_need_no_english_ones(form: Any) -> None:  # noqa: ANN401 - any form
    """
    All that is English is an id or a unit of the form itself.
    """
    own = "alpha|beta|gamma|class_teacher|hired|promoted|lesson|hours|level|mode|category|stage|day"

    assert not re.search(r"[A-Za-z]", re.sub(own, "", words_of(form, "zh")))
