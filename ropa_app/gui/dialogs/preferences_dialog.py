"""The choices of whoever uses the program: name, language of the window, appearance."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtWidgets import QWidget

from ropa_app.gui.dialogs.author_dialog import NAME_MISSING, user_of_system
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.settings import Settings
from ropa_app.gui.theme import Appearance
from ropa_app.gui.widgets.language_switch import LANGUAGE_NAMES, SegmentedControl
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.i18n import LANGUAGES, NC_, Language, Translator

APPEARANCES: Final[dict[Appearance, str]] = {
    "system": NC_("appearance", "As the system"),
    "light": NC_("appearance", "Light"),
    "dark": NC_("appearance", "Dark"),
}


class PreferencesDialog(FormDialog):
    """Shows the choices as they are; nothing is kept before `store`."""

    def __init__(self, t: Translator, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(t, t("Preferences"), t("Use"), parent, width=460)
        self._settings = settings
        self.name: Final = self.add_field(
            t("Name"), LineEdit(t), t("Stands in the history of the register at every change you make.")
        )
        self.name.set_value(settings.author or user_of_system())
        names = t("Language of the window")
        self.language: Final = SegmentedControl(names, [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES])
        self.language.set_current(t.language)
        self.add_field(
            names, self.language, t("Documents have a language of their own, chosen when they are exported.")
        )
        looks = t("Appearance")
        self.appearance: Final = SegmentedControl(
            looks, [(key, t.marked(text)) for key, text in APPEARANCES.items()]
        )
        self.appearance.set_current(settings.appearance)
        self.add_field(looks, self.appearance)
        self.body.addStretch(1)
        self.name.setFocus()

    def fault(self) -> str:
        """Refuse an empty name."""
        return "" if self.name.text().strip() else self.t(NAME_MISSING)

    def store(self) -> None:
        """Keep the choices."""
        self._settings.author = self.name.text()
        self._settings.language = cast(Language, self.language.current())
        self._settings.appearance = cast(Appearance, self.appearance.current())


def ask_preferences(window: QWidget | None, settings: Settings, t: Translator) -> bool:
    """Let the user change the choices; return whether they were kept."""
    dialog = PreferencesDialog(t, settings, window)
    if not dialog.exec():
        return False
    dialog.store()
    return True
