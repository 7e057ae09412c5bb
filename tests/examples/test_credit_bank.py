"""The example runs as it stands, and its figures are those that were worked out by hand."""

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias

import pytest

from teachtrain.credits.ledger import EntryKind, Ledger, statement
from teachtrain.models import Amount, class_hours, programme_credits, training_credits

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "credit_bank"

Loaded: TypeAlias = Any
"""Modules that stand beside each other, and their values: type checkers don't find them here."""


@pytest.fixture(scope="module")
def example() -> Iterator[Loaded]:
    """Import the example's modules, which stand beside each other and are no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(EXAMPLE))
        yield SimpleNamespace(**{name: importlib.import_module(name) for name in ("life", "steps")})
        for name in ("life", "steps"):
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def bank(example: Loaded) -> Ledger:
    found: Ledger = example.steps.tell().bank
    return found


@pytest.mark.parametrize(
    ("day", "hours", "credit", "programme"),
    [
        (date(2012, 3, 14), 200, 0, 0),  # 150 of the county, 50 of the city
        (date(2012, 3, 15), 8, 0, 12),  # 192 hours at 16 for a credit
        (date(2017, 8, 31), 8, 180, 12),  # 60 + 80 + 40
        (date(2017, 9, 1), 8, 164, 12),  # moved, and the 40 were 24
        (date(2018, 5, 12), 8, 164, 12),  # the online course is void from its day
        (date(2019, 7, 11), 8, 164, 12),
        (date(2019, 7, 12), 8, 464, 12),  # 300 of the qualification
    ],
)
def test_what_the_bank_holds(
    bank: Ledger, day: date, hours: int, credit: int, programme: int
) -> None:
    held = statement(bank, as_of=day, known_on=date(2020, 8, 31)).balances
    assert held == {
        "hours": class_hours(hours),
        "credits": training_credits(credit),
        "programme": programme_credits(programme),
    }


@pytest.mark.parametrize(
    ("known_on", "held"),
    [
        (date(2017, 9, 7), 0),  # gone from Jining, not yet in Qingdao
        (date(2017, 9, 8), 180),
        (date(2018, 1, 9), 180),  # the mistake is not known yet
        (date(2018, 1, 10), 164),
    ],
)
def test_what_was_known_of_the_move(bank: Ledger, known_on: date, held: int) -> None:
    found: Amount = bank.balance("credits", as_of=date(2017, 9, 8), known_on=known_on)
    assert found == training_credits(held)


def test_every_kind_of_entry_but_expiry_is_in_the_story(bank: Ledger) -> None:
    assert {own.kind for own in bank} == set(EntryKind) - {EntryKind.EXPIRED}


def test_the_steps_say_what_was_decided(example: Loaded) -> None:
    steps = example.steps.tell().steps
    assert [own.day for own in steps] == sorted(own.day for own in steps)
    said = [own.says.en for own in steps]
    assert sum("May join." in own for own in said) == 4
    assert any("The application gives 12 programme credits." in own for own in said)
    assert any("Everything that the diploma takes is there." in own for own in said)
    assert any(
        "300 hours of qualification training before taking the post: met" in own for own in said
    )
    for own in steps:
        assert own.title.zh
        assert own.says.zh != own.says.en


@pytest.mark.parametrize(("language", "title"), [("en", "Statement"), ("zh", "学分银行对账单")])
def test_it_runs_as_it_stands(tmp_path: Path, language: str, title: str) -> None:
    done = subprocess.run(  # noqa: S603 - runs the example itself
        [sys.executable, str(EXAMPLE), "--language", language, "--out", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert title in done.stdout
    assert not done.stderr
    pages = [tmp_path / f"statement.{name}.html" for name in ("en", "zh")]
    assert all("464" in page.read_text(encoding="utf-8") for page in pages)
