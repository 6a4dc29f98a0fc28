"""Says a count in plain English, in words that `understand_count` understands again."""

from __future__ import annotations

import re

from incidents.record.figure_tokens import tokens
from incidents.record.figures import Figure, FigureProblem


def describe_figure(figure: Figure) -> str:
    """ "more than 100 people", "20–30 people", "about 1,200 people", "40 households of 5"."""
    low, best, high = figure.min, figure.best, figure.max
    if not figure.known:
        return "number not known"
    if low == best == high == 0:
        return "none"
    if low is not None and low == high and best in (None, low):
        said = _about(figure) + _counted(low, figure)
    elif low is None and high is None and best is not None:
        said = _about(figure) + _counted(best, figure)
    elif low is not None and high is not None:
        said = f"{_about(figure)}{low:,}–{_counted(high, figure)}"
    elif low is not None:
        said = f"{_bound(figure, '>', 'more than', 'at least')} {_counted(low, figure)}"
    else:
        said = f"{_bound(figure, '<', 'fewer than', 'up to')} {_counted(high or 0, figure)}"
    if best is not None and not (low == best == high) and not (low is None and high is None):
        said += f" (best estimate {best:,})"
    return said + _told_as(figure)


def _about(figure: Figure) -> str:
    return "about " if figure.qualifier == "approximately" else ""


def _counted(number: int, figure: Figure) -> str:
    if figure.unit == "households":
        size = f" of {figure.household_size:g}" if figure.household_size else ""
        return f"{number:,} {'household' if number == 1 else 'households'}{size}"
    return f"{number:,} {'person' if number == 1 else 'people'}"


def _bound(figure: Figure, strict: str, strictly: str, loosely: str) -> str:
    """ "More than" or "at least", as it was told; told as numbers alone, the stored qualifier's word."""
    if not figure.text:
        return strictly
    try:
        signs = {token.sign for token in tokens(figure.text)}
    except FigureProblem:
        return strictly
    return strictly if strict in signs else loosely


def _told_as(figure: Figure) -> str:
    """The words of a vague count, so that "dozens" is never printed as a bare 24."""
    if (
        not figure.text
        or re.search(r"\d", figure.text)
        or figure.qualifier != "more_than"
        or "”" in figure.text
    ):
        return ""
    try:
        vague = any(token.sign in "sv" for token in tokens(figure.text))
    except FigureProblem:
        return ""
    return f" (“{figure.text}”)" if vague else ""
