"""What every audit must agree with: the oracle where all is known, and all that may be true."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hypothesis import settings

from teachtrain.models import UNBOUNDED
from teachtrain.rules import Verdict
from tests.laws.oracle import Answer, Oracle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teachtrain.models import Amount, Teacher, Transcript
    from teachtrain.rules import Audit, Entry, Finding, Policy, Prepared
    from tests.laws.worlds import Riddle, World

__all__ = ["agrees", "binding", "examples", "hull", "is_sound", "names_what_is_missing"]

THE_END: Final = date(2020, 12, 31)
"""Every window of the drawn policies that ends is over by then, and every transcript complete."""

LATEST: Final = date(2018, 1, 1)
"""Every cycle that holds an earlier day is over on `THE_END`."""

_BITS: Final = {"met": 1, "unmet": 2, "not applicable": 4}


def _allows(verdict: Verdict, answer: Answer) -> bool:
    return bool(verdict.value & _BITS[answer.verdict])


def examples(usual: int) -> int:
    """Return how many examples to try: *usual* in the usual profile, more in a thorough one."""
    return usual * settings().max_examples // 100


def binding(result: Audit) -> str:
    """Return in words which steps take something of an entry: how often shows what is tested."""
    policy = result.policy
    steps = {"rewrites": policy.rewrites, "ceilings": policy.ceilings}
    cutting = {cut.clause for entry in result.entries for cut in entry.settled.cuts}
    words = [
        f"{sum(own in cutting for own in clauses)} {name}"
        for name, clauses in steps.items()
        if any(own in cutting for own in clauses)
    ]
    given = sum(not entry.record_id for entry in result.entries)
    return ", ".join([*words, *(["pools"] if given else [])]) or "nothing"


# where all is known -----------------------------------------------------------------------------


def agrees(
    prepared: Prepared, teacher: Teacher, transcript: Transcript, *, as_of: date
) -> tuple[Audit, Oracle]:
    """Check that an audit of which all is known finds what the oracle finds; return both."""
    policy = prepared.policy
    result = prepared.audit(teacher, transcript, as_of=as_of)
    oracle = Oracle(policy, teacher, transcript, as_of=as_of)
    answers = oracle.answers()
    for finding in result.findings:
        _same(finding, answers[finding.id])
    judged = prepared.judge(teacher, transcript, as_of=as_of)
    for one, finding in zip(judged, result.findings, strict=True):
        assert (one.so_far, one.final) == (finding.so_far, finding.final)
        if one.counted is not None and finding.counted is not None:
            assert one.counted == (finding.counted.low, finding.counted.high)
    same_entries(result, oracle)
    no_ceiling_is_exceeded(result, oracle)
    return result, oracle


def _same(finding: Finding, answer: Answer) -> None:
    name = finding.id
    assert (name, str(finding.so_far)) == (name, answer.verdict)
    if finding.counted is not None and answer.counted is not None:
        assert (name, finding.counted.value) == (name, answer.counted)
    if finding.required is not None and answer.required is not None:
        assert (name, finding.required.value) == (name, answer.required)
    if answer.parts:
        parts = [part for part in finding.parts if part.so_far is not Verdict.NOT_APPLICABLE]
        shown = [
            (str(part.so_far), None if part.counted is None else part.counted.value)
            for part in parts
        ]
        assert (name, shown) == (
            name,
            [(part.verdict, part.counted) for part in answer.parts],
        )


def same_entries(result: Audit, oracle: Oracle) -> None:
    """Law 2: what each record, and each pool, earned, and what rewrites left of it."""
    shown: Counter[object] = Counter()
    for entry in result.entries:
        assert entry.settled == entry.possible, entry
        left = entry.settled.earned.value - _cut(entry, oracle.policy.rewrites)
        earned = entry.settled.earned.value
        if entry.record_id or earned:
            name = entry.record_id or entry.clause.id
            shown[name, entry.account, entry.first, earned, left, entry.tags] += 1
    found: Counter[object] = Counter()
    for one in oracle.entries:
        name = one.id if one.record is not None else one.clause
        found[name, one.account, one.day, one.earned, one.amount, one.tags] += 1
    assert shown == found


def _cut(entry: Entry, by: Iterable[object]) -> Fraction:
    names = {clause.id for clause in by}  # type: ignore[attr-defined]  # clauses
    cuts = [one for one in entry.settled.cuts if one.clause and one.clause.id in names]
    return sum((Fraction(one.amount.value) for one in cuts), Fraction(0))


def no_ceiling_is_exceeded(result: Audit, oracle: Oracle) -> None:
    """Law 2: the shares of the entries under a ceiling come to its limit at most."""
    for account in oracle.policy.accounts:
        entries = [one for one in result.entries if one.account == account.id]
        counted: dict[str, Fraction] = {}
        for one in entries:
            name = one.record_id or f"{one.clause.id} {one.first}"
            counted[name] = counted.get(name, Fraction(0)) + one.settled.counted.value
        own = [one for one in oracle.entries if one.account == account.id]
        names = {
            id(one): one.id if one.record is not None else f"{one.clause} {one.day}" for one in own
        }
        for limit, members in oracle.limits(account.id):
            inside = {names[name] for name in members}
            whole = {name for name in inside if _all_inside(name, names, members)}
            assert sum(counted[name] for name in whole) <= limit


def _all_inside(name: str, names: dict[int, str], members: set[int]) -> bool:
    return all(number in members for number, own in names.items() if own == name)


# all that may be true -----------------------------------------------------------------------------

Hull: TypeAlias = "dict[str, tuple[set[str], list[Fraction]]]"


def hull(policy: Policy, worlds: Iterable[World], *, as_of: date) -> Hull:
    """Return, by requirement, the verdicts and amounts that may be found."""
    found: Hull = {own.id: (set(), []) for own in policy.requirements}
    for teacher, transcript in worlds:
        for name, answer in Oracle(policy, teacher, transcript, as_of=as_of).answers().items():
            found[name][0].add(answer.verdict)
            if answer.counted is not None:
                found[name][1].append(answer.counted)
    return found


def is_sound(prepared: Prepared, riddle: Riddle, *, as_of: date, lasting: bool) -> Audit:
    """
    Law 5: whatever is true lies within what is said while not all is known.

    Args:
        prepared: The policy.
        riddle: What is known, and all that may be true.
        as_of: The day of the audit.
        lasting: Whether nothing but evidence can change after that day.
    """
    policy = prepared.policy
    result = prepared.audit(riddle.teacher, riddle.transcript, as_of=as_of)
    _adds_up(result)
    for teacher, transcript in riddle.worlds:
        early = Oracle(policy, teacher, transcript, as_of=as_of)
        answers = early.answers()
        for finding in result.findings:
            answer = answers[finding.id]
            about = (finding.id, finding, answer)
            assert _allows(finding.so_far, answer), about
            _holds_amount(finding.counted, answer.counted, about)
            _holds_amount(finding.required, answer.required, about)
        _earned_lies_within(result, early)
        if lasting and as_of < LATEST and _never_changes(teacher):
            late = Oracle(policy, teacher, transcript, as_of=THE_END, cycle_of=as_of)
            for name, answer in late.answers().items():
                finding = result.finding(name)
                assert _allows(finding.final, answer), ("in the end", name, finding, answer)
                _holds_amount(finding.possible, answer.counted, ("in the end", name))
    return result


def _never_changes(teacher: Teacher) -> bool:
    lines = (teacher.categories, teacher.stage, teacher.employment)
    return all(line is None or line.is_constant() for line in lines)


def _holds_amount(shown: Amount | None, true: Fraction | None, about: object) -> None:
    if shown is not None and true is not None:
        assert shown.low <= true <= shown.high, about


def _adds_up(result: Audit) -> None:
    """Check that earned is counted and cut, at least and at most, for every entry."""
    for entry in result.entries:
        for share in (entry.settled, entry.possible):
            if share.earned.high is not UNBOUNDED:
                cut = sum((one.amount.value for one in share.cuts), Fraction(0))
                assert share.earned.value == share.counted.value + cut, entry
                assert share.counted.low >= 0, entry
                assert all(one.amount.low > 0 for one in share.cuts), entry


def _earned_lies_within(result: Audit, oracle: Oracle) -> None:
    """Check that what a record earns in an account lies between what is sure and possible."""
    earned: dict[tuple[str, str], Fraction] = {}
    for one in oracle.entries:
        if one.record is not None:
            name = (one.id, one.account)
            earned[name] = earned.get(name, Fraction(0)) + one.earned
    least: dict[tuple[str, str], Any] = {}
    most: dict[tuple[str, str], Any] = {}
    for entry in result.entries:
        name = (entry.record_id, entry.account)
        least[name] = least.get(name, 0) + entry.settled.earned.low
        most[name] = most.get(name, 0) + entry.possible.earned.high
    seen = {outcome.record.id for outcome in result.records}
    for name in {*earned, *least}:
        if name[0] in seen:
            true = earned.get(name, Fraction(0))
            assert least.get(name, 0) <= true <= most.get(name, 0), name


def names_what_is_missing(result: Audit) -> None:
    """Check that whatever is not decided names a fact that is missing, and nothing else does."""
    for finding in result.findings:
        if finding.so_far.is_unknown:
            assert finding.missing, finding
        else:
            assert not finding.missing, finding
