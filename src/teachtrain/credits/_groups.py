"""What each member of a group keeps when the group's total is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teachtrain.models._quantities import Reach

__all__ = ["share_out"]


def share_out(total: Reach, amounts: Sequence[Reach]) -> list[Reach]:
    """
    Return what each of *amounts* keeps of *total*, given in order until nothing is left.

    >>> share_out(10, [4, 8, 3])
    [4, 6, 0]

    Args:
        total: What there is; whatever exceeds the sum of the amounts is not given.
        amounts: What each may keep at most.
    """
    kept: list[Reach] = []
    left = total
    for amount in amounts:
        share = min(amount, left)
        kept.append(share)
        # Where the share is all that was left, nothing remains, however large both are.
        left = 0 if share is left else left - share
    return kept
