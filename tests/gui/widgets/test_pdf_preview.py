"""Pages of a PDF: shown, leafed through, enlarged, and words where there are none."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import Fit
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ropa_app.gui.widgets.pdf_preview import PdfPreview
from ropa_app.i18n import translator
from tests.gui.accessible import nameless


def pdf(pages: int) -> bytes:
    """Return an outlined PDF of some empty pages."""
    writer = PdfWriter()
    for number in range(pages):
        writer.add_blank_page(595, 842)
        top = Fit.xyz(left=0, top=842, zoom=1)
        writer.add_outline_item(title=f"{number + 1} Del", page_number=number, fit=top)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.fixture
def preview(t, shown):
    return shown(PdfPreview(t))


def test_it_says_why_there_is_nothing(preview):
    preview.show_words("Sidene tegnes …")
    assert preview.pages() == 0
    assert not preview._next.isEnabled()


def test_pages_are_leafed_through(qtbot, preview):
    preview.show_pdf(pdf(3))
    assert preview.pages() == 3
    assert preview._far.text() == "Side 1 av 3"
    preview._next.click()
    qtbot.waitUntil(lambda: preview._far.text() == "Side 2 av 3")
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview._far.text() == "Side 3 av 3")
    assert not preview._next.isEnabled()
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: preview._far.text() == "Side 2 av 3")


def test_the_page_in_view_stays_where_the_new_document_has_it(qtbot, preview):
    preview.show_pdf(pdf(3))
    preview.go_to(2)
    qtbot.waitUntil(lambda: preview.page() == 2)
    preview.show_pdf(pdf(4))
    assert preview.page() == 2
    preview.show_pdf(pdf(1))
    assert preview.page() == 0


def test_the_outline_tells_the_page_of_a_number(preview):
    preview.show_pdf(pdf(3))
    assert preview.page_of("2") == 1
    assert preview.page_of("9") == -1


def test_the_keys_enlarge_and_shrink(qtbot, preview):
    preview.show_pdf(pdf(1))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(preview, Qt.Key.Key_Plus, control)
    large = preview._view.zoomFactor()
    qtbot.keyClick(preview, Qt.Key.Key_Minus, control)
    assert preview._view.zoomFactor() < large
    qtbot.keyClick(preview, Qt.Key.Key_0, control)
    assert preview._view.zoomMode() == preview._view.ZoomMode.FitInView


def test_the_desk_follows_the_scheme_and_the_page_stays_white(qtbot, look, preview):
    preview.show_pdf(pdf(1))
    look.set_appearance("dark")
    preview.resize(400, 500)
    qtbot.waitUntil(lambda: _corner(preview) == "#0f1213", timeout=10_000)
    middle = preview._view.viewport().rect().center()
    qtbot.waitUntil(lambda: _at(preview, middle) == "#ffffff", timeout=10_000)


def _corner(preview) -> str:
    return _at(preview, preview._view.viewport().rect().topLeft())


def _at(preview, point) -> str:
    return preview._view.viewport().grab().toImage().pixelColor(point).name()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_control_has_a_name(preview, language):
    preview.show_pdf(pdf(2))
    preview.retranslate(translator(language))
    assert nameless(preview) == []


@pytest.fixture
def stripped(t, shown):
    made = shown(PdfPreview(t, strip=True))
    made.show_pdf(pdf(3))
    return made


def test_the_small_pages_follow_and_lead(qtbot, stripped):
    assert stripped.strip.model().rowCount() == 3
    stripped.go_to(1)
    qtbot.waitUntil(lambda: stripped.strip.current() == 1)
    stripped.strip.setFocus()
    qtbot.keyClick(stripped.strip, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: stripped.page() == 2)


def test_a_small_page_is_drawn_in_the_shape_of_the_page(stripped):
    size = stripped.strip.picture(0).deviceIndependentSize()
    assert size.height() == 88
    assert 61 <= size.width() <= 63
    QAbstractItemModelTester(
        stripped.strip.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, stripped
    )


def test_another_document_has_other_small_pages(stripped):
    stripped.show_pdf(pdf(1))
    assert stripped.strip.model().rowCount() == 1


def test_how_large_the_page_is_stands_beside_it(stripped):
    whole = stripped._percent.text()
    stripped.zoom(2)
    assert stripped._percent.text() != whole
    assert stripped._percent.text().endswith("\u00a0%")
