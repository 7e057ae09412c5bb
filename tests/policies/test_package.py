"""What all shipped policies have in common."""

from __future__ import annotations

import pickle
import re
import sys
from datetime import date
from importlib import import_module
from typing import Final

import attrs
import pytest

import teachtrain
from teachtrain import policies
from teachtrain.models import (
    PRINCIPAL,
    UNKNOWN,
    Certainty,
    Level,
    Teacher,
    Term,
    Text,
    TrainingRecord,
    Transcript,
)
from teachtrain.policies import ACTIVITIES
from teachtrain.rules import Audit, Policy, audit, documents_of
from teachtrain.rules._conditions import OneOf
from teachtrain.rules._quantities import Fact, Total, WindowOf
from teachtrain.rules._walk import all_forms
from teachtrain.rules.explain._articles import article_words
from teachtrain.rules.explain._language import language_of

ALL = [own for name in policies.__all__ if isinstance(own := getattr(policies, name), Policy)]


CHINESE = re.compile("[\u4e00-\u9fff]")


def in_both(own: Text) -> bool:
    """Whether the first words are English and the second ones Chinese."""
    return CHINESE.search(own.en) is None and CHINESE.search(own.zh) is not None


def test_every_policy_is_listed_once() -> None:
    assert policies.__all__ == sorted(policies.__all__)
    assert len({own.id for own in ALL}) == len(ALL)
    assert set(policies.__all__) <= set(dir(policies))


def test_importing_the_package_builds_no_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teachtrain, "policies", policies)  # put back what the import below sets
    for name in [own for own in sys.modules if own.startswith("teachtrain.policies")]:
        monkeypatch.delitem(sys.modules, name)

    fresh = import_module("teachtrain.policies")
    assert not [own for own in sys.modules if own.startswith("teachtrain.policies.")]

    assert fresh.SHANDONG_2015 == policies.SHANDONG_2015
    assert "teachtrain.policies._shandong" in sys.modules
    assert "teachtrain.policies._nation" not in sys.modules


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(AttributeError, match="SHANDONG_1915"):
        _ = policies.SHANDONG_1915  # type: ignore[attr-defined]  # that is the point


@pytest.mark.parametrize("policy", ALL, ids=lambda own: own.id)
def test_every_clause_has_a_source_that_can_be_looked_up(policy: Policy) -> None:
    for clause in policy.clauses():
        source = policy.source_of(clause)
        assert source.number
        assert source.addresses
        assert source.certainty not in (Certainty.RECALLED, Certainty.INVENTED)


@pytest.mark.parametrize("policy", ALL, ids=lambda own: own.id)
def test_every_clause_and_account_is_titled_in_two_languages(policy: Policy) -> None:
    titles = [policy.title, policy.source.title, *(own.title for own in policy.clauses())]
    titles += [policy.source_of(own).title for own in policy.clauses()]
    titles += [own.title for own in policy.accounts]
    titles += [own.title for one in policy.requirements for own in one.consequences]
    for own in titles:
        assert own is not None
        assert in_both(own), own
    notes = [own.note for own in policy.clauses() if own.note is not None]
    notes += [own.note for own in documents_of(policy) if own.note is not None]
    notes += [own.reason for own in policy.recognition if own.reason is not None]
    for own in notes:
        assert in_both(own), own


OPEN: Final = ("activity", "category")
"""Facts whose words are not closed, beside the local ones."""


@pytest.mark.parametrize("policy", ALL, ids=lambda own: own.id)
def test_every_word_of_a_policy_has_labels_in_two_languages(policy: Policy) -> None:
    """
    Events, local facts and what they are compared with are terms: no id is shown to a reader.
    """
    words: list[object] = []
    if policy.cycle is not None:
        words.extend({policy.cycle.since} - {None})
    for _, form in all_forms(policy):
        match form:
            case OneOf(fact=fact, values=values) if fact.local or fact.name in OPEN:
                words.extend(values)
            case Fact(of="event", name=name):
                words.append(name)
            case Fact(name=name, event=event):
                words.extend([name] if form.local else [])
                words.extend({event} - {""})
            case Total(over=WindowOf(start=start, end=end)):
                words.extend({start.event, end.event})
            case _:
                pass
    for word in words:
        assert isinstance(word, Term), word
        assert in_both(Text(word.en, word.zh)), word


def test_a_chinese_text_shows_no_id_of_an_event_or_a_fact() -> None:
    head = Teacher("t", categories=(PRINCIPAL,), events={"became_principal": UNKNOWN})
    for policy in ALL:
        nothing = Transcript((), complete_until=date(2024, 12, 31))
        found = audit(policy, head, nothing, as_of=date(2024, 12, 31))

        assert not re.search("[a-z]+_[a-z]+", found.explain("zh")), policy.id
        assert not re.search("[a-z]{3,}", re.sub(r"\d{6,}", "", found.explain("zh"))), policy.id


@pytest.mark.parametrize("policy", ALL, ids=lambda own: own.id)
def test_what_is_silent_or_assumed_is_said_in_two_languages(policy: Policy) -> None:
    assumed = () if policy.cycle is None else (policy.cycle.assumed,)
    for own in (*assumed, *policy.silent):
        assert own is not None
    for own in policy.silent:
        assert in_both(own), own
    if policy.cycle is not None:
        assert policy.cycle.assumed is not None
        assert in_both(policy.cycle.assumed)
    assert len({own.zh for own in policy.silent}) == len(policy.silent)


@pytest.mark.parametrize("policy", ALL, ids=lambda own: own.id)
def test_what_no_text_settles_is_said(policy: Policy) -> None:
    """
    Booking, rounding and proration are silent in every text that was read.
    """
    assert policy.booking is None
    if policy.cycle is None:
        assert not policy.requirements or any("cycle" in own.en for own in policy.silent)
    else:
        assert policy.cycle.assumed
    for word in ("several days", "rounding", "proration"):
        assert any(word in own.en for own in policy.silent), word
    assert len(set(policy.silent)) == len(policy.silent)


@pytest.mark.parametrize("policy", ALL, ids=lambda own: own.id)
def test_a_policy_is_a_value(policy: Policy) -> None:
    assert pickle.loads(pickle.dumps(policy)) == policy  # noqa: S301 - made on the line itself
    assert hash(attrs.evolve(policy)) == hash(policy)


@pytest.mark.parametrize("policy", ALL, ids=lambda own: own.id)
def test_policies_speak_only_of_the_listed_activities(policy: Policy) -> None:
    named = {
        value
        for _, form in all_forms(policy)
        if isinstance(form, OneOf) and form.fact.of == "record" and form.fact.name == "activity"
        for value in form.values
    }
    assert named <= set(ACTIVITIES)


def test_every_activity_has_its_words() -> None:
    assert {type(own) for own in ACTIVITIES} == {Term}
    assert len(set(ACTIVITIES)) == len(ACTIVITIES)
    assert all(own.en != own.zh for own in ACTIVITIES)


def test_who_issued_them_and_where_they_hold() -> None:
    assert {own.id: (own.level, own.place) for own in ALL} == {
        "cn-1999": (Level.NATION, "cn"),
        "cn-2011": (Level.NATION, "cn"),
        "cn-principals-1999": (Level.NATION, "cn"),
        "cn-principals-2013": (Level.NATION, "cn"),
        "cn-registration": (Level.NATION, "cn"),
        "cn-37-2015": (Level.PROVINCE, "cn-37"),
        "cn-3708-2015": (Level.CITY, "cn-3708"),
        "cn-37-unnamed-city": (Level.CITY, ""),
        "cn-32": (Level.PROVINCE, "cn-32"),
        "cn-3213": (Level.CITY, "cn-3213"),
        "cn-36-2018": (Level.PROVINCE, "cn-36"),
        "cn-360603-2019": (Level.COUNTY, "cn-360603"),
        "cn-43-2011": (Level.PROVINCE, "cn-43"),
        "cn-4301-2013": (Level.CITY, "cn-4301"),
        "cn-431382": (Level.COUNTY, "cn-431382"),
        "cn-50-2017": (Level.PROVINCE, "cn-50"),
        "cn-52-2016": (Level.PROVINCE, "cn-52"),
        "cn-44-2021": (Level.PROVINCE, "cn-44"),
        "cn-4401-2008": (Level.CITY, "cn-4401"),
        "cn-4403-2021": (Level.CITY, "cn-4403"),
        "cn-620121": (Level.COUNTY, "cn-620121"),
        "cn-511321": (Level.COUNTY, "cn-511321"),
        "cn-51-technology": (Level.PROVINCE, "cn-51"),
        "cn-class-teachers-2006": (Level.NATION, "cn"),
        "cn-educational-technology-2005": (Level.NATION, "cn"),
        "cn-53-technology-examination-2009": (Level.PROVINCE, "cn-53"),
        "cn-46-principals-2014": (Level.PROVINCE, "cn-46"),
        "cn-principals-safety-2006": (Level.NATION, "cn"),
        "cn-professional-staff": (Level.NATION, "cn"),
        "cn-61-principals-2017": (Level.PROVINCE, "cn-61"),
        "cn-34": (Level.PROVINCE, "cn-34"),
        "cn-23": (Level.PROVINCE, "cn-23"),
        "cn-14-degrees-2021": (Level.PROVINCE, "cn-14"),
        "unplaced-city-72": (Level.CITY, ""),
        "unplaced-county-hours": (Level.COUNTY, ""),
        "unplaced-degree-exemption": (Level.PROVINCE, ""),
        "unplaced-hours-to-credits": (Level.CITY, ""),
        "unplaced-new-curriculum": (Level.PROVINCE, ""),
        "unplaced-school-credits": (None, ""),
        "unplaced-school-plan": (Level.SCHOOL, ""),
        "unplaced-staff-table": (None, ""),
        "unplaced-technology-2020": (Level.CITY, ""),
        "cn-11-2016": (Level.PROVINCE, "cn-11"),
        "cn-31-unnamed-2016": (Level.COUNTY, ""),
        "cn-310104-2006": (Level.COUNTY, "cn-310104"),
        "cn-33-2010": (Level.PROVINCE, "cn-33"),
        "cn-33-2016": (Level.PROVINCE, "cn-33"),
        "cn-3501-staff": (Level.CITY, "cn-3501"),
    }


def test_a_city_cites_the_province_for_the_clauses_of_the_province() -> None:
    province = {
        own.id: policies.SHANDONG_2015.source_of(own) for own in policies.SHANDONG_2015.clauses()
    }
    for city in (policies.JINING_2015, policies.SHANDONG_UNNAMED_CITY):
        sources = {own.id: city.source_of(own) for own in city.clauses()}
        assert {name: sources[name] for name in province} == province
        own = [source for name, source in sources.items() if name not in province]
        assert own
        assert set(own) == {city.source}


# what every explanation must be ------------------------------------------------------------------

LATIN = re.compile(r"[A-Za-z]{3,}")
EXPLAINED = [
    audit(
        own,
        Teacher("2031", categories=(PRINCIPAL,), events={"hired": date(2001, 9, 1)}),
        Transcript(
            [
                TrainingRecord(
                    f"7-{place}",
                    activity=activity,
                    day=date(2016, 3 + place % 3, 1 + place % 28),
                    hours="7.5",
                    level=Level.COUNTY,
                    mode="face_to_face",
                    result="failed" if place % 5 == 4 else "passed",
                    status="pending" if place % 7 == 6 else "final",
                )
                for place, activity in enumerate(ACTIVITIES)
            ],
            complete_until=date(2018, 6, 30),
        ),
        as_of=date(2018, 6, 30),
    )
    for own in ALL
]


@pytest.mark.parametrize("result", EXPLAINED, ids=lambda own: own.policy.id)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_explanation_reads_like_a_log(result: Audit, language: str) -> None:
    text = result.explain(language)
    for sign in (
        "None",
        "<",
        "_",
        "  - -",
        "((",
        "））",
        "（（",
        "“”",
        " ,",
        "..",
        "{",
        "}",
        "Fraction",
    ):
        lines = [line for line in text.splitlines() if sign in line and "http" not in line]
        assert not lines, (sign, lines[:3])
    assert not re.search(r"[^ \n] {2,}[^ ]", text)


@pytest.mark.parametrize("result", EXPLAINED, ids=lambda own: own.policy.id)
def test_no_english_stands_in_the_chinese(result: Audit) -> None:
    words = {word for line in result.explain("zh").splitlines() for word in LATIN.findall(line)}
    assert words <= {"IELTS", "TOEFL", "WSK", "PETS", "BFT"}, words


@pytest.mark.parametrize("result", EXPLAINED, ids=lambda own: own.policy.id)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_requirement_names_its_document(result: Audit, language: str) -> None:
    text = result.explain(language)
    for finding in result.findings:
        assert finding.source.number in text
        if finding.source.article:
            assert article_words(language_of(language), finding.source.article) in text
