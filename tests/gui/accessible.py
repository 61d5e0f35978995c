"""What a screen reader is told about a window: walks the tree Qt offers it and finds what has no name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QWidget

Text = QAccessible.Text


def tree(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield what stands in the accessible tree of a widget, itself first, as far as it is shown."""
    pending = [QAccessible.queryAccessibleInterface(widget)]
    while pending:
        part = pending.pop()
        if not part.isValid() or part.state().invisible:
            continue
        yield part
        pending += [part.child(number) for number in range(part.childCount())]


def spoken(widget: QWidget) -> list[tuple[QAccessible.Role, str]]:
    """Return role and name of everything in the accessible tree of a widget."""
    return [(part.role(), part.text(Text.Name)) for part in tree(widget)]


def nameless(widget: QWidget) -> list[str]:
    """Return a line for every shown part that takes the focus by Tab and has no name of its own.

    The value of a combo box, which Qt offers where there is nothing else, is no name.
    """
    found: list[str] = []
    for part in tree(widget):
        owner = part.object()
        if not isinstance(owner, QWidget) or not owner.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        name = owner.accessibleName() if isinstance(owner, QComboBox) else part.text(Text.Name)
        if owner.focusProxy() is None and owner.isEnabled() and not name.strip():
            found.append(f"{type(owner).__name__} {owner.objectName()!r} as {part.role()}")
    return found
