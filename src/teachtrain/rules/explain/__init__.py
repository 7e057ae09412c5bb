"""The reading *explain*: policies and audits in words, in English and Chinese."""

from teachtrain.rules.explain._clauses import words_of

__all__ = ["words_of"]
