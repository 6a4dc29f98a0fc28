"""Which language a text is in."""

from __future__ import annotations

import pytest

from reports.extraction import detect_language
from reports.extraction.words.lexicon import lexicon


def test_english_is_known_by_its_common_words():
    assert (
        detect_language("The people who fled the town said that they were from the north of the country.")
        == "en"
    )


@pytest.mark.parametrize("text", ["", "12345", "!!!", "qwrt zxcv bnm", "\ud800\x00"])
def test_what_is_no_language_has_none(text):
    assert detect_language(text) == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "uk",
            "Люди, які втекли з міста, сказали, що вони були там і не могли вийти, бо це було небезпечно.",
        ),
        (
            "ru",
            "Люди, которые бежали из города, сказали, что они были там и не могли выйти, потому что это опасно.",
        ),
        (
            "fr",
            "Les habitants qui ont fui la ville ont dit que les soldats étaient dans les rues",
        ),
        (
            "es",
            "Los habitantes que huyeron de la ciudad dijeron que los soldados estaban en las calles.",
        ),
        (
            "ar",
            "قال السكان الذين فروا من المدينة إن الجنود كانوا في الشوارع وإنهم لم يتمكنوا من الخروج من البيوت.",
        ),
    ],
)
def test_the_other_languages_are_told_apart(code, text):
    assert lexicon(code).language == code
    assert detect_language(text) == code
