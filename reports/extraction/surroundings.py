"""What stands around a name: its kind, directions, the preposition before it, and the names beside it."""

from __future__ import annotations

from itertools import pairwise

from reports.extraction.names import Name, possessive
from reports.extraction.placewords import PlaceWords
from reports.extraction.text import Word

_ALONG = frozenset({"road", "highway", "border", "frontier", "corridor"})
LINK = 9  # words between two names that may say how they belong together


class Surroundings:
    """Reads what stands around the names of one sentence, and notes it at the names."""

    def __init__(self, words: PlaceWords) -> None:
        self._w = words

    def read(self, found: list[Name]) -> None:
        """Notes everything at the names of one sentence, which are in order."""
        for name in found:
            self._surround(name)
        self._link(found)

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
        if kind_word == "state" and end < len(words) and self._noun(words[end]):
            return
        name.kind = w.kinds.get(kind_word, name.kind)
        name.vague = name.vague or kind_word in _ALONG
        name.possessive = possessive(words[end - 1])
        name.last = end

    def _noun(self, word: Word) -> bool:
        return word.text[:1].islower() and word.norm not in self._w.followers

    def _before(self, name: Name) -> None:
        words, w = name.sentence.words, self._w
        at = name.first - 1
        while at >= 0 and words[at].norm in w.directions and not words[at].capital:
            name.direction, name.text_first = True, at
            at -= 1
        at = self._heads(name, at)
        for _step in range(5):
            if at < 0 or words[at].norm not in w.articles | w.directions:
                break
            at -= 1
        if at >= 0 and words[at].norm in w.roles:
            name.preposition = words[at].norm
            name.role = w.roles[words[at].norm]
            name.close = name.close or words[at].norm in w.close
            if name.role == "of" and at > 0:
                name.moved = False
        clause = words[max(0, name.first - 14) : name.first]
        name.moved = any(w.moves(word.norm) for word in clause)

    def _heads(self, name: Name, at: int) -> int:
        """Steps over "the town of", "parts of", "villages around" and notes what they say."""
        words, w = name.sentence.words, self._w
        article = at >= 0 and words[at].norm in ("the", "a", "an")
        link = at - 1 if article else at
        if link < 1:
            return at
        head = words[link - 1].norm
        if words[link].norm == "of":
            if head in w.kinds and not words[link - 1].capital:
                if head not in w.parts:
                    name.kind = name.kind or w.kinds[head]
                name.close = name.close or w.kinds[head] == "part"
                return self._skip_adjectives(words, link - 2)
            if head in w.capital:
                name.sort = "capital"
                return link - 2
            if head in w.directions:
                name.vague, name.text_first = True, link - 1
                return link - 2
            if head in w.parts:
                return self._skip_adjectives(words, link - 2)
        if words[link].norm in w.vague_links and head in w.vague_heads:
            name.vague, name.text_first = True, link - 1
            return link - 2
        return at

    def _skip_adjectives(self, words: tuple[Word, ...], at: int) -> int:
        """Over words such as "besieged" in "in the besieged town of", up to the preposition."""
        for step in range(4):
            if at - step >= 0 and words[at - step].norm in self._w.roles:
                return at - step
        return at

    def _attributive(self, name: Name) -> None:
        words = name.sentence.words
        follower = words[name.last] if name.last < len(words) else None
        before = words[name.text_first - 1].norm if name.text_first else ""
        short = name.forms and name.forms[0].replace(".", "").isupper() and len(name.forms[0]) <= 4
        noun = follower is not None and (
            self._noun(follower) or (follower.text == "-" or follower.norm.startswith("-"))
        )
        if noun and not name.kind and (before in ("the", "a", "an") or short):
            name.attributive = True
        if name.attributive or (name.possessive and name.sort == "name"):
            name.role, name.preposition = "", ""

    # ------------------------------------------------------------------ names beside each other
    def _link(self, found: list[Name]) -> None:
        places = [name for name in found if name.sort in ("name", "capital")]
        for a, b in pairwise(places):
            between = a.sentence.words[a.last : b.text_first]
            marks = [word.norm for word in between]
            if a.possessive and not marks and a.sort == "name":
                a.inside, a.comma = None, False
                b.inside = b.inside or None
                a.attributive = True
                b.listed = None
                b.comma = False
                b.role = b.role or a.role
                continue
            if not marks or len(marks) > 9:
                continue
            self._pair(a, b, marks)

    def _pair(self, a: Name, b: Name, marks: list[str]) -> None:
        w = self._w
        plain = {",", "(", *w.joints, "the", "in", "at", "of", "a"}
        if all(mark in plain | w.directions for mark in marks):
            if marks in ([","], ["("]):
                a.comma = True
            if any(mark in w.joints for mark in marks) or marks == [","]:
                b.listed = a
                if b.role in ("", "of") or a.kind == "":
                    b.role = b.role or a.role
                    b.preposition = b.preposition or a.preposition
        gap = [m for m in marks if m not in w.articles and m not in w.directions and m != ","]
        kinds = [m for m in gap if m in w.kinds or m in w.parts or m in w.kind_modifiers]
        links = [m for m in gap if w.roles.get(m) in ("at", "of")]
        if gap and len(kinds) + len(links) == len(gap) and links and not a.possessive:
            a.inside = b
            if kinds and not a.kind and marks[0] == ",":
                a.kind = w.kinds.get(kinds[0], "")
