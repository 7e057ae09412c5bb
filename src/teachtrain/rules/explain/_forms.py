"""Forms in words: every quantity and condition, walked from the outside in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeGuard, assert_never

import attrs

from teachtrain.models import DATE
from teachtrain.rules._conditions import (
    Combine,
    Compare,
    Condition,
    CutShort,
    Demand,
    Each,
    Exclusive,
    Known,
    Logic,
    OneOf,
    Selection,
    When,
    sum_of,
)
from teachtrain.rules._quantities import (
    CYCLE,
    Compute,
    Dated,
    Days,
    Fact,
    FigureValue,
    FirstKnown,
    Literal,
    Measure,
    PartsMet,
    Quantity,
    Rounded,
    Table,
    TheCycle,
    Top,
    Total,
    Years,
)
from teachtrain.rules._walk import known_quantity
from teachtrain.rules.explain._arithmetic import brought, computed
from teachtrain.rules.explain._facts import Style, fact_words, known_words, member_words
from teachtrain.rules.explain._totals import measured, total_noun, total_where
from teachtrain.rules.explain._windows import window_words

if TYPE_CHECKING:
    from datetime import date

    from teachtrain.rules.explain._speaker import Speaker

__all__ = ["Forms"]

BOUNDS: Final = {">=": "at_least", ">": "more", "<=": "at_most", "<": "less"}


OPPOSITE: Final = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


@attrs.frozen(eq=False)
class Forms:
    """
    Puts forms into words.

    Attributes:
        speaker: Knows the language and the names of things.
        enclosed: Whether the window is named already: "in each school year: ...".
    """

    speaker: Speaker
    enclosed: bool = False

    # quantities --------------------------------------------------------------------------

    def quantity(self, form: Quantity) -> str:
        """Return a quantity as a noun."""
        here = known_quantity(form)
        say = self.speaker.say
        match here:
            case Literal(amount=amount):
                return self.speaker.language.amount(amount, stated=True)
            case Fact():
                return fact_words(self.speaker, here)
            case Top(count=count):
                code = "group.largest" if count == 1 else "group.top"
                return say(code, count=str(count))
            case Years(event=event):
                return say("years_since", event=self.speaker.event(event))
            case Compute(operator=operator, parts=parts):
                return computed(self, operator, parts)
            case Rounded():
                return brought(self, here)
            case Table():
                return self._table(here)
            case Dated(values=values):
                rows = [self._from(day, value) for day, value in values]
                return self.speaker.language.listed(rows, "comma")
            case FirstKnown(parts=parts):
                listed = [self.quantity(part) for part in parts]
                return say("first_known", parts=self.speaker.language.listed(listed, "these"))
            case FigureValue(id=figure):
                return self.speaker.figure(figure)
            case Total():
                return total_noun(self.speaker, here, *self._total_place(here))
            case Days(test=test, over=over):
                window = window_words(self.speaker, over or CYCLE)
                if self.enclosed and over is None:
                    window = say("window.part")
                if test is None:
                    return say("days.of", window=window)
                return say("days.when", window=window, test=self.condition(test, Style.HOLDS))
            case PartsMet(parts=each, in_a_row=in_a_row):
                code = "parts_met.in_a_row" if in_a_row else "parts_met"
                return say(code, parts=self._parts_where(each))
            case _:
                assert_never(here)

    def nested(self, form: Quantity) -> str:
        """Return a quantity as a part of a longer one."""
        words = self.quantity(form)
        match form:
            case Compute(operator="*"):
                return words
            case Total(of=selection) if self.training(selection):
                return self.speaker.bracketed(words)
            case Compute() | Table() | Dated() | Rounded() | FirstKnown():
                return self.speaker.bracketed(words)
            case _:
                return words

    def _table(self, form: Table) -> str:
        say = self.speaker.say
        rows = [
            say("table.row", value=self.quantity(value), test=self.condition(test, Style.HOLDS))
            for test, value in form.rows
        ]
        if form.otherwise is not None:
            rows.append(say("table.otherwise", value=self.quantity(form.otherwise)))
        return self.speaker.language.listed(rows, "these")

    def _from(self, day: date, value: Quantity | None) -> str:
        first = self.speaker.language.day(day)
        if value is None:
            return self.speaker.say("dated.end", day=first)
        return self.speaker.say("dated", day=first, value=self.quantity(value))

    # conditions --------------------------------------------------------------------------

    def condition(self, form: Condition, style: Style = Style.ASKED) -> str:
        """Return a condition as what is asked for, as a clause after "if", or of a selection."""
        match form:
            case Compare():
                return self._compare(form, style)
            case OneOf():
                return member_words(self.speaker, form, style)
            case Known():
                return known_words(self.speaker, form, style)
            case Combine():
                return self._combine(form, style)
            case Selection():
                return self._selected(form, style)
            case Each():
                return self._each(form)
            case When(test=test, then=then):
                return self.speaker.say(
                    "when", test=self.condition(test, Style.HOLDS), then=self.condition(then)
                )
            case Exclusive():
                return self._exclusive(form)
            case _:
                assert_never(form)

    def selection(self, form: Selection) -> str:
        """Return what a selection takes, such as `face to face, on topic ethics`."""
        parts = [self.condition(test, Style.FRAGMENT) for test in form.tests]
        if form.entry_tags:
            tags = [self.speaker.named(tag, "tag") for tag in form.entry_tags]
            parts.append(self.speaker.say("tagged", tags=self.speaker.language.listed(tags, "or")))
        return self.speaker.language.listed(parts, "attributes") if parts else ""

    def training(self, form: Selection | None) -> str:
        """Return the training that a selection takes, as a noun; empty where it takes all."""
        if form is None or not (form.tests or form.entry_tags):
            return ""
        say = self.speaker.say
        kinds = [test for test in form.tests if _is_kind(test)]
        if len(kinds) != 1:
            return say("training.that", head=say("training"), selection=self.selection(form))
        (kind,) = kinds
        head = self.speaker.labels(kind.values, kind.fact.name)
        others = tuple(test for test in form.tests if test is not kind)
        if not (others or form.entry_tags):
            return head
        code = "training.those" if len(kind.values) > 1 else "training.that"
        return say(code, head=head, selection=self.selection(attrs.evolve(form, tests=others)))

    def _selected(self, form: Selection, style: Style) -> str:
        words = self.selection(form)
        if not words:
            return self.speaker.say("everything")
        return (
            words if style is Style.FRAGMENT else self.speaker.say("is_training", selection=words)
        )

    def _compare(self, form: Compare, style: Style) -> str:
        left = known_quantity(form.left)
        say = self.speaker.say
        if isinstance(left, Total):
            words = self._total_bound(left, form.operator, form.right)
            return words if style is Style.ASKED else say("there_is", words=words)
        bound = self._bound(form.operator, left, form.right)
        match left:
            case Fact(of="record", name=name):
                code = f"{'having' if style is Style.FRAGMENT else 'has'}.{name}"
                if left.local or not self.speaker.language.knows(code):
                    code = f"{code.partition('.')[0]}.other"
                noun = self.speaker.noun("record", name, local=left.local)
                return say(code, noun=noun, bound=bound)
            case Fact(of="event", name=name):
                words = say("falls", event=self.speaker.event(name), bound=bound)
            case _:
                words = say("compare", left=self.quantity(left), bound=bound)
        return say("while", test=words) if style is Style.FRAGMENT else words

    def _bound(self, operator: str, left: Quantity, right: Quantity) -> str:
        of_days = "day." if _is_day(left) or _is_day(right) else ""
        return self.speaker.say(f"bound.{of_days}{BOUNDS[operator]}", amount=self.nested(right))

    def _combine(self, form: Combine, style: Style) -> str:
        say, listed = self.speaker.say, self.speaker.language.listed
        between = self._between(form, style)
        if between:
            return between
        parts = [self._part(part, style) for part in form.parts]
        match form.logic:
            case Logic.ALL:
                return listed(parts, _joint(form, style))
            case Logic.ANY if len(parts) > 1:
                either = listed(parts, "any")
                return say("either", parts=either) if style is Style.FRAGMENT else either
            case Logic.ANY:
                return parts[0]
            case Logic.NOT:
                return self._not(form.parts[0], style)
            case Logic.AT_LEAST:
                return say("at_least", k=str(form.k), parts=listed(parts, "these"))
            case _:
                assert_never(form.logic)

    def _not(self, form: Condition, style: Style) -> str:
        """Return that a condition does not hold, as one would say it."""
        say = self.speaker.say
        match form:
            case Combine(Logic.NOT, (inner,)):
                return self.condition(inner, style)
            case Compare(operator=operator):
                return self._compare(attrs.evolve(form, operator=OPPOSITE[operator]), style)
            case OneOf():
                return member_words(self.speaker, form, style, negated=True)
            case Known():
                return known_words(self.speaker, form, style, negated=True)
            case Selection(tests=tests) if tests and style is not Style.FRAGMENT:
                return say("is_training.not", selection=self.selection(form))
            case _:
                code = "not.fragment" if style is Style.FRAGMENT else "not"
                return say(code, part=self._part(form, _negated(style)))

    def _part(self, form: Condition, style: Style) -> str:
        words = self.condition(form, style)
        if isinstance(form, Combine | When | Each | Exclusive) and (
            not isinstance(form, Combine) or len(form.parts) > 1
        ):
            return self.speaker.bracketed(words)
        return words

    def _between(self, form: Combine, style: Style) -> str:
        """Return `between(low, value, high)` in words; empty for any other condition."""
        match form:
            case Combine(
                Logic.ALL,
                (Compare(">=", Total() as total, low), Compare("<=", Total() as same, high)),
            ) if total == same:
                most = measured(self.speaker, total, self.quantity(high), one=False)
                both = self.speaker.say("bound.between", low=self.quantity(low), high=most)
                words = total_where(self.speaker, total, both, *self._total_place(total))
                return words if style is Style.ASKED else self.speaker.say("there_is", words=words)
            case _:
                return ""

    def _parts_where(self, form: Each) -> str:
        """Return the parts of a window that pass a condition, as a noun."""
        say = self.speaker.say
        window = "" if form.over is None else window_words(self.speaker, form.over)
        inside = attrs.evolve(self, enclosed=True).condition(form.condition, Style.HOLDS)
        parts = self.speaker.calendar(form.calendar, many=True)
        return say("parts.where", parts=parts, window=window and f" {window}", condition=inside)

    def _each(self, form: Each) -> str:
        say = self.speaker.say
        code = "each" if form.every else "some" if form.k == 1 else "some.k"
        if form.cut_short is not None:
            code += ".whole" if form.cut_short is CutShort.DROP else ".cut_short"
        over = form.over
        window = ""
        if over is not None and (self.enclosed or not isinstance(over, TheCycle)):
            window = say("of.window", window=window_words(self.speaker, over))
        inside = attrs.evolve(self, enclosed=True).condition(form.condition)
        part = self.speaker.calendar(form.calendar)
        parts = self.speaker.calendar(form.calendar, many=True)
        return say(code, k=str(form.k), part=part, parts=parts, window=window, condition=inside)

    def _exclusive(self, form: Exclusive) -> str:
        say, (window, _) = self.speaker.say, self._total_place(form.total)
        parts = [self.demand(own) for own in form.demands]
        code = "exclusive.whole" if form.whole else "exclusive"
        words = say(code, parts=self.speaker.language.listed(parts, "these"))
        return say("exclusive.in", window=window, words=words) if window else words

    def demand(self, form: Demand) -> str:
        """Return a demand with its title and its limits; its window is named before."""
        say, listed = self.speaker.say, self.speaker.language.listed
        words = self._sum_asked(form.asked)
        if form.limits:
            limits = [self._sum_asked(own) for own in form.limits]
            words = say("demand.limits", asked=words, limits=listed(limits, "and"))
        if form.title is None:
            return words
        return say("colon", label=self.speaker.language.text(form.title), text=words)

    def _sum_asked(self, form: Compare) -> str:
        inside = attrs.evolve(self, enclosed=True)
        return inside.condition(attrs.evolve(form, left=attrs.evolve(sum_of(form), over=None)))

    # totals ------------------------------------------------------------------------------

    def _total_place(self, form: Total) -> tuple[str, str]:
        """Return when a total is counted, and of what."""
        over = form.over
        if over is None:
            window = "" if self.enclosed else window_words(self.speaker, CYCLE)
        else:
            window = window_words(self.speaker, over)
        return window, self.training(form.of)

    def _total_bound(self, form: Total, operator: str, right: Quantity) -> str:
        one = isinstance(right, Literal) and right.amount.low == right.amount.high == 1
        if one and operator == "<" and form.measure is Measure.COUNT:
            none = self.speaker.say("bound.no_record")
            return total_where(self.speaker, form, none, *self._total_place(form))
        words = measured(self.speaker, form, self.nested(right), one=one)
        bound = self.speaker.say(f"bound.{BOUNDS[operator]}", amount=words)
        rising = operator in (">=", ">")
        return total_where(self.speaker, form, bound, *self._total_place(form), rising=rising)


def _joint(form: Combine, style: Style) -> str:
    """Return how parts that hold together are joined; tests of facts alone need no semicolon."""
    if style is Style.FRAGMENT:
        return "attributes"
    simple = all(isinstance(part, OneOf | Known) for part in form.parts)
    return "holds" if simple and style is Style.HOLDS else "all"


def _negated(style: Style) -> Style:
    return Style.FRAGMENT if style is Style.FRAGMENT else Style.HOLDS


def _is_kind(test: Condition) -> TypeGuard[OneOf]:
    """Whether a test is for kinds of activity, which can head a noun."""
    match test:
        case OneOf(fact=Fact(of="record", name="activity", local=False)):
            return True
        case _:
            return False


def _is_day(form: Quantity) -> bool:
    match form:
        case Literal(amount=amount):
            return amount.unit == DATE
        case Fact(unit=unit):
            return unit == DATE
        case _:
            return False
