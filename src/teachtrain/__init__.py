"""
In-service teacher training as data: policies, records, and explained audits.

The names that the README uses can be imported from here; all others have one path, that of
their sub-package. A name is loaded when it is first asked for.

>>> from teachtrain import class_hours
>>> class_hours("7.5")
class_hours('7.5')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teachtrain.models import (
        CLASS_HOUR,
        TRAINING_CREDIT,
        Certainty,
        Cycle,
        Source,
        Span,
        Teacher,
        Text,
        TrainingRecord,
        Transcript,
        class_hours,
        per,
        programme_credits,
        training_credits,
    )
    from teachtrain.rules import (
        Account,
        Policy,
        Verdict,
        audit,
        each,
        nothing,
        post,
        prepare,
        recognise,
        record,
        require,
        teacher,
        total,
        where,
    )

__all__ = [
    "CLASS_HOUR",
    "TRAINING_CREDIT",
    "Account",
    "Certainty",
    "Cycle",
    "Policy",
    "Source",
    "Span",
    "Teacher",
    "Text",
    "TrainingRecord",
    "Transcript",
    "Verdict",
    "audit",
    "class_hours",
    "each",
    "nothing",
    "per",
    "post",
    "prepare",
    "programme_credits",
    "recognise",
    "record",
    "require",
    "teacher",
    "total",
    "training_credits",
    "where",
]

_FROM_MODELS = frozenset(
    (
        "CLASS_HOUR",
        "TRAINING_CREDIT",
        "Certainty",
        "Cycle",
        "Source",
        "Span",
        "Teacher",
        "Text",
        "TrainingRecord",
        "Transcript",
        "class_hours",
        "per",
        "programme_credits",
        "training_credits",
    )
)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'teachtrain' has no attribute {name!r}")
    package = "teachtrain.models" if name in _FROM_MODELS else "teachtrain.rules"
    value: object = getattr(import_module(package), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
