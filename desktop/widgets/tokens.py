"""The colours, spaces and type sizes that everything in the window is made of; no Qt in here.

Every pair of text and ground named in `TEXT_ON` reaches a contrast of 4.5 to 1 and every control edge 3 to 1
(WCAG 2.2, success criteria 1.4.3 and 1.4.11); a test computes them.
"""

from __future__ import annotations

from typing import NamedTuple

# Space between things, in device independent pixels; other distances are not used.
XS, S, M, L, XL = 4, 8, 12, 16, 24
RADIUS = 3
CONTROL_HEIGHT = 28
ROW_HEIGHT = 28
# Sizes of text as factors of the interface font.
TYPE_SCALE = {"caption": 0.9, "body": 1.0, "heading": 1.1, "title": 1.35, "display": 1.8}


class Tone(NamedTuple):
    """The colours of one badge: ground, text (also of the shape in it) and outline."""

    ground: str
    text: str
    edge: str


class Tokens(NamedTuple):
    """One colour scheme as #RRGGBB.

    canvas lies behind the panes, surface behind content, sunken behind every other row and quiet areas;
    line separates, edge outlines controls; accent is the one colour that asks for attention.
    """

    dark: bool
    canvas: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    text: str
    soft: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    selection_quiet: str
    focus: str
    danger: str
    danger_ground: str
    warning: str
    warning_ground: str
    good: str
    good_ground: str
    grey_tone: Tone
    amber_tone: Tone
    blue_tone: Tone
    green_tone: Tone
    purple_tone: Tone
    orange_tone: Tone


LIGHT = Tokens(
    dark=False,
    canvas="#EDF0F4",
    surface="#FFFFFF",
    sunken="#F6F8FA",
    hover="#E6EBF2",
    line="#D3DAE3",
    edge="#76828F",
    text="#1A2430",
    soft="#525E6E",
    disabled="#8A94A3",
    accent="#1F3A5F",
    accent_hover="#2B4C79",
    accent_pressed="#162A46",
    on_accent="#FFFFFF",
    selection="#D3E1F2",
    selection_quiet="#E2E8F0",
    focus="#2C6CB5",
    danger="#A11D1D",
    danger_ground="#FBEAEA",
    warning="#7A4A00",
    warning_ground="#FDF3DC",
    good="#1C6236",
    good_ground="#E6F3EA",
    grey_tone=Tone("#EBEEF2", "#4A5666", "#76828F"),
    amber_tone=Tone("#FFFFFF", "#7A4A00", "#B57B1B"),
    blue_tone=Tone("#DCE8F6", "#1B4A80", "#4A7DB8"),
    green_tone=Tone("#1C6236", "#FFFFFF", "#1C6236"),
    purple_tone=Tone("#EFE4F7", "#5D2D85", "#8F5FB8"),
    orange_tone=Tone("#FBE9DD", "#8A3B0C", "#BF6A35"),
)

DARK = Tokens(
    dark=True,
    canvas="#14181E",
    surface="#1B2129",
    sunken="#202731",
    hover="#28313D",
    line="#303A47",
    edge="#6F7C8E",
    text="#E3E8EF",
    soft="#A4B0BF",
    disabled="#6F7C8E",
    accent="#8DB4E8",
    accent_hover="#A6C5EF",
    accent_pressed="#739FD9",
    on_accent="#0E1B2C",
    selection="#2A4568",
    selection_quiet="#2A3544",
    focus="#8DB4E8",
    danger="#F4A6A1",
    danger_ground="#3A2124",
    warning="#EDC27A",
    warning_ground="#362B18",
    good="#90D3A6",
    good_ground="#1B3325",
    grey_tone=Tone("#2A323D", "#B4BECB", "#6F7C8E"),
    amber_tone=Tone("#1B2129", "#EDC27A", "#B98A3C"),
    blue_tone=Tone("#22395A", "#B7D2F5", "#5B8AC4"),
    green_tone=Tone("#8CCFA3", "#0C2415", "#8CCFA3"),
    purple_tone=Tone("#3A2850", "#DCC3F2", "#9A74C4"),
    orange_tone=Tone("#432A1B", "#F2BE9B", "#BF7A4C"),
)

# Text colour on ground colour, by attribute name: what the contrast test goes through.
TEXT_ON = (
    *((text, ground) for text in ("text", "soft") for ground in ("canvas", "surface", "sunken", "hover")),
    *(("text", ground) for ground in ("selection", "selection_quiet")),
    *(("accent", ground) for ground in ("canvas", "surface", "sunken")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *(("danger", ground) for ground in ("danger_ground", "surface", "canvas")),
    *(("warning", ground) for ground in ("warning_ground", "surface", "canvas")),
    *(("good", ground) for ground in ("good_ground", "surface", "canvas")),
    *(("text", ground) for ground in ("danger_ground", "warning_ground", "good_ground")),
)


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio of two #RRGGBB colours, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
