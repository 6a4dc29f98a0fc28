"""How the gazetteer's file is made: what goes in, what stays out, when it is made anew."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from resources.gazetteer import FOLDER, build, corrections, tables
from resources.gazetteer.tables import Item


def test_machine_transliterations_and_airport_codes_stay_out() -> None:
    for noise in ("ha er ke fu", "hrqwb", "HRK", "---"):
        assert tables.is_noise(noise, "Kharkiv")
    for name in ("Kharkov", "Харків", "al-Raqqah", "Kharkiv"):
        assert not tables.is_noise(name, "Kharkiv")


def test_an_item_is_found_with_and_without_its_article() -> None:
    raqqa = Item("settlement", "Ar Raqqah", "SY-RA", 1, 1, 1, ["الرقة"])
    assert {"ar raqqah", "raqqah", "الرقه", "رقه"} <= set(build.keys(raqqa))


def test_a_slip_is_a_beginning_less_one_letter() -> None:
    assert build.slips("abc") == {"abc", "bc", "ac", "ab"}


def test_a_file_is_current_only_with_the_same_input(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    assert not build.is_current(path, "x")
    path.write_text("not a database at all, " * 100)
    assert not build.is_current(path, "x")
    assert build.is_current(build.DATABASE, build.checksum()), "the built file is out of date: run make setup"


def test_ukraine_s_table_is_complete() -> None:
    units = corrections.ukraine()
    assert len(units) == 27
    assert sum(iso.replace("-", "") != pcode for iso, pcode, *_ in units.values()) == 5


@pytest.mark.parametrize("name", ["areas.csv", "countries.csv", "named_areas.csv", "ukraine.csv"])
def test_the_readme_names_each_table_with_its_checksum(name: str) -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    said = re.search(rf"([0-9a-f]{{64}})  {re.escape(name)}", readme)
    assert said
    assert said[1] == hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
