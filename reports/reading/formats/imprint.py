"""What a text says of itself in its first lines: title, publisher, author, date. Empty is better than wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from incidents.record.dates import DateProblem
from incidents.record.dates_said import understand_date
from incidents.record.saying import plain
from reports.reading.formats.found import Found

_LINES, _LONGEST, _LONGEST_TITLE = 14, 400, 160
# Names of the fields as `plain` writes them, in the six languages of the program.
_NAMES = {
    "title": "title|headline|subject|titre|titulo|asunto|заголовок|тема|назва|العنوان|الموضوع",
    "author": "author|authors|written by|reporter|auteur|autor|autora|автор|الكاتب|المؤلف|بقلم",
    "publisher": (
        "publisher|published by|source|outlet|publication|editeur|publie par|publicado por|fuente|editor|источник|"
        "издатель|издание|джерело|видавець|видання|المصدر|الناشر"
    ),
    "published": (
        "published|date published|publication date|date of publication|published on|posted|posted on|released|"
        "release date|issued|date|publie|publie le|date de publication|publicado|publicado el|fecha|"
        "fecha de publicacion|опубликовано|дата публикации|дата|опубліковано|дата публікаціі|оприлюднено|"
        "تاريخ النشر|نشر في|التاريخ"
    ),
    "url": "url|link|web|address|lien|enlace|ссылка|посилання|الرابط",
}
_FIELD = {plain(name): field for field, names in _NAMES.items() for name in names.split("|")}
_LABELLED = re.compile(r"([^\W\d_][^:\n]{1,30}?)\s*:\s+(\S.*)")
_BYLINE = re.compile(r"(?:By|BY|by|Par|Por|Автор|Від)\s+([^\W\d_a-z].{1,80})")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|de|da|dos|van|von|al|el|bin|ibn|and|et|y|і|и|&|,)(?:\s+|$)")
_YEAR, _MONTH, _TH = r"(?:19|20)\d\d", r"[^\W\d_]{3,12}\.?", r"(?:st|nd|rd|th)?"
_DAY = (
    rf"(?:\d{{1,2}}{_TH}[ .]+{_MONTH},?[ ]+{_YEAR}|{_MONTH}[ ]+\d{{1,2}}{_TH},[ ]+{_YEAR}"
    rf"|{_YEAR}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.{_YEAR})"
)
_PLACE_WORD = r"[^\W\d_a-zа-яёіїєґ][^\W\d_]*(?:[.'’-][^\W\d_]+)*"
_PLACE = rf"{_PLACE_WORD}(?:[ /]{_PLACE_WORD}){{0,3}}(?:, {_PLACE_WORD}(?: {_PLACE_WORD}){{0,2}})?"
_DATELINE = re.compile(rf"\(?{_PLACE}(?:,\s*|\s*\()({_DAY})\)?(?:\s*\([^)\n]{{1,30}}\))?\s*(?:[-–—:]|$)")
_ALONE = re.compile(rf"(?:[^\W\d_]{{3,12}},?\s+)?({_DAY})(?:[ ,|]+(?:at )?\d{{1,2}}:\d\d.{{0,12}})?")
_OPENING = re.compile(rf"({_DAY})\s*(?:[-–—]|\()")


def complete(found: Found) -> None:
    """Fill in what the file itself does not declare and its text plainly says."""
    lines = list(_first_lines(found.text))
    told: dict[str, str] = {}
    day: date | None = None
    for text in lines:
        labelled = _LABELLED.fullmatch(text)
        field = _FIELD.get(plain(labelled[1]).strip()) if labelled else None
        if labelled and field == "published":
            day = day or _day(labelled[2])
        elif labelled and field:
            told.setdefault(field, labelled[2].strip())
        elif "author" not in told and (name := _byline(text)):
            told["author"] = name
        day = day or _dateline(text)
    found.published = found.published or day
    found.author = found.author or told.get("author", "")
    found.publisher = found.publisher or told.get("publisher", "")
    found.title = found.title or told.get("title", "") or _title(found.text)
    if not found.url and re.fullmatch(r"https?://\S+", told.get("url", told.get("publisher", ""))):
        found.url = told.get("url", told.get("publisher", ""))
    if re.match(r"https?://", found.publisher):
        found.url, found.publisher = found.url or found.publisher, ""


def iso_day(said: str) -> date | None:
    """The day of a time such as 2022-05-02T10:00:00Z."""
    with suppress(ValueError):
        return date.fromisoformat(said.strip()[:10].replace("/", "-"))
    return None


def _first_lines(text: str) -> Iterator[str]:
    """The first lines that are not empty, each cut to a length that a heading or dateline has."""
    kept = [line.strip() for line in text[: _LINES * _LONGEST].split("\n")]
    yield from [line[:_LONGEST] for line in kept if line][:_LINES]


def _title(text: str) -> str:
    """The first line, where it stands alone and is no sentence."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    if not rest.startswith("\n") or not rest.strip() or not 4 <= len(first) <= _LONGEST_TITLE:
        return ""
    if re.search(r"[.;:,!]$", first) and not re.search(r"\b[A-Z]\.$", first):
        return ""
    if _LABELLED.fullmatch(first) and plain(first.split(":")[0]).strip() in _FIELD:
        return ""
    letters = sum(c.isalpha() for c in first)
    if letters < 0.5 * len(first) or len(first.split()) < 2 or _dateline(first) or _byline(first):
        return ""
    return first


def _byline(text: str) -> str:
    said = _BYLINE.fullmatch(text)
    if not said:
        return ""
    name = said[1].strip()
    words = name.split()
    return name if 2 <= len(words) <= 8 and "".join(_NAME.findall(name + " ")).strip() == name else ""


def _dateline(text: str) -> date | None:
    """The day of "GENEVA, 1 November 2016 –" at the beginning of a line, or of a line that is a date."""
    said = _ALONE.fullmatch(text) or _DATELINE.match(text) or _OPENING.match(text)
    return _day(said[1]) if said else None


def _day(text: str) -> date | None:
    """One day with its year, not in the future; None for anything less sure."""
    text = re.sub(r"T?\s*\d{1,2}:\d\d.*$", "", text.strip()).strip(" .,|")
    if not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)|[٠-٩]{4}", text):
        return None
    today = date.today()
    try:
        when = understand_date(re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", text), today=today)
    except DateProblem:
        return None
    sure = when.start is not None and when.start == when.end and not when.qualifier
    return when.start if sure and when.start and when.start <= today + timedelta(days=1) else None
