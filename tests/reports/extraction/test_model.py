"""The local language model as a second reader: only on this computer, and every word of its answer checked."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from incidents.places import Gazetteer
from incidents.record.figures import Figure
from incidents.record.suggestion import Passage, Suggestion
from reports.extraction import model as module
from reports.extraction.model import LocalModel, ModelProblem, read_with, with_second_reader
from tests.house.tree import ROOT

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


ALONE = """
import json, threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from reports.extraction.model import LocalModel, ModelProblem

class Model(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        told = {"incidents": [{"type": "killing", "quote": asked["messages"][1]["content"]}]}
        body = json.dumps({"choices": [{"message": {"content": json.dumps(told)}}]}).encode()
        if self.path == "/moved/v1/chat/completions":
            self.send_response(302)
            self.send_header("Location", "http://example.org/")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *arguments):
        pass

server = HTTPServer(("127.0.0.1", 0), Model)
threading.Thread(target=server.serve_forever, daemon=True).start()
here = f"http://127.0.0.1:{server.server_port}"
print(LocalModel(here).answer("Nine people were killed."))
for address in (here + "/moved", "http://127.0.0.1:9"):
    try:
        LocalModel(address).answer("text")
    except ModelProblem as error:
        print(error)
server.shutdown()
"""


def test_a_model_that_listens_here_is_asked_and_a_redirect_is_not_followed():
    # In a process of its own: this one may open no socket.
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, timeout=60, cwd=ROOT)
    answered, moved, silent = done.stdout.splitlines()
    assert answered == "[{'type': 'killing', 'quote': 'Nine people were killed.'}]"
    assert "status 302" in moved
    assert "Is it running?" in silent


def test_what_both_readers_found_is_surer_and_what_only_the_model_found_stands_behind():
    own = Suggestion(type="detention", evidence=(Passage(0, 64),), confidence=0.6)
    same = Suggestion(type="detention", evidence=(Passage(0, 64),), confidence=0.4)
    new = Suggestion(type="injury", evidence=(Passage(65, 91),), confidence=0.4)
    both, only = with_second_reader([own], [new, same])
    assert (both.type, round(both.confidence, 2), only.type) == ("detention", 0.8, "injury")
