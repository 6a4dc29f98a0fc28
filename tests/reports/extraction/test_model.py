"""The local language model as a second reader: only on this computer, and every word of its answer checked."""

from __future__ import annotations

import json
from datetime import date

import pytest

from incidents.places import Gazetteer
from incidents.record.figures import Figure
from incidents.record.suggestion import Passage, Suggestion
from reports.extraction import model as module
from reports.extraction.model import LocalModel, ModelProblem, read_with, with_second_reader

TEXT = "On Sunday police detained 12 students in Kharkiv, a lawyer said. Nobody was hurt, he added."
ITEM = {
    "type": "detention",
    "quote": "On Sunday police detained 12 students in Kharkiv, a lawyer said.",
    "place": "Kharkiv",
    "date": "On Sunday",
    "people": "12 students",
    "claimed_by": "a lawyer",
    "status": "occurred",
}


def wrapped(told: object) -> bytes:
    return json.dumps({"choices": [{"message": {"content": json.dumps(told)}}]}).encode()


def read(monkeypatch, items):
    monkeypatch.setattr(LocalModel, "answer", lambda self, text: items)
    model = LocalModel("http://127.0.0.1:11434")
    return read_with(model, TEXT, published=date(2022, 5, 3), gazetteer=Gazetteer.shipped())


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org:11434", "https://127.0.0.1", "http://192.168.1.4:80", "http://localhost.evil.org", "",
        "file:///etc/passwd", "http://user@127.0.0.1", "http://[::2]:80", "http://127.0.0.1:999999", "127.0.0.1:11434",
    ],
)  # fmt: skip
def test_any_address_but_this_computer_is_refused_before_a_socket_is_opened(address):
    with pytest.raises(ModelProblem, match="this computer only"):
        LocalModel(address).answer("text")


@pytest.mark.parametrize(
    "address", ["http://localhost:8080/v1", "http://127.0.0.1:8080", "http://[::1]:8080/"]
)
def test_this_computer_is_spoken_to_by_number(address):
    host, port, path = LocalModel(address).endpoint()
    assert host in ("127.0.0.1", "::1")
    assert (port, path) == (8080, "/v1/chat/completions")


def test_an_answer_in_the_words_of_the_text_becomes_a_suggestion(monkeypatch):
    (one,) = read(monkeypatch, [ITEM])
    assert (one.type, one.place_text, one.country, one.claimed_by) == (
        "detention",
        "Kharkiv",
        "UKR",
        "a lawyer",
    )
    assert one.when.start == one.when.end == date(2022, 5, 1)
    assert one.people.best == 12
    assert one.evidence[0].of(TEXT) == ITEM["quote"]


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "On Sunday police detained 13 students in Kharkiv, a lawyer said."},
        {"quote": ""}, {"quote": 7}, {"quote": "Nobody"}, {"type": "robbery"}, {"type": None}, {"type": ["detention"]},
    ],
)  # fmt: skip
def test_what_is_not_in_the_text_or_not_in_the_guide_is_dropped(monkeypatch, change):
    if isinstance(change.get("type"), list):
        change = {"type": str(change["type"])}
    assert read(monkeypatch, [{**ITEM, **change}]) == ()


def test_a_field_in_words_of_the_models_own_is_left_empty(monkeypatch):
    (one,) = read(
        monkeypatch,
        [{**ITEM, "place": "Lviv", "people": "12 to 20", "claimed_by": "the UN", "status": "burning"}],
    )
    assert (one.place_text, one.place, one.people, one.claimed_by, one.occurrence) == (
        "",
        None,
        Figure(),
        "",
        "occurred",
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"no json", b"[]", b'{"choices": []}', b'{"choices": [{"message": {"content": "sorry"}}]}'],
)
def test_an_answer_that_cannot_be_read_is_a_clear_error(content):
    with pytest.raises(ModelProblem, match="could not be read"):
        module._listed(content)


def test_the_list_is_found_however_the_model_wraps_it():
    assert module._listed(wrapped({"incidents": [ITEM]})) == [ITEM]
    assert module._listed(wrapped([ITEM, "x", None])) == [ITEM]
    chatty = {
        "choices": [{"message": {"content": "Here you are: " + json.dumps([ITEM]) + " Anything else?"}}]
    }
    assert module._listed(json.dumps(chatty).encode()) == [ITEM]


def test_what_both_readers_found_is_surer_and_what_only_the_model_found_stands_behind():
    own = Suggestion(type="detention", evidence=(Passage(0, 64),), confidence=0.6)
    same = Suggestion(type="detention", evidence=(Passage(0, 64),), confidence=0.4)
    new = Suggestion(type="injury", evidence=(Passage(65, 91),), confidence=0.4)
    both, only = with_second_reader([own], [new, same])
    assert (both.type, round(both.confidence, 2), only.type) == ("detention", 0.8, "injury")
