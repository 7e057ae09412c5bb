"""The least Python that judges the benchmark's policy: one function, whole numbers, no reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workload import PlainTeacher

START: Final = date(2015, 9, 1)
END: Final = date(2020, 9, 1)
COURSES: Final = frozenset(
    ("training", "backbone_training", "principal_qualification", "principal_improvement")
)
COUNTY, CITY = 3, 2


def judge(teacher: PlainTeacher) -> tuple[tuple[bool | None, int], ...]:
    """Return met (None: not applicable) and tenths of credits of each requirement, in order."""
    other = [0] * 5
    school = [0] * 5
    courses = near = class_teacher = 0
    induction = []
    degree = [0] * 5
    for record in teacher.records:
        day = record.day
        if not record.passed or not record.approved or not day < END:
            continue
        activity = record.activity
        if day < START:
            if activity == "induction" and (record.rank <= COUNTY or record.approved):
                induction.append((day, record.hours))
            continue
        year = day.year - 2015 - (day.month < 9)
        if activity in COURSES:
            if record.rank <= COUNTY:
                other[year] += record.hours
                courses += record.hours
                if record.rank >= CITY:
                    near += record.hours
            elif record.approved:
                other[year] += record.hours
        elif activity == "school_based":
            if record.approved:
                school[year] += record.hours
        elif activity == "self_study":
            if record.approved:
                other[year] += record.hours
        elif activity == "class_teacher_training":
            if record.rank <= COUNTY or record.approved:
                other[year] += record.hours
                class_teacher += record.hours
                if record.rank <= COUNTY:
                    courses += record.hours
                    if record.rank >= CITY:
                        near += record.hours
        elif activity == "degree_year":
            degree[year] = 720
        elif activity == "induction" and (record.rank <= COUNTY or record.approved):
            induction.append((day, record.hours))
    if induction:
        hours = 0
        for day, own in sorted(induction):
            hours += own
            if hours >= 1200:
                if day >= START:
                    other[day.year - 2015 - (day.month < 9)] += 720
                break
    for year in range(5):
        other[year] += degree[year]
    total = sum(other) + min(sum(school), 1200)
    yearly = min([own + min(hours, 1200) for own, hours in zip(other, school, strict=True)])
    return (
        (total >= 3600, total),
        (yearly >= 480, yearly),
        (class_teacher >= 300 if teacher.class_teacher else None, class_teacher),
        (courses >= 2400, courses),
        (near >= 600, near),
    )
