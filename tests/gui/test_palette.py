"""The contrast every colour promises on every surface it may stand on, worked out by WCAG 2.2."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QPalette

from ropa_app.gui.palette import DARK, LIGHT, SCHEMES, Tokens, qt_palette

SURFACES = ("base", "window", "hover", "chip", "sel")
# light and dark ratio of each text on each surface, in the order of SURFACES
TEXT_TABLE = {
    "text": [(16.6, 13.7), (15.1, 14.8), (13.8, 11.0), (14.3, 10.6), (13.4, 9.7)],
    "text2": [(7.6, 8.6), (6.9, 9.3), (6.3, 6.9), (6.5, 6.6), (6.1, 6.1)],
    "text3": [(6.0, 6.7), (5.5, 7.3), (5.0, 5.4), (5.2, 5.2), (4.9, 4.8)],
    "link": [(7.6, 8.9), (7.0, 9.7), (6.3, 7.2), (6.6, 6.9), (6.2, 6.3)],
    "error": [(6.6, 8.2), (6.0, 8.9), (5.5, 6.6), (5.7, 6.3), (5.3, 5.8)],
    "warning": [(6.5, 9.0), (5.9, 9.7), (5.4, 7.2), (5.6, 6.9), (5.2, 6.3)],
    "advice": [(6.9, 8.5), (6.3, 9.2), (5.8, 6.9), (6.0, 6.6), (5.6, 6.0)],
    "ok": [(6.5, 8.6), (5.9, 9.4), (5.4, 7.0), (5.6, 6.7), (5.2, 6.1)],
}
OTHER_PAIRS = [
    ("border", "base", 3.8, 4.6),
    ("border", "window", 3.5, 4.9),
    ("border", "popup", 3.8, 3.9),
    ("accent", "base", 6.8, 7.3),
    ("accent", "window", 6.2, 7.9),
    ("accent", "sel", 5.5, 5.1),
    ("on_accent", "accent", 6.8, 7.1),
    ("on_accent", "accent_hover", 8.7, 8.7),
    ("on_sel", "sel", 9.3, 9.8),
    ("text", "inserted", 14.0, 10.2),
    ("text", "deleted", 13.7, 11.3),
    ("flow", "base", 3.2, 3.6),
]
TABLE = [
    (text, surface, *ratios)
    for text, row in TEXT_TABLE.items()
    for surface, ratios in zip(SURFACES, row, strict=True)
] + OTHER_PAIRS


def luminance(color: str) -> float:
    """Return the relative luminance of `#RRGGBB` as WCAG 2.2 defines it, 0 to 1."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ratio(tokens: Tokens, one: str, other: str) -> float:
    return contrast(getattr(tokens, one), getattr(tokens, other))


@pytest.mark.parametrize(("front", "back", "light", "dark"), TABLE)
def test_contrast_is_what_the_table_says(front, back, light, dark):
    assert ratio(LIGHT, front, back) == pytest.approx(light, abs=0.051)
    assert ratio(DARK, front, back) == pytest.approx(dark, abs=0.051)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", TEXT_TABLE)
def test_all_text_reaches_four_and_a_half(scheme, surface, text):
    assert ratio(SCHEMES[scheme], text, surface) >= 4.5


@pytest.mark.parametrize("severity", ["error", "warning", "advice", "ok"])
def test_severities_stand_out_on_their_own_soft_surface(severity):
    assert ratio(LIGHT, severity, f"{severity}_soft") >= 5.45
    assert ratio(DARK, severity, f"{severity}_soft") >= 7.05
    for tokens in SCHEMES.values():
        assert ratio(tokens, "text", f"{severity}_soft") >= 4.5
        assert ratio(tokens, "link", f"{severity}_soft") >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_disabled_text_stays_readable_on_pages(scheme):
    assert ratio(SCHEMES[scheme], "disabled", "base") >= 3.0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_token_is_a_full_colour(scheme):
    tokens = SCHEMES[scheme]
    for name in (field.name for field in fields(Tokens)):
        assert tokens.color(name).name().upper() == getattr(tokens, name)


def test_an_unknown_token_is_refused():
    with pytest.raises(AttributeError):
        LIGHT.color("sparkle")


def test_qt_gets_the_tokens_and_a_disabled_group():
    palette = qt_palette(DARK)
    assert palette.color(QPalette.ColorRole.Base).name().upper() == DARK.base
    assert palette.color(QPalette.ColorRole.PlaceholderText).name().upper() == DARK.text3
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == DARK.disabled


def test_contrast_knows_the_two_ends():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1
