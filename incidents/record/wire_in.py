"""JSON of one incident becomes a draft; `check` judges it afterwards like any other draft."""

from __future__ import annotations

from incidents.record.codes import FIGURE_KINDS
from incidents.record.dates import DateProblem, When, when_from
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft
from incidents.record.edtf import looks_like_edtf
from incidents.record.figures import Figure
from incidents.record.incident import PeopleGroup
from incidents.record.saying import shown
from incidents.record.wire_values import Given, WireProblem, wrong

_FIGURE = frozenset("min best max qualifier unit household_size text".split())
_REPORT = frozenset(
    "title publisher publisher_kind author url published retrieved language text note sha256".split()
)
_CLAIM_TEXTS = "attributed_to reported_as quote rating_why origin note withdrawn".split()
_CLAIM = frozenset(
    [
        *_CLAIM_TEXTS,
        *"report reliability credibility stance quote_start quote_end headline people figures".split(),
    ]
)
_PLACE = frozenset("place country admin1 lat lon place_kind".split())
_GROUP = frozenset(("sex", "age", "count"))
_LINK = frozenset(("kind", "ref"))
_TEXTS = (
    "ref type title narrative public_summary geo_precision place_note responsible responsible_type "
    "verification_why grade_why"
).split()
_DATES = "date date_start date_end date_precision date_kind".split()
_OTHERS = (
    "types_other destination people figures measure aggregate groups occurrence verification self_review "
    "reliability credibility sensitivity tags claims links"
).split()
INCIDENT_KEYS = frozenset([*_TEXTS, *_DATES, *_OTHERS, *_PLACE])


def draft_from_json(value: object) -> IncidentDraft:
    """The draft that one JSON object describes. Raises WireProblem, which names the key."""
    given = Given.of("", value, INCIDENT_KEYS)
    there = _destination(given)
    return IncidentDraft(
        **{name: given.text(name) for name in _TEXTS},  # type: ignore[arg-type]
        types_other=given.texts("types_other"),
        date=_date(given),
        place_text=given.text("place"),
        place_kind=given.text("place_kind"),
        country_text=given.text("country"),
        admin1_text=given.text("admin1"),
        lat=given.number("lat"),
        lon=given.number("lon"),
        destination_text=there.text("place"),
        destination_kind=there.text("place_kind"),
        destination_country_text=there.text("country"),
        destination_admin1_text=there.text("admin1"),
        destination_lat=there.number("lat"),
        destination_lon=there.number("lon"),
        figures=_figures(given),
        measure=given.text("measure", "flow"),
        aggregate=given.truth("aggregate"),
        groups=tuple(_group(name, item) for name, item in given.items("groups")),
        occurrence=given.text("occurrence", "occurred"),
        verification=given.text("verification", "unassessed"),
        self_review=given.truth("self_review"),
        reliability=given.text("reliability"),
        credibility=_digit(given),
        sensitivity=given.text("sensitivity", "moderate"),
        tags=given.texts("tags"),
        claims=tuple(_claim(name, item) for name, item in given.items("claims")),
        link_refs=tuple(_link(name, item) for name, item in given.items("links")),
    )


def figure_from_json(key: str, value: object) -> Figure | str:
    """A figure: an object of its parts, a whole number, or words such as "more than 100"; "" for nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(Given({key: value}).whole(key))
    given = Given.of(key, value, _FIGURE)
    low, best, high = given.whole("min"), given.whole("best"), given.whole("max")
    unit, size, text = given.text("unit", "people"), given.number("household_size"), given.text("text")
    if low is None and best is None and high is None:
        return text
    return Figure(low, best, high, given.text("qualifier"), unit, size, text)


def _figures(given: Given) -> dict[str, Figure | str]:
    others = given.raw("figures")
    kinds = Given.of(given.at("figures"), {} if others is None else others, frozenset(FIGURE_KINDS))
    read = {kind: figure_from_json(kinds.at(kind), kinds.raw(kind)) for kind in kinds.values}
    read["people"] = figure_from_json(given.at("people"), given.raw("people")) or read.get("people", "")
    return {kind: figure for kind, figure in read.items() if figure}


def _date(given: Given) -> When | str:
    """The date as it was written, or put together when its parts are given too."""
    said, start, end, precision, kind = (given.text(name).strip() for name in _DATES)
    if not (start or end or precision or kind):
        return said
    if precision == "unknown" and not (said or start or end):
        return ""
    if said and not looks_like_edtf(said):
        raise WireProblem(
            f"“date_start”, “date_end”, “date_precision” and “date_kind” go with a date like 2022-05-01, "
            f"not with “{shown(said, 40)}”. Leave them out."
        )
    try:
        return when_from(said, start, end, precision, kind)
    except DateProblem as problem:
        raise WireProblem(f"“date”: {problem}") from problem


def _digit(given: Given) -> str:
    """Credibility is a code that people like to write as a number."""
    value = given.raw("credibility")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(given.whole("credibility"))
    return given.text("credibility")


def _destination(given: Given) -> Given:
    value = given.raw("destination")
    if value is None or isinstance(value, str):
        return Given({"place": value}, "destination.")
    return Given.of("destination", value, _PLACE)


def _report(given: Given) -> ReportDraft | None:
    value = given.raw("report")
    if value is None:
        return None
    if isinstance(value, str):
        return ReportDraft(title=value)
    report = Given.of(given.at("report"), value, _REPORT)
    report.text("sha256")  # what the evidence of another case had; this case computes its own
    return ReportDraft(
        title=report.text("title"),
        publisher=report.text("publisher"),
        publisher_kind=report.text("publisher_kind"),
        author=report.text("author"),
        url=report.text("url"),
        published=report.text("published") or None,
        retrieved=report.text("retrieved") or None,
        language=report.text("language"),
        text=report.text("text"),
        note=report.text("note"),
    )


def _claim(name: str, value: object) -> ClaimDraft:
    given = Given.of(name, value, _CLAIM)
    return ClaimDraft(
        **{key: given.text(key) for key in _CLAIM_TEXTS},  # type: ignore[arg-type]
        report=_report(given),
        reliability=given.text("reliability"),
        credibility=_digit(given),
        stance=given.text("stance", "supports"),
        quote_start=given.whole("quote_start"),
        quote_end=given.whole("quote_end"),
        headline=given.truth("headline"),
        figures=_figures(given),
    )


def _group(name: str, value: object) -> PeopleGroup:
    given = Given.of(name, value, _GROUP)
    count = given.whole("count")
    if count is None:
        raise wrong(given.at("count"), "a whole number", None)
    return PeopleGroup(given.text("sex", "u"), given.text("age", "unknown"), count)


def _link(name: str, value: object) -> tuple[str, str]:
    given = Given.of(name, value, _LINK)
    return given.text("kind"), given.text("ref")
