"""Web pages that a browser saved as one file (MHT), which is a mail by its form."""

from __future__ import annotations

import re
from email.message import Message
from typing import Any

from reports.reading.formats.found import Found
from reports.reading.limits import Limits

_SAVED = re.compile(r"<?saved by\b", re.IGNORECASE)


def page_in(message: Message, parts: list[Message]) -> Message | None:
    """The part with the page itself; None for ordinary mail."""
    place = message.get("snapshot-content-location")
    if not place and not _SAVED.match(str(message.get("from") or "").strip()):
        return None
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    return next(
        (part for part in pages if part.get("content-location") == place), pages[0] if pages else None
    )


def fill(found: Found, page: Message, message: Message, limits: Limits) -> None:
    """What the page says. The head tells of the saving alone: its day and sender are not those of the page."""
    from reports.reading.formats import html

    content: Any = page.get_payload(decode=True)
    read = html.read(bytes(content or b""), limits, page.get_content_charset() or "")
    for name in ("text", "title", "author", "publisher", "published", "language", "encoding", "url", "notes"):
        setattr(found, name, getattr(read, name))
    place = page.get("content-location") or message.get("snapshot-content-location") or ""
    found.url = found.url or str(place).strip()
