"""The job that derives the grid: from a copy, with what was found when it was made."""

from __future__ import annotations

from ropa_app.gui.coverage_jobs import coverage_job, coverage_texts
from ropa_app.gui.tasks import Job, Progress
from ropa_app.legal.coverage import ITEMS
from tests.gui.window import by_reference, example, open_window, opened


def test_the_grid_is_that_of_the_moment_the_job_was_made(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    qtbot.waitUntil(lambda: document.findings.is_known, timeout=30_000)
    job = coverage_job(document, document.findings)
    one = by_reference(document, "1.5")
    document.set_value(one, "provision", "voluntary")
    steps = Job("", lambda _progress: None, window)
    covered = job(Progress(steps))
    line = next(line for line in covered.lines if line.activity == one)
    assert line.reference == "1.5"
    assert line.row is not None
    provision = line.row.cells[ITEMS.index("provision")]
    assert coverage_texts(document).spoken(line.row, provision).endswith(": mangler")
    assert covered.missing[ITEMS.index("provision")] == 13
