"""Choosing files: the system's own dialogs, starting where the user was last."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ropa_app.gui.settings import Settings
from ropa_app.i18n import N_, Translator

FileKind = Literal["ropa", "pdf", "html", "txt", "json", "zip"]
KINDS: Final[dict[FileKind, str]] = {
    "ropa": N_("Registers (*.ropa)"),
    "pdf": N_("PDF documents (*.pdf)"),
    "html": N_("Web pages (*.html)"),
    "txt": N_("Plain text (*.txt)"),
    "json": N_("Exported registers (*.json)"),
    "zip": N_("Packs of law data (*.zip)"),
}
_NOT_IN_NAMES: Final = re.compile(r"[^\w.-]+")
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_LONGEST: Final = 80


def choose_file(window: QWidget | None, settings: Settings, t: Translator, kind: FileKind) -> Path | None:
    """Let the user choose a file that exists; None where they chose none."""
    dialog = _dialog(window, settings, t, kind, t("Open"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog, settings)


def choose_target(
    window: QWidget | None, settings: Settings, t: Translator, kind: FileKind, name: str, title: str
) -> Path | None:
    """Let the user choose where to write; a file of that name is only chosen after a question."""
    dialog = _dialog(window, settings, t, kind, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind)
    dialog.selectFile(name)
    return _chosen(dialog, settings)


def _dialog(
    window: QWidget | None, settings: Settings, t: Translator, kind: FileKind, title: str
) -> QFileDialog:
    dialog = QFileDialog(window, title, str(folder_to_start(settings)))
    dialog.setNameFilters([t(KINDS[kind]), t("All files (*)")])
    return dialog


def _chosen(dialog: QFileDialog, settings: Settings) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles() if accepted else []
    dialog.deleteLater()
    if not files:
        return None
    path = Path(files[0])
    settings.last_folder = path.parent
    return path


def folder_to_start(settings: Settings) -> Path:
    """Return the folder used last, else that of the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = settings.last_folder or Path(documents)
    return folder if folder.is_dir() else Path.home()


def file_stem(*parts: str) -> str:
    """Return words as the name of a file: small letters without marks, hyphens between."""
    plain = "-".join(parts).casefold().translate(_LETTERS)
    return _NOT_IN_NAMES.sub("-", plain).strip("-.")[:_LONGEST].strip("-.")
