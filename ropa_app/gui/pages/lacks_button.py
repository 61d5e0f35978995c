"""What an activity lacks at the three levels, in the head of its form; a level leads to the field."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.findings import LEVEL_TEXTS, Findings
from ropa_app.gui.widgets.record_header import PropertyButton
from ropa_app.i18n import N_, NC_, Translator
from ropa_app.legal.checks import Level

LACKS: Final = NC_("property", "Lacks")
NOTHING: Final = NC_("lacks", "nothing")
REACHED: Final = N_("{level}: in order")


class LacksButton(PropertyButton):
    """`finding_wanted(finding)` asks for the first thing that a level lacks."""

    finding_wanted = Signal(object)

    def __init__(self, t: Translator, findings: Findings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._findings: Final = findings
        self._record: RecordId | None = None
        self.chosen.connect(self._on_chosen)

    def show_record(self, t: Translator, record: RecordId) -> None:
        """Show what a record and all it owns lack; nothing before everything was looked at once."""
        self._t, self._record = t, record
        self.setVisible(self._findings.is_known)
        lacks = self._findings.lacks_of(record)
        first = next((level for level, n in lacks.items() if n), None)
        value = _lacking(t, first, lacks[first]) if first else t.marked(NOTHING)
        ways = [(level.value, self._way(level, n)) for level, n in lacks.items()]
        self.set_ways(t.marked(LACKS), value, ways)

    def _way(self, level: Level, left: int) -> str:
        t, name = self._t, self._t.marked(LEVEL_TEXTS[level])
        return (
            t.plural("{level}: {n} left", "{level}: {n} left", left, level=name)
            if left
            else t(REACHED, level=name)
        )

    def _on_chosen(self, key: str) -> None:
        if self._record is None:
            return
        levels = list(Level)
        counted = levels[: levels.index(Level(key)) + 1]
        found = [one for one in self._findings.of(self._record) if one.rule.level in counted]
        if found:
            self.finding_wanted.emit(max(found, key=lambda one: counted.index(one.rule.level)).finding)


def _lacking(t: Translator, level: Level, n: int) -> str:
    match level:
        case Level.ART30:
            return t.plural("{n} thing for Article 30", "{n} things for Article 30", n)
        case Level.ART13:
            return t.plural("{n} thing for the statement", "{n} things for the statement", n)
        case Level.PRACTICE:
            return t.plural("{n} thing for good practice", "{n} things for good practice", n)
