"""Mail as Outlook saves it (MSG), by python-oxmsg."""

from __future__ import annotations

import email.message
import email.policy
import email.utils
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from oxmsg import Message
from oxmsg.properties import Properties

from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Broken, Found, line
from reports.reading.formats.mail import encoded_words, keep, say_if_empty, sender
from reports.reading.formats.plain import paragraphs
from reports.reading.limits import Limits

_SUBJECT, _BODY, _PAGE, _SENT = 0x0037, 0x1000, 0x1013, 0x0039
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_SHORT_NAME, _SHOWN_NAME = 0x3704, 0x3001
# The mail in a mail is a storage of this name; the table of its properties begins after so many bytes.
_INNER, _INNER_HEAD = "__substg1.0_3701000D", 24


def read(content: bytes, limits: Limits) -> Found:
    """Subject, sender, day, body and attachments."""
    found = Found(mime="application/vnd.ms-outlook")
    try:
        message = Message.load(content)
        told = message.properties
    except RecursionError as error:
        raise Broken("is nested more deeply than a mail may be.", "limit") from error
    except MemoryError:
        raise
    except Exception as error:  # whatever a broken table of contents makes it say
        raise Broken("is damaged: parts of it are missing or wrong. Ask for it again.") from error
    found.title = _said(told, _SUBJECT)
    found.author = sender(line(_or_empty(lambda: message.sender))) or _sender(told)
    found.author = encoded_words(found.author)
    found.published = _day(message, told)
    found.text = paragraphs(_said(told, _BODY)[: 2 * limits.text])
    if len(found.text) < 20:
        found.text = _page(message, limits) or found.text
    files = []
    with suppress(Exception):
        for each in message.attachments:
            files.append(_file(each, limits.mail_depth))
    keep(files, found, limits)
    say_if_empty(found)
    return found


def _or_empty(ask: Callable[[], Any]) -> str:
    """The answer; empty where the file is too broken to give one."""
    with suppress(Exception):
        return ask() or ""
    return ""


def _said(told: Any, property_id: int) -> str:
    """A text of the mail, in whatever encoding it is, or empty."""
    with suppress(Exception):
        return told.str_prop_value(property_id) or ""
    with suppress(Exception):  # the bytes themselves, where the encoding that is named is none
        return decode(told._storage.property_stream_bytes(property_id, 0x001E)).text
    return ""


def _sender(told: Any) -> str:
    return next(
        filter(None, (_said(told, each) for each in (_SENDER_NAME, _SENDER_SMTP, _SENDER_ADDRESS))), ""
    )


def _day(message: Any, told: Any) -> date | None:
    asked: tuple[Callable[[], Any], ...] = (lambda: message.sent_date, lambda: told.date_prop_value(_SENT))
    for ask in asked:
        with suppress(Exception):
            when = ask()
            if isinstance(when, datetime):
                return when.date()
    return None


def _page(message: Any, limits: Limits) -> str:
    from reports.reading.formats.pages import parsed, text_of

    with suppress(Exception):
        try:
            html = message.html_body or ""
        except (UnicodeDecodeError, LookupError):
            html = decode(message.properties.binary_prop_value(_PAGE) or b" ").text
        tree = parsed(html)
        return text_of(tree, 2 * limits.text) if tree is not None else ""
    return ""


def _file(attachment: Any, deepest: int) -> tuple[str, str, bytes]:
    """Name, type and content of an attachment; a mail in the mail becomes a mail of the ordinary kind."""
    for inner in attachment._storage.storages:
        if inner.name == _INNER:
            mail = _as_mail(inner, deepest)
            return f"{line(str(mail['subject'] or '')) or 'mail'}.eml", "message/rfc822", bytes(mail)
    told = attachment.properties
    name = _or_empty(lambda: attachment.file_name) or _said(told, _SHORT_NAME) or _said(told, _SHOWN_NAME)
    content: Any = None
    with suppress(Exception):
        content = attachment.file_bytes
    return name or "file", _or_empty(lambda: attachment.mime_type), content or b""


def _as_mail(storage: Any, deepest: int) -> email.message.EmailMessage:
    told = Properties(storage, properties_header_offset=_INNER_HEAD)
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    fields = [("Subject", line(_said(told, _SUBJECT))), ("From", _address(told)), ("Date", _sent(told))]
    for name, value in fields:
        with suppress(Exception):
            if value:
                mail[name] = value
    mail.set_content(_said(told, _BODY) or "")
    if len(_said(told, _BODY)) < 20:
        with suppress(Exception):
            page = told.binary_prop_value(_PAGE)
            if page:
                mail.add_alternative(decode(page).text, subtype="html")
    for name, mime, content in _inner_files(storage, deepest - 1):
        kind, _, sort = (mime or "application/octet-stream").partition("/")
        with suppress(Exception):
            if kind in ("message", "multipart", "text"):
                kind, sort = "application", "octet-stream"
            mail.add_attachment(content, maintype=kind, subtype=sort or "octet-stream", filename=name)
    return mail


def _inner_files(storage: Any, deepest: int) -> Iterator[tuple[str, str, bytes]]:
    from oxmsg.attachment import Attachment

    if deepest > 0:
        for each in storage.iter_attachment_storages():
            yield _file(Attachment(each), deepest)


def _address(told: Any) -> str:
    name, address = (
        line(_said(told, _SENDER_NAME)),
        line(_said(told, _SENDER_SMTP) or _said(told, _SENDER_ADDRESS)),
    )
    safe = address if "@" in address and address.isascii() else "unknown@invalid"
    return email.utils.formataddr((name, safe)) if name else safe


def _sent(told: Any) -> str:
    when: Any = None
    with suppress(Exception):
        when = told.date_prop_value(_SENT)
    return email.utils.format_datetime(when) if isinstance(when, datetime) else ""
