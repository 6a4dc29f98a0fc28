"""How much of an untrusted file is read, and what reading it may cost."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.record.text import TEXT_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost; beyond it the file is refused, or read in part with a note that says so.

    Attributes:
        file_bytes: a larger file is refused before it is opened.
        seconds: on the clock, after which the child process is killed. ocr_seconds: the same for recognising letters.
        cpu_seconds: of the processor (POSIX).
        memory_bytes: address space of the child process (POSIX).
        text: characters of text; the rest is left out with a note.
        pages: of a PDF that are looked at. ocr_pages: pictures of pages of which letters are recognised.
        expanded_bytes, expansion_ratio, members: what an archive (DOCX, ODT) may unpack to.
        attachments, attachment_bytes: how many files of a mail are kept, and how much they may be together.
        mail_depth: how deep mails may lie in mails.
        answer_bytes: what the child process may answer.
    """

    file_bytes: int = 200_000_000
    seconds: float = 60.0
    ocr_seconds: float = 300.0
    cpu_seconds: int = 45
    memory_bytes: int = 2_000_000_000
    text: int = TEXT_LIMIT
    pages: int = 2_000
    ocr_pages: int = 50
    expanded_bytes: int = 300_000_000
    expansion_ratio: int = 300
    members: int = 10_000
    attachments: int = 50
    attachment_bytes: int = 50_000_000
    mail_depth: int = 10
    answer_bytes: int = 150_000_000


LIMITS = Limits()
