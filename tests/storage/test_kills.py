"""A writer that is killed at any moment loses nothing it acknowledged and leaves nothing half done."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from ropa_app.storage.journal import has_journal, journal_of
from ropa_app.storage.lock_file import lock_path
from tests.storage.small import PROJECT, create, open_small, stored_rounds

KILLS = 24
WRITER = """
import sys
from pathlib import Path
from tests.storage.small import open_small, write_round, stored_rounds
with open_small(Path(sys.argv[1])) as opened:
    assert not opened.read_only, opened.read_only_reason
    opened.writer.exec_driver_sql("PRAGMA cache_size=10")
    (number,) = stored_rounds(opened.writer)
    while True:
        number += 1
        write_round(opened, number)
        print(number, flush=True)
"""


def killed_writer(path: Path, seconds: float) -> int:
    """Let a process edit for a while, kill it, and return the last edit it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        return int((first + writer.stdout.read()).split()[-1])


def test_killed_again_and_again(tmp_path: Path) -> None:
    path, copy = create(tmp_path / "velux.ropa"), tmp_path / "copy" / "velux.ropa"
    copy.parent.mkdir()
    interrupted = 0
    for _ in range(KILLS):
        acknowledged = killed_writer(path, random.uniform(0.0, 0.1))
        assert lock_path(path).exists()
        interrupted += has_journal(path)
        shutil.copyfile(path, copy)
        if journal_of(path).exists():
            shutil.copyfile(journal_of(path), journal_of(copy))
        for place in (copy, path):  # file and journal travel together, or are recovered where they lie
            with open_small(place) as opened:
                assert not opened.read_only
                (found,) = stored_rounds(opened.writer)
                assert acknowledged <= found <= acknowledged + 1
            assert not has_journal(place)
        assert not lock_path(path).exists()
    assert interrupted, "not one kill met an edit: the test proves nothing"
