"""OpenDocument text, read by ourselves: paragraphs, tables and notes in their order; links are not followed."""

from __future__ import annotations

from typing import Any

from reports.reading.formats import archives
from reports.reading.formats.found import Broken, Found, normal
from reports.reading.limits import Limits

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_UNSEEN = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_TEXT}note-citation"}
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_MOST_SPACES = 40


def read(content: bytes, limits: Limits) -> Found:
    """The text of the body, and the document's properties."""
    with archives.opened(content, limits) as archive:
        names = archive.namelist()
        body = archives.member(archive, "content.xml")
        meta = archives.member(archive, "meta.xml")
        manifest = archives.member(archive, "META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise Broken(
            "is protected by a password. Save a copy without the password and take that in.", "locked"
        )
    if not body:
        raise Broken("is damaged: its text is missing. Ask for it again.")
    found = Found(mime="application/vnd.oasis.opendocument.text")
    tree = archives.xml(body, found)
    fill(tree, found)
    archives.refuse_if_nothing_is_left(found)
    if meta:
        properties(archives.xml(meta, found), found)
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        found.notes.append("The document holds macros (small programs). They were not run.")
    return found


def fill(tree: Any, found: Found) -> None:
    """The text of the body."""
    body = tree.find(f"{_OFFICE}body")
    found.text = normal("\n\n".join(_blocks(tree if body is None else body)))
    if tree.find(f".//{_TEXT}tracked-changes") is not None:
        found.notes.append("The document holds tracked changes: insertions were read, deletions left out.")


def _blocks(root: Any) -> list[str]:
    """Paragraphs in reading order, a row of a table as one line; notes after the paragraph that they belong to."""
    blocks: list[str] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag in _PARAGRAPHS:
            inner: list[Any] = []
            blocks.append(_words(node, inner))
            waiting.extend(reversed(inner))
        elif node.tag == f"{_TABLE}table-row":
            blocks.append(_row(node))
        elif node.tag not in _UNSEEN:
            waiting.extend(reversed(node))
    return [block for block in blocks if block.strip()]


def _row(row: Any) -> str:
    cells = []
    for cell in row:
        if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            cells.append(" ".join(" ".join(_blocks(cell)).split()))
    return " | ".join(filter(None, cells))


def _words(paragraph: Any, inner: list[Any]) -> str:
    """The text of a paragraph; notes and text boxes in it are put into `inner` for later."""
    kept = [_flat(paragraph.text)]
    waiting: list[Any] = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            kept.append(node)
            continue
        waiting.append(_flat(node.tail))
        if node.tag in (f"{_TEXT}note-body", *_PARAGRAPHS, f"{_TABLE}table"):
            inner.append(node)
        elif node.tag == f"{_TEXT}s":
            count = node.get(f"{_TEXT}c") or "1"
            kept.append(" " * min(_MOST_SPACES, int(count) if count.isascii() and count.isdigit() else 1))
        elif node.tag == f"{_TEXT}tab":
            kept.append("\t")
        elif node.tag == f"{_TEXT}line-break":
            kept.append("\n")
        elif node.tag not in _UNSEEN and isinstance(node.tag, str):
            waiting.extend(reversed(node))
            waiting.append(_flat(node.text))
    return "".join(kept)


def _flat(text: str | None) -> str:
    """White space of the XML is one space, however it is broken."""
    if not text:
        return ""
    words = " ".join(text.split())
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}" if words else " "


def properties(meta: Any, found: Found) -> None:
    """What the document says of itself."""

    def told(name: str) -> str:
        node = meta.find(f".//{name}")
        return (node.text or "").strip() if node is not None else ""

    found.title = told(f"{_DC}title")
    found.author = told(f"{_META}initial-creator") or told(f"{_DC}creator")
    found.language = told(f"{_DC}language")
