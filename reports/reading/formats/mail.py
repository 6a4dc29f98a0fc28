"""Mail: its best body, what its head says, and the files that hang on it, unread."""

from __future__ import annotations

import email
import email.header
import email.policy
import email.utils
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from email.message import Message
from typing import Any

from reports.reading.document import Attachment
from reports.reading.formats import repairs, saved_pages
from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Broken, Found, line
from reports.reading.formats.plain import paragraphs
from reports.reading.limits import Limits

_MOST_PARTS = 5_000
_HEAD = 20_000
_WITHOUT_NAME = "file"


def read(content: bytes, limits: Limits) -> Found:
    """The text of a mail as a report: subject, sender, day, body, attachments."""
    found = Found(mime="message/rfc822")
    if mails := repairs.mails_in(content):
        return _mailbox(mails, found, limits)
    try:
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        message = _innermost(message, limits, found)
        parts = list(_parts(message, limits))
    except RecursionError as error:
        raise Broken("is nested more deeply than a mail may be.", "limit") from error
    if (page := saved_pages.page_in(message, parts)) is not None:
        saved_pages.fill(found, page, message, limits)
        found.title = found.title or header(message, "subject")
        return found
    found.title, found.author = header(message, "subject"), sender(header(message, "from"))
    found.published = _day(message)
    bodies = [part for part in parts if _is_body(part)]
    _best(bodies, found, limits)
    keep([(_name(p), p.get_content_type(), _content(p)) for p in parts if p not in bodies], found, limits)
    say_if_empty(found)
    return found


def _inner(message: Message) -> list[Message]:
    """The parts of a mail, or the mails in it; asked for text, the library stumbles over odd names of encodings."""
    inside: Any = message.get_payload() if message.is_multipart() else []
    return list(inside)


def say_if_empty(found: Found) -> None:
    """A mail need not hold text where it holds files; one with neither is refused."""
    if not found.text and not found.attachments:
        raise Broken("is a mail without text.", "empty")
    if not found.text:
        few = "a file that is" if len(found.attachments) == 1 else "files that are"
        found.notes.append(f"The mail itself holds no text, only {few} attached to it.")


def _mailbox(mails: list[bytes], found: Found, limits: Limits) -> Found:
    """A file with many mails, each of which is a report of its own."""
    parsed = [email.message_from_bytes(each[:_HEAD], policy=email.policy.compat32) for each in mails]
    names = [f"{header(each, 'subject') or 'mail'}.eml" for each in parsed]
    keep([(name, "message/rfc822", each) for name, each in zip(names, mails, strict=True)], found, limits)
    found.title = f"Mailbox of {len(mails):,} mails"
    found.notes.insert(
        0, f"This is a mailbox with {len(mails):,} mails, each of which is a report of its own."
    )
    return found


def _innermost(message: Message, limits: Limits, found: Found) -> Message:
    """The mail itself; of a mail that is nothing but a cover for another one, that one."""
    for _ in range(limits.mail_depth):
        inner = _inner(message)
        if message.get_content_maintype() != "message" or not inner:
            return message
        message = inner[0]
        found.notes.append("The mail holds nothing but another mail, which was read.")
    raise Broken("is nested more deeply than a mail may be.", "limit")


def header(message: Message, name: str) -> str:
    """A field of the head as people read it: encoded words decoded, one line; empty where it makes no sense."""
    if raw := repairs.raw_field(message, name):
        with suppress(Broken):
            return line(decode(raw[:5_000]).text)
    return encoded_words(str(message.get(name) or "")[:5_000])


def encoded_words(said: str) -> str:
    """One line with its encoded words (=?utf-8?Q?...?=) decoded."""
    with suppress(Exception):  # the library stumbles over odd heads in many ways
        parts = email.header.decode_header(said)
        return line("".join(t if isinstance(t, str) else _decoded(t, charset) for t, charset in parts))
    return line(said)


def sender(said: str) -> str:
    """The name of the sender, or else the address."""
    name, address = email.utils.parseaddr(said)
    return name or address


def _decoded(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode(charset or "ascii")
    except (LookupError, UnicodeDecodeError):
        return decode(raw).text if raw else ""


def _day(message: Message) -> date | None:
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return email.utils.parsedate_to_datetime(header(message, "date")).date()
    return None


def _parts(message: Message, limits: Limits) -> Iterator[Message]:
    """The leaves of the mail; mails that lie in it are leaves too, as files."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop(0)
        seen += 1
        if seen > _MOST_PARTS:
            raise Broken("has more parts than a mail may have.", "limit")
        if depth > limits.mail_depth:
            raise Broken("is nested more deeply than a mail may be.", "limit")
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting[:0] = [(child, depth + 1) for child in _inner(part)]
        elif part.get_content_maintype() == "multipart":
            waiting[:0] = [(child, depth + 1) for child in repairs.parts_again(part)]
        else:
            yield part


def _is_body(part: Message) -> bool:
    return (
        part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
        and not part.get_filename()
    )


def _best(bodies: list[Message], found: Found, limits: Limits) -> None:
    """The plain text, or the page where there is none or nothing to speak of."""
    plain = [_text(part) for part in bodies if part.get_content_type() == "text/plain"]
    pages = [part for part in bodies if part.get_content_type() == "text/html"]
    text = paragraphs("\n\n".join(plain)[: 2 * limits.text])
    if pages and len(text) < 20:
        from reports.reading.formats.pages import parsed, text_of

        trees = [parsed(_text(page)) for page in pages]
        text = "\n\n".join(text_of(tree, 2 * limits.text) for tree in trees if tree is not None) or text
    found.text = text


def _text(part: Message) -> str:
    decoded = decode(_content(part) or b" ", part.get_content_charset() or "").text
    if str(part.get_param("format")).lower() == "flowed":
        decoded = re.sub(r"(?<!^--) \r?\n(?!\r?\n)", " ", decoded)
    return decoded


def _content(part: Message) -> bytes:
    """The bytes of a part; of a mail in the mail its source."""
    if part.get_content_maintype() == "message" and (mails := _inner(part)):
        with suppress(Exception):  # what was parsed cannot always be written again
            return b"\n".join(bytes(mail) for mail in mails)
        return b""
    with suppress(Exception):
        decoded: Any = part.get_payload(decode=True)
        return bytes(decoded or b"")
    return b""


def _name(part: Message) -> str:
    with suppress(Exception):
        said = part.get_filename()
        if said:
            whole = email.header.make_header(email.header.decode_header(said))
            return str(whole)
    inner = _inner(part)
    if part.get_content_maintype() == "message" and inner:
        return f"{header(inner[0], 'subject') or 'mail'}.eml"
    return _WITHOUT_NAME


def keep(files: list[tuple[str, str, bytes]], found: Found, limits: Limits) -> None:
    """Add the first of these files (name, type, content) as attachments, as many as the limits allow."""
    kept: list[Attachment] = []
    size = 0
    empty = sum(not content for _, _, content in files)
    files = [each for each in files if each[2]]
    for name, mime, content in files:
        if len(kept) >= limits.attachments or size + len(content) > limits.attachment_bytes:
            continue
        size += len(content)
        safe = re.sub(r"[/\\:]", "_", line(name)) or _WITHOUT_NAME
        kept.append(Attachment(safe[-150:], line(mime), content))
    found.attachments += kept
    if empty:
        what = "An attached file is" if empty == 1 else f"{empty:,} attached files are"
        found.notes.append(f"{what} empty or could not be taken out.")
    if len(kept) < len(files):
        found.notes.append(
            f"The mail has {len(files):,} attachments; {len(kept):,} were taken out, the rest is in the original file."
        )
