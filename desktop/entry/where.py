"""Where it happened: a place by type-ahead, how precisely that is known, and where a movement led to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.entry.controls import CodeBox
from desktop.entry.new_place import NewPlace
from desktop.entry.places import PlaceEdit
from desktop.entry.section import Section
from desktop.entry.state import State, part_of, place_from, place_state, text_of
from incidents.record.codes import GEO_PRECISION, Term
from incidents.record.place import Place

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

# From precise to vague; a place allows its own precision and what is vaguer.
_ORDER = list(GEO_PRECISION)


def precisions_for(place: Place | None) -> list[str]:
    """The geo_precision codes that a place allows, its own first; all without a place."""
    if place is None or place.precision not in _ORDER:
        return []
    own = _ORDER.index(place.precision)
    return _ORDER[own:]


class Where(Section):
    """Place, precision, destination; a panel opens in place to add what the gazetteer lacks."""

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.place = PlaceEdit(case)
        self.precision = CodeBox([], empty=self.tr("as the place"))
        self.destination = PlaceEdit(case)
        self._place_field = self.add("place", self.field(self.tr("&Place"), self.place))
        self.add("geo_precision", self.field(self.tr("How precisely?"), self.precision))
        self.new_place = NewPlace(case, self.columns)
        self.columns.put(self.new_place, wide=True, shown=False)
        self._destination = self.add(
            "destination",
            self.field(self.tr("Destination (where they were moved to)"), self.destination),
            wide=True,
            shown=False,
        )
        self._movement = False
        self._adding_to = self.place
        self.place.changed.connect(self._place_changed)
        self.destination.changed.connect(self._destination_changed)
        self.precision.changed.connect(self.changed)
        for edit in (self.place, self.destination):
            edit.create_wanted.connect(self._open_new_place)
        self.new_place.made.connect(self._new_place_made)
        self.new_place.cancelled.connect(self._close_new_place)

    def know_own(self, places: Sequence[Place]) -> None:
        """Places of the case, proposed beside the gazetteer's."""
        for edit in (self.place, self.destination, self.new_place.around):
            edit.know_own(places)

    # ------------------------------------------------------------ what follows from the type
    def set_movement(self, movement: bool) -> None:
        """Show the destination for types that move people, or as long as one is filled in."""
        self._movement = movement
        self._show_destination()

    def _show_destination(self) -> None:
        self.columns.set_shown(self._destination, self._movement or bool(self.destination.text()))

    # ------------------------------------------------------------ the place
    def _place_changed(self) -> None:
        place = self.place.place
        self._place_field.say(self.place.said())
        chosen = self.precision.code
        self.precision.blockSignals(True)
        self.precision.clear()
        codes = precisions_for(place) or _ORDER
        if place is None:
            self.precision.addItem(self.tr("as the place"), "")
        self.precision.set_terms(
            Term(code, GEO_PRECISION[code].label, GEO_PRECISION[code].meaning) for code in codes
        )
        self.precision.choose("" if place is not None else chosen)
        self.precision.blockSignals(False)
        self.changed.emit()

    def _destination_changed(self) -> None:
        self._destination.say(self.destination.said())
        self.changed.emit()

    # ------------------------------------------------------------ a place the gazetteer lacks
    def _open_new_place(self, name: str) -> None:
        sender = self.sender()
        self._adding_to = self.destination if sender is self.destination else self.place
        self.columns.set_shown(self.new_place, True)
        self.new_place.start(name, near=self.place.place)

    def _close_new_place(self) -> None:
        self.columns.set_shown(self.new_place, False)
        self._adding_to.setFocus()

    def _new_place_made(self, place: Place) -> None:
        self._adding_to.set_place(place)
        self._close_new_place()
        self.changed.emit()

    # ------------------------------------------------------------ state
    def state(self) -> State:
        """Picked places whole, typed ones as text."""
        return {
            "place": place_state(self.place.place),
            "place_text": self.place.text(),
            "geo_precision": self.precision.code,
            "destination": place_state(self.destination.place),
            "destination_text": self.destination.text(),
        } | ({"new_place": self.new_place.state()} if not self.new_place.isHidden() else {})

    def restore(self, state: State) -> None:
        """Show a state again."""
        self.place.restore(place_from(part_of(state, "place")), text_of(state, "place_text"))
        self.destination.restore(
            place_from(part_of(state, "destination")), text_of(state, "destination_text")
        )
        self.precision.choose(text_of(state, "geo_precision"))
        self.new_place.restore(part_of(state, "new_place"))
        self.columns.set_shown(self.new_place, bool(part_of(state, "new_place")))
        self._show_destination()

    def parts(self) -> dict[str, object]:
        """Places where picked, else the text."""
        place, destination = self.place.place, self.destination.place
        return {
            "place": place,
            "place_text": "" if place else self.place.text().strip(),
            "geo_precision": self.precision.code or (place.precision if place else ""),
            "destination": destination,
            "destination_text": "" if destination else self.destination.text().strip(),
        }
