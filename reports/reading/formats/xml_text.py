"""XML of any kind: flat OpenDocument texts, feeds of news, DocBook. Words without tags, a paragraph for each block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reports.reading.formats import archives, odt
from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Broken, Found, normal
from reports.reading.formats.pages import flat, parsed, text_of, without_tags
from reports.reading.limits import Limits

_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_FLAT_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}document"
_PARAGRAPHS = {"p", "para", "title", "h", "head", "simpara"}
_DATA = {"binData", "binary-data", "binaryData", "styles", "script", "style", "meta", "instrText", "delText"}
_TAGS = re.compile(r"<(?:p|div|br|a|b|i|img|span|ul|li|strong|em|h\d)\b[^<>]*>", re.IGNORECASE)


def read(content: bytes, limits: Limits) -> Found:
    """The words of the file."""
    try:
        tree = archives.xml(content)
    except Broken:  # broken, or with declarations that are not followed: whatever stands outside tags
        named = _ENCODING.search(content[:1000])
        decoded = decode(content, named[1].decode("ascii") if named else "")
        text = re.sub(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", " ", decoded.text, flags=re.DOTALL)
        return Found(
            mime="application/xml",
            text=without_tags(text)[: 2 * limits.text],
            encoding=decoded.encoding,
            notes=list(decoded.notes),
        )
    if tree.tag == _FLAT_TEXT:
        found = Found(mime="application/vnd.oasis.opendocument.text-flat-xml")
        odt.fill(tree, found)
        odt.properties(tree, found)
        return found
    found = Found(mime="application/xml")
    found.text = normal("\n\n".join(_blocks(tree, 2 * limits.text)))
    found.title = next(
        (flat("".join(node.itertext())).strip() for node in tree.iter("{*}title", "title")), ""
    )
    return found


def _blocks(tree: Any, most: int) -> Iterator[str]:
    waiting = [tree]
    while waiting and most > 0:
        node = waiting.pop()
        if not isinstance(node.tag, str) or _name(node) in _DATA:
            continue
        if _name(node) not in _PARAGRAPHS and not _says_something(node):
            waiting.extend(reversed(node))
            continue
        words = flat("".join(node.itertext())).strip()
        if _TAGS.search(words):  # a page in a feed
            page = parsed(words)
            words = text_of(page, most) if page is not None else words
        if words and not (len(words) > 400 and " " not in words):
            most -= len(words)
            yield words


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _says_something(node: Any) -> bool:
    """Whether words stand in the element itself, and not only in elements within it."""
    return bool((node.text or "").strip()) or any((child.tail or "").strip() for child in node)
