"""Options that several verbs share: the filter, and every field of an incident."""

from __future__ import annotations

import argparse

from incidents.record import codes

INCIDENT_FIELDS = (
    ("type", "incident type: " + ", ".join(codes.TYPES)),
    ("title", "short title"),
    ("narrative", "what happened"),
    ("public-summary", "text that may be published"),
    ("date", "when, as people write it: “1 May 2022”, “early April 2022”, 2022-05, “last Sunday”"),
    ("place", "where: a name in any language, or a new one with --lat and --lon"),
    ("country", "country of the place, by name or ISO code"),
    ("admin1", "first-level area of the place, by name or code"),
    ("geo-precision", "how precisely the place is known: " + ", ".join(codes.GEO_PRECISION)),
    (
        "place-kind",
        "kind of the place, where its name means several: settlement, site, area, admin1 or country",
    ),
    ("place-note", "what else is known of the place"),
    ("destination", "where a movement led to"),
    ("people", "how many, as people write it: “more than 100”, “40 families”, “dozens”"),
    ("measure", "flow (happened in this time) or stock (in this state on this date)"),
    ("occurrence", "whether it happened: " + ", ".join(codes.OCCURRENCE)),
    ("responsible", "party alleged to be responsible"),
    ("responsible-type", "kind of that party: " + ", ".join(codes.RESPONSIBLE_TYPES)),
    ("verification", "status: " + ", ".join(code for code in codes.VERIFICATION if code != "withdrawn")),
    ("verification-why", "reasons for the status"),
    ("sensitivity", "low, moderate, high or severe"),
    ("grade-reliability", "the analyst's own grade, letter A-F"),
    ("grade-credibility", "the analyst's own grade, digit 1-6"),
    ("grade-why", "reasons for that grade"),
)
REPORT_FIELDS = (
    ("report", "title of the report that says so"),
    ("publisher", "who published the report"),
    ("publisher-kind", "what a new publisher is: " + ", ".join(codes.SOURCE_KINDS)),
    ("published", "when it was published; “last Sunday” is understood against this day"),
    ("url", "address of the report"),
    ("language", "of the report, as a code: en, uk, ar"),
)
CLAIM_FIELDS = (
    ("attributed-to", "who the report says is speaking"),
    ("reported-as", "the source's own word for what happened"),
    ("quote", "the passage, word for word"),
    ("reliability", "of the source, A-F (default: the source's usual letter, else F, not judged)"),
    ("credibility", "of this claim, 1-6 (default: 6, not judged)"),
    ("rating-why", "reasons for letter and digit"),
    ("stance", "supports, contradicts or mentions"),
    ("origin", "who or what first said it; copies share one origin"),
)


def add_incident_options(parser: argparse.ArgumentParser) -> None:
    """Every field of the entry form, for one incident with one claim."""
    incident = parser.add_argument_group("the incident")
    for name, text in INCIDENT_FIELDS:
        incident.add_argument(f"--{name}", default=None, metavar="TEXT", help=text)
    for name in ("lat", "lon"):
        incident.add_argument(
            f"--{name}", type=float, default=None, metavar="DEGREES", help="of the place, WGS 84"
        )
    for kind in codes.FIGURE_KINDS:
        if kind != "people":
            incident.add_argument(f"--{kind}", default=None, metavar="COUNT", help=f"how many were {kind}")
    incident.add_argument(
        "--group",
        action="append",
        default=None,
        metavar="SEX:AGE:COUNT",
        help="people by sex and age, f:18_59:12",
    )
    incident.add_argument(
        "--type-other", action="append", default=None, metavar="TYPE", help="a secondary type"
    )
    incident.add_argument("--tag", action="append", default=None, metavar="TAG", help="a tag")
    incident.add_argument(
        "--aggregate", action="store_true", default=None, help="a total over several incidents"
    )
    incident.add_argument(
        "--self-review",
        action="store_true",
        default=None,
        help="verified without a second person; it is printed",
    )
    claim = parser.add_argument_group("the claim that it stands on")
    for name, text in (*REPORT_FIELDS, *CLAIM_FIELDS):
        claim.add_argument(f"--{name}", default=None, metavar="TEXT", help=text)


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """The filter that list, brief and export share."""
    group = parser.add_argument_group("filter", "Repeating an option means or, different options mean and.")

    def many(name: str, metavar: str, text: str) -> None:
        group.add_argument(name, action="append", default=[], metavar=metavar, help=text)

    many(
        "--region", "R", "a region by name in any language, ISO code or P-code; takes in everything below it"
    )
    group.add_argument(
        "--from", dest="start", metavar="D", help="first day, 2022-04-25 or as people write it"
    )
    group.add_argument("--to", dest="end", metavar="D", help="last day, inclusive")
    group.add_argument(
        "--basis", choices=("occurred", "reported", "entered"), default="occurred", help="which date is meant"
    )
    group.add_argument(
        "--rule",
        choices=("overlap", "inside"),
        default="overlap",
        help="dates overlap the period, or lie inside it",
    )
    many("--type", "T", "incident type")
    many("--status", "S", "verification status")
    group.add_argument(
        "--min-grade", default="", metavar="B2", help="at least this grade; F and 6 are not rated"
    )
    said = 'words that occur or begin a word; "whole and in sequence"'
    group.add_argument("--text", default="", metavar="WORDS", help=said)
    many("--source", "S", "name of a source")
    many("--within", "W,S,E,N", "a rectangle in degrees")
