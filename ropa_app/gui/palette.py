"""Colours of the window: a table of tokens per scheme, and the palette Qt gets from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtGui import QColor, QPalette

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Tokens:
    """Every colour of one scheme as `#RRGGBB`; widgets name the token, never the colour."""

    window: str
    base: str
    alt: str
    popup: str
    hover: str
    chip: str
    text: str
    text2: str
    text3: str
    disabled: str
    hair: str
    border: str
    accent: str
    accent_hover: str
    on_accent: str
    sel: str
    on_sel: str
    link: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    advice: str
    advice_soft: str
    ok: str
    ok_soft: str
    inserted: str
    deleted: str
    flow: str
    desk: str

    def color(self, token: str) -> QColor:
        """Return the colour of a token; raise AttributeError for a name that is none."""
        return QColor(getattr(self, token))


LIGHT: Final = Tokens(
    window="#F2F5F4", base="#FFFFFF", alt="#F6F8F8", popup="#FFFFFF", hover="#E6EBEA", chip="#EAEFEE",
    text="#172022", text2="#4A5659", text3="#596568", disabled="#8B9699",
    hair="#DAE0E0", border="#798587",
    accent="#0E6471", accent_hover="#0A5360", on_accent="#FFFFFF",
    sel="#D9EAEC", on_sel="#0B3F49", link="#0B5C69",
    error="#B42318", error_soft="#FBE9E7", warning="#875200", warning_soft="#FAEFD9",
    advice="#3C5A8A", advice_soft="#E7EDF6", ok="#256B3D", ok_soft="#E2F1E7",
    inserted="#DDF1E3", deleted="#FBE4E1", flow="#839497", desk="#DFE4E4",
)  # fmt: skip

DARK: Final = Tokens(
    window="#14181A", base="#1B2022", alt="#22282A", popup="#262D2F", hover="#2A3133", chip="#2C3436",
    text="#E6EBEB", text2="#B2BDBF", text3="#9CA8AB", disabled="#6F7B7E",
    hair="#30383A", border="#7C898C",
    accent="#62B9C5", accent_hover="#7CCBD5", on_accent="#05252A",
    sel="#1E3D43", on_sel="#D5F0F3", link="#7CCBD5",
    error="#FF9C90", error_soft="#40211E", warning="#EDB659", warning_soft="#3A2C12",
    advice="#9FBCEB", advice_soft="#1F2C3F", ok="#86CB9B", ok_soft="#1B3323",
    inserted="#1D3B28", deleted="#452522", flow="#6A787C", desk="#0F1213",
)  # fmt: skip

SCHEMES: Final[dict[Scheme, Tokens]] = {"light": LIGHT, "dark": DARK}

_Role = QPalette.ColorRole
_ROLES: Final[dict[QPalette.ColorRole, str]] = {
    _Role.Window: "window",
    _Role.Base: "base",
    _Role.Button: "base",
    _Role.AlternateBase: "alt",
    _Role.Light: "alt",
    _Role.Midlight: "hover",
    _Role.Mid: "hair",
    _Role.Dark: "border",
    _Role.Shadow: "border",
    _Role.Text: "text",
    _Role.WindowText: "text",
    _Role.ButtonText: "text",
    _Role.PlaceholderText: "text3",
    _Role.Highlight: "accent",
    _Role.Accent: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Link: "link",
    _Role.LinkVisited: "link",
    _Role.BrightText: "error",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "base",
}
_DISABLED_ROLES: Final = (_Role.Text, _Role.WindowText, _Role.ButtonText)


def qt_palette(tokens: Tokens) -> QPalette:
    """Return the palette that stands for the tokens, the disabled group included."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, tokens.color(token))
    for role in _DISABLED_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("disabled"))
    return palette
