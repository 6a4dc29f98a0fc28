"""Composing and printing a briefing, as a ratio to drawing the same words straight onto a ReportLab canvas.

    python -m tests.benchmarks.bench_briefing [NUMBER]

1,000 incidents unless told otherwise, each with title, facts, one claim and about 100 words, a third of them Cyrillic.
Goals: within 3x of the floor, ten incidents in under 0.3 s. Seconds are processor time.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from incidents.record.incident import Incident
from incidents.search.tally import Group, Tally
from reports.briefing import BriefingRequest, Draft, draft
from reports.briefing.selection import Selected
from tests.builders import a_claim, a_place, a_report, an_id, an_incident

GOAL_RATIO, GOAL_TEN = 3.0, 0.3
_LATIN = "people were taken from town by soldiers and held near a school until the évacuation of Łódź street".split()
_CYRILLIC = "людей забрали з міста військові й тримали біля школи до евакуації жителів Ізюма".split()


def incidents(number: int) -> list[Incident]:
    """So many incidents, the same every time."""
    chance = random.Random(2022)
    place = a_place(id=an_id())
    reports = [a_report(f"Report {n}") for n in range(40)]
    made = []
    for n in range(number):
        words = chance.choices(_CYRILLIC if n % 3 == 0 else _LATIN, k=100)
        made.append(
            an_incident(
                ref=f"UKR-2022-{n:05}",
                title=" ".join(words[:6]),
                narrative=" ".join(words),
                place=place,
                when=str(date(2022, 3, 1) + timedelta(days=n % 90)),
                people="12",
                verification="corroborated" if n % 2 else "reported",
                claims=(a_claim("B2", report=reports[n % 40], attributed_to="the mayor", headline=True),),
            )
        )
    return made


def selected(number: int) -> Selected:
    """What the select stage would have read; reading it has benchmarks of its own."""
    made = incidents(number)
    half = Group(number // 2, {}, 0)
    tally = Tally(
        number, half, replace(half, incidents=number - number // 2), by_type={"detention": (half, half)},
        by_region={"UA-63": (half, half)}, by_type_region={("detention", "UA-63"): (number // 2, number // 2)},
    )  # fmt: skip
    return Selected(tuple(made), tally)


def printed(what: Selected) -> Draft:
    """Compose and print."""
    return draft(what, BriefingRequest(tlp="RED", as_of=datetime(2022, 6, 1, tzinfo=UTC)))


def floor(what: Selected) -> int:
    """The same words on a bare canvas: greedy lines with remembered widths, no pages' heads, nothing checked."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    regular, bold, widths = "Vigil-regular", "Vigil-bold", dict[str, float]()
    pen, y = Canvas(io.BytesIO(), invariant=1, initialFontName=regular), 800.0

    def line(text: str, font: str, size: float, x: float) -> None:
        nonlocal y
        if y < 60:
            pen.showPage()
            y = 800.0
        pen.setFont(font, size)
        pen.drawString(x, y, text)
        y -= size * 1.4

    for incident in what.incidents:
        line(incident.title, bold, 10, 152)
        line(
            f"{incident.ref}  {incident.when.edtf}  Izyum, Kharkiv, Ukraine  Corroborated  B2", regular, 8, 42
        )
        line("12 people", regular, 8, 152)
        used, words = 0.0, list[str]()
        for word in incident.narrative.split(" "):
            wide = widths.get(word)
            if wide is None:
                wide = widths[word] = stringWidth(word + " ", regular, 9)
            if used + wide > 401:
                line(" ".join(words), regular, 9, 152)
                used, words = 0.0, []
            words.append(word)
            used += wide
        line(" ".join(words), regular, 9, 152)
        line("[1] B2 the mayor, published by Kharkiv Courier, 2 May 2022", regular, 8, 152)
    pen.save()
    return pen.getPageNumber()


def cost(work: Callable[[], object], times: int = 5) -> float:
    """Median processor time in seconds; the least disturbed measure on a busy machine."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main() -> int:
    """Measure, print, and answer 1 when a goal is missed."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    few, many = selected(10), selected(number)
    printed(few)  # imports and fonts
    ten, all_of_them, least = (
        cost(lambda: printed(few)),
        cost(lambda: printed(many)),
        cost(lambda: floor(many)),
    )
    pages = printed(many).pages
    print(f"10 incidents            {ten:7.3f} s")
    print(
        f"{number:,} incidents         {all_of_them:7.3f} s, {pages} pages, {pages / all_of_them:,.0f} pages a second"
    )
    print(f"floor, a bare canvas    {least:7.3f} s")
    print(f"ratio to the floor      {all_of_them / least:7.2f}")
    return 0 if ten < GOAL_TEN and all_of_them / least < GOAL_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
