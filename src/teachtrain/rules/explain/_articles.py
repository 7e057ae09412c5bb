"""Places in a document, such as `Art. 9(1)`, in one language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from teachtrain.rules.explain._language import Language

__all__ = ["article_words", "chinese_number"]

_PLACE: Final = re.compile(r"(?P<kind>Art\.|section|s\.) ?(?P<number>\d+)(?:\((?P<item>\d+)\))?")
_LIST: Final = re.compile(r" and (?P<number>\d+)")
_KINDS: Final = {"Art.": "条", "section": "部分", "s.": "条"}
_DIGITS: Final = "零一二三四五六七八九"


def article_words(language: Language, article: str) -> str:
    """
    Return the place of a clause as it is written in a language.

    What is written in another way than `Art. 9(1)`, `Art. 7 and 8` or `section 2` stays as it is.
    """
    if language.id != "zh":
        return article
    kinds = [_KINDS[found["kind"]] for found in _PLACE.finditer(article)]
    words = _PLACE.sub(_in_chinese, article)
    return _LIST.sub(lambda found: f"和第{chinese_number(int(found['number']))}{kinds[-1]}", words)


def _in_chinese(found: re.Match[str]) -> str:
    place = f"第{chinese_number(int(found['number']))}{_KINDS[found['kind']]}"
    return f"{place}（{chinese_number(int(found['item']))}）" if found["item"] else place


def chinese_number(number: int) -> str:
    """Return a number from 0 to 99 in Chinese numerals; a larger one in digits."""
    tens, ones = divmod(number, 10)
    if number > 99:  # noqa: PLR2004 - two digits
        return str(number)
    if not tens:
        return _DIGITS[ones]
    return f"{'' if tens == 1 else _DIGITS[tens]}十{_DIGITS[ones] if ones else ''}"
