"""What the shipped fonts can print, how wide it is, and a name for what they cannot."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from importlib import resources
from itertools import repeat
from typing import Any

from incidents.errors import VigilError

_CUTS = {"regular": "NotoSans-Regular.ttf", "bold": "NotoSans-Bold.ttf", "italic": "NotoSans-Italic.ttf"}
# Fonts may hold letters of scripts that need joining, reordering or another direction; printed one by one they would
# come out wrong, so only scripts that stand letter by letter, left to right, count as printable.
_SIMPLE = re.compile(
    "[\x20-\x7e\xa0-\u058f\u0e3f\u1c80-\u1c8f\u1d00-\u1fff\u2000-\u2bff\u2c60-\u2c7f\u2de0-\u2dff\u2e00-\u2e7f"
    "\ua640-\ua69f\ua700-\ua7ff\uab30-\uab6f\ufb00-\ufb06\ufe20-\ufe2f\ufffd]"
)
_lock = threading.Lock()


class Cut:
    """One cut of the family: which characters it has and how wide words are in it."""

    def __init__(self, name: str, font: Any) -> None:
        self.name = name
        face = font.face
        self._wide: dict[int, float] = face.charWidths
        self._default: float = face.defaultWidth
        self.printable: frozenset[str] = frozenset(
            character
            for character in map(chr, face.charToGlyph)
            if _SIMPLE.match(character) and character.isprintable()
        ) - {"\ufffd"} | {" ", "\xa0"}
        self._words: dict[str, float] = {}

    def width(self, word: str) -> float:
        """Width of a word in thousandths of the type size."""
        found = self._words.get(word)
        if found is None:
            wide, default = self._wide, self._default
            found = sum(map(wide.get, map(ord, word), repeat(default)))
            if len(self._words) > 50_000:
                self._words.clear()
            if len(word) < 40:
                self._words[word] = found
        return found


@lru_cache(maxsize=1)
def _loaded() -> dict[str, Cut]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    cuts = {}
    for cut, file in _CUTS.items():
        name = f"Vigil-{cut}"
        source = resources.files("resources").joinpath("fonts", file)
        try:
            with resources.as_file(source) as path:
                font = TTFont(name, str(path))
        except (OSError, TTFError) as error:
            text = (
                f"The font {file} is missing or damaged, so no briefing can be printed. Install Vigil again "
                "(make setup)."
            )
            raise VigilError(text) from error
        pdfmetrics.registerFont(font)
        cuts[cut] = Cut(name, font)
    return cuts


def cuts() -> dict[str, Cut]:
    """The cuts by name, loaded once."""
    with _lock:
        return _loaded()


_SCRIPT_NAMES = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


def script_of(character: str) -> str:
    """The script of a character as people call it: "Arabic", "Chinese", "symbols"."""
    if character == "\ufffd":
        return "damaged text"
    try:
        first = unicodedata.name(character).split()[0].split("-")[0]
    except ValueError:
        return "unknown characters"
    if first in _SCRIPT_NAMES:
        return _SCRIPT_NAMES[first]
    if unicodedata.category(character)[0] in "LM" and first not in (
        "LATIN",
        "MODIFIER",
        "COMBINING",
        "MATHEMATICAL",
    ):
        return first.capitalize()
    return "symbols"
