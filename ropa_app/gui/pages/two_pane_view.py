"""A view of two panes: a list below filters and a search, and beside it what is chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.gui.pages.check_view import CheckView
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.filter_chips import FilterChips
from ropa_app.gui.widgets.label import hairline
from ropa_app.gui.widgets.search_field import SearchField

LISTED, EMPTY = 0, 1
_SEARCH, _SHORT_SEARCH = 220, 160


class Shares(NamedTuple):
    """How two panes share the room: the key it is remembered by, their widths, and the least of each.

    `below` is how they share the height, in percent, where one is below the other.
    """

    key: str
    sizes: tuple[int, int]
    least: tuple[int, int]
    below: tuple[int, int]


class TwoPaneView(CheckView):
    """The detail stands beside the list, below it where it is narrow, and alone where it is very narrow.

    A view calls `lay_out` once it has made list and detail, and says what `gather` and `is_chosen` do.
    """

    def __init__(
        self, context: PageContext, filters: Sequence[str], search: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._narrow = self._single = False
        self.filters: Final = FilterChips(filters)
        self.search: Final = SearchField(context.t, context.t(search))
        self.empty: Final = EmptyState("clipboard-check")
        self._clear: Final = plain_button("")
        self._above: Final = QHBoxLayout()
        self._stack: Final = QStackedWidget()
        self._splitter: Final = QSplitter(Qt.Orientation.Horizontal)
        self._searching: Final = QTimer(self)
        self._searching.setSingleShot(True)

    def lay_out(
        self,
        shares: Shares,
        listed: QWidget,
        detail: QWidget,
        *,
        inside: QWidget | None = None,
        beside: Sequence[QWidget] = (),
    ) -> None:
        """Put list and detail into place; `inside` is what the list is in, `beside` stands at the search."""
        self._shares, self._listed, self._detail = shares, listed, detail
        self._above.setSpacing(8)
        self._above.addWidget(self.filters, 1)
        for part in (*beside, self.search):
            self._above.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self.empty.set_buttons(self._clear)
        self._stack.addWidget(inside or listed)
        self._stack.addWidget(self.empty)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(detail)
        self._splitter.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._above)
        whole.addWidget(hairline())
        whole.addWidget(self._splitter, 1)
        self._listen()
        self.set_narrow(narrow=False, single=False)

    def _listen(self) -> None:
        self.filters.chosen.connect(self.gather)
        self.search.searched.connect(lambda _text: self._searching.start(0))
        self.search.list_wanted.connect(self._listed.setFocus)
        self._searching.timeout.connect(self.gather)
        self._clear.clicked.connect(self.search.clear)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)

    # What a view says itself

    def gather(self) -> None:
        """Show what filter and search leave."""
        raise NotImplementedError

    def is_chosen(self) -> bool:
        """Tell whether the detail shows anything."""
        raise NotImplementedError

    # Panes

    def focus_search(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through."""
        return [self._listed, self._detail]

    def leave_record(self) -> bool:
        """Go back to the list where only one pane is shown; return whether that was so."""
        was_alone = self.is_alone()
        if was_alone:
            self.show_panes(detail=False)
            self._listed.setFocus()
        return was_alone

    def is_alone(self) -> bool:
        """Tell whether the detail is shown with the list out of sight."""
        return self._single and not self._stack.isVisibleTo(self)

    def show_panes(self, *, detail: bool) -> None:
        """Show both panes, or one of them where there is room for one; below the list only what is chosen."""
        alone = self._single and detail and self.is_chosen()
        self._stack.setVisible(not alone)
        below = self._narrow and self.is_chosen()
        self._detail.setVisible(alone if self._single else below or not self._narrow)

    def _on_splitter_moved(self) -> None:
        if not self._narrow:
            self.context.settings.set_splitter(self._shares.key, self._splitter.sizes())

    def set_narrow(self, narrow: bool, *, single: bool) -> None:
        """Put the detail below the list where it is narrow, and show one of them where it is very narrow."""
        self._narrow, self._single = narrow, single
        side = 20 if narrow else 28
        self._above.setContentsMargins(side - 2, 0, side, 8)
        self.search.setFixedWidth(_SHORT_SEARCH if single else _SEARCH)
        self._splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        for pane, least in zip((self._stack, self._detail), self._shares.least, strict=True):
            pane.setMinimumWidth(0 if narrow else least)
        wide = self.context.settings.splitter(self._shares.key) or list(self._shares.sizes)
        height = max(200, self.height())
        self._splitter.setSizes([height * part // 100 for part in self._shares.below] if narrow else wide)
        self.show_panes(detail=False)
