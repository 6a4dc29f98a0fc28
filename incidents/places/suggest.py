"""Suggestions while one types: exact names before beginnings before slips, then size, then the usual country.

Sizes are compared by their number of digits, so that among towns of one order the usual country comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from incidents.places.areas import Hit, How
from incidents.places.store import END, Item, Store, key_of
from incidents.record.folding import latin
from incidents.record.place import Place

START = 5  # letters of a beginning in which one slip is forgiven; as the file was built
MOST_STARTS = 64
MOST_NAMES = 400  # of one beginning that are compared
WIDELY_KNOWN = 30_000  # ranks that a half-typed name with a slip may mean
LONGEST_WITH_SLIPS = 40  # letters
MOST_CONTEXT = 3  # parts after commas that are looked at
FOR_SLIPS = 3  # places on the list that are kept for names found in spite of a slip
FOREIGN = 2  # digits taken off the size of what begins so only in another language of the same script
OWN_SIZE = 5  # digits of the size that a place of the case itself is ranked by

Sort = tuple[int, int, bool, int]


@lru_cache(maxsize=20_000)
def _own_keys(name: str, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, (key_of(text) for text in (name, *names))))


def allowed_slips(length: int) -> int:
    """How many typing errors a name of this length may hold. Beyond what names are long, none: that is not a name."""
    return 0 if length < 4 or length > LONGEST_WITH_SLIPS else 1 if length < 6 else 2


class Suggester:
    """Finds and orders. Holds no state of one search."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._large: dict[int, dict[int, str]] | None = None

    def suggest(self, text: str, limit: int, country: str, own: Iterable[Place]) -> list[Hit]:
        """The likeliest places for what was typed so far."""
        head, *rest = [key_of(part) for part in text[:400].split(",")]
        if not head or limit < 1:
            return []
        context = list(filter(None, rest))[:MOST_CONTEXT]
        wide = 400 if context else 4 * limit + 20
        found = list(self._found(head, country, wide, own))
        if not any(hit[0][0] < 2 for hit in found) and (written := key_of(latin(head))) != head:
            found += self._found(written, country, wide, ())
        chosen = self._chosen(found, limit, context)
        return self._told_apart([self._hit(how, place, head) for how, place in chosen])

    def _found(
        self, key: str, country: str, wide: int, own: Iterable[Place]
    ) -> Iterator[tuple[Sort, How, Item | Place]]:
        exact = self._store.exact(key, wide)
        seen = set(exact)
        for item in self._store.items(exact):
            yield self._order(0, item, country), "exact", item
        begun = [rank for rank in self._store.starting(key) if rank not in seen][:wide]
        seen.update(begun)
        for item in self._store.items(begun):
            foreign = key.isascii() and not any(
                key_of(name).startswith(key) for name in self._own_names(item)
            )
            yield self._order(1, item, country, FOREIGN if foreign else 0), "prefix", item
        if slips := 0 if exact else allowed_slips(len(key)):
            distances = {rank: far for rank, far in self.slipped(key, slips).items() if rank not in seen}
            nearest = sorted(distances, key=lambda rank: (distances[rank], rank))[:wide]
            for item in self._store.items(nearest):
                yield self._order(1 + distances[item.rank], item, country), "fuzzy", item
        yield from self._own(key, country, own)

    def _own(self, key: str, country: str, own: Iterable[Place]) -> Iterator[tuple[Sort, How, Item | Place]]:
        slips = allowed_slips(len(key))
        for number, place in enumerate(own):
            names = _own_keys(place.name, place.names)
            size = len(str(place.population)) if place.population else OWN_SIZE
            order = (-size, country != place.country, -1_000_000 + number)
            if key in names:
                yield (0, *order), "exact", place
            elif any(name.startswith(key) or f" {key}" in name for name in names):
                yield (1, *order), "prefix", place
            elif slips:
                from rapidfuzz.distance import OSA

                far = min((OSA.distance(key, name, score_cutoff=slips) for name in names), default=slips + 1)
                if far <= slips:
                    yield (1 + far, *order), "fuzzy", place

    def _own_names(self, item: Item) -> tuple[str, ...]:
        area = None if item.kind == "settlement" else self._store.area(item.region)
        return (item.name,) if area is None else (item.name, area.short)

    def _order(self, step: int, item: Item, country: str, less: int = 0) -> Sort:
        return step, less - item.magnitude, bool(country) and not self._lies_in(item, country), item.rank

    def _lies_in(self, item: Item, country: str) -> bool:
        area = self._store.area(item.region)
        return area is not None and country in (area.code, area.parent)

    def _chosen(
        self, found: list[tuple[Sort, How, Item | Place]], limit: int, context: list[str]
    ) -> list[tuple[How, Place]]:
        found.sort(key=lambda hit: hit[0])
        sure: list[tuple[How, Place]] = []
        slipped: list[tuple[How, Place]] = []
        for _order, how, thing in found:
            side = slipped if how == "fuzzy" else sure
            if len(side) >= limit:
                continue
            place = self._store.place(thing) if isinstance(thing, Item) else thing
            if all(self.mentions(place, part) for part in context):
                side.append((how, place))
        room = limit - min(len(slipped), FOR_SLIPS)
        return [*sure[:room], *slipped][:limit]

    def mentions(self, place: Place, part: str) -> bool:
        """True when the words after a comma begin a name of the place's region or country."""
        names = {key for code in place.regions for key in self._store.area_keys(code)}
        names |= {key_of(name) for name in (place.admin1_name, place.country_name, place.country)}
        return any(name.startswith(part) for name in names)

    def _hit(self, how: How, place: Place, key: str) -> Hit:
        fits: dict[How, Callable[[str], bool]] = {
            "exact": lambda name: key_of(name) == key,
            "prefix": lambda name: key_of(name).startswith(key),
            "fuzzy": lambda _name: True,
        }
        matched = next(filter(fits[how], (place.name, *place.names)), place.name)
        return Hit(place, place.label, matched, how)

    @staticmethod
    def _told_apart(hits: list[Hit]) -> list[Hit]:
        """Says of an area that it is one, where a city is labelled the same; tells other namesakes by coordinates."""
        labels = Counter(hit.label for hit in hits)
        apart = []
        for hit in hits:
            place, label = hit.place, hit.label
            if labels[label] > 1 and place.kind != "settlement":
                label = f"{label} ({'country' if place.kind == 'country' else 'region'})"
            elif labels[label] > 1 and place.lat is not None and place.lon is not None:
                label = f"{label} ({place.lat:.2f}, {place.lon:.2f})"
            apart.append(replace(hit, label=label))
        return apart

    # ------------------------------------------------------------------ slips of the keyboard
    def slipped(self, key: str, slips: int) -> dict[int, int]:
        """Rank -> number of typing errors, for names that what was typed may mean."""
        from rapidfuzz.distance import OSA

        best: dict[int, int] = {}
        size = len(key)
        half = 1 if size < 8 else slips  # slips in a half-typed name: fewer, because it fits so much
        distance = OSA.distance
        for start in self._starts(key):
            for name, rank in self._names_from(start, size, slips):
                far = distance(key, name, score_cutoff=slips)
                if far > slips and rank < WIDELY_KNOWN:
                    far = min(distance(key, name[:end], score_cutoff=half) for end in (size, size + 1))
                    far = far if far <= half else slips + 1
                if far <= slips and far < best.get(rank, slips + 1):
                    best[rank] = max(far, 1)
        if not best and slips > 1:
            best = self._slipped_at_large(key, slips)
        return best

    def _starts(self, key: str) -> list[str]:
        """Beginnings of names that differ from the typed one by a slip at most."""
        from rapidfuzz.distance import OSA

        start = key[:START]
        under = {start, *(start[:at] + start[at + 1 :] for at in range(len(start)))}
        query = f"SELECT starts FROM slip WHERE key IN ({','.join('?' * len(under))})"  # noqa: S608 - question marks
        found = {
            each for row in self._store.database.execute(query, sorted(under)) for each in row[0].split("|")
        }
        # One letter too few or too many shifts the beginning, so that it is compared at three lengths.
        cuts = {key[:length] for length in (START - 1, START, START + 1)}
        return sorted(found, key=lambda each: (min(OSA.distance(cut, each) for cut in cuts), each))[
            :MOST_STARTS
        ]

    def _names_from(self, start: str, size: int, slips: int) -> Iterator[tuple[str, int]]:
        yield from self._store.database.execute(
            "SELECT key, rank FROM name WHERE key >= ? AND key < ? "
            "AND (rank < ? OR length(key) BETWEEN ? AND ?) LIMIT ?",
            (start, start + END, WIDELY_KNOWN, size - slips, size + slips, MOST_NAMES),
        )

    def _slipped_at_large(self, key: str, slips: int) -> dict[int, int]:
        """The same, compared with every larger place: finds two slips in one beginning, which the index does not."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if self._large is None:
            (text,) = self._store.database.execute("SELECT value FROM meta WHERE key = 'large'").fetchone()
            large: dict[int, dict[int, str]] = {}
            for name, rank in (line.split("\t") for line in text.split("\n")):
                large.setdefault(len(name), {})[int(rank)] = name
            self._large = large
        best: dict[int, int] = {}
        for size in range(len(key) - slips, len(key) + slips + 1):
            names = self._large.get(size, {})
            for _name, far, rank in process.extract(
                key, names, scorer=OSA.distance, score_cutoff=slips, limit=20
            ):
                best[rank] = max(int(far), 1)
        return best
