"""Makes what people type comparable: lower case, no accents, plain digits, dashes and apostrophes.

Word tables (dates, counts) and typed text both go through `plain`, so "Août", "aout" and "AOÛT" are one word.
"""

from __future__ import annotations

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ`´ʹ′＇"), "'")
_OTHERS = {ord("ى"): "ي", ord("ـ"): None, ord("،"): ",", ord("؟"): "?", ord("ё"): "е", ord("～"): "~"}
_SAME = _DASHES | _APOSTROPHES | _OTHERS
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\s\w]|_")


def plain(text: str) -> str:
    """Lower case, without accents and vowel signs, digits of any script as 0-9, one kind of dash."""
    letters = unicodedata.normalize("NFD", text.casefold().translate(_SAME))
    kept = []
    for letter in letters:
        kind = unicodedata.category(letter)
        if kind == "Nd":
            kept.append(str(unicodedata.decimal(letter)))
        elif kind in ("Zs", "Zl", "Zp", "Cc"):
            kept.append(" ")
        elif kind not in ("Mn", "Cf", "Cs", "Cn"):
            kept.append(letter)
    return "".join(kept).translate(_SAME)


def words(text: str) -> list[str]:
    """Plain text cut into words, numbers and single signs."""
    return _WORD.findall(text)


def shown(text: str, most: int = 60) -> str:
    """What was typed, cut to a length that fits a sentence and without line breaks."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: most * 2]).split())
    return line if len(line) <= most else line[:most] + "…"
