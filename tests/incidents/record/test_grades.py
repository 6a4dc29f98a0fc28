"""The suggested grade: copies of one origin count once, a letter is never raised, a person decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.grades import grade_in_words, same_origin_hint, suggest_grade, supporting_origins
from incidents.record.incident import Claim
from tests.builders import a_claim, a_report


def claims(*said: str, **same: object) -> list[Claim]:
    """ "B2" supports, "-B2" contradicts, "~B2" only mentions; each from an origin of its own."""
    stances = {"-": "contradicts", "~": "mentions"}
    return [
        a_claim(text.lstrip("-~"), stance=stances.get(text[0], "supports"), origin=f"origin {number}", **same)
        for number, text in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ([], "F6"),
        (["F6"], "F6"),
        (["A6"], "A6"),
        (["~A1"], "F6"),
        # One counting origin: its own value, never better than 2.
        (["B2"], "B2"),
        (["B3"], "B3"),
        (["C1"], "C2"),
        # Two that agree confirm each other; the letter is that of the strongest.
        (["B2", "C3"], "B1"),
        (["C3", "C3"], "C1"),
        # None counts, but some are rated: never better than 3.
        (["D2"], "D3"),
        (["F1"], "F3"),
        (["B4"], "B4"),
        (["D4", "E5"], "D4"),
        # A weak claim beside a strong one changes nothing.
        (["B2", "E5"], "B2"),
        # Contested: the best supporting value, never better than 3.
        (["B2", "-B2"], "B3"),
        (["B2", "C3", "-C3"], "B3"),
        (["-B2"], "F6"),
        # Contradiction without weight is not one.
        (["B2", "-E2"], "B2"),
        (["B2", "-B5"], "B2"),
    ],
)
def test_the_grade_follows_from_the_claims(said: list[str], grade: str) -> None:
    assert suggest_grade(claims(*said)).grade == grade


def test_copies_of_one_origin_count_once() -> None:
    copies = [a_claim("B2", origin="The ombudsman"), a_claim("C3", origin="the  Ombudsman")]
    suggestion = suggest_grade(copies)
    assert suggestion.grade == "B2"
    assert suggestion.counting_origins == ("The ombudsman",)
    assert supporting_origins(copies) == 1


def test_claims_without_a_named_origin_stand_for_themselves() -> None:
    two = [a_claim("B2", attributed_to="The mayor"), a_claim("C3", attributed_to="A witness")]
    assert suggest_grade(two).grade == "B1"
    assert suggest_grade(two).counting_origins == ("The mayor", "A witness")


def test_only_a_credible_contradiction_contests() -> None:
    assert suggest_grade(claims("B2", "-B2")).contested
    assert not suggest_grade(claims("B2", "-B6")).contested


def test_withdrawn_claims_are_left_out() -> None:
    assert suggest_grade(claims("B2", "C3", withdrawn="Wrong report")).grade == "F6"


@pytest.mark.parametrize(
    ("one", "other", "digit"),
    [
        ("100", "100", "1"),
        ("more than 100", "120", "1"),
        ("80-120", "about 100", "1"),
        ("100", "300", "2"),
        ("up to 50", "more than 100", "2"),
        ("dozens", "10", "2"),
        ("40 families", "200", "1"),
        ("unknown", "200", "1"),
    ],
)
def test_figures_that_cannot_both_be_right_make_agreement_partial(one: str, other: str, digit: str) -> None:
    two = [a_claim("B2", people=one, origin="a"), a_claim("B2", people=other, origin="b")]
    assert suggest_grade(two).credibility == digit


def test_the_reasons_are_whole_sentences() -> None:
    for said in ([], ["B2"], ["B2", "C3"], ["B2", "-C3"], ["D4"], ["F6"]):
        reasons = suggest_grade(claims(*said)).reasons
        assert reasons
        assert all(reason.endswith(".") for reason in reasons)


_CLAIM = st.builds(
    a_claim,
    st.sampled_from([letter + digit for letter in "ABCDEF" for digit in "123456"]),
    stance=st.sampled_from(["supports", "contradicts", "mentions"]),
    origin=st.sampled_from(["", "a", "b"]),
    people=st.sampled_from([None, "10", "20", "dozens"]),
)


@given(st.lists(_CLAIM, max_size=5))
def test_the_suggestion_keeps_its_limits(given_: list[Claim]) -> None:
    suggestion = suggest_grade(given_)
    supporting = [claim for claim in given_ if claim.stance == "supports"]
    letters = {claim.reliability for claim in supporting}
    assert suggestion.reliability in (letters or {"F"})
    assert suggestion == suggest_grade([*given_, a_claim("A1", stance="mentions")])
    if len(suggestion.counting_origins) < 2:
        assert suggestion.credibility != "1"
    if suggestion.contested:
        assert suggestion.credibility >= "3"
    if not suggestion.counting_origins:
        assert suggestion.credibility >= "3"


class TestCopiesWithoutACommonOrigin:
    QUOTE = "Four camps were set up around the city."

    def hint(self, one: Claim, other: Claim) -> str:
        return same_origin_hint([one, other])

    def test_the_same_words_address_speaker_or_publisher_are_pointed_out(self) -> None:
        elsewhere = {"publisher": "Post"}
        assert "words" in self.hint(a_claim(quote=self.QUOTE), a_claim(quote=self.QUOTE.upper(), **elsewhere))
        url = a_report(url="https://example.org/a", publisher="Post")
        assert "address" in self.hint(a_claim(report=a_report(url=url.url)), a_claim(report=url))
        mayor = {"attributed_to": "The mayor"}
        assert "speaker" in self.hint(a_claim(**mayor), a_claim(**mayor, **elsewhere))
        assert "publisher" in self.hint(a_claim(), a_claim())

    def test_what_a_person_told_apart_or_put_together_is_left_alone(self) -> None:
        same = {"quote": self.QUOTE}
        assert not self.hint(a_claim(origin="a", **same), a_claim(origin="b", **same))
        assert not self.hint(a_claim(origin="a", **same), a_claim(origin="A", **same))
        assert not self.hint(a_claim(attributed_to="The mayor"), a_claim(attributed_to="The ombudsman"))
        assert not self.hint(a_claim(withdrawn="x", **same), a_claim(**same))
        assert not self.hint(a_claim(publisher="Post"), a_claim(publisher="Courier"))


def test_a_grade_is_said_in_words() -> None:
    assert grade_in_words("B2") == "B2 – usually reliable, probably true"
    assert grade_in_words("") == ""
