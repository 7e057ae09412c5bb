"""
Policies of one mechanism each, so small that the mechanism decides.

Nearly every record is recognised, limits are close to what a few records earn, and every policy
asks for the same things, the *probes*: the sum, sums of several selections, and sums by parts of
time. What a mechanism does to an amount is then seen in some finding.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from teachtrain.errors import InvalidPolicyError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    CLASS_TEACHER,
    EVERY_DAY,
    MONTHLY,
    NEW_TEACHER,
    NUMBER,
    ON_LEAVE,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    YEAR,
    Amount,
    Certainty,
    Clip,
    Cycle,
    Level,
    Mode,
    Result,
    Source,
    Span,
    class_hours,
    number,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Booking,
    Policy,
    all_of,
    any_of,
    around,
    at_least,
    between_events,
    ceiling,
    count_of,
    dated,
    define,
    each,
    figure,
    first_known,
    from_table,
    group,
    highest_only,
    if_,
    larger_side,
    largest_of,
    last,
    least,
    limit_per,
    most,
    not_,
    nothing,
    nothing_below,
    pool,
    post,
    presume,
    quota,
    recognise,
    record,
    require,
    rewrite,
    rounded,
    rounded_down,
    some,
    teacher,
    total,
    when,
    where,
)
from tests.laws.worlds import DENSE, pick

if TYPE_CHECKING:
    from teachtrain.rules import Requirement, Selection
    from teachtrain.rules._policy import Ceiling

__all__ = [
    "ceilings_only",
    "crossing_ceilings",
    "groups_cut_apart",
    "pools_of_few",
    "pools_only",
    "recognition_of_few",
    "recognition_only",
    "rewrites_only",
    "whole_groups_only",
    "windows_only",
]

SOURCE: Final = Source("an invented order", certainty=Certainty.INVENTED)
MAIN: Final = Account("main", CLASS_HOUR)
CREDITS: Final = Account("credits", TRAINING_CREDIT)
LESSONS: Final = Account("lessons", NUMBER)
ONLINE: Final = where(mode=Mode.ONLINE)
ETHICS: Final = where(topic="ethics")
CORE: Final = where(tag="core")
PASSED: Final = where(result=Result.PASSED)
NO_PROJECT: Final = where(record.project.is_none())
TWO_YEARS: Final = Cycle.block(years=2, starting=date(2015, 9, 1))
ONE_YEAR: Final = Cycle.block(years=1, starting=date(2015, 9, 1))
PERSONAL: Final = Cycle.personal(years=1, since="registered", clip=Clip.FORWARD)
IS_CLASS_TEACHER: Final = teacher.category.is_(CLASS_TEACHER)
SELECTIONS: Final = (
    None,
    ONLINE,
    ETHICS,
    CORE,
    PASSED,
    where(mode=Mode.ONLINE, topic="ethics"),
    where(IS_CLASS_TEACHER),
    where(project="p"),
)
_FORCE: Final = (
    None,
    None,
    None,
    Span.since(DENSE[0]),
    Span.until(DENSE[4]),
    Span.through(DENSE[3], DENSE[4]),
)


def _made(**parts: Any) -> Policy:
    usual: dict[str, Any] = {"accounts": (MAIN,), "cycle": TWO_YEARS, "counts_before_hire": True}
    return Policy(id="small", title="A small policy", source=SOURCE, **(usual | parts))


def _probes(*, counts: bool, account: Account = MAIN, needed: int = 3) -> list[Requirement]:
    """Return requirements that show what every part of an account comes to."""
    name = account.id
    amount = Amount(needed, needed, account.unit)
    found = [
        require(f"{name}-sum", total(name) >= amount),
        require(f"{name}-online", total(name, ONLINE) >= amount),
        require(f"{name}-ethics", total(name, ETHICS) >= 0),
        require(f"{name}-core", total(name, CORE) >= 0),
        require(f"{name}-years", each(SCHOOL_YEAR, total(name) >= amount, cut_short="keep")),
        require(
            f"{name}-calendar",
            some(CALENDAR_YEAR, total(name, ONLINE) >= amount, cut_short="keep"),
        ),
    ]
    if counts:
        found += [
            require(f"{name}-count", count_of(account=name) >= 2),
            require(f"{name}-passed", count_of(PASSED, account=name) >= 2),
            require(f"{name}-projects", count_of(account=name, by="project") >= 2),
            require(f"{name}-topics", count_of(account=name, by="topics") >= 2),
            require(f"{name}-largest", largest_of(account=name) >= amount),
            require(f"{name}-project", largest_of(account=name, by="project") >= amount),
            require(
                f"{name}-counts",
                each(CALENDAR_YEAR, count_of(account=name) >= 1, cut_short="drop"),
            ),
        ]
    return found


_HOURS: Final = post("main", record.hours)
_RECOGNITION: Final = (
    recognise("online", ONLINE, post("main", record.hours, tag="core")),
    recognise("rest", where(), _HOURS),
)
_PLAIN: Final = (recognise("all", where(), post("main", record.hours, tag="core")),)


def _with_ceilings(parts: dict[str, Any], made: list[Ceiling]) -> Policy:
    """Return a policy with as many of some ceilings as cross each other in no third family."""
    while True:
        try:
            return _made(ceilings=made, **parts)
        except InvalidPolicyError as error:
            if any("crosses" not in one.problem for one in error.problems):
                raise
            made = made[:-1]


# ceilings ---------------------------------------------------------------------------------------

_LIMITS: Final = (2, 3, 1, 4, 5, 6, 0, Fraction(5, 2))
_RISING: Final = ((1, 2, Fraction(5, 2)), (2, 3, 4), (3, 4, 5), (4, 5, 6))
"""Limits from the inside out by which every ceiling of a chain may bind at once."""


def _limit(draw: st.DrawFn, limits: tuple[Any, ...], *, plain: bool) -> Any:
    """Draw a limit, close to what a record or two earn."""
    first, second = (class_hours(pick(draw, *limits)) for _ in range(2))
    if plain:
        return first
    kind = pick(draw, *range(8))
    if kind < 4 or plain:
        return first
    return (
        if_(IS_CLASS_TEACHER, first, second),
        teacher.local("share") * first,
        dated((DENSE[3], first), (DENSE[5], second)),
        if_(teacher.stage.is_("primary"), first),
    )[kind - 4]


_BY: Final = (
    (CYCLE,),
    (SCHOOL_YEAR,),
    (CALENDAR_YEAR,),
    (MONTHLY,),
    (EVERY_DAY,),
    ("project",),
    ("project", SCHOOL_YEAR),
    ("project", CYCLE),
    ("mode",),
    ("topics", CYCLE),
    ("record",),
    (SCHOOL_YEAR, CALENDAR_YEAR),
    (CALENDAR_YEAR, CYCLE),
    (),
)
_CHAINS: Final = (
    ((MONTHLY, ONLINE), (SCHOOL_YEAR, ONLINE), (CYCLE, None)),
    ((EVERY_DAY, None), (SCHOOL_YEAR, None), (CYCLE, None)),
    (("record", None), (MONTHLY, None), (CALENDAR_YEAR, None), ((), None)),
    ((CYCLE, ONLINE), (SCHOOL_YEAR, None)),
    ((SCHOOL_YEAR, ONLINE), (CYCLE, ONLINE), (CALENDAR_YEAR, None)),
    (("project", None), (SCHOOL_YEAR, None), (CYCLE, None)),
    (("mode", None), ("project", None)),
    (("mode", None), (("project", SCHOOL_YEAR), None), ("project", None)),
    ((CYCLE, CORE), (MONTHLY, None), (SCHOOL_YEAR, None)),
)
"""Ceilings that nest three deep, and such as cross."""


@cache
@st.composite
def ceilings_only(
    draw: st.DrawFn, *, plain: bool = False, forced: bool = True, counts: bool | None = None
) -> Policy:
    """
    Draw a policy of ceilings alone, nested or crossing, that bind.

    Args:
        draw: Given by Hypothesis.
        plain: Whether every limit is the same for everybody at all times.
        forced: Whether a ceiling may hold only for some time.
        counts: Whether entries are counted too; drawn, if None.
    """
    listed: list[tuple[Any, Selection | None]]
    chained = pick(draw, True, True, False)
    if chained:
        listed = list(pick(draw, *_CHAINS))
    else:
        listed = [
            (pick(draw, *_BY), pick(draw, None, None, *SELECTIONS))
            for _ in range(pick(draw, 1, 2, 3, 4))
        ]
    made = [
        ceiling(
            f"ceiling{place}",
            _limit(draw, _RISING[place] if chained else _LIMITS, plain=plain),
            by=by,
            of=of,
            in_force=pick(draw, *_FORCE) if forced and not plain else None,
        )
        for place, (by, of) in enumerate(listed)
    ]
    if counts is None:
        counts = pick(draw, False, False, False, True)
    parts = {
        "recognition": _RECOGNITION,
        "cycle": pick(draw, TWO_YEARS, TWO_YEARS, ONE_YEAR, PERSONAL),
        "requirements": _probes(counts=counts, needed=pick(draw, 3, 5, 1)),
    }
    return _with_ceilings(parts, made)


@cache
def crossing_ceilings(first: int, second: int, *, yearly: bool) -> Policy:
    """Return a policy of one ceiling by mode and one by project, or by part of a year."""
    by = (CALENDAR_YEAR,) if yearly else ("project",)
    made = [
        ceiling("by-mode", class_hours(first), by="mode"),
        ceiling("across", class_hours(second), by=by),
    ]
    return _made(recognition=_RECOGNITION, ceilings=made, requirements=_probes(counts=False))


# rewrites ---------------------------------------------------------------------------------------

_REWRITTEN_BY: Final = (
    ("project",),
    (SCHOOL_YEAR,),
    ("project", SCHOOL_YEAR),
    (CYCLE,),
    ("mode",),
    ("topics",),
    ("record",),
    (MONTHLY,),
    ("project", EVERY_DAY),
    (CALENDAR_YEAR, SCHOOL_YEAR),
    (),
)


_ALL_KINDS: Final = tuple(range(12))
_BY_TOTAL: Final = (0, 2, 4, 5, 7, 10)
_UNDATED: Final = (0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11)


def _rewrite(draw: st.DrawFn, name: str, kinds: tuple[int, ...] = _ALL_KINDS, **words: Any) -> Any:
    amount = class_hours(pick(draw, 2, 3, 4, 5, 1))
    match pick(draw, *kinds):
        case 0:
            return limit_per(name, amount, **words)
        case 1:
            return highest_only(name, **words)
        case 2:
            return nothing_below(name, amount, **words)
        case 3:
            return quota(name, 2, **words)
        case 4:
            return rounded_down(name, amount, **words)
        case 5:
            return rewrite(name, to=group.total * "0.5", **words)
        case 6:
            keep = pick(draw, "the earliest first", "the largest first")
            return rewrite(name, to=least(group.total, amount), keep=keep, **words)
        case 7:
            return limit_per(name, if_(IS_CLASS_TEACHER, amount, class_hours(2)), **words)
        case 8:
            values = ((DENSE[3], amount), (DENSE[5], class_hours(1)))
            return limit_per(name, dated(*values), **words)
        case 9:
            return rewrite(name, to=if_(group.count >= 2, group.total, 0), **words)
        case 10:
            return rewrite(name, to=group.total - amount, **words)
        case _:
            return larger_side(name, pick(draw, *SELECTIONS[1:], NO_PROJECT), **words)


@cache
@st.composite
def rewrites_only(
    draw: st.DrawFn,
    *,
    most_rewrites: int = 2,
    forced: bool = True,
    limited: bool = True,
    simple: bool = False,
) -> Policy:
    """
    Draw a policy of rewrites that bind.

    Args:
        draw: Given by Hypothesis.
        most_rewrites: How many at most.
        forced: Whether a rewrite may hold only for some time.
        limited: Whether a ceiling may follow.
        simple: Whether every limit is the same at all times, and the cycle holds all records.
    """
    made = [
        _rewrite(
            draw,
            f"rewrite{place}",
            _UNDATED if simple else _ALL_KINDS,
            by=pick(draw, *_REWRITTEN_BY),
            of=pick(draw, None, None, None, *SELECTIONS),
            in_force=pick(draw, *_FORCE) if forced else None,
        )
        for place in range(pick(draw, *range(1, most_rewrites + 1)))
    ]
    parts: dict[str, Any] = {
        "recognition": _RECOGNITION,
        "rewrites": made,
        "cycle": TWO_YEARS if simple else pick(draw, TWO_YEARS, TWO_YEARS, ONE_YEAR, PERSONAL),
        "requirements": _probes(counts=pick(draw, False, True), needed=pick(draw, 3, 5, 1)),
    }
    if limited and pick(draw, False, False, True):
        by, of = pick(draw, (SCHOOL_YEAR, None), (CYCLE, ONLINE), ("project", None))
        parts["ceilings"] = [ceiling("ceiling", class_hours(4), by=by, of=of)]
    return _made(**parts)


_MADE_OF_GROUPS: Final = (
    lambda **words: limit_per("rewrite", class_hours(4), **words),
    lambda **words: highest_only("rewrite", **words),
    lambda **words: limit_per(
        "rewrite", if_(IS_CLASS_TEACHER, class_hours(2), class_hours(4)), **words
    ),
    lambda **words: limit_per(
        "rewrite", if_(teacher.stage.is_("primary"), class_hours(2)), **words
    ),
    lambda **words: limit_per("rewrite", class_hours(2), in_force=Span.since(DENSE[3]), **words),
    lambda **words: limit_per("rewrite", class_hours(2), in_force=Span.until(DENSE[2]), **words),
    lambda **words: nothing_below("rewrite", class_hours(4), **words),
    lambda **words: quota("rewrite", 2, **words),
    lambda **words: rounded_down("rewrite", class_hours(4), **words),
    lambda **words: rewrite("rewrite", to=if_(group.count >= 2, group.total, 0), **words),
    lambda **words: rewrite(
        "rewrite", to=least(group.total, class_hours(4)), keep="the largest first", **words
    ),
    lambda **words: larger_side("rewrite", ONLINE, **words),
)

_AFTER: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"ceilings": (ceiling("ceiling", class_hours(3), by=CYCLE, of=ONLINE),)},
    {"ceilings": (ceiling("ceiling", class_hours(3), by="project"),)},
    {"rewrites": (limit_per("after", class_hours(3), by=CALENDAR_YEAR),)},
    {"rewrites": (highest_only("after", by="mode"),)},
)


@cache
def _of_groups(to: int, by: Any, of: Selection | None, after: int) -> Policy:
    more = dict(_AFTER[after])
    rewrites = (_MADE_OF_GROUPS[to](by=by, of=of), *more.pop("rewrites", ()))
    probes = _probes(counts=after == 0)
    return _made(recognition=_RECOGNITION, rewrites=rewrites, requirements=probes, **more)


@cache
@st.composite
def groups_cut_apart(draw: st.DrawFn) -> Policy:
    """Draw one of few policies in which a group is rewritten, and then looked at in parts."""
    return _of_groups(
        pick(draw, *range(len(_MADE_OF_GROUPS))),
        pick(draw, "project", "mode", SCHOOL_YEAR, ("project", CALENDAR_YEAR), ()),
        pick(draw, None, None, ONLINE),
        pick(draw, *range(len(_AFTER))),
    )


# pools ------------------------------------------------------------------------------------------


def _gives(draw: st.DrawFn) -> Any:
    enough, more = (class_hours(pick(draw, *three)) for three in ((3, 2, 4), (6, 5, 8)))
    return pick(
        draw,
        if_(group.total >= enough, training_credits(2), 0),
        least(
            if_(group.total >= more, training_credits(2), 0)
            + if_(group.total >= enough, training_credits(1), 0),
            training_credits(3),
        ),
        group.total * per(CLASS_HOUR, training_credits("0.5")),
        rounded(
            group.total * per(CLASS_HOUR, training_credits("0.5")),
            step=training_credits(1),
            direction=pick(draw, "up", "down", "half up"),
        ),
        group.count * training_credits(1),
        group.largest * per(CLASS_HOUR, training_credits(1)),
        if_(IS_CLASS_TEACHER, group.total * per(CLASS_HOUR, training_credits(1)), 0),
        if_(teacher.stage.is_("primary"), group.count * training_credits(1)),
        least(
            group.count * training_credits(1),
            dated((DENSE[3], training_credits(1)), (DENSE[5], training_credits(2))),
        ),
    )


@cache
@st.composite
def pools_only(draw: st.DrawFn, *, forced: bool = True, limited: bool = True) -> Policy:
    """
    Draw a policy of pools that give, one perhaps to another; rewrites and ceilings may be by.

    Args:
        draw: Given by Hypothesis.
        forced: Whether a pool may hold only for some time.
        limited: Whether rewrites and ceilings may be there.
    """
    made = [
        pool(
            f"pool{place}",
            gives=_gives(draw),
            to="credits",
            of=pick(draw, None, None, *SELECTIONS),
            by=pick(draw, (), ("project",), (SCHOOL_YEAR,), ("mode", SCHOOL_YEAR), (CYCLE,)),
            tag=pick(draw, (), "core"),
            in_force=pick(draw, *_FORCE) if forced else None,
        )
        for place in range(pick(draw, 1, 2))
    ]
    if pick(draw, False, False, True):
        made.append(
            pool(
                "chained",
                gives=group.total * per(TRAINING_CREDIT, number(2)),
                account="credits",
                to="lessons",
                of=pick(draw, None, CORE),
                by=pick(draw, (), (SCHOOL_YEAR,), (CALENDAR_YEAR,)),
            )
        )
    posts = [_HOURS, post("credits", record.hours * per(CLASS_HOUR, training_credits(1)))]
    parts: dict[str, Any] = {
        "accounts": (MAIN, CREDITS, LESSONS),
        "recognition": [
            recognise("both", where(topic="safety"), *posts),
            recognise("rest", where(), _HOURS),
        ],
        "pools": made,
        "requirements": [
            require("main-sum", total("main") >= 0),
            *_probes(counts=False, account=CREDITS, needed=pick(draw, 1, 2, 3)),
            require("lessons-sum", total("lessons") >= 3),
            require("lessons-years", each(SCHOOL_YEAR, total("lessons") >= 3)),
        ],
        "cycle": pick(draw, TWO_YEARS, TWO_YEARS, ONE_YEAR),
    }
    if limited and pick(draw, False, False, True):
        parts["rewrites"] = [
            _rewrite(draw, "rewrite", by=pick(draw, *_REWRITTEN_BY), of=pick(draw, None, ONLINE))
        ]
    if limited and pick(draw, False, False, True):
        limit = training_credits(pick(draw, 2, 1, 3))
        by = pick(draw, (CYCLE,), (SCHOOL_YEAR,), (EVERY_DAY,), (CALENDAR_YEAR,))
        parts["ceilings"] = [
            ceiling("ceiling", limit, by=by, of=pick(draw, None, CORE), account="credits")
        ]
    return _made(**parts)


_GIVEN: Final = (
    if_(group.total >= class_hours(4), training_credits(2), 0),
    group.total * per(CLASS_HOUR, training_credits("0.5")),
    group.count * training_credits(1),
    group.largest * per(CLASS_HOUR, training_credits(1)),
    if_(teacher.stage.is_("primary"), group.count * training_credits(1)),
)
_TAKEN: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"ceilings": (ceiling("ceiling", training_credits(2), by=SCHOOL_YEAR, account="credits"),)},
    {"in_force": Span.since(DENSE[3])},
    {
        "more": pool(
            "more",
            gives=group.total * per(TRAINING_CREDIT, number(2)),
            account="credits",
            to="lessons",
            by=CALENDAR_YEAR,
        )
    },
)


@cache
def _of_pools(gives: int, by: Any, of: Selection | None, after: int) -> Policy:
    more = dict(_TAKEN[after])
    force = more.pop("in_force", None)
    first = pool("pool", gives=_GIVEN[gives], to="credits", by=by, of=of, in_force=force)
    pools = [first, *(own for own in (more.pop("more", None),) if own)]
    probes = _probes(counts=False, account=CREDITS, needed=2)
    needed = training_credits(2)
    return _made(
        accounts=(MAIN, CREDITS, LESSONS),
        recognition=_RECOGNITION,
        pools=pools,
        requirements=[
            *probes,
            require("given", each(CALENDAR_YEAR, total("credits") >= needed, cut_short="keep")),
            require("lessons", each(CALENDAR_YEAR, total("lessons") >= 2, cut_short="keep")),
        ],
        **more,
    )


@cache
@st.composite
def pools_of_few(draw: st.DrawFn) -> Policy:
    """Draw one of few policies in which a pool gives to an account that is looked at in parts."""
    return _of_pools(
        pick(draw, *range(len(_GIVEN))),
        pick(draw, (), "project", SCHOOL_YEAR, CALENDAR_YEAR),
        pick(draw, None, None, ONLINE),
        pick(draw, *range(len(_TAKEN))),
    )


# recognition ------------------------------------------------------------------------------------

_TESTS: Final = (
    ONLINE,
    ETHICS,
    PASSED,
    where(record.hours >= class_hours(3)),
    where(record.level.at_least(Level.CITY)),
    where(not_(record.mode.is_(Mode.ONLINE))),
    where(any_of(record.result.is_(Result.PASSED), IS_CLASS_TEACHER)),
    where(teacher.stage.is_("primary")),
    where(IS_CLASS_TEACHER.on("promoted")),
    where(teacher.event("promoted") <= record.day),
    where(teacher.years_since("promoted") >= Amount(1, 1, YEAR)),
    where(record.day >= DENSE[5]),
    where(at_least(2, ONLINE.tests[0], ETHICS.tests[0], PASSED.tests[0])),
    where(record.mode.is_known()),
    NO_PROJECT,
)


def _earned(draw: st.DrawFn, *, presuming: bool) -> Any:
    hours = record.hours
    values = (
        hours,
        hours * 2,
        hours * teacher.local("share"),
        rounded(hours * "0.5", step=class_hours(1), direction=pick(draw, "up", "down", "half up")),
        from_table(
            record.level,
            record.mode,
            rows={("county", "online"): class_hours(2), ("city", "online"): class_hours(4)},
            otherwise=pick(draw, None, class_hours(1)),
        ),
        hours - class_hours(2),
        least(hours, class_hours(2)),
        most(hours, class_hours(2)) + class_hours(1),
        if_(record.result.is_(Result.PASSED), hours, pick(draw, None, class_hours(1))),
        dated((DENSE[1], class_hours(2)), (DENSE[3], class_hours(4)), (DENSE[5], None)),
        if_(teacher.stage.is_("primary"), hours),
        hours * if_(teacher.years_since("promoted") >= Amount(1, 1, YEAR), 2, 1),
        figure("rate") * hours,
        first_known(hours, class_hours(3)),
    )
    return pick(draw, *(values if presuming else values[:-1]))


@cache
@st.composite
def recognition_only(draw: st.DrawFn, *, forced: bool = True, presuming: bool = True) -> Policy:
    """
    Draw a policy of recognition alone: rules in order, refusals, stacking, tags.

    Args:
        draw: Given by Hypothesis.
        forced: Whether a rule may hold only for some time.
        presuming: Whether silence may be read: presumptions, `is_known`, `first_known`.
    """
    tests = _TESTS if presuming else _TESTS[:-1]
    rules = []
    for place in range(pick(draw, 2, 1, 3)):
        name, chosen = f"rule{place}", pick(draw, *tests, where())
        force = pick(draw, *_FORCE) if forced else None
        if pick(draw, False, False, False, True):
            rules.append(nothing(name, chosen, reason="refused", in_force=force))
            continue
        posts = [
            post("main", _earned(draw, presuming=presuming), tag=pick(draw, "core", "free", ()))
            for _ in range(pick(draw, 1, 1, 2))
        ]
        stacking = pick(draw, False, False, True)
        rules.append(recognise(name, chosen, *posts, stacking=stacking, in_force=force))
    if pick(draw, True, True, False):
        rules.append(recognise("rest", where(), _HOURS))
    parts: dict[str, Any] = {
        "recognition": rules,
        "figures": [define("rate", if_(IS_CLASS_TEACHER, 2, 1))],
        "requirements": _probes(counts=pick(draw, False, True), needed=pick(draw, 3, 5, 1)),
        "counts_before_hire": pick(draw, True, False),
    }
    if presuming:
        words = pick(
            draw,
            None,
            None,
            (record.mode, Mode.ONLINE),
            (record.result, Result.PASSED),
            (record.project, "p"),
            (record.hours, 3),
        )
        if words:
            parts["presumptions"] = [presume("silence", *words, in_force=pick(draw, *_FORCE))]
    if pick(draw, False, False, True):
        parts["ceilings"] = [ceiling("ceiling", class_hours(4), by=("project",))]
    if pick(draw, False, False, False, True):
        parts["rewrites"] = [limit_per("limit", class_hours(3), by=("project",))]
    return _made(**parts)


_FIRST: Final = (
    ONLINE,
    ETHICS,
    where(project="p"),
    where(not_(record.mode.is_(Mode.ONLINE))),
    where(IS_CLASS_TEACHER),
    where(record.day >= DENSE[3]),
)
_POSTED: Final = (
    (post("main", record.hours * 2, tag="core"),),
    (post("main", record.hours * "0.5"),),
    (post("main", record.hours, tag="core"), post("main", record.hours * 2, tag="free")),
    (post("other", record.hours),),
    (post("main", dated((DENSE[1], class_hours(2)), (DENSE[3], class_hours(4))), tag="core"),),
    (post("main", if_(IS_CLASS_TEACHER, record.hours * 2), tag="core"),),
    (),
)


@cache
def _of_rules(
    tests: tuple[int, int], posts: tuple[int, int], stacking: bool, force: Span | None, rest: int
) -> Policy:
    rules = [
        recognise(f"rule{place}", _FIRST[test], *_POSTED[own], stacking=stacking, in_force=force)
        if _POSTED[own]
        else nothing(f"rule{place}", _FIRST[test], reason="refused", in_force=force)
        for place, (test, own) in enumerate(zip(tests, posts, strict=True))
    ]
    rules += [recognise("rest", where(), post("main", record.hours, tag="free"))][:rest]
    return _made(
        accounts=(MAIN, Account("other", CLASS_HOUR)),
        recognition=rules,
        requirements=[
            *_probes(counts=False),
            require("free", total("main", where(tag="free")) >= class_hours(3)),
            require("other", total("other") >= class_hours(3)),
        ],
    )


@cache
@st.composite
def recognition_of_few(draw: st.DrawFn) -> Policy:
    """Draw one of few policies of two rules and what holds else."""
    tests = (pick(draw, *range(len(_FIRST))), pick(draw, *range(len(_FIRST))))
    posts = (pick(draw, *range(len(_POSTED))), pick(draw, *range(len(_POSTED))))
    force = pick(draw, None, None, Span.since(DENSE[3]), Span.through(DENSE[2], DENSE[2]))
    return _of_rules(tests, posts, pick(draw, False, False, True), force, pick(draw, 1, 1, 0))


# windows and verdicts ---------------------------------------------------------------------------

_CYCLES: Final = (
    TWO_YEARS,
    ONE_YEAR,
    Cycle.block(months=18, starting=date(2015, 1, 1)),
    PERSONAL,
    Cycle.personal(years=2, since="registered", clip=Clip.BACK, paused_by=(ON_LEAVE,)),
)
_WINDOWS: Final = (
    around("promoted", months_after=6, clip=Clip.BACK),
    around("promoted", months_before=12, days_after=1, clip=Clip.FORWARD),
    around("promoted", months_before=6, months_after=6, clip=Clip.FORWARD),
    between_events("registered", "promoted"),
)
_MOVING: Final = (last(years=1, clip=Clip.BACK), last(months=6, clip=Clip.FORWARD))
_PERSON: Final = (
    IS_CLASS_TEACHER,
    IS_CLASS_TEACHER.ever(),
    IS_CLASS_TEACHER.throughout(),
    IS_CLASS_TEACHER.at_start(),
    IS_CLASS_TEACHER.on("promoted"),
    teacher.category.is_(NEW_TEACHER),
    teacher.stage.is_("primary"),
    teacher.local("share") >= "0.5",
    teacher.event("promoted") >= DENSE[0],
    not_(teacher.stage.is_("kindergarten")),
    any_of(IS_CLASS_TEACHER, teacher.stage.is_("primary")),
    teacher.years_since("promoted") >= Amount(1, 1, YEAR),
)


def _needed(draw: st.DrawFn) -> Any:
    first, second = (class_hours(pick(draw, 3, 5, 1, 8, 0)) for _ in range(2))
    return pick(
        draw,
        first,
        first,
        if_(IS_CLASS_TEACHER, first, second),
        if_(IS_CLASS_TEACHER.ever(), first, second),
        teacher.local("share") * first,
        dated((DENSE[1], first), (DENSE[5], second)),
        if_(teacher.stage.is_("primary"), first),
        figure("due"),
    )


def _compared(draw: st.DrawFn, *, moving: bool) -> Any:
    windows = (None, None, *_WINDOWS, *(_MOVING if moving else ()))
    of, over = pick(draw, None, ONLINE), pick(draw, *windows)
    amount = pick(draw, total(of=of, over=over), largest_of(of, over=over), total(over=over))
    needed = _needed(draw)
    match pick(draw, 0, 0, 1, 2, 3, 4):
        case 0:
            return amount >= needed
        case 1:
            return amount > needed
        case 2:
            return amount < needed
        case 3:
            return count_of(of, over=over) >= pick(draw, 1, 2)
        case _:
            return amount <= needed


def _asked(draw: st.DrawFn, depth: int, *, moving: bool) -> Any:
    kind = 0 if depth > 1 else pick(draw, *range(10))
    if kind < 2:
        return _compared(draw, moving=moving)
    if kind == 2:
        return pick(draw, *(_PERSON if moving else _PERSON[:-1]))
    if kind < 5:
        calendar = pick(draw, SCHOOL_YEAR, CALENDAR_YEAR, MONTHLY)
        part = _compared(draw, moving=moving) if depth else _asked(draw, depth + 1, moving=moving)
        over, cut = pick(draw, None, None, *_WINDOWS), pick(draw, "keep", "drop")
        return pick(draw, each, some)(calendar, part, over=over, cut_short=cut)
    one, other, third = (_asked(draw, depth + 1, moving=moving) for _ in range(3))
    return (
        all_of(one, other),
        any_of(one, other),
        at_least(2, one, other, third),
        not_(one),
        when(pick(draw, *(_PERSON if moving else _PERSON[:-1])), one),
    )[kind - 5]


@cache
@st.composite
def windows_only(
    draw: st.DrawFn, *, forced: bool = True, moving: bool = True, booked: bool = True
) -> Policy:
    """
    Draw a policy that asks much in many windows, of records that count as they are.

    Args:
        draw: Given by Hypothesis.
        forced: Whether a requirement may hold only for some time.
        moving: Whether windows and facts may move with the day of the audit.
        booked: Whether it says on which day an activity of several days is booked.
    """
    persons = _PERSON if moving else _PERSON[:-1]
    requirements = []
    for place in range(pick(draw, 2, 1, 3)):
        asked = {
            word: pick(draw, *persons)
            for word in ("applies", "exempt", "deemed")
            if pick(draw, False, False, False, True)
        }
        requirements.append(
            require(
                f"need{place}",
                _asked(draw, 0, moving=moving),
                in_force=pick(draw, *_FORCE) if forced else None,
                **asked,
            )
        )
    requirements += [
        require(f"window{place}", total(over=over) >= class_hours(3))
        for place, over in enumerate(pick(draw, _WINDOWS[:2], _WINDOWS[2:], ()))
    ]
    calendar = pick(draw, SCHOOL_YEAR, CALENDAR_YEAR)
    cut = pick(draw, "keep", "drop")
    requirements.append(require("sum", total() >= class_hours(5)))
    requirements.append(require("parts", each(calendar, total() >= class_hours(3), cut_short=cut)))
    parts: dict[str, Any] = {
        "recognition": _PLAIN,
        "figures": [define("due", if_(IS_CLASS_TEACHER, class_hours(5), class_hours(3)))],
        "requirements": requirements,
        "cycle": pick(draw, *_CYCLES),
        "counts_before_hire": pick(draw, False, True),
        "booking": pick(draw, Booking.FIRST_DAY, Booking.LAST_DAY) if booked else None,
    }
    if forced and pick(draw, False, False, False, True):
        parts["in_force"] = pick(draw, *_FORCE)
    if pick(draw, False, False, True):
        limit = pick(draw, class_hours(4), teacher.local("share") * class_hours(4), figure("due"))
        by = pick(draw, (SCHOOL_YEAR,), (CYCLE,), (CALENDAR_YEAR, CYCLE))
        parts["ceilings"] = [ceiling("ceiling", limit, by=by)]
    return _made(**parts)


# laws of growth ---------------------------------------------------------------------------------


@cache
@st.composite
def whole_groups_only(draw: st.DrawFn) -> Policy:
    """
    Draw a policy whose totals take whole groups of each rewrite.

    Rewrites go from narrow groups to wide ones, each over all entries of the account, and the
    cycle holds every day on which there are records.
    """
    chains = (
        (("record",), ("project",)),
        (("project", SCHOOL_YEAR), (SCHOOL_YEAR,), (CYCLE,)),
        (("record",), (EVERY_DAY,), (MONTHLY,), ()),
        (("mode", SCHOOL_YEAR), (SCHOOL_YEAR,)),
        (("topics",), (CYCLE,)),
        (("project",),),
        ((SCHOOL_YEAR,),),
    )
    chain, of = pick(draw, *chains), pick(draw, None, None, ONLINE)
    made = [
        # What a group keeps is shared among its members, so that a wider one may only add it up.
        _rewrite(draw, f"rewrite{place}", _BY_TOTAL if place else _UNDATED, by=by, of=of)
        for place, by in enumerate(chain)
    ]
    yearly = all(SCHOOL_YEAR in by or EVERY_DAY in by or "record" in by for by in chain)
    requirements = [
        require("sum", total() >= class_hours(pick(draw, 3, 5, 8))),
        require("some", total(of=of) >= class_hours(pick(draw, 3, 5, 1))),
    ]
    if yearly:
        needed = class_hours(pick(draw, 3, 2))
        requirements.append(require("years", each(SCHOOL_YEAR, total() >= needed)))
    parts: dict[str, Any] = {
        "recognition": _PLAIN,
        "rewrites": made,
        "requirements": requirements,
    }
    if pick(draw, False, True):
        parts["ceilings"] = [ceiling("ceiling", class_hours(pick(draw, 4, 6, 8)), by=CYCLE)]
    return _made(**parts)
