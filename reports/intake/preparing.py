"""A document that was read becomes what is kept of it: a draft without faults, its text, its suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from incidents.places import Gazetteer
from incidents.record.check import check_report
from incidents.record.draft import ReportDraft
from incidents.record.layout import Layout
from incidents.record.place import Place
from incidents.record.saying import shown
from incidents.record.suggested import fits
from incidents.record.suggestion import Suggestion
from incidents.record.text import LINE_LIMIT, clean_line
from reports.intake.told import About
from reports.reading import Document

if TYPE_CHECKING:
    from reports.extraction.model import LocalModel


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What helps to understand a report.

    Attributes: country, the usual one of the case; own, places that the gazetteer lacks; model, the language model
    on this computer that reads a second time, if the user switched one on; silent, what the model said instead of
    an answer: it is asked once more for the next call, not for each of a thousand reports.
    """

    country: str = ""
    own: tuple[Place, ...] = ()
    model: LocalModel | None = None
    silent: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is kept of a document beside its original."""

    draft: ReportDraft
    text: str
    layout: Layout
    suggestions: tuple[Suggestion, ...]
    notes: tuple[str, ...]


def prepare(document: Document, about: About, around: Surroundings) -> Prepared:
    """Everything that can be told of a document; a value that cannot be true is left out with a note."""
    language = about.language or document.language or language_of(document.text)
    draft = ReportDraft(
        title=_short(about.title or document.title),
        publisher=_short(about.publisher or document.publisher),
        author=_short(document.author),
        url=document.url,
        published=about.published or document.published,
        language=language,
    )
    draft, faults = without_faults(replace(draft, text=document.text))
    layout = Layout.of(document.pages, document.lines)
    if not layout.fits(document.text):
        layout = Layout()
    found, notes = suggested(document.text, draft.published, draft.language, around)
    return Prepared(draft, document.text, layout, found, (*document.notes, *faults, *notes))


def without_faults(draft: ReportDraft) -> tuple[ReportDraft, tuple[str, ...]]:
    """The draft without values that the rules refuse: a document may say of itself what cannot be."""
    notes = []
    for problem in check_report(draft, today=datetime.now().astimezone().date()).errors:
        said = getattr(draft, problem.field, None)
        if problem.field != "text" and said:
            notes.append(f"The document says “{shown(str(said), 80)}”, which was left out. {problem.text}")
            without: dict[str, Any] = {problem.field: None if problem.field == "published" else ""}
            draft = replace(draft, **without)
    return draft, tuple(notes)


def language_of(text: str) -> str:
    """The language that a text is in, empty when unclear."""
    from reports.extraction import detect_language

    return detect_language(text)


def suggested(
    text: str, published: object, language: str, around: Surroundings
) -> tuple[tuple[Suggestion, ...], tuple[str, ...]]:
    """What the text seems to tell of, and a note where looking for it failed.

    A report is worth more than the suggestions in it: a mistake of ours there must not keep it out of the case.
    """
    if not text:
        return (), ()
    from reports.extraction import suggest

    day = published if isinstance(published, date) else None
    try:
        found = suggest(
            text,
            published=day,
            language=language,
            country=around.country,
            gazetteer=Gazetteer.shipped(),
            own=around.own,
        )
    except Exception as error:
        note = (
            f"Vigil could not look for incidents in this report ({type(error).__name__}). Read it yourself."
        )
        return (), (note,)
    found, notes = _read_again(found, text, day, around)
    kept = tuple(one for one in found if fits(one, text))
    return kept, notes


def _read_again(
    found: tuple[Suggestion, ...], text: str, day: date | None, around: Surroundings
) -> tuple[tuple[Suggestion, ...], tuple[str, ...]]:
    """The suggestions with those of the second reader, if there is one and it answers."""
    if around.model is None or around.silent:
        return found, tuple(around.silent)
    from reports.extraction.model import ModelProblem, read_with, with_second_reader

    try:
        other = read_with(around.model, text, published=day, country=around.country)
    except ModelProblem as error:
        around.silent.append(str(error))
        return found, (str(error),)
    return with_second_reader(found, other), ()


def _short(text: str) -> str:
    """One line that fits; what a document calls itself may be a whole page."""
    line = clean_line(text)
    return line if len(line) <= LINE_LIMIT else line[: LINE_LIMIT - 1].rsplit(" ", 1)[0] + "…"


def attached_names(names: Sequence[str]) -> str:
    """File names in a sentence."""
    told = [f"“{shown(name, 60)}”" for name in names[:10]]
    return ", ".join(told) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
