"""Which numbers are people, and which of them an event befell. The sign of the event stands in brackets."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.figures import Figure
from reports.extraction.mentions import CountMention, Event
from reports.extraction.people.befallen import better_count, count_for, same_count
from reports.extraction.people.finding import find_counts
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text

WORDS = lexicon("en")
NONE = (None, None)
# fmt: off
BEFALLEN: list[tuple[Any, ...]] = [
    ("At least 12 villagers were [killed] when shells fell on the market.", "killing", (12, None)),
    ("Gunmen [killed] three farmers and wounded two others.", "killing", (3, 3)),
    ("Gunmen killed three farmers and [wounded] two others.", "injury", (2, 2)),
    ("Three gunmen [killed] two farmers.", "killing", (2, 2)),
    ("Four policemen [arrested] a student in the capital.", "detention", (1, 1)),
    ("Up to 400 families have [fled] the district.", "displacement", (None, 400, 'households')),
    ("Some 2,300 people, among them 600 children, [fled] to the hills.", "displacement", (2300, 2300)),
    ("More than 60 people, including nine women, were [arrested] on Friday.", "detention", (60, None)),
    ("The blast killed 14 and [injured] 45.", "injury", (45, 45)),
    ("The blast [killed] 14 and injured 45.", "killing", (14, 14)),
    ("Between 20 and 30 passengers were [abducted] on the road.", "abduction", (20, 30)),
    ("Dozens of protesters were [beaten] by police.", "torture", (24, None)),
    ("Hundreds of families [left] their villages.", "displacement", (200, None, 'households')),
    ("She was [arrested] at her home.", "detention", (1, 1)),
    ("Soldiers took the mayor away and [detained] him for two days.", "detention", (1, 1)),
    ("The [arrest] of a radio journalist on 3 May drew protests.", "detention", (1, 1), "noun"),
    ("The [deaths] of 27 miners were confirmed.", "killing", (27, 27), "noun"),
    ("A 16-year-old girl was [raped] by two soldiers.", "sexual_violence", (1, 1)),
    ("Two nuns and a driver were [kidnapped] near the town.", "abduction", (3, 3)),
    ("Maria Lopez and Juan Perez were [detained] on Monday.", "detention", (2, 2)),
    ("Seven villages were burned and thousands [fled].", "displacement", (2000, None)),
    ("The town, which had 40,000 inhabitants, was [shelled] for three days.", "attack", NONE),
    ("In 2014 people [fled] the region again.", "displacement", NONE),
    ("On 12 March civilians were [killed] in the square.", "killing", NONE),
    ("Rebels [released] 56 prisoners in exchange for 12 soldiers.", "release", (56, 56)),
    ("The death toll [rose] to 340.", "killing", (340, 340)),
    ("An estimated 90,000 refugees have [returned] since January.", "return", (90000, 90000)),
    ("Of the 80 people detained, 30 were [released] the next day.", "release", (30, 30)),
    ("Nearly 1.2 million people are [displaced] in the province.", "displacement", (1200000, 1200000)),
    ("Five soldiers and 11 civilians were [killed] in the ambush.", "killing", (11, 11)),
    ("The army said 20 fighters and six civilians had been [killed].", "killing", (6, 6)),
    ("Police [beat] 20 students with batons.", "attack", (20, 20)),
    ("Rockets [hit] a hospital, killing nine patients.", "attack", NONE),
    ("Rockets hit a hospital, [killing] nine patients.", "killing", (9, 9)),
    ("Over the past three months 150 men were [conscripted].", "forced_recruitment", (150, 150)),
    ("The convoy of 35 trucks [evacuated] 1,100 residents from the old town.", "evacuation", (1100, 1100)),
    ("About 70 per cent of houses were destroyed and many people [fled].", "displacement", NONE),
    ("Aid worth $2 million for 45,000 people was [blocked] at the checkpoint.", "aid_obstruction", (45000, 45000)),
    ("Two brothers aged 14 and 17 were [shot] dead.", "killing", (2, 2)),
    ("The bodies of 33 men were [found] in a well.", "killing", (33, 33)),
    ("Police found 33 [bodies] in a well.", "killing", (33, 33), "noun"),
    ("A total of 1,745 migrants were [expelled] across the border.", "forced_transfer", (1745, 1745)),
    ("None of the 12 hostages was [hurt].", "injury", NONE),
    ("One in five residents has [left].", "displacement", NONE),
    ("At least 3,000 homes were destroyed and 18,000 people [displaced].", "displacement", (18000, 18000)),
    ("Militiamen [abducted] at least ten girls from the school.", "abduction", (10, None)),
    ("The attackers [abducted] the priest, Father Andrew Mbeki, at gunpoint.", "abduction", (1, 1)),
    ("Human rights lawyer Samir Haddad was [released] on bail.", "release", (1, 1)),
    ("The two men, who had been missing since June, were [found] dead.", "killing", (2, 2)),
    ("Both women were [freed] on Tuesday.", "release", (2, 2)),
    ("The pair were [freed] on Tuesday.", "release", (2, 2)),
    ("All six were [tortured] in custody.", "torture", (6, 6)),
    ("The [kidnapping] of 23 schoolboys shocked the region.", "abduction", (23, 23), "noun"),
    ("Article 7 was cited when 40 people were [detained].", "detention", (40, 40)),
    ("No fewer than fifty-two worshippers [died].", "killing", (52, None)),
    ("Two hundred and fifty people were [evacuated] by boat.", "evacuation", (250, 250)),
    ("Twenty to thirty armed men [attacked] the village.", "attack", NONE),
    ("As many as 500 children have been [recruited] by armed groups.", "forced_recruitment", (None, 500)),
    ("Fewer than 100 people [remain] in the besieged quarter.", "aid_obstruction", (None, 100)),
    ("A woman and her two children were [killed].", "killing", (3, 3)),
    ("The number of people [displaced] reached 61,000 by Friday.", "displacement", (61000, 61000)),
    ("In the camp, with a capacity of 5,000, women were [raped].", "sexual_violence", NONE),
    ("The shelling killed eight people, three of them children, and [wounded] 21.", "injury", (21, 21)),
    ("Authorities [arrested] opposition leader Amina Diallo on 4 June.", "detention", (1, 1)),
    ("The commander [executed] 15 captured civilians.", "killing", (15, 15)),
    ("More than a dozen aid workers have been [killed] this year.", "killing", (12, None)),
    ("Hundreds of thousands [fled] into Chad.", "displacement", (200000, None)),
    ("A further 14 people were [injured], four of them seriously.", "injury", (14, 14)),
    ("The 46 detainees, most of them students, were [tortured].", "torture", (46, 46)),
    ("Some 50 people were arrested, of whom 20 have since been [released].", "release", (20, 20)),
    ("Her husband was [shot] in front of her.", "killing", (1, 1)),
    ("Several people were [killed].", "killing", NONE),
    ("At least four aid workers, including two Norwegians, were [abducted] last week.", "abduction", (4, None)),
    ("Some 800 families have been [evicted] from the valley since June.", "forced_transfer", (800, 800, 'households')),
    ("The attack left 19 people [dead] and 40 wounded.", "killing", (19, 19)),
    ("The attack left 19 people dead and 40 [wounded].", "injury", (40, 40)),
    ("It brings to 214 the number of people [killed] since April.", "killing", (214, 214)),
    ("Two days later, 60 villagers were [taken] to an unknown place.", "abduction", (60, 60)),
    ("After 14 months in jail the blogger was [released].", "release", (1, 1)),
    ("All 32 passengers were [freed] unharmed.", "release", (32, 32)),
    ("A group of 15 men [raped] six women and a girl.", "sexual_violence", (7, 7)),
    ("Security forces have [arrested] hundreds of people, most of them students.", "detention", (200, None)),
    ("A 43-year-old teacher and his son, 12, were [shot] by a sniper.", "killing", (2, 2)),
    ("The group has [kidnapped] more than 2,000 women and girls since 2014.", "abduction", (2000, None)),
    ("Every day, 200 to 300 people [cross] the river.", "displacement", (200, 300)),
    ("In the second raid, on 9 June, soldiers [killed] the village chief.", "killing", (1, 1)),
    ("The soldiers [burned] 120 houses, leaving 700 people homeless.", "attack", NONE),
    ("The soldiers burned 120 houses, [leaving 700 people homeless].", "displacement", (700, 700)),
    ("More than 1,000 detainees are [held] in cells built for 200.", "detention", (1000, None)),
    ("UNHCR has registered 12,450 new [arrivals] since Monday.", "displacement", (12450, 12450), "noun"),
    ("The Red Cross [evacuated] 38 wounded people and their relatives.", "evacuation", (38, 38)),
    ("Twelve of the hostages were [released] in May.", "release", (12, 12)),
    ("Those [killed] included four children.", "killing", NONE),
    ("Among the [dead] were three doctors.", "killing", NONE, "noun"),
    ("The UN verified 47 cases of [rape].", "sexual_violence", (47, 47), "noun"),
    ("A mortar round [killed] a mother and three of her children.", "killing", (4, 4)),
    ("Ali Kareem, 27, was [tortured] for three days.", "torture", (1, 1)),
    ("Some 30 armed men [abducted] the nurse from the clinic.", "abduction", (1, 1)),
    ("The eight were [taken] to a military base.", "detention", (8, 8)),
    ("Police used tear gas, and 17 demonstrators were [injured].", "injury", (17, 17)),
    ("At least 11 people, all of them men, were [executed] in public.", "killing", (11, None)),
    ("More than one million people have been [displaced].", "displacement", (1000000, None)),
    ("100 prisoners from each side were [exchanged].", "release", (100, 100)),
    ("The mayor of the town was [abducted] by armed men.", "abduction", (1, 1)),
    ("Two thirds of the population have [fled].", "displacement", NONE),
    ("The 13,000-strong community has been [displaced].", "displacement", NONE),
    ("An airstrike on a wedding [killed] 23, mostly women and children.", "killing", (23, 23)),
    ("Three days of fighting [displaced] 9,000 families.", "displacement", (9000, 9000, 'households')),
    ("Tens of thousands of people, many barefoot, [walked] to the border.", "displacement", (20000, None)),
    ("Five of the 12 wounded later [died].", "killing", (5, 5)),
    ("Hussein was [arrested] in 2016 and has not been seen since.", "detention", (1, 1)),
    ("More than 300 schools were closed and 12 teachers [killed].", "killing", (12, 12)),
    ("Three UN staff were [killed] when a mob stormed their office.", "killing", (3, 3)),
    ("Three of its staff were [killed] when a mob stormed their office.", "killing", (3, 3)),
    ("A convoy of 20 buses carrying around 1,000 people [left] the city.", "evacuation", (1000, 1000)),
    ("Buses [took] a first group of 150 people out of the enclave.", "evacuation", (150, 150)),
    ("The number of evacuees has [risen] to 30,000.", "evacuation", (30000, 30000)),
    ("Around 900 refugees, many of them young, were [sent back].", "forced_transfer", (900, 900)),
    ("Another 20 were reported [missing].", "abduction", (20, 20)),
    ("He was [held] for 12 days and beaten.", "detention", (1, 1)),
    ("He was held for 12 days and [beaten].", "torture", (1, 1)),
    ("At least three men have [died] in custody since February.", "killing", (3, None)),
    ("Between 1 January and 15 March, 314 people were [killed].", "killing", (314, 314)),
    ("In the last two weeks alone, 2,600 people have [crossed] into Uganda.", "displacement", (2600, 2600)),
    ("The storm [displaced] some 40,000 people and killed 12.", "displacement", (40000, 40000)),
    ("So far this year, 1,400 asylum seekers have been [returned] by force.", "forced_transfer", (1400, 1400)),
    ("Her two sons, 19 and 22, were [taken] from the house.", "detention", (2, 2)),
    ("The 2,000 people who [fled] to the church have no food.", "displacement", (2000, 2000)),
    ("The conflict has [killed] 20,000 people and driven 2.6 million from their homes.", "killing", (20000, 20000)),
    ("Over 100 homes were destroyed, [displacing] 560 people.", "displacement", (560, 560)),
    ("A bomb [killed] five people, among them a policeman.", "killing", (5, 5)),
    ("As many as 60 fishermen [remain] in custody.", "detention", (None, 60)),
    ("The group let 21 of the girls [go] in October.", "release", (21, 21)),
    ("Two journalists working for a French magazine were [detained] for a week.", "detention", (2, 2)),
    ("One person was [killed] and eight were injured.", "killing", (1, 1)),
    ("One person was killed and eight were [injured].", "injury", (8, 8)),
    ("Nine people, including a pregnant woman, [drowned].", "killing", (9, 9)),
    ("About 4,500 people spent the night in a stadium after being [evacuated].", "evacuation", (4500, 4500)),
    ("Camp officials say 73 women [reported] having been raped.", "sexual_violence", (73, 73)),
    ("Villagers found the [bodies] of 11 young men.", "killing", (11, 11), "noun"),
    ("The siege has cut off 180,000 people from [aid].", "aid_obstruction", (180000, 180000), "noun"),
    ("Up to 100,000 civilians are [trapped] without food.", "aid_obstruction", (None, 100000)),
    ("The raid on the village, home to 3,000 people, [killed] eight.", "killing", (8, 8)),
    ("Former prime minister Karim Aziz was [freed] on Thursday.", "release", (1, 1)),
    ("The court ordered the [detention] of six lawyers.", "detention", (6, 6), "noun"),
    ("Gunmen on 30 motorbikes [killed] at least 17 farmers.", "killing", (17, None)),
    ("The blast [wounded] at least one hundred and twenty people.", "injury", (120, None)),
    ("More women than men were [killed].", "killing", NONE),
    ("Two more people were [killed] on Friday, bringing the toll to 14.", "killing", (2, 2)),
    ("Officials said 10 to 12 men were [taken] away.", "detention", (10, 12)),
    ("Eleven refugees, five of whom were children, [died] in the fire.", "killing", (11, 11)),
    ("Roughly 3 million Afghans have [returned] since 2002.", "return", (3000000, 3000000)),
    ("The mother and her baby were [killed] instantly.", "killing", (2, 2)),
    ("The imam and two of his students were [abducted].", "abduction", (3, 3)),
    ("Prisoners were [exchanged]: 65 for 110.", "release", NONE),
    ("A dozen or so men were [rounded up].", "detention", (12, 12)),
    ("Authorities have confirmed 54 [deaths].", "killing", (54, 54), "noun"),
    ("The minister put the number of [displaced] at half a million.", "displacement", (500000, 500000)),
    ("I was [beaten] for two hours.", "torture", NONE),
    ("Six members of one family were [killed] in their home.", "killing", (6, 6)),
    ("A family of six was [killed] in their home.", "killing", (6, 6)),
    ("Nearly two-thirds of the 1,200 [arrivals] are women.", "displacement", (1200, 1200), "noun"),
]
# fmt: on


def marked(said: str, kind: str, how: str = "verb") -> tuple[Text, Event]:
    """The text without its brackets, and the event whose sign stood in them."""
    begin, end = said.index("["), said.index("]") - 1
    text = Text(said.replace("[", "", 1).replace("]", "", 1), "en")
    sentence = text.sentence_at(begin)
    assert sentence is not None
    inside = [i for i, word in enumerate(sentence.words) if begin <= word.start and word.end <= end]
    return text, Event(sentence, inside[0], inside[-1] + 1, type=kind, kind=how)


def told(said: str, kind: str, how: str = "verb") -> tuple[object, ...]:
    text, event = marked(said, kind, how)
    count = count_for(event, text, find_counts(text, WORDS))
    if count is None:
        return NONE
    unit = () if count.figure.unit == "people" else (count.figure.unit,)
    return (count.figure.min, count.figure.max, *unit)


@pytest.mark.parametrize("case", BEFALLEN, ids=lambda case: case[0][:60])
def test_the_number_of_those_whom_the_event_befell(case: tuple[Any, ...]) -> None:
    said, kind, wanted, *how = case
    assert told(said, kind, *how) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("At least 12 civilians died.", ["At least 12 civilians"]),
        ("Some 40 of the 90 students are missing.", ["Some 40 of the 90 students"]),
        ("They burned 53 shops, 14 trucks and two schools.", []),
        ("On 3 May 2019, at 10:30, prices rose by 12 percent to $40.", []),
        ("Resolution 2736 and article 33 were read on page 12.", []),
        ("A boy aged 14 and a girl of 9 years were there.", []),
        ("He walked 300 kilometres in 12 days.", []),
        ("The hall has room for 500 people.", []),
        ("Nine Malians and two Ghanaians stayed.", ["Nine Malians and two Ghanaians"]),
        ("3,300 families came.", ["3,300 families"]),
    ],
)
def test_numbers_of_people_are_told_from_other_numbers(said: str, wanted: list[str]) -> None:
    assert [count.text for count in find_counts(Text(said, "en"), WORDS)] == wanted


def test_the_words_are_kept_as_they_were_written() -> None:
    (count,) = find_counts(Text("More than  forty-two fishermen\nwere held.", "en"), WORDS)
    assert count.figure == Figure(42, None, None, "more_than", text="More than forty-two fishermen")


def mention(figure: Figure, noun: str = "people", single: bool = False) -> CountMention:
    sentence = Text("Nobody.", "en").sentences[0]
    return CountMention(sentence, 0, 1, figure=figure, noun=noun, single=single)


def test_an_exact_number_is_better_than_the_bound_that_it_keeps_to() -> None:
    bound, exact = mention(Figure(70, None, None, "more_than")), mention(Figure(77, 77, 77, "exact"))
    assert better_count(bound, exact) is exact
    assert better_count(exact, bound) is exact
    assert same_count(bound, exact)


def test_a_number_is_better_than_none_and_than_a_person_without_one() -> None:
    one, ten = mention(Figure(1, 1, 1, "exact"), single=True), mention(Figure(10, 10, 10, "exact"))
    assert better_count(None, one) is one
    assert better_count(one, ten) is ten
    assert not same_count(one, ten)


def test_the_civilians_are_counted_where_others_are_counted_too() -> None:
    everybody = mention(Figure(20, None, None, "more_than"))
    civilians = mention(Figure(14, 14, 14, "exact"), "civilians")
    assert better_count(everybody, civilians) is civilians


PIECES = [*"0123456789,.-–() \n'’%$abé", "two ", "of them ", "people ", "hundred ", "and ", "a ", "killed "]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_text_is_too_strange(said: str) -> None:
    for count in find_counts(Text(said, "en"), WORDS):
        assert 0 <= count.first < count.last <= len(count.sentence.words)
        assert said[count.start : count.end] == count.text
        for at in range(len(count.sentence.words)):
            count_for(Event(count.sentence, at, at + 1, type="killing"), Text(said, "en"), [count])
