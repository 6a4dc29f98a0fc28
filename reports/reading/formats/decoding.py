"""Bytes to characters: marks at the beginning, declared names, UTF-8, UTF-16 without a mark, and the old code pages."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from reports.reading.formats.found import Broken
from reports.reading.formats.garbled import repair

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Pages that call themselves Latin-1 or ASCII are Windows pages, as browsers read them.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_PUT_RIGHT = (
    "The text had been garbled by a wrong encoding (such as “Ã©” for “é”) and was put right; "
    "compare it with the original."
)
_NO_TEXT = (
    "is not a text and no document that Vigil knows. It reads text, HTML, PDF, DOCX, ODT, RTF and mail."
)
_SAMPLE = 200_000
_SURE_SIGNS = 3
# In one code page of the list every letter has another place; what is read as a wrong one is full of rare letters.
_COMMON = {
    "cp1251": "оеаинтсрвлкмдпуяіьыгзбчйжхшюцщєїґ",
    "koi8-u": "оеаинтсрвлкмдпуяіьыгзбчйжхшюцщєїґ",
    "cp866": "оеаинтсрвлкмдпуяіьыгзбчйжхшюцщєїґ",
    "iso8859-5": "оеаинтсрвлкмдпуяіьыгзбчйжхшюцщєїґ",
    "cp1256": "اليمنوترهبدعسفقحكجشطصخأإةىآءئؤزذثضغظ،؟",
    "iso8859-6": "اليمنوترهبدعسفقحكجشطصخأإةىآءئؤزذثضغظ،؟",
    "cp1255": "יוהלאמרתבנשעדחקפסכגצטזםןךףץ",
    "cp1253": "αοιετσνηυρπκμλςγδάίόέήύώθφχβξζψ",
    "cp1254": "ışğüöçİŞĞÜÖÇâî",
    "cp1250": "ěščřžýáíéúůňťďąęłćńóśźżőűăšžľ",
    "iso8859-2": "ěščřžýáíéúůňťďąęłćńóśźżőűăšžľ",
    "mac-roman": "éèàùâêîôûçëïüœæáíóúñãõäößåø¿¡",
    "cp1252": "éèàùâêîôûçëïüœæáíóúñãõäößåø¿¡",
}
_EASTERN = re.compile("[\u0020-\u007e\n\r\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_SIGNS = set("–—’‘“”„…«»•€№°§\xa0‚©®™·´¨")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and what the reader of the report should know about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(content: bytes, declared: str = "") -> Decoded:
    """The text of a file. `declared` is the encoding that the file names itself, if any. Raises Broken."""
    read = _marked(content) or _unmarked_wide(content) or _plainly_utf8(content, declared)
    read = read or _declared(content, declared) or _utf8(content) or _old(content)
    if _unreadable(read.text[:_SAMPLE]):
        raise Broken(_NO_TEXT, "unknown")
    text, runs = repair(read.text)
    if not runs:
        return read
    return Decoded(text, read.encoding, (*read.notes, _PUT_RIGHT))


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _replacing(content[len(mark) :], encoding)
    return None


def _replacing(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    notes = (
        (f"{lost:,} places could not be decoded as {encoding} and are marked with \ufffd.",) if lost else ()
    )
    return Decoded(text, encoding, notes)


def _unmarked_wide(content: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 that does not say so: half of the bytes of a text are the same few."""
    sample = content[: _SAMPLE // 4 * 4]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    best, chosen = 0.6, ""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        wide = 4 if "32" in encoding else 2
        if len(content) % wide and len(content) % wide != 1:
            continue
        text = sample[: len(sample) // wide * wide].decode(encoding, "replace")
        if "\0" in text:
            continue
        # Letters of one alphabet, and spaces between them; wrong halves give signs from everywhere.
        share = sum((c.isalnum() and c < "\u2000") or c in " \n\r\t.,;:-()\"'" for c in text) / len(text)
        if share > best and any(c in text for c in " \n"):
            best, chosen = share, encoding
        elif best < 0.7 and wide == 2 and len(_EASTERN.findall(text)) > 0.9 * len(text):
            chosen = encoding
    if not chosen:
        return None
    return _replacing(content, chosen)


def _declared(content: bytes, declared: str) -> Decoded | None:
    if not declared:
        return None
    try:
        named = codecs.lookup(declared).name
        if named in ("utf-8", "utf-16", "utf-32") or not isinstance("".encode(named), bytes):
            return None
        named = _MEANT.get(named, named)
        return Decoded(content.decode(named), named)
    except (LookupError, ValueError, TypeError):
        return None


def _plainly_utf8(content: bytes, declared: str) -> Decoded | None:
    """UTF-8 whatever the file says of itself: no other encoding gives so many of its signs by accident."""
    if not declared or content.isascii():
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "utf-8") if len(content) - len(text) >= _SURE_SIGNS else None


def _utf8(content: bytes) -> Decoded | None:
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass  # damaged UTF-8, or something else
    text = content.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    good = len(re.findall(r"[\x80-\ufffc\U00010000-\U0010ffff]", text))
    if good < 8 * lost:
        return None
    note = f"{lost:,} places could not be decoded as utf-8 and are marked with \ufffd."
    return Decoded(text, "utf-8", (note,))


def _old(content: bytes) -> Decoded:
    sample = content[:_SAMPLE]
    scored = []
    for place, encoding in enumerate(_COMMON):
        try:
            scored.append((_score(sample.decode(encoding), _COMMON[encoding]), -place, encoding))
        except UnicodeDecodeError:
            continue
    best = max(scored, default=(0.0, 0, ""))
    encoding = best[2] if best[0] >= 0.6 else _by_library(sample) or best[2] or "cp1252"
    text = content.decode(encoding, "replace")
    said = f"The encoding is not named in the file; it was read as {encoding}. Check the letters."
    return Decoded(text, encoding, (said,))


def _unreadable(sample: str) -> bool:
    """Whether this is a picture, a program or the like, and no text in any encoding."""
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", sample))
    return controls > max(1, len(sample) // 50)


def _score(text: str, common: str) -> float:
    """How much the letters beyond ASCII look like a language: 1 is best."""
    foreign = [c for c in text if c > "\x7f" and c not in _SIGNS]
    if not foreign:
        return 1.0 if common.startswith("é") else 0.5
    usual = set(common)
    first = set(common[:12])
    points = sum(
        1.0 if c in first else 0.7 if c in usual else 0.35 if c.lower() in usual else -0.5 for c in foreign
    )
    # Capitals inside words, and letters of two alphabets in one word.
    odd = len(re.findall(r"[^\W\d_A-Z][A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω]", text))
    if not common.startswith(("é", "ě", "ı")):
        odd += len(re.findall(r"[a-z][^\x00-\x7f\W]|[^\x00-\x7f\W][a-z]", text))
    return (points - 1.5 * odd) / len(foreign)


def _by_library(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:50_000]).best()
    return best.encoding if best is not None else ""
