"""The base style: Fusion, with the underlined letters of menus and buttons hidden until Alt is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)


class WindowStyle(QProxyStyle):
    """Fusion with hidden mnemonics, no frame around focused items and menus that wait for no delay."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.revealed = False

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        """Answer the hints this window wants otherwise than Fusion."""
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return int(self.revealed)
        if hint == QStyle.StyleHint.SH_EtchDisabledText:
            return 0
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class MnemonicRevealer(QObject):
    """Show the underlined letters of one window while Alt is held or its menu bar is worked by keyboard."""

    def __init__(self, window: QWidget, style: WindowStyle) -> None:
        super().__init__(window)
        self._window = window
        self._style = style
        window.installEventFilter(self)
        for bar in window.findChildren(QMenuBar):
            bar.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow Alt and the focus of the menu bar; never swallow the event."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt:
            self._set_revealed(True)
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Alt and not self._in_menu():
                self._set_revealed(False)
        elif kind in (QEvent.Type.WindowDeactivate, QEvent.Type.FocusOut) and not self._in_menu():
            self._set_revealed(False)
        return False

    def _in_menu(self) -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, QMenuBar) or QApplication.activePopupWidget() is not None

    def _set_revealed(self, revealed: bool) -> None:
        if revealed == self._style.revealed:
            return
        self._style.revealed = revealed
        for widget in [self._window, *self._window.findChildren(QWidget)]:
            widget.update()
