"""A report, and its source, created in place while a claim is being written down."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.entry.controls import CodeBox, TextEdit
from desktop.entry.rating import Rating
from desktop.entry.section import Columns
from desktop.entry.state import State, part_of, source_from, source_state, text_of
from desktop.entry.when import date_echo
from desktop.widgets import theme
from desktop.widgets.field import Field
from desktop.widgets.typeahead import Answer, Choice, TypeAhead
from incidents.errors import VigilError
from incidents.record.codes import RELIABILITY, SOURCE_KINDS
from incidents.record.dates_said import understand_date
from incidents.record.draft import ReportDraft, SourceDraft
from incidents.record.folding import fold
from incidents.record.incident import Source

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


class NewReport(QFrame):
    """Title, publisher, date, address, language; a publisher that is new gets a kind and a usual reliability."""

    changed = Signal()
    cancelled = Signal()

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._sources: list[Source] = []
        theme.mark(self, "sunken")
        self.title, self.url, self.language, self.published = (
            TextEdit(),
            TextEdit(),
            TextEdit(),
            TextEdit(),
        )
        self.publisher = TypeAhead(self._suggest_sources, eager=False)
        self.kind = CodeBox(SOURCE_KINDS.values(), empty=self.tr("choose"))
        self.usual = Rating(RELIABILITY)
        self.published.setPlaceholderText(self.tr("2 May 2022"))
        self.language.setPlaceholderText("en, uk, ar …")
        self.columns = Columns(self)
        self.fields: dict[str, Field] = {}
        self._add("title", self.tr("Title of the report"), self.title, wide=True)
        self._add("publisher", self.tr("Publisher or person"), self.publisher)
        self._add("published", self.tr("Published on"), self.published)
        self._add("publisher_kind", self.tr("New source: what is it?"), self.kind, shown=False)
        self._add(
            "source.reliability", self.tr("New source: how reliable as a rule?"), self.usual, shown=False
        )
        self._add("url", self.tr("Address (URL)"), self.url)
        self._add("language", self.tr("Language"), self.language)
        pick = theme.mark(QPushButton(self.tr("Pick a known report instead")), "link")
        pick.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(pick)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.S)
        column.addWidget(self.columns)
        column.addLayout(row)
        for edit in (self.title, self.url, self.language):
            edit.textChanged.connect(self.changed)
        self.published.textChanged.connect(self._published_typed)
        self.publisher.changed.connect(self._publisher_changed)
        self.kind.changed.connect(self.changed)
        self.usual.changed.connect(self.changed)

    def _add(self, path: str, label: str, control: object, *, wide: bool = False, shown: bool = True) -> None:
        self.fields[path] = Field(label, control, parent=self.columns)  # type: ignore[arg-type]
        self.columns.put(self.fields[path], wide=wide, shown=shown)

    def start(self, title: str) -> None:
        """Begin with what was typed as a title."""
        self.title.setText(title)
        (self.publisher if title else self.title).setFocus()
        self._learn_sources()

    # ------------------------------------------------------------ the source
    def _learn_sources(self) -> None:
        self._suggest_sources("", lambda _choices: self._publisher_changed())

    def _suggest_sources(self, text: str, answer: Answer) -> None:
        from incidents.search import questions as ask

        def answered(sources: list[Source]) -> None:
            known = {source.id: source for source in (*self._sources, *sources) if not source.withdrawn}
            self._sources = list(known.values())
            answer(
                [_source_choice(source) for source in sources if not source.withdrawn][:10]
                if text.strip()
                else []
            )

        self._case.ask(ask.Sources(text.strip()), answered, owner=self, failed=lambda _error: answer(()))

    @property
    def source(self) -> Source | None:
        """The known source that was picked, or whose name was typed in full."""
        if isinstance(self.publisher.value, Source):
            return self.publisher.value
        wanted = fold(self.publisher.text()).strip()
        return next((source for source in self._sources if wanted and fold(source.name) == wanted), None)

    @property
    def new_source(self) -> SourceDraft | None:
        """The source to be made for a publisher that the case does not know."""
        if self.source is not None or not self.publisher.text().strip():
            return None
        return SourceDraft(
            name=self.publisher.text(), kind=self.kind.code, reliability=self.usual.code or "F"
        )

    def _publisher_changed(self) -> None:
        new = self.new_source is not None
        self.columns.set_shown(self.fields["publisher_kind"], new)
        self.columns.set_shown(self.fields["source.reliability"], new)
        source = self.source
        said = ""
        if source is not None:
            kind = SOURCE_KINDS[source.kind].label if source.kind in SOURCE_KINDS else ""
            said = " · ".join(part for part in (self.tr("known source"), kind) if part)
        elif new:
            said = self.tr("new source")
        self.fields["publisher"].say(said)
        self.changed.emit()

    # ------------------------------------------------------------ the date
    def _published_typed(self) -> None:
        self.fields["published"].say(date_echo(self.published.text(), None))
        self.changed.emit()

    @property
    def day(self) -> date | None:
        """The day of publication, when it is one."""
        try:
            when = understand_date(self.published.text())
        except VigilError:
            return None
        return when.start if when.start == when.end else None

    # ------------------------------------------------------------ what comes of it
    def draft(self) -> ReportDraft:
        """The report to be."""
        return ReportDraft(
            title=self.title.text(),
            source=self.source,
            publisher="" if self.source else self.publisher.text(),
            publisher_kind=self.kind.code,
            url=self.url.text(),
            published=self.day or self.published.text().strip() or None,
            language=self.language.text(),
        )

    def state(self) -> State:
        """All as typed."""
        return {
            "title": self.title.text(),
            "publisher": self.publisher.text(),
            "source": source_state(self.source),
            "kind": self.kind.code,
            "usual": self.usual.code,
            "published": self.published.text(),
            "url": self.url.text(),
            "language": self.language.text(),
        }

    def restore(self, state: State) -> None:
        """Show it again."""
        for key, edit in (
            ("title", self.title),
            ("published", self.published),
            ("url", self.url),
            ("language", self.language),
        ):
            edit.setText(text_of(state, key))
        source = source_from(part_of(state, "source"))
        if source is not None:
            self.publisher.set_choice(_source_choice(source))
        else:
            self.publisher.set_typed(text_of(state, "publisher"))
        self.kind.choose(text_of(state, "kind"))
        self.usual.choose(text_of(state, "usual"))


def _source_choice(source: Source) -> Choice:
    kind = SOURCE_KINDS[source.kind].label if source.kind in SOURCE_KINDS else ""
    return Choice(source.name, kind, value=source)
