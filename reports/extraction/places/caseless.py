"""Names of places in a script without capital letters (Arabic), told by the words beside them and the gazetteer."""

from __future__ import annotations

from reports.extraction.places.names import Known, Name
from reports.extraction.places.placewords import PlaceWords
from reports.extraction.words.text import Sentence, Text, Word

_LONGEST = 3  # words of a name
_AND = "وف"
_IN = "ب"


class CaselessReader:
    """Reads the names of one text as `names.Reader` does."""

    def __init__(self, text: Text, words: PlaceWords, known: Known, owns: Known) -> None:
        self._text = text.text
        self._w = words
        self._known = known
        self._owns = owns
        self._seen: set[str] = set()

    def names(self, sentence: Sentence) -> list[Name]:
        """All names of a sentence in order."""
        found: list[Name] = []
        at = 0
        while at < len(sentence.words):
            name = self._name(sentence, at, found)
            if name is None:
                at += 1
                continue
            found.append(name)
            at = name.last
        return found

    def _name(self, sentence: Sentence, at: int, found: list[Name]) -> Name | None:
        words, w = sentence.words, self._w
        word = words[at]
        if not word.text[:1].isalpha() or len(word.text) < 2:
            return None
        if word.norm in w.demonyms:
            return self._make(sentence, at, at + 1, "demonym", (), w.demonyms[word.norm])
        for last in range(min(len(words), at + _LONGEST), at, -1):
            country = w.countries.get(sentence.slice(at, last))
            if country:
                return self._make(sentence, at, last, "name", (self._raw(words, at, last),), country)
        if word.text[0] == _IN and len(word.text) > _LONGEST and word.norm not in w.ordinary:
            form = self._raw(words, at, at + 1)[1:]
            if self._known(form):
                name = self._make(sentence, at, at + 1, "name", (form,), "")
                name.role = "at"  # "in" written together with a name that has no article
                return name
        before = words[at - 1].norm if at else ""
        listed = bool(found) and found[-1].sort == "name" and self._follows(words, found[-1].last, at)
        led = (
            before in w.roles
            or before in w.kinds
            or before in w.parts
            or before in w.directions
            or before in w.capital | w.offices
        )
        if not led and not listed and word.norm not in self._seen:
            return None
        found_name = self._looked_up(sentence, at, listed)
        if found_name is None and w.kinds.get(before) == "settlement" and self._plain(word):
            return self._make(sentence, at, at + 1, "name", (self._raw(words, at, at + 1),), "")  # "بلدة كذا"
        return found_name

    def _plain(self, word: Word) -> bool:
        """Whether a word may be a name that the gazetteer lacks."""
        w = self._w
        other = w.ordinary | w.not_places | w.calendar | w.directions | w.articles | w.demonyms.keys()
        return word.norm not in other and word.norm not in w.roles and word.norm not in w.kinds

    def _looked_up(self, sentence: Sentence, at: int, listed: bool) -> Name | None:
        words, w = sentence.words, self._w
        for last in range(min(len(words), at + _LONGEST), at, -1):
            inside = words[at:last]
            if any(not x.text[:1].isalpha() for x in inside) or (
                last - at == 1 and (inside[0].norm in w.ordinary | w.not_places or inside[0].norm in w.kinds)
            ):
                continue
            if last - at > 1 and (
                inside[-1].norm in w.roles or inside[-1].norm in w.calendar or inside[-1].norm in w.ordinary
            ):
                continue
            forms = [self._raw(words, at, last)]
            if listed or words[at].text[0] in _AND:
                forms.append(forms[0][1:])
            for form in forms:
                if self._known(form):
                    self._seen.update([words[at].norm] if last - at == 1 else [])
                    return self._make(sentence, at, last, "name", (form,), "")
        return None

    def _follows(self, words: tuple[Word, ...], last: int, at: int) -> bool:
        """Whether only "and" or a comma stands between the last name and this word, or is written together with it."""
        between = words[last:at]
        if not between:
            return words[at].text[0] == "و"
        return len(between) <= 2 and all(x.norm in self._w.joints or x.text in ",،" for x in between)

    def _raw(self, words: tuple[Word, ...], first: int, last: int) -> str:
        text = self._text[words[first].start : words[last - 1].end]
        joined = first and words[first - 1].text == "ل" and words[first - 1].end == words[first].start
        return f"ا{text}" if joined and text.startswith("ل") and words[first].norm != text else text

    def _make(
        self, sentence: Sentence, first: int, last: int, sort: str, forms: tuple[str, ...], country: str
    ) -> Name:
        return Name(sentence, first, last, forms, sort, "", country, text_first=first)
