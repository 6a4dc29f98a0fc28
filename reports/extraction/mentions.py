"""What the finders find in a text before anything is put together: values with their place among the words."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidents.record.dates import UNDATED, When
from incidents.record.figures import Figure
from incidents.record.place import Place
from reports.extraction.words.text import Sentence

# How far a step over a mark weighs beside a word, when the nearest of several mentions is sought.
_MARKS = {",": 2, ":": 4, ";": 8, "(": 3, ")": 3, "-": 3, '"': 1, "“": 1, "”": 1}


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Words `first` up to, not including, `last` of a sentence."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        """Position of the first character in the report's text."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """Position after the last character in the report's text."""
        return self.sentence.words[self.last - 1].end


@dataclass(frozen=True, slots=True, eq=False)
class Event(Mention):
    """A sign of an incident. occurrence: occurred, ongoing or failed. score: how likely somebody would code it.

    why: the rules that fired, as short sentences.
    """

    type: str = ""
    kind: str = "verb"
    phrase: str = ""
    weak: bool = False
    occurrence: str = "occurred"
    pattern: bool = False
    total: bool = False
    score: float = 0.5
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PlaceMention(Mention):
    """A place that the text names. choices: what the gazetteer makes of the name, likeliest first; may be empty.

    role: "at" (where things are), "from", "to", "through", "of", "dateline" (where the publisher writes) or ""
    (only named, as in "the Syrian government"). vague: a stretch around or beside the place ("northern Mali",
    "villages around X"), not the place itself. sort: "place", "country", or "people" where only the country is told
    ("Venezuelan"). admin1: name of the first-level area, where known. precision: a code of GEO_PRECISION.
    described: it only describes the word after it, or owns it ("the Kabul government", "Russia's war").
    container: it only says where another one lies. capital: of its country.
    elsewhere: it says where somebody belongs who is spoken of ("a rights group in Dhaka").
    listed: the same number for the members of one list ("in Bamako, Kati and Gao"), 0 for none.
    """

    text: str = ""
    choices: tuple[Place, ...] = ()
    country: str = ""
    role: str = ""
    vague: bool = False
    sort: str = "place"
    admin1: str = ""
    precision: str = ""
    described: bool = False
    container: bool = False
    elsewhere: bool = False
    capital: bool = False
    listed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class DateMention(Mention):
    """A date that the text names, resolved; its `when` is UNDATED where the text does not say which one it is.

    since: an activity that begins then and goes on. role: "" (of what the sentence tells), "said" (when it was
    said), "law" (of a law, election or birth), "line" (where and when the report was written), "heading" (of what
    is told under it), "frame" (of all that the report tells), "before" (carried over from a sentence before).
    plain: the date itself where `when` goes on from it.
    """

    text: str = ""
    when: When = UNDATED
    since: bool = False
    role: str = ""
    plain: When = UNDATED


@dataclass(frozen=True, slots=True, eq=False)
class CountMention(Mention):
    """A number of people. noun: what is counted ("civilians", "families"), empty when it stands alone.

    harm: the type of event that the counted words name themselves ("170 injured"). fighters: people who fight.
    part: some of those counted before ("six of them"). single: no number is told, but it is one person or two
    with a name, a pronoun or an article ("she", "a farmer").
    """

    text: str = ""
    figure: Figure = field(default_factory=Figure)
    noun: str = ""
    harm: str = ""
    fighters: bool = False
    part: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerMention(Mention):
    """Who is said to claim what the words `scope_first` to `scope_last` of the same sentence tell."""

    name: str = ""
    scope_first: int = 0
    scope_last: int = 0


def distance(sentence: Sentence, first: int, last: int) -> int:
    """How far two words of a sentence are apart: the words between them, marks weighing more."""
    low, high = sorted((first, last))
    between = sentence.words[low + 1 : high]
    return len(between) + sum(_MARKS.get(word.text, 0) for word in between)
