"""Making a new register: whose it is, in which language it is kept first, and where its file lies."""

from __future__ import annotations

from pathlib import Path
from typing import Final, cast

from PySide6.QtWidgets import QWidget

from ropa_app.gui.dialogs.file_field import FileField
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.settings import Settings
from ropa_app.gui.widgets.language_switch import LANGUAGE_NAMES, SegmentedControl
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.i18n import LANGUAGES, Language, Translator


class NewRegisterDialog(FormDialog):
    """Asks for organisation, main language and file; the name of the file follows the organisation."""

    def __init__(self, t: Translator, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(t, t("New register"), t("Make the register"), parent)
        self.name: Final = self.add_field(
            t("Organisation"), LineEdit(t), t("The controller: the legal entity whose register this is.")
        )
        main = t("Main language")
        self.language: Final = SegmentedControl(main, [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES])
        self.language.set_current(t.language)
        self.add_field(
            main,
            self.language,
            t("Texts of this language stand in where another is not written yet. It can be changed later."),
        )
        self.file: Final = FileField(t, settings, "ropa", t("Where the register lies"))
        self.add_field(t("File"), self.file)
        self.body.addStretch(1)
        self.name.textChanged.connect(self.file.suggest)
        self.file.suggest("")
        self.name.setFocus()

    def fault(self) -> str:
        """Refuse a register of nobody, and a file that cannot be."""
        if not self.name.text().strip():
            return self.t("Give the name of the organisation.")
        return self.file.fault()

    def result_of(self) -> tuple[Path, str, Language]:
        """Return file, organisation and language."""
        language = cast(Language, self.language.current())
        return self.file.path(), self.name.text().strip(), language


def ask_new_register(
    window: QWidget | None, settings: Settings, t: Translator
) -> tuple[Path, str, Language] | None:
    """Return file, organisation and main language of a new register, None where there shall be none.

    A file of that name may be replaced: the user was asked.
    """
    dialog = NewRegisterDialog(t, settings, window)
    return dialog.result_of() if dialog.exec() else None
