"""What every page of the window can do, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.document import RegisterDocument, Row
from ropa_app.gui.settings import Settings
from ropa_app.gui.tasks import Tasks
from ropa_app.i18n import Translator
from ropa_app.legal.checks import Finding


class TransferRows(QObject):
    """The transfers of the register, derived by the worker; `derived` tells that they are there anew."""

    derived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] | None = None

    def take(self, rows: list[Row]) -> None:
        """Keep what was derived."""
        self.rows = rows
        self.derived.emit()


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page works with: the open register, the worker thread and the user's choices."""

    document: RegisterDocument
    tasks: Tasks
    settings: Settings
    transfers: TransferRows = field(default_factory=TransferRows)

    @property
    def t(self) -> Translator:
        """Return the translator of the window."""
        return self.document.t


class Page(QWidget):
    """A page; those that show records override what they can do.

    `record_wanted(id)` asks the window to show a record wherever it is edited; `page_wanted(key)` another
    page; `export_wanted(what)` the dialog that exports `register`, `statement` or `assessment:` and its
    id; `approve_wanted` the one that approves a version; `field_wanted(finding)` where a finding is settled,
    `why_wanted(finding)` why it matters; `selected` tells that another record is shown.
    """

    record_wanted = Signal(str)
    page_wanted = Signal(str)
    export_wanted = Signal(str)
    approve_wanted = Signal()
    field_wanted = Signal(object)
    why_wanted = Signal(object)
    selected = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.document = context.document

    def current_record(self) -> RecordId | None:
        """Return the record that is shown, None where the page shows none."""
        return None

    def show_record(self, record: RecordId) -> bool:
        """Show a record, or the part of it that has this id; return whether it is edited on this page."""
        del record
        return False

    def focus_finding(self, one: Finding) -> bool:
        """Put the focus where a finding can be settled; return whether it is shown on this page."""
        del one
        return False

    def show_finding(self, one: Finding) -> bool:
        """Show a finding on a page that lists them; return whether it is there."""
        del one
        return False

    def step_finding(self, step: int) -> bool:
        """Go to the next finding (1) or the one before (-1) where the page lists them; tell if it did."""
        del step
        return False

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved, and stays as typed."""
        return True

    def new_record(self) -> None:
        """Add a record and show it."""

    def duplicate_record(self) -> None:
        """Copy the record that is shown, and show the copy."""

    def delete_record(self) -> None:
        """Delete the record that is shown, after asking what becomes of its uses."""

    def can_add(self) -> bool:
        """Tell whether records can be added here."""
        return False

    def focus_search(self) -> None:
        """Put the focus into the search of the list."""

    def step(self, step: int) -> None:
        """Show the record before (-1) or after (1) the one shown."""
        del step

    def leave_record(self) -> bool:
        """Go back to the list where only one pane is shown; return whether that was so."""
        return False

    def is_alone(self) -> bool:
        """Tell whether a record is shown with its list out of sight."""
        return False

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through inside the page."""
        return [self]

    def step_section(self, step: int) -> None:
        """Bring the next section of the record (1), or the one before (-1), to the top."""
        del step

    def set_narrow(self, narrow: bool, *, single: bool = False) -> None:
        """Take the layout of a narrow or a wide window; with `single` one pane is shown at a time."""
        del narrow, single

    def retranslate(self) -> None:
        """Take all texts again, in the language the window has now."""

    def refresh(self) -> None:
        """Read everything shown again."""
