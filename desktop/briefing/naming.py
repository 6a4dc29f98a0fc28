"""Names for the files of briefings that every file system takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 80  # characters of the title in the name


def file_name(number: int | None, title: str, day: date) -> str:
    """ "Briefing 3 - Kharkiv - 2022-05-06.pdf"; what no file name may hold is left out of the title."""
    plain = "".join(
        c
        for c in unicodedata.normalize("NFC", title)
        if unicodedata.category(c) not in ("Cf", "Cs", "Cc", "Co")
    )
    plain = " ".join(_FORBIDDEN.sub(" ", plain).split())[:_LONGEST].strip(" .-")
    first = f"Briefing {number}" if number is not None else "Briefing draft"
    return " - ".join(part for part in (first, plain, day.isoformat()) if part) + ".pdf"
