"""Draws the masthead of the first page."""

from __future__ import annotations

from reports.briefing.content.tree import Masthead
from reports.briefing.pages import style as s
from reports.briefing.pages.lines import Run
from reports.briefing.pages.sheet import Sheet

_LABEL = 74.0


def masthead(sheet: Sheet, head: Masthead) -> None:
    """Organisation, title, number, dates and period, then the facts on a tinted ground."""
    sheet.set.where = "masthead"
    room = s.CONTENT - sheet.tlp_width() - 24
    organisation = sheet.set.lines(head.organisation, s.ORGANISATION, room) if head.organisation else []
    sheet.y = s.HEIGHT - 34
    if organisation:
        sheet.lines(organisation[:3], s.ORGANISATION, s.LEFT)
    sheet.y = min(sheet.y, s.HEIGHT - 52) - 12
    sheet.rule(sheet.y, s.BLUE, 3)
    sheet.y -= 12
    style = s.TITLE
    lines = sheet.set.lines(head.title, style, s.CONTENT)
    if len(lines) > 2:
        counting, sheet.set.counting = sheet.set.counting, False
        style = s.TITLE_LONG
        lines = sheet.set.lines(head.title, style, s.CONTENT)
        sheet.set.counting = counting
    sheet.lines(lines, style, s.LEFT)
    sheet.y -= 4
    runs = [
        Run(head.number, "bold", s.INK),
        Run("   |   ", "", s.RULE),
        Run(head.as_of),
        Run("   |   ", "", s.RULE),
        Run(f"Period: {head.period}"),
    ]
    sheet.lines(sheet.set.mixed(_held(runs), s.SUBTITLE, s.CONTENT), s.SUBTITLE, s.LEFT)
    sheet.y -= 10
    _facts(sheet, head)


def _held(runs: list[Run]) -> list[Run]:
    """The runs with the spaces around separators kept from collapsing."""
    return [Run(run.text.replace("   ", "\u00a0\u00a0 "), run.cut, run.colour) for run in runs]


def _facts(sheet: Sheet, head: Masthead) -> None:
    width = s.CONTENT - _LABEL - 24
    parts = [(fact.label, sheet.set.lines(fact.text, s.FACT, width)) for fact in head.facts]
    most = int((s.HEIGHT * 0.5) / s.FACT.leading)
    height = sum(min(len(lines), most) * s.FACT.leading + 2 for _, lines in parts) + 14
    boxed = height < sheet.room
    if boxed:
        sheet.box(s.LEFT, sheet.y - height, s.CONTENT, height, s.TINT)
        sheet.box(s.LEFT, sheet.y - height, 2.5, height, s.MID)
    sheet.y -= 7
    for label, lines in parts:
        sheet.block(s.LEFT + 12, sheet.y, [label], s.Style("bold", 7.6, s.FACT.leading, s.SOFT))
        sheet.lines(lines, s.FACT, s.LEFT + 12 + _LABEL)
        sheet.y -= 2
    sheet.y -= 7
