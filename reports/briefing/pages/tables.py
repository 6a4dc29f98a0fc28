"""Draws tables: text left, numbers right on one edge, totals below a dark rule, heads repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.briefing.content.tree import Cell, Number, Table, TableRow
from reports.briefing.pages import style as s
from reports.briefing.pages.lines import Line
from reports.briefing.pages.sheet import Sheet

_PAD = 4.0
_UPRIGHT_BELOW = 46.0  # narrower columns get their label from bottom to top
_UPRIGHT_HEIGHT = 84.0
_TEXT_ROOM = 150.0  # what many narrow columns of numbers leave for the names of the rows
_NARROWEST = 23.0
_WHOLE = 18  # tables of up to so many rows are not torn apart
_BAR_ABOVE = 58.0  # a first column of numbers that is wider gets bars


@dataclass(slots=True)
class _Plan:
    """A table measured for one page width."""

    table: Table
    lefts: list[float]
    widths: list[float]
    heads: list[list[Line]]
    upright: bool
    head_height: float
    most: int  # the largest number of the first column of numbers, for its bars; 0 for no bars


def opening(sheet: Sheet, block: Table) -> float:
    """Height of what must stay together at the start of a table: all of it unless it is long."""
    return _opening(sheet, _plan(sheet, block)) + 6


def table(sheet: Sheet, block: Table) -> None:
    """Title, head, rows, note."""
    plan = _plan(sheet, block)
    sheet.space(6)
    sheet.need(_opening(sheet, plan))
    if block.title:
        sheet.text(block.title, s.SUBHEADING)
        sheet.y -= 3
    _head(sheet, plan)
    for number, row in enumerate(block.rows):
        _row(sheet, plan, row, number)
    if block.note:
        sheet.y -= 4
        sheet.text(block.note, s.NOTE)
    sheet.space(4)


def _plan(sheet: Sheet, block: Table) -> _Plan:
    weights = [column.weight for column in block.columns]
    numbers = [n for n, column in enumerate(block.columns) if column.kind != "text"]
    unit = s.CONTENT / sum(weights)
    widths = [weight * unit for weight in weights]
    if numbers and len(block.columns) > 8:
        texts = [n for n in range(len(weights)) if n not in numbers]
        each = min(max((s.CONTENT - _TEXT_ROOM) / len(numbers), _NARROWEST), 40.0)
        for n in numbers:
            widths[n] = each
        for n in texts:
            widths[n] = (s.CONTENT - each * len(numbers)) / len(texts)
    lefts = [s.LEFT + sum(widths[:n]) for n in range(len(widths))]
    upright = any(
        widths[n] < _UPRIGHT_BELOW or _too_wide(sheet, block.columns[n].label, widths[n]) for n in numbers
    )
    heads = []
    for column, width in zip(block.columns, widths, strict=True):
        room = _UPRIGHT_HEIGHT - 6 if upright and column.kind != "text" else width - 2 * _PAD
        heads.append(sheet.set.lines(column.label, s.HEAD_CELL, room)[:3])
    if upright:
        tall = max(
            sheet.set.width(line, s.HEAD_CELL) for n in numbers for line in heads[n] if isinstance(line, str)
        ) + 6  # fmt: skip
    else:
        tall = max(len(head) for head in heads) * s.HEAD_CELL.leading + 4
    most = 0
    if numbers and widths[numbers[0]] > _BAR_ABOVE:
        values = [
            cell.value or 0
            for row in block.rows
            if not row.total and isinstance(cell := row.cells[numbers[0]], Number)
        ]
        most = max(values, default=0)
    return _Plan(block, lefts, widths, heads, upright, tall, most)


def _opening(sheet: Sheet, plan: _Plan) -> float:
    block = plan.table
    heights = [_height(_cells(sheet, plan, row)) for row in block.rows[: _WHOLE + 1]]
    if block.kind != "legend" and len(block.rows) > _WHOLE:
        heights = heights[:7]
    title = s.SUBHEADING.leading + 4 if block.title else 0
    return min(title + plan.head_height + sum(heights), s.TOP - s.BOTTOM)


def _too_wide(sheet: Sheet, label: str, width: float) -> bool:
    """Whether a word of the label would have to be broken."""
    return any(sheet.set.width(word, s.HEAD_CELL) > width - 2 * _PAD for word in label.split())


def _head(sheet: Sheet, plan: _Plan) -> None:
    bottom = sheet.y - plan.head_height
    for n, (column, head) in enumerate(zip(plan.table.columns, plan.heads, strict=True)):
        left, width = plan.lefts[n], plan.widths[n]
        style = replace(s.HEAD_CELL, colour=s.SOFT) if column.kind == "aside" else s.HEAD_CELL
        if column.kind == "text":
            inset = 0 if n == 0 else _PAD
            sheet.block(left + inset, bottom + len(head) * style.leading + 3, head, style)
        elif plan.upright:
            lines = [line for line in head if isinstance(line, str)]
            x = left + width - _PAD - (len(lines) - 1) * style.leading
            sheet.upright(x, bottom + 4, lines, style)
        else:
            for k, line in enumerate(head):
                if isinstance(line, str):
                    sheet.right(
                        left + width - _PAD, bottom + (len(head) - 1 - k) * style.leading + 4.6, line, style
                    )
    sheet.y = bottom
    sheet.rule(sheet.y, s.BLUE, 0.8)


Prepared = list[tuple[list[Line], s.Style]]


def _cells(sheet: Sheet, plan: _Plan, row: TableRow) -> Prepared:
    found: Prepared = []
    base = s.CELL if plan.table.kind == "figures" else s.SMALL
    for n, cell in enumerate(row.cells):
        column = plan.table.columns[n]
        strong = row.total or (plan.table.kind == "legend" and (n == 0 or not column.label))
        style = replace(base, face="bold" if strong else "regular")
        if column.kind == "aside":
            style = replace(style, colour=s.SOFT)
        if column.kind == "text":
            inset = _PAD if n == 0 else 2 * _PAD
            found.append((sheet.set.lines(_text(cell), style, plan.widths[n] - inset), style))
        else:
            wide = sheet.set.width(_text(cell), style)
            room = plan.widths[n] - _PAD
            size = style.size if wide <= room else max(style.size * room / wide, 5.0)
            found.append(([_text(cell)], replace(style, size=size)))
    return found


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, Number) else cell


def _height(cells: Sequence[tuple[list[Line], s.Style]]) -> float:
    return max(len(lines) * style.leading for lines, style in cells) + 4


def _row(sheet: Sheet, plan: _Plan, row: TableRow, number: int) -> None:
    cells = _cells(sheet, plan, row)
    height = _height(cells)
    keep = height + (15 if number == len(plan.table.rows) - 2 and plan.table.rows[-1].total else 0)
    if sheet.room < keep and sheet.y < s.TOP - plan.head_height - 1:
        sheet.new_page()
        _head(sheet, plan)
    if row.total:
        sheet.rule(sheet.y, s.INK, 0.9)
    elif number:
        sheet.rule(sheet.y, s.RULE, 0.4)
    if len(cells[0][0]) * cells[0][1].leading > sheet.room - 4:  # one cell taller than a page
        sheet.lines(cells[0][0], cells[0][1], plan.lefts[0])
        return
    top = sheet.y - 2
    bars = (
        next((n for n, column in enumerate(plan.table.columns) if column.kind != "text"), -1)
        if plan.most
        else -1
    )
    for n, (lines, style) in enumerate(cells):
        column, left, width = plan.table.columns[n], plan.lefts[n], plan.widths[n]
        if column.kind == "text":
            sheet.block(left + (0 if n == 0 else _PAD), top, lines, style)
            continue
        if n == bars and not row.total:
            _bar(sheet, row.cells[n], plan.most, left, width, top - style.leading)
        line = lines[0]
        assert isinstance(line, str)
        sheet.right(left + width - _PAD, top - style.leading + 2.6, line, style)
    sheet.y -= height


def _bar(sheet: Sheet, cell: Cell, most: int, left: float, width: float, bottom: float) -> None:
    """A bar from zero, beside the number."""
    value = cell.value if isinstance(cell, Number) else None
    room = width - 34
    if value and room > 8:
        sheet.box(left + 4, bottom + 1.6, max(room * value / most, 0.8), 7, s.BAR)
