"""What reading a file gives: clean text with positions, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document with pages. start, end: its characters in the text; width, height in points (1/72 inch)."""

    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """Where a run of characters stands on its page: points from the left and from the top. page counts from 0."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file (of a mail), unread."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as Vigil read it.

    Attributes:
        text: plain text in normal form (`incidents.record.text.clean_text`), paragraphs separated by an empty line.
        mime: what the content is, whatever the file's name says.
        encoding: of text files, "" for others.
        title, author, publisher, url, published: what the document says of itself; empty or None where it does not.
        language: ISO 639-1 code, empty when unclear.
        pages, lines: for documents with pages, else empty. attachments: for mail.
        notes: sentences for the reader of the report ("Pages 3 to 7 are pictures without text...").
    """

    text: str
    mime: str
    encoding: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    notes: tuple[str, ...] = ()
