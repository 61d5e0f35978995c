"""The style sheet of the window, filled in from the tokens of a scheme."""

from __future__ import annotations

import re
from typing import Final

from ropa_app import paths
from ropa_app.gui.palette import Scheme, Tokens

_SHEET: Final = """
QToolTip{background:@text;color:@base;border:0;padding:6px 8px}
QMenuBar{background:@window;border:0;border-bottom:1px solid @hair;padding:0 4px}
QMenuBar::item{background:transparent;padding:5px 9px;margin:6px 0;border-radius:6px}
QMenuBar::item:selected{background:@hover}
QMenu{background:@popup;border:1px solid @border;padding:4px}
QMenu::item{padding:6px 24px 6px 10px;border-radius:5px}
QMenu::item:selected{background:@sel;color:@on_sel}
QMenu::item:disabled{color:@disabled;background:transparent}
QMenu::icon{padding-left:10px}
QMenu::separator{height:1px;background:@hair;margin:4px 8px}
QStatusBar{background:@window;border-top:1px solid @hair;min-height:25px}
QStatusBar::item{border:0}
QSplitter::handle{background:@hair}

QPushButton{background:@base;border:1px solid @border;border-radius:6px;padding:0 12px;min-height:28px}
QPushButton:hover{background:@hover}
QPushButton:pressed{background:@sel}
QPushButton:focus{border:2px solid @accent;padding:0 11px;min-height:26px}
QPushButton:disabled{background:@base;color:@disabled;border-color:@hair}
QPushButton[kind="primary"]{background:@accent;border-color:@accent;color:@on_accent;font-weight:600}
QPushButton[kind="primary"]:hover{background:@accent_hover;border-color:@accent_hover}
QPushButton[kind="primary"]:pressed{background:@accent_hover}
QPushButton[kind="primary"]:focus{border:2px solid @text}
QPushButton[kind="primary"]:disabled{background:@base;border-color:@hair;color:@disabled}

QToolButton{border:0;border-radius:6px;padding:6px}
QToolButton:hover{background:@hover}
QToolButton:pressed{background:@sel}
QToolButton:checked{background:@sel;color:@on_sel}
QToolButton:focus{border:2px solid @accent;padding:4px}
QToolButton:disabled{color:@disabled}
QToolButton[kind="link"]{color:@link;padding:3px 6px}
QToolButton[kind="link"]:focus{padding:1px 4px}
QToolButton[kind="link"]:disabled{color:@disabled}
QToolButton[kind="fold"]{padding:3px 6px 3px 0;font-weight:600}
QToolButton[kind="fold"]:checked{background:transparent;color:@text}
QToolButton[kind="fold"]:hover{background:@hover}
QToolButton[kind="fold"]:focus{padding:1px 4px 1px -2px}
QToolButton::menu-indicator{image:none;width:0}
QToolButton[kind="filter"]{padding:3px 9px;color:@text2}
QToolButton[kind="filter"]:checked{color:@on_sel}
QToolButton[kind="filter"]:focus{padding:1px 7px}
QToolButton[tone="text3"]{color:@text3}

QLineEdit,QComboBox,QSpinBox{background:@base;border:1px solid @border;border-radius:6px;padding:0 7px;
  min-height:28px}
QDateEdit{background:@base;border:1px solid @border;border-radius:6px;padding:0 7px;min-height:25px}
QLineEdit:hover,QComboBox:hover,QDateEdit:hover,QSpinBox:hover{border-color:@text2}
QLineEdit:focus,QComboBox:focus,QComboBox:on,QSpinBox:focus{border:2px solid @accent;padding:0 6px;
  min-height:26px}
QDateEdit:focus{border:2px solid @accent;padding:0 6px;min-height:23px}
QLineEdit[finding="error"],QComboBox[finding="error"],QPlainTextEdit[finding="error"]{border-color:@error}
QLineEdit[finding="warning"],QComboBox[finding="warning"],QPlainTextEdit[finding="warning"]{
  border-color:@warning}
QLineEdit[finding="info"],QComboBox[finding="info"],QPlainTextEdit[finding="info"]{border-color:@advice}
QLineEdit:disabled,QComboBox:disabled,QDateEdit:disabled,QSpinBox:disabled{color:@disabled;
  border-color:@hair}
QLineEdit:read-only{border:0;border-bottom:1px solid @hair;border-radius:0;background:transparent;padding:0}
QLineEdit:read-only:focus{border:0;border-bottom:2px solid @accent;padding:0;min-height:28px}
QLineEdit>QToolButton,QLineEdit>QToolButton:hover{background:transparent;border:0;padding:0}
QLineEdit>QToolButton:focus{border:2px solid @accent;padding:0}
QComboBox[empty="true"]{color:@text3}
QComboBox[readOnly="true"]{border:0;border-bottom:1px solid @hair;border-radius:0;background:transparent;
  padding:0}
QComboBox[readOnly="true"]:focus{border-bottom:2px solid @accent}
QComboBox[readOnly="true"]::drop-down{width:0}
QComboBox[readOnly="true"]::down-arrow{image:none;width:0}
QComboBox>QLineEdit,QComboBox>QLineEdit:focus{border:0;padding:0;min-height:0;background:transparent}
QComboBox::drop-down,QDateEdit::drop-down{border:0;width:24px}
QComboBox::down-arrow,QDateEdit::down-arrow{image:url("@chevron");width:14px;height:14px}
QComboBox QAbstractItemView{background:@popup;border:1px solid @border;selection-background-color:@sel;
  selection-color:@on_sel;outline:0}

QPlainTextEdit{background:@base;border:1px solid @border;border-radius:6px}
QPlainTextEdit:hover{border-color:@text2}
QPlainTextEdit:focus{border:2px solid @accent}
QPlainTextEdit:disabled{color:@disabled;border-color:@hair}
QPlainTextEdit[readOnly="true"]{border:0;border-bottom:1px solid @hair;border-radius:0;
  background:transparent}
QPlainTextEdit[readOnly="true"]:focus{border-bottom:2px solid @accent}

QCheckBox,QRadioButton{spacing:8px}
QCheckBox::indicator,QRadioButton::indicator{width:14px;height:14px;border:1px solid @border;
  background:@base}
QCheckBox::indicator{border-radius:4px}
QRadioButton::indicator{border-radius:8px}
QCheckBox::indicator:checked{background:@accent;border-color:@accent;image:url("@tick")}
QRadioButton::indicator:checked{background:@base;border:5px solid @accent;width:6px;height:6px;
  border-radius:8px}
QCheckBox::indicator:focus{border:2px solid @accent;width:12px;height:12px}
QCheckBox::indicator:checked:focus{border:2px solid @text;width:12px;height:12px}
QRadioButton::indicator:focus{border:2px solid @accent;width:12px;height:12px}
QRadioButton::indicator:checked:focus{border:5px solid @text;width:6px;height:6px}
QCheckBox::indicator:disabled,QRadioButton::indicator:disabled{border-color:@hair;background:@base}
QCheckBox:disabled,QRadioButton:disabled{color:@disabled}

QProgressBar{border:1px solid @border;border-radius:3px;max-height:4px;background:@base}
QProgressBar::chunk{background:@accent;border-radius:2px}

QTableView,QListView,QTreeView,QTableWidget{background:@base;border:0;outline:0;gridline-color:@hair;
  selection-background-color:@sel;selection-color:@on_sel}
QHeaderView{background:@base;border:0}
QHeaderView::section{background:@base;color:@text2;border:0;border-bottom:1px solid @hair;padding:0 8px;
  min-height:27px}
QHeaderView::section:hover{background:@hover}
QTableCornerButton::section{background:@base;border:0}
QListView[framed="true"]{border:1px solid @hair;border-radius:6px}
QListView[framed="true"]:focus{border-color:@border}
QListView[sidebar="true"]{background:@window;padding:8px 0}
QScrollArea{border:0;background:@base}
QScrollArea>QWidget>QLabel[tone="text2"]{color:@text2}
QLabel[tone="text3"]{color:@text3}
QLabel[tone="error"]{color:@error}
QLabel[tone="warning"]{color:@warning}
QLabel[tone="advice"]{color:@advice}
QLabel:disabled{color:@disabled}
QListView[popup="true"],QFrame[popup="true"]{background:@popup;border:1px solid @border}
QListView[popup="true"]{padding:2px}
QListView[popup="true"]::item{padding:0 6px;min-height:28px}
QListView[popup="true"]::item:hover{background:@hover}
QListView[popup="true"]::item:selected{background:@sel;color:@on_sel}
QFrame[popup="panel"]{background:@popup;border:1px solid @border;border-radius:8px}
QFrame[card="closed"]{background:@base;border:1px solid @hair;border-radius:8px}
QFrame[card="closed"]:hover{background:@alt}
QFrame[card="open"]{background:@base;border:1px solid @border;border-radius:8px}
QFrame[strip="ok"]{background:@ok_soft;border:0;border-radius:6px}
QFrame[strip="advice"]{background:@advice_soft;border:0;border-radius:6px}
QFrame[strip="warning"]{background:@warning_soft;border:0;border-radius:6px}
QFrame[strip="error"]{background:@error_soft;border:0;border-radius:6px}
QToolButton[segment]{border:1px solid @border;border-radius:0;padding:3px 10px;background:@base;color:@text}
QToolButton[segment="first"]{border-top-left-radius:6px;border-bottom-left-radius:6px}
QToolButton[segment="middle"],QToolButton[segment="last"]{border-left:0}
QToolButton[segment="last"]{border-top-right-radius:6px;border-bottom-right-radius:6px}
QToolButton[segment]:hover{background:@hover}
QToolButton[segment]:checked{background:@sel;color:@on_sel}
QToolButton[segment]:focus{border:2px solid @accent;padding:2px 9px}
QWidget[surface="base"]{background:@base}
QLabel[tone="text2"]{color:@text2}
QLabel[tone="text3"]{color:@text3}
QLabel[tone="error"]{color:@error}
QLabel[tone="warning"]{color:@warning}
QLabel[tone="advice"]{color:@advice}
QLabel:disabled{color:@disabled}
QListView[popup="true"],QFrame[popup="true"]{background:@popup;border:1px solid @border}
QListView[popup="true"]{padding:2px}
QListView[popup="true"]::item{padding:0 6px;min-height:28px}
QListView[popup="true"]::item:hover{background:@hover}
QListView[popup="true"]::item:selected{background:@sel;color:@on_sel}
QFrame[popup="panel"]{background:@popup;border:1px solid @border;border-radius:8px}
QFrame[card="closed"]{background:@base;border:1px solid @hair;border-radius:8px}
QFrame[card="closed"]:hover{background:@alt}
QFrame[card="open"]{background:@base;border:1px solid @border;border-radius:8px}
QFrame[strip="ok"]{background:@ok_soft;border:0;border-radius:6px}
QFrame[strip="advice"]{background:@advice_soft;border:0;border-radius:6px}
QFrame[strip="warning"]{background:@warning_soft;border:0;border-radius:6px}
QFrame[strip="error"]{background:@error_soft;border:0;border-radius:6px}
QToolButton[segment="true"]{border:1px solid @border;border-radius:0;padding:3px 10px;margin:0 0 0 -1px;
  background:@base;color:@text}
QToolButton[segment="true"]:hover{background:@hover}
QToolButton[segment="true"]:checked{background:@sel;color:@on_sel;font-weight:600}
QToolButton[segment="true"]:focus{border:2px solid @accent;padding:2px 9px}
QToolButton[segment="first"]{border:1px solid @border;border-radius:0;border-top-left-radius:6px;
  border-bottom-left-radius:6px;padding:3px 10px;background:@base}
QWidget[surface="base"]{background:@base}
QWidget[surface="window"]{background:@window}
QFrame[line="true"]{background:@hair;border:0}

QScrollBar:vertical{background:transparent;width:12px;margin:0}
QScrollBar:horizontal{background:transparent;height:12px;margin:0}
QScrollBar::handle:vertical{background:@scroll;border-radius:4px;min-height:32px;margin:2px}
QScrollBar::handle:horizontal{background:@scroll;border-radius:4px;min-width:32px;margin:2px}
QScrollBar::handle:hover{background:@border}
QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0}
QScrollBar::add-page,QScrollBar::sub-page{background:transparent}

QTabBar::tab{padding:6px 12px;color:@text2;border-bottom:3px solid transparent}
QTabBar::tab:selected{color:@text;border-bottom:3px solid @accent}
QTabBar::tab:hover{background:@hover}
QTabBar::tab:focus{border:2px solid @accent}
QTabWidget::pane{border:0;border-top:1px solid @hair}
QGroupBox{border:0;margin-top:22px;font-weight:600}
QGroupBox::title{subcontrol-origin:margin;subcontrol-position:left top}
QDialog,QMessageBox{background:@base}
QCalendarWidget QWidget#qt_calendar_navigationbar{background:@popup}
QCalendarWidget QToolButton{color:@text;font-weight:600}
QCalendarWidget QSpinBox{min-width:64px}
QCalendarWidget QAbstractItemView{background:@popup;selection-background-color:@accent;
  selection-color:@on_accent}
"""
_NAME: Final = re.compile(r"@([a-z_0-9]+)")
_SCROLL: Final[dict[Scheme, str]] = {"light": "#AAB3B5", "dark": "#4A5558"}


def _image(name: str, scheme: Scheme) -> str:
    """Return the path of a drawing that exists once per scheme, since a style sheet cannot tint it."""
    return paths.resource("icons", f"{name}-{scheme}.svg").as_posix()


def style_sheet(tokens: Tokens, scheme: Scheme) -> str:
    """Return the style sheet of a scheme; raise AttributeError if the sheet names an unknown token."""
    own = {
        "chevron": _image("chevron", scheme),
        "tick": _image("tick", scheme),
        "scroll": _SCROLL[scheme],
    }

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        return own[name] if name in own else str(getattr(tokens, name))

    return _NAME.sub(fill, _SHEET)
