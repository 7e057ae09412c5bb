"""
Measure demands that share entries: `python benchmarks/exclusive.py`.

Forty records of one teacher, and eight or twelve demands, by a full audit; beside a maximum flow of
the same records and demands by networkx, as a ratio. All is generated alike on every run.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import networkx as nx

from teachtrain.models import (
    CLASS_HOUR,
    Amount,
    Certainty,
    Cycle,
    Source,
    Teacher,
    TrainingRecord,
    Transcript,
)
from teachtrain.rules import (
    Account,
    Policy,
    demand,
    exclusive,
    post,
    prepare,
    recognise,
    record,
    require,
    total,
    where,
)

RECORDS = 40
ROUNDS = 7
AS_OF = date(2024, 12, 31)


def topics(count: int) -> list[str]:
    """Return the topics that demands ask for."""
    return [f"topic-{number}" for number in range(count)]


def typical(count: int, chance: random.Random) -> list[tuple[Fraction, tuple[str, ...]]]:
    """Return records of one to three topics, of whole and half hours."""
    return [
        (Fraction(chance.randrange(1, 25), 2), tuple(chance.sample(topics(count), 1 + n % 3)))
        for n in range(RECORDS)
    ]


def overlapping(count: int, _: random.Random) -> list[tuple[Fraction, tuple[str, ...]]]:
    """Return records that all serve all demands, all alike."""
    return [(Fraction(6), tuple(topics(count))) for _ in range(RECORDS)]


def ugly(count: int, chance: random.Random) -> list[tuple[Fraction, tuple[str, ...]]]:
    """Return records of every set of topics, of fractions that share no denominator."""
    return [
        (
            Fraction(chance.randrange(100, 900), 97 + n),
            tuple(one for one in topics(count) if chance.random() < 0.5) or ("topic-0",),
        )
        for n in range(RECORDS)
    ]


def audited(
    rows: Sequence[tuple[Fraction, tuple[str, ...]]], count: int, *, whole: bool
) -> Callable[[], object]:
    """Return what audits the records by a policy of so many demands."""
    need = sum((hours for hours, _ in rows), Fraction(0)) / count
    asked = [
        demand(total(of=where(topic=topic)) >= Amount(need, need, CLASS_HOUR))
        for topic in topics(count)
    ]
    policy = Policy(
        id="shared",
        title="Shared",
        source=Source("made up", certainty=Certainty.INVENTED),
        accounts=(Account("main", CLASS_HOUR),),
        cycle=Cycle.block(years=5, starting=date(2020, 1, 1)),
        recognition=(recognise("all", where(), post("main", record.hours)),),
        requirements=(require("need", exclusive(*asked, whole=whole)),),
    )
    prepared, teacher = prepare(policy), Teacher("t")
    transcript = Transcript(
        [
            TrainingRecord(f"r{n:02}", day=date(2021, 1 + n % 12, 1), hours=hours, topics=own)
            for n, (hours, own) in enumerate(rows)
        ],
        complete_until=AS_OF,
    )

    def run() -> object:
        finding = prepared.audit(teacher, transcript, as_of=AS_OF).finding("need")
        return finding.so_far, finding.counted, len(finding.shares)

    return run


def by_networkx(
    rows: Sequence[tuple[Fraction, tuple[str, ...]]], count: int
) -> Callable[[], object]:
    """Return what works out the maximum flow by a library of graphs, in whole numbers."""
    scale = 1
    for hours, _ in rows:
        scale *= hours.denominator // _common(scale, hours.denominator)
    need = int(sum((hours for hours, _ in rows), Fraction(0)) * scale / count)

    def run() -> object:
        graph: Any = nx.DiGraph()
        for place, (hours, own) in enumerate(rows):
            graph.add_edge("source", place, capacity=int(hours * scale))
            graph.add_edges_from((place, topic) for topic in own)
        for topic in topics(count):
            graph.add_edge(topic, "sink", capacity=need)
        return nx.maximum_flow(graph, "source", "sink")

    return run


def _common(one: int, other: int) -> int:
    while other:
        one, other = other, one % other
    return one


def main() -> None:
    """Print, for each case, the median ratio to networkx and the median time of an audit."""
    cases = (("typical", typical), ("all overlap", overlapping), ("ugly fractions", ugly))
    print(f"{RECORDS} records, median of {ROUNDS} rounds, maximum flow by networkx = 1")
    for name, make in cases:
        for count in (8, 12):
            for whole in (False, True):
                rows = make(count, random.Random(7))
                own, other = audited(rows, count, whole=whole), by_networkx(rows, count)
                ratios, times = [], []
                for _ in range(ROUNDS):
                    first = time.process_time()
                    own()
                    second = time.process_time()
                    other()
                    ratios.append((second - first) / (time.process_time() - second))
                    times.append(second - first)
                kind = "whole" if whole else "split"
                milliseconds = 1000 * statistics.median(times)
                print(
                    f"{name:15} {count:2} demands, {kind}  {statistics.median(ratios):7.2f}"
                    f"  ({milliseconds:.1f} ms)"
                )


if __name__ == "__main__":
    main()
