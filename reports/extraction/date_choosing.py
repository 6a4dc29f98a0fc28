"""Which of the dates of a text is that of an event: its own clause first, then what was told before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reports.extraction.date_signs import Forms, fold, forms
from reports.extraction.mentions import DateMention, Event, distance
from reports.extraction.text import Sentence, Text

_FRONT = 4  # the most that a date at a sentence's front costs
_BREAK = 4
_OTHER = 6  # another event stands between
_FAR = 60
_BACK = 2  # sentences back to which an event may go for its date
_LINE = 7  # words of a line that is no sentence
_LIKELY = 0.5
_SAID = 20  # words of a clause that may stand between a word of saying and its date
_STRONG = frozenset(".;:!?()–—")


def date_for(
    event: Event,
    text: Text,
    dates: Sequence[DateMention],
    *,
    published: date | None,
    events: Iterable[Event] = (),
) -> DateMention | None:
    """The date of an event, as far as the text tells."""
    known = forms(text.language)
    others = [e for e in events if e.sentence is event.sentence]
    here = [d for d in dates if d.sentence is event.sentence and d.role in ("", "frame")]
    own = [d for d in here if not _when_said(d, others or [event], known)]
    fit = [(_cost(event, d, others, known), d) for d in own if _fits(event, d, others, known)]
    if fit:
        cost, best = min(fit, key=lambda pair: pair[0])
        return best if cost <= _FAR else None
    if not _narrated(event, known):
        return _frame(dates)
    return _carried(event, dates, known) or _frame(dates) or _lead(event, text, dates, list(events), known)


def better_date(a: DateMention | None, b: DateMention | None) -> DateMention | None:
    """Which of two dates of one incident to keep: the known one, then the narrower inside the wider."""
    if a is None or b is None:
        return a or b
    if not a.when.known or not b.when.known:
        return a if a.when.known else b
    if a.role == "frame" and b.role != "frame":
        return b
    inside = (
        a.when.start is not None and b.when.start is not None and a.when.end is not None
        and b.when.end is not None and a.when.start <= b.when.start and b.when.end <= a.when.end
    )  # fmt: skip
    return b if inside and not a.since else a


def _frame(dates: Sequence[DateMention]) -> DateMention | None:
    """The time that the whole report is about."""
    return next((d for d in dates if d.role == "frame" and d.when.known), None)


# ---------------------------------------------------------------- the same sentence


def _cost(event: Event, told: DateMention, others: Sequence[Event], known: Forms) -> int:
    """How far a date is from an event, clauses and other events between them weighing more."""
    sentence = event.sentence
    low, high = (told.last, event.first) if told.first < event.first else (event.last, told.first)
    cost = distance(sentence, min(told.last - 1, event.first), max(told.first, event.first))
    between = sentence.words[low:high]
    cost += _BREAK * sum(fold(word.text) in known.list("breaks") for word in between)
    between_events = sum(low <= e.first < high for e in others if e is not event)
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
    if told.role == "frame" or told.since or _wide(told):
        return True
    first, last = _clause(event, known)
    if first <= told.first < last:
        return True
    return not _perfect(event, known)


def _wide(told: DateMention) -> bool:
    when = told.when
    return when.start != when.end and when.precision not in ("month", "week")


def _clause(event: Event, known: Forms) -> tuple[int, int]:
    """The words around an event between marks and words that begin a clause."""
    words = event.sentence.words
    stops = known.list("breaks")
    first, last = event.first, event.last
    while first > 0 and words[first - 1].text not in _STRONG and fold(words[first - 1].text) not in stops:
        first -= 1
    while last < len(words) and words[last].text not in _STRONG and fold(words[last].text) not in stops:
        last += 1
    return first, last


def _before(event: Event, count: int) -> list[str]:
    return [fold(w.text) for w in event.sentence.words[max(0, event.first - count) : event.first + 1]]


def _perfect(event: Event, known: Forms) -> bool:
    return any(word in known.list("perfect") for word in _before(event, 4))


def _present(event: Event, known: Forms) -> bool:
    return any(word in known.list("present") for word in _before(event, 3))


def _when_said(told: DateMention, events: Sequence[Event], known: Forms) -> bool:
    """Whether a date tells when something was said: "said on Tuesday", "On Tuesday the ministry said"."""
    words, said = told.sentence.words, known.list("said")
    for at in range(told.first - 1, max(-1, told.first - _SAID), -1):
        if words[at].text in _STRONG or any(e.first <= at < e.last for e in events):
            break
        if fold(words[at].text) in said:
            return told.first - at <= 3 or fold(words[at + 1].text) != "that"
    if not _at_front(told):
        return False
    for at in range(told.last, min(len(words), told.last + 12)):
        if words[at].text in _STRONG or any(e.first <= at < e.last for e in events):
            return False
        if fold(words[at].text) in said:
            after = words[at + 1].text if at + 1 < len(words) else ""
            return after not in (",", ";") or at == told.last
    return False


# ---------------------------------------------------------------- the sentences before


def _carried(event: Event, dates: Sequence[DateMention], known: Forms) -> DateMention | None:
    """The date that was told before in the same paragraph."""
    number, paragraph = event.sentence.number, event.sentence.paragraph
    before = [
        d for d in dates
        if 0 < number - d.sentence.number <= _BACK and d.sentence.paragraph == paragraph
        and d.role == "" and not d.since and d.when.known and not _when_said(d, (), known)
    ]  # fmt: skip
    return before[-1] if before else None


def _lead(
    event: Event, text: Text, dates: Sequence[DateMention], events: Sequence[Event], known: Forms
) -> DateMention | None:
    """The date in a report's first sentence, when it is the only day on which anything is said to have happened."""
    first = next((s for s in text.sentences if not s.title and len(s.words) > _LINE), None)
    told = {e.sentence.number for e in events if e.score >= _LIKELY}
    days = [
        d for d in dates
        if d.role == "" and d.sentence.number in told and d.when.known and not d.since
        and not _when_said(d, (), known)
    ]  # fmt: skip
    if not days or days[0].sentence is not first or len({(d.when.start, d.when.end) for d in days}) > 1:
        return None
    return days[0] if event.sentence.number > days[0].sentence.number else None


def _narrated(event: Event, known: Forms) -> bool:
    """Whether an event is told as one that happened then: in the past, not sooner than what is told around it."""
    if event.pattern or event.total or event.occurrence == "ongoing":
        return False
    if _perfect(event, known) or _present(event, known):
        return False
    first, last = _clause(event, known)
    words = event.sentence.words[first : last + 1]
    return next(known.sooner.find(words), None) is None
