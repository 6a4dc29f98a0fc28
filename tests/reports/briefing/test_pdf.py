"""The finished PDF: complete, the same every time, harmless whatever the record holds."""

from __future__ import annotations

import hashlib
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidents.case import Actor, Case
from incidents.errors import CaseError, DiskFull, Refused, VigilError
from incidents.progress import Cancelled
from incidents.record.codes import TLP
from incidents.search import questions as ask
from reports.briefing import BriefingProblem, BriefingRequest, files, making
from reports.briefing.pages import style
from tests.builders import a_claim, a_place, a_report, an_id, an_incident
from tests.reports.briefing.conftest import (
    Making,
    Names,
    a_request,
    composed,
    page_texts,
    placed,
    printed,
    whole_text,
)

HOSTILE = [
    "<b>bold</b> <i>& &amp; &#60; <img src='/etc/passwd'/> <a href=\"javascript:alert(1)\">here</a>",
    "<para textColor='white'>hidden</para><font size=0>tiny</font><!-- gone --><br/><seqreset/>",
    ") Tj ET Q /JS (app.alert(1)) /OpenAction << /S /Launch >> endobj stream",
    "%s %n {0} {title} ${jndi:ldap://x} =1+1 {{7*7}} \\u0041 \\n",
    "a\x00b\x07\x1b[31m\ud800\udfff\ufffe\u202egpj.exe\u2066\u200b",
    "قافلة מחנה ကို शिविर 营地 😀 ⟶ ≥ ﷽",
    "Z" + "\u0335\u0336\u0337\u0338" * 200,
    "i" * 5_000,
    "line\n" * 300,
    "\t \u00a0 \u2003 ",
]


def many(number: int, **changes: object):  # type: ignore[no-untyped-def]
    return [
        placed(an_incident(**({"narrative": "Words about what happened. " * 12} | changes)), n + 1)
        for n in range(number)
    ]


def test_every_page_carries_the_label_and_says_where_it_stands(case_of: Making) -> None:
    texts = page_texts(printed(case_of(*many(40)), tlp="AMBER+STRICT"))
    assert len(texts) > 5
    for number, text in enumerate(texts, 1):
        assert text.count("TLP:AMBER+STRICT") >= 2
        assert f"Page {number} of {len(texts)}" in text


def test_accents_and_cyrillic_come_out_as_they_went_in(case_of: Making) -> None:
    told = "Łódź, façade, Đồng Nai; у Вовчанську та Ізюмі — «в’язні», їжа, ґанок; Ёлки № 5."
    text = whole_text(printed(case_of(placed(an_incident(narrative=told, title=told), 1))))
    assert text.count("".join(told.split())) >= 2


def test_the_same_case_filter_and_clock_give_the_same_bytes(case_of: Making) -> None:
    case = case_of(*many(5, narrative="قافلة Ізюм"))
    assert printed(case) == printed(case)


def test_file_properties_say_title_and_the_briefings_own_time(case_of: Making) -> None:
    pdf = printed(
        case_of(), title="Ізюм <1>", as_of=datetime(2022, 5, 6, 17, 30, 15, tzinfo=UTC), organisation=""
    )
    assert re.search(rb"/Lang \(?\s*\(?en", pdf)
    assert (
        rb"D:20220506173015" in pdf
        and b"anonymous" not in pdf
        and b"ReportLab" not in pdf.split(b"%%EOF")[-1]
    )
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    told = document.get_metadata_dict()
    document.close()
    assert told["Title"] == "Ізюм <1>" and told["Author"] == ""


def test_the_outline_leads_to_every_section(case_of: Making) -> None:
    import pypdfium2

    briefing = composed(case_of(*many(3)))
    document = pypdfium2.PdfDocument(printed(case_of(*many(3))))
    titles = [item.get_title() for item in document.get_toc()]
    document.close()
    assert titles == [section.title for section in briefing.sections]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field_is_printed_as_text(case_of: Making, hostile: str) -> None:
    report = a_report(hostile, publisher=hostile, author=hostile, url=hostile, language=hostile)
    claim = a_claim(
        report=report, attributed_to=hostile, quote=hostile, reported_as=hostile, rating_why=hostile
    )
    incident = an_incident(
        title=hostile, narrative=hostile, public_summary=hostile, responsible=hostile, place_note=hostile,
        verification_why=hostile, verification="contested", claims=(claim,),
        place=a_place(hostile, id=an_id(), admin1_name=hostile, names=(hostile,)),
    )  # fmt: skip
    changes = {
        "title": hostile[:300],
        "organisation": hostile[:300],
        "contact": hostile[:300],
        "period_label": hostile[:300],
    }
    briefing_of = _values(incident)
    for profile in ("internal", "partner", "public"):
        request = a_request(profile=profile, **changes)
        pdf = making.draft(briefing_of, request, Names()).pdf
        assert len(page_texts(pdf)) >= 2
        harmless(pdf)


def _values(*incidents):  # type: ignore[no-untyped-def]
    """A selection of values that no case would take in."""
    from incidents.search.tally import Group, Tally
    from reports.briefing.selection import Selected

    review = Group(len(incidents), {}, len(incidents))
    grid = {(i.type, i.place.admin1): (0, len(incidents)) for i in incidents}
    kinds = {i.type: (Group(), review) for i in incidents}
    regions = {i.place.admin1: (Group(), review) for i in incidents}
    tally = Tally(
        len(incidents), Group(), review, by_type=kinds, by_region=regions,
        by_status={i.verification: len(incidents) for i in incidents}, by_type_region=grid,
    )  # fmt: skip
    return Selected(tuple(incidents), tally)


def harmless(pdf: bytes) -> None:
    """No script, no launch, no picture, no file, and links to nothing but the web and mail."""
    import pypdfium2.raw as raw
    from pypdfium2 import PdfDocument

    # Without the texts themselves: words in brackets and in streams are no commands.
    bare = re.sub(
        rb"\((?:\\.|[^\\()])*\)", b"()", re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    )
    for word in (
        b"/JavaScript",
        b"/Launch",
        b"/OpenAction",
        b"/EmbeddedFile",
        b"/AA ",
        b"/RichMedia",
        b"/SubmitForm",
    ):
        assert word not in bare
    assert b"/JS" not in bare and b"/Image" not in bare.replace(b"/ImageB /ImageC /ImageI", b"")
    for uri in re.findall(rb"/URI \((.*?)\)", pdf):
        assert uri.startswith((b"http://", b"https://", b"mailto:"))
    document = PdfDocument(pdf)
    for page in document:
        kinds = {kept.type for kept in page.get_objects()}
        assert raw.FPDF_PAGEOBJ_IMAGE not in kinds
        page.close()
    document.close()


def test_markup_is_seen_and_not_obeyed(case_of: Making) -> None:
    text = whole_text(printed(case_of(placed(an_incident(narrative=HOSTILE[0], title=HOSTILE[1]), 1))))
    assert "".join(HOSTILE[0].split()) in text
    assert "".join(HOSTILE[1].split()) in text


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a?b=c", True),
        ("mailto:desk@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://example.org/ space", False),
        ("https://exämple.org", False),
        ("http://[broken", False),
        ("//example.org", False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_of_the_address_field_are_links(
    case_of: Making, url: str, leads: bool
) -> None:
    report = a_report(url=url, title="See https://text.example.org")
    pdf = printed(case_of(placed(an_incident(claims=(a_claim(report=report),)), 1)))
    assert len(re.findall(rb"/URI \(", pdf)) == (1 if leads else 0)


def test_characters_of_other_scripts_are_marked_and_listed(case_of: Making) -> None:
    case = case_of(placed(an_incident(narrative="They left in قافلة from 营地."), 1))
    [incident] = case.read(ask.Incidents(a_request().filter))
    text = whole_text(printed(case))
    assert "7charactersinscriptsthatthisversioncannotprint(Arabic5,Chinese2)" in text
    assert f"readtheminthecase:{incident.ref}." in text


def test_a_narrative_of_a_hundred_thousand_characters_is_whole(case_of: Making) -> None:
    words = [f"word{number:05}" for number in range(10_000)]
    text = whole_text(printed(case_of(placed(an_incident(narrative=" ".join(words)), 1))))
    assert all(word in text for word in words[::97])
    assert words[-1] in text


def test_three_thousand_incidents_are_all_there(case_of: Making) -> None:
    incidents = [placed(an_incident(title=f"Number {n:05}", narrative=""), n) for n in range(3_000)]
    from dataclasses import replace

    shared = incidents[0].place
    pdf = making.draft(_values(*(replace(i, place=shared) for i in incidents)), a_request(), Names()).pdf
    text = whole_text(pdf)
    assert all(f"Number{n:05}" in text for n in range(3_000))


def test_no_line_leaves_the_page_and_no_page_is_empty(case_of: Making) -> None:
    import pypdfium2

    incidents = many(
        12, title="A title that is long enough for two lines or even three " * 3, responsible="Party " * 30
    )
    document = pypdfium2.PdfDocument(printed(case_of(*incidents), title="Long title " * 20))
    for page in document:
        text = page.get_textpage()
        assert text.count_rects() > 5
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            assert (
                left >= style.LEFT - 1
                and right <= style.RIGHT + 1
                and bottom >= 30
                and top <= style.HEIGHT - 20
            )
        text.close()
        page.close()
    document.close()


# What leaves the case


def test_a_briefing_is_numbered_and_its_hash_kept(case_of: Making, tmp_path: Path) -> None:
    case = case_of(*many(2))
    first = making.make(case, a_request(), tmp_path / "one.pdf", names=Names())
    second = making.make(case, a_request(), tmp_path / "two.pdf", names=Names())
    assert (first.number, second.number) == (1, 2)
    assert first.sha256 == hashlib.sha256((tmp_path / "one.pdf").read_bytes()).hexdigest()
    kept = {row["number"]: row for row in case.read(ask.Briefings())}
    assert kept[2]["sha256"] == second.sha256 and kept[1]["profile"] == "internal"
    assert "Briefing 2" in page_texts((tmp_path / "two.pdf").read_bytes())[0]


def test_a_case_open_for_reading_gives_a_draft_without_number(case_of: Making, tmp_path: Path) -> None:
    path = case_of(*many(1)).info.path
    with Case.open(path, actor=Actor("Olena"), read_only=True) as case:
        made = making.make(case, a_request(), tmp_path / "draft.pdf", names=Names())
    assert made.number is None
    assert "Draft, not numbered" in page_texts((tmp_path / "draft.pdf").read_bytes())[0]


def test_a_refused_briefing_uses_up_no_number_and_writes_nothing(case_of: Making, tmp_path: Path) -> None:
    case = case_of(*many(1, sensitivity="severe"))
    with pytest.raises(Refused):
        making.make(case, a_request(tlp="CLEAR"), tmp_path / "no.pdf", names=Names())
    with pytest.raises(CaseError, match="does not exist"):
        making.make(case, a_request(), tmp_path / "nowhere" / "no.pdf", names=Names())
    assert not list(tmp_path.glob("*.pdf")) and not case.read(ask.Briefings())


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "briefing.pdf"
    target.write_bytes(b"the old one")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="no room left"), files.written_whole(target) as file:
        file.write(b"the new one")
    assert target.read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["briefing.pdf"]


def test_a_stopped_briefing_leaves_no_file(case_of: Making, tmp_path: Path) -> None:
    class Stop:
        def step(self, done: int, total: int | None = None, what: str = "") -> None:
            if done > 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        making.make(case_of(*many(30)), a_request(), tmp_path / "no.pdf", Stop(), names=Names())
    assert not [path for path in tmp_path.iterdir() if ".vigil" not in path.name]


@pytest.mark.parametrize(
    "changes",
    [
        {"tlp": "WHITE"},
        {"profile": "friends"},
        {"language": "tlh"},
        {"title": "x" * 301},
        {"contact": "x" * 301},
    ],
)
def test_an_impossible_request_is_refused_in_a_sentence(changes: dict[str, str]) -> None:
    with pytest.raises(BriefingProblem) as problem:
        BriefingRequest(**changes)  # type: ignore[arg-type]
    assert isinstance(problem.value, VigilError) and str(problem.value).endswith(".")


# The look


def contrast(first: style.Colour, second: style.Colour) -> float:
    def light(colour: style.Colour) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_text_can_be_read_on_its_ground() -> None:
    inks = {
        getattr(style, name).colour for name in dir(style) if isinstance(getattr(style, name), style.Style)
    }
    inks |= set(style.STATUS_COLOURS.values()) | {style.MID, style.PURPLE, style.RED}
    for ink in inks:
        assert contrast(ink, style.WHITE) >= 4.5 and contrast(ink, style.TINT) >= 4.5
    assert set(style.TLP_COLOURS) == set(TLP)
    for label in style.TLP_COLOURS.values():
        assert contrast(label, style.BLACK) >= 4.5
