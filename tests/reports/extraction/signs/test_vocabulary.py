"""The words of English reports: each sentence holds a sign of the type beside it, however it is put."""

from __future__ import annotations

import pytest

from reports.extraction.suggesting import signs, suggest


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("detention", "Nine teachers were held without charge for six weeks in Lilongwe."),
        ("detention", "Police made 30 arrests in Tunis on 3 May 2021."),
        ("detention", "She spent four months in a cell in Homs."),
        ("detention", "The court extended their detention until August."),
        ("abduction", "He has not been seen since 4 June 2019."),
        ("abduction", "Masked men bundled the editor into a van in Karachi."),
        ("abduction", "Villagers were pulled off a bus near Zinder."),
        ("abduction", "Her family do not know where she is being held."),
        ("torture", "Prisoners in Bata were beaten with cables on the soles of their feet."),
        ("torture", "Interrogators attached electrodes to his fingers."),
        ("torture", "They were hung from the ceiling by their wrists in Sukhumi."),
        ("killing", "The toll stands at 41 in Beira."),
        ("killing", "Among the dead were two nurses from Gao."),
        ("killing", "Nine bodies were pulled from the river at Kampala."),
        ("killing", "Four herders had their throats slit near Mopti."),
        ("injury", "Six more were wounded by shrapnel in Sumy."),
        ("injury", "A boy lost both legs when he stepped on a mine."),
        ("injury", "Two farmers were admitted to hospital in Bol with gunshot wounds."),
        ("sexual_violence", "Girls were married off to fighters in Mubi."),
        ("sexual_violence", "Guards strip-searched the women and groped them."),
        ("sexual_violence", "She was gang raped at a roadblock near Goma."),
        ("forced_transfer", "Families were given 24 hours to leave Kostajnica."),
        ("forced_transfer", "Forty men were put on a plane to Kigali against their will."),
        ("forced_transfer", "Soldiers pushed the migrants back across the border."),
        ("forced_transfer", "The city bulldozed the shacks of 300 households."),
        ("displacement", "Families are sleeping in churches in Wau."),
        ("displacement", "Some 500 people camped along the road to Beni."),
        ("displacement", "They walked for three days to the border."),
        ("displacement", "Residents left everything behind in Kaga."),
        ("evacuation", "Helicopters plucked 12 people from rooftops in Beira."),
        ("evacuation", "Buses took 200 civilians out of Homs on Friday."),
        ("evacuation", "The patients were moved to safety on 9 March 2022."),
        ("return", "Thousands have gone back to their villages around Tawergha."),
        ("return", "Farmers trickled back to Kilis in spring 2018."),
        ("release", "Twelve sailors were handed over to the Red Cross in Aden."),
        ("release", "Two aid workers walked free on Tuesday after a year in captivity."),
        ("release", "She was let out on bail in Lagos."),
        ("release", "The schoolgirls escaped from their captors near Damboa."),
        ("forced_recruitment", "Boys were press-ganged into the militia in Bor."),
        ("forced_recruitment", "Men were forced to carry ammunition for the soldiers in Hpakant."),
        ("forced_recruitment", "Each household had to provide one son for the army."),
        ("attack", "Shells landed in a market in Donetsk on Monday."),
        ("attack", "Gunmen opened fire on a bus near Quetta."),
        ("attack", "The school was reduced to rubble in Saada."),
        ("attack", "A crowd hurled petrol bombs at the shelter in Rostock."),
        ("aid_obstruction", "No trucks have been let through since 2 November."),
        ("aid_obstruction", "Soldiers turned the convoy back at the crossing."),
        ("aid_obstruction", "Two warehouses in Torit were stripped of food."),
        ("aid_obstruction", "Permits for the aid agency were withheld in Mekelle."),
        ("aid_obstruction", "The army laid siege to the town in May 2016."),
    ],
)
def test_a_turn_of_phrase_is_a_sign_of_its_type(type_, text):
    assert type_ in {sign.trigger.type for sign in signs(text, language="en")}


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("killing", "The toll stands at 41 in Beira after the raid of 5 April 2020."),
        ("displacement", "Some 4,000 people were sleeping in churches in Wau in July 2016."),
        ("forced_transfer", "Forty families were given 24 hours to leave Kostajnica in May 1991."),
        ("attack", "Shells landed on a market in Donetsk on 4 March 2015, killing three shoppers."),
        ("release", "Twelve sailors were handed over to the Red Cross in Aden on 5 May 2018."),
        ("aid_obstruction", "No aid trucks have been let through to Mekelle since 2 November 2021."),
    ],
)
def test_it_is_suggested_where_place_or_day_or_number_is_told(type_, text):
    assert type_ in {one.type for one in suggest(text, language="en")}


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("displacement", "The report left many questions open."),
        ("evacuation", "The plan was carried out by the ministry."),
        ("killing", "The festival comes to life in June."),
        ("attack", "Behind closed doors the committee heard three lawyers."),
        ("release", "The ministry released a statement on Monday."),
        ("detention", "The meeting was held in Geneva on 3 May 2020."),
        ("killing", "The officer was charged with murder and went on trial in May 2020."),
    ],
)
def test_the_same_words_said_of_something_else_are_not_suggested(type_, text):
    assert type_ not in {one.type for one in suggest(text, language="en")}
