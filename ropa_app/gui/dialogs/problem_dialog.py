"""Tells in one sentence what could not be done."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from ropa_app.i18n import Translator


def show_problem(window: QWidget | None, t: Translator, text: str) -> None:
    """Show a sentence until it is closed; the window behind stays as it was."""
    box = QMessageBox(QMessageBox.Icon.Warning, t("That did not work"), text, parent=window)
    box.setAccessibleName(text)
    box.exec()
