"""One field of a form: its label, the editor, what is wrong with it, and the hint on what belongs there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.gui.widgets.finding_lines import FindingLines, Said
from ropa_app.gui.widgets.hint_button import HintButton
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.mark import Kind, Mark
from ropa_app.i18n import Translator

LABEL_WIDTH: Final = 150
FIELD_WIDTH: Final = 430
_UNBOUND: Final = 16_777_215


class MarkedLine(QWidget):
    """A mark and a sentence in its colour; hidden while there is nothing to say."""

    def __init__(self, t: Translator, kind: Kind = "error", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(t, kind)
        self._text = Label("", "detail", "warning" if kind == "warning" else "error", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Say a sentence, or nothing."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def retranslate(self, t: Translator) -> None:
        """Say the word of the mark in another language."""
        self._mark.retranslate(t)


class FieldRow(QWidget):
    """A label in its column, or above where the form is narrow, with the editor and its messages.

    The row names the editor after the label and shows under it what `invalidated` says. `wide` lets an
    editor take the whole width, as text areas and chips do; `bare` leaves the label to a title above.
    """

    def __init__(
        self,
        t: Translator,
        label: str,
        editor: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        wide: bool = False,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self.editor: Final = editor
        self._bare: Final = bare
        self._label = Label(label, "body", "text2", wrap=True)
        self._label.setBuddy(editor)
        if bare:
            self._label.hide()
        self._message = MarkedLine(t)
        self.findings: Final = FindingLines(t)
        self._hint = HintButton(t, label, hint)
        self._stacked: bool | None = None
        self._field = self._field_column()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        editor.setAccessibleName(label)
        if not wide:
            editor.setMaximumWidth(min(FIELD_WIDTH, editor.maximumWidth()))
        invalidated = getattr(editor, "invalidated", None)
        if isinstance(invalidated, SignalInstance):
            invalidated.connect(self._message.set_text)
        self.set_stacked(False)

    def _field_column(self) -> QVBoxLayout:
        """Lay out editor and hint with the message below; what room the editor leaves stays empty."""
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.editor, 1000)
        line.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._message)
        column.addWidget(self.findings)
        return column

    def label(self) -> str:
        """Return the text of the label."""
        return self._label.text()

    def hint_button(self) -> HintButton:
        """Return the button that opens the hint."""
        return self._hint

    def message(self) -> str:
        """Return what is said to be wrong, empty where nothing is."""
        return self._message.text()

    def set_findings(self, said: Sequence[Said]) -> None:
        """Say what rules find in the field, the worst first, and mark its border."""
        self.findings.show_findings(said)
        set_finding = getattr(self.editor, "set_finding", None)
        if callable(set_finding):
            severity = {"advice": "info"}.get(said[0].kind, said[0].kind) if said else ""
            set_finding(severity, " ".join(one.sentence for one in said))

    def set_texts(self, t: Translator, label: str, hint: str) -> None:
        """Take label and hint in another language, and hand the language on to the editor."""
        self._label.setText(label)
        self._message.retranslate(t)
        self.findings.retranslate(t)
        self._hint.retranslate(t)
        self._hint.set_hint(label, hint)
        retranslate = getattr(self.editor, "retranslate", None)
        if callable(retranslate):
            retranslate(t)
        self.editor.setAccessibleName(label)

    def set_stacked(self, stacked: bool) -> None:
        """Put the label above the editor, or back into its column."""
        stacked = stacked or self._bare
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.removeItem(self._field)
        self._grid.addLayout(self._field, int(stacked), int(not stacked))
        self._label.setMinimumWidth(0 if stacked else LABEL_WIDTH)
        self._label.setMaximumWidth(_UNBOUND if stacked else LABEL_WIDTH)
        self._label.setContentsMargins(0, 0 if stacked else 5, 0, 0)
        self._grid.setColumnStretch(0, 1 if stacked else 0)
        self._grid.setColumnStretch(1, 0 if stacked else 1)
