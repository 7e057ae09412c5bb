"""A maximum flow in exact arithmetic, for the small networks that credits make."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias

from teachtrain.models import UNBOUNDED, Unbounded

if TYPE_CHECKING:
    from collections.abc import Hashable

    from teachtrain.models._quantities import Reach

__all__ = ["SINK", "SOURCE", "Network"]

Node: TypeAlias = "Hashable"

SOURCE: Final = ("source",)
SINK: Final = ("sink",)


class Network:
    """
    Arcs with room, from `SOURCE` to `SINK`.

    Arcs may be added after a flow was pushed: more then flows beside and around what flows.
    """

    __slots__ = ("_room",)

    def __init__(self) -> None:
        self._room: dict[Node, dict[Node, Reach]] = {}

    def arc(self, start: Node, end: Node, room: Reach, *, add: bool = False) -> None:
        """Give an arc this much room, or so much more."""
        ends = self._room.setdefault(start, {})
        ends[end] = ends.get(end, 0) + room if add else room
        self._room.setdefault(end, {}).setdefault(start, 0)

    def flows(self, start: Node, end: Node) -> Reach:
        """Return what flows along an arc of which there is none in the other direction."""
        return self._room[end][start]

    def push(self) -> Reach:
        """Push as much as there is still room for, and return how much that was."""
        beyond = self._close()
        flow: Reach = 0
        while (path := self._shortest()) is not None:
            step = min(self._room[start][end] for start, end in path)
            for start, end in path:
                self._room[start][end] -= step
                self._room[end][start] += step
            flow += step
        return UNBOUNDED if flow >= beyond else flow

    def _close(self) -> Reach:
        """Give unbounded arcs an end that never binds, and return it."""
        # A cut that crosses no unbounded arc is at most the sum of all bounded ones, so an arc
        # of one more than that stands for an unbounded one exactly.
        beyond: Reach = 1
        unbounded: list[tuple[Node, Node]] = []
        for start, ends in self._room.items():
            for end, room in ends.items():
                if isinstance(room, Unbounded):
                    unbounded.append((start, end))
                else:
                    beyond += room
        for start, end in unbounded:
            self._room[start][end] = beyond
        return beyond

    def _shortest(self) -> list[tuple[Node, Node]] | None:
        """Return the arcs of a shortest path with room from source to sink, or None."""
        came: dict[Node, Node] = {SOURCE: SOURCE}
        pending: deque[Node] = deque((SOURCE,))
        while pending:
            here = pending.popleft()
            if here is SINK:
                path: list[tuple[Node, Node]] = []
                while here is not SOURCE:
                    path.append((came[here], here))
                    here = came[here]
                return path
            for end, room in self._room.get(here, {}).items():
                if room > 0 and end not in came:
                    came[end] = here
                    pending.append(end)
        return None
