"""What cards and lists of the desk say, as plain text."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from incidents.record.codes import TYPES
from incidents.record.dates_said import describe_date
from incidents.record.figures_said import describe_figure
from incidents.record.suggestion import Suggestion

STATES = ("new", "in_work", "done", "set_aside")
LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "uk": "Ukrainian",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _tr(text: str) -> str:
    return QCoreApplication.translate("desk", text)


def state_word(state: str) -> str:
    """The state of a report."""
    words = {"new": "New", "in_work": "In work", "done": "Done", "set_aside": "Set aside"}
    return _tr(words.get(state, state))


def state_chip(state: str) -> str:
    """The same, as short as it can be."""
    return _tr("Aside") if state == "set_aside" else state_word(state)


def type_word(code: str) -> str:
    """The type of an incident."""
    return QCoreApplication.translate("codes", TYPES[code].label) if code in TYPES else code


def place_words(suggestion: Suggestion) -> str:
    """The place that the gazetteer found, else the words of the report, else that it is not known."""
    if suggestion.place is not None:
        return suggestion.place.label
    area = recorded_in(suggestion)
    if suggestion.place_text:
        said = (
            _tr("“{0}” (not in the gazetteer; recorded in {1})")
            if area
            else _tr("“{0}” (not in the gazetteer)")
        )
        return said.format(suggestion.place_text, area)
    return _tr("place not known (recorded in {0})").format(area) if area else _tr("place not known")


def recorded_in(suggestion: Suggestion) -> str:
    """The area that stands in for a place that is not in the gazetteer; empty where none is needed or known."""
    from incidents.places import known_area

    area = None if suggestion.place else known_area(suggestion.admin1, suggestion.country)
    return (area.admin1_name or area.name) if area else ""


def date_words(suggestion: Suggestion) -> str:
    """The date in words."""
    return describe_date(suggestion.when) if suggestion.when.known else _tr("date not known")


def people_words(suggestion: Suggestion) -> str:
    """How many people, in words."""
    return describe_figure(suggestion.people) if suggestion.people.known else _tr("number not known")


def remarks(suggestion: Suggestion) -> list[str]:
    """What else sets it apart: that it failed or goes on, that it is a total or a practice."""
    said = []
    if suggestion.occurrence == "failed":
        said.append(_tr("failed"))
    elif suggestion.occurrence == "ongoing":
        said.append(_tr("ongoing"))
    if suggestion.aggregate:
        said.append(_tr("total"))
    if suggestion.pattern:
        said.append(_tr("practice"))
    return said


def summary(suggestion: Suggestion) -> str:
    """Place, date and number in one line."""
    parts = [suggestion.place.name if suggestion.place else suggestion.place_text]
    parts.append(describe_date(suggestion.when) if suggestion.when.known else "")
    parts.append(describe_figure(suggestion.people) if suggestion.people.known else "")
    return " · ".join(part for part in parts if part) or _tr("place, date and number not known")


def spoken(number: int, suggestion: Suggestion, state: str, ref: str = "") -> str:
    """A card for those who listen."""
    said = [f"{number}. {type_word(suggestion.type)}", *remarks(suggestion)]
    said += [place_words(suggestion), date_words(suggestion), people_words(suggestion)]
    if suggestion.claimed_by:
        said.append(_tr("said by {0}").format(suggestion.claimed_by))
    if state == "accepted":
        said.append(_tr("accepted as {0}").format(ref) if ref else _tr("accepted"))
    elif state == "rejected":
        said.append(_tr("rejected"))
    return ", ".join(said)


def confidence_word(confidence: float) -> str:
    """How likely a person is to accept it."""
    share = round(confidence * 100)
    word = _tr("likely") if confidence >= 0.7 else _tr("possible") if confidence >= 0.4 else _tr("doubtful")
    return _tr("{0} ({1} %)").format(word, share)


def language_word(code: str) -> str:
    """The name of a language, or its code."""
    return _tr(LANGUAGES[code]) if code in LANGUAGES else code


def day_word(day: date | None) -> str:
    """ "2 May 2022", or empty."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def moment_word(at: datetime | None, today: date | None = None) -> str:
    """The time on the same day, else the day."""
    if at is None:
        return ""
    moment = at.astimezone()
    same = moment.date() == (today or datetime.now().astimezone().date())
    return f"{moment:%H:%M}" if same else day_word(moment.date())


def open_words(number: int) -> str:
    """ "3 suggestions"."""
    return _tr("1 suggestion") if number == 1 else _tr("{0} suggestions").format(f"{number:,}")
