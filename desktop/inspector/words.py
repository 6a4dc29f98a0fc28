"""What the inspector says, in words: pure text from records, no Qt widgets in here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from incidents.record.codes import (
    AGES,
    DATE_PRECISION,
    FIGURE_KINDS,
    GEO_PRECISION,
    LINKS,
    MEASURES,
    OCCURRENCE,
    RESPONSIBLE_TYPES,
    SENSITIVITY,
    SEXES,
    TYPES,
    Term,
)
from incidents.record.dates_said import describe_date
from incidents.record.figures import Figure
from incidents.record.figures_said import describe_figure
from incidents.record.incident import Claim, Incident
from incidents.record.place import Place


def label(table: Mapping[str, Term], code: str) -> str:
    """The label of a code; an unknown code stands for itself."""
    return table[code].label if code in table else code


def moment(when: datetime | None) -> str:
    """Day and minute in local time: "1 June 2022, 14:05"."""
    if when is None:
        return ""
    local = when.astimezone()
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}, {local:%H:%M}"


MONTHS = ("January February March April May June July August September October November December").split()


def date_words(incident: Incident) -> tuple[str, str]:
    """The date, and how precise it is."""
    when = incident.when
    if not when.known:
        return describe_date(when).capitalize(), ""
    said = describe_date(when)
    kind = "one moment in this time" if when.kind == "point" and when.start != when.end else ""
    kind = "over this whole time" if when.kind == "span" else kind
    precision = f"Known to the {label(DATE_PRECISION, when.precision).lower()}"
    if when.precision == "unknown":
        precision = "Known only roughly"
    return said[:1].upper() + said[1:], f"{precision}; {kind}" if kind else precision


def place_words(place: Place | None, precision: str) -> tuple[str, str]:
    """The place, and how precisely it is known."""
    if place is None:
        return "Not known", ""
    term = GEO_PRECISION.get(precision or place.precision)
    return (
        place.label,
        f"{term.label}: {term.meaning[:1].lower()}{term.meaning[1:].rstrip('.')}" if term else "",
    )


def coordinates(place: Place | None, precision: str) -> str:
    """Latitude and longitude where they mean a point; an area's inner point is never shown as where it happened."""
    if place is None or place.lat is None or place.lon is None:
        return ""
    if (precision or place.precision) not in ("exact", "settlement", "near"):
        return ""
    north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.4f}° {north}, {abs(place.lon):.4f}° {east}"


def kind_word(incident_type: str, kind: str) -> str:
    """What the people of a figure are: the type's own word for its main figure."""
    if kind == "people" and incident_type in TYPES:
        word = TYPES[incident_type].people_word
        return word[:1].upper() + word[1:]
    return label(FIGURE_KINDS, kind)


def figure_words(figure: Figure) -> str:
    """A count in words, with the first letter large."""
    said = describe_figure(figure)
    return said[:1].upper() + said[1:]


def figure_origin(incident: Incident, kind: str) -> str:
    """Where a headline figure comes from."""
    claim = incident.headline
    if claim is None:
        return "Entered for the incident; no claim is marked as headline."
    if claim.figures.get(kind) == incident.figures.get(kind):
        return f"From the headline claim: {claim_name(claim)}."
    return "Not the headline claim's own number."


def claim_name(claim: Claim) -> str:
    """Who tells, in a few words: speaker, publisher and day."""
    parts = [claim.attributed_to]
    if claim.report:
        parts.append(claim.report.publisher or claim.report.title)
        if claim.report.published:
            day = claim.report.published
            parts.append(f"{day.day} {MONTHS[day.month - 1]} {day.year}")
    return ", ".join(part for part in parts if part) or "source not recorded"


def groups_words(incident: Incident) -> str:
    """People by sex and age, one group a line."""
    lines = []
    for group in incident.groups:
        who = f"{label(SEXES, group.sex)}, {label(AGES, group.age).lower()}"
        lines.append(f"{group.count:,} – {who}")
    return "\n".join(lines)


def responsible_words(incident: Incident) -> str:
    """The party said to be responsible, always marked as alleged."""
    if not incident.responsible and not incident.responsible_type:
        return ""
    kind = label(RESPONSIBLE_TYPES, incident.responsible_type)
    name = incident.responsible or kind
    return f"Alleged: {name}" + (f" ({kind.lower()})" if incident.responsible and kind else "")


def counting_words(incident: Incident) -> str:
    """How the figures may be added up, where that is not the usual way."""
    parts = []
    if incident.measure != "flow":
        parts.append(label(MEASURES, incident.measure))
    if incident.aggregate:
        parts.append("A total over several incidents; left out where those are counted")
    return ". ".join(parts)


def occurrence_words(incident: Incident) -> str:
    """Whether it occurred, goes on, or failed."""
    return label(OCCURRENCE, incident.occurrence)


def sensitivity_words(incident: Incident) -> tuple[str, str]:
    """The sensitivity and what it means."""
    term = SENSITIVITY.get(incident.sensitivity)
    return (term.label, term.meaning) if term else (incident.sensitivity, "")


def link_words(kind: str) -> str:
    """The kind of a link, as the beginning of a line."""
    return label(LINKS, kind)


_BACK = {"duplicate_of": "Duplicate", "part_of": "Contains", "led_to": "Follows"}


def link_words_back(kind: str) -> str:
    """The kind of a link seen from its other end."""
    return _BACK.get(kind, label(LINKS, kind))


def tag_words(tags: tuple[str, ...]) -> str:
    """Tags as words."""
    return ", ".join(tag.replace("_", " ") for tag in tags)
