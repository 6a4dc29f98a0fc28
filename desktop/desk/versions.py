"""What a new version of a report says that the earlier one did not, and the other way round, as the desk shows it."""

from __future__ import annotations

from incidents.record.changes import ADDED, REMOVED, what_changed
from incidents.record.suggestion import Passage


def changes(before: str, now: str) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    """Passages of `now` that are new, and what of `before` is gone, as text; white space around them left out."""
    stretches = what_changed(before, now)
    fresh = [_trimmed(one.after, now) for one in stretches if one.kind == ADDED and one.after]
    gone = [
        " ".join(one.before.of(before).split()) for one in stretches if one.kind == REMOVED and one.before
    ]
    return tuple(one for one in fresh if one.start < one.end), tuple(filter(None, gone))


def _trimmed(passage: Passage, text: str) -> Passage:
    words = passage.of(text)
    start = passage.start + len(words) - len(words.lstrip())
    return Passage(start, start + len(words.strip()))
