"""Arabic reports: words written together, no capital letters, vowel signs, verbs before who does it."""

from __future__ import annotations

import pytest

from reports.extraction.words.languages import detect_language
from tests.reports.extraction.telling import Told, is_told, sureness


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "قُتل أكثر من 100 شخص في غارة على مدينة غزة يوم 3 مايو، بحسب وزارة الصحة.",
            Told(
                "killing",
                place="Gaza",
                country="PSE",
                start="2023-05-03",
                people=(100, None),
                by="وزارة الصحة",
            ),
        ),
        (
            "قال سكان في الخرطوم إن 25 مدنياً أصيبوا بجروح في قصف.",
            Told("injury", country="SDN", people=(25, 25), by="سكان"),
        ),
        (
            "أصيب 459 شخصاً بالخرطوم، وفق وزارة الصحة.",
            Told("injury", country="SDN", people=(459, 459), by="وزارة الصحة"),
        ),
        (
            "نزح نحو 5000 شخص من الفاشر إلى طويلة، وفق المنظمة الدولية للهجرة.",
            Told(
                "displacement",
                place="El Fasher",
                country="SDN",
                people=(5000, 5000),
                by="المنظمة الدولية للهجرة",
            ),
        ),
        (
            "اعتقلت الشرطة 20 ناشطاً في تونس يوم الاثنين.",
            Told("detention", country="TUN", start="2023-05-08", people=(20, 20)),
        ),
        ("اختطف مسلحون ثلاثة أطباء في طرابلس.", Told("abduction", country="LBY", people=(3, 3))),
        ("أفرجت السلطات عن 45 معتقلاً في دمشق.", Told("release", place="Damascus", people=(45, 45))),
        ("وتم إجلاء 300 مريض من حلب إلى إدلب.", Told("evacuation", country="SYR", people=(300, 300))),
        (
            ("اغتصب مسلحون امرأتين في نيالا، وقالت شبكة أطباء السودان إن الحادث وقع في أبريل."),
            Told("sexual_violence", place="Nyala", by="شبكة أطباء السودان"),
        ),
        ("منعت القوات دخول المساعدات إلى مضايا.", Told("aid_obstruction", country="SYR")),
        ("رحلت السلطات الجزائرية مئات المهاجرين إلى النيجر.", Told("forced_transfer", people=(200, None))),
        ("جندت الجماعة أطفالاً في صعدة.", Told("forced_recruitment", country="YEM")),
        (
            "عُثر على مقبرة جماعية تضم 50 جثة في درنة.",
            Told("killing", place="Darnah", country="LBY", people=(50, 50)),
        ),
        ("وقصفت طائرات سوق مدينة الفاشر.", Told("attack", place="El Fasher", country="SDN")),
        ("تعرض معتقلون للتعذيب في سجن بحمص، وقالت منظمة العفو الدولية ذلك.", Told("torture", country="SYR")),
        ("وقتل ما لا يقل عن 20 مدنياً في أم درمان.", Told("killing", place="Omdurman", people=(20, None))),
    ],
)
def test_a_sentence_is_read_with_all_it_tells(sentence: str, wanted: Told) -> None:
    is_told(sentence, "ar", wanted)


@pytest.mark.parametrize(
    ("type_", "told", "untold"),
    [
        (
            "evacuation",
            "تم إجلاء 300 مريض من بيروت.",
            "تعتزم الحكومة إجلاء 300 مريض من بيروت.",
        ),
        (
            "killing",
            "قتل مدنيون في حماة.",
            "لم يقتل مدنيون في حماة.",
        ),
    ],
)
def test_what_is_planned_or_denied_is_less_sure_than_what_is_told(type_: str, told: str, untold: str) -> None:
    assert sureness(untold, "ar", type_) < sureness(told, "ar", type_)


def test_the_language_is_found_out() -> None:
    assert detect_language("قال السكان الذين فروا من المدينة إن الجنود كانوا في الشوارع.") == "ar"
