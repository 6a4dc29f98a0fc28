"""The declared settings: what a person can choose and what the window remembers, in one JSON file.

`DECLARED` is the only list. The file lies in the user's configuration folder (or in VIGIL_CONFIG_DIR) and is
written whole or not at all. What a newer version wrote and this one does not know is kept; a file that
cannot be read is moved aside, never overwritten.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from incidents.errors import VigilError

FILE = "settings.json"
RECENT = 10


class SettingProblem(VigilError):
    """A setting that does not exist, or a value that it cannot have."""


class Setting(NamedTuple):
    """One declared setting.

    scope: "person" for choices that would follow someone to another computer, "machine" for what fits only
    this one (sizes of windows, paths). label is empty for what the window remembers by itself.
    """

    name: str
    type: type
    default: Any
    scope: str
    label: str
    help: str
    allowed: tuple[tuple[str, str], ...] = ()

    def fits(self, value: object) -> bool:
        """Whether the setting can have this value."""
        if type(value) is not self.type:
            return False
        return not self.allowed or value in {code for code, _ in self.allowed}


DECLARED: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting(
            "person.name",
            str,
            "",
            "person",
            "Your name",
            "The journal of a case writes it beside every change. Left empty, it is the name of your login.",
        ),
        Setting(
            "look.theme",
            str,
            "system",
            "person",
            "Colours",
            "Light, dark, or whatever the desktop uses.",
            (("system", "As the desktop"), ("light", "Light"), ("dark", "Dark")),
        ),
        Setting(
            "recent.remember",
            bool,
            True,
            "person",
            "Remember recent cases",
            "The welcome page lists the last ten cases. Switch it off where the list itself could harm somebody.",
        ),
        Setting(
            "model.address",
            str,
            "",
            "machine",
            "Language model on this computer",
            "Address of a local model (Ollama, llama.cpp), such as http://127.0.0.1:11434. It reads each report a "
            "second time; what it says counts only in words of the report. Empty: switched off.",
        ),
        Setting(
            "model.name",
            str,
            "",
            "machine",
            "Name of that model",
            "As the program that runs it calls it, such as “qwen3:8b”.",
        ),
        Setting("recent.cases", list, [], "machine", "", "The cases opened last: path, name and time."),
        Setting(
            "folder.last", str, "", "machine", "", "The folder of the last case, where file dialogs start."
        ),
        Setting(
            "window.geometry",
            str,
            "",
            "machine",
            "",
            "Size and place of the window, as Qt writes it, in base64.",
        ),
        Setting(
            "window.panes", dict, {}, "machine", "", "Widths of the panes, and which of them are folded away."
        ),
        Setting(
            "window.views",
            dict,
            {},
            "machine",
            "",
            "Which view was shown last, and how the reading desk was laid out: widths, sort order, last report.",
        ),
        Setting(
            "briefing.last",
            dict,
            {},
            "person",
            "",
            "Organisation, contact, TLP and profile of the briefing that was exported last.",
        ),
        Setting(
            "table.layout",
            dict,
            {},
            "machine",
            "",
            "Order, widths and choice of the table's columns, and its sorting.",
        ),
    )
}


def folder() -> Path:
    """Where settings lie."""
    chosen = os.environ.get("VIGIL_CONFIG_DIR")
    if chosen:
        return Path(chosen)
    system: str = sys.platform
    if system.startswith("linux"):  # the same rule as platformdirs', without its import at start
        place = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return Path(place or "~/.config").expanduser() / "Vigil"
    import platformdirs

    return Path(platformdirs.user_config_path("Vigil", appauthor=False, roaming=True))


def login_name() -> str:
    """What the computer calls the person, for a journal whose user gave no name."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unnamed"


class Settings:
    """The settings of one person on one computer.

    `problem` is a sentence when the file could not be read or written; the program goes on with what it knows.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or folder() / FILE
        self.problem = ""
        self._kept: dict[str, Any] = {}
        self._heard: list[Callable[[str], None]] = []
        self._load()

    def __getitem__(self, name: str) -> Any:
        setting = _declared(name)
        value = self._kept.get(name)
        return value if setting.fits(value) else setting.type(setting.default)

    def __setitem__(self, name: str, value: object) -> None:
        self.update({name: value})

    def update(self, values: Mapping[str, object]) -> None:
        """Change several settings and write the file once; raises SettingProblem for what cannot be."""
        for name, value in values.items():
            setting = _declared(name)
            if not setting.fits(value):
                possible = ", ".join(code for code, _ in setting.allowed) or setting.type.__name__
                raise SettingProblem(f"“{name}” cannot be {value!r}; possible: {possible}.")
        changed = [name for name, value in values.items() if self[name] != value]
        if changed:
            self._kept.update({name: values[name] for name in changed})
            self._save()
            for name in changed:
                for told in list(self._heard):
                    told(name)

    def on_change(self, told: Callable[[str], None]) -> None:
        """Call `told(name)` after a setting changed."""
        self._heard.append(told)

    @property
    def who(self) -> str:
        """The name for the journal."""
        return str(self["person.name"]).strip() or login_name()

    # Recent cases

    def recent(self) -> list[dict[str, str]]:
        """The cases opened last, the newest first: path, name, opened (ISO time, UTC). Damaged entries are skipped."""
        entries = [entry for entry in self["recent.cases"] if isinstance(entry, dict)]
        whole = [entry for entry in entries if isinstance(entry.get("path"), str) and entry["path"]]
        found = [{key: str(entry.get(key, "")) for key in ("path", "name", "opened")} for entry in whole]
        return found[:RECENT]

    def remember_case(self, path: Path, name: str, now: datetime | None = None) -> None:
        """Put a case at the top of the recent ones, unless the user does not want the list."""
        if not self["recent.remember"]:
            return
        stamp = (now or datetime.now(UTC)).isoformat(timespec="seconds")
        others = [entry for entry in self.recent() if entry["path"] != str(path)]
        newest = {"path": str(path), "name": name, "opened": stamp}
        self.update({"recent.cases": [newest, *others][:RECENT], "folder.last": str(path.parent)})

    def forget_case(self, path: str) -> None:
        """Take one case out of the recent ones."""
        self["recent.cases"] = [entry for entry in self.recent() if entry["path"] != path]

    def forget_recent(self) -> None:
        """Empty the list, and the folder that file dialogs start in."""
        self.update({"recent.cases": [], "folder.last": ""})

    # The file

    def _load(self) -> None:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError):
            self._move_aside()
            return
        import json

        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            self._move_aside()
            return
        if isinstance(content, dict):
            self._kept = content
        else:
            self._move_aside()

    def _move_aside(self) -> None:
        aside = self.path.with_name(f"{self.path.stem}.broken.json")
        self.problem = (
            f"The settings could not be read and start anew; the old file is “{aside.name}” beside them."
        )
        try:
            self.path.replace(aside)
        except OSError:
            self.problem = "The settings could not be read; the program goes on with its own defaults."

    def _save(self) -> None:
        """Write beside, flush, replace: the old file or the new one, never half of one."""
        import json

        partial = self.path.with_name(self.path.name + ".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with partial.open("w", encoding="utf-8") as stream:
                with suppress(OSError):
                    partial.chmod(0o600)
                json.dump(self._kept, stream, ensure_ascii=True, indent=1, sort_keys=True)
                stream.flush()
                os.fsync(stream.fileno())
            partial.replace(self.path)
            self.problem = ""
        except OSError:
            self.problem = "The settings could not be saved; they hold until the program ends."
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def _declared(name: str) -> Setting:
    if name not in DECLARED:
        raise SettingProblem(f"There is no setting “{name}”; there are {', '.join(DECLARED)}.")
    return DECLARED[name]


def choosable() -> Sequence[Setting]:
    """The settings that a person chooses, in the order of the preferences."""
    return [setting for setting in DECLARED.values() if setting.label]
