"""
Measure a credit bank: `python benchmarks/ledger.py`.

Entries appended one by one, and one balance, for growing numbers of entries: the time for each
entry beside that at the smallest number. A ratio that stays near one says that time is linear.
"""

from __future__ import annotations

import statistics
import time
from datetime import date, timedelta

from teachtrain.credits.ledger import Ledger
from teachtrain.models import CLASS_HOUR, class_hours

SIZES = (1_250, 2_500, 5_000, 10_000)
ROUNDS = 5
FIRST = date(2000, 1, 1)


def kept(entries: int) -> tuple[float, float, float]:
    """Return the time for each entry: appended, summed in a balance, and all taken of one entry."""
    bank = Ledger.open("t-1", {"hours": CLASS_HOUR})
    started = time.perf_counter()
    for number in range(entries // 2):
        day = FIRST + timedelta(number)
        bank = bank.recognise(
            f"e-{number}",
            "hours",
            class_hours(2),
            origin=f"r-{number}",
            true_on=day,
            known_on=day,
        ).expire(
            f"x-{number}",
            {f"e-{number}": class_hours(1)},
            origin="rule",
            true_on=day,
            known_on=day,
        )
    appended = time.perf_counter()
    held = bank.balance("hours", as_of=date.max, known_on=date.max)
    summed = time.perf_counter()
    assert held == class_hours(entries // 2)
    one = Ledger.open("t-1", {"hours": CLASS_HOUR}).recognise(
        "e", "hours", class_hours(entries), origin="r", true_on=FIRST, known_on=FIRST
    )
    opened = time.perf_counter()
    for number in range(entries):
        day = FIRST + timedelta(number)
        one = one.expire(
            f"x-{number}", {"e": class_hours(1)}, origin="rule", true_on=day, known_on=day
        )
    taken = time.perf_counter()
    assert one.left("e") == class_hours(0)
    return (
        (appended - started) / entries,
        (summed - appended) / entries,
        (taken - opened) / entries,
    )


def main() -> None:
    """Print each size beside the smallest."""
    times = {
        size: [statistics.median(part) for part in zip(*found, strict=True)]
        for size, found in ((size, [kept(size) for _ in range(ROUNDS)]) for size in SIZES)
    }
    for size in SIZES:
        append, balance, taken = (
            own / first for own, first in zip(times[size], times[SIZES[0]], strict=True)
        )
        print(
            f"{size:>6} entries: append {append:.2f}, balance {balance:.2f}, "
            f"all taken of one entry {taken:.2f}"
        )


if __name__ == "__main__":
    main()
