"""Who is said to claim what a sentence tells. The sign of the event stands in brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.extraction.mentions import Event
from reports.extraction.speakers.finding import find_speakers, speaker_for
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text

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
    ("Hospital officials in the city said at least 20 people had been [killed].", "Hospital officials in the city"),
    ("The toll was confirmed by the governor, who said ten had been [killed].", "the governor"),
    ("A spokesman, Colonel Idris Bello, said they had [killed] ten men.", "A spokesman, Colonel Idris Bello"),
    ("Ten people were [killed], two security sources told AFP.", "two security sources"),
    ("Ten people were [killed], a local official said on condition of anonymity.", "a local official"),
    ("Human Rights Watch documented the unlawful [killing] of 12 men.", "Human Rights Watch"),
    ("The UN mission in the country reported the [killing] of 12 men.", "The UN mission in the country"),
    ("Reports suggest that 12 men were [killed].", None),
    ("The president's office did not say how many had been [killed].", None),
    ("Survivors interviewed by the commission described how soldiers [killed] the men.", "Survivors"),
    ("Save the Children says the number of children [killed] has doubled.", "Save the Children"),
    ("Unidentified gunmen [killed] a priest, local sources said.", "local sources"),
    ("Medical sources told Al Jazeera five people had been [killed].", "Medical sources"),
    ("The two were [killed] by soldiers, their families say.", "their families"),
    ("Villagers accused the army of [killing] the men.", "Villagers"),
    ("As the governor, Ana Ruiz, told reporters, ten were [killed].", "the governor, Ana Ruiz"),
    ("The High Commissioner called on all sides to stop the [killing] of civilians.", None),
    ("In its annual report, the commission lists 44 people [killed] in custody.", "the commission"),
    ("The men were [killed], according to a report by the Human Rights Commission.", "the Human Rights Commission"),
    ("Data collected by the Protection Cluster show that 300 people were [killed].", "the Protection Cluster"),
    ("“Ten people were [killed] here,” the village head, Musa Garba, said.", "the village head, Musa Garba"),
    ("OCHA put the number of people [killed] at 33.", "OCHA"),
    ("A survivor recalled how his father was [killed].", "A survivor"),
    ("The interior ministry, citing police, said ten had been [killed].", "The interior ministry"),
    ("The UN refugee agency said on Friday that 900 people had been [expelled].", "The UN refugee agency"),
    ("Spokesperson Maya Lind told a briefing that 900 people had been [expelled].", "Spokesperson Maya Lind"),
    ("“We saw them being [killed],” one of the survivors told researchers.", "one of the survivors"),
    ("State television reported 40 people [killed].", "State television"),
    ("By mid-May the ministry had recorded 4,000 people [expelled].", "the ministry"),
    ("A senior officer, who asked not to be named, said the men were [killed].", "A senior officer"),
    ("Ten were [killed], says the report.", "the report"),
    ("The men were taken away and, their wives believe, [killed].", None),
    ("Nobody knows how many were [killed], aid workers say.", "aid workers"),
    ("The brothers were [killed] on the spot, their uncle told the newspaper.", "their uncle"),
    ("The prosecutor's office opened a case into the [killing].", None),
    ("According to the governor of the province, Juan Diaz, ten were [killed].", "the governor of the province"),
    ("Officials from both sides confirmed that ten had been [killed].", "Officials from both sides"),
    ("As of Monday, ten people had been [killed], according to OCHA.", "OCHA"),
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
