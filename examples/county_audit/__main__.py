"""
Audit the teachers of a county: `python examples/county_audit`.

Reads the export of a training platform, maps its rows to values, audits everybody by one policy,
and writes a report. All reading and writing is done here; the library does none.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

import ahead
import summary
from county import County, read_county
from reading import UnreadableError
from report import write_report
from rich.console import Console
from rich.progress import track
from rich.table import Table as RichTable
from wording import Words

from teachtrain import policies
from teachtrain.rules import Audit, Policy, prepare
from teachtrain.rules.due import StillDue, still_due

HERE = Path(__file__).parent
POLICY = "cn-37-unnamed-city"
AS_OF = date(2020, 8, 31)
DUE_ON = date(2019, 12, 31)
EXPORTED_ON = date(2020, 12, 15)
LINES_SHOWN = 24


def known_policies() -> Mapping[str, Policy]:
    """Return the library's policies by id."""
    values = [getattr(policies, name) for name in policies.__all__]
    return {value.id: value for value in values if isinstance(value, Policy)}


def arguments(argv: Sequence[str], known: Mapping[str, Policy]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser("county_audit", description="Audit the teachers of a county.")
    parser.add_argument("--policy", metavar="ID", default=POLICY, choices=known)
    parser.add_argument("--as-of", metavar="DAY", type=date.fromisoformat, default=AS_OF)
    parser.add_argument(
        "--due-on", metavar="DAY", type=date.fromisoformat, default=DUE_ON,
        help="the day from which to look at what was still due",
    )  # fmt: skip
    parser.add_argument("--data", metavar="DIR", type=Path, default=HERE / "data")
    parser.add_argument(
        "--exported-on", metavar="DAY", type=date.fromisoformat, default=EXPORTED_ON,
        help="the day up to which the export is complete",
    )  # fmt: skip
    parser.add_argument("--teacher", metavar="ID", action="append", help="write a page; repeatable")
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("build/county_audit"))
    parser.add_argument("--language", choices=("en", "zh"), default="en")
    parser.epilog = f"policies: {', '.join(known)}"
    return parser.parse_args(argv)


def audit_all(county: County, policy: Policy, as_of: date, console: Console) -> list[Audit]:
    """Audit every teacher by one prepared policy."""
    prepared = prepare(policy)
    results = []
    for name, teacher in track(county.teachers.items(), "Auditing", console=console):
        result = prepared.audit(teacher, county.transcripts[name], as_of=as_of)
        result.missing  # noqa: B018 - worked out now, while the bar runs
        results.append(result)
    return results


def look_ahead(county: County, policy: Policy, day: date, console: Console) -> list[StillDue]:
    """Find out what was still due of every teacher on a day."""
    prepared = prepare(policy)
    found = []
    for name, teacher in track(county.teachers.items(), "Looking ahead", console=console):
        result = prepared.audit(teacher, county.transcripts[name], as_of=day)
        found.append(due := still_due(result, ahead.OPTIONS))
        due.lines  # noqa: B018 - worked out now, while the bar runs
    return found


def show(console: Console, tables: Iterable[summary.Table]) -> None:
    """Print the tables that have rows, of a long one the beginning."""
    for table in filter(lambda table: table.rows, tables):
        drawn = RichTable(title=table.title, title_justify="left", title_style="bold", box=None)
        for place, heading in enumerate(table.headings):
            drawn.add_column(heading, justify="left" if place < table.texts else "right")
        for row in table.rows[:LINES_SHOWN]:
            drawn.add_row(*row)
        if len(table.rows) > LINES_SHOWN:
            drawn.add_row(f"… {len(table.rows) - LINES_SHOWN}", style="dim")
        console.print("\n", drawn, sep="")
        if table.note:
            console.print(table.note, style="dim")


def main(argv: Sequence[str]) -> int:
    """Run the audit; return 2 if there is nothing to audit."""
    known = known_policies()
    options = arguments(argv, known)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(
            encoding="utf-8"
        )  # where output is piped, some systems say otherwise
    words, console = Words(options.language), Console(highlight=False)
    try:
        county = read_county(options.data, exported_on=options.exported_on)
    except (OSError, UnreadableError) as error:
        print(error, file=sys.stderr)
        return 2
    strangers = set(options.teacher or ()) - set(county.teachers)
    if strangers or not county.teachers:
        print(f"not in the list of teachers: {', '.join(sorted(strangers))}", file=sys.stderr)
        return 2
    accounts = [summary.rows_table(county, words), summary.problems_table(county, words)]
    show(console, accounts)
    results = audit_all(county, known[options.policy], options.as_of, console)
    findings = summary.finding_frame(results)
    tables = summary.tables(results, findings, words)
    lacks = summary.lack_table(results, words)
    due = look_ahead(county, known[options.policy], options.due_on, console)
    tables += [table(due, words, options.due_on) for table in (ahead.due_table, ahead.lost_table)]
    show(console, [*tables, lacks])
    console.print()
    options.out.mkdir(parents=True, exist_ok=True)
    problems, verdicts = options.out / "problems.csv", options.out / "findings.csv"
    summary.problem_frame(county).write_csv(problems, include_bom=True)
    findings.write_csv(verdicts, include_bom=True)
    teachers = options.teacher or summary.telling(results)
    tables += [*accounts, lacks]
    pages = write_report(options.out, results, findings, tables, teachers=teachers, words=words)
    for path in (*pages, verdicts, problems):
        console.print(str(path), soft_wrap=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
