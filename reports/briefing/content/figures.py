"""Key figures and tables: the counting function's numbers, each with the incidents behind it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from incidents.record.codes import HEADLINE_STATUSES, TYPES, VERIFICATION
from incidents.search.tally import Group, Sum, SumKey
from reports.briefing import words
from reports.briefing.content.context import Context, counts_as
from reports.briefing.content.tree import (
    Block,
    Cell,
    Column,
    Number,
    Section,
    Table,
    TableRow,
    Text,
    Tile,
    Tiles,
)
from reports.briefing.profiles import SMALL_CELL
from reports.briefing.small_cells import SMALL, suppress

NONE = "No incidents recorded."


def _people(context: Context, sums: Mapping[SumKey, Sum], kind: str) -> Number:
    """The number of people of one kind, moved or harmed in the period."""
    found = sums.get(SumKey(kind, "people", "flow"))
    ids = context.ids(context.headline, lambda i: i.measure == "flow" and counts_as(kind)(i))
    if context.profile.small_cells and found is not None and 0 < found.best < SMALL_CELL:
        return Number(SMALL, None, ids)
    return Number(words.total(found), found.best if found and found.incidents else None, ids)


def _beside(context: Context, sums: Mapping[SumKey, Sum], kind: str) -> str:
    """What is known of the same kind but may not be added: people in that state on a date, households."""
    notes = []
    stock = sums.get(SumKey(kind, "people", "stock"))
    if stock is not None and stock.incidents and not context.profile.small_cells:
        notes.append(f"{words.total(stock)} more on a given date (not added)")
    for measure in ("flow", "stock"):
        households = sums.get(SumKey(kind, "households", measure))
        if households is not None and households.incidents and not context.profile.small_cells:
            notes.append(f"{words.total(households)} households (not added)")
    return "; ".join(notes)


def key_figures(context: Context) -> Section:
    """Four tiles: incidents, people, killed and injured, detained and displaced."""
    tally = context.selected.tally
    group = tally.headline
    counted = Number(words.number(group.incidents), group.incidents, context.ids(context.headline))
    if context.profile.small_cells and 0 < group.incidents < SMALL_CELL:
        counted = Number(SMALL, None, counted.ids)
    review = tally.under_review.incidents
    hidden = context.profile.small_cells and 0 < review < SMALL_CELL
    tiles = (
        Tile(
            (counted,), "incidents counted", f"{SMALL if hidden else words.number(review)} more under review"
        ),
        Tile(
            (_people(context, group.sums, "people"),), "people affected", _note(context, group, ("people",))
        ),
        Tile(
            _pair(context, group, "killed", "injured"),
            "killed / injured",
            _note(context, group, ("killed", "injured")),
        ),
        Tile(
            _pair(context, group, "detained", "displaced"),
            "detained / displaced",
            _note(context, group, ("detained", "displaced")),
        ),
    )
    blocks: tuple[Block, ...] = (Tiles(tiles), Text(_tiles_note(context), "note"))
    return Section("figures", "Key figures", blocks)


def _pair(context: Context, group: Group, first: str, second: str) -> tuple[Number, ...]:
    return (_people(context, group.sums, first), _people(context, group.sums, second))


def _note(context: Context, group: Group, kinds: tuple[str, ...]) -> str:
    said = []
    for kind in kinds:
        found = group.sums.get(SumKey(kind, "people", "flow"))
        if context.profile.small_cells and found is not None and found.min < SMALL_CELL:
            continue
        beside = _beside(context, group.sums, kind)
        text = "; ".join(part for part in (words.total_range(found), beside) if part)
        if not text:
            continue
        said.append(text if len(kinds) == 1 else f"{kind}: {text}")
    if len(said) == len(kinds) > 1 and len({part.partition(": ")[2] for part in said}) == 1:
        return said[0].partition(": ")[2]
    return "; ".join(said)


def _tiles_note(context: Context) -> str:
    without = context.selected.tally.headline.without_figure
    text = (
        "Corroborated and verified incidents only. A person can be in more than one figure: everybody is among the "
        "people "
        "affected, and the figures to the right take out those killed, injured, detained or displaced."
    )
    if without and not (context.profile.small_cells and without < SMALL_CELL):
        text += (
            f" {words.sentence(words.count(without, 'counted incident has', 'counted incidents have'))} no "
            "figure at all."
        )
    return text


def tables(context: Context) -> Section:
    """The status of every incident in the filter, totals by type, and type by region."""
    if not context.headline and not context.under_review:
        return Section("tables", "By status, type and region", (Text(NONE),))
    grid = _Grid(context)
    return Section(
        "tables", "By status, type and region", (_by_status(context), _by_type(context, grid), grid.table())
    )


def _by_type(context: Context, grid: _Grid) -> Table:
    by_type = context.selected.tally.by_type
    order = sorted(
        by_type,
        key=lambda code: (-by_type[code][0].incidents, -by_type[code][1].incidents, list(TYPES).index(code)),
    )
    rows = [
        TableRow((TYPES[code].label, *_type_cells(context, code, *by_type[code], grid))) for code in order
    ]
    tally = context.selected.tally
    rows.append(
        TableRow(
            ("All types", *_type_cells(context, "", tally.headline, tally.under_review, grid)), total=True
        )
    )
    columns = (
        Column("Type of incident", "text", 2.6),
        Column("Incidents counted"),
        Column("People, lowest"),
        Column("People, best"),
        Column("People, highest"),
        Column("Counted without figure"),
        Column("Under review", "aside"),
    )
    note = (
        "People: those in incidents that happened in the period, in people; lowest, best and highest are added up "
        "apart. "
        "– no figure recorded. “open”: at least one highest figure is not known."
    )
    extra = _beside_rows(context)
    return Table(columns, tuple(rows), "Totals by type", f"{note} {extra}".strip())


def _type_cells(context: Context, code: str, headline: Group, review: Group, grid: _Grid) -> tuple[Cell, ...]:
    mine = [i for i in context.headline if not code or i.type == code]
    theirs = context.ids(context.under_review, lambda i: not code or i.type == code)
    found = headline.sums.get(SumKey("people", "people", "flow"))
    ids = context.ids(mine, lambda i: i.measure == "flow" and counts_as("people")(i))

    def people(value: int | None, missing: str) -> Number:
        if found is None or not found.incidents:
            return Number(words.NO_DATA, None)
        if value is None:
            return Number(missing, None, ids)
        if context.profile.small_cells and 0 < value < SMALL_CELL:
            return Number(SMALL, None, ids)
        return Number(words.number(value), value, ids)

    without = context.ids(mine, lambda i: not any(f.known for f in i.figures.values()))
    hide = context.profile.small_cells
    return (
        grid.of_type(code, context.ids(mine)),
        people(found.min if found else None, "open"),
        people(found.best if found else None, "open"),
        people(found.max if found else None, "open"),
        _plain(headline.without_figure, without, hide),
        _plain(review.incidents, theirs, hide),
    )


def _plain(value: int, ids: tuple, hide: bool) -> Number:  # type: ignore[type-arg]
    if hide and 0 < value < SMALL_CELL:
        return Number(SMALL, None, ids)
    return Number(words.number(value), value, ids)


def _beside_rows(context: Context) -> str:
    """Sums that stand apart from people in the period, as a sentence."""
    if context.profile.small_cells:
        return ""
    parts = []
    for key, found in context.selected.tally.headline.sums.items():
        if key.kind != "people" or (key.unit == "people" and key.measure == "flow"):
            continue
        what = f"{words.total(found)} {key.unit}"
        if key.measure == "stock":
            what += " in that state on a given date"
        parts.append(f"{what} ({words.count(found.incidents, 'incident')})")
    return f"Not added to people: {'; '.join(parts)}." if parts else ""


class _Grid:
    """Type by region: how many incidents are counted, small cells hidden where the profile says so."""

    def __init__(self, context: Context) -> None:
        tally = context.selected.tally
        self._context = context
        self._cells = self._by_country(tally.by_type_region)
        totals: dict[str, int] = {}
        for (_, region), (headline, review) in self._cells.items():
            totals[region] = totals.get(region, 0) + headline * 100_000 + review
        self.types = [code for code in TYPES if any(kind == code for kind, _ in self._cells)]
        self.regions = sorted(totals, key=lambda code: (code == "", -totals[code], context.region_name(code)))
        numbers = [
            [self._cells.get((kind, region), (0, 0))[0] for kind in self.types] for region in self.regions
        ]
        self.grid = [[*row, sum(row)] for row in numbers]
        self.grid.append([sum(column) for column in zip(*self.grid, strict=True)] if self.grid else [0])
        self._ids: dict[tuple[str | None, str | None], list[UUID]] = {}
        for incident in context.headline:
            region, kind = context.region_of(incident), incident.type
            for key in ((kind, region), (kind, None), (None, region), (None, None)):
                self._ids.setdefault(key, []).append(incident.id)
        self._review: dict[str, list[UUID]] = {}
        for incident in context.under_review:
            self._review.setdefault(context.region_of(incident), []).append(incident.id)
        self.marks = (
            suppress(self.grid) if context.profile.small_cells else [["" for _ in row] for row in self.grid]
        )

    def _by_country(
        self, cells: Mapping[tuple[str, str], tuple[int, int]]
    ) -> dict[tuple[str, str], tuple[int, int]]:
        """The cells, with what may only be counted by country moved there from its region."""
        if not self._context.profile.protected_counts_only:
            return dict(cells)
        country = {
            self._context.region_of(i): i.place.country for i in self._context.selected.incidents if i.place
        }
        found: dict[tuple[str, str], tuple[int, int]] = {}
        for (kind, region), (headline, review) in cells.items():
            code = country.get(region, region) if kind == "sexual_violence" else region
            before = found.get((kind, code), (0, 0))
            found[kind, code] = (before[0] + headline, before[1] + review)
        return found

    def of_type(self, code: str, ids: tuple) -> Number:  # type: ignore[type-arg]
        """The total of one type over all regions ("" for the grand total), hidden as in the table by region."""
        column = self.types.index(code) if code else len(self.types)
        value, mark = self.grid[-1][column], self.marks[-1][column]
        return Number(mark, None, ids) if mark else Number(words.number(value), value, ids)

    def _cell(self, row: int, column: int) -> Number:
        mark, value = self.marks[row][column], self.grid[row][column]
        region = self.regions[row] if row < len(self.regions) else None
        kind = self.types[column] if column < len(self.types) else None
        ids = tuple(self._ids.get((kind, region), ()))
        if mark:
            return Number(mark, None, ids)
        if region is not None and kind is not None and (kind, region) not in self._cells:
            return Number(words.NO_DATA, None)
        return Number(words.number(value), value, ids)

    def table(self) -> Table:
        """Regions down, types across, totals last."""
        context = self._context
        rows = []
        hide = context.profile.small_cells
        for n, region in enumerate(self.regions):
            review = sum(cell[1] for (_, code), cell in self._cells.items() if code == region)
            ids = tuple(self._review.get(region, ()))
            cells = [self._cell(n, column) for column in range(len(self.types) + 1)]
            rows.append(TableRow((context.region_name(region), *cells, _plain(review, ids, hide))))
        last = len(self.regions)
        cells = [self._cell(last, column) for column in range(len(self.types) + 1)]
        review = context.selected.tally.under_review.incidents
        rows.append(
            TableRow(
                ("All regions", *cells, _plain(review, context.ids(context.under_review), hide)), total=True
            )
        )
        columns = (
            Column("Region", "text", 3.4),
            *(Column(TYPES[code].label) for code in self.types),
            Column("All types"),
            Column("Under review", "aside"),
        )
        note = "0: incidents are recorded, but none is counted yet. –: none recorded."
        if any(mark for row in self.marks for mark in row):
            note += " <5: from 1 to 4. x: withheld, because a small count could be worked out from it."
        if context.profile.protected_counts_only and "sexual_violence" in self.types:
            note += " Sexual violence is counted by country."
        return Table(columns, tuple(rows), "Incidents counted, by region and type", note)


def _by_status(context: Context) -> Table:
    rows, hide = [], context.profile.small_cells
    for code, term in VERIFICATION.items():
        value = context.selected.tally.by_status.get(code, 0)
        if not value and code == "withdrawn":
            continue
        ids = context.ids(context.selected.incidents, lambda i, code=code: i.verification == code)  # type: ignore[misc]
        into = (
            "counted"
            if code in HEADLINE_STATUSES
            else "under review"
            if code in ("unassessed", "reported", "contested")
            else "in no total"
        )
        rows.append(TableRow((term.label, into, _plain(value, ids, hide))))
    every = context.selected.tally.count
    rows.append(
        TableRow(
            ("All incidents in the filter", "", _plain(every, context.ids(context.selected.incidents), hide)),
            total=True,
        )
    )
    columns = (Column("Status", "text", 3.0), Column("Where it goes", "text", 2.0), Column("Incidents"))
    note = (
        "Duplicates and containing totals are in this table, but in no other number; they are named under “Left "
        "out”."
    )
    return Table(columns, tuple(rows), "Incidents by status", note)
