"""Full text: FTS5 without content, fed with folded words, so that accents, case and scripts' variants match.

The words are folded before they are stored and before they are asked for, by the same function.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

from incidents.record.folding import fold, words
from incidents.record.incident import Incident

CREATE = (
    "CREATE VIRTUAL TABLE incident_fts USING fts5(words, content='', contentless_delete=1, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"
)


def searchable(incident: Incident) -> str:
    """All words an incident can be found by, folded: its texts, places, tags, quotes, speakers and sources."""
    parts: list[str] = [incident.ref, incident.title, incident.narrative, incident.public_summary]
    parts += [incident.place_note, incident.responsible, *incident.tags]
    for place in (incident.place, incident.destination):
        if place is not None:
            parts += [place.name, place.admin1_name, place.country_name, *place.names[:40]]
    for claim in incident.live_claims:
        parts += [claim.quote, claim.attributed_to, claim.reported_as, claim.origin]
        if claim.report is not None:
            parts += [claim.report.title, claim.report.publisher, claim.report.author]
    return " ".join(" ".join(words(part)) for part in parts if part)


def store(connection: Connection, entries: Iterable[tuple[int, str]]) -> None:
    """Put (incident pk, searchable words) into the index, replacing what stood there."""
    rows = [{"pk": pk, "words": text_} for pk, text_ in entries]
    if not rows:
        return
    connection.execute(text("DELETE FROM incident_fts WHERE rowid = :pk"), rows)
    connection.execute(text("INSERT INTO incident_fts(rowid, words) VALUES (:pk, :words)"), rows)


_PART = re.compile(r'"([^"]*)"|(\S+)')


def terms(wanted: str) -> list[tuple[list[str], bool]]:
    """What a search text asks for: (words in sequence, last one is only a beginning) for each part.

    A plain word is a beginning, so that matches show while one types and inflected forms are found; a number is
    whole, as are "quoted words", which are one part in sequence. Every part must occur.
    """
    found = []
    for quoted, plain in _PART.findall(wanted):
        parts = words(fold(quoted or plain))
        if parts:
            found.append((parts, bool(plain) and not parts[-1].isdigit()))
    return found


def match_expression(wanted: str) -> str:
    """The FTS5 expression for a search text; empty when the text holds no word. Every word is quoted."""
    return " AND ".join(
        '"' + " ".join(parts) + '"' + (" *" if beginning else "") for parts, beginning in terms(wanted)
    )
