"""Reading reports in the confined child process, as a ratio to doing the same without a process or limits.

    python -m tests.benchmarks.bench_reading [NUMBER]

The floor is the bare parser on the same bytes in this process: decoding for text, trafilatura, PDFium, python-docx.
Goals: the first plain text in under 0.15 s with the start of the process, text and Markdown of 800 words at no less
than 40 a second.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable

from reports.reading import Reader
from tests.reports.reading import makers

GOAL_FIRST, GOAL_RATE = 0.15, 40.0
PARAGRAPH = (
    "Soldiers held the column of buses at the last checkpoint before the town for nine hours on Sunday, the mayor "
    "said, and about forty of the people in it were taken away. "
)
REPORT = [PARAGRAPH * 3] * 10  # about 800 words


def bare_text(content: bytes) -> None:
    """Decode."""
    content.decode("utf-8")


def bare_page(content: bytes) -> None:
    """The article as trafilatura finds it."""
    import trafilatura

    trafilatura.bare_extraction(content, with_metadata=True)


def bare_pdf(content: bytes) -> None:
    """The text of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def bare_word(content: bytes) -> None:
    """The text of each paragraph."""
    import docx

    for paragraph in docx.Document(io.BytesIO(content)).paragraphs:
        len(paragraph.text)


KINDS: dict[str, tuple[Callable[[], bytes], Callable[[bytes], None]]] = {
    "txt": ("\n\n".join(REPORT).encode, bare_text),
    "md": (("# A heading\n\n" + "\n\n".join(REPORT)).encode, bare_text),
    "html": (lambda: makers.page(REPORT).encode(), bare_page),
    "pdf": (lambda: makers.pdf([REPORT[:5], REPORT[5:]]), bare_pdf),
    "docx": (lambda: makers.docx(REPORT), bare_word),
}


def first(content: bytes, name: str) -> float:
    """Seconds for one file with the start of the child process; the median of five."""
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        with Reader() as reader:
            reader.read_bytes(content, name)
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


def rate(work: Callable[[], object], number: int) -> float:
    """So many times a second, the better of two rounds, after one to warm up."""
    work()
    rates = []
    for _ in range(2):
        began = time.perf_counter()
        for _ in range(number):
            work()
        rates.append(number / (time.perf_counter() - began))
    return max(rates)


def main() -> int:
    """Print the figures; 1 when a goal is missed."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    missed = []
    for kind, (make, bare) in KINDS.items():
        content, name = make(), f"report.{kind}"
        started = first(content, name)
        with Reader() as reader:
            ours = rate(lambda: reader.read_bytes(content, name), number)  # noqa: B023
        floor = rate(lambda: bare(content), number)  # noqa: B023
        print(
            f"  {kind:5} first file {started * 1000:4.0f} ms   then {ours:4.0f} files/s   "
            f"bare parser {floor:7.0f}/s   {1000 / ours - 1000 / floor:5.1f} ms more a file"
        )
        if kind == "txt" and started > GOAL_FIRST:
            missed.append("the first text")
        if kind in ("txt", "md") and ours < GOAL_RATE:
            missed.append(f"{kind} a second")
    result = f"missed: {', '.join(missed)}" if missed else "met"
    print(f"  goals {GOAL_FIRST * 1000:.0f} ms for the first text, {GOAL_RATE:.0f} texts a second: {result}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
