"""The files of the sample case as plain values: reports with their front matter, coded incidents, places, filters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


@dataclass(frozen=True, slots=True)
class SeedReport:
    """One report file: the fields of its front matter, and its text as it stands."""

    id: str
    title: str
    publisher: str
    source_kind: str
    reliability: str
    url: str
    published: str
    retrieved: str
    language: str
    author: str
    text: str


def reports() -> list[SeedReport]:
    """All reports in the order of their file names."""
    return [_report(file) for file in _files("reports", ".md")]


def incidents() -> list[dict[str, Any]]:
    """All coded incidents, each in the JSON form with the extra keys of README.md."""
    return [incident for file in _files("incidents", ".json") for incident in _json(file)]


def places() -> list[dict[str, Any]]:
    """Places that the gazetteer lacks."""
    return list(_json(_folder() / "places.json"))


def filters() -> list[dict[str, str]]:
    """Saved filters: a name, and the filter as one line of text."""
    return list(_json(_folder() / "filters.json"))


def _folder() -> Traversable:
    return resources.files("seeds")


def _files(folder: str, ending: str) -> Iterator[Traversable]:
    return iter(
        sorted((f for f in (_folder() / folder).iterdir() if f.name.endswith(ending)), key=lambda f: f.name)
    )


def _json(file: Traversable) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def _report(file: Traversable) -> SeedReport:
    _, front, text = file.read_text(encoding="utf-8").split("---\n", 2)
    told = dict(line.split(": ", 1) for line in front.strip().splitlines())
    told = {name.replace(" ", "_"): "" if value == "null" else value for name, value in told.items()}
    return SeedReport(**told, text=text.strip())
