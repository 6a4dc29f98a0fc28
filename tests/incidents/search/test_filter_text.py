"""A filter can be written as one line and read back, whatever is in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.place import Box
from incidents.search.filter import BASES, RULES, Filter, FilterProblem, Period, parse, write

_DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
_DEGREES = st.floats(-180, 180, allow_nan=False)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(_DAYS), draw(_DAYS)
    if start and end and end < start:
        start, end = end, start
    return Period(start, end, draw(st.sampled_from(list(BASES))), draw(st.sampled_from(list(RULES))))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    south, north = sorted(draw(st.tuples(st.floats(-90, 90), st.floats(-90, 90))))
    return Box(draw(_DEGREES), south, draw(_DEGREES), north)


_WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    return Filter(
        regions=tuple(draw(st.lists(_WORDS, max_size=3))),
        boxes=tuple(draw(st.lists(boxes(), max_size=2))),
        period=draw(st.none() | periods()),
        types=tuple(draw(st.lists(st.sampled_from(list(TYPES)), max_size=3))),
        statuses=tuple(draw(st.lists(st.sampled_from(list(VERIFICATION)), max_size=3))),
        min_grade=draw(st.sampled_from(["", "A1", "B2", "E5"])),
        sources=tuple(draw(st.lists(_WORDS, max_size=2))),
        text=draw(st.just("") | _WORDS),
    )


@given(filters())
def test_reading_what_was_written_gives_the_same_filter(wanted: Filter) -> None:
    assert parse(write(wanted)) == wanted


@given(st.text())
def test_any_text_is_a_filter_or_a_sentence(line: str) -> None:
    try:
        parse(line)
    except FilterProblem as problem:
        assert str(problem).endswith(".")


def test_a_filter_reads_like_a_sentence() -> None:
    wanted = Filter(
        regions=("UA-63",),
        period=Period(date(2022, 4, 25), date(2022, 5, 3)),
        types=("detention", "torture"),
        text="filtration camp*",
    )
    line = "region:UA-63 period:2022-04-25..2022-05-03 type:detention type:torture text:'filtration camp*'"
    assert write(wanted) == line


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("colour:red", "no condition"),
        ("type:theft", "no incident type"),
        ("status:true", "no status"),
        ("grade:Z9", "no grade"),
        ("grade:F6", "no grade"),
        ("period:2022-02-30..", "no day"),
        ("period:2022-05-03..2022-04-25", "ends"),
        ("basis:yesterday period:2022-05-03", "no date to filter by"),
        ("within:1,2,3", "no rectangle"),
        ("within:1,50,3,40", "off the globe"),
        ("within:nan,1,2,3", "off the globe"),
        ("text:'open", "never closed"),
    ],
)
def test_what_cannot_be_read_is_told(line: str, says: str) -> None:
    with pytest.raises(FilterProblem, match=says):
        parse(line)


def test_a_period_without_bounds_does_not_narrow() -> None:
    assert Filter(period=Period()).empty
