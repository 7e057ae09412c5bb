"""What is still due, in English: by code, text with `{name}` where a value goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ENGLISH_DUE"]

ENGLISH_DUE: Final[Mapping[str, str]] = {
    "due.head": "What is still due: {policy}",
    "due.together": "all requirements together",
    "due.nothing": "Nothing is due.",
    "due.planned": "Still due, and can be met by {by}.",
    "due.lost": "Can no longer be met.",
    "due.not_by_these": "Still due; what was proposed is not enough by {by}.",
    "due.open": "Whether it can be met depends on what is not known.",
    "due.enough": "Enough",
    "due.or": "Or",
    "due.plan": "{items}. {least}",
    "due.item": "{what} ({when})",
    "due.of": "{length} of {option}",
    "due.of.several": "{length} of {option} in {count} activities of up to {most}",
    "due.times": "{count} times {option}",
    "due.least": "No less of it is enough.",
    "due.not_least": "Another choice may take less.",
    "due.proof": "Even if everything still possible counted: {possible} of {required}.",
    "due.proof.pending": "Even if every pending record counted, "
    "and all else that is still possible: {possible} of {required}.",
    "due.reach": "With as much of it as may help: {possible} of {required}.",
    "due.room": "Room left by {ceiling}: {rooms}",
    "due.left": "{left} of {limit}",
    "due.left.in": "{left} of {limit} in {place}",
    "promise.met_until": "If nothing more is done, it stays met until {day}.",
    "promise.possible": "If nothing is done before, it can be met until {day}.",
    "promise.was_possible": "It could be met until {day}.",
}
