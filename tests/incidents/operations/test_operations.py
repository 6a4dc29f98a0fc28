"""What a user can do to a case: each whole or refused, each journalled, each undone and redone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.errors import ChangedSince, NotFound, Refused
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft, SourceDraft
from incidents.record.incident import Incident
from incidents.record.place import Place
from incidents.search import questions as ask
from incidents.search.filter import Filter


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR") as made:
        yield made


REPORT = ReportDraft(title="Convoy leaves", publisher="Kharkiv Desk", published="2022-05-02")


def claim(**changes: object) -> ClaimDraft:
    given = {
        "report": REPORT,
        "attributed_to": "the mayor",
        "reliability": "B",
        "credibility": "2",
        "quote": "they left",
    }
    return ClaimDraft(**{**given, **changes})  # type: ignore[arg-type]


def draft(**changes: object) -> IncidentDraft:
    given = {
        "type": "evacuation", "place_text": "Mariupol", "date": "last Sunday",
        "figures": {"people": "more than 100"}, "claims": (claim(),),
    }  # fmt: skip
    return IncidentDraft(**{**given, **changes})  # type: ignore[arg-type]


def add(case: Case, **changes: object) -> Incident:
    return get(case, case.perform(do.AddIncident(draft(**changes))).value)


def get(case: Case, uid: UUID) -> Incident:
    return case.read(ask.IncidentById(uid))


def fields(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {problem.field for problem in refused.value.problems}


def test_one_call_adds_incident_claim_report_source_and_place(case: Case) -> None:
    incident = add(case)
    assert incident.ref == "UKR-2022-0001"
    assert incident.when.edtf == "2022-05-01"
    assert incident.place is not None and incident.place.admin1 == "UA-14"
    assert incident.people is not None and (incident.people.min, incident.people.max) == (100, None)
    assert [c.report.publisher for c in incident.claims if c.report] == ["Kharkiv Desk"]
    assert incident.claims[0].headline and incident.claims[0].rated_by == "Olena"
    assert incident.entered_by == "Olena"


def test_the_same_report_source_and_place_are_not_added_twice(case: Case) -> None:
    first, second = add(case), add(case)
    assert first.claims[0].report == second.claims[0].report
    assert first.place == second.place
    assert second.ref == "UKR-2022-0002"
    assert len(case.read(ask.Sources())) == len(case.read(ask.Reports())) == 1


def test_a_refused_incident_leaves_no_report_behind(case: Case) -> None:
    with pytest.raises(Refused) as refused:
        case.perform(do.AddIncident(draft(type="theft", date="30 February 2022", place_text="Narnia")))
    assert {"type", "date", "place"} <= fields(refused)
    assert case.read(ask.Reports()) == [] and case.read(ask.Sources()) == []
    assert case.undoable() is None


def test_many_are_added_all_or_none_and_the_position_is_told(case: Case) -> None:
    with pytest.raises(Refused, match=r"Incident 2: .*theft"):
        case.perform(do.AddIncidents([draft(), draft(type="theft"), draft()]))
    assert case.read(ask.Count(Filter())) == 0
    assert len(case.perform(do.AddIncidents([draft(), draft()])).value) == 2


def test_a_place_that_the_gazetteer_lacks_is_kept_and_found_again(case: Case) -> None:
    camp = Place(name="Bezimenne camp", kind="site", country="UKR", admin1="UA-14", lat=47.1, lon=37.94)
    kept = case.perform(do.AddPlace(camp)).value
    assert case.read(ask.OwnPlaces()) == [kept]
    incident = add(case, place_text="Bezimenne camp")
    assert incident.place == kept
    for region in ("UKR", "UA-14", f"place:{kept.id}"):
        assert case.read(ask.Count(Filter(regions=(region,)))) == 1


def test_coordinates_away_from_the_named_place_are_a_spot_of_the_cases_own(case: Case) -> None:
    near, away = add(case, lat=47.1, lon=37.54), add(case, lat=47.2, lon=37.9)
    assert near.place is not None and near.place.geonames is not None
    assert away.place is not None and (away.place.geonames, away.place.lat) == (None, 47.2)
    assert away.place.admin1 == "UA-14"


@pytest.mark.parametrize(("name", "precision"), [("Ukraine", "country"), ("Donbas", "admin1")])
def test_a_vague_place_is_a_place_with_honest_precision(case: Case, name: str, precision: str) -> None:
    assert add(case, place_text=name).geo_precision == precision
    assert case.read(ask.Count(Filter(regions=("UKR",)))) == 1


def test_changing_keeps_who_entered_and_withdraws_claims_that_are_gone(case: Case) -> None:
    before = add(case)
    changed = IncidentDraft.of(before)
    fresh = claim(quote="other words", attributed_to="the governor")
    outcome = case.perform(
        do.ChangeIncident(before.id, replace(changed, title="Convoy", claims=(fresh,)), why="better source")
    )
    after = get(case, before.id)
    assert outcome.changes.ids >= {before.id}
    assert (after.title, after.ref, after.entered_at, after.version) == (
        "Convoy",
        before.ref,
        before.entered_at,
        2,
    )
    assert [c.attributed_to for c in after.live_claims] == ["the governor"]
    assert [c.withdrawn for c in after.claims if c.withdrawn] == ["better source"]


def test_a_change_over_somebody_elses_is_refused(case: Case) -> None:
    before = add(case)
    case.perform(do.ChangeIncident(before.id, replace(IncidentDraft.of(before), title="First"), version=1))
    with pytest.raises(ChangedSince, match="Nothing was overwritten"):
        case.perform(
            do.ChangeIncident(before.id, replace(IncidentDraft.of(before), title="Second"), version=1)
        )
    assert get(case, before.id).title == "First"


def test_the_headline_claim_gives_the_headline_figures(case: Case) -> None:
    hundred, twenty = (
        claim(figures={"people": "100"}),
        claim(figures={"people": "20"}, attributed_to="the convoy"),
    )
    before = add(case, claims=(hundred, twenty))
    assert before.people is not None and before.people.best == 100
    case.perform(do.SetHeadline(before.id, before.claims[1].id))
    after = get(case, before.id)
    assert after.people is not None and after.people.best == 20
    assert [c.headline for c in after.claims] == [False, True]


def test_a_status_has_its_entry_condition(case: Case) -> None:
    incident = add(case)
    with pytest.raises(Refused, match=r"UKR-2022-0001: .*two independent origins"):
        case.perform(do.SetVerification([incident.id], "corroborated"))
    with pytest.raises(Refused, match="second person"):
        case.perform(do.SetVerification([incident.id], "verified", why="seen by our monitor"))
    case.perform(do.SetVerification([incident.id], "verified", why="seen by our monitor", self_review=True))
    after = get(case, incident.id)
    assert (after.verification, after.self_review) == ("verified", True)
    case.perform(do.SetVerification([incident.id], "reported"))
    assert get(case, incident.id).verification == "reported"


def test_withdrawing_needs_a_reason_and_deletes_nothing(case: Case) -> None:
    incident = add(case)
    with pytest.raises(Refused, match="Say why"):
        case.perform(do.WithdrawIncidents([incident.id], " "))
    case.perform(do.WithdrawIncidents([incident.id], "entered twice"))
    assert case.read(ask.Count(Filter())) == 0
    assert get(case, incident.id).withdrawn == "entered twice"
    case.perform(do.RestoreIncidents([incident.id]))
    assert get(case, incident.id).verification == "reported"


def test_merging_moves_claims_and_points_to_the_survivor(case: Case) -> None:
    keep = add(case)
    other = add(case, claims=(claim(quote="another", attributed_to="the UN"),), tags=("children",))
    tied = add(case, type="release", claims=())
    case.perform(do.LinkIncidents(tied.id, "led_to", other.id))
    case.perform(do.MergeIncidents(keep.id, [other.id]))
    survivor, gone = get(case, keep.id), get(case, other.id)
    assert [c.attributed_to for c in survivor.live_claims] == ["the mayor", "the UN"]
    assert survivor.tags == ("children",)
    assert (gone.verification, gone.survivor) == ("withdrawn", keep.id)
    assert [link.other for link in get(case, tied.id).links] == [keep.id]


def test_one_undo_takes_a_merge_back_whole(case: Case) -> None:
    keep, other = add(case), add(case, claims=(claim(quote="another", attributed_to="the UN"),))
    before = (get(case, keep.id), get(case, other.id))
    case.perform(do.MergeIncidents(keep.id, [other.id]))
    case.undo()
    assert [c.attributed_to for c in get(case, keep.id).live_claims] == ["the mayor"]
    restored = get(case, other.id)
    assert (restored.verification, restored.withdrawn, restored.survivor) == (
        before[1].verification,
        "",
        None,
    )
    case.redo()
    assert get(case, other.id).survivor == keep.id
    assert len(get(case, keep.id).live_claims) == 2


def test_a_merge_that_was_undone_can_be_done_anew(case: Case) -> None:
    keep, other = add(case), add(case, claims=(claim(quote="another", attributed_to="the UN"),))
    for _ in range(2):
        case.perform(do.MergeIncidents(keep.id, [other.id]))
        assert [c.attributed_to for c in get(case, keep.id).live_claims] == ["the mayor", "the UN"]
        case.undo()


def test_a_merge_of_incidents_that_are_tied_to_each_other_is_undone(case: Case) -> None:
    keep, one, other = add(case), add(case), add(case)
    case.perform(do.LinkIncidents(one.id, "led_to", other.id))
    before = [get(case, incident.id).links for incident in (keep, one, other)]
    for others in ([one.id, other.id], [other.id, one.id]):
        case.perform(do.MergeIncidents(keep.id, others))
        case.undo()
        assert [get(case, incident.id).links for incident in (keep, one, other)] == before
    case.redo()
    assert get(case, one.id).survivor == get(case, other.id).survivor == keep.id


def test_an_incident_without_claims_takes_over_the_headline_of_a_merge(case: Case) -> None:
    keep = add(case, claims=())
    others = [add(case, claims=(claim(quote=said, figures={"people": said}),)) for said in ("12", "40")]
    case.perform(do.MergeIncidents(keep.id, [other.id for other in others]))
    merged = get(case, keep.id)
    assert [c.headline for c in merged.claims] == [True, False]
    assert merged.people is not None and merged.people.min == 12
    assert case.perform(do.ChangeIncident(keep.id, IncidentDraft.of(merged))).step == 0
    case.undo()
    assert not any(c.headline for c in get(case, keep.id).claims)
    case.redo()
    assert [(c.headline, c.withdrawn) for c in get(case, keep.id).claims] == [(True, ""), (False, "")]


def test_links_do_not_run_in_circles(case: Case) -> None:
    first, second = add(case), add(case)
    case.perform(do.LinkIncidents(first.id, "duplicate_of", second.id))
    with pytest.raises(Refused, match="circle"):
        case.perform(do.LinkIncidents(second.id, "duplicate_of", first.id))
    case.perform(do.UnlinkIncidents(first.id, "duplicate_of", second.id))
    assert get(case, first.id).links == ()


def test_renaming_a_source_is_seen_by_filters_and_full_text(case: Case) -> None:
    add(case)
    source = case.read(ask.Sources())[0]
    case.perform(do.ChangeSource(source.id, SourceDraft(name="Poltava Desk", reliability="B")))
    assert case.read(ask.Count(Filter(sources=("Poltava Desk",)))) == 1
    assert case.read(ask.Count(Filter(text="poltava"))) == 1
    assert case.read(ask.Count(Filter(text="kharkiv desk"))) == 0


def test_changing_a_reports_date_moves_the_incidents_that_stand_on_it(case: Case) -> None:
    add(case)
    report = case.read(ask.Reports())[0]
    case.perform(
        do.ChangeReport(
            report.id, ReportDraft(title="Convoy leaves", publisher="Kharkiv Desk", published="2022-06-01")
        )
    )
    assert case.read(ask.IncidentByRef("UKR-2022-0001")).date_reported == date(2022, 6, 1)


def test_a_reports_text_is_kept_unchanged_and_checked(case: Case) -> None:
    text = "More than 100 people left.\r\nThey are safe."
    uid = case.perform(do.AddReport(ReportDraft(title="R", publisher="P", text=text))).value
    report = case.read(ask.ReportById(uid))
    assert len(report.sha256) == 64
    assert case.read(Checkup()).evidence == 1


def test_saved_filters_are_kept_replaced_removed_and_undone(case: Case) -> None:
    wanted = Filter(regions=("UA-63",), text="camp")
    case.perform(do.SaveFilter("Camps", wanted))
    assert case.read(ask.SavedFilters()) == [("Camps", wanted)]
    case.perform(do.RemoveFilter("Camps"))
    case.undo()
    assert case.read(ask.SavedFilters()) == [("Camps", wanted)]
    with pytest.raises(NotFound):
        case.perform(do.RemoveFilter("Other"))


def test_drafts_are_kept_aside_without_the_journal(case: Case) -> None:
    case.perform(do.KeepDraft("entry", '{"date": "last Sun'))
    assert [(d.key, d.content) for d in case.read(ask.Drafts())] == [("entry", '{"date": "last Sun')]
    assert case.read(ask.JournalHead())[0] == 0
    case.perform(do.DropDraft("entry"))
    assert case.read(ask.Drafts()) == []


def test_briefings_are_numbered_one_after_the_other(case: Case) -> None:
    numbers = [
        case.perform(
            do.NumberBriefing(title="B", filter_text="", profile="internal", tlp="AMBER", incidents=0)
        ).value
        for _ in range(2)
    ]
    assert numbers == [1, 2]
    case.perform(do.SealBriefing(number=2, sha256="ab" * 32))
    assert case.read(ask.Briefings())[0]["sha256"] == "ab" * 32


class TestUndo:
    """Undo and redo are operations made from the journal."""

    def test_an_added_incident_is_withdrawn_and_comes_back(self, case: Case) -> None:
        incident = add(case)
        assert case.undoable() == "Add UKR-2022-0001"
        case.undo()
        assert case.read(ask.Count(Filter())) == 0
        assert case.read(ask.Sources()) == []
        assert case.redoable() == "Add UKR-2022-0001"
        case.redo()
        assert get(case, incident.id).title == incident.title
        assert len(case.read(ask.Sources())) == 1

    def test_a_change_is_taken_back_field_by_field(self, case: Case) -> None:
        before = add(case)
        case.perform(
            do.ChangeIncident(before.id, replace(IncidentDraft.of(before), title="New", date="2022-06-01"))
        )
        case.undo()
        after = get(case, before.id)
        assert (after.title, after.when, after.claims) == (before.title, before.when, before.claims)
        case.redo()
        assert get(case, before.id).title == "New"
        case.undo()
        case.undo()
        assert case.undoable() is None
        with pytest.raises(Refused, match="nothing to undo"):
            case.undo()

    def test_claims_find_their_places_again_when_one_came_between_them(self, case: Case) -> None:
        before = add(case, claims=(claim(), claim(attributed_to="the army")))
        first, second = IncidentDraft.of(before).claims
        between = (first, claim(attributed_to="a driver"), second)
        case.perform(do.ChangeIncident(before.id, replace(IncidentDraft.of(before), claims=between)))
        changed = get(case, before.id)
        case.undo()
        after = get(case, before.id)
        assert after.claims[:2] == before.claims
        assert [c.attributed_to for c in after.claims if c.withdrawn] == ["a driver"]
        case.redo()
        assert get(case, before.id).claims == changed.claims

    def test_a_new_step_ends_redo(self, case: Case) -> None:
        add(case)
        case.undo()
        add(case)
        assert case.redoable() is None

    def test_what_was_changed_since_is_not_overwritten(self, case: Case) -> None:
        before = add(case)
        case.perform(do.ChangeIncident(before.id, replace(IncidentDraft.of(before), title="Mine")))
        mine = list(case._history.undo)
        case.perform(
            do.ChangeIncident(before.id, replace(IncidentDraft.of(get(case, before.id)), title="Theirs"))
        )
        case._history.undo[:] = mine
        with pytest.raises(ChangedSince):
            case.undo()
        assert get(case, before.id).title == "Theirs"


class TestJournal:
    """Who, when, what was, what is, why; in a chain that shows every tampering."""

    def test_each_change_tells_before_after_who_and_why(self, case: Case) -> None:
        before = add(case)
        case.perform(do.SetVerification([before.id], "refuted", why="the bus never left"))
        last = case.read(ask.History(before.id))[-1]
        assert (last.actor, last.why) == ("Olena", "the bus never left")
        assert ("verification", "unassessed", "refuted") in last.changes

    def test_an_incidents_history_holds_its_claims_and_undo(self, case: Case) -> None:
        before = add(case)
        case.perform(do.WithdrawIncidents([before.id], "twice"))
        case.undo()
        told = case.read(ask.History(before.id))
        assert [entry.kind for entry in told] == ["incident", "claim", "incident", "incident"]
        assert told[-1].label == "Undo: Withdraw UKR-2022-0001"

    @pytest.mark.parametrize(
        "tampering",
        [
            "UPDATE journal SET actor = 'Petro' WHERE seq = 2",
            "UPDATE journal SET changes = replace(changes, 'Mariupol', 'Kharkiv') WHERE kind = 'place'",
            "DELETE FROM journal WHERE seq = 2",
            "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
            "UPDATE journal SET at = '2021-01-01T00:00:00.000Z' WHERE seq = 1",
        ],
    )
    def test_tampering_shows(self, case: Case, tampering: str) -> None:
        add(case)
        assert case.read(Checkup()).faults == ()
        tamper(case, tampering)
        assert any("ournal" in fault for fault in case.read(Checkup()).faults)

    @pytest.mark.parametrize(
        ("tampering", "says"),
        [
            ("UPDATE evidence SET content = X'00'", "not what was stored"),
            ("DELETE FROM evidence", "missing"),
        ],
    )
    def test_changed_evidence_shows(self, case: Case, tampering: str, says: str) -> None:
        case.perform(do.AddReport(ReportDraft(title="R", publisher="P", text="words")))
        tamper(case, tampering)
        assert says in " ".join(case.read(Checkup()).faults)


def tamper(case: Case, sql: str) -> None:
    assert case._writer is not None
    with case._writer.begin() as connection:
        connection.exec_driver_sql(sql)
