"""The style sheet: every colour of text can be read on every ground it stands on."""

from __future__ import annotations

import re

import pytest

from ropa_app.paths import resource

# Text on ground; what stands on a tint has a darker secondary colour of its own.
PAIRS = [
    ("ink", "paper"), ("secondary", "paper"), ("accent", "paper"), ("on-accent", "accent"),
    ("ink", "tint"), ("secondary-on-tint", "tint"), ("accent", "tint"),
]  # fmt: skip
ENHANCED = 7.0  # WCAG 2.2, 1.4.6, level AAA
OF_SIGNS = 3.0  # WCAG 2.2, 1.4.11


def schemes() -> list[dict[str, str]]:
    """Return the colours of the style sheet by name, those of light first, then those of dark."""
    style = resource("web", "page.css").read_text("utf-8")
    found = [
        dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root \{([^}]*)\}", style)
    ]
    assert len(found) == 2
    assert found[0].keys() == found[1].keys()
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    for colours in schemes():
        assert contrast(colours[text], colours[ground]) >= ENHANCED


def test_lines_that_mean_something_stand_out() -> None:
    for colours in schemes():
        assert contrast(colours["rule"], colours["paper"]) >= OF_SIGNS


def test_colours_are_named_once() -> None:
    style = resource("web", "page.css").read_text("utf-8")
    rules = re.sub(r":root \{[^}]*\}", "", style)
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", rules)) <= {"#4a5659"}  # at the edges of paper, no variables


def test_black_on_white_has_the_greatest_contrast_there_is() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
