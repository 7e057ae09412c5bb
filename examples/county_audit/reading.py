"""Read CSV files row by row: every row comes out, as a row or as a problem with its line."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Why a row was left out, or what to know of one that was taken."""

    CELLS = "wrong number of cells"
    EMPTY = "empty row"
    NOT_CSV = "not readable as CSV"
    EMPTY_CELL = "a needed cell is empty"
    NOT_A_NUMBER = "hours are no number"
    NO_SUCH_DAY = "no such day"
    UNKNOWN_WORD = "unknown word"
    CONTRADICTION = "year and day contradict"
    IMPOSSIBLE = "a value that cannot exist"
    STRANGER = "teacher is not in the list"
    TWO_OWNERS = "one id, two teachers"
    CONFLICT = "one id, different contents"
    REPEATED = "the same row again"
    UNKNOWN_ACTIVITY = "activity not in the table"


@dataclass(frozen=True)
class Row:
    """One row of a file: the line it starts on, and its cells by heading."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        """Return a cell as people mean it: full-width digits and signs made plain, no spaces."""
        return unicodedata.normalize("NFKC", self.cells[heading]).strip()

    def __str__(self) -> str:
        return ",".join(self.cells.values())


@dataclass(frozen=True)
class Problem:
    """What is wrong with a row, and whether the row was taken nevertheless."""

    file: str
    line: int
    reason: Reason
    detail: str
    row: str
    taken: bool = False


class UnreadableError(ValueError):
    """A row, or a whole file, cannot be read."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def problem(row: Row, reason: Reason, detail: str, *, taken: bool = False) -> Problem:
    """Return the problem of a row."""
    return Problem(row.file, row.line, reason, detail, str(row), taken)


def read(path: Path, headings: Sequence[str]) -> Iterator[Row | Problem]:
    """
    Yield each row of a UTF-8 file below its headings, or the problem that it is.

    Raises:
        UnreadableError: If the file is no UTF-8 or lacks one of *headings*.
        OSError: If the file cannot be opened.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = _numbered(file)
            _, first = next(rows, (1, []))
            if isinstance(first, csv.Error):
                raise UnreadableError(Reason.NOT_CSV, f"{path.name}, headings: {first}")
            missing = [heading for heading in headings if first.count(heading) != 1]
            if missing:
                fault = f"{path.name}: needs each of these headings once: {', '.join(missing)}"
                raise UnreadableError(Reason.CELLS, fault)
            for line, cells in rows:
                yield _checked(path.name, line, cells, first)
    except UnicodeDecodeError as error:
        fault = f"{path.name}: is no UTF-8 ({error.reason}); save it as CSV UTF-8"
        raise UnreadableError(Reason.NOT_CSV, fault) from None


def _numbered(file: Iterable[str]) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield the cells of each row, or the error in their place, with the line they start on."""
    reader = csv.reader(file, strict=True)
    line = 1
    while True:
        try:
            cells: list[str] | csv.Error = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = error
        yield line, cells
        line = reader.line_num + 1  # not the next number: a cell may hold line breaks


def _checked(
    name: str, line: int, cells: list[str] | csv.Error, headings: Sequence[str]
) -> Row | Problem:
    if isinstance(cells, csv.Error):
        return Problem(name, line, Reason.NOT_CSV, str(cells), "")
    if not any(cell.strip() for cell in cells):
        return Problem(name, line, Reason.EMPTY, "no cell holds anything", ",".join(cells))
    if len(cells) != len(headings):
        detail = f"{len(cells)} cells under {len(headings)} headings"
        return Problem(name, line, Reason.CELLS, detail, ",".join(cells))
    return Row(name, line, dict(zip(headings, cells, strict=True)))
