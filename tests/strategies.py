"""Hypothesis strategies for values of the record, for everybody's tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from incidents.record.dates import When, parse_edtf, window

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
