"""Opens the hint of the field that has the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ropa_app.gui.widgets.field_row import FieldRow


def show_hint(focused: QWidget | None) -> bool:
    """Open or close "What belongs here?" of the field around a widget; return whether there is one."""
    widget = focused
    while widget is not None:
        if isinstance(widget, FieldRow):
            widget.hint_button().toggle()
            return True
        widget = widget.parentWidget()
    return False
