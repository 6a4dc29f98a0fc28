"""Words that French and Arabic write together with the next one are read as words of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.extraction.suggesting import suggest
from reports.extraction.words.clitics import parts
from reports.extraction.words.text import Text, norm

LANGUAGES = ("uk", "ru", "fr", "es", "ar")


def words(text: str, language: str) -> list[str]:
    return [word.text for sentence in Text(text, language).sentences for word in sentence.words]


def norms(text: str, language: str) -> list[str]:
    return [word.norm for sentence in Text(text, language).sentences for word in sentence.words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'hôpital d'Adré", ["l'", "hôpital", "d'", "Adré"]),
        ("qu’au moins", ["qu’", "au", "moins"]),
        ("jusqu'à Goma", ["jusqu'", "à", "Goma"]),
        ("L'armée n'a pas", ["L'", "armée", "n'", "a", "pas"]),
        ("aujourd'hui", ["aujourd'hui"]),
    ],
)
def test_french_elisions_are_words(text: str, expected: list[str]) -> None:
    assert words(text, "fr") == expected


def test_an_apostrophe_means_nothing_of_the_kind_elsewhere() -> None:
    assert words("у Куп'янську", "uk") == ["у", "Куп'янську"]
    assert words("d'Adré", "es") == ["d'Adré"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقالت", ["و", "قالت"]),
        ("بالخرطوم", ["ب", "خرطوم"]),
        ("للمدنيين", ["ل", "مدنيين"]),
        ("ولم", ["و", "لم"]),
        ("و94", ["و", "94"]),
        ("وبالمدينة", ["و", "ب", "مدينه"]),
        ("والد", ["والد"]),
        ("وزارة", ["وزاره"]),
        ("شنّت", ["شنت"]),
        ("شخصاً", ["شخصا"]),
    ],
)
def test_arabic_particles_are_words_and_the_article_is_none(text: str, expected: list[str]) -> None:
    assert norms(text, "ar") == expected


def test_the_forms_of_letters_are_one() -> None:
    assert norm("الأسرى") == norm("أسري")
    assert norm("ещё") == norm("еще")


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_the_parts_are_the_whole(word: str, language: str) -> None:
    found = list(parts(word, language))
    assert "".join(word[start:end] for start, end, _ in found) == word


@given(st.text(alphabet="لبوالفكمن'’dl qu1 .،\u064b\u0651", max_size=80), st.sampled_from(LANGUAGES))
def test_no_text_fails_in_any_language(text: str, language: str) -> None:
    for one in suggest(text, language=language):
        for mark in one.marks:
            assert 0 <= mark.passage.start < mark.passage.end <= len(text)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_no_text_of_any_script_fails(text: str, language: str) -> None:
    suggest(text, language=language)
