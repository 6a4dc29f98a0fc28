"""Rules of counts: understood, in order, and parts that fit in their whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from incidents.record.codes import AGES, FIGURE_KINDS, SEXES
from incidents.record.figures import MOST, Figure, FigureProblem, figure_problem, qualified
from incidents.record.figures_said import describe_figure, understand_count
from incidents.record.findings import Findings
from incidents.record.incident import Claim, Incident, PeopleGroup
from incidents.record.saying import shown


def figures(found: Findings, given: Mapping[str, Figure | str]) -> dict[str, Figure]:
    """The known figures by kind, text understood; figures without a number are left out."""
    known = {}
    for kind, said in given.items():
        name = f"figures.{shown(kind, 40)}"
        if kind not in FIGURE_KINDS:
            text = f"“{shown(kind, 40)}” is no kind of figure. Use one of: {', '.join(FIGURE_KINDS)}."
            found.error(name, text, "figures.unknown_kind")
            continue
        try:
            figure = understand_count(said) if isinstance(said, str) else said
        except FigureProblem as problem:
            found.error(name, str(problem), "figures.not_understood")
            continue
        problem_text = figure_problem(figure)
        if problem_text:
            found.error(name, problem_text, "figures.impossible")
        elif figure.known:
            told = found.line(name, figure.text, "the words of the number")
            known[kind] = qualified(replace(figure, text=told))
    return known


def settled(incident: Incident) -> Incident:
    """The incident with the figures of its headline claim; kinds that the claim does not give stay."""
    headline = incident.headline
    if headline is None or not headline.figures:
        return incident
    return replace(incident, figures={**incident.figures, **headline.figures})


def headline_differs(found: Findings, typed: Mapping[str, Figure], headline: Claim | None) -> None:
    """Warns when a typed figure gives way to the headline claim's."""
    for kind, figure in (headline.figures if headline else {}).items():
        mine = typed.get(kind)
        if mine is not None and replace(mine, text="") != replace(figure, text=""):
            text = f"The headline claim says {describe_figure(figure)}, which is used instead. Change it in the claim."
            found.warn(f"figures.{kind}", text, "figures.headline")


def groups(found: Findings, given: Sequence[PeopleGroup], people: Figure | None) -> tuple[PeopleGroup, ...]:
    """People by sex and age; together never more than the people of the incident."""
    seen: set[tuple[str, str]] = set()
    total = 0
    for at, group in enumerate(given):
        name = f"groups.{at}"
        found.code(f"{name}.sex", group.sex, SEXES, "sex")
        found.code(f"{name}.age", group.age, AGES, "age group")
        if isinstance(group.count, bool) or not isinstance(group.count, int) or not 0 <= group.count <= MOST:
            text = "The number of people in a group is a whole number from 0. Correct it."
            found.error(f"{name}.count", text, "groups.count")
            continue
        if (group.sex, group.age) in seen:
            found.error(
                name, "This sex and age group is given twice. Put the numbers together.", "groups.twice"
            )
        seen.add((group.sex, group.age))
        total += group.count
    most = _most(people)
    if given and most is not None and total > most:
        text = f"The groups add up to {total:,}, more than the {most:,} people of the incident. Correct one of them."
        found.error("groups", text, "groups.total")
    return tuple(given)


def _most(people: Figure | None) -> int | None:
    """The most people that the figure allows; None when it has no upper bound or counts households."""
    in_people = people.in_people() if people else None
    if in_people is None:
        return None
    if in_people.max is not None:
        return in_people.max
    return None if in_people.min is not None else in_people.best
