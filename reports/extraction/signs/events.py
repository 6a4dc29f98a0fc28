"""Signs of incidents in the sentences of a text, and what stands around each: denial, plan, people, place, date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reports.extraction.mentions import (
    CountMention,
    DateMention,
    Event,
    Mention,
    PlaceMention,
    SpeakerMention,
)
from reports.extraction.signs.tense import tense
from reports.extraction.words.lexicon import Lexicon, Trigger
from reports.extraction.words.patterns import Found
from reports.extraction.words.text import Sentence, Text

_STOPS = frozenset(".;:!?()–—")
_QUOTES = frozenset('"“”«»„')
# How many words before the sign a cue may end and still be about it.
_REACH = {
    "denied": 5,
    "planned": 7,
    "conditional": 3,
    "failed": 6,
    "talk": 6,
    "cause": 4,
    "blamed": 5,
    "refuted": 7,
    "supposed": 9,
}
_BY_HAND = ("killing", "injury", "attack")  # what somebody did; floods and illness do not count
_NO_TYPE = "none"  # the table of phrases that are no signs but hide what they begin with
_SPEECH = 8  # quotations of so many words are somebody's account, shorter ones a turn of phrase
# Features that mean something else beside a noun than beside a verb.
_BY_KIND = frozenset(
    (
        "be ahead",
        "causes ahead",
        "had ahead",
        "relative clause",
        "subordinate clause",
        "articles ahead",
        "of ahead",
        "count near",
        "people near",
        "located place",
        "date in sentence",
    )
)


# What people undertake for others, and what can therefore fail; an attack that failed is no incident.
_CAN_FAIL = ("evacuation", "release", "return", "forced_transfer")


@dataclass(eq=False)
class Scene:
    """What was found in one sentence besides the signs of incidents."""

    places: list[PlaceMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    counts: list[CountMention] = field(default_factory=list)
    speakers: list[SpeakerMention] = field(default_factory=list)


def scenes(*mentions: Sequence[Mention]) -> dict[int, Scene]:
    """Mentions by the number of their sentence."""
    found: dict[int, Scene] = {}
    for mention in (m for listed in mentions for m in listed):
        scene = found.setdefault(mention.sentence.number, Scene())
        if isinstance(mention, PlaceMention):
            scene.places.append(mention)
        elif isinstance(mention, DateMention):
            scene.dates.append(mention)
        elif isinstance(mention, CountMention):
            scene.counts.append(mention)
        elif isinstance(mention, SpeakerMention):
            scene.speakers.append(mention)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """A phrase that may tell of an incident, and the features that speak for and against it (see judging)."""

    sentence: Sentence
    found: Found[Trigger]
    features: frozenset[str]

    @property
    def trigger(self) -> Trigger:
        """What the lexicon says of the phrase."""
        return self.found.meaning


def find_signs(text: Text, words: Lexicon, around: dict[int, Scene]) -> list[Sign]:
    """Every sign of an incident in the order of the text; at most one of a type at one place."""
    found: list[Sign] = []
    for sentence in text.sentences:
        if not sentence.title:
            found += _in_sentence(sentence, words, around.get(sentence.number, Scene()))
    return found


def _in_sentence(sentence: Sentence, words: Lexicon, scene: Scene) -> Iterator[Sign]:
    taken = _longest(sentence, words)
    if not taken:
        return
    cues = list(words.cues.find(sentence.words))
    for sign in taken:
        seen = set(_features(sentence, sign, cues, taken, words, scene))
        kind = sign.meaning.kind
        yield Sign(sentence, sign, frozenset(seen | {f"{kind}: {one}" for one in seen if one in _BY_KIND}))


def _longest(sentence: Sentence, words: Lexicon) -> list[Found[Trigger]]:
    """The phrases that count: the longer wins over the shorter inside it, names of bodies are none."""
    taken: list[Found[Trigger]] = []
    for sign in sorted(words.triggers.find(sentence.words), key=lambda f: (-(f.last - f.first), f.first)):
        if not any(_hides(other, sign) for other in taken) and not _in_name(sentence, sign):
            taken.append(sign)
    return sorted((f for f in taken if f.meaning.type != _NO_TYPE), key=lambda f: f.first)


def _hides(longer: Found[Trigger], shorter: Found[Trigger]) -> bool:
    """Whether a phrase says already what a shorter one in the same words would say."""
    if shorter.last <= longer.first or longer.last <= shorter.first:
        return False
    if longer.meaning.type == shorter.meaning.type:
        return True
    if longer.last - longer.first == shorter.last - shorter.first:
        return False  # one phrase may be a sign of two types
    if longer.first == shorter.first:
        return True
    return ".." not in longer.phrase  # the words in a gap speak for themselves


def _in_name(sentence: Sentence, sign: Found[Trigger]) -> bool:
    """Whether the phrase belongs to a name: "International Rescue Committee", "Amnesty International"."""
    if sign.last - sign.first > 1 or not sentence.words[sign.first].capital:
        return False
    ahead = sentence.words[sign.first - 1] if sign.first else None
    behind = sentence.words[sign.last] if sign.last < len(sentence.words) else None
    named = (ahead is not None and ahead.capital) or (behind is not None and behind.capital)
    return named or (ahead is not None and ahead.text not in '.:"“')


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """The words between the strong marks around a word."""
    first = at
    while first > 0 and sentence.words[first - 1].text not in _STOPS:
        first -= 1
    last = at
    while last < len(sentence.words) and sentence.words[last].text not in _STOPS:
        last += 1
    return first, last


def _features(
    sentence: Sentence,
    sign: Found[Trigger],
    cues: list[Found[str]],
    others: list[Found[Trigger]],
    words: Lexicon,
    scene: Scene,
) -> Iterator[str]:
    trigger, first, last = sign.meaning, *clause(sentence, sign.first)
    yield f"type {trigger.type}"
    yield f"{trigger.kind}{' weak' if trigger.weak else ''}"
    yield f"{trigger.type} {trigger.kind}{' weak' if trigger.weak else ''}"
    for cue in cues:
        if first <= cue.first and cue.last <= sign.first:
            steps = sign.first - cue.last
            if steps <= _REACH.get(cue.meaning, 5):
                far = any(word.text == "," for word in sentence.words[cue.last : sign.first])
                yield f"{cue.meaning} {'apart' if far else 'just before' if steps <= 2 else 'before'}"
        elif first <= cue.first < last and cue.first >= sign.last and cue.first - sign.last <= 5:
            yield f"{cue.meaning} after"
    if trigger.type in _BY_HAND and any(c.meaning == "natural" and first <= c.first < last for c in cues):
        yield "by nature"
    yield from _grammar(sentence, sign, words)
    if any(
        c.meaning == "ongoing" and first <= c.first < last and abs(c.first - sign.first) < 7 for c in cues
    ):
        yield "ongoing near"
    yield from tense(sentence, sign, words)
    yield from _company(sentence, sign, first, last, words, scene)
    yield from _others(sign, others, first)
    if len({o.meaning.type for o in others}) > 2:
        yield "many types in the sentence"


def _others(sign: Found[Trigger], others: list[Found[Trigger]], first: int) -> Iterator[str]:
    """What the other signs of the sentence say: the same once more, or what this one follows from."""
    same = [o for o in others if o.meaning.type == sign.meaning.type]
    if same[0] is not sign:
        yield "said before in the sentence"
    if same[-1].first > sign.first:
        yield "said again in the sentence"
    if any(first <= o.first and o.last <= sign.first for o in others if o not in same):
        yield "another type before it"


def _grammar(sentence: Sentence, sign: Found[Trigger], words: Lexicon) -> Iterator[str]:
    before = sentence.words[sign.first - 1].norm if sign.first else ""
    two = sentence.words[sign.first - 2].norm if sign.first > 1 else ""
    for name in ("be", "have", "modals", "to", "causes", "articles", "possessives", "of"):
        if before in words.words(name) or (name in ("be", "modals", "have") and two in words.words(name)):
            yield f"{name} ahead"
    lead = _lead(sentence, sign.first)
    if lead & words.words("negations"):
        yield "negated"
    if lead & words.words("pluperfect"):
        yield "had ahead"
    if lead & words.words("relatives"):
        yield "relative clause"
    if {two, before} & words.words("subordinators") or (
        lead and _first(sentence, sign.first) in words.words("subordinators")
    ):
        yield "subordinate clause"
    if sentence.words[sign.first].norm.endswith("ing"):
        yield "-ing"
    quoted = _quoted(sentence, sign.first)
    if quoted:
        yield "in quotes" if quoted < _SPEECH else "in speech"
    if sentence.words[-1].text == "?":
        yield "question"


def _quoted(sentence: Sentence, at: int) -> int:
    """How many words the quotation marks around a word hold; 0 where it stands in none."""
    marks = [place for place, word in enumerate(sentence.words) if word.text in _QUOTES]
    before = [place for place in marks if place < at]
    if len(before) % 2 == 0:
        return 0
    return next((place for place in marks if place > at), len(sentence.words)) - before[-1] - 1


def _lead(sentence: Sentence, at: int) -> set[str]:
    """The words before a sign in its own part of the sentence, at most seven."""
    found: set[str] = set()
    for word in reversed(sentence.words[max(0, at - 7) : at]):
        if word.text in _STOPS or word.text == ",":
            break
        found.add(word.norm)
    return found


def _first(sentence: Sentence, at: int) -> str:
    """The word that begins the sign's own part of the sentence."""
    while at > 0 and sentence.words[at - 1].text not in _STOPS and sentence.words[at - 1].text != ",":
        at -= 1
    return sentence.words[at].norm


def _victims(sentence: Sentence, sign: Found[Trigger], scene: Scene, words: Lexicon) -> str:
    """Who stands right after the sign, or right before it with a number: people, fighters, or nobody."""
    for count in scene.counts:
        if 0 <= count.first - sign.last <= 3 or 0 <= sign.first - count.last <= 4:
            stretch = {w.norm for w in sentence.words[count.first : count.last + 4]}
            if stretch & words.words("fighters"):
                return "fighters"
            return "people"
    return ""


def _company(
    sentence: Sentence, sign: Found[Trigger], first: int, last: int, words: Lexicon, scene: Scene
) -> Iterator[str]:
    near = {w.norm for w in sentence.words[max(first, sign.first - 9) : min(last, sign.last + 9)]}
    if near & words.words("people"):
        yield "people near"
    if near & words.words("pronouns"):
        yield "pronoun near"
    if near & words.words("fighters"):
        yield "fighters near"
    if (
        sign.meaning.weak
        and not near & (words.words("people") | words.words("pronouns"))
        and not scene.counts
    ):
        yield "weak without people"
    victims = _victims(sentence, sign, scene, words)
    if victims:
        yield f"counted {victims} beside it"
    if any(abs(count.first - sign.first) < 14 for count in scene.counts):
        yield "count near"
    elif scene.counts:
        yield "count in sentence"
    if scene.places:
        yield "place in sentence"
        if any(place.role in ("at", "from", "to") for place in scene.places):
            yield "located place"
    if scene.dates:
        yield "date in sentence"
    if scene.speakers:
        yield "speaker in sentence"


def as_event(sign: Sign, score: float, going_on: float, why: tuple[str, ...]) -> Event:
    """The sign read: whether it occurred, goes on or failed."""
    features, trigger = sign.features, sign.trigger
    occurrence = "ongoing" if going_on > 0.5 else "occurred"
    if features & {"failed before", "failed just before", "failed after"} and trigger.type in _CAN_FAIL:
        occurrence = "failed"
    return Event(
        sign.sentence, sign.found.first, sign.found.last, type=trigger.type, kind=trigger.kind,
        phrase=sign.found.phrase, weak=trigger.weak, occurrence=occurrence,
        pattern=bool(features & {"pattern before", "pattern just before"}),
        total=bool(features & {"total before", "total just before"}), score=score, why=why,
    )  # fmt: skip
