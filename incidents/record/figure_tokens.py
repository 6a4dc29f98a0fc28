"""Cuts what people type for a count into the signs that the grammar in `figures_said` is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from incidents.record.figure_words import NUMBERS, ROUND, SIGNS, TIMES, VAGUE
from incidents.record.figures import FigureProblem
from incidents.record.saying import plain, shown, words

EXAMPLES = "Write a number like 100, more than 100, about 100, 20–30, dozens or 40 families."


@dataclass(frozen=True, slots=True)
class Token:
    """A sign of the grammar; n is a number, * a multiplier, v a vague plural, others as in `figure_words`."""

    sign: str
    value: Fraction = Fraction(0)
    text: str = ""
    digits: bool = False


_GROUPED = re.compile(r"\d{1,3}([ ,.'])\d{3}(?:\1\d{3})*(?![\d]|[.,]\d)")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_MARKS = {">": ">", "<": "<", "≥": "≥", "≤": "≤", "≈": "~", "~": "~", "±": "~", "+": "≥", "-": "-", "/": "-"}
_LONGEST = 4
_MOST_DIGITS = 30


@cache
def dictionary() -> dict[tuple[str, ...], Token]:
    """Every spelled form of every language, cut into words, with the sign it stands for."""
    found: dict[tuple[str, ...], Token] = {}
    for sign, table in (("n", NUMBERS), ("r", ROUND), ("*", TIMES), ("v", VAGUE)):
        for number, forms in table.items():
            for form in forms.split("|"):
                found.setdefault(tuple(words(plain(form))), Token(sign, Fraction(number), form))
    for language in SIGNS.values():
        for sign, forms in language.items():
            for form in forms.split("|"):
                found.setdefault(tuple(words(plain(form))), Token(sign, text=form))
    return found


def tokens(text: str) -> list[Token]:
    """The signs of a text. Raises FigureProblem for a word that no count has."""
    said = plain(text)
    if re.match(r"\s*-\s*\d", said):
        raise FigureProblem(f"A number of people cannot be below zero, as in “{shown(text)}”. Correct it.")
    found: list[Token] = []
    at = 0
    while at < len(said):
        if said[at].isdecimal():
            token, at = _number(said, at)
            found.append(token)
            continue
        end = next((i for i in range(at, len(said)) if said[i].isdecimal()), len(said))
        found += _spoken(words(said[at:end]), text)
        at = end
    return _joined(found)


def _joined(found: list[Token]) -> list[Token]:
    """ "twenty-five" is one number; the Spanish and French "a" between two numbers means "to"."""
    joined: list[Token] = []
    for at, token in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        spelled = token.sign == "n" and not token.digits and token.value < 10
        if spelled and len(joined) > 1 and joined[-1].sign == "-":
            tens = joined[-2]
            if tens.sign == "n" and not tens.digits and 20 <= tens.value <= 90 and tens.value % 10 == 0:
                joined[-2:] = [Token("n", tens.value + token.value, tens.text)]
                continue
        between = joined and joined[-1].sign in "n*v" and after is not None and after.sign == "n"
        joined.append(Token("-", text="a") if token.text == "a" and between else token)
    return joined


def _number(said: str, at: int) -> tuple[Token, int]:
    match = _GROUPED.match(said, at)
    grouped = match is not None
    match = match or _DECIMAL.match(said, at)
    assert match is not None
    if len(match[0]) > _MOST_DIGITS:
        raise FigureProblem("More people than live on earth (8 billion). Check the number.")
    multiplied = re.match(r"\s*([^\W\d_]+)", said[match.end() :])
    times = dictionary().get((multiplied[1],)) if multiplied else None
    decimals = re.fullmatch(r"\d+[.,]\d+", match[0]) and times is not None and times.sign in "*v"
    if grouped and not (decimals and "." in match[0]):
        return Token("n", Fraction(int(re.sub(r"\D", "", match[0]))), match[0], digits=True), match.end()
    return Token("n", Fraction(match[0].replace(",", ".")), match[0], digits=True), match.end()


def _spoken(parts: list[str], text: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(parts):
        for length in range(min(_LONGEST, len(parts) - at), 0, -1):
            known = dictionary().get(tuple(parts[at : at + length]))
            if known:
                found.append(known)
                at += length
                break
        else:
            found += _single(parts[at], text)
            at += 1
    return found


def _single(part: str, text: str) -> list[Token]:
    if part in _MARKS:
        return [Token(_MARKS[part], text=part)]
    if part in ",;:()[].“”\"'«»":
        return []
    if part.startswith("ال") and (part[2:],) in dictionary():  # the Arabic article
        return [dictionary()[part[2:],]]
    raise FigureProblem(f"“{shown(part)}” in “{shown(text)}” was not understood. {EXAMPLES}")
