"""The one table of the panels that a form can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ropa_app.gui.forms.agreement_panel import AgreementPanel
from ropa_app.gui.forms.assess_panel import AssessActivity, AssessPurpose, AssessTool
from ropa_app.gui.forms.assessed_purposes import AssessedPurposes
from ropa_app.gui.forms.assessed_transfers import AssessedTools, AssessedTransfers, ProcedurePanel
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.layout import Panel
from ropa_app.gui.forms.matrix_panel import MatrixPanel
from ropa_app.gui.forms.methods_panel import MethodsPanel
from ropa_app.gui.forms.panels import PANELS, FormPanel
from ropa_app.gui.forms.screening_panel import ScreenedPanel, ScreeningPanel

ALL_PANELS: Final[Mapping[str, Callable[[FormContext], FormPanel]]] = {
    **PANELS,
    "methods": MethodsPanel,
    "matrix": MatrixPanel,
    "art28": AgreementPanel,
    "screening": ScreeningPanel,
    "screened": ScreenedPanel,
    "assessed_purposes": AssessedPurposes,
    "assessed_transfers": AssessedTransfers,
    "assessed_tools": AssessedTools,
    "procedure": ProcedurePanel,
    "assess_activity": AssessActivity,
    "assess_purpose": AssessPurpose,
    "assess_tool": AssessTool,
}


def make_panel(context: FormContext, item: Panel) -> FormPanel:
    """Return the panel of an item."""
    panel = ALL_PANELS[item.key](context)
    panel.fields = item.fields
    return panel
