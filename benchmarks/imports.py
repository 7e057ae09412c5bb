"""
Measure what `import teachtrain` costs beside what it builds on, in fresh interpreters.

A name is loaded when it is first asked for, so the whole cost is measured too.

    python benchmarks/imports.py

Prints medians as ratios to `import attrs` and `dateutil.relativedelta` together.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

ROUNDS = 25
STATEMENTS = {
    "attrs and dateutil": "import attrs, dateutil.relativedelta",
    "teachtrain": "import teachtrain",
    "all of its rules": "from teachtrain import audit",
    "a shipped policy": "from teachtrain.policies import SHANDONG_2015",
}
TIMED = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"


def seconds(statement: str) -> float:
    """Return how long a statement takes as the first of a fresh interpreter."""
    command = [sys.executable, "-c", TIMED.format(statement)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measure in turns and print ratios of medians."""
    times: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    for _ in range(ROUNDS):
        for name, statement in STATEMENTS.items():
            times[name].append(seconds(statement))
    medians = {name: statistics.median(own) for name, own in times.items()}
    base = medians["attrs and dateutil"]
    for name, median in medians.items():
        print(f"{name:20} {median / base:5.2f}")


if __name__ == "__main__":
    main()
