"""The example runs as it stands, its data can be made again, and it loses no row."""

import csv
import importlib
import os
import re
import runpy
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias

import pytest

from teachtrain.errors import InvalidValueError
from teachtrain.models import UNKNOWN, Approval, Level, Mode, Span, Status

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "county_audit"
DATA = EXAMPLE / "data"
FILES = ("teachers.csv", "categories.csv", "records.csv")
EXPORTED_ON = date(2020, 12, 15)

Loaded: TypeAlias = Any
"""Modules that stand beside each other, and their values: type checkers don't find them here."""


@pytest.fixture(scope="module")
def example() -> Iterator[Loaded]:
    """Import the example's modules, which stand beside each other and are no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(EXAMPLE))
        names = ("county", "make_data", "mapping", "reading", "summary")
        yield SimpleNamespace(**{name: importlib.import_module(name) for name in names})


@pytest.fixture(scope="module")
def county(example: Loaded) -> Loaded:
    return example.county.read_county(DATA, exported_on=EXPORTED_ON)


# The data -------------------------------------------------------------------------------------


def test_the_data_is_made_again_byte_for_byte(example: Loaded, tmp_path: Path) -> None:
    example.make_data.main(tmp_path)

    for name in FILES:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name


def test_the_data_looks_like_a_spreadsheet_export() -> None:
    for name in FILES:
        data = (DATA / name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), name
        assert data.endswith(b"\r\n"), name


# No row is lost -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_taken_or_reported(county: Loaded, name: str) -> None:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        rows = sum(1 for _ in csv.reader(file)) - 1
    left_out = sum(1 for one in county.problems if one.file == name and not one.taken)

    assert county.accounts[name].read == rows
    assert county.accounts[name].taken == rows - left_out


def test_a_lost_row_stops_the_program(example: Loaded) -> None:
    county = example.county.County(accounts={"records.csv": example.county.Account(2, 1)})
    with pytest.raises(AssertionError, match=r"records\.csv: rows were lost"):
        county.check()


def test_a_problem_names_the_line_where_its_row_starts(county: Loaded) -> None:
    for name in FILES:
        lines = (DATA / name).read_text(encoding="utf-8-sig").splitlines()
        own = [one for one in county.problems if one.file == name and "\n" not in one.row]
        assert own
        assert [lines[one.line - 1] for one in own] == [one.row for one in own]


def test_each_kind_of_planted_row_is_reported(county: Loaded, example: Loaded) -> None:
    reason = example.reading.Reason
    found = Counter(one.reason for one in county.problems)

    assert set(reason) - set(found) == {reason.NOT_CSV}  # see below; it would open every verdict


def test_rows_of_one_id_count_once(county: Loaded, example: Loaded) -> None:
    ids = [record.id for own in county.transcripts.values() for record in own.records]
    reasons = example.reading.Reason
    shared = {
        one.row.split(",")[0]
        for one in county.problems
        if one.file == "records.csv" and one.reason in {reasons.CONFLICT, reasons.REPEATED}
    }

    assert len(ids) == len(set(ids))
    assert shared <= set(ids)


def test_one_id_of_two_teachers_is_nobodys(county: Loaded, example: Loaded) -> None:
    disputed = [one for one in county.problems if one.reason is example.reading.Reason.TWO_OWNERS]
    for one in disputed:
        record, teacher = one.row.split(",")[:2]
        transcript = county.transcripts[teacher]
        assert record not in {own.id for own in transcript.records}
        assert transcript.complete_until is None


def test_a_row_left_out_leaves_its_teachers_transcript_open(county: Loaded) -> None:
    """
    Nobody is found short because of a row that was not read.
    """
    left_out = [one for one in county.problems if one.file == "records.csv" and not one.taken]
    owners = {one.row.split(",")[1] for one in left_out} & set(county.teachers)
    open_ended = {name for name, own in county.transcripts.items() if own.complete_until is None}

    assert owners == open_ended
    assert 0 < len(owners) < 60


def test_an_unread_category_leaves_the_teachers_categories_open(county: Loaded) -> None:
    for teacher in ("T0044", "T0045", "T0046", "T0102", "T0103"):
        assert UNKNOWN in county.teachers[teacher].categories.on(date(2017, 1, 1)), teacher
    assert UNKNOWN not in county.teachers["T0047"].categories.on(date(2017, 1, 1))


def test_two_rows_of_one_teacher_are_believed_where_they_agree(county: Loaded) -> None:
    assert county.teachers["T0121"].school is None
    assert county.teachers["T0121"].stage is not None
    assert county.teachers["T0031"].school is not None  # stands in the list twice, alike


# Cells ----------------------------------------------------------------------------------------

GOOD = {
    "记录编号": "R1",
    "教师编号": "T1",
    "培训年度": "2017",
    "培训类别": "市级",
    "项目编号": "P1",
    "培训机构": "B1",
    "培训方式": "集中培训",
    "活动类型": "全员培训",
    "培训日期": "2017-03-05",
    "结束日期": "2017-03-06",
    "培训学时": "7.5",
    "考核结果": "合格",
    "审核状态": "已审核",
    "主题": "师德、安全",
}


def record(example: Loaded, **cells: str) -> Loaded:
    return example.mapping.training_record(example.reading.Row("records.csv", 2, GOOD | cells))


def test_a_row_becomes_a_record(example: Loaded) -> None:
    made = record(example)

    assert (made.id, made.teacher, made.activity) == ("R1", "T1", "training")
    assert (made.day, made.last_day) == (date(2017, 3, 5), date(2017, 3, 6))
    assert (made.hours, made.level, made.mode) == (Fraction("7.5"), Level.CITY, Mode.FACE_TO_FACE)
    assert (made.status, made.approval) == (Status.FINAL, Approval.APPROVED)
    assert made.topics == {"师德", "安全"}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("29", Fraction(29)),
        ("7.5学时", Fraction("7.5")),
        ("１２．５", Fraction("12.5")),
        (" 16 课时 ", Fraction(16)),
        ("0", Fraction(0)),
        ("", None),
    ],
)
def test_hours_are_read_as_people_write_them(
    example: Loaded, text: str, hours: Fraction | None
) -> None:
    assert record(example, 培训学时=text).hours == hours


@pytest.mark.parametrize(
    ("year", "day", "last", "expected"),
    [
        ("2017", "2017/3/5", "", Span.on(date(2017, 3, 5))),
        ("2017", "２０１７年３月５日", "2017-03-06", Span(date(2017, 3, 5), date(2017, 3, 7))),
        ("2018", "2017-12-30", "2018-01-02", Span(date(2017, 12, 30), date(2018, 1, 3))),
        ("2017", "2017", "", Span.of_year(2017)),
        ("2017", "", "", Span.of_year(2017)),
        ("", "2017年", "", Span.of_year(2017)),
        ("", "", "", Span.always()),
    ],
)
def test_a_day_is_no_more_exact_than_its_cells(
    example: Loaded, year: str, day: str, last: str, expected: Span
) -> None:
    made = record(example, 培训年度=year, 培训日期=day, 结束日期=last)
    assert made.booking_span == expected


@pytest.mark.parametrize(
    ("heading", "text", "reason"),
    [
        ("培训学时", "约20", "NOT_A_NUMBER"),
        ("培训学时", "二十", "NOT_A_NUMBER"),
        ("培训学时", "16-20", "NOT_A_NUMBER"),
        ("培训学时", "2天", "NOT_A_NUMBER"),
        ("培训学时", "1e3", "NOT_A_NUMBER"),
        ("培训日期", "2017-02-30", "NO_SUCH_DAY"),
        ("培训日期", "2017-13-01", "NO_SUCH_DAY"),
        ("培训日期", "去年秋天", "NO_SUCH_DAY"),
        ("培训年度", "一七", "NO_SUCH_DAY"),
        ("培训年度", "2009", "CONTRADICTION"),
        ("培训类别", "国际级", "UNKNOWN_WORD"),
        ("培训方式", "函授", "UNKNOWN_WORD"),
        ("考核结果", "待定", "UNKNOWN_WORD"),
        ("审核状态", "退回", "UNKNOWN_WORD"),
    ],
)
def test_what_cannot_be_read_is_refused(
    example: Loaded, heading: str, text: str, reason: str
) -> None:
    with pytest.raises(example.reading.UnreadableError) as error:
        record(example, **{heading: text})
    assert error.value.reason.name == reason
    assert heading in error.value.detail


@pytest.mark.parametrize(
    ("heading", "text"),
    [("培训学时", "-8"), ("结束日期", "2012-01-01"), ("记录编号", "")],
)
def test_what_cannot_exist_is_refused_by_the_library(
    example: Loaded, heading: str, text: str
) -> None:
    with pytest.raises(InvalidValueError):
        record(example, **{heading: text})


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("培训类别", "level"),
        ("培训方式", "mode"),
        ("活动类型", "activity"),
        ("培训学时", "hours"),
        ("考核结果", "result"),
        ("主题", "topics"),
    ],
)
def test_an_empty_cell_is_not_known(example: Loaded, heading: str, field: str) -> None:
    assert getattr(record(example, **{heading: ""}), field) is None


def test_a_record_stands_once_it_was_reviewed(example: Loaded) -> None:
    for text in ("待审核", ""):
        waiting = record(example, 审核状态=text)
        assert (waiting.status, waiting.approval) == (Status.PENDING, None)
    assert record(example, 审核状态="审核不通过").approval is Approval.REFUSED


def test_an_activity_that_no_policy_knows_is_kept(example: Loaded) -> None:
    assert record(example, 活动类型="送教下乡").activity == "送教下乡"


# Files ----------------------------------------------------------------------------------------

HEADINGS = ("编号", "值")


def rows_of(example: Loaded, tmp_path: Path, text: str) -> list[Loaded]:
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8")
    return list(example.reading.read(path, HEADINGS))


def test_a_row_starts_after_the_line_breaks_of_the_one_before(
    example: Loaded, tmp_path: Path
) -> None:
    rows = rows_of(example, tmp_path, '值,编号\n"a\nb",1\n\nc,2\nd\n')

    assert [(row.line, getattr(row, "reason", None)) for row in rows] == [
        (2, None),
        (4, example.reading.Reason.EMPTY),
        (5, None),
        (6, example.reading.Reason.CELLS),
    ]
    assert rows[2]["编号"] == "2"


def test_a_stray_quote_is_a_problem_and_not_the_end(example: Loaded, tmp_path: Path) -> None:
    rows = rows_of(example, tmp_path, '编号,值\n1,"a"b\n2,c\n3,"d\n4,e\n')

    not_csv = example.reading.Reason.NOT_CSV
    assert [(row.line, getattr(row, "reason", None)) for row in rows] == [
        (2, not_csv),
        (3, None),
        (4, not_csv),
    ]


def test_a_row_without_cells_may_be_anybodys(example: Loaded, tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    with (tmp_path / "records.csv").open("a", encoding="utf-8", newline="") as file:
        file.write('R99999,"T0001\r\n')
    county = example.county.read_county(tmp_path, exported_on=EXPORTED_ON)

    assert all(own.complete_until is None for own in county.transcripts.values())


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "needs each of these headings once: 编号, 值"),
        ("编号\n1\n".encode(), "needs each of these headings once: 值"),
        ("编号,值,值\n".encode(), "needs each of these headings once: 值"),
        ("编号,值\n教,1\n".encode("gb18030"), "is no UTF-8"),
        ('编号,"值\n'.encode(), "headings: "),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(
    example: Loaded, tmp_path: Path, content: bytes, fault: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(example.reading.UnreadableError, match=fault):
        list(example.reading.read(path, HEADINGS))


# The main job ---------------------------------------------------------------------------------

FOREIGN = re.compile(
    r"<(script|link|img|iframe|source|object|use)\b|@import|url\(|\bsrc=", re.IGNORECASE
)


@pytest.fixture(scope="module")
def main(example: Loaded) -> Loaded:  # noqa: ARG001 - it lets the program find its modules
    """Return the program's main function, to run it without starting Python anew."""
    return runpy.run_path(str(EXAMPLE / "__main__.py"))["main"]


def pages_in(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}


def test_the_program_runs_as_its_users_run_it(county: Loaded, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, EXAMPLE, "--out", tmp_path],
        env=os.environ | {"PYTHONWARNINGS": "error", "COLUMNS": "120"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")

    read = sum(account.read for account in county.accounts.values())
    taken = sum(account.taken for account in county.accounts.values())
    assert f"{read} = {taken} + {read - taken}" in done.stdout
    assert len(pages_in(tmp_path)) == 4


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_page_asks_anything_of_another_place(
    main: Loaded, tmp_path: Path, language: str
) -> None:
    assert main(["--out", str(tmp_path), "--language", language]) == 0

    pages = pages_in(tmp_path)
    assert [name for name, page in pages.items() if FOREIGN.search(page)] == []
    linked = set(re.findall(r'href="([^"]*)"', pages["index.html"]))
    assert linked == set(pages) - {"index.html"}


def test_the_files_hold_every_problem_and_every_verdict(
    county: Loaded, main: Loaded, tmp_path: Path
) -> None:
    assert main(["--out", str(tmp_path), "--teacher", "T0001", "--teacher", "T0300"]) == 0

    assert {path.name for path in tmp_path.iterdir()} == {
        "findings.csv",
        "index.html",
        "problems.csv",
        "teacher-T0001.html",
        "teacher-T0300.html",
    }
    with (tmp_path / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(county.problems)
    with (tmp_path / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        findings = list(csv.DictReader(file))
    overall = Counter(row["final"] for row in findings if row["requirement"] == "overall")
    assert sum(overall.values()) == len(county.teachers)
    assert set(overall) == {"met", "unmet", "unknown"}
    assert {row["final"] for row in findings} == {"met", "unmet", "unknown", "not applicable"}


def test_an_open_cycle_has_two_verdicts(
    main: Loaded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--out", str(tmp_path), "--as-of", "2018-08-31"]) == 0

    shown = capsys.readouterr().out
    assert "— so far" in shown
    assert "— final" in shown


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (("--teacher", "T9999"), "not in the list of teachers: T9999"),
        (("--data", "no/such/folder"), "teachers.csv"),
        (("--policy", "no-such-policy"), "invalid choice"),
        (("--as-of", "2020-02-30"), "invalid fromisoformat value"),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_with_2(
    main: Loaded,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    fault: str,
) -> None:
    try:
        ended: object = main([*options, "--out", str(tmp_path / "out")])
    except SystemExit as error:
        ended = error.code

    assert ended == 2
    assert fault in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
