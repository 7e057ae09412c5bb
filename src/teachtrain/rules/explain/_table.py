"""The compact table that `print(audit)` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teachtrain.models import Amount, Unbounded
from teachtrain.rules._conditions import Each
from teachtrain.rules.explain._figures import figures
from teachtrain.rules.explain._findings import title_of
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._unknowns import missing_facts
from teachtrain.rules.explain._width import cut_to, padded, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teachtrain.rules._audit import Audit, Finding
    from teachtrain.rules._policy import Requirement
    from teachtrain.rules._verdicts import Verdict

__all__ = ["table"]

_WIDEST_TITLE: Final = 44
_COLUMNS: Final = ("requirement", "so_far", "final", "counted", "required", "short", "due")
_TO_THE_RIGHT: Final = ("counted", "required", "short")


def table(audit: Audit) -> str:
    """Return the requirements of an audit as a compact table of plain text."""
    speaker = Speaker(language_of("en"), audit.policy)
    say = speaker.say
    rows = [[say(f"table.{name}") for name in _COLUMNS]]
    judged = zip(audit.policy.requirements, audit.findings, strict=True)
    rows += [_row(speaker, *own) for own in judged]
    overall = [say("table.overall"), *_verdicts(speaker, audit.so_far, audit.final)]
    rows.append(overall + [""] * (len(_COLUMNS) - len(overall)))
    lines = _aligned(rows)
    rule = "-" * max(map(width, lines))
    head = say(
        "table.head",
        title=speaker.language.text(audit.policy.title),
        teacher=audit.teacher.id,
        day=speaker.language.day(audit.as_of),
    )
    body = [head, "", lines[0], rule, *lines[1:-1], rule, lines[-1]]
    if audit.missing:
        body.append(say("table.missing", facts=missing_facts(speaker, audit.missing)))
    return "\n".join(body)


def _row(speaker: Speaker, clause: Requirement, finding: Finding) -> list[str]:
    counted, required, short = _cells(speaker, finding)
    due = finding.due if finding.applies and finding.basis == "counted" else None
    return [
        cut_to(title_of(speaker, clause), _WIDEST_TITLE),
        *_verdicts(speaker, finding.so_far, finding.final),
        counted,
        required,
        short,
        "" if due is None else speaker.language.day(due),
    ]


def _cells(speaker: Speaker, finding: Finding) -> tuple[str, str, str]:
    if finding.basis in ("deemed", "exempt"):
        return speaker.say(f"cell.{finding.basis}"), "", ""
    if isinstance(finding.form, Each):
        return figures(speaker, finding), "", ""
    counted, required, short = finding.counted, finding.required, finding.shortfall
    if counted is None or required is None:
        return "", "", ""
    lacking = _number(speaker, short) if short and short.high > 0 else ""
    one = required.low == required.high == 1
    needed = speaker.language.counted(_number(speaker, required), required.unit, one=one)
    return _number(speaker, counted), needed, lacking


def _number(speaker: Speaker, amount: Amount) -> str:
    low, high, exact = amount.low, amount.high, speaker.language.exact
    if low == high:
        return exact(low)
    if isinstance(high, Unbounded):
        return speaker.say("cell.or_more", low=exact(low))
    return speaker.say("cell.between", low=exact(low), high=exact(high))


def _verdicts(speaker: Speaker, *verdicts: Verdict) -> list[str]:
    return [
        speaker.say("cell.open" if own.is_unknown else f"cell.{own.name.lower()}")
        for own in verdicts
    ]


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines: list[str] = []
    for row in rows:
        cells = [
            padded(cell, cells, right=name in _TO_THE_RIGHT)
            for name, cell, cells in zip(_COLUMNS, row, widths, strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
    return lines
