"""Understands counts as people type them, in six languages, and says them back in English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from incidents.record.figure_tokens import EXAMPLES, Token, tokens
from incidents.record.figures import Figure, FigureProblem, figure_problem, qualified
from incidents.record.figures_shown import describe_figure
from incidents.record.saying import shown

__all__ = ["describe_figure", "understand_count"]

_LONGEST = 200
# What describe_figure adds for the reader: the words that a vague count was told in.
_TOLD_AS = re.compile(r"\s*\(“[^”]*”\)\s*$")
# Signs of one number; "and" belongs to it ("a hundred and fifty") unless the text says "between".
_AMOUNT = re.compile(r"s[*v]|s|v|H[no]*\*|[nr]n*(?:[*v](?:&?n)*)*|\*(?:&?n)*")
_AMOUNT_BETWEEN = re.compile(r"s[*v]|s|v|H[no]*\*|[nr]n*(?:[*v]n*)*|\*n*")
# Qualifier words and the qualifier that they give.
_QUALIFIES = {">": "more_than", "≥": "more_than", "<": "less_than", "≤": "less_than", "~": "approximately"}


def understand_count(text: str) -> Figure:
    """The count that somebody means by this text; empty or "unknown" is a figure without numbers.

    Raises FigureProblem with a sentence that says what to write.
    """
    said = _TOLD_AS.sub("", text.strip())
    if said.strip("?- –—") == "":
        return Figure()
    if len(said) > _LONGEST:
        raise FigureProblem(f"“{shown(said, 30)}” is too long for a number. {EXAMPLES}")
    found = [token for token in tokens(said) if token.sign != "_"]
    found = found[:1] + [token for token in found[1:] if token.sign != "B"]  # "une centaine de personnes"
    if not found or found[0].sign == "?":
        return Figure()
    figure = _read(found, text)
    problem = figure_problem(figure)
    if problem:
        raise FigureProblem(problem)
    told = "" if re.fullmatch(r"[\d\s.,'’]+", said) else " ".join(said.split())
    return replace(figure, text=told)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number that was said; vague for "dozens"; times is its last multiplier, for "2-3 million"."""

    value: Fraction
    vague: bool = False
    times: Fraction = Fraction(1)


def _read(found: list[Token], text: str) -> Figure:
    """One sign per amount ("A"), then one of a few sentences over the signs."""
    items, amounts = _reduced(found)
    unit = "households" if "h" in items else "people"
    shape = re.sub(r"[>≥<≤~p]", "", items)
    size, best = None, None
    if shape.endswith("eA"):
        best, shape = amounts.pop(), shape[:-2]
    household = re.fullmatch(r"(B?A(?:[-&]A)?)h(oA|A)", shape)
    if household:
        shape = household[1]
        last = amounts.pop().value
        counted = "o" not in household[2]  # "40 families, 200 people"
        size = round(float(last / amounts[-1].value if counted and amounts[-1].value else last), 2)
    shape = shape.replace("h", "").replace("o", "")
    if shape in ("A-A", "BA&A", "BA-A"):
        amounts = _same_times(*amounts)
    if any(amount.value.denominator != 1 for amount in [*amounts, *([best] if best else [])]):
        raise FigureProblem(f"“{shown(text)}” is not a whole number. {EXAMPLES}")
    figure = _sentence(shape, items, [(int(amount.value), amount.vague) for amount in amounts])
    if figure is None:
        raise FigureProblem(f"“{shown(text)}” was not understood as a number. {EXAMPLES}")
    figure = replace(figure, unit=unit, household_size=size)
    return qualified(replace(figure, best=int(best.value)) if best else figure)


def _same_times(low: _Amount, high: _Amount) -> list[_Amount]:
    """ "2-3 million" means two million to three million."""
    if low.times == 1 and high.times > 1 and low.value < high.value / high.times:
        low = replace(low, value=low.value * high.times)
    return [low, high]


def _sentence(shape: str, items: str, amounts: list[tuple[int, bool]]) -> Figure | None:
    marks = [sign for sign in items if sign in _QUALIFIES]
    if shape == "0" or (shape == "A" and amounts[0][0] == 0 and not marks):
        return Figure(0, 0, 0, "exact")
    bounded = shape in ("AA", "A&A", "BAA") and re.search(r"[>≥B]A.*[<≤]A", items)
    if shape in ("A-A", "BA&A", "BA-A") or bounded:
        (low, _), (high, _) = amounts
        return Figure(low, None, high, "approximately" if "~" in marks else "")
    if shape != "A":
        return None
    number, vague = amounts[0]
    bounds = {_QUALIFIES[mark] for mark in marks if mark != "~"}
    if len(bounds) > 1:
        return None
    qualifier = bounds.pop() if bounds else "approximately" if marks else "exact"
    if vague or qualifier == "more_than":
        return Figure(number, None, None, "more_than")
    if qualifier == "less_than":
        return Figure(None, None, number, "less_than")
    return Figure(number, number, number, qualifier)


def _reduced(found: list[Token]) -> tuple[str, list[_Amount]]:
    """Signs with every amount as "A", and the amounts."""
    signs = "".join(token.sign for token in found)
    items, at = "", 0
    amounts: list[_Amount] = []
    pattern = _AMOUNT_BETWEEN if signs.startswith("B") else _AMOUNT
    while at < len(found):
        match = pattern.match(signs, at)
        if not match:
            items += signs[at]
            at += 1
            continue
        part = found[at : match.end()]
        items += "~A" if part[0].sign == "r" else "A"
        amounts.append(_amount(part))
        at = match.end()
    return items, amounts


def _amount(part: list[Token]) -> _Amount:
    """The number that a run of number words means: "one hundred and fifty", "1.2 million", "dozens"."""
    if part[0].sign in "sv":
        plural = part[-1]
        return _Amount(Fraction(3) if plural.sign == "s" else plural.value * 2, vague=True)
    times = next((token.value for token in reversed(part) if token.sign in "*v"), Fraction(1))
    if part[0].sign == "H":
        return _Amount(times / 2, times=times)
    total, current = Fraction(0), Fraction(0)
    after_digits = False
    for at, token in enumerate(part):
        if token.sign in "*v":
            current = (current or Fraction(0 if at and part[at - 1].value == 0 else 1)) * token.value
            if token.value >= 1000:
                total, current = total + current, Fraction(0)
        elif token.sign != "&":
            room = 10 if current % 100 else 100
            if current and (token.digits or after_digits or token.value >= room or current % 10):
                raise FigureProblem(f"These numbers do not make one number. {EXAMPLES}")
            current += token.value
            after_digits = token.digits
    return _Amount(total + current, times=times)
