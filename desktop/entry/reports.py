"""A type-ahead for the case's reports, with "New report" at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.widgets.typeahead import Answer, Choice, TypeAhead
from incidents.record.incident import Report

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

MOST = 8


def report_line(report: Report) -> str:
    """Who published it and when."""
    day = f"{report.published.day} {report.published:%B %Y}" if report.published else ""
    return ", ".join(part for part in (report.publisher, day) if part)


def report_choice(report: Report) -> Choice:
    """A report as a proposal."""
    return Choice(report.title, report_line(report), value=report)


class ReportEdit(TypeAhead):
    """Type words of the title or the publisher."""

    create_wanted = Signal(str)  # what was typed, as a title

    def __init__(self, case: OpenCase) -> None:
        super().__init__(self._suggest_reports)
        self._case = case
        self.setPlaceholderText(self.tr("title or publisher"))
        self.picked.connect(self._taken)

    @property
    def report(self) -> Report | None:
        """The report that was picked."""
        return self.value if isinstance(self.value, Report) else None

    def set_report(self, report: Report) -> None:
        """Show a report as picked."""
        self.set_choice(report_choice(report))

    def _suggest_reports(self, text: str, answer: Answer) -> None:
        from incidents.search import questions as ask

        new = self.tr("New report …")
        if text.strip():
            new = self.tr("New report “%s” …") % " ".join(text.split())[:50]
        create = Choice(new, text=text, create=True)

        def answered(reports: list[Report]) -> None:
            answer([*(report_choice(report) for report in reports if not report.withdrawn), create])

        question = ask.Reports(text.strip(), limit=MOST)
        self._case.ask(question, answered, owner=self, failed=lambda _error: answer([create]))

    def _taken(self, choice: Choice) -> None:
        if choice.create:
            self.create_wanted.emit(choice.text)
