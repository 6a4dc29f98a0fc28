"""Which texts are nearly the same: a sketch of each finds likely ones, counting equal words decides.

A sketch is the smallest hashes of all runs of three words. Two texts that share most of their runs share most of
their smallest hashes, so one look into an index finds the likely ones among many thousands.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, insert, select

from incidents.case import tables as t
from incidents.record.folding import words

# At least this share of equal words makes a text a new version of another one.
NEARLY = 0.8
# Shorter texts are the same only when every word is: two alarms of ten words differ in what matters.
_SHORT = 30
_RUN = 3
_KEPT = 64
_CANDIDATES = 4
# Texts with a fifth of their words changed here and there share a third of their hashes; less than an eighth is chance.
_SHARED = 8
_COUNTED = 100
# Counted in letters, before the words are cut apart.
_LENGTHS = 0.7
# A longer "word" is a clause of a script that writes no spaces.
_LONG_WORD = 24


@dataclass(frozen=True, slots=True)
class Like:
    """A stored report and the share of equal words, 0 to 1."""

    report_pk: int
    share: float


def tokens(text: str) -> list[str]:
    """The words that are compared; letters where a script writes no spaces."""
    found: list[str] = []
    for word in words(text):
        found += [word] if len(word) <= _LONG_WORD else list(word)
    return found


def sketch(said: Sequence[str]) -> list[int]:
    """The smallest hashes of the runs of words."""
    runs = {" ".join(said[at : at + _RUN]) for at in range(max(1, len(said) - _RUN + 1))} - {""}
    hashes = (int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> 1 for run in runs)
    return heapq.nsmallest(_KEPT, hashes)


@lru_cache(maxsize=2)
def sketch_of(text: str) -> tuple[int, ...]:
    """The sketch of a whole text, kept for a moment: what is looked for is stored next."""
    return tuple(sketch(tokens(text)))


def share(one: Sequence[str], other: Sequence[str], least: float = 0.0) -> float:
    """Twice the words in common, in their order, by all words; 0 when that is less than `least`."""
    if not one or not other:
        return 0.0
    if 2 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return 0.0
    if one == other:
        return 1.0
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other, score_cutoff=least)


def store(connection: Connection, report_pk: int, text: str) -> None:
    """Keep the sketch of a report's text."""
    connection.execute(delete(t.report_sketch).where(t.report_sketch.c.report_pk == report_pk))
    rows = [{"hash": number, "report_pk": report_pk} for number in sketch_of(text)]
    if rows:
        connection.execute(insert(t.report_sketch), rows)


def similar(connection: Connection, text: str) -> list[Like]:
    """Live reports whose text is nearly this one, the most alike first, the newest among equals."""
    said = tokens(text)
    least = NEARLY if len(said) >= _SHORT else 1.0
    found = []
    for pk, other in _likely(connection, sketch_of(text)):
        if 2 * min(len(text), len(other)) < _LENGTHS * (len(text) + len(other)):
            continue
        equal = share(said, tokens(other), least)
        if equal >= least:
            found.append(Like(pk, equal))
    return sorted(found, key=lambda like: (-like.share, -like.report_pk))


def _likely(connection: Connection, hashes: Sequence[int]) -> list[tuple[int, str]]:
    """The texts that share the most hashes."""
    if not hashes:
        return []
    # The sketches are counted by themselves: joined to the reports, SQLite would walk through all of these.
    shared = func.count().label("shared")
    counted = (
        select(t.report_sketch.c.report_pk, shared)
        .where(t.report_sketch.c.hash.in_(hashes))
        .group_by(t.report_sketch.c.report_pk)
        .having(shared >= max(1, len(hashes) // _SHARED))
        .order_by(shared.desc(), t.report_sketch.c.report_pk.desc())
        .limit(_COUNTED)
    )
    pks = [row.report_pk for row in connection.execute(counted)]
    withdrawn = select(t.report.c.pk).where(t.report.c.pk.in_(pks), t.report.c.withdrawn != "")
    gone = set(connection.execute(withdrawn).scalars())
    pks = [pk for pk in pks if pk not in gone][:_CANDIDATES]
    texts = select(t.report_text).where(t.report_text.c.report_pk.in_(pks))
    return [(row.report_pk, row.text) for row in connection.execute(texts)]
