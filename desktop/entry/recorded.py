"""A recorded incident as the raw text of the form, and the state that the next incident begins with."""

from __future__ import annotations

from desktop.entry.controls import spoken_tags
from desktop.entry.figures import figure_text
from desktop.entry.state import State, part_of, parts_of, passage_state, place_state, report_state, text_of
from desktop.entry.what import types_shown
from incidents.record.dates import When
from incidents.record.dates_said import describe_date
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, Report
from incidents.record.titles import default_title

_CLAIM = (
    "attributed_to",
    "reported_as",
    "rating_why",
    "quote",
    "stance",
    "origin",
    "headline",
    "reliability",
    "credibility",
)


def when_text(when: When) -> str:
    """A recorded date as it stands in the field; empty when it is not known."""
    return describe_date(when) if when.known else ""


def incident_state(incident: Incident) -> State:
    """Everything that the form shows of an incident."""
    state: State = {
        "editing": str(incident.id),
        "ref": incident.ref,
        "version": incident.version,
        "what": {"type": incident.type},
        "when": {"date": when_text(incident.when), "occurrence": incident.occurrence},
        "where": {
            "place": place_state(incident.place),
            "geo_precision": incident.geo_precision,
            "destination": place_state(incident.destination),
        },
        "people": {
            "figures": {kind: figure_text(figure) for kind, figure in incident.figures.items()},
            "measure": incident.measure,
            "aggregate": incident.aggregate,
            "groups": [{"count": str(g.count), "sex": g.sex, "age": g.age} for g in incident.groups],
        },
        "claims": [_claim_state(claim, incident) for claim in incident.live_claims],
    }
    details = (
        "title",
        "narrative",
        "public_summary",
        "place_note",
        "responsible",
        "responsible_type",
        "sensitivity",
    )
    state["details"] = {name: getattr(incident, name) for name in details}
    if incident.title == _title_by_itself(incident):
        state["details"]["title"] = ""  # it follows when type, place or date are mended
    state["details"]["types_other"] = types_shown(incident.types_other)
    state["details"]["tags"] = ", ".join(spoken_tags(incident.tags))
    judged = ("verification", "verification_why", "self_review", "reliability", "credibility", "grade_why")
    state["judgement"] = {name: getattr(incident, name) for name in judged}
    return state


def draft_state(draft: IncidentDraft) -> State:
    """Everything that the form shows of an incident that a report was found to tell of."""
    when = draft.date
    state: State = {
        "what": {"type": draft.type},
        "when": {
            "date": when_text(when) if isinstance(when, When) else when,
            "occurrence": draft.occurrence,
        },
        "where": {
            "place": place_state(draft.place),
            "place_text": draft.place_text,
            "geo_precision": draft.geo_precision,
            "destination": place_state(draft.destination),
            "destination_text": draft.destination_text,
        },
        "people": {
            "figures": {kind: _figure_said(figure) for kind, figure in draft.figures.items()},
            "measure": draft.measure,
            "aggregate": draft.aggregate,
        },
        "claims": [_claim_draft_state(claim, draft) for claim in draft.claims],
    }
    details = ("title", "narrative", "public_summary", "place_note", "responsible", "responsible_type")
    state["details"] = {name: getattr(draft, name) for name in details} | {
        "sensitivity": draft.sensitivity,
        "types_other": types_shown(draft.types_other),
        "tags": ", ".join(spoken_tags(draft.tags)),
    }
    return state


def _figure_said(figure: Figure | str) -> str:
    return figure_text(figure) if isinstance(figure, Figure) else figure


def _claim_draft_state(claim: ClaimDraft, draft: IncidentDraft) -> State:
    """As of a recorded claim; ratings that nobody gave stay open, and the quote keeps its place in the text."""
    state: State = {name: getattr(claim, name) for name in _CLAIM}
    own = claim.figures.get("people")
    same = own is None or own == draft.figures.get("people")
    state |= {
        "report": report_state(claim.report) if isinstance(claim.report, Report) else None,
        "figure": "" if same or own is None else _figure_said(own),
    }
    return state | {"passage": passage_state(claim)}


def _title_by_itself(incident: Incident) -> str:
    """The title that Vigil gives when nobody writes one."""
    return default_title(incident.type, incident.place, incident.when, incident.destination)


def _claim_state(claim: Claim, incident: Incident) -> State:
    """The headline's figure is the incident's and shown there; its own field stays empty and follows it."""
    state: State = {name: getattr(claim, name) for name in _CLAIM}
    state |= {
        "id": str(claim.id),
        "report": report_state(claim.report),
        "figure": figure_text(claim.figures.get("people")),
    }
    if claim.headline and claim.figures.get("people") == incident.people:
        state["figure"] = ""
    return state


def copy_state(state: State) -> State:
    """The same facts as a new incident: no identity, and nobody has judged it yet."""
    copy = {
        key: value for key, value in state.items() if key not in ("editing", "ref", "version", "judgement")
    }
    unrated = {"id": "", "reliability": "", "credibility": "", "rating_why": ""}
    copy["claims"] = [{**claim, **unrated} for claim in parts_of(state, "claims")]
    return copy


def next_state(state: State) -> State:
    """What the next incident of the same report begins with: report, source and date, nothing else."""
    claims = parts_of(state, "claims")
    marked = next((claim for claim in claims if claim.get("headline") is True), claims[0] if claims else {})
    kept = {key: marked[key] for key in ("report", "report_text", "new_report") if key in marked}
    when = {"date": text_of(part_of(state, "when"), "date")}
    return {"when": when, "claims": [kept]}
