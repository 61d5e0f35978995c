"""The ways between a finding and where it is settled: there, back to the reason, and to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ropa_app.gui.findings import Judged, page_of
from ropa_app.gui.pages.page_texts import ALL_PAGES, PAGE_TEXTS
from ropa_app.legal.checks import Finding

if TYPE_CHECKING:
    from ropa_app.gui.workspace import Workspace

CHECKS: Final = "checks"
_ORGANISATION: Final = "organisation"


class FindingsWalk(QObject):
    """Goes to findings in one workspace and remembers which one was gone to last."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace: Final = workspace
        self._last: Finding | None = None

    def go(self, one: Finding) -> None:
        """Show the record of a finding and put the focus where it can be settled."""
        self._last = one
        workspace = self._workspace
        if not workspace.show_record(one.record):
            page = page_of(one)
            workspace.show_page(page if page in PAGE_TEXTS else _ORGANISATION)
        shown = workspace.page()
        if shown is not None and not shown.focus_finding(one):
            shown.panes()[0].setFocus()

    def explain(self, one: Finding) -> None:
        """Show on the page of the checks why a finding matters."""
        if self._workspace.show_page(CHECKS):
            page = self._workspace.page()
            if page is not None:
                page.show_finding(one)
                page.panes()[0].setFocus()

    def step(self, step: int) -> bool:
        """Go to the next finding of the tree, or elsewhere of the register: record by record."""
        page = self._workspace.page()
        if page is not None and page.step_finding(step):
            return True
        route = self._workspace.context.document.findings.route(ALL_PAGES)
        if route:
            self.go(route[self._place(route, step) % len(route)].finding)
        return bool(route)

    def _place(self, route: list[Judged], step: int) -> int:
        """Return where in the route the next finding is: after the last one, or in the record shown.

        A page without a record of its own, as the sections of the statement, is no reason to begin anew.
        """
        findings = self._workspace.context.document.findings
        page = self._workspace.page()
        shown = page.current_record() if page is not None else None
        at = next((place for place, one in enumerate(route) if one.finding == self._last), None)
        if at is not None and shown in (None, findings.root(route[at].finding)):
            return at + step
        here = [place for place, one in enumerate(route) if findings.root(one.finding) == shown]
        if here:
            return here[0] if step > 0 else here[-1]
        return 0 if step > 0 else -1
