"""Who the text says is the source of what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reports.extraction.mentions import Event, SpeakerMention, distance
from reports.extraction.speakers.source_names import (
    Named,
    SourceWords,
    accounts,
    name_after,
    name_before,
    source_words,
)
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.patterns import Found, Phrases
from reports.extraction.words.text import Sentence, Text

_REMEMBERED = 8  # sentences over which "he said" looks for who spoke
_BETWEEN = 2  # words between "said" and who did
_AFTER = 6  # words after "said" that may still be "on Sunday in a statement"


@dataclass(frozen=True, eq=False)
class SayWords:
    """The phrases with which one language tells who says something."""

    say: Phrases[str]
    according: Phrases[str]


@cache
def say_words(words: Lexicon) -> SayWords:
    """The phrases of a lexicon for saying."""
    tables = words.raw.get("speakers", {})
    say = [(phrase, kind) for kind, listed in tables.get("say", {}).items() for phrase in listed]
    according = [(phrase, phrase) for phrase in tables.get("sources", {}).get("according", ())]
    return SayWords(Phrases(say, words.classes), Phrases(according, words.classes))


@dataclass(frozen=True, slots=True, eq=False)
class _Last:
    """Somebody who spoke, to be found again for "she added"."""

    speaker: SpeakerMention
    body: bool


def find_speakers(text: Text, words: Lexicon) -> list[SpeakerMention]:
    """Every source that the text names, with the stretch of its sentence that it vouches for."""
    known, phrases = source_words(words), say_words(words)
    found: list[SpeakerMention] = []
    spoke: list[_Last] = []
    for sentence in text.sentences:
        if sentence.title:
            continue
        here: list[SpeakerMention] = []
        for named, scope in _named(sentence, phrases, known):
            speaker = _resolved(sentence, named, spoke, known)
            if speaker is None:
                continue
            name, first, last = speaker.name, named.first, max(named.first + 1, named.last)
            here.append(
                SpeakerMention(sentence, first, last, name=name, scope_first=scope[0], scope_last=scope[1])
            )
            spoke.append(_Last(here[-1], _is_body(name, known)))
        found += _without_doubles(here)
    return found


def speaker_for(event: Event, text: Text, speakers: Sequence[SpeakerMention]) -> SpeakerMention | None:
    """Who is said to claim an event, None when the publisher tells it in its own voice."""
    here = [
        s for s in speakers if s.sentence is event.sentence and s.scope_first <= event.first < s.scope_last
    ]
    aside = [s for s in here if s.scope_first == 0]  # "..., according to X" has the last word
    return min(aside or here, key=lambda s: distance(event.sentence, s.first, event.first), default=None)


def _named(
    sentence: Sentence, phrases: SayWords, known: SourceWords
) -> Iterator[tuple[Named, tuple[int, int]]]:
    """Each naming of a source in a sentence, with the words it vouches for."""
    whole = (0, len(sentence.words))
    taken: set[int] = set()  # words that a phrase was found in
    for found in phrases.according.find(sentence.words):
        span = range(found.first, found.last)
        if not taken.isdisjoint(span):
            continue
        taken.update(span)
        named = name_after(sentence, found.last, known)
        if named is not None:
            yield named, whole
    for named, scope in accounts(sentence, known):
        yield named, scope or whole
    told = list(phrases.say.find(sentence.words))
    verbs = {found.first for found in told}
    for found in told:
        if sentence.words[found.last - 1].norm in known.papers and found.last in verbs:
            continue  # "a report says"
        span = range(found.first, found.last)
        if not taken.isdisjoint(span):
            continue
        taken.update(span)
        said = _said(sentence, found, known)
        if said is not None:
            yield said


def _said(sentence: Sentence, verb: Found[str], known: SourceWords) -> tuple[Named, tuple[int, int]] | None:
    """Who is the one that a verb of telling belongs to, and what the telling reaches over."""
    words = sentence.words
    start = known.chain(words, verb.first)
    helpers = {w.norm for w in words[start : verb.first]}
    ahead = words[start - 1].norm if start else ""
    if helpers & known.never or ahead in known.never:
        return None
    if helpers & known.passive:
        if verb.meaning == "recorded" or verb.phrase in known.recorded:
            by = verb.last < len(words) and words[verb.last].norm in known.by
            return None if by else (Named(start, verb.last, "", "again"), (0, len(words)))
        return None
    if verb.meaning == "recorded":
        return None
    after = words[verb.last].norm if verb.last < len(words) else ""
    if after in known.of or verb.meaning == "silent":  # "reports of", "confirmed dead"
        return None
    noun = words[verb.last - 1].norm in known.papers or words[verb.last - 1].norm in known.account_of
    if noun and after not in known.that and after != "," and not _numbered(sentence, verb.last):
        return None  # "the 82-page report"
    turned = _turned(sentence, verb, start, known)
    if turned is not None:
        return turned, (0, len(words))
    if known.verb_first:
        return None
    named = name_before(sentence, start, known)
    if named is None:
        return None
    aside = _aside(sentence, verb, named)
    if (
        verb.meaning == "that"
        and not aside
        and after not in known.that
        and not _numbered(sentence, verb.last)
    ):
        return None
    return named, (0 if aside else verb.first, len(words))


def _turned(sentence: Sentence, verb: Found[str], start: int, known: SourceWords) -> Named | None:
    """The source after the verb: "..., said the mayor"."""
    words = sentence.words
    if verb.phrase not in known.inverted:
        return None
    aside = start > 0 and not words[start - 1].text[:1].isalnum()
    if not (aside or known.verb_first) or (start != verb.first and not known.verb_helped):
        return None
    at = verb.last
    while at < len(words) and words[at].norm in known.between and at - verb.last < _BETWEEN:
        at += 1  # "a déclaré aujourd'hui"
    named = name_after(sentence, at, known)
    if named is None or (named.kind and not named.paper and not known.he_after):
        return None
    after = words[named.last] if named.last < len(words) else None
    if after is None or not after.text[:1].isalnum():
        return named
    return named if after.norm in known.stops and after.norm not in known.helpers else None


def _numbered(sentence: Sentence, at: int) -> bool:
    return any(w.norm[:1].isdigit() for w in sentence.words[at : at + 4])


def _aside(sentence: Sentence, verb: Found[str], named: Named) -> bool:
    """Whether the saying is put into or after what is said: "..., the mayor said on Sunday"."""
    words = sentence.words
    if named.first == 0 or words[named.first - 1].text[:1].isalnum():
        return False
    for at in range(verb.last, min(len(words) + 1, verb.last + _AFTER)):
        if at == len(words) or words[at].text in ".,;!?":
            return True
        if words[at].text in '“"«:':
            return False
    return False


def _resolved(sentence: Sentence, named: Named, spoke: list[_Last], known: SourceWords) -> Named | None:
    """The source itself, for a pronoun the one who spoke last."""
    if not named.kind:
        return named if named.name else None
    for last in reversed(spoke):
        if sentence.number - last.speaker.sentence.number > _REMEMBERED:
            break
        name = last.speaker.name
        if last.body if named.kind in ("again", "it") else not last.body and name != name.casefold():
            return replace(named, name=name)
    return replace(named, kind="") if named.name else None


def _is_body(name: str, known: SourceWords) -> bool:
    """Whether a name is that of an office or a group rather than of a person."""
    parts = name.replace("’", " ").replace("'", " ").split()
    if any(p.casefold() in known.persons for p in parts):
        return False
    return any(p.casefold() in known.bodies or (p.isupper() and len(p) > 2) for p in parts)


def _without_doubles(here: list[SpeakerMention]) -> list[SpeakerMention]:
    """One mention where two phrases found the same words."""
    kept: list[SpeakerMention] = []
    taken: set[int] = set()
    for speaker in here:
        span = range(speaker.first, speaker.last)
        if taken.isdisjoint(span):
            kept.append(speaker)
            taken.update(span)
    return kept
