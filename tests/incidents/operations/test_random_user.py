"""Somebody who does anything in any order, again and again, never brings a case out of joint.

A state machine (Hypothesis) adds, changes, withdraws, merges, links, judges, undoes, redoes, closes and reopens a real
case file. It keeps its own account of what every undo and redo must bring back, and checks the whole case on the way.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from incidents import operations as do
from incidents.case import Actor, Case, fields, records
from incidents.case import tables as t
from incidents.case.checkup import Checkup
from incidents.case.writer import Reader
from incidents.errors import CaseInUse, NotFound, Refused
from incidents.record.codes import LINKS, REPORT_STATES, VERIFICATION
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft, SourceDraft
from incidents.record.incident import Incident
from incidents.record.suggestion import Passage, Suggestion
from incidents.search import questions as ask
from incidents.search.filter import Filter

FILTERS = [
    Filter(),
    Filter(types=("attack",)),
    Filter(regions=("UA-63",)),
    Filter(statuses=tuple(VERIFICATION)),
    Filter(text="convoy"),
]
WORDS = st.sampled_from(["", "Convoy", "Колона автобусів", "قافلة", "<b>x</b>", "=1+1", "a\ud800\x1b\u202eb"])
COUNTS = st.sampled_from(["", "12", "more than 100", "20–30", "40 families", "dozens"])
WHEN = st.sampled_from(["2022-05-01", "", "1–3 May 2022", "May 2022", "since April 2022", "last Sunday"])
WHERE = st.sampled_from(["", "Izyum", "Mariupol", "Donbas", "Ukraine"])


@st.composite
def claims(draw: st.DrawFn) -> ClaimDraft:
    """Claims on few reports of few sources, so that they meet again."""
    report = ReportDraft(
        title=draw(st.sampled_from(["Convoy leaves", "Town near the border", ""])),
        publisher=draw(st.sampled_from(["Kharkiv Desk", "kharkiv desk", "Poltava Post", ""])),
        published=draw(st.sampled_from(["2022-05-02", "2022-05-03", None])),
        text=draw(st.sampled_from(["", "", "They left at noon."])),
    )
    return ClaimDraft(
        report=draw(st.sampled_from([report, report, None])),
        attributed_to=draw(st.sampled_from(["the mayor", "the army", "a driver", ""])),
        quote=draw(WORDS),
        reliability=draw(st.sampled_from("ABCF")),
        credibility=draw(st.sampled_from("236")),
        stance=draw(st.sampled_from(["supports", "supports", "contradicts", "mentions"])),
        origin=draw(st.sampled_from(["", "one", "two"])),
        figures={"people": draw(COUNTS)},
    )


@st.composite
def drafts(draw: st.DrawFn) -> IncidentDraft:
    """What a hurried person types: mostly possible, sometimes refused."""
    often = ["attack", "detention", "evacuation", "killing"]
    return IncidentDraft(
        type=draw(st.sampled_from([*often, *often, "theft"])),
        types_other=tuple(draw(st.lists(st.sampled_from(["torture", "injury", "attack"]), max_size=3))),
        title=draw(WORDS),
        narrative=draw(WORDS),
        date=draw(WHEN),
        place_text=draw(WHERE),
        destination_text=draw(st.sampled_from(["", "", "", "Zaporizhzhia", "Zaporizhzhia", "Narnia"])),
        figures={"people": draw(COUNTS), "killed": draw(COUNTS)},
        measure=draw(st.sampled_from(["flow", "stock"])),
        aggregate=draw(st.booleans()),
        tags=tuple(draw(st.lists(st.sampled_from(["children", "school", "School"]), max_size=2))),
        claims=tuple(draw(st.lists(claims(), max_size=3))),
    )


SUGGESTED = st.builds(
    lambda kind, start, country: Suggestion(
        type=kind, evidence=(Passage(start, start + 30),), country=country
    ),
    st.sampled_from(["attack", "detention", "sexual_violence"]),
    st.integers(0, 60),
    st.sampled_from(["UKR", ""]),
)

Account = dict[tuple[str, Any], dict[str, Any]]


def account(reader: Reader) -> Account:
    """Every field of every record, and the saved filters: what undo and redo must bring back."""
    connection = reader.connection
    told: Account = {}
    simple: tuple[tuple[str, Any, Callable[..., Any], Callable[..., Any]], ...] = (
        ("source", t.source, records.sources, fields.source_out),
        ("report", t.report, records.reports, fields.report_out),
        ("place", t.place, records.places, fields.place_out),
        ("suggestion", t.suggestion, records.suggestions, fields.suggestion_out),
    )
    for kind, table, load, out in simple:
        keys = list(connection.execute(select(table.c.pk)).scalars())
        told |= {(kind, record.id): out(record) for record in load(connection, keys).values()}
    for incident in records.incidents(
        connection, list(connection.execute(select(t.incident.c.pk)).scalars())
    ):
        told["incident", incident.id] = fields.incident_out(incident)
        for number, claim in enumerate(incident.claims):
            told["claim", claim.id] = fields.claim_out(claim, incident.id, number)
    for name, wanted in ask.SavedFilters()(reader):
        told["filter", name] = {"filter": wanted}
    return told


def differences(now: Account, then: Account) -> dict[tuple[str, Any], dict[str, Any]]:
    """Which fields of the records that there were then are not what they were."""
    found = {}
    for key, was in then.items():
        held = now.get(key, {})
        if held != was:
            found[key] = {name: (was[name], held.get(name)) for name in was if held.get(name) != was[name]}
    return found


def assert_taken_back(now: Account, kind: str, key: Any) -> None:
    """What a step added is not removed but withdrawn; a place may stay, and a claim goes with its incident."""
    record = now[kind, key]
    assert kind != "filter"
    if kind == "claim" and not record["withdrawn"]:
        kind, record = "incident", now["incident", UUID(record["incident"])]
    assert kind == "place" or record["withdrawn"]
    assert kind != "incident" or record["verification"] == "withdrawn"


@dataclass
class Step:
    """One thing that was done: the account before and after it."""

    before: Account
    after: Account


@cache
def empty_case() -> bytes:
    """An empty case, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.vigil"
        Case.create(path, actor=Actor("Olena"), country="UKR").close()
        return path.read_bytes()


SOME_INCIDENT = st.integers(0, 1000)
TIMES = st.integers(1, 4)
HAS_INCIDENTS = precondition(lambda self: bool(self.refs))


class CaseUnderWatch(RuleBasedStateMachine):
    """One case and the account that is kept of it: undone, redone, closed, reopened and looked over."""

    # After how many steps the whole case is looked over, which takes longer than a step.
    patience = 6

    @initialize(some=st.lists(drafts(), min_size=3, max_size=3))
    def begin(self, some: list[IncidentDraft]) -> None:
        """A case with an incident or two."""
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "case.vigil"
        self.path.write_bytes(empty_case())
        self.case = Case.open(self.path, actor=Actor("Olena"))
        self.refs: dict[UUID, str] = {}
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.unseen = 0
        self.now = self.case.read(account)
        self.head = self.case.read(ask.JournalHead())
        for draft in some:
            self.add(draft)

    def teardown(self) -> None:
        if hasattr(self, "case"):
            self.case.close()
            shutil.rmtree(self.folder)

    def try_to(self, operation: Any) -> Any:
        """Do it, or be refused and find everything as it was."""
        before = self.now
        try:
            outcome = self.case.perform(operation)
        except (Refused, NotFound) as refusal:
            assert str(refusal).strip()
            self.assert_nothing_changed()
            return None
        if not outcome.step:
            self.assert_nothing_changed()
            return outcome.value
        self.note_what_is_there()
        if operation.undoable:
            self.done.append(Step(before, self.now))
            self.undone.clear()
        return outcome.value

    def note_what_is_there(self) -> None:
        self.now, self.head = self.case.read(account), self.case.read(ask.JournalHead())

    def assert_nothing_changed(self) -> None:
        was = (self.now, self.head)
        self.note_what_is_there()
        assert (self.now, self.head) == was

    def one(self, number: int) -> Incident:
        ids = list(self.refs)
        return self.case.read(ask.IncidentById(ids[number % len(ids)]))

    def add(self, *typed: IncidentDraft) -> None:
        for uid in self.try_to(do.AddIncidents(typed)) or ():
            self.refs[uid] = self.case.read(ask.IncidentById(uid)).ref

    # Undo and redo, against the account

    @precondition(lambda self: bool(self.done))
    @rule(times=TIMES)
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.done))):
            self.undo_one()

    @precondition(lambda self: bool(self.undone))
    @rule(times=TIMES)
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.undone))):
            self.redo_one()

    @precondition(lambda self: bool(self.done))
    @rule(times=TIMES)
    def go_back_and_forth(self, times: int) -> None:
        there = min(times, len(self.done))
        self.undo(there)
        self.redo(there)

    def undo_one(self) -> None:
        assert self.case.undoable()
        self.case.undo()
        step = self.done.pop()
        self.undone.append(step)
        self.note_what_is_there()
        assert differences(self.now, step.before) == {}
        for kind, key in self.now.keys() - step.before.keys():
            assert_taken_back(self.now, kind, key)

    def redo_one(self) -> None:
        assert self.case.redoable()
        self.case.redo()
        step = self.undone.pop()
        self.done.append(step)
        self.note_what_is_there()
        assert differences(self.now, step.after) == {}

    @rule()
    def close_and_reopen(self) -> None:
        half_typed = self.case.read(ask.Drafts())
        self.case.close()
        assert [path.name for path in self.folder.iterdir()] == [self.path.name]
        self.case = Case.open(self.path, actor=Actor("Olena"))
        self.assert_nothing_changed()
        assert self.case.read(ask.Drafts()) == half_typed
        with pytest.raises(CaseInUse):
            Case.open(self.path, actor=Actor("Petro"))
        self.done.clear()
        self.undone.clear()

    # What always holds

    @invariant()
    def nothing_can_be_undone_that_was_not_done(self) -> None:
        assert (self.case.undoable() is None) == (not self.done)
        assert (self.case.redoable() is None) == (not self.undone)

    @invariant()
    def all_is_well(self) -> None:
        self.unseen += 1
        if self.unseen >= self.patience:
            self.unseen = 0
            self.assert_nothing_changed()
            self.assert_the_case_is_whole()
            self.assert_every_incident_ever_added_is_there_under_its_reference()
            for wanted in FILTERS:
                self.assert_the_counts_add_up(wanted)

    def assert_the_case_is_whole(self) -> None:
        health = self.case.read(Checkup())
        assert health.faults == ()
        assert health.incidents == len(self.refs)

    def assert_every_incident_ever_added_is_there_under_its_reference(self) -> None:
        rows = self.case.read(lambda reader: ask.Rows(ask.Pks(list(self.refs))(reader))(reader))
        assert {row.id: row.ref for row in rows} == self.refs
        assert len(set(self.refs.values())) == len(self.refs)

    def assert_the_counts_add_up(self, wanted: Filter) -> None:
        tally = self.case.read(ask.Tally(wanted))
        assert tally.count == self.case.read(ask.Count(wanted)) == sum(tally.by_status.values())
        left = sum(tally.left_out.counts.values())
        assert tally.headline.incidents + tally.under_review.incidents + left == tally.count


class RandomUser(CaseUnderWatch):
    """Everything that somebody does to the case."""

    @rule(draft=drafts())
    def add_one(self, draft: IncidentDraft) -> None:
        self.add(draft)

    @rule(many=st.lists(drafts(), min_size=2, max_size=3))
    def add_many(self, many: list[IncidentDraft]) -> None:
        self.add(*many)

    @HAS_INCIDENTS
    @rule(which=SOME_INCIDENT, draft=drafts(), kept=st.integers(0, 3))
    def change(self, which: int, draft: IncidentDraft, kept: int) -> None:
        """Some claims stay, some go, some are new; the rest of the form is typed anew."""
        incident = self.one(which)
        own = IncidentDraft.of(incident)
        claims_ = tuple(replace(claim, headline=False) for claim in own.claims[:kept])
        changed = replace(
            draft, claims=claims_ + draft.claims, links=own.links, verification=own.verification
        )
        changed = replace(changed, verification_why=own.verification_why, self_review=own.self_review)
        self.try_to(do.ChangeIncident(incident.id, changed, why="typed again", version=incident.version))

    @HAS_INCIDENTS
    @rule(which=SOME_INCIDENT)
    def save_unchanged(self, which: int) -> None:
        incident, head = self.one(which), self.head
        self.try_to(do.ChangeIncident(incident.id, IncidentDraft.of(incident)))
        assert self.head == head

    @HAS_INCIDENTS
    @rule(
        which=st.lists(SOME_INCIDENT, min_size=1, max_size=3),
        why=st.sampled_from(["entered twice"] * 4 + [" "]),
    )
    def withdraw(self, which: list[int], why: str) -> None:
        self.try_to(do.WithdrawIncidents([self.one(n).id for n in which], why))

    @HAS_INCIDENTS
    @rule(which=st.lists(SOME_INCIDENT, min_size=1, max_size=3))
    def restore(self, which: list[int]) -> None:
        self.try_to(do.RestoreIncidents([self.one(n).id for n in which], "it was right"))

    @HAS_INCIDENTS
    @rule(keep=SOME_INCIDENT, others=st.lists(SOME_INCIDENT, min_size=1, max_size=3), times=TIMES)
    def merge(self, keep: int, others: list[int], times: int) -> None:
        """Merge, think again, and merge all the same."""
        survivor, gone = self.one(keep), [self.one(n) for n in others]
        said = {c.quote for i in (survivor, *gone) for c in i.live_claims}
        for turn in range(times):
            if turn:
                self.undo_one()
            before = self.head
            self.try_to(do.MergeIncidents(survivor.id, [incident.id for incident in gone]))
            if self.head == before:
                break
            assert {c.quote for c in self.case.read(ask.IncidentById(survivor.id)).live_claims} == said

    @HAS_INCIDENTS
    @rule(one=SOME_INCIDENT, other=SOME_INCIDENT, kind=st.sampled_from(list(LINKS)), tied=st.booleans())
    def tie(self, one: int, other: int, kind: str, tied: bool) -> None:
        link = do.LinkIncidents if tied else do.UnlinkIncidents
        self.try_to(link(self.one(one).id, kind, self.one(other).id))

    @HAS_INCIDENTS
    @rule(
        which=st.lists(SOME_INCIDENT, min_size=1, max_size=2),
        status=st.sampled_from(list(VERIFICATION)),
        alone=st.booleans(),
    )
    def judge(self, which: list[int], status: str, alone: bool) -> None:
        self.try_to(do.SetVerification([self.one(n).id for n in which], status, "seen", self_review=alone))

    @HAS_INCIDENTS
    @rule(which=SOME_INCIDENT, grade=st.sampled_from(["A1", "B2", "F6", "", "Z9"]))
    def grade(self, which: int, grade: str) -> None:
        self.try_to(do.SetGrade(self.one(which).id, grade[:1], grade[1:], "so be it"))

    @HAS_INCIDENTS
    @rule(which=SOME_INCIDENT, claim=st.integers(0, 3))
    def headline(self, which: int, claim: int) -> None:
        incident = self.one(which)
        if incident.claims:
            self.try_to(do.SetHeadline(incident.id, incident.claims[claim % len(incident.claims)].id))

    @rule(
        name=st.sampled_from(["Kharkiv Desk", "Poltava Post", "New Desk", ""]), letter=st.sampled_from("ABFX")
    )
    def change_source(self, name: str, letter: str) -> None:
        for source in self.case.read(ask.Sources())[:1]:
            self.try_to(do.ChangeSource(source.id, SourceDraft(name=name, reliability=letter)))

    @rule(day=st.sampled_from(["2022-05-01", "2022-06-01", "2999-01-01"]), title=WORDS)
    def change_report(self, day: str, title: str) -> None:
        for report in self.case.read(ask.Reports())[:1]:
            draft = ReportDraft(title=title, publisher=report.publisher, published=day)
            self.try_to(do.ChangeReport(report.id, draft))

    @rule(name=st.sampled_from(["Camps", "камп", " "]), wanted=st.sampled_from([*FILTERS, None]))
    def keep_filter(self, name: str, wanted: Filter | None) -> None:
        self.try_to(do.RemoveFilter(name) if wanted is None else do.SaveFilter(name, wanted))

    @rule(content=st.sampled_from(["{}", '{"title": "half']))
    def type_half_and_number_a_briefing(self, content: str) -> None:
        """What undo has nothing to do with."""
        self.try_to(do.KeepDraft("entry", content))
        assert [draft.content for draft in self.case.read(ask.Drafts())] == [content]
        known = self.case.read(ask.Briefings())
        number = self.try_to(
            do.NumberBriefing(title="B", filter_text="", profile="internal", tlp="AMBER", incidents=0)
        )
        assert number == len(known) + 1

    # Reports, and what was found in them

    @rule(which=st.integers(0, 5), found=st.lists(SUGGESTED, max_size=3))
    def take_in(self, which: int, found: list[Suggestion]) -> None:
        """Six documents, of which two are versions of the same one."""
        text = (
            f"Document {which // 2}. {'They waited at the station of the town for a long time. ' * 4}{which}."
        )
        draft = ReportDraft(title=f"Document {which}", publisher="Kharkiv Desk", published=date(2022, 5, 2))
        before = len(self.case.read(ask.Inbox()))
        taken = self.try_to(
            do.TakeInReport(original=text.encode(), draft=draft, text=text, suggestions=found)
        )
        assert len(self.case.read(ask.Inbox())) == before + (not taken.known)

    @rule(which=SOME_INCIDENT, how=st.sampled_from(["accept", "accept", "join", "reject", "reopen"]))
    def decide(self, which: int, how: str) -> None:
        """One suggestion of one report, whatever was decided before."""
        found = [
            one for row in self.case.read(ask.Inbox()) for one in self.case.read(ask.SuggestionsOf(row.id))
        ]
        if not found:
            return
        one = found[which % len(found)]
        if how == "accept":
            if uid := self.try_to(do.AcceptSuggestion(one.id)):
                self.refs[uid] = self.case.read(ask.IncidentById(uid)).ref
                [claim] = self.case.read(ask.IncidentById(uid)).claims
                said = self.case.read(ask.ReportById(one.report)).text
                assert claim.quote == said[claim.quote_start : claim.quote_end] != ""
        elif how == "join" and self.refs:
            self.try_to(do.AcceptAsClaim(one.id, self.one(which).id))
        elif how != "join":
            self.try_to({"reject": do.RejectSuggestion, "reopen": do.ReopenSuggestion}[how](one.id))

    @rule(
        which=SOME_INCIDENT, state=st.sampled_from(list(REPORT_STATES)), found=st.lists(SUGGESTED, max_size=2)
    )
    def move_on(self, which: int, state: str, found: list[Suggestion]) -> None:
        """A report goes to another state, or its suggestions are made anew."""
        if rows := self.case.read(ask.Inbox()):
            uid = rows[which % len(rows)].id
            self.try_to(do.SetReportState([uid], state) if which % 2 else do.SuggestAgain(uid, found))


class RandomUserWatchedAtEachStep(RandomUser):
    """Whoever made the case unwell is seen at once."""

    patience = 1


def test_a_random_user_leaves_the_case_whole() -> None:
    run_state_machine_as_test(RandomUser, settings=settings(max_examples=12, stateful_step_count=30))


@pytest.mark.slow
def test_a_random_user_leaves_the_case_whole_after_long_work() -> None:
    wanted = settings(max_examples=100, stateful_step_count=60)
    run_state_machine_as_test(RandomUserWatchedAtEachStep, settings=wanted)
