"""The examples in the documents are true: dates and counts are understood as printed, totals come out as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.application.actions import ACTIONS, DESK_KEYS, FORM_KEYS
from incidents import operations as do
from incidents.case import Actor, Case
from incidents.record.dates_said import describe_date, understand_date
from incidents.record.figures_said import describe_figure, understand_count
from incidents.record.wire import draft_from_json
from incidents.search import questions as ask
from incidents.search.filter import Filter
from incidents.search.telling import tell_tally
from tests.house.tree import ROOT

GUIDE = ROOT / "docs" / "user-guide.md"
COUNTING = ROOT / "docs" / "counting.md"
PUBLISHED = date(2022, 5, 3)  # the day of the report in the guide's examples
_EXAMPLE = re.compile(r"(?ms)^## ([^\n]+)\n(?:(?!^## ).)*?^(\| *\| type.*?)\n\n```text\n(.*?)```")


def rows(page: Path, heading: str) -> list[list[str]]:
    """The cells of the table whose first column is headed so, the quotes of code taken off."""
    lines = iter(page.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith(f"| {heading} |"):
            next(lines)
            return [list(cells(line)) for line in iter(lambda: next(lines, ""), "")]
    raise AssertionError(f"{page.name} has no table headed “{heading}”")


def cells(line: str) -> Iterator[str]:
    """What stands between the bars of a table's line."""
    for cell in line.strip().strip("|").split("|"):
        yield cell.strip().strip("`").strip()


@pytest.mark.parametrize(("said", "meant"), [(row[0], row[1]) for row in rows(GUIDE, "you type a date")])
def test_dates_are_understood_as_the_guide_says(said: str, meant: str) -> None:
    assert describe_date(understand_date(said, published=PUBLISHED)) == meant


@pytest.mark.parametrize(("said", "meant"), [(row[0], row[1]) for row in rows(GUIDE, "you type a count")])
def test_counts_are_understood_as_the_guide_says(said: str, meant: str) -> None:
    assert describe_figure(understand_count(said)) == meant


def claim(letter: str, grade: str, stance: str = "supports") -> dict[str, object]:
    report = {"title": f"Report {letter}", "publisher": f"Desk {letter}", "published": "2022-06-01"}
    return {
        "report": report,
        "reliability": grade[0],
        "credibility": grade[1],
        "stance": stance,
        "origin": letter,
    }


def incident(cells: list[str]) -> dict[str, object]:
    """One line of a table in docs/counting.md as the JSON of an incident that may have that status."""
    letter, kind, place, day, people, status, also = cells
    made: dict[str, object] = {"ref": letter, "type": kind, "place": place, "country": "UKR", "date": day}
    made |= {
        "people": people,
        "verification": status,
        "verification_why": "seen",
        "self_review": status == "verified",
    }
    claims = [
        claim(f"{letter}1", "B2"),
        claim(f"{letter}2", "B2", "contradicts" if status == "contested" else "supports"),
    ]
    made |= {
        "claims": claims,
        "measure": "stock" if "stock" in also else "flow",
        "aggregate": "aggregate" in also,
    }
    links = re.findall(r"(duplicate|part) of ([A-Z])", also)
    made["links"] = [{"kind": f"{name}_of", "ref": other} for name, other in links]
    made["figures"] = {name: number for number, name in re.findall(r"(\d+) (killed|injured)", also)}
    return made


def examples() -> list[tuple[str, str, str]]:
    return _EXAMPLE.findall(COUNTING.read_text(encoding="utf-8"))


def test_there_are_examples_of_counting() -> None:
    assert len(examples()) >= 7


@pytest.mark.parametrize(("about", "table", "told"), examples(), ids=[about for about, _, _ in examples()])
def test_totals_come_out_as_the_page_says(about: str, table: str, told: str, tmp_path: Path) -> None:
    drafts = [draft_from_json(incident(list(cells(line)))) for line in table.splitlines()[2:]]
    with Case.create(tmp_path / "example.vigil", actor=Actor("Olena")) as case:
        added = case.perform(do.AddIncidents(drafts)).value
        said = "\n".join(tell_tally(case.read(ask.Tally(Filter()))))
        for uid, draft in zip(added, drafts, strict=True):
            said = said.replace(case.read(ask.IncidentById(uid)).ref, draft.ref)
    missing = [line for line in told.splitlines() if line not in said.splitlines()]
    assert not missing, said


def test_the_guide_lists_every_key() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    named = [(act.label.replace("&", "").rstrip("…"), act.keys) for act in ACTIONS]
    named += [*FORM_KEYS, *DESK_KEYS]
    lines = [f"| {label} | {', '.join(f'`{key}`' for key in keys)} |" for label, keys in named]
    assert not [line for line in lines if line not in guide]
