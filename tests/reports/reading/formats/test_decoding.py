"""Text in any encoding is read; where the file does not say which, the reader of the report is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.reading.formats.decoding import decode
from reports.reading.formats.found import Broken
from reports.reading.formats.garbled import repair

SAID = {
    "uk": "Двох чоловіків затримали в Ізюмі в неділю, за словами мера. Понад сто людей виїхали з міста автобусами.",
    "ru": "Двое мужчин были задержаны в Изюме в воскресенье, сообщил мэр города. Ещё сто человек уехали.",
    "fr": "Deux hommes ont été arrêtés à Izioum dimanche, selon le maire. Où étaient-elles l’été dernier ?",
    "es": "Según el alcalde, dos hombres fueron detenidos el domingo. ¿Dónde están los niños? Huyó más gente.",
    "ar": "اعتقل رجلان في المدينة يوم الأحد، بحسب رئيس البلدية. وغادر أكثر من مئة شخص بالحافلات في اليوم التالي.",
    "tr": "Pazar günü iki kişi gözaltına alındı; şehirde yüzlerce kişi göç etti, çocuklar ağladı.",
    "pl": "W niedzielę zatrzymano dwóch mężczyzn, powiedział burmistrz. Żołnierze zatrzymali kolumnę.",
    "el": "Δύο άνδρες συνελήφθησαν στο Ιζιούμ την Κυριακή, σύμφωνα με τον δήμαρχο.",
    "he": "שני גברים נעצרו באיזיום ביום ראשון, לדברי ראש העיר.",
    "zh": "据市长称，两名男子周日在伊久姆被拘留。第二天有一百多人乘坐公共汽车离开了该镇。\n士兵们扣留了车队九个小时。",
    "ja": "市長によると、日曜日にイジュームで二人の男性が拘束された。\n翌日、百人以上がバスで町を去った。",
}
OLD = [
    ("uk", "cp1251"), ("uk", "koi8-u"), ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "iso8859-5"),
    ("fr", "cp1252"), ("fr", "mac-roman"), ("es", "cp1252"), ("es", "latin-1"), ("ar", "cp1256"), ("ar", "iso8859-6"),
    ("tr", "cp1254"), ("pl", "cp1250"), ("el", "cp1253"), ("he", "cp1255"), ("zh", "gb18030"), ("ja", "shift_jis"),
]  # fmt: skip


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_that_says_so(language: str, encoding: str) -> None:
    read = decode(SAID[language].encode(encoding))
    assert (read.text, read.notes) == (SAID[language], ())


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(language: str, encoding: str) -> None:
    read = decode(SAID[language].encode(encoding))
    assert (read.text, read.encoding) == (SAID[language], encoding)


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_old_code_pages_are_told_apart_and_noted(language: str, encoding: str) -> None:
    read = decode(SAID[language].encode(encoding))
    assert read.text == SAID[language]
    assert "Check the letters" in read.notes[0]


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_a_declared_code_page_needs_no_guess(language: str, encoding: str) -> None:
    read = decode(SAID[language].encode(encoding), encoding)
    assert (read.text, read.notes) == (SAID[language], ())


@pytest.mark.parametrize(
    "declared", ["utf-8", "nonsense", "base64", "rot13", "idna", "undefined", "\x00", "utf-16"]
)
def test_a_wrong_declaration_does_not_matter(declared: str) -> None:
    assert decode(SAID["uk"].encode("cp1251"), declared).text == SAID["uk"]
    assert decode(SAID["uk"].encode(), declared).text == SAID["uk"]


def test_pages_that_call_themselves_latin_1_are_windows_pages() -> None:
    assert decode("“Été”".encode("cp1252"), "ISO-8859-1").text == "“Été”"


def test_damaged_utf_8_keeps_what_is_whole() -> None:
    content = SAID["uk"].encode()
    read = decode(content[:41] + b"\xff" + content[42:])
    assert read.encoding == "utf-8"
    assert read.text[:18] == SAID["uk"][:18] and "\ufffd" in read.text
    assert "could not be decoded" in read.notes[0]


@pytest.mark.parametrize("language", ["uk", "ru", "fr", "es", "ar", "pl"])
@pytest.mark.parametrize("wrong", ["latin-1", "windows"])
def test_text_garbled_on_its_way_to_us_is_put_right_and_noted(language: str, wrong: str) -> None:
    raw = SAID[language].encode()
    garbled = raw.decode("latin-1")
    if wrong == "windows":  # as browsers do: where Windows-1252 has no character, the one of Latin-1
        garbled = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in raw)
    read = decode(garbled.encode())
    assert read.text == SAID[language]
    assert "garbled" in read.notes[-1]
    assert decode(garbled.encode().decode("latin-1").encode()).text == SAID[language]  # twice


@pytest.mark.parametrize(
    "text", ["NÃO há pão em São Paulo", "“Â”", "Ã©", "Straße – Øst «Ñandú»", SAID["fr"], "Â 50 €"]
)
def test_text_that_means_its_signs_is_left_alone(text: str) -> None:
    assert repair(text) == (text, 0)


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, b"\0" * 5_000, b"\x01\x02\x03\x04" * 100])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Broken, match="no document that Vigil knows"):
        decode(content)


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1).filter(
        lambda t: not repair(t)[1]
    )
)
def test_every_text_survives_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    try:
        decode(content).text.encode()
    except Broken as refused:
        assert refused.reason == "unknown"
