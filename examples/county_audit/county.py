"""Put a county together from its three files, and account for every row of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import mapping
from reading import Problem, Reason, Row, UnreadableError, problem, read

from teachtrain.errors import TeachtrainError
from teachtrain.models import UNKNOWN, Absent, Held, Teacher, Timeline, TrainingRecord, Transcript

T = TypeVar("T")


@dataclass
class Account:
    """How many rows of a file were read, and how many of them became values."""

    read: int = 0
    taken: int = 0


@dataclass
class County:
    """Teachers with their transcripts, and what was wrong with the rows."""

    teachers: dict[str, Teacher] = field(default_factory=dict)
    transcripts: dict[str, Transcript] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    accounts: dict[str, Account] = field(default_factory=dict)

    def check(self) -> None:
        """Make sure that no row was lost: each one read was taken, or is a problem."""
        left_out = Counter(one.file for one in self.problems if not one.taken)
        for name, account in self.accounts.items():
            if account.read != account.taken + left_out[name]:
                raise AssertionError(f"{name}: rows were lost ({account}, {left_out[name]})")


def read_county(folder: Path, *, exported_on: date) -> County:
    """
    Return the county whose export lies in *folder*.

    Args:
        folder: Holds `teachers.csv`, `categories.csv` and `records.csv`.
        exported_on: Up to this day the export is complete.

    Raises:
        UnreadableError: If a file is no UTF-8 or lacks a heading.
        OSError: If a file cannot be opened.
    """
    county = County()
    facts = _teachers(county, folder)
    held = _categories(county, folder, facts)
    for name, known in facts.items():
        county.teachers[name] = Teacher(name, categories=Timeline.of(*held[name]), **known)
    _transcripts(county, folder, exported_on)
    county.check()
    return county


def _rows(county: County, path: Path, headings: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a file; note those that cannot be read."""
    account = county.accounts[path.name] = Account()
    for row in read(path, headings):
        account.read += 1
        if isinstance(row, Row):
            yield row
        else:
            county.problems.append(row)


def _mapped(county: County, row: Row, to_value: Callable[[Row], T]) -> T | None:
    """Return what a row says; None, and a problem noted, if it cannot be read."""
    try:
        value = to_value(row)
    except UnreadableError as error:
        county.problems.append(problem(row, error.reason, error.detail))
        return None
    except TeachtrainError as error:
        county.problems.append(problem(row, Reason.IMPOSSIBLE, str(error)))
        return None
    county.accounts[row.file].taken += 1
    return value


# The list of teachers ---------------------------------------------------------------------------


def _teachers(county: County, folder: Path) -> dict[str, dict[str, Any]]:
    """Return the facts of each teacher; where two rows disagree, neither is believed."""
    teachers: dict[str, dict[str, Any]] = {}
    for row in _rows(county, folder / "teachers.csv", mapping.TEACHER_HEADINGS):
        facts = _mapped(county, row, mapping.teacher_facts)
        if facts is None:
            continue
        known = teachers.setdefault(row["教师编号"], facts)
        if known is facts:
            continue
        differ = [name for name in facts if facts[name] != known[name]]
        for name in differ:
            known[name] = {} if name == "events" else None
        detail = f"teacher {row['教师编号']}: {', '.join(differ) or 'nothing'} differs"
        reason = Reason.CONFLICT if differ else Reason.REPEATED
        county.problems.append(problem(row, reason, detail, taken=True))
    return teachers


def _categories(
    county: County, folder: Path, teachers: Collection[str]
) -> dict[str, list[Held | Absent]]:
    """Return each teacher's categories; where a row cannot be read, others may hold as well."""
    held: dict[str, list[Held | Absent]] = {name: [] for name in teachers}
    seen: set[str] = set()
    for row in _rows(county, folder / "categories.csv", mapping.CATEGORY_HEADINGS):
        if row["教师编号"] not in held:
            county.problems.append(_stranger(row))
            continue
        found = _mapped(county, row, mapping.categories)
        held[row["教师编号"]].extend(() if found is None else found)
        if str(row) in seen:
            county.problems.append(problem(row, Reason.REPEATED, "", taken=True))
        seen.add(str(row))
    for name in _owners_of_unread(county, "categories.csv", held):
        held[name].append(UNKNOWN)
    return held


def _stranger(row: Row) -> Problem:
    detail = f"teacher {row['教师编号']}" if row["教师编号"] else "names no teacher"
    return problem(row, Reason.STRANGER, detail)


def _owners_of_unread(county: County, file: str, teachers: Collection[str]) -> set[str]:
    """Return the teachers whose rows were left out: of everybody, if a row tells no cells."""
    unread = [one.row for one in county.problems if one.file == file and not one.taken]
    if not all(unread):
        return set(teachers)
    return {cell for row in unread for cell in row.split(",") if cell in teachers}


# The records ------------------------------------------------------------------------------------


def _transcripts(county: County, folder: Path, exported_on: date) -> None:
    """Give each teacher a transcript. Where a row was left out, it is not complete."""
    by_id: dict[str, list[tuple[Row, TrainingRecord]]] = {}
    for row in _rows(county, folder / "records.csv", mapping.RECORD_HEADINGS):
        if row["教师编号"] not in county.teachers:
            county.problems.append(_stranger(row))
            continue
        record = _mapped(county, row, mapping.training_record)
        if record is not None:
            by_id.setdefault(record.id, []).append((row, record))
    owned: dict[str, list[TrainingRecord]] = {name: [] for name in county.teachers}
    for rows in by_id.values():
        if _belong_together(county, rows):
            owned[rows[0][0]["教师编号"]].extend(record for _, record in rows)
    open_ended = _owners_of_unread(county, "records.csv", county.teachers)
    for name, records in owned.items():
        until = None if name in open_ended else exported_on
        # Rows of one id that differ are noted above, with their lines.
        county.transcripts[name], _ = Transcript.of(records, complete_until=until)


def _belong_together(county: County, rows: list[tuple[Row, TrainingRecord]]) -> bool:
    """Return whether the rows of one id are of one teacher; note rows that share an id."""
    lines = ", ".join(str(row.line) for row, _ in rows)
    if len({record.teacher for _, record in rows}) > 1:
        for row, _ in rows:
            county.accounts[row.file].taken -= 1
            county.problems.append(problem(row, Reason.TWO_OWNERS, f"lines {lines}"))
        return False
    conflict = any(record != rows[0][1] for _, record in rows)
    reason = Reason.CONFLICT if conflict else Reason.REPEATED
    for row, record in rows:
        if conflict or row is not rows[0][0]:
            county.problems.append(problem(row, reason, f"lines {lines}", taken=True))
        if record.activity == row["活动类型"]:
            detail = f"活动类型: {record.activity!r} is kept as it is"
            county.problems.append(problem(row, Reason.UNKNOWN_ACTIVITY, detail, taken=True))
    return True
