"""Draws paragraphs, lists, key figures and sources."""

from __future__ import annotations

from reports.briefing import words
from reports.briefing.content.tree import Bullets, Sources, Text, Tile, Tiles, Unprinted
from reports.briefing.pages import style as s
from reports.briefing.pages.lines import Run
from reports.briefing.pages.sheet import Sheet

_KINDS = {"body": s.BODY, "lead": s.LEAD, "note": s.NOTE}
_INDENT = 14.0
_NUMBER = 26.0  # column of the source numbers


def text(sheet: Sheet, block: Text) -> None:
    """A paragraph."""
    sheet.text(block.text, _KINDS[block.kind])


def bullets(sheet: Sheet, block: Bullets) -> None:
    """Sentences, each with its references in grey and the shape of its status."""
    for item in block.items:
        runs = [Run(item.text)]
        if item.refs:
            runs.append(Run(" " + ", ".join(item.refs), "regular", s.SOFT))
        lines = sheet.set.mixed(runs, s.BODY, s.CONTENT - _INDENT)
        sheet.need(min(len(lines), 2) * s.BODY.leading)
        middle = sheet.y - s.BODY.leading / 2
        if item.status:
            sheet.status_shape(item.status, s.LEFT + 4, middle, 5.4)
        else:
            sheet.box(s.LEFT + 1.6, middle - 2.2, 4.4, 4.4, s.MID)
        sheet.lines(lines, s.BODY, s.LEFT + _INDENT)
        sheet.space(3.4)


def tiles(sheet: Sheet, block: Tiles) -> None:
    """The strip of key figures, all equally high."""
    gap, number = 10.0, len(block.items)
    width = (s.CONTENT - gap * (number - 1)) / number
    inner = width - 18
    prepared = [
        (
            tile,
            sheet.set.lines(tile.label, s.TILE_LABEL, inner),
            sheet.set.lines(tile.note, s.TILE_NOTE, inner) if tile.note else [],
        )
        for tile in block.items
    ]
    height = max(
        10 + s.TILE.leading + len(label) * s.TILE_LABEL.leading + 2 + len(note) * s.TILE_NOTE.leading + 8
        for _, label, note in prepared
    )
    sheet.need(height)
    for place, (tile, label, note) in enumerate(prepared):
        x = s.LEFT + place * (width + gap)
        sheet.box(x, sheet.y - height, width, height, s.TINT)
        sheet.box(x, sheet.y - height, 2.5, height, s.MID)
        style = _fitting(sheet, tile, inner)
        top = sheet.y - 8
        sheet.block(x + 11, top, [_large(tile)], style)
        top -= s.TILE.leading + 1
        top -= sheet.block(x + 11, top, label, s.TILE_LABEL) + 2
        sheet.block(x + 11, top, note, s.TILE_NOTE)
    sheet.y -= height


def _large(tile: Tile) -> str:
    return " / ".join(number.text for number in tile.numbers)


def _fitting(sheet: Sheet, tile: Tile, width: float) -> s.Style:
    """The style of the large number, smaller where it would not fit."""
    wide = sheet.set.width(_large(tile), s.TILE)
    size = s.TILE.size if wide <= width else max(s.TILE.size * width / wide, 8)
    return s.Style(s.TILE.face, size, s.TILE.leading, s.TILE.colour)


def sources(sheet: Sheet, block: Sources) -> None:
    """Numbered sources; a web address is a link only where the content says so."""
    for item in block.items:
        sheet.set.where = f"[{item.number}]"
        runs = [Run(item.publisher, "bold")]
        if item.text:
            runs.append(Run(f", {item.text}"))
        if item.address:
            runs += [Run(", "), Run(item.address, "regular", s.MID if item.url else None, item.url)]
        lines = sheet.set.mixed(runs, s.SMALL, s.CONTENT - _NUMBER)
        sheet.need(min(len(lines), 2) * s.SMALL.leading)
        sheet.block(
            s.LEFT, sheet.y, [f"[{item.number}]"], s.Style("bold", s.SMALL.size, s.SMALL.leading, s.MID)
        )
        sheet.lines(lines, s.SMALL, s.LEFT + _NUMBER)
        sheet.space(2.6)


def unprinted(sheet: Sheet, _: Unprinted) -> None:
    """What the fonts could not print so far, and where."""
    missing = sheet.set.missing
    for section in sheet.briefing.sections[-1:]:
        for block in section.blocks:
            if isinstance(block, Text):
                sheet.set.lines(
                    block.text, s.BODY, s.CONTENT
                )  # counted here, because the note stands before it
    sheet.set.counting = False
    if not missing.counts:
        return
    scripts = ", ".join(f"{script} {words.number(number)}" for script, number in missing.counts.items())
    total = sum(missing.counts.values())
    where = list(missing.where)
    places = ", ".join(where[:40]) + (f" and {words.number(len(where) - 40)} more" if len(where) > 40 else "")
    one = total == 1
    sheet.text(
        f"{words.number(total)} {'character' if one else 'characters'} in scripts that this version cannot print "
        f"({scripts}) "
        f"{'is' if one else 'are'} marked by a red frame"
        + (f"; read {'it' if one else 'them'} in the case: {places}." if places else "."),
        s.BODY,
    )
