"""RTF: its words by striprtf, and the fields of its information group."""

from __future__ import annotations

import re
from typing import Any

from striprtf.striprtf import rtf_to_text

from reports.reading.formats.found import Broken, Found, normal
from reports.reading.formats.rtf_groups import ordered
from reports.reading.limits import Limits

# Pictures and embedded objects are long rows of hexadecimal digits, which the parser would look at one by one.
_HEX = re.compile(r"[0-9a-fA-F\s]{400,}")
_DEPTH = 500


def read(content: bytes, limits: Limits) -> Found:
    """The text, with title and author where the file names them."""
    source = content.decode("latin-1")
    found = Found(mime="application/rtf")
    if r"\objdata" in source or r"\object" in source:
        found.notes.append("The document holds embedded objects. They were not opened.")
    source = _HEX.sub(" ", source)
    if _deepest(source) > _DEPTH:
        raise Broken("is nested more deeply than a report may be.", "limit")
    found.title, found.author = _told(source, "title"), _told(source, "author")
    whole = ordered(source)
    if whole.comments:
        found.notes.append("The document holds comments, which were not read.")
    if whole.deleted:
        found.notes.append("The document holds tracked changes: insertions were read, deletions left out.")
    if not source.rstrip("\0 \r\n").endswith("}"):
        found.notes.append("The end of the file is missing; what is there was read.")
    found.text = normal(re.sub(r"\n+", "\n\n", _text(whole.source)[: 2 * limits.text]))
    if not found.text:
        raise Broken("holds no text.", "empty")
    return found


def _text(source: str) -> str:
    encoding = re.search(r"\\ansicpg(\d{3,5})", source[:2000])
    name = f"cp{encoding[1]}" if encoding else "cp1252"
    try:
        "".encode(name)
    except LookupError:
        name = "cp1252"
    source = source.replace("HYPERLINK", "LINK")  # or else addresses would be put among the words
    words: Any = rtf_to_text
    try:
        text: str = words(source, encoding=name, errors="replace")
    except (ValueError, TypeError, OverflowError, LookupError):  # a sign that it does not understand
        text = re.sub(r"\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?|\\.|[{}]", " ", source)
    # Signs beyond the first 65,536 are written as two halves.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = re.sub(r"[ |]+\n", "\n", text).replace("|", " | ")
    return re.sub(r"(?m)^[ |]+|(?<=[^\S\n])[ |]+$", "", text)


def _deepest(source: str) -> int:
    depth = deepest = 0
    for sign in re.finditer(r"(?<!\\)[{}]", source):
        depth += 1 if sign[0] == "{" else -1
        deepest = max(deepest, depth)
    return deepest


def _told(source: str, field: str) -> str:
    """A field of the information group."""
    inside = r"[^{}\\]|\\."
    whole = rf"\{{(?:\\\*)?\\{field}\b ?((?:{inside}|\{{(?:{inside}){{0,400}}\}}){{1,800}})\}}"
    said = re.search(whole, source[:20_000], re.DOTALL)
    if not said:
        return ""
    head = re.search(r"\\ansicpg\d+", source[:2000])
    return _text(rf"{{\rtf1\ansi{head[0] if head else ''} {said[1]}}}").strip()
