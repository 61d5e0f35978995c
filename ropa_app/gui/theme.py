"""The look of the window in force: scheme, colours, type, icons; the one place that makes a QIcon."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from ropa_app import paths
from ropa_app.gui.drawing import TintedIconEngine
from ropa_app.gui.mnemonics import MnemonicRevealer, WindowStyle
from ropa_app.gui.palette import LIGHT, SCHEMES, Scheme, Tokens, qt_palette
from ropa_app.gui.qss import style_sheet

Appearance = Literal["system", "light", "dark"]
TextRole = Literal["figure", "page", "page_narrow", "pane", "section", "body", "strong", "detail", "small"]

FAMILIES: Final = ("Inter", "Noto Sans", "Noto Sans Symbols 2")
_FONT_FILES: Final = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "NotoSans-Regular.ttf")
# role: points, semibold, height of a line in logical pixels
_TYPE: Final[dict[TextRole, tuple[float, bool, int]]] = {
    "figure": (18, True, 30),
    "page": (15, True, 26),
    "page_narrow": (13, True, 24),
    "pane": (12, True, 22),
    "section": (11, True, 22),
    "body": (10, False, 20),
    "strong": (10, True, 20),
    "detail": (9.5, False, 18),
    "small": (9, False, 16),
}


class _InForce:
    """What is shown now; painters ask for it each time, so a change needs no more than a repaint."""

    tokens: Tokens = LIGHT
    scheme: Scheme = "light"


def tokens() -> Tokens:
    """Return the colours of the scheme in force."""
    return _InForce.tokens


def scheme() -> Scheme:
    """Return the scheme in force."""
    return _InForce.scheme


def font(role: TextRole, *, tabular: bool = False) -> QFont:
    """Return the font of a role; `tabular` gives figures of one width, for columns of numbers only."""
    points, semibold, _ = _TYPE[role]
    made = QFont(list(FAMILIES))
    made.setPointSizeF(points)
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def line_height(role: TextRole) -> int:
    """Return the height of one line of a role in logical pixels."""
    return _TYPE[role][2]


def icon(name: str, role: str = "text2", *, on_role: str = "on_sel") -> QIcon:
    """Return `resources/icons/NAME.svg` in the colour of a token, in whichever scheme is in force.

    Raises MissingResource for a name without a drawing.
    """
    return QIcon(TintedIconEngine(name, role, on_role, tokens))


def window_icon() -> QIcon:
    """Return the sign of the program."""
    return QIcon(str(paths.resource("icons", "app.svg")))


def load_fonts() -> list[str]:
    """Make the shipped fonts known to Qt and return their families; a font known already stays."""
    known = set(QFontDatabase.families())
    loaded: list[str] = []
    for name in _FONT_FILES:
        number = QFontDatabase.addApplicationFont(str(paths.resource("fonts", name)))
        loaded += QFontDatabase.applicationFontFamilies(number)
    return sorted(set(loaded) | (known & set(FAMILIES)))


def system_scheme() -> Scheme:
    """Return the scheme the desktop asks for; light where it does not say."""
    asked = QGuiApplication.styleHints().colorScheme()
    return "dark" if asked == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, scheme: Scheme) -> None:
    """Give the whole application the palette, style sheet and body font of a scheme."""
    _InForce.tokens = SCHEMES[scheme]
    _InForce.scheme = scheme
    app.setPalette(qt_palette(_InForce.tokens))
    app.setFont(font("body"))
    app.setStyleSheet(style_sheet(_InForce.tokens, scheme))


class Theme(QObject):
    """Keep the application in the chosen appearance, following the desktop where that is the choice.

    Make one after the QApplication and keep it; `changed` tells that colours are other than before.
    """

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = "system") -> None:
        super().__init__(app)
        self._app = app
        self._appearance: Appearance = appearance
        self._style = WindowStyle()
        load_fonts()
        app.setStyle(self._style)
        app.setWindowIcon(window_icon())
        app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
        self.set_appearance(appearance)
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def appearance(self) -> Appearance:
        """Return the choice in force: `system`, `light` or `dark`."""
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Take up a choice at once; title bars follow it where the desktop lets them."""
        self._appearance = appearance
        asked = {
            "system": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }
        self._app.styleHints().setColorScheme(asked[appearance])
        self._take(system_scheme() if appearance == "system" else appearance)

    def reveal_mnemonics(self, window: QWidget) -> None:
        """Let a window show the underlined letters of its menus while Alt is held."""
        MnemonicRevealer(window, self._style)

    def _take(self, scheme: Scheme) -> None:
        apply(self._app, scheme)
        self.changed.emit()

    def _on_system_scheme_changed(self) -> None:
        if self._appearance == "system" and system_scheme() != _InForce.scheme:
            self._take(system_scheme())


def icon_size(side: int, gap: int = 0) -> QSize:
    """Return the size of an icon in logical pixels, with a gap to the text that follows it."""
    return QSize(side + gap, side)
