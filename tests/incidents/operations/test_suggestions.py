"""A suggestion becomes an incident, a claim of a known incident, or nothing; each decision is made once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.errors import NotFound, Refused
from incidents.places import Gazetteer, known_area, with_known_place
from incidents.record.dates import parse_edtf
from incidents.record.draft import IncidentDraft, ReportDraft, SourceDraft
from incidents.record.figures import Figure
from incidents.record.incident import Incident
from incidents.record.place import Place
from incidents.record.suggested import KeptSuggestion, draft_of
from incidents.record.suggestion import Mark, Passage, Suggestion
from incidents.search import questions as ask
from tests.builders import a_draft

FIRST = "On Sunday more than 20 people were led away from Izyum, the mayor said."
SECOND = "They have not come back."
LAST = "He named no names."
TEXT = f"Town near the border shelled\n\n{FIRST} {SECOND} The market was hit.\n\n{LAST}"


def at(words: str, text: str = TEXT) -> Passage:
    start = text.index(words)
    return Passage(start, start + len(words))


LED_AWAY = Suggestion(
    type="detention",
    evidence=(at(FIRST), at(SECOND), at(LAST)),
    place_text="Izyum",
    place=Gazetteer.shipped().resolve_place("Izyum", country="UKR"),
    country="UKR",
    geo_precision="settlement",
    when=parse_edtf("2022-05-01"),
    date_text="On Sunday",
    people=Figure(20, None, None, "more_than", text="more than 20"),
    claimed_by="the mayor",
    marks=(Mark("event", at("led away")),),
    why=("“led away” is a detention",),
)
HIT = Suggestion(type="attack", evidence=(at("The market was hit."),), country="UKR")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR") as made:
        made.perform(do.AddSource(SourceDraft(name="Kharkiv Courier", kind="media", reliability="B")))
        yield made
        assert made.read(Checkup()).faults == ()


def take_in(case: Case, *suggestions: Suggestion, text: str = TEXT) -> UUID:
    draft = ReportDraft(title="Border town", publisher="Kharkiv Courier", published=date(2022, 5, 2))
    operation = do.TakeInReport(original=text.encode(), draft=draft, text=text, suggestions=suggestions)
    return case.perform(operation).value.report


def kept(case: Case, *suggestions: Suggestion) -> list[KeptSuggestion]:
    return case.read(ask.SuggestionsOf(take_in(case, *(suggestions or (LED_AWAY,)))))


def get(case: Case, uid: UUID) -> Incident:
    return case.read(ask.IncidentById(uid))


def state_of(case: Case, one: KeptSuggestion) -> str:
    return next(k.state for k in case.read(ask.SuggestionsOf(one.report)) if k.id == one.id)


class TestAccepting:
    def test_it_becomes_an_incident_with_the_claim_it_stands_on(self, case: Case) -> None:
        [one] = kept(case)
        incident = get(case, case.perform(do.AcceptSuggestion(one.id)).value)
        assert (incident.type, incident.verification, incident.occurrence) == (
            "detention",
            "reported",
            "occurred",
        )
        assert incident.place is not None and incident.place.name == "Izyum"
        assert (incident.when.edtf, incident.people) == ("2022-05-01", LED_AWAY.people)
        assert (incident.ref, incident.entered_by) == ("UKR-2022-0001", "Olena")
        [claim] = incident.claims
        assert claim.quote == f"{FIRST} {SECOND}"  # the sentences that follow each other
        assert TEXT[claim.quote_start : claim.quote_end] == claim.quote
        assert (claim.attributed_to, claim.reported_as) == ("the mayor", "led away")
        assert (claim.reliability, claim.credibility) == ("B", "6")
        assert claim.report is not None and claim.report.id == one.report
        assert claim.headline and claim.figures == incident.figures

    def test_the_suggestion_says_what_it_became_and_the_report_is_in_work(self, case: Case) -> None:
        [one] = kept(case)
        added = case.perform(do.AcceptSuggestion(one.id)).value
        [after] = case.read(ask.SuggestionsOf(one.report))
        assert (after.state, after.incident, after.incident_ref) == ("accepted", added, "UKR-2022-0001")
        [row] = case.read(ask.Inbox())
        assert (row.state, row.open, row.accepted) == ("in_work", 0, 1)

    def test_a_finished_report_stays_finished(self, case: Case) -> None:
        [one] = kept(case)
        case.perform(do.SetReportState([one.report], "done"))
        case.perform(do.AcceptSuggestion(one.id))
        assert case.read(ask.Inbox())[0].state == "done"

    def test_the_grade_is_given_on_the_way(self, case: Case) -> None:
        [one] = kept(case)
        incident = get(
            case, case.perform(do.AcceptSuggestion(one.id, reliability="C", credibility="3")).value
        )
        assert [c.grade for c in incident.claims] == ["C3"]
        assert incident.claims[0].rated_by == "Olena"

    def test_a_grade_that_nobody_gave_has_no_rater(self, case: Case) -> None:
        [one] = kept(case)
        [claim] = get(case, case.perform(do.AcceptSuggestion(one.id)).value).claims
        assert (claim.grade, claim.rated_by, claim.rated_at) == ("B6", "", None)

    def test_a_mended_draft_is_taken_as_it_is(self, case: Case) -> None:
        [one] = kept(case)
        report = case.read(ask.ReportById(one.report))
        draft = replace(draft_of(LED_AWAY, report), type="abduction", narrative="As told.")
        incident = get(case, case.perform(do.AcceptSuggestion(one.id, draft, credibility="2")).value)
        assert (incident.type, incident.narrative) == ("abduction", "As told.")
        assert [(c.quote_start, c.grade) for c in incident.claims] == [(TEXT.index(FIRST), "B2")]

    def test_a_draft_without_the_claim_gets_it(self, case: Case) -> None:
        [one] = kept(case)
        incident = get(case, case.perform(do.AcceptSuggestion(one.id, a_draft(), "C", "3")).value)
        assert [(c.quote_start, c.grade) for c in incident.claims] == [(TEXT.index(FIRST), "C3")]

    def test_twice_is_refused_and_says_what_it_is(self, case: Case) -> None:
        [one] = kept(case)
        case.perform(do.AcceptSuggestion(one.id))
        for again in (do.AcceptSuggestion(one.id), do.RejectSuggestion(one.id)):
            with pytest.raises(Refused, match="accepted already: it is UKR-2022-0001"):
                case.perform(again)
        assert case.read(ask.Count(ask_all())) == 1

    def test_undo_withdraws_the_incident_and_reopens_the_suggestion(self, case: Case) -> None:
        [one] = kept(case)
        added = case.perform(do.AcceptSuggestion(one.id)).value
        assert case.undoable() == "Accept UKR-2022-0001"
        case.undo()
        assert get(case, added).verification == "withdrawn"
        [row] = case.read(ask.Inbox())
        assert (row.state, row.open, row.accepted) == ("new", 1, 0)
        case.redo()
        assert get(case, added).verification == "reported"
        assert state_of(case, one) == "accepted"
        case.undo()
        second = case.perform(do.AcceptSuggestion(one.id)).value
        assert second != added and get(case, second).ref == "UKR-2022-0002"

    @pytest.mark.parametrize(
        ("changes", "place", "note"),
        [
            ({"place": None, "place_text": "the old quarter"}, "Ukraine", "the old quarter"),
            ({"place": None, "place_text": "Narnia", "country": ""}, None, "Narnia"),
            ({"place": None, "place_text": "", "country": "UKR"}, "Ukraine", ""),
            ({"place": None, "place_text": "a farm", "admin1": "Kharkiv"}, "Kharkiv Oblast", "a farm"),
            ({"place": None, "place_text": "a farm", "admin1": "Mordor"}, "Ukraine", "a farm"),
            ({"place": None, "place_text": "a farm", "country": "ZZZ"}, None, "a farm"),
            ({"geo_precision": "exact"}, "Izyum", ""),
            ({"geo_precision": "admin1"}, "Izyum", ""),
        ],
    )
    def test_a_vague_place_does_not_stand_in_the_way(
        self, case: Case, changes: dict[str, Any], place: str | None, note: str
    ) -> None:
        [one] = kept(case, replace(LED_AWAY, **changes))
        incident = get(case, case.perform(do.AcceptSuggestion(one.id)).value)
        assert (incident.place.name if incident.place else None, incident.place_note) == (place, note)

    def test_the_form_opens_at_the_same_known_area(self, case: Case) -> None:
        told = replace(LED_AWAY, place=None, place_text="Zamzam camp", country="SDN", admin1="North Darfur")
        [one] = kept(case, told)
        report = case.read(ask.ReportById(one.report))
        draft = with_known_place(draft_of(told, report))
        assert draft.place is not None and not draft.place_text
        incident = get(case, case.perform(do.AcceptSuggestion(one.id, draft)).value)
        assert incident.place is not None and incident.place.admin1 == "SD-DN"
        assert (incident.geo_precision, incident.place_note) == ("admin1", "Zamzam camp")

    def test_the_same_unknown_place_makes_a_twin_and_its_area_alone_does_not(self, case: Case) -> None:
        told = replace(LED_AWAY, place=None, place_text="Zamzam camp", country="SDN", admin1="North Darfur")
        [one] = kept(case, told)
        added = case.perform(do.AcceptSuggestion(one.id)).value
        area = known_area("North Darfur", "SDN")

        def twins(name: str, place: Place | None = area) -> list[UUID]:
            return [row.id for row in case.read(ask.Twins("detention", told.when, place, name))]

        assert twins("Zamzam camp") == twins("zamzam Camp") == twins("Zamzam camp", None) == [added]
        assert twins("Zamzam camp", known_area("", "SDN")) == [added]
        assert twins("Abu Shouk camp") == twins("Zamzam camp", known_area("", "UKR")) == []

    def test_nowhere_and_never_is_refused_and_stays_open(self, case: Case) -> None:
        [one] = kept(case, replace(HIT, country=""))
        with pytest.raises(Refused, match="place or a date"):
            case.perform(do.AcceptSuggestion(one.id))
        assert state_of(case, one) == "open" and case.read(ask.Inbox())[0].state == "new"

    def test_sexual_violence_a_practice_and_a_total_are_marked(self, case: Case) -> None:
        [one] = kept(case, replace(LED_AWAY, type="sexual_violence", pattern=True, aggregate=True))
        incident = get(case, case.perform(do.AcceptSuggestion(one.id)).value)
        assert (incident.sensitivity, incident.tags, incident.aggregate) == ("severe", ("pattern",), True)

    def test_changes_of_the_writing_direction_across_sentences_keep_the_position(self, case: Case) -> None:
        text = "He said \u2067one. Two\u2069 of them were taken from Izyum."
        whole = Suggestion(type="detention", evidence=(Passage(0, text.index(" Two")),), country="UKR")
        report = take_in(case, whole, text=text)
        [one] = case.read(ask.SuggestionsOf(report))
        [claim] = get(case, case.perform(do.AcceptSuggestion(one.id)).value).claims
        assert (claim.quote_start, claim.quote_end) == (0, text.index(" Two"))

    def test_unknown_and_withdrawn_suggestions_are_refused(self, case: Case) -> None:
        [one] = kept(case)
        with pytest.raises(NotFound, match="suggestion is not in the case"):
            case.perform(do.AcceptSuggestion(UUID(int=9)))
        case.undo()
        with pytest.raises(Refused, match="no longer there"):
            case.perform(do.AcceptSuggestion(one.id))

    def test_what_cannot_be_read_any_more_is_shown_as_such_and_can_be_rejected(self, case: Case) -> None:
        [one] = kept(case)
        assert case._writer is not None
        with case._writer.begin() as connection:
            content = connection.exec_driver_sql("SELECT content FROM suggestion").scalar_one()
            connection.exec_driver_sql("UPDATE suggestion SET content = '{\"type\": 7}'")
        [damaged] = case.read(ask.SuggestionsOf(one.report))
        assert (damaged.readable, damaged.suggestion, damaged.state) == (False, None, "open")
        assert "is not what was stored" in " ".join(case.read(Checkup()).faults)
        with pytest.raises(Refused, match="cannot be read"):
            case.perform(do.AcceptSuggestion(one.id))
        case.perform(do.RejectSuggestion(one.id, "damaged"))
        with case._writer.begin() as connection:
            connection.exec_driver_sql("UPDATE suggestion SET content = ?", (content,))


class TestAddingToAnIncident:
    def test_it_becomes_one_more_claim_of_the_twin(self, case: Case) -> None:
        [one] = kept(case)
        twin = case.perform(do.AddIncident(a_draft(people="30"))).value
        case.perform(do.AcceptAsClaim(one.id, twin, credibility="3"))
        incident = get(case, twin)
        assert [c.grade for c in incident.live_claims] == ["B3"]
        assert incident.live_claims[0].quote_start == TEXT.index(FIRST)
        [after] = case.read(ask.SuggestionsOf(one.report))
        assert (after.state, after.incident) == ("accepted", twin)

    def test_the_headline_stays_and_undo_takes_the_claim_back(self, case: Case) -> None:
        first, second = kept(case, LED_AWAY, replace(LED_AWAY, evidence=(at(LAST),), people=Figure(5, 5, 5)))
        twin = case.perform(do.AcceptSuggestion(first.id)).value
        case.perform(do.AcceptAsClaim(second.id, twin))
        assert get(case, twin).people == LED_AWAY.people
        assert len(get(case, twin).live_claims) == 2
        case.undo()
        assert len(get(case, twin).live_claims) == 1
        assert state_of(case, second) == "open"
        case.redo()
        assert len(get(case, twin).live_claims) == 2

    def test_not_to_a_withdrawn_incident(self, case: Case) -> None:
        [one] = kept(case)
        twin = case.perform(do.AddIncident(a_draft())).value
        case.perform(do.WithdrawIncidents([twin], "entered twice"))
        with pytest.raises(Refused, match="is withdrawn"):
            case.perform(do.AcceptAsClaim(one.id, twin))


class TestRejectingAndReopening:
    def test_a_rejected_one_stays_with_its_reason_until_it_is_reopened(self, case: Case) -> None:
        [one] = kept(case)
        case.perform(do.RejectSuggestion(one.id, "  combat\nbetween forces "))
        [after] = case.read(ask.SuggestionsOf(one.report))
        assert (after.state, after.why) == ("rejected", "combat between forces")
        assert case.read(ask.Inbox())[0].rejected == 1
        with pytest.raises(Refused, match="Reopen it first"):
            case.perform(do.AcceptSuggestion(one.id))
        case.perform(do.ReopenSuggestion(one.id))
        case.perform(do.AcceptSuggestion(one.id))
        assert state_of(case, one) == "accepted"

    def test_an_accepted_one_only_when_its_incident_was_withdrawn(self, case: Case) -> None:
        [one] = kept(case)
        added = case.perform(do.AcceptSuggestion(one.id)).value
        with pytest.raises(Refused, match="became UKR-2022-0001"):
            case.perform(do.ReopenSuggestion(one.id))
        case.perform(do.WithdrawIncidents([added], "not so"))
        case.perform(do.ReopenSuggestion(one.id))
        [after] = case.read(ask.SuggestionsOf(one.report))
        assert (after.state, after.incident, after.incident_ref) == ("open", None, "")


class TestSuggestingAgain:
    def test_open_ones_are_replaced_and_decided_ones_stay(self, case: Case) -> None:
        market, other = HIT, replace(HIT, type="killing")
        led, hit, killed = kept(case, LED_AWAY, market, other)
        case.perform(do.AcceptSuggestion(led.id))
        later = replace(LED_AWAY, when=parse_edtf("2022-05-08"))
        dated = replace(market, when=parse_edtf("2022-05-09"))
        assert case.perform(do.SuggestAgain(led.report, (later, dated, other))).value == 1
        after = case.read(ask.SuggestionsOf(led.report))
        assert [(k.suggestion, k.state) for k in after] == [
            (LED_AWAY, "accepted"), (other, "open"), (dated, "open"),
        ]  # fmt: skip
        assert after[1].id == killed.id
        case.undo()
        assert [k.id for k in case.read(ask.SuggestionsOf(led.report))] == [led.id, hit.id, killed.id]
        case.redo()
        assert [k.id for k in case.read(ask.SuggestionsOf(led.report))] == [k.id for k in after]

    def test_the_same_suggestions_change_nothing(self, case: Case) -> None:
        [one] = kept(case)
        outcome = case.perform(do.SuggestAgain(one.report, (LED_AWAY,)))
        assert (outcome.value, outcome.step) == (0, 0)


def ask_all() -> Any:
    from incidents.search.filter import Filter

    return Filter()


def test_the_draft_of_a_suggestion_passes_the_rules_by_itself(case: Case) -> None:
    [one] = kept(case)
    draft = draft_of(LED_AWAY, case.read(ask.ReportById(one.report)))
    assert isinstance(draft, IncidentDraft)
    incident = get(case, case.perform(do.AddIncident(draft)).value)
    assert incident.people == LED_AWAY.people
