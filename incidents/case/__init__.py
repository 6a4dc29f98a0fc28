"""One body of work in one file: opening it, its tables, the gate, the journal. The only SQLAlchemy session.

Importing this package loads SQLAlchemy (about 0.4 s), so programs do it when a case is first needed.
"""

from incidents.case.case import Actor, Case, CaseInfo, ChangeSet, Outcome

__all__ = ["Actor", "Case", "CaseInfo", "ChangeSet", "Outcome"]
