"""Where a rule stands written, how sure we are of it, and words in two languages."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models._vocabulary import as_tuple, brief

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["UNSTATED", "Certainty", "Source", "Text", "text", "texts"]


@attrs.frozen
class Text:
    """
    Words for people, in English and Chinese.

    >>> Text("class hours", "学时").zh
    '学时'

    Attributes:
        en: The English words, never empty.
        zh: The Chinese words; where there are none, the English ones stand in.
    """

    en: str
    zh: str = ""

    def __attrs_post_init__(self) -> None:
        for name, words in (("en", self.en), ("zh", self.zh)):
            if not isinstance(words, str):
                raise InvalidTypeError.at(
                    f"Text.{name}", f"not text (got {brief(words)})", "give the words as text"
                )
        if not self.en.strip():
            raise InvalidValueError.at("Text.en", "is empty", "give the words")

    def in_language(self, language: str) -> str:
        """Return the words in `en` or `zh`."""
        return (self.zh or self.en) if language == "zh" else self.en

    def __str__(self) -> str:
        return self.en


def text(value: str | Text) -> Text:
    """Return *value* as a `Text`; plain words are taken as English."""
    return value if isinstance(value, Text) else Text(value)


def texts(values: str | Text | Iterable[str | Text]) -> tuple[Text, ...]:
    """Return each of several values as a `Text`; one alone is a tuple of one."""
    return tuple(text(value) for value in as_tuple(values))


class Certainty(enum.Enum):
    """How sure we are that a rule says what we say it does."""

    READ = "the wording was read"
    READ_IN_PART = "a part of the document was read"
    REPORTED = "a report or summary was read, not the document"
    SECONDARY = "read in a secondary or damaged copy"
    RECALLED = "recalled only, not verified"
    INVENTED = "made up, no place's law"


def _addresses(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def _note(value: str | Text | None) -> Text | None:
    return text(value) if value else None


@attrs.frozen
class Source:
    """
    A document, and the place in it that a clause rests on.

    Attributes:
        number: The document's number or short name, such as `鲁教师发〔2015〕3号`.
        title: Its title.
        article: The article or section; a clause adds its own.
        certainty: How sure we are.
        issued: The day it was issued, where known.
        addresses: Where a copy was read.
        note: What a reader should know of the copy; plain words are taken as English.
    """

    number: str
    certainty: Certainty = attrs.field(kw_only=True)
    title: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )
    article: str = attrs.field(default="", kw_only=True)
    issued: date | None = attrs.field(default=None, kw_only=True)
    addresses: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_addresses)
    note: Text | None = attrs.field(default=None, kw_only=True, converter=_note)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.certainty, Certainty):
            raise InvalidTypeError.at(
                "Source.certainty",
                f"not a certainty (got {brief(self.certainty)})",
                f"give one of {', '.join(map(str, Certainty))}",
            )
        if not isinstance(self.number, str):
            raise InvalidTypeError.at(
                "Source.number", f"not text (got {brief(self.number)})", "give text"
            )
        if not self.number.strip():
            raise InvalidValueError.at(
                "Source.number", "is empty", "give the document's number or short name"
            )

    def at(self, article: str = "", *, certainty: Certainty | None = None) -> Source:
        """Return the same document at another article, or less sure."""
        return attrs.evolve(
            self, article=article or self.article, certainty=certainty or self.certainty
        )

    def __str__(self) -> str:
        return f"{self.number} {self.article}".strip()


UNSTATED: Final = Source("—", certainty=Certainty.RECALLED)
"""Stands where a clause needs a source and nobody named one; explanations don't show it."""
