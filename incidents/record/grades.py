"""The suggested grade of an incident, from the grades of its claims, with reasons.

The rule is Vigil's own, on the Admiralty code's principle that the letter belongs to the source and the digit to
the claim. It counts origins, not claims: copies of one witness, statement or wire text are one origin. A person
always decides; the suggestion stands beside what was decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incidents.record.codes import CREDIBILITY, RELIABILITY
from incidents.record.incident import Claim

_COUNTING_LETTERS = "ABC"
_COUNTING_DIGITS = "123"
_TELLING_QUOTE = 20  # characters; shorter quotes ("He was killed.") are equal by chance


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the claims suggest.

    Attributes:
        reliability: letter of the strongest counting origin; F when none can be judged.
        credibility: digit; 6 when no claim was rated.
        contested: a credible origin contradicts.
        counting_origins: names of the origins that count, the strongest first.
        reasons: sentences, in the order in which the rule was applied.
    """

    reliability: str
    credibility: str
    contested: bool
    counting_origins: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def grade(self) -> str:
        """Both characters side by side: "B2"."""
        return self.reliability + self.credibility


def counts(claim: Claim) -> bool:
    """True when a claim is good enough to let its origin count: A-C and 1-3."""
    return claim.reliability in _COUNTING_LETTERS and claim.credibility in _COUNTING_DIGITS


def origin_of(claim: Claim) -> str:
    """What tells one origin from another: the recorded origin, letter case aside, else the claim itself."""
    return _bare(claim.origin) or str(claim.id)


def _shown(claim: Claim) -> str:
    return (
        claim.origin or claim.attributed_to or (claim.report.publisher if claim.report else "") or "one claim"
    )


def counting_origins(claims: Iterable[Claim], stance: str = "supports") -> dict[str, Claim]:
    """The best claim of each origin that counts, by origin, the strongest first."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.stance == stance and not claim.withdrawn and counts(claim):
            groups[origin_of(claim)].append(claim)
    best = {
        origin: min(group, key=lambda c: (c.credibility, c.reliability)) for origin, group in groups.items()
    }
    return dict(sorted(best.items(), key=lambda item: (item[1].reliability, item[1].credibility)))


def supporting_origins(claims: Iterable[Claim]) -> int:
    """How many independent origins support the incident, however they are rated."""
    return len({origin_of(claim) for claim in claims if claim.stance == "supports" and not claim.withdrawn})


def suggest_grade(claims: Sequence[Claim]) -> Suggestion:
    """The suggested grade and why."""
    supporting = [claim for claim in claims if claim.stance == "supports" and not claim.withdrawn]
    counting = counting_origins(claims)
    against = counting_origins(claims, "contradicts")
    names = tuple(_shown(claim) for claim in counting.values())
    letter = _letter(supporting, counting)
    digit, reasons = _digit(supporting, counting, against)
    if counting:
        reasons.append(f"The letter {letter} is that of the strongest origin; more origins never raise it.")
    return Suggestion(letter, digit, bool(against), names, tuple(reasons))


def _letter(supporting: Sequence[Claim], counting: dict[str, Claim]) -> str:
    if counting:
        return min(claim.reliability for claim in counting.values())
    return min((claim.reliability for claim in supporting), default="F")


def _digit(
    supporting: Sequence[Claim], counting: dict[str, Claim], against: dict[str, Claim]
) -> tuple[str, list[str]]:
    rated = [claim.credibility for claim in supporting if claim.credibility != "6"]
    best = min(rated, default="6")
    if against:
        who = ", ".join(_shown(claim) for claim in against.values())
        said = "Credible sources contradict each other" if counting else "It is credibly contradicted"
        return _never_better(best, "3"), [f"{said} ({who}), so it is contested and never better than 3."]
    if len(counting) >= 2:
        return _agreeing(list(counting.values()))
    if len(counting) == 1:
        claim = next(iter(counting.values()))
        reason = f"One origin counts ({_shown(claim)}), so its own value stands, never better than 2."
        return _never_better(claim.credibility, "2"), [reason]
    if rated:
        return _never_better(best, "3"), ["No origin is rated A–C and 1–3, so it is never better than 3."]
    return "6", ["No claim was rated, so its truth cannot be judged."]


def _agreeing(claims: Sequence[Claim]) -> tuple[str, list[str]]:
    named = ", ".join(_shown(claim) for claim in claims)
    if figures_agree(claims):
        return "1", [f"{len(claims)} independent origins agree ({named})."]
    return "2", [
        f"{len(claims)} independent origins agree only in part: their figures do not overlap ({named})."
    ]


def figures_agree(claims: Sequence[Claim]) -> bool:
    """False when two claims give ranges for the same kind and unit of figure that do not overlap."""
    ranges: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for claim in claims:
        for kind, figure in claim.figures.items():
            if figure.known:
                low = figure.min if figure.min is not None else (figure.best or 0)
                high = figure.max if figure.max is not None else (figure.best if figure.min is None else None)
                ranges[kind, figure.unit].append((low, float("inf") if high is None else high))
    return all(max(low for low, _ in spans) <= min(high for _, high in spans) for spans in ranges.values())


def _never_better(digit: str, limit: str) -> str:
    return digit if digit == "6" else max(digit, limit)


def same_origin_hint(claims: Sequence[Claim]) -> str:
    """A sentence when two claims look like copies of one origin that is not recorded; else empty.

    Claims whose origins were both named were told apart by a person and are left alone.
    """
    live = [claim for claim in claims if not claim.withdrawn]
    for number, first in enumerate(live):
        for second in live[number + 1 :]:
            shared = _shared(first, second)
            if shared and not (first.origin and second.origin) and origin_of(first) != origin_of(second):
                return f"Two claims share {shared}. If they go back to one witness or text, give both the same origin."
    return ""


def _shared(first: Claim, second: Claim) -> str:
    one, two = first.report, second.report
    if len(first.quote) >= _TELLING_QUOTE and _bare(first.quote) == _bare(second.quote):
        return "the same words"
    if one and two and one.url and one.url == two.url:
        return "one address"
    if first.attributed_to and _bare(first.attributed_to) == _bare(second.attributed_to):
        return "one speaker"
    different_speakers = first.attributed_to and second.attributed_to
    if one and two and one.publisher and one.publisher == two.publisher and not different_speakers:
        return "one publisher"
    return ""


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


def grade_in_words(grade: str) -> str:
    """ "B2 – usually reliable, probably true"; empty for no grade."""
    if not grade:
        return ""
    letter, digit = RELIABILITY[grade[0]].label, CREDIBILITY[grade[1]].label
    return f"{grade} – {letter[0].lower()}{letter[1:]}, {digit[0].lower()}{digit[1:]}"
