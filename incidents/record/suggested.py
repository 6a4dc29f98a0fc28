"""A suggestion that a case keeps, and the incident and claim that it would become."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from incidents.record.codes import GEO_PRECISION
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.record.figures import Figure
from incidents.record.incident import Report
from incidents.record.suggestion import Passage, Suggestion
from incidents.record.text import LINE_LIMIT, clean_line

OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"
# Words before the source's own word for what happened, and after it, in the languages that are written with spaces so.
_AUXILIARIES = frozenset(
    "was were been being be is are has have had got fut furent été est sont fue fueron sido era eran ser "
    "был была было были був була було були".split()
)
_LINKING = frozenset(
    "of the a an by in at on to from de des du del la le les el los las en por par di".split()
)
_MOST_WORDS = 4
_FINENESS = {code: rank for rank, code in enumerate(GEO_PRECISION)}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSuggestion:
    """A suggestion on its way from the report to an incident, or to rejection.

    Attributes:
        report: the report it was found in; position: where in its text it begins, which orders the suggestions.
        suggestion: None when what the case holds of it cannot be read any more.
        sha256: of the canonical JSON of the suggestion.
        state: "open", "accepted" or "rejected"; incident, incident_ref: what it became; why: reason of a rejection.
        withdrawn: the reason, when a newer suggestion took its place or taking in the report was undone.
    """

    id: UUID
    report: UUID
    position: int
    suggestion: Suggestion | None
    sha256: str
    state: str = OPEN
    incident: UUID | None = None
    incident_ref: str = ""
    why: str = ""
    withdrawn: str = ""
    version: int = 1

    @property
    def readable(self) -> bool:
        """False when only the fact that there was a suggestion is left."""
        return self.suggestion is not None

    @property
    def name(self) -> str:
        """How sentences name it."""
        return (
            f"{self.suggestion.type} at {self.position}"
            if self.suggestion
            else f"unreadable at {self.position}"
        )


def fits(suggestion: Suggestion, text: str) -> bool:
    """True when all that the suggestion was read from stands in the text."""
    passages = (*suggestion.evidence, *(mark.passage for mark in suggestion.marks))
    return bool(suggestion.evidence) and all(0 <= p.start < p.end <= len(text) for p in passages)


def draft_of(suggestion: Suggestion, report: Report) -> IncidentDraft:
    """The incident that a suggestion means, with its claim, ready to be checked, mended or saved.

    `report` is the report read whole: the quote is taken from its text.
    """
    return IncidentDraft(
        type=suggestion.type,
        date=suggestion.when,
        place=suggestion.place,
        place_text="" if suggestion.place else suggestion.place_text,
        country_text="" if suggestion.place else suggestion.country,
        admin1_text="" if suggestion.place else suggestion.admin1,
        geo_precision=_precision(suggestion),
        figures=_figures(suggestion.people),
        aggregate=suggestion.aggregate,
        occurrence=suggestion.occurrence,
        verification="reported",
        sensitivity="severe" if suggestion.type == "sexual_violence" else "moderate",
        tags=("pattern",) if suggestion.pattern else (),
        claims=(claim_of(suggestion, report),),
    )


def claim_of(
    suggestion: Suggestion, report: Report, *, reliability: str = "", credibility: str = ""
) -> ClaimDraft:
    """What the report says of the incident, word for word, with where it says so."""
    told = quoted(suggestion, report.text)
    usual = report.source.reliability if report.source else "F"
    return ClaimDraft(
        report=report,
        attributed_to=_line(suggestion.claimed_by),
        reported_as=_own_word(suggestion, report.text),
        quote=told.of(report.text) if told else "",
        quote_start=told.start if told else None,
        quote_end=told.end if told else None,
        reliability=reliability or usual,
        credibility=credibility or "6",
        figures=_figures(suggestion.people),
    )


def quoted(suggestion: Suggestion, text: str) -> Passage | None:
    """The sentences to quote: the first one and those that follow it at once, without the space around them."""
    start, end = suggestion.evidence[0].start, suggestion.evidence[0].end
    for passage in suggestion.evidence[1:]:
        if passage.start > end and text[end : passage.start].strip():
            break
        end = max(end, passage.end)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Passage(start, end) if start < end else None


def _own_word(suggestion: Suggestion, text: str) -> str:
    """The source's own word for what happened."""
    event = next((mark.passage for mark in suggestion.marks if mark.kind == "event"), None)
    if event is None:
        return ""
    letters = list(event.of(text))
    for mark in suggestion.marks:  # "50 civilians were killed": whom, where and when are fields of their own
        first, last = max(mark.passage.start, event.start), min(mark.passage.end, event.end)
        if mark.kind != "event" and first < last:
            letters[first - event.start : last - event.start] = "\n" * (last - first)
    parts = [_without_small_words(part.split()) for part in "".join(letters).split("\n")]
    word = " ".join(max(parts, key=lambda part: len(" ".join(part))))
    return _line(word) if len(word.split()) <= _MOST_WORDS and not any(c.isdigit() for c in word) else ""


def _without_small_words(words: list[str]) -> list[str]:
    """What stands behind "were" or "ont été", without "of the" at its end."""
    small = [word.casefold().strip(",;:") for word in words]
    behind = max((place + 1 for place, word in enumerate(small) if word in _AUXILIARIES), default=0)
    words, small = (words[behind:], small[behind:]) if behind < len(words) else (words, small)
    while small and small[-1] in _LINKING:
        words, small = words[:-1], small[:-1]
    return words


def _line(text: str) -> str:
    return clean_line(text)[:LINE_LIMIT]


def _figures(people: Figure) -> dict[str, Figure | str]:
    return {"people": people} if people.known else {}


def _precision(suggestion: Suggestion) -> str:
    """How precisely the place is known, unless that is more than the place allows."""
    place, code = suggestion.place, suggestion.geo_precision
    if place is None or code not in _FINENESS:
        return ""
    finest = place.precision if place.precision in _FINENESS else "country"
    return code if _FINENESS[code] >= _FINENESS[finest] else ""
