"""Measures, type and colours of the page. Lengths in points; colours as red, green, blue from 0 to 1.

One family in three cuts, one column of 511 pt, one blue for structure; every text colour reaches a contrast of
4.5 to 1 on its ground (WCAG 2.2, 1.4.3), which a test computes.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 595.28, 841.89  # A4
LEFT = 42.0
RIGHT = WIDTH - 42.0
CONTENT = RIGHT - LEFT
TOP = HEIGHT - 66.0  # first line of content on a page with the running head
BOTTOM = 62.0
RAIL = 96.0  # left column of an incident: date and place
GUTTER = 14.0

Colour = tuple[float, float, float]


def colour(text: str) -> Colour:
    """ "#1F3A5F" as red, green, blue."""
    return (int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255)


INK = colour("#16202C")
SOFT = colour("#55626F")
BLUE = colour("#1F3A5F")
MID = colour("#0B5A8A")
RULE = colour("#CBD3DC")
TINT = colour("#F2F5F8")
BAR = colour("#C9D8E8")
WHITE = (1.0, 1.0, 1.0)
BLACK = (0.0, 0.0, 0.0)
AMBER = colour("#8A5200")
PURPLE = colour("#5D2D85")
GREEN = colour("#1C6236")
RED = colour("#A3231B")

# Light text on black, FIRST TLP 2.0.
TLP_COLOURS = {
    "RED": colour("#FF2B2B"),
    "AMBER+STRICT": colour("#FFC000"),
    "AMBER": colour("#FFC000"),
    "GREEN": colour("#33FF00"),
    "CLEAR": colour("#FFFFFF"),
}
TLP_SIZE = 12.0

# Status: colour of shape and word; the shape differs too, so that colour is never the only sign.
STATUS_COLOURS = {
    "unassessed": SOFT,
    "reported": AMBER,
    "corroborated": MID,
    "verified": GREEN,
    "contested": PURPLE,
    "refuted": SOFT,
    "withdrawn": SOFT,
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks: cut of the font, size and line distance in points, colour."""

    face: str = "regular"
    size: float = 9.0
    leading: float = 12.8
    colour: Colour = INK


TITLE = Style("bold", 23, 28, BLUE)
TITLE_LONG = Style("bold", 15, 19, BLUE)
SUBTITLE = Style("regular", 10, 14, SOFT)
ORGANISATION = Style("bold", 8.4, 11, MID)
HEADING = Style("bold", 12, 15, BLUE)
SUBHEADING = Style("bold", 9.4, 13, INK)
LEAD = Style("regular", 10, 14.2)
BODY = Style("regular", 9, 12.8)
BODY_BOLD = Style("bold", 9, 12.8)
SMALL = Style("regular", 8, 11.2)
SMALL_SOFT = Style("regular", 8, 11.2, SOFT)
QUOTE = Style("italic", 8.4, 11.8)
NOTE = Style("regular", 7.6, 10.4, SOFT)
LABEL = Style("bold", 7.4, 10.4, SOFT)
FACT = Style("regular", 8.4, 11.8)
CELL = Style("regular", 8.4, 11)
CELL_BOLD = Style("bold", 8.4, 11)
HEAD_CELL = Style("bold", 7.4, 9.2, BLUE)
TILE = Style("bold", 20, 24, BLUE)
TILE_LABEL = Style("bold", 8.2, 11)
TILE_NOTE = Style("regular", 7.4, 9.6, SOFT)
RAIL_DATE = Style("bold", 8.4, 11, INK)
RAIL_PLACE = Style("regular", 8, 10.6, SOFT)
RAIL_REF = Style("regular", 7.4, 10.4, SOFT)
ENTRY_TITLE = Style("bold", 10, 13, INK)
RUNNING = Style("regular", 7.6, 10, SOFT)
