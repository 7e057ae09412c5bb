"""The reading *sources of*: where each clause of a policy stands written, and how sure we are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

if TYPE_CHECKING:
    from teachtrain.models import Certainty, Source
    from teachtrain.rules._policy import Clause, Policy

__all__ = ["Citation", "documents_of", "sources_of"]


class Citation(NamedTuple):
    """
    A clause and what it rests on.

    Attributes:
        clause: The clause.
        source: The document at the clause's article.
        own: Whether the clause names it itself; else it is the policy's.
    """

    clause: Clause
    source: Source
    own: bool

    @property
    def certainty(self) -> Certainty:
        """How sure we are that the clause says what we say it does."""
        return self.source.certainty


def sources_of(policy: Policy) -> tuple[Citation, ...]:
    """
    Return the source of every clause, in the order of the policy's clauses.

    >>> from teachtrain.policies import NATION_1999
    >>> first, *_ = sources_of(NATION_1999)
    >>> first.clause.id, str(first.source), first.own, first.certainty.name
    ('new-teacher-training', '教育部令第7号 Art. 9(1)', False, 'READ_IN_PART')
    """
    return tuple(
        Citation(clause, policy.source_of(clause), clause.source is not None)
        for clause in policy.clauses()
    )


def documents_of(policy: Policy) -> tuple[Source, ...]:
    """
    Return each document once, the policy's own first; what is said of it is as first cited.

    >>> from teachtrain.policies import NATION_1999
    >>> [document.number for document in documents_of(NATION_1999)]
    ['教育部令第7号']
    """
    first: dict[str, Source] = {}
    for source in (policy.source, *(citation.source for citation in sources_of(policy))):
        first.setdefault(source.number, attrs.evolve(source, article=""))
    return tuple(first.values())
