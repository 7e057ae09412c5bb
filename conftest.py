"""
Set up the tests: Hypothesis profiles, and the examples in the pages and docstrings.

It stands at the root because pytest asks a conftest.py only about files beside and below it.
"""

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

# The same examples on every run, so that a red build is red for everybody.
settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=True)
# New examples on every run, and more of them: pytest --hypothesis-profile=thorough
settings.register_profile("thorough", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile("repeatable")

# The blocks of one page, or of one module's docstrings, share a namespace.
pages = Sybil([PythonCodeBlockParser()], pattern="*.md")
docstrings = Sybil([DocTestParser()], pattern="*.py", path="src")

pytest_collect_file = (pages + docstrings).pytest()
