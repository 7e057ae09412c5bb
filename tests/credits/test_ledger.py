"""The credit bank: balances at any pair of dates, nothing taken twice, nothing edited."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TypedDict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from teachtrain.credits.ledger import EntryKind, Ledger, LedgerEntry, Moved, merge, statement
from teachtrain.errors import ConflictError, InvalidTypeError, InvalidValueError, TeachtrainError
from teachtrain.models import (
    CLASS_HOUR,
    PROGRAMME_CREDIT,
    Amount,
    class_hours,
    programme_credits,
)

ACCOUNTS = {"hours": CLASS_HOUR, "programme": PROGRAMME_CREDIT}
FIRST = date(2020, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(number)


class When(TypedDict):
    """The two days of an entry."""

    true_on: date
    known_on: date


def on(number: int) -> When:
    """True and known on the same day."""
    return {"true_on": day(number), "known_on": day(number)}


def opened(hours: int = 100) -> Ledger:
    """A hundred hours of day 10, known on day 20."""
    return Ledger.open("t-1", ACCOUNTS).recognise(
        "e-1", "hours", class_hours(hours), origin="r-1", true_on=day(10), known_on=day(20)
    )


def hours(bank: Ledger, as_of: int, known_on: int = 999) -> Amount:
    return bank.balance("hours", as_of=day(as_of), known_on=day(known_on))


@pytest.mark.parametrize(
    ("as_of", "known_on", "held"),
    [(9, 20, 0), (10, 20, 100), (11, 20, 100), (10, 19, 0), (10, 21, 100)],
)
def test_the_borders_of_both_days(as_of: int, known_on: int, held: int) -> None:
    assert hours(opened(), as_of, known_on) == class_hours(held)


def test_hours_turned_into_credits_are_gone_from_the_hours() -> None:
    """192 hours at sixteen for a credit are twelve credits."""
    bank = opened(200).convert(
        "e-2",
        {"e-1": class_hours(192)},
        "programme",
        programme_credits(12),
        origin="pilot",
        true_on=day(30),
        known_on=day(30),
    )
    assert (hours(bank, 29), hours(bank, 30)) == (class_hours(200), class_hours(8))
    held = bank.balance("programme", as_of=day(30), known_on=day(30))
    assert held == programme_credits(12)
    with pytest.raises(InvalidValueError, match=r"takes more of entry 'e-1' than is left"):
        bank.expire(
            "e-3", {"e-1": class_hours("8.5")}, origin="x", true_on=day(31), known_on=day(31)
        )
    assert [own.id for own in bank.history("r-1")] == ["e-1", "e-2"]


def test_what_was_converted_is_revoked_from_the_end() -> None:
    bank = opened().convert(
        "e-2",
        {"e-1": class_hours(96)},
        "programme",
        programme_credits(6),
        origin="pilot",
        true_on=day(30),
        known_on=day(30),
    )
    with pytest.raises(InvalidValueError, match=r"'e-1': was spent by e-2; revoke these first"):
        bank.revoke("e-3", "e-1", true_on=day(10), known_on=day(40))
    undone = bank.revoke("e-3", "e-2", true_on=day(40), known_on=day(40))
    assert (hours(undone, 39), hours(undone, 40)) == (class_hours(4), class_hours(100))
    assert undone.balance("programme", as_of=day(40), known_on=day(40)) == programme_credits(0)
    gone = undone.revoke("e-4", "e-1", true_on=day(41), known_on=day(41))
    assert (hours(gone, 40), hours(gone, 41)) == (class_hours(100), class_hours(0))
    assert not gone.stands("e-1")
    with pytest.raises(InvalidValueError, match="revoked already"):
        gone.revoke("e-5", "e-1", true_on=day(42), known_on=day(42))


@pytest.mark.parametrize(("revoked", "refused"), [(29, True), (30, False), (31, False)])
def test_what_expired_after_the_day_of_a_revocation_is_revoked_first(
    revoked: int, refused: bool
) -> None:
    """Else what expired later would stand from the one day to the other."""
    bank = opened().expire("e-2", {"e-1": class_hours(40)}, origin="rule", **on(30))
    if refused:
        with pytest.raises(InvalidValueError, match="was spent by e-2"):
            bank.revoke("e-3", "e-1", true_on=day(revoked), known_on=day(50))
        bank = bank.revoke("e-9", "e-2", true_on=day(30), known_on=day(50))
    gone = bank.revoke("e-3", "e-1", true_on=day(revoked), known_on=day(50))
    for at in (revoked, 40, 60):
        assert hours(gone, at) == class_hours(0)


def test_a_revocation_can_be_revoked() -> None:
    bank = opened().revoke("e-2", "e-1", true_on=day(30), known_on=day(30))
    back = bank.revoke("e-3", "e-2", true_on=day(35), known_on=day(35))
    held = [hours(back, at) for at in (29, 30, 34, 35)]
    assert held == [class_hours(100), class_hours(0), class_hours(0), class_hours(100)]
    assert back.stands("e-1")


@pytest.mark.parametrize("right", [0, 60, 140])
def test_a_correction_holds_from_the_first_day_and_the_past_stays_as_it_was_known(
    right: int,
) -> None:
    bank = opened().correct("e-2", "e-1", class_hours(right), known_on=day(50))
    assert hours(bank, 10, 49) == class_hours(100)
    assert hours(bank, 10, 50) == class_hours(right)
    assert bank.amount("e-1") == class_hours(right)


@pytest.mark.parametrize("wrong", [60, 140])
def test_a_correction_and_its_reversal_are_nothing(wrong: int) -> None:
    bank = opened().correct("e-2", "e-1", class_hours(wrong), known_on=day(50))
    back = bank.revoke("e-3", "e-2", true_on=day(10), known_on=day(51))
    for at in range(8, 60):
        assert hours(back, at) == hours(opened(), at)
    assert back.amount("e-1") == class_hours(100)


def test_revoking_takes_what_corrections_added() -> None:
    bank = opened().correct("e-2", "e-1", class_hours(140), known_on=day(50))
    gone = bank.revoke("e-3", "e-1", true_on=day(10), known_on=day(51))
    assert hours(gone, 60) == class_hours(0)


def test_a_correction_below_what_was_spent_is_refused() -> None:
    bank = opened().transfer_out(
        "e-2", {"e-1": class_hours(70)}, origin="bank-33", true_on=day(30), known_on=day(30)
    )
    assert hours(bank.correct("e-3", "e-1", class_hours(70), known_on=day(40)), 40) == class_hours(
        0
    )
    with pytest.raises(InvalidValueError, match="than is left"):
        bank.correct("e-3", "e-1", class_hours(69), known_on=day(40))


def test_what_left_one_bank_came_into_the_other() -> None:
    there = Ledger.open("t-1", ACCOUNTS)
    here = opened().transfer_out(
        "e-2", {"e-1": class_hours(30)}, origin="bank-33", true_on=day(30), known_on=day(30)
    )
    there = there.transfer_in(
        "f-1", "hours", class_hours(30), origin="bank-37:e-2", true_on=day(30), known_on=day(31)
    )
    for at in (29, 30):
        assert hours(here, at) + hours(there, at) == class_hours(100)
    with pytest.raises(ConflictError, match="in the account already, by entry 'f-1'"):
        there.transfer_in(
            "f-2", "hours", class_hours(30), origin="bank-37:e-2", true_on=day(30), known_on=day(32)
        )


def test_the_oldest_is_taken_first() -> None:
    bank = opened(10).recognise(
        "e-0", "hours", class_hours(10), origin="r-0", true_on=day(5), known_on=day(21)
    )
    chosen = bank.oldest_first("hours", class_hours(15), as_of=day(30))
    assert chosen == {"e-0": class_hours(10), "e-1": class_hours(5)}
    assert bank.oldest_first("hours", class_hours(10), as_of=day(9)) == {"e-0": class_hours(10)}
    with pytest.raises(InvalidValueError, match=r"holds class_hours\(10\)|holds 10"):
        bank.oldest_first("hours", class_hours(11), as_of=day(9))


def test_refused() -> None:
    bank = opened()
    with pytest.raises(InvalidTypeError, match="give it in class hour"):
        bank.oldest_first("hours", programme_credits(1), as_of=day(30))
    when = on(30)
    with pytest.raises(ConflictError, match="by entry 'e-1'; correct or revoke that one"):
        bank.recognise("e-2", "hours", class_hours(1), origin="r-1", **when)
    with pytest.raises(ConflictError, match="other content"):
        bank.recognise("e-1", "hours", class_hours(1), origin="r-2", **when)
    with pytest.raises(InvalidValueError, match="no account 'minutes'"):
        bank.recognise("e-2", "minutes", class_hours(1), origin="r-2", **when)
    with pytest.raises(InvalidTypeError, match="is in programme credit"):
        bank.recognise("e-2", "hours", programme_credits(1), origin="r-2", **when)
    with pytest.raises(InvalidValueError, match="known before the last entry"):
        bank.recognise(
            "e-2", "hours", class_hours(1), origin="r-2", true_on=day(1), known_on=day(19)
        )
    with pytest.raises(InvalidValueError, match="gives nothing"):
        bank.recognise("e-2", "hours", class_hours(0), origin="r-2", **when)
    with pytest.raises(InvalidValueError, match="changes nothing"):
        bank.expire("e-2", {}, origin="rule", **when)
    with pytest.raises(InvalidValueError, match="names no earlier entry"):
        bank.expire("e-2", {"e-9": class_hours(1)}, origin="rule", **when)
    with pytest.raises(InvalidValueError, match="than is left"):
        bank.expire("e-2", {"e-1": class_hours(1)}, origin="rule", true_on=day(9), known_on=day(30))
    restoring = LedgerEntry(
        "e-2", EntryKind.REVOKED, restores=(Moved("e-1", class_hours(1)),), origin="r-1", **when
    )
    with pytest.raises(InvalidValueError, match="gives back more"):
        bank.append(restoring)
    with pytest.raises(InvalidTypeError, match="has no unit"):
        Ledger.open("t-1", {"hours": "hours"})  # type: ignore[dict-item]


def test_two_branches_of_one_ledger_do_not_see_each_other() -> None:
    bank = opened()
    one = bank.expire("e-2", {"e-1": class_hours(1)}, origin="a", true_on=day(30), known_on=day(30))
    two = bank.expire("e-3", {"e-1": class_hours(2)}, origin="b", true_on=day(30), known_on=day(30))
    assert (hours(bank, 30), hours(one, 30), hours(two, 30)) == (
        class_hours(100),
        class_hours(99),
        class_hours(98),
    )
    assert "e-2" not in two
    assert one == bank.append(*one.entries)
    assert one != two


# Merging ------------------------------------------------------------------------------------


def other(amount: int = 100, entry: str = "f-1") -> Ledger:
    return Ledger.open("t-1", ACCOUNTS).recognise(
        entry, "hours", class_hours(amount), origin="r-1", true_on=day(10), known_on=day(25)
    )


def test_an_activity_that_both_platforms_recognised_is_there_once() -> None:
    theirs = other().expire(
        "f-2", {"f-1": class_hours(40)}, origin="rule", true_on=day(30), known_on=day(30)
    )
    both = merge(opened(), theirs)
    assert both == merge(theirs, opened())
    assert [own.id for own in both] == ["e-1", "f-2"]
    assert hours(both, 30) == class_hours(60)
    assert merge(both, theirs) == both == merge(both, both)


def test_hours_that_both_platforms_spent_are_a_conflict() -> None:
    when = on(30)
    ours = opened().transfer_out("e-2", {"e-1": class_hours(60)}, origin="x", **when)
    theirs = other().transfer_out("f-2", {"f-1": class_hours(60)}, origin="y", **when)
    with pytest.raises(ConflictError, match="takes more of entry 'e-1'"):
        merge(ours, theirs)


def test_two_amounts_of_one_activity_are_a_conflict_until_one_is_corrected() -> None:
    with pytest.raises(ConflictError, match="'r-1' is worth"):
        merge(opened(), other(80))
    right = other(80).correct("f-2", "f-1", class_hours(100), known_on=day(40))
    assert hours(merge(opened(), right), 50) == class_hours(100)


def test_corrections_of_an_entry_that_another_stands_for_are_not_made_twice() -> None:
    theirs = other(80).correct("f-2", "f-1", class_hours(90), known_on=day(40))
    theirs = theirs.revoke("f-3", "f-2", true_on=day(10), known_on=day(41))
    theirs = theirs.correct("f-4", "f-1", class_hours(100), known_on=day(42))
    both = merge(opened(), theirs)
    assert [own.id for own in both] == ["e-1"]
    assert merge(both, theirs) == both


def test_other_conflicts_of_a_merge() -> None:
    with pytest.raises(ConflictError, match="entry 'e-1' differs"):
        merge(opened(), other(entry="e-1"))
    with pytest.raises(InvalidValueError, match="one teacher"):
        merge(opened(), Ledger.open("t-2", ACCOUNTS))
    with pytest.raises(ConflictError, match="account 'hours' is in"):
        merge(opened(), Ledger.open("t-1", {"hours": PROGRAMME_CREDIT}))


# Random histories ---------------------------------------------------------------------------


class Histories(RuleBasedStateMachine):
    """A ledger beside a list of (account, amount, true on, known on), kept by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.bank = Ledger.open("t-1", ACCOUNTS)
        self.today = 0
        self.number = 0
        self.rows: list[tuple[str, Fraction, int, int]] = []
        self.outside = Fraction(0)
        self.pasts: list[tuple[int, tuple[Amount, ...]]] = []

    def _id(self) -> str:
        self.number += 1
        return f"e-{self.number}"

    def _kept(self) -> list[LedgerEntry]:
        return [own for own in self.bank if own.account == "hours"]

    @rule(days=st.integers(1, 5))
    def time_goes_by(self, days: int) -> None:
        seen = tuple(hours(self.bank, at, self.today) for at in range(0, 40, 3))
        self.pasts.append((self.today, seen))
        self.today += days

    @rule(amount=st.integers(1, 40), back=st.integers(0, 10))
    def recognise(self, amount: int, back: int) -> None:
        name, true_on = self._id(), max(0, self.today - back)
        self.bank = self.bank.recognise(
            name,
            "hours",
            class_hours(amount),
            origin=f"r-{name}",
            true_on=day(true_on),
            known_on=day(self.today),
        )
        self.rows.append(("hours", Fraction(amount), true_on, self.today))

    @precondition(lambda self: bool(self._kept()))
    @rule(data=st.data(), amount=st.integers(1, 40), credits_=st.integers(1, 5))
    def spend(self, data: st.DataObject, amount: int, credits_: int) -> None:
        own = data.draw(st.sampled_from(self._kept()))
        name, takes = self._id(), {own.id: class_hours(amount)}
        when = on(self.today)
        converts = data.draw(st.booleans())
        enough = hours_left(self.bank, own, self.today) >= amount
        try:
            if converts:
                self.bank = self.bank.convert(
                    name, takes, "programme", programme_credits(credits_), origin="a", **when
                )
            else:
                self.bank = self.bank.expire(name, takes, origin="rule", **when)
        except InvalidValueError:
            assert not enough
            return
        assert enough
        self.rows.append(("hours", Fraction(-amount), self.today, self.today))
        if converts:
            self.rows.append(("programme", Fraction(credits_), self.today, self.today))

    @precondition(lambda self: bool(self._kept()))
    @rule(data=st.data(), amount=st.integers(0, 60))
    def correct(self, data: st.DataObject, amount: int) -> None:
        own = data.draw(st.sampled_from(self._kept()))
        before = self.bank.amount(own.id).value
        try:
            self.bank = self.bank.correct(
                self._id(), own.id, class_hours(amount), known_on=day(self.today)
            )
        except TeachtrainError:
            left = min(hours_left(self.bank, own, at) for at in range(self.today + 1, 99))
            assert (
                amount == before
                or not self.bank.stands(own.id)
                or before - amount > left
                or (own.kind is EntryKind.CORRECTED)
            )
            return
        true_on = (own.true_on - FIRST).days
        self.rows.append(("hours", Fraction(amount) - before, true_on, self.today))
        assert self.bank.amount(own.id) == class_hours(amount)

    @precondition(lambda self: len(self.bank) > 0)
    @rule(data=st.data())
    def revoke(self, data: st.DataObject) -> None:
        own = data.draw(st.sampled_from(self.bank.entries))
        name = self._id()
        try:
            self.bank = self.bank.revoke(
                name, own.id, true_on=day(self.today), known_on=day(self.today)
            )
        except TeachtrainError:
            return
        undone = self.bank[name]
        for sign, moved in ((-1, undone.takes), (1, undone.restores)):
            for one in moved:
                account = self.bank[one.entry].account or ""
                by = Fraction(sign * one.amount.value)
                self.rows.append((account, by, self.today, self.today))

    @invariant()
    def a_balance_is_the_sum_of_its_rows_and_never_below_nothing(self) -> None:
        for account, unit in ACCOUNTS.items():
            for as_of in range(0, self.today + 2, 3):
                for known in range(0, self.today + 2, 4):
                    held = self.bank.balance(account, as_of=day(as_of), known_on=day(known))
                    by_hand = sum(
                        (
                            by
                            for name, by, true_on, known_on in self.rows
                            if name == account and true_on <= as_of and known_on <= known
                        ),
                        Fraction(0),
                    )
                    assert held == Amount(by_hand, by_hand, unit)
                    assert held.value >= 0

    @invariant()
    def the_past_as_known_then_never_changes(self) -> None:
        for known, seen in self.pasts:
            if known < self.today:
                assert seen == tuple(hours(self.bank, at, known) for at in range(0, 40, 3))

    @invariant()
    def a_statement_adds_up_to_the_balances(self) -> None:
        for as_of, known in ((self.today, self.today), (self.today // 2, self.today), (5, 8)):
            found = statement(self.bank, as_of=day(as_of), known_on=day(known))
            for account, unit in ACCOUNTS.items():
                held = self.bank.balance(account, as_of=day(as_of), known_on=day(known))
                assert found.balances[account] == held
                changes = [one for own in found.lines for one in own.changes]
                own = [one for one in changes if one.account == account]
                assert sum((one.by for one in own), Fraction(0)) == held.value
                assert not own or own[-1].held == held
                assert all(one.held.unit == unit and one.by for one in own)
        latest = statement(self.bank, as_of=day(999), known_on=day(999))
        assert [line.entry for line in latest.lines] == list(self.bank)
        assert all(line.stands is self.bank.stands(line.entry.id) for line in latest.lines)

    @invariant()
    def merged_with_itself_it_holds_the_same(self) -> None:
        both = merge(self.bank, self.bank)
        assert set(both) == set(self.bank)


def hours_left(bank: Ledger, own: LedgerEntry, at: int) -> Fraction:
    return Fraction(bank.left(own.id, as_of=day(at)).value)


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 20)), max_size=8), st.data())
def test_the_order_of_a_merge_makes_no_difference(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    banks = [Ledger.open("t-1", ACCOUNTS), Ledger.open("t-1", ACCOUNTS)]
    for at, (back, amount) in enumerate(rows):
        side = data.draw(st.integers(0, 2))
        for number in (0, 1) if side == 2 else (side,):
            banks[number] = banks[number].recognise(
                f"{number}-{at}",
                "hours",
                class_hours(amount),
                origin=f"r-{at}",
                true_on=day(10 + at - back),
                known_on=day(20 + at),
            )
    both = merge(*banks)
    assert both == merge(banks[1], banks[0])
    assert hours(both, 99) == class_hours(sum(amount for _, amount in rows))


def test_entries_that_cannot_exist() -> None:
    with pytest.raises(InvalidValueError, match="not above zero"):
        Moved("e-1", class_hours(0))
    with pytest.raises(InvalidValueError, match="to no account, or nothing to one"):
        LedgerEntry("e-1", EntryKind.RECOGNISED, account="hours", origin="r-1", **on(1))
    twice = (Moved("e-1", class_hours(1)), Moved("e-1", class_hours(2)))
    with pytest.raises(InvalidValueError, match="names an entry twice"):
        LedgerEntry("e-2", EntryKind.EXPIRED, takes=twice, origin="rule", **on(1))


def test_what_gave_nothing_has_nothing_left() -> None:
    bank = opened().expire("e-2", {"e-1": class_hours(1)}, origin="rule", **on(30))
    for asked in (bank.left, bank.amount):
        with pytest.raises(InvalidValueError, match="entry 'e-2' gave nothing"):
            asked("e-2")
    with pytest.raises(InvalidValueError, match="entry 'e-2' gave nothing"):
        bank.expire("e-3", {"e-2": class_hours(1)}, origin="rule", **on(31))
    with pytest.raises(InvalidTypeError, match="give it in class hour"):
        bank.expire("e-3", {"e-1": programme_credits(1)}, origin="rule", **on(31))
    with pytest.raises(InvalidValueError, match="can't be corrected"):
        bank.correct("e-3", "e-2", class_hours(1), known_on=day(31))
    with pytest.raises(InvalidValueError, match="is right as it stands"):
        bank.correct("e-3", "e-1", class_hours(100), known_on=day(31))
    with pytest.raises(InvalidValueError, match="has no entry 'e-9'"):
        bank.left("e-9")


def test_a_ledger_is_a_value() -> None:
    bank, same = opened(), opened()
    assert (bank == same, hash(bank) == hash(same), bank == "bank") == (True, True, False)
    assert (len(bank), repr(bank)) == (1, "Ledger('t-1', entries=1)")
    assert (bank.get("e-1"), bank.get("e-2")) == (bank["e-1"], None)


def test_a_branch_takes_nothing_that_another_recognised() -> None:
    """An activity that one branch recognised is free in the other."""
    bank = Ledger.open("t-1", ACCOUNTS)
    for name in ("e-1", "e-2"):
        one = bank.recognise(name, "hours", class_hours(1), origin="r-1", **on(1))
        assert hours(one, 1) == class_hours(1)


def test_a_merge_of_entries_in_another_order_is_a_conflict() -> None:
    first = LedgerEntry(
        "e-2", EntryKind.EXPIRED, takes=(Moved("e-1", class_hours(1)),), origin="a", **on(30)
    )
    second = LedgerEntry(
        "e-3", EntryKind.EXPIRED, takes=(Moved("e-1", class_hours(1)),), origin="b", **on(30)
    )
    with pytest.raises(ConflictError, match=r"another order in each \(e-2, e-3\)"):
        merge(opened().append(first, second), opened().append(second, first))
