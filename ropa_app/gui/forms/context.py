"""What the parts of a form share: the register, and the way to ask the page for something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.findings import Findings, Judged, mark_of
from ropa_app.gui.widgets.finding_lines import Said
from ropa_app.i18n import Translator

#: Of how many findings about one field the sentences are shown.
MOST_LINES: Final = 3


class Touched(NamedTuple):
    """What a write has touched: the ids, and those of the records that still exist."""

    ids: frozenset[RecordId]
    found: Mapping[RecordId, Record]


class FormContext(QObject):
    """`record_wanted(id)` and `page_wanted(key)` ask to show something; `delete_wanted(id)` to delete it.

    `why_wanted(finding)` asks for the reason of a finding.
    """

    record_wanted = Signal(str)
    page_wanted = Signal(str)
    delete_wanted = Signal(str)
    why_wanted = Signal(object)

    def __init__(self, document: RegisterDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Final = document
        self.narrow = False
        self._owned: dict[RecordId, list[Record]] = {}

    @property
    def t(self) -> Translator:
        """Return the translator of the window."""
        return self.document.t

    def owned(self, owner: RecordId) -> list[Record]:
        """Return the records an owner owns, read once until `forget`."""
        if owner not in self._owned:
            self._owned[owner] = self.document.records.owned(owner)
        return self._owned[owner]

    def found(self, record: Record) -> list[Judged]:
        """Return the open findings about a record and what hangs on it in a card, the worst first."""
        return self.document.findings.at(record)

    def said(self, found: Sequence[Judged]) -> list[Said]:
        """Return the worst of some findings as lines to show."""
        return said(self.document.findings, found)

    def forget(self) -> None:
        """Read anew what is asked for next."""
        self._owned.clear()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self.document.read_only


def said(findings: Findings, found: Sequence[Judged]) -> list[Said]:
    """Return the worst of some findings as lines to show."""
    return [Said(mark_of(one), findings.texts.here(one.finding), one.finding) for one in found[:MOST_LINES]]
