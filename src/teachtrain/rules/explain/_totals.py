"""Totals in words: what is counted, when, of which training."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from teachtrain.rules._quantities import Measure

if TYPE_CHECKING:
    from teachtrain.rules._quantities import Total
    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["measured", "total_noun", "total_where"]


def measured(speaker: Speaker, form: Total, number: str, *, one: bool) -> str:
    """Return an amount with what a total counts: `3 records`, `2 different modules`."""
    say = speaker.say
    match form.measure:
        case Measure.COUNT:
            return say("count.one" if one else "count.many", number=number)
        case Measure.DISTINCT:
            code = "distinct.one" if one else "distinct.many"
            return say(code, number=number, key=speaker.key(form.by, many=not one))
        case Measure.SUM | Measure.LARGEST | Measure.LARGEST_GROUP:
            return number
        case _:
            assert_never(form.measure)


def total_where(
    speaker: Speaker, form: Total, bound: str, window: str, training: str, *, rising: bool = True
) -> str:
    """Return a bound on a total, with when it is counted and of what."""
    say = speaker.say
    match form.measure:
        case Measure.LARGEST:
            bound = say("in_one" if rising else "in_any", bound=bound)
        case Measure.LARGEST_GROUP:
            code = "in_one_group" if rising else "in_any_group"
            bound = say(code, bound=bound, key=speaker.key(form.by))
        case Measure.SUM | Measure.COUNT | Measure.DISTINCT:
            pass
        case _:
            assert_never(form.measure)
    return say("total.bound", bound=bound, **_where(speaker, form, window, training))


def total_noun(speaker: Speaker, form: Total, window: str, training: str) -> str:
    """Return a total as a noun, such as `the total in the cycle`."""
    where = _where(speaker, form, window, training)
    key = speaker.key(form.by, many=form.measure is Measure.DISTINCT) if form.by else ""
    return speaker.say(f"total.{form.measure.name.lower()}", key=key, **where)


def _where(speaker: Speaker, form: Total, window: str, training: str) -> dict[str, str]:
    say = speaker.say
    main = speaker.is_main(form.account)
    return {
        "account": "" if main else say("total.account", account=speaker.account(form.account)),
        "window": window and say("total.window", window=window),
        "training": training and say("total.only", training=training),
    }
