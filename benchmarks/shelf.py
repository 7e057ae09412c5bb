"""
Measure every shipped policy on records that it knows: `python benchmarks/shelf.py`.

Each policy gets 60 teachers of 30 records each, drawn of the activities, words and local facts that
its clauses name, in one of its cycles, all facts known. The baseline is the function by hand of the
first benchmark on the same number of teachers of its own, so that figures stand beside those of
`run.py`. It prints the five whose full audits take longest.
"""

from __future__ import annotations

import random
import statistics
import time
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from by_hand import judge as judge_by_hand
from run import audit_all as audit_base
from run import read_finding
from workload import PlainTeacher
from workload import teachers as base_teachers

from teachtrain import policies
from teachtrain.models import (
    Approval,
    Level,
    Mode,
    Result,
    Stage,
    Teacher,
    TrainingRecord,
    Transcript,
)
from teachtrain.rules import Policy, Prepared, prepare
from teachtrain.rules._conditions import OneOf
from teachtrain.rules._quantities import Fact, Years
from teachtrain.rules._walk import all_forms

TEACHERS, RECORDS, ROUNDS = 60, 30, 9
FIXED = {"level": Level, "mode": Mode, "approval": Approval, "result": Result, "stage": Stage}


def words_of(policy: Policy) -> dict[tuple[str, str, bool], list[str]]:
    """Return the words that a policy's clauses name, by fact; a number has none."""
    found: dict[tuple[str, str, bool], list[str]] = {}
    for _, form in all_forms(policy):
        if isinstance(form, OneOf):
            fact = form.fact
            found.setdefault((fact.of, fact.name, fact.local), []).extend(map(str, form.values))
        elif isinstance(form, Fact):
            found.setdefault((form.of, form.name, form.local), [])
        elif isinstance(form, Years):
            found.setdefault(("event", form.event, False), [])
    return found


def cycle_of(policy: Policy) -> tuple[date, date]:
    """Return the first day of a cycle of a policy, and the last that is looked at."""
    span = policy.in_force
    start = date(2015, 9, 1)
    if policy.cycle is not None and policy.cycle.starting is not None:
        start = policy.cycle.starting
    if span is not None and span.start > start:
        start = span.start
    months = policy.cycle.months if policy.cycle is not None else 60
    return start, start + timedelta(days=months * 30)


def people(policy: Policy, draw: random.Random) -> tuple[list[tuple[Teacher, Transcript]], date]:
    """Return teachers with records that a policy knows, and the day of the audit."""
    words, (start, as_of) = words_of(policy), cycle_of(policy)
    made = []
    for number in range(TEACHERS):
        events = {name: start for of, name, _ in words if of == "event"}
        events["hired"] = date(2005, 9, 1)
        local = {
            name: draw.choice(own) if own else 3
            for (of, name, is_local), own in words.items()
            if of == "teacher" and is_local
        }
        categories = words.get(("teacher", "category", False), [])
        teacher = Teacher(
            f"t-{number}",
            categories=tuple(draw.sample(categories, min(1, len(categories)))),
            stage=draw.choice(list(Stage)),
            post="teacher",
            employment="in_post",
            events=events,
            local=local,
        )
        records = [_record(f"{number}-{n}", words, (start, as_of), draw) for n in range(RECORDS)]
        made.append((teacher, Transcript(records, complete_until=as_of)))
    return made, as_of


def _record(
    name: str, words: dict[Any, list[str]], days: tuple[date, date], draw: random.Random
) -> TrainingRecord:
    facts: dict[str, Any] = {key: draw.choice(list(FIXED[key])) for key in FIXED if key != "stage"}
    for key in ("activity", "role", "project", "module", "organiser"):
        known = words.get(("record", key, False), [])
        facts[key] = draw.choice(known) if known else "other"
    local = {
        key: draw.choice(own) if own else 3
        for (of, key, is_local), own in words.items()
        if of == "record" and is_local
    }
    topics = words.get(("record", "topics", False), [])
    start, end = days
    day = start + timedelta(days=draw.randrange(max((end - start).days, 1)))
    hours = draw.choice(("4", "6", "8", "7.5", "12", "20"))
    chosen = (draw.choice(topics),) if topics else ()
    return TrainingRecord(
        name,
        day=day,
        hours=hours,
        days=1,
        score=80,
        attendance=1,
        topics=chosen,
        local=local,
        **facts,
    )


def audit_all(prepared: Prepared, made: list[tuple[Teacher, Transcript]], as_of: date) -> int:
    """Audit everybody, read every finding and entry."""
    read = 0
    for teacher, transcript in made:
        result = prepared.audit(teacher, transcript, as_of=as_of)
        read += sum(map(read_finding, result.findings))
        read += sum(len(entry.settled.cuts) for entry in result.entries)
    return read


def main() -> None:
    """Print the five policies whose full audits take longest, beside the function by hand."""
    base = base_teachers(TEACHERS)
    plain = [PlainTeacher(teacher, transcript) for teacher, transcript in base]
    base_policy = prepare(policies.SHANDONG_UNNAMED_CITY)
    audit_base(base_policy, base)
    found = []
    for name in policies.__all__:
        policy = getattr(policies, name)
        if not isinstance(policy, Policy):
            continue
        made, as_of = people(policy, random.Random(7))
        prepared = prepare(policy)
        audit_all(prepared, made, as_of)
        judged, audited = [], []
        for _ in range(ROUNDS):
            times = [time.process_time()]
            for teacher in plain:
                judge_by_hand(teacher)
            times.append(time.process_time())
            for person, transcript in made:
                prepared.judge(person, transcript, as_of=as_of)
            times.append(time.process_time())
            audit_all(prepared, made, as_of)
            times.append(time.process_time())
            by_hand, judging, auditing = (b - a for a, b in pairwise(times))
            judged.append(judging / by_hand)
            audited.append(auditing / by_hand)
        found.append((statistics.median(audited), statistics.median(judged), policy.id))
    print(f"{TEACHERS} teachers, {RECORDS} records each, median of {ROUNDS} rounds, by hand = 1")
    for audited_, judged_, name in sorted(found, reverse=True)[:5]:
        print(f"{name:30} judge {judged_:6.1f}  full audit {audited_:6.1f}")


if __name__ == "__main__":
    main()
