"""The reading *explain*: policies and audits in words, in English and Chinese."""

from teachtrain.rules.explain._agreements import conversion_words
from teachtrain.rules.explain._clauses import words_of
from teachtrain.rules.explain._due import due_words
from teachtrain.rules.explain._eligibility import eligibility_words
from teachtrain.rules.explain._page import page
from teachtrain.rules.explain._programmes import standing_words
from teachtrain.rules.explain._statement import statement_page, statement_words
from teachtrain.rules.explain._table import table
from teachtrain.rules.explain._text import explanation

__all__ = [
    "conversion_words",
    "due_words",
    "eligibility_words",
    "explanation",
    "page",
    "standing_words",
    "statement_page",
    "statement_words",
    "table",
    "words_of",
]
