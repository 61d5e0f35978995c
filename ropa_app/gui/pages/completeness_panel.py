"""How complete the register is, at the three levels: beside the findings while none of them is chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.gui.findings import LEVEL_TEXTS, Findings
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.level_bar import INSET, LevelBar
from ropa_app.i18n import N_, Translator
from ropa_app.legal.checks import Level, rules

__all__ = ["INSET", "CompletenessPanel"]

TITLE: Final = N_("How complete is the register?")
COUNTED: Final = N_("{n} of {total}")
SHARE: Final = N_("{n} %")
MOST: Final = N_("Most often: {rule}")
NOTHING_LEFT: Final = N_("Nothing is left")
EXPLAINED: Final = N_(
    "Counted are activities, parties and the other records that you keep, each with all that belongs to it. "
    "A level asks for the ones above it too."
)


class CompletenessPanel(QWidget):
    """Three bars; `level_wanted(level)` asks for what a level lacks."""

    level_wanted = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", "section")
        self._explained = Label("", "small", "text2", wrap=True)
        self.bars: Final = {level: LevelBar() for level in Level}
        for label in (self._title, self._explained):
            label.setIndent(INSET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        for level, bar in self.bars.items():
            bar.clicked.connect(lambda _checked=False, one=level: self.level_wanted.emit(one.value))
            column.addWidget(bar)
        column.addWidget(self._explained)
        self.retranslate(t)

    def show_standings(self, t: Translator, findings: Findings) -> None:
        """Show how many records have reached each level; nothing before everything was looked at once."""
        self.setVisible(findings.is_known)
        if not findings.is_known:
            return
        texts = findings.texts
        for one in findings.standings():
            standing, rule = one.standing, rules().get(one.most_open)
            self.bars[one.level].set_level(
                t.marked(LEVEL_TEXTS[one.level]),
                standing.percent,
                t(SHARE, n=standing.percent),
                t(COUNTED, n=standing.complete, total=standing.total),
                t(MOST, rule=texts.title(rule)) if rule else t(NOTHING_LEFT),
            )

    def retranslate(self, t: Translator) -> None:
        """Take the texts that stand still in another language."""
        self._title.setText(t(TITLE))
        self._explained.setText(t(EXPLAINED))
