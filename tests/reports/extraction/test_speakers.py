"""Who is said to claim what a sentence tells. The sign of the event stands in brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.extraction.lexicon import lexicon
from reports.extraction.mentions import Event
from reports.extraction.speakers import find_speakers, speaker_for
from reports.extraction.text import Text

WORDS = lexicon("en")
# fmt: off
CLAIMED = [
    ("Twelve people were [killed], the mayor said.", "the mayor"),
    ("Twelve people were [killed], said the mayor of the town, Ali Hassan.", "the mayor of the town"),
    ("The Ministry of Health said on Monday that 12 people had been [killed].", "The Ministry of Health"),
    ("According to the Red Crescent, 12 people were [killed].", "the Red Crescent"),
    ("Twelve people were [killed] in the raid, according to two witnesses.", "two witnesses"),
    ("Residents told Reuters that soldiers had [killed] the men.", "Residents"),
    ("The men were [killed] at dawn, residents told Reuters.", "residents"),
    ("The men were reportedly [killed] at dawn.", None),
    ("Twelve people were [killed] on Sunday.", None),
    ("Amnesty International has documented the [killing] of 12 people.", "Amnesty International"),
    ("A UN report says that 12 people were [killed].", "UN"),
    ("By the survivors' account, the men were [killed] at night.", "the survivors"),
    ("The minister condemned the [killing] of the men.", None),
    ("He was told to leave and then [killed].", None),
    ("“They [killed] my brother,” said Fatima, a mother of three.", "Fatima"),
    ("Jan Kowalski, who runs the hospital, said 30 people had been [killed].", "Jan Kowalski"),
    ("The army denied that its soldiers had [killed] anyone.", None),
    ("Police spokesman John Otieno confirmed that six people had been [killed].", "Police spokesman John Otieno"),
    ("It is said that 12 people were [killed].", None),
    ("Doctors at the hospital say at least 40 people were [killed].", "Doctors at the hospital"),
    ("We can confirm that 12 people were [killed].", None),
    ("The observatory's figures show that 12 people were [killed].", "The observatory"),
    ("Estimates by the health cluster put the number [killed] at 300.", "the health cluster"),
    ("Local media reported that a bomb had [killed] nine people.", "Local media"),
    ("The rebels, activists say, [killed] nine people.", "activists"),
    ("Her son was [killed] in May, she said.", "she"),
    ("The governor announced that 90 people had been [killed]. ", "The governor"),
    ("Rights groups have called for an inquiry into the [killing] of 12 people.", None),
    ("In a statement on Friday, the coalition claimed that it had [killed] no civilians.", "the coalition"),
]
# fmt: on


def claimed_by(said: str) -> str | None:
    begin, end = said.index("["), said.index("]") - 1
    text = Text(said.replace("[", "", 1).replace("]", "", 1), "en")
    sentence = text.sentence_at(begin)
    assert sentence is not None
    inside = [i for i, word in enumerate(sentence.words) if begin <= word.start and word.end <= end]
    event = Event(sentence, inside[0], inside[-1] + 1, type="killing")
    speaker = speaker_for(event, text, find_speakers(text, WORDS))
    return speaker.name if speaker else None


@pytest.mark.parametrize(("said", "wanted"), CLAIMED, ids=lambda case: str(case)[:60])
def test_who_is_said_to_claim_it(said: str, wanted: str | None) -> None:
    assert claimed_by(said) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Two men were shot, said Ana Silva. She added that a boy was [killed].", "Ana Silva"),
        ("Police said the road was closed. It says a driver was [killed].", "Police"),
        ("The Rights Council gave its view. He said that a driver was [killed].", "He"),
    ],
)
def test_a_pronoun_is_the_one_who_spoke_before(said: str, wanted: str) -> None:
    assert claimed_by(said) == wanted


PIECES = [*" ,.;“”’'-()\nAé", "said ", "according to ", "the ", "told ", "who ", "that ", "he ", "report "]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_text_is_too_strange(said: str) -> None:
    text = Text(said, "en")
    for speaker in find_speakers(text, WORDS):
        words = speaker.sentence.words
        assert speaker.name and 0 <= speaker.first < speaker.last <= len(words)
        assert 0 <= speaker.scope_first <= speaker.scope_last <= len(words)
