"""Reports come into the inbox with what was found in them; nothing is stored twice, everything can be taken back."""

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
from incidents.operations.intake import TakenIn
from incidents.record.draft import ReportDraft
from incidents.record.layout import Layout, LineBox, PageBox
from incidents.record.suggestion import Passage, Suggestion
from incidents.record.text import clean_text
from incidents.search import questions as ask

TEXT = (
    "Town near the border shelled\n\n"
    "On Sunday more than 20 people were taken away from Izyum, the mayor said. They have not come back. "
    "Nobody knows where they were taken, and their families were told to wait for news at the station. "
    "The market was hit on Monday morning, when people queued there for bread."
)
NEWS = ReportDraft(
    title="Border town", publisher="Kharkiv Courier", published=date(2022, 5, 2), language="en"
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR") as made:
        yield made
        assert made.read(Checkup()).faults == ()


def found_in(text: str, *words: str, type: str = "detention") -> tuple[Suggestion, ...]:
    """A suggestion for each of these stretches of the text."""
    return tuple(
        Suggestion(type=type, evidence=(Passage(text.index(word), text.index(word) + len(word)),))
        for word in words
    )


def take_in(case: Case, text: str = TEXT, **changes: Any) -> TakenIn:
    values: dict[str, Any] = {
        "original": text.encode("utf-8", "replace"),
        "draft": NEWS,
        "name": "news.txt",
        "mime": "text/plain",
    }
    return case.perform(do.TakeInReport(**({**values, "text": text} | changes))).value


def titles(case: Case, **wanted: Any) -> list[str]:
    return [row.title for row in case.read(ask.Inbox(**wanted))]


class TestTakingIn:
    def test_a_report_comes_in_as_new_with_its_original_and_its_suggestions(self, case: Case) -> None:
        suggestions = found_in(TEXT, "The market was hit", "On Sunday", type="attack")
        taken = take_in(case, suggestions=suggestions, notes=("Page 2 is a picture.",))
        [row] = case.read(ask.Inbox())
        assert (row.id, row.state, row.open, row.accepted) == (taken.report, "new", 2, 0)
        assert (row.title, row.publisher, row.published) == (
            "Border town",
            "Kharkiv Courier",
            date(2022, 5, 2),
        )
        assert (row.taken_by, row.size, row.mime, row.name) == ("Olena", len(TEXT), "text/plain", "news.txt")
        assert (row.versions, row.latest, row.notes) == (1, True, ("Page 2 is a picture.",))
        original = case.read(ask.OriginalOf(taken.report))
        assert original is not None and original.content == TEXT.encode()
        kept = case.read(ask.SuggestionsOf(taken.report))
        assert [k.suggestion for k in kept] == [suggestions[1], suggestions[0]]  # in the order of the text
        assert {k.state for k in kept} == {"open"}

    def test_undo_withdraws_the_report_with_its_suggestions_and_redo_brings_them_back(
        self, case: Case
    ) -> None:
        taken = take_in(case, suggestions=found_in(TEXT, "On Sunday"))
        assert case.undoable() == "Take in “Border town”"
        case.undo()
        assert case.read(ask.Inbox()) == []
        assert case.read(ask.SuggestionsOf(taken.report)) == []
        case.redo()
        [row] = case.read(ask.Inbox())
        assert row.open == 1

    def test_a_file_that_could_not_be_read_is_kept_with_the_reason(self, case: Case) -> None:
        taken = take_in(
            case, "", original=b"%PDF-broken", draft=ReportDraft(), name="a\x1b.pdf", notes=("Broken.",)
        )
        [row] = case.read(ask.Inbox())
        assert (row.title, row.state, row.size, row.notes) == ("a.pdf", "new", 11, ("Broken.",))
        assert case.read(ask.ReportById(taken.report)).text == ""

    def test_an_empty_file_without_a_name_is_untitled(self, case: Case) -> None:
        take_in(case, "", draft=ReportDraft(), name="")
        assert titles(case) == ["Untitled"]

    def test_a_text_in_another_than_the_normal_form_is_refused_whole(self, case: Case) -> None:
        for text in ("a\x00b", "\ud800", " space around ", "e\u0301", "x" * 1_000_001):
            with pytest.raises(Refused):
                take_in(case, text, original=b"x")
        assert case.read(ask.Sources()) == []

    def test_markup_stays_text(self, case: Case) -> None:
        text = "<script>alert(1)</script> & <b>bold</b> '; DROP TABLE report; --"
        taken = take_in(case, text, draft=ReportDraft(title="<i>T</i>"))
        assert case.read(ask.ReportById(taken.report)).text == text
        assert titles(case, text="<b>bold") == titles(case, text='drop "table report"') == ["<i>T</i>"]

    def test_suggestions_and_pages_must_lie_in_the_text(self, case: Case) -> None:
        outside = replace(found_in(TEXT, "On Sunday")[0], evidence=(Passage(10, len(TEXT) + 1),))
        with pytest.raises(Refused, match="outside"):
            take_in(case, suggestions=(outside,))
        box = LineBox(0, 5, 1, 0, 0, 9, 9)
        with pytest.raises(Refused, match="point into"):
            take_in(case, layout=Layout((PageBox(0, 5, 100, 100),), (box,)))
        assert case.read(ask.Inbox()) == []

    def test_where_the_text_stands_on_its_pages_is_kept(self, case: Case) -> None:
        layout = Layout(
            (PageBox(0, len(TEXT), 595.28, 841.89),), (LineBox(0, 28, 0, 72.0, 90.5, 300.25, 102.0),)
        )
        taken = take_in(case, layout=layout)
        assert case.read(ask.LayoutOf(taken.report)) == layout
        assert case.read(ask.LayoutOf(take_in(case, "Another one.").report)) == Layout()

    def test_a_future_day_of_publication_is_refused(self, case: Case) -> None:
        with pytest.raises(Refused, match="future"):
            take_in(case, draft=replace(NEWS, published=date(2999, 1, 1)))


class TestTheSameAgain:
    def test_the_very_same_file_is_stored_once(self, case: Case) -> None:
        first = take_in(case)
        again = case.perform(
            do.TakeInReport(original=TEXT.encode(), draft=ReportDraft(title="Other"), text=TEXT)
        )
        assert again.value == TakenIn(first.report, "Border town", known=True, share=100)
        assert again.step == 0
        assert len(case.read(ask.Inbox())) == 1

    def test_a_file_whose_report_was_withdrawn_may_come_again(self, case: Case) -> None:
        first = take_in(case)
        case.undo()
        again = take_in(case)
        assert not again.known and again.replaces is None and again.report != first.report

    def test_a_document_that_was_typed_in_with_a_claim_comes_into_the_inbox(self, case: Case) -> None:
        cited = case.perform(do.AddReport(replace(NEWS, text=TEXT))).value
        assert case.read(ask.Inbox()) == []
        taken = take_in(case, suggestions=found_in(TEXT, "On Sunday"))
        assert taken == TakenIn(cited, "Border town", suggestions=1)
        [row] = case.read(ask.Inbox())
        assert (row.id, row.state, row.open) == (cited, "new", 1)
        case.undo()
        assert case.read(ask.Inbox()) == []
        assert [row.id for row in case.read(ask.Inbox(states=("",)))] == [cited]

    def test_nearly_the_same_text_is_a_new_version(self, case: Case) -> None:
        first = take_in(case)
        later = take_in(case, TEXT.replace("more than 20", "at least 35") + "\n\nUpdated at noon.")
        assert (later.known, later.replaces) == (False, first.report)
        assert 80 <= later.share < 100
        third = take_in(case, TEXT.replace("more than 20", "at least 35") + "\n\nUpdated in the evening.")
        assert third.replaces == later.report
        rows = {row.id: row for row in case.read(ask.Inbox())}
        assert {(row.versions, row.latest) for row in rows.values()} == {(3, False), (3, True)}
        assert [uid for uid, row in rows.items() if row.latest] == [third.report]
        earlier = case.read(ask.EarlierVersion(later.report))
        assert earlier is not None and (earlier.id, earlier.text) == (first.report, TEXT)
        assert [r.id for r in case.read(ask.LaterVersions(first.report))] == [later.report]
        assert case.read(ask.EarlierVersion(first.report)) is None

    def test_a_withdrawn_version_counts_no_more(self, case: Case) -> None:
        take_in(case)
        take_in(case, TEXT + " Updated.")
        case.undo()
        [row] = case.read(ask.Inbox())
        assert (row.versions, row.latest) == (1, True)

    def test_another_text_is_another_report(self, case: Case) -> None:
        take_in(case)
        other = "The council met on Tuesday and spoke about the roads, the water and the school. " * 3
        assert take_in(case, clean_text(other)).replaces is None

    def test_short_texts_are_the_same_only_word_by_word(self, case: Case) -> None:
        first = take_in(case, "Air raid alert in Kharkiv region at 10:30, go to the shelters now.")
        assert (
            take_in(case, "Air raid alert in Kharkiv region at 11:45, go to the shelters now.").replaces
            is None
        )
        again = take_in(case, "Air raid alert in Kharkiv region at 10:30, go to the shelters now!")
        assert (again.replaces, again.share) == (first.report, 100)

    @pytest.mark.parametrize("text", ["", "…", "一二三四五六七八九十" * 30, "a " * 400_000 + "b"])
    def test_texts_without_words_or_spaces_and_huge_ones_are_compared_too(
        self, case: Case, text: str
    ) -> None:
        take_in(case, "Something else altogether.")
        take_in(case, text, original=text.encode() + b"\n1")
        again = take_in(case, text, original=text.encode() + b"\n2")
        assert (again.replaces is not None) == any(letter.isalnum() for letter in text)

    def test_what_is_like_a_document_can_be_asked_before(self, case: Case) -> None:
        taken = take_in(case)
        [exact] = case.read(ask.SimilarReports(TEXT, case.read(ask.ReportById(taken.report)).sha256))
        assert (exact.id, exact.exact, exact.share, exact.title) == (taken.report, True, 100, "Border town")
        [near] = case.read(ask.SimilarReports(TEXT + " More."))
        assert (near.exact, near.share) == (False, 99)
        assert case.read(ask.SimilarReports()) == []


class TestInbox:
    def test_the_newest_comes_first_and_states_choose(self, case: Case) -> None:
        ids = [take_in(case, f"Report {n}", draft=ReportDraft(title=f"R{n}")).report for n in range(4)]
        case.perform(do.SetReportState(ids[:2], "done"))
        case.perform(do.SetReportState([ids[2]], "set_aside"))
        assert titles(case) == ["R3", "R2", "R1", "R0"]
        assert titles(case, states=("done",)) == ["R1", "R0"]
        assert titles(case, states=("new", "set_aside")) == ["R3", "R2"]
        assert titles(case, limit=1, offset=1) == ["R2"]
        assert case.read(ask.InboxCounts()) == {"new": 1, "in_work": 0, "done": 2, "set_aside": 1}
        case.undo()
        assert case.read(ask.InboxCounts())["new"] == 2

    def test_words_are_found_in_text_title_publisher_and_author(self, case: Case) -> None:
        take_in(case, "Евакуація з Маріуполя тривала.", draft=replace(NEWS, title="Міна", author="P. Koval"))
        take_in(case, "Something else.", draft=ReportDraft(title="Other"))
        for words in ("маріупол", "мина", "courier", "koval евакуац", '"з маріуполя"'):
            assert titles(case, text=words) == (["Міна"] if words != "мина" else [])
        assert titles(case, text="маріуполя else") == titles(case, text='"') == []
        assert len(titles(case, text="  ")) == 2

    def test_words_follow_a_change_of_title_and_of_the_publishers_name(self, case: Case) -> None:
        taken = take_in(case)
        case.perform(do.ChangeReport(taken.report, replace(NEWS, title="Renamed")))
        assert titles(case, text="renamed") == ["Renamed"] and titles(case, text='"border town"') == []
        assert titles(case, text="families station") == ["Renamed"]
        [source] = case.read(ask.Sources())
        from incidents.record.draft import SourceDraft

        case.perform(do.ChangeSource(source.id, SourceDraft(name="Poltava Post")))
        assert titles(case, text="poltava") == ["Renamed"] and titles(case, text="courier") == []

    def test_a_report_can_be_mended_and_keeps_what_it_is(self, case: Case) -> None:
        first = take_in(case)
        second = take_in(case, TEXT + " Updated.", notes=("Note.",))
        case.perform(do.SetReportState([second.report], "in_work"))
        mended = ReportDraft(
            title="New", author="A. Writer", publisher="UN", published="1 May 2022", retrieved="3 May 2022",
            language="uk", note="Seen", url="https://example.org/1",
        )  # fmt: skip
        case.perform(do.ChangeReport(second.report, mended))
        after = case.read(ask.ReportById(second.report))
        assert (after.title, after.author, after.publisher) == ("New", "A. Writer", "UN")
        assert (after.published, after.language) == (date(2022, 5, 1), "uk")
        assert (after.state, after.replaces, after.notes) == ("in_work", first.report, ("Note.",))
        assert after.text == TEXT + " Updated."

    def test_states_that_are_none_and_unknown_reports_are_refused(self, case: Case) -> None:
        taken = take_in(case)
        with pytest.raises(Refused, match="no state"):
            case.perform(do.SetReportState([taken.report], "finished"))
        with pytest.raises(NotFound):
            case.perform(do.SetReportState([UUID(int=7)], "done"))
        with pytest.raises(NotFound):
            case.read(ask.SuggestionsOf(UUID(int=7)))
        assert case.perform(do.SetReportState([taken.report], "new")).step == 0
        assert case.perform(do.SetReportState([], "new")).step == 0


def test_words_that_were_changed_here_and_there_make_a_version(case: Case) -> None:
    words = [f"word{number}" for number in range(400)]
    first = take_in(case, " ".join(words))
    later = take_in(case, " ".join("new" if number % 6 == 0 else word for number, word in enumerate(words)))
    assert (later.replaces, later.share) == (first.report, 83)
    half = take_in(case, " ".join("old" if number % 2 else word for number, word in enumerate(words)))
    assert half.replaces is None
