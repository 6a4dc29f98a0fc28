"""One folding of text for every search: places, full text, names of sources.

`fold` makes spellings equal that a reader takes for the same word: case, accents, apostrophes, Arabic letter
forms and vowel signs, ligatures. `words` cuts folded text into tokens. `latin` writes Cyrillic and Greek in
Latin letters, loosely, so that a word may be found by its sound when its own script is not indexed.

Standard library only. Never raises, whatever the text holds; fold(fold(x)) == fold(x).
"""

from __future__ import annotations

import re
import unicodedata

# Marks that spelling may leave out. Vowel signs of Indic, Thai, Burmese, Khmer... are letters to their readers
# and stay; so do the Japanese voicing marks.
_DROPPED_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0816-\u082d\u08ca-\u08ff\u135d-\u135f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+"
)

_APOSTROPHES = (
    "'`\u00b4\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u2018\u2019\u201a\u201b"
    "\u2032\u2035\u055a\u05f3\ua78b\ua78c\uff07\uff40"
)
# Invisible characters inside words: soft hyphen, direction marks and overrides, joiners, byte order mark.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)

_BEFORE: dict[int, str | None] = {ord(mark): None for mark in _APOSTROPHES + _INVISIBLE}
_BEFORE[0x200C] = " "  # zero width non-joiner: Persian writes it where others write a space

_LETTERS = str.maketrans(
    {
        "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ŋ": "n", "ŧ": "t", "ə": "a", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɖ": "d",
        "ё": "е", "ґ": "г", "ѓ": "г", "ќ": "к",
        # Arabic, Persian, Urdu, Pashto, Kurdish: one letter where spelling wavers
        "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ێ": "ي", "ئ": "ي",
        "ؤ": "و", "ۆ": "و", "ة": "ه", "ہ": "ه", "ۀ": "ه", "ە": "ه", "ھ": "ه", "ک": "ك", "ګ": "گ", "ء": None,
        # Hebrew final letters
        "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    }
)  # fmt: skip

_ASCII_DROPPED = str.maketrans("", "", "'`")
_SURROGATES = re.compile("[\ud800-\udfff]+")

_WORD = re.compile(
    r"(?:[^\W_]|[\u0900-\u0963\u0971-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece"
    r"\u0f35-\u0f39\u0f71-\u0f84\u0f90-\u0fbc\u102b-\u103e\u1056-\u1064\u17b4-\u17d3\u3099\u309a])+"
)

_TO_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": "",
        "ы": "y", "э": "e", "ю": "iu", "я": "ia", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
        "џ": "dz", "ў": "u", "қ": "k", "ғ": "g", "ң": "n", "ө": "o", "ү": "u", "ұ": "u", "һ": "h", "ә": "a",
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
        "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
        "υ": "i", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The spelling that search compares: no case, no accents, no apostrophes, one form per letter.

    Spaces and punctuation stay where they are; use `words` to be rid of them.
    """
    if text.isascii():
        return text.lower().translate(_ASCII_DROPPED)
    folded = _fold_once(text)
    again = _fold_once(folded)
    while again != folded:  # a few characters need a second round, for example those whose parts fold again
        folded, again = again, _fold_once(again)
    return folded


def _fold_once(text: str) -> str:
    text = _SURROGATES.sub("\ufffd", text).translate(_BEFORE).casefold()
    text = unicodedata.normalize("NFKD", text).translate(_BEFORE).casefold()
    text = _DROPPED_MARKS.sub("", text).translate(_LETTERS)
    return unicodedata.normalize("NFC", text)


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits of any script, with the marks that belong to them."""
    return _WORD.findall(fold(text))


def latin(text: str) -> str:
    """Folded text with Cyrillic and Greek letters written in Latin ones, after the Ukrainian passport rules of 2010.

    A key for matching by sound, never to be shown: Russian г comes out as "h", and what it can't write stays.
    """
    return fold(text).translate(_TO_LATIN)
