"""A case of varied incidents, the same every time, to ask questions of."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from incidents.case import Actor, Case
from incidents.case.writer import Writer, new_id
from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.dates import UNDATED, When, parse_edtf
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, Link, Report, Source
from incidents.record.place import Place

_WORDS = "evacuation convoy Азовсталь plant «Ізюм» détenus déplacés قافلة مدينة camp the of night 40 families".split()
_PLACES = [
    ("Kharkiv", "settlement", "UKR", "UA-63", 49.98, 36.25),
    ("Izyum", "settlement", "UKR", "UA-63", 49.21, 37.26),
    ("Mariupol", "settlement", "UKR", "UA-14", 47.1, 37.54),
    ("Donetsk Oblast", "admin1", "UKR", "UA-14", 48.0, 37.8),
    ("Ukraine", "country", "UKR", "", 49.0, 32.0),
    ("Donbas", "area", "UKR", "", 48.3, 38.0),
    ("Goma", "settlement", "COD", "CD-NK", -1.68, 29.22),
    ("Taveuni", "settlement", "FJI", "FJ-N", -16.8, 179.99),
]


def _places() -> list[Place]:
    made = []
    for name, kind, country, admin1, lat, lon in _PLACES:
        codes = [country, *([admin1] if admin1 else []), *(["area:donbas"] if kind == "area" else [])]
        precision = {"settlement": "settlement", "country": "country"}.get(kind, "admin1")
        made.append(
            Place(
                id=new_id(), name=name, kind=kind, country=country, admin1=admin1, lat=lat, lon=lon,
                geonames=len(made) + 1, regions=tuple(codes), precision=precision,
            )
        )  # fmt: skip
    return made


class Fill:
    """Writes the incidents straight through the writer: the rules of the record have tests of their own."""

    label, why, undoable = "Fill", "", True

    def __init__(self, number: int) -> None:
        self.number, self.chance = number, random.Random(2022)

    def __call__(self, writer: Writer) -> None:
        places = _places()
        reports = self._reports()
        for record in (*places, *dict.fromkeys(r.source for r in reports if r.source), *reports):
            writer.put(record)
        made: list[Incident] = []
        for _ in range(self.number):
            incident = self._incident(places, reports, made)
            writer.put_incident(incident)
            made.append(incident)

    def _reports(self) -> list[Report]:
        sources = [Source(id=new_id(), name=name) for name in ("Kharkiv Desk", "О́бласть", "Agence, « Est »")]
        days = [None, date(2022, 5, 2), date(2022, 6, 30), date(2023, 1, 15)]
        return [
            Report(
                id=new_id(), title=f"Report {n}", source=self.chance.choice(sources), published=days[n % 4]
            )
            for n in range(8)
        ]

    def _incident(self, places: list[Place], reports: list[Report], made: list[Incident]) -> Incident:
        chance = self.chance
        links = []
        if made and chance.random() < 0.2:
            links.append(Link(chance.choice(["duplicate_of", "part_of", "led_to"]), chance.choice(made).id))
        return Incident(
            id=new_id(),
            # Few types, so that many incidents fall into one group of the sums.
            type=chance.choice(list(TYPES)[:5]),
            types_other=tuple(chance.sample(list(TYPES), chance.choice([0, 0, 1]))),
            title=" ".join(chance.choices(_WORDS, k=3)),
            narrative=" ".join(chance.choices(_WORDS, k=8)),
            when=self._when(),
            place=chance.choice([None, *places]),
            figures=self._figures(),
            measure=chance.choice(["flow", "flow", "stock"]),
            aggregate=chance.random() < 0.1,
            verification=chance.choice(list(VERIFICATION)),
            claims=tuple(self._claim(reports) for _ in range(chance.choice([0, 1, 1, 2, 3]))),
            links=tuple(links),
        )

    def _when(self) -> When:
        chance = self.chance
        day = date(2022, 1, 1) + timedelta(days=chance.randrange(500))
        end = day + timedelta(days=chance.randrange(40))
        forms = [
            "",
            f"{day}",
            f"{day}",
            f"{day}/{end}",
            f"{day:%Y-%m}",
            f"{day}/..",
            f"{day}/",
            f"/{day}",
            f"{day:%Y}",
        ]
        text = chance.choice(forms)
        return parse_edtf(text) if text else UNDATED

    def _figures(self) -> dict[str, Figure]:
        chance, found = self.chance, {}
        for kind in chance.sample(["people", "killed", "injured", "detained"], chance.choice([0, 1, 1, 2])):
            low = chance.randrange(200)
            found[kind] = chance.choice(
                [
                    Figure(low, low, low, "exact"),
                    Figure(low, None, None, "more_than"),
                    Figure(None, None, low, "less_than"),
                    Figure(low, low + 3, low + 9, ""),
                    Figure(low, low, low, "exact", "households"),
                    Figure(low, low, low, "exact", "households", 4.5),
                ]
            )
        return found

    def _claim(self, reports: list[Report]) -> Claim:
        chance = self.chance
        return Claim(
            id=new_id(),
            report=chance.choice([None, *reports]),
            attributed_to=chance.choice(["", "the mayor", "Губернатор"]),
            quote=" ".join(chance.choices(_WORDS, k=4)),
            reliability=chance.choice("ABCDEF"),
            credibility=chance.choice("123456"),
            stance=chance.choice(["supports", "supports", "contradicts", "mentions"]),
            withdrawn=chance.choice(["", "", "", "wrong report"]),
        )


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """300 incidents of every kind that the record allows."""
    with Case.create(tmp_path_factory.mktemp("case") / "varied.vigil", actor=Actor("Olena")) as made:
        made.perform(Fill(300))
        yield made
