"""Plain text, also as somebody pasted it."""

from __future__ import annotations

import re

from incidents.record.text import clean_text
from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Found, normal
from reports.reading.formats.wrapping import unwrap
from reports.reading.limits import Limits


def read(content: bytes, limits: Limits) -> Found:
    """Text as it stands, its hard-wrapped paragraphs joined."""
    decoded = decode(content)
    return Found(
        mime="text/plain",
        text=paragraphs(decoded.text[: 2 * limits.text]),
        encoding=decoded.encoding,
        notes=list(decoded.notes),
    )


def paragraphs(text: str) -> str:
    """Text in normal form with whole paragraphs."""
    return re.sub(r"(?m)^[^\S\n]+", "", normal(unwrap(clean_text(text))))
