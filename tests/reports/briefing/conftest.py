"""What tests of briefings share: cases made of given incidents, and the text of a PDF page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidents.case import Actor, Case
from incidents.case.writer import Writer
from incidents.record.incident import Incident, Report, Source
from incidents.record.place import Place
from reports.briefing import BriefingRequest, making
from reports.briefing.content.compose import say
from reports.briefing.content.tree import Briefing
from reports.briefing.selection import Selected, Selection

CLOCK = datetime(2022, 5, 6, 17, 30, tzinfo=UTC)
Making = Callable[..., Case]


class Names:
    """A gazetteer of two regions."""

    def label(self, code: str) -> str:
        known = {"UKR": "Ukraine", "UA-63": "Kharkiv Oblast, Ukraine", "UA-14": "Donetsk Oblast, Ukraine"}
        return known.get(code, code)


@dataclass(frozen=True)
class Fill:
    """Writes incidents as they are, past the rules of the record, so that hostile values get in too."""

    incidents: tuple[Incident, ...]
    label: str = "Fill"
    why: str = ""
    undoable: bool = True

    def __call__(self, writer: Writer) -> None:
        known: set[object] = set()
        for incident in self.incidents:
            records: list[Place | Source | Report | None] = [incident.place, incident.destination]
            for claim in incident.claims:
                records += [claim.report.source if claim.report else None, claim.report]
            for record in records:
                if record is not None and record.id not in known:
                    known.add(record.id)
                    writer.put(record)
            writer.put_incident(incident)


@pytest.fixture
def case_of(tmp_path: Path) -> Iterator[Making]:
    """Makes a case of incidents: case_of(an_incident(...), ...)."""
    with ExitStack() as open_cases:

        def make(*incidents: Incident) -> Case:
            path = tmp_path / f"case-{len(list(tmp_path.iterdir()))}.vigil"
            case = open_cases.enter_context(Case.create(path, actor=Actor("Olena")))
            if incidents:
                case.perform(Fill(tuple(incidents)))
            return case

        yield make


def a_request(**changes: object) -> BriefingRequest:
    """A request at a fixed time, under the strictest label."""
    values: dict[str, object] = {"title": "Kharkiv", "organisation": "Desk", "as_of": CLOCK, "tlp": "RED"}
    return BriefingRequest(**(values | changes))  # type: ignore[arg-type]


def read(case: Case, request: BriefingRequest | None = None) -> Selected:
    """What a briefing of the case is made from."""
    wanted = request or a_request()
    return case.read(Selection(wanted.filter, wanted.order))


def composed(case: Case, **changes: object) -> Briefing:
    """The content of a briefing of the whole case."""
    request = a_request(**changes)
    return say(read(case, request), request, Names())


def printed(case: Case, **changes: object) -> bytes:
    """The PDF of the whole case."""
    request = a_request(**changes)
    return making.draft(read(case, request), request, Names()).pdf


def page_texts(pdf: bytes) -> list[str]:
    """Text of each page as a reader copies it, with single spaces."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_bounded().replace("\ufffe", "").split()))
            text.close()
            page.close()
        return texts
    finally:
        document.close()


def whole_text(pdf: bytes) -> str:
    """All text of a PDF, without any white space: where lines end is the page's business."""
    return "".join("".join(page_texts(pdf)).split())


def placed(incident: Incident, number: int) -> Incident:
    """The incident with a place that the case keeps under an identity of its own."""
    from tests.builders import an_id

    place = incident.place
    return replace(incident, ref=f"UKR-2022-{number:04}", place=replace(place, id=an_id()) if place else None)
