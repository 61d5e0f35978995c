"""What each view of the page of the checks can do, and what it is given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ropa_app.gui.pages.page import PageContext
from ropa_app.legal.checks import Finding


class CheckView(QWidget):
    """A view as of the day of the findings; those that show more than one pane override what they can do.

    `field_wanted(finding)` asks the window to go to the record and field of a finding, whose rule may be
    empty; `record_wanted(id)` to show a record; `why_wanted(finding)` to say why a finding matters.
    """

    field_wanted = Signal(object)
    record_wanted = Signal(str)
    why_wanted = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.document = context.document

    def refresh(self) -> None:
        """Show what is known now; called while the view is shown."""

    def retranslate(self) -> None:
        """Take all texts again, in the language the window has now."""

    def set_narrow(self, narrow: bool, *, single: bool) -> None:
        """Take the layout of a narrow or a wide window; with `single` one pane is shown at a time."""
        del narrow, single

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through inside the view."""
        return [self]

    def focus_search(self) -> None:
        """Put the focus into the search."""

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved, and stays as typed."""
        return True

    def show_finding(self, one: Finding) -> bool:
        """Show a finding and why it matters; return whether it is there."""
        del one
        return False

    def step_finding(self, step: int) -> bool:
        """Go to the next finding (1) or the one before (-1); return whether the view lists them."""
        del step
        return False

    def leave_record(self) -> bool:
        """Go back to the list where only one pane is shown; return whether that was so."""
        return False

    def is_alone(self) -> bool:
        """Tell whether one thing is shown with the list out of sight."""
        return False
