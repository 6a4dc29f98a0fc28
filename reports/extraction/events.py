"""Signs of incidents in the sentences of a text, and how they are to be read: told, denied, planned, failed."""

from __future__ import annotations

from collections.abc import Iterator

from reports.extraction.lexicon import Lexicon, Trigger
from reports.extraction.mentions import Event
from reports.extraction.patterns import Found
from reports.extraction.text import Sentence, Text

_STOPS = frozenset(".;:!?()–—")
_BEFORE = ("denied", "planned", "conditional", "failed", "talk")


def find_events(text: Text, words: Lexicon) -> list[Event]:
    """Every sign of an incident, in the order of the text; at most one of a type at one place."""
    found: list[Event] = []
    for sentence in text.sentences:
        if not sentence.title:
            found += _in_sentence(sentence, words)
    return found


def _in_sentence(sentence: Sentence, words: Lexicon) -> Iterator[Event]:
    cues = list(words.cues.find(sentence.words))
    taken: list[Found[Trigger]] = []
    for sign in sorted(words.triggers.find(sentence.words), key=lambda f: (-(f.last - f.first), f.first)):
        same = [t for t in taken if t.first < sign.last and sign.first < t.last]
        if any(
            t.meaning.type == sign.meaning.type or sign.last - sign.first < t.last - t.first for t in same
        ):
            continue
        if sign.meaning.weak and not _people_near(sentence, sign, words):
            continue
        taken.append(sign)
    for sign in sorted(taken, key=lambda f: f.first):
        event = _read(sentence, sign, cues)
        if event is not None:
            yield event


def _people_near(sentence: Sentence, sign: Found[Trigger], words: Lexicon) -> bool:
    people = words.words("people")
    first, last = clause(sentence, sign.first)
    near = sentence.words[max(first, sign.first - 8) : min(last, sign.last + 8)]
    return any(word.norm in people for word in near)


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """The words between the strong marks around a word."""
    first = at
    while first > 0 and sentence.words[first - 1].text not in _STOPS:
        first -= 1
    last = at
    while last < len(sentence.words) and sentence.words[last].text not in _STOPS:
        last += 1
    return first, last


def _read(sentence: Sentence, sign: Found[Trigger], cues: list[Found[str]]) -> Event | None:
    first, last = clause(sentence, sign.first)
    near = [cue for cue in cues if first <= cue.first and cue.last <= last]
    before = {c.meaning for c in near if c.last <= sign.first and sign.first - c.last <= 4}
    around = {c.meaning for c in near}
    why = [f"“{sentence.slice(sign.first, sign.last)}” is a word for {sign.meaning.type}"]
    if before & {"denied", "planned", "conditional", "talk"} and "failed" not in before:
        return None
    occurrence = "failed" if "failed" in before else "occurred"
    score = 0.5
    return Event(
        sentence, sign.first, sign.last, type=sign.meaning.type, kind=sign.meaning.kind, phrase=sign.phrase,
        weak=sign.meaning.weak, occurrence=occurrence, pattern="pattern" in around, total="total" in around,
        score=score, why=tuple(why),
    )  # fmt: skip
