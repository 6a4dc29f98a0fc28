"""Highlights: at most six sentences, written from the coded fields, each with the incidents it speaks of."""

from __future__ import annotations

from collections import Counter

from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.incident import Incident
from incidents.record.place import Place
from incidents.search.tally import SumKey
from reports.briefing import words
from reports.briefing.content.context import Context
from reports.briefing.content.tree import Bullet, Bullets, Section, Text
from reports.briefing.profiles import SMALL_CELL
from reports.briefing.redaction import shown_place, shown_when

MOST = 6
NONE = "No incidents recorded."

# What was done to the people of an incident, as it stands after their number.
_DONE = {
    "detention": "detained",
    "abduction": "abducted or disappeared",
    "torture": "tortured or ill-treated",
    "killing": "killed",
    "injury": "injured",
    "sexual_violence": "survived sexual violence",
    "forced_transfer": "forcibly transferred or deported",
    "displacement": "displaced",
    "evacuation": "evacuated",
    "return": "returned",
    "release": "released",
    "forced_recruitment": "forcibly recruited",
    "attack": "affected by an attack",
    "aid_obstruction": "affected by an obstruction of aid",
}
assert set(_DONE) == set(TYPES)
_ACTIVE = {"sexual_violence", "return"}
# After a semicolon: further harm of the same incident.
_HARM = ("killed", "injured", "detained", "abducted", "displaced")


def highlights(context: Context) -> Section:
    """The section; with nothing counted it says what is under review, with nothing at all that."""
    if not context.headline and not context.under_review:
        return Section("highlights", "Highlights", (Text(NONE),))
    items = [_overview(context)]
    region = _busiest(context)
    if region is not None:
        items.append(region)
    chosen = _chosen(context, MOST - len(items))
    items += [_about(context, incident) for incident in chosen]
    return Section("highlights", "Highlights", (Bullets(tuple(items)),))


def _small(context: Context, value: int) -> str:
    if context.profile.small_cells and 0 < value < SMALL_CELL:
        return f"fewer than {words.spelled(SMALL_CELL)}"
    return words.spelled(value)


def _overview(context: Context) -> Bullet:
    """How many incidents and people, and how many are under review."""
    tally = context.selected.tally
    counted, review = tally.headline.incidents, tally.under_review.incidents
    people = tally.headline.sums.get(SumKey("people", "people", "flow"))
    if counted:
        text = words.sentence(
            f"{_small(context, counted)} {'incident is' if counted == 1 else 'incidents are'} counted"
        )
        if people is not None and people.incidents:
            open_end = people.max is None or people.at_least
            told = f"at least {_small(context, people.min)}" if open_end else _small(context, people.best)
            text += f", affecting {told} {'person' if people.best == 1 and not open_end else 'people'}"
            if people.max is not None and people.max != people.min and not context.profile.small_cells:
                text += f" (between {words.number(people.min)} and {words.number(people.max)})"
    else:
        text = "No incident is counted yet"
    if review:
        more = " more" if counted else ""
        text += (
            f"; {_small(context, review)}{more} {'is' if review == 1 else 'are'} under review and in no total"
        )
    ids = context.ids((*context.headline, *context.under_review))
    return Bullet(text + ".", ids=ids)


def _busiest(context: Context) -> Bullet | None:
    """Where most counted incidents were, when that is one place and there is more than one."""
    regions = {
        code: group.incidents
        for code, (group, _) in context.selected.tally.by_region.items()
        if group.incidents and code
    }
    if len(regions) < 2:
        return None
    (code, most), (_, second) = Counter(regions).most_common(2)
    if most == second or (context.profile.small_cells and most < SMALL_CELL):
        return None
    total = context.selected.tally.headline.incidents
    kinds = Counter(
        {kind: headline for (kind, region), (headline, _) in context.selected.tally.by_type_region.items()
         if region == code and headline}
    )  # fmt: skip
    kind, times = kinds.most_common(1)[0]
    text = f"{context.region_name(code)} had the most: {words.number(most)} of {words.number(total)} counted incidents"
    if len(kinds) > 1 and times > 1 and not context.profile.small_cells:
        text += f", {words.spelled(times)} of them {TYPES[kind].label.split(' / ')[0].lower()}"
    return Bullet(text + ".", ids=context.ids(context.headline, lambda i: context.region_of(i) == code))


def _chosen(context: Context, most: int) -> list[Incident]:
    """The incidents that concern most people, counted ones first; shown in the order of the filter."""

    def weight(incident: Incident) -> tuple[int, int]:
        sizes = [f.best or f.min or 0 for f in incident.figures.values()]
        killed = incident.figures.get("killed")
        dead = (killed.best or killed.min or 0) if killed else 0
        return (dead, max(sizes, default=0))

    chosen = [i for i in context.headline if i.id not in context.kept_back]
    chosen = sorted(chosen, key=weight, reverse=True)[:most]
    if len(chosen) < most:
        others = [i for i in context.under_review if i.id not in context.kept_back]
        chosen += sorted(others, key=weight, reverse=True)[: most - len(chosen)]
    place_in_order = {incident.id: n for n, incident in enumerate(context.selected.incidents)}
    return sorted(chosen, key=lambda i: (i in context.under_review, place_in_order[i.id]))


def _about(context: Context, incident: Incident) -> Bullet:
    """One incident in a sentence: how many, what, where, when, and how sure."""
    said = "" if incident.verification == "verified" else "reportedly "
    figure = words.figure(incident.people, spell=True)
    if (
        context.profile.small_cells
        and incident.people
        and 0 < (incident.people.max or incident.people.best or 0) < SMALL_CELL
    ):
        figure = f"fewer than {words.spelled(SMALL_CELL)} people"
    done = _DONE[incident.type]
    where = shown_place(incident.place, incident.geo_precision, context.profile)
    place = "at a place not known" if incident.place is None else _in(where, incident.place)
    when = words.on_date(shown_when(incident, context.profile, context.today))
    if figure:
        one = figure.startswith("one" + words.NBSP)
        verb = "" if incident.type in _ACTIVE else "was " if one else "were "
        text = f"{words.sentence(figure)} {verb}{said}{done} {place}, {when}"
    else:
        label = TYPES[incident.type].label.split(" / ")[0]
        text = f"{label} {said}took place {place}, {when}"
    harm = [
        f"{words.figure(f, spell=True)} {kind}" for kind in _HARM
        if (f := incident.figures.get(kind)) and f.known and not context.profile.small_cells
    ]  # fmt: skip
    if harm:
        text += f"; {', '.join(harm[:-1])}{' and ' if harm[1:] else ''}{harm[-1]}"
    elif not figure:
        text += "; the number of people is not known"
    if incident.occurrence == "failed":
        text += "; it failed or was suspended"
    return Bullet(
        f"{text}. {VERIFICATION[incident.verification].label}.",
        (incident.ref,),
        incident.verification,
        (incident.id,),
    )


def _in(where: str, place: Place) -> str:
    return (
        where
        if where.startswith("near ")
        else f"at {where[0].lower()}{where[1:]}"
        if where.startswith("A site")
        else f"at {where}"
        if place.kind == "site" and where.startswith(place.name)
        else f"in {where}"
    )
