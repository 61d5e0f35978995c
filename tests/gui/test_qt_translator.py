"""Qt's own buttons, menus and file dialog in the three languages of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ropa_app.gui import qt_translator
from ropa_app.i18n import LANGUAGES, translator

Button = QDialogButtonBox.StandardButton
BUTTONS = {
    Button.Save: ("Lagre", "Lagre", "Save"),
    Button.Open: ("Åpne", "Opne", "Open"),
    Button.Cancel: ("Avbryt", "Avbryt", "Cancel"),
    Button.Close: ("Lukk", "Lukk", "Close"),
    Button.Discard: ("Forkast", "Forkast", "Discard"),
    Button.Help: ("Hjelp", "Hjelp", "Help"),
    Button.Yes: ("Ja", "Ja", "Yes"),
    Button.No: ("Nei", "Nei", "No"),
    Button.RestoreDefaults: (
        "Gjenopprett standardvalgene",
        "Gjenopprett standardvala",
        "Restore Defaults",
    ),
}
MENU = {
    "nb": ["Angre", "Gjør om", "Klipp ut", "Kopier", "Lim inn", "Slett", "Merk alt"],
    "nn": ["Angre", "Gjer om", "Klipp ut", "Kopier", "Lim inn", "Slett", "Merk alt"],
    "en": ["Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All"],
}
FILE_DIALOG = {
    "nb": {"Søk i:", "Filnavn:", "Filtype:", "Lagre", "Avbryt"},
    "nn": {"Søk i:", "Filnamn:", "Filtype:", "Lagre", "Avbryt"},
    "en": {"Look in:", "File name:", "Files of type:", "Save", "Cancel"},
}


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    qt_translator.install(qapp, request.param)
    yield request.param
    qt_translator.install(qapp, "en")


def plain(text: str) -> str:
    return text.replace("&", "")


def test_standard_buttons(language, qtbot):
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for button, texts in BUTTONS.items():
        box.addButton(button)
        assert plain(box.button(button).text()) == texts[LANGUAGES.index(language)]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_menu_of_a_field(language, qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    texts = [plain(action.text().split("\t")[0]) for action in menu.actions() if not action.isSeparator()]
    assert texts == MENU[language]
    menu.deleteLater()


def test_file_dialog(language, qtbot):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [part.text() for part in dialog.findChildren(QLabel) + dialog.findChildren(QPushButton)]
    assert {plain(text) for text in shown} >= FILE_DIALOG[language]


def test_message_box_details(language, qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setDetailedText("detail")
    box.show()
    texts = {button.text() for button in box.buttons()}
    assert texts & {"Vis detaljer …", "Vis detaljar …", "Show Details..."}


def test_dates_follow_the_language(language):
    months = {"nb": "november", "nn": "november", "en": "November"}
    days = {"nb": "tirsdag", "nn": "tysdag", "en": "Tuesday"}
    assert QLocale().standaloneMonthName(11) == months[language]
    assert QLocale().toString(QDate(2026, 11, 24), "dddd") == days[language]


@pytest.mark.parametrize("language_code", ["nb", "nn"])
def test_every_text_is_translated_and_keeps_its_placeholder(language_code):
    t = translator(language_code)
    same = {"OK", "Type", "Alias"}
    for key in qt_translator.TEXTS:
        source = key.split("\x04")[1]
        target = t.marked(key)
        assert target != source or plain(source) in same, key
        assert ("%1" in target) == ("%1" in source), key
        assert target.count("&") == source.count("&"), key


def test_a_text_nobody_knows_stays_as_it_is(language):
    assert QCoreApplication.translate("Nowhere", "Untouched text") == "Untouched text"


class Listener(QWidget):
    """Count how often Qt says that the language is another."""

    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def changeEvent(self, event: QEvent) -> None:
        self.changes += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def test_switching_tells_every_window_and_leaves_one_language(qapp, qtbot):
    listener = Listener()
    qtbot.addWidget(listener)
    qt_translator.install(qapp, "nn")
    qt_translator.install(qapp, "nb")
    qapp.processEvents()
    assert listener.changes > 0
    assert QCoreApplication.translate("QLineEdit", "&Undo") == "&Angre"
    assert QCoreApplication.translate("QShortcut", "Space") == "Space"
    qt_translator.install(qapp, "en")
    assert QCoreApplication.translate("QLineEdit", "&Undo") == "&Undo"


def test_nynorsk_falls_back_on_what_qt_brings(qapp):
    qt_translator.install(qapp, "nn")
    assert QCoreApplication.translate("QShortcut", "Space") == "Mellomrom"
    qt_translator.install(qapp, "en")
