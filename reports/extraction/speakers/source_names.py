"""The words that name a source: an office, a person, "his lawyer", found beside a verb of telling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.text import Sentence, Word

_LONGEST = 14  # words of a name
_APPOSITION = 22  # words between two commas after a name
_NAME = 4


@dataclass(frozen=True, slots=True)
class Named:
    """Words `first` up to `last` that name a source. kind: "" for a name, "he", "it", or "again" for who spoke last.

    paper: it is a report or the like that speaks.
    """

    first: int
    last: int
    name: str
    kind: str = ""
    paper: bool = False


@dataclass(frozen=True, eq=False)
class SourceWords:
    """What one language names sources with."""

    stops: frozenset[str]
    joins: frozenset[str]
    determiners: frozenset[str]
    lead: frozenset[str]
    self: frozenset[str]
    unnamed: frozenset[str]
    he: frozenset[str]
    it: frozenset[str]
    they: frozenset[str]
    persons: frozenset[str]
    this: frozenset[str]
    who: frozenset[str]
    inverted: frozenset[str]
    between: frozenset[str]  # "today", between such a verb and who speaks
    verb_first: bool  # the verb stands before who speaks, anywhere in the sentence
    verb_helped: bool  # also with helpers: "a déclaré"
    he_after: bool  # also before a pronoun: "сказав він"
    that: frozenset[str]
    passive: frozenset[str]
    never: frozenset[str]
    by: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]
    account: frozenset[str]
    account_of: frozenset[str]
    account_lead: frozenset[str]
    recorded: frozenset[str]
    helpers: frozenset[str]
    of: frozenset[str]
    verbs: frozenset[str]
    endings: tuple[str, ...]

    def chain(self, words: tuple[Word, ...], at: int) -> int:
        """Where a verb begins with its helpers: at "has" in "has repeatedly said"."""
        while at:
            norm = words[at - 1].norm
            adverb = bool(self.endings) and norm.endswith(self.endings) and not words[at - 1].capital
            if norm not in self.helpers and not (adverb and len(norm) > 4):
                break
            at -= 1
        return at


@cache
def source_words(words: Lexicon) -> SourceWords:
    """The source words of a lexicon."""
    tables = words.raw.get("speakers", {})
    names, sources = tables.get("names", {}), tables.get("sources", {})
    grammar = words.raw.get("people", {}).get("grammar", {})

    def some(name: str) -> frozenset[str]:
        return frozenset(names.get(name, ()))

    helpers = words.words("have") | words.words("be") | words.words("modals") | words.words("negations")
    say = tables.get("say", {})
    papers = frozenset(sources.get("papers", ()))
    return SourceWords(
        stops=some("stops"), joins=some("joins"), determiners=some("determiners"), lead=some("skipped_lead"),
        self=some("self"), unnamed=some("unnamed"), he=some("he"), it=some("it"), they=some("they"),
        persons=frozenset(grammar.get("persons", ())), this=some("this"), who=some("who"), inverted=some("inverted"),
        between=some("between"), verb_first=bool(names.get("verb_first")),
        verb_helped=bool(names.get("verb_helped")), he_after=bool(names.get("he_after")),
        that=some("that"), passive=some("passive"), never=some("never"), by=some("by"), bodies=some("bodies"),
        papers=papers, account=frozenset(sources.get("account", ())),
        account_of=frozenset(sources.get("account_of", ())), account_lead=frozenset(sources.get("account_lead", ())),
        recorded=frozenset(say.get("recorded", ())),
        helpers=helpers | frozenset(grammar.get("adverbs", ())),
        of=frozenset(words.raw.get("people", {}).get("numbers", {}).get("of", ())),
        verbs=frozenset(p.split()[0] for kind in ("tell", "that") for p in say.get(kind, ())) - papers,
        endings=tuple(grammar.get("adverb_endings", ())),
    )  # fmt: skip


def name_before(sentence: Sentence, end: int, known: SourceWords) -> Named | None:
    """The name that ends before a verb, past what is put between commas after it."""
    words = sentence.words
    tail = ""
    if end > 1 and words[end - 1].norm in known.who:
        end -= 2 if words[end - 2].text == "," else 1
    elif end and words[end - 1].text in (",", "–", "—", ")"):
        opening = _opening(words, end - 1)
        if opening is None:
            return None
        inside = words[opening + 1 : end - 1]
        if len(inside) <= _NAME and len(inside) > 1 and all(w.capital for w in inside):
            tail = _text(inside)
        end = opening
    if not end:
        return None
    for at in range(end - 1, max(0, end - _LONGEST), -1):  # "residents who stayed in the town said"
        if words[at].norm in known.who:
            end, tail = at, ""
            break
        if not words[at].text[:1].isalnum() and words[at].text not in "-’'":
            break
    start = _start(words, end, known)
    if start > 2 and words[start - 1].norm in known.by and words[start - 3].norm not in known.helpers:
        end, tail = start - 2, ""  # "survivors interviewed by the commission described"
        start = _start(words, end, known)
    return _checked(words, start, end, known, tail)


def name_after(sentence: Sentence, start: int, known: SourceWords) -> Named | None:
    """The name that begins at a place."""
    words = sentence.words
    end = start
    while end < len(words) and end - start < _LONGEST:
        word = words[end]
        norm = word.norm
        verb = end > start and norm in known.verbs
        if norm in known.stops or verb or not (word.text[:1].isalpha() or word.text in "-’'&"):
            break
        if end > start and norm in known.determiners and words[end - 1].norm not in known.joins:
            break
        if norm in known.joins and norm not in known.determiners and end > start:
            following = words[end + 1] if end + 1 < len(words) else None
            if following is None or not following.text[:1].isalpha() or following.norm in known.stops:
                break
            if norm == "in" and not following.capital:
                break
        end += 1
    return _checked(words, start, end, known, "")


def accounts(sentence: Sentence, known: SourceWords) -> Iterator[tuple[Named, tuple[int, int] | None]]:
    """ "by the villagers' account" for the whole sentence, "the agency's report of" for what follows it."""
    words = sentence.words
    for at in range(1, len(words)):
        owner = words[at - 1]
        norm = words[at].norm
        if norm not in known.account and norm not in known.account_of:
            continue
        if owner.text[-2:].casefold() not in ("'s", "’s") and owner.text[-1:] not in "'’":
            continue
        start = _start(words, at, known)
        named = _checked(words, start, at, known, "")
        if named is None or named.kind:
            continue
        lead = words[start - 1].norm if start else ""
        if norm in known.account and lead in known.account_lead:
            yield named, None
        elif norm in known.account_of and at + 1 < len(words) and words[at + 1].norm in known.joins:
            stop = next((i for i in range(at, len(words)) if words[i].text in ",;"), len(words))
            yield named, (at, stop)


def _start(words: tuple[Word, ...], end: int, known: SourceWords) -> int:
    """Where the name that ends at a place begins."""
    at = end
    while at and end - at < _LONGEST:
        word = words[at - 1]
        norm = word.norm
        paged = at < len(words) and words[at].text == "-"  # "the 82-page report"
        if norm in known.stops or not (word.text[:1].isalpha() or paged or word.text in "-’'&"):
            break
        at -= 1
        if norm in known.determiners and not _goes_on(words, at, known):
            break
    while at < end - 1 and words[at].norm in known.lead:
        at += 1
    return at


def _goes_on(words: tuple[Word, ...], at: int, known: SourceWords) -> bool:
    """Whether a name goes on before an article: "the mayor of the city", "Save the Children"."""
    if at > 1 and words[at - 1].norm in known.joins:
        return True
    named = at > 0 and at + 1 < len(words) and words[at - 1].capital and words[at + 1].capital
    return named and not words[at].capital and (at < 2 or words[at - 2].norm not in known.lead | known.joins)


def _opening(words: tuple[Word, ...], closing: int) -> int | None:
    """The mark that opens what another closes."""
    mark = {")": "("}.get(words[closing].text, words[closing].text)
    for at in range(closing - 1, max(-1, closing - _APPOSITION), -1):
        if words[at].text == mark:
            return at
        if words[at].text in ".;:":
            break
    return None


def _possessive(word: Word) -> bool:
    return word.text.endswith(("'s", "’s", "s'", "s’"))


def _bare(name: str) -> str:
    """The name without the ending of "the agency's"."""
    return name.removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")


def _text(words: tuple[Word, ...]) -> str:
    parts: list[str] = []
    for at, word in enumerate(words):
        if at and words[at - 1].end < word.start:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def _checked(words: tuple[Word, ...], start: int, end: int, known: SourceWords, tail: str) -> Named | None:
    """The words as a source; None where they name nobody who could be one."""
    if start >= end:
        return None
    said = words[start:end]
    last = said[-1].norm
    plural = last in known.they
    if len(said) == 1 and last in known.he:
        return Named(start, end, said[0].text, "he")
    if len(said) == 1 and (last in known.it or plural):
        return Named(start, end, said[0].text, "they" if plural else "it")
    own = [
        w for w in (said[0], said[-1]) if w.norm in known.self and not (w.text.isupper() and len(w.text) > 1)
    ]
    if own or (len(said) == 1 and last in known.lead):
        return None
    if last in known.papers:
        return _paper(start, end, said, known)
    first = said[0]
    if (last in known.unnamed and len(said) < 3) or (first.norm in known.unnamed and not said[-1].capital):
        return None
    if last in known.joins or last in known.determiners:
        return None
    name = _text(said) + (f", {tail}" if tail else "")
    return Named(start, end, _bare(name))


def _paper(start: int, end: int, said: tuple[Word, ...], known: SourceWords) -> Named | None:
    """Whose report or the like it is that speaks; the paper itself where nobody is named."""
    owner = next((i for i in range(len(said) - 2, -1, -1) if _possessive(said[i])), None)
    if owner is not None and said[owner].norm not in known.determiners:
        return Named(start, start + owner + 1, _bare(_text(said[: owner + 1])))
    inner = [w for w in said[:-1] if w.norm not in known.papers]
    while inner and inner[0].norm in known.determiners:
        inner = inner[1:]
    if inner and inner[0].capital and (start or len(inner) > 1 or inner[0] is not said[0]):
        return Named(start, end, _named_part(tuple(inner)))
    if said[0].norm in known.this:
        return Named(start, end, _text(said), "it", paper=True)
    return None if said[-1].norm in known.unnamed else Named(start, end, _text(said))


def _named_part(words: tuple[Word, ...]) -> str:
    kept = list(words)
    while kept and not kept[-1].capital and len(kept) > 2:
        kept.pop()
    return _bare(_text(tuple(kept)))
