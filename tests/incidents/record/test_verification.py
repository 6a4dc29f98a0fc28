"""Entry conditions of the verification ladder."""

from __future__ import annotations

from typing import Any

import pytest

from incidents.record.codes import VERIFICATION
from incidents.record.incident import Claim
from incidents.record.verification import entry_problems
from tests.builders import a_claim, an_incident


def refused(status: str, *claims: Claim, **more: Any) -> list[str]:
    now = more.pop("now", "unassessed")
    values = {"actor": "Petro", "author": "Olena", "why": ""} | more
    found = entry_problems(an_incident(claims=claims, verification=now), status, **values)
    assert all(problem.field and problem.text.endswith(".") for problem in found)
    return [problem.key.removeprefix("verification.") for problem in found]


TWO = (a_claim("B2", origin="a"), a_claim("C3", origin="b"))
COPIES = (a_claim("B2", origin="a"), a_claim("C3", origin="a"))
AGAINST = a_claim("B2", stance="contradicts", origin="c")


def test_anybody_may_leave_an_incident_unassessed() -> None:
    assert refused("unassessed") == []


def test_reported_needs_somebody_who_reports() -> None:
    assert refused("reported") == ["no_claim"]
    assert refused("reported", a_claim("F6")) == []
    assert refused("reported", a_claim(withdrawn="Wrong report")) == ["no_claim"]


def test_corroborated_needs_two_independent_credible_origins() -> None:
    assert refused("corroborated", *TWO) == []
    assert refused("corroborated", a_claim("B2")) == ["too_few_origins"]
    assert refused("corroborated", *COPIES) == ["too_few_origins"]
    assert refused("corroborated", a_claim("B2"), a_claim("F6")) == ["too_few_origins"]


def test_corroborated_has_no_open_contradiction() -> None:
    assert refused("corroborated", *TWO, AGAINST) == ["contradicted"]
    assert refused("corroborated", *TWO, a_claim("E5", stance="contradicts")) == []


def test_verified_needs_reasons_and_a_second_person() -> None:
    assert refused("verified", *TWO, why="Geolocated video and two witnesses.") == []
    assert refused("verified", *TWO, why="  ") == ["verified_why"]
    assert refused("verified", *TWO, why="Seen.", actor=" OLENA ") == ["second_person"]
    assert refused("verified", *TWO, why="Seen.", actor="", author="") == ["second_person"]


def test_a_self_review_is_possible_when_it_is_marked() -> None:
    assert refused("verified", *TWO, why="Seen.", actor="Olena", self_review=True) == []


def test_contested_needs_a_claim_that_contradicts() -> None:
    assert refused("contested", *TWO) == ["uncontested"]
    assert refused("contested", *TWO, AGAINST) == []


def test_refuted_needs_a_reason() -> None:
    assert refused("refuted", *TWO) == ["refuted_why"]
    assert refused("refuted", *TWO, why="The people were seen elsewhere.") == []


@pytest.mark.parametrize("now", ["corroborated", "verified"])
def test_stepping_down_is_always_possible(now: str) -> None:
    assert refused("reported", now=now) == []
    assert refused("unassessed", now=now) == []


@pytest.mark.parametrize("status", ["true", "", "VERIFIED", "\x00" * 100])
def test_an_unknown_status_is_refused(status: str) -> None:
    assert refused(status) == ["unknown"]
    assert status not in VERIFICATION
