"""What is said of who may join a project and of a candidate, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ENGLISH_PROJECTS"]

ENGLISH_PROJECTS: Final[Mapping[str, str]] = {
    "admission.verdict.met": "May join.",
    "admission.verdict.unmet": "May not join.",
    "admission.verdict.not_applicable": "Nothing that is asked for applies.",
    "admission.verdict.unknown": "It cannot be told yet whether the teacher may join.",
    "admission.not_stated": "No source says who may join.",
    "admission.window": "Applications are taken in the time {span}.",
    "admission.window.closed": "Applications are taken in the time {span} only.",
    "standing.there": "Everything that the diploma takes is there.",
    "standing.not_there": "Not everything that the diploma takes is there, or it is not issued.",
    "standing.unknown": "It cannot be told yet whether everything is there.",
    "standing.closed": "From {day} no diplomas are issued.",
    "standing.entered.unmet": "Entered on {day}, when nobody could enter any more, or yet.",
    "standing.entered.unknown": "The day of entry is not known.",
    "standing.passed": "passed",
    "standing.exempt": "exempt",
    "standing.substituted": "settled by {by}",
    "standing.open.unmet": "not there",
    "standing.open.unknown": "not known",
    "standing.part": "there",
    "standing.electives": "Electives",
    "standing.of": "{held} of {need}",
    "standing.further": "Electives instead of an exempt course are too few.",
    "outcome.unknown": "not known",
}
