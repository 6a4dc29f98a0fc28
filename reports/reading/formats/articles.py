"""The article of a web page without menus, adverts and footers, found by trafilatura."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import trafilatura

from reports.reading.formats.found import Found, normal
from reports.reading.formats.pages import parsed


def fill(found: Found, tree: Any) -> None:
    """The text of the article, and what the page tells where its plain tags did not.

    Its guesses at a day and at the name of the site are left aside: they are often wrong, and empty is better.
    """
    with suppress(Exception):  # a page that it does not understand is read whole
        told = _extracted(tree)
        if told is None:
            return
        rows = re.sub(r"(?m)^[|\s-]+$", "", told.text or "")  # rules of tables
        text = re.sub(r"(?m)^(?:\|\s*)+|(?:\s*\|)+[^\S\n]*$", "", rows)
        found.text = normal(re.sub(r"\n+", "\n\n", text))
        found.title = found.title or told.title or ""
        found.author = found.author or told.author or ""
        found.url = found.url or told.url or ""


def with_headings(article: str, whole: str, headings: list[str]) -> str:
    """The article with those headings of the page that stand right above a paragraph of it but its first."""
    blocks = article.split("\n\n")
    place_of: dict[str, int] = {}
    for place, block in enumerate(blocks):
        place_of.setdefault(letters(block), place)
    wanted = {letters(heading) for heading in headings} - {"", *place_of}
    waiting: list[str] = []
    last = -1
    above: dict[int, list[str]] = {}
    for block in whole.split("\n\n"):
        key = letters(block)
        place = place_of.get(key, -1)
        if key in wanted:
            waiting.append(block)
        else:
            if waiting and 0 <= last < place:
                above.setdefault(place, waiting)
            waiting = []
            last = max(last, place)
    told = [[*above.get(place, []), block] for place, block in enumerate(blocks)]
    return "\n\n".join(block for part in told for block in part)


def letters(text: str) -> str:
    """The letters and figures of a text, to tell whether two say the same."""
    return re.sub(r"\W+", "", text)


def _extracted(tree: Any) -> Any:
    return trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
    )


# Its tables are made at the first use: here, where they are kept for all the pages that follow.
_extracted(
    parsed(
        f"<html><body><article><h1>A page</h1>{'<p>Words of a page that nobody reads.</p>' * 9}</article></body></html>"
    )
)
