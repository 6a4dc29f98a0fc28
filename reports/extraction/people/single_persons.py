"""Persons whom an event befell without any number told: "she was arrested", "the death of a farmer"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from incidents.record.figures import Figure
from reports.extraction.mentions import CountMention, Event
from reports.extraction.speakers.voices import Voice, subject_end
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.text import Sentence, Text, Word

# Types that befall persons one by one; a lone "he" in flight or in an attack says little of how many.
_PERSONAL = frozenset(
    ("detention", "abduction", "torture", "killing", "injury", "sexual_violence", "release", "forced_recruitment",
     "forced_transfer", "displacement", "return", "evacuation")
)  # fmt: skip
_NAMED = frozenset(("detention", "abduction", "torture", "killing", "injury", "sexual_violence", "release"))
_LONGEST = 9  # words that a person may be told in
_NAME = 4
_APPOSITION = 24  # words between two commas


@dataclass(frozen=True, eq=False)
class PersonWords:
    """How one language speaks of one person."""

    he: frozenset[str]
    his: frozenset[str]
    persons: frozenset[str]
    one_of: frozenset[str]
    who: frozenset[str]
    both: frozenset[str]
    of: frozenset[str]
    one_is: frozenset[str]
    many_are: frozenset[str]
    stops: frozenset[str]
    before_places: frozenset[str]


@cache
def person_words(words: Lexicon) -> PersonWords:
    """The words of a lexicon for one person."""
    tables = words.raw.get("people", {})
    grammar = tables.get("grammar", {})

    def some(name: str) -> frozenset[str]:
        return frozenset(grammar.get(name, ()))

    return PersonWords(
        some("he"), some("his"), some("persons"), some("one_of"), some("who"), some("and"),
        frozenset(tables.get("numbers", {}).get("of", ())), some("one_is"), some("many_are"), some("stops"),
        some("before_places"),
    )  # fmt: skip


def single_person(event: Event, how: Voice, text: Text, words: Lexicon) -> CountMention | None:
    """The one person, or the two with names, whom an event befell."""
    known, sentence = person_words(words), event.sentence
    if event.type not in _PERSONAL:
        return _attacked(event, how, text, words, known)
    if how == "noun":
        found = _whose(sentence, event, known)
    elif how in ("active", "free"):
        found = _after(sentence, event.last, event.type, known) or _inside(event, known)
        if found is None and how == "free":
            found = _before(sentence, subject_end(event, words), event, known)
    else:
        found = _before(sentence, subject_end(event, words), event, known)
    return _mention(sentence, found, text)


def _attacked(
    event: Event, how: Voice, text: Text, words: Lexicon, known: PersonWords
) -> CountMention | None:
    """ "she was struck on the head": of an attack only a pronoun says that it befell one person."""
    end = subject_end(event, words)
    if event.type != "attack" or how != "passive" or not end:
        return None
    lone = event.sentence.words[end - 1].norm in known.he
    return _mention(event.sentence, (end - 1, end, 1), text) if lone else None


def _mention(sentence: Sentence, found: tuple[int, int, int] | None, text: Text) -> CountMention | None:
    if found is None:
        return None
    first, last, number = found
    said = text.text[sentence.words[first].start : sentence.words[last - 1].end]
    figure = Figure(number, number, number, "exact", text=" ".join(said.split())[:200])
    return CountMention(sentence, first, last, text=said, figure=figure, single=True)


def _whose(sentence: Sentence, event: Event, known: PersonWords) -> tuple[int, int, int] | None:
    """ "his arrest", "the arrest of a farmer"."""
    words = sentence.words
    for at in range(event.first - 1, max(-1, event.first - 3), -1):
        if words[at].norm in known.his:
            return at, at + 1, 1
    last = event.last
    if words[last - 1].norm in known.of:
        return _after(sentence, last, event.type, known)
    if last < len(words) and words[last].norm in known.of:
        return _after(sentence, last + 1, event.type, known)
    return None


def _inside(event: Event, known: PersonWords) -> tuple[int, int, int] | None:
    """ "took him hostage"."""
    for at in range(event.first, event.last):
        if event.sentence.words[at].norm in known.he:
            return at, at + 1, 1
    return None


def _after(sentence: Sentence, at: int, kind: str, known: PersonWords) -> tuple[int, int, int] | None:
    """The person named by the words that begin at a place."""
    words = sentence.words
    if at >= len(words):
        return None
    if words[at].norm in known.he:
        return at, at + 1, 1
    led = words[at].norm in known.one_of
    for here in range(at, min(len(words), at + _LONGEST)):
        word = words[here]
        if word.norm in known.persons and (led or _name_at(words, here + 1, known)):
            return at, here + 1, 1
        if here > at and (word.norm in known.stops or not word.text[:1].isalnum()) and word.text != "-":
            break
    if kind in _NAMED and not led:
        return _names(words, at, known)
    return None


def _names(words: tuple[Word, ...], at: int, known: PersonWords) -> tuple[int, int, int] | None:
    """One or two names: "King and Weeks"; a lone capital word may be anything."""
    first = _name_at(words, at, known)
    if not first:
        return None
    joins = at + first
    if joins < len(words) and words[joins].norm in known.both:
        second = _name_at(words, joins + 1, known)
        if second:
            return at, joins + 1 + second, 2
    return (at, joins, 1) if first > 1 else None


def _name_at(words: tuple[Word, ...], at: int, known: PersonWords) -> int:
    """How many words from a place on look like the name of a person."""
    end = at
    while end < len(words) and end - at < _NAME and words[end].capital and words[end].norm not in known.stops:
        if words[end].text.isupper() and len(words[end].text) > 1:
            return 0
        end += 1
    return end - at


def _before(sentence: Sentence, at: int, event: Event, known: PersonWords) -> tuple[int, int, int] | None:
    """The person told by the words that end before a verb and its helpers."""
    words = sentence.words
    helpers = {w.norm for w in words[at : event.first + 1]}
    end = at
    if end and words[end - 1].norm in known.who:
        end -= 1
    if end and words[end - 1].text == ",":
        end -= 1
        if not (end and at - end == 2):  # a comma before the verb closes what was put in
            end = _opening(words, end)
    if not end:
        return None
    last = words[end - 1]
    if last.norm in known.he:
        return end - 1, end, 1
    many = bool(helpers & known.many_are) and not helpers & known.one_is
    for here in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        norm = words[here].norm
        if not words[here].text[:1].isalnum() or (
            norm in known.stops and norm not in known.one_of and norm not in known.of
        ):
            break
        if (
            norm in known.persons
            and not many
            and any(w.norm in known.one_of or w.norm in known.persons for w in words[max(0, here - 4) : here])
        ):
            return here, end, 1
    if many and last.norm in known.persons:
        two = _two_before(words, end, known)
        if two is not None:
            return two
    return _names_before(words, end, event, many, helpers, known)


def _two_before(words: tuple[Word, ...], end: int, known: PersonWords) -> tuple[int, int, int] | None:
    """ "the mother and her baby": two persons with an article each."""
    articles = [at for at in range(max(0, end - _LONGEST), end) if words[at].norm in known.one_of]
    for first, second in pairwise(articles):
        if (
            second > first + 1
            and words[second - 1].norm in known.both
            and words[second - 2].norm in known.persons
        ):
            return first, end, 2
    return None


def _opening(words: tuple[Word, ...], closing: int) -> int:
    """Where the comma is that opened what a comma closes; the closing one when there is none."""
    for at in range(closing - 1, max(-1, closing - _APPOSITION), -1):
        if words[at].text == ",":
            return at
        if words[at].text in ".;:":
            break
    return closing


def _names_before(
    words: tuple[Word, ...], end: int, event: Event, many: bool, helpers: set[str], known: PersonWords
) -> tuple[int, int, int] | None:
    if event.type not in _NAMED:
        return None
    first = end
    while (
        first
        and end - first < _NAME
        and words[first - 1].capital
        and words[first - 1].norm not in known.stops
    ):
        first -= 1
    if first == end or (first and words[first - 1].norm in known.before_places):
        return None
    two = first > 1 and words[first - 1].norm in known.both and words[first - 2].capital
    if two and (many or not helpers & known.one_is):
        start = first - 1
        while start and first - 1 - start < _NAME and words[start - 1].capital:
            start -= 1
        return start, end, 2
    if helpers & known.one_is or end - first > 1:
        return first, end, 1
    return None
