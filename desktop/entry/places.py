"""A type-ahead for places: the gazetteer's and the case's own, answered off the main thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.bridge.jobs import run
from desktop.widgets.typeahead import Answer, Choice, TypeAhead
from incidents.record.codes import GEO_PRECISION
from incidents.record.place import Place

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.places import Hit

MOST = 12


def coordinates(place: Place) -> str:
    """Latitude and longitude as they are read, or empty."""
    if place.lat is None or place.lon is None:
        return ""
    return f"{place.lat:.4f}, {place.lon:.4f}"


def place_detail(place: Place) -> str:
    """The line beneath a place's name: what it is and in which region and country."""
    label = place.label
    around = label.removeprefix(place.name).lstrip(", ") if label.startswith(place.name) else label
    kind = GEO_PRECISION[place.precision].label if place.precision in GEO_PRECISION else ""
    return " · ".join(part for part in (around, kind if place.precision != "settlement" else "") if part)


class PlaceEdit(TypeAhead):
    """Type the name in any spelling, pick the place. The last proposal adds a place by coordinates."""

    create_wanted = Signal(str)  # the name as typed

    def __init__(self, case: OpenCase) -> None:
        super().__init__(self._suggest_places)
        self._case = case
        self._own: tuple[Place, ...] = ()
        self.setPlaceholderText(self.tr("town, region; any spelling"))
        self.picked.connect(self._taken)

    @property
    def place(self) -> Place | None:
        """The place that was picked."""
        return self.value if isinstance(self.value, Place) else None

    def set_place(self, place: Place) -> None:
        """Show a place as picked."""
        self.set_choice(choice_of(place))

    def restore(self, place: Place | None, text: str) -> None:
        """Show a place, or text that nobody picked."""
        if place is not None:
            self.set_place(place)
        else:
            self.set_typed(text)

    def said(self) -> str:
        """How the place is understood."""
        place = self.place
        if place is None:
            return ""
        shown = [GEO_PRECISION[place.precision].label] if place.precision in GEO_PRECISION else []
        if place.precision in ("exact", "settlement", "near") and coordinates(place):
            shown.append(coordinates(place))
        return " · ".join(shown)

    def know_own(self, places: Sequence[Place]) -> None:
        """Places of the case, proposed beside the gazetteer's."""
        self._own = tuple(places)

    def _suggest_places(self, text: str, answer: Answer) -> None:
        if not text.strip():
            answer(())
            return
        case, own = self._case, self._own
        country = case.info.country if case.info else ""

        def look() -> list[Hit]:
            return list(case.gazetteer.suggest(text, limit=MOST, country=country, own=own))

        def failed(_error: Exception) -> None:
            answer(self._with_new(text, []))

        run(
            look,
            lambda hits: answer(self._with_new(text, [hit_choice(hit) for hit in hits])),
            owner=self,
            failed=failed,
        )

    def _with_new(self, text: str, choices: list[Choice]) -> list[Choice]:
        new = self.tr("Add “%s” by coordinates …") % " ".join(text.split())[:40]
        return [*choices, Choice(new, text=text, create=True)]

    def _taken(self, choice: Choice) -> None:
        if choice.create:
            self.create_wanted.emit(choice.text)


def hit_choice(hit: Hit) -> Choice:
    """A proposal of the gazetteer; the other name that matched stands beneath."""
    choice = choice_of(hit.place)
    also = (
        f"{hit.matched} · " if hit.matched and hit.matched.casefold() not in hit.place.name.casefold() else ""
    )
    return Choice(
        choice.main,
        also + choice.detail,
        text=choice.text,
        value=choice.value,
        sure=hit.how in ("exact", "prefix"),
    )


def choice_of(place: Place) -> Choice:
    """A place as a proposal."""
    return Choice(place.name, place_detail(place), text=place.label, value=place)
