"""The documents lead somewhere: links resolve, commands are described, the changelog is kept."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from tests.house.tree import ROOT, files, name

PAGES = [path for path in files() if path.suffix == ".md"]
_LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The names that headings of a page can be linked by."""
    headings = re.findall(r"(?m)^#+ +(.+?) *$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path) -> list[str]:
    """Links of a page to files or headings that are not there; addresses on the web are not followed."""
    broken = []
    for target in _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        there = (page.parent / file).resolve() if file else page
        if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors(there)):
            broken.append(target)
    return broken


def test_links_between_documents_resolve() -> None:
    broken = {name(page): found for page in PAGES if (found := broken_links(page))}
    assert not broken


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](#one-two) [b](gone.md) ![c](page.md) [d](page.md#gone) `[e](code.md)`\n")
    assert broken_links(page) == ["gone.md", "page.md#gone"]


def test_the_changelog_tells_what_is_new() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = re.search(r"(?ms)^## \[?Unreleased\]?$(.*?)(?=^## |\Z)", text)
    assert unreleased, "CHANGELOG.md has no Unreleased section"
    assert re.search(r"(?m)^- \S", unreleased[1]), "the Unreleased section is empty"


def test_every_decision_is_a_page_of_the_same_form() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in decisions] == list(range(1, len(decisions) + 1))
    for page in decisions:
        text = page.read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences", "Refused")), page.name


def test_every_target_of_the_makefile_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.search(r"(?m)^\.PHONY: (.+)$", makefile)[1].split()) - {"help", "clean"}
    assert not [target for target in sorted(targets) if f"make {target}" not in readme]
    assert not [target for target in sorted(targets) if f"make {target} " not in makefile]
