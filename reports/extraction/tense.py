"""Whether a sign is told as going on: by its helping verbs and its own form."""

from __future__ import annotations

from reports.extraction.lexicon import Lexicon, Trigger
from reports.extraction.patterns import Found
from reports.extraction.text import Sentence

_BACK = 6  # words before the sign that may hold its helping verb
_STOPS = frozenset(".;:!?()–—,")


def goes_on(sentence: Sentence, sign: Found[Trigger], words: Lexicon) -> bool:
    """True for "are being held", "has been shelling", "recruits"; False for what is told as past.

    A state ("in detention") lasts unless its clause stands in the past.
    """
    helpers = [word.norm for word in sentence.words[max(0, sign.first - _BACK) : sign.first]]
    for place in range(len(helpers) - 1, -1, -1):
        if helpers[place] in _STOPS:
            helpers = helpers[place + 1 :]
            break
    inside = [word.norm for word in sentence.words[sign.first : sign.last]]
    continuous = any(word.endswith("ing") for word in inside[:1]) or bool(
        {*helpers, *inside} & words.words("being")
    )
    for helper in reversed([*helpers, *inside]):
        if helper in words.words("past_aux"):
            return False
        if helper in words.words("perfect_aux"):
            return continuous or sign.meaning.type == "aid_obstruction"
        if helper in words.words("present_aux"):
            return sign.meaning.kind != "noun" or continuous
    if sign.meaning.kind == "state":
        return not any(word.endswith("ed") or word in words.words("past_forms") for word in helpers)
    return sign.meaning.kind == "verb" and _present(sentence, sign, words)


def _present(sentence: Sentence, sign: Found[Trigger], words: Lexicon) -> bool:
    """Whether the sign is a verb in the third person of the present ("recruits"), not a plural noun ("attacks on")."""
    word = sentence.words[sign.first].norm
    after = sentence.words[sign.first + 1].norm if sign.first + 1 < len(sentence.words) else ""
    noun = after in words.words("causes") | words.words("of") | words.words("to")
    return word.endswith("s") and not word.endswith("ss") and not noun
