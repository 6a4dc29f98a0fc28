"""The inspector over a real case: what it tells of an incident, and what can be decided in it."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit

from desktop.inspector.inspector import CLAIMS, FACTS, JOURNAL, Inspector
from desktop.widgets.badges import GradeBadge
from incidents import operations as do
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft
from incidents.record.incident import PeopleGroup
from tests.builders import MARIUPOL, a_draft, a_place


@pytest.fixture
def inspector(open_case, qtbot, settled):
    shown = Inspector(open_case)
    qtbot.addWidget(shown)
    shown.resize(380, 900)
    shown.show()
    settled(open_case)
    return shown


@pytest.fixture
def perform(open_case, settled):
    """Carry out an operation and give its value."""

    def act(operation):
        outcomes, problems = [], []
        open_case.perform(operation, outcomes.append, failed=problems.append)
        settled(open_case)
        assert problems == []
        return outcomes[0].value

    return act


@pytest.fixture
def show(inspector, open_case, settled):
    """Show an incident and wait for it."""

    def act(incident):
        inspector.show_incident(incident)
        settled(open_case)
        return inspector

    return act


def a_claim(publisher="Kharkiv Courier", **changes):
    report = ReportDraft(title="Town near the border", publisher=publisher, published="2 May 2022", url="http://a.b/c")
    values = {"report": report, "reliability": "C", "credibility": "3"}
    return ClaimDraft(**(values | changes))


def texts(inspector, page):
    """Everything that a page says, line by line."""
    inside = inspector._scrolls[page].widget()
    found = []
    for widget in inside.findChildren(QLabel) + inside.findChildren(QTextEdit):
        said = widget.text() if isinstance(widget, QLabel) else widget.toPlainText()
        found += said.replace("\u2068", "").replace("\u2069", "").split("\n")
    return found


def value_of(inspector, name):
    """The value beside a fact's name."""
    return next(
        widget.text() if isinstance(widget, QLabel) else widget.toPlainText()
        for widget in inspector._scrolls[FACTS].widget().findChildren(QLabel) if widget.accessibleName() == name
    )  # fmt: skip


def test_nothing_selected_says_so(inspector):
    assert inspector._empty.isVisible()
    assert not inspector.tabs.isVisible()


def test_the_facts_are_told_in_words(show, perform):
    uid = perform(
        do.AddIncident(
            a_draft(
                title="Camp near the town",
                date="early May 2022",
                place=a_place(**MARIUPOL),
                geo_precision="near",
                people="more than 100",
                figures={"people": "more than 100", "killed": "3"},
                groups=(PeopleGroup("f", "adult_u", 20),),
                responsible="the occupying forces",
                responsible_type="state_forces",
                sensitivity="high",
                tags=("camp", "voluntariness_unknown"),
                narrative="They were held.\nSome were let go.",
                public_summary="People were held.",
                claims=(a_claim(figures={"people": "more than 100"}, headline=True),),
                verification="reported",
            )
        )
    )
    inspector = show(uid)
    assert inspector.title.text() == "Camp near the town"
    assert inspector.ref.text().startswith("UKR-2022-")
    assert inspector.status.code == "reported"
    said = texts(inspector, FACTS)
    for line in (
        "Detention",
        "1–10 May 2022 (some day in this time)",
        "Mariupol, Donetsk, Ukraine",
        "Near a settlement: near a town, or a small part of a region",
        "More than 100 people",
        "From the headline claim: Kharkiv Courier, 2 May 2022.",
        "3 people",
        "Not the headline claim's own number.",
        "20 – Female, adult, age not known",
        "Alleged: the occupying forces (state forces)",
        "High",
        "camp, voluntariness unknown",
        "They were held.",
        "Some were let go.",
        "People were held.",
        "Not graded by a person yet",
    ):
        assert line in said, line
    assert any(line.startswith("C3 – fairly reliable, possibly true") for line in said), "the suggested grade in words"
    assert any("One origin counts" in line for line in said), "and its reasons"


def test_what_is_not_known_is_said_to_be_unknown(show, perform):
    uid = perform(do.AddIncident(IncidentDraft(type="attack", date="", place=a_place("Ukraine", kind="country"))))
    inspector = show(uid)
    said = texts(inspector, FACTS)
    assert "Date not known" in said
    assert "Number not known" in said
    assert texts(inspector, CLAIMS) == ["Nobody is recorded as saying this. Edit the incident to add a claim."]


def test_a_claim_is_told_with_its_words_its_speaker_and_its_two_axes(show, perform):
    claim = a_claim(
        quote="They took 12 men.", attributed_to="the mayor", origin="The mayor's channel", reported_as="evacuation"
    )
    inspector = show(perform(do.AddIncident(a_draft(claims=(claim,), verification="reported"))))
    said = texts(inspector, CLAIMS)
    for line in (
        "“They took 12 men.”",
        "Said by: the mayor",
        "Called it: evacuation",
        "In: Kharkiv Courier, “Town near the border”, 2 May 2022",
        "Origin: The mayor's channel",
        "Supports",
        "C3 – fairly reliable, possibly true",
        "http://a.b/c",
    ):
        assert line in said, line
    badge = inspector._scrolls[CLAIMS].widget().findChild(GradeBadge)
    assert badge.toolTip() == "Grade C3: Fairly reliable; Possibly true"
    assert inspector.tabs.tabText(CLAIMS) == "Claims (1)"


def test_another_claim_is_made_the_headline(show, perform, qtbot, open_case, settled):
    claims = (
        a_claim(figures={"people": "10"}, headline=True),
        a_claim("Second Voice", figures={"people": "40"}),
    )
    uid = perform(do.AddIncident(a_draft(claims=claims, people="10", verification="reported")))
    inspector = show(uid)
    inspector.tabs.setCurrentIndex(CLAIMS)
    cards = inspector._scrolls[CLAIMS].widget().cards
    assert [card.claim.headline for card in cards] == [True, False]
    assert not hasattr(cards[0], "headline")
    qtbot.mouseClick(cards[1].headline, Qt.MouseButton.LeftButton)
    settled(open_case)
    assert "40 people" in texts(inspector, FACTS)
    assert "From the headline claim: Second Voice, 2 May 2022." in texts(inspector, FACTS)


def test_the_journal_tells_who_when_what_and_why_and_marks_what_was_undone(show, perform, open_case, settled):
    uid = perform(do.AddIncident(a_draft(title="First", claims=(a_claim(),), verification="reported")))
    perform(do.SetVerification((uid,), "refuted", "The office took it back."))
    open_case.undo()
    settled(open_case)
    inspector = show(uid)
    steps = [card.step for card in inspector._scrolls[JOURNAL].widget().cards]
    assert [step.label.split(" ")[0] for step in steps] == ["Undo:", "Set", "Add"]
    assert [step.undone for step in steps] == [False, True, False]
    said = texts(inspector, JOURNAL)
    assert "Undone later" in said
    assert "Why: The office took it back." in said
    assert "Status: Reported, not corroborated → Refuted" in said
    assert "Title: First" in said
    assert any("Olena" in line for line in said)
    open_case.redo()
    settled(open_case)
    assert [card.step.undone for card in inspector._scrolls[JOURNAL].widget().cards] == [False, True, False, False]


def test_the_journal_names_places_and_dates_as_people_do(show, perform, open_case, settled):
    draft = a_draft(title="Moved")
    uid = perform(do.AddIncident(draft))
    from dataclasses import replace

    perform(do.ChangeIncident(uid, replace(draft, place=a_place(**MARIUPOL), date="3 May 2022"), why="better report"))
    said = texts(show(uid), JOURNAL)
    assert "Place: Izyum → Mariupol" in said
    assert "Date: Sunday 1 May 2022 → Tuesday 3 May 2022" in said
    assert "Why: better report" in said


def test_a_status_is_set_with_its_reason_in_place(show, perform, qtbot, open_case, settled):
    uid = perform(do.AddIncident(a_draft(claims=(a_claim(),), verification="reported")))
    inspector = show(uid)
    qtbot.mouseClick(inspector.set_status, Qt.MouseButton.LeftButton)
    panel = inspector.panel
    assert panel.isVisible()
    assert panel.status == "reported"
    panel.choices["corroborated"].click()
    assert "two independent origins" in panel.condition.text()
    qtbot.mouseClick(panel.set, Qt.MouseButton.LeftButton)
    settled(open_case)
    assert "two independent origins" in panel.problem.text()
    assert inspector.status.code == "reported"

    panel.choices["verified"].click()
    qtbot.keyClicks(panel.reason, "The hospital confirmed it")
    panel.alone.setChecked(True)
    qtbot.keyClick(panel.reason, Qt.Key.Key_Return)
    settled(open_case)
    assert not panel.isVisible()
    assert inspector.status.code == "verified"
    assert "Self-reviewed: no second person looked at it. The hospital confirmed it" in texts(inspector, FACTS)


def test_escape_leaves_the_status_as_it_is(show, perform, qtbot):
    inspector = show(perform(do.AddIncident(a_draft())))
    inspector.ask_status()
    qtbot.keyClick(inspector.panel.reason, Qt.Key.Key_Escape)
    assert not inspector.panel.isVisible()


def test_a_withdrawn_incident_says_why_leads_to_its_survivor_and_can_be_restored(
    show, perform, qtbot, open_case, settled
):
    first = perform(do.AddIncident(a_draft(title="One", claims=(a_claim(),), verification="reported")))
    second = perform(do.AddIncident(a_draft(title="Same", claims=(a_claim("Second Voice"),), verification="reported")))
    perform(do.MergeIncidents(first, (second,), "entered twice"))
    inspector = show(second)
    gone = []
    inspector.link_activated.connect(gone.append)
    assert inspector.banner.isVisible()
    assert "entered twice" in inspector.banner.reason.text()
    assert inspector.banner.survivor.text().endswith("UKR-2022-0001")
    assert not inspector.set_status.isVisible()
    qtbot.mouseClick(inspector.banner.survivor, Qt.MouseButton.LeftButton)
    assert gone == [first]
    qtbot.mouseClick(inspector.banner.restore, Qt.MouseButton.LeftButton)
    settled(open_case)
    assert not inspector.banner.isVisible()
    assert inspector.edit.isVisible()


@pytest.mark.parametrize(("end", "word"), [(0, "Led to"), (1, "Follows")])
def test_a_linked_incident_is_one_click_away_from_either_end(show, perform, qtbot, end, word):
    held = perform(do.AddIncident(a_draft(title="Held")))
    let_go = perform(do.AddIncident(a_draft(title="Let go", type="release")))
    perform(do.LinkIncidents(held, "led_to", let_go))
    shown, other = ((held, let_go), (let_go, held))[end]
    inspector = show(shown)
    assert word in texts(inspector, FACTS)
    gone = []
    inspector.link_activated.connect(gone.append)
    from PySide6.QtWidgets import QPushButton

    link = next(b for b in inspector._scrolls[FACTS].widget().findChildren(QPushButton) if "UKR-" in b.text())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert gone == [other]


def test_edit_asks_for_the_form(show, perform, qtbot):
    uid = perform(do.AddIncident(a_draft()))
    inspector = show(uid)
    asked = []
    inspector.edit_requested.connect(asked.append)
    qtbot.mouseClick(inspector.edit, Qt.MouseButton.LeftButton)
    assert asked == [uid]


def test_the_last_wish_counts_and_none_is_a_wish_too(inspector, perform, open_case, settled):
    first, second = (perform(do.AddIncident(a_draft(title=title))) for title in ("One", "Two"))
    inspector.show_incident(first)
    inspector.show_incident(second)
    settled(open_case)
    assert inspector.title.text() == "Two"
    inspector.show_incident(first)
    inspector.show_incident(None)
    settled(open_case)
    assert inspector._empty.isVisible()
    inspector.show_incident(UUID(int=1))
    settled(open_case)
    assert "not in the case" in inspector._empty.findChildren(QLabel)[1].text()


def test_a_change_of_the_case_is_shown_and_the_page_stays_where_it_is(show, perform, qtbot):
    draft = a_draft(title="Long", narrative="line\n" * 200, claims=(a_claim(),), verification="reported")
    uid = perform(do.AddIncident(draft))
    inspector = show(uid)
    bar = inspector._scrolls[FACTS].verticalScrollBar()
    inspector.resize(380, 300)
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(80)
    perform(do.SetGrade(uid, "B", "2", "two offices agree"))
    assert inspector.grade.code == "B2"
    qtbot.waitUntil(lambda: bar.value() == 80)


HOSTILE = (
    "<b>bold</b><img src='file:///etc/passwd'>",
    "\u202egnihtemos\u202c & <script>alert(1)</script>",
    "x" * 5_000,
    "عُثر على ثلاثة أشخاص في البلدة",
    "=1+1 & 'quotes' \"double\"",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is_in_every_field(show, perform, text):
    short = text[:180]
    draft = a_draft(
        title=short, narrative=text, public_summary=text, place_note=short, responsible=short,
        verification="reported", verification_why=short,
        claims=(a_claim(quote=text, attributed_to=short, origin=short, note=text, rating_why=short),),
    )  # fmt: skip
    inspector = show(perform(do.AddIncident(draft)))
    for page in (FACTS, CLAIMS, JOURNAL):
        inspector.tabs.setCurrentIndex(page)
        labels = inspector._scrolls[page].widget().findChildren(QLabel)
        assert all(label.textFormat() != Qt.TextFormat.RichText for label in labels)
        inspector.grab()
    kept = text.replace("\u202e", "").replace("\u202c", "")
    said = "\n".join(texts(inspector, FACTS)).replace("\u202e", "").replace("\u202c", "")
    assert kept in said
    titled = inspector.title
    assert titled.textFormat() == Qt.TextFormat.PlainText
    if text.startswith("ع"):
        assert titled.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_case_that_is_read_only_offers_nothing_to_change(tmp_path, qtbot, settled):
    from desktop.bridge.open_case import OpenCase
    from incidents.case import Actor, Case

    case = Case.create(tmp_path / "ro.vigil", actor=Actor("Olena"), name="Read")
    uid = case.perform(do.AddIncident(a_draft(claims=(a_claim(),), verification="reported"))).value
    case.close()
    opened = OpenCase(Case.open(tmp_path / "ro.vigil", actor=Actor("Olena"), read_only=True))
    inspector = Inspector(opened)
    qtbot.addWidget(inspector)
    inspector.show()
    inspector.show_incident(uid)
    settled(opened)
    assert not inspector.edit.isVisible()
    assert not inspector.set_status.isVisible()
    assert not hasattr(inspector._scrolls[CLAIMS].widget().cards[0], "edit")
    opened.close()
