"""The kept form: written and read back whole; what is not ours reads as empty."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.entry import state as s
from tests.builders import a_place, a_report, an_id

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
texts = st.text(st.characters(), max_size=60)


@given(st.dictionaries(st.text(max_size=8).filter(lambda key: key != "form"), anything, max_size=4))
def test_what_was_dumped_is_loaded(state):
    assert s.load(s.dump(state)) == {"form": s.VERSION, **state}


@given(texts)
def test_any_text_survives_as_plain_ascii(text):
    content = s.dump({"text": text})
    assert content.isascii()
    assert s.text_of(s.load(content) or {}, "text") == text


@given(st.text(max_size=80))
def test_garbage_is_no_state(content):
    assert s.load(content) is None


@given(
    st.dictionaries(
        st.sampled_from(["id", "name", "source", "lat", "names", "published", "version"]), anything
    )
)
def test_records_of_unknown_making_read_as_records_or_nothing(state):
    for read in (s.place_from, s.source_from, s.report_from):
        read(state)


def test_picked_records_come_back_as_they_were():
    place = a_place(id=an_id(), geonames=707292, names=("Ізюм",), population=45_884)
    report = a_report(url="https://a.example", language="uk", version=3)
    assert s.place_from(s.load(s.dump({"p": s.place_state(place)}))["p"]) == place
    assert s.report_from(s.load(s.dump({"r": s.report_state(report)}))["r"]) == report
