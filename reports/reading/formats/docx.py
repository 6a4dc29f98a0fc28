"""Word documents: paragraphs, tables, notes and inserted text in their order; macros and links are not followed."""

from __future__ import annotations

import io
import re
from typing import Any

from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart

from reports.reading.formats import archives
from reports.reading.formats.found import Broken, Found, normal
from reports.reading.limits import Limits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALSO = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # the strict form
_DOCUMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OTHER_MAINS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(content: bytes, limits: Limits) -> Found:
    """The text of the body with its notes, and the document's properties."""
    with archives.opened(content, limits) as archive:
        names = archive.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                archives.xml(archives.member(archive, name))
        alone = archives.member(archive, "word/document.xml")
    found = Found(mime=_DOCUMENTS)
    package = _package(content)
    if package is None and not alone:
        raise Broken("is damaged: parts of it are missing or wrong. Ask for it again.")
    main = package.main_document_part if package else None
    body = main.element if main else archives.xml(alone)
    blocks = _blocks(body)
    if main:
        blocks += [*_notes(main, "footnotes"), *_notes(main, "endnotes")]
        _properties(package, found)
    found.text = normal("\n\n".join(blocks))
    _remarks(names, main, body, found)
    if not found.title:
        found.title = _heading(body)
    return found


def _package(content: bytes) -> Any:
    """The document opened by python-docx, which by itself knows one of the four kinds of Word files only.

    None where it finds its way neither, as in the strict form of the standard.
    """
    for kind in _OTHER_MAINS:
        PartFactory.part_type_for[kind] = DocumentPart
    try:
        package = Package.open(io.BytesIO(content))
        return package if hasattr(package.main_document_part, "element") else None
    except (KeyError, ValueError, AttributeError, TypeError):
        return None


def _tag(node: Any) -> str:
    """The name of an element of a Word document without its namespace; empty for elements of other kinds."""
    name = node.tag if isinstance(node.tag, str) else ""
    for space in (_W, _ALSO):
        if name.startswith(space):
            return name[len(space) :]
    return ""


def _blocks(root: Any) -> list[str]:
    """Paragraphs in reading order; the cells of a row of a table stand on one line."""
    blocks: list[str] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        tag = _tag(node)
        if tag == "p":
            blocks.append(_words(node))
        elif tag == "tbl":
            blocks += [_row(row) for row in node if _tag(row) == "tr"]
        elif tag not in {"del", "moveFrom"}:
            waiting.extend(reversed(node))
    return [block for block in blocks if block.strip()]


def _row(row: Any) -> str:
    cells = []
    for cell in row:
        if _tag(cell) == "tc":
            words = " ".join(_words(paragraph) for paragraph in cell.iter() if _tag(paragraph) == "p")
            cells.append(" ".join(words.split()))
    return " | ".join(filter(None, cells))


def _words(paragraph: Any) -> str:
    """The text of a paragraph: with inserted, without deleted words, and with text boxes once."""
    kept: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        tag = _tag(node)
        if tag == "t":
            kept.append(node.text or "")
        elif tag in _SIGNS:
            kept.append(_SIGNS[tag])
        elif tag in ("del", "moveFrom", "instrText", "pPr", "rPr") or str(node.tag).endswith("}Fallback"):
            continue
        else:
            waiting.extend(reversed(node))
    return "".join(kept)


def _notes(main: Any, kind: str) -> list[str]:
    for relation in main.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            return _blocks(archives.xml(relation.target_part.blob))
    return []


def _properties(package: Any, found: Found) -> None:
    told = package.core_properties
    found.title, found.language = told.title or "", told.language or ""
    found.author = (
        told.author if told.author not in ("python-docx", "Microsoft Office User", "User", "Unknown") else ""
    )


def _remarks(names: list[str], main: Any, body: Any, found: Found) -> None:
    """What the reader of the report should know of the file."""
    if any(name.endswith("vbaProject.bin") for name in names):
        found.notes.append("The document holds macros (small programs). They were not run.")
    outside = [each.reltype for each in (main.rels.values() if main else ()) if each.is_external]
    if any(not kind.endswith("/hyperlink") for kind in outside):
        found.notes.append("The document refers to files outside it. They were not fetched.")
    changes = {_tag(node) for node in body.iter() if _tag(node) in ("ins", "del")}
    if changes:
        found.notes.append("The document holds tracked changes: insertions were read, deletions left out.")
    if any(name.endswith("comments.xml") for name in names):
        found.notes.append("The document holds comments, which were not read.")


def _heading(root: Any) -> str:
    """The first paragraph in the style of a title."""
    for node in root.iter():
        if _tag(node) == "pStyle":
            style = next((value for name, value in node.attrib.items() if name.endswith("}val")), "")
            if re.fullmatch(r"title|heading ?1", style, re.IGNORECASE):
                return _words(node.getparent().getparent()).strip()
    return ""
