"""What is folded away is said, and comes out by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ropa_app.gui.widgets.fold import Fold
from ropa_app.gui.widgets.label import Label
from tests.gui.accessible import nameless


def test_it_opens_and_closes_and_says_what_it_holds(qtbot, shown, heard):
    fold = Fold("Flere deler")
    inside = Label("Systemer")
    fold.body.addWidget(inside)
    fold.set_summary("Alle 8 er med.")
    shown(fold)
    opened = heard(fold.toggled)
    assert not inside.isVisible()
    assert fold.head.accessibleDescription() == "Alle 8 er med."
    fold.head.setFocus()
    qtbot.keyClick(fold.head, Qt.Key.Key_Space)
    assert fold.is_open()
    assert inside.isVisible()
    qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    assert not inside.isVisible()
    assert opened == [True, False]
    assert nameless(fold) == []


def test_without_words_it_is_one_line(shown):
    fold = shown(Fold("Dag"))
    before = fold.sizeHint().height()
    fold.set_summary("28.11.2026")
    assert fold.sizeHint().height() > before
    fold.set_open(True)
    assert fold.summary() == "28.11.2026"
