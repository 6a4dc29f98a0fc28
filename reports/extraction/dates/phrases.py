"""Dates among the signs of a sentence: which runs of letters are a date, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incidents.record.date_words import UNITS
from reports.extraction.dates.signs import Forms, Sign, fold
from reports.extraction.words.text import Sentence

_O = "[oq]{0,3}"  # words inside a date that mean nothing
_YEAR = f"(?:,?{_O}YU?)?"
_DAY = f"(?:Do?M{_YEAR}|MD{_YEAR}|n)"
_LAST = f"(?:{_O}(?:[LT]U|U[LT]))"
_POINT = (
    rf"(?:W,?{_O}t?\(?{_DAY}\)?|{_DAY}(?:{_LAST}|L(?!U))?|LM|ML(?!U)|LS|SL(?!U)|P{_O}LM|(?:P-?{_O})?M(?:{_LAST}|{_YEAR})"
    rf"|S(?:{_LAST}|{_O}YU?)|(?:P-?{_O})?YU?|W[LT]|P?[LT]?W)"
)
_HALF = rf"(?:(?:D,){{0,4}}D|{_POINT})"
_KINDS = {
    "counted": "a",
    "same": "z",
    "parts": rf"@[Dd]U{_O}(?:Y|[LT]?U)|@x{_O}(?:Y|[LT]?U)|[@Lr]U{_O}(?:M?Y|M)|P{_O}[LT]?q?U(?=[^G]|$)",
    "range": (
        rf"[BFA]?{_O}I?{_O}{_HALF}t?{_O}(?:O|-){_O}I?{_O}{_POINT}|B{_O}{_HALF}{_O}N{_O}{_POINT}"
        rf"|P-?{_O}MN{_O}P-?{_O}M{_YEAR}|(?:I{_O})?(?:(?:D,){{0,4}}D|M|W|Y){_O}N{_O}{_POINT}|[BFA]?{_O}M(?:D,){{0,4}}D{_O}(?:N|O|-){_O}D{_YEAR}"
    ),
    "rolling": r"[rLT]?[Dd][rL][Uh]|[Dd][Uh][rL]|[rL]q?[Dd]?q?[Uh]|T[Dd]?L[Uh]|[Dd]U[Lr]|U[Dd][Lr]|Ur",
    "ago": r"[Ddq]UGH?|G[Dd]?q?U",
    "later": r"[Ddq]U[le]|[le][Dd]?U",
    "current": r"[wle]?[oq]?TU|UT",
    "calendar": r"P?q?(?:LU|UL)|qU",
    "near": r"H|[LT]t|LI|IL|TI",
    "day": rf"(?:W,?{_O}t?\(?{_DAY}\)?|{_DAY})(?:{_LAST}|L(?!U))?",
    "point": _POINT,
}
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS.items()))
_CLAUSE = 13  # signs between "since" and the date of what began then
_ANCHORS = frozenset("MWYnHUahtSIz")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date in words. before: the letter of what stands before it (A since, E as of, X before, J night before).

    first, last: the words, those of `before` included.
    """

    kind: str
    signs: tuple[Sign, ...]
    before: str
    first: int
    last: int

    @property
    def letters(self) -> str:
        """The signs that mean something, in one word."""
        return "".join(sign.letter for sign in self.signs if sign.letter not in "oq,()")


def phrases(found: Sequence[Sign], sentence: Sentence, known: Forms) -> Iterator[Phrase]:
    """The dates of a sentence, in order."""
    letters = "".join(sign.letter for sign in found)
    if _ANCHORS.isdisjoint(letters):
        return
    at = 0
    while match := _ANY.search(letters, at):
        kind, start, end = match.lastgroup or "", match.start(), match.end()
        trimmed = _trim(kind, letters, start, end, found, sentence, known)
        if trimmed is None:
            at = start + 1
            continue
        kind, start, end = trimmed
        at = end
        before, first = _before(letters, start)
        if before == "O" and not _until(found, letters, start, sentence, known):
            before, first = "", start
        if (not before or before == "F") and letters[end : end + 1] == "y":
            before = "A"  # from May to date
        if not before and _since_clause(letters, start, found, sentence, known):
            before = "A"
        yield Phrase(kind, tuple(found[start:end]), before, found[first].first, found[end - 1].last)


def _before(letters: str, start: int) -> tuple[str, int]:
    """The sign before a date that changes its meaning, and where it stands."""
    at = start
    while at and letters[at - 1] in "oqI":
        at -= 1
    if at and letters[at - 1] in "AEXJOF":
        return letters[at - 1], at - 1
    return (letters[start], start) if letters[start] in "AEXJ" else ("", start)


def _until(found: Sequence[Sign], letters: str, start: int, sentence: Sentence, known: Forms) -> bool:
    """Whether the word before a date says "until", not only "to"."""
    at = start - 1
    while at > 0 and letters[at] != "O":
        at -= 1
    return _word(sentence, found[at].first) in known.list("until")


def _since_clause(letters: str, start: int, found: Sequence[Sign], sentence: Sentence, known: Forms) -> bool:
    """ "Since fighting broke out in the north in May"."""
    for at in range(start - 1, max(-1, start - _CLAUSE), -1):
        if letters[at] in ",()-MWYn" or sentence.words[found[at].first].text in ".;:":
            return False
        if letters[at] == "A":
            return _word(sentence, found[at].first) in known.list("since_clause")
    return False


def _trim(
    kind: str, letters: str, start: int, end: int, found: Sequence[Sign], sentence: Sentence, known: Forms
) -> tuple[str, int, int] | None:
    """The date without what does not belong to it, None when it is none."""
    said = letters[start:end]
    before = _word(sentence, found[start].first - 1)
    if before in known.list("habit"):
        return None
    if (
        kind == "range"
        and said.strip("oq") in ("YNY", "Y-Y")
        and not _year_here(start, found, sentence, known)
    ):
        return None
    if kind == "range" and said.count("P") == 2 and "N" in said and not _following(found[start:end]):
        kind, end = "point", start + said.index("N")
    if kind in ("day", "point") and re.fullmatch(r"MD", said):
        after = _word(sentence, found[end - 1].last)
        if before in known.list("month_after") and after not in ("", ",", ".", ";", ")"):
            return "point", start, end - 1
    if kind == "point" and re.fullmatch(r"YU?", said) and not _year_here(start, found, sentence, known):
        return None
    if kind in ("rolling", "calendar", "current"):
        unit = next((s for s in found[start:end] if s.letter == "U"), None)
        many = unit is not None and unit.token is not None and fold(unit.token.text) in known.list("plural")
        if many and not set(said) & set("Dd"):
            return None
        if said == "qU" and unit_of(unit) != "weekend":
            return None
    if kind == "later" and said[0] == "q" and said[-1] == "l" and not said.startswith(("qU",)):
        return None
    return kind, start, end


def _following(found: Sequence[Sign]) -> bool:
    """Whether the months of a period follow each other: "late April and early May"."""
    months = [sign.token.value for sign in found if sign.letter == "M" and sign.token is not None]
    return len(months) == 2 and (months[1] - months[0]) % 12 == 1


def _year_here(start: int, found: Sequence[Sign], sentence: Sentence, known: Forms) -> bool:
    """Whether a number of four digits is a year."""
    sign = found[start]
    before = _word(sentence, sign.first - 1)
    after = _word(sentence, sign.last)
    follows = [s.letter for s in found[start + 1 : start + 3]]
    if follows[:1] and follows[0] in "NO-" and _word(sentence, found[start + 1].last).isdecimal():
        return follows[1:] == ["Y"] and before in known.list("year_after")
    if follows[:1] == ["U"] and unit_of(found[start + 1]) == "year":
        return True
    if before == "(" and after in (")", "-", ","):
        return True
    return before in known.list("year_after") or sign.letter in "BFA"


def _word(sentence: Sentence, at: int) -> str:
    return fold(sentence.words[at].text) if 0 <= at < len(sentence.words) else ""


def unit_of(sign: Sign | None) -> str:
    """The name of the unit that a sign stands for."""
    return UNITS[sign.token.value] if sign is not None and sign.token is not None else ""
