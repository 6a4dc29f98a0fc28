"""The title of an incident that nobody gave one: what, where, when."""

from __future__ import annotations

import re

from incidents.record.codes import TYPES
from incidents.record.dates import When
from incidents.record.dates_shown import describe_date
from incidents.record.place import Place

_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?=\d)")


def default_title(kind: str, place: Place | None, when: When, destination: Place | None = None) -> str:
    """ "Detention in Izyum, 1 May 2022", "Evacuation from Mariupol to Zaporizhzhia"."""
    what = TYPES[kind]
    title = what.label
    if place is not None:
        joined = "from" if what.movement and kind != "return" else "at" if place.kind == "site" else "in"
        title += f" {joined} {place.name}"
    if destination is not None and what.movement:
        title += f" to {destination.name}"
    if when.known:
        title += ", " + _WEEKDAY.sub("", describe_date(when)).replace(" (some day in this time)", "")
    return title
