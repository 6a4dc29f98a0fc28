"""Names of places in Ukrainian and Russian cases: "в Мариуполе", "у Харкові", "Харківської" (області).

Words are not looked up in a dictionary of forms: their ending is replaced by those that a name in the nominative may
have, and the gazetteer tells which of the results is a name.
"""

from __future__ import annotations

import re
from itertools import product

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MOST = 3  # words of a name
_FORMS = 6  # of each word of a longer name
# Endings of the cases, the longest first, and what may stand there in the nominative.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ією", ("ія",)), ("ами", ("и", "ы", "а")), ("ями", ("і", "и")), ("ому", ("е", "ий", "ый", "ое", "")),
    ("ого", ("е", "ий", "ый", "ое")), ("ими", ("і",)), ("еві", ("ів",)), ("ові", ("ів", "")),
    ("ьому", ("є",)), ("ії", ("ія",)), ("ию", ("ия", "ий")), ("ии", ("ия", "ий")), ("ием", ("ий", "ие")),
    ("ію", ("ія", "ій")), ("ем", ("ь", "й", "", "е")), ("єм", ("й",)),
    ("ом", ("", "о", "ый", "ий", "ое", "е")),
    ("ах", ("и", "ы", "а")), ("ях", ("і", "я", "и", "ы")), ("ів", ("и", "і")), ("ій", ("а", "я")), ("ої", ("а",)),
    ("ой", ("а", "ая")), ("ою", ("а",)), ("ую", ("ая",)), ("ею", ("я", "а")), ("єю", ("я",)), ("ей", ("я", "ь")),
    ("ці", ("ка", "ця", "ц")), ("зі", ("г", "га", "з", "за")), ("сі", ("са", "с", "ха")),
    ("ье", ("ье", "ья")), ("ья", ("ье",)), ("ью", ("ье", "ь")),
    ("жжя", ("жжя",)), ("жжі", ("жжя",)), ("ллі", ("лля",)), ("нні", ("ння",)),
    ("і", ("", "а", "ь", "я", "о")), ("ї", ("я", "й")), ("и", ("а", "я", "ь")), ("ы", ("а",)),
    ("е", ("", "а", "ь", "о", "я", "й")), ("у", ("", "а", "о")),
    ("ю", ("ь", "я", "й", "е")), ("а", ("", "о")), ("я", ("ь", "й", "е", "я")),
)  # fmt: skip
_VOWELS = "аеєиіїоуюяыэё"
# An area named by an adjective, and how the gazetteer names it.
_ADJECTIVE = re.compile("(.{2,}?(?:ськ|цьк|зьк|ск|цк))(ій|ої|у|ою|а|ий|ому|им|ого|ой|ую|ая|ом|ого)$")
_AREAS = {"ськ": ("ська область", "ський край"), "цьк": ("цька область",), "зьк": ("зька область",),
          "ск": ("ская область", "ский край"), "цк": ("цкая область", "цкий край")}  # fmt: skip


def nominatives(name: str) -> tuple[str, ...]:
    """The forms that a gazetteer may have of a name in some case, the name itself left out; few or none."""
    if not _CYRILLIC.search(name) or len(name) > 60:
        return ()
    words = name.split()
    if not 0 < len(words) <= _MOST:
        return ()
    if len(words) == 1:
        return tuple(dict.fromkeys(f for f in (*_word(name), *_area(name)) if f != name))
    forms = [(word, *_word(word))[:_FORMS] for word in words]
    return tuple(dict.fromkeys(" ".join(p) for p in product(*forms) if list(p) != words))


def adjectival(name: str, placed: bool = False) -> bool:
    """Whether a name is an adjective in form, which names a place only with a word such as "область" after it.

    placed: a preposition stands before it; then "з Луганська", "у Луганську" may be cases of a town.
    """
    match = _ADJECTIVE.search(name.casefold()) if " " not in name and len(name) <= 60 else None
    return match is not None and not (placed and match[2] in ("а", "у", "ом"))


def _word(word: str) -> list[str]:
    """Nominatives of one word, likeliest first."""
    head, dash, tail = word.rpartition("-")
    found: list[str] = []
    low = tail.casefold()
    for ending, others in _ENDINGS:
        if low.endswith(ending) and len(tail) - len(ending) >= 2:
            stem = tail[: len(tail) - len(ending)]
            for other in others:
                found += _spelled(stem, other)
    if low[-1:] not in _VOWELS and len(low) > 2:
        found += [tail + "и", tail + "ы"]
    return [head + dash + form for form in dict.fromkeys(found) if form != tail]


def _spelled(stem: str, ending: str) -> list[str]:
    """A stem with an ending; a closed syllable may have another vowel: "Харкова", but "Харків"."""
    forms = [stem + ending]
    bare = forms[0].removesuffix("ь")
    soft = forms[0][len(bare) :]
    if len(bare) > 2 and bare[-1] not in _VOWELS:
        if bare[-2] in "ое":
            forms.append(f"{bare[:-2]}і{bare[-1]}{soft}")
        elif bare[-2] == "є":
            forms.append(f"{bare[:-2]}ї{bare[-1]}{soft}")
        if bare[-1] == "ц" and not ending:
            forms += [f"{bare[:-1]}ець", f"{bare[:-1]}ец"]
    return forms


def _area(word: str) -> list[str]:
    match = _ADJECTIVE.search(word)
    if match is None:
        return []
    ending = next(e for e in ("ськ", "цьк", "зьк", "ск", "цк") if match[1].endswith(e))
    stem = match[1].removesuffix(ending)
    return [stem + full for full in _AREAS[ending]]
