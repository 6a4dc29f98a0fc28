"""Trees of web pages and the text in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from reports.reading.formats.found import normal
from reports.reading.formats.plain import paragraphs

_UNSEEN = {
    "script", "style", "noscript", "template", "head", "nav", "form", "button", "select", "svg", "iframe", "object",
    "embed", "aside", "footer", "menu", "dialog", "canvas", "audio", "video", "math",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "article", "section", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl",
    "dt", "dd", "table", "tr", "blockquote", "pre", "figure", "figcaption", "address", "hr", "body", "html", "center",
    "fieldset", "details", "summary", "caption", "thead", "tbody", "title",
}  # fmt: skip
# What the parser reads and then refuses to write.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_NUMBER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}));?")
_LONGEST_CELL, _MOST_BLOCKS = 150, 3  # letters, and paragraphs in each cell of a table of data


def parsed(text: str) -> Any:
    """The tree of a page, or None where there is nothing in it. No entity is followed, nothing is fetched."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    with suppress(etree.ParserError, etree.XMLSyntaxError, ValueError):
        clean = _NUMBER.sub(_numbered, _CONTROLS.sub("", text)).encode("utf-8", "replace")
        tree = lxml_html.document_fromstring(clean, parser=parser)
        _keep_lines(tree)
        _keep_rows(tree)
        return tree
    return None


def _numbered(said: re.Match[str]) -> str:
    """A sign told by its number. Those from 128 to 159 are meant as Windows has them: dashes and quotation marks."""
    code = int(said[1], 16) if said[1] else int(said[2])
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore")
    return "" if code > 0x10FFFF or 0xD800 <= code < 0xE000 or _CONTROLS.match(chr(code)) else said[0]


def text_of(tree: Any, most: int) -> str:
    """All text of a page in its order, a paragraph for each block."""
    parts: list[str] = []
    size = 0
    skipping: Any = None
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start" and skipping is None:
            if tag in _UNSEEN or _hidden(node):
                skipping = node
                continue
            parts.append(
                "\n\n" if tag in _BLOCKS else "\n" if tag == "br" else " | " if tag in ("td", "th") else ""
            )
            parts.append(flat(node.text))
        elif event == "end":
            if skipping is node:
                skipping = None
            elif skipping is None and tag in _BLOCKS:
                parts.append("\n\n")
            if skipping is None:
                parts.append(flat(node.tail))
        size += len(parts[-1]) if parts else 0
        if size > most:
            break
    return _tidy("".join(parts))


def without_tags(text: str) -> str:
    """The text of a page that is too broken or too deeply nested to be understood: whatever stands outside tags."""
    text = re.sub(
        r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|$)", " ", text, flags=re.IGNORECASE | re.DOTALL
    )
    text = re.sub(r"<!--.*?(?:-->|$)", " ", text, flags=re.DOTALL)
    text = re.sub(r"</?(?:p|div|br|tr|li|h[1-6])\b[^<>]*>", "\n\n", text, flags=re.IGNORECASE)
    return _tidy(html.unescape(re.sub(r"<[^<>]*>", " ", text)))


def prune(tree: Any) -> None:
    """Take out what nobody sees, and menus and footers where they are called so."""
    for node in list(tree.iter("nav", "menu", "footer", "template", "dialog")) + [
        node for node in tree.iter() if isinstance(node.tag, str) and _hidden(node)
    ]:
        if node.getparent() is not None:
            node.drop_tree()


def _keep_lines(tree: Any) -> None:
    """Make paragraphs of preformatted text (archives of mailing lists, notices): its lines mean something."""
    for node in list(tree.iter("pre", "listing", "xmp")):
        if node.getparent() is None:
            continue
        tail, words = node.tail, paragraphs("".join(_with_breaks(node)))
        node.clear()
        node.tag, node.tail = "div", tail
        for paragraph in filter(None, words.split("\n\n")):
            block = etree.SubElement(node, "p")
            block.text, *others = paragraph.split("\n")
            for other in others:
                etree.SubElement(block, "br").tail = other


def _keep_rows(tree: Any) -> None:
    """Put what stands in the cells of a table of data on one line; tables that only lay out a page stay as they are."""
    for row in tree.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        blocks = [block for cell in cells for block in cell.iter(*_BLOCKS, "br") if block is not cell]
        if len(cells) < 2 or not blocks or len(blocks) > _MOST_BLOCKS * len(cells):
            continue
        if any(block.tag == "table" for block in blocks) or len(row.text_content()) > _LONGEST_CELL * len(
            cells
        ):
            continue
        for block in blocks:
            block.text = f" {block.text or ''}"
            block.tail = f" {block.tail or ''}"
            block.drop_tag()


def _with_breaks(node: Any) -> Iterator[str]:
    for event, each in etree.iterwalk(node, events=("start", "end")):
        if event == "start":
            yield "\n" if each.tag == "br" else ""
            yield each.text or ""
        elif each is not node:
            yield each.tail or ""


def _hidden(node: Any) -> bool:
    return "hidden" in node.attrib or "display:none" in (node.get("style") or "").replace(" ", "").lower()


def flat(text: str | None) -> str:
    """Text with its white space made single."""
    return re.sub(r"\s+", " ", text) if text else ""


def _tidy(text: str) -> str:
    lines = (re.sub(r"^[\s|]+|[\s|]+$", "", part) for part in re.sub(r"[ \t]+", " ", text).split("\n"))
    return normal("\n".join(lines))
