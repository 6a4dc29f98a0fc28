"""What every verb needs: who works, the open case, the filter that the options mean."""

from __future__ import annotations

import argparse
from datetime import date

from desktop.commands.exits import WrongCall
from incidents.case import Actor, Case
from incidents.errors import VigilError
from incidents.places import Gazetteer
from incidents.record.dates_said import understand_date
from incidents.search import questions as ask
from incidents.search.filter import Filter, FilterProblem, Period, check_grade, read_box
from incidents.settings import Settings


def actor() -> Actor:
    """Who works on the case: the name in the settings, else the login name."""
    return Actor(Settings().who)


def open_case(options: argparse.Namespace, *, read_only: bool = False) -> Case:
    """The case that the call names."""
    if "://" in options.case:
        raise VigilError("Team databases are not supported by this version; name a case file.")
    return Case.open(options.case, actor=actor(), read_only=read_only)


def filter_of(options: argparse.Namespace, case: Case) -> Filter:
    """The filter that the options mean; a region may be a place of the case."""
    own = case.read(ask.OwnPlaces())
    gazetteer = Gazetteer.shipped()
    regions = tuple(dict.fromkeys(gazetteer.resolve_region(text, own) for text in options.region))
    try:
        if options.min_grade:
            check_grade(options.min_grade.upper())
        first, last = _day(options.start, first=True), _day(options.end, first=False)
        period = Period(first, last, options.basis, options.rule) if first or last else None
        return Filter(
            regions=regions,
            boxes=tuple(read_box(text) for text in options.within),
            period=period,
            types=tuple(options.type),
            statuses=tuple(options.status),
            min_grade=options.min_grade.upper(),
            sources=tuple(options.source),
            text=options.text,
        )
    except FilterProblem as error:
        raise WrongCall(f"vigil {options.verb}: {error}") from error


def _day(text: str | None, *, first: bool) -> date | None:
    """The first or the last day of what was written, so that --to 2022-05 means until 31 May."""
    if not text:
        return None
    when = understand_date(text, today=date.today())
    return when.start or when.end if first else when.end or when.start
