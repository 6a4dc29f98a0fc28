"""What a briefing is asked for: title, who speaks, handling, profile. Remembers all but the title."""

from __future__ import annotations

from typing import Any, TypedDict

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.field import Field
from desktop.widgets.theme import XS, M, mark
from incidents.record.codes import PROFILES, TLP
from incidents.settings import Settings

LONGEST = 300


class Values(TypedDict):
    """The parts of a `BriefingRequest` that are chosen here."""

    title: str
    organisation: str
    contact: str
    tlp: str
    profile: str


class Options(QWidget):
    """The fields of the dialog. Signals: changed, after any of them changed."""

    changed = Signal()

    def __init__(self, settings: Settings | None, period: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        last: dict[str, Any] = settings["briefing.last"] if settings is not None else {}
        self.title = self._line("", self.tr("made from the filter’s regions when empty"))
        self.organisation = self._line(last.get("organisation"), "")
        self.contact = self._line(last.get("contact"), self.tr("the organisation when empty"))
        self.tlp = self._choice({code: term.label for code, term in TLP.items()}, last.get("tlp"), "AMBER")
        profiles = {code: _translated(term.label) for code, term in PROFILES.items()}
        self.profile = self._choice(profiles, last.get("profile"), "internal")
        self.fields = {
            "title": Field(self.tr("&Title"), self.title),
            "organisation": Field(self.tr("&Organisation"), self.organisation),
            "contact": Field(self.tr("&Contact"), self.contact),
            "tlp": Field(self.tr("T&LP label"), self.tlp),
            "profile": Field(self.tr("&Profile"), self.profile),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for name in ("title", "organisation", "contact"):
            column.addWidget(self.fields[name])
        told = QLabel(period, self)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        together = QVBoxLayout()
        together.setSpacing(XS)
        together.addWidget(mark(QLabel(self.tr("Period of the filter"), self), "soft"))
        together.addWidget(told)
        column.addLayout(together)
        column.addWidget(self.fields["tlp"])
        column.addWidget(self.fields["profile"])
        column.addStretch(1)
        self._explain()

    def _line(self, text: object, placeholder: str) -> QLineEdit:
        line = QLineEdit(text[:LONGEST] if isinstance(text, str) else "")
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(placeholder)
        line.textChanged.connect(self.changed)
        return line

    def _choice(self, labels: dict[str, str], last: object, default: str) -> QComboBox:
        box = QComboBox()
        for code, label in labels.items():
            box.addItem(label, code)
        box.setCurrentIndex(box.findData(last if last in labels else default))
        box.currentIndexChanged.connect(self._chosen)
        return box

    def _chosen(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        """Say in a line what the chosen label and profile mean."""
        self.fields["tlp"].say(_translated(TLP[self.tlp.currentData()].meaning))
        self.fields["profile"].say(_translated(PROFILES[self.profile.currentData()].meaning))

    def values(self) -> Values:
        """What is chosen now."""
        return {
            "title": self.title.text().strip(),
            "organisation": self.organisation.text().strip(),
            "contact": self.contact.text().strip(),
            "tlp": self.tlp.currentData(),
            "profile": self.profile.currentData(),
        }

    def show_problems(self, problems: dict[str, list[str]]) -> None:
        """Problems beside their fields; those of other fields are cleared."""
        for name, field in self.fields.items():
            field.show_problems(problems.get(name, []))

    def remember(self) -> None:
        """Keep all but the title for the next briefing."""
        if self._settings is not None:
            kept = {name: value for name, value in self.values().items() if name != "title"}
            self._settings["briefing.last"] = kept


def _translated(text: str) -> str:
    return QCoreApplication.translate("codes", text)
