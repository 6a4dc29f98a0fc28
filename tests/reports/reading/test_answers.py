"""What the child process answers is believed only as far as it can be checked."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.reading import Attachment, Document, Line, Page
from reports.reading.answers import Answer, BadAnswer, answer_of, refusal_of, told_by
from reports.reading.formats.found import normal

DOCUMENT = Document(
    text="One.\n\nTwo.",
    mime="application/pdf",
    title="A title",
    published=date(2022, 5, 2),
    language="en",
    pages=(Page(0, 4, 595.0, 842.0), Page(6, 10, 595.0, 842.0)),
    lines=(Line(0, 4, 0, 1.0, 2.0, 3.0, 4.0), Line(6, 10, 1, 1.0, 2.0, 3.0, 4.0)),
    attachments=(Attachment("a.txt", "text/plain", b"\x00\xff"),),
    notes=("A note.",),
)


def test_a_document_comes_through_unchanged() -> None:
    assert told_by(answer_of(DOCUMENT, 3)) == Answer(DOCUMENT, picture_pages=3)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_in_normal_form_comes_through(text: str) -> None:
    document = Document(text=normal(text), mime="text/plain")
    assert told_by(answer_of(document)).document == document


def test_a_refusal_comes_through_on_one_line() -> None:
    assert told_by(refusal_of("is\nbroken.\x1b", "damaged")) == Answer(None, "is broken.", "damaged")


def changed(**fields: Any) -> bytes:
    told = json.loads(answer_of(DOCUMENT))
    told["document"] |= fields
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"nonsense", b"[]", b"null", b"{}", b'{"document": 5}', b'{"document": {}}', b"\xff\xff", b"[" * 100_000,
        b'{"refused": 5, "reason": "x"}', b'{"refused": "x"}',
        changed(text=5), changed(text="tab\x00"), changed(text="\u202eevil"), changed(text="e\u0301"),
        changed(title="two\nlines"), changed(title=None), changed(title="a" * 5_000), changed(mime=["x"]),
        changed(published="yesterday"), changed(published=5), changed(published="2022-05-02T00:00"),
        changed(pages=[[0, 400, 1.0, 1.0]]), changed(pages=[[-1, 4, 1.0, 1.0]]), changed(pages=[[4, 1, 1.0, 1.0]]),
        changed(pages=[[0, 4, 1e30, 1.0]]), changed(pages=[[0, 4, float("nan"), 1.0]]), changed(pages=[[0, 4]]),
        changed(pages=[[0, 4, 1.0, 1.0, 1.0]]), changed(pages="x"), changed(pages=[[True, 4, 1.0, 1.0]]),
        changed(lines=[[0, 4, 7, 1, 1, 1, 1]]), changed(lines=[[0, 99, 0, 1, 1, 1, 1]]), changed(lines=[5]),
        changed(attachments=[["a", "b", "not base64!"]]), changed(attachments=[["a\nb", "b", ""]]),
        changed(attachments=[["a"]]), changed(notes=["x"] * 1_000), changed(notes=[5]), changed(notes=["\x1b[31m"]),
    ],
)  # fmt: skip
def test_anything_else_is_a_bad_answer(answer: bytes) -> None:
    with pytest.raises(BadAnswer):
        told_by(answer)


def test_what_a_pickle_could_do_json_cannot() -> None:
    with pytest.raises(BadAnswer):
        told_by(b"cos\nsystem\n(S'true'\ntR.")
