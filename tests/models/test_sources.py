"""Sources name a document, an article in it and how sure we are; texts speak two languages."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidValueError
from teachtrain.models import Certainty, Source, Text
from teachtrain.models._sources import text

MEASURES = Source(
    "鲁教师发〔2015〕3号",
    certainty=Certainty.READ_IN_PART,
    title=Text("Credit measures", "学分管理办法"),
    article="art. 3",
    issued=date(2015, 4, 1),
    addresses=["https://example.org/a", "https://example.org/b"],
    note="pages 3 to 5 are missing",
)
WORDS = st.text(min_size=1).filter(str.strip)


@given(en=WORDS, zh=st.text())
def test_words_are_given_in_the_language_asked_for_or_in_english(en: str, zh: str) -> None:
    words = Text(en, zh)

    assert words.in_language("en") == str(words) == en
    assert words.in_language("zh") == (zh or en)


@given(en=WORDS, zh=st.text())
def test_a_text_is_taken_as_it_is_and_plain_words_as_english(en: str, zh: str) -> None:
    words = Text(en, zh)

    assert text(words) is words
    assert text(en) == Text(en)


@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\u3000"])
def test_nothing_goes_by_no_words(blank: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Text.en: is empty; give the words"):
        Text(blank, "学时")
    with pytest.raises(InvalidValueError, match=r"Source.number: is empty; give the document's"):
        Source(blank, certainty=Certainty.READ)


def test_a_note_is_words_in_two_languages_or_none() -> None:
    def noted(note: str | Text | None) -> Text | None:
        return Source("Rule", certainty=Certainty.READ, note=note).note

    assert noted("pages are missing") == Text("pages are missing")
    assert noted(Text("pages are missing", "缺页")) == Text("pages are missing", "缺页")
    assert noted("") is noted(None) is Source("Rule", certainty=Certainty.READ).note is None


@given(article=st.text(), certainty=st.none() | st.sampled_from(Certainty))
def test_a_source_at_an_article_is_the_same_document(
    article: str, certainty: Certainty | None
) -> None:
    """
    Only what is named changes: an article or a certainty that is left out stays.
    """
    here = MEASURES.at(article, certainty=certainty)

    assert here.article == (article or "art. 3")
    assert here.certainty is (certainty or Certainty.READ_IN_PART)
    assert (here.number, here.title, here.issued, here.addresses, here.note) == (
        MEASURES.number,
        MEASURES.title,
        MEASURES.issued,
        MEASURES.addresses,
        MEASURES.note,
    )
    assert (here == MEASURES) is (
        here.article == "art. 3" and here.certainty is Certainty.READ_IN_PART
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (MEASURES, "鲁教师发〔2015〕3号 art. 3"),
        (Source("Order 7", certainty=Certainty.INVENTED), "Order 7"),
        (Source("Order 7", certainty=Certainty.INVENTED).at("s. 2"), "Order 7 s. 2"),
    ],
)
def test_a_source_is_shown_by_its_number_and_article(source: Source, words: str) -> None:
    assert str(source) == words


def test_how_sure_we_are_is_always_said() -> None:
    with pytest.raises(TypeError, match="certainty"):
        Source("Order 7")  # type: ignore[call-arg]  # what is refused


def test_sources_are_values() -> None:
    again = pickle.loads(pickle.dumps(MEASURES))  # noqa: S301 - dumped on this line

    assert again == MEASURES
    assert hash(again) == hash(MEASURES)
    assert again.addresses == ("https://example.org/a", "https://example.org/b")


def test_one_address_is_one_address() -> None:
    source = Source("Order 7", certainty=Certainty.READ, addresses="https://example.org/a")

    assert source.addresses == ("https://example.org/a",)
