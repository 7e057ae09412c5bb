"""How Sphinx builds these pages: python -m sphinx -W docs docs/_build."""

import logging
import tomllib
from pathlib import Path

_pyproject = Path(__file__).parents[1] / "pyproject.toml"

project = "teachtrain"
release = tomllib.loads(_pyproject.read_text(encoding="utf-8"))["project"]["version"]
author = "teachtrain contributors"
project_copyright = "2026, teachtrain contributors"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]

# A part of the site may have no pages yet. This warning has no type, so that suppress_warnings
# cannot name it.
logging.getLogger("sphinx.sphinx.directives.other").addFilter(
    lambda record: getattr(record, "subtype", None) != "empty_glob"
)

html_theme = "furo"
html_title = f"teachtrain {release}"

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
napoleon_custom_sections = ["Source"]
napoleon_numpy_docstring = False
