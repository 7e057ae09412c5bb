"""
Tell one teacher's life in a credit bank: `python examples/credit_bank`.

Prints the steps and the statement, and writes the statement as pages; the library does neither.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

import life
import steps

from teachtrain.credits.ledger import statement
from teachtrain.rules.explain import statement_page, statement_words

LAST_DAY = date(2020, 8, 31)


def arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        "credit_bank", description="A teacher's life in a credit bank."
    )
    parser.add_argument("--language", choices=("en", "zh"), default="en")
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("build/credit_bank"))
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Print and write."""
    options = arguments(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    language: str = options.language
    story = steps.tell()
    for number, step in enumerate(story.steps, 1):
        print(f"{number}. {step.day}  {step.title.in_language(language)}\n")
        for line in step.says.in_language(language).splitlines():
            print(f"   {line}".rstrip())
        print()
    found = statement(story.bank, as_of=LAST_DAY, known_on=LAST_DAY)
    print(statement_words(found, language, names=life.NAMES))
    options.out.mkdir(parents=True, exist_ok=True)
    for name in ("en", "zh"):
        page = options.out / f"statement.{name}.html"
        page.write_text(statement_page(found, name, names=life.NAMES), encoding="utf-8")
        print(page)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
