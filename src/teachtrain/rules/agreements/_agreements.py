"""An agreement, as data, and the policy that its terms make."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    PROGRAMME_CREDIT,
    UNKNOWN,
    Absent,
    Amount,
    Cycle,
    Role,
    Source,
    Span,
    Substitution,
    Term,
    Text,
    Unit,
)
from teachtrain.models._calendar import plain_date
from teachtrain.models._sources import UNSTATED, text, texts
from teachtrain.models._vocabulary import as_tuple, brief, identifier, refuse_other_kind
from teachtrain.rules._conditions import Condition, refuse_no_condition, where
from teachtrain.rules._policy import (
    Account,
    Policy,
    RecognitionRule,
    ceiling,
    nothing,
    post,
    recognise,
    require,
    rounded_down,
)
from teachtrain.rules._prepare import Prepared, prepare
from teachtrain.rules._quantities import CYCLE, Fact, first_known, record, total

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = [
    "APPLICANT",
    "SPENT",
    "WORTH",
    "Agreement",
    "CreditSystem",
    "agreements_between",
    "listed",
    "no_agreement",
]

ACCOUNT: Final = "converted"
APPLICANT: Final = "applicant"
WORTH: Final = "worth"
SPENT: Final = Term("spent_elsewhere", "spent by other agreements", "其他协议已用部分")
"""A record's local fact; the record itself stays as it is, for refusals to read."""

_CONVERTED: Final = Text(
    "it was converted already, and the agreement takes no converted credit",
    "该学分系转换而来，本协议不接受转换所得学分",
)


_COMES_TO: Final = Text("What the records come to", "各项记录折合")
"""Asks for nothing: it is there for the total to be read."""
_STEPS: Final = Text("whole steps only", "按整倍数取")
_MOST: Final = Text("the most that the agreement gives", "协议规定的上限")


@attrs.frozen
class CreditSystem:
    """
    Where credit is kept: the credit bank of a place, a programme, training of a kind.

    Attributes:
        id: Never empty.
        title: What it is called.
        unit: What credit is counted in there.
        part_of: The system that it is a part of, such as a city's of its province.
    """

    id: str
    title: Text = attrs.field(converter=text)
    unit: Unit
    part_of: CreditSystem | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="CreditSystem.id")
        where_ = f"CreditSystem {self.id!r}"
        refuse_other_kind(self.unit, Unit, where=f"{where_}, unit=")
        refuse_other_kind(self.part_of, CreditSystem, where=f"{where_}, part_of=", none=True)

    @property
    def lineage(self) -> tuple[CreditSystem, ...]:
        """This system, the one it is a part of, and so on outwards."""
        outer = () if self.part_of is None else self.part_of.lineage
        return (self, *outer)

    def is_in(self, other: CreditSystem) -> bool:
        """Whether this is *other*, or a part of it."""
        return other in self.lineage


def _windows(value: Span | Iterable[Span] | Absent) -> tuple[Span, ...] | Absent:
    if value is UNKNOWN:
        return UNKNOWN
    return as_tuple(value)


def _needs(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None:
        refuse_no_condition(value, where=f"Agreement({field.name}=)")


@attrs.frozen
class Agreement:
    """
    What credit of one system is worth in another. It holds in one direction only.

    Its terms are a policy: *refusals* in order, then what remains is converted at the rate,
    then the ceiling. Nothing is rounded unless *step* says so.

    Attributes:
        id: Never empty.
        title: What it is called.
        giver: The system that credit comes from.
        receiver: The system in which it counts.
        takes: With *gives*, the rate: for `class_hours(16)` it gives `programme_credits(1)`.
        gives: See *takes*.
        measure: The fact of each record that is measured, in the unit of *takes*.
        applicant: What is asked of the teacher on the day of the application.
        refusals: What does not qualify, each made by `nothing(..., reason=...)`.
        ceiling: The most that it gives a teacher, at all times together; None: no limit.
        step: What it gives is a multiple of this, rounded down; None: fractions stand.
        electives: Whether it frees from elective courses only.
        courses: Ids of the courses that it may free from; any, where empty.
        passes: Certificates that stand for named courses, beside the rate and the ceiling.
        windows: The days on which one may apply; any, where empty; `UNKNOWN` where there are
            such days and no source says which.
        through: Who has to apply for all together; None: the teacher may.
        in_force: The days on which one can apply at all.
        entry: The days on which candidates may have entered the receiver's programme; None:
            there is nothing to enter.
        closed_on: The first day on which the receiver gives nothing any more.
        chains: Whether it takes credit that came by another agreement. What came from the
            receiver never goes back there.
        source: The document.
        silent: What the text does not settle or we have not seen.

    Raises:
        InvalidValueError: If it gives nothing, speaks of courses where there are none, uses a
            certificate twice, or its ceiling is no multiple of its step.
        InvalidTypeError: If amounts are not in the units of the systems.
        InvalidPolicyError: If its terms make no valid policy.
    """

    id: str
    title: Text = attrs.field(converter=text)
    giver: CreditSystem = attrs.field(kw_only=True)
    receiver: CreditSystem = attrs.field(kw_only=True)
    takes: Amount = attrs.field(kw_only=True)
    gives: Amount = attrs.field(kw_only=True)
    measure: Fact = attrs.field(default=record.hours, kw_only=True)
    applicant: Condition | None = attrs.field(default=None, validator=_needs, kw_only=True)
    refusals: tuple[RecognitionRule, ...] = attrs.field(
        default=(), converter=as_tuple, kw_only=True
    )
    ceiling: Amount | None = attrs.field(default=None, kw_only=True)
    step: Amount | None = attrs.field(default=None, kw_only=True)
    electives: bool = attrs.field(default=False, kw_only=True)
    courses: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    passes: tuple[Substitution, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    windows: tuple[Span, ...] | Absent = attrs.field(default=(), converter=_windows, kw_only=True)
    through: Role | None = attrs.field(default=None, kw_only=True)
    in_force: Span = attrs.field(factory=Span.always, kw_only=True)
    entry: Span | None = attrs.field(default=None, kw_only=True)
    closed_on: date | None = attrs.field(default=None, kw_only=True)
    chains: bool = attrs.field(default=False, kw_only=True)
    source: Source = attrs.field(kw_only=True)
    silent: tuple[Text, ...] = attrs.field(default=(), converter=texts, kw_only=True)
    prepared: Prepared = attrs.field(init=False, eq=False, repr=False)
    prepared_less: Prepared = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="Agreement.id")
        where_ = f"Agreement {self.id!r}"
        for name, kind, none in (
            ("giver", CreditSystem, False),
            ("receiver", CreditSystem, False),
            ("measure", Fact, False),
            ("through", Role, True),
            ("in_force", Span, False),
            ("entry", Span, True),
        ):
            refuse_other_kind(getattr(self, name), kind, where=f"{where_}, {name}=", none=none)
        self._check_parts(where_)
        if self.measure.of != "record" or not (
            self.measure.local or self.measure.name in ("hours", "days")
        ):
            raise InvalidValueError.at(
                where_,
                f"measures no amount of a record (got {brief(self.measure)})",
                'give measure=record.hours, record.days or record.local("credits", unit)',
            )
        if self.closed_on is not None:
            plain_date(self.closed_on, where=f"{where_}, closed_on=")
        self._check_amounts(where_)
        self._check_courses(where_)
        object.__setattr__(self, "prepared", prepare(_policy(self, _rate(self))))
        object.__setattr__(self, "prepared_less", prepare(_policy(self, _rate_of_the_rest(self))))

    def _check_parts(self, where_: str) -> None:
        for one in () if isinstance(self.windows, Absent) else self.windows:
            refuse_other_kind(one, Span, where=f"{where_}, windows=")
        for own in self.passes:
            refuse_other_kind(own, Substitution, where=f"{where_}, passes=")
        for rule in self.refusals:
            refuse_other_kind(rule, RecognitionRule, where=f"{where_}, refusals=")
            if rule.posts:
                raise InvalidValueError.at(
                    where_,
                    f"refusal {rule.id!r} gives something",
                    "write nothing(..., reason=...); the rate is in takes= and gives=",
                )

    def _check_amounts(self, where_: str) -> None:
        for name, unit in (
            ("takes", self.giver.unit),
            ("gives", self.receiver.unit),
            ("ceiling", self.receiver.unit),
            ("step", self.receiver.unit),
        ):
            amount = getattr(self, name)
            if amount is None and name in ("ceiling", "step"):
                continue
            if not isinstance(amount, Amount) or amount.unit != unit:
                raise InvalidTypeError.at(
                    where_,
                    f"{name}= is not in {unit} (got {brief(amount)})",
                    "give an amount in the unit of its credit system",
                )
            if not amount.is_point or (amount.value <= 0 and name != "ceiling"):
                raise InvalidValueError.at(
                    where_, f"{name}= is not one amount above zero (got {amount})", "give one"
                )

        if self.step is not None and self.ceiling is not None:
            steps = Fraction(self.ceiling.value) / Fraction(self.step.value)
            if steps.denominator != 1:
                raise InvalidValueError.at(
                    where_, "ceiling= is no multiple of step=", "give one that can be reached"
                )

    def _check_courses(self, where_: str) -> None:
        of_programme = self.receiver.unit == PROGRAMME_CREDIT
        if not of_programme and (self.electives or self.courses or self.passes):
            raise InvalidValueError.at(
                where_,
                f"speaks of courses where credit is counted in {self.receiver.unit}",
                "leave electives=, courses= and passes= out",
            )
        used = [name for one in self.passes for name in (*one.passed, *one.stands_for)]
        if len(set(used)) < len(used):
            raise InvalidValueError.at(
                where_, "passes= names a certificate or a course twice", "name each once"
            )

    @property
    def rate(self) -> Amount:
        """What it gives for one unit of what it takes."""
        each = Fraction(self.gives.value) / Fraction(self.takes.value)
        return Amount(each, each, self.gives.unit / self.takes.unit)


def _rate(own: Agreement) -> RecognitionRule:
    return recognise("rate", where(), post(ACCOUNT, own.measure * own.rate))


def _rate_of_the_rest(own: Agreement) -> RecognitionRule:
    """Return the rule where other agreements took something of some records."""
    unit = own.takes.unit
    spent = first_known(record.local(SPENT, unit), Amount(0, 0, unit))
    return recognise(
        "rate",
        where(),
        post(ACCOUNT, (own.measure - spent) * own.rate),
        title=Text("the rate, for what others left", "对其他协议未用部分的折算"),
    )


def _policy(own: Agreement, rate: RecognitionRule) -> Policy:
    """Return the terms as a policy; the teacher's facts are read on the day of the audit."""
    applicant = () if own.applicant is None else (require(APPLICANT, own.applicant),)
    return Policy(
        id=own.id,
        title=own.title,
        source=own.source,
        accounts=(Account(ACCOUNT, own.receiver.unit, title=own.receiver.title),),
        recognition=(_no_way_back(own), *own.refusals, rate),
        rewrites=()
        if own.step is None
        else (rounded_down("step", own.step, by=CYCLE, title=_STEPS),),
        ceilings=()
        if own.ceiling is None
        else (ceiling("ceiling", own.ceiling, by=CYCLE, title=_MOST),),
        requirements=(*applicant, require(WORTH, total() >= 0, title=_COMES_TO)),
        cycle=Cycle.always(),
        counts_before_hire=True,
        late_entries=True,
        silent=own.silent,
    )


def _no_way_back(own: Agreement) -> RecognitionRule:
    if not own.chains:
        title = Text("Credit that was converted already", "转换所得学分")
        return nothing(
            "chain", where(record.converted_from.is_known()), reason=_CONVERTED, title=title
        )
    en, zh = own.receiver.title.en, own.receiver.title.in_language("zh")
    return nothing(
        "way-back",
        where(record.converted_from.is_(own.receiver.id)),
        reason=Text(
            f"it came from {en}, and nothing is converted back to where it came from",
            f"该学分来自{zh}，不再转换回原体系",
        ),
        title=Text("Credit on its way back", "转回的学分"),
    )


@lru_cache
def no_agreement(giver: CreditSystem, receiver: CreditSystem) -> Agreement:
    """Return the terms on which credit is worth nothing, because no agreement is in force."""
    names = [(own.title.en, own.title.in_language("zh")) for own in (giver, receiver)]
    reason = Text(
        f"on the day no agreement is in force by which credit of “{names[0][0]}” counts in "
        f"“{names[1][0]}”",
        f"当日没有有效的协议使“{names[0][1]}”的学分计入“{names[1][1]}”",
    )
    measure = record.hours if giver.unit == CLASS_HOUR else record.local("credits", giver.unit)
    return Agreement(
        "none",
        Text("No agreement", "没有协议"),
        giver=giver,
        receiver=receiver,
        takes=Amount(1, 1, giver.unit),
        gives=Amount(1, 1, receiver.unit),
        measure=measure,
        refusals=(nothing("none", where(), reason=reason, title=Text("No agreement", "没有协议")),),
        source=UNSTATED,
    )


def listed(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Return agreements as a tuple, refusing what is none, and two of one id."""
    found: tuple[Agreement, ...] = as_tuple(agreements)
    for own in found:
        refuse_other_kind(own, Agreement, where="agreements")
    if len({own.id for own in found}) < len(found):
        raise InvalidValueError.at("agreements", "two have one id", "give each its own")
    return found


def agreements_between(
    giver: CreditSystem,
    receiver: CreditSystem,
    agreements: Iterable[Agreement],
    *,
    on: date,
) -> tuple[Agreement, ...]:
    """
    Return the agreements that are in force on a day from one system to another, in their order.

    An agreement between systems holds between their parts too.
    """
    plain_date(on, where="on")
    for end in (giver, receiver):
        refuse_other_kind(end, CreditSystem, where="giver and receiver")
    return tuple(
        own
        for own in listed(agreements)
        if giver != receiver
        and giver.is_in(own.giver)
        and receiver.is_in(own.receiver)
        and on in own.in_force
    )
