"""What happened: the type with its decision rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.entry.controls import label_of
from desktop.entry.section import Section
from desktop.entry.state import State, text_of
from desktop.widgets.typeahead import Choice, TypeAhead, immediate
from incidents.record.codes import TYPES, IncidentType
from incidents.record.folding import fold

# Words that people type and that are in neither the code nor the label; English, as the labels are.
SYNONYMS = {
    "detention": "arrest arrested custody prison imprisoned jailed filtration camp internment held",
    "abduction": "kidnapping kidnapped hostage missing enforced disappeared taken",
    "torture": "beating beaten ill-treatment cruel inhuman electric shocks abuse",
    "killing": "killed murder execution executed dead death died shot body bodies mass grave",
    "injury": "injured wounded wound hurt maimed",
    "sexual_violence": "rape raped assault survivor gbv crsv",
    "forced_transfer": "deportation deported forcible relocation expelled expulsion transferred",
    "displacement": "displaced fled fleeing idp refugees left home",
    "evacuation": "evacuated corridor rescued bus convoy",
    "return": "returned returnees came back home repatriation",
    "release": "released freed exchange swap escape escaped liberated",
    "forced_recruitment": "conscription mobilisation mobilization drafted recruited child soldiers forced labour",
    "attack": "shelling bombing airstrike missile strike drone explosion looting school hospital destroyed",
    "aid_obstruction": "blocked aid convoy siege access denied looted humanitarian hindered",
}
_SEARCHED = {
    code: (fold(term.label), fold(code.replace("_", " ")), fold(SYNONYMS.get(code, "")))
    for code, term in TYPES.items()
}


def type_choices(typed: str, leave_out: Sequence[str] = ()) -> list[Choice]:
    """Types that fit what was typed: by the beginning of the label first, then by any word, synonyms last."""
    wanted = fold(typed)
    ranked = []
    for place, (code, (label, name, others)) in enumerate(_SEARCHED.items()):
        rank = _rank(wanted, label, name, others)
        if rank is not None and code not in leave_out:
            ranked.append((rank, place, TYPES[code]))
    return [
        Choice(term.label, term.meaning, value=term) for _, _, term in sorted(ranked, key=lambda r: r[:2])
    ]


def _rank(wanted: str, label: str, name: str, others: str) -> int | None:
    if label.startswith(wanted) or name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in f"{label} {name}".split()):
        return 1
    if any(word.startswith(wanted) for word in others.split()):
        return 2
    return 3 if wanted in label or wanted in others else None


def type_named(text: str) -> IncidentType | None:
    """The type whose label or code was typed in full."""
    wanted = fold(text)
    for code, (label, name, _) in _SEARCHED.items():
        if wanted and wanted in (label, name, fold(code)):
            return TYPES[code]
    return None


def types_listed(entries: Sequence[str]) -> tuple[str, ...]:
    """Codes of the types that were typed or picked; what is no type stays as typed, for `check` to name."""
    return tuple(found.code if (found := type_named(entry)) else entry for entry in entries)


def types_shown(codes: Sequence[str]) -> str:
    """Types as they stand in a list field."""
    return ", ".join(label_of(TYPES, code) for code in codes)


class What(Section):
    """The primary type. Its decision rule stands beneath as soon as it is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.type = TypeAhead(immediate(type_choices))
        self.type.setPlaceholderText(self.tr("evacuation, shelling, arrest …"))
        self.add("type", self.field(self.tr("&Type of incident"), self.type), wide=True)
        self.type.changed.connect(self._show_rule)
        self.type.changed.connect(self.changed)

    @property
    def chosen(self) -> IncidentType | None:
        """The type that was picked or typed in full."""
        value = self.type.value
        return value if isinstance(value, IncidentType) else type_named(self.type.text())

    def _show_rule(self) -> None:
        term = self.chosen
        self.fields["type"].say(f"{term.meaning}\n{term.not_this}" if term else "")

    def state(self) -> State:
        """The type by its code once it is known."""
        return {"type": self.chosen.code if self.chosen else "", "type_text": self.type.text()}

    def restore(self, state: State) -> None:
        """Show a state again."""
        term = TYPES.get(text_of(state, "type"))
        if term is not None:
            self.type.set_choice(Choice(term.label, term.meaning, value=term))
        else:
            self.type.set_typed(text_of(state, "type_text"))

    def parts(self) -> dict[str, object]:
        """The code once it is known, else the text as typed, which `check` then names."""
        return {"type": self.chosen.code if self.chosen else self.type.text().strip()}
