"""Takes out of a record what a profile does not show, before any writer sees it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from incidents.record.codes import (
    RELIABILITY,
    RESPONSIBLE_TYPES,
    SENSITIVITY,
    SENSITIVITY_TLP,
    SOURCE_KINDS,
    TLP,
    TYPES,
)
from incidents.record.dates import When, around_day
from incidents.record.dates_shown import describe_date
from incidents.record.incident import Claim, Incident, Report
from incidents.record.place import Place
from reports.briefing import words
from reports.briefing.profiles import RECENT, Profile

_CHILD_TAGS = {"children", "unaccompanied_child", "separated_child"}
_CHILD_AGES = {"0_4", "5_11", "12_17", "child_u"}
LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "en:English uk:Ukrainian ru:Russian fr:French es:Spanish ar:Arabic he:Hebrew my:Burmese am:Amharic fa:Persian "
        "ht:Creole hy:Armenian az:Azerbaijani pl:Polish ro:Romanian tr:Turkish de:German pt:Portuguese zh:Chinese"
    ).split()
)
_HELD = {"evacuation", "detention"}
_STRICTEST_FIRST = tuple(TLP)
assert _STRICTEST_FIRST[0] == "RED" and set(SENSITIVITY_TLP) == set(SENSITIVITY)


def protected(incident: Incident) -> bool:
    """Sexual violence, or children among the people: never a single case in public."""
    kinds = {incident.type, *incident.types_other}
    young = any(group.age in _CHILD_AGES and group.count for group in incident.groups)
    return "sexual_violence" in kinds or bool(_CHILD_TAGS & set(incident.tags)) or young


def held_back(incident: Incident, profile: Profile, today: date) -> str:
    """Why an incident may only be counted: "severe", "protected", "ongoing", "no_summary"; "" if it may be told."""
    if incident.sensitivity in profile.never_single:
        return "severe"
    if profile.protected_counts_only and protected(incident):
        return "protected"
    if (
        profile.holds_back_ongoing
        and incident.occurrence == "ongoing"
        and _HELD & {incident.type, *incident.types_other}
    ):
        last = incident.when.last_day
        if last is None or last >= today - RECENT:
            return "ongoing"
    if profile.needs_summary and not incident.public_summary.strip():
        return "no_summary"
    return ""


def loosest_tlp(sensitivity: str, profile: Profile) -> str:
    """The most open label that an incident of this sensitivity may carry after the profile was applied."""
    return SENSITIVITY_TLP[profile.sensitivity_after.get(sensitivity, sensitivity)]


def too_open(tlp: str, told: Iterable[Incident], profile: Profile) -> tuple[str, tuple[str, ...]]:
    """The label that the content needs and the refs that need one stricter than `tlp`; ("", ()) when all is well."""
    rank = _STRICTEST_FIRST.index
    needed = [(loosest_tlp(incident.sensitivity, profile), incident.ref) for incident in told]
    refs = tuple(ref for label, ref in needed if rank(label) < rank(tlp))
    return (min((label for label, _ in needed), key=rank), refs) if refs else ("", ())


def shown_when(incident: Incident, profile: Profile, today: date) -> When:
    """The date as exactly as the profile allows."""
    when = incident.when
    if profile.dates == "month":
        return _coarse(when, "month")
    if profile.dates == "recent_week" and incident.sensitivity in ("high", "severe"):
        last = when.last_day
        if last is not None and last >= today - RECENT:
            return _coarse(when, "week")
    return when


def _coarse(when: When, precision: str) -> When:
    """The week or month around a date; a longer period from its first to its last month or week."""
    order = ("day", "week", "month", "quarter", "year", "unknown")
    if not when.known or when.start is None or when.end is None:
        return _coarse_open(when, precision)
    if (
        when.kind == "point"
        and order.index(when.precision) >= order.index(precision)
        and "/" not in when.edtf
    ):
        return when
    first, last = around_day(when.start, precision), around_day(when.end, precision)
    if first == last or first.end is None or last.end is None:
        return first
    return When(f"{first.edtf}/{last.edtf}", first.start, last.end, "span", precision)


def _coarse_open(when: When, precision: str) -> When:
    day = when.start or when.end
    if day is None:
        return when
    around = around_day(day, precision)
    if precision == "week":  # a week has no EDTF form of its own to stand at an open end
        return around
    if when.start:
        return When(
            f"{around.edtf}/{'..' if when.ongoing else ''}",
            around.start,
            None,
            when.kind,
            precision,
            "",
            when.ongoing,
        )
    open_start = ".." if when.edtf.startswith("..") else ""
    return When(f"{open_start}/{around.edtf}", None, around.end, when.kind, precision)


def shown_date(incident: Incident, profile: Profile, today: date) -> str:
    """The date in words."""
    when = shown_when(incident, profile, today)
    if when.known and when.start and when.end and when.precision == "week" and when != incident.when:
        return f"Week of {words.day(when.start)}"
    if when.known and when.end and when.start and when.end - when.start > timedelta(days=3660):
        return words.sentence(describe_date(incident.when if profile.dates == "exact" else when))
    return words.sentence(describe_date(when))


def area_name(place: Place) -> str:
    """Region and country of a place, without the place."""
    parts = [
        part for part in (place.admin1_name or place.admin1, place.country_name or place.country) if part
    ]
    if not parts and place.kind not in ("settlement", "site"):
        return place.name
    return ", ".join(dict.fromkeys(parts)) or "Place withheld"


def shown_place(place: Place | None, precision: str, profile: Profile) -> str:
    """The place as finely as the profile allows."""
    if place is None:
        return "Place not known"
    if profile.place == "admin1":
        return area_name(place)
    own = place.kind == "site" or (place.geonames is None and place.kind == "settlement")
    if own and not profile.sites:
        return f"A site in {area_name(place)}"
    return words.place_name(place, precision)


def shown_point(incident: Incident, profile: Profile) -> str:
    """Coordinates of a site that no gazetteer has, where the profile prints them."""
    place = incident.place
    if (
        place is None
        or place.lat is None
        or place.lon is None
        or not profile.points
        or place.geonames is not None
    ):
        return ""
    return f"{place.lat:.4f}, {place.lon:.4f}" if place.kind in ("site", "settlement") else ""


def shown_title(incident: Incident, profile: Profile) -> str:
    """The title as recorded, else type and place."""
    if profile.text == "full" and incident.title.strip():
        return incident.title
    return f"{TYPES[incident.type].label}, {shown_place(incident.place, incident.geo_precision, profile)}"


def shown_text(incident: Incident, profile: Profile) -> tuple[str, ...]:
    """Paragraphs that tell the incident."""
    told = incident.narrative if profile.text == "full" else incident.public_summary
    if profile.text == "full" and not told.strip():
        told = incident.public_summary
    return (told,) if told.strip() else ()


def shown_responsible(incident: Incident, profile: Profile) -> str:
    """The alleged responsible party, or empty."""
    kind = RESPONSIBLE_TYPES[incident.responsible_type].label if incident.responsible_type else ""
    if profile.responsible == "full":
        return (
            f"{incident.responsible} ({kind.lower()})"
            if incident.responsible and kind
            else incident.responsible or kind
        )
    if profile.responsible == "type_if_verified" and incident.verification != "verified":
        return ""
    return kind


def shown_speaker(claim: Claim, profile: Profile) -> str:
    """Who says so, as far as the profile tells."""
    kind = SOURCE_KINDS.get(claim.report.source.kind) if claim.report and claim.report.source else None
    if profile.source == "full":
        published = (
            f"published by {claim.report.publisher}" if claim.report and claim.report.publisher else ""
        )
        parts = [part for part in (claim.attributed_to, published) if part.strip()]
        return ", ".join(parts) or "Speaker not recorded"
    if profile.source == "kind" and kind is not None:
        return kind.label
    return "Source on file"


def shown_source(report: Report, profile: Profile) -> tuple[str, str, str]:
    """Publisher, further words, and web address of a report, as far as the profile tells."""
    source = report.source
    kind = SOURCE_KINDS[source.kind].label if source and source.kind else ""
    if profile.source == "on_file":
        return ("Source on file", kind, "")
    if profile.source == "kind":
        return (kind or "Source on file", "name on file", "")
    parts = [f"“{report.title}”" if report.title.strip() else "Untitled report", report.author]
    parts.append(
        f"published {words.day(report.published)}" if report.published else "date of publication not known"
    )
    if report.retrieved:
        parts.append(f"retrieved {words.day(report.retrieved)}")
    if report.language:
        parts.append(f"in {LANGUAGES.get(report.language, report.language)}")
    if source and source.reliability in RELIABILITY:
        parts.append(
            f"source reliability {source.reliability}, {RELIABILITY[source.reliability].label.lower()}"
        )
    if report.sha256:
        parts.append(f"SHA-256 {report.sha256[:16]}…")
    return (
        report.publisher or "Publisher not recorded",
        ", ".join(part for part in parts if part),
        report.url,
    )
