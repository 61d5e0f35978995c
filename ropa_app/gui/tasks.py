"""The only threads: one worker that does long jobs one after another, each on a copy of the register."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from ropa_app.domain.edits import Changes
from ropa_app.domain.values import Answer, RecordId
from ropa_app.gui.document import TRANSFERS, RegisterDocument, Row
from ropa_app.gui.giving_way import WAY
from ropa_app.legal.checks import Finding
from ropa_app.services import accepting, check_session
from ropa_app.services.check_session import CheckSession, FullRun, Need, RestOrder, RestRun
from ropa_app.services.checking import Judged
from ropa_app.services.completeness import LEVEL_TEXTS
from ropa_app.services.finding_board import Counts, FindingBoard, page_of
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.level_board import LevelStanding
from ropa_app.services.listing import Listing
from ropa_app.services.naming import Naming
from ropa_app.services.searching import haystacks
from ropa_app.services.session import OpenRegister

__all__ = [
    "LEVEL_TEXTS", "Cancelled", "CheckSession", "Counts", "FindingBoard", "FindingTexts", "FullRun", "Job",
    "Judged", "LevelStanding", "Need", "Progress", "RestRun", "Tasks", "acceptance", "page_of",
    "register_check", "rest_check", "search_texts", "taking_back", "transfer_rows",
]  # fmt: skip

T = TypeVar("T")
_Callbacks = tuple[Callable[[Any], object] | None, Callable[[Exception], object] | None]
_log = logging.getLogger(__name__)


class Cancelled(Exception):
    """The user stopped the job."""


class Job(QObject):
    """A job: waiting, running or done. All signals arrive in the thread of the window.

    A job that was stopped while it waited is begun all the same, so that it can let go of what it holds.

    `progressed(done, total)`, total 0 where it is not known; one of `finished(result)`, `failed(exception)`
    and `cancelled` ends it.
    """

    started = Signal()
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, label: str, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self.label: Final = label
        self.work: Final = work
        self._stop = False

    def cancel(self) -> None:
        """Ask the job to stop at its next step; it then ends with `cancelled`."""
        self._stop = True

    @property
    def stopped(self) -> bool:
        """Tell whether the job was asked to stop."""
        return self._stop


class Progress:
    """What a job is given to tell how far it is, and to learn that it shall stop."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def report(self, done: int, total: int = 0) -> None:
        """Tell how far the job is; raise Cancelled where it shall stop."""
        WAY.wait()
        if self._job.stopped:
            raise Cancelled
        self._job.progressed.emit(done, total)

    def went_on(self, done: int) -> bool:
        """Tell how far the job is; return False where it shall stop."""
        WAY.wait()
        self._job.progressed.emit(done, 0)
        return not self._job.stopped


class _Worker(QThread):
    """Takes jobs from the queue until it finds None."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.queue: Final[SimpleQueue[Job | None]] = SimpleQueue()

    def run(self) -> None:
        """Do one job after another."""
        while (job := self.queue.get()) is not None:
            self._do(job)

    def _do(self, job: Job) -> None:
        job.started.emit()
        try:
            result = job.work(Progress(job))
        except Cancelled:
            job.cancelled.emit()
        except Exception as problem:  # noqa: BLE001 - whatever a job meets is told by the window, which waits
            _log.debug("the job failed: %s", job.label, exc_info=problem)
            job.failed.emit(problem)
        else:
            job.finished.emit(result)
        # Not in the window's thread: the job must not go while the worker still sends its last signal.
        job.deleteLater()


class Tasks(QObject):
    """The worker thread; `begun(job)` and `ended(job)` let the window show what goes on.

    The thread starts with the first job and ends with `shut_down`.
    """

    begun = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(self)
        self._jobs: dict[Job, _Callbacks] = {}

    def start(
        self,
        label: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        quiet: bool = False,
    ) -> Job:
        """Queue a job; `done(result)` and `failed(exception)` run in the thread of the window.

        `label` is what the user reads while it runs; a `quiet` job is not shown.
        """
        job = Job(label, work, self)
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        job.cancelled.connect(self._on_job_cancelled)
        self._jobs[job] = (done, failed)
        if not quiet:
            self.begun.emit(job)
        if not self._worker.isRunning():
            self._worker.start()
        self._worker.queue.put(job)
        return job

    def is_idle(self) -> bool:
        """Tell whether no job waits or runs."""
        return not self._jobs

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self._jobs:
            job.cancel()

    def shut_down(self) -> None:
        """Stop every job and wait for the thread to end; nothing a job found is told any more."""
        self.cancel_all()
        self._jobs.clear()
        if self._worker.isRunning():
            self._worker.queue.put(None)
            self._worker.wait()

    def _on_job_finished(self, result: object) -> None:
        done, _ = self._take_ended()
        if done is not None:
            done(result)

    def _on_job_failed(self, problem: Exception) -> None:
        _, failed = self._take_ended()
        if failed is not None:
            failed(problem)

    def _on_job_cancelled(self) -> None:
        self._take_ended()

    def _take_ended(self) -> _Callbacks:
        """Strike the job that sent a signal off the list and return whom to tell."""
        job = self.sender()
        if not isinstance(job, Job) or job not in self._jobs:
            return None, None
        callbacks = self._jobs.pop(job)
        self.ended.emit(job)
        return callbacks


def search_texts(document: RegisterDocument, kind: str) -> Callable[[Progress], dict[RecordId, str]]:
    """Return the job that folds the texts of all records of a kind for the search, from a copy made now."""
    snapshot, t, language, main = document.snapshot(), document.t, document.language, document.main_language

    def work(progress: Progress) -> dict[RecordId, str]:
        with snapshot:
            naming = Naming(snapshot.reader, document.law, t, language, main)
            return haystacks(snapshot.reader, kind, naming, progress.report)

    return work


def transfer_rows(document: RegisterDocument) -> Callable[[Progress], list[Row]]:
    """Return the job that derives the transfers of the whole register, from a copy made now."""
    snapshot, t, language, main = document.snapshot(), document.t, document.language, document.main_language
    today = document.today()

    def work(progress: Progress) -> list[Row]:
        with snapshot:
            progress.report(0)
            naming = Naming(snapshot.reader, document.law, t, language, main)
            return Listing(snapshot.reader, document.law, naming, today).rows(TRANSFERS)

    return work


def register_check(document: RegisterDocument, day: date) -> Callable[[Progress], FullRun]:
    """Return the job that asks every rule of the register as of a day, from a copy made now."""
    snapshot, law = document.snapshot(), document.law

    def work(progress: Progress) -> FullRun:
        with snapshot:
            progress.report(0)
            return check_session.run(snapshot, law, day)

    return work


def rest_check(document: RegisterDocument, order: RestOrder) -> Callable[[Progress], RestRun]:
    """Return the job that asks the rules of the records that no activity owns, from a copy made now."""
    snapshot, law = document.snapshot(), document.law

    def work(progress: Progress) -> RestRun:
        with snapshot:
            progress.report(0)
            return check_session.run_rest(snapshot, law, order)

    return work


def acceptance(
    finding: Finding, reason: str, by: str, until: date | None, declared: Answer
) -> Callable[[OpenRegister], Changes]:
    """Return the write that accepts a finding; see `services.accepting.accept`."""
    return lambda register: accepting.accept(register, finding, reason, by, until, declared)


def taking_back(acceptance: RecordId) -> Callable[[OpenRegister], Changes]:
    """Return the write that lets an accepted finding show again."""
    return lambda register: accepting.take_back(register, acceptance)
