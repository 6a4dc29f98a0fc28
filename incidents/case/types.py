"""Column types that mean the same on SQLite and on PostgreSQL, stored the way each is fast at."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BLOB, Date, DateTime, Integer, Text, TypeDecorator, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

from incidents.errors import CaseDamaged


class Uid(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite (its default text form costs twice the room and time), UUID on PostgreSQL."""

    impl = BLOB
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """BLOB here, UUID there."""
        return dialect.type_descriptor(BLOB(16) if dialect.name == "sqlite" else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """UUID to what the driver takes."""
        return value.bytes if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """What the driver gives to UUID."""
        if value is None or isinstance(value, UUID):
            return value
        try:
            return UUID(bytes=value)
        except (TypeError, ValueError):
            raise _damage("an identity", value) from None


class Day(TypeDecorator[date]):
    """A calendar day: the integer yyyymmdd on SQLite (smaller indexes, months by division), DATE elsewhere."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Integer here, DATE there."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """date to what the driver takes."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.year * 10000 + value.month * 100 + value.day

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """What the driver gives to date."""
        if value is None or isinstance(value, date):
            return value
        try:
            return date(value // 10000, value // 100 % 100, value % 100)
        except (TypeError, ValueError):
            raise _damage("a day", value) from None


class Moment(TypeDecorator[datetime]):
    """A UTC instant: ISO text ending in Z on SQLite (which would lose the zone), TIMESTAMPTZ elsewhere."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text here, TIMESTAMPTZ there."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Aware datetime to what the driver takes; a naive one is our bug."""
        if value is None:
            return None
        return stamp(value) if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """What the driver gives to an aware UTC datetime."""
        return value if value is None or isinstance(value, datetime) else moment(value)


class Json(TypeDecorator[Any]):
    """Lists and objects as canonical JSON text, so that equal values are equal bytes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Value to canonical text."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Text to value."""
        if value is None:
            return None
        try:
            return json.loads(value)
        except (TypeError, ValueError, RecursionError):
            raise _damage("a list", value) from None


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces; the journal's hashes stand on it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def stamp(moment: datetime) -> str:
    """A UTC instant as text with milliseconds: 2022-05-02T09:30:00.000Z."""
    if moment.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(value: Any) -> datetime:
    """The instant that `stamp` wrote; raises CaseDamaged for anything else."""
    try:
        read = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise _damage("a moment", value) from None
    if read.tzinfo is None:
        raise _damage("a moment", value)
    return read


def _damage(wanted: str, value: object) -> CaseDamaged:
    said = "".join(letter if letter.isprintable() else "?" for letter in str(value)[:40])
    return CaseDamaged(
        f"This case holds “{said}” where {wanted} must stand, so a part of it cannot be read. "
        "Keep it as it is, and open a backup copy instead."
    )
