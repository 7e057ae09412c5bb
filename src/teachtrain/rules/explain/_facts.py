"""Facts in words: what they are called, and tests of their values."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, assert_never

from teachtrain.models import Level
from teachtrain.rules._quantities import Moment

if TYPE_CHECKING:
    from teachtrain.rules._conditions import Known, OneOf
    from teachtrain.rules._quantities import Fact
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["Style", "fact_words", "known_words", "member_words"]


class Style(enum.Enum):
    """Where a condition stands in a sentence."""

    ASKED = "what is asked for"
    HOLDS = "after an if"
    FRAGMENT = "training that is ..."


def fact_words(speaker: Speaker, fact: Fact) -> str:
    """Return a fact as a noun."""
    match fact.of:
        case "group":
            return speaker.say(f"group.{fact.name}")
        case "event":
            return speaker.say("day_of", event=speaker.event(fact.name))
        case "record":
            noun = speaker.noun("record", fact.name, local=fact.local)
            return speaker.say("fact.record", noun=noun)
        case _:
            noun, when = speaker.noun("teacher", fact.name, local=fact.local), _when(speaker, fact)
            code = "fact.teacher.then" if when else "fact.teacher"
            return speaker.say(code, noun=noun, when=when)


def member_words(speaker: Speaker, form: OneOf, style: Style, *, negated: bool = False) -> str:
    """Return whether a fact is one of some values; *negated*, that it is none of them."""
    fact = form.fact
    if fact.of == "record":
        return _of_record(speaker, form, style, "not" if negated else "")
    words = _of_teacher(speaker, form, "not" if negated else "")
    return speaker.say("while", test=words) if style is Style.FRAGMENT else words


def _of_record(speaker: Speaker, form: OneOf, style: Style, turned: str) -> str:
    fact = form.fact
    if fact.name == "level" and not fact.local:
        level = _level(speaker, form.values)
        if style is not Style.FRAGMENT:
            return speaker.say(_code("is_training", turned), selection=level)
        return speaker.say("not.fragment", part=level) if turned else level
    values = speaker.labels(form.values, fact.name)
    noun = speaker.noun("record", fact.name, local=fact.local)
    code = f"being.{fact.name}"
    if style is not Style.FRAGMENT:
        return speaker.say(_code("is", turned), noun=noun, values=values)
    if fact.local or not speaker.language.knows(code):
        code = "being.other"
    words = speaker.say(code, noun=noun, values=values)
    if not turned:
        return words
    return speaker.say("being.not", part=words, noun=noun, values=values)


def _code(code: str, turned: str) -> str:
    return f"{code}.{turned}" if turned else code


def _level(speaker: Speaker, values: tuple[str, ...]) -> str:
    order = tuple(Level)
    known = [_level_word(speaker, value) for value in values]
    if len(values) > 1 and tuple(values) == order[: len(values)]:
        return speaker.say("being.level_or_above", values=known[-1])
    return speaker.say("being.level", values=speaker.language.listed(known, "or"))


def _level_word(speaker: Speaker, value: str) -> str:
    code = f"level.{value}"
    return speaker.say(code) if speaker.language.knows(code) else speaker.label(value)


def _of_teacher(speaker: Speaker, form: OneOf, turned: str) -> str:
    fact = form.fact
    values = [speaker.label(value, fact.name) for value in form.values]
    kind = "fact"
    if fact.name == "category" and not fact.local:
        kind = "category"
        values = [_with_article(speaker, value) for value in values]
    noun = speaker.noun("teacher", fact.name, local=fact.local)
    listed = speaker.language.listed(values, "or")
    when = _when(speaker, fact, turned)
    code = _code(f"teacher.{kind}.then" if when else f"teacher.{kind}", turned)
    return speaker.say(code, noun=noun, values=listed, when=when)


def _with_article(speaker: Speaker, noun: str) -> str:
    code = "article.an" if noun[:1].lower() in tuple("aeiou") else "article.a"
    return speaker.say(code, noun=noun)


def _when(speaker: Speaker, fact: Fact, turned: str = "") -> str:
    match fact.moment:
        case Moment.NOW:
            return ""
        case Moment.AT_START:
            return speaker.say(_code("when.at_start", turned))
        case Moment.EVER:
            return speaker.say(_code("when.ever", turned))
        case Moment.THROUGHOUT:
            return speaker.say(_code("when.throughout", turned))
        case Moment.ON_EVENT:
            event = speaker.event(fact.event)
            return speaker.say(_code("when.on_event", turned), event=event)
        case _:
            assert_never(fact.moment)


def known_words(speaker: Speaker, form: Known, style: Style, *, negated: bool = False) -> str:
    """Return whether a fact is on record, or is none; *negated*, that it is not."""
    turned, fact = "not" if negated else "", form.fact
    if fact.of == "record":
        noun = speaker.noun("record", fact.name, local=fact.local)
        kind = "none" if form.none else "known"
        code = f"{kind}.fragment" if style is Style.FRAGMENT else f"{kind}.record"
        return speaker.say(_code(code, turned), noun=noun)
    words = speaker.say(_code("known", turned), fact=fact_words(speaker, fact))
    return speaker.say("while", test=words) if style is Style.FRAGMENT else words
