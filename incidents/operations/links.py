"""Ties between incidents: duplicate of, part of, led to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from incidents.case.writer import Writer
from incidents.errors import Refused
from incidents.record.codes import LINKS
from incidents.record.incident import Link
from incidents.record.problems import Problem


@dataclass(frozen=True, slots=True)
class LinkIncidents:
    """Say that `incident` is a duplicate of / part of / led to `other`."""

    incident: UUID
    kind: str
    other: UUID
    why: str = ""
    label: ClassVar[str] = "Link incidents"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        if self.kind not in LINKS:
            raise Refused(
                [Problem("kind", f"“{self.kind}” is no kind of link; known are {', '.join(LINKS)}.")]
            )
        mine, other = writer.incident(self.incident), writer.incident(self.other)
        if self.kind in ("duplicate_of", "part_of") and self._leads_back(writer, other.id):
            raise Refused(
                [
                    Problem(
                        "other",
                        f"{other.ref} already stands under {mine.ref}; the link would run in a circle.",
                    )
                ]
            )
        link = Link(self.kind, other.id, other.ref)
        if link not in mine.links:
            writer.put_incident(replace(mine, links=(*mine.links, link)))
        writer.label = f"Link {mine.ref} to {other.ref}"

    def _leads_back(self, writer: Writer, start: UUID) -> bool:
        """True when following links of this kind from `start` arrives at the incident itself."""
        seen, ahead = set(), [start]
        while ahead:
            uid = ahead.pop()
            if uid == self.incident:
                return True
            if uid not in seen:
                seen.add(uid)
                ahead += [link.other for link in writer.incident(uid).links if link.kind == self.kind]
        return False


@dataclass(frozen=True, slots=True)
class UnlinkIncidents:
    """Take a link back."""

    incident: UUID
    kind: str
    other: UUID
    why: str = ""
    label: ClassVar[str] = "Remove a link"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        mine = writer.incident(self.incident)
        kept = tuple(link for link in mine.links if (link.kind, link.other) != (self.kind, self.other))
        writer.put_incident(replace(mine, links=kept))
        writer.label = f"Remove a link of {mine.ref}"
