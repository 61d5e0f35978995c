"""What the user does with files: make, open, copy, import; and looking after the one that is open."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ropa_app.gui import dialog_calls
from ropa_app.gui.document import (
    FileProblem,
    RegisterDocument,
    Underneath,
    create_example,
    create_register,
    problem_text,
)
from ropa_app.i18n import N_

if TYPE_CHECKING:
    from ropa_app.gui.main_window import MainWindow

MOVED: Final = N_("The file was moved or replaced while it was open. Save a copy to keep what you see here.")
CHANGED: Final = N_("Another program changed the file while it was open. Close it and open it again.")
SAVE_COPY: Final = N_("Save a copy")
COPIED: Final = N_("The copy is saved as {name}.")
EXAMPLE_NAME: Final = "velux.ropa"
IN_ORDER: Final = N_("The history is whole and the content is as it was recorded.")
NOT_IN_ORDER: Final = N_("The register was changed outside the program. History and content no longer agree.")
CHECKING: Final = N_("Checking the history")


class FileFlow:
    """The file verbs of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window: Final = window
        self._told: Underneath = Underneath.SAME

    def open_path(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a register in place of the one open now; say in one sentence where that fails."""
        window = self._window
        document = window.document
        if document is not None and document.path == path.absolute():
            return True
        try:
            opened = RegisterDocument.open(
                path, self.author(), window.t, window.settings.document_language, read_only=read_only
            )
        except FileProblem as problem:
            window.show_message("error", problem_text(problem, window.t))
            return False
        if not window.close_register():
            opened.close()
            return False
        self._told = Underneath.SAME
        window.take(opened)
        return True

    def author(self) -> str:
        """Return the name for the history: the one chosen, else that of the system's user."""
        return self._window.settings.author or getpass.getuser()

    def new(self) -> None:
        """Ask for a new register, make it and open it."""
        window = self._window
        answer = dialog_calls.ask_new_register(window, window.settings, window.t)
        if answer is None:
            return
        path, name, language = answer
        try:
            made = create_register(path, name, self.author(), language, overwrite=True)
        except FileProblem as problem:
            window.show_message("error", problem_text(problem, window.t))
            return
        if self.open_path(made):
            window.show_page("organisation")

    def open(self) -> None:
        """Ask for a register and open it."""
        path = dialog_calls.choose_register(self._window, self._window.settings, self._window.t)
        if path is not None:
            self.open_path(path)

    def example(self) -> None:
        """Ask where the example shall lie, make it and open it."""
        window = self._window
        path = dialog_calls.choose_copy(window, window.settings, window.t, EXAMPLE_NAME)
        if path is None:
            return
        try:
            made = create_example(path, self.author(), overwrite=True)
        except FileProblem as problem:
            window.show_message("error", problem_text(problem, window.t))
            return
        self.open_path(made)

    def import_json(self) -> None:
        """Ask for an exported file, make a register of it and open it."""
        path = dialog_calls.ask_import(self._window, self._window.settings, self._window.t)
        if path is not None:
            self.open_path(path)

    def close(self) -> None:
        """Close the register and show the page one meets without a file."""
        if self._window.close_register():
            self._window.show_welcome()

    def save_copy(self) -> None:
        """Ask where a copy shall lie and write it."""
        window = self._window
        if window.document is None or not window.commit_pending():
            return
        name = f"{window.document.path.stem}-{window.document.today().isoformat()}.ropa"
        path = dialog_calls.choose_copy(window, window.settings, window.t, name)
        if path is None:
            return
        try:
            copy = window.document.copy_to(path, overwrite=True)
        except FileProblem as problem:
            window.show_message("error", problem_text(problem, window.t))
            return
        window.show_done(window.t(COPIED, name=copy.name), copy)

    def open_outside(self, path: Path) -> bool:
        """Open a file or a folder with the system's own program for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def tell(self, text: str) -> None:
        """Say a sentence on its own, where no page is shown."""
        dialog_calls.show_problem(self._window, self._window.t, text)

    def look_after(self) -> None:
        """Say once when the open file was moved, replaced or changed by another program."""
        window = self._window
        if window.document is None or window.workspace is None:
            return
        found = window.document.underneath()
        if found is self._told:
            return
        self._told = found
        if found is not Underneath.SAME:
            text = window.t(CHANGED if found is Underneath.CHANGED else MOVED)
            links = ((window.t(SAVE_COPY), self.save_copy),)
            window.workspace.strip.show_message("warning", text, links)

    def verify(self) -> None:
        """Compare history and content in the background and say what was found."""
        window = self._window
        if window.document is None or not window.commit_pending():
            return
        snapshot = window.document.snapshot()

        def work(_progress: object) -> bool:
            with snapshot:
                return snapshot.verify().in_order

        window.tasks.start(window.t(CHECKING), work, self._on_verified)

    def _on_verified(self, in_order: bool) -> None:
        text = IN_ORDER if in_order else NOT_IN_ORDER
        self._window.show_message("ok" if in_order else "error", self._window.t(text))
