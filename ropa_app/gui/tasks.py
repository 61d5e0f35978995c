"""The only threads: one worker that does long jobs one after another, each on a copy of the register."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.storage.register_file import Snapshot

if TYPE_CHECKING:
    from ropa_app.reports.statement_report import Final as FinalStatement
    from ropa_app.reports.statement_report import PrintedStatement
    from ropa_app.services.exporting import Exported

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Cancelled(Exception):
    """The user stopped the job."""


class Job(QObject):
    """A job: waiting, running or done. All signals arrive in the thread of the window.

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
        if self._job.stopped:
            raise Cancelled
        self._job.progressed.emit(done, total)

    def went_on(self, done: int) -> bool:
        """Tell how far the job is; return False where it shall stop."""
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
        if job.stopped:
            job.cancelled.emit()
            return
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


class Tasks(QObject):
    """The worker thread; `begun(job)` and `ended` let the window show what goes on.

    The thread starts with the first job and ends with `shut_down`.
    """

    begun = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(self)
        self._jobs: list[Job] = []

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
        if done is not None:
            job.finished.connect(done)
        if failed is not None:
            job.failed.connect(failed)
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(self._on_job_ended)
        self._jobs.append(job)
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
        """Stop every job and wait for the thread to end."""
        self.cancel_all()
        if self._worker.isRunning():
            self._worker.queue.put(None)
            self._worker.wait()

    def _on_job_ended(self, *_result: Any) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
        self.ended.emit()


@contextmanager
def _drawing() -> Iterator[None]:
    """Turn the stop of the PDF writer into that of the job."""
    from ropa_app.reports.pdf import Cancelled as DrawingCancelled

    try:
        yield
    except DrawingCancelled as stop:
        raise Cancelled from stop


def register_job(
    snapshot: Snapshot,
    path: Path,
    language: Language,
    law: LawData,
    day: date | None = None,
    version: int | None = None,
) -> Callable[[Progress], Exported]:
    """Return the job that writes the register as PDF from a snapshot, which it closes."""

    def work(progress: Progress) -> Exported:
        from ropa_app.services import exporting  # the PDF writer need not be there when the window opens

        with snapshot, _drawing():
            source = exporting.source(snapshot, law, day, version)
            return exporting.export_register(source, path, language, law, progress=progress.went_on)

    return work


def statement_job(
    snapshot: Snapshot,
    path: Path,
    language: Language,
    law: LawData,
    day: date | None = None,
    final: FinalStatement | None = None,
) -> Callable[[Progress], tuple[Exported, PrintedStatement]]:
    """Return the job that writes the statement as PDF from a snapshot, which it closes."""

    def work(progress: Progress) -> tuple[Exported, PrintedStatement]:
        from ropa_app.services import exporting

        with snapshot, _drawing():
            source = exporting.source(snapshot, law, day)
            statement = exporting.printed_statement(source, language, law, final)
            return exporting.export_statement(statement, path, progress.went_on), statement

    return work


def json_job(snapshot: Snapshot, path: Path) -> Callable[[Progress], Path]:
    """Return the job that writes the register as JSON from a snapshot, which it closes."""

    def work(progress: Progress) -> Path:
        from ropa_app.services import exporting

        with snapshot:
            progress.report(0)
            return exporting.export_json(snapshot, path)

    return work
