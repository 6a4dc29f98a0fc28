"""Ukrainian reports: cases of names and numerals, word order, verbs without a helper."""

from __future__ import annotations

import pytest

from reports.extraction.words.languages import detect_language
from tests.reports.extraction.telling import Told, is_told, sureness


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "За словами мера, у Харкові 3 травня загинули 24 людини.",
            Told("killing", place="Kharkiv", country="UKR", start="2023-05-03", people=(24, 24), by="мера"),
        ),
        (
            "Російські війська обстріляли центр Херсона, поранено щонайменше 12 людей.",
            Told("injury", place="Kherson", people=(12, None)),
        ),
        (
            "Російські війська обстріляли центр Херсона, поранено щонайменше 12 людей.",
            Told("attack", place="Kherson"),
        ),
        (
            "Поліція повідомила, що у Маріуполі знайшли 200 тіл у підвалі будинку.",
            Told("killing", place="Mariupol", people=(200, 200), by="Поліція"),
        ),
        (
            (
                "З Краматорська 2 травня евакуювали понад 300 мешканців, "
                "сказав голова міста Олександр Гончаренко."
            ),
            Told(
                "evacuation",
                place="Kramatorsk",
                start="2023-05-02",
                people=(300, None),
                by="голова міста Олександр Гончаренко",
            ),
        ),
        (
            "Евакуацію з Лисичанська зірвано, повідомила віцепрем'єрка Ірина Верещук.",
            Told("evacuation", place="Lysychansk", status="failed"),
        ),
        (
            "У Мелітополі 11 березня викрали міського голову.",
            Told("abduction", place="Melitopol", start="2023-03-11"),
        ),
        (
            "Близько 40 родин повернулися до Бородянки в квітні.",
            Told("return", place="Borodianka", people=(40, 40), unit="households", start="2023-04-01"),
        ),
        (
            "Із полону звільнили 45 цивільних, повідомив Координаційний штаб.",
            Told("release", people=(45, 45), by="Координаційний штаб"),
        ),
        (
            ("До Росії депортували щонайменше 16 тисяч дітей, за даними Офісу президента."),
            Told("forced_transfer", country="RUS", people=(16000, None), by="Офісу президента"),
        ),
        (
            ("У Запорізькій області військові забрали з дому трьох вчителів, досі їхня доля невідома."),
            Told("abduction", place="Zaporizhzhia Oblast", people=(3, 3), status="ongoing"),
        ),
        (
            ("Двох жінок зґвалтували у селі під Києвом у березні 2022 року, розповіла прокуратура."),
            Told("sexual_violence", country="UKR", start="2022-03-01", people=(2, 2), by="прокуратура"),
        ),
        (
            "На Луганщині чоловіків примусово мобілізували до армії.",
            Told("forced_recruitment", place="Luhansk Oblast"),
        ),
        (
            "Російські військові не пропустили гуманітарний конвой до Василівки.",
            Told("aid_obstruction", place="Vasylivka"),
        ),
        ("До Львова прибули тисячі біженців.", Told("displacement", place="Lviv", people=(2000, None))),
        (
            "У підвалі школи в Ягідному катували затриманих, розповіли мешканці.",
            Told("torture", by="мешканці"),
        ),
        (
            "У Новій Каховці заарештували 15 активістів.",
            Told("detention", place="Nova Kakhovka", people=(15, 15)),
        ),
    ],
)
def test_a_sentence_is_read_with_all_it_tells(sentence: str, wanted: Told) -> None:
    is_told(sentence, "uk", wanted)


@pytest.mark.parametrize(
    ("type_", "told", "untold"),
    [
        (
            "evacuation",
            "Із Бахмута евакуювали 500 мешканців.",
            "Із Бахмута планують евакуювати 500 мешканців.",
        ),
        (
            "killing",
            "У Сумах загинули цивільні.",
            "У Сумах не загинули цивільні.",
        ),
    ],
)
def test_what_is_planned_or_denied_is_less_sure_than_what_is_told(type_: str, told: str, untold: str) -> None:
    assert sureness(untold, "uk", type_) < sureness(told, "uk", type_)


def test_the_language_is_found_out() -> None:
    assert (
        detect_language("Мешканці міста розповіли, що після обстрілу вони були в підвалі, але їх не чули.")
        == "uk"
    )
