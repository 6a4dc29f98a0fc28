"""Real files through the real reader: what a person drops on the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.search import questions as ask
from reports import intake

STORY = (
    "More than 20 civilians were detained in Izyum on 1 May 2022, the mayor said. Their families were told to wait "
    "for news at the station. The school and the clinic stayed closed for the whole week, and nobody said until when."
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR") as made:
        yield made
        assert made.read(Checkup()).faults == ()


def mail(folder: Path) -> Path:
    message = EmailMessage()
    message["Subject"] = "Situation in Izyum"
    message["From"] = "Desk <desk@example.org>"
    message["Date"] = "Mon, 02 May 2022 09:30:00 +0300"
    message.set_content("Please see the report attached.")
    message.add_attachment(STORY.encode(), maintype="text", subtype="plain", filename="report.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    path = folder / "mail.eml"
    path.write_bytes(bytes(message))
    return path


def page(folder: Path) -> Path:
    path = folder / "page.html"
    body = "".join(f"<p>{part}</p>" for part in (STORY, STORY.replace("Izyum", "Balakliia")))
    path.write_text(
        f"<html lang='en'><head><title>Town near the border</title></head><body><nav>Menu</nav><article>{body}"
        "</article></body></html>",
        encoding="utf-8",
    )
    return path


def test_a_mail_with_a_report_and_a_picture(case: Case, tmp_path: Path) -> None:
    summary = intake.take_in(case, [mail(tmp_path)])
    assert [item.outcome for item in summary.items] == ["taken", "taken"]
    letter, report = case.read(ask.Inbox())
    assert letter.title == "Situation in Izyum" and "logo.png" in " ".join(letter.notes)
    assert (report.name, report.published) == ("report.txt", date(2022, 5, 2))
    assert "Attached to the mail “Situation in Izyum”." in report.notes


def test_every_quote_of_what_is_accepted_stands_in_the_text(case: Case, tmp_path: Path) -> None:
    intake.take_in(case, [page(tmp_path)])
    [row] = case.read(ask.Inbox())
    report = case.read(ask.ReportById(row.id))
    accepted = [
        case.perform(do.AcceptSuggestion(one.id)).value for one in case.read(ask.SuggestionsOf(row.id))
    ]
    assert len(accepted) >= 2
    for uid in accepted:
        [claim] = case.read(ask.IncidentById(uid)).claims
        assert claim.quote and claim.report is not None and claim.report.id == row.id
        assert report.text[claim.quote_start : claim.quote_end] == claim.quote
    assert case.read(ask.InboxCounts())["in_work"] == 1
    for _ in accepted:
        case.undo()
    assert case.read(ask.Inbox())[0].open == len(accepted)
