"""Every statement of the catalogue's source has a row, made from values and shown by a test."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from teachtrain.catalogue import CATALOGUE, ORGANISERS

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def seed() -> ModuleType:
    """Load the script, which is in no package."""
    spec = importlib.util.spec_from_file_location("make_seed", ROOT / "docs" / "make_seed.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def test_the_page_is_made_from_the_values(seed: ModuleType) -> None:
    written = (ROOT / "docs" / "seed.md").read_text(encoding="utf-8")
    assert written == seed.page(), "run: python docs/make_seed.py"


def test_every_project_and_every_level_of_the_network_has_a_row(seed: ModuleType) -> None:
    assert set(seed.PROJECTS) == {own.id for group in CATALOGUE for own in group.projects}
    named = {name for row in seed.NETWORK for name in row.values}
    assert {own.id for own in ORGANISERS if own.level} <= named


def test_every_value_and_every_test_that_is_named_is_there(seed: ModuleType) -> None:
    rows = [*seed.NETWORK, *(row for more in seed.MORE.values() for row in more)]
    for row in rows:
        for name in row.values:
            assert seed.find(name) is not None
    tests = {name for row in rows for name in row.tests}
    tests |= {name for _, _, shown in seed.PROJECTS.values() for name in shown}
    for name in tests:
        path, _, function = name.partition("::")
        source = (ROOT / path).read_text(encoding="utf-8")
        assert not function or re.search(rf"^def {function}\(", source, re.MULTILINE), name
