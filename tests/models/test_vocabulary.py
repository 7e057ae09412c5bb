"""The words of facts: each equals its id and has a label in two languages."""

import copy
import itertools
import pickle
import re
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import (
    BACKBONE_TEACHER,
    CLASS_TEACHER,
    IN_POST,
    NEW_TEACHER,
    NONE,
    ON_LEAVE,
    PRINCIPAL,
    RURAL_TEACHER,
    UNKNOWN,
    Approval,
    Clip,
    Level,
    Mode,
    Result,
    Stage,
    Status,
    Term,
)
from teachtrain.models._vocabulary import as_tuple, brief, chosen, identifier, tags

TERMS = [
    NEW_TEACHER,
    BACKBONE_TEACHER,
    RURAL_TEACHER,
    PRINCIPAL,
    CLASS_TEACHER,
    IN_POST,
    ON_LEAVE,
]
VOCABULARIES: list[type[StrEnum]] = [Level, Mode, Result, Approval, Status, Stage]
WORDS = [word for vocabulary in VOCABULARIES for word in vocabulary]

IDS = st.text("ab_-学 ", min_size=1, max_size=200).filter(lambda own: own == own.strip())


# terms -----------------------------------------------------------------------------------


@given(term_id=IDS, en=st.text(), zh=st.text())
def test_a_term_is_the_text_of_its_id(term_id: str, en: str, zh: str) -> None:
    term = Term(term_id, en, zh)

    assert term == term_id
    assert hash(term) == hash(term_id)
    assert {term_id: 1}[term] == 1
    assert str(term) == term_id


@given(term_id=IDS, en=st.text(), zh=st.text())
def test_a_label_that_is_left_out_is_the_one_before_it(term_id: str, en: str, zh: str) -> None:
    term = Term(term_id, en, zh)

    assert term.en == (en or term_id)
    assert term.zh == (zh or en or term_id)


@given(
    term=st.builds(Term, IDS, st.text(), st.text()),
    protocol=st.integers(2, pickle.HIGHEST_PROTOCOL),
)
def test_a_term_keeps_its_labels_when_it_is_pickled_and_copied(term: Term, protocol: int) -> None:
    made_again = [
        pickle.loads(pickle.dumps(term, protocol)),  # noqa: S301 - dumped on this line
        copy.copy(term),
        copy.deepcopy(term),
        eval(repr(term)),  # noqa: S307 - the law is about eval()
    ]
    for again in made_again:
        assert type(again) is Term
        assert (again, again.en, again.zh) == (term, term.en, term.zh)


# every word ------------------------------------------------------------------------------


@pytest.mark.parametrize("word", [*TERMS, *WORDS], ids=str)
def test_every_word_has_a_label_in_both_languages(word: Term | Level) -> None:
    assert re.fullmatch("[a-z]+([ -][a-z]+)*", word.en)
    assert re.fullmatch("[\u4e00-\u9fff]+", word.zh)


@pytest.mark.parametrize("word", [*TERMS, *WORDS], ids=str)
def test_every_word_equals_its_id_and_survives_pickling(word: Term | Level) -> None:
    again = pickle.loads(pickle.dumps(word))  # noqa: S301 - dumped on this line

    assert again == word == str(word)
    assert (again.en, again.zh) == (word.en, word.zh)
    assert re.fullmatch("[a-z]+(_[a-z]+)*", str(word))


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_no_two_words_of_a_vocabulary_share_a_label(vocabulary: type[Level]) -> None:
    assert len({word.en for word in vocabulary}) == len(vocabulary)
    assert len({word.zh for word in vocabulary}) == len(vocabulary)
    assert [vocabulary[word.name] for word in vocabulary] == list(vocabulary)


def test_unknown_and_none_are_different() -> None:
    assert len({UNKNOWN, NONE}) == 2
    assert pickle.loads(pickle.dumps(UNKNOWN)) is UNKNOWN  # noqa: S301 - dumped on this line


@pytest.mark.parametrize("word", WORDS, ids=str)
def test_a_word_is_found_by_its_id_in_its_own_vocabulary(word: Level) -> None:
    vocabulary = type(word)

    assert vocabulary.of(str(word), where="here") is word
    assert vocabulary.of(word, where="here") is word
    assert vocabulary.or_absent(str(word), where="here") is word


@pytest.mark.parametrize("value", ["onlin", "", "ONLINE", Level.CITY, None, 7, ["online"], UNKNOWN])
def test_what_is_no_word_of_a_vocabulary_is_refused_with_its_words(value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Mode.of(value, where="here")

    assert caught.value.where == "here"
    assert caught.value.problem == f"not one of its words (got {brief(value)})"
    assert caught.value.mend == f"give one of {', '.join(Mode)}"


def test_none_is_kept_and_what_is_unknown_has_no_word() -> None:
    assert Mode.or_absent(None, where="here") is None
    assert Mode.or_absent(UNKNOWN, where="here") is None
    assert Mode.or_absent(NONE, where="here") is NONE
    with pytest.raises(InvalidValueError, match="not one of its words"):
        Mode.or_absent("none", where="here")


@pytest.mark.parametrize("member", Clip)
def test_a_member_is_chosen_by_itself_or_by_its_value(member: Clip) -> None:
    assert chosen(Clip, member, where="here") is member
    assert chosen(Clip, member.value, where="here") is member


@pytest.mark.parametrize("value", ["BACK", "", None, 7, ["BACK"]])
def test_what_is_no_member_is_refused_with_the_values_there_are(value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        chosen(Clip, value, where="here")

    assert caught.value.problem == f"not one of its words (got {brief(value)})"
    assert caught.value.mend == (
        "give one of 'the last day of the month', 'the first day of the next month'"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("online", "'online'"),
        ("x" * 50, f"'{'x' * 50}'"),
        ("x" * 51, f"'{'x' * 50}'..."),
        ("学", "'学'"),
        ("网络研修" * 13, f"'{'网络研修' * 12}网络'..."),
        ("学\u200b\u202e\x00", r"'学\u200b\u202e\x00'"),
        ("\ud800", r"'\ud800'"),
        ("a\n", r"'a\n'"),
        (None, "None"),
        (True, "True"),
        (0.5, "0.5"),
        (UNKNOWN, "<Absent.UNKNOWN: 'not known'>"),
        (-7, "-7"),
        (10**18 - 1, "999999999999999999"),
        (10**18, "int"),
        (-(10**18), "int"),
        pytest.param(10**10_000, "int", id="an int of 10,001 digits"),
        (["online"], "list"),
        ({"online": "x" * 100}, "dict"),
    ],
)
def test_an_error_repeats_little_of_what_was_refused(value: object, words: str) -> None:
    assert brief(value) == words


def test_several_values_become_a_tuple() -> None:
    assert as_tuple(["a", "b"]) == as_tuple(iter("ab")) == ("a", "b")
    assert as_tuple(()) == ()


# levels ----------------------------------------------------------------------------------


@pytest.mark.parametrize("one", Level)
@pytest.mark.parametrize("other", Level)
def test_of_two_levels_one_reaches_the_other(one: Level, other: Level) -> None:
    assert one.reaches(one)
    assert one.reaches(other) or other.reaches(one)
    assert (one.reaches(other) and other.reaches(one)) is (one is other)


def test_a_level_that_reaches_a_second_reaches_what_that_one_reaches() -> None:
    for one, other, third in itertools.product(Level, repeat=3):
        assert one.reaches(third) or not (one.reaches(other) and other.reaches(third))


def test_levels_stand_from_the_nation_to_the_school() -> None:
    order = ["nation", "province", "city", "county", "school"]

    for one, other in itertools.product(Level, repeat=2):
        assert one.reaches(other) is (order.index(one) <= order.index(other))


# ids -------------------------------------------------------------------------------------


@given(value=IDS)
def test_an_id_is_returned_as_it_is(value: str) -> None:
    assert identifier(value, where="here") == value


@pytest.mark.parametrize("value", ["a", "r-1", "记录 1", "x" * 200])
def test_ids_that_are_accepted(value: str) -> None:
    assert Term(value) == value


@pytest.mark.parametrize(
    "value",
    ["", " ", " a", "a ", "a\n", "a\nb", "a\tb", "\x00", "a\u200bb", "\ud800", "x" * 201],
)
def test_an_id_that_cannot_be_told_from_another_is_refused(value: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Term: not an id .*; give 1 to 200 printable"):
        Term(value)


@pytest.mark.parametrize("value", [None, 7, b"a", ["a"]])
def test_an_id_is_text(value: object) -> None:
    with pytest.raises(InvalidTypeError, match=r"here: an id is text .*; give text such as"):
        identifier(value, where="here")  # type: ignore[arg-type]  # what is refused


def test_the_refusal_of_a_long_id_is_short() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Term("学" * 5_000_000)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    ("value", "words"),
    [("a", {"a"}), ("ab", {"ab"}), (("a", "b", "a"), {"a", "b"}), ((), set()), ({"a"}, {"a"})],
)
def test_one_word_alone_is_a_set_of_one(value: str, words: set[str]) -> None:
    assert tags(value) == words
