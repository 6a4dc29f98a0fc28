"""Pages of a PDF as pictures for a person to look at, drawn in a confined child process like all from outside."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from incidents.errors import UnreadableFile
from reports.reading.child import ANSWERED, FRAME, apart
from reports.reading.limits import LIMITS

_ASKED = struct.Struct(">IIQ")  # page, width, size of the file
_SIZE = struct.Struct(">IIII")  # width, height, bytes a line, bytes a point
WIDEST, TALLEST = 3_000, 12_000  # pixels
SECONDS = 20.0
_LIMITS = replace(LIMITS, seconds=SECONDS, cpu_seconds=20)


@dataclass(frozen=True, slots=True)
class Picture:
    """Points in lines from the top; of each point blue, green, red, and one byte more where depth is 4."""

    width: int
    height: int
    stride: int
    depth: int
    points: bytes


def page_picture(pdf: bytes, page: int, width: int) -> Picture:
    """Page `page`, counted from 0, so many pixels wide. Raises UnreadableFile with a whole sentence."""
    asked = _ASKED.pack(page, min(max(width, 16), WIDEST), len(pdf))
    try:
        done = subprocess.run(  # noqa: S603
            _command(),
            input=asked + pdf,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LANG": "C.UTF-8", **({"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {})},
            cwd=os.path.abspath(os.sep),  # noqa: PTH100
            timeout=SECONDS + 10,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        raise UnreadableFile("This page could not be drawn. Read the text instead.", "stopped") from None
    answer = done.stdout
    if len(answer) > FRAME.size and FRAME.unpack_from(answer)[0] == ANSWERED:
        picture = _picture(answer[FRAME.size :])
        if picture is not None:
            return picture
    raise UnreadableFile("This page could not be drawn: it is damaged. Read the text instead.", "damaged")


def _picture(answer: bytes) -> Picture | None:
    """What the child says is looked at before it is believed."""
    if len(answer) < _SIZE.size:
        return None
    width, height, stride, depth = _SIZE.unpack_from(answer)
    points = answer[_SIZE.size :]
    sound = 0 < width <= WIDEST and 0 < height <= TALLEST and depth in (3, 4) and stride >= width * depth
    return Picture(width, height, stride, depth, points) if sound and len(points) == stride * height else None


def _command() -> list[str]:
    ours = str(Path(__file__).resolve().parents[2])
    installed = [entry for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")]
    program = (
        f"import sys; sys.path += {[ours, *installed]!r}; from reports.reading.pictures import main; main()"
    )
    return [sys.executable, "-I", "-S", "-X", "utf8", "-c", program]


# ---------------------------------------------------------------- in the child process


def main() -> None:
    """Draw one page and end."""
    import pypdfium2

    page, width, size = _ASKED.unpack(sys.stdin.buffer.read(_ASKED.size))
    pdf = sys.stdin.buffer.read(size)
    how, answer = apart(partial(_drawn, pypdfium2, pdf, page, width), _LIMITS)
    sys.stdout.buffer.write(FRAME.pack(how, len(answer)) + answer)
    sys.stdout.buffer.flush()


def _drawn(pdfium: object, untrusted_pdf: bytes, number: int, width: int) -> bytes:
    document = pdfium.PdfDocument(untrusted_pdf)  # type: ignore[attr-defined]
    page = document[number]
    across, down = page.get_size()
    scale = min(width / max(across, 1), TALLEST / max(down, 1))
    bitmap = page.render(scale=scale, rev_byteorder=False, maybe_alpha=False)
    size = _SIZE.pack(bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
    return size + bytes(bitmap.buffer)
