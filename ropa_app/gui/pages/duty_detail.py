"""One duty: what must exist and why, what answers it, and the ways to answer it or say it is not needed."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.domain.values import Answer
from ropa_app.gui import duty_jobs
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.duty_jobs import DutyRow
from ropa_app.gui.pages.accept_panel import BY, CLOSE, DECLARED, REASON, UNTIL, AcceptPanel, PanelWords
from ropa_app.gui.pages.duty_groups import mark_of
from ropa_app.gui.widgets.buttons import plain_button, primary_button
from ropa_app.gui.widgets.captioned import Captioned
from ropa_app.gui.widgets.detail_pane import DetailPane
from ropa_app.gui.widgets.label import Label, Tone
from ropa_app.gui.widgets.linked import Linked
from ropa_app.gui.widgets.mark import Kind, Mark
from ropa_app.i18n import N_, NC_, Translator
from ropa_app.legal.checks import Finding
from ropa_app.legal.duties import Duty, Spot, State, What

DETAIL: Final = N_("What must be documented, in detail")
ABOUT: Final = NC_("duty", "Concerns")
WHY: Final = NC_("duty", "Why")
LAW: Final = NC_("duty", "Basis in law")
BECAUSE: Final = NC_("duty", "Follows from")
ANSWERED_BY: Final = NC_("duty", "Answered by")
NOTHING_YET: Final = N_("Nothing yet")
LOOK_AT: Final = NC_("duty", "To look at")
OWN_REASON: Final = NC_("duty", "Reason given")
MORE: Final = N_("and {n} more")
GO: Final = N_("Go to the field")
OPEN: Final = NC_("duty", "Open what is begun")
NOT_NEEDED: Final = N_("Not needed …")
TAKE_BACK: Final = N_("Needed after all")
NOTHING: Final = N_("Choose a row to see why it must be documented and what answers it.")
CREATE: Final[dict[What, str]] = {
    What.BALANCING_TEST: N_("Create balancing test"),
    What.CONSENT_EVIDENCE: N_("Create consent mechanism"),
    What.PROCESSOR_AGREEMENT: N_("Create agreement"),
    What.JOINT_ARRANGEMENT: N_("Create arrangement"),
    What.TRANSFER_ASSESSMENT: N_("Create TIA"),
    What.DPIA: N_("Create DPIA"),
    What.COMPATIBILITY: N_("Create assessment"),
}
_TITLE: Final = N_("Not needed, with a reason")
_NEEDED: Final = N_("Write why it is not needed, and who says so.")
_SAY: Final = N_("Record as not needed")
_CLOSE: Final = N_("Close without saying so")
BY_ASSESSMENT: Final = PanelWords(
    _TITLE,
    REASON,
    NC_("duty", "Next review"),
    NC_("duty", "Assessed by"),
    "",
    N_("It is recorded as an assessment with the outcome “not required” and these reasons."),
    _SAY,
    _CLOSE,
    _NEEDED,
)
BY_ACCEPTANCE: Final = PanelWords(
    _TITLE,
    REASON,
    UNTIL,
    BY,
    DECLARED,
    N_("The finding is accepted. It comes back when the day has passed or its record is changed."),
    _SAY,
    CLOSE,
    _NEEDED,
)
_TONES: Final[dict[Kind, Tone]] = {"error": "error", "warning": "warning", "advice": "advice"}
_MOST_LINKS: Final = 8


class DutyDetail(DetailPane):
    """`record_wanted(id)` asks for a record, `field_wanted(finding)` for a field; the rest is done here."""

    record_wanted = Signal(str)
    field_wanted = Signal(object)

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = document.t
        self._document: Final = document
        self._shown: DutyRow | None = None
        self.mark: Final = Mark(t, "error", 14)
        self._rule = Label("", "small", "text2")
        self.about: Final = Linked(1)
        self.why, self.law, self.remarks, self.reason = (Captioned() for _ in range(4))
        self.because: Final = Linked(_MOST_LINKS)
        self.answers: Final = Linked(_MOST_LINKS)
        self.create_button, self.open_button = primary_button(""), primary_button("")
        self.go, self.waive_button, self.take_back_button = (plain_button("") for _ in range(3))
        self.panel: Final = AcceptPanel(t, words=BY_ACCEPTANCE)
        self._lay_out()
        self._connect()
        self.retranslate(t)
        self.show_duty(None)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.create_button, self.open_button, self.go)),
            (second, (self.waive_button, self.take_back_button)),
        ):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(24, 14, 20, 14)
        body.setSpacing(10)
        body.addLayout(self.head(self.mark, self._rule))
        body.addWidget(self.title)
        for part in (self.about, self.why, self.law, self.because, self.answers, self.remarks, self.reason):
            body.addWidget(part)
        body.addSpacing(2)
        body.addLayout(first)
        body.addLayout(second)
        self._spare = QVBoxLayout()
        self._spare.addWidget(self._nothing)
        self.put(self._spare, self._body, self.panel)

    def _connect(self) -> None:
        for part in (self.about, self.because, self.answers):
            part.followed.connect(self.record_wanted)
        self.create_button.clicked.connect(self.create_answer)
        self.open_button.clicked.connect(self.open_answer)
        self.go.clicked.connect(self.go_to_field)
        self.waive_button.clicked.connect(self.begin_waiving)
        self.take_back_button.clicked.connect(self._on_take_back)
        self.panel.accepted.connect(self._on_waived)
        self.panel.closed.connect(self.stop_waiving)

    # What is shown

    def shown(self) -> DutyRow | None:
        """Return the duty that is shown."""
        return self._shown

    def show_duty(self, row: DutyRow | None) -> None:
        """Show another duty, or that none is chosen; a reason that is being typed stays with its own."""
        same = row is not None and self._shown is not None and _key(row.duty) == _key(self._shown.duty)
        if row is None or not (same and duty_jobs.can_waive(row.duty)):
            self.panel.hide()
        self._shown = row
        self._nothing.setVisible(row is None)
        self._spare.setContentsMargins(*((24, 14, 20, 14) if row is None else (0, 0, 0, 0)))
        self._body.setVisible(row is not None)
        if row is not None:
            self._fill(row)

    def _fill(self, row: DutyRow) -> None:
        t, texts, duty = self._document.t, duty_jobs.texts_of(self._document), row.duty
        kind = mark_of(duty)
        self.mark.set_kind(kind)
        self._word.setText(texts.state(duty))
        self._word.set_tone(_TONES.get(kind, "text2"))
        self._rule.setText(duty.found[0].rule if duty.found else duty.rule)
        self.title.setText(texts.kind(duty.what))
        self.about.tell_links(t.marked(ABOUT), [(duty.about.record, row.where)], self._more)
        self.why.tell(t.marked(WHY), "\n".join(filter(None, (texts.why(duty), texts.ticked(duty)))))
        self.law.tell(t.marked(LAW), texts.article(duty))
        because = [one for one in texts.because(duty) if one[0] != duty.about.record]
        self.because.tell_links(t.marked(BECAUSE), because, self._more)
        answers = list(zip(duty.slot, texts.answers(duty), strict=True))
        none = t(NOTHING_YET) if duty.state is State.OPEN and not answers else ""
        self.answers.tell_links(t.marked(ANSWERED_BY), answers, self._more, none)
        self.remarks.tell(t.marked(LOOK_AT), "\n".join(texts.remarks(duty)))
        self.reason.tell(t.marked(OWN_REASON), texts.own_reason(duty))
        self._offer(duty)

    def _more(self, n: int) -> str:
        return self._document.t(MORE, n=n)

    def _offer(self, duty: Duty) -> None:
        """Show the buttons of what can be done."""
        writable, t = not self._document.read_only, self._document.t
        can_create = writable and duty_jobs.can_create(duty)
        self.create_button.setText(t(CREATE[duty.what]))
        self.create_button.setAccessibleName(t(CREATE[duty.what]))
        self.create_button.setVisible(can_create)
        self.open_button.setVisible(duty.state.is_open and bool(duty.slot) and not can_create)
        self.go.setVisible(duty.state.is_open)
        self.waive_button.setVisible(writable and duty_jobs.can_waive(duty) and self.panel.isHidden())
        self.take_back_button.setVisible(writable and bool(duty.acceptances))

    # What can be done

    def create_answer(self) -> None:
        """Make the record that answers, prefilled and linked, and open it."""
        if self._shown is not None:
            made = duty_jobs.answer(self._document, self._shown.duty)
            if made is not None:
                self.record_wanted.emit(made)

    def open_answer(self) -> None:
        """Open the record in the slot, else the field where it is settled."""
        if self._shown is not None:
            if self._shown.duty.slot:
                self.record_wanted.emit(self._shown.duty.slot[0])
            else:
                self.go_to_field()

    def go_to_field(self) -> None:
        """Ask for the field that settles it."""
        if self._shown is not None:
            spot = self._shown.duty.spot
            self.field_wanted.emit(Finding("", spot.kind, spot.record, spot.field))

    def begin_waiving(self) -> None:
        """Open the panel for the duty that is shown."""
        if self._shown is None or not self.waive_button.isVisibleTo(self):
            return
        by_assessment = duty_jobs.takes_not_required(self._shown.duty)
        self.panel.set_words(BY_ASSESSMENT if by_assessment else BY_ACCEPTANCE)
        self.panel.begin(self._document.author, self._document.today())
        self.waive_button.hide()
        QTimer.singleShot(0, self, self._show_panel)  # it has its height by then

    def _show_panel(self) -> None:
        self.ensureWidgetVisible(self.panel.accept_button, 0, 16)
        self.ensureWidgetVisible(self.panel.reason, 0, 16)

    def stop_waiving(self) -> None:
        """Close the panel without saying that it is not needed."""
        self.panel.hide()
        if self._shown is not None:
            self._offer(self._shown.duty)
            self.waive_button.setFocus()

    def _on_waived(self, reason: str, by: str, until: date | None, declared: Answer) -> None:
        if self._shown is not None and duty_jobs.waive(
            self._document, self._shown.duty, reason, by, until, declared
        ):
            self.panel.hide()

    def _on_take_back(self) -> None:
        if self._shown is not None:
            duty_jobs.take_back(self._document, self._shown.duty)

    def retranslate(self, t: Translator) -> None:
        """Take all texts in another language."""
        self.setAccessibleName(t(DETAIL))
        self.mark.retranslate(t)
        self._nothing.setText(t(NOTHING))
        for button, text in (
            (self.open_button, OPEN),
            (self.go, GO),
            (self.waive_button, NOT_NEEDED),
            (self.take_back_button, TAKE_BACK),
        ):
            button.setText(t.marked(text))
            button.setAccessibleName(t.marked(text))
        self.panel.retranslate(t)
        if self._shown is not None:
            self._fill(self._shown)


def _key(duty: Duty) -> tuple[What, Spot]:
    return duty.what, duty.about
