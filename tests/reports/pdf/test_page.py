"""A page refuses what no reader of the structure would find."""

from __future__ import annotations

import pytest

from ropa_app.reports.page_model import Orientation
from ropa_app.reports.pdf import FontSet, UntaggedContent
from ropa_app.reports.pdf.fonts import Faces
from ropa_app.reports.pdf.page import Page, PageRecord
from ropa_app.reports.pdf.structure import Element, Mark
from ropa_app.reports.pdf.styles import INK, PAPERS

FACES = Faces(FontSet.shipped())


@pytest.fixture
def page() -> Page:
    return Page(PageRecord(7, PAPERS[Orientation.PORTRAIT]), lambda element: 3)


def text(page: Page) -> None:
    page.text(10, 20, 9, INK, FACES.split("word"))


def test_text_outside_a_mark_is_refused(page: Page) -> None:
    with pytest.raises(UntaggedContent, match="outside"):
        text(page)
    assert page.operators == []


def test_marks_do_not_nest(page: Page) -> None:
    with page.tagged(Element("P", None)), pytest.raises(UntaggedContent, match="within"):
        page.tagged(Element("TD", None)).__enter__()


def test_an_artifact_within_a_mark_is_refused(page: Page) -> None:
    with page.tagged(Element("P", None)), pytest.raises(UntaggedContent, match="within"):
        page.artifact().__enter__()


def test_a_mark_leads_to_its_element(page: Page) -> None:
    element = Element("P", None)
    with page.tagged(element):
        text(page)
    assert page.parents == [3]
    assert element.kids == [Mark(7, 0)]
    assert page.operators[0] == "/P <</MCID 0>> BDC"
    assert page.operators[-1] == "EMC"


def test_lines_outside_a_mark_are_artifacts(page: Page) -> None:
    page.line((0, 0), (10, 0))
    assert page.operators == ["/Artifact <</Type/Layout>> BDC 0 0 m 10 0 l S EMC"]


def test_an_artifact_within_an_artifact_is_part_of_it(page: Page) -> None:
    with page.artifact("/Type/Pagination"), page.artifact():
        page.rectangle(1, 2, 3, 4, frame=True)
    assert page.operators == ["/Artifact <</Type/Pagination>> BDC", "1 2 3 4 re S", "EMC"]


def test_colours_and_fonts_are_set_once(page: Page) -> None:
    with page.tagged(Element("P", None)):
        text(page)
        text(page)
    joined = " ".join(str(operator) for operator in page.operators)
    assert joined.count(" Tf") == 1
    assert joined.count(" rg") == 1
    assert joined.count(" Tj") == 2
