"""How likely a sign of an incident is one that a person would code: a sum of weights, each with its reason.

The weights were fitted by logistic regression (`python -m reports.extraction.fitting GOLD_DIR...`) on coded reports and
stand in resources/lexicons/weights.toml, where a person can read and change them.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from reports.extraction.signs.events import Sign
from resources.lexicons import FOLDER

_SHOWN = 4  # reasons told for one sign
# What settles it, however much else speaks for the sign: somebody denies it, it is only supposed, nature did it.
_SETTLES = frozenset(
    (
        "refuted just before",
        "refuted before",
        "refuted after",
        "supposed just before",
        "supposed before",
        "by nature",
    )
)
_LITTLE = 0.1  # what is left of the probability then
_CLEAR = 0.35  # weights below this are no reason worth telling


@cache
def weights(table: str = "weights") -> dict[str, float]:
    """The weight of each feature in one of the tables; those that are not listed weigh nothing."""
    return dict(tomllib.loads((FOLDER / "weights.toml").read_text("utf-8"))[table])


def judge(sign: Sign) -> tuple[float, float, tuple[str, ...]]:
    """Two probabilities from 0 to 1, and the reasons for the first in plain words, the strongest first.

    The first: that a person would code this sign. The second: that what it tells of was still going on.
    """
    table = weights()
    score, going_on = probability(sign.features, table), probability(sign.features, weights("ongoing"))
    settled = sorted(sign.features & _SETTLES)
    if settled:
        score *= _LITTLE
    parts = [(table[feature], feature) for feature in sorted(sign.features) if feature in table]
    strongest = sorted(parts, key=lambda part: -abs(part[0]))[:_SHOWN]
    reasons = [
        f"{'+' if weight > 0 else '−'} {feature}" for weight, feature in strongest if abs(weight) >= _CLEAR
    ]
    phrase = sign.sentence.slice(sign.found.first, sign.found.last)
    kind = sign.trigger.type.replace("_", " ")
    return score, going_on, (f"“{phrase}” is a sign of {kind}", *(f"− {name}" for name in settled), *reasons)


def probability(features: Iterable[str], table: Mapping[str, float]) -> float:
    """The logistic function of the summed weights; "always" is the constant."""
    total = table.get("always", 0.0) + sum(table.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
