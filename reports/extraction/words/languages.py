"""Which language a text is in, by the commonest words of each lexicon."""

from __future__ import annotations

import re
from collections import Counter

from reports.extraction.words.lexicon import FULL, lexicon
from reports.extraction.words.normal import norm

_SAMPLE = 6_000  # characters looked at
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code, empty when it is none that Vigil has words for, or unclear."""
    words = [norm(word) for word in _WORD.findall(text[:_SAMPLE])]
    scores = Counter(
        {
            code: sum(word in common for word in words)
            for code in FULL
            if (common := lexicon(code).words("common"))
        }
    )
    if not scores or not words:
        return ""
    best, hits = scores.most_common(1)[0]
    return best if hits >= max(1, len(words) // 20) else ""
