"""The shipped fonts are the known files and hold the letters that Vigil promises to print."""

from __future__ import annotations

import unicodedata

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from resources.fonts import STYLES, fetch, font_file

BLOCKS = {
    "Basic Latin": (0x20, 0x7E),
    "Latin-1, Latin Extended A and B": (0xA0, 0x24F),
    "combining accents": (0x300, 0x36F),
    "Greek": (0x384, 0x3CE),
    "Cyrillic and its supplement": (0x400, 0x52F),
    "Latin Extended Additional (Vietnamese)": (0x1E00, 0x1EFF),
    "general punctuation": (0x2010, 0x205E),
    "currency": (0x20A0, 0x20BF),
}


def test_fonts_are_the_files_in_the_readme() -> None:
    assert len(fetch.expected()) == len(STYLES)
    assert not fetch.wrong_files(fetch.expected())


def test_a_changed_font_is_noticed() -> None:
    assert fetch.wrong_files({**fetch.expected(), "NotoSans-Bold.ttf": "0" * 64}) == ["NotoSans-Bold.ttf"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("block", BLOCKS)
def test_every_letter_of_the_block_is_there(style: str, block: str) -> None:
    first, last = BLOCKS[block]
    held = TTFontFile(str(font_file(style))).charToGlyph
    assigned = [code for code in range(first, last + 1) if unicodedata.category(chr(code)) not in ("Cn", "Cc")]
    assert not [f"U+{code:04X}" for code in assigned if code not in held]


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="Regular, Bold, Italic"):
        font_file("Black")
