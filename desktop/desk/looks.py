"""How passages are set off in a report's text: a ground and a kind of underline for each family of incident types.

Nothing is told by colour alone: every family has an underline of its own, every passage the number of its card in
the margin, and every word that a field was read from an underline by what it tells.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QTextCharFormat

from desktop.widgets.tokens import Tokens

Line = QTextCharFormat.UnderlineStyle


class Ink(NamedTuple):
    """Ground of a passage, ground of the current one, and the line beneath; text stands on both grounds."""

    ground: str
    strong: str
    line: str


class Family(NamedTuple):
    """Incident types that are shown alike."""

    name: str
    types: tuple[str, ...]
    underline: Line
    light: Ink
    dark: Ink

    @property
    def label(self) -> str:
        """Its name in the legend."""
        return QCoreApplication.translate("families", self.name)

    def ink(self, colours: Tokens) -> Ink:
        """Its colours in a scheme."""
        return self.dark if colours.dark else self.light


FAMILIES = (
    Family(
        "held or taken",
        ("detention", "abduction", "forced_recruitment"),
        Line.DashUnderline,
        Ink("#F1E8F8", "#DFC9F0", "#7A45A6"),
        Ink("#2E2440", "#4A3568", "#B796DC"),
    ),
    Family(
        "harmed",
        ("torture", "killing", "injury", "sexual_violence", "attack"),
        Line.WaveUnderline,
        Ink("#FBEBDF", "#F6CFB0", "#A84A12"),
        Ink("#3A281D", "#5E3B24", "#E8A878"),
    ),
    Family(
        "moved",
        ("forced_transfer", "displacement", "evacuation", "return"),
        Line.SingleUnderline,
        Ink("#E3EDF9", "#BFD7F2", "#2865AD"),
        Ink("#1F304A", "#2F4C77", "#8DBAF0"),
    ),
    Family(
        "freed",
        ("release",),
        Line.DotLine,
        Ink("#E3F3E8", "#BCE2C8", "#23703F"),
        Ink("#1C3426", "#2A5238", "#85D3A0"),
    ),
    Family(
        "kept from aid",
        ("aid_obstruction",),
        Line.DashDotLine,
        Ink("#FBF2D8", "#F3DC9C", "#7D5900"),
        Ink("#35301A", "#574C1E", "#E3C56B"),
    ),
)
_BY_TYPE = {code: family for family in FAMILIES for code in family.types}


def family_of(kind: str) -> Family:
    """The family of an incident type; an unknown one is shown as harm."""
    return _BY_TYPE.get(kind, FAMILIES[1])


class Told(NamedTuple):
    """What a marked word tells. The event itself is shown the other way round: light on dark."""

    name: str
    underline: Line

    @property
    def label(self) -> str:
        """Its name in the legend."""
        return QCoreApplication.translate("told", self.name)


TOLD = {
    "event": Told("what happened", Line.NoUnderline),
    "place": Told("place", Line.SingleUnderline),
    "date": Told("date", Line.DashUnderline),
    "people": Told("how many", Line.DotLine),
    "claimed_by": Told("who says so", Line.WaveUnderline),
    "status": Told("whether it took place", Line.DashDotLine),
}


def passage_format(family: Family, colours: Tokens) -> QTextCharFormat:
    """A passage that some suggestion was read from."""
    ink, made = family.ink(colours), QTextCharFormat()
    made.setBackground(QColor(ink.ground))
    made.setUnderlineStyle(family.underline)
    made.setUnderlineColor(QColor(ink.line))
    return made


def current_format(family: Family, colours: Tokens) -> QTextCharFormat:
    """The passage of the current card."""
    made = QTextCharFormat()
    made.setBackground(QColor(family.ink(colours).strong))
    made.setForeground(QColor(colours.text))
    return made


def told_format(kind: str, family: Family, colours: Tokens) -> QTextCharFormat:
    """A word of the current passage that a field was read from."""
    ink, made = family.ink(colours), QTextCharFormat()
    if kind == "event":
        made.setBackground(QColor(ink.line))
        made.setForeground(QColor(colours.surface))
        return made
    made.setBackground(QColor(ink.strong))
    made.setForeground(QColor(colours.text))
    made.setUnderlineStyle(TOLD[kind].underline if kind in TOLD else Line.SingleUnderline)
    made.setUnderlineColor(QColor(colours.text))
    return made


def quiet_format(colours: Tokens) -> QTextCharFormat:
    """A passage that has been dealt with."""
    made = QTextCharFormat()
    made.setUnderlineStyle(Line.DotLine)
    made.setUnderlineColor(QColor(colours.edge))
    return made


def change_format(colours: Tokens) -> QTextCharFormat:
    """Words that a new version of a report has and the earlier one had not."""
    made = QTextCharFormat()
    made.setBackground(QColor(colours.good_ground))
    made.setUnderlineStyle(Line.SingleUnderline)
    made.setUnderlineColor(QColor(colours.good))
    return made
