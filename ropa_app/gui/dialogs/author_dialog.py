"""Asked before the first edit: the name that stands in the history."""

from __future__ import annotations

import getpass
from typing import Final

from PySide6.QtWidgets import QWidget

from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.i18n import N_, Translator

NAME_MISSING: Final = N_("Write your name.")


class AuthorDialog(FormDialog):
    """Asks for the name for the history; that known so far, or that of the system's user, stands there."""

    def __init__(self, t: Translator, known: str, parent: QWidget | None = None) -> None:
        super().__init__(t, t("Your name in the history"), t("Use the name"), parent, width=440)
        self.add_text(
            t("Every change is kept in the history with the day and a name. Which name shall stand there?")
        )
        self.name: Final = self.add_field(t("Name"), LineEdit(t), t("You can change it in Preferences."))
        self.name.set_value(known or user_of_system())
        self.name.selectAll()
        self.name.setFocus()

    def author(self) -> str:
        """Return the name that was given."""
        return self.name.text().strip()

    def fault(self) -> str:
        """Refuse an empty name."""
        return "" if self.author() else self.t(NAME_MISSING)


def user_of_system() -> str:
    """Return the name of the system's user, empty where it is not told."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def ask_author(window: QWidget | None, t: Translator, known: str) -> str | None:
    """Return the name for the history, None where the user gave none."""
    dialog = AuthorDialog(t, known, window)
    return dialog.author() if dialog.exec() else None
