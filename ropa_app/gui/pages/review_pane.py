"""Reviews, remarks and accepted findings, to read; nothing is shown where there are none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ropa_app.domain.kinds import KINDS
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.widgets.label import Label, hairline

KINDS_SHOWN: Final = ("review", "remark", "acceptance")


class ReviewPane(QScrollArea):
    """One block for each kind, one entry for each record."""

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.read()

    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        counts = self._document.records.counts()
        return not any(counts.get(kind) for kind in KINDS_SHOWN)

    def read(self) -> None:
        """Show the records as they are stored now."""
        page = QWidget()
        page.setProperty("surface", "base")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(6)
        t, naming = self._document.t, self._document.naming
        for kind in KINDS_SHOWN:
            records = self._document.records.of_kind(kind)
            if not records:
                continue
            column.addWidget(Label(t.marked(KINDS[kind].plural), "section"))
            for record in records:
                column.addWidget(Label(naming.label(record), "strong", wrap=True))
                detail = naming.detail(record)
                if detail:
                    column.addWidget(Label(detail, "body", "text2", wrap=True))
                column.addWidget(hairline())
        column.addStretch(1)
        self.setWidget(page)
        self.setAccessibleName(t.marked(KINDS["review"].plural))
