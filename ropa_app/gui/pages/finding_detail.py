"""One finding: what is wrong and where, why it matters, what to do, and the ways to settle or accept it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.domain.values import Answer
from ropa_app.gui.findings import Findings, Judged, mark_of
from ropa_app.gui.pages.accept_panel import AcceptPanel
from ropa_app.gui.pages.completeness_panel import INSET, CompletenessPanel
from ropa_app.gui.widgets.buttons import plain_button, primary_button
from ropa_app.gui.widgets.captioned import Captioned
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.gui.widgets.detail_pane import DetailPane
from ropa_app.gui.widgets.label import Label, Tone
from ropa_app.gui.widgets.mark import WORDS, Kind, Mark
from ropa_app.gui.widgets.wrapped_link import WrappedLink
from ropa_app.i18n import N_, NC_, Translator

DETAIL: Final = N_("The finding")
ABOUT: Final = NC_("finding", "Concerns")
WHY: Final = NC_("finding", "Why")
ADVICE: Final = N_("What you can do")
GO: Final = N_("Go to the field")
GO_RECORD: Final = N_("Go to the record")
ACCEPT: Final = N_("Accept with a reason …")
TAKE_BACK: Final = N_("Take the acceptance back")
ACCEPTED: Final = N_("Accepted")
ACCEPTED_BY: Final = N_("Accepted by {name} on {day}.")
ACCEPTED_UNTIL: Final = N_("It holds until {day}.")
IS_DECLARED: Final = N_("It is listed in the copy for Datatilsynet.")
NOTHING: Final = N_("Choose a finding to see why it matters and what to do.")
_TONES: Final[dict[Kind, Tone]] = {"error": "error", "warning": "warning", "advice": "advice"}


class FindingDetail(DetailPane):
    """`go_wanted(finding)` asks for the field; accepting is done here."""

    go_wanted = Signal(object)

    def __init__(self, t: Translator, findings: Findings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._findings: Final = findings
        self._shown: Judged | None = None
        self._author, self._today, self._read_only = "", date.min, False
        self.mark: Final = Mark(t, "error", 14)
        self._rule = Label("", "small", "text2")
        self._about, self._why, self._advice, self._accepted = (Captioned() for _ in range(4))
        self.place: Final = WrappedLink()
        self._about.column.addWidget(self.place)
        self.go: Final = primary_button("")
        self.accept_button: Final = plain_button("")
        self.take_back_button: Final = plain_button("")
        self.panel: Final = AcceptPanel(t)
        self.completeness: Final = CompletenessPanel(t)
        self._lay_out()
        self._connect()
        self.retranslate(t)
        self.show_finding(None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.go, self.accept_button, self.take_back_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(24, 14, 20, 14)
        body.setSpacing(10)
        body.addLayout(self.head(self.mark, self._rule))
        for part in (self.title, self._about, self._why, self._advice, self._accepted):
            body.addWidget(part)
        body.addSpacing(2)
        body.addLayout(buttons)
        self._spare = QVBoxLayout()
        self._spare.setSpacing(20)
        self._nothing.setIndent(INSET)
        self._spare.addWidget(self._nothing)
        self._spare.addWidget(self.completeness)
        self.put(self._spare, self._body, self.panel)

    def _connect(self) -> None:
        self.place.clicked.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.accept_button.clicked.connect(self.begin_accepting)
        self.take_back_button.clicked.connect(self._on_take_back)
        self.panel.accepted.connect(self._on_accepted)
        self.panel.closed.connect(self.stop_accepting)

    def set_author(self, author: str, today: date, *, read_only: bool) -> None:
        """Say who accepts, and whether anything can be."""
        self._author, self._today, self._read_only = author, today, read_only

    def shown(self) -> Judged | None:
        """Return the finding that is shown."""
        return self._shown

    def show_finding(self, one: Judged | None) -> None:
        """Show another finding, or that none is chosen; what is being accepted stays with its own."""
        if one is None or self._shown is None or one.finding != self._shown.finding or not one.is_open:
            self.panel.hide()
        self._shown = one
        self._nothing.setVisible(one is None)
        if one is None:
            self.completeness.show_standings(self._t, self._findings)
        else:
            self.completeness.hide()
        self._spare.setContentsMargins(*((20, 14, 16, 14) if one is None else (0, 0, 0, 0)))
        self._body.setVisible(one is not None)
        if one is not None:
            self._fill(one)

    def _fill(self, one: Judged) -> None:
        t, texts, kind = self._t, self._findings.texts, mark_of(one)
        severity = mark_of(one) if one.is_open else "accepted"
        self.mark.set_kind(severity)
        self._word.setText(t.marked(WORDS[kind]))
        self._word.set_tone(_TONES.get(kind, "text2"))
        self._rule.setText(one.finding.rule)
        self.title.setText(texts.message(one.finding))
        place = " \u203a ".join(filter(None, (texts.where(one.finding), texts.field(one.finding))))
        self._about.tell(t.marked(ABOUT), place)
        self._about.text.hide()
        self.place.set_text(place)
        self.place.setAccessibleName(f"{t(GO)}: {place}")
        self._why.tell(t.marked(WHY), texts.why(one.rule))
        self._advice.tell(t(ADVICE), texts.advice(one.finding))
        self._accepted.tell(t(ACCEPTED), self._acceptance_text(one))
        self.go.setText(t(GO if one.finding.field else GO_RECORD))
        self.go.setAccessibleName(self.go.text())
        open_here = one.is_open and not self._read_only
        self.accept_button.setVisible(open_here and self.panel.isHidden())
        self.take_back_button.setVisible(not one.is_open and not self._read_only)

    def _acceptance_text(self, one: Judged) -> str:
        found, t = one.acceptance, self._t
        if found is None:
            return ""
        day = format_day(found.day, t.language) if found.day else ""
        sentences = [found.reason, t(ACCEPTED_BY, name=found.accepted_by, day=day)]
        if found.until:
            sentences.append(t(ACCEPTED_UNTIL, day=format_day(found.until, t.language)))
        if found.declared is Answer.YES:
            sentences.append(t(IS_DECLARED))
        return "\n".join(sentences)

    def begin_accepting(self) -> None:
        """Open the panel for the finding that is shown."""
        if self._shown is not None and self._shown.is_open and not self._read_only:
            self.panel.begin(self._author, self._today)
            self.accept_button.hide()
            QTimer.singleShot(0, self, self._show_panel)  # it has its height by then

    def _show_panel(self) -> None:
        self.ensureWidgetVisible(self.panel.accept_button, 0, 16)
        self.ensureWidgetVisible(self.panel.reason, 0, 16)

    def stop_accepting(self) -> None:
        """Close the panel without accepting."""
        self.panel.hide()
        if self._shown is not None:
            self._fill(self._shown)
            self.accept_button.setFocus()

    def _on_accepted(self, reason: str, by: str, until: date | None, declared: Answer) -> None:
        if self._shown is not None and self._findings.accept(
            self._shown.finding, reason, by, until, declared
        ):
            self.panel.hide()

    def _on_take_back(self) -> None:
        if self._shown is not None:
            self._findings.take_back(self._shown)

    def _on_go(self) -> None:
        if self._shown is not None:
            self.go_wanted.emit(self._shown.finding)

    def retranslate(self, t: Translator) -> None:
        """Take all texts in another language."""
        self._t = t
        self.setAccessibleName(t(DETAIL))
        self.mark.retranslate(t)
        self._nothing.setText(t(NOTHING))
        for button, text in ((self.accept_button, ACCEPT), (self.take_back_button, TAKE_BACK)):
            button.setText(t(text))
            button.setAccessibleName(t(text))
        self.panel.retranslate(t)
        self.completeness.retranslate(t)
        if self._shown is not None:
            self._fill(self._shown)
