"""Draws incidents: date and place at the left, what happened and who says so at the right."""

from __future__ import annotations

from dataclasses import replace

from incidents.record.codes import STATUS_WORDS
from reports.briefing.content.tree import ClaimLine, Entries, Entry
from reports.briefing.pages import style as s
from reports.briefing.pages.lines import Line, Run
from reports.briefing.pages.sheet import Sheet

_X = s.LEFT + s.RAIL + s.GUTTER
_WIDTH = s.RIGHT - _X
_CITE = 24.0  # column of the source number
_BADGE = s.Style("bold", 7.4, 9, s.INK)
_TYPE = s.Style("bold", 7.6, 12, s.MID)
_STANCES = {"supports": "", "contradicts": "contradicts: ", "mentions": "mentions only: "}


def entries(sheet: Sheet, block: Entries) -> None:
    """All incidents, a hairline between them."""
    for number, item in enumerate(block.items):
        sheet.set.where = item.ref
        if number:
            sheet.y -= 7
            if sheet.y < s.TOP - 1 and sheet.room > 60:
                sheet.rule(sheet.y, s.RULE, 0.5)
                sheet.y -= 7
        _entry(sheet, item)
    sheet.set.where = ""
    sheet.y -= 4


class _Prepared:
    """One incident broken into lines."""

    def __init__(self, sheet: Sheet, item: Entry) -> None:
        self.rail = _rail(sheet, item)
        self.rail_height = sum(len(lines) * style.leading for lines, style in self.rail)
        self.title = sheet.set.lines(item.title, s.ENTRY_TITLE, _WIDTH)
        self.facts = sheet.set.mixed(_facts(item), s.SMALL, _WIDTH)
        self.told = [sheet.set.lines(paragraph, s.BODY, _WIDTH) for paragraph in item.told]

    @property
    def opening(self) -> float:
        """Height of what must stay together: the left column, the head and the first lines."""
        head = min(len(self.title), 3) * s.ENTRY_TITLE.leading + min(len(self.facts), 3) * s.SMALL.leading
        begin = 3 + min(len(self.told[0]), 3) * s.BODY.leading if self.told else 2 * s.SMALL.leading + 4
        return min(max(self.rail_height, _TYPE.leading + head + begin) + 4, s.TOP - s.BOTTOM)


def opening(sheet: Sheet, block: Entries) -> float:
    """Height of what must stay together at the start of a list of incidents."""
    counting, sheet.set.counting = sheet.set.counting, False
    height = _Prepared(sheet, block.items[0]).opening if block.items else 0.0
    sheet.set.counting = counting
    return height


def _entry(sheet: Sheet, item: Entry) -> None:
    ready = _Prepared(sheet, item)
    rail, rail_height, title, facts, told = (
        ready.rail,
        ready.rail_height,
        ready.title,
        ready.facts,
        ready.told,
    )
    sheet.need(ready.opening)
    start_page, top = sheet.page, sheet.y
    _draw_rail(sheet, rail, top)
    sheet.on_break = lambda: _continued(sheet, item)
    _badges(sheet, item, top)
    sheet.block(_X, top, [item.type], _TYPE)
    sheet.y = top - _TYPE.leading - 0.5
    sheet.lines(title, s.ENTRY_TITLE, _X)
    sheet.y -= 0.5
    sheet.lines(facts, s.SMALL, _X)
    for lines in told:
        sheet.space(3)
        sheet.lines(lines, s.BODY, _X)
    for number, claim in enumerate(item.claims):
        sheet.space(4 if number == 0 else 2.4)
        _claim(sheet, claim)
    sheet.on_break = None
    rail_end = top - rail_height if sheet.page == start_page else s.TOP - 2 * s.RAIL_REF.leading
    sheet.y = min(sheet.y, rail_end)


def _rail(sheet: Sheet, item: Entry) -> list[tuple[list[Line], s.Style]]:
    """Date, place and reference; a very long place is cut, because the title or text tells it too."""
    parts: list[tuple[list[Line], s.Style]] = []
    for text, style, most in ((item.date, s.RAIL_DATE, 6), (item.place, s.RAIL_PLACE, 9)):
        lines = sheet.set.lines(text, style, s.RAIL)
        if len(lines) > most:
            last = lines[most - 1]
            lines = [*lines[: most - 1], last + "…" if isinstance(last, str) else last]
        parts.append((lines, style))
    parts.append(([item.ref], s.RAIL_REF))
    return parts


def _draw_rail(sheet: Sheet, rail: list[tuple[list[Line], s.Style]], top: float) -> None:
    for lines, style in rail:
        top -= sheet.block(s.LEFT, top, lines, style)


def _continued(sheet: Sheet, item: Entry) -> None:
    """On a new page, say at the left what goes on."""
    sheet.block(s.LEFT, sheet.y, [item.ref, "continued"], s.RAIL_REF)


def _badges(sheet: Sheet, item: Entry, top: float) -> None:
    """Status with its shape and word, and the grade, at the right edge."""
    middle = top - _TYPE.leading / 2
    word = STATUS_WORDS[item.status]
    colour = s.STATUS_COLOURS[item.status]
    wide = sheet.set.width(word, _BADGE) + 20
    x = s.RIGHT - wide
    sheet.frame(x, middle - 6, wide, 12, colour)
    sheet.status_shape(item.status, x + 8, middle, 5)
    sheet.right(s.RIGHT - 5, middle - 2.6, word, replace(_BADGE, colour=colour))
    if item.grade:
        grade = f"({item.grade})" if item.grade_suggested else item.grade
        wide = sheet.set.width(grade, _BADGE) + 10
        x -= wide + 5
        sheet.box(x, middle - 6, wide, 12, s.TINT)
        sheet.right(x + wide - 5, middle - 2.6, grade, replace(_BADGE, colour=s.INK))


def _facts(item: Entry) -> list[Run]:
    runs = [Run(item.people[:1].upper() + item.people[1:], "bold")] if item.people else []
    for fact in item.facts:
        runs.append(Run("  ·  " if runs else "", "", s.SOFT))
        runs += [Run(f"{fact.label}: ", "", s.SOFT), Run(fact.text)]
    return runs


def _claim(sheet: Sheet, claim: ClaimLine) -> None:
    runs = [Run(f"{claim.grade}  ", "bold", s.INK)]
    stance = _STANCES[claim.stance]
    if stance:
        runs.append(Run(stance, "bold", s.PURPLE if claim.stance == "contradicts" else s.SOFT))
    runs.append(Run(claim.said))
    if claim.note:
        runs.append(Run(f" ({claim.note})", "", s.SOFT))
    lines = sheet.set.mixed(runs, s.SMALL, _WIDTH - _CITE)
    quote = sheet.set.lines(f"“{_unquoted(claim.quote)}”", s.QUOTE, _WIDTH - _CITE) if claim.quote else []
    sheet.need(min(len(lines) + len(quote), 2) * s.SMALL.leading + 1)
    number = f"[{claim.source}]" if claim.source is not None else NO_REPORT
    sheet.block(_X, sheet.y, [number], s.Style("bold", s.SMALL.size, s.SMALL.leading, s.MID))
    sheet.lines(lines, s.SMALL, _X + _CITE)
    if quote:
        sheet.lines(quote, s.QUOTE, _X + _CITE)


NO_REPORT = "[–]"


def _unquoted(quote: str) -> str:
    """The quote without quotation marks around the whole of it; those inside stay."""
    text = quote.strip()
    if (
        len(text) > 1
        and text[0] in '“"«'
        and text[-1] in '”"»'
        and not any(mark in text[1:-1] for mark in '“”"«»')
    ):
        return text[1:-1]
    return text
