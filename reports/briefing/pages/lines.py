"""Breaks text into lines that fit a width. Plain text only: nothing in it can act as markup.

Linear in the length of the text. A plain line is a `str`; a line of several looks, or with marks for characters that
no font has, is a tuple of pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reports.briefing.pages.cleaning import clean
from reports.briefing.pages.glyphs import Cut, cuts, script_of
from reports.briefing.pages.style import Colour, Style

MARK = "mark"  # the cut of a piece that is a drawn mark
MARK_SIZE = 0.78  # of the type size
MARK_PADDING = 2.4  # points on either side of the words of a mark
_BREAK_AFTER = frozenset("/-_.,;:?&=+)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look; empty values take those of the paragraph."""

    text: str
    cut: str = ""
    colour: Colour | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run's part on one line. width in points."""

    text: str
    cut: str
    colour: Colour | None
    url: str
    width: float


Line = str | tuple[Piece, ...]


@dataclass(slots=True)
class Missing:
    """What could not be printed: characters by script, and the places where they stand."""

    counts: dict[str, int] = field(default_factory=dict)
    where: dict[str, None] = field(default_factory=dict)

    def note(self, script: str, number: int, where: str) -> None:
        """Remember that `number` characters of `script` at `where` were replaced by a mark."""
        self.counts[script] = self.counts.get(script, 0) + number
        if where:
            self.where.setdefault(where)


class Typesetter:
    """Breaks lines with the shipped fonts and keeps account of what they cannot print."""

    def __init__(self) -> None:
        self.cuts: dict[str, Cut] = cuts()
        self.missing = Missing()
        self.where = ""
        self.counting = True

    def width(self, text: str, style: Style) -> float:
        """Width in points of text that was cleaned already."""
        return self.cuts[style.face].width(text) * style.size / 1000

    def lines(self, text: str, style: Style, width: float) -> list[Line]:
        """The lines of a text, with its own line breaks kept."""
        text = clean(text)
        cut = self.cuts[style.face]
        if not cut.printable.issuperset(text.replace("\n", "")):
            return self.mixed([Run(text)], style, width)
        room = width * 1000 / style.size
        found: list[Line] = []
        for paragraph in text.split("\n"):
            _fill(paragraph, cut, room, found)
        return found

    def mixed(self, runs: Iterable[Run], style: Style, width: float) -> list[Line]:
        """The lines of a paragraph made of runs."""
        found: list[Line] = []
        filler = _Filler(width, self.cuts["regular"].width(" ") * style.size / 1000)
        for run in runs:
            cut = run.cut or style.face
            # Clean text keeps its edges here: a run may begin or end with the space before the next.
            text = clean(run.text)
            for part, script in self._parts(text, self.cuts[cut]):
                if script:
                    filler.word(self._mark(part, script, style), glued=False)
                    continue
                self._words(part, run, cut, style, filler)
        found += filler.finished()
        return found

    def _words(self, text: str, run: Run, cut: str, style: Style, filler: _Filler) -> None:
        scale = style.size / 1000
        measure = self.cuts[cut].width
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                filler.end_line()
            for place, word in enumerate(paragraph.split(" ")):
                if place:
                    filler.space()
                if not word:
                    continue
                wide = measure(word) * scale
                if wide <= filler.width:
                    filler.word(Piece(word, cut, run.colour, run.url, wide), glued=True)
                    continue
                for part in _broken(word, self.cuts[cut], filler.width / scale):
                    filler.word(Piece(part, cut, run.colour, run.url, measure(part) * scale), glued=False)

    def _parts(self, text: str, cut: Cut) -> list[tuple[str, str]]:
        """The text cut into (printable, "") and (not printable, script) stretches."""
        bad = set(text) - cut.printable - {"\n"}
        if not bad:
            return [(text, "")]
        letters = "[" + "".join(re.escape(character) for character in bad) + "]"
        stretches = re.split(f"({letters}+(?: +{letters}+)*)", text)
        return [
            (part, script_of(part[0]) if place % 2 else "") for place, part in enumerate(stretches) if part
        ]

    def _mark(self, text: str, script: str, style: Style) -> Piece:
        """A drawn mark that stands for text which no font can print."""
        number = len(text.replace(" ", ""))
        if self.counting:
            self.missing.note(script, number, self.where)
        if number <= 2:
            label = " ".join(f"U+{ord(character):04X}" for character in text if character != " ")
        else:
            label = f"{script}: {number:,} characters"
        wide = self.cuts["regular"].width(label) * style.size * MARK_SIZE / 1000 + 2 * MARK_PADDING
        return Piece(label, MARK, None, "", wide)


def _fill(paragraph: str, cut: Cut, room: float, found: list[Line]) -> None:
    """Add the lines of one paragraph; widths in thousandths of the type size."""
    measure = cut.width
    space = measure(" ")
    line: list[str] = []
    used = 0.0
    for word in paragraph.split(" "):
        if not word:
            continue
        wide = measure(word)
        if used + wide <= room:
            line.append(word)
            used += wide + space
            continue
        if line:
            found.append(" ".join(line))
        if wide > room:
            *whole, last = _broken(word, cut, room)
            found.extend(whole)
            line, used = [last], measure(last) + space
        else:
            line, used = [word], wide + space
    found.append(" ".join(line))


def _broken(word: str, cut: Cut, room: float) -> Sequence[str]:
    """A word that is wider than a line, in parts that fit; broken after punctuation where there is some near."""
    ends = list(accumulate(cut.width(character) for character in word))
    parts, start, before = [], 0, 0.0
    while start < len(word):
        end = max(start + 1, bisect_right(ends, before + room, lo=start))
        if end < len(word):
            near = next(
                (n for n in range(end, max(start + 1, end - 24), -1) if word[n - 1] in _BREAK_AFTER), end
            )
            end = near
        parts.append(word[start:end])
        start, before = end, ends[end - 1]
    return parts


class _Filler:
    """Puts pieces on lines, keeping glued ones (no space between) together."""

    def __init__(self, width: float, space: float) -> None:
        self.width = width
        self._space = space
        self._lines: list[Line] = []
        self._line: list[Piece] = []
        self._used = 0.0
        self._unit: list[Piece] = []
        self._gap = False  # a space is due before the unit that is being collected
        self._pending = False

    def space(self) -> None:
        """A space follows: what was collected is a whole word."""
        self._flush()
        self._pending = True

    def word(self, piece: Piece, *, glued: bool) -> None:
        """Add a piece; glued pieces stick to the one before unless a space came between."""
        if not glued or self._wide(self._unit) + piece.width > self.width:
            self._flush()
        if not self._unit:
            self._gap, self._pending = self._pending, False
        self._unit.append(piece)

    @staticmethod
    def _wide(pieces: list[Piece]) -> float:
        return sum(piece.width for piece in pieces)

    def _flush(self) -> None:
        if not self._unit:
            return
        wide = self._wide(self._unit)
        gap = self._space if self._gap and self._line else 0.0
        if self._line and self._used + gap + wide > self.width:
            self._break()
            gap = 0.0
        first = self._unit[0]
        if gap and self._line:
            last = self._line[-1]
            if (last.cut, last.colour, last.url) == (
                first.cut,
                first.colour,
                first.url,
            ) and first.cut != MARK:
                self._line[-1] = Piece(
                    f"{last.text} {first.text}",
                    last.cut,
                    last.colour,
                    last.url,
                    last.width + gap + first.width,
                )
                self._unit = self._unit[1:]
            else:
                self._line.append(Piece(" ", "regular", None, "", gap))
        self._line += self._unit
        self._used += gap + wide
        self._unit = []

    def _break(self) -> None:
        self._lines.append(tuple(self._line))
        self._line, self._used = [], 0.0

    def end_line(self) -> None:
        """The paragraph's own line break."""
        self._flush()
        self._pending = False
        self._break()

    def finished(self) -> list[Line]:
        """All lines."""
        self._flush()
        self._break()
        return self._lines
