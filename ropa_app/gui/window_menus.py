"""The menu bar of the window, and what stands at its right end."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QToolButton, QWidget

from ropa_app.gui.actions import WindowActions
from ropa_app.gui.widgets.buttons import rename_tool
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.language_switch import LanguageSwitch
from ropa_app.i18n import N_, NC_, Translator

MENU_BAR: Final = N_("Menu bar")
TEXTS_IN: Final = N_("Texts in")
DOCUMENT_LANGUAGE: Final = N_("Language of the texts in the forms")
NO_RECENT: Final = NC_("menu", "No files yet")
_TITLES: Final = {
    "file": NC_("menu", "&File"),
    "recent": NC_("menu", "Open &recent"),
    "edit": NC_("menu", "&Edit"),
    "view": NC_("menu", "&View"),
    "appearance": NC_("menu", "&Appearance"),
    "language": NC_("menu", "&Language of the window"),
    "document_language": NC_("menu", "Language of the &forms"),
    "go": NC_("menu", "&Go"),
    "register": NC_("menu", "&Register"),
    "help": NC_("menu", "&Help"),
}
_FILE: Final = (
    "new_register", "open", "recent", "example", "import_json", "", "save", "save_copy", "",
    "export_register", "export_statement", "export_json", "", "close_register", "preferences", "quit",
)  # fmt: skip
_EDIT: Final = ("undo", "redo", "", "new_record", "duplicate", "delete", "", "find")
_GO: Final = (
    "back", "forward", "", "previous_record", "next_record", "previous_section", "next_section", "",
    "next_finding", "previous_finding", "", "next_pane", "previous_pane",
)  # fmt: skip


class WindowMenus(QObject):
    """Builds the menus once; `recent_wanted(path)` when a file of the list is chosen."""

    recent_wanted = Signal(object)

    def __init__(self, bar: QMenuBar, actions: WindowActions) -> None:
        super().__init__(bar)
        self._bar: Final = bar
        self._actions: Final = actions
        self._menus: Final[dict[str, QMenu]] = {key: QMenu(bar) for key in _TITLES}

        for key in ("file", "edit", "view", "go", "register", "help"):
            bar.addMenu(self._menus[key])
        self._fill("file", _FILE)
        self._fill("edit", _EDIT)
        self._fill("view", ("sidebar", "", "document_language", "language", "appearance"))
        self._menus["go"].addActions(actions.pages.actions())
        self._menus["go"].addSeparator()
        self._fill("go", _GO)
        self._fill("register", ("approve", "verify", "", "export_findings", "", "law_data"))
        self._fill("help", ("hint", "about"))
        self._menus["language"].addActions(actions.languages.actions())
        self._menus["document_language"].addActions(actions.document_languages.actions())
        self._menus["appearance"].addActions(actions.appearances.actions())
        self.corner: Final = CornerBar(actions)
        bar.setCornerWidget(self.corner, Qt.Corner.TopRightCorner)
        bar.setNativeMenuBar(False)

    def _fill(self, menu: str, keys: tuple[str, ...]) -> None:
        for key in keys:
            if not key:
                self._menus[menu].addSeparator()
            elif key in self._menus:
                self._menus[menu].addMenu(self._menus[key])
            else:
                self._menus[menu].addAction(self._actions[key])

    def menu(self, key: str) -> QMenu:
        """Return a menu by its key."""
        return self._menus[key]

    def set_recent(self, t: Translator, files: list[Path]) -> None:
        """Offer the files opened last."""
        menu = self._menus["recent"]
        menu.clear()
        for number, path in enumerate(files, 1):
            action = QAction(f"&{number % 10}  {path.name}", menu)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self.recent_wanted.emit(path))
            menu.addAction(action)
        if not files:
            menu.addAction(t.marked(NO_RECENT)).setEnabled(False)

    def retranslate(self, t: Translator) -> None:
        """Take all titles in another language."""
        self._bar.setAccessibleName(t(MENU_BAR))
        for key, title in _TITLES.items():
            self._menus[key].setTitle(t.marked(title))
        self.corner.retranslate(t)


class CornerBar(QWidget):
    """Back, forward, and the language the forms are filled in."""

    def __init__(self, actions: WindowActions) -> None:
        super().__init__()
        self._actions = actions
        self._buttons = [self._button(actions[key]) for key in ("back", "forward")]
        self._label = Label("", "small", "text2")
        self.switch: Final = LanguageSwitch(" ")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 12, 4)
        row.setSpacing(4)
        for button in self._buttons:
            row.addWidget(button)
        row.addSpacing(12)
        row.addWidget(self._label)
        row.addSpacing(4)
        row.addWidget(self.switch)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFixedSize(30, 30)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def set_open(self, opened: bool) -> None:
        """Be there where a register is open."""
        self.setVisible(opened)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the words out where it is narrow."""
        self._label.setVisible(not narrow)

    def retranslate(self, t: Translator) -> None:
        """Take all texts in another language."""
        self._label.setText(t(TEXTS_IN))
        self.switch.set_name(t(DOCUMENT_LANGUAGE))
        for button in self._buttons:
            rename_tool(button, button.defaultAction().text().replace("&", ""))
