"""Word documents: paragraphs, tables, notes and inserted text in their order; macros and links are not followed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from contextlib import suppress
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
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Deleted words, instructions to Word, and readings set above Japanese words.
_UNREAD = {"del", "moveFrom", "instrText", "pPr", "rPr", "rt"}


def read(content: bytes, limits: Limits) -> Found:
    """The text of the body with its notes, and the document's properties."""
    with archives.opened(content, limits) as archive:
        names = archive.namelist()
        sound = all(_sound(archive, name) for name in names if name.endswith((".xml", ".rels")))
        alone = archives.member(archive, "word/document.xml")
    found = Found(mime=_DOCUMENTS)
    package = _package(content, found) if sound else None
    if package is None and not alone:
        raise Broken("is damaged: parts of it are missing or wrong. Ask for it again.")
    main = package.main_document_part if package else None
    body = main.element if main else archives.xml(alone, found)
    if not sound and not found.notes:
        found.notes.append(archives.PARTLY)
    blocks = _blocks(body)
    if main:
        blocks += _inserted_files(main, limits)
        blocks += [*_notes(main, "footnotes"), *_notes(main, "endnotes")]
        with suppress(Exception):  # of parts that are not what they say, as in some damaged files
            _properties(package, found)
    found.text = normal("\n\n".join(blocks))
    archives.refuse_if_nothing_is_left(found)
    _remarks(names, main, body, found)
    if not found.title:
        found.title = _heading(body)
    return found


def _sound(archive: Any, name: str) -> bool:
    """Whether a part of the document is whole. Raises Broken for parts that are made to do harm."""
    try:
        archives.xml(archives.member(archive, name))
    except Broken as broken:
        if broken.reason != "damaged":
            raise
        return False
    return True


def _package(content: bytes, found: Found) -> Any:
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
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError):  # it unpacks every part, pictures too
        found.notes.append(archives.PARTLY)
        return None


def _tag(node: Any) -> str:
    """The name of an element of a Word document without its namespace; empty for elements of other kinds."""
    name = node.tag if isinstance(node.tag, str) else ""
    for space in (_W, _ALSO):
        if name.startswith(space):
            return name[len(space) :]
    return ""


def _blocks(root: Any) -> list[str]:
    """Paragraphs in reading order; cells of a row of a table on one line, text boxes after their paragraph."""
    blocks: list[str] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        tag = _tag(node)
        if tag == "p":
            boxes: list[Any] = []
            blocks.append(_words(node, boxes))
            waiting.extend(reversed(boxes))
        elif tag == "tr":
            blocks.append(_row(node))
        elif tag not in {"del", "moveFrom"}:
            waiting.extend(reversed(node))
    return [block for block in blocks if block.strip()]


def _row(row: Any) -> str:
    """The cells of a row, also those that lie in fields to be filled in."""
    cells = []
    waiting = [row]
    while waiting:
        node = waiting.pop()
        if _tag(node) == "tc":
            cells.append(" ".join(" ".join(_blocks(node)).split()))
        elif _tag(node) == "trPr" and any(_tag(each) == "del" for each in node):
            return ""
        else:
            waiting.extend(reversed(node))
    return " | ".join(filter(None, cells))


def _words(paragraph: Any, boxes: list[Any]) -> str:
    """The text of a paragraph with inserted and without deleted words; text boxes in it are put into `boxes`."""
    kept: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        tag = _tag(node)
        if tag == "t":
            kept.append(node.text or "")
        elif tag in _SIGNS:
            kept.append(_SIGNS[tag])
        elif tag == "txbxContent":
            boxes.append(node)
        elif tag not in _UNREAD and not str(node.tag).endswith("}Fallback"):
            waiting.extend(reversed(node))
    return "".join(kept)


def _kind(relation: Any) -> str:
    """What the other file is to the document; damaged documents do not always say."""
    return relation.reltype or ""


def _inserted_files(main: Any, limits: Limits) -> list[str]:
    """Pages and saved pages that some programs put into a document instead of writing its text."""
    texts = []
    for relation in main.rels.values():
        if relation.is_external or not _kind(relation).endswith("/aFChunk"):
            continue
        content = relation.target_part.blob
        if re.search(rb"(?i)^mime-version:", content[:2000], re.MULTILINE):
            from reports.reading.formats import mail

            texts.append(mail.read(content, limits).text)
        elif b"<" in content[:200]:
            from reports.reading.formats.decoding import decode
            from reports.reading.formats.pages import parsed, text_of

            tree = parsed(decode(content).text)
            texts.append(text_of(tree, limits.text) if tree is not None else "")
    return texts


def _notes(main: Any, kind: str) -> list[str]:
    for relation in main.rels.values():
        if not relation.is_external and _kind(relation).endswith(f"/{kind}"):
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
    outside = [_kind(each) for each in (main.rels.values() if main else ()) if each.is_external]
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
                return _words(node.getparent().getparent(), []).strip()
    return ""
