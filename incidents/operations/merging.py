"""Merging: one incident survives with the claims of all, the others are withdrawn and point to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from incidents.case.writer import Writer, new_id
from incidents.errors import Refused
from incidents.record.check import settled
from incidents.record.incident import Claim, Incident, Link
from incidents.record.problems import Problem


@dataclass(frozen=True, slots=True)
class MergeIncidents:
    """Merge `others` into `keep`, which keeps its own facts and takes over their claims, tags and links."""

    keep: UUID
    others: Sequence[UUID]
    why: str = ""
    label: ClassVar[str] = "Merge incidents"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        keep = writer.incident(self.keep)
        others = [writer.incident(uid) for uid in self.others if uid != self.keep]
        if not others:
            raise Refused([Problem("others", "Choose at least two incidents to merge.", key="merge.one")])
        gone = [i.ref for i in (keep, *others) if i.verification == "withdrawn"]
        if gone:
            raise Refused([Problem("others", f"{', '.join(gone)} is withdrawn; restore it before merging.")])
        writer.put_incident(settled(_joined(keep, others)))
        reason = self.why or f"The same incident as {keep.ref}."
        for other in others:
            self._point_to(writer, keep, other)
            current = writer.incident(other.id)
            writer.put_incident(
                replace(current, verification="withdrawn", withdrawn=reason, survivor=keep.id, links=())
            )
        writer.label = f"Merge {', '.join(other.ref for other in others)} into {keep.ref}"

    @staticmethod
    def _point_to(writer: Writer, keep: Incident, other: Incident) -> None:
        """Let every incident that was tied to `other` be tied to the survivor."""
        for tied in writer.incidents_linking_to(other.id):
            links = [
                Link(link.kind, keep.id if link.other == other.id else link.other) for link in tied.links
            ]
            kept = tuple(dict.fromkeys(link for link in links if link.other != tied.id))
            writer.put_incident(replace(tied, links=kept))


def _joined(keep: Incident, others: Sequence[Incident]) -> Incident:
    # A claim that was withdrawn says nothing any more: the undo of an earlier merge leaves such behind.
    claims, known = list(keep.claims), {_content(claim) for claim in keep.live_claims}
    headless = keep.headline is None
    tags, types, links = list(keep.tags), list(keep.types_other), list(keep.links)
    merged = {keep.id, *(other.id for other in others)}
    for other in others:
        for claim in other.live_claims:
            if _content(claim) not in known:
                known.add(_content(claim))
                claims.append(replace(claim, id=new_id(), headline=claim.headline and headless))
                headless = headless and not claim.headline
        tags += other.tags
        types += [code for code in (other.type, *other.types_other) if code != keep.type]
        links += other.links
    return replace(
        keep,
        claims=tuple(claims),
        tags=tuple(dict.fromkeys(tags)),
        types_other=tuple(dict.fromkeys(types)),
        links=tuple(dict.fromkeys(Link(k.kind, k.other) for k in links if k.other not in merged)),
        narrative=keep.narrative or next((other.narrative for other in others if other.narrative), ""),
        when=keep.when if keep.when.known else next((o.when for o in others if o.when.known), keep.when),
        place=keep.place or next((other.place for other in others if other.place), None),
        geo_precision=keep.geo_precision
        if keep.place
        else next((other.geo_precision for other in others if other.place), ""),
    )


def _content(claim: Claim) -> tuple[object, ...]:
    """What makes two claims the same statement."""
    report = claim.report.id if claim.report else None
    return report, claim.quote, claim.attributed_to, claim.stance
