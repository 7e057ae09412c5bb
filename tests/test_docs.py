"""No example escapes: what looks like Python in a page or a docstring is code that Sybil runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]

# Another language is welcome here; a second spelling of Python is not, since it would not run.
LANGUAGES = {"console", "json", "mermaid", "python", "sh", "text", "toml"}
DIRECTIVE = re.compile(r"\{(?!code|doctest|sourcecode)[\w-]+\}")


def faults_of_page(page: str) -> Iterator[str]:
    """Find what in *page* looks like an example and would not run as one."""
    for token in MarkdownIt().parse(page):
        if token.type not in {"fence", "code_block"} or token.map is None:
            continue
        line = token.map[0] + 1
        if token.info not in LANGUAGES and not DIRECTIVE.match(token.info):
            yield f"{line}: {token.info!r} is not one of {', '.join(sorted(LANGUAGES))}"
        elif token.info != "python" and re.search("^ *>>>", token.content, re.MULTILINE):
            yield f"{line}: >>> lines stand in a {token.info!r} block, where they would not run"
        elif token.content.startswith(">>>"):
            paragraphs = re.split(r"\n\s*\n", token.content.strip())
            if not all(paragraph.startswith(">>>") for paragraph in paragraphs):
                yield f"{line}: a block of >>> lines holds lines that would not run"


def test_every_example_in_the_pages_runs() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    assert [
        f"{page.relative_to(ROOT)}:{fault}"
        for page in pages
        for fault in faults_of_page(page.read_text(encoding="utf-8"))
    ] == []


@pytest.mark.parametrize(
    "page",
    [
        "```py\nx = 1\n```",
        "```Python\nx = 1\n```",
        "```\nx = 1\n```",
        "text\n\n    x = 1\n",
        "```{code-block} python\nx = 1\n```",
        "```python\n>>> 1\n1\n\nassert False\n```",
        "- ```text\n  >>> 1\n  ```",
    ],
)
def test_an_example_that_would_not_run_is_found(page: str) -> None:
    assert len(list(faults_of_page(page))) == 1


@pytest.mark.parametrize(
    "page",
    [
        "```python\nx = 1\n\nassert x\n```",
        "```python\n>>> 1\n1\n\n>>> 2\n2\n```",
        "```{toctree}\nindex\n```",
        "```text\n1 of 2\n```\n\n~~~json\n{}\n~~~",
    ],
)
def test_other_blocks_pass(page: str) -> None:
    assert list(faults_of_page(page)) == []


def test_docstrings_show_their_examples_as_doctests() -> None:
    """
    Docstrings are reStructuredText, and of their examples only >>> lines run.
    """
    modules = sorted((ROOT / "src").rglob("*.py"))
    assert [
        module.relative_to(ROOT)
        for module in modules
        if re.search(r"```|\.\. (code|code-block|sourcecode)::", module.read_text(encoding="utf-8"))
    ] == []
