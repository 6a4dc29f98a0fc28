"""Reads any kind of file: finds out what it is, asks the reader of that format, and fills in what the text says."""

from __future__ import annotations

import warnings
from importlib import import_module

from reports.reading.document import Document
from reports.reading.formats.found import Broken, Found
from reports.reading.formats.imprint import complete
from reports.reading.formats.kinds import Kind, kind_of, note_on_name
from reports.reading.limits import Limits

__all__ = ["Broken", "read_untrusted"]


def read_untrusted(content: bytes, name: str, limits: Limits, ocr: str = "") -> tuple[Document, int]:
    """The document, and how many of its pages are pictures that `ocr` could read. Raises Broken.

    Called inside the walls only; parsers may also raise whatever they like.
    """
    warnings.simplefilter("ignore")
    kind = kind_of(content, name)
    found = _read(kind, content, limits, ocr)
    if note := note_on_name(kind, name):
        found.notes.insert(0, note)
    complete(found)
    document = found.document(limits)
    if not document.text and not document.attachments and kind.module != "pdf":
        raise Broken("holds no text. If there are pictures in it, write down what they show.", "empty")
    return document, found.picture_pages


def _read(kind: Kind, content: bytes, limits: Limits, ocr: str) -> Found:
    module = import_module(f"reports.reading.formats.{kind.module}")
    if kind.module == "pdf":
        return module.read(content, limits, ocr)
    return module.read(content, limits)
