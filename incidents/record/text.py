"""Text as the record keeps it: readable, in one normal form, unable to hide or reorder what stands beside it.

Removed or replaced are control characters, lone surrogates and noncharacters (Unicode), overrides of the
writing direction (their use to disguise text is known as "trojan source") and heaps of combining marks.
Everything a human language needs stays: joiners, direction marks, balanced isolates. Nothing is ever cut.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Vigil's limits, in characters.
LINE_LIMIT = 500
TEXT_LIMIT = 1_000_000
# No living script stacks more marks on a letter.
MARKS_PER_LETTER = 8

_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb]")
_BROKEN = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
# Marks are neither letters nor space; which of a long run really are marks is looked up.
_MANY_MARKS = re.compile(rf"[^\w\s!-/:-@\[-`{{-~]{{{MARKS_PER_LETTER + 1},}}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text and what had to be done to it.

    Attributes:
        text: the text to keep, never shortened.
        replaced: what was taken out or replaced, in words for the user; empty for ordinary text.
        over: number of characters over the limit, 0 when the text fits.
    """

    text: str
    replaced: tuple[str, ...] = ()
    over: int = 0


def clean_text(text: str) -> str:
    """The text in normal form, paragraphs kept."""
    return examine(text).text


def clean_line(text: str) -> str:
    """The text in normal form on one line, spaces made single."""
    return examine(text, line=True).text


def examine(text: str, *, line: bool = False, limit: int | None = None) -> Cleaned:
    """Cleans a text and tells what was replaced and whether it is too long."""
    replaced = []
    kept = _BREAKS.sub("\n", text)
    for what, pattern, by in _REPLACED:
        kept, times = pattern.subn(by, kept)
        if times:
            replaced.append(what)
    kept = unicodedata.normalize("NFC", kept)
    fewer = _MANY_MARKS.sub(_fewer_marks, kept)
    balanced = "\n".join(_balanced(part) for part in fewer.split("\n")) if _ISOLATES.search(fewer) else fewer
    if fewer != kept:
        replaced.append("heaps of marks above or below letters")
    if balanced != fewer:
        replaced.append("unfinished changes of the writing direction")
    kept = " ".join(balanced.split()) if line else balanced.strip()
    most = limit or (LINE_LIMIT if line else TEXT_LIMIT)
    return Cleaned(kept, tuple(replaced), max(0, len(kept) - most))


_REPLACED = (
    ("characters that are no text", _BROKEN, "\ufffd"),
    ("control characters", _CONTROLS, ""),
    ("hidden changes of the writing direction", _OVERRIDES, ""),
)


def _fewer_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for letter in run[0]:
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if marks <= MARKS_PER_LETTER:
            kept.append(letter)
    return "".join(kept)


def _balanced(line: str) -> str:
    """Every isolate (U+2066-2068) of a paragraph is closed in it, and no U+2069 stands alone."""
    kept, depth = [], 0
    for letter in line:
        if letter == "\u2069":
            if depth == 0:
                continue
            depth -= 1
        elif "\u2066" <= letter <= "\u2068":
            depth += 1
        kept.append(letter)
    return "".join(kept) + "\u2069" * depth
