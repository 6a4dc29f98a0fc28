"""Signs of the time that an incident is told in: helping verbs and the form of the words."""

from __future__ import annotations

from collections.abc import Iterator

from reports.extraction.words.lexicon import Lexicon, Trigger
from reports.extraction.words.patterns import Found
from reports.extraction.words.text import Sentence

_BACK = 6  # words before the sign that may hold its helping verb
_STOPS = frozenset(".;:!?()–—,")


def tense(sentence: Sentence, sign: Found[Trigger], words: Lexicon) -> Iterator[str]:
    """What the helping verbs before the sign, the verbs of its clause and its own form say of the time."""
    helpers = [word.norm for word in sentence.words[max(0, sign.first - _BACK) : sign.first]]
    for place in range(len(helpers) - 1, -1, -1):
        if helpers[place] in _STOPS:
            helpers = helpers[place + 1 :]
            break
    inside = [word.norm for word in sentence.words[sign.first : sign.last]]
    if {*helpers, *inside} & words.words("being") or inside[0].endswith("ing"):
        yield "continuous"
    nearest = next((name for helper in reversed([*helpers, *inside]) if (name := _helper(helper, words))), "")
    yield nearest or ("present form" if _present(sentence, sign, words) else "no helper")
    if not nearest and any(word.endswith("ed") or word in words.words("past_forms") for word in helpers):
        yield "past before"
    after = [word.norm for word in sentence.words[sign.last : sign.last + _BACK]]
    behind = next((name for word in after if (name := _helper(word, words))), "")
    if behind:
        yield f"{behind} behind"


def _helper(word: str, words: Lexicon) -> str:
    for name in ("past", "perfect", "present"):
        if word in words.words(f"{name}_aux"):
            return f"{name} helper"
    return ""


def _present(sentence: Sentence, sign: Found[Trigger], words: Lexicon) -> bool:
    """Whether the sign is a verb in the third person of the present ("recruits"), not a plural noun ("attacks on")."""
    word = sentence.words[sign.first].norm
    after = sentence.words[sign.first + 1].norm if sign.first + 1 < len(sentence.words) else ""
    noun = after in words.words("causes") | words.words("of") | words.words("to")
    present = _ends([word], words, "present_endings") and not _ends([word], words, "no_present_endings")
    return present and not noun


def _ends(said: list[str], words: Lexicon, name: str) -> bool:
    """Whether one of some words has an ending of a class."""
    endings = tuple(words.words(name))
    return bool(endings) and any(word.endswith(endings) for word in said)
