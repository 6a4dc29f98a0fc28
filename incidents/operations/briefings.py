"""Numbering briefings: each export is kept with its filter, profile and hash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from incidents.case.writer import Writer
from incidents.operations.filters import storable
from incidents.record.text import clean_line


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBriefing:
    """Give a briefing the case's next number; answers with it."""

    title: str
    filter_text: str
    profile: str
    tlp: str
    incidents: int
    why: str = ""
    label: ClassVar[str] = "Number a briefing"
    undoable: ClassVar[bool] = False

    def __call__(self, writer: Writer) -> int:
        return writer.number_briefing(
            title=clean_line(self.title),
            filter=storable(self.filter_text),
            profile=self.profile,
            tlp=self.tlp,
            incidents=self.incidents,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SealBriefing:
    """Keep the SHA-256 of a numbered briefing's finished file."""

    number: int
    sha256: str
    why: str = ""
    label: ClassVar[str] = "Export a briefing"
    undoable: ClassVar[bool] = False

    def __call__(self, writer: Writer) -> None:
        writer.seal_briefing(self.number, self.sha256)
