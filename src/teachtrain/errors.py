"""What can go wrong, as values that say where, what, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

__all__ = [
    "ConflictError",
    "InvalidPolicyError",
    "InvalidTypeError",
    "InvalidValueError",
    "Problem",
    "TeachtrainError",
]


class Problem:
    """
    One fault, in three parts that nobody has to parse out of a sentence.

    Attributes:
        where: The place, such as `TrainingRecord.hours` or `policy cn-37-2015, clause yearly`.
        problem: What is wrong with the value as it came in.
        mend: What to write instead.
    """

    __slots__ = ("mend", "problem", "where")

    def __init__(self, *, where: str, problem: str, mend: str) -> None:
        self.where = where
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}; {self.mend}"

    def __repr__(self) -> str:
        return f"Problem(where={self.where!r}, problem={self.problem!r}, mend={self.mend!r})"

    def _parts(self) -> tuple[str, str, str]:
        return (self.where, self.problem, self.mend)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Problem):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())


class TeachtrainError(Exception):
    """
    The root of every error of this library: a value that cannot exist was asked for.

    A requirement that is not met, and a fact that is missing, are answers and never errors.

    Attributes:
        problems: Every fault found, at least one.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    @classmethod
    def at(cls, where: str, problem: str, mend: str) -> Self:
        """Make the error of one fault."""
        return cls(Problem(where=where, problem=problem, mend=mend))

    @property
    def where(self) -> str:
        """The place of the first fault."""
        return self.problems[0].where

    @property
    def problem(self) -> str:
        """What is wrong, of the first fault."""
        return self.problems[0].problem

    @property
    def mend(self) -> str:
        """How to mend the first fault."""
        return self.problems[0].mend

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class InvalidValueError(TeachtrainError, ValueError):
    """A value that cannot exist: negative hours, a span that ends before it starts."""


class InvalidTypeError(TeachtrainError, TypeError):
    """A value of a kind that is refused: a `float` amount, a `bool` as a number."""


class ConflictError(InvalidValueError):
    """Two values that cannot both hold: one record id with two contents."""


class InvalidPolicyError(InvalidValueError):
    """A policy that contradicts itself; all faults found are in `problems`."""
