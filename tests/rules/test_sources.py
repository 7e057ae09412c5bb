"""Where each clause of a policy stands written."""

from __future__ import annotations

import attrs

from teachtrain.models import Certainty, Source
from teachtrain.rules import Policy, require, total
from teachtrain.rules._policy import Requirement
from teachtrain.rules._sources import documents_of, sources_of
from tests.rules.northmark import NORTHMARK, ORDER

NOTICE = Source("Northmark Notice 3", certainty=Certainty.RECALLED)


def with_requirements(*requirements: Requirement) -> Policy:
    return attrs.evolve(NORTHMARK, requirements=requirements, overall=())


def test_each_clause_is_cited_in_order() -> None:
    citations = sources_of(NORTHMARK)

    assert [one.clause for one in citations] == list(NORTHMARK.clauses())
    assert [str(one.source) for one in citations if one.own] == ["Northmark Order 12 s. 7"]


def test_a_clause_adds_its_article_to_the_policy_s_source() -> None:
    cited = {one.clause.id: one for one in sources_of(NORTHMARK)}

    assert cited["cycle"].source == ORDER.at("s. 4")
    assert not cited["cycle"].own
    assert cited["cycle"].certainty is Certainty.INVENTED
    assert cited["class-teacher"].certainty is Certainty.REPORTED


def test_documents_come_once_each_the_policy_s_own_first() -> None:
    policy = with_requirements(
        require("a", total() >= 0, source=NOTICE, article="s. 1"),
        require("b", total() >= 0, source=NOTICE.at("s. 2", certainty=Certainty.READ)),
        require("c", total() >= 0, source=ORDER.at("s. 9")),
    )

    assert documents_of(policy) == (ORDER, NOTICE)


def test_a_policy_of_one_document_cites_it_alone() -> None:
    assert documents_of(with_requirements()) == (ORDER,)
