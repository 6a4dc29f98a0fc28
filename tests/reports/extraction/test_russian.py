"""Russian reports: cases of names and numerals, word order, participles."""

from __future__ import annotations

import pytest

from reports.extraction.words.languages import detect_language
from tests.reports.extraction.telling import Told, is_told, sureness


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            (
                "По словам очевидцев, в Мариуполе 16 марта 2022 года при "
                "авиаударе по театру погибли сотни людей."
            ),
            Told("killing", place="Mariupol", start="2022-03-16", people=(200, None), by="очевидцев"),
        ),
        (
            "В Харьковской области 3 мая обстреляли село, ранены семь человек.",
            Told("injury", place="Kharkiv Oblast", start="2023-05-03", people=(7, 7)),
        ),
        (
            ("Полиция задержала в Бишкеке 20 активистов, сообщил адвокат Нурбек Токтакунов."),
            Told(
                "detention", place="Bishkek", country="KGZ", people=(20, 20), by="адвокат Нурбек Токтакунов"
            ),
        ),
        (
            "Из Баткенской области эвакуировали около 130 тысяч жителей, сообщило МЧС.",
            Told("evacuation", country="KGZ", people=(130000, 130000), by="МЧС"),
        ),
        (
            "Эвакуация из Северодонецка сорвана, заявила вице-премьер.",
            Told("evacuation", country="UKR", status="failed"),
        ),
        (
            "Троих журналистов похитили в Мелитополе в апреле.",
            Told("abduction", place="Melitopol", start="2023-04-01", people=(3, 3)),
        ),
        (
            "Около 40 семей вернулись в Изюм 3 мая, сообщила администрация.",
            Told("return", place="Izyum", people=(40, 40), unit="households"),
        ),
        ("Из плена освободили 45 гражданских.", Told("release", people=(45, 45))),
        (
            "В Россию депортировали 300 детей из Херсона.",
            Told("forced_transfer", place="Kherson", people=(300, 300)),
        ),
        (
            "Заключенного пытали током в колонии под Омском, рассказала правозащитница.",
            Told("torture", country="RUS", by="правозащитница"),
        ),
        (
            "В Алеппо боевики изнасиловали двух женщин в прошлом месяце.",
            Told("sexual_violence", place="Aleppo", start="2023-04-01", people=(2, 2)),
        ),
        ("Подростков в Донецке насильно мобилизовали.", Told("forced_recruitment", place="Donetsk")),
        ("Военные не пропустили гуманитарный конвой в Мариуполь.", Told("aid_obstruction", place="Mariupol")),
        (
            "Более 30 тысяч человек бежали из Судана в Чад, по данным ООН.",
            Told("displacement", country="SDN", people=(30000, None), by="ООН"),
        ),
        ("Снаряд попал в жилой дом в Горловке.", Told("attack", place="Horlivka")),
        (
            "По данным Генеральной прокуратуры, в Алматы погибли девятнадцать человек.",
            Told("killing", place="Almaty", people=(19, 19), by="Генеральной прокуратуры"),
        ),
    ],
)
def test_a_sentence_is_read_with_all_it_tells(sentence: str, wanted: Told) -> None:
    is_told(sentence, "ru", wanted)


@pytest.mark.parametrize(
    ("type_", "told", "untold"),
    [
        (
            "evacuation",
            "Из Энергодара эвакуировали 200 жителей.",
            "Власти намерены эвакуировать 200 жителей Энергодара.",
        ),
        (
            "killing",
            "В Буче были убиты мирные жители.",
            "В Буче не были убиты мирные жители.",
        ),
    ],
)
def test_what_is_planned_or_denied_is_less_sure_than_what_is_told(type_: str, told: str, untold: str) -> None:
    assert sureness(untold, "ru", type_) < sureness(told, "ru", type_)


def test_the_language_is_found_out() -> None:
    assert (
        detect_language("Жители города рассказали, что после обстрела они были в подвале, но их не слышали.")
        == "ru"
    )
