"""Web pages: the text of the article without menus, and what the page says of itself."""

from __future__ import annotations

import html
import json
import re
from contextlib import suppress
from datetime import date
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Found, normal
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
_UNSEEN = {
    "script", "style", "noscript", "template", "head", "nav", "form", "button", "select", "svg", "iframe", "object",
    "embed", "aside", "footer", "menu", "dialog", "canvas", "audio", "video", "math",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "article", "section", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl",
    "dt", "dd", "table", "tr", "blockquote", "pre", "figure", "figcaption", "address", "hr", "body", "html", "center",
    "fieldset", "details", "summary", "caption", "thead", "tbody", "title",
}  # fmt: skip


def read(content: bytes, limits: Limits) -> Found:
    """The article of a page with title, author, publisher, address, day and language where the page declares them."""
    named = _CHARSET.search(content[:4096])
    decoded = decode(content, named[1].decode("ascii", "ignore") if named else "")
    found = Found(mime="text/html", encoding=decoded.encoding, notes=list(decoded.notes))
    tree = parsed(decoded.text)
    if tree is None:
        found.text = without_tags(decoded.text)
        return found
    root = tree.getroottree().getroot()
    found.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    _declared(tree, found)
    _prune(tree)
    whole = text_of(tree, 2 * limits.text)
    if len(content) <= _LARGEST_ARTICLE:
        from reports.reading.formats.articles import fill

        fill(found, tree)
    if len(found.text) < 0.2 * len(whole) and len(found.text) < 200:
        found.text = whole
    if not found.text:
        found.text = without_tags(decoded.text)
    return found


def parsed(text: str) -> Any:
    """The tree of a page, or None where there is nothing in it. No entity is followed, nothing is fetched."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    with suppress(etree.ParserError, etree.XMLSyntaxError, ValueError):
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    return None


def text_of(tree: Any, most: int) -> str:
    """All text of a page in its order, a paragraph for each block."""
    parts: list[str] = []
    size = 0
    skipping: Any = None
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start" and skipping is None:
            if tag in _UNSEEN or _hidden(node):
                skipping = node
                continue
            parts.append(
                "\n\n" if tag in _BLOCKS else "\n" if tag == "br" else " | " if tag in ("td", "th") else ""
            )
            parts.append(_flat(node.text))
        elif event == "end":
            if skipping is node:
                skipping = None
            elif skipping is None and tag in _BLOCKS:
                parts.append("\n\n")
            if skipping is None:
                parts.append(_flat(node.tail))
        size += len(parts[-1]) if parts else 0
        if size > most:
            break
    return _tidy("".join(parts))


def without_tags(text: str) -> str:
    """The text of a page that is too broken or too deeply nested to be understood: whatever stands outside tags."""
    text = re.sub(
        r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|$)", " ", text, flags=re.IGNORECASE | re.DOTALL
    )
    text = re.sub(r"<!--.*?(?:-->|$)", " ", text, flags=re.DOTALL)
    text = re.sub(r"</?(?:p|div|br|tr|li|h[1-6])\b[^<>]*>", "\n\n", text, flags=re.IGNORECASE)
    return _tidy(html.unescape(re.sub(r"<[^<>]*>", " ", text)))


def _prune(tree: Any) -> None:
    """Take out what nobody sees, and menus and footers where they are called so."""
    for node in list(tree.iter("nav", "menu", "footer", "template", "dialog")) + [
        node for node in tree.iter() if isinstance(node.tag, str) and _hidden(node)
    ]:
        if node.getparent() is not None:
            node.drop_tree()


def _hidden(node: Any) -> bool:
    return "hidden" in node.attrib or "display:none" in (node.get("style") or "").replace(" ", "").lower()


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _tidy(text: str) -> str:
    lines = (re.sub(r"^[\s|]+|[\s|]+$", "", part) for part in re.sub(r"[ \t]+", " ", text).split("\n"))
    return normal("\n".join(lines))


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
        or (_flat(heading.text_content()).strip() if heading is not None else "")
        or (_flat(title.text_content()).strip() if title is not None else "")
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


def iso_day(said: str) -> date | None:
    """The day of a time such as 2022-05-02T10:00:00Z."""
    with suppress(ValueError):
        return date.fromisoformat(said.strip()[:10].replace("/", "-"))
    return None
