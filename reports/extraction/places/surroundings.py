"""What stands around a name: its kind, directions, the preposition before it, and the names beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reports.extraction.places.links import Links, people_before
from reports.extraction.places.names import Name, possessive
from reports.extraction.places.placewords import PlaceWords
from reports.extraction.words.inflection import adjectival
from reports.extraction.words.text import Word


class Surroundings:
    """Reads what stands around the names of one sentence, and notes it at the names."""

    def __init__(self, words: PlaceWords) -> None:
        self._w = words

    def read(self, found: list[Name]) -> None:
        """Notes everything at the names of one sentence, which are in order."""
        for name in found:
            self._surround(name)
        Links(self._w).read(found)

    def _surround(self, name: Name) -> None:
        """Reads kinds after the name, directions, prepositions and vague heads before it."""
        if name.sort in ("name", "capital"):
            if name.sort == "name" and not name.possessive:
                self._kinds_after(name)
            self._before(name)
            self._attributive(name)

    def _kinds_after(self, name: Name) -> None:
        words, w = name.sentence.words, self._w
        at, end = name.last, 0
        while at < len(words) and at - name.last < 4 and not words[at].capital:
            if words[at].norm in w.attached:
                end = at + 1
                break
            if words[at].norm in w.kinds:
                end = at + 1
            elif words[at].norm not in w.kind_modifiers:
                break
            at += 1
        if not end:
            return
        kind_word = words[end - 1].norm
        if kind_word in w.loose_kinds and end < len(words) and self._noun(words[end]):
            return
        of_name = end + 1 < len(words) and w.roles.get(words[end].norm) == "of" and words[end + 1].capital
        if of_name and (w.kinds.get(kind_word) == "settlement" or kind_word in w.suburbs):
            name.attributive = True  # "the Texas town of Allen"
            return
        if kind_word in w.silent_kinds:
            name.close = name.hinted = True  # "in the Kisauni area" is at Kisauni
            return
        name.kind = w.kinds.get(kind_word, name.kind)
        if name.kind == "area" and name.forms:
            name.forms = (f"{name.forms[0]} {kind_word}", *name.forms)
        name.vague = name.vague or kind_word in w.lines
        name.possessive = possessive(words[end - 1])
        name.last = end

    def _noun(self, word: Word) -> bool:
        return word.text[:1].islower() and word.norm not in self._w.followers

    # ------------------------------------------------------------------ before the name
    def _before(self, name: Name) -> None:
        words, w = name.sentence.words, self._w
        at = name.first - 1
        while at >= 0 and w.directs(words[at].norm) and not words[at].capital:
            name.direction, name.text_first = True, at
            at -= 1
        at = self._kind_right_before(name, at)
        for _step in range(3):
            head = self._heads(name, at)
            if head == at:
                break
            at = head
        for _step in range(5):
            if at < 0 or not (words[at].norm in w.articles | w.directions or _compound(words[at])):
                break
            at -= 1
        if at >= 0 and words[at].norm in w.roles:
            self._preposition(name, at)
        elif _heads_line(words, at, name.last):
            name.role = "at"  # "Delmas: 54 people were kidnapped"
        elif name.text_first < name.first and name.vague:
            name.role = "at"  # "a checkpoint south of Juba"
        elif name.hinted or (at >= 0 and (words[at].text.islower() and w.takes_object(words[at].norm))):
            name.role = "of"  # "they stormed the camp"
        name.article = name.text_first > 0 and words[name.text_first - 1].norm == "the"
        clause = words[max(0, name.first - 14) : name.first]
        name.moved = any(w.moves(word.norm) for word in clause)

    def _preposition(self, name: Name, at: int) -> None:
        words, w = name.sentence.words, self._w
        name.preposition = words[at].norm
        name.role = w.roles[words[at].norm]
        name.close = name.close or words[at].norm in w.close
        before = words[at - 1].norm if at else ""
        titled = at > 1 and words[at - 1].capital and w.kinds.get(before) == "area"
        if titled or (name.role == "of" and before in w.organisations | w.offices):
            name.attributive = True  # "the government of Peru", "the Autonomous Region in Muslim Mindanao"
        if name.role == "at" and w.lands(before):
            name.role = "to"  # "arriving in Peru"

    def _kind_right_before(self, name: Name, at: int) -> int:
        """ "The Lebanese capital Beirut", "the regional capital, Mekelle", "the border town Adré"."""
        words, w = name.sentence.words, self._w
        head = at - 1 if at > 0 and words[at].text == "," else at
        if head < 1 or words[head].capital:
            return at
        single = w.kinds.get(words[head].norm) in ("settlement", "district") and words[head].norm[-1:] != "s"
        if words[head].norm not in w.capital and not single:
            return at
        name.hinted = True
        name.hint = people_before(w, words, head)
        return self._skip_adjectives(words, head - 1)

    def _heads(self, name: Name, at: int) -> int:
        """Steps over "the town of", "parts of", "villages around" and notes what they say."""
        words, w = name.sentence.words, self._w
        link = at
        while link > 0 and at - link < 2 and words[link].norm in w.articles:
            link -= 1
        bare = self._bare_head(name, at) if w.bare_heads and at >= 0 else at
        if link < 1 or bare != at:
            return bare
        head = words[link - 1].norm
        if w.roles.get(words[link].norm) == "of":
            if head in w.capital:
                name.sort = "name" if name.possessive else "capital"
                return link - 2
            if head in w.directions and not words[link - 1].capital:
                name.vague, name.text_first = True, link - 1
                return link - 2
            if (head in w.kinds or head in w.parts) and not words[link - 1].capital:
                name.hinted = True
                name.head_first = link - 1 if link < at else 0
                name.hint = people_before(w, words, link - 1)
                if head not in w.parts:
                    name.kind = name.kind or w.kinds[head]
                name.close = name.close or w.kinds.get(head) == "part"
                return self._skip_adjectives(words, link - 2)
        if words[link].norm in w.vague_links and (
            head in w.vague_heads or (head in w.lines and words[link].norm in w.between)
        ):
            name.vague, name.text_first = True, link - 1
            return link - 2
        return at

    def _bare_head(self, name: Name, at: int) -> int:
        """Steps over "місто", "околиці" right before a name, in languages that need no "of" there."""
        words, w = name.sentence.words, self._w
        head = words[at].norm
        if words[at].capital or (head not in w.kinds and head not in w.parts and head not in w.directions):
            if not words[at].capital and head in w.organisations | w.offices:
                name.attributive = True
            return at
        if head in w.directions:
            name.vague, name.text_first = True, at
            return at - 1
        name.hinted = True
        if head in w.kinds and head not in w.parts:
            name.kind = name.kind or w.kinds[head]
        name.close = name.close or w.kinds.get(head) == "part"
        return self._skip_adjectives(words, at - 1)

    def _skip_adjectives(self, words: tuple[Word, ...], at: int) -> int:
        """Over words such as "besieged" in "in the besieged town of", up to the preposition."""
        for step in range(4):
            if at - step >= 0 and words[at - step].norm in self._w.roles:
                return at - step
        return at

    def _attributive(self, name: Name) -> None:
        """ "The Kabul government", "US forces", "Russia's war": no place where anything happens."""
        words = name.sentence.words
        follower = words[name.last] if name.last < len(words) else None
        before = words[name.text_first - 1].norm if name.text_first else ""
        short = bool(name.forms) and name.forms[0].replace(".", "").isupper() and len(name.forms[0]) <= 4
        noun = follower is not None and (self._noun(follower) or follower.text.startswith("-"))
        silent = follower is not None and follower.norm in self._w.silent_kinds
        if not name.kind and adjectival(name.core, placed=bool(name.role)):
            name.attributive = True  # "Бучанська міська рада"
        if noun and not silent and not name.kind and (before in self._w.determiners or short):
            name.attributive = True
        if name.possessive and not name.attributive and self._owns_site(name):
            name.close, name.possessive = True, False  # "in Mosul's Old City", "at Kabul's airport"
        if name.attributive or (name.possessive and name.sort == "name"):
            name.lead, name.lead_preposition = name.role, name.preposition
            name.role, name.preposition = "", ""

    def _owns_site(self, name: Name) -> bool:
        ahead = name.sentence.words[name.last : name.last + 4]
        if not name.role or any(word.capital and word.norm not in self._w.ordinary for word in ahead[:1]):
            return False
        kinds = [self._w.kinds.get(word.norm) for word in ahead]
        return any(kind in ("site", "part", "settlement") for kind in kinds)


def _compound(word: Word) -> bool:
    """An adjective such as "rebel-held" or "Russian-occupied"."""
    return "-" in word.text and word.text.rpartition("-")[2].islower()


def _heads_line(words: Sequence[Word], before: int, last: int) -> bool:
    """Whether a name stands at the head of a line, with a colon after it."""
    return (
        last < len(words)
        and words[last].text == ":"
        and not any(word.text[:1].isalnum() for word in words[: before + 1])
    )
