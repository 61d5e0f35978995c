"""What the rules find in the open register, for the widgets: follows edits, the worker does the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ropa_app.domain.edits import Changes
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.gui.document import RegisterDocument, problem_text
from ropa_app.gui.tasks import (
    LEVEL_TEXTS,
    CheckSession,
    Counts,
    FindingBoard,
    FindingTexts,
    FullRun,
    Judged,
    LevelStanding,
    Need,
    RestRun,
    Tasks,
    acceptance,
    page_of,
    register_check,
    rest_check,
    taking_back,
)
from ropa_app.gui.widgets.mark import Kind
from ropa_app.i18n import N_
from ropa_app.legal.checks import Checked, Finding, Level

__all__ = [
    "KINDS_OF_MARKS", "LEVEL_TEXTS", "Counts", "FindingTexts", "Findings", "Judged", "mark_of", "page_of",
]  # fmt: skip

CHECKING: Final = N_("The register is being checked")
#: How long after an edit the worker begins what could not be followed at once.
RUN_AFTER_MS: Final = 600
KINDS_OF_MARKS: Final[dict[str, Kind]] = {"error": "error", "warning": "warning", "info": "advice"}


def mark_of(one: Judged) -> Kind:
    """Return the mark of a finding: that of its severity, or that of what is accepted."""
    return KINDS_OF_MARKS[one.rule.severity.value] if one.is_open else "accepted"


class Findings(QObject):
    """The findings of one register on a day, which is today unless another one is chosen.

    `changed` is sent when something else was found than before; nothing is known until the first run is done.
    """

    changed = Signal()

    def __init__(self, document: RegisterDocument) -> None:
        super().__init__()
        self._document: Final = document
        self._session: Final = CheckSession(document.state, document.law, document.today())
        self._board: Final = FindingBoard(self._session)
        self._tasks: Tasks | None = None
        self._chosen_day: date | None = None
        self._unread = Changes()
        self._wanted = Need.NOTHING
        self._running = False
        self._following = self._timer(self._follow)
        self._starting = self._timer(self._start_run)
        self._warming = self._timer(self._warm)

    def _timer(self, work: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(work)
        return timer

    def start(self, tasks: Tasks, owner: QObject) -> None:
        """Begin: the worker looks at everything once, from then on every edit is followed, as `owner` lives.

        The owner takes it along when it goes: the timers must end in the thread of the window, and who knows
        in which thread the last reference to a document is let go.
        """
        self.setParent(owner)
        self._tasks = tasks
        self._document.changed.connect(self._on_document_changed)
        self._want(Need.ALL, 0)

    # What is known

    @property
    def is_known(self) -> bool:
        """Tell whether everything was looked at once."""
        return self._session.known

    @property
    def day(self) -> date:
        """Return the day the findings are as of."""
        return self._session.day

    def set_day(self, day: date | None) -> None:
        """Judge as of another day, None for today."""
        self._chosen_day = None if day == self._document.today() else day
        if (day or self._document.today()) != self.day:
            self._want(Need.ALL, 0)

    def checked(self) -> Checked:
        """Return what was found by activity and of everything else, for the worker: it stays as it is now."""
        found = self._session.checked()
        return Checked(dict(found.by_activity), dict(found.facts), found.rest)

    @property
    def texts(self) -> FindingTexts:
        """Return what says findings in the languages in force."""
        return FindingTexts(self._document.naming)

    def judged(self, one: Finding) -> Judged:
        """Return a finding with its rule and what was accepted of it."""
        return self._board.judged(one)

    def at(self, record: Record) -> list[Judged]:
        """Return the open findings about one record, the worst first."""
        return self._board.at(record)

    def of(self, record: RecordId) -> list[Judged]:
        """Return the open findings about a record and all it owns, the worst first."""
        return self._board.of(record)

    def counts_of(self, record: RecordId) -> Counts:
        """Return how many findings a record and all it owns have."""
        return self._board.counts_of(record)

    def lacks_of(self, record: RecordId) -> dict[Level, int]:
        """Return what a record and all it owns lack for each level, for the levels before it too."""
        return self._board.lacks_of(record)

    def standings(self) -> list[LevelStanding]:
        """Return how many of the records that people keep have reached each level."""
        return self._standings

    @cached_property
    def _standings(self) -> list[LevelStanding]:
        return self._board.standings()

    def total(self) -> Counts:
        """Return how many findings there are."""
        return self._board.total()

    def by_page(self) -> dict[str, Counts]:
        """Return how many findings each page of the window has."""
        return self._board.by_page()

    def root(self, one: Finding) -> RecordId:
        """Return the record that stands in a list."""
        return self._board.root(one)

    def place(self, one: Finding) -> tuple[object, RecordId]:
        """Return a key that puts findings into the order of the register."""
        return self._board.place(one)

    @cached_property
    def everything(self) -> list[Judged]:
        """Every finding, accepted ones among them, in the order of the rules."""
        return self._board.all()

    @cached_property
    def _route(self) -> list[Judged]:
        return self._board.route(self._pages)

    def route(self, pages: Sequence[str]) -> list[Judged]:
        """Return the open findings in the order of pages and records."""
        self._pages = tuple(pages)
        return self._route

    # Accepting

    def accept(self, one: Finding, reason: str, by: str, until: date | None, declared: Answer) -> bool:
        """Accept a finding with a reason; tell why where that is refused."""
        return self._document.perform(acceptance(one, reason, by, until, declared))

    def take_back(self, one: Judged) -> bool:
        """Let an accepted finding show again."""
        return one.acceptance is not None and self._document.perform(taking_back(one.acceptance.id))

    # Following

    def _on_document_changed(self, changes: Changes, _initiator: object) -> None:
        if self._document.law is not self._session.law:
            self._want(Need.ALL, 0)
        self._unread |= changes
        self._following.start(0)

    def _follow(self) -> None:
        changes, self._unread = self._unread, Changes()
        if not self._document.is_open or not changes:
            return
        need = self._session.follow(changes)
        if self._chosen_day is None and self._document.today() != self.day:
            need = Need.ALL
        self._tell(changes)
        self._want(need, RUN_AFTER_MS)

    def _tell(self, changes: Changes | None = None) -> None:
        self._board.renew(changes)
        for kept in ("everything", "_route", "_standings"):
            self.__dict__.pop(kept, None)
        self.changed.emit()

    def _want(self, need: Need, after: int) -> None:
        """Let the worker do what is left, everything rather than a part."""
        if need is Need.NOTHING:
            return
        self._wanted = Need.ALL if Need.ALL in (need, self._wanted) else need
        if not self._running:
            self._starting.start(after)

    def _start_run(self) -> None:
        if self._tasks is None or not self._document.is_open or self._running:
            return
        need, self._wanted = self._wanted, Need.NOTHING
        if need is Need.NOTHING:
            return
        label, self._running = self._document.t(CHECKING), True
        if need is Need.ALL:
            self._session.begin()
            whole = register_check(self._document, self._chosen_day or self._document.today())
            self._tasks.start(label, whole, self._take, self._on_failed, quiet=True)
        else:
            rest = rest_check(self._document, self._session.rest_order())
            self._tasks.start(label, rest, self._take_rest, self._on_failed, quiet=True)

    def _take(self, found: FullRun) -> None:
        self._running = False
        need = self._session.take(found)
        self._tell()
        self._warming.start(0)
        self._want(need, RUN_AFTER_MS)
        self._want(self._wanted, 0)

    def _warm(self) -> None:
        """Work out one after another what pages ask for first, so that none of them waits for all of it."""
        for kept in ("_standings", "everything"):
            if kept not in self.__dict__:
                getattr(self, kept)
                self._warming.start(0)
                return

    def _take_rest(self, found: RestRun) -> None:
        self._running = False
        if self._session.take_rest(found):
            self._tell(Changes())
        else:
            self._want(Need.REST, RUN_AFTER_MS)
        self._want(self._wanted, 0)

    def _on_failed(self, problem: Exception) -> None:
        self._running = False
        self._document.problem.emit(problem_text(problem, self._document.t))
