"""The bytes stage: a content tree in, a PDF out, the same bytes for the same tree."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from incidents.progress import NoProgress, Progress
from reports.briefing.content.tree import (
    Briefing,
    Bullets,
    Entries,
    Section,
    Sources,
    Table,
    Text,
    Tiles,
    Unprinted,
)
from reports.briefing.files import written_whole
from reports.briefing.pages import blocks, entries, tables
from reports.briefing.pages import style as s
from reports.briefing.pages.head import masthead
from reports.briefing.pages.sheet import Sheet

_DRAW: dict[type, Callable[[Sheet, Any], None]] = {
    Text: blocks.text,
    Bullets: blocks.bullets,
    Tiles: blocks.tiles,
    Table: tables.table,
    Entries: entries.entries,
    Sources: blocks.sources,
    Unprinted: blocks.unprinted,
}
# ReportLab's fonts are shared by all documents of a process and not made for threads.
_one_at_a_time = threading.Lock()


def render(briefing: Briefing, out: BinaryIO | Path | str, progress: Progress | None = None) -> int:
    """Write the PDF and answer with its number of pages.

    A path is written whole or not at all; raises DiskFull or another VigilError. Raises Cancelled when `progress` does.
    """
    if isinstance(out, (str, Path)):
        with written_whole(Path(out)) as file:
            return render(briefing, file, progress)
    # ReportLab writes the file in one go at the end; in memory first, so that a full disk is met by plain file code.
    memory = io.BytesIO()
    with _one_at_a_time:
        sheet = Sheet(memory, briefing, progress or NoProgress())
        masthead(sheet, briefing.masthead)
        for section in briefing.sections:
            _section(sheet, section)
        pages = sheet.finish()
    out.write(memory.getvalue())
    return pages


def _section(sheet: Sheet, section: Section) -> None:
    sheet.set.where = ""
    sheet.space(18)
    sheet.need(s.HEADING.leading + 9 + _opening(sheet, section))
    sheet.bookmark(section.key, section.title)
    sheet.text(section.title, s.HEADING)
    sheet.y -= 2
    sheet.rule(sheet.y, s.BLUE, 1)
    sheet.y -= 7
    for number, block in enumerate(section.blocks):
        if number:
            sheet.space(6)
        _DRAW[type(block)](sheet, block)


def _opening(sheet: Sheet, section: Section) -> float:
    """Height of what must not be parted from the heading of a section."""
    height = 0.0
    for block in section.blocks:
        if isinstance(block, Entries):
            return height + entries.opening(sheet, block)
        if isinstance(block, Table):
            return height + tables.opening(sheet, block)
        if not isinstance(block, Text):
            return height + 53
        height += 18
    return height
