"""Verdicts and amounts only: what judging without an explanation gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from teachtrain.rules import _verdicts as verdicts
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
        self.so_far = overall(run.prepared, now)
        self.final = self.so_far if later is now else overall(run.prepared, later)
        made = []
        for own, row, then in zip(run.prepared.requirements, now, later, strict=True):
            node = row[2]
            left, right = node[2], node[3]
            figures = row[0] != verdicts.NOT_APPLICABLE and left is not None and right is not None
            made.append(
                Judged(
                    own.requirement.id,
                    VERDICTS[row[0]],  # type: ignore[arg-type]  # never the empty set
                    VERDICTS[then[0]],  # type: ignore[arg-type]  # never the empty set
                    left[:2] if figures else None,  # type: ignore[index]  # checked above
                    right[:2] if figures else None,  # type: ignore[index]  # checked above
                )
            )
        self.results = tuple(made)

    def __iter__(self) -> Iterator[Judged]:
        return iter(self.results)

    def __getitem__(self, requirement_id: str) -> Judged:
        """Return the requirement of an id."""
        for one in self.results:
            if one.id == requirement_id:
                return one
        raise KeyError(requirement_id)


def overall(prepared: Prepared, rows: tuple[Row, ...]) -> Verdict:
    """Return the verdict over the requirements that make the overall one."""
    named = prepared.overall
    return Verdict(verdicts.fold(verdicts.ALL, [rows[number][0] for number in named]))
