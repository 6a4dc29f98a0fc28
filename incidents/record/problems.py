"""A broken rule, told beside the field that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (an error) or doubtful (a warning) in a draft.

    Attributes:
        field: path of the field: "date", "figures.killed", "claims.0.credibility".
        text: a whole sentence that says what to do.
        severity: "error" stops saving, "warning" does not.
        key: a stable name of the rule, for tests and translations: "date.impossible".
    """

    field: str
    text: str
    severity: str = ERROR
    key: str = ""
