"""Makers of valid records for everybody's tests: each takes only what the test is about.

an_incident(type="detention", when="2022-05-01", people="more than 100")
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from incidents.record.dates import When
from incidents.record.dates_said import understand_date
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.record.figures import Figure
from incidents.record.figures_said import understand_count
from incidents.record.incident import Claim, Incident, Report, Source
from incidents.record.place import Place

TODAY = date(2022, 6, 1)
_numbers = count(1)


def an_id(number: int | None = None) -> UUID:
    """A UUID of version 7 that counts up, or the one of this number."""
    return UUID(int=(0x0181_0000_0000 << 80) | (7 << 76) | (2 << 62) | (number or next(_numbers)))


def a_when(text: str | When) -> When:
    """A date from what somebody would type."""
    return text if isinstance(text, When) else understand_date(text, today=TODAY)


def a_figure(count_: str | int | Figure) -> Figure:
    """A count from what somebody would type."""
    return count_ if isinstance(count_, Figure) else understand_count(str(count_))


def a_place(name: str = "Izyum", **changes: Any) -> Place:
    """A town in Kharkiv region, or another place."""
    values: dict[str, Any] = {
        "name": name,
        "country": "UKR",
        "country_name": "Ukraine",
        "admin1": "UA-63",
        "admin1_name": "Kharkiv",
        "lat": 49.2,
        "lon": 37.25,
        "regions": ("UKR", "UA-63"),
    }
    return Place(**(values | changes))


MARIUPOL: dict[str, Any] = {
    "name": "Mariupol",
    "admin1": "UA-14",
    "admin1_name": "Donetsk",
    "lat": 47.1,
    "lon": 37.54,
    "regions": ("UKR", "UA-14", "area:donbas"),
}


def a_source(name: str = "Kharkiv Courier", **changes: Any) -> Source:
    """A news outlet of reliability C."""
    return Source(**({"id": an_id(), "name": name, "kind": "media", "reliability": "C"} | changes))


def a_report(title: str = "Town near the border", **changes: Any) -> Report:
    """A report of 2 May 2022; `publisher` names its source."""
    publisher = changes.pop("publisher", "Kharkiv Courier")
    values = {"id": an_id(), "title": title, "source": a_source(publisher), "published": date(2022, 5, 2)}
    return Report(**(values | changes))


def a_claim(grade: str = "C3", **changes: Any) -> Claim:
    """A supporting claim; `people="more than 100"` sets its main figure, `publisher` its report's source."""
    publisher = changes.pop("publisher", None)
    people = changes.pop("people", None)
    values: dict[str, Any] = {
        "id": an_id(),
        "report": a_report(publisher=publisher) if publisher else a_report(),
        "reliability": grade[0],
        "credibility": grade[1],
        "figures": {} if people is None else {"people": a_figure(people)},
    }
    return Claim(**(values | changes))


def an_incident(**changes: Any) -> Incident:
    """A reported detention in Izyum on 1 May 2022 with one claim; `people`, `when` may be text."""
    people = changes.pop("people", None)
    values: dict[str, Any] = {
        "id": an_id(),
        "type": "detention",
        "title": "Detention in Izyum",
        "place": a_place(),
        "geo_precision": "settlement",
        "verification": "reported",
        "when": "1 May 2022",
    } | changes
    values["when"] = a_when(values["when"])
    if people is not None:
        values["figures"] = {**values.get("figures", {}), "people": a_figure(people)}
    if "claims" not in values:
        values["claims"] = (a_claim(headline=True, figures=values.get("figures", {})),)
    return Incident(**values)


def a_claim_draft(**changes: Any) -> ClaimDraft:
    """The draft of a claim on a report of 2 May 2022."""
    values: dict[str, Any] = {"report": a_report(), "reliability": "C", "credibility": "3"}
    return ClaimDraft(**(values | changes))


def a_draft(**changes: Any) -> IncidentDraft:
    """A draft that passes every rule: a detention in Izyum on 1 May 2022; `people` may be text."""
    people = changes.pop("people", None)
    values: dict[str, Any] = {"type": "detention", "place": a_place(), "date": "1 May 2022"}
    draft = IncidentDraft(**(values | changes))
    return draft if people is None else replace(draft, figures={**draft.figures, "people": people})
