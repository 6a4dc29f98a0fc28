"""Folding makes equal what a reader takes for the same word."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incidents.record.folding import fold, latin, words
from tests.strategies import hostile_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KHARKIV", "kharkiv"),
        ("Vovchans'k", "Vovchansk"),
        ("Vovchans’k", "Vovchansk"),
        ("Ľuboš Œuvre", "lubos oeuvre"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("Đồng Nai", "dong nai"),
        ("İstanbul", "istanbul"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("Æthelred Ørsted", "aethelred orsted"),
        ("ﬁltration", "filtration"),
        ("Фёдор", "Федор"),
        ("Запоріжжя", "ЗАПОРІЖЖЯ"),
        ("Слов'янськ", "Словянськ"),
        ("أفغانستان", "افغانستان"),
        ("مدرسة", "مدرسه"),
        ("على", "علي"),
        ("مُحَمَّد", "محمد"),
        ("كـــردستان", "كردستان"),
        ("تهران کرج", "تهران كرج"),
        ("می\u200cروند", "می روند"),
        ("שלום", "שלומ"),
        ("Mari\u00adupol", "Mariupol"),
        ("\u202eMariupol\u202c", "Mariupol"),
        ("Ｋｙｉｖ", "kyiv"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kharkiv", "Kherson"), ("ін", "ни"), ("कि", "की"), ("မြို့", "မြ"), ("حلب", "حمص"), ("か", "が")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_words_are_letters_and_digits_of_any_script() -> None:
    assert words("Vovchans'k-2, 10 people_there!") == ["vovchansk", "2", "10", "people", "there"]
    assert words("місто Ізюм — Харківська обл.") == ["місто", "ізюм", "харківська", "обл"]
    assert words("مخيم اليرموك، دمشق") == ["مخيم", "اليرموك", "دمشق"]
    assert words("हिन्दी में") == ["हिन्दी", "में"]
    assert words("--- ؟ …") == []


def test_cyrillic_is_written_in_latin_by_its_sound() -> None:
    assert latin("Ізюм") == "izium"
    assert latin("Вовчанськ") == "vovchansk"
    assert latin("Kharkiv") == "kharkiv"


@given(hostile_text() | st.text(st.characters()))
@example("\ud800")
@example("ﷺ ǅ ſ İ ŉ")
def test_any_text_folds_once_and_for_all(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(latin(text)) == latin(text)


@given(hostile_text() | st.text(st.characters()))
def test_words_are_folded_whole_and_can_be_stored(text: str) -> None:
    for word in words(text):
        assert word
        assert words(word) == [word]
        assert word.encode("utf-8").decode("utf-8") == word


@given(st.text(st.characters()))
def test_case_never_matters(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_gives_what_the_long_way_gives(text: str) -> None:
    assert fold(text + "é") == fold(text) + "e"
