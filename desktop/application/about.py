"""What Vigil is, its version and licence, and whose data and letters it uses."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.icons import app_icon
from desktop.widgets.theme import XL, L, M, S, mark

TEXT_WIDTH = 400


def version() -> str:
    """The version of the installed program."""
    try:
        return metadata.version("vigil")
    except metadata.PackageNotFoundError:
        return "0"


class AboutDialog(QDialog):
    """The About box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Vigil"))
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(48, 48))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(S)
        column.addWidget(mark(QLabel("Vigil", self), "display"))
        column.addWidget(mark(QLabel(self.tr("Version {0}").format(version()), self), "soft"))
        for text in (
            self.tr(
                "Documents what happens to civilians: incidents, claims and their sources, filters, counts and "
                "briefings. Vigil works without a network and sends nothing anywhere."
            ),
            self.tr(
                "Free software under the GNU Affero General Public License, version 3 or later. It comes without "
                "any warranty."
            ),
            _attribution(),
            self.tr("Letters: Noto Sans, SIL Open Font License 1.1. Window: Qt for Python, LGPL 3."),
        ):
            line = QLabel(text, self)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            line.setWordWrap(True)
            line.setFixedWidth(TEXT_WIDTH)
            line.setFixedHeight(line.heightForWidth(TEXT_WIDTH))
            column.addWidget(line)
        column.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(L)
        top.addWidget(picture)
        top.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(XL, L, XL, L)
        whole.setSpacing(M)
        whole.addLayout(top)
        whole.addWidget(buttons)


def _attribution() -> str:
    from incidents.places import ATTRIBUTION

    return str(ATTRIBUTION)
