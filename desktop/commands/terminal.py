"""What goes to a terminal or a pipe: text that can neither move the cursor nor hide or reorder what stands beside it.

Names of files, words of the call and values of a case may come from somebody else. Control characters could be
commands to the terminal (ECMA-48) and overrides of the writing direction disguise text; both are shown as escapes.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from typing import Any

MOST = 2000  # characters of an error's line; no sentence of ours is longer, but what it quotes may be

_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufeff\ufff9-\ufffb\ud800-\udfff]")
# Everything above that JSON would write as it is, and line ends that are none in JSON.
_HIDDEN_IN_JSON = re.compile(
    "[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def one_line(text: str, most: int | None = None) -> str:
    """The text on one line, what is invisible or a command shown as an escape such as \\x1b."""
    from incidents.record.text import clean_line

    if most is not None and len(text) > most:
        text = text[:most] + "…"
    return clean_line(_HIDDEN.sub(_escape, text))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def cell(text: str, most: int) -> str:
    """One line of at most `most` columns of a terminal, cut with a sign when it is longer."""
    line = one_line(text, 4 * most)
    if width(line) <= most:
        return line
    kept = ""
    for letter in line:
        if width(kept + letter) > most - 1:
            break
        kept += letter
    return one_line(kept) + "…"


def width(text: str) -> int:
    """Columns that a terminal needs for a text: two for wide letters, none for marks (Unicode annex 11)."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def as_json(value: Any) -> str:
    """JSON in readable letters of any script; what a terminal would obey or hide is written as \\u escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return _HIDDEN_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say(text: str) -> None:
    """Print one line of output."""
    print(one_line(text))


def complain(text: str) -> None:
    """Print one line to standard error; when nobody can read it there is nobody to tell."""
    try:
        print(one_line(text, MOST), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return
