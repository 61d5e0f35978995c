"""The approved versions and the history: to read, to export, and to approve the next one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ropa_app.domain.edits import Changes
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import RecordId
from ropa_app.gui import theme
from ropa_app.gui.jobs import verify_job
from ropa_app.gui.pages.page import Page, PageContext
from ropa_app.gui.pages.review_pane import ReviewPane
from ropa_app.gui.pages.side_list import SideEntry, SideList
from ropa_app.gui.pages.step_table import StepTable
from ropa_app.gui.widgets.buttons import plain_button, primary_button
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.i18n import N_

TITLE: Final = N_("Versions and review")
DRAFT: Final = "draft"
CHECKING: Final = N_("The history is being checked …")
IN_ORDER: Final = N_("The history is in order.")
BROKEN: Final = N_("The history or the content was changed outside the program.")
_FACTS: Final = ("day", "approver", "note", "law_pack", "program", "digest")
_SIZES: Final = (236, 572, 322)
_LEAST: Final = (180, 400, 240)
_SPLITTER: Final = "versions"
_WIDEST_FACT: Final = 48


class VersionsPage(Page):
    """Versions at the left, the steps that led to the chosen one beside it, reviews at the right."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._versions: list[Version] = []
        self._checked = False
        self._title = Label("", "page", wrap=True)
        self.export_button: Final = plain_button("", "file-down")
        self.approve_button: Final = primary_button("", "check")
        self.versions: Final = SideList(context.t)
        self.check: Final = Label("", "small", "text2", wrap=True)
        self._caption = Label("", "section", wrap=True)
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        self.steps: Final = StepTable(context.document)
        self.reviews: Final = ReviewPane(context.document)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(28, 14, 20, 14)
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(self.export_button)
        head.addWidget(self.approve_button)
        left, middle = QWidget(), QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 8, 0, 12)
        side.addWidget(self.versions, 1)
        note = QVBoxLayout()
        note.setContentsMargins(16, 0, 12, 0)
        note.addWidget(self.check)
        side.addLayout(note)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        upper = QVBoxLayout()
        upper.setContentsMargins(24, 0, 20, 0)
        upper.setSpacing(8)
        upper.addWidget(self._caption)
        upper.addWidget(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(upper)
        table = QVBoxLayout()
        table.setContentsMargins(21, 0, 0, 0)
        table.addWidget(self.steps)
        column.addLayout(table, 1)
        parts: tuple[QWidget, ...] = (left, middle, self.reviews)
        for part, least in zip(parts, _LEAST, strict=True):
            part.setMinimumWidth(least)
            self._splitter.addWidget(part)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes(self.context.settings.splitter(_SPLITTER) or list(_SIZES))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(hairline())
        whole.addWidget(self._splitter, 1)
        self.setProperty("surface", "base")

    def _connect(self) -> None:
        self.versions.chosen.connect(self._on_chosen)
        self.approve_button.clicked.connect(self.approve_wanted)
        self.export_button.clicked.connect(self._on_export_clicked)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.document.changed.connect(self._on_document_changed)

    # What is shown

    def refresh(self) -> None:
        """Read versions, history and reviews again."""
        found = [one for one in self.document.records.of_kind("version") if isinstance(one, Version)]
        self._versions = sorted(found, key=lambda one: one.number or 0, reverse=True)
        chosen = self.versions.current() or DRAFT
        self.versions.rows.fill(self.context.t, self._entries())
        self.versions.set_current(chosen)
        self._show(self.versions.current() or DRAFT)
        self.reviews.setVisible(not self.reviews.is_empty())
        self.approve_button.setEnabled(not self.document.read_only and not self.document.standing().is_newest)

    def _entries(self) -> list[SideEntry]:
        t, naming = self.context.t, self.document.naming
        entries = [SideEntry(DRAFT, "", t("Working draft"), detail=self._draft_text())]
        for one in self._versions:
            title = t("Version {number}", number=one.number)
            entries.append(
                SideEntry(one.id, "", title, detail=naming.dotted(naming.day(one.day), one.approver))
            )
        return entries

    def _draft_text(self) -> str:
        t, standing = self.context.t, self.document.standing()
        if standing.newest is None:
            return t("No version is approved yet")
        number = standing.newest.number
        if standing.is_newest:
            return t("Unchanged since version {number}", number=number)
        count = self._head() - (standing.newest.history_sequence or 0)
        return t.plural(
            "{n} step after version {number}", "{n} steps after version {number}", count, number=number
        )

    def _head(self) -> int:
        head = self.document.state.head()
        return head.sequence if head else 0

    def _show(self, key: str) -> None:
        version = next((one for one in self._versions if one.id == key), None)
        older = [one.history_sequence or 0 for one in self._versions]
        if version is None:
            up_to, after = self._head(), max(older, default=0)
        else:
            up_to = version.history_sequence or 0
            after = max((one for one in older if one < up_to), default=0)
        self._caption.setText(self._caption_of(version))
        self._show_facts(version)
        self.steps.steps.fill(after, up_to)
        self.export_button.setText(
            self.context.t("Export …")
            if version is None
            else self.context.t("Export version {number} …", number=version.number)
        )

    def _caption_of(self, version: Version | None) -> str:
        t = self.context.t
        if version is not None:
            return t("Version {number}", number=version.number)
        newest = self._versions[0].number if self._versions else None
        return t("Steps after version {number}", number=newest) if newest else t("The history so far")

    def _show_facts(self, version: Version | None) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._facts.setVisible(version is not None)
        if version is None:
            return
        naming, t = self.document.naming, self.context.t
        for row, field in enumerate(_FACTS):
            value = naming.spec_text(version, field)
            shown = value if len(value) < _WIDEST_FACT or field == "note" else f"{value[:_WIDEST_FACT]}…"
            label = Label(t.marked(SPECS["version"][field].label), "body", "text2")
            text = Label(shown or t("Not stated"), "body", "text" if shown else "text3", wrap=True)
            text.setToolTip(value)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)

    # The page

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was done meanwhile, and check the history once."""
        super().showEvent(event)
        self.refresh()
        if not self._checked:
            self._checked = True
            self.check.setText(self.context.t(CHECKING))
            work = verify_job(self.document.snapshot())
            self.context.tasks.start(self.context.t(CHECKING), work, self._on_verified, quiet=True)

    def _on_verified(self, broken: tuple[int, ...] | None) -> None:
        self.check.setText(self.context.t(IN_ORDER if broken is None else BROKEN))
        self.check.set_tone("text2" if broken is None else "error")

    def _on_chosen(self, key: str) -> None:
        self._show(key)
        self.selected.emit()

    def _on_export_clicked(self) -> None:
        version = next((one for one in self._versions if one.id == self.versions.current()), None)
        self.export_wanted.emit("register" if version is None else f"register:{version.number}")

    def _on_document_changed(self, _changes: Changes, _initiator: object) -> None:
        if self.isVisible():
            self.reviews.read()
            self.refresh()

    def current_record(self) -> RecordId | None:
        """Return the version that is shown, None for the working draft."""
        shown = self.versions.current()
        return RecordId(shown) if shown and shown != DRAFT else None

    def show_record(self, record: RecordId) -> bool:
        """Show a version; return False for any other record."""
        self.refresh()
        if all(one.id != record for one in self._versions):
            return False
        self.versions.set_current(record)
        self._show(record)
        return True

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through."""
        return [self.versions, self.steps, self.reviews]

    def _on_splitter_moved(self) -> None:
        self.context.settings.set_splitter(_SPLITTER, self._splitter.sizes())

    def set_narrow(self, narrow: bool, *, single: bool = False) -> None:
        """Leave the steps more room where there is little."""
        self._title.setFont(theme.font("page_narrow" if narrow else "page"))
        self.steps.set_narrow(single)
        sizes = self.context.settings.splitter(_SPLITTER) or list(_SIZES)
        self._splitter.setSizes([_LEAST[0], *_SIZES[1:]] if narrow else sizes)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.context.t
        self._title.setText(t(TITLE))
        self.approve_button.setText(t("Approve a version …"))
        self.versions.setAccessibleName(t("Versions"))
        self.steps.retranslate()
        self.reviews.read()
        self.refresh()
