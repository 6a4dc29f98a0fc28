"""The rules of the record: every broken one is told beside its field, and a sound draft becomes its incident."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.check import check, check_place, check_report, check_source, settled
from incidents.record.dates import When, parse_edtf
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft, SourceDraft
from incidents.record.figures import Figure
from incidents.record.incident import Incident, Link, PeopleGroup
from incidents.record.place import Box
from tests import strategies
from tests.builders import (
    MARIUPOL,
    TODAY,
    a_claim,
    a_claim_draft,
    a_draft,
    a_figure,
    a_place,
    a_report,
    an_id,
)
from tests.strategies import hostile_text

UKRAINE = Box(22.1, 44.3, 40.3, 52.4)


def found(draft: IncidentDraft, **more: Any) -> dict[str, str]:
    """Field and key of every problem, errors in capitals."""
    problems = check(draft, today=TODAY, **more).problems
    return {p.field: p.key.upper() if p.severity == "error" else p.key for p in problems}


def sound(draft: IncidentDraft, **more: Any) -> Incident:
    checked = check(draft, today=TODAY, **more)
    assert checked.incident is not None, checked.errors
    return checked.incident


_TEXT_FIELDS = [
    *(f.name for f in fields(IncidentDraft) if f.type in ("str", "str | When")),
    *("figures", "figure", "tags", "types_other", "link_refs"),
    *(f"claim.{f.name}" for f in fields(ClaimDraft) if f.type == "str"),
    *(f"report.{f.name}" for f in fields(ReportDraft) if f.type == "str"),
    *("report.published", "report.retrieved"),
]


class TestASoundDraft:
    def test_becomes_its_incident_without_a_word(self) -> None:
        checked = check(a_draft(people="more than 100", claims=(a_claim_draft(),)), today=TODAY)
        assert checked.problems == ()
        assert checked.incident is not None
        assert checked.incident.when == parse_edtf("2022-05-01")
        assert checked.incident.people == Figure(100, None, None, "more_than", text="more than 100")

    def test_needs_only_a_type_and_a_place_or_a_date(self) -> None:
        assert sound(IncidentDraft(type="killing", date="2022")).place is None
        assert not sound(IncidentDraft(type="killing", place=a_place())).when.known
        assert found(IncidentDraft(type="killing")) == {"place": "INCIDENT.NOWHERE_AND_NEVER"}

    def test_gets_ids_from_whom_it_is_told(self) -> None:
        ids = iter([an_id(801), an_id(802)])
        incident = sound(a_draft(claims=(ClaimDraft(attributed_to="The mayor"),)), new_id=lambda: next(ids))
        assert {incident.id, incident.claims[0].id} == {an_id(801), an_id(802)}

    def test_gets_a_title_of_what_where_and_when(self) -> None:
        assert sound(a_draft()).title == "Detention in Izyum, 1 May 2022"
        move = a_draft(
            type="evacuation", place=a_place(**MARIUPOL), destination=a_place("Zaporizhzhia"), date=""
        )
        assert sound(move).title == "Evacuation from Mariupol to Zaporizhzhia"
        assert (
            sound(a_draft(place=a_place("Azovstal", kind="site"))).title
            == "Detention at Azovstal, 1 May 2022"
        )
        assert sound(a_draft(title="Mine")).title == "Mine"

    @given(strategies.incidents())
    def test_is_judged_the_same_when_it_is_opened_again(self, incident: Incident) -> None:
        again = check(IncidentDraft.of(incident), today=strategies.TODAY, before=incident)
        assert again.incident == incident

    def test_takes_over_what_no_draft_holds(self) -> None:
        moment = datetime(2022, 5, 3, tzinfo=UTC)
        claim = a_claim(rated_by="Olena", rated_at=moment, headline=True)
        before = replace(sound(a_draft()), claims=(claim,), entered_by="Olena", entered_at=moment, version=7)
        after = sound(IncidentDraft.of(before), before=before)
        assert (after.entered_by, after.version, after.claims[0].rated_by) == ("Olena", 7, "Olena")
        rerated = replace(IncidentDraft.of(before), claims=(replace(ClaimDraft.of(claim), credibility="2"),))
        assert sound(rerated, before=before).claims[0].rated_by == ""


class TestCodes:
    @pytest.mark.parametrize(
        ("field", "draft"),
        [
            ("type", a_draft(type="riot")),
            ("type", a_draft(type="")),
            ("types_other.0", a_draft(types_other=("riot",))),
            ("occurrence", a_draft(occurrence="perhaps")),
            ("sensitivity", a_draft(sensitivity="secret")),
            ("verification", a_draft(verification="true")),
            ("measure", a_draft(measure="both")),
            ("responsible_type", a_draft(responsible_type="aliens")),
            ("reliability", a_draft(reliability="G", credibility="2")),
            ("credibility", a_draft(reliability="B", credibility="7")),
            ("geo_precision", a_draft(geo_precision="street")),
            ("figures.cats", a_draft(figures={"cats": "3"})),
            ("links.0.kind", a_draft(links=(Link("twin", an_id()),))),
            ("claims.0.stance", a_draft(claims=(a_claim_draft(stance="doubts"),))),
            ("claims.0.reliability", a_draft(claims=(a_claim_draft(reliability="1"),))),
            ("claims.0.credibility", a_draft(claims=(a_claim_draft(credibility="B"),))),
            ("groups.0.sex", a_draft(groups=(PeopleGroup("q", "0_4", 1),))),
            ("groups.0.age", a_draft(groups=(PeopleGroup("f", "old", 1),))),
        ],
    )
    def test_an_unknown_code_is_refused_beside_its_field(self, field: str, draft: IncidentDraft) -> None:
        checked = check(draft, today=TODAY)
        assert checked.incident is None
        assert field in {problem.field for problem in checked.errors}

    def test_the_primary_type_is_not_repeated_among_the_others(self) -> None:
        assert sound(a_draft(types_other=("detention", "torture", "torture"))).types_other == ("torture",)

    def test_a_grade_has_a_letter_and_a_number(self) -> None:
        assert found(a_draft(reliability="B")) == {"credibility": "GRADE.HALF"}
        assert sound(a_draft(reliability="B", credibility="2")).reliability == "B"


class TestDates:
    def test_words_are_counted_from_the_headline_claims_report(self) -> None:
        early = a_claim_draft(report=a_report(published=date(2022, 4, 6)))
        headline = a_claim_draft(report=a_report(published=date(2022, 5, 4)), headline=True)
        assert sound(a_draft(date="last Sunday", claims=(early, headline))).when.edtf == "2022-05-01"
        assert sound(a_draft(date="last Sunday", claims=(early,))).when.edtf == "2022-04-03"
        assert sound(a_draft(date="last Sunday")).when.edtf == "2022-05-29"
        assert sound(a_draft(date="last Sunday"), published=date(2022, 5, 4)).when.edtf == "2022-05-01"

    def test_a_report_still_to_be_added_counts_too(self) -> None:
        claim = ClaimDraft(report=ReportDraft(title="New", published="4 May 2022"))
        assert sound(a_draft(date="last Sunday", claims=(claim,))).when.edtf == "2022-05-01"

    @pytest.mark.parametrize(
        ("said", "problem"),
        [
            ("31 April 2022", "DATE.IMPOSSIBLE"),
            ("5-3 May 2022", "DATE.IMPOSSIBLE"),
            ("01/05/2022", "DATE.IMPOSSIBLE"),
            ("2022-06-02", "DATE.FUTURE"),
            ("1822-06-02", "date.long_ago"),
            ("20 May - 20 June 2022", "date.future_end"),
            (When("2022-05", date(2022, 5, 1), date(2022, 5, 2)), "DATE.IMPOSSIBLE"),
        ],
    )
    def test_a_date_that_cannot_be_is_told(self, said: str | When, problem: str) -> None:
        assert found(a_draft(date=said)) == {"date": problem}

    def test_only_a_planned_evacuation_may_lie_in_the_future(self) -> None:
        assert found(a_draft(type="evacuation", date="2022-06-02")) == {"date": "date.future"}

    def test_this_month_is_not_the_future(self) -> None:
        assert found(a_draft(date="June 2022")) == {}

    def test_reports_older_than_the_incident_are_doubtful(self) -> None:
        assert found(a_draft(date="20 May 2022", claims=(a_claim_draft(),))) == {"date": "date.after_reports"}


class TestPlaces:
    def test_a_name_that_nobody_looked_up_is_not_found(self) -> None:
        assert found(a_draft(place=None, place_text="Izuym")) == {"place": "PLACE.UNRESOLVED"}
        assert found(a_draft(type="return", destination_text="Izuym")) == {
            "destination": "DESTINATION.UNRESOLVED"
        }

    def test_a_name_with_coordinates_is_a_place_of_the_cases_own(self) -> None:
        place = sound(a_draft(place=None, place_text="Bezimenne camp", lat=47.1, lon=37.9)).place
        assert place is not None
        assert (place.name, place.kind, place.lat, place.lon) == ("Bezimenne camp", "site", 47.1, 37.9)

    @pytest.mark.parametrize(
        ("lat", "lon", "problem"),
        [
            (91.0, 200.0, "COORDINATES.RANGE"),
            (137.5, 48.0, "COORDINATES.RANGE"),
            (0.0, 0.0, "COORDINATES.ZERO"),
            (float("nan"), 37.0, "COORDINATES"),
            (float("inf"), 37.0, "COORDINATES"),
        ],
    )
    def test_coordinates_that_cannot_be_are_refused(self, lat: float, lon: float, problem: str) -> None:
        assert found(a_draft(lat=lat, lon=lon)) == {"lat": problem}

    def test_swapped_coordinates_are_recognised_and_the_swap_is_offered(self) -> None:
        out_of_range = check(a_draft(lat=137.5, lon=48.0), today=TODAY).errors[0]
        assert "Did you mean latitude 48 and longitude 137.5?" in out_of_range.text
        far = check(a_draft(lat=37.25, lon=49.2), today=TODAY).warnings[0]
        assert "Did you mean latitude 49.2 and longitude 37.25?" in far.text
        outside = check(
            a_draft(place=None, place_text="X", lat=37.25, lon=49.2), today=TODAY, country_box=UKRAINE
        )
        assert outside.warnings[0].key == "coordinates.swapped"

    def test_half_a_pair_of_coordinates_is_refused(self) -> None:
        assert found(a_draft(lat=48.0)) == {"lon": "COORDINATES.HALF"}

    def test_coordinates_near_the_place_are_the_place_and_others_a_spot_of_its_own(self) -> None:
        izyum = a_place(geonames=5)
        assert sound(a_draft(place=izyum, lat=49.21, lon=37.26)).place == izyum
        spot = sound(a_draft(place=izyum, lat=49.4, lon=37.4)).place
        assert spot is not None
        assert (spot.geonames, spot.lat, spot.precision) == (None, 49.4, "exact")

    def test_precision_comes_from_the_place_and_may_only_be_coarser(self) -> None:
        region = a_place("Kharkiv Oblast", kind="admin1", precision="admin1")
        assert sound(a_draft(place=region)).geo_precision == "admin1"
        assert sound(a_draft(place=region, geo_precision="country")).geo_precision == "country"
        assert found(a_draft(place=region, geo_precision="settlement")) == {
            "geo_precision": "GEO_PRECISION.TOO_FINE"
        }
        assert found(a_draft(geo_precision="exact")) == {"geo_precision": "GEO_PRECISION.TOO_FINE"}

    def test_only_movements_have_a_destination(self) -> None:
        assert found(a_draft(destination=a_place("Belgorod"))) == {"destination": "destination.no_movement"}
        assert found(a_draft(type="forced_transfer", destination=a_place("Belgorod"))) == {}
        assert found(a_draft(type="return", destination=a_place())) == {"destination": "destination.same"}

    def test_a_place_to_be_added_has_a_name_and_possible_coordinates(self) -> None:
        assert check_place(a_place()) == ()
        wrong = a_place("\x00", lat=91.0, country="Ukraine", precision="street")
        assert {p.field for p in check_place(wrong) if p.severity == "error"} == {
            "name",
            "lat",
            "country",
            "precision",
        }


class TestPeople:
    def test_counts_are_understood_and_unknown_ones_left_out(self) -> None:
        incident = sound(
            a_draft(figures={"people": "dozens", "killed": "", "injured": "unknown", "detained": "0"})
        )
        assert incident.figures == {"people": a_figure("dozens"), "detained": Figure(0, 0, 0, "exact")}

    @pytest.mark.parametrize("said", ["30-20", "-5", "1.5", "9000000000", "mroe than 100", Figure(3, 2, 1)])
    def test_a_count_that_cannot_be_is_told_beside_its_field(self, said: str | Figure) -> None:
        assert set(found(a_draft(figures={"killed": said}))) == {"figures.killed"}

    def test_groups_may_not_exceed_the_people(self) -> None:
        groups = (PeopleGroup("f", "18_59", 8), PeopleGroup("m", "18_59", 3))
        assert found(a_draft(people="10", groups=groups)) == {"groups": "GROUPS.TOTAL"}
        assert found(a_draft(people="11", groups=groups)) == {}
        assert found(a_draft(people="more than 5", groups=groups)) == {}
        assert found(a_draft(people="2 families", groups=groups)) == {}
        assert found(a_draft(people="2 families of 4", groups=groups)) == {"groups": "GROUPS.TOTAL"}

    def test_a_group_is_a_whole_number_given_once(self) -> None:
        assert found(a_draft(groups=(PeopleGroup("f", "0_4", -1),))) == {"groups.0.count": "GROUPS.COUNT"}
        twice = (PeopleGroup("f", "0_4", 1), PeopleGroup("f", "0_4", 2))
        assert found(a_draft(groups=twice)) == {"groups.1": "GROUPS.TWICE"}

    def test_the_headline_claim_settles_the_figures(self) -> None:
        claim = a_claim_draft(figures={"people": "about 120"})
        incident = sound(a_draft(figures={"people": "100", "killed": "2"}, claims=(claim,)))
        assert incident.figures == {"people": a_figure("about 120"), "killed": a_figure("2")}
        assert found(a_draft(people="100", claims=(claim,))) == {"figures.people": "figures.headline"}
        assert settled(replace(incident, figures={})).figures == {"people": a_figure("about 120")}


class TestClaims:
    def test_a_claim_needs_a_report_or_a_speaker(self) -> None:
        assert found(a_draft(claims=(ClaimDraft(),))) == {"claims.0.report": "CLAIM.NOBODY"}
        assert found(a_draft(claims=(ClaimDraft(attributed_to="The mayor"),))) == {}

    def test_ratings_start_from_the_source_and_from_not_judged(self) -> None:
        claim = sound(a_draft(claims=(ClaimDraft(report=a_report()),))).claims[0]
        assert claim.grade == "C6"
        assert sound(a_draft(claims=(ClaimDraft(attributed_to="X"),))).claims[0].grade == "F6"

    def test_one_supporting_claim_is_the_headline(self) -> None:
        against, first, second = (a_claim_draft(stance=s, origin=s + o) for s, o in
                                  (("contradicts", ""), ("supports", "a"), ("supports", "b")))  # fmt: skip
        chosen = [c.headline for c in sound(a_draft(claims=(against, first, second))).claims]
        assert chosen == [False, True, False]
        marked = sound(a_draft(claims=(first, replace(second, headline=True))))
        assert [c.headline for c in marked.claims] == [False, True]

    def test_two_headlines_or_one_that_contradicts_are_refused(self) -> None:
        one, two = a_claim_draft(headline=True, origin="a"), a_claim_draft(headline=True, origin="b")
        assert found(a_draft(claims=(one, two))) == {"claims.1.headline": "HEADLINE.TWICE"}
        against = a_claim_draft(headline=True, stance="contradicts")
        assert found(a_draft(claims=(against,))) == {"claims.0.headline": "HEADLINE.STANCE"}

    def test_a_withdrawn_claim_is_never_the_headline(self) -> None:
        gone = a_claim_draft(withdrawn="Wrong report", headline=True, figures={"people": "9"})
        incident = sound(a_draft(claims=(gone,)))
        assert incident.headline is None
        assert incident.figures == {}

    def test_confirmed_needs_two_independent_origins(self) -> None:
        one = a_claim_draft(credibility="1", origin="The mayor")
        copy = a_claim_draft(report=a_report(publisher="Post"), origin="the  MAYOR")
        other = a_claim_draft(report=a_report(publisher="Post"), origin="A witness")
        assert found(a_draft(claims=(one, copy))) == {"claims.0.credibility": "CREDIBILITY.UNCONFIRMED"}
        assert found(a_draft(claims=(one, other))) == {}
        assert found(a_draft(reliability="B", credibility="1", claims=(one,)))["credibility"] == (
            "CREDIBILITY.UNCONFIRMED"
        )

    def test_claims_that_look_like_copies_are_pointed_out(self) -> None:
        same = a_draft(claims=(a_claim_draft(), a_claim_draft()))
        assert found(same) == {"claims.1.origin": "claim.same_origin"}

    def test_a_quote_is_found_where_the_report_has_it(self) -> None:
        report = a_report(text="They were taken. They were taken away by bus.")
        quoted = a_claim_draft(report=report, quote="They were taken", quote_start=18, quote_end=33)
        claim = sound(a_draft(claims=(quoted,))).claims[0]
        assert (claim.quote_start, claim.quote_end) == (17, 32)
        unplaced = sound(a_draft(claims=(a_claim_draft(report=report, quote="away by bus"),))).claims[0]
        assert report.text[unplaced.quote_start : unplaced.quote_end] == "away by bus"
        selected = sound(a_draft(claims=(a_claim_draft(report=report, quote_start=0, quote_end=16),))).claims[
            0
        ]
        assert selected.quote == "They were taken."

    @pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-1, 4), (3, None), (None, 3), (0, 9999)])
    def test_a_position_that_cannot_be_is_refused(self, start: int | None, end: int | None) -> None:
        claim = a_claim_draft(
            report=a_report(text="Short text."), quote="Short", quote_start=start, quote_end=end
        )
        assert found(a_draft(claims=(claim,))).popitem()[1] == "QUOTE.POSITION"

    def test_a_quote_that_the_report_does_not_have_is_doubtful(self) -> None:
        claim = a_claim_draft(report=a_report(text="Something else."), quote="They were taken")
        assert found(a_draft(claims=(claim,))) == {"claims.0.quote": "quote.not_found"}

    def test_problems_of_a_new_report_stand_in_its_claim(self) -> None:
        claim = ClaimDraft(report=ReportDraft(url="javascript:alert(1)", published="31 April 2022"))
        problems = found(a_draft(claims=(claim,)))
        assert problems["claims.0.report.url"] == "URL.SCHEME"
        assert problems["claims.0.report.published"] == "PUBLISHED.IMPOSSIBLE"


class TestJudgements:
    def test_sexual_violence_is_always_sensitive(self) -> None:
        assert found(a_draft(type="sexual_violence")) == {"sensitivity": "SENSITIVITY.SEXUAL_VIOLENCE"}
        assert found(a_draft(types_other=("sexual_violence",))) == {
            "sensitivity": "SENSITIVITY.SEXUAL_VIOLENCE"
        }
        assert found(a_draft(type="sexual_violence", sensitivity="high")) == {}

    def test_a_status_keeps_its_entry_condition(self) -> None:
        assert found(a_draft(verification="reported")) == {"verification": "VERIFICATION.NO_CLAIM"}
        assert found(a_draft(verification="reported", claims=(a_claim_draft(),))) == {}

    def test_a_second_person_is_asked_for_once(self) -> None:
        verified = a_draft(verification="verified", verification_why="Two videos and a witness.")
        assert found(verified, author="Olena", actor="olena") == {
            "verification": "VERIFICATION.SECOND_PERSON"
        }
        assert found(verified, author="Olena", actor="Petro") == {}
        before = sound(verified, author="Olena", actor="Petro")
        assert found(IncidentDraft.of(before), author="Olena", actor="Olena", before=before) == {}

    def test_an_incident_is_not_linked_to_itself_or_to_nobody(self) -> None:
        uid = an_id()
        assert found(a_draft(id=uid, links=(Link("part_of", uid),))) == {"links.0": "LINKS.SELF"}
        assert found(a_draft(link_refs=(("part_of", "UKR-2022-0009"),))) == {"links.0": "LINKS.UNRESOLVED"}


class TestTexts:
    def test_texts_are_cleaned_and_it_is_told(self) -> None:
        checked = check(a_draft(title="Camp\u202e\x00 in\nVovchansk", narrative="a\r\nb"), today=TODAY)
        assert checked.incident is not None
        assert (checked.incident.title, checked.incident.narrative) == ("Camp in Vovchansk", "a\nb")
        assert [(p.field, p.severity) for p in checked.problems] == [("title", "warning")]

    def test_a_long_narrative_fits_and_an_endless_title_is_refused_uncut(self) -> None:
        assert len(sound(a_draft(narrative="x" * 100_000)).narrative) == 100_000
        assert found(a_draft(title="x" * 501)) == {"title": "TEXT.TOO_LONG"}

    def test_tags_have_one_form(self) -> None:
        assert sound(a_draft(tags=("Health Worker", " children ", "children", ""))).tags == (
            "health_worker",
            "children",
        )
        assert found(a_draft(tags=tuple(map(str, range(60))))) == {"tags": "TAGS.TOO_MANY"}

    @given(st.sampled_from(_TEXT_FIELDS), hostile_text())
    def test_no_text_in_any_field_is_an_accident(self, field: str, text: str) -> None:
        for problem in check(_with_text(field, text), today=TODAY).problems:
            assert (problem.field + problem.text).isprintable(), problem
            assert problem.text.endswith((".", "?")), problem


def _with_text(field: str, text: str) -> IncidentDraft:
    part, _, name = field.rpartition(".")
    if part == "report":
        return a_draft(claims=(ClaimDraft(report=ReportDraft(**{name: text})),))
    if part == "claim":
        return a_draft(claims=(ClaimDraft(**{name: text}),))
    values: dict[str, Any] = {"figures": {text: "1"}, "figure": {"people": text}, "tags": (text,)}
    values = {"types_other": (text,), "link_refs": ((text, text),)} | values
    return a_draft(**{"figures" if name == "figure" else name: values.get(name, text)})


class TestReportsAndSources:
    def test_a_report_may_be_known_by_very_little(self) -> None:
        by_text = check_report(ReportDraft(text="First line.\nSecond."), today=TODAY).report
        by_url = check_report(ReportDraft(url="https://example.org/a"), today=TODAY).report
        by_source = check_report(ReportDraft(publisher="Courier", published="2 May 2022"), today=TODAY).report
        assert by_text and by_url and by_source
        assert by_text.title == "First line."
        assert by_url.title == "https://example.org/a"
        assert by_source.title == "Courier, 2 May 2022"
        assert check_report(ReportDraft(), today=TODAY).errors[0].key == "title.missing"

    @pytest.mark.parametrize(
        ("draft", "field"),
        [
            (ReportDraft(title="T", published="May 2022"), "published"),
            (ReportDraft(title="T", published="2 June 2022"), "published"),
            (ReportDraft(title="T", published=date(2030, 1, 1)), "published"),
            (ReportDraft(title="T", retrieved="yesterdayish"), "retrieved"),
            (ReportDraft(title="T", url="file:///etc/passwd"), "url"),
            (ReportDraft(title="T", url="two words"), "url"),
            (ReportDraft(title="T", language="Klingon!"), "language"),
            (ReportDraft(title="T", publisher="P", publisher_kind="tabloid"), "publisher_kind"),
            (ReportDraft(title="x" * 501), "title"),
        ],
    )
    def test_what_is_wrong_with_a_report_is_told(self, draft: ReportDraft, field: str) -> None:
        checked = check_report(draft, today=TODAY)
        assert checked.report is None
        assert [problem.field for problem in checked.errors] == [field]

    def test_retrieved_before_it_was_published_is_doubtful(self) -> None:
        draft = ReportDraft(title="T", published="3 May 2022", retrieved="2 May 2022")
        checked = check_report(draft, today=TODAY)
        assert checked.report is not None
        assert checked.problems[0].key == "retrieved.early"

    def test_a_source_has_a_name_and_known_codes(self) -> None:
        assert check_source(SourceDraft(name=" The  Courier ", kind="media")).source is not None
        wrong = check_source(SourceDraft(name="\x07", kind="blog", reliability="Z"))
        assert {problem.field for problem in wrong.errors} == {"name", "kind", "reliability"}
