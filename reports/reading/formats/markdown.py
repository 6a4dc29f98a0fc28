"""Markdown: its words without its signs, and the fields that stand between two lines of hyphens at its head."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt

from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Found, normal
from reports.reading.formats.imprint import iso_day
from reports.reading.formats.pages import without_tags
from reports.reading.limits import Limits

_FRONT = re.compile(r"\s*---[ \t]*\n(.{0,20000}?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_FOOTNOTE = re.compile(r"(?m)^\[(\^[^\]\n]+)\]:")
_BREAK = re.compile(r"</?(?:br|p|div)\b", re.IGNORECASE)
_FIELDS = {
    "title": "title", "author": "author", "authors": "author", "publisher": "publisher", "source": "publisher",
    "url": "url", "link": "url", "language": "language", "lang": "language",
}  # fmt: skip


def read(content: bytes, limits: Limits) -> Found:
    """The text and the fields at its head."""
    decoded = decode(content)
    found = Found(mime="text/markdown", encoding=decoded.encoding, notes=list(decoded.notes))
    text = re.sub(r"\r\n?", "\n", decoded.text[: 2 * limits.text])
    front = _FRONT.match(text)
    if front and (told := _fields(front[1])):
        _take(told, found)
        text = text[front.end() :]
    text = _FOOTNOTE.sub(r"\\[\1]:", text)
    words = normal("\n\n".join(_blocks(MarkdownIt("commonmark", {"html": True}).enable("table").parse(text))))
    found.text = words or normal(text)
    return found


def _fields(front: str) -> dict[str, str]:
    """`name: value` lines, values as they stand but for quotation marks around them. Nothing else of YAML is read."""
    told = {}
    for line in front.splitlines():
        name, colon, value = line.partition(":")
        if not colon or not re.fullmatch(r"[\w -]+", name):
            continue
        value = re.sub(r"""^(["'])(.*)\1$""", r"\2", value.strip())
        told[name.strip().lower()] = "" if value in ("null", "~") else value
    return told


def _take(told: dict[str, str], found: Found) -> None:
    for name, field in _FIELDS.items():
        if told.get(name) and not getattr(found, field):
            setattr(found, field, told[name])
    found.published = iso_day(told.get("published", "")) or iso_day(told.get("date", ""))


def _blocks(tokens: list[Any]) -> list[str]:
    """The words of each block; cells of a row on one line."""
    blocks: list[str] = []
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            blocks.append(" | ".join(filter(None, row)))
            row = None
        elif token.type == "inline":
            words = _words(token.children or [])
            if row is not None:
                row.append(words)
            else:
                blocks.append(words)
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content)
        elif token.type == "html_block":
            blocks.append(without_tags(token.content))
    return [block for block in blocks if block.strip()]


def _words(children: list[Any]) -> str:
    kept = []
    for child in children:
        if child.type == "softbreak":
            kept.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.match(child.content)):
            kept.append("\n")
        elif child.type not in ("image", "html_inline"):
            kept.append(child.content)
    return "".join(kept)
