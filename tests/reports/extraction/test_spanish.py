"""Spanish reports: verbs before who does it, personal "a", compound tenses."""

from __future__ import annotations

import pytest

from reports.extraction.words.languages import detect_language
from tests.reports.extraction.telling import Told, is_told, sureness


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            (
                "El 3 de mayo hombres armados asesinaron a cinco campesinos en Tibú, "
                "Norte de Santander, informó la Defensoría del Pueblo."
            ),
            Told(
                "killing",
                place="Tibú",
                country="COL",
                start="2023-05-03",
                people=(5, 5),
                by="la Defensoría del Pueblo",
            ),
        ),
        (
            ("Más de 200 familias huyeron de Chilón hacia San Cristóbal de las Casas, según el Frayba."),
            Told(
                "displacement",
                place="Chilón",
                country="MEX",
                people=(200, None),
                unit="households",
                by="el Frayba",
            ),
        ),
        (
            "La policía detuvo a 45 manifestantes en Lima el lunes.",
            Told("detention", place="Lima", country="PER", start="2023-05-08", people=(45, 45)),
        ),
        (
            "Tres periodistas fueron secuestrados en Guerrero en abril.",
            Told("abduction", country="MEX", start="2023-04-01", people=(3, 3)),
        ),
        (
            "Los rehenes fueron liberados el 2 de mayo en Arauca.",
            Told("release", place="Arauca", start="2023-05-02"),
        ),
        (
            ("Un ataque con drones contra una escuela en Suárez dejó dos muertos y 14 heridos."),
            Told("killing", people=(2, 2)),
        ),
        (
            ("Un ataque con drones contra una escuela en Suárez dejó dos muertos y 14 heridos."),
            Told("injury", people=(14, 14)),
        ),
        (
            ("Un ataque con drones contra una escuela en Suárez dejó dos muertos y 14 heridos."),
            Told("attack"),
        ),
        (
            "Dos niñas fueron violadas en Iquitos, denunció la fiscalía.",
            Told("sexual_violence", place="Iquitos", people=(2, 2), by="la fiscalía"),
        ),
        (
            "Las autoridades impidieron el paso de la ayuda humanitaria en Gaza.",
            Told("aid_obstruction", country="PSE"),
        ),
        (
            "El ELN reclutó a diez menores en el Chocó.",
            Told("forced_recruitment", country="COL", people=(10, 10)),
        ),
        (
            "Estados Unidos deportó a 300 venezolanos a El Salvador.",
            Told("forced_transfer", people=(300, 300)),
        ),
        (
            "Los soldados golpearon a tres detenidos en la comisaría de Juliaca.",
            Told("torture", place="Juliaca", people=(3, 3)),
        ),
        (
            "La Cruz Roja evacuó a veintidós heridos de Buenaventura el 4 de mayo.",
            Told("evacuation", place="Buenaventura", start="2023-05-04", people=(22, 22)),
        ),
        ("La evacuación de Tumaco fue suspendida.", Told("evacuation", place="Tumaco", status="failed")),
        (
            (
                "Unas 3.300 personas habían huido del estado de Apure "
                "hacia Colombia, señaló Human Rights Watch."
            ),
            Told("displacement", country="VEN", people=(3300, 3300), by="Human Rights Watch"),
        ),
    ],
)
def test_a_sentence_is_read_with_all_it_tells(sentence: str, wanted: Told) -> None:
    is_told(sentence, "es", wanted)


@pytest.mark.parametrize(
    ("type_", "told", "untold"),
    [
        (
            "evacuation",
            "El gobierno evacuó a 500 habitantes de Tumaco.",
            "El gobierno prevé evacuar a 500 habitantes de Tumaco.",
        ),
        (
            "killing",
            "Hubo civiles asesinados en Cúcuta.",
            "No hubo civiles asesinados en Cúcuta.",
        ),
    ],
)
def test_what_is_planned_or_denied_is_less_sure_than_what_is_told(type_: str, told: str, untold: str) -> None:
    assert sureness(untold, "es", type_) < sureness(told, "es", type_)


def test_the_language_is_found_out() -> None:
    assert (
        detect_language(
            "Los habitantes que huyeron de la ciudad dijeron que los soldados estaban en las calles."
        )
        == "es"
    )
