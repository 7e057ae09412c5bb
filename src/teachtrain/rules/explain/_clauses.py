"""Clauses in words, and `words_of`: anything of the policy language in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from teachtrain.models import Span
from teachtrain.rules._conditions import Compare, Selection
from teachtrain.rules._policy import (
    Ceiling,
    Figure,
    Pool,
    Presumption,
    RecognitionRule,
    Requirement,
    Rewrite,
)
from teachtrain.rules._quantities import (
    Compute,
    Fact,
    Literal,
    Table,
    TheCycle,
    Top,
    WindowForm,
    WindowOf,
)
from teachtrain.rules._walk import AnyQuantity, Form
from teachtrain.rules.explain._facts import Style
from teachtrain.rules.explain._forms import Forms
from teachtrain.rules.explain._language import language_of
from teachtrain.rules.explain._speaker import Speaker
from teachtrain.rules.explain._windows import window_words

if TYPE_CHECKING:
    from teachtrain.rules._policy import Clause, Policy, Post
    from teachtrain.rules._quantities import Key

__all__ = ["AnyClause", "clause_words", "name_of", "training_of", "words_of"]

AnyClause: TypeAlias = (
    Presumption | RecognitionRule | Rewrite | Pool | Ceiling | Figure | Requirement
)


def words_of(
    form: Form | WindowForm | Clause, language: str = "en", *, policy: Policy | None = None
) -> str:
    """
    Return a form, a window or a clause of the policy language in words.

    >>> from teachtrain.models import training_credits
    >>> from teachtrain.rules import total
    >>> words_of(total() >= training_credits(360))
    'at least 360 training credits in the cycle'

    Args:
        form: What to say.
        language: `en` or `zh`.
        policy: The policy it stands in: accounts and figures are then called by their titles.

    Raises:
        InvalidValueError: If there are no words in *language*.
    """
    speaker = Speaker(language_of(language), policy)
    if isinstance(form, TheCycle | WindowOf | Span):
        return window_words(speaker, form)
    if isinstance(form, AnyClause):
        return clause_words(speaker, form)
    if isinstance(form, AnyQuantity):
        return Forms(speaker).quantity(form)
    if isinstance(form, Selection):
        return Forms(speaker).condition(form, Style.FRAGMENT)
    return Forms(speaker).condition(form)  # type: ignore[arg-type]  # a clause of no known kind


def name_of(speaker: Speaker, clause: Clause) -> str:
    """Return the title of a clause in quotation marks; without one, what it says."""
    if clause.title is not None:
        return speaker.quoted(speaker.language.text(clause.title))
    words = clause_words(speaker, clause) if isinstance(clause, AnyClause) else clause.id
    return speaker.quoted(words)


def clause_words(speaker: Speaker, clause: AnyClause) -> str:
    """Return what a clause says, and since when."""
    words = _said(speaker, clause)
    if clause.in_force is None:
        return words
    days = speaker.language.span(clause.in_force)
    return speaker.say("clause.in_force", clause=words, span=days)


def _said(speaker: Speaker, clause: AnyClause) -> str:
    match clause:
        case Presumption():
            return _presumption(speaker, clause)
        case RecognitionRule():
            return _recognition(speaker, clause)
        case Rewrite():
            return _rewrite(speaker, clause)
        case Pool():
            return _pool(speaker, clause)
        case Ceiling(limit=limit, by=by):
            return speaker.say(
                "clause.ceiling",
                prefix=_prefix(speaker, clause.account, clause.of),
                limit=Forms(speaker).nested(limit),
                per=_per(speaker, by),
            )
        case Figure(value=value):
            return Forms(speaker).quantity(value)
        case Requirement():
            return _requirement(speaker, clause)
        case _:
            assert_never(clause)


def presumed_value(speaker: Speaker, clause: Presumption) -> str:
    """Return the value that a fact is presumed to have."""
    fact, means = clause.fact, clause.means
    if isinstance(means, str):
        return speaker.label(means, fact.name)
    language = speaker.language
    return language.counted(language.number(means, means), fact.unit, one=means == 1)


def _presumption(speaker: Speaker, clause: Presumption) -> str:
    fact = clause.fact
    noun = speaker.noun(fact.of, fact.name, local=fact.local)
    return speaker.say("clause.presumption", noun=noun, value=presumed_value(speaker, clause))


def _training(speaker: Speaker, selection: Selection) -> str:
    return Forms(speaker).training(selection) or speaker.say("training.all")


def training_of(speaker: Speaker, clause: RecognitionRule) -> str:
    """Return which training a recognition rule takes."""
    return _training(speaker, clause.when)


def _recognition(speaker: Speaker, clause: RecognitionRule) -> str:
    training = training_of(speaker, clause)
    if not clause.posts:
        nothing = speaker.say("clause.nothing_earned", training=training)
        assert clause.reason is not None  # what posts nothing says why
        reason = speaker.language.text(clause.reason)
        return speaker.say("colon", label=nothing, text=reason)
    posts = speaker.language.listed([_post(speaker, post) for post in clause.posts], "all")
    code = "clause.stacking" if clause.stacking else "clause.recognition"
    return speaker.say(code, training=training, posts=posts)


def _post(speaker: Speaker, post: Post) -> str:
    amount = Forms(speaker).quantity(post.amount)
    if speaker.policy is not None and len(speaker.policy.accounts) == 1:
        return amount
    return speaker.say("post", amount=amount, account=speaker.account(post.account))


def _prefix(speaker: Speaker, account: str, of: Selection) -> str:
    """Return of what a clause speaks, its account and training; empty where it is of all."""
    training = Forms(speaker).training(of)
    if speaker.is_main(account):
        return training and speaker.say("prefix.training", training=training)
    code = "prefix.both" if training else "prefix.account"
    return speaker.say(code, training=training, account=speaker.account(account))


def _per(speaker: Speaker, keys: tuple[Key, ...]) -> str:
    """Return for what a clause holds each time, such as `in each school year`."""
    if not keys:
        return speaker.say("per.all")
    if all(isinstance(key, TheCycle) for key in keys):
        return speaker.say("per.cycle")
    code = "per.each" if any(isinstance(key, str) for key in keys) else "per.time"
    listed = speaker.language.listed([speaker.key(key) for key in keys], "and")
    return speaker.say(code, keys=listed)


def _rewrite(speaker: Speaker, clause: Rewrite) -> str:
    where = {
        "prefix": _prefix(speaker, clause.account, clause.of),
        "per": _per(speaker, clause.by),
    }
    if clause.side is not None:
        return speaker.say("clause.side", side=_training(speaker, clause.side), **where)
    quantity = Forms(speaker).nested
    match clause.to:
        case Top(count=1):
            return speaker.say("clause.highest", **where)
        case Top(count=count):
            return speaker.say("clause.quota", count=str(count), **where)
        case Compute(operator="least", parts=(Fact(of="group", name="total"), limit)):
            return speaker.say("clause.limit", limit=quantity(limit), **where)
        case Table(
            rows=((Compare(">=", whole, minimum), Fact(of="group", name="total") as same),),
            otherwise=Literal(amount=rest),
        ) if whole == same and rest.high == 0:
            return speaker.say("clause.nothing", minimum=quantity(minimum), **where)
        case _:
            to = Forms(speaker).quantity(clause.to)
            return speaker.say("clause.rewrite", to=to, **where)


def _pool(speaker: Speaker, clause: Pool) -> str:
    code = "clause.pool.by" if clause.by else "clause.pool"
    return speaker.say(
        code,
        training=_training(speaker, clause.of),
        account=speaker.account(clause.account),
        per=_per(speaker, clause.by) if clause.by else "",
        gives=Forms(speaker).quantity(clause.gives),
        to=speaker.account(clause.to),
    )


def _requirement(speaker: Speaker, clause: Requirement) -> str:
    forms, say = Forms(speaker), speaker.say
    words = forms.condition(clause.needs)
    for code, test in (
        ("clause.applies", clause.applies),
        ("clause.exempt", clause.exempt),
        ("clause.deemed", clause.deemed),
    ):
        if test is not None:
            words = say(code, clause=words, test=forms.condition(test, Style.HOLDS))
    return words
