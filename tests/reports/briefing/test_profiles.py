"""What each profile takes out, and what it refuses to let go."""

from __future__ import annotations

import pytest

from incidents.errors import Refused
from incidents.search.filter import parse
from tests.builders import a_claim, a_place, an_incident
from tests.reports.briefing.conftest import Making, composed, placed, whole_text
from tests.reports.briefing.conftest import printed as pdf_of

SECRETS = [
    "Oksana Secret",
    "the quoted words",
    "Novel narrative",
    "Private title",
    "Camp Hidden",
    "Courier of Izyum",
]


def a_telling_incident(**changes: object):  # type: ignore[no-untyped-def]
    values: dict[str, object] = {
        "title": "Private title of Oksana Secret",
        "narrative": "Novel narrative about Oksana Secret.",
        "public_summary": "People were held in Kharkiv region.",
        "place": a_place("Camp Hidden", kind="site", lat=49.123456, lon=37.654321),
        "verification": "verified",
        "sensitivity": "low",
        "responsible": "7th Brigade",
        "responsible_type": "state_forces",
        "people": "40",
        "claims": (
            a_claim(attributed_to="Oksana Secret", quote="the quoted words", publisher="Courier of Izyum"),
        ),
    }
    return placed(an_incident(**(values | changes)), 1)


def printed(case_of: Making, profile: str, **changes: object) -> str:
    return whole_text(pdf_of(case_of(a_telling_incident(**changes)), profile=profile))


def glued(text: str) -> str:
    return "".join(text.split())


def test_internal_prints_the_record_as_it_is(case_of: Making) -> None:
    text = printed(case_of, "internal")
    assert all(glued(secret) in text for secret in SECRETS)
    assert "49.1235,37.6543" in text


@pytest.mark.parametrize("profile", ["partner", "public"])
def test_names_quotes_narratives_sites_and_points_do_not_leave(case_of: Making, profile: str) -> None:
    text = printed(case_of, profile)
    assert not [secret for secret in SECRETS if glued(secret) in text]
    assert "49.12" not in text and "37.65" not in text and "7thBrigade" not in text
    assert glued("People were held in Kharkiv region.") in text


def test_public_gives_region_and_month_instead_of_place_and_day(case_of: Making) -> None:
    text = printed(case_of, "public", place=a_place("Izyum"), when="17 March 2022")
    assert "Izyum" not in text and "17March" not in text
    assert "March2022" in text and "Kharkiv" in text


def test_public_tells_no_incident_that_has_no_reviewed_summary(case_of: Making) -> None:
    briefing = composed(case_of(a_telling_incident(public_summary="")), profile="public")
    assert briefing.single == ()
    assert len(briefing.incidents) == 1


@pytest.mark.parametrize(
    "changes", [{"type": "sexual_violence"}, {"tags": ("children",)}, {"types_other": ("sexual_violence",)}]
)
def test_public_never_tells_sexual_violence_or_children_one_by_one(
    case_of: Making, changes: dict[str, object]
) -> None:
    assert composed(case_of(a_telling_incident(**changes)), profile="public").single == ()


def test_public_counts_sexual_violence_by_country_only(case_of: Making) -> None:
    case = case_of(a_telling_incident(type="sexual_violence"))
    grid = composed(case, profile="public").section("tables").blocks[-1]
    assert [row.cells[0] for row in grid.rows] == ["Ukraine, region not known", "All regions"]  # type: ignore[union-attr]
    with pytest.raises(Refused, match="by country only"):
        composed(case, profile="public", filter=parse("region:UA-63"))


def test_public_waits_with_ongoing_detentions(case_of: Making) -> None:
    ongoing = a_telling_incident(occurrence="ongoing", when="2022-05-01/..")
    assert composed(case_of(ongoing), profile="public").single == ()
    assert composed(case_of(ongoing), profile="partner").single != ()


def test_public_hides_small_counts(case_of: Making) -> None:
    text = printed(case_of, "public", people="3")
    assert "3people" not in text and "<5" in text


def test_a_filter_by_names_is_not_printed_outside(case_of: Making) -> None:
    wanted = parse('source:"Courier of Izyum" text:Secret region:UKR')
    case = case_of()
    for profile in ("partner", "public"):
        text = whole_text(pdf_of(case, profile=profile, filter=wanted))
        assert "Secret" not in text and "CourierofIzyum" not in text
        assert "Furtherconditions" in text


def test_a_label_weaker_than_the_content_is_refused_and_says_why(case_of: Making) -> None:
    case = case_of(a_telling_incident(sensitivity="severe"))
    with pytest.raises(Refused, match=r"TLP:AMBER is too open .*UKR-2022-0001.* Use TLP:RED"):
        composed(case, tlp="AMBER")
    assert composed(case, tlp="RED").tlp == "RED"


@pytest.mark.parametrize(
    ("profile", "sensitivity", "weakest"),
    [
        ("internal", "low", "CLEAR"),
        ("internal", "moderate", "GREEN"),
        ("internal", "high", "AMBER"),
        ("internal", "severe", "RED"),
        ("partner", "severe", "AMBER"),
        ("public", "high", "CLEAR"),
        ("public", "severe", "CLEAR"),
    ],
)
def test_the_weakest_label_that_a_profile_lets_pass(
    case_of: Making, profile: str, sensitivity: str, weakest: str
) -> None:
    case = case_of(a_telling_incident(sensitivity=sensitivity))
    labels = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]
    for label in labels[: labels.index(weakest) + 1]:
        assert composed(case, profile=profile, tlp=label).tlp == label
    for label in labels[labels.index(weakest) + 1 :]:
        with pytest.raises(Refused):
            composed(case, profile=profile, tlp=label)
