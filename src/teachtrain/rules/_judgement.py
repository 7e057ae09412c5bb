"""Verdicts and amounts only: what judging without an explanation gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from teachtrain.rules import _verdicts as verdicts
from teachtrain.rules._named import named
from teachtrain.rules._verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.models._quantities import Reach
    from teachtrain.rules._prepare import Prepared
    from teachtrain.rules._run import Row, Run

__all__ = ["Judged", "Judgement", "overall"]

VERDICTS: Final = (None, *(Verdict(mask) for mask in range(1, 8)))


class Judged(NamedTuple):
    """
    One requirement judged.

    Attributes:
        id: The requirement's id.
        so_far: The verdict by what there is up to `as_of`.
        final: The verdict by what there may still be.
        counted: What counts so far, least and most; None where the requirement is no
            comparison of one total with one threshold, or does not apply.
        required: The threshold, least and most.
    """

    id: str
    so_far: Verdict
    final: Verdict
    counted: tuple[Reach, Reach] | None
    required: tuple[Reach, Reach] | None


class Judgement:
    """
    All requirements judged, in the policy's order.

    Attributes:
        results: One for each requirement.
        so_far: The overall verdict by what there is.
        final: The overall verdict by what there may still be.
    """

    __slots__ = ("final", "results", "so_far")

    def __init__(self, run: Run, rows: tuple[tuple[Row, ...], tuple[Row, ...]]) -> None:
        now, later = rows
        prepared = run.prepared
        self.so_far = overall(prepared, now)
        self.final = self.so_far if later is now else overall(prepared, later)
        self.results = tuple(
            [
                named(Judged, (name, VERDICTS[row[0]], VERDICTS[then[0]], *_figures(run, row)))
                for name, row, then in zip(prepared.requirement_ids, now, later, strict=True)
            ]
        )

    def __iter__(self) -> Iterator[Judged]:
        return iter(self.results)

    def __getitem__(self, requirement_id: str) -> Judged:
        """Return the requirement of an id."""
        for one in self.results:
            if one.id == requirement_id:
                return one
        raise KeyError(requirement_id)


def _figures(run: Run, row: Row) -> tuple[object, object]:
    node = row[2]
    left, right = node[2], node[3]
    if left is None or right is None or row[0] == verdicts.NOT_APPLICABLE:
        return (None, None)
    if id(node[0]) not in run.prepared.whole_comparisons:
        return (left[:2], right[:2])
    exact = run.memory.numbers
    least, needed = exact[left[0]], exact[right[0]]
    counted = (least, least if left[0] is left[1] else exact[left[1]])
    return (counted, (needed, needed))  # a literal


def overall(prepared: Prepared, rows: tuple[Row, ...]) -> Verdict:
    """Return the verdict over the requirements that make the overall one."""
    mask = verdicts.fold(verdicts.ALL, [rows[number][0] for number in prepared.overall])
    return cast("Verdict", VERDICTS[mask])
