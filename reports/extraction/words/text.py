"""A report's text as extraction sees it: paragraphs, sentences and words, each with its position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import sentencex

from reports.extraction.words.clitics import parts
from reports.extraction.words.normal import norm

__all__ = ["Sentence", "Text", "Word", "norm"]

_WORD = re.compile(
    r"\d+(?:[.,\u202f\u00a0 ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|"
    r"[^\W\d_][\w\u0300-\u036f\u064b-\u065f\u0670]*(?:[-'’.]\w+)*|\w+|[^\w\s]"
)
_JOINED = frozenset(("fr", "ar"))  # languages that write small words together with the next
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_BULLETS = str.maketrans("•·◦▪●■‣", "-------")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark. norm is what lexicons are compared with: small letters, no possessive ending."""

    start: int
    end: int
    text: str
    norm: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence. number counts from 0 through the text, paragraph likewise; title: a heading, not a sentence."""

    start: int
    end: int
    number: int
    paragraph: int
    words: tuple[Word, ...]
    title: bool = False

    def slice(self, first: int, last: int) -> str:
        """The text from word `first` up to, not including, word `last`, in normal form."""
        return " ".join(word.norm for word in self.words[first:last])


@dataclass(frozen=True, eq=False)
class Text:
    """A report's text with its sentences."""

    text: str
    language: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, headings included, in order."""
        found: list[Sentence] = []
        for number, block in enumerate(_PARAGRAPH.finditer(self.text)):
            for start, end in _sentences(block[0], self.language):
                begin, stop = block.start() + start, block.start() + end
                words = tuple(_words(self.text, begin, stop, self.language))
                if words:
                    title = _is_title(self.text[begin:stop], block[0], first=number == 0)
                    found.append(Sentence(begin, stop, len(found), number, words, title))
        return tuple(found)

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a character."""
        return next((s for s in self.sentences if s.start <= position < s.end), None)


def _sentences(block: str, language: str) -> list[tuple[int, int]]:
    """Bounds of the sentences of one paragraph; lists broken into lines are sentences of their own."""
    found, at = [], 0
    block = block.translate(_BULLETS)  # sentencex finds no sentences after these
    for piece in sentencex.segment(language or "en", block):
        start = block.find(piece, at)
        if start < 0:
            start = at
        at = start + len(piece)
        for line in re.finditer(r"[^\n]*(?:\n(?![-*•·◦▪\d(])[^\n]*)*", piece):
            told = line[0].strip()
            if told:
                begin = start + line.start() + line[0].index(told[0])
                found.append((begin, begin + len(told)))
    return _rejoined(block, found)


def _rejoined(block: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Footnote marks and single letters that were split off belong to the sentence before."""
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and len(re.sub(r"[\W\d_]", "", block[start:end])) < 2:
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _is_title(sentence: str, block: str, *, first: bool) -> bool:
    """A line by itself that does not end like a sentence; what a text begins with may be longer."""
    longest = 200 if first else 90
    return sentence == block.strip() and len(sentence) < longest and sentence[-1:] not in '.!?…”"»:;,'


def _words(text: str, start: int, end: int, language: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text, start, end):
        if language in _JOINED and match[0][0].isalpha():
            at = match.start()
            found += [Word(at + a, at + b, match[0][a:b], form) for a, b, form in parts(match[0], language)]
        else:
            found.append(Word(match.start(), match.end(), match[0], norm(match[0])))
    return found
