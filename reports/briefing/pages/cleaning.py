"""Makes any text fit to print: no control codes, no hidden direction changes, no lone halves of characters.

What has no picture (controls, direction marks, byte order marks) is taken out. What has one but cannot be printed
by the shipped fonts stays, and is marked by `glyphs`.
"""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS = 4  # combining marks that one letter may carry; written languages stay below

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NEEDS_CLEANING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0300-\u036f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff\U0001fffe\U0001ffff\U000ffffe-\U0010ffff]"
)
_BROKEN = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000ffffe\U000fffff\U0010fffe\U0010ffff]"
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
_MANY_MARKS = re.compile(f"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{MAX_MARKS}}})"
                         "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_SAME_TO_THE_EYE = str.maketrans(
    {"\u2212": "\u2013", "\u2010": "-", "\u2011": "-", "\t": "    ", "\u202f": "\xa0"}
    | dict.fromkeys(
        "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000", " "
    )
)


def clean(text: str) -> str:
    """The text as it can be printed, with its line breaks."""
    text = _LINE_ENDS.sub("\n", text)
    if _NEEDS_CLEANING.search(text):
        text = _BROKEN.sub("\ufffd", text)
        text = _INVISIBLE.sub("", text)
        text = _MANY_MARKS.sub(r"\1", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _BLANK_LINES.sub("\n\n", text.translate(_SAME_TO_THE_EYE)).strip("\n")


def clean_line(text: str) -> str:
    """The text on one line."""
    return " ".join(clean(text).split("\n")) if text else ""
