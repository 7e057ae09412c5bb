"""A finding's verdict and figures in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teachtrain.models import Amount, Unbounded
from teachtrain.rules._conditions import Combine, Compare, Each, Exclusive, Known, OneOf, Selection
from teachtrain.rules._quantities import Total
from teachtrain.rules._verdicts import Verdict
from teachtrain.rules._walk import walk
from teachtrain.rules.explain._totals import measured

if TYPE_CHECKING:
    from datetime import date

    from teachtrain.rules._audit import Finding
    from teachtrain.rules.explain._speaker import Speaker

__all__ = [
    "STATUSES",
    "bar_of",
    "figures",
    "is_limit",
    "is_over",
    "is_test",
    "outcomes",
    "possible",
    "shortfall",
    "status_at",
    "status_of",
]

_FIGURES: Final = {
    ">=": "figures.of",
    ">": "figures.more",
    "<=": "figures.at_most",
    "<": "figures.less",
}
_WHOLE: Final = 100

STATUSES: Final = (
    "met",
    "met_so_far",
    "not_yet",
    "lost",
    "unmet",
    "unknown",
    "not_due",
    "not_applicable",
)
"""What a requirement may come to, as a reader sees it: codes of messages."""


def status_of(so_far: Verdict, final: Verdict, *, over: bool) -> str:
    """Return what two verdicts come to; *over* where nothing can be added any more."""
    match so_far:
        case Verdict.MET:
            return "met" if final is Verdict.MET else "met_so_far"
        case Verdict.UNMET if final.allows(Verdict.MET):
            return "not_yet"
        case Verdict.UNMET:
            return "unmet" if over else "lost"
        case Verdict.NOT_APPLICABLE:
            return "not_applicable" if final is Verdict.NOT_APPLICABLE else "not_due"
        case _:
            return "unknown"


def status_at(finding: Finding, as_of: date) -> str:
    """Return what a finding comes to; what rests on facts alone may still turn out otherwise."""
    status = status_of(finding.so_far, finding.final, over=is_over(finding, as_of))
    return "unmet" if status == "lost" and not _counts(finding) else status


def _counts(finding: Finding) -> bool:
    return any(isinstance(part, Total) for part in walk(finding.form))


def is_over(finding: Finding, as_of: date) -> bool:
    """Whether the time for it has passed."""
    return finding.due is not None and finding.due <= as_of


def outcomes(speaker: Speaker, verdict: Verdict) -> str:
    """Return the outcomes that are still possible."""
    words = [speaker.say(f"outcome.{one.name.lower()}") for one in verdict.possible]
    return speaker.language.listed(words, "or")


def is_test(finding: Finding) -> bool:
    """Whether it is a test of a fact, or of several, answered by yes or no."""
    match finding.form:
        case OneOf() | Known() | Selection():
            return True
        case Compare():
            return finding.applies and finding.required is None
        case Combine():
            return all(is_test(part) for part in finding.parts)
        case _:
            return False


def figures(speaker: Speaker, finding: Finding) -> str:
    """Return what counts of what is asked for; empty where there are no figures."""
    form = finding.form
    if isinstance(form, Each):
        return _of_parts(speaker, finding, form)
    counted, required = finding.counted, finding.required
    if not isinstance(form, Compare | Exclusive) or counted is None or required is None:
        return ""
    return speaker.say(
        "figures.of" if isinstance(form, Exclusive) else _FIGURES[form.operator],
        number=speaker.language.number(counted.low, counted.high),
        counted=amount_of(speaker, finding, counted),
        required=amount_of(speaker, finding, required),
    )


def _of_parts(speaker: Speaker, finding: Finding, form: Each) -> str:
    due = [part for part in finding.parts if part.so_far is not Verdict.NOT_APPLICABLE]
    if not due:
        return ""
    met, may_be_met = _met(due)
    count = str(len(due))
    if any(part.so_far.allows(Verdict.NOT_APPLICABLE) for part in due):
        count = speaker.say("figures.parts.at_most", count=count)
    return speaker.say(
        "figures.parts",
        met=speaker.language.number(met, may_be_met, short=True),
        all=count,
        part=speaker.calendar(form.calendar, many=len(due) != 1),
    )


def _met(parts: list[Finding]) -> tuple[int, int]:
    """Return how many parts are met for sure, and how many at most."""
    surely = sum(part.so_far is Verdict.MET for part in parts)
    return surely, sum(part.so_far.allows(Verdict.MET) for part in parts)


def amount_of(speaker: Speaker, finding: Finding, amount: Amount) -> str:
    """Return an amount that a finding speaks of, with what is counted."""
    form = finding.form
    if isinstance(form, Compare) and isinstance(form.left, Total):
        one = amount.low == amount.high == 1
        return measured(speaker, form.left, speaker.language.amount(amount), one=one)
    return speaker.language.amount(amount)


def is_limit(finding: Finding) -> bool:
    """Whether it asks for at most an amount."""
    return isinstance(finding.form, Compare) and finding.form.operator in ("<=", "<")


def shortfall(speaker: Speaker, finding: Finding) -> str:
    """Return what is short, or for a limit too much; empty where nothing is."""
    short = finding.shortfall
    if short is None or short.high == 0 or _says_nothing(short):
        return ""
    return amount_of(speaker, finding, short)


def _says_nothing(amount: Amount) -> bool:
    return amount.low == 0 and isinstance(amount.high, Unbounded)


def possible(speaker: Speaker, finding: Finding) -> str:
    """Return what may count in the end; empty where nothing is counted."""
    amount = finding.possible
    if amount is None or not _counts(finding):
        return ""
    words = amount_of(speaker, finding, amount)
    if isinstance(amount.high, Unbounded):
        return speaker.say("possible.unbounded", counted=words)
    return words


def bar_of(finding: Finding) -> tuple[int, int] | None:
    """Return how much of what is asked for counts surely and at most, in whole per cent."""
    if isinstance(finding.form, Each):
        parts = [part for part in finding.parts if part.final is not Verdict.NOT_APPLICABLE]
        if not parts:
            return None
        met, may_be_met = _met(parts)
        return (_WHOLE * met // len(parts), _WHOLE * may_be_met // len(parts))
    counted, required = finding.counted, finding.required
    if counted is None or required is None or is_limit(finding):
        return None
    need = required.high
    if isinstance(need, Unbounded) or need <= 0:
        return None
    ends: list[int] = []
    for end in (counted.low, counted.high):
        share = _WHOLE if isinstance(end, Unbounded) else int(_WHOLE * end // need)
        ends.append(min(max(share, 0), _WHOLE))
    return (ends[0], ends[1])
