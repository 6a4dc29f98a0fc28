"""Capitalised names in a sentence, taken apart: name, kind, direction; persons and organisations by their words.

Nothing here decides which place a name means, or whether it is one; that needs the whole text (places.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reports.extraction.places.placewords import PlaceWords
from reports.extraction.words.inflection import adjectival
from reports.extraction.words.text import Sentence, Text, Word

Known = Callable[[str], bool]
MOST = 8  # words of one name
_ARTICLED = re.compile(r"[^\W\d_]{1,4}[-'’][^\W\d_]")  # al-Alil, ash-Sheikh
_OPENING = frozenset("“\"‘'(:[*•-–—")
_ALONG = frozenset({"road", "highway", "border", "frontier", "corridor"})


@dataclass(slots=True, eq=False)
class Name:
    """Words `first` up to, not including, `last`, which may name a place.

    forms: spellings to look up, the fullest first; without kind and direction the last. kind: "area", "district",
    "settlement", "part", "nature", "site" by the words beside it. sort: "name", "demonym", "capital", "person" or
    "organisation". country: known from the words alone. after: the name before it in a list; inside: the name that
    stands to it as "Mitrovica" in "Mitrovica, a town in Kosovo"; outer: the name that owns it, as in "Sudan's Blue
    Nile". lead: the role that its owner would have. hinted: words beside it say that it is a place; hint: and in
    which country. head_first: where "the church of" begins. locator: it only says where another one lies;
    aside_of: which, in an aside; elsewhere: and that is no place. text_first: where the place as written begins.
    """

    sentence: Sentence
    first: int
    last: int
    forms: tuple[str, ...] = ()
    sort: str = "name"
    kind: str = ""
    country: str = ""
    role: str = ""
    preposition: str = ""
    text_first: int = 0
    direction: bool = False
    vague: bool = False
    close: bool = False
    attributive: bool = False
    possessive: bool = False
    initial: bool = False
    moved: bool = False
    listed: Name | None = field(default=None, repr=False)
    comma: bool = False
    inside: Name | None = field(default=None, repr=False)
    outer: Name | None = field(default=None, repr=False)
    lead: str = ""
    lead_preposition: str = ""
    hinted: bool = False
    article: bool = False
    hint: str = ""
    head_first: int = 0
    locator: bool = False
    aside_of: Name | None = field(default=None, repr=False)
    elsewhere: bool = False

    @property
    def core(self) -> str:
        """The name without kind and direction."""
        return self.forms[-1] if self.forms else ""

    def preposition_between(self, words: frozenset[str]) -> bool:
        """Whether the word that makes it vague asks for two names: "between A and B"."""
        return any(word.norm in words for word in self.sentence.words[self.text_first : self.first])


class Reader:
    """Reads the names of one text."""

    def __init__(self, text: Text, words: PlaceWords, known: Known, owns: Known) -> None:
        self._text = text.text
        self._w = words
        self._known = known
        self._owns = owns

    def names(self, sentence: Sentence) -> list[Name]:
        """All names of a sentence in order, persons and organisations included."""
        found: list[Name] = []
        for first, last in self._spans(sentence):
            found += self._interpret(sentence, first, last)
        found += self._capitals(sentence, found)
        found.sort(key=lambda name: name.first)
        return found

    # ------------------------------------------------------------------ spans
    def _spans(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        words, at = sentence.words, 0
        while at < len(words):
            if not self._names(sentence, at):
                at += 1
                continue
            last = at + 1
            while last < len(words) and last - at < MOST:
                if self._names(sentence, last):
                    last += 1
                elif self._shortened(sentence, last):
                    last += 2  # "St. Louis"
                elif (
                    words[last].norm in self._w.particles
                    and last + 1 < len(words)
                    and self._names(sentence, last + 1)
                ):
                    last += 2
                else:
                    break
            yield from self._cut(sentence, at, self._joined(sentence, at, last))
            at = max(last, self._joined(sentence, at, last))

    def _names(self, sentence: Sentence, at: int) -> bool:
        word = sentence.words[at]
        if not (word.capital or (_ARTICLED.match(word.text) and any(c.isupper() for c in word.text))):
            return False
        if word.norm in self._w.calendar or self._adjective(word):
            return False
        if word.norm not in self._w.ordinary:
            return True
        if len(word.text) > 1 and word.text.isupper() and word.norm not in ("the", "in", "on", "at", "and"):
            return True
        if self._begins(sentence, at) or (len(word.norm) <= 3 and word.norm not in self._w.kinds_before):
            follows = at + 1 < len(sentence.words) and sentence.words[at + 1].capital
            return follows and word.norm in self._w.kinds_before | self._w.directions | self._w.titles
        return True

    def _adjective(self, word: Word) -> bool:
        """ "Russian-occupied": no name."""
        head, _dash, tail = word.norm.partition("-")
        return (
            bool(tail)
            and word.text[-1:].islower()
            and word.text.rpartition("-")[2].islower()
            and (head in self._w.demonyms or head in self._w.countries or head in self._w.not_places)
        )

    def _begins(self, sentence: Sentence, at: int) -> bool:
        return at == 0 or sentence.words[at - 1].text in _OPENING or sentence.words[at - 1].text.isdigit()

    def _shortened(self, sentence: Sentence, at: int) -> bool:
        words = sentence.words
        if words[at].text != "." or at + 1 >= len(words) or words[at - 1].norm not in self._w.kinds_before:
            return False
        return len(words[at - 1].norm) == 2 and self._names(sentence, at + 1)

    def _joined(self, sentence: Sentence, first: int, last: int) -> int:
        """The end of "Gulf of Aden", "Trinidad and Tobago", when the gazetteer knows them whole."""
        words = sentence.words
        for end in range(min(len(words), first + 5), last, -1):
            if sentence.slice(first, end) in self._w.countries:
                return end  # "République démocratique du Congo"
        side = last < len(words) and words[last].norm in self._w.directions and not words[last].capital
        if side and self._known(self._raw(sentence, first, last + 1)):
            return last + 1  # "Darfour occidental"
        if last + 1 < len(words) and words[last].norm in self._w.joining:
            start = last + 2 if words[last + 1].norm in self._w.articles else last + 1
            end = start
            while end < len(words) and end - start < 3 and self._names(sentence, end):
                end += 1
            while end > start:
                if (
                    self._known(self._raw(sentence, first, end))
                    or sentence.slice(first, end) in self._w.countries
                ):
                    return end
                end -= 1
        return last

    def _cut(self, sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
        """ "Sudan's Blue Nile State" is two names, "Cox's Bazar" is one."""
        for at in range(first, last - 1):
            word = sentence.words[at]
            if (
                possessive(word)
                and self._owns(self._raw(sentence, first, at + 1))
                and not self._known(self._raw(sentence, first, last))
            ):
                yield first, at + 1
                yield from self._cut(sentence, at + 1, last)
                return
        after = sentence.words[last].norm if last < len(sentence.words) else ""
        owner = last - first > 1 and after in self._w.kinds and adjectival(sentence.words[last - 1].text)
        if owner and not self._known(self._raw(sentence, first, last)):
            yield first, last - 1  # "Курилівка Куп'янського району"
            first = last - 1
        yield first, last

    def _raw(self, sentence: Sentence, first: int, last: int) -> str:
        text = self._text[sentence.words[first].start : sentence.words[last - 1].end]
        return text[:-2] if text[-2:] in ("'s", "’s") else text.rstrip("'’")

    # ------------------------------------------------------------------ what a span is
    def _interpret(self, sentence: Sentence, first: int, last: int) -> list[Name]:
        w, words = self._w, sentence.words
        norms = [word.norm for word in words[first:last]]
        whole = self._raw(sentence, first, last)
        if " ".join(norms) in w.demonyms and not (last - first > 1 and self._known(whole)):
            return [self._make(sentence, first, last, "demonym", country=w.demonyms[" ".join(norms)])]
        if " ".join(norms) in w.countries:
            return [self._make(sentence, first, last, "name", (whole,), country=w.countries[" ".join(norms)])]
        if " ".join(norms) in w.not_places:
            return [self._make(sentence, first, last, "other")]
        if last - first > 1 and norms[-1] in w.organisations and not self._owns(whole):
            return self._organisation(sentence, first, last)
        if self._known(whole) and not self._named_person(sentence, first, last):
            return [self._make(sentence, first, last, "name", (whole,))]
        if norms[0] in w.demonyms:
            return [
                self._make(sentence, first, first + 1, "demonym", country=w.demonyms[norms[0]]),
                *self._interpret(sentence, first + 1, last),
            ]
        if any(norm in w.organisations for norm in norms):
            return self._organisation(sentence, first, last)
        if self._named_person(sentence, first, last):
            return [self._make(sentence, first, last, "person")]
        office = next((at for at in range(first + 1, last - 1) if words[at].norm in w.titles), 0)
        if office and self._known(self._raw(sentence, first, office)):  # "Lviv Mayor Andriy Sadovy"
            return [*self._interpret(sentence, first, office), self._make(sentence, office, last, "person")]
        return self._built(sentence, first, last)

    def _named_person(self, sentence: Sentence, first: int, last: int) -> bool:
        """A title stands at the head of it, or right before it."""
        words, titles = sentence.words, self._w.titles
        if words[first].norm in titles and last - first > 1:
            return not self._known(self._raw(sentence, first, last)) or words[first].text.endswith(".")
        before = words[first - 1] if first else None
        if before is not None and before.text == "." and first > 1:
            before = words[first - 2]
        return before is not None and before.norm in titles and before.norm not in self._w.kinds_before

    def _organisation(self, sentence: Sentence, first: int, last: int) -> list[Name]:
        found = [self._make(sentence, first, last, "organisation")]
        for at in range(first, last):
            norm = sentence.words[at].norm
            country = self._w.demonyms.get(norm) or self._w.countries.get(norm, "")
            if country:
                found.append(self._make(sentence, at, at + 1, "demonym", country=country))
        return found

    def _built(self, sentence: Sentence, first: int, last: int) -> list[Name]:
        """Direction, name and kind taken apart: "Northern Rakhine State"."""
        w, words = self._w, sentence.words
        start, end, kind, direction = first, last, "", False
        forms = [self._raw(sentence, first, last)]
        while end - start > 1 and (words[end - 1].norm in w.kinds or words[end - 1].norm in w.kind_modifiers):
            kind = kind or w.kinds.get(words[end - 1].norm, "")
            if not kind:
                break
            end -= 1
            forms.append(self._raw(sentence, start, end))
        if (
            end - start == 1
            and words[start].norm in w.kinds
            and start == first
            and words[start].norm not in w.directions
        ):
            return []  # "the State", "the Camp"
        while end - start > 1 and words[start].norm in w.directions:
            direction, start = True, start + 1
            forms.append(self._raw(sentence, start, end))
        if (
            not kind
            and end - start > 1
            and not self._known(forms[-1])
            and words[start].norm in w.kinds_before
        ):
            kind = "nature" if words[start].norm in w.kinds else kind
            if self._known(self._raw(sentence, start + 1, end)) and words[start].norm in w.kinds:
                forms.append(self._raw(sentence, start + 1, end))
        if direction and not self._known(forms[-1]):
            direction = False
            forms = [form for form in forms if form.split()[0] == words[first].text] or forms[:1]
        if not kind and not direction and last - first > 1:
            return self._split(sentence, first, last)
        made = self._make(sentence, first, last, "name", tuple(forms), kind=kind)
        made.direction = direction
        return [made]

    def _split(self, sentence: Sentence, first: int, last: int) -> list[Name]:
        """Several names without a mark between them: "Kosovo Serbs"; else one that nobody knows."""
        head = self._raw(sentence, first, last - 1)
        norm = sentence.words[last - 1].norm
        if norm in self._w.demonyms and self._known(head):
            made = self._make(sentence, first, last - 1, "name", (head,))
            made.attributive = True
            return [made, self._make(sentence, last - 1, last, "demonym", country=self._w.demonyms[norm])]
        return [self._make(sentence, first, last, "name", (self._raw(sentence, first, last),))]

    def _make(
        self, sentence: Sentence, first: int, last: int, sort: str, forms: tuple[str, ...] = (), *,
        country: str = "", kind: str = "",
    ) -> Name:  # fmt: skip
        return Name(
            sentence, first, last, forms, sort, kind, country, text_first=first,
            possessive=possessive(sentence.words[last - 1]),
            initial=self._begins(sentence, first),
        )  # fmt: skip

    def _capitals(self, sentence: Sentence, found: list[Name]) -> Iterator[Name]:
        """ "The Afghan capital", "the capital", but not "the capital, Bamako"."""
        words = sentence.words
        for at, word in enumerate(words):
            if word.norm not in self._w.capital or word.capital or at == 0:
                continue
            last = at + 2 if at + 1 < len(words) and words[at + 1].norm == "city" else at + 1
            follows = words[last : last + 2]
            if follows and (
                follows[0].norm == "of"
                or follows[0].capital
                or (follows[0].text == "," and len(follows) > 1 and follows[1].capital)
            ):
                continue
            owner = next((n for n in found if n.last == at and (n.sort == "demonym" or n.possessive)), None)
            if owner is None and words[at - 1].norm not in ("the", "country"):
                continue
            name = self._make(sentence, owner.first if owner else at, last, "capital", ("capital",))
            name.country = owner.country if owner else ""
            name.forms = owner.forms if owner and owner.forms else ("capital",)
            yield name


def possessive(word: Word) -> bool:
    """Whether a word ends as "Sudan's" does."""
    return word.text.endswith(("'s", "’s", "s'", "s’"))


def shouted(sentence: Sentence) -> bool:
    """Whether it is a heading or all in capitals, so that capitals say nothing."""
    return sentence.title or all(word.text.isupper() for word in sentence.words if word.text.isalpha())
