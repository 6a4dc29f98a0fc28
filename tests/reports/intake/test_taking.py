"""Documents of every kind come into the case, one at a time; a bad one is told of and stops nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.errors import CaseReadOnly, Refused, UnreadableFile
from incidents.progress import Cancelled, Progress
from incidents.record.draft import ReportDraft
from incidents.search import questions as ask
from reports import intake
from reports.intake import About, Summary
from reports.reading import Attachment, Document, Line, Page

NEWS = (
    "Town near the border shelled\n\nMore than 20 civilians were detained in Izyum on 1 May 2022, the mayor said. "
    "Their families were told to wait for news. The school and the clinic stayed closed for the whole week."
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR") as made:
        yield made
        if not made.info.read_only:
            assert made.read(Checkup()).faults == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    return made


class Shelf:
    """A reader that hands out documents by the bytes they are asked for; other bytes are read as plain text."""

    def __init__(self, **documents: Document | UnreadableFile) -> None:
        self.documents = documents
        self.asked: list[str] = []

    def read_bytes(self, content: bytes, name: str, *, progress: Progress | None = None) -> Document:
        self.asked.append(name)
        assert progress is not None
        progress.step(0, None, name)
        found = self.documents.get(
            content.decode("utf-8", "replace"), Document(text=content.decode(), mime="text/plain")
        )
        if isinstance(found, UnreadableFile):
            raise found
        return found


def put(folder: Path, **texts: str) -> list[Path]:
    """Files of these names without ending, and texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]


def outcomes(summary: Summary) -> list[tuple[str, str]]:
    return [(item.name, item.outcome) for item in summary.items]


class TestOneDocument:
    def test_it_is_read_looked_through_and_kept(self, case: Case, folder: Path) -> None:
        summary = intake.take_in(case, put(folder, news=NEWS), about=About(publisher="Courier"))
        [item] = summary.items
        assert (item.name, item.outcome, item.title) == ("news.txt", "taken", "Town near the border shelled")
        assert item.suggestions == summary.suggestions >= 1
        [row] = case.read(ask.Inbox())
        assert (row.id, row.publisher, row.language, row.name) == (
            summary.newest,
            "Courier",
            "en",
            "news.txt",
        )
        kept = case.read(ask.SuggestionsOf(row.id))
        assert "detention" in {one.suggestion.type for one in kept if one.suggestion}
        original = case.read(ask.OriginalOf(row.id))
        assert original is not None and original.content == NEWS.encode()

    def test_what_a_person_says_goes_before_what_the_document_says(self, case: Case, folder: Path) -> None:
        document = Document(
            text=NEWS,
            mime="text/html",
            title="Theirs",
            publisher="Theirs",
            published=date(2020, 1, 1),
            language="fr",
        )
        about = About(title="Ours", publisher="Ours", published=date(2022, 5, 2), language="en")
        intake.take_in(case, put(folder, a="page"), about=about, reader=Shelf(page=document))
        [row] = case.read(ask.Inbox())
        assert (row.title, row.publisher, row.published, row.language) == (
            "Ours",
            "Ours",
            date(2022, 5, 2),
            "en",
        )

    def test_what_a_document_says_that_cannot_be_is_left_out_with_a_note(
        self, case: Case, folder: Path
    ) -> None:
        document = Document(
            text=NEWS,
            mime="x/y",
            title="T" * 9_000,
            url="javascript:alert(1)",
            published=date(2999, 1, 1),
            language="??",
        )
        intake.take_in(case, put(folder, a="page"), reader=Shelf(page=document))
        [row] = case.read(ask.Inbox())
        assert (len(row.title), row.published, row.language) == (500, None, "")
        assert len(row.notes) == 3 and "“javascript:alert(1)”, which was left out" in " ".join(row.notes)

    def test_a_person_who_says_what_cannot_be_is_told_before_anything_is_read(
        self, case: Case, folder: Path
    ) -> None:
        shelf = Shelf()
        for about in (
            About(published=date(2999, 1, 1)),
            About(language="klingon!"),
            About(publisher="x" * 900),
        ):
            with pytest.raises(Refused):
                intake.take_in(case, put(folder, a="page"), about=about, reader=shelf)
        assert shelf.asked == []

    def test_pages_and_lines_are_kept_and_impossible_ones_are_not(self, case: Case, folder: Path) -> None:
        good = Document(
            text="One.",
            mime="application/pdf",
            pages=(Page(0, 4, 595.0, 842.0),),
            lines=(Line(0, 4, 0, 1.0, 2, 3, 4),),
        )
        bad = Document(text="Two.", mime="application/pdf", pages=(Page(0, 99, 595.0, 842.0),))
        summary = intake.take_in(case, put(folder, a="good", b="bad"), reader=Shelf(good=good, bad=bad))
        one, two = (item.report for item in summary.items)
        assert one is not None and two is not None
        assert case.read(ask.LayoutOf(one)).lines[0].bottom == 4
        assert case.read(ask.LayoutOf(two)).pages == ()

    def test_a_broken_file_is_kept_with_the_reason(self, case: Case, folder: Path) -> None:
        (folder / "a.pdf").write_bytes(b"%PDF-1.7 broken")
        [item] = intake.take_in(case, [folder / "a.pdf"]).items
        assert item.outcome == "unreadable" and "damaged" in item.why
        [row] = case.read(ask.Inbox())
        assert (row.title, row.state, row.size, row.mime, row.notes) == (
            "a.pdf",
            "new",
            15,
            "application/pdf",
            (item.why,),
        )
        [again] = intake.take_in(case, [folder / "a.pdf"]).items
        assert (again.outcome, again.report) == ("known", row.id)

    def test_what_cannot_be_opened_is_told(self, case: Case, folder: Path) -> None:
        (folder / "empty.txt").touch()
        (folder / "link.txt").symlink_to(folder / "empty.txt")
        os.mkfifo(folder / "pipe.txt")
        names = ["gone.txt", "empty.txt", "link.txt", "pipe.txt", "x" * 300, "a\x00b"]
        summary = intake.take_in(case, [folder / name for name in names])
        assert [item.outcome for item in summary.items] == ["refused"] * 6
        assert all(item.why.endswith(".") for item in summary.items)
        assert (summary.kept, summary.newest, case.read(ask.Inbox())) == (0, None, [])

    def test_a_mistake_of_ours_in_looking_for_incidents_keeps_no_report_out(
        self, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def breaks(*_: object, **__: object) -> None:
            raise KeyError("our mistake")

        monkeypatch.setattr("reports.extraction.suggest", breaks)
        [item] = intake.take_in(case, put(folder, a=NEWS)).items
        assert (item.outcome, item.suggestions) == ("taken", 0)
        assert "could not look for incidents" in case.read(ask.Inbox())[0].notes[0]
        with pytest.raises(Refused, match="could not look"):
            intake.suggest_again(case, case.read(ask.Inbox())[0].id)


class TestPastedText:
    def test_it_is_a_report_whose_original_is_the_text(self, case: Case) -> None:
        [item] = intake.take_in_text(case, f"  {NEWS}\r\n", about=About(published=date(2022, 5, 2))).items
        assert (item.name, item.outcome, item.title) == (
            "Pasted text",
            "taken",
            "Town near the border shelled",
        )
        assert item.report is not None
        assert case.read(ask.ReportById(item.report)).text == NEWS
        [again] = intake.take_in_text(case, f"  {NEWS}\r\n").items
        assert again.outcome == "known"
        [nearly] = intake.take_in_text(case, NEWS).items
        assert (nearly.outcome, nearly.share) == ("new_version", 100)

    @pytest.mark.parametrize("text", ["", "  \n", "\x00\x07"])
    def test_nothing_is_refused(self, case: Case, text: str) -> None:
        [item] = intake.take_in_text(case, text).items
        assert (item.outcome, item.why) == ("refused", "There is no text to take in. Paste some.")

    @pytest.mark.parametrize(
        "text", ["<html><b>Bold</b>", "From: a@b\n\nx", "\ud800 lone", "a\u202ereversed"]
    )
    def test_it_stays_what_it_is(self, case: Case, text: str) -> None:
        [item] = intake.take_in_text(case, text).items
        assert item.outcome == "taken"

    def test_more_than_fits_is_refused_with_the_number(self, case: Case) -> None:
        [item] = intake.take_in_text(case, "word " * 250_000).items
        assert item.outcome == "refused" and "more than fit" in item.why


class TestMails:
    MAIL = Document(
        text="See attached.", mime="message/rfc822", title="Weekly", publisher="desk@example.org",
        published=date(2022, 5, 3),
        attachments=(
            Attachment("week.pdf", "application/pdf", b"pdf"), Attachment("logo.png", "image/png", b"png"),
            Attachment("b\x1broken.docx", "x/y", b"docx"), Attachment("", "message/rfc822", b"inner"),
        ),
    )  # fmt: skip
    INNER = Document(
        text="Inner mail.",
        mime="message/rfc822",
        attachments=(Attachment("deep.txt", "text/plain", b"Deep text."),),
    )

    def shelf(self) -> Shelf:
        return Shelf(
            mail=self.MAIL,
            inner=self.INNER,
            pdf=Document(text=NEWS, mime="application/pdf"),
            png=UnreadableFile("It is a picture.", "unknown"),
            docx=UnreadableFile("It is damaged.", "damaged"),
        )

    def test_attachments_become_reports_beside_the_mail(self, case: Case, folder: Path) -> None:
        summary = intake.take_in(case, put(folder, a="mail"), reader=self.shelf())
        assert outcomes(summary) == [
            ("a.txt › week.pdf", "taken"),
            ("a.txt › broken.docx", "unreadable"),
            ("a.txt › attachment › deep.txt", "taken"),
            ("a.txt › attachment", "taken"),
            ("a.txt", "taken"),
        ]
        rows = {row.title: row for row in case.read(ask.Inbox())}
        assert next(iter(rows)) == "Weekly"  # the mail is the newest
        assert rows["Weekly"].notes == ("Attached, but no document that Vigil reads: “logo.png”.",)
        week = rows["Town near the border shelled"]
        assert week.published == date(2022, 5, 3) and week.publisher == ""
        assert week.notes[0] == "Attached to the mail “Weekly”."
        assert "day of the mail was taken" in week.notes[1]
        assert rows["broken.docx"].notes == ("It is damaged.", "Attached to the mail “Weekly”.")

    def test_the_same_mail_again_changes_nothing(self, case: Case, folder: Path) -> None:
        intake.take_in(case, put(folder, a="mail"), reader=self.shelf())
        shelf = self.shelf()
        assert outcomes(intake.take_in(case, put(folder, a="mail"), reader=shelf)) == [("a.txt", "known")]
        assert shelf.asked == []

    def test_a_mail_within_itself_for_ever_comes_to_an_end(self, case: Case, folder: Path) -> None:
        class Endless(Shelf):
            def read_bytes(self, content: bytes, name: str, *, progress: Progress | None = None) -> Document:
                number = int(content)
                inner = Attachment("inner.eml", "message/rfc822", str(number + 1).encode())
                return Document(text=f"Mail {number}.", mime="message/rfc822", attachments=(inner,))

        summary = intake.take_in(case, put(folder, a="0"), reader=Endless())
        assert 2 < len(summary.items) < 20 and summary.items[-1].name == "a.txt"


class TestFolders:
    def test_all_files_at_every_level_in_order_without_what_is_hidden(self, case: Case, folder: Path) -> None:
        for name in ("b", ".hidden", "a", "__MACOSX"):
            (folder / name).mkdir()
        names = [
            "b/2.txt",
            "b/10.txt",
            "a/x.txt",
            "z.txt",
            ".secret",
            ".hidden/h.txt",
            "~$z.docx",
            "Thumbs.db",
        ]
        for number, name in enumerate([*names, "__MACOSX/m.txt"]):
            (folder / name).write_text(f"Text number {number}.", encoding="utf-8")
        summary = intake.take_in(case, [folder], reader=Shelf())
        told = [name for name, _ in outcomes(summary)]
        assert told == ["reports/z.txt", "reports/a/x.txt", "reports/b/10.txt", "reports/b/2.txt"]

    def test_what_is_no_document_is_kept_only_when_it_was_named(self, case: Case, folder: Path) -> None:
        (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 not text")
        assert outcomes(intake.take_in(case, [folder])) == [("reports/photo.jpg", "refused")]
        assert outcomes(intake.take_in(case, [folder / "photo.jpg"])) == [("photo.jpg", "unreadable")]

    def test_a_file_named_twice_is_taken_once_and_a_copy_is_known(self, case: Case, folder: Path) -> None:
        [file] = put(folder, a=NEWS)
        put(folder, b=NEWS)
        assert [o for _, o in outcomes(intake.take_in(case, [file, folder, file]))] == ["taken", "known"]

    def test_links_are_not_followed(self, case: Case, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "outside").mkdir()
        (tmp_path / "outside" / "secret.txt").write_text("Secret.")
        (folder / "round").symlink_to(folder)
        (folder / "out").symlink_to(tmp_path / "outside")
        (folder / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
        summary = intake.take_in(case, [folder])
        assert outcomes(summary) == [("reports/file.txt", "refused")]

    def test_a_bad_file_in_the_middle_stops_nothing(self, case: Case, folder: Path) -> None:
        put(folder, a="Text a.", b="bad", c="huge", d="Text d.")
        shelf = Shelf(
            bad=UnreadableFile("It is damaged.", "damaged"), huge=Document(text="x" * 1_000_001, mime="x/y")
        )
        summary = intake.take_in(case, [folder], reader=shelf)
        assert [outcome for _, outcome in outcomes(summary)] == ["taken", "unreadable", "refused", "taken"]
        assert summary.sentence == (
            "3 reports taken in with 0 suggestions. 1 could not be read and is kept as it is. 1 could not be taken in."
        )

    def test_a_case_that_cannot_be_written_to_ends_it(self, folder: Path, tmp_path: Path) -> None:
        Case.create(tmp_path / "r.vigil", actor=Actor("Olena")).close()
        put(folder, a=NEWS)
        with (
            Case.open(tmp_path / "r.vigil", actor=Actor("Olena"), read_only=True) as case,
            pytest.raises(CaseReadOnly),
        ):
            intake.take_in(case, [folder], reader=Shelf())

    def test_a_thousand_files_with_progress(self, case: Case, folder: Path) -> None:
        for number in range(1000):
            (folder / f"{number:04}.txt").write_text(
                f"Report {number * 7919}: nothing of note in sector {number}."
            )
        steps: list[tuple[int, int | None, str]] = []

        class Watch:
            def step(self, done: int, total: int | None = None, what: str = "") -> None:
                steps.append((done, total, what))

        summary = intake.take_in(case, [folder], reader=Shelf(), progress=Watch())
        assert summary.kept == 1000 and not summary.stopped
        assert steps[0] == (0, 1000, "reports/0000.txt") and steps[-1] == (1000, 1000, "")
        assert [done for done, _, _ in steps] == sorted(done for done, _, _ in steps)

    @pytest.mark.parametrize("during", [True, False])
    def test_stopping_keeps_what_was_taken_in_until_then(
        self, case: Case, folder: Path, during: bool
    ) -> None:
        put(folder, a="Text a.", b="Text b.", c="Text c.")

        class Stops:
            seen = 0

            def step(self, done: int, total: int | None = None, what: str = "") -> None:
                self.seen += done == 1
                if self.seen > during:
                    raise Cancelled

        summary = intake.take_in(case, [folder], reader=Shelf(), progress=Stops())
        assert (outcomes(summary), summary.stopped) == ([("reports/a.txt", "taken")], True)
        assert summary.sentence.endswith("Stopped before the end.")
        assert len(case.read(ask.Inbox())) == 1
        again = intake.take_in(case, [folder], reader=Shelf())
        assert [outcome for _, outcome in outcomes(again)] == ["known", "taken", "taken"]

    def test_nothing_at_all(self, case: Case, folder: Path) -> None:
        assert intake.take_in(case, [folder]).sentence == "No report taken in with 0 suggestions."


class TestSuggestingAgain:
    def test_a_day_of_publication_that_was_mended_moves_the_dates(self, case: Case) -> None:
        text = "The mayor said that 30 civilians were detained in Izyum yesterday."
        [item] = intake.take_in_text(case, text).items
        assert item.report is not None
        case.perform(do.ChangeReport(item.report, ReportDraft(title="News", published=date(2022, 5, 2))))
        assert intake.suggest_again(case, item.report) >= 1
        [first, *_] = case.read(ask.SuggestionsOf(item.report))
        assert first.suggestion is not None and first.suggestion.when.edtf == "2022-05-01"
        assert intake.suggest_again(case, item.report) == 0
