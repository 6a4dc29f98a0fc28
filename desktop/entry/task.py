"""What the form is about: a new incident, one that is being changed, or one that a report was found to tell of."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.entry.state import State, number_of, uuid_of
from incidents.record.incident import Incident


@dataclass(frozen=True, slots=True)
class Task:
    """editing, ref, version: the incident that is being changed. suggestion: the one that saving accepts."""

    editing: UUID | None = None
    ref: str = ""
    version: int | None = None
    suggestion: UUID | None = None

    @classmethod
    def of(cls, state: State, incident: Incident | None) -> Task:
        """The task that a state belongs to; `incident` is the one that it changes."""
        if incident is None:
            return cls(suggestion=uuid_of(state, "suggestion"))
        version = number_of(state, "version")
        return cls(incident.id, incident.ref, int(version) if version is not None else None)

    @property
    def title(self) -> str:
        """What stands over the form."""
        if self.editing is not None:
            return QCoreApplication.translate("Task", "Change %s") % self.ref
        if self.suggestion is not None:
            return QCoreApplication.translate("Task", "Suggested incident")
        return QCoreApplication.translate("Task", "New incident")

    def state(self) -> State:
        """What is kept beside what was typed."""
        if self.editing is not None:
            return {"editing": str(self.editing), "ref": self.ref, "version": self.version}
        return {"suggestion": str(self.suggestion)} if self.suggestion is not None else {}
