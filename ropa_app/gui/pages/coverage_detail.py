"""One item of an activity: what the law wants told, how it stands and why, where it is told and settled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.gui.coverage_jobs import UNDECIDED, CoverageTexts, Line
from ropa_app.gui.widgets.buttons import primary_button
from ropa_app.gui.widgets.captioned import Captioned
from ropa_app.gui.widgets.coverage_mark import LOOKS, Look, LookMark, look_of
from ropa_app.gui.widgets.detail_pane import DetailPane
from ropa_app.gui.widgets.label import Label, Tone
from ropa_app.gui.widgets.wrapped_link import WrappedLink
from ropa_app.i18n import N_, NC_, Translator
from ropa_app.legal.checks import Finding
from ropa_app.legal.coverage import Cell, Grid, Spot

DETAIL: Final = N_("The item")
LAW: Final = N_("What the law asks for")
WHY: Final = NC_("coverage", "Why")
WHERE: Final = NC_("coverage", "Where")
SECTION: Final = NC_("coverage", "Section of the statement")
PUBLISHED: Final = N_("The published statement")
FINDINGS: Final = NC_("coverage", "Findings")
ITEMS_MISSING: Final = N_("What is missing")
GO: Final = N_("Go to the field")
GO_RECORD: Final = N_("Go to the record")
NOTHING: Final = N_("Choose a cell to see what the law asks for, and where it is settled.")
NONE_MISSING: Final = N_("Nothing is missing.")
_TONES: Final[dict[Look, Tone]] = {"missing": "error", "doubtful": "warning"}
_PUBLIC: Final = "public"
# Where an item is added to a record: a rule that is shown in the same section of the form.
_PLACING: Final = {
    ("purposes", "activity"): "R-PUR-01",
    ("legal_basis", "activity"): "R-PUR-01",
    ("interests", "activity"): "R-PUR-01",
    ("rights", "activity"): "R-PUR-01",
    ("withdrawal", "activity"): "R-PUR-01",
    ("categories", "activity"): "R-CAT-02",
    ("source", "activity"): "R-SRC-01",
    ("storage", "activity"): "R-RET-01",
    ("transfers", "party"): "R-PRO-05",
}


def _goal(cell: Cell, spot: Spot) -> Finding:
    """Return a finding that points at a place; where it is no one field, its rule says in which section."""
    rule = _PLACING.get((cell.item, spot.kind), "") if not spot.field else ""
    return Finding(rule, spot.kind, spot.record, spot.field)


class CoverageDetail(DetailPane):
    """`go_wanted(finding)` asks for the field, `record_wanted(id)` for the activity."""

    go_wanted = Signal(object)
    record_wanted = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._goal: Finding | str | None = None
        self.mark: Final = LookMark("missing", 14)
        self._articles = Label("", "small", "text2")
        self.activity: Final = Label("", "body", "text2", wrap=True)
        parts = (Captioned() for _ in range(6))
        self.law, self.why, self.where, self.section, self.published, self.findings = parts
        self.place: Final = WrappedLink()
        self.where.column.addWidget(self.place)
        self.go: Final = primary_button("")
        self._lay_out()
        self.place.clicked.connect(self.follow)
        self.go.clicked.connect(self.follow)
        self.retranslate(t)
        self.show_nothing()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addStretch(1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addLayout(self.head(self.mark))
        body.addWidget(self.title)
        self.law.column.addWidget(self._articles)
        body.addWidget(self.activity)
        for part in (self.law, self.why, self.where):
            body.addWidget(part)
        body.addLayout(buttons)
        for part in (self.findings, self.section, self.published):
            body.addWidget(part)
        self.put(self._nothing, self._body).setContentsMargins(24, 14, 20, 14)

    # What is shown

    def show_nothing(self) -> None:
        """Say that a cell can be chosen."""
        self._goal = None
        self._nothing.show()
        self._body.hide()

    def is_empty(self) -> bool:
        """Tell whether nothing is shown."""
        return self._body.isHidden()

    def goal(self) -> Finding | str | None:
        """Return where the button leads: a finding that points at a field, the id of a record, or nowhere."""
        return self._goal

    def show_line(self, texts: CoverageTexts, line: Line) -> None:
        """Show an activity: which of its items are missing, or that nobody has decided on it."""
        t, name = self._t, f"{line.reference} {line.title}".strip()
        lacks = line.row.missing if line.row is not None else ()
        look: Look = "undecided" if line.row is None else "missing" if lacks else "filled"
        named = "\n".join(texts.label(one.item) for one in lacks)
        self._show(look, name)
        self.why.tell(t.marked(WHY), t(UNDECIDED) if line.row is None else "")
        told = "" if line.row is None else named or t(NONE_MISSING)
        self.findings.tell(t(ITEMS_MISSING), told)
        for part in (self.activity, self.law, self.where, self.section, self.published):
            part.hide()
        undecided = Finding("", "activity", line.activity, _PUBLIC)
        self._lead_to(undecided if line.row is None else line.activity, is_field=line.row is None)

    def show_cell(self, texts: CoverageTexts, grid: Grid, line: Line, cell: Cell) -> None:
        """Show an item of an activity."""
        t = self._t
        self._show(look_of(cell), texts.label(cell.item))
        self.activity.setText(f"{line.reference} {line.title}".strip())
        self.activity.show()
        self.law.tell(t(LAW), texts.asked(cell.item))
        self._articles.setText(texts.articles(cell))
        self.why.tell(t.marked(WHY), texts.reason(cell))
        place = texts.place(cell, within=line.activity)
        self.where.tell(t.marked(WHERE), place)
        self.where.text.hide()
        self.place.set_text(place)
        self.place.setAccessibleName(f"{t(GO)}: {place}")
        self.findings.tell(t.marked(FINDINGS), "\n".join(texts.remarks(cell)))
        self.section.tell(t.marked(SECTION), texts.sections(cell).replace("; ", "\n"))
        self.published.tell(t(PUBLISHED), texts.told(grid, cell))
        goal = _goal(cell, cell.spot) if cell.spot else None
        is_field = cell.spot is not None and bool(cell.spot.field)
        self._lead_to(goal, is_field=is_field)

    def _show(self, look: Look, title: str) -> None:
        self._nothing.hide()
        self._body.show()
        self.mark.set_look(look)
        self._word.setText(self._t.marked(LOOKS[look]))
        self._word.set_tone(_TONES.get(look, "text2"))
        self.title.setText(title)

    def _lead_to(self, goal: Finding | str | None, *, is_field: bool) -> None:
        self._goal = goal
        self.go.setVisible(goal is not None)
        self.go.setText(self._t(GO if is_field else GO_RECORD))
        self.go.setAccessibleName(self.go.text())

    def follow(self) -> None:
        """Go where the button leads."""
        if isinstance(self._goal, Finding):
            self.go_wanted.emit(self._goal)
        elif self._goal is not None:
            self.record_wanted.emit(self._goal)

    def retranslate(self, t: Translator) -> None:
        """Take all texts in another language; what is shown is shown again by the view."""
        self._t = t
        self.setAccessibleName(t(DETAIL))
        self._nothing.setText(t(NOTHING))
