"""How a sentence puts an event: whether those whom it befalls stand before the verb or after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from reports.extraction.mentions import Event
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.patterns import Phrases

# "active": whom it befalls comes after the verb; "passive", "subject": before it; "noun": it is named;
# "free": the language puts them on either side.
Voice = Literal["active", "passive", "subject", "noun", "free"]
_MOVES = frozenset(("displacement", "return"))
_CHAIN = 5  # words that "have reportedly not been" may have


@dataclass(frozen=True, eq=False)
class VoiceWords:
    """What one language's verbs are built with."""

    be: frozenset[str]
    chain: frozenset[str]
    subject: Phrases[str]
    objects: Phrases[str]
    both: frozenset[str]
    harms: frozenset[str]
    people: frozenset[str]


@cache
def voice_words(words: Lexicon) -> VoiceWords:
    """The words of a lexicon that tell an active verb from a passive one."""
    tables = words.raw.get("people", {})
    grammar = tables.get("grammar", {})
    chain = words.words("be") | words.words("have") | words.words("modals") | words.words("negations")
    nouns = (
        words.words("people") | words.words("fighters") | frozenset(tables.get("nouns", {}).get("people", ()))
    )
    return VoiceWords(
        be=words.words("be"),
        chain=chain | frozenset(grammar.get("adverbs", ())),
        subject=Phrases([(w, w) for w in grammar.get("subject", ())], words.classes),
        objects=Phrases([(w, w) for w in grammar.get("object_verbs", ())], words.classes),
        harms=frozenset(w for listed in tables.get("harms", {}).values() for w in listed),
        both=frozenset(grammar.get("and", ())),
        people=nouns | words.words("pronouns"),
    )


def chain_start(event: Event, words: Lexicon) -> int:
    """Where the verb of an event begins with its helpers: at "have" in "have reportedly been killed"."""
    known = voice_words(words)
    at, said = event.first, event.sentence.words
    endings = tuple(words.raw.get("people", {}).get("grammar", {}).get("adverb_endings", ()))
    for _ in range(_CHAIN):
        if not at:
            break
        norm = said[at - 1].norm
        if norm not in known.chain and not (endings and norm.endswith(endings) and len(norm) > 4):
            break
        at -= 1
    return at


def voice(event: Event, words: Lexicon) -> Voice:
    """How the sentence puts an event."""
    if event.kind == "noun":
        return "noun"
    if words.raw.get("people", {}).get("grammar", {}).get("free_order"):
        return "free"
    known, said = voice_words(words), event.sentence.words
    start = chain_start(event, words)
    helpers = {word.norm for word in said[start : event.first + 1]}
    endings = tuple(words.raw.get("people", {}).get("grammar", {}).get("continuous_endings", ()))
    continuous = bool(endings) and said[event.first].norm.endswith(endings)  # "is abducting"
    if event.kind == "state" or (helpers & known.be and not continuous) or _second(event, start, known):
        return "passive"
    verb = said[event.first : event.first + 1]
    if any(known.subject.find(verb)) or (event.type in _MOVES and not any(known.objects.find(verb))):
        return "subject"
    if _listed(event, start, known):
        return "passive" if _closed(event, words) else "active"
    ahead = said[start - 1] if start and start == event.first else None
    if ahead is not None and (ahead.norm in known.people or ahead.norm[:1].isdigit() or ahead.text == ","):
        # "civilians killed in" has no helper; "gunmen killed farmers" has its object after it
        return "passive" if _closed(event, words) else "active"
    return "active"


def subject_end(event: Event, words: Lexicon) -> int:
    """Where the words for whom it befalls end that stand before a passive verb."""
    start = chain_start(event, words)
    first = _second(event, start, voice_words(words))
    return chain_start(replace(event, first=first, last=first + 1), words) if first else start


def _second(event: Event, start: int, known: VoiceWords) -> int:
    """Where the helper stands of a second verb after a passive one: "were beaten and arrested"; 0 if it is none."""
    said = event.sentence.words
    if not start or not (said[start - 1].norm in known.both or said[start - 1].text == ","):
        return 0
    for at in range(start - 2, max(0, start - 9), -1):
        norm = said[at].norm
        if norm in known.be:
            return at
        if norm in known.people or said[at].text in ".;:":
            break
    return 0


def _listed(event: Event, start: int, known: VoiceWords) -> bool:
    """Whether it follows another such word: "24 women detained and released"."""
    said = event.sentence.words
    return start > 1 and said[start - 1].norm in known.both and said[start - 2].norm in known.harms


def _closed(event: Event, words: Lexicon) -> bool:
    """Whether no object follows the verb: a mark, a preposition or the end comes next."""
    said = event.sentence.words
    if event.last >= len(said):
        return True
    after = said[event.last]
    grammar = words.raw.get("people", {}).get("grammar", {})
    return not after.text[:1].isalnum() or after.norm in grammar.get("no_object", ())
