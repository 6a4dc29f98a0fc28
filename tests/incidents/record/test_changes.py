"""What changed between two versions of a report, sentence by sentence, with nothing lost between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.changes import Stretch, share_kept, what_changed
from incidents.record.suggestion import Passage

PIECES = st.lists(
    st.sampled_from(["One. ", "Two!\n", "Three…", "\n\n", " ", "Четыре. ", "五。", "no end", ". ", "a.b "]),
    max_size=8,
)


def told(before: str, after: str) -> list[tuple[str, str]]:
    """Each stretch as (kind, words)."""
    return [
        (s.kind, s.after.of(after) if s.after else s.before.of(before) if s.before else "")
        for s in what_changed(before, after)
    ]


def test_sentences_that_are_new_and_gone_are_told_between_those_that_stayed() -> None:
    before = "Town hit. More than 20 people were led away. The school is closed.\n\nNo names."
    after = "Town hit. At least 35 people were led away. The school is closed. So is the clinic.\n\nNo names."
    assert told(before, after) == [
        ("equal", "Town hit. "),
        ("removed", "More than 20 people were led away. "),
        ("added", "At least 35 people were led away. "),
        ("equal", "The school is closed. "),
        ("added", "So is the clinic.\n\n"),
        ("equal", "No names."),
    ]


def test_the_same_text_is_one_stretch_and_no_text_is_none() -> None:
    assert what_changed("One. Two.", "One. Two.") == (Stretch("equal", Passage(0, 9), Passage(0, 9)),)
    assert what_changed("", "") == ()
    assert told("", "New.") == [("added", "New.")]
    assert told("Old.", "") == [("removed", "Old.")]


def test_spaces_and_line_breaks_are_no_change() -> None:
    assert [kind for kind, _ in told("One.  Two.\nThree.", "One. Two. Three.")] == ["equal"]


def test_a_long_text_with_few_changes_is_compared_finely() -> None:
    lines = [f"In village {n} the school was closed.\n" for n in range(20_000)]
    changed = [*lines[:9000], "In village 9000 it was opened again.\n", *lines[9001:15000], *lines[15100:]]
    kinds = [stretch.kind for stretch in what_changed("".join(lines), "".join(changed))]
    assert kinds == ["equal", "removed", "added", "equal", "removed", "equal"]


def test_numbers_and_addresses_are_not_cut() -> None:
    assert told("It was 3.5 km away. End.", "It was 4.5 km away. End.")[0] == (
        "removed",
        "It was 3.5 km away. ",
    )


def test_the_share_of_the_later_text_that_is_old() -> None:
    assert share_kept(what_changed("One. Two.", "One. Two.")) == share_kept(()) == 1
    assert share_kept(what_changed("One. ", "One. Six. ")) == 0.5
    assert share_kept(what_changed("Old.", "New.")) == 0


@given(PIECES, PIECES)
def test_both_texts_come_back_whole(first: list[str], second: list[str]) -> None:
    before, after = "".join(first), "".join(second)
    stretches = what_changed(before, after)
    assert "".join(s.before.of(before) for s in stretches if s.before) == before
    assert "".join(s.after.of(after) for s in stretches if s.after) == after
    for stretch in stretches:
        assert (stretch.before is not None) == (stretch.kind in ("equal", "removed"))
        assert (stretch.after is not None) == (stretch.kind in ("equal", "added"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Line.\n" * 100_000, "Line.\n" * 99_000 + "Other.\n"),
        ("".join(f"S{n % 100}. " for n in range(100_000)), "".join(f"S{n % 99}. " for n in range(100_000))),
        ("".join(f"S{n}. X{n}. " for n in range(50_000)), "".join(f"S{n}. Y{n}. " for n in range(50_000))),
        ("".join(f"S{n}. " for n in range(50_000)), "".join(f"S{n}. " for n in reversed(range(50_000)))),
        ("".join(f"S{n}. X{n}. " * 2 for n in range(30_000)), "".join(f"S{n}. Y{n}. " * 2 for n in range(30_000))),
        ("x" * 1_000_000, "x" * 999_999 + "y"),
        ("." * 300_000, "!" * 300_000),
        (" \n" * 300_000, "\n " * 300_000),
    ],
)  # fmt: skip
def test_huge_and_monotonous_texts_take_no_time(before: str, after: str) -> None:
    stretches = what_changed(before, after)
    assert sum(s.after.end - s.after.start for s in stretches if s.after) == len(after)
