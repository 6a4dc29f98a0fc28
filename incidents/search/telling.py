"""Counts in words, the same in the window, on the command line and in the briefing."""

from __future__ import annotations

from incidents.search.tally import Group, Sum, SumKey, Tally

_REASONS = {
    "duplicate": ("duplicate", "duplicates"),
    "aggregate": ("total that contains others", "totals that contain others"),
    "earlier_stock": ("earlier stock figure", "earlier stock figures"),
    "refuted": ("refuted", "refuted"),
    "withdrawn": ("withdrawn", "withdrawn"),
}
# Kinds that are shown in a group's summary, in this order.
KINDS = ("people", "killed", "injured", "detained", "abducted", "displaced")


def number(value: int) -> str:
    """With thousands separators: 12,400."""
    return f"{value:,}"


def tell_sum(key: SumKey, total: Sum) -> str:
    """One sum: "at least 340 people", "1,200 displaced (stock)", "between 20 and 35 killed"."""
    if total.max is not None and total.max != total.min and total.min < total.max:
        amount = f"between {number(total.min)} and {number(total.max)}"
    elif total.at_least or total.max is None:
        amount = f"at least {number(total.min)}"
    else:
        amount = number(total.best)
    what = (
        key.unit if key.kind == "people" else key.kind if key.unit == "people" else f"{key.unit} {key.kind}"
    )
    if (amount, what) == ("1", "people"):
        what = "person"
    notes = ["stock"] * (key.measure == "stock") + ["estimated"] * total.estimated
    return f"{amount} {what}" + (f" ({', '.join(notes)})" if notes else "")


def incidents(count: int) -> str:
    """ "1 incident", "12 incidents"."""
    return f"{number(count)} incident" + ("" if count == 1 else "s")


def tell_group(group: Group) -> str:
    """A group in one line: "12 incidents, at least 340 people, 5 killed"."""
    ordered = sorted(
        group.sums.items(), key=lambda item: (KINDS.index(item[0].kind), item[0].measure, item[0].unit)
    )
    return ", ".join([incidents(group.incidents), *(tell_sum(key, total) for key, total in ordered)])


def tell_left_out(tally: Tally) -> str:
    """What no total holds: "2 duplicates, 1 total that contains others"; empty when nothing was left out."""
    parts = []
    for reason, count in tally.left_out.counts.items():
        one, many = _REASONS[reason]
        parts.append(f"{number(count)} {one if count == 1 else many}")
    return ", ".join(parts)


def tell_tally(tally: Tally) -> list[str]:
    """The whole count as a few lines."""
    lines = [
        f"Count: {incidents(tally.count)}",
        f"Headline (corroborated or verified): {tell_group(tally.headline)}",
        f"Under review: {tell_group(tally.under_review)}",
    ]
    left_out = tell_left_out(tally)
    if left_out:
        refs = [
            ref
            for reason in _REASONS
            for ref in tally.left_out.refs.get(reason, ())
        ]
        named = f" ({', '.join(refs[:20])}{', …' if len(refs) > 20 else ''})" if refs else ""
        lines.append(f"Left out of totals: {left_out}{named}")
    gaps = {"figure": tally.no_figure, "date": tally.no_date, "place": tally.no_place}
    lines.append(", ".join(f"without a {gap}: {number}" for gap, number in gaps.items()).capitalize())
    return lines
