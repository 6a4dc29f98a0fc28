"""Makes a briefing from an open case: what the window and `vigil brief` call.

`make` does it all. The window does the same in steps, because it reaches a case only through questions and
operations: `Selection`, `draft`, `numbering`, `write_pdf`, `sealing`.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.progress import Progress
from incidents.search.filter import write
from reports.briefing.request import BriefingRequest

if TYPE_CHECKING:
    from incidents.case import Case
    from incidents.operations import NumberBriefing, SealBriefing
    from incidents.record.problems import Problem
    from reports.briefing.content.context import Names
    from reports.briefing.content.tree import Briefing
    from reports.briefing.selection import Selected


@dataclass(frozen=True, slots=True)
class BriefingMade:
    """A finished briefing. number is None for a draft of a read-only case; sha256 is that of the file."""

    path: Path
    pages: int
    number: int | None
    sha256: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing as it would be now.

    problems stop it from leaving; counted, under_review, left_out are numbers of incidents, told those of them that
    are printed one by one.
    """

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...]
    counted: int
    under_review: int
    left_out: int
    told: int


def gazetteer() -> Names:
    """The shipped gazetteer, which knows the names of regions."""
    from incidents.places import Gazetteer

    return Gazetteer.shipped()


def make(
    case: Case,
    request: BriefingRequest,
    path: Path | str,
    progress: Progress | None = None,
    *,
    names: Names | None = None,
) -> BriefingMade:
    """Number the briefing in the case's journal, write the PDF, and keep its SHA-256 with the number.

    A case that is open for reading only gives a draft without a number. Raises Refused when the TLP is too open for
    the content, and another VigilError when the file cannot be written; then nothing was written.
    """
    from reports.briefing.files import check_writable
    from reports.briefing.selection import Selection

    path = Path(path)
    names = names if names is not None else gazetteer()
    selected = case.read(Selection(request.filter, request.order))
    briefing = content(selected, request, names)
    numbers = not case.info.read_only and request.number is None
    if numbers:
        check_writable(path)  # before a number is used up
        request = replace(request, number=case.perform(numbering(briefing, request)).value)
        briefing = content(selected, request, names)
    made = write_pdf(briefing, path, progress, number=request.number)
    if numbers:
        case.perform(sealing(made))
    return made


def content(selected: Selected, request: BriefingRequest, names: Names | None = None) -> Briefing:
    """The content of a briefing; raises Refused when it may not leave like this."""
    from reports.briefing.content.compose import say

    return say(selected, request, names)


def numbering(briefing: Briefing, request: BriefingRequest) -> NumberBriefing:
    """The operation that gives the briefing its number."""
    from incidents import operations as do

    return do.NumberBriefing(
        title=briefing.masthead.title,
        filter_text=write(request.filter),
        profile=request.profile,
        tlp=request.tlp,
        incidents=len(briefing.incidents),
    )


def write_pdf(
    briefing: Briefing, path: Path, progress: Progress | None = None, *, number: int | None = None
) -> BriefingMade:
    """Write the PDF whole or not at all."""
    from reports.briefing.files import written_whole
    from reports.briefing.pages.render import render

    memory = io.BytesIO()
    pages = render(briefing, memory, progress)
    data = memory.getvalue()
    with written_whole(path) as file:
        file.write(data)
    return BriefingMade(path, pages, number, hashlib.sha256(data).hexdigest(), len(briefing.incidents))


def sealing(made: BriefingMade) -> SealBriefing:
    """The operation that keeps the hash of a numbered briefing."""
    from incidents import operations as do

    assert made.number is not None
    return do.SealBriefing(number=made.number, sha256=made.sha256)


def draft(
    selected: Selected, request: BriefingRequest, names: Names | None = None, progress: Progress | None = None
) -> Draft:
    """The PDF as it would be now and what stands against it, for showing on the screen only."""
    from reports.briefing.content.compose import blocked, say
    from reports.briefing.content.context import Context
    from reports.briefing.pages.render import render

    context = Context(selected, request, names)
    memory = io.BytesIO()
    pages = render(say(selected, request, names, gate=False), memory, progress)
    return Draft(
        pdf=memory.getvalue(),
        pages=pages,
        problems=tuple(blocked(context)),
        counted=len(context.headline),
        under_review=len(context.under_review),
        left_out=len(context.left_out),
        told=len(context.single),
    )


def preview(
    case_read: Callable[[Any], Any], request: BriefingRequest, *, names: Names | None = None
) -> bytes:
    """The PDF as it would be now, unnumbered and without being refused, for showing on the screen only."""
    from reports.briefing.selection import Selection

    selected = case_read(Selection(request.filter, request.order))
    return draft(selected, request, names if names is not None else gazetteer()).pdf
