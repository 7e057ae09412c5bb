"""Forms read once more after an audit: what each came to, for an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.rules._evaluate import condition, quantity

if TYPE_CHECKING:
    from teachtrain.models import TrainingRecord
    from teachtrain.rules._conditions import Condition
    from teachtrain.rules._context import Context, Range
    from teachtrain.rules._evaluate import ConditionFunction, QuantityFunction
    from teachtrain.rules._quantities import Quantity
    from teachtrain.rules._run import Run

__all__ = ["Reread"]


class Reread:
    """Reads forms of an audit's policy once more, where the audit read them."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._tests: dict[int, tuple[Condition, ConditionFunction]] = {}
        self._amounts: dict[int, tuple[Quantity, QuantityFunction]] = {}

    def person(self) -> Context:
        """Return where figures and requirements are read: over the whole cycle."""
        return self._run.context()

    def of_record(self, record: TrainingRecord) -> Context:
        """Return where recognition read a record."""
        first, last = self._run.read_on(record)
        return self._run.reader.context(record, first, last, self._run)

    def truth(self, form: Condition, context: Context) -> int:
        """Return the verdict bits of a condition."""
        known = self._tests.get(id(form))
        if known is None:
            known = self._tests[id(form)] = (form, condition(form, self._run.prepared))
        return known[1](context)[1]

    def value(self, form: Quantity, context: Context) -> Range | None:
        """Return what a quantity comes to; None where it has no value."""
        known = self._amounts.get(id(form))
        if known is None:
            known = self._amounts[id(form)] = (form, quantity(form, self._run.prepared))
        return known[1](context)
