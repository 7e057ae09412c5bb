"""Arithmetic in words: sums, products, rates, shares and rounding."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from teachtrain.models import NUMBER, Amount, Unbounded, Unit
from teachtrain.rules._quantities import Compute, Fact, Literal, Quantity, Rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teachtrain.rules.explain._forms import Forms
    from teachtrain.rules.explain._language import Language

__all__ = ["brought", "computed"]

_SIGNS: Final = {"+": "plus", "-": "minus", "*": "times"}


def computed(words: Forms, operator: str, parts: tuple[Quantity, ...]) -> str:
    """Return `+ - * / mod least most` of parts."""
    language = words.speaker.language
    match operator:
        case "most" if beyond := _surplus(words, parts):
            return beyond
        case "least" | "most":
            listed = language.listed([_apart(words, part) for part in parts], "and")
            if len(parts) == 1:
                return words.quantity(parts[0])
            return language.say(f"compute.{operator}", parts=listed)
        case "mod":
            return _remainder(words, parts)
        case "/":
            of, by = (words.nested(part) for part in parts)
            return language.say("compute.over", of=of, by=by)
        case "*" if product := _product(words, parts):
            return product
        case _:
            if operator == "+":
                parts = tuple(_summands(parts))
            return language.listed([words.nested(part) for part in parts], _SIGNS[operator])


def _summands(parts: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """Yield the parts of a sum, those of the sums in it instead of these."""
    for part in parts:
        if isinstance(part, Compute) and part.operator == "+":
            yield from _summands(part.parts)
        else:
            yield part


def _surplus(words: Forms, parts: tuple[Quantity, ...]) -> str:
    """Return `most(a - b, 0)` in words; empty for any other parts."""
    match parts:
        case (Compute(operator="-", parts=(of, above)), Literal(amount=none)) if none.high == 0:
            return words.speaker.say("surplus", of=words.nested(of), above=words.nested(above))
        case _:
            return ""


def _apart(words: Forms, form: Quantity) -> str:
    """Return a quantity as one of a list, in which a product is not to run into the next."""
    match form:
        case Compute(operator="*", parts=parts) if not _product(words, parts):
            return words.speaker.bracketed(words.quantity(form))
        case _:
            return words.nested(form)


def _remainder(words: Forms, parts: tuple[Quantity, ...]) -> str:
    first, *others = parts
    left = words.nested(first)
    for part in others:
        left = words.speaker.say("compute.mod", left=left, right=words.nested(part))
    return left


def _product(words: Forms, parts: tuple[Quantity, ...]) -> str:
    """Return a rate or a share in words; empty where it is a product like any other."""
    if len(parts) != 2:  # noqa: PLR2004 - a factor and what it multiplies
        return ""
    for factor, of in (parts, parts[::-1]):
        if isinstance(factor, Literal) and not isinstance(of, Literal):
            if factor.amount.unit == NUMBER:
                return _share(words, factor.amount, of)
            if any(power < 0 for _, power in factor.amount.unit.terms):
                return _rate(words, factor.amount, of)
    return ""


def _share(words: Forms, share: Amount, of: Quantity) -> str:
    say, language, whole = words.speaker.say, words.speaker.language, words.nested(of)
    if share.low == share.high == 1:
        return whole
    if share.is_point and not isinstance(share.low, Unbounded) and 0 < share.low <= 1:
        return say("share", share=language.share(share.low), of=whole)
    if (share.low, share.high) == (0, 1):
        return say("share.any", of=whole)
    number = language.number(share.low, share.high, stated=True)
    return say("share.times", number=number, of=whole)


def _rate(words: Forms, rate: Amount, of: Quantity) -> str:
    language = words.speaker.language
    if not isinstance(of, Fact) or not _is_per(rate.unit, of.unit):
        said = language.amount(rate, stated=True)
        return language.say("rate.at", rate=said, of=words.nested(of))
    said = _one_for_many(language, rate, of.unit)
    if not said:
        amount = language.amount(Amount(rate.low, rate.high, rate.unit * of.unit), stated=True)
        said = language.say("rate", amount=amount, unit=language.unit(of.unit, one=True))
    if of.of == "record" and of.name in ("hours", "days") and not of.local:
        return said
    return language.say("rate.of", rate=said, of=words.quantity(of))


def _one_for_many(language: Language, rate: Amount, of: Unit) -> str:
    """Return "1 credit for every 16 class hours", where a rate is one for three or more."""
    if not rate.is_point or rate.low <= 0:
        return ""
    many = 1 / Fraction(rate.value)
    if many < 3 or many.denominator != 1:  # noqa: PLR2004 - "half a credit" is said better
        return ""
    amount = language.amount(Amount(1, 1, rate.unit * of), stated=True)
    return language.say("rate.every", amount=amount, units=language.amount(Amount(many, many, of)))


def _is_per(rate: Unit, of: Unit) -> bool:
    """Whether a rate is of something for each *of*."""
    powers = [power for _, power in rate.terms]
    return powers.count(-1) == 1 and not any(power < 0 for _, power in (rate * of).terms)


def brought(words: Forms, form: Rounded) -> str:
    """Return a quantity that is brought to a multiple of a step."""
    language, step = words.speaker.language, form.step
    whole = step.low == 1 and step.unit != NUMBER
    to = language.say(
        "rounded.whole" if whole else "rounded.step",
        step=language.unit(step.unit) if whole else language.amount(step, stated=True),
    )
    code = f"rounded.{form.direction.name.lower() if form.direction else 'open'}"
    return language.say(code, of=words.nested(form.of), to=to)
