"""What happens when Vigil itself is wrong: a report that holds no word of the case, and one calm sentence.

The report names program versions, the kind of error and the lines of our code that led there. It leaves out the
error's own message and all values, because they may quote the record: names of people and places.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

MOST_REPORTS = 20


def folder() -> Path:
    """Where reports lie."""
    import platformdirs

    return Path(platformdirs.user_log_path("Vigil", appauthor=False))


def report_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The report: versions, kind of error, code lines."""
    import PySide6

    lines = [
        "Vigil crash report. It holds no content of any case.",
        f"Time: {datetime.now(UTC).isoformat(timespec='seconds')}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.system()} {platform.release()}",
    ]
    chain: list[tuple[type[BaseException], TracebackType | None]] = [(kind, trace)]
    seen, cause = {id(error)}, error.__cause__ or error.__context__
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        chain.append((type(cause), cause.__traceback__))
        cause = cause.__cause__ or cause.__context__
    root = Path(__file__).resolve().parents[2]
    for number, (of_kind, of_trace) in enumerate(chain):
        lines += ["", f"{'Caused by' if number else 'Error'}: {of_kind.__module__}.{of_kind.__qualname__}"]
        for frame in traceback.extract_tb(of_trace):
            path = Path(frame.filename)
            shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
            lines.append(f"  {shown}:{frame.lineno} in {frame.name}: {frame.line or ''}")
    return "\n".join(lines) + "\n"


class CrashReporter:
    """What the exception hook of the process calls; tells each place that crashed once."""

    def __init__(self, tell: Callable[[str], None], where: Path | None = None) -> None:
        self._tell = tell
        self._where = where
        self._told: set[tuple[str, int]] = set()

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write a report and say so."""
        if issubclass(kind, KeyboardInterrupt):
            from PySide6.QtCore import QCoreApplication

            QCoreApplication.quit()
            return
        last = traceback.extract_tb(trace)[-1:]
        place = (last[0].filename, last[0].lineno or 0) if last else (kind.__name__, 0)
        if place in self._told:
            return
        self._told.add(place)
        path = self._write(report_text(kind, error, trace))
        told = "Something went wrong in Vigil itself. What you saved is safe."
        self._tell(f"{told} A report without any content of the case is in “{path}”." if path else told)

    def _write(self, text: str) -> Path | None:
        try:
            where = self._where or folder()
            where.mkdir(parents=True, exist_ok=True, mode=0o700)
            for old in sorted(where.glob("crash-*.txt"))[: -MOST_REPORTS + 1 or None]:
                old.unlink(missing_ok=True)
            path = where / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
            path.write_text(text, encoding="utf-8")
            path.chmod(0o600)
        except OSError:
            sys.stderr.write(text)
            return None
        return path
