"""Making a register of an exported JSON file; the worker does it, so that the window stays alive."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from ropa_app.gui.dialogs.author_dialog import user_of_system
from ropa_app.gui.dialogs.file_dialogs import choose_file
from ropa_app.gui.dialogs.file_field import FileField
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.jobs import import_job, trouble_text
from ropa_app.gui.settings import Settings
from ropa_app.gui.tasks import Tasks
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.progress_strip import ProgressStrip
from ropa_app.i18n import Translator


class ImportDialog(FormDialog):
    """Shows which file is taken over and asks where the new register lies."""

    def __init__(
        self, t: Translator, settings: Settings, source: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(t, t("Import a register"), t("Import"), parent)
        self._source = source
        self._settings = settings
        self._tasks = Tasks(self)
        self.body.addWidget(Label(source.name, "strong", wrap=True))
        self.body.addSpacing(8)
        self.add_text(
            t(
                "A new register is made of it, with its records, versions and identity. The history begins "
                "anew with the import."
            )
        )
        self.file: Final = FileField(t, settings, "ropa", t("Where the register lies"))
        self.add_field(t("File"), self.file)
        self.file.suggest(source.stem)
        self._progress = ProgressStrip(t)
        self._progress.cancelled.connect(self.reject)
        self.body.addWidget(self._progress)
        self.body.addStretch(1)

    def fault(self) -> str:
        """Refuse a file that cannot be."""
        return self.file.fault()

    def try_accept(self) -> None:
        """Import, and close when it is done."""
        fault = self.fault()
        self.problem.set_text(fault)
        if fault:
            return
        self.accept_button.setEnabled(False)
        self._progress.start(self.t("Importing {name}", name=self._source.name))
        author = self._settings.author or user_of_system()
        self._tasks.start(
            self.t("Import"),
            import_job(self._source, self.file.path(), author),
            self._on_imported,
            self._on_failed,
        )

    def done(self, result: int) -> None:
        """Wait for the worker before closing."""
        self._tasks.shut_down()
        super().done(result)

    def _on_imported(self, _path: Path) -> None:
        self._progress.finish()
        self.accept()

    def _on_failed(self, problem: Exception) -> None:
        self._progress.finish()
        self.accept_button.setEnabled(True)
        self.problem.set_text(trouble_text(problem, self.t))


def ask_import(window: QWidget | None, settings: Settings, t: Translator) -> Path | None:
    """Let the user choose an exported file and make a register of it; return where the register lies."""
    source = choose_file(window, settings, t, "json")
    if source is None:
        return None
    dialog = ImportDialog(t, settings, source, window)
    return dialog.file.path() if dialog.exec() else None
