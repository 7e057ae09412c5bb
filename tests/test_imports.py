"""
Imports point one way, and nothing in the library reads a file, a clock, a locale or chance.

A fault is found in a module's text (its syntax tree), so nothing is imported here.
"""

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "teachtrain"

HOUSE = ("errors", "models", "credits", "rules", "catalogue", "policies")
EDGES = ("wire", "interop", "testing", "engines")

# What the modules of a room may import from the library: their own room and those to its left.
MAY_IMPORT = {room: set(HOUSE[: place + 1]) for place, room in enumerate(HOUSE)} | {
    room: {*HOUSE, room} for room in EDGES
}

NEVER = {"io", "locale", "os", "pathlib", "random", "time"}
ONLY_IN = {"cattrs": "wire", "hypothesis": "testing"}

CALLS = {"float", "open"}
CLOCKS = {"now", "today", "utcnow"}


def room_of(path: PurePosixPath) -> str:
    """Name the room of a module, given its path below `src/teachtrain`."""
    return path.with_suffix("").parts[0]


def imported(node: ast.Import | ast.ImportFrom, path: PurePosixPath) -> list[str]:
    """List the dotted names that *node* imports, relative ones spelled out."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    here = ("teachtrain", *path.parent.parts)
    base = here[: len(here) - node.level + 1] if node.level else ()
    start = ".".join((*base, *filter(None, [node.module])))
    return [f"{start}.{alias.name}" for alias in node.names]


def fault_of_import(name: str, room: str) -> str | None:
    """Say what is wrong with importing *name* in *room*, if anything."""
    top, _, rest = name.partition(".")
    if top in NEVER:
        return f"imports {top}"
    if room != ONLY_IN.get(top, room):
        return f"imports {top}, which only {ONLY_IN[top]} may"
    if top != "teachtrain" or room == "__init__":
        return None
    if rest.partition(".")[0] in MAY_IMPORT.get(room, set()):
        return None
    return f"{room} imports {'.'.join(name.split('.')[:2])}"


def fault_of_call(call: ast.Call) -> str | None:
    """Say what is wrong with *call*, if anything."""
    match call.func:
        case ast.Name(id=name) if name in CALLS:
            return f"calls {name}()"
        case ast.Attribute(attr=name) if name in CLOCKS:
            return f"calls {ast.unparse(call.func)}()"
        case _:
            return None


def faults(source: str, path: PurePosixPath) -> Iterator[str]:
    """Find what *source*, a module at *path* below `src/teachtrain`, must not do."""
    room = room_of(path)
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import() | ast.ImportFrom():
                found = [fault_of_import(name, room) for name in imported(node, path)]
            case ast.Call():
                found = [fault_of_call(node)]
            case _:
                continue
        yield from (f"{path}:{node.lineno}: {fault}" for fault in found if fault)


def test_the_library_keeps_to_its_rooms() -> None:
    modules = sorted(SOURCE.rglob("*.py"))
    assert SOURCE / "__init__.py" in modules

    assert [
        fault
        for module in modules
        for fault in faults(
            module.read_text(encoding="utf-8"),
            PurePosixPath(module.relative_to(SOURCE).as_posix()),
        )
    ] == []


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("errors.py", "import teachtrain.models", "errors imports teachtrain.models"),
        (
            "models/_span.py",
            "from teachtrain.rules import audit",
            "models imports teachtrain.rules",
        ),
        ("models/_span.py", "from teachtrain import rules", "models imports teachtrain.rules"),
        ("models/_span.py", "from ..rules._audit import audit", "models imports teachtrain.rules"),
        ("models/__init__.py", "from .. import credits", "models imports teachtrain.credits"),
        ("policies/cn/_a.py", "from ...wire import dump", "policies imports teachtrain.wire"),
        (
            "wire/__init__.py",
            "from teachtrain.interop import xapi",
            "wire imports teachtrain.interop",
        ),
        ("rules/_audit.py", "from teachtrain import Policy", "rules imports teachtrain.Policy"),
        ("rules/_audit.py", "import teachtrain", "rules imports teachtrain"),
        ("attic.py", "from teachtrain.errors import Problem", "attic imports teachtrain.errors"),
        ("rules/_a.py", "def f():\n    import teachtrain.wire", "rules imports teachtrain.wire"),
        (
            "rules/_a.py",
            "import hypothesis.strategies",
            "imports hypothesis, which only testing may",
        ),
        (
            "testing/__init__.py",
            "from cattrs import Converter",
            "imports cattrs, which only wire may",
        ),
        ("__init__.py", "import cattrs", "imports cattrs, which only wire may"),
        ("wire/_read.py", "from pathlib import Path", "imports pathlib"),
        ("__init__.py", "import os.path", "imports os"),
        ("testing/_draw.py", "import random", "imports random"),
        ("models/_a.py", "import time, io", "imports io"),
        ("interop/_a.py", "import locale", "imports locale"),
        ("wire/_read.py", "text = open('a').read()", "calls open()"),
        ("models/_a.py", "half = float('0.5')", "calls float()"),
        ("rules/_audit.py", "day = date.today()", "calls date.today()"),
        ("rules/_audit.py", "day = datetime.datetime.now(UTC)", "calls datetime.datetime.now()"),
    ],
)
def test_a_fault_is_found(path: str, source: str, fault: str) -> None:
    assert any(found.endswith(f": {fault}") for found in faults(source, PurePosixPath(path)))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("__init__.py", "from teachtrain.rules import audit"),
        ("errors.py", "from datetime import date, time"),
        ("models/_span.py", "from ._source import Source\nfrom ..errors import Problem"),
        ("models/_amount.py", "refused = isinstance(amount, float)"),
        ("policies/cn/_a.py", "from .._shared import NATION\nimport teachtrain.rules"),
        ("wire/_read.py", "import cattrs\nfrom teachtrain import policies"),
        ("testing/_laws.py", "from hypothesis import given"),
    ],
)
def test_what_is_allowed_passes(path: str, source: str) -> None:
    assert list(faults(source, PurePosixPath(path))) == []
