"""Code lists of the record, with the labels and decision rules that the window and the briefing show.

Reliability and credibility are the NATO/Admiralty system (AJP-2.1); TLP is FIRST's Traffic Light Protocol
2.0; geo and time precision follow the ACLED codebook; the 14 incident types, the verification ladder and the
sensitivity mapping are Vigil's own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a code list: what is stored, what is shown, what it means."""

    code: str
    label: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class IncidentType(Term):
    """An incident type with its decision rule. `movement` types have a destination."""

    not_this: str = ""
    people_word: str = "people affected"
    movement: bool = False


def _table(*terms: Term) -> dict[str, Term]:
    return {term.code: term for term in terms}


_TYPES = (
    IncidentType(
        "detention",
        "Detention",
        "A State or de facto authority deprives people of liberty and acknowledges it, or the place is known.",
        "If it is not acknowledged, or for ransom or hostages: abduction.",
        "detained",
    ),
    IncidentType(
        "abduction",
        "Abduction / disappearance",
        "Anyone takes or holds people without acknowledging it: enforced disappearance, kidnapping, hostages.",
        "If it is acknowledged later: keep this and add a linked detention.",
        "abducted",
    ),
    IncidentType(
        "torture",
        "Torture / ill-treatment",
        "Severe pain or suffering is inflicted on a person under control.",
        "Harm in combat: injury.",
        "tortured",
    ),
    IncidentType(
        "killing",
        "Killing",
        "A death attributed to an act, including execution and death in custody.",
        "A natural death is not an incident.",
        "killed",
    ),
    IncidentType(
        "injury",
        "Injury",
        "Physical wounding without death.",
        "Deaths and injuries in one event: attack, with both counts.",
        "injured",
    ),
    IncidentType(
        "sexual_violence",
        "Sexual violence",
        "Any act of a sexual nature by force or coercion.",
        "Its sensitivity is always high or severe.",
        "survivors",
    ),
    IncidentType(
        "forced_transfer",
        "Forcible transfer / deportation",
        "A party moves people without genuine choice, within a border (transfer) or across it (deportation).",
        "If it is not known whether refusal was possible: evacuation with the tag voluntariness_unknown.",
        "transferred",
        True,
    ),
    IncidentType(
        "displacement",
        "Displacement",
        "People flee or leave home because of harm or threat, by their own decision.",
        "An organised move: evacuation.",
        "displaced",
        True,
    ),
    IncidentType(
        "evacuation",
        "Evacuation",
        "Organised or ordered movement to safety, before or after harm.",
        "Coercion by an occupying or threatening party: forcible transfer.",
        "evacuated",
        True,
    ),
    IncidentType(
        "return",
        "Return",
        "Displaced people go back to where they came from.",
        "A forced return: add the tag involuntary.",
        "returned",
        True,
    ),
    IncidentType(
        "release",
        "Release",
        "Liberty is regained: release, exchange, escape, rescue.",
        "Link it to the earlier detention or abduction.",
        "released",
    ),
    IncidentType(
        "forced_recruitment",
        "Forced recruitment",
        "People are compelled to join or serve armed forces or groups; any recruitment of children.",
        "Lawful conscription: record it only if it is contested, and tag it.",
        "recruited",
    ),
    IncidentType(
        "attack",
        "Attack",
        "Force is used against civilians, populated areas or civilian objects, whatever the harm.",
        "With no harm known it is still an attack.",
        "people affected",
    ),
    IncidentType(
        "aid_obstruction",
        "Obstruction of aid",
        "Any act that hinders aid delivery or people's access to it.",
        "Violence against aid workers: attack, with this as the secondary type.",
        "hindered",
    ),
)
TYPES: dict[str, IncidentType] = {term.code: term for term in _TYPES}

RELIABILITY = _table(
    Term("A", "Completely reliable", "No doubt; full track record."),
    Term("B", "Usually reliable", "Minor doubt; mostly valid before."),
    Term("C", "Fairly reliable", "Some doubt; valid at times."),
    Term("D", "Not usually reliable", "Significant doubt; valid at times."),
    Term("E", "Unreliable", "History of invalid information."),
    Term("F", "Reliability cannot be judged", "No basis to rate; not the worst grade."),
)
CREDIBILITY = _table(
    Term("1", "Confirmed by other sources", "Independent confirmation; consistent and logical."),
    Term("2", "Probably true", "Not confirmed; logical; fits other information."),
    Term("3", "Possibly true", "Not confirmed; reasonably logical; partly fits."),
    Term("4", "Doubtful", "Possible but not logical; nothing else supports it."),
    Term("5", "Improbable", "Contradicted by other information."),
    Term("6", "Truth cannot be judged", "No basis to rate; not the worst grade."),
)
VERIFICATION = _table(
    Term("unassessed", "Not yet assessed", "Freshly extracted or imported."),
    Term("reported", "Reported, not corroborated", "At least one attributable source, read by a person."),
    Term(
        "corroborated", "Corroborated", "At least two independent counting origins and no open contradiction."
    ),
    Term("verified", "Verified", "A reviewer records reasonable grounds to believe; self-review is marked."),
    Term("contested", "Contested", "Credible sources contradict each other on core facts."),
    Term("refuted", "Refuted", "Shown not to have happened as described."),
    Term("withdrawn", "Withdrawn / duplicate", "Merged or entered in error; points to the survivor."),
)
# Short words for narrow columns; the labels above say it in full.
STATUS_WORDS = {
    "unassessed": "Not assessed",
    "reported": "Reported",
    "corroborated": "Corroborated",
    "verified": "Verified",
    "contested": "Contested",
    "refuted": "Refuted",
    "withdrawn": "Withdrawn",
}
HEADLINE_STATUSES = ("corroborated", "verified")
UNDER_REVIEW_STATUSES = ("unassessed", "reported", "contested")

OCCURRENCE = _table(
    Term("occurred", "Occurred"), Term("ongoing", "Ongoing"), Term("failed", "Failed or suspended")
)
STANCE = _table(
    Term("supports", "Supports"), Term("contradicts", "Contradicts"), Term("mentions", "Mentions only")
)
SENSITIVITY = _table(
    Term("low", "Low or none", "National totals, published reports. At most TLP:CLEAR."),
    Term("moderate", "Moderate", "District counts, unnamed source types. At most TLP:GREEN."),
    Term("high", "High", "Exact places, unpublished details, detention sites. At most TLP:AMBER."),
    Term("severe", "Severe", "Names, contacts, witness accounts, identity of sources. TLP:RED."),
)
TLP = _table(
    Term("RED", "TLP:RED", "Only the people in the exchange; no onward sharing."),
    Term("AMBER+STRICT", "TLP:AMBER+STRICT", "Need-to-know inside the recipient's organisation only."),
    Term("AMBER", "TLP:AMBER", "Need-to-know inside the organisation and the partners it serves."),
    Term("GREEN", "TLP:GREEN", "The wider community of peers; not public channels."),
    Term("CLEAR", "TLP:CLEAR", "No limit."),
)
# The most open label that content of a sensitivity may carry.
SENSITIVITY_TLP = {"low": "CLEAR", "moderate": "GREEN", "high": "AMBER", "severe": "RED"}
PROFILES = _table(
    Term("internal", "Internal", "Everything as recorded."),
    Term("partner", "Partner", "Places and sources generalised."),
    Term("public", "Public", "Totals and reviewed public summaries only."),
)

GEO_PRECISION = _table(
    Term("exact", "Exact point", "Surveyed point or geolocated image."),
    Term("settlement", "Settlement", "Named town or village."),
    Term("near", "Near a settlement", "Near a town, or a small part of a region."),
    Term("admin2", "District", "Somewhere in the second-level area."),
    Term("admin1", "Region", "Somewhere in the first-level area, or in a named area."),
    Term("country", "Country", "Somewhere in the country."),
)
DATE_PRECISION = _table(
    Term("day", "Day"),
    Term("week", "Week"),
    Term("month", "Month"),
    Term("quarter", "Quarter"),
    Term("year", "Year"),
    Term("unknown", "Unknown"),
)
MEASURES = _table(
    Term("flow", "Happened or moved in this time (flow)"),
    Term("stock", "In this state on this date (stock)"),
)
FIGURE_KINDS = _table(
    Term("people", "People", "People affected by this incident's type."),
    Term("killed", "Killed"),
    Term("injured", "Injured"),
    Term("detained", "Detained"),
    Term("abducted", "Abducted"),
    Term("displaced", "Displaced"),
)
QUALIFIERS = _table(
    Term("exact", "Exactly"),
    Term("approximately", "About"),
    Term("more_than", "More than"),
    Term("less_than", "Less than"),
)
UNITS = _table(Term("people", "people"), Term("households", "households"))
SEXES = _table(Term("f", "Female"), Term("m", "Male"), Term("x", "Other"), Term("u", "Not known"))
AGES = _table(
    Term("0_4", "0 to 4"),
    Term("5_11", "5 to 11"),
    Term("12_17", "12 to 17"),
    Term("18_59", "18 to 59"),
    Term("60_plus", "60 and over"),
    Term("child_u", "Child, age not known"),
    Term("adult_u", "Adult, age not known"),
    Term("unknown", "Age not known"),
)
REPORT_STATES = _table(
    Term("new", "New", "Nobody has read it yet."),
    Term("in_work", "In work", "Somebody is reading it."),
    Term("done", "Done", "All that is to be taken from it was taken."),
    Term("set_aside", "Set aside", "It is not for this case, or not now."),
)
SOURCE_KINDS = _table(
    Term("media", "News outlet"),
    Term("authority", "Authority or office"),
    Term("un", "United Nations"),
    Term("ngo", "Organisation"),
    Term("armed_actor", "Party to the conflict"),
    Term("social_media", "Social media"),
    Term("person", "Person"),
    Term("other", "Other"),
)
LINKS = _table(
    Term("duplicate_of", "Duplicate of", "The same incident entered twice; left out of totals."),
    Term("part_of", "Part of", "Contained in a larger incident or total."),
    Term("led_to", "Led to", "Came before: detention and release, displacement and return."),
)
# ACLED's eight actor types.
RESPONSIBLE_TYPES = _table(
    Term("state_forces", "State forces"),
    Term("rebel_group", "Rebel group"),
    Term("political_militia", "Political militia"),
    Term("identity_militia", "Identity militia"),
    Term("rioters", "Rioters"),
    Term("protesters", "Protesters"),
    Term("civilians", "Civilians"),
    Term("external_forces", "External or other forces"),
)
TAGS = (
    "voluntariness_unknown involuntary mandatory children women older_people disability pregnant_lactating "
    "unaccompanied_child separated_child minority stateless idp_before_incident refugee returnee journalist "
    "aid_worker health_worker human_rights_defender local_official religious_leader prisoner_of_war "
    "civilian_detainee school hospital camp"
).split()
