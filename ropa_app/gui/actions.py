"""Every action of the window: its text, its key, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from ropa_app.gui import theme
from ropa_app.gui.pages.page_texts import ALL_PAGES, PAGE_TEXTS
from ropa_app.gui.theme import Appearance
from ropa_app.gui.widgets.language_switch import LANGUAGE_NAMES
from ropa_app.i18n import LANGUAGES, N_, NC_, Translator

UNDO: Final = N_("Undo {action}")
REDO: Final = N_("Redo {action}")
NO_UNDO: Final = NC_("menu", "Undo")
NO_REDO: Final = NC_("menu", "Redo")
_PAGE_KEYS: Final = "1234567890"
APPEARANCES: Final[dict[Appearance, str]] = {
    "system": NC_("appearance", "As the system"),
    "light": NC_("appearance", "Light"),
    "dark": NC_("appearance", "Dark"),
}


@dataclass(frozen=True, slots=True)
class Declared:
    """An action as it is declared: its marked text, its keys, its drawing, a key shown but handled elsewhere.

    `needs` says when it can be used: "" always, "file" with a register open, "edit" where it can be changed.
    """

    text: str
    keys: tuple[str, ...] = ()
    drawing: str = ""
    shown_key: str = ""
    needs: str = "file"


DECLARED: Final[dict[str, Declared]] = {
    "new_register": Declared(N_("&New register …"), (), "file-plus", needs=""),
    "open": Declared(NC_("menu", "&Open …"), ("Ctrl+O",), "folder-open", needs=""),
    "example": Declared(N_("See the &example"), (), "book-open", needs=""),
    "import_json": Declared(N_("&Import from JSON …"), (), "", needs=""),
    "save": Declared(NC_("menu", "Save"), ("Ctrl+S",), "save"),
    "save_copy": Declared(N_("Save a &copy …"), ("Ctrl+Shift+S",), "copy"),
    "export_register": Declared(N_("Export the &register …"), ("Ctrl+E",), "file-down"),
    "export_statement": Declared(N_("Export the privacy &statement …"), ("Ctrl+Shift+E",), "file-down"),
    "export_json": Declared(N_("Export as &JSON …"), ()),
    "export_findings": Declared(N_("Export the &findings …"), (), "file-down"),
    "close_register": Declared(N_("C&lose the register"), ("Ctrl+W",), "x"),
    "preferences": Declared(N_("&Preferences …"), ("Ctrl+,",), "settings", needs=""),
    "quit": Declared(NC_("menu", "&Quit"), ("Ctrl+Q",), needs=""),
    "undo": Declared(NC_("menu", "Undo"), ("Ctrl+Z",), "undo-2"),
    "redo": Declared(NC_("menu", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
    "new_record": Declared(N_("&New record"), ("Ctrl+N",), "plus", needs="edit"),
    "duplicate": Declared(N_("&Duplicate the record"), ("Ctrl+D",), "copy", needs="edit"),
    "delete": Declared(N_("D&elete the record …"), (), "trash-2", "Del", needs="edit"),
    "find": Declared(N_("&Search the list"), ("Ctrl+F",), "search"),
    "sidebar": Declared(N_("Wide &sidebar"), ("F9",), "panel-left"),
    "back": Declared(NC_("menu", "&Back"), ("Alt+Left",), "arrow-left"),
    "forward": Declared(NC_("menu", "&Forward"), ("Alt+Right",), "arrow-right"),
    "previous_record": Declared(N_("&Previous record"), ("Ctrl+Up",), "chevron-left"),
    "next_record": Declared(N_("&Next record"), ("Ctrl+Down",), "chevron-right"),
    "previous_section": Declared(N_("Previous section"), ("Ctrl+PgUp",)),
    "next_section": Declared(N_("Next section"), ("Ctrl+PgDown",)),
    "next_finding": Declared(N_("Next finding"), ("F8",)),
    "previous_finding": Declared(N_("Previous finding"), ("Shift+F8",)),
    "next_pane": Declared(N_("Next pane"), ("F6",)),
    "previous_pane": Declared(N_("Previous pane"), ("Shift+F6",)),
    "approve": Declared(N_("&Approve a version …"), (), "clipboard-check", needs="edit"),
    "verify": Declared(N_("&Check the history of the file"), (), "shield-check"),
    "law_data": Declared(N_("&Law data …"), (), "book-open"),
    "hint": Declared(N_("&What belongs here?"), ("Shift+F1",), "circle-question-mark"),
    "about": Declared(N_("&About the program"), (), needs=""),
}


class WindowActions:
    """The actions by their keys, and the groups of which one holds: pages, languages, appearances."""

    def __init__(self, window: QWidget) -> None:
        self._all: Final[dict[str, QAction]] = {}
        for key, declared in DECLARED.items():
            action = QAction(window)
            action.setObjectName(key)
            action.setShortcuts([QKeySequence(one) for one in declared.keys])
            if declared.drawing:
                action.setIcon(theme.icon(declared.drawing))
            self._all[key] = action
        self["sidebar"].setCheckable(True)
        self["sidebar"].setChecked(True)
        self.pages: Final = self._group(window, ALL_PAGES)
        for action, key in zip(self.pages.actions(), _PAGE_KEYS, strict=False):
            action.setShortcut(QKeySequence(f"Ctrl+{key}"))
        self.languages: Final = self._group(window, LANGUAGES)
        self.document_languages: Final = self._group(window, LANGUAGES)
        self.appearances: Final = self._group(window, tuple(APPEARANCES))

    def __getitem__(self, key: str) -> QAction:
        """Return the action of a key."""
        return self._all[key]

    def connect(self, slots: dict[str, Callable[[], object]]) -> None:
        """Say what the actions do."""
        for key, slot in slots.items():
            self._all[key].triggered.connect(lambda _checked=False, slot=slot: slot())

    def _group(self, window: QWidget, keys: tuple[str, ...]) -> QActionGroup:
        group = QActionGroup(window)
        for key in keys:
            action = group.addAction("")
            action.setData(key)
            action.setCheckable(True)
        return group

    @staticmethod
    def check(group: QActionGroup, key: str) -> None:
        """Tick the one of a group that holds."""
        for action in group.actions():
            action.setChecked(action.data() == key)

    def all_shortcuts(self) -> list[QAction]:
        """Return every action that has a key, for the window to know it."""
        return [*self._all.values(), *self.pages.actions()]

    def retranslate(self, t: Translator) -> None:
        """Take all texts in another language; those of undo and redo come with `set_undo`."""
        for key, declared in DECLARED.items():
            shown = f"\t{declared.shown_key}" if declared.shown_key else ""
            self._all[key].setText(f"{t.marked(declared.text)}{shown}")
        for action in self.pages.actions():
            action.setText(t.marked(PAGE_TEXTS[action.data()].label))
        for group in (self.languages, self.document_languages):
            for action in group.actions():
                action.setText(LANGUAGE_NAMES[action.data()])
        for action in self.appearances.actions():
            action.setText(t.marked(APPEARANCES[action.data()]))

    def set_undo(self, t: Translator, undo: str, redo: str) -> None:
        """Say what undo and redo would do; empty where there is nothing."""
        self["undo"].setText(t(UNDO, action=undo.replace("&", "&&")) if undo else t.marked(NO_UNDO))
        self["redo"].setText(t(REDO, action=redo.replace("&", "&&")) if redo else t.marked(NO_REDO))

    def set_usable(self, *, file: bool, edit: bool) -> None:
        """Switch off what needs an open register, or one that can be changed."""
        usable = {"": True, "file": file, "edit": edit}
        for key, declared in DECLARED.items():
            self._all[key].setEnabled(usable[declared.needs])
        for group in (self.pages, self.document_languages):
            group.setEnabled(file)
