"""What if: a question in one sentence, and below it all that would be hit."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.gui.document import problem_text
from ropa_app.gui.models.what_if_model import HOW, NODE, WHAT, Node, WhatIfModel
from ropa_app.gui.pages.check_view import CheckView
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.pages.what_if_form import WhatIfForm
from ropa_app.gui.tasks import Job
from ropa_app.gui.what_if_jobs import Answer, Line, Offers, Question, answer_job, finding_of, offers_job
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.gui.widgets.row_tree import Index, RowDelegate, RowTree
from ropa_app.i18n import N_, NC_

TITLE: Final = NC_("checks", "What if")
LISTING: Final = N_("What can be supposed is being listed")
WORKING: Final = N_("Working out what would be hit …")
ASK: Final = N_("What would be hit?")
HOW_TO_ASK: Final = N_(
    "Choose a party, a country or a transfer tool above. The register is judged twice as of that day, as "
    "things stand and as if it were so, and the difference is shown here. Nothing is changed."
)
NOTHING: Final = N_("Nothing would be hit")
COPY: Final = N_("Copy as text")
COPIED: Final = N_("Copied")
RESULT: Final = N_("What would be hit")
_TREE, _EMPTY = 0, 1
_OPEN_AT_ONCE: Final = 30
_SHARE: Final = 0.36


class _Moment(NamedTuple):
    """What an answer holds for: the question, the language, the last step of the history, the law data."""

    question: Question
    language: str
    step: int
    law: str


class WhatIfDelegate(RowDelegate):
    """Says what the rows of an answer have."""

    def number(self, index: Index) -> str:
        """Return how many rows a group has."""
        node: Node = index.data(NODE)
        return str(len(node.below)) if node.is_group else ""

    def is_quiet(self, index: Index) -> bool:
        """Tell whether a cell says more about the one before or above it."""
        return index.column() == HOW or index.parent().parent().isValid()


class WhatIfTree(RowTree):
    """The answer; every row below a group leads to a record."""

    def __init__(self, model: WhatIfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer: Final = model
        self.setModel(model)
        self.setItemDelegate(WhatIfDelegate(self))
        self.expanded.connect(self._on_expanded)

    def set_one_column(self, one_column: bool) -> None:
        """Let how a row is hit stand below it only, or also beside it."""
        self.setColumnHidden(HOW, one_column)
        stretched, fixed = (WHAT, HOW) if one_column else (HOW, WHAT)
        self.header().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(fixed, QHeaderView.ResizeMode.Fixed)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the share of the first column."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if not self.isColumnHidden(HOW):
            self.header().resizeSection(WHAT, int(self.viewport().width() * _SHARE))

    def _on_expanded(self, index: QModelIndex) -> None:
        """Give what stands below a row both columns."""
        if index.parent().isValid():
            for row in range(self.answer.rowCount(index)):
                self.setFirstColumnSpanned(row, index, True)

    def line(self) -> Line | None:
        """Return the line of the current row, None for a group."""
        node = self.currentIndex().data(NODE)
        return node.line if isinstance(node, Node) else None

    def leads(self) -> bool:
        """Tell whether the current row leads to a record."""
        return self.line() is not None

    def open_groups(self) -> None:
        """Open the groups that can be taken in at a glance."""
        for row in range(self.answer.rowCount()):
            index = self.answer.index(row, WHAT)
            self.setExpanded(index, self.answer.rowCount(index) <= _OPEN_AT_ONCE)


class WhatIfView(CheckView):
    """The form above, the answer below; the worker answers on a copy, the newest question only."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._findings: Final = context.document.findings
        self._as_of: date = self._findings.day
        self._job: Job | None = None
        self._done = -1
        self._asked: _Moment | None = None
        self._listed: tuple[object, ...] = ()
        self._answer: Answer | None = None
        self._single = False
        self.form: Final = WhatIfForm(context.t, self._as_of)
        self.question: Final = Label("", "strong", wrap=True)
        self.summary: Final = Label("", "body", "text2", wrap=True)
        self.working: Final = Label("", "body", "text3")
        self.copy_button: Final = link_button("", "copy")
        self.tree: Final = WhatIfTree(WhatIfModel(context.t, self))
        self.empty: Final = EmptyState("clipboard-check")
        self._head = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self.form.asked.connect(self._ask)
        self.form.day_chosen.connect(self._list)
        self.copy_button.clicked.connect(self._copy)
        self.tree.opened.connect(self._on_opened)
        self.retranslate()

    def _lay_out(self) -> None:
        self._above = QVBoxLayout()
        self._above.addWidget(self.form)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.question)
        texts.addWidget(self.summary)
        self._said = QHBoxLayout(self._head)
        self._said.setSpacing(12)
        self._said.addLayout(texts, 1)
        for part in (self.working, self.copy_button):
            self._said.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._above)
        whole.addWidget(hairline())
        whole.addWidget(self._head)
        whole.addWidget(self._stack, 1)
        self.set_narrow(False, single=False)

    # The question

    def refresh(self) -> None:
        """Follow the day of the page and what was edited, and answer anew where the answer may differ."""
        if self._findings.day != self._as_of:
            self._as_of = self._findings.day
            self.form.set_day(self._as_of)
        self._list()
        self._ask()

    def _step(self) -> int:
        head = self.document.state.head()
        return head.sequence if head else 0

    def _moment(self, question: Question) -> _Moment:
        return _Moment(question, self.context.t.language, self._step(), self.document.law.digest)

    def _list(self) -> None:
        """Let the worker list what can be supposed on the day, unless it has."""
        day = self.form.day.value() or self._as_of
        wanted = (day, self.context.t.language, self._step(), self.document.law.digest)
        if wanted != self._listed:
            self._listed = wanted
            work = offers_job(self.document, day)
            label, failed = self.context.t(LISTING), self._on_listing_failed
            self.context.tasks.start(label, work, self._take_offers, failed, quiet=True)

    def _take_offers(self, offers: Offers) -> None:
        if self.form.choice.is_pending():
            self._listed = ()
            return
        self.form.set_offers(offers)

    def _ask(self) -> None:
        """Let the worker answer the question that stands there; one that is not answered yet is dropped."""
        question = self.form.question()
        moment = self._moment(question) if question else None
        if moment == self._asked:
            return
        self._asked = moment
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if moment is None:
            self._answer = None
        else:
            self._start(moment)
        self._show()

    def _start(self, moment: _Moment) -> None:
        label, work = self.context.t(WORKING), answer_job(self.document, moment.question)

        def take(answer: Answer) -> None:
            self._take(moment, answer)

        self._job = self.context.tasks.start(label, work, take, self._on_failed, quiet=True)
        self._job.progressed.connect(self._on_progressed)
        self._done = -1

    def _on_progressed(self, done: int, total: int) -> None:
        """Say which of its steps the answer has reached; a step reports often."""
        if self._job is not None and done != self._done:
            self._done = done
            self.working.setText(f"{self.context.t(WORKING)} {done} / {total}")
            self._show()

    def _take(self, moment: _Moment, answer: Answer) -> None:
        if moment != self._asked:
            return
        self._job, self._answer = None, answer
        self._fill()
        self._show()

    def _fill(self) -> None:
        groups = self._answer.groups if self._answer else ()
        self.tree.answer.fill(self.context.t, groups, one_column=self._single)
        self.tree.open_groups()

    def _on_failed(self, problem: Exception) -> None:
        self._job, self._asked = None, None
        self._show()
        self._tell(problem)

    def _on_listing_failed(self, problem: Exception) -> None:
        self._listed = ()
        self._tell(problem)

    def _tell(self, problem: Exception) -> None:
        self.document.problem.emit(problem_text(problem, self.context.t))

    # The answer

    def _show(self) -> None:
        t, answer, is_working = self.context.t, self._answer, self._job is not None
        is_hit = answer is not None and not answer.is_nothing
        self._head.setVisible(is_hit)
        self.working.setVisible(is_working and is_hit)
        self.copy_button.setText(t(COPY))
        self.copy_button.setEnabled(not is_working)
        self._stack.setCurrentIndex(_TREE if is_hit else _EMPTY)
        if answer is not None and is_hit:
            self.question.setText(answer.question)
            self.summary.setText(answer.summary)
        elif is_working:
            self.empty.set_texts(self.working.text(), "")
        elif answer is not None:
            self.empty.set_texts(t(NOTHING), f"{answer.question} {answer.summary}")
        else:
            self.empty.set_texts(t(ASK), t(HOW_TO_ASK))

    def _copy(self) -> None:
        if self._answer is not None:
            QGuiApplication.clipboard().setText(self._answer.text)
            self.copy_button.setText(self.context.t(COPIED))

    def _on_opened(self) -> None:
        line = self.tree.line()
        if line is None:
            return
        finding = finding_of(line)
        if finding is not None:
            self.field_wanted.emit(finding)
        else:
            self.record_wanted.emit(line.record)

    # What can be done

    def focus_search(self) -> None:
        """Put the focus into the choice."""
        self.form.focus_choice()

    def commit_pending(self) -> bool:
        """Settle the question: what is half typed there keeps nobody back."""
        self.form.settle()
        return True

    def panes(self) -> list[QWidget]:
        """Return the question and, where there is one, the answer."""
        return [self.form, self.tree] if self._stack.currentIndex() == _TREE else [self.form]

    def set_narrow(self, narrow: bool, *, single: bool) -> None:
        """Tighten the margins; in a very narrow window the first column says all there is room for."""
        side = 20 if narrow else 28
        self._above.setContentsMargins(side, 4, side, 12)
        self._said.setContentsMargins(side, 10, side, 8)
        self.tree.set_one_column(single)
        if single != self._single:
            self._single = single
            self._fill()

    def retranslate(self) -> None:
        """Take all texts again; the answer is asked anew in the language."""
        t = self.context.t
        self.form.retranslate(t)
        self.working.setText(t(WORKING))
        self.tree.setAccessibleName(t(RESULT))
        self._show()
