"""The regions: a tree with counts, and a search that knows every spelling of every region and settlement."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTreeView, QVBoxLayout, QWidget

from desktop.bridge.jobs import run
from desktop.filters.choice_delegate import COUNT, KEY, ROW_HEIGHT, ChoiceDelegate, spoken
from desktop.filters.region_tree import RegionNode, Regions
from desktop.filters.section import Part
from desktop.widgets.clearing import clearable
from desktop.widgets.field import Line
from desktop.widgets.theme import XS
from desktop.widgets.typeahead import Choice, TypeAhead
from incidents.record.place import Place
from incidents.search.filter import Filter

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.places.areas import Hit

_MOST_LINES = 12
_CHECK = Qt.ItemDataRole.CheckStateRole
_AREAS = ("country", "admin1", "area")


class RegionTree(QTreeView):
    """Boxes with counts; as tall as its open lines, up to twelve."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Regions"))
        self.expanded.connect(lambda _: self.updateGeometry())
        self.collapsed.connect(lambda _: self.updateGeometry())

    def _open_lines(self, parent: QModelIndex) -> int:
        lines = 0
        for row in range(self.items.rowCount(parent)):
            index = self.items.index(row, 0, parent)
            lines += 1 + (self._open_lines(index) if self.isExpanded(index) else 0)
        return lines

    def sizeHint(self) -> QSize:
        line = max(ROW_HEIGHT, self.fontMetrics().height() + 6)
        return QSize(180, line * max(1, min(self._open_lines(QModelIndex()), _MOST_LINES)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks; Qt's own "+", "-", "*" and arrows open and close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            index = self.currentIndex()
            checked = self.items.itemFromIndex(index).checkState() == Qt.CheckState.Checked
            self.items.setData(index, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked, _CHECK)
        else:
            super().keyPressEvent(event)


class RegionsPart(Part):
    """Checked regions widen the filter; below a checked country, checking an area narrows to that area."""

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_case = open_case
        self._own: tuple[Place, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._shown: list[RegionNode] = []
        self._settled = True
        self._expanded_once = False
        self.search = TypeAhead(self._suggest)
        self.search.setPlaceholderText(self.tr("Find a region or place"))
        self.search.setAccessibleName(self.tr("Find a region or place"))
        clearable(self.search)
        self.tree = RegionTree(self)
        self.tree.hide()
        self.without = Line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for widget in (self.search, self.tree, self.without):
            column.addWidget(widget)
        self.search.picked.connect(self._found)
        self.tree.items.itemChanged.connect(self._item_changed)

    # -- filter in and out

    def take(self, wanted: Filter) -> None:
        self._chosen = wanted.regions
        self._show_checks()

    def give(self, wanted: Filter) -> Filter:
        return replace(wanted, regions=self._chosen)

    def name(self, code: str) -> str:
        """What a region is called, or its code while that is not known."""
        return self._names.get(code, code)

    def set_own_places(self, places: Iterable[Place]) -> None:
        """Places of the case that the search finds beside the gazetteer's."""
        self._own = tuple(places)

    def show_regions(self, regions: Regions) -> None:
        """A new tree has come: change counts where it is the same, else build it anew as it was opened."""
        self._names.update(regions.names)
        self.without.say(
            {0: "", 1: self.tr("1 incident has no place.")}.get(
                regions.without, self.tr("{0} incidents have no place.").format(f"{regions.without:,}")
            )
        )
        self._settled = False
        if _codes(regions.roots) == _codes(self._shown):
            for node in _flat(regions.roots):
                for item in self._items_of(node.code):
                    _say_count(item, node)
        else:
            self._rebuild(regions.roots)
        self._shown = list(regions.roots)
        self._settled = True
        self._show_checks()

    def _rebuild(self, roots: Sequence[RegionNode]) -> None:
        opened = {item.data(KEY) for item in self._all_items() if self.tree.isExpanded(item.index())}
        current = self.tree.currentIndex().data(KEY)
        self.tree.items.clear()
        for node in roots:
            self.tree.items.appendRow(_item(node))
        for item in self._all_items():
            first_time = not self._expanded_once and len(roots) <= 2
            if item.hasChildren() and (item.data(KEY) in opened or first_time):
                self.tree.expand(item.index())
            if item.data(KEY) == current:
                self.tree.setCurrentIndex(item.index())
        self._expanded_once = self._expanded_once or bool(roots)
        self.tree.setVisible(bool(roots))
        if not self.tree.currentIndex().isValid() and roots:
            self.tree.setCurrentIndex(self.tree.items.index(0, 0))
        self.tree.updateGeometry()

    def _show_checks(self) -> None:
        self._settled = False
        for item in self._all_items():
            code = item.data(KEY)
            below = any(child in self._chosen for child in _codes_below(item))
            partly = Qt.CheckState.PartiallyChecked if below else Qt.CheckState.Unchecked
            item.setCheckState(Qt.CheckState.Checked if code in self._chosen else partly)
            if below and not self.tree.isExpanded(item.index()):
                self.tree.expand(item.index())
        self._settled = True

    # -- what the person does

    def _item_changed(self, item: QStandardItem) -> None:
        if not self._settled:
            return
        code, on = item.data(KEY), item.checkState() == Qt.CheckState.Checked
        chosen = [other for other in self._chosen if other != code]
        if on:
            related = {*_codes_below(item), *_codes_above(item)}
            chosen = [other for other in chosen if other not in related] + [code]
        self._chosen = tuple(chosen)
        self._show_checks()
        self.changed.emit()

    def _found(self, choice: Choice) -> None:
        assert isinstance(choice.value, tuple)
        code, name = choice.value
        self.search.set_typed("")
        if code not in self._chosen:
            self._names.setdefault(code, name)
            self._chosen = (*self._chosen, code)
            self._show_checks()
            self.changed.emit()

    def _suggest(self, text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
        if not text.strip():
            answer(())
            return
        open_case, own, here = self._open_case, self._own, set(self._names)

        def look() -> list[Choice]:
            gazetteer = open_case.gazetteer
            hits = gazetteer.suggest(text, limit=24, country=open_case.info.country, own=own)
            return choices(hits, gazetteer.label, here)

        run(look, answer, owner=self, failed=lambda _: answer(()))

    # -- items

    def _all_items(self) -> Iterable[QStandardItem]:
        return _below(self.tree.items.invisibleRootItem())

    def _items_of(self, code: str) -> list[QStandardItem]:
        return [item for item in self._all_items() if item.data(KEY) == code]


def choices(hits: Sequence[Hit], label: Callable[[str], str], here: Collection[str]) -> list[Choice]:
    """Regions to pick for what was found; a settlement stands for the area that it lies in, each region once.

    Regions that the case has incidents in (`here`) come first, then those that bear the name themselves.
    """
    found: dict[str, Choice] = {}
    areas_first = sorted(hits, key=lambda hit: (hit.how == "fuzzy", hit.place.kind not in _AREAS))
    for hit in areas_first:
        place = hit.place
        if place.kind in _AREAS and place.regions:
            code, detail = place.regions[-1], hit.matched if hit.matched != place.name else ""
        elif place.id is not None and place.geonames is None:
            code, detail = f"place:{place.id}", "A place of this case"
        else:
            code = place.admin1 or place.country
            detail = f"{place.name} lies in it"
        if code and code not in found:
            name = hit.label if code.startswith("place:") else label(code)
            found[code] = Choice(name, detail, value=(code, name), sure=hit.how != "fuzzy")
    return sorted(found.values(), key=lambda choice: (not choice.sure, choice.value[0] not in here))  # type: ignore[index]


def _item(node: RegionNode) -> QStandardItem:
    item = QStandardItem(node.name)
    item.setCheckable(True)
    item.setEditable(False)
    item.setData(node.code, KEY)
    _say_count(item, node)
    for child in node.children:
        item.appendRow(_item(child))
    return item


def _say_count(item: QStandardItem, node: RegionNode) -> None:
    item.setData(node.count, COUNT)
    item.setData(spoken(node.name, node.count), Qt.ItemDataRole.AccessibleTextRole)


def _below(item: QStandardItem) -> Iterable[QStandardItem]:
    for row in range(item.rowCount()):
        child = item.child(row)
        yield child
        yield from _below(child)


def _codes_below(item: QStandardItem) -> list[str]:
    return [child.data(KEY) for child in _below(item)]


def _codes_above(item: QStandardItem) -> list[str]:
    codes, parent = [], item.parent()
    while parent is not None:
        codes.append(parent.data(KEY))
        parent = parent.parent()
    return codes


def _flat(roots: Iterable[RegionNode]) -> Iterable[RegionNode]:
    for node in roots:
        yield node
        yield from _flat(node.children)


def _codes(roots: Iterable[RegionNode]) -> list[tuple[str, str, str]]:
    return [(node.code, node.name, node.parent) for node in _flat(roots)]
