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
    continuous = any(word.endswith("ing") for word in inside[:1]) or bool({*helpers, *inside} & words.words("being"))
    for helper in reversed([*helpers, *inside]):
        if helper in words.words("past_aux"):
            return False
        if helper in words.words("perfect_aux"):
            return continuous
        if helper in words.words("present_aux"):
            return sign.meaning.kind != "noun" or continuous
    if sign.meaning.kind == "state":
        return True
    return sign.meaning.kind == "verb" and inside[0].endswith("s") and not inside[0].endswith("ss")
