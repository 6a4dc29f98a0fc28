"""A sentence as the grammar of dates sees it: one letter for every word that can be part of a date.

The letters are those of `incidents.record.date_words`, whose tables hold the words; `dates.toml` adds what only
running text needs. `.` stands for every other word, `,`, `(`, `)` and `-` for themselves. Letters of its own:
n a date in digits, d a number that is no day of a month, o "of", q "the", r "the past ...", h hours, t a part of the
day, l later, e earlier, a a day counted from the one told before, w "so far", "earlier" as in "earlier this month",
x half, z "that period", y "to date".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from incidents.record.date_tokens import Named, Token
from incidents.record.date_words import LANGUAGES, UNITS
from incidents.record.saying import plain
from incidents.record.saying import words as cut
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.patterns import Phrases
from reports.extraction.words.text import Sentence, norm

_KEPT = frozenset("MWSPULTGAFOBNEXCIJHD@")
_OWN = {
    "of": "o", "article": "q", "rolling": "r", "hours": "h", "part_of_day": "t", "later": "l", "earlier": "e",
    "within": "w", "half": "x", "as_of": "E", "since": "A", "one": "d", "last": "L", "this": "T", "before": "X",
    "until": "O", "after": "C", "ago": "G", "from": "F", "early": "P", "middle": "P", "late": "P",
    "period": "z", "now": "y",
}  # fmt: skip
_VALUES = {"early": 0, "middle": 1, "late": 2}
_MARKS = {",": ",", "،": ",", "(": "(", ")": ")", "-": "-", "/": "-"}
_LONGEST = 5  # words of a form
_SHORT = 4  # letters of a form that may be an abbreviation
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d?)-(?P<d1>\d\d?)"
    r"|(?P<d2>\d\d?)(?P<s>[./-])(?P<m2>\d\d?)(?P=s)(?P<y2>(?:19|20)\d\d))(?![\d/-]|[.,]\d)"
)
_ORDINALS = frozenset("st nd rd th er ere eme го е ого ст те".split())
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter and the words `first` up to, not including, `last` that it stands for."""

    letter: str
    first: int
    last: int
    token: Token | None = None


@dataclass(frozen=True, eq=False)
class Forms:
    """The words of one language: forms by their first piece, longest first, and the lists of dates.toml.

    sooner: phrases that put an event before the time that is spoken of. capitals: names of months have them.
    """

    table: Mapping[str, list[tuple[tuple[str, ...], Token]]]
    short: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    sooner: Phrases[str]
    capitals: bool

    def list(self, name: str) -> frozenset[str]:
        """One of the lists of dates.toml as single words, empty when there is none."""
        return self.lists.get(name, frozenset())


@cache
def forms(language: str) -> Forms:
    """The date words of a language, ready for looking up."""
    raw: Mapping[str, Any] = lexicon(language).raw.get("dates", {})
    table: dict[str, list[tuple[tuple[str, ...], Token]]] = {}
    for parts, token in sorted(_spelled(language, raw).items(), key=lambda item: -len(item[0])):
        if parts:
            table.setdefault(parts[0], []).append((parts, token))
    lists = {name: frozenset(map(fold, listed)) for name, listed in raw.get("lists", {}).items()}
    sooner = Phrases([(phrase, "sooner") for phrase in raw.get("sooner", ())], {})
    return Forms(table, _abbreviations(language), lists, sooner, bool(raw.get("capitals")))


def _spelled(language: str, raw: Mapping[str, Any]) -> dict[tuple[str, ...], Token]:
    """Every form and its sign; what dates.toml says goes before the common table."""
    found: dict[tuple[str, ...], Token] = {}
    for letter, entries in LANGUAGES.get(language, {}).items():
        for value, spelled in enumerate(entries if letter in _KEPT else ()):
            for form in filter(None, spelled.split("|")):
                found.setdefault(pieces(form), Token("d" if letter == "D" else letter, value, form))
    for form in raw.get("skip", ()):
        found.pop(pieces(form), None)
    own = [(_OWN[name], _VALUES.get(name, 1), listed) for name, listed in raw.get("signs", {}).items()]
    own += [("a", int(days), listed) for days, listed in raw.get("counted", {}).items()]
    own += [("2", UNITS.index(unit), listed) for unit, listed in raw.get("two", {}).items()]
    for letter, value, listed in own:
        found.update((pieces(form), Token(letter, value, form)) for form in listed)
    return found


def _abbreviations(language: str) -> frozenset[str]:
    """Short names of months and weekdays, which mean much else too: "sun", "mar", "лист"."""
    found = set()
    table = LANGUAGES.get(language, {})
    for entry in (*table.get("M", ()), *table.get("W", ())):
        first, *others = entry.split("|")
        found |= {fold(form) for form in others if len(form) <= _SHORT and len(form) < len(first)}
    return frozenset(found)


_JOINED = "وبلف"  # Arabic "and", "in", "for" are written together with the word


@lru_cache(maxsize=20_000)
def pieces(word: str) -> tuple[str, ...]:
    """A word or form cut up as the date words are: "mid-May" is three pieces."""
    return tuple(cut(plain(norm(word) if " " not in word else " ".join(map(norm, word.split())))))


def fold(word: str) -> str:
    """A word without accents and letter case."""
    return "".join(pieces(word))


def signs(sentence: Sentence, text: str, known: Forms) -> list[Sign]:
    """The sentence as signs, in order."""
    numeric = _numeric(sentence, text)
    parts = [
        (piece, at)
        for at, word in enumerate(sentence.words)
        for piece in (pieces(word.text) if at not in numeric else ("",))
    ]
    found: list[Sign] = []
    table, at = known.table, 0
    while at < len(parts):
        piece, word = parts[at]
        if not piece:
            if not found or found[-1] is not numeric[word]:
                found.append(numeric[word])
            at += 1
            continue
        if piece not in table and piece[0] not in _JOINED and not piece.isdecimal():
            found.append(Sign(_MARKS.get(piece, "."), word, word + 1))  # nearly all words
            at += 1
            continue
        length, sign = _one(parts, at, sentence, known)
        found += _two(sign) if sign.letter == "2" else (sign,)
        at += length
        if len(found) > 2 and found[-2].letter == "-" and _same_month(found[-3], found[-1]):
            found[-3:] = [Sign("M", found[-3].first, found[-1].last, found[-1].token)]
    return found


def _two(sign: Sign) -> tuple[Sign, Sign]:
    """ "Two weeks" in one word."""
    number = Sign("d", sign.first, sign.last, Token("D", 2))
    unit = sign.token.value if sign.token else 0
    return number, Sign("U", sign.first, sign.last, Token("U", unit))


def _same_month(a: Sign, b: Sign) -> bool:
    """Both names that Arabic has for one month, as in "نيسان/أبريل"."""
    return a.letter == b.letter == "M" and a.token is not None and b.token is not None and (
        a.token.value == b.token.value
    )  # fmt: skip


def _one(parts: list[tuple[str, int]], at: int, sentence: Sentence, known: Forms) -> tuple[int, Sign]:
    piece, word = parts[at]
    if piece.isdecimal():
        return _number(parts, at, sentence)
    entries = known.table.get(piece)
    if not entries and len(piece) > 3 and piece[0] in _JOINED:
        entries = known.table.get(piece[1:])
        piece = piece[1:]
    for form, token in entries or ():
        last = at + len(form)
        if last > len(parts):
            continue
        if len(form) > 1 and any(parts[at + i][0] != form[i] for i in range(1, len(form))):
            continue
        stop = parts[last - 1][1] + 1
        if token.sign in "MW" and not _name_of_time(sentence, word, piece, known):
            break
        dot = token.sign in "MW" and piece in known.short and last < len(parts) and parts[last][0] == "."
        return len(form) + dot, Sign(token.sign, word, stop + dot, token)
    return 1, Sign(_MARKS.get(piece, "."), word, word + 1)


def _number(parts: list[tuple[str, int]], at: int, sentence: Sentence) -> tuple[int, Sign]:
    piece, word = parts[at]
    value = int(piece) if len(piece) <= 4 else 0
    after = [p for p, w in parts[at + 1 : at + 3]]
    text = sentence.words[word].text
    if len(text) > len(piece) and ("." in text or "," in text):
        return 1, Sign(".", word, word + 1)
    length = 1
    if after and after[0] in _ORDINALS and _joined(sentence, word, parts[at + 1][1]):
        length = 2
    elif len(after) > 1 and after[0] == "-" and after[1] in _ORDINALS:
        length = 3
    elif after and after[0].isalpha() and _joined(sentence, word, parts[at + 1][1]):
        return 1, Sign(".", word, word + 1)  # the 1990s, 4x4
    last = parts[at + length - 1][1] + 1
    if len(piece) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
        return length, Sign("Y", word, last, Token("Y", value, piece))
    letter = "D" if len(piece) <= 2 and 1 <= value <= 31 else "d" if 0 < value < 1000 else "."
    return length, Sign(letter, word, last, Token("D", value, piece))


def _joined(sentence: Sentence, word: int, other: int) -> bool:
    return word == other or sentence.words[word].end == sentence.words[other].start


def _name_of_time(sentence: Sentence, at: int, piece: str, known: Forms) -> bool:
    """Whether a word that spells a month or weekday is meant as one."""
    word = sentence.words[at]
    if (
        at
        and word.capital != known.capitals
        and word.text.isalpha()
        and word.text.lower() != word.text.upper()
    ):
        return False
    before = fold(sentence.words[at - 1].text) if at else ""
    if before in known.list("names"):
        return False
    if piece in known.short:
        after = sentence.words[at + 1].text if at + 1 < len(sentence.words) else ""
        follows = sentence.words[at + 2].text if after == "." and at + 2 < len(sentence.words) else after
        return before.isdecimal() or follows.isdecimal()
    return True


def _numeric(sentence: Sentence, text: str) -> dict[int, Sign]:
    """Dates in digits, under every word that they cover."""
    found: dict[int, Sign] = {}
    for match in _NUMERIC.finditer(text, sentence.start, sentence.end):
        covered = [i for i, w in enumerate(sentence.words) if w.start < match.end() and match.start() < w.end]
        named = _named(match)
        if named is not None and covered:
            sign = Sign("n", covered[0], covered[-1] + 1, Token("n", text=match[0], named=named))
            found.update(dict.fromkeys(covered, sign))
    return found


def _named(match: re.Match[str]) -> Named | None:
    year, month, day = (int(match[a] or match[b]) for a, b in (("y1", "y2"), ("m1", "m2"), ("d1", "d2")))
    if month > 12 and match["s"] and day <= 12:  # 05/31/2022
        month, day = day, month
    return Named(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
