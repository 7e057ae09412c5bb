"""Programmes that lead to a diploma, and the file of a candidate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, cast

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models._calendar import Span, plain_date
from teachtrain.models._quantities import PROGRAMME_CREDIT, Amount, measured
from teachtrain.models._sources import Text, text
from teachtrain.models._vocabulary import Term, as_tuple, brief, identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teachtrain.models._projects import Organiser
    from teachtrain.models._sources import Source

__all__ = [
    "APPRAISAL",
    "THESIS_OR_PRACTICE",
    "Candidate",
    "Course",
    "FurtherElectives",
    "Programme",
    "Substitution",
]

THESIS_OR_PRACTICE: Final = Term("thesis_or_practice", "thesis or practice", "毕业论文或实践环节")
APPRAISAL: Final = Term("appraisal", "appraisal of character", "思想品德鉴定")


def _credits(value: Amount | None) -> Amount | None:
    if value is not None:
        measured(value, PROGRAMME_CREDIT, where="credits of a programme")
    return value


@attrs.frozen
class Course:
    """
    A course of a programme, examined by itself.

    Attributes:
        id: Its code.
        title: What it is called.
        credits: What it is worth, in programme credits; None where not known.
        required: Whether everybody takes it; it is an elective otherwise.
    """

    id: str
    title: Text = attrs.field(converter=text)
    credits: Amount | None = attrs.field(default=None, converter=_credits, kw_only=True)
    required: bool = attrs.field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="Course.id")


@attrs.frozen
class Substitution:
    """
    Passes that stand for courses (顶替): all of the ones for all of the others.

    It helps who has not passed the course itself. A pass is used for one substitution only.

    Attributes:
        passed: Ids of what was passed, courses of this programme or not.
        stands_for: Ids of courses of this programme.
        in_force: Days on which it helps. What was granted on one of them is in the file as an
            exemption, and stands.
        source: Where that is written.
    """

    passed: tuple[str, ...] = attrs.field(converter=as_tuple)
    stands_for: tuple[str, ...] = attrs.field(converter=as_tuple)
    in_force: Span = attrs.field(factory=Span.always, kw_only=True)
    source: Source | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name in ("passed", "stands_for"):
            ids = getattr(self, name)
            if not ids or len(set(ids)) < len(ids):
                raise InvalidValueError.at(
                    f"Substitution.{name}", "names nothing, or a course twice", "give each id once"
                )
        if set(self.passed) & set(self.stands_for):
            raise InvalidValueError.at("Substitution", "a course stands for itself", "leave it out")


@attrs.frozen
class FurtherElectives:
    """
    Electives that are due beyond the others from who is exempt from a course.

    Attributes:
        instead_of: Id of the course.
        courses: How many electives at least.
        credits: How many programme credits they have together at least.
        source: Where that is written.
    """

    instead_of: str
    courses: int = attrs.field(default=0, kw_only=True)
    credits: Amount | None = attrs.field(default=None, converter=_credits, kw_only=True)
    source: Source | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Programme:
    """
    A programme: its diploma takes every required course, electives and each part besides.

    A total of credits is never enough. Which day a diploma is issued is for the examiner.

    Attributes:
        id: Its code.
        title: What it is called.
        courses: Its courses.
        electives: The least credits of electives; None where there are none to take.
        further: What is due instead of a course that one is exempt from.
        substitutions: Passes that stand for courses.
        parts: What the diploma takes besides courses.
        entry: The days on which candidates may enter.
        closed_on: The first day on which no more diplomas are issued.
        examiner: The university that examines.
        source: Where the plan is written.

    Raises:
        InvalidValueError: If a course is listed twice, or a rule names none of its courses.
    """

    id: str
    title: Text = attrs.field(converter=text)
    courses: tuple[Course, ...] = attrs.field(converter=as_tuple, kw_only=True)
    electives: Amount | None = attrs.field(default=None, converter=_credits, kw_only=True)
    further: tuple[FurtherElectives, ...] = attrs.field(
        default=(), converter=as_tuple, kw_only=True
    )
    substitutions: tuple[Substitution, ...] = attrs.field(
        default=(), converter=as_tuple, kw_only=True
    )
    parts: tuple[str, ...] = attrs.field(
        default=(THESIS_OR_PRACTICE, APPRAISAL), converter=as_tuple, kw_only=True
    )
    entry: Span = attrs.field(factory=Span.always, kw_only=True)
    closed_on: date | None = attrs.field(default=None, kw_only=True)
    examiner: Organiser | None = attrs.field(default=None, kw_only=True)
    source: Source | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        where = f"Programme {self.id!r}"
        identifier(self.id, where="Programme.id")
        ids = {course.id for course in self.courses}
        if len(ids) < len(self.courses):
            raise InvalidValueError.at(where, "a course is listed twice", "give each its own id")
        named = [name for one in self.substitutions for name in one.stands_for]
        for name in (*named, *(one.instead_of for one in self.further)):
            if name not in ids:
                raise InvalidValueError.at(
                    where, f"a rule names no course of it ({name!r})", "add it to courses="
                )
        if self.closed_on is not None:
            plain_date(self.closed_on, where=f"{where}, closed_on=")

    def course(self, course_id: str) -> Course:
        """
        Return a course by its id.

        Raises:
            InvalidValueError: If it has no such course.
        """
        for own in self.courses:
            if own.id == course_id:
                return own
        raise InvalidValueError.at(
            f"Programme {self.id!r}", f"has no course {course_id!r}", "name one of its courses"
        )


def _days(
    value: Mapping[str, date] | Iterable[tuple[str, date]],
) -> tuple[tuple[str, date], ...]:
    if isinstance(value, Mapping):
        return tuple(sorted(_dated(cast("Mapping[str, date]", value).items())))
    return tuple(sorted(_dated(value)))


def _dated(items: Iterable[tuple[str, date]]) -> Iterator[tuple[str, date]]:
    for name, day in items:
        identifier(name, where="Candidate")
        yield name, plain_date(day, where=f"Candidate, {name!r}")


def _exempt_credits(
    value: Iterable[tuple[date, Amount]],
) -> tuple[tuple[date, Amount], ...]:
    found = tuple(value)
    for own in found:
        if not isinstance(own, tuple) or len(own) != 2:  # noqa: PLR2004 - a pair
            raise InvalidTypeError.at(
                "Candidate.elective_credits",
                f"not a day and an amount (got {brief(own)})",
                "give pairs such as (day, programme_credits(12))",
            )
        plain_date(own[0], where="Candidate.elective_credits")
        _credits(own[1])
    return found


@attrs.frozen
class Candidate:
    """
    The file of a candidate of a programme: what is in it, and up to when it is complete.

    Attributes:
        teacher: Id of the teacher.
        entered: The day of entry; None where not known.
        passed: Courses passed, with the days; of other programmes too.
        exempt: Courses from which the candidate is exempt (免考), with the days.
        elective_credits: Credits of electives that were exempted without naming a course, such
            as those that training was converted into, with the days.
        parts: Parts besides courses that were done, with the days.
        complete_until: The day up to which the file is complete; None: nothing is known of
            what is not in it.
    """

    teacher: str
    entered: date | None = attrs.field(default=None, kw_only=True)
    passed: tuple[tuple[str, date], ...] = attrs.field(default=(), converter=_days, kw_only=True)
    exempt: tuple[tuple[str, date], ...] = attrs.field(default=(), converter=_days, kw_only=True)
    elective_credits: tuple[tuple[date, Amount], ...] = attrs.field(
        default=(), converter=_exempt_credits, kw_only=True
    )
    parts: tuple[tuple[str, date], ...] = attrs.field(default=(), converter=_days, kw_only=True)
    complete_until: date | None = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        identifier(self.teacher, where="Candidate.teacher")
        for name in ("entered", "complete_until"):
            if getattr(self, name) is not None:
                plain_date(getattr(self, name), where=f"Candidate.{name}")
