"""Numbers of people that a text names, and which of them an event is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.record.figures import FigureProblem
from incidents.record.figures_said import understand_count
from reports.extraction.lexicon import Lexicon
from reports.extraction.mentions import CountMention, Event, distance
from reports.extraction.text import Text

_COUNT = re.compile(
    r"\b(?:(?:more than|over|at least|up to|about|some|around|nearly|almost) )?(\d[\d,.]*\d|\d) (\w+)"
)


def find_counts(text: Text, words: Lexicon) -> list[CountMention]:
    """Every number of people that the text names, in order."""
    found = []
    people = words.words("people")
    for match in _COUNT.finditer(text.text):
        sentence = text.sentence_at(match.start())
        if sentence is None or match[2].lower() not in people:
            continue
        try:
            figure = understand_count(match[0])
        except FigureProblem:
            continue
        numbers = [
            i for i, w in enumerate(sentence.words) if w.start >= match.start() and w.end <= match.end()
        ]
        if numbers:
            found.append(
                CountMention(
                    sentence, numbers[0], numbers[-1] + 1, text=match[0], figure=figure, noun=match[2]
                )
            )
    return found


def count_for(event: Event, text: Text, counts: Sequence[CountMention]) -> CountMention | None:
    """The number of people that an event befell, as far as its own sentence tells."""
    here = [c for c in counts if c.sentence is event.sentence]
    return min(here, key=lambda c: distance(event.sentence, c.first, event.first), default=None)
