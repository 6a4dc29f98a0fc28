"""What a new version of a text says otherwise: sentences that stayed, that are new, and that are gone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from incidents.record.suggestion import Passage

EQUAL, ADDED, REMOVED = "equal", "added", "removed"
# Where a sentence ends, with the space behind it. Looking back keeps a million full stops from being read twice.
_END = re.compile(r"(?<![.!?…؟।])[.!?…؟।]+[\"'”’»)\]]*\s+|。|\n\s*")
# Between two sentences that both texts have once, this many pairs are compared; more would take seconds.
_MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text. kind: "equal", "added" or "removed".

    before, after: where it stands in the earlier and in the later text; None where it does not.
    """

    kind: str
    before: Passage | None
    after: Passage | None


def what_changed(before: str, after: str) -> tuple[Stretch, ...]:
    """All stretches in reading order, removed before added; together they are both texts whole."""
    if before == after:
        return (Stretch(EQUAL, Passage(0, len(before)), Passage(0, len(after))),) if before else ()
    old, new = _sentences(before), _sentences(after)
    return tuple(_joined(_stretches(before, old, after, new)))


def share_kept(stretches: Sequence[Stretch]) -> float:
    """How much of the later text was in the earlier one, 0 to 1."""
    lengths = Counter[str]()
    for stretch in stretches:
        if stretch.after is not None:
            lengths[stretch.kind] += stretch.after.end - stretch.after.start
    total = lengths.total()
    return lengths[EQUAL] / total if total else 1.0


def _sentences(text: str) -> list[Passage]:
    """The text cut into sentences, nothing left out."""
    ends = [match.end() for match in _END.finditer(text)]
    if text and (not ends or ends[-1] < len(text)):
        ends.append(len(text))
    return [Passage(start, end) for start, end in zip([0, *ends], ends, strict=False)]


def _stretches(before: str, old: list[Passage], after: str, new: list[Passage]) -> Iterator[Stretch]:
    left = [" ".join(passage.of(before).split()) for passage in old]
    right = [" ".join(passage.of(after).split()) for passage in new]
    for kind, i1, i2, j1, j2 in _compared(left, right):
        if kind == EQUAL:
            for one, other in zip(old[i1:i2], new[j1:j2], strict=True):
                yield Stretch(EQUAL, one, other)
        else:
            for passage in old[i1:i2]:
                yield Stretch(REMOVED, passage, None)
            for passage in new[j1:j2]:
                yield Stretch(ADDED, None, passage)


def _compared(left: list[str], right: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Ranges that are equal or not; what both begin and end with is equal without a search."""
    head, shorter = 0, min(len(left), len(right))
    while head < shorter and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < shorter - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    if head:
        yield EQUAL, 0, head, 0, head
    end, stop = len(left) - tail, len(right) - tail
    i, j = head, head
    for here, there in [*_anchors(left[head:end], right[head:stop]), (end - head, stop - head)]:
        yield from _between(left, right, (i, head + here), (j, head + there))
        if head + here < end:
            yield EQUAL, head + here, head + here + 1, head + there, head + there + 1
        i, j = head + here + 1, head + there + 1
    if tail:
        yield EQUAL, end, len(left), stop, len(right)


def _anchors(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """Sentences that both have exactly once, as many as stand in the same order ("patience diff")."""
    once = {word for word, number in Counter(left).items() if number == 1}
    once &= {word for word, number in Counter(right).items() if number == 1}
    there = {word: at for at, word in enumerate(right) if word in once}
    pairs = [(at, there[word]) for at, word in enumerate(left) if word in once]
    # The longest rising sequence: for each length the pair with the lowest end, and who came before it.
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        ends[length : length + 1] = [at]
        tops[length : length + 1] = [number]
        before.append(tops[length - 1] if length else -1)
    chain, number = [], tops[-1] if tops else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _between(
    left: list[str], right: list[str], old: tuple[int, int], new: tuple[int, int]
) -> Iterator[tuple[str, int, int, int, int]]:
    """What changed between two anchors."""
    (i, k), (j, m) = old, new
    if (k - i) * (m - j) > _MOST_PAIRS:
        yield "replace", i, k, j, m
        return
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, left[i:k], right[j:m], autojunk=False).get_opcodes():
        yield kind, i + i1, i + i2, j + j1, j + j2


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one kind made one."""
    last: Stretch | None = None
    for stretch in stretches:
        if last is not None and last.kind == stretch.kind:
            last = Stretch(last.kind, _span(last.before, stretch.before), _span(last.after, stretch.after))
            continue
        if last is not None:
            yield last
        last = stretch
    if last is not None:
        yield last


def _span(first: Passage | None, second: Passage | None) -> Passage | None:
    return Passage(first.start, second.end) if first and second else first or second
