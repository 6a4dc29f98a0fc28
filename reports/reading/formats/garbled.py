"""Text that was read in a wrong encoding before it reached us ("mojibake"): UTF-8 taken for Windows-1252."""

from __future__ import annotations

import re

# The characters that the bytes 80 to FF become in Windows-1252, the five that it leaves empty included.
_BYTE_OF = {bytes([value]).decode("cp1252", "ignore") or chr(value): value for value in range(0x80, 0x100)}
_RUN = re.compile("[" + re.escape("".join(_BYTE_OF)) + "]{2,}")
_LEAST_RUNS, _LEAST_SHARE = 2, 0.7


def repair(text: str) -> tuple[str, int]:
    """The text put right, and how many runs of letters were garbled; 0 and the same text where none were.

    A single "Ã©" may be meant. Only where most runs of such signs are UTF-8 in disguise is it taken for an accident.
    """
    repaired = 0
    for _ in range(2):  # some texts went through the mill twice
        better, runs = _once(text)
        if not runs:
            break
        text, repaired = better, repaired + runs
    return text, repaired


def _once(text: str) -> tuple[str, int]:
    if not any(lead in text for lead in "ÃÂâÐÑØÙÎÏÅÄ×"):
        return text, 0
    tried = right = 0

    def put_right(run: re.Match[str]) -> str:
        nonlocal tried, right
        tried += 1
        try:
            meant = bytes(_BYTE_OF[c] for c in run[0]).decode("utf-8")
        except UnicodeDecodeError:
            return run[0]
        right += 1
        return meant

    better = _RUN.sub(put_right, text)
    if right < _LEAST_RUNS or right < _LEAST_SHARE * tried:
        return text, 0
    return better, right
