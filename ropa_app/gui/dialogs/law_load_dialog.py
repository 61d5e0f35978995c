"""What newer law data would change for the open register, before they are loaded."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from ropa_app.gui import theme
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.law_jobs import Compared
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_

NOT_UNDONE: Final = N_("Ctrl+Z does not take this back. Versions that were approved keep what they say.")
_WIDTH: Final = 720
_LEAST: Final = 240


class LawLoadDialog(FormDialog):
    """Says which transfers, activities and findings are affected, then which rows differ."""

    def __init__(self, document: RegisterDocument, compared: Compared, parent: QWidget | None = None) -> None:
        t, naming, chosen = document.t, document.naming, compared.chosen
        super().__init__(t, t("Load law data"), t("Load"), parent, width=_WIDTH)
        self.body.addWidget(Label(chosen.name, "strong", wrap=True))
        self.add_text(
            t(
                "Verified on {day}. Those in force were verified on {before}.",
                day=naming.day(chosen.law.pack.verified),
                before=naming.day(chosen.replaced.pack.verified),
            )
        )
        self.body.addWidget(Label(compared.summary, "body", wrap=True))
        self.body.addSpacing(8)
        self.differences: Final = self._list_of(compared)
        self.body.addWidget(self.differences, 1)
        self.body.addSpacing(8)
        warning = MarkedLine(t, "warning")
        warning.set_text(t(NOT_UNDONE))
        self.body.addWidget(warning)
        self._blocked = document.read_only_text()
        if self._blocked:
            self.accept_button.setEnabled(False)
            self.problem.set_text(self._blocked)
        self.resize(_WIDTH, 560)

    def _list_of(self, compared: Compared) -> QListWidget:
        lines = QListWidget()
        lines.setAccessibleName(self.t("What differs"))
        lines.setProperty("framed", "true")
        lines.setWordWrap(True)
        lines.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.setMinimumHeight(_LEAST)
        lines.setSpacing(2)
        for section in compared.sections:
            lines.addItem(section.heading)
            lines.item(lines.count() - 1).setFont(theme.font("strong"))
            lines.addItems(list(section.lines))
        return lines

    def fault(self) -> str:
        """Refuse to write where the register can only be read."""
        return self._blocked
