"""The gate to a case: `read(question)` and `perform(operation)`, each in its own short transaction.

Reads run on the calling thread over a small pool of connections that cannot write. Operations run one after
the other on the case's own writing thread, each BEGIN IMMEDIATE. No session and no row leaves this package.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError

from incidents.case import header, journal, upgrades
from incidents.case.engine import fold_in, reader_engine, unfolded, writer_engine
from incidents.case.failures import told_apart
from incidents.case.tables import meta
from incidents.case.types import moment
from incidents.case.undoing import take_back
from incidents.case.writer import Reader, Writer
from incidents.errors import CaseDamaged, CaseError, CaseReadOnly, Refused
from incidents.record.text import clean_line
from incidents.vault.copies import file_trouble, whole_file
from incidents.vault.lock import CaseLock

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Question(Protocol[T_co]):
    """Something to find out; called inside a read transaction."""

    def __call__(self, reader: Reader) -> T_co:
        """Answer with plain values."""


class Operation(Protocol[T_co]):
    """Something a user can do; called inside a write transaction.

    `label` names it for "Undo: ...", `why` is the reason for the journal, `undoable` says if undo may take it back.
    """

    @property
    def label(self) -> str:
        """What the step is called."""

    @property
    def why(self) -> str:
        """The reason for the journal."""

    @property
    def undoable(self) -> bool:
        """True when undo may take it back."""

    def __call__(self, writer: Writer) -> T_co:
        """Do it, or raise and leave nothing behind."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who works on the case, as the journal names them."""

    name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_line(self.name))


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """What a case is, for titles and lists. country: the usual one, ISO 3166-1 alpha-3 or empty."""

    path: Path
    name: str
    country: str
    read_only: bool
    created_at: datetime
    upgraded_from: Path | None = None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What kinds of record and which ones a step changed."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an operation gave, and what it changed. step is 0 when nothing changed."""

    value: T
    changes: ChangeSet
    step: int
    label: str


@dataclass(slots=True)
class _History:
    """Steps of this session that undo and redo can take back: (number, label), the newest last."""

    undo: list[tuple[int, str]] = field(default_factory=list)
    redo: list[tuple[int, str]] = field(default_factory=list)


class Case:
    """One open case file."""

    def __init__(self, path: Path, actor: Actor, lock: CaseLock | None, upgraded_from: Path | None) -> None:
        """Use `create` or `open`."""
        self.actor = actor
        self._path = path
        self._lock = lock
        self._history = _History()
        self._closed = False
        self._alone = lock is None and not os.access(path.parent, os.W_OK)
        if self._alone and unfolded(path):
            raise CaseReadOnly(
                f"The last changes of “{path.name}” are in the file “{path.name}-wal” beside it, in a folder where you "
                "may not write. Copy both to a folder of your own and open the copy."
            )
        self._readers: Engine = reader_engine(path, alone=self._alone)
        self._writer: Engine | None = writer_engine(path) if lock else None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="case-writer") if lock else None
        try:
            self.info = self._read_info(upgraded_from)
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path | str, *, actor: Actor, name: str = "", country: str = "") -> Case:
        """A new, empty case at `path`, which must not exist yet. Readable by its owner alone."""
        path, name = Path(path), clean_line(name)
        try:
            known = path.exists()
        except OSError as error:
            raise file_trouble(error, path) from error
        if known:
            raise CaseError(f"There is a file “{path.name}” already. Open it, or choose another name.")
        with told_apart(path), whole_file(path) as partial:
            upgrades.create_tables(
                partial, name=name or clean_line(path.stem), country=country, now=datetime.now(UTC)
            )
        return cls.open(path, actor=actor)

    @classmethod
    def open(cls, path: Path | str, *, actor: Actor, read_only: bool = False) -> Case:
        """Open a case file, upgrading an older one after a backup.

        read_only takes no lock, so it also works while a window has the case open. A file that may not be
        written to is opened read-only by itself. Raises CaseInUse, NotACase, CaseDamaged, CaseTooNew.
        """
        path = Path(path).absolute()
        version = header.examine(path)
        real = path.resolve()
        if read_only or not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)):
            if version < header.SCHEMA:
                raise CaseReadOnly(
                    f"“{path.name}” must be upgraded first. Copy it to a folder where you may write."
                )
            return cls(real, actor, None, None)
        try:
            lock = CaseLock(real)
        except OSError as error:
            raise file_trouble(error, real) from error
        try:
            with told_apart(path):
                copy = upgrades.upgrade(real, version)
            return cls(real, actor, lock, copy)
        except BaseException:
            lock.release()
            raise

    def _read_info(self, upgraded_from: Path | None) -> CaseInfo:
        with told_apart(self._path), self._readers.begin() as connection:
            missing = upgrades.missing_tables(connection)
            if missing:
                raise CaseDamaged(f"“{self._path.name}” is damaged: it lacks {', '.join(sorted(missing))}.")
            if upgrades.instructions(connection):
                raise CaseDamaged(
                    f"“{self._path.name}” holds instructions of another program (triggers or views), so it is not "
                    "opened. Keep it as it is, and open a backup copy instead."
                )
            values = dict(connection.execute(select(meta.c.key, meta.c.value)).all())
        return CaseInfo(
            path=self._path,
            name=values.get("name", self._path.stem),
            country=values.get("country", ""),
            read_only=self._lock is None,
            created_at=moment(values.get("created_at", "1970-01-01T00:00:00Z")),
            upgraded_from=upgraded_from,
        )

    # The gate

    def read(self, question: Callable[[Reader], T] | Question[T]) -> T:
        """Answer a question in its own read transaction, on the calling thread."""
        with told_apart(self._path), self._readers.begin() as connection:
            return question(Reader(connection))

    def perform(self, operation: Operation[T]) -> Outcome[T]:
        """Carry out an operation whole or not at all, on the writing thread; waits for the outcome."""
        return self._on_writer(lambda: self._step(operation, "do" if operation.undoable else "note", None))

    def undo(self) -> Outcome[None]:
        """Take back the last step of this session."""
        return self._on_writer(lambda: self._turn(self._history.undo, self._history.redo, "undo"))

    def redo(self) -> Outcome[None]:
        """Do again what was taken back last."""
        return self._on_writer(lambda: self._turn(self._history.redo, self._history.undo, "redo"))

    def undoable(self) -> str | None:
        """What undo would take back, or None."""
        return self._history.undo[-1][1] if self._history.undo else None

    def redoable(self) -> str | None:
        """What redo would do again, or None."""
        return self._history.redo[-1][1] if self._history.redo else None

    def _on_writer(self, work: Callable[[], Outcome[Any]]) -> Outcome[Any]:
        if self._thread is None:
            raise CaseReadOnly(
                f"“{self._path.name}” is open for reading only, so nothing can be changed in it."
            )
        return self._thread.submit(work).result()

    def _step(self, operation: Operation[T], mode: str, undoes: int | None) -> Outcome[T]:
        assert self._writer is not None
        with told_apart(self._path), self._writer.begin() as connection:
            writer = Writer(connection, self.actor.name, datetime.now(UTC))
            writer.label = operation.label
            value = operation(writer)
            number = journal.head(connection)[2] + 1
            step = journal.Step(number, mode, writer.now, writer.actor, writer.label, operation.why, undoes)
            journal.append(connection, step, writer.entries)
        if not writer.entries:
            return Outcome(value, ChangeSet(), 0, writer.label)
        if mode == "do":
            self._history.undo.append((number, writer.label))
            self._history.redo.clear()
        kinds = frozenset(entry.kind for entry in writer.entries)
        return Outcome(value, ChangeSet(kinds, frozenset(writer.touched)), number, writer.label)

    def _turn(self, these: list[tuple[int, str]], those: list[tuple[int, str]], mode: str) -> Outcome[None]:
        if not these:
            raise Refused(f"There is nothing to {mode}.")
        step, label = these[-1]
        outcome: Outcome[None] = self._step(_TakeBack(step, label), mode, step)
        these.pop()
        those.append((outcome.step, label))
        return outcome

    def close(self) -> None:
        """Finish the running step, fold everything into the one file, and give it free. May be called twice."""
        if self._closed:
            return
        self._closed = True
        if self._thread is not None:
            self._thread.shutdown(wait=True)
        self._readers.dispose()
        if self._writer is not None:
            # What cannot be folded in now (full disk, damage) stays safe in the side file until the next opening.
            self._writer.dispose()
            with suppress(DBAPIError, driver.DatabaseError):
                fold_in(self._path)
        elif not self._alone:
            self._leave_one_file()
        if self._lock is not None:
            self._lock.release()

    def _leave_one_file(self) -> None:
        """Reading leaves empty side files behind; take them away unless somebody has the case open for writing."""
        with suppress(CaseError, OSError, DBAPIError, driver.DatabaseError):
            lock = CaseLock(self._path)
            try:
                fold_in(self._path)
            finally:
                lock.release()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class _TakeBack:
    """The operation that undo and redo are."""

    step: int
    label: str
    why: str = ""
    undoable: bool = False

    def __call__(self, writer: Writer) -> None:
        take_back(writer, self.step, self.label)


def data_version(reader: Reader) -> int:
    """A number that changes when another connection wrote to the file."""
    value: int = reader.connection.execute(text("PRAGMA data_version")).scalar_one()
    return value
