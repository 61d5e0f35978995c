"""A register from an exported file."""

from __future__ import annotations

import pytest

from ropa_app.gui.dialogs.import_dialog import ImportDialog
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import json_job

WAIT = 30_000


@pytest.fixture
def exported(qtbot, context, tmp_path):
    done = []
    context.tasks.start("json", json_job(context.document.snapshot(), tmp_path / "out.json"), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    return done[0].path


def test_the_new_register_holds_the_same_records(qtbot, context, exported):
    dialog = ImportDialog(context.t, context.settings, exported)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT)
    made = RegisterDocument.open(dialog.file.path(), "Kari", context.t)
    assert made.records.counts() == context.document.records.counts()
    made.close()


def test_a_file_that_is_none_is_told_and_nothing_is_made(qtbot, context, tmp_path):
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}", "utf-8")
    dialog = ImportDialog(context.t, context.settings, wrong)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=WAIT)
    assert dialog.isVisible()
    assert not dialog.file.path().exists()
    dialog.reject()
