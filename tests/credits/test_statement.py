"""A statement in words and as a page: what each entry changed, and what was held after it."""

from __future__ import annotations

from datetime import date

import pytest

from teachtrain.credits.ledger import Ledger, statement
from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import (
    CLASS_HOUR,
    PROGRAMME_CREDIT,
    Certainty,
    Source,
    Term,
    Text,
    class_hours,
    programme_credits,
)
from teachtrain.rules.explain import statement_page, statement_words

BANK = (
    Ledger.open("t-1", {"hours": CLASS_HOUR, "programme": PROGRAMME_CREDIT})
    .recognise(
        "e-1",
        "hours",
        class_hours(200),
        origin="r-1",
        true_on=date(2010, 7, 12),
        known_on=date(2010, 9, 1),
        source=Source("Elm 3", certainty=Certainty.INVENTED),
    )
    .convert(
        "e-2",
        {"e-1": class_hours(192)},
        "programme",
        programme_credits(12),
        origin="pilot",
        true_on=date(2012, 3, 15),
        known_on=date(2012, 3, 15),
    )
    .revoke(
        "e-3",
        "e-2",
        true_on=date(2012, 3, 15),
        known_on=date(2012, 6, 1),
        reason=Text("<not> a candidate", "不是考生"),
    )
)
NAMES: dict[str, Text | Term | str] = {
    "hours": Text("class hours", "学时账户"),
    "r-1": "a county course",
}


def test_a_statement_in_words() -> None:
    found = statement(BANK, as_of=date(2012, 12, 31), known_on=date(2012, 12, 31))
    assert statement_words(found, names=NAMES) == ENGLISH
    assert statement_words(found, "zh", names=NAMES) == CHINESE


ENGLISH = """\
Statement of the credit bank
============================
Teacher: t-1
As of: 2012-12-31
As known on: 2012-12-31

Held
----
- class hours: 200 class hours
- programme: 0 programme credits

Entries
-------
e-1: 2010-09-01, true from 2010-07-12: recognised, a county course
   class hours: +200 class hours, then 200 class hours
   Source: Elm 3 (made up, no place's law)
e-2: 2012-03-15: converted (undone later), pilot
   class hours: −192 class hours, then 8 class hours
   programme: +12 programme credits, then 12 programme credits
e-3: 2012-06-01, true from 2012-03-15: revocation of entry e-2, pilot
   class hours: +192 class hours, then 200 class hours
   programme: −12 programme credits, then 0 programme credits
   Reason: <not> a candidate
"""
CHINESE = """\
学分银行对账单
==============
教师：t-1
截至：2012年12月31日
所知截至：2012年12月31日

结余
----
- 学时账户：200学时
- programme：0学历学分

条目
----
e-1：2010年9月1日（自2010年7月12日起有效）：认定，a county course
   学时账户：+200学时，结余200学时
   依据：Elm 3（虚构，非任何地方的规定）
e-2：2012年3月15日：转换（后已撤销），pilot
   学时账户：−192学时，结余8学时
   programme：+12学历学分，结余12学历学分
e-3：2012年6月1日（自2012年3月15日起有效）：撤销条目e-2，pilot
   学时账户：+192学时，结余200学时
   programme：−12学历学分，结余0学历学分
   原因：不是考生
"""


@pytest.mark.parametrize(
    ("as_of", "known_on", "ids", "held"),
    [
        (date(2010, 7, 11), date(2012, 12, 31), [], 0),
        (date(2010, 7, 12), date(2012, 12, 31), ["e-1"], 200),
        (date(2010, 7, 12), date(2010, 8, 31), [], 0),
        (date(2010, 7, 12), date(2010, 9, 1), ["e-1"], 200),
        (date(2012, 3, 14), date(2012, 5, 31), ["e-1"], 200),
        (date(2012, 3, 15), date(2012, 5, 31), ["e-1", "e-2"], 8),
        (date(2012, 3, 15), date(2012, 6, 1), ["e-1", "e-2", "e-3"], 200),
    ],
)
def test_the_borders_of_both_days(as_of: date, known_on: date, ids: list[str], held: int) -> None:
    found = statement(BANK, as_of=as_of, known_on=known_on)
    assert [line.entry.id for line in found.lines] == ids
    assert found.balances["hours"] == class_hours(held)
    assert all(line.stands is (line.entry.id != "e-2" or "e-3" not in ids) for line in found.lines)


def test_a_statement_without_entries() -> None:
    found = statement(BANK, as_of=date(2000, 1, 1), known_on=date(2000, 1, 1))
    assert "No entries." in statement_words(found)
    assert "无条目。" in statement_page(found, "zh")


def test_what_was_undone_twice_stands() -> None:
    bank = BANK.revoke("e-4", "e-3", true_on=date(2012, 3, 15), known_on=date(2012, 7, 1))
    found = statement(bank, as_of=date(2012, 12, 31), known_on=date(2012, 12, 31))
    assert [line.stands for line in found.lines] == [True, True, False, True]
    assert found.balances["programme"] == programme_credits(12)
    again = bank.revoke("e-5", "e-4", true_on=date(2012, 3, 15), known_on=date(2012, 8, 1))
    found = statement(again, as_of=date(2012, 12, 31), known_on=date(2012, 12, 31))
    assert [line.stands for line in found.lines] == [True, False, True, False, True]
    assert [line.stands for line in found.lines] == [again.stands(own.id) for own in again]


def test_an_entry_that_gives_what_it_takes_changes_no_account() -> None:
    bank = BANK.convert(
        "e-4",
        {"e-1": class_hours(10)},
        "hours",
        class_hours(10),
        origin="another",
        true_on=date(2012, 7, 1),
        known_on=date(2012, 7, 1),
    )
    found = statement(bank, as_of=date(2012, 12, 31), known_on=date(2012, 12, 31))
    assert found.lines[-1].changes == ()
    assert "no account changed" in statement_words(found)
    assert "账户无变动" in statement_page(found, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_holds_all_that_the_text_says(language: str) -> None:
    found = statement(BANK, as_of=date(2012, 12, 31), known_on=date(2012, 12, 31))
    made = statement_page(found, language, names=NAMES)
    assert made.startswith("<!doctype html>")
    assert "<script" not in made
    assert "http" not in made
    assert "<not>" not in made
    words = ["t-1", "e-1", "a county course", "Elm 3", "+200", "−192", "+12", "−12"]
    words += ["&lt;not&gt; a candidate"] if language == "en" else ["不是考生", "学时账户"]
    for word in words:
        assert word in made


def test_what_is_no_ledger_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match="is no Ledger"):
        statement("t-1", as_of=date(2012, 1, 1), known_on=date(2012, 1, 1))  # type: ignore[arg-type]


def test_no_other_language() -> None:
    found = statement(BANK, as_of=date(2012, 12, 31), known_on=date(2012, 12, 31))
    with pytest.raises(InvalidValueError, match="no words in it"):
        statement_words(found, "de")
