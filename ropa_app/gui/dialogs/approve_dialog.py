"""Approving the present state of the register as a numbered version."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.document import Prepared, RegisterDocument, problem_text
from ropa_app.gui.tasks import Job, Progress, Tasks
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import N_

APPROVER_MISSING: Final = N_("Say who approves the version.")
APPROVING: Final = N_("Approving the version")
UNCHANGED: Final = N_("Nothing has changed since version {number}.")


class ApproveDialog(FormDialog):
    """Asks who approves and what has changed, and says that it cannot be undone."""

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        t, standing = document.t, document.standing()
        newest = standing.newest.number if standing.newest else None
        number = (newest or 0) + 1
        title = t("Approve version {number}", number=number)
        super().__init__(t, title, title, parent)
        self.add_text(
            t(
                "The whole register is kept as version {number}, as it stands now, and can be exported as "
                "such for as long as the file exists.",
                number=number,
            )
        )
        self.approver: Final = self.add_field(t("Approved by"), LineEdit(t), t("Name and role."))
        self.approver.set_value(document.author)
        self.note: Final = self.add_field(
            t("What has changed"),
            TextArea(t, least_lines=3),
            t("One sentence for the change history, which is printed in the register."),
        )
        self._warning = MarkedLine(t, "warning")
        self._warning.set_text(t("Ctrl+Z does not take an approval back."))
        self.body.addWidget(self._warning)
        self.body.addStretch(1)
        self._blocked = document.read_only_text()
        if standing.is_newest:
            self._blocked = self._blocked or t(UNCHANGED, number=newest)
        if self._blocked:
            self.accept_button.setEnabled(False)
            self.problem.set_text(self._blocked)
        self.note.setFocus()

    def fault(self) -> str:
        """Refuse a version that nobody approves."""
        return self._blocked or ("" if self.approver.text().strip() else self.t(APPROVER_MISSING))


def ask_approval(window: QWidget | None, document: RegisterDocument, tasks: Tasks) -> Job | None:
    """Approve the present state where the user wants it; return the job that makes the version, if any."""
    dialog = ApproveDialog(document, window)
    if not dialog.exec():
        return None
    prepare = document.version_job(dialog.approver.text().strip(), dialog.note.text().strip())

    def work(progress: Progress) -> Prepared:
        progress.report(0)
        return prepare()

    def failed(problem: Exception) -> None:
        document.problem.emit(problem_text(problem, document.t))

    return tasks.start(document.t(APPROVING), work, document.approve, failed)
