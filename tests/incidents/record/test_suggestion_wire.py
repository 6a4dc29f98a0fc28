"""A suggestion's JSON means the very same suggestion; JSON that is none is found out, whatever it holds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.codes import GEO_PRECISION, TYPES
from incidents.record.dates import parse_edtf
from incidents.record.figures import Figure
from incidents.record.layout import Layout, LineBox, PageBox
from incidents.record.place import Place
from incidents.record.suggested import fits, quoted
from incidents.record.suggestion import Mark, Passage, Suggestion
from incidents.record.suggestion_wire import (
    suggestion_from_json,
    suggestion_of,
    suggestion_text,
    suggestion_to_json,
)
from incidents.record.wire_values import WireProblem
from tests.strategies import LINES, figures, whens

PASSAGES = st.builds(
    lambda start, length: Passage(start, start + length), st.integers(0, 10**6), st.integers(1, 10**4)
)
DEGREES = st.none() | st.floats(-180, 180, allow_nan=False)
PLACES = st.builds(
    Place,
    name=LINES,
    id=st.none() | st.uuids(),
    kind=st.sampled_from(["settlement", "site", "country", ""]),
    country=st.sampled_from(["", "UKR"]),
    country_name=LINES,
    admin1=LINES,
    admin1_name=LINES,
    lat=DEGREES,
    lon=DEGREES,
    geonames=st.none() | st.integers(0, 10**9),
    names=st.lists(LINES, max_size=3).map(tuple),
    regions=st.lists(LINES, max_size=3).map(tuple),
    precision=st.sampled_from(["settlement", "country", ""]),
    population=st.none() | st.integers(0, 10**9),
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(list(TYPES)),
    "evidence": st.lists(PASSAGES, min_size=1, max_size=3).map(tuple),
    "place_text": LINES,
    "place": st.none() | PLACES,
    "places_other": st.lists(PLACES, max_size=2).map(tuple),
    "country": st.sampled_from(["", "UKR", "SYR"]),
    "admin1": LINES,
    "geo_precision": st.sampled_from(["", *GEO_PRECISION]),
    "when": whens(),
    "date_text": LINES,
    "people": figures() | st.just(Figure(text="many")) | st.just(Figure(unit="")),
    "claimed_by": LINES,
    "occurrence": st.sampled_from(["occurred", "ongoing", "failed"]),
    "aggregate": st.booleans(),
    "pattern": st.booleans(),
    "marks": st.lists(st.builds(Mark, LINES, PASSAGES), max_size=3).map(tuple),
    "confidence": st.floats(0, 1),
    "why": st.lists(LINES, max_size=3).map(tuple),
}
SUGGESTIONS = st.builds(Suggestion, **FIELDS)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
LEAST = {"type": "attack", "evidence": [[0, 5]]}


@given(SUGGESTIONS)
def test_json_and_back_is_the_very_same(suggestion: Suggestion) -> None:
    text = suggestion_text(suggestion)
    assert suggestion_of(text) == suggestion
    assert suggestion_from_json(json.loads(text)) == suggestion


@given(SUGGESTIONS)
def test_equal_suggestions_are_equal_letters(suggestion: Suggestion) -> None:
    again = suggestion_of(suggestion_text(suggestion))
    assert again is not None and suggestion_text(again) == suggestion_text(suggestion)


def test_every_field_of_a_suggestion_is_tried_here() -> None:
    assert set(FIELDS) == set(Suggestion.__dataclass_fields__)


def test_what_is_as_usual_is_left_out() -> None:
    assert suggestion_to_json(Suggestion(type="attack", evidence=(Passage(0, 5),))) == LEAST


@given(JSON)
def test_other_json_is_no_suggestion_and_never_a_crash(value: Any) -> None:
    assert suggestion_of(json.dumps(value)) is None


@given(st.sampled_from(sorted(Suggestion.__dataclass_fields__)), JSON)
def test_a_damaged_value_is_refused_or_read_as_what_it_must_be(key: str, value: Any) -> None:
    found = suggestion_of(json.dumps({**LEAST, key: value}))
    assert found is None or suggestion_of(suggestion_text(found)) == found


@pytest.mark.parametrize(
    "damage",
    [
        {"evidence": []}, {"evidence": [[5, 5]]}, {"evidence": [[-1, 5]]}, {"evidence": [[0, True]]},
        {"evidence": [[0.0, 5]]}, {"evidence": [[0]]}, {"evidence": "05"}, {"type": ""}, {"type": ["attack"]},
        {"place": {}}, {"place": {"name": 7}}, {"place": {"name": "X", "id": "no"}}, {"place": {"name": "X", "x": 1}},
        {"when": {"start": "2022-13-01"}}, {"when": {"start": 20220501}}, {"when": {"ongoing": "yes"}},
        {"people": {"min": "20"}}, {"people": 20}, {"marks": [["event", 5, 1]]}, {"marks": [[1, 0, 1]]},
        {"occurrence": "maybe"}, {"confidence": "high"}, {"why": ["x", 7]}, {"why": "x"}, {"colour": "red"},
    ],
)  # fmt: skip
def test_damage_is_named(damage: dict[str, Any]) -> None:
    with pytest.raises(WireProblem):
        suggestion_from_json({**LEAST, **damage})
    assert suggestion_of(json.dumps({**LEAST, **damage})) is None


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", "7", "\x00", "NaN", '{"type": "attack"}', "[" * 100_000]
)
def test_text_that_is_no_json_is_no_suggestion(text: str) -> None:
    assert suggestion_of(text) is None


def test_lone_surrogates_do_not_stop_it_from_being_stored() -> None:
    suggestion = Suggestion(type="attack", evidence=(Passage(0, 5),), claimed_by="a\ud800b")
    assert suggestion_text(suggestion).encode()


class TestQuoting:
    TEXT = "One.  Two.\n\nThree. Four."

    def of(self, *passages: tuple[int, int]) -> str:
        told = quoted(Suggestion(type="attack", evidence=tuple(Passage(*p) for p in passages)), self.TEXT)
        return told.of(self.TEXT) if told else ""

    def test_sentences_that_follow_each_other_are_one_quote(self) -> None:
        assert self.of((0, 4), (6, 10)) == "One.  Two."
        assert self.of((0, 6), (6, 10), (12, 18)) == "One.  Two.\n\nThree."

    def test_else_the_first_one(self) -> None:
        assert self.of((0, 4), (12, 18)) == "One."
        assert self.of((12, 18), (0, 4)) == "Three."

    def test_space_around_is_left_out_and_space_alone_is_no_quote(self) -> None:
        assert self.of((4, 12)) == "Two."
        assert self.of((4, 6)) == ""

    def test_sentences_within_one_another_are_one(self) -> None:
        assert self.of((0, 10), (6, 10), (6, 8)) == "One.  Two."


def test_a_suggestion_fits_when_all_of_it_stands_in_the_text() -> None:
    one = Suggestion(type="attack", evidence=(Passage(0, 5),), marks=(Mark("event", Passage(2, 6)),))
    assert fits(one, "123456") and not fits(one, "12345") and not fits(one, "")
    assert not fits(Suggestion(type="attack", evidence=()), "123456")


class TestLayout:
    LAYOUT = Layout((PageBox(0, 9, 595.25, 842.0),), (LineBox(0, 9, 0, 72.0, 90.5, 300.25, 102.0),))

    def test_json_and_back(self) -> None:
        assert Layout.from_json(json.loads(json.dumps(self.LAYOUT.to_json()))) == self.LAYOUT
        assert Layout.from_json(Layout().to_json()) == Layout()

    def test_it_fits_a_text_that_is_long_enough_and_pages_that_are_there(self) -> None:
        assert self.LAYOUT.fits("123456789") and not self.LAYOUT.fits("12345678")
        assert not Layout((), self.LAYOUT.lines).fits("123456789")
        assert not Layout((PageBox(0, 9, float("inf"), 1),)).fits("123456789")

    @given(JSON)
    def test_other_json_is_refused(self, value: Any) -> None:
        for damaged in (value, {"pages": value, "lines": []}, {"pages": [], "lines": [value]}):
            if damaged != {"pages": [], "lines": []}:
                with pytest.raises(WireProblem):
                    Layout.from_json(damaged)


def test_dates_and_counts_come_back_whole() -> None:
    when, people = parse_edtf("2022-05-01~/.."), Figure(20, None, None, "more_than", text="more than 20")
    suggestion = Suggestion(type="attack", evidence=(Passage(0, 5),), when=when, people=people)
    assert suggestion_of(suggestion_text(suggestion)) == suggestion
