"""What a file is, by its content. Its name decides only between kinds of text, and is told where it says otherwise."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from reports.reading.formats.found import Broken


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the module that reads it, what people call it, the endings of its names."""

    module: str
    label: str
    endings: tuple[str, ...]


PDF = Kind("pdf", "a PDF", (".pdf",))
DOCX = Kind("docx", "a Word document", (".docx", ".docm", ".dotx", ".dotm"))
ODT = Kind("odt", "an OpenDocument text", (".odt", ".ott"))
RTF = Kind("rtf", "an RTF document", (".rtf", ".doc"))
MSG = Kind("outlook", "an Outlook mail", (".msg",))
MAIL = Kind("mail", "a mail", (".eml", ".mht", ".mhtml", ".txt"))
HTML = Kind("html", "a web page", (".html", ".htm", ".xhtml", ".shtml"))
XML = Kind("xml_text", "XML", (".xml", ".fodt", ".rss", ".atom"))
MARKDOWN = Kind("markdown", "Markdown", (".md", ".markdown", ".txt"))
TEXT = Kind("plain", "plain text", (".txt", ".text", ".log", ".md", ".markdown", ".csv", ".tsv"))

KINDS = (PDF, DOCX, ODT, RTF, MSG, MAIL, HTML, XML, MARKDOWN, TEXT)

_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Beginnings of files that are no reports, with what to do instead.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "is a picture. Vigil reads text; write down what it shows."),
    (b"\x89PNG\r\n", "is a picture. Vigil reads text; write down what it shows."),
    (b"GIF8", "is a picture. Vigil reads text; write down what it shows."),
    (b"II*\0", "is a picture. Vigil reads text; write down what it shows."),
    (b"MM\0*", "is a picture. Vigil reads text; write down what it shows."),
    (b"Rar!\x1a\x07", "is an archive. Unpack it and take in the files in it."),
    (b"7z\xbc\xaf\x27\x1c", "is an archive. Unpack it and take in the files in it."),
    (b"\x1f\x8b", "is a compressed file. Unpack it and take in the file in it."),
    (b"BZh", "is a compressed file. Unpack it and take in the file in it."),
    (b"\xfd7zXZ\0", "is a compressed file. Unpack it and take in the file in it."),
    (b"MZ", "is a program, not a document. Do not open it."),
    (b"\x7fELF", "is a program, not a document. Do not open it."),
    (b"SQLite format 3\0", "is a database, not a document."),
    (b"ID3", "is a recording. Write down what is said in it."),
    (b"OggS", "is a recording. Write down what is said in it."),
    (b"%!PS", "is a PostScript file. Save it as PDF and take that in."),
    (b"AT&TFORM", "is a DjVu file. Save it as PDF and take that in."),
)
_LOCKED = "is protected by a password. Open it, save a copy without the password, and take that in."
_ARCHIVE = (
    "is an archive or a document of a kind that Vigil does not read. Unpack it, or save it as PDF or DOCX."
)
_OFFICE = {
    "xl/workbook.xml": "is a spreadsheet, not a report. Save the sheet as PDF, or import it as a table.",
    "ppt/presentation.xml": "is a presentation. Save it as PDF and take that in.",
    "META-INF/container.xml": "is an e-book. Save it as PDF or HTML and take that in.",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,5000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|span|script|style|center"
    rb"|ul|ol|dl|blockquote|pre|header|figure|font|strong|form)\b",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE_PAGE = re.compile(rb"\s*<(?:!doctype|\?xml|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\s")
_PDF = re.compile(rb"%PDF-\d")
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{1,40}:"
_LONGEST_HEAD = 65_536
_HEADER = re.compile(rb"(?:From |" + _FIELD + rb")[^\n]*\n(?:[ \t][^\n]*\n|" + _FIELD + rb"[^\n]*\n)*")
_MAIL_NAMES = {
    b"from", b"to", b"cc", b"subject", b"date", b"received", b"return-path", b"message-id", b"mime-version",
    b"content-type", b"delivered-to", b"reply-to", b"dkim-signature", b"sender",
}  # fmt: skip
_SENDER = {b"from", b"received", b"return-path", b"message-id", b"mime-version"}


def kind_of(content: bytes, name: str) -> Kind:
    """What the content is. Raises Broken with what to do for kinds that are not read."""
    head = content[:4096]
    if _is_drawing(head):
        raise Broken("is a picture. Vigil reads text; write down what it shows.", "unknown")
    if _PDF.search(head[:1024]):
        return PDF
    if head.startswith(_ZIP):
        return _zipped(content)
    if head.startswith(_OLE):
        return _compound(content)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return RTF
    for beginning, said in _OTHERS:
        if head.startswith(beginning):
            raise Broken(said, "unknown")
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        raise Broken("is a picture, a film or a recording. Write down what it shows or says.", "unknown")
    if _is_mail(content[:_LONGEST_HEAD]):
        return MAIL
    return _text_kind(_narrow(head), name)


def _text_kind(head: bytes, name: str) -> Kind:
    ending = PurePath(name).suffix.lower()
    if _HTML.match(head) and not (ending in (".md", ".markdown") and not _WHOLE_PAGE.match(head)):
        return HTML
    if _is_mail(head):
        return MAIL
    if _XML.match(head):
        return XML
    if re.match(rb"\s*---\s*\n(?:[\w -]+:[^\n]*\n)+---\s*\n", head):
        return MARKDOWN
    if ending in (".md", ".markdown"):
        return MARKDOWN
    if ending in HTML.endings and re.search(
        rb"<(?:p|br|div|body|a|span|li|b|i|em|strong|td)\b", head, re.IGNORECASE
    ):
        return HTML
    return TEXT


def note_on_name(kind: Kind, name: str) -> str:
    """A note where the ending of the name says something else than the content; empty where it fits."""
    ending = PurePath(name).suffix.lower()
    known = any(ending in other.endings for other in KINDS)
    if not known or ending in kind.endings:
        return ""
    return f"The name ends in {ending}, but the file is {kind.label} and was read as such."


def modules_for(content: bytes, name: str = "") -> list[str]:
    """Names of the modules that reading will need, guessed without looking far into the content."""
    head = content[:4096]
    base = "reports.reading.formats."
    needed = [f"{base}reading", f"{base}plain", "encodings.cp1251", "encodings.cp1252", "encodings.utf_16_le"]
    if _PDF.search(head[:1024]):
        return [*needed, f"{base}pdf"]
    if head.startswith(_ZIP):
        return [*needed, f"{base}odt" if b"opendocument" in head else f"{base}docx"]
    if head.startswith(_OLE):
        return [*needed, f"{base}outlook"]
    if b"{\\rtf" in head[:64]:
        return [*needed, f"{base}rtf"]
    if _is_mail(content[:_LONGEST_HEAD]):
        saved = b"napshot-Content-Location:" in head or b"aved by " in head
        return [*needed, f"{base}mail", *[f"{base}html"] * saved]
    if _HTML.match(_narrow(head)):
        return [*needed, f"{base}html"]
    if _XML.match(_narrow(head)):
        return [*needed, f"{base}xml_text"]
    if re.match(rb"\s*---", head) or PurePath(name).suffix.lower() in (".md", ".markdown"):
        return [*needed, f"{base}markdown"]
    return needed


def _narrow(head: bytes) -> bytes:
    """The beginning as ASCII where it is UTF-8 or UTF-16, for the search for signs of a format."""
    if head.startswith(codecs.BOM_UTF8):
        return head[3:]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head[:64]:
        return head[2 if head[:1] in b"\xff\xfe" else 0 :].replace(b"\0", b"")
    return head


def _is_mail(head: bytes) -> bool:
    headers = _HEADER.match(head)
    if not headers:
        return False
    names = {name.lower() for name in re.findall(rb"(?m)^([A-Za-z][A-Za-z0-9-]{1,40}):", headers[0])}
    return len(names & _MAIL_NAMES) >= 2 and bool(names & _SENDER)


def _zipped(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise Broken("is damaged: the end of the file is missing or wrong. Ask for it again.") from error
    if b"opendocument.text" in mime:
        return ODT
    for member, said in _OFFICE.items():
        if member in names:
            raise Broken(said, "unknown")
    if b"opendocument" in mime:
        raise Broken("is no text document. Save it as PDF and take that in.", "unknown")
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return DOCX
    raise Broken(_ARCHIVE, "unknown")


def _compound(content: bytes) -> Kind:
    if _wide("EncryptedPackage") in content:
        raise Broken(_LOCKED, "locked")
    if _wide("__properties_version1.0") in content:
        return MSG
    if _wide("WordDocument") in content:
        raise Broken("is an old Word document (.doc). Save it as DOCX or PDF and take that in.", "unknown")
    raise Broken("is an old Office file, or no document. Save it as PDF or DOCX and take that in.", "unknown")


def _is_drawing(head: bytes) -> bool:
    """Pictures whose first letters alone could also begin a text, or that may hold a PDF."""
    bitmap = head[:2] == b"BM" and head[6:10] == bytes(4)
    return bitmap or head[40:44] == b" EMF" or head[:4] in (b"\xd7\xcd\xc6\x9a", b"\0\0\1\0")


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")
