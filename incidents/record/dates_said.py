"""Understands dates as people type them, in six languages, and says them back in English."""

from __future__ import annotations

from datetime import date, datetime

from incidents.record.date_grammar import understand
from incidents.record.date_tokens import EXAMPLES, tokens
from incidents.record.date_words import LANGUAGES
from incidents.record.dates import UNDATED, DateProblem, When, parse_edtf
from incidents.record.dates_shown import describe_date
from incidents.record.edtf import looks_like_edtf
from incidents.record.saying import plain, shown

__all__ = ["describe_date", "understand_date"]

_LONGEST = 120
_UNKNOWN = {plain(form) for table in LANGUAGES.values() for form in "|".join(table.get("0", ())).split("|")}


def understand_date(text: str, *, published: date | None = None, today: date | None = None) -> When:
    """The date that somebody means by this text.

    Words like "last Sunday" and dates without a year are counted back from the day the report was published,
    or else from today. Raises DateProblem with a sentence that says what to write.
    """
    said = text.strip()
    if len(said) > _LONGEST:
        raise DateProblem(f"“{shown(said, 30)}” is too long for a date. {EXAMPLES}")
    if not said or said in ("?", "-", "–", "—") or plain(said).strip(" .") in _UNKNOWN:
        return UNDATED
    if looks_like_edtf(said):
        return parse_edtf(said)
    reference = published or today or datetime.now().astimezone().date()
    found = tokens(said)
    if not found:
        raise DateProblem(f"“{shown(said)}” names no day. {EXAMPLES}")
    return understand(found, reference)
