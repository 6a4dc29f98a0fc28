"""The words of the incident: title, narrative, public summary, further types, who is alleged to be responsible."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.entry.controls import CodeBox, LongText, TextEdit, spoken_tags, written_tags
from desktop.entry.section import Section
from desktop.entry.state import State, text_of
from desktop.entry.what import type_choices, type_named, types_listed
from desktop.widgets.list_typeahead import ListTypeAhead
from desktop.widgets.typeahead import Choice, immediate
from incidents.record.codes import RESPONSIBLE_TYPES, SENSITIVITY, TAGS
from incidents.record.folding import fold


class Details(Section):
    """What most incidents get after the essentials and the claims."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("More about it"), parent)
        self.title = TextEdit()
        self.narrative = LongText(5)
        self.public_summary = LongText(2)
        self.other = ListTypeAhead(immediate(self._other_choices))
        self.other.setPlaceholderText(self.tr("if more than one fits"))
        self.place_note = TextEdit()
        self.responsible = TextEdit()
        self.responsible_type = CodeBox(RESPONSIBLE_TYPES.values(), empty=self.tr("not known"))
        self.sensitivity = CodeBox(SENSITIVITY.values())
        self.tags = ListTypeAhead(immediate(self._tag_choices))
        self.tags.setPlaceholderText(self.tr("children, hospital …"))
        self._tags_used: tuple[str, ...] = ()
        self._lay_out()
        for edit in (self.title, self.place_note, self.responsible, self.narrative, self.public_summary):
            edit.textChanged.connect(lambda *_: self.changed.emit())
        for control in (self.other, self.tags, self.responsible_type, self.sensitivity):
            control.changed.connect(self.changed)
        self.sensitivity.changed.connect(self._say_sensitivity)

    def _lay_out(self) -> None:
        self.add("narrative", self.field(self.tr("&Narrative"), self.narrative), wide=True)
        title = self.field(
            self.tr("Title"), self.title, hint=self.tr("Leave it empty to take the suggestion.")
        )
        self.add("title", title, wide=True)
        self.add("types_other", self.field(self.tr("Secondary types"), self.other))
        self.add("tags", self.field(self.tr("Ta&gs"), self.tags))
        self.add("responsible", self.field(self.tr("Alleged responsible"), self.responsible))
        self.add(
            "responsible_type", self.field(self.tr("Kind of alleged responsible"), self.responsible_type)
        )
        self.add("place_note", self.field(self.tr("Note on the place"), self.place_note))
        self.add("sensitivity", self.field(self.tr("Sensitivity"), self.sensitivity))
        summary = self.field(
            self.tr("Public summary"),
            self.public_summary,
            hint=self.tr(
                "Written anew for readers outside; a public briefing shows this and never the narrative."
            ),
        )
        self.add("public_summary", summary, wide=True)

    # ------------------------------------------------------------ what follows from elsewhere
    def suggest_title(self, title: str) -> None:
        """Show the title that is taken when none is written."""
        self.title.setPlaceholderText(title)

    def know_tags(self, used: Sequence[str]) -> None:
        """Tags that this case uses besides the known ones."""
        self._tags_used = tuple(used)

    def _say_sensitivity(self) -> None:
        term = SENSITIVITY.get(self.sensitivity.code)
        self.fields["sensitivity"].say(term.meaning if term else "")

    def _other_choices(self, typed: str) -> list[Choice]:
        listed = [found.code for entry in self.other.entries() if (found := type_named(entry))]
        return type_choices(typed, leave_out=listed) if typed else []

    def _tag_choices(self, typed: str) -> list[Choice]:
        wanted = fold(typed)
        known = spoken_tags(list(dict.fromkeys((*TAGS, *self._tags_used))))
        fitting = [tag for tag in known if wanted and any(w.startswith(wanted) for w in (tag, *tag.split()))]
        listed = set(self.tags.entries())
        return [Choice(tag) for tag in fitting if tag not in listed][:8]

    # ------------------------------------------------------------ state
    def state(self) -> State:
        """All as typed."""
        return {
            "title": self.title.text(),
            "narrative": self.narrative.text,
            "public_summary": self.public_summary.text,
            "types_other": self.other.text(),
            "place_note": self.place_note.text(),
            "responsible": self.responsible.text(),
            "responsible_type": self.responsible_type.code,
            "sensitivity": self.sensitivity.code,
            "tags": self.tags.text(),
        }

    def restore(self, state: State) -> None:
        """Show a state again."""
        self.title.setText(text_of(state, "title"))
        self.narrative.set_text(text_of(state, "narrative"))
        self.public_summary.set_text(text_of(state, "public_summary"))
        self.other.set_typed(text_of(state, "types_other"))
        self.place_note.setText(text_of(state, "place_note"))
        self.responsible.setText(text_of(state, "responsible"))
        self.responsible_type.choose(text_of(state, "responsible_type"))
        self.sensitivity.choose(text_of(state, "sensitivity") or "moderate")
        self.tags.set_typed(text_of(state, "tags"))
        self._say_sensitivity()

    def parts(self) -> dict[str, object]:
        """As the draft calls them; an empty title becomes the suggested one when it is checked."""
        return {
            "title": self.title.text(),
            "narrative": self.narrative.text,
            "public_summary": self.public_summary.text,
            "types_other": types_listed(self.other.entries()),
            "place_note": self.place_note.text(),
            "responsible": self.responsible.text(),
            "responsible_type": self.responsible_type.code,
            "sensitivity": self.sensitivity.code,
            "tags": written_tags(self.tags.entries()),
        }
