"""French reports: elisions, compound tenses, "une centaine de"."""

from __future__ import annotations

import pytest

from reports.extraction.words.languages import detect_language
from tests.reports.extraction.telling import Told, is_told, sureness


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            (
                "Le 3 mai, des hommes armés ont tué au moins douze villageois à "
                "Bunagana, au Nord-Kivu, selon la société civile."
            ),
            Told(
                "killing",
                place="Bunagana",
                country="COD",
                start="2023-05-03",
                people=(12, None),
                by="la société civile",
            ),
        ),
        (
            "Une centaine de familles ont fui Rutshuru vers Goma, a déclaré le maire.",
            Told("displacement", place="Rutshuru", people=(100, 100), unit="households", by="le maire"),
        ),
        (
            ("La police a arrêté 45 manifestants à Conakry lundi, d'après Amnesty International."),
            Told(
                "detention", place="Conakry", start="2023-05-08", people=(45, 45), by="Amnesty International"
            ),
        ),
        (
            "Trois journalistes ont été enlevés près de Port-au-Prince.",
            Told("abduction", place="Port-au-Prince", country="HTI", people=(3, 3)),
        ),
        (
            "L'évacuation des blessés de Khartoum a échoué.",
            Told("evacuation", place="Khartoum", status="failed"),
        ),
        (
            "Environ 300 ménages sont rentrés à Bria en avril.",
            Told("return", place="Bria", start="2023-04-01", people=(300, 300), unit="households"),
        ),
        (
            "Les otages ont été libérés le 2 mai à Niamey.",
            Told("release", place="Niamey", start="2023-05-02"),
        ),
        (
            ("Des obus sont tombés sur le marché de Goma, faisant neuf morts et 20 blessés."),
            Told("killing", people=(9, 9)),
        ),
        (
            ("Des obus sont tombés sur le marché de Goma, faisant neuf morts et 20 blessés."),
            Told("injury", people=(20, 20)),
        ),
        (("Des obus sont tombés sur le marché de Goma, faisant neuf morts et 20 blessés."), Told("attack")),
        (
            "Deux fillettes ont été violées à Djugu, a indiqué MSF.",
            Told("sexual_violence", people=(2, 2), by="MSF"),
        ),
        (
            "Un convoi humanitaire a été bloqué à Djibo.",
            Told("aid_obstruction", place="Djibo", country="BFA"),
        ),
        (
            "Les rebelles ont recruté de force des enfants au Tchad.",
            Told("forced_recruitment", country="TCD"),
        ),
        (
            "L'Algérie a expulsé plus de 1 200 migrants vers le Niger.",
            Told("forced_transfer", people=(1200, None)),
        ),
        (
            "Des détenus ont été torturés à la prison de Bamako, affirme l'avocat.",
            Told("torture", country="MLI", by="l'avocat"),
        ),
        (
            ("Une vingtaine d'habitants d'Abidjan, en Côte d'Ivoire, ont été blessés hier."),
            Told("injury", place="Abidjan", country="CIV", start="2023-05-09", people=(20, 20)),
        ),
        (
            "Quelque 230 000 réfugiés sont arrivés au Tchad depuis avril, selon le HCR.",
            Told("displacement", country="TCD", people=(230000, 230000), by="le HCR", status="ongoing"),
        ),
    ],
)
def test_a_sentence_is_read_with_all_it_tells(sentence: str, wanted: Told) -> None:
    is_told(sentence, "fr", wanted)


@pytest.mark.parametrize(
    ("type_", "told", "untold"),
    [
        (
            "evacuation",
            "L'armée a évacué 500 habitants de Sake.",
            "L'armée prévoit d'évacuer 500 habitants de Sake.",
        ),
        (
            "killing",
            "Des civils ont été tués à Gao.",
            "Aucun civil n'a été tué à Gao.",
        ),
    ],
)
def test_what_is_planned_or_denied_is_less_sure_than_what_is_told(type_: str, told: str, untold: str) -> None:
    assert sureness(untold, "fr", type_) < sureness(told, "fr", type_)


def test_the_language_is_found_out() -> None:
    assert (
        detect_language("Les habitants qui ont quitté la ville disent que les soldats étaient dans les rues.")
        == "fr"
    )
