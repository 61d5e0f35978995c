"""Qt's own texts (buttons, menus of fields, the file dialog) in the language of the window.

Qt brings nynorsk along but no bokmål, so both come from the program's catalogue, under the contexts Qt
gives its texts; for nynorsk Qt's own file answers what the table below leaves out.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from ropa_app.i18n import NC_, Language, Translator, translator

LOCALES: Final[dict[Language, str]] = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}

_BUTTONS: Final = (
    NC_("QPlatformTheme", "OK"),
    NC_("QPlatformTheme", "Save"),
    NC_("QPlatformTheme", "Save All"),
    NC_("QPlatformTheme", "Open"),
    NC_("QPlatformTheme", "&Yes"),
    NC_("QPlatformTheme", "Yes to &All"),
    NC_("QPlatformTheme", "&No"),
    NC_("QPlatformTheme", "N&o to All"),
    NC_("QPlatformTheme", "Abort"),
    NC_("QPlatformTheme", "Retry"),
    NC_("QPlatformTheme", "Ignore"),
    NC_("QPlatformTheme", "Close"),
    NC_("QPlatformTheme", "Cancel"),
    NC_("QPlatformTheme", "Discard"),
    NC_("QPlatformTheme", "Help"),
    NC_("QPlatformTheme", "Apply"),
    NC_("QPlatformTheme", "Reset"),
    NC_("QPlatformTheme", "Restore Defaults"),
    NC_("QDialogButtonBox", "OK"),
    NC_("QGnomeTheme", "&OK"),
    NC_("QGnomeTheme", "&Save"),
    NC_("QGnomeTheme", "&Cancel"),
    NC_("QGnomeTheme", "&Close"),
    NC_("QGnomeTheme", "Close without Saving"),
    NC_("QCocoaTheme", "Don't Save"),
    NC_("QProgressDialog", "Cancel"),
    NC_("QMessageBox", "Show Details..."),
    NC_("QMessageBox", "Hide Details..."),
    NC_("QInputDialog", "Enter a value:"),
    NC_("QDialog", "What's This?"),
)

_FIELDS: Final = (
    NC_("QLineEdit", "&Undo"),
    NC_("QLineEdit", "&Redo"),
    NC_("QLineEdit", "Cu&t"),
    NC_("QLineEdit", "&Copy"),
    NC_("QLineEdit", "&Paste"),
    NC_("QLineEdit", "Delete"),
    NC_("QLineEdit", "Select All"),
    NC_("QWidgetTextControl", "&Undo"),
    NC_("QWidgetTextControl", "&Redo"),
    NC_("QWidgetTextControl", "Cu&t"),
    NC_("QWidgetTextControl", "&Copy"),
    NC_("QWidgetTextControl", "Copy &Link Location"),
    NC_("QWidgetTextControl", "&Paste"),
    NC_("QWidgetTextControl", "Delete"),
    NC_("QWidgetTextControl", "Select All"),
    NC_("QAbstractSpinBox", "&Select All"),
    NC_("QAbstractSpinBox", "&Step up"),
    NC_("QAbstractSpinBox", "Step &down"),
    NC_("QComboBox", "Open the combo box selection popup"),
    NC_("QComboBox", "True"),
    NC_("QComboBox", "False"),
    NC_("QScrollBar", "Scroll here"),
    NC_("QScrollBar", "Left edge"),
    NC_("QScrollBar", "Top"),
    NC_("QScrollBar", "Right edge"),
    NC_("QScrollBar", "Bottom"),
    NC_("QScrollBar", "Page left"),
    NC_("QScrollBar", "Page up"),
    NC_("QScrollBar", "Page right"),
    NC_("QScrollBar", "Page down"),
    NC_("QScrollBar", "Scroll left"),
    NC_("QScrollBar", "Scroll up"),
    NC_("QScrollBar", "Scroll right"),
    NC_("QScrollBar", "Scroll down"),
    NC_("QTabBar", "Scroll Left"),
    NC_("QTabBar", "Scroll Right"),
)

_SPOKEN: Final = (
    NC_("QAccessibleActionInterface", "Press"),
    NC_("QAccessibleActionInterface", "Increase"),
    NC_("QAccessibleActionInterface", "Decrease"),
    NC_("QAccessibleActionInterface", "ShowMenu"),
    NC_("QAccessibleActionInterface", "SetFocus"),
    NC_("QAccessibleActionInterface", "Toggle"),
    NC_("QAccessibleActionInterface", "Triggers the action"),
    NC_("QAccessibleActionInterface", "Increase the value"),
    NC_("QAccessibleActionInterface", "Decrease the value"),
    NC_("QAccessibleActionInterface", "Shows the menu"),
    NC_("QAccessibleActionInterface", "Sets the focus"),
    NC_("QAccessibleActionInterface", "Toggles the state"),
)

_FILES: Final = (
    NC_("QFileDialog", "Look in:"),
    NC_("QFileDialog", "&Look in:"),
    NC_("QFileDialog", "Directory:"),
    NC_("QFileDialog", "File &name:"),
    NC_("QFileDialog", "Files of type:"),
    NC_("QFileDialog", "Files of &type:"),
    NC_("QFileDialog", "&Open"),
    NC_("QFileDialog", "&Save"),
    NC_("QFileDialog", "&Choose"),
    NC_("QFileDialog", "&Rename"),
    NC_("QFileDialog", "&Delete"),
    NC_("QFileDialog", "&New Folder"),
    NC_("QFileDialog", "Show &hidden files"),
    NC_("QFileDialog", "Open"),
    NC_("QFileDialog", "Save As"),
    NC_("QFileDialog", "Find Directory"),
    NC_("QFileDialog", "Directories"),
    NC_("QFileDialog", "Files"),
    NC_("QFileDialog", "All files (*)"),
    NC_("QFileDialog", "All Files (*)"),
    NC_("QFileDialog", "New Folder"),
    NC_("QFileDialog", "Create New Folder"),
    NC_("QFileDialog", "Create a New Folder"),
    NC_("QFileDialog", "Back"),
    NC_("QFileDialog", "Forward"),
    NC_("QFileDialog", "Go back"),
    NC_("QFileDialog", "Go forward"),
    NC_("QFileDialog", "Parent Directory"),
    NC_("QFileDialog", "Go to the parent directory"),
    NC_("QFileDialog", "List View"),
    NC_("QFileDialog", "Detail View"),
    NC_("QFileDialog", "Change to list view mode"),
    NC_("QFileDialog", "Change to detail view mode"),
    NC_("QFileDialog", "Sidebar"),
    NC_("QFileDialog", "List of places and bookmarks"),
    NC_("QFileDialog", "Recent Places"),
    NC_("QFileDialog", "My Computer"),
    NC_("QFileDialog", "Computer"),
    NC_("QFileDialog", "Remove"),
    NC_("QFileDialog", "Delete"),
    NC_("QFileDialog", "Show "),
    NC_("QFileDialog", "Drive"),
    NC_("QFileDialog", "File"),
    NC_("QFileDialog", "%1 File"),
    NC_("QFileDialog", "File Folder"),
    NC_("QFileDialog", "Folder"),
    NC_("QFileDialog", "Alias"),
    NC_("QFileDialog", "Shortcut"),
    NC_("QFileDialog", "Unknown"),
    NC_("QFileDialog", "Could not delete directory."),
    NC_("QFileDialog", "Are you sure you want to delete '%1'?"),
    NC_("QFileDialog", "'%1' is write protected.\nDo you want to delete it anyway?"),
    NC_("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
    NC_("QFileDialog", "%1\nFile not found.\nPlease verify the correct file name was given."),
    NC_("QFileDialog", "%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    NC_("QFileSystemModel", "Name"),
    NC_("QFileSystemModel", "Size"),
    NC_("QFileSystemModel", "Kind"),
    NC_("QFileSystemModel", "Type"),
    NC_("QFileSystemModel", "Date Modified"),
    NC_("QFileSystemModel", "Computer"),
    NC_("QFileSystemModel", "My Computer"),
    NC_("QFileSystemModel", "Invalid filename"),
    NC_("QAbstractFileIconProvider", "Drive"),
    NC_("QAbstractFileIconProvider", "File"),
    NC_("QAbstractFileIconProvider", "Folder"),
    NC_("QAbstractFileIconProvider", "File Folder"),
    NC_("QAbstractFileIconProvider", "%1 File"),
    NC_("QAbstractFileIconProvider", "Alias"),
    NC_("QAbstractFileIconProvider", "Shortcut"),
    NC_("QAbstractFileIconProvider", "Unknown"),
    NC_("QStandardPaths", "Desktop"),
    NC_("QStandardPaths", "Documents"),
    NC_("QStandardPaths", "Download"),
    NC_("QStandardPaths", "Home"),
    NC_("MAC_APPLICATION_MENU", "About %1"),
    NC_("MAC_APPLICATION_MENU", "Hide %1"),
    NC_("MAC_APPLICATION_MENU", "Hide Others"),
    NC_("MAC_APPLICATION_MENU", "Preferences..."),
    NC_("MAC_APPLICATION_MENU", "Quit %1"),
    NC_("MAC_APPLICATION_MENU", "Services"),
    NC_("MAC_APPLICATION_MENU", "Show All"),
)

TEXTS: Final = frozenset(_BUTTONS + _FIELDS + _SPOKEN + _FILES)


class QtTranslator(QTranslator):
    """Answer Qt's questions for its own texts from the program's catalogue."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t

    def isEmpty(self) -> bool:
        """Say that there are texts: an empty translator is never asked."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return Qt's text in the language of the window, None for one the catalogue does not know."""
        del disambiguation, n
        key = NC_(context, source)
        return self._t.marked(key) if key in TEXTS else None


def install(app: QCoreApplication, language: Language) -> None:
    """Let Qt speak a language, instead of the one it spoke before; widgets get a LanguageChange event.

    Dates and numbers that Qt writes itself follow the language too.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(LOCALES[language]))
    if language == "nn":
        shipped = QTranslator(app)
        if shipped.load("qtbase_nn", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(shipped)
    if language != "en":
        app.installTranslator(QtTranslator(translator(language), app))
