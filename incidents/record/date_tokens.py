"""Cuts typed text into the signs that the grammar of dates is written in (see `date_words`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from incidents.record.date_words import LANGUAGES, NUMBER_AND_UNIT, UNITS
from incidents.record.dates import DateProblem
from incidents.record.saying import plain, shown, words

EXAMPLES = "Write a date like 1 May 2022, 1–3 May 2022, May 2022, early May 2022, last Sunday or 2022-05-01."
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Named:
    """A date as far as it was named; what is missing is filled from its neighbour or the reference day.

    cut: part of the month or year ("early", "mid", "late"), or a number of the week in it (1-4, 0 the last).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    cut: str | int | None = None

    def filled_from(self, other: Named) -> Named:
        """This date with the month and year of the other end of its period, where it names none itself."""
        month = self.month
        if month is None and (self.day or (self.cut is not None and not self.year)):
            month = other.month
        year = self.year
        if year is None and (month or self.season is not None or self.quarter):
            year = other.year
        return replace(self, month=month, year=year)


@dataclass(frozen=True, slots=True)
class Token:
    """One sign of the grammar; value is its position in the word table, a number, or a Named date."""

    sign: str
    value: int = 0
    text: str = ""
    named: Named | None = None


_TIME = re.compile(r"(?<![\d.])\d{1,2}:\d{2}(?::\d{2})?(?!\d)|(?<=\d)t\d{2}:?\d{2}\S*")
_NUMERIC = re.compile(
    r"(?<![\d.])(?:"
    r"(?P<y1>\d{4})(?P<s1>[-./])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<s2>[./])(?P<b>\d{1,2})(?P=s2)(?P<y2>\d{4}|\d{2})"
    r"|(?P<a3>\d{1,2})-(?P<b3>\d{1,2})-(?P<y3>\d{4})"
    r"|(?P<y4>\d{4})[-./](?P<m4>0?[1-9]|1[0-2])"
    r"|(?P<m5>\d{1,2})[./](?P<y5>\d{4})"
    r"|(?P<d6>\d{1,2})\.(?P<m6>\d{1,2})"
    r"|\b[qt](?P<q>[1-4])"
    r")(?!\d)"
)
_ORDINAL = re.compile(r"(?<=\d)(?:-?(?:st|nd|rd|th|er|ere|eme|го|е|ого|те)|º|ª|°)(?!\w)")
_LONGEST = 5


@cache
def dictionary() -> dict[tuple[str, ...], tuple[Token, ...]]:
    """Every spelled form of every language, cut into words, with the signs it stands for."""
    found: dict[tuple[str, ...], tuple[Token, ...]] = {
        tuple(words(plain(form))): (Token("D", number, form), Token("U", UNITS.index(unit), form))
        for form, (number, unit) in NUMBER_AND_UNIT.items()
    }
    for table in LANGUAGES.values():
        for sign, entries in table.items():
            for value, forms in enumerate(entries):
                for form in filter(None, forms.split("|")):
                    found.setdefault(tuple(words(plain(form))), (Token(sign, value, form),))
    return found


def tokens(text: str) -> list[Token]:
    """The signs of a text. Raises DateProblem for a word or number that no date has."""
    said = _ORDINAL.sub("", _TIME.sub(" ", plain(text)))
    found: list[Token] = []
    at = 0
    for match in _NUMERIC.finditer(said):
        found += _spoken(said[at : match.start()], text)
        if match["q"]:
            found.append(Token("Q", int(match["q"]), match[0]))
        else:
            found.append(Token("n", named=_numeric(match), text=match[0]))
        at = match.end()
    found += _spoken(said[at:], text)
    return _tidy(found)


def _spoken(said: str, text: str) -> list[Token]:
    parts = words(said)
    found: list[Token] = []
    at = 0
    while at < len(parts):
        for length in range(min(_LONGEST, len(parts) - at), 0, -1):
            known = dictionary().get(tuple(parts[at : at + length]))
            if known:
                found += known
                at += length
                break
        else:
            found += _single(parts[at], text)
            at += 1
    return found


def _single(part: str, text: str) -> list[Token]:
    if part.isdecimal():
        if len(part) <= 2:
            return [Token("D", int(part), part)]
        if len(part) == 4:
            return [Token("Y", int(part), part)]
        raise DateProblem(
            f"“{shown(part)}” is neither a day nor a year with four digits. Correct the number."
        )
    if part in ("-", "/"):
        return [Token("O", text=part)]
    if part in ("~", "?", "%"):
        return [Token(mark) for mark in ("~?" if part == "%" else part)]
    if part in ",.;:()[]“”\"'«»":
        return []
    if part == "a":
        return [Token("Z")]
    if "'" in part:  # French "l'été", "d'avril"
        known = dictionary().get((part.split("'", 1)[1],))
        if known and len(part.split("'", 1)[0]) == 1:
            return list(known)
    raise DateProblem(f"“{shown(part)}” in “{shown(text)}” was not understood. {EXAMPLES}")


def _tidy(found: list[Token]) -> list[Token]:
    """Drops words without meaning of their own: "the month of May" is May, "2022 року" is 2022."""
    kept = [token for token in found if token.sign != "_"]
    signs = "".join(token.sign for token in kept)
    tidy: list[Token] = []
    for at, token in enumerate(kept):
        if token.sign == "U" and _idle_unit(UNITS[token.value], signs, at):
            continue
        before, after = signs[at - 1 : at] if at else "", signs[at + 1 : at + 2]
        if token.text == "-" and before == "P" and after in ("M", "Y", "S"):
            continue  # mid-April
        if token.sign == "M" and _said_before(token, tidy):
            continue  # both Arabic names of one month: نيسان/أبريل
        tidy.append(token)
    return tidy


def _idle_unit(unit: str, signs: str, at: int) -> bool:
    """True for a unit that only names the kind of its neighbour."""
    before, after = signs[at - 1 : at] if at else "", signs[at + 1 : at + 2]
    if unit == "year":
        return before in ("Y", "n") or (after == "Y" and before not in ("D", "L", "T"))
    if unit == "month":
        return before == "M" or (after == "M" and before not in ("D", "L", "T"))
    return unit == "day" and before not in ("D", "L") and bool(re.match(r"W|n|DM|Dn", signs[at + 1 :]))


def _said_before(month: Token, tidy: list[Token]) -> bool:
    if tidy and tidy[-1].sign == "M" and tidy[-1].value == month.value:
        return True
    if len(tidy) > 1 and tidy[-1].text == "/" and tidy[-2].sign == "M" and tidy[-2].value == month.value:
        tidy.pop()
        return True
    return False


def _numeric(match: re.Match[str]) -> Named:
    part = {name: int(value) for name, value in match.groupdict().items() if value and name[0] != "s"}
    if "y1" in part:
        return Named(part["y1"], _month(part["m1"], match[0]), part["d1"])
    if "y2" in part:
        year = part["y2"] if len(match["y2"]) == 4 else 2000 + part["y2"]
        return _day_and_month(part["a"], part["b"], year, match[0], dots=match["s2"] == ".")
    if "y3" in part:
        return _day_and_month(part["a3"], part["b3"], part["y3"], match[0], dots=False)
    if "y4" in part:
        return Named(part["y4"], _month(part["m4"], match[0]))
    if "y5" in part:
        return Named(part["y5"], _month(part["m5"], match[0]))
    return Named(None, _month(part["m6"], match[0]), part["d6"])


def _month(month: int, text: str) -> int:
    if not 1 <= month <= 12:
        raise DateProblem(f"There is no month {month} in “{text}”. Write the month as a word, or 2022-05-01.")
    return month


def _day_and_month(first: int, second: int, year: int, text: str, *, dots: bool) -> Named:
    """Dots mean day first, as everywhere they are used; other signs are ambiguous unless a number is over 12."""
    if dots or first == second or first > 12:
        return Named(year, _month(second, text), first)
    if second > 12:
        return Named(year, _month(first, text), second)
    one, other = f"{first} {MONTHS[second - 1]} {year}", f"{second} {MONTHS[first - 1]} {year}"
    raise DateProblem(f"“{text}” can be {one} or {other}. Write one of these two.")
