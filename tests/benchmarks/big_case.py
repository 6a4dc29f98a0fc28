"""A large case for benchmarks: varied incidents made through the writer, then multiplied in SQL."""

from __future__ import annotations

from pathlib import Path

from incidents.case import Actor, Case
from incidents.case.engine import connect
from tests.incidents.search.conftest import Fill

_SEED = 2_000


def make(path: Path, number: int) -> Path:
    """A case of `number` incidents (a multiple of 2,000) at `path`, over 20 countries and 12 years."""
    with Case.create(path, actor=Actor("bench")) as case:
        case.perform(Fill(_SEED))
    raw = connect(path, write=True)
    columns = [row[1] for row in raw.execute("PRAGMA table_info(incident)")]
    changed = {
        "pk": "pk + :k * 2000",
        "uid": "randomblob(16)",
        "ref": "ref || '-' || :k",
        "from_on": "CASE WHEN from_on < 19000101 THEN from_on ELSE from_on - (:k % 12) * 10000 END",
        "until_on": "CASE WHEN until_on = 99991231 THEN until_on ELSE until_on - (:k % 12) * 10000 END",
        "country": "CASE WHEN :k % 5 = 0 OR country = '' THEN country ELSE 'X' || (10 + :k % 20) END",
        # One in a hundred is a total over others, as in a real case; the seed holds ten times as many.
        "aggregate": "aggregate AND :k % 10 = 0",
        "admin1": "CASE WHEN :k % 5 = 0 OR admin1 = '' THEN admin1 ELSE admin1 || (:k % 20) END",
    }
    picked = ", ".join(changed.get(name, name) for name in columns)
    raw.execute("BEGIN")
    for k in range(1, number // _SEED):
        raw.execute(f"INSERT INTO incident SELECT {picked} FROM incident WHERE pk <= {_SEED}", {"k": k})
        for table, rest in (
            ("incident_text", _others(raw, "incident_text")),
            ("figure", _others(raw, "figure")),
        ):
            raw.execute(
                f"INSERT INTO {table}(incident_pk, {rest}) SELECT incident_pk + :k * 2000, {rest} FROM {table} "
                f"WHERE incident_pk <= {_SEED}",
                {"k": k},
            )
        rest = ", ".join(name for name in _others(raw, "claim").split(", ") if name not in ("pk", "uid"))
        raw.execute(
            f"INSERT INTO claim(incident_pk, uid, {rest}) SELECT incident_pk + :k * 2000, randomblob(16), {rest} "
            f"FROM claim WHERE incident_pk <= {_SEED}",
            {"k": k},
        )
        raw.execute(
            "INSERT INTO incident_fts(rowid, words) SELECT incident_pk, lower(narrative) FROM incident_text "
            "WHERE incident_pk > :k * 2000 AND incident_pk <= (:k + 1) * 2000",
            {"k": k},
        )
    raw.execute("COMMIT")
    raw.close()
    return path


def _others(raw: object, table: str) -> str:
    rows = raw.execute(f"PRAGMA table_info({table})")  # type: ignore[attr-defined]
    return ", ".join(
        f'"{row[1]}"' if row[1] in ("min", "max", "text") else row[1]
        for row in rows
        if row[1] != "incident_pk"
    )
