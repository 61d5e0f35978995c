"""The checks: views of what the law says about the register, all as of one day."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.pages.check_view import CheckView
from ropa_app.gui.pages.check_views import VIEWS
from ropa_app.gui.pages.page import Page, PageContext
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.language_switch import SegmentedControl
from ropa_app.i18n import N_, NC_
from ropa_app.legal.checks import Finding

TITLE: Final = N_("Checks")
AS_OF: Final = NC_("checks", "As of")
VIEW: Final = N_("What is shown")
_FINDINGS: Final = "findings"


class ChecksPage(Page):
    """Title, choice of the view and day above the view that is chosen."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._findings: Final = context.document.findings
        self._views: dict[str, CheckView] = {}
        self._stale: set[str] = set()
        self._narrow = self._single = False
        self._title = Label("", "page")
        t = context.t
        self.choice: Final = SegmentedControl(t(VIEW), [(key, t.marked(VIEWS[key].title)) for key in VIEWS])
        self._day_label = Label("", "body", "text2")
        self.day: Final = DayEdit(t)
        self._stack = QStackedWidget()
        self._lay_out()
        self._findings.changed.connect(self._on_findings_changed)
        self.document.language_changed.connect(self._on_findings_changed)
        self.choice.chosen.connect(self.show_view)
        self.day.committed.connect(self._on_day_committed)
        self.show_view(_FINDINGS)
        self.retranslate()

    def _lay_out(self) -> None:
        self._head, self._below = QHBoxLayout(), QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._title)
        self._head.addSpacing(16)
        self._head.addWidget(self.choice)
        self._head.addStretch(1)
        self._head.addWidget(self._day_label)
        self._head.addWidget(self.day)
        self._day_label.setBuddy(self.day)
        self.day.setFixedWidth(140)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addLayout(self._below)
        whole.addWidget(self._stack, 1)
        self.setProperty("surface", "base")

    # Views

    def view(self) -> CheckView:
        """Return the view that is shown."""
        return self._views[self.choice.current()]

    def show_view(self, key: str) -> None:
        """Show a view; it is made when it is first asked for."""
        self.choice.set_current(key)
        if key not in self._views:
            view = VIEWS[key].make(self.context)
            view.field_wanted.connect(self.field_wanted)
            view.record_wanted.connect(self.record_wanted)
            view.why_wanted.connect(self.show_finding)
            view.set_narrow(self._narrow, single=self._single)
            self._views[key] = view
            self._stack.addWidget(view)
            self._stale.add(key)
        self._stack.setCurrentWidget(self._views[key])
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        key = self.choice.current()
        if not self.day.is_pending():
            self.day.set_value(self._findings.day)
        if key in self._stale:
            self._stale.discard(key)
            self._views[key].refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was found meanwhile."""
        super().showEvent(event)
        self._catch_up()

    def _on_findings_changed(self) -> None:
        self._stale.update(self._views)
        if self.isVisible():
            self._catch_up()

    def _on_day_committed(self, day: date | None) -> None:
        self._findings.set_day(day)

    # What can be done

    def refresh(self) -> None:
        """Read everything shown again."""
        self._on_findings_changed()

    def show_finding(self, one: Finding) -> bool:
        """Show a finding and why it matters; return whether it is there."""
        self.show_view(_FINDINGS)
        shown = self.view().show_finding(one)
        self._stale.discard(_FINDINGS)
        return shown

    def step_finding(self, step: int) -> bool:
        """Go to the next finding of the view, or the one before."""
        return self.view().step_finding(step)

    def focus_search(self) -> None:
        """Put the focus into the search."""
        self.view().focus_search()

    def commit_pending(self) -> bool:
        """Take the day that is half typed, and what is half typed in the view."""
        return self.day.commit_pending() and self.view().commit_pending()

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through."""
        return self.view().panes()

    def leave_record(self) -> bool:
        """Go back to the list where only one pane is shown; return whether that was so."""
        return self.view().leave_record()

    def is_alone(self) -> bool:
        """Tell whether one thing is shown with the list out of sight."""
        return self.view().is_alone()

    # Look

    def set_narrow(self, narrow: bool, *, single: bool = False) -> None:
        """Tighten the head where it is narrow; the choice of the view goes below it where very narrow."""
        self._narrow, self._single = narrow, single
        side = 20 if narrow else 28
        self._head.setContentsMargins(side, 10 if narrow else 14, side, 8)
        self._title.setFont(theme.font("page_narrow" if narrow else "page"))
        if single:
            self._below.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.insertWidget(2, self.choice)
        self._below.setContentsMargins(side, 0, side, 8 if single else 0)
        for view in self._views.values():
            view.set_narrow(narrow, single=single)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.context.t
        self._title.setText(t(TITLE))
        self.choice.set_texts(t(VIEW), [t.marked(kind.title) for kind in VIEWS.values()])
        self._day_label.setText(t.marked(AS_OF))
        self.day.retranslate(t)
        self.day.setAccessibleName(t.marked(AS_OF))
        for view in self._views.values():
            view.retranslate()
        self._on_findings_changed()
