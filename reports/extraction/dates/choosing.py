"""Which of the dates of a text is that of an event: its own clause first, then what was told before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from incidents.record.dates import parse_edtf
from reports.extraction.dates.signs import Forms, fold, forms
from reports.extraction.mentions import DateMention, Event, Mention, distance
from reports.extraction.words.text import Sentence, Text

M = TypeVar("M", bound=Mention)
_CLAUSE = 60  # words of the longest clause
_NEWS = 9  # days after which what was said is no news any more
_LONG = 150  # words between a date and an event that are counted
_MOST = 10  # dates or events of one sentence that are looked at
_FRONT = 4  # the most that a date at a sentence's front costs
_BREAK = 4
_OTHER = 6  # another event stands between
_FAR = 60
_BACK = 3  # sentences back to which an event may go for its date
_HEADED = 30  # sentences that a heading may stand above
_SEEN = 300  # dates of a text that are looked through for one that holds for all of it
_MEANT = 3  # sentences back to which the name of an event may point
_BESIDE = 3  # words between an event and the clause that tells its date
_LINE = 7  # words of a line that is no sentence
_LIKELY = 0.5
_SAID = 20  # words of a clause that may stand between a word of saying and its date
_WEEK = 7
_FLIGHT = "displacement"
_LASTS = 366  # days
_WORTH = {"before": 1, "frame": 2}  # the sentence's own date goes before one told elsewhere
_BULLETS = frozenset("•*·◦▪-–—")
_STRONG = frozenset(".;:!?()–—")


def date_for(
    event: Event,
    text: Text,
    dates: Sequence[DateMention],
    *,
    published: date | None,
    events: Sequence[Event] = (),
) -> DateMention | None:
    """The date of an event, as far as the text tells. dates and events: all of the text, in its order."""
    known = forms(text.language)
    number = event.sentence.number
    others = [e for e in _around(event, _within(events, number)) if e is not event]
    in_it = _within(dates, number)
    here = [d for d in dict.fromkeys([*in_it[:2], *_around(event, in_it)]) if d.role in ("", "frame")]
    here = [d for d in here if d.when.known or not _explained(d, here)]
    own = [d for d in here if not _when_said(d, [*others, event], known, published)]
    fit = [(_cost(event, d, others, known), d) for d in own if _fits(event, d, others, known)]
    if fit:
        cost, best = min(fit, key=lambda pair: pair[0])
        if cost > _FAR:
            return None
        begun = next((d for _, d in fit if d.last <= best.first and d.when.start), None)
        best = _until(_as_told(event, best, known), begun or _carried(event, text, dates, known, published))
        return _from_then_on(best) if _follows(event, best, known) else best
    if not _narrated(event, known):
        return _going_on(event, dates, known) or _frame(dates)
    before = _carried(event, text, dates, known, published) or _meant(event, dates, known, published)
    before = before or _frame(dates) or _lead(event, text, dates, events, known, published)
    return replace(before, role="before") if before is not None and before.role == "" else before


def _follows(event: Event, told: DateMention, known: Forms) -> bool:
    """Whether people fled after what the date tells of: "fled after fighting broke out on 3 May"."""
    between = event.sentence.words[event.last : told.first]
    return event.type == _FLIGHT and any(fold(word.text) in known.list("after") for word in between)


def _from_then_on(told: DateMention) -> DateMention:
    """People flee from that day on; when the last of them left is not told."""
    if told.when.start is None or told.since or told.when.precision in ("year", "unknown"):
        return told
    return replace(told, when=parse_edtf(f"{told.when.start}/"))


def _until(told: DateMention, before: DateMention | None) -> DateMention:
    """ "It lasted until Monday": from the day told before, where there is one."""
    if told.when.start is not None or told.when.end is None or before is None or not before.when.start:
        return told
    if not before.when.start <= told.when.end or (told.when.end - before.when.start).days > _LASTS:
        return told
    return replace(told, when=parse_edtf(f"{before.when.start}/{told.when.end}"))


def _within(found: Sequence[M], first: int, last: int | None = None) -> Sequence[M]:
    """The mentions of some sentences, by their numbers."""
    low = bisect_left(found, first, key=lambda m: m.sentence.number)
    high = bisect_right(found, first if last is None else last, key=lambda m: m.sentence.number)
    return found[low:high]


def _around(event: Event, found: Sequence[M]) -> Sequence[M]:
    """The mentions of its sentence that are near an event; sentences may be endless."""
    at = bisect_left(found, event.first, key=lambda m: m.first)
    return found[max(0, at - _MOST) : at + _MOST]


def _explained(told: DateMention, here: Sequence[DateMention]) -> bool:
    """ "A day earlier, on 7 June": the second date says which day the first one is."""
    return any(d.when.known and 0 <= d.first - told.last <= _BESIDE for d in here)


def better_date(a: DateMention | None, b: DateMention | None) -> DateMention | None:
    """Which of two dates of one incident to keep: the known, the sentence's own, the narrower inside the wider."""
    if a is None or b is None:
        return a or b
    if not a.when.known or not b.when.known:
        return a if a.when.known else b
    if b.when.start is None and a.when.start and b.when.end and a.when.start <= b.when.end:
        return replace(a, when=parse_edtf(f"{a.when.start}/{b.when.end}"))
    if a.role != b.role:
        return min(a, b, key=lambda d: _WORTH.get(d.role, 0))
    inside = (
        a.when.start is not None and b.when.start is not None and a.when.end is not None
        and b.when.end is not None and a.when.start <= b.when.start and b.when.end <= a.when.end
    )  # fmt: skip
    return b if inside and not a.since else a


def dates_agree(a: DateMention | None, b: DateMention | None) -> bool:
    """Whether two dates can be those of one incident: the same, or a day and the week around it."""
    if a is None or b is None or not a.when.known or not b.when.known:
        return True
    if (a.when.start, a.when.end) == (b.when.start, b.when.end):
        return True
    if a.when.start is None or a.when.end is None or b.when.start is None or b.when.end is None:
        return False
    first, last = min(a.when.start, b.when.start), max(a.when.end, b.when.end)
    nested = (first, last) in ((a.when.start, a.when.end), (b.when.start, b.when.end))
    return nested and (last - first).days < _WEEK and not (a.since or b.since)


def _frame(dates: Sequence[DateMention]) -> DateMention | None:
    """The time that the whole report is about."""
    return next((d for d in dates[:_SEEN] if d.role == "frame" and d.when.known), None)


# ---------------------------------------------------------------- the same sentence


def _cost(event: Event, told: DateMention, others: Sequence[Event], known: Forms) -> int:
    """How far a date is from an event, clauses and other events between them weighing more."""
    sentence, words = event.sentence, event.sentence.words
    low, high = (told.last, event.first) if told.first < event.first else (event.last, told.first)
    if high - low > _LONG:
        return _FAR
    cost = distance(sentence, min(told.last - 1, event.first), max(told.first, event.first))
    cost += _BREAK * sum(fold(word.text) in known.list("breaks") for word in words[low:high])
    between_events = sum(low <= e.first < high for e in others)
    cost = cost + _OTHER * between_events if between_events else min(cost, _FAR)
    if _at_front(told) and told.first < event.first and not _parted(sentence, told, event):
        cost = min(cost, _FRONT + cost // 10)
    if not told.when.known:
        cost += 2
    return cost


def _at_front(told: DateMention) -> bool:
    """Whether a date opens its sentence, so that it holds for all of it."""
    return told.first <= 4 and not any(w.text in _STRONG for w in told.sentence.words[: told.first])


def _parted(sentence: Sentence, told: DateMention, event: Event) -> bool:
    return any(word.text == ";" for word in sentence.words[told.last : event.first])


def _fits(event: Event, told: DateMention, others: Sequence[Event], known: Forms) -> bool:
    """Whether a date of the same sentence can be the event's at all."""
    if told.role == "frame":
        return True
    if _belongs_elsewhere(told, event, others, known):
        return False
    if told.since:
        return _inside(told, event, known) or not _compared(told, event, known)
    if _wide(told):
        return True
    first, last = _clause(event, known)
    return first <= told.first < last or not _perfect(event, known)


def _belongs_elsewhere(told: DateMention, event: Event, others: Sequence[Event], known: Forms) -> bool:
    """Whether a date stands in a clause of its own about another event: "men whom they had freed in May"."""
    words = told.sentence.words
    first, end = told.first, max(0, told.first - _CLAUSE)
    while first > end and words[first - 1].text not in _STRONG and words[first - 1].text != ",":
        first -= 1
        if fold(words[first].text) in known.list("relative"):
            break
    else:
        return False
    last = told.last
    while (
        last < min(len(words), told.last + _CLAUSE)
        and words[last].text not in _STRONG
        and words[last].text != ","
    ):
        last += 1
    if first <= event.first < last or 0 <= first - event.last <= _BESIDE:
        return False
    return any(first <= other.first < last for other in others)


def _inside(told: DateMention, event: Event, known: Forms) -> bool:
    """Whether an event stands in the clause that tells what began: "since rebels seized the town in May"."""
    if told.first < event.first:
        return False
    words = told.sentence.words
    return any(
        fold(words[at].text) in known.list("since_clause")
        for at in range(max(0, event.first - _CLAUSE), event.first)
    ) and not any(fold(word.text) in known.list("since_clause") for word in words[event.last : told.last])


def _compared(told: DateMention, event: Event, known: Forms) -> bool:
    """ "The worst attack since 2014": the year is that of the one before."""
    if told.first < event.first:
        return False
    words = event.sentence.words[max(0, event.first - 4) : told.first]
    return any(fold(word.text) in known.list("most") for word in words)


def _as_told(event: Event, told: DateMention, known: Forms) -> DateMention:
    """The date as it holds for this event: in the clause that "since" opens it is the day itself."""
    if told.since and told.plain.known and _inside(told, event, known):
        return replace(told, when=told.plain, since=False)
    return told


def _wide(told: DateMention) -> bool:
    when = told.when
    return when.start != when.end and when.precision not in ("month", "week")


def _clause(event: Event, known: Forms) -> tuple[int, int]:
    """The words around an event between marks and words that begin a clause."""
    words = event.sentence.words
    stops = known.list("breaks")
    first, last = event.first, event.last
    start, end = max(0, first - _CLAUSE), min(len(words), last + _CLAUSE)
    while first > start and words[first - 1].text not in _STRONG and fold(words[first - 1].text) not in stops:
        first -= 1
    while last < end and words[last].text not in _STRONG and fold(words[last].text) not in stops:
        last += 1
    return first, last


def _before(event: Event, count: int) -> list[str]:
    return [fold(w.text) for w in event.sentence.words[max(0, event.first - count) : event.first + 1]]


def _perfect(event: Event, known: Forms) -> bool:
    return any(word in known.list("perfect") for word in _before(event, 4))


def _present(event: Event, known: Forms) -> bool:
    return any(word in known.list("present") for word in _before(event, 3))


def _when_said(told: DateMention, events: Sequence[Event], known: Forms, published: date | None) -> bool:
    """Whether a date tells when something was said: "said on Tuesday", "On Tuesday the ministry said"."""
    start = told.when.start
    if published and start and not 0 <= (published - start).days <= _NEWS:
        return False
    return _said_before(told, events, known) or (_at_front(told) and _said_after(told, events, known))


def _said_before(told: DateMention, events: Sequence[Event], known: Forms) -> bool:
    words, said = told.sentence.words, known.list("said")
    for at in range(told.first - 1, max(-1, told.first - _SAID), -1):
        word = fold(words[at].text)
        if words[at].text in _STRONG or word in known.list("content"):
            return False
        if any(e.first <= at < e.last for e in events):
            return False
        if word in known.list("statement"):
            return True
        if word in said and fold(words[at + 1].text) not in known.list("hedge"):
            inverted = at == 0 or not words[at - 1].text[0].isalnum()  # "..., said the office on Tuesday"
            return inverted or told.first - at <= _BESIDE
    return False


def _said_after(told: DateMention, events: Sequence[Event], known: Forms) -> bool:
    words, said = told.sentence.words, known.list("said")
    for at in range(told.last, min(len(words), told.last + 12)):
        if words[at].text in _STRONG or any(e.first <= at < e.last for e in events):
            return False
        after = words[at + 1].text if at + 1 < len(words) else ""
        if fold(words[at].text) in said and fold(after) not in known.list("hedge"):
            return after not in (",", ";") or at == told.last
    return False


# ---------------------------------------------------------------- the sentences before


def _carried(
    event: Event, text: Text, dates: Sequence[DateMention], known: Forms, published: date | None
) -> DateMention | None:
    """The date that was told before, where the text goes on from it: in the paragraph, or in the heading."""
    number, paragraph = event.sentence.number, event.sentence.paragraph
    opens = event.sentence.words[:2]
    elsewhere = len(opens) > 1 and fold(opens[0].text) in known.list("scene") and opens[1].capital
    low = max(0, number - _HEADED)
    around = text.sentences[low : number + 1]
    begun = next((s.number for s in reversed(around) if s.words[0].text in _BULLETS), 0)
    for told in reversed(_within(dates, low, number - 1)[-_MOST:]):
        if told.since or not told.when.known or _when_said(told, (), known, published):
            continue
        near = number - told.sentence.number <= _BACK and told.sentence.number >= begun
        if told.role == "" and near and told.sentence.paragraph == paragraph and not elsewhere:
            return told
        if told.role == "heading":
            between = text.sentences[told.sentence.number + 1 : number]
            return None if any(sentence.title for sentence in between) else told
    return None


def _meant(
    event: Event, dates: Sequence[DateMention], known: Forms, published: date | None
) -> DateMention | None:
    """The date told in the sentences before of an event that is named again: "the attack", "this massacre"."""
    named = [fold(w.text) in known.list("again") for w in event.sentence.words[: event.first][-2:]]
    of = fold(event.sentence.words[event.last - 1].text) in known.list("of")  # the freeing of ...
    if not any(named) or not (event.kind == "noun" or of):
        return None
    number = event.sentence.number
    before = [
        d for d in _within(dates, number - _MEANT, number - 1)[-_MOST:]
        if d.role == "" and not d.since and d.when.known and not _when_said(d, (), known, published)
    ]  # fmt: skip
    return before[-1] if before else None


def _going_on(event: Event, dates: Sequence[DateMention], known: Forms) -> DateMention | None:
    """The time of a total that goes on from the sentence before: "... since April. 900 of them are in Goma"."""
    if event.pattern or not (event.total or _perfect(event, known)):
        return None
    number = event.sentence.number - 1
    before = [d for d in _within(dates, number) if d.since and d.when.known]
    if not before or before[-1].sentence.paragraph != event.sentence.paragraph:
        return None
    return replace(before[-1], role="before")


def _lead(
    event: Event,
    text: Text,
    dates: Sequence[DateMention],
    events: Sequence[Event],
    known: Forms,
    published: date | None,
) -> DateMention | None:
    """The date in a report's first sentence, when it is the only day on which anything is said to have happened."""
    first = next((s for s in text.sentences if not s.title and len(s.words) > _LINE), None)
    lead: DateMention | None = None
    for told in dates[:_SEEN]:
        if told.role or told.since or not told.when.known or _when_said(told, (), known, published):
            continue
        if not any(e.score >= _LIKELY for e in _within(events, told.sentence.number)[:_MOST]):
            continue
        if lead is None and told.sentence is not first:
            return None
        if lead is not None and (lead.when.start, lead.when.end) != (told.when.start, told.when.end):
            return None
        lead = lead or told
    return lead if lead is not None and event.sentence.number > lead.sentence.number else None


def _narrated(event: Event, known: Forms) -> bool:
    """Whether an event is told as one that happened then: in the past, not sooner than what is told around it."""
    if event.pattern or event.total or event.occurrence == "ongoing":
        return False
    if _perfect(event, known) or _present(event, known):
        return False
    first, last = _clause(event, known)
    words = event.sentence.words[first : last + 1]
    return next(known.sooner.find(words), None) is None
