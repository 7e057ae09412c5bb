"""Where the candidate of a programme stands on a day, and what is missing."""

from teachtrain.rules.programmes._standing import CourseStanding, How, Standing, standing

__all__ = ["CourseStanding", "How", "Standing", "standing"]
