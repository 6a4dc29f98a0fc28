"""Dates that a text names, resolved against the day of publication; and what each of them dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from incidents.record.dates import UNDATED, When, parse_edtf
from reports.extraction.dates.choosing import better_date, date_for
from reports.extraction.dates.phrases import Phrase, phrases
from reports.extraction.dates.signs import Forms, Sign, fold, forms, signs
from reports.extraction.dates.when import Clock, names_year, resolve
from reports.extraction.mentions import DateMention
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.patterns import Phrases
from reports.extraction.words.text import Sentence, Text

__all__ = ["better_date", "date_for", "find_dates", "publication"]

_TOP = 5  # sentences at the beginning of a text in which it may be dated
_LINE = 14  # words of a line that is nothing but place and date
_REACH = 9  # words between a date and the word that says what it dates
_STRONG = frozenset(".;:!?()–—")
_STRETCH = timedelta(days=21)  # the longest time after which "the next day" still has a meaning


def find_dates(text: Text, words: Lexicon, *, published: date | None) -> list[DateMention]:
    """Every date that the text names, in order."""
    known = forms(words.language)
    seen = [
        (sentence, found, list(phrases(found, sentence, known)))
        for sentence in text.sentences
        for found in (signs(sentence, text.text, known),)
    ]
    day = published or publication(text, words)
    return list(_resolved(text, words, known, seen, day))


def publication(text: Text, words: Lexicon) -> date | None:
    """The day that a text says it was written on: the date in its first line or as a line of its own."""
    known = forms(words.language)
    for sentence in text.sentences[:_TOP]:
        for phrase in phrases(signs(sentence, text.text, known), sentence, known):
            if phrase.kind == "day" and _is_line(phrase, sentence, text):
                when = resolve(phrase, Clock())
                if when.start is not None and when.start == when.end:
                    return when.start
    return None


def _resolved(
    text: Text,
    words: Lexicon,
    known: Forms,
    seen: list[tuple[Sentence, list[Sign], list[Phrase]]],
    published: date | None,
) -> Iterator[DateMention]:
    eras = _eras(text, words)
    clock = Clock(published)
    near: tuple[date, Sentence] | None = None
    for sentence, _found, listed in seen:
        named = list(_named_times(eras, sentence, listed, published))
        yield from named
        for phrase in listed:
            if any(phrase.first < era.last and era.first < phrase.last for era in named):
                continue
            leads = near is not None and _leads(near, sentence, published)
            clock = replace(clock, near=near[0] if near is not None and leads else None)
            found = _mention(phrase, sentence, text, known, clock)
            yield found
            start, end = found.when.start, found.when.end
            if start is None or found.role in ("law", "frame", "line"):
                continue
            if start != end:
                clock = replace(clock, period=found.when)
            if end is not None and end - start <= _STRETCH and not found.since:
                clock = replace(clock, told=end)
            if names_year(phrase) and phrase.letters != "Y" and not found.since:
                near = (start, sentence)


def _mention(phrase: Phrase, sentence: Sentence, text: Text, known: Forms, clock: Clock) -> DateMention:
    when = resolve(phrase, clock)
    since = phrase.before == "A" and phrase.kind != "range"
    said = text.text[sentence.words[phrase.first].start : sentence.words[phrase.last - 1].end]
    return DateMention(
        sentence, phrase.first, phrase.last, text=said, when=when, since=since,
        role=_role(phrase, when, sentence, text, known, clock.published),
        plain=resolve(replace(phrase, before=""), clock) if since else when,
    )  # fmt: skip


def _leads(near: tuple[date, Sentence], sentence: Sentence, published: date | None) -> bool:
    """Whether a date told before still says which year is meant."""
    if published is None:
        return True
    return near[1].paragraph == sentence.paragraph and sentence.number - near[1].number <= 3


# ---------------------------------------------------------------- what a date dates


def _role(
    phrase: Phrase, when: When, sentence: Sentence, text: Text, known: Forms, published: date | None
) -> str:
    if phrase.kind in ("day", "range", "point") and _is_line(phrase, sentence, text):
        return "line" if sentence.number < _TOP else "heading"
    if sentence.title:
        told = sentence.number and when.known and not (published and when.start == published)
        return "heading" if told else "line"
    if when.start and published and when.start > published:
        return "law"
    if _covers(phrase, sentence, known):
        return "frame"
    if _legal(phrase, sentence, known):
        return "law"
    return ""


def _is_line(phrase: Phrase, sentence: Sentence, text: Text) -> bool:
    """Whether a date stands in a line of its own, alone or after the name of a place, or opens a report."""
    if phrase.first > _LINE:
        return False
    before, after = sentence.words[: phrase.first], sentence.words[phrase.last :]
    if any(w.text.isalpha() and not w.capital for w in before):
        return False
    follows = next((w.text for w in after if w.text not in (")", "]")), "")
    if sentence.title or not any(w.text.isalpha() for w in after):
        return len(after) <= 3
    if not before:
        return False
    return sentence.number < _TOP and follows in ("-", "–", "—", ":", "|", "/")


def _near_words(phrase: Phrase, sentence: Sentence) -> list[str]:
    """The words before a date in its clause, the nearest first."""
    found = []
    for word in reversed(sentence.words[max(0, phrase.first - _REACH) : phrase.first]):
        if word.text in _STRONG:
            break
        found.append(fold(word.text))
    return found


def _covers(phrase: Phrase, sentence: Sentence, known: Forms) -> bool:
    """ "The report covers the months from May to July"."""
    if phrase.kind not in ("range", "rolling", "parts", "point") or phrase.before == "A":
        return False
    before = _near_words(phrase, sentence)
    return any(w in known.list("covers") for w in before) and any(
        fold(w.text) in known.list("covering") for w in sentence.words[: phrase.first]
    )


def _legal(phrase: Phrase, sentence: Sentence, known: Forms) -> bool:
    """ "Resolution 2401, passed on February 24", "the March 2019 elections", "born in 1990"."""
    legal = known.list("law")
    after = [fold(w.text) for w in sentence.words[phrase.last : phrase.last + 3]]
    if phrase.kind in ("day", "point") and any(w in legal for w in after[: 2 if after[:1] == [","] else 3]):
        before = fold(sentence.words[phrase.first - 1].text) if phrase.first else ""
        if before in known.list("again") or before in known.list("law"):
            return True
    ahead = _near_words(phrase, sentence)
    if phrase.letters in ("W", "M", "WT", "TW") and any(w in known.list("future") for w in ahead):
        return True
    for word in ahead:
        if word in legal:
            return phrase.before != "A"
        if word not in known.list("law_link") and not word.isdecimal():
            return False
    return False


# ---------------------------------------------------------------- times that have a name


def _eras(text: Text, words: Lexicon) -> Phrases[date] | None:
    """The named times that this text may speak of."""
    usable = []
    for era in words.raw.get("dates", {}).get("eras", ()):
        if re.search(rf"\b{re.escape(era['needs'].rstrip('*'))}", text.text, re.IGNORECASE):
            usable += [(phrase, date.fromisoformat(era["start"])) for phrase in era["phrases"]]
    return Phrases(usable, words.classes) if usable else None


def _named_times(
    eras: Phrases[date] | None, sentence: Sentence, listed: list[Phrase], published: date | None
) -> Iterator[DateMention]:
    """ "Since the invasion began"; "from the start of the invasion to May 2023" with the date that follows."""
    known = forms("en")
    for found in eras.find(sentence.words) if eras else ():
        before = fold(sentence.words[found.first - 1].text) if found.first else ""
        joint = fold(sentence.words[found.last].text) if found.last < len(sentence.words) else ""
        end = next((p for p in listed if found.last < p.first + 2 and p.first - found.last <= 1), None)
        last, when = found.last, UNDATED
        if joint in ("to", "until", "through", "and") and end is not None:
            until = resolve(end, Clock(published)).end
            if until is not None and until >= found.meaning:
                when, last = parse_edtf(f"{found.meaning}/{until}"), end.last
        elif before in ("since", "after", "following") and (published is None or published >= found.meaning):
            when = parse_edtf(f"{found.meaning}/{published or '..'}")
        if when is not UNDATED:
            said = sentence.slice(found.first, last)
            phrase = Phrase("range", (), "", found.first, last)
            role = "frame" if _covers(phrase, sentence, known) else ""
            yield DateMention(
                sentence, found.first, last, text=said, when=when, since=before == "since", role=role
            )
            return
