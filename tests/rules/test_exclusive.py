"""Demands that share entries: cases worked by hand, what is refused, and how it reads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from teachtrain.errors import InvalidPolicyError, InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CALENDAR_YEAR,
    CLASS_HOUR,
    TRAINING_CREDIT,
    UNKNOWN,
    Certainty,
    Cycle,
    Source,
    Teacher,
    Text,
    TrainingRecord,
    Transcript,
    class_hours,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Audit,
    Policy,
    all_of,
    audit,
    ceiling,
    demand,
    each,
    exclusive,
    limit_per,
    post,
    recognise,
    record,
    require,
    teacher,
    total,
    when,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from teachtrain.rules._conditions import Condition

ethics: Final = total(of=where(topic="ethics"))
safety: Final = total(of=where(topic="safety"))
everything: Final = total()
CREDIT: Final = record.hours * per(CLASS_HOUR, training_credits(1))
END: Final = date(2024, 12, 31)


def policy(needs: Condition, **parts: Any) -> Policy:  # noqa: ANN401 - parts of every kind
    usual: dict[str, Any] = {
        "accounts": (Account("main", TRAINING_CREDIT),),
        "cycle": Cycle.block(years=5, starting=date(2020, 1, 1)),
        "recognition": (recognise("all", where(), post("main", CREDIT)),),
        "requirements": (require("need", needs),),
    }
    source = Source("an invented order", certainty=Certainty.INVENTED)
    return Policy(id="small", title="A small policy", source=source, **(usual | parts))


def did(name: str, hours: int, *topics: str, year: int = 2021, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - facts of every kind
    day = date(year, 3, int(name[1:]))
    return TrainingRecord(name, day=day, hours=hours, **({"topics": topics} | facts))


def found(
    needs: Condition,
    *records: TrainingRecord,
    who: Teacher | None = None,
    complete_until: date | None = END,
    **parts: Any,  # noqa: ANN401 - parts of every kind
) -> Audit:
    transcript = Transcript(records, complete_until=complete_until)
    return audit(policy(needs, **parts), who or Teacher("t"), transcript, as_of=END)


def result(own: Audit) -> tuple[str, str, str]:
    finding = own.finding("need")
    return str(finding.so_far), str(finding.counted), str(finding.required)


def shares(own: Audit) -> list[tuple[int, str, str]]:
    """Return for each share: which demand, which record, how much."""
    finding = own.finding("need")
    demands = getattr(finding.form, "demands", ())
    assert finding.check_shares() == ()
    return [(demands.index(one.demand), one.entry, str(one.amount.value)) for one in finding.shares]


TWO: Final = exclusive(demand(ethics >= training_credits(6)), demand(safety >= training_credits(6)))


# split ------------------------------------------------------------------------------------------


def test_a_record_for_both_serves_each_hour_once() -> None:
    # 10 of both and 2 of safety: 6 + 4 + 2
    own = found(TWO, did("r1", 10, "ethics", "safety"), did("r2", 2, "safety"))
    assert result(own) == ("met", "12 training credit", "12 training credit")
    assert shares(own) == [(0, "r1", "6"), (1, "r1", "4"), (1, "r2", "2")]
    # alone, each would be met by 6 of the 10: together 2 are lacking without the second record
    alone = found(TWO, did("r1", 10, "ethics", "safety"))
    assert result(alone) == ("unmet", "10 training credit", "12 training credit")
    assert str(alone.finding("need").shortfall) == "2 training credit"
    assert shares(alone) == [(0, "r1", "6"), (1, "r1", "4")]


def test_what_is_more_than_asked_for_serves_nothing() -> None:
    own = found(TWO, did("r1", 30, "ethics"), did("r2", 5, "safety"))
    assert result(own) == ("unmet", "11 training credit", "12 training credit")


def test_a_yearly_ceiling_holds_over_all_that_is_shared() -> None:
    # 8 count of the 12 of 2021, 3 of 2022
    own = found(
        TWO,
        did("r1", 12, "ethics", "safety"),
        did("r2", 3, "safety", year=2022),
        ceilings=(ceiling("year", training_credits(8), by=CALENDAR_YEAR),),
    )
    assert result(own) == ("unmet", "11 training credit", "12 training credit")
    assert shares(own) == [(0, "r1", "6"), (1, "r1", "2"), (1, "r2", "3")]


def test_a_demand_may_take_so_much_at_most_of_some() -> None:
    # at most 2 of safety online
    limited = exclusive(
        demand(ethics >= training_credits(6)),
        demand(
            safety >= training_credits(6),
            total(of=where(mode="online")) <= training_credits(2),
        ),
    )
    own = found(
        limited,
        did("r1", 6, "ethics", mode="face_to_face"),
        did("r2", 9, "safety", mode="online"),
        did("r3", 3, "safety", mode="face_to_face"),
    )
    assert result(own) == ("unmet", "11 training credit", "12 training credit")
    assert shares(own) == [(0, "r1", "6"), (1, "r2", "2"), (1, "r3", "3")]


def test_two_limits_of_one_demand() -> None:
    limited = exclusive(
        demand(
            everything >= training_credits(10),
            total(of=where(mode="online")) <= training_credits(2),
            total(of=where(mode="school_based")) <= training_credits(3),
        ),
        demand(safety >= training_credits(4)),
    )
    own = found(
        limited,
        did("r1", 9, mode="online"),
        did("r2", 9, mode="school_based"),
        did("r3", 9, "safety", mode="face_to_face"),
    )
    # 2 + 3 + 5 for the first, 4 for the second
    assert result(own) == ("met", "14 training credit", "14 training credit")


# whole ------------------------------------------------------------------------------------------


def test_a_whole_record_serves_one_demand() -> None:
    whole = exclusive(*TWO.demands, whole=True)
    own = found(whole, did("r1", 10, "ethics", "safety"), did("r2", 2, "safety"))
    assert result(own) == ("unmet", "8 training credit", "12 training credit")
    assert shares(own) == [(0, "r1", "6"), (1, "r2", "2")]
    better = found(whole, did("r1", 10, "ethics", "safety"), did("r2", 6, "ethics", "safety"))
    assert result(better) == ("met", "12 training credit", "12 training credit")


# what is not known ------------------------------------------------------------------------------


def test_a_pending_record_leaves_a_range() -> None:
    own = found(TWO, did("r1", 8, "ethics", "safety"), did("r2", 4, "safety", status="pending"))
    assert result(own) == (
        "unknown (met or unmet)",
        "8 to 12 training credit",
        "12 training credit",
    )
    assert [(one.kind, one.record) for one in own.finding("need").missing] == [("pending", "r2")]
    assert shares(own) == [(0, "r1", "6"), (1, "r1", "2")]


def test_topics_that_are_not_known_may_serve_either() -> None:
    own = found(TWO, did("r1", 6, "ethics"), did("r2", 9, topics=UNKNOWN))
    assert result(own)[:2] == ("unknown (met or unmet)", "6 to 12 training credit")
    assert [(one.fact, one.record) for one in own.finding("need").missing] == [("topics", "r2")]


def test_a_limit_that_may_hold_over_a_record() -> None:
    limited = exclusive(
        demand(
            ethics >= training_credits(6), total(of=where(mode="online")) <= training_credits(2)
        ),
        demand(safety >= training_credits(6)),
    )
    own = found(limited, did("r1", 6, "ethics"), did("r2", 6, "safety"))
    assert result(own)[:2] == ("unknown (met or unmet)", "8 to 12 training credit")


def test_records_that_may_still_come_in_fill_whatever_is_asked_for() -> None:
    for whole in (False, True):
        own = found(
            exclusive(*TWO.demands, whole=whole), did("r1", 4, "ethics"), complete_until=None
        )
        assert result(own)[:2] == ("unknown (met or unmet)", "4 to 12 training credit")


def test_no_cycle_is_told_and_so_no_sum() -> None:
    personal = Cycle.personal(years=5, since="registered", clip="back")  # type: ignore[arg-type]  # a word
    who = Teacher("t", events={"registered": UNKNOWN})
    own = found(TWO, did("r1", 4, "ethics"), who=who, cycle=personal)
    assert str(own.finding("need").so_far).startswith("unknown")
    assert [one.fact for one in own.finding("need").missing] == ["registered"]


def test_more_ways_for_whole_records_than_are_followed() -> None:
    # 1, 2, 4, ... come to three times 21,845, and no two sums of different ones are alike
    whole = exclusive(*[demand(everything >= training_credits(21_845))] * 3, whole=True)
    records = [
        TrainingRecord(f"r{n}", day=date(2021, 1, 1 + n), hours=2**n, topics=()) for n in range(16)
    ]
    own = found(whole, *records)
    finding = own.finding("need")
    assert str(finding.so_far) == "unknown (met or unmet)"
    assert [one.kind for one in finding.missing] == ["ways"]
    assert "There are too many ways to give whole records to the demands" in own.explain()


# of whom it is asked ----------------------------------------------------------------------------


def test_a_demand_that_does_not_apply_asks_for_nothing() -> None:
    class_teachers = teacher.category.is_("class_teacher")
    both = all_of(when(class_teachers, TWO), everything >= training_credits(1))
    own = found(both, did("r1", 3, "ethics"), who=Teacher("t", categories=()))
    assert str(own.finding("need").so_far) == "met"
    assert str(own.finding("need").parts[0].so_far) == "not applicable"


def test_each_year_by_itself() -> None:
    own = found(
        each(CALENDAR_YEAR, TWO),
        *(did(f"r{n}", 12, "ethics", "safety", year=2019 + n) for n in range(1, 6)),
    )
    assert str(own.finding("need").so_far) == "met"
    assert [str(part.counted) for part in own.finding("need").parts] == ["12 training credit"] * 5
    assert [len(part.shares) for part in own.finding("need").parts] == [2] * 5


def test_what_a_pool_made_serves_like_a_record() -> None:
    # 16 hours of reading make 2 credits of ethics
    own = found(
        TWO,
        did("r1", 16, activity="reading"),
        did("r2", 4, "ethics", "safety", activity="course"),
        did("r3", 6, "safety", activity="course"),
        accounts=(Account("main", TRAINING_CREDIT), Account("reading", CLASS_HOUR)),
        recognition=(
            recognise("reading", where(activity="reading"), post("reading", record.hours)),
            recognise("all", where(), post("main", CREDIT)),
        ),
        requirements=(
            require("need", exclusive(*TWO.demands)),
            require("more", total("reading") >= class_hours(1)),
        ),
    )
    assert result(own)[:2] == ("unmet", "10 training credit")


def test_a_rewrite_is_applied_before_anything_is_shared_out() -> None:
    own = found(
        TWO,
        did("r1", 10, "ethics", "safety", project="p"),
        did("r2", 10, "safety", project="p"),
        rewrites=(limit_per("p", training_credits(8), by="project"),),
    )
    assert result(own)[:2] == ("unmet", "8 training credit")


# words ------------------------------------------------------------------------------------------


def test_what_each_demand_took_of_which_record() -> None:
    own = found(
        exclusive(
            demand(ethics >= training_credits(6), title=Text("Ethics", zh="师德")),
            demand(safety >= training_credits(6), title=Text("Safety", zh="安全")),
        ),
        did("r1", 10, "ethics", "safety"),
    )
    english, chinese = own.explain(), own.explain("zh")
    said = "Safety: at least 6 training credits, counting only training that is on topic safety"
    assert f"- {said}: not met, 4 of 6 training credits, from r1 (4)" in english
    assert "   Of this, 6 training credits serve: “Ethics”\n" in english
    assert (
        "- 安全：主题为safety的培训不少于6培训学分：未达到，需6培训学分，已计入4，来自r1（4）"
        in chinese
    )
    assert "其中6培训学分用于：“师德”" in chinese
    for language, words in (("en", said), ("zh", "安全：主题为safety的培训不少于6培训学分")):
        assert words in own.to_html(language)


# what is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: exclusive(demand(ethics >= training_credits(1))), "among 1 demands"),
        (lambda: exclusive(*[demand(ethics >= training_credits(1))] * 13), "among 13 demands"),
        (
            lambda: exclusive(
                demand(ethics >= training_credits(1)), demand(total("other") >= training_credits(1))
            ),
            "several accounts or windows",
        ),
        (
            lambda: exclusive(*TWO.demands, whole="yes"),  # type: ignore[arg-type]  # on purpose
            "not a truth value",
        ),
    ],
)
def test_what_is_no_set_of_demands(make: Callable[[], object], words: str) -> None:
    with pytest.raises((InvalidValueError, InvalidTypeError), match=words):
        make()


def year_and_online() -> tuple[Any, ...]:
    return (
        ceiling("year", training_credits(8), by=CALENDAR_YEAR),
        ceiling("online", training_credits(8), of=where(mode="online"), by=CYCLE),
    )


@pytest.mark.parametrize(
    ("needs", "parts", "words"),
    [
        (
            exclusive(*TWO.demands, whole=True),
            {"ceilings": (ceiling("year", training_credits(8), by=CALENDAR_YEAR),)},
            "gives records as a whole where ceilings limit the account: year",
        ),
        (TWO, {"ceilings": year_and_online()}, "under ceilings that cross each other"),
        (
            exclusive(
                demand(
                    ethics >= training_credits(6),
                    total(of=where(mode="online")) <= training_credits(2),
                    total(of=where(level="county")) <= training_credits(2),
                ),
                demand(safety >= training_credits(6)),
            ),
            {},
            "limits one demand by selections that may take the same entry",
        ),
    ],
)
def test_what_a_policy_cannot_ask_for(needs: Condition, parts: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidPolicyError, match=words) as refused:
        policy(needs, **parts)
    assert "need" in str(refused.value)  # the clause is named
