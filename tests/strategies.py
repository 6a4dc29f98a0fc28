"""Hypothesis strategies for values of the record, for everybody's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from incidents.record.dates import When, parse_edtf, window
from incidents.record.figures import MOST, Figure, qualified

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))

_NASTY = st.sampled_from(
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "\u202e",
        "\u2066",
        "\ufffe",
        "\u0301" * 40,
        "<b>&amp;</b>",
        "=1+1",
        "'; DROP TABLE incident; --",
        "Ізюм",
        "مدينة",
        "e\u0301",
        "\r\n",
        "\u2028",
        "😀",
        "a" * 600,
        "9" * 400,
        "½",
        "²",
        "-1",
        "NaN",
    ]
)


def hostile_text(max_size: int = 80) -> st.SearchStrategy[str]:
    """Text that nobody should type, lone surrogates and control characters included."""
    return st.lists(st.text(st.characters(), max_size=max_size) | _NASTY, max_size=4).map("".join)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any date that the record can hold: days, months, years, periods, windows, open ends, doubt, undated."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    mark = draw(st.sampled_from(["", "", "?", "~", "%"]))
    form = draw(st.sampled_from(_FORMS))
    when = parse_edtf(form.format(first=first, last=last, m=mark, decade=f"{first.year}"[:3]))
    return window(when) if when.kind == "span" and draw(st.booleans()) else when


_FORMS = [
    "",
    "{first}{m}",
    "{first:%Y-%m}{m}",
    "{first:%Y}{m}",
    "{first:%Y-%m}-XX{m}",
    "{first:%Y}-XX{m}",
    "{first:%Y}-XX-XX{m}",
    "{decade}X{m}",
    "{first}{m}/{last}{m}",
    "{first:%Y-%m}{m}/{last:%Y-%m}{m}",
    "{first:%Y}{m}/{last:%Y}{m}",
    "{first}{m}/{last:%Y-%m}{m}",
    "{first}{m}/..",
    "{first:%Y-%m}{m}/..",
    "{first}{m}/",
    "../{first}{m}",
    "/{first:%Y-%m}{m}",
    "{first:%Y}-21",
    "{first:%Y}-24",
]


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any valid count: exact, about, a bound, a range with or without a best number, people or households."""
    low, best, high = sorted(draw(st.lists(st.integers(0, MOST), min_size=3, max_size=3)))
    figure = draw(
        st.sampled_from(
            [
                Figure(best, best, best, "exact"),
                Figure(best, best, best, "approximately"),
                Figure(low, None, None, "more_than"),
                Figure(None, None, high, "less_than"),
                Figure(low, best, high),
                Figure(low, None, high, "approximately"),
                Figure(0, 0, 0, "exact"),
            ]
        )
    )
    if figure.max == 0:
        return Figure(0, 0, 0, "exact")
    if draw(st.booleans()):
        return qualified(figure)
    size = draw(st.sampled_from([None, 4.5, 5.0, 6.0]))
    return qualified(replace(figure, unit="households", household_size=size))
