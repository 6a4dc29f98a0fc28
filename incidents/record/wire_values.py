"""Values out of JSON that nobody vouches for: each is of the kind it must be, or is refused by the name of its key."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incidents.errors import VigilError
from incidents.record.saying import shown

# Larger numbers are a mistake or an attack; a count of people ends at 8 billion.
_LARGEST = 10**12
_MOST_ITEMS = 10_000


class WireProblem(VigilError):
    """JSON that is no incident; the sentence names the key."""


@dataclass(frozen=True, slots=True)
class Given:
    """One JSON object and where it stands ("claims.0.report."); a missing key and null are the same."""

    values: Mapping[str, Any]
    path: str = ""

    @classmethod
    def of(cls, path: str, value: object, known: frozenset[str]) -> Given:
        """An object that holds no other keys than the known ones."""
        where = f"{path}." if path else ""
        if not isinstance(value, Mapping):
            raise wrong(path or "incident", "an object", value)
        for key in value:
            if key not in known:
                listed = ", ".join(sorted(known))
                raise WireProblem(f"“{shown(f'{where}{key}', 80)}” is no known key. Known here are {listed}.")
        return cls(value, where)

    def at(self, key: str) -> str:
        """The whole name of a key."""
        return self.path + key

    def raw(self, key: str) -> object:
        """The value as it came; None for nothing."""
        return self.values.get(key)

    def text(self, key: str, default: str = "") -> str:
        """A text; `default` for nothing or an empty one."""
        value = self.values.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise wrong(self.at(key), "text", value)
        return value or default

    def truth(self, key: str) -> bool:
        """True or false; false for nothing."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            raise wrong(self.at(key), "true or false", value)
        return bool(value)

    def whole(self, key: str) -> int | None:
        """A whole number; None for nothing."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
            raise wrong(self.at(key), "a whole number", value)
        return value

    def number(self, key: str) -> float | None:
        """A finite number; None for nothing."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > _LARGEST:
            raise wrong(self.at(key), "a number", value)
        if not math.isfinite(value):
            raise wrong(self.at(key), "a number", value)
        return float(value)

    def items(self, key: str) -> list[tuple[str, object]]:
        """The items of a list, each with its whole name; empty for nothing."""
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise wrong(self.at(key), "a list", value)
        if len(value) > _MOST_ITEMS:
            raise WireProblem(f"“{self.at(key)}” has {len(value):,} entries; at most {_MOST_ITEMS:,} fit.")
        return [(f"{self.at(key)}.{number}", item) for number, item in enumerate(value)]

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found = []
        for name, item in self.items(key):
            if not isinstance(item, str):
                raise wrong(name, "text", item)
            found.append(item)
        return tuple(found)


def wrong(key: str, wanted: str, value: object) -> WireProblem:
    """The sentence for a value of the wrong kind."""
    kinds = ((bool, "true or false"), (str, "text"), (int, "a number"), (float, "a number"), (list, "a list"))
    kind = next((name for type_, name in kinds if isinstance(value, type_)), "an object")
    if value is None:
        kind = "nothing"
    said = f" ({shown(value, 40)})" if isinstance(value, str) and value else ""
    if kind == wanted == "a number":
        return WireProblem(f"“{shown(key, 80)}” is no number of a possible size.")
    if kind == wanted or (isinstance(value, int | float) and not isinstance(value, bool)):
        kind, said = "this number", ""
    return WireProblem(f"“{shown(key, 80)}” must be {wanted}, not {kind}{said}.")
