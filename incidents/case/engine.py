"""How a case file is connected to: one driver, and every setting in this one place.

The driver is sqlcipher3 for plain files too, so that one SQLite version serves plain and encrypted cases.
Writes go through one connection with BEGIN IMMEDIATE; reads through a small pool that may not write.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

APPLICATION_ID = 0x5667494C
READERS = 4
_WAIT_MS = 5000
_CACHE_KIB = 16000


def connect(path: Path, *, write: bool, alone: bool = False) -> Any:
    """A driver connection with Vigil's settings.

    alone: the folder cannot be written to, so no side file can be made; the file is taken as unchanging.
    """
    mode = "rw" if write else "ro"
    uri = f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}" + ("&immutable=1" if alone else "")
    raw = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    settings = ["cipher_log_level=NONE", "temp_store=MEMORY", "foreign_keys=ON", f"busy_timeout={_WAIT_MS}"]
    settings += [f"cache_size=-{_CACHE_KIB}", "trusted_schema=OFF"]
    settings += ["journal_mode=WAL", "synchronous=FULL"] if write else ["query_only=ON"]
    try:
        for setting in settings:
            raw.execute(f"PRAGMA {setting}").close()
    except BaseException:
        raw.close()
        raise
    return raw


def fold_in(path: Path) -> None:
    """Write everything from the side files into the one case file, so that it alone can be copied."""
    raw = connect(path, write=True)
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    finally:
        raw.close()


def unfolded(path: Path) -> bool:
    """True when a side file holds changes that are not in the case file yet: open elsewhere, or left by a crash."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except OSError:
        return False


def writer_engine(path: Path) -> Engine:
    """An engine of one connection whose every transaction is BEGIN IMMEDIATE."""
    return _engine(path, write=True, size=1, begin="BEGIN IMMEDIATE")


def reader_engine(path: Path, *, alone: bool = False) -> Engine:
    """An engine of a few connections that cannot write."""
    return _engine(path, write=False, size=READERS, begin="BEGIN", alone=alone)


def _engine(path: Path, *, write: bool, size: int, begin: str, alone: bool = False) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, write=write, alone=alone),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
