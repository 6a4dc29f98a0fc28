"""A kind of import contract of our own: these packages may be imported by these modules and by nobody else.

Unlike the "forbidden" kind it names who may, so a module that is new is under the rule from its first day.
"""

from __future__ import annotations

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class SoleUsersContract(Contract):
    """Fields: packages (not ours), users (ours, with all below them), except_users (rooms in `users` that may not)."""

    type_name = "sole_users"

    packages = fields.ListField(subfield=fields.StringField())
    users = fields.ListField(subfield=fields.StringField())
    except_users = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at direct imports only: what comes through a permitted module is that module's business."""
        intruders = [
            (importer, package, detail["line_number"])
            for package in self._listed("packages")
            if package in graph.modules
            for importer in graph.find_modules_that_directly_import(package)
            if not self._may_import(importer)
            for detail in graph.get_import_details(importer=importer, imported=package)
        ]
        return ContractCheck(kept=not intruders, metadata={"intruders": sorted(intruders)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """One line for each import that should not be."""
        for importer, package, line in check.metadata["intruders"]:
            output.print_error(f"{importer} imports {package} (line {line})", bold=False)

    def _may_import(self, importer: str) -> bool:
        return _within(importer, self._listed("users")) and not _within(importer, self._listed("except_users"))

    def _listed(self, field: str) -> list[str]:
        value: Any = getattr(self, field)
        return list(value or [])


def _within(module: str, rooms: list[str]) -> bool:
    """Whether the module is one of the rooms or lies in one."""
    return any(module == room or module.startswith(f"{room}.") for room in rooms)
