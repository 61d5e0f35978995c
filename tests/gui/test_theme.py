"""Fonts, icons, style sheet and the choice of appearance."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontInfo, QFontMetrics, QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QStyle

from ropa_app import paths
from ropa_app.gui import theme
from ropa_app.gui.palette import DARK, LIGHT, SCHEMES
from ropa_app.gui.qss import style_sheet


@pytest.fixture
def themed(qapp):
    made = theme.Theme(qapp, "light")
    yield made
    made.set_appearance("light")
    made.deleteLater()


def colour(icon: QIcon, mode=QIcon.Mode.Normal, state=QIcon.State.Off) -> str:
    """Return the colour most of the opaque points of an icon have."""
    image = icon.pixmap(QSize(48, 48), 1.0, mode, state).toImage()
    points = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return Counter(point.name().upper() for point in points if point.alpha() == 255).most_common(1)[0][0]


def test_choice_of_appearance_changes_palette_sheet_and_tokens(themed, qapp, qtbot):
    with qtbot.waitSignal(themed.changed):
        themed.set_appearance("dark")
    assert theme.tokens() is DARK
    assert theme.scheme() == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.base
    assert DARK.accent in qapp.styleSheet()
    themed.set_appearance("light")
    assert theme.tokens() is LIGHT
    assert themed.appearance == "light"


def test_system_choice_takes_what_the_desktop_asks_for(themed):
    themed.set_appearance("dark")
    themed.set_appearance("system")
    assert theme.scheme() == theme.system_scheme()


def test_inter_is_the_font_and_semibold_is_a_real_cut(themed, qapp):
    assert QFontInfo(qapp.font()).family() == "Inter"
    body, strong = theme.font("body"), theme.font("strong")
    assert QFontInfo(strong).family() == "Inter"
    sample = "Behandlingsgrunnlag for nyhetsbrev"
    assert QFontMetrics(strong).horizontalAdvance(sample) > QFontMetrics(body).horizontalAdvance(sample)


def test_tabular_figures_all_have_one_width(themed):
    metrics = QFontMetrics(theme.font("figure", tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0808")


def test_the_fonts_hold_norwegian_and_sami_letters(themed):
    metrics = QFontMetrics(theme.font("body"))
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "æøåÆØÅéčđŋšŧžáßł€–«»“”§…·")


def test_no_text_is_smaller_than_nine_points():
    assert min(theme.font(role).pointSizeF() for role in theme._TYPE) == 9


def test_an_icon_follows_the_scheme_without_being_made_anew(themed):
    icon = theme.icon("globe")
    assert colour(icon) == LIGHT.text2
    themed.set_appearance("dark")
    assert colour(icon) == DARK.text2
    assert colour(icon, QIcon.Mode.Disabled) == DARK.disabled
    assert colour(icon, state=QIcon.State.On) == DARK.on_sel


def test_an_icon_is_sharp_on_a_dense_screen(themed):
    assert theme.icon("globe").pixmap(QSize(18, 18), 2.0).size() == QSize(36, 36)


def test_a_copied_icon_paints_the_same(themed):
    icon = QIcon(theme.icon("scale", "error"))
    icon.addPixmap(theme.icon("globe").pixmap(QSize(5, 5)))
    assert colour(icon) == LIGHT.error


def test_an_icon_without_a_drawing_is_refused(themed):
    with pytest.raises(paths.MissingResource):
        theme.icon("no-such-drawing")


def test_every_drawing_can_be_tinted_and_none_loads_anything():
    drawings = sorted(paths.resource("icons", "LICENSE-Lucide.txt").parent.glob("*.svg"))
    assert len(drawings) > 40
    for path in drawings:
        source = path.read_text("utf-8")
        per_scheme = re.search(r"-(light|dark)\.svg$", path.name)
        assert ("currentColor" in source) != bool(per_scheme or path.name == "app.svg"), path.name
        assert "href" not in source


@pytest.mark.parametrize("scheme", SCHEMES)
def test_drawings_of_a_scheme_carry_its_tokens(scheme):
    tokens = SCHEMES[scheme]
    assert tokens.text2 in paths.resource("icons", f"chevron-{scheme}.svg").read_text("utf-8")
    assert tokens.on_accent in paths.resource("icons", f"tick-{scheme}.svg").read_text("utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_style_sheet_is_filled_in_wholly(scheme):
    sheet = style_sheet(SCHEMES[scheme], scheme)
    assert "@" not in sheet
    for image in re.findall(r'url\("([^"]+)"\)', sheet):
        assert image.endswith(f"-{scheme}.svg")


def underlined(style: QStyle) -> int:
    return style.styleHint(QStyle.StyleHint.SH_UnderlineShortcut)


def press_alt(window: QMainWindow, kind: QEvent.Type) -> None:
    QApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier))


def test_menu_letters_are_underlined_only_while_alt_is_held(themed, qapp, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.menuBar().addMenu("&Fil")
    themed.reveal_mnemonics(window)
    assert underlined(qapp.style()) == 0
    press_alt(window, QEvent.Type.KeyPress)
    assert underlined(qapp.style()) == 1
    press_alt(window, QEvent.Type.KeyRelease)
    assert underlined(qapp.style()) == 0


def test_the_program_has_a_sign(themed, qapp):
    assert not qapp.windowIcon().isNull()
    assert colour(qapp.windowIcon()) == LIGHT.accent
