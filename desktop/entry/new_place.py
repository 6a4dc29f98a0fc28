"""A place that the gazetteer lacks: a camp, a plant, a village, added by its coordinates and kept in the case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.entry.controls import CodeBox, TextEdit
from desktop.entry.places import PlaceEdit
from desktop.entry.section import Columns
from desktop.entry.state import State, part_of, place_from, place_state, text_of
from desktop.widgets import theme
from desktop.widgets.field import Field, Line, Tone
from incidents.errors import VigilError
from incidents.record.codes import Term
from incidents.record.place import Place

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

_PAIR = re.compile(r"\s*([-+\d.°'\"′″ NSns]+?)\s*[,;/\s]\s*([-+\d.°'\"′″ EWew]+?)\s*")
_DEGREES = re.compile(r"([NSEW]?)\s*([-−+]?)\s*(\d[\d.,°'\"′″ ]*?)\s*([NSEW]?)")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")


def degrees(text: str, most: float) -> float | None:
    """Read "47.0975", "47,0975", "47°05'51\\"N" or "-12.5"; None when it is no number of at most `most` degrees."""
    read = _DEGREES.fullmatch(text.strip()[:60].upper())
    if read is None:
        return None
    before, sign, numbers, after = read.groups()
    parts = [float(part.replace(",", ".")) for part in _NUMBERS.findall(numbers)]
    if len(parts) > 3 or max(parts[1:], default=0.0) >= 60:
        return None
    value = sum(part / 60**place for place, part in enumerate(parts))
    if sign in ("-", "−") or "S" in before + after or "W" in before + after:
        value = -value
    return value if abs(value) <= most else None


def look_swapped(lat: float | None, lon: float | None, near: Place | None) -> bool:
    """True when the two numbers fit the neighbourhood only the other way round."""
    if lat is None or lon is None or near is None or near.lat is None or near.lon is None:
        return False
    as_typed = max(abs(lat - near.lat), abs(lon - near.lon))
    swapped = max(abs(lon - near.lat), abs(lat - near.lon))
    return as_typed > 5 and swapped < as_typed / 2


class NewPlace(QFrame):
    """Name, kind, coordinates, and a known place or region that it lies in or near."""

    made = Signal(object)  # the Place as the case keeps it
    cancelled = Signal()
    changed = Signal()

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        theme.mark(self, "sunken")
        self.name = TextEdit()
        self.kind = CodeBox(
            (
                Term("site", self.tr("Site (camp, plant)")),
                Term("settlement", self.tr("Town or village")),
            )
        )
        self.lat, self.lon = TextEdit(), TextEdit()
        self.lat.setPlaceholderText("47.0975")
        self.lon.setPlaceholderText("37.6112")
        self.around = PlaceEdit(case)
        self.around.setPlaceholderText(self.tr("a known place or region"))
        self._columns = Columns(self)
        self._fields = self._build_fields(self._columns)
        self._trouble = Line(tone=Tone.DANGER)
        self._lay_out()

    def _build_fields(self, columns: Columns) -> dict[str, Field]:
        fields = {
            "name": Field(self.tr("Name of the place"), self.name, parent=columns),
            "kind": Field(self.tr("Kind"), self.kind, parent=columns),
            "lat": Field(self.tr("Latitude"), self.lat, hint=self.tr("north +, south −"), parent=columns),
            "lon": Field(self.tr("Longitude"), self.lon, hint=self.tr("east +, west −"), parent=columns),
            "around": Field(
                self.tr("In or near"),
                self.around,
                hint=self.tr("Country and region are taken from it."),
                parent=columns,
            ),
        }
        for key, field in fields.items():
            columns.put(field, wide=key == "around")
        return fields

    def _lay_out(self) -> None:
        self.swap = theme.mark(QPushButton(self.tr("Swap latitude and longitude")), "link")
        self.swap.hide()
        self.use = QPushButton(self.tr("Add this place"))
        cancel = theme.mark(QPushButton(self.tr("Cancel")), "quiet")
        buttons = QHBoxLayout()
        for button in (self.use, cancel, self.swap):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.M)
        column.addWidget(self._columns)
        column.addWidget(self._trouble)
        column.addLayout(buttons)
        self.lat.editingFinished.connect(self._split_pair)
        for edit in (self.name, self.lat, self.lon, self.around):
            edit.textChanged.connect(self._look)
        self.swap.clicked.connect(self._swap)
        self.use.clicked.connect(self.add)
        cancel.clicked.connect(self.cancelled)

    def start(self, name: str, near: Place | None) -> None:
        """Begin with a name and the place that was picked before, if any."""
        self.name.setText(name)
        if near is not None:
            self.around.set_place(near)
        self._trouble.say("")
        (self.lat if name else self.name).setFocus()

    # ------------------------------------------------------------ coordinates
    def _split_pair(self) -> None:
        """Both numbers written into the first field go to their two fields."""
        text = self.lat.text()
        pair = _PAIR.fullmatch(text[:80])
        if pair and degrees(pair[1], 180) is not None and degrees(pair[2], 180) is not None and "." in text:
            self.lat.setText(pair[1])
            self.lon.setText(pair[2])

    def _look(self) -> None:
        lat, lon = degrees(self.lat.text(), 180), degrees(self.lon.text(), 180)
        swapped = look_swapped(lat, lon, self.around.place) or (
            lat is not None and abs(lat) > 90 and abs(lon or 0) <= 90
        )
        self.swap.setVisible(bool(swapped))
        if swapped:
            self._trouble.say(self.tr("Latitude and longitude look swapped."), Tone.WARNING)
        elif self._trouble.text():
            self._trouble.say("")
        self.changed.emit()

    def _swap(self) -> None:
        lat, lon = self.lat.text(), self.lon.text()
        self.lat.setText(lon)
        self.lon.setText(lat)

    # ------------------------------------------------------------ adding
    def add(self) -> None:
        """Add the place to the case, or say what is missing."""
        lat, lon = degrees(self.lat.text(), 90), degrees(self.lon.text(), 180)
        trouble = self._missing(lat, lon)
        for key, field in self._fields.items():
            field.show_problems([trouble[key]] if key in trouble else [])
        if trouble:
            self._fields[next(iter(trouble))].control.setFocus()
            return
        place = self._place(lat, lon)
        from incidents.operations import AddPlace

        self.use.setEnabled(False)
        self._case.perform(
            AddPlace(place), lambda outcome: self._added(outcome.value), owner=self, failed=self._refused
        )

    def _missing(self, lat: float | None, lon: float | None) -> dict[str, str]:
        trouble = {}
        if not self.name.text().strip():
            trouble["name"] = self.tr("Write the name of the place.")
        if lat is None:
            trouble["lat"] = self.tr("Write the latitude in degrees from -90 to 90, such as 47.0975.")
        if lon is None:
            trouble["lon"] = self.tr("Write the longitude in degrees from -180 to 180, such as 37.6112.")
        if self.around.place is None:
            trouble["around"] = self.tr("Pick a place or region that it lies in or near.")
        return trouble

    def _place(self, lat: float | None, lon: float | None) -> Place:
        around = self.around.place
        assert around is not None
        return Place(
            name=" ".join(self.name.text().split()),
            kind=self.kind.code,
            country=around.country,
            country_name=around.country_name,
            admin1=around.admin1,
            admin1_name=around.admin1_name,
            lat=lat,
            lon=lon,
            regions=tuple(code for code in around.regions if not code.startswith("place:")),
            precision="exact" if self.kind.code == "site" else "settlement",
        )

    def _added(self, place: Place) -> None:
        self.use.setEnabled(True)
        for edit in (self.name, self.lat, self.lon):
            edit.clear()
        self.made.emit(place)

    def _refused(self, error: VigilError) -> None:
        self.use.setEnabled(True)
        self._trouble.say(str(error), Tone.DANGER)

    # ------------------------------------------------------------ state
    def state(self) -> State:
        """What was typed so far."""
        texts = {
            "name": self.name.text(),
            "lat": self.lat.text(),
            "lon": self.lon.text(),
            "kind": self.kind.code,
        }
        return texts | {"around": place_state(self.around.place), "around_text": self.around.text()}

    def restore(self, state: State) -> None:
        """Show it again."""
        for key, edit in (("name", self.name), ("lat", self.lat), ("lon", self.lon)):
            edit.setText(text_of(state, key))
        self.kind.choose(text_of(state, "kind"))
        self.around.restore(place_from(part_of(state, "around")), text_of(state, "around_text"))
