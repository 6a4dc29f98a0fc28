"""Promise 2: a saved incident survives a power cut, and a half-typed one survives a crash.

A process saves incidents without end and reports each one that it was told is saved; it is killed (SIGKILL) at a random
moment: while it opens the case, writes, folds in or closes. Then nothing reported may be missing and nothing may be
there by half. A kill leaves what was written to the system; that a disk may keep only the beginning of it is tried by
cutting the side file anywhere.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.record.incident import Incident
from incidents.search import questions as ask
from incidents.search.filter import Filter
from tests.incidents.case.saving import STORY, draft

ROOT = Path(__file__).resolve().parents[3]
LONGEST = 0.3  # seconds that a process lives once it has begun


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Case.create(tmp_path / "case.vigil", actor=Actor("Olena"), country="UKR").close()
    return tmp_path / "case.vigil"


def killed(path: Path, number: int, lifetime: float) -> list[dict[str, Any]]:
    """What a saving process had reported when it was killed."""
    program = [sys.executable, "-m", "tests.incidents.case.saving", str(path), str(number)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.readline()
        time.sleep(lifetime)
        assert process.poll() is None, process.stderr.read().decode()
        process.kill()
        said += process.stdout.read()
    return [json.loads(line) for line in said.splitlines()]


def assert_whole(incident: Incident, case: Case) -> None:
    """Every part of an incident carries its name."""
    name = incident.title
    assert incident.narrative == f"{name} {STORY}".strip()
    assert incident.tags == (name.lower(),)
    assert [claim.quote for claim in incident.claims] == [f"{name} first", f"{name} second"]
    assert incident.people is not None
    assert incident.people.min == 100
    for claim in incident.claims:
        assert claim.report is not None
        assert claim.report.title == claim.quote
        assert case.read(ask.ReportById(claim.report.id)).text == f"{claim.quote} {STORY}".strip()
    assert [entry.kind for entry in case.read(ask.History(incident.id))] == ["incident", "claim", "claim"]
    assert [row.id for row in case.read(ask.Page(Filter(text=f'"{name}"')))] == [incident.id]


class Survived:
    """The case after each kill, and what had been reported so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.saved: dict[UUID, str] = {}
        self.unreported = 0

    def look(self, reported: list[dict[str, Any]]) -> None:
        """Nothing reported is missing, nothing is there by half, and only the save under way may be there besides."""
        typed = [line["typed"] for line in reported if "typed" in line]
        self.saved |= {UUID(line["id"]): line["saved"] for line in reported if "saved" in line}
        with Case.open(self.path, actor=Actor("Petro")) as case:
            health = case.read(Checkup())
            assert health.faults == ()
            found = {incident.id: incident for incident in case.read(ask.Incidents(Filter()))}
            assert self.saved.items() <= {uid: incident.title for uid, incident in found.items()}.items()
            new = [incident for uid, incident in found.items() if uid not in self.saved]
            assert len(new) <= 1
            for incident in (*new, *(found[UUID(line["id"])] for line in reported if "saved" in line)):
                assert_whole(incident, case)
            assert health.incidents == len(found)
            self.half_typed(case, typed)
        self.unreported += len(new)
        self.saved |= {incident.id: incident.title for incident in new}
        assert [entry.name for entry in self.path.parent.iterdir()] == [self.path.name]

    def half_typed(self, case: Case, typed: list[str]) -> None:
        """What was put aside last is there, or what was about to be put aside next."""
        if typed:
            (kept,) = [json.loads(each.content)["title"] for each in case.read(ask.Drafts())]
            number, last = (int(name.rpartition("-")[2]) for name in (kept, typed[-1]))
            assert number in (last, last + 1)
        case.perform(do.DropDraft("entry"))


def cut_power(path: Path, times: int, seed: int) -> Survived:
    """Kill that many processes, one after the other, on one case."""
    chance = random.Random(seed)
    survived = Survived(path)
    for number in range(times):
        survived.look(killed(path, number, chance.uniform(0, LONGEST)))
    return survived


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed there at any moment")
class TestPowerCut:
    """Killed again and again, the same case goes on."""

    def test_what_was_saved_is_there(self, path: Path) -> None:
        assert len(cut_power(path, 12, seed=2022).saved) > 12

    @pytest.mark.slow
    def test_what_was_saved_is_there_after_hundreds_of_cuts(self, path: Path) -> None:
        survived = cut_power(path, 200, seed=1945)
        assert len(survived.saved) > 200
        assert survived.unreported > 0, (
            "no kill came between the save and the report of it; kill at other moments"
        )


def test_a_side_file_cut_anywhere_is_a_beginning_of_what_was_saved(path: Path, tmp_path: Path) -> None:
    """A disk that kept only the beginning of what was written, with rubbish behind it, loses the end and no more."""
    names = [f"N-{number}" for number in range(5)]
    case = Case.open(path, actor=Actor("Olena"))
    for name in names:
        case.perform(do.AddIncident(draft(name)))
    main, side = path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()
    case.close()
    chance = random.Random(7)
    kept = set()
    for number in range(25):
        cut = chance.randrange(len(side))
        rubbish = chance.randbytes(chance.choice([0, 0, 64, 5000]))
        torn = tmp_path / f"torn{number}.vigil"
        torn.write_bytes(main)
        torn.with_name(torn.name + "-wal").write_bytes(side[:cut] + rubbish)
        with Case.open(torn, actor=Actor("Olena")) as again:
            assert again.read(Checkup()).faults == ()
            found = sorted(again.read(ask.Incidents(Filter())), key=lambda incident: incident.ref)
            for incident in found:
                assert_whole(incident, again)
        assert [incident.title for incident in found] == names[: len(found)]
        kept.add(len(found))
        torn.unlink()
    assert len(kept) > 3
