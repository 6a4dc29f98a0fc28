"""Extraction: agreement with the coded sample reports, and reports a second beside merely finding the sentences.

    python -m tests.benchmarks.bench_extraction [GOLD_DIR...]

The sample reports are coded for a case, not sentence by sentence, so the scores are for comparing one version with
the next, not for judging it; a folder of reports in the form of the coding guide gives those. The promise is at
least 40 reports of 800 words a second on one core, after start-up.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reports.extraction import suggest
from reports.extraction.words.text import Text
from tests.benchmarks.gold import Coded, coded_reports, sample_reports
from tests.benchmarks.scoring import FIELDS, Score

WORDS = 800


def main() -> None:
    """Measure and print."""
    for title, reports in [
        ("sample reports", sample_reports()),
        *((f, coded_reports(Path(f))) for f in sys.argv[1:]),
    ]:
        for language in sorted({report.language for report in reports}):
            show(f"{title} {language}".strip(), [report for report in reports if report.language == language])
    speed([report for report in sample_reports() if report.language == "en"])


def show(title: str, reports: list[Coded]) -> None:
    """One block of scores."""
    score = Score()
    for report in reports:
        score.add(report, suggest(report.text, published=report.published, language=report.language))
    precision, recall, f1 = score.detection()
    print(
        f"  {title:22} {score.coded.total():4} coded  {score.suggested.total():4} suggested  "
        f"precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}  ready F1 {score.accepted():.2f}"
    )
    print("  " + " " * 22 + "  ".join(f"{name} {score.share(name):.2f}" for name in FIELDS))


def speed(reports: list[Coded]) -> None:
    """Reports of 800 words a second, and how many times longer than finding the sentences that is."""
    texts = [(" ".join(report.text.split(" ")[:WORDS]), report.published) for report in reports]
    share = sum(len(text.split()) for text, _ in texts) / WORDS
    for text, published in texts:
        suggest(text, published=published)
    began = time.process_time()
    for text, published in texts:
        suggest(text, published=published)
    whole = time.process_time() - began
    began = time.process_time()
    for text, _ in texts:
        assert Text(text, "en").sentences
    floor = time.process_time() - began
    print(
        f"  {share / whole:.0f} reports of {WORDS} words a second (goal 40); {whole / floor:.1f}x the time that "
        "splitting them into sentences and words takes"
    )


if __name__ == "__main__":
    main()
