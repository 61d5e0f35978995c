"""Faces: which one draws a character, and what happens to those that none has."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdf
import pytest

from ropa_app.reports.page_model import Part, bold, para
from ropa_app.reports.pdf.fonts import Coverage, Faces, FontSet
from tests.reports.pdf import audit, samples


@pytest.fixture
def faces() -> Faces:
    return Faces(FontSet.shipped())


def test_missing_letters_come_from_the_fallback(faces: Faces) -> None:
    pieces = faces.split("aǩb")
    assert [text for _, text in pieces] == ["a", "ǩ", "b"]
    assert pieces[0][0] is pieces[2][0]
    assert pieces[0][0] is not pieces[1][0]
    assert faces.split("aǩ", bold=True)[1][0] is not pieces[1][0]


@pytest.mark.parametrize("text", ["æøåÆØÅ", "šžđŋŧáčǧǥǩʒ", "αβγ ἀρχή", "Жд", "€–«»…•§°½", "ąćęłńóśźż"])
def test_letters_of_the_neighbourhood_are_printed_as_they_are(faces: Faces, text: str) -> None:
    assert faces.printable(text) == text
    assert not faces.missing


def test_missing_characters_are_told_by_number_and_noted(faces: Faces) -> None:
    assert faces.printable("a中😀") == "a‹U+4E2D›‹U+1F600›"
    assert faces.missing == {"中", "😀"}


def test_control_characters_never_reach_the_page(faces: Faces) -> None:
    assert faces.printable("a\tb\x00c\x07d\x1be") == "a b c d e"
    assert faces.printable("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert faces.printable("a\u202eb\u200dc\ufeffd") == "abcd"
    assert faces.printable("a\u00a0b\u202fc\u00add\u200be") == "a\u00a0b\u00a0c\u00add\u200be"
    assert faces.printable("a\ud800b") == "a‹U+D800›b"


def test_decomposed_letters_are_composed(faces: Faces) -> None:
    assert faces.printable("a\u030a e\u0301") == "å é"


def test_width_is_that_of_all_faces(faces: Faces) -> None:
    assert faces.width("aǩb") == pytest.approx(faces.width("a") + faces.width("ǩ") + faces.width("b"))
    assert faces.width("a", bold=True) > faces.width("a")


def test_fonts_are_embedded_as_subsets_and_read_back() -> None:
    text = "æøå ǩ Ж Ω fi ‹U+4E2D›"
    data = samples.written(samples.document(Part((para("æøå ǩ Ж Ω fi 中 ", bold("ǩå")),))))
    assert text in audit.tree_text(data)
    assert text in pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = pdf.pages[0].Resources.Font
        names = {str(font.BaseFont) for font in fonts.values()}
        assert names == {
            "/AAAAAA+SourceSans3-Regular",
            "/AAAAAA+SourceSans3-SemiBold",
            "/AAAAAA+NotoSans-Regular",
            "/AAAAAA+NotoSans-Bold",
        }
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())
    assert len(data) < 60_000


def test_more_than_256_characters_take_several_subsets() -> None:
    text = "".join(chr(code) for code in range(0x100, 0x24F)) + "".join(
        chr(code) for code in range(0x410, 0x450)
    )
    model = samples.document(Part((para(text),)))
    data = samples.written(model)
    told = audit.tree_text(data)
    assert all(character in told for character in text)
    assert audit.audit(data).faults == []
    assert audit.archive_findings(data) == []


def test_one_line_is_what_stands_beside_the_line_breaker(faces: Faces) -> None:
    assert faces.one_line(" a\u00a0b\r\nc\u2028d\u00ade\u200bf\t\x00 中 ") == "a b c def ‹U+4E2D›"
    assert faces.missing == {"中"}


def test_the_end_of_a_face_s_table_is_no_character(faces: Faces) -> None:
    assert faces.printable("\uffff") == "‹U+FFFF›"


@pytest.mark.parametrize(
    "text", ["abc", "Bær å", "中 😀 æ 中", "e\u0301", "q\u0301 e\u0301", "a\u202f\u200bb\u00ad", "x\u200dy\n"]
)
def test_coverage_finds_what_printing_replaces(faces: Faces, text: str) -> None:
    coverage = Coverage(FontSet.shipped())
    faces.printable(text)
    for _ in range(2):  # a text seen before is judged by its characters alone
        assert coverage.lacking(text) == tuple(sorted(faces.missing))
