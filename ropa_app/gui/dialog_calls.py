"""The dialogs the window opens; each is imported when it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ropa_app.domain.values import RecordId
from ropa_app.gui.document import RegisterDocument, Remedy
from ropa_app.gui.pages.page import Page, PageContext
from ropa_app.gui.settings import Settings
from ropa_app.i18n import Language, Translator

if TYPE_CHECKING:
    from ropa_app.gui.main_window import MainWindow
    from ropa_app.gui.pages.welcome_page import WelcomePage


def ask_export(window: MainWindow, context: PageContext, what: str) -> None:
    """Let the user export a document, JSON, the findings or an assessment."""
    from ropa_app.gui.dialogs import export_flow

    page = window.workspace.page() if window.workspace else None
    one = page.current_record() if page else None
    record = context.document.get(one) if one else None
    shown = record.id if record is not None and record.KIND == "activity" else None
    export_flow.ask_export(window, context, what, shown)


def ask_preferences(window: MainWindow, settings: Settings, t: Translator) -> bool:
    """Let the user change language, appearance and name; return whether anything was changed."""
    from ropa_app.gui.dialogs import preferences_dialog

    return preferences_dialog.ask_preferences(window, settings, t)


def ask_approval(window: MainWindow, document: RegisterDocument) -> None:
    """Let the user approve the present state; the worker makes the version."""
    from ropa_app.gui.dialogs import approve_dialog

    approve_dialog.ask_approval(window, document, window.tasks)


def delete_asking(window: MainWindow, document: RegisterDocument, record: RecordId) -> bool:
    """Delete a record, after asking what becomes of its uses where there are any."""
    plan = document.deletion(record)
    if plan is None:
        return False
    if not plan.uses and not plan.owned:
        return document.delete(record)
    from ropa_app.gui.dialogs import deletion_dialog

    answer = deletion_dialog.ask_deletion(window, document, plan)
    if answer is None:
        return False
    remedy: Remedy
    remedy, replacement = answer
    return document.delete(record, remedy, replacement)


def ask_new_register(
    window: MainWindow, settings: Settings, t: Translator
) -> tuple[Path, str, Language] | None:
    """Ask for file, organisation and language of a new register."""
    from ropa_app.gui.dialogs import new_register_dialog

    return new_register_dialog.ask_new_register(window, settings, t)


def ask_author(window: MainWindow, t: Translator, known: str) -> str | None:
    """Ask for the name that stands in the history."""
    from ropa_app.gui.dialogs import author_dialog

    return author_dialog.ask_author(window, t, known)


def show_law_data(window: MainWindow) -> None:
    """Show the law data that count; where newer ones were loaded, everything is shown anew."""
    from ropa_app.gui.dialogs import law_data_dialog

    workspace = window.workspace
    if workspace is None or not window.commit_pending():
        return
    if law_data_dialog.show_law_data(window, workspace.context):
        workspace.retranslate()
        window.retranslate_frame()


def show_about(window: MainWindow, t: Translator) -> None:
    """Show what the program is."""
    from ropa_app.gui.dialogs import about_dialog

    about_dialog.show_about(window, t)


def welcome_page(t: Translator, settings: Settings) -> WelcomePage:
    """Return the page one meets without a file."""
    from ropa_app.gui.pages.welcome_page import WelcomePage

    return WelcomePage(t, settings)


def make_page(context: PageContext, key: str) -> Page:
    """Return the page of a row of the sidebar."""
    from ropa_app.gui.pages.form_page import FormPage
    from ropa_app.gui.pages.record_page import RecordPage

    if key == "organisation":
        return FormPage(context, "organisation")
    if key == "checks":
        from ropa_app.gui.pages.checks_page import ChecksPage

        return ChecksPage(context)
    if key == "statement":
        from ropa_app.gui.pages.statement_page import StatementPage

        return StatementPage(context)
    if key == "versions":
        from ropa_app.gui.pages.versions_page import VersionsPage

        return VersionsPage(context)
    return RecordPage(context, key)


def choose_register(window: MainWindow, settings: Settings, t: Translator) -> Path | None:
    """Ask for a register to open."""
    from ropa_app.gui.dialogs import file_dialogs

    return file_dialogs.choose_file(window, settings, t, "ropa")


def choose_copy(window: MainWindow, settings: Settings, t: Translator, name: str) -> Path | None:
    """Ask where a register shall be written."""
    from ropa_app.gui.dialogs import file_dialogs

    return file_dialogs.choose_target(window, settings, t, "ropa", name, t("Save a copy"))


def ask_import(window: MainWindow, settings: Settings, t: Translator) -> Path | None:
    """Let the user make a register of an exported JSON file; return where it lies."""
    from ropa_app.gui.dialogs import import_dialog

    return import_dialog.ask_import(window, settings, t)


def show_problem(window: MainWindow, t: Translator, text: str) -> None:
    """Say in one sentence what could not be done."""
    from ropa_app.gui.dialogs import problem_dialog

    problem_dialog.show_problem(window, t, text)
