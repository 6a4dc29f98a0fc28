"""How likely a sign of an incident is one that a person would code: a sum of weights, each with its reason.

The weights were fitted by logistic regression (`python -m reports.extraction.fitting GOLD_DIR...`) on coded reports and
stand in resources/lexicons/weights.toml, where a person can read and change them.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache

from reports.extraction.events import Sign
from resources.lexicons import FOLDER

_SHOWN = 4  # reasons told for one sign
_CLEAR = 0.35  # weights below this are no reason worth telling


@cache
def weights() -> dict[str, float]:
    """The weight of each feature; those that are not listed weigh nothing."""
    path = FOLDER / "weights.toml"
    return dict(tomllib.loads(path.read_text("utf-8"))["weights"])


def judge(sign: Sign) -> tuple[float, tuple[str, ...]]:
    """The probability from 0 to 1, and the reasons for and against in plain words, the strongest first."""
    table = weights()
    parts = [(table[feature], feature) for feature in sorted(sign.features) if feature in table]
    total = table.get("always", 0.0) + sum(weight for weight, _ in parts)
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    strongest = sorted(parts, key=lambda part: -abs(part[0]))[:_SHOWN]
    reasons = [
        f"{'+' if weight > 0 else '−'} {feature}" for weight, feature in strongest if abs(weight) >= _CLEAR
    ]
    phrase = sign.sentence.slice(sign.found.first, sign.found.last)
    return score, (f"“{phrase}” is a sign of {sign.trigger.type.replace('_', ' ')}", *reasons)
