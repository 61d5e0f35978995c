"""The views of the page of the checks, in their order; each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from ropa_app.gui.pages.check_view import CheckView
from ropa_app.gui.pages.findings_view import FindingsView
from ropa_app.gui.pages.page import PageContext
from ropa_app.i18n import NC_


class CheckViewKind(NamedTuple):
    """A view: its marked title, and what makes it."""

    title: str
    make: Callable[[PageContext], CheckView]


VIEWS: Final[Mapping[str, CheckViewKind]] = {
    "findings": CheckViewKind(NC_("checks", "Findings"), FindingsView),
}
