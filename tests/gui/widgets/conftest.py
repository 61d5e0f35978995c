"""Every widget is tried in the look and language it is made for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.i18n import Translator, translator

W = TypeVar("W", bound=QWidget)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say of every list and menu that opens what it cannot do with it."""
    cannot = pytest.mark.qt_log_ignore(
        r"This plugin does not support (raise\(\)|grabbing the (keyboard|mouse))", extend=True
    )
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(cannot)


@pytest.fixture(autouse=True)
def look(qapp) -> Iterator[theme.Theme]:
    made = theme.Theme(qapp, "light")
    yield made
    made.set_appearance("light")
    made.deleteLater()


@pytest.fixture
def t() -> Translator:
    return translator("nb")


@pytest.fixture
def shown(qtbot) -> Callable[[W], W]:
    """Show a widget in a window that has another field, so that the focus can leave."""
    kept: list[QWidget] = []

    def show(widget: W) -> W:
        window = QWidget()
        column = QVBoxLayout(window)
        column.addWidget(widget)
        other = QLineEdit()
        other.setObjectName("elsewhere")
        other.setAccessibleName("elsewhere")
        column.addWidget(other)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(640, 480)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return widget

    return show


@pytest.fixture
def leave() -> Callable[[QWidget], None]:
    """Move the focus out of a widget, to the other field of its window."""

    def move(widget: QWidget) -> None:
        other = widget.window().findChild(QLineEdit, "elsewhere")
        assert other is not None
        other.setFocus()

    return move


class Heard(list):
    """What a signal said."""

    def __init__(self, signal) -> None:
        super().__init__()
        signal.connect(self.append)


@pytest.fixture
def heard() -> type[Heard]:
    return Heard
