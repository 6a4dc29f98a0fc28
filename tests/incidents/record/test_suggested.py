"""What an incident takes over from a suggestion."""

from __future__ import annotations

import pytest

from incidents.record.incident import Report
from incidents.record.suggested import claim_of
from incidents.record.suggestion import Mark, Passage, Suggestion


@pytest.mark.parametrize(
    ("event", "people", "word"),
    [
        ("50 civilians were killed", "50 civilians", "killed"),
        ("civilians were killed", "", "killed"),
        ("killed 50 civilians", "50 civilians", "killed"),
        ("the killing of 50 civilians", "50 civilians", "the killing"),
        ("led away", "", "led away"),
        ("evacuation", "", "evacuation"),
        ("50 personnes ont été tuées", "50 personnes", "tuées"),
        ("50 человек были убиты", "50 человек", "убиты"),
        ("were", "", "were"),
        ("50 civilians", "50 civilians", ""),
        ("fired 12 shells", "", ""),
        ("came in the night and took away all the men", "", ""),
    ],
)
def test_the_sources_own_word_is_no_sentence(event: str, people: str, word: str) -> None:
    text = f"On Sunday {event} there."
    marks = [Mark(kind, _at(said, text)) for kind, said in (("event", event), ("people", people)) if said]
    one = Suggestion(type="killing", evidence=(Passage(0, len(text)),), marks=tuple(marks))
    assert claim_of(one, Report(id=None, title="T", text=text)).reported_as == word  # type: ignore[arg-type]


def _at(words: str, text: str) -> Passage:
    return Passage(text.index(words), text.index(words) + len(words))
