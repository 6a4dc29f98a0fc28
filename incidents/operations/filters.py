"""Saved filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from incidents.case.writer import Writer
from incidents.errors import NotFound, Refused
from incidents.record.problems import Problem
from incidents.record.text import clean_line
from incidents.search.filter import Filter, write


def storable(line: str) -> str:
    """The text of a filter without lone surrogates, which can be typed into a search but not be stored."""
    return line.encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class SaveFilter:
    """Keep a filter under a name; the same name replaces."""

    name: str
    wanted: Filter
    why: str = ""
    label: ClassVar[str] = "Save a filter"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        name = clean_line(self.name)
        if not name:
            raise Refused([Problem("name", "Give the filter a name.", key="filter.name")])
        writer.save_filter(name, storable(write(self.wanted)))
        writer.label = f"Save the filter “{name}”"


@dataclass(frozen=True, slots=True)
class RemoveFilter:
    """Remove a saved filter."""

    name: str
    why: str = ""
    label: ClassVar[str] = "Remove a saved filter"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        name = clean_line(self.name)
        if writer.saved_filter(name) is None:
            raise NotFound(f"There is no saved filter “{name}”.")
        writer.save_filter(name, None)
        writer.label = f"Remove the filter “{name}”"
