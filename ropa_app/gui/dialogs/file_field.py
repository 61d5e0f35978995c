"""A field for the file that is going to be written: its path, and a button to choose another."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ropa_app.gui.dialogs.file_dialogs import FileKind, choose_target, file_stem, folder_to_start
from ropa_app.gui.settings import Settings
from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.i18n import N_, Translator

NO_FOLDER: Final = N_("The folder {name} does not exist.")
IS_FOLDER: Final = N_("{name} is a folder. Give the name of a file.")
TAKEN: Final = N_("{name} exists already. Give another name, or press Choose to replace it.")
NO_NAME: Final = N_("Give the name of a file.")


class FileField(QWidget):
    """A path that can be typed or chosen; `suggest` offers a name as long as the user gave none.

    A file that exists is only accepted where it was chosen in the dialog, which asks whether to replace it.
    """

    def __init__(
        self, t: Translator, settings: Settings, kind: FileKind, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._settings = settings
        self._kind: FileKind = kind
        self._title = title
        self._own = False
        self._replaceable: Path | None = None
        self.line: Final = LineEdit(t)
        self.line.textEdited.connect(self._on_text_edited)
        self.button: Final = plain_button(t("Choose …"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which gets the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(f"{name}: {self.button.text()}")

    def path(self) -> Path:
        """Return the path, with the ending of its kind."""
        path = Path(self.line.text().strip()).expanduser()
        path = path if path.is_absolute() else folder_to_start(self._settings) / path
        ending = f".{self._kind}"
        return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

    def set_path(self, path: Path) -> None:
        """Put a path in, as if it was chosen in the dialog."""
        self._own, self._replaceable = True, path
        self._show(path)

    def set_kind(self, kind: FileKind) -> None:
        """Take another kind of file; the ending of a name that is there already follows."""
        path = Path(self.line.text().strip())
        if self.line.text().strip() and path.suffix.lower() == f".{self._kind}" and kind != self._kind:
            self._show(path.with_suffix(f".{kind}"))
        self._kind = kind

    def suggest(self, *words: str) -> None:
        """Offer a name made of words, in the folder used last, with a number where the name is taken."""
        if self._own:
            return
        folder, stem = folder_to_start(self._settings), file_stem(*words) or file_stem(self._t("Register"))
        path, number = folder / f"{stem}.{self._kind}", 1
        while path.exists():
            number += 1
            path = folder / f"{stem}-{number}.{self._kind}"
        self._show(path)

    def _show(self, path: Path) -> None:
        """Show a path from its end: in a narrow field its folder gives way, not its name."""
        self.line.set_value(str(path))
        self.line.setCursorPosition(len(self.line.text()))

    def choose(self) -> None:
        """Let the user choose in the system's dialog."""
        chosen = choose_target(
            self.window(), self._settings, self._t, self._kind, self.path().name, self._title
        )
        if chosen is not None:
            self.set_path(chosen)

    def fault(self) -> str:
        """Return why nothing can be written there, an empty text where it can."""
        if not self.line.text().strip():
            return self._t(NO_NAME)
        path = self.path()
        if not path.parent.is_dir():
            return self._t(NO_FOLDER, name=path.parent)
        if path.is_dir():
            return self._t(IS_FOLDER, name=path.name)
        if path.exists() and path != self._replaceable:
            return self._t(TAKEN, name=path.name)
        return ""

    def _on_text_edited(self) -> None:
        self._own = True
