"""What goes between Vigil and the process that opens untrusted files: JSON, checked on arrival, never pickle."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from incidents.record.text import LINE_LIMIT, clean_line, clean_text
from reports.reading.document import Attachment, Document, Line, Page
from reports.reading.limits import Limits

MOST_NOTES = 40
_LINES = ("mime", "encoding", "title", "author", "publisher", "url", "language")


class BadAnswer(Exception):
    """The child process answered something that no honest reader answers."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A document, or the end of the sentence and the reason why there is none.

    Attributes: picture_pages, how many pages are pictures whose letters could be recognised.
    """

    document: Document | None
    refused: str = ""
    reason: str = ""
    picture_pages: int = 0


def limits_from(told: dict[str, Any]) -> Limits:
    """Limits as the child process is told them."""
    return Limits(**{field.name: told[field.name] for field in fields(Limits)})


def limits_told(limits: Limits) -> dict[str, Any]:
    """Limits as JSON."""
    return asdict(limits)


def answer_of(document: Document, picture_pages: int = 0) -> bytes:
    """A document as JSON."""
    told = {name: getattr(document, name) for name in _LINES}
    told |= {
        "text": document.text,
        "published": document.published.isoformat() if document.published else None,
        "pages": [[page.start, page.end, page.width, page.height] for page in document.pages],
        "lines": [[v.start, v.end, v.page, v.left, v.top, v.right, v.bottom] for v in document.lines],
        "attachments": [
            [each.name, each.mime, base64.b64encode(each.content).decode("ascii")]
            for each in document.attachments
        ],
        "notes": list(document.notes),
    }
    return json.dumps({"document": told, "picture_pages": picture_pages}).encode("ascii")


def refusal_of(text: str, reason: str) -> bytes:
    """The end of a sentence about the file, as JSON."""
    return json.dumps({"refused": text, "reason": reason}).encode("ascii")


def told_by(answer: bytes) -> Answer:
    """What the child process answered, looked at with distrust. Raises BadAnswer."""
    try:
        told = json.loads(answer)
        if not isinstance(told, dict):
            raise BadAnswer("no object")
        if "refused" in told:
            return Answer(
                None, clean_line(_text(told["refused"], 600)), clean_line(_text(told["reason"], 20))
            )
        return Answer(_document(told["document"]), picture_pages=_whole(told["picture_pages"]))
    except (KeyError, TypeError, ValueError, RecursionError, binascii.Error) as error:
        raise BadAnswer(str(error)) from error


def _document(told: dict[str, Any]) -> Document:
    text = _text(told["text"], None)
    if clean_text(text) != text:
        raise BadAnswer("the text is not in normal form")
    published = told["published"]
    notes = _list(told["notes"], MOST_NOTES)
    return Document(
        text=text,
        **{name: _line(told[name]) for name in _LINES},
        published=date.fromisoformat(_text(published, 10)) if published is not None else None,
        pages=(pages := tuple(_page(row, text) for row in _list(told["pages"], None))),
        lines=tuple(_place(row, text, pages) for row in _list(told["lines"], None)),
        attachments=tuple(_attachment(row) for row in _list(told["attachments"], None)),
        notes=tuple(_line(note) for note in notes),
    )


def _page(row: list[Any], text: str) -> Page:
    start, end, width, height = _list(row, 4)
    page = Page(_whole(start), _whole(end), _measure(width), _measure(height))
    if not 0 <= page.start <= page.end <= len(text):
        raise BadAnswer("a page lies outside the text")
    return page


def _place(row: list[Any], text: str, pages: tuple[Page, ...]) -> Line:
    start, end, page = (_whole(value) for value in _list(row, 7)[:3])
    left, top, right, bottom = (_measure(value) for value in row[3:])
    if not (0 <= page < len(pages) and 0 <= start <= end <= len(text)):
        raise BadAnswer("a line lies outside the text")
    return Line(start, end, page, left, top, right, bottom)


def _attachment(row: list[Any]) -> Attachment:
    name, mime, content = _list(row, 3)
    return Attachment(_line(name), _line(mime), base64.b64decode(_text(content, None), validate=True))


def _text(value: Any, most: int | None) -> str:
    if not isinstance(value, str) or (most is not None and len(value) > most):
        raise BadAnswer("no text, or too long a text")
    return value


def _line(value: Any) -> str:
    line = _text(value, 4 * LINE_LIMIT)
    if clean_line(line) != line:
        raise BadAnswer("a line is not in normal form")
    return line


def _list(value: Any, most: int | None) -> list[Any]:
    if not isinstance(value, list) or (most is not None and len(value) > most):
        raise BadAnswer("no list, or too long a list")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadAnswer("no whole number")
    return value


def _measure(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not -1e6 < value < 1e6:
        raise BadAnswer("no measure")
    return float(value)
