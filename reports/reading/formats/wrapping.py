"""Lines that were broken to fit a width become whole paragraphs again, with hyphenated words put together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

_WIDEST, _NARROWEST = 120, 40
_NARROWEST_BLOCK = 45
_LONGEST_WORD = 80
_ITEM = re.compile(r"\s*(?:[-*•–—‣▪◦·>|]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s)")
_ENDS = re.compile(r"[.!?:;…»”’\")\]؟。]\s*$")
_BROKEN_WORD = re.compile(r"(?:^|[^\w-])([^\W\d_]{2,})[-\u2010\u00ad\u0002\ufffe]$")
_NEXT_PART = re.compile(r"([^\W\d_]{2,})")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Parts of words that keep their hyphen.
_KEEP = {
    "self",
    "non",
    "anti",
    "ex",
    "pro",
    "co",
    "pre",
    "post",
    "vice",
    "mid",
    "semi",
    "half",
    "cross",
    "well",
}


def unwrap(text: str) -> str:
    """Plain text with its hard-wrapped paragraphs joined; a text that was not wrapped comes back unchanged."""
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    groups = [(depth, list(group)) for depth, group in itertools.groupby(lines, _quoted)]
    return "\n".join(_unquoted(group) if not depth else _quotation(group, depth) for depth, group in groups)


def _quoted(line: str) -> int:
    """How often a line is quoted with ">" in front of it, as in answers to mails."""
    return line[: len(line) - len(line.lstrip("> "))].count(">")


def _quotation(lines: list[str], depth: int) -> str:
    bare = "\n".join(line.lstrip("> ") for line in lines)
    joined = _unquoted(bare.split("\n"))
    mark = "> " * depth
    return "\n".join(lines) if joined == bare else "\n".join(f"{mark}{line}" for line in joined.split("\n"))


def _unquoted(lines: list[str]) -> str:
    known = words_of(lines)
    if width := _width(lines):
        return _joined_lines(lines, width, known)
    blocks = [list(block) for _, block in itertools.groupby(lines, lambda line: bool(line.strip()))]
    return "\n".join(_joined_lines(block, _width_of_block(block), known) for block in blocks)


def _joined_lines(lines: list[str], width: int, known: set[str]) -> str:
    if not width:
        return "\n".join(lines)
    whole = [lines[0]]
    for before, now in itertools.pairwise(lines):
        if _goes_on(before, now, width):
            both = join(whole.pop(), now.strip(), known)
            whole += [both[:-_LONGEST_WORD], both[-_LONGEST_WORD:]]  # so that long paragraphs cost no more
        else:
            whole += ["\n", now]
    return "".join(whole)


def _width_of_block(block: list[str]) -> int:
    """The width that one paragraph was wrapped to, in a text with lists, addresses and signatures around it."""
    lines = [line.strip() for line in block]
    width = max(map(len, lines))
    pairs = list(itertools.pairwise(lines))
    if not pairs or not _NARROWEST_BLOCK <= width <= _WIDEST or any(_ITEM.match(line) for line in lines[1:]):
        return 0
    if any(len(before) + 1 + len(now.split(None, 1)[0]) <= width for before, now in pairs):
        return 0
    first_words = {line.split(None, 1)[0] for line in lines[:-1]}
    if len(lines) > 2 and len(first_words) <= 0.5 * (len(lines) - 1):
        return 0  # a log, or rows of data
    running = sum(not _ENDS.search(before) for before, _ in pairs)
    inside = sum(now[:1].isalpha() and not now[:1].isupper() for _, now in pairs)
    return width if running >= 0.5 * len(pairs) and inside >= 0.4 * len(pairs) else 0


def join(left: str, right: str, known: set[str]) -> str:
    """Two lines of one paragraph as one. `known` are the words of the document, in small letters."""
    left, tail = left[:-_LONGEST_WORD], left[-_LONGEST_WORD:]
    return left + _joined(tail, right, known)


def _joined(left: str, right: str, known: set[str]) -> str:
    broken, rest = _BROKEN_WORD.search(left), _NEXT_PART.match(right)
    if not broken:
        return f"{left} {right}" if not re.search(r"\w[-\u2010]$", left) else left + right
    if rest is None:
        return f"{left} {right}"
    head, tail = broken[1], rest[1]
    if left[-1] not in "-\u2010" or _one_word(head, tail, known):
        return left[:-1] + right
    return f"{left[:-1]}-{right}"


def words_of(lines: Iterable[str]) -> set[str]:
    """The words that stand whole in some line, in small letters."""
    known: set[str] = set()
    cut = False
    for line in lines:
        words = _WORD.findall(line)
        begin = 1 if cut else 0
        cut = line.rstrip().endswith(("-", "\u2010", "\u00ad"))
        known.update(word.casefold() for word in words[begin : len(words) - cut])
    return known


def _one_word(head: str, tail: str, known: set[str]) -> bool:
    """Whether a hyphen at a line's end was put there by the setting, not by the writer."""
    if not tail[0].islower():
        return False
    small, rest = head.casefold(), tail.casefold()
    if small + rest in known:
        return True
    if f"{small}-{rest}" in known or small in _KEEP:
        return False
    return not (small in known and rest in known)


def _width(lines: list[str]) -> int:
    """The width that the text was wrapped to; 0 where it was not."""
    pairs = [
        (before.rstrip(), now.strip())
        for before, now in itertools.pairwise(lines)
        if before.strip() and now.strip() and not _ITEM.match(now)
    ]
    lengths = sorted(len(before) for before, _ in pairs if len(before) <= _WIDEST)
    if not lengths or len(lengths) < 0.8 * len(pairs):
        return 0
    width = lengths[int(len(lengths) * 0.98)]
    if width < _NARROWEST:
        return 0
    full = [(before, now) for before, now in pairs if len(before) + 1 + len(now.split(None, 1)[0]) > width]
    running = [pair for pair in full if not _ENDS.search(pair[0])]
    # Full lines that mostly break off in mid-sentence: wrapped. A list of short lines, a poem, an address: not.
    enough = len(running) >= 2 or (len(running) == 1 and running[0][1][0].islower())
    return width if enough and len(full) >= 0.6 * len(pairs) and len(running) >= 0.5 * len(full) else 0


def _goes_on(before: str, now: str, width: int) -> bool:
    """Whether the second line belongs to the paragraph of the first: its first word would not have fitted."""
    if not before.strip() or not now.strip() or _ITEM.match(now):
        return False
    deeper = len(now) - len(now.lstrip()) > len(before) - len(before.lstrip())
    if deeper and _ENDS.search(before) and not _ITEM.match(before):
        return False
    return len(before.rstrip()) + 1 + len(now.split(None, 1)[0]) > width
