"""Letters in pictures of pages, recognised by tesseract where it is installed. It runs inside the same walls."""

from __future__ import annotations

import csv
import io
import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

from reports.reading.formats.found import Found
from reports.reading.formats.layout import SetLine, SetPage

_DOTS = 200  # to the inch
_MOST_DOTS = 4_000  # of the longer side of a picture
_SECONDS = 60
_LANGUAGES = ("eng", "ukr", "rus", "fra", "spa", "ara")


def recognise(document: Any, numbers: list[int], program: str, found: Found) -> dict[int, SetPage]:
    """Those of the pages (counted from 1) in which letters were found."""
    languages = _languages(program)
    pages = {}
    for number in numbers:
        with suppress(Exception):  # a page that fails stays a picture
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(_DOTS / 72, _MOST_DOTS / max(width, height, 1))
            picture = page.render(scale=scale, grayscale=True, may_draw_forms=False)
            lines = _lines(_run(program, languages, _as_pgm(picture)), scale)
            if lines:
                pages[number] = SetPage(width, height, lines)
    if pages:
        found.notes.append(
            f"The letters of {len(pages):,} pages that are pictures were recognised by tesseract ({languages}). "
            "Compare with the pages: it makes mistakes, in figures too."
        )
    return pages


def _languages(program: str) -> str:
    """Those of our languages that are installed."""
    with suppress(Exception):
        listed = _started([program, "--list-langs"], b"").decode("ascii", "ignore").split()
        return "+".join(code for code in _LANGUAGES if code in listed) or "eng"
    return "eng"


def _as_pgm(picture: Any) -> bytes:
    """A grey picture in the plainest format there is, in memory."""
    size, stride = (picture.width, picture.height), picture.stride
    rows = bytes(picture.buffer)
    plain = b"".join(rows[row * stride : row * stride + size[0]] for row in range(size[1]))
    return b"P5\n%d %d\n255\n" % size + plain


def _run(program: str, languages: str, picture: bytes) -> str:
    return _started([program, "stdin", "stdout", "-l", languages, "tsv"], picture).decode("utf-8", "replace")


def _started(command: list[str], given: bytes) -> bytes:
    environment = {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
    with suppress(KeyError):
        environment["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
    done = subprocess.run(  # noqa: S603
        command, input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        cwd=Path(command[0]).parent, timeout=_SECONDS, check=True,
    )  # fmt: skip
    return done.stdout


def _lines(table: str, scale: float) -> list[SetLine]:
    """The lines of tesseract's table of words, in points."""
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == "5" and (row.get("text") or "").strip():
            key = tuple(row[name] for name in ("block_num", "par_num", "line_num"))
            lines.setdefault(key, []).append(row)
    return [_line(words, scale) for words in lines.values()]


def _line(words: list[dict[str, str]], scale: float) -> SetLine:
    boxes = [[int(word[name]) / scale for name in ("left", "top", "width", "height")] for word in words]
    top, bottom = min(box[1] for box in boxes), max(box[1] + box[3] for box in boxes)
    left, right = min(box[0] for box in boxes), max(box[0] + box[2] for box in boxes)
    return SetLine(" ".join(word["text"] for word in words), left, top, right, bottom, 0.0)
