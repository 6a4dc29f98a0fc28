"""vigil add: one incident from options, or many from JSON, all or none."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.commands.common import open_case
from desktop.commands.exits import Exit, WrongCall
from desktop.commands.options import CLAIM_FIELDS, INCIDENT_FIELDS, REPORT_FIELDS
from desktop.commands.reading import drafts_in
from desktop.commands.terminal import say
from desktop.commands.told import Told
from incidents import operations as do
from incidents.record.codes import FIGURE_KINDS
from incidents.record.wire import draft_from_json
from incidents.search import questions as ask

_REPEATED = ("group", "type_other", "tag")
_PLAIN = ("lat", "lon", "aggregate", "self_review")


def add(options: argparse.Namespace) -> int:
    """Add what the call gives and print the references."""
    given = _given(options)
    if options.json and given:
        first = next(iter(given)).replace("_", "-")
        raise WrongCall(f"vigil add: --json and --{first} cannot be used together; see vigil add --help.")
    if not options.json and not given.get("type"):
        raise WrongCall("vigil add: give --type and --place or --date, or --json FILE; see vigil add --help.")
    drafts = drafts_in(options.json) if options.json else [draft_from_json(_as_json(given))]
    with open_case(options) as case:
        added = case.perform(do.AddIncidents(drafts, progress=Told())).value
        rows = case.read(lambda reader: ask.Rows(ask.Pks(added)(reader))(reader))
    for row in rows:
        say(row.ref)
    return Exit.DONE


def _given(options: argparse.Namespace) -> dict[str, Any]:
    """What was given, by the names of the JSON form."""
    named = [name for name, _ in (*INCIDENT_FIELDS, *CLAIM_FIELDS, *REPORT_FIELDS)]
    names = [name.replace("-", "_") for name in named] + [*_PLAIN, *_REPEATED]
    names += [kind for kind in FIGURE_KINDS if kind not in names]
    values = {name: getattr(options, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _as_json(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options as the JSON of one incident, so that both ways in mean the same."""
    plain = {name.replace("-", "_") for name, _ in INCIDENT_FIELDS}.union(_PLAIN)
    made: dict[str, Any] = {name: value for name, value in given.items() if name in plain}
    made["types_other"], made["tags"] = given.get("type_other", []), given.get("tag", [])
    made["figures"] = {kind: given[kind] for kind in FIGURE_KINDS if kind in given and kind != "people"}
    made["groups"] = [_group(text) for text in given.get("group", ())]
    for ours, name in (("grade_reliability", "reliability"), ("grade_credibility", "credibility")):
        if ours in made:
            made[name] = made.pop(ours)
    claim = _claim(given)
    if claim:
        if claim.get("stance", "supports") == "supports":  # the numbers are what this claim says
            claim |= {name: made[name] for name in ("people", "figures") if made.get(name)}
        made["claims"] = [claim]
    return made


def _claim(given: Mapping[str, Any]) -> dict[str, Any]:
    claim, report = (_among(given, fields) for fields in (CLAIM_FIELDS, REPORT_FIELDS))
    if "report" in report:
        report["title"] = report.pop("report")
    return claim | ({"report": report} if report else {})


def _among(given: Mapping[str, Any], fields: Sequence[tuple[str, str]]) -> dict[str, Any]:
    names = [name.replace("-", "_") for name, _ in fields]
    return {name: given[name] for name in names if name in given}


def _group(text: str) -> dict[str, Any]:
    sex, _, rest = text.partition(":")
    age, _, count = rest.partition(":")
    if not (count.isascii() and count.isdigit() and len(count) <= 12):
        raise WrongCall(f"vigil add: “{text[:40]}” is no group; write SEX:AGE:COUNT such as f:18_59:12.")
    return {"sex": sex, "age": age, "count": int(count)}
