"""vigil add: one incident from options, or many from JSON, all or none."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.commands.common import open_case
from desktop.commands.exits import Exit, WrongCall
from desktop.commands.options import CLAIM_FIELDS, INCIDENT_FIELDS
from incidents import operations as do
from incidents.errors import VigilError
from incidents.record.codes import FIGURE_KINDS
from incidents.record.draft import IncidentDraft
from incidents.record.wire import draft_from_json
from incidents.search import questions as ask

_LARGEST = 200_000_000


def add(options: argparse.Namespace) -> int:
    """Add what the call gives and print the references."""
    given = _given(options)
    if options.json and given:
        raise WrongCall(
            f"vigil add: --json and --{next(iter(given))} cannot be used together; see vigil add --help."
        )
    if not options.json and not given.get("type"):
        raise WrongCall("vigil add: give --type and --place or --date, or --json FILE; see vigil add --help.")
    drafts = _from_json(options.json) if options.json else [draft_from_json(_as_json(given))]
    with open_case(options) as case:
        outcome = case.perform(do.AddIncidents(drafts))
        for uid in outcome.value:
            print(case.read(ask.IncidentById(uid)).ref)
    return Exit.DONE


def _given(options: argparse.Namespace) -> dict[str, Any]:
    names = [name for name, _ in (*INCIDENT_FIELDS, *CLAIM_FIELDS)]
    names += ["lat", "lon", "group", "type-other", "tag", "aggregate", "self-review"]
    names += [kind for kind in FIGURE_KINDS if kind != "people"]
    values = {name: getattr(options, name.replace("-", "_")) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _as_json(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options as the JSON of one incident, so that both ways in mean the same."""
    plain = {name.replace("-", "_") for name, _ in INCIDENT_FIELDS} | {
        "lat",
        "lon",
        "aggregate",
        "self_review",
    }
    values = {name.replace("-", "_"): value for name, value in given.items()}
    made: dict[str, Any] = {name: value for name, value in values.items() if name in plain}
    made["types_other"], made["tags"] = values.get("type_other", []), values.get("tag", [])
    made["figures"] = {kind: values[kind] for kind in FIGURE_KINDS if kind in values and kind != "people"}
    if "group" in values:
        made["groups"] = [_group(text) for text in values["group"]]
    for ours, name in (("grade_reliability", "reliability"), ("grade_credibility", "credibility")):
        if ours in made:
            made[name] = made.pop(ours)
    claim = {name.replace("-", "_"): values.get(name.replace("-", "_")) for name, _ in CLAIM_FIELDS}
    if any(value is not None for value in claim.values()):
        report = {"title": claim.pop("report"), "publisher": claim.pop("publisher")}
        report |= {"published": claim.pop("published"), "url": claim.pop("url")}
        told = {name: value for name, value in claim.items() if value is not None}
        report = {name: value for name, value in report.items() if value is not None}
        made["claims"] = [told | ({"report": report} if report else {})]
    return made


def _group(text: str) -> dict[str, Any]:
    sex, _, rest = text.partition(":")
    age, _, count = rest.partition(":")
    if not count.isascii() or not count.isdigit():
        raise WrongCall(f"vigil add: “{text}” is no group; write SEX:AGE:COUNT such as f:18_59:12.")
    return {"sex": sex, "age": age, "count": int(count)}


def _from_json(name: str) -> list[IncidentDraft]:
    try:
        data = sys.stdin.buffer.read(_LARGEST + 1) if name == "-" else _read(Path(name))
        if len(data) > _LARGEST:
            raise VigilError(
                f"{name} is larger than {_LARGEST // 1_000_000} MB; split it into several files."
            )
        content = json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise VigilError(f"{name} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise VigilError(f"{name} is no valid JSON: {error}.") from error
    if isinstance(content, Mapping) and isinstance(content.get("incidents"), list):
        content = content["incidents"]
    if not isinstance(content, list):
        content = [content]
    drafts = []
    for number, item in enumerate(content, start=1):
        try:
            drafts.append(draft_from_json(item))
        except VigilError as error:
            raise (VigilError(f"Incident {number}: {error}") if len(content) > 1 else error) from error
    if not drafts:
        raise VigilError(f"{name} holds no incident.")
    return drafts


def _read(path: Path) -> bytes:
    with open(path, "rb") as file:
        return file.read(_LARGEST + 1)
