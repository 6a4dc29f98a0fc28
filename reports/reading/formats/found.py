"""What a reader of one format has found so far, and how it gives up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from incidents.record.text import LINE_LIMIT, clean_line, clean_text
from reports.reading.answers import MOST_NOTES
from reports.reading.document import Attachment, Document, Line, Page
from reports.reading.limits import Limits

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9_-]+)?", re.IGNORECASE)


class Broken(Exception):
    """A file that cannot be read; the message goes on after its name. Attributes: reason, as of UnreadableFile."""

    def __init__(self, message: str, reason: str = "damaged") -> None:
        self.reason = reason
        super().__init__(message)


@dataclass(slots=True, kw_only=True)
class Found:
    """A document in the making; the fields are those of `Document`, not yet cleaned.

    Attributes: picture_pages, pages that are pictures whose letters could be recognised. More than `text` is needed
    for `pages` and `lines`: their text must be in normal form already. heads: running heads that the text is without.
    """

    mime: str
    text: str = ""
    encoding: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    pages: list[Page] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    picture_pages: int = 0

    def document(self, limits: Limits) -> Document:
        """The finished document: everything in normal form, nothing over the limits."""
        text = normal(self.text)
        if text != self.text and (self.pages or self.lines):
            self.pages, self.lines = [], []
            self.notes.append("Where each line stands on its page could not be told.")
        if len(text) > limits.text:
            text = _cut(text, limits.text)
            self.notes.append(
                f"Only the first {len(text):,} characters were read; the rest is in the original file."
            )
        return Document(
            text=text,
            mime=line(self.mime),
            encoding=line(self.encoding),
            title=line(self.title),
            author=line(self.author),
            publisher=line(self.publisher),
            url=_address(self.url),
            published=self.published,
            language=language(self.language),
            pages=tuple(_within(page, len(text)) for page in self.pages if page.start <= len(text)),
            lines=tuple(each for each in self.lines if each.end <= len(text)),
            attachments=tuple(Attachment(line(a.name), line(a.mime), a.content) for a in self.attachments),
            notes=tuple(dict.fromkeys(filter(None, map(line, self.notes))))[:MOST_NOTES],
        )


def _cut(text: str, most: int) -> str:
    """The beginning of a text, up to the end of a word where one is near, in normal form again."""
    text = text[:most]
    word = re.search(r"\s\S{0,100}$", text)
    text = text[: word.start()] if word else text
    again = normal(text)
    return again if len(again) <= most else normal(re.sub("[\u2066-\u2069]", "", text))


def normal(text: str) -> str:
    """The text in normal form, such that bringing it there again changes nothing; at most one empty line in a row."""
    text = re.sub(r"[^\S\n]+(?=\n)", "", clean_text(text).replace("\xa0", " ").replace("\xad", ""))
    text = re.sub(r"\n{3,}", "\n\n", text)
    for _ in range(4):
        again = clean_text(text)
        if again == text:
            break
        text = again
    return text


def line(text: str) -> str:
    """One line in normal form that is not too long."""
    kept = clean_line(text.replace("\xad", ""))
    kept = clean_line(kept[:LINE_LIMIT])
    return kept if clean_line(kept) == kept else ""


def language(said: str) -> str:
    """The two letters of a language tag such as en-GB; empty for anything else."""
    tag = _LANGUAGE.fullmatch(said.strip())
    return tag[1].lower() if tag else ""


def _address(said: str) -> str:
    address = line(said)
    return address if re.match(r"https?://\S+$", address) else ""


def _within(page: Page, length: int) -> Page:
    return page if page.end <= length else Page(page.start, length, page.width, page.height)
