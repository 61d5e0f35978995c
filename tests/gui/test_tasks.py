"""The worker: one job after another, progress and end told in the thread of the window."""

from __future__ import annotations

import threading

import pytest

from ropa_app.gui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.shut_down()


def test_jobs_run_one_after_another_beside_the_window(qtbot, tasks):
    here = threading.get_ident()
    ran: list[tuple[int, bool]] = []
    told: list[tuple[str, bool]] = []

    def work(number):
        ran.append((number, threading.get_ident() == here))
        return number

    for number in range(3):
        tasks.start(
            "job",
            lambda progress, number=number: work(number),
            lambda result: told.append((str(result), threading.get_ident() == here)),
        )
    qtbot.waitUntil(tasks.is_idle)
    assert ran == [(0, False), (1, False), (2, False)]
    assert told == [("0", True), ("1", True), ("2", True)]


def test_progress_and_failure_are_told(qtbot, tasks):
    seen: list[tuple[int, int]] = []
    failures: list[Exception] = []

    def work(progress):
        progress.report(1, 2)
        raise ValueError("no")

    job = tasks.start("job", work, failed=failures.append)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    qtbot.waitUntil(tasks.is_idle)
    assert [str(one) for one in failures] == ["no"]
    assert seen == [(1, 2)]


def test_a_job_stops_where_it_is_told_to(qtbot, tasks):
    begun, go_on = threading.Event(), threading.Event()
    done: list[object] = []

    def work(progress):
        begun.set()
        go_on.wait(5)
        progress.report(1)
        return 1

    job = tasks.start("job", work, done.append)
    assert begun.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
        go_on.set()
    assert done == []


def test_the_window_hears_of_jobs_that_are_shown(qtbot, tasks):
    begun: list[object] = []
    ended: list[object] = []
    tasks.begun.connect(begun.append)
    tasks.ended.connect(ended.append)
    tasks.start("quiet", lambda progress: None, quiet=True)
    loud = tasks.start("loud", lambda progress: progress.went_on(3))
    qtbot.waitUntil(tasks.is_idle)
    assert begun == [loud]
    assert loud in ended


def test_nothing_is_told_after_the_end(qtbot, tasks):
    told: list[object] = []
    tasks.start("job", lambda progress: 1, told.append)
    tasks.shut_down()
    qtbot.wait(0)
    assert told == []
    assert tasks.is_idle()
