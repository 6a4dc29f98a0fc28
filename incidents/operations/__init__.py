"""What a user can do to a case. Each operation is a frozen value that `Case.perform` carries out whole or not at all.

An operation that is refused raises `Refused` with every problem, and nothing is written.
"""

from incidents.operations.briefings import NumberBriefing, SealBriefing
from incidents.operations.drafts import DropDraft, KeepDraft
from incidents.operations.filters import RemoveFilter, SaveFilter
from incidents.operations.incidents import AddIncident, AddIncidents, ChangeIncident, SetHeadline
from incidents.operations.intake import SetReportState, TakeInReport
from incidents.operations.links import LinkIncidents, UnlinkIncidents
from incidents.operations.merging import MergeIncidents
from incidents.operations.places import AddPlace
from incidents.operations.reports import AddReport, AddSource, ChangeReport, ChangeSource
from incidents.operations.status import RestoreIncidents, SetGrade, SetVerification, WithdrawIncidents
from incidents.operations.suggestions import (
    AcceptAsClaim,
    AcceptSuggestion,
    RejectSuggestion,
    ReopenSuggestion,
    SuggestAgain,
)

__all__ = [
    "AcceptAsClaim",
    "AcceptSuggestion",
    "AddIncident",
    "AddIncidents",
    "AddPlace",
    "AddReport",
    "AddSource",
    "ChangeIncident",
    "ChangeReport",
    "ChangeSource",
    "DropDraft",
    "KeepDraft",
    "LinkIncidents",
    "MergeIncidents",
    "NumberBriefing",
    "RejectSuggestion",
    "RemoveFilter",
    "ReopenSuggestion",
    "RestoreIncidents",
    "SaveFilter",
    "SealBriefing",
    "SetGrade",
    "SetHeadline",
    "SetReportState",
    "SetVerification",
    "SuggestAgain",
    "TakeInReport",
    "UnlinkIncidents",
    "WithdrawIncidents",
]
