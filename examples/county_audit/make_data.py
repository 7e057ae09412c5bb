"""
Make the export of a made-up county, the same bytes on every run: `python make_data.py [folder]`.

It holds what real exports hold: several categories at once, facts that change within a cycle,
years instead of days, empty cells, records that wait for review, rows that come twice, and rows
that nobody can read. No person, school or body in it exists.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

SEED = 2015
TEACHERS = 300
EXPORTED_ON = date(2020, 12, 15)
FIRST_YEAR, LAST_YEAR = 2013, 2020
CYCLE = range(2015, 2020)  # the school years 2015/16 to 2019/20

HEADINGS = {
    "teachers.csv": (
        "教师编号 学段 学科 岗位 学校编号 县区 入职日期 转正日期 首次注册日期 任校长日期"
    ),
    "categories.csv": "教师编号 类别 起始日期 截止日期",
    "records.csv": (
        "记录编号 教师编号 培训年度 培训类别 项目编号 项目名称 培训机构 培训方式 活动类型 "
        "培训日期 结束日期 培训学时 考核结果 审核状态 主题"
    ),
}

Row = dict[str, str]


class Draws:
    """Random draws, all made of `random()`: no other method promises the same values for ever."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random

    def chance(self, percent: float) -> bool:
        """Return true in so many of a hundred cases."""
        return self._random() * 100 < percent

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from *low* to *high*."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[int(self._random() * len(options))]

    def several(self, options: Sequence[T], count: int) -> list[T]:
        """Return so many of the options; one may come twice."""
        return [self.pick(options) for _ in range(count)]

    def day(self, first: date, last: date) -> date:
        """Return a day from *first* to *last*."""
        return first + timedelta(self.whole(0, (last - first).days))


# What a teacher does in a year ----------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    """One sort of training, and when in a school year it takes place."""

    cells: str  # level, mode, activity, name of the project and body; - for an empty cell
    starts: tuple[int, int, int]  # years after the autumn, month, day: the first possible start
    weeks: int  # how much later it may start
    days: int  # how long it lasts
    topics: str = "-"

    @property
    def level(self) -> str:
        """The cell of the level."""
        return self.cells.split()[0].strip("-")

    @property
    def activity(self) -> str:
        """The cell of the activity."""
        return self.cells.split()[2]


SUBJECT = "学科教学 学科教学 学科教学、信息技术 师德 -"
COUNTY = Kind("县级 集中培训 全员培训 学科教师全员培训 县教师进修学校", (0, 10, 8), 7, 3, SUBJECT)
CITY = Kind(
    "市级 集中培训 专项培训 课堂教学专项培训 市教师发展中心", (1, 3, 5), 9, 2, "心理健康 安全 -"
)
PROVINCE = Kind(
    "省级 网络研修 全员培训 暑期远程研修 省级研修平台", (1, 7, 6), 1, 24, "信息技术 师德"
)
SCHOOL = Kind("校级 校本研修 校本培训 校本研修 本校", (0, 9, 10), 3, 265, "学科教学 -")
OWN_STUDY = Kind("校级 自主研修 自主研修 个人自主研修 本校", (0, 9, 15), 6, 250)
CLASS_TEACHER = Kind(
    "县级 集中培训 班主任培训 班主任专题培训 县教师进修学校", (0, 11, 20), 5, 2, "班主任"
)
INDUCTION = Kind(
    "县级 混合式培训 新任教师培训 新任教师试用期培训 县教师进修学校", (0, 9, 20), 3, 100, "师德"
)
BACKBONE = Kind("省级 集中培训 骨干教师培训 骨干教师高级研修 某师范大学", (1, 4, 10), 5, 5, SUBJECT)
QUALIFICATION = Kind(
    "市级 集中培训 校长任职资格培训 校长任职资格培训班 市教师发展中心", (0, 10, 15), 4, 30, "管理"
)
IMPROVEMENT = Kind(
    "市级 集中培训 校长提高培训 校长提高培训班 市教师发展中心", (1, 5, 8), 4, 5, "管理"
)
NATION = Kind("国家级 跟岗实践 专项培训 乡村教师访名校 某师范大学", (0, 10, 10), 5, 10, SUBJECT)
DEGREE = Kind("- - 学历提升 本科学历提升 某师范大学", (0, 9, 5), 1, 290)
UNKNOWN_TO_POLICIES = tuple(
    Kind(f"县级 - {word} {word} 县教学研究室", (0, 11, 5), 20, 1)
    for word in ("送教下乡", "教学比赛", "论文发表", "教研活动")
)


@dataclass
class Person:
    """A teacher of the county: rows to be, and how much training each school year brings."""

    id: str
    draws: Draws
    cells: Row
    hired: date
    yearly: list[int]  # class hours of each school year of the cycle
    city: int = 13
    school: int = 21
    categories: list[tuple[str, date, date | None]] = field(default_factory=list)
    records: list[Row] = field(default_factory=list)

    def add(self, kind: Kind, year: int, hours: str) -> None:
        """Give the teacher a record of the school year that starts in the autumn of *year*."""
        later, month, day = kind.starts
        start = date(year + later, month, day) + timedelta(self.draws.whole(0, kind.weeks * 7))
        end = start + timedelta(kind.days - 1)
        level, mode, activity, name, body = (cell.strip("-") for cell in kind.cells.split())
        cells = {
            "记录编号": "new",
            "教师编号": self.id,
            "培训年度": str(start.year),
            "培训类别": level,
            "项目编号": f"{start.year}-{activity}-{level or '高校'}",
            "项目名称": f"{start.year}年{name}",
            "培训机构": self.cells["学校编号"] if body == "本校" else body,
            "培训方式": mode,
            "活动类型": activity,
            "培训日期": start.isoformat(),
            "结束日期": end.isoformat() if end > start else "",
            "培训学时": hours,
            "考核结果": self.draws.pick(("合格", "合格", "合格", "优秀")),
            "审核状态": "已审核",
            "主题": self.draws.pick(kind.topics.split()).strip("-"),
        }
        if date(FIRST_YEAR, 1, 1) <= start and end <= EXPORTED_ON:
            self.records.append(cells)

    def in_cycle(self, kind: Kind) -> list[Row]:
        """Return the teacher's records of a kind that lie in the cycle, newest first."""
        first, last = date(CYCLE[0], 9, 1).isoformat(), date(CYCLE[-1] + 1, 9, 1).isoformat()
        chosen = [r for r in self.records if r["活动类型"] == kind.activity]
        chosen = [r for r in chosen if r["培训类别"] == kind.level]
        return [r for r in reversed(chosen) if first <= r["培训日期"] < last]


def train(person: Person) -> None:
    """Give the teacher the ordinary records of every school year since they were hired."""
    draws = person.draws
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
        if date(year + 1, 8, 31) < person.hired:
            continue
        hours = person.yearly[year - CYCLE[0]] if year in CYCLE else draws.whole(40, 90)
        rest = max(hours - person.city - person.school, 0)
        province = rest // 2
        shares = (rest - province, person.school, person.city, province)
        for kind, share in zip((COUNTY, SCHOOL, CITY, PROVINCE), shares, strict=True):
            if share and (year in CYCLE or draws.chance(85)):
                person.add(kind, year, str(share))
        if draws.chance(3):
            person.add(draws.pick(UNKNOWN_TO_POLICIES), year, str(draws.whole(2, 10)))
        if draws.chance(4):
            person.add(OWN_STUDY, year, str(draws.whole(4, 12)))


# How a teacher stands -------------------------------------------------------------------------
#
# Each profile changes the teacher before the ordinary records are made, or the records after.


def steady(_: Person) -> None:
    """Leave the teacher as drawn: 74 to 92 hours in each year."""


def narrowly_short(person: Person) -> None:
    """Give 345 to 359.5 hours in the cycle, with no bad year."""
    person.yearly = [70, 71, 69, 70, person.draws.whole(65, 79)]


def weak_year(person: Person) -> None:
    """Give one year with less than 48 hours, and the others enough for the cycle."""
    person.yearly[person.draws.whole(0, 4)] = person.draws.whole(39, 47)
    person.yearly = [hours + 6 for hours in person.yearly]
    person.yearly[person.yearly.index(min(person.yearly))] -= 6


def much_at_school(person: Person) -> None:
    """Give more training at school than a limit of 120 allows."""
    person.school = person.draws.whole(36, 42)


def far_behind(person: Person) -> None:
    """Give 22 to 50 hours in each year."""
    person.yearly = [person.draws.whole(22, 50) for _ in CYCLE]
    person.city, person.school = 4, 10


def county_rarely(person: Person) -> None:
    """Give little from the county and above: some at school, much of it own study."""
    person.yearly = [62, 64, 60, 66, 63]
    person.school, person.city = 24, 4
    for year in CYCLE:
        person.add(OWN_STUDY, year, str(person.draws.whole(13, 19)))


def pending(person: Person) -> None:
    """Let what is missing to 360 wait for review."""
    person.yearly = [72, 71, 70, 74, 75]
    train(person)
    person.in_cycle(PROVINCE)[0]["审核状态"] = "待审核"


def result_missing(person: Person) -> None:
    """Let the result of a deciding training be empty."""
    person.yearly = [72, 70, 71, 73, 76]
    train(person)
    person.in_cycle(COUNTY)[0]["考核结果"] = ""


def hours_missing(person: Person) -> None:
    """Let the hours of a deciding training be empty."""
    person.yearly = [70, 73, 72, 71, 76]
    train(person)
    person.in_cycle(COUNTY)[1]["培训学时"] = ""


def year_only(person: Person) -> None:
    """Give two trainings by the year alone, in a year that needs them."""
    person.yearly = [88, 60, 86, 84, 85]
    train(person)
    for row in (person.in_cycle(CITY)[3], person.in_cycle(PROVINCE)[3]):
        row["培训日期"], row["结束日期"] = row["培训年度"], ""


def failed_once(person: Person) -> None:
    """Let one training be failed, so that the cycle falls short."""
    person.yearly = [73, 72, 74, 72, 76]
    train(person)
    person.in_cycle(PROVINCE)[1]["考核结果"] = "不合格"


def studying(person: Person) -> None:
    """Let the teacher study toward a degree for two school years and train little in them."""
    person.yearly[1:3] = [30, 28]
    for year in (2016, 2017):
        person.add(DEGREE, year, "")


def new_with_the_cycle(person: Person) -> None:
    """Hire the teacher as the cycle starts, with the training of the probation year."""
    person.hired = date(2015, 9, 1)
    _probation(person)


def new_in_the_cycle(person: Person) -> None:
    """Hire the teacher in a later year of the cycle."""
    person.hired = date(person.draws.whole(2016, 2018), 9, 1)
    _probation(person)


def _probation(person: Person) -> None:
    year = person.hired.year
    person.categories.append(("新任教师", person.hired, date(year + 1, 8, 31)))
    person.categories.append(("普通教师", date(year + 1, 9, 1), None))
    person.cells["转正日期"] = date(year + 1, 9, 1).isoformat()
    person.yearly[year - CYCLE[0]] = 34
    person.add(INDUCTION, year, "80")
    person.add(replace(INDUCTION, starts=(1, 3, 1)), year, "40")


Profile = Callable[[Person], None]
PROFILES: tuple[tuple[int, Profile], ...] = (
    (172, steady),
    (18, narrowly_short),
    (12, weak_year),
    (10, much_at_school),
    (9, far_behind),
    (8, county_rarely),
    (16, pending),
    (8, result_missing),
    (5, hours_missing),
    (8, year_only),
    (7, failed_once),
    (8, studying),
    (9, new_with_the_cycle),
    (10, new_in_the_cycle),
)


def profile_of(number: int) -> Profile:
    """Return the profile of a teacher: profiles are spread over the list, none by chance."""
    spread = [profile for count, profile in PROFILES for _ in range(count)]
    return spread[number * 77 % TEACHERS]  # 77 and 300 have no common factor


# Who the teacher is ---------------------------------------------------------------------------

STAGES = {
    "小学": ("语文", "数学", "英语", "科学", "体育", "音乐"),
    "初中": ("语文", "数学", "英语", "物理", "化学", "历史"),
    "普通高中": ("语文", "数学", "英语", "物理", "生物", "政治"),
}


def new_person(number: int) -> Person:
    """Return a teacher with the facts of the list, and hours for steady years."""
    draws = Draws(SEED * 100_000 + number)
    stage = draws.pick(("小学", "小学", "小学", "初中", "初中", "普通高中"))
    hired = date(draws.whole(1985, 2013), 9, 1)
    cells = {
        "教师编号": f"T{number + 1:04}",
        "学段": stage,
        "学科": draws.pick(STAGES[stage]),
        "岗位": "专任教师",
        "学校编号": f"S{draws.whole(1, 24):02}",
        "县区": "示例县",
        "入职日期": "",
        "转正日期": date(hired.year + 1, 9, 1).isoformat(),
        "首次注册日期": date(draws.whole(2014, 2016), 9, 1).isoformat(),
        "任校长日期": "",
    }
    yearly = [draws.whole(74, 92) for _ in CYCLE]
    return Person(cells["教师编号"], draws, cells, hired, yearly)


def add_roles(person: Person) -> None:
    """Let the teacher be class teacher, backbone, principal or rural for a part of the time."""
    draws, latest = person.draws, max(person.hired.year, 2013)
    if draws.chance(30):
        first = draws.whole(latest, 2018)
        person.categories.append(("班主任", date(first, 9, 1), date(first + 2, 8, 31)))
        # One in five has not enough training for the role; one in ten has none.
        sessions = draws.pick((("16", "16"),) * 7 + (("12", "12.5"), ("24",), ()))
        for year, hours in zip((2016, 2018), sessions, strict=False):
            person.add(CLASS_TEACHER, max(year, person.hired.year), hours)
    if draws.chance(14):
        level = draws.pick(("县级骨干教师", "县级骨干教师", "市级骨干教师", "省级骨干教师"))
        first = draws.whole(latest, 2018)
        person.categories.append((level, date(first, 1, 1), date(first + 2, 12, 31)))
        person.add(BACKBONE, first, str(draws.whole(20, 40)))
    if draws.chance(25):
        until = date(draws.whole(2016, 2020), 8, 31) if draws.chance(30) else None
        person.categories.append(("乡村教师", max(person.hired, date(2012, 9, 1)), until))
        if draws.chance(15):
            person.add(NATION, draws.pick(CYCLE), "60")
    if person.hired.year < 2008 and draws.chance(7):
        lead(person)


def lead(person: Person) -> None:
    """Make the teacher a principal."""
    since = date(person.draws.whole(2012, 2018), 8, 15)
    person.cells["岗位"] = "校长"
    person.cells["任校长日期"] = since.isoformat()
    person.categories.append(("校长", since, None))
    person.add(QUALIFICATION, since.year, "300")
    person.add(IMPROVEMENT, min(since.year + 2, 2018), "40")


def make_person(number: int) -> Person:
    """Return a teacher with all records, before anything goes wrong with the rows."""
    person = new_person(number)
    profile_of(number)(person)
    if not any(row["活动类型"] == COUNTY.activity for row in person.records):
        train(person)
    person.cells["入职日期"] = person.hired.isoformat()
    if person.hired.year >= 2015:
        person.cells["首次注册日期"] = ""
    add_roles(person)
    vary(person)
    return person


def vary(person: Person) -> None:
    """Write cells in the ways people write them, and lose a few facts."""
    draws = person.draws
    for row in person.records:
        hours = row["培训学时"]
        if hours and draws.chance(12):
            row["培训学时"] = draws.pick((f"{hours}学时", f"{hours}.0", full_width(hours)))
        elif hours.isdigit() and draws.chance(4):
            row["培训学时"] = f"{hours}.5"
        if draws.chance(5) and len(row["培训日期"]) == 10:
            day = date.fromisoformat(row["培训日期"])
            words = f"{day.year}年{day.month}月{day.day}日"
            row["培训日期"] = draws.pick((f"{day:%Y/%m/%d}", words))
        if draws.chance(1.2):
            row["培训日期"], row["结束日期"] = draws.pick((row["培训年度"], "")), ""
        for column, percent in (("考核结果", 0.4), ("培训类别", 0.2), ("培训方式", 1)):
            if draws.chance(percent):
                row[column] = ""
        if row["审核状态"] == "已审核" and draws.chance(1):
            row["审核状态"] = draws.pick(("待审核", "待审核", "审核不通过"))


def full_width(text: str) -> str:
    """Write digits as a Chinese keyboard does."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else "．" if c == "." else c for c in text)


# What goes wrong with rows --------------------------------------------------------------------

BAD_CELLS: tuple[tuple[str, str], ...] = (
    ("培训学时", "约20"),
    ("培训学时", "二十"),
    ("培训学时", "16-20"),
    ("培训学时", "2天"),
    ("培训学时", "3O"),  # the letter
    ("培训学时", "-8"),
    ("培训学时", "-16"),
    ("培训日期", "2017-02-30"),
    ("培训日期", "2018-13-05"),
    ("培训日期", "2016年9月31日"),
    ("培训日期", "去年秋天"),
    ("结束日期", "2012-01-01"),
    ("培训年度", "2009"),
    ("培训年度", "一六"),
    ("培训类别", "国际级"),
    ("培训类别", "片区级"),
    ("培训方式", "函授"),
    ("考核结果", "待定"),
    ("审核状态", "退回"),
    ("记录编号", "none"),  # becomes empty once the records are numbered
    ("教师编号", ""),
)
"""Each stands in two rows beside the good ones: (column, what the cell says instead)."""


def bad_rows(people: Sequence[Person], draws: Draws) -> list[Row]:
    """Return rows beside the good ones that nobody can map to a record."""
    return [
        {**dated_row(draws.pick(people), draws), column: text} for column, text in BAD_CELLS * 2
    ]


def dated_row(person: Person, draws: Draws) -> Row:
    """Return a copy of one of the teacher's records that has a day."""
    return dict(draws.pick([row for row in person.records if len(row["培训日期"]) == 10]))


def strangers(people: Sequence[Person], draws: Draws) -> list[Row]:
    """Return records of teachers that are not in the list."""
    ids = [f"T09{number:02}" for number in (1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 5, 6)]
    ids += [row[0] for row in LOST_TEACHERS for _ in range(2)]
    return [{**dated_row(draws.pick(people), draws), "教师编号": teacher} for teacher in ids]


def out_of_time(people: Sequence[Person], draws: Draws) -> list[Row]:
    """Return records dated before the teacher was hired, and after the export."""
    rows = []
    for person in [person for person in people if person.hired.year > 2015][:8]:
        day = draws.day(date(2013, 3, 1), date(person.hired.year, 6, 30))
        rows.append((dated_row(person, draws), day))
    for _ in range(7):
        day = draws.day(date(2021, 2, 1), date(2029, 11, 30))
        rows.append((dated_row(draws.pick(people), draws), day))
    return [
        {**row, "培训年度": str(day.year), "培训日期": day.isoformat(), "结束日期": ""}
        for row, day in rows
    ]


def numbered(rows: list[Row]) -> list[Row]:
    """Return the rows by year and teacher, each with an id of its own."""
    rows = sorted(rows, key=lambda row: (row["培训年度"], row["教师编号"], row["项目编号"]))
    for number, row in enumerate(rows, start=1):
        row["记录编号"] = "" if row["记录编号"] == NO_ID else f"R{number:05}"
    return rows


def repeats(rows: Sequence[Row], draws: Draws) -> list[Row]:
    """Return rows whose id stands elsewhere too: equal ones, and ones that say other things."""
    known = [row for row in rows if row["记录编号"] and row["培训学时"].isdigit()]
    equal = [dict(draws.pick(known)) for _ in range(14)]
    hours = [{**row, "培训学时": f"{row['培训学时']}.5"} for row in draws.several(known, 5)]
    result = [{**row, "考核结果": "不合格"} for row in draws.several(known, 3)]
    year = [{**row, "培训日期": row["培训年度"], "结束日期": ""} for row in draws.several(known, 3)]
    taken = [{**row, "教师编号": draws.pick(known)["教师编号"]} for row in draws.several(known, 2)]
    return equal + hours + result + year + taken


def broken(cells: list[str], number: int) -> list[str]:
    """Return cells that are too few, too many, or none at all."""
    return (cells[:-3], [*cells, "备注"], cells[:4], [""] * len(cells))[number % 4]


# The three files ------------------------------------------------------------------------------

NO_ID = "none"
LOST_TEACHERS = (
    ["T0301", "小学", "语文"],
    ["T0302", "完全中学", "数学", "专任教师", "S07", "示例县", "2004-09-01", "", "", ""],
)
"""Rows of teachers that nobody can read."""


def teacher_rows(people: Sequence[Person]) -> list[list[str]]:
    """Return the list of teachers: a few facts are lost, and two teachers stand in it twice."""
    for number in (23, 131, 254):
        people[number].cells["入职日期"] = ""
    for number in (41, 87, 203, 266):
        people[number].cells["学段"] = ""
    rows = [list(person.cells.values()) for person in people]
    rows.insert(58, rows[30])
    elsewhere = {**people[120].cells, "学校编号": "S25"}
    return [*rows, list(elsewhere.values()), *LOST_TEACHERS]


def category_rows(people: Sequence[Person]) -> list[list[str]]:
    """Return every category with its days, and some rows that nobody can read."""
    rows = [
        [person.id, word, first.isoformat(), last.isoformat() if last else ""]
        for person in people
        for word, first, last in person.categories
    ]
    rows[40:40] = [
        ["T0044", "首席教师", "2016-09-01", ""],
        ["T0045", "班主任", "2017-06-31", "2018-08-31"],
        ["T0046", "班主任", "", "2018-08-31"],
    ]
    rows[90:90] = [
        ["T0102", "班主任", "2018-09-01", "2016-08-31"],
        ["T0103", "乡村教师"],
        ["T0904", "骨干教师", "2016-01-01", "2018-12-31"],
        rows[3],
    ]
    return rows


def record_rows(people: Sequence[Person]) -> list[list[str]]:
    """Return every record in about the order of time, with all that goes wrong among them."""
    draws = Draws(SEED)
    rows = [row for person in people for row in person.records]
    rows += bad_rows(people, draws) + strangers(people, draws) + out_of_time(people, draws)
    rows = numbered(rows)
    for row in repeats(rows, draws):
        rows.insert(draws.whole(0, len(rows)), row)
    cells = [list(row.values()) for row in rows]
    for number in range(9):
        own = list(draws.pick(cells))
        own[0] = f"R{90_000 + number}"
        cells.insert(draws.whole(0, len(cells)), broken(own, number))
    for own in draws.several(cells, 4):
        if len(own) == len(rows[0]):
            own[5] = f"{own[5]}\n（第二期）"  # a line break within a cell
    return cells


def main(folder: Path) -> None:
    """Write the three files, as spreadsheets write them: UTF-8 with a byte order mark."""
    people = [make_person(number) for number in range(TEACHERS)]
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (
        ("teachers.csv", teacher_rows(people)),
        ("categories.csv", category_rows(people)),
        ("records.csv", record_rows(people)),
    ):
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([HEADINGS[name].split(), *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "data")
