"""The normal form in which words of a text and words of a lexicon are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Arabic vowel signs, and the forms of letters that writers use for one another.
_VOWELS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_TYPED = str.maketrans("’ʼ‘–—‑", "'''---")
_LEAST = 3  # letters that must be left when an Arabic article is taken off


@lru_cache(maxsize=20_000)
def norm(word: str) -> str:
    """Small letters, no possessive ending; in Arabic no vowel signs and no article, and one form of each letter."""
    plain = unicodedata.normalize("NFC", word).casefold().translate(_TYPED)
    if plain[:1] >= "\u0600":
        plain = _VOWELS.sub("", plain).translate(_LETTERS)
        if plain.startswith("ال") and len(plain) >= 2 + _LEAST:
            plain = plain[2:]
    elif plain[:1] >= "\u0300" and "ё" in plain:
        plain = plain.replace("ё", "е")
    if plain.endswith(("'s", "s'")):
        plain = plain[:-2] if plain.endswith("'s") else plain[:-1]
    return plain


def norm_phrase(phrase: str) -> str:
    """The same for every word of a phrase."""
    if phrase.isascii():
        return phrase
    return " ".join("|".join(map(norm, part.split("|"))) for part in phrase.split())
