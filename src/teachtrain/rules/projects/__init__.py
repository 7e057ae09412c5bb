"""How far a teacher is in a training project."""

from teachtrain.rules.projects._progress import PartStanding, Progress, progress

__all__ = ["PartStanding", "Progress", "progress"]
