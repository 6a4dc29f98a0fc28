"""Text for spreadsheets that stays text: no cell can become a formula, break a row or open a quotation.

The guard follows OWASP's page on CSV injection: a cell that starts with a sign which a spreadsheet takes for a
formula gets an apostrophe in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# The plain signs and their full-width twins, which some spreadsheets treat alike.
_FORMULA_STARTS = frozenset("=+-@＝＋－＠|%")
_BREAKS = re.compile(r"[\t\n\r\v\f\x00-\x1f\x7f\x85\u2028\u2029]+")
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def guarded(text: str) -> str:
    """The text as one harmless cell: on one line, and never a formula."""
    line = _BREAKS.sub(" ", text).strip()
    start = line.lstrip(_INVISIBLE + " \u00a0")[:1]
    return f"'{line}" if start in _FORMULA_STARTS and start else line


def tab_separated(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as the text that spreadsheets paste into cells, heading first, each line ended."""
    return "".join("\t".join(map(_cell, line)) + "\n" for line in (header, *rows))


def _cell(text: str) -> str:
    line = guarded(text)
    # A quotation mark at the start would make the spreadsheet read on to the next one, over cells and rows.
    return '"' + line.replace('"', '""') + '"' if line.startswith('"') else line
