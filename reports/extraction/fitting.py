"""Fits the weights of signs/judging.py to coded reports: python -m reports.extraction.fitting GOLD_DIR...

Each directory holds reports as JSON in the form of the coding guide (text, published, incidents with type and
evidence). A sign counts as right when an incident of its type has evidence in its sentence. Plain logistic
regression with a penalty on large weights, so that few reports do not decide much.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from reports.extraction.suggesting import signs
from resources.lexicons import FOLDER

ROUNDS = 400
RATE = 0.5
PENALTY = 0.0015
RAREST = 3  # features seen less often keep the weight that they begin with
# What grammar says before any report is counted; the penalty pulls towards these, and towards 0 for the rest.
PRIOR = {
    **dict.fromkeys(("denied just before", "denied before", "negated"), -1.5),
    **dict.fromkeys(("planned just before", "conditional just before", "talk just before"), -1.5),
    **dict.fromkeys(("planned before", "talk before", "question"), -1.0),
    "weak without people": -1.0,
}
# The same for whether it goes on: verbs tell what is over, unless their form or a word says otherwise.
PRIOR_ONGOING = {
    **dict.fromkeys(("past helper", "perfect helper", "no helper"), -1.5),
    **dict.fromkeys(("continuous", "ongoing near"), 1.5),
}


def main(folders: list[str]) -> None:
    """Write weights.toml anew from the reports in these folders."""
    samples = [
        one for folder in folders for path in sorted(Path(folder).glob("*.json")) for one in told_signs(path)
    ]
    coded = fit([(features, bool(told)) for features, told in samples], PRIOR)
    going_on = fit([(features, "ongoing" in told) for features, told in samples if told], PRIOR_ONGOING)
    lines = ["# Written by `python -m reports.extraction.fitting`; see reports/extraction/signs/judging.py."]
    for title, table in (("weights", coded), ("ongoing", going_on)):
        lines.append(f"\n[{title}]")
        lines += [
            f'"{name}" = {weight:.2f}' for name, weight in sorted(table.items()) if abs(weight) >= 0.005
        ]
    (FOLDER / "weights.toml").write_text("\n".join(lines) + "\n", "utf-8")
    right = sum(bool(told) for _, told in samples)
    sys.stdout.write(
        f"{len(samples)} signs, {right} of them right, {len(coded)} and {len(going_on)} weights\n"
    )


def fit(samples: list[tuple[frozenset[str], bool]], prior: Mapping[str, float]) -> dict[str, float]:
    """Weights by feature; "always" is the constant. What is seen too rarely keeps its prior."""
    seen: dict[str, int] = {}
    for features, _ in samples:
        for feature in features:
            seen[feature] = seen.get(feature, 0) + 1
    table = {
        "always": 0.0,
        **{n: prior.get(n, 0.0) for n, times in seen.items() if times >= RAREST or n in prior},
    }
    for _ in range(ROUNDS):
        slope = dict.fromkeys(table, 0.0)
        for features, right in samples:
            known = [name for name in ("always", *features) if name in table]
            miss = float(right) - 1 / (1 + math.exp(-sum(table[name] for name in known)))
            for name in known:
                slope[name] += miss
        for name, weight in table.items():
            away = 0.0 if name == "always" else weight - prior.get(name, 0.0)
            step = slope[name] - PENALTY * len(samples) * away
            table[name] = weight + RATE * step / (seen.get(name, len(samples)) + 10)
    return {**{name: weight for name, weight in prior.items() if name not in table}, **table}


def told_signs(path: Path) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The features of each sign in a report, and the status of the coded incidents that it is a sign of."""
    report: dict[str, Any] = json.loads(path.read_text("utf-8"))
    published = date.fromisoformat(report["published"]) if report.get("published") else None
    coded = [
        (one["type"], " ".join(piece.split()), one.get("status") or "occurred")
        for one in report["incidents"]
        for piece in one["evidence"]
    ]
    for sign in signs(report["text"], published=published, language=report.get("language", "")):
        said = " ".join(report["text"][sign.sentence.start : sign.sentence.end].split())
        meant = [
            status
            for kind, piece, status in coded
            if kind == sign.trigger.type and (said in piece or piece in said)
        ]
        yield sign.features, frozenset(meant)


if __name__ == "__main__":
    main(sys.argv[1:])
