"""Hypothesis strategies for values of the record, for everybody's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from incidents.record.check import check
from incidents.record.codes import (
    FIGURE_KINDS,
    LINKS,
    MEASURES,
    OCCURRENCE,
    RESPONSIBLE_TYPES,
    SENSITIVITY,
    STANCE,
    TYPES,
)
from incidents.record.dates import When, parse_edtf, window
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.record.figures import MOST, Figure, qualified
from incidents.record.incident import Incident, Link, PeopleGroup
from incidents.record.place import Place
from incidents.record.text import clean_line, clean_text
from tests.builders import a_place, a_report, an_id

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


TODAY = date(2100, 1, 1)
_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=30)
LINES = _WORDS.map(clean_line)
TEXTS = st.lists(_WORDS, max_size=3).map("\n".join).map(clean_text)
_KINDS = st.dictionaries(st.sampled_from(list(FIGURE_KINDS)), figures(), max_size=2)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Towns, areas and whole countries."""
    if draw(st.booleans()):
        return a_place(
            name=draw(st.sampled_from(["Izyum", "Vovchansk", "Kunye"])), geonames=draw(st.integers(1, 9))
        )
    return a_place(
        name="Kharkiv Oblast", kind="admin1", precision="admin1", regions=("UKR", "UA-63"), lat=49.5, lon=36.5
    )


@st.composite
def claim_drafts(draw: st.DrawFn) -> ClaimDraft:
    """Valid claims on reports, on nobody's report but a speaker's, supporting or not."""
    report = a_report(
        title=draw(LINES) or "Untitled",
        publisher=draw(st.sampled_from(["Courier", "Post"])),
        published=draw(st.dates(date(2022, 1, 1), date(2022, 12, 31))),
        url=draw(st.sampled_from(["", "https://example.org/1", "https://example.org/2"])),
    )
    return ClaimDraft(
        id=an_id(),
        report=draw(st.sampled_from([report, None])),
        attributed_to=draw(LINES) or "The mayor",
        reported_as=draw(LINES),
        quote=draw(TEXTS),
        reliability=draw(st.sampled_from("ABCDEF")),
        credibility=draw(st.sampled_from("23456")),
        rating_why=draw(TEXTS),
        stance=draw(st.sampled_from(list(STANCE))),
        origin=draw(LINES),
        figures=draw(_KINDS),
        note=draw(TEXTS),
        withdrawn=draw(st.sampled_from(["", "", "", "Entered twice"])),
    )


@st.composite
def drafts(draw: st.DrawFn) -> IncidentDraft:
    """Drafts that pass every rule on TODAY, with anything in every field that may hold anything."""
    kind = draw(st.sampled_from(list(TYPES)))
    others = draw(st.lists(st.sampled_from(list(TYPES)), max_size=2))
    violent = "sexual_violence" in (kind, *others)
    graded = draw(st.booleans())
    status = draw(st.sampled_from(["unassessed", "refuted", "verified", "withdrawn"]))
    return IncidentDraft(
        id=an_id(),
        type=kind,
        types_other=tuple(others),
        title=draw(LINES),
        narrative=draw(TEXTS),
        public_summary=draw(TEXTS),
        date=draw(whens()),
        place=draw(places()),
        place_note=draw(TEXTS),
        destination=draw(places()) if TYPES[kind].movement and draw(st.booleans()) else None,
        figures=draw(_KINDS),
        measure=draw(st.sampled_from(list(MEASURES))),
        aggregate=draw(st.booleans()),
        groups=draw(st.sampled_from([(), (PeopleGroup("f", "0_4", 0), PeopleGroup("u", "unknown", 0))])),
        responsible=draw(LINES),
        responsible_type=draw(st.sampled_from(["", *RESPONSIBLE_TYPES])),
        occurrence=draw(st.sampled_from(list(OCCURRENCE))),
        verification=status,
        verification_why="" if status == "unassessed" else draw(TEXTS) or "Seen by the team.",
        self_review=status == "verified",
        reliability=draw(st.sampled_from("ABCDEF")) if graded else "",
        credibility=draw(st.sampled_from("23456")) if graded else "",
        grade_why=draw(TEXTS),
        sensitivity="severe" if violent else draw(st.sampled_from(list(SENSITIVITY))),
        tags=tuple(
            draw(st.lists(st.sampled_from(["children", "health_worker", "школа"]), max_size=2, unique=True))
        ),
        claims=tuple(draw(st.lists(claim_drafts(), max_size=3))),
        links=tuple(Link(code, an_id()) for code in draw(st.lists(st.sampled_from(list(LINKS)), max_size=2))),
    )


def incidents() -> st.SearchStrategy[Incident]:
    """Valid incidents of every kind."""
    return drafts().map(_valid)


def _valid(draft: IncidentDraft) -> Incident:
    checked = check(draft, today=TODAY)
    assert checked.incident is not None, checked.errors
    return checked.incident
