"""Mail that does not keep to the rules: mailboxes, parts without their marks, raw letters in the head."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import Message
from typing import Any

_BEGIN = re.compile(rb"(?m)^From \S[^\r\n]*\d{4}[^\r\n]*\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,40}:)")
_PART = re.compile(rb"(?m)^--(\S[^\r\n]{0,199}?)(?:--)?[ \t]*\r?\n(?=content-)", re.IGNORECASE)


def mails_in(content: bytes) -> list[bytes]:
    """The mails of a mailbox ("mbox"), each beginning after its line "From …"; empty for a single mail."""
    begins = list(_BEGIN.finditer(content)) if content.startswith(b"From ") else []
    if len(begins) < 2:
        return []
    ends = [*(each.start() for each in begins[1:]), len(content)]
    return [
        re.sub(rb"(?m)^>(>*From )", rb"\1", content[begin.end() : end].strip(b"\r\n")) + b"\n"
        for begin, end in zip(begins, ends, strict=True)
    ]


def parts_again(part: Message) -> list[Message]:
    """What lies in a mail of several parts whose boundaries were not found: by the marks that it does have."""
    payload: Any = part.get_payload(decode=True)
    raw = bytes(payload or b"")
    mark = _PART.search(raw)
    if mark:
        head = b'Content-Type: multipart/mixed; boundary="' + re.sub(rb'["\\]', b"", mark[1]) + b'"\n\n'
        again: Any = email.message_from_bytes(head + raw, policy=email.policy.compat32).get_payload()
        if isinstance(again, list):
            return again
    kind = b"html" if re.search(rb"<(?:html|body|p|div|br)\b", raw, re.IGNORECASE) else b"plain"
    text = email.message_from_bytes(
        b"Content-Type: text/" + kind + b"\n\n" + raw, policy=email.policy.compat32
    )
    return [text] if raw.strip() else []


def raw_field(message: Message, name: str) -> bytes | None:
    """A field of the head with letters that stand in it without being encoded; None where all is in order."""
    for field, said in message.raw_items():
        if field.lower() == name:
            raw = str(said).encode("ascii", "surrogateescape") if not _is_wide(str(said)) else b""
            return raw if raw and not raw.isascii() else None
    return None


def _is_wide(said: str) -> bool:
    return any(not c.isascii() and not "\udc80" <= c <= "\udcff" for c in said)
