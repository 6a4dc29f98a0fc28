"""Who the text says is the source of what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.extraction.lexicon import Lexicon
from reports.extraction.mentions import Event, SpeakerMention
from reports.extraction.text import Text

_ACCORDING = re.compile(r"\b[Aa]ccording to ([^,.;]+)")


def find_speakers(text: Text, words: Lexicon) -> list[SpeakerMention]:
    """Every source that the text names, with the stretch of its sentence that it vouches for."""
    found = []
    for match in _ACCORDING.finditer(text.text):
        sentence = text.sentence_at(match.start())
        if sentence is None:
            continue
        numbers = [
            i for i, w in enumerate(sentence.words) if w.start >= match.start(1) and w.end <= match.end(1)
        ]
        if numbers:
            found.append(
                SpeakerMention(
                    sentence,
                    numbers[0],
                    numbers[-1] + 1,
                    name=match[1],
                    scope_first=0,
                    scope_last=len(sentence.words),
                )
            )
    return found


def speaker_for(event: Event, text: Text, speakers: Sequence[SpeakerMention]) -> SpeakerMention | None:
    """Who is said to claim an event, None when the publisher tells it in its own voice."""
    here = [
        s for s in speakers if s.sentence is event.sentence and s.scope_first <= event.first < s.scope_last
    ]
    return here[-1] if here else None
