"""A policy and its clauses, as data."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

import attrs

from teachtrain.errors import (
    InvalidPolicyError,
    InvalidTypeError,
    InvalidValueError,
    TeachtrainError,
)
from teachtrain.models import Amount, Cycle, Level, Source, Span, Text, TrainingRecord
from teachtrain.models._quantities import measured
from teachtrain.models._sources import text, texts
from teachtrain.models._vocabulary import as_tuple, brief, chosen, identifier, tags
from teachtrain.rules._conditions import (
    Condition,
    Selection,
    all_of,
    refuse_no_condition,
    refuse_no_selection,
)
from teachtrain.rules._quantities import (
    CYCLE,
    Direction,
    Fact,
    Key,
    Quantity,
    QuantityInput,
    Rounded,
    Top,
    group,
    grouping,
    if_,
    least,
    literal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teachtrain.models import Exact, Unit

__all__ = [
    "Account",
    "Booking",
    "Ceiling",
    "Clause",
    "Consequence",
    "Figure",
    "Keep",
    "Policy",
    "Pool",
    "Post",
    "Presumption",
    "RecognitionRule",
    "Requirement",
    "Rewrite",
    "ceiling",
    "define",
    "highest_only",
    "larger_side",
    "limit_per",
    "nothing",
    "nothing_below",
    "pool",
    "post",
    "presume",
    "quota",
    "recognise",
    "require",
    "requirements_for",
    "rewrite",
    "rounded_down",
]


@attrs.frozen
class Account:
    """
    A sum that is kept apart from every other.

    Attributes:
        id: Never empty.
        unit: What is counted in it.
        title: What it is called.
    """

    id: str
    unit: Unit
    title: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="Account.id")


def _check_source(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Source):
        raise InvalidTypeError.at(
            field.name,
            f"not a source (got {brief(value)})",
            'give Source("number of the document", certainty=Certainty.READ)',
        )


def _check_cycle(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Cycle):
        raise InvalidTypeError.at(
            f"Policy.{field.name}",
            f"no cycle (got {brief(value)})",
            "give Cycle.block(...) or Cycle.personal(...)",
        )


def _check_span(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Span):
        raise InvalidTypeError.at(
            field.name,
            f"no span of days (got {brief(value)})",
            "give Span.since(...), Span.until(...) or Span.through(...)",
        )


def _check_truth(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        raise InvalidTypeError.at(
            f"Policy.{field.name}",
            f"not a truth value (got {brief(value)})",
            "give True or False",
        )


@attrs.frozen
class Clause:
    """
    What every clause of a policy has.

    Attributes:
        id: Names the clause; no other clause of the policy has it.
        title: What it is called in an explanation.
        article: Where it stands in the policy's source.
        source: Its own source, where that is not the policy's.
        in_force: The days on which it holds; the policy's, if None.
        note: What a reader should know, such as how a text was read.
    """

    id: str = attrs.field(validator=lambda _i, _a, value: _check_id(value))
    title: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )
    article: str = attrs.field(default="", kw_only=True)
    source: Source | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(_check_source),
        kw_only=True,
    )
    in_force: Span | None = attrs.field(
        default=None, validator=attrs.validators.optional(_check_span), kw_only=True
    )
    note: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )


class Words(TypedDict, total=False):
    """The keywords that every clause takes."""

    title: str | Text | None
    article: str
    source: Source | None
    in_force: Span | None
    note: str | Text | None


def _check_id(value: str) -> None:
    identifier(value, where="clause id")


@attrs.frozen
class Post:
    """
    One entry that a recognised record makes.

    Attributes:
        account: The account's id.
        amount: How much, in the account's unit.
        tags: Words by which selections find the entry.
    """

    account: str
    amount: Quantity
    tags: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        identifier(self.account, where="Post.account")


def post(account: str, amount: QuantityInput, *, tag: str | Iterable[str] = ()) -> Post:
    """Return the entry that a recognised record makes in *account*."""
    return Post(account, literal(amount), tags(tag))


@attrs.frozen
class RecognitionRule(Clause):
    """
    What a record earns. Of the rules in order, the first whose selection holds decides.

    Attributes:
        when: Which records.
        posts: The entries they make; none, if the record is refused.
        reason: Why it is refused.
        stacking: Whether it is judged after the list, beside whatever decided, and adds.
    """

    when: Selection
    posts: tuple[Post, ...] = ()
    reason: Text | None = None
    stacking: bool = False

    def __attrs_post_init__(self) -> None:
        where = f"clause {self.id}"
        refuse_no_selection(self.when, where=where)
        for own in self.posts:
            if not isinstance(own, Post):
                raise InvalidTypeError.at(
                    where,
                    f"not a post (got {brief(own)})",
                    'write post("main", ...) for each entry that a record makes',
                )
        if not self.posts and self.reason is None:
            raise InvalidValueError.at(
                where, "posts nothing", "give a post(...), or write nothing(..., reason=...)"
            )


def recognise(
    clause_id: str, when: Selection, *posts: Post, stacking: bool = False, **words: Unpack[Words]
) -> RecognitionRule:
    """
    Return the rule that a record which *when* selects earns *posts*.

    Args:
        clause_id: Names the clause.
        when: Which records; `where()` selects all.
        *posts: What they earn, made by `post`.
        stacking: Judge it after the list and add what it posts.
        **words: `title`, `article`, `source`, `in_force`, `note` of the clause.
    """
    return RecognitionRule(clause_id, when, posts, None, stacking, **words)


def nothing(
    clause_id: str, when: Selection, *, reason: str | Text, **words: Unpack[Words]
) -> RecognitionRule:
    """Return the rule that a record which *when* selects is refused, for *reason*."""
    return RecognitionRule(clause_id, when, (), text(reason), **words)


def everything(of: Selection | None) -> Selection:
    """Return the selection, or that of all entries where none is given."""
    if of is None:
        return Selection()
    refuse_no_selection(of, where="of=")
    return of


class Keep(enum.Enum):
    """Which members of a group keep their amount when the group is cut."""

    EARLIEST = "the earliest first"
    LARGEST = "the largest first"


@attrs.frozen
class Rewrite(Clause):
    """
    The total of a group of entries becomes an amount that is not above it.

    Attributes:
        to: The new total, over the group's `total`, `largest` and `count`; it never falls
            when a member grows.
        of: Which entries.
        account: Of which account; the policy's first, if empty.
        by: What tells groups apart: fields of the record, `record` for each record alone,
            a calendar, or `CYCLE`. An entry for which a field is known to be none stands alone.
        keep: Which members keep their amount; it explains, and decides only where a total
            takes a part of a group.
        side: Where it is given, a group counts either the entries that this selects or the
            others, whichever come to more; *to* is then the whole.
    """

    to: Quantity
    of: Selection = Selection()
    account: str = ""
    by: tuple[Key, ...] = ()
    keep: Keep = Keep.EARLIEST
    side: Selection | None = None


def rewrite(
    clause_id: str,
    *,
    to: QuantityInput,
    by: Key | Iterable[Key],
    of: Selection | None = None,
    account: str = "",
    keep: Keep | str = Keep.EARLIEST,
    **words: Unpack[Words],
) -> Rewrite:
    """
    Return the rule that the total of each group becomes *to*.

    Args:
        clause_id: Names the clause.
        to: An expression over `group.total`, `group.largest`, `group.top(n)`, `group.count`.
        by: What tells groups apart.
        of: Which entries.
        account: Of which account; the policy's first where left out.
        keep: Which members keep their amount.
        **words: As in `recognise`.
    """
    return Rewrite(
        clause_id,
        literal(to),
        everything(of),
        account,
        grouping(by),
        chosen(Keep, keep, where="rewrite(keep=)"),
        **words,
    )


def highest_only(
    clause_id: str,
    *,
    by: Key | Iterable[Key],
    of: Selection | None = None,
    account: str = "",
    **words: Unpack[Words],
) -> Rewrite:
    """Return the rule that of each group only the largest entry counts (once per module, ...)."""
    return rewrite(clause_id, to=Top(1), by=by, of=of, account=account, keep=Keep.LARGEST, **words)


def larger_side(
    clause_id: str,
    side: Selection,
    *,
    by: Key | Iterable[Key],
    of: Selection | None = None,
    account: str = "",
    **words: Unpack[Words],
) -> Rewrite:
    """
    Return the rule that of each group only one side counts: what *side* selects, or the rest.

    Whichever come to more count; where they come to the same, those that *side* selects.
    `larger_side("once", where(record.module.is_none()), by="project")` says that a project and
    its modules never both award.
    """
    refuse_no_selection(side, where=f"clause {clause_id}")
    return Rewrite(
        clause_id,
        group.total,
        everything(of),
        account,
        grouping(by),
        Keep.LARGEST,
        side,
        **words,
    )


def limit_per(
    clause_id: str,
    limit: QuantityInput,
    *,
    by: Key | Iterable[Key],
    of: Selection | None = None,
    account: str = "",
    **words: Unpack[Words],
) -> Rewrite:
    """Return the rule that each group counts at most *limit* (`by="record"`: each record)."""
    return rewrite(clause_id, to=least(group.total, limit), by=by, of=of, account=account, **words)


def nothing_below(
    clause_id: str,
    minimum: QuantityInput,
    *,
    by: Key | Iterable[Key],
    of: Selection | None = None,
    account: str = "",
    **words: Unpack[Words],
) -> Rewrite:
    """Return the rule that a group whose total is below *minimum* counts nothing."""
    return rewrite(
        clause_id,
        to=if_(group.total >= literal(minimum), group.total, 0),
        by=by,
        of=of,
        account=account,
        **words,
    )


def quota(
    clause_id: str,
    count: int,
    *,
    by: Key | Iterable[Key],
    of: Selection | None = None,
    account: str = "",
    **words: Unpack[Words],
) -> Rewrite:
    """Return the rule that of each group the *count* largest entries count."""
    return rewrite(
        clause_id, to=Top(count), by=by, of=of, account=account, keep=Keep.LARGEST, **words
    )


def rounded_down(
    clause_id: str,
    step: Amount,
    *,
    by: Key | Iterable[Key] = "record",
    of: Selection | None = None,
    account: str = "",
    **words: Unpack[Words],
) -> Rewrite:
    """Return the rule that each group's total is rounded down to a multiple of *step*."""
    return rewrite(
        clause_id,
        to=Rounded(group.total, step, Direction.DOWN),
        by=by,
        of=of,
        account=account,
        **words,
    )


@attrs.frozen
class Pool(Clause):
    """
    The total or count of a group makes a new entry in another account; it consumes nothing.

    The entry is booked on the day on which the members first gave the amount.

    Attributes:
        gives: How much, over the group; it never falls when a member grows.
        of: Which entries are pooled.
        account: Of which account; the policy's first, if empty.
        by: What tells groups apart; nothing: once for all time.
        to: The account that receives the entry.
        tags: Words by which selections find the entry.
    """

    gives: Quantity
    of: Selection = Selection()
    account: str = ""
    by: tuple[Key, ...] = ()
    to: str = ""
    tags: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        identifier(self.to, where="Pool.to")


def pool(
    clause_id: str,
    *,
    gives: QuantityInput,
    to: str,
    account: str = "",
    of: Selection | None = None,
    by: Key | Iterable[Key] = (),
    tag: str | Iterable[str] = (),
    **words: Unpack[Words],
) -> Pool:
    """
    Return the rule that each group of entries of *account* gives an entry in *to*.

    Args:
        clause_id: Names the clause.
        gives: An expression over the group, in the unit of *to*.
        to: The account that receives.
        account: The account that is pooled; the policy's first where left out.
        of: Which of its entries.
        by: What tells groups apart; left out, one group for all time.
        tag: Words by which selections find the new entry.
        **words: As in `recognise`.
    """
    return Pool(
        clause_id,
        literal(gives),
        everything(of),
        account,
        grouping(by),
        to,
        tags(tag),
        **words,
    )


@attrs.frozen
class Ceiling(Clause):
    """
    The most that a total may come to.

    Attributes:
        limit: In the account's unit; a share of a figure of the person, if need be.
        of: Which entries it limits together.
        account: Of which account; the policy's first, if empty.
        by: What tells groups apart: a calendar, `CYCLE`, `EVERY_DAY`, fields of the record.
    """

    limit: Quantity
    of: Selection = Selection()
    account: str = ""
    by: tuple[Key, ...] = (CYCLE,)


def ceiling(
    clause_id: str,
    limit: QuantityInput,
    *,
    by: Key | Iterable[Key],
    of: Selection | None = None,
    account: str = "",
    **words: Unpack[Words],
) -> Ceiling:
    """Return the rule that each group of entries counts at most *limit* in any total."""
    return Ceiling(clause_id, literal(limit), everything(of), account, grouping(by), **words)


@attrs.frozen
class Figure(Clause):
    """A named quantity of the person or of the evidence."""

    value: Quantity


def define(clause_id: str, value: QuantityInput, **words: Unpack[Words]) -> Figure:
    """Return a figure: other clauses read it as `figure(clause_id)`."""
    return Figure(clause_id, literal(value), **words)


@attrs.frozen
class Consequence:
    """What follows from a requirement that is not met, by the text."""

    id: str
    title: Text = attrs.field(converter=text)
    article: str = ""


@attrs.frozen
class Requirement(Clause):
    """
    What a teacher must have done.

    Attributes:
        needs: The condition.
        applies: For whom; for everybody, if None.
        exempt: Who is freed from it.
        deemed: Who is taken to have met it.
        consequences: What follows if it is not met.
    """

    needs: Condition
    applies: Condition | None = attrs.field(default=None, kw_only=True)
    exempt: Condition | None = attrs.field(default=None, kw_only=True)
    deemed: Condition | None = attrs.field(default=None, kw_only=True)
    consequences: tuple[Consequence, ...] = attrs.field(
        default=(), converter=as_tuple, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        for form in (self.needs, self.applies, self.exempt, self.deemed):
            if form is not None or form is self.needs:
                refuse_no_condition(form, where=f"clause {self.id}")


def require(
    clause_id: str,
    needs: Condition,
    *,
    applies: Condition | None = None,
    exempt: Condition | None = None,
    deemed: Condition | None = None,
    consequence: Consequence | Iterable[Consequence] = (),
    **words: Unpack[Words],
) -> Requirement:
    """
    Return a requirement.

    Args:
        clause_id: Names the clause.
        needs: The condition, over totals, figures and facts of the teacher.
        applies: For whom it is; others find it not applicable.
        exempt: Who is freed from it: met, on that basis.
        deemed: Who is taken to have met it: met, on that basis.
        consequence: What follows if it is not met.
        **words: As in `recognise`.
    """
    consequences = (consequence,) if isinstance(consequence, Consequence) else tuple(consequence)
    return Requirement(
        clause_id,
        needs,
        applies=applies,
        exempt=exempt,
        deemed=deemed,
        consequences=consequences,
        **words,
    )


def requirements_for(applies: Condition, *requirements: Requirement) -> tuple[Requirement, ...]:
    """Return *requirements*, each for those alone for whom *applies* holds."""
    return tuple(
        attrs.evolve(one, applies=applies if one.applies is None else all_of(applies, one.applies))
        for one in requirements
    )


@attrs.frozen
class Presumption(Clause):
    """
    What a record's silence on a fact is taken to mean; findings that rest on it say so.

    Attributes:
        fact: The fact of the record.
        means: The value it is taken to have.
    """

    fact: Fact
    means: str | Exact

    @property
    def key(self) -> tuple[str, bool]:
        """What tells facts apart here: the name, and whether it is one of the province's own."""
        return (self.fact.name, self.fact.local)


def presume(
    clause_id: str, fact: Fact, means: str | Exact | Amount, **words: Unpack[Words]
) -> Presumption:
    """
    Return the rule that a record which says nothing of *fact* is taken to say *means*.

    *means* is refused where a record that gives it is refused.

    Raises:
        InvalidValueError: If *fact* is no fact of the record, or a record can't have *means* in it.
        InvalidTypeError: If *means* is of a kind or in a unit that the fact does not have.
    """
    where = f"presume({clause_id!r})"
    if not isinstance(fact, Fact) or fact.of != "record" or (fact.name, fact.local) == _DAY:
        raise InvalidValueError.at(
            where, "is not about a fact of the record", "give a fact such as record.result"
        )
    try:
        held = _as_recorded(fact, means)
    except TeachtrainError as error:
        raise type(error).at(where, error.problem, error.mend) from None
    return Presumption(clause_id, fact, held, **words)


_DAY: Final = ("day", False)


def _as_recorded(fact: Fact, means: object) -> str | Exact:
    """Return *means* as a record holds it, refusing what a record refuses."""
    name = fact.name
    if not isinstance(means, (str, int, Decimal, Fraction, Amount)):
        raise InvalidTypeError.at(
            f"record.{name}",
            f"not one value (got {brief(means)})",
            "give one word, or an exact number such as Fraction(1, 2)",
        )
    if fact.local and isinstance(means, Amount):
        means = measured(means, fact.unit, where=name)
    given: dict[str, Any] = {"local": {name: means}} if fact.local else {name: means}
    recorded = TrainingRecord("presumed", **given)
    if fact.local:
        return recorded.local[0][1]
    if recorded.topics:
        return next(iter(recorded.topics))
    held: str | Exact = getattr(recorded, name)
    return held


class Booking(enum.Enum):
    """On which day an activity of several days is booked."""

    FIRST_DAY = "first day"
    LAST_DAY = "last day"


def _level(value: Level | str) -> Level:
    return Level.of(value, where="Policy.level")


def _booking(value: Booking | str) -> Booking:
    return chosen(Booking, value, where="Policy.booking")


def _flat(
    values: Requirement | Iterable[Requirement | Iterable[Requirement]],
) -> tuple[Requirement, ...]:
    return tuple(own for value in as_tuple(values) for own in as_tuple(value))


_MADE_BY: Final = (
    ("accounts", Account, 'Account("main", TRAINING_CREDIT)'),
    ("recognition", RecognitionRule, "what recognise(...) or nothing(...) returns"),
    ("requirements", Requirement, "what require(...) returns"),
    ("rewrites", Rewrite, "what highest_only(...), limit_per(...) or rewrite(...) returns"),
    ("pools", Pool, "what pool(...) returns"),
    ("ceilings", Ceiling, "what ceiling(...) returns"),
    ("figures", Figure, "what define(...) returns"),
    ("presumptions", Presumption, "what presume(...) returns"),
)
"""The parts of a policy, and what makes them."""


@attrs.frozen(kw_only=True)
class Policy:
    """
    One regulation as data: what records earn, what counts, and what is required.

    Records become entries by *recognition*; *rewrites* and *pools* change groups of them;
    *ceilings* limit totals; *requirements* judge totals.

    Attributes:
        id: Names the policy.
        title: What it is called.
        source: The document; clauses add their article.
        accounts: At least one; the first is meant wherever none is named.
        recognition: Rules in order, the first match decides.
        requirements: What a teacher must have done.
        cycle: The training cycle, if there is one.
        level: Level of the government that issued it.
        place: Code or name of the place it holds in.
        rewrites: In the order in which they are applied.
        pools: In the order in which they are applied, after all rewrites.
        ceilings: In any order.
        figures: Named quantities.
        presumptions: What silence of a record means.
        overall: Ids of the requirements that make the overall verdict; all, if empty.
        booking: On which day an activity of several days is booked; None, where the text is
            silent: one that straddles a border then belongs to neither side for sure.
        late_entries: Whether a record counts that was entered after the cycle of its days was
            over; None, where the text is silent: then it may count, or not.
        counts_before_hire: Whether records from before the teacher's event `hired` count.
        in_force: The days on which the policy holds.
        silent: What the text does not settle or we have not seen.

    Raises:
        InvalidPolicyError: If units do not fit, ids are given twice, a name is not defined,
            figures read each other in a circle, or ceilings need a third family.
    """

    id: str
    title: Text = attrs.field(converter=text)
    source: Source = attrs.field(validator=_check_source)
    accounts: tuple[Account, ...] = attrs.field(converter=as_tuple)
    recognition: tuple[RecognitionRule, ...] = attrs.field(converter=as_tuple)
    requirements: tuple[Requirement, ...] = attrs.field(converter=_flat)
    cycle: Cycle | None = attrs.field(
        default=None, validator=attrs.validators.optional(_check_cycle)
    )
    level: Level | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(_level),
    )
    place: str = ""
    rewrites: tuple[Rewrite, ...] = attrs.field(default=(), converter=as_tuple)
    pools: tuple[Pool, ...] = attrs.field(default=(), converter=as_tuple)
    ceilings: tuple[Ceiling, ...] = attrs.field(default=(), converter=as_tuple)
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=as_tuple)
    presumptions: tuple[Presumption, ...] = attrs.field(default=(), converter=as_tuple)
    overall: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    booking: Booking | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(_booking),
    )
    late_entries: bool | None = attrs.field(
        default=None, validator=attrs.validators.optional(_check_truth)
    )
    counts_before_hire: bool = attrs.field(default=False, validator=_check_truth)
    in_force: Span | None = attrs.field(
        default=None, validator=attrs.validators.optional(_check_span)
    )
    silent: tuple[Text, ...] = attrs.field(default=(), converter=texts)

    def __attrs_post_init__(self) -> None:
        from teachtrain.rules._build import problems_of  # noqa: PLC0415 - it reads policies

        identifier(self.id, where="Policy.id")
        for name, kind, maker in _MADE_BY:
            for own in getattr(self, name):
                if not isinstance(own, kind):
                    raise InvalidTypeError.at(
                        f"Policy.{name}",
                        f"not a part of this kind (got {brief(own)})",
                        f"give {maker}",
                    )
        problems = problems_of(self)
        if problems:
            raise InvalidPolicyError(*problems)

    @property
    def common_cycle(self) -> Cycle | None:
        """Its cycle, of the length that divides that of everybody, to compare it with calendars."""
        return None if self.cycle is None else self.cycle.common

    def clauses(self) -> tuple[Clause, ...]:
        """Return every clause, in the order of the pipeline."""
        return (
            *self.presumptions,
            *self.recognition,
            *self.rewrites,
            *self.pools,
            *self.ceilings,
            *self.figures,
            *self.requirements,
        )

    def source_of(self, clause: Clause) -> Source:
        """Return the source of a clause: its own, or the policy's at its article."""
        return (clause.source or self.source).at(clause.article)

    def account(self, account_id: str) -> Account:
        """Return the account of an id; the first, if it is empty."""
        if not account_id:
            return self.accounts[0]
        return next(own for own in self.accounts if own.id == account_id)
