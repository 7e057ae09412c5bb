"""Write the pages: the county on one, and one for each teacher asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

import polars as pl
from chart import COLOURS, stacked_bar
from summary import OVERALL, Table, titles, verdict_counts
from wording import VERDICTS, Words

from teachtrain.rules import Audit

STYLE = Path(__file__).with_name("report.css")


def write_report(
    folder: Path,
    results: Sequence[Audit],
    findings: pl.DataFrame,
    tables: Iterable[Table],
    *,
    teachers: Iterable[str],
    words: Words,
) -> list[Path]:
    """Write `index.html` and the teachers' pages into *folder*, and return their paths."""
    by_id = {result.teacher.id: result for result in results}
    pages = {name: folder / page_name(name) for name in teachers}
    for name, path in pages.items():
        path.write_text(by_id[name].to_html(language=words.language), encoding="utf-8")
    links = {name: quote(path.name) for name, path in pages.items()}
    counts = verdict_counts(findings, "final")
    parts = [
        head(results, words),
        chart(counts, titles(results, words), words),
        teacher_links(by_id, links, words),
        *(table(one, links) for one in tables if one.rows),
    ]
    index = folder / "index.html"
    index.write_text(page(words["title"], parts, words.language), encoding="utf-8")
    return [index, *pages.values()]


def page_name(teacher: str) -> str:
    """Return the file name of a teacher's page; an id may hold any character."""
    return f"teacher-{quote(teacher, safe='')}.html"


def page(title: str, parts: Iterable[str], language: str) -> str:
    """Return a page that asks nothing of any other place, and is not allowed to."""
    body = "\n".join(parts)
    return f"""<!doctype html>
<html lang="{"zh-CN" if language == "zh" else language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
{body}
</body>
</html>
"""


def head(results: Sequence[Audit], words: Words) -> str:
    """Return the heading: how many teachers, which day, which policy."""
    policy, day = results[0].policy, results[0].as_of
    heading = words["heading"].format(count=len(results), day=day)
    by = words["by"].format(title=words.text(policy.title), id=policy.id, source=policy.source)
    return (
        f'<h1>{escape(heading)}</h1>\n<p class="quiet">{escape(by)} {escape(words["made_up"])}</p>'
    )


def chart(counts: Mapping[str, Sequence[int]], named: Mapping[str, str], words: Words) -> str:
    """Return the chart: a key, and a bar for each requirement."""
    key = "".join(
        f'<li><span class="swatch" style="background: {COLOURS[verdict][0]}"></span>'
        f"{escape(words.text(text))} <b>{count}</b></li>"
        for (verdict, text), count in zip(VERDICTS.items(), counts[OVERALL], strict=True)
    )
    drawn = "\n".join(_bar(named[requirement], own) for requirement, own in counts.items())
    note = f'<figcaption class="note">{escape(words["chart_note"])}</figcaption>'
    return f'<ul class="key">{key}</ul>\n<figure class="chart">\n{drawn}\n{note}\n</figure>'


def _bar(title: str, counts: Sequence[int]) -> str:
    """Return a bar in two widths, of which the page shows the one that fits the screen."""
    wide, narrow = (stacked_bar(counts, inches=inches) for inches in (7.2, 3.3))
    return (
        f"<div>{escape(title)}</div>\n"
        f'<div class="wide">{wide}</div><div class="narrow">{narrow}</div>'
    )


def teacher_links(by_id: Mapping[str, Audit], links: Mapping[str, str], words: Words) -> str:
    """Return the links to the teachers' pages, each with its verdict."""
    items = "".join(
        f'<li><a href="{link}">{escape(name)}</a>: '
        f"{escape(words.text(VERDICTS[_final(by_id[name])]))}</li>"
        for name, link in links.items()
    )
    return f"<h2>{escape(words['pages'])}</h2>\n<ul>{items}</ul>"


def _final(result: Audit) -> str:
    return "unknown" if result.final.is_unknown else str(result.final)


def table(content: Table, links: Mapping[str, str]) -> str:
    """Return a table with its heading; a cell that is a teacher with a page is a link to it."""
    columns = len(content.headings)
    classes = ["" if place < content.texts else ' class="figure"' for place in range(columns)]
    heads = "".join(
        f"<th{own}>{escape(cell)}</th>" for cell, own in zip(content.headings, classes, strict=True)
    )
    body = "\n".join(_row(cells, classes, links) for cells in content.rows)
    note = f'<p class="note">{escape(content.note)}</p>' if content.note else ""
    return (
        f"<h2>{escape(content.title)}</h2>\n{note}\n"
        f'<div class="scroll"><table><thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def _row(cells: Sequence[str], classes: Sequence[str], links: Mapping[str, str]) -> str:
    shown = "".join(
        f"<td{own}>{_cell(cell, links)}</td>" for cell, own in zip(cells, classes, strict=True)
    )
    return f"<tr>{shown}</tr>"


def _cell(cell: str, links: Mapping[str, str]) -> str:
    return f'<a href="{links[cell]}">{escape(cell)}</a>' if cell in links else escape(cell)
