"""The dialog for a new case: its name, the country that most incidents are in, and where the file goes."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import dialogs
from desktop.widgets.dialogs import CASE_SUFFIX
from desktop.widgets.theme import XL, L, M, S, mark
from incidents.errors import VigilError

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def file_name(name: str) -> str:
    """A file name that every system takes, from the name of a case."""
    fit = _UNFIT.sub(" ", name)
    fit = " ".join(fit.split()).strip(". ")[:80].strip(". ")
    return (fit or "case") + CASE_SUFFIX


class NewCaseDialog(QDialog):
    """Signals: chosen(path, name, country code)."""

    chosen = Signal(Path, str, str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._path: Path | None = None
        self.setWindowTitle(self.tr("New case"))
        self.setMinimumWidth(520)
        self.name = QLineEdit(self)
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("For example: Kharkiv region 2022"))
        self.name.textChanged.connect(self._changed)
        self.country = _CountryBox(self)
        self.place = QLineEdit(self)
        self.place.setReadOnly(True)
        self.place.setAccessibleName(self.tr("File"))
        choose = QPushButton(self.tr("Choose…"), self)
        choose.clicked.connect(self._choose)
        beside = QHBoxLayout()
        beside.setSpacing(S)
        beside.addWidget(self.place, 1)
        beside.addWidget(choose)
        form = QFormLayout()
        form.setHorizontalSpacing(M)
        form.setVerticalSpacing(M)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("Usual &country"), self.country)
        file = QLabel(self.tr("&File"), self)
        file.setBuddy(choose)
        form.addRow(file, beside)
        hint = self.tr("Places in the usual country are suggested first. Incidents may be anywhere.")
        self._problem = mark(QLabel(self), "problem")
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self._create = self._buttons.addButton(self.tr("Create case"), QDialogButtonBox.ButtonRole.AcceptRole)
        mark(self._create, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addLayout(form)
        column.addWidget(mark(QLabel(hint, self), "soft"))
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.finished.connect(self.deleteLater)
        self._changed()

    @property
    def path(self) -> Path:
        """Where the case will be."""
        return self._path or self._folder / file_name(self.name.text())

    @property
    def problem(self) -> str:
        """Why the case cannot be created yet, or empty."""
        return self._problem.text()

    def accept(self) -> None:
        """Hand over what was entered."""
        name, path, country = self.name.text().strip(), self.path, str(self.country.currentData() or "")
        super().accept()
        self.chosen.emit(path, name or path.stem, country)

    def _choose(self) -> None:
        kinds = self.tr("Vigil cases (*{0})").format(CASE_SUFFIX)
        dialogs.choose_new_file(self, self.tr("Where to keep the case"), self.path, kinds, self._chose)

    def _chose(self, path: Path) -> None:
        self._path = path if path.suffix.lower() == CASE_SUFFIX else path.with_name(path.name + CASE_SUFFIX)
        if not self.name.text().strip():
            self.name.setText(self._path.stem)
        self._changed()

    def _changed(self) -> None:
        self.place.setText(str(self.path))
        self.place.setToolTip(str(self.path))
        problem = ""
        if self.path.exists():
            problem = self.tr("There is a file of that name already. Choose another name or another folder.")
        elif not self.path.parent.is_dir():
            problem = self.tr("The folder does not exist. Choose another one.")
        self._problem.setText(problem)
        self._create.setEnabled(not problem and bool(self.name.text().strip()))


class _CountryBox(QComboBox):
    """The countries that the gazetteer knows; typing finds them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.addItem(self.tr("None in particular"), "")
        from incidents.places import Gazetteer

        try:
            countries = Gazetteer.shipped().countries()
        except VigilError:
            countries = []  # without places a case can still be made
        for area in sorted(countries, key=lambda area: area.name):
            self.addItem(area.name, area.code)
        self.setMaxVisibleItems(16)
