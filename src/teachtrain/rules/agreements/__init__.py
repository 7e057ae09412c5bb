"""Agreements between credit systems: what credit of one is worth in another."""

from teachtrain.rules.agreements._agreements import Agreement, CreditSystem, agreements_between
from teachtrain.rules.agreements._checks import Check, Checked
from teachtrain.rules.agreements._convert import Conversion, Use, convert
from teachtrain.rules.agreements._grants import CourseGrant, Does
from teachtrain.rules.agreements._several import Applying, convert_all, convert_between

__all__ = [
    "Agreement",
    "Applying",
    "Check",
    "Checked",
    "Conversion",
    "CourseGrant",
    "CreditSystem",
    "Does",
    "Use",
    "agreements_between",
    "convert",
    "convert_all",
    "convert_between",
]
