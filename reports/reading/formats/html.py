"""Web pages: the text of the article without menus, and what the page says of itself."""

from __future__ import annotations

import json
import re
from typing import Any

from reports.reading.formats.articles import fill, letters, with_headings
from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Found
from reports.reading.formats.imprint import iso_day
from reports.reading.formats.pages import flat, parsed, prune, text_of, without_tags
from reports.reading.limits import Limits

# Larger pages are data rather than articles; looking for the article in them takes minutes.
_LARGEST_ARTICLE = 5_000_000
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_DAYS = (
    "article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "date",
    "citation_publication_date",
)


def read(content: bytes, limits: Limits, charset: str = "") -> Found:
    """The article of a page with title, author, publisher, address, day and language where the page declares them."""
    named = _CHARSET.search(content[:4096])
    decoded = decode(content, charset or (named[1].decode("ascii", "ignore") if named else ""))
    found = Found(mime="text/html", encoding=decoded.encoding, notes=list(decoded.notes))
    tree = parsed(decoded.text)
    if tree is None:
        found.text = without_tags(decoded.text)
        return found
    root = tree.getroottree().getroot()
    found.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    _declared(tree, found)
    prune(tree)
    whole = text_of(tree, 2 * limits.text)
    if len(content) <= _LARGEST_ARTICLE:
        headings = ["".join(node.itertext()) for node in tree.iter("h1", "h2", "h3", "h4")]
        fill(found, tree)
        found.text = with_headings(found.text, whole, headings)
    too_little = len(found.text) < 0.2 * len(whole) and len(found.text) < 200
    if too_little or letters(found.text) == letters(
        whole
    ):  # where nothing is left out, its paragraphs are better
        found.text = whole
    if not found.text:
        found.text = without_tags(decoded.text)
    return found


def _declared(tree: Any, found: Found) -> None:
    """The page's own tags, which say it most plainly."""
    told: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name and tag.get("content"):
            told.setdefault(name, tag.get("content").strip())
    title = tree.find(".//title")
    heading = tree.find(".//h1")
    found.title = (
        told.get("og:title") or told.get("dc.title") or told.get("citation_title")
        or (flat(heading.text_content()).strip() if heading is not None else "")
        or (flat(title.text_content()).strip() if title is not None else "")
    )  # fmt: skip
    found.author = told.get("author") or told.get("dc.creator") or told.get("citation_author") or ""
    if re.match(r"https?://", found.author):
        found.author = ""
    found.publisher = told.get("og:site_name") or told.get("dc.publisher") or told.get("publisher") or ""
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), "")
    found.url = canonical or told.get("og:url") or ""
    found.language = (
        found.language or told.get("og:locale") or told.get("dc.language") or told.get("language") or ""
    )
    for name in _DAYS:
        found.published = found.published or iso_day(told.get(name, ""))
    for tag in tree.iter("script"):
        if (tag.get("type") or "").lower() == "application/ld+json":
            _structured(tag.text or "", found)
    for tag in tree.iter("time"):
        published = "pubdate" in tag.attrib or tag.get("itemprop") == "datePublished"
        if found.published is None and published:
            found.published = iso_day(tag.get("datetime") or "")


def _structured(said: str, found: Found) -> None:
    """What a page tells in JSON ("schema.org") of the article on it."""
    try:
        waiting: list[Any] = [json.loads(said)]
    except (ValueError, RecursionError):
        return
    for _ in range(200):
        if not waiting:
            break
        told = waiting.pop(0)
        if isinstance(told, list):
            waiting += told
        elif isinstance(told, dict):
            waiting.append(told.get("@graph"))
            if "datePublished" in told or "headline" in told:
                found.title = found.title or _name(told.get("headline"))
                found.author = found.author or _name(told.get("author"))
                found.publisher = found.publisher or _name(told.get("publisher"))
                found.published = found.published or iso_day(str(told.get("datePublished") or ""))


def _name(said: Any) -> str:
    """The name in the ways in which such data tell one."""
    if isinstance(said, list):
        return ", ".join(filter(None, map(_name, said[:10])))
    if isinstance(said, dict):
        said = said.get("name")
    return said.strip() if isinstance(said, str) else ""
