"""The typeface that Vigil ships, so that window and briefing look the same on every machine.

Noto Sans in three styles: all of Latin with its accents, Greek and Cyrillic. Other scripts are not in it; whoever
draws text asks first which characters a font has. Origin and licence are in README.md beside this file.
"""

from __future__ import annotations

from pathlib import Path

FAMILY = "Noto Sans"
STYLES = ("Regular", "Bold", "Italic")


def font_file(style: str = "Regular") -> Path:
    """The TrueType file of one of the STYLES."""
    if style not in STYLES:
        raise ValueError(f"no font style {style!r}; there are {', '.join(STYLES)}")
    return Path(__file__).parent / f"NotoSans-{style}.ttf"
