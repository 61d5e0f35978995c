"""From the wish to export to the written file: asking, writing in the worker, telling how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.export_choices import remember
from ropa_app.gui.dialogs.export_dialog import ExportDialog
from ropa_app.gui.dialogs.export_options import What
from ropa_app.gui.dialogs.file_dialogs import FileKind, choose_target, file_stem
from ropa_app.gui.dialogs.replaced_strip import REPLACED, characters_text
from ropa_app.gui.jobs import (
    Order,
    Written,
    export_job,
    json_job,
    paper_job,
    record_publication,
    trouble_text,
)
from ropa_app.gui.orders import AssessmentOrder, FindingsOrder, Paper
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.tasks import Job, Progress
from ropa_app.gui.widgets.message_strip import StripKind
from ropa_app.i18n import Translator


class Teller(Protocol):
    """What the window offers to tell how an export went."""

    def show_done(self, text: str, path: Path) -> None:
        """Say that a file was written, with the ways to open it."""

    def show_message(self, kind: StripKind, text: str) -> None:
        """Say anything else."""

    def show_record(self, record: RecordId) -> bool:
        """Show a record wherever it is edited."""


def done_text(written: Written, t: Translator) -> str:
    """Return what is said once a file is written."""
    text = t("{name} is written.", name=written.path.name)
    if written.replaced:
        text += " " + t(REPLACED, characters=characters_text(written.replaced))
    return text


def start_export(teller: Teller, context: PageContext, order: Order, path: Path) -> Job:
    """Write a document in the worker and tell how it went; a final statement is then recorded."""
    t, document = context.t, context.document

    def done(written: Written) -> None:
        if written.published is not None and not record_publication(document, written):
            return  # why not is told by the document
        teller.show_done(done_text(written, t), written.path)

    def failed(problem: Exception) -> None:
        teller.show_message("error", trouble_text(problem, t))

    label = t("Exporting {name}", name=path.name)
    work = export_job(document.snapshot(), order, path, document.law)
    return context.tasks.start(label, work, done, failed)


def ask_export(window: Teller, context: PageContext, what: str, shown: RecordId | None = None) -> None:
    """Let the user export the `register`, the `statement`, `json`, or a paper; the window tells how it went.

    `register:2` offers version 2 of the register; papers are the `findings` and `assessment:` with an id.
    `shown` is the activity shown in the list of the window.
    """
    document, _, version = what.partition(":")
    if document == "json":
        ask_json_export(window, context)
        return
    if document in ("findings", "assessment"):
        ask_paper_export(window, context, RecordId(version))
        return
    first: What = "statement" if document == "statement" else "register"
    parent = window if isinstance(window, QWidget) else None
    dialog = ExportDialog(context, first, parent, version=version, shown=shown)
    if dialog.exec():
        path = dialog.file.path()
        context.settings.last_folder = path.parent
        remember(context.document, context.settings, dialog.options.choices())
        start_export(window, context, dialog.order(), path)
    elif dialog.wanted_record is not None:
        window.show_record(dialog.wanted_record)
    dialog.deleteLater()


def ask_json_export(window: Teller, context: PageContext) -> None:
    """Let the user choose a file and write the register there as JSON; the window tells how it went."""
    t, document = context.t, context.document
    name = f"{file_stem(document.name, document.today().isoformat())}.json"
    path = _target(window, context, "json", name, t("Export as JSON"))
    if path is not None:
        _start(window, context, path, json_job(document.snapshot(), path))


def ask_paper_export(window: Teller, context: PageContext, assessment: RecordId) -> None:
    """Let the user choose a file, and write the findings or an assessment there as PDF.

    Findings speak the language of the window, whose user reads them; an assessment that of the forms, in
    which it is written. An empty `assessment` asks for the findings.
    """
    t, document = context.t, context.document
    today = document.today()
    order: Paper
    if assessment:
        order = AssessmentOrder(document.language, assessment)
        called, title = document.reference_of(assessment), t("Print as an annex")
    else:
        order = FindingsOrder(t.language, today)
        called, title = t("findings"), t("Export the findings")
    name = f"{file_stem(document.name, called, order.language, today.isoformat())}.pdf"
    path = _target(window, context, "pdf", name, title)
    if path is not None:
        _start(window, context, path, paper_job(document.snapshot(), order, path, document.law))


def _target(window: Teller, context: PageContext, kind: FileKind, name: str, title: str) -> Path | None:
    parent = window if isinstance(window, QWidget) else None
    return choose_target(parent, context.settings, context.t, kind, name, title)


def _start(window: Teller, context: PageContext, path: Path, work: Callable[[Progress], Written]) -> None:
    t = context.t
    context.tasks.start(
        t("Exporting {name}", name=path.name),
        work,
        lambda written: window.show_done(done_text(written, t), written.path),
        lambda problem: window.show_message("error", trouble_text(problem, t)),
    )
