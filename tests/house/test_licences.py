"""Everything that comes with Vigil is named with its terms."""

from __future__ import annotations

import re

from tests.house.test_dependencies import PROJECT, locked
from tests.house.tree import ROOT, files

LICENCES = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")


def test_the_licence_is_whole_and_the_one_we_declare() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert PROJECT["license"] == "AGPL-3.0-or-later"
    assert text.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE")
    assert "END OF TERMS AND CONDITIONS" in text
    assert "13. Remote Network Interaction" in text


def test_every_package_is_listed_with_its_terms() -> None:
    listed = set(re.split(r"[^a-z0-9-]+", LICENCES.lower()))
    assert not [package for package in locked() if package not in listed]


def test_every_folder_of_data_names_origin_and_licence() -> None:
    data = [path for path in files() if path.relative_to(ROOT).parts[0] == "resources" and path.suffix != ".py"]
    folders = {path.relative_to(ROOT).parts[1] for path in data}
    assert {"fonts", "icons"} <= folders
    for folder in folders:
        readme = (ROOT / "resources" / folder / "README.md").read_text(encoding="utf-8").lower()
        assert re.search("licen[cs]e", readme), folder
        assert re.search("origin|drawn for vigil|written for vigil", readme), folder
        assert f"`resources/{folder}`" in LICENCES
