"""Which of the numbers of people in a text is the number of those whom an event befell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from incidents.record.figures import Figure
from reports.extraction.mentions import CountMention, Event, distance
from reports.extraction.people.single_persons import single_person
from reports.extraction.speakers.voices import Voice, subject_end, voice
from reports.extraction.words.lexicon import Lexicon, lexicon
from reports.extraction.words.text import Sentence, Text

# What a number costs that is no good match; the cheapest number wins, none dearer than _MOST.
_MOST = 26
_OTHER_HARM = 12
_OTHER_HARM_BETWEEN = 7
_SAME_HARM = -12
_AGENT = 16
_WRONG_SIDE = 6
_BREAK = 6
_BARE = 3
_FIGHTERS = 8
# A number of these is never one of the others: those killed are not those wounded.
_EXCLUSIVE = frozenset(("killing", "injury", "abduction"))
_HARMS = frozenset(("killing", "injury"))
_MOVES = frozenset(("displacement", "return", "evacuation", "aid_obstruction"))
_NEAR_ATTACKED = 3
_REACH = 120  # words between an event and its number
_ALIKE = 1.3  # "more than 70" and "77" may be one count
_NEVER = 999.0
_PART = 14
_INSERTED = 3  # what a stretch between two commas weighs
_AID = 8
_NEAR, _FAR = 10, 0.4  # words beyond the first ten weigh less
Others = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class BefallWords:
    """What one language says around those whom an event befalls."""

    by: frozenset[str]
    breaks: frozenset[str]
    harms: dict[str, str]
    aid: frozenset[str]
    civilians: frozenset[str]
    whom: frozenset[str]


@cache
def harm_words(words: Lexicon) -> dict[str, str]:
    """The words of a lexicon that say what befell those who are counted, with the type of event."""
    harms: dict[str, str] = {}
    for table in ("harms", "harm_nouns"):
        for kind, listed in words.raw.get("people", {}).get(table, {}).items():
            for word in listed:
                harms.setdefault(word, kind)
    return harms


@cache
def befall_words(words: Lexicon) -> BefallWords:
    """The words of a lexicon that tell whom an event befalls."""
    tables = words.raw.get("people", {})
    grammar = tables.get("grammar", {})
    return BefallWords(
        by=frozenset(grammar.get("by", ())),
        breaks=frozenset(grammar.get("breaks", ())),
        harms=harm_words(words),
        aid=frozenset(grammar.get("for", ())),
        whom=frozenset(grammar.get("whom", ())),
        civilians=frozenset(grammar.get("civilians", ())),
    )


def count_for(event: Event, text: Text, counts: Sequence[CountMention]) -> CountMention | None:
    """The number of people that an event befell, as far as its own sentence tells."""
    words = lexicon(text.language)
    known = befall_words(words)
    how = voice(event, words)
    here = [c for c in counts if c.sentence is event.sentence and abs(c.first - event.first) < _REACH]
    if event.type == "attack":
        attacked = next((c for c in here if _attacked(event, c, how, known)), None)
        return attacked or single_person(event, how, text, words)
    others = _others(event, words) if here else ()
    end = subject_end(event, words)
    best, least = None, _MOST + 0.1
    for count in here:
        limit = next(
            (c.first for c in here if c.first >= count.last and not c.part), len(event.sentence.words)
        )
        cost = _cost(event, count, how, known, others, min(end, limit))
        if cost < least:
            best, least = count, cost
    if best is not None and event.type in _HARMS:
        best = _civilians(best, here, known)
    if best is not None and (
        _harm(event, best, how, known) == event.type or not _wrong_side(event, best, how)
    ):
        return best
    return single_person(event, how, text, words) or best


def _civilians(whole: CountMention, here: Sequence[CountMention], known: BefallWords) -> CountMention:
    """Of "200 people, ten of them civilians" the ten: those who fight are not counted."""
    if whole.noun in known.civilians or whole.part:
        return whole
    inside = (c for c in here if c.part and c.noun in known.civilians and 0 <= c.first - whole.last <= _NEAR)
    return next(inside, whole)


def _wrong_side(event: Event, count: CountMention, how: Voice) -> bool:
    """Whether a number stands where those whom the event befalls do not."""
    if how in ("noun", "free"):
        return False
    return count.last <= event.first if how == "active" else count.first >= event.last


def _others(event: Event, words: Lexicon) -> Others:
    """Where the sentence has signs of events of other types."""
    return tuple(at for at, kind in _signs(event.sentence, words) if kind != event.type)


@lru_cache(maxsize=64)
def _signs(sentence: Sentence, words: Lexicon) -> tuple[tuple[int, str], ...]:
    return tuple((found.first, found.meaning.type) for found in words.triggers.find(sentence.words))


def better_count(a: CountMention | None, b: CountMention | None) -> CountMention | None:
    """Which of the numbers that two sentences give for one incident says more; the first when both say the same."""
    if a is None or b is None:
        return a or b
    if a.single != b.single:
        return b if a.single else a
    civil = befall_words(lexicon("en")).civilians
    if b.noun in civil and a.noun not in civil and (b.figure.min or 0) <= (a.figure.min or a.figure.max or 0):
        return b
    if _open(a.figure) and not _open(b.figure) and _within(b.figure, a.figure):
        return b
    return a


def same_count(a: CountMention | None, b: CountMention | None) -> bool:
    """Whether two numbers may be said of one incident: neither rules the other out."""
    if a is None or b is None:
        return True
    one, two = a.figure, b.figure
    if one.unit != two.unit:
        return False
    if (one.min, one.max) == (two.min, two.max):
        return True
    loose, exact = (one, two) if _open(one) else (two, one)
    bound = loose.min or loose.max or 0
    near = [
        n for n in (exact.min, exact.max) if n is not None and bound <= n * _ALIKE and n <= bound * _ALIKE
    ]
    return _open(loose) and not _open(exact) and len(near) == 2 and _within(exact, loose)


def _open(figure: Figure) -> bool:
    return figure.min is None or figure.max is None


def _within(inner: Figure, outer: Figure) -> bool:
    low, high = outer.min or 0, outer.max
    values = [n for n in (inner.min, inner.best, inner.max) if n is not None]
    return all(low <= n and (high is None or n <= high) for n in values)


def _attacked(event: Event, count: CountMention, how: Voice, known: BefallWords) -> bool:
    """An attack has a number only when the text counts those attacked: "beat 300 people"."""
    if not count.noun or count.harm or count.fighters or how == "noun":
        return False
    if count.first < event.first:
        return (
            how in ("passive", "free")
            and len(_bridge(event.sentence, count.last, event.first)) <= _NEAR_ATTACKED
        )
    gap = min((count.first - at for at in (event.first + 1, event.last) if count.first >= at), default=_NEAR)
    return how == "active" and gap <= 1


def _bridge(sentence: Sentence, low: int, high: int) -> list[str]:
    """The words between two places, without what stands between two commas."""
    kept: list[str] = []
    inside: list[str] | None = None
    for word in sentence.words[low:high]:
        if word.text == ",":
            inside = [] if inside is None else None
        elif inside is not None:
            inside.append(word.norm)
        else:
            kept.append(word.norm)
    return kept + (inside or [])


def _cost(
    event: Event, count: CountMention, how: Voice, known: BefallWords, others: Others, end: int
) -> float:
    """How badly a number fits an event; `end` is where the words before the verb end, or the next number begins."""
    words = event.sentence.words
    before = count.first < event.first
    ahead = words[count.first - 1].norm if count.first else ""
    if ahead in known.by:
        return _NEVER
    harm = _harm(event, count, how, known)
    inside = count.first <= event.last and event.first <= count.last and (harm == event.type or not before)
    cost = 0.0 if inside else _apart(event, count, how, end)
    if harm == event.type:
        cost += _SAME_HARM if inside else _SAME_HARM / 4
    elif harm and event.type in _EXCLUSIVE and harm in _EXCLUSIVE:
        return _NEVER
    elif harm:
        cost += _OTHER_HARM * (2 if known.harms.get(count.noun) else 1)
    cost += _BARE if not count.noun and not harm else 0
    subject = not count.noun and how in ("passive", "subject") and 0 <= end - count.last <= 2
    cost += _PART if count.part and not subject else 0  # "of whom 20 were released"
    if count.fighters:
        cost += _FIGHTERS + (_MOST if event.type in _MOVES else 0)
    if event.type == "aid_obstruction" and ahead in known.aid:
        cost -= _AID
    return cost if inside else cost + _detour(event, count, how, known, others, end)


def _harm(event: Event, count: CountMention, how: Voice, known: BefallWords) -> str:
    """What befell those counted; of "three gunmen killed" it is what they did."""
    acting = how == "active" and count.last == event.first and count.noun not in known.harms
    return "" if acting else count.harm


def _detour(
    event: Event, count: CountMention, how: Voice, known: BefallWords, others: Others, end: int
) -> float:
    """What stands in the way between a number and a verb: the wrong side, another clause, another harm."""
    words = event.sentence.words
    before = count.first < event.first
    low, high = (count.last, event.first) if before else (event.last, count.first)
    between = [w.norm for w in words[low:high]]
    cost = 0.0
    if how == "active" and before:
        cost += 0 if any(w in known.whom for w in between) else _AGENT
    elif how in ("passive", "subject"):
        cost += 0 if before else _WRONG_SIDE
        between = _bridge(event.sentence, low, end) if before else between
    broken = sum(w in known.breaks or w == ";" for w in between)
    cost += _BREAK * broken
    if broken and any(_own_clause(event.sentence, count, at, known) for at in others):
        cost += _AGENT
    if any(known.harms.get(w, event.type) != event.type for w in between):
        cost += _OTHER_HARM_BETWEEN
    return cost


def _own_clause(sentence: Sentence, count: CountMention, at: int, known: BefallWords) -> bool:
    """Whether a sign of another event stands in the count's own clause."""
    first, last = sorted((count.first, at))
    return not any(w.norm in known.breaks or w.text == ";" for w in sentence.words[first:last])


def _apart(event: Event, count: CountMention, how: Voice, end: int) -> float:
    if count.first < event.first:
        steps = distance(event.sentence, count.last - 1, event.first)
        if how in ("passive", "subject"):
            beyond = distance(event.sentence, end, event.first) if end < event.first else 0
            steps = min(steps, len(_bridge(event.sentence, count.last, end)) + beyond + _INSERTED)
    else:
        steps = distance(event.sentence, event.last - 1, count.first)
    return steps if steps <= _NEAR else _NEAR + (steps - _NEAR) * _FAR
