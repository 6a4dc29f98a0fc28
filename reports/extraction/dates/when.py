"""What a date in a running text means, counted from the day of publication and from the dates told before.

Where Vigil's own grammar of dates (`incidents.record.date_grammar`) and the coding guide differ, the guide holds:
"mid-January" is the 15th, "since May" ends with the publication, "the past two weeks" end with it too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from incidents.record.date_grammar import understand
from incidents.record.date_points import back
from incidents.record.date_tokens import Token
from incidents.record.dates import UNDATED, DateProblem, When, around_day, days_in_month, parse_edtf, span
from reports.extraction.dates.phrases import Phrase, unit_of
from reports.extraction.dates.signs import Sign

_NO_DAY = date(1, 1, 1)
_SAME = {"d": "D", "r": "L"}  # letters of this package for those of the grammar
_BACK = 3
_MID = 1  # the middle in the table of parts


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates are counted from.

    published: the day of publication. told: the day told last. near: the last date told with its year nearby.
    period: the last time told that was longer than a day.
    """

    published: date | None = None
    told: date | None = None
    near: date | None = None
    period: When = UNDATED


def resolve(phrase: Phrase, clock: Clock) -> When:
    """What a date means; UNDATED where that cannot be known."""
    try:
        when = _AS[phrase.kind](phrase, clock)
        return _with_sign_before(phrase, when, clock) if when.known else when
    except (DateProblem, ValueError, OverflowError):
        return UNDATED


def names_year(phrase: Phrase) -> bool:
    """Whether a date says its year itself."""
    return any(sign.letter in "Yn" for sign in phrase.signs)


def _tokens(phrase: Phrase) -> list[Token]:
    """The signs as the grammar of dates reads them."""
    kept = [sign for sign in phrase.signs if sign.letter not in "oq,()tI"]
    found: list[Token] = []
    for at, sign in enumerate(kept):
        if sign.letter == "-":
            if at and kept[at - 1].letter == "P":
                continue
            found.append(Token("O", text="-"))
        elif sign.token is not None:
            found.append(replace(sign.token, sign=_SAME.get(sign.letter, sign.letter)))
    if found and found[0].sign in "FA":
        found = found[1:]
    for at, token in enumerate(found[:-1]):
        if token.sign == "P" and token.value == _MID and found[at + 1].sign == "M":
            found[at] = Token("D", 15, token.text)
    return [t for at, t in enumerate(found) if not _idle(found, at)]


def _idle(found: list[Token], at: int) -> bool:
    """Whether a sign adds nothing: "in the year 2014", "late on Friday"."""
    before, after = (found[i].sign if 0 <= i < len(found) else "" for i in (at - 1, at + 1))
    return (found[at].sign == "U" and before == "Y") or (found[at].sign == "P" and after == "W")


def _calendar_date(phrase: Phrase, clock: Clock) -> When:
    """A date that names its month, year, season or weekday, or a period from one to another."""
    found = _tokens(phrase)
    if clock.published is not None and len(found) > 2:
        found = _last_month(found, clock.published)
    found = _one_period(found)
    signs = {token.sign for token in found}
    reference = clock.published or _NO_DAY
    if signs & set("Yn") or (clock.published and signs & set("TU")):
        return understand(_without_last(found), reference)
    if not signs & set("MS"):
        return understand(found, reference) if clock.published else UNDATED
    if "L" in signs and clock.published:
        return understand(found if "D" not in signs else _without_last(found), reference)
    return _in_some_year(_without_last(found), clock)


def _last_month(found: list[Token], published: date) -> list[Token]:
    """ "Until the end of last July": the month with its year, which then holds for the other end too."""
    for at in range(len(found) - 1):
        if found[at].sign == "L" and found[at + 1].sign == "M":
            month = found[at + 1]
            year = published.year - (month.value + 1 >= published.month)
            return [*found[:at], month, Token("Y", year, str(year)), *found[at + 2 :]]
    return found


def _without_last(found: list[Token]) -> list[Token]:
    """ "December 27 last": the last one is meant anyway."""
    return (
        [t for t in found if t.sign != "L"] if {t.sign for t in found} & {"D"} and not _unit(found) else found
    )


def _unit(found: list[Token]) -> bool:
    return any(token.sign == "U" for token in found)


def _one_period(found: list[Token]) -> list[Token]:
    """ "3, 4 and 5 April": from the first to the last."""
    joint = next((at for at, token in enumerate(found) if token.sign in "NO" and at), None)
    if joint is None:
        return found
    begin, end = found[:joint], found[joint + 1 :]
    head = [t for t in begin if t.sign == "B"]
    begin = [t for t in begin if t.sign != "B"]
    days = [t for t in begin if t.sign == "D"]
    if len(days) > 1:
        begin = [t for t in begin if t.sign != "D" or t is days[0]]
    if begin and begin[0].sign == "M" and len(end) in (1, 2) and end[0].sign == "D":  # April 3 and 4, 2017
        begin, end = begin[1:], [end[0], begin[0], *end[1:]]
    weekdays = [t for t in (*begin, *end) if t.sign == "W"]
    if weekdays and len(begin) + len(end) > 2:
        begin, end = ([t for t in side if t.sign != "W"] or side for side in (begin, end))
    return [*head, *begin, Token("O", text="-"), *end]


def _in_some_year(found: list[Token], clock: Clock) -> When:
    """A date without its year: the last one by the day of publication, or the one nearest to the date told."""
    if clock.near is None:
        return understand(found, clock.published) if clock.published else UNDATED
    choices: list[tuple[int, When]] = []  # a narrative goes forward rather than back
    for year in range(clock.near.year + 1, clock.near.year - 2, -1):
        try:
            when = understand([*found, Token("Y", year, str(year))], clock.published or clock.near)
        except DateProblem:
            continue
        if when.start and (clock.published is None or when.start <= clock.published):
            days = (when.start - clock.near).days
            choices.append((days if days >= 0 else -_BACK * days, when))
    return min(choices, key=lambda choice: choice[0])[1] if choices else UNDATED


def _with_sign_before(phrase: Phrase, when: When, clock: Clock) -> When:
    """ "Since", "as of", "before", "the night before"."""
    start, end = when.start, when.end
    if phrase.before == "A" and start and phrase.kind != "range":
        first = when.edtf.partition("/")[0] or start.isoformat()
        if clock.published is None:
            return parse_edtf(f"{start.isoformat() if 'X' in first else first}/..")
        return parse_edtf(f"{first}/{clock.published}") if start <= clock.published else UNDATED
    if phrase.before in ("E", "O") and end and phrase.kind != "range":
        return parse_edtf(f"/{end.isoformat()}")
    if phrase.before == "J" and start and start == end:
        return span(back(start, 1, "day"), start)
    return when


def _counted(phrase: Phrase, clock: Clock) -> When:
    token = phrase.signs[0].token
    if clock.told is None or token is None:
        return UNDATED
    return parse_edtf((clock.told + timedelta(days=token.value)).isoformat())


def _same(_phrase: Phrase, clock: Clock) -> When:
    """ "Over the same period"."""
    return clock.period


def _later(phrase: Phrase, clock: Clock) -> When:
    """ "Two days later", "a week earlier"."""
    if clock.told is None:
        return UNDATED
    count, unit = _count(phrase), unit_of(_sign(phrase, "U"))
    if unit in ("month", "year"):
        return around_day(back(clock.told, count if "e" in phrase.letters else -count, unit), unit)
    if unit not in ("day", "week"):
        return UNDATED
    days = count * (7 if unit == "week" else 1) * (-1 if "e" in phrase.letters else 1)
    return parse_edtf((clock.told + timedelta(days=days)).isoformat())


def _sign(phrase: Phrase, letter: str) -> Sign | None:
    return next((sign for sign in phrase.signs if sign.letter == letter), None)


def _count(phrase: Phrase) -> int:
    number = _sign(phrase, "D") or _sign(phrase, "d")
    return number.token.value if number is not None and number.token is not None else 1


def _rolling(phrase: Phrase, clock: Clock) -> When:
    """ "Over the past two weeks", "in the last 24 hours": up to the day of publication."""
    if clock.published is None:
        return UNDATED
    count = _count(phrase)
    if _sign(phrase, "h"):
        return span(clock.published - timedelta(days=max(1, round(count / 24))), clock.published)
    unit = unit_of(_sign(phrase, "U"))
    if "r" not in phrase.letters and not _sign(phrase, "D") and not _sign(phrase, "d"):
        return _whole_unit(phrase, clock)
    return span(back(clock.published, count, unit), clock.published)


def _whole_unit(phrase: Phrase, clock: Clock) -> When:
    """ "Last week", "early last month": the calendar's own."""
    if clock.published is None:
        return UNDATED
    found = [t for t in _tokens(phrase) if t.sign in "PLU"]
    if phrase.letters == "U":  # over the weekend: the last one that is over
        found = [Token("L"), *found]
    try:
        return understand(found, clock.published)
    except DateProblem:
        return understand([t for t in found if t.sign != "P"], clock.published)


def _ago(phrase: Phrase, clock: Clock) -> When:
    if clock.published is None:
        return UNDATED
    unit = unit_of(_sign(phrase, "U"))
    if _sign(phrase, "H"):  # a year ago today
        return parse_edtf(back(clock.published, _count(phrase), unit).isoformat())
    return understand(
        [Token("D", _count(phrase)), Token("U", _unit_value(phrase)), Token("G")], clock.published
    ) if unit else UNDATED  # fmt: skip


def _unit_value(phrase: Phrase) -> int:
    sign = _sign(phrase, "U")
    return sign.token.value if sign is not None and sign.token is not None else 0


def _current(phrase: Phrase, clock: Clock) -> When:
    """ "This week", "so far this year", "earlier this month": from its first day to the publication."""
    unit = unit_of(_sign(phrase, "U"))
    if unit == "year" and clock.published is None and clock.near is not None:
        return parse_edtf(f"{clock.near.year:04}-01-01/")
    if clock.published is None:
        return UNDATED
    when = understand([Token("T"), Token("U", _unit_value(phrase))], clock.published)
    return span(when.start, clock.published) if when.start and when.start <= clock.published else UNDATED


def _near(phrase: Phrase, clock: Clock) -> When:
    """Yesterday, last night, this morning."""
    if clock.published is None:
        return UNDATED
    sign = phrase.signs[0]
    if sign.letter == "H" and sign.token is not None:
        return parse_edtf(back(clock.published, sign.token.value, "day").isoformat())
    return parse_edtf(back(clock.published, 1 if "L" in phrase.letters else 0, "day").isoformat())


def _parts(phrase: Phrase, clock: Clock) -> When:
    """ "The first six months of 2002", "the first half of the year", "early this year"."""
    year = _year(phrase, clock)
    if phrase.letters.startswith("P"):
        cut = phrase.signs[0].token
        unit = unit_of(_sign(phrase, "U"))
        if cut is None or clock.published is None or unit not in ("month", "year"):
            return UNDATED
        if phrase.before == "A" and cut.value == 0:  # since the beginning of the year
            month = clock.published.month if unit == "month" else 1
            return parse_edtf(date(clock.published.year, month, 1).isoformat())
        return understand([Token("P", cut.value), Token("U", _unit_value(phrase))], clock.published)
    nth = phrase.signs[0].token
    if "@x" in phrase.letters and year and nth:
        return parse_edtf(f"{year:04}-01/{year:04}-06" if nth.value == 0 else f"{year:04}-07/{year:04}-12")
    if phrase.letters[0] in "Lr" and year and unit_of(_sign(phrase, "U")) == "quarter":
        return parse_edtf(f"{year:04}-10/{year:04}-12")
    if phrase.letters[1] in "Dd" and year and nth and nth.value == 0:
        months = _count(phrase)
        if unit_of(_sign(phrase, "U")) == "month" and 1 <= months <= 12:
            return span(date(year, 1, 1), date(year, months, days_in_month(year, months)))
        return UNDATED
    if _sign(phrase, "Y") or clock.published:
        return understand(_tokens(phrase), clock.published or _NO_DAY)
    return UNDATED


def _year(phrase: Phrase, clock: Clock) -> int | None:
    named = _sign(phrase, "Y")
    if named is not None and named.token is not None:
        return named.token.value
    if clock.published is None:
        return clock.near.year if clock.near else None
    return clock.published.year - ("L" in phrase.letters)


_AS = {
    "counted": _counted, "parts": _parts, "range": _calendar_date, "rolling": _rolling, "ago": _ago,
    "later": _later, "current": _current, "calendar": _whole_unit, "near": _near, "day": _calendar_date,
    "point": _calendar_date, "same": _same,
}  # fmt: skip
