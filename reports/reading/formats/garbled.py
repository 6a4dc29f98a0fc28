"""Text that was read in a wrong encoding before it reached us ("mojibake"): UTF-8 taken for Windows-1252."""

from __future__ import annotations

import re

# The characters that the bytes 80 to FF become in Latin-1 and in Windows-1252.
_BYTE_OF = {chr(value): value for value in range(0x80, 0x100)}
_BYTE_OF |= {
    sign: value for value in range(0x80, 0x100) if (sign := bytes([value]).decode("cp1252", "ignore"))
}
# A byte that had no character at all became the sign for that.
_RUN = re.compile("[" + re.escape("".join(_BYTE_OF)) + "]{2,}\ufffd?|[\xc2-\xf4]\ufffd")
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
        lost = run[0].endswith("\ufffd")
        raw = bytes(_BYTE_OF[c] for c in run[0].removesuffix("\ufffd"))
        try:
            meant = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            if not (lost and error.reason == "unexpected end of data"):
                return run[0]
            meant, lost = raw[: error.start].decode("utf-8"), True
        right += 1
        return meant + "\ufffd" * lost

    better = _RUN.sub(put_right, text)
    if right < _LEAST_RUNS or right < _LEAST_SHARE * tried:
        return text, 0
    return better, right
