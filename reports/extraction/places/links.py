"""How the names of one sentence belong together: lists, owners, asides, larger places around smaller ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reports.extraction.places.names import Name
from reports.extraction.places.placewords import PlaceWords
from reports.extraction.words.text import Word

LINK = 9  # words between two names that may say how they belong together


class Links:
    """Reads what stands between the names of one sentence, and notes it at the names."""

    def __init__(self, words: PlaceWords) -> None:
        self._w = words

    def read(self, found: list[Name]) -> None:
        """Notes everything at the names, which are in order."""
        self._link(found)
        self._appositions(found)

    def _link(self, found: list[Name]) -> None:
        places = [name for name in found if name.sort in ("name", "capital")]
        for a, b in pairwise(places):
            marks = [word.norm for word in a.sentence.words[a.last : b.text_first]]
            if a.sort == "name" and self._owns(a, marks):
                a.attributive, b.outer = True, a
                b.role, b.preposition = b.role or a.lead, b.preposition or a.lead_preposition
            elif marks and len(marks) <= LINK:
                self._pair(a, b, marks)
            elif not marks and b.vague and b.text_first < b.first:
                b.locator = True  # "the prison north of Damascus"
        for b in places:
            if b.outer is not None:
                for name in places:
                    name.inside = b if name.inside is b.outer else name.inside

    def _owns(self, a: Name, marks: list[str]) -> bool:
        """ "Sudan's Blue Nile", "Nigeria's northern city of Kano", "the Texas town of Allen"."""
        if a.possessive:
            return all(
                m in self._w.kinds or m in self._w.directions | self._w.articles or m == "of" for m in marks
            )
        kinds = self._w.kinds.keys() | self._w.parts
        return a.attributive and len(marks) > 1 and marks[-1] == "of" and all(m in kinds for m in marks[:-1])

    def _pair(self, a: Name, b: Name, marks: list[str]) -> None:
        w = self._w
        if all(m in (",", "(") or m in w.joints | w.articles | w.directions | w.roles.keys() for m in marks):
            a.comma = marks in ([","], ["("])
            if a.vague and a.preposition_between(w.between) and any(m in w.joints for m in marks):
                a.last, b.sort = b.last, "absorbed"  # "the road between Goma and Sake"
                return
            if any(m in w.joints for m in marks) or marks == [","]:
                b.listed, b.hinted = a, b.hinted or a.hinted
                a.kind = a.kind or (b.kind if self._shared_kind(b) else "")
                if b.role in ("", "of") or a.kind == "":
                    b.role, b.preposition = b.role or a.role, b.preposition or a.preposition
        if marks[0] in (",", "(") and b.text_first < b.first and b.vague:
            b.locator, b.listed, a.comma = True, None, False  # "Tajoura, east of Tripoli"
            return
        gap = [m for m in marks if m not in w.articles | w.directions and m != ","]
        kinds = [m for m in gap if m in w.kinds or m in w.parts | w.kind_modifiers | w.capital]
        links = [m for m in gap if w.roles.get(m) in ("at", "of") and m not in w.close]
        if gap and links and len(kinds) + len(links) == len(gap) and not a.possessive:
            a.inside = b
            b.sort = "name" if any(m in w.capital for m in marks) else b.sort
            if kinds and not a.kind and marks[0] == ",":
                a.kind, a.hinted = w.kinds.get(kinds[0], ""), True
        elif marks[0] == "," and len(marks) > 1 and self._beside(marks[1:]):
            b.locator, b.listed = True, None  # "Nkwen, near Bamenda"

    def _appositions(self, found: list[Name]) -> None:
        """ "Kagunga, a village between the lake and the hills, ...": what is named there only says where it lies."""
        for name in found:
            words = name.sentence.words
            opened = [word.norm for word in words[name.last : name.last + 2]]
            if name.sort != "name" or opened[:1] != [","] or len(opened) < 2:
                continue
            if opened[1] not in self._w.determiners | self._w.relatives:
                continue
            end = next((i for i in range(name.last + 2, len(words)) if words[i].text in ",.;:)"), len(words))
            aside = words[name.last + 1 : end]
            if any(w.norm in self._w.kinds for w in aside[:8]) and not name.kind:
                name.hinted = True
                name.hint = name.hint or people_before(self._w, aside, min(len(aside), 4))
            for other in found:
                if name.last < other.first < end and other.sort == "name" and other.role in ("at", "of"):
                    other.locator, other.listed, other.aside_of = True, None, name

    def _shared_kind(self, name: Name) -> bool:
        """ "Raqqa and Idlib governorates": the last one's kind is in the plural."""
        return (
            name.sentence.words[name.last - 1].norm.endswith("s")
            and not name.sentence.words[name.last - 1].capital
        )

    def _beside(self, marks: list[str]) -> bool:
        w = self._w
        far = [m for m in marks if m not in w.articles | w.directions | w.kinds.keys() | w.roles.keys()]
        near = any(m in w.close for m in marks)
        return not far and near


def people_before(words: PlaceWords, text: Sequence[Word], at: int) -> str:
    """ "The Iraqi city of", "the northern Syrian town of": the country."""
    near = [w.norm for w in text[max(0, at - 3) : at] if w.capital]
    return next((words.demonyms[n] for n in reversed(near) if n in words.demonyms), "")
