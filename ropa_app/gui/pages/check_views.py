"""The views of the page of the checks, in their order; each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from ropa_app.gui.pages.check_view import CheckView
from ropa_app.gui.pages.duties_view import DutiesView
from ropa_app.gui.pages.findings_view import FindingsView
from ropa_app.gui.pages.information_view import InformationView
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.pages.what_if_view import WhatIfView
from ropa_app.i18n import NC_


class CheckViewKind(NamedTuple):
    """A view: its marked title, and what makes it."""

    title: str
    make: Callable[[PageContext], CheckView]


VIEWS: Final[Mapping[str, CheckViewKind]] = {
    "findings": CheckViewKind(NC_("checks", "Findings"), FindingsView),
    "information": CheckViewKind(NC_("checks", "Duty to inform"), InformationView),
    "duties": CheckViewKind(NC_("checks", "Documentation"), DutiesView),
    "what_if": CheckViewKind(NC_("checks", "What if"), WhatIfView),
}
