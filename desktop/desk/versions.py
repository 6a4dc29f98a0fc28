"""What a new version of a report says that the earlier one did not, and the other way round."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from incidents.record.suggestion import Passage

# Comparing costs the product of both numbers in the worst case; beyond this only whole sentences are looked up.
MOST_COMPARED = 4_000
_SENTENCE = re.compile(r"[^\n.!?…。؟]*(?:[.!?…。؟]+[\"”»’)]*|\n|$)\s*")


def sentences(text: str) -> list[Passage]:
    """The text in pieces of about a sentence, without the space around them."""
    found = []
    for match in _SENTENCE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start < end:
            found.append(Passage(start, end))
    return found


def changes(before: str, now: str) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    """Passages of `now` that are new, and what of `before` is gone, as text."""
    old, new = sentences(before), sentences(now)
    old_words = [" ".join(each.of(before).split()) for each in old]
    new_words = [" ".join(each.of(now).split()) for each in new]
    if len(old) > MOST_COMPARED or len(new) > MOST_COMPARED:
        had, has = set(old_words), set(new_words)
        added = [each for each, words in zip(new, new_words, strict=True) if words not in had]
        return tuple(added), tuple(words for words in old_words if words not in has)
    fresh: list[Passage] = []
    gone: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        if kind != "equal":
            if k < m:
                fresh.append(Passage(new[k].start, new[m - 1].end))
            if i < j:
                gone.append(" ".join(old_words[i:j]))
    return tuple(fresh), tuple(gone)
