"""Living and dead processes told apart."""

from __future__ import annotations

import os
import subprocess
import sys

from ropa_app.storage.process import birth_of
from tests.storage.small import run_unprivileged


def test_a_process_has_one_birth() -> None:
    assert birth_of(os.getpid()) is not None
    assert birth_of(os.getpid()) == birth_of(os.getpid())


def test_two_processes_have_two_births_and_the_dead_none() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        born = birth_of(process.pid)
        assert born is not None
        assert born == "" or born != birth_of(os.getpid())
        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert birth_of(process.pid) in (None, "")  # ended, but not yet fetched by its parent
    assert birth_of(process.pid) is None


def test_somebody_elses_process_is_alive() -> None:
    script = "print(birth_of(1) is not None)"
    assert run_unprivileged(script) == "True"
