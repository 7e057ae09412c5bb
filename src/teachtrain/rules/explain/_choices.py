"""Facts of a record of which one is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teachtrain.rules._quantities import Fact, FirstKnown
from teachtrain.rules._walk import all_forms, facts_in, forms_of, known_quantity, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.rules._policy import Policy
    from teachtrain.rules._walk import Form

__all__ = ["choices_of"]


def choices_of(policy: Policy) -> Iterator[tuple[str, ...]]:
    """Yield the facts of a record of which the first that is known is taken, and nothing more."""
    needed = {
        part.name
        for clause in policy.clauses()
        for form in forms_of(clause)
        for part in _outside_choices(form)
        if isinstance(part, Fact) and part.of == "record"
    }
    for _, form in all_forms(policy):
        if isinstance(form, FirstKnown):
            facts = [
                {own.name for own in facts_in(known_quantity(part)) if own.of == "record"}
                for part in form.parts
            ]
            names = tuple(own for part in facts for own in part)
            single = all(len(part) == 1 for part in facts)
            if single and needed.isdisjoint(names):
                yield tuple(dict.fromkeys(names))


def _outside_choices(form: Form) -> Iterator[Form]:
    yield form
    if not isinstance(form, FirstKnown):
        for part in parts_of(form):
            yield from _outside_choices(part)
