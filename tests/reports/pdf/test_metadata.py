"""What the file says about itself."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from ropa_app.reports.page_model import Part, para
from tests.reports.pdf import audit, samples

TITLE = 'Register of "A & B" <c>, Ærfugl'


@pytest.fixture(scope="module")
def data() -> bytes:
    part = Part((para("x"),))
    return samples.written(samples.document(part, title=TITLE, language="nb", day=date(2024, 2, 29)))


def test_information_and_xmp_agree(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        info = pdf.docinfo
        assert str(info.CreationDate) == str(info.ModDate) == "D:20240229000000Z"
        with pdf.open_metadata() as xmp:
            assert str(info.Title) == xmp["dc:title"] == TITLE
            assert xmp["dc:creator"] == [str(info.Author)] == ["Northwind Library"]
            assert str(info.Subject) == xmp["dc:description"]
            assert str(info.Keywords) == xmp["pdf:Keywords"] == "shelves, books"
            assert str(info.Producer) == xmp["pdf:Producer"] == "Sample engine"
            assert str(info.Creator) == xmp["xmp:CreatorTool"] == "Sample 1.0"
            assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2024-02-29T00:00:00Z"


def test_conformance_is_claimed_and_the_title_shown(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        with pdf.open_metadata() as xmp:
            assert xmp["pdfaid:part"] == "2"
            assert xmp["pdfaid:conformance"] == "A"
            assert xmp["pdfuaid:part"] == "1"
            assert xmp["dc:language"] == {"nb"}
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nb"
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert audit.archive_findings(data) == []


def test_the_identifier_follows_the_content(data: bytes) -> None:
    other = samples.written(samples.document(Part((para("y"),)), title=TITLE, language="nb"))
    ids = []
    for one in (data, other):
        with pikepdf.open(BytesIO(one)) as pdf:
            first, second = (bytes(part) for part in pdf.trailer.ID)
            assert first == second
            ids.append(first)
    assert ids[0] != ids[1]


def test_nothing_optional_is_needed() -> None:
    bare = samples.document(Part((para("x"),)), subject="", keywords=(), creator="", producer="")
    with pikepdf.open(BytesIO(samples.written(bare))) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/CreationDate", "/ModDate"}
