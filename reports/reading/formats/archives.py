"""Archives that are documents (DOCX, ODT): looked over before they are unpacked, and their XML before it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from typing import Any

from lxml import etree

from reports.reading.formats.found import Broken, Found
from reports.reading.limits import Limits

_DAMAGED = "is damaged: parts of it are missing or wrong. Ask for it again."
PARTLY = "The file is damaged. What could be read was read: words may be missing. Ask for it again."
_DOCTYPE = re.compile(rb"<\s*!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SMALL = 1_000_000


def opened(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, if what it says of itself keeps to the limits. A member never unpacks to more than it says."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise Broken(_DAMAGED) from error
    if len(members) > limits.members:
        raise Broken(
            f"holds {len(members):,} files, more than a document has. It may be made to block programs.",
            "limit",
        )
    total = sum(member.file_size for member in members)
    for member in members:
        if member.flag_bits & 1:
            raise Broken("is protected by a password. Save a copy without it and take that in.", "locked")
        packed = max(1, member.compress_size)
        if member.file_size > _SMALL and member.file_size > limits.expansion_ratio * packed:
            raise Broken("unpacks to far more than its size (an “archive bomb”). It was not opened.", "limit")
    if total > limits.expanded_bytes:
        raise Broken(
            f"unpacks to {total / 1e6:,.0f} MB, more than a document has. It was not opened.", "limit"
        )
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The content of a member; empty where there is none. Raises Broken where it is damaged."""
    try:
        return archive.read(name)
    except KeyError:
        return b""
    except Exception as error:  # zlib, CRC, lengths: whatever the archive got wrong
        raise Broken(_DAMAGED) from error


def xml(content: bytes, salvaged: Found | None = None) -> Any:
    """The tree of an XML part. Declarations of entities are refused: no document needs them. Raises Broken.

    With `salvaged` a damaged part is read as far as it goes, with a note there.
    """
    narrow = content.replace(b"\0", b"") if b"\0" in content[:200] else content
    if _DOCTYPE.search(narrow):
        raise Broken(
            "declares entities, which documents do not need and traps do. It was not opened.", "limit"
        )
    walls = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        return etree.fromstring(content, etree.XMLParser(**walls))
    except (etree.XMLSyntaxError, ValueError) as error:
        tree = None
        with suppress(etree.XMLSyntaxError, ValueError):
            tree = etree.fromstring(content, etree.XMLParser(recover=True, **walls)) if salvaged else None
        if tree is None or salvaged is None:
            raise Broken(_DAMAGED) from error
        salvaged.notes.append(PARTLY)
        return tree


def refuse_if_nothing_is_left(found: Found) -> None:
    """A damaged document without words is refused as such, and not as an empty one. Raises Broken."""
    if PARTLY in found.notes and not found.text:
        raise Broken(_DAMAGED)
