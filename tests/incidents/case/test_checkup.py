"""The check-up tells of damage, and of damage alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.record.draft import IncidentDraft


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR") as made:
        yield made


def add(case: Case, times: int) -> None:
    """Each time is a step of its own, so that the full text is merged on the way."""
    for number in range(times):
        case.perform(do.AddIncident(IncidentDraft(type="attack", title=f"Convoy {number}", date="May 2022")))


def test_a_full_text_that_was_merged_since_the_last_look_is_not_damaged(case: Case) -> None:
    add(case, 1)
    assert case.read(Checkup()).faults == ()
    add(case, 40)
    assert case.read(Checkup()).faults == ()


def test_a_full_text_that_lost_a_part_is_damaged(case: Case) -> None:
    add(case, 1)
    assert case.read(Checkup()).faults == ()
    assert case._writer is not None
    with case._writer.begin() as connection:
        assert connection.exec_driver_sql("DELETE FROM incident_fts_data WHERE id > 10").rowcount > 0
    assert "damaged" in " ".join(case.read(Checkup()).faults)
