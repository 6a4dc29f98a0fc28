"""The content of a briefing as a tree of plain values: what is said, in which order, from which incidents.

No node knows a page, a font or a file format, so several writers can share one tree. Every number carries the
incidents that it was counted from. Text here may come from the record: writers must print it as text and nothing
else. All text is unshaped, uncleaned Unicode.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

Ids = tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and what it was counted from. value is None where the text is no number (a dash, "<5")."""

    text: str
    value: int | None = None
    ids: Ids = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its text, as in the masthead."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who speaks, of what, as of when, and by which filter."""

    organisation: str
    title: str
    number: str
    as_of: str
    period: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. kind: "body", "lead", "note"."""

    text: str
    kind: str = "body"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A sentence with the references of the incidents it speaks of and, where apt, their status code."""

    text: str
    refs: tuple[str, ...] = ()
    status: str = ""
    ids: Ids = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """One key figure: one or two large numbers, what they count, how sure that is."""

    numbers: tuple[Number, ...]
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """The strip of key figures."""

    items: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column. kind: "text", "number", "aside" (a number that is no part of the totals)."""

    label: str
    kind: str = "number"
    weight: float = 1.0


Cell = Number | str


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells of one row; the total row stands below a rule."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns, with what its marks mean below it. kind: "figures" or "legend"."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    title: str = ""
    note: str = ""
    kind: str = "figures"


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """What one report says: source is the number in the list of sources, None without a report."""

    source: int | None
    grade: str
    stance: str
    said: str
    quote: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident as it is printed, redacted already.

    `told` are paragraphs of text, `facts` the coded facts in a few words, `claims` who says so.
    """

    id: UUID
    ref: str
    status: str
    grade: str
    grade_suggested: bool = False
    type: str
    title: str
    date: str
    place: str
    people: str
    facts: tuple[Fact, ...] = ()
    told: tuple[str, ...] = ()
    claims: tuple[ClaimLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """Incidents one by one."""

    items: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One numbered source. address is printed; url, set for web and mail addresses only, is where it leads."""

    number: int
    publisher: str
    text: str
    address: str = ""
    url: str = ""
    cited: Ids = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """The list that [n] refers to."""

    items: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Where the writer says which characters it could not print, and in which incidents."""


Block = Text | Bullets | Tiles | Table | Entries | Sources | Unprinted


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part. key is lasting ("highlights"); an empty one says so instead of vanishing."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A whole briefing, ready for a writer.

    Attributes: tlp, profile: what header and footer must say; stamp: the line of the footer; incidents: every
    incident of the filter in order; single: those that are told one by one.
    """

    masthead: Masthead
    sections: tuple[Section, ...]
    tlp: str
    profile: str
    stamp: str
    subject: str
    as_of_utc: tuple[int, int, int, int, int, int]
    language: str = "en"
    incidents: Ids = ()
    single: Ids = ()

    def section(self, key: str) -> Section:
        """The section with this key."""
        return next(section for section in self.sections if section.key == key)


@dataclass(slots=True)
class Citations:
    """Numbers the reports in the order in which they are first cited."""

    numbers: dict[UUID, int] = field(default_factory=dict)
    cited: dict[UUID, list[UUID]] = field(default_factory=dict)

    def cite(self, report: UUID, incident: UUID) -> int:
        """The number of a report, given to it now if it has none."""
        number = self.numbers.setdefault(report, len(self.numbers) + 1)
        cited = self.cited.setdefault(report, [])
        if not cited or cited[-1] != incident:
            cited.append(incident)
        return number
