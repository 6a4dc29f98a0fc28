"""The JSON that `vigil add --json` is given: read with distrust, refused whole with one sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from incidents.errors import VigilError
from incidents.record.draft import IncidentDraft
from incidents.record.wire import WireProblem, draft_from_json

_LARGEST = 200_000_000  # bytes; a hundred thousand incidents are about as much
_DIGITS = 30  # of a whole number; no count is longer


def drafts_in(name: str) -> list[IncidentDraft]:
    """The incidents of a file, or of standard input for "-": one object, a list, or what `vigil list --json` wrote."""
    called = "The standard input" if name == "-" else f"“{name}”"
    content = _parsed(_read(name, called), called)
    if isinstance(content, Mapping) and isinstance(content.get("incidents"), list):
        content = content["incidents"]
    if not isinstance(content, list):
        content = [content]
    if not content:
        raise VigilError(f"{called} holds no incident.")
    drafts = []
    for number, item in enumerate(content, start=1):
        try:
            drafts.append(draft_from_json(item))
        except WireProblem as error:
            raise (WireProblem(f"Incident {number}: {error}") if len(content) > 1 else error) from error
    return drafts


def _read(name: str, called: str) -> bytes:
    try:
        if name == "-":
            if sys.stdin is None:
                raise VigilError(
                    "The standard input is closed. Name a file, or send the JSON through a pipe."
                )
            data = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with open(Path(name), "rb") as file:
                data = file.read(_LARGEST + 1)
    except OSError as error:
        raise VigilError(f"{called} cannot be read: {error.strerror or error}.") from error
    if len(data) > _LARGEST:
        raise VigilError(f"{called} is larger than {_LARGEST // 1_000_000} MB. Split it into several files.")
    return data


def _parsed(data: bytes, called: str) -> Any:
    try:
        # UTF-8, or what Windows makes of it: with a mark in front, or UTF-16.
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        raise VigilError(f"{called} is no text in UTF-8 (byte {error.start + 1:,} is not).") from error
    try:
        return json.loads(text, object_pairs_hook=_once, parse_int=_whole, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise VigilError(f"{called} is no valid JSON: {error.msg} at {where}.") from error
    except RecursionError as error:
        raise VigilError(f"{called} is no list of incidents: it is nested too deeply.") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once, so that no value is lost in silence."""
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise VigilError(f"The key “{twice[:80]}” stands twice in one object. Keep one.")
    return made


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise VigilError(f"The number {digits[:12]}… has {len(digits):,} digits. Correct it.")
    return int(digits)


def _no_number(name: str) -> float:
    raise VigilError(f"{name} is no number in JSON. Leave the key out when the number is not known.")
