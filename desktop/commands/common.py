"""What every verb needs: who works, the open case, the filter that the options mean."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date

from desktop.commands.exits import WrongCall
from incidents.case import Actor, Case
from incidents.errors import VigilError
from incidents.places import Gazetteer
from incidents.record.dates_said import understand_date
from incidents.record.place import Place
from incidents.record.text import clean_line
from incidents.search import questions as ask
from incidents.search.filter import Filter, FilterProblem, Period, check_grade, read_box
from incidents.settings import Settings


def actor() -> Actor:
    """Who works on the case: the name in the settings, else the login name."""
    return Actor(Settings().who)


def refuse_url(case: str) -> None:
    """Say that a team database is not possible, rather than that its file is missing."""
    if "://" in case:
        raise VigilError("Team databases are not supported by this version; name a case file.")


def open_case(options: argparse.Namespace, *, read_only: bool = False) -> Case:
    """The case that the call names."""
    refuse_url(options.case)
    return Case.open(options.case, actor=actor(), read_only=read_only)


def filter_of(options: argparse.Namespace, own: Iterable[Place]) -> Filter:
    """The filter that the options mean; `own` are the case's places, which may be regions too."""
    own = tuple(own)
    gazetteer = Gazetteer.shipped()
    try:
        grade = options.min_grade.strip().upper()
        if grade:
            check_grade(grade)
        first, last = _day(options.start, first=True), _day(options.end, first=False)
        return Filter(
            regions=tuple(dict.fromkeys(gazetteer.resolve_region(text, own) for text in options.region)),
            boxes=tuple(read_box(text) for text in options.within),
            period=Period(first, last, options.basis, options.rule) if first or last else None,
            types=tuple(options.type),
            statuses=tuple(options.status),
            min_grade=grade,
            sources=tuple(clean_line(name) for name in options.source),
            text=clean_line(options.text),
        )
    except VigilError as error:  # an unknown region or day is a word of the call that cannot be understood
        raise WrongCall(f"vigil {options.verb}: {error}") from error


class Names:
    """What regions are called: the gazetteer's, and the case's own places."""

    def __init__(self, own: Iterable[Place]) -> None:
        self._own = {f"place:{place.id}": place.label for place in own}

    def label(self, code: str) -> str:
        """A region code as people read it."""
        return self._own.get(code) or Gazetteer.shipped().label(code)


def own_places(case: Case) -> list[Place]:
    """The places that the case added because the gazetteer lacks them."""
    return case.read(ask.OwnPlaces())


def _day(text: str | None, *, first: bool) -> date | None:
    """The first or the last day of what was written, so that --to 2022-05 means until 31 May."""
    if text is None:
        return None
    when = understand_date(text, today=date.today())
    day = when.start or when.end if first else when.end or when.start
    if day is None:
        raise FilterProblem(f"“{text}” names no day to filter by; write one such as 2022-04-25.")
    return day
