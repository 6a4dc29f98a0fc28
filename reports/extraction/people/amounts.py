"""Numbers in a sentence, in digits and in words, read with the count grammar of the record: "more than 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from incidents.record.date_words import LANGUAGES
from incidents.record.figure_tokens import dictionary
from incidents.record.figure_words import SIGNS
from incidents.record.figures import Figure, FigureProblem
from incidents.record.figures_said import understand_count
from incidents.record.saying import plain
from incidents.record.saying import words as plain_words
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.text import Sentence, Word, norm

_LONGEST = 9  # words that one number may have
_QUALIFIER = 4  # words that a qualifier may have
_DIGITS = 13
_TWO = Figure(2, 2, 2, "exact")
_CURRENCIES = frozenset("$€£¥₴₽%‰°№#")
_DASHES = frozenset("-–—")
_CALENDAR = (1900, 2100)  # a bare number between them is a year


_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that stands in words `first` up to, not including, `last`; `number` is where it begins itself.

    qualified: it has "more than" or the like before it. digits: the number is written in digits.
    """

    first: int
    number: int
    last: int
    figure: Figure
    qualified: bool
    digits: bool


@dataclass(frozen=True, eq=False)
class AmountWords:
    """What one language says numbers with."""

    numbers: Mapping[str, str]  # a word and its sign: n, r, *, v, s or H
    qualifiers: Mapping[tuple[str, ...], str]
    links: frozenset[str]  # "to", "or" between two numbers
    both: frozenset[str]  # "and"
    between: frozenset[str]
    after: frozenset[tuple[str, ...]]  # "or more"
    skipped: frozenset[str]  # "another", between qualifier and number
    one: frozenset[str]  # articles that belong to "a hundred"
    of: frozenset[str]
    labels: frozenset[str]  # "article", before numbers that count nothing
    dates: frozenset[str]
    units: frozenset[str]
    two: frozenset[str]
    leads: frozenset[str]  # "in", "since" before a year


@cache
def amount_words(words: Lexicon) -> AmountWords:
    """The number words of a lexicon, with those of the count and date grammars of its language."""
    table = words.raw.get("people", {}).get("numbers", {})
    signs = SIGNS.get(words.language, {})
    numbers = {}
    for word in table.get("words", ()):
        token = dictionary().get((plain(word),))
        if token is not None:
            numbers[_key(word)] = token.sign
    qualifiers = {
        parts: sign
        for sign in ">≥<≤~B"
        for form in signs.get(sign, "").split("|")
        for parts in (tuple(plain_words(plain(form))), _keys(form))
        if form
    }
    for form in table.get("no_qualifiers", ()):
        qualifiers.pop(tuple(plain_words(plain(form))), None)
        qualifiers.pop(_keys(form), None)
    calendar = LANGUAGES.get(words.language, {})
    dates = {_key(f) for sign in "MW" for forms in calendar.get(sign, ()) for f in forms.split("|")}
    return AmountWords(
        numbers=numbers,
        qualifiers=qualifiers,
        links=frozenset(_key(f) for f in signs.get("-", "").split("|")),
        both=frozenset(_key(f) for f in signs.get("&", "").split("|")),
        between=frozenset(_key(f) for f in signs.get("B", "").split("|")),
        after=frozenset(_keys(f) for f in table.get("after", ())),
        skipped=frozenset(_key(f) for f in table.get("skipped", ())),
        one=frozenset(_key(f) for f in table.get("one", ())),
        of=frozenset(_key(f) for f in table.get("of", ())),
        labels=frozenset(_key(f) for f in table.get("labels", ())),
        dates=frozenset(dates),
        two=frozenset(_key(f) for f in table.get("two", ())),
        units=frozenset(_key(f) for f in table.get("units", ())),
        leads=frozenset(
            _key(f) for sign in "AFOXCE_" for forms in calendar.get(sign, ()) for f in forms.split("|")
        ),
    )


def find_amounts(sentence: Sentence, words: Lexicon) -> Iterator[Amount]:
    """Every number of a sentence that may count something: no dates, ages, money, shares or labels."""
    known = amount_words(words)
    said = [_plain(word) for word in sentence.words]
    at, listed = 0, -1
    while at < len(said):
        if said[at] in known.two:
            yield Amount(at, at, at + 1, _TWO, False, False)
        if not _sign(said, sentence.words, at, known):
            at += 1
            continue
        amount = _amount(sentence, said, at, known)
        if amount is None:
            at += 1
            continue
        if _labelled(said, amount, listed, known):
            listed = amount.last
        elif _counts(sentence, said, amount, known):
            yield amount
        at = max(amount.last, at + 1)


def _key(form: str) -> str:
    """A form as words of a text are compared with it."""
    return plain(norm(form))


def _keys(form: str) -> tuple[str, ...]:
    return tuple(_key(word) for word in form.replace("d'", "d' ").split())


@lru_cache(maxsize=20_000)
def _plain_norm(norm: str) -> str:
    return plain(norm) if not norm.isascii() else norm


def _plain(word: Word) -> str:
    return _plain_norm(word.norm) if len(word.norm) < 40 else ""


def _sign(said: list[str], words: tuple[Word, ...], at: int, known: AmountWords) -> str:
    """The sign of the number word at a place: "n" for digits, empty for what is no number."""
    word = said[at]
    if word[:1].isdigit():
        following = said[at + 1] if at + 1 < len(said) else ""
        if _YEAR.fullmatch(word) and known.numbers.get(following) in ("v", "s"):
            return ""  # "since 2023 thousands have fled"
        return "n" if word[-1:].isdigit() and len(word) <= _DIGITS + 8 else ""
    if word in known.numbers:
        return known.numbers[word]
    if "-" in word:
        parts = word.split("-")
        if all(part in known.numbers for part in parts):
            return known.numbers[parts[-1]] if len(parts) == 2 else "n"
    if word in known.one and at + 1 < len(said) and known.numbers.get(said[at + 1], "n") != "n":
        return "a"
    return ""


def _run(said: list[str], words: tuple[Word, ...], at: int, known: AmountWords) -> int:
    """The word after the number that begins at a place."""
    end, last = at, ""
    while end < len(said) and end - at < _LONGEST:
        sign = _sign(said, words, end, known)
        if sign and not (
            last == "n" and sign == "n" and (said[end][0].isdigit() or said[end - 1][0].isdigit())
        ):
            if sign in "as" and end > at and not (sign == "a" and last == "H"):
                break
            last = sign
        elif (
            end > at + (said[at] in known.one)
            and said[end] in known.both
            and last in "*v"
            and end + 1 < len(said)
            and _sign(said, words, end + 1, known) == "n"
            and not said[end + 1][0].isdigit()
        ):
            last = "&"
        elif said[end] in known.of and last == "v" and end + 1 < len(said):
            # "tens of thousands"
            if _sign(said, words, end + 1, known) != "v":
                break
            last = "of"
        else:
            break
        end += 1
    return end


def _amount(sentence: Sentence, said: list[str], at: int, known: AmountWords) -> Amount | None:
    words = sentence.words
    end = _run(said, words, at, known)
    if end == at or all(_sign(said, words, i, known) in ("a", "s", "") for i in range(at, end)):
        return None
    first, signs, skipped = _qualifiers(said, at, known)
    middle = end
    if end + 1 < len(said) and (words[end].text in _DASHES or said[end] in known.links):
        further = _run(said, words, end + 1, known)
        if further > end + 1 and _sign(said, words, end + 1, known) not in "as":
            middle = further
    elif "B" in signs and end + 1 < len(said) and said[end] in known.both:
        middle = max(end, _run(said, words, end + 1, known)) if _sign(said, words, end + 1, known) else end
    for last in dict.fromkeys((middle, end)):
        for begin in dict.fromkeys((first, at)):
            stop = last
            for length in (2, 3):
                if tuple(said[last : last + length]) in known.after:
                    stop = last + length
            told = [w.text for i, w in enumerate(words[begin:stop], begin) if i not in skipped]
            figure = _figure(" ".join(told))
            if figure is not None and figure.known:
                digits = said[at][:1].isdigit()
                return Amount(begin, at, stop, figure, begin < at or stop > last, digits)
    return None


def _qualifiers(said: list[str], at: int, known: AmountWords) -> tuple[int, str, set[int]]:
    """Where the qualifiers of a number begin, their signs, and words between that only join."""
    first, signs, skipped, waiting = at, "", set[int](), set[int]()
    place = at
    for _ in range(6):
        for length in range(min(_QUALIFIER, place), 0, -1):
            sign = known.qualifiers.get(tuple(said[place - length : place]))
            if sign:
                place -= length
                first, signs = place, signs + sign
                skipped |= waiting
                waiting = set()
                break
        else:
            if not place or said[place - 1] not in known.skipped:
                break
            place -= 1
            waiting.add(place)
    return first, signs, skipped


@lru_cache(maxsize=4_000)
def _figure(said: str) -> Figure | None:
    try:
        return understand_count(said)
    except FigureProblem:
        return None


def _labelled(said: list[str], amount: Amount, listed: int, known: AmountWords) -> bool:
    """Whether a label stands before the number, or before one that it is listed with: "aged 14 and 17"."""
    if any(at and said[at - 1] in known.labels for at in (amount.first, amount.number)):
        return True
    link = said[amount.first - 1] if amount.first else ""
    return listed == amount.first - 1 and (link in known.both or link in known.links or link == ",")


def _counts(sentence: Sentence, said: list[str], amount: Amount, known: AmountWords) -> bool:
    """Whether the number may count people: not a date, a year, an age, money, a share or a label."""
    words = sentence.words
    ahead = said[amount.number - 1] if amount.number else ""
    after = said[amount.last] if amount.last < len(said) else ""
    if ahead[:1] in _CURRENCIES or after[:1] in _CURRENCIES:
        return False
    if after in known.units or (
        after in ("-", "–")
        and said[amount.last + 1 : amount.last + 2] != []
        and said[amount.last + 1].split("-")[0] in known.units
    ):
        return False
    figure = amount.figure
    low = figure.min if figure.min is not None else figure.max or 0
    if amount.digits and not amount.qualified:
        year = words[amount.number].text.isdigit() and _CALENDAR[0] <= low <= _CALENDAR[1]
        lead = not ahead or ahead in known.leads or ahead in known.dates
        if year and (lead or not _noun_like(words, amount.last)):
            return False
        if low <= 31 and (after in known.dates or ahead in known.dates):
            return False
    if (
        after in (":", "/")
        and said[amount.last + 1 : amount.last + 2]
        and said[amount.last + 1][:1].isdigit()
    ):
        return False
    if ahead in (":", "/", ".") and amount.number > 1 and said[amount.number - 2][:1].isdigit():
        return False
    return not (low <= 31 and after in known.dates)


def _noun_like(words: tuple[Word, ...], at: int) -> bool:
    return at < len(words) and words[at].text[:1].isalpha()
