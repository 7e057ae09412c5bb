"""A language: its messages, and how numbers, amounts, days and lists are written in it."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from teachtrain.errors import InvalidValueError
from teachtrain.models import DATE, NUMBER, Amount, Text, Unbounded, Unit
from teachtrain.models._quantities import shown, whole_or_fraction
from teachtrain.rules.explain._chinese_audits import CHINESE_AUDITS
from teachtrain.rules.explain._chinese_due import CHINESE_DUE
from teachtrain.rules.explain._chinese_forms import CHINESE_FORMS
from teachtrain.rules.explain._chinese_projects import CHINESE_PROJECTS
from teachtrain.rules.explain._english_audits import ENGLISH_AUDITS
from teachtrain.rules.explain._english_due import ENGLISH_DUE
from teachtrain.rules.explain._english_forms import ENGLISH_FORMS
from teachtrain.rules.explain._english_projects import ENGLISH_PROJECTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from teachtrain.models import Exact, Span, Window
    from teachtrain.models._quantities import Reach

__all__ = ["Language", "language_of", "sentence"]

_NAME: Final = re.compile(r"\{([a-z_]+)\}")
_WIDE: Final = "\u2e80"
"""From here on, characters stand without a space between number and noun."""


@attrs.frozen(eq=False)
class Language:
    """
    The words of one language.

    Attributes:
        id: `en` or `zh`.
        messages: By code, a text with `{name}` where a value goes.
    """

    id: str
    messages: Mapping[str, str] = attrs.field(repr=False)

    def say(self, code: str, **values: str) -> str:
        """Return a message with its values; a brace in a value stays a brace."""
        return _NAME.sub(lambda found: values[found[1]], self.messages[code])

    def knows(self, code: str) -> bool:
        """Whether there is a message of this code."""
        return code in self.messages

    def text(self, words: Text | str) -> str:
        """Return words in this language; plain text is the same in all."""
        return words.in_language(self.id) if isinstance(words, Text) else words

    # lists -------------------------------------------------------------------------------

    def listed(self, parts: Sequence[str], kind: str) -> str:
        """Join *parts* by `and`, `or`, `all`, `any`, `these` or `comma`."""
        if len(parts) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(parts)
        comma, final = self.messages[f"list.{kind}"], self.messages[f"list.{kind}.last"]
        return f"{comma.join(parts[:-1])}{final}{parts[-1]}"

    # numbers and amounts -----------------------------------------------------------------

    def number(self, low: Reach, high: Reach, *, stated: bool = False, short: bool = False) -> str:
        """
        Return a number or the bounds of one.

        Args:
            low: The least.
            high: The most.
            stated: Say it as a text of law would: `15 to 30`, and no more than that.
            short: Say bounds as `15 to 30`.
        """
        written = shown if stated else self.exact
        if isinstance(high, Unbounded):
            if isinstance(low, Unbounded):
                return self.say("number.any")
            return self.say("number.or_more", low=written(low))
        if isinstance(low, Unbounded):
            return self.say("number.or_less", high=written(high))
        if low == high:
            return written(low)
        code = "number.range" if stated or short else "number.between"
        return self.say(code, low=written(low), high=written(high))

    def exact(self, value: Reach) -> str:
        """Return a number exactly; one that is no short decimal with about how much it is."""
        number = shown(value)
        if "/" not in number:
            return number
        return self.say("number.about", number=number, about=_decimal(Fraction(number)))

    def amount(self, amount: Amount, *, stated: bool = False, short: bool = False) -> str:
        """Return an amount with its unit."""
        low, high, unit = amount.low, amount.high, amount.unit
        if unit == DATE:
            return self.days(low, high, stated=stated)
        number = self.number(low, high, stated=stated, short=short)
        return self.counted(number, unit, one=low == high == 1)

    def counted(self, number: str, unit: Unit, *, one: bool = False) -> str:
        """Return a number that is written already with its unit."""
        if unit == NUMBER:
            return number
        above = [name for name, power in unit.terms for _ in range(power)]
        below = [name for name, power in unit.terms for _ in range(-power)]
        whole = number
        if above:
            nouns = [self._unit(name, one=True) for name in above[:-1]]
            noun = self.say(
                "unit.product", parts=" ".join([*nouns, self._unit(above[-1], one=one)])
            )
            whole = self.noun(number, noun)
        if not below:
            return whole
        rate = " ".join(self._unit(name, one=True) for name in below)
        return self.say("amount.per", amount=whole, unit=rate)

    def noun(self, number: str, noun: str) -> str:
        """Return a number and a noun, with a space between them where both need one."""
        return f"{number}{noun}" if noun[:1] >= _WIDE else f"{number} {noun}"

    def unit(self, unit: Unit, *, one: bool = False) -> str:
        """Return a unit alone."""
        return self.counted("", unit, one=one).strip()

    def _unit(self, name: str, *, one: bool) -> str:
        code = f"unit.{name}.{'one' if one else 'many'}"
        if self.knows(code):
            return self.say(code)
        return name if one else self.plural(name)

    def plural(self, noun: str) -> str:
        """Return the plural of a policy's own noun: a plain English one takes an s."""
        plain = self.id != "en" or not noun.isascii() or noun.endswith("s")
        return noun if plain else f"{noun}s"

    def share(self, value: Exact) -> str:
        """Return a share as a percentage where that is exact, otherwise as p/q."""
        percent = shown(whole_or_fraction(Fraction(value) * 100))
        return shown(value) if "/" in percent else f"{percent}%"

    # days --------------------------------------------------------------------------------

    def day(self, day: date) -> str:
        """Return a day of the calendar."""
        return self.say(
            "day",
            year=f"{day.year:04}",
            month=str(day.month),
            day=str(day.day),
            iso=day.isoformat(),
        )

    def span(self, span: Span) -> str:
        """Return the days of a span."""
        if span.start == date.min and span.end == date.max:
            return self.say("span.always")
        if span.end == date.max:
            return self.say("span.since", first=self.day(span.start))
        last = self.day(span.last_day)
        if span.start == date.min:
            return self.say("span.until", last=last)
        if span.days == 1:
            return last
        return self.say("span", first=self.day(span.start), last=last)

    def window(self, window: Window) -> str:
        """Return the days of a window."""
        return self.listed([self.span(span) for span in window.spans], "comma")

    def days(self, low: Reach, high: Reach, *, stated: bool = False) -> str:
        """Return a day of the calendar, or those among which it is."""
        days = [_calendar_day(end) for end in (low, high)]
        if None in days:
            return self.number(low, high, stated=stated)
        first, last = (self.day(day) for day in days if day is not None)
        if first == last:
            return first
        return self.say("number.range" if stated else "number.between", low=first, high=last)


def _decimal(value: Fraction) -> str:
    """Return a fraction to two places, to more where it is so small that they would not show."""
    places = 2
    while places < _PLACES and abs(value) * 10**places < _TWO_DIGITS:
        places += 1
    whole, part = divmod((abs(value) * 10**places + Fraction(1, 2)).__floor__(), 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{part:0{places}d}"


_PLACES: Final = 12
_TWO_DIGITS: Final = 10


def _calendar_day(value: Reach) -> date | None:
    if isinstance(value, int) and 1 <= value <= date.max.toordinal():
        return date.fromordinal(value)
    return None


def sentence(words: str) -> str:
    """Return *words* as a sentence begins."""
    return words[:1].upper() + words[1:]


_LANGUAGES: Final = {
    "en": Language("en", {**ENGLISH_FORMS, **ENGLISH_AUDITS, **ENGLISH_DUE, **ENGLISH_PROJECTS}),
    "zh": Language("zh", {**CHINESE_FORMS, **CHINESE_AUDITS, **CHINESE_DUE, **CHINESE_PROJECTS}),
}


def language_of(name: str) -> Language:
    """
    Return the language `en` or `zh`.

    Raises:
        InvalidValueError: If there are no words in it.
    """
    found = _LANGUAGES.get(name)
    if found is None:
        raise InvalidValueError.at(
            "language", f"there are no words in it (got {name!r})", 'give "en" or "zh"'
        )
    return found
