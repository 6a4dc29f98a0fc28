"""One report: its details, its dates, its versions, its pages."""

import io
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from reportlab.pdfgen import canvas

from incidents.record.layout import Layout, LineBox, PageBox
from incidents.record.suggestion import Passage
from incidents.search import questions as ask
from tests.gui.desk.conftest import IZIUM, TEXT, told

K = Qt.Key


# ------------------------------------------------------------ details


def test_title_source_and_language_are_mended_over_the_text(hands):
    form = hands.desk.reading.form
    hands.desk.telling.open_form()
    hands.wait()
    assert form.title.text() == "Izium and Mariupol"
    assert form.publisher.text() == "Border Journal"
    form.title.setText("Izium, early May")
    form.author.setText("A. Writer")
    form.language.setCurrentIndex(form.language.findData("uk"))
    QTest.keyClick(form.title, K.Key_Return)
    hands.wait()
    assert not form.isVisible()
    report = hands.ask(ask.ReportById(hands.desk.report.id))
    assert (report.title, report.author, report.language) == ("Izium, early May", "A. Writer", "uk")
    assert report.text == TEXT, "the text stays"
    assert hands.desk.reading.header._full_title == "Izium, early May"


def test_the_usual_letter_of_the_source_is_chosen_once_for_all_its_claims(hands):
    form = hands.desk.reading.form
    hands.desk.telling.open_form()
    hands.wait()
    form.reliability.setCurrentIndex(form.reliability.findData("B"))
    form.save.click()
    hands.wait()
    assert hands.desk.report.source.reliability == "B"
    assert hands.desk.cards.current.details.grade.reliability == "B"
    hands.desk.focus_cards()
    hands.press(K.Key_2)
    hands.press(K.Key_Return)
    incident = hands.ask(ask.IncidentById(hands.desk.cards.cards[0].kept.incident))
    assert incident.claims[0].grade == "B2"


def test_a_new_publisher_becomes_a_source_with_its_letter(hands):
    form = hands.desk.reading.form
    hands.desk.telling.open_form()
    hands.wait()
    form.publisher.setFocus()
    form.publisher.selectAll()
    hands.type("Новий голос")
    form.reliability.setCurrentIndex(form.reliability.findData("D"))
    form.save.click()
    hands.wait()
    assert (hands.desk.report.publisher, hands.desk.report.source.reliability) == ("Новий голос", "D")


def test_a_day_that_is_none_is_refused_and_what_was_typed_stays(hands):
    form = hands.desk.reading.form
    hands.desk.telling.open_form()
    hands.wait()
    form.published.setText("31 April 2022")
    form.title.setText("Other")
    form.save.click()
    hands.wait()
    assert form.isVisible()
    assert "2 May 2022" in form._problem.text()
    assert form.title.text() == "Other"
    QTest.keyClick(form.title, K.Key_Escape)
    assert not form.isVisible()
    assert hands.desk.report.title == "Izium and Mariupol"


def test_another_day_of_publication_offers_to_suggest_anew(take, show):
    text = "Soldiers detained 12 men in Izium on Sunday."
    take("Sunday", text, [told(text, "detention", text, IZIUM, "1 May 2022", "12")])
    hands = show()
    form, banner = hands.desk.reading.form, hands.desk.reading.banner
    hands.desk.telling.open_form()
    hands.wait()
    form.published.setText("12 May 2022")
    form.save.click()
    hands.wait()
    assert hands.desk.report.published == date(2022, 5, 12)
    assert "another day of publication" in banner.text
    banner.button.click()
    hands.wait()
    assert [card.kept.suggestion.when.edtf for card in hands.desk.cards.cards] == ["2022-05-08"]
    assert banner.text == ""


# ------------------------------------------------------------ versions


def test_a_new_version_shows_what_changed(take, show):
    paragraphs = [f"Paragraph {number} tells of the long siege of the town." for number in range(30)]
    take("Siege", "\n\n".join(paragraphs), [])
    paragraphs[3] = "Two women were detained in Izium."
    take("Siege, corrected", "\n\n".join([*paragraphs, "A last word was added."]), [])
    hands = show()
    assert hands.desk.reading.seen.earlier.title == "Siege"
    new = [passage.of(hands.desk.report.text) for passage in hands.desk.reading.seen.new_passages]
    assert new == ["Two women were detained in Izium.", "A last word was added."]
    told_ = hands.desk.reading.change.text
    assert "A new version of" in told_
    assert "Paragraph 3 tells" in told_


# ------------------------------------------------------------ pages


def paged(take):
    made = io.BytesIO()
    drawn = canvas.Canvas(made, pagesize=(595, 842))
    lines, pages, at = [], [], 0
    for page, part in enumerate(TEXT.split("\n\n")):
        drawn.drawString(70, 700, part)
        drawn.showPage()
        lines.append(LineBox(at, at + len(part), page, 70, 130, 500, 145))
        pages.append(PageBox(at, at + len(part), 595, 842))
        at += len(part) + 2
    drawn.save()
    return take(original=made.getvalue(), mime="application/pdf", layout=Layout(tuple(pages), tuple(lines)))


def test_the_page_of_the_original_stands_beside_the_text_with_the_passage_boxed(take, show, qtbot):
    paged(take)
    hands = show(1600, 800)
    reading = hands.desk.reading
    assert reading.header.page.isVisible()
    assert not reading.page.isVisible()
    reading.show_page(True)
    hands.wait()
    qtbot.waitUntil(lambda: reading.page.drawn, timeout=10_000)
    assert reading.text.isVisible()
    assert reading.page.page == 0
    hands.press(K.Key_End)
    qtbot.waitUntil(lambda: reading.page.drawn, timeout=10_000)
    assert reading.page.page == 2
    assert [page for page, _ in reading.page._boxes()] == [2]
    QTest.keyClick(reading.page, K.Key_PageUp)
    assert reading.page.page == 1


def test_where_there_is_no_room_the_page_takes_the_place_of_the_text(take, show):
    paged(take)
    hands = show(1024, 640)
    hands.desk.reading.show_page(True)
    hands.wait()
    assert hands.desk.reading.page.isVisible()
    assert not hands.desk.reading.text.isVisible()
    hands.desk.reading.show_page(False)
    assert hands.desk.reading.text.isVisible()


def test_a_pdf_that_cannot_be_drawn_says_so_on_its_page(take, show, qtbot):
    take(original=b"%PDF-1.7 broken", mime="application/pdf", layout=Layout((PageBox(0, 10, 595, 842),), ()))
    hands = show(1600, 800)
    hands.desk.reading.show_page(True)
    qtbot.waitUntil(lambda: hands.desk.reading.page._problem != "", timeout=10_000)
    assert "Read the text instead" in hands.desk.reading.page._problem


def test_a_report_without_pages_offers_none(hands):
    assert not hands.desk.reading.header.page.isVisible()


# ------------------------------------------------------------ claims lead back


def test_a_claim_leads_to_its_passage_also_in_a_report_that_the_filter_hides(take, show):
    first = take()
    text = "Nothing else was told."
    take("Other", text, [])
    hands = show()
    assert hands.desk.report.title == "Other"
    hands.desk.inbox.head.search.setText("nothing else")
    hands.desk.inbox.refresh()
    hands.wait()
    start = TEXT.index("A shell")
    hands.desk.show_report(first, Passage(start, start + 7))
    hands.wait()
    assert hands.desk.report.id == first
    assert hands.desk.reading.text.textCursor().selectedText() == "A shell"
    assert hands.desk.inbox.current.id == first


def test_a_report_that_is_gone_says_so(hands):
    from uuid import uuid4

    hands.desk.show_report(uuid4())
    hands.wait()
    assert hands.desk.reading.seen is None
    assert not hands.desk.can_finish


def test_what_the_case_refuses_is_said_and_the_card_stays_open(hands):
    hands.desk.focus_cards()
    hands.press(K.Key_1)
    hands.press(K.Key_Return)
    assert hands.states == ["open", "open", "open"]
    assert "fewer than two independent origins" in hands.failed[0]
    hands.press(K.Key_2)
    hands.press(K.Key_Return)
    assert hands.states[0] == "accepted"
