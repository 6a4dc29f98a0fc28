"""Numbers of people that a text names: what is counted, whether it is a whole, and of whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from incidents.record.figures import Figure, qualified
from reports.extraction.mentions import CountMention
from reports.extraction.people.amounts import Amount, amount_words, find_amounts
from reports.extraction.people.befallen import better_count, count_for, harm_words
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.patterns import Phrases
from reports.extraction.words.text import Sentence, Text, Word

__all__ = ["better_count", "count_for", "find_counts"]

_TOLD_BEFORE = 6  # words from "the dead" to their number
_MODIFIERS = 6  # words between a number and its noun


@dataclass(frozen=True, eq=False)
class PeopleWords:
    """What one language says of people that it counts."""

    people: frozenset[str]
    fighters: frozenset[str]
    households: frozenset[str]
    cases: frozenset[str]
    harms: Mapping[str, str]
    harm_nouns: frozenset[str]
    held: frozenset[str]
    part_before: Phrases[str]
    part_after: Phrases[str]
    stops: frozenset[str]
    defined: frozenset[str]
    counting: frozenset[str]
    doing: frozenset[str]
    both: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    months: frozenset[str]
    again: frozenset[str]
    links: frozenset[str]
    numbers: frozenset[str]
    places: frozenset[str]
    persons: frozenset[str]
    one_of: frozenset[str]
    never: Phrases[str]
    adverbs: tuple[str, ...]


@cache
def people_words(words: Lexicon) -> PeopleWords:
    """The people words of a lexicon."""
    tables = words.raw.get("people", {})
    nouns, grammar, parts = tables.get("nouns", {}), tables.get("grammar", {}), tables.get("parts", {})
    return PeopleWords(
        people=(words.words("people") | frozenset(nouns.get("people", ())))
        - frozenset(nouns.get("collective", ())),
        fighters=words.words("fighters") | frozenset(nouns.get("fighters", ())),
        households=words.words("households"),
        cases=frozenset(nouns.get("cases", ())),
        harms=harm_words(words),
        harm_nouns=frozenset(w for listed in tables.get("harm_nouns", {}).values() for w in listed),
        held=frozenset(grammar.get("held", ())),
        part_before=Phrases([(p, p) for p in parts.get("before", ())], words.classes),
        part_after=Phrases([(p, p) for p in parts.get("after", ())], words.classes),
        stops=frozenset(grammar.get("stops", ())),
        defined=frozenset(grammar.get("defined", ())),
        counting=frozenset(grammar.get("counting", ())),
        doing=frozenset(grammar.get("doing", ())),
        both=amount_words(words).both,
        of=amount_words(words).of,
        articles=words.words("articles") | words.words("possessives"),
        months=amount_words(words).dates,
        again=frozenset(grammar.get("again", ())),
        adverbs=tuple(grammar.get("adverb_endings", ())),
        numbers=frozenset(amount_words(words).numbers),
        persons=frozenset(grammar.get("persons", ())),
        one_of=frozenset(grammar.get("one_of", ())),
        places=frozenset(grammar.get("places", ())),
        links=amount_words(words).links,
        never=Phrases([(p, p) for p in parts.get("never", ())], words.classes),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a number counts: the noun, where its words end, and what is known of it."""

    noun: str
    last: int
    harm: str = ""
    fighters: bool = False
    households: bool = False
    part: bool = False


def find_counts(text: Text, words: Lexicon) -> list[CountMention]:
    """Every number of people that the text names, in order."""
    known = people_words(words)
    found: list[CountMention] = []
    for sentence in text.sentences:
        counts = list(_in_sentence(sentence, text.text, words, known))
        counts = _selected(counts, text.text, known)
        found += _summed(_parted(sentence, counts, known), text.text, known) if counts else []
    return found


def _in_sentence(sentence: Sentence, text: str, words: Lexicon, known: PeopleWords) -> Iterator[CountMention]:
    amounts = list(find_amounts(sentence, words))
    never = {found.last for found in known.never.find(sentence.words)} if amounts else set()
    for amount in amounts:
        counted = _counted(sentence, amount, known)
        if amount.first in never or amount.number in never:
            if counted is not None and sentence.words[counted.last : counted.last + 1]:
                linked = sentence.words[counted.last].norm in known.both
                never |= {counted.last + 1} if linked else set()
            continue
        if counted is None:
            continue
        unit = "households" if counted.households else "people"
        begin = sentence.words[amount.first].start
        said = text[begin : sentence.words[counted.last - 1].end]
        yield CountMention(
            sentence,
            amount.first,
            counted.last,
            text=said,
            figure=replace(amount.figure, unit=unit, text=" ".join(said.split())),
            noun=counted.noun,
            harm=counted.harm,
            fighters=counted.fighters,
            part=counted.part,
        )


def _counted(sentence: Sentence, amount: Amount, known: PeopleWords) -> _Counted | None:
    """What the number counts; None when it is not people."""
    words = sentence.words
    at, part = amount.last, False
    if at < len(words) and words[at].norm in known.of:
        if at + 1 < len(words) and words[at + 1].norm in known.articles:
            at, part = at + 2, True
        elif at + 1 < len(words) and words[at + 1].norm in known.stops:
            return _some_of_them(sentence, amount, at + 2, known)
        else:
            at += 1
    noun, last = _noun(sentence, at, known)
    if noun is None:
        return _bare(sentence, amount, known) if last == at else None
    harm = known.harms.get(noun, "") or _harm_after(sentence, last, known)
    return _Counted(noun, last, harm, noun in known.fighters, noun in known.households, part)


def _some_of_them(sentence: Sentence, amount: Amount, at: int, known: PeopleWords) -> _Counted | None:
    """ "six of them", with the noun in "six of them civilians"."""
    words = sentence.words
    if amount.first and words[amount.first - 1].norm in known.places:
        return None  # "in four of them" are no people
    noun = words[at].norm if at < len(words) and words[at].norm in known.people else ""
    return _Counted(noun, amount.last, _harm_after(sentence, at, known), part=True)


def _noun(sentence: Sentence, at: int, known: PeopleWords) -> tuple[str | None, int]:
    """The noun that the words from `at` lead to and where it ends; None and the place where they stop."""
    words = sentence.words
    head, end, here = None, at, at
    while here < len(words) and here - at < _MODIFIERS:
        word = words[here]
        norm = word.norm
        counted = norm in known.people or norm in known.fighters or norm in known.cases
        counted = (
            counted or norm in known.harm_nouns or (norm in known.harms and _at_once(words[at:here], known))
        )
        if counted and norm not in known.stops:
            head, end = norm, here + 1
            if known.harms.get(norm) and norm not in known.people and not _more(sentence, here + 1, known):
                break
        elif (
            norm in known.stops
            or norm in known.numbers
            or not (word.text[:1].isalpha() or _hyphen(words, here))
            or (head is not None and not _more(sentence, here, known))
        ):
            break
        here += 1
    if head is None and here > at and words[here - 1].capital and _group_name(sentence, at, here, known):
        return words[here - 1].norm, here
    return head, end if head is not None else here


def _at_once(between: tuple[Word, ...], known: PeopleWords) -> bool:
    """Whether what befell them follows the number: "14 dead", "14 confirmed dead", not "14 trucks evacuated 30"."""
    return all(w.norm in known.held or w.norm.endswith(known.adverbs or "\0") for w in between)


def _hyphen(words: tuple[Word, ...], at: int) -> bool:
    """Whether a mark joins two words: "18-year-old"."""
    if words[at].text not in ("-", "'", "’") or at + 1 >= len(words):
        return False
    return words[at - 1].end == words[at].start and words[at].end == words[at + 1].start


def _more(sentence: Sentence, at: int, known: PeopleWords) -> bool:
    """Whether a noun of people follows within the same group of words: "school children", "aid workers"."""
    for word in sentence.words[at : at + 2]:
        if word.norm in known.stops or not word.text[:1].isalpha():
            return False
        if word.norm in known.people or word.norm in known.fighters:
            return True
    return False


def _group_name(sentence: Sentence, first: int, last: int, known: PeopleWords) -> bool:
    """Whether the words name members of a people: "nine Karbis", "3,000 Rengma Nagas"."""
    words = sentence.words[first:last]
    return (
        len(words) <= 3
        and all(w.capital or w is words[0] for w in words)
        and words[-1].norm not in known.months
    )


def _harm_after(sentence: Sentence, at: int, known: PeopleWords) -> str:
    """What befell them when it follows at once: "130 civilians killed", "70 summarily executed"."""
    words = sentence.words
    if at < len(words) and known.adverbs and words[at].norm.endswith(known.adverbs):
        at += 1
    return known.harms.get(words[at].norm, "") if at < len(words) else ""


def _bare(sentence: Sentence, amount: Amount, known: PeopleWords) -> _Counted | None:
    """A number without a noun counts people after "the" or "to", or before what people do."""
    words = sentence.words
    ahead = words[amount.first - 1].norm if amount.first else ""
    just = words[amount.number - 1].norm if amount.number else ""
    after = words[amount.last].norm if amount.last < len(words) else ""
    single = amount.figure.max == 1
    opens = amount.first == 0 and after == ","  # "Eight, including a teacher, were taken"
    if single or ahead in known.places:
        return None
    counted = ahead in known.counting
    plain_end = amount.digits and not amount.qualified and not after
    meant = not plain_end and (amount.qualified or just in known.defined)
    if not (opens or after in known.doing or counted or meant):
        return None
    return _Counted("", amount.last, _harm_before(sentence, amount.first, known) if counted else "")


def _harm_before(sentence: Sentence, at: int, known: PeopleWords) -> str:
    """What befell those whom a number counts: "the dead came to 100", "put the wounded at 40"."""
    for word in reversed(sentence.words[max(0, at - _TOLD_BEFORE) : at]):
        if word.text in ",;:." or word.norm[:1].isdigit():
            break
        if word.norm in known.harms:
            return known.harms[word.norm]
    return ""


def _selected(counts: list[CountMention], text: str, known: PeopleWords) -> list[CountMention]:
    """Of "40 of the 90 students" the forty are counted, of "six members of one family" the six."""
    found: list[CountMention] = []
    for count in counts:
        one = found[-1] if found else None
        between = count.sentence.words[one.last : count.first] if one else ()
        chosen = 0 < len(between) <= 2 and between[0].norm in known.of
        if one is None or not chosen or any(w.norm not in known.articles for w in between[1:]):
            found.append(count)
            continue
        if one.noun:  # "six members of one family"
            continue
        said = text[one.start : count.end]
        figure = replace(one.figure, unit=count.figure.unit, text=" ".join(said.split()))
        found[-1] = replace(count, first=one.first, text=said, figure=figure, harm="", part=False)
    return found


def _parted(sentence: Sentence, counts: list[CountMention], known: PeopleWords) -> list[CountMention]:
    """The counts of a sentence, with those marked that are parts of one before them, or say it another way."""
    before = {found.last for found in known.part_before.find(sentence.words)}
    after = {found.first for found in known.part_after.find(sentence.words)}
    marked: list[CountMention] = []
    for at, count in enumerate(counts):
        led = any(count.first - step in before for step in (0, 1))
        part = at > 0 and (count.part or led or count.last in after)
        if at and not part and marked and _again(sentence, counts[at - 1], count, known):
            if _in_people(sentence, counts[at - 1], count, known):
                marked.pop()
            elif counts[at - 1].figure.unit != count.figure.unit:
                continue
            else:
                part = True
        marked.append(replace(count, part=part))
    for at in range(len(marked) - 2, 0, -1):  # "11 women and six children among them"
        one, two = marked[at : at + 2]
        if two.part and not one.part and one.noun and _linked(sentence, one, two, known.both):
            marked[at] = replace(one, part=True)
    for at in range(1, len(marked)):  # "including two men, a woman and a child"
        if marked[at - 1].part and _joined(sentence, marked[at - 1], marked[at], known):
            marked[at] = replace(marked[at], part=True)
    return marked


def _again(sentence: Sentence, one: CountMention, two: CountMention, known: PeopleWords) -> bool:
    """Whether the second number only says more of the first: "20,000, or 3,300 families", "9 – 7 men and 2 women"."""
    between = sentence.words[one.last : two.first]
    if not between or len(between) > 2 or not two.noun:
        return False
    if one.figure.unit != two.figure.unit:
        return all(not w.text[:1].isalnum() or w.norm in known.again for w in between)
    return any(w.text in ("–", "—", "(", ":") for w in between)


def _in_people(sentence: Sentence, one: CountMention, two: CountMention, known: PeopleWords) -> bool:
    """Whether the second says in people what the first says in families: "40 families, or 200 people"."""
    if one.figure.unit == two.figure.unit or two.figure.unit != "people":
        return False
    return any(w.norm in known.links for w in sentence.words[one.last : two.first + 1])


def _joined(sentence: Sentence, one: CountMention, two: CountMention, known: PeopleWords) -> bool:
    """Whether only "and" or a comma stands between two counts."""
    return _linked(sentence, one, two, known.both | {","})


def _linked(sentence: Sentence, one: CountMention, two: CountMention, links: frozenset[str]) -> bool:
    between = sentence.words[one.last : two.first]
    return 0 < len(between) <= 2 and all(w.norm in links for w in between)


def _summed(counts: list[CountMention], text: str, known: PeopleWords) -> list[CountMention]:
    """ "one woman and three men" are four."""
    found: list[CountMention] = []
    for count in counts:
        last = found[-1] if found else None
        if last is not None and _addable(last, count) and _joined(count.sentence, last, count, known):
            found[-1] = _sum(last, count, text)
        else:
            found.append(count)
    return [_with_one(count, text, known) for count in found]


def _with_one(count: CountMention, text: str, known: PeopleWords) -> CountMention:
    """ "two nuns and a driver" are three, "a woman and her two children" too."""
    words = count.sentence.words
    if count.part or count.fighters or count.figure.unit != "people" or count.noun not in known.people:
        return count
    first, last = count.first, count.last
    if last + 1 < len(words) and words[last].norm in known.both and words[last + 1].norm in known.one_of:
        end = next(
            (i + 1 for i in range(last + 2, min(len(words), last + 5)) if words[i].norm in known.persons), 0
        )
        if end and not any(w.norm in known.stops for w in words[last + 2 : end - 1]):
            last = end
    back = first - 1 if first and words[first - 1].norm in known.articles else first
    if back > 1 and words[back - 1].norm in known.both and words[back - 2].norm in known.persons:
        begin = next((i for i in range(back - 3, max(-1, back - 6), -1) if words[i].norm in known.one_of), -1)
        if begin >= 0 and not any(w.norm in known.stops for w in words[begin + 1 : back - 2]):
            first = begin
    more = (last > count.last) + (first < count.first)
    if not more:
        return count
    figure = count.figure
    low, best, high = (None if n is None else n + more for n in (figure.min, figure.best, figure.max))
    said = text[words[first].start : words[last - 1].end]
    told = replace(figure, min=low, best=best, max=high, text=" ".join(said.split()))
    return replace(count, first=first, last=last, text=said, figure=told)


def _addable(one: CountMention, two: CountMention) -> bool:
    return (
        bool(one.noun and two.noun)
        and one.part == two.part
        and one.fighters == two.fighters
        and not one.harm
        and one.figure.unit == two.figure.unit == "people"
    )


def _sum(one: CountMention, two: CountMention, text: str) -> CountMention:
    def plus(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    low = plus(one.figure.min, two.figure.min)
    high = plus(one.figure.max, two.figure.max)
    said = text[one.start : two.end]
    about = "approximately" in (one.figure.qualifier, two.figure.qualifier)
    both = Figure(
        low, low if low == high else None, high, "approximately" if about else "", text=" ".join(said.split())
    )
    return replace(one, last=two.last, text=said, figure=qualified(both), harm=two.harm, noun=two.noun)
