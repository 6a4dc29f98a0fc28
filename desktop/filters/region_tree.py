"""Regions with their counts as a tree: built off the main thread from counts and gazetteer; no Qt in here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from incidents.search.results import Facets

if TYPE_CHECKING:
    from incidents.places import Gazetteer
    from incidents.record.place import Place


@dataclass(slots=True)
class RegionNode:
    """One region: its code, name, how many incidents it would give, and what lies below it."""

    code: str
    name: str
    count: int = 0
    parent: str = ""
    children: list[RegionNode] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Regions:
    """The tree, the names of all regions that were asked for, and how many incidents have no country."""

    roots: tuple[RegionNode, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    without: int = 0


def build(facets: Facets, gazetteer: Gazetteer | None, chosen: Iterable[str], own: Iterable[Place] = ()) -> Regions:
    """Countries and first-level areas that occur, named areas, and everything that is chosen even with no incident."""
    nodes: dict[str, RegionNode] = {}
    places = {f"place:{place.id}": place for place in own}
    chosen = tuple(chosen)
    for code, count in (*facets.countries.items(), *facets.admin1.items(), *facets.areas.items()):
        if code:
            nodes[code] = _node(code, count, gazetteer, places)
    for code in chosen:
        nodes.setdefault(code, _node(code, 0, gazetteer, places))
    for node in list(nodes.values()):
        if node.parent and node.parent not in nodes:
            nodes[node.parent] = _node(node.parent, facets.countries.get(node.parent, 0), gazetteer, places)
    for node in nodes.values():
        if node.parent:
            nodes[node.parent].children.append(node)
    for node in nodes.values():
        node.children.sort(key=_by_name)
    roots = sorted((node for node in nodes.values() if not node.parent), key=_by_kind)
    names = {code: _full_name(node, gazetteer) for code, node in nodes.items()}
    return Regions(tuple(roots), names, facets.countries.get("", 0))


def _node(code: str, count: int, gazetteer: Gazetteer | None, places: dict[str, Place]) -> RegionNode:
    if code in places:
        place = places[code]
        return RegionNode(code, place.name, count, place.admin1 or place.country)
    area = gazetteer.area(code) if gazetteer is not None else None
    if area is None:
        return RegionNode(code, code, count)
    return RegionNode(code, area.name, count, area.parent)


def _full_name(node: RegionNode, gazetteer: Gazetteer | None) -> str:
    return node.name if gazetteer is None or node.code.startswith("place:") else gazetteer.label(node.code)


def _by_name(node: RegionNode) -> str:
    return node.name.casefold()


def _by_kind(node: RegionNode) -> tuple[int, str]:
    """Countries first, then named areas, then whatever is not known."""
    rank = 0 if len(node.code) == 3 else 1 if node.code.startswith("area:") else 2
    return rank, node.name.casefold()
