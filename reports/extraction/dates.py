"""Dates that a text names, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from incidents.record.dates import DateProblem
from incidents.record.dates_said import understand_date
from reports.extraction.lexicon import Lexicon
from reports.extraction.mentions import DateMention, Event, distance
from reports.extraction.text import Text

_DATE = re.compile(
    r"\b(?:on )?((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last week)\b"
)


def find_dates(text: Text, words: Lexicon, *, published: date | None) -> list[DateMention]:
    """Every date that the text names, in order."""
    found = []
    for match in _DATE.finditer(text.text):
        sentence = text.sentence_at(match.start(1))
        if sentence is None or published is None:
            continue
        try:
            when = understand_date(match[1], published=published)
        except DateProblem:
            continue
        numbers = [
            i for i, w in enumerate(sentence.words) if w.start >= match.start(1) and w.end <= match.end(1)
        ]
        if numbers:
            found.append(DateMention(sentence, numbers[0], numbers[-1] + 1, text=match[1], when=when))
    return found


def date_for(
    event: Event, text: Text, dates: Sequence[DateMention], *, published: date | None
) -> DateMention | None:
    """The date of an event, as far as the text tells."""
    here = [d for d in dates if d.sentence is event.sentence]
    return min(here, key=lambda d: distance(event.sentence, d.first, event.first), default=None)
