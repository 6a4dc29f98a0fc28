"""Makes a briefing from an open case: what the window and `vigil brief` call."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.progress import Progress
from reports.briefing.request import BriefingRequest

if TYPE_CHECKING:
    from incidents.case import Case
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


def gazetteer() -> Names | None:
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
    the content, and a VigilError when the file cannot be written; then nothing was written.
    """
    from reports.briefing.content.compose import say
    from reports.briefing.files import written_whole
    from reports.briefing.pages.render import render
    from reports.briefing.selection import Selection

    path = Path(path)
    names = names if names is not None else gazetteer()
    selected = case.read(Selection(request.filter, request.order))
    briefing = say(selected, request, names)  # refuses before a number is used up
    with written_whole(path) as file:
        numbered = request
        if not case.info.read_only and request.number is None:
            numbered = replace(request, number=_number(case, request, briefing, selected))
            briefing = say(selected, numbered, names)
        memory = io.BytesIO()
        pages = render(briefing, memory, progress)
        content = memory.getvalue()
        file.write(content)
    sha256 = hashlib.sha256(content).hexdigest()
    if numbered.number is not None and not case.info.read_only:
        _seal(case, numbered.number, sha256)
    return BriefingMade(path, pages, numbered.number, sha256, selected.tally.count)


def _number(case: Case, request: BriefingRequest, briefing: Briefing, selected: Selected) -> int:
    from incidents import operations as do
    from incidents.search.filter import write

    operation = do.NumberBriefing(
        title=briefing.masthead.title, filter_text=write(request.filter), profile=request.profile, tlp=request.tlp,
        incidents=selected.tally.count,
    )  # fmt: skip
    return case.perform(operation).value


def _seal(case: Case, number: int, sha256: str) -> None:
    from incidents import operations as do

    case.perform(do.SealBriefing(number=number, sha256=sha256))


def preview(case_read: Any, request: BriefingRequest, *, names: Names | None = None) -> bytes:
    """The PDF as it would be now, unnumbered and without being refused, for showing on the screen only."""
    from reports.briefing.content.compose import say
    from reports.briefing.pages.render import render
    from reports.briefing.selection import Selection

    selected = case_read(Selection(request.filter, request.order))
    memory = io.BytesIO()
    render(say(selected, request, names if names is not None else gazetteer(), gate=False), memory)
    return memory.getvalue()
