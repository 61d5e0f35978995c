"""Every dialog opens in every language, says its own words, and has a name for every control."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from ropa_app.gui.dialogs.about_dialog import AboutDialog
from ropa_app.gui.dialogs.activity_chooser import ActivityChooser
from ropa_app.gui.dialogs.approve_dialog import ApproveDialog
from ropa_app.gui.dialogs.author_dialog import AuthorDialog
from ropa_app.gui.dialogs.deletion_dialog import DeletionDialog
from ropa_app.gui.dialogs.export_dialog import ExportDialog
from ropa_app.gui.dialogs.import_dialog import ImportDialog
from ropa_app.gui.dialogs.law_data_dialog import LawDataDialog
from ropa_app.gui.dialogs.law_load_dialog import LawLoadDialog
from ropa_app.gui.dialogs.new_register_dialog import NewRegisterDialog
from ropa_app.gui.dialogs.preferences_dialog import PreferencesDialog
from ropa_app.i18n import LANGUAGES, translator
from tests.gui.accessible import nameless
from tests.gui.law import compared


def _deletion(context):
    party = max(
        context.document.records.of_kind("party"),
        key=lambda one: len(context.document.records.uses(one.id)),
    )
    return DeletionDialog(context.document, context.document.deletion(party.id))


def _law_to_load(context):
    return LawLoadDialog(context.document, compared(context.document, context.settings.last_folder))


MAKERS = {
    "about": lambda context: AboutDialog(context.t),
    "approve": lambda context: ApproveDialog(context.document),
    "author": lambda context: AuthorDialog(context.t, ""),
    "deletion": _deletion,
    "export": lambda context: ExportDialog(context, "register"),
    "activities": lambda context: ActivityChooser(context.document, None),
    "export of the internal copy": lambda context: ExportDialog(context, "internal"),
    "export of a statement": lambda context: ExportDialog(context, "statement"),
    "import": lambda context: ImportDialog(context.t, context.settings, Path("velux.json")),
    "law data": LawDataDialog,
    "law data to load": _law_to_load,
    "new": lambda context: NewRegisterDialog(context.t, context.settings),
    "preferences": lambda context: PreferencesDialog(context.t, context.settings),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAKERS)
def test_it_opens_and_can_be_told_apart(qtbot, context, name, language):
    context.document.set_translator(translator(language))
    dialog: QDialog = MAKERS[name](context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() != ""
    assert nameless(dialog) == []
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in shown if "{" in text]
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", MAKERS)
def test_nynorsk_and_english_are_other_words(qtbot, context, name):
    titles = set()
    for language in LANGUAGES:
        context.document.set_translator(translator(language))
        dialog = MAKERS[name](context)
        qtbot.addWidget(dialog)
        words = sorted(label.text() for label in dialog.findChildren(QLabel))
        titles.add("|".join([dialog.windowTitle(), *words]))
        dialog.reject()
    assert len(titles) == len(LANGUAGES)
