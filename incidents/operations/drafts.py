"""Half-typed forms put aside, so that a crash costs nothing. They are not journalled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from incidents.case.writer import Writer


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Put a form's content aside under a key, replacing what stood there."""

    key: str
    content: str
    why: str = ""
    label: ClassVar[str] = "Keep a draft"
    undoable: ClassVar[bool] = False

    def __call__(self, writer: Writer) -> None:
        writer.keep_draft(self.key, self.content)


@dataclass(frozen=True, slots=True)
class DropDraft:
    """Forget what was put aside under a key."""

    key: str
    why: str = ""
    label: ClassVar[str] = "Drop a draft"
    undoable: ClassVar[bool] = False

    def __call__(self, writer: Writer) -> None:
        writer.keep_draft(self.key, None)
