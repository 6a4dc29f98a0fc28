"""Filters, counts and saves in a large case, as ratios to hand-written SQL on the same file in the same run.

Run: .venv/bin/python -m tests.benchmarks.bench_case [NUMBER], 100,000 incidents unless told otherwise.
Goals: first rows and exact count under 100 ms and within 3x of hand-written SQL; a save under 50 ms;
memory under 300 MB.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.engine import connect
from incidents.record.codes import TYPES
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft
from incidents.search import questions as ask
from incidents.search.filter import Filter, Period
from tests.benchmarks.big_case import make


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def tell(name: str, times: list[float], floor: list[float] | None = None) -> None:
    """One line: median and 95th percentile in ms, and the ratio to the floor."""
    times = sorted(times)
    line = f"{name:<44} {statistics.median(times):8.1f} ms  p95 {times[int(len(times) * 0.95)]:8.1f} ms"
    if floor:
        floor = sorted(floor)
        ratio = statistics.median(times) / statistics.median(floor)
        tail = times[int(len(times) * 0.95)] / floor[int(len(floor) * 0.95)]
        line += f"   x{ratio:.1f} of SQL by hand (p95 x{tail:.1f})"
    print(line, flush=True)


def some_filters(number: int) -> list[Filter]:
    """Region, span and type filters as a person would set them, from a few rows to everything."""
    chance = random.Random(11)
    found = []
    for _ in range(number):
        start = date(2011 + chance.randrange(12), 1 + chance.randrange(12), 1)
        period = Period(start, start + timedelta(days=chance.choice([7, 30, 90, 365])))
        region = chance.choice([(), ("UKR",), ("UA-63",), ("X12",), ("COD", "UKR")])
        types = tuple(chance.sample(list(TYPES)[:5], chance.choice([0, 1, 2])))
        found.append(Filter(regions=region, period=chance.choice([None, period, period]), types=types))
    return found


def by_hand(raw: object, wanted: Filter) -> None:
    """The same first page and count, as somebody would write it for this filter alone."""
    parts, values = ["verification <> 'withdrawn'"], []
    countries = [code for code in wanted.regions if len(code) == 3]
    areas = [code for code in wanted.regions if len(code) > 3]
    for column, codes in (("country", countries), ("admin1", areas)):
        if codes:
            parts.append(f"{column} IN ({','.join('?' * len(codes))})")
            values += codes
    if wanted.period and wanted.period.start and wanted.period.end:
        parts.append("from_on <= ? AND until_on >= ?")
        values += [int(f"{wanted.period.end:%Y%m%d}"), int(f"{wanted.period.start:%Y%m%d}")]
    if wanted.types:
        marks = ",".join("?" * len(wanted.types))
        other = f"SELECT incident_pk FROM incident_type WHERE type IN ({marks})"
        parts.append(f"(type IN ({marks}) OR pk IN ({other}))")
        values += [*wanted.types, *wanted.types]
    where = " AND ".join(parts)
    run = raw.execute  # type: ignore[attr-defined]
    keys = [
        r[0]
        for r in run(
            f"SELECT pk FROM incident WHERE {where} ORDER BY from_on DESC, pk DESC LIMIT 200", values
        )
    ]
    marks = ",".join("?" * len(keys))
    rows = "SELECT i.*, p.name, f.* FROM incident i LEFT JOIN place p ON p.pk = i.place_pk LEFT JOIN figure f"
    run(f"{rows} ON f.incident_pk = i.pk AND f.kind = 'people' WHERE i.pk IN ({marks})", keys).fetchall()
    run(f"SELECT count(*) FROM incident WHERE {where}", values).fetchone()


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "big.vigil", number)
        print(f"{number:,} incidents, {path.stat().st_size / 1e6:.0f} MB")
        with Case.open(path, actor=Actor("bench")) as case:
            measure(case)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{'peak memory of this process':<44} {peak:8.0f} MB")


def measure(case: Case) -> None:
    """All questions that a filter change asks, and a save."""
    raw = connect(case.info.path, write=False)
    wanted = some_filters(60)
    by_hand(raw, wanted[0])
    case.read(ask.Page(wanted[0]))
    pairs = [(timed(lambda f=f: (case.read(ask.Page(f)), case.read(ask.Count(f)))), timed(lambda f=f: by_hand(raw, f)))
             for f in wanted]  # fmt: skip
    tell("first 200 rows and exact count", [ours for ours, _ in pairs], [hand for _, hand in pairs])
    tell("all ids", [timed(lambda f=f: case.read(ask.Ids(f))) for f in wanted])
    tell("all ids, everything", [timed(lambda: case.read(ask.Ids(Filter()))) for _ in range(5)])
    tell("facets of the filter pane", [timed(lambda f=f: case.read(ask.Facets(f))) for f in wanted[:20]])
    tell("facets, everything", [timed(lambda: case.read(ask.Facets(Filter()))) for _ in range(3)])
    tell("totals (the counting function)", [timed(lambda f=f: case.read(ask.Tally(f))) for f in wanted[:20]])
    tell("totals, everything", [timed(lambda: case.read(ask.Tally(Filter()))) for _ in range(3)])
    texts = [replace(f, text="evacuation camp") for f in wanted[:20]]
    tell("full text with filters, rows and count",
         [timed(lambda f=f: (case.read(ask.Page(f)), case.read(ask.Count(f)))) for f in texts])  # fmt: skip
    tell("saving an incident with its journal", [timed(lambda n=n: save(case, n)) for n in range(30)])
    raw.close()


def save(case: Case, number: int) -> None:
    """What Save in the entry form does."""
    report = ReportDraft(title=f"Report {number % 5}", publisher="Kharkiv Desk", published="2022-05-02")
    claim = ClaimDraft(
        report=report, attributed_to="the mayor", quote="words " * 20, reliability="B", credibility="2"
    )
    draft = IncidentDraft(type="evacuation", place_text="Mariupol", country_text="UKR", date="last Sunday",
                          figures={"people": "more than 100"}, claims=(claim,), narrative="words " * 100)  # fmt: skip
    case.perform(do.AddIncident(draft))


if __name__ == "__main__":
    main()
