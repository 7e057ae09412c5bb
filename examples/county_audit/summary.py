"""What the audits of a county come to, as tables that a terminal or a page can show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl
from county import County
from wording import FACTS, OUTCOMES, REASONS, VERDICTS, Words, figure

from teachtrain.models import Amount, Span, TrainingRecord, Unbounded
from teachtrain.rules import Audit, Finding, Verdict

OVERALL = "overall"


@dataclass(frozen=True)
class Table:
    """A table: the first *texts* columns hold words, the others figures."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    texts: int = 1


def tables(results: Sequence[Audit], findings: pl.DataFrame, words: Words) -> list[Table]:
    """Return what the audits come to; a table may have no rows."""
    return [
        requirements_table(results, findings, words),
        shortfalls_table(results, words),
        missing_table(results, words),
        not_counted_table(results, words),
    ]


# Rows and problems ------------------------------------------------------------------------------


def problem_frame(county: County) -> pl.DataFrame:
    """Return every problem, in the order of files and lines."""
    columns = ("file", "line", "taken", "reason", "detail", "row")
    rows = [
        (one.file, one.line, one.taken, one.reason.value, one.detail, one.row)
        for one in county.problems
    ]
    return pl.DataFrame(rows, schema=columns, orient="row").sort("file", "line", "reason")


def rows_table(county: County, words: Words) -> Table:
    """Return how many rows of each file were read, taken and left out."""
    noted = {(one.file, one.line) for one in county.problems if one.taken}
    by_file = Counter(file for file, _ in noted)
    accounts = county.accounts.items()
    rows = [
        (name, account.read, account.taken, account.read - account.taken, by_file[name])
        for name, account in accounts
    ]
    read, taken = (sum(row[column] for row in rows) for column in (1, 2))  # type: ignore[misc]  # figures
    note = words["rows_note"].format(read=read, taken=taken, left=read - taken)
    headings = ("file", "read", "taken", "left_out", "noted")
    return _table(words, "rows", headings, rows, note=note)


def problems_table(county: County, words: Words) -> Table:
    """Return how many rows were left out, and how many taken with a note, for each reason."""
    counts = (
        problem_frame(county)
        .group_by("reason")
        .agg(left_out=(~pl.col("taken")).sum(), noted=pl.col("taken").sum())
        .sort(["left_out", "noted", "reason"], descending=[True, True, False])
    )
    rows = [(words.of(REASONS, reason), left, noted) for reason, left, noted in counts.iter_rows()]
    headings = ("reason", "left_out", "taken")
    return _table(words, "problems", headings, rows, note=words["problems_note"])


# Verdicts ---------------------------------------------------------------------------------------


def plain(verdict: Verdict) -> str:
    """Return `unknown` for every verdict that leaves more than one outcome open."""
    return "unknown" if verdict.is_unknown else str(verdict)


def finding_frame(results: Iterable[Audit]) -> pl.DataFrame:
    """Return one row for each teacher and requirement, and one for all that is asked for."""
    columns = ("teacher", "requirement", "so_far", "final", "counted", "required", "lacking")
    rows: list[tuple[str, ...]] = []
    for result in results:
        own = result.teacher.id
        rows.append((own, OVERALL, plain(result.so_far), plain(result.final), "", "", ""))
        for finding in result.findings:
            verdicts = (plain(finding.so_far), plain(finding.final))
            amounts = (finding.counted, finding.required, finding.shortfall)
            rows.append((own, finding.id, *verdicts, *map(figure, amounts)))
    return pl.DataFrame(rows, schema=columns, orient="row")


def verdict_counts(findings: pl.DataFrame, column: str) -> dict[str, list[int]]:
    """Return, for each requirement, how many teachers have which verdict."""
    counts = findings.group_by("requirement", column).len()
    by_both = {(requirement, verdict): count for requirement, verdict, count in counts.iter_rows()}
    requirements = findings["requirement"].unique(maintain_order=True)
    return {name: [by_both.get((name, own), 0) for own in VERDICTS] for name in requirements}


def titles(results: Sequence[Audit], words: Words) -> dict[str, str]:
    """Return what each requirement is called."""
    own = {
        finding.id: words.text(finding.title) if finding.title else finding.id
        for finding in results[0].findings
    }
    return {OVERALL: words["overall"], **own}


def requirements_table(results: Sequence[Audit], findings: pl.DataFrame, words: Words) -> Table:
    """Return the verdicts of each requirement, so far and final; once, where they agree."""
    so_far, final = (verdict_counts(findings, column) for column in ("so_far", "final"))
    rows: list[tuple[object, ...]] = []
    for name, title in titles(results, words).items():
        if so_far[name] == final[name]:
            rows.append((title, *final[name]))
        else:
            rows.append((title, *[""] * len(VERDICTS)))
            rows.append((f"— {words['so_far']}", *so_far[name]))
            rows.append((f"— {words['final']}", *final[name]))
    headings = (words["requirement"], *map(words.text, VERDICTS.values()))
    return Table(words["requirements"], headings, _strings(rows), words["requirements_note"])


# Shortfalls -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shortfall:
    """What a teacher lacks for a requirement, or for one period of it."""

    teacher: str
    requirement: str
    period: Span | None
    counted: Amount
    required: Amount
    lacking: Amount

    @property
    def share(self) -> Fraction:
        """The least that is lacking, as a share of what is required."""
        return least(self.lacking) / least(self.required)


def least(amount: Amount) -> Fraction:
    """Return the lower bound of an amount, which is always a number."""
    return Fraction(0) if isinstance(amount.low, Unbounded) else Fraction(amount.low)


def shortfalls(results: Iterable[Audit]) -> list[Shortfall]:
    """Return all that can no longer be met, the smallest share first."""
    found = [
        one
        for result in results
        for finding in result.findings
        for one in _lacks(result.teacher.id, finding.id, finding)
    ]
    return sorted(found, key=lambda one: (one.share, one.teacher, one.requirement))


def _lacks(teacher: str, requirement: str, finding: Finding) -> Iterator[Shortfall]:
    """Yield what is lacking in a finding, or in the parts that its verdict rests on."""
    if finding.final is not Verdict.UNMET:
        return
    counted, required, lacking = finding.counted, finding.required, finding.shortfall
    if counted is not None and required is not None and lacking is not None:
        window = finding.window
        period = window.spans[0] if window and not finding.id else None
        yield Shortfall(teacher, requirement, period, counted, required, lacking)
    for part in finding.parts:
        yield from _lacks(teacher, requirement, part)


def shortfalls_table(results: Sequence[Audit], words: Words) -> Table:
    """Return, for each requirement, how many teachers lack how much."""
    lacks: dict[str, list[Shortfall]] = defaultdict(list)
    for one in shortfalls(results):
        lacks[one.requirement].append(one)
    named = titles(results, words)
    rows: list[tuple[str, int, *tuple[str, ...]]] = []
    for requirement, own in lacks.items():
        ordered = sorted((one.lacking for one in own), key=least)
        spread = (ordered[0], ordered[(len(ordered) - 1) // 2], ordered[-1])
        rows.append((named[requirement], len({one.teacher for one in own}), *map(figure, spread)))
    rows.sort(key=lambda row: -row[1])
    headings = ("requirement", "teachers", "least", "middle", "largest")
    return _table(words, "shortfalls", headings, rows)


def lack_table(results: Sequence[Audit], words: Words) -> Table:
    """Return who lacks what, the smallest share first."""
    named = titles(results, words)
    rows = []
    for one in shortfalls(results):
        amounts = map(figure, (one.counted, one.required, one.lacking))
        rows.append((one.teacher, name_of(one, named), *amounts))
    headings = ("teacher", "requirement", "counted", "required", "lacking")
    return _table(words, "list", headings, rows, note=words["list_note"], texts=2)


def name_of(one: Shortfall, named: Mapping[str, str]) -> str:
    """Return what is lacking: the requirement, with the months of the period."""
    period = f", {one.period.start:%Y-%m} – {one.period.last_day:%Y-%m}" if one.period else ""
    return named[one.requirement] + period


# What is missing, and what did not count --------------------------------------------------------


def missing_table(results: Sequence[Audit], words: Words) -> Table:
    """Return which missing facts leave how many teachers undecided."""
    teachers: dict[str, set[str]] = defaultdict(set)
    records: dict[str, set[str | None]] = defaultdict(set)
    for result in results:
        for one in result.missing:
            name = one.fact if one.kind in {"fact", "day"} else one.kind
            if name == "transcript" and result.transcript.complete_until is None:
                name = "row left out"
            teachers[name].add(result.teacher.id)
            records[name].add(one.record)
    rows = [
        (words.of(FACTS, name), len(own), len(records[name] - {None}) or "")
        for name, own in sorted(teachers.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    headings = ("fact", "teachers", "records")
    return _table(words, "missing", headings, rows, note=words["missing_note"])


def not_counted_table(results: Sequence[Audit], words: Words) -> Table:
    """Return why records did not count, or not wholly."""
    records: dict[str, set[str]] = defaultdict(set)
    for result in results:
        for record, reason in _reasons(result, words):
            records[reason].add(record.id)
    rows = sorted(((name, len(own)) for name, own in records.items()), key=lambda row: -row[1])
    headings = ("reason", "records")
    return _table(words, "not_counted", headings, rows, note=words["not_counted_note"])


def _reasons(result: Audit, words: Words) -> Iterator[tuple[TrainingRecord, str]]:
    """Yield each record with every reason for which it did not count wholly."""
    for one in result.records:
        if one.reason is not None:
            yield one.record, words.text(one.reason)
        elif one.outcome != "recognised":
            yield one.record, words.of(OUTCOMES, one.outcome)
        for entry in one.entries:
            for cut in entry.possible.cuts:
                title = cut.clause.title if cut.clause else None
                yield one.record, words.text(title) if title else words.of(OUTCOMES, cut.reason)


# Helpers ----------------------------------------------------------------------------------------


def _table(
    words: Words,
    title: str,
    headings: Iterable[str],
    rows: Iterable[Iterable[object]],
    *,
    note: str = "",
    texts: int = 1,
) -> Table:
    named = tuple(words[heading] for heading in headings)
    return Table(words[title], named, _strings(rows), note, texts)


def _strings(rows: Iterable[Iterable[object]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str, row)) for row in rows)


def telling(results: Sequence[Audit]) -> list[str]:
    """Return three teachers to look at: barely met, barely unmet, and undecided by few facts."""
    met = [one for one in results if one.final is Verdict.MET]
    close = {one.teacher: one.share for one in reversed(shortfalls(results))}
    unmet = [one for one in results if one.final is Verdict.UNMET and one.teacher.id in close]
    unknown = [one for one in results if one.final.is_unknown and one.missing]
    chosen = [
        *sorted(met, key=_surplus)[:1],
        *sorted(unmet, key=lambda one: close[one.teacher.id])[:1],
        *sorted(unknown, key=_undecided)[:1],
    ]
    return [one.teacher.id for one in chosen]


def _undecided(result: Audit) -> tuple[bool, int]:
    """Put first who lacks the fewest facts, at best a fact of a record."""
    return (all(one.record is None for one in result.missing), len(result.missing))


def _surplus(result: Audit) -> Fraction:
    """Return by what share the first requirement with figures is exceeded."""
    for finding in result.findings:
        counted, required = finding.counted, finding.required
        if counted is not None and required is not None:
            return least(counted) / least(required)
    return Fraction(0)
