"""
Measure the library beside a hand-written function on the same data, in one run.

    python benchmarks/run.py [teachers]

Rounds take turns; each is compared with the hand-written function in the same round, in processor
time, and the median of these ratios is printed, so that the machine's own speed cancels out.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from by_hand import judge as judge_by_hand
from workload import AS_OF, PlainTeacher, teachers

from teachtrain.policies import SHANDONG_UNNAMED_CITY
from teachtrain.rules import Verdict, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from teachtrain.models import Teacher, Transcript
    from teachtrain.rules import Finding, Prepared

ROUNDS = 31
EXPECTED = {True: Verdict.MET, False: Verdict.UNMET, None: Verdict.NOT_APPLICABLE}


def judge_all(prepared: Prepared, people: Sequence[tuple[Teacher, Transcript]]) -> int:
    """Judge everybody: verdicts and amounts only."""
    met = 0
    for teacher, transcript in people:
        judgement = prepared.judge(teacher, transcript, as_of=AS_OF)
        met += judgement.so_far is Verdict.MET
        for judged in judgement:
            met += judged.counted is judged.required
    return met


def audit_all(
    prepared: Prepared, people: Sequence[tuple[Teacher, Transcript]], *, outcomes: bool = False
) -> int:
    """Audit everybody, read every finding and entry; of every record too what became of it."""
    read = 0
    for teacher, transcript in people:
        result = prepared.audit(teacher, transcript, as_of=AS_OF)
        for finding in result.findings:
            read += read_finding(finding)
        for entry in result.entries:
            settled = entry.settled
            read += len(settled.cuts) + (settled.counted is settled.earned)
        if outcomes:
            for outcome in result.records:
                read += outcome.outcome == "recognised"
    return read


def read_finding(finding: Finding) -> int:
    """Read the verdicts and figures of a finding and of all its parts."""
    read = finding.so_far is finding.final
    read += (finding.counted is None) + (finding.required is None) + (finding.shortfall is None)
    for part in finding.parts:
        read += read_finding(part)
    return read


def by_hand_all(people: Sequence[PlainTeacher]) -> int:
    """Judge everybody by the hand-written function."""
    met = 0
    for teacher in people:
        met += all(own is not False for own, _ in judge_by_hand(teacher))
    return met


def check_equal(
    prepared: Prepared,
    people: Sequence[tuple[Teacher, Transcript]],
    plain: Sequence[PlainTeacher],
) -> None:
    """Refuse to measure what does not agree to the last tenth."""
    for (teacher, transcript), own in zip(people, plain, strict=True):
        expected = judge_by_hand(own)
        result = prepared.audit(teacher, transcript, as_of=AS_OF)
        judgement = prepared.judge(teacher, transcript, as_of=AS_OF)
        for finding, judged, (met, tenths) in zip(
            result.findings, judgement, expected, strict=True
        ):
            assert finding.so_far is finding.final is judged.so_far is EXPECTED[met], finding
            if finding.parts and met is not None:
                counted = min(part.counted.value for part in finding.parts if part.counted)
                assert counted * 10 == tenths, (finding, tenths)
            elif met is not None:
                assert finding.counted is not None
                assert finding.counted.value * 10 == tenths, (finding, tenths)


def measure(functions: dict[str, Callable[[], int]]) -> dict[str, float]:
    """Return each function's time by that of the first: the median over rounds."""
    ratios: dict[str, list[float]] = {name: [] for name in functions}
    for function in functions.values():
        function()
    for _ in range(ROUNDS):
        base = 0.0
        for name, function in functions.items():
            start = time.process_time()
            function()
            spent = time.process_time() - start
            base = base or spent
            ratios[name].append(spent / base)
    return {name: statistics.median(own) for name, own in ratios.items()}


def main() -> None:
    """Check that all agree, measure, and print ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    people = teachers(count)
    plain = [PlainTeacher(teacher, transcript) for teacher, transcript in people]
    prepared = prepare(SHANDONG_UNNAMED_CITY)
    check_equal(prepared, people, plain)
    medians = measure(
        {
            "by hand": lambda: by_hand_all(plain),
            "judge": lambda: judge_all(prepared, people),
            "full audit": lambda: audit_all(prepared, people),
            "with outcomes": lambda: audit_all(prepared, people, outcomes=True),
        }
    )
    print(f"{count} teachers with 30 records each, median of {ROUNDS} rounds, by hand = 1")
    for name, ratio in medians.items():
        print(f"{name:14} {ratio:6.2f}")


if __name__ == "__main__":
    main()
