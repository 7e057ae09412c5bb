"""The parts of each form, for readings that only look for something."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from teachtrain.rules._conditions import (
    Combine,
    Compare,
    Condition,
    Each,
    Exclusive,
    Known,
    OneOf,
    Selection,
    When,
)
from teachtrain.rules._policy import (
    Ceiling,
    Clause,
    Figure,
    Policy,
    Pool,
    Presumption,
    RecognitionRule,
    Requirement,
    Rewrite,
)
from teachtrain.rules._quantities import (
    Compute,
    Dated,
    Days,
    Fact,
    FigureValue,
    FirstKnown,
    Literal,
    PartsMet,
    Quantity,
    Rounded,
    Table,
    Top,
    Total,
    Years,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "AnyQuantity",
    "Form",
    "all_forms",
    "depends_on_person",
    "facts_in",
    "forms_of",
    "known_quantity",
    "parts_of",
    "walk",
]

AnyQuantity: TypeAlias = (
    Literal
    | Fact
    | Top
    | Years
    | Compute
    | Rounded
    | Table
    | Dated
    | FirstKnown
    | FigureValue
    | Total
    | Days
    | PartsMet
)
Form: TypeAlias = AnyQuantity | Condition


def known_quantity(form: Quantity) -> AnyQuantity:
    """Return *form* as one of the quantities of this language."""
    assert isinstance(form, AnyQuantity), f"not a form of this language: {form!r}"
    return form


def parts_of(form: Form) -> tuple[Form, ...]:
    """Return the forms that *form* is made of."""
    match form:
        case Literal() | Fact() | Top() | Years() | FigureValue():
            return ()
        case Compute(parts=parts) | FirstKnown(parts=parts):
            return tuple(known_quantity(part) for part in parts)
        case Rounded(of=of):
            return (known_quantity(of),)
        case Table(rows=rows, otherwise=otherwise):
            made = [part for test, value in rows for part in (test, known_quantity(value))]
            return (*made, known_quantity(otherwise)) if otherwise is not None else tuple(made)
        case Dated(values=values):
            return tuple(known_quantity(value) for _, value in values if value is not None)
        case Days(test=test):
            return () if test is None else (test,)
        case PartsMet(parts=each):
            return (each,)
        case Total(of=selection):
            return () if selection is None else (selection,)
        case Compare(left=left, right=right):
            return (known_quantity(left), known_quantity(right))
        case OneOf(fact=fact) | Known(fact=fact):
            return (fact,)
        case Combine(parts=parts):
            return parts
        case Selection(tests=tests):
            return tests
        case Each(condition=condition):
            return (condition,)
        case When(test=test, then=then):
            return (test, then)
        case Exclusive(demands=demands):
            return tuple(form for own in demands for form in (own.asked, *own.limits))
        case _:
            assert_never(form)


def walk(form: Form) -> Iterator[Form]:
    """Yield *form* and all that it is made of, parts after their whole."""
    pending = [form]
    while pending:
        here = pending.pop()
        yield here
        pending.extend(reversed(parts_of(here)))


def facts_in(form: Form) -> Iterator[Fact]:
    """Yield every fact that *form* reads."""
    return (part for part in walk(form) if isinstance(part, Fact))


def forms_of(clause: Clause) -> tuple[Form, ...]:
    """Return the forms that stand in a clause itself."""
    match clause:
        case Presumption(fact=fact):
            return (fact,)
        case RecognitionRule(when=when, posts=posts):
            return (when, *(known_quantity(post.amount) for post in posts))
        case Rewrite(to=value, of=of, side=Selection() as side):
            return (of, known_quantity(value), side)
        case Rewrite(to=value, of=of) | Pool(gives=value, of=of) | Ceiling(limit=value, of=of):
            return (of, known_quantity(value))
        case Figure(value=value):
            return (known_quantity(value),)
        case Requirement():
            asked = (clause.applies, clause.exempt, clause.deemed, clause.needs)
            return tuple(one for one in asked if one is not None)
        case _:
            raise AssertionError(f"not a clause of this language: {clause!r}")


def all_forms(policy: Policy) -> Iterator[tuple[Clause, Form]]:
    """Yield every form of a policy with the clause it stands in."""
    for clause in policy.clauses():
        for form in forms_of(clause):
            for part in walk(form):
                yield clause, part


def depends_on_person(form: Form | Quantity) -> bool:
    """Whether a form reads a fact of the teacher, so that it is not the same for everybody."""
    start = known_quantity(form) if isinstance(form, Quantity) else form
    return any(
        isinstance(part, (Years, FigureValue, Days, PartsMet))
        or (isinstance(part, Fact) and part.of in ("teacher", "event"))
        for part in walk(start)
    )
