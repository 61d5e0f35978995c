"""The window: menus, the open register or the welcome page, status bar; everything the user can start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from ropa_app.domain.edits import Changes
from ropa_app.domain.values import RecordId
from ropa_app.gui import dialog_calls, qt_translator
from ropa_app.gui.actions import WindowActions
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.file_flow import FileFlow
from ropa_app.gui.forms.hints import show_hint
from ropa_app.gui.forms.panels import root
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.settings import Settings
from ropa_app.gui.status_line import StatusLine
from ropa_app.gui.tasks import Tasks
from ropa_app.gui.theme import Appearance, Theme
from ropa_app.gui.widgets.message_strip import StripKind
from ropa_app.gui.window_menus import WindowMenus
from ropa_app.gui.workspace import Workspace
from ropa_app.i18n import N_, Language, Translator, translator

if TYPE_CHECKING:
    from ropa_app.gui.pages.welcome_page import WelcomePage

PROGRAM: Final = N_("Register of processing activities")
TITLE: Final = N_("{name} – Register of processing activities")
ALL_SAVED: Final = N_("All changes are saved")
NOT_SAVED: Final = N_("A field could not be saved. Correct it, or press Esc in it for the saved value.")
OPEN_FILE: Final = N_("Open")
SHOW_FOLDER: Final = N_("Show in folder")
WIDE_FROM: Final = 1200
RAIL_FROM: Final = 880
START_SIZE: Final = (1366, 768)
SMALLEST_SIZE: Final = (560, 340)


class MainWindow(QMainWindow):
    """One window, one register open in it.

    `theme` and `settings` outlive it. Show something with `open_file` or `show_welcome`.
    """

    def __init__(self, settings: Settings, theme: Theme, language: Language) -> None:
        super().__init__()
        self.settings: Final = settings
        self.theme: Final = theme
        self.t: Translator = translator(language)
        self.tasks: Final = Tasks(self)
        self.document: RegisterDocument | None = None
        self.workspace: Workspace | None = None
        self.files: Final = FileFlow(self)
        self.window_actions: Final = WindowActions(self)
        self.menus: Final = WindowMenus(self.menuBar(), self.window_actions)
        self.status: Final = StatusLine(self.t)
        self._rail_chosen: bool | None = None
        self._stack = QStackedWidget()
        self._welcome: WelcomePage | None = None
        self.setCentralWidget(self._stack)
        self.setStatusBar(self.status)
        self.addActions(self.window_actions.all_shortcuts())
        self._connect()
        theme.reveal_mnemonics(self)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*START_SIZE)
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        self.retranslate_frame()

    # Set up

    def _connect(self) -> None:
        actions = self.window_actions
        self._connect_actions(actions)
        actions.pages.triggered.connect(lambda action: self.show_page(str(action.data())))
        actions.languages.triggered.connect(lambda action: self.set_language(cast(Language, action.data())))
        actions.document_languages.triggered.connect(lambda action: self._fill_in(str(action.data())))
        actions.appearances.triggered.connect(lambda action: self.set_appearance(action.data()))
        self.menus.corner.switch.chosen.connect(self._fill_in)
        self.menus.recent_wanted.connect(self.open_file)
        self.theme.changed.connect(self.update)

    def _connect_actions(self, actions: WindowActions) -> None:
        files = self.files
        actions.connect(
            {
                "new_register": files.new, "open": files.open, "example": files.example,
                "import_json": files.import_json, "save": self._say_saved, "save_copy": files.save_copy,
                "export_register": lambda: self.export("register"),
                "export_statement": lambda: self.export("statement"),
                "export_json": lambda: self.export("json"), "approve": self.approve, "verify": files.verify,
                "export_findings": lambda: self.export("findings"), "close_register": files.close,
                "preferences": self._ask_preferences, "quit": self.close, "sidebar": self._toggle_sidebar,
                "undo": self.undo, "redo": self.redo, "new_record": lambda: self._on_page("new_record"),
                "duplicate": lambda: self._on_page("duplicate_record"),
                "delete": lambda: self._on_page("delete_record"),
                "find": lambda: self._on_page("focus_search"),
                "back": lambda: self._go(-1), "forward": lambda: self._go(1),
                "previous_record": lambda: self._step(-1), "next_record": lambda: self._step(1),
                "previous_section": lambda: self._step_section(-1),
                "next_section": lambda: self._step_section(1),
                "next_finding": lambda: self.workspace and self.workspace.step_finding(1),
                "previous_finding": lambda: self.workspace and self.workspace.step_finding(-1),
                "next_pane": lambda: self._next_pane(1), "previous_pane": lambda: self._next_pane(-1),
                "law_data": lambda: dialog_calls.show_law_data(self),
                "hint": lambda: show_hint(QApplication.focusWidget()),
                "about": lambda: dialog_calls.show_about(self, self.t),
            }
        )  # fmt: skip

    # The register

    def open_file(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a register in place of the one open now; say in one sentence where that fails."""
        return self.files.open_path(path, read_only=read_only)

    def take(self, document: RegisterDocument) -> None:
        """Show a register that was just opened."""
        self.document = document
        document.author_asker = self._ask_author if not self.settings.author else None
        document.changed.connect(self._on_document_changed)
        document.problem.connect(lambda text: self.show_message("error", text))
        document.language_changed.connect(self._name_document_language)
        context = PageContext(document, self.tasks, self.settings)
        workspace = Workspace(context, lambda one: dialog_calls.delete_asking(self, document, one))
        workspace.moved.connect(self._name_actions)
        workspace.export_wanted.connect(self.export)
        workspace.approve_wanted.connect(self.approve)
        self.workspace = workspace
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        self.settings.remember_file(document.path)
        workspace.show_page("activities")
        self._fit()
        self.retranslate_frame()

    def close_register(self) -> bool:
        """Close the register; return False where something cannot be saved and the user has to look at it."""
        if self.document is None or self.workspace is None:
            return True
        if not self.commit_pending():
            return False
        self.tasks.shut_down()
        workspace, self.workspace = self.workspace, None
        document, self.document = self.document, None
        self._stack.removeWidget(workspace)
        workspace.hide()
        workspace.deleteLater()
        document.close()
        self.retranslate_frame()
        return True

    def show_welcome(self) -> None:
        """Show the page one meets without a file."""
        if self._welcome is None:
            self._welcome = dialog_calls.welcome_page(self.t, self.settings)
            self._welcome.new_wanted.connect(self.files.new)
            self._welcome.open_wanted.connect(self.files.open)
            self._welcome.example_wanted.connect(self.files.example)
            self._welcome.file_wanted.connect(self.open_file)
            self._welcome.language_chosen.connect(lambda one: self.set_language(cast(Language, one)))
            self._stack.addWidget(self._welcome)
        self._welcome.refresh()
        self._stack.setCurrentWidget(self._welcome)
        self.retranslate_frame()

    def show_record(self, record: RecordId) -> bool:
        """Show a record wherever it is edited."""
        return self.workspace is not None and self.workspace.show_record(record)

    def commit_pending(self) -> bool:
        """Save what is half typed; say so and return False where it cannot be saved."""
        page = self.workspace.page() if self.workspace else None
        if page is None or page.commit_pending():
            return True
        self.show_message("error", self.t(NOT_SAVED))
        return False

    def _ask_author(self, known: str) -> str | None:
        name = dialog_calls.ask_author(self, self.t, known)
        if name:
            self.settings.author = name
        return name

    # Messages

    def show_message(self, kind: StripKind, text: str) -> None:
        """Show a sentence at the top of the page, or on its own where there is no page."""
        if self.workspace is not None:
            self.workspace.strip.show_message(kind, text)
        else:
            self.files.tell(text)

    def show_done(self, text: str, path: Path) -> None:
        """Tell that a file was written, with the ways to open it and its folder."""
        if self.workspace is not None:
            links = (
                (self.t(OPEN_FILE), lambda: self.files.open_outside(path)),
                (self.t(SHOW_FOLDER), lambda: self.files.open_outside(path.parent)),
            )
            self.workspace.strip.show_message("ok", text, links)

    # What the menus do

    def export(self, what: str) -> None:
        """Let the user export a document, JSON, the findings or an assessment."""
        if self.workspace is not None and self.commit_pending():
            dialog_calls.ask_export(self, self.workspace.context, what)

    def approve(self) -> None:
        """Let the user approve the present state as a version."""
        if self.document is not None and self.commit_pending():
            dialog_calls.ask_approval(self, self.document)

    def undo(self) -> None:
        """Take the last step back and show what it concerned."""
        self._turn(redo=False)

    def redo(self) -> None:
        """Do the step that was undone last again."""
        self._turn(redo=True)

    def _turn(self, *, redo: bool) -> None:
        document = self.document
        if document is None or not self.commit_pending():
            return
        touched = document.step_records(redo=redo)
        if document.redo() if redo else document.undo():
            self._show_touched(touched)

    def _show_touched(self, touched: list[RecordId]) -> None:
        """Show what was turned back, where another record is on the screen."""
        document, page = self.document, self.workspace.page() if self.workspace else None
        found = [one for record in touched if document and (one := document.get(record))]
        roots = [root(document.get, one) for one in found if document]
        if roots and page is not None and page.current_record() not in roots:
            self.show_record(found[0].id)

    def _say_saved(self) -> None:
        if self.commit_pending():
            self.status.say(self.t(ALL_SAVED))

    def _ask_preferences(self) -> None:
        if dialog_calls.ask_preferences(self, self.settings, self.t):
            self.set_language(self.settings.language or self.t.language)
            self.set_appearance(self.settings.appearance)
            if self.document is not None and self.settings.author:
                self.document.set_author(self.settings.author)

    def set_language(self, language: Language) -> None:
        """Speak another language, everywhere in the window."""
        self.settings.language = language
        if language == self.t.language:
            self._name_actions()
            return
        self.t = translator(language)
        app = QApplication.instance()
        if app is not None:
            qt_translator.install(app, language)
        if self.document is not None:
            self.document.set_translator(self.t)
        if self._welcome is not None:
            self._welcome.retranslate(self.t)
        if self.workspace is not None:
            self.workspace.retranslate()
        self.retranslate_frame()

    def set_appearance(self, appearance: Appearance) -> None:
        """Take light, dark or the system's colours."""
        self.settings.appearance = appearance
        self.theme.set_appearance(appearance)
        self._name_actions()

    def _fill_in(self, language: str) -> None:
        if self.document is not None and self.commit_pending():
            self.document.set_language(cast(Language, language))
            self.settings.document_language = cast(Language, language)
        self._name_document_language()

    def show_page(self, key: str) -> None:
        """Show a page of the sidebar."""
        if self.workspace is not None:
            self.workspace.go_to_page(key)
        self._name_actions()

    def _on_page(self, method: str) -> None:
        page = self.workspace.page() if self.workspace else None
        if page is not None:
            getattr(page, method)()

    def _step(self, step: int) -> None:
        page = self.workspace.page() if self.workspace else None
        if page is not None:
            page.step(step)

    def _step_section(self, step: int) -> None:
        page = self.workspace.page() if self.workspace else None
        if page is not None:
            page.step_section(step)

    def _go(self, step: int) -> None:
        page = self.workspace.page() if self.workspace else None
        if self.workspace is not None and not (step < 0 and page is not None and page.leave_record()):
            self.workspace.go(step)
        self._name_actions()

    def _next_pane(self, step: int) -> None:
        if self.workspace is not None:
            self.workspace.next_pane(step)

    # Frame

    def _on_document_changed(self, changes: Changes, _initiator: object) -> None:
        if "organisation" in changes.kinds:
            self._name_window()
        self._name_actions()

    def _name_window(self) -> None:
        t, document = self.t, self.document
        self.setWindowTitle(t(TITLE, name=document.name) if document else t(PROGRAM))

    def retranslate_frame(self) -> None:
        """Take title, menus and status bar again in the language of the window."""
        t, document = self.t, self.document
        self._name_window()
        self.window_actions.retranslate(t)
        self.menus.retranslate(t)
        self.menus.set_recent(t, self.settings.recent_files)
        self.menus.corner.set_open(document is not None)
        self.status.show_document(t, document)
        self._name_document_language()
        self._name_actions()

    def _name_actions(self) -> None:
        """Say what undo and redo would do, and switch off what cannot be done."""
        actions, document, workspace = self.window_actions, self.document, self.workspace
        page = workspace.page() if workspace else None
        actions.set_usable(file=document is not None, edit=document is not None and not document.read_only)
        undo, redo = (document.undo_text(), document.redo_text()) if document else ("", "")
        actions.set_undo(self.t, undo, redo)
        actions["undo"].setEnabled(bool(undo))
        actions["redo"].setEnabled(bool(redo))
        actions["new_record"].setEnabled(page is not None and page.can_add())
        for key in ("duplicate", "delete"):
            usable = page is not None and page.can_add() and page.current_record() is not None
            actions[key].setEnabled(usable)
        for key, step in (("back", -1), ("forward", 1)):
            actions[key].setEnabled(workspace is not None and workspace.can_go(step))
        actions.check(actions.pages, workspace.sidebar.current() if workspace else "")
        actions.check(actions.languages, self.t.language)
        actions.check(actions.appearances, self.theme.appearance)

    def _name_document_language(self) -> None:
        if self.document is not None:
            self.menus.corner.switch.set_current(self.document.language)
            self.window_actions.check(self.window_actions.document_languages, self.document.language)

    def _toggle_sidebar(self) -> None:
        if self.workspace is not None:
            self._rail_chosen = not self.workspace.sidebar.is_rail()
            self._fit()

    def _fit(self) -> None:
        """Take the layout that fits the width: wide, narrow with a rail, or one pane at a time."""
        narrow = self.width() < WIDE_FROM
        self.menus.corner.set_narrow(narrow)
        if self.workspace is not None:
            rail = narrow if self._rail_chosen is None else self._rail_chosen
            self.workspace.set_narrow(narrow, rail=rail, single=self.width() < RAIL_FROM)
            self.window_actions["sidebar"].setChecked(not rail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the layout that fits."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._rail_chosen = None
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look after the file when the window comes to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.files.look_after()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is half typed and remember the window; stay where something cannot be saved."""
        if not self.close_register():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.settings.sync()
        self.tasks.shut_down()
        event.accept()
