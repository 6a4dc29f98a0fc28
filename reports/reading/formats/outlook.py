"""Mail as Outlook saves it (MSG), by python-oxmsg."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from oxmsg import Message

from reports.reading.formats.found import Broken, Found
from reports.reading.formats.mail import keep, sender
from reports.reading.formats.plain import paragraphs
from reports.reading.limits import Limits

_SENDER_NAME = 0x0C1A


def read(content: bytes, limits: Limits) -> Found:
    """Subject, sender, day, body and attachments."""
    found = Found(mime="application/vnd.ms-outlook")
    try:
        message = Message.load(content)
        subject, body = message.subject, message.body or ""
    except RecursionError as error:
        raise Broken("is nested more deeply than a mail may be.", "limit") from error
    except MemoryError:
        raise
    except Exception as error:  # whatever a broken table of contents makes it say
        raise Broken("is damaged: parts of it are missing or wrong. Ask for it again.") from error
    found.title = subject
    with suppress(Exception):
        found.author = sender(message.sender or "") or message.properties.str_prop_value(_SENDER_NAME) or ""
    with suppress(Exception):
        found.published = message.sent_date.date() if message.sent_date else None
    found.text = paragraphs(body[: 2 * limits.text])
    if len(found.text) < 20:
        found.text = _page(message, limits) or found.text
    files = []
    with suppress(Exception):
        for each in message.attachments:
            files.append((each.file_name or "file", each.mime_type or "", each.file_bytes or b""))
    keep(files, found, limits)
    if not found.text and not found.attachments:
        raise Broken("is a mail without text.", "empty")
    return found


def _page(message: Any, limits: Limits) -> str:
    from reports.reading.formats.pages import parsed, text_of

    with suppress(Exception):
        tree = parsed(message.html_body or "")
        return text_of(tree, 2 * limits.text) if tree is not None else ""
    return ""
